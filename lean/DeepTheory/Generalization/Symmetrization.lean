prelude
import DeepTheory.Generalization.Errors
import DeepTheory.Generalization.RademacherComplexity
import DeepTheory.Probability.GhostSample
/-! # Symmetrization

The population error is replaced by the error on a second sample, and points of the two samples are
exchanged at random. The mean of the largest gap is then at most twice the mean Rademacher
complexity of the losses.

Book items: ghost sample and sign randomization (chapter 7).

## Main definitions

* `Generalization.zeroOneLoss h e`: one if `h` is wrong on the example `e`, zero otherwise,
* `Generalization.LossClass H`: the losses of the members of `H`.

## Main statements

* `Generalization.empiricalError_exchange_sub`: an exchange changes signs,
* `Generalization.mean_comp_sup_ghost`: the largest difference of the errors on two samples has the
  law of the largest correlation of random signs with the differences of the losses,
* `Generalization.symmetrization`: `E sup (err_D - err_S) ≤ 2 E R_S`, with the Rademacher complexity
  `R_S` of the losses; `Generalization.symmetrization_iid`: for independent draws from a finite
  distribution, where nothing need be assumed about measurability,
* `Generalization.isRademacher_lossClass`: if `H` realizes all labellings of the sample, then
  `R_S = 1 / 2`, so that the bound is one and says nothing;
  `Generalization.isRademacher_lossClass_list`: the value for finitely many functions computes.

## Notes

Suprema are least upper bounds. See `DeepTheory.Probability.GhostSample` for the second sample. The
signs may have any law in `Generalization.mean_comp_sup_ghost`, if they are independent of the
samples.
-/
set_option autoImplicit false
universe u v w z

namespace Generalization
open Rademacher FiniteDistribution
open Hypercube (sign sign_not)

variable {F : Type u} {X : Type v} {Y : Type w} {Ω : Type z} [LinearOrderedField F] [DecidableEq Y]
  {N : Nat}

/-! ## Losses -/

/-- The loss of `h` on an example: one if `h` is wrong, zero otherwise. -/
def zeroOneLoss (h : X → Y) (e : X × Y) : F := if h e.1 ≠ e.2 then 1 else 0

/-- The losses of the members of the class `H`. -/
def LossClass (H : (X → Y) → Prop) (l : X × Y → F) : Prop := ∃ h, H h ∧ zeroOneLoss h = l

theorem zeroOneLoss_nonneg (h : X → Y) (e : X × Y) : (0 : F) ≤ zeroOneLoss h e :=
  ite_one_zero_nonneg
theorem zeroOneLoss_le_one (h : X → Y) (e : X × Y) : (zeroOneLoss h e : F) ≤ 1 :=
  ite_one_zero_le_one
theorem empiricalError_eq_sum (h : X → Y) (s : Fin N → X × Y) :
    (empiricalError h s : F) = 1 / N * ∑ i, zeroOneLoss h (s i) := rfl

