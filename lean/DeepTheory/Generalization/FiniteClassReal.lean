prelude
import DeepTheory.Generalization.FiniteClass
import DeepTheory.Real.Cosh
import DeepTheory.Real.Log
/-! # Finite hypothesis classes: the bounds as printed

Over the real numbers the free parameter of Chernoff's method is chosen, and the bounds take their
usual form with exponential functions, logarithms and square roots.

Book items: concentration for one fixed hypothesis, uniform convergence of finite classes
(agnostic), the realizable case, the Occam bound (chapter 7.2).

## Main statements

* `Generalization.hoeffding`: `P(|err_S(h) - err_D(h)| ≥ ε) ≤ 2 exp (-2 N ε²)`,
* `Generalization.agnostic`: `P(some gap is > ε) ≤ 2 |H| exp (-2 N ε²)`;
  `Generalization.agnostic_confidence`, `Generalization.agnostic_sample_size`,
  `Generalization.erm_confidence`: the same for a given probability of failure,
* `Generalization.realizable_exp`, `Generalization.consistent_learner_sample_size`: the realizable
  case,
* `Generalization.occam`, `Generalization.occam_countable`: the Occam bound.

## Notes

See `DeepTheory.Generalization.Errors` for the setting. The bounds hold for the empty sample too,
unless it is excluded by name, and `hoeffding` for `≥ ε` too, where the book has `> ε`.
-/
set_option autoImplicit false
universe v w z

open Real

namespace Generalization
variable {X : Type v} {Y : Type w} {Ω : Type z} [DecidableEq Y] {N : Nat}
variable {E : Expectation Real Ω} {D : Expectation Real (X × Y)} {S : Ω → Fin N → X × Y}
  {H : Finset (X → Y)} {h : X → Y}

/-! ## One hypothesis -/

/-- The generating function of an indicator of mean `p`, centred, at `4 ε`. -/
theorem mgf_le {p : Real} (h₀ : 0 ≤ p) (h₁ : p ≤ 1) (ε : Real) (N : Nat) :
    (1 + (exp (4 * ε) - 1) * p) ^ N ≤ exp (-(2 * N * ε ^ 2)) * exp (4 * ε * (N * (p + ε))) := by
  have k := mul_le_mul_of_nonneg_right (hoeffding_two_point h₀ h₁ (4 * ε))
    (exp_pos (p * (4 * ε))).le
  have e : 1 + (exp (4 * ε) - 1) * p =
      ((1 - p) * exp (-(p * (4 * ε))) + p * exp ((1 - p) * (4 * ε))) * exp (p * (4 * ε)) := by
    rw [add_mul, mul_assoc, mul_assoc, ← exp_add, ← exp_add, neg_add_cancel, exp_zero,
      show (1 - p) * (4 * ε) + p * (4 * ε) = 4 * ε by ring]
    ring
  rw [← e, ← exp_add] at k
  have pos : 0 ≤ 1 + (exp (4 * ε) - 1) * p := by
    have := mul_nonneg (exp_pos (4 * ε)).le h₀
    linarith
  refine le_trans (pow_le_pow_left₀ pos k N) (le_of_eq ?_)
  rw [← exp_nat_mul, ← exp_add]
  exact congrArg exp (by ring)

/-- Hoeffding's inequality for one fixed hypothesis (chapter 7.2), upper tail. -/
theorem hoeffding_upper (hs : Expectation.IsSample E D S) (hh : D.IsEvent (Wrong h)) {ε : Real}
    (hε : 0 ≤ ε) :
    (E.prob fun ω => populationError D h + ε ≤ empiricalError h (S ω)) ≤
      exp (-(2 * N * ε ^ 2)) := by
  have ev := isEvent_empiricalError hs.toIdenticallyDistributed hh
    fun x => populationError D h + ε ≤ x
  by_cases hN : N = 0
  · subst hN
    rw [Nat.cast_zero, mul_zero, zero_mul, neg_zero, exp_zero]
    exact E.prob_le_one ev
  have k := chernoff_upper hs hh (ε := ε) (c := exp (4 * ε * (N * (populationError D h + ε))))
    (exp_pos (4 * ε)).le hN
    fun j _ hj => by
      rw [← exp_nat_mul, mul_comm _ (4 * ε)]
      exact exp_le_exp_of_le (mul_le_mul_of_nonneg_left hj (mul_nonneg four_pos.le hε))
  exact le_of_mul_le_mul_right (le_trans k (mgf_le (D.prob_nonneg hh) (D.prob_le_one hh) ε N))
    (exp_pos _)

