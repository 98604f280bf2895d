prelude
import DeepTheory.Core.WellFounded
/-! # Nat lemmas -/
set_option autoImplicit false
set_option linter.all false
set_option bootstrap.inductiveCheckResultingUniverse false
universe u v w
namespace Nat
@[simp] theorem add_zero (n : Nat) : n + 0 = n := rfl
theorem add_succ (n m : Nat) : n + succ m = succ (n + m) := rfl
theorem succ_eq_add_one (n : Nat) : succ n = n + 1 := rfl
@[simp] protected theorem zero_add (n : Nat) : 0 + n = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [add_succ, ih]
theorem succ_add (n m : Nat) : succ n + m = succ (n + m) := by
  induction m with
  | zero => rfl
  | succ m ih => rw [add_succ, ih, add_succ]
protected theorem add_comm (n m : Nat) : n + m = m + n := by
  induction m with
  | zero => rw [add_zero, Nat.zero_add]
  | succ m ih => rw [add_succ, ih, succ_add]
protected theorem add_assoc (a b c : Nat) : a + b + c = a + (b + c) := by
  induction c with
  | zero => rfl
  | succ c ih => rw [add_succ, ih]; rfl
protected theorem add_left_comm (n m k : Nat) : n + (m + k) = m + (n + k) := by
  rw [← Nat.add_assoc, Nat.add_comm n m, Nat.add_assoc]
protected theorem mul_zero (n : Nat) : n * 0 = 0 := rfl
theorem mul_succ (n m : Nat) : n * succ m = n * m + n := rfl
protected theorem zero_mul (n : Nat) : 0 * n = 0 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [mul_succ, ih]
theorem succ_mul (n m : Nat) : succ n * m = n * m + m := by
  induction m with
  | zero => rfl
  | succ m ih => rw [mul_succ, ih, mul_succ, add_succ, add_succ, Nat.add_assoc, Nat.add_comm m n, ← Nat.add_assoc]
protected theorem mul_comm (n m : Nat) : n * m = m * n := by
  induction m with
  | zero => rw [Nat.mul_zero, Nat.zero_mul]
  | succ m ih => rw [mul_succ, ih, succ_mul]
protected theorem left_distrib (a b c : Nat) : a * (b + c) = a * b + a * c := by
  induction a with
  | zero => simp only [Nat.zero_mul]
  | succ a ih => simp only [succ_mul, ih, Nat.add_assoc, Nat.add_left_comm, Nat.add_comm]
protected theorem mul_assoc (a b c : Nat) : a * b * c = a * (b * c) := by
  induction c with
  | zero => rfl
  | succ c ih => simp only [mul_succ, ih, Nat.left_distrib]
protected theorem le_add_right (n k : Nat) : n ≤ n + k := by
  induction k with
  | zero => exact Nat.le_refl n
  | succ k ih => exact Nat.le_step ih
theorem le.dest {n m : Nat} (h : n ≤ m) : ∃ k, n + k = m := by
  induction h with
  | refl => exact ⟨0, rfl⟩
  | step _ ih =>
    obtain ⟨k, hk⟩ := ih
    exact ⟨k + 1, by rw [← hk]; rfl⟩
protected theorem add_le_add_left {n m : Nat} (h : n ≤ m) (k : Nat) : k + n ≤ k + m := by
  obtain ⟨w, hw⟩ := le.dest h
  rw [← hw, ← Nat.add_assoc]
  exact Nat.le_add_right _ _
@[simp] protected theorem add_right_cancel_iff {m k n : Nat} : m + n = k + n ↔ m = k := by
  constructor
  · intro h
    induction n with
    | zero => exact h
    | succ n ih => exact ih (by injection h)
  · intro h; rw [h]
@[simp] theorem not_lt_zero' (n : Nat) : (n < 0) = False := eq_false (Nat.not_lt_zero n)
/-- division: core's recursion, with fuel -/
theorem pred_le (n : Nat) : pred n ≤ n := by cases n with
  | zero => exact Nat.le_refl _
  | succ n => exact Nat.le_succ n
theorem sub_le (n m : Nat) : n - m ≤ n := by
  induction m with
  | zero => exact Nat.le_refl _
  | succ m ih => exact Nat.le_trans (pred_le _) ih
