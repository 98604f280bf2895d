prelude
-- expect: Tactic `decide` proved that the proposition
import DeepTheory.Real.Enclosure
/-! # A false bound of Euler's number -/
theorem wrong : Real.exp 1 < ((271828 / 100000 : Rat) : Real) := by
  have h := Real.exp_lt_of_expUpper_lt (x := 1) (q := 271828 / 100000) 40 (by decide +kernel)
  rwa [Rat.cast_one] at h
