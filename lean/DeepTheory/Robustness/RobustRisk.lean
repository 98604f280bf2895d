prelude
import DeepTheory.Probability.Finite
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.Tactic.Field
/-! # Robust risk

The robust risk is the probability that some perturbation within the budget makes the prediction
wrong.

Book items: Definition 12.2, `R ≤ R_rob` (chapter 12).

## Main definitions

* `Robust.risk`, `Robust.robustRisk`: the probability of an error, and of an error under the worst
  perturbation in a set `Δ`.
* `Robust.ball N ε`: the perturbations of norm at most `ε`.

## Main statements

* `Robust.risk_le_robustRisk`: the risk is at most the robust risk.
* `Robust.robustRisk_mono`: the robust risk increases with the budget.
* `Robust.robustRisk_ball_zero`: without a budget they are equal.

## Notes

Inputs lie in any type with addition and zero. Probabilities are those of any expectation; that the
errors are events is a hypothesis, which always holds in a finite space.
-/
set_option autoImplicit false
universe u v w z

namespace Robust
variable {F : Type u} {Ω : Type v} {V : Type w} {L : Type z} [LinearOrderedField F]
  (E : Expectation F Ω)

/-- The risk of Definition 12.2: the probability that the prediction `f X` is not the label `Y`. -/
def risk (X : Ω → V) (Y : Ω → L) (f : V → L) [DecidablePred fun ω => f (X ω) ≠ Y ω] : F :=
  E.prob fun ω => f (X ω) ≠ Y ω

/-- The robust risk of Definition 12.2: the probability that some perturbation in `Δ` makes the
prediction differ from the label. -/
def robustRisk [Add V] (X : Ω → V) (Y : Ω → L) (f : V → L) (Δ : V → Prop)
    [DecidablePred fun ω => ∃ δ, Δ δ ∧ f (X ω + δ) ≠ Y ω] : F :=
  E.prob fun ω => ∃ δ, Δ δ ∧ f (X ω + δ) ≠ Y ω

/-- The perturbations with norm at most `ε` (Definition 12.2). -/
def ball (N : V → F) (ε : F) (δ : V) : Prop := N δ ≤ ε

variable {E} {X : Ω → V} {Y : Ω → L} {f : V → L} {Δ Δ' : V → Prop}

/-- `R ≤ R_rob` (12.2): the risk is at most the robust risk, if doing nothing is a perturbation. -/
theorem risk_le_robustRisk [AddMonoid V] [DecidablePred fun ω => f (X ω) ≠ Y ω]
    [DecidablePred fun ω => ∃ δ, Δ δ ∧ f (X ω + δ) ≠ Y ω] (h₀ : Δ 0)
    (hA : E.IsEvent fun ω => f (X ω) ≠ Y ω)
    (hB : E.IsEvent fun ω => ∃ δ, Δ δ ∧ f (X ω + δ) ≠ Y ω) :
    risk E X Y f ≤ robustRisk E X Y f Δ :=
  E.prob_mono hA hB fun ω h => ⟨0, h₀, by rwa [add_zero]⟩

/-- Monotone in the budget (chapter 12): more perturbations, more robust risk. -/
theorem robustRisk_mono [Add V] [DecidablePred fun ω => ∃ δ, Δ δ ∧ f (X ω + δ) ≠ Y ω]
    [DecidablePred fun ω => ∃ δ, Δ' δ ∧ f (X ω + δ) ≠ Y ω] (h : ∀ δ, Δ δ → Δ' δ)
    (hA : E.IsEvent fun ω => ∃ δ, Δ δ ∧ f (X ω + δ) ≠ Y ω)
    (hB : E.IsEvent fun ω => ∃ δ, Δ' δ ∧ f (X ω + δ) ≠ Y ω) :
    robustRisk E X Y f Δ ≤ robustRisk E X Y f Δ' :=
  E.prob_mono hA hB fun _ ⟨δ, k, e⟩ => ⟨δ, h δ k, e⟩

/-- Monotone in the budget (chapter 12), for balls of a norm: a larger radius has more of them. -/
theorem ball_mono (N : V → F) {ε ε' : F} (h : ε ≤ ε') (δ : V) : ball N ε δ → ball N ε' δ :=
  fun k => le_trans k h

/-- Doing nothing is within every budget `ε ≥ 0`. -/
theorem ball_zero [Zero V] {N : V → F} (hN : N 0 = 0) {ε : F} (h : 0 ≤ ε) : ball N ε 0 := by
  rw [ball, hN]; exact h

/-- Without a budget (chapter 12) the robust risk is the risk, for any norm. -/
theorem robustRisk_ball_zero [AddMonoid V] {N : V → F} (hN : ∀ δ, N δ ≤ 0 ↔ δ = 0)
    [DecidablePred fun ω => f (X ω) ≠ Y ω]
    [DecidablePred fun ω => ∃ δ, ball N 0 δ ∧ f (X ω + δ) ≠ Y ω] :
    robustRisk E X Y f (ball N 0) = risk E X Y f := by
  refine E.prob_congr fun ω => ⟨fun ⟨δ, h, k⟩ => ?_, fun h => ⟨0, (hN 0).2 rfl, by rwa [add_zero]⟩⟩
  rw [(hN δ).1 h, add_zero] at k
  exact k

/-! ## Witness and controls -/

/-- The distribution of one point. -/
def point : FiniteDistribution Rat Unit := FiniteDistribution.point Rat ()

section
attribute [local instance] Classical.propDecidable

/-- The hypotheses of `risk_le_robustRisk` can hold, and the inequality can be strict: one point at
`0`, and a classifier of the integers that is right at `0` only. -/
theorem risk_le_robustRisk_witness : ∃ (f : Int → Bool) (Δ : Int → Prop), Δ 0 ∧
    risk point.expectation (fun _ => 0) (fun _ => true) f = 0 ∧
      robustRisk point.expectation (fun _ => 0) (fun _ => true) f Δ = 1 := by
  refine ⟨fun x => x == 0, fun _ => True, trivial, ?_, ?_⟩
  · exact Expectation.prob_of_forall_not _ fun _ h => h rfl
  · exact Expectation.prob_of_forall _ fun _ => ⟨1, trivial, fun h => Bool.noConfusion h⟩

/-- If doing nothing is not a perturbation, the robust risk can be smaller than the risk:
perturbations of size exactly one, and a classifier that is wrong at the point only. -/
theorem risk_le_robustRisk_needs_zero : ∃ (f : Int → Bool) (Δ : Int → Prop), ¬Δ 0 ∧
    risk point.expectation (fun _ => 0) (fun _ => true) f = 1 ∧
      robustRisk point.expectation (fun _ => 0) (fun _ => true) f Δ = 0 := by
  refine ⟨fun x => !(x == 0), fun δ => δ = 1 ∨ δ = -1, fun h => ?_, ?_, ?_⟩
  · exact h.elim (fun h => absurd h (by decide)) fun h => absurd h (by decide)
  · exact Expectation.prob_of_forall _ fun _ h => Bool.noConfusion h
  · refine Expectation.prob_of_forall_not _ fun _ ⟨δ, h, k⟩ => k ?_
    rcases h with rfl | rfl <;> rfl

end

end Robust
