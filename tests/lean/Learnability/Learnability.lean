prelude
import DeepTheory.Learnability
/-! # The deletion algorithm and threshold gates at work -/
set_option autoImplicit false
open Deletion ThresholdGate

-- 1 + 2 * 3 + 4 * 3 conjunctions of at most two literals in three variables
example : (conjunctions 3 2).length = 19 := by decide +kernel
-- one negative example deletes those that it satisfies: 1 + 3 + 3
example : (survivors Conjunction.eval (conjunctions 3 2) [(fun _ => true, false)]).length = 12 := by
  decide +kernel
example : Conjunction.eval (fun i : Fin 3 => if i = 0 then some true else none) (fun _ => true) =
    true := by decide +kernel
example : Conjunction.eval (fun _ : Fin 3 => none) (fun _ => false) = true := by decide +kernel

-- all inputs of four gates
example : ∀ x : Fin 4 → Bool, (sgn (andArg fun i => if x i = true then (1 : Int) else -1) = 1) ↔
    ∀ i, x i = true := by decide +kernel
example : ∀ x : Fin 4 → Bool, (sgn (orArg fun i => if x i = true then (1 : Int) else -1) = 1) ↔
    ∃ i, x i = true := by decide +kernel
-- no gates at all
example : sgn (andArg (fun i : Fin 0 => nomatch i : Fin 0 → Int)) = 1 := by decide +kernel
example : sgn (orArg (fun i : Fin 0 => nomatch i : Fin 0 → Int)) = -1 := by decide +kernel
