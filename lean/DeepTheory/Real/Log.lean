prelude
import DeepTheory.Real.Exp
import DeepTheory.Real.Sqrt
/-! # The natural logarithm

## Main definitions

* `Real.log x`: the number whose exponential is `|x|`; zero for `x = 0`. It is the inverse of `exp`
  on positive numbers; as in Mathlib `log (-x) = log x`.

## Main statements

* `Real.exp_log`, `Real.log_exp`,
* `Real.log_mul`, `Real.log_div`, `Real.log_inv`, `Real.log_pow`, `Real.log_sqrt`,
* order: `Real.log_le_log`, `Real.log_lt_log`, `Real.le_log_iff_exp_le`, `Real.log_le_iff_le_exp`,
* `Real.log_le_sub_one_of_pos`, `Real.log_one_add_le`, `Real.one_sub_inv_le_log_of_pos`,
* `Real.log_concave`, and continuity: `HasLimit.log`, `Real.continuousAt_log`.
-/
set_option autoImplicit false

namespace Real
variable {x y : Real}

/-- The exponential function takes every positive value. -/
theorem exists_exp_eq (hx : 0 < x) : ∃ y, exp y = x := by
  have hi : 0 < x⁻¹ := inv_pos.2 hx
  obtain ⟨y, -, -, h⟩ :=
    exists_eq_of_le_of_le (f := exp) (a := -x⁻¹) (b := x) (y := x) (by linarith)
    (fun z _ _ => continuous_exp z) (by
      rw [exp_neg, ← inv_inv x, inv_inv x⁻¹, inv_le_inv₀ (exp_pos _) hi]
      exact le_trans (le_of_lt (lt_add_of_pos_right _ one_pos)) (add_one_le_exp _)) (by
      linarith [add_one_le_exp x])
  exact ⟨y, h⟩

open Classical in
/-- The natural logarithm: the number whose exponential is `|x|`; zero for `x = 0`. -/
noncomputable def log (x : Real) : Real := if h : ∃ y, exp y = |x| then choose h else 0

theorem exp_log_eq_abs (hx : x ≠ 0) : exp (log x) = |x| := by
  have h := exists_exp_eq (abs_pos.2 hx)
  unfold log
  rw [dif_pos h]; exact Classical.choose_spec h

@[simp] theorem exp_log (hx : 0 < x) : exp (log x) = x := by
  rw [exp_log_eq_abs (ne_of_gt hx), abs_of_pos hx]

@[simp] theorem log_exp (x : Real) : log (exp x) = x := exp_injective (exp_log (exp_pos x))

theorem log_abs (x : Real) : log |x| = log x := by unfold log; rw [abs_abs]
theorem log_neg_eq_log (x : Real) : log (-x) = log x := by unfold log; rw [abs_neg]
@[simp] theorem log_zero : log 0 = 0 := by
  unfold log
  rw [abs_zero]; exact dif_neg fun ⟨y, h⟩ => exp_ne_zero y h
@[simp] theorem log_one : log 1 = 0 := by rw [← exp_zero, log_exp]

theorem log_eq_of_exp_eq (h : exp y = x) : log x = y := by rw [← h, log_exp]

/-! ## Products and powers -/

theorem log_mul (hx : x ≠ 0) (hy : y ≠ 0) : log (x * y) = log x + log y := exp_injective (by
  rw [exp_log_eq_abs (mul_ne_zero hx hy), exp_add, exp_log_eq_abs hx, exp_log_eq_abs hy, abs_mul])
@[simp] theorem log_inv (x : Real) : log x⁻¹ = -log x := by
  by_cases hx : x = 0
  · rw [hx, inv_zero, log_zero, neg_zero]
  · exact exp_injective
      (by rw [exp_log_eq_abs (inv_ne_zero hx), exp_neg, exp_log_eq_abs hx, abs_inv])
theorem log_div (hx : x ≠ 0) (hy : y ≠ 0) : log (x / y) = log x - log y := by
  rw [div_eq_mul_inv, log_mul hx (inv_ne_zero hy), log_inv, sub_eq_add_neg]
