prelude
import DeepTheory.Generalization.FiniteClassRealControls
import DeepTheory.Generalization.NoFreeLunch
import DeepTheory.Generalization.VCBound
/-! # What the VC uniform convergence bound needs

## Main statements

* `Generalization.vc_bound_witness`: the hypotheses can hold, for an infinite class of any VC
  dimension,
* `Generalization.vc_bound_needs_growth`: no number of patterns serves all classes,
* `Generalization.vc_bound_needs_indep`: the sample must be independent,
* `Generalization.vc_bound_needs_nonneg`: the accuracy must not be negative.
-/
set_option autoImplicit false
universe u

open Real

namespace Generalization
open FiniteDistribution VC

/-- The hypotheses of `vc_bound`, `vc_confidence`, `vc_consistent` and `vc_erm` can hold: for every
`k` there is an infinite class of VC dimension `k`, with samples of any size from a distribution on
infinitely many points that has two outcomes. -/
theorem vc_bound_witness : ∃ (H : Nat → (Nat → Bool) → Prop) (D : Expectation Real (Nat × Bool))
    (E : (N : Nat) → Expectation Real (Fin N → Bool))
    (E₂ : (N : Nat) → Expectation Real ((Fin N → Bool) × (Fin N → Bool)))
    (S : (N : Nat) → (Fin N → Bool) → Fin N → Nat × Bool),
      (∀ k, IsVCDim (H k) k) ∧ (∀ h, D.IsEvent (Wrong h)) ∧
      (D.prob fun e => e = (0, false)) = 1 / 2 ∧ (D.prob fun e => e = (1, true)) = 1 / 2 ∧
      ∀ N, Expectation.IsSample (E N) D (S N) ∧ (E₂ N).IsGhostSample (E N) (S N) ∧
        (∀ X, (E N).IsRandom X) ∧ ∀ X, (E₂ N).IsRandom X := by
  obtain ⟨H, hH⟩ := growthLE_of_vcDimLE_witness
  let D : FiniteDistribution Real Bool := uniform Real Bool (h := ⟨true⟩)
  let z : Bool → Nat × Bool := fun b => (cond b 1 0, b)
  have half : ∀ b : Bool, (D.expectation.prob fun c => c = b) = 1 / 2 := fun b => by
    have c : ((Finset.univ : Finset Bool).filter fun c => c = b).card = 1 := by
      revert b; decide
    rw [show D.expectation.prob _ = _ from prob_uniform _, c, Nat.cast_one]
    rfl
  refine ⟨H, D.expectation.map z, fun N => (D.iid N).expectation,
    fun N => ((D.iid N).prod (D.iid N)).expectation, fun N s i => z (s i), fun k => (hH k).1,
    fun h => D.isEvent fun i => Wrong h (z i), ?_, ?_, fun N => ⟨(D.isSample_iid N).map z,
      (D.isGhostSample_iid N).map z, fun _ => trivial, fun _ => trivial⟩⟩
  · rw [← half false]
    show (D.expectation.prob fun b => ((cond b 1 0, b) : Nat × Bool) = (0, false)) = _
    refine D.expectation.prob_congr fun b => ?_
    cases b <;> decide
  · rw [← half true]
    show (D.expectation.prob fun b => ((cond b 1 0, b) : Nat × Bool) = (1, true)) = _
    refine D.expectation.prob_congr fun b => ?_
    cases b <;> decide

/-- `4 c exp (-(4 c)) < 1`. -/
theorem four_mul_mul_exp_lt_one (c : Real) : 4 * c * exp (-(4 * c)) < 1 := by
  have k := add_one_le_exp (4 * c)
  rw [exp_neg, ← div_eq_mul_inv, div_lt_one (exp_pos _)]
  linarith

theorem empiricalError_const_sample {F : Type u} [LinearOrderedField F] {N : Nat} (hN : N ≠ 0)
    (h : Unit → Bool) (e : Unit × Bool) :
    (empiricalError h (fun _ : Fin N => e) : F) = zeroOneLoss h e := by
  rw [empiricalError_eq_sum, Finset.sum_const, ← mul_assoc]
  have k : 1 / (N : F) * ((Finset.univ : Finset (Fin N)).card : F) = 1 := by
    rw [show (Finset.univ : Finset (Fin N)).card = N from Fintype.card_fin N, one_div]
    exact inv_mul_cancel₀ (Nat.cast_ne_zero.2 hN)
  rw [k, one_mul]

theorem growthLE_single {X : Type u} (f : X → Bool) (N : Nat) :
    GrowthLE (fun h => h = f) N 1 := fun T _ _ =>
  atMost_one fun _ _ ⟨_, h₁, e₁⟩ ⟨_, h₂, e₂⟩ => by rw [← e₁, ← e₂, h₁, h₂]

/-- `vc_bound` fails for a sample that repeats one example: the same coin flip two hundred times,
and one function. -/
theorem vc_bound_needs_indep : ∃ (E D : Expectation Real (Unit × Bool))
    (S : Unit × Bool → Fin 200 → Unit × Bool) (f : Unit → Bool) (ε : Real),
    Expectation.IdenticallyDistributed E D S ∧ (∀ X, E.IsRandom X) ∧ (∀ X, D.IsRandom X) ∧
    GrowthLE (fun h => h = f) (2 * 200) 1 ∧ 0 ≤ ε ∧
    ¬(E.prob fun ω => ε < |empiricalError f (S ω) - populationError D f|) ≤
      4 * (1 : Nat) * exp (-((200 : Nat) * ε ^ 2 / 8)) := by
  refine ⟨coinLabel.expectation, coinLabel.expectation, fun ω _ => ω, fun _ => true, 2 / 5,
    ⟨fun _ _ _ => trivial, fun _ _ _ => rfl⟩, fun _ => trivial, fun _ => trivial,
    growthLE_single _ _, by positivity, not_le_of_gt ?_⟩
  rw [Expectation.prob_of_forall _ fun ω => ?_]
  · have k := four_mul_mul_exp_lt_one 1
    rw [Nat.cast_one, show ((200 : Nat) : Real) * (2 / 5) ^ 2 / 8 = 4 * 1 by
      rw [show ((200 : Nat) : Real) = 200 from Nat.cast_ofNat]; norm_num]
    exact k
  · rw [populationError_coinLabel, empiricalError_const_sample (by decide), zeroOneLoss]
    by_cases w : true ≠ ω.2
    · rw [if_pos w, abs_of_pos (by norm_num)]; norm_num
    · rw [if_neg w, zero_sub, abs_neg, abs_of_pos (by norm_num)]; norm_num

