prelude
import DeepTheory.Generalization.SauerShelah
import DeepTheory.Algebra.Fin.Basic
import DeepTheory.Algebra.BigOperators.Order
import DeepTheory.Algebra.BigOperators.Ring
import DeepTheory.Algebra.Order.Field
import DeepTheory.Algebra.Tactic.Linarith
import DeepTheory.Algebra.Tactic.Ring
/-! # Halfspaces and Radon's theorem

Halfspaces in `d` dimensions have VC dimension `d + 1`, over any ordered field.

Book items: Example 7.7, Radon's theorem (chapter 7).

## Main definitions

* `VC.Halfspace`: the class of the functions that are true where `a · x + b ≥ 0`.

## Main statements

* `VC.exists_relation`: more than `m` vectors in `m` dimensions are linearly dependent.
* `VC.radon`: Radon's theorem.
* `VC.isVCDim_halfspace` (Example 7.7), `VC.isVCDim_openHalfspace` for open halfspaces;
  `VC.shatters_halfspace_plane`: three points of the plane that do not lie on a line.
* `VC.radon_needs_points`, `VC.shatters_halfspace_needs_offset`,
  `VC.shatters_halfspace_plane_needs_general_position`: what breaks.
-/
set_option autoImplicit false
universe u v

open Finset

namespace VC

/-- The set of the elements of a duplicate-free list has as many elements as the list. -/
theorem card_mk {α : Type u} (l : List α) (h : l.Nodup) : (Finset.mk l h).card = l.length := by
  show l.foldr (fun _ n => n + 1) 0 = l.length
  clear h
  induction l with
  | nil => rfl
  | cons a l ih => rw [List.foldr, ih, List.length_cons]

/-! ## Linear dependence -/

/-- More than `m` vectors in `m` dimensions are linearly dependent. -/
theorem exists_relation {F : Type u} [Field F] {ι : Type v} [DecidableEq ι] {m : Nat}
    (s : Finset ι) (x : ι → Fin m → F) (h : m < s.card) :
    ∃ c : ι → F, (∃ i, i ∈ s ∧ c i ≠ 0) ∧ ∀ j, ∑ i ∈ s, c i * x i j = 0 := by
  induction m generalizing s with
  | zero =>
    obtain ⟨i, hi⟩ := card_pos.1 h
    exact ⟨fun _ => 1, ⟨i, hi, one_ne_zero⟩, fun j => j.elim0⟩
  | succ m ih =>
    rcases Classical.em (∃ p, p ∈ s ∧ x p 0 ≠ 0) with ⟨p, hp, hx⟩ | no
    · -- the first coordinate is eliminated with the vector `x p`
      have hcard : m < (s.erase p).card := by
        have e := card_insert_of_notMem (s := s.erase p) fun k => (mem_erase.1 k).1 rfl
        rw [insert_erase hp] at e
        rw [e] at h
        exact Nat.lt_of_succ_lt_succ h
      obtain ⟨c, ⟨i, hi, ci⟩, hc⟩ := ih (s.erase p)
        (fun i j => x i j.succ - x i 0 / x p 0 * x p j.succ) hcard
      let q : F := -∑ i ∈ s.erase p, c i * (x i 0 / x p 0)
      let c' : ι → F := fun i => if i = p then q else c i
      have ne : ∀ i, i ∈ s.erase p → c' i = c i := fun i hi => if_neg (mem_erase.1 hi).1
      have key : ∀ j, ∑ i ∈ s, c' i * x i j =
          ∑ i ∈ s.erase p, c i * (x i j - x i 0 / x p 0 * x p j) := fun j => by
        rw [← add_sum_erase hp, show c' p = q from if_pos rfl, neg_mul, sum_mul, ← sum_neg_distrib,
          ← sum_add_distrib]
        refine sum_congr rfl fun i hi => ?_
        rw [ne i hi]
        ring
      refine ⟨c', ⟨i, (mem_erase.1 hi).2, by rw [ne i hi]; exact ci⟩, fun j => ?_⟩
      rw [key]
      rcases Fin.eq_zero_or_eq_succ j with rfl | ⟨j, rfl⟩
      · exact sum_eq_zero fun i _ => by rw [div_mul_cancel₀ _ hx, sub_self, mul_zero]
      · exact hc j
    · obtain ⟨c, hi, hc⟩ := ih s (fun i j => x i j.succ)
        (Nat.lt_of_succ_lt h)
      refine ⟨c, hi, fun j => ?_⟩
      rcases Fin.eq_zero_or_eq_succ j with rfl | ⟨j, rfl⟩
      · refine sum_eq_zero fun i hi => ?_
        rw [Classical.byContradiction fun k : x i 0 ≠ 0 => no ⟨i, hi, k⟩, mul_zero]
      · exact hc j

