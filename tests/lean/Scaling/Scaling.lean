prelude
import DeepTheory.Scaling
/-! # Repeated sampling and allocation: values that the kernel computes -/
set_option autoImplicit false
open PassAtK Allocation

-- pass@K, by going through all outcomes and by the formula
example : passProb (fun (_ : Fin 4) (b : Bool) => cond b (1 / 3) (2 / 3)) (fun _ b => b) =
    (65 / 81 : Rat) := by decide +kernel
example : pass (1 / 3 : Rat) 4 = 65 / 81 := by decide +kernel
example : pass (1 / 100 : Rat) 0 = 0 := by decide +kernel
example : (99 / 100 : Rat) < pass (1 / 100) 459 ∧ pass (1 / 100 : Rat) 458 < 99 / 100 := by
  decide +kernel
-- the estimator: 3 correct ones among 10 samples
example : estimator 10 1 3 = (3 / 10 : Rat) ∧ estimator 10 5 3 = (11 / 12 : Rat) ∧
    estimator 10 8 3 = (1 : Rat) := by decide +kernel
example : binomialMean 8 (1 / 4 : Rat) (estimator 8 3) = pass (1 / 4) 3 := by decide +kernel
-- the same for all probabilities at once
example (p : Rat) : binomialMean 200 p (estimator 200 100) = pass p 100 :=
  binomialMean_estimator (by decide) p

-- the best split of the budget 8 for the loss 2 / N + 1 / D²
example : loss (2 : Rat) 1 1 2 4 2 = 3 / 4 := by decide +kernel
example : ∀ N ∈ [(1 : Rat), 2, 3, 5, 6, 7, 8],
    loss (2 : Rat) 1 1 2 4 2 < loss 2 1 1 2 N (8 / N) := by
  decide +kernel
example (N D : Rat) (hN : 0 < N) (hD : 0 < D) (h : N * D = 8) :
    loss 2 1 1 2 4 2 ≤ loss 2 1 1 2 N D :=
  loss_le_of_balanced (by decide +kernel) (by decide +kernel) (by decide +kernel)
    (by decide +kernel) hN hD (h.trans (by decide +kernel)) (by decide +kernel)
