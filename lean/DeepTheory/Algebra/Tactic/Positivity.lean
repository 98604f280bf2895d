prelude
import DeepTheory.Algebra.Order.Abs
import DeepTheory.Algebra.Tactic.Linarith
/-! # The tactic `positivity`

`positivity` proves goals `0 < e`, `0 ≤ e` and `e ≠ 0` (also written `e > 0`, `e ≥ 0`, `0 ≠ e`) from
the shape of `e`: sums, products, powers, even powers, quotients, inverses, absolute values, `max`,
`min`, casts of natural numbers, numerals, and hypotheses about the parts.

## Main definitions

* `Tactic.Positivity.Sign`: what is known about the sign of an expression, with its proof.
* `Tactic.Positivity.sign`: finds the strongest that the rules give.

## Notes

A hypothesis about a part counts if it compares the part with `0`, or bounds it from below by a
numeral. For a difference `a - b` the hypotheses `b < a` and `b ≤ a` count. A function from another
file is known to be positive or nonnegative through `Tactic.Positivity.knownSigns`.
-/
set_option autoImplicit false
universe u

namespace Tactic.Positivity

/-! ## Lemmas -/

section
variable {R : Type u} [LinearOrderedCommRing R]

theorem even_pow_pos {a : R} (h : a ≠ 0) (k : Nat) : 0 < a ^ (2 * k) := by
  rw [Tactic.Ring.pow_mul]; exact pow_pos (sq_pos_of_ne_zero h) k

theorem mul_ne_zero_of {a b : R} (h : a ≠ 0) (k : b ≠ 0) : a * b ≠ 0 := fun e => by
  have p := mul_pos (mul_self_pos h) (mul_self_pos k)
  rw [show a * a * (b * b) = a * b * (a * b) by ring, e, zero_mul] at p
  exact lt_irrefl 0 p

theorem pow_ne_zero_of {a : R} (h : a ≠ 0) (n : Nat) : a ^ n ≠ 0 := by
  induction n with
  | zero => rw [pow_zero]; exact ne_of_gt zero_lt_one
  | succ n ih => rw [pow_succ]; exact mul_ne_zero_of ih h

theorem neg_ne_zero_of {a : R} (h : a ≠ 0) : -a ≠ 0 := neg_ne_zero.2 h

theorem abs_pos_of {a : R} (h : a ≠ 0) : 0 < |a| := abs_pos.2 h

end

section
variable {R : Type u} [LinearOrderedCommSemiring R]

theorem cast_pos_of {n : Nat} (h : 0 < n) : (0 : R) < n := Nat.cast_pos.2 h

theorem cast_ne_zero_of {n : Nat} (h : n ≠ 0) : (n : R) ≠ 0 := Nat.cast_ne_zero.2 h

theorem pos_of_numeral_le {a : R} (n : Nat) (h : Tactic.Ring.numeral (n + 1) ≤ a) : 0 < a :=
  lt_of_lt_of_le (Tactic.Linarith.numeral_pos n) h

theorem pos_of_numeral_lt {a : R} (n : Nat) (h : Tactic.Ring.numeral n < a) : 0 < a :=
  lt_of_le_of_lt (Tactic.Linarith.numeral_nonneg n) h

theorem pos_of_nonneg_of_ne {a : R} (h : 0 ≤ a) (k : a ≠ 0) : 0 < a := lt_of_le_of_ne' h k

theorem max_pos_left {a : R} (b : R) (h : 0 < a) : 0 < max a b := lt_of_lt_of_le h (le_max_left a b)
theorem max_pos_right {b : R} (a : R) (h : 0 < b) : 0 < max a b :=
  lt_of_lt_of_le h (le_max_right a b)
theorem max_nonneg_left {a : R} (b : R) (h : 0 ≤ a) : 0 ≤ max a b := le_trans h (le_max_left a b)
theorem max_nonneg_right {b : R} (a : R) (h : 0 ≤ b) : 0 ≤ max a b := le_trans h (le_max_right a b)

end

open Lean Lean.Meta Lean.Elab.Tactic
open Tactic.Ring (operands)

/-! ## Signs -/

/-- What is known about an expression `e`. -/
inductive Sign where
  /-- a proof of `0 < e` -/
  | pos (pf : Expr)
  /-- a proof of `0 ≤ e` -/
  | nonneg (pf : Expr)
  /-- a proof of `e ≠ 0` -/
  | nonzero (pf : Expr)
  /-- nothing -/
  | unknown

instance : Inhabited Sign := ⟨.unknown⟩

