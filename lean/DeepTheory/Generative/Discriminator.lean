prelude
import DeepTheory.Generative.JensenShannon
/-! # The optimal discriminator

A discriminator `D` with values in `[0, 1]` earns `log D` on data and `log (1 - D)` on generated
samples. With `log 0 = -∞` and `0 log 0 = 0` the objective is finite exactly for the discriminators
with `HasFiniteValue`; all others have the value `-∞` and need no comparison. Among those with a
finite value the pointwise optimum is `p / (p + q)`, and its value is a Jensen-Shannon divergence.

Book items: GAN minimax objective, separated supports (chapter 12), Lemma 14.3, the population GAN
objective is a Jensen-Shannon divergence (chapter 14).

## Main definitions

* `GAN.HasFiniteValue p q D`, `GAN.value p q D`: the objective for laws `p` of the data and `q` of
  the samples; `GAN.pushforward w G`: the law of generated samples,
* `GAN.optimal p q`: the discriminator `p / (p + q)`.

## Main statements

* `GAN.value_le`, `GAN.value_eq_iff`: the optimum and its uniqueness where `p + q > 0`,
* `GAN.value_optimal`: its value is `-log 4 + 2 jsDiv p q`,
* `GAN.isLeast_optimal`: the best generators are those with the law of the data,
* `GAN.value_indicator`: a perfect discriminator between disjoint supports.
-/
set_option autoImplicit false
universe u v w

namespace GAN
open Finset Real Information
variable {Ω : Type u}

/-- The objective is finite: a discriminator is certain only where it cannot be wrong. Otherwise it
is `-∞`. -/
structure HasFiniteValue (p q D : Ω → Real) : Prop where
  /-- it is sure of a generated sample only where there are no data -/
  of_zero : ∀ x, D x = 0 → p x = 0
  /-- it is sure of data only where no samples are generated -/
  of_one : ∀ x, D x = 1 → q x = 0

/-- The discriminator `p / (p + q)`. -/
noncomputable def optimal (p q : Ω → Real) (x : Ω) : Real := p x / (p x + q x)

/-! ## One point -/

