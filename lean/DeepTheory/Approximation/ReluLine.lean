prelude
import DeepTheory.Approximation.ReluCells
import DeepTheory.Approximation.Sawtooth
import DeepTheory.Real.Continuous
/-! # Sums of ReLU units on the line

On the line a sum of ReLU units is continuous and piecewise affine, with breaks at the hinges; and
every continuous piecewise affine function with finitely many breaks is such a sum.

Book items: a one-dimensional ReLU network is continuous and piecewise linear (chapter 2).

## Main definitions

* `reluSum a w b c`: the function `c + ∑ a j ReLU (w j x + b j)`.

## Main statements

* `isSawtooth_reluSum`: it has at most `m + 1` affine pieces.
* `abs_reluSum_sub_le`, `continuous_reluSum`: it is Lipschitz, and so continuous.
* `exists_affine_between_hinges`: it is affine between its hinges.
* `eq_sum_relu`: a continuous piecewise affine function as a sum of units.
-/
set_option autoImplicit false
universe u

open Finset

variable {K : Type u} [LinearOrderedField K] {m : Nat} (a w b : Fin m → K) (c : K)

/-- The function `c + ∑ a j ReLU (w j x + b j)` of one variable. -/
def reluSum (x : K) : K := c + ∑ j, a j * relu (w j * x + b j)

/-- A one-dimensional ReLU network is piecewise linear (chapter 2): at most `m + 1` pieces. -/
theorem isSawtooth_reluSum : IsSawtooth (m + 1) (fun _ => True) (reluSum a w b c) := by
  have h := (isSawtooth_one_of_affine (fun _ => True) 0 c).add (IsSawtooth.sum a fun j =>
    (isSawtooth_one_of_affine (fun _ => True) (w j) (b j)).relu)
  refine (h.mono (Nat.le_of_eq ?_)).congr fun x _ => ?_
  · rw [sum_const, show (univ : Finset (Fin m)).card = m from Fintype.card_fin m]
    show 1 + (1 + m * 1) - 1 = m + 1
    omega
  · show c + _ = 0 * x + c + _
    rw [zero_mul, zero_add]

/-- A one-dimensional ReLU network is continuous (chapter 2), over any ordered field: it is
Lipschitz with the constant `∑ |a j| |w j|`. -/
theorem abs_reluSum_sub_le (x y : K) :
    |reluSum a w b c x - reluSum a w b c y| ≤ (∑ j, |a j| * |w j|) * |x - y| := by
  rw [reluSum, reluSum, add_sub_add_left_eq_sub, ← sum_sub_distrib, sum_mul]
  refine le_trans (abs_sum_le_sum_abs _ _) (sum_le_sum fun j _ => ?_)
  have l : |relu (w j * x + b j) - relu (w j * y + b j)| ≤ |w j * x + b j - (w j * y + b j)| :=
    abs_relu_sub_relu_le _ _
  rw [show w j * x + b j - (w j * y + b j) = w j * (x - y) by ring, abs_mul] at l
  rw [← mul_sub, abs_mul, mul_assoc]
  exact mul_le_mul_of_nonneg_left l (abs_nonneg (a j))

/-- A one-dimensional ReLU network is continuous (chapter 2). -/
theorem continuous_reluSum {m : Nat} (a w b : Fin m → Real) (c : Real) :
    Real.Continuous (reluSum a w b c) := by
  intro x ε hε
  have hC : 0 ≤ ∑ j, |a j| * |w j| := sum_nonneg fun j _ => mul_nonneg (abs_nonneg _) (abs_nonneg _)
  have pos : 0 < (∑ j, |a j| * |w j|) + 1 := add_pos_of_nonneg_of_pos hC one_pos
  refine ⟨ε / ((∑ j, |a j| * |w j|) + 1), div_pos hε pos, fun y hy => ?_⟩
  rw [lt_div_iff₀ pos] at hy
  refine lt_of_le_of_lt (abs_reluSum_sub_le a w b c y x) (lt_of_le_of_lt ?_ hy)
  rw [mul_comm]
  exact mul_le_mul_of_nonneg_left (le_add_of_nonneg_right zero_le_one) (abs_nonneg _)

