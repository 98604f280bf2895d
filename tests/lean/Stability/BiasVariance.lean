prelude
import DeepTheory.Stability
/-! # Bias and variance of finite distributions -/
set_option autoImplicit false
open BiasVariance

example : coin.expectation.mean side = 0 ∧ coin.expectation.var side = 1 := by decide +kernel
example : coin.expectation.cov side side = 1 := by decide +kernel
-- two predictions, 2 and 5, of the target 3 with noise ±1: squared bias 1/4,
-- variance 9/4, noise 1
example : ∑ s : Bool, ∑ b : Bool, (1 / 2 : Rat) * (1 / 2) * (3 + side b - cond s 2 5) ^ 2 =
    7 / 2 := by decide +kernel
example : (3 - 7 / 2 : Rat) ^ 2 + 9 / 4 + 1 = 7 / 2 := by decide +kernel
