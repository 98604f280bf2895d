prelude
import DeepTheory.Core
/-! # The search for a certificate

Given the columns of a matrix `A` with integer entries and a row `s` of zeros and ones, the search
finds natural numbers `x` with `A x = 0` and `s x > 0`, if there are any: the first phase of the
simplex method with exact integer pivots. By Farkas' lemma the search is complete for linear
arithmetic over ordered fields.

Nothing here is proved: the result is only a hint, which the kernel checks as an identity.

## Main definitions

* `Tactic.Linarith.Z`: signed integers of the interpreter.
* `Tactic.Linarith.certificate?`: the search.
-/
set_option autoImplicit false

namespace Tactic.Linarith

/-- `f` of each element. -/
def each {α β : Type} (f : α → β) : List α → List β
  | [] => []
  | a :: l => f a :: each f l

/-- A signed integer. -/
structure Z where
  /-- is it negative? -/
  neg : Bool
  /-- its absolute value -/
  abs : Nat

instance : Inhabited Z := ⟨⟨false, 0⟩⟩

namespace Z

/-- Zero. -/
def zero : Z := ⟨false, 0⟩

/-- A natural number. -/
def ofNat (n : Nat) : Z := ⟨false, n⟩

/-- Is it zero? -/
def isZero (a : Z) : Bool := Nat.beq a.abs 0

/-- Is it positive? -/
def isPos (a : Z) : Bool := !a.neg && !a.isZero

/-- The negative. -/
def opp (a : Z) : Z := ⟨!a.neg && !a.isZero, a.abs⟩

/-- The sum. -/
def add (a b : Z) : Z :=
  if a.neg == b.neg then ⟨a.neg, a.abs + b.abs⟩
  else if Nat.ble b.abs a.abs then ⟨a.neg && !Nat.beq a.abs b.abs, a.abs - b.abs⟩
  else ⟨b.neg, b.abs - a.abs⟩

/-- The difference. -/
def sub (a b : Z) : Z := add a b.opp

/-- The product. -/
def mul (a b : Z) : Z :=
  let n := a.abs * b.abs
  ⟨!(a.neg == b.neg) && !Nat.beq n 0, n⟩

/-- The quotient by a natural number that divides it. -/
def divExact (a : Z) (n : Nat) : Z := if Nat.beq n 1 then a else ⟨a.neg, a.abs / n⟩

/-- Is `a < b`? -/
def lt (a b : Z) : Bool := (sub b a).isPos

end Z

/-- A row of the tableau. -/
structure Row where
  /-- the variable that it determines; none for an artificial one -/
  basis : Option Nat
  /-- the entries -/
  entries : List Z
  /-- the right side -/
  rhs : Z

instance : Inhabited Row := ⟨⟨none, [], .zero⟩⟩

private def entry : List Z → Nat → Z
  | [], _ => .zero
  | a :: _, 0 => a
  | _ :: l, n + 1 => entry l n

/-- `(p * x - q * y) / d`, entry by entry. -/
private def combine (p q : Z) (d : Nat) : List Z → List Z → List Z
  | x :: xs, y :: ys =>
    let z := if x.isZero then (if y.isZero then x else ((Z.mul q y).opp).divExact d)
      else (Z.sub (Z.mul p x) (Z.mul q y)).divExact d
    z :: combine p q d xs ys
  | _, _ => []

private def eliminate (c : Nat) (pivot : Row) (p : Z) (d : Nat) (r : Row) : Row :=
  let q := entry r.entries c
  ⟨r.basis, combine p q d r.entries pivot.entries,
      (Z.sub (Z.mul p r.rhs) (Z.mul q pivot.rhs)).divExact d⟩

private def eliminateAll (c : Nat) (pivot : Row) (p : Z) (d : Nat) : Nat → List Row → List Row
  | _, [] => []
  | 0, r :: rs => ⟨some c, r.entries, r.rhs⟩ :: each (eliminate c pivot p d) rs
  | i + 1, r :: rs => eliminate c pivot p d r :: eliminateAll c pivot p d i rs

