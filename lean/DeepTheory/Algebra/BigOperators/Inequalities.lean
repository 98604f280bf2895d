prelude
import DeepTheory.Algebra.BigOperators.Order
import DeepTheory.Algebra.Order.Field
import DeepTheory.Algebra.Pi
import DeepTheory.Algebra.Tactic.Linarith
/-! # Cauchy-Schwarz, variance, Jensen

## Main definitions

* `ConvexOn K s f`: the function `f` is convex on the convex set `s` of a module; the set is a
  predicate.

## Main statements

* `Finset.sum_mul_sq_le_sq_mul_sq`: the Cauchy-Schwarz inequality; `Finset.sum_mul_mul_sq_le`: with
  weights; `sq_sum_le_card_mul_sum_sq`; `Finset.sum_sq_div_le`: its form with quotients,
* `Finset.sum_mul_sub_sq`: the mean square distance from `c` is the variance plus the squared
  distance of the mean from `c`; `Finset.sum_mul_sq_sub_sq_mean`: the variance is the mean square
  less the square of the mean,
* `ConvexOn.map_sum_le`: Jensen's inequality for finite convex combinations; `convexOn_sq`,
  `Finset.sq_sum_mul_le`: for the square,
* `Finset.exists_le_weighted_mean`, `Finset.exists_weighted_mean_le`: some value is at most, some at
  least the mean.
-/
set_option autoImplicit false
universe u v w

namespace Finset
variable {ι : Type u}

section Ring
variable {R : Type v} [LinearOrderedCommRing R]

/-- The identity behind the Cauchy-Schwarz inequality (Lagrange). -/
theorem two_mul_sum_mul_sum_sub (s : Finset ι) (w f g : ι → R) :
    2 * ((∑ i ∈ s, w i * f i ^ 2) * (∑ i ∈ s, w i * g i ^ 2) - (∑ i ∈ s, w i * f i * g i) ^ 2) =
      ∑ i ∈ s, ∑ j ∈ s, w i * w j * (f i * g j - f j * g i) ^ 2 := by
  have e : ∀ i j, w i * w j * (f i * g j - f j * g i) ^ 2 = w i * f i ^ 2 * (w j * g j ^ 2) +
      w i * g i ^ 2 * (w j * f j ^ 2) - 2 * (w i * f i * g i * (w j * f j * g j)) :=
        fun i j => by ring
  simp only [e, sum_sub_distrib, sum_add_distrib, ← mul_sum, ← sum_mul]
  ring

/-- The Cauchy-Schwarz inequality with weights. -/
theorem sum_mul_mul_sq_le (s : Finset ι) {w : ι → R} (hw : ∀ i, i ∈ s → 0 ≤ w i) (f g : ι → R) :
    (∑ i ∈ s, w i * f i * g i) ^ 2 ≤ (∑ i ∈ s, w i * f i ^ 2) * ∑ i ∈ s, w i * g i ^ 2 := by
  have h : 0 ≤ ∑ i ∈ s, ∑ j ∈ s, w i * w j * (f i * g j - f j * g i) ^ 2 :=
    sum_nonneg fun i hi => sum_nonneg fun j hj => mul_nonneg (mul_nonneg (hw i hi) (hw j hj))
      (sq_nonneg _)
  rw [← two_mul_sum_mul_sum_sub] at h
  linarith

/-- The Cauchy-Schwarz inequality. -/
theorem sum_mul_sq_le_sq_mul_sq (s : Finset ι) (f g : ι → R) :
    (∑ i ∈ s, f i * g i) ^ 2 ≤ (∑ i ∈ s, f i ^ 2) * ∑ i ∈ s, g i ^ 2 := by
  have h := sum_mul_mul_sq_le s (w := fun _ => 1) (fun _ _ => zero_le_one) f g
  simp only [one_mul] at h
  exact h

