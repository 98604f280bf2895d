prelude
import DeepTheory.Algebra.Tactic.Linarith.Search
/-! # The search of `omega`

Integer linear arithmetic by elimination: equations are solved over the integers (a unit coefficient
is substituted, others are made smaller by a change of variables), inequalities are divided by the
greatest common divisor of their coefficients, the constant rounded, and variables are then
eliminated by adding upper to lower bounds. Every constraint remembers how it was derived; a
contradiction comes as the list of derivations that lead to it.

Nothing here is proved: the result is only a hint, which the kernel checks step by step. The
elimination of a variable whose coefficients are not units loses information, so the search may miss
a contradiction.

## Main definitions

* `Tactic.Omega.Derivation`: a sum of earlier constraints with multipliers, divided by a number.
* `Tactic.Omega.search`: the search.
-/
set_option autoImplicit false

namespace Tactic.Omega
open Tactic.Linarith (Z each)

/-- A sum of earlier constraints `0 ≤ e` with multipliers, divided by a positive number, the
constant rounded down. Constraints are numbered: the hypotheses first, then the derived ones. -/
structure Derivation where
  /-- multipliers and numbers of constraints -/
  sum : List (Nat × Nat)
  /-- the divisor -/
  divisor : Nat

instance : Inhabited Derivation := ⟨⟨[], 1⟩⟩

/-- The constraint `0 ≤ coeffs · x + const`. -/
structure Row where
  /-- the coefficients -/
  coeffs : List Z
  /-- the constant -/
  const : Z
  /-- its number -/
  id : Nat

/-- The equation `0 = coeffs · x + const`, as two constraints. -/
structure EqRow where
  /-- the coefficients -/
  coeffs : List Z
  /-- the constant -/
  const : Z
  /-- the number of `0 ≤ coeffs · x + const` -/
  pos : Nat
  /-- the number of `0 ≤ -(coeffs · x + const)` -/
  neg : Nat

instance : Inhabited Row := ⟨⟨[], .zero, 0⟩⟩
instance : Inhabited EqRow := ⟨⟨[], .zero, 0, 0⟩⟩

/-- The derivations so far, newest first, and the next number. -/
structure Log where
  /-- the derivations -/
  entries : List Derivation
  /-- the next number -/
  next : Nat

/-- Computations that log derivations. -/
def SearchM (α : Type) := Log → α × Log

instance : Monad SearchM where
  pure x := fun l => (x, l)
  bind x f := fun l => match x l with
    | (a, l) => f a l

private def derive (d : Derivation) : SearchM Nat := fun l => (l.next, ⟨d :: l.entries, l.next + 1⟩)

private def gcdOf : List Z → Nat
  | [] => 0
  | a :: l => Nat.gcd a.abs (gcdOf l)

/-- The quotient rounded down. -/
private def floorDiv (a : Z) (n : Nat) : Z :=
  if a.neg then
    let q := a.abs / n
    if Nat.beq (q * n) a.abs then ⟨!Nat.beq q 0, q⟩ else ⟨true, q + 1⟩
  else ⟨false, a.abs / n⟩

private def entry : List Z → Nat → Z
  | [], _ => .zero
  | a :: _, 0 => a
  | _ :: l, n + 1 => entry l n

/-- `m * a + n * b`, entry by entry. -/
private def lin (m n : Z) : List Z → List Z → List Z
  | a :: as, b :: bs => Z.add (Z.mul m a) (Z.mul n b) :: lin m n as bs
  | _, _ => []

private def allZero : List Z → Bool
  | [] => true
  | a :: l => a.isZero && allZero l

/-- The position of an entry with the smallest nonzero absolute value. -/
private def smallest : List Z → Nat → Option (Nat × Nat) → Option (Nat × Nat)
  | [], _, b => b
  | a :: l, i, b =>
    if a.isZero then smallest l (i + 1) b
    else match b with
      | none => smallest l (i + 1) (some (i, a.abs))
      | some (_, v) =>
          if Nat.ble v a.abs then smallest l (i + 1) b else smallest l (i + 1) (some (i, a.abs))

/-- Adds a multiple of the equation, so that the coefficient of the variable `k` becomes zero; the
equation has a unit there. -/
private def substitute (e : EqRow) (k : Nat) (r : Row) : SearchM Row := do
  let a := entry r.coeffs k
  if a.isZero then return r
  let u := entry e.coeffs k
  -- multiplier `t` with `a + t * u = 0`
  let t := (Z.mul a u).opp
  let id ← derive ⟨[(1, r.id), (t.abs, cond t.neg e.neg e.pos)], 1⟩
  return ⟨lin (.ofNat 1) t r.coeffs e.coeffs, Z.add r.const (Z.mul t e.const), id⟩

