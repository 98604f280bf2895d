prelude
import DeepTheory.Generalization.Errors
/-! # Finite hypothesis classes

What holds for one hypothesis holds for all members of a finite class at once, up to a factor `|H|`
in the probability of failure: the union bound.

Book items: uniform convergence of finite classes (agnostic), the realizable case, the Occam bound
(chapter 7.2).

## Main definitions

* `Generalization.IsConsistentLearner H A`: `A` returns a member of `H` without error on the sample,
  if there is one,
* `Generalization.IsERM H A`: `A` returns a member of `H` with the smallest number of errors on the
  sample.

## Main statements

* `Generalization.realizable`:
  `P(some h of error ≥ ε has no error on the sample) ≤ |H| (1 - ε) ^ N`,
* `Generalization.consistent_learner`, `Generalization.consistent_learner_of_le`: a consistent
  learner, and a rational sample size,
* `Generalization.agnostic_tail`, `Generalization.agnostic_chernoff`,
  `Generalization.agnostic_chebyshev`: all gaps at once,
* `Generalization.erm`, `Generalization.erm_chebyshev`: empirical risk minimization,
* `Generalization.occam_realizable`, `Generalization.occam_realizable_countable`,
  `Generalization.occam_chebyshev`: weights instead of `1 / |H|`.

## Notes

See `DeepTheory.Generalization.Errors` for the setting. That a hypothesis is measurable is the
hypothesis `D.IsEvent (Wrong h)`, which is always true for finite distributions. Every bound for
`≥ ε` implies the bound for `> ε`.
-/
set_option autoImplicit false
universe u v w z

namespace Generalization
variable {F : Type u} {X : Type v} {Y : Type w} {Ω : Type z} [LinearOrderedField F] [DecidableEq Y]
  {N : Nat}
variable {E : Expectation F Ω} {D : Expectation F (X × Y)} {S : Ω → Fin N → X × Y}
  {H : Finset (X → Y)}

/-! ## The realizable case -/

theorem isEvent_empiricalError_eq_zero {h : X → Y} (hs : Expectation.IsSample E D S)
    (hh : D.IsEvent (Wrong h)) :
    E.IsEvent fun ω => (empiricalError h (S ω) : F) = 0 :=
  isEvent_empiricalError hs.toIdenticallyDistributed hh fun x => x = 0

theorem isEvent_realizable (hs : Expectation.IsSample E D S) (hH : ∀ h, h ∈ H → D.IsEvent (Wrong h))
    (P : (X → Y) → Prop)
    [DecidablePred P] : E.IsEvent fun ω => ∃ h, h ∈ H ∧ P h ∧ (empiricalError h (S ω) : F) = 0 :=
  Expectation.IsEvent.exists fun h hh =>
    (Expectation.isEvent_const (P h)).and (isEvent_empiricalError_eq_zero hs (hH h hh))

/-- Realizable finite classes (chapter 7.2): the probability that some member of `H` with error at
least `ε` makes no error on the sample is at most `|H| (1 - ε) ^ N`. -/
theorem realizable (hs : Expectation.IsSample E D S) (hH : ∀ h, h ∈ H → D.IsEvent (Wrong h)) {ε : F}
    (hε : ε ≤ 1) :
    (E.prob fun ω => ∃ h, h ∈ H ∧ ε ≤ populationError D h ∧ (empiricalError h (S ω) : F) = 0) ≤
      (H.card : F) * (1 - ε) ^ N := by
  refine le_trans (E.prob_exists_le fun h hh =>
    (Expectation.isEvent_const (ε ≤ populationError D h)).and
      (isEvent_empiricalError_eq_zero hs (hH h hh))) ?_
  refine Finset.sum_le_card_mul _ _ _ fun h hh => ?_
  by_cases k : ε ≤ populationError D h
  · rw [E.prob_congr fun ω => show (ε ≤ populationError D h ∧ (empiricalError h (S ω) : F) = 0) ↔
        (empiricalError h (S ω) : F) = 0 from ⟨fun a => a.2, fun a => ⟨k, a⟩⟩,
      prob_empiricalError_eq_zero hs (hH h hh)]
    exact pow_le_pow_left₀ (sub_nonneg.2 (D.prob_le_one (hH h hh))) (sub_le_sub_left k 1) N
  · rw [E.prob_of_forall_not fun ω a => k a.1]
    exact pow_nonneg (sub_nonneg.2 hε) N

