prelude
import DeepTheory.Core.Nat.Subtraction
/-!
# Natural numbers: division, remainder, divisibility

The kernel computes `Nat.div` and `Nat.mod` on literals, by name, so the definitions are core
Lean's: repeated subtraction with the dividend as fuel.

## Main definitions

* `Nat.div`, `Nat.mod`, divisibility `a ∣ b`

## Main statements

* `Nat.div_eq`, `Nat.mod_eq`: the recursion equations
* `Nat.div_add_mod`, `Nat.mod_lt`, `Nat.div_le_self`, `Nat.div_mul_le_self`
* `Nat.le_div_iff_mul_le`, `Nat.div_lt_iff_lt_mul`, `Nat.div_eq_of_lt`, `Nat.mul_div_cancel`
* `Nat.dvd_trans`, `Nat.dvd_add`, `Nat.dvd_antisymm`, `Nat.mod_eq_zero_of_dvd`
-/
set_option autoImplicit false

namespace Nat

/-! ## Definitions -/

theorem div_rec_lemma {x y : Nat} : 0 < y ∧ y ≤ x → x - y < x :=
  fun ⟨hy, h⟩ => Nat.sub_lt (Nat.lt_of_lt_of_le hy h) hy

theorem div_rec_fuel_lemma {x y fuel : Nat} (hy : 0 < y) (h : y ≤ x) (hfuel : x < fuel + 1) :
    x - y < fuel :=
  Nat.lt_of_lt_of_le (div_rec_lemma ⟨hy, h⟩) (le_of_lt_succ hfuel)

/-- Division with fuel. -/
def div.go (y : Nat) (hy : 0 < y) : (fuel x : Nat) → x < fuel → Nat
  | 0, x, hfuel => absurd hfuel (Nat.not_lt_zero x)
  | succ fuel, x, hfuel =>
    if h : y ≤ x then div.go y hy fuel (x - y) (div_rec_fuel_lemma hy h hfuel) + 1 else 0

/-- Division, rounded down; division by zero is zero. -/
@[extern "lean_nat_div"]
protected def div (x y : @& Nat) : Nat :=
  if hy : 0 < y then div.go y hy (succ x) x (Nat.lt_succ_self _) else 0

instance instDiv : Div Nat := ⟨Nat.div⟩

/-- Remainder with fuel. -/
def modCore.go (y : Nat) (hy : 0 < y) : (fuel x : Nat) → x < fuel → Nat
  | 0, x, hfuel => absurd hfuel (Nat.not_lt_zero x)
  | succ fuel, x, hfuel =>
    if h : y ≤ x then modCore.go y hy fuel (x - y) (div_rec_fuel_lemma hy h hfuel) else x

/-- The remainder. -/
protected def modCore (x y : Nat) : Nat :=
  if hy : 0 < y then modCore.go y hy (succ x) x (Nat.lt_succ_self _) else x

/-- The remainder of division; that of division by zero is the dividend. -/
@[extern "lean_nat_mod"]
protected def mod : (@& Nat) → (@& Nat) → Nat
  | 0, _ => 0
  | n@(succ _), m => if m ≤ n then Nat.modCore n m else n

instance instMod : Mod Nat := ⟨Nat.mod⟩

/-- `a` divides `b` if `b` is a multiple of `a`. -/
instance instDvd : Dvd Nat := ⟨fun a b => ∃ c, b = a * c⟩

/-! ## Recursion equations -/

theorem div.go_congr (y : Nat) (hy : 0 < y) (f₁ f₂ x : Nat) (h₁ : x < f₁) (h₂ : x < f₂) :
    div.go y hy f₁ x h₁ = div.go y hy f₂ x h₂ := by
  induction f₁ generalizing f₂ x with
  | zero => exact absurd h₁ (Nat.not_lt_zero x)
  | succ f₁ ih =>
    cases f₂ with
    | zero => exact absurd h₂ (Nat.not_lt_zero x)
    | succ f₂ =>
      unfold div.go
      by_cases h : y ≤ x
      · rw [dif_pos h, dif_pos h, ih]
      · rw [dif_neg h, dif_neg h]

