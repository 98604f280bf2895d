prelude
import DeepTheory.Generalization.BinomialSumReal
import DeepTheory.Generalization.FiniteClassReal
import DeepTheory.Generalization.Symmetrization
/-! # The VC uniform convergence bound

A class of functions that has few patterns on `2 N` points has the same errors on a sample of `N`
points as under the distribution, up to `ε`, all its members at once. The population error is
replaced by the error on a second sample, points of the two samples are exchanged at random, and for
fixed samples only finitely many patterns are left.

Book items: VC uniform convergence bound (chapter 7).

## Main statements

* `Generalization.prob_gap_le_two_mul_prob_ghost`: from the population to the second sample,
* `Generalization.prob_exchange_le`: random exchanges, for two fixed samples,
* `Generalization.vc_bound`: `P(some gap is > ε) ≤ 4 G_H(2N) exp (-N ε² / 8)`,
* `Generalization.vc_bound_of_vcDimLE`: `≤ 4 (2 e N / k) ^ k exp (-N ε² / 8)`,
* `Generalization.vc_confidence`: the gap for a given probability of failure,
* `Generalization.vc_bound_iid`, `Generalization.vc_confidence_iid`: the same for independent draws
  from a finite distribution, where nothing need be assumed about measurability.

## Notes

The class is any predicate, and labels may be of any type with decidable equality. The second sample
is a hypothesis (`Expectation.IsGhostSample`), which independent draws satisfy, and which contains
the independence of the sample (`Expectation.IsGhostSample.isSample`). That the members have errors,
that the class has a large gap, and that its errors on the two samples differ much, must be events.
The empty sample and `ε = 0` are allowed: the bound is greater than one then, if the class has a
member.
-/
set_option autoImplicit false
universe u v w z

open Real

/-! ## Finitely many representatives -/

namespace VC

/-- If the things that satisfy `Q` have at most `n` images, then `n` of them have all images. -/
theorem AtMost.exists_representatives {α : Type u} {β : Type v} {n : Nat} {f : β → α}
    {Q : β → Prop} (h : AtMost n fun a => ∃ b, Q b ∧ f b = a) :
    ∃ L : List β, L.length ≤ n ∧ (∀ b, b ∈ L → Q b) ∧ ∀ b, Q b → ∃ c, c ∈ L ∧ f c = f b := by
  induction n generalizing Q with
  | zero =>
    exact ⟨[], Nat.le_refl 0, fun b hb => absurd hb List.not_mem_nil,
      fun b hb => absurd ⟨b, hb, rfl⟩ (atMost_zero h (f b))⟩
  | succ n ih =>
    by_cases ne : ∃ b, Q b
    · obtain ⟨b, hb⟩ := ne
      obtain ⟨L, hL, hQ, cover⟩ := ih (Q := fun c => Q c ∧ f c ≠ f b)
        ((h.erase ⟨b, hb, rfl⟩).mono (Nat.le_refl n) fun a ⟨c, hc, e⟩ =>
          ⟨⟨c, hc.1, e⟩, fun k => hc.2 (e.trans k)⟩)
      refine ⟨b :: L, Nat.succ_le_succ hL, fun c hc => ?_, fun c hc => ?_⟩
      · rcases List.mem_cons.1 hc with e | hc
        · exact e ▸ hb
        · exact (hQ c hc).1
      · by_cases e : f c = f b
        · exact ⟨b, List.mem_cons_self, e.symm⟩
        · obtain ⟨d, hd, k⟩ := cover c ⟨hc, e⟩
          exact ⟨d, List.mem_cons_of_mem b hd, k⟩
    · exact ⟨[], Nat.zero_le _, fun b hb => absurd hb List.not_mem_nil,
        fun b hb => absurd ⟨b, hb⟩ ne⟩

end VC

namespace Generalization
open VC Rademacher
open Hypercube (sign)

variable {X : Type v} {Y : Type w} {Ω : Type z} [DecidableEq Y] {N : Nat}

/-! ## From the population to a second sample -/

