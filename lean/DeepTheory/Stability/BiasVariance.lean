prelude
import DeepTheory.Probability.Finite
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.Tactic.Field
/-! # The bias-variance decomposition

At a fixed input the target is a number `a`, the label is `a + ε` with noise `ε`, and the prediction
`g` is random through the training sample. The mean squared error is the squared bias plus the
variance of the prediction plus the variance of the noise.

Book items: Proposition 8.16.

## Main definitions

* `Expectation.cov X Y`: the covariance.

## Main statements

* `BiasVariance.mean_sq_error`: the decomposition for any noise, with the covariance of noise and
  prediction; in any probability space.
* `BiasVariance.mean_sq_error_of_uncorrelated`: Proposition 8.16.
* `BiasVariance.mean_sq_error_iff`: centred noise gives the decomposition exactly when it is
  uncorrelated with the prediction.
* `BiasVariance.sum_sum_sq_error`: Proposition 8.16 for independent noise, as a finite sum in any
  commutative ring.

## Notes

Independence of noise and prediction is used only through their covariance.
-/
set_option autoImplicit false
universe u v w

/-- The covariance of two random variables. -/
def Expectation.cov {F : Type u} {Ω : Type v} [LinearOrderedField F] (E : Expectation F Ω)
    (X Y : Ω → F) : F := E.mean fun ω => (X ω - E.mean X) * (Y ω - E.mean Y)

namespace BiasVariance
open Expectation

section Expectation
variable {F : Type u} {Ω : Type v} [LinearOrderedField F] (E : Expectation F Ω) {ε g : Ω → F}

/-- The mean squared error for any noise: the distance of the means, both variances, and the
covariance. -/
theorem mean_sq_error (hε : E.IsRandom ε) (hg : E.IsRandom g) (a : F) :
    (E.mean fun ω => (a + ε ω - g ω) ^ 2) =
      (a + E.mean ε - E.mean g) ^ 2 + E.var g + E.var ε - 2 * E.cov ε g := by
  have cε : E.IsRandom fun ω => ε ω - E.mean ε := IsRandom.sub hε (E.isRandom_const _)
  have cg : E.IsRandom fun ω => g ω - E.mean g := IsRandom.sub hg (E.isRandom_const _)
  have zε : (E.mean fun ω => ε ω - E.mean ε) = 0 := by
    rw [E.mean_sub hε (E.isRandom_const _), E.mean_const, sub_self]
  have zg : (E.mean fun ω => g ω - E.mean g) = 0 := by
    rw [E.mean_sub hg (E.isRandom_const _), E.mean_const, sub_self]
  -- expanded around the means
  rw [E.mean_congr fun ω => show (a + ε ω - g ω) ^ 2 =
      (a + E.mean ε - E.mean g) ^ 2 + (2 * (a + E.mean ε - E.mean g) * (ε ω - E.mean ε) +
        (-2 * (a + E.mean ε - E.mean g) * (g ω - E.mean g) + ((g ω - E.mean g) ^ 2 +
          ((ε ω - E.mean ε) ^ 2 + -2 * ((ε ω - E.mean ε) * (g ω - E.mean g)))))) by ring]
  have r₁ := IsRandom.const_mul (-2) (E.isRandom_mul cε cg)
  have r₂ := E.isRandom_add (IsRandom.pow cε 2) r₁
  have r₃ := E.isRandom_add (IsRandom.pow cg 2) r₂
  have r₄ := E.isRandom_add (IsRandom.const_mul (-2 * (a + E.mean ε - E.mean g)) cg) r₃
  have r₅ := E.isRandom_add (IsRandom.const_mul (2 * (a + E.mean ε - E.mean g)) cε) r₄
  rw [E.mean_add (E.isRandom_const _) r₅, E.mean_add (IsRandom.const_mul _ cε) r₄,
    E.mean_add (IsRandom.const_mul _ cg) r₃, E.mean_add (IsRandom.pow cg 2) r₂,
    E.mean_add (IsRandom.pow cε 2) r₁, E.mean_const, E.mean_const_mul _ cε,
    E.mean_const_mul _ cg, E.mean_const_mul _ (E.isRandom_mul cε cg), zε, zg, var, var, cov]
  ring

