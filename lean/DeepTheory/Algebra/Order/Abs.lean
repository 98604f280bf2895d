prelude
import DeepTheory.Algebra.Order.Field
/-! # Absolute value

## Main definitions

* `abs a`, written `|a|`: the greater of `a` and `-a`.

## Main statements

The triangle inequality (`abs_add_le`, `abs_sub_abs_le_abs_sub`), products (`abs_mul`), bounds
(`abs_le`, `abs_lt`), squares (`sq_abs`, `sq_le_sq`, `abs_le_of_sq_le_sq`), quotients in ordered
fields (`abs_div`).
-/
set_option autoImplicit false
universe u

/-- The absolute value of `a`: the greater of `a` and `-a`. -/
def abs {α : Type u} [Neg α] [Max α] (a : α) : α := max a (-a)

/-- The absolute value of `a`. -/
macro:max atomic("|" noWs) a:term noWs "|" : term => `(abs $a)

/-- Shows `abs a` as `|a|`. -/
@[app_unexpander abs] def abs.unexpander : Lean.PrettyPrinter.Unexpander
  | `($_ $a) => `(|$a|)
  | _ => throw ()

section Ring
variable {R : Type u} [LinearOrderedCommRing R] {a b c : R}

theorem abs_of_nonneg (h : 0 ≤ a) : |a| = a := max_eq_left (neg_le_self h)
theorem abs_of_nonpos (h : a ≤ 0) : |a| = -a := max_eq_right (le_trans h (neg_nonneg.2 h))
theorem abs_of_pos (h : 0 < a) : |a| = a := abs_of_nonneg (le_of_lt h)
theorem abs_of_neg (h : a < 0) : |a| = -a := abs_of_nonpos (le_of_lt h)
theorem le_abs_self (a : R) : a ≤ |a| := le_max_left a (-a)
theorem neg_le_abs (a : R) : -a ≤ |a| := le_max_right a (-a)
@[simp] theorem abs_zero : |(0 : R)| = 0 := abs_of_nonneg le_rfl
@[simp] theorem abs_one : |(1 : R)| = 1 := abs_of_nonneg zero_le_one
@[simp] theorem abs_neg (a : R) : |-a| = |a| := by
  show max (-a) (- -a) = max a (-a)
  rw [neg_neg, max_comm]
theorem abs_sub_comm (a b : R) : |a - b| = |b - a| := by rw [← neg_sub, abs_neg]
theorem abs_choice (a : R) : |a| = a ∨ |a| = -a := max_choice a (-a)
@[simp] theorem abs_nonneg (a : R) : 0 ≤ |a| :=
  (le_total 0 a).elim (fun h => le_trans h (le_abs_self a))
    fun h => le_trans (neg_nonneg.2 h) (neg_le_abs a)
theorem neg_abs_le (a : R) : -|a| ≤ a := neg_le.2 (neg_le_abs a)
theorem abs_le : |a| ≤ b ↔ -b ≤ a ∧ a ≤ b :=
  ⟨fun h => ⟨neg_le.2 (le_trans (neg_le_abs a) h), le_trans (le_abs_self a) h⟩,
    fun h => max_le h.2 (neg_le.2 h.1)⟩
theorem abs_lt : |a| < b ↔ -b < a ∧ a < b :=
  ⟨fun h => ⟨by
      have := neg_lt_neg (lt_of_le_of_lt (neg_le_abs a) h); rwa [neg_neg] at this,
      lt_of_le_of_lt (le_abs_self a) h⟩,
    fun h => max_lt h.2 (by have := neg_lt_neg h.1; rwa [neg_neg] at this)⟩
theorem le_abs : a ≤ |b| ↔ a ≤ b ∨ a ≤ -b := le_max_iff
theorem abs_le_of_le_of_neg_le (h : a ≤ b) (k : -a ≤ b) : |a| ≤ b := max_le h k
theorem abs_le_max_abs_abs (h : a ≤ b) (k : b ≤ c) : |b| ≤ max |a| |c| :=
  max_le (le_max_of_le_right (le_trans k (le_abs_self c)))
    (le_max_of_le_left (le_trans (neg_le_neg h) (neg_le_abs a)))
@[simp] theorem abs_abs (a : R) : |(|a|)| = |a| := abs_of_nonneg (abs_nonneg a)
@[simp] theorem abs_eq_zero : |a| = 0 ↔ a = 0 :=
  ⟨fun h => (abs_choice a).elim (fun e => by rw [← e, h]) fun e => neg_eq_zero.1 (by rw [← e, h]),
    fun h => by rw [h, abs_zero]⟩
@[simp] theorem abs_pos : 0 < |a| ↔ a ≠ 0 :=
  ⟨fun h e => ne_of_gt h (abs_eq_zero.2 e), fun h => lt_of_le_of_ne' (abs_nonneg a) fun e =>
    h (abs_eq_zero.1 e)⟩
/-- The triangle inequality. -/
theorem abs_add_le (a b : R) : |a + b| ≤ |a| + |b| :=
  max_le (add_le_add (le_abs_self a) (le_abs_self b))
    (by rw [neg_add]; exact add_le_add (neg_le_abs a) (neg_le_abs b))
theorem abs_sub_le (a b c : R) : |a - c| ≤ |a - b| + |b - c| := by
  have := abs_add_le (a - b) (b - c); rwa [sub_add_sub_cancel] at this
theorem abs_sub_le_abs_add_abs (a b : R) : |a - b| ≤ |a| + |b| := by
  rw [sub_eq_add_neg, ← abs_neg b]; exact abs_add_le a (-b)
theorem abs_sub_abs_le_abs_sub (a b : R) : |a| - |b| ≤ |a - b| := by
  have := abs_add_le (a - b) b; rw [sub_add_cancel] at this; exact sub_le_iff_le_add.2 this
theorem abs_abs_sub_abs_le_abs_sub (a b : R) : |(|a| - |b|)| ≤ |a - b| :=
  abs_le_of_le_of_neg_le (abs_sub_abs_le_abs_sub a b)
    (by rw [neg_sub, abs_sub_comm]; exact abs_sub_abs_le_abs_sub b a)
theorem abs_mul (a b : R) : |a * b| = |a| * |b| := by
  rcases le_total 0 a with ha | ha <;> rcases le_total 0 b with hb | hb
  · rw [abs_of_nonneg ha, abs_of_nonneg hb, abs_of_nonneg (mul_nonneg ha hb)]
  · rw [abs_of_nonneg ha, abs_of_nonpos hb, abs_of_nonpos (mul_nonpos_of_nonneg_of_nonpos ha hb),
      mul_neg]
  · rw [abs_of_nonpos ha, abs_of_nonneg hb, abs_of_nonpos (mul_nonpos_of_nonpos_of_nonneg ha hb),
      neg_mul]
  · rw [abs_of_nonpos ha, abs_of_nonpos hb, abs_of_nonneg (mul_nonneg_of_nonpos_of_nonpos ha hb),
      neg_mul_neg]
theorem abs_mul_self (a : R) : |a| * |a| = a * a := by
  rcases abs_choice a with h | h
  · rw [h]
  · rw [h, neg_mul_neg]
theorem abs_pow (a : R) (n : Nat) : |a ^ n| = |a| ^ n := by
  induction n with
  | zero => rw [pow_zero, pow_zero, abs_one]
  | succ n ih => rw [pow_succ, pow_succ, abs_mul, ih]
@[simp] theorem sq_abs (a : R) : |a| ^ 2 = a ^ 2 := by rw [sq, sq, abs_mul_self]
theorem sq_le_sq : a ^ 2 ≤ b ^ 2 ↔ |a| ≤ |b| := by
  rw [← sq_abs a, ← sq_abs b]
  exact pow_le_pow_iff_left₀ (abs_nonneg a) (abs_nonneg b) fun h => nomatch h
theorem abs_le_of_sq_le_sq (h : a ^ 2 ≤ b ^ 2) (hb : 0 ≤ b) : |a| ≤ b := by
  have := sq_le_sq.1 h; rwa [abs_of_nonneg hb] at this
theorem sq_le_one_iff_abs_le_one : a ^ 2 ≤ 1 ↔ |a| ≤ 1 := by
  have := sq_le_sq (a := a) (b := 1); rwa [one_pow, abs_one] at this
theorem max_eq_half_add_abs (a b : R) : 2 * max a b = a + b + |a - b| := by
  rcases le_total a b with h | h
  · rw [max_eq_right h, abs_of_nonpos (sub_nonpos.2 h), neg_sub, add_comm a b, add_assoc,
      add_sub_cancel, two_mul]
  · rw [max_eq_left h, abs_of_nonneg (sub_nonneg.2 h), add_assoc, add_sub_cancel, two_mul]

end Ring

section Field
variable {K : Type u} [LinearOrderedField K]

theorem abs_inv (a : K) : |a⁻¹| = |a|⁻¹ := by
  rcases le_total 0 a with h | h
  · rw [abs_of_nonneg h, abs_of_nonneg (inv_nonneg.2 h)]
  · rw [abs_of_nonpos h, ← abs_neg, ← inv_neg, abs_of_nonneg (inv_nonneg.2 (neg_nonneg.2 h))]
theorem abs_div (a b : K) : |a / b| = |a| / |b| := by
  rw [div_eq_mul_inv, abs_mul, abs_inv, div_eq_mul_inv]

end Field
