prelude
import DeepTheory.Algebra.Tactic.Ring.Reify
/-! # The tactic `ring`

`ring` proves equations between polynomial expressions: in commutative semirings (also `Nat`),
commutative rings and fields. It knows numerals, literal and variable exponents (`a ^ (n + 1) = a ^
n * a`, `2 ^ (2 * n) = (2 ^ n) ^ 2`), casts of natural numbers, quotients and inverses. An inverse
`b⁻¹` is cancelled against `b` if `b ≠ 0` (or `0 < b`, `b < 0`) is a hypothesis, or if `b` is a
numeral and the field is ordered.

The check is computed by the interpreter first, so that a failure shows both normal forms; a success
is handed to the kernel as one computation, `Tactic.Ring.RingExpr.eq_of_check`.
-/
set_option autoImplicit false

namespace Tactic.Ring
open Lean Lean.Meta Lean.Elab.Tactic

/-- The highest exponent of the variable `y`. -/
def highest (y : Nat) : Poly → Nat
  | .zero => 0
  | .term _ m p =>
    let a := Mono.getExp y m
    let b := highest y p
    cond (Nat.ble a b) b a

private def maxNat (a b : Nat) : Nat := cond (Nat.ble a b) b a

/-- Chooses the powers for multiplying out the inverses; several rounds, since an inverse may
contain others. -/
def plan (is : List Inverse)
    : Nat → List Inverse → Diff → Diff → List Inverse × List RingExpr.InvVar × Diff × Diff
  | 0, _, a, b => ([], [], a, b)
  | _, [], a, b => ([], [], a, b)
  | fuel + 1, i :: rest, a, b =>
    let k :=
      maxNat (maxNat (highest i.y a.pos) (highest i.y a.neg))
          (maxNat (highest i.y b.pos) (highest i.y b.neg))
    match k with
    | 0 => plan is fuel rest a b
    | k =>
      let d := i.d.diff
      let (js, vs, a, b) := plan is fuel rest (Diff.clear i.y k d a) (Diff.clear i.y k d b)
      (i :: js, ⟨i.y, k, i.d⟩ :: vs, a, b)

/-- The reflected proof of `a.eval l = b.eval l`, or the two normal forms. -/
structure Outcome where
  /-- the proof, if the check succeeds -/
  pf : Option Expr
  /-- the normal forms -/
  left : Diff
  /-- of both sides -/
  right : Diff

private def proofOfInverses (k : Kind) (r l : Expr)
    : List Inverse → List RingExpr.InvVar → Expr × Expr
  | i :: is, v :: vs =>
    let (p, q) := proofOfInverses k r l is vs
    let qv := mkApp3 (mkConst0 ``RingExpr.InvVar.mk) (mkRawNatLit v.y) (mkRawNatLit v.k) v.d.quote
    let ty := mkConst0 ``RingExpr.InvVar
    (mkAppList (mkConst ``invVars_cons [k.level]) [k.R, r, l, qv, q, i.pf, p],
      mkApp3 (mkConst ``List.cons [Level.zero]) ty qv q)
  | _, _ =>
      (mkApp3 (mkConst ``invVars_nil [k.level]) k.R r l, mkApp (mkConst ``List.nil [Level.zero])
          (mkConst0 ``RingExpr.InvVar))

/-- Checks `a = b` over the given atoms. -/
def prove (k : Kind) (other : Expr → MetaM (Option Expr)) (hyps : List (Expr × Expr)) (a b
    : RingExpr) (atoms : List Expr) : MetaM Outcome := do
  match k.ring? with
  | none =>
    if RingExpr.checkS a b then
      let l := k.quoteList atoms
      return ⟨some (mkAppList (mkConst ``RingExpr.eq_of_checkS [k.level])
          [k.R, k.semiring, l, a.quote, b.quote, reflTrue]),
        default, default⟩
    else return ⟨none, ⟨a.poly, .zero⟩, ⟨b.poly, .zero⟩⟩
  | some r =>
    if RingExpr.check a b then
      let l := k.quoteList atoms
      return ⟨some (mkAppList (mkConst ``RingExpr.eq_of_check [k.level])
          [k.R, r, l, a.quote, b.quote, reflTrue]),
        default, default⟩
    else match k.field? with
      | none => return ⟨none, a.diff, b.diff⟩
      | some _ =>
        let (is, atoms) ← findInverses k other hyps 1000 0 atoms
        let (js, vs, a', b') := plan is 1000 (is ++ is ++ is) a.diff b.diff
        if RingExpr.beqDiff a' b' then
          let l := k.quoteList atoms
          let (p, q) := proofOfInverses k r l js vs
          return ⟨some (mkAppList (mkConst ``RingExpr.eq_of_checkInv [k.level])
              [k.R, r, l, q, p, a.quote, b.quote, reflTrue]),
            default, default⟩
        else return ⟨none, a', b'⟩

