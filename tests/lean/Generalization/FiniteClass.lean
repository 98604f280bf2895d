prelude
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Generalization.FiniteClassControls
/-! # Finite classes: errors, exact probabilities and bounds, computed and by the theorems -/
set_option autoImplicit false
open FiniteDistribution Generalization

/-- Three points with probabilities 1/2, 1/3, 1/6; the label is `true` at the first point, and at
the second in half of the cases. -/
def world : FiniteDistribution Rat (Fin 3 × Bool) where
  weight e := if e.1 = 0 then cond e.2 (1 / 2) 0 else if e.1 = 1 then 1 / 6 else cond e.2 0 (1 / 6)
  weight_nonneg := by decide +kernel
  sum_weight := by decide +kernel

/-- The four threshold hypotheses: `true` below `k`. -/
def threshold (k : Fin 4) (x : Fin 3) : Bool := decide (x.val < k.val)

def thresholds : Finset (Fin 3 → Bool) := Finset.univ.image threshold

/-! ## Errors -/

/-- A sample of four examples. -/
def sample : Fin 4 → Fin 3 × Bool := fun i => if i = 0 then (0, true) else if i =
    1 then (1, false) else
  if i = 2 then (1, true) else (2, false)

example : thresholds.card = 4 := by decide +kernel
example : (empiricalError (threshold 1) sample : Rat) = 1 / 4 := by decide +kernel
example : (empiricalError (threshold 0) sample : Rat) = 1 / 2 := by decide +kernel
example : populationError world.expectation (threshold 0) = 2 / 3 := by decide +kernel
example : populationError world.expectation (threshold 1) = 1 / 6 := by decide +kernel
example : populationError world.expectation (threshold 3) = 1 / 3 := by decide +kernel
example : gap world.expectation (threshold 0) sample = 1 / 6 := by decide +kernel
-- the empty sample
example (s : Fin 0 → Fin 3 × Bool) : (empiricalError (threshold 2) s : Rat) =
    0 := empiricalError_of_isEmpty _ s

/-! ## One hypothesis: the enumeration of all samples and the binomial formula -/

example : (world.iid 2).expectation.prob (fun s => 1 ≤ errorCount (threshold 0) s) = 8 / 9 := by
    decide +kernel
example : Binomial.tail 2 (2 / 3 : Rat) (fun k => 1 ≤ k) = 8 / 9 := by decide +kernel
example : (world.iid 2).expectation.prob (fun s => (empiricalError (threshold 1) s : Rat) = 0) =
    (1 - 1 / 6) ^ 2 := by
  decide +kernel
example (N : Nat) (Q : Nat → Prop) [DecidablePred Q] :
    (world.iid N).expectation.prob (fun s => Q (errorCount (threshold 0) s)) =
    Binomial.tail N (2 / 3) Q := by
  rw [prob_errorCount (isSample_iid world N) trivial,
    show populationError world.expectation (threshold 0) = 2 / 3 by decide +kernel]

/-! ## All hypotheses at once -/

-- exactly, and the bound of the theorem: 4 * (1 - 1/3)^2
example : (world.iid 2).expectation.prob (fun s => ∃ h, h ∈ thresholds ∧ 1 / 3 ≤
    populationError world.expectation h ∧
    (empiricalError h s : Rat) = 0) = 5 / 9 := by decide +kernel
example : (world.iid 2).expectation.prob (fun s => ∃ h, h ∈ thresholds ∧ 1 / 3 ≤
    populationError world.expectation h ∧
    (empiricalError h s : Rat) = 0) ≤ (thresholds.card : Rat) * (1 - 1 / 3) ^ 2 :=
  realizable (isSample_iid world 2) (fun _ _ => trivial) (by decide +kernel)
-- two hypotheses of error 1/2 and three examples: the bound 2 * (1/2)^3 is attained
example : ((points 1).iid 3).expectation.prob (fun s => ∃ h, h ∈ wrongOnce 2 ∧
    1 / 2 ≤ populationError (points 1).expectation h ∧ (empiricalError h s : Rat) = 0) = 1 / 4 := by
    decide +kernel
-- a sample size that a reader would try: ten hypotheses, ε = 1/4, N = 25 leave less than one
-- percent
example : (10 : Rat) * (1 - 1 / 4) ^ 25 < 1 / 100 := by decide +kernel
-- the agnostic bounds for N = 20, ε = 1/4 and four hypotheses: exact tails are far below
-- Chebyshev's bound
example : ∑ h ∈ thresholds, Binomial.tail 20 (populationError world.expectation h) (fun k =>
    (1 / 4 : Rat) ≤ |(k : Rat) / 20 - populationError world.expectation h|) < 1 / 12 := by
    decide +kernel
example : (4 : Rat) / (4 * 20 * (1 / 4) ^ 2) = 4 / 5 := by decide +kernel