/-- An exchange of points changes the sign of the difference of the losses at its indices. -/
theorem empiricalError_exchange_sub (h : X → Y) (σ : Fin N → Bool) (s s' : Fin N → X × Y) :
    (empiricalError h (exchange σ s' s) - empiricalError h (exchange σ s s') : F) =
      1 / N * ∑ i, sign (σ i) * (zeroOneLoss h (s' i) - zeroOneLoss h (s i)) := by
  rw [empiricalError_eq_sum, empiricalError_eq_sum, ← mul_sub, ← Finset.sum_sub_distrib]
  refine congrArg _ (Fintype.sum_congr fun i => ?_)
  unfold exchange
  cases σ i
  · exact (one_mul _).symm
  · exact (neg_sub _ _).symm.trans (neg_one_mul _).symm

/-! ## The largest difference of two samples -/

section Ghost
variable {E : Expectation F Ω} {E₂ : Expectation F (Ω × Ω)} {D : Expectation F (X × Y)}
  {S : Ω → Fin N → X × Y} {H : (X → Y) → Prop}

/-- Ghost sample and sign randomization (chapter 7): the largest difference `W` of the errors on two
samples, `sup (err_S' - err_S)`, has the same law as `W'`, the supremum of
`1 / N ∑ σ_i (l_h(z_i') - l_h(z_i))`, if the signs are independent of the samples: all functions `φ`
of them have the same mean. -/
theorem mean_comp_sup_ghost (hg : E₂.IsGhostSample E S) (U : FiniteDistribution F (Fin N → Bool))
    {W : (Fin N → X × Y) → (Fin N → X × Y) → F}
    (hW : ∀ s s', IsLUB (fun c => ∃ h, H h ∧ empiricalError h s' - empiricalError h s = c) (W s s'))
    {W' : (Fin N → Bool) → (Fin N → X × Y) → (Fin N → X × Y) → F}
    (hW' : ∀ σ s s', IsLUB (fun c => ∃ h, H h ∧
      1 / (N : F) * ∑ i, sign (σ i) * (zeroOneLoss h (s' i) - zeroOneLoss h (s i)) = c) (W' σ s s'))
    (φ : F → F) (meas : E₂.IsRandom fun p => φ (W (S p.1) (S p.2))) :
    (E₂.mean fun p => φ (W (S p.1) (S p.2))) =
      E₂.mean fun p => U.expectation.mean fun σ => φ (W' σ (S p.1) (S p.2)) := by
  rw [hg.mean_randomize U (f := fun s s' => φ (W s s')) meas]
  refine E₂.mean_congr fun p => Expectation.mean_congr _ fun σ => congrArg φ ?_
  refine (hW _ _).unique ?_
  have e : (fun c : F => ∃ h, H h ∧ empiricalError h (exchange σ (S p.2) (S p.1)) -
      empiricalError h (exchange σ (S p.1) (S p.2)) = c) = fun c => ∃ h, H h ∧
        1 / (N : F) * ∑ i, sign (σ i) *
          (zeroOneLoss h (S p.2 i) - zeroOneLoss h (S p.1 i)) = c :=
    funext fun c => propext
      ⟨fun ⟨h, hh, e⟩ => ⟨h, hh, (empiricalError_exchange_sub ..).symm.trans e⟩,
        fun ⟨h, hh, e⟩ => ⟨h, hh, (empiricalError_exchange_sub ..).trans e⟩⟩
  rw [e]
  exact hW' σ (S p.1) (S p.2)

/-- Opposite signs have the same law. -/
theorem mean_signs_not (V : (Fin N → Bool) → F) :
    ((signs F N).expectation.mean fun σ => V fun i => !σ i) = (signs F N).expectation.mean V :=
  (Equiv.ofInvolutive (fun (σ : Fin N → Bool) i => !σ i) fun σ =>
    funext fun i => Bool.not_not (σ i)).sum_comp fun σ => (signs F N).weight σ * V σ

/-- Two fixed samples: the mean over random exchanges of the largest difference of the errors is at
most the sum of the Rademacher complexities of the losses. -/
theorem mean_sup_exchange_le {W : (Fin N → X × Y) → (Fin N → X × Y) → F}
    (hW : ∀ s s', IsLUB (fun c => ∃ h, H h ∧ empiricalError h s' - empiricalError h s = c) (W s s'))
    {s s' : Fin N → X × Y} {r r' : F} (hr : IsRademacher (LossClass H) s r)
    (hr' : IsRademacher (LossClass H) s' r') :
    ((signs F N).expectation.mean fun σ => W (exchange σ s s') (exchange σ s' s)) ≤ r' + r := by
  obtain ⟨V, hV, rfl⟩ := hr
  obtain ⟨V', hV', rfl⟩ := hr'
  rw [← mean_signs_not V, ← Expectation.mean_add _ (isRandom _ _) (isRandom _ _)]
  refine Expectation.mean_mono _ (isRandom _ _) (isRandom _ _) fun σ =>
    (hW _ _).2 _ fun c ⟨h, hh, e⟩ => ?_
  rw [← e, empiricalError_exchange_sub]
  have a := (hV' σ).1 _ ⟨_, ⟨h, hh, rfl⟩, rfl⟩
  have b := (hV fun i => !σ i).1 _ ⟨_, ⟨h, hh, rfl⟩, rfl⟩
  refine le_trans (le_of_eq ?_) (add_le_add a b)
  rw [correlation, correlation, ← mul_add, ← Finset.sum_add_distrib]
  exact congrArg _ (Fintype.sum_congr fun i => by rw [sign_not]; ring)

theorem isRandom_empiricalError (hs : Expectation.IdenticallyDistributed E D S) {h : X → Y}
    (hh : D.IsEvent (Wrong h)) : E.IsRandom fun ω => (empiricalError h (S ω) : F) := by
  simp only [empiricalError_eq]
  exact isRandom_errorCount hs hh fun n => (n : F) / (N : F)

/-- Symmetrization (chapter 7): the mean of the largest gap, `E sup (err_D - err_S)`, is at most
twice the mean of the Rademacher complexity of the losses on the sample. Here `U` is the supremum of
the gaps, `W` that of the differences on two samples, and `R` the Rademacher complexity. -/
theorem symmetrization (hs : Expectation.IdenticallyDistributed E D S) (hg : E₂.IsGhostSample E S)
    (hH : ∀ h, H h → D.IsEvent (Wrong h)) (hN : N ≠ 0) {U : Ω → F}
    (hU : ∀ ω, IsLUB (fun c => ∃ h, H h ∧ gap D h (S ω) = c) (U ω))
    {W : (Fin N → X × Y) → (Fin N → X × Y) → F}
    (hW : ∀ s s', IsLUB (fun c => ∃ h, H h ∧ empiricalError h s' - empiricalError h s = c) (W s s'))
    {R : (Fin N → X × Y) → F} (hR : ∀ s, IsRademacher (LossClass H) s (R s))
    (measU : E.IsRandom U) (measW : E₂.IsRandom fun p => W (S p.1) (S p.2))
    (measR : E.IsRandom fun ω => R (S ω)) :
    E.mean U ≤ 2 * E.mean fun ω => R (S ω) := by
  -- the population error is the mean of the error on the second sample
  have ghost : ∀ ω, U ω ≤ E.mean fun ω' => W (S ω) (S ω') := fun ω =>
    (hU ω).2 _ fun c ⟨h, hh, e⟩ => by
      have m := isRandom_empiricalError hs (hH h hh)
      rw [← e, gap, ← mean_empiricalError hs (hH h hh) hN,
        ← E.mean_const (empiricalError h (S ω)), ← E.mean_sub m (E.isRandom_const _)]
      exact E.mean_mono (Expectation.IsRandom.sub m (E.isRandom_const _))
        (hg.isRandom_section measW ω) fun ω' => (hW _ _).1 _ ⟨h, hh, rfl⟩
  refine le_trans (E.mean_mono measU (hg.isRandom_mean measW) ghost) ?_
  rw [← hg.mean_eq measW, hg.mean_randomize (signs F N) (f := W) measW, two_mul]
  refine le_trans (E₂.mean_mono (Expectation.isRandom_mean_finite _ fun σ =>
    hg.isRandom_exchange σ (f := W) measW) (E₂.isRandom_add (hg.isRandom_snd measR)
      (hg.isRandom_fst measR)) fun p => mean_sup_exchange_le hW (hR (S p.1)) (hR (S p.2)))
    (le_of_eq ?_)
  rw [E₂.mean_add (hg.isRandom_snd measR) (hg.isRandom_fst measR), hg.mean_snd measR,
    hg.mean_fst measR]

end Ghost

/-! ## Classes that fit all labellings -/

/-- Random labels (chapter 7), the bound says nothing: if `H` realizes all labellings of the sample,
then the Rademacher complexity of its losses is `1 / 2`, and twice that is one. -/
theorem isRademacher_lossClass {H : (X → Bool) → Prop} {s : Fin N → X × Bool} (hN : N ≠ 0)
    (hH : ∀ y : Fin N → Bool, ∃ h, H h ∧ ∀ i, h (s i).1 = y i) :
    IsRademacher (F := F) (LossClass H) s (1 / 2) := by
  have n : (N : F) ≠ 0 := Nat.cast_ne_zero.2 hN
  have pos : (0 : F) ≤ 1 / N := one_div_nonneg.2 (Nat.cast_nonneg N)
  refine ⟨fun σ => 1 / N * ∑ i, cond (σ i) 0 1, fun σ => ⟨fun c ⟨l, ⟨h, _, e⟩, k⟩ => ?_,
    fun c hc => ?_⟩, ?_⟩
  · rw [← k, ← e]
    refine mul_le_mul_of_nonneg_left (Finset.sum_le_sum fun i _ => ?_) pos
    cases σ i
    · exact le_of_eq_of_le (one_mul _) (zeroOneLoss_le_one h (s i))
    · exact le_of_eq_of_le (neg_one_mul _) (neg_nonpos.2 (zeroOneLoss_nonneg h (s i)))
  · obtain ⟨h, hh, e⟩ := hH fun i => cond (σ i) (s i).2 (!(s i).2)
    refine hc _ ⟨_, ⟨h, hh, rfl⟩, congrArg _ (Fintype.sum_congr fun i => ?_)⟩
    have k := e i
    cases m : σ i with
    | true =>
      rw [m] at k
      rw [zeroOneLoss, if_neg fun x => x k, mul_zero]; rfl
    | false =>
      rw [m] at k
      have d : h (s i).1 ≠ (s i).2 := fun x => by
        rw [k] at x
        revert x
        show (!(s i).2) = (s i).2 → False
        cases (s i).2 <;> exact fun x => Bool.noConfusion x
      rw [zeroOneLoss, if_pos d, mul_one]; rfl
  · have two : ∀ V : (Fin N → Bool) → F, (∀ σ, V σ + V (fun i => !σ i) = 1) →
        1 / 2 = (signs F N).expectation.mean V := fun V hV => by
      have k := Expectation.mean_add (signs F N).expectation (X := V)
        (Y := fun σ => V fun i => !σ i) trivial trivial
      rw [mean_signs_not, Expectation.mean_congr _ hV, Expectation.mean_const] at k
      linarith
    refine two _ fun σ => ?_
    rw [← mul_add, ← Finset.sum_add_distrib, Fintype.sum_congr fun i =>
      show cond (σ i) 0 1 + cond (!σ i) 0 1 = (1 : F) by
        cases σ i
        · exact add_zero 1
        · exact zero_add 1, Finset.sum_const, mul_one, one_div]
    exact (congrArg (fun m : Nat => (N : F)⁻¹ * m) (Fintype.card_fin N)).trans (inv_mul_cancel₀ n)

/-- The Rademacher complexity of the losses of finitely many functions, as it is computed. -/
theorem isRademacher_lossClass_list (g : X → Y) (L : List (X → Y)) (s : Fin N → X × Y) :
    IsRademacher (F := F) (LossClass fun h => h ∈ g :: L) s
      (rademacher (zeroOneLoss g) (L.map zeroOneLoss) s) := by
  have e : LossClass (F := F) (fun h => h ∈ g :: L) =
      fun l => l ∈ zeroOneLoss g :: L.map zeroOneLoss :=
    funext fun l => propext (show (∃ h, h ∈ g :: L ∧ zeroOneLoss h = l) ↔
      l ∈ (g :: L).map zeroOneLoss from List.mem_map.symm)
  rw [e]
  exact isRademacher_rademacher _ _ s

/-! ## Independent draws from a finite distribution -/

theorem empiricalError_sub_le_one (h : X → Y) (s s' : Fin N → X × Y) :
    (empiricalError h s' - empiricalError h s : F) ≤ 1 := by
  have a := empiricalError_nonneg (F := F) h s
  have b : (empiricalError h s' : F) ≤ 1 := by
    rw [empiricalError_eq]
    by_cases n : N = 0
    · subst n; rw [Nat.cast_zero, div_zero]; exact zero_le_one
    · rw [div_le_one (Nat.cast_pos.2 (Nat.pos_of_ne_zero n))]
      exact Nat.cast_le.2 (errorCount_le h s')
  linarith

/-- Symmetrization (chapter 7) for independent draws from a distribution with finitely many
outcomes, the examples `z i`: `E sup (err_D - err_S) ≤ 2 E R_S`. -/
theorem symmetrization_iid {ι : Type z} [Fintype ι] (D : FiniteDistribution Real ι) (z : ι → X × Y)
    {H : (X → Y) → Prop} (hN : N ≠ 0) {U : (Fin N → ι) → Real}
    (hU : ∀ s, IsLUB (fun c => ∃ h, H h ∧ gap (D.expectation.map z) h (fun i => z (s i)) = c) (U s))
    {R : (Fin N → X × Y) → Real} (hR : ∀ s, IsRademacher (LossClass H) s (R s)) :
    (D.iid N).expectation.mean U ≤
      2 * (D.iid N).expectation.mean fun s => R fun i => z (s i) := by
  have ne : (Fin N → ι) → ∃ h, H h := fun s => Classical.byContradiction fun n =>
    absurd ((hU s).2 (U s - 1) fun c ⟨h, hh, _⟩ => absurd ⟨h, hh⟩ n)
      (not_le_of_gt (sub_lt_self _ one_pos))
  by_cases out : ∃ s : Fin N → ι, True
  · obtain ⟨s₀, -⟩ := out
    obtain ⟨W, hW⟩ := Classical.axiomOfChoice fun p : (Fin N → X × Y) × (Fin N → X × Y) =>
      Real.exists_isLUB (S := fun c => ∃ h, H h ∧ empiricalError h p.2 - empiricalError h p.1 = c)
        ((ne s₀).elim fun h hh => ⟨_, h, hh, rfl⟩)
        ⟨1, fun c ⟨h, _, e⟩ => e ▸ empiricalError_sub_le_one h p.1 p.2⟩
    have hs := (D.isSample_iid N).map z
    exact symmetrization (W := fun s s' => W (s, s')) hs.toIdenticallyDistributed
      ((D.isGhostSample_iid N).map z) (fun h _ => D.isEvent fun i => Wrong h (z i)) hN hU
      (fun s s' => hW (s, s')) hR trivial trivial trivial
  · have one := (D.iid N).sum_weight
    rw [Finset.sum_eq_zero fun s _ => absurd ⟨s, trivial⟩ out] at one
    exact absurd one zero_ne_one

end Generalization
