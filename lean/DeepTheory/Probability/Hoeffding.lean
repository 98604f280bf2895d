prelude
import DeepTheory.Probability.Independence
import DeepTheory.Real.Cosh
import DeepTheory.Algebra.Tactic.Field
/-! # Hoeffding's and Bernstein's inequalities

Sums of independent bounded random variables are close to their means, with exponentially small
probabilities of failure.

Book items: Hoeffding's inequality, which chapter 7.2 uses for the errors of one hypothesis and
chapters 10 and 14 for bounded queries and discriminators.

## Main definitions

* `Expectation.IndepFun E T X`: the random variables `X i` are independent; `T` is the class of test
  functions,
* `Expectation.HasSubgaussianMGF E X c`: `E exp (t X) ≤ exp (c t² / 2)` for all `t`.

## Main statements

* `Expectation.mean_exp_le_of_mem_Icc`: Hoeffding's lemma,
* `Expectation.IndepFun.hoeffding_sum`, `Expectation.IndepFun.hoeffding_abs_sum`,
  `Expectation.IndepFun.hoeffding_mean`, `Expectation.IndepFun.hoeffding_abs_mean`: Hoeffding's
  inequality for sums and for averages, one tail and both,
* `Expectation.IsSample.hoeffding`: the average of a bounded function over a sample,
* `Expectation.IndepFun.bernstein_sum`: Bernstein's inequality, for centred variables that are
  bounded above,
* `FiniteDistribution.indepFun_pi`: functions of different coordinates of a product are independent.

## Notes

Whittle's axioms do not say which functions of random variables are random variables. The test
functions `T` are those: all functions in a finite space, the Borel functions that are bounded on
bounded sets in the usual theory of bounded random variables. The inequalities need the functions
`x ↦ exp (t (x - m))` among them. Where all ranges are points, the bounds say nothing.
-/
set_option autoImplicit false
universe u v w z

/-! ## Independent random variables -/

namespace Expectation
variable {F : Type u} {Ω : Type v} {ι : Type w} [LinearOrderedField F] [Fintype ι]

/-- The random variables `X i` are independent, with respect to a class `T` of test functions: test
functions of them are random variables, and the mean of a product of test functions of different
variables is the product of the means. -/
structure IndepFun (E : Expectation F Ω) (T : (F → F) → Prop) (X : ι → Ω → F) : Prop where
  /-- test functions of the variables are random variables -/
  isRandom_comp : ∀ (i : ι) {f : F → F}, T f → E.IsRandom fun ω => f (X i ω)
  /-- means of products are products of means -/
  mean_prod : ∀ f : ι → F → F, (∀ i, T (f i)) →
    (E.mean fun ω => ∏ i, f i (X i ω)) = ∏ i, E.mean fun ω => f i (X i ω)

/-- A function of the points of a sample gives independent random variables; its compositions with
test functions must be random variables. -/
theorem IsSample.indepFun {Z : Type z} {E : Expectation F Ω} {D : Expectation F Z} {S : Ω → ι → Z}
    (hs : IsSample E D S) {T : (F → F) → Prop} {g : Z → F}
    (hg : ∀ f, T f → D.IsRandom fun x => f (g x)) : E.IndepFun T fun i ω => g (S ω i) where
  isRandom_comp i f hf := hs.isRandom_comp i (hg f hf)
  mean_prod f hf := hs.indep (fun i x => f i (g x)) fun i => hg (f i) (hf i)

end Expectation

namespace FiniteDistribution
variable {F : Type u} [LinearOrderedField F] {ι : Type w} [Fintype ι] {Z : ι → Type v}
  [(i : ι) → Fintype (Z i)]

/-- Functions of different coordinates of a product distribution are independent, with all functions
as test functions. -/
theorem indepFun_pi (D : (i : ι) → FiniteDistribution F (Z i)) (X : (i : ι) → Z i → F) :
    (pi D).expectation.IndepFun (fun _ => True) fun i z => X i (z i) where
  isRandom_comp _ _ _ := trivial
  mean_prod f _ := by
    rw [pi_mean_prod D fun i z => f i (X i z)]
    exact Fintype.prod_congr fun i => (pi_mean_apply D i fun z => f i (X i z)).symm