private theorem term_eq {a c t : Real} (hc : 0 < c) (h : t = 0 → a = 0) :
    a * log (a / (c * t)) = a * log (a / c) - a * log t := by
  by_cases ha : a = 0
  · rw [ha, zero_mul, zero_mul, zero_mul, sub_zero]
  · rw [← div_div, log_div (div_ne_zero ha hc.ne') (mt h ha), mul_sub]

/-- Lemma 14.3, at one point: for `a, b ≥ 0` the sum `a log t + b log (1 - t)` is greatest at
`t = a / (a + b)`. -/
theorem term_le {a b t : Real} (ha : 0 ≤ a) (hb : 0 ≤ b) (ht : 0 ≤ t) (ht' : t ≤ 1)
    (h₀ : t = 0 → a = 0) (h₁ : t = 1 → b = 0) :
    a * log t + b * log (1 - t) ≤ a * log (a / (a + b)) + b * log (b / (a + b)) := by
  rcases eq_or_lt_of_le (add_nonneg ha hb) with e | c
  · have hz : a = 0 := by linarith
    have hz' : b = 0 := by linarith
    rw [hz, hz', zero_mul, zero_mul, zero_mul]
  have h₁' : 1 - t = 0 → b = 0 := fun k => h₁ (by linarith)
  have k := sub_le_mul_log_div ha (mul_nonneg c.le ht) fun e =>
    h₀ ((mul_eq_zero.1 e).resolve_left c.ne')
  have l := sub_le_mul_log_div hb (mul_nonneg c.le (sub_nonneg.2 ht')) fun e =>
    h₁' ((mul_eq_zero.1 e).resolve_left c.ne')
  rw [term_eq c h₀] at k
  rw [term_eq c h₁'] at l
  linarith

/-- Lemma 14.3, at one point: elsewhere the sum is smaller. -/
theorem term_lt {a b t : Real} (ha : 0 ≤ a) (hb : 0 ≤ b) (c : 0 < a + b) (ht : 0 ≤ t) (ht' : t ≤ 1)
    (h₀ : t = 0 → a = 0) (h₁ : t = 1 → b = 0) (hne : t ≠ a / (a + b)) :
    a * log t + b * log (1 - t) < a * log (a / (a + b)) + b * log (b / (a + b)) := by
  have h₁' : 1 - t = 0 → b = 0 := fun k => h₁ (by linarith)
  have k := sub_lt_mul_log_div ha (mul_nonneg c.le ht)
    (fun e => h₀ ((mul_eq_zero.1 e).resolve_left c.ne')) fun e => hne (by
      rw [eq_div_iff c.ne', mul_comm]; exact e.symm)
  have l := sub_le_mul_log_div hb (mul_nonneg c.le (sub_nonneg.2 ht')) fun e =>
    h₁' ((mul_eq_zero.1 e).resolve_left c.ne')
  rw [term_eq c h₀] at k
  rw [term_eq c h₁'] at l
  linarith

theorem one_sub_optimal {p q : Ω → Real} {x : Ω} (h : p x + q x ≠ 0) :
    1 - optimal p q x = q x / (p x + q x) := by
  rw [optimal, one_sub_div h, add_sub_cancel_left]

section Finite
variable [Fintype Ω] {p q D : Ω → Real}

/-- The objective of a discriminator `D` for data with law `p` and samples with law `q`, when it is
finite. -/
noncomputable def value (p q D : Ω → Real) : Real :=
  ∑ x, p x * log (D x) + ∑ x, q x * log (1 - D x)

theorem value_eq_sum (p q D : Ω → Real) :
    value p q D = ∑ x, (p x * log (D x) + q x * log (1 - D x)) := (sum_add_distrib _ _ _).symm

omit [Fintype Ω] in
/-- The optimal discriminator has values in `[0, 1]`. -/
theorem optimal_mem (hp : ∀ x, 0 ≤ p x) (hq : ∀ x, 0 ≤ q x) (x : Ω) :
    0 ≤ optimal p q x ∧ optimal p q x ≤ 1 :=
  ⟨div_nonneg (hp x) (add_nonneg (hp x) (hq x)),
    div_le_one_of_le₀ (by have := hq x; linarith) (add_nonneg (hp x) (hq x))⟩

omit [Fintype Ω] in
/-- The objective is finite at the optimal discriminator. -/
theorem hasFiniteValue_optimal (hp : ∀ x, 0 ≤ p x) (hq : ∀ x, 0 ≤ q x) :
    HasFiniteValue p q (optimal p q) where
  of_zero x h := by
    rw [optimal, div_eq_zero_iff] at h
    have a := hp x
    have b := hq x
    exact h.elim id fun h => by linarith
  of_one x h := by
    have k : p x + q x ≠ 0 := fun e => by
      rw [optimal, e, div_zero] at h
      exact zero_ne_one h
    rw [optimal, div_eq_one_iff_eq k] at h
    linarith

private theorem value_optimal_eq_sum (p q : Ω → Real) (h : ∀ x, p x + q x = 0 → q x = 0) :
    value p q (optimal p q) =
      ∑ x, (p x * log (p x / (p x + q x)) + q x * log (q x / (p x + q x))) := by
  rw [value_eq_sum]
  refine Fintype.sum_congr fun x => ?_
  by_cases k : p x + q x = 0
  · rw [h x k, zero_mul, zero_mul, optimal, h x k]
  · rw [one_sub_optimal k, optimal]

omit [Fintype Ω] in
private theorem eq_zero_of_add (hp : ∀ x, 0 ≤ p x) (hq : ∀ x, 0 ≤ q x) (x : Ω)
    (h : p x + q x = 0) : q x = 0 := by
  have a := hp x
  have b := hq x
  linarith

/-- Lemma 14.3. Pointwise optimal discriminator: no discriminator with values in `[0, 1]` has a
larger objective than `p / (p + q)`. -/
theorem value_le (hp : ∀ x, 0 ≤ p x) (hq : ∀ x, 0 ≤ q x) (hD : ∀ x, 0 ≤ D x ∧ D x ≤ 1)
    (h : HasFiniteValue p q D) : value p q D ≤ value p q (optimal p q) := by
  rw [value_eq_sum, value_optimal_eq_sum p q (eq_zero_of_add hp hq)]
  exact sum_le_sum fun x _ =>
    term_le (hp x) (hq x) (hD x).1 (hD x).2 (h.of_zero x) (h.of_one x)

/-- The hypotheses of `value_le` can hold, also for a discriminator that is not optimal: the
undecided one, for a fair coin and a point. -/
theorem value_le_witness : ∃ p q D : Bool → Real, IsProbability p ∧ IsProbability q ∧
    (∀ x, 0 ≤ D x ∧ D x ≤ 1) ∧ HasFiniteValue p q D ∧ D ≠ optimal p q := by
  haveI : Nonempty Bool := ⟨true⟩
  have h : (0 : Real) < 1 / 2 := half_pos one_pos
  have h' : (1 / 2 : Real) < 1 := half_lt_self one_pos
  refine ⟨uniform Real Bool, point true, fun _ => 1 / 2, .uniform, .point true,
    fun _ => ⟨h.le, h'.le⟩, ⟨fun _ e => absurd e h.ne', fun _ e => absurd e (ne_of_lt h')⟩,
    fun e => ?_⟩
  have k := congrFun e false
  rw [optimal, point, if_neg (by simp), add_zero, div_self (uniform_pos _).ne'] at k
  exact ne_of_lt h' k

/-- Lemma 14.3, uniqueness: a discriminator is optimal exactly when it is `p / (p + q)` wherever
`p + q > 0`. -/
theorem value_eq_iff (hp : ∀ x, 0 ≤ p x) (hq : ∀ x, 0 ≤ q x) (hD : ∀ x, 0 ≤ D x ∧ D x ≤ 1)
    (h : HasFiniteValue p q D) : value p q D = value p q (optimal p q) ↔
      ∀ x, 0 < p x + q x → D x = p x / (p x + q x) := by
  constructor
  · intro e x c
    apply Classical.byContradiction
    intro n
    have l := sum_lt_sum
      (fun x (_ : x ∈ (univ : Finset Ω)) =>
        term_le (hp x) (hq x) (hD x).1 (hD x).2 (h.of_zero x) (h.of_one x)) ⟨x, mem_univ x,
      term_lt (hp x) (hq x) c (hD x).1 (hD x).2 (h.of_zero x) (h.of_one x) n⟩
    rw [value_eq_sum, value_optimal_eq_sum p q (eq_zero_of_add hp hq)] at e
    exact absurd e (ne_of_lt l)
  · intro e
    rw [value_eq_sum, value_eq_sum]
    refine Fintype.sum_congr fun x => ?_
    rcases eq_or_lt_of_le (add_nonneg (hp x) (hq x)) with k | k
    · have a := hp x
      have b := hq x
      rw [show p x = 0 by linarith, show q x = 0 by linarith, zero_mul, zero_mul, zero_mul,
        zero_mul]
    · rw [e x k, optimal]

/-! ## The Jensen-Shannon form -/

/-- The population GAN objective (chapter 14): at the optimal discriminator it is
`-log 4 + 2 jsDiv p q`. -/
theorem value_optimal (hp : IsProbability p) (hq : IsProbability q) :
    value p q (optimal p q) = -log 4 + 2 * jsDiv p q := by
  have e : ∀ f g : Ω → Real, (∀ x, 0 ≤ f x) → (∀ x, 0 ≤ g x) → ∀ x,
      f x * log (f x / mixture f g x) = f x * log 2 + f x * log (f x / (f x + g x)) :=
    fun f g hf hg x => by
      by_cases k : f x = 0
      · rw [k, zero_mul, zero_mul, zero_mul, add_zero]
      · have c : f x + g x ≠ 0 := fun c => k (by have := hf x; have := hg x; linarith)
        rw [mixture, div_div_eq_mul_div, mul_comm (f x) 2, mul_div_assoc,
          log_mul two_ne_zero (div_ne_zero k c), mul_add]
  have four : log (4 : Real) = 2 * log 2 := by
    have h := log_pow 2 2
    rw [show (2 : Real) ^ 2 = 4 by norm_num] at h
    exact h
  have hs : ∀ x, q x / (p x + q x) = q x / (q x + p x) := fun x => by rw [add_comm]
  rw [value_optimal_eq_sum p q (eq_zero_of_add hp.nonneg hq.nonneg), sum_add_distrib, jsDiv, klDiv,
    klDiv, mixture_comm p q, Fintype.sum_congr (e q p hq.nonneg hp.nonneg), mixture_comm q p,
    Fintype.sum_congr (e p q hp.nonneg hq.nonneg), sum_add_distrib, sum_add_distrib, ← sum_mul,
    ← sum_mul, hp.sum_eq_one, hq.sum_eq_one, four]
  simp only [hs]
  ring

/-- The population GAN objective is a Jensen-Shannon divergence (chapter 14): `p / (p + q)` is a
discriminator with a finite objective; the objective of every other is at most
`-log 4 + 2 jsDiv p q`, which is its value; this is at least `-log 4`, with equality exactly for
`q = p`. -/
theorem value_max (hp : IsProbability p) (hq : IsProbability q) :
    ((∀ x, 0 ≤ optimal p q x ∧ optimal p q x ≤ 1) ∧ HasFiniteValue p q (optimal p q) ∧
        value p q (optimal p q) = -log 4 + 2 * jsDiv p q) ∧
      (∀ D : Ω → Real, (∀ x, 0 ≤ D x ∧ D x ≤ 1) → HasFiniteValue p q D →
        value p q D ≤ -log 4 + 2 * jsDiv p q) ∧
      -log 4 ≤ -log 4 + 2 * jsDiv p q ∧ (-log 4 + 2 * jsDiv p q = -log 4 ↔ q = p) := by
  refine ⟨⟨optimal_mem hp.nonneg hq.nonneg, hasFiniteValue_optimal hp.nonneg hq.nonneg,
    value_optimal hp hq⟩, fun D hD h => ?_, ?_, ?_⟩
  · rw [← value_optimal hp hq]
    exact value_le hp.nonneg hq.nonneg hD h
  · have := jsDiv_nonneg hp hq
    linarith
  · rw [eq_comm (a := q), ← jsDiv_eq_zero_iff hp hq]
    constructor <;> intro h <;> linarith

/-- The best generators (chapter 14): if some generator has the law of the data, the least value of
the objective at the optimal discriminator is `-log 4`, attained exactly by the generators with the
law of the data. -/
theorem isLeast_optimal {Θ : Type v} {q : Θ → Ω → Real} (hp : IsProbability p)
    (hq : ∀ θ, IsProbability (q θ)) (h : ∃ θ, q θ = p) :
    (∃ θ, value p (q θ) (optimal p (q θ)) = -log 4) ∧
      (∀ θ, -log 4 ≤ value p (q θ) (optimal p (q θ))) ∧
      ∀ θ, value p (q θ) (optimal p (q θ)) = -log 4 ↔ q θ = p := by
  have k : ∀ θ, value p (q θ) (optimal p (q θ)) = -log 4 ↔ q θ = p := fun θ => by
    rw [value_optimal hp (hq θ)]
    exact (value_max hp (hq θ)).2.2.2
  obtain ⟨θ, e⟩ := h
  refine ⟨⟨θ, (k θ).2 e⟩, fun θ => ?_, k⟩
  rw [value_optimal hp (hq θ)]
  exact (value_max hp (hq θ)).2.2.1

/-- The hypotheses can hold, also with a generator that has another law. -/
theorem isLeast_optimal_witness : ∃ (p : Bool → Real) (q : Bool → Bool → Real), IsProbability p ∧
    (∀ θ, IsProbability (q θ)) ∧ (∃ θ, q θ = p) ∧ ∃ θ, q θ ≠ p := by
  refine ⟨point true, point, .point true, fun θ => .point θ, ⟨true, rfl⟩, false, fun e => ?_⟩
  have := congrFun e true
  rw [point, point, if_neg (by simp), if_pos rfl] at this
  exact zero_ne_one this

/-- If no generator has the law of the data, no value is as small as `-log 4`. -/
theorem isLeast_optimal_needs_realizable {q : Ω → Real} (hp : IsProbability p)
    (hq : IsProbability q) (h : q ≠ p) : -log 4 < value p q (optimal p q) := by
  have k := (value_max hp hq).2.2
  rw [value_optimal hp hq]
  exact lt_of_le_of_ne k.1 fun e => h (k.2.1 e.symm)

/-- If discriminators are restricted, to constants for example, the maximum can be smaller: for two
different points it is at most `-log 4`, and the laws differ. -/
theorem value_max_needs_all_discriminators : ∃ p q : Bool → Real, IsProbability p ∧
    IsProbability q ∧ -log 4 < -log 4 + 2 * jsDiv p q ∧
    ∀ t, 0 < t → t < 1 → value p q (fun _ => t) ≤ -log 4 := by
  have four : log (4 : Real) = 2 * log 2 := by
    have h := log_pow 2 2
    rw [show (2 : Real) ^ 2 = 4 by norm_num] at h
    exact h
  refine ⟨point true, point false, .point true, .point false, ?_, fun t h₀ h₁ => ?_⟩
  · have l : (0 : Real) < log 2 := log_pos one_lt_two
    rw [jsDiv_point, if_neg (by simp)]
    linarith
  · have k := term_le (a := 1) (b := 1) zero_le_one zero_le_one h₀.le h₁.le
      (fun e => absurd e h₀.ne') (fun e => absurd e (ne_of_lt h₁))
    rw [one_add_one_eq_two, one_div, log_inv] at k
    rw [value, sum_point_mul, sum_point_mul, four]
    linarith

/-- Values outside `[0, 1]` would be better than the optimum: `D = 3` against equal laws. -/
theorem value_le_needs_range : ∃ p q D : Unit → Real, (∀ x, 0 ≤ p x) ∧ (∀ x, 0 ≤ q x) ∧
    HasFiniteValue p q D ∧ value p q (optimal p q) < value p q D := by
  refine ⟨fun _ => 1, fun _ => 1, fun _ => 3, fun _ => zero_le_one, fun _ => zero_le_one,
    ⟨fun _ h => absurd h (by norm_num), fun _ h => absurd h (by norm_num)⟩, ?_⟩
  have s : ∀ f : Unit → Real, ∑ x, f x = f () := Fintype.sum_unique () fun _ => rfl
  rw [value, value, s, s, s, s, optimal, one_sub_div (by norm_num), add_sub_cancel_left,
    show (1 : Real) - 3 = -2 by norm_num, log_neg_eq_log]
  enclosure

/-- The convention `log 0 = -∞` matters: with the value `0` for `log 0` a discriminator that is sure
and wrong would be better than the optimum. -/
theorem value_le_needs_finite : ∃ p q D : Unit → Real, (∀ x, 0 ≤ p x) ∧ (∀ x, 0 ≤ q x) ∧
    (∀ x, 0 ≤ D x ∧ D x ≤ 1) ∧ value p q (optimal p q) < value p q D := by
  refine ⟨fun _ => 1, fun _ => 1, fun _ => 0, fun _ => zero_le_one, fun _ => zero_le_one,
    fun _ => ⟨le_rfl, zero_le_one⟩, ?_⟩
  have s : ∀ f : Unit → Real, ∑ x, f x = f () := Fintype.sum_unique () fun _ => rfl
  rw [value, value, s, s, s, s, optimal, one_sub_div (by norm_num), add_sub_cancel_left, sub_zero,
    log_one, log_zero, mul_zero, add_zero]
  enclosure

/-! ## Separated supports -/

/-- No discriminator has a positive objective. -/
theorem value_nonpos (hp : ∀ x, 0 ≤ p x) (hq : ∀ x, 0 ≤ q x) (hD : ∀ x, 0 ≤ D x ∧ D x ≤ 1) :
    value p q D ≤ 0 := by
  have h : ∀ x, 0 ≤ p x * -log (D x) := fun x =>
    mul_nonneg (hp x) (neg_nonneg.2 (log_nonpos (hD x).1 (hD x).2))
  have k : ∀ x, 0 ≤ q x * -log (1 - D x) := fun x => by
    have := (hD x).1
    have := (hD x).2
    exact mul_nonneg (hq x) (neg_nonneg.2 (log_nonpos (by linarith) (by linarith)))
  rw [value_eq_sum, ← neg_nonneg, ← sum_neg_distrib]
  refine sum_nonneg fun x _ => ?_
  have := h x
  have := k x
  linarith

open Classical in
/-- The indicator of the support of the data. -/
noncomputable def indicator (p : Ω → Real) (x : Ω) : Real := if p x = 0 then 0 else 1

/-- Separated supports (chapter 12): the indicator of the support of the data has the objective `0`,
which no discriminator exceeds; so has the optimal discriminator, whatever the generator, as long as
the supports stay separated. -/
theorem value_indicator (hp : ∀ x, 0 ≤ p x) (hq : ∀ x, 0 ≤ q x) (h : ∀ x, p x = 0 ∨ q x = 0) :
    ((∀ x, 0 ≤ indicator p x ∧ indicator p x ≤ 1) ∧ HasFiniteValue p q (indicator p) ∧
        value p q (indicator p) = 0) ∧
      (∀ D : Ω → Real, (∀ x, 0 ≤ D x ∧ D x ≤ 1) → value p q D ≤ 0) ∧
      value p q (optimal p q) = 0 := by
  have hi : ∀ x, 0 ≤ indicator p x ∧ indicator p x ≤ 1 := fun x => by
    unfold indicator
    split
    · exact ⟨le_rfl, zero_le_one⟩
    · exact ⟨zero_le_one, le_rfl⟩
  have hf : HasFiniteValue p q (indicator p) := ⟨fun x e => by
    unfold indicator at e
    split at e
    · assumption
    · exact absurd e one_ne_zero, fun x e => by
    unfold indicator at e
    split at e
    · exact absurd e zero_ne_one
    · exact (h x).resolve_left ‹_›⟩
  have hv : value p q (indicator p) = 0 := by
    rw [value_eq_sum]
    refine sum_eq_zero fun x _ => ?_
    unfold indicator
    split
    · rw [log_zero, mul_zero, sub_zero, log_one, mul_zero, add_zero]
    · rw [(h x).resolve_left ‹_›, log_one, mul_zero, zero_mul, add_zero]
  refine ⟨⟨hi, hf, hv⟩, fun D hD => value_nonpos hp hq hD, le_antisymm
    (value_nonpos hp hq (optimal_mem hp hq)) ?_⟩
  rw [← hv]
  exact value_le hp hq hi hf

/-- Supports can be separated: two points. -/
theorem value_indicator_witness : ∃ p q : Bool → Real, IsProbability p ∧ IsProbability q ∧
    ∀ x, p x = 0 ∨ q x = 0 :=
  ⟨point true, point false, .point true, .point false, fun x => by
    cases x
    · exact Or.inl (if_neg (by simp))
    · exact Or.inr (if_neg (by simp))⟩

/-- Where supports overlap the value is below `0`. -/
theorem value_indicator_needs_disjoint (hp : IsProbability p) (hq : IsProbability q) {x : Ω}
    (hx : p x ≠ 0) (hx' : q x ≠ 0) : value p q (optimal p q) < 0 := by
  have four : log (4 : Real) = 2 * log 2 := by
    have h := log_pow 2 2
    rw [show (2 : Real) ^ 2 = 4 by norm_num] at h
    exact h
  obtain ⟨_, b, _, d⟩ := jsDiv_bounds hp hq
  have : jsDiv p q ≠ log 2 := fun e => (d.1 e x).elim hx hx'
  have := lt_of_le_of_ne b this
  rw [value_optimal hp hq, four]
  linarith

/-! ## Generators -/

variable {Z : Type w} [Fintype Z]

/-- The law of `G z` for noise `z` with law `w`. -/
def pushforward {F : Type v} [LinearOrderedField F] (w : Z → F) (G : Z → Ω) (x : Ω) : F :=
  ∑ z, if G z = x then w z else 0

/-- A mean under the law of generated samples is a mean over the noise. -/
theorem sum_pushforward_mul {F : Type v} [LinearOrderedField F] (w : Z → F) (G : Z → Ω)
    (f : Ω → F) : ∑ x, pushforward w G x * f x = ∑ z, w z * f (G z) := by
  simp only [pushforward, sum_mul]
  rw [sum_comm]
  refine Fintype.sum_congr fun z => ?_
  rw [Fintype.sum_eq_single (G z) fun x h => by rw [if_neg (Ne.symm h), zero_mul], if_pos rfl]

/-- The law of generated samples is a law. -/
theorem isProbability_pushforward {F : Type v} [LinearOrderedField F] {w : Z → F}
    (hw : IsProbability w) (G : Z → Ω) : IsProbability (pushforward w G) where
  nonneg x := sum_nonneg fun z _ => by
    split
    · exact hw.nonneg z
    · exact le_rfl
  sum_eq_one := by
    have h := sum_pushforward_mul w G fun _ => 1
    simp only [mul_one] at h
    rw [h, hw.sum_eq_one]

/-- The GAN minimax objective (chapter 12) for a generator `G` of noise with law `w`. -/
noncomputable def objective (p : Ω → Real) (w : Z → Real) (G : Z → Ω) (D : Ω → Real) : Real :=
  ∑ x, p x * log (D x) + ∑ z, w z * log (1 - D (G z))

/-- The objective depends on the generator through the law of its samples. -/
theorem objective_eq_value (p : Ω → Real) (w : Z → Real) (G : Z → Ω) (D : Ω → Real) :
    objective p w G D = value p (pushforward w G) D := by
  rw [objective, value, sum_pushforward_mul w G fun x => log (1 - D x)]

end Finite
end GAN
