prelude
import DeepTheory.Algebra.Tactic.Omega
import DeepTheory.Generalization.NoFreeLunch
import DeepTheory.Generalization.VCBound
/-! # PAC learnability

A class of functions can be learned from examples, whatever their distribution, exactly when its VC
dimension is finite.

Book items: Definition 7.14 (PAC learnability), the fundamental theorem (chapter 7), Remark 7.16
(agnostic PAC learning).

## Main definitions

* `Generalization.PACLearnable H`: some learner has error at most `ε` with probability at least
  `1 - δ`, from a number of examples that depends on `ε` and `δ` alone,
* `Generalization.AgnosticPACLearnable H`: the same without assumptions on the labels, in
  comparison with the best member of `H`,
* `Generalization.consistentLearner H`: a learner that returns a member of `H` without error on the
  sample, if there is one; `Generalization.ermLearner H`: one with the fewest errors.

## Main statements

* `Generalization.vc_consistent`: with probability at least `1 - δ`, all members of `H` without
  error on the sample have error at most `ε`, once `N ≥ 16 / ε² (k log (32 e / ε²) + log (4 / δ))`;
  for all probability spaces; `Generalization.vc_erm`: all members of `H` with the fewest errors on
  the sample have error at most `2 ε` more than every member,
* `VC.VCDimLE.pacLearnable`: a class of finite VC dimension is PAC learnable,
* `Generalization.vcDimLE_of_learner`: one learner that has small error for all members of `H` from
  `N` examples bounds the VC dimension by `2 N - 1`,
* `Generalization.PACLearnable.exists_vcDimLE`: a PAC learnable class has finite VC dimension,
* `Generalization.pacLearnable_iff`: both; `Generalization.pacLearnable_iff_isVCDim`,
* `Generalization.agnosticPACLearnable_iff`: the same for agnostic learning.

## Notes

The distributions in the definition have finitely many outcomes, on any set of points. So the second
half is stronger than for all distributions; the first half is weaker, and `vc_consistent` and
`vc_erm` say what holds for other distributions. The number of examples does not depend on the
number of outcomes.

A learner is any function of the sample; it need not return a member of the class, and it does not
know `ε` and `δ`. For learners that know them nothing changes: the first half gives one that does
not, and the second half needs a single learner and number of examples (`vcDimLE_of_learner`).
-/
set_option autoImplicit false
universe u v w z

open Real

namespace Generalization
open FiniteDistribution VC

variable {X : Type v}

/-! ## Definition -/

/-- Definition 7.14: the class `H` is PAC learnable. There are a learner `A` and a function `n` such
that for all `0 < ε, δ < 1`, every distribution `D` of points (with finitely many outcomes `x i`)
and every member `f` of `H` that labels them, the learner has error at most `ε` with probability at
least `1 - δ` on `N ≥ n ε δ` independent examples. -/
def PACLearnable (H : (X → Bool) → Prop) : Prop :=
  ∃ (A : (N : Nat) → (Fin N → X × Bool) → X → Bool) (n : Real → Real → Nat),
    ∀ ε δ : Real, 0 < ε → ε < 1 → 0 < δ → δ < 1 →
    ∀ (m : Nat) (D : FiniteDistribution Real (Fin m)) (x : Fin m → X) (f : X → Bool), H f →
    ∀ N, n ε δ ≤ N →
      1 - δ ≤ (D.iid N).expectation.prob fun s =>
        populationError (D.expectation.map fun i => (x i, f (x i)))
          (A N fun j => (x (s j), f (x (s j)))) ≤ ε

/-! ## The number of examples -/

