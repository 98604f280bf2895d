prelude
import DeepTheory.Probability.Finite
/-! # Independence and samples

Events are independent when the probabilities of all their finite intersections multiply. A sample
is a family of random points with the same distribution for which the mean of a product of functions
of different points is the product of the means.

## Main definitions

* `Expectation.IndepEvents`, `Expectation.PairwiseIndepEvents`: independent events,
* `Expectation.IdenticallyDistributed`, `Expectation.IndepPoints`, `Expectation.IsSample`: samples.

## Main statements

* `FiniteDistribution.isSample_iid`: the coordinates of a product distribution are a sample,
* `Expectation.IsSample.indepEvents`: an event, asked of each point of a sample, gives independent
  events,
* `Expectation.IndepEvents.mean_prod`: products of functions of independent events,
* `Expectation.IndepEvents.mean_comp`: any function of finitely many independent events has the mean
  that it has for independent bits.
-/
set_option autoImplicit false
universe u v w z

namespace Expectation
variable {F : Type u} {Ω : Type v} {ι : Type w} {Z : Type z} [LinearOrderedField F]

/-! ## Events -/

section Events
variable (E : Expectation F Ω) (A : ι → Ω → Prop) [(i : ι) → DecidablePred (A i)]

/-- Events are independent: for every finite set of them, the probability that all happen is the
product of their probabilities. -/
def IndepEvents : Prop :=
  ∀ s : Finset ι, (E.prob fun ω => ∀ i, i ∈ s → A i ω) = ∏ i ∈ s, E.prob (A i)

/-- Any two of the events are independent. -/
def PairwiseIndepEvents : Prop :=
  ∀ i j, i ≠ j → (E.prob fun ω => A i ω ∧ A j ω) = E.prob (A i) * E.prob (A j)

variable {E A}

/-- Independent events are pairwise independent. -/
theorem IndepEvents.pairwise (h : E.IndepEvents A) : E.PairwiseIndepEvents A := fun i j hij => by
  letI : DecidableEq ι := fun a b => Classical.propDecidable (a = b)
  have hi : ¬i ∈ ({j} : Finset ι) := fun k => hij (Finset.mem_singleton.1 k)
  have k := h (insert i {j})
  rw [Finset.prod_insert hi, Finset.prod_singleton] at k
  rw [← k]
  exact E.prob_congr fun ω =>
    ⟨fun a x hx => (Finset.mem_insert.1 hx).elim (fun e => e ▸ a.1) fun hx =>
      Finset.mem_singleton.1 hx ▸ a.2,
    fun a => ⟨a i (Finset.mem_insert_self _ _),
      a j (Finset.mem_insert_of_mem (Finset.mem_singleton.2 rfl))⟩⟩

theorem ite_forall_eq_prod (s : Finset ι) (P : ι → Prop) [DecidablePred P] :
    (if ∀ i, i ∈ s → P i then (1 : F) else 0) = ∏ i ∈ s, if P i then 1 else 0 := by
  by_cases h : ∀ i, i ∈ s → P i
  · rw [if_pos h, Finset.prod_eq_one fun i hi => if_pos (h i hi)]
  · rw [if_neg h]
    by_cases k : ∃ i, i ∈ s ∧ ¬P i
    · obtain ⟨i, hi, n⟩ := k
      exact (Finset.prod_eq_zero hi (if_neg n)).symm
    · refine absurd (fun i hi => ?_) h
      by_cases p : P i
      · exact p
      · exact absurd ⟨i, hi, p⟩ k

variable [Fintype ι]

/-- A function of finitely many truth values as a polynomial in their indicators. -/
theorem comp_eq_sum (f : (ι → Bool) → F) (P : ι → Prop) [DecidablePred P] :
    (f fun i => decide (P i)) =
      ∑ b : ι → Bool, f b * ∏ i, (cond (b i) 0 1 + cond (b i) 1 (-1) * if P i then 1 else 0) := by
  rw [Fintype.sum_eq_single fun i => decide (P i)]
  · rw [Finset.prod_eq_one, mul_one]
    intro i _
    show cond (decide (P i)) 0 1 + cond (decide (P i)) 1 (-1) * (if P i then 1 else 0) = (1 : F)
    by_cases h : P i
    · rw [decide_eq_true h, if_pos h]; show (0 : F) + 1 * 1 = 1; ring
    · rw [decide_eq_false h, if_neg h]; show (1 : F) + -1 * 0 = 1; ring
  · intro b hb
    by_cases h : ∃ i, b i ≠ decide (P i)
    · obtain ⟨i, hi⟩ := h
      rw [Finset.prod_eq_zero (Finset.mem_univ i), mul_zero]
      by_cases h : P i
      · rw [decide_eq_true h] at hi
        rw [if_pos h]
        cases k : b i with
        | true => exact absurd k hi
        | false => show (1 : F) + -1 * 1 = 0; ring
      · rw [decide_eq_false h] at hi
        rw [if_neg h]
        cases k : b i with
        | true => show (0 : F) + 1 * 0 = 0; ring
        | false => exact absurd k hi
    · refine absurd (funext fun i => ?_) hb
      by_cases k : b i = decide (P i)
      · exact k
      · exact absurd ⟨i, k⟩ h

