prelude
import DeepTheory.Generalization.BinomialSum
import DeepTheory.Generalization.SauerShelah
import DeepTheory.Real.Exp
/-! # The Sauer-Shelah bound with `e`

The closed form of the Sauer-Shelah bound over the real numbers, as the book has it.

Book items: Lemma 7.9 (second part), and the bound on the binomial sum (chapter 7).

## Main statements

* `Nat.sum_choose_le_exp`: `∑ i ≤ k, N.choose i ≤ (e N / k) ^ k` for `1 ≤ k ≤ N`.
* `Nat.one_add_div_pow_le_exp`: `(1 + k / N) ^ N ≤ e ^ k`.
* `Nat.add_one_pow_le_exp_mul_pow`: `(N + 1) ^ W ≤ (e N) ^ W`.
* `VC.IsGrowth.le_exp`: the growth function of a class of VC dimension at most `k` is at most
  `(e N / k) ^ k`.
-/
set_option autoImplicit false
universe u

namespace Nat

/-- The step from the rational closed form to the real one: `(1 + k / N) ^ N ≤ e ^ k`. -/
theorem one_add_div_pow_le_exp {k N : Nat} (hN : N ≠ 0) :
    (1 + (k : Real) / N) ^ N ≤ Real.exp 1 ^ k := by
  have pos : (0 : Real) < N := Nat.cast_pos.2 (Nat.pos_of_ne_zero hN)
  have h₀ : (0 : Real) ≤ k / N := _root_.div_nonneg (Nat.cast_nonneg k) pos.le
  refine _root_.le_trans
    (pow_le_pow_left₀ (add_nonneg zero_le_one h₀) (Real.one_add_le_exp _) N) (le_of_eq ?_)
  rw [← Real.exp_nat_mul, ← Real.exp_nat, mul_div_cancel₀ _ pos.ne']

/-- The bound on the binomial sum (chapter 7): for `1 ≤ k ≤ N`,
`∑ i ≤ k, N.choose i ≤ (e N / k) ^ k`. -/
theorem sum_choose_le_exp {k N : Nat} (hk : 1 ≤ k) (hN : k ≤ N) :
    ((∑ i < k + 1, N.choose i : Nat) : Real) ≤ (Real.exp 1 * N / k) ^ k := by
  have n0 : N ≠ 0 := Nat.ne_of_gt (Nat.lt_of_lt_of_le hk hN)
  refine _root_.le_trans (sum_choose_le_div_pow hk hN) ?_
  rw [mul_div_assoc, mul_comm (Real.exp 1), mul_pow]
  refine mul_le_mul_of_nonneg_left (one_add_div_pow_le_exp n0) (pow_nonneg ?_ k)
  exact _root_.div_nonneg (Nat.cast_nonneg N) (Nat.cast_nonneg k)

/-- `(N + 1) ^ W ≤ (e N) ^ W` for `N ≥ 1`: the last step of the bound for sign networks
(chapter 7). -/
theorem add_one_pow_le_exp_mul_pow {N : Nat} (hN : 1 ≤ N) (W : Nat) :
    (((N + 1) ^ W : Nat) : Real) ≤ (Real.exp 1 * N) ^ W := by
  have h : (1 : Real) ≤ N := Nat.one_le_cast.2 hN
  have e : (1 : Real) + 1 ≤ Real.exp 1 := Real.add_one_le_exp 1
  rw [Nat.cast_pow, Nat.cast_add, Nat.cast_one]
  refine pow_le_pow_left₀ (add_nonneg (Nat.cast_nonneg N) zero_le_one) ?_ W
  refine _root_.le_trans ?_ (mul_le_mul_of_nonneg_right e (Nat.cast_nonneg N))
  rw [add_mul, one_mul]
  exact add_le_add_left h (N : Real)

end Nat

namespace VC
variable {X : Type u}

/-- Lemma 7.9 (Sauer-Shelah, closed form): if the VC dimension of `H` is at most `k` and
`1 ≤ k ≤ N`, then `G_H(N) ≤ (e N / k) ^ k`. -/
theorem IsGrowth.le_exp {H : (X → Bool) → Prop} {k N B : Nat} (hB : IsGrowth H N B)
    (hH : VCDimLE H k) (hk : 1 ≤ k) (hN : k ≤ N) : (B : Real) ≤ (Real.exp 1 * N / k) ^ k := by
  obtain ⟨_, T, hT, lT, aT⟩ := hB
  exact le_trans (Nat.cast_le.2 (aT.le (growthLE_of_vcDimLE hH N T hT lT)))
    (Nat.sum_choose_le_exp hk hN)

end VC
