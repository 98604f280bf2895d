prelude
-- expect: no linear combination of these hypotheses is a contradiction
import DeepTheory.Algebra.Tactic.Linarith
/-! # `linarith` must refuse a strict inequality that does not follow, and list what it saw -/
set_option autoImplicit false

theorem not_strict {K : Type} [LinearOrderedField K] (a b : K) (h : a ≤ b) : a < b := by linarith
