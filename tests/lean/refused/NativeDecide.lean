prelude
-- expect: unknown tactic
import DeepTheory.Core

example : 2 + 2 = 4 := by native_decide