@[simp] theorem log_pow (n : Nat) (x : Real) : log (x ^ n) = n * log x := by
  by_cases hx : x = 0
  · cases n with
    | zero => rw [pow_zero, log_one, Nat.cast_zero, zero_mul]
    | succ n => rw [hx, zero_pow_succ, log_zero, mul_zero]
  · exact exp_injective
      (by rw [exp_log_eq_abs (pow_ne_zero n hx), exp_nat_mul, exp_log_eq_abs hx, abs_pow])
theorem log_sqrt (hx : 0 ≤ x) : log (sqrt x) = log x / 2 := by
  have h := log_pow 2 (sqrt x)
  rw [sq_sqrt hx, Nat.cast_ofNat] at h
  rw [h, mul_div_cancel_left₀ _ two_ne_zero]
theorem sqrt_exp (x : Real) : sqrt (exp x) = exp (x / 2) :=
  sqrt_eq_of_sq_eq (exp_nonneg _) (exp_half_sq x)

/-! ## Order -/

theorem log_le_log (hx : 0 < x) (h : x ≤ y) : log x ≤ log y :=
  exp_le_exp.1 (by rw [exp_log hx, exp_log (lt_of_lt_of_le hx h)]; exact h)
theorem log_lt_log (hx : 0 < x) (h : x < y) : log x < log y :=
  exp_lt_exp.1 (by rw [exp_log hx, exp_log (lt_trans hx h)]; exact h)
theorem log_le_log_iff (hx : 0 < x) (hy : 0 < y) : log x ≤ log y ↔ x ≤ y := by
  rw [← exp_le_exp, exp_log hx, exp_log hy]
theorem log_lt_log_iff (hx : 0 < x) (hy : 0 < y) : log x < log y ↔ x < y := by
  rw [← exp_lt_exp, exp_log hx, exp_log hy]
theorem log_injective_of_pos (hx : 0 < x) (hy : 0 < y) (h : log x = log y) : x = y := by
  rw [← exp_log hx, h, exp_log hy]
theorem log_le_iff_le_exp (hx : 0 < x) : log x ≤ y ↔ x ≤ exp y := by rw [← exp_le_exp, exp_log hx]
theorem log_lt_iff_lt_exp (hx : 0 < x) : log x < y ↔ x < exp y := by rw [← exp_lt_exp, exp_log hx]
theorem le_log_iff_exp_le (hy : 0 < y) : x ≤ log y ↔ exp x ≤ y := by rw [← exp_le_exp, exp_log hy]
theorem lt_log_iff_exp_lt (hy : 0 < y) : x < log y ↔ exp x < y := by rw [← exp_lt_exp, exp_log hy]
theorem log_nonneg (h : 1 ≤ x) : 0 ≤ log x := by have := log_le_log one_pos h; rwa [log_one] at this
theorem log_pos (h : 1 < x) : 0 < log x := by have := log_lt_log one_pos h; rwa [log_one] at this
theorem log_nonpos (hx : 0 ≤ x) (h : x ≤ 1) : log x ≤ 0 := by
  rcases lt_or_eq_of_le hx with hx | rfl
  · have := log_le_log hx h; rwa [log_one] at this
  · exact le_of_eq log_zero
theorem log_neg (hx : 0 < x) (h : x < 1) : log x < 0 := by
  have := log_lt_log hx h; rwa [log_one] at this
theorem log_pos_iff (hx : 0 < x) : 0 < log x ↔ 1 < x := by rw [← log_one, log_lt_log_iff one_pos hx]
theorem log_nonneg_iff (hx : 0 < x) : 0 ≤ log x ↔ 1 ≤ x := by
  rw [← log_one, log_le_log_iff one_pos hx]
theorem log_eq_zero_iff (hx : 0 < x) : log x = 0 ↔ x = 1 :=
  ⟨fun h => log_injective_of_pos hx one_pos (by rw [h, log_one]), fun h => by rw [h, log_one]⟩

/-! ## Inequalities -/