private def substituteEq (e : EqRow) (k : Nat) (r : EqRow) : SearchM EqRow := do
  let a := entry r.coeffs k
  if a.isZero then return r
  let u := entry e.coeffs k
  let t := (Z.mul a u).opp
  let p ← derive ⟨[(1, r.pos), (t.abs, cond t.neg e.neg e.pos)], 1⟩
  let n ← derive ⟨[(1, r.neg), (t.abs, cond t.neg e.pos e.neg)], 1⟩
  return ⟨lin (.ofNat 1) t r.coeffs e.coeffs, Z.add r.const (Z.mul t e.const), p, n⟩

private def mapS {α β : Type} (f : α → SearchM β) : List α → SearchM (List β)
  | [] => pure []
  | a :: as => do
    let b ← f a
    let bs ← mapS f as
    return b :: bs

/-- The quotient by `n`, rounded to the nearest number. -/
private def nearest (a : Z) (n : Nat) : Z :=
  floorDiv (Z.add (Z.mul (.ofNat 2) a) (.ofNat n)) (2 * n)

/-- The change of variables `x_k := s * (x_k - q · x - q₀)`, applied to coefficients and constant.
-/
private def change (k : Nat) (s : Z) (q : List Z) (q0 : Z) (coeffs : List Z) (const : Z)
    : List Z × Z :=
  let a := Z.mul s (entry coeffs k)
  if a.isZero then (coeffs, const)
  else (go 0 a coeffs q, Z.sub const (Z.mul a q0))
where
  go (i : Nat) (a : Z) : List Z → List Z → List Z
    | c :: cs, x :: xs => (if Nat.beq i k then a else Z.sub c (Z.mul a x)) :: go (i + 1) a cs xs
    | _, _ => []

/-- Divides an inequality by the greatest common divisor of its coefficients. -/
private def tighten (r : Row) : SearchM Row := do
  let g := gcdOf r.coeffs
  if Nat.ble g 1 then return r
  let id ← derive ⟨[(1, r.id)], g⟩
  return ⟨each (fun a => a.divExact g) r.coeffs, floorDiv r.const g, id⟩

private def sameList : List Z → List Z → Bool
  | [], [] => true
  | a :: as, b :: bs => (Z.sub a b).isZero && sameList as bs
  | _, _ => false

private def oppositeList : List Z → List Z → Bool
  | [], [] => true
  | a :: as, b :: bs => (Z.add a b).isZero && oppositeList as bs
  | _, _ => false

/-- Adds an inequality, unless there is one that says at least as much; removes weaker ones. -/
private def insert (r : Row) : List Row → List Row
  | [] => [r]
  | s :: l =>
      if sameList r.coeffs s.coeffs then (if Z.lt r.const s.const then r :: l else s :: l)
        else s :: insert r l

/-- What simplification finds. -/
private inductive Found where
  | contradiction (id : Nat)
  | equation (e : EqRow)
  | rows (l : List Row)

/-- The opposite of `r` among the rows, if together they are absurd or an equation. -/
private def opposite (r : Row) : List Row → Option Row
  | [] => none
  | s :: l =>
      if oppositeList r.coeffs s.coeffs && !(Z.add r.const s.const).isPos then some s
        else opposite r l

private def without (i j : Nat) : List Row → List Row
  | [] => []
  | r :: l => if Nat.beq r.id i || Nat.beq r.id j then without i j l else r :: without i j l

private def findPair : List Row → Option (Row × Row)
  | [] => none
  | r :: l => match opposite r l with
    | some s => some (r, s)
    | none => findPair l

private def simplify : List Row → List Row → SearchM Found
  | [], done => match findPair done with
    | none => pure (.rows done)
    | some (r, s) => do
      let c := Z.add r.const s.const
      if c.isZero then return .equation ⟨r.coeffs, r.const, r.id, s.id⟩
      else
        let id ← derive ⟨[(1, r.id), (1, s.id)], 1⟩
        return .contradiction id
  | r :: l, done => do
    if allZero r.coeffs then
      if r.const.neg then return .contradiction r.id else simplify l done
    else
      let r ← tighten r
      simplify l (insert r done)

/-- How many rows have a positive and a negative coefficient at `k`, and whether all of one kind are
units. -/
private def profile (k : Nat) : List Row → Nat × Nat × Bool × Bool → Nat × Nat × Bool × Bool
  | [], x => x
  | r :: l, (p, n, up, un) =>
    let a := entry r.coeffs k
    if a.isZero then profile k l (p, n, up, un)
    else if a.neg then profile k l (p, n + 1, up, un && Nat.beq a.abs 1)
    else profile k l (p + 1, n, up && Nat.beq a.abs 1, un)

