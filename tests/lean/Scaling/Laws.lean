prelude
import DeepTheory.Scaling
/-! # Tails and dimensions in numbers -/
set_option autoImplicit false

example : SpectralTail.powerSum Rat 2 1 3 = 1 / 4 + 1 / 9 + 1 / 16 := by decide +kernel
-- the tail of `1 / j²` after one mode lies between one half and one
example (l : Real) (h : HasLimit (fun k => SpectralTail.powerSum Real 2 1 k) l) :
    1 / (((2 : Nat) : Real) - 1) / (((1 : Nat) : Real) + 1) ≤ l := by
  have k := (SpectralTail.tail_bounds (le_refl 2) (le_refl 1) h).1
  rwa [show (2 - 1 : Nat) = 1 from rfl, pow_one, ← div_div] at k

example : EffectiveDimension.dim (fun j : Fin 3 => (j.val : Rat)) 1 = 7 / 6 := by decide +kernel

-- on log-log axes one decade of a law with the exponent one is one decade down
example : (5 : Rat) / (10 * 7) ^ 1 / (5 / 7 ^ 1) = 1 / 10 ^ 1 :=
  PowerLaw.ratio_eq 1 (by decide +kernel) (by decide +kernel)
