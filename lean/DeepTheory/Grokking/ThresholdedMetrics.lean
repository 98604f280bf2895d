prelude
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.Tactic.Field
import DeepTheory.Real.Continuous
/-! # Thresholded metrics

A benchmark that reports whether a latent score has reached a threshold reports a step, however
gradually the score improves.

Book items: Proposition 19.5.

## Main definitions

* `ThresholdedMetric.report s τ c`: `1` if the score `s c` has reached `τ`, and `0` otherwise.

## Main statements

* `ThresholdedMetric.report_eq_step`: a strictly increasing score gives a single step, whatever its
  slope.
* `ThresholdedMetric.report_comp`: the report does not change when score and threshold are rescaled.
* `ThresholdedMetric.report_jumps`: where a score crosses the threshold from below, the report
  jumps.
* `ThresholdedMetric.not_continuousAt_report`: over the real numbers the report is discontinuous
  there, even if the score is continuous.
* `ThresholdedMetric.exists_step`: a continuous strictly increasing score that passes the threshold
  gives a step somewhere.
-/
set_option autoImplicit false
universe u v w

namespace ThresholdedMetric

section Order
variable {P : Type u} {S : Type v} {R : Type w} [LinearOrder P] [LinearOrder S] [Zero R] [One R]

/-- The reported metric of Proposition 19.5: `1` if the score has reached the threshold. -/
def report (R : Type w) [Zero R] [One R] (s : P → S) (τ : S) (c : P) : R := if τ ≤ s c then 1 else 0

/-- The report is a step at `c₀` exactly when the threshold is reached from `c₀` on and not before.
-/
theorem report_eq_step_of_iff {s : P → S} {τ : S} {c₀ : P} (h : ∀ c, τ ≤ s c ↔ c₀ ≤ c) (c : P) :
    report R s τ c = if c₀ ≤ c then 1 else 0 := by
  by_cases k : c₀ ≤ c
  · rw [report, if_pos k, if_pos ((h c).2 k)]
  · rw [report, if_neg k, if_neg fun l => k ((h c).1 l)]

/-- Proposition 19.5 (step form): a strictly increasing score that takes the value `τ` at `c₀` is
reported as a single step at `c₀`, whatever its slope. -/
theorem report_eq_step {s : P → S} (hs : ∀ a b, a < b → s a < s b) {τ : S} {c₀ : P} (h : s c₀ = τ)
    (c : P) : report R s τ c = if c₀ ≤ c then 1 else 0 := by
  refine report_eq_step_of_iff (fun c => ?_) c
  rw [← h]
  constructor
  · exact fun k => le_of_not_gt fun l => not_le_of_gt (hs _ _ l) k
  · intro k
    rcases lt_or_eq_of_le k with l | rfl
    · exact (hs _ _ l).le
    · exact le_rfl

/-- The hypotheses of `report_eq_step` can hold: the score is the scale itself. -/
theorem report_eq_step_witness : ∃ s : Int → Int, (∀ a b, a < b → s a < s b) ∧ s 3 = 3 :=
  ⟨fun c => c, fun _ _ h => h, rfl⟩

omit [LinearOrder P] in
/-- The slope does not matter: rescaling score and threshold by any strictly increasing function
changes nothing. -/
theorem report_comp {T : Type w} [LinearOrder T] {g : S → T} (hg : ∀ a b, a < b → g a < g b)
    (s : P → S) (τ : S) (c : P) : report R (fun c => g (s c)) (g τ) c = report R s τ c := by
  by_cases k : τ ≤ s c
  · have l : g τ ≤ g (s c) := by
      rcases lt_or_eq_of_le k with l | e
      · exact (hg _ _ l).le
      · rw [e]
    rw [report, report, if_pos k, if_pos l]
  · rw [report, report, if_neg k, if_neg fun l => not_le_of_gt (hg _ _ (lt_of_not_ge k)) l]

/-- Proposition 19.5 (jump): if the score is below the threshold on one side of `c₀` and not below
it on the other, up to some distance, the report is `0` on one side and `1` on the other. -/
theorem report_jumps {s : P → S} {τ : S} {a b c₀ : P} (below : ∀ c, a < c → c < c₀ → s c < τ)
    (above : ∀ c, c₀ ≤ c → c < b → τ ≤ s c) :
    (∀ c, a < c → c < c₀ → report R s τ c = 0) ∧ ∀ c, c₀ ≤ c → c < b → report R s τ c = 1 :=
  ⟨fun c h k => if_neg (not_le_of_gt (below c h k)), fun c h k => if_pos (above c h k)⟩

