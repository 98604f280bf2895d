prelude
-- expect: Tactic `decide` proved that the proposition
import DeepTheory.Algebra
/-! # A false statement on a sum, for the kernel -/
theorem wrong : ∑ i < 20, 1 / ((i : Rat) + 1) < 3 := by decide +kernel