section Ordered
variable {F : Type u} [LinearOrderedField F]

/-- More than `d + 1` points in `d` dimensions are affinely dependent, and some coefficients are
positive and some negative. -/
theorem exists_affine_relation {ι : Type v} [DecidableEq ι] {d : Nat} (s : Finset ι)
    (x : ι → Fin d → F) (h : d + 1 < s.card) : ∃ c : ι → F, ∑ i ∈ s, c i = 0 ∧
      (∀ j, ∑ i ∈ s, c i * x i j = 0) ∧ (∃ i, i ∈ s ∧ 0 < c i) ∧ ∃ i, i ∈ s ∧ c i < 0 := by
  obtain ⟨c, ⟨i, hi, ci⟩, hc⟩ := exists_relation s (fun i => Fin.cons 1 (x i)) h
  have h0 : ∑ i ∈ s, c i = 0 := by
    have := hc 0
    simpa only [Fin.cons_zero, mul_one] using this
  refine ⟨c, h0, fun j => hc j.succ, ?_, ?_⟩
  · refine Classical.byContradiction fun no => ci ?_
    have := (sum_eq_zero_iff_of_nonneg (s := s) (f := fun i => -c i) fun i hi =>
      neg_nonneg.2 (not_lt.1 fun k => no ⟨i, hi, k⟩)).1 (by rw [sum_neg_distrib, h0, neg_zero])
    rw [← neg_neg (c i), this i hi, neg_zero]
  · refine Classical.byContradiction fun no => ci ?_
    exact (sum_eq_zero_iff_of_nonneg (s := s) (f := c) fun i hi =>
      not_lt.1 fun k => no ⟨i, hi, k⟩).1 h0 i hi

