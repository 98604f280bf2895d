prelude
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.Tactic.Linarith
import DeepTheory.Probability.GhostSample
/-! # Random labels

A label that is a coin flip, independent of everything that a predictor sees, is predicted wrongly
with probability one half.

Book items: under random labels test accuracy stays at chance (chapter 7).

## Main definitions

* `Generalization.IndepLabel E W y`: the label `y` is independent of the random element `W`.

## Main statements

* `Generalization.prob_wrong_eq_half`: every function of `W` is wrong with probability `1 / 2`,
* `Generalization.random_labels_chance`: the same for the predictor that a learner returns,
* `Generalization.isProduct_indepLabel`: labels that are drawn apart are independent,
* `Generalization.random_labels_needs_joint`: independence of the sample and of the test input, each
  alone, is not enough.
-/
set_option autoImplicit false
universe u v w z

namespace Generalization
variable {F : Type u} {Ω : Type v} {V : Type w} [LinearOrderedField F] {E : Expectation F Ω}

/-- The label `y` is independent of the random element `W`: of all events that `W` decides. -/
def IndepLabel (E : Expectation F Ω) (W : Ω → V) (y : Ω → Bool) : Prop :=
  ∀ (A : V → Prop) [DecidablePred A], (E.IsEvent fun ω => A (W ω)) →
    (E.prob fun ω => A (W ω) ∧ y ω = true) =
      (E.prob fun ω => A (W ω)) * E.prob fun ω => y ω = true

/-- A coin flip that is independent of `W` differs from every function of `W` with probability
`1 / 2`. -/
theorem prob_wrong_eq_half {W : Ω → V} {y : Ω → Bool} (hy : E.IsEvent fun ω => y ω = true)
    (half : (E.prob fun ω => y ω = true) = 1 / 2) (indep : IndepLabel E W y) {h : V → Bool}
    (hh : E.IsEvent fun ω => h (W ω) = true) : (E.prob fun ω => h (W ω) ≠ y ω) = 1 / 2 := by
  have e : ∀ ω, (if h (W ω) ≠ y ω then (1 : F) else 0) =
      (if h (W ω) = true then 1 else 0) + ((if y ω = true then 1 else 0) -
        2 * if h (W ω) = true ∧ y ω = true then 1 else 0) := fun ω => by
    rw [ite_one_zero_and]
    cases h (W ω) <;> cases y ω
    · rw [if_neg fun k => k rfl, if_neg Bool.noConfusion]; ring
    · rw [if_pos (show false ≠ true by decide), if_neg Bool.noConfusion, if_pos rfl]; ring
    · rw [if_pos (show true ≠ false by decide), if_pos rfl, if_neg Bool.noConfusion]; ring
    · rw [if_neg fun k => k rfl, if_pos rfl]; ring
  have both := Expectation.IsRandom.const_mul 2 (hh.and hy)
  rw [Expectation.prob, E.mean_congr e, E.mean_add hh (Expectation.IsRandom.sub hy both),
    E.mean_sub hy both, E.mean_const_mul 2 (hh.and hy)]
  have k := indep (fun v => h v = true) hh
  rw [half] at k
  show (E.prob fun ω => h (W ω) = true) + ((E.prob fun ω => y ω = true) -
    2 * E.prob fun ω => h (W ω) = true ∧ y ω = true) = 1 / 2
  rw [k, half]
  ring

/-- Random labels (chapter 7): if the label `y` of the test input `x` is a coin flip and independent
of the training sample `S`, the test input and the internal randomness `r` of the learner, jointly,
then the predictor `A S r` is wrong on `x` with probability exactly `1 / 2`. -/
theorem random_labels_chance {X : Type w} {R : Type z} {N : Nat} {S : Ω → Fin N → X × Bool}
    {r : Ω → R} {x : Ω → X} {y : Ω → Bool} (hy : E.IsEvent fun ω => y ω = true)
    (half : (E.prob fun ω => y ω = true) = 1 / 2)
    (indep : IndepLabel E (fun ω => (S ω, r ω, x ω)) y)
    {A : (Fin N → X × Bool) → R → X → Bool}
    (hA : E.IsEvent fun ω => A (S ω) (r ω) (x ω) = true) :
    (E.prob fun ω => A (S ω) (r ω) (x ω) ≠ y ω) = 1 / 2 :=
  prob_wrong_eq_half hy half indep (h := fun v => A v.1 v.2.1 v.2.2) hA

