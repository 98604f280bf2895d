prelude
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Probability.Chernoff
/-! # What the inequalities of probability need

For each hypothesis of the bounds of Markov, Chernoff and Chebyshev a small space over the rational
numbers on which the bound fails without it, and spaces on which the hypotheses hold.

## Main statements

`Expectation.markov_needs_nonneg`, `Expectation.IndepEvents.chernoff_upper_needs_one_le`,
`Expectation.IndepEvents.chernoff_upper_needs_indep` (pairwise independence is not enough),
`Expectation.IndepEvents.chernoff_lower_needs_le_one`,
`Expectation.PairwiseIndepEvents.chebyshev_count_needs_indep`, and
`Expectation.indepEvents_witness`.
-/
set_option autoImplicit false

namespace Expectation
open FiniteDistribution

/-- One fair coin. -/
abbrev coin : Expectation Rat Bool := (uniform Rat Bool (h := ⟨true⟩)).expectation

/-- Two fair coins. -/
abbrev twoCoins : Expectation Rat (Bool × Bool) :=
    (uniform Rat (Bool × Bool) (h := ⟨true, true⟩)).expectation

/-- Markov's inequality fails for a random variable with negative values: a fair bet of one. -/
theorem markov_needs_nonneg : ∃ (E : Expectation Rat Bool) (X : Bool → Rat) (a : Rat),
    E.IsRandom X ∧
    (E.IsEvent fun ω => a ≤ X ω) ∧ ¬a * (E.prob fun ω => a ≤ X ω) ≤ E.mean X :=
  ⟨coin, fun b => cond b 1 (-1), 1, trivial, trivial, by decide +kernel⟩

/-- The hypotheses of Chernoff's and Chebyshev's bounds can hold: the values of independent coins of
any probability. -/
theorem indepEvents_witness (N : Nat) (p : Rat) (h₀ : 0 ≤ p) (h₁ : p ≤ 1) :
    ∃ (E : Expectation Rat (Fin N → Bool)) (A : Fin N → (Fin N → Bool) → Bool),
      (∀ i, E.IsEvent fun ω => A i ω = true) ∧ (E.IndepEvents fun i ω => A i ω = true) ∧
        ∀ i, (E.prob fun ω => A i ω = true) = p := by
  have s := isSample_iid (bernoulli p h₀ h₁) N
  refine ⟨((bernoulli p h₀ h₁).iid N).expectation, fun i ω => ω i, fun _ => trivial,
    s.indepEvents (A := fun _ b => b = true) fun _ => trivial, fun i => ?_⟩
  refine (s.prob (A := fun b => b = true) trivial i).trans ?_
  show (∑ b : Bool, cond b p (1 - p) * (if b = true then 1 else 0)) = p
  rw [Fintype.sum_bool, if_pos rfl, if_neg Bool.noConfusion, mul_one, mul_zero, add_zero]; rfl

/-- Chernoff's bound for the upper tail fails for `t < 1`: one coin and `k = 0`. -/
theorem IndepEvents.chernoff_upper_needs_one_le : ∃ (p t : Rat) (k : Nat), 0 ≤ t ∧
    (∃ (E : Expectation Rat (Fin 1 → Bool)) (A : Fin 1 → (Fin 1 → Bool) → Bool),
    (∀ i, E.IsEvent fun ω => A i ω = true) ∧
      (E.IndepEvents fun i ω => A i ω = true) ∧ (∀ i, (E.prob fun ω => A i ω = true) ≤ p) ∧
        ¬(E.prob fun ω => k ≤ count (fun i ω => A i ω = true) ω) * t ^ k ≤ (1 + (t - 1) * p) ^ 1) :=
  ⟨1 / 2, 1 / 2, 0, by decide +kernel, ((uniform Rat Bool (h := ⟨true⟩)).iid 1).expectation,
    fun i ω => ω i,
    fun _ => trivial, (isSample_iid (uniform Rat Bool (h := ⟨true⟩)) 1).indepEvents (A := fun _ b =>
      b = true)
      fun _ => trivial, by decide +kernel, by decide +kernel⟩

/-- Chernoff's bound for the lower tail fails for `t > 1`: one coin and `k = 1`. -/
theorem IndepEvents.chernoff_lower_needs_le_one : ∃ (p t : Rat) (k : Nat), 0 ≤ t ∧
    (∃ (E : Expectation Rat (Fin 1 → Bool)) (A : Fin 1 → (Fin 1 → Bool) → Bool),
    (∀ i, E.IsEvent fun ω => A i ω = true) ∧
      (E.IndepEvents fun i ω => A i ω = true) ∧ (∀ i, p ≤ E.prob fun ω => A i ω = true) ∧
        ¬(E.prob fun ω => count (fun i ω => A i ω = true) ω ≤ k) * t ^ k ≤ (1 - (1 - t) * p) ^ 1) :=
  ⟨1 / 2, 2, 1, by decide +kernel, ((uniform Rat Bool (h := ⟨true⟩)).iid 1).expectation, fun i ω =>
    ω i,
    fun _ => trivial, (isSample_iid (uniform Rat Bool (h := ⟨true⟩)) 1).indepEvents (A := fun _ b =>
      b = true)
      fun _ => trivial, by decide +kernel, by decide +kernel⟩

/-- Chernoff's bound needs full independence: two coins and whether they agree are pairwise
independent, and all three happen with probability `1 / 4` instead of `1 / 8`. -/
theorem IndepEvents.chernoff_upper_needs_indep : ∃ (E : Expectation Rat (Bool × Bool))
    (A : Fin 3 → Bool × Bool → Bool) (p t : Rat) (k : Nat), (∀ i, E.IsEvent fun ω => A i ω = true) ∧
      (E.PairwiseIndepEvents fun i ω => A i ω = true) ∧ (∀ i, (E.prob fun ω => A i ω = true) ≤ p) ∧
      1 ≤ t ∧
        ¬(E.prob fun ω => k ≤ count (fun i ω => A i ω = true) ω) * t ^ k ≤
        (1 + (t - 1) * p) ^ 3 := by
  refine ⟨twoCoins, fun i ω => if i = 0 then ω.1 else if i = 1 then ω.2 else ω.1 == ω.2, 1 / 2, 4,
    3,
    fun _ => trivial, fun i j => ?_, by decide +kernel, by decide +kernel, by decide +kernel⟩
  revert i j
  decide +kernel

/-- Chebyshev's bound for the number of events needs pairwise independence: one coin asked twice. -/
theorem PairwiseIndepEvents.chebyshev_count_needs_indep :
    ∃ (E : Expectation Rat Bool) (A : Fin 2 → Bool → Bool)
    (a : Rat), (∀ i, E.IsEvent fun ω => A i ω = true) ∧ 0 ≤ a ∧
      ¬(E.prob fun ω => a ≤ |(count (fun i ω => A i ω = true) ω : Rat) -
        ∑ i, E.prob fun ω => A i ω = true|) * a ^ 2 ≤
        ∑ i, (E.prob fun ω => A i ω = true) * (1 - E.prob fun ω => A i ω = true) :=
  ⟨coin, fun _ b => b, 1, fun _ => trivial, by decide +kernel, by decide +kernel⟩

end Expectation
