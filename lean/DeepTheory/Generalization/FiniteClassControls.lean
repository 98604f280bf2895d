prelude
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Generalization.FiniteClass
/-! # What the finite-class bounds need

For every hypothesis and for the factor `|H|` a finite space over the rational numbers on which the
bound fails without it; spaces on which the hypotheses hold; and cases of equality.

## Main statements

* Independence: `Generalization.realizable_needs_indep`, `Generalization.chebyshev_needs_indep`,
  `Generalization.occam_needs_indep`.
* The factor `|H|`: `Generalization.realizable_needs_card`, `Generalization.agnostic_needs_card`;
  `Generalization.realizable_sharp` is a case of equality for all sample sizes.
* A hypothesis fixed before the sample: `Generalization.realizable_needs_fixed`,
  `Generalization.chebyshev_needs_fixed`, `Generalization.occam_needs_fixed`.
* `Generalization.realizable_needs_le_one`, `Generalization.consistent_learner_needs_realizable`,
  `Generalization.chebyshev_needs_pos`, `Generalization.chebyshev_needs_nonempty`,
  `Generalization.occam_needs_sum_le_one`.
* Equality: `Generalization.chebyshev_sharp`, `Generalization.erm_sharp`.

## Notes

In all examples the correct label is `false`.
-/
set_option autoImplicit false
universe u v

namespace Generalization
open FiniteDistribution

/-- Examples whose points are drawn from `P` and whose labels are all `false`. -/
def falseLabels {F : Type u} {X : Type v} [LinearOrderedField F] [Fintype X]
    (P : FiniteDistribution F X) :
    FiniteDistribution F (X × Bool) where
  weight e := cond e.2 0 (P.weight e.1)
  weight_nonneg e := match e with
    | (_, true) => le_rfl
    | (x, false) => P.weight_nonneg x
  sum_weight := by
    rw [Fintype.sum_prod_type]
    exact (Fintype.sum_congr fun x => by rw [Fintype.sum_bool]; exact zero_add _).trans P.sum_weight

/-- Uniform points of `Fin (n + 1)` with the label `false`. -/
abbrev points (n : Nat) : FiniteDistribution Rat (Fin (n + 1) × Bool) :=
  falseLabels (uniform Rat (Fin (n + 1)) (h := ⟨0⟩))

/-- The hypothesis that is wrong exactly at the point `a`. -/
def wrongAt {n : Nat} (a : Fin n) (x : Fin n) : Bool := decide (x = a)

/-- The hypotheses that are wrong at one point each. -/
def wrongOnce (n : Nat) : Finset (Fin n → Bool) := Finset.univ.image wrongAt

/-! ## Witnesses -/

/-- The hypotheses of all bounds can hold, over any ordered field and for every sample size:
independent draws, and two hypotheses with error `1 / 2`, the constants when labels are coin flips.
-/
theorem sample_witness (F : Type u) [LinearOrderedField F] :
    ∃ (D : FiniteDistribution F (Unit × Bool)) (H : Finset (Unit → Bool)), H.card = 2 ∧
      (∀ N, Expectation.IsSample (D.iid N).expectation D.expectation fun s => s) ∧
      (∀ h, h ∈ H → D.expectation.IsEvent (Wrong h)) ∧
      ∀ h, h ∈ H → populationError D.expectation h = 1 / 2 := by
  let D : FiniteDistribution F (Unit × Bool) :=
    { weight := fun _ => 1 / 2
      weight_nonneg := fun _ => div_nonneg zero_le_one zero_le_two
      sum_weight := by
        rw [Fintype.sum_prod_type, Fintype.sum_unique () fun _ => rfl, Fintype.sum_bool]
        exact add_halves 1 }
  refine ⟨D, {fun _ => false, fun _ => true}, rfl, isSample_iid D, fun _ _ => trivial,
    fun h hh => ?_⟩
  have e : populationError D.expectation h =
      1 / 2 * (if h () ≠ true then 1 else 0) + 1 / 2 * if h () ≠ false then 1 else 0 := by
    show (∑ e : Unit × Bool, 1 / 2 * (if h e.1 ≠ e.2 then (1 : F) else 0)) = _
    rw [Fintype.sum_prod_type, Fintype.sum_unique () fun _ => rfl, Fintype.sum_bool]
  rw [e]
  cases h () with
  | true =>
    rw [if_neg fun k => k rfl, if_pos (show true ≠ false from Bool.noConfusion), mul_zero, zero_add,
      mul_one]
  | false =>
    rw [if_pos (show false ≠ true from Bool.noConfusion), if_neg fun k => k rfl, mul_zero, add_zero,
      mul_one]

