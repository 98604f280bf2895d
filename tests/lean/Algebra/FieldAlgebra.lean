prelude
import DeepTheory.Algebra
/-! # A page of field algebra

The theorems of an ordinary page, each proved in at most five lines of tactics with the library's
tactics and lemmas.
-/
set_option autoImplicit false
open Finset

variable {K : Type} [LinearOrderedField K]

/-- The geometric sum. -/
example {x : K} (h : x ≠ 1) (n : Nat) : ∑ i < n, x ^ i = (x ^ n - 1) / (x - 1) := by
  rw [eq_div_iff (sub_ne_zero_of_ne h)]
  induction n with
  | zero => rw [sum_range_zero]; ring
  | succ n ih => rw [sum_range_succ, add_mul, ih]; ring

/-- The sum of squares. -/
example (n : Nat) : ∑ i < n + 1, (i : K) ^ 2 = n * (n + 1) * (2 * n + 1) / 6 := by
  induction n with
  | zero => rw [sum_range_one]; simp only [Nat.cast_zero]; ring
  | succ n ih => rw [sum_range_succ, ih, Nat.cast_add_one]; ring

/-- Cauchy-Schwarz with weights. -/
example {ι : Type} (s : Finset ι) {w : ι → K} (hw : ∀ i, i ∈ s → 0 ≤ w i) (f g : ι → K) :
    (∑ i ∈ s, w i * f i * g i) ^ 2 ≤ (∑ i ∈ s, w i * f i ^ 2) * ∑ i ∈ s, w i * g i ^ 2 := by
  have h : 0 ≤ ∑ i ∈ s, ∑ j ∈ s, w i * w j * (f i * g j - f j * g i) ^ 2 :=
    sum_nonneg fun i hi => sum_nonneg fun j hj => mul_nonneg (mul_nonneg (hw i hi) (hw j hj))
      (sq_nonneg _)
  rw [← two_mul_sum_mul_sum_sub] at h
  linarith

/-- Bernoulli's inequality. -/
example {x : K} (hx : 0 ≤ 1 + x) (n : Nat) : 1 + n * x ≤ (1 + x) ^ n := by
  induction n with
  | zero => rw [Nat.cast_zero, pow_zero]; linarith
  | succ n ih =>
    rw [Nat.cast_add_one, pow_succ]
    nlinarith [mul_le_mul_of_nonneg_right ih hx, mul_nonneg (Nat.cast_nonneg n) (sq_nonneg x)]

/-- The square is convex. -/
example {a b x y : K} (ha : 0 ≤ a) (hb : 0 ≤ b) (h : a + b = 1) :
    (a * x + b * y) ^ 2 ≤ a * x ^ 2 + b * y ^ 2 := by
  obtain rfl : b = 1 - a := by linarith
  nlinarith [mul_nonneg (mul_nonneg ha hb) (sq_nonneg (x - y))]

/-- The variance is the mean square less the square of the mean. -/
example {ι : Type} (s : Finset ι) {p : ι → K} (hp : ∑ i ∈ s, p i = 1) (x : ι → K) (m : K)
    (hm : ∑ i ∈ s, p i * x i = m) :
    ∑ i ∈ s, p i * (x i - m) ^ 2 = (∑ i ∈ s, p i * x i ^ 2) - m ^ 2 := by
  have e : ∀ i, p i * (x i - m) ^ 2 = p i * x i ^ 2 - 2 * m * (p i * x i) + m ^ 2 * p i :=
    fun i => by ring
  simp only [e, sum_add_distrib, sum_sub_distrib, ← mul_sum, hp, hm]
  ring

/-- The mean square distance from any point: bias and variance. -/
example {ι : Type} (s : Finset ι) {p : ι → K} (hp : ∑ i ∈ s, p i = 1) (x : ι → K) (m c : K)
    (hm : ∑ i ∈ s, p i * x i = m) :
    ∑ i ∈ s, p i * (x i - c) ^ 2 = (∑ i ∈ s, p i * (x i - m) ^ 2) + (m - c) ^ 2 := by
  have e : ∀ i d, p i * (x i - d) ^ 2 = p i * x i ^ 2 - 2 * d * (p i * x i) + d ^ 2 * p i :=
    fun i d => by ring
  simp only [e, sum_add_distrib, sum_sub_distrib, ← mul_sum, hp, hm]
  ring

/-- The arithmetic mean is at least the geometric mean. -/
example (a b : K) : a * b ≤ ((a + b) / 2) ^ 2 := by
  nlinarith [sq_nonneg (a - b)]

/-- The triangle inequality for three terms. -/
example (a b c : K) : |a + b + c| ≤ |a| + |b| + |c| :=
  calc |a + b + c| ≤ |a + b| + |c| := abs_add_le _ _
    _ ≤ |a| + |b| + |c| := add_le_add_right (abs_add_le a b) _

/-- Jensen's inequality for the square, from convexity. -/
example {ι : Type} (s : Finset ι) {p : ι → K} (h₀ : ∀ i, i ∈ s → 0 ≤ p i) (hp : ∑ i ∈ s, p i = 1)
    (x : ι → K) :
    (∑ i ∈ s, p i * x i) ^ 2 ≤ ∑ i ∈ s, p i * x i ^ 2 :=
  convexOn_sq.map_sum_le s h₀ hp fun _ _ => trivial
