prelude
import DeepTheory.Core.WellFounded
/-!
# Natural numbers: addition, multiplication, order, powers

The arithmetic of `Nat` by core's names. Induction and case distinction show `0` and `n + 1`
instead of `Nat.zero` and `n.succ`.

## Main definitions

* `Nat.recAux`, `Nat.casesAuxOn`: the eliminators of `induction` and `cases`
* `Nat.strongRecOn`: strong induction

## Main statements

* `Nat.add_comm`, `Nat.add_assoc`, `Nat.mul_comm`, `Nat.mul_assoc`, `Nat.mul_add`, ...
* `Nat.le_total`, `Nat.lt_trichotomy`, `Nat.not_le`, `Nat.not_lt`, `Nat.lt_succ_iff`, ...
* `Nat.add_le_add`, `Nat.mul_le_mul`, `Nat.pow_add`, `Nat.pow_le_pow_left`, ...
-/
set_option autoImplicit false
universe u

/-! ## Eliminators -/

/-- The recursor with `0` and `n + 1`. -/
@[elab_as_elim, induction_eliminator]
protected def Nat.recAux {motive : Nat → Sort u} (zero : motive 0)
    (succ : ∀ n, motive n → motive (n + 1)) (t : Nat) : motive t :=
  match t with
  | .zero => zero
  | .succ n => succ n (Nat.recAux zero succ n)

/-- Case distinction with `0` and `n + 1`. -/
@[elab_as_elim, cases_eliminator]
protected abbrev Nat.casesAuxOn {motive : Nat → Sort u} (t : Nat) (zero : motive 0)
    (succ : ∀ n, motive (n + 1)) : motive t :=
  match t with
  | .zero => zero
  | .succ n => succ n

attribute [simp] Nat.le_refl Nat.not_lt_zero Nat.zero_le Nat.lt_irrefl

namespace Nat

/-- Strong induction. -/
@[elab_as_elim]
protected noncomputable def strongRecOn {motive : Nat → Sort u} (n : Nat)
    (ind : ∀ n, (∀ m, m < n → motive m) → motive n) : motive n :=
  Nat.lt_wfRel.wf.fix ind n

@[elab_as_elim]
theorem strong_induction_on {p : Nat → Prop} (n : Nat) (h : ∀ n, (∀ m, m < n → p m) → p n) :
    p n :=
  Nat.strongRecOn n h

/-! ## Addition -/

@[simp] theorem zero_eq : Nat.zero = 0 := rfl

@[simp] theorem add_eq {x y : Nat} : Nat.add x y = x + y := rfl

@[simp] theorem mul_eq {x y : Nat} : Nat.mul x y = x * y := rfl

@[simp] theorem sub_eq {x y : Nat} : Nat.sub x y = x - y := rfl

@[simp] theorem pow_eq {m n : Nat} : m.pow n = m ^ n := rfl

@[simp] theorem lt_eq {m n : Nat} : Nat.lt m n = (m < n) := rfl

@[simp] theorem le_eq {m n : Nat} : Nat.le m n = (m ≤ n) := rfl

theorem succ_eq_add_one (n : Nat) : succ n = n + 1 := rfl

theorem add_one (n : Nat) : n + 1 = succ n := rfl

@[simp] protected theorem add_zero (n : Nat) : n + 0 = n := rfl

theorem add_succ (n m : Nat) : n + succ m = succ (n + m) := rfl

@[simp] protected theorem zero_add (n : Nat) : 0 + n = n := by
  induction n with
  | zero => rfl
  | succ n ih => exact congrArg succ ih

theorem succ_add (n m : Nat) : succ n + m = succ (n + m) := by
  induction m with
  | zero => rfl
  | succ m ih => exact congrArg succ ih

protected theorem add_comm (n m : Nat) : n + m = m + n := by
  induction m with
  | zero => exact (Nat.zero_add n).symm
  | succ m ih => exact (congrArg succ ih).trans (succ_add m n).symm

protected theorem add_assoc (n m k : Nat) : n + m + k = n + (m + k) := by
  induction k with
  | zero => rfl
  | succ k ih => exact congrArg succ ih

protected theorem add_left_comm (n m k : Nat) : n + (m + k) = m + (n + k) := by
  rw [← Nat.add_assoc, Nat.add_comm n m, Nat.add_assoc]