/-- The hypotheses of `consistent_learner` can hold, with a class that is not a single function: the
learner that decides between the two constants. -/
theorem consistent_learner_witness (F : Type u) [LinearOrderedField F] :
    ∃ (D : FiniteDistribution F (Bool × Bool)) (H : Finset (Bool → Bool)), H.card = 2 ∧
      (∃ h, h ∈ H ∧ populationError D.expectation h = 0) ∧
      ∀ N, ∃ A : (Fin N → Bool × Bool) → Bool → Bool, IsConsistentLearner H A := by
  refine ⟨falseLabels (uniform F Bool (h := ⟨true⟩)), {fun _ => false, fun _ => true},
    by decide +kernel, ⟨fun _ => false, Finset.mem_insert_self _ _, ?_⟩, fun N =>
    ⟨fun s => if errorCount (fun _ => false) s = 0 then fun _ => false else fun _ => true,
      fun s ⟨h, hh, e⟩ => ?_⟩⟩
  · show (∑ e : Bool × Bool, cond e.2 0 (1 / (Fintype.card Bool : F)) *
      (if false ≠ e.2 then 1 else 0)) = 0
    refine Finset.sum_eq_zero fun e _ => ?_
    cases e.2 with
    | true => exact zero_mul _
    | false => rw [if_neg fun k => k rfl, mul_zero]
  by_cases k : errorCount (fun _ => false) s = 0
  · simp only [if_pos k]
    exact ⟨Finset.mem_insert_self _ _, k⟩
  · simp only [if_neg k]
    rcases Finset.mem_insert.1 hh with r | r
    · subst r; exact absurd e k
    · have r := Finset.mem_singleton.1 r
      subst r; exact ⟨hh, e⟩

/-- A learner that minimizes the empirical error exists for two hypotheses. -/
theorem erm_witness : ∃ H : Finset (Bool → Bool), H.card = 2 ∧
    ∀ N, ∃ A : (Fin N → Bool × Bool) → Bool → Bool, IsERM H A := by
  refine ⟨{fun _ => false, fun _ => true}, by decide +kernel, fun N =>
    ⟨fun s => if errorCount (fun _ => false) s ≤ errorCount (fun _ => true) s
      then fun _ => false else fun _ => true, fun s => ?_⟩⟩
  by_cases k : errorCount (fun _ => false) s ≤ errorCount (fun _ => true) s
  · simp only [if_pos k]
    exact ⟨Finset.mem_insert_self _ _, fun g hg =>
      (Finset.mem_insert.1 hg).elim (fun e => e ▸ le_rfl)
      fun e => Finset.mem_singleton.1 e ▸ k⟩
  · simp only [if_neg k]
    exact ⟨Finset.mem_insert_of_mem (Finset.mem_singleton.2 rfl), fun g hg =>
      (Finset.mem_insert.1 hg).elim
      (fun e => e ▸ (lt_of_not_ge k).le) fun e => Finset.mem_singleton.1 e ▸ le_rfl⟩

