prelude
import DeepTheory.Probability.Chernoff
/-! # Empirical and population error, and one fixed hypothesis

Examples `(x, y)` are drawn independently from a distribution `D`; a hypothesis `h` is fixed before
they are drawn. Then its number of errors on the sample is binomial, and its error on the sample is
close to its error under `D`.

Book items: Definition 7.1 (empirical and population error), concentration for one fixed hypothesis
(chapter 7.2).

## Main definitions

* `Generalization.errorCount h s`, `Generalization.empiricalError h s`: the number and the fraction
  of the examples of the sample `s` on which `h` is wrong,
* `Generalization.populationError D h`: the probability that `h` is wrong on an example from `D`,
* `Generalization.gap D h s`: the generalization gap.

## Main statements

* `Generalization.prob_errorCount`: the number of errors on a sample is binomial,
* `Generalization.prob_empiricalError_eq_zero`: no error at all has probability `(1 - err_D) ^ N`,
* `Generalization.chernoff_upper`, `Generalization.chernoff_lower`: Chernoff's method for the gap,
* `Generalization.mean_sq_gap`, `Generalization.chebyshev`: the mean square of the gap, and
  Chebyshev's bound.

## Notes

Labels may be of any type with decidable equality. The sample has `N` points, and `N = 0` is allowed
unless it is excluded by name; the empirical error on the empty sample is `0` here. The expectation
`E` on the space of samples and the distribution `D` may be any expectations in the sense of
`Expectation`; `FiniteDistribution.iid` gives both on finite spaces. `F` may be any ordered field.
Nothing is assumed about the labels.
-/
set_option autoImplicit false
universe u v w z

namespace Generalization
variable {F : Type u} {X : Type v} {Y : Type w} {Ω : Type z} [LinearOrderedField F] [DecidableEq Y]
  {N : Nat}

/-! ## Errors -/

/-- The hypothesis `h` is wrong on the example `e = (x, y)`. -/
abbrev Wrong (h : X → Y) (e : X × Y) : Prop := h e.1 ≠ e.2

/-- The number of examples of the sample on which `h` is wrong. -/
def errorCount (h : X → Y) (s : Fin N → X × Y) : Nat :=
  (Finset.univ.filter fun i => Wrong h (s i)).card

/-- Definition 7.1: the empirical error, the fraction of the examples of the sample on which `h` is
wrong. -/
def empiricalError (h : X → Y) (s : Fin N → X × Y) : F :=
  1 / (N : F) * ∑ i, if h (s i).1 ≠ (s i).2 then 1 else 0

/-- Definition 7.1: the population error, the probability that `h` is wrong on an example drawn from
`D`. -/
def populationError (D : Expectation F (X × Y)) (h : X → Y) : F := D.prob fun e => h e.1 ≠ e.2

/-- The generalization gap. -/
def gap (D : Expectation F (X × Y)) (h : X → Y) (s : Fin N → X × Y) : F :=
  populationError D h - empiricalError h s

theorem empiricalError_eq (h : X → Y) (s : Fin N → X × Y) :
    (empiricalError h s : F) = errorCount h s / N := by
  rw [empiricalError, Finset.sum_boole, one_div, mul_comm, ← div_eq_mul_inv]; rfl
/-- On the empty sample every hypothesis has empirical error zero. -/
theorem empiricalError_of_isEmpty (h : X → Y) (s : Fin 0 → X × Y) :
    (empiricalError h s : F) = 0 := by
  rw [empiricalError_eq, Nat.cast_zero, div_zero]
theorem empiricalError_nonneg (h : X → Y) (s : Fin N → X × Y) : (0 : F) ≤ empiricalError h s := by
  rw [empiricalError_eq]; exact div_nonneg (Nat.cast_nonneg _) (Nat.cast_nonneg _)
theorem errorCount_le (h : X → Y) (s : Fin N → X × Y) : errorCount h s ≤ N := by
  have k := Finset.card_filter_le (Finset.univ : Finset (Fin N)) fun i => Wrong h (s i)
  rw [show (Finset.univ : Finset (Fin N)).card = N from Fintype.card_fin N] at k
  exact k