/-- The VC bound is at most `δ`, once `N` is large enough. -/
theorem four_mul_pow_mul_exp_le {k N : Nat} (hk : 1 ≤ k) {ε δ : Real} (hε : 0 < ε) (hδ : 0 < δ)
    (hN : 16 / ε ^ 2 * (k * log (32 * exp 1 / ε ^ 2) + log (4 / δ)) ≤ N) :
    4 * (2 * exp 1 * N / k) ^ k * exp (-(N * ε ^ 2 / 8)) ≤ δ := by
  have kp : (0 : Real) < k := Nat.cast_pos.2 hk
  have e2 := pow_pos hε 2
  have b : 0 < 32 * exp 1 / ε ^ 2 := div_pos (mul_pos (by norm_num) (exp_pos 1)) e2
  have d : 0 < 4 / δ := div_pos four_pos hδ
  -- `x ≤ b exp (x / b)`
  have base : 2 * exp 1 * N / k ≤ 32 * exp 1 / ε ^ 2 * exp (N * ε ^ 2 / 16 / k) := by
    have l := le_trans (le_add_of_nonneg_right zero_le_one) (add_one_le_exp (N * ε ^ 2 / 16 / k))
    refine le_trans (le_of_eq ?_) (mul_le_mul_of_nonneg_left l b.le)
    have := e2.ne'
    have := kp.ne'
    field
  have x : 0 ≤ 2 * exp 1 * N / k :=
    div_nonneg (mul_nonneg (mul_nonneg two_pos.le (exp_pos 1).le) (Nat.cast_nonneg N)) kp.le
  have power := pow_le_pow_left₀ x base k
  rw [mul_pow, ← exp_nat_mul, mul_div_cancel₀ _ kp.ne'] at power
  refine le_trans (mul_le_mul_of_nonneg_right (mul_le_mul_of_nonneg_left power four_pos.le)
    (exp_pos _).le) ?_
  rw [mul_assoc, mul_assoc, ← exp_add,
    show (N : Real) * ε ^ 2 / 16 + -(N * ε ^ 2 / 8) = -(N * ε ^ 2 / 16) by ring]
  have enough : k * log (32 * exp 1 / ε ^ 2) + log (4 / δ) ≤ N * ε ^ 2 / 16 := by
    rw [le_div_iff₀ (by norm_num)]
    rw [div_mul_eq_mul_div, div_le_iff₀ e2] at hN
    linarith
  have large := exp_le_exp_of_le enough
  rw [exp_add, exp_nat_mul, exp_log b, exp_log d, ← mul_div_assoc, div_le_iff₀ hδ] at large
  rw [exp_neg, ← mul_assoc, ← div_eq_mul_inv, div_le_iff₀ (exp_pos _), mul_comm δ, mul_comm 4]
  exact large

/-- There is a number of examples that is large enough for the bounds. -/
theorem exists_sampleSize (k : Nat) : ∃ n : Real × Real → Nat, ∀ p N, n p ≤ N → k + 1 ≤ 2 * N ∧
    16 / p.1 ^ 2 * ((k + 1 : Nat) * log (32 * exp 1 / p.1 ^ 2) + log (4 / p.2)) ≤ N := by
  have one : ∀ p : Real × Real, ∃ n : Nat, ∀ N : Nat, n ≤ N → k + 1 ≤ 2 * N ∧
      16 / p.1 ^ 2 * ((k + 1 : Nat) * log (32 * exp 1 / p.1 ^ 2) + log (4 / p.2)) ≤ N := fun p => by
    obtain ⟨n, hn⟩ := exists_nat_gt
      (16 / p.1 ^ 2 * ((k + 1 : Nat) * log (32 * exp 1 / p.1 ^ 2) + log (4 / p.2)))
    refine ⟨max (k + 1) n, fun N hN => ⟨?_, le_trans hn.le (Nat.cast_le.2
      (Nat.le_trans (le_max_right (k + 1) n) hN))⟩⟩
    exact Nat.le_trans (Nat.le_trans (le_max_left (k + 1) n) hN) (by omega)
  exact Classical.axiomOfChoice one

section General
variable {Ω : Type z} {N k : Nat} {E : Expectation Real Ω} {E₂ : Expectation Real (Ω × Ω)}
  {D : Expectation Real (X × Bool)} {S : Ω → Fin N → X × Bool} {H : (X → Bool) → Prop}

/-- Learning by consistency (chapter 7), for all probability spaces: if the VC dimension of `H` is
at most `k`, then with probability at least `1 - δ` all members of `H` without error on the sample
have error at most `ε`, once `2 N ≥ k ≥ 1` and `N ≥ 16 / ε² (k log (32 e / ε²) + log (4 / δ))`. -/
theorem vc_consistent (hs : Expectation.IdenticallyDistributed E D S) (hg : E₂.IsGhostSample E S)
    (hH : ∀ h, H h → D.IsEvent (Wrong h)) (hd : VCDimLE H k) (hk : 1 ≤ k) (hkN : k ≤ 2 * N)
    {ε δ : Real} (hε : 0 < ε) (hδ : 0 < δ)
    (hN : 16 / ε ^ 2 * (k * log (32 * exp 1 / ε ^ 2) + log (4 / δ)) ≤ N)
    [DecidablePred fun ω => ∃ h, H h ∧ ε < |empiricalError h (S ω) - populationError D h|]
    [DecidablePred fun ω => ∀ h, H h → (∀ i, h (S ω i).1 = (S ω i).2) → populationError D h ≤ ε]
    [∀ s s' : Fin N → X × Bool,
      Decidable (∃ h, H h ∧ ε / 2 < |(empiricalError h s - empiricalError h s' : Real)|)]
    (meas : E.IsEvent fun ω => ∃ h, H h ∧ ε < |empiricalError h (S ω) - populationError D h|)
    (meas₂ : E₂.IsEvent fun p => ∃ h, H h ∧
      ε / 2 < |(empiricalError h (S p.1) - empiricalError h (S p.2) : Real)|)
    (meas₃ : E.IsEvent fun ω => ∀ h, H h → (∀ i, h (S ω i).1 = (S ω i).2) →
      populationError D h ≤ ε) :
    1 - δ ≤ E.prob fun ω => ∀ h, H h → (∀ i, h (S ω i).1 = (S ω i).2) →
      populationError D h ≤ ε := by
  have b := le_trans (vc_bound_of_vcDimLE hs hg hH hd hk hkN hε.le meas meas₂)
    (four_mul_pow_mul_exp_le hk hε hδ hN)
  refine le_trans ?_ (E.prob_mono meas.not meas₃ fun ω n h hh right => le_of_not_gt fun l => ?_)
  · rw [E.prob_not meas]
    exact sub_le_sub_left b 1
  · refine n ⟨h, hh, ?_⟩
    rw [(empiricalError_eq_zero_iff (F := Real)).2 right, zero_sub, abs_neg]
    exact lt_of_lt_of_le l (le_abs_self _)

/-- Learning by empirical risk minimization (Remark 7.16), for all probability spaces: if the VC
dimension of `H` is at most `k`, then with probability at least `1 - δ` all members of `H` with the
fewest errors on the sample have error at most `2 ε` more than every member, once `2 N ≥ k ≥ 1` and
`N ≥ 16 / ε² (k log (32 e / ε²) + log (4 / δ))`. -/
theorem vc_erm (hs : Expectation.IdenticallyDistributed E D S) (hg : E₂.IsGhostSample E S)
    (hH : ∀ h, H h → D.IsEvent (Wrong h)) (hd : VCDimLE H k) (hk : 1 ≤ k) (hkN : k ≤ 2 * N)
    {ε δ : Real} (hε : 0 < ε) (hδ : 0 < δ)
    (hN : 16 / ε ^ 2 * (k * log (32 * exp 1 / ε ^ 2) + log (4 / δ)) ≤ N)
    [DecidablePred fun ω => ∃ h, H h ∧ ε < |empiricalError h (S ω) - populationError D h|]
    [DecidablePred fun ω => ∀ h, H h → (∀ g, H g → errorCount h (S ω) ≤ errorCount g (S ω)) →
      ∀ g, H g → populationError D h ≤ populationError D g + 2 * ε]
    [∀ s s' : Fin N → X × Bool,
      Decidable (∃ h, H h ∧ ε / 2 < |(empiricalError h s - empiricalError h s' : Real)|)]
    (meas : E.IsEvent fun ω => ∃ h, H h ∧ ε < |empiricalError h (S ω) - populationError D h|)
    (meas₂ : E₂.IsEvent fun p => ∃ h, H h ∧
      ε / 2 < |(empiricalError h (S p.1) - empiricalError h (S p.2) : Real)|)
    (meas₃ : E.IsEvent fun ω => ∀ h, H h →
      (∀ g, H g → errorCount h (S ω) ≤ errorCount g (S ω)) →
        ∀ g, H g → populationError D h ≤ populationError D g + 2 * ε) :
    1 - δ ≤ E.prob fun ω => ∀ h, H h → (∀ g, H g → errorCount h (S ω) ≤ errorCount g (S ω)) →
      ∀ g, H g → populationError D h ≤ populationError D g + 2 * ε := by
  have b := le_trans (vc_bound_of_vcDimLE hs hg hH hd hk hkN hε.le meas meas₂)
    (four_mul_pow_mul_exp_le hk hε hδ hN)
  refine le_trans ?_ (E.prob_mono meas.not meas₃ fun ω close h hh least g hg => ?_)
  · rw [E.prob_not meas]
    exact sub_le_sub_left b 1
  · have near : ∀ h, H h → |empiricalError h (S ω) - populationError D h| ≤ ε := fun h hh =>
      le_of_not_gt fun l => close ⟨h, hh, l⟩
    have best := (empiricalError_le_iff (F := Real)).2 (least g hg)
    linarith [(abs_le.1 (near h hh)).1, (abs_le.1 (near g hg)).2]

end General

/-! ## Finite VC dimension is sufficient -/

/-- A member of `H` that is right on the sample, if there is one. -/
noncomputable def consistentLearner (H : (X → Bool) → Prop) (N : Nat) (s : Fin N → X × Bool) :
    X → Bool :=
  open Classical in
  if h : ∃ h, H h ∧ ∀ i, h (s i).1 = (s i).2 then Classical.choose h else fun _ => false

theorem consistentLearner_spec {H : (X → Bool) → Prop} {N : Nat} {s : Fin N → X × Bool}
    (h : ∃ h, H h ∧ ∀ i, h (s i).1 = (s i).2) :
    H (consistentLearner H N s) ∧ ∀ i, consistentLearner H N s (s i).1 = (s i).2 := by
  rw [consistentLearner, dif_pos h]
  exact Classical.choose_spec h

/-- Fundamental theorem (chapter 7), first half: a class of finite VC dimension is PAC learnable. -/
theorem _root_.VC.VCDimLE.pacLearnable {H : (X → Bool) → Prop} {k : Nat} (hd : VCDimLE H k) :
    PACLearnable H := by
  obtain ⟨n, hn⟩ := exists_sampleSize k
  refine ⟨consistentLearner H, fun ε δ => n (ε, δ), fun ε δ hε _ hδ _ m D x f hf N hN => ?_⟩
  classical
  have hs := ((D.isSample_iid N).map fun i => (x i, f (x i))).toIdenticallyDistributed
  have large := hn (ε, δ) N hN
  -- the bound needs dimension at least one
  have k := vc_consistent hs ((D.isGhostSample_iid N).map fun i => (x i, f (x i)))
    (fun h _ => D.isEvent fun i => Wrong h (x i, f (x i))) (hd.mono (Nat.le_succ k) fun _ => id)
    (Nat.succ_le_succ (Nat.zero_le k)) large.1 hε hδ large.2 trivial trivial trivial
  refine le_trans k (Expectation.prob_mono _ trivial trivial fun s good => ?_)
  have c := consistentLearner_spec (H := H) (s := fun j => (x (s j), f (x (s j))))
    ⟨f, hf, fun _ => rfl⟩
  exact good _ c.1 c.2

/-! ## Finite VC dimension is necessary -/

/-- Fundamental theorem (chapter 7), second half, for a single learner and number of examples: if
the learner has error at most `ε < 1 / 8` with probability at least `1 - δ > 6 / 7` for every member
of `H` and all finite sequences of equally likely points, then the VC dimension of `H` is less than
`2 N`, or zero. -/
theorem vcDimLE_of_learner {H : (X → Bool) → Prop} {N : Nat} {ε δ : Real} (hε : ε < 1 / 8)
    (hδ : δ < 1 / 7) (A : (Fin N → X × Bool) → X → Bool)
    (hA : ∀ (m : Nat) [Nonempty (Fin m)] (x : Fin m → X) (f : X → Bool), H f →
      1 - δ ≤ ((uniform Real (Fin m)).iid N).expectation.prob fun s =>
        learnerError Real x f A s ≤ ε) : VCDimLE H (2 * N - 1) := fun T hT => by
  refine Nat.le_of_not_lt fun big => ?_
  have ne : Nonempty (Fin T.length) := ⟨⟨0, by omega⟩⟩
  obtain ⟨f, hf, -, bad⟩ := no_free_lunch_shatters (F := Real) hT (by omega) A
  have good := hA _ T.get f hf
  -- the error cannot be both at least 1/8 and at most ε
  have both := Expectation.prob_or_add_prob_and ((uniform Real (Fin T.length)).iid N).expectation
    (A := fun s => 1 / 8 ≤ learnerError Real T.get f A s)
    (B := fun s => learnerError Real T.get f A s ≤ ε) trivial trivial
  rw [Expectation.prob_of_forall_not (A := fun s => 1 / 8 ≤ learnerError Real T.get f A s ∧
    learnerError Real T.get f A s ≤ ε) _ fun s k => by linarith [k.1, k.2], add_zero] at both
  have one := Expectation.prob_le_one ((uniform Real (Fin T.length)).iid N).expectation
    (A := fun s => 1 / 8 ≤ learnerError Real T.get f A s ∨ learnerError Real T.get f A s ≤ ε)
    trivial
  rw [both] at one
  linarith

/-- Fundamental theorem (chapter 7), second half: a PAC learnable class has finite VC dimension. -/
theorem PACLearnable.exists_vcDimLE {H : (X → Bool) → Prop} (h : PACLearnable H) :
    ∃ k, VCDimLE H k := by
  obtain ⟨A, n, hA⟩ := h
  exact ⟨_, vcDimLE_of_learner (ε := 1 / 10) (δ := 1 / 8) (by norm_num) (by norm_num)
    (A (n (1 / 10) (1 / 8))) fun m _ x f hf => hA (1 / 10) (1 / 8) (by norm_num) (by norm_num)
      (by norm_num) (by norm_num) m (uniform Real (Fin m)) x f hf _ (Nat.le_refl _)⟩

/-- Fundamental theorem (chapter 7): a binary class is PAC learnable if and only if its VC dimension
is finite. -/
theorem pacLearnable_iff {H : (X → Bool) → Prop} : PACLearnable H ↔ ∃ k, VCDimLE H k :=
  ⟨PACLearnable.exists_vcDimLE, fun ⟨_, hk⟩ => hk.pacLearnable⟩

/-- Fundamental theorem (chapter 7), as the book states it: a class with a member is PAC learnable
if and only if it has a finite VC dimension. -/
theorem pacLearnable_iff_isVCDim {H : (X → Bool) → Prop} (ne : ∃ h, H h) :
    PACLearnable H ↔ ∃ k, IsVCDim H k := by
  rw [pacLearnable_iff]
  refine ⟨fun ⟨k, hk⟩ => ?_, fun ⟨k, hk⟩ => ⟨k, hk.1⟩⟩
  rcases exists_isVCDim_or_infinite ne with d | d
  · exact d
  · obtain ⟨T, hT, e⟩ := d (k + 1)
    have := hk T hT
    rw [e] at this
    exact absurd this (Nat.not_succ_le_self k)

/-! ## Agnostic learning -/

/-- Remark 7.16: the class `H` is agnostically PAC learnable. There are a learner `A` and a function
`n` such that for all `0 < ε, δ < 1` and every distribution `D` of labelled examples (with finitely
many outcomes `z i`), with probability at least `1 - δ` on `N ≥ n ε δ` independent examples the
error of the learner is at most `ε` more than that of every member of `H`. -/
def AgnosticPACLearnable (H : (X → Bool) → Prop) : Prop :=
  ∃ (A : (N : Nat) → (Fin N → X × Bool) → X → Bool) (n : Real → Real → Nat),
    ∀ ε δ : Real, 0 < ε → ε < 1 → 0 < δ → δ < 1 →
    ∀ (m : Nat) (D : FiniteDistribution Real (Fin m)) (z : Fin m → X × Bool)
      (N : Nat), n ε δ ≤ N →
    ∀ [DecidablePred fun s : Fin N → Fin m => ∀ g, H g →
        populationError (D.expectation.map z) (A N fun j => z (s j)) ≤
          populationError (D.expectation.map z) g + ε],
      1 - δ ≤ (D.iid N).expectation.prob fun s => ∀ g, H g →
        populationError (D.expectation.map z) (A N fun j => z (s j)) ≤
          populationError (D.expectation.map z) g + ε

/-- A member of `H` with the fewest errors on the sample, if `H` has a member. -/
theorem exists_errorCount_le {H : (X → Bool) → Prop} (ne : ∃ h, H h) {N : Nat}
    (s : Fin N → X × Bool) : ∃ h, H h ∧ ∀ g, H g → errorCount h s ≤ errorCount g s := by
  have key : ∀ c : Nat, (∃ h, H h ∧ errorCount h s ≤ c) →
      ∃ h, H h ∧ ∀ g, H g → errorCount h s ≤ errorCount g s := by
    intro c
    induction c with
    | zero => exact fun ⟨h, hh, e⟩ => ⟨h, hh, fun g _ => Nat.le_trans e (Nat.zero_le _)⟩
    | succ c ih =>
      intro ⟨h, hh, e⟩
      by_cases less : ∃ g, H g ∧ errorCount g s ≤ c
      · exact ih less
      · exact ⟨h, hh, fun g hg => Nat.le_trans e (Nat.lt_of_not_le fun l => less ⟨g, hg, l⟩)⟩
  obtain ⟨h, hh⟩ := ne
  exact key N ⟨h, hh, errorCount_le h s⟩

/-- Empirical risk minimization: a member of `H` with the fewest errors on the sample, if `H` has a
member. -/
noncomputable def ermLearner (H : (X → Bool) → Prop) (N : Nat) (s : Fin N → X × Bool) : X → Bool :=
  open Classical in
  if ne : ∃ h, H h then Classical.choose (exists_errorCount_le ne s) else fun _ => false

theorem ermLearner_spec {H : (X → Bool) → Prop} (ne : ∃ h, H h) {N : Nat} (s : Fin N → X × Bool) :
    H (ermLearner H N s) ∧ ∀ g, H g → errorCount (ermLearner H N s) s ≤ errorCount g s := by
  rw [ermLearner, dif_pos ne]
  exact Classical.choose_spec (exists_errorCount_le ne s)

/-- Remark 7.16, first half: a class of finite VC dimension is agnostically PAC learnable, by
empirical risk minimization. -/
theorem _root_.VC.VCDimLE.agnosticPACLearnable {H : (X → Bool) → Prop} {k : Nat}
    (hd : VCDimLE H k) : AgnosticPACLearnable H := by
  obtain ⟨n, hn⟩ := exists_sampleSize k
  refine ⟨ermLearner H, fun ε δ => n (ε / 2, δ), fun ε δ hε _ hδ _ m D z N hN _ => ?_⟩
  have large := hn (ε / 2, δ) N hN
  classical
  have hs := ((D.isSample_iid N).map z).toIdenticallyDistributed
  -- the bound needs dimension at least one
  have c := vc_erm hs ((D.isGhostSample_iid N).map z) (fun h _ => D.isEvent fun i => Wrong h (z i))
    (hd.mono (Nat.le_succ k) fun _ => id) (Nat.succ_le_succ (Nat.zero_le k)) large.1 (half_pos hε)
    hδ large.2 trivial trivial trivial
  refine le_trans c (Expectation.prob_mono _ trivial trivial fun s good g hg => ?_)
  have least := ermLearner_spec ⟨g, hg⟩ fun j => z (s j)
  have := good _ least.1 least.2 g hg
  linarith

/-- Agnostic learning includes the realizable case. -/
theorem AgnosticPACLearnable.pacLearnable {H : (X → Bool) → Prop} (h : AgnosticPACLearnable H) :
    PACLearnable H := by
  obtain ⟨A, n, hA⟩ := h
  refine ⟨A, n, fun ε δ hε hε₁ hδ hδ₁ m D x f hf N hN => ?_⟩
  classical
  refine le_trans (hA ε δ hε hε₁ hδ hδ₁ m D (fun i => (x i, f (x i))) N hN)
    (Expectation.prob_mono _ trivial trivial fun s good => ?_)
  refine le_trans (good f hf) (le_of_eq ?_)
  rw [show populationError (D.expectation.map fun i => (x i, f (x i))) f = 0 from
    Expectation.prob_of_forall_not D.expectation (A := fun i => f (x i) ≠ f (x i)) fun _ k => k rfl,
    zero_add]

/-- Remark 7.16: a binary class is agnostically PAC learnable if and only if its VC dimension is
finite. -/
theorem agnosticPACLearnable_iff {H : (X → Bool) → Prop} :
    AgnosticPACLearnable H ↔ ∃ k, VCDimLE H k :=
  ⟨fun h => h.pacLearnable.exists_vcDimLE, fun ⟨_, hk⟩ => hk.agnosticPACLearnable⟩

end Generalization
