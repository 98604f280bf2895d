prelude
import DeepTheory.Algebra.Tactic.Ring
/-! # The tactic `linear_combination`

`linear_combination e` proves `a = b` in a commutative ring or field from equations: `e` is built
from proofs `h : x = y` with `+`, `-`, multiplication by terms, division and negation, and stands
for the same combination of the two sides; what is left, `a - b - (left side - right side) = 0`, is
proved by `ring`. So `linear_combination 2 * h₁ - x * h₂`.
-/
set_option autoImplicit false
universe u

namespace Tactic.LinearCombination

section
variable {R : Type u} [CommRing R] {a b c d : R}

theorem add_eq (h : a = b) (k : c = d) : a + c = b + d := by rw [h, k]
theorem sub_eq (h : a = b) (k : c = d) : a - c = b - d := by rw [h, k]
theorem neg_eq (h : a = b) : -a = -b := by rw [h]
theorem mul_eq (c : R) (h : a = b) : c * a = c * b := by rw [h]
theorem eq_mul (h : a = b) (c : R) : a * c = b * c := by rw [h]

theorem close {x y : R} (h : x = y) (e : a - b - (x - y) = 0) : a = b := by
  have k : x - y = 0 := by rw [h]; ring
  rw [k] at e
  have l : a = a - b - 0 + b := by ring
  rw [l, e]; ring

end

theorem eq_div {K : Type u} [Field K] {a b : K} (h : a = b) (c : K) : a / c = b / c := by rw [h]

open Lean Lean.Meta Lean.Elab.Tactic

/-- A term, or a proof of an equation. -/
inductive Part where
  /-- a term -/
  | term (e : Expr)
  /-- a proof of an equation -/
  | proof (p : Expr)

private def isEquation (t : Expr) : MetaM Bool := do
  let t ← instantiate t
  let t ← whnfR t
  return t.isAppOfArity ``Eq 3

private def binary (op : Name) (x y : Expr) : MetaM Part := do
  let e ← mkAppM op (.mk [x, y])
  return .term e

private def byLemma (n : Name) (xs : List Expr) : MetaM Part := do
  let e ← mkAppM n (.mk xs)
  return .proof e

private def bad {α : Type} (what : String) : TacticM α :=
  throwTactic `linear_combination [stringToMessageData what]

/-- Reads a combination. -/
def read (R : Expr) : Nat → Syntax → TacticM Part
  | 0, _ => bad "the term is too deep"
  | fuel + 1, s => do
    let k := s.getKind
    let two (i j : Nat) : TacticM (Part × Part) := do
      let x ← read R fuel (s.getArg i)
      let y ← read R fuel (s.getArg j)
      return (x, y)
    if k.same `Lean.Parser.Term.paren then read R fuel (s.getArg 1)
    else if k.same `«term_+_» then
      match ← two 0 2 with
      | (.term x, .term y) => binary ``HAdd.hAdd x y
      | (.proof p, .proof q) => byLemma ``add_eq [p, q]
      | _ => bad "a proof and a term can not be added"
    else if k.same `«term_-_» then
      match ← two 0 2 with
      | (.term x, .term y) => binary ``HSub.hSub x y
      | (.proof p, .proof q) => byLemma ``sub_eq [p, q]
      | _ => bad "a proof and a term can not be subtracted"
    else if k.same `«term_*_» then
      match ← two 0 2 with
      | (.term x, .term y) => binary ``HMul.hMul x y
      | (.term x, .proof q) => byLemma ``mul_eq [x, q]
      | (.proof p, .term y) => byLemma ``eq_mul [p, y]
      | _ => bad "two proofs can not be multiplied"
    else if k.same `«term_/_» then
      match ← two 0 2 with
      | (.term x, .term y) => binary ``HDiv.hDiv x y
      | (.proof p, .term y) => byLemma ``eq_div [p, y]
      | _ => bad "nothing can be divided by a proof"
    else if k.same `«term-_» then
      match ← read R fuel (s.getArg 1) with
      | .term x => do
        let e ← mkAppM ``Neg.neg (.mk [x])
        return .term e
      | .proof p => byLemma ``neg_eq [p]
    else
      let e ← elabTerm s (some R) false
      let e ← instantiate e
      let t ← inferType e
      if ← isEquation t then return .proof e else return .term e

end Tactic.LinearCombination

open Lean Lean.Meta Lean.Elab.Tactic Tactic.Ring Tactic.LinearCombination

/-- `linear_combination e` proves an equation as a combination of equations, up to `ring`. -/
syntax (name := linearCombinationTactic) "linear_combination " term : tactic

/-- The implementation of `linear_combination`. -/
@[tactic linearCombinationTactic] def evalLinearCombination : Lean.Elab.Tactic.Tactic := fun stx =>
  withMainContext do
    let t ← getMainTarget
    match ← equation? t with
    | none => throwTactic `linear_combination [stringToMessageData "the goal is not an equation"]
    | some (R, a, b) =>
      match ← Tactic.LinearCombination.read R 100 (stx.getArg 1) with
      | .term e =>
        let head := stringToMessageData "this is not a proof of an equation"
        throwTactic `linear_combination [head, indentExpr e]
      | .proof p =>
        let eq ← inferType p
        let eq ← whnfR eq
        let left ← mkAppM ``HSub.hSub (.mk [a, b])
        let right ← mkAppM ``HSub.hSub (.mk [eq.fn.arg, eq.arg])
        let e ← mkAppM ``HSub.hSub (.mk [left, right])
        let zero ← mkNumeral R 0
        let (q?, msg) ← proveEq R e zero
        match q? with
        | none =>
          let head := stringToMessageData "goal minus combination is not zero: "
          throwTactic `linear_combination (head :: msg)
        | some q =>
          let pf ← mkAppOptM ``Tactic.LinearCombination.close
            (.mk [some R, none, some a, some b, none, none, some p, some q])
          closeMainGoal `linear_combination pf false
