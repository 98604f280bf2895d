prelude
import DeepTheory.Algebra.Tactic.LinearCombination
import DeepTheory.Algebra.Order.Defs
/-! # Tests of `linear_combination`: equations that it must prove, and others that it must refuse -/
set_option autoImplicit false
set_option linter.unusedVariables false
universe u
section
variable {R : Type u} [CommRing R] {K : Type u} [LinearOrderedField K] (a b c d x y : R) (p q r : K)
example (h : a = b) : b = a := by linear_combination -h
example (h : a = b) (k : c = d) : a + c = d + b := by linear_combination h + k
example (h : a = b) (k : c = d) : a * c = b * d := by linear_combination h * c + b * k
example (h : x + y = 3) (k : x - y = 1) : 2 * x = 4 := by linear_combination h + k
example (h : x ^ 2 = 2) : x ^ 4 = 4 := by linear_combination (x ^ 2 + 2) * h
example (h : p + q = 0) : p ^ 3 + q ^ 3 = 0 := by linear_combination (p ^ 2 - p * q + q ^ 2) * h
example (h : 2 * p = q) : p = q / 2 := by linear_combination h / 2
example (h : ∀ t : R, t * a = b) : 2 * a - 1 * a = 0 := by linear_combination h 2 - h 1
example (h : a = b) : True := by
  fail_if_success have : b = a := by linear_combination h
  fail_if_success have : a = b := by linear_combination 2 * h
  fail_if_success have : a * c = b * c := by linear_combination h
  fail_if_success have : a = b := by linear_combination a
  trivial
end