protected theorem add_right_comm (n m k : Nat) : n + m + k = n + k + m := by
  rw [Nat.add_assoc, Nat.add_comm m k, Nat.add_assoc]

protected theorem add_add_add_comm (a b c d : Nat) : a + b + (c + d) = a + c + (b + d) := by
  rw [Nat.add_assoc, Nat.add_assoc, Nat.add_left_comm b]

@[simp] theorem succ_ne_zero (n : Nat) : succ n ≠ 0 := fun h => Nat.noConfusion h

@[simp] theorem add_one_ne_zero (n : Nat) : n + 1 ≠ 0 := succ_ne_zero n

@[simp] theorem zero_ne_add_one (n : Nat) : 0 ≠ n + 1 := (succ_ne_zero n).symm

protected theorem one_ne_zero : 1 ≠ 0 := succ_ne_zero 0

protected theorem zero_ne_one : 0 ≠ 1 := (succ_ne_zero 0).symm

theorem succ_inj {a b : Nat} : succ a = succ b ↔ a = b := ⟨succ.inj, congrArg succ⟩

protected theorem add_one_inj {a b : Nat} : a + 1 = b + 1 ↔ a = b := succ_inj

theorem succ_ne_self (n : Nat) : succ n ≠ n :=
  fun h => not_succ_le_self n (h.symm ▸ Nat.le_refl (succ n))

protected theorem add_right_cancel {n m k : Nat} (h : n + m = k + m) : n = k := by
  induction m with
  | zero => exact h
  | succ m ih => exact ih (succ.inj h)

protected theorem add_left_cancel {n m k : Nat} (h : n + m = n + k) : m = k :=
  Nat.add_right_cancel (m := n) (by rw [Nat.add_comm m, h, Nat.add_comm])

@[simp] protected theorem add_right_cancel_iff {m k n : Nat} : m + n = k + n ↔ m = k :=
  ⟨Nat.add_right_cancel, fun h => h ▸ rfl⟩

@[simp] protected theorem add_left_cancel_iff {m k n : Nat} : n + m = n + k ↔ m = k :=
  ⟨Nat.add_left_cancel, fun h => h ▸ rfl⟩

@[simp] protected theorem add_eq_left {a b : Nat} : a + b = a ↔ b = 0 :=
  Nat.add_left_cancel_iff (k := 0)

@[simp] protected theorem add_eq_right {a b : Nat} : a + b = b ↔ a = 0 := by
  rw [Nat.add_comm]; exact Nat.add_eq_left

@[simp] protected theorem left_eq_add {a b : Nat} : a = a + b ↔ b = 0 :=
  eq_comm.trans Nat.add_eq_left

@[simp] protected theorem right_eq_add {a b : Nat} : a = b + a ↔ b = 0 :=
  eq_comm.trans Nat.add_eq_right

protected theorem eq_zero_of_add_eq_zero : ∀ {n m : Nat}, n + m = 0 → n = 0 ∧ m = 0
  | 0, 0, _ => ⟨rfl, rfl⟩
  | _ + 1, 0, h => nomatch h

@[simp] protected theorem add_eq_zero_iff {n m : Nat} : n + m = 0 ↔ n = 0 ∧ m = 0 :=
  ⟨Nat.eq_zero_of_add_eq_zero, fun ⟨h₁, h₂⟩ => h₁ ▸ h₂ ▸ rfl⟩

/-! ## Multiplication -/

@[simp] protected theorem mul_zero (n : Nat) : n * 0 = 0 := rfl

theorem mul_succ (n m : Nat) : n * succ m = n * m + n := rfl

theorem mul_add_one (n m : Nat) : n * (m + 1) = n * m + n := rfl

@[simp] protected theorem zero_mul (n : Nat) : 0 * n = 0 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [mul_add_one, ih]

theorem succ_mul (n m : Nat) : succ n * m = n * m + m := by
  induction m with
  | zero => rfl
  | succ m ih =>
    show succ n * m + succ n = n * m + n + succ m
    rw [ih, add_succ, add_succ, Nat.add_right_comm]

theorem add_one_mul (n m : Nat) : (n + 1) * m = n * m + m := succ_mul n m

protected theorem mul_comm (n m : Nat) : n * m = m * n := by
  induction m with
  | zero => exact (Nat.zero_mul n).symm
  | succ m ih => rw [mul_add_one, ih, add_one_mul]

