prelude
-- expect: the rules do not show that
import DeepTheory.Algebra.Tactic.Positivity
/-! # `positivity` must not take a difference for positive -/
set_option autoImplicit false

theorem difference {K : Type} [LinearOrderedField K] (a b : K) (_ : 0 < a) : 0 < a - b :=
    by positivity
