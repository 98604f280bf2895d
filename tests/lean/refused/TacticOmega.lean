prelude
-- expect: no contradiction found
import DeepTheory.Algebra.Tactic.Omega
/-! # `omega` must not take every number for even -/
set_option autoImplicit false

theorem even (n : Nat) : 2 * (n / 2) = n := by omega