@[simp] protected theorem mul_one (n : Nat) : n * 1 = n := Nat.zero_add n

@[simp] protected theorem one_mul (n : Nat) : 1 * n = n :=
  (Nat.mul_comm 1 n).trans (Nat.mul_one n)

protected theorem left_distrib (n m k : Nat) : n * (m + k) = n * m + n * k := by
  induction k with
  | zero => rfl
  | succ k ih => rw [← Nat.add_assoc, mul_add_one, ih, mul_add_one, Nat.add_assoc]

protected theorem mul_add (k m n : Nat) : k * (m + n) = k * m + k * n := Nat.left_distrib k m n

protected theorem right_distrib (n m k : Nat) : (n + m) * k = n * k + m * k := by
  rw [Nat.mul_comm, Nat.left_distrib, Nat.mul_comm k, Nat.mul_comm k]

protected theorem add_mul (m n k : Nat) : (m + n) * k = m * k + n * k := Nat.right_distrib m n k

protected theorem mul_assoc (n m k : Nat) : n * m * k = n * (m * k) := by
  induction k with
  | zero => rfl
  | succ k ih => rw [mul_add_one, mul_add_one, ih, Nat.left_distrib]

protected theorem mul_left_comm (n m k : Nat) : n * (m * k) = m * (n * k) := by
  rw [← Nat.mul_assoc, Nat.mul_comm n m, Nat.mul_assoc]

protected theorem mul_right_comm (n m k : Nat) : n * m * k = n * k * m := by
  rw [Nat.mul_assoc, Nat.mul_comm m k, Nat.mul_assoc]

protected theorem mul_mul_mul_comm (a b c d : Nat) : a * b * (c * d) = a * c * (b * d) := by
  rw [Nat.mul_assoc, Nat.mul_assoc, Nat.mul_left_comm b]

protected theorem mul_two (n : Nat) : n * 2 = n + n := by rw [mul_add_one, Nat.mul_one]

protected theorem two_mul (n : Nat) : 2 * n = n + n := by rw [Nat.mul_comm, Nat.mul_two]

@[simp] protected theorem mul_eq_zero : ∀ {m n : Nat}, n * m = 0 ↔ n = 0 ∨ m = 0
  | 0, _ => ⟨fun _ => Or.inr rfl, fun _ => rfl⟩
  | _ + 1, 0 => ⟨fun _ => Or.inl rfl, fun _ => Nat.zero_mul _⟩
  | _ + 1, _ + 1 => ⟨(nomatch ·), fun h => h.elim (nomatch ·) (nomatch ·)⟩

protected theorem mul_ne_zero {m n : Nat} (hn : n ≠ 0) (hm : m ≠ 0) : n * m ≠ 0 :=
  fun h => (Nat.mul_eq_zero.1 h).elim hn hm

/-! ## Order -/

protected theorem le_rfl {n : Nat} : n ≤ n := Nat.le_refl n

protected theorem le_of_eq {n m : Nat} (h : n = m) : n ≤ m := h ▸ Nat.le_refl n

theorem lt_succ_self (n : Nat) : n < succ n := Nat.le_refl _

@[simp] protected theorem lt_add_one (n : Nat) : n < n + 1 := Nat.le_refl _

theorem lt_succ_of_le {n m : Nat} (h : n ≤ m) : n < succ m := succ_le_succ h

theorem lt_add_one_of_le {n m : Nat} (h : n ≤ m) : n < m + 1 := succ_le_succ h

theorem le_of_lt_add_one {n m : Nat} (h : n < m + 1) : n ≤ m := le_of_lt_succ h

theorem lt_succ_iff {m n : Nat} : m < succ n ↔ m ≤ n := ⟨le_of_lt_succ, lt_succ_of_le⟩

protected theorem lt_add_one_iff {m n : Nat} : m < n + 1 ↔ m ≤ n := lt_succ_iff

theorem succ_le_of_lt {n m : Nat} (h : n < m) : succ n ≤ m := h

theorem lt_of_succ_le {n m : Nat} (h : succ n ≤ m) : n < m := h

theorem succ_le_iff {m n : Nat} : succ m ≤ n ↔ m < n := Iff.rfl

theorem add_one_le_iff {n m : Nat} : n + 1 ≤ m ↔ n < m := Iff.rfl

theorem succ_le_succ_iff {a b : Nat} : succ a ≤ succ b ↔ a ≤ b :=
  ⟨le_of_succ_le_succ, succ_le_succ⟩

