prelude
import DeepTheory.Algebra.BigOperators.Order
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.Tactic.Field
/-! # Intersections of halfspaces are threshold networks

The AND of gates with values `±1` is one threshold gate, so an intersection of halfspaces is a
network of threshold gates with one hidden layer. A single gate does not suffice.

Book items: the AND of halfspaces, intersections of halfspaces (chapter 9).

## Main definitions

* `ThresholdGate.sgn t`: `1` for `t ≥ 0` and `-1` otherwise.
* `ThresholdGate.andArg g`: the argument `∑ g j - (m - 1)` of the gate, for `m` inputs.
* `ThresholdGate.network a b x`: the network for the halfspaces `⟨a j, x⟩ + b j ≥ 0`.

## Main statements

* `ThresholdGate.andArg_eq_one`, `ThresholdGate.andArg_le`: the argument is `1` if all inputs are
  `1`, and at most `-1` otherwise.
* `ThresholdGate.sgn_andArg_eq_one_iff`, `ThresholdGate.sgn_orArg_eq_one_iff`: AND and OR.
* `ThresholdGate.network_eq_one_iff`: intersections of halfspaces.
* `ThresholdGate.strip_ne_halfspace`: a strip is no halfspace.

## Notes

No number of inputs is excluded: the AND of no gates is `1`, the OR of none is `-1`.
-/
set_option autoImplicit false
universe u v w

namespace ThresholdGate
variable {ι : Type u} {R : Type v} [Fintype ι] [LinearOrderedCommRing R]

/-- The sign, with `sgn 0 = 1`. -/
def sgn (t : R) : R := if 0 ≤ t then 1 else -1

omit [Fintype ι] in
theorem sgn_eq_one_iff {t : R} : sgn t = 1 ↔ 0 ≤ t := by
  by_cases h : 0 ≤ t
  · rw [sgn, if_pos h]; exact ⟨fun _ => h, fun _ => rfl⟩
  · rw [sgn, if_neg h]
    refine ⟨fun e => ?_, fun k => (h k).elim⟩
    have : (0 : R) < 1 := zero_lt_one
    linarith

omit [Fintype ι] in
theorem sgn_eq_or (t : R) : sgn t = 1 ∨ sgn t = -1 := by
  by_cases h : 0 ≤ t
  · exact .inl (if_pos h)
  · exact .inr (if_neg h)

/-- The argument of the AND gate. -/
def andArg (g : ι → R) : R := (∑ j, g j) - ((Fintype.card ι : R) - 1)

/-- The argument of the OR gate. -/
def orArg (g : ι → R) : R := (∑ j, g j) + ((Fintype.card ι : R) - 1)

theorem sum_one : ∑ _j : ι, (1 : R) = Fintype.card ι := by
  rw [Finset.sum_const, mul_one]; rfl

/-- The AND of halfspaces (chapter 9): the argument is `1` if all inputs are `1`. -/
theorem andArg_eq_one {g : ι → R} (h : ∀ j, g j = 1) : andArg g = 1 := by
  rw [andArg, Fintype.sum_congr h, sum_one]; ring

/-- The AND of halfspaces (chapter 9): the argument is at most `-1` if some input is `-1`. -/
theorem andArg_le {g : ι → R} (hg : ∀ j, g j = 1 ∨ g j = -1) (h : ∃ j, g j ≠ 1) :
    andArg g ≤ -1 := by
  obtain ⟨j, hj⟩ := h
  have le : ∀ i, g i ≤ 1 := fun i => by
    have : (0 : R) < 1 := zero_lt_one
    rcases hg i with e | e <;> rw [e] <;> linarith
  have nonneg : ∀ i, i ∈ Finset.univ → 0 ≤ 1 - g i := fun i _ => sub_nonneg.2 (le i)
  have s := Finset.single_le_sum nonneg (Finset.mem_univ j)
  have e : g j = -1 := (hg j).resolve_left hj
  rw [e, Finset.sum_sub_distrib, sum_one] at s
  rw [andArg]
  linarith

/-- The AND of halfspaces (chapter 9): the gate has value `1` exactly when all inputs are `1`. -/
theorem sgn_andArg_eq_one_iff {g : ι → R} (hg : ∀ j, g j = 1 ∨ g j = -1) :
    sgn (andArg g) = 1 ↔ ∀ j, g j = 1 := by
  rw [sgn_eq_one_iff]
  constructor
  · intro h j
    refine Classical.byContradiction fun hj => ?_
    have := andArg_le hg ⟨j, hj⟩
    have : (0 : R) < 1 := zero_lt_one
    linarith
  · intro h
    rw [andArg_eq_one h]; exact zero_le_one

/-- The dual gate (chapter 9): OR. -/
theorem sgn_orArg_eq_one_iff {g : ι → R} (hg : ∀ j, g j = 1 ∨ g j = -1) :
    sgn (orArg g) = 1 ↔ ∃ j, g j = 1 := by
  have neg : ∀ j, -g j = 1 ∨ -g j = -1 := fun j =>
    (hg j).elim (fun e => .inr (by rw [e])) fun e => .inl (by rw [e, neg_neg])
  have e : orArg g = -andArg fun j => -g j := by
    rw [orArg, andArg, Finset.sum_neg_distrib]; ring
  have one : (0 : R) < 1 := zero_lt_one
  rw [sgn_eq_one_iff, e]
  constructor
  · intro h
    refine Classical.byContradiction fun no => ?_
    have all : ∀ j, -g j = 1 := fun j =>
      (neg j).resolve_right fun k => no ⟨j, by have := k; linarith⟩
    rw [andArg_eq_one all] at h
    linarith
  · intro ⟨j, hj⟩
    have := andArg_le neg ⟨j, fun k => by rw [hj] at k; linarith⟩
    linarith

