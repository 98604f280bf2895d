prelude
import DeepTheory.Algebra.Tactic.Ring
import DeepTheory.Algebra.Nat.Basic
/-! # Benchmark: `ring`

Run it like any Lean file of the library and read the times that the profiler prints; target:
`sixth_power` in less than 0.5 s.
-/
set_option autoImplicit false
set_option profiler true
set_option profiler.threshold 1
universe u
variable {K : Type u} [Field K] {R : Type u} [CommRing R]

theorem sixth_power (a b c d : R) : (a + b + c + d) ^ 6 = (a + b + c + d) ^ 3 *
    (a + b + c + d) ^ 3 := by ring

theorem sixth_power_nat (a b c d : Nat) : (a + b + c + d) ^ 6 = (a + b + c + d) ^ 2 *
    (a + b + c + d) ^ 4 := by ring

theorem tenth_power (a b : R) : (a - b) ^ 10 = (a ^ 2 - 2 * a * b + b ^ 2) ^ 5 := by ring

theorem four_squares (a b c d p q r s : R) :
    (a ^ 2 + b ^ 2 + c ^ 2 + d ^ 2) * (p ^ 2 + q ^ 2 + r ^ 2 + s ^ 2) =
      (a * p - b * q - c * r - d * s) ^ 2 + (a * q + b * p + c * s - d * r) ^ 2 +
        (a * r - b * s + c * p + d * q) ^ 2 + (a * s + b * r - c * q + d * p) ^ 2 := by ring

theorem fractions (x y : K) (hx : x ≠ 0) (hy : y ≠ 0) (hxy : x + y ≠ 0) :
    x / y + y / x + (x - y) / (x + y) = (x ^ 3 + 2 * x ^ 2 * y + y ^ 3) / (x * y * (x + y)) :=
        by ring
