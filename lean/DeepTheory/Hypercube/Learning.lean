prelude
import DeepTheory.Hypercube.Peres
/-! # Learning noise-stable functions from samples

The low-degree algorithm estimates the low-degree coefficients from uniform samples and predicts
with the sign of the polynomial. The samples are independent and uniform: all tuples of points are
equally likely.

Book items: the low-degree algorithm, the accuracy of empirical coefficients, the way from noise
sensitivity to learning, intersections of halfspaces.

## Main definitions

* `Hypercube.sampleExpect F`, `Hypercube.sampleProb P`: mean and probability over `m` independent
  uniform points,
* `Hypercube.empirical f X S`: the empirical coefficient; `Hypercube.learn f α X`: the learned
  polynomial.

## Main statements

* `Hypercube.sampleExpect_empirical`, `Hypercube.sampleExpect_empirical_sq`: mean and variance of
  empirical coefficients,
* `Hypercube.sampleProb_empirical_le`: all of them are accurate with high probability,
* `Hypercube.isConcentrated_of_noiseSensitivity_le`, `Hypercube.sampleProb_learn_le`: noise-stable
  functions are learned,
* `Hypercube.highMass_comp_halfspace_le`: functions of `k` halfspaces are concentrated below degree
  `49 k² / (9 ε²)`.

## Notes

Markov's inequality for the sum of all squared errors needs `n_α / (ε δ)` samples; the union bound
over Chebyshev's inequalities, which the book's text suggests, needs `n_α² / (ε δ)`.
-/
set_option autoImplicit false
universe u v w

namespace Hypercube
variable {ι : Type u} {R : Type v} [Fintype ι]

/-! ## Samples -/

section Definitions
variable [Field R]

/-- The mean over `m` independent uniform points: the average over all tuples. -/
def sampleExpect {m : Nat} (F : (Fin m → ι → Bool) → R) : R := (∑ X, F X) / (2 ^ Fintype.card ι) ^ m

/-- The probability over `m` independent uniform points: the share of the tuples with property `P`.
-/
def sampleProb {m : Nat} (P : (Fin m → ι → Bool) → Prop) [DecidablePred P] : R :=
  ((Finset.univ.filter P).card : R) / (2 ^ Fintype.card ι) ^ m

/-- The empirical mean of `q` on a sample. -/
def empiricalMean {m : Nat} (q : (ι → Bool) → R) (X : Fin m → ι → Bool) : R := (∑ k, q (X k)) / m

/-- The empirical coefficient: the empirical mean of `y χ_S(x)` with the labels `y = f(x)`. -/
def empirical {m : Nat} (f : (ι → Bool) → R) (X : Fin m → ι → Bool) (S : Finset ι) : R :=
  empiricalMean (fun x => f x * character S x) X

/-- The polynomial of the low-degree algorithm: all coefficients of degree less than `α` are
estimated. -/
def learn {m : Nat} (f : (ι → Bool) → R) (α : Nat) (X : Fin m → ι → Bool) : (ι → Bool) → R :=
  lowDegree α (empirical f X)

end Definitions

section Order
variable [LinearOrderedField R] {m : Nat}

/-- The points of the sample are independent. -/
theorem sampleExpect_prod (g : Fin m → (ι → Bool) → R) :
    sampleExpect (fun X => ∏ k, g k (X k)) = ∏ k, expect (g k) := by
  rw [sampleExpect, ← Finset.prod_univ_sum g]
  have e : ((2 : R) ^ Fintype.card ι) ^ m = ∏ _k : Fin m, 2 ^ Fintype.card ι := by
    rw [Finset.prod_const, card_univ, Fintype.card_fin]
  rw [e, ← Finset.prod_div_distrib]
  rfl

theorem sampleExpect_add (F G : (Fin m → ι → Bool) → R) :
    sampleExpect (fun X => F X + G X) = sampleExpect F + sampleExpect G := by
  rw [sampleExpect, Finset.sum_add_distrib, add_div]; rfl
theorem sampleExpect_mul_left (c : R) (F : (Fin m → ι → Bool) → R) :
    sampleExpect (fun X => c * F X) = c * sampleExpect F := by
  rw [sampleExpect, ← Finset.mul_sum, mul_div_assoc]; rfl
