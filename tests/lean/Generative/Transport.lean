prelude
import DeepTheory.Generative
/-! # Distances of small laws, and networks -/
set_option autoImplicit false
open Transport

-- the distance of points of the line, whatever is near
example : IsW1 (fun x y => |x - y|) (Expectation.dirac Rat 0) (Expectation.dirac Rat (-7)) 7 := by
  have h := isW1_of_isLeast (isLeast_dirac_line (-7 : Rat))
  rwa [show |(-7 : Rat)| = 7 by decide +kernel] at h

-- the distance of a coin from a constant one is determined
example (w : Rat) (h : IsW1 discrete coin.expectation
    (FiniteDistribution.point Rat true).expectation w) : w = 1 / 2 := h.unique isW1_witness

example : Information.tvDist (Information.uniform Rat (Fin 4)) (Information.point 2) = 3 / 4 := by
  decide +kernel

namespace LipschitzNetwork

example : (oneNeuron Rat).eval (fun t => max t 0) (fun _ => 1 / 5) 0 = 16 / 5 := by decide +kernel
example : ((oneNeuron Rat).normalize rowNorm).product rowNorm = 1 := by decide +kernel
-- the output moves by at most six times the move of the input
example (x y : Fin 1 → Rat) : supNorm (fun i => (oneNeuron Rat).eval (fun t => max t 0) x i -
    (oneNeuron Rat).eval (fun t => max t 0) y i) ≤ 6 * supNorm (x - y) := by
  have h := lipschitzWith_rowNorm abs_max_zero_sub_le (oneNeuron Rat) x y
  rwa [lipschitzWith_rowNorm_witness.2] at h

end LipschitzNetwork