theorem modCore.go_congr (y : Nat) (hy : 0 < y) (f₁ f₂ x : Nat) (h₁ : x < f₁) (h₂ : x < f₂) :
    modCore.go y hy f₁ x h₁ = modCore.go y hy f₂ x h₂ := by
  induction f₁ generalizing f₂ x with
  | zero => exact absurd h₁ (Nat.not_lt_zero x)
  | succ f₁ ih =>
    cases f₂ with
    | zero => exact absurd h₂ (Nat.not_lt_zero x)
    | succ f₂ =>
      unfold modCore.go
      by_cases h : y ≤ x
      · rw [dif_pos h, dif_pos h, ih]
      · rw [dif_neg h, dif_neg h]

theorem div_eq (x y : Nat) : x / y = if 0 < y ∧ y ≤ x then (x - y) / y + 1 else 0 := by
  show Nat.div x y = _
  unfold Nat.div
  by_cases hy : 0 < y
  · rw [dif_pos hy]
    unfold div.go
    by_cases h : y ≤ x
    · rw [dif_pos h, if_pos ⟨hy, h⟩]
      show _ = Nat.div (x - y) y + 1
      unfold Nat.div
      rw [dif_pos hy, div.go_congr]
    · rw [dif_neg h, if_neg (fun h' => h h'.2)]
  · rw [dif_neg hy, if_neg (fun h' => hy h'.1)]

theorem modCore_eq (x y : Nat) :
    Nat.modCore x y = if 0 < y ∧ y ≤ x then Nat.modCore (x - y) y else x := by
  by_cases hy : 0 < y
  · by_cases h : y ≤ x
    · rw [if_pos ⟨hy, h⟩]
      unfold Nat.modCore
      rw [dif_pos hy, dif_pos hy]
      exact (dif_pos h).trans (modCore.go_congr ..)
    · rw [if_neg (fun h' => h h'.2)]
      unfold Nat.modCore
      rw [dif_pos hy]
      exact dif_neg h
  · rw [if_neg (fun h' => hy h'.1)]
    exact dif_neg hy

protected theorem modCore_eq_mod (n m : Nat) : Nat.modCore n m = n % m := by
  cases n with
  | zero =>
    rw [modCore_eq]
    by_cases h : 0 < m ∧ m ≤ 0
    · exact absurd (Nat.lt_of_lt_of_le h.1 h.2) (Nat.lt_irrefl 0)
    · rw [if_neg h]; rfl
  | succ n =>
    show _ = if m ≤ n + 1 then Nat.modCore (n + 1) m else n + 1
    by_cases h : m ≤ n + 1
    · rw [if_pos h]
    · rw [if_neg h, modCore_eq, if_neg (fun h' => h h'.2)]

theorem mod_eq (x y : Nat) : x % y = if 0 < y ∧ y ≤ x then (x - y) % y else x := by
  rw [← Nat.modCore_eq_mod, ← Nat.modCore_eq_mod, ← modCore_eq]

/-- Induction along division. -/
theorem mod.inductionOn {motive : Nat → Nat → Prop} (x y : Nat)
    (ind : ∀ x y, 0 < y ∧ y ≤ x → motive (x - y) y → motive x y)
    (base : ∀ x y, ¬(0 < y ∧ y ≤ x) → motive x y) : motive x y := by
  induction x using Nat.strongRecOn with
  | ind x ih =>
    by_cases h : 0 < y ∧ y ≤ x
    · exact ind x y h (ih _ (div_rec_lemma h))
    · exact base x y h

/-! ## Remainder -/

@[simp] theorem mod_zero (a : Nat) : a % 0 = a := by
  rw [mod_eq, if_neg fun h => Nat.lt_irrefl 0 h.1]

@[simp] theorem zero_mod (b : Nat) : 0 % b = 0 := rfl