/-- Weights for two hypotheses, over any ordered field. -/
theorem occam_witness (F : Type u) [LinearOrderedField F] :
    ∃ (H : Finset (Fin 2 → Bool)) (w : (Fin 2 → Bool) → F),
    H.card = 2 ∧ (∀ h, h ∈ H → 0 < w h) ∧ ∑ h ∈ H, w h ≤ 1 := by
  have c : (wrongOnce 2).card = 2 := by decide +kernel
  refine ⟨wrongOnce 2, fun _ => 1 / 2, c, fun _ _ => half_pos one_pos, ?_⟩
  rw [Finset.sum_const, c]
  exact le_of_eq (mul_div_cancel₀ 1 two_ne_zero)

/-! ## Independence -/

/-- `realizable` fails for a sample that repeats one point: the hypothesis of error `1 / 2` survives
with probability `1 / 2` instead of `1 / 4`. -/
theorem realizable_needs_indep :
    ∃ (E D : Expectation Rat (Fin 2 × Bool)) (S : Fin 2 × Bool → Fin 2 → Fin 2 × Bool)
    (H : Finset (Fin 2 → Bool)) (ε : Rat), Expectation.IdenticallyDistributed E D S ∧
      (∀ h, h ∈ H → D.IsEvent (Wrong h)) ∧ ε ≤ 1 ∧
      ¬(E.prob fun ω => ∃ h, h ∈ H ∧ ε ≤ populationError D h ∧ (empiricalError h (S ω) : Rat) = 0) ≤
        (H.card : Rat) * (1 - ε) ^ 2 :=
  ⟨(points 1).expectation, (points 1).expectation, fun ω _ => ω, {wrongAt 0}, 1 / 2,
    ⟨fun _ _ _ => trivial, fun _ _ _ => rfl⟩, fun _ _ => trivial, by decide +kernel, by
      decide +kernel⟩

/-- `occam_realizable` fails for a sample that repeats one point. -/
theorem occam_needs_indep :
    ∃ (E D : Expectation Rat (Fin 2 × Bool)) (S : Fin 2 × Bool → Fin 2 → Fin 2 × Bool)
      (H : Finset (Fin 2 → Bool)) (w : (Fin 2 → Bool) → Rat) (δ : Rat),
      Expectation.IdenticallyDistributed E D S ∧ (∀ h, h ∈ H → D.IsEvent (Wrong h)) ∧
      (∀ h, h ∈ H → 0 ≤ w h) ∧ ∑ h ∈ H, w h ≤ 1 ∧ 0 ≤ δ ∧
      ¬(E.prob fun ω => ∃ h, h ∈ H ∧ (empiricalError h (S ω) : Rat) = 0 ∧
        (1 - populationError D h) ^ 2 ≤ δ * w h) ≤ δ :=
  ⟨(points 1).expectation, (points 1).expectation, fun ω _ => ω, {wrongAt 0}, fun _ => 1, 1 / 4,
    ⟨fun _ _ _ => trivial, fun _ _ _ => rfl⟩, fun _ _ => trivial, by decide +kernel,
    by decide +kernel, by decide +kernel, by decide +kernel⟩

/-- `chebyshev` and `agnostic_chebyshev` fail for a sample that repeats one point. -/
theorem chebyshev_needs_indep :
    ∃ (E D : Expectation Rat (Fin 2 × Bool)) (S : Fin 2 × Bool → Fin 2 → Fin 2 × Bool)
    (h : Fin 2 → Bool) (ε : Rat), Expectation.IdenticallyDistributed E D S ∧ D.IsEvent (Wrong h) ∧
    0 < ε ∧
      ¬(E.prob fun ω => ε ≤ |empiricalError h (S ω) - populationError D h|) ≤
      1 / (4 * (2 : Nat) * ε ^ 2) :=
  ⟨(points 1).expectation, (points 1).expectation, fun ω _ => ω, wrongAt 0, 1 / 2,
    ⟨fun _ _ _ => trivial, fun _ _ _ => rfl⟩, trivial, by decide +kernel, by decide +kernel⟩

/-! ## The number of hypotheses -/

