prelude
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Generalization.NoFreeLunch
import DeepTheory.Generalization.VCDimension
/-! # What no free lunch needs

## Main statements

* `Generalization.no_free_lunch_witness`: the hypotheses can hold,
* `Generalization.no_free_lunch_sharp`: one quarter cannot be made larger,
* `Generalization.no_free_lunch_needs_shattered`, `Generalization.no_free_lunch_needs_large`: all
  labellings must be possible, and there must be twice as many points as examples.
-/
set_option autoImplicit false

namespace Generalization
open FiniteDistribution VC

/-- The hypotheses of `no_free_lunch_shatters` can hold, for every number `N ≥ 1` of examples: an
infinite class of VC dimension `2 N`, and a set of `2 N` points that it shatters. -/
theorem no_free_lunch_witness : ∃ (H : Nat → (Nat → Bool) → Prop) (T : Nat → List Nat), ∀ N, 1 ≤ N →
    IsVCDim (H N) (2 * N) ∧ Shatters (H N) (T N) ∧ Nonempty (Fin (T N).length) ∧
      2 * N ≤ (T N).length := by
  obtain ⟨H, hH⟩ := growthLE_of_vcDimLE_witness
  obtain ⟨T, hT⟩ := Classical.axiomOfChoice fun N => (hH (2 * N)).1.2
  refine ⟨fun N => H (2 * N), T, fun N hN => ⟨(hH _).1, (hT N).1, ⟨⟨0, ?_⟩⟩, ?_⟩⟩
  · rw [(hT N).2]; exact Nat.mul_pos Nat.zero_lt_two hN
  · exact Nat.le_of_eq (hT N).2.symm

/-- In `no_free_lunch` one quarter cannot be made larger: with two points and one example, predict
at the second point the label of the first, and at the first point the other label than that of the
second. Then the mean error is one quarter for every labelling. -/
theorem no_free_lunch_sharp : ∃ A : (Fin 1 → Fin 2 × Bool) → Fin 2 → Bool, ∀ f : Fin 2 → Bool,
    ((uniform Rat (Fin 2) (h := ⟨0⟩)).iid 1).expectation.mean
      (learnerError (h := ⟨0⟩) Rat (fun i => i) f A) = 1 / 4 :=
  ⟨fun s x => if x = (s 0).1 then (s 0).2 else if x = 1 then (s 0).2 else !(s 0).2,
    by decide +kernel⟩

/-- `no_free_lunch_shatters` needs a shattered set: with a single function the learner that returns
it has no error. -/
theorem no_free_lunch_needs_shattered : ∃ (H : (Fin 2 → Bool) → Prop) (T : List (Fin 2))
    (_ : Nonempty (Fin T.length)) (A : (Fin 1 → Fin 2 × Bool) → Fin 2 → Bool),
    (∃ f, H f) ∧ T.Nodup ∧ 2 * 1 ≤ T.length ∧ ∀ f, H f →
      ¬1 / 4 ≤ ((uniform Rat (Fin T.length)).iid 1).expectation.mean
        (learnerError Rat T.get f A) := by
  refine ⟨fun h => h = fun _ => true, [0, 1], ⟨⟨0, by decide⟩⟩, fun _ _ => true, ⟨_, rfl⟩,
    by decide, by decide, fun f hf => ?_⟩
  subst hf
  decide +kernel

/-- `no_free_lunch_shatters` needs twice as many points as examples: with one point and one example
the learner that repeats the label has no error. -/
theorem no_free_lunch_needs_large : ∃ (H : (Fin 1 → Bool) → Prop) (T : List (Fin 1))
    (_ : Nonempty (Fin T.length)) (A : (Fin 1 → Fin 1 × Bool) → Fin 1 → Bool),
    Shatters H T ∧ ∀ f, H f →
      ¬1 / 4 ≤ ((uniform Rat (Fin T.length)).iid 1).expectation.mean
        (learnerError Rat T.get f A) :=
  ⟨fun _ => True, [0], ⟨⟨0, by decide⟩⟩, fun s _ => (s 0).2, shatters_univ (by decide),
    fun f _ => by revert f; decide +kernel⟩

end Generalization
