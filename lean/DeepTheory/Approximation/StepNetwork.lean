prelude
import DeepTheory.Algebra.Fin.Basic
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Approximation.Network
import DeepTheory.Real.Integral
/-! # Threshold networks

A Lipschitz function of one variable is approximated by a step function, and the indicator of a box
is a threshold of thresholds.

Book items: Proposition 2.7 (Lipschitz step approximation), a rectangle bump is a depth-two
threshold network (chapter 2).

## Main definitions

* `stepNetwork g n`: the threshold network with the values of `g` at the points `i / (n + 1)`.
* `boxNetwork a b`: the threshold network of the box `[a, b)`.

## Main statements

* `eval_stepNetwork`: its formula.
* `abs_sub_step_le`: Proposition 2.7.
* `heaviside_sum_sub_eq`, `eval_boxNetwork`: the indicator of a box.
-/
set_option autoImplicit false
universe u

open Finset

variable {K : Type u} [LinearOrderedField K]

/-! ## Steps -/

/-- The step function of Proposition 2.7, for `m = n + 1` cells:
`g 0 + ∑ (g (x i) - g (x (i - 1))) H (x - x i)` with `x i = i / m` and `i = 1, ..., m - 1`. -/
def step (g : K → K) (n : Nat) (x : K) : K :=
  g 0 + ∑ i < n, (g (((i + 1 : Nat) : K) / ((n + 1 : Nat) : K)) - g ((i : K) / ((n + 1 : Nat) : K)))
    * heaviside (x - ((i + 1 : Nat) : K) / ((n + 1 : Nat) : K))

/-- The depth-two threshold network of Proposition 2.7, with `n` units for `m = n + 1` cells. -/
def stepNetwork (g : K → K) (n : Nat) : Network K 1 1 :=
  .layer (k := n) (fun _ _ => 1) (fun i => -(((i.val + 1 : Nat) : K) / ((n + 1 : Nat) : K)))
    (.affine (fun _ i => g (((i.val + 1 : Nat) : K) / ((n + 1 : Nat) : K)) -
      g ((i.val : K) / ((n + 1 : Nat) : K))) fun _ => g 0)

/-- The network computes the step function. -/
theorem eval_stepNetwork (g : K → K) (n : Nat) (x : K) :
    (stepNetwork g n).eval heaviside (fun _ => x) 0 = step g n x := by
  show (∑ i : Fin n, (g (((i.val + 1 : Nat) : K) / ((n + 1 : Nat) : K)) -
      g ((i.val : K) / ((n + 1 : Nat) : K))) * heaviside ((∑ _j : Fin 1, 1 * x) +
        -(((i.val + 1 : Nat) : K) / ((n + 1 : Nat) : K)))) + g 0 = _
  rw [step, add_comm, ← Fin.sum_univ_eq_sum_range (fun i =>
    (g (((i + 1 : Nat) : K) / ((n + 1 : Nat) : K)) - g ((i : K) / ((n + 1 : Nat) : K)))
      * heaviside (x - ((i + 1 : Nat) : K) / ((n + 1 : Nat) : K)))]
  refine congrArg (g 0 + ·) (sum_congr rfl fun i _ => ?_)
  rw [Fin.sum_univ_succ, Fin.sum_univ_zero, add_zero, one_mul, ← sub_eq_add_neg]