theorem succ_sub_succ (n m : Nat) : succ n - succ m = n - m := by
  induction m with
  | zero => rfl
  | succ m ih => exact congrArg pred ih
theorem sub_lt_of {x y : Nat} (hy : 0 < y) (h : y ≤ x) : x - y < x := by
  cases y with
  | zero => exact absurd hy (Nat.lt_irrefl _)
  | succ y => cases x with
    | zero => exact absurd h (Nat.not_succ_le_zero _)
    | succ x => rw [succ_sub_succ]; exact Nat.succ_le_succ (sub_le x y)
theorem div_fuel {x y f : Nat} (hy : 0 < y) (h : y ≤ x) (hf : x < succ f) : x - y < f :=
  Nat.le_trans (sub_lt_of hy h) (Nat.le_of_lt_succ hf)
def div.go (y : Nat) (hy : 0 < y) : (fuel : Nat) → (x : Nat) → x < fuel → Nat
  | 0, x, h => absurd h (Nat.not_lt_zero x)
  | succ fuel, x, hf => if h : y ≤ x then div.go y hy fuel (x - y) (div_fuel hy h hf) + 1 else 0
@[extern "lean_nat_div"] protected def div (x y : @& Nat) : Nat :=
  if hy : 0 < y then div.go y hy (succ x) x (Nat.le_refl _) else 0
instance instDivNat : Div Nat := ⟨Nat.div⟩
def modCore.go (y : Nat) (hy : 0 < y) : (fuel : Nat) → (x : Nat) → x < fuel → Nat
  | 0, x, h => absurd h (Nat.not_lt_zero x)
  | succ fuel, x, hf => if h : y ≤ x then modCore.go y hy fuel (x - y) (div_fuel hy h hf) else x
theorem modCore.go_lt (y : Nat) (hy : 0 < y) (f x : Nat) (h : x < succ f) (hn : ¬ y ≤ x) : modCore.go y hy (succ f) x h = x := dif_neg hn
def modCore (x y : Nat) : Nat := if hy : 0 < y then modCore.go y hy (succ x) x (Nat.le_refl _) else x
@[extern "lean_nat_mod"] protected def mod : (@& Nat) → (@& Nat) → Nat
  | 0, _ => 0
  | n@(succ _), m => if m ≤ n then modCore n m else n
instance instModNat : Mod Nat := ⟨Nat.mod⟩
theorem sub_add_cancel {n m : Nat} (h : m ≤ n) : n - m + m = n := by
  induction m generalizing n with
  | zero => rfl
  | succ m ih => cases n with
    | zero => exact absurd h (Nat.not_succ_le_zero _)
    | succ n => rw [succ_sub_succ, add_succ, ih (Nat.le_of_succ_le_succ h)]
theorem modCore.go_spec (y : Nat) (hy : 0 < y) (fuel x : Nat) (h : x < fuel) :
    modCore.go y hy fuel x h < y ∧ y * div.go y hy fuel x h + modCore.go y hy fuel x h = x := by
  induction fuel generalizing x with
  | zero => exact absurd h (Nat.not_lt_zero x)
  | succ f ih =>
    unfold modCore.go div.go
    by_cases hxy : y ≤ x
    · rw [dif_pos hxy, dif_pos hxy]
      have := ih (x - y) (div_fuel hy hxy h)
      refine ⟨this.1, ?_⟩
      rw [← succ_eq_add_one, mul_succ, Nat.add_assoc, Nat.add_comm y, ← Nat.add_assoc, this.2, sub_add_cancel hxy]
    · rw [dif_neg hxy, dif_neg hxy]
      refine ⟨?_, Nat.zero_add _⟩
      rcases Nat.lt_or_ge x y with l | g
      · exact l
      · exact absurd g hxy
theorem lt_of_not_le {a b : Nat} (h : ¬ a ≤ b) : b < a := by
  rcases Nat.lt_or_ge b a with l | g
  · exact l
  · exact absurd g h
theorem mod_eq_modCore (x y : Nat) (hy : 0 < y) : x % y = modCore x y := by
  cases x with
  | zero =>
    show 0 = modCore 0 y
    unfold modCore; rw [dif_pos hy]; 
    exact (modCore.go_lt y hy _ _ _ (fun h => absurd (Nat.le_trans hy h) (Nat.not_succ_le_zero _))).symm
  | succ x =>
    show (if y ≤ succ x then modCore (succ x) y else succ x) = modCore (succ x) y
    by_cases h : y ≤ succ x
    · rw [if_pos h]
    · rw [if_neg h]; unfold modCore; rw [dif_pos hy]; exact (modCore.go_lt y hy _ _ _ h).symm
