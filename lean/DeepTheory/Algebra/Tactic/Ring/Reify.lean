prelude
import DeepTheory.Core.Meta.Monad
import DeepTheory.Algebra.Tactic.Ring.Lemmas
/-! # From expressions to ring expressions

The part of `ring` that reads expressions. It works in two steps: `prepare` rewrites, with a proof,
what the language of ring expressions does not have (quotients, inverses of products, powers with
variable exponents, casts of sums); `reify` translates the result, which is then true by definition,
and collects the atoms.

## Main definitions

* `Tactic.Ring.Kind`: what is known about the type.
* `Tactic.Ring.prepare`: rewrites an expression; `Step` is the result with its proof.
* `Tactic.Ring.reify`: translates an expression over a growing list of atoms.
* `Tactic.Ring.findInverses`: the atoms that are inverses of something known to be nonzero.
-/
set_option autoImplicit false

namespace Tactic.Ring
open Lean Lean.Meta

/-- What is known about the type of an expression. -/
structure Kind where
  /-- the type -/
  R : Expr
  /-- its level -/
  level : Level
  /-- its instance of `CommSemiring` -/
  semiring : Expr
  /-- its instance of `CommRing` -/
  ring? : Option Expr
  /-- its instance of `Field` -/
  field? : Option Expr
  /-- its instance of `LinearOrderedField` -/
  ordered? : Option Expr

instance : Inhabited Kind := ⟨⟨default, default, default, none, none, none⟩⟩

/-- Is the option filled? -/
def filled {α : Type} : Option α → Bool
  | some _ => true
  | none => false

/-- Reads off the structure of the type `R`. -/
def kindOf? (R : Expr) : MetaM (Option Kind) := do
  match ← instanceOf? ``CommSemiring R with
  | none => return none
  | some s =>
    let u ← getDecLevel R
    let r ← instanceOf? ``CommRing R
    let f ← match r with
      | some _ => instanceOf? ``Field R
      | none => pure none
    let o ← match f with
      | some _ => instanceOf? ``LinearOrderedField R
      | none => pure none
    return some ⟨R, u, s, r, f, o⟩

/-! ## Rewriting -/

/-- An expression, and the proof that the original one equals it; none if nothing changed. -/
structure Step where
  /-- the new expression -/
  e : Expr
  /-- the proof -/
  pf : Option Expr

instance : Inhabited Step := ⟨⟨default, none⟩⟩

/-- Nothing changed. -/
def Step.same (e : Expr) : Step := ⟨e, none⟩

/-- One rewriting step after another. -/
def Step.trans (pf : Expr) (s : Step) : MetaM Step := match s.pf with
  | none => pure ⟨s.e, some pf⟩
  | some q => do
    let r ← mkEqTrans pf q
    return ⟨s.e, some r⟩

/-- One optional rewriting step after another. -/
def Step.andThen (s t : Step) : MetaM Step := match s.pf with
  | none => pure t
  | some p => Step.trans p t

/-- The step for `f a`, given the step for `a`. -/
def congrStep (f a : Expr) (s : Step) : MetaM Step := match s.pf with
  | none => pure (.same (mkApp f a))
  | some p => do
    let r ← mkAppM ``congrArg (.mk [f, p])
    return ⟨mkApp f s.e, some r⟩

/-- The step for `f a b`, given the steps for `a` and `b`. -/
def congrStep₂ (f a b : Expr) (s t : Step) : MetaM Step := do
  match s.pf with
  | none => congrStep (mkApp f a) b t
  | some p =>
    let p ← mkAppM ``congrArg (.mk [f, p])
    match t.pf with
    | none =>
      let r ← mkAppM ``congrFun (.mk [p, b])
      return ⟨mkApp2 f s.e b, some r⟩
    | some q =>
      let r ← mkAppM ``congr (.mk [p, q])
      return ⟨mkApp2 f s.e t.e, some r⟩

/-- Applies the equation `n xs` to `e`. -/
def rewriteBy (n : Name) (xs : List Expr) : MetaM Step := do
  let p ← mkAppM n (.mk xs)
  let t ← inferType p
  return ⟨t.arg, some p⟩

/-- The two operands of a binary operation or relation. -/
def operands (e : Expr) : Expr × Expr := (e.fn.arg, e.arg)