/-- The cheapest variable; exact eliminations first. -/
private def choose (rows : List Row) : Nat → Nat → Option (Nat × Nat) → Option (Nat × Nat)
  | 0, _, b => b
  | todo + 1, k, b =>
    let (p, n, up, un) := profile k rows (0, 0, true, true)
    if Nat.beq (p + n) 0 then choose rows todo (k + 1) b
    else
      let cost := p * n + cond (up || un) 0 1000
      match b with
      | none => choose rows todo (k + 1) (some (k, cost))
      | some (_, c) =>
          if Nat.ble c cost then choose rows todo (k + 1) b else choose rows todo (k + 1)
              (some (k, cost))

private def combineRows (k : Nat) (r s : Row) : SearchM Row := do
  let a := (entry r.coeffs k).abs
  let b := (entry s.coeffs k).abs
  let g := Nat.gcd a b
  let m := b / g
  let n := a / g
  let id ← derive ⟨[(m, r.id), (n, s.id)], 1⟩
  return ⟨lin (.ofNat m) (.ofNat n) r.coeffs s.coeffs, Z.add (Z.mul (.ofNat m) r.const)
      (Z.mul (.ofNat n) s.const), id⟩

private def allCombinations (k : Nat) : List Row → List Row → List Row → SearchM (List Row)
  | [], _, acc => pure acc
  | r :: rs, ns, acc => do
    let xs ← mapS (combineRows k r) ns
    allCombinations k rs ns (xs ++ acc)

private def partition (k : Nat) : List Row → List Row × List Row × List Row
  | [] => ([], [], [])
  | r :: l =>
    let (p, n, z) := partition k l
    let a := entry r.coeffs k
    if a.isZero then (p, n, r :: z) else if a.neg then (p, r :: n, z) else (r :: p, n, z)

/-- The number of a constraint `0 ≤ negative constant`, if one is found. -/
private def solve (vars : Nat) : Nat → List EqRow → List Row → SearchM (Option Nat)
  | 0, _, _ => pure none
  | fuel + 1, e :: es, rows => do
    let g := gcdOf e.coeffs
    if Nat.beq g 0 then
      if e.const.isZero then solve vars fuel es rows
      else return some (cond e.const.neg e.pos e.neg)
    else
      let r := floorDiv e.const g
      if !(Z.sub (Z.mul (.ofNat g) r) e.const).isZero then
        let p ← derive ⟨[(1, e.pos)], g⟩
        let n ← derive ⟨[(1, e.neg)], g⟩
        let id ← derive ⟨[(1, p), (1, n)], 1⟩
        return some id
      let e ← if Nat.beq g 1 then pure e else do
        let p ← derive ⟨[(1, e.pos)], g⟩
        let n ← derive ⟨[(1, e.neg)], g⟩
        pure ⟨each (fun a => a.divExact g) e.coeffs, r, p, n⟩
      match smallest e.coeffs 0 none with
      | none => return none
      | some (k, 1) =>
        let es ← mapS (substituteEq e k) es
        let rows ← mapS (substitute e k) rows
        solve vars fuel es rows
      | some (k, m) =>
        let s : Z := ⟨(entry e.coeffs k).neg, 1⟩
        let q := each (fun a => nearest a m) e.coeffs
        let q0 := nearest e.const m
        let f (co : List Z) (c : Z) : List Z × Z := change k s q q0 co c
        let onEq (x : EqRow) : EqRow := match f x.coeffs x.const with
          | (co, c) => ⟨co, c, x.pos, x.neg⟩
        let onRow (x : Row) : Row := match f x.coeffs x.const with
          | (co, c) => ⟨co, c, x.id⟩
        solve vars fuel (onEq e :: each onEq es) (each onRow rows)
  | fuel + 1, [], rows => do
    match ← simplify rows [] with
    | .contradiction id => return some id
    | .equation e => solve vars fuel [e] (without e.pos e.neg rows)
    | .rows rows =>
      if Nat.ble 600 rows.length then return none
      match choose rows vars 0 none with
      | none => return none
      | some (k, _) =>
        let (p, n, z) := partition k rows
        let new ← allCombinations k p n []
        solve vars fuel [] (new ++ z)

/-- Looks for a contradiction among inequalities and equations, which are numbered; `next` is the
first free number. The result is the number of a constraint `0 ≤ negative constant` and the
derivations of all constraints from `next` on. -/
def search (vars next : Nat) (eqs : List EqRow) (rows : List Row)
    : Option (Nat × List Derivation) :=
  match solve vars 200 eqs rows ⟨[], next⟩ with
  | (some id, log) => some (id, reverse log.entries [])
  | (none, _) => none
where
  reverse : List Derivation → List Derivation → List Derivation
    | [], l => l
    | a :: as, l => reverse as (a :: l)

end Tactic.Omega
