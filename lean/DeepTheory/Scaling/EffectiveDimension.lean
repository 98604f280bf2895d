prelude
import DeepTheory.Algebra.Matrix
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.Tactic.Linarith
import DeepTheory.Generalization.Halfspace
/-! # Effective dimension

The number of eigenvalues that are visible at a scale `λ`, counted softly.

Book items: effective dimension (chapter 17).

## Main definitions

* `EffectiveDimension.dim μ λ`: `∑ μ_j / (μ_j + λ)`.

## Main statements

* `EffectiveDimension.trace_eq`: it is the trace of `K (K + λ)⁻¹` for a matrix `K` with an
  orthonormal basis of eigenvectors; `EffectiveDimension.trace_eq_sum`: the trace of `K`,
* `EffectiveDimension.dim_le_dim`: it does not increase with `λ`,
* `EffectiveDimension.card_le_two_mul_dim`, `EffectiveDimension.dim_le_card`,
  `EffectiveDimension.dim_le_sum_div`, `EffectiveDimension.dim_le_card_add`: the bounds,
* `EffectiveDimension.dim_le_rank`: it is at most the rank of `K`.

## Notes

Over every ordered field, for given eigenvalues. The rank is the least `r` for which the matrix is a
product `A B` over `r` dimensions in between.
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

/-- Effective dimension (chapter 17): the trace of `K = U diag(μ) Uᵀ` is the sum of the eigenvalues.
-/
theorem trace_eq_sum {K U : Matrix ι ι F} (hK : K = U * Matrix.diagonal μ * Uᵀ)
    (h₁ : Uᵀ * U = 1) : K.trace = ∑ j, μ j := by
  rw [hK, Matrix.trace_mul_comm, ← Matrix.mul_assoc', h₁, Matrix.one_mul']
  show (∑ j, if j = j then μ j else 0) = ∑ j, μ j
  exact Fintype.sum_congr fun j => if_pos rfl

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

