prelude
import DeepTheory.Algebra.Norm
import DeepTheory.Real.Sqrt
/-! # The Euclidean norm

## Main definitions

* `Real.l2Norm v`: the square root of the sum of the squares of the entries.

## Main statements

* `Real.dotProduct_le_l2Norm_mul`: the Cauchy-Schwarz inequality,
* `Real.isNorm_l2Norm`.
-/
set_option autoImplicit false
universe u
open Finset

namespace Real
variable {ι : Type u} [Fintype ι]

/-- The norm `ℓ₂`: the square root of the sum of the squares of the entries. -/
noncomputable def l2Norm (v : ι → Real) : Real := sqrt (normSq v)

theorem l2Norm_nonneg (v : ι → Real) : 0 ≤ l2Norm v := sqrt_nonneg _
theorem l2Norm_sq (v : ι → Real) : l2Norm v ^ 2 = normSq v := sq_sqrt (normSq_nonneg v)
theorem l2Norm_smul (c : Real) (v : ι → Real) : l2Norm (c • v) = |c| * l2Norm v := by
  refine sqrt_eq_of_sq_eq (mul_nonneg (abs_nonneg c) (l2Norm_nonneg v)) ?_
  rw [mul_pow, l2Norm_sq, sq_abs, normSq_smul]
/-- The Cauchy-Schwarz inequality. -/
theorem dotProduct_le_l2Norm_mul (v w : ι → Real) : v ⬝ᵥ w ≤ l2Norm v * l2Norm w := by
  rw [l2Norm, l2Norm, ← sqrt_mul (normSq_nonneg v)]
  exact le_sqrt_of_sq_le (dotProduct_sq_le v w)

theorem isNorm_l2Norm : IsNorm (l2Norm (ι := ι)) where
  eq_zero {v} h := by
    have k := l2Norm_sq v
    rw [h, zero_pow_succ] at k
    exact normSq_eq_zero.1 k.symm
  smul := l2Norm_smul
  add_le v w := by
    refine (sqrt_le_left (add_nonneg (l2Norm_nonneg v) (l2Norm_nonneg w))).2 ?_
    rw [normSq_add, add_sq, l2Norm_sq, l2Norm_sq]
    linarith [dotProduct_le_l2Norm_mul v w]

end Real
