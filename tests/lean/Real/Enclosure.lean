prelude
import DeepTheory.Real.Enclosure
/-! # Rational enclosures computed by the kernel

The decimal digits below were computed with another library (mpmath), not with this one. -/
set_option autoImplicit false
open Real

-- ten digits of Euler's number, as a statement on real numbers
example : (27182818284 / 10000000000 : Real) < exp 1 := by
  have h := lt_exp_of_lt_expLower (x := 1) (q := 27182818284 / 10000000000) 40 (by decide +kernel)
  simp only [Rat.cast_div, Rat.cast_ofNat, Rat.cast_one] at h
  exact h
example : exp 1 < (27182818285 / 10000000000 : Real) := by
  have h := exp_lt_of_expUpper_lt (x := 1) (q := 27182818285 / 10000000000) 40 (by decide +kernel)
  simp only [Rat.cast_div, Rat.cast_ofNat, Rat.cast_one] at h
  exact h

-- negative and large arguments: `exp (-10)`, `exp 100`
example : 4539992976248485 / 100000000000000000000 < expLower (-10) 60 := by decide +kernel
example : expUpper (-10) 60 < 4539992976248486 / 100000000000000000000 := by decide +kernel
example : 26881171418161354484126255515800135873611118 < expLower 100 160 := by decide +kernel
example : expUpper 100 160 < 26881171418161354484126255515800135873611119 := by decide +kernel

-- `sqrt 2`, `sqrt (1 / 1000)`, and a square
example : 141421356237309504880 / 100000000000000000000 < sqrtLower 2 80 := by decide +kernel
example : sqrtUpper 2 80 < 141421356237309504881 / 100000000000000000000 := by decide +kernel
example : 3162277660168379 / 100000000000000000 < sqrtLower (1 / 1000) 70 := by decide +kernel
example : sqrtUpper (1 / 1000) 70 < 3162277660168380 / 100000000000000000 := by decide +kernel
example : sqrtUpper 1000000 40 - 1000 < 1 / 100000000000 := by decide +kernel
example : sqrtUpper 0 40 < 1 / 100000000000 := by decide +kernel
example : sqrtLower (-3) 40 = 0 := by decide +kernel

-- `log 2`, `log (1 / 3)`, `log 1000000`, and `log 1`
example : 6931471805599453094 / 10000000000000000000 < logLower 2 70 := by decide +kernel
example : logUpper 2 70 < 6931471805599453095 / 10000000000000000000 := by decide +kernel
example : -10986122886681097 / 10000000000000000 < logLower (1 / 3) 60 := by decide +kernel
example : logUpper (1 / 3) 60 < -10986122886681096 / 10000000000000000 := by decide +kernel
example : 138155105579642 / 10000000000000 < logLower 1000000 60 := by decide +kernel
example : logUpper 1000000 60 < 138155105579643 / 10000000000000 := by decide +kernel
example : logUpper 1 40 < 1 / 1000000000000 := by decide +kernel
example : logLower 1 40 = 0 := by decide +kernel

-- thirty digits
example : expUpper (1 / 3) 110 - expLower (1 / 3) 110 < 1 / 10 ^ 30 := by decide +kernel
example : logUpper (22 / 7) 110 - logLower (22 / 7) 110 < 1 / 10 ^ 30 := by decide +kernel
example : sqrtUpper (22 / 7) 110 - sqrtLower (22 / 7) 110 < 1 / 10 ^ 30 := by decide +kernel

-- a wrong bound is refused
example : True := by
  fail_if_success have : expLower 1 40 > 27182818285 / 10000000000 := by decide +kernel
  trivial
