prelude
import DeepTheory.Algebra.Tactic.NormNum
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.Nat.Basic
/-! # Tests of `norm_num`: numeral arithmetic that it must prove, and false statements that it must
refuse -/
set_option autoImplicit false
universe u
section
variable {R : Type u} [CommRing R]
example : (2 : R) + 3 * 4 - 1 = 13 := by norm_num
example : (2 : R) ^ 10 = 1024 := by norm_num
example : (1 - 2 : R) = -1 := by norm_num
end
section
variable {K : Type u} [LinearOrderedField K]
example : (1 / 2 : K) + 1 / 3 = 5 / 6 := by norm_num
example : (1 / 2 : K) < 2 / 3 := by norm_num
example : (22 / 7 : K) ≠ 355 / 113 := by norm_num
example : ¬(2 : K) ≤ 1 := by norm_num
example : (3 / 2 : K) ^ 2 ≤ 9 / 4 := by norm_num
example : (0 : K) ≤ 7 ∧ (7 : K) < 50 / 7 := by norm_num
example : (2 : K)⁻¹ ≤ 1 := by norm_num
end
section
example : 17 * 19 = 323 := by norm_num
example : 100 / 7 = 14 := by norm_num
example : 100 % 7 = 2 := by norm_num
example : 7 ∣ 91 := by norm_num
example : ¬ 7 ∣ 92 := by norm_num
example : (2 : Nat) ^ 64 < 10 ^ 20 := by norm_num
example : 10 - 13 = 0 := by norm_num
example : (-7 : Int) / 2 = -4 := by norm_num
example : (-7 : Int) % 2 = 1 := by norm_num
example : (-3 : Int) < 2 := by norm_num
example : (355 / 113 : Rat) * 113 = 355 := by norm_num
example : (1 / 3 : Rat) < 1 / 2 := by norm_num
example (n : Nat) (h : n = 2) : n + 2 = 4 := by norm_num [h]
end
section
variable {K : Type u} [LinearOrderedField K]
example : True := by
  fail_if_success have : (1 / 2 : K) = 2 / 3 := by norm_num; done
  fail_if_success have : (2 / 3 : K) < 1 / 2 := by norm_num; done
  fail_if_success have : (2 : K) ≠ 4 / 2 := by norm_num; done
  fail_if_success have : 7 ∣ 92 := by norm_num; done
  fail_if_success have : 100 % 7 = 3 := by norm_num; done
  fail_if_success have : (1 / 3 : Rat) < 1 / 4 := by norm_num; done
  trivial
end
