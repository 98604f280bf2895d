prelude
import DeepTheory.Algebra.Tactic.NormNum
import DeepTheory.Generalization.Errors
import DeepTheory.Generalization.GrowthFunction
import DeepTheory.Probability.GhostSample
import DeepTheory.Probability.Rademacher
/-! # No free lunch

A learner that sees `N` of at least `2 N` points, all of whose labellings are possible, knows
nothing about the other points: for some labelling its mean error is at least one quarter.

Book items: no free lunch (chapter 7).

## Main statements

* `FiniteDistribution.half_le_prob_unseen`: of `2 N` or more points a sample of `N` leaves out half,
* `Generalization.half_le_mean_wrong`: on a point that the sample leaves out, the mean loss over all
  labellings is one half,
* `Generalization.no_free_lunch`: `E err ≥ 1 / 4` for some labelling,
* `Generalization.no_free_lunch_prob`: `P(err ≥ 1 / 8) ≥ 1 / 7` for the same,
* `Generalization.no_free_lunch_shatters`: both, for a shattered set of points.

## Notes

The labellings are averaged over independent uniform truth values, `Rademacher.signs`. The learner
is any function of the sample, and the bounds hold over every ordered field. There must be a point,
but there need be no example.
-/
set_option autoImplicit false
universe u v w

/-! ## Means and probabilities -/

/-- Markov's inequality for the distance to one: if `X ≤ 1`, then `E X ≤ a + (1 - a) P(X ≥ a)`. -/
theorem Expectation.mean_le_add_mul_prob {F : Type u} {Ω : Type v} [LinearOrderedField F]
    (E : Expectation F Ω) {X : Ω → F} (hX : E.IsRandom X) (h : ∀ ω, X ω ≤ 1) (a : F)
    (hA : E.IsEvent fun ω => a ≤ X ω) : E.mean X ≤ a + (1 - a) * E.prob fun ω => a ≤ X ω := by
  rw [prob, ← E.mean_const_mul (1 - a) hA,
    show a + (E.mean fun ω => (1 - a) * if a ≤ X ω then 1 else 0) =
      E.mean fun ω => a + (1 - a) * if a ≤ X ω then 1 else 0 by
        rw [E.mean_add (E.isRandom_const a) (Expectation.IsRandom.const_mul _ hA), E.mean_const]]
  refine E.mean_mono hX (E.isRandom_add (E.isRandom_const a)
    (Expectation.IsRandom.const_mul _ hA)) fun ω => ?_
  by_cases k : a ≤ X ω
  · rw [if_pos k]
    have := h ω
    linarith
  · rw [if_neg k]
    have := lt_of_not_ge k
    linarith

namespace FiniteDistribution
variable {F : Type u} {Ω : Type v} [LinearOrderedField F] [Fintype Ω]

/-- A random variable is at least its mean at some outcome. -/
theorem exists_mean_le (D : FiniteDistribution F Ω) (X : Ω → F) :
    ∃ ω, D.expectation.mean X ≤ X ω := Classical.byContradiction fun n => by
  have lt : ∀ ω, X ω < D.expectation.mean X := fun ω => lt_of_not_ge fun l => n ⟨ω, l⟩
  have ex : ∃ ω, ω ∈ Finset.univ ∧ 0 < D.weight ω := Classical.byContradiction fun m => by
    have z := D.sum_weight
    rw [Finset.sum_eq_zero fun ω hω => le_antisymm (le_of_not_gt fun l => m ⟨ω, hω, l⟩)
      (D.weight_nonneg ω)] at z
    exact zero_ne_one z
  obtain ⟨ω, hω, pos⟩ := ex
  have k := Finset.sum_lt_sum (s := Finset.univ) (f := fun ω => D.weight ω * X ω)
    (g := fun ω => D.weight ω * D.expectation.mean X)
    (fun ω _ => mul_le_mul_of_nonneg_left (lt ω).le (D.weight_nonneg ω))
    ⟨ω, hω, mul_lt_mul_of_pos_left (lt ω) pos⟩
  rw [← Finset.sum_mul, D.sum_weight, one_mul] at k
  exact lt_irrefl _ k

