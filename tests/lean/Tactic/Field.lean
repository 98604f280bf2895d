prelude
import DeepTheory.Algebra.Tactic.Field
import DeepTheory.Algebra.Rat.Basic
/-! # Tests of `field`, and of casts in `ring`: equations that they must prove, and others that
they must refuse -/
set_option autoImplicit false
universe u
section
variable {K : Type u} [LinearOrderedField K] (a b x y : K) (n : Nat) (i j : Int) (p q : Rat)
example : (x ^ 2 + 1) / (x ^ 2 + 1) = 1 := by field
example : 1 / (n + 1 : K) * (n + 1) = 1 := by field
example : 1 / (n + 1 : K) - 1 / (n + 2) = 1 / ((n + 1) * (n + 2)) := by field
example (h : 0 < x) (h' : 0 < y) : x / (x + y) + y / (x + y) = 1 := by field
example (h : 0 < x) (h' : 0 < y) : 1 / x + 1 / y = (x + y) / (x * y) := by field
example (h : x ≠ 0) : (x + 1 / x) ^ 2 = x ^ 2 + 2 + 1 / x ^ 2 := by field
example (h' : a - b ≠ 0) : (a ^ 2 - b ^ 2) / (a - b) = a + b := by field
example : (((i + j) * 2 - 3 : Int) : K) = 2 * i + 2 * j - 3 := by ring
example : (((n : Int) + 1 : Int) : K) = n + 1 := by ring
example : ((-i : Int) : K) ^ 2 = ((i ^ 2 : Int) : K) := by ring
example : ((p / 2 + q : Rat) : K) = p / 2 + q := by ring
end
section
variable {K : Type u} [LinearOrderedField K] (x y : K)
example : True := by
  fail_if_success have : x / x = 1 := by field
  fail_if_success have : (x + y) / (x + y) = 1 := by field
  fail_if_success have : (x - 1) / (x - 1) = 1 := by field
  fail_if_success have : x / (x ^ 2 + 1) = x := by field
  trivial
end