/-- A factorization of `n` into a number from `d` on and another one, both at least two. -/
def factor? : Nat → Nat → Nat → Option (Nat × Nat)
  | 0, _, _ => none
  | fuel + 1, d, n =>
    if Nat.ble n (d * d - 1) then none
    else if Nat.beq (n % d) 0 then some (d, n / d)
    else if Nat.ble 1000 d then none
    else factor? fuel (d + 1) n

mutual

/-- `a ^ n` for a prepared base `a` and the power function `f = (· ^ ·)`. -/
def preparePow (k : Kind) (fuel : Nat) (f a n : Expr) : MetaM Step := match fuel with
  | 0 => pure (.same (mkApp2 f a n))
  | fuel + 1 =>
    let e := mkApp2 f a n
    let pow (a n : Expr) : MetaM Step := preparePow k fuel f a n
    let mulOf (s : Step) : MetaM Step := do
      -- both factors of a product of powers
      let (x, y) := operands s.e
      let sx ← pow x.fn.arg x.arg
      let sy ← pow y.fn.arg y.arg
      let t ← congrStep₂ s.e.fn.fn x y sx sy
      s.andThen t
    let powOf (s : Step) : MetaM Step := do
      -- the inner power of a power with literal exponent
      let (x, m) := operands s.e
      let sx ← pow x.fn.arg x.arg
      let t ← congrStep₂ f x m sx (.same m)
      s.andThen t
    match n.nat? with
    | some _ => pure (.same e)
    | none => do
      let (c, as) := n.view
      if c.same ``HAdd.hAdd then
        let (m, l) := operands n
        mulOf (← rewriteBy ``pow_add [a, m, l])
      else if c.same ``Nat.succ then
        match as with
        | [m] => do
          let s ← rewriteBy ``pow_succ [a, m]
          let (x, y) := operands s.e
          let sx ← pow x.fn.arg x.arg
          let t ← congrStep₂ s.e.fn.fn x y sx (.same y)
          s.andThen t
        | _ => pure (.same e)
      else if c.same ``HMul.hMul && filled (operands n).2.nat? then
        powOf (← rewriteBy ``pow_mul [a, (operands n).1, (operands n).2])
      else if c.same ``HMul.hMul && filled (operands n).1.nat? then
        powOf (← rewriteBy ``pow_mul' [a, (operands n).1, (operands n).2])
      else
        let (d, bs) := a.view
        if d.same ``HMul.hMul then
          mulOf (← rewriteBy ``mul_pow [(operands a).1, (operands a).2, n])
        else if d.same ``HPow.hPow then
          let (x, m) := operands a
          if filled m.nat? then powOf (← rewriteBy ``pow_right_comm [x, m, n])
          else rewriteBy ``pow_pow [x, m, n]
        else if d.same ``Neg.neg && filled k.ring? && !(filled (a.arg).nat?) then
          match bs with
          | [_, _, x] => mulOf (← rewriteBy ``neg_pow [x, n])
          | _ => pure (.same e)
        else match a.nat? with
          | some 1 => do
            let p ← mkAppOptM ``one_pow (.mk [some k.R, none, some n])
            return ⟨a, some p⟩
          | some m => match factor? m 2 m with
            | none => pure (.same e)
            | some (p, q) => do
              -- a composite numeral is split into factors
              let pf ← mkAppOptM ``numeral_mul_pow
                (.mk [some k.R, none, some (mkRawNatLit p), some (mkRawNatLit q), some n])
              let x := mkApp2 f (← mkNumeral k.R p) n
              let y := mkApp2 f (← mkNumeral k.R q) n
              let new ← mkAppM ``HMul.hMul (.mk [x, y])
              let pf ← mkAppOptM ``Eq.trans
                (.mk [some k.R, some e, some new, some new, some pf, some (← mkEqRefl new)])
              mulOf ⟨new, some pf⟩
          | _ => pure (.same e)

/-- The inverse of the prepared `a`; `f` is the function `(·⁻¹)`. -/
def prepareInv (k : Kind) (fuel : Nat) (f a : Expr) : MetaM Step := match fuel with
  | 0 => pure (.same (mkApp f a))
  | fuel + 1 => do
    let (c, _) := a.view
    if c.same ``HMul.hMul then
      let (x, y) := operands a
      let s ← rewriteBy ``inv_mul_inv [x, y]
      let sx ← prepareInv k fuel f x
      let sy ← prepareInv k fuel f y
      let (x', y') := operands s.e
      let t ← congrStep₂ s.e.fn.fn x' y' sx sy
      s.andThen t
    else if c.same ``HPow.hPow then
      let (x, n) := operands a
      let s ← rewriteBy ``inv_pow [x, n]
      let sx ← prepareInv k fuel f x
      let t ← congrStep₂ s.e.fn.fn s.e.fn.arg n sx (.same n)
      let r ← preparePow k fuel t.e.fn.fn t.e.fn.arg n
      s.andThen (← t.andThen r)
    else if c.same ``Inv.inv then rewriteBy ``inv_inv [a.arg]
    else if c.same ``Neg.neg then
      let s ← rewriteBy ``inv_neg [a.arg]
      let sx ← prepareInv k fuel f a.arg
      let t ← congrStep s.e.fn s.e.arg sx
      s.andThen t
    else match a.nat? with
      | some 0 => do
        let p ← mkAppOptM ``inv_zero (.mk [some k.R, none])
        return ⟨a, some p⟩
      | some 1 => do
        let p ← mkAppOptM ``inv_one (.mk [some k.R, none])
        return ⟨a, some p⟩
      | _ => pure (.same (mkApp f a))

end

/-- The lemma of the cast `family` (`Int` or `Rat`) for an operation, with the number of explicit
arguments. The lemmas are found by name, since the library defines these casts with the help of
`ring`. -/
private def castLemma (family op : Name) : Option (Name × Nat) :=
  let lemma (s : String) (n : Nat) : Option (Name × Nat) := some (Name.str family s, n)
  if op.same ``HAdd.hAdd then lemma "cast_add" 2
  else if op.same ``HMul.hMul then lemma "cast_mul" 2
  else if op.same ``HSub.hSub then lemma "cast_sub" 2
  else if op.same ``HDiv.hDiv then lemma "cast_div" 2
  else if op.same ``HPow.hPow then lemma "cast_pow" 2
  else if op.same ``Neg.neg then lemma "cast_neg" 1
  else if op.same ``Inv.inv then lemma "cast_inv" 1
  else if op.same ``Nat.cast then lemma "cast_natCast" 1
  else if op.same `Int.cast then lemma "cast_intCast" 1
  else none

/-- One step of moving a cast from `Int` or `Rat` inwards; none if there is nothing to move. -/
private def castStep (R e : Expr) (family : Name) : MetaM (Option Step) := do
  let x := e.arg
  match x.nat? with
  | some n => attempt do
    let m ← mkNumeral R n
    let p ← match n with
      | 0 => mkAppOptM (Name.str family "cast_zero") (.mk [some R, none])
      | 1 => mkAppOptM (Name.str family "cast_one") (.mk [some R, none])
      | n => mkAppOptM (Name.str family "cast_natCast") (.mk [some R, none, some (mkRawNatLit n)])
    let q ← mkAppOptM ``Eq.trans (.mk [some R, some e, some m, some m, some p, some (← mkEqRefl m)])
    return ⟨m, some q⟩
  | none => match castLemma family x.view.1 with
    | none => return none
    | some (lemma, 1) => attempt (rewriteWith lemma [some R, none, some x.arg])
    | some (lemma, _) =>
        attempt (rewriteWith lemma [some R, none, some (operands x).1, some (operands x).2])
where
  /-- the equation `n xs` as a step -/
  rewriteWith (n : Name) (xs : List (Option Expr)) : MetaM Step := do
    let p ← mkAppOptM n (.mk xs)
    let t ← inferType p
    return ⟨t.arg, some p⟩

/-- Rewrites what ring expressions do not have. -/
def prepare (k : Kind) : Nat → Expr → MetaM Step
  | 0, e => pure (.same e)
  | fuel + 1, e0 => do
    let e := e0.consumeMData
    let (c, as) := e.view
    let bin : MetaM Step := do
      let (a, b) := operands e
      let s ← prepare k fuel a
      let t ← prepare k fuel b
      congrStep₂ e.fn.fn a b s t
    if c.same ``HAdd.hAdd then bin
    else if c.same ``HMul.hMul then bin
    else if c.same ``HSub.hSub && filled k.ring? then bin
    else if c.same ``Neg.neg && filled k.ring? then
      let s ← prepare k fuel e.arg
      congrStep e.fn e.arg s
    else if c.same ``HPow.hPow then
      let (a, n) := operands e
      match as with
      | [_, N, _, _, _, _] =>
        if N.isConstOf ``Nat then
          let s ← prepare k fuel a
          let t ← congrStep₂ e.fn.fn a n s (.same n)
          let r ← preparePow k 64 e.fn.fn s.e n
          t.andThen r
        else return .same e
      | _ => return .same e
    else if c.same ``HDiv.hDiv && filled k.field? then
      let (a, b) := operands e
      let s ← rewriteBy ``div_eq_mul_inv [a, b]
      let sa ← prepare k fuel a
      let sb ← prepare k fuel b
      let i := s.e.arg
      let ti ← congrStep i.fn b sb
      let ri ← prepareInv k 64 i.fn sb.e
      let inv ← ti.andThen ri
      let t ← congrStep₂ s.e.fn.fn a i sa inv
      s.andThen t
    else if c.same ``Inv.inv && filled k.field? then
      let s ← prepare k fuel e.arg
      let t ← congrStep e.fn e.arg s
      let r ← prepareInv k 64 e.fn s.e
      t.andThen r
    else if c.same ``Nat.cast then
      let n := e.arg
      let (d, ds) := n.view
      let castBin (lemma : Name) : MetaM Step := do
        let (a, b) := operands n
        let p ← mkAppOptM lemma (.mk [some k.R, none, some a, some b])
        let t ← inferType p
        let r ← prepare k fuel t.arg
        Step.trans p r
      match n.nat? with
      | some v => do
        let p ← mkAppOptM ``cast_numeral (.mk [some k.R, none, some n])
        let m ← mkNumeral k.R v
        let q ← mkAppOptM ``Eq.trans
            (.mk [some k.R, some e, some m, some m, some p, some (← mkEqRefl m)])
        return ⟨m, some q⟩
      | none =>
        if k.R.isConstOf ``Nat then return .same e
        else if d.same ``HAdd.hAdd then castBin ``cast_add
        else if d.same ``HMul.hMul then castBin ``cast_mul
        else if d.same ``HPow.hPow then castBin ``cast_pow
        else if d.same ``Nat.succ then
          match ds with
          | [m] => do
            let p ← mkAppOptM ``Nat.cast_succ (.mk [some k.R, none, some m])
            let t ← inferType p
            let r ← prepare k fuel t.arg
            Step.trans p r
          | _ => return .same e
        else return .same e
    else if c.same `Int.cast || c.same `Rat.cast then
      match ← castStep k.R e (cond (c.same `Int.cast) `Int `Rat) with
      | none => return .same e
      | some s =>
        let t ← prepare k fuel s.e
        s.andThen t
    else return .same e