/-- Functions whose values are known to be positive (`true`) or nonnegative, with the lemma that
says so, to be applied to the last argument. -/
def knownSigns : List (Name × Bool × Name) :=
  [(`Real.exp, true, `Real.exp_pos), (`Real.sqrt, false, `Real.sqrt_nonneg),
      (`Nat.factorial, true, `Nat.factorial_pos)]

private def make (f : Expr → Sign) (n : Name) (xs : List Expr) : MetaM Sign := do
  match ← attempt (mkAppM n (.mk xs)) with
  | some p => return f p
  | none => return .unknown

/-- A proof of `0 ≤ e`. -/
def Sign.nonneg? : Sign → MetaM (Option Expr)
  | .pos p => attempt (mkAppM ``le_of_lt (.mk [p]))
  | .nonneg p => pure (some p)
  | _ => pure none

/-- A proof of `e ≠ 0`. -/
def Sign.nonzero? : Sign → MetaM (Option Expr)
  | .pos p => attempt (mkAppM ``ne_of_gt (.mk [p]))
  | .nonzero p => pure (some p)
  | _ => pure none

private def isZero (e : Expr) : Bool := match e.nat? with
  | some 0 => true
  | _ => false

/-- Both together. -/
private def merge (s t : Sign) : MetaM Sign := match s, t with
  | .pos p, _ => pure (.pos p)
  | _, .pos p => pure (.pos p)
  | .nonneg p, .nonzero q => make .pos ``pos_of_nonneg_of_ne [p, q]
  | .nonzero q, .nonneg p => make .pos ``pos_of_nonneg_of_ne [p, q]
  | .unknown, t => pure t
  | s, _ => pure s

