prelude
-- expect: made no progress
import DeepTheory.Algebra.Tactic.NormNum
/-! # `norm_num` must refuse a false inequality of fractions -/
set_option autoImplicit false

theorem fractions {K : Type} [LinearOrderedField K] : (1 / 2 : K) < 1 / 3 := by norm_num; done
