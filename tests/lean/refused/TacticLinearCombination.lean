prelude
-- expect: goal minus combination is not zero
import DeepTheory.Algebra.Tactic.LinearCombination
import DeepTheory.Algebra.Order.Defs
/-! # `linear_combination` must refuse a combination that does not give the goal -/
set_option autoImplicit false

theorem wrong {R : Type} [CommRing R] (a b : R) (h : a = b) : b = a := by linear_combination h
