prelude
import DeepTheory.Algebra.Tactic.Ring.Reify
import DeepTheory.Real.Interval
/-! # The tactic `enclosure`

`enclosure` proves inequalities between closed forms of real numbers: numerals combined by `+`, `-`,
`*`, `/`, inverses, powers, `Real.exp`, `Real.log` and `Real.sqrt`. It computes intervals around
both sides, with more and more binary digits (up to 320 after the point) until they are disjoint.
The kernel computes the intervals. Conjunctions of such inequalities are split.

## Main definitions

* `Tactic.Enclosure.reify?`: reads an expression as a `Real.ClosedForm`.
-/
set_option autoImplicit false

namespace Tactic.Enclosure
open Lean Lean.Meta Lean.Elab.Tactic
open Real (ClosedForm)
open Tactic.Ring (operands)

/-- A term as an expression. -/
def quote : ClosedForm → Expr
  | .zero => mkConst0 ``Real.ClosedForm.zero
  | .one => mkConst0 ``Real.ClosedForm.one
  | .nat n => mkApp (mkConst0 ``Real.ClosedForm.nat) (mkRawNatLit n)
  -- never made by `reify?`
  | .rat _ => mkConst0 ``Real.ClosedForm.zero
  | .neg s => mkApp (mkConst0 ``Real.ClosedForm.neg) (quote s)
  | .add s t => mkApp2 (mkConst0 ``Real.ClosedForm.add) (quote s) (quote t)
  | .sub s t => mkApp2 (mkConst0 ``Real.ClosedForm.sub) (quote s) (quote t)
  | .mul s t => mkApp2 (mkConst0 ``Real.ClosedForm.mul) (quote s) (quote t)
  | .inv s => mkApp (mkConst0 ``Real.ClosedForm.inv) (quote s)
  | .div s t => mkApp2 (mkConst0 ``Real.ClosedForm.div) (quote s) (quote t)
  | .pow s k => mkApp2 (mkConst0 ``Real.ClosedForm.pow) (quote s) (mkRawNatLit k)
  | .rpow s t => mkApp2 (mkConst0 ``Real.ClosedForm.rpow) (quote s) (quote t)
  | .exp s => mkApp (mkConst0 ``Real.ClosedForm.exp) (quote s)
  | .log s => mkApp (mkConst0 ``Real.ClosedForm.log) (quote s)
  | .sqrt s => mkApp (mkConst0 ``Real.ClosedForm.sqrt) (quote s)

/-- The term of an expression, if there is one. -/
def reify? : Nat → Expr → Option ClosedForm
  | 0, _ => none
  | fuel + 1, e =>
    match e.nat? with
    | some 0 => some .zero
    | some 1 => some .one
    | some n => some (.nat n)
    | none =>
      let (c, as) := e.view
      let unary (f : ClosedForm → ClosedForm) : Option ClosedForm := match reify? fuel e.arg with
        | some s => some (f s)
        | none => none
      let binary (f : ClosedForm → ClosedForm → ClosedForm) : Option ClosedForm :=
        let (a, b) := operands e
        match reify? fuel a, reify? fuel b with
        | some s, some t => some (f s t)
        | _, _ => none
      let base (k : Nat) : Option ClosedForm := match reify? fuel (operands e).1 with
        | some s => some (.pow s k)
        | none => none
      if c.same ``Neg.neg then unary .neg
      else if c.same ``Inv.inv then unary .inv
      else if c.same ``Real.exp then unary .exp
      else if c.same ``Real.log then unary .log
      else if c.same ``Real.sqrt then unary .sqrt
      else if c.same ``HAdd.hAdd then binary .add
      else if c.same ``HSub.hSub then binary .sub
      else if c.same ``HMul.hMul then binary .mul
      else if c.same ``HDiv.hDiv then binary .div
      else if c.same ``HPow.hPow then
        match as with
        | _ :: ty :: _ =>
          if ty.isConstOf ``Nat then
            match e.arg.nat? with
            | some k => base k
            | none => none
          else binary .rpow
        | _ => none
      else if c.same ``Nat.cast then
        match e.arg.nat? with
        | some n => some (.nat n)
        | none => none
      else none

/-- Tries the proof with the precisions of the list, one after the other. -/
def tryAll (ref : Syntax) (lemma check : Name) (s t : Expr) : List Nat → TacticM Unit
  | [] =>
    throwTactic `enclosure
      [stringToMessageData "the intervals of the two sides overlap, or one does not exist"]
  | n :: ns => do
    let n := mkRawNatLit n
    let attempted ← attempt do
      let goal := mkApp3 (mkConst ``Eq [levelOfOne]) (mkConst0 ``Bool)
        (mkApp3 (mkConst0 check) n s t) (mkConst0 ``Bool.true)
      let m ← mkFreshExprSyntheticOpaqueMVar goal .anonymous
      closeMainGoal `enclosure (mkApp4 (mkConst0 lemma) n s t m) false
      onGoals (runTactic ref `(tactic| decide +kernel)) [m.mvarId!]
    match attempted with
    | some _ => return ()
    | none => tryAll ref lemma check s t ns

/-- Proves `a < b` or `a ≤ b`. -/
def prove (ref : Syntax) (precisions : List Nat) (target : Expr) : TacticM Unit := do
  let t ← whnfR target
  let (c, as) := t.view
  let (strict, known) := if c.same ``LT.lt then (true, true) else (false, c.same ``LE.le)
  match as, cond known (real as) false with
  | [_, _, a, b], true =>
    match reify? 1000 a, reify? 1000 b with
    | some s, some t =>
      let (lemma, check) :=
        if strict then (``Real.ClosedForm.lt_of_check, ``Real.ClosedForm.ltCheck)
        else (``Real.ClosedForm.le_of_check, ``Real.ClosedForm.leCheck)
      tryAll ref lemma check (quote s) (quote t) precisions
    | _, _ => throwTactic `enclosure [stringToMessageData "a side is not a closed form"]
  | _, _ => throwTactic `enclosure [stringToMessageData "the goal is no inequality of reals"]
where
  /-- Is the first argument the type of real numbers? -/
  real : List Expr → Bool
    | R :: _ => R.isConstOf ``Real
    | [] => false

end Tactic.Enclosure

open Lean Lean.Meta Lean.Elab.Tactic

/-- One inequality between closed forms. -/
syntax (name := enclosureTactic) "enclosure_core" : tactic

/-- The implementation of `enclosure`. -/
@[tactic enclosureTactic] def evalEnclosure : Lean.Elab.Tactic.Tactic := fun ref =>
  withMainContext do Tactic.Enclosure.prove ref [20, 40, 80, 160, 320] (← getMainTarget)

/-- `enclosure` proves inequalities between closed forms of real numbers by intervals. -/
syntax "enclosure" : tactic
macro_rules
  | `(tactic| enclosure) => `(tactic| first | (apply And.intro <;> enclosure) | enclosure_core)
