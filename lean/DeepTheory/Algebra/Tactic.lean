prelude
import DeepTheory.Algebra.Tactic.Field
import DeepTheory.Algebra.Tactic.LinearCombination
import DeepTheory.Algebra.Tactic.NormNum
import DeepTheory.Algebra.Tactic.Omega
/-! # The tactics of the library

`ring`, `linarith`, `nlinarith`, `positivity`, `norm_num`, `field`, `linear_combination` and
`omega`; each file in `Algebra/Tactic` says what its tactic can do.
-/