/-- In a product the second coordinate is independent of the first. -/
theorem isProduct_indepLabel {E : Expectation F (Ω × Bool)} {E₁ : Expectation F Ω}
    {E₂ : Expectation F Bool} (hE : E.IsProduct E₁ E₂) (hy : E₂.IsEvent fun b => b = true)
    (hΩ : ∀ A : Ω → Prop, ∀ [DecidablePred A], E₁.IsEvent A) :
    IndepLabel E (fun p => p.1) fun p => p.2 := fun A _ _ => by
  have a : E.IsEvent fun p => A p.1 := hE.isRandom_fst (hΩ A)
  have b : E.IsEvent fun p : Ω × Bool => p.2 = true := hE.isRandom_snd hy
  have fst : (E.prob fun p => A p.1) = E₁.prob A := hE.mean_fst (hΩ A)
  have snd : (E.prob fun p : Ω × Bool => p.2 = true) = E₂.prob fun b => b = true :=
    hE.mean_snd hy
  rw [fst, snd, Expectation.prob, hE.mean_eq (a.and b), mul_comm, Expectation.prob,
    Expectation.prob, ← E₁.mean_const_mul _ (hΩ A)]
  refine E₁.mean_congr fun ω => ?_
  rw [E₂.mean_congr fun b => ite_one_zero_and (F := F) (A := A ω) (B := b = true),
    E₂.mean_const_mul _ hy, mul_comm]

/-- The hypotheses of `random_labels_chance` can hold: two examples, a test input, a random bit of
the learner and a label that are independent coin flips. -/
theorem random_labels_witness :
    ∃ (E : Expectation Rat (((Fin 2 → Bool × Bool) × Bool × Bool) × Bool))
    (S : _ → Fin 2 → Bool × Bool) (r x y : _ → Bool), (∀ X, E.IsRandom X) ∧
      (E.prob fun ω => y ω = true) = 1 / 2 ∧ IndepLabel E (fun ω => (S ω, r ω, x ω)) y := by
  let D := FiniteDistribution.uniform Rat ((Fin 2 → Bool × Bool) × Bool × Bool)
    (h := ⟨(fun _ => (true, true), true, true)⟩)
  let B := FiniteDistribution.uniform Rat Bool (h := ⟨true⟩)
  have prod := FiniteDistribution.isProduct_prod D B
  refine ⟨(D.prod B).expectation, fun ω => ω.1.1, fun ω => ω.1.2.1, fun ω => ω.1.2.2,
    fun ω => ω.2, fun _ => trivial, ?_, isProduct_indepLabel prod trivial fun _ _ => trivial⟩
  rw [show ((D.prod B).expectation.prob fun ω => ω.2 = true) = B.expectation.prob
    fun b => b = true from prod.mean_snd (X := fun b => if b = true then 1 else 0) trivial]
  decide +kernel

/-- Two fair coins. -/
abbrev twoFlips : FiniteDistribution Rat (Bool × Bool) :=
  FiniteDistribution.uniform Rat (Bool × Bool) (h := ⟨(true, true)⟩)

/-- `random_labels_chance` needs joint independence: the test input and the sample are two coin
flips, the label says whether they differ. It is a coin flip and independent of each of them, and
the predictor that compares them is never wrong. -/
theorem random_labels_needs_joint : ∃ (E : Expectation Rat (Bool × Bool))
    (x s y : Bool × Bool → Bool) (h : Bool × Bool → Bool), (∀ X, E.IsRandom X) ∧
    (E.prob fun ω => y ω = true) = 1 / 2 ∧
    (∀ b, (E.prob fun ω => x ω = b ∧ y ω = true) =
      (E.prob fun ω => x ω = b) * E.prob fun ω => y ω = true) ∧
    (∀ b, (E.prob fun ω => s ω = b ∧ y ω = true) =
      (E.prob fun ω => s ω = b) * E.prob fun ω => y ω = true) ∧
    (E.prob fun ω => h (s ω, x ω) ≠ y ω) = 0 :=
  ⟨twoFlips.expectation, fun ω => ω.1, fun ω => ω.2, fun ω => Bool.xor ω.1 ω.2,
    fun v => Bool.xor v.2 v.1, fun _ => trivial, by decide +kernel, by decide +kernel,
    by decide +kernel, by decide +kernel⟩

end Generalization
