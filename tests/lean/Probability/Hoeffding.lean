prelude
import DeepTheory.Probability
/-! # Hoeffding's inequality for a hundred coins -/
set_option autoImplicit false
open Expectation FiniteDistribution Real

-- on a finite space nothing has to be said about random variables
example (D : FiniteDistribution Real Bool) (g : Bool → Real) (h₀ : ∀ x, 0 ≤ g x)
    (h₁ : ∀ x, g x ≤ 1) {ε : Real} (hε : 0 ≤ ε) :
    ((D.iid 100).expectation.prob fun s =>
      ε ≤ |(∑ i, g (s i)) / Fintype.card (Fin 100) - D.expectation.mean g|) ≤
      2 * exp (-(2 * Fintype.card (Fin 100) * ε ^ 2 / (1 - 0) ^ 2)) :=
  (isSample_iid D 100).hoeffding trivial (fun _ _ => trivial) h₀ h₁ hε
    trivial trivial

-- different variables with different ranges
example (D : Fin 2 → FiniteDistribution Real Bool) (g : Fin 2 → Bool → Real)
    (h₀ : ∀ i x, 0 ≤ g i x) (h₁ : ∀ i x, g i x ≤ ((i.val + 1 : Nat) : Real)) {ε : Real}
    (hε : 0 ≤ ε) :
    ((pi D).expectation.prob fun s =>
      ε ≤ ∑ i, (g i (s i) - (pi D).expectation.mean fun s => g i (s i))) ≤
      exp (-(2 * ε ^ 2 / ∑ i : Fin 2, (((i.val + 1 : Nat) : Real) - 0) ^ 2)) :=
  (indepFun_pi D g).hoeffding_sum (fun _ _ => trivial) (fun _ => trivial) (fun i _ => h₀ i _)
    (fun i _ => h₁ i _) hε trivial
