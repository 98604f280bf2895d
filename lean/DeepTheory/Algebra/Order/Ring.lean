prelude
import DeepTheory.Algebra.Ring.Basic
import DeepTheory.Algebra.Order.Basic
/-! # Ordered semirings and rings

The first half holds in every `LinearOrderedCommSemiring`, hence for `Nat` too.

## Main statements

* sums and products of inequalities (`add_le_add`, `mul_le_mul`, `mul_pos`, `mul_nonneg`, ...),
* powers (`pow_le_pow_left₀`, `pow_le_one₀`, `one_le_pow₀`, `pow_le_pow_right₀`,
  `pow_le_pow_of_le_one`),
* casts of natural numbers are monotone (`Nat.cast_nonneg`, `Nat.cast_pos`),
* in rings: subtraction and signs (`sub_nonneg`, `neg_le_neg`, `sub_le_sub`), squares (`sq_nonneg`,
  `two_mul_le_add_sq`), Bernoulli's inequality (`one_add_mul_le_pow`).
-/
set_option autoImplicit false
universe u

section Semiring
variable {R : Type u} [LinearOrderedCommSemiring R] {a b c d : R}

/-! ### Addition -/

theorem add_le_add_left (h : b ≤ c) (a : R) : a + b ≤ a + c :=
  LinearOrderedCommSemiring.add_le_add_left b c h a
theorem add_le_add_right (h : b ≤ c) (a : R) : b + a ≤ c + a := by
  rw [add_comm b, add_comm c]; exact add_le_add_left h a
theorem add_le_add (h : a ≤ b) (k : c ≤ d) : a + c ≤ b + d :=
  le_trans (add_le_add_right h c) (add_le_add_left k b)
theorem le_of_add_le_add_left (h : a + b ≤ a + c) : b ≤ c :=
  LinearOrderedCommSemiring.le_of_add_le_add_left a b c h
theorem le_of_add_le_add_right (h : b + a ≤ c + a) : b ≤ c :=
  le_of_add_le_add_left (a := a) (by rw [add_comm a, add_comm a]; exact h)
@[simp] theorem add_le_add_iff_left (a : R) : a + b ≤ a + c ↔ b ≤ c :=
  ⟨le_of_add_le_add_left, fun h => add_le_add_left h a⟩
@[simp] theorem add_le_add_iff_right (a : R) : b + a ≤ c + a ↔ b ≤ c :=
  ⟨le_of_add_le_add_right, fun h => add_le_add_right h a⟩
@[simp] theorem add_lt_add_iff_left (a : R) : a + b < a + c ↔ b < c := by
  rw [← not_le, ← not_le, add_le_add_iff_left]
@[simp] theorem add_lt_add_iff_right (a : R) : b + a < c + a ↔ b < c := by
  rw [← not_le, ← not_le, add_le_add_iff_right]
theorem add_lt_add_left (h : b < c) (a : R) : a + b < a + c := (add_lt_add_iff_left a).2 h
theorem add_lt_add_right (h : b < c) (a : R) : b + a < c + a := (add_lt_add_iff_right a).2 h
theorem add_lt_add_of_lt_of_le (h : a < b) (k : c ≤ d) : a + c < b + d :=
  lt_of_lt_of_le (add_lt_add_right h c) (add_le_add_left k b)
theorem add_lt_add_of_le_of_lt (h : a ≤ b) (k : c < d) : a + c < b + d :=
  lt_of_le_of_lt (add_le_add_right h c) (add_lt_add_left k b)
theorem add_lt_add (h : a < b) (k : c < d) : a + c < b + d := add_lt_add_of_lt_of_le h (le_of_lt k)
theorem le_add_of_nonneg_right (h : 0 ≤ b) : a ≤ a + b := by
  have := add_le_add_left h a; rwa [add_zero] at this
theorem le_add_of_nonneg_left (h : 0 ≤ b) : a ≤ b + a := by
  rw [add_comm]; exact le_add_of_nonneg_right h
theorem add_le_of_nonpos_right (h : b ≤ 0) : a + b ≤ a := by
  have := add_le_add_left h a; rwa [add_zero] at this
theorem add_le_of_nonpos_left (h : b ≤ 0) : b + a ≤ a := by
  rw [add_comm]; exact add_le_of_nonpos_right h
