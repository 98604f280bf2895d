prelude
import DeepTheory.Algebra.Tactic.Omega
/-! # Tests of `omega`: goals that it must prove, and others that it must refuse -/
set_option autoImplicit false
-- some hypotheses are there to show that they do no harm
set_option linter.unusedVariables false
section
variable (a b c d x y z n m : Nat) (i j k : Int)
-- linear arithmetic
example (h : x < y) (h' : y < z) : x + 2 ≤ z := by omega
example (h : i < j) : i + 1 ≤ j := by omega
example (h : 2 * i < 2 * j + 1) : i ≤ j := by omega
example (h : 3 * i ≤ 7) : i ≤ 2 := by omega
example : x - y ≤ x := by omega
example (h : y ≤ x) : x - y + y = x := by omega
example (h : x ≤ y) (h' : x ≠ y) : x < y := by omega
-- parity and divisibility
example : 2 * x ≠ 2 * y + 1 := by omega
example : 2 * i + 1 ≠ 2 * j := by omega
example (h : 4 * i + 6 * j = 7) : False := by omega
example (h : 3 * i + 5 * j = 1) (h1 : 0 ≤ i) (h2 : 0 ≤ j) : False := by omega
example (h : 2 ∣ n) : 2 ∣ n + 2 := by omega
example (h : 2 ∣ n) : ¬2 ∣ n + 1 := by omega
example (h : n % 2 = 1) : (n + 1) % 2 = 0 := by omega
example (h : 6 ∣ n) : 3 ∣ n := by omega
example : n % 2 = 0 ∨ n % 2 = 1 := by omega
example : 2 * (n / 2) = n ∨ 2 * (n / 2) + 1 = n := by omega
example : n / 2 ≤ n := by omega
example (h : 0 < n) : n / 2 < n := by omega
example : (n + n) / 2 = n := by omega
example : (2 * n + 1) / 2 = n := by omega
example : n % 10 < 10 := by omega
example (h : n % 4 = 3) : n % 2 = 1 := by omega
example : i % 2 = 0 ∨ i % 2 = 1 := by omega
example (h : i % 2 = 1) : (i + 1) % 2 = 0 := by omega
example : i / 2 + i / 2 ≤ i := by omega
-- logic
example (h : x < 5 ∨ y < 5) (h1 : ¬x < 5) : y < 5 := by omega
example (h : x < y → y < z) (h1 : x < y) : x + 1 < z := by omega
example (h : x < y ↔ y < z) (h1 : y < z) : x + 1 < z := by omega
example (h : ¬(x < 5 ∧ y < 5)) (h1 : x = 2) : 5 ≤ y := by omega
example : x < y ∨ x = y ∨ y < x := by omega
example : x ≤ y → y < z → x < z := by omega
example : (x < y ∧ y < x) ↔ False := by omega
-- casts
example (h : (x : Int) < y) : x < y := by omega
example : (0 : Int) ≤ x := by omega
example (h : (x : Int) = i) : 0 ≤ i := by omega
end
section
variable (x y n : Nat) (i j : Int)
example : True := by
  fail_if_success have : x - y + y = x := by omega
  fail_if_success have : n % 2 = 0 := by omega
  fail_if_success have : 2 * (n / 2) = n := by omega
  fail_if_success have : 2 ∣ n := by omega
  fail_if_success have : 2 * i ≠ 4 * j + 2 := by omega
  fail_if_success have : i / 2 + i / 2 = i := by omega
  fail_if_success have : x < y ∨ y < x := by omega
  fail_if_success have : 3 * i ≤ 7 → i ≤ 1 := by omega
  fail_if_success have : False := by omega
  trivial
end
