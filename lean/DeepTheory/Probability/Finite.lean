prelude
import DeepTheory.Probability.Expectation
/-! # Finite probability spaces

Weights on a finite type, nonnegative and with sum one, make every function a random variable. Means
and probabilities are then finite sums, which the kernel computes over the rational numbers.

## Main definitions

* `FiniteDistribution F Ω`: weights; `FiniteDistribution.expectation`: its expectation,
* `FiniteDistribution.uniform`, `FiniteDistribution.point`, `FiniteDistribution.bernoulli`,
* `FiniteDistribution.pi`: the product of finite distributions, `FiniteDistribution.iid`: `N`
  independent draws.

## Main statements

* `FiniteDistribution.pi_mean_prod`: in a product the mean of a product of functions of different
  coordinates is the product of their means; `FiniteDistribution.pi_mean_apply`: the marginals,
* `FiniteDistribution.countablySubadditive`: a finite distribution is countably subadditive,
* `FiniteDistribution.prob_le_length_mul`: the union bound for a list of events.
-/
set_option autoImplicit false
universe u v w

/-- A probability distribution on a finite type: nonnegative weights with sum one. -/
structure FiniteDistribution (F : Type u) (Ω : Type v) [LinearOrderedField F] [Fintype Ω] where
  /-- the probability of a single outcome -/
  weight : Ω → F
  /-- weights are not negative -/
  weight_nonneg : ∀ ω, 0 ≤ weight ω
  /-- the weights add up to one -/
  sum_weight : ∑ ω, weight ω = 1

namespace FiniteDistribution
variable {F : Type u} {Ω : Type v} [LinearOrderedField F] [Fintype Ω]

/-- The expectation of a finite distribution: `E X = ∑ ω, weight ω * X ω`, for every function `X`.
-/
def expectation (D : FiniteDistribution F Ω) : Expectation F Ω where
  IsRandom _ := True
  mean X := ∑ ω, D.weight ω * X ω
  isRandom_const _ := trivial
  isRandom_add _ _ := trivial
  isRandom_mul _ _ := trivial
  mean_one := by simp only [mul_one]; exact D.sum_weight
  mean_add _ _ := by simp only [mul_add]; exact Finset.sum_add_distrib _ _ _
  mean_const_mul c X _ := by
    rw [Finset.mul_sum]; exact Fintype.sum_congr fun ω => mul_left_comm (D.weight ω) c (X ω)
  mean_nonneg _ h := Finset.sum_nonneg fun ω _ => mul_nonneg (D.weight_nonneg ω) (h ω)

variable (D : FiniteDistribution F Ω)

theorem mean_eq (X : Ω → F) : D.expectation.mean X = ∑ ω, D.weight ω * X ω := rfl
/-- Every function is a random variable. -/
theorem isRandom (X : Ω → F) : D.expectation.IsRandom X := trivial
/-- Every predicate is an event. -/
theorem isEvent (A : Ω → Prop) [DecidablePred A] : D.expectation.IsEvent A := trivial
/-- The probability of an event is the sum of the weights of its outcomes. -/
theorem prob_eq (A : Ω → Prop) [DecidablePred A] :
    D.expectation.prob A = ∑ ω ∈ Finset.univ.filter A, D.weight ω := by
  rw [Finset.sum_filter]
  refine Fintype.sum_congr fun ω => ?_
  show D.weight ω * (if A ω then 1 else 0) = if A ω then D.weight ω else 0
  by_cases h : A ω
  · rw [if_pos h, if_pos h, mul_one]
  · rw [if_neg h, if_neg h, mul_zero]

/-- A finite distribution is countably subadditive. -/
theorem countablySubadditive : D.expectation.CountablySubadditive :=
  fun A _ B _ c _ _ cover bound => by
  have h : ∀ s : Finset Ω, ∃ M : Nat, ∀ ω, ω ∈ s → B ω → ∃ n, n ∈ Finset.range M ∧ A n ω := by
    intro s
    induction s using Finset.induction_on with
    | empty => exact ⟨0, fun ω h => absurd h (Finset.notMem_empty ω)⟩
    | insert a s _ ih =>
      obtain ⟨M, hM⟩ := ih
      by_cases b : B a
      · obtain ⟨n, hn⟩ := cover a b
        refine ⟨max M (n + 1), fun ω h k => ?_⟩
        rcases Finset.mem_insert.1 h with e | h
        · subst e
          exact ⟨n, Finset.mem_range.2
            (Nat.lt_of_lt_of_le (Nat.lt_succ_self n) (le_max_right M (n + 1))), hn⟩
        · obtain ⟨m, hm, x⟩ := hM ω h k
          exact ⟨m, Finset.mem_range.2
            (Nat.lt_of_lt_of_le (Finset.mem_range.1 hm) (le_max_left M (n + 1))), x⟩
      · refine ⟨M, fun ω h k => ?_⟩
        rcases Finset.mem_insert.1 h with e | h
        · exact absurd (e ▸ k) b
        · exact hM ω h k
  obtain ⟨M, hM⟩ := h Finset.univ
  exact le_trans (D.expectation.prob_mono (D.isEvent B) (D.isEvent _) fun ω k =>
    hM ω (Finset.mem_univ ω) k)
    (le_trans (D.expectation.prob_exists_le fun i _ => D.isEvent (A i)) (bound M))