private def largest : List Z → Nat → Option (Nat × Z) → Option (Nat × Z)
  | [], _, b => b
  | a :: l, i, b =>
    if a.isPos then match b with
      | none => largest l (i + 1) (some (i, a))
      | some (_, v) => if Z.lt v a then largest l (i + 1) (some (i, a)) else largest l (i + 1) b
    else largest l (i + 1) b

private def first : List Z → Nat → Option Nat
  | [], _ => none
  | a :: l, i => if a.isPos then some i else first l (i + 1)

/-- Should the basis variable `a` leave before `b`? Artificial ones leave first. -/
private def leavesFirst : Option Nat → Option Nat → Bool
  | none, _ => true
  | some _, none => false
  | some a, some b => Nat.ble a b

private def leaving (c : Nat) : List Row → Nat → Option (Nat × Row × Z) → Option (Nat × Row × Z)
  | [], _, b => b
  | r :: rs, i, b =>
    let q := entry r.entries c
    if q.isPos then match b with
      | none => leaving c rs (i + 1) (some (i, r, q))
      | some (_, r', q') =>
        let x := Z.mul r.rhs q'
        let y := Z.mul r'.rhs q
        if Z.lt x y then leaving c rs (i + 1) (some (i, r, q))
        else if Z.lt y x then leaving c rs (i + 1) b
        else if leavesFirst r.basis r'.basis then leaving c rs (i + 1) (some (i, r, q))
        else leaving c rs (i + 1) b
    else leaving c rs (i + 1) b

/-- Pivots until the sum of the artificial variables is zero. The first pivots take the column with
the largest entry, later ones the first column, which can not cycle. -/
private def solve : Nat → Nat → Nat → List Row → Row → Option (List Row)
  | 0, _, _, _, _ => none
  | fuel + 1, count, d, rows, z =>
    if z.rhs.isZero then some rows else
    let c :=
      if Nat.ble count 60 then
        match largest z.entries 0 none with
        | some (i, _) => some i
        | none => none
      else first z.entries 0
    match c with
    | none => none
    | some c => match leaving c rows 0 none with
      | none => none
      | some (i, r, p) =>
        solve fuel (count + 1) p.abs (eliminateAll c r p d i rows) (eliminate c r p d z)

private def valueOf (j : Nat) : List Row → Nat
  | [] => 0
  | r :: rs => match r.basis with
    | some b => if Nat.beq b j then r.rhs.abs else valueOf j rs
    | none => valueOf j rs

private def values (rows : List Row) : Nat → List Nat → List Nat
  | 0, l => l
  | n + 1, l => values rows n (valueOf n rows :: l)

private def gcdAll : List Nat → Nat → Nat
  | [], g => g
  | a :: l, g => gcdAll l (Nat.gcd a g)

private def addRows : List Z → List Z → List Z
  | x :: xs, y :: ys => Z.add x y :: addRows xs ys
  | _, _ => []

private def sumRows : List Row → Row → Row
  | [], z => z
  | r :: rs, z => sumRows rs ⟨none, addRows r.entries z.entries, Z.add r.rhs z.rhs⟩

/-- Multipliers `x` with `rows x = 0` and `strict x > 0`, if there are any. -/
def certificate? (rows : List (List Z)) (strict : List Bool) : Option (List Nat) :=
  let goal : Row := ⟨none, each (fun b => cond b (.ofNat 1) .zero) strict, .ofNat 1⟩
  let rows := goal :: each (fun r => ⟨none, r, .zero⟩) rows
  let z := sumRows rows ⟨none, each (fun _ => .zero) strict, .zero⟩
  match solve 2000 0 1 rows z with
  | none => none
  | some rows =>
    let v := values rows strict.length []
    let g := gcdAll v 0
    some (each (fun x => x / g) v)

end Tactic.Linarith