theorem lt_of_succ_lt_succ {n m : Nat} : succ n < succ m → n < m := le_of_succ_le_succ

theorem succ_lt_succ {n m : Nat} : n < m → succ n < succ m := succ_le_succ

theorem succ_lt_succ_iff {a b : Nat} : succ a < succ b ↔ a < b := succ_le_succ_iff

theorem lt_of_succ_lt {n m : Nat} (h : succ n < m) : n < m := Nat.le_trans (le_succ _) h

theorem le_of_succ_le {n m : Nat} (h : succ n ≤ m) : n ≤ m := Nat.le_trans (le_succ n) h

protected theorem le_of_lt {n m : Nat} (h : n < m) : n ≤ m := le_of_succ_le h

protected theorem lt_of_lt_of_le {n m k : Nat} : n < m → m ≤ k → n < k := Nat.le_trans

protected theorem lt_of_lt_of_eq {n m k : Nat} : n < m → m = k → n < k := fun h₁ h₂ => h₂ ▸ h₁

protected theorem lt_of_eq_of_lt {n m k : Nat} : n = m → m < k → n < k := fun h₁ h₂ => h₁ ▸ h₂

protected theorem le_total (m n : Nat) : m ≤ n ∨ n ≤ m :=
  (Nat.lt_or_ge m n).elim (fun h => Or.inl (Nat.le_of_lt h)) Or.inr

protected theorem not_le_of_gt {n m : Nat} (h : n > m) : ¬n ≤ m :=
  fun h' => Nat.lt_irrefl _ (Nat.lt_of_le_of_lt h' h)

protected theorem not_le_of_lt {a b : Nat} (h : a < b) : ¬b ≤ a := Nat.not_le_of_gt h

protected theorem not_lt_of_ge {a b : Nat} (h : b ≥ a) : ¬b < a := fun h' => Nat.not_le_of_gt h' h

protected theorem not_lt_of_le {a b : Nat} (h : a ≤ b) : ¬b < a := Nat.not_lt_of_ge h

protected theorem lt_of_not_le {a b : Nat} (h : ¬a ≤ b) : b < a :=
  (Nat.lt_or_ge b a).resolve_right h

protected theorem lt_of_not_ge {a b : Nat} (h : ¬b ≥ a) : b < a := Nat.lt_of_not_le h

protected theorem le_of_not_lt {a b : Nat} (h : ¬a < b) : b ≤ a :=
  (Nat.lt_or_ge a b).resolve_left h

protected theorem le_of_not_ge {a b : Nat} (h : ¬b ≥ a) : b ≤ a :=
  Nat.le_of_lt (Nat.lt_of_not_ge h)

protected theorem le_of_not_le {a b : Nat} (h : ¬b ≤ a) : a ≤ b :=
  Nat.le_of_lt (Nat.lt_of_not_le h)

@[simp] protected theorem not_le {n m : Nat} : ¬n ≤ m ↔ m < n :=
  ⟨Nat.lt_of_not_le, Nat.not_le_of_gt⟩

@[simp] protected theorem not_lt {n m : Nat} : ¬n < m ↔ m ≤ n :=
  ⟨Nat.le_of_not_lt, Nat.not_lt_of_ge⟩

protected theorem not_le_eq (a b : Nat) : (¬a ≤ b) = (b + 1 ≤ a) := propext Nat.not_le

protected theorem not_ge_eq (a b : Nat) : (¬a ≥ b) = (a + 1 ≤ b) := propext Nat.not_le

protected theorem not_lt_eq (a b : Nat) : (¬a < b) = (b ≤ a) := propext Nat.not_lt

protected theorem not_gt_eq (a b : Nat) : (¬a > b) = (a ≤ b) := propext Nat.not_lt

protected theorem ne_of_gt {a b : Nat} (h : b < a) : a ≠ b := fun e => Nat.lt_irrefl b (e ▸ h)

protected theorem ne_of_lt {a b : Nat} (h : a < b) : a ≠ b := fun e => Nat.lt_irrefl b (e ▸ h)

protected theorem ne_of_lt' {a b : Nat} (h : b < a) : a ≠ b := Nat.ne_of_gt h

protected theorem lt_asymm {a b : Nat} (h : a < b) : ¬b < a := Nat.not_lt_of_le (Nat.le_of_lt h)

