prelude
-- expect: the two sides differ
import DeepTheory.Algebra.Tactic.Ring
/-! # `ring` must refuse the freshman's dream, and say how the sides differ -/
set_option autoImplicit false

theorem false_square {R : Type} [CommRing R] (a b : R) : (a + b) ^ 2 = a ^ 2 + b ^ 2 := by ring
