prelude
import DeepTheory.Algebra.Nat.Choose
import DeepTheory.Algebra.BigOperators.Order
import DeepTheory.Algebra.Order.Field
import DeepTheory.Algebra.Rat.Basic
/-! # Sums of binomial coefficients

The bound of the Sauer-Shelah lemma is a polynomial in `N`. The closed form needs no exponential
before its last step: `(∑ i ≤ k, N.choose i) * (k / N) ^ k ≤ (1 + k / N) ^ N`.

Book items: the second part of Lemma 7.9, and the bound on the binomial sum (chapter 7).

## Main statements

* `Nat.sum_choose_mul_pow_le`: `(∑ i ≤ k, N.choose i) * t ^ k ≤ (1 + t) ^ N` for `0 ≤ t ≤ 1`, in
  any ordered field.
* `Nat.sum_choose_mul_div_pow_le`, `Nat.sum_choose_le_div_pow`: the case `t = k / N`.
* `Nat.sum_choose_le_add_one_pow`: `∑ i ≤ k, N.choose i ≤ (N + 1) ^ k`.
* `Nat.sum_choose_le_div_pow_needs_factor`, `Nat.sum_choose_mul_pow_le_needs_le_one`,
  `Nat.sum_choose_le_add_one_pow_needs_add_one`, `Nat.sum_choose_le_div_pow_needs_le`: what breaks.
-/
set_option autoImplicit false
universe u

open Finset

namespace Nat

section OrderedField
variable {F : Type u} [LinearOrderedField F]

/-- The bound on the binomial sum, with a free parameter: for `0 ≤ t ≤ 1`,
`(∑ i ≤ k, N.choose i) * t ^ k ≤ (1 + t) ^ N`. -/
theorem sum_choose_mul_pow_le {t : F} (h₀ : 0 ≤ t) (h₁ : t ≤ 1) {k N : Nat} (hk : k ≤ N) :
    ((∑ i < k + 1, N.choose i : Nat) : F) * t ^ k ≤ (1 + t) ^ N := by
  rw [one_add_pow, Nat.cast_sum, sum_mul]
  refine le_trans (sum_le_sum fun i hi => ?_)
    (sum_le_sum_of_subset_of_nonneg (s := range (k + 1)) (fun i hi => ?_) fun i _ _ => ?_)
  · exact mul_le_mul_of_nonneg_left
      (pow_le_pow_of_le_one h₀ h₁ (Nat.le_of_lt_succ (mem_range.1 hi))) (Nat.cast_nonneg _)
  · exact mem_range.2 (Nat.lt_of_lt_of_le (mem_range.1 hi) (Nat.succ_le_succ hk))
  · exact mul_nonneg (Nat.cast_nonneg _) (pow_nonneg h₀ i)

/-- The bound on the binomial sum (chapter 7), without division by `(k / N) ^ k`: for
`1 ≤ k ≤ N`, `(∑ i ≤ k, N.choose i) * (k / N) ^ k ≤ (1 + k / N) ^ N`. -/
theorem sum_choose_mul_div_pow_le {k N : Nat} (hk : 1 ≤ k) (hN : k ≤ N) :
    ((∑ i < k + 1, N.choose i : Nat) : F) * ((k : F) / N) ^ k ≤ (1 + (k : F) / N) ^ N := by
  have pos : (0 : F) < N := Nat.cast_pos.2 (Nat.lt_of_lt_of_le hk hN)
  refine sum_choose_mul_pow_le (div_nonneg (Nat.cast_nonneg k) pos.le) ?_ hN
  rw [div_le_one pos]
  exact Nat.cast_le.2 hN

