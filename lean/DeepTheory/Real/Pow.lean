prelude
import DeepTheory.Real.Log
/-! # Powers with real exponents

## Main definitions

* `Real.rpow x y`, written `x ^ y`: `exp (log x * y)` for `x ≠ 0`, and `0 ^ 0 = 1`, `0 ^ y = 0` for
  `y ≠ 0`. For `x ≥ 0` this is Mathlib's `Real.rpow`; for negative `x` it is `|x| ^ y`, which
  nothing uses.

## Main statements

* `Real.rpow_add`, `Real.rpow_mul`, `Real.rpow_neg`, `Real.mul_rpow`, `Real.div_rpow`,
  `Real.rpow_natCast`,
* order: `Real.rpow_le_rpow`, `Real.rpow_le_rpow_of_exponent_le`,
  `Real.rpow_le_rpow_of_exponent_ge`,
* `Real.log_rpow`, `Real.sqrt_eq_rpow`, `Real.exp_mul`, `Real.exp_one_rpow`,
* `Real.geom_mean_le_arith_mean2_weighted`: the weighted inequality of the means.
-/
set_option autoImplicit false

namespace Real

open Classical in
/-- The power `x ^ y` for real `y`. -/
noncomputable def rpow (x y : Real) : Real :=
  if x = 0 then if y = 0 then 1 else 0 else exp (log x * y)

noncomputable instance instPow : Pow Real Real := ⟨rpow⟩

variable {x y z : Real}

theorem rpow_def (x y : Real) : x ^ y = rpow x y := rfl
theorem rpow_def_of_pos (hx : 0 < x) (y : Real) : x ^ y = exp (log x * y) := by
  rw [rpow_def, rpow, if_neg (ne_of_gt hx)]
@[simp] theorem rpow_zero (x : Real) : x ^ (0 : Real) = 1 := by
  rw [rpow_def, rpow]
  by_cases hx : x = 0
  · rw [if_pos hx, if_pos rfl]
  · rw [if_neg hx, mul_zero, exp_zero]
@[simp] theorem zero_rpow (h : y ≠ 0) : (0 : Real) ^ y = 0 := by
  rw [rpow_def, rpow, if_pos rfl, if_neg h]
theorem rpow_one (hx : 0 ≤ x) : x ^ (1 : Real) = x := by
  rcases lt_or_eq_of_le hx with hx | rfl
  · rw [rpow_def_of_pos hx, mul_one, exp_log hx]
  · exact zero_rpow one_ne_zero
@[simp] theorem one_rpow (y : Real) : (1 : Real) ^ y = 1 := by
  rw [rpow_def_of_pos one_pos, log_one, zero_mul, exp_zero]
theorem rpow_pos_of_pos (hx : 0 < x) (y : Real) : 0 < x ^ y := by
  rw [rpow_def_of_pos hx]; exact exp_pos _
theorem rpow_nonneg (hx : 0 ≤ x) (y : Real) : 0 ≤ x ^ y := by
  rcases lt_or_eq_of_le hx with hx | rfl
  · exact le_of_lt (rpow_pos_of_pos hx y)
  · by_cases hy : y = 0
    · rw [hy, rpow_zero]; exact zero_le_one
    · rw [zero_rpow hy]
theorem log_rpow (hx : 0 < x) (y : Real) : log (x ^ y) = y * log x := by
  rw [rpow_def_of_pos hx, log_exp, mul_comm]
theorem exp_mul (x y : Real) : exp (x * y) = exp x ^ y := by
  rw [rpow_def_of_pos (exp_pos x), log_exp]
@[simp] theorem exp_one_rpow (x : Real) : exp 1 ^ x = exp x := by rw [← exp_mul, one_mul]

/-! ## Laws of exponents -/

theorem rpow_add (hx : 0 < x) (y z : Real) : x ^ (y + z) = x ^ y * x ^ z := by
  rw [rpow_def_of_pos hx, rpow_def_of_pos hx, rpow_def_of_pos hx, mul_add, exp_add]
theorem rpow_sub (hx : 0 < x) (y z : Real) : x ^ (y - z) = x ^ y / x ^ z := by
  rw [rpow_def_of_pos hx, rpow_def_of_pos hx, rpow_def_of_pos hx, mul_sub, exp_sub]
theorem rpow_neg (hx : 0 ≤ x) (y : Real) : x ^ (-y) = (x ^ y)⁻¹ := by
  rcases lt_or_eq_of_le hx with hx | rfl
  · rw [rpow_def_of_pos hx, rpow_def_of_pos hx, mul_neg, exp_neg]
  · by_cases hy : y = 0
    · rw [hy, neg_zero, rpow_zero, inv_one]
    · rw [zero_rpow hy, zero_rpow (neg_ne_zero.2 hy), inv_zero]
