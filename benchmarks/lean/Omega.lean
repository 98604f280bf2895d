prelude
import DeepTheory.Algebra.Tactic.Omega
/-! # Benchmark: `omega`

Run it like any Lean file of the library and read the times that the profiler prints.
-/
set_option autoImplicit false
set_option profiler true
set_option profiler.threshold 1

theorem two_parities (n : Nat) (h : n % 4 = 3) : n % 2 = 1 := by omega

theorem coins (i j : Int) (h : 3 * i + 5 * j = 7) (hi : 0 ≤ i) (hj : 0 ≤ j) : False := by omega

theorem three_cases (a b c : Nat) (h : a - b + (b - c) ≤ 5) (h1 : c + 6 ≤ a) : False := by omega