/-- The empirical error is zero if and only if `h` is right on all examples of the sample. -/
theorem empiricalError_eq_zero_iff {h : X → Y} {s : Fin N → X × Y} :
    (empiricalError h s : F) = 0 ↔ ∀ i, h (s i).1 = (s i).2 := by
  have k : (errorCount h s = 0) ↔ ∀ i, h (s i).1 = (s i).2 := by
    rw [errorCount, Finset.card_eq_zero]
    constructor
    · intro e i
      by_cases c : h (s i).1 = (s i).2
      · exact c
      · have m : i ∈ Finset.univ.filter fun i => Wrong h (s i) :=
          Finset.mem_filter.2 ⟨Finset.mem_univ i, c⟩
        rw [e] at m
        exact absurd m (Finset.notMem_empty i)
    · intro c
      exact Finset.eq_empty_of_forall_notMem fun i m => (Finset.mem_filter.1 m).2 (c i)
  rw [empiricalError_eq, div_eq_zero_iff, Nat.cast_eq_zero, Nat.cast_eq_zero, ← k]
  exact ⟨fun e => e.elim id fun e => Nat.eq_zero_of_le_zero (e ▸ errorCount_le h s), .inl⟩
theorem empiricalError_le_iff {h g : X → Y} {s : Fin N → X × Y} :
    (empiricalError h s : F) ≤ empiricalError g s ↔ errorCount h s ≤ errorCount g s := by
  cases N with
  | zero =>
    rw [empiricalError_of_isEmpty, empiricalError_of_isEmpty]
    exact ⟨fun _ => Nat.le_trans (errorCount_le h s) (Nat.zero_le _), fun _ => le_rfl⟩
  | succ N =>
    rw [empiricalError_eq, empiricalError_eq, div_le_div_iff_of_pos_right (Nat.cast_succ_pos N),
      Nat.cast_le]

/-! ## One hypothesis -/

section Sample
variable {E : Expectation F Ω} {D : Expectation F (X × Y)} {S : Ω → Fin N → X × Y} {h : X → Y}

theorem isEvent_errorCount (hs : Expectation.IdenticallyDistributed E D S)
    (hh : D.IsEvent (Wrong h)) (Q : Nat → Prop)
    [DecidablePred Q] : E.IsEvent fun ω => Q (errorCount h (S ω)) :=
  Expectation.isEvent_count (A := fun i ω => Wrong h (S ω i)) (fun i => hs.isEvent hh i) Q
theorem isRandom_errorCount (hs : Expectation.IdenticallyDistributed E D S)
    (hh : D.IsEvent (Wrong h)) (f : Nat → F) :
    E.IsRandom fun ω => f (errorCount h (S ω)) :=
  Expectation.isRandom_count (A := fun i ω => Wrong h (S ω i)) (fun i => hs.isEvent hh i) f
theorem isEvent_empiricalError (hs : Expectation.IdenticallyDistributed E D S)
    (hh : D.IsEvent (Wrong h))
    (Q : F → Prop) [DecidablePred Q] : E.IsEvent fun ω => Q (empiricalError h (S ω)) := by
  simp only [empiricalError_eq]
  exact isEvent_errorCount hs hh fun n => Q ((n : F) / (N : F))

