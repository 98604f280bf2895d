prelude
import DeepTheory.Probability.Independence
/-! # A sample and its ghost

Two independent samples from the same distribution, and their invariance when points with the same
index are exchanged.

Book items: ghost sample and sign randomization, first part (chapter 7).

## Main definitions

* `Expectation.map`: the law of a function on a probability space,
* `Expectation.IsProduct`: means are iterated means (Fubini's theorem),
* `FiniteDistribution.prod`: the product of two finite distributions,
* `exchange σ s s'`: the points of `s`, except those of `s'` at the indices that `σ` marks,
* `Expectation.IsGhostSample`: a second, independent sample, such that the pair of samples keeps its
  law when points are exchanged.

## Main statements

* `Expectation.IsSample.mean_prod_exchange`: for two independent samples, the means of products of
  functions of single points are invariant under exchanges,
* `Expectation.IsGhostSample.isSample`: conversely, the points of a sample that has a ghost are
  independent,
* `Expectation.IsGhostSample.mean_randomize`: the exchange may be random,
* `FiniteDistribution.mean_exchange`: for finite distributions, the law of two independent samples
  is invariant under exchanges,
* `FiniteDistribution.isGhostSample_iid`: two independent samples from a finite distribution.

## Notes

For a probability measure, let `Ω` be the space of samples with the product measure, `S` the
identity, and let the random variables be the bounded measurable functions. Then both properties
hold, by Fubini's theorem and the uniqueness of product measures. On another space `Ω` an exchange
may leave the image of `S`, and the properties can fail; but what is said about the law of `S` can
be transferred to the space of samples. An `Expectation` need not be a measure, so the properties
are hypotheses of the general statements. For finite distributions they are proved here; and from
Fubini's theorem follows the invariance of all products of functions of single points, which
determine the law of a pair of samples if it is a measure.

That the points of `S` are independent is part of `IsGhostSample`, and not asked for again.
-/
set_option autoImplicit false
universe u v w z y

/-- The points of `s`, with those of `s'` in their places at the indices that `σ` marks. -/
def exchange {ι : Type u} {Z : Type v} (σ : ι → Bool) (s s' : ι → Z) (i : ι) : Z :=
  cond (σ i) (s' i) (s i)

theorem exchange_exchange {ι : Type u} {Z : Type v} (σ : ι → Bool) (s s' : ι → Z) :
    exchange σ (exchange σ s s') (exchange σ s' s) = s :=
  funext fun i => by show cond (σ i) (cond (σ i) _ _) (cond (σ i) _ _) = s i; cases σ i <;> rfl

theorem comp_exchange {ι : Type u} {Z : Type v} {Z' : Type w} (g : Z → Z') (σ : ι → Bool)
    (s s' : ι → Z) :
    (fun i => g (exchange σ s s' i)) = exchange σ (fun i => g (s i)) fun i => g (s' i) :=
  funext fun i => by unfold exchange; cases σ i <;> rfl

/-! ## Images -/

namespace Expectation

section Map
variable {F : Type u} {Ω : Type v} {Z : Type w} {Z' : Type z} [LinearOrderedField F]

/-- The image of a probability space: the law of `g`. -/
def map (D : Expectation F Z) (g : Z → Z') : Expectation F Z' where
  IsRandom X := D.IsRandom fun z => X (g z)
  mean X := D.mean fun z => X (g z)
  isRandom_const := D.isRandom_const
  isRandom_add := D.isRandom_add
  isRandom_mul := D.isRandom_mul
  mean_one := D.mean_one
  mean_add := D.mean_add
  mean_const_mul c _ := D.mean_const_mul c
  mean_nonneg hX h := D.mean_nonneg hX fun z => h (g z)

/-- The images of the points of a sample are a sample from the image. -/
theorem IsSample.map {ι : Type y} [Fintype ι] {E : Expectation F Ω} {D : Expectation F Z}
    {S : Ω → ι → Z} (h : IsSample E D S) (g : Z → Z') :
    IsSample E (D.map g) fun ω i => g (S ω i) where
  isRandom_comp i _ hX := h.isRandom_comp i hX
  mean_comp i _ hX := h.mean_comp i hX
  indep X hX := h.indep (fun i z => X i (g z)) hX

end Map
end Expectation

/-! ## Products -/

namespace Expectation
variable {F : Type u} {Ω : Type v} {Ω' : Type w} [LinearOrderedField F]

/-- `E` is the product of `E₁` and `E₂`: random variables of one coordinate are random variables,
and means are iterated means. For probability measures this is Fubini's theorem. -/
structure IsProduct (E : Expectation F (Ω × Ω')) (E₁ : Expectation F Ω) (E₂ : Expectation F Ω') :
    Prop where
  /-- random variables of the first coordinate are random variables -/
  isRandom_fst : ∀ {X : Ω → F}, E₁.IsRandom X → E.IsRandom fun p => X p.1
  /-- random variables of the second coordinate are random variables -/
  isRandom_snd : ∀ {X : Ω' → F}, E₂.IsRandom X → E.IsRandom fun p => X p.2
  /-- sections of random variables are random variables -/
  isRandom_section : ∀ {X : Ω × Ω' → F}, E.IsRandom X → ∀ ω, E₂.IsRandom fun ω' => X (ω, ω')
  /-- the means of the sections are a random variable -/
  isRandom_mean : ∀ {X : Ω × Ω' → F}, E.IsRandom X →
    E₁.IsRandom fun ω => E₂.mean fun ω' => X (ω, ω')
  /-- the mean is the mean of the means of the sections -/
  mean_eq : ∀ {X : Ω × Ω' → F}, E.IsRandom X →
    E.mean X = E₁.mean fun ω => E₂.mean fun ω' => X (ω, ω')

variable {E : Expectation F (Ω × Ω')} {E₁ : Expectation F Ω} {E₂ : Expectation F Ω'}

/-- The first marginal. -/
theorem IsProduct.mean_fst (h : E.IsProduct E₁ E₂) {X : Ω → F} (hX : E₁.IsRandom X) :
    (E.mean fun p => X p.1) = E₁.mean X := by
  rw [h.mean_eq (h.isRandom_fst hX)]; exact E₁.mean_congr fun ω => E₂.mean_const (X ω)
/-- The second marginal. -/
theorem IsProduct.mean_snd (h : E.IsProduct E₁ E₂) {X : Ω' → F} (hX : E₂.IsRandom X) :
    (E.mean fun p => X p.2) = E₂.mean X := by
  rw [h.mean_eq (h.isRandom_snd hX)]; exact E₁.mean_const (E₂.mean X)

/-- Two independent samples: the mean of a product of functions of single points. -/
theorem IsSample.mean_prod_mul_prod {ι : Type w} {Z : Type z} [Fintype ι]
    {E₂ : Expectation F (Ω × Ω)} {E : Expectation F Ω} {D : Expectation F Z} {S : Ω → ι → Z}
    (hs : IsSample E D S) (h : E₂.IsProduct E E) {X Y : ι → Z → F} (hX : ∀ i, D.IsRandom (X i))
    (hY : ∀ i, D.IsRandom (Y i)) :
    (E₂.mean fun p => (∏ i, X i (S p.1 i)) * ∏ i, Y i (S p.2 i)) =
      ∏ i, D.mean (X i) * D.mean (Y i) := by
  have r : ∀ {X : ι → Z → F}, (∀ i, D.IsRandom (X i)) →
      E.IsRandom fun ω => ∏ i, X i (S ω i) := fun hX =>
    IsRandom.prod fun i _ => hs.isRandom_comp i (hX i)
  have m : ∀ {X : ι → Z → F}, (∀ i, D.IsRandom (X i)) →
      (E.mean fun ω => ∏ i, X i (S ω i)) = ∏ i, D.mean (X i) := fun hX =>
    (hs.indep _ hX).trans (Fintype.prod_congr fun i => hs.mean_comp i (hX i))
  rw [h.mean_eq (E₂.isRandom_mul (h.isRandom_fst (r hX)) (h.isRandom_snd (r hY))),
    E.mean_congr fun ω => (E.mean_const_mul (∏ i, X i (S ω i)) (r hY)).trans (mul_comm _ _),
    E.mean_const_mul _ (r hX), m hX, m hY, mul_comm, Finset.prod_mul_distrib]

/-- Ghost sample (chapter 7), exchangeability on boxes: for two independent samples the means of
products of functions of single points do not change when points with the same index are exchanged.
So the pair and the exchanged pair have the same probabilities of all boxes. -/
theorem IsSample.mean_prod_exchange {ι : Type w} {Z : Type z} [Fintype ι]
    {E₂ : Expectation F (Ω × Ω)} {E : Expectation F Ω} {D : Expectation F Z} {S : Ω → ι → Z}
    (hs : IsSample E D S) (h : E₂.IsProduct E E) (σ : ι → Bool) {X Y : ι → Z → F}
    (hX : ∀ i, D.IsRandom (X i)) (hY : ∀ i, D.IsRandom (Y i)) :
    (E₂.mean fun p => (∏ i, X i (exchange σ (S p.1) (S p.2) i)) *
        ∏ i, Y i (exchange σ (S p.2) (S p.1) i)) =
      E₂.mean fun p => (∏ i, X i (S p.1 i)) * ∏ i, Y i (S p.2 i) := by
  rw [hs.mean_prod_mul_prod h hX hY]
  refine (E₂.mean_congr fun p => ?_).trans ((hs.mean_prod_mul_prod h
    (X := fun i => cond (σ i) (Y i) (X i)) (Y := fun i => cond (σ i) (X i) (Y i))
    (fun i => ?_) fun i => ?_).trans (Fintype.prod_congr fun i => ?_))
  · rw [← Finset.prod_mul_distrib, ← Finset.prod_mul_distrib]
    refine Fintype.prod_congr fun i => ?_
    unfold exchange
    cases σ i
    · rfl
    · exact mul_comm _ _
  · cases σ i
    · exact hX i
    · exact hY i
  · cases σ i
    · exact hY i
    · exact hX i
  · cases σ i
    · rfl
    · exact mul_comm _ _

/-- The second of two independent samples `S ω` and `S ω'` is a ghost of the first: the pair keeps
its law when points with the same index are exchanged. This makes the points of `S` independent. -/
structure IsGhostSample {ι : Type w} {Z : Type z} (E₂ : Expectation F (Ω × Ω))
    (E : Expectation F Ω) (S : Ω → ι → Z) : Prop extends IsProduct E₂ E E where
  /-- random variables of the pair of samples remain so when points are exchanged -/
  isRandom_exchange : ∀ (σ : ι → Bool) {f : (ι → Z) → (ι → Z) → F},
    (E₂.IsRandom fun p => f (S p.1) (S p.2)) →
      E₂.IsRandom fun p => f (exchange σ (S p.1) (S p.2)) (exchange σ (S p.2) (S p.1))
  /-- their means do not change -/
  mean_exchange : ∀ (σ : ι → Bool) {f : (ι → Z) → (ι → Z) → F},
    (E₂.IsRandom fun p => f (S p.1) (S p.2)) →
      (E₂.mean fun p => f (exchange σ (S p.1) (S p.2)) (exchange σ (S p.2) (S p.1))) =
        E₂.mean fun p => f (S p.1) (S p.2)

/-- A family of random points that has a ghost, and whose points have the law `D`, is a sample from
`D`: exchanging one point shows that it is independent of the others. -/
theorem IsGhostSample.isSample {ι : Type w} {Z : Type z} [Fintype ι] {E₂ : Expectation F (Ω × Ω)}
    {E : Expectation F Ω} {D : Expectation F Z} {S : Ω → ι → Z} (h : E₂.IsGhostSample E S)
    (hd : IdenticallyDistributed E D S) : IsSample E D S where
  toIdenticallyDistributed := hd
  indep X hX := by
    have key : ∀ t : Finset ι, (E.mean fun ω => ∏ i ∈ t, X i (S ω i)) =
        ∏ i ∈ t, E.mean fun ω => X i (S ω i) := fun t => by
      induction t using Finset.induction_on with
      | empty => exact E.mean_const 1
      | insert a t ha ih =>
        have ra := hd.isRandom_comp a (hX a)
        have rt : E.IsRandom fun ω => ∏ i ∈ t, X i (S ω i) :=
          IsRandom.prod fun i _ => hd.isRandom_comp i (hX i)
        have swap := h.mean_exchange (fun i => decide (i = a))
          (f := fun s _ => X a (s a) * ∏ i ∈ t, X i (s i)) (h.isRandom_fst (E.isRandom_mul ra rt))
        have ex : ∀ p : Ω × Ω, (X a (exchange (fun i => decide (i = a)) (S p.1) (S p.2) a) *
            ∏ i ∈ t, X i (exchange (fun i => decide (i = a)) (S p.1) (S p.2) i)) =
            X a (S p.2 a) * ∏ i ∈ t, X i (S p.1 i) := fun p => by
          refine congr (congrArg _ (congrArg (X a) ?_)) (Finset.prod_congr rfl fun i hi =>
            congrArg (X i) ?_)
          · show cond (decide (a = a)) _ _ = _
            rw [decide_eq_true rfl]; rfl
          · show cond (decide (i = a)) _ _ = _
            rw [decide_eq_false fun e : i = a => ha (e ▸ hi)]; rfl
        rw [E₂.mean_congr ex, h.mean_fst (E.isRandom_mul ra rt),
          h.mean_eq (E₂.isRandom_mul (h.isRandom_snd ra) (h.isRandom_fst rt)),
          E.mean_congr fun ω => (E.mean_congr fun ω' => mul_comm _ _).trans
            (E.mean_const_mul (∏ i ∈ t, X i (S ω i)) ra),
          E.mean_congr fun ω => mul_comm _ _, E.mean_const_mul _ rt, ih] at swap
        rw [Finset.prod_insert ha, swap]
        exact E.mean_congr fun ω => Finset.prod_insert ha fun i => X i (S ω i)
    exact key Finset.univ

section Randomization
variable {ι : Type w} [Fintype ι] (U : FiniteDistribution F ι) {E : Expectation F Ω}
  {f : ι → Ω → F}

/-- The mean over a finite distribution of random variables is a random variable. -/
theorem isRandom_mean_finite (h : ∀ i, E.IsRandom (f i)) :
    E.IsRandom fun ω => U.expectation.mean fun i => f i ω := by
  show E.IsRandom fun ω => ∑ i, U.weight i * f i ω
  exact IsRandom.sum fun i _ => IsRandom.const_mul (U.weight i) (h i)
/-- Means over a finite distribution and over `E` can be exchanged. -/
theorem mean_mean_comm (h : ∀ i, E.IsRandom (f i)) :
    (U.expectation.mean fun i => E.mean (f i)) =
      E.mean fun ω => U.expectation.mean fun i => f i ω := by
  show _ = E.mean fun ω => ∑ i, U.weight i * f i ω
  rw [E.mean_sum fun i _ => IsRandom.const_mul (U.weight i) (h i)]
  exact Fintype.sum_congr fun i => (E.mean_const_mul (U.weight i) (h i)).symm

end Randomization

/-- Ghost sample (chapter 7), randomization: the mean of a function of the pair of samples does not
change when points are exchanged at a random set of indices, whatever the law of that set, if it is
independent of the samples. -/
theorem IsGhostSample.mean_randomize {ι : Type w} {Z : Type z} [Fintype ι]
    {E₂ : Expectation F (Ω × Ω)} {E : Expectation F Ω} {S : Ω → ι → Z} (h : E₂.IsGhostSample E S)
    (U : FiniteDistribution F (ι → Bool)) {f : (ι → Z) → (ι → Z) → F}
    (hf : E₂.IsRandom fun p => f (S p.1) (S p.2)) :
    (E₂.mean fun p => f (S p.1) (S p.2)) = E₂.mean fun p => U.expectation.mean fun σ =>
      f (exchange σ (S p.1) (S p.2)) (exchange σ (S p.2) (S p.1)) := by
  rw [← mean_mean_comm U fun σ => h.isRandom_exchange σ hf,
    Expectation.mean_congr _ fun σ => h.mean_exchange σ hf, Expectation.mean_const]

/-- The images of the points of a ghost sample are a ghost sample. -/
theorem IsGhostSample.map {ι : Type w} {Z : Type z} {Z' : Type y}
    {E₂ : Expectation F (Ω × Ω)} {E : Expectation F Ω} {S : Ω → ι → Z} (h : E₂.IsGhostSample E S)
    (g : Z → Z') :
    E₂.IsGhostSample E fun ω i => g (S ω i) where
  toIsProduct := h.toIsProduct
  isRandom_exchange σ f hf := by
    have k := h.isRandom_exchange σ (f := fun s s' => f (fun i => g (s i)) fun i => g (s' i)) hf
    refine IsRandom.congr k fun p => ?_
    rw [comp_exchange, comp_exchange]
  mean_exchange σ f hf := by
    have k := h.mean_exchange σ (f := fun s s' => f (fun i => g (s i)) fun i => g (s' i)) hf
    refine Eq.trans (E₂.mean_congr fun p => ?_) k
    rw [comp_exchange, comp_exchange]

end Expectation

/-! ## Finite distributions -/

namespace FiniteDistribution
variable {F : Type u} {Ω : Type v} {Ω' : Type w} [LinearOrderedField F] [Fintype Ω] [Fintype Ω']

/-- The product of two finite distributions: the weights are multiplied. -/
def prod (D : FiniteDistribution F Ω) (D' : FiniteDistribution F Ω') :
    FiniteDistribution F (Ω × Ω') where
  weight p := D.weight p.1 * D'.weight p.2
  weight_nonneg p := mul_nonneg (D.weight_nonneg p.1) (D'.weight_nonneg p.2)
  sum_weight := by
    rw [Fintype.sum_prod_type, ← Finset.sum_mul_sum, D.sum_weight, D'.sum_weight, one_mul]

theorem isProduct_prod (D : FiniteDistribution F Ω) (D' : FiniteDistribution F Ω') :
    (D.prod D').expectation.IsProduct D.expectation D'.expectation where
  isRandom_fst _ := trivial
  isRandom_snd _ := trivial
  isRandom_section _ _ := trivial
  isRandom_mean _ := trivial
  mean_eq {X} _ := by
    rw [mean_eq, Fintype.sum_prod_type]
    refine Fintype.sum_congr fun ω => ?_
    show _ = D.weight ω * ∑ ω', D'.weight ω' * X (ω, ω')
    rw [Finset.mul_sum]
    exact Fintype.sum_congr fun ω' => mul_assoc _ _ _

/-- Ghost sample (chapter 7), exchangeability: the law of two independent samples from a finite
distribution does not change when the points `z_i` and `z_i'` are exchanged for any set of indices
`i`. -/
theorem mean_exchange (D : FiniteDistribution F Ω) {N : Nat} (σ : Fin N → Bool)
    (f : (Fin N → Ω) → (Fin N → Ω) → F) :
    (((D.iid N).prod (D.iid N)).expectation.mean fun p =>
        f (exchange σ p.1 p.2) (exchange σ p.2 p.1)) =
      ((D.iid N).prod (D.iid N)).expectation.mean fun p => f p.1 p.2 := by
  rw [mean_eq, mean_eq]
  refine Finset.sum_nbij' (fun p => (exchange σ p.1 p.2, exchange σ p.2 p.1))
    (fun p => (exchange σ p.1 p.2, exchange σ p.2 p.1)) (fun _ _ => Finset.mem_univ _)
    (fun _ _ => Finset.mem_univ _) (fun p _ => Prod.ext (exchange_exchange σ p.1 p.2)
      (exchange_exchange σ p.2 p.1)) (fun p _ => Prod.ext (exchange_exchange σ p.1 p.2)
      (exchange_exchange σ p.2 p.1)) fun p _ => congrArg (· * _) ?_
  show (∏ i, D.weight (p.1 i)) * (∏ i, D.weight (p.2 i)) =
    (∏ i, D.weight (exchange σ p.1 p.2 i)) * ∏ i, D.weight (exchange σ p.2 p.1 i)
  rw [← Finset.prod_mul_distrib, ← Finset.prod_mul_distrib]
  refine Fintype.prod_congr fun i => ?_
  show _ = D.weight (cond (σ i) (p.2 i) (p.1 i)) * D.weight (cond (σ i) (p.1 i) (p.2 i))
  cases σ i
  · rfl
  · exact mul_comm _ _

/-- Two independent samples from a finite distribution: the second is a ghost of the first. -/
theorem isGhostSample_iid (D : FiniteDistribution F Ω) (N : Nat) :
    Expectation.IsGhostSample ((D.iid N).prod (D.iid N)).expectation (D.iid N).expectation
      fun s => s where
  toIsProduct := isProduct_prod _ _
  isRandom_exchange _ _ _ := trivial
  mean_exchange σ _ _ := mean_exchange D σ _

end FiniteDistribution