/-- The book's form of `realizable`, with errors greater than `ε`. -/
theorem realizable_lt (hs : Expectation.IsSample E D S) (hH : ∀ h, h ∈ H → D.IsEvent (Wrong h))
    {ε : F} (hε : ε ≤ 1) :
    (E.prob fun ω => ∃ h, h ∈ H ∧ ε < populationError D h ∧ (empiricalError h (S ω) : F) = 0) ≤
      (H.card : F) * (1 - ε) ^ N :=
  le_trans (E.prob_mono (isEvent_realizable hs hH fun h => ε < populationError D h)
    (isEvent_realizable hs hH fun h => ε ≤ populationError D h)
    fun _ ⟨h, hh, k, e⟩ => ⟨h, hh, k.le, e⟩) (realizable hs hH hε)

/-- `A` returns a member of `H` without error on the sample whenever `H` has one. -/
def IsConsistentLearner (H : Finset (X → Y)) (A : (Fin N → X × Y) → X → Y) : Prop :=
  ∀ s, (∃ h, h ∈ H ∧ errorCount h s = 0) → A s ∈ H ∧ errorCount (A s) s = 0

theorem errorCount_eq_zero_iff {h : X → Y} {s : Fin N → X × Y} :
    errorCount h s = 0 ↔ (empiricalError h s : F) = 0 := by
  rw [empiricalError_eq, div_eq_zero_iff, Nat.cast_eq_zero, Nat.cast_eq_zero]
  exact ⟨.inl, fun e => e.elim id fun e => Nat.eq_zero_of_le_zero (e ▸ errorCount_le h s)⟩