theorem _root_.sq_sum_le_card_mul_sum_sq (s : Finset ι) (f : ι → R) :
    (∑ i ∈ s, f i) ^ 2 ≤ (s.card : R) * ∑ i ∈ s, f i ^ 2 := by
  have h := sum_mul_sq_le_sq_mul_sq s (fun _ => 1) f
  simp only [one_mul, one_pow, sum_const, mul_one] at h
  exact h

/-! ### Mean and variance -/

/-- The mean square distance from `c` is the variance plus the squared distance of the mean from
`c`. -/
theorem sum_mul_sub_sq (s : Finset ι) {p : ι → R} (hp : ∑ i ∈ s, p i = 1) (x : ι → R) (c : R) :
    ∑ i ∈ s, p i * (x i - c) ^ 2 =
      (∑ i ∈ s, p i * (x i - ∑ j ∈ s, p j * x j) ^ 2) + ((∑ j ∈ s, p j * x j) - c) ^ 2 := by
  have e : ∀ i m, p i * (x i - m) ^ 2 = p i * x i ^ 2 - 2 * m * (p i * x i) + m ^ 2 * p i :=
    fun i m => by ring
  simp only [e, sum_add_distrib, sum_sub_distrib, ← mul_sum, hp]
  ring

/-- The variance is the mean square less the square of the mean. -/
theorem sum_mul_sq_sub_sq_mean (s : Finset ι) {p : ι → R} (hp : ∑ i ∈ s, p i = 1) (x : ι → R) :
    ∑ i ∈ s, p i * (x i - ∑ j ∈ s, p j * x j) ^ 2 = (∑ i ∈ s, p i * x i ^ 2) -
      (∑ i ∈ s, p i * x i) ^ 2 := by
  have h := sum_mul_sub_sq s hp x 0
  simp only [sub_zero] at h
  rw [h]; ring

/-- Jensen's inequality for the square: the square of the mean is at most the mean square. -/
theorem sq_sum_mul_le (s : Finset ι) {p : ι → R} (h₀ : ∀ i, i ∈ s → 0 ≤ p i) (hp : ∑ i ∈ s, p i = 1)
    (x : ι → R) :
    (∑ i ∈ s, p i * x i) ^ 2 ≤ ∑ i ∈ s, p i * x i ^ 2 := by
  rw [← sub_nonneg, ← sum_mul_sq_sub_sq_mean s hp]
  exact sum_nonneg fun i hi => mul_nonneg (h₀ i hi) (sq_nonneg _)

/-- A mean lies between the bounds of the values. -/
theorem weighted_mean_le (s : Finset ι) {p x : ι → R} {c : R} (h₀ : ∀ i, i ∈ s → 0 ≤ p i)
    (hp : ∑ i ∈ s, p i = 1)
    (h : ∀ i, i ∈ s → x i ≤ c) : ∑ i ∈ s, p i * x i ≤ c := by
  have := sum_le_sum fun i hi => mul_le_mul_of_nonneg_left (h i hi) (h₀ i hi)
  rwa [← sum_mul, hp, one_mul] at this
theorem le_weighted_mean (s : Finset ι) {p x : ι → R} {c : R} (h₀ : ∀ i, i ∈ s → 0 ≤ p i)
    (hp : ∑ i ∈ s, p i = 1)
    (h : ∀ i, i ∈ s → c ≤ x i) : c ≤ ∑ i ∈ s, p i * x i := by
  have := sum_le_sum fun i hi => mul_le_mul_of_nonneg_left (h i hi) (h₀ i hi)
  rwa [← sum_mul, hp, one_mul] at this

