prelude
import DeepTheory.Algebra.Defs
import DeepTheory.Algebra.Group.Basic
import DeepTheory.Algebra.Ring.Basic
import DeepTheory.Algebra.Field.Basic
import DeepTheory.Algebra.Pi
import DeepTheory.Algebra.Order.Defs
import DeepTheory.Algebra.Order.Basic
import DeepTheory.Algebra.Order.Ring
import DeepTheory.Algebra.Order.Field
import DeepTheory.Algebra.Order.Abs
import DeepTheory.Algebra.Order.Bounds
import DeepTheory.Algebra.Nat.Basic
import DeepTheory.Algebra.Nat.Gcd
import DeepTheory.Algebra.Nat.Choose
import DeepTheory.Algebra.Int.Defs
import DeepTheory.Algebra.Int.Basic
import DeepTheory.Algebra.Rat.Defs
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.List.Basic
import DeepTheory.Algebra.Finset.Basic
import DeepTheory.Algebra.Fintype.Basic
import DeepTheory.Algebra.Fin.Basic
import DeepTheory.Algebra.BigOperators.Defs
import DeepTheory.Algebra.BigOperators.Sum
import DeepTheory.Algebra.BigOperators.Prod
import DeepTheory.Algebra.BigOperators.Ring
import DeepTheory.Algebra.BigOperators.Order
import DeepTheory.Algebra.BigOperators.Geometric
import DeepTheory.Algebra.BigOperators.Inequalities
import DeepTheory.Algebra.BigOperators.Functions
import DeepTheory.Algebra.Fintype.Powerset
import DeepTheory.Algebra.Matrix
import DeepTheory.Algebra.Norm
import DeepTheory.Algebra.Tactic
/-! # Algebra

Ordered algebra in Mathlib's names: structures, numbers, finite sets and sums, vectors and matrices,
and the tactics `ring`, `linarith`, `nlinarith`, `positivity`, `norm_num`, `field` and `omega`.
`lean/README.md` is the guide for authors.
-/
