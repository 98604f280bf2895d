prelude
import DeepTheory.Algebra.Tactic.Linarith.Lemmas
import DeepTheory.Algebra.Tactic.Linarith.Search
/-! # Reading hypotheses

The part of `linarith` and `omega` that turns the local context into comparisons and linear forms.

## Main definitions

* `Tactic.Linarith.Fact`: a comparison with its proof; `Facts`: what was read, with the disjunctions
  that may be split.
* `Tactic.Linarith.readAll`: reads hypotheses.
* `Tactic.Linarith.formsOf`: normal forms over a common list of atoms.
* `Tactic.Linarith.natFacts`, `castFacts`, `castFact`: facts that come with atoms, and facts about
  `Nat` in other types.
-/
set_option autoImplicit false

namespace Tactic.Linarith
open Lean Lean.Meta Tactic.Ring

/-! ## Hypotheses -/

/-- A comparison with its proof. -/
structure Fact where
  /-- the type of both sides -/
  R : Expr
  /-- `<`? -/
  strict : Bool
  /-- the smaller side -/
  lhs : Expr
  /-- the larger side -/
  rhs : Expr
  /-- the proof of `lhs ≤ rhs` or `lhs < rhs` -/
  pf : Expr

instance : Inhabited Fact := ⟨⟨default, false, default, default, default⟩⟩

/-- What was read from the context. -/
structure Facts where
  /-- comparisons -/
  facts : List Fact
  /-- proofs of disjunctions into which the problem may be split -/
  splits : List Expr

/-- Both together. -/
def Facts.append (a b : Facts) : Facts := ⟨a.facts ++ b.facts, a.splits ++ b.splits⟩

/-- Nothing. -/
def none' : Facts := ⟨[], []⟩

/-- Is this the type `Nat`? -/
def isNat (R : Expr) : Bool := R.isConstOf ``Nat

