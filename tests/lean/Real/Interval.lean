prelude
import DeepTheory.Real
/-! # Numeric instances of closed forms

The decimal digits below were computed with another library (mpmath), not with this one. -/
set_option autoImplicit false
open Real

-- Euler's number to 25 digits
example : 27182818284590452353602874 / 10000000000000000000000000 < exp 1 ∧
    exp 1 < 27182818284590452353602875 / 10000000000000000000000000 := by enclosure
-- the agnostic bound for 1000 hypotheses, 1000 examples and confidence 19/20
example : 72789 / 1000000 < sqrt ((log 1000 + log (2 / (1 / 20))) / (2 * 1000)) ∧
    sqrt ((log 1000 + log (2 / (1 / 20))) / (2 * 1000)) < 72790 / 1000000 := by enclosure
-- Hoeffding's tail
example : 67379469990 / 10000000000000 < exp (-2 * 1000 * (1 / 20) ^ 2) ∧
    exp (-2 * 1000 * (1 / 20) ^ 2) < 67379469991 / 10000000000000 := by enclosure
-- the growth function's bound (e N / k) ^ k
example : 474922109 < (exp 1 * 100 / 5) ^ 5 ∧ (exp 1 * 100 / 5) ^ 5 < 474922110 := by enclosure
-- the logistic function at 2
example : 8807970779 / 10000000000 < (1 + exp (-2))⁻¹ ∧
    (1 + exp (-2))⁻¹ < 8807970780 / 10000000000 := by enclosure
-- 2 / (1 - e⁻²)
example : 2313035285 / 1000000000 < 2 / (1 - exp (-2)) ∧
    2 / (1 - exp (-2)) < 2313035286 / 1000000000 := by enclosure
example : (1 - 1 / 20 : Real) ^ 200 < exp (-10) := by enclosure
example : (2 : Real) ^ (1 / 2 : Real) - sqrt 2 < 1 / 10 ^ 4 := by enclosure
example : (3 : Real) ^ (-(1 / 3) : Real) ≥ 69336 / 100000 := by enclosure
example : log 2 > ((1 : Nat) : Real) / 2 := by enclosure
example : sqrt 0 ≤ 1 / 1000 ∧ (0 : Real) < 1 ∧ -log 2 < 0 := by enclosure

-- what is false, what is not known, and what is not a closed form is refused
example (x : Real) : x = x := by
  fail_if_success have : exp 1 < 27 / 10 := by enclosure
  fail_if_success have : log 0 ≤ 0 := by enclosure
  fail_if_success have : exp x < 27 / 10 := by enclosure
  fail_if_success have : (1 : Rat) < 2 := by enclosure
  fail_if_success have : 1 / (sqrt 2 - sqrt 2) < 1 := by enclosure
  rfl