theorem sampleExpect_sum {κ : Type w} (s : Finset κ) (F : κ → (Fin m → ι → Bool) → R) :
    sampleExpect (fun X => ∑ k ∈ s, F k X) = ∑ k ∈ s, sampleExpect (F k) := by
  rw [sampleExpect, Finset.sum_comm, Finset.sum_div]; rfl
theorem sampleExpect_congr {F G : (Fin m → ι → Bool) → R} (h : ∀ X, F X = G X) :
    sampleExpect F = sampleExpect G :=
  congrArg sampleExpect (funext h)
theorem sampleExpect_le_sampleExpect {F G : (Fin m → ι → Bool) → R} (h : ∀ X, F X ≤ G X) :
    sampleExpect F ≤ sampleExpect G :=
  div_le_div_of_nonneg_right (Finset.sum_le_sum fun X _ =>
    h X) (pow_nonneg (pow_nonneg zero_le_two _) _)
theorem sampleProb_eq_sampleExpect (P : (Fin m → ι → Bool) → Prop) [DecidablePred P] :
    sampleProb P = (sampleExpect fun X => if P X then 1 else 0 : R) := by
  rw [sampleProb, sampleExpect, Finset.sum_boole]
theorem sampleProb_le_of_imp {P Q : (Fin m → ι → Bool) → Prop} [DecidablePred P] [DecidablePred Q]
    (h : ∀ X, P X → Q X) : (sampleProb P : R) ≤ sampleProb Q :=
  div_le_div_of_nonneg_right (Nat.cast_le.2 (Finset.card_le_card fun X hX =>
    Finset.mem_filter.2 ⟨Finset.mem_univ X, h X (Finset.mem_filter.1 hX).2⟩))
      (pow_nonneg (pow_nonneg zero_le_two _) _)

/-- Each point of the sample is uniform. -/
theorem sampleExpect_apply (k : Fin m) (h : (ι → Bool) → R) :
    sampleExpect (fun X => h (X k)) = expect h := by
  have e := sampleExpect_prod fun j : Fin m => if j = k then h else fun _ => 1
  rw [Finset.prod_eq_single (s := Finset.univ) k (fun j _ hj => by
    rw [if_neg hj, expect_const two_ne_zero])
    fun n => absurd (Finset.mem_univ k) n, if_pos rfl] at e
  rw [← e]
  refine sampleExpect_congr fun X => ?_
  rw [Finset.prod_eq_single (s := Finset.univ) k (fun j _ hj => by rw [if_neg hj])
    fun n => absurd (Finset.mem_univ k) n, if_pos rfl]

/-- Two points of the sample are independent. -/
theorem sampleExpect_mul_apply {k l : Fin m} (hkl : k ≠ l) (g h : (ι → Bool) → R) :
    sampleExpect (fun X => g (X k) * h (X l)) = expect g * expect h := by
  have pair : ∀ F : Fin m → R, (∏ j, if j = k then F k else if j = l then F l else 1) = F k * F l :=
    fun F => by
    rw [← Finset.mul_prod_erase (Finset.mem_univ k), if_pos rfl,
      Finset.prod_eq_single l (fun j hj hl => by
        rw [if_neg (Finset.mem_erase.1 hj).1, if_neg hl]) fun n =>
          absurd (Finset.mem_erase.2 ⟨fun e => hkl e.symm, Finset.mem_univ l⟩) n,
      if_neg fun e => hkl e.symm, if_pos rfl]
  have e := sampleExpect_prod fun j : Fin m => if j = k then g else if j = l then h else fun _ => 1
  rw [show (∏ j : Fin m, expect (if j = k then g else if j = l then h else fun _ => (1 : R))) =
      ∏ j : Fin m, if j = k then expect g else if j = l then expect h else 1 from
        Fintype.prod_congr fun j => by
    by_cases hk : j = k
    · rw [if_pos hk, if_pos hk]
    · rw [if_neg hk, if_neg hk]
      by_cases hl : j = l
      · rw [if_pos hl, if_pos hl]
      · rw [if_neg hl, if_neg hl, expect_const two_ne_zero]] at e
  have p := pair fun j => if j = k then expect g else expect h
  rw [if_pos rfl, if_neg fun e => hkl e.symm] at p
  rw [← p, ← e]
  refine sampleExpect_congr fun X => ?_
  have q := pair fun j => if j = k then g (X k) else h (X l)
  rw [if_pos rfl, if_neg fun e => hkl e.symm] at q
  rw [← q]
  refine Fintype.prod_congr fun j => ?_
  by_cases hk : j = k
  · rw [if_pos hk, if_pos hk, hk]
  · rw [if_neg hk, if_neg hk]
    by_cases hl : j = l
    · rw [if_pos hl, if_pos hl, hl]
    · rw [if_neg hl, if_neg hl]