/-- A one-dimensional ReLU network is piecewise linear (chapter 2): its breaks are among the hinges
`-b j / w j`. On an interval with no hinge in its interior it is affine. -/
theorem exists_affine_between_hinges {u v : K}
    (h : ∀ j, w j ≠ 0 → -b j / w j ≤ u ∨ v ≤ -b j / w j) :
    ∃ p q, ∀ x, u ≤ x → x ≤ v → reluSum a w b c x = p * x + q := by
  -- No unit changes its sign between `u` and `v`.
  have up : ∀ j, w j * u + b j < 0 → u ≤ v → w j * v + b j ≤ 0 := fun j hu huv => by
    refine not_lt.1 fun hv => ?_
    have pos : 0 < w j := by
      refine not_le.1 fun k => ?_
      have := mul_le_mul_of_nonneg_left huv (neg_nonneg.2 k)
      rw [neg_mul, neg_mul] at this
      linarith
    rcases h j pos.ne' with k | k
    · rw [div_le_iff₀ pos, mul_comm] at k
      linarith
    · rw [le_div_iff₀ pos, mul_comm] at k
      linarith
  have down : ∀ j, w j * v + b j < 0 → u ≤ v → w j * u + b j ≤ 0 := fun j hv huv => by
    refine not_lt.1 fun hu => ?_
    have neg : 0 < -w j := by
      refine not_le.1 fun k => ?_
      have := mul_le_mul_of_nonneg_left huv (neg_nonneg.2 k)
      rw [neg_neg] at this
      linarith
    have e : -b j / w j = b j / -w j := by rw [div_neg, neg_div]
    rcases h j (neg_pos.1 neg).ne with k | k
    · rw [e, div_le_iff₀ neg, mul_comm, neg_mul] at k
      linarith
    · rw [e, le_div_iff₀ neg, mul_comm, neg_mul] at k
      linarith
  obtain ⟨p, q, e⟩ := exists_affine_on_cell (fun j (_ : Fin 1) => w j) b a
    fun j => decide (0 ≤ w j * u + b j ∧ 0 ≤ w j * v + b j)
  have dot : ∀ (y : Fin 1 → K) (x : K), y ⬝ᵥ (fun _ => x) = y 0 * x := fun y x => by
    show ∑ l, y l * x = y 0 * x
    rw [Fin.sum_univ_succ, Fin.sum_univ_zero, add_zero]
  refine ⟨p 0, q + c, fun x hu hv => ?_⟩
  have k := e (fun _ => x) fun j => ?_
  · simp only [dot] at k
    rw [reluSum, k]
    ring
  · simp only [dot]
    have m := affine_between (w j) (b j) hu hv
    by_cases both : 0 ≤ w j * u + b j ∧ 0 ≤ w j * v + b j
    · rw [if_pos (decide_eq_true both)]
      rcases m with m | m
      · exact le_trans both.1 m.1
      · exact le_trans both.2 m.1
    · rw [if_neg (by rw [decide_eq_false both]; exact Bool.noConfusion)]
      have ends : w j * u + b j ≤ 0 ∧ w j * v + b j ≤ 0 := by
        rcases lt_or_ge (w j * u + b j) 0 with l | l
        · exact ⟨l.le, up j l (le_trans hu hv)⟩
        · have l' := lt_of_not_ge fun r => both ⟨l, r⟩
          exact ⟨down j l' (le_trans hu hv), l'.le⟩
      rcases m with m | m
      · exact le_trans m.2 ends.2
      · exact le_trans m.2 ends.1