/-- `realizable` needs the factor `|H|`: of two hypotheses that are wrong at one of two points each,
one survives a sample of one point. -/
theorem realizable_needs_card :
    ∃ (D : FiniteDistribution Rat (Fin 2 × Bool)) (H : Finset (Fin 2 → Bool)) (ε : Rat),
    ε ≤ 1 ∧ ¬((D.iid 1).expectation.prob fun s => ∃ h, h ∈ H ∧ ε ≤ populationError D.expectation h ∧
      (empiricalError h s : Rat) = 0) ≤ (1 - ε) ^ 1 :=
  ⟨points 1, wrongOnce 2, 1 / 2, by decide +kernel, by decide +kernel⟩

/-- The bound of `realizable` is attained for every sample size `N ≥ 1`: two hypotheses that are
wrong at one of two points each. -/
theorem realizable_sharp {N : Nat} (hN : N ≠ 0) :
    (((points 1).iid N).expectation.prob fun s => ∃ h, h ∈ wrongOnce 2 ∧
      1 / 2 ≤ populationError (points 1).expectation h ∧ (empiricalError h s : Rat) = 0) =
        ((wrongOnce 2).card : Rat) * (1 - 1 / 2) ^ N := by
  have s := isSample_iid (points 1) N
  have e : ∀ a : Fin 2, populationError (points 1).expectation (wrongAt a) = 1 / 2 := by
    decide +kernel
  have k := Expectation.prob_or_add_prob_and ((points 1).iid N).expectation
    (A := fun s => (empiricalError (wrongAt (0 : Fin 2)) s : Rat) = 0)
    (B := fun s => (empiricalError (wrongAt (1 : Fin 2)) s : Rat) = 0) trivial trivial
  have both : (((points 1).iid N).expectation.prob fun s =>
      (empiricalError (wrongAt (0 : Fin 2)) s : Rat) = 0 ∧
        (empiricalError (wrongAt (1 : Fin 2)) s : Rat) = 0) = 0 :=
    Expectation.prob_of_forall_not _ fun s a => by
      have a₀ := empiricalError_eq_zero_iff.1 a.1 ⟨0, Nat.pos_of_ne_zero hN⟩
      rw [← empiricalError_eq_zero_iff.1 a.2 ⟨0, Nat.pos_of_ne_zero hN⟩] at a₀
      have d : ∀ x : Fin 2, wrongAt 0 x ≠ wrongAt 1 x := by decide
      exact d _ a₀
  rw [prob_empiricalError_eq_zero s trivial, prob_empiricalError_eq_zero s trivial, e, e, both,
    add_zero] at k
  have c : ((wrongOnce 2).card : Rat) = 2 := by decide +kernel
  rw [c, two_mul, ← k]
  refine Expectation.prob_congr _ fun s =>
    ⟨fun ⟨h, hh, _, z⟩ => ?_, fun z => z.elim (fun z => ?_) fun z => ?_⟩
  · obtain ⟨a, _, r⟩ := Finset.mem_image.1 hh
    subst r
    have d : ∀ a : Fin 2, a = 0 ∨ a = 1 := by decide
    exact (d a).elim (fun r => .inl (r ▸ z)) fun r => .inr (r ▸ z)
  · exact ⟨wrongAt 0, Finset.mem_image.2 ⟨0, Finset.mem_univ _, rfl⟩, by rw [e], z⟩
  · exact ⟨wrongAt 1, Finset.mem_image.2 ⟨1, Finset.mem_univ _, rfl⟩, by rw [e], z⟩
/-- `agnostic_chebyshev` needs the factor `|H|`: some hypothesis is wrong on the only example, and
is right on the two other points. -/
theorem agnostic_needs_card :
    ∃ (D : FiniteDistribution Rat (Fin 3 × Bool)) (H : Finset (Fin 3 → Bool)) (ε : Rat),
    0 < ε ∧ ¬((D.iid 1).expectation.prob fun s => ∃ h, h ∈ H ∧
      ε ≤ |empiricalError h s - populationError D.expectation h|) ≤ 1 / (4 * (1 : Nat) * ε ^ 2) :=
  ⟨points 2, wrongOnce 3, 2 / 3, by decide +kernel, by decide +kernel⟩

