prelude
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Generalization.Symmetrization
/-! # What symmetrization needs

Small distributions over the rational numbers on which the symmetrization inequality fails when a
hypothesis is dropped or the factor two is left out, and one on which all hypotheses hold.

## Main statements

`Generalization.symmetrization_witness`, `Generalization.symmetrization_needs_two`,
`Generalization.symmetrization_needs_indep`, `Generalization.symmetrization_needs_indep_signs`,
`Generalization.isRademacher_one_iff_witness`, `Generalization.isRademacher_one_needs_sign`,
`Generalization.isRademacher_one_needs_distinct`.
-/
set_option autoImplicit false
universe v

namespace Generalization
open Rademacher FiniteDistribution
open Hypercube (sign)

/-- One point; its label is a coin flip. -/
abbrev coinExample : FiniteDistribution Rat (Unit × Bool) :=
  uniform Rat (Unit × Bool) (h := ⟨((), true)⟩)

/-- The hypotheses of `symmetrization` can hold: samples of any size of coin flips, and the two
functions on one point. -/
theorem symmetrization_witness : ∃ (D : Expectation Rat (Unit × Bool))
    (E : (N : Nat) → Expectation Rat (Fin N → Unit × Bool))
    (E₂ : (N : Nat) → Expectation Rat ((Fin N → Unit × Bool) × (Fin N → Unit × Bool)))
    (H : (Unit → Bool) → Prop) (U R : (N : Nat) → (Fin N → Unit × Bool) → Rat)
    (W : (N : Nat) → (Fin N → Unit × Bool) → (Fin N → Unit × Bool) → Rat),
    (∀ h, H h → D.IsEvent (Wrong h)) ∧ (∀ h, H h) ∧ ∀ N,
      Expectation.IsSample (E N) D (fun s => s) ∧ (E₂ N).IsGhostSample (E N) (fun s => s) ∧
      (∀ s, IsLUB (fun c => ∃ h, H h ∧ gap D h s = c) (U N s)) ∧
      (∀ s s' : Fin N → Unit × Bool,
        IsLUB (fun c => ∃ h, H h ∧ empiricalError h s' - empiricalError h s = c) (W N s s')) ∧
      (∀ s, IsRademacher (LossClass H) s (R N s)) ∧
      (∀ X, (E N).IsRandom X) ∧ ∀ X, (E₂ N).IsRandom X :=
  ⟨coinExample.expectation, fun N => (coinExample.iid N).expectation,
    fun N => ((coinExample.iid N).prod (coinExample.iid N)).expectation,
    fun h => h ∈ [fun _ => true, fun _ => false], _, _, _, fun _ _ => trivial,
    fun h => by
      cases k : h () with
      | true =>
        rw [show h = fun _ => true from funext fun _ => k]
        exact List.mem_cons_self
      | false =>
        rw [show h = fun _ => false from funext fun _ => k]
        exact List.mem_cons_of_mem _ List.mem_cons_self,
    fun N => ⟨coinExample.isSample_iid N, coinExample.isGhostSample_iid N,
      fun s => isLUB_maxOf (fun h => gap coinExample.expectation h s) _ _,
      fun s s' => isLUB_maxOf (fun h => empiricalError h s' - empiricalError h s) _ _,
      fun s => isRademacher_lossClass_list _ _ s, fun _ => trivial, fun _ => trivial⟩⟩

/-- The factor two in `symmetrization` cannot be left out: of three points, whose label is
`false`, the three sets that miss one, and a sample of one point. -/
theorem symmetrization_needs_two : ∃ (D : FiniteDistribution Rat (Fin 3))
    (H : (Fin 3 → Bool) → Prop) (U : (Fin 1 → Fin 3) → Rat) (R : (Fin 1 → Fin 3 × Bool) → Rat),
    (∀ s, IsLUB (fun c => ∃ h, H h ∧
      gap (D.expectation.map fun x => (x, false)) h (fun i => (s i, false)) = c) (U s)) ∧
    (∀ s, IsRademacher (LossClass H) s (R s)) ∧
    ¬(D.iid 1).expectation.mean U ≤ (D.iid 1).expectation.mean fun s => R fun i => (s i, false) :=
  ⟨uniform Rat (Fin 3) (h := ⟨0⟩),
    fun h => h ∈ [fun x => decide (x ≠ 0), fun x => decide (x ≠ 1), fun x => decide (x ≠ 2)],
    fun s => maxOf (fun h => gap ((uniform Rat (Fin 3) (h := ⟨0⟩)).expectation.map
      fun x => (x, false)) h fun i => (s i, false)) (fun x => decide (x ≠ 0))
        [fun x => decide (x ≠ 1), fun x => decide (x ≠ 2)],
    fun s => rademacher (zeroOneLoss fun x : Fin 3 => decide (x ≠ 0))
      ([fun x => decide (x ≠ 1), fun x => decide (x ≠ 2)].map zeroOneLoss) s,
    fun _ => isLUB_maxOf _ _ _, fun s => isRademacher_lossClass_list _ _ s, by decide +kernel⟩