/-- Proposition 8.16 (bias-variance decomposition): for centred noise that is uncorrelated with the
prediction, as it is if they are independent, the mean squared error is the squared bias plus the
variance of the prediction plus the variance of the noise. -/
theorem mean_sq_error_of_uncorrelated (hε : E.IsRandom ε) (hg : E.IsRandom g) (h₀ : E.mean ε = 0)
    (hcov : E.cov ε g = 0) (a : F) : (E.mean fun ω => (a + ε ω - g ω) ^ 2) =
      (a - E.mean g) ^ 2 + E.var g + E.var ε := by
  rw [mean_sq_error E hε hg, h₀, hcov, add_zero, mul_zero, sub_zero]

/-- For centred noise the decomposition holds exactly when noise and prediction are uncorrelated. -/
theorem mean_sq_error_iff (hε : E.IsRandom ε) (hg : E.IsRandom g) (h₀ : E.mean ε = 0) (a : F) :
    (E.mean fun ω => (a + ε ω - g ω) ^ 2) = (a - E.mean g) ^ 2 + E.var g + E.var ε ↔
      E.cov ε g = 0 := by
  rw [mean_sq_error E hε hg, h₀, add_zero]
  constructor <;> intro h <;> linarith

/-- The covariance in terms of means: it vanishes exactly when the mean of the product is the
product of the means. -/
theorem cov_eq (hε : E.IsRandom ε) (hg : E.IsRandom g) :
    E.cov ε g = (E.mean fun ω => ε ω * g ω) - E.mean ε * E.mean g := by
  have h := E.isRandom_mul hε hg
  rw [cov, E.mean_congr fun ω => show (ε ω - E.mean ε) * (g ω - E.mean g) = ε ω * g ω -
      (E.mean g * ε ω + (E.mean ε * g ω - E.mean ε * E.mean g)) by ring,
    E.mean_sub h (E.isRandom_add (IsRandom.const_mul _ hε)
      (IsRandom.sub (IsRandom.const_mul _ hg) (E.isRandom_const _))),
    E.mean_add (IsRandom.const_mul _ hε)
      (IsRandom.sub (IsRandom.const_mul _ hg) (E.isRandom_const _)),
    E.mean_sub (IsRandom.const_mul _ hg) (E.isRandom_const _), E.mean_const_mul _ hε,
    E.mean_const_mul _ hg, E.mean_const]
  ring

end Expectation

/-! ## Independent noise, as a finite sum -/

