prelude
import DeepTheory.Algebra.Tactic.Positivity
/-! # The tactic `field`

`field` proves equations in fields like `ring`; it also cancels denominators that `positivity` shows
to be nonzero, such as `x ^ 2 + 1` or `(n : K) + 1` in an ordered field, and products of these and
of what is nonzero by hypothesis.
-/
set_option autoImplicit false

open Lean Lean.Meta Lean.Elab.Tactic Tactic.Ring

/-- `field` proves equations in fields; denominators are nonzero by hypothesis or by `positivity`.
-/
syntax (name := fieldTactic) "field" : tactic

/-- The implementation of `field`. -/
@[tactic fieldTactic] def evalField : Lean.Elab.Tactic.Tactic := fun _ => withMainContext do
  let t ← getMainTarget
  match ← equation? t with
  | none => throwTactic `field [stringToMessageData "the goal is not an equation"]
  | some (R, a, b) =>
    let hyps ← hypotheses
    let other (d : Expr) : MetaM (Option Expr) := do
      let s ← Tactic.Positivity.sign hyps 100 d
      s.nonzero?
    match ← proveEqWith other R a b with
    | (some p, _) => closeMainGoal `field p false
    | (none, msg) => throwTactic `field msg
