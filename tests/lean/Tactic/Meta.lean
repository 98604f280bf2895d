prelude
import DeepTheory.Core.Meta.Monad
/-! # Tests of the metaprogramming layer

Small tactics written with it: `do` notation, hypotheses, errors with a state that is restored, quotations, given terms.
-/
set_option autoImplicit false
set_option linter.unusedVariables false
open Lean Lean.Elab.Tactic

/-- Closes the goal by a hypothesis that is the goal, or by one read from right to left. -/
syntax (name := byHypothesis) "by_hypothesis" : tactic

/-- Tries the hypotheses one after another. -/
def tryAll (t : Expr) : List (Expr × Expr) → TacticM Unit
  | [] => throwTactic `by_hypothesis [stringToMessageData "no hypothesis fits", indentExpr t]
  | (p, s) :: l => do
    if ← Meta.isDefEqGuarded t s then closeMainGoal `by_hypothesis p false
    else match ← attempt (do
        let q ← Meta.mkEqSymm p
        let s ← Meta.inferType q
        if ← Meta.isDefEqGuarded t s then pure q else throwTactic `by_hypothesis []) with
      | some q => closeMainGoal `by_hypothesis q false
      | none => tryAll t l

/-- The implementation. -/
@[tactic byHypothesis] def evalByHypothesis : Lean.Elab.Tactic.Tactic := fun _ => withMainContext do
  let t ← getMainTarget
  let hyps ← Meta.hypotheses
  tryAll t hyps

example (a b : Nat) (h : a = b) : a = b := by by_hypothesis
example (a b : Nat) (h : a = b) : b = a := by by_hypothesis
example (a b c : Nat) (_ : a = b) : True := by
  fail_if_success have : b = c := by by_hypothesis
  trivial

/-- Introduces and splits as long as possible. -/
syntax (name := splitAll) "split_all" : tactic

/-- The implementation: two steps at a time on each goal, the state in between read again. -/
def splitGo (ref : Syntax) : Nat → TacticM Unit
  | 0 => pure ()
  | fuel + 1 => do
    let t ← withMainContext getMainTarget
    let t ← Meta.whnfR t
    if t.isForall then
      let _ ← introOne
      splitGo ref fuel
    else if t.isAppOf ``And then
      runTactic ref `(tactic| refine ⟨?_, ?_⟩)
      let gs ← getGoals
      onGoals (splitGo ref fuel) gs
    else runTactic ref `(tactic| assumption)

@[tactic splitAll] def evalSplitAll : Lean.Elab.Tactic.Tactic := fun stx =>
  onMainGoal (splitGo stx 100)

example (p q r : Prop) : p → q → (p ∧ q) ∧ (r → r ∧ p) := by split_all
example (p q : Prop) (_ : q) : (p → p) ∧ q := by
  refine ⟨?_, ?_⟩
  split_all
  assumption

/-- Closes the goal by a given term. -/
syntax (name := byTerm) "by_term " term : tactic

@[tactic byTerm] def evalByTerm : Lean.Elab.Tactic.Tactic := fun stx => withMainContext do
  let es ← elabTerms [stx.getArg 1]
  match es with
  | [e] =>
    let s ← Meta.inferType e
    let t ← getMainTarget
    if ← Meta.isDefEqGuarded s t then closeMainGoal `by_term e false
    else throwTactic `by_term [stringToMessageData "the term proves", indentExpr s]
  | _ => throwTactic `by_term []

example (p : Nat → Prop) (h : ∀ n, p n) : p 3 := by by_term h 3
example (p : Nat → Prop) (h : ∀ n, p n) : p 3 := by
  fail_if_success by_term h 4
  by_term h 3
