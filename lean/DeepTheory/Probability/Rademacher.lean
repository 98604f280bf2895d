prelude
import DeepTheory.Hypercube.Defs
import DeepTheory.Probability.Hoeffding
/-! # Sums with random signs

Independent uniform signs, and Hoeffding's inequality for a sum of numbers with random signs. The
sum of squares may have any upper bound.

Book items: the last step of the proofs of the VC uniform convergence bound (chapter 7).

## Main definitions

* `Rademacher.signs F N`: `N` independent uniform signs.

## Main statements

* `Rademacher.mean_bool`: the mean over one sign,
* `Rademacher.hasSubgaussianMGF_sum`: sums with random signs are sub-Gaussian,
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

end Signs

/-! ## Hoeffding's inequality -/

section Hoeffding
variable {N : Nat}

/-- A sum of numbers with random signs is sub-Gaussian, with the sum of their squares as variance,
or more. -/
theorem hasSubgaussianMGF_sum (d : Fin N → Real) {v : Real} (hd : ∑ i, d i ^ 2 ≤ v) :
    (signs Real N).expectation.HasSubgaussianMGF (fun σ => ∑ i, sign (σ i) * d i) v := by
  have one : ∀ i, (signs Real N).expectation.HasSubgaussianMGF
      (fun σ => sign (σ i) * d i - 0) (d i ^ 2) := fun i => ⟨fun _ => trivial, fun t => by
    have e := (pi_mean_apply (fun _ : Fin N => uniform Real Bool (h := ⟨true⟩)) i fun b =>
      Real.exp (t * (sign b * d i - 0))).trans (mean_bool _)
    refine le_trans (le_of_eq e) ?_
    rw [sign_true, sign_false, sub_zero, sub_zero, one_mul, neg_one_mul, mul_neg, add_comm,
      ← Real.cosh_eq, mul_comm (d i ^ 2), ← mul_pow]
    exact Real.cosh_le_exp_half_sq _⟩
  have sum := (indepFun_pi (fun _ : Fin N => uniform Real Bool (h := ⟨true⟩))
    fun i b => sign b * d i).hasSubgaussianMGF_sum (fun _ _ => trivial) one
  refine ⟨fun _ => trivial, fun t => le_trans (le_trans (le_of_eq ?_) (sum.mgf_le t))
    (Real.exp_le_exp_of_le ?_)⟩
  · refine congrArg _ (funext fun σ => congrArg (fun x => Real.exp (t * x)) ?_)
    exact Fintype.sum_congr fun i => (sub_zero _).symm
  · have := mul_le_mul_of_nonneg_right hd (sq_nonneg t)
    linarith

/-- Hoeffding's inequality for a sum with random signs, upper tail. -/
theorem prob_le_sum (d : Fin N → Real) {v a : Real} (hd : ∑ i, d i ^ 2 ≤ v) (ha : 0 ≤ a) :
    ((signs Real N).expectation.prob fun σ => a ≤ ∑ i, sign (σ i) * d i) ≤
      Real.exp (-(a ^ 2 / (2 * v))) :=
  (hasSubgaussianMGF_sum d hd).prob_ge_le ha trivial

/-- Hoeffding's inequality for a sum with random signs:
`P(|∑ σ_i d_i| ≥ a) ≤ 2 exp (-a² / (2 v))` whenever `∑ d_i² ≤ v`. -/
theorem prob_le_abs_sum (d : Fin N → Real) {v a : Real} (hd : ∑ i, d i ^ 2 ≤ v) (ha : 0 ≤ a) :
    ((signs Real N).expectation.prob fun σ => a ≤ |∑ i, sign (σ i) * d i|) ≤
      2 * Real.exp (-(a ^ 2 / (2 * v))) := by
  have up := prob_le_sum d hd ha
  have down := (hasSubgaussianMGF_sum d hd).neg.prob_ge_le ha trivial
  have or := Expectation.prob_or_le (signs Real N).expectation
    (A := fun σ => a ≤ ∑ i, sign (σ i) * d i) (B := fun σ => a ≤ -∑ i, sign (σ i) * d i)
    trivial trivial
  rw [two_mul]
  refine le_trans (le_trans (le_of_eq ?_) or) (add_le_add up down)
  exact Expectation.prob_congr _ fun σ => le_abs

end Hoeffding

end Rademacher