/-! ## Hypotheses fixed before the sample -/

/-- The hypothesis that is right on the points of the sample and wrong elsewhere. -/
def memorize {n N : Nat} (s : Fin N → Fin n × Bool) (x : Fin n) : Bool := decide (∀ i, (s i).1 ≠ x)

/-- `realizable` with `|H| = 1` fails for a hypothesis that depends on the sample: it remembers the
sample and is wrong elsewhere. -/
theorem realizable_needs_fixed : ∃ (D : FiniteDistribution Rat (Fin 4 × Bool))
    (A : (Fin 1 → Fin 4 × Bool) → Fin 4 → Bool) (ε : Rat), ε ≤ 1 ∧
    ¬((D.iid 1).expectation.prob fun s =>
      ε ≤ populationError D.expectation (A s) ∧ (empiricalError (A s) s : Rat) = 0) ≤ (1 - ε) ^ 1 :=
  ⟨points 3, memorize, 3 / 4, by decide +kernel, by decide +kernel⟩

/-- `chebyshev` fails for a hypothesis that depends on the sample. -/
theorem chebyshev_needs_fixed : ∃ (D : FiniteDistribution Rat (Fin 4 × Bool))
    (A : (Fin 1 → Fin 4 × Bool) → Fin 4 → Bool) (ε : Rat), 0 < ε ∧
    ¬((D.iid 1).expectation.prob fun s =>
      ε ≤ |empiricalError (A s) s - populationError D.expectation (A s)|) ≤
      1 / (4 * (1 : Nat) * ε ^ 2) :=
  ⟨points 3, memorize, 3 / 4, by decide +kernel, by decide +kernel⟩

/-! ## Ranges -/

/-- `realizable` fails for `ε > 1`, where its right side can be negative. -/
theorem realizable_needs_le_one :
    ∃ (D : FiniteDistribution Rat (Fin 2 × Bool)) (H : Finset (Fin 2 → Bool)) (ε : Rat),
    ¬((D.iid 1).expectation.prob fun s => ∃ h, h ∈ H ∧ ε ≤ populationError D.expectation h ∧
      (empiricalError h s : Rat) = 0) ≤ (H.card : Rat) * (1 - ε) ^ 1 :=
  ⟨points 1, wrongOnce 2, 2, by decide +kernel⟩

/-- `consistent_learner` needs a member of error zero: a class without one has no consistent
hypothesis, and every learner is consistent. -/
theorem consistent_learner_needs_realizable :
    ∃ (D : FiniteDistribution Rat (Fin 2 × Bool)) (H : Finset (Fin 2 → Bool))
    (A : (Fin 1 → Fin 2 × Bool) → Fin 2 → Bool) (ε : Rat), IsConsistentLearner H A ∧ ε ≤ 1 ∧
      ¬((D.iid 1).expectation.prob fun s => ε < populationError D.expectation (A s)) ≤
      (H.card : Rat) * (1 - ε) ^ 1 :=
  ⟨points 1, {fun _ => true}, fun _ _ => true, 1 / 2, fun s ⟨h, hh, e⟩ =>
    ⟨Finset.mem_singleton.2 rfl, by rw [Finset.mem_singleton.1 hh] at e; exact e⟩, by
      decide +kernel, by decide +kernel⟩

/-- `chebyshev` fails for `ε = 0`, where its right side means nothing. -/
theorem chebyshev_needs_pos : ∃ (D : FiniteDistribution Rat (Fin 2 × Bool)) (h : Fin 2 → Bool),
    ¬((D.iid 1).expectation.prob fun s => 0 ≤
    |empiricalError h s - populationError D.expectation h|) ≤
      1 / (4 * (1 : Nat) * 0 ^ 2) :=
  ⟨points 1, wrongAt 0, by decide +kernel⟩