protected theorem lt_iff_le_not_le {m n : Nat} : m < n ↔ m ≤ n ∧ ¬n ≤ m :=
  ⟨fun h => ⟨Nat.le_of_lt h, Nat.not_le_of_gt h⟩, fun h => Nat.lt_of_not_le h.2⟩

protected theorem lt_iff_le_and_ne {m n : Nat} : m < n ↔ m ≤ n ∧ m ≠ n :=
  ⟨fun h => ⟨Nat.le_of_lt h, Nat.ne_of_lt h⟩, fun h => Nat.lt_of_le_of_ne h.1 h.2⟩

protected theorem le_antisymm_iff {a b : Nat} : a = b ↔ a ≤ b ∧ b ≤ a :=
  ⟨fun h => ⟨Nat.le_of_eq h, Nat.le_of_eq h.symm⟩, fun h => Nat.le_antisymm h.1 h.2⟩

protected theorem eq_iff_le_and_ge {a b : Nat} : a = b ↔ a ≤ b ∧ b ≤ a := Nat.le_antisymm_iff

protected theorem lt_or_eq_of_le {n m : Nat} (h : n ≤ m) : n < m ∨ n = m :=
  (Nat.eq_or_lt_of_le h).symm

protected theorem le_iff_lt_or_eq {n m : Nat} : n ≤ m ↔ n < m ∨ n = m :=
  ⟨Nat.lt_or_eq_of_le, fun h => h.elim Nat.le_of_lt Nat.le_of_eq⟩

protected theorem lt_trichotomy (a b : Nat) : a < b ∨ a = b ∨ b < a :=
  (Nat.lt_or_ge a b).imp_right fun h => (Nat.eq_or_lt_of_le h).imp_left Eq.symm

protected theorem lt_or_gt_of_ne {a b : Nat} (ne : a ≠ b) : a < b ∨ a > b :=
  (Nat.lt_trichotomy a b).imp_right fun h => h.resolve_left ne

protected theorem lt_or_lt_of_ne {a b : Nat} (ne : a ≠ b) : a < b ∨ b < a := Nat.lt_or_gt_of_ne ne

protected theorem ne_iff_lt_or_gt {a b : Nat} : a ≠ b ↔ a < b ∨ b < a :=
  ⟨Nat.lt_or_gt_of_ne, fun h => h.elim Nat.ne_of_lt Nat.ne_of_gt⟩

protected theorem le_or_gt (m n : Nat) : m ≤ n ∨ m > n := (Nat.lt_or_ge n m).symm

protected theorem lt_or_le (m n : Nat) : m < n ∨ n ≤ m := Nat.lt_or_ge m n

theorem le_succ_iff {m n : Nat} : m ≤ succ n ↔ m ≤ n ∨ m = succ n :=
  ⟨fun h => (Nat.lt_or_eq_of_le h).imp_left le_of_lt_succ,
    fun h => h.elim le_succ_of_le Nat.le_of_eq⟩

theorem le_of_le_succ {m n : Nat} (h : m ≤ succ n) : m ≠ succ n → m ≤ n :=
  fun hne => (le_succ_iff.1 h).resolve_right hne

theorem lt_succ_iff_lt_or_eq {m n : Nat} : m < succ n ↔ m < n ∨ m = n :=
  lt_succ_iff.trans Nat.le_iff_lt_or_eq

/-! ## Order and zero -/

theorem pos_of_ne_zero {n : Nat} (h : n ≠ 0) : 0 < n := by
  cases n with
  | zero => exact absurd rfl h
  | succ n => exact zero_lt_succ n

protected theorem pos_of_lt {m n : Nat} (h : m < n) : 0 < n := Nat.lt_of_le_of_lt (zero_le m) h

theorem pos_iff_ne_zero {n : Nat} : 0 < n ↔ n ≠ 0 := ⟨Nat.ne_of_gt, pos_of_ne_zero⟩

protected theorem ne_zero_of_lt {a b : Nat} (h : b < a) : a ≠ 0 := Nat.ne_of_gt (Nat.pos_of_lt h)

theorem ne_zero_iff_zero_lt {n : Nat} : n ≠ 0 ↔ 0 < n := pos_iff_ne_zero.symm

@[simp] protected theorem zero_lt_one : 0 < 1 := zero_lt_succ 0

@[simp] theorem zero_lt_two : 0 < 2 := zero_lt_succ 1

