prelude
import DeepTheory.Generative.Discriminator
/-! # Values of the GAN objective and of the Jensen-Shannon divergence -/
set_option autoImplicit false
open Real Information GAN

-- different points are at the largest divergence, the same point at none
example : jsDiv (point 0 : Fin 9 → Real) (point 8) = log 2 := by
  rw [jsDiv_point, if_neg (by decide)]
example : jsDiv (point 3 : Fin 9 → Real) (point 3) = 0 := by rw [jsDiv_point, if_pos rfl]

-- the law of generated samples is computed
example : pushforward (fun z : Fin 4 => if z = 0 then (2 / 5 : Rat) else 1 / 5)
    (fun z => decide (z = 0) || decide (z = 3)) true = 3 / 5 := by decide +kernel
