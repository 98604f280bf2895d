prelude
import DeepTheory.Algebra.Tactic.NormNum
/-! # The tactics of the library

`ring`, `linarith`, `nlinarith`, `positivity` and `norm_num`; each file in `Algebra/Tactic` says what its tactic can do.
-/
