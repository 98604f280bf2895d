prelude
import DeepTheory.Probability.Independence
/-! # Tails of the number of events that happen

Chernoff's bounds without exponential functions, the binomial distribution, and Chebyshev's bound,
for the number of those of `N` events that happen.

Book items: the first half of the concentration of one hypothesis (chapter 7.2).

## Main definitions

* `Expectation.count A ω`: how many of the events `A i` happen,
* `Binomial.prob N p k`, `Binomial.tail N p Q`: the binomial distribution.

## Main statements

* `Expectation.IndepEvents.prob_count_mul_le`: `P(Q(S)) · c ≤ ∏ (1 + (t - 1) p_i)` whenever
  `c ≤ t ^ j` for all `j` with `Q j`,
* `Expectation.IndepEvents.chernoff_upper`: `P(S ≥ k) · t ^ k ≤ (1 + (t - 1) p) ^ N` for `t ≥ 1`,
* `Expectation.IndepEvents.chernoff_lower`: `P(S ≤ k) · t ^ k ≤ (1 - (1 - t) p) ^ N` for
  `0 ≤ t ≤ 1`,
* `Expectation.IndepEvents.prob_count`: the number of `N` independent events of probability `p` is
  binomial,
* `Expectation.PairwiseIndepEvents.chebyshev_count`: Chebyshev's bound for pairwise independent
  events.

## Notes

With `t = exp s` these are the usual bounds before `s` is chosen.
`Expectation.IndepEvents.prob_count_mul_le` serves thresholds that are not natural numbers.
-/
set_option autoImplicit false
universe u v w

/-! ## The binomial distribution -/

namespace Binomial
variable {F : Type u} [LinearOrderedField F]

/-- The probability that exactly `k` of `N` independent events of probability `p` happen. -/
def prob (N : Nat) (p : F) (k : Nat) : F := (N.choose k : F) * (p ^ k * (1 - p) ^ (N - k))

/-- The probability that the number of those of `N` independent events of probability `p` that
happen satisfies `Q`. -/
def tail (N : Nat) (p : F) (Q : Nat → Prop) [DecidablePred Q] : F :=
  ∑ k < N + 1, if Q k then prob N p k else 0

end Binomial

namespace Expectation
variable {F : Type u} {Ω : Type v} {ι : Type w} [LinearOrderedField F] [Fintype ι]

/-- How many of the events happen. -/
def count (A : ι → Ω → Prop) [(i : ι) → DecidablePred (A i)] (ω : Ω) : Nat :=
  (Finset.univ.filter fun i => A i ω).card

variable {E : Expectation F Ω} {A : ι → Ω → Prop} [(i : ι) → DecidablePred (A i)]

theorem count_le (A : ι → Ω → Prop) [(i : ι) → DecidablePred (A i)] (ω : Ω) :
    count A ω ≤ Fintype.card ι :=
  Finset.card_filter_le _ _
/-- The number of events that happen is the sum of their indicators. -/
theorem cast_count (A : ι → Ω → Prop) [(i : ι) → DecidablePred (A i)] (ω : Ω) :
    (count A ω : F) = ∑ i, if A i ω then 1 else 0 := (Finset.sum_boole _ _).symm
theorem count_eq_decide (A : ι → Ω → Prop) [(i : ι) → DecidablePred (A i)] (ω : Ω) :
    count A ω = (Finset.univ.filter fun i => decide (A i ω) = true).card :=
  congrArg Finset.card (Finset.filter_congr fun _ _ => decide_eq_true_iff.symm)
/-- Every function of the number of events is a random variable. -/
theorem isRandom_count (hA : ∀ i, E.IsEvent (A i)) (f : Nat → F) :
    E.IsRandom fun ω => f (count A ω) :=
  IsRandom.congr (isRandom_comp hA fun b => f (Finset.univ.filter fun i => b i = true).card)
    fun ω => by rw [count_eq_decide A ω]
/-- Every condition on the number of events is an event. -/
theorem isEvent_count (hA : ∀ i, E.IsEvent (A i)) (Q : Nat → Prop) [DecidablePred Q] :
    E.IsEvent fun ω => Q (count A ω) := isRandom_count hA fun n => if Q n then 1 else 0
theorem mean_count (hA : ∀ i, E.IsEvent (A i)) :
    (E.mean fun ω => (count A ω : F)) = ∑ i, E.prob (A i) := by
  rw [E.mean_congr fun ω => cast_count A ω, E.mean_sum fun i _ => hA i]; rfl