@[simp] protected theorem add_one_pos (n : Nat) : 0 < n + 1 := zero_lt_succ n

theorem eq_zero_of_le_zero {n : Nat} (h : n ≤ 0) : n = 0 := Nat.le_antisymm h (zero_le n)

@[simp] theorem le_zero_eq (a : Nat) : (a ≤ 0) = (a = 0) :=
  propext ⟨eq_zero_of_le_zero, Nat.le_of_eq⟩

protected theorem le_zero {i : Nat} : i ≤ 0 ↔ i = 0 := iff_of_eq (le_zero_eq i)

protected theorem eq_zero_or_pos : ∀ n : Nat, n = 0 ∨ 0 < n
  | 0 => Or.inl rfl
  | n + 1 => Or.inr (zero_lt_succ n)

theorem eq_zero_of_not_pos {n : Nat} (h : ¬0 < n) : n = 0 := (Nat.eq_zero_or_pos n).resolve_right h

@[simp] theorem lt_one_iff {n : Nat} : n < 1 ↔ n = 0 := lt_succ_iff.trans Nat.le_zero

theorem one_le_iff_ne_zero {n : Nat} : 1 ≤ n ↔ n ≠ 0 := pos_iff_ne_zero

theorem one_pos : 0 < 1 := Nat.zero_lt_one

theorem exists_eq_succ_of_ne_zero : ∀ {n : Nat}, n ≠ 0 → ∃ k, n = succ k
  | 0, h => absurd rfl h
  | n + 1, _ => ⟨n, rfl⟩

theorem exists_eq_add_one_of_ne_zero {n : Nat} (h : n ≠ 0) : ∃ k, n = k + 1 :=
  exists_eq_succ_of_ne_zero h

theorem eq_zero_or_eq_succ_pred : ∀ n : Nat, n = 0 ∨ n = succ (pred n)
  | 0 => Or.inl rfl
  | _ + 1 => Or.inr rfl

/-! ## Order and addition -/

theorem le.dest : ∀ {n m : Nat}, n ≤ m → ∃ k, n + k = m := by
  intro n m h
  induction h with
  | refl => exact ⟨0, rfl⟩
  | step _ ih => exact ih.elim fun k hk => ⟨k + 1, congrArg succ hk⟩

@[simp] protected theorem le_add_right : ∀ n k : Nat, n ≤ n + k
  | _, 0 => Nat.le_refl _
  | n, k + 1 => le_succ_of_le (Nat.le_add_right n k)

@[simp] protected theorem le_add_left (n m : Nat) : n ≤ m + n :=
  Nat.add_comm n m ▸ Nat.le_add_right n m

theorem le.intro {n m k : Nat} (h : n + k = m) : n ≤ m := h ▸ Nat.le_add_right n k

theorem le_of_add_right_le {n m k : Nat} (h : n + k ≤ m) : n ≤ m :=
  Nat.le_trans (Nat.le_add_right n k) h

theorem le_add_right_of_le {n m k : Nat} (h : n ≤ m) : n ≤ m + k :=
  Nat.le_trans h (Nat.le_add_right m k)

theorem le_add_left_of_le {n m k : Nat} (h : n ≤ m) : n ≤ k + m :=
  Nat.le_trans h (Nat.le_add_left m k)

theorem lt_add_right {a b : Nat} (c : Nat) (h : a < b) : a < b + c := le_add_right_of_le h

theorem lt_add_left {a b : Nat} (c : Nat) (h : a < b) : a < c + b := le_add_left_of_le h

protected theorem exists_eq_add_of_le {m n : Nat} (h : m ≤ n) : ∃ k, n = m + k :=
  (le.dest h).imp fun _ => Eq.symm

protected theorem exists_eq_add_of_le' {m n : Nat} (h : m ≤ n) : ∃ k, n = k + m :=
  (le.dest h).imp fun k e => (Nat.add_comm m k ▸ e).symm

protected theorem exists_eq_add_of_lt {m n : Nat} (h : m < n) : ∃ k, n = m + k + 1 :=
  (le.dest h).imp fun k e => e.symm.trans (succ_add m k)

protected theorem add_le_add_left {n m : Nat} (h : n ≤ m) (k : Nat) : k + n ≤ k + m :=
  (le.dest h).elim fun w hw => le.intro (k := w) (by rw [Nat.add_assoc, hw])

