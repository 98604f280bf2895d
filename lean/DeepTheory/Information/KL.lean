prelude
import DeepTheory.Algebra
import DeepTheory.Real
/-! # Entropy, cross-entropy and Kullback-Leibler divergence on finite types

Distributions on a finite type are functions with nonnegative values of sum one. `0 log 0 = 0` holds
because the product with `0` is `0`. Where `q x = 0 < p x` the divergence of the books is infinite;
here its sum has an arbitrary finite value, so every statement that needs it assumes
`AbsolutelyContinuous p q`, and `klDiv_nonneg_needs_absolutelyContinuous` shows that it must.

Book items: population maximum likelihood (chapter 12), Occam's principle inside KL (chapter 7).

## Main definitions

* `IsProbability p`: nonnegative values with sum one; `point`, `uniform`,
* `AbsolutelyContinuous p q`: `p` vanishes where `q` does,
* `klDiv`, `entropy`, `crossEntropy`.

## Main statements

* `klDiv_nonneg`, `klDiv_eq_zero_iff`: **Gibbs' inequality** and its case of equality, also for
  weights `q` with a smaller sum,
* `crossEntropy_eq`, `entropy_le_crossEntropy`, `crossEntropy_eq_entropy_iff`: forward divergence is
  excess cross-entropy,
* `klDiv_uniform`, `entropy_le_log_card`, `entropy_eq_log_card_iff`, `entropy_nonneg`,
* `klDiv_point`, `klDiv_point_uniform`: divergence as a description length,
* `klDiv_ne_comm`: the direction matters,
* `log_sum_le`: the log-sum inequality.
-/
set_option autoImplicit false
universe u v

namespace Information
open Finset Real
variable {Ω : Type u} [Fintype Ω]

/-! ## Distributions -/

/-- A probability distribution on a finite type: nonnegative values that add up to one. -/
structure IsProbability {F : Type v} [LinearOrderedField F] (p : Ω → F) : Prop where
  /-- no value is negative -/
  nonneg : ∀ x, 0 ≤ p x
  /-- the values add up to one -/
  sum_eq_one : ∑ x, p x = 1

/-- `p` vanishes wherever `q` does. -/
def AbsolutelyContinuous {F : Type v} [Zero F] (p q : Ω → F) : Prop := ∀ x, q x = 0 → p x = 0

/-- The distribution that is concentrated at `a`. -/
def point {F : Type v} [Zero F] [One F] (a : Ω) (x : Ω) : F := if x = a then 1 else 0

/-- The uniform distribution. -/
def uniform (F : Type v) (Ω : Type u) [Fintype Ω] [Field F] (_ : Ω) : F := 1 / (Fintype.card Ω : F)

section Field
variable {F : Type v} [LinearOrderedField F] {p q : Ω → F}

omit [Fintype Ω] in
theorem AbsolutelyContinuous.of_pos (hq : ∀ x, 0 < q x) : AbsolutelyContinuous p q :=
  fun x h => absurd h (hq x).ne'

omit [Fintype Ω] in
theorem AbsolutelyContinuous.refl (p : Ω → F) : AbsolutelyContinuous p p := fun _ h => h

/-- Some outcome has positive probability. -/
theorem IsProbability.exists_pos (hp : IsProbability p) : ∃ x, 0 < p x := by
  apply Classical.byContradiction
  intro h
  have z : ∑ x, p x = 0 := sum_eq_zero fun x _ =>
    le_antisymm (not_lt.1 fun k => h ⟨x, k⟩) (hp.nonneg x)
  rw [hp.sum_eq_one] at z
  exact one_ne_zero z

theorem IsProbability.le_one (hp : IsProbability p) (x : Ω) : p x ≤ 1 := by
  rw [← hp.sum_eq_one]
  exact single_le_sum (fun x _ => hp.nonneg x) (mem_univ x)

theorem sum_point_mul (a : Ω) (f : Ω → F) : ∑ x, point a x * f x = f a := by
  rw [Fintype.sum_eq_single a fun x h => by rw [point, if_neg h, zero_mul], point, if_pos rfl,
    one_mul]

theorem IsProbability.point (a : Ω) : IsProbability (point a : Ω → F) where
  nonneg x := by
    unfold Information.point
    split
    · exact zero_le_one
    · exact le_rfl
  sum_eq_one := by
    have := sum_point_mul a fun _ => (1 : F)
    simpa only [mul_one] using this

theorem card_cast_pos [Nonempty Ω] : (0 : F) < Fintype.card Ω :=
  Nat.cast_pos.2 (Fintype.card_pos_iff.2 ‹_›)