/-- What a hypothesis says about `e`. -/
private def fromHypothesis (R e : Expr) (h t : Expr) : MetaM Sign := do
  let (c, as) := t.view
  let isE (x : Expr) : MetaM Bool := if Expr.eqv x e then pure true else isDefEqI x e
  let below (strict : Bool) (x y : Expr) : MetaM Sign := do
    -- `x ≤ y` or `x < y`
    match x.nat? with
    | none => return .unknown
    | some n =>
      if !(← isE y) then return .unknown
      else match n, strict with
        | 0, true => return .pos h
        | 0, false => return .nonneg h
        | n, true => do
          let p ← attempt
              (mkAppOptM ``pos_of_numeral_lt (.mk [none, none, none, some (mkRawNatLit n), some h]))
          match p with
          | some p => return .pos p
          | none => return .unknown
        | n + 1, false => do
          let p ← attempt
              (mkAppOptM ``pos_of_numeral_le (.mk [none, none, none, some (mkRawNatLit n), some h]))
          match p with
          | some p => return .pos p
          | none => return .unknown
  match as with
  | [R', _, x, y] =>
    if !Expr.eqv R' R then return .unknown
    else if c.same ``LT.lt then below true x y
    else if c.same ``LE.le then below false x y
    else if c.same ``GT.gt then below true y x
    else if c.same ``GE.ge then below false y x
    else return .unknown
  | [R', x, y] =>
    if !(Expr.eqv R' R && c.same ``Ne) then return .unknown
    else if isZero y then
      if ← isE x then return .nonzero h else return .unknown
    else if isZero x then
      if ← isE y then make .nonzero ``Tactic.Ring.ne_of_ne_symm [h] else return .unknown
    else return .unknown
  | [p] =>
    let (c', as') := p.view
    match as' with
    | [R', x, y] =>
      if c.same ``Not && c'.same ``Eq && Expr.eqv R' R && isZero y then
        if ← isE x then return .nonzero h else return .unknown
      else return .unknown
    | _ => return .unknown
  | _ => return .unknown

private def fromHypotheses (R e : Expr) : List (Expr × Expr) → MetaM Sign
  | [] => pure .unknown
  | (h, t) :: l => do
    let s ← fromHypothesis R e h t
    match s with
    | .pos _ => return s
    | _ => merge s (← fromHypotheses R e l)

/-- `0 < a - b` from a hypothesis `b < a`, and so on. -/
private def fromDifference (a b : Expr) : List (Expr × Expr) → MetaM Sign
  | [] => pure .unknown
  | (h, t) :: l => do
    let (c, as) := t.view
    let fits (x y : Expr) : Bool := Expr.eqv x b && Expr.eqv y a
    match as with
    | [_, _, x, y] =>
      if c.same ``LT.lt && fits x y || c.same ``GT.gt && fits y x then make .pos ``sub_pos_of_lt [h]
      else if c.same ``LE.le && fits x y || c.same ``GE.ge && fits y x then
          make .nonneg ``sub_nonneg_of_le [h]
      else fromDifference a b l
    | _ => fromDifference a b l

private def fromTable (f : Name) (x : Expr) : List (Name × Bool × Name) → MetaM Sign
  | [] => pure .unknown
  | (g, strict, lemma) :: l =>
    if f.same g then make (cond strict .pos .nonneg) lemma [x] else fromTable f x l

private def isTwice (n : Nat) : Option Nat := if Nat.beq (n % 2) 0 then some (n / 2) else none

/-- The sign of `|a|`. -/
private def absolute (sub : Expr → MetaM Sign) (a : Expr) : MetaM Sign := do
  match ← (← sub a).nonzero? with
  | some p => make .pos ``abs_pos_of [p]
  | none => make .nonneg ``abs_nonneg [a]

/-- The sign of `e` by its outermost operation; `sub` finds the signs of the parts. -/
private def byShape (sub : Expr → MetaM Sign) (hyps : List (Expr × Expr)) (R e : Expr)
    : MetaM Sign := do
  let (c, as) := e.view
  match e.nat? with
  | some 0 => make .nonneg ``le_refl [e]
  | some (n + 1) => do
    match ← attempt
        (mkAppOptM ``Tactic.Linarith.numeral_pos (.mk [some R, none, some (mkRawNatLit n)])) with
    | some p => return .pos p
    | none => return .unknown
  | none => match as with
    | [_, _, _, _, a, b] =>
      if c.same ``HAdd.hAdd then
        let s ← sub a
        let t ← sub b
        match s, t with
        | .pos p, .pos q => make .pos ``add_pos [p, q]
        | .pos p, .nonneg q => make .pos ``add_pos_of_pos_of_nonneg [p, q]
        | .nonneg p, .pos q => make .pos ``add_pos_of_nonneg_of_pos [p, q]
        | .nonneg p, .nonneg q => make .nonneg ``add_nonneg [p, q]
        | _, _ => return .unknown
      else if c.same ``HSub.hSub then fromDifference a b hyps
      else if c.same ``HMul.hMul then
        let s ← sub a
        let t ← sub b
        match s, t with
        | .pos p, .pos q => make .pos ``mul_pos [p, q]
        | s, t => do
          match ← s.nonneg?, ← t.nonneg? with
          | some p, some q => make .nonneg ``mul_nonneg [p, q]
          | _, _ => match ← s.nonzero?, ← t.nonzero? with
            | some p, some q =>
              if Expr.eqv a b then make .pos ``mul_self_pos [p]
                else make .nonzero ``mul_ne_zero_of [p, q]
            | _, _ => if Expr.eqv a b then make .nonneg ``mul_self_nonneg [a] else return .unknown
      else if c.same ``HDiv.hDiv then
        let s ← sub a
        let t ← sub b
        match s, t with
        | .pos p, .pos q => make .pos ``div_pos [p, q]
        | s, t => do
          match ← s.nonneg?, ← t.nonneg? with
          | some p, some q => make .nonneg ``div_nonneg [p, q]
          | _, _ => match ← s.nonzero?, ← t.nonzero? with
            | some p, some q => make .nonzero ``div_ne_zero [p, q]
            | _, _ => return .unknown
      else if c.same ``HPow.hPow then
        let s ← sub a
        match s with
        | .pos p => make .pos ``pow_pos [p, b]
        | .nonneg p => make .nonneg ``pow_nonneg [p, b]
        | s => do
          let even? : Option Expr := match b.nat? with
            | some n => match isTwice n with
              | some k => some (mkRawNatLit k)
              | none => none
            | none =>
              if b.isAppOf ``HMul.hMul then match (operands b).1.nat? with
                | some 2 => some (operands b).2
                | _ => none
              else none
          match s, even? with
          | .nonzero p, some k => make .pos ``even_pow_pos [p, k]
          | .nonzero p, none => make .nonzero ``pow_ne_zero_of [p, b]
          | _, some k => make .nonneg ``even_pow_nonneg [a, k]
          | _, _ => return .unknown
      else return .unknown
    | [_, _, a, b] =>
      if c.same ``Max.max then
        let s ← sub a
        let t ← sub b
        match s, t with
        | .pos p, _ => make .pos ``max_pos_left [b, p]
        | _, .pos q => make .pos ``max_pos_right [a, q]
        | .nonneg p, _ => make .nonneg ``max_nonneg_left [b, p]
        | _, .nonneg q => make .nonneg ``max_nonneg_right [a, q]
        | _, _ => return .unknown
      else if c.same ``Min.min then
        let s ← sub a
        let t ← sub b
        match s, t with
        | .pos p, .pos q => make .pos ``lt_min [p, q]
        | s, t => do
          match ← s.nonneg?, ← t.nonneg? with
          | some p, some q => make .nonneg ``le_min [p, q]
          | _, _ => return .unknown
      else if c.same ``abs then absolute sub b
      else fromTable c b knownSigns
    | _ =>
      let a := e.arg
      if c.same ``Inv.inv then
        match ← sub a with
        | .pos p => make .pos ``inv_pos_of_pos [p]
        | .nonneg p => make .nonneg ``inv_nonneg_of_nonneg [p]
        | .nonzero p => make .nonzero ``inv_ne_zero [p]
        | .unknown => return .unknown
      else if c.same ``Neg.neg then
        match ← (← sub a).nonzero? with
        | some p => make .nonzero ``neg_ne_zero_of [p]
        | none => return .unknown
      else if c.same ``abs then absolute sub a
      else if c.same ``Nat.cast then
        match ← sub a with
        | .pos p => do
          match ← attempt (mkAppOptM ``cast_pos_of (.mk [some R, none, some a, some p])) with
          | some p => return .pos p
          | none => return .unknown
        | _ => do
          match ← attempt
              (mkAppOptM ``Tactic.Linarith.cast_nonneg (.mk [some R, none, some a])) with
          | some p => return .nonneg p
          | none => return .unknown
      else if c.same ``Nat.succ then return .pos (mkApp (mkConst0 ``Nat.zero_lt_succ) a)
      else fromTable c a knownSigns

/-- The strongest sign of `e` that the rules give. -/
def sign (hyps : List (Expr × Expr)) : Nat → Expr → MetaM Sign
  | 0, _ => pure .unknown
  | fuel + 1, e0 => do
    let e := e0.consumeMData
    let R ← inferType e
    let s ← fromHypotheses R e hyps
    match s with
    | .pos _ => return s
    | _ =>
      let t ← byShape (sign hyps fuel) hyps R e
      let t ← merge s t
      match t with
      | .unknown =>
          if R.isConstOf ``Nat then return .nonneg (mkApp (mkConst0 ``Nat.zero_le) e)
            else return .unknown
      | .nonzero p =>
          if R.isConstOf ``Nat then merge t (.nonneg (mkApp (mkConst0 ``Nat.zero_le) e))
            else return .nonzero p
      | t => return t

end Tactic.Positivity

open Lean Lean.Meta Lean.Elab.Tactic Tactic.Positivity

/-- `positivity` proves `0 < e`, `0 ≤ e` and `e ≠ 0` from the shape of `e`. -/
syntax (name := positivityTactic) "positivity" : tactic

/-- The implementation of `positivity`. -/
@[tactic positivityTactic] def evalPositivity : Lean.Elab.Tactic.Tactic :=
  fun _ => withMainContext do
  let t ← getMainTarget
  let t ← whnfR t
  let (c, as) := t.view
  let fail {α : Type} (e : Expr) (what : String) : TacticM α :=
    throwTactic `positivity
        [stringToMessageData "the rules do not show that", indentExpr e, stringToMessageData what]
  let finish (e : Expr) (what : String) (f : Sign → MetaM (Option Expr)) : TacticM Unit := do
    let hyps ← hypotheses
    let s ← sign hyps 100 e
    match ← f s with
    | some p => closeMainGoal `positivity p false
    | none => fail e what
  let pos? : Sign → MetaM (Option Expr) := fun s => match s with
    | .pos p => pure (some p)
    | _ => pure none
  let bad : TacticM Unit :=
    throwTactic `positivity
        [stringToMessageData "the goal is not of the form 0 < e, 0 ≤ e or e ≠ 0"]
  let isZero (e : Expr) : Bool := match e.nat? with
    | some 0 => true
    | _ => false
  match as with
  | [_, _, x, y] =>
    if c.same ``LT.lt && isZero x then finish y "\nis positive" pos?
    else if c.same ``GT.gt && isZero y then finish x "\nis positive" pos?
    else if c.same ``LE.le && isZero x then finish y "\nis nonnegative" Sign.nonneg?
    else if c.same ``GE.ge && isZero y then finish x "\nis nonnegative" Sign.nonneg?
    else bad
  | [p] =>
    let (c', as') := p.view
    match as' with
    | [_, x, y] =>
      if !(c.same ``Not && c'.same ``Eq) then bad
      else if isZero y then finish x "\nis not zero" Sign.nonzero?
      else if isZero x then finish y "\nis not zero" fun s => do
        match ← s.nonzero? with
        | some p => attempt (mkAppM ``Ne.symm (.mk [p]))
        | none => return none
      else bad
    | _ => bad
  | _ => bad
