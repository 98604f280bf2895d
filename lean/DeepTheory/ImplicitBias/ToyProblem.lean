prelude
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.Tactic.Field
import DeepTheory.Real.Sqrt
/-! # A two-dimensional toy problem

One equation `x + 2 y = 1` in two unknowns: the solution with the smallest Euclidean norm uses both
unknowns, the solution with the smallest sum of absolute values only one.

Book items: Example 6.7.

## Main definitions

* `Minimizes P f x`: `x` has the property `P`, and `f x` is the smallest value of `f` with it.
* `ToyProblem.Feasible`: the solutions of the equation.

## Main statements

* `ToyProblem.minimizes_normSq_iff`: the solution with the smallest squared norm is `(1/5, 2/5)`,
  over any ordered field; `ToyProblem.minimizes_norm_iff`: the same for the norm of real vectors.
* `ToyProblem.minimizes_l1_iff`: the nonnegative solution with the smallest `ℓ¹` norm is `(0, 1/2)`;
  `ToyProblem.minimizes_l1_iff_of_feasible`: also without the condition `x ≥ 0`.
* `ToyProblem.feasible_nonneg_iff`: the nonnegative solutions are the segment from `(1, 0)` to
  `(0, 1/2)`.
-/
set_option autoImplicit false
universe u v

/-- `x` minimizes `f` among the points with property `P`. -/
def Minimizes {α : Type u} {β : Type v} [LE β] (P : α → Prop) (f : α → β) (x : α) : Prop :=
  P x ∧ ∀ y, P y → f x ≤ f y

namespace ToyProblem
variable {F : Type u} [LinearOrderedField F]

/-- The solutions of `A x = b` in Example 6.7, where `A = [1 2]` and `b = 1`. -/
def Feasible (x : F × F) : Prop := x.1 + 2 * x.2 = 1

/-- The squared Euclidean norm. -/
def normSq (x : F × F) : F := x.1 ^ 2 + x.2 ^ 2

/-- The sum of the absolute values. -/
def l1 (x : F × F) : F := |x.1| + |x.2|

/-- Completing the square: on the solutions the squared norm is `5 (y - 2/5)² + 1/5`. -/
theorem normSq_of_feasible {x : F × F} (h : Feasible x) :
    normSq x = 5 * (x.2 - 2 / 5) ^ 2 + 1 / 5 := by
  have e : x.1 = 1 - 2 * x.2 := by rw [Feasible] at h; linarith
  rw [normSq, e]; ring

theorem feasible_l2 : Feasible ((1 / 5, 2 / 5) : F × F) := by
  show (1 : F) / 5 + 2 * (2 / 5) = 1
  ring

theorem feasible_l1 : Feasible ((0, 1 / 2) : F × F) := by
  show (0 : F) + 2 * (1 / 2) = 1
  ring

/-- Example 6.7 (`ℓ²`): the unique solution with the smallest squared norm is `(1/5, 2/5)`. -/
theorem minimizes_normSq_iff {x : F × F} : Minimizes Feasible normSq x ↔ x = (1 / 5, 2 / 5) := by
  have best : normSq ((1 / 5, 2 / 5) : F × F) = 1 / 5 := by
    show (1 / 5 : F) ^ 2 + (2 / 5) ^ 2 = 1 / 5
    ring
  constructor
  · intro ⟨h, k⟩
    have l := k _ feasible_l2
    rw [best, normSq_of_feasible h] at l
    have z : (x.2 - 2 / 5) ^ 2 = 0 :=
      le_antisymm (by linarith) (sq_nonneg _)
    have e₂ : x.2 = 2 / 5 := by have := sq_eq_zero_iff.1 z; linarith
    have e₁ : x.1 = 1 / 5 := by rw [Feasible, e₂] at h; linarith
    exact Prod.ext e₁ e₂
  · intro e
    rw [e]
    refine ⟨feasible_l2, fun y hy => ?_⟩
    rw [best, normSq_of_feasible hy]
    have := sq_nonneg (y.2 - 2 / 5)
    linarith

/-- Example 6.7 (`ℓ²`) with the Euclidean norm of real vectors. -/
theorem minimizes_norm_iff {x : Real × Real} :
    Minimizes Feasible (fun x => Real.sqrt (normSq x)) x ↔ x = (1 / 5, 2 / 5) := by
  rw [← minimizes_normSq_iff]
  have p : ∀ y : Real × Real, 0 ≤ normSq y := fun y => add_nonneg (sq_nonneg _) (sq_nonneg _)
  exact and_congr Iff.rfl (forall_congr' fun y => imp_congr Iff.rfl
    (Real.sqrt_le_sqrt_iff (p y)))