/-- Every function of finitely many events is a random variable. -/
theorem isRandom_comp (hA : ∀ i, E.IsEvent (A i)) (f : (ι → Bool) → F) :
    E.IsRandom fun ω => f fun i => decide (A i ω) :=
  IsRandom.congr (IsRandom.sum fun b _ => IsRandom.const_mul (f b) (IsRandom.prod fun i _ =>
    E.isRandom_add (E.isRandom_const (cond (b i) 0 1))
      (IsRandom.const_mul (cond (b i) 1 (-1)) (hA i))))
    fun ω => (comp_eq_sum f fun i => A i ω).symm

/-- Every condition on finitely many events is an event. -/
theorem isEvent_comp (hA : ∀ i, E.IsEvent (A i)) (Q : (ι → Bool) → Prop) [DecidablePred Q] :
    E.IsEvent fun ω => Q fun i => decide (A i ω) := isRandom_comp hA fun b => if Q b then 1 else 0

/-- Products of functions of independent events, where the function of event `i` is `a i` without
and `a i + b i` with the event. -/
theorem IndepEvents.mean_prod (h : E.IndepEvents A) (hA : ∀ i, E.IsEvent (A i)) (a b : ι → F) :
    (E.mean fun ω => ∏ i, (a i + b i * if A i ω then 1 else 0)) =
    ∏ i, (a i + b i * E.prob (A i)) := by
  have expand : ∀ x : ι → F, ∏ i, (a i + b i * x i) =
      ∑ c : ι → Bool, (∏ i, cond (c i) (b i) (a i)) * ∏ i ∈ Finset.univ.filter (
        fun i => c i = true), x i := fun x => by
    rw [show (∏ i, (a i + b i * x i)) = ∏ i, ∑ c : Bool, cond c (b i * x i) (a i) from
      Fintype.prod_congr fun i => by rw [Fintype.sum_bool]; exact add_comm _ _,
        Finset.prod_univ_sum]
    refine Fintype.sum_congr fun c => ?_
    rw [Finset.prod_filter, ← Finset.prod_mul_distrib]
    refine Fintype.prod_congr fun i => ?_
    cases c i
    · rw [if_neg Bool.noConfusion]; exact (mul_one _).symm
    · rw [if_pos rfl]; rfl
  rw [expand, E.mean_congr fun ω => expand _]
  have meas : ∀ c : ι → Bool, E.IsRandom fun ω =>
      ∏ i ∈ Finset.univ.filter (fun i => c i = true), (if A i ω then (1 : F) else 0) :=
    fun c => IsRandom.prod fun i _ => hA i
  rw [E.mean_sum fun c _ => IsRandom.const_mul _ (meas c)]
  refine Fintype.sum_congr fun c => ?_
  rw [E.mean_const_mul _ (meas c), ← h]
  exact congrArg _ (E.mean_congr fun ω => (ite_forall_eq_prod _ fun i => A i ω).symm)

/-- Any function of finitely many independent events has the mean that it has for independent bits
with the same probabilities. -/
theorem IndepEvents.mean_comp (h : E.IndepEvents A) (hA : ∀ i, E.IsEvent (A i))
    (f : (ι → Bool) → F) :
    (E.mean fun ω => f fun i => decide (A i ω)) =
      ∑ b : ι → Bool, (∏ i, cond (b i) (E.prob (A i)) (1 - E.prob (A i))) * f b := by
  have meas : ∀ b : ι → Bool, E.IsRandom fun ω =>
      ∏ i, (cond (b i) 0 1 + cond (b i) 1 (-1) * if A i ω then (1 : F) else 0) := fun b =>
    IsRandom.prod fun i _ => E.isRandom_add (E.isRandom_const _) (IsRandom.const_mul _ (hA i))
  rw [E.mean_congr fun ω => comp_eq_sum f fun i => A i ω, E.mean_sum fun b _ =>
    IsRandom.const_mul _ (meas b)]
  refine Fintype.sum_congr fun b => ?_
  rw [E.mean_const_mul _ (meas b), h.mean_prod hA, mul_comm]
  refine congrArg (· * f b) (Fintype.prod_congr fun i => ?_)
  cases b i
  · show 1 + -1 * E.prob (A i) = 1 - E.prob (A i); ring
  · show 0 + 1 * E.prob (A i) = E.prob (A i); ring

