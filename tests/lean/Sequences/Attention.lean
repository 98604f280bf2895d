prelude
import DeepTheory.Sequences
/-! # Attention with a rational kernel -/
set_option autoImplicit false
open Attention

/-- A positive kernel. -/
def kernel (q k : Rat) : Rat := 1 / (1 + (q - k) ^ 2)
/-- Keys and values. -/
def key (j : Fin 4) : Rat := j.val

-- the first position sees itself only
example : causal kernel key key key 0 = 0 := by decide +kernel
example : causal kernel key key key 1 = 2 / 3 := by decide +kernel
example : causal kernel key key key 2 = (1 / 2 + 2) / (1 / 5 + 1 / 2 + 1) := by decide +kernel
example : ∑ j ∈ visible (3 : Fin 4), weight (visible 3) (fun j => kernel (key 3) (key j)) j =
    1 := by decide +kernel
-- with the kernel of the book
example {d n : Nat} (q k : Fin n → Fin d → Real) (i : Fin n) :
    ∑ j ∈ visible i, weight (visible i) (fun j => dotProductKernel (q i) (k j)) j = 1 :=
  (causal_weight dotProductKernel_pos q k i).2