/-- A continuous piecewise linear function is a one-dimensional ReLU network (chapter 2). The breaks
are `t 0 ≤ ... ≤ t n`, the slopes `s 0` before the first, `s (j + 1)` after `t j`; continuity is
that neighbouring formulas hold at the breaks. -/
theorem eq_sum_relu {f : K → K} {n : Nat} {t s : Nat → K} (ht : ∀ j, j < n → t j ≤ t (j + 1))
    (first : ∀ x, x ≤ t 0 → f x = f (t 0) + s 0 * (x - t 0))
    (between : ∀ j, j < n → ∀ x, t j ≤ x → x ≤ t (j + 1) → f x = f (t j) + s (j + 1) * (x - t j))
    (last : ∀ x, t n ≤ x → f x = f (t n) + s (n + 1) * (x - t n)) (x : K) :
    f x = f (t 0) + s 0 * (x - t 0) + ∑ j < n + 1, (s (j + 1) - s j) * relu (x - t j) := by
  -- The first units already give the line on which they end.
  have head : ∀ k, k ≤ n → ∀ x, t k ≤ x → f (t 0) + s 0 * (x - t 0) +
      ∑ j < k + 1, (s (j + 1) - s j) * relu (x - t j) = f (t k) + s (k + 1) * (x - t k) := by
    intro k
    induction k with
    | zero =>
      intro _ x hx
      rw [sum_range_one, relu_of_nonneg (sub_nonneg.2 hx)]
      ring
    | succ k ih =>
      intro hk x hx
      have le := ht k hk
      rw [sum_range_succ, ← add_assoc, ih (Nat.le_of_lt hk) x (le_trans le hx),
        relu_of_nonneg (sub_nonneg.2 hx), between k hk (t (k + 1)) le le_rfl]
      ring
  have mono : ∀ i j, i ≤ j → j ≤ n → t i ≤ t j := by
    intro i j hij
    induction j with
    | zero => rw [Nat.le_zero.1 hij]; exact fun _ => le_rfl
    | succ j ih =>
      intro hj
      rcases Nat.lt_or_ge i (j + 1) with l | l
      · exact le_trans (ih (Nat.le_of_lt_succ l) (Nat.le_of_lt hj)) (ht j hj)
      · rw [Nat.le_antisymm hij l]
  -- The units whose hinges lie to the right of the point are zero.
  have tail : ∀ i, ∀ r, i + r ≤ n + 1 → (i ≤ n → x ≤ t i) →
      ∑ j < i + r, (s (j + 1) - s j) * relu (x - t j) =
        ∑ j < i, (s (j + 1) - s j) * relu (x - t j) := by
    intro i r
    induction r with
    | zero => exact fun _ _ => rfl
    | succ r ih =>
      intro hr hx
      have : x ≤ t (i + r) := le_trans (hx (by omega)) (mono i (i + r) (by omega) (by omega))
      rw [← Nat.add_assoc, sum_range_succ, ih (by omega) hx, relu_of_nonpos (sub_nonpos.2 this),
        mul_zero, add_zero]
  have place : ∀ k, k ≤ n → x ≤ t 0 ∨ (∃ j, j < k ∧ t j ≤ x ∧ x ≤ t (j + 1)) ∨ t k ≤ x := by
    intro k
    induction k with
    | zero => exact fun _ => (le_total x (t 0)).imp id .inr
    | succ k ih =>
      intro hk
      rcases ih (Nat.le_of_lt hk) with l | ⟨j, hj, l⟩ | l
      · exact .inl l
      · exact .inr (.inl ⟨j, Nat.lt_succ_of_le hj.le, l⟩)
      · rcases le_total x (t (k + 1)) with r | r
        · exact .inr (.inl ⟨k, Nat.lt_succ_self k, l, r⟩)
        · exact .inr (.inr r)
  rcases place n (Nat.le_refl n) with l | ⟨j, hj, l, r⟩ | l
  · have := tail 0 (n + 1) (by omega) fun _ => l
    rw [Nat.zero_add, sum_range_zero] at this
    rw [this, add_zero]
    exact first x l
  · obtain ⟨q, hq⟩ : ∃ q, j + 1 + q = n + 1 := ⟨n - j, by omega⟩
    have := tail (j + 1) q (by omega) fun _ => r
    rw [hq] at this
    rw [this, head j (Nat.le_of_lt hj) x l]
    exact between j hj x l r
  · rw [head n (Nat.le_refl n) x l]
    exact last x l

/-- The hypotheses can hold: a ramp from `0` to `1`, with two breaks. -/
theorem eq_sum_relu_witness : ∃ (f : Rat → Rat) (t s : Nat → Rat),
    (∀ j, j < 1 → t j ≤ t (j + 1)) ∧
    (∀ x, x ≤ t 0 → f x = f (t 0) + s 0 * (x - t 0)) ∧
    (∀ j, j < 1 → ∀ x, t j ≤ x → x ≤ t (j + 1) → f x = f (t j) + s (j + 1) * (x - t j)) ∧
    (∀ x, t 1 ≤ x → f x = f (t 1) + s (1 + 1) * (x - t 1)) ∧ f (t 0) = 0 ∧ f (t 1) = 1 := by
  let f : Rat → Rat := fun x => relu x - relu (x - 1)
  have f₀ : f 0 = 0 := by decide +kernel
  have f₁ : f 1 = 1 := by decide +kernel
  refine ⟨f, fun j => if j = 0 then 0 else 1, fun j => if j = 1 then 1 else 0,
    by decide +kernel, fun x hx => ?_, fun j hj x h h' => ?_, fun x hx => ?_, f₀, f₁⟩
  · show relu x - relu (x - 1) = f 0 + 0 * (x - 0)
    replace hx : x ≤ 0 := hx
    rw [f₀, relu_of_nonpos hx, relu_of_nonpos (by linarith)]
    ring
  · obtain rfl : j = 0 := by omega
    replace h : 0 ≤ x := h
    replace h' : x ≤ 1 := h'
    show relu x - relu (x - 1) = f 0 + 1 * (x - 0)
    rw [f₀, relu_of_nonneg h, relu_of_nonpos (by linarith)]
    ring
  · replace hx : 1 ≤ x := hx
    show relu x - relu (x - 1) = f 1 + 0 * (x - 1)
    rw [f₁, relu_of_nonneg (by linarith), relu_of_nonneg (by linarith)]
    ring

/-- The number of pieces cannot be lowered: one unit has two pieces. -/
theorem isSawtooth_reluSum_sharp : ¬IsSawtooth 1 (fun _ => True)
    (reluSum (fun _ : Fin 1 => (1 : Rat)) (fun _ => 1) (fun _ => 0) 0) := fun h =>
  absurd (h.lt_of_kinks (n := 1) (fun i => if i = 0 then -1 else 1) (fun _ => 0)
    (fun _ _ => trivial) (fun _ _ => trivial) (by decide +kernel) (by decide +kernel)
    (by decide +kernel)) (Nat.lt_irrefl 1)