end FiniteDistribution

namespace Expectation
open Real

/-! ## Moment generating functions -/

section Moments
variable {Ω : Type v} {E : Expectation Real Ω} {X : Ω → Real} {a b c t ε : Real}

/-- The mean of a random variable with values in `[a, b]` lies in `[a, b]`. -/
theorem mean_mem_Icc (hX : E.IsRandom X) (ha : ∀ ω, a ≤ X ω) (hb : ∀ ω, X ω ≤ b) :
    a ≤ E.mean X ∧ E.mean X ≤ b := by
  have h₁ := E.mean_mono (E.isRandom_const a) hX ha
  have h₂ := E.mean_mono hX (E.isRandom_const b) hb
  rw [E.mean_const] at h₁ h₂
  exact ⟨h₁, h₂⟩

/-- **Hoeffding's lemma.** A random variable with values in `[a, b]`, whose exponential is a random
variable, satisfies `E exp (t (X - E X)) ≤ exp (t² (b - a)² / 8)`. -/
theorem mean_exp_le_of_mem_Icc (hX : E.IsRandom X) (ha : ∀ ω, a ≤ X ω) (hb : ∀ ω, X ω ≤ b)
    (hexp : E.IsRandom fun ω => exp (t * (X ω - E.mean X))) :
    (E.mean fun ω => exp (t * (X ω - E.mean X))) ≤ exp (t ^ 2 * (b - a) ^ 2 / 8) := by
  obtain ⟨hma, hmb⟩ := mean_mem_Icc hX ha hb
  rcases lt_or_eq_of_le (le_trans hma hmb) with hab | rfl
  · -- the chord between the ends lies above the exponential, and its mean is that of two values
    have chord : ∀ ω, exp (t * (X ω - E.mean X)) ≤
        (b / (b - a) * exp (t * (a - E.mean X)) - a / (b - a) * exp (t * (b - E.mean X))) +
        (exp (t * (b - E.mean X)) - exp (t * (a - E.mean X))) / (b - a) * X ω := fun ω => by
      have k := exp_mul_le_chord (a := a - E.mean X) (b := b - E.mean X) (x := X ω - E.mean X)
        (by linarith) (by linarith [ha ω]) (by linarith [hb ω]) t
      rw [sub_sub_sub_cancel_right, sub_sub_sub_cancel_right, sub_sub_sub_cancel_right] at k
      refine le_trans k (le_of_eq ?_)
      ring
    refine le_trans (E.mean_mono hexp
      (E.isRandom_add (E.isRandom_const _) (IsRandom.const_mul _ hX)) chord) ?_
    rw [E.mean_add (E.isRandom_const _) (IsRandom.const_mul _ hX), E.mean_const,
      E.mean_const_mul _ hX]
    refine le_trans (le_of_eq ?_) (hoeffding_endpoints hab hma hmb t)
    ring
  · -- a constant
    have e : ∀ ω, exp (t * (X ω - E.mean X)) = 1 := fun ω => by
      rw [show X ω - E.mean X = 0 by linarith [ha ω, hb ω], mul_zero, exp_zero]
    rw [E.mean_congr e, E.mean_one]
    exact one_le_exp (by rw [sub_self, zero_pow_succ, mul_zero, zero_div])

/-- The moment generating function is that of a Gaussian variable of variance `c`, at most. -/
structure HasSubgaussianMGF (E : Expectation Real Ω) (X : Ω → Real) (c : Real) : Prop where
  /-- the exponentials are random variables -/
  isRandom_exp : ∀ t : Real, E.IsRandom fun ω => exp (t * X ω)
  /-- the bound -/
  mgf_le : ∀ t : Real, (E.mean fun ω => exp (t * X ω)) ≤ exp (c * t ^ 2 / 2)