/-- Realizable finite classes (chapter 7.2), learning: when some member of `H` has error zero, the
hypothesis of a consistent learner has an error greater than `ε` with probability at most
`|H| (1 - ε) ^ N`. -/
theorem consistent_learner (hs : Expectation.IsSample E D S) (hH : ∀ h, h ∈ H → D.IsEvent (Wrong h))
    (realizable : ∃ h, h ∈ H ∧ populationError D h = 0) {A : (Fin N → X × Y) → X → Y}
    (hA : IsConsistentLearner H A)
    {ε : F} (hε : ε ≤ 1) (meas : E.IsEvent fun ω => ε < populationError D (A (S ω))) :
    (E.prob fun ω => ε < populationError D (A (S ω))) ≤ (H.card : F) * (1 - ε) ^ N := by
  obtain ⟨h₀, hh₀, zero⟩ := realizable
  have ev := isEvent_empiricalError_eq_zero hs (hH h₀ hh₀)
  have ev' := isEvent_realizable hs hH fun h => ε < populationError D h
  -- the perfect member of the class makes no error on the sample, almost surely
  have null : (E.prob fun ω => ¬(empiricalError h₀ (S ω) : F) = 0) = 0 := by
    rw [E.prob_not ev, prob_empiricalError_eq_zero hs (hH h₀ hh₀), zero, sub_zero, one_pow,
      sub_self]
  refine le_trans (E.prob_mono meas (ev.not.or ev') fun ω k => ?_)
    (le_trans (E.prob_or_le ev.not ev') (by rw [null, zero_add]; exact realizable_lt hs hH hε))
  by_cases c : (empiricalError h₀ (S ω) : F) = 0
  · have a := hA (S ω) ⟨h₀, hh₀, (errorCount_eq_zero_iff (F := F)).2 c⟩
    exact .inr ⟨A (S ω), a.1, k, errorCount_eq_zero_iff.1 a.2⟩
  · exact .inl c

/-- A rational bound of the right side of `realizable`: `(1 - ε) ^ N (1 + N ε) ≤ 1`. -/
theorem one_sub_pow_mul_le {ε : F} (h₀ : 0 ≤ ε) (h₁ : ε ≤ 1) (N : Nat) :
    (1 - ε) ^ N * (1 + N * ε) ≤ 1 := by
  have b := one_add_mul_le_pow (a := ε) (le_trans (neg_nonpos.2 zero_le_two) h₀) N
  refine le_trans (mul_le_mul_of_nonneg_left b (pow_nonneg (sub_nonneg.2 h₁) N)) ?_
  rw [← mul_pow]
  refine pow_le_one₀ (mul_nonneg (sub_nonneg.2 h₁) (add_nonneg zero_le_one h₀)) ?_
  nlinarith [sq_nonneg ε]

/-- Realizable finite classes (chapter 7.2), sample size: when some member of `H` has error zero, a
consistent learner has error at most `ε` with probability at least `1 - δ` once `|H| ≤ δ (1 + N ε)`.
-/
theorem consistent_learner_of_le (hs : Expectation.IsSample E D S)
    (hH : ∀ h, h ∈ H → D.IsEvent (Wrong h))
    (realizable : ∃ h, h ∈ H ∧ populationError D h = 0) {A : (Fin N → X × Y) → X → Y}
    (hA : IsConsistentLearner H A)
    {ε δ : F} (h₀ : 0 ≤ ε) (h₁ : ε ≤ 1) (hN : (H.card : F) ≤ δ * (1 + N * ε))
    (meas : E.IsEvent fun ω => ε < populationError D (A (S ω))) :
    1 - δ ≤ E.prob fun ω => populationError D (A (S ω)) ≤ ε := by
  have pos : (0 : F) < 1 + N * ε :=
    add_pos_of_pos_of_nonneg zero_lt_one (mul_nonneg (Nat.cast_nonneg N) h₀)
  have bound : (H.card : F) * (1 - ε) ^ N ≤ δ := by
    refine le_of_mul_le_mul_right (le_trans ?_ hN) pos
    rw [mul_assoc]
    exact mul_le_of_le_one_right (Nat.cast_nonneg _) (one_sub_pow_mul_le h₀ h₁ N)
  rw [E.prob_congr fun ω => show populationError D (A (S ω)) ≤ ε ↔
    ¬ε < populationError D (A (S ω)) from
    not_lt.symm, E.prob_not meas]
  exact sub_le_sub_left (le_trans (consistent_learner hs hH realizable hA h₁ meas) bound) 1

/-! ## The agnostic case -/

/-- The union bound for a class: if the error count of every member has property `Q` with
probability at most `η`, then some member has it with probability at most `|H| η`. -/
theorem prob_exists_le_card_mul (hs : Expectation.IsSample E D S)
    (hH : ∀ h, h ∈ H → D.IsEvent (Wrong h))
    (Q : (X → Y) → F → Prop) [(h : X → Y) → DecidablePred (Q h)] {η : F}
    (hη : ∀ h, h ∈ H → (E.prob fun ω => Q h (empiricalError h (S ω))) ≤ η) :
    (E.prob fun ω => ∃ h, h ∈ H ∧ Q h (empiricalError h (S ω))) ≤ (H.card : F) * η :=
  le_trans (E.prob_exists_le fun h hh =>
    isEvent_empiricalError hs.toIdenticallyDistributed (hH h hh) (Q h))
    (Finset.sum_le_card_mul _ _ _ hη)

/-- Finite-class uniform convergence (agnostic, chapter 7.2) with exact binomial tails: the
probability that the number of errors of some member is exceptional is at most the sum of the
binomial probabilities of the exceptions. -/
theorem agnostic_tail (hs : Expectation.IsSample E D S) (hH : ∀ h, h ∈ H → D.IsEvent (Wrong h))
    (Q : (X → Y) → Nat → Prop) [(h : X → Y) → DecidablePred (Q h)] :
    (E.prob fun ω => ∃ h, h ∈ H ∧ Q h (errorCount h (S ω))) ≤
      ∑ h ∈ H, Binomial.tail N (populationError D h) (Q h) := by
  refine le_trans (E.prob_exists_le fun h hh =>
    isEvent_errorCount hs.toIdenticallyDistributed (hH h hh) (Q h)) ?_
  exact Finset.sum_le_sum fun h hh => le_of_eq (prob_errorCount hs (hH h hh) (Q h))

/-- Finite-class uniform convergence (agnostic, chapter 7.2) without exponentials. For every member
`h` let the gap `err_S(h) - err_D(h) ≥ ε` force at least `k h` errors, and `err_D(h) - err_S(h) ≥ ε`
at most `l h` errors. Then for any `t h ≥ 1` and `0 < u h ≤ 1` the probability that some gap is at
least `ε` is at most the sum of Chernoff's bounds. -/
theorem agnostic_chernoff (hs : Expectation.IsSample E D S) (hH : ∀ h, h ∈ H → D.IsEvent (Wrong h))
    (hN : N ≠ 0) {ε : F}
    {k l : (X → Y) → Nat} {t u : (X → Y) → F}
    (hk : ∀ h, h ∈ H → ∀ j : Nat, (N : F) * (populationError D h + ε) ≤ j → k h ≤ j)
    (hl : ∀ h, h ∈ H → ∀ j : Nat, (j : F) ≤ N * (populationError D h - ε) → j ≤ l h)
    (ht : ∀ h, h ∈ H → 1 ≤ t h) (hu : ∀ h, h ∈ H → 0 < u h ∧ u h ≤ 1) :
    (E.prob fun ω => ∃ h, h ∈ H ∧ ε ≤ |empiricalError h (S ω) - populationError D h|) ≤
      ∑ h ∈ H, ((1 + (t h - 1) * populationError D h) ^ N / t h ^ k h +
        (1 - (1 - u h) * populationError D h) ^ N / u h ^ l h) := by
  have ev : ∀ h, h ∈ H → E.IsEvent fun ω =>
      ε ≤ |empiricalError h (S ω) - populationError D h| := fun h hh =>
    isEvent_empiricalError hs.toIdenticallyDistributed (hH h hh)
      fun x => ε ≤ |x - populationError D h|
  refine le_trans (E.prob_exists_le ev) (Finset.sum_le_sum fun h hh => ?_)
  have upper := chernoff_upper hs (hH h hh) (ε := ε) (c := t h ^ k h)
    (le_trans zero_le_one (ht h hh)) hN
    fun j _ a => pow_le_pow_right₀ (ht h hh) (hk h hh j a)
  have lower := chernoff_lower hs (hH h hh) (ε := ε) (c := u h ^ l h) (hu h hh).1.le hN
    fun j _ a => pow_le_pow_of_le_one (hu h hh).1.le (hu h hh).2 (hl h hh j a)
  rw [← le_div_iff₀ (pow_pos (lt_of_lt_of_le zero_lt_one (ht h hh)) _)] at upper
  rw [← le_div_iff₀ (pow_pos (hu h hh).1 _)] at lower
  rw [show 1 + (u h - 1) * populationError D h = 1 - (1 - u h) * populationError D h by ring]
    at lower
  have e₁ := isEvent_empiricalError hs.toIdenticallyDistributed (hH h hh)
    fun x => populationError D h + ε ≤ x
  have e₂ := isEvent_empiricalError hs.toIdenticallyDistributed (hH h hh)
    fun x => x ≤ populationError D h - ε
  refine le_trans (E.prob_mono (ev h hh) (e₁.or e₂) fun ω a => ?_)
    (le_trans (E.prob_or_le e₁ e₂) (add_le_add upper lower))
  rcases le_abs.1 a with a | a
  · exact .inl (by linarith)
  · exact .inr (by linarith)

/-- Finite-class uniform convergence (agnostic, chapter 7.2), Chebyshev's form: the probability that
some gap is at least `ε` is at most `|H| / (4 N ε²)`. -/
theorem agnostic_chebyshev (hs : Expectation.IsSample E D S) (hH : ∀ h, h ∈ H → D.IsEvent (Wrong h))
    (hN : N ≠ 0)
    {ε : F} (hε : 0 < ε) :
    (E.prob fun ω => ∃ h, h ∈ H ∧ ε ≤ |empiricalError h (S ω) - populationError D h|) ≤
      (H.card : F) / (4 * N * ε ^ 2) := by
  rw [← mul_one_div]
  exact prob_exists_le_card_mul hs hH (fun h x => ε ≤ |x - populationError D h|)
    fun h hh => chebyshev hs (hH h hh) hN hε

/-- `A` returns a member of `H` with the smallest number of errors on the sample. -/
def IsERM (H : Finset (X → Y)) (A : (Fin N → X × Y) → X → Y) : Prop :=
  ∀ s, A s ∈ H ∧ ∀ g, g ∈ H → errorCount (A s) s ≤ errorCount g s

/-- Finite-class uniform convergence (agnostic, chapter 7.2), empirical risk minimization: whenever
all gaps are at most `ε`, a member of `H` with the smallest empirical error has an error within
`2 ε` of the best in `H`. -/
theorem erm {s : Fin N → X × Y} {ε : F}
    (hgap : ∀ h, h ∈ H → |(empiricalError h s : F) - populationError D h| ≤ ε) {f : X → Y}
    (hf : f ∈ H)
    (hmin : ∀ g, g ∈ H → (empiricalError f s : F) ≤ empiricalError g s) {g : X → Y} (hg : g ∈ H) :
    populationError D f ≤ populationError D g + 2 * ε := by
  have a := (abs_le.1 (hgap f hf)).1
  have b := (abs_le.1 (hgap g hg)).2
  have c := hmin g hg
  linarith

/-- Empirical risk minimization with Chebyshev's bound: with probability at least
`1 - |H| / (4 N ε²)` the error is within `2 ε` of the best in `H`. -/
theorem erm_chebyshev (hs : Expectation.IsSample E D S) (hH : ∀ h, h ∈ H → D.IsEvent (Wrong h))
    (hN : N ≠ 0) {ε : F}
    (hε : 0 < ε) {A : (Fin N → X × Y) → X → Y} (hA : IsERM H A)
    (meas : E.IsEvent fun ω => ∀ g, g ∈ H → populationError D (A (S ω)) ≤
      populationError D g + 2 * ε) :
    1 - (H.card : F) / (4 * N * ε ^ 2) ≤
      E.prob fun ω => ∀ g, g ∈ H → populationError D (A (S ω)) ≤ populationError D g + 2 * ε := by
  have ev : E.IsEvent fun ω => ∃ h, h ∈ H ∧ ε ≤ |empiricalError h (S ω) - populationError D h| :=
    Expectation.IsEvent.exists fun h hh =>
      isEvent_empiricalError hs.toIdenticallyDistributed (hH h hh)
        fun x => ε ≤ |x - populationError D h|
  have k := agnostic_chebyshev hs hH hN hε
  refine le_trans (sub_le_sub_left k 1) ?_
  rw [← E.prob_not ev]
  refine E.prob_mono ev.not meas fun ω good g hg => ?_
  have a := hA (S ω)
  exact erm (fun h hh => le_of_not_gt fun c => good ⟨h, hh, c.le⟩) a.1
    (fun g hg => empiricalError_le_iff.2 (a.2 g hg)) hg

/-! ## Occam bounds -/

omit [DecidableEq Y] in
/-- The union bound with a budget: bad events of probability at most `δ w(h)` for weights with sum
at most one happen with probability at most `δ`. -/
theorem prob_exists_le_of_weights {B : (X → Y) → Ω → Prop} [(h : X → Y) → DecidablePred (B h)]
    (hB : ∀ h, h ∈ H → E.IsEvent (B h)) {w : (X → Y) → F} {δ : F} (hδ : 0 ≤ δ)
    (hw : ∑ h ∈ H, w h ≤ 1)
    (bound : ∀ h, h ∈ H → E.prob (B h) ≤ δ * w h) : (E.prob fun ω => ∃ h, h ∈ H ∧ B h ω) ≤ δ := by
  refine le_trans (E.prob_exists_le hB) (le_trans (Finset.sum_le_sum bound) ?_)
  rw [← Finset.mul_sum]
  exact mul_le_of_le_one_right hδ hw

theorem occam_one (hs : Expectation.IsSample E D S) {h : X → Y} (hh : D.IsEvent (Wrong h)) {δ x : F}
    (hx : 0 ≤ δ * x) :
    (E.prob fun ω => (empiricalError h (S ω) : F) = 0 ∧ (1 - populationError D h) ^ N ≤ δ * x) ≤
      δ * x := by
  by_cases k : (1 - populationError D h) ^ N ≤ δ * x
  · rw [E.prob_congr fun ω => show ((empiricalError h (S ω) : F) = 0 ∧
      (1 - populationError D h) ^ N ≤ δ * x) ↔
        (empiricalError h (S ω) : F) = 0 from ⟨fun a => a.1, fun a => ⟨a, k⟩⟩,
          prob_empiricalError_eq_zero hs hh]
    exact k
  · rw [E.prob_of_forall_not fun ω a => k a.2]; exact hx

/-- Occam bound (chapter 7.2), realizable form: for weights with sum at most one, fixed before the
sample is drawn, the probability that some member `h` without error on the sample has
`(1 - err_D(h)) ^ N ≤ δ w(h)` is at most `δ`. -/
theorem occam_realizable (hs : Expectation.IsSample E D S) (hH : ∀ h, h ∈ H → D.IsEvent (Wrong h))
    {w : (X → Y) → F}
    (hw₀ : ∀ h, h ∈ H → 0 ≤ w h) (hw : ∑ h ∈ H, w h ≤ 1) {δ : F} (hδ : 0 ≤ δ) :
    (E.prob fun ω => ∃ h, h ∈ H ∧ (empiricalError h (S ω) : F) = 0 ∧
      (1 - populationError D h) ^ N ≤ δ * w h) ≤ δ :=
  prob_exists_le_of_weights (fun h hh =>
    (isEvent_empiricalError_eq_zero hs (hH h hh)).and (Expectation.isEvent_const _))
    hδ hw fun h hh => occam_one hs (hH h hh) (mul_nonneg hδ (hw₀ h hh))

/-- Occam bound (chapter 7.2), realizable form for a countable class `h 0, h 1, ...` under a
countably subadditive probability. The event `B` is the one of `occam_realizable`, or part of it. -/
theorem occam_realizable_countable (hs : Expectation.IsSample E D S) (hE : E.CountablySubadditive)
    {h : Nat → X → Y}
    (hh : ∀ n, D.IsEvent (Wrong (h n))) {w : Nat → F} (hw₀ : ∀ n, 0 ≤ w n)
    (hw : ∀ n, ∑ i < n, w i ≤ 1) {δ : F}
    (hδ : 0 ≤ δ) {B : Ω → Prop} [DecidablePred B] (meas : E.IsEvent B)
    (hB : ∀ ω, B ω → ∃ n, (empiricalError (h n) (S ω) : F) = 0 ∧
      (1 - populationError D (h n)) ^ N ≤ δ * w n) :
    E.prob B ≤ δ := by
  refine hE (fun n ω => (empiricalError (h n) (S ω) : F) = 0 ∧
      (1 - populationError D (h n)) ^ N ≤ δ * w n) B δ
    (fun n => (isEvent_empiricalError_eq_zero hs (hh n)).and (Expectation.isEvent_const _)) meas hB
      fun n => ?_
  refine le_trans (Finset.sum_le_sum fun i _ => occam_one hs (hh i) (mul_nonneg hδ (hw₀ i))) ?_
  rw [← Finset.mul_sum]
  exact mul_le_of_le_one_right hδ (hw n)

/-- Occam bound (chapter 7.2), agnostic, Chebyshev's form: for weights with sum at most one, fixed
before the sample is drawn, with probability at least `1 - δ` all members satisfy
`(err_S(h) - err_D(h))² < 1 / (4 N δ w(h))`. -/
theorem occam_chebyshev (hs : Expectation.IsSample E D S) (hH : ∀ h, h ∈ H → D.IsEvent (Wrong h))
    (hN : N ≠ 0)
    {w : (X → Y) → F} (hw₀ : ∀ h, h ∈ H → 0 < w h) (hw : ∑ h ∈ H, w h ≤ 1) {δ : F} (hδ : 0 < δ) :
    (E.prob fun ω => ∃ h, h ∈ H ∧
      1 / (4 * N * (δ * w h)) ≤ (empiricalError h (S ω) - populationError D h) ^ 2) ≤ δ := by
  have ev : ∀ h, h ∈ H → E.IsEvent fun ω =>
      1 / (4 * N * (δ * w h)) ≤ (empiricalError h (S ω) - populationError D h) ^ 2 := fun h hh =>
    isEvent_empiricalError hs.toIdenticallyDistributed (hH h hh)
      fun x => 1 / (4 * N * (δ * w h)) ≤ (x - populationError D h) ^ 2
  refine prob_exists_le_of_weights ev hδ.le hw fun h hh => ?_
  have pos : (0 : F) < N := Nat.cast_pos.2 (Nat.pos_of_ne_zero hN)
  have pos' : 0 < δ * w h := mul_pos hδ (hw₀ h hh)
  have meas : E.IsRandom fun ω => (empiricalError h (S ω) - populationError D h) ^ 2 := by
    simp only [empiricalError_eq]
    exact isRandom_errorCount hs.toIdenticallyDistributed (hH h hh)
      fun n => ((n : F) / (N : F) - populationError D h) ^ 2
  have k := E.markov_of_imp meas (fun _ => sq_nonneg _) (ev h hh) fun _ a => a
  rw [mean_sq_gap hs (hH h hh) hN, mul_one_div,
    div_le_div_iff_of_pos (mul_pos (mul_pos four_pos pos) pos') pos] at k
  refine le_of_mul_le_mul_right (le_trans k ?_) pos
  have q := mul_le_mul_of_nonneg_right (mul_one_sub_le (populationError D h)) (mul_pos pos pos').le
  linarith

end Generalization