/-- The empirical error is unbiased: its mean is the population error. Independence is not needed.
-/
theorem mean_empiricalError (hs : Expectation.IdenticallyDistributed E D S)
    (hh : D.IsEvent (Wrong h)) (hN : N ≠ 0) :
    (E.mean fun ω => empiricalError h (S ω)) = populationError D h := by
  have m := Expectation.mean_count (E := E) (A := fun i ω => Wrong h (S ω i)) fun i =>
    hs.isEvent hh i
  rw [show (∑ i : Fin N, E.prob fun ω => Wrong h (S ω i)) = (N : F) * populationError D h by
    rw [show (∑ i : Fin N, E.prob fun ω => Wrong h (S ω i)) = ∑ _i : Fin N, populationError D h from
      Fintype.sum_congr fun i => hs.prob hh i, Finset.sum_const]
    exact congrArg (fun n : Nat => (n : F) * _) (Fintype.card_fin N)] at m
  rw [E.mean_congr fun ω => show (empiricalError h (S ω) : F) =
      (N : F)⁻¹ * (Expectation.count (fun i ω => Wrong h (S ω i)) ω : F) by
    rw [empiricalError_eq, div_eq_mul_inv, mul_comm]; rfl,
    E.mean_const_mul _ (show E.IsRandom fun ω =>
      (Expectation.count (fun i ω => Wrong h (S ω i)) ω : F) from
      isRandom_errorCount hs hh fun n => (n : F)), m, inv_mul_cancel_left₀ (Nat.cast_ne_zero.2 hN)]

/-- The number of errors of a fixed hypothesis on a sample has the binomial distribution. -/
theorem prob_errorCount (hs : Expectation.IsSample E D S) (hh : D.IsEvent (Wrong h))
    (Q : Nat → Prop) [DecidablePred Q] :
    (E.prob fun ω => Q (errorCount h (S ω))) = Binomial.tail N (populationError D h) Q :=
  (hs.indepEvents fun _ => hh).prob_count (fun i => hs.isEvent hh i) (fun i => hs.prob hh i) Q

/-- A fixed hypothesis has no error on the sample with probability `(1 - err_D) ^ N`. -/
theorem prob_empiricalError_eq_zero (hs : Expectation.IsSample E D S) (hh : D.IsEvent (Wrong h)) :
    (E.prob fun ω => (empiricalError h (S ω) : F) = 0) = (1 - populationError D h) ^ N := by
  have k := (hs.indepEvents fun _ => hh).prob_count_eq (fun i => hs.isEvent hh i) (fun i =>
    hs.prob hh i) 0
  rw [Nat.choose_zero_right, Nat.cast_one, pow_zero, one_mul, one_mul, Nat.sub_zero] at k
  rw [show populationError D h = D.prob (Wrong h) from rfl, ← k]
  refine E.prob_congr fun ω => ?_
  rw [empiricalError_eq_zero_iff, Expectation.count, Finset.card_eq_zero]
  exact ⟨fun c => Finset.eq_empty_of_forall_notMem fun i m => (Finset.mem_filter.1 m).2 (c i),
    fun e i => by
    by_cases c : h (S ω i).1 = (S ω i).2
    · exact c
    · have m : i ∈ Finset.univ.filter fun i => Wrong h (S ω i) :=
        Finset.mem_filter.2 ⟨Finset.mem_univ i, c⟩
      rw [e] at m
      exact absurd m (Finset.notMem_empty i)⟩

/-- Concentration for one fixed hypothesis (chapter 7.2) before the choice of `t`, upper tail: with
`p = err_D(h)`, `P(err_S(h) ≥ p + ε) · c ≤ (1 + (t - 1) p) ^ N` for every `t ≥ 0` and every `c` that
is at most `t ^ j` for all numbers of errors `j ≥ N (p + ε)`. For `t = exp s` one such `c` is
`exp (s N (p + ε))`. -/
theorem chernoff_upper (hs : Expectation.IsSample E D S) (hh : D.IsEvent (Wrong h)) {t ε c : F}
    (ht : 0 ≤ t)
    (hN : N ≠ 0) (hc : ∀ j : Nat, j ≤ N → (N : F) * (populationError D h + ε) ≤ j → c ≤ t ^ j) :
    (E.prob fun ω => populationError D h + ε ≤ empiricalError h (S ω)) * c ≤
      (1 + (t - 1) * populationError D h) ^ N := by
  have pos : (0 : F) < N := Nat.cast_pos.2 (Nat.pos_of_ne_zero hN)
  have k := (hs.indepEvents fun _ => hh).prob_count_mul_le (fun i => hs.isEvent hh i) ht
    (fun j => (N : F) * (populationError D h + ε) ≤ j) (c := c) fun j hj => by
      rw [Fintype.card_fin] at hj; exact hc j hj
  rw [show (∏ i : Fin N, (1 + (t - 1) * E.prob fun ω => Wrong h (S ω i))) =
      (1 + (t - 1) * populationError D h) ^ N by
    rw [show (∏ i : Fin N, (1 + (t - 1) * E.prob fun ω => Wrong h (S ω i))) =
        ∏ _i : Fin N, (1 + (t - 1) * populationError D h) from
      Fintype.prod_congr fun i => by rw [hs.prob hh i]; rfl, Finset.prod_const]
    exact congrArg (_ ^ ·) (Fintype.card_fin N)] at k
  rw [E.prob_congr fun ω => show populationError D h + ε ≤ empiricalError h (S ω) ↔
      (N : F) * (populationError D h + ε) ≤
        (Expectation.count (fun i ω => Wrong h (S ω i)) ω : F) by
    rw [empiricalError_eq, le_div_iff₀ pos, mul_comm]; rfl]
  exact k

