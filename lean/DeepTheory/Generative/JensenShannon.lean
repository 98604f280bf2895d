prelude
import DeepTheory.Information.KL
/-! # Jensen-Shannon divergence on finite types

The mean divergence of two distributions from their mixture. Both are absolutely continuous with
respect to the mixture, so no hypothesis is needed; the value lies between `0` and `log 2`, and it
is `log 2` for disjoint supports, however near they are to each other.

Book items: Jensen-Shannon saturates on disjoint supports, point masses (chapter 14).

## Main definitions

* `Information.mixture p q`: the mixture with equal weights, `Information.jsDiv p q`.

## Main statements

* `Information.jsDiv_nonneg`, `Information.jsDiv_eq_zero_iff`,
* `Information.jsDiv_le_log_two`, `Information.jsDiv_eq_log_two_iff`,
* `Information.jsDiv_bounds`: the four together,
* `Information.jsDiv_point`: two different points.
-/
set_option autoImplicit false
universe u

namespace Information
open Finset Real
variable {Ω : Type u} [Fintype Ω] {p q : Ω → Real}

/-- The mixture of two distributions with equal weights. -/
noncomputable def mixture (p q : Ω → Real) (x : Ω) : Real := (p x + q x) / 2

/-- The Jensen-Shannon divergence. -/
noncomputable def jsDiv (p q : Ω → Real) : Real :=
  1 / 2 * klDiv p (mixture p q) + 1 / 2 * klDiv q (mixture p q)

omit [Fintype Ω] in
theorem mixture_comm (p q : Ω → Real) : mixture p q = mixture q p := funext fun x => by
  rw [mixture, mixture, add_comm]

theorem jsDiv_comm (p q : Ω → Real) : jsDiv p q = jsDiv q p := by
  rw [jsDiv, jsDiv, mixture_comm q p, add_comm]

theorem IsProbability.mixture (hp : IsProbability p) (hq : IsProbability q) :
    IsProbability (mixture p q) where
  nonneg x := div_nonneg (add_nonneg (hp.nonneg x) (hq.nonneg x)) two_pos.le
  sum_eq_one := by
    show ∑ x, (p x + q x) / 2 = 1
    rw [← sum_div, sum_add_distrib, hp.sum_eq_one, hq.sum_eq_one, one_add_one_eq_two,
      div_self two_ne_zero]

omit [Fintype Ω] in
theorem absolutelyContinuous_mixture (hp : ∀ x, 0 ≤ p x) (hq : ∀ x, 0 ≤ q x) :
    AbsolutelyContinuous p (mixture p q) := fun x h => by
  have a := hp x
  have b := hq x
  rw [mixture] at h
  linarith

/-- The Jensen-Shannon divergence is not negative. -/
theorem jsDiv_nonneg (hp : IsProbability p) (hq : IsProbability q) : 0 ≤ jsDiv p q := by
  have h := hp.klDiv_nonneg (hp.mixture hq) (absolutelyContinuous_mixture hp.nonneg hq.nonneg)
  have k := hq.klDiv_nonneg (hq.mixture hp) (absolutelyContinuous_mixture hq.nonneg hp.nonneg)
  rw [mixture_comm] at k
  rw [jsDiv]
  linarith

theorem jsDiv_self (p : Ω → Real) : jsDiv p p = 0 := by
  have e : mixture p p = p := funext fun x => by
    rw [mixture, add_div, add_halves]
  rw [jsDiv, e, klDiv_self, mul_zero, add_zero]

/-- It vanishes only between equal distributions. -/
theorem jsDiv_eq_zero_iff (hp : IsProbability p) (hq : IsProbability q) :
    jsDiv p q = 0 ↔ p = q := by
  have ac := absolutelyContinuous_mixture hp.nonneg hq.nonneg
  have h := hp.klDiv_nonneg (hp.mixture hq) ac
  have k := hq.klDiv_nonneg (hq.mixture hp) (absolutelyContinuous_mixture hq.nonneg hp.nonneg)
  rw [mixture_comm] at k
  constructor
  · intro e
    rw [jsDiv] at e
    have z : klDiv p (mixture p q) = 0 := by linarith
    have z := congrFun ((hp.klDiv_eq_zero_iff (hp.mixture hq) ac).1 z)
    funext x
    have := z x
    rw [mixture] at this
    linarith
  · intro e
    rw [e, jsDiv_self]

