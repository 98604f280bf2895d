prelude
import DeepTheory.Hypercube.Noise
/-! # Noise stability: Fourier tails and composition

In an ordered field noise of rate `0 ≤ η ≤ 1/2` damps high degrees, so that a function which noise
rarely changes has little Fourier mass there; and the noise sensitivity of a combination is at most
the sum of those of its parts.

Book items: Lemma 10.13 (stability implies low-degree mass), Proposition 10.17 (union bound).

## Main statements

* `Hypercube.one_sub_pow_mul_highMass_le`: `(1 - (1 - 2η) ^ k) * (mass of degree k and more) ≤ 2
  NS_η(f)`,
* `Hypercube.tail_le_of_pow_le`: the book's lemma with any bound `c` of `(1 - 2η) ^ n`, `η n ≥ 1`,
  in place of `e⁻²`,
* `Hypercube.tail_le_seven_thirds`, `Hypercube.highMass_le_seven_thirds`,
  `Hypercube.highMass_le_three_mul`: with rational constants,
* `Hypercube.noiseSensitivity_mono`: more noise, more sensitivity,
* `Hypercube.noiseSensitivity_comp_le`: the union bound.

## Notes

The book's constant is `2 / (1 - e⁻²) < 2.3131`. Bernoulli's inequality gives `3`; four terms of the
series of `(1 - x)⁻ⁿ` give `7 / 3`. The constants `2` and `9 / 4` are refuted:
`Hypercube.tail_needs_constant`.
-/
set_option autoImplicit false
universe u v w z

namespace Hypercube
variable {ι : Type u} {R : Type v} [Fintype ι]

section Order
variable [LinearOrderedField R]

/-! ## Powers of the multiplier -/

/-- Bernoulli's inequality for `1 / 3`: `(1 - 2η) ^ n ≤ 1 / 3` as soon as `η n ≥ 1`. -/
theorem three_mul_pow_le_one {η : R} (h0 : 0 ≤ η) (h1 : η ≤ 1 / 2) {n : Nat} (hn : 1 ≤ η * n) :
    3 * (1 - 2 * η) ^ n ≤ 1 := by
  have b := one_add_mul_le_pow (a := 2 * η) (by linarith) n
  have p : 0 ≤ (1 - 2 * η) ^ n := pow_nonneg (by linarith) n
  have e : (1 - 2 * η) ^ n * (1 + 2 * η) ^ n ≤ 1 := by
    rw [← mul_pow]
    have q : 0 ≤ η ^ 2 := sq_nonneg η
    have s : η * η ≤ 1 / 2 * (1 / 2) := mul_le_mul h1 h1 h0 (by linarith)
    refine pow_le_one₀ ?_ ?_
    · have : (1 - 2 * η) * (1 + 2 * η) = 1 - 4 * (η * η) := by ring
      rw [this]; linarith
    · have : (1 - 2 * η) * (1 + 2 * η) = 1 - 4 * η ^ 2 := by ring
      rw [this]; linarith
  have t : 3 ≤ (1 + 2 * η) ^ n := by
    have : (n : R) * (2 * η) = 2 * (η * n) := by ring
    linarith
  calc 3 * (1 - 2 * η) ^ n = (1 - 2 * η) ^ n * 3 := mul_comm _ _
    _ ≤ (1 - 2 * η) ^ n * (1 + 2 * η) ^ n := mul_le_mul_of_nonneg_left t p
    _ ≤ 1 := e

/-- Four terms of the series of `(1 - x)⁻ⁿ`. -/
theorem one_sub_pow_mul_series_le_one {x : R} (h0 : 0 ≤ x) (h1 : x ≤ 1) (n : Nat) :
    (1 - x) ^ n * (1 + n * x + n * (n + 1) / 2 * x ^ 2 + n * (n + 1) * (n + 2) / 6 * x ^ 3 +
      n * (n + 1) * (n + 2) * (n + 3) / 24 * x ^ 4) ≤ 1 := by
  induction n with
  | zero => rw [pow_zero, Nat.cast_zero]; exact le_of_eq (by ring)
  | succ n ih =>
    refine le_trans ?_ ih
    rw [pow_succ, mul_assoc, Nat.cast_add, Nat.cast_one]
    refine mul_le_mul_of_nonneg_left ?_ (pow_nonneg (by linarith) n)
    have k : (0 : R) ≤ n := Nat.cast_nonneg n
    have c : 0 ≤ ((n : R) + 1) * (n + 2) * (n + 3) * (n + 4) / 24 * x ^ 5 := by positivity
    rw [← sub_nonneg]
    refine le_of_le_of_eq c ?_
    ring

