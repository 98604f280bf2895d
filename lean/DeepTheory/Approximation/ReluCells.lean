prelude
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.Tactic
import DeepTheory.Approximation.Network
import DeepTheory.Generalization.Halfspace
import DeepTheory.Generalization.SauerShelah
/-! # Cells of a layer of ReLU units

A ReLU unit is affine on each side of a hyperplane, so a sum of units is affine on each cell of an
arrangement of hyperplanes. In a space of fixed dimension there are few cells.

Book items: a ReLU unit is affine on each side of a hyperplane (chapter 2).

## Main definitions

* `IsOpenCell w b p`: the side pattern `p` belongs to an open cell of the arrangement.

## Main statements

* `relu_of_nonneg`, `relu_of_nonpos`: a unit on the two sides.
* `exists_affine_on_cell`: a sum of units on a closed cell.
* `atMost_isOpenCell_two_pow`, `atMost_isOpenCell`: at most `2 ^ m` cells, and at most
  `∑ i ≤ d, m.choose i` in dimension `d`.

## Notes

The open cells are the nonempty sets of points with the same sides, all strict. A point has a side
of each of the `m` hyperplanes, and `d + 1` hyperplanes never have all `2 ^ (d + 1)` patterns of
sides, since their normal vectors are linearly dependent. So the number of cells is bounded by the
lemma of Sauer and Shelah. No position of the hyperplanes is assumed; weights may be zero.
-/
set_option autoImplicit false
universe u

open Finset

variable {K : Type u} [LinearOrderedField K]

/-- A ReLU unit is affine on each side of a hyperplane (chapter 2): on the upper side it is the
affine function itself. -/
theorem relu_of_nonneg {t : K} (h : 0 ≤ t) : relu t = t := max_eq_left h

/-- A ReLU unit is affine on each side of a hyperplane (chapter 2): on the lower side it is zero. -/
theorem relu_of_nonpos {t : K} (h : t ≤ 0) : relu t = 0 := max_eq_right h

variable {d m : Nat} (w : Fin m → Fin d → K) (b : Fin m → K)

/-- Sums of ReLU units are piecewise affine (chapter 2): on the closed cell of the points on given
sides of the hyperplanes, a sum of units is affine. -/
theorem exists_affine_on_cell (a : Fin m → K) (side : Fin m → Bool) :
    ∃ (v : Fin d → K) (c : K), ∀ x : Fin d → K,
      (∀ i, if side i = true then 0 ≤ w i ⬝ᵥ x + b i else w i ⬝ᵥ x + b i ≤ 0) →
      ∑ i, a i * relu (w i ⬝ᵥ x + b i) = v ⬝ᵥ x + c := by
  let on : Fin m → K := fun i => if side i = true then a i else 0
  refine ⟨fun j => ∑ i, on i * w i j, ∑ i, on i * b i, fun x hx => ?_⟩
  have e : (fun j => ∑ i, on i * w i j) ⬝ᵥ x = ∑ i, on i * (w i ⬝ᵥ x) := by
    show ∑ j, (∑ i, on i * w i j) * x j = ∑ i, on i * ∑ j, w i j * x j
    rw [sum_congr rfl fun j _ => sum_mul .., sum_comm]
    refine sum_congr rfl fun i _ => ?_
    rw [mul_sum]
    exact sum_congr rfl fun j _ => mul_assoc _ _ _
  rw [e, ← sum_add_distrib]
  refine sum_congr rfl fun i _ => ?_
  have hi := hx i
  by_cases h : side i = true
  · rw [if_pos h] at hi
    rw [relu_of_nonneg hi, show on i = a i from if_pos h, mul_add]
  · rw [if_neg h] at hi
    rw [relu_of_nonpos hi, show on i = 0 from if_neg h, mul_zero, zero_mul, zero_mul, add_zero]

/-- The pattern `p` of sides belongs to an open cell of the arrangement of the `m` sets
`w i · x + b i = 0`: some point is on these sides, and on none of the sets. -/
def IsOpenCell (p : Fin m → Bool) : Prop :=
  ∃ x : Fin d → K, (∀ i, w i ⬝ᵥ x + b i ≠ 0) ∧ ∀ i, p i = true ↔ 0 < w i ⬝ᵥ x + b i

/-- Sums of ReLU units are piecewise affine (chapter 2): there are at most `2 ^ m` cells. -/
theorem atMost_isOpenCell_two_pow : VC.AtMost (2 ^ m) (IsOpenCell w b) := by
  have h : VC.AtMost (Fintype.card (Fin m → Bool)) (IsOpenCell w b) := fun l hl _ => by
    rw [← VC.card_mk l hl]
    exact card_le_card fun _ _ => mem_univ _
  rwa [Fintype.card_fun, Fintype.card_bool, Fintype.card_fin] at h