/-! ## Translation -/

/-- Computations that collect atoms. -/
def AtomM (α : Type) := List Expr → MetaM (α × List Expr)

instance : Monad AtomM where
  pure x := fun as => pure (x, as)
  bind x f := fun as => do
    let (a, as) ← x as
    f a as

private def findSyntactic (e : Expr) : List Expr → Nat → Option Nat
  | [], _ => none
  | a :: l, i => cond (Expr.eqv e a) (some i) (findSyntactic e l (i + 1))

private def sameHead (e a : Expr) : Bool :=
  e.isApp && a.isApp && Expr.eqv e.getAppFn a.getAppFn

private def findByDefinition (e : Expr) : List Expr → Nat → MetaM (Option Nat)
  | [], _ => pure none
  | a :: l, i => do
    if sameHead e a then
      if ← isDefEqI e a then return some i
    findByDefinition e l (i + 1)

/-- The variable for the atom `e`, an old one if there is an atom that is the same by definition. -/
def atom (e : Expr) : AtomM RingExpr := fun as => do
  match findSyntactic e as 0 with
  | some i => return (.var i, as)
  | none => match ← findByDefinition e as 0 with
    | some i => return (.var i, as)
    | none => return (.var as.length, as ++ [e])

/-- The value of a literal, or of a literal plus one. -/
def literal? (e : Expr) : Option Nat :=
  match e.rawNatLit?, e.nat? with
  | some n, _ => some n
  | _, some n => some n
  | none, none =>
    if e.isAppOfArity ``HAdd.hAdd 6 then match (operands e).1.rawNatLit?, (operands e).2.nat? with
      | some m, some n => some (m + n)
      | _, _ => none
    else none