/-! ## Messages -/

private def monoExpr (atoms : List Expr) : Mono → MetaM (Option Expr)
  | [] => pure none
  | e :: m => match atoms with
    | [] => pure none
    | a :: atoms => do
      let r ← monoExpr atoms m
      match e with
      | 0 => return r
      | e =>
        let p ← match e with
          | 1 => pure a
          | e => mkAppM ``HPow.hPow (.mk [a, mkNatLit e])
        match r with
        | none => return some p
        | some q => return some (← mkAppM ``HMul.hMul (.mk [p, q]))

private def polyExpr (R : Expr) (atoms : List Expr) : Poly → MetaM (Option Expr)
  | .zero => pure none
  | .term c m p => do
    let me ← monoExpr atoms m
    let t ← match me with
      | none => mkNumeral R c
      | some x => match c with
        | 1 => pure x
        | c => mkAppM ``HMul.hMul (.mk [← mkNumeral R c, x])
    match ← polyExpr R atoms p with
    | none => return some t
    | some q => return some (← mkAppM ``HAdd.hAdd (.mk [t, q]))

/-- Removes from `p` what it has in common with `q`. -/
def without : Poly → Poly → Poly
  | .zero, _ => .zero
  | .term c m p, q =>
    let d := coeff m q
    cond (Nat.ble c d) (without p q) (.term (c - d) m (without p q))
where
  /-- the coefficient of a monomial -/
  coeff (m : Mono) : Poly → Nat
    | .zero => 0
    | .term c n p => match Mono.cmp m n with
      | .eq => c
      | _ => coeff m p

/-- A polynomial as an expression, for messages. -/
def toExpr (R : Expr) (atoms : List Expr) (p : Poly) : MetaM Expr := do
  match ← polyExpr R atoms p with
  | some e => return e
  | none => mkNumeral R 0

private def differ (k : Kind) (atoms : List Expr) (o : Outcome) : MetaM (List MessageData) := do
  let p := Poly.add o.left.pos o.right.neg
  let q := Poly.add o.right.pos o.left.neg
  let s ← attempt (toExpr k.R atoms (without p q))
  let t ← attempt (toExpr k.R atoms (without q p))
  match s, t with
  | some s, some t =>
      return [
      stringToMessageData "the two sides differ; without common terms the left one is",
          indentExpr s,
      stringToMessageData "\nand the right one is", indentExpr t]
  | _, _ => return [stringToMessageData "the two sides have different normal forms"]

/-! ## The tactic -/

/-- `lhs = rhs` by normalization: the proof, or a message. Denominators are nonzero by hypothesis,
or because `other` says so. -/
def proveEqWith (other : Expr → MetaM (Option Expr)) (R lhs rhs : Expr)
    : MetaM (Option Expr × List MessageData) := do
  match ← kindOf? R with
  | none =>
      return (none, [stringToMessageData "there is no instance of CommSemiring for", indentExpr R])
  | some k =>
    let sl ← prepare k 1000 lhs
    let sr ← prepare k 1000 rhs
    let ring := filled k.ring?
    let (a, atoms) ← reify ring 1000 sl.e []
    let (b, atoms) ← reify ring 1000 sr.e atoms
    let hyps ← match k.field? with
      | some _ => hypotheses
      | none => pure []
    let o ← prove k other hyps a b atoms
    match o.pf with
    | none => return (none, ← differ k atoms o)
    | some p =>
      return (some (k.close lhs rhs sl sr p), [])

/-- `lhs = rhs` by normalization: the proof, or a message. -/
def proveEq (R lhs rhs : Expr) : MetaM (Option Expr × List MessageData) :=
  proveEqWith (fun _ => pure none) R lhs rhs

/-- The goal as an equation. -/
def equation? (t : Expr) : MetaM (Option (Expr × Expr × Expr)) := do
  let t ← whnfR t
  let (c, as) := t.view
  match as with
  | [R, a, b] => if c.same ``Eq then return some (R, a, b) else return none
  | _ => return none

end Tactic.Ring

open Lean Lean.Meta Lean.Elab.Tactic Tactic.Ring

/-- `ring` proves equations between polynomial expressions in commutative semirings, rings and
fields. -/
syntax (name := ringTactic) "ring" : tactic

/-- The implementation of `ring`. -/
@[tactic ringTactic] def evalRing : Lean.Elab.Tactic.Tactic := fun _ => withMainContext do
  let t ← getMainTarget
  match ← equation? t with
  | none => throwTactic `ring [stringToMessageData "the goal is not an equation"]
  | some (R, a, b) => match ← proveEq R a b with
    | (some p, _) => closeMainGoal `ring p false
    | (none, msg) => throwTactic `ring msg
