prelude
import DeepTheory.Core
import DeepTheory.Algebra.Int.Defs
/-! # Tests: `simp +arith`, arithmetic of `Nat` by the kernel

`simp +arith` on inequalities needs the constant `Int.instLEInt`, hence the second import. -/
set_option autoImplicit false

example (a b : Nat) (h : a ≤ b) : a + 2 ≤ b + 2 := by simp +arith only []; exact h
example (a b c : Nat) : a + b + 2 * c < c + b + a + c + 1 := by simp +arith
example (a b c : Nat) : ¬(a + b + 2 * c + 1 ≤ c + b + a + c) := by simp +arith
example (a b c : Nat) : a + b + 2 * c = c + b + a + c := by simp +arith
example (x y : Nat) (h : x + y + 3 = y + 5) : x = 2 := by simp +arith at h; exact h
example (x y : Nat) (h : 3 * x + y + 3 ≤ y + 5 + x) : 2 * x ≤ 2 := by simp +arith at h; exact h
example (x : Nat) (h : ¬x < 5) : 5 ≤ x := by simp +arith at h; exact h
example (a b : Nat) : a + b = b + a := by
  fail_if_success (have : a + b ≤ a := by simp +arith)
  simp +arith

/-! The kernel's literal arithmetic agrees with the recursion equations. -/

example : 10 ^ 30 / 7 * 7 + 10 ^ 30 % 7 = 10 ^ 30 := by decide
example (n : Nat) : n / 0 = 0 ∧ n % 0 = n := ⟨Nat.div_zero n, Nat.mod_zero n⟩
example : (10 ^ 30 - 10 ^ 31, Nat.pred 0, 0 / 0, 7 % 0) = (0, 0, 0, 7) := by decide
example : Nat.ble 3 (2 ^ 100) = true ∧ Nat.beq 3 (2 ^ 100) = false := by decide
example (m n : Nat) : Nat.gcd m n ∣ m ∧ Nat.gcd m n ∣ n := Nat.gcd_dvd m n
example : min 3 5 = 3 ∧ max 3 5 = 5 := by decide

/-- info: 'Nat.Internal.Linear.ExprCnstr.eq_true_of_isValid' depends on axioms: [propext] -/
#guard_msgs in #print axioms Nat.Internal.Linear.ExprCnstr.eq_true_of_isValid
/-- info: 'KernelNat.sub_succ' does not depend on any axioms -/
#guard_msgs in #print axioms KernelNat.sub_succ