/-- Translates an expression. -/
def reify (ring : Bool) : Nat → Expr → AtomM RingExpr
  | 0, e => atom e
  | fuel + 1, e0 => do
    let e := e0.consumeMData
    let (c, _) := e.view
    let bin (f : RingExpr → RingExpr → RingExpr) : AtomM RingExpr := do
      let a ← reify ring fuel (operands e).1
      let b ← reify ring fuel (operands e).2
      return f a b
    if c.same ``HAdd.hAdd then bin .add
    else if c.same ``HMul.hMul then bin .mul
    else if c.same ``HSub.hSub && ring then bin .sub
    else if c.same ``Neg.neg && ring then
      let a ← reify ring fuel e.arg
      return .neg a
    else if c.same ``HPow.hPow then
      match (operands e).2.nat? with
      | some n =>
        let a ← reify ring fuel (operands e).1
        return .pow a n
      | none => atom e
    else if c.same ``OfNat.ofNat then
      match e.nat? with
      | some n => return .num n
      | none => atom e
    else if c.same ``numeral then
      match literal? e.arg with
      | some n => return .num n
      | none => atom e
    else if c.same ``Nat.succ then
      let a ← reify ring fuel e.arg
      return .add a (.num 1)
    else atom e

/-! ## Quoting -/