/-- Some value is at most the mean. -/
theorem exists_le_weighted_mean (s : Finset ι) {p : ι → R} (h₀ : ∀ i, i ∈ s → 0 ≤ p i)
    (hp : ∑ i ∈ s, p i = 1)
    (x : ι → R) : ∃ i, i ∈ s ∧ x i ≤ ∑ j ∈ s, p j * x j := by
  refine Classical.byContradiction fun k => ?_
  have k : ∀ i, i ∈ s → (∑ j ∈ s, p j * x j) < x i := fun i hi => lt_of_not_ge fun h => k ⟨i, hi, h⟩
  obtain ⟨i, hi, h⟩ : ∃ i, i ∈ s ∧ 0 < p i := by
    have : ∑ _i ∈ s, (0 : R) < ∑ i ∈ s, p i := by rw [sum_const_zero, hp]; exact zero_lt_one
    exact exists_lt_of_sum_lt this
  have := sum_lt_sum (fun i hi => mul_le_mul_of_nonneg_left (le_of_lt (k i hi)) (h₀ i hi))
    ⟨i, hi, mul_lt_mul_of_pos_left (k i hi) h⟩
  rw [← sum_mul, hp, one_mul] at this
  exact lt_irrefl _ this
/-- Some value is at least the mean. -/
theorem exists_weighted_mean_le (s : Finset ι) {p : ι → R} (h₀ : ∀ i, i ∈ s → 0 ≤ p i)
    (hp : ∑ i ∈ s, p i = 1)
    (x : ι → R) : ∃ i, i ∈ s ∧ ∑ j ∈ s, p j * x j ≤ x i := by
  obtain ⟨i, hi, h⟩ := exists_le_weighted_mean s h₀ hp fun i => -x i
  simp only [mul_neg, sum_neg_distrib] at h
  exact ⟨i, hi, neg_le_neg_iff.1 h⟩

end Ring

section Field
variable {K : Type v} [LinearOrderedField K]

/-- The Cauchy-Schwarz inequality with quotients (Sedrakyan). -/
theorem sum_sq_div_le (s : Finset ι) (f : ι → K) {g : ι → K} (hg : ∀ i, i ∈ s → 0 < g i)
    (ne : ∃ i, i ∈ s) :
    (∑ i ∈ s, f i) ^ 2 / ∑ i ∈ s, g i ≤ ∑ i ∈ s, f i ^ 2 / g i := by
  rw [div_le_iff₀ (sum_pos hg ne)]
  have h := sum_mul_mul_sq_le s (w := g) (fun i hi => le_of_lt (hg i hi)) (fun i => f i / g i)
    fun _ => 1
  have e₁ : ∀ i, i ∈ s → g i * (f i / g i) * 1 = f i := fun i hi => by
    rw [mul_one, mul_div_cancel₀ _ (ne_of_gt (hg i hi))]
  have e₂ : ∀ i, i ∈ s → g i * (f i / g i) ^ 2 = f i ^ 2 / g i := fun i hi => by
    have := ne_of_gt (hg i hi)
    rw [div_pow, sq (g i), ← div_div, mul_div_cancel₀ _ this]
  rw [sum_congr rfl e₁, sum_congr rfl e₂] at h
  simp only [one_pow, mul_one] at h
  exact h

end Field

end Finset

/-! ## Convex functions -/

/-- `f` is convex on the convex set `s` of a module over `K`. -/
structure ConvexOn (K : Type u) {E : Type v} [LinearOrderedField K] [AddCommGroup E] [Module K E]
    (s : E → Prop)
    (f : E → K) : Prop where
  /-- the set is convex -/
  convex : ∀ x y, s x → s y → ∀ a b : K, 0 ≤ a → 0 ≤ b → a + b = 1 → s (a • x + b • y)
  /-- the values between lie below the chord -/
  le : ∀ x y, s x → s y → ∀ a b : K, 0 ≤ a → 0 ≤ b → a + b = 1 → f (a • x + b • y) ≤
    a * f x + b * f y

namespace Finset
variable {ι : Type u} {R : Type v} {M : Type w}

theorem smul_sum [Semiring R] [AddCommMonoid M] [Module R M] (s : Finset ι) (r : R) (f : ι → M) :
    r • ∑ i ∈ s, f i = ∑ i ∈ s, r • f i := by
  induction s using ind with | h l hl
  show r • l.foldSum f = l.foldSum fun i => r • f i
  clear hl
  induction l with
  | nil => exact smul_zero r
  | cons a l ih =>
    show r • (f a + l.foldSum f) = r • f a + l.foldSum fun i => r • f i
    rw [smul_add, ih]