/-- Hoeffding's lemma: a random variable with values in `[a, b]`, centred, is sub-Gaussian with
variance `((b - a) / 2)²`. -/
theorem hasSubgaussianMGF_of_mem_Icc (hX : E.IsRandom X) (ha : ∀ ω, a ≤ X ω) (hb : ∀ ω, X ω ≤ b)
    (hexp : ∀ t, E.IsRandom fun ω => exp (t * (X ω - E.mean X))) :
    HasSubgaussianMGF E (fun ω => X ω - E.mean X) (((b - a) / 2) ^ 2) :=
  ⟨hexp, fun t => le_trans (mean_exp_le_of_mem_Icc hX ha hb (hexp t)) (le_of_eq (by
    rw [show t ^ 2 * (b - a) ^ 2 / 8 = ((b - a) / 2) ^ 2 * t ^ 2 / 2 by ring]))⟩

theorem HasSubgaussianMGF.neg (h : HasSubgaussianMGF E X c) :
    HasSubgaussianMGF E (fun ω => -X ω) c := by
  refine ⟨fun t => ?_, fun t => ?_⟩
  · exact IsRandom.congr (h.isRandom_exp (-t)) fun ω => by rw [neg_mul_comm]
  · have k := h.mgf_le (-t)
    rw [neg_sq] at k
    rwa [E.mean_congr fun ω => show exp (t * -X ω) = exp (-t * X ω) by rw [neg_mul_comm]]

/-- Chernoff's bound: `P(X ≥ ε) ≤ E exp (t X) / exp (t ε)` for `t ≥ 0`. -/
theorem prob_ge_le_exp_mul_mgf (ht : 0 ≤ t) (hexp : E.IsRandom fun ω => exp (t * X ω))
    (hA : E.IsEvent fun ω => ε ≤ X ω) :
    (E.prob fun ω => ε ≤ X ω) ≤ exp (-(t * ε)) * E.mean fun ω => exp (t * X ω) := by
  have k := E.markov_of_imp hexp (fun ω => (exp_pos _).le) hA (a := exp (t * ε)) fun ω h =>
    exp_le_exp_of_le (mul_le_mul_of_nonneg_left h ht)
  refine le_of_mul_le_mul_right (c := exp (t * ε)) (le_trans k (le_of_eq ?_)) (exp_pos _)
  rw [mul_right_comm, ← exp_add, neg_add_cancel, exp_zero, one_mul]

/-- The tail of a sub-Gaussian variable: `P(X ≥ ε) ≤ exp (-ε² / (2 c))`. -/
theorem HasSubgaussianMGF.prob_ge_le (h : HasSubgaussianMGF E X c) (hε : 0 ≤ ε)
    (hA : E.IsEvent fun ω => ε ≤ X ω) :
    (E.prob fun ω => ε ≤ X ω) ≤ exp (-(ε ^ 2 / (2 * c))) := by
  rcases le_or_gt c 0 with hc | hc
  · refine le_trans (E.prob_le_one hA) (one_le_exp ?_)
    rw [neg_nonneg]
    rw [show 2 * c = -(2 * -c) by ring, div_neg, neg_nonpos]
    exact div_nonneg (sq_nonneg ε) (by linarith)
  · refine le_trans (prob_ge_le_exp_mul_mgf (div_nonneg hε hc.le) (h.isRandom_exp _) hA)
      (le_trans (mul_le_mul_of_nonneg_left (h.mgf_le _) (exp_pos _).le) (le_of_eq ?_))
    rw [← exp_add]
    refine congrArg exp ?_
    have := hc.ne'
    field

end Moments

/-! ## Hoeffding's inequality -/

section Sums
variable {Ω : Type v} {ι : Type w} [Fintype ι] {E : Expectation Real Ω} {X : ι → Ω → Real}
  {T : (Real → Real) → Prop} {a b : ι → Real} {ε : Real}

theorem exp_mul_sum_sub (t : Real) (m : ι → Real) (ω : Ω) :
    exp (t * ∑ i, (X i ω - m i)) = ∏ i, exp (t * (X i ω - m i)) := by
  have h : ∀ s : Finset ι, exp (t * ∑ i ∈ s, (X i ω - m i)) = ∏ i ∈ s, exp (t * (X i ω - m i)) := by
    intro s
    letI : DecidableEq ι := fun a b => Classical.propDecidable (a = b)
    induction s using Finset.induction_on with
    | empty => rw [Finset.sum_empty, Finset.prod_empty, mul_zero, exp_zero]
    | insert i s hi ih =>
      rw [Finset.sum_insert hi, Finset.prod_insert hi, mul_add, exp_add, ih]
  exact h Finset.univ