protected theorem add_le_add_right {n m : Nat} (h : n ≤ m) (k : Nat) : n + k ≤ m + k := by
  rw [Nat.add_comm n, Nat.add_comm m]; exact Nat.add_le_add_left h k

protected theorem add_le_add {a b c d : Nat} (h₁ : a ≤ b) (h₂ : c ≤ d) : a + c ≤ b + d :=
  Nat.le_trans (Nat.add_le_add_right h₁ c) (Nat.add_le_add_left h₂ b)

protected theorem add_lt_add_left {n m : Nat} (h : n < m) (k : Nat) : k + n < k + m :=
  Nat.add_le_add_left h k

protected theorem add_lt_add_right {n m : Nat} (h : n < m) (k : Nat) : n + k < m + k := by
  rw [Nat.add_comm n, Nat.add_comm m]; exact Nat.add_lt_add_left h k

protected theorem add_lt_add {a b c d : Nat} (h : a < b) (h' : c < d) : a + c < b + d :=
  Nat.lt_trans (Nat.add_lt_add_right h c) (Nat.add_lt_add_left h' b)

protected theorem add_lt_add_of_le_of_lt {a b c d : Nat} (hle : a ≤ b) (hlt : c < d) :
    a + c < b + d :=
  Nat.lt_of_le_of_lt (Nat.add_le_add_right hle c) (Nat.add_lt_add_left hlt b)

protected theorem add_lt_add_of_lt_of_le {a b c d : Nat} (hlt : a < b) (hle : c ≤ d) :
    a + c < b + d :=
  Nat.lt_of_lt_of_le (Nat.add_lt_add_right hlt c) (Nat.add_le_add_left hle b)

protected theorem lt_add_of_pos_right {k n : Nat} (h : 0 < k) : n < n + k := Nat.add_lt_add_left h n

protected theorem lt_add_of_pos_left {k n : Nat} (h : 0 < k) : n < k + n :=
  Nat.add_comm n k ▸ Nat.lt_add_of_pos_right h

protected theorem pos_of_lt_add_right {n k : Nat} (h : n < n + k) : 0 < k :=
  pos_of_ne_zero fun e => Nat.lt_irrefl n (by rw [e] at h; exact h)

protected theorem le_of_add_le_add_left {a b c : Nat} (h : a + b ≤ a + c) : b ≤ c :=
  (le.dest h).elim fun k hk => le.intro (k := k) (Nat.add_left_cancel (Nat.add_assoc a b k ▸ hk))

protected theorem le_of_add_le_add_right {a b c : Nat} (h : a + b ≤ c + b) : a ≤ c :=
  Nat.le_of_add_le_add_left (a := b) (by rw [Nat.add_comm b, Nat.add_comm b]; exact h)

@[simp] protected theorem add_le_add_iff_left {m k n : Nat} : n + m ≤ n + k ↔ m ≤ k :=
  ⟨Nat.le_of_add_le_add_left, fun h => Nat.add_le_add_left h n⟩

@[simp] protected theorem add_le_add_iff_right {m k n : Nat} : m + n ≤ k + n ↔ m ≤ k :=
  ⟨Nat.le_of_add_le_add_right, fun h => Nat.add_le_add_right h n⟩

protected theorem lt_of_add_lt_add_left {k n m : Nat} (h : n + k < n + m) : k < m :=
  Nat.le_of_add_le_add_left (a := n) h

protected theorem lt_of_add_lt_add_right {a b c : Nat} (h : a + b < c + b) : a < c :=
  Nat.lt_of_not_le fun h' => Nat.not_le_of_gt h (Nat.add_le_add_right h' b)

@[simp] protected theorem add_lt_add_iff_left {k n m : Nat} : k + n < k + m ↔ n < m :=
  ⟨Nat.lt_of_add_lt_add_left, fun h => Nat.add_lt_add_left h k⟩

@[simp] protected theorem add_lt_add_iff_right {k n m : Nat} : n + k < m + k ↔ n < m :=
  ⟨Nat.lt_of_add_lt_add_right, fun h => Nat.add_lt_add_right h k⟩

protected theorem add_pos_left {m : Nat} (h : 0 < m) (n : Nat) : 0 < m + n := lt_add_right n h

protected theorem add_pos_right {n : Nat} (m : Nat) (h : 0 < n) : 0 < m + n := lt_add_left m h
end Nat
