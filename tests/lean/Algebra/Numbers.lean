prelude
import DeepTheory.Algebra
/-! # Numbers compute in the kernel -/
set_option autoImplicit false

/-! ## Natural numbers -/

example : Nat.choose 10 3 = 120 := by decide
example : Nat.factorial 10 = 3628800 := by decide
example : Nat.factorial 100 / Nat.factorial 98 = 9900 := by decide +kernel
example : Nat.gcd (2 ^ 200 * 3) (2 ^ 199 * 5) = 2 ^ 199 := by decide
example : 7 ∣ 2 ^ 60 - 1 := by decide
example : Nat.Coprime 35 64 := by decide
example : min 3 5 = 3 ∧ max 3 5 = 5 := by decide

/-! ## Integers -/

example : (-3 : Int) * 5 + 2 = -13 := by decide
example : (-3 : Int) < 5 := by decide
example : |(-7 : Int)| = 7 := by decide
example : (-7 : Int) / 2 = -4 ∧ (-7 : Int) % 2 = 1 := by decide
example : (-2 : Int) ^ 31 = -2147483648 := by decide
example : max (-3 : Int) (-5) = -3 := by decide

/-! ## Rational numbers -/

example : (355/113 : Rat) * 113 = 355 := by decide
example : (355/113 : Rat) - 22/7 = -1/791 := by decide
example : (1/3 : Rat) + 1/6 = 1/2 := by decide
example : (2/3 : Rat) ^ 5 = 32/243 := by decide
example : (2/3 : Rat)⁻¹ = 3/2 := by decide
example : (1/0 : Rat) = 0 := by decide
example : |(-2/3 : Rat)| ≤ 7/10 := by decide
example : min (1/2 : Rat) (1/3) = 1/3 := by decide
example : ¬(1/3 : Rat) = 3333333333/10000000000 := by decide
example : (6/4 : Rat).num = 3 ∧ (6/4 : Rat).den = 2 := by decide
example : Rat.floor (-7/2) = -4 := by decide
example : ((3 : Int) : Rat) / ((4 : Nat) : Rat) = 3/4 := by decide
example : ((3/4 : Rat) : Rat) = 3/4 := by decide
-- every combination of signs, and zero
example : (3/4 : Rat) + -5/6 = -1/12 ∧ (-3/4 : Rat) + 5/6 = 1/12 := by decide
example : (-3/4 : Rat) + -5/6 = -19/12 ∧ (-3/4 : Rat) + 3/4 = 0 := by decide
example : (3/4 : Rat) * (-2/9) = -1/6 ∧ (-3/4 : Rat) * (2/9) = -1/6 := by decide
example : (-3/4 : Rat) * (-2/9) = 1/6 ∧ (-3/4 : Rat) * 0 = 0 := by decide
example : (3/4 : Rat) / (-3/2) = -1/2 ∧ (-3/4 : Rat) / (3/2) = -1/2 := by decide
example : (-3/4 : Rat) / (-3/2) = 1/2 ∧ (0 : Rat) / (-3/2) = 0 ∧ (-3/4 : Rat) / 0 = 0 := by decide
example : (-2/3 : Rat)⁻¹ = -3/2 ∧ (0 : Rat)⁻¹ = 0 := by decide
example : (-2/3 : Rat) ^ 3 = -8/27 ∧ (-2/3 : Rat) ^ 4 = 16/81 ∧ (0 : Rat) ^ 0 = 1 := by decide
example : ((0/7 : Rat) - 0).num = 0 ∧ ((0/7 : Rat) - 0).den = 1 := by decide

-- a thousand fractions: the kernel adds the first thousand terms of the harmonic series
example : ∑ i < 1000, 1 / ((i : Rat) + 1) < 7486/1000 := by decide +kernel
example : 7485/1000 < ∑ i < 1000, 1 / ((i : Rat) + 1) := by decide +kernel

-- false statements are refused
example : True := by
  fail_if_success have : (1/3 : Rat) + 1/6 = 1/3 := by decide
  fail_if_success have : (22/7 : Rat) = 355/113 := by decide
  fail_if_success have : (-3/4 : Rat) / (-3/2) = -1/2 := by decide
  fail_if_success have : (-2/3 : Rat) ^ 3 = 8/27 := by decide
  trivial

/-! ## Casts -/

example {K : Type} [LinearOrderedField K] (m n : Nat) : ((m + 2 * n : Nat) : K) = m + 2 * n := by
  simp only [Nat.cast_add, Nat.cast_mul, Nat.cast_ofNat]
example {K : Type} [LinearOrderedField K] (a b : Int) : ((a * b - 1 : Int) : K) = a * b - 1 := by
  simp only [Int.cast_sub, Int.cast_mul, Int.cast_one]
example {K : Type} [LinearOrderedField K] (p q : Rat) (h : p < q) : (p : K) < q := Rat.cast_lt.2 h
example (q : Rat) : ∃ n : Nat, q < n := Rat.exists_nat_gt q
