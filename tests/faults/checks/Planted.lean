prelude
import DeepTheory.Algebra.Nat.Choose
/-! # A definition that is not what it says -/
set_option autoImplicit false

namespace Planted

/-- The sum of the binomial coefficients of `n` up to `k`. Planted: the last one is left out. -/
def binomialSum (n : Nat) : Nat → Nat
  | 0 => 0
  | k + 1 => binomialSum n k + n.choose k

/-- A theorem that holds for the wrong definition as well. -/
theorem binomialSum_le_succ (n k : Nat) : binomialSum n k ≤ binomialSum n (k + 1) :=
  Nat.le_add_right _ _

end Planted