/-- Hoeffding's inequality for one fixed hypothesis (chapter 7.2), lower tail. -/
theorem hoeffding_lower (hs : Expectation.IsSample E D S) (hh : D.IsEvent (Wrong h)) {ε : Real}
    (hε : 0 ≤ ε) :
    (E.prob fun ω => empiricalError h (S ω) ≤ populationError D h - ε) ≤
      exp (-(2 * N * ε ^ 2)) := by
  have ev := isEvent_empiricalError hs.toIdenticallyDistributed hh
    fun x => x ≤ populationError D h - ε
  by_cases hN : N = 0
  · subst hN
    rw [Nat.cast_zero, mul_zero, zero_mul, neg_zero, exp_zero]
    exact E.prob_le_one ev
  have k := chernoff_lower hs hh (ε := ε) (c := exp (4 * -ε * (N * (populationError D h + -ε))))
    (exp_pos (4 * -ε)).le hN
    fun j _ hj => by
      rw [← exp_nat_mul, mul_comm _ (4 * -ε)]
      refine exp_le_exp_of_le ?_
      rw [sub_eq_add_neg] at hj
      exact mul_le_mul_of_nonpos_left hj (by linarith)
  have m := mgf_le (D.prob_nonneg hh) (D.prob_le_one hh) (-ε) N
  rw [neg_sq] at m
  exact le_of_mul_le_mul_right (le_trans k m) (exp_pos _)

theorem isEvent_gap (hs : Expectation.IsSample E D S) (hh : D.IsEvent (Wrong h)) (ε : Real) :
    E.IsEvent fun ω => ε ≤ |empiricalError h (S ω) - populationError D h| :=
  isEvent_empiricalError hs.toIdenticallyDistributed hh fun x => ε ≤ |x - populationError D h|
theorem isEvent_gap_lt (hs : Expectation.IsSample E D S) (hh : D.IsEvent (Wrong h)) (ε : Real) :
    E.IsEvent fun ω => ε < |empiricalError h (S ω) - populationError D h| :=
  isEvent_empiricalError hs.toIdenticallyDistributed hh fun x => ε < |x - populationError D h|

/-- Concentration for one fixed hypothesis (chapter 7.2, Hoeffding):
`P(|err_S - err_D| ≥ ε) ≤ 2 exp (-2 N ε²)`. -/
theorem hoeffding (hs : Expectation.IsSample E D S) (hh : D.IsEvent (Wrong h)) {ε : Real}
    (hε : 0 ≤ ε) :
    (E.prob fun ω => ε ≤ |empiricalError h (S ω) - populationError D h|) ≤
      2 * exp (-(2 * N * ε ^ 2)) := by
  have e₁ := isEvent_empiricalError hs.toIdenticallyDistributed hh
    fun x => populationError D h + ε ≤ x
  have e₂ := isEvent_empiricalError hs.toIdenticallyDistributed hh
    fun x => x ≤ populationError D h - ε
  rw [two_mul]
  refine le_trans (E.prob_mono (isEvent_gap hs hh ε) (e₁.or e₂) fun ω a => ?_)
    (le_trans (E.prob_or_le e₁ e₂)
      (add_le_add (hoeffding_upper hs hh hε) (hoeffding_lower hs hh hε)))
  rcases le_abs.1 a with a | a
  · exact .inl (by linarith)
  · exact .inr (by linarith)

/-- The book's form of `hoeffding`, with deviations greater than `ε`. -/
theorem hoeffding_lt (hs : Expectation.IsSample E D S) (hh : D.IsEvent (Wrong h)) {ε : Real}
    (hε : 0 ≤ ε) :
    (E.prob fun ω => ε < |empiricalError h (S ω) - populationError D h|) ≤
      2 * exp (-(2 * N * ε ^ 2)) :=
  le_trans (E.prob_mono (isEvent_gap_lt hs hh ε) (isEvent_gap hs hh ε) fun _ => le_of_lt)
    (hoeffding hs hh hε)

/-! ## The agnostic case -/

/-- Finite-class uniform convergence (agnostic, chapter 7.2): the probability that some member of
`H` has a gap greater than `ε` is at most `2 |H| exp (-2 N ε²)`. -/
theorem agnostic (hs : Expectation.IsSample E D S) (hH : ∀ h, h ∈ H → D.IsEvent (Wrong h))
    {ε : Real} (hε : 0 ≤ ε) :
    (E.prob fun ω => ∃ h, h ∈ H ∧ ε < |empiricalError h (S ω) - populationError D h|) ≤
      2 * H.card * exp (-(2 * N * ε ^ 2)) := by
  rw [mul_comm 2 (H.card : Real), mul_assoc]
  exact prob_exists_le_card_mul hs hH (fun h x => ε < |x - populationError D h|)
    fun h hh => hoeffding_lt hs (hH h hh) hε

