prelude
import DeepTheory.Algebra.Tactic.Positivity
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.Nat.Basic
/-! # Tests of `positivity`: goals that it must prove, and others that it must refuse -/
set_option autoImplicit false
-- some hypotheses are there to show that they do no harm
set_option linter.unusedVariables false
universe u
section
variable {K : Type u} [LinearOrderedField K] (a b c x y : K) (n m : Nat)
example (ha : 0 < a) (hb : 0 ≤ b) : 0 < a + b := by positivity
example (ha : 0 < a) (hb : 0 < b) : 0 < a * b / (a + b) := by positivity
example (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a * b + a / b := by positivity
example : 0 ≤ a ^ 2 + b ^ 4 := by positivity
example : 0 < a ^ 2 + 1 := by positivity
example : 0 ≤ a * a := by positivity
example (h : a ≠ 0) : 0 < a * a := by positivity
example (h : a ≠ 0) : 0 < a ^ 2 := by positivity
example (h : a ≠ 0) (h' : b ≠ 0) : a * b⁻¹ ≠ 0 := by positivity
example (h : a ≠ 0) : a ^ 3 ≠ 0 := by positivity
example (h : a ≠ 0) : -a ≠ 0 := by positivity
example (h : 0 < a) : 0 < a ^ n := by positivity
example (h : 0 ≤ a) : 0 ≤ a ^ n := by positivity
example : 0 ≤ a ^ (2 * n) := by positivity
example : (0 : K) < 1 / 2 := by positivity
example : (2 : K) ≠ 0 := by positivity
example : (0 : K) ≠ 2 := by positivity
example : (3 : K) > 0 := by positivity
example : |a| + 1 > 0 := by positivity
example : 0 ≤ |a - b| := by positivity
example (h : a ≠ 0) : 0 < |a| := by positivity
example (h : 0 < a) (h' : 0 < b) : 0 < min a b := by positivity
example (h : 0 < a) : 0 < max a b := by positivity
example : 0 ≤ max 0 a := by positivity
example : (0 : K) ≤ n := by positivity
example : (0 : K) < n + 1 := by positivity
example : (0 : K) < ((n + 1 : Nat) : K) := by positivity
example : ((n : K) + 1)⁻¹ ≥ 0 := by positivity
example (h : 0 < n) : 0 < (n : K) / 2 := by positivity
example (h : 1 ≤ a) : 0 < a := by positivity
example (h : b < a) : 0 < a - b := by positivity
example (h : b ≤ a) : 0 ≤ (a - b) * 2 := by positivity
example (h : 0 ≤ a) (h' : a ≠ 0) : 0 < a := by positivity
end
section
variable (m n : Nat) (i j : Int) (p q : Rat)
example : 0 < n + 1 := by positivity
example : 0 ≤ n * m := by positivity
example (h : n ≠ 0) : 0 < n := by positivity
example (h : n ≠ 0) : 0 < 2 ^ m * n := by positivity
example : 0 ≤ i * i + j ^ 2 := by positivity
example (h : i ≠ 0) : 0 < i ^ 2 + j ^ 2 := by positivity
example (h : 0 < p) : 0 < p / 3 + q ^ 2 := by positivity
example : (7 : Rat) / 3 ≠ 0 := by positivity
end
section
variable {K : Type u} [LinearOrderedField K] (a b : K)
example (h : 0 ≤ a) : True := by
  fail_if_success have : 0 < a := by positivity
  fail_if_success have : 0 < a ^ 2 := by positivity
  fail_if_success have : 0 ≤ b := by positivity
  fail_if_success have : 0 ≤ a - b := by positivity
  fail_if_success have : a ≠ 0 := by positivity
  fail_if_success have : 0 < |b| := by positivity
  fail_if_success have : 0 ≤ b ^ 3 := by positivity
  fail_if_success have : (0 : K) < 0 := by positivity
  trivial
end
