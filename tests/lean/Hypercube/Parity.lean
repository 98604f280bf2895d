prelude
import DeepTheory.Hypercube
/-! # Parities, noise and samples on small cubes, in the kernel -/
set_option autoImplicit false
open Hypercube

/-! All characters of the three-dimensional cube -/
example : ∀ S T : Finset (Fin 2), ∀ x, (character S x * character T x : Rat) =
    character (symmDiff S T) x := by
  decide +kernel
example : ∀ S T : Finset (Fin 3), expect (fun x => character S x * character T x) = if S =
    T then (1 : Rat) else 0 := by
  decide +kernel
example : ∀ S : Finset (Fin 3), coefficient (character {0, 2}) S = if S = {0,
    2} then (1 : Rat) else 0 := by
  decide +kernel

/-! Noise -/
example : ∑ z, bitsProb (fun _ : Fin 3 => (1 / 5 : Rat)) z = 1 := by decide +kernel
example : noiseSensitivity (1 / 4 : Rat) (fun x : Fin 2 → Bool => x 0 ^^ x 1) = 3 / 8 :=
    by decide +kernel
example : ∀ x : Fin 2 → Bool, noiseMean (1 / 4 : Rat) (character {0, 1}) x = 1 / 4 *
    character {0, 1} x := by
  decide +kernel
example : ∑ z ∈ Finset.univ.filter (fun z : Fin 3 → Bool => (Finset.ofBool z).card % 2 = 1),
    bitsProb (fun _ => (1 / 3 : Rat)) z = 13 / 27 := by decide +kernel

/-! Samples: all pairs of points of the square -/
example : sampleExpect (fun X : Fin 2 → Fin 2 → Bool => empirical (fun x =>
    (sign (x 0 && x 1) : Rat)) X {0}) =
    coefficient (fun x : Fin 2 → Bool => sign (x 0 && x 1)) {0} := by decide +kernel
example : sampleExpect (fun X : Fin 2 → Fin 1 → Bool => (empirical (fun x =>
    (sign (x 0) : Rat)) X ∅) ^ 2) = 1 / 2 := by
  decide +kernel

/-! Correlations with parities -/
example : (correlated (fun x : Fin 3 → Bool => (sign (majority 3 x) : Rat)) (2 / 5)).card =
    4 := by decide +kernel
example : ∀ S T : Finset (Fin 2), S ≠ T → parityMean (fun x y => sign (x 0) * y) S = (0 : Rat) ∨
    parityMean (fun x y => sign (x 0) * y) T = (0 : Rat) := by decide +kernel

/-! The theorems at the rational numbers -/
example (f : (Fin 4 → Bool) → Rat) : expect (fun x => f x ^ 2) = ∑ S, coefficient f S ^ 2 :=
    parseval f
example (f : (Fin 4 → Bool) → Rat) (hf : IsBoolean f) : ∑ S, coefficient f S ^ 2 = 1 :=
  sum_coefficient_sq_of_isBoolean two_ne_zero hf
