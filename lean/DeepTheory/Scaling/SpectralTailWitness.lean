prelude
import DeepTheory.Scaling.SpectralTail
/-! # An infinite system of orthonormal modes

The hypotheses of `SpectralTail.isTail_mean_sub_sq` can hold.

Book items: more modes leave a smaller tail (chapter 17).

## Main definitions

* `SpectralTail.halving`: the natural number `i` with the probability `2^(-i - 1)`.

## Main statements

* `SpectralTail.isTail_mean_sub_sq_witness`.
-/
set_option autoImplicit false
open Finset Real

namespace SpectralTail

/-- The mean under `2^(-i - 1)` of a function that is constant from `k` on. -/
noncomputable def halvingSum (X : Nat → Real) (k : Nat) : Real :=
  (∑ i < k, (1 / 2) ^ (i + 1) * X i) + (1 / 2) ^ k * X k

theorem lim_halvingSum {X : Nat → Real} {N : Nat} (h : ∀ n, N ≤ n → X n = X N) :
    lim (halvingSum X) = halvingSum X N := by
  refine HasLimit.lim_eq ((HasLimit.const (halvingSum X N)).congr' ⟨N, fun n hn => ?_⟩)
  obtain ⟨k, rfl⟩ := Nat.exists_eq_add_of_le hn
  clear hn
  induction k with
  | zero => rfl
  | succ k ih =>
    rw [ih]
    show _ = (∑ i < N + k + 1, _) + (1 / 2) ^ (N + k + 1) * X (N + k + 1)
    rw [sum_range_succ, h (N + k + 1) (Nat.le_add_right N (k + 1))]
    show (∑ i < N + k, _) + (1 / 2) ^ (N + k) * X (N + k) = _
    rw [h (N + k) (Nat.le_add_right N k), pow_succ]
    ring

private theorem common {X Y : Nat → Real} : (∃ N, ∀ n, N ≤ n → X n = X N) →
    (∃ N, ∀ n, N ≤ n → Y n = Y N) → ∃ N, (∀ n, N ≤ n → X n = X N) ∧ ∀ n, N ≤ n → Y n = Y N :=
  fun ⟨M, h⟩ ⟨N, k⟩ => ⟨max M N, fun n hn => (h n (le_trans (le_max_left M N) hn)).trans
    (h _ (le_max_left M N)).symm, fun n hn => (k n (le_trans (le_max_right M N) hn)).trans
    (k _ (le_max_right M N)).symm⟩

/-- The expectation on the natural numbers that gives `i` the probability `2^(-i - 1)`; its random
variables are the functions that are constant from some number on. -/
noncomputable def halving : Expectation Real Nat where
  IsRandom X := ∃ N, ∀ n, N ≤ n → X n = X N
  mean X := lim (halvingSum X)
  isRandom_const _ := ⟨0, fun _ _ => rfl⟩
  isRandom_add hX hY := let ⟨N, h, k⟩ := common hX hY
    ⟨N, fun n hn => congr (congrArg HAdd.hAdd (h n hn)) (k n hn)⟩
  isRandom_mul hX hY := let ⟨N, h, k⟩ := common hX hY
    ⟨N, fun n hn => congr (congrArg HMul.hMul (h n hn)) (k n hn)⟩
  mean_one := (lim_halvingSum (N := 0) fun _ _ => rfl).trans (by
    rw [halvingSum, sum_range_zero, pow_zero, zero_add, one_mul])
  mean_add {X Y} hX hY := by
    obtain ⟨N, h, k⟩ := common hX hY
    rw [lim_halvingSum h, lim_halvingSum k,
      lim_halvingSum (N := N) fun n hn => congr (congrArg HAdd.hAdd (h n hn)) (k n hn)]
    rw [halvingSum, halvingSum, halvingSum, sum_congr rfl fun i _ => mul_add _ (X i) (Y i),
      sum_add_distrib, mul_add]
    ac_rfl
  mean_const_mul c {X} := fun ⟨N, h⟩ => by
    rw [lim_halvingSum h, lim_halvingSum (N := N) fun n hn => congrArg (c * ·) (h n hn)]
    rw [halvingSum, halvingSum, sum_congr rfl fun i _ => mul_left_comm _ c (X i), ← mul_sum,
      mul_add, mul_left_comm]
  mean_nonneg {X} := fun ⟨N, h⟩ hX => by
    rw [lim_halvingSum h]
    have p : (0 : Real) ≤ 1 / 2 := one_div_nonneg.2 zero_le_two
    exact add_nonneg (sum_nonneg fun i _ => mul_nonneg (pow_nonneg p _) (hX i))
      (mul_nonneg (pow_nonneg p N) (hX N))

/-- The mean of a function that vanishes outside of one number. -/
theorem mean_halving_single {X : Nat → Real} (i : Nat) (h : ∀ n, n ≠ i → X n = 0) :
    halving.mean X = (1 / 2) ^ (i + 1) * X i := by
  have z : X (i + 1) = 0 := h _ (Nat.ne_of_gt (Nat.lt_succ_self i))
  refine (lim_halvingSum (N := i + 1) fun n hn => ?_).trans ?_
  · rw [z, h n (Nat.ne_of_gt hn)]
  · rw [halvingSum, z, mul_zero, add_zero, sum_range_succ, sum_eq_zero fun j hj => by
      rw [h j (Nat.ne_of_lt (mem_range.1 hj)), mul_zero], zero_add]

/-- The modes: `√(2^(i + 1))` at `i`, zero elsewhere. -/
noncomputable def spike (i n : Nat) : Real := if n = i then sqrt (2 ^ (i + 1)) else 0

theorem isOrthonormal_spike : IsOrthonormal halving spike where
  isRandom i := ⟨i + 1, fun n hn => by
    rw [spike, spike, if_neg (Nat.ne_of_gt hn), if_neg (Nat.ne_of_gt (Nat.lt_succ_self i))]⟩
  mean_mul i j := by
    rw [mean_halving_single i fun n hn => by rw [spike, if_neg hn, zero_mul]]
    by_cases h : i = j
    · subst h
      rw [if_pos rfl, spike, if_pos rfl, mul_self_sqrt (pow_nonneg zero_le_two _), ← mul_pow,
        one_div, inv_mul_cancel₀ two_ne_zero, one_pow]
    · rw [if_neg h, show spike j i = 0 from if_neg h, mul_zero, mul_zero]

/-- The hypotheses of `isTail_mean_sub_sq` can hold: infinitely many modes, and the first of them
as the target. -/
theorem isTail_mean_sub_sq_witness : ∃ (E : Expectation Real Nat) (φ : Nat → Nat → Real)
    (f : Nat → Real) (a : Nat → Real), IsOrthonormal E (fun i => φ (i + 1)) ∧ E.IsRandom f ∧
      (∀ j, 1 ≤ j → a j = E.mean fun ω => f ω * φ j ω) ∧ a 1 = 1 ∧
        HasLimit (fun k => E.mean fun ω => (f ω - ∑ i < k, a (i + 1) * φ (i + 1) ω) ^ 2) 0 := by
  refine ⟨halving, fun j => spike (j - 1), spike 0, fun j => if 0 = j - 1 then 1 else 0,
    isOrthonormal_spike, isOrthonormal_spike.isRandom 0,
    fun j _ => (isOrthonormal_spike.mean_mul 0 (j - 1)).symm, if_pos rfl, ?_⟩
  refine (HasLimit.const 0).congr' ⟨1, fun k hk => ?_⟩
  have z : ∀ ω, (spike 0 ω - ∑ i < k, (if 0 = i + 1 - 1 then 1 else 0) * spike (i + 1 - 1) ω) ^ 2 =
      0 := fun ω => by
    rw [sum_eq_single 0 (fun i _ hi => by
      rw [if_neg fun e => hi (show i = 0 from e.symm), zero_mul])
      fun no => absurd (mem_range.2 hk) no, if_pos rfl, one_mul]
    show (spike 0 ω - spike 0 ω) ^ 2 = 0
    rw [sub_self, zero_pow_succ]
  exact ((halving.mean_congr z).trans (halving.mean_const 0)).symm

end SpectralTail