/-- The moment generating function of a sum of independent centred variables. -/
theorem IndepFun.mean_exp_mul_sum (h : E.IndepFun T X)
    (hT : ∀ t m, T fun x => exp (t * (x - m))) (t : Real) (m : ι → Real) :
    (E.IsRandom fun ω => exp (t * ∑ i, (X i ω - m i))) ∧
    (E.mean fun ω => exp (t * ∑ i, (X i ω - m i))) =
      ∏ i, E.mean fun ω => exp (t * (X i ω - m i)) := by
  refine ⟨IsRandom.congr (IsRandom.prod fun i _ => h.isRandom_comp i (hT t (m i)))
    fun ω => (exp_mul_sum_sub t m ω).symm, ?_⟩
  rw [E.mean_congr fun ω => exp_mul_sum_sub t m ω]
  exact h.mean_prod (fun i x => exp (t * (x - m i))) fun i => hT t (m i)

/-- A sum of independent sub-Gaussian variables is sub-Gaussian; the variances add up. -/
theorem IndepFun.hasSubgaussianMGF_sum (h : E.IndepFun T X)
    (hT : ∀ t m, T fun x => exp (t * (x - m))) {m c : ι → Real}
    (hc : ∀ i, HasSubgaussianMGF E (fun ω => X i ω - m i) (c i)) :
    HasSubgaussianMGF E (fun ω => ∑ i, (X i ω - m i)) (∑ i, c i) := by
  refine ⟨fun t => (h.mean_exp_mul_sum hT t m).1, fun t => ?_⟩
  rw [(h.mean_exp_mul_sum hT t m).2]
  have e : exp ((∑ i, c i) * t ^ 2 / 2) = ∏ i, exp (c i * t ^ 2 / 2) := by
    have k := exp_mul_sum_sub (X := fun i (_ : Unit) => c i) (t ^ 2 / 2) (fun _ => 0) ()
    simp only [sub_zero] at k
    rw [show (∑ i, c i) * t ^ 2 / 2 = t ^ 2 / 2 * ∑ i, c i by ring, k]
    exact Fintype.prod_congr fun i => congrArg exp (by ring)
  rw [e]
  exact Finset.prod_le_prod (fun i _ =>
    E.mean_nonneg ((hc i).isRandom_exp t) fun ω => (exp_pos _).le) fun i _ => (hc i).mgf_le t

/-- Independent random variables with values in `[a i, b i]`: their sum, centred, is sub-Gaussian
with variance `∑ (b i - a i)² / 4`. -/
theorem IndepFun.hasSubgaussianMGF_of_mem_Icc (h : E.IndepFun T X)
    (hT : ∀ t m, T fun x => exp (t * (x - m))) (hX : ∀ i, E.IsRandom (X i))
    (ha : ∀ i ω, a i ≤ X i ω) (hb : ∀ i ω, X i ω ≤ b i) :
    HasSubgaussianMGF E (fun ω => ∑ i, (X i ω - E.mean (X i))) ((∑ i, (b i - a i) ^ 2) / 4) := by
  have k := h.hasSubgaussianMGF_sum hT (m := fun i => E.mean (X i))
    (c := fun i => ((b i - a i) / 2) ^ 2) fun i =>
      Expectation.hasSubgaussianMGF_of_mem_Icc (hX i) (ha i) (hb i) fun t =>
        h.isRandom_comp i (hT t _)
  have e : (∑ i, ((b i - a i) / 2) ^ 2) = (∑ i, (b i - a i) ^ 2) / 4 := by
    rw [Finset.sum_div]
    exact Fintype.sum_congr fun i => by ring
  rwa [e] at k