/-- Concentration for one fixed hypothesis (chapter 7.2) before the choice of `t`, lower tail: with
`p = err_D(h)`, `P(err_S(h) ≤ p - ε) · c ≤ (1 + (t - 1) p) ^ N` for every `t ≥ 0` and every `c` that
is at most `t ^ j` for all numbers of errors `j ≤ N (p - ε)`. -/
theorem chernoff_lower (hs : Expectation.IsSample E D S) (hh : D.IsEvent (Wrong h)) {t ε c : F}
    (ht : 0 ≤ t)
    (hN : N ≠ 0) (hc : ∀ j : Nat, j ≤ N → (j : F) ≤ N * (populationError D h - ε) → c ≤ t ^ j) :
    (E.prob fun ω => empiricalError h (S ω) ≤ populationError D h - ε) * c ≤
      (1 + (t - 1) * populationError D h) ^ N := by
  have pos : (0 : F) < N := Nat.cast_pos.2 (Nat.pos_of_ne_zero hN)
  have k := (hs.indepEvents fun _ => hh).prob_count_mul_le (fun i => hs.isEvent hh i) ht
    (fun j => (j : F) ≤ N * (populationError D h - ε)) (c := c) fun j hj => by
      rw [Fintype.card_fin] at hj; exact hc j hj
  rw [show (∏ i : Fin N, (1 + (t - 1) * E.prob fun ω => Wrong h (S ω i))) =
      (1 + (t - 1) * populationError D h) ^ N by
    rw [show (∏ i : Fin N, (1 + (t - 1) * E.prob fun ω => Wrong h (S ω i))) =
        ∏ _i : Fin N, (1 + (t - 1) * populationError D h) from
      Fintype.prod_congr fun i => by rw [hs.prob hh i]; rfl, Finset.prod_const]
    exact congrArg (_ ^ ·) (Fintype.card_fin N)] at k
  rw [E.prob_congr fun ω => show empiricalError h (S ω) ≤ populationError D h - ε ↔
      (Expectation.count (fun i ω => Wrong h (S ω i)) ω : F) ≤ N * (populationError D h - ε) by
    rw [empiricalError_eq, div_le_iff₀ pos, mul_comm]; rfl]
  exact k

