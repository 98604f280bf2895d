prelude
import DeepTheory.Algebra.Tactic.Ring
import DeepTheory.Algebra.Nat.Basic
/-! # Tests of `ring`: equations that it must prove, and false ones that it must refuse -/
set_option autoImplicit false
universe u

/-! ## Commutative semirings -/
section
variable {R : Type u} [CommSemiring R] (a b c : R)
example : a + b = b + a := by ring
example : (a + b) ^ 3 = a ^ 3 + 3 * a ^ 2 * b + 3 * a * b ^ 2 + b ^ 3 := by ring
example : (a + b) * (b + c) * (c + a) + a * b * c = (a + b + c) * (a * b + b * c + c * a) := by ring
example : 0 * a + 1 * b + c * 0 = b := by ring
example : (2 : R) + 3 * 4 = 14 := by ring
example : (a ^ 2) ^ 3 = a ^ 6 := by ring
example : a ^ 0 = 1 := by ring
example : (1000 * a + 1) ^ 2 = 1000000 * a ^ 2 + 2000 * a + 1 := by ring
end

/-! ## Natural numbers -/
section
variable (m n k : Nat)
example : (m + n + 1) ^ 2 = m ^ 2 + 2 * m * n + n ^ 2 + 2 * m + 2 * n + 1 := by ring
example : n.succ * m = m * n + m := by ring
example : (m - n) * k + k = k * (1 + (m - n)) := by ring
example : 2 ^ (n + 1) = 2 * 2 ^ n := by ring
end

/-! ## Commutative rings -/
section
variable {R : Type u} [CommRing R] (a b c d : R) (m n : Nat)
example : (a - b) * (a + b) = a ^ 2 - b ^ 2 := by ring
example : a - a = 0 := by ring
example : -(a - b) = b - a := by ring
example : -a * -b = a * b := by ring
example : (a - b) ^ 2 + 4 * a * b = (a + b) ^ 2 := by ring
example : (a + b + c) ^ 2 - (a - b - c) ^ 2 = 4 * a * (b + c) := by ring
example : (a * d - b * c) ^ 2 + (a * c + b * d) ^ 2 = (a ^ 2 + b ^ 2) * (c ^ 2 + d ^ 2) := by ring
example : a ^ 3 + b ^ 3 + c ^ 3 - 3 * a * b * c =
    (a + b + c) * (a ^ 2 + b ^ 2 + c ^ 2 - a * b - b * c - c * a) := by ring
-- variable exponents
example : a ^ (n + 1) = a * a ^ n := by ring
example : a ^ (n + m) * a = a ^ m * a ^ (n + 1) := by ring
example : (a * b) ^ (n + 2) = a ^ n * b ^ n * (a * b) ^ 2 := by ring
example : a ^ (2 * n) = (a ^ n) ^ 2 := by ring
example : (a ^ m) ^ n = a ^ (m * n) := by ring
example : (-a) ^ n * 2 ^ (n + 1) = 2 * (-1) ^ n * 2 ^ n * a ^ n := by ring
example : (a ^ 2) ^ n = a ^ n * a ^ n := by ring
example : (12 : R) ^ n = 3 ^ n * (2 ^ n) ^ 2 := by ring
-- casts
example : (((m + n) * 3 + 1 : Nat) : R) = 3 * m + 3 * n + 1 := by ring
example : ((m ^ 2 : Nat) : R) = (m : R) ^ 2 := by ring
example : ((5 : Nat) : R) = 5 := by ring
-- atoms that are functions
example (f : R → R) : f (a + b) * 2 - f (a + b) = f (a + b) := by ring
end

/-! ## Fields -/
section
variable {K : Type u} [Field K] (a b c x y : K) (n : Nat)
example : a / b = a * b⁻¹ := by ring
example : (a * b)⁻¹ = b⁻¹ * a⁻¹ := by ring
example : a⁻¹⁻¹ = a := by ring
example : (a + b) / c = a / c + b / c := by ring
example : (-a) / b = -(a / b) := by ring
example : a / 1 = a := by ring
example : a / b / c = a / (b * c) := by ring
example : (a / b) ^ 2 = a ^ 2 / b ^ 2 := by ring
example : (a / b) ^ n = a ^ n / b ^ n := by ring
example (h : b ≠ 0) : a / b * b = a := by ring
example (h : b ≠ 0) : a * b ^ 3 / b = a * b ^ 2 := by ring
example (h : ¬b = 0) : b * b⁻¹ = 1 := by ring
example (h : 0 ≠ b) : b * b⁻¹ = 1 := by ring
example (hx : x ≠ 0) (hy : y ≠ 0) : x / y + y / x = (x ^ 2 + y ^ 2) / (x * y) := by ring
example (h : x + y ≠ 0) : x / (x + y) + y / (x + y) = 1 := by ring
example (h : (2 : K) ≠ 0) : a / 2 + a / 2 = a := by ring
example (h : (2 : K) ≠ 0) : (1 / 2 : K) ^ (n + 1) * 2 ^ (n + 2) = 2 := by ring
example (h : x ≠ 0) : x ^ n * x⁻¹ ^ n = 1 := by ring
example (hx : x ≠ 0) (h : 1 + 1 / x ≠ 0) : (1 + 1 / x) * (1 / (1 + 1 / x)) = 1 := by ring
example (h : y + x ≠ 0) : (x + y) / (x + y) = 1 := by ring
example (h : x - y ≠ 0) : (x ^ 2 - y ^ 2) / (x - y) = x + y := by ring
end

/-! ## Ordered fields: numerals are not zero -/
section
variable {K : Type u} [LinearOrderedField K] (a b : K) (n : Nat)
example : a / 2 + a / 3 + a / 6 = a := by ring
example : (a + b) / 2 - (a - b) / 2 = b := by ring
example : (1 / 2 : K) + 1 / 3 = 5 / 6 := by ring
example : (3 * a / 4) ^ 2 = 9 / 16 * a ^ 2 := by ring
example (h : 0 < b) : a / b * b = a := by ring
example (h : b < 0) : a / b * b = a := by ring
example : (1 / 2 : K) ^ n * 2 ^ n = 1 := by ring
end

/-! ## What must be refused -/
section
variable {R : Type u} [CommRing R] {K : Type u} [Field K] (a b c : R) (x y : K) (m n : Nat)
-- false
example : True := by
  fail_if_success have : (a + b) ^ 2 = a ^ 2 + b ^ 2 := by ring
  fail_if_success have : a - b = b - a := by ring
  fail_if_success have : (2 : R) = 3 := by ring
  fail_if_success have : a * b = a := by ring
  fail_if_success have : m - n + n = m := by ring
  fail_if_success have : a ^ (n + 1) = a ^ n := by ring
  fail_if_success have : a ^ (m * n) = a ^ m * a ^ n := by ring
  trivial
-- true only under a hypothesis that is missing
example : True := by
  fail_if_success have : x * x⁻¹ = 1 := by ring
  fail_if_success have : x / 2 + x / 2 = x := by ring
  fail_if_success have : x / y * y = x := by ring
  trivial
-- not equations, or not rings
example : True := by
  fail_if_success have : a = b → a = b := by ring
  fail_if_success have : True = True := by ring
  trivial
end
