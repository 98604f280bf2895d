prelude
import DeepTheory.Algebra.Tactic.Linarith
/-! # Benchmark: `linarith`

Run it like any Lean file of the library and read the times that the profiler prints; target: the
theorem with twelve hypotheses in eight
variables in less than 0.2 s.
-/
set_option autoImplicit false
set_option linter.unusedVariables false
set_option profiler true
set_option profiler.threshold 1
universe u
variable {K : Type u} [LinearOrderedField K]

theorem twelve_in_eight (a b c d e f g h : K)
    (h1 : a + b ≤ 3) (h2 : b + c ≤ 4) (h3 : c + d ≤ 5) (h4 : d + e ≤ 6) (h5 : e + f ≤ 7)
        (h6 : f + g ≤ 8)
    (h7 : g + h ≤ 9) (h8 : h + a ≤ 10) (h9 : 0 ≤ a - b) (h10 : 0 ≤ c - d + g) (h11 : 1 ≤ e + 2 * h)
    (h12 : a - c + e ≤ 2 * g) : a + b + c + d + e + f + g + h ≤ 26 := by linarith

theorem triangle (a b c : K) (h1 : a < b) (h2 : b < c) : a < (a + b + c) / 3 ∧
    (a + b + c) / 3 < c := by linarith

theorem products (x y : K) (hx : 0 ≤ x) (hy : 0 ≤ y) (hxy : x * y ≤ 1) (h : x ≤ 1)
    (h' : y ≤ 1) : x + y ≤ 1 + x * y := by
  nlinarith
