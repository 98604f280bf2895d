prelude
import DeepTheory.Robustness
/-! # Robust risk of a classifier of four points on a circle -/
set_option autoImplicit false
open Robust

instance : Add (Fin 4) := ⟨fun a b => ⟨(a.val + b.val) % 4, Nat.mod_lt _ (by decide)⟩⟩

example : risk (FiniteDistribution.uniform Rat (Fin 4)).expectation id (fun i => decide (i.val < 2))
    (fun x : Fin 4 => decide (x.val < 2)) = 0 := by decide +kernel
-- shifts by 0 and 1 make two of the four points wrong
example : robustRisk (FiniteDistribution.uniform Rat (Fin 4)).expectation id
    (fun i => decide (i.val < 2)) (fun x : Fin 4 => decide (x.val < 2)) (fun d => d.val < 2) =
      1 / 2 := by decide +kernel