/-- `vc_bound` fails for negative accuracy: one function, no error at all, and `ε = -1`. -/
theorem vc_bound_needs_nonneg : ∃ (D : FiniteDistribution Real (Unit × Bool)) (f : Unit → Bool)
    (ε : Real), GrowthLE (fun h => h = f) (2 * 32) 1 ∧
    ¬((D.iid 32).expectation.prob fun s =>
      ε < |empiricalError f s - populationError D.expectation f|) ≤
        4 * (1 : Nat) * exp (-((32 : Nat) * ε ^ 2 / 8)) := by
  refine ⟨coinLabel, fun _ => true, -1, growthLE_single _ _, not_le_of_gt ?_⟩
  rw [Expectation.prob_of_forall _ fun ω => ?_]
  · have k := four_mul_mul_exp_lt_one 1
    rw [Nat.cast_one, show ((32 : Nat) : Real) * (-1) ^ 2 / 8 = 4 * 1 by
      rw [show ((32 : Nat) : Real) = 32 from Nat.cast_ofNat]; norm_num]
    exact k
  · exact lt_of_lt_of_le neg_one_lt_zero (abs_nonneg _)

/-- The function that is true exactly at the points that the sample leaves out has error at least
one half, when `2 N` points are equally likely and have the label `false`. -/
theorem half_le_populationError_of_unseen {N : Nat} {h : Nonempty (Fin (2 * N))}
    (s : Fin N → Fin (2 * N)) :
    1 / 2 ≤ populationError ((uniform Real (Fin (2 * N)) (h := h)).expectation.map
      fun x => (x, false)) fun x => !decide (∃ i, s i = x) := by
  refine le_trans (half_le_prob_unseen (Nat.le_refl _) s) (le_of_eq ?_)
  show _ = (uniform Real (Fin (2 * N)) (h := h)).expectation.prob
    fun x => (!decide (∃ i, s i = x)) ≠ false
  refine Expectation.prob_congr _ fun x => ?_
  show _ ↔ (!decide (∃ i, s i = x)) ≠ false
  by_cases k : ∃ i, s i = x
  · rw [decide_eq_true k]
    exact ⟨fun a => absurd k a, fun a => absurd rfl a⟩
  · rw [decide_eq_false k]
    exact ⟨fun _ => Bool.noConfusion, fun _ => k⟩

/-- `vc_bound` needs a bound of the number of patterns: for no `G` does it hold for all classes. The
class of all functions on `2 N` points contains, for every sample of `N` points, a function that is
right on the sample and wrong on all other points. -/
theorem vc_bound_needs_growth (G : Nat) : ∃ (N m : Nat) (D : FiniteDistribution Real (Fin m))
    (z : Fin m → Fin m × Bool) (ε : Real), 0 ≤ ε ∧
    ∀ [DecidablePred fun s : Fin N → Fin m => ∃ h : Fin m → Bool, True ∧
      ε < |empiricalError h (fun i => z (s i)) - populationError (D.expectation.map z) h|],
    ¬((D.iid N).expectation.prob fun s => ∃ h : Fin m → Bool, True ∧
      ε < |empiricalError h (fun i => z (s i)) - populationError (D.expectation.map z) h|) ≤
        4 * G * exp (-(N * ε ^ 2 / 8)) := by
  have pos : 0 < 200 * (G + 1) := Nat.mul_pos (by decide) (Nat.zero_lt_succ G)
  have posm : 0 < 2 * (200 * (G + 1)) := Nat.mul_pos (by decide) pos
  refine ⟨200 * (G + 1), 2 * (200 * (G + 1)),
    uniform Real (Fin (2 * (200 * (G + 1)))) (h := ⟨⟨0, posm⟩⟩), fun x => (x, false), 2 / 5,
    by positivity, not_le_of_gt ?_⟩
  rw [Expectation.prob_of_forall _ fun s => ?_]
  · have g : (0 : Real) ≤ G := Nat.cast_nonneg G
    have e : ((200 * (G + 1) : Nat) : Real) * (2 / 5) ^ 2 / 8 = 4 * (G + 1) := by
      rw [Nat.cast_mul, show ((200 : Nat) : Real) = 200 from Nat.cast_ofNat, Nat.cast_add_one]
      ring
    rw [e]
    refine lt_of_le_of_lt (mul_le_mul_of_nonneg_right ?_ (exp_pos _).le)
      (four_mul_mul_exp_lt_one (G + 1))
    linarith
  · refine ⟨fun x => !decide (∃ i, s i = x), trivial, ?_⟩
    rw [empiricalError_eq_zero_iff.2 fun i => ?_, zero_sub, abs_neg]
    · refine lt_of_lt_of_le ?_ (le_trans (half_le_populationError_of_unseen s) (le_abs_self _))
      norm_num
    · show (!decide (∃ j, s j = s i)) = false
      rw [decide_eq_true ⟨i, rfl⟩]; rfl

end Generalization