theorem mod_lt (x : Nat) {y : Nat} (hy : 0 < y) : x % y < y := by
  rw [mod_eq_modCore x y hy]; unfold modCore; rw [dif_pos hy]
  exact (modCore.go_spec y hy _ _ _).1
theorem div_add_mod (x y : Nat) : y * (x / y) + x % y = x := by
  by_cases hy : 0 < y
  · rw [mod_eq_modCore x y hy]
    show y * Nat.div x y + _ = x
    unfold Nat.div modCore; rw [dif_pos hy, dif_pos hy]
    exact (modCore.go_spec y hy _ _ _).2
  · have : y = 0 := by
      cases y with
      | zero => rfl
      | succ y => exact absurd (Nat.succ_le_succ (Nat.zero_le y)) hy
    subst this
    rw [Nat.zero_mul, Nat.zero_add]
    cases x with
    | zero => rfl
    | succ x => show (if 0 ≤ succ x then modCore (succ x) 0 else succ x) = _; rw [if_pos (Nat.zero_le _)]; rfl
theorem pos_of_ne_zero {n : Nat} (h : ¬ n = 0) : 0 < n := by
  cases n with
  | zero => exact absurd rfl h
  | succ n => exact Nat.succ_le_succ (Nat.zero_le n)
/-- core's definition -/
@[extern "lean_nat_gcd"] def gcd (m n : @& Nat) : Nat := if h : m = 0 then n else gcd (n % m) m
termination_by m
decreasing_by exact mod_lt n (pos_of_ne_zero h)
theorem gcd_eq (m n : Nat) : gcd m n = if m = 0 then n else gcd (n % m) m := by rw [gcd]; rfl
protected theorem dvd_add {a b c : Nat} (h : ∃ k, b = a * k) (h' : ∃ k, c = a * k) : ∃ k, b + c = a * k := by
  obtain ⟨k, hk⟩ := h; obtain ⟨l, hl⟩ := h'
  exact ⟨k + l, by rw [hk, hl, Nat.left_distrib]⟩
theorem gcd_dvd (m n : Nat) : (∃ k, m = gcd m n * k) ∧ (∃ k, n = gcd m n * k) := by
  have key : ∀ f m n : Nat, m < f → (∃ k, m = gcd m n * k) ∧ (∃ k, n = gcd m n * k) := by
    intro f
    induction f with
    | zero => intro m n h; exact absurd h (Nat.not_lt_zero _)
    | succ f ih =>
      intro m n h
      rw [gcd_eq]
      by_cases hm : m = 0
      · rw [if_pos hm]; exact ⟨⟨0, hm⟩, ⟨1, by rw [Nat.mul_comm]; exact (Nat.zero_add n).symm.trans (Nat.zero_add n ▸ by rw [Nat.mul_comm, mul_succ, Nat.mul_zero])⟩⟩
      · rw [if_neg hm]
        have hp := pos_of_ne_zero hm
        have := ih (n % m) m (Nat.le_trans (mod_lt n hp) (Nat.le_of_lt_succ h))
        refine ⟨this.2, ?_⟩
        have e := div_add_mod n m
        obtain ⟨⟨k, hk⟩, ⟨l, hl⟩⟩ := this
        refine ⟨l * (n / m) + k, ?_⟩
        rw [Nat.left_distrib, ← Nat.mul_assoc, ← hl, ← hk, e]
  exact key (succ m) m n (Nat.le_refl _)
end Nat

@[elab_as_elim, induction_eliminator] protected noncomputable def Nat.recAux {motive : Nat → Sort u} (zero : motive 0) (succ : ∀ n, motive n → motive (n + 1)) (t : Nat) : motive t :=
  Nat.rec zero succ t
@[elab_as_elim, cases_eliminator] protected noncomputable def Nat.casesAuxOn {motive : Nat → Sort u} (t : Nat) (zero : motive 0) (succ : ∀ n, motive (n + 1)) : motive t :=
  Nat.casesOn t zero succ