/-- An empirical mean is unbiased. -/
theorem sampleExpect_empiricalMean (hm : 0 < m) (q : (ι → Bool) → R) :
    sampleExpect (m := m) (empiricalMean q) = expect q := by
  have m0 : (m : R) ≠ 0 := ne_of_gt (Nat.cast_pos.2 hm)
  rw [show (empiricalMean q : (Fin m → ι → Bool) → R) = fun X => (m : R)⁻¹ * ∑ k, q (X k) from
    funext fun X => by rw [empiricalMean, div_eq_inv_mul], sampleExpect_mul_left, sampleExpect_sum]
  rw [show (∑ k : Fin m, sampleExpect fun X => q (X k)) = ∑ _k : Fin m, expect q from
    Fintype.sum_congr fun k => sampleExpect_apply k q, Finset.sum_const, card_univ,
      Fintype.card_fin,
    inv_mul_cancel_left₀ m0]

/-- The variance of an empirical mean is the variance of one term, divided by the number of samples.
-/
theorem sampleExpect_empiricalMean_sq (hm : 0 < m) (q : (ι → Bool) → R) :
    sampleExpect (m := m) (fun X => (empiricalMean q X - expect q) ^ 2) =
      (expect (fun x => q x ^ 2) - expect q ^ 2) / m := by
  have m0 : (m : R) ≠ 0 := ne_of_gt (Nat.cast_pos.2 hm)
  generalize hμ : expect q = μ
  have z : expect (fun x => q x - μ) = 0 := by
    rw [expect_sub, expect_const two_ne_zero, hμ, sub_self]
  have v : expect (fun x => (q x - μ) * (q x - μ)) = expect (fun x => q x ^ 2) - μ ^ 2 := by
    rw [expect_congr (g := fun x => q x ^ 2 + (-2 * μ * q x + μ ^ 2)) fun x => by
      ring, expect_add, expect_add,
      expect_mul_left, expect_const two_ne_zero, hμ]
    ring
  rw [show (fun X : Fin m → ι → Bool => (empiricalMean q X - μ) ^ 2) =
      fun X => (m : R)⁻¹ ^ 2 * ∑ k, ∑ l, (q (X k) - μ) * (q (X l) - μ) from funext fun X => by
    have e : empiricalMean q X - μ = (m : R)⁻¹ * ∑ k, (q (X k) - μ) := by
      rw [Finset.sum_sub_distrib, Finset.sum_const, card_univ, Fintype.card_fin, mul_sub,
        inv_mul_cancel_left₀ m0,
        ← div_eq_inv_mul]; rfl
    rw [e, mul_pow, sq (∑ k, (q (X k) - μ)), Finset.sum_mul_sum], sampleExpect_mul_left,
      sampleExpect_sum]
  have row : ∀ k : Fin m, (sampleExpect fun X => ∑ l, (q (X k) - μ) * (q (X l) - μ)) =
      expect (fun x => q x ^ 2) - μ ^ 2 := fun k => by
    rw [sampleExpect_sum, Fintype.sum_eq_single k fun l hl => ?_]
    · rw [← v]; exact sampleExpect_apply k fun x => (q x - μ) * (q x - μ)
    · rw [sampleExpect_mul_apply (fun e => hl e.symm) (fun x => q x - μ) fun x =>
        q x - μ, z, zero_mul]
  rw [Fintype.sum_congr row, Finset.sum_const, card_univ, Fintype.card_fin]
  ring

/-- Empirical coefficients are unbiased. -/
theorem sampleExpect_empirical (hm : 0 < m) (f : (ι → Bool) → R) (S : Finset ι) :
    sampleExpect (fun X : Fin m → ι → Bool => empirical f X S) = coefficient f S :=
  sampleExpect_empiricalMean hm fun x => f x * character S x

/-- The variance of the empirical coefficients of a `±1`-valued function is `(1 - f^(S)²) / m`. -/
theorem sampleExpect_empirical_sq (hm : 0 < m) {f : (ι → Bool) → R} (hf : IsBoolean f)
    (S : Finset ι) :
    sampleExpect (fun X : Fin m → ι → Bool => (empirical f X S - coefficient f S) ^ 2) =
      (1 - coefficient f S ^ 2) / m := by
  refine (sampleExpect_empiricalMean_sq hm fun x => f x * character S x).trans ?_
  rw [expect_congr (g := fun _ => 1) fun x => by rw [mul_pow, hf.sq, character_sq, one_mul],
    expect_const two_ne_zero]
  rfl