/-- The mean square of the gap of a fixed hypothesis is `p (1 - p) / N`. -/
theorem mean_sq_gap (hs : Expectation.IsSample E D S) (hh : D.IsEvent (Wrong h)) (hN : N ≠ 0) :
    (E.mean fun ω => (empiricalError h (S ω) - populationError D h) ^ 2) =
      populationError D h * (1 - populationError D h) / N := by
  have pos : (N : F) ≠ 0 := Nat.cast_ne_zero.2 hN
  have card : ∀ c : F, (∑ _i : Fin N, c) = N * c := fun c => by
    rw [Finset.sum_const]; exact congrArg (fun n : Nat => (n : F) * _) (Fintype.card_fin N)
  have k := (hs.indepEvents fun _ => hh).pairwise.var_count fun i => hs.isEvent hh i
  rw [show (∑ i : Fin N, E.prob fun ω => Wrong h (S ω i)) = (N : F) * populationError D h by
      rw [← card]; exact Fintype.sum_congr fun i => hs.prob hh i,
    show (∑ i : Fin N, (E.prob fun ω => Wrong h (S ω i)) * (1 - E.prob fun ω => Wrong h (S ω i))) =
        (N : F) * (populationError D h * (1 - populationError D h)) by
      rw [← card]; exact Fintype.sum_congr fun i => by rw [hs.prob hh i]; rfl] at k
  have e : ∀ ω, (empiricalError h (S ω) - populationError D h) ^ 2 =
      ((N : F)⁻¹) ^ 2 * ((Expectation.count (fun i ω => Wrong h (S ω i)) ω : F) - N *
        populationError D h) ^ 2 :=
    fun ω => by
      rw [empiricalError_eq, ← mul_pow, mul_sub, inv_mul_cancel_left₀ pos, div_eq_mul_inv,
        mul_comm _ (N : F)⁻¹]; rfl
  rw [E.mean_congr e, E.mean_const_mul _ (show E.IsRandom fun ω =>
      ((Expectation.count (fun i ω => Wrong h (S ω i)) ω : F) - N * populationError D h) ^ 2 from
    isRandom_errorCount hs.toIdenticallyDistributed hh fun n =>
      ((n : F) - N * populationError D h) ^ 2), k, sq, mul_assoc, inv_mul_cancel_left₀ pos,
        div_eq_mul_inv, mul_comm]

theorem mul_one_sub_le (p : F) : 4 * (p * (1 - p)) ≤ 1 := by nlinarith [sq_nonneg (2 * p - 1)]

/-- Concentration for one fixed hypothesis (chapter 7.2), Chebyshev's form with the variance:
`P(|err_S - err_D| ≥ ε) ≤ p (1 - p) / (N ε²)`. -/
theorem chebyshev_var (hs : Expectation.IsSample E D S) (hh : D.IsEvent (Wrong h)) (hN : N ≠ 0)
    {ε : F} (hε : 0 < ε) :
    (E.prob fun ω => ε ≤ |empiricalError h (S ω) - populationError D h|) ≤
      populationError D h * (1 - populationError D h) / (N * ε ^ 2) := by
  have meas : E.IsRandom fun ω => (empiricalError h (S ω) - populationError D h) ^ 2 := by
    simp only [empiricalError_eq]
    exact isRandom_errorCount hs.toIdenticallyDistributed hh fun n =>
      ((n : F) / (N : F) - populationError D h) ^ 2
  rw [← div_div, le_div_iff₀ (pow_pos hε 2), ← mean_sq_gap hs hh hN]
  refine E.markov_of_imp meas (fun _ => sq_nonneg _)
    (isEvent_empiricalError hs.toIdenticallyDistributed hh fun x => ε ≤ |x - populationError D h|)
      fun ω k => ?_
  rw [← sq_abs (_ - _)]
  exact pow_le_pow_left₀ hε.le k 2

/-- Concentration for one fixed hypothesis (chapter 7.2), Chebyshev's form:
`P(|err_S - err_D| ≥ ε) ≤ 1 / (4 N ε²)` for `ε > 0` and `N ≥ 1`. -/
theorem chebyshev (hs : Expectation.IsSample E D S) (hh : D.IsEvent (Wrong h)) (hN : N ≠ 0) {ε : F}
    (hε : 0 < ε) :
    (E.prob fun ω => ε ≤ |empiricalError h (S ω) - populationError D h|) ≤ 1 / (4 * N * ε ^ 2) := by
  have pos : (0 : F) < N * ε ^ 2 := mul_pos (Nat.cast_pos.2 (Nat.pos_of_ne_zero hN)) (pow_pos hε 2)
  refine le_trans (chebyshev_var hs hh hN hε) ?_
  rw [mul_assoc, ← div_div 1, div_le_div_iff_of_pos_right pos, le_div_iff₀ four_pos, mul_comm]
  exact mul_one_sub_le _

end Sample

end Generalization