/-- The patterns of open cells shatter no set of more than `d` hyperplanes. -/
theorem vcDimLE_isOpenCell : VC.VCDimLE (IsOpenCell w b) d := by
  refine VC.vcDimLE_iff.2 fun T hT e s => ?_
  have card : d < (Finset.mk T hT).card := by
    rw [VC.card_mk, e]
    exact Nat.lt_succ_self _
  obtain ⟨c, ⟨i₀, hi₀, c₀⟩, hc⟩ := VC.exists_relation (Finset.mk T hT) w card
  -- The combination of the affine functions is constant.
  have const : ∀ x : Fin d → K, ∑ i ∈ Finset.mk T hT, c i * (w i ⬝ᵥ x + b i) =
      ∑ i ∈ Finset.mk T hT, c i * b i := fun x => by
    rw [sum_congr rfl fun i _ => mul_add .., sum_add_distrib]
    refine (congrArg (· + _) ?_).trans (zero_add _)
    have r : ∀ i, c i * (w i ⬝ᵥ x) = ∑ j, c i * w i j * x j := fun i => by
      show c i * ∑ j, w i j * x j = _
      rw [mul_sum]
      exact sum_congr rfl fun j _ => (mul_assoc _ _ _).symm
    rw [sum_congr rfl fun i _ => r i, sum_comm]
    refine sum_eq_zero fun j _ => ?_
    rw [← sum_mul, hc j, zero_mul]
  -- It is positive where the sides are the signs of the coefficients, and negative opposite.
  obtain ⟨p, ⟨x, nx, hx⟩, ep⟩ := (VC.shatters_iff hT).1 s fun i => decide (0 < c i)
  obtain ⟨q, ⟨y, ny, hy⟩, eq⟩ := (VC.shatters_iff hT).1 s fun i => decide (c i < 0)
  have above : 0 < ∑ i ∈ Finset.mk T hT, c i * (w i ⬝ᵥ x + b i) := by
    have nn : ∀ i, i ∈ Finset.mk T hT → c i ≠ 0 → 0 < c i * (w i ⬝ᵥ x + b i) := fun i hi ci => by
      rcases lt_or_gt_of_ne ci with l | l
      · refine mul_pos_of_neg_of_neg l (lt_of_le_of_ne (not_lt.1 fun k => ?_) (nx i))
        have := (hx i).2 k
        rw [ep i hi, decide_eq_false (not_lt_of_ge l.le)] at this
        exact Bool.noConfusion this
      · exact mul_pos l ((hx i).1 ((ep i hi).trans (decide_eq_true l)))
    refine sum_pos' (fun i hi => ?_) ⟨i₀, hi₀, nn i₀ hi₀ c₀⟩
    by_cases ci : c i = 0
    · rw [ci, zero_mul]
    · exact (nn i hi ci).le
  have below : 0 < ∑ i ∈ Finset.mk T hT, -(c i * (w i ⬝ᵥ y + b i)) := by
    have nn : ∀ i, i ∈ Finset.mk T hT → c i ≠ 0 → 0 < -(c i * (w i ⬝ᵥ y + b i)) :=
      fun i hi ci => by
        rw [neg_mul_eq_neg_mul]
        rcases lt_or_gt_of_ne ci with l | l
        · exact mul_pos (neg_pos.2 l) ((hy i).1 ((eq i hi).trans (decide_eq_true l)))
        · refine mul_pos_of_neg_of_neg (neg_lt_zero.2 l)
            (lt_of_le_of_ne (not_lt.1 fun k => ?_) (ny i))
          have := (hy i).2 k
          rw [eq i hi, decide_eq_false (not_lt_of_ge l.le)] at this
          exact Bool.noConfusion this
    refine sum_pos' (fun i hi => ?_) ⟨i₀, hi₀, nn i₀ hi₀ c₀⟩
    by_cases ci : c i = 0
    · rw [ci, zero_mul, neg_zero]
    · exact (nn i hi ci).le
  rw [const] at above
  rw [sum_neg_distrib, const] at below
  linarith

/-- Sums of ReLU units are piecewise affine (chapter 2): in dimension `d` the arrangement of `m`
hyperplanes has at most `∑ i ≤ d, m.choose i` open cells. -/
theorem atMost_isOpenCell : VC.AtMost (∑ i < d + 1, m.choose i) (IsOpenCell w b) :=
  (VC.atMost_sample_of_vcDimLE (vcDimLE_isOpenCell w b) fun i => i).mono (Nat.le_refl _)
    fun p hp => ⟨p, hp, fun _ => rfl⟩

/-- The bound is attained: three lines in the plane, of which any two cross, have seven cells, all
the `1 + 3 + 3` that are allowed, and fewer than `2 ^ 3`. -/
theorem atMost_isOpenCell_sharp : ∃ (w : Fin 3 → Fin 2 → Rat) (b : Fin 3 → Rat),
    VC.AtLeast 7 (IsOpenCell w b) := by
  let w : Fin 3 → Fin 2 → Rat := fun i j => if i.val = j.val ∨ i.val = 2 then 1 else 0
  let b : Fin 3 → Rat := fun i => if i.val = 2 then -2 else 0
  -- Points `(p, q)` of the seven cells of the lines `x = 0`, `y = 0` and `x + y = 2`.
  let point : Rat × Rat → Fin 2 → Rat := fun z j => if j.val = 0 then z.1 else z.2
  let sides : Rat × Rat → Fin 3 → Bool := fun z i => decide (0 < w i ⬝ᵥ point z + b i)
  let l : List (Rat × Rat) := [(1 / 2, 1 / 2), (2, 2), (-1, 1), (-1, 4), (1, -1), (4, -1), (-1, -1)]
  have off : ∀ z, z ∈ l → ∀ i, w i ⬝ᵥ point z + b i ≠ 0 := by decide +kernel
  refine ⟨w, b, l.map sides, by decide +kernel, fun p hp => ?_, rfl⟩
  obtain ⟨z, hz, rfl⟩ := List.mem_map.1 hp
  exact ⟨point z, off z hz, fun i => decide_eq_true_iff⟩

/-- Across cells a sum of units need not be affine: one unit is not affine on the line. -/
theorem exists_affine_on_cell_needs_cell : ¬∃ v c : Rat, ∀ x, relu x = v * x + c := by
  intro ⟨v, c, h⟩
  have h₁ := h (-1)
  have h₂ := h 0
  have h₃ := h 1
  rw [relu_of_nonpos (by decide +kernel)] at h₁
  rw [relu_of_nonneg le_rfl] at h₂
  rw [relu_of_nonneg (by decide +kernel)] at h₃
  linarith