/-- Proposition 8.16 (independent noise): `μ` is the law of the training samples and `ν` that of the
noise; they are independent, so their joint law is the product. The prediction is `g`, with mean
`m`. In any commutative ring, and for weights of any sign. -/
theorem sum_sum_sq_error {R : Type w} {A : Type u} {B : Type v} [CommRing R] [Fintype A] [Fintype B]
    {μ : A → R} {ν : B → R} (hμ : ∑ s, μ s = 1) (hν : ∑ b, ν b = 1) {ε : B → R}
    (h₀ : ∑ b, ν b * ε b = 0) (a : R) (g : A → R) :
    ∑ s, ∑ b, μ s * ν b * (a + ε b - g s) ^ 2 = (a - ∑ s, μ s * g s) ^ 2 +
      ∑ s, μ s * (g s - ∑ t, μ t * g t) ^ 2 + ∑ b, ν b * ε b ^ 2 := by
  generalize hm : ∑ s, μ s * g s = m
  have inner : ∀ s, ∑ b, μ s * ν b * (a + ε b - g s) ^ 2 =
      (a - m) ^ 2 * μ s + (-2 * (a - m) * (μ s * g s - m * μ s) +
        (μ s * (g s - m) ^ 2 + (∑ b, ν b * ε b ^ 2) * μ s)) := fun s => by
    rw [Fintype.sum_congr fun b => show μ s * ν b * (a + ε b - g s) ^ 2 =
        μ s * (a - g s) ^ 2 * ν b + (2 * μ s * (a - g s) * (ν b * ε b) + μ s * (ν b * ε b ^ 2)) by
      ring, Finset.sum_add_distrib, Finset.sum_add_distrib, ← Finset.mul_sum, ← Finset.mul_sum,
      ← Finset.mul_sum, hν, h₀]
    ring
  rw [Fintype.sum_congr inner, Finset.sum_add_distrib, Finset.sum_add_distrib,
    Finset.sum_add_distrib, ← Finset.mul_sum, ← Finset.mul_sum, ← Finset.mul_sum,
    Finset.sum_sub_distrib, ← Finset.mul_sum, hm, hμ]
  ring

/-- The hypotheses of `sum_sum_sq_error` can hold with noise of positive variance: a fair coin `±1`.
-/
theorem sum_sum_sq_error_witness : ∃ (ν ε : Bool → Rat), (∀ b, 0 ≤ ν b) ∧ ∑ b, ν b = 1 ∧
    ∑ b, ν b * ε b = 0 ∧ ∑ b, ν b * ε b ^ 2 = 1 :=
  ⟨fun _ => 1 / 2, fun b => if b = true then 1 else -1, by decide +kernel⟩

/-! ## Controls -/

/-- A fair coin. -/
def coin : FiniteDistribution Rat Bool :=
  FiniteDistribution.bernoulli (1 / 2) (by decide +kernel) (by decide +kernel)

/-- The value `1` or `-1` of a coin. -/
def side (b : Bool) : Rat := if b = true then 1 else -1

/-- The hypotheses of `mean_sq_error_of_uncorrelated` can hold: noise from one coin and predictions
from another. -/
theorem mean_sq_error_of_uncorrelated_witness : ∃ (D : FiniteDistribution Rat (Bool × Bool)),
    (D.expectation.mean fun x => side x.1) = 0 ∧
      (D.expectation.cov (fun x => side x.1) fun x => side x.2) = 0 ∧
      (D.expectation.var fun x => side x.2) = 1 :=
  ⟨⟨fun _ => 1 / 4, by decide +kernel, by decide +kernel⟩, by decide +kernel⟩

/-- Without independence the decomposition fails: a prediction that equals the label has no error,
but it has a variance, and the noise has one too. -/
theorem mean_sq_error_needs_uncorrelated : coin.expectation.mean side = 0 ∧
    (coin.expectation.mean fun b => (0 + side b - side b) ^ 2) ≠
      (0 - coin.expectation.mean side) ^ 2 + coin.expectation.var side +
        coin.expectation.var side := by decide +kernel

/-- Without centred noise the decomposition fails: constant noise `1` and the prediction `0`. -/
theorem mean_sq_error_needs_centred : coin.expectation.cov (fun _ => 1) (fun _ => 0) = 0 ∧
    (coin.expectation.mean fun _ => ((0 : Rat) + 1 - 0) ^ 2) ≠
      (0 - coin.expectation.mean fun _ => 0) ^ 2 + coin.expectation.var (fun _ => 0) +
        coin.expectation.var fun _ => 1 := by decide +kernel

/-- The variance of the noise cannot be left out, even for a perfect prediction. -/
theorem mean_sq_error_needs_noise : (coin.expectation.mean fun b => (0 + side b - 0) ^ 2) ≠
    (0 - coin.expectation.mean fun _ => 0) ^ 2 + coin.expectation.var fun _ => 0 := by
  decide +kernel

end BiasVariance