/-- Markov's inequality over samples. -/
theorem sampleProb_le_div {F : (Fin m → ι → Bool) → R} (hF : ∀ X, 0 ≤ F X) {t : R} (ht : 0 < t) :
    sampleProb (fun X => t < F X) ≤ sampleExpect F / t := by
  rw [sampleProb_eq_sampleExpect, le_div_iff₀' ht, ← sampleExpect_mul_left]
  refine sampleExpect_le_sampleExpect fun X => ?_
  by_cases h : t < F X
  · rw [if_pos h, mul_one]; exact le_of_lt h
  · rw [if_neg h, mul_zero]; exact hF X

/-- The sum of the squared errors of the low-degree empirical coefficients exceeds `t` with
probability at most `n_α / (m t)`. -/
theorem sampleProb_sum_sq_le (hm : 0 < m) {f : (ι → Bool) → R} (hf : IsBoolean f) (α : Nat) {t : R}
    (ht : 0 < t) :
    sampleProb (fun X : Fin m → ι → Bool =>
      t < ∑ S ∈ Finset.univ.filter (fun S : Finset ι => S.card < α),
        (empirical f X S - coefficient f S) ^ 2) ≤
      lowCount ι α / (m * t) := by
  have m0 : (0 : R) < m := Nat.cast_pos.2 hm
  refine le_trans (sampleProb_le_div (fun X => Finset.sum_nonneg fun S _ => sq_nonneg _) ht) ?_
  rw [sampleExpect_sum, ← div_div]
  refine div_le_div_of_nonneg_right ?_ (le_of_lt ht)
  rw [← mul_one_div]
  refine Finset.sum_le_card_mul _ _ _ fun S _ => ?_
  rw [sampleExpect_empirical_sq hm hf]
  exact div_le_div_of_nonneg_right (by linarith [sq_nonneg (coefficient f S)]) (le_of_lt m0)

/-- With probability at least `1 - n_α / (m τ²)` all low-degree empirical coefficients are within
`τ`. -/
theorem sampleProb_empirical_le (hm : 0 < m) {f : (ι → Bool) → R} (hf : IsBoolean f) (α : Nat)
    {τ : R} (hτ : 0 < τ) :
    sampleProb (fun X : Fin m → ι → Bool =>
      ∃ S : Finset ι, S.card < α ∧ τ < |empirical f X S - coefficient f S|) ≤
      lowCount ι α / (m * τ ^ 2) := by
  refine le_trans (sampleProb_le_of_imp fun X ⟨S, hS, h⟩ =>
    ?_) (sampleProb_sum_sq_le hm hf α (sq_pos_of_pos hτ))
  refine lt_of_lt_of_le (pow_lt_pow_left₀ h (le_of_lt hτ) (nofun : 2 ≠ 0)) ?_
  rw [sq_abs]
  exact Finset.single_le_sum (f := fun S => (empirical f X S - coefficient f S) ^ 2) (fun S _ =>
    sq_nonneg _)
    (Finset.mem_filter.2 ⟨Finset.mem_univ S, hS⟩)

/-- Samples simulate statistical queries, here for uniform points: all of finitely many queries `q
k`, bounded by one and fixed in advance, are answered within `τ` with probability at least `1 - Q /
(m τ²)`. -/
theorem sampleProb_queries_le {κ : Type w} [Fintype κ] (hm : 0 < m) {q : κ → (ι → Bool) → R}
    (hq : ∀ k x, |q k x| ≤ 1) {τ : R} (hτ : 0 < τ) :
    sampleProb (fun X : Fin m → ι → Bool => ∃ k, τ < |empiricalMean (q k) X - expect (q k)|) ≤
      Fintype.card κ / (m * τ ^ 2) := by
  have m0 : (0 : R) < m := Nat.cast_pos.2 hm
  have t0 := sq_pos_of_pos hτ
  refine le_trans (sampleProb_le_of_imp (Q := fun X => τ ^ 2 <
    ∑ k, (empiricalMean (q k) X - expect (q k)) ^ 2) fun X ⟨k, h⟩ => ?_) ?_
  · refine lt_of_lt_of_le (pow_lt_pow_left₀ h (le_of_lt hτ) (nofun : 2 ≠ 0)) ?_
    rw [sq_abs]
    exact Finset.single_le_sum (f := fun k => (empiricalMean (q k) X - expect (q k)) ^ 2)
      (fun k _ => sq_nonneg _)
      (Finset.mem_univ k)
  · refine le_trans (sampleProb_le_div (fun X => Finset.sum_nonneg fun k _ => sq_nonneg _) t0) ?_
    rw [sampleExpect_sum, ← div_div]
    refine div_le_div_of_nonneg_right ?_ (le_of_lt t0)
    rw [← mul_one_div, ← card_univ]
    refine Finset.sum_le_card_mul _ _ _ fun k _ => ?_
    rw [sampleExpect_empiricalMean_sq hm]
    refine div_le_div_of_nonneg_right ?_ (le_of_lt m0)
    have e : expect (fun x => q k x ^ 2) ≤ 1 := le_of_le_of_eq
      (expect_le_expect (g := fun _ => 1) fun x => sq_le_one_iff_abs_le_one.2 (hq k x))
        (expect_const two_ne_zero 1)
    linarith [sq_nonneg (expect (q k))]

/-- The hypotheses of `sampleProb_queries_le` can hold with a bound below one: a coordinate and a
constant as queries, sixteen samples, and the tolerance `1/2`. -/
theorem sampleProb_queries_le_witness : ∃ q : Bool → (Fin 1 → Bool) → Rat, (∀ k x, |q k x| ≤ 1) ∧
    expect (q true) ≠ expect (q false) ∧ (0 : Rat) < 1 / 2 ∧
    (Fintype.card Bool : Rat) / ((16 : Nat) * (1 / 2) ^ 2) < 1 :=
  ⟨fun k x => cond k (sign (x 0)) 1, by decide +kernel, by decide +kernel, by decide +kernel,
    by decide +kernel⟩

/-! ## From noise sensitivity to learning -/

/-- Noise-stable functions are concentrated: `NS_η(f) ≤ ε/3` and `α η ≥ 1` give mass at most `ε`
from degree `α` on. -/
theorem isConcentrated_of_noiseSensitivity_le [DecidableEq R] {f : (ι → Bool) → R}
    (hf : IsBoolean f) {η ε : R}
    (h0 : 0 ≤ η) (h1 : η ≤ 1 / 2) (h : noiseSensitivity η f ≤ ε / 3) {α : Nat} (hα : 1 ≤ η * α) :
    IsConcentrated f α ε := by
  have k := highMass_le_seven_thirds hf h0 h1 hα
  have n := noiseSensitivity_nonneg f h0 (le_trans h1 (by linarith [(zero_le_one : (0 : R) ≤ 1)]))
  show highMass f α ≤ ε
  linarith

/-- The low-degree algorithm learns concentrated functions: with `m ≥ n_α / (ε δ)` uniform samples
its error is above `2ε` with probability at most `δ`. -/
theorem sampleProb_learn_le_of_isConcentrated [DecidableEq R] {f : (ι → Bool) → R}
    (hf : IsBoolean f) {α : Nat}
    {ε δ : R} (hε : 0 < ε) (hδ : 0 ≤ δ) (hc : IsConcentrated f α ε) (hm : 0 < m)
      (hn : lowCount ι α ≤ m * (ε * δ))
    {s : R → R} (hs : IsRounding s) :
    sampleProb (fun X : Fin m → ι → Bool => 2 * ε < prob fun x => s (learn f α X x) ≠ f x) ≤ δ := by
  have m0 : (0 : R) < m := Nat.cast_pos.2 hm
  refine le_trans (sampleProb_le_of_imp fun X h =>
    ?_) (le_trans (sampleProb_sum_sq_le hm hf α hε) ?_)
  · have e := lt_of_lt_of_le h (prob_ne_le_expect_sq hs hf)
    rw [learn, expect_sub_lowDegree_sq two_ne_zero] at e
    rw [show (∑ S ∈ Finset.univ.filter (fun S : Finset ι => S.card < α),
      (empirical f X S - coefficient f S) ^ 2) =
      ∑ S ∈ Finset.univ.filter (fun S : Finset ι => S.card < α),
        (coefficient f S - empirical f X S) ^ 2 from
        Finset.sum_congr rfl fun S _ => sub_sq_comm _ _]
    have c : highMass f α ≤ ε := hc
    linarith
  · refine div_le_of_le_mul₀ (mul_nonneg (le_of_lt m0) (le_of_lt hε)) hδ ?_
    rw [mul_comm δ, mul_assoc]
    exact hn

/-- From noise sensitivity to a learning algorithm: if `NS_η(f) ≤ ε/3`, `0 ≤ η ≤ 1/2`, `α ≥ 1/η` and
`m ≥ n_α / (ε δ)`, the low-degree algorithm on `m` uniform samples has an error above `2ε` with
probability at most `δ`. -/
theorem sampleProb_learn_le [DecidableEq R] {f : (ι → Bool) → R} (hf : IsBoolean f) {η ε δ : R}
    (h0 : 0 ≤ η)
    (h1 : η ≤ 1 / 2) (hε : 0 < ε) (hδ : 0 ≤ δ) (h : noiseSensitivity η f ≤ ε / 3) {α : Nat}
      (hα : 1 ≤ η * α)
    (hm : 0 < m) (hn : lowCount ι α ≤ m * (ε * δ)) {s : R → R} (hs : IsRounding s) :
    sampleProb (fun X : Fin m → ι → Bool => 2 * ε < prob fun x => s (learn f α X x) ≠ f x) ≤ δ :=
  sampleProb_learn_le_of_isConcentrated hf hε hδ
    (isConcentrated_of_noiseSensitivity_le hf h0 h1 h hα) hm hn hs

/-- The hypotheses of `sampleProb_learn_le` can hold: a coordinate at the rate `1/10`. -/
theorem sampleProb_learn_le_witness :
    ∃ f : (Fin 2 → Bool) → Rat, IsBoolean f ∧ ∃ η ε δ : Rat, 0 ≤ η ∧ η ≤ 1 / 2 ∧
    0 < ε ∧ ε < 1 ∧ 0 ≤ δ ∧ δ < 1 ∧ noiseSensitivity η f ≤ ε / 3 ∧ ∃ α m : Nat, 1 ≤ η * α ∧ 0 < m ∧
    (lowCount (Fin 2) α : Rat) ≤ m * (ε * δ) :=
  ⟨character {0}, isBoolean_character _, 1 / 10, 3 / 10, 1 / 10, by decide, by decide, by decide,
    by decide, by decide,
    by decide, by decide +kernel, 10, 200, by decide, by decide, by decide +kernel⟩

/-- Concentration needs noise stability: the parity of all of three coordinates, at the rate `1/3`,
has mass one. -/
theorem isConcentrated_needs_noiseSensitivity :
    ∃ f : (Fin 3 → Bool) → Rat, IsBoolean f ∧ 1 ≤ (1 / 3 : Rat) * (3 : Nat) ∧
    1 / 2 < highMass f 3 :=
  ⟨character Finset.univ, isBoolean_character _, by decide, by decide +kernel⟩

/-! ## Functions of halfspaces -/

/-- A function of `k` halfspaces has noise sensitivity at most `k / √m` at the rate `1 / m`. -/
theorem noiseSensitivity_comp_halfspace_sq_le [DecidableEq R] {κ : Type w} [Fintype κ] {s : R → R}
    (hs : IsSign s)
    (g : (κ → R) → R) (a : κ → ι → R) (θ : κ → R) {n : Nat} (hn : 0 < n) :
    noiseSensitivity (1 / (n : R)) (fun x => g fun k => halfspace s (a k) (θ k) x) ^ 2 ≤
      (Fintype.card κ : R) ^ 2 / n := by
  have n0 : (0 : R) < n := Nat.cast_pos.2 hn
  have n1 : (1 : R) ≤ n := Nat.one_le_cast.2 hn
  have h0 : (0 : R) ≤ 1 / n := le_of_lt (one_div_pos.2 n0)
  have h1 : 1 / (n : R) ≤ 1 := (div_le_one n0).2 n1
  have ⟨B, hB⟩ : ∃ B : κ → R, ∀ k, B k = noiseSensitivity (1 / (n : R)) (halfspace s (a k) (θ k)) :=
    ⟨_, fun _ => rfl⟩
  have u : noiseSensitivity (1 / (n : R)) (fun x => g fun k => halfspace s (a k) (θ k) x) ≤ ∑ k,
    B k := by
    rw [Fintype.sum_congr hB]
    exact noiseSensitivity_comp_le (β := fun _ : κ => R) g (fun k => halfspace s (a k) (θ k)) h0 h1
  have p := noiseSensitivity_nonneg (fun x => g fun k => halfspace s (a k) (θ k) x) h0 h1
  have t : ∀ k, B k ^ 2 ≤ 1 / (n : R) := fun k => by
    rw [hB]; exact noiseSensitivity_halfspace_sq_le hs (a k) (θ k) hn
  refine le_trans (pow_le_pow_left₀ p u 2) (le_trans (sq_sum_le_card_mul_sum_sq _ _) ?_)
  rw [card_univ, sq, mul_div_assoc]
  refine mul_le_mul_of_nonneg_left ?_ (Nat.cast_nonneg _)
  rw [← mul_one_div, ← card_univ]
  exact Finset.sum_le_card_mul Finset.univ _ _ fun k _ => t k

/-- Functions of `k ≥ 1` halfspaces are concentrated up to `0 < ε ≤ 1` below every degree `α ≥ 49 k²
/ (9 ε²)`. So the low-degree algorithm learns them, by `sampleProb_learn_le_of_isConcentrated`. -/
theorem isConcentrated_comp_halfspace [DecidableEq R] {κ : Type w} [Fintype κ] {s : R → R}
    (hs : IsSign s)
    (g : (κ → R) → R) (hg : ∀ y, g y = 1 ∨ g y = -1) (a : κ → ι → R) (θ : κ → R) {α : Nat} {ε : R}
      (h0 : 0 < ε)
    (h1 : ε ≤ 1) (hk : 0 < Fintype.card κ) (hα : 49 * (Fintype.card κ : R) ^ 2 ≤ 9 * (α * ε ^ 2)) :
    IsConcentrated (fun x => g fun k => halfspace s (a k) (θ k) x) α ε := by
  have k1 : (1 : R) ≤ Fintype.card κ := Nat.one_le_cast.2 hk
  have e1 : ε ^ 2 ≤ 1 := pow_le_one₀ (le_of_lt h0) h1
  have a0 : (0 : R) ≤ α := Nat.cast_nonneg α
  have k2 : (1 : R) ≤ (Fintype.card κ : R) ^ 2 := one_le_pow₀ k1
  have a2 : (2 : R) ≤ α := by
    have : (α : R) * ε ^ 2 ≤ α := mul_le_of_le_one_right a0 e1
    linarith
  have α0 : 0 < α := Nat.cast_pos.1 (lt_of_lt_of_le (two_pos : (0 : R) < 2) a2)
  have n0 : (0 : R) < α := by linarith
  have r0 : (0 : R) ≤ 1 / α := le_of_lt (one_div_pos.2 n0)
  have r1 : 1 / (α : R) ≤ 1 / 2 := one_div_le_one_div_of_le two_pos a2
  have hf : IsBoolean fun x => g fun k => halfspace s (a k) (θ k) x := fun _ => hg _
  have m := highMass_le_seven_thirds hf r0 r1 (ge_of_eq (show 1 / (α : R) * α = 1 by ring))
  have p := noiseSensitivity_comp_halfspace_sq_le hs g a θ α0
  have q : noiseSensitivity (1 / (α : R)) (fun x => g fun k => halfspace s (a k) (θ k) x) ≤ 3 / 7 *
    ε := by
    refine le_trans (le_abs_self _) (abs_le_of_sq_le_sq (le_trans p ?_) (by linarith))
    rw [div_le_iff₀ n0, mul_pow]
    linarith
  show highMass _ α ≤ ε
  linarith

/-- The hypotheses of `isConcentrated_comp_halfspace` can hold. -/
theorem isConcentrated_comp_halfspace_witness : IsSign (sgn : Rat → Rat) ∧ ∃ g :
    (Fin 2 → Rat) → Rat,
    (∀ y, g y = 1 ∨ g y = -1) ∧ (0 : Rat) < 1 / 2 ∧ (1 / 2 : Rat) ≤ 1 ∧ 0 < Fintype.card (Fin 2) ∧
    49 * (Fintype.card (Fin 2) : Rat) ^ 2 ≤ 9 * ((100 : Nat) * (1 / 2) ^ 2) :=
  ⟨isSign_sgn, fun y => sgn (y 0 + y 1 - 1), fun _ => isSign_sgn.eq_or _, by decide, by decide,
    by decide, by decide⟩

end Order
end Hypercube