/-- Every solution has `ℓ¹` norm at least `1/2`, with equality at `(0, 1/2)` only. -/
theorem half_le_l1 {x : F × F} (h : Feasible x) : 1 / 2 ≤ l1 x := by
  rw [Feasible] at h
  rw [l1]
  have h₁ := le_abs_self x.1
  have h₂ := neg_le_abs x.1
  have h₃ := le_abs_self x.2
  have h₄ := abs_nonneg x.1
  linarith

theorem eq_of_l1_le {x : F × F} (h : Feasible x) (k : l1 x ≤ 1 / 2) : x = (0, 1 / 2) := by
  rw [Feasible] at h
  rw [l1] at k
  have h₁ := le_abs_self x.1
  have h₂ := neg_le_abs x.1
  have h₃ := le_abs_self x.2
  have h₄ := abs_nonneg x.1
  have z : |x.1| = 0 := by linarith
  have e₁ : x.1 = 0 := abs_eq_zero.1 z
  have e₂ : x.2 = 1 / 2 := by rw [e₁] at h; linarith
  exact Prod.ext e₁ e₂

theorem l1_best : l1 ((0, 1 / 2) : F × F) = 1 / 2 := by
  show |(0 : F)| + |1 / 2| = 1 / 2
  rw [abs_zero, zero_add, abs_of_pos (div_pos one_pos two_pos)]

/-- The unique solution with the smallest `ℓ¹` norm is `(0, 1/2)`, also if unknowns may be negative.
-/
theorem minimizes_l1_iff_of_feasible {x : F × F} : Minimizes Feasible l1 x ↔ x = (0, 1 / 2) := by
  constructor
  · intro ⟨h, k⟩
    exact eq_of_l1_le h (le_of_le_of_eq (k _ feasible_l1) l1_best)
  · intro e
    rw [e]
    refine ⟨feasible_l1, fun y hy => ?_⟩
    rw [l1_best]; exact half_le_l1 hy

/-- Example 6.7 (`ℓ¹`): the unique nonnegative solution with the smallest `ℓ¹` norm is `(0, 1/2)`.
-/
theorem minimizes_l1_iff {x : F × F} :
    Minimizes (fun x => Feasible x ∧ 0 ≤ x.1 ∧ 0 ≤ x.2) l1 x ↔ x = (0, 1 / 2) := by
  have nonneg : (0 : F) ≤ (0, (1 / 2 : F)).1 ∧ (0 : F) ≤ ((0 : F), (1 / 2 : F)).2 :=
    ⟨le_rfl, (div_pos one_pos two_pos).le⟩
  constructor
  · intro ⟨h, k⟩
    exact eq_of_l1_le h.1 (le_of_le_of_eq (k _ ⟨feasible_l1, nonneg⟩) l1_best)
  · intro e
    rw [e]
    refine ⟨⟨feasible_l1, nonneg⟩, fun y hy => ?_⟩
    rw [l1_best]; exact half_le_l1 hy.1

/-- Example 6.7 (the segment): the nonnegative solutions are the points between `(1, 0)` and
`(0, 1/2)`. -/
theorem feasible_nonneg_iff {x : F × F} : Feasible x ∧ 0 ≤ x.1 ∧ 0 ≤ x.2 ↔
    ∃ t : F, 0 ≤ t ∧ t ≤ 1 ∧ x = ((1 - t) * 1 + t * 0, (1 - t) * 0 + t * (1 / 2)) := by
  constructor
  · intro ⟨h, h₁, h₂⟩
    rw [Feasible] at h
    refine ⟨2 * x.2, by linarith, by linarith, Prod.ext ?_ ?_⟩
    · show x.1 = (1 - 2 * x.2) * 1 + 2 * x.2 * 0
      linarith
    · show x.2 = (1 - 2 * x.2) * 0 + 2 * x.2 * (1 / 2)
      ring
  · intro ⟨t, h₀, h₁, e⟩
    rw [e]
    refine ⟨?_, ?_, ?_⟩
    · show (1 - t) * 1 + t * 0 + 2 * ((1 - t) * 0 + t * (1 / 2)) = 1
      ring
    · show 0 ≤ (1 - t) * 1 + t * 0
      linarith
    · show 0 ≤ (1 - t) * 0 + t * (1 / 2)
      linarith

/-- The two answers cannot be exchanged. -/
theorem minimizers_ne : ¬Minimizes Feasible normSq ((0, 1 / 2) : Rat × Rat) ∧
    ¬Minimizes Feasible l1 ((1 / 5, 2 / 5) : Rat × Rat) := by
  rw [minimizes_normSq_iff, minimizes_l1_iff_of_feasible]
  exact ⟨fun h => absurd (congrArg Prod.fst h) (by decide +kernel),
    fun h => absurd (congrArg Prod.fst h) (by decide +kernel)⟩

end ToyProblem
