prelude
import DeepTheory.Algebra.Order.Bounds
import DeepTheory.Information.KL
/-! # Total variation

## Main definitions

* `Information.tvDist p q`: half the sum of the distances of the weights.

## Main statements

* `Information.isGreatest_tvDist`: it is the greatest
  difference of the probabilities of an event,
* `Information.tvDist_point`: two points.
-/
set_option autoImplicit false
universe u v

namespace Information
open Finset
variable {Ω : Type u} {F : Type v} [LinearOrderedField F] [Fintype Ω] {p q : Ω → F}

/-- The total variation distance of two distributions on a finite type. -/
def tvDist (p q : Ω → F) : F := 1 / 2 * ∑ x, |p x - q x|

/-- The positive part of the difference of two distributions has the sum `tvDist p q`. -/
theorem sum_filter_eq_tvDist (hp : IsProbability p) (hq : IsProbability q) :
    ∑ x ∈ univ.filter (fun x => q x ≤ p x), (p x - q x) = tvDist p q := by
  have h₁ := sum_filter_add_sum_filter_not univ (fun x => q x ≤ p x) fun x => p x - q x
  have h₂ := sum_filter_add_sum_filter_not univ (fun x => q x ≤ p x) fun x => |p x - q x|
  rw [sum_sub_distrib univ p q, hp.sum_eq_one, hq.sum_eq_one, sub_self] at h₁
  rw [sum_congr rfl fun x hx => abs_of_nonneg (sub_nonneg.2 (mem_filter.1 hx).2),
    sum_congr (g := fun x => -(p x - q x)) rfl fun x hx =>
      abs_of_nonpos (sub_nonpos.2 (le_of_not_ge (mem_filter.1 hx).2)), sum_neg_distrib] at h₂
  rw [tvDist, ← h₂]
  linarith

/-- The probabilities of an event differ by at most the total variation distance. -/
theorem sum_sub_le_tvDist (hp : IsProbability p) (hq : IsProbability q) (s : Finset Ω) :
    ∑ x ∈ s, (p x - q x) ≤ tvDist p q := by
  rw [← sum_filter_eq_tvDist hp hq, ← sum_filter_add_sum_filter_not s (fun x => q x ≤ p x)]
  have a : 0 ≤ ∑ x ∈ s.filter (fun x => ¬q x ≤ p x), -(p x - q x) :=
    sum_nonneg fun x hx => neg_nonneg.2 (sub_nonpos.2 (le_of_not_ge (mem_filter.1 hx).2))
  rw [sum_neg_distrib] at a
  have b : ∑ x ∈ s.filter (fun x => q x ≤ p x), (p x - q x) ≤
      ∑ x ∈ univ.filter (fun x => q x ≤ p x), (p x - q x) :=
    sum_le_sum_of_subset_of_nonneg (fun x hx => mem_filter.2 ⟨mem_univ x, (mem_filter.1 hx).2⟩)
      fun x hx _ => sub_nonneg.2 (mem_filter.1 hx).2
  linarith

/-- Total variation: the greatest difference of the probabilities of an event. -/
theorem isGreatest_tvDist (hp : IsProbability p) (hq : IsProbability q) :
    IsGreatest (fun c => ∃ s : Finset Ω, ∑ x ∈ s, (p x - q x) = c) (tvDist p q) :=
  ⟨⟨_, sum_filter_eq_tvDist hp hq⟩, fun _ ⟨s, e⟩ => e ▸ sum_sub_le_tvDist hp hq s⟩

/-- Two points have distance one, unless they are the same. -/
theorem tvDist_point (a b : Ω) :
    tvDist (point a : Ω → F) (point b) = if a = b then 0 else 1 := by
  by_cases h : a = b
  · rw [if_pos h, tvDist, sum_eq_zero fun x _ => by rw [h, sub_self, abs_zero], mul_zero]
  · rw [if_neg h, ← sum_filter_eq_tvDist (.point a) (.point b),
      sum_eq_single a (fun x hx e => ?_) fun k => absurd (mem_filter.2 ⟨mem_univ a, ?_⟩) k]
    · rw [point, point, if_pos rfl, if_neg h, sub_zero]
    · have k := (mem_filter.1 hx).2
      rw [show point a x = (0 : F) from if_neg e] at k ⊢
      rw [le_antisymm k (IsProbability.nonneg (.point b) x), sub_zero]
    · rw [point, point, if_pos rfl, if_neg h]
      exact zero_le_one

end Information
