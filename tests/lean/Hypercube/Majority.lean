prelude
import DeepTheory.Hypercube
/-! # The definitions of the hypercube compute: majority of three and of five, in the kernel -/
set_option autoImplicit false
open Hypercube

/-- Majority of three signs. -/
def maj3 (x : Fin 3 → Bool) : Rat := sign (majority 3 x)
/-- Majority of five signs. -/
def maj5 (x : Fin 5 → Bool) : Rat := sign (majority 5 x)

/-! Fourier coefficients -/
example : ∀ i, coefficient maj3 {i} = 1 / 2 := by decide +kernel
example : coefficient maj3 Finset.univ = -(1 / 2) := by decide +kernel
example : coefficient maj3 ∅ = 0 ∧ coefficient maj3 {0, 1} = 0 := by decide +kernel
example : ∑ S, coefficient maj3 S ^ 2 = 1 := by decide +kernel
example : coefficient maj5 {0} = 3 / 8 := by decide +kernel
example : coefficient maj5 {0, 1, 2} = -(1 / 8) := by decide +kernel
example : coefficient maj5 Finset.univ = 3 / 8 := by decide +kernel

/-! Fourier mass and concentration -/
example : highMass maj3 2 = 1 / 4 ∧ highMass maj3 4 = 0 := by decide +kernel
example : IsConcentrated maj3 2 (1 / 4) := by unfold IsConcentrated; decide +kernel
example : ¬IsConcentrated maj3 3 (1 / 5) := by unfold IsConcentrated; decide +kernel
example : lowCount (Fin 5) 3 = 16 := by decide +kernel

/-! Noise sensitivity, as a probability; the spectral formula gives the same -/
example : noiseSensitivity (1 / 10 : Rat) (majority 3) = 17 / 125 := by decide +kernel
example : noiseSensitivity (1 / 10 : Rat) maj3 = 17 / 125 := by decide +kernel
example : (1 / 2 - 1 / 2 * ∑ S, (1 - 2 * (1 / 10)) ^ S.card * coefficient maj3 S ^ 2 : Rat) =
    17 / 125 := by
  decide +kernel
example : noiseSensitivity (1 / 10 : Rat) (majority 5) = 15571 / 100000 := by decide +kernel

/-! Influences, and a halfspace -/
example : (totalInfluence (majority 3) : Rat) = 3 / 2 := by decide +kernel
example : ∀ x : Fin 3 → Bool, halfspace sgn (fun _ => 1) 0 x = maj3 x := by decide +kernel
example : noiseSensitivity (1 / 3 : Rat) (halfspace sgn (fun i : Fin 3 =>
    (i.val + 1 : Rat)) 1) ^ 2 ≤ 1 / 3 := by
  decide +kernel

/-! What is false is refuted -/
example : ¬noiseSensitivity (1 / 10 : Rat) (majority 3) = 1 / 10 := by decide +kernel
example : True := by
  fail_if_success have : coefficient maj3 {0} = 1 / 3 := by decide +kernel
  fail_if_success have : ∑ S, coefficient maj3 S ^ 2 = 2 := by decide +kernel
  trivial