theorem pow_count (t : F) (ω : Ω) :
    t ^ count A ω = ∏ i, (1 + (t - 1) * if A i ω then 1 else 0) := by
  rw [count, ← Finset.prod_const, Finset.prod_filter]
  refine Fintype.prod_congr fun i => ?_
  by_cases h : A i ω
  · rw [if_pos h, if_pos h]; ring
  · rw [if_neg h, if_neg h]; ring

/-! ## Chernoff's bounds -/

/-- The generating function of the number of independent events. -/
theorem IndepEvents.mean_pow_count (h : E.IndepEvents A) (hA : ∀ i, E.IsEvent (A i)) (t : F) :
    (E.mean fun ω => t ^ count A ω) = ∏ i, (1 + (t - 1) * E.prob (A i)) := by
  rw [E.mean_congr fun ω => pow_count t ω, h.mean_prod hA (fun _ => 1) fun _ => t - 1]

/-- Chernoff's method: if `c ≤ t ^ j` for every number `j` that satisfies `Q`, then the probability
that the number of events satisfies `Q` is at most `∏ (1 + (t - 1) p_i) / c`. -/
theorem IndepEvents.prob_count_mul_le (h : E.IndepEvents A) (hA : ∀ i, E.IsEvent (A i)) {t : F}
    (ht : 0 ≤ t)
    (Q : Nat → Prop) [DecidablePred Q] {c : F} (hc : ∀ j, j ≤ Fintype.card ι → Q j → c ≤ t ^ j) :
    (E.prob fun ω => Q (count A ω)) * c ≤ ∏ i, (1 + (t - 1) * E.prob (A i)) := by
  rw [← h.mean_pow_count hA]
  exact E.markov_of_imp (isRandom_count hA fun n => t ^ n) (fun ω => pow_nonneg ht _)
    (isEvent_count hA Q) fun ω k => hc _ (count_le A ω) k

/-- Chernoff's bound for the upper tail, without exponentials: if independent events have
probabilities at most `p`, then `P(S ≥ k) · t ^ k ≤ (1 + (t - 1) p) ^ N` for every `t ≥ 1`. -/
theorem IndepEvents.chernoff_upper (h : E.IndepEvents A) (hA : ∀ i, E.IsEvent (A i)) {p : F}
    (hp : ∀ i, E.prob (A i) ≤ p) {t : F} (ht : 1 ≤ t) (k : Nat) :
    (E.prob fun ω => k ≤ count A ω) * t ^ k ≤ (1 + (t - 1) * p) ^ Fintype.card ι := by
  refine le_trans (h.prob_count_mul_le hA (le_trans zero_le_one ht) (fun j => k ≤ j) fun j _ hj =>
    pow_le_pow_right₀ ht hj) ?_
  rw [Fintype.card, ← Finset.prod_const]
  exact Finset.prod_le_prod (fun i _ =>
    add_nonneg zero_le_one (mul_nonneg (sub_nonneg.2 ht) (E.prob_nonneg (hA i))))
    fun i _ => add_le_add_left (mul_le_mul_of_nonneg_left (hp i) (sub_nonneg.2 ht)) 1

/-- Chernoff's bound for the lower tail, without exponentials: if independent events have
probabilities at least `p`, then `P(S ≤ k) · t ^ k ≤ (1 - (1 - t) p) ^ N` for `0 ≤ t ≤ 1`. -/
theorem IndepEvents.chernoff_lower (h : E.IndepEvents A) (hA : ∀ i, E.IsEvent (A i)) {p : F}
    (hp : ∀ i, p ≤ E.prob (A i)) {t : F} (h₀ : 0 ≤ t) (h₁ : t ≤ 1) (k : Nat) :
    (E.prob fun ω => count A ω ≤ k) * t ^ k ≤ (1 - (1 - t) * p) ^ Fintype.card ι := by
  refine le_trans (h.prob_count_mul_le hA h₀ (fun j => j ≤ k) fun j _ hj =>
    pow_le_pow_of_le_one h₀ h₁ hj) ?_
  rw [Fintype.card, ← Finset.prod_const]
  refine Finset.prod_le_prod (fun i _ => ?_) fun i _ => ?_
  · have a := E.prob_le_one (hA i)
    have b := E.prob_nonneg (hA i)
    nlinarith [mul_nonneg h₀ b]
  · have a := mul_le_mul_of_nonneg_left (hp i) (sub_nonneg.2 h₁)
    linarith