theorem rpow_natCast (hx : 0 ≤ x) (n : Nat) : x ^ (n : Real) = x ^ n := by
  rcases lt_or_eq_of_le hx with hx | rfl
  · rw [rpow_def_of_pos hx, exp_mul_nat, exp_log hx]
  · cases n with
    | zero => rw [Nat.cast_zero, rpow_zero, pow_zero]
    | succ n => rw [zero_rpow (Nat.cast_ne_zero.2 fun h => Nat.noConfusion h), zero_pow_succ]
theorem rpow_two (hx : 0 ≤ x) : x ^ (2 : Real) = x ^ 2 := rpow_natCast hx 2
theorem rpow_mul (hx : 0 ≤ x) (y z : Real) : x ^ (y * z) = (x ^ y) ^ z := by
  rcases lt_or_eq_of_le hx with hx | rfl
  · rw [rpow_def_of_pos hx, rpow_def_of_pos (rpow_pos_of_pos hx y), log_rpow hx,
      mul_left_comm, mul_assoc, mul_left_comm]
  · by_cases hy : y = 0
    · rw [hy, zero_mul, rpow_zero, one_rpow]
    · by_cases hz : z = 0
      · rw [hz, mul_zero, rpow_zero, rpow_zero]
      · rw [zero_rpow hy, zero_rpow hz, zero_rpow (mul_ne_zero hy hz)]
theorem mul_rpow (hx : 0 ≤ x) (hy : 0 ≤ y) : (x * y) ^ z = x ^ z * y ^ z := by
  by_cases hz : z = 0
  · rw [hz, rpow_zero, rpow_zero, rpow_zero, mul_one]
  rcases lt_or_eq_of_le hx with hx | rfl
  · rcases lt_or_eq_of_le hy with hy | rfl
    · rw [rpow_def_of_pos (mul_pos hx hy), rpow_def_of_pos hx, rpow_def_of_pos hy,
        log_mul (ne_of_gt hx) (ne_of_gt hy), add_mul, exp_add]
    · rw [mul_zero, zero_rpow hz, mul_zero]
  · rw [zero_mul, zero_rpow hz, zero_mul]
theorem inv_rpow (hx : 0 ≤ x) (y : Real) : x⁻¹ ^ y = (x ^ y)⁻¹ := by
  rcases lt_or_eq_of_le hx with hx | rfl
  · rw [rpow_def_of_pos (inv_pos.2 hx), rpow_def_of_pos hx, log_inv, neg_mul, exp_neg]
  · by_cases hy : y = 0
    · rw [hy, rpow_zero, rpow_zero, inv_one]
    · rw [inv_zero, zero_rpow hy, inv_zero]
theorem div_rpow (hx : 0 ≤ x) (hy : 0 ≤ y) (z : Real) : (x / y) ^ z = x ^ z / y ^ z := by
  rw [div_eq_mul_inv, mul_rpow hx (inv_nonneg.2 hy), inv_rpow hy, div_eq_mul_inv]
theorem sqrt_eq_rpow (hx : 0 ≤ x) : sqrt x = x ^ (1 / 2 : Real) := by
  refine sqrt_eq_of_sq_eq (rpow_nonneg hx _) ?_
  rw [← rpow_two (rpow_nonneg hx _), ← rpow_mul hx, one_div, inv_mul_cancel₀ two_ne_zero,
    rpow_one hx]

/-! ## Order -/

theorem rpow_lt_rpow (hx : 0 ≤ x) (h : x < y) (hz : 0 < z) : x ^ z < y ^ z := by
  have hy := lt_of_le_of_lt hx h
  rcases lt_or_eq_of_le hx with hx | rfl
  · rw [rpow_def_of_pos hx, rpow_def_of_pos hy, exp_lt_exp]
    exact mul_lt_mul_of_pos_right (log_lt_log hx h) hz
  · rw [zero_rpow (ne_of_gt hz)]; exact rpow_pos_of_pos hy z
theorem rpow_le_rpow (hx : 0 ≤ x) (h : x ≤ y) (hz : 0 ≤ z) : x ^ z ≤ y ^ z := by
  rcases lt_or_eq_of_le hz with hz | rfl
  · rcases lt_or_eq_of_le h with h | rfl
    · exact le_of_lt (rpow_lt_rpow hx h hz)
    · exact le_rfl
  · rw [rpow_zero, rpow_zero]