/-- `symmetrization` fails for a sample that repeats one example: four times the same coin flip, and
the two functions on one point. -/
theorem symmetrization_needs_indep : ∃ (E D : Expectation Rat (Unit × Bool))
    (S : Unit × Bool → Fin 4 → Unit × Bool) (H : (Unit → Bool) → Prop) (U : Unit × Bool → Rat)
    (R : (Fin 4 → Unit × Bool) → Rat),
    Expectation.IdenticallyDistributed E D S ∧ (∀ X, E.IsRandom X) ∧ (∀ X, D.IsRandom X) ∧
    (∀ ω, IsLUB (fun c => ∃ h, H h ∧ gap D h (S ω) = c) (U ω)) ∧
    (∀ s, IsRademacher (LossClass H) s (R s)) ∧
    ¬E.mean U ≤ 2 * E.mean fun ω => R (S ω) :=
  ⟨coinExample.expectation, coinExample.expectation, fun ω _ => ω,
    fun h => h ∈ [fun _ => true, fun _ => false],
    fun ω => maxOf (fun h => gap coinExample.expectation h fun _ : Fin 4 => ω) (fun _ => true)
      [fun _ => false],
    fun s => rademacher (zeroOneLoss fun _ : Unit => true) ([fun _ => false].map zeroOneLoss) s,
    ⟨fun _ _ _ => trivial, fun _ _ _ => rfl⟩, fun _ => trivial, fun _ => trivial,
    fun _ => isLUB_maxOf _ _ _, fun s => isRademacher_lossClass_list _ _ s, by decide +kernel⟩

/-- `symmetrization` needs signs that are independent of the sample: one function, one example
whose label is a coin flip, and the uniform sign that is `-1` exactly when the function is wrong. -/
theorem symmetrization_needs_indep_signs : ∃ (D : FiniteDistribution Rat (Unit × Bool))
    (h : Unit → Bool) (σ : Unit × Bool → Bool),
    (D.expectation.prob fun e => σ e = true) = 1 / 2 ∧
    ¬((D.iid 1).expectation.mean fun s => gap D.expectation h s) ≤
      2 * (D.iid 1).expectation.mean fun s => correlation (fun i => σ (s i)) s (zeroOneLoss h) :=
  ⟨coinExample, fun _ => true, fun e => !e.2, by decide +kernel, by decide +kernel⟩

/-- The hypotheses of `isRademacher_one_iff` can hold: all signs. -/
theorem isRademacher_one_iff_witness : ∃ H : (N : Nat) → (Fin N → Rat) → Prop, ∀ N,
    (∀ h, H N h → ∀ x, h x = 1 ∨ h x = -1) ∧
      ∀ y : Fin N → Bool, ∃ h, H N h ∧ ∀ i, h i = sign (y i) :=
  ⟨fun _ h => ∀ x, h x = 1 ∨ h x = -1, fun _ => ⟨fun _ hh => hh, fun y =>
    ⟨fun i => sign (y i), fun i => by
    show (sign (y i) : Rat) = 1 ∨ sign (y i) = -1
    cases y i
    · exact .inl rfl
    · exact .inr rfl, fun _ => rfl⟩⟩⟩

/-- `isRademacher_one_iff` fails for functions with other values: the constants `2` and `0`. -/
theorem isRademacher_one_needs_sign : ∃ (H : (Unit → Rat) → Prop) (z : Fin 1 → Unit),
    IsRademacher H z 1 ∧ ¬∀ y : Fin 1 → Bool, ∃ h, H h ∧ ∀ i, h (z i) = sign (y i) := by
  refine ⟨fun h => h ∈ [fun _ => 2, fun _ => 0], fun _ => (), ?_, fun k => ?_⟩
  · have e : rademacher (fun _ : Unit => (2 : Rat)) [fun _ => 0] (fun _ : Fin 1 => ()) = 1 := by
      decide +kernel
    have k := isRademacher_rademacher (fun _ : Unit => (2 : Rat)) [fun _ => 0]
      (fun _ : Fin 1 => ())
    rwa [e] at k
  · obtain ⟨h, hh, e⟩ := k fun _ => true
    rcases List.mem_cons.1 hh with c | c
    · have := e 0
      rw [c] at this
      exact absurd this (by decide +kernel)
    · have := e 0
      rw [List.mem_singleton.1 c] at this
      exact absurd this (by decide +kernel)

/-- Why a labelling gives a sign to every index: if a point is listed twice, a class may have all
labellings of the set of points without having complexity one. Here it is the two constant signs. -/
theorem isRademacher_one_needs_distinct : ∃ (H : (Unit → Rat) → Prop) (z : Fin 2 → Unit),
    (∀ h, H h → ∀ x, h x = 1 ∨ h x = -1) ∧
    (∀ y : Unit → Bool, ∃ h, H h ∧ ∀ i, h (z i) = sign (y (z i))) ∧ ¬IsRademacher H z 1 := by
  refine ⟨fun h => h ∈ [fun _ => 1, fun _ => -1], fun _ => (), fun h hh x => ?_, fun y => ?_,
    fun k => ?_⟩
  · rcases List.mem_cons.1 hh with e | e
    · exact .inl (congrFun e x)
    · exact .inr (congrFun (List.mem_singleton.1 e) x)
  · cases e : y () with
    | false => exact ⟨_, List.mem_cons_self, fun _ => (congrArg sign e).symm⟩
    | true => exact ⟨_, List.mem_cons_of_mem _ List.mem_cons_self, fun _ => (congrArg sign e).symm⟩
  · have e : rademacher (fun _ : Unit => (1 : Rat)) [fun _ => -1] (fun _ : Fin 2 => ()) ≠ 1 := by
      decide +kernel
    exact e ((isRademacher_rademacher _ _ _).unique k)

end Generalization
