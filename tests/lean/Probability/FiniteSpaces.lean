prelude
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Probability
/-! # Finite probability spaces compute: means, probabilities, binomial tails and Chernoff's bounds
-/
set_option autoImplicit false
open FiniteDistribution Expectation

/-- A die. -/
def die : FiniteDistribution Rat (Fin 6) := uniform Rat (Fin 6) (h := ⟨0⟩)

/-- A coin that shows `true` with probability `1 / 3`. -/
def biased : FiniteDistribution Rat Bool :=
    bernoulli (1 / 3) (by decide +kernel) (by decide +kernel)

example : (die.expectation.mean fun i => (i.val + 1 : Nat)) = 7 / 2 := by decide +kernel
example : die.expectation.var (fun i => (i.val + 1 : Nat)) = 35 / 12 := by decide +kernel
example : die.expectation.prob (fun i => i.val % 2 = 0 ∨ 4 < i.val) = 2 / 3 := by decide +kernel
example : (point Rat (3 : Fin 6)).expectation.prob (fun i => i = 3) = 1 := by decide +kernel
-- two dice: the sum is seven with probability 1/6; a marginal
example : (die.iid 2).expectation.prob (fun x => (x 0).val + 1 + ((x 1).val + 1) = 7) = 1 / 6 := by
    decide +kernel
example : (die.iid 2).expectation.prob (fun x => (x 1).val < 2) = 1 / 3 := by decide +kernel

/-! ## Binomial tails: the formula and the enumeration of the product space -/

example : Binomial.prob 10 (1 / 2 : Rat) 5 = 63 / 256 := by decide +kernel
example : Binomial.tail 20 (1 / 2 : Rat) (fun k => 15 ≤ k) = 21700 / 1048576 := by decide +kernel
example : Binomial.tail 20 (3 / 10 : Rat) (fun _ => True) = 1 := by decide +kernel
example : (biased.iid 5).expectation.prob (fun x => 4 ≤
    count (fun i (x : Fin 5 → Bool) => x i = true) x) =
    Binomial.tail 5 (1 / 3) fun k => 4 ≤ k := by decide +kernel
example : Binomial.tail 5 (1 / 3 : Rat) (fun k => 4 ≤ k) = 11 / 243 := by decide +kernel
-- the same for every number of draws, as a theorem
example (N : Nat) (Q : Nat → Prop) [DecidablePred Q] :
    (biased.iid N).expectation.prob (fun x => Q (count (fun i (x : Fin N → Bool) => x i = true) x))
    =
      Binomial.tail N (1 / 3) Q :=
  ((isSample_iid biased N).indepEvents (A := fun _ b => b = true) fun _ => trivial).prob_count
    (fun _ => trivial)
    (fun i => (((isSample_iid biased N).prob (A := fun b => b = true) trivial i).trans
      (by decide +kernel))) Q

/-! ## Chernoff's bounds -/

-- the bound holds and is not trivial: P(S ≥ 15) ≤ (1 + (t - 1) p) ^ 20 / t ^ 15 at t = 3, its best
-- value for p = 1/2
example : Binomial.tail 20 (1 / 2 : Rat) (fun k => 15 ≤ k) * 3 ^ 15 ≤
    (1 + (3 - 1) * (1 / 2)) ^ 20 := by decide +kernel
example : (1 + (3 - 1) * (1 / 2) : Rat) ^ 20 / 3 ^ 15 < 1 / 13 := by decide +kernel
example : Binomial.tail 20 (1 / 2 : Rat) (fun k => k ≤ 5) * (1 / 3) ^ 5 ≤
    (1 - (1 - 1 / 3) * (1 / 2)) ^ 20 := by
  decide +kernel
-- equality for t = 1, and for k = N in the limit of large t: here all events happen and p = 1
example : Binomial.tail 7 (1 : Rat) (fun k => 7 ≤ k) * 5 ^ 7 = (1 + (5 - 1) * 1) ^ 7 := by
    decide +kernel

/-! ## Using the general theorems -/

example {F Ω : Type} [LinearOrderedField F] (E : Expectation F Ω) (A B : Ω → Prop) [DecidablePred A]
    [DecidablePred B]
    (hA : E.IsEvent A) (hB : E.IsEvent B) (a : E.prob A = 1) (b : E.prob B = 1) :
    (E.prob fun ω => A ω ∧ B ω) = 1 := by
  have h := E.prob_or_add_prob_and hA hB
  have u := E.prob_le_one (hA.or hB)
  have l := E.prob_le_one (hA.and hB)
  rw [a, b] at h
  exact le_antisymm l (by linarith)

-- Markov's inequality for the number of errors
example {N : Nat} {F Ω : Type} [LinearOrderedField F] {E : Expectation F Ω} {A : Fin N → Ω → Prop}
    [(i : Fin N) → DecidablePred (A i)] (hA : ∀ i, E.IsEvent (A i)) :
    (3 : F) * E.prob (fun ω => (3 : F) ≤ count A ω) ≤ ∑ i, E.prob (A i) := by
  rw [← mean_count hA]
  exact E.markov (isRandom_count hA fun n => (n : F)) (fun _ => Nat.cast_nonneg _) 3
    (isEvent_count hA fun n => (3 : F) ≤ n)
