prelude
import DeepTheory.Alignment
/-! # Preferences: values that the kernel computes, and the theorems as a reader would use them -/
set_option autoImplicit false
open BradleyTerry

/-- The policy whose pair of responses both became less likely. -/
def policy (y : Fin 3) : Rat := if y = 0 then 3 / 10 else if y = 1 then 1 / 10 else 6 / 10
/-- The uniform reference. -/
def reference (_ : Fin 3) : Rat := 1 / 3

example : DPO.oddsRatio policy reference 0 1 = 3 := by decide +kernel
example : DPO.likelihood id policy reference 0 1 = 3 / 4 := by decide +kernel
example : DPO.likelihood (fun a => a ^ 2) policy reference 0 1 = 9 / 10 := by decide +kernel
example : DPO.likelihood id reference reference 0 1 = 1 / 2 := by decide +kernel
-- tilting the reference by factors 3, 1, 6 gives the policy
example : DPO.tilt reference (fun y => if y = 0 then 3 else if y = 1 then 1 else 6) = policy := by
  decide +kernel
example : majority condorcet 0 1 = 2 / 3 ∧ majority condorcet 1 0 = 1 / 3 := by decide +kernel
example (w : Fin 3 → Rat) : ¬Represents w (majority condorcet) := fun h =>
  majority_not_represents ⟨w, h.1, fun y y' _ => h.2 y y'⟩
-- a smaller loss means larger log-odds of the preferred response
example (π π' ρ : Fin 3 → Real) (h : DPO.loss 1 π' ρ 0 1 < DPO.loss 1 π ρ 0 1) :
    Real.log (π 0 / π 1) < Real.log (π' 0 / π' 1) :=
  (DPO.loss_lt_loss_iff_log one_pos π π' ρ 0 1).1 h