/-- Radon's theorem (chapter 7): any `d + 2` points in `d` dimensions, repetitions allowed, fall
into two parts whose convex hulls meet. `P` says which points are in the first part, `a` and `b`
are the coefficients of a common point of the two hulls. -/
theorem radon {d : Nat} (x : Fin (d + 2) → Fin d → F) :
    ∃ (P : Fin (d + 2) → Bool) (a b : Fin (d + 2) → F), (∀ i, 0 ≤ a i) ∧ (∀ i, 0 ≤ b i) ∧
      (∀ i, P i = false → a i = 0) ∧ (∀ i, P i = true → b i = 0) ∧ ∑ i, a i = 1 ∧ ∑ i, b i = 1 ∧
      ∀ j, ∑ i, a i * x i j = ∑ i, b i * x i j := by
  obtain ⟨c, h0, hc, ⟨p, _, hp⟩, -⟩ := exists_affine_relation univ x
    (show d + 1 < Fintype.card (Fin (d + 2)) by rw [Fintype.card_fin]; exact Nat.lt_succ_self _)
  -- positive and negative parts of the coefficients, divided by their sum
  let S : F := ∑ i, max (c i) 0
  have hS : 0 < S := sum_pos' (fun i _ => le_max_right _ _)
    ⟨p, mem_univ p, lt_of_lt_of_le hp (le_max_left _ _)⟩
  have part : ∀ i, max (c i) 0 - max (-c i) 0 = c i := fun i => by
    rcases le_total (c i) 0 with k | k
    · rw [max_eq_right k, max_eq_left (neg_nonneg.2 k), zero_sub, neg_neg]
    · rw [max_eq_left k, max_eq_right (neg_nonpos.2 k), sub_zero]
  have hS' : ∑ i, max (-c i) 0 = S := by
    have := sum_congr (s := univ) rfl fun i _ => part i
    rw [sum_sub_distrib, h0] at this
    exact (sub_eq_zero.1 this).symm
  refine ⟨fun i => decide (0 < c i), fun i => max (c i) 0 / S, fun i => max (-c i) 0 / S,
    fun i => div_nonneg (le_max_right _ _) hS.le, fun i => div_nonneg (le_max_right _ _) hS.le,
    fun i hi => ?_, fun i hi => ?_, ?_, ?_, fun j => ?_⟩
  · show max (c i) 0 / S = 0
    rw [max_eq_right (not_lt.1 (of_decide_eq_false hi)), zero_div]
  · show max (-c i) 0 / S = 0
    rw [max_eq_right (neg_nonpos.2 (of_decide_eq_true hi).le), zero_div]
  · rw [← sum_div, div_self hS.ne']
  · rw [← sum_div, hS', div_self hS.ne']
  · refine sub_eq_zero.1 ?_
    rw [← sum_sub_distrib]
    have e : ∀ i, max (c i) 0 / S * x i j - max (-c i) 0 / S * x i j = c i * x i j / S := by
      intro i
      rw [← sub_mul, div_sub_div_same, part, div_mul_eq_mul_div]
    rw [sum_congr rfl fun i _ => e i, ← sum_div, hc j, zero_div]

/-! ## Halfspaces -/

/-- The class of halfspaces in `d` dimensions: the functions that are true exactly where
`a · x + b ≥ 0`. Example 7.7, with `sgn 0 = 1`. -/
def Halfspace (d : Nat) (h : (Fin d → F) → Bool) : Prop :=
  ∃ (a : Fin d → F) (b : F), ∀ x, h x = true ↔ 0 ≤ (∑ j, a j * x j) + b

/-- Example 7.7 (upper bound): halfspaces shatter no `d + 2` points. -/
theorem vcDimLE_halfspace (d : Nat) : VCDimLE (Halfspace (F := F) d) (d + 1) := by
  refine vcDimLE_iff.2 fun T hT e s => ?_
  have hcard : d + 1 < (Finset.mk T hT).card := by
    rw [card_mk, e]
    exact Nat.lt_succ_self _
  obtain ⟨c, h0, hc, -, n, hn, cn⟩ := exists_affine_relation (Finset.mk T hT) (fun x => x) hcard
  -- the label of a point is the sign of its coefficient
  obtain ⟨h, ⟨a, b, hab⟩, k⟩ := (shatters_iff hT).1 s fun x => decide (0 < c x)
  let g : (Fin d → F) → F := fun x => (∑ j, a j * x j) + b
  have hg : ∑ x ∈ Finset.mk T hT, c x * g x = 0 := by
    have e : ∀ x, c x * g x = (∑ j, a j * (c x * x j)) + b * c x := fun x => by
      rw [show c x * g x = c x * ((∑ j, a j * x j) + b) from rfl, mul_add, mul_sum, mul_comm b]
      exact congrArg (· + c x * b) (sum_congr rfl fun j _ => by ring)
    rw [sum_congr rfl fun x _ => e x, sum_add_distrib, sum_comm, ← mul_sum, h0, mul_zero, add_zero]
    exact sum_eq_zero fun j _ => by rw [← mul_sum, hc j, mul_zero]
  have nonneg : ∀ x, x ∈ Finset.mk T hT → 0 ≤ c x * g x := fun x hx => by
    rcases lt_or_ge 0 (c x) with l | l
    · exact mul_nonneg l.le ((hab x).1 ((k x hx).trans (decide_eq_true l)))
    · refine mul_nonneg_of_nonpos_of_nonpos l (not_lt.1 fun m => ?_)
      have := (hab x).2 m.le
      rw [k x hx, decide_eq_false (not_lt.2 l)] at this
      exact Bool.noConfusion this
  have z := (sum_eq_zero_iff_of_nonneg nonneg).1 hg n hn
  have neg : g n < 0 := not_le.1 fun m => by
    have := (hab n).2 m
    rw [k n hn, decide_eq_false (not_lt.2 cn.le)] at this
    exact Bool.noConfusion this
  exact absurd z (mul_pos_of_neg_of_neg cn neg).ne'

/-- The `i`-th unit vector. -/
def unitVector {d : Nat} (i : Fin d) (j : Fin d) : F := if j = i then 1 else 0

theorem nodup_finRange (n : Nat) : (List.finRange n).Nodup := by
  induction n with
  | zero => exact List.nodup_nil
  | succ n ih =>
    refine List.nodup_cons.2 ⟨fun h => ?_, List.nodup_map (fun _ _ => Fin.succ_inj.1) ih⟩
    obtain ⟨i, _, e⟩ := List.mem_map.1 h
    exact Fin.succ_ne_zero i e

/-- The origin and the unit vectors are distinct. -/
theorem nodup_unitVectors (d : Nat) :
    ((fun _ => 0) :: (List.finRange d).map (unitVector (F := F))).Nodup := by
  have self : ∀ i : Fin d, unitVector (F := F) i i = 1 := fun i => if_pos rfl
  refine List.nodup_cons.2 ⟨fun h => ?_, List.nodup_map (fun i j e => ?_) (nodup_finRange d)⟩
  · obtain ⟨i, _, e⟩ := List.mem_map.1 h
    exact one_ne_zero ((self i).symm.trans (congrFun e i))
  · refine Classical.byContradiction fun ne => one_ne_zero (K := F) ?_
    exact (self i).symm.trans ((congrFun e i).trans (if_neg ne))

/-- Example 7.7 (lower bound): halfspaces shatter the origin and the unit vectors. -/
theorem shatters_halfspace (d : Nat) :
    Shatters (Halfspace (F := F) d) ((fun _ => 0) :: (List.finRange d).map unitVector) := by
  refine (shatters_iff (nodup_unitVectors d)).2 fun f => ?_
  -- a number with the sign that the label asks for
  let y : (Fin d → F) → F := fun x => cond (f x) 1 (-1)
  have sign : ∀ x, decide (0 ≤ y x) = f x := fun x => by
    show decide ((0 : F) ≤ cond (f x) 1 (-1)) = f x
    cases f x with
    | true => exact decide_eq_true zero_le_one
    | false => exact decide_eq_false (not_le.2 neg_one_lt_zero)
  let b : F := y fun _ => 0
  let a : Fin d → F := fun j => y (unitVector j) - b
  refine ⟨fun x => decide (0 ≤ (∑ j, a j * x j) + b), ⟨a, b, fun x => decide_eq_true_iff⟩,
    fun x hx => ?_⟩
  have e : (∑ j, a j * x j) + b = y x := by
    rcases List.mem_cons.1 hx with rfl | hx
    · rw [sum_eq_zero fun j _ => mul_zero (a j), zero_add]
    · obtain ⟨i, _, rfl⟩ := List.mem_map.1 hx
      have t : ∀ j, a j * unitVector i j = if j = i then a j else 0 := fun j => by
        rw [unitVector, mul_ite, mul_one, mul_zero]
      rw [sum_congr rfl fun j _ => t j, Fintype.sum_eq_single i fun j ne => if_neg ne, if_pos rfl]
      exact sub_add_cancel _ _
  exact (congrArg (fun z : F => decide (0 ≤ z)) e).trans (sign x)

/-- Without the constant term `b` the bound `d + 1` is not reached on these points: the origin alone
is never labelled false. -/
theorem shatters_halfspace_needs_offset (d : Nat) :
    ¬Shatters (fun h : (Fin d → F) → Bool =>
      ∃ a : Fin d → F, ∀ x, h x = true ↔ 0 ≤ ∑ j, a j * x j) [fun _ => 0] := by
  intro s
  obtain ⟨h, ⟨a, ha⟩, e⟩ := s [false] rfl
  have := (ha fun _ => 0).2 (le_of_eq (sum_eq_zero fun j _ => mul_zero (a j)).symm)
  rw [(List.cons.inj e).1] at this
  exact Bool.noConfusion this

/-- Example 7.7: halfspaces in `d` dimensions have VC dimension `d + 1`, over every ordered
field. -/
theorem isVCDim_halfspace (d : Nat) : IsVCDim (Halfspace (F := F) d) (d + 1) :=
  ⟨vcDimLE_halfspace d, _, shatters_halfspace d, by
    rw [List.length_cons, List.length_map, List.length_finRange]⟩

/-- With the two labels exchanged a class shatters the same sets. -/
theorem shatters_not {X : Type v} {H : (X → Bool) → Prop} {T : List X} :
    Shatters (fun h => H fun x => !h x) T ↔ Shatters H T := by
  have notnot : ∀ p : List Bool, (p.map fun b => !b).map (fun b => !b) = p := fun p => by
    rw [List.map_map]
    exact (List.map_congr_left fun b _ => Bool.not_not b).trans (List.map_id' p)
  constructor
  · intro s p hp
    obtain ⟨f, hf, e⟩ := s (p.map fun b => !b) ((List.length_map _).trans hp)
    refine ⟨fun x => !f x, hf, ?_⟩
    rw [← notnot p, ← e, List.map_map]
    rfl
  · intro s p hp
    obtain ⟨f, hf, e⟩ := s (p.map fun b => !b) ((List.length_map _).trans hp)
    refine ⟨fun x => !f x, ?_, ?_⟩
    · simpa only [Bool.not_not] using hf
    · rw [← notnot p, ← e, List.map_map]
      rfl

/-- The class of open halfspaces: the functions that are true exactly where `a · x + b > 0`. -/
def OpenHalfspace (d : Nat) (h : (Fin d → F) → Bool) : Prop :=
  ∃ (a : Fin d → F) (b : F), ∀ x, h x = true ↔ 0 < (∑ j, a j * x j) + b

/-- Example 7.7 with `sgn 0 = -1`: open halfspaces have the same VC dimension. -/
theorem isVCDim_openHalfspace (d : Nat) : IsVCDim (OpenHalfspace (F := F) d) (d + 1) := by
  have neg : ∀ (a : Fin d → F) (b : F) (x : Fin d → F),
      (∑ j, (-a j) * x j) + -b = -((∑ j, a j * x j) + b) := fun a b x => by
    rw [neg_add, ← sum_neg_distrib]
    exact congrArg (· + -b) (sum_congr rfl fun j _ => neg_mul _ _)
  have e : ∀ h : (Fin d → F) → Bool, OpenHalfspace d h ↔ Halfspace d fun x => !h x := fun h => by
    constructor
    · intro ⟨a, b, k⟩
      refine ⟨fun j => -a j, -b, fun x => ?_⟩
      rw [neg, neg_nonneg, ← not_lt, ← k x, Bool.not_eq_true', Bool.not_eq_true]
    · intro ⟨a, b, k⟩
      refine ⟨fun j => -a j, -b, fun x => ?_⟩
      rw [neg, neg_pos, ← not_le, ← k x, Bool.not_eq_true', Bool.not_eq_false]
  obtain ⟨le, T, s, l⟩ := isVCDim_halfspace (F := F) d
  refine ⟨fun T s => le T (shatters_not.1 (s.mono fun h k => (e h).1 k)), T, ?_, l⟩
  exact (shatters_not.2 s).mono fun h k => (e h).2 k

/-- Example 7.7 (the plane): three points that do not lie on a line are shattered by halfspaces. -/
theorem shatters_halfspace_plane {p q r : Fin 2 → F}
    (h : (q 0 - p 0) * (r 1 - p 1) - (q 1 - p 1) * (r 0 - p 0) ≠ 0) :
    Shatters (Halfspace (F := F) 2) [p, q, r] := by
  generalize hD : (q 0 - p 0) * (r 1 - p 1) - (q 1 - p 1) * (r 0 - p 0) = D at h
  -- an affine function with the values `y`, `s`, `t` at the three points
  have key : ∀ y s t : F, ∃ (a : Fin 2 → F) (b : F), (∑ j, a j * p j) + b = y ∧
      (∑ j, a j * q j) + b = s ∧ (∑ j, a j * r j) + b = t := fun y s t => by
    let a₀ := ((s - y) * (r 1 - p 1) - (t - y) * (q 1 - p 1)) / D
    let a₁ := ((t - y) * (q 0 - p 0) - (s - y) * (r 0 - p 0)) / D
    have e₀ : a₀ * D = (s - y) * (r 1 - p 1) - (t - y) * (q 1 - p 1) := div_mul_cancel₀ _ h
    have e₁ : a₁ * D = (t - y) * (q 0 - p 0) - (s - y) * (r 0 - p 0) := div_mul_cancel₀ _ h
    refine ⟨Fin.cons a₀ fun _ => a₁, y - a₀ * p 0 - a₁ * p 1, ?_, ?_, ?_⟩
    · rw [Fin.sum_univ_two]
      show a₀ * p 0 + a₁ * p 1 + (y - a₀ * p 0 - a₁ * p 1) = y
      ring
    · rw [Fin.sum_univ_two]
      show a₀ * q 0 + a₁ * q 1 + (y - a₀ * p 0 - a₁ * p 1) = s
      refine sub_eq_zero.1 (mul_left_cancel₀ h ?_)
      rw [mul_zero, show D * (a₀ * q 0 + a₁ * q 1 + (y - a₀ * p 0 - a₁ * p 1) - s) =
        (a₀ * D) * (q 0 - p 0) + (a₁ * D) * (q 1 - p 1) - D * (s - y) by ring, e₀, e₁, ← hD]
      ring
    · rw [Fin.sum_univ_two]
      show a₀ * r 0 + a₁ * r 1 + (y - a₀ * p 0 - a₁ * p 1) = t
      refine sub_eq_zero.1 (mul_left_cancel₀ h ?_)
      rw [mul_zero, show D * (a₀ * r 0 + a₁ * r 1 + (y - a₀ * p 0 - a₁ * p 1) - t) =
        (a₀ * D) * (r 0 - p 0) + (a₁ * D) * (r 1 - p 1) - D * (t - y) by ring, e₀, e₁, ← hD]
      ring
  intro l hl
  match l, hl with
  | [u, v, w], _ =>
    have sign : ∀ c : Bool, decide ((0 : F) ≤ cond c 1 (-1)) = c := fun c => by
      cases c with
      | true => exact decide_eq_true zero_le_one
      | false => exact decide_eq_false (not_le.2 neg_one_lt_zero)
    obtain ⟨a, b, ep, eq, er⟩ := key (cond u 1 (-1)) (cond v 1 (-1)) (cond w 1 (-1))
    refine ⟨fun x => decide (0 ≤ (∑ j, a j * x j) + b), ⟨a, b, fun x => decide_eq_true_iff⟩, ?_⟩
    rw [List.map_cons, List.map_cons, List.map_cons, List.map_nil, ep, eq, er, sign, sign, sign]

/-- The hypothesis of `shatters_halfspace_plane` can hold: the origin and the two unit vectors. -/
theorem shatters_halfspace_plane_witness : ∃ p q r : Fin 2 → F,
    (q 0 - p 0) * (r 1 - p 1) - (q 1 - p 1) * (r 0 - p 0) ≠ 0 := by
  refine ⟨fun _ => 0, unitVector 0, unitVector 1, ?_⟩
  have ne : ¬(0 : Fin 2) = 1 := by decide
  have ne' : ¬(1 : Fin 2) = 0 := by decide
  simp only [unitVector, if_pos, if_neg ne, if_neg ne', sub_zero, mul_one, mul_zero]
  exact one_ne_zero

/-- Example 7.7 (the plane): no four points are shattered by halfspaces. -/
theorem not_shatters_halfspace_plane {T : List (Fin 2 → F)} (h : T.length = 4) :
    ¬Shatters (Halfspace (F := F) 2) T := fun s =>
  absurd (vcDimLE_halfspace 2 T s) (by rw [h]; decide)

/-- Three points on a line are not shattered: the word "general" in Example 7.7 is needed. -/
theorem shatters_halfspace_plane_needs_general_position {p q r : Fin 2 → F} {t : F} (h₀ : 0 < t)
    (h₁ : t < 1) (h : ∀ j, q j = p j + t * (r j - p j)) :
    ¬Shatters (Halfspace (F := F) 2) [p, q, r] := by
  intro s
  obtain ⟨f, ⟨a, b, hf⟩, e⟩ := s [true, false, true] rfl
  obtain ⟨fp, e⟩ := List.cons.inj e
  obtain ⟨fq, e⟩ := List.cons.inj e
  have fr := (List.cons.inj e).1
  have np := (hf p).1 fp
  have nr := (hf r).1 fr
  have nq : 0 ≤ (∑ j, a j * q j) + b := by
    rw [Fin.sum_univ_two] at np nr ⊢
    rw [h, h, show a 0 * (p 0 + t * (r 0 - p 0)) + a 1 * (p 1 + t * (r 1 - p 1)) + b =
      (1 - t) * (a 0 * p 0 + a 1 * p 1 + b) + t * (a 0 * r 0 + a 1 * r 1 + b) by ring]
    exact add_nonneg (mul_nonneg (sub_nonneg.2 h₁.le) np) (mul_nonneg h₀.le nr)
  have := (hf q).2 nq
  rw [fq] at this
  exact Bool.noConfusion this

/-- Radon's theorem needs `d + 2` points: the origin and the unit vector of the line cannot be
split. -/
theorem radon_needs_points : ¬∃ (P : Fin 2 → Bool) (a b : Fin 2 → F), (∀ i, P i = false → a i = 0) ∧
    (∀ i, P i = true → b i = 0) ∧ ∑ i, a i = 1 ∧ ∑ i, b i = 1 ∧
      ∑ i, a i * (if i = 0 then 0 else 1) = ∑ i, b i * (if i = 0 then 0 else (1 : F)) := by
  rintro ⟨P, a, b, ha, hb, sa, sb, e⟩
  rw [Fin.sum_univ_two] at sa sb
  rw [Fin.sum_univ_two, Fin.sum_univ_two, if_pos rfl, if_neg (by decide), mul_zero, mul_zero,
    zero_add, zero_add, mul_one, mul_one] at e
  cases h : P 1 with
  | true =>
    rw [hb 1 h] at e sb
    cases k : P 0 with
    | true => rw [hb 0 k, add_zero] at sb; exact zero_ne_one sb
    | false => rw [ha 0 k, e, add_zero] at sa; exact zero_ne_one sa
  | false =>
    rw [ha 1 h] at e sa
    cases k : P 0 with
    | true => rw [hb 0 k, ← e, add_zero] at sb; exact zero_ne_one sb
    | false => rw [ha 0 k, add_zero] at sa; exact zero_ne_one sa

end Ordered
end VC
