prelude
import DeepTheory.Algebra.BigOperators.Order
import DeepTheory.Algebra.Order.Field
import DeepTheory.Algebra.Tactic.Linarith
/-! # Sums in closed form

## Main statements

* geometric sums: `geom_sum_mul`, `geom_sum_eq`, `geom_sum_lt`, `sub_mul_geom_sum₂`,
* `Finset.sum_range_id_mul_two`, `sum_range_sq_mul_six`, `sum_range_odd`: sums of numbers, squares
  and odd numbers,
* `Finset.sum_range_by_parts`: summation by parts.
-/
set_option autoImplicit false
universe u

open Finset

section Ring
variable {R : Type u} [CommRing R]

/-- The geometric sum, without division. -/
theorem geom_sum_mul (x : R) (n : Nat) : (∑ i < n, x ^ i) * (x - 1) = x ^ n - 1 := by
  induction n with
  | zero => rw [sum_range_zero]; ring
  | succ n ih => rw [sum_range_succ, add_mul, ih]; ring
theorem mul_neg_geom_sum (x : R) (n : Nat) : (1 - x) * ∑ i < n, x ^ i = 1 - x ^ n := by
  have h := geom_sum_mul x n
  rw [show (1 - x) * (∑ i < n, x ^ i) = -((∑ i < n, x ^ i) * (x - 1)) by ring, h]; ring
/-- The difference of two powers is divisible by the difference of the bases. -/
theorem sub_mul_geom_sum₂ (x y : R) (n : Nat) :
    (x - y) * ∑ i < n, x ^ i * y ^ (n - 1 - i) = x ^ n - y ^ n := by
  induction n with
  | zero => rw [sum_range_zero]; ring
  | succ n ih =>
    rw [sum_range_succ, show n + 1 - 1 - n = 0 from Nat.sub_self n]
    have e : ∀ i, i ∈ range n → x ^ i * y ^ (n + 1 - 1 - i) = x ^ i * y ^ (n - 1 - i) * y :=
      fun i hi => by
      have hi := mem_range.1 hi
      rw [show n + 1 - 1 - i = (n - 1 - i) + 1 by
        rw [Nat.add_sub_cancel, Nat.sub_right_comm, Nat.sub_add_cancel (Nat.sub_pos_of_lt hi)]]
      ring
    rw [sum_congr rfl e, ← sum_mul, mul_add, ← mul_assoc, ih]; ring
/-- Twice the sum of the numbers up to `n`. -/
theorem Finset.sum_range_id_mul_two' (n : Nat) : (∑ i < n + 1, (i : R)) * 2 = n * (n + 1) := by
  induction n with
  | zero => rw [sum_range_one, Nat.cast_zero]; ring
  | succ n ih => rw [sum_range_succ, add_mul, ih, Nat.cast_add_one]; ring
/-- Six times the sum of the squares up to `n`. -/
theorem sum_range_sq_mul_six (n : Nat) : (∑ i < n + 1, (i : R) ^ 2) * 6 =
    n * (n + 1) * (2 * n + 1) := by
  induction n with
  | zero => rw [sum_range_one, Nat.cast_zero]; ring
  | succ n ih => rw [sum_range_succ, add_mul, ih, Nat.cast_add_one]; ring
/-- The sum of the first `n` odd numbers. -/
theorem sum_range_odd (n : Nat) : ∑ i < n, (2 * (i : R) + 1) = (n : R) ^ 2 := by
  induction n with
  | zero => rw [sum_range_zero, Nat.cast_zero]; ring
  | succ n ih => rw [sum_range_succ, ih, Nat.cast_add_one]; ring
/-- Summation by parts. -/
theorem Finset.sum_range_by_parts (f g : Nat → R) (n : Nat) :
    ∑ i < n, f i * (g (i + 1) - g i) = f n * g n - f 0 * g 0 - ∑ i < n, (f (i + 1) - f i) *
      g (i + 1) := by
  induction n with
  | zero => rw [sum_range_zero, sum_range_zero]; ring
  | succ n ih => rw [sum_range_succ, sum_range_succ _ n, ih]; ring

end Ring

section Field
variable {K : Type u}

/-- The geometric sum. -/
theorem geom_sum_eq [Field K] {x : K} (h : x ≠ 1) (n : Nat) :
    ∑ i < n, x ^ i = (x ^ n - 1) / (x - 1) := by
  rw [eq_div_iff (sub_ne_zero_of_ne h), geom_sum_mul]

variable [LinearOrderedField K]

/-- The geometric sum is less than its limit. -/
theorem geom_sum_lt {x : K} (h₀ : 0 < x) (h₁ : x < 1) (n : Nat) : ∑ i < n, x ^ i < 1 / (1 - x) := by
  rw [lt_div_iff₀ (sub_pos.2 h₁), mul_comm, mul_neg_geom_sum]
  exact sub_lt_self 1 (pow_pos h₀ n)
theorem geom_sum_le {x : K} (h₀ : 0 ≤ x) (h₁ : x < 1) (n : Nat) : ∑ i < n, x ^ i ≤ 1 / (1 - x) := by
  rw [le_div_iff₀ (sub_pos.2 h₁), mul_comm, mul_neg_geom_sum]
  exact sub_le_self 1 (pow_nonneg h₀ n)

end Field