/-- Of at least `2 N` points, equally likely, a sample of `N` leaves out at least half. -/
theorem half_le_prob_unseen {N m : Nat} [ne : Nonempty (Fin m)] (hm : 2 * N ≤ m)
    (s : Fin N → Fin m) :
    1 / 2 ≤ (uniform F (Fin m)).expectation.prob fun x => ¬∃ i, s i = x := by
  have m0 : (0 : F) < m := Nat.cast_pos.2 (ne.elim fun i =>
    Nat.lt_of_le_of_lt (Nat.zero_le _) i.isLt)
  have le : 2 * (N : F) ≤ m := by
    have := Nat.cast_le (R := F).2 hm
    rwa [Nat.cast_mul, show ((2 : Nat) : F) = 2 from Nat.cast_ofNat] at this
  have one : ∀ i, ((uniform F (Fin m)).expectation.prob fun x => s i = x) = 1 / m := fun i => by
    rw [prob_uniform, Finset.card_filter, Fintype.sum_ite_eq, Fintype.card_fin, Nat.cast_one]
  have seen : ((uniform F (Fin m)).expectation.prob fun x => ∃ i, s i = x) ≤
      (List.finRange N).length * (1 / m) :=
    prob_le_length_mul _ (A := fun i x => s i = x) (fun x ⟨i, e⟩ => ⟨i, List.mem_finRange i, e⟩)
      fun i _ => le_of_eq (one i)
  have half : (N : F) * (1 / m) ≤ 1 / 2 := by
    rw [mul_one_div, div_le_iff₀ m0]
    linarith
  rw [List.length_finRange] at seen
  rw [Expectation.prob_not _ (isEvent _ fun x => ∃ i, s i = x)]
  linarith

end FiniteDistribution

namespace VC

/-- On a shattered list of points every labelling of its places is realized. -/
theorem Shatters.exists_get {X : Type v} {H : (X → Bool) → Prop} {T : List X} (hT : Shatters H T)
    (y : Fin T.length → Bool) : ∃ h, H h ∧ ∀ i, h (T.get i) = y i := by
  have key : ∀ (T : List X) (h : X → Bool) (y : Fin T.length → Bool),
      T.map h = (List.finRange T.length).map y → ∀ i, h (T.get i) = y i := by
    intro T
    induction T with
    | nil => exact fun _ _ _ i => i.elim0
    | cons a T ih =>
      intro h y e i
      have e : h a :: T.map h =
        y (0 : Fin (T.length + 1)) :: ((List.finRange T.length).map Fin.succ).map y := e
      obtain ⟨e₀, e⟩ := List.cons.inj e
      exact Fin.cases (motive := fun i => h ((a :: T).get i) = y i) e₀
        (fun i => ih h (fun i => y i.succ) (e.trans List.map_map) i) i
  obtain ⟨h, hh, e⟩ := hT ((List.finRange T.length).map y)
    (by rw [List.length_map, List.length_finRange])
  exact ⟨h, hh, key T h y e⟩

end VC

namespace Generalization
open FiniteDistribution Rademacher VC
open Hypercube (flip flip_flip flipEquiv)

variable {F : Type u} {X : Type v} [LinearOrderedField F] {N m : Nat}

/-! ## Points that are not seen -/

/-- The mean over all labellings does not change when the label of one point is changed. -/
theorem mean_signs_flip (i : Fin m) (V : (Fin m → Bool) → F) :
    ((signs F m).expectation.mean fun y => V (flip i y)) = (signs F m).expectation.mean V :=
  (flipEquiv i).sum_comp fun y => (signs F m).weight y * V y