/-- `a < b` is by definition `a + 1 ≤ b`. -/
def isDiscrete (R : Expr) : Bool := R.isConstOf ``Nat || R.isConstOf `Int

/-- `a < b` as a fact, strengthened over the integers. -/
def ltFact (R a b pf : Expr) : MetaM Fact := do
  if isDiscrete R then
    let a' ← mkAppM ``HAdd.hAdd (.mk [a, ← mkNumeral R 1])
    let t ← mkAppM ``LE.le (.mk [a', b])
    return ⟨R, false, a', b, mkApp2 (mkConst ``id [Level.zero]) t pf⟩
  else return ⟨R, true, a, b, pf⟩

/-- An equation as two facts. -/
def eqFacts (R a b pf : Expr) : MetaM (List Fact) := do
  let p ← attempt (mkAppM ``le_of_eq (.mk [pf]))
  let q ← attempt (mkAppM ``ge_of_eq (.mk [pf]))
  match p, q with
  | some p, some q => return [⟨R, false, a, b, p⟩, ⟨R, false, b, a, q⟩]
  | _, _ => return []

/-- What a proof `pf` of `¬p` gives: a split, or something that is still to be read. -/
def negated (logic : Bool) (pf p : Expr) : MetaM (Facts × Option Expr) := do
  let (c, as) := p.view
  let via (lemma : Name) : MetaM (Facts × Option Expr) := do
    let q ← attempt (mkAppM lemma (.mk [pf]))
    return (none', q)
  let split (lemma : Name) : MetaM (Facts × Option Expr) := do
    match ← attempt (mkAppM lemma (.mk [pf])) with
    | some q => return (⟨[], [q]⟩, none)
    | none => return (none', none)
  match as with
  | [_, _, _, _] =>
    if c.same ``LE.le || c.same ``GE.ge then via ``not_le
    else if c.same ``LT.lt || c.same ``GT.gt then via ``not_lt
    else if c.same ``Dvd.dvd then via ``nat_mod_of_not_dvd
    else return (none', none)
  | [_, _, _] =>
    if c.same ``Eq then split ``lt_or_lt_of_ne
    else if c.same ``Ne && logic then via ``of_not_not
    else return (none', none)
  | [_, _] =>
    if !logic then return (none', none)
    else if c.same ``And then split ``or_of_not_and
    else if c.same ``Or then via ``and_of_not_or
    else if c.same ``Iff then split ``or_of_not_iff
    else return (none', none)
  | [_] => if logic && c.same ``Not then via ``of_not_not else return (none', none)
  | _ => if logic && p.isForall then via ``and_of_not_imp else return (none', none)

/-- The comparisons that a proof `pf` of `t` gives; with `logic`, disjunctions, implications and
equivalences become splits. -/
def read (logic : Bool) : Nat → Expr → Expr → MetaM Facts
  | 0, _, _ => pure none'
  | fuel + 1, pf, t => do
    let (c, as) := t.view
    let again (q : Expr) : MetaM Facts := do
      let t ← inferType q
      let t ← whnfCore t
      read logic fuel q t
    let negation (p : Expr) : MetaM Facts := do
      match ← negated logic pf p.consumeMData with
      | (fs, none) => return fs
      | (_, some q) => again q
    let split (lemma : Name) : MetaM Facts := do
      match ← attempt (mkAppM lemma (.mk [pf])) with
      | some q => return ⟨[], [q]⟩
      | none => return none'
    match as with
    | [R, _, a, b] =>
      if c.same ``LE.le then return ⟨[⟨R, false, a, b, pf⟩], []⟩
      else if c.same ``LT.lt then return ⟨[← ltFact R a b pf], []⟩
      else if c.same ``GE.ge then return ⟨[⟨R, false, b, a, pf⟩], []⟩
      else if c.same ``GT.gt then return ⟨[← ltFact R b a pf], []⟩
      else if c.same ``Dvd.dvd && isNat R then
        match ← attempt (mkAppM ``nat_mod_of_dvd (.mk [pf])) with
        | some q => again q
        | none => return none'
      else return none'
    | [R, a, b] =>
      if c.same ``Eq then
        let fs ← eqFacts R a b pf
        return ⟨fs, []⟩
      else if c.same ``Ne then
        let t ← whnfR t
        negation t.arg
      else return none'
    | [p, q] =>
      if c.same ``And then
        let x ← read logic fuel (mkApp3 (mkConst0 ``And.left) p q pf) p.consumeMData
        let y ← read logic fuel (mkApp3 (mkConst0 ``And.right) p q pf) q.consumeMData
        return x.append y
      else if !logic then return none'
      else if c.same ``Or then return ⟨[], [pf]⟩
      else if c.same ``Iff then split ``or_of_iff
      else return none'
    | [p] => if c.same ``Not then negation p else return none'
    | _ =>
      if logic && t.isForall then split ``or_of_imp
      else if c.same ``False then again (mkApp (mkConst0 ``absurd_of_false) pf)
      else return none'

/-- The comparisons that hypotheses give. -/
def readAll (logic : Bool) : List (Expr × Expr) → MetaM Facts
  | [] => pure none'
  | (pf, t) :: l => do
    let x ← read logic 20 pf t
    let y ← readAll logic l
    return x.append y

/-- Proofs with what they prove. -/
def withTypes (es : List Expr) : MetaM (List (Expr × Expr)) :=
  mapList (fun e => do
    let t ← inferType e
    let t ← instantiate t
    return (e, t.consumeMData)) es

/-! ## Linear forms -/

/-- A fact with the normal form of its difference. -/
structure Form where
  /-- the fact -/
  fact : Fact
  /-- the normal form of right side minus left side -/
  diff : Diff

/-- The normal form of a fact. -/
def formOf (k : Kind) (f : Fact) : AtomM Form := fun as => do
  let sl ← prepare k 1000 f.lhs
  let sr ← prepare k 1000 f.rhs
  let (a, as) ← reify (filled k.ring?) 1000 sl.e as
  let (b, as) ← reify (filled k.ring?) 1000 sr.e as
  match k.ring? with
  | some _ => return (⟨f, RingExpr.diff (.sub b a)⟩, as)
  | none => return (⟨f, ⟨b.poly, a.poly⟩⟩, as)

/-- The normal forms of facts. -/
def formsOf (k : Kind) : List Fact → AtomM (List Form)
  | [] => pure []
  | f :: fs => do
    let x ← formOf k f
    let xs ← formsOf k fs
    return x :: xs

/-- The atoms that are inverses of numerals: index and numeral. -/
def numeralInverses : Nat → List Expr → List (Nat × Nat)
  | _, [] => []
  | i, a :: as =>
    let rest := numeralInverses (i + 1) as
    if a.isAppOf ``Inv.inv then match a.arg.nat? with
      | some (n + 1) => (i, n + 1) :: rest
      | _ => rest
    else rest

/-- A power of a number. -/
def power (b : Nat) : Nat → Nat
  | 0 => 1
  | n + 1 => power b n * b

/-- The highest exponent of a variable. -/
def highest2 (y : Nat) (d : Diff) : Nat :=
  let a := highest y d.pos
  let b := highest y d.neg
  cond (Nat.ble a b) b a

/-- Multiplies out one inverse of a numeral, as numbers. -/
def clearNumeral (y n h : Nat) : Poly → Poly
  | .zero => .zero
  | .term c m p =>
    let e := Mono.getExp y m
    Poly.add (.term (c * power n (h - e)) (Mono.subExp e y m) .zero) (clearNumeral y n h p)

/-- Multiplies out all inverses of numerals; also returns the factor. -/
def clearNumerals : List (Nat × Nat) → Diff → Diff × Nat
  | [], d => (d, 1)
  | (y, n) :: l, d =>
    let h := highest2 y d
    let (d', f) := clearNumerals l ⟨clearNumeral y n h d.pos, clearNumeral y n h d.neg⟩
    (d', f * power n h)

/-- The position of a monomial in a list. -/
def columnIn (m : Mono) : List Mono → Nat → Option Nat
  | [], _ => none
  | x :: l, i => match Mono.cmp m x with
    | .eq => some i
    | _ => columnIn m l (i + 1)

/-- The monomials of a polynomial, the constant one left out. -/
def monomials : Poly → List Mono → List Mono
  | .zero, ms => ms
  | .term _ m p, ms => match m, columnIn m ms 0 with
    | [], _ => monomials p ms
    | _, some _ => monomials p ms
    | _, none => monomials p (ms ++ [m])

/-- The coefficient of a monomial. -/
def coefficient (m : Mono) (d : Diff) : Z := Z.sub (.ofNat (go d.pos)) (.ofNat (go d.neg))
where
  go : Poly → Nat
    | .zero => 0
    | .term c n p => match Mono.cmp m n with
      | .eq => c + go p
      | _ => go p

/-! ## Additional facts -/

/-- `n / m` and `n % m` with a numeral `m`: the defining equation and the bound of the remainder. -/
def natDivFacts (n m : Expr) : MetaM (List Fact) := do
  match m.nat? with
  | some (k + 1) =>
    let eq := mkApp2 (mkConst0 ``nat_div_eq) n m
    let t ← inferType eq
    let (a, b) := operands t
    let fs ← eqFacts (mkConst0 ``Nat) a b eq
    let x ← mkAppM ``HMod.hMod (.mk [n, m])
    let l ← mkAppM ``HAdd.hAdd (.mk [x, ← mkNumeral (mkConst0 ``Nat) 1])
    return ⟨mkConst0 ``Nat, false, l, m, mkApp2 (mkConst0 ``nat_mod_lt) n (mkRawNatLit k)⟩ :: fs
  | _ => return []

/-- Facts about an atom of `Nat`: it is nonnegative; truncated differences; quotients and remainders
by numerals. -/
def natFacts (x : Expr) : MetaM Facts := do
  let nat := mkConst0 ``Nat
  let zero ← mkNumeral nat 0
  let nonneg : Fact := ⟨nat, false, zero, x, mkApp (mkConst0 ``Nat.zero_le) x⟩
  let (c, as) := x.view
  match as with
  | [_, _, _, _, a, b] =>
    if c.same ``HSub.hSub then
      return ⟨[nonneg], [mkApp2 (mkConst0 ``nat_sub_cases) a b]⟩
    else if c.same ``HDiv.hDiv || c.same ``HMod.hMod then
      let fs ← natDivFacts a b
      return ⟨nonneg :: fs, []⟩
    else return ⟨[nonneg], []⟩
  | _ => return ⟨[nonneg], []⟩

/-- A fact about `Nat` as a fact about `R`. -/
def castFact (k : Kind) (f : Fact) : MetaM (Option Fact) := do
  let lemma := if f.strict then ``cast_lt_cast else ``cast_le_cast
  match ← attempt (mkAppOptM lemma (.mk [some k.R, none, some f.lhs, some f.rhs, some f.pf])) with
  | none => return none
  | some p =>
    let t ← inferType p
    let (_, as) := t.view
    match as with
    | [_, _, a, b] => return some ⟨k.R, false, a, b, p⟩
    | _ => return none

/-- The results of `f` that there are. -/
def catSome {α β : Type} (f : α → MetaM (Option β)) : List α → MetaM (List β)
  | [] => pure []
  | a :: as => do
    let x ← f a
    let xs ← catSome f as
    match x with
    | some b => return b :: xs
    | none => return xs

/-- Facts about an atom of another type that is the cast of a natural number. -/
def castFacts (k : Kind) (x : Expr) : MetaM Facts := do
  if x.isAppOf ``Nat.cast then
    let n := x.arg
    let p ← mkAppOptM ``cast_nonneg (.mk [some k.R, none, some n])
    let zero ← mkNumeral k.R 0
    let inner ← natFacts n
    let cs ← catSome (castFact k) inner.facts
    return ⟨⟨k.R, false, zero, x, p⟩ :: cs, inner.splits⟩
  else return none'

/-- Facts about an atom that is an absolute value, a maximum or a minimum. The lemmas are found by
name: they exist where such atoms do. -/
def latticeFacts (x : Expr) : MetaM Facts := do
  let (c, _) := x.view
  let le (lemma : Name) (xs : List Expr) : MetaM Facts := do
    match ← attempt (mkAppM lemma (.mk xs)) with
    | none => return none'
    | some p =>
      let t ← inferType p
      read false 2 p t
  let choice (lemma : Name) (xs : List Expr) : MetaM Facts := do
    match ← attempt (mkAppM lemma (.mk xs)) with
    | none => return none'
    | some p => return ⟨[], [p]⟩
  if c.same `abs then
    let a := x.arg
    let f ← le `le_abs_self [a]
    let g ← le `neg_abs_le [a]
    let h ← choice `abs_choice [a]
    return (f.append g).append h
  else if c.same ``Max.max then
    let (a, b) := operands x
    let f ← le `le_max_left [a, b]
    let g ← le `le_max_right [a, b]
    let h ← choice `max_choice [a, b]
    return (f.append g).append h
  else if c.same ``Min.min then
    let (a, b) := operands x
    let f ← le `min_le_left [a, b]
    let g ← le `min_le_right [a, b]
    let h ← choice `min_choice [a, b]
    return (f.append g).append h
  else return none'

/-- Adds the facts that come with the atoms from position `i` on, and with the atoms of these facts,
and so on. -/
def saturate (k : Kind) (f : Expr → MetaM Facts)
    : Nat → Nat → List Expr → MetaM (List Form × List Expr × List Expr)
  | 0, _, atoms => pure ([], [], atoms)
  | fuel + 1, i, atoms => do
    match drop i atoms with
    | [] => return ([], [], atoms)
    | new =>
      let fs ← all new
      let (forms, atoms') ← formsOf k fs.facts atoms
      let (more, splits, atoms'') ← saturate k f fuel atoms.length atoms'
      return (forms ++ more, fs.splits ++ splits, atoms'')
where
  /-- the list without its first elements -/
  drop : Nat → List Expr → List Expr
    | 0, l => l
    | _, [] => []
    | n + 1, _ :: l => drop n l
  /-- the facts for each atom -/
  all : List Expr → MetaM Facts
    | [] => pure none'
    | a :: as => do
      let x ← f a
      let y ← all as
      return x.append y

/-- Monomials of degree two or more over `Nat` are nonnegative too. -/
def productFacts (R : Expr) (atoms : List Expr) : List Mono → MetaM (List Fact)
  | [] => pure []
  | m :: ms => do
    let rest ← productFacts R atoms ms
    if isSingle m then return rest else
      let x ← toExpr R atoms (.term 1 m .zero)
      let zero ← mkNumeral R 0
      return ⟨R, false, zero, x, mkApp (mkConst0 ``Nat.zero_le) x⟩ :: rest
where
  isSingle : Mono → Bool
    | [] => false
    | [e] => Nat.beq e 1
    | e :: m => cond (Nat.beq e 0) (isSingle m) false

end Tactic.Linarith
