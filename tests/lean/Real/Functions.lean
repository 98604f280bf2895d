prelude
import DeepTheory.Real
import DeepTheory.Algebra.Tactic.NormNum
/-! # Square roots, exponentials, logarithms, powers: the laws as the chapters use them -/
set_option autoImplicit false
open Real

-- square roots
example : sqrt 4 = 2 := sqrt_eq_of_sq_eq zero_le_two (by norm_num)
example : sqrt (-4) = 0 := sqrt_eq_zero_of_nonpos (by norm_num)
example (x y : Real) (hx : 0 ≤ x) : sqrt (x * y) = sqrt x * sqrt y := sqrt_mul hx y
example (x : Real) (h : x ^ 2 ≤ 9) : |x| ≤ sqrt 9 := abs_le_sqrt h

-- `exp` is the limit of both sequences
example (x : Real) : HasLimit (fun n => (1 + x / 2 ^ n) ^ 2 ^ n) (exp x) := hasLimit_expSeq x
example (x : Real) : HasLimit (fun n : Nat => (1 + x / ((n : Real) + 1)) ^ (n + 1)) (exp x) :=
  hasLimit_one_add_div_pow x
example (x y : Real) : exp (x + y) = exp x * exp y := exp_add x y
example (x : Real) : 1 + x ≤ exp x := one_add_le_exp x
example (x : Real) (h : x < 1) : exp x ≤ 1 / (1 - x) := exp_le_one_div_one_sub h
example (n : Nat) (x : Real) : (1 - x) ^ n ≤ exp (-(n * x)) ∨ 1 < x := by
  rcases le_or_gt x 1 with h | h
  · left
    have := pow_le_pow_left₀ (sub_nonneg.2 h) (one_sub_le_exp_neg x) n
    rwa [← exp_nat_mul, mul_neg] at this
  · exact Or.inr h

-- logarithms
example (x y : Real) (hx : 0 < x) (hy : 0 < y) : log (x * y) = log x + log y :=
  log_mul (ne_of_gt hx) (ne_of_gt hy)
example (x : Real) (hx : 0 < x) : exp (log x) = x := exp_log hx
example (x : Real) (hx : -1 < x) : log (1 + x) ≤ x := log_one_add_le hx
example : log 8 = 3 * log 2 := by
  have := log_pow 3 2
  rwa [show (2 : Real) ^ 3 = 8 by norm_num] at this

-- the sample size of the realizable bound: `|H| (1 - ε) ^ N ≤ δ` for
-- `N ≥ (log |H| + log (1/δ)) / ε`
example (ε δ h : Real) (N : Nat) (hε : 0 < ε) (hε1 : ε ≤ 1) (hδ : 0 < δ) (hh : 0 < h)
    (hN : (log h + log (1 / δ)) / ε ≤ N) : h * (1 - ε) ^ N ≤ δ := by
  have h₁ := pow_le_pow_left₀ (sub_nonneg.2 hε1) (one_sub_le_exp_neg ε) N
  rw [← exp_nat_mul] at h₁
  rw [div_le_iff₀ hε, one_div, log_inv] at hN
  have h₂ : exp (N * -ε) ≤ exp (log δ - log h) := exp_le_exp_of_le (by linarith)
  rw [exp_sub, exp_log hδ, exp_log hh] at h₂
  have h₃ := mul_le_mul_of_nonneg_left (le_trans h₁ h₂) (le_of_lt hh)
  rwa [mul_div_cancel₀ _ (ne_of_gt hh)] at h₃

-- powers
example (x : Real) : x ^ 2 = x * x := sq x
example (x : Real) (hx : 0 ≤ x) : x ^ (2 : Real) = x * x := by rw [rpow_two hx, sq]
example (x y : Real) (hx : 0 < x) (hy : 0 < y) : sqrt (x * y) ≤ (x + y) / 2 :=
  sqrt_mul_le_half_add (le_of_lt hx) (le_of_lt hy)
example : (4 : Real) ^ (1 / 2 : Real) = 2 := by
  rw [← sqrt_eq_rpow (le_of_lt four_pos)]
  exact sqrt_eq_of_sq_eq zero_le_two (by norm_num)
example (x y z : Real) (hx : 0 < x) : x ^ (y + z) = x ^ y * x ^ z := rpow_add hx y z

-- moment generating functions
example (x : Real) : cosh x ≤ exp (x ^ 2 / 2) := cosh_le_exp_half_sq x
example (t : Real) : (1 - 1 / 2) * exp (-(1 / 2 * t)) + 1 / 2 * exp ((1 - 1 / 2) * t) ≤
    exp (t ^ 2 / 8) := hoeffding_two_point (by norm_num) (by norm_num) t