theorem rpow_le_rpow_iff (hx : 0 ≤ x) (hy : 0 ≤ y) (hz : 0 < z) : x ^ z ≤ y ^ z ↔ x ≤ y :=
  ⟨fun h => le_of_not_gt fun k => not_le_of_gt (rpow_lt_rpow hy k hz) h,
    fun h => rpow_le_rpow hx h (le_of_lt hz)⟩
theorem rpow_le_rpow_of_nonpos (hx : 0 < x) (h : x ≤ y) (hz : z ≤ 0) : y ^ z ≤ x ^ z := by
  rw [rpow_def_of_pos hx, rpow_def_of_pos (lt_of_lt_of_le hx h), exp_le_exp]
  have := mul_le_mul_of_nonneg_right (log_le_log hx h) (neg_nonneg.2 hz)
  rwa [mul_neg, mul_neg, neg_le_neg_iff] at this
theorem rpow_le_rpow_of_exponent_le (hx : 1 ≤ x) (h : y ≤ z) : x ^ y ≤ x ^ z := by
  have p := lt_of_lt_of_le one_pos hx
  rw [rpow_def_of_pos p, rpow_def_of_pos p, exp_le_exp]
  exact mul_le_mul_of_nonneg_left h (log_nonneg hx)
theorem rpow_lt_rpow_of_exponent_lt (hx : 1 < x) (h : y < z) : x ^ y < x ^ z := by
  have p := lt_trans one_pos hx
  rw [rpow_def_of_pos p, rpow_def_of_pos p, exp_lt_exp]
  exact mul_lt_mul_of_pos_left h (log_pos hx)
theorem rpow_le_rpow_of_exponent_ge (hx : 0 < x) (h1 : x ≤ 1) (h : z ≤ y) : x ^ y ≤ x ^ z := by
  rw [rpow_def_of_pos hx, rpow_def_of_pos hx, exp_le_exp]
  exact mul_le_mul_of_nonpos_left h (log_nonpos (le_of_lt hx) h1)
theorem one_le_rpow (hx : 1 ≤ x) (hy : 0 ≤ y) : 1 ≤ x ^ y := by
  have := rpow_le_rpow_of_exponent_le hx hy; rwa [rpow_zero] at this
theorem rpow_le_one (hx : 0 ≤ x) (h : x ≤ 1) (hy : 0 ≤ y) : x ^ y ≤ 1 := by
  have := rpow_le_rpow hx h hy; rwa [one_rpow] at this

/-- The weighted geometric mean is at most the weighted arithmetic mean. -/
theorem geom_mean_le_arith_mean2_weighted {a b : Real} (ha : 0 ≤ a) (hb : 0 ≤ b) (hx : 0 < x)
    (hy : 0 < y)
    (hab : a + b = 1) : x ^ a * y ^ b ≤ a * x + b * y := by
  have := exp_convex ha hb hab (log x) (log y)
  rw [exp_log hx, exp_log hy, exp_add] at this
  rwa [rpow_def_of_pos hx, rpow_def_of_pos hy, mul_comm (log x), mul_comm (log y)]

/-- Bernoulli's inequality with a real exponent at least one. -/
theorem one_add_mul_self_le_rpow_one_add (hx : -1 < x) (hy : 1 ≤ y) : 1 + y * x ≤ (1 + x) ^ y := by
  have h : 0 < 1 + x := by linarith
  rcases le_or_gt (1 + y * x) 0 with k | k
  · exact le_trans k (rpow_nonneg (le_of_lt h) y)
  · rw [rpow_def_of_pos h, ← log_le_iff_le_exp k]
    have hy0 : 0 < y := lt_of_lt_of_le one_pos hy
    have e : 1 / y * (1 + y * x) + (1 - 1 / y) * 1 = 1 + x := by
      have := ne_of_gt hy0
      rw [mul_add, ← mul_assoc, one_div, inv_mul_cancel₀ this]; ring
    have c := log_concave (a := 1 / y) (b := 1 - 1 / y) (le_of_lt (one_div_pos.2 hy0))
      (sub_nonneg.2 ((div_le_one hy0).2 hy)) (by ring) k one_pos
    rw [e, log_one, mul_zero, add_zero, one_div, ← div_eq_inv_mul, div_le_iff₀ hy0] at c
    exact c

end Real

/-- Real powers keep limits that are positive. -/
theorem HasLimit.rpow {u v : Nat → Real} {a b : Real} (h : HasLimit u a) (k : HasLimit v b)
    (ha : 0 < a) :
    HasLimit (fun n => u n ^ v n) (a ^ b) := by
  have := (Real.continuous_exp _).hasLimit ((h.log ha).mul k)
  rw [Real.rpow_def_of_pos ha]
  exact this.congr' ((h.eventually_gt ha).mono fun n hn => (Real.rpow_def_of_pos hn _).symm)