theorem mod_eq_of_lt {a b : Nat} (h : a < b) : a % b = a := by
  rw [mod_eq, if_neg fun h' => Nat.not_le_of_gt h h'.2]

theorem mod_eq_sub_mod {a b : Nat} (h : a ≥ b) : a % b = (a - b) % b := by
  rcases Nat.eq_zero_or_pos b with hb | hb
  · rw [hb]; rfl
  · rw [mod_eq a, if_pos ⟨hb, h⟩]

theorem mod_lt (x : Nat) {y : Nat} : y > 0 → x % y < y :=
  mod.inductionOn (motive := fun x y => y > 0 → x % y < y) x y
    (fun x y ⟨_, h⟩ ih hy => by rw [mod_eq_sub_mod h]; exact ih hy)
    (fun x y h hy => by
      have hxy : x < y := Nat.lt_of_not_le fun h' => h ⟨hy, h'⟩
      rwa [mod_eq_of_lt hxy])

theorem mod_le (x y : Nat) : x % y ≤ x := by
  rcases Nat.lt_or_ge x y with h | h
  · rw [mod_eq_of_lt h]; exact Nat.le_refl x
  · rcases Nat.eq_zero_or_pos y with hy | hy
    · rw [hy, mod_zero]; exact Nat.le_refl x
    · exact Nat.le_trans (Nat.le_of_lt (mod_lt x hy)) h

@[simp] theorem mod_self (n : Nat) : n % n = 0 := by
  rw [mod_eq_sub_mod (Nat.le_refl n), Nat.sub_self, zero_mod]

@[simp] theorem mod_one (x : Nat) : x % 1 = 0 := lt_one_iff.1 (mod_lt x Nat.zero_lt_one)

theorem div_add_mod (m n : Nat) : n * (m / n) + m % n = m :=
  mod.inductionOn (motive := fun m n => n * (m / n) + m % n = m) m n
    (fun m n h ih => by
      rw [div_eq, if_pos h, mod_eq_sub_mod h.2, mul_add_one, Nat.add_right_comm, ih,
        Nat.sub_add_cancel h.2])
    (fun m n h => by rw [div_eq, if_neg h, mod_eq, if_neg h, Nat.mul_zero, Nat.zero_add])

theorem mod_add_div (m k : Nat) : m % k + k * (m / k) = m := by rw [Nat.add_comm, div_add_mod]

theorem mod_def (m k : Nat) : m % k = m - k * (m / k) :=
  (Nat.sub_eq_of_eq_add (mod_add_div m k).symm).symm

theorem div_add_mod' (a b : Nat) : a / b * b + a % b = a := by rw [Nat.mul_comm, div_add_mod]

@[simp] theorem add_mod_right (x z : Nat) : (x + z) % z = x % z := by
  rw [mod_eq_sub_mod (Nat.le_add_left z x), Nat.add_sub_cancel]

@[simp] theorem add_mod_left (x z : Nat) : (x + z) % x = z % x := by
  rw [Nat.add_comm, add_mod_right]

@[simp] theorem add_mul_mod_self_left (x y z : Nat) : (x + y * z) % y = x % y := by
  induction z with
  | zero => rfl
  | succ z ih => rw [mul_add_one, ← Nat.add_assoc, add_mod_right, ih]

@[simp] theorem add_mul_mod_self_right (x y z : Nat) : (x + y * z) % z = x % z := by
  rw [Nat.mul_comm, add_mul_mod_self_left]

@[simp] theorem mul_mod_right (m n : Nat) : m * n % m = 0 := by
  have h := add_mul_mod_self_left 0 m n
  rwa [Nat.zero_add, zero_mod] at h

@[simp] theorem mul_mod_left (m n : Nat) : m * n % n = 0 := by
  rw [Nat.mul_comm, mul_mod_right]

@[simp] theorem mod_mod (a n : Nat) : a % n % n = a % n := by
  rcases Nat.eq_zero_or_pos n with h | h
  · rw [h, mod_zero]
  · exact mod_eq_of_lt (mod_lt a h)