/-- A ring expression as an expression. -/
def RingExpr.quote : RingExpr → Expr
  | .var i => mkApp (mkConst0 ``RingExpr.var) (mkRawNatLit i)
  | .num i => mkApp (mkConst0 ``RingExpr.num) (mkRawNatLit i)
  | .add a b => mkApp2 (mkConst0 ``RingExpr.add) a.quote b.quote
  | .mul a b => mkApp2 (mkConst0 ``RingExpr.mul) a.quote b.quote
  | .pow a n => mkApp2 (mkConst0 ``RingExpr.pow) a.quote (mkRawNatLit n)
  | .neg a => mkApp (mkConst0 ``RingExpr.neg) a.quote
  | .sub a b => mkApp2 (mkConst0 ``RingExpr.sub) a.quote b.quote

/-- The list of atoms as an expression. -/
def Kind.quoteList (k : Kind) : List Expr → Expr
  | [] => mkApp (mkConst ``List.nil [k.level]) k.R
  | a :: as => mkApp3 (mkConst ``List.cons [k.level]) k.R a (k.quoteList as)

/-- A proof of `a = b` from the proof `p` for the rewritten sides. -/
def Kind.close (k : Kind) (a b : Expr) (sa sb : Step) (p : Expr) : Expr :=
  let eqv (f : Name) (xs : List Expr) : Expr := mkAppList (mkConst f [Level.succ k.level]) xs
  let p := match sb.pf with
    | none => p
    | some q => eqv ``Eq.trans [k.R, sa.e, sb.e, b, p, eqv ``Eq.symm [k.R, b, sb.e, q]]
  match sa.pf with
  | none => p
  | some q => eqv ``Eq.trans [k.R, a, sa.e, b, q, p]

/-! ## Inverses -/

/-- A proof of `a = b` that needs no inverses. -/
def equal? (k : Kind) (a b : Expr) : MetaM (Option Expr) := do
  match k.ring? with
  | none => return none
  | some r =>
    let sa ← prepare k 100 a
    let sb ← prepare k 100 b
    let (x, as) ← reify true 1000 sa.e []
    let (y, as) ← reify true 1000 sb.e as
    if RingExpr.check x y then
      let p :=
        mkAppList (mkConst ``RingExpr.eq_of_check [k.level])
            [k.R, r, k.quoteList as, x.quote, y.quote, reflTrue]
      return some (k.close a b sa sb p)
    else return none

/-- A proof `h` of `x ≠ 0` as one of `d ≠ 0`, if `x = d` by normalization. -/
def nonzeroUpTo (k : Kind) (d x h : Expr) : MetaM (Option Expr) := do
  match ← equal? k x d with
  | none => return none
  | some e => attempt (mkAppM ``ne_of_eq (.mk [e, h]))

