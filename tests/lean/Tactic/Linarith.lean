prelude
import DeepTheory.Algebra.Tactic.Linarith
import DeepTheory.Algebra.Nat.Basic
import DeepTheory.Algebra.Order.Abs
import DeepTheory.Algebra.Int.Basic
/-! # Tests of `linarith`: goals that it must prove, and false ones that it must refuse -/
set_option autoImplicit false
-- some hypotheses are there to show that they do no harm
set_option linter.unusedVariables false
universe u

/-! ## Ordered fields -/
section
variable {K : Type u} [LinearOrderedField K] (a b c d x y z : K)
example (h : a ≤ b) (h' : b < c) : a < c := by linarith
example (h : a ≤ b) (h' : b ≤ a) : a = b := by linarith
example (h : a = b) (h' : b = c) : c = a := by linarith
example (h : 0 < a) : a / 2 < a := by linarith
example (h : a < b) : a < (a + b) / 2 ∧ (a + b) / 2 < b := by linarith
example (h : 2 * a + b ≤ 3) (h' : a - b ≤ 0) : a ≤ 1 := by linarith
example (h : ¬a < b) (h' : ¬b < a) : a = b := by linarith
example (h : ¬a ≤ b) : b < a := by linarith
example (h : a ≤ b ∧ b ≤ c) : a ≤ c := by linarith
example (h : a ≥ b) (h' : b > c) : a > c := by linarith
example (h : a < b) : a ≠ b := by linarith
example (h : a < b) : ¬b ≤ a := by linarith
example (h : a < b) (h' : b < a) : x = y := by linarith
example (h : 3 * x + 2 * y = 7) (h' : x - y = -1) : x = 1 := by linarith
example (h : x / 3 + y / 2 ≤ 1) (h' : y = 1) : x ≤ 3 / 2 := by linarith
example (h : 0 ≤ a) : 0 ≤ 3 * a + 1 / 2 := by linarith
example : a < a + 1 := by linarith
-- atoms may be anything, also products
example (f : K → K) (h : f x * y ≤ 1) (h' : 2 ≤ y * f x) : False := by linarith
example (h : a * (b + c) ≤ 1) : a * b ≤ 1 - c * a := by linarith
-- given proofs
example (h : ∀ t : K, 0 ≤ t * t) : 0 ≤ x * x + y * y := by linarith [h x, h y]
example (h : ∀ t : K, 0 ≤ t * t) (_ : x < 0) : 0 ≤ y * y + 1 := by linarith only [h y]
-- `≠` in a hypothesis is split when nothing else helps
example (h : a ≠ b) (h' : a ≤ b) : a < b := by linarith
-- implications and conjunctions in the goal
example : a ≤ b → b ≤ c → a ≤ c ∧ a ≤ c + 1 := by linarith
-- absolute values, maxima and minima
example (h : |x| ≤ y) : -y ≤ x := by linarith
example (h : |x| < y) : x < y := by linarith
example : 0 ≤ |x| := by linarith
example (h : -y ≤ x) (h' : x ≤ y) : |x| ≤ y := by linarith
example : |x - y| ≤ |x| + |y| := by linarith
example : max x y + min x y = x + y := by linarith
example (h : max x y ≤ z) : x + y ≤ 2 * z := by linarith
-- casts of natural numbers are nonnegative, and their inequalities carry over
example (m n : Nat) (h : m < n) : (m : K) + 1 ≤ n := by linarith
example (n : Nat) : (0 : K) ≤ n + 1 := by linarith
end

/-! ## Ordered rings -/
section
variable {R : Type u} [LinearOrderedCommRing R] (a b c : R)
example (h : 2 * a ≤ 2 * b) : a ≤ b := by linarith
example (h : a - c < b - c) : a < b := by linarith
example (h : -a ≤ -b) : b ≤ a := by linarith
end

/-! ## Natural numbers -/
section
variable (x y z n : Nat)
example (h : x < y) (h' : y < z) : x + 2 ≤ z := by linarith
example (h : x + y = z) : x ≤ z := by linarith
example (h : x ≤ y) (h' : ¬x = y) : x < y := by linarith
example : x ≤ x + y * z := by linarith
example : x - y ≤ x := by linarith
example (h : y ≤ x) : x - y + y = x := by linarith
example (h : x < y) : x - y = 0 := by linarith
example (h : 0 < y) (h' : 0 < x) : x - y < x := by linarith
example (h : 2 * x + 1 ≤ 2 * y) (h' : y < x + 1) : False := by linarith
example : n / 2 ≤ n := by linarith
example (h : 0 < n) : n / 2 < n := by linarith
example : n % 3 ≤ 2 := by linarith
example : 5 * (n / 5) ≤ n := by linarith
example (h : 3 ∣ n) : n = 3 * (n / 3) := by linarith
example (h : n < 10) : (x + n) / 2 ≤ x + 10 := by linarith
end

/-! ## Products -/
section
variable {K : Type u} [LinearOrderedField K] (a b c x y : K)
example (h : 0 ≤ a) (h' : 0 ≤ b) : 0 ≤ a * b := by nlinarith
example (h : 0 < a) (h' : 0 < b) : 0 < a * b := by nlinarith
example : 0 ≤ a ^ 2 + b ^ 2 := by nlinarith
example : 2 * a * b ≤ a ^ 2 + b ^ 2 := by nlinarith [Tactic.Linarith.sq_nonneg (a - b)]
example (h : 0 ≤ a) (h' : a ≤ b) : a ^ 2 ≤ b ^ 2 := by nlinarith
example (h : 1 ≤ a) : a ≤ a * a := by nlinarith
example (h : 0 ≤ x) (h1 : x ≤ 1) : x * x ≤ x := by nlinarith
example (h : 0 ≤ x) (h1 : x ≤ 1) : x * (1 - x) ≤ 1 / 4 :=
    by nlinarith [Tactic.Linarith.sq_nonneg (x - 1 / 2)]
example (ha : 0 < a) (hb : a < b) (hx : 0 < x) : a * x < b * x := by nlinarith
example : a * b + b * c + c * a ≤ a ^ 2 + b ^ 2 + c ^ 2 := by
  nlinarith
      [Tactic.Linarith.sq_nonneg (a - b), Tactic.Linarith.sq_nonneg (b - c),
          Tactic.Linarith.sq_nonneg (c - a)]
end

section
variable (m n : Nat) (i j : Int)
example (h : m * n = 0) (hm : 0 < m) : n = 0 := by nlinarith
example (h : m ≤ n) : m * m ≤ n * n := by nlinarith
example : 0 ≤ i * i := by nlinarith
example (h : 0 < i) (h' : 0 < j) : i + j ≤ i * j + 1 := by nlinarith
end

/-! ## What must be refused -/
section
variable {K : Type u} [LinearOrderedField K] (a b c : K) (x y : Nat)
example (h : a ≤ b) : True := by
  fail_if_success have : a < b := by linarith
  fail_if_success have : b ≤ a := by linarith
  fail_if_success have : a = b := by linarith
  fail_if_success have : False := by linarith
  fail_if_success have : a * c ≤ b * c := by nlinarith
  fail_if_success have : 0 < a * a := by nlinarith
  fail_if_success have : x - y + y = x := by linarith
  fail_if_success have : x < x + y := by linarith
  fail_if_success have : a / 2 ≤ a := by linarith
  trivial
-- `only` does not look at the context
example (h : a ≤ b) : True := by
  fail_if_success have : a ≤ b := by linarith only []
  trivial
end
