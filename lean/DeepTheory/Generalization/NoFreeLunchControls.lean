prelude
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Generalization.NoFreeLunch
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

/-- The hypotheses of `no_free_lunch` can hold: all functions on `2 N` points. -/
theorem no_free_lunch_witness : ∃ (H : (m : Nat) → (Fin m → Bool) → Prop) (x : (m : Nat) → Fin m →
    Fin m), ∀ N, 1 ≤ N → Nonempty (Fin (2 * N)) ∧
      ∀ y : Fin (2 * N) → Bool, ∃ h, H (2 * N) h ∧ ∀ i, h (x (2 * N) i) = y i :=
  ⟨fun _ _ => True, fun _ i => i, fun _ hN => ⟨⟨⟨0, Nat.mul_pos Nat.zero_lt_two hN⟩⟩,
    fun y => ⟨y, trivial, fun _ => rfl⟩⟩⟩

/-- In `no_free_lunch` one quarter cannot be made larger: with two points and one example, predict
at the second point the label of the first, and at the first point the other label than that of the
second. Then the mean error is one quarter for every labelling. -/
theorem no_free_lunch_sharp : ∃ A : (Fin 1 → Fin 2 × Bool) → Fin 2 → Bool, ∀ f : Fin 2 → Bool,
    ((uniform Rat (Fin 2) (h := ⟨0⟩)).iid 1).expectation.mean
      (learnerError (h := ⟨0⟩) Rat (fun i => i) f A) = 1 / 4 :=
  ⟨fun s x => if x = (s 0).1 then (s 0).2 else if x = 1 then (s 0).2 else !(s 0).2,
    by decide +kernel⟩

/-- `no_free_lunch` needs that all labellings are possible: with a single function the learner that
returns it has no error. -/
theorem no_free_lunch_needs_shattered : ∃ (H : (Fin 2 → Bool) → Prop)
    (A : (Fin 1 → Fin 2 × Bool) → Fin 2 → Bool), (∃ f, H f) ∧ ∀ f, H f →
      ¬1 / 4 ≤ ((uniform Rat (Fin 2) (h := ⟨0⟩)).iid 1).expectation.mean
        (learnerError (h := ⟨0⟩) Rat (fun i => i) f A) := by
  refine ⟨fun h => h = fun _ => true, fun _ _ => true, ⟨_, rfl⟩, fun f hf => ?_⟩
  subst hf
  decide +kernel

/-- `no_free_lunch` needs twice as many points as examples: with one point and one example the
learner that repeats the label has no error. -/
theorem no_free_lunch_needs_large : ∃ (H : (Fin 1 → Bool) → Prop)
    (A : (Fin 1 → Fin 1 × Bool) → Fin 1 → Bool),
    (∀ y : Fin 1 → Bool, ∃ h, H h ∧ ∀ i, h i = y i) ∧ ∀ f, H f →
      ¬1 / 4 ≤ ((uniform Rat (Fin 1) (h := ⟨0⟩)).iid 1).expectation.mean
        (learnerError (h := ⟨0⟩) Rat (fun i => i) f A) :=
  ⟨fun _ => True, fun s _ => (s 0).2, fun y => ⟨y, trivial, fun _ => rfl⟩, fun f _ => by
    revert f; decide +kernel⟩

end Generalization