theorem lt_add_of_pos_right (a : R) (h : 0 < b) : a < a + b := by
  have := add_lt_add_left h a; rwa [add_zero] at this
theorem lt_add_of_pos_left (a : R) (h : 0 < b) : a < b + a := by
  rw [add_comm]; exact lt_add_of_pos_right a h
theorem add_nonneg (h : 0 ≤ a) (k : 0 ≤ b) : 0 ≤ a + b := le_trans h (le_add_of_nonneg_right k)
theorem add_nonpos (h : a ≤ 0) (k : b ≤ 0) : a + b ≤ 0 := le_trans (add_le_of_nonpos_right k) h
theorem add_pos_of_pos_of_nonneg (h : 0 < a) (k : 0 ≤ b) : 0 < a + b :=
  lt_of_lt_of_le h (le_add_of_nonneg_right k)
theorem add_pos_of_nonneg_of_pos (h : 0 ≤ a) (k : 0 < b) : 0 < a + b :=
  lt_of_lt_of_le k (le_add_of_nonneg_left h)
theorem add_pos (h : 0 < a) (k : 0 < b) : 0 < a + b := add_pos_of_pos_of_nonneg h (le_of_lt k)
theorem add_eq_zero_iff_of_nonneg (h : 0 ≤ a) (k : 0 ≤ b) : a + b = 0 ↔ a = 0 ∧ b = 0 :=
  ⟨fun e => ⟨le_antisymm (e ▸ le_add_of_nonneg_right k) h,
    le_antisymm (e ▸ le_add_of_nonneg_left h) k⟩,
    fun e => by rw [e.1, e.2, add_zero]⟩

/-! ### Multiplication -/

@[simp] theorem zero_lt_one : (0 : R) < 1 := LinearOrderedCommSemiring.zero_lt_one
@[simp] theorem zero_le_one : (0 : R) ≤ 1 := le_of_lt zero_lt_one
theorem one_pos : (0 : R) < 1 := zero_lt_one
theorem mul_lt_mul_of_pos_left (h : b < c) (ha : 0 < a) : a * b < a * c :=
  LinearOrderedCommSemiring.mul_lt_mul_of_pos_left b c a h ha
theorem mul_lt_mul_of_pos_right (h : b < c) (ha : 0 < a) : b * a < c * a := by
  rw [mul_comm b, mul_comm c]; exact mul_lt_mul_of_pos_left h ha
theorem mul_le_mul_of_nonneg_left (h : b ≤ c) (ha : 0 ≤ a) : a * b ≤ a * c := by
  rcases lt_or_eq_of_le ha with ha | rfl
  · rcases lt_or_eq_of_le h with h | rfl
    · exact le_of_lt (mul_lt_mul_of_pos_left h ha)
    · exact le_rfl
  · rw [zero_mul, zero_mul]
theorem mul_le_mul_of_nonneg_right (h : b ≤ c) (ha : 0 ≤ a) : b * a ≤ c * a := by
  rw [mul_comm b, mul_comm c]; exact mul_le_mul_of_nonneg_left h ha
theorem mul_pos (ha : 0 < a) (hb : 0 < b) : 0 < a * b := by
  have := mul_lt_mul_of_pos_left hb ha; rwa [mul_zero] at this