/-- The sum telescopes: its value is that of `g` at the beginning of the cell. -/
theorem exists_step_eq (g : K → K) (n : Nat) {x : K} (h₀ : 0 ≤ x) (h₁ : x ≤ 1) :
    ∃ y, 0 ≤ y ∧ y ≤ x ∧ x - y ≤ 1 / ((n + 1 : Nat) : K) ∧ step g n x = g y := by
  have pos : (0 : K) < ((n + 1 : Nat) : K) := Nat.cast_pos.2 (Nat.zero_lt_succ n)
  have le : ∀ i j : Nat, i ≤ j → (i : K) / ((n + 1 : Nat) : K) ≤ (j : K) / ((n + 1 : Nat) : K) :=
    fun i j h => div_le_div_of_nonneg_right (Nat.cast_le.2 h) pos.le
  have partly : ∀ r, ∃ j : Nat, j ≤ r ∧ (j : K) / ((n + 1 : Nat) : K) ≤ x ∧
      (j = r ∨ x < ((j + 1 : Nat) : K) / ((n + 1 : Nat) : K)) ∧
      g 0 + ∑ i < r, (g (((i + 1 : Nat) : K) / ((n + 1 : Nat) : K)) -
        g ((i : K) / ((n + 1 : Nat) : K))) * heaviside (x - ((i + 1 : Nat) : K) /
          ((n + 1 : Nat) : K)) = g ((j : K) / ((n + 1 : Nat) : K)) := by
    intro r
    induction r with
    | zero =>
      refine ⟨0, Nat.le_refl 0, ?_, .inl rfl, ?_⟩
      · rwa [Nat.cast_zero, zero_div]
      · rw [sum_range_zero, add_zero, Nat.cast_zero, zero_div]
    | succ r ih =>
      obtain ⟨j, hj, hx, last, e⟩ := ih
      rw [sum_range_succ, ← add_assoc, e, heaviside]
      by_cases h : ((r + 1 : Nat) : K) / ((n + 1 : Nat) : K) ≤ x
      · rcases last with rfl | lt
        · refine ⟨j + 1, Nat.le_refl _, h, .inl rfl, ?_⟩
          rw [if_pos (sub_nonneg.2 h), mul_one, add_sub_cancel]
        · exact absurd (lt_of_lt_of_le lt (le _ _ (Nat.succ_le_succ hj))) (not_lt_of_ge h)
      · have lt := lt_of_not_ge h
        refine ⟨j, Nat.le_succ_of_le hj, hx, .inr ?_, ?_⟩
        · rcases last with rfl | k
          · exact lt
          · exact k
        · rw [if_neg fun k => h (sub_nonneg.1 k), mul_zero, add_zero]
  obtain ⟨j, hj, hx, last, e⟩ := partly n
  refine ⟨_, div_nonneg (Nat.cast_nonneg j) pos.le, hx, ?_, e⟩
  have next : ((j + 1 : Nat) : K) / ((n + 1 : Nat) : K) =
      (j : K) / ((n + 1 : Nat) : K) + 1 / ((n + 1 : Nat) : K) := by
    rw [Nat.cast_succ j, add_div]
  have : x ≤ ((j + 1 : Nat) : K) / ((n + 1 : Nat) : K) := by
    rcases last with rfl | lt
    · rwa [div_self pos.ne']
    · exact lt.le
  linarith

/-- Proposition 2.7 (Lipschitz step approximation). Let `g` be `ρ`-Lipschitz on `[0, 1]`, `ε > 0`,
and `m = n + 1` a natural number with `m ≥ ρ / ε`. The depth-two threshold network with `m - 1`
units that steps through the values of `g` at the points `i / m` has an error of at most `ε`. -/
theorem abs_sub_step_le {g : K → K} {ρ ε : K} (hg : LipschitzOnUnit ρ g) (hε : 0 < ε) {n : Nat}
    (hm : ρ / ε ≤ ((n + 1 : Nat) : K)) {x : K} (h₀ : 0 ≤ x) (h₁ : x ≤ 1) :
    |g x - (stepNetwork g n).eval heaviside (fun _ => x) 0| ≤ ε := by
  have pos : (0 : K) < ((n + 1 : Nat) : K) := Nat.cast_pos.2 (Nat.zero_lt_succ n)
  rw [eval_stepNetwork]
  obtain ⟨y, y₀, yx, near, e⟩ := exists_step_eq g n h₀ h₁
  have hρ : 0 ≤ ρ := by
    have := le_trans (abs_nonneg _) (hg 1 0 zero_le_one le_rfl le_rfl zero_le_one)
    rwa [sub_zero, abs_one, mul_one] at this
  have h := hg x y h₀ h₁ y₀ (le_trans yx h₁)
  rw [abs_of_nonneg (sub_nonneg.2 yx)] at h
  rw [e]
  refine le_trans h (le_trans (mul_le_mul_of_nonneg_left near hρ) ?_)
  rw [mul_one_div, div_le_iff₀ pos]
  rw [div_le_iff₀ hε] at hm
  linarith

/-- The network of Proposition 2.7 has one hidden layer, of `m - 1` units. -/
theorem widths_stepNetwork (g : K → K) (n : Nat) : (stepNetwork g n).widths = [n] := rfl

/-- The hypotheses of Proposition 2.7 can hold: the function `x ↦ x`, four cells. -/
theorem abs_sub_step_le_witness : LipschitzOnUnit (1 : Rat) (fun x => x) ∧ (0 : Rat) < 1 / 4 ∧
    (1 : Rat) / (1 / 4) ≤ ((3 + 1 : Nat) : Rat) :=
  ⟨fun x y _ _ _ _ => le_of_eq (one_mul _).symm, by decide +kernel, by decide +kernel⟩

/-- Half as many cells are not enough: with two cells the error of `x ↦ x` exceeds `1/4`. -/
theorem abs_sub_step_le_needs_units :
    ¬|(7 : Rat) / 8 - (stepNetwork (fun x => x) 1).eval heaviside (fun _ => 7 / 8) 0| ≤ 1 / 4 := by
  decide +kernel

/-- The constant of the function matters: `x ↦ 4 x` is not `1`-Lipschitz, and four cells do not
suffice. -/
theorem abs_sub_step_le_needs_lipschitz :
    ¬|4 * ((7 : Rat) / 8) - (stepNetwork (fun x => 4 * x) 3).eval heaviside (fun _ => 7 / 8) 0| ≤
      1 / 4 := by decide +kernel

/-! ## Boxes -/

section Box
variable {d : Nat} (a b x : Fin d → K)

theorem heaviside_sub_le_one (s t : K) : heaviside s - heaviside t ≤ 1 := by
  rw [heaviside, heaviside]
  split <;> split <;> norm_num

theorem heaviside_sub_eq_one_iff (s t : K) : heaviside s - heaviside t = 1 ↔ 0 ≤ s ∧ t < 0 := by
  rw [heaviside, heaviside]
  by_cases hs : 0 ≤ s <;> by_cases ht : 0 ≤ t
  · rw [if_pos hs, if_pos ht, sub_self]
    exact ⟨fun h => absurd h zero_ne_one, fun h => absurd h.2 (not_lt_of_ge ht)⟩
  · rw [if_pos hs, if_neg ht, sub_zero]
    exact ⟨fun _ => ⟨hs, lt_of_not_ge ht⟩, fun _ => rfl⟩
  · rw [if_neg hs, if_pos ht]
    exact ⟨fun h => by linarith, fun h => absurd h.1 hs⟩
  · rw [if_neg hs, if_neg ht, sub_self]
    exact ⟨fun h => absurd h zero_ne_one, fun h => absurd h.1 hs⟩

/-- A rectangle bump is a depth-two threshold network (chapter 2): the formula. The box may be
empty. -/
theorem heaviside_sum_sub_eq :
    heaviside ((∑ i, (heaviside (x i - a i) - heaviside (x i - b i))) - d) =
      if ∀ i, a i ≤ x i ∧ x i < b i then 1 else 0 := by
  have card : (∑ _i : Fin d, (1 : K)) = d := by
    rw [sum_const, mul_one, show (univ : Finset (Fin d)).card = d from Fintype.card_fin d]
  by_cases h : ∀ i, a i ≤ x i ∧ x i < b i
  · have e : ∀ i, heaviside (x i - a i) - heaviside (x i - b i) = (1 : K) := fun i =>
      (heaviside_sub_eq_one_iff _ _).2 ⟨sub_nonneg.2 (h i).1, sub_neg.2 (h i).2⟩
    rw [if_pos h, Fintype.sum_congr e, card, sub_self, heaviside, if_pos le_rfl]
  · obtain ⟨i, hi⟩ := Classical.not_forall.1 h
    have lt : ∑ i, (heaviside (x i - a i) - heaviside (x i - b i)) < ∑ _i : Fin d, (1 : K) := by
      refine sum_lt_sum (fun i _ => heaviside_sub_le_one _ _) ⟨i, mem_univ i, ?_⟩
      refine lt_of_le_of_ne (heaviside_sub_le_one _ _) fun e => hi ?_
      obtain ⟨k, l⟩ := (heaviside_sub_eq_one_iff _ _).1 e
      exact ⟨sub_nonneg.1 k, sub_neg.1 l⟩
    rw [card] at lt
    rw [if_neg h, heaviside, if_neg (not_le_of_gt (sub_neg.2 lt))]

/-- A sum over `m + n` indices, of the first `m` and of the others. -/
theorem Fin.sum_univ_add {M : Type u} [AddCommMonoid M] {m n : Nat} (f : Fin (m + n) → M) :
    ∑ i, f i = (∑ i : Fin m, f ⟨i.val, Nat.lt_of_lt_of_le i.isLt (Nat.le_add_right m n)⟩) +
      ∑ i : Fin n, f ⟨m + i.val, Nat.add_lt_add_left i.isLt m⟩ := by
  induction n with
  | zero => exact (add_zero _).symm
  | succ n ih =>
    refine (Fin.sum_univ_castSucc (n := m + n) f).trans ?_
    rw [ih, Fin.sum_univ_castSucc, add_assoc]
    rfl

theorem index_sub_lt {d : Nat} (i : Fin (d + d)) (h : ¬i.val < d) : i.val - d < d := by
  have := i.isLt
  omega

/-- The network of the box `[a, b)`: `2 d` thresholds `H (x i - a i)` and `H (x i - b i)`, and a
threshold of the sum of their differences. -/
def boxNetwork : Network K d 1 :=
  .layer (k := d + d)
    (fun i j => if h : i.val < d then if j = ⟨i.val, h⟩ then 1 else 0
      else if d + j.val = i.val then 1 else 0)
    (fun i => if h : i.val < d then -a ⟨i.val, h⟩
      else -b ⟨i.val - d, index_sub_lt i h⟩)
    (.layer (k := 1) (fun _ i => if i.val < d then 1 else -1) (fun _ => -(d : K))
      (.affine (fun _ _ => 1) 0))

/-- A rectangle bump is a depth-two threshold network (chapter 2). -/
theorem eval_boxNetwork : (boxNetwork a b).eval heaviside x 0 =
    if ∀ i, a i ≤ x i ∧ x i < b i then 1 else 0 := by
  rw [← heaviside_sum_sub_eq]
  show (∑ _l : Fin 1, 1 * heaviside ((∑ i : Fin (d + d), (if i.val < d then 1 else -1) *
    heaviside ((∑ j, (if h : i.val < d then if j = ⟨i.val, h⟩ then 1 else 0
      else if d + j.val = i.val then 1 else 0) * x j) + if h : i.val < d then -a ⟨i.val, h⟩
      else -b ⟨i.val - d, index_sub_lt i h⟩)) + -(d : K))) + 0
    = _
  rw [Fin.sum_univ_succ, Fin.sum_univ_zero, add_zero, add_zero, one_mul, ← sub_eq_add_neg,
    Fin.sum_univ_add, ← sum_add_distrib]
  refine congrArg (fun s => heaviside (s - (d : K))) (sum_congr rfl fun i _ => ?_)
  have e₁ : ∑ j, (if h : i.val < d then if j = ⟨i.val, h⟩ then 1 else 0
      else if d + j.val = i.val then 1 else 0) * x j = x i := by
    refine (Fintype.sum_eq_single i fun j hj => ?_).trans ?_
    · rw [dif_pos i.isLt, if_neg hj, zero_mul]
    · rw [dif_pos i.isLt, if_pos rfl, one_mul]
  have large : ¬d + i.val < d := Nat.not_lt.2 (Nat.le_add_right d i.val)
  have e₂ : ∑ j : Fin d, (if h : d + i.val < d then if j = ⟨d + i.val, h⟩ then 1 else 0
      else if d + j.val = d + i.val then 1 else 0) * x j = x i := by
    refine (Fintype.sum_eq_single i fun j hj => ?_).trans ?_
    · rw [dif_neg large, if_neg fun e => hj (Fin.ext (Nat.add_left_cancel e)), zero_mul]
    · rw [dif_neg large, if_pos rfl, one_mul]
  have e₃ : (⟨d + i.val - d, index_sub_lt ⟨d + i.val, Nat.add_lt_add_left i.isLt d⟩ large⟩ :
      Fin d) = i := Fin.ext (Nat.add_sub_cancel_left ..)
  rw [e₁, e₂, if_pos i.isLt, if_neg large, dif_pos i.isLt, dif_neg large, e₃, one_mul, neg_mul,
    one_mul, ← sub_eq_add_neg, ← sub_eq_add_neg, ← sub_eq_add_neg]

/-- The network of a box in `d` dimensions has two layers, of `2 d` units and of one. -/
theorem widths_boxNetwork : (boxNetwork a b).widths = [d + d, 1] := rfl

/-- With the level `d - 1` instead of `d` the formula is false: one coordinate may be outside, here
the second one of the point `(1/2, 3)`, for the unit square. -/
theorem heaviside_sum_sub_needs_level : heaviside ((∑ i : Fin 2, (heaviside ((if i = 0 then 1 / 2
    else 3) - (0 : Rat)) - heaviside ((if i = 0 then 1 / 2 else 3) - (1 : Rat)))) - 1) = 1 := by
  decide +kernel

end Box