/-- **Hoeffding's inequality**, one tail: independent random variables with values in
`[a i, b i]` satisfy `P(∑ (X i - E X i) ≥ ε) ≤ exp (-2 ε² / ∑ (b i - a i)²)` for `ε ≥ 0`. -/
theorem IndepFun.hoeffding_sum (h : E.IndepFun T X)
    (hT : ∀ t m, T fun x => exp (t * (x - m))) (hX : ∀ i, E.IsRandom (X i))
    (ha : ∀ i ω, a i ≤ X i ω) (hb : ∀ i ω, X i ω ≤ b i) (hε : 0 ≤ ε)
    (hA : E.IsEvent fun ω => ε ≤ ∑ i, (X i ω - E.mean (X i))) :
    (E.prob fun ω => ε ≤ ∑ i, (X i ω - E.mean (X i))) ≤
      exp (-(2 * ε ^ 2 / ∑ i, (b i - a i) ^ 2)) := by
  have k := (h.hasSubgaussianMGF_of_mem_Icc hT hX ha hb).prob_ge_le hε hA
  generalize (∑ i, (b i - a i) ^ 2) = s at *
  rwa [show ε ^ 2 / (2 * (s / 4)) = 2 * ε ^ 2 / s by
    by_cases hs : s = 0
    · rw [hs, zero_div, mul_zero, div_zero, div_zero]
    · field] at k

/-- Hoeffding's inequality, both tails:
`P(|∑ (X i - E X i)| ≥ ε) ≤ 2 exp (-2 ε² / ∑ (b i - a i)²)`. -/
theorem IndepFun.hoeffding_abs_sum (h : E.IndepFun T X)
    (hT : ∀ t m, T fun x => exp (t * (x - m))) (hX : ∀ i, E.IsRandom (X i))
    (ha : ∀ i ω, a i ≤ X i ω) (hb : ∀ i ω, X i ω ≤ b i) (hε : 0 ≤ ε)
    (hA : E.IsEvent fun ω => ε ≤ ∑ i, (X i ω - E.mean (X i)))
    (hB : E.IsEvent fun ω => ε ≤ -∑ i, (X i ω - E.mean (X i))) :
    (E.prob fun ω => ε ≤ |∑ i, (X i ω - E.mean (X i))|) ≤
      2 * exp (-(2 * ε ^ 2 / ∑ i, (b i - a i) ^ 2)) := by
  have k₁ := h.hoeffding_sum hT hX ha hb hε hA
  have k₂ := (h.hasSubgaussianMGF_of_mem_Icc hT hX ha hb).neg.prob_ge_le hε hB
  rw [E.prob_congr fun ω => le_abs (a := ε) (b := ∑ i, (X i ω - E.mean (X i)))]
  refine le_trans (E.prob_or_le hA hB) ?_
  generalize (∑ i, (b i - a i) ^ 2) = s at *
  rw [show ε ^ 2 / (2 * (s / 4)) = 2 * ε ^ 2 / s by
    by_cases hs : s = 0
    · rw [hs, zero_div, mul_zero, div_zero, div_zero]
    · field] at k₂
  linarith