/-- A score that is not monotone need not give a single step: the square passes the threshold `1`
twice. -/
theorem report_eq_step_needs_increasing :
    report Nat (fun c : Int => c * c) 1 (-1) = 1 ∧ report Nat (fun c : Int => c * c) 1 0 = 0 ∧
      report Nat (fun c : Int => c * c) 1 1 = 1 := by decide +kernel

/-- A score that increases but not strictly need not give a step at `c₀`: a constant one. -/
theorem report_eq_step_needs_strict : ∃ s : Int → Int, (∀ a b, a ≤ b → s a ≤ s b) ∧ s 0 = 0 ∧
    report Nat s 0 (-1) ≠ if (0 : Int) ≤ -1 then 1 else 0 :=
  ⟨fun _ => 0, fun _ _ _ => Int.le_refl 0, by decide +kernel⟩

end Order

/-! ## Over the real numbers -/

open Real

/-- Proposition 19.5 (discontinuity): if the score is below the threshold at points as close to `c₀`
as you like, and has reached it at `c₀`, then the report is discontinuous at `c₀`. -/
theorem not_continuousAt_report {s : Real → Real} {τ c₀ : Real}
    (below : ∀ δ, 0 < δ → ∃ c, |c - c₀| < δ ∧ s c < τ) (h : τ ≤ s c₀) :
    ¬ContinuousAt (report Real s τ) c₀ := by
  intro hc
  obtain ⟨δ, hδ, k⟩ := hc (1 / 2) (div_pos one_pos two_pos)
  obtain ⟨c, hcδ, hs⟩ := below δ hδ
  have := k c hcδ
  rw [report, report, if_neg (not_le_of_gt hs), if_pos h, zero_sub, abs_neg, abs_one] at this
  linarith

/-- Proposition 19.5: a continuous and strictly increasing score that takes the value `τ` is
reported as a discontinuous step. -/
theorem not_continuousAt_report_of_increasing {s : Real → Real} (hs : ∀ a b, a < b → s a < s b)
    {τ c₀ : Real} (h : s c₀ = τ) : ¬ContinuousAt (report Real s τ) c₀ := by
  refine not_continuousAt_report (fun δ hδ => ⟨c₀ - δ / 2, ?_, ?_⟩) (ge_of_eq h)
  · rw [show c₀ - δ / 2 - c₀ = -(δ / 2) by ring, abs_neg, abs_of_pos (half_pos hδ)]
    exact half_lt_self hδ
  · rw [← h]
    exact hs _ _ (sub_lt_self c₀ (half_pos hδ))

/-- Proposition 19.5 (existence of the step): a continuous, strictly increasing score that is at
most `τ` at `a` and at least `τ` at `b` is reported as a step at some point between them. -/
theorem exists_step {s : Real → Real} (hs : ∀ a b, a < b → s a < s b) (hc : Continuous s)
    {τ a b : Real} (hab : a ≤ b) (ha : s a ≤ τ) (hb : τ ≤ s b) :
    ∃ c₀, a ≤ c₀ ∧ c₀ ≤ b ∧ ∀ c, report Real s τ c = if c₀ ≤ c then 1 else 0 := by
  obtain ⟨c₀, h₁, h₂, e⟩ := exists_eq_of_le_of_le hab (fun x _ _ => hc x) ha hb
  exact ⟨c₀, h₁, h₂, report_eq_step hs e⟩

/-- The hypotheses can hold: the score `c ↦ c` is continuous and its report is not. -/
theorem not_continuousAt_report_witness : ∃ s : Real → Real, Continuous s ∧
    (∀ a b, a < b → s a < s b) ∧ ¬Continuous (report Real s 0) :=
  ⟨fun c => c, continuous_id, fun _ _ h => h, fun h =>
    not_continuousAt_report_of_increasing (s := fun c => c) (fun _ _ h => h) rfl (h 0)⟩

end ThresholdedMetric