/-- `(1 - 2η) ^ n ≤ 1 / 7` as soon as `η n ≥ 1`. -/
theorem seven_mul_pow_le_one {η : R} (h0 : 0 ≤ η) (h1 : η ≤ 1 / 2) {n : Nat} (hn : 1 ≤ η * n) :
    7 * (1 - 2 * η) ^ n ≤ 1 := by
  have b := one_sub_pow_mul_series_le_one (x := 2 * η) (by linarith) (by linarith) n
  have p : 0 ≤ (1 - 2 * η) ^ n := pow_nonneg (by linarith) n
  have k : (0 : R) ≤ n := Nat.cast_nonneg n
  refine le_trans ?_ b
  rw [mul_comm]
  refine mul_le_mul_of_nonneg_left ?_ p
  have s : 0 ≤ η * n - 1 := by linarith
  have e : (1 + n * (2 * η) + n * (n + 1) / 2 * (2 * η) ^ 2 + n * (n + 1) * (n + 2) / 6 *
    (2 * η) ^ 3 +
      n * (n + 1) * (n + 2) * (n + 3) / 24 * (2 * η) ^ 4) - 7 =
      2 * (η * n - 1) + 2 * ((η * n - 1) * (η * n - 1) + 2 * (η * n - 1)) + 2 * n * η ^ 2 +
      4 / 3 * ((η * n - 1) ^ 3 + 3 * (η * n - 1) ^ 2 + 3 * (η * n - 1)) +
      4 / 3 * (3 * n ^ 2 + 2 * n) * η ^ 3 +
      2 / 3 * ((η * n - 1) ^ 4 + 4 * (η * n - 1) ^ 3 + 6 * (η * n - 1) ^ 2 + 4 * (η * n - 1)) +
      2 / 3 * (6 * n ^ 3 + 11 * n ^ 2 + 6 * n) * η ^ 4 := by ring
  generalize η * (n : R) - 1 = y at s e
  rw [← sub_nonneg, e]
  positivity