/-- A prediction `g y` of the label `y i` that does not depend on `y i` is wrong for half of the
labellings `y`. -/
theorem half_le_mean_wrong (i : Fin m) {g : (Fin m → Bool) → Bool}
    (hg : ∀ y, g (flip i y) = g y) :
    ((signs F m).expectation.mean fun y => if g y ≠ y i then (1 : F) else 0) = 1 / 2 := by
  have sum : ∀ y, (if g y ≠ y i then (1 : F) else 0) +
      (if g (flip i y) ≠ flip i y i then 1 else 0) = 1 := fun y => by
    have other : ∀ b c : Bool, b ≠ (!c) ↔ ¬b ≠ c := by decide
    rw [hg, show flip i y i = !y i from if_pos rfl]
    by_cases e : g y ≠ y i
    · rw [if_pos e, if_neg fun k => (other _ _).1 k e, add_zero]
    · rw [if_neg e, if_pos ((other _ _).2 e), zero_add]
  have k := Expectation.mean_add (signs F m).expectation
    (X := fun y => if g y ≠ y i then (1 : F) else 0)
    (Y := fun y => if g (flip i y) ≠ flip i y i then (1 : F) else 0) trivial trivial
  rw [mean_signs_flip i fun y => if g y ≠ y i then (1 : F) else 0, Expectation.mean_congr _ sum,
    Expectation.mean_const] at k
  linarith

/-- The sample: the points with the numbers `s j`, with their labels. -/
def labelledSample (x : Fin m → X) (y : Fin m → Bool) (s : Fin N → Fin m) (j : Fin N) : X × Bool :=
  (x (s j), y (s j))

/-- For each sample, the mean error of a learner over all labellings is at least one quarter. -/
theorem quarter_le_mean_error [Nonempty (Fin m)] (hm : 2 * N ≤ m) (x : Fin m → X)
    (A : (Fin N → X × Bool) → X → Bool) (s : Fin N → Fin m) :
    1 / 4 ≤ (signs F m).expectation.mean fun y =>
      (uniform F (Fin m)).expectation.prob fun i => A (labelledSample x y s) (x i) ≠ y i := by
  rw [show ((signs F m).expectation.mean fun y =>
      (uniform F (Fin m)).expectation.prob fun i => A (labelledSample x y s) (x i) ≠ y i) =
      (uniform F (Fin m)).expectation.mean fun i => (signs F m).expectation.mean fun y =>
        if A (labelledSample x y s) (x i) ≠ y i then 1 else 0 from
    Expectation.mean_mean_comm (E := (uniform F (Fin m)).expectation) (signs F m)
      (f := fun y i => if A (labelledSample x y s) (x i) ≠ y i then 1 else 0) fun _ => trivial]
  have half := half_le_prob_unseen (F := F) hm s
  refine le_trans (le_of_mul_le_mul_left ?_ (two_pos (R := F)))
    (Expectation.mean_mono _ (X := fun i => 1 / 2 * if ¬∃ j, s j = i then 1 else 0)
      trivial trivial fun i => ?_)
  · rw [Expectation.mean_const_mul _ _ trivial]
    refine le_trans (le_of_eq ?_) (le_trans half (le_of_eq ?_))
    · norm_num
    · rw [← mul_assoc, mul_one_div, div_self two_ne_zero, one_mul]; rfl
  · by_cases u : ∃ j, s j = i
    · rw [if_neg fun k => k u, mul_zero]
      exact Expectation.mean_nonneg _ trivial fun y => ite_one_zero_nonneg
    · rw [if_pos u, mul_one]
      refine le_of_eq (half_le_mean_wrong i (g := fun y => A (labelledSample x y s) (x i))
        fun y => ?_).symm
      show A (labelledSample x (flip i y) s) (x i) = A (labelledSample x y s) (x i)
      rw [show labelledSample x (flip i y) s = labelledSample x y s from funext fun j => by
        rw [labelledSample, labelledSample, flip, if_neg fun e => u ⟨j, e⟩]]

/-! ## The theorem -/

/-- The error of the learner `A` on the sample `s`, when the points `x i` are equally likely and are
labelled by `f`. -/
def learnerError (F : Type u) [LinearOrderedField F] [h : Nonempty (Fin m)] (x : Fin m → X)
    (f : X → Bool) (A : (Fin N → X × Bool) → X → Bool) (s : Fin N → Fin m) : F :=
  populationError ((uniform F (Fin m)).expectation.map fun i => (x i, f (x i)))
    (A fun j => (x (s j), f (x (s j))))

