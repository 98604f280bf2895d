prelude
import DeepTheory.Algebra.BigOperators.Order
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.Tactic.Field
/-! # Coverage of comparison data

An error of the reward that is small on average over the data is small on average over the responses
of a policy, if the policy has at most `C` times the probability of the data for each response.

Book items: coverage (chapter 20).

## Main statements

* `Alignment.sum_mul_abs_le_of_coverage`: the bound `C`.
* `Alignment.exists_of_not_covered`: no bound for a policy with mass outside of the data.
-/
set_option autoImplicit false
universe u v

namespace Alignment
variable {Y : Type u} {F : Type v} [Fintype Y] [LinearOrderedField F]

/-- Coverage (chapter 20): if `π y ≤ C * D y` for all responses, the mean error of a reward under
`π` is at most `C` times that under `D`. -/
theorem sum_mul_abs_le_of_coverage {π D : Y → F} {C : F} (h : ∀ y, π y ≤ C * D y) (r r' : Y → F) :
    ∑ y, π y * |r' y - r y| ≤ C * ∑ y, D y * |r' y - r y| := by
  rw [Finset.mul_sum]
  refine Finset.sum_le_sum fun y _ => ?_
  rw [← mul_assoc]
  exact mul_le_mul_of_nonneg_right (h y) (abs_nonneg _)

/-- The hypothesis of `sum_mul_abs_le_of_coverage` can hold with `C ≠ 1`. -/
theorem sum_mul_abs_le_of_coverage_witness : ∃ π D : Bool → Rat, ∑ y, π y = 1 ∧ ∑ y, D y = 1 ∧
    (∀ y, 0 < D y ∧ 0 ≤ π y) ∧ ∀ y, π y ≤ 2 * D y :=
  ⟨fun y => if y = true then 1 else 0, fun _ => 1 / 2, by decide +kernel⟩

/-- The constant `C` is the best: for each response the bound for all rewards gives back the
hypothesis. -/
theorem coverage_iff {π D : Y → F} {C : F} :
    (∀ y, π y ≤ C * D y) ↔
      ∀ r r' : Y → F, ∑ y, π y * |r' y - r y| ≤ C * ∑ y, D y * |r' y - r y| := by
  refine ⟨fun h => sum_mul_abs_le_of_coverage h, fun h y => ?_⟩
  have pick : ∀ f : Y → F, ∑ z, f z * |(if z = y then 1 else 0) - 0| = f y := fun f => by
    rw [Fintype.sum_eq_single y fun z hz => by rw [if_neg hz, sub_zero, abs_zero, mul_zero],
      if_pos rfl, sub_zero, abs_one, mul_one]
  have k := h (fun _ => 0) fun z => if z = y then 1 else 0
  rwa [pick, pick] at k

/-- Coverage (chapter 20), failure: if the policy has mass at a response that the data never show,
no constant bounds its error by the error under the data: rewards can differ there only. -/
theorem exists_of_not_covered {π D : Y → F} {y : Y} (hπ : 0 < π y) (hD : D y = 0) (c : F) :
    ∃ r r' : Y → F, ∑ z, D z * |r' z - r z| = 0 ∧ c < ∑ z, π z * |r' z - r z| := by
  have pick : ∀ (f : Y → F) (a : F), ∑ z, f z * |(if z = y then a else 0) - 0| = f y * |a| :=
    fun f a => by
      rw [Fintype.sum_eq_single y fun z hz => by rw [if_neg hz, sub_zero, abs_zero, mul_zero],
        if_pos rfl, sub_zero]
  refine ⟨fun _ => 0, fun z => if z = y then (|c| + 1) / π y else 0, ?_, ?_⟩
  · rw [pick, hD, zero_mul]
  · have p : 0 < |c| + 1 := add_pos_of_nonneg_of_pos (abs_nonneg c) zero_lt_one
    rw [pick, abs_of_pos (div_pos p hπ), mul_div_cancel₀ _ hπ.ne']
    have := le_abs_self c
    linarith

/-- Without the bound on the ratio the conclusion fails: uniform data, a policy with all its mass on
one response, and `C = 1`. -/
theorem sum_mul_abs_le_needs_coverage : ∃ π D r r' : Bool → Rat,
    ∑ y, π y = 1 ∧ ∑ y, D y = 1 ∧ (∀ y, 0 < D y ∧ 0 ≤ π y) ∧
      ¬∑ y, π y * |r' y - r y| ≤ 1 * ∑ y, D y * |r' y - r y| :=
  ⟨fun y => if y = true then 1 else 0, fun _ => 1 / 2, fun _ => 0,
    fun y => if y = true then 1 else 0, by decide +kernel⟩

end Alignment
