prelude
import DeepTheory.Algebra.Matrix
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.Tactic.Linarith
/-! # Effective dimension

The number of eigenvalues that are visible at a scale `λ`, counted softly.

Book items: effective dimension (chapter 17).

## Main definitions

* `EffectiveDimension.dim μ λ`: `∑ μ_j / (μ_j + λ)`.

## Main statements

* `EffectiveDimension.trace_eq`: it is the trace of `K (K + λ)⁻¹` for a matrix `K` with an
  orthonormal basis of eigenvectors,
* `EffectiveDimension.dim_le_dim`: it does not increase with `λ`,
* `EffectiveDimension.card_le_two_mul_dim`, `EffectiveDimension.dim_le_card`,
  `EffectiveDimension.dim_le_sum_div`, `EffectiveDimension.dim_le_card_add`: the bounds.

## Notes

Over every ordered field, for given eigenvalues. The number of eigenvalues other than zero is the
rank of the matrix.
-/
set_option autoImplicit false
universe u v
open Finset

namespace EffectiveDimension
variable {ι : Type u} {F : Type v} [LinearOrderedField F] [Fintype ι] {μ : ι → F} {c c' : F}

/-- The effective dimension (chapter 17): `∑ μ_j / (μ_j + c)`. -/
def dim (μ : ι → F) (c : F) : F := ∑ j, μ j / (μ j + c)

theorem diagonal_mul_diagonal (d e : ι → F) :
    Matrix.diagonal d * Matrix.diagonal e = Matrix.diagonal fun j => d j * e j := by
  refine Matrix.ext fun i k => ?_
  rw [Matrix.mul_apply, Fintype.sum_congr fun j =>
    show Matrix.diagonal d i j * Matrix.diagonal e j k = if i = j then d i * Matrix.diagonal e j k
      else 0 by
        by_cases h : i = j
        · rw [Matrix.diagonal, if_pos h, if_pos h]
        · rw [Matrix.diagonal, if_neg h, if_neg h, zero_mul], Fintype.sum_ite_eq]
  show d i * (if i = k then e i else 0) = if i = k then d i * e i else 0
  by_cases h : i = k
  · rw [if_pos h, if_pos h]
  · rw [if_neg h, if_neg h, mul_zero]

/-- Effective dimension (chapter 17), trace form: if `K = U diag(μ) Uᵀ` with `Uᵀ U = U Uᵀ = 1`, and
`R` is an inverse of `K + c`, then `tr (K R) = ∑ μ_j / (μ_j + c)`. -/
theorem trace_eq {K U R : Matrix ι ι F} (hK : K = U * Matrix.diagonal μ * Uᵀ) (h₁ : Uᵀ * U = 1)
    (h₂ : U * Uᵀ = 1) (hμ : ∀ j, μ j + c ≠ 0) (hR : R * (K + c • (1 : Matrix ι ι F)) = 1) :
    (K * R).trace = dim μ c := by
  have assoc : ∀ A B C : Matrix ι ι F, A * B * C = A * (B * C) := Matrix.mul_assoc'
  -- products of matrices with these eigenvectors are products of their eigenvalues
  have prod : ∀ d e : ι → F, U * Matrix.diagonal d * Uᵀ * (U * Matrix.diagonal e * Uᵀ) =
      U * (Matrix.diagonal fun j => d j * e j) * Uᵀ := fun d e => by
    rw [← diagonal_mul_diagonal]
    simp only [assoc]
    rw [← assoc Uᵀ U, h₁, Matrix.one_mul']
  have shift : K + c • (1 : Matrix ι ι F) = U * (Matrix.diagonal fun j => μ j + c) * Uᵀ := by
    have e : (Matrix.diagonal fun j => μ j + c) = Matrix.diagonal μ + c • (1 : Matrix ι ι F) :=
      Matrix.ext fun i k => by
        show (if i = k then μ i + c else 0) = (if i = k then μ i else 0) +
          c * if i = k then 1 else 0
        by_cases h : i = k
        · rw [if_pos h, if_pos h, if_pos h, mul_one]
        · rw [if_neg h, if_neg h, if_neg h, mul_zero, add_zero]
    have s : U * (c • (1 : Matrix ι ι F)) * Uᵀ = c • (1 : Matrix ι ι F) := by
      have k : U * (c • (1 : Matrix ι ι F)) = c • U := by
        refine Matrix.ext fun i k => ?_
        have o := congrFun (congrFun (Matrix.mul_one' U) i) k
        rw [Matrix.mul_apply] at o ⊢
        rw [Matrix.smul_apply, ← o, mul_sum]
        exact Fintype.sum_congr fun j => by rw [Matrix.smul_apply, mul_left_comm]
      rw [k, ← h₂]
      refine Matrix.ext fun i k => ?_
      rw [Matrix.mul_apply, Matrix.smul_apply, Matrix.mul_apply, mul_sum]
      exact Fintype.sum_congr fun j => by rw [Matrix.smul_apply, mul_assoc]
    rw [e, Matrix.mul_add', Matrix.add_mul', s, hK]
  have inv : R = U * (Matrix.diagonal fun j => 1 / (μ j + c)) * Uᵀ := by
    have o : (K + c • (1 : Matrix ι ι F)) * (U * (Matrix.diagonal fun j => 1 / (μ j + c)) * Uᵀ) =
        1 := by
      rw [shift, prod, show (Matrix.diagonal fun j => (μ j + c) * (1 / (μ j + c))) = 1 from
        congrArg Matrix.diagonal (funext fun j => by
          rw [mul_one_div, div_self (hμ j)]), Matrix.mul_one', h₂]
    rw [← Matrix.one_mul' (U * (Matrix.diagonal fun j => 1 / (μ j + c)) * Uᵀ), ← hR, assoc, o,
      Matrix.mul_one']
  rw [inv, hK, prod, Matrix.trace_mul_comm, ← assoc, h₁, Matrix.one_mul']
  show (∑ j, if j = j then μ j * (1 / (μ j + c)) else 0) = ∑ j, μ j / (μ j + c)
  exact Fintype.sum_congr fun j => by rw [if_pos rfl, mul_one_div]

/-- Effective dimension (chapter 17): it does not increase with the scale. -/
theorem dim_le_dim (hμ : ∀ j, 0 ≤ μ j) (hc : 0 < c) (h : c ≤ c') : dim μ c' ≤ dim μ c :=
  sum_le_sum fun j _ => div_le_div_of_nonneg_left (hμ j) (add_pos_of_nonneg_of_pos (hμ j) hc)
    (add_le_add_left h _)

/-- Effective dimension (chapter 17), lower bound: at least half the number of the eigenvalues that
are at least `c`. -/
theorem card_le_two_mul_dim (hμ : ∀ j, 0 ≤ μ j) (hc : 0 < c) :
    1 / 2 * ((univ.filter fun j => c ≤ μ j).card : F) ≤ dim μ c := by
  rw [← sum_boole, mul_sum]
  refine sum_le_sum fun j _ => ?_
  have p := add_pos_of_nonneg_of_pos (hμ j) hc
  by_cases h : c ≤ μ j
  · rw [if_pos h, mul_one, div_le_div_iff_of_pos two_pos p]
    linarith
  · rw [if_neg h, mul_zero]
    exact div_nonneg (hμ j) p.le

omit [Fintype ι] in
theorem div_add_le_one (hμ : ∀ j, 0 ≤ μ j) (hc : 0 < c) (j : ι) : μ j / (μ j + c) ≤ 1 :=
  (div_le_one (add_pos_of_nonneg_of_pos (hμ j) hc)).2 (le_add_of_nonneg_right hc.le)

omit [Fintype ι] in
theorem div_add_le_div (hμ : ∀ j, 0 ≤ μ j) (hc : 0 < c) (j : ι) : μ j / (μ j + c) ≤ μ j / c :=
  div_le_div_of_nonneg_left (hμ j) hc (le_add_of_nonneg_left (hμ j))

/-- Effective dimension (chapter 17): at most the rank, the number of eigenvalues other than zero.
-/
theorem dim_le_card (hμ : ∀ j, 0 ≤ μ j) (hc : 0 < c) :
    dim μ c ≤ ((univ.filter fun j => μ j ≠ 0).card : F) := by
  rw [← sum_boole]
  refine sum_le_sum fun j _ => ?_
  by_cases h : μ j = 0
  · rw [h, zero_div, if_neg fun k => k rfl]
  · rw [if_pos h]
    exact div_add_le_one hμ hc j

/-- Effective dimension (chapter 17): at most the trace divided by the scale. -/
theorem dim_le_sum_div (hμ : ∀ j, 0 ≤ μ j) (hc : 0 < c) : dim μ c ≤ (∑ j, μ j) / c := by
  rw [sum_div]
  exact sum_le_sum fun j _ => div_add_le_div hμ hc j

/-- Effective dimension (chapter 17): at most the number of the eigenvalues that are at least `c`,
plus the sum of the others divided by `c`. -/
theorem dim_le_card_add (hμ : ∀ j, 0 ≤ μ j) (hc : 0 < c) :
    dim μ c ≤ ((univ.filter fun j => c ≤ μ j).card : F) +
      1 / c * ∑ j ∈ univ.filter fun j => μ j < c, μ j := by
  rw [← sum_boole, sum_filter, mul_sum, ← sum_add_distrib]
  refine sum_le_sum fun j _ => ?_
  by_cases h : c ≤ μ j
  · rw [if_pos h, if_neg (not_lt_of_ge h), mul_zero, add_zero]
    exact div_add_le_one hμ hc j
  · rw [if_neg h, if_pos (lt_of_not_ge h), zero_add, one_div, ← div_eq_inv_mul]
    exact div_add_le_div hμ hc j

/-- The hypotheses can hold: eigenvalues `3`, `1`, `0` at the scale `1`. -/
theorem dim_witness : ∃ (μ : Fin 3 → Rat) (c : Rat), (∀ j, 0 ≤ μ j) ∧ 0 < c ∧ dim μ c = 5 / 4 :=
  ⟨fun j => if j = 0 then 3 else if j = 1 then 1 else 0, 1, by decide +kernel, by decide +kernel,
    by decide +kernel⟩

/-- At the scale zero the bound by half the number of eigenvalues fails: all are at least zero, and
none is visible if all are zero. -/
theorem card_le_two_mul_dim_needs_pos : ∃ μ : Fin 1 → Rat, (∀ j, 0 ≤ μ j) ∧
    ¬1 / 2 * ((univ.filter fun j => 0 ≤ μ j).card : Rat) ≤ dim μ 0 :=
  ⟨fun _ => 0, by decide +kernel, by decide +kernel⟩

end EffectiveDimension
