prelude
import DeepTheory.Robustness
/-! # Linear attacks on small vectors -/
set_option autoImplicit false
open Robust

def gradient (i : Fin 3) : Rat := if i = 0 then 1 / 2 else if i = 1 then -2 else 0

example : l1Norm gradient = 5 / 2 := by decide +kernel
example : supNorm gradient = 2 := by decide +kernel
example : (gradient ⬝ᵥ fun i => 1 / 10 * sgn (gradient i)) = 1 / 4 := by decide +kernel
-- a vector without entries
example : supNorm (fun _ : Fin 0 => (7 : Rat)) = 0 := by decide +kernel

-- the value of the strongest attack is the only greatest value
example : IsGreatest (fun c => ∃ δ, supNorm δ ≤ 1 / 10 ∧ gradient ⬝ᵥ δ = c) (1 / 4) := by
  have h := isDualNorm_supNorm.isGreatest_attack isNorm_supNorm gradient (ε := 1 / 10)
    (by decide +kernel)
  rwa [show 1 / 10 * l1Norm gradient = 1 / 4 by decide +kernel] at h

-- a point of the boundary at the distance one quarter, and none nearer
example (δ : Fin 2 → Rat) (h : supNorm δ < 1 / 4) :
    sgn ((fun _ => 1) ⬝ᵥ ((fun _ => 1) + δ) + -3 / 2) = 1 := by
  have k := isDualNorm_supNorm.sgn_eq_of_lt isNorm_supNorm (w := fun _ : Fin 2 => (1 : Rat))
    (fun e => one_ne_zero (congrFun e 0)) (-3 / 2) (fun _ => 1) δ
    (lt_of_lt_of_le h (by decide +kernel))
  rw [k]
  decide +kernel