end Events

/-! ## Samples -/

section Samples
variable (E : Expectation F Ω) (D : Expectation F Z) (S : Ω → ι → Z)

/-- Every point of the random family `S` has the distribution `D`. -/
structure IdenticallyDistributed : Prop where
  /-- random variables of a point are random variables -/
  isRandom_comp : ∀ (i : ι) {X : Z → F}, D.IsRandom X → E.IsRandom fun ω => X (S ω i)
  /-- random variables of a point have the mean that they have under `D` -/
  mean_comp : ∀ (i : ι) {X : Z → F}, D.IsRandom X → (E.mean fun ω => X (S ω i)) = D.mean X

/-- The points of the random family `S` are independent: the mean of a product of functions of
different points is the product of the means. -/
def IndepPoints [Fintype ι] : Prop := ∀ X : ι → Z → F, (∀ i, D.IsRandom (X i)) →
  (E.mean fun ω => ∏ i, X i (S ω i)) = ∏ i, E.mean fun ω => X i (S ω i)

/-- `S` is a sample from `D`: its points are drawn independently, each from `D`. -/
structure IsSample [Fintype ι] : Prop extends IdenticallyDistributed E D S where
  /-- the points are independent -/
  indep : IndepPoints E D S

variable {E D S}

theorem IdenticallyDistributed.isEvent (h : IdenticallyDistributed E D S) {A : Z → Prop}
    [DecidablePred A]
    (hA : D.IsEvent A) (i : ι) : E.IsEvent fun ω => A (S ω i) := h.isRandom_comp i hA
theorem IdenticallyDistributed.prob (h : IdenticallyDistributed E D S) {A : Z → Prop}
    [DecidablePred A]
    (hA : D.IsEvent A) (i : ι) : (E.prob fun ω => A (S ω i)) = D.prob A := h.mean_comp i hA

/-- The events that the points of a sample satisfy given conditions are independent. -/
theorem IsSample.indepEvents [Fintype ι] (h : IsSample E D S) {A : ι → Z → Prop}
    [(i : ι) → DecidablePred (A i)]
    (hA : ∀ i, D.IsEvent (A i)) : E.IndepEvents fun i ω => A i (S ω i) := fun s => by
  have k := h.indep (fun i x => if i ∈ s then if A i x then 1 else 0 else 1) fun i => by
    by_cases hi : i ∈ s
    · simp only [if_pos hi]; exact hA i
    · simp only [if_neg hi]; exact D.isRandom_const 1
  have split : ∀ g : ι → F, (∏ i, if i ∈ s then g i else 1) = ∏ i ∈ s, g i := fun g => by
    rw [← Finset.prod_filter]
    exact Finset.prod_congr (Finset.ext fun i => Finset.mem_filter.trans
      ⟨fun x => x.2, fun x => ⟨Finset.mem_univ i, x⟩⟩) fun _ _ => rfl
  rw [Expectation.prob, E.mean_congr fun ω => ite_forall_eq_prod s fun i => A i (S ω i),
    E.mean_congr fun ω => (split fun i => if A i (S ω i) then 1 else 0).symm, k, ← split]
  refine Fintype.prod_congr fun i => ?_
  by_cases hi : i ∈ s
  · simp only [if_pos hi]; rfl
  · simp only [if_neg hi]; exact E.mean_const 1

end Samples

end Expectation

namespace FiniteDistribution
variable {F : Type u} {Z : Type v} [LinearOrderedField F] [Fintype Z]

/-- The coordinates of the product distribution are a sample. -/
theorem isSample_iid (D : FiniteDistribution F Z) (N : Nat) :
    Expectation.IsSample (D.iid N).expectation D.expectation fun z => z where
  isRandom_comp _ _ _ := trivial
  mean_comp i X _ := pi_mean_apply (fun _ => D) i X
  indep X _ := by
    rw [show (∏ i, (D.iid N).expectation.mean fun z => X i (z i)) =
      ∏ i, D.expectation.mean (X i) from
      Fintype.prod_congr fun i => pi_mean_apply (fun _ => D) i (X i)]
    exact pi_mean_prod (fun _ => D) X

end FiniteDistribution
