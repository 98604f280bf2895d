prelude
import DeepTheory.Generalization.FiniteClassRealControls
import DeepTheory.Generalization.PAC
import DeepTheory.Generalization.VCDimension
/-! # What PAC learnability needs

## Main statements

* `Generalization.pacLearnable_witness`: an infinite class that can be learned,
* `Generalization.not_pacLearnable_univ`: the class of all functions on the natural numbers cannot,
* `Generalization.pacLearnable_needs_realizable`: if the labels are not given by a member of the
  class, a small error cannot be asked for.
-/
set_option autoImplicit false

namespace Generalization
open FiniteDistribution VC

/-- There are learnable classes of any VC dimension. -/
theorem pacLearnable_witness : ∃ H : Nat → (Nat → Bool) → Prop, ∀ k,
    IsVCDim (H k) k ∧ PACLearnable (H k) ∧ AgnosticPACLearnable (H k) :=
  let ⟨H, hH⟩ := growthLE_of_vcDimLE_witness
  ⟨H, fun k => ⟨(hH k).1, (hH k).1.1.pacLearnable, (hH k).1.1.agnosticPACLearnable⟩⟩

/-- The class of all functions on the natural numbers is not PAC learnable. -/
theorem not_pacLearnable_univ : ¬PACLearnable fun _ : Nat → Bool => True := fun h => by
  obtain ⟨k, hk⟩ := h.exists_vcDimLE
  obtain ⟨T, hT, e⟩ := exists_nodup_nat (k + 1)
  have := hk T (shatters_univ hT)
  rw [e] at this
  exact Nat.not_succ_le_self k this

/-- PAC learnability needs labels that a member of the class gives: for a coin flip as the label of
the only point, no learner ever has error at most `1 / 4`, though the class has a single member. -/
theorem pacLearnable_needs_realizable : ∃ (H : (Unit → Bool) → Prop)
    (D : FiniteDistribution Real (Unit × Bool)), IsVCDim H 0 ∧ PACLearnable H ∧
    ∀ (N : Nat) (A : (Fin N → Unit × Bool) → Unit → Bool),
      ((D.iid N).expectation.prob fun s => populationError D.expectation (A s) ≤ 1 / 4) = 0 := by
  have d := isVCDim_single fun _ : Unit => true
  refine ⟨_, coinLabel, d, d.1.pacLearnable, fun N A => ?_⟩
  refine Expectation.prob_of_forall_not _ fun s k => ?_
  rw [populationError_coinLabel] at k
  exact absurd k (not_le_of_gt (by norm_num))

end Generalization
