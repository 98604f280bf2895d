prelude
-- expect: Tactic `decide` proved that the proposition
import DeepTheory.Algebra
/-! # A false statement on rational numbers -/
theorem wrong : (1/3 : Rat) + 1/6 = 2/3 := by decide