theorem IsProbability.uniform [Nonempty Ω] : IsProbability (uniform F Ω) where
  nonneg _ := (one_div_pos.2 card_cast_pos).le
  sum_eq_one := by
    show ∑ _x : Ω, 1 / (Fintype.card Ω : F) = 1
    rw [sum_const]
    exact mul_div_cancel₀ _ card_cast_pos.ne'

theorem uniform_pos [Nonempty Ω] (x : Ω) : 0 < uniform F Ω x := one_div_pos.2 card_cast_pos

end Field

/-! ## Divergence and entropy -/

/-- The Kullback-Leibler divergence of `q` from `p`, for `p` absolutely continuous with respect to
`q`. -/
noncomputable def klDiv (p q : Ω → Real) : Real := ∑ x, p x * log (p x / q x)

/-- The entropy, in nats. -/
noncomputable def entropy (p : Ω → Real) : Real := -∑ x, p x * log (p x)

/-- The cross-entropy: the mean of `-log q` under `p`. -/
noncomputable def crossEntropy (p q : Ω → Real) : Real := -∑ x, p x * log (q x)

variable {p q : Ω → Real}

/-- The term of Gibbs' inequality. -/
theorem sub_le_mul_log_div {a b : Real} (ha : 0 ≤ a) (hb : 0 ≤ b) (h : b = 0 → a = 0) :
    a - b ≤ a * log (a / b) := by
  rcases eq_or_lt_of_le ha with e | ha'
  · rw [← e, zero_mul]
    linarith
  have hb' : 0 < b := lt_of_le_of_ne hb fun e => ha'.ne' (h e.symm)
  have k := mul_le_mul_of_nonneg_left (one_sub_inv_le_log_of_pos (div_pos ha' hb')) ha
  rwa [inv_div, mul_sub, mul_one, mul_div_cancel₀ _ ha'.ne'] at k

/-- The term of Gibbs' inequality, strictly. -/
theorem sub_lt_mul_log_div {a b : Real} (ha : 0 ≤ a) (hb : 0 ≤ b) (h : b = 0 → a = 0)
    (hab : a ≠ b) : a - b < a * log (a / b) := by
  rcases eq_or_lt_of_le ha with e | ha'
  · have : 0 < b := lt_of_le_of_ne hb (e ▸ hab)
    rw [← e, zero_mul]
    linarith
  have hb' : 0 < b := lt_of_le_of_ne hb fun e => ha'.ne' (h e.symm)
  have k := mul_lt_mul_of_pos_left (log_lt_sub_one_of_pos (div_pos hb' ha') fun e => hab
    ((div_eq_one_iff_eq ha'.ne').1 e).symm) ha'
  rw [← inv_div, log_inv, mul_neg] at k
  rw [mul_sub, mul_one, inv_div, mul_div_cancel₀ _ ha'.ne'] at k
  linarith

/-- **Gibbs' inequality**: the divergence is not negative. The weights `q` may have a smaller sum
than `p`. -/
theorem klDiv_nonneg (hp : ∀ x, 0 ≤ p x) (hq : ∀ x, 0 ≤ q x) (h : AbsolutelyContinuous p q)
    (hs : ∑ x, q x ≤ ∑ x, p x) : 0 ≤ klDiv p q := by
  have k := sum_le_sum fun x (_ : x ∈ (univ : Finset Ω)) => sub_le_mul_log_div (hp x) (hq x) (h x)
  rw [sum_sub_distrib] at k
  exact le_trans (sub_nonneg.2 hs) k

/-- **Gibbs' inequality**, the case of equality: the divergence vanishes only between equal
weights. -/
theorem klDiv_eq_zero_iff (hp : ∀ x, 0 ≤ p x) (hq : ∀ x, 0 ≤ q x) (h : AbsolutelyContinuous p q)
    (hs : ∑ x, q x ≤ ∑ x, p x) : klDiv p q = 0 ↔ p = q := by
  constructor
  · intro z
    apply Classical.byContradiction
    intro hne
    have hx : ∃ x, p x ≠ q x := Classical.byContradiction fun k =>
      hne (funext fun x => Classical.byContradiction fun l => k ⟨x, l⟩)
    obtain ⟨x, hx⟩ := hx
    have k := sum_lt_sum
      (fun x (_ : x ∈ (univ : Finset Ω)) => sub_le_mul_log_div (hp x) (hq x) (h x))
      ⟨x, mem_univ x, sub_lt_mul_log_div (hp x) (hq x) (h x) hx⟩
    rw [sum_sub_distrib] at k
    exact absurd (lt_of_le_of_lt (sub_nonneg.2 hs) k) (by
      show ¬0 < klDiv p q
      rw [z]; exact lt_irrefl _)
  · intro e
    subst e
    refine sum_eq_zero fun x _ => ?_
    by_cases k : p x = 0
    · rw [k, zero_mul]
    · rw [div_self k, log_one, mul_zero]