section Ghost
variable {F : Type u} [LinearOrderedField F] {E : Expectation F Ω} {E₂ : Expectation F (Ω × Ω)}
  {D : Expectation F (X × Y)} {S : Ω → Fin N → X × Y} {H : (X → Y) → Prop}

/-- The VC bound (chapter 7), first step: when `N ε² ≥ 2`, some gap is greater than `ε` with at most
twice the probability that some member has errors on the two samples that differ by more than
`ε / 2`. -/
theorem prob_gap_le_two_mul_prob_ghost (hs : Expectation.IdenticallyDistributed E D S)
    (hg : E₂.IsGhostSample E S) (hH : ∀ h, H h → D.IsEvent (Wrong h)) {ε : F} (hε : 0 < ε)
    (hN : 2 ≤ N * ε ^ 2)
    [DecidablePred fun ω => ∃ h, H h ∧ ε < |empiricalError h (S ω) - populationError D h|]
    [∀ s s' : Fin N → X × Y,
      Decidable (∃ h, H h ∧ ε / 2 < |(empiricalError h s - empiricalError h s' : F)|)]
    (meas : E.IsEvent fun ω => ∃ h, H h ∧ ε < |empiricalError h (S ω) - populationError D h|)
    (meas₂ : E₂.IsEvent fun p => ∃ h, H h ∧
      ε / 2 < |(empiricalError h (S p.1) - empiricalError h (S p.2) : F)|) :
    (E.prob fun ω => ∃ h, H h ∧ ε < |empiricalError h (S ω) - populationError D h|) ≤
      2 * E₂.prob fun p => ∃ h, H h ∧
        ε / 2 < |(empiricalError h (S p.1) - empiricalError h (S p.2) : F)| := by
  have n0 : N ≠ 0 := fun e => by
    rw [e, Nat.cast_zero, zero_mul] at hN
    exact absurd hN (not_le_of_gt two_pos)
  have half := half_pos hε
  rw [Expectation.prob, Expectation.prob, hg.mean_eq meas₂,
    ← E.mean_const_mul 2 (hg.isRandom_mean meas₂)]
  refine E.mean_mono meas (Expectation.IsRandom.const_mul 2 (hg.isRandom_mean meas₂)) fun ω => ?_
  have sec := hg.isRandom_section meas₂ ω
  by_cases bad : ∃ h, H h ∧ ε < |empiricalError h (S ω) - populationError D h|
  · rw [if_pos bad]
    obtain ⟨h, hh, gap⟩ := bad
    -- the second sample is likely to be close to the population for this member
    have cheb := chebyshev (hg.isSample hs) (hH h hh) n0 half
    have close : (E.prob fun ω' => ε / 2 ≤ |empiricalError h (S ω') - populationError D h|) ≤
        1 / 2 := by
      refine le_trans cheb ?_
      rw [show 4 * (N : F) * (ε / 2) ^ 2 = N * ε ^ 2 by ring]
      exact one_div_le_one_div_of_le two_pos hN
    have ev := isEvent_empiricalError hs (hH h hh)
      fun x => ε / 2 ≤ |x - populationError D h|
    have far : (E.prob fun ω' => ¬ε / 2 ≤ |empiricalError h (S ω') - populationError D h|) ≤
        E.mean fun ω' => if ∃ h, H h ∧
          ε / 2 < |(empiricalError h (S ω) - empiricalError h (S ω') : F)| then 1 else 0 :=
      E.mean_mono ev.not sec fun ω' => ite_one_zero_mono fun k => by
        refine ⟨h, hh, ?_⟩
        have t := abs_add_le (empiricalError h (S ω) - empiricalError h (S ω') : F)
          (empiricalError h (S ω') - populationError D h)
        rw [sub_add_sub_cancel] at t
        have k := lt_of_not_ge k
        linarith
    rw [E.prob_not ev] at far
    linarith
  · rw [if_neg bad]
    exact mul_nonneg two_pos.le (E.mean_nonneg sec fun ω' => ite_one_zero_nonneg)

end Ghost

/-! ## Random exchanges -/

theorem empiricalError_congr {F : Type u} [LinearOrderedField F] {g h : X → Y}
    {s : Fin N → X × Y} (e : ∀ i, g (s i).1 = h (s i).1) :
    (empiricalError g s : F) = empiricalError h s := by
  rw [empiricalError, empiricalError]
  exact congrArg _ (Fintype.sum_congr fun i => by rw [e i])

/-- Random exchanges, one member: for two fixed samples, the errors of `h` differ by more than
`ε / 2` after a random exchange with probability at most `2 exp (-N ε² / 8)`. -/
theorem prob_exchange_one_le (h : X → Y) (s s' : Fin N → X × Y) (hN : N ≠ 0) {ε : Real}
    (hε : 0 ≤ ε) :
    ((signs Real N).expectation.prob fun σ => ε / 2 <
      |(empiricalError h (exchange σ s s') - empiricalError h (exchange σ s' s) : Real)|) ≤
      2 * exp (-(N * ε ^ 2 / 8)) := by
  have pos : (0 : Real) < N := Nat.cast_pos.2 (Nat.pos_of_ne_zero hN)
  have sq : ∀ i, (zeroOneLoss h (s i) - zeroOneLoss h (s' i) : Real) ^ 2 ≤ 1 := fun i => by
    have a := zeroOneLoss_nonneg (F := Real) h (s i)
    have b := zeroOneLoss_le_one (F := Real) h (s i)
    have c := zeroOneLoss_nonneg (F := Real) h (s' i)
    have d := zeroOneLoss_le_one (F := Real) h (s' i)
    nlinarith [mul_nonneg (sub_nonneg.2 b) a, mul_nonneg (sub_nonneg.2 d) c, mul_nonneg a c,
      mul_nonneg (sub_nonneg.2 b) (sub_nonneg.2 d)]
  have sum : (∑ i, (zeroOneLoss h (s i) - zeroOneLoss h (s' i) : Real) ^ 2) ≤ (N : Real) := by
    refine le_trans (Finset.sum_le_sum fun i _ => sq i) (le_of_eq ?_)
    rw [Finset.sum_const, mul_one]
    exact congrArg (fun n : Nat => (n : Real)) (Fintype.card_fin N)
  have k := prob_le_abs_sum _ sum (a := N * ε / 2)
    (div_nonneg (mul_nonneg pos.le hε) two_pos.le)
  rw [show (N * ε / 2) ^ 2 / (2 * (N : Real)) = N * ε ^ 2 / 8 by
    have := pos.ne'
    field] at k
  refine le_trans (Expectation.prob_mono _ (FiniteDistribution.isEvent _ _)
    (FiniteDistribution.isEvent _ _) fun σ c => ?_) k
  rw [empiricalError_exchange_sub, abs_mul, abs_of_pos (one_div_pos.2 pos), one_div,
    ← div_eq_inv_mul, lt_div_iff₀ pos] at c
  exact le_of_lt (lt_of_eq_of_lt (by ring) c)

/-- The VC bound (chapter 7), second step: for two fixed samples of `N` points, the probability over
random exchanges that the errors of some member differ by more than `ε / 2` is at most
`2 G_H(2N) exp (-N ε² / 8)`. -/
theorem prob_exchange_le {H : (X → Y) → Prop} {G : Nat} (hG : GrowthLE H (2 * N) G)
    (s s' : Fin N → X × Y) (hN : N ≠ 0) {ε : Real} (hε : 0 ≤ ε)
    [DecidablePred fun σ : Fin N → Bool => ∃ h, H h ∧ ε / 2 <
      |(empiricalError h (exchange σ s s') - empiricalError h (exchange σ s' s) : Real)|] :
    ((signs Real N).expectation.prob fun σ => ∃ h, H h ∧ ε / 2 <
      |(empiricalError h (exchange σ s s') - empiricalError h (exchange σ s' s) : Real)|) ≤
      G * (2 * exp (-(N * ε ^ 2 / 8))) := by
  have len : ((List.finRange N).map (fun i => (s i).1) ++
      (List.finRange N).map fun i => (s' i).1).length ≤ 2 * N := by
    rw [List.length_append, List.length_map, List.length_map, List.length_finRange, Nat.two_mul]
  obtain ⟨L, hL, -, cover⟩ := (hG.atMost len).exists_representatives
  refine le_trans (FiniteDistribution.prob_le_length_mul _ (L := L) (fun σ k => ?_)
    fun g _ => prob_exchange_one_le g s s' hN hε) (mul_le_mul_of_nonneg_right (Nat.cast_le.2 hL)
      (mul_nonneg two_pos.le (exp_pos _).le))
  obtain ⟨h, hh, k⟩ := k
  obtain ⟨g, hg, e⟩ := cover h hh
  have e₁ : ∀ i, g (s i).1 = h (s i).1 := fun i => map_eq_map_iff.1 e _
    (List.mem_append.2 (.inl (List.mem_map.2 ⟨i, List.mem_finRange i, rfl⟩)))
  have e₂ : ∀ i, g (s' i).1 = h (s' i).1 := fun i => map_eq_map_iff.1 e _
    (List.mem_append.2 (.inr (List.mem_map.2 ⟨i, List.mem_finRange i, rfl⟩)))
  refine ⟨g, hg, ?_⟩
  rwa [empiricalError_congr (g := g) (h := h) fun i => ?_,
    empiricalError_congr (g := g) (h := h) fun i => ?_]
  · unfold exchange
    cases σ i
    · exact e₂ i
    · exact e₁ i
  · unfold exchange
    cases σ i
    · exact e₁ i
    · exact e₂ i

/-! ## The bound -/

section Bound
variable {E : Expectation Real Ω} {E₂ : Expectation Real (Ω × Ω)} {D : Expectation Real (X × Y)}
  {S : Ω → Fin N → X × Y} {H : (X → Y) → Prop} {G : Nat}

/-- VC uniform convergence bound (chapter 7): if `H` has at most `G` patterns on `2 N` points, then
some member has a gap greater than `ε` on a sample of `N` points with probability at most
`4 G exp (-N ε² / 8)`. The points have the law `D`, and are independent by `hg`. -/
theorem vc_bound (hs : Expectation.IdenticallyDistributed E D S) (hg : E₂.IsGhostSample E S)
    (hH : ∀ h, H h → D.IsEvent (Wrong h)) (hG : GrowthLE H (2 * N) G) {ε : Real} (hε : 0 ≤ ε)
    [DecidablePred fun ω => ∃ h, H h ∧ ε < |empiricalError h (S ω) - populationError D h|]
    [∀ s s' : Fin N → X × Y,
      Decidable (∃ h, H h ∧ ε / 2 < |(empiricalError h s - empiricalError h s' : Real)|)]
    (meas : E.IsEvent fun ω => ∃ h, H h ∧ ε < |empiricalError h (S ω) - populationError D h|)
    (meas₂ : E₂.IsEvent fun p => ∃ h, H h ∧
      ε / 2 < |(empiricalError h (S p.1) - empiricalError h (S p.2) : Real)|) :
    (E.prob fun ω => ∃ h, H h ∧ ε < |empiricalError h (S ω) - populationError D h|) ≤
      4 * G * exp (-(N * ε ^ 2 / 8)) := by
  have e0 := (exp_pos (-(N * ε ^ 2 / 8))).le
  by_cases ne : ∃ h, H h
  · by_cases big : 2 ≤ N * ε ^ 2
    · have n0 : N ≠ 0 := fun e => by
        rw [e, Nat.cast_zero, zero_mul] at big
        exact absurd big (not_le_of_gt two_pos)
      have pos : 0 < ε := lt_of_le_of_ne hε fun e => by
        rw [← e, zero_pow (Nat.succ_ne_zero 1), mul_zero] at big
        exact absurd big (not_le_of_gt two_pos)
      refine le_trans (prob_gap_le_two_mul_prob_ghost hs hg hH pos big meas meas₂) ?_
      rw [show 4 * (G : Real) * exp (-(N * ε ^ 2 / 8)) =
        2 * (G * (2 * exp (-(N * ε ^ 2 / 8)))) by ring]
      refine mul_le_mul_of_nonneg_left ?_ two_pos.le
      rw [Expectation.prob, hg.mean_randomize (signs Real N)
        (f := fun s s' => if ∃ h, H h ∧
          ε / 2 < |(empiricalError h s - empiricalError h s' : Real)| then 1 else 0) meas₂,
        ← E₂.mean_const (G * (2 * exp (-(N * ε ^ 2 / 8))))]
      refine E₂.mean_mono (Expectation.isRandom_mean_finite _ fun σ =>
        hg.isRandom_exchange σ (f := fun s s' => if ∃ h, H h ∧
          ε / 2 < |(empiricalError h s - empiricalError h s' : Real)| then 1 else 0) meas₂)
        (E₂.isRandom_const _) fun p => ?_
      exact prob_exchange_le hG (S p.1) (S p.2) n0 hε
    · -- the bound is greater than one
      have one : (1 : Real) ≤ G := by
        refine Nat.one_le_cast.2 (Nat.one_le_iff_ne_zero.2 fun e => ?_)
        obtain ⟨h, hh⟩ := ne
        exact atMost_zero (e ▸ hG.atMost (T := []) (Nat.zero_le _)) [] ⟨h, hh, rfl⟩
      have k := one_sub_le_exp_neg (N * ε ^ 2 / 8)
      have big := lt_of_not_ge big
      refine le_trans (E.prob_le_one meas) ?_
      nlinarith [mul_le_mul_of_nonneg_right one e0]
  · rw [E.prob_of_forall_not fun ω k => ne (k.elim fun h k => ⟨h, k.1⟩)]
    exact mul_nonneg (mul_nonneg four_pos.le (Nat.cast_nonneg G)) e0

end Bound

section Dimension
variable {E : Expectation Real Ω} {E₂ : Expectation Real (Ω × Ω)} {D : Expectation Real (X × Bool)}
  {S : Ω → Fin N → X × Bool} {H : (X → Bool) → Prop} {k : Nat}

/-- VC uniform convergence bound (chapter 7) in terms of the VC dimension: if the VC dimension of
`H` is at most `k` and `1 ≤ k ≤ 2 N`, then some member has a gap greater than `ε` on a sample of `N`
points with probability at most `4 (2 e N / k) ^ k exp (-N ε² / 8)`. -/
theorem vc_bound_of_vcDimLE (hs : Expectation.IdenticallyDistributed E D S)
    (hg : E₂.IsGhostSample E S) (hH : ∀ h, H h → D.IsEvent (Wrong h)) (hd : VCDimLE H k)
    (hk : 1 ≤ k) (hN : k ≤ 2 * N) {ε : Real} (hε : 0 ≤ ε)
    [DecidablePred fun ω => ∃ h, H h ∧ ε < |empiricalError h (S ω) - populationError D h|]
    [∀ s s' : Fin N → X × Bool,
      Decidable (∃ h, H h ∧ ε / 2 < |(empiricalError h s - empiricalError h s' : Real)|)]
    (meas : E.IsEvent fun ω => ∃ h, H h ∧ ε < |empiricalError h (S ω) - populationError D h|)
    (meas₂ : E₂.IsEvent fun p => ∃ h, H h ∧
      ε / 2 < |(empiricalError h (S p.1) - empiricalError h (S p.2) : Real)|) :
    (E.prob fun ω => ∃ h, H h ∧ ε < |empiricalError h (S ω) - populationError D h|) ≤
      4 * (2 * exp 1 * N / k) ^ k * exp (-(N * ε ^ 2 / 8)) := by
  refine le_trans (vc_bound hs hg hH (growthLE_of_vcDimLE hd (2 * N)) hε meas meas₂) ?_
  refine mul_le_mul_of_nonneg_right (mul_le_mul_of_nonneg_left ?_ four_pos.le) (exp_pos _).le
  refine le_trans (Nat.sum_choose_le_exp hk hN) (le_of_eq ?_)
  rw [Nat.cast_mul, show ((2 : Nat) : Real) = 2 from Nat.cast_ofNat]
  exact congrArg (fun x => (x / (k : Real)) ^ k) (by ring)

/-- The deviation that makes the bound equal to `δ`. -/
theorem four_mul_pow_mul_exp_sqrt (hk : 1 ≤ k) (hN : k ≤ 2 * N) {δ : Real} (h₀ : 0 < δ)
    (h₁ : δ ≤ 1) :
    4 * (2 * exp 1 * N / k) ^ k *
      exp (-(N * sqrt (8 / N * (k * log (2 * exp 1 * N / k) + log (4 / δ))) ^ 2 / 8)) = δ := by
  have n0 : 0 < N := Nat.pos_of_ne_zero fun e => by
    rw [e] at hN
    exact absurd (Nat.le_trans hk hN) (Nat.not_succ_le_zero 0)
  have n : (0 : Real) < N := Nat.cast_pos.2 n0
  have kp : (0 : Real) < k := Nat.cast_pos.2 hk
  have kn : (k : Real) ≤ 2 * N := by
    have := Nat.cast_le (R := Real).2 hN
    rwa [Nat.cast_mul, show ((2 : Nat) : Real) = 2 from Nat.cast_ofNat] at this
  have e1 : (1 : Real) ≤ exp 1 := one_le_exp zero_le_one
  have a : 1 ≤ 2 * exp 1 * N / k := by
    rw [le_div_iff₀ kp]
    nlinarith [mul_le_mul_of_nonneg_left e1 n.le]
  have d : 1 ≤ 4 / δ := by rw [le_div_iff₀ h₀]; linarith
  have l : 0 ≤ k * log (2 * exp 1 * N / k) + log (4 / δ) :=
    add_nonneg (mul_nonneg kp.le (log_nonneg a)) (log_nonneg d)
  have ap := lt_of_lt_of_le one_pos a
  have p := pow_pos ap k
  rw [sq_sqrt (mul_nonneg (div_nonneg (by norm_num) n.le) l),
    show N * (8 / N * (k * log (2 * exp 1 * N / k) + log (4 / δ))) / 8 =
      k * log (2 * exp 1 * N / k) + log (4 / δ) by
        have := n.ne'
        field,
    exp_neg, exp_add, exp_nat_mul, exp_log ap, exp_log (lt_of_lt_of_le one_pos d)]
  have := p.ne'
  have := h₀.ne'
  field

/-- VC uniform convergence bound (chapter 7), confidence form: if the VC dimension of `H` is at most
`k` and `1 ≤ k ≤ 2 N`, then with probability at least `1 - δ` all members satisfy
`|err_S(h) - err_D(h)| ≤ √(8 / N (k log (2 e N / k) + log (4 / δ)))`. -/
theorem vc_confidence (hs : Expectation.IdenticallyDistributed E D S)
    (hg : E₂.IsGhostSample E S) (hH : ∀ h, H h → D.IsEvent (Wrong h)) (hd : VCDimLE H k)
    (hk : 1 ≤ k) (hN : k ≤ 2 * N) {δ ε : Real} (h₀ : 0 < δ) (h₁ : δ ≤ 1)
    (hε : ε = sqrt (8 / N * (k * log (2 * exp 1 * N / k) + log (4 / δ))))
    [DecidablePred fun ω => ∃ h, H h ∧ ε < |empiricalError h (S ω) - populationError D h|]
    [DecidablePred fun ω => ∀ h, H h → |empiricalError h (S ω) - populationError D h| ≤ ε]
    [∀ s s' : Fin N → X × Bool,
      Decidable (∃ h, H h ∧ ε / 2 < |(empiricalError h s - empiricalError h s' : Real)|)]
    (meas : E.IsEvent fun ω => ∃ h, H h ∧ ε < |empiricalError h (S ω) - populationError D h|)
    (meas₂ : E₂.IsEvent fun p => ∃ h, H h ∧
      ε / 2 < |(empiricalError h (S p.1) - empiricalError h (S p.2) : Real)|) :
    1 - δ ≤ E.prob fun ω => ∀ h, H h → |empiricalError h (S ω) - populationError D h| ≤ ε := by
  have b := vc_bound_of_vcDimLE hs hg hH hd hk hN (ε := ε) (hε ▸ sqrt_nonneg _) meas meas₂
  have e : 4 * (2 * exp 1 * N / k) ^ k * exp (-(N * ε ^ 2 / 8)) = δ := by
    rw [hε]; exact four_mul_pow_mul_exp_sqrt hk hN h₀ h₁
  rw [e] at b
  rw [E.prob_congr fun ω => show (∀ h, H h → |empiricalError h (S ω) - populationError D h| ≤ ε) ↔
    ¬∃ h, H h ∧ ε < |empiricalError h (S ω) - populationError D h| from
      ⟨fun a ⟨h, hh, l⟩ => not_le_of_gt l (a h hh), fun a h hh => le_of_not_gt fun l =>
        a ⟨h, hh, l⟩⟩, E.prob_not meas]
  exact sub_le_sub_left b 1

end Dimension

/-! ## Independent draws from a finite distribution -/

section Finite
variable {ι : Type z} [Fintype ι]

/-- VC uniform convergence bound (chapter 7) for independent draws from a distribution with finitely
many outcomes, the examples `z i`. -/
theorem vc_bound_iid (D : FiniteDistribution Real ι) (z : ι → X × Y) {H : (X → Y) → Prop} {G : Nat}
    (hG : GrowthLE H (2 * N) G) {ε : Real} (hε : 0 ≤ ε)
    [DecidablePred fun s : Fin N → ι => ∃ h, H h ∧
      ε < |empiricalError h (fun i => z (s i)) - populationError (D.expectation.map z) h|] :
    ((D.iid N).expectation.prob fun s => ∃ h, H h ∧
      ε < |empiricalError h (fun i => z (s i)) - populationError (D.expectation.map z) h|) ≤
        4 * G * exp (-(N * ε ^ 2 / 8)) := by
  classical
  have hs := ((D.isSample_iid N).map z).toIdenticallyDistributed
  exact vc_bound hs ((D.isGhostSample_iid N).map z)
    (fun h _ => D.isEvent fun i => Wrong h (z i)) hG hε trivial trivial

/-- VC uniform convergence bound (chapter 7), confidence form, for independent draws from a
distribution with finitely many outcomes, the examples `z i`. -/
theorem vc_confidence_iid (D : FiniteDistribution Real ι) (z : ι → X × Bool)
    {H : (X → Bool) → Prop} {k : Nat} (hd : VCDimLE H k) (hk : 1 ≤ k) (hN : k ≤ 2 * N)
    {δ ε : Real} (h₀ : 0 < δ) (h₁ : δ ≤ 1)
    (hε : ε = sqrt (8 / N * (k * log (2 * exp 1 * N / k) + log (4 / δ))))
    [DecidablePred fun s : Fin N → ι => ∀ h, H h →
      |empiricalError h (fun i => z (s i)) - populationError (D.expectation.map z) h| ≤ ε] :
    1 - δ ≤ (D.iid N).expectation.prob fun s => ∀ h, H h →
      |empiricalError h (fun i => z (s i)) - populationError (D.expectation.map z) h| ≤ ε := by
  classical
  have hs := ((D.isSample_iid N).map z).toIdenticallyDistributed
  exact vc_confidence hs ((D.isGhostSample_iid N).map z)
    (fun h _ => D.isEvent fun i => Wrong h (z i)) hd hk hN h₀ h₁ hε trivial trivial

end Finite

end Generalization
