prelude
import DeepTheory.Generalization
/-! # The VC bound, symmetrization, PAC learnability: values, and theorems at examples -/
set_option autoImplicit false
open FiniteDistribution Generalization VC

/-! ## Ghost samples -/

example : exchange (fun i : Fin 3 => decide (i = 1)) (fun _ => 7) (fun _ => 9) 1 = 9 := by decide
example : exchange (fun i : Fin 3 => decide (i = 1)) (fun _ => 7) (fun _ => 9) 2 = 7 := by decide
example : (((twoFlips.iid 1).prod (twoFlips.iid 1)).expectation.prob fun p =>
    (p.1 0).1 = (p.2 0).1) = 1 / 2 := by decide +kernel

/-! ## Rademacher complexity -/

example : rademacher (fun _ : Unit => (1 : Rat)) [fun _ => -1] (fun _ : Fin 4 => ()) = 3 / 8 := by
  decide +kernel
example : rademacher (fun _ : Unit => (5 : Rat)) [] (fun _ : Fin 4 => ()) = 0 := by decide +kernel
-- no points: the complexity is zero
example : rademacher (fun _ : Unit => (1 : Rat)) [fun _ => -1] (fun _ : Fin 0 => ()) = 0 := by
  decide +kernel

/-! ## The VC bound -/

/-- Half-lines: at most `2 N + 1` patterns on `2 N` points, whatever the distribution. -/
theorem halfLines {ι : Type} [Fintype ι] (D : FiniteDistribution Real ι) (z : ι → Rat × Bool)
    (N : Nat) {ε : Real} (hε : 0 ≤ ε)
    [DecidablePred fun s : Fin N → ι => ∃ h, Threshold h ∧
      ε < |empiricalError h (fun i => z (s i)) - populationError (D.expectation.map z) h|] :
    ((D.iid N).expectation.prob fun s => ∃ h, Threshold h ∧
      ε < |empiricalError h (fun i => z (s i)) - populationError (D.expectation.map z) h|) ≤
        4 * (∑ i < 2, (2 * N).choose i : Nat) * Real.exp (-(N * ε ^ 2 / 8)) :=
  vc_bound_iid D z (growthLE_of_vcDimLE vcDimLE_threshold (2 * N)) hε

/-! ## PAC learnability -/

theorem halfLines_learnable : PACLearnable (Threshold (X := Rat)) := vcDimLE_threshold.pacLearnable
theorem intervals_learnable : AgnosticPACLearnable (Interval (X := Rat)) :=
  vcDimLE_interval.agnosticPACLearnable
theorem digits_not_learnable : ¬PACLearnable Digit := fun h => by
  obtain ⟨k, hk⟩ := h.exists_vcDimLE
  obtain ⟨T, hT, e⟩ := vcDimInfinite_digit (k + 1)
  have := hk T hT
  rw [e] at this
  exact Nat.not_succ_le_self k this

/-! ## No free lunch -/

example : ((uniform Rat (Fin 2) (h := ⟨0⟩)).iid 1).expectation.mean (learnerError (h := ⟨0⟩) Rat
    (fun i => i) (fun _ => true) fun s x => decide (s 0 = (x, true))) = 1 / 2 := by decide +kernel