private theorem term_le {a b : Real} (ha : 0 ≤ a) (hb : 0 ≤ b) :
    a * log (a / ((a + b) / 2)) ≤ a * log 2 := by
  rcases eq_or_lt_of_le ha with e | ha'
  · rw [← e, zero_mul, zero_mul]
  · refine mul_le_mul_of_nonneg_left (log_le_log (div_pos ha' (half_pos (by linarith))) ?_) ha
    rw [div_le_iff₀ (half_pos (by linarith))]
    linarith

private theorem term_lt {a b : Real} (ha : 0 < a) (hb : 0 < b) :
    a * log (a / ((a + b) / 2)) < a * log 2 := by
  refine mul_lt_mul_of_pos_left (log_lt_log (div_pos ha (half_pos (by linarith))) ?_) ha
  rw [div_lt_iff₀ (half_pos (by linarith))]
  linarith

private theorem klDiv_mixture_le (hp : IsProbability p) (hq : IsProbability q) :
    klDiv p (mixture p q) ≤ log 2 := by
  have h := sum_le_sum fun x (_ : x ∈ (univ : Finset Ω)) => term_le (hp.nonneg x) (hq.nonneg x)
  rwa [← sum_mul, hp.sum_eq_one, one_mul] at h

private theorem klDiv_mixture_lt (hp : IsProbability p) (hq : IsProbability q) {x : Ω}
    (hx : p x ≠ 0) (hx' : q x ≠ 0) : klDiv p (mixture p q) < log 2 := by
  have h := sum_lt_sum
    (fun x (_ : x ∈ (univ : Finset Ω)) => term_le (hp.nonneg x) (hq.nonneg x)) ⟨x, mem_univ x,
      term_lt (lt_of_le_of_ne (hp.nonneg x) hx.symm) (lt_of_le_of_ne (hq.nonneg x) hx'.symm)⟩
  rwa [← sum_mul, hp.sum_eq_one, one_mul] at h

private theorem klDiv_mixture_of_disjoint (hp : IsProbability p) (h : ∀ x, p x = 0 ∨ q x = 0) :
    klDiv p (mixture p q) = log 2 := by
  have e : ∀ x, p x * log (p x / mixture p q x) = p x * log 2 := fun x => by
    by_cases hx : p x = 0
    · rw [hx, zero_mul, zero_mul]
    · rw [mixture, (h x).resolve_left hx, add_zero, div_div_eq_mul_div, mul_comm (p x) 2,
        mul_div_assoc, div_self hx, mul_one]
  rw [klDiv, Fintype.sum_congr e, ← sum_mul, hp.sum_eq_one, one_mul]

/-- The Jensen-Shannon divergence is at most `log 2`. -/
theorem jsDiv_le_log_two (hp : IsProbability p) (hq : IsProbability q) : jsDiv p q ≤ log 2 := by
  have h := klDiv_mixture_le hp hq
  have k := klDiv_mixture_le hq hp
  rw [mixture_comm] at k
  rw [jsDiv]
  linarith

/-- It is `log 2` exactly for disjoint supports. -/
theorem jsDiv_eq_log_two_iff (hp : IsProbability p) (hq : IsProbability q) :
    jsDiv p q = log 2 ↔ ∀ x, p x = 0 ∨ q x = 0 := by
  constructor
  · intro e x
    apply Classical.byContradiction
    intro n
    rw [not_or] at n
    have h := klDiv_mixture_lt hp hq n.1 n.2
    have k := klDiv_mixture_le hq hp
    rw [mixture_comm] at k
    rw [jsDiv] at e
    linarith
  · intro h
    have k := klDiv_mixture_of_disjoint hq fun x => (h x).symm
    rw [mixture_comm] at k
    rw [jsDiv, klDiv_mixture_of_disjoint hp h, k]
    ring

/-- Jensen-Shannon saturates on disjoint supports (chapter 14). -/
theorem jsDiv_bounds (hp : IsProbability p) (hq : IsProbability q) :
    0 ≤ jsDiv p q ∧ jsDiv p q ≤ log 2 ∧ (jsDiv p q = 0 ↔ p = q) ∧
      (jsDiv p q = log 2 ↔ ∀ x, p x = 0 ∨ q x = 0) :=
  ⟨jsDiv_nonneg hp hq, jsDiv_le_log_two hp hq, jsDiv_eq_zero_iff hp hq, jsDiv_eq_log_two_iff hp hq⟩

/-- Point masses (chapter 14): the divergence of two points is `log 2` whatever their distance, and
`0` if they are the same. -/
theorem jsDiv_point (a b : Ω) : jsDiv (point a) (point b) = if a = b then 0 else log 2 := by
  by_cases h : a = b
  · rw [if_pos h, h, jsDiv_self]
  · rw [if_neg h, jsDiv_eq_log_two_iff (.point a) (.point b)]
    intro x
    by_cases k : x = a
    · exact Or.inr (if_neg fun e => h (k.symm.trans e))
    · exact Or.inl (if_neg k)

/-- The extremes occur, and so does something between: a fair coin against itself, two points, and a
fair coin against a point. -/
theorem jsDiv_bounds_witness : ∃ p q : Bool → Real, IsProbability p ∧ IsProbability q ∧
    0 < jsDiv p q ∧ jsDiv p q < log 2 := by
  haveI : Nonempty Bool := ⟨true⟩
  have hu : IsProbability (uniform Real Bool) := .uniform
  have hp : IsProbability (point true : Bool → Real) := .point true
  obtain ⟨a, b, c, d⟩ := jsDiv_bounds hu hp
  have t : uniform Real Bool true ≠ 0 := (uniform_pos _).ne'
  refine ⟨_, _, hu, hp, lt_of_le_of_ne a fun e => ?_, lt_of_le_of_ne b fun e => ?_⟩
  · have := congrFun (c.1 e.symm) false
    rw [point, if_neg (by simp)] at this
    exact absurd this (uniform_pos _).ne'
  · refine (d.1 e true).elim t fun k => ?_
    rw [point, if_pos rfl] at k
    exact one_ne_zero k

/-- `jsDiv_le_log_two` needs weights that are not negative. -/
theorem jsDiv_le_log_two_needs_nonneg : ∃ p q : Bool → Real, ∑ x, p x = 1 ∧ ∑ x, q x = 1 ∧
    log 2 < jsDiv p q := by
  refine ⟨fun b => if b = true then 5 else -4, fun b => if b = true then -4 else 5, ?_, ?_, ?_⟩
  · rw [Fintype.sum_bool]; simp; norm_num
  · rw [Fintype.sum_bool]; simp; norm_num
  · rw [jsDiv, klDiv, klDiv, Fintype.sum_bool, Fintype.sum_bool]
    have e : ((5 : Real) + -4) / 2 = 1 / 2 := by ring
    have e' : ((-4 : Real) + 5) / 2 = 1 / 2 := by ring
    have f : (5 : Real) / (1 / 2) = 10 := by rw [div_div_eq_mul_div, div_one]; norm_num
    have f' : (-4 : Real) / (1 / 2) = -8 := by rw [div_div_eq_mul_div, div_one]; norm_num
    show log 2 < 1 / 2 * (5 * log (5 / ((5 + -4) / 2)) + -4 * log (-4 / ((-4 + 5) / 2))) +
      1 / 2 * (-4 * log (-4 / ((5 + -4) / 2)) + 5 * log (5 / ((-4 + 5) / 2)))
    rw [e, e', f, f', log_neg_eq_log]
    enclosure

end Information