/-- Is `d ≠ 0` a hypothesis, or a consequence of one hypothesis about `d` and zero? -/
def nonzeroFrom (k : Kind) (exact : Bool) (d : Expr) (hyps : List (Expr × Expr))
    : MetaM (Option Expr) :=
  firstSome (fun (h, t) => do
    let (c, as) := t.view
    let found (x : Expr) (proof : MetaM Expr) : MetaM (Option Expr) := do
      if exact then
        if ← (if Expr.eqv x d then pure true else isDefEqI x d) then return some (← proof)
          else return none
      else nonzeroUpTo k d x (← proof)
    let via (lemma : Name) : MetaM Expr := mkAppM lemma (.mk [h])
    let isZero (x : Expr) : Bool := match x.nat? with
      | some 0 => true
      | _ => false
    let order (x y : Expr) : MetaM (Option Expr) :=
      if isZero x then found y (via ``ne_of_pos)
      else if isZero y then found x (via ``ne_of_neg)
      else pure none
    match as with
    | [R, x, y] =>
      if c.same ``Ne && Expr.eqv R k.R then
        if isZero y then found x (pure h)
        else if isZero x then found y (via ``ne_of_ne_symm)
        else return none
      else return none
    | [R, _, x, y] =>
      if !Expr.eqv R k.R then return none
      else if c.same ``LT.lt then order x y
      else if c.same ``GT.gt then order y x
      else return none
    | [p] =>
      -- `¬ d = 0`
      let (c', as') := p.view
      match as' with
      | [R, x, y] =>
          if c.same ``Not && c'.same ``Eq && isZero y && Expr.eqv R k.R then found x (pure h)
            else return none
      | _ => return none
    | _ => return none) hyps

/-- A proof of `d ≠ 0`, if it is easy to find or `other` finds it. -/
def nonzero? (k : Kind) (other : Expr → MetaM (Option Expr)) (hyps : List (Expr × Expr)) (d : Expr)
    : MetaM (Option Expr) := do
  match ← nonzeroFrom k true d hyps with
  | some p => return some p
  | none => match d.nat?, k.ordered? with
    | some (n + 1), some o =>
      return some (mkApp3 (mkConst ``numeral_ne_zero [k.level]) k.R o (mkRawNatLit n))
    | _, _ =>
      let p ← if d.isFVar || filled d.nat? then pure none else nonzeroFrom k false d hyps
      match p with
      | some p => return some p
      | none => other d

/-- A variable that is an inverse, with the proof of `d * y = 1`. -/
structure Inverse where
  /-- the variable -/
  y : Nat
  /-- what it inverts -/
  d : RingExpr
  /-- the proof -/
  pf : Expr

private def inverseOf (k : Kind) (other : Expr → MetaM (Option Expr)) (hyps
    : List (Expr × Expr)) (y : Nat) (e : Expr) : AtomM (Option Inverse) := fun as => do
  let (c, _) := e.view
  if c.same ``Inv.inv then
    let d := e.arg
    match ← nonzero? k other hyps d with
    | none => return (none, as)
    | some h =>
      let p ← mkAppM ``mul_inv_of_ne (.mk [h])
      let (r, as) ← reify true 1000 d as
      return (some ⟨y, r, p⟩, as)
  else if c.same ``HPow.hPow then
    let (b, n) := operands e
    let (c', _) := b.view
    if c'.same ``Inv.inv then
      match ← nonzero? k other hyps b.arg with
      | none => return (none, as)
      | some h =>
        let p ← mkAppM ``pow_mul_inv_of_ne (.mk [h, n])
        let d := mkApp2 e.fn.fn b.arg n
        let (r, as) ← reify true 1000 d as
        return (some ⟨y, r, p⟩, as)
    else return (none, as)
  else return (none, as)

private def nth? : List Expr → Nat → Option Expr
  | [], _ => none
  | a :: _, 0 => some a
  | _ :: l, n + 1 => nth? l n

/-- The atoms that are inverses of something known to be nonzero. Translating what they invert may
add atoms. -/
def findInverses (k : Kind) (other : Expr → MetaM (Option Expr)) (hyps : List (Expr × Expr))
    : Nat → Nat → AtomM (List Inverse)
  | 0, _ => pure []
  | fuel + 1, y => fun as => match nth? as y with
    | none => pure ([], as)
    | some e => do
      let (i, as) ← inverseOf k other hyps y e as
      let (is, as) ← findInverses k other hyps fuel (y + 1) as
      match i with
      | some i => return (i :: is, as)
      | none => return (is, as)

end Tactic.Ring