theorem add_mod (a b n : Nat) : (a + b) % n = (a % n + b % n) % n := by
  have e : a + b = a % n + b % n + n * (a / n + b / n) := by
    rw [Nat.mul_add, Nat.add_add_add_comm, mod_add_div, mod_add_div]
  exact (congrArg (· % n) e).trans (add_mul_mod_self_left _ _ _)

theorem mul_mod (a b n : Nat) : a * b % n = (a % n) * (b % n) % n := by
  have ha : a * b = (a % n) * b + n * (a / n * b) := by
    rw [← Nat.mul_assoc, ← Nat.add_mul, mod_add_div]
  have hb : (a % n) * b = (a % n) * (b % n) + n * (a % n * (b / n)) := by
    rw [Nat.mul_left_comm, ← Nat.mul_add, mod_add_div]
  rw [ha, add_mul_mod_self_left, hb, add_mul_mod_self_left]

theorem mod_two_eq_zero_or_one (n : Nat) : n % 2 = 0 ∨ n % 2 = 1 :=
  match n % 2, mod_lt n zero_lt_two with
  | 0, _ => Or.inl rfl
  | 1, _ => Or.inr rfl

/-! ## Division -/

@[simp] protected theorem div_zero (n : Nat) : n / 0 = 0 := by
  rw [div_eq, if_neg fun h => Nat.lt_irrefl 0 h.1]

@[simp] protected theorem zero_div (b : Nat) : 0 / b = 0 := by
  rw [div_eq, if_neg fun h => Nat.lt_irrefl 0 (Nat.lt_of_lt_of_le h.1 h.2)]

theorem div_eq_of_lt {a b : Nat} (h : a < b) : a / b = 0 := by
  rw [div_eq, if_neg fun h' => Nat.not_le_of_gt h h'.2]