/-- The bound on the binomial sum (chapter 7): for `1 ≤ k ≤ N`,
`∑ i ≤ k, N.choose i ≤ (N / k) ^ k * (1 + k / N) ^ N`. -/
theorem sum_choose_le_div_pow {k N : Nat} (hk : 1 ≤ k) (hN : k ≤ N) :
    ((∑ i < k + 1, N.choose i : Nat) : F) ≤ ((N : F) / k) ^ k * (1 + (k : F) / N) ^ N := by
  have hk' : (0 : F) < k := Nat.cast_pos.2 hk
  have hN' : (0 : F) < N := Nat.cast_pos.2 (Nat.lt_of_lt_of_le hk hN)
  have e : ((N : F) / k) ^ k * ((k : F) / N) ^ k = 1 := by
    rw [← mul_pow, div_mul_div_comm, mul_comm (k : F), div_self (mul_pos hN' hk').ne', one_pow]
  refine le_of_mul_le_mul_right (c := ((k : F) / N) ^ k) ?_
    (_root_.pow_pos (_root_.div_pos hk' hN') k)
  rw [mul_right_comm, e, one_mul]
  exact sum_choose_mul_div_pow_le hk hN

end OrderedField

/-- The polynomial bound on the binomial sum (chapter 7): `∑ i ≤ k, N.choose i ≤ (N + 1) ^ k`, for
all `N` and `k`. -/
theorem sum_choose_le_add_one_pow (N k : Nat) : ∑ i < k + 1, N.choose i ≤ (N + 1) ^ k := by
  induction N generalizing k with
  | zero =>
    rw [sum_range_succ' _ k, sum_eq_zero fun i _ => choose_zero_succ i]
    exact one_le_pow₀ (by decide)
  | succ N ih =>
    cases k with
    | zero => rw [sum_range_one, choose_zero_right]; exact Nat.le_refl 1
    | succ k =>
      rw [sum_range_succ' _ (k + 1), sum_congr rfl fun i _ => choose_succ_succ N i,
        sum_add_distrib, choose_zero_right, Nat.add_assoc]
      have e := sum_range_succ' (fun i => N.choose i) (k + 1)
      rw [choose_zero_right] at e
      rw [← e]
      refine Nat.le_trans (Nat.add_le_add (ih k) (ih (k + 1))) ?_
      rw [show (N + 1) ^ k + (N + 1) ^ (k + 1) = (N + 1) ^ k * (N + 1 + 1) by ring, Nat.pow_succ]
      exact Nat.mul_le_mul_right _ (pow_le_pow_left₀ (Nat.zero_le _) (Nat.le_succ _) k)

/-- The hypotheses of `sum_choose_le_div_pow` can hold, for example for `k = N = 1`, where the bound
reads `2 ≤ 1 * 2`. -/
theorem sum_choose_le_div_pow_witness : ∃ k N : Nat, 1 ≤ k ∧ k ≤ N :=
  ⟨1, 1, Nat.le_refl 1, Nat.le_refl 1⟩

/-- Without the factor `(1 + k / N) ^ N`, or `e ^ k` in its place, the bound fails at `k = N = 1`,
in every ordered field. -/
theorem sum_choose_le_div_pow_needs_factor {F : Type u} [LinearOrderedField F] :
    ∃ k N : Nat, 1 ≤ k ∧ k ≤ N ∧ ¬((∑ i < k + 1, N.choose i : Nat) : F) ≤ ((N : F) / k) ^ k := by
  refine ⟨1, 1, Nat.le_refl 1, Nat.le_refl 1, not_le.2 ?_⟩
  rw [Nat.cast_one, div_self one_ne_zero, one_pow]
  rw [← Nat.cast_one]
  exact Nat.cast_lt.2 (by decide)

/-- The bound fails for `k > N`: at `N = 1`, `k = 4` it would say `2 ≤ (1 / 4) ^ 4 * 5`. -/
theorem sum_choose_le_div_pow_needs_le : ∃ k N : Nat, 1 ≤ k ∧ 1 ≤ N ∧
    ¬((∑ i < k + 1, N.choose i : Nat) : Rat) ≤ ((N : Rat) / k) ^ k * (1 + (k : Rat) / N) ^ N :=
  ⟨4, 1, by decide, by decide, by decide⟩

/-- The bound for all `0 ≤ t ≤ 1` fails for `t = 2`. -/
theorem sum_choose_mul_pow_le_needs_le_one : ∃ (t : Rat) (k N : Nat), 0 ≤ t ∧ k ≤ N ∧
    ¬((∑ i < k + 1, N.choose i : Nat) : Rat) * t ^ k ≤ (1 + t) ^ N :=
  ⟨2, 1, 1, by decide, by decide, by decide⟩

/-- In `(N + 1) ^ k` the one cannot be left out, even where `1 ≤ k ≤ N`. -/
theorem sum_choose_le_add_one_pow_needs_add_one : ∃ N k : Nat, 1 ≤ k ∧ k ≤ N ∧
    ¬∑ i < k + 1, N.choose i ≤ N ^ k :=
  ⟨1, 1, by decide, by decide, by decide⟩

end Nat