theorem klDiv_self (p : Ω → Real) : klDiv p p = 0 := sum_eq_zero fun x _ => by
  by_cases k : p x = 0
  · rw [k, zero_mul]
  · rw [div_self k, log_one, mul_zero]

/-- Gibbs' inequality for probability distributions. -/
theorem IsProbability.klDiv_nonneg (hp : IsProbability p) (hq : IsProbability q)
    (h : AbsolutelyContinuous p q) : 0 ≤ klDiv p q :=
  Information.klDiv_nonneg hp.nonneg hq.nonneg h (by rw [hp.sum_eq_one, hq.sum_eq_one])

/-- Gibbs' inequality for probability distributions, the case of equality. -/
theorem IsProbability.klDiv_eq_zero_iff (hp : IsProbability p) (hq : IsProbability q)
    (h : AbsolutelyContinuous p q) : klDiv p q = 0 ↔ p = q :=
  Information.klDiv_eq_zero_iff hp.nonneg hq.nonneg h (by rw [hp.sum_eq_one, hq.sum_eq_one])

/-- The hypotheses of Gibbs' inequality can hold between different distributions: a fair coin and a
coin with odds `1 : 3`. -/
theorem klDiv_nonneg_witness : ∃ p q : Bool → Real, IsProbability p ∧ IsProbability q ∧
    AbsolutelyContinuous p q ∧ p ≠ q := by
  have hq : ∀ b : Bool, (0 : Real) < if b = true then 1 / 4 else 3 / 4 := fun b => by
    cases b <;> simp <;> positivity
  refine ⟨fun _ => 1 / 2, fun b => if b = true then 1 / 4 else 3 / 4,
    ⟨fun _ => (half_pos one_pos).le, ?_⟩, ⟨fun b => (hq b).le, ?_⟩, .of_pos hq, fun e => ?_⟩
  · rw [Fintype.sum_bool]; norm_num
  · rw [Fintype.sum_bool]; simp; norm_num
  · have : (1 / 2 : Real) = 1 / 4 := congrFun e true
    exact absurd this (by norm_num)

/-! ## Entropies -/

/-- Population maximum likelihood: cross-entropy is entropy plus forward divergence. -/
theorem crossEntropy_eq (h : AbsolutelyContinuous p q) :
    crossEntropy p q = entropy p + klDiv p q := by
  have e : ∀ x, p x * log (p x / q x) = p x * log (p x) - p x * log (q x) := fun x => by
    by_cases k : p x = 0
    · rw [k, zero_mul, zero_mul, zero_mul, sub_zero]
    · rw [log_div k (mt (h x) k), mul_sub]
  rw [crossEntropy, entropy, klDiv, Fintype.sum_congr e, sum_sub_distrib]
  ring

/-- Cross-entropy is at least entropy. -/
theorem entropy_le_crossEntropy (hp : IsProbability p) (hq : IsProbability q)
    (h : AbsolutelyContinuous p q) : entropy p ≤ crossEntropy p q := by
  have := hp.klDiv_nonneg hq h
  rw [crossEntropy_eq h]
  linarith

/-- Cross-entropy is entropy exactly when the distributions agree. -/
theorem crossEntropy_eq_entropy_iff (hp : IsProbability p) (hq : IsProbability q)
    (h : AbsolutelyContinuous p q) : crossEntropy p q = entropy p ↔ p = q := by
  rw [crossEntropy_eq h, add_eq_left, hp.klDiv_eq_zero_iff hq h]