/-- `chebyshev` fails for the empty sample, where its right side is `0` by the convention
`x / 0 = 0`. -/
theorem chebyshev_needs_nonempty :
    ∃ (D : FiniteDistribution Rat (Fin 2 × Bool)) (h : Fin 2 → Bool) (ε : Rat), 0 < ε ∧
    ¬((D.iid 0).expectation.prob fun s => ε ≤
    |empiricalError h s - populationError D.expectation h|) ≤
      1 / (4 * (0 : Nat) * ε ^ 2) :=
  ⟨points 1, wrongAt 0, 1 / 2, by decide +kernel, by decide +kernel⟩

/-! ## Weights -/

/-- `occam_realizable` needs weights with sum at most one. -/
theorem occam_needs_sum_le_one :
    ∃ (D : FiniteDistribution Rat (Fin 2 × Bool)) (H : Finset (Fin 2 → Bool))
    (w : (Fin 2 → Bool) → Rat) (δ : Rat), (∀ h, h ∈ H → 0 ≤ w h) ∧ 0 ≤ δ ∧
    ¬((D.iid 1).expectation.prob fun s =>
      ∃ h, h ∈ H ∧ (empiricalError h s : Rat) = 0 ∧ (1 - populationError D.expectation h) ^ 1 ≤
      δ * w h) ≤ δ :=
  ⟨points 1, wrongOnce 2, fun _ => 1, 1 / 2, by decide +kernel, by decide +kernel, by
    decide +kernel⟩

/-- `occam_realizable` needs weights that are fixed before the sample: all the weight on the
hypotheses without error. -/
theorem occam_needs_fixed :
    ∃ (D : FiniteDistribution Rat (Fin 2 × Bool)) (H : Finset (Fin 2 → Bool))
    (w : (Fin 1 → Fin 2 × Bool) → (Fin 2 → Bool) → Rat) (δ : Rat), (∀ s h, h ∈ H → 0 ≤ w s h) ∧
      (∀ s, ∑ h ∈ H, w s h ≤ 1) ∧ 0 ≤ δ ∧ ¬((D.iid 1).expectation.prob fun s =>
        ∃ h, h ∈ H ∧ (empiricalError h s : Rat) = 0 ∧ (1 - populationError D.expectation h) ^ 1 ≤
        δ * w s h) ≤ δ :=
  ⟨points 1, wrongOnce 2, fun s h => if errorCount h s = 0 then 1 else 0, 1 / 2,
    by decide +kernel, by decide +kernel, by decide +kernel, by decide +kernel⟩

/-! ## Equality -/

/-- Chebyshev's bound is attained: one example, `p = 1 / 2` and `ε = 1 / 2`. -/
theorem chebyshev_sharp : ((points 1).iid 1).expectation.prob (fun s =>
    1 / 2 ≤ |(empiricalError (wrongAt 0) s : Rat) - populationError (points 1).expectation
    (wrongAt 0)|) =
      1 / (4 * (1 : Nat) * (1 / 2) ^ 2) := by decide +kernel

/-- The factor two in `erm` cannot be improved: gaps of exactly `ε`, and a minimizer of the
empirical error that is worse than the best by exactly `2 ε`. -/
theorem erm_sharp : ∃ (D : FiniteDistribution Rat (Fin 4 × Bool)) (s : Fin 2 → Fin 4 × Bool)
    (f g : Fin 4 → Bool)
    (ε : Rat), 0 < ε ∧ |(empiricalError f s : Rat) - populationError D.expectation f| ≤ ε ∧
      |(empiricalError g s : Rat) - populationError D.expectation g| ≤ ε ∧
      (empiricalError f s : Rat) ≤ empiricalError g s ∧
      populationError D.expectation f = populationError D.expectation g + 2 * ε :=
  ⟨points 3, fun i => (if i = 0 then 0 else 1, false), fun x => decide (x ≠ 1), fun x =>
    decide (x = 0), 1 / 4,
    by decide +kernel, by decide +kernel, by decide +kernel, by decide +kernel, by decide +kernel⟩

end Generalization