omit [Fintype ι] in
/-- The hypothesis of `sgn_andArg_eq_one_iff` can hold, with inputs of both kinds. -/
theorem sgn_andArg_eq_one_iff_witness : ∃ g : Bool → Int, (∀ j, g j = 1 ∨ g j = -1) ∧
    g true = 1 ∧ g false = -1 := ⟨fun b => if b = true then 1 else -1, by decide⟩

omit [Fintype ι] in
/-- Inputs other than `±1` break the gate. -/
theorem sgn_andArg_needs_signs : ∃ g : Bool → Int, sgn (andArg g) = 1 ∧ g false = -1 :=
  ⟨fun b => if b = true then 3 else -1, by decide⟩

omit [Fintype ι] in
/-- The threshold `m - 2` does not give the AND: with one `-1` among two inputs the argument is `0`.
-/
theorem sgn_andArg_needs_threshold : ∃ g : Bool → Int, (∀ j, g j = 1 ∨ g j = -1) ∧
    sgn ((∑ j, g j) - (Fintype.card Bool - 2)) = 1 ∧ g false ≠ 1 :=
  ⟨fun b => if b = true then 1 else -1, by decide⟩

/-- With the threshold `m` the argument is `0`, the edge of the gate, when all inputs are `1`. -/
theorem sum_sub_card_eq_zero {g : ι → R} (h : ∀ j, g j = 1) : (∑ j, g j) - Fintype.card ι = 0 := by
  rw [Fintype.sum_congr h, sum_one, sub_self]

/-! ## Intersections of halfspaces -/

section Halfspaces
variable {κ : Type w} [Fintype κ]

/-- The network with one hidden gate for each halfspace and an AND gate as output. -/
def network (a : ι → κ → R) (b : ι → R) (x : κ → R) : R :=
  sgn (andArg fun j => sgn ((∑ k, a j k * x k) + b j))

/-- Intersections of halfspaces (chapter 9): the network computes the intersection of the halfspaces
`⟨a j, x⟩ + b j ≥ 0`, including their boundaries. -/
theorem network_eq_one_iff (a : ι → κ → R) (b : ι → R) (x : κ → R) :
    network a b x = 1 ↔ ∀ j, 0 ≤ (∑ k, a j k * x k) + b j := by
  rw [network, sgn_andArg_eq_one_iff fun j => sgn_eq_or _]
  exact forall_congr' fun j => sgn_eq_one_iff

omit [Fintype ι] in
/-- A sign that is `-1` at zero loses the boundary of a halfspace. -/
theorem network_eq_one_iff_needs_sgn_zero : ∃ s : Int → Int, (∀ t, t ≠ 0 → s t = sgn t) ∧
    s 0 = -1 ∧ (0 : Int) ≤ 1 * 0 + 0 ∧ s (andArg fun _ : Unit => s (1 * 0 + 0)) ≠ 1 := by
  refine ⟨fun t => if 0 < t then 1 else -1, fun t ht => ?_, by decide, by decide, by decide⟩
  by_cases h : 0 < t
  · exact (if_pos h).trans (if_pos h.le).symm
  · exact (if_neg h).trans (if_neg fun k => h (lt_of_le_of_ne k ht.symm)).symm

omit [Fintype ι] in
/-- Intersections of halfspaces (chapter 9): a strip is no halfspace. Of three points on a line, a
halfspace that contains both outer ones, or none of them but the middle one, does not exist; so no
single gate gives the strip `-1 ≤ x ≤ 1`. -/
theorem strip_ne_halfspace : ¬∃ a b : R, ∀ x : R, 0 ≤ a * x + b ↔ -1 ≤ x ∧ x ≤ 1 := by
  intro ⟨a, b, h⟩
  have one : (0 : R) < 1 := zero_lt_one
  have mid := (h 0).2 ⟨by linarith, by linarith⟩
  have right : ¬0 ≤ a * 2 + b := fun k => by have := ((h 2).1 k).2; linarith
  have left : ¬0 ≤ a * -2 + b := fun k => by have := ((h (-2)).1 k).1; linarith
  rw [not_le] at right left
  linarith

omit [Fintype ι] in
/-- The strip is the intersection of two halfspaces. -/
theorem strip_eq_network (x : Unit → R) :
    network (fun (j : Bool) _ => if j = true then (1 : R) else -1) (fun _ => 1) x = 1 ↔
      -1 ≤ x () ∧ x () ≤ 1 := by
  rw [network_eq_one_iff]
  have e : ∀ a : R, ∑ k : Unit, a * x k = a * x () := fun a => add_zero _
  constructor
  · intro h
    have h₁ := h true
    have h₂ := h false
    rw [e, if_pos rfl] at h₁
    rw [e, if_neg Bool.noConfusion] at h₂
    constructor <;> linarith
  · intro ⟨h₁, h₂⟩ j
    rw [e]
    cases j
    · rw [if_neg Bool.noConfusion]; linarith
    · rw [if_pos rfl]; linarith

end Halfspaces
end ThresholdGate