/-- If `K = U diag(μ) Uᵀ` is a product `A B` with `r` dimensions in between, then at most `r`
eigenvalues are not zero. -/
theorem card_le_rank {K U : Matrix ι ι F} (hK : K = U * Matrix.diagonal μ * Uᵀ) (h₁ : Uᵀ * U = 1)
    {r : Nat} {A : ι → Fin r → F} {B : Fin r → ι → F} (hAB : ∀ i j, K i j = ∑ l, A i l * B l j) :
    (univ.filter fun j => μ j ≠ 0).card ≤ r := by
  refine Nat.le_of_not_lt fun lt => ?_
  obtain ⟨d, ⟨i, hi, di⟩, hd⟩ := VC.exists_relation (univ.filter fun j => μ j ≠ 0)
    (fun j l => ∑ k, B l k * U k j) lt
  -- `B` sends the combination `U e` of eigenvectors to zero, so `K` does
  let e : ι → F := fun j => if μ j ≠ 0 then d j else 0
  have hB : ∀ l, ∑ k, B l k * (U *ᵥ e) k = 0 := fun l => by
    refine Eq.trans ?_ (hd l)
    rw [sum_filter, Fintype.sum_congr fun k => show B l k * (U *ᵥ e) k =
      ∑ j, e j * (B l k * U k j) from (mul_sum _ _ _).trans (Fintype.sum_congr fun j => by ring),
      sum_comm]
    refine Fintype.sum_congr fun j => ?_
    rw [← mul_sum]
    show (if μ j ≠ 0 then d j else 0) * _ = _
    by_cases h : μ j ≠ 0
    · rw [if_pos h, if_pos h]
    · rw [if_neg h, if_neg h, zero_mul]
  have z : K *ᵥ (U *ᵥ e) = 0 := funext fun i => by
    show (∑ k, K i k * (U *ᵥ e) k) = 0
    rw [Fintype.sum_congr fun k => show K i k * (U *ᵥ e) k = ∑ l, A i l * (B l k * (U *ᵥ e) k) by
      rw [hAB, sum_mul]
      exact Fintype.sum_congr fun l => mul_assoc _ _ _, sum_comm]
    exact sum_eq_zero fun l _ => by rw [← mul_sum, hB, mul_zero]
  have m : Matrix.diagonal μ *ᵥ e = Uᵀ *ᵥ (K *ᵥ (U *ᵥ e)) := by
    rw [Matrix.mulVec_mulVec, Matrix.mulVec_mulVec, hK, Matrix.mul_assoc' Uᵀ,
      Matrix.mul_assoc' (U * Matrix.diagonal μ) Uᵀ U, h₁, Matrix.mul_one', ← Matrix.mul_assoc', h₁,
      Matrix.one_mul']
  rw [z, Matrix.mulVec_zero] at m
  have v : (Matrix.diagonal μ *ᵥ e) i = μ i * e i := by
    show (∑ j, (if i = j then μ i else 0) * e j) = μ i * e i
    rw [Fintype.sum_congr fun j => show (if i = j then μ i else 0) * e j =
      if i = j then μ i * e j else 0 by
        by_cases h : i = j
        · rw [if_pos h, if_pos h]
        · rw [if_neg h, if_neg h, zero_mul], Fintype.sum_ite_eq]
  have hi := (mem_filter.1 hi).2
  rw [m, show e i = d i from if_pos hi] at v
  exact mul_ne_zero hi di v.symm

/-- Effective dimension (chapter 17): at most the rank of `K = U diag(μ) Uᵀ`, that is at most `r`
whenever `K` is a product `A B` with `r` dimensions in between. -/
theorem dim_le_rank {K U : Matrix ι ι F} (hK : K = U * Matrix.diagonal μ * Uᵀ) (h₁ : Uᵀ * U = 1)
    (hμ : ∀ j, 0 ≤ μ j) (hc : 0 < c) {r : Nat} {A : ι → Fin r → F} {B : Fin r → ι → F}
    (hAB : ∀ i j, K i j = ∑ l, A i l * B l j) : dim μ c ≤ r :=
  le_trans (dim_le_card hμ hc) (Nat.cast_le_of_le (card_le_rank hK h₁ hAB))

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

/-! ## Witness and controls -/

/-- The hypotheses can hold: eigenvalues `3`, `1`, `0` at the scales `1` and `3`. -/
theorem dim_witness : ∃ (μ : Fin 3 → Rat) (c c' : Rat), (∀ j, 0 ≤ μ j) ∧ 0 < c ∧ c ≤ c' ∧
    dim μ c = 5 / 4 ∧ dim μ c' = 3 / 4 :=
  ⟨fun j => if j = 0 then 3 else if j = 1 then 1 else 0, 1, 3, by decide +kernel, by decide +kernel,
    by decide +kernel, by decide +kernel, by decide +kernel⟩

/-- The hypotheses of the trace form can hold: `K = diag(3, 1)` and `c = 1`. -/
theorem trace_eq_witness : ∃ (μ : Fin 2 → Rat) (c : Rat) (K U R : Matrix (Fin 2) (Fin 2) Rat),
    K = U * Matrix.diagonal μ * Uᵀ ∧ Uᵀ * U = 1 ∧ U * Uᵀ = 1 ∧ (∀ j, 0 ≤ μ j) ∧ 0 < c ∧
      (∀ j, μ j + c ≠ 0) ∧ R * (K + c • (1 : Matrix (Fin 2) (Fin 2) Rat)) = 1 ∧
        (K * R).trace = 5 / 4 :=
  ⟨fun j => if j = 0 then 3 else 1, 1, Matrix.diagonal fun j => if j = 0 then 3 else 1, 1,
    Matrix.diagonal fun j => if j = 0 then 1 / 4 else 1 / 2, by
      rw [Matrix.one_mul', Matrix.transpose_one, Matrix.mul_one'],
    by rw [Matrix.mul_one', Matrix.transpose_one], by rw [Matrix.one_mul', Matrix.transpose_one],
    by decide +kernel, by decide +kernel, by decide +kernel, by decide +kernel, by decide +kernel⟩

/-- At a negative scale the effective dimension can increase with the scale. -/
theorem dim_le_dim_needs_pos : ∃ (μ : Fin 1 → Rat) (c c' : Rat), (∀ j, 0 ≤ μ j) ∧ c ≤ c' ∧
    ¬dim μ c' ≤ dim μ c :=
  ⟨fun _ => 1, -2, 1, by decide +kernel, by decide +kernel, by decide +kernel⟩

/-- With a negative eigenvalue the effective dimension can increase with the scale. -/
theorem dim_le_dim_needs_nonneg : ∃ (μ : Fin 1 → Rat) (c c' : Rat), 0 < c ∧ c ≤ c' ∧
    ¬dim μ c' ≤ dim μ c :=
  ⟨fun _ => -1 / 2, 1, 2, by decide +kernel, by decide +kernel, by decide +kernel⟩

/-- At the scale zero the bound by half the number of eigenvalues fails: all are at least zero, and
none is visible if all are zero. -/
theorem card_le_two_mul_dim_needs_pos : ∃ μ : Fin 1 → Rat, (∀ j, 0 ≤ μ j) ∧
    ¬1 / 2 * ((univ.filter fun j => 0 ≤ μ j).card : Rat) ≤ dim μ 0 :=
  ⟨fun _ => 0, by decide +kernel, by decide +kernel⟩

end EffectiveDimension
