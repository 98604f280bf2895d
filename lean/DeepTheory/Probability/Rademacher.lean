prelude
import DeepTheory.Algebra.Tactic.Field
import DeepTheory.Hypercube.Defs
import DeepTheory.Probability.Finite
import DeepTheory.Real.Cosh
/-! # Sums with random signs

Independent uniform signs, and Hoeffding's inequality for a sum of numbers with random signs.

Book items: the last step of the proofs of the VC uniform convergence bound (chapter 7).

## Main definitions

* `Rademacher.signs F N`: `N` independent uniform signs.

## Main statements

* `Rademacher.mean_signs`: the mean of a product of functions of different signs,
* `Rademacher.prob_le_abs_sum`: `P(|∑ σ_i d_i| ≥ a) ≤ 2 exp (-a² / (2 v))` for `∑ d_i² ≤ v`.
-/
set_option autoImplicit false
universe u

namespace Rademacher
open FiniteDistribution Hypercube

/-! ## Signs -/

section Signs
variable {F : Type u} [LinearOrderedField F]

/-- `N` independent uniform signs, given by truth values; see `Hypercube.sign`. -/
abbrev signs (F : Type u) [LinearOrderedField F] (N : Nat) : FiniteDistribution F (Fin N → Bool) :=
  (uniform F Bool (h := ⟨true⟩)).iid N

/-- The mean over a uniform sign. -/
theorem mean_bool (f : Bool → F) :
    (uniform F Bool (h := ⟨true⟩)).expectation.mean f = (f true + f false) / 2 := by
  rw [mean_eq, Fintype.sum_bool]
  show 1 / ((2 : Nat) : F) * f true + 1 / ((2 : Nat) : F) * f false = _
  rw [show ((2 : Nat) : F) = 2 from Nat.cast_ofNat]; ring

/-- The mean of a product of functions of different signs is the product of the means. -/
theorem mean_signs {N : Nat} (f : Fin N → Bool → F) :
    ((signs F N).expectation.mean fun σ => ∏ i, f i (σ i)) = ∏ i, (f i true + f i false) / 2 := by
  rw [show (signs F N).expectation.mean _ = _ from pi_mean_prod (fun _ => uniform F Bool) f]
  exact Fintype.prod_congr fun i => mean_bool (f i)

end Signs

/-! ## Hoeffding's inequality -/

theorem exp_sum {N : Nat} (f : Fin N → Real) : Real.exp (∑ i, f i) = ∏ i, Real.exp (f i) := by
  have key : ∀ s : Finset (Fin N), Real.exp (∑ i ∈ s, f i) = ∏ i ∈ s, Real.exp (f i) := fun s => by
    induction s using Finset.induction_on with
    | empty => exact Real.exp_zero
    | insert a s ha ih => rw [Finset.sum_insert ha, Finset.prod_insert ha, Real.exp_add, ih]
  exact key _

/-- The moment generating function of a sum with random signs. -/
theorem mean_exp_sum {N : Nat} (d : Fin N → Real) (t : Real) :
    ((signs Real N).expectation.mean fun σ => Real.exp (t * ∑ i, sign (σ i) * d i)) =
      ∏ i, Real.cosh (t * d i) := by
  have e : (fun σ : Fin N → Bool => Real.exp (t * ∑ i, sign (σ i) * d i)) =
      fun σ => ∏ i, Real.exp (t * (sign (σ i) * d i)) := funext fun σ => by
    rw [Finset.mul_sum, exp_sum]
  rw [e, mean_signs fun i b => Real.exp (t * (sign b * d i))]
  refine Fintype.prod_congr fun i => ?_
  rw [Real.cosh_eq, sign_true, sign_false, one_mul, neg_one_mul, mul_neg, add_comm]

/-- Hoeffding's inequality for a sum with random signs, upper tail. -/
theorem prob_le_sum {N : Nat} (d : Fin N → Real) {v a : Real} (hv : 0 < v)
    (hd : ∑ i, d i ^ 2 ≤ v) (ha : 0 ≤ a) :
    ((signs Real N).expectation.prob fun σ => a ≤ ∑ i, sign (σ i) * d i) ≤
      Real.exp (-(a ^ 2 / (2 * v))) := by
  have t : 0 ≤ a / v := div_nonneg ha hv.le
  have m := (signs Real N).expectation.markov_of_imp
    (X := fun σ => Real.exp (a / v * ∑ i, sign (σ i) * d i)) (a := Real.exp (a / v * a))
    (isRandom _ _) (fun _ => (Real.exp_pos _).le)
    (isEvent _ fun σ => a ≤ ∑ i, sign (σ i) * d i) fun σ k =>
      Real.exp_le_exp_of_le (mul_le_mul_of_nonneg_left k t)
  rw [mean_exp_sum] at m
  refine le_of_mul_le_mul_right (le_trans m (le_trans (Finset.prod_le_prod
    (fun i _ => (Real.cosh_pos _).le) fun i _ => Real.cosh_le_exp_half_sq (a / v * d i)) ?_))
      (Real.exp_pos (a / v * a))
  rw [← exp_sum, ← Real.exp_add]
  refine Real.exp_le_exp_of_le ?_
  rw [show (∑ i, (a / v * d i) ^ 2 / 2) = (a / v) ^ 2 / 2 * ∑ i, d i ^ 2 by
    rw [Finset.mul_sum]; exact Fintype.sum_congr fun i => by ring]
  refine le_trans (mul_le_mul_of_nonneg_left hd (by positivity)) (le_of_eq ?_)
  have := hv.ne'
  field

/-- Hoeffding's inequality for a sum with random signs:
`P(|∑ σ_i d_i| ≥ a) ≤ 2 exp (-a² / (2 v))` whenever `∑ d_i² ≤ v`. -/
theorem prob_le_abs_sum {N : Nat} (d : Fin N → Real) {v a : Real} (hv : 0 < v)
    (hd : ∑ i, d i ^ 2 ≤ v) (ha : 0 ≤ a) :
    ((signs Real N).expectation.prob fun σ => a ≤ |∑ i, sign (σ i) * d i|) ≤
      2 * Real.exp (-(a ^ 2 / (2 * v))) := by
  have up := prob_le_sum d hv hd ha
  have down := prob_le_sum (fun i => -d i) hv
    (by rw [Fintype.sum_congr fun i => neg_sq (d i)]; exact hd) ha
  rw [two_mul]
  refine le_trans ((signs Real N).expectation.prob_mono (isEvent _ _)
    (B := fun σ => a ≤ ∑ i, sign (σ i) * d i ∨ a ≤ ∑ i, sign (σ i) * -d i) (isEvent _ _)
      fun σ k => ?_)
    (le_trans (Expectation.prob_or_le _ (isEvent _ _) (isEvent _ _)) (add_le_add up down))
  refine (le_abs.1 k).imp id fun k => ?_
  rwa [Fintype.sum_congr fun i => mul_neg (sign (σ i)) (d i), Finset.sum_neg_distrib]

end Rademacher