theorem div_mul_le_self (m n : Nat) : m / n * n ≤ m :=
  le.intro (div_add_mod' m n)

theorem mul_div_le (m n : Nat) : n * (m / n) ≤ m := le.intro (div_add_mod m n)

theorem lt_succ_mul_div (m : Nat) {n : Nat} (hn : 0 < n) : m < n * (m / n + 1) :=
  Nat.lt_of_le_of_lt (Nat.le_of_eq (div_add_mod m n).symm) (Nat.add_lt_add_left (mod_lt m hn) _)

theorem le_div_iff_mul_le {x y k : Nat} (k0 : 0 < k) : x ≤ y / k ↔ x * k ≤ y :=
  ⟨fun h => Nat.le_trans (Nat.mul_le_mul_right k h) (div_mul_le_self y k), fun h =>
    le_of_lt_succ (Nat.lt_of_mul_lt_mul_left (a := k)
      (Nat.lt_of_le_of_lt (Nat.mul_comm x k ▸ h) (lt_succ_mul_div y k0)))⟩

theorem div_lt_iff_lt_mul {k x y : Nat} (Hk : 0 < k) : x / k < y ↔ x < y * k := by
  rw [← Nat.not_le, ← Nat.not_le, le_div_iff_mul_le Hk]

theorem div_le_self (n k : Nat) : n / k ≤ n := by
  rcases Nat.eq_zero_or_pos k with h | h
  · rw [h, Nat.div_zero]; exact zero_le n
  · exact Nat.le_trans (Nat.le_mul_of_pos_right _ h) (div_mul_le_self n k)

theorem div_lt_self {n k : Nat} (hLtN : 0 < n) (hLtK : 1 < k) : n / k < n :=
  (div_lt_iff_lt_mul (Nat.lt_trans Nat.zero_lt_one hLtK)).2
    (Nat.lt_of_le_of_lt (Nat.le_of_eq (Nat.mul_one n).symm) (Nat.mul_lt_mul_of_pos_left hLtK hLtN))

theorem div_lt_of_lt_mul {m n k : Nat} (h : m < n * k) : m / n < k := by
  have hn : 0 < n := Nat.pos_of_mul_pos_right (Nat.pos_of_lt h)
  exact (div_lt_iff_lt_mul hn).2 (Nat.mul_comm n k ▸ h)

theorem div_le_of_le_mul {m n k : Nat} (h : m ≤ k * n) : m / k ≤ n := by
  rcases Nat.eq_zero_or_pos k with hk | hk
  · rw [hk, Nat.div_zero]; exact zero_le n
  · exact Nat.le_of_mul_le_mul_left (Nat.le_trans (mul_div_le m k) h) hk

theorem div_le_div_right {m n k : Nat} (h : m ≤ n) : m / k ≤ n / k := by
  rcases Nat.eq_zero_or_pos k with hk | hk
  · rw [hk, Nat.div_zero, Nat.div_zero]; exact Nat.le_refl 0
  · exact (le_div_iff_mul_le hk).2 (Nat.le_trans (div_mul_le_self m k) h)

protected theorem div_eq_of_lt_le {k n m : Nat} (lo : k * n ≤ m) (hi : m < (k + 1) * n) :
    m / n = k := by
  have hn : 0 < n := Nat.pos_of_mul_pos_left (Nat.pos_of_lt hi)
  exact Nat.le_antisymm (le_of_lt_succ ((div_lt_iff_lt_mul hn).2 hi))
    ((le_div_iff_mul_le hn).2 lo)

@[simp] theorem mul_div_cancel (m : Nat) {n : Nat} (H : 0 < n) : m * n / n = m :=
  Nat.div_eq_of_lt_le (Nat.le_refl _) (Nat.mul_lt_mul_of_pos_right (Nat.lt_add_one m) H)

@[simp] theorem mul_div_cancel_left (m : Nat) {n : Nat} (H : 0 < n) : n * m / n = m := by
  rw [Nat.mul_comm, mul_div_cancel m H]

@[simp] protected theorem div_self {n : Nat} (h : 0 < n) : n / n = 1 := by
  have e := mul_div_cancel 1 h
  rwa [Nat.one_mul] at e

@[simp] protected theorem div_one (n : Nat) : n / 1 = n := by
  have e := mul_div_cancel n Nat.zero_lt_one
  rwa [Nat.mul_one] at e

theorem add_mul_div_left (x z : Nat) {y : Nat} (H : 0 < y) : (x + y * z) / y = x / y + z := by
  apply Nat.div_eq_of_lt_le
  · rw [Nat.add_mul, Nat.mul_comm z]; exact Nat.add_le_add_right (div_mul_le_self x y) _
  · rw [Nat.add_right_comm, Nat.add_mul, Nat.mul_comm z]
    exact Nat.add_lt_add_right (Nat.mul_comm y (x / y + 1) ▸ lt_succ_mul_div x H) _

theorem add_mul_div_right (x y : Nat) {z : Nat} (H : 0 < z) : (x + y * z) / z = x / z + y := by
  rw [Nat.mul_comm, add_mul_div_left x y H]

@[simp] theorem add_div_right (x : Nat) {z : Nat} (H : 0 < z) : (x + z) / z = x / z + 1 := by
  have e := add_mul_div_right x 1 H
  rwa [Nat.one_mul] at e

theorem div_pos {a b : Nat} (hba : b ≤ a) (hb : 0 < b) : 0 < a / b :=
  (le_div_iff_mul_le hb).2 (Nat.le_trans (Nat.le_of_eq (Nat.one_mul b)) hba)

protected theorem div_div_eq_div_mul (m n k : Nat) : m / n / k = m / (n * k) := by
  rcases Nat.eq_zero_or_pos k with hk | hk
  · rw [hk, Nat.mul_zero, Nat.div_zero, Nat.div_zero]
  rcases Nat.eq_zero_or_pos n with hn | hn
  · rw [hn, Nat.zero_mul, Nat.div_zero, Nat.zero_div]
  apply Nat.le_antisymm
  · rw [le_div_iff_mul_le (Nat.mul_pos hn hk), Nat.mul_comm n, ← Nat.mul_assoc]
    exact (le_div_iff_mul_le hn).1 (div_mul_le_self (m / n) k)
  · rw [le_div_iff_mul_le hk, le_div_iff_mul_le hn, Nat.mul_assoc, Nat.mul_comm k]
    exact div_mul_le_self m (n * k)

/-! ## Divisibility -/

protected theorem dvd_refl (a : Nat) : a ∣ a := ⟨1, (Nat.mul_one a).symm⟩

protected theorem dvd_zero (a : Nat) : a ∣ 0 := ⟨0, rfl⟩

protected theorem dvd_mul_left (a b : Nat) : a ∣ b * a := ⟨b, Nat.mul_comm b a⟩

protected theorem dvd_mul_right (a b : Nat) : a ∣ a * b := ⟨b, rfl⟩

protected theorem dvd_trans {a b c : Nat} (h₁ : a ∣ b) (h₂ : b ∣ c) : a ∣ c :=
  h₁.elim fun d hd => h₂.elim fun e he => ⟨d * e, by rw [he, hd, Nat.mul_assoc]⟩

protected theorem one_dvd (n : Nat) : 1 ∣ n := ⟨n, (Nat.one_mul n).symm⟩

protected theorem dvd_mul_left_of_dvd {a b : Nat} (h : a ∣ b) (c : Nat) : a ∣ c * b :=
  Nat.dvd_trans h (Nat.dvd_mul_left b c)

protected theorem dvd_mul_right_of_dvd {a b : Nat} (h : a ∣ b) (c : Nat) : a ∣ b * c :=
  Nat.dvd_trans h (Nat.dvd_mul_right b c)

theorem eq_zero_of_zero_dvd {a : Nat} (h : 0 ∣ a) : a = 0 :=
  h.elim fun c hc => hc.trans (Nat.zero_mul c)

@[simp] protected theorem zero_dvd {n : Nat} : 0 ∣ n ↔ n = 0 :=
  ⟨eq_zero_of_zero_dvd, fun h => h ▸ Nat.dvd_refl 0⟩

protected theorem dvd_add {m n k : Nat} (h₁ : k ∣ m) (h₂ : k ∣ n) : k ∣ m + n :=
  h₁.elim fun d hd => h₂.elim fun e he => ⟨d + e, by rw [Nat.mul_add, ← hd, ← he]⟩

protected theorem dvd_sub {k m n : Nat} (h₁ : k ∣ m) (h₂ : k ∣ n) : k ∣ m - n :=
  h₁.elim fun d hd => h₂.elim fun e he => ⟨d - e, by rw [Nat.mul_sub, ← hd, ← he]⟩

protected theorem dvd_add_right {m k : Nat} (h : k ∣ m) {n : Nat} : k ∣ m + n ↔ k ∣ n :=
  ⟨fun h' => Nat.add_sub_cancel_left m n ▸ Nat.dvd_sub h' h, Nat.dvd_add h⟩

protected theorem mul_dvd_mul {a b c d : Nat} : a ∣ b → c ∣ d → a * c ∣ b * d :=
  fun ⟨e, he⟩ ⟨f, hf⟩ => ⟨e * f, by rw [he, hf, Nat.mul_mul_mul_comm]⟩

protected theorem mul_dvd_mul_left {b c : Nat} (a : Nat) (h : b ∣ c) : a * b ∣ a * c :=
  Nat.mul_dvd_mul (Nat.dvd_refl a) h

protected theorem mul_dvd_mul_right {a b : Nat} (h : a ∣ b) (c : Nat) : a * c ∣ b * c :=
  Nat.mul_dvd_mul h (Nat.dvd_refl c)

protected theorem dvd_of_mul_dvd_mul_left {m n k : Nat} (kpos : 0 < k) (h : k * m ∣ k * n) :
    m ∣ n :=
  h.elim fun c hc => ⟨c, Nat.eq_of_mul_eq_mul_left kpos (by rw [hc, Nat.mul_assoc])⟩

theorem le_of_dvd {m n : Nat} (h1 : 0 < n) : m ∣ n → m ≤ n := fun ⟨_, hk⟩ =>
  hk ▸ Nat.le_mul_of_pos_right m (Nat.pos_of_mul_pos_left (a := m) (hk ▸ h1))

protected theorem dvd_antisymm {m n : Nat} (h₁ : m ∣ n) (h₂ : n ∣ m) : m = n := by
  rcases Nat.eq_zero_or_pos n with hn | hn
  · subst hn; exact eq_zero_of_zero_dvd h₂
  rcases Nat.eq_zero_or_pos m with hm | hm
  · subst hm; exact (eq_zero_of_zero_dvd h₁).symm
  · exact Nat.le_antisymm (le_of_dvd hn h₁) (le_of_dvd hm h₂)

theorem pos_of_dvd_of_pos {m n : Nat} (H1 : m ∣ n) (H2 : 0 < n) : 0 < m :=
  pos_of_ne_zero fun e => Nat.ne_of_gt H2 (eq_zero_of_zero_dvd (e ▸ H1))

protected theorem eq_one_of_dvd_one {n : Nat} (H : n ∣ 1) : n = 1 :=
  Nat.dvd_antisymm H (Nat.one_dvd n)

theorem mod_eq_zero_of_dvd {k n : Nat} (h : k ∣ n) : n % k = 0 :=
  h.elim fun c hc => by rw [hc, mul_mod_right]

theorem dvd_of_mod_eq_zero {k n : Nat} (h : n % k = 0) : k ∣ n :=
  ⟨n / k, by have e := div_add_mod n k; rw [h, Nat.add_zero] at e; exact e.symm⟩

theorem dvd_iff_mod_eq_zero {k n : Nat} : k ∣ n ↔ n % k = 0 :=
  ⟨mod_eq_zero_of_dvd, dvd_of_mod_eq_zero⟩

instance decidable_dvd : @DecidableRel Nat Nat (· ∣ ·) :=
  fun _ _ => decidable_of_decidable_of_iff dvd_iff_mod_eq_zero.symm

protected theorem mul_div_cancel' {n m : Nat} (H : n ∣ m) : n * (m / n) = m := by
  have e := div_add_mod m n
  rwa [mod_eq_zero_of_dvd H, Nat.add_zero] at e

protected theorem div_mul_cancel {n m : Nat} (H : n ∣ m) : m / n * n = m := by
  rw [Nat.mul_comm, Nat.mul_div_cancel' H]

protected theorem mul_div_assoc (m : Nat) {n k : Nat} (H : k ∣ n) : m * n / k = m * (n / k) := by
  rcases Nat.eq_zero_or_pos k with hk | hk
  · rw [hk, Nat.div_zero, Nat.div_zero, Nat.mul_zero]
  · exact H.elim fun c hc => by
      rw [hc, Nat.mul_left_comm, mul_div_cancel_left _ hk, mul_div_cancel_left _ hk]

protected theorem eq_mul_of_div_eq_right {a b c : Nat} (H1 : b ∣ a) (H2 : a / b = c) :
    a = b * c := by
  rw [← H2, Nat.mul_div_cancel' H1]

protected theorem div_eq_iff_eq_mul_left {a b c : Nat} (H : 0 < b) (H' : b ∣ a) :
    a / b = c ↔ a = c * b :=
  ⟨fun h => by rw [← h, Nat.div_mul_cancel H'], fun h => by rw [h, mul_div_cancel c H]⟩

theorem dvd_eq_true_of_mod_eq_zero {m n : Nat} (h : n % m == 0) : (m ∣ n) = True :=
  eq_true (dvd_of_mod_eq_zero (eq_of_beq h))

theorem dvd_eq_false_of_mod_ne_zero {m n : Nat} (h : n % m != 0) : (m ∣ n) = False :=
  eq_false fun h' => bne_iff_ne.1 h (mod_eq_zero_of_dvd h')

end Nat