/-! ## The exact distribution -/

omit [Fintype ι] in
theorem prod_cond (N : Nat) (p q : F) (b : Fin N → Bool) :
    (∏ i, cond (b i) p q) = p ^ Cube.weight b * q ^ (N - Cube.weight b) := by
  have w : Cube.weight b = (Finset.univ.filter fun i => b i = true).card :=
    (Finset.card_filter _ _).symm
  have n : N - Cube.weight b = (Finset.univ.filter fun i => ¬b i = true).card := by
    have k := Finset.card_filter_add_card_filter_not (Finset.univ : Finset (Fin N))
      fun i => b i = true
    rw [← w, show (Finset.univ : Finset (Fin N)).card = N from Fintype.card_fin N] at k
    exact (congrArg (· - Cube.weight b) k).symm.trans (Nat.add_sub_cancel_left _ _)
  rw [n, w, ← Finset.prod_const, ← Finset.prod_const,
    ← Finset.prod_filter_mul_prod_filter_not Finset.univ (fun i => b i = true) fun i =>
      cond (b i) p q]
  refine congr (congrArg _ (Finset.prod_congr rfl fun i hi => ?_))
    (Finset.prod_congr rfl fun i hi => ?_)
  · rw [(Finset.mem_filter.1 hi).2]; rfl
  · have k := (Finset.mem_filter.1 hi).2
    cases e : b i with
    | true => exact absurd e k
    | false => rfl

/-- The mean of a function of the number of `N` independent events of probability `p`. -/
theorem IndepEvents.mean_count_comp {N : Nat} {A : Fin N → Ω → Prop}
    [(i : Fin N) → DecidablePred (A i)]
    (h : E.IndepEvents A) (hA : ∀ i, E.IsEvent (A i)) {p : F} (hp : ∀ i, E.prob (A i) = p)
    (f : Nat → F) :
    (E.mean fun ω => f (count A ω)) = ∑ k < N + 1, Binomial.prob N p k * f k := by
  have w : ∀ b : Fin N → Bool, (Finset.univ.filter fun i => b i = true).card = Cube.weight b :=
    fun b =>
    Finset.card_filter _ _
  rw [E.mean_congr fun ω => show f (count A ω) = f (Cube.weight fun i => decide (A i ω)) by
    rw [count_eq_decide, ← w], h.mean_comp hA fun b => f (Cube.weight b)]
  rw [show (∑ b : Fin N → Bool, (∏ i, cond (b i) (E.prob (A i)) (1 - E.prob (A i))) *
    f (Cube.weight b)) =
      ∑ b : Fin N → Bool, (fun k => p ^ k * (1 - p) ^ (N - k) * f k) (Cube.weight b) from
    Fintype.sum_congr fun b => by
      show _ = p ^ Cube.weight b * (1 - p) ^ (N - Cube.weight b) * f (Cube.weight b)
      rw [← prod_cond]
      exact congrArg (· * _) (Fintype.prod_congr fun i => by rw [hp i]),
    Cube.sum_weight N fun k => p ^ k * (1 - p) ^ (N - k) * f k]
  exact Finset.sum_congr rfl fun k _ => (mul_assoc _ _ _).symm

/-- The number of `N` independent events of probability `p` has the binomial distribution. -/
theorem IndepEvents.prob_count {N : Nat} {A : Fin N → Ω → Prop} [(i : Fin N) → DecidablePred (A i)]
    (h : E.IndepEvents A) (hA : ∀ i, E.IsEvent (A i)) {p : F} (hp : ∀ i, E.prob (A i) = p)
    (Q : Nat → Prop)
    [DecidablePred Q] : (E.prob fun ω => Q (count A ω)) = Binomial.tail N p Q := by
  rw [prob, h.mean_count_comp hA hp fun k => if Q k then 1 else 0, Binomial.tail]
  refine Finset.sum_congr rfl fun k _ => ?_
  by_cases q : Q k
  · rw [if_pos q, if_pos q, mul_one]
  · rw [if_neg q, if_neg q, mul_zero]