/-- The multiplier `(1 - 2η) ^ n` does not increase with the degree, nor with the rate. -/
theorem multiplier_anti {η η' : R} (h0 : 0 ≤ η) (h : η ≤ η') (h1 : η' ≤ 1 / 2) {n n' : Nat}
    (hn : n ≤ n') :
    (1 - 2 * η') ^ n' ≤ (1 - 2 * η) ^ n :=
  le_trans (pow_le_pow_left₀ (by linarith) (by linarith) n')
    (pow_le_pow_of_le_one (by linarith) (by linarith) hn)

/-! ## Lemma 10.13 -/

/-- Lemma 10.13, general exact form: a set of degrees `P` on all of which `(1 - 2η) ^ n ≤ c` carries
Fourier mass at most `2 NS / (1 - c)`. -/
theorem mass_le_of_pow_le [DecidableEq R] {f : (ι → Bool) → R} (hf : IsBoolean f) {η c : R}
    (h0 : 0 ≤ η)
    (h1 : η ≤ 1 / 2) (P : Nat → Prop) [DecidablePred P] (hc : ∀ n, P n → (1 - 2 * η) ^ n ≤ c) :
    (1 - c) * ∑ S ∈ Finset.univ.filter (fun S : Finset ι => P S.card), coefficient f S ^ 2 ≤
      2 * noiseSensitivity η f := by
  rw [two_mul_noiseSensitivity two_ne_zero hf, Finset.sum_filter, Finset.mul_sum]
  refine Finset.sum_le_sum fun S _ => ?_
  have q := sq_nonneg (coefficient f S)
  by_cases h : P S.card
  · rw [if_pos h]
    exact mul_le_mul_of_nonneg_right (by linarith [hc _ h]) q
  · rw [if_neg h, mul_zero]
    exact mul_nonneg (sub_nonneg.2 (pow_le_one₀ (by linarith) (by linarith))) q

/-- Lemma 10.13 for the degrees from `k` on, without exponentials: `(1 - (1 - 2η) ^ k)` times the
mass is at most twice the noise sensitivity. -/
theorem one_sub_pow_mul_highMass_le [DecidableEq R] {f : (ι → Bool) → R} (hf : IsBoolean f) {η : R}
    (h0 : 0 ≤ η)
    (h1 : η ≤ 1 / 2) (k : Nat) : (1 - (1 - 2 * η) ^ k) * highMass f k ≤ 2 * noiseSensitivity η f :=
  mass_le_of_pow_le hf h0 h1 (fun n => k ≤ n) fun _ hn =>
    pow_le_pow_of_le_one (by linarith) (by linarith) hn

/-- Lemma 10.13 for the degrees `|S| ≥ 1/η` (written `η |S| ≥ 1`), with any bound `c` of the powers
`(1 - 2η) ^ n` in place of `e⁻²`. -/
theorem tail_le_of_pow_le [DecidableEq R] {f : (ι → Bool) → R} (hf : IsBoolean f) {η c : R}
    (h0 : 0 ≤ η)
    (h1 : η ≤ 1 / 2) (hc : ∀ n : Nat, 1 ≤ η * n → (1 - 2 * η) ^ n ≤ c) :
    (1 - c) * ∑ S ∈ Finset.univ.filter (fun S : Finset ι => 1 ≤ η * S.card), coefficient f S ^ 2 ≤
      2 * noiseSensitivity η f :=
  mass_le_of_pow_le hf h0 h1 (fun n => 1 ≤ η * n) hc

/-- Lemma 10.13 (stability implies low-degree mass) with the constant `7 / 3`. -/
theorem tail_le_seven_thirds [DecidableEq R] {f : (ι → Bool) → R} (hf : IsBoolean f) {η : R}
    (h0 : 0 ≤ η)
    (h1 : η ≤ 1 / 2) :
    ∑ S ∈ Finset.univ.filter (fun S : Finset ι => 1 ≤ η * S.card), coefficient f S ^ 2 ≤
      7 / 3 * noiseSensitivity η f := by
  have h := tail_le_of_pow_le (c := 1 / 7) hf h0 h1 fun n hn => by
    linarith [seven_mul_pow_le_one h0 h1 hn]
  linarith

/-- Lemma 10.13 for an integer degree `k ≥ 1/η`, with the constant `7 / 3`. -/
theorem highMass_le_seven_thirds [DecidableEq R] {f : (ι → Bool) → R} (hf : IsBoolean f) {η : R}
    (h0 : 0 ≤ η)
    (h1 : η ≤ 1 / 2) {k : Nat} (hk : 1 ≤ η * k) : highMass f k ≤ 7 / 3 * noiseSensitivity η f := by
  have h := mass_le_of_pow_le (c := 1 / 7) hf h0 h1 (fun n => k ≤ n) fun n hn => by
    have := seven_mul_pow_le_one h0 h1
      (le_trans hk (mul_le_mul_of_nonneg_left (Nat.cast_le.2 hn) h0))
    linarith
  change (1 - 1 / 7) * highMass f k ≤ _ at h
  linarith

/-- Lemma 10.13 at noise `1 / k`: the mass of degree `k` and more is at most three times the noise
sensitivity. -/
theorem highMass_le_three_mul [DecidableEq R] {f : (ι → Bool) → R} (hf : IsBoolean f) {k : Nat}
    (hk : 2 ≤ k) :
    highMass f k ≤ 3 * noiseSensitivity (1 / (k : R)) f := by
  have k2 : (2 : R) ≤ k := by
    have : ((2 : Nat) : R) ≤ k := Nat.cast_le.2 hk
    rwa [Nat.cast_ofNat] at this
  have k0 : (0 : R) < k := by linarith
  have e : 1 / (k : R) * k = 1 := by ring
  have h0 : 0 ≤ 1 / (k : R) := le_of_lt (one_div_pos.2 k0)
  have h1 : 1 / (k : R) ≤ 1 / 2 := one_div_le_one_div_of_le two_pos k2
  have h := one_sub_pow_mul_highMass_le hf h0 h1 k
  have t := three_mul_pow_le_one h0 h1 (ge_of_eq e)
  have n : 0 ≤ highMass f k := Finset.sum_nonneg fun S _ => sq_nonneg _
  have m : 2 / 3 * highMass f k ≤ (1 - (1 - 2 * (1 / (k : R))) ^ k) * highMass f k :=
    mul_le_mul_of_nonneg_right (by linarith) n
  linarith

/-- The hypotheses of Lemma 10.13 can hold, with both sides positive: a parity of two coordinates at
rate `1/2`. -/
theorem tail_le_seven_thirds_witness :
    ∃ f : (Fin 2 → Bool) → Rat, IsBoolean f ∧ ∃ η : Rat, 0 ≤ η ∧ η ≤ 1 / 2 ∧
    0 < ∑ S ∈ Finset.univ.filter (fun S : Finset (Fin 2) => 1 ≤ η * S.card), coefficient f S ^ 2 :=
  ⟨character {0, 1}, isBoolean_character _, 1 / 2, by decide +kernel⟩

/-- The Fourier mass of a parity on a set of degrees. -/
theorem mass_character (T : Finset ι) (P : Nat → Prop) [DecidablePred P] :
    ∑ S ∈ Finset.univ.filter (fun S : Finset ι => P S.card), coefficient (character T) S ^ 2 =
      if P T.card then (1 : R) else 0 := by
  rw [Finset.sum_filter, Fintype.sum_eq_single T fun S h => by
    rw [coefficient_character two_ne_zero, if_neg h, zero_pow (nofun : 2 ≠ 0), ite_self],
    coefficient_character two_ne_zero, if_pos rfl, one_pow]

/-- Lemma 10.13 needs a Boolean function: three times a parity has nine times its mass, but its
noise sensitivity. -/
theorem tail_needs_isBoolean :
    ∃ f : (Fin 2 → Bool) → Rat, ∃ η : Rat, 0 < η ∧ η ≤ 1 / 2 ∧ 7 / 3 * noiseSensitivity η f <
      ∑ S ∈ Finset.univ.filter (fun S : Finset (Fin 2) => 1 ≤ η * S.card), coefficient f S ^ 2 :=
  ⟨fun x => 3 * character {0, 1} x, 1 / 2, by decide +kernel⟩

/-- Lemma 10.13 needs `η ≤ 1/2`: noise of rate one changes every coordinate, and so no parity of two
of them. -/
theorem tail_needs_le_half : ∃ f : (Fin 2 → Bool) → Rat, IsBoolean f ∧ ∃ η : Rat, 0 < η ∧ η ≤ 1 ∧
    7 / 3 * noiseSensitivity η f <
      ∑ S ∈ Finset.univ.filter (fun S : Finset (Fin 2) => 1 ≤ η * S.card), coefficient f S ^ 2 :=
  ⟨character {0, 1}, isBoolean_character _, 1, by decide +kernel⟩

/-- Lemma 10.13 needs a constant above `9/4`: the parity of twelve coordinates at rate `1/12`. -/
theorem tail_needs_constant :
    ∃ f : (Fin 12 → Bool) → Rat, IsBoolean f ∧ ∃ η : Rat, 0 < η ∧ η ≤ 1 / 2 ∧
    9 / 4 * noiseSensitivity η f <
      ∑ S ∈ Finset.univ.filter (fun S : Finset (Fin 12) => 1 ≤ η * S.card),
        coefficient f S ^ 2 := by
  refine ⟨character Finset.univ, isBoolean_character _, 1 / 12, by decide, by decide, ?_⟩
  rw [noiseSensitivity_character two_ne_zero, mass_character Finset.univ fun n =>
    1 ≤ (1 / 12 : Rat) * n]
  decide +kernel

/-! ## More noise, more sensitivity -/

/-- The noise sensitivity does not decrease with the rate of the noise. -/
theorem noiseSensitivity_mono [DecidableEq R] {f : (ι → Bool) → R} (hf : IsBoolean f) {η η' : R}
    (h : η ≤ η')
    (h1 : η' ≤ 1 / 2) : noiseSensitivity η f ≤ noiseSensitivity η' f := by
  rw [noiseSensitivity_eq two_ne_zero hf, noiseSensitivity_eq two_ne_zero hf]
  have : ∑ S : Finset ι, (1 - 2 * η') ^ S.card * coefficient f S ^ 2 ≤
      ∑ S : Finset ι, (1 - 2 * η) ^ S.card * coefficient f S ^ 2 := Finset.sum_le_sum fun S _ =>
    mul_le_mul_of_nonneg_right (pow_le_pow_left₀ (by linarith) (by linarith) _) (sq_nonneg _)
  linarith

theorem bitsProb_nonneg {p : ι → R} (h0 : ∀ i, 0 ≤ p i) (h1 : ∀ i, p i ≤ 1) (z : ι → Bool) :
    0 ≤ bitsProb p z :=
  Finset.prod_nonneg fun i _ => by
    cases z i
    · exact sub_nonneg.2 (h1 i)
    · exact h0 i

theorem prob_nonneg (p : (ι → Bool) → Prop) [DecidablePred p] : (0 : R) ≤ prob p :=
  div_nonneg (Nat.cast_nonneg _) (pow_nonneg zero_le_two _)

theorem expect_le_expect {f g : (ι → Bool) → R} (h : ∀ x, f x ≤ g x) : expect f ≤ expect g :=
  div_le_div_of_nonneg_right (Finset.sum_le_sum fun x _ => h x) (pow_nonneg zero_le_two _)

theorem prob_le_one (p : (ι → Bool) → Prop) [DecidablePred p] : (prob p : R) ≤ 1 := by
  rw [prob_eq_expect]
  refine le_of_le_of_eq (expect_le_expect (g := fun _ => 1) fun x =>
    ?_) (expect_const two_ne_zero 1)
  by_cases h : p x
  · rw [if_pos h]
  · rw [if_neg h]; exact (zero_le_one : (0 : R) ≤ 1)

theorem noiseSensitivity_nonneg {β : Type w} [DecidableEq β] (f : (ι → Bool) → β) {η : R}
    (h0 : 0 ≤ η) (h1 : η ≤ 1) :
    0 ≤ noiseSensitivity η f := by
  rw [noiseSensitivity, noiseProb]
  exact Finset.sum_nonneg fun z _ => mul_nonneg (bitsProb_nonneg (fun _ => h0) (fun _ => h1) z)
    (prob_nonneg _)

/-! ## Proposition 10.17 -/

/-- The union bound for the uniform distribution: if `p` implies one of the `q k`, its probability
is at most the sum of theirs. -/
theorem prob_le_sum {κ : Type w} [Fintype κ] {p : (ι → Bool) → Prop} {q : κ → (ι → Bool) → Prop}
    [DecidablePred p]
    [(k : κ) → DecidablePred (q k)] (h : ∀ x, p x → ∃ k, q k x) : (prob p : R) ≤
      ∑ k, prob (q k) := by
  rw [prob_eq_expect, show (∑ k, prob (q k) : R) = ∑ k, expect fun x => if q k x then 1 else 0 from
    Fintype.sum_congr fun k => prob_eq_expect _, ← expect_sum]
  refine expect_le_expect fun x => ?_
  have n : ∀ k, (0 : R) ≤ if q k x then 1 else 0 := fun k => by
    by_cases hk : q k x
    · rw [if_pos hk]; exact zero_le_one
    · rw [if_neg hk]
  by_cases hp : p x
  · have ⟨k, hk⟩ := h x hp
    rw [if_pos hp]
    refine le_trans (le_of_eq ?_) (Finset.single_le_sum (fun k _ => n k) (Finset.mem_univ k))
    rw [if_pos hk]
  · rw [if_neg hp]
    exact Finset.sum_nonneg fun k _ => n k

/-- Proposition 10.17 (union bound for noise sensitivity): the noise sensitivity of a function of
`f_1, …, f_k` is at most the sum of their noise sensitivities. The functions may have values of any
type. -/
theorem noiseSensitivity_comp_le {κ : Type w} [Fintype κ] {β : κ → Type z} {γ : Type z}
    [(k : κ) → DecidableEq (β k)] [DecidableEq γ] (g : ((k : κ) → β k) → γ)
      (f : (k : κ) → (ι → Bool) → β k) {η : R}
    (h0 : 0 ≤ η) (h1 : η ≤ 1) :
    noiseSensitivity η (fun x => g fun k => f k x) ≤ ∑ k, noiseSensitivity η (f k) := by
  rw [show (∑ k, noiseSensitivity η (f k)) =
      ∑ z, bitsProb (fun _ => η) z * ∑ k, prob fun x => f k x ≠ f k (x ⊙ z) from by
    rw [show (∑ z, bitsProb (fun _ => η) z * ∑ k, prob fun x => f k x ≠ f k (x ⊙ z)) =
        ∑ z, ∑ k, bitsProb (fun _ => η) z * prob fun x => f k x ≠ f k (x ⊙ z) from
      Fintype.sum_congr fun z => Finset.mul_sum _ _ _, Finset.sum_comm]; rfl]
  rw [noiseSensitivity, noiseProb]
  refine Finset.sum_le_sum fun z _ => mul_le_mul_of_nonneg_left ?_ (bitsProb_nonneg (fun _ =>
    h0) (fun _ => h1) z)
  refine prob_le_sum fun x hx => Classical.byContradiction fun k =>
    hx (congrArg g (funext fun i => ?_))
  exact Classical.byContradiction fun hi => k ⟨i, hi⟩

/-- The hypotheses of Proposition 10.17 can hold. -/
theorem noiseSensitivity_comp_le_witness : ∃ η : Rat, 0 ≤ η ∧ η ≤ 1 := ⟨1 / 2, by decide⟩

/-- Proposition 10.17 needs a probability for the rate: at the rate `-1` the sensitivity of a
coordinate is `-1`. -/
theorem noiseSensitivity_comp_le_needs_nonneg : ∃ η : Rat, η ≤ 1 ∧ ∃ f :
    Fin 1 → (Fin 1 → Bool) → Bool,
    ∃ g : (Fin 1 → Bool) → Bool,
      ∑ k, noiseSensitivity η (f k) < noiseSensitivity η fun x => g fun k => f k x :=
  ⟨-1, by decide, fun i x => x i, fun _ => true, by decide +kernel⟩

/-- Proposition 10.17 needs a probability for the rate: at the rate `2` the sensitivity of a parity
of two coordinates is `-4`. -/
theorem noiseSensitivity_comp_le_needs_le_one : ∃ η : Rat, 0 ≤ η ∧ ∃ f :
    Fin 1 → (Fin 2 → Bool) → Bool,
    ∃ g : (Fin 1 → Bool) → Bool,
      ∑ k, noiseSensitivity η (f k) < noiseSensitivity η fun x => g fun k => f k x :=
  ⟨2, by decide, fun _ x => x 0 ^^ x 1, fun _ => true, by decide +kernel⟩

/-- Proposition 10.17 needs the same noise on both sides: a coordinate changes under noise of rate
`1/2`, but not under noise of rate `0`. -/
theorem noiseSensitivity_comp_le_needs_same_noise : ∃ η η' : Rat, 0 ≤ η ∧ η ≤ 1 ∧ 0 ≤ η' ∧ η' ≤ 1 ∧
    ∃ f : Fin 1 → (Fin 1 → Bool) → Bool, ∃ g : (Fin 1 → Bool) → Bool,
      ∑ k, noiseSensitivity η' (f k) < noiseSensitivity η fun x => g fun k => f k x :=
  ⟨1 / 2, 0, by decide, by decide, by decide, by decide, fun i x => x i, fun y =>
    y 0, by decide +kernel⟩

/-- Proposition 10.17 needs the sum: the parity of two coordinates is more sensitive than either of
them. -/
theorem noiseSensitivity_comp_le_needs_sum : ∃ η : Rat, 0 ≤ η ∧ η ≤ 1 ∧ ∃ f :
    Fin 2 → (Fin 2 → Bool) → Bool,
    ∃ g : (Fin 2 → Bool) → Bool,
      ∀ k, noiseSensitivity η (f k) < noiseSensitivity η fun x => g fun k => f k x :=
  ⟨1 / 4, by decide, by decide, fun i x => x i, fun y => y 0 ^^ y 1, by decide +kernel⟩

end Order
end Hypercube