theorem mul_nonneg (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a * b := by
  have := mul_le_mul_of_nonneg_left hb ha; rwa [mul_zero] at this
theorem mul_nonpos_of_nonneg_of_nonpos (ha : 0 ≤ a) (hb : b ≤ 0) : a * b ≤ 0 := by
  have := mul_le_mul_of_nonneg_left hb ha; rwa [mul_zero] at this
theorem mul_nonpos_of_nonpos_of_nonneg (ha : a ≤ 0) (hb : 0 ≤ b) : a * b ≤ 0 := by
  rw [mul_comm]; exact mul_nonpos_of_nonneg_of_nonpos hb ha
theorem mul_neg_of_pos_of_neg (ha : 0 < a) (hb : b < 0) : a * b < 0 := by
  have := mul_lt_mul_of_pos_left hb ha; rwa [mul_zero] at this
theorem mul_le_mul (h : a ≤ b) (k : c ≤ d) (hc : 0 ≤ c) (hb : 0 ≤ b) : a * c ≤ b * d :=
  le_trans (mul_le_mul_of_nonneg_right h hc) (mul_le_mul_of_nonneg_left k hb)
theorem mul_le_mul_of_nonneg (h : a ≤ b) (k : c ≤ d) (ha : 0 ≤ a) (hd : 0 ≤ d) : a * c ≤ b * d :=
  le_trans (mul_le_mul_of_nonneg_left k ha) (mul_le_mul_of_nonneg_right h hd)
theorem mul_lt_mul'' (h : a < c) (k : b < d) (ha : 0 ≤ a) (hb : 0 ≤ b) : a * b < c * d :=
  lt_of_le_of_lt (mul_le_mul_of_nonneg_right (le_of_lt h) hb)
    (mul_lt_mul_of_pos_left k (lt_of_le_of_lt ha h))
theorem mul_self_le_mul_self (ha : 0 ≤ a) (h : a ≤ b) : a * a ≤ b * b :=
  mul_le_mul h h ha (le_trans ha h)
theorem le_of_mul_le_mul_left (h : c * a ≤ c * b) (hc : 0 < c) : a ≤ b :=
  le_of_not_gt fun k => not_le_of_gt (mul_lt_mul_of_pos_left k hc) h
theorem le_of_mul_le_mul_right (h : a * c ≤ b * c) (hc : 0 < c) : a ≤ b :=
  le_of_not_gt fun k => not_le_of_gt (mul_lt_mul_of_pos_right k hc) h
theorem lt_of_mul_lt_mul_left (h : c * a < c * b) (hc : 0 ≤ c) : a < b :=
  lt_of_not_ge fun k => not_le_of_gt h (mul_le_mul_of_nonneg_left k hc)
theorem lt_of_mul_lt_mul_right (h : a * c < b * c) (hc : 0 ≤ c) : a < b :=
  lt_of_not_ge fun k => not_le_of_gt h (mul_le_mul_of_nonneg_right k hc)
theorem mul_le_mul_iff_of_pos_left (hc : 0 < c) : c * a ≤ c * b ↔ a ≤ b :=
  ⟨fun h => le_of_mul_le_mul_left h hc, fun h => mul_le_mul_of_nonneg_left h (le_of_lt hc)⟩
theorem mul_le_mul_iff_of_pos_right (hc : 0 < c) : a * c ≤ b * c ↔ a ≤ b :=
  ⟨fun h => le_of_mul_le_mul_right h hc, fun h => mul_le_mul_of_nonneg_right h (le_of_lt hc)⟩
theorem mul_lt_mul_iff_of_pos_left (hc : 0 < c) : c * a < c * b ↔ a < b :=
  ⟨fun h => lt_of_mul_lt_mul_left h (le_of_lt hc), fun h => mul_lt_mul_of_pos_left h hc⟩
theorem mul_lt_mul_iff_of_pos_right (hc : 0 < c) : a * c < b * c ↔ a < b :=
  ⟨fun h => lt_of_mul_lt_mul_right h (le_of_lt hc), fun h => mul_lt_mul_of_pos_right h hc⟩
theorem pos_of_mul_pos_of_pos_left (h : 0 < a * b) (ha : 0 < a) : 0 < b :=
  lt_of_mul_lt_mul_left (by rw [mul_zero]; exact h) (le_of_lt ha)
theorem nonneg_of_mul_nonneg_of_pos_left (h : 0 ≤ a * b) (ha : 0 < a) : 0 ≤ b :=
  le_of_mul_le_mul_left (by rw [mul_zero]; exact h) ha
theorem mul_le_of_le_one_left (hb : 0 ≤ b) (h : a ≤ 1) : a * b ≤ b := by
  have := mul_le_mul_of_nonneg_right h hb; rwa [one_mul] at this
theorem mul_le_of_le_one_right (ha : 0 ≤ a) (h : b ≤ 1) : a * b ≤ a := by
  rw [mul_comm]; exact mul_le_of_le_one_left ha h
theorem le_mul_of_one_le_left (hb : 0 ≤ b) (h : 1 ≤ a) : b ≤ a * b := by
  have := mul_le_mul_of_nonneg_right h hb; rwa [one_mul] at this
theorem le_mul_of_one_le_right (ha : 0 ≤ a) (h : 1 ≤ b) : a ≤ a * b := by
  rw [mul_comm]; exact le_mul_of_one_le_left ha h
theorem mul_le_one₀ (ha : a ≤ 1) (hb : 0 ≤ b) (h : b ≤ 1) : a * b ≤ 1 :=
  le_trans (mul_le_of_le_one_left hb ha) h
theorem one_le_mul_of_one_le_of_one_le (ha : 1 ≤ a) (hb : 1 ≤ b) : 1 ≤ a * b :=
  le_trans hb (le_mul_of_one_le_left (le_trans zero_le_one hb) ha)

/-! ### Powers -/

theorem pow_nonneg (h : 0 ≤ a) (n : Nat) : 0 ≤ a ^ n := by
  induction n with
  | zero => rw [pow_zero]; exact zero_le_one
  | succ n ih => rw [pow_succ]; exact mul_nonneg ih h
theorem pow_pos (h : 0 < a) (n : Nat) : 0 < a ^ n := by
  induction n with
  | zero => rw [pow_zero]; exact zero_lt_one
  | succ n ih => rw [pow_succ]; exact mul_pos ih h
theorem pow_le_pow_left₀ (ha : 0 ≤ a) (h : a ≤ b) (n : Nat) : a ^ n ≤ b ^ n := by
  induction n with
  | zero => rw [pow_zero, pow_zero]
  | succ n ih => rw [pow_succ, pow_succ]; exact mul_le_mul ih h ha (pow_nonneg (le_trans ha h) n)
theorem pow_lt_pow_left₀ (h : a < b) (ha : 0 ≤ a) {n : Nat} (hn : n ≠ 0) : a ^ n < b ^ n := by
  cases n with
  | zero => exact absurd rfl hn
  | succ n =>
    rw [pow_succ, pow_succ]
    exact lt_of_le_of_lt (mul_le_mul_of_nonneg_right (pow_le_pow_left₀ ha (le_of_lt h) n) ha)
      (mul_lt_mul_of_pos_left h (pow_pos (lt_of_le_of_lt ha h) n))
theorem pow_le_one₀ {n : Nat} (h₀ : 0 ≤ a) (h₁ : a ≤ 1) : a ^ n ≤ 1 := by
  have := pow_le_pow_left₀ h₀ h₁ n; rwa [one_pow] at this
theorem one_le_pow₀ (h : 1 ≤ a) {n : Nat} : 1 ≤ a ^ n := by
  have := pow_le_pow_left₀ zero_le_one h n; rwa [one_pow] at this
theorem pow_lt_one₀ (h₀ : 0 ≤ a) (h₁ : a < 1) {n : Nat} (hn : n ≠ 0) : a ^ n < 1 := by
  have := pow_lt_pow_left₀ h₁ h₀ hn; rwa [one_pow] at this
theorem one_lt_pow₀ (h : 1 < a) {n : Nat} (hn : n ≠ 0) : 1 < a ^ n := by
  have := pow_lt_pow_left₀ h zero_le_one hn; rwa [one_pow] at this
theorem pow_le_pow_right₀ {m n : Nat} (h : 1 ≤ a) (hmn : m ≤ n) : a ^ m ≤ a ^ n := by
  obtain ⟨k, rfl⟩ := Nat.le.dest hmn
  rw [pow_add]; exact le_mul_of_one_le_right (pow_nonneg (le_trans zero_le_one h) m) (one_le_pow₀ h)
theorem pow_le_pow_of_le_one {m n : Nat} (h₀ : 0 ≤ a) (h₁ : a ≤ 1) (hmn : m ≤ n) :
    a ^ n ≤ a ^ m := by
  obtain ⟨k, rfl⟩ := Nat.le.dest hmn
  rw [pow_add]; exact mul_le_of_le_one_right (pow_nonneg h₀ m) (pow_le_one₀ h₀ h₁)
theorem pow_lt_pow_right₀ {m n : Nat} (h : 1 < a) (hmn : m < n) : a ^ m < a ^ n := by
  have k := pow_le_pow_right₀ (le_of_lt h) hmn
  refine lt_of_lt_of_le ?_ k
  show a ^ m < a ^ (m + 1)
  rw [pow_succ]
  have := mul_lt_mul_of_pos_left h (pow_pos (lt_trans zero_lt_one h) m)
  rwa [mul_one] at this
theorem le_of_pow_le_pow_left₀ {n : Nat} (hn : n ≠ 0) (hb : 0 ≤ b) (h : a ^ n ≤ b ^ n) : a ≤ b :=
  le_of_not_gt fun k => not_le_of_gt (pow_lt_pow_left₀ k hb hn) h
theorem lt_of_pow_lt_pow_left₀ (n : Nat) (hb : 0 ≤ b) (h : a ^ n < b ^ n) : a < b :=
  lt_of_not_ge fun k => not_le_of_gt h (pow_le_pow_left₀ hb k n)
theorem pow_le_pow_iff_left₀ {n : Nat} (ha : 0 ≤ a) (hb : 0 ≤ b) (hn : n ≠ 0) :
    a ^ n ≤ b ^ n ↔ a ≤ b := ⟨le_of_pow_le_pow_left₀ hn hb, fun h => pow_le_pow_left₀ ha h n⟩

/-! ### Casts -/

@[simp] theorem Nat.cast_nonneg (n : Nat) : (0 : R) ≤ n := by
  induction n with
  | zero => rw [Nat.cast_zero]
  | succ n ih => rw [Nat.cast_add_one]; exact add_nonneg ih zero_le_one
theorem Nat.cast_add_one_pos (n : Nat) : (0 : R) < (n : R) + 1 :=
  add_pos_of_nonneg_of_pos (Nat.cast_nonneg n) zero_lt_one
theorem Nat.cast_succ_pos (n : Nat) : (0 : R) < ((n + 1 : Nat) : R) := by
  rw [Nat.cast_add_one]; exact Nat.cast_add_one_pos n
theorem Nat.cast_le_of_le {m n : Nat} (h : m ≤ n) : (m : R) ≤ n := by
  obtain ⟨k, rfl⟩ := Nat.le.dest h
  rw [Nat.cast_add]; exact le_add_of_nonneg_right (Nat.cast_nonneg k)
theorem Nat.cast_lt_of_lt {m n : Nat} (h : m < n) : (m : R) < n :=
  lt_of_lt_of_le (lt_of_lt_of_eq (lt_add_of_pos_right _ zero_lt_one) (Nat.cast_succ m).symm)
    (Nat.cast_le_of_le (R := R) (m := m + 1) h)
@[simp] theorem Nat.cast_le {m n : Nat} : (m : R) ≤ n ↔ m ≤ n :=
  ⟨fun h => (Nat.lt_or_ge n m).elim (fun k => absurd h (not_le_of_gt (Nat.cast_lt_of_lt k))) id,
    Nat.cast_le_of_le⟩
@[simp] theorem Nat.cast_lt {m n : Nat} : (m : R) < n ↔ m < n :=
  ⟨fun h => (Nat.lt_or_ge m n).elim id fun k => absurd (Nat.cast_le_of_le k) (not_le_of_gt h),
    Nat.cast_lt_of_lt⟩
@[simp] theorem Nat.cast_pos {n : Nat} : (0 : R) < n ↔ 0 < n := by
  rw [← Nat.cast_zero (R := R), Nat.cast_lt]
@[simp] theorem Nat.cast_inj {m n : Nat} : (m : R) = n ↔ m = n :=
  ⟨fun h => Nat.le_antisymm (Nat.cast_le.1 (le_of_eq h)) (Nat.cast_le.1 (ge_of_eq h)),
    fun h => h ▸ rfl⟩
@[simp] theorem Nat.cast_eq_zero {n : Nat} : (n : R) = 0 ↔ n = 0 := by
  rw [← Nat.cast_zero (R := R), Nat.cast_inj]
theorem Nat.cast_ne_zero {n : Nat} : (n : R) ≠ 0 ↔ n ≠ 0 :=
  ⟨fun h k => h (Nat.cast_eq_zero.2 k), fun h k => h (Nat.cast_eq_zero.1 k)⟩
theorem Nat.one_le_cast {n : Nat} : (1 : R) ≤ n ↔ 1 ≤ n := by
  rw [← Nat.cast_one (R := R), Nat.cast_le]
theorem Nat.cast_add_one_ne_zero (n : Nat) : (n : R) + 1 ≠ 0 := ne_of_gt (Nat.cast_add_one_pos n)
/-- A numeral is positive. -/
theorem ofNat_pos (n : Nat) [h : Nat.AtLeastTwo n] : (0 : R) < OfNat.ofNat n :=
  Nat.cast_pos.2 (Nat.le_trans (Nat.le_succ 1) h.prop)
theorem zero_lt_two : (0 : R) < 2 := ofNat_pos 2
theorem two_pos : (0 : R) < 2 := ofNat_pos 2
theorem zero_le_two : (0 : R) ≤ 2 := le_of_lt two_pos
theorem two_ne_zero : (2 : R) ≠ 0 := ne_of_gt two_pos
theorem three_pos : (0 : R) < 3 := ofNat_pos 3
theorem four_pos : (0 : R) < 4 := ofNat_pos 4
theorem one_lt_two : (1 : R) < 2 := by
  rw [← one_add_one_eq_two]; exact lt_add_of_pos_right 1 zero_lt_one
theorem one_le_two : (1 : R) ≤ 2 := le_of_lt one_lt_two

end Semiring

/-! ## Rings -/

section Ring
variable {R : Type u} [LinearOrderedCommRing R] {a b c d : R}

@[simp] theorem sub_nonneg : 0 ≤ a - b ↔ b ≤ a := by
  rw [← add_le_add_iff_right b, zero_add, sub_add_cancel]
@[simp] theorem sub_pos : 0 < a - b ↔ b < a := by
  rw [← add_lt_add_iff_right b, zero_add, sub_add_cancel]
@[simp] theorem sub_nonpos : a - b ≤ 0 ↔ a ≤ b := by
  rw [← add_le_add_iff_right b, zero_add, sub_add_cancel]
@[simp] theorem sub_neg : a - b < 0 ↔ a < b := by
  rw [← add_lt_add_iff_right b, zero_add, sub_add_cancel]
theorem sub_nonneg_of_le (h : b ≤ a) : 0 ≤ a - b := sub_nonneg.2 h
theorem sub_pos_of_lt (h : b < a) : 0 < a - b := sub_pos.2 h
theorem sub_le_iff_le_add : a - c ≤ b ↔ a ≤ b + c := by
  rw [← add_le_add_iff_right c, sub_add_cancel]
theorem sub_le_iff_le_add' : a - b ≤ c ↔ a ≤ b + c := by rw [sub_le_iff_le_add, add_comm]
theorem le_sub_iff_add_le : a ≤ c - b ↔ a + b ≤ c := by
  rw [← add_le_add_iff_right b, sub_add_cancel]
theorem le_sub_iff_add_le' : b ≤ c - a ↔ a + b ≤ c := by rw [le_sub_iff_add_le, add_comm]
theorem sub_lt_iff_lt_add : a - c < b ↔ a < b + c := by
  rw [← add_lt_add_iff_right c, sub_add_cancel]
theorem sub_lt_iff_lt_add' : a - b < c ↔ a < b + c := by rw [sub_lt_iff_lt_add, add_comm]
theorem lt_sub_iff_add_lt : a < c - b ↔ a + b < c := by
  rw [← add_lt_add_iff_right b, sub_add_cancel]
theorem lt_sub_iff_add_lt' : b < c - a ↔ a + b < c := by rw [lt_sub_iff_add_lt, add_comm]
theorem sub_le_comm : a - b ≤ c ↔ a - c ≤ b := by rw [sub_le_iff_le_add, sub_le_iff_le_add']
@[simp] theorem neg_le_neg_iff : -a ≤ -b ↔ b ≤ a := by
  rw [← add_le_add_iff_left (a + b), add_neg_cancel_right, add_comm a b, add_neg_cancel_right]
@[simp] theorem neg_lt_neg_iff : -a < -b ↔ b < a := by rw [← not_le, ← not_le, neg_le_neg_iff]
theorem neg_le_neg (h : a ≤ b) : -b ≤ -a := neg_le_neg_iff.2 h
theorem neg_lt_neg (h : a < b) : -b < -a := neg_lt_neg_iff.2 h
theorem neg_le : -a ≤ b ↔ -b ≤ a :=
  ⟨fun h => by have := neg_le_neg h; rwa [neg_neg] at this,
    fun h => by have := neg_le_neg h; rwa [neg_neg] at this⟩
theorem le_neg : a ≤ -b ↔ b ≤ -a := by rw [← neg_le_neg_iff, neg_neg]
@[simp] theorem neg_nonneg : 0 ≤ -a ↔ a ≤ 0 := by rw [← neg_zero, neg_le_neg_iff, neg_zero]
@[simp] theorem neg_nonpos : -a ≤ 0 ↔ 0 ≤ a := by rw [← neg_zero, neg_le_neg_iff, neg_zero]
@[simp] theorem neg_pos : 0 < -a ↔ a < 0 := by rw [← not_le, ← not_le, neg_nonpos]
@[simp] theorem neg_lt_zero : -a < 0 ↔ 0 < a := by rw [← not_le, ← not_le, neg_nonneg]
theorem neg_nonneg_of_nonpos (h : a ≤ 0) : 0 ≤ -a := neg_nonneg.2 h
theorem neg_pos_of_neg (h : a < 0) : 0 < -a := neg_pos.2 h
theorem neg_le_self (h : 0 ≤ a) : -a ≤ a := le_trans (neg_nonpos.2 h) h
theorem neg_one_lt_zero : (-1 : R) < 0 := neg_lt_zero.2 zero_lt_one
theorem sub_le_sub (h : a ≤ b) (k : c ≤ d) : a - d ≤ b - c := by
  rw [sub_eq_add_neg, sub_eq_add_neg]; exact add_le_add h (neg_le_neg k)
theorem sub_le_sub_left (h : a ≤ b) (c : R) : c - b ≤ c - a := sub_le_sub le_rfl h
theorem sub_le_sub_right (h : a ≤ b) (c : R) : a - c ≤ b - c := sub_le_sub h le_rfl
theorem sub_lt_sub_left (h : a < b) (c : R) : c - b < c - a := by
  rw [sub_eq_add_neg, sub_eq_add_neg]; exact add_lt_add_left (neg_lt_neg h) c
theorem sub_lt_sub_right (h : a < b) (c : R) : a - c < b - c := by
  rw [sub_eq_add_neg, sub_eq_add_neg]; exact add_lt_add_right h (-c)
theorem sub_le_self (a : R) (h : 0 ≤ b) : a - b ≤ a := by
  rw [sub_le_iff_le_add]; exact le_add_of_nonneg_right h
theorem sub_lt_self (a : R) (h : 0 < b) : a - b < a := by
  rw [sub_lt_iff_lt_add]; exact lt_add_of_pos_right a h

/-! ### Products and squares -/

theorem mul_nonneg_of_nonpos_of_nonpos (ha : a ≤ 0) (hb : b ≤ 0) : 0 ≤ a * b := by
  rw [← neg_mul_neg]; exact mul_nonneg (neg_nonneg.2 ha) (neg_nonneg.2 hb)
theorem mul_nonneg_of_neg_of_neg (ha : a ≤ 0) (hb : b ≤ 0) : 0 ≤ a * b :=
  mul_nonneg_of_nonpos_of_nonpos ha hb
theorem mul_pos_of_neg_of_neg (ha : a < 0) (hb : b < 0) : 0 < a * b := by
  rw [← neg_mul_neg]; exact mul_pos (neg_pos.2 ha) (neg_pos.2 hb)
theorem mul_le_mul_of_nonpos_left (h : b ≤ a) (hc : c ≤ 0) : c * a ≤ c * b := by
  rw [← neg_le_neg_iff, ← neg_mul, ← neg_mul]
  exact mul_le_mul_of_nonneg_left h (neg_nonneg.2 hc)
@[simp] theorem mul_self_nonneg (a : R) : 0 ≤ a * a :=
  (le_total 0 a).elim (fun h => mul_nonneg h h) fun h => mul_nonneg_of_nonpos_of_nonpos h h
@[simp] theorem sq_nonneg (a : R) : 0 ≤ a ^ 2 := by rw [sq]; exact mul_self_nonneg a
theorem mul_self_pos (h : a ≠ 0) : 0 < a * a :=
  (lt_or_gt_of_ne h).elim (fun k => mul_pos_of_neg_of_neg k k) fun k => mul_pos k k
theorem sq_pos_of_ne_zero (h : a ≠ 0) : 0 < a ^ 2 := by rw [sq]; exact mul_self_pos h
theorem sq_pos_of_pos (h : 0 < a) : 0 < a ^ 2 := pow_pos h 2
theorem pow_two_nonneg (a : R) : 0 ≤ a ^ 2 := sq_nonneg a
theorem even_pow_nonneg (a : R) (n : Nat) : 0 ≤ a ^ (2 * n) := by
  rw [pow_mul]; exact pow_nonneg (sq_nonneg a) n
/-- The arithmetic mean is at least the geometric mean, for two squares. -/
theorem two_mul_le_add_sq (a b : R) : 2 * a * b ≤ a ^ 2 + b ^ 2 := by
  have h := sq_nonneg (a - b)
  rwa [sub_sq, sub_add_eq_add_sub, sub_nonneg] at h
/-- The arithmetic mean is at least the geometric mean, for two elements. -/
theorem four_mul_le_sq_add (a b : R) : 4 * a * b ≤ (a + b) ^ 2 := by
  have h := add_le_add_right (two_mul_le_add_sq a b) (2 * a * b)
  have e : 4 * a * b = 2 * a * b + 2 * a * b := by
    rw [← add_mul, ← add_mul]
    show 4 * a * b = (((2 : Nat) : R) + ((2 : Nat) : R)) * a * b
    rw [← Nat.cast_add]; rfl
  rw [e, add_sq, add_right_comm (a ^ 2)]; exact h
theorem sq_le_sq' (h₁ : -b ≤ a) (h₂ : a ≤ b) : a ^ 2 ≤ b ^ 2 := by
  rw [← sub_nonneg, sq_sub_sq]
  exact mul_nonneg (by rw [add_comm, ← sub_neg_eq_add]; exact sub_nonneg.2 h₁) (sub_nonneg.2 h₂)
theorem abs_le_of_sq_le_sq' (h : a ^ 2 ≤ b ^ 2) (hb : 0 ≤ b) : -b ≤ a ∧ a ≤ b := by
  refine ⟨neg_le.2 (le_of_pow_le_pow_left₀ (n := 2) (fun h => nomatch h) hb ?_),
    le_of_pow_le_pow_left₀ (n := 2) (fun h => nomatch h) hb h⟩
  rw [neg_sq]; exact h

/-- **Bernoulli's inequality**, for `-2 ≤ a`. -/
theorem one_add_mul_le_pow (h : -2 ≤ a) (n : Nat) : 1 + (n : R) * a ≤ (1 + a) ^ n := by
  have h' : 0 ≤ 2 + a := by
    have := add_le_add_left h 2; rwa [add_neg_cancel] at this
  have key : ∀ n : Nat, 1 + (n : R) * a ≤ (1 + a) ^ n ∧ 1 + ((n + 1 : Nat) : R) * a ≤
    (1 + a) ^ (n + 1) := by
    intro n
    induction n with
    | zero =>
      refine ⟨?_, ?_⟩
      · rw [Nat.cast_zero, zero_mul, add_zero, pow_zero]
      · rw [Nat.zero_add, Nat.cast_one, one_mul, pow_one]
    | succ n ih =>
      refine ⟨ih.2, ?_⟩
      -- `(1 + a) ^ (n + 2) = (1 + a) ^ n * (1 + a) ^ 2`
      have k := mul_le_mul_of_nonneg_right ih.1 (sq_nonneg (1 + a))
      rw [← pow_add] at k
      refine le_trans ?_ k
      have e : (1 + (n : R) * a) * (1 + a) ^ 2 =
          1 + ((n + 1 + 1 : Nat) : R) * a + a ^ 2 * (1 + (n : R) * (2 + a)) := by
        rw [add_sq, Nat.cast_add_one, Nat.cast_add_one, one_pow, mul_one]
        simp only [mul_add, add_mul, one_mul, mul_one, two_mul, mul_two, sq]
        ac_rfl
      rw [e]
      exact le_add_of_nonneg_right (mul_nonneg (sq_nonneg a)
        (add_nonneg zero_le_one (mul_nonneg (Nat.cast_nonneg n) h')))
  exact (key n).1

/-- Bernoulli's inequality with a difference: `1 - n a ≤ (1 - a) ^ n` for `a ≤ 2`. -/
theorem one_sub_mul_le_pow (h : a ≤ 2) (n : Nat) : 1 - (n : R) * a ≤ (1 - a) ^ n := by
  have := one_add_mul_le_pow (neg_le_neg h) n
  rwa [mul_neg, ← sub_eq_add_neg, ← sub_eq_add_neg] at this

end Ring