omit [Fintype ι] in
theorem hoeffding_exponent [Fintype ι] {a b : Real} (n : (0 : Real) < Fintype.card ι) :
    2 * (ε * Fintype.card ι) ^ 2 / ∑ _i : ι, (b - a) ^ 2 =
      2 * Fintype.card ι * ε ^ 2 / (b - a) ^ 2 := by
  have c : (∑ _i : ι, (b - a) ^ 2) = (Fintype.card ι : Real) * (b - a) ^ 2 := Finset.sum_const _ _
  rw [c, ← mul_div_mul_left (2 * Fintype.card ι * ε ^ 2) ((b - a) ^ 2) n.ne']
  exact congrArg (· / _) (by ring)

/-- Hoeffding's inequality for averages, one tail: `N` independent random variables with values in
`[a, b]` satisfy `P(1/N ∑ (X i - E X i) ≥ ε) ≤ exp (-2 N ε² / (b - a)²)`. -/
theorem IndepFun.hoeffding_mean {a b : Real} (h : E.IndepFun T X)
    (hT : ∀ t m, T fun x => exp (t * (x - m))) (hX : ∀ i, E.IsRandom (X i))
    (ha : ∀ i ω, a ≤ X i ω) (hb : ∀ i ω, X i ω ≤ b) (hε : 0 ≤ ε)
    (hA : E.IsEvent fun ω => ε ≤ (∑ i, (X i ω - E.mean (X i))) / Fintype.card ι) :
    (E.prob fun ω => ε ≤ (∑ i, (X i ω - E.mean (X i))) / Fintype.card ι) ≤
      exp (-(2 * Fintype.card ι * ε ^ 2 / (b - a) ^ 2)) := by
  by_cases hN : Fintype.card ι = 0
  · rw [hN, Nat.cast_zero, mul_zero, zero_mul, zero_div, neg_zero, exp_zero]
    rw [hN, Nat.cast_zero] at hA
    exact E.prob_le_one hA
  have n : (0 : Real) < Fintype.card ι := Nat.cast_pos.2 (Nat.pos_of_ne_zero hN)
  have e : ∀ ω, ε ≤ (∑ i, (X i ω - E.mean (X i))) / Fintype.card ι ↔
      ε * Fintype.card ι ≤ ∑ i, (X i ω - E.mean (X i)) := fun ω => le_div_iff₀ n
  rw [E.prob_congr e, ← hoeffding_exponent n]
  exact h.hoeffding_sum hT hX ha hb (mul_nonneg hε n.le) (hA.congr e)

/-- Hoeffding's inequality for averages, both tails:
`P(|1/N ∑ (X i - E X i)| ≥ ε) ≤ 2 exp (-2 N ε² / (b - a)²)`. -/
theorem IndepFun.hoeffding_abs_mean {a b : Real} (h : E.IndepFun T X)
    (hT : ∀ t m, T fun x => exp (t * (x - m))) (hX : ∀ i, E.IsRandom (X i))
    (ha : ∀ i ω, a ≤ X i ω) (hb : ∀ i ω, X i ω ≤ b) (hε : 0 ≤ ε)
    (hA : E.IsEvent fun ω => ε ≤ (∑ i, (X i ω - E.mean (X i))) / Fintype.card ι)
    (hB : E.IsEvent fun ω => ε ≤ -((∑ i, (X i ω - E.mean (X i))) / Fintype.card ι)) :
    (E.prob fun ω => ε ≤ |(∑ i, (X i ω - E.mean (X i))) / Fintype.card ι|) ≤
      2 * exp (-(2 * Fintype.card ι * ε ^ 2 / (b - a) ^ 2)) := by
  by_cases hN : Fintype.card ι = 0
  · rw [E.prob_congr fun ω => le_abs]
    refine le_trans (E.prob_or_le hA hB) ?_
    rw [hN, Nat.cast_zero, mul_zero, zero_mul, zero_div, neg_zero, exp_zero]
    rw [hN, Nat.cast_zero] at hA hB
    linarith [E.prob_le_one hA, E.prob_le_one hB]
  have n : (0 : Real) < Fintype.card ι := Nat.cast_pos.2 (Nat.pos_of_ne_zero hN)
  have e : ∀ ω, ε ≤ |(∑ i, (X i ω - E.mean (X i))) / Fintype.card ι| ↔
      ε * Fintype.card ι ≤ |∑ i, (X i ω - E.mean (X i))| := fun ω => by
    rw [abs_div, abs_of_pos n, le_div_iff₀ n]
  rw [E.prob_congr e, ← hoeffding_exponent n]
  refine h.hoeffding_abs_sum hT hX ha hb (mul_nonneg hε n.le)
    (hA.congr fun ω => le_div_iff₀ n) (hB.congr fun ω => ?_)
  rw [← neg_div, le_div_iff₀ n]

/-- Hoeffding's inequality for a sample `S` of size `N` from `D` and a function `g` with values in
`[a, b]`: `P(|1/N ∑ g(S i) - E g| ≥ ε) ≤ 2 exp (-2 N ε² / (b - a)²)`. -/
theorem IsSample.hoeffding {Z : Type z} {D : Expectation Real Z} {S : Ω → ι → Z} {g : Z → Real}
    {a b : Real} (hs : IsSample E D S) (hg : D.IsRandom g)
    (hexp : ∀ t m, D.IsRandom fun x => exp (t * (g x - m))) (ha : ∀ x, a ≤ g x)
    (hb : ∀ x, g x ≤ b) (hε : 0 ≤ ε)
    (hA : E.IsEvent fun ω => ε ≤ (∑ i, g (S ω i)) / Fintype.card ι - D.mean g)
    (hB : E.IsEvent fun ω => ε ≤ -((∑ i, g (S ω i)) / Fintype.card ι - D.mean g)) :
    (E.prob fun ω => ε ≤ |(∑ i, g (S ω i)) / Fintype.card ι - D.mean g|) ≤
      2 * exp (-(2 * Fintype.card ι * ε ^ 2 / (b - a) ^ 2)) := by
  by_cases hN : Fintype.card ι = 0
  · rw [E.prob_congr fun ω => le_abs]
    refine le_trans (E.prob_or_le hA hB) ?_
    rw [hN, Nat.cast_zero, mul_zero, zero_mul, zero_div, neg_zero, exp_zero]
    rw [hN, Nat.cast_zero] at hA hB
    linarith [E.prob_le_one hA, E.prob_le_one hB]
  have n : (Fintype.card ι : Real) ≠ 0 := Nat.cast_ne_zero.2 hN
  have e : ∀ ω, (∑ i, (g (S ω i) - E.mean fun ω => g (S ω i))) / Fintype.card ι =
      (∑ i, g (S ω i)) / Fintype.card ι - D.mean g := fun ω => by
    have c : (∑ _i : ι, D.mean g) = (Fintype.card ι : Real) * D.mean g := Finset.sum_const _ _
    simp only [hs.mean_comp _ hg, Finset.sum_sub_distrib]
    rw [c, sub_div, mul_div_cancel_left₀ _ n]
  have h : E.IndepFun (fun f => D.IsRandom fun x => f (g x)) fun i ω => g (S ω i) :=
    hs.indepFun fun _ k => k
  have k := h.hoeffding_abs_mean hexp (fun i => hs.isRandom_comp i hg) (fun i ω => ha _)
    (fun i ω => hb _) hε (hA.congr fun ω => by rw [e]) (hB.congr fun ω => by rw [e])
  rwa [E.prob_congr fun ω => show _ ↔ ε ≤ |(∑ i, g (S ω i)) / Fintype.card ι - D.mean g| by
    rw [e]] at k

/-! ## Bernstein's inequality -/

/-- The moment generating function of a variable that exceeds its mean by at most `M`: for
`0 ≤ t` and `t M < 3` it is at most `exp (t² Var X / (2 (1 - t M / 3)))`. -/
theorem mean_exp_le_of_var {Y : Ω → Real} {M t : Real} (hY : E.IsRandom Y)
    (hexp : E.IsRandom fun ω => exp (t * (Y ω - E.mean Y))) (hM : 0 ≤ M)
    (hb : ∀ ω, Y ω - E.mean Y ≤ M) (ht : 0 ≤ t) (h3 : t * M < 3) :
    (E.mean fun ω => exp (t * (Y ω - E.mean Y))) ≤
      exp (t ^ 2 / (2 * (1 - t * M / 3)) * E.var Y) := by
  have hc : E.IsRandom fun ω => Y ω - E.mean Y := IsRandom.sub hY (E.isRandom_const _)
  have hq := IsRandom.const_mul (t ^ 2 / (2 * (1 - t * M / 3))) (IsRandom.pow hc 2)
  have hl := E.isRandom_add (E.isRandom_const 1) (IsRandom.const_mul t hc)
  refine le_trans (E.mean_mono hexp (E.isRandom_add hl hq) fun ω => ?_) ?_
  · refine le_trans (exp_le_bernstein (mul_le_mul_of_nonneg_left (hb ω) ht) (mul_nonneg ht hM) h3)
      (le_of_eq ?_)
    ring
  · have m : (E.mean fun ω => Y ω - E.mean Y) = 0 := by
      rw [E.mean_sub hY (E.isRandom_const _), E.mean_const, sub_self]
    rw [E.mean_add hl hq, E.mean_add (E.isRandom_const 1) (IsRandom.const_mul t hc), E.mean_const,
      E.mean_const_mul _ hc, E.mean_const_mul _ (IsRandom.pow hc 2), m, mul_zero, add_zero]
    exact one_add_le_exp _

/-- **Bernstein's inequality**: independent random variables that exceed their means by at most `M`,
with variances of sum at most `V > 0`, satisfy
`P(∑ (X i - E X i) ≥ ε) ≤ exp (-ε² / (2 (V + M ε / 3)))`. -/
theorem IndepFun.bernstein_sum {M V : Real} (h : E.IndepFun T X)
    (hT : ∀ t m, T fun x => exp (t * (x - m))) (hX : ∀ i, E.IsRandom (X i)) (hM : 0 ≤ M)
    (hb : ∀ i ω, X i ω - E.mean (X i) ≤ M) (hV : 0 < V) (hvar : ∑ i, E.var (X i) ≤ V) (hε : 0 ≤ ε)
    (hA : E.IsEvent fun ω => ε ≤ ∑ i, (X i ω - E.mean (X i))) :
    (E.prob fun ω => ε ≤ ∑ i, (X i ω - E.mean (X i))) ≤
      exp (-(ε ^ 2 / (2 * (V + M * ε / 3)))) := by
  obtain ⟨W, eW⟩ : ∃ W, V + M * ε / 3 = W := ⟨_, rfl⟩
  rw [eW]
  have p : 0 ≤ M * ε := mul_nonneg hM hε
  have w : 0 < W := by linarith
  have w0 := w.ne'
  have v0 := hV.ne'
  have t0 : 0 ≤ ε / W := div_nonneg hε w.le
  have z := div_mul_cancel₀ ε w0
  have h3 : ε / W * M < 3 := by
    rw [div_mul_eq_mul_div, div_lt_iff₀ w]
    linarith
  have d : 1 - ε / W * M / 3 = V / W := by
    rw [eq_div_iff w0, show (1 - ε / W * M / 3) * W = W - ε / W * W * M / 3 by ring, z]
    linarith
  -- the moment generating function at `ε / W`
  obtain ⟨hr, hm⟩ := h.mean_exp_mul_sum hT (ε / W) fun i => E.mean (X i)
  have k : (E.mean fun ω => exp (ε / W * ∑ i, (X i ω - E.mean (X i)))) ≤
      exp ((ε / W) ^ 2 / (2 * (V / W)) * ∑ i, E.var (X i)) := by
    have e := exp_mul_sum_sub (X := fun i (_ : Unit) => E.var (X i))
      ((ε / W) ^ 2 / (2 * (V / W))) (fun _ => 0) ()
    simp only [sub_zero] at e
    rw [hm, e, ← d]
    exact Finset.prod_le_prod
      (fun i _ => E.mean_nonneg (h.isRandom_comp i (hT _ _)) fun ω => (exp_pos _).le)
      fun i _ => mean_exp_le_of_var (hX i) (h.isRandom_comp i (hT _ _)) hM (hb i) t0 h3
  refine le_trans (prob_ge_le_exp_mul_mgf t0 hr hA)
    (le_trans (mul_le_mul_of_nonneg_left k (exp_pos _).le) ?_)
  rw [← exp_add]
  refine exp_le_exp_of_le ?_
  have l := mul_le_mul_of_nonneg_left hvar (show 0 ≤ (ε / W) ^ 2 / (2 * (V / W)) from
    div_nonneg (sq_nonneg _) (mul_nonneg zero_le_two (div_nonneg hV.le w.le)))
  have e : (ε / W) ^ 2 / (2 * (V / W)) * V = ε ^ 2 / (2 * W) := by field
  have e' : ε / W * ε = 2 * (ε ^ 2 / (2 * W)) := by field
  linarith

end Sums
end Expectation
