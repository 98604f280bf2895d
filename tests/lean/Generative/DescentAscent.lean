prelude
import DeepTheory.Generative
/-! # Ten steps of descent-ascent -/
set_option autoImplicit false
open BilinearGame

example : orbit (1 : Rat) (1, 0) 4 = (-4, 0) := by decide +kernel
example : normSq (orbit (1 / 10 : Rat) (1, 0) 10) = (101 / 100) ^ 10 := by decide +kernel
example : normSq (extragradientStep (1 / 2 : Rat) (3, 4)) = 25 * (13 / 16) := by decide +kernel
example (η : Real) (h : η ≠ 0) : ∃ t₀ : Nat, ∀ t, t₀ ≤ t → 1000 < normSq (orbit η (1, 0) t) :=
  exists_lt_normSq_orbit_real h (fun e => one_ne_zero (congrArg Prod.fst e)) 1000