/-- From a bound of the probability of a large gap to the probability of small gaps. -/
theorem one_sub_le_prob_forall (hs : Expectation.IsSample E D S)
    (hH : ∀ h, h ∈ H → D.IsEvent (Wrong h))
    (r : (X → Y) → Real) {δ : Real}
    (b : (E.prob fun ω => ∃ h, h ∈ H ∧ r h < |empiricalError h (S ω) - populationError D h|) ≤ δ) :
    1 - δ ≤ E.prob fun ω => ∀ h, h ∈ H → |empiricalError h (S ω) - populationError D h| ≤ r h := by
  rw [E.prob_congr fun ω => show (∀ h, h ∈ H →
      |empiricalError h (S ω) - populationError D h| ≤ r h) ↔
      ¬∃ h, h ∈ H ∧ r h < |empiricalError h (S ω) - populationError D h| from
    ⟨fun a ⟨h, hh, l⟩ => not_le_of_gt l (a h hh), fun a h hh => le_of_not_gt fun l => a ⟨h, hh, l⟩⟩,
    E.prob_not (Expectation.IsEvent.exists fun h hh => isEvent_gap_lt hs (hH h hh) (r h))]
  exact sub_le_sub_left b 1

/-- Finite-class uniform convergence (agnostic, chapter 7.2), sample size: if
`N ≥ log (2 |H| / δ) / (2 ε²)`, then with probability at least `1 - δ` all gaps are at most `ε`. -/
theorem agnostic_sample_size (hs : Expectation.IsSample E D S)
    (hH : ∀ h, h ∈ H → D.IsEvent (Wrong h))
    (ne : ∃ h, h ∈ H) {ε δ : Real} (hε : 0 ≤ ε) (hδ : 0 < δ)
    (hN : log (2 * H.card / δ) ≤ 2 * N * ε ^ 2) :
    1 - δ ≤ E.prob fun ω => ∀ h, h ∈ H → |empiricalError h (S ω) - populationError D h| ≤ ε := by
  refine one_sub_le_prob_forall hs hH (fun _ => ε) (le_trans (agnostic hs hH hε) ?_)
  have pos : (0 : Real) < 2 * H.card := mul_pos two_pos (Nat.cast_pos.2 (Finset.card_pos.2 ne))
  rw [log_le_iff_le_exp (div_pos pos hδ), div_le_iff₀ hδ] at hN
  refine le_of_mul_le_mul_right (c := exp (2 * N * ε ^ 2)) ?_ (exp_pos _)
  rw [mul_assoc, ← exp_add, neg_add_cancel, exp_zero, mul_one, mul_comm δ]
  exact hN