theorem sum_smul [Semiring R] [AddCommMonoid M] [Module R M] (s : Finset ι) (f : ι → R) (x : M) :
    (∑ i ∈ s, f i) • x = ∑ i ∈ s, f i • x := by
  induction s using ind with | h l hl
  show l.foldSum f • x = l.foldSum fun i => f i • x
  clear hl
  induction l with
  | nil => exact zero_smul x
  | cons a l ih =>
    show (f a + l.foldSum f) • x = f a • x + l.foldSum fun i => f i • x
    rw [add_smul, ih]

end Finset

section Jensen
open Finset
variable {K : Type u} {E : Type v} {ι : Type w} [LinearOrderedField K] [AddCommGroup E] [Module K E]
  {s : E → Prop} {f : E → K}

/-- A convex combination of points of the set lies in the set, and **Jensen's inequality** holds for
it. -/
theorem ConvexOn.sum_mem_and_le (h : ConvexOn K s f) (t : Finset ι) {w : ι → K} {x : ι → E}
    (h₀ : ∀ i, i ∈ t → 0 ≤ w i) (h₁ : ∑ i ∈ t, w i = 1) (hx : ∀ i, i ∈ t → s (x i)) :
    s (∑ i ∈ t, w i • x i) ∧ f (∑ i ∈ t, w i • x i) ≤ ∑ i ∈ t, w i * f (x i) := by
  letI : DecidableEq ι := fun a b => Classical.propDecidable (a = b)
  -- for weights with any positive sum, after division by the sum
  have key : ∀ t : Finset ι, (∀ i, i ∈ t → 0 ≤ w i) → (∀ i, i ∈ t → s (x i)) → 0 < ∑ i ∈ t, w i →
      s ((∑ i ∈ t, w i)⁻¹ • ∑ i ∈ t, w i • x i) ∧
        f ((∑ i ∈ t, w i)⁻¹ • ∑ i ∈ t, w i • x i) ≤ (∑ i ∈ t, w i)⁻¹ * ∑ i ∈ t, w i * f (x i) := by
    intro t
    induction t using Finset.induction_on with
    | empty => exact fun _ _ h => absurd h (lt_irrefl 0)
    | insert a t ha ih =>
      intro h₀ hx hpos
      rw [sum_insert ha] at hpos
      rw [sum_insert ha, sum_insert ha, sum_insert ha]
      have wa := h₀ a (mem_insert_self a t)
      have xa := hx a (mem_insert_self a t)
      have h₀' : ∀ i, i ∈ t → 0 ≤ w i := fun i hi => h₀ i (mem_insert_of_mem hi)
      have wt := sum_nonneg h₀'
      have ih := ih h₀' fun i hi => hx i (mem_insert_of_mem hi)
      rcases eq_or_lt_of_le wt with e | wt'
      · -- all other weights vanish
        have z := (sum_eq_zero_iff_of_nonneg h₀').1 e.symm
        rw [← e, add_zero] at hpos
        have z₁ : ∑ i ∈ t, w i • x i = 0 := sum_eq_zero fun i hi => by rw [z i hi, zero_smul]
        have z₂ : ∑ i ∈ t, w i * f (x i) = 0 := sum_eq_zero fun i hi => by rw [z i hi, zero_mul]
        rw [z₁, z₂, ← e, add_zero, add_zero, add_zero, ← mul_smul, inv_mul_cancel₀ (ne_of_gt hpos),
          one_smul,
          ← mul_assoc, inv_mul_cancel₀ (ne_of_gt hpos), one_mul]
        exact ⟨xa, le_rfl⟩
      · have ih := ih wt'
        generalize (∑ i ∈ t, w i) = W at *
        generalize (∑ i ∈ t, w i • x i) = X at *
        generalize (∑ i ∈ t, w i * f (x i)) = F at *
        have hW := ne_of_gt wt'
        have hS := ne_of_gt hpos
        have c₀ : 0 ≤ (w a + W)⁻¹ * w a := mul_nonneg (inv_nonneg.2 (le_of_lt hpos)) wa
        have c₁ : 0 ≤ (w a + W)⁻¹ * W := mul_nonneg (inv_nonneg.2 (le_of_lt hpos)) wt
        have c : (w a + W)⁻¹ * w a + (w a + W)⁻¹ * W = 1 := by rw [← mul_add, inv_mul_cancel₀ hS]
        have e : (w a + W)⁻¹ • (w a • x a + X) =
            ((w a + W)⁻¹ * w a) • x a + ((w a + W)⁻¹ * W) • W⁻¹ • X := by
          rw [smul_add, ← mul_smul, ← mul_smul, mul_assoc, mul_inv_cancel₀ hW, mul_one]
        rw [e]
        refine ⟨h.convex _ _ xa ih.1 _ _ c₀ c₁ c, le_trans (h.le _ _ xa ih.1 _ _ c₀ c₁ c) ?_⟩
        have l := mul_le_mul_of_nonneg_left ih.2 c₁
        rw [← mul_assoc _ W⁻¹, mul_assoc _ W W⁻¹, mul_inv_cancel₀ hW, mul_one] at l
        rw [mul_add, ← mul_assoc]
        exact add_le_add_left l _
  have := key t h₀ hx (by rw [h₁]; exact zero_lt_one)
  rwa [h₁, inv_one, one_smul, one_mul] at this

/-- **Jensen's inequality** for finite convex combinations. -/
theorem ConvexOn.map_sum_le (h : ConvexOn K s f) (t : Finset ι) {w : ι → K} {x : ι → E}
    (h₀ : ∀ i, i ∈ t → 0 ≤ w i) (h₁ : ∑ i ∈ t, w i = 1) (hx : ∀ i, i ∈ t → s (x i)) :
    f (∑ i ∈ t, w i • x i) ≤ ∑ i ∈ t, w i * f (x i) := (h.sum_mem_and_le t h₀ h₁ hx).2

/-- The square is convex. -/
theorem convexOn_sq : ConvexOn K (fun _ : K => True) fun x => x ^ 2 where
  convex _ _ _ _ _ _ _ _ _ := trivial
  le x y _ _ a b ha hb h := by
    show (a * x + b * y) ^ 2 ≤ a * x ^ 2 + b * y ^ 2
    obtain rfl : b = 1 - a := by linarith
    nlinarith [mul_nonneg (mul_nonneg ha hb) (sq_nonneg (x - y))]

theorem ConvexOn.add {g : E → K} (hf : ConvexOn K s f) (hg : ConvexOn K s g) :
    ConvexOn K s fun x => f x + g x where
  convex := hf.convex
  le x y hx hy a b ha hb h := by
    have h₁ := hf.le x y hx hy a b ha hb h
    have h₂ := hg.le x y hx hy a b ha hb h
    linarith

theorem ConvexOn.mul_left {c : K} (hc : 0 ≤ c) (hf : ConvexOn K s f) :
    ConvexOn K s fun x => c * f x where
  convex := hf.convex
  le x y hx hy a b ha hb h := by
    have h₁ := mul_le_mul_of_nonneg_left (hf.le x y hx hy a b ha hb h) hc
    linarith

/-- The absolute value is convex. -/
theorem convexOn_abs : ConvexOn K (fun _ : K => True) fun x => |x| where
  convex _ _ _ _ _ _ _ _ _ := trivial
  le x y _ _ a b ha hb _ := by
    have h := abs_add_le (a * x) (b * y)
    rwa [abs_mul, abs_mul, abs_of_nonneg ha, abs_of_nonneg hb] at h

end Jensen