/-- The probability that exactly `k` of `N` independent events of probability `p` happen. -/
theorem IndepEvents.prob_count_eq {N : Nat} {A : Fin N → Ω → Prop}
    [(i : Fin N) → DecidablePred (A i)]
    (h : E.IndepEvents A) (hA : ∀ i, E.IsEvent (A i)) {p : F} (hp : ∀ i, E.prob (A i) = p)
    (k : Nat) :
    (E.prob fun ω => count A ω = k) = (N.choose k : F) * (p ^ k * (1 - p) ^ (N - k)) := by
  rw [prob, h.mean_count_comp hA hp fun j => if j = k then 1 else 0]
  by_cases hk : k ∈ Finset.range (N + 1)
  · rw [Finset.sum_eq_single k (fun j _ hj => by rw [if_neg hj, mul_zero]) fun x => absurd hk x,
      if_pos rfl, mul_one]
    rfl
  · rw [Finset.sum_eq_zero fun j hj => by rw [if_neg fun (e : j = k) => hk (e ▸ hj), mul_zero],
      Nat.choose_eq_zero_of_lt (Nat.lt_of_not_le fun l =>
        hk (Finset.mem_range.2 (Nat.lt_succ_of_le l))),
      Nat.cast_zero, zero_mul]

/-! ## Chebyshev's bound -/

/-- The variance of the number of pairwise independent events is the sum of their variances. -/
theorem PairwiseIndepEvents.var_count (h : E.PairwiseIndepEvents A) (hA : ∀ i, E.IsEvent (A i)) :
    (E.mean fun ω => ((count A ω : F) - ∑ i, E.prob (A i)) ^ 2) = ∑ i, E.prob (A i) *
    (1 - E.prob (A i)) := by
  have hc : E.IsRandom fun ω => (count A ω : F) := isRandom_count hA fun n => (n : F)
  have hij : ∀ i j, E.IsRandom fun ω => (if A i ω then (1 : F) else 0) * if A j ω then 1 else 0 :=
    fun i j =>
    E.isRandom_mul (hA i) (hA j)
  have sq : (E.mean fun ω => (count A ω : F) ^ 2) =
      ∑ i, ∑ j, E.mean fun ω => (if A i ω then (1 : F) else 0) * if A j ω then 1 else 0 := by
    rw [E.mean_congr fun ω => show (count A ω : F) ^ 2 =
        ∑ i, ∑ j, (if A i ω then (1 : F) else 0) * if A j ω then 1 else 0 by
      rw [_root_.sq, cast_count, Finset.sum_mul_sum], E.mean_sum fun i _ => IsRandom.sum fun j _ =>
        hij i j]
    exact Fintype.sum_congr fun i => E.mean_sum fun j _ => hij i j
  have entry : ∀ i j, (E.mean fun ω => (if A i ω then (1 : F) else 0) * if A j ω then 1 else 0) =
      E.prob (A i) * E.prob (A j) + if i = j then E.prob (A i) * (1 - E.prob (A i)) else 0 :=
        fun i j => by
    rw [E.mean_congr fun ω => (ite_one_zero_and (A := A i ω) (B := A j ω)).symm]
    by_cases e : i = j
    · subst e
      rw [if_pos rfl]
      have k : (E.mean fun ω => if A i ω ∧ A i ω then (1 : F) else 0) = E.prob (A i) :=
        E.mean_congr fun ω => ite_one_zero_congr ⟨fun x => x.1, fun x => ⟨x, x⟩⟩
      rw [k]; ring
    · rw [if_neg e, add_zero]; exact h i j e
  rw [E.mean_sub_sq hc, sq, mean_count hA]
  simp only [entry, Finset.sum_add_distrib, Fintype.sum_ite_eq]
  rw [← Finset.sum_mul_sum]
  generalize (∑ i, E.prob (A i)) = m
  ring

/-- Chebyshev's bound for pairwise independent events. -/
theorem PairwiseIndepEvents.chebyshev_count (h : E.PairwiseIndepEvents A)
    (hA : ∀ i, E.IsEvent (A i)) {a : F}
    (ha : 0 ≤ a) : (E.prob fun ω => a ≤ |(count A ω : F) - ∑ i, E.prob (A i)|) * a ^ 2 ≤
      ∑ i, E.prob (A i) * (1 - E.prob (A i)) := by
  rw [← h.var_count hA]
  refine E.markov_of_imp (isRandom_count hA fun n => ((n : F) - ∑ i, E.prob (A i)) ^ 2) (fun _ =>
    sq_nonneg _)
    (isEvent_count hA fun n => a ≤ |(n : F) - ∑ i, E.prob (A i)|) fun ω k => ?_
  rw [← sq_abs (_ - _)]
  exact pow_le_pow_left₀ ha k 2

end Expectation
