prelude
import DeepTheory.ImplicitBias
/-! # The two answers to one equation -/
set_option autoImplicit false
open ToyProblem

example : normSq ((1 / 5, 2 / 5) : Rat × Rat) = 1 / 5 ∧
    normSq ((0, 1 / 2) : Rat × Rat) = 1 / 4 := by decide +kernel
example : l1 ((1 / 5, 2 / 5) : Rat × Rat) = 3 / 5 ∧ l1 ((0, 1 / 2) : Rat × Rat) = 1 / 2 := by
  decide +kernel
example (x : Real × Real) (h : Minimizes Feasible (fun x => Real.sqrt (normSq x)) x) :
    x.2 = 2 / 5 := congrArg Prod.snd (minimizes_norm_iff.1 h)
