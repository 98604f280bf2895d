prelude
import DeepTheory.Algebra.BigOperators.Functions
import DeepTheory.Algebra.BigOperators.Inequalities
import DeepTheory.Algebra.Tactic.Linarith
/-! # Probability by expectation

A probability space is given by its expectation: a positive, normalized, linear functional on a set
of random variables that is closed under sums, products and constants (Whittle's axioms). Bounded
measurable functions with the Lebesgue integral are one example, all functions on a finite space
with weights another; nothing here knows the difference, and no measure theory is needed. An event
is a predicate whose indicator is a random variable, its probability is the mean of the indicator.

## Main definitions

* `Expectation F Ω`: random variables `Ω → F` and their means, with values in an ordered field `F`,
* `Expectation.IsEvent`, `Expectation.prob`: events and their probabilities,
* `Expectation.var`: the variance.

## Main statements

* `Expectation.prob_or_le`, `Expectation.prob_exists_le`: the union bound,
* `Expectation.markov`, `Expectation.chebyshev`: the inequalities of Markov and Chebyshev,
* `Expectation.sq_mean_le`, `Expectation.abs_mean_le`: Jensen's inequality for squares and absolute
  values.

## Notes

The functional is finitely additive: countable unions are a hypothesis where they are needed
(`Expectation.CountablySubadditive`). The value of `mean` on functions that are not random variables
means nothing, and nothing is proved about it.
-/
set_option autoImplicit false
universe u v w

/-- A probability space by its expectation (Whittle's axioms): a set of random variables with values
in an ordered field, closed under sums, products and constants, and a linear, positive, normalized
functional on it. -/
structure Expectation (F : Type u) (Ω : Type v) [LinearOrderedField F] where
  /-- the random variables -/
  IsRandom : (Ω → F) → Prop
  /-- the expected value of a random variable -/
  mean : (Ω → F) → F
  /-- constants are random variables -/
  isRandom_const : ∀ c : F, IsRandom fun _ => c
  /-- sums of random variables are random variables -/
  isRandom_add : ∀ {X Y : Ω → F}, IsRandom X → IsRandom Y → IsRandom fun ω => X ω + Y ω
  /-- products of random variables are random variables -/
  isRandom_mul : ∀ {X Y : Ω → F}, IsRandom X → IsRandom Y → IsRandom fun ω => X ω * Y ω
  /-- the mean of one is one -/
  mean_one : (mean fun _ => 1) = 1
  /-- the mean of a sum is the sum of the means -/
  mean_add : ∀ {X Y : Ω → F}, IsRandom X → IsRandom Y → (mean fun ω => X ω + Y ω) = mean X + mean Y
  /-- factors can be taken out of the mean -/
  mean_const_mul : ∀ (c : F) {X : Ω → F}, IsRandom X → (mean fun ω => c * X ω) = c * mean X
  /-- the mean of a random variable without negative values is not negative -/
  mean_nonneg : ∀ {X : Ω → F}, IsRandom X → (∀ ω, 0 ≤ X ω) → 0 ≤ mean X

namespace Expectation
variable {F : Type u} {Ω : Type v} {ι : Type w} [LinearOrderedField F] (E : Expectation F Ω)
    {X Y : Ω → F}

/-! ## Random variables -/

variable {E}

theorem IsRandom.const_mul (c : F) (hX : E.IsRandom X) : E.IsRandom fun ω => c * X ω :=
  E.isRandom_mul (E.isRandom_const c) hX
theorem IsRandom.neg (hX : E.IsRandom X) : E.IsRandom fun ω => -X ω := by
  have h := IsRandom.const_mul (-1) hX
  rwa [show (fun ω => -1 * X ω) = fun ω => -X ω from funext fun ω => by ring] at h
theorem IsRandom.sub (hX : E.IsRandom X) (hY : E.IsRandom Y) : E.IsRandom fun ω => X ω - Y ω := by
  have h := E.isRandom_add hX (IsRandom.neg hY)
  rwa [show (fun ω => X ω + -Y ω) = fun ω => X ω - Y ω from funext fun ω =>
    (sub_eq_add_neg _ _).symm] at h
theorem IsRandom.pow (hX : E.IsRandom X) (n : Nat) : E.IsRandom fun ω => X ω ^ n := by
  induction n with
  | zero => simp only [pow_zero]; exact E.isRandom_const 1
  | succ n ih => simp only [pow_succ]; exact E.isRandom_mul ih hX
theorem IsRandom.congr (hX : E.IsRandom X) (h : ∀ ω, X ω = Y ω) : E.IsRandom Y :=
  (funext h : X = Y) ▸ hX
theorem IsRandom.sum {s : Finset ι} {f : ι → Ω → F} (h : ∀ i, i ∈ s → E.IsRandom (f i)) :
    E.IsRandom fun ω => ∑ i ∈ s, f i ω := by
  letI : DecidableEq ι := fun a b => Classical.propDecidable (a = b)
  induction s using Finset.induction_on with
  | empty => exact E.isRandom_const 0
  | insert a s ha ih =>
    simp only [Finset.sum_insert ha]
    exact E.isRandom_add (h a (Finset.mem_insert_self a s)) (ih fun i hi =>
      h i (Finset.mem_insert_of_mem hi))
theorem IsRandom.prod {s : Finset ι} {f : ι → Ω → F} (h : ∀ i, i ∈ s → E.IsRandom (f i)) :
    E.IsRandom fun ω => ∏ i ∈ s, f i ω := by
  letI : DecidableEq ι := fun a b => Classical.propDecidable (a = b)
  induction s using Finset.induction_on with
  | empty => exact E.isRandom_const 1
  | insert a s ha ih =>
    simp only [Finset.prod_insert ha]
    exact E.isRandom_mul (h a (Finset.mem_insert_self a s)) (ih fun i hi =>
      h i (Finset.mem_insert_of_mem hi))

/-! ## Means -/

variable (E)

theorem mean_congr (h : ∀ ω, X ω = Y ω) : E.mean X = E.mean Y := congrArg E.mean (funext h)
@[simp] theorem mean_const (c : F) : (E.mean fun _ => c) = c := by
  rw [E.mean_congr fun _ => (mul_one c).symm, E.mean_const_mul c (E.isRandom_const 1), E.mean_one,
    mul_one]
theorem mean_neg (hX : E.IsRandom X) : (E.mean fun ω => -X ω) = -E.mean X := by
  rw [E.mean_congr fun ω => show -X ω = -1 * X ω by ring, E.mean_const_mul _ hX]; ring
theorem mean_sub (hX : E.IsRandom X) (hY : E.IsRandom Y) :
    (E.mean fun ω => X ω - Y ω) = E.mean X - E.mean Y := by
  rw [E.mean_congr fun ω => sub_eq_add_neg (X ω) (Y ω), E.mean_add hX (IsRandom.neg hY),
    E.mean_neg hY,
    ← sub_eq_add_neg]
/-- Larger random variables have larger means. -/
theorem mean_mono (hX : E.IsRandom X) (hY : E.IsRandom Y) (h : ∀ ω, X ω ≤ Y ω) :
    E.mean X ≤ E.mean Y := by
  rw [← sub_nonneg, ← E.mean_sub hY hX]
  exact E.mean_nonneg (IsRandom.sub hY hX) fun ω => sub_nonneg.2 (h ω)
/-- Linearity for finite sums. -/
theorem mean_sum {s : Finset ι} {f : ι → Ω → F} (h : ∀ i, i ∈ s → E.IsRandom (f i)) :
    (E.mean fun ω => ∑ i ∈ s, f i ω) = ∑ i ∈ s, E.mean (f i) := by
  letI : DecidableEq ι := fun a b => Classical.propDecidable (a = b)
  induction s using Finset.induction_on with
  | empty => exact E.mean_const 0
  | insert a s ha ih =>
    have hs : ∀ i, i ∈ s → E.IsRandom (f i) := fun i hi => h i (Finset.mem_insert_of_mem hi)
    rw [E.mean_congr fun ω => Finset.sum_insert ha fun i => f i ω,
      E.mean_add (h a (Finset.mem_insert_self a s)) (IsRandom.sum hs), ih hs, Finset.sum_insert ha]
/-- Jensen's inequality for the absolute value. -/
theorem abs_mean_le (hX : E.IsRandom X) (hA : E.IsRandom fun ω => |X ω|) :
    |E.mean X| ≤ E.mean fun ω => |X ω| :=
  abs_le_of_le_of_neg_le (E.mean_mono hX hA fun ω => le_abs_self (X ω))
    (by rw [← E.mean_neg hX]; exact E.mean_mono (IsRandom.neg hX) hA fun ω => neg_le_abs (X ω))

/-! ## Variance -/

/-- The variance: the mean square of the distance from the mean. -/
def var (X : Ω → F) : F := E.mean fun ω => (X ω - E.mean X) ^ 2

/-- The mean square of the distance from any number `c`. -/
theorem mean_sub_sq (hX : E.IsRandom X) (c : F) :
    (E.mean fun ω => (X ω - c) ^ 2) = (E.mean fun ω => X ω ^ 2) - 2 * c * E.mean X + c ^ 2 := by
  rw [E.mean_congr fun ω => show (X ω - c) ^ 2 = X ω ^ 2 - (2 * c * X ω - c ^ 2) by ring,
    E.mean_sub (IsRandom.pow hX 2) (IsRandom.sub (IsRandom.const_mul _ hX) (E.isRandom_const _)),
    E.mean_sub (IsRandom.const_mul _ hX) (E.isRandom_const _), E.mean_const_mul _ hX, E.mean_const]
  ring
/-- The variance is the mean square minus the square of the mean. -/
theorem var_eq (hX : E.IsRandom X) : E.var X = (E.mean fun ω => X ω ^ 2) - E.mean X ^ 2 := by
  rw [var, E.mean_sub_sq hX]; ring
theorem var_nonneg (hX : E.IsRandom X) : 0 ≤ E.var X :=
  E.mean_nonneg (IsRandom.pow (IsRandom.sub hX (E.isRandom_const _)) 2) fun _ => sq_nonneg _
/-- Jensen's inequality for the square. -/
theorem sq_mean_le (hX : E.IsRandom X) : E.mean X ^ 2 ≤ E.mean fun ω => X ω ^ 2 := by
  have h := E.var_nonneg hX
  rw [E.var_eq hX] at h
  exact sub_nonneg.1 h

/-! ## Events -/

/-- `A` is an event: its indicator is a random variable. -/
def IsEvent (A : Ω → Prop) [DecidablePred A] : Prop := E.IsRandom fun ω => if A ω then 1 else 0

/-- The probability of `A`: the mean of its indicator. -/
def prob (A : Ω → Prop) [DecidablePred A] : F := E.mean fun ω => if A ω then 1 else 0

section Indicator
variable {A B : Prop} [Decidable A] [Decidable B]

omit Ω in
theorem _root_.ite_one_zero_congr (h : A ↔ B) :
    (if A then (1 : F) else 0) = if B then 1 else 0 := by
  by_cases k : A
  · rw [if_pos k, if_pos (h.1 k)]
  · rw [if_neg k, if_neg fun x => k (h.2 x)]
omit Ω in
theorem _root_.ite_one_zero_not : (if ¬A then (1 : F) else 0) = 1 - if A then 1 else 0 := by
  by_cases h : A
  · rw [if_pos h, if_neg fun k => k h, sub_self]
  · rw [if_neg h, if_pos h, sub_zero]
omit Ω in
theorem _root_.ite_one_zero_and :
    (if A ∧ B then (1 : F) else 0) = (if A then 1 else 0) * if B then 1 else 0 := by
  by_cases h : A
  · by_cases k : B
    · rw [if_pos h, if_pos k, if_pos ⟨h, k⟩, mul_one]
    · rw [if_neg k, if_neg fun x => k x.2, mul_zero]
  · rw [if_neg h, if_neg fun x => h x.1, zero_mul]
omit Ω in
theorem _root_.ite_one_zero_nonneg : (0 : F) ≤ if A then 1 else 0 := by
  by_cases h : A
  · rw [if_pos h]; exact zero_le_one
  · rw [if_neg h]
omit Ω in
theorem _root_.ite_one_zero_le_one : (if A then (1 : F) else 0) ≤ 1 := by
  by_cases h : A
  · rw [if_pos h]
  · rw [if_neg h]; exact zero_le_one
omit Ω in
theorem _root_.ite_one_zero_mono (h : A → B) : (if A then (1 : F) else 0) ≤ if B then 1 else 0 := by
  by_cases k : A
  · rw [if_pos k, if_pos (h k)]
  · rw [if_neg k]; exact ite_one_zero_nonneg

end Indicator

section Events
variable {E} {A B : Ω → Prop} [DecidablePred A] [DecidablePred B]

theorem IsEvent.congr (hA : E.IsEvent A) (h : ∀ ω, A ω ↔ B ω) : E.IsEvent B :=
  IsRandom.congr hA fun ω => ite_one_zero_congr (h ω)
theorem isEvent_const (p : Prop) [Decidable p] : E.IsEvent fun _ => p := E.isRandom_const _
theorem IsEvent.not (hA : E.IsEvent A) : E.IsEvent fun ω => ¬A ω :=
  IsRandom.congr (IsRandom.sub (E.isRandom_const 1) hA) fun _ => ite_one_zero_not.symm
theorem IsEvent.and (hA : E.IsEvent A) (hB : E.IsEvent B) : E.IsEvent fun ω => A ω ∧ B ω :=
  IsRandom.congr (E.isRandom_mul hA hB) fun _ => ite_one_zero_and.symm
theorem IsEvent.or (hA : E.IsEvent A) (hB : E.IsEvent B) : E.IsEvent fun ω => A ω ∨ B ω :=
  (hA.not.and hB.not).not.congr fun ω => ⟨fun h => by
    by_cases a : A ω
    · exact .inl a
    · by_cases b : B ω
      · exact .inr b
      · exact absurd ⟨a, b⟩ h, fun h k => h.elim k.1 k.2⟩
theorem IsEvent.forall {s : Finset ι} {A : ι → Ω → Prop} [(i : ι) → DecidablePred (A i)]
    (h : ∀ i, i ∈ s → E.IsEvent (A i)) : E.IsEvent fun ω => ∀ i, i ∈ s → A i ω := by
  letI : DecidableEq ι := fun a b => Classical.propDecidable (a = b)
  induction s using Finset.induction_on with
  | empty => exact (isEvent_const True).congr fun ω =>
      ⟨fun _ i hi => absurd hi (Finset.notMem_empty i), fun _ => trivial⟩
  | insert a s ha ih =>
    exact (IsEvent.and (h a (Finset.mem_insert_self a s)) (ih fun i hi =>
      h i (Finset.mem_insert_of_mem hi))).congr
      fun ω => ⟨fun k i hi => (Finset.mem_insert.1 hi).elim (fun e => e ▸ k.1) (k.2 i),
        fun k => ⟨k a (Finset.mem_insert_self a s), fun i hi => k i (Finset.mem_insert_of_mem hi)⟩⟩
theorem IsEvent.exists {s : Finset ι} {A : ι → Ω → Prop} [(i : ι) → DecidablePred (A i)]
    (h : ∀ i, i ∈ s → E.IsEvent (A i)) : E.IsEvent fun ω => ∃ i, i ∈ s ∧ A i ω :=
  (IsEvent.not (IsEvent.forall fun i hi => (h i hi).not)).congr fun ω => ⟨fun k => by
    by_cases x : ∃ i, i ∈ s ∧ A i ω
    · exact x
    · exact absurd (fun i hi a => x ⟨i, hi, a⟩) k, fun ⟨i, hi, a⟩ k => k i hi a⟩

variable (E)

theorem prob_congr (h : ∀ ω, A ω ↔ B ω) : E.prob A = E.prob B :=
  E.mean_congr fun ω => ite_one_zero_congr (h ω)
theorem prob_nonneg (hA : E.IsEvent A) : 0 ≤ E.prob A :=
  E.mean_nonneg hA fun _ => ite_one_zero_nonneg
theorem prob_le_one (hA : E.IsEvent A) : E.prob A ≤ 1 := by
  rw [← E.mean_one]; exact E.mean_mono hA (E.isRandom_const 1) fun _ => ite_one_zero_le_one
theorem prob_of_forall (h : ∀ ω, A ω) : E.prob A = 1 := by
  rw [← E.mean_one]; exact E.mean_congr fun ω => if_pos (h ω)
theorem prob_of_forall_not (h : ∀ ω, ¬A ω) : E.prob A = 0 := by
  rw [prob, E.mean_congr fun ω => if_neg (h ω), E.mean_const]
theorem prob_mono (hA : E.IsEvent A) (hB : E.IsEvent B) (h : ∀ ω, A ω → B ω) :
    E.prob A ≤ E.prob B :=
  E.mean_mono hA hB fun ω => ite_one_zero_mono (h ω)
/-- The probability of the complement. -/
theorem prob_not (hA : E.IsEvent A) : (E.prob fun ω => ¬A ω) = 1 - E.prob A := by
  rw [prob, E.mean_congr fun ω => ite_one_zero_not, E.mean_sub (E.isRandom_const 1) hA, E.mean_one];
    rfl
/-- The probabilities of union and intersection add up to those of the two events. -/
theorem prob_or_add_prob_and (hA : E.IsEvent A) (hB : E.IsEvent B) :
    ((E.prob fun ω => A ω ∨ B ω) + E.prob fun ω => A ω ∧ B ω) = E.prob A + E.prob B := by
  rw [prob, prob, prob, prob, ← E.mean_add (hA.or hB) (hA.and hB), ← E.mean_add hA hB]
  refine E.mean_congr fun ω => ?_
  by_cases a : A ω <;> by_cases b : B ω
  · rw [if_pos a, if_pos b, if_pos (.inl a), if_pos ⟨a, b⟩]
  · rw [if_pos a, if_neg b, if_pos (.inl a), if_neg fun x => b x.2]
  · rw [if_neg a, if_pos b, if_pos (.inr b), if_neg fun x => a x.1, add_comm]
  · rw [if_neg a, if_neg b, if_neg fun x => x.elim a b, if_neg fun x => a x.1]
/-- The union bound for two events. -/
theorem prob_or_le (hA : E.IsEvent A) (hB : E.IsEvent B) :
    (E.prob fun ω => A ω ∨ B ω) ≤ E.prob A + E.prob B := by
  rw [← E.prob_or_add_prob_and hA hB]; exact le_add_of_nonneg_right (E.prob_nonneg (hA.and hB))
/-- The union bound. -/
theorem prob_exists_le {s : Finset ι} {A : ι → Ω → Prop} [(i : ι) → DecidablePred (A i)]
    (h : ∀ i, i ∈ s → E.IsEvent (A i)) :
    (E.prob fun ω => ∃ i, i ∈ s ∧ A i ω) ≤ ∑ i ∈ s, E.prob (A i) := by
  show _ ≤ ∑ i ∈ s, E.mean fun ω => if A i ω then 1 else 0
  rw [← E.mean_sum h]
  refine E.mean_mono (IsEvent.exists h) (IsRandom.sum h) fun ω => ?_
  by_cases k : ∃ i, i ∈ s ∧ A i ω
  · obtain ⟨i, hi, a⟩ := k
    rw [if_pos ⟨i, hi, a⟩]
    exact le_trans (by rw [if_pos a])
      (Finset.single_le_sum (f := fun i => if A i ω then (1 : F) else 0) (fun _ _ =>
        ite_one_zero_nonneg) hi)
  · rw [if_neg k]; exact Finset.sum_nonneg fun _ _ => ite_one_zero_nonneg
/-- Countable unions: whenever an event lies in the union of a sequence of events, its probability
is at most every bound of the partial sums of their probabilities. Every countably additive
probability has this property. -/
def CountablySubadditive : Prop :=
  ∀ (A : Nat → Ω → Prop) [(n : Nat) → DecidablePred (A n)] (B : Ω → Prop) [DecidablePred B] (c : F),
    (∀ n, E.IsEvent (A n)) → E.IsEvent B → (∀ ω, B ω → ∃ n, A n ω) →
      (∀ n, ∑ i < n, E.prob (A i) ≤ c) →
      E.prob B ≤ c

/-! ## The inequalities of Markov and Chebyshev -/

/-- Markov's inequality: `a · P(X ≥ a) ≤ E X` for `X ≥ 0`. -/
theorem markov (hX : E.IsRandom X) (h : ∀ ω, 0 ≤ X ω) (a : F) (hA : E.IsEvent fun ω => a ≤ X ω) :
    a * (E.prob fun ω => a ≤ X ω) ≤ E.mean X := by
  rw [prob, ← E.mean_const_mul a hA]
  refine E.mean_mono (IsRandom.const_mul a hA) hX fun ω => ?_
  by_cases k : a ≤ X ω
  · rw [if_pos k, mul_one]; exact k
  · rw [if_neg k, mul_zero]; exact h ω
/-- Markov's inequality for an event on which `X ≥ a`. -/
theorem markov_of_imp (hX : E.IsRandom X) (h : ∀ ω, 0 ≤ X ω) {a : F} (hA : E.IsEvent A)
    (k : ∀ ω, A ω → a ≤ X ω) :
    E.prob A * a ≤ E.mean X := by
  rw [mul_comm, prob, ← E.mean_const_mul a hA]
  refine E.mean_mono (IsRandom.const_mul a hA) hX fun ω => ?_
  by_cases l : A ω
  · rw [if_pos l, mul_one]; exact k ω l
  · rw [if_neg l, mul_zero]; exact h ω
/-- Chebyshev's inequality: `P(|X - E X| ≥ a) · a² ≤ Var X` for `a ≥ 0`. -/
theorem chebyshev (hX : E.IsRandom X) {a : F} (ha : 0 ≤ a)
    (hA : E.IsEvent fun ω => a ≤ |X ω - E.mean X|) :
    (E.prob fun ω => a ≤ |X ω - E.mean X|) * a ^ 2 ≤ E.var X :=
  E.markov_of_imp (IsRandom.pow (IsRandom.sub hX (E.isRandom_const _)) 2) (fun _ => sq_nonneg _) hA
    fun ω k => by
    rw [← sq_abs (X ω - E.mean X)]
    exact pow_le_pow_left₀ ha k 2

end Events
end Expectation