/-- Finite-class uniform convergence (agnostic, chapter 7.2), confidence: with probability at least
`1 - δ` all gaps are at most `√(log (2 |H| / δ) / (2 N))`. -/
theorem agnostic_confidence (hs : Expectation.IsSample E D S)
    (hH : ∀ h, h ∈ H → D.IsEvent (Wrong h))
    (ne : ∃ h, h ∈ H) (hN : N ≠ 0) {δ : Real} (h₀ : 0 < δ) (h₁ : δ ≤ 1) :
    1 - δ ≤ E.prob fun ω => ∀ h, h ∈ H →
      |empiricalError h (S ω) - populationError D h| ≤ sqrt (log (2 * H.card / δ) / (2 * N)) := by
  have n : (0 : Real) < 2 * N := mul_pos two_pos (Nat.cast_pos.2 (Nat.pos_of_ne_zero hN))
  have c : (1 : Real) ≤ H.card := Nat.one_le_cast.2 (Finset.card_pos.2 ne)
  have l : 0 ≤ log (2 * H.card / δ) := log_nonneg (by rw [le_div_iff₀ h₀]; linarith)
  refine agnostic_sample_size hs hH ne (sqrt_nonneg _) h₀ (le_of_eq ?_)
  rw [sq_sqrt (div_nonneg l n.le), mul_div_cancel₀ _ n.ne']

/-- Empirical risk minimization (chapter 7.2): with probability at least `1 - δ` the error of a
minimizer of the empirical error is at most that of the best in `H` plus
`2 √(log (2 |H| / δ) / (2 N))`. -/
theorem erm_confidence (hs : Expectation.IsSample E D S) (hH : ∀ h, h ∈ H → D.IsEvent (Wrong h))
    (ne : ∃ h, h ∈ H)
    (hN : N ≠ 0) {δ : Real} (h₀ : 0 < δ) (h₁ : δ ≤ 1) {A : (Fin N → X × Y) → X → Y} (hA : IsERM H A)
    (meas : E.IsEvent fun ω => ∀ g, g ∈ H →
      populationError D (A (S ω)) ≤
        populationError D g + 2 * sqrt (log (2 * H.card / δ) / (2 * N))) :
    1 - δ ≤ E.prob fun ω => ∀ g, g ∈ H →
      populationError D (A (S ω)) ≤
        populationError D g + 2 * sqrt (log (2 * H.card / δ) / (2 * N)) := by
  refine le_trans (agnostic_confidence hs hH ne hN h₀ h₁) (E.prob_mono ?_ meas
    fun ω good g hg => ?_)
  · exact Expectation.IsEvent.forall fun h hh =>
      isEvent_empiricalError hs.toIdenticallyDistributed (hH h hh)
      fun x => |x - populationError D h| ≤ sqrt (log (2 * H.card / δ) / (2 * N))
  · exact erm good (hA (S ω)).1 (fun g hg => empiricalError_le_iff.2 ((hA (S ω)).2 g hg)) hg

/-! ## The realizable case -/

/-- Realizable finite classes (chapter 7.2): the probability that some member of `H` with error
greater than `ε` makes no error on the sample is at most `|H| exp (- N ε)`. -/
theorem realizable_exp (hs : Expectation.IsSample E D S) (hH : ∀ h, h ∈ H → D.IsEvent (Wrong h))
    {ε : Real} (hε : ε ≤ 1) :
    (E.prob fun ω => ∃ h, h ∈ H ∧ ε < populationError D h ∧ (empiricalError h (S ω) : Real) = 0) ≤
      H.card * exp (-(N * ε)) := by
  refine le_trans (realizable_lt hs hH hε) (mul_le_mul_of_nonneg_left ?_ (Nat.cast_nonneg _))
  rw [← mul_neg, exp_nat_mul]
  refine pow_le_pow_left₀ (sub_nonneg.2 hε) ?_ N
  have := add_one_le_exp (-ε)
  linarith

/-- Realizable finite classes (chapter 7.2), sample size: when some member of `H` has error zero, a
consistent learner has error at most `ε` with probability at least `1 - δ` once
`N ≥ log (|H| / δ) / ε`. -/
theorem consistent_learner_sample_size (hs : Expectation.IsSample E D S)
    (hH : ∀ h, h ∈ H → D.IsEvent (Wrong h))
    (realizable : ∃ h, h ∈ H ∧ populationError D h = 0) {A : (Fin N → X × Y) → X → Y}
    (hA : IsConsistentLearner H A)
    {ε δ : Real} (h₀ : 0 < ε) (h₁ : ε ≤ 1) (hδ : 0 < δ) (hN : 1 / ε * log (H.card / δ) ≤ N)
    (meas : E.IsEvent fun ω => ε < populationError D (A (S ω))) :
    1 - δ ≤ E.prob fun ω => populationError D (A (S ω)) ≤ ε := by
  have ne : ∃ h, h ∈ H := realizable.elim fun h k => ⟨h, k.1⟩
  have pos : (0 : Real) < H.card := Nat.cast_pos.2 (Finset.card_pos.2 ne)
  have bound : (H.card : Real) * (1 - ε) ^ N ≤ δ := by
    rw [one_div, ← div_eq_inv_mul, div_le_iff₀ h₀, log_le_iff_le_exp (div_pos pos hδ),
      div_le_iff₀ hδ] at hN
    refine le_of_mul_le_mul_right (c := exp (N * ε)) ?_ (exp_pos _)
    refine le_trans (le_trans ?_ hN) (le_of_eq (mul_comm _ _))
    rw [mul_assoc, exp_nat_mul, ← mul_pow]
    refine mul_le_of_le_one_right pos.le (pow_le_one₀ (mul_nonneg (sub_nonneg.2 h₁) (exp_pos ε).le)
      ?_)
    have k := mul_le_mul_of_nonneg_right (one_sub_le_exp_neg ε) (exp_pos ε).le
    rwa [← exp_add, neg_add_cancel, exp_zero] at k
  rw [E.prob_congr fun ω => show populationError D (A (S ω)) ≤ ε ↔
    ¬ε < populationError D (A (S ω)) from
    not_lt.symm, E.prob_not meas]
  exact sub_le_sub_left (le_trans (consistent_learner hs hH realizable hA h₁ meas) bound) 1

/-! ## Occam bounds -/

theorem occam_hoeffding (hs : Expectation.IsSample E D S) (hh : D.IsEvent (Wrong h)) (hN : N ≠ 0)
    {δ x : Real}
    (h₀ : 0 < δ) (h₁ : δ ≤ 1) (hx : 0 < x) (hx₁ : x ≤ 1) : (E.prob fun ω =>
      sqrt ((log (1 / x) + log (2 / δ)) / (2 * N)) <
        |empiricalError h (S ω) - populationError D h|) ≤
      δ * x := by
  have n : (0 : Real) < 2 * N := mul_pos two_pos (Nat.cast_pos.2 (Nat.pos_of_ne_zero hN))
  have p := div_pos two_pos h₀
  have q := div_pos (one_pos (R := Real)) hx
  have l : 0 ≤ log (1 / x) + log (2 / δ) :=
    add_nonneg (log_nonneg (by rw [le_div_iff₀ hx]; linarith))
    (log_nonneg (by rw [le_div_iff₀ h₀]; linarith))
  refine le_trans (hoeffding_lt hs hh (sqrt_nonneg _)) (le_of_eq ?_)
  rw [sq_sqrt (div_nonneg l n.le), mul_div_cancel₀ _ n.ne', exp_neg, exp_add, exp_log q, exp_log p,
    mul_inv, inv_div,
    inv_div, div_one]
  rw [mul_comm δ x, mul_left_comm, mul_div_cancel₀ _ two_ne_zero]

/-- Occam bound (chapter 7.2): for weights with sum at most one, fixed before the sample is drawn,
with probability at least `1 - δ` all members satisfy
`|err_S(h) - err_D(h)| ≤ √((log (1 / w(h)) + log (2 / δ)) / (2 N))`. -/
theorem occam (hs : Expectation.IsSample E D S) (hH : ∀ h, h ∈ H → D.IsEvent (Wrong h)) (hN : N ≠ 0)
    {w : (X → Y) → Real} (hw₀ : ∀ h, h ∈ H → 0 < w h) (hw : ∑ h ∈ H, w h ≤ 1) {δ : Real}
    (h₀ : 0 < δ) (h₁ : δ ≤ 1) :
    1 - δ ≤ E.prob fun ω => ∀ h, h ∈ H →
      |empiricalError h (S ω) - populationError D h| ≤
      sqrt ((log (1 / w h) + log (2 / δ)) / (2 * N)) :=
  one_sub_le_prob_forall hs hH (fun h => sqrt ((log (1 / w h) + log (2 / δ)) / (2 * N)))
    (prob_exists_le_of_weights (fun h hh => isEvent_gap_lt hs (hH h hh) _) h₀.le hw fun h hh =>
      occam_hoeffding hs (hH h hh) hN h₀ h₁ (hw₀ h hh)
        (le_trans (Finset.single_le_sum (fun g hg => (hw₀ g hg).le) hh) hw))

/-- Occam bound (chapter 7.2) for a countable class `h 0, h 1, ...` under a countably subadditive
probability: the event `B` that some gap is too large has probability at most `δ`. -/
theorem occam_countable (hs : Expectation.IsSample E D S) (hE : E.CountablySubadditive)
    {h : Nat → X → Y}
    (hh : ∀ n, D.IsEvent (Wrong (h n))) (hN : N ≠ 0) {w : Nat → Real} (hw₀ : ∀ n, 0 < w n)
    (hw : ∀ n, ∑ i < n, w i ≤ 1) {δ : Real} (h₀ : 0 < δ) (h₁ : δ ≤ 1) {B : Ω → Prop}
    [DecidablePred B]
    (meas : E.IsEvent B) (hB : ∀ ω, B ω → ∃ n, sqrt ((log (1 / w n) + log (2 / δ)) / (2 * N)) <
      |empiricalError (h n) (S ω) - populationError D (h n)|) : E.prob B ≤ δ := by
  refine hE (fun n ω => sqrt ((log (1 / w n) + log (2 / δ)) / (2 * N)) <
    |empiricalError (h n) (S ω) - populationError D (h n)|) B δ (fun n =>
      isEvent_gap_lt hs (hh n) _) meas hB fun n => ?_
  have one : ∀ i, w i ≤ 1 := fun i => le_trans (Finset.single_le_sum (s := Finset.range (i + 1))
    (fun j _ => (hw₀ j).le) (Finset.mem_range.2 (Nat.lt_succ_self i))) (hw (i + 1))
  refine le_trans (Finset.sum_le_sum fun i _ => occam_hoeffding hs (hh i) hN h₀ h₁ (hw₀ i) (one i))
    ?_
  rw [← Finset.mul_sum]
  exact mul_le_of_le_one_right h₀.le (hw n)

end Generalization