/-- The logarithm lies below its tangent at one. -/
theorem log_le_sub_one_of_pos (hx : 0 < x) : log x ≤ x - 1 := by
  have := add_one_le_exp (log x)
  rw [exp_log hx] at this
  linarith

/-- `log (1 + x) ≤ x` for `x > -1`. -/
theorem log_one_add_le (hx : -1 < x) : log (1 + x) ≤ x := by
  have := log_le_sub_one_of_pos (x := 1 + x) (by linarith)
  linarith

/-- The tangent at one touches the logarithm only there. -/
theorem log_lt_sub_one_of_pos (hx : 0 < x) (h : x ≠ 1) : log x < x - 1 := by
  have := add_one_lt_exp (x := log x) fun k => h ((log_eq_zero_iff hx).1 k)
  rw [exp_log hx] at this
  linarith

theorem one_sub_inv_le_log_of_pos (hx : 0 < x) : 1 - x⁻¹ ≤ log x := by
  have := log_le_sub_one_of_pos (inv_pos.2 hx)
  rw [log_inv] at this
  linarith

/-- `x / (1 + x) ≤ log (1 + x)` for `x > -1`. -/
theorem div_one_add_le_log (hx : -1 < x) : x / (1 + x) ≤ log (1 + x) := by
  have h : 0 < 1 + x := by linarith
  have := one_sub_inv_le_log_of_pos h
  rwa [show 1 - (1 + x)⁻¹ = x / (1 + x) by ring] at this

theorem log_le_self (hx : 0 ≤ x) : log x ≤ x := by
  rcases lt_or_eq_of_le hx with hx | rfl
  · linarith [log_le_sub_one_of_pos hx]
  · exact le_of_eq log_zero

/-- The logarithm lies below its tangent at `y`. -/
theorem log_le_log_add_div (hx : 0 < x) (hy : 0 < y) : log x ≤ log y + (x - y) / y := by
  have := log_le_sub_one_of_pos (div_pos hx hy)
  rw [log_div (ne_of_gt hx) (ne_of_gt hy)] at this
  rw [sub_div, div_self (ne_of_gt hy)]
  linarith

/-- The logarithm is concave. -/
theorem log_concave {a b : Real} (ha : 0 ≤ a) (hb : 0 ≤ b) (hab : a + b = 1) (hx : 0 < x)
    (hy : 0 < y) :
    a * log x + b * log y ≤ log (a * x + b * y) := by
  have := exp_convex ha hb hab (log x) (log y)
  rw [exp_log hx, exp_log hy] at this
  exact (le_log_iff_exp_le (lt_of_lt_of_le (exp_pos _) this)).2 this

/-! ## Continuity -/

end Real

/-- The logarithm keeps limits that are positive. -/
theorem HasLimit.log {u : Nat → Real} {a : Real} (h : HasLimit u a) (ha : 0 < a) :
    HasLimit (fun n => Real.log (u n)) (Real.log a) := by
  have hd := h.div_const a
  rw [div_self (ne_of_gt ha)] at hd
  have lower := (hd.inv one_ne_zero).const_sub 1
  have upper := hd.sub_const 1
  rw [inv_one, sub_self] at lower
  rw [sub_self] at upper
  have pos := h.eventually_gt ha
  refine HasLimit.zero_of_sub
    (lower.squeeze upper (pos.mono fun n hn => ?_) (pos.mono fun n hn => ?_))
  · show 1 - (u n / a)⁻¹ ≤ Real.log (u n) - Real.log a
    rw [← Real.log_div (ne_of_gt hn) (ne_of_gt ha)]
    exact Real.one_sub_inv_le_log_of_pos (div_pos hn ha)
  · show Real.log (u n) - Real.log a ≤ u n / a - 1
    rw [← Real.log_div (ne_of_gt hn) (ne_of_gt ha)]
    exact Real.log_le_sub_one_of_pos (div_pos hn ha)

namespace Real

/-- The logarithm is continuous at positive numbers. -/
theorem continuousAt_log {x : Real} (hx : 0 < x) : ContinuousAt log x :=
  continuousAt_of_hasLimit fun _ h => h.log hx

end Real
