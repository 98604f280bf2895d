prelude
import DeepTheory.Hypercube.Learning
import DeepTheory.Real.Exp
import DeepTheory.Real.Sqrt
/-! # The hypercube over the real numbers

The statements of the chapter that have exponentials or square roots, as the book has them.

Book items: Lemma 10.13, Theorem 10.16, Lemma 10.8 with `τ = √(ε / n_α)`, total influence of
halfspaces.

## Main statements

* `Hypercube.Real.tail_le`: Lemma 10.13 with the constant `2 / (1 - e⁻²)`,
* `Hypercube.Real.noiseSensitivity_halfspace_le`: Theorem 10.16, `NS_η ≤ √(2η)`,
* `Hypercube.Real.prob_sign_ne_le`: Lemma 10.8 with error `2ε`,
* `Hypercube.Real.totalInfluence_halfspace_le`: total influence at most `√d`.
-/
set_option autoImplicit false
universe u

namespace Hypercube.Real
variable {ι : Type u} [Fintype ι]

/-- `(1 - 2η) ^ n ≤ e⁻²` as soon as `η n ≥ 1`. -/
theorem pow_le_exp_neg_two {η : Real} (h1 : η ≤ 1 / 2) {n : Nat} (hn : 1 ≤ η * n) :
    (1 - 2 * η) ^ n ≤ Real.exp (-2) := by
  refine le_trans (pow_le_pow_left₀ (by linarith) (Real.one_sub_le_exp_neg (2 * η)) n) ?_
  rw [← Real.exp_mul_nat]
  exact Real.exp_le_exp_of_le (by linarith)

/-- Lemma 10.13 (stability implies low-degree mass): for `0 < η ≤ 1/2` the Fourier mass of a Boolean
function on the degrees `|S| ≥ 1/η` is at most `2 / (1 - e⁻²)` times its noise sensitivity. -/
theorem tail_le [DecidableEq Real] {f : (ι → Bool) → Real} (hf : IsBoolean f) {η : Real}
    (h0 : 0 < η)
    (h1 : η ≤ 1 / 2) :
    ∑ S ∈ Finset.univ.filter (fun S : Finset ι => 1 / η ≤ S.card), coefficient f S ^ 2 ≤
      2 / (1 - Real.exp (-2)) * noiseSensitivity η f := by
  have c : 0 < 1 - Real.exp (-2) := by
    have : Real.exp (-2) < 1 := Real.exp_lt_one_iff.2 (by linarith [(two_pos : (0 : Real) < 2)])
    linarith
  have h := tail_le_of_pow_le hf (le_of_lt h0) h1 fun n hn => pow_le_exp_neg_two h1 hn
  rw [show (Finset.univ.filter fun S : Finset ι => 1 / η ≤ (S.card : Real)) =
    Finset.univ.filter fun S : Finset ι => 1 ≤ η * S.card from Finset.filter_congr fun S _ =>
      div_le_iff₀' h0]
  rw [div_mul_eq_mul_div, le_div_iff₀' c]
  exact h

/-- The hypotheses of Lemma 10.13 can hold. -/
theorem tail_le_witness :
    ∃ f : (Fin 2 → Bool) → Real, IsBoolean f ∧ ∃ η : Real, 0 < η ∧ η ≤ 1 / 2 :=
  ⟨character {0, 1}, isBoolean_character _, 1 / 2, half_pos zero_lt_one, le_rfl⟩

/-- Theorem 10.16 (Peres noise bound): the noise sensitivity of a halfspace is at most `√(2η)`, `0 <
η ≤ 1/2`. -/
theorem noiseSensitivity_halfspace_le [DecidableEq Real] {s : Real → Real} (hs : IsSign s)
    (a : ι → Real) (θ : Real)
    {η : Real} (h0 : 0 < η) (h1 : η ≤ 1 / 2) : noiseSensitivity η (halfspace s a θ) ≤
      Real.sqrt (2 * η) := by
  refine Real.le_sqrt_of_sq_le (peres hs a θ h0 h1 ?_)
  have ⟨n, hn⟩ := Real.exists_nat_gt (1 / η)
  exact ⟨n, (div_le_iff₀' h0).1 (le_of_lt hn)⟩

/-- Lemma 10.8 (coefficient accuracy implies prediction accuracy) with `τ = √(ε / n_α)`, `α ≥ 1`:
the error is at most `2ε`. -/
theorem prob_sign_ne_le [DecidableEq Real] {f : (ι → Bool) → Real} (hf : IsBoolean f) {α : Nat}
    (hα : 1 ≤ α)
    {c : Finset ι → Real} {ε : Real} (h0 : 0 ≤ ε)
    (hτ : ∀ S : Finset ι, S.card < α → |c S - coefficient f S| ≤ Real.sqrt (ε / lowCount ι α))
    (hε : IsConcentrated f α ε) {s : Real → Real} (hs : IsRounding s) :
    prob (fun x => s (lowDegree α c x) ≠ f x) ≤ 2 * ε := by
  have n : 0 < lowCount ι α := Finset.card_pos.2 ⟨∅, Finset.mem_filter.2 ⟨Finset.mem_univ _, hα⟩⟩
  have n' : (0 : Real) < lowCount ι α := Nat.cast_pos.2 n
  refine prob_sign_ne_le_two_mul hf hτ hε ?_ hs
  rw [Real.sq_sqrt (div_nonneg h0 (le_of_lt n')), mul_div_cancel₀ _ (ne_of_gt n')]

/-- The total influence of a halfspace on `d` coordinates is at most `√d`. -/
theorem totalInfluence_halfspace_le [DecidableEq Real] {s : Real → Real} (hs : IsSign s)
    (a : ι → Real) (θ : Real) :
    (totalInfluence (halfspace s a θ) : Real) ≤ Real.sqrt (Fintype.card ι) :=
  Real.le_sqrt_of_sq_le (totalInfluence_halfspace_sq_le hs a θ)

/-- A function of `k` halfspaces has noise sensitivity at most `k √(2η)`, `0 < η ≤ 1/2`. -/
theorem noiseSensitivity_comp_halfspace_le [DecidableEq Real] {κ : Type u} [Fintype κ]
    {s : Real → Real} (hs : IsSign s)
    (g : (κ → Real) → Real) (a : κ → ι → Real) (θ : κ → Real) {η : Real} (h0 : 0 < η)
      (h1 : η ≤ 1 / 2) :
    noiseSensitivity η (fun x => g fun k => halfspace s (a k) (θ k) x) ≤ Fintype.card κ *
      Real.sqrt (2 * η) := by
  refine le_trans (noiseSensitivity_comp_le (β := fun _ : κ => Real) g (fun k =>
    halfspace s (a k) (θ k))
    (le_of_lt h0) (le_trans h1 (by linarith [(zero_le_one : (0 : Real) ≤ 1)]))) ?_
  exact Finset.sum_le_card_mul Finset.univ _ _ fun k _ => noiseSensitivity_halfspace_le hs (a k)
    (θ k) h0 h1

end Hypercube.Real
