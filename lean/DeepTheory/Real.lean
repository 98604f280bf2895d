prelude
import DeepTheory.Real.Limit
import DeepTheory.Real.Defs
import DeepTheory.Real.Order
import DeepTheory.Real.Complete
import DeepTheory.Real.Continuous
import DeepTheory.Real.Sqrt
import DeepTheory.Real.EuclideanNorm
import DeepTheory.Real.Exp
import DeepTheory.Real.ExpBounds
import DeepTheory.Real.Cosh
import DeepTheory.Real.Log
import DeepTheory.Real.Pow
import DeepTheory.Real.Enclosure
import DeepTheory.Real.Integral
import DeepTheory.Real.Interval
import DeepTheory.Real.Tactic.Enclosure
/-! # The real numbers

The ordered field, limits and completeness; the Riemann integral; square roots, exponentials,
logarithms and powers with their inequalities; rational enclosures that the kernel computes. -/
