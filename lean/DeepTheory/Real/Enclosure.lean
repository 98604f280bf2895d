prelude
import DeepTheory.Real.Enclosure.FixedPoint
import DeepTheory.Real.Enclosure.Exp
import DeepTheory.Real.Enclosure.Sqrt
import DeepTheory.Real.Enclosure.Log
/-! # Rational enclosures that the kernel computes

Lower and upper bounds of `exp x`, `sqrt x` and `log x` for rational `x`, as close as one wants. A
numeric instance of a real inequality then follows from a comparison of rational numbers, which
`decide +kernel` settles. The computation is in fixed point with directed rounding: the fractions
stay as small as the precision allows.
-/