/-- The union bound for a list of events that have probability at most `c`. -/
theorem prob_le_length_mul {α : Type w} {L : List α} {c : F} {A : α → Ω → Prop}
    [(a : α) → DecidablePred (A a)] {B : Ω → Prop} [DecidablePred B]
    (cover : ∀ ω, B ω → ∃ a, a ∈ L ∧ A a ω) (h : ∀ a, a ∈ L → D.expectation.prob (A a) ≤ c) :
    D.expectation.prob B ≤ L.length * c := by
  induction L generalizing B with
  | nil =>
    rw [Expectation.prob_of_forall_not _ fun ω k => (cover ω k).elim fun a k =>
      List.not_mem_nil k.1]
    exact le_of_eq (by rw [List.length_nil, Nat.cast_zero, zero_mul])
  | cons a L ih =>
    letI : DecidablePred fun ω => ∃ b, b ∈ L ∧ A b ω := fun ω => Classical.propDecidable _
    rw [List.length_cons, Nat.cast_succ, add_mul, one_mul, add_comm]
    refine le_trans (D.expectation.prob_mono (B := fun ω => A a ω ∨ ∃ b, b ∈ L ∧ A b ω)
      (D.isEvent _) (D.isEvent _) fun ω k => ?_)
      (le_trans (D.expectation.prob_or_le (D.isEvent _) (D.isEvent _)) (add_le_add
        (h a List.mem_cons_self) (ih (fun _ => id) fun b hb => h b (List.mem_cons_of_mem a hb))))
    obtain ⟨b, hb, k⟩ := cover ω k
    rcases List.mem_cons.1 hb with e | hb
    · exact .inl (e ▸ k)
    · exact .inr ⟨b, hb, k⟩

/-! ## Examples -/

/-- All outcomes are equally likely. -/
def uniform (F : Type u) (Ω : Type v) [LinearOrderedField F] [Fintype Ω] [h : Nonempty Ω] :
    FiniteDistribution F Ω where
  weight _ := 1 / (Fintype.card Ω : F)
  weight_nonneg _ := div_nonneg zero_le_one (Nat.cast_nonneg _)
  sum_weight := by
    rw [Finset.sum_const, mul_one_div]
    exact div_self (Nat.cast_ne_zero.2 (Nat.ne_of_gt (Fintype.card_pos_iff.2 h)))

/-- When all outcomes are equally likely, probabilities are counted. -/
theorem prob_uniform [h : Nonempty Ω] (A : Ω → Prop) [DecidablePred A] :
    (uniform F Ω).expectation.prob A =
      ((Finset.univ.filter A).card : F) / (Fintype.card Ω : F) := by
  rw [prob_eq]
  exact (Finset.sum_const _ _).trans (mul_one_div _ _)

/-- The outcome is `a`. -/
def point (F : Type u) [LinearOrderedField F] (a : Ω) : FiniteDistribution F Ω where
  weight ω := if a = ω then 1 else 0
  weight_nonneg _ := ite_one_zero_nonneg
  sum_weight := Fintype.sum_ite_eq a fun _ => 1

/-- A truth value that is true with probability `p`. -/
def bernoulli (p : F) (h₀ : 0 ≤ p) (h₁ : p ≤ 1) : FiniteDistribution F Bool where
  weight b := cond b p (1 - p)
  weight_nonneg b := match b with
    | true => h₀
    | false => sub_nonneg.2 h₁
  sum_weight := by rw [Fintype.sum_bool]; exact add_sub_cancel p 1

/-! ## Products -/

section Pi
variable {ι : Type w} [Fintype ι] {Z : ι → Type v} [(i : ι) → Fintype (Z i)]

/-- The product distribution: the weights of the coordinates are multiplied. -/
def pi (D : (i : ι) → FiniteDistribution F (Z i)) : FiniteDistribution F ((i : ι) → Z i) where
  weight z := ∏ i, (D i).weight (z i)
  weight_nonneg z := Finset.prod_nonneg fun i _ => (D i).weight_nonneg (z i)
  sum_weight := Finset.sum_prod_weights fun i => (D i).sum_weight

/-- Independence in a product: the mean of a product of functions of different coordinates is the
product of their means. -/
theorem pi_mean_prod (D : (i : ι) → FiniteDistribution F (Z i)) (X : (i : ι) → Z i → F) :
    ((pi D).expectation.mean fun z => ∏ i, X i (z i)) = ∏ i, (D i).expectation.mean (X i) :=
  Finset.sum_prod_mul_prod (fun i b => (D i).weight b) X

/-- The marginals of a product are its factors. -/
theorem pi_mean_apply (D : (i : ι) → FiniteDistribution F (Z i)) (i : ι) (X : Z i → F) :
    ((pi D).expectation.mean fun z => X (z i)) = (D i).expectation.mean X :=
  Finset.sum_prod_mul_apply (fun i => (D i).sum_weight) i X

end Pi

/-- `N` independent draws from `D`. -/
def iid (N : Nat) : FiniteDistribution F (Fin N → Ω) := pi fun _ => D

end FiniteDistribution