/-- No free lunch (chapter 7): if `H` realizes all labellings of at least `2 N` points, then for
every learner that uses `N` examples there is a member of `H` such that, when it labels the points
and all points are equally likely, the mean error of the learner is at least `1 / 4`. -/
theorem no_free_lunch [Nonempty (Fin m)] {H : (X → Bool) → Prop} {x : Fin m → X}
    (hx : ∀ y : Fin m → Bool, ∃ h, H h ∧ ∀ i, h (x i) = y i) (hm : 2 * N ≤ m)
    (A : (Fin N → X × Bool) → X → Bool) :
    ∃ f, H f ∧ 1 / 4 ≤ ((uniform F (Fin m)).iid N).expectation.mean (learnerError F x f A) := by
  let D := (uniform F (Fin m)).iid N
  let e : (Fin m → Bool) → (Fin N → Fin m) → F := fun y s =>
    (uniform F (Fin m)).expectation.prob fun i => A (labelledSample x y s) (x i) ≠ y i
  obtain ⟨y, hy⟩ := (signs F m).exists_mean_le fun y => D.expectation.mean (e y)
  rw [Expectation.mean_mean_comm (E := D.expectation) (signs F m) (f := e) fun _ => trivial] at hy
  obtain ⟨f, hf, k⟩ := hx y
  refine ⟨f, hf, le_trans ?_ (le_trans hy (le_of_eq ?_))⟩
  · rw [← D.expectation.mean_const (1 / 4)]
    exact D.expectation.mean_mono trivial trivial fun s => quarter_le_mean_error hm x A s
  · refine D.expectation.mean_congr fun s => ?_
    show ((uniform F (Fin m)).expectation.prob fun i => A (labelledSample x y s) (x i) ≠ y i) =
      (uniform F (Fin m)).expectation.prob fun i =>
        A (fun j => (x (s j), f (x (s j)))) (x i) ≠ f (x i)
    refine Expectation.prob_congr _ fun i => ?_
    rw [k i, show (fun j => (x (s j), f (x (s j)))) = labelledSample x y s from funext fun j => by
      rw [labelledSample, k (s j)]]

/-- No free lunch (chapter 7), probability: the error of the learner is at least `1 / 8` with
probability at least `1 / 7`, when its mean is at least `1 / 4`. -/
theorem no_free_lunch_prob [Nonempty (Fin m)] {x : Fin m → X} {f : X → Bool}
    {A : (Fin N → X × Bool) → X → Bool}
    (h : 1 / 4 ≤ ((uniform F (Fin m)).iid N).expectation.mean (learnerError F x f A)) :
    1 / 7 ≤ ((uniform F (Fin m)).iid N).expectation.prob fun s =>
      1 / 8 ≤ learnerError F x f A s := by
  have k := Expectation.mean_le_add_mul_prob ((uniform F (Fin m)).iid N).expectation
    (X := learnerError F x f A) trivial (fun s => Expectation.prob_le_one _ trivial) (1 / 8) trivial
  linarith

/-- No free lunch (chapter 7), as the book states it: for a shattered set of at least `2 N` points
and every learner that uses `N` examples there is a member of the class for which the mean error is
at least `1 / 4`, and the error is at least `1 / 8` with probability at least `1 / 7`. -/
theorem no_free_lunch_shatters {H : (X → Bool) → Prop} {T : List X} (hT : Shatters H T)
    [Nonempty (Fin T.length)] (hm : 2 * N ≤ T.length)
    (A : (Fin N → X × Bool) → X → Bool) :
    ∃ f, H f ∧
      1 / 4 ≤ ((uniform F (Fin T.length)).iid N).expectation.mean (learnerError F T.get f A) ∧
      1 / 7 ≤ ((uniform F (Fin T.length)).iid N).expectation.prob fun s =>
        1 / 8 ≤ learnerError F T.get f A s := by
  obtain ⟨f, hf, k⟩ := no_free_lunch (F := F) hT.exists_get hm A
  exact ⟨f, hf, k, no_free_lunch_prob k⟩

end Generalization