/-- Maximum likelihood in the population minimises forward divergence: of two models the one with
the larger mean log-likelihood has the smaller divergence from the data. -/
theorem crossEntropy_le_crossEntropy_iff {q' : Ω → Real} (h : AbsolutelyContinuous p q)
    (h' : AbsolutelyContinuous p q') :
    crossEntropy p q ≤ crossEntropy p q' ↔ klDiv p q ≤ klDiv p q' := by
  rw [crossEntropy_eq h, crossEntropy_eq h', add_le_add_iff_left]

/-- Entropy is not negative. -/
theorem entropy_nonneg (hp : IsProbability p) : 0 ≤ entropy p := by
  rw [entropy, ← sum_neg_distrib]
  refine sum_nonneg fun x _ => ?_
  rw [← mul_neg]
  exact mul_nonneg (hp.nonneg x) (neg_nonneg.2 (log_nonpos (hp.nonneg x) (hp.le_one x)))

/-- The divergence from the uniform distribution is what is missing of the entropy. -/
theorem klDiv_uniform (hp : IsProbability p) :
    klDiv p (uniform Real Ω) = log (Fintype.card Ω) - entropy p := by
  obtain ⟨a, _⟩ := hp.exists_pos
  haveI : Nonempty Ω := ⟨a⟩
  have h := crossEntropy_eq (p := p) (AbsolutelyContinuous.of_pos (uniform_pos (F := Real)))
  have k : crossEntropy p (uniform Real Ω) = log (Fintype.card Ω) := by
    show -∑ x, p x * log (1 / (Fintype.card Ω : Real)) = _
    rw [← sum_mul, hp.sum_eq_one, one_mul, one_div, log_inv, neg_neg]
  rw [← k, h]
  ring

/-- Entropy is at most the logarithm of the number of outcomes. -/
theorem entropy_le_log_card (hp : IsProbability p) : entropy p ≤ log (Fintype.card Ω) := by
  obtain ⟨a, _⟩ := hp.exists_pos
  haveI : Nonempty Ω := ⟨a⟩
  have h := hp.klDiv_nonneg IsProbability.uniform (AbsolutelyContinuous.of_pos uniform_pos)
  rw [klDiv_uniform hp] at h
  linarith

/-- The divergence from the uniform distribution is at most the logarithm of the number of
outcomes. -/
theorem klDiv_uniform_le (hp : IsProbability p) :
    klDiv p (uniform Real Ω) ≤ log (Fintype.card Ω) := by
  have := entropy_nonneg hp
  rw [klDiv_uniform hp]
  linarith

/-- Only the uniform distribution has the greatest entropy. -/
theorem entropy_eq_log_card_iff (hp : IsProbability p) :
    entropy p = log (Fintype.card Ω) ↔ p = uniform Real Ω := by
  obtain ⟨a, _⟩ := hp.exists_pos
  haveI : Nonempty Ω := ⟨a⟩
  rw [← hp.klDiv_eq_zero_iff IsProbability.uniform (AbsolutelyContinuous.of_pos uniform_pos),
    klDiv_uniform hp, sub_eq_zero, eq_comm]

/-- Occam's principle inside KL: the divergence of a distribution `P` from the point `a` is
`log (1 / P a)`. (Where `P a = 0` both sides are infinite in the books and zero here.) -/
theorem klDiv_point (P : Ω → Real) (a : Ω) : klDiv (point a) P = log (1 / P a) := by
  have h : ∀ x, point a x * log (point a x / P x) = point a x * log (1 / P x) := fun x => by
    by_cases k : x = a
    · rw [point, if_pos k]
    · rw [point, if_neg k, zero_mul, zero_mul]
  rw [klDiv, Fintype.sum_congr h, sum_point_mul]

/-- For the uniform prior this is the logarithm of the number of hypotheses. -/
theorem klDiv_point_uniform (a : Ω) : klDiv (point a) (uniform Real Ω) = log (Fintype.card Ω) := by
  rw [klDiv_point, uniform, one_div_one_div]

/-- A point has no entropy. -/
theorem entropy_point (a : Ω) : entropy (point a) = 0 := by
  have h := klDiv_uniform (IsProbability.point (F := Real) a)
  rw [klDiv_point_uniform] at h
  linarith

/-- Occam's principle inside KL, the three statements together. -/
theorem occam_klDiv {P Q : Ω → Real} (hQ : IsProbability Q) (a : Ω) :
    klDiv (point a) P = log (1 / P a) ∧
      klDiv (point a) (uniform Real Ω) = log (Fintype.card Ω) ∧
      klDiv Q (uniform Real Ω) = log (Fintype.card Ω) - entropy Q ∧
      klDiv Q (uniform Real Ω) ≤ log (Fintype.card Ω) :=
  ⟨klDiv_point P a, klDiv_point_uniform a, klDiv_uniform hQ, klDiv_uniform_le hQ⟩

/-! ## The log-sum inequality -/

/-- **Log-sum inequality**. -/
theorem log_sum_le (hp : ∀ x, 0 ≤ p x) (hq : ∀ x, 0 ≤ q x) (h : AbsolutelyContinuous p q) :
    (∑ x, p x) * log ((∑ x, p x) / ∑ x, q x) ≤ klDiv p q := by
  rcases eq_or_lt_of_le (sum_nonneg fun x (_ : x ∈ (univ : Finset Ω)) => hp x) with e | hP
  · have z := (sum_eq_zero_iff_of_nonneg fun x (_ : x ∈ (univ : Finset Ω)) => hp x).1 e.symm
    rw [← e, zero_mul, klDiv, sum_eq_zero fun x hx => by rw [z x hx, zero_mul]]
  have hQ : 0 < ∑ x, q x := by
    refine lt_of_le_of_ne (sum_nonneg fun x _ => hq x) fun e => hP.ne' ?_
    have z := (sum_eq_zero_iff_of_nonneg fun x (_ : x ∈ (univ : Finset Ω)) => hq x).1 e.symm
    exact sum_eq_zero fun x hx => h x (z x hx)
  have hc := div_pos hP hQ
  -- compare with `q` scaled to the sum of `p`
  have k := klDiv_nonneg (q := fun x => (∑ x, p x) / (∑ x, q x) * q x) hp
    (fun x => mul_nonneg hc.le (hq x)) (fun x e => h x ((mul_eq_zero.1 e).elim
      (fun e => absurd e hc.ne') id)) (by rw [← mul_sum, div_mul_cancel₀ _ hQ.ne'])
  have e : ∀ x, p x * log (p x / ((∑ x, p x) / (∑ x, q x) * q x)) =
      p x * log (p x / q x) - p x * log ((∑ x, p x) / ∑ x, q x) := fun x => by
    by_cases l : p x = 0
    · rw [l, zero_mul, zero_mul, zero_mul, sub_zero]
    · have m := mt (h x) l
      rw [mul_comm _ (q x), ← div_div, log_div (div_ne_zero l m) hc.ne', mul_sub]
  rw [klDiv, Fintype.sum_congr e, sum_sub_distrib, ← sum_mul] at k
  exact sub_nonneg.1 k

/-! ## What the hypotheses are for -/

/-- Without absolute continuity the sum that defines the divergence can be negative: a fair coin and
a coin that always shows one side. -/
theorem klDiv_nonneg_needs_absolutelyContinuous : ∃ p q : Bool → Real,
    IsProbability p ∧ IsProbability q ∧ klDiv p q < 0 := by
  refine ⟨fun _ => 1 / 2, point true, ⟨fun _ => (half_pos one_pos).le, ?_⟩,
    IsProbability.point true, ?_⟩
  · rw [Fintype.sum_bool]; norm_num
  · have h : log (1 / 2 : Real) < 0 := log_neg (by norm_num) (by norm_num)
    rw [klDiv, Fintype.sum_bool, point, point, if_pos rfl, if_neg (by simp), div_one, div_zero,
      log_zero, mul_zero, add_zero]
    exact mul_neg_of_pos_of_neg (by norm_num) h

/-- Gibbs' inequality fails for weights `q` with a larger sum. -/
theorem klDiv_nonneg_needs_sum : ∃ p q : Unit → Real, (∀ x, 0 < p x) ∧ (∀ x, 0 < q x) ∧
    klDiv p q < 0 := by
  refine ⟨fun _ => 1, fun _ => 2, fun _ => one_pos, fun _ => two_pos, ?_⟩
  have h : log (1 / 2 : Real) < 0 := log_neg (by norm_num) (by norm_num)
  rw [klDiv, Fintype.sum_unique () fun _ => rfl, one_mul]
  exact h

/-- The direction of the divergence matters: a fair coin and a coin with odds `1 : 3`. -/
theorem klDiv_ne_comm : ∃ p q : Bool → Real, IsProbability p ∧ IsProbability q ∧
    (∀ x, 0 < p x ∧ 0 < q x) ∧ klDiv q p < klDiv p q := by
  have hq : ∀ b : Bool, (0 : Real) < if b = true then 1 / 4 else 3 / 4 := fun b => by
    cases b <;> simp <;> positivity
  have s : ∀ f : Bool → Real, ∑ b, f b = f true + f false := Fintype.sum_bool
  refine ⟨fun _ => 1 / 2, fun b => if b = true then 1 / 4 else 3 / 4,
    ⟨fun _ => (half_pos one_pos).le, ?_⟩, ⟨fun b => (hq b).le, ?_⟩,
    fun b => ⟨half_pos one_pos, hq b⟩, ?_⟩
  · rw [s]; norm_num
  · rw [s]; simp; norm_num
  · rw [klDiv, klDiv, s, s]
    show 1 / 4 * log (1 / 4 / (1 / 2)) + 3 / 4 * log (3 / 4 / (1 / 2)) <
      1 / 2 * log (1 / 2 / (1 / 4)) + 1 / 2 * log (1 / 2 / (3 / 4))
    enclosure

end Information
