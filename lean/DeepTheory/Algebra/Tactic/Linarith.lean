prelude
import DeepTheory.Algebra.Tactic.Linarith.Facts
/-! # The tactics `linarith` and `nlinarith`

`linarith` proves linear inequalities and equations over ordered commutative rings, ordered fields,
`Int` and `Nat` from the hypotheses of the context. It negates the goal and looks for a sum of
hypotheses, with natural multipliers, that is absurd; the sum is checked by `ring`. Over ordered
fields it finds a proof whenever there is a linear one.

* `linarith [t₁, t₂]` uses the given proofs too, `linarith only [t₁, t₂]` only those and the negated
  goal.
* Hypotheses: `≤`, `<`, `≥`, `>`, `=`, their negations, conjunctions of these; `≠` splits into two
  cases if nothing else helps.
* Goals: the same, and `False`; any other goal is replaced by `False`.
* Over `Nat` atoms are nonnegative, `a < b` counts as `a + 1 ≤ b`, truncated subtractions are split
  into cases, and `n / k` and `n % k` with a numeral `k` come with their defining inequalities;
  absolute values, `max` and `min` with theirs, and they split into cases. Hypotheses about `Nat`
  count in other types through casts.
* `nlinarith` adds squares that occur, and products of two of the hypotheses, the given proofs and
  the negated goal.
-/
set_option autoImplicit false

namespace Tactic.Linarith
open Lean Lean.Meta Lean.Elab.Tactic Tactic.Ring

/-! ## The certificate -/

/-- The certificate: a multiplier for each fact, and the constant. -/
private def search (inverses : List (Nat × Nat)) (forms : List Form) : Option (List Nat × Nat) :=
  let cleared := each (fun f => clearNumerals inverses f.diff) forms
  let ms := cols cleared []
  let rows := each (fun m => each (fun c => coefficient m c.1) cleared ++ [.zero]) ms
  let constants := each (fun c => coefficient [] c.1) cleared ++ [.ofNat 1]
  let strict := each (fun f => f.fact.strict) forms ++ [true]
  match certificate? (constants :: rows) strict with
  | none => none
  | some x => some (split x cleared)
where
  cols : List (Diff × Nat) → List Mono → List Mono
    | [], ms => ms
    | (d, _) :: l, ms => cols l (monomials d.neg (monomials d.pos ms))
  split : List Nat → List (Diff × Nat) → List Nat × Nat
    | x :: xs, (_, f) :: cs =>
      let (l, c) := split xs cs
      ((x * f) :: l, c)
    | [c], [] => ([], c)
    | _, _ => ([], 0)

/-! ## The proof -/

/-- The sum of facts with multipliers: its proof, strictness and sides. -/
def combine (k : Kind) (o : Expr) : List Form → List Nat → (Expr × Bool × Expr × Expr) →
    MetaM (Expr × Bool × Expr × Expr)
  | f :: fs, n :: ns, acc => match n with
    | 0 => combine k o fs ns acc
    | n + 1 => do
      let (pf, t, c, d) := acc
      let s := f.fact.strict
      let p := mkAppList (mkConst ``step [k.level])
        [k.R, o, mkRawNatLit n, quoteBool s, quoteBool t, f.fact.lhs, f.fact.rhs, c, d, f.fact.pf,
            pf]
      let ty ← inferType p
      combine k o fs ns (p, s || t, ty.fn.arg, ty.arg)
  | _, _, acc => pure acc

/-- A proof of `False` from the facts about `R`. -/
private def refute (k : Kind) (o : Expr) (forms : List Form) (atoms : List Expr)
    : MetaM (Option Expr) := do
  match search (numeralInverses 0 atoms) forms with
  | none => return none
  | some (ns, c) =>
    let zero ← mkNumeral k.R 0
    let s0 := mkApp2 (mkConst ``start [k.level]) k.R o
    let (pf, s, a, b) ← combine k o forms ns (s0, false, zero, zero)
    let num := mkApp3 (mkConst ``numeral [k.level]) k.R k.semiring (mkRawNatLit c)
    let rhs ← mkAppM ``HAdd.hAdd (.mk [b, num])
    match ← proveEq k.R a rhs with
    | (none, _) => return none
    | (some e, _) =>
      return some (mkAppList (mkConst ``finish [k.level])
        [k.R, o, a, b, mkRawNatLit c, quoteBool s, pf, e, reflTrue])

/-! ## Products -/

private def product (f g : Fact) : MetaM (Option Fact) := do
  let lemma := if f.strict && g.strict then ``mul_pos_of_lt else ``mul_nonneg_of_le
  let weak (h : Fact) : MetaM Expr :=
    if h.strict && !(f.strict && g.strict) then mkAppM ``le_of_lt (.mk [h.pf]) else pure h.pf
  let p ← weak f
  let q ← weak g
  match ← attempt (mkAppM lemma (.mk [p, q])) with
  | none => return none
  | some r =>
    let t ← inferType r
    let (_, as) := t.view
    match as with
    | [R, _, a, b] => return some ⟨R, f.strict && g.strict, a, b, r⟩
    | _ => return none

private def products : List Fact → MetaM (List Fact)
  | [] => pure []
  | f :: fs => do
    let xs ← catSome (product f) (f :: fs)
    let ys ← products fs
    return xs ++ ys

/-- The bases of squares in an expression. -/
private def squaresIn : Nat → Expr → List Expr → List Expr
  | 0, _, l => l
  | fuel + 1, e, l =>
    let (c, as) := e.consumeMData.view
    match as with
    | [_, _, _, _, a, b] =>
      if c.same ``HPow.hPow then match b.nat? with
        | some 2 => squaresIn fuel a (insert a l)
        | _ => squaresIn fuel a l
      else if c.same ``HMul.hMul && Expr.eqv a b then squaresIn fuel a (insert a l)
      else squaresIn fuel b (squaresIn fuel a l)
    | [_, _, a] => squaresIn fuel a l
    | _ => l
where
  insert (a : Expr) (l : List Expr) : List Expr := if has a l then l else a :: l
  has (a : Expr) : List Expr → Bool
    | [] => false
    | b :: l => Expr.eqv a b || has a l

private def squareFact (a : Expr) : MetaM (Option Fact) := do
  match ← attempt (mkAppM ``sq_nonneg (.mk [a])) with
  | none => return none
  | some p =>
    let t ← inferType p
    let (_, as) := t.view
    match as with
    | [R, _, x, y] => return some ⟨R, false, x, y, p⟩
    | _ => return none

/-! ## The tactic -/

private def ofType (R : Expr) : List Fact → List Fact
  | [] => []
  | f :: fs => if Expr.eqv f.R R then f :: ofType R fs else ofType R fs

private def typesOf : List Fact → List Expr → List Expr
  | [], l => l
  | f :: fs, l => typesOf fs (if has f.R l then l else l ++ [f.R])
where
  has (a : Expr) : List Expr → Bool
    | [] => false
    | b :: l => Expr.eqv a b || has a l

private def anyCast : List Expr → Bool
  | [] => false
  | a :: as => a.isAppOf ``Nat.cast || anyCast as

private def distinct : List Expr → List Expr → List Expr
  | [], l => l
  | a :: as, l => distinct as (if typesOf.has a l then l else l ++ [a])

/-- How many products `nlinarith` tries. -/
inductive Effort where
  /-- none -/
  | linear
  /-- squares, and products of the given terms and the negated goal -/
  | few
  /-- products of all hypotheses -/
  | all

/-- Are there products? -/
def Effort.products : Effort → Bool
  | .linear => false
  | _ => true

/-- Looks for a contradiction among the facts about `R`; else the splits that may help. -/
private def tryType (R : Expr) (all : Facts) (chosen : List Fact) (effort : Effort)
    : MetaM (Option Expr × List Expr) := do
  match ← kindOf? R, ← instanceOf? ``LinearOrderedCommSemiring R with
  | some k, some o =>
    let nat := mkConst0 ``Nat
    -- products of facts about `Nat` are formed over `Int`
    let toInt := effort.products && R.isConstOf `Int
    let lift (fs : List Fact) : MetaM (List Fact) :=
      if toInt then catSome (castFact k) (ofType nat fs) else pure []
    let facts := ofType R all.facts ++ (← lift all.facts)
    let facts ← match effort, k.ring? with
      | .linear, _ => pure facts
      | _, none => pure facts
      | effort, some _ => do
        let sides := squares facts []
        let sq ← catSome squareFact sides
        let mine := ofType R chosen ++ (← lift chosen)
        let nonneg ← if toInt then do
            let (_, atoms) ← formsOf k facts []
            let fs ← saturate.all (castFacts k) atoms
            pure fs.facts
          else pure []
        let base := match effort with
          | .all => facts ++ nonneg ++ sq
          | _ => mine ++ sq
        let ps ← products (take 14 base)
        pure (facts ++ sq ++ ps)
    let (forms, atoms) ← formsOf k facts []
    if isNat R then
      let (extra, splits, atoms) ← saturate k (both natFacts) 5 0 atoms
      let ps ← productFacts R atoms (columns (forms ++ extra) [])
      let (more, atoms) ← formsOf k ps atoms
      let p ← refute k o (forms ++ extra ++ more) atoms
      return (p, splits ++ all.splits)
    else
      let casts ← if anyCast atoms && !toInt then catSome (castFact k) (ofType nat all.facts)
        else pure []
      let (more, atoms) ← formsOf k casts atoms
      let (extra, splits, atoms) ← saturate k (both (castFacts k)) 5 0 atoms
      let p ← refute k o (forms ++ more ++ extra) atoms
      return (p, splits ++ all.splits)
  | _, _ => return (none, [])
where
  both (f : Expr → MetaM Facts) (x : Expr) : MetaM Facts := do
    let a ← f x
    let b ← latticeFacts x
    return a.append b
  /-- the first elements: products are many -/
  take : Nat → List Fact → List Fact
    | n + 1, f :: fs => f :: take n fs
    | _, _ => []
  squares : List Fact → List Expr → List Expr
    | [], l => l
    | f :: fs, l => squares fs (squaresIn 100 f.rhs (squaresIn 100 f.lhs l))
  columns : List Form → List Mono → List Mono
    | [], ms => ms
    | f :: fs, ms => columns fs (monomials f.diff.neg (monomials f.diff.pos ms))

/-- The first type whose facts contradict each other; else all splits that may help. -/
private def tryTypes (all : Facts) (chosen : List Fact) (effort : Effort)
    : List Expr → MetaM (Option Expr × List Expr)
  | [] => pure (none, [])
  | R :: Rs => do
    match ← tryType R all chosen effort with
    | (some p, s) => return (some p, s)
    | (none, s) =>
      let (p, t) ← tryTypes all chosen effort Rs
      return (p, distinct t s)

/-- The options of the tactic. -/
structure Config where
  /-- the name for messages -/
  name : Name
  /-- with products? -/
  products : Bool
  /-- only the given terms? -/
  only : Bool
  /-- the given terms -/
  terms : List Expr

instance : Inhabited Config := ⟨⟨.anonymous, false, false, []⟩⟩

private def isNil {α : Type} : List α → Bool
  | [] => true
  | _ => false

private def describe : List Fact → MetaM (List MessageData)
  | [] => pure []
  | f :: fs => do
    let rest ← describe fs
    match ← attempt (mkAppM (cond f.strict ``LT.lt ``LE.le) (.mk [f.lhs, f.rhs])) with
    | some e => return indentExpr e :: rest
    | none => return rest

private def hasNat : List Expr → Bool
  | [] => false
  | R :: l => isNat R || hasNat l

/-- Closes the goal `False`; `local` are proofs that are used in any case, the negated goal and
cases of splits. -/
def contradiction (cfg : Config) (pref : Option Expr) : Nat → List FVarId → List Expr → TacticM Unit
  | 0, _, _ => throwTactic cfg.name [stringToMessageData "too many cases"]
  | fuel + 1, own, seen => withMainContext do
    let given ← withTypes cfg.terms
    let mine ← withTypes (each (fun f => f.toExpr) own)
    let hyps ← if cfg.only then pure mine else hypotheses
    let all ← readAll false (hyps ++ given)
    let chosen ← readAll false (mine ++ given)
    let types := match pref with
      | some R => typesOf all.facts [R]
      | none => typesOf all.facts []
    let (p, splits) ← tryTypes all chosen.facts .linear types
    let p ← match p, cfg.products with
      | none, true => do
        let types := if hasNat types then distinct types [mkConst0 `Int] else types
        match ← tryTypes all chosen.facts .few types with
        | (some p, _) => pure (some p)
        | (none, _) => do
          let (p, _) ← tryTypes all chosen.facts .all types
          pure p
      | p, _ => pure p
    match p with
    | some p => closeMainGoal cfg.name p false
    | none => match fresh splits seen with
      | none =>
        let seen ← describe all.facts
        throwTactic cfg.name
            (stringToMessageData (cond (isNil seen) "there are no hypotheses to combine"
          "no linear combination of these hypotheses is a contradiction:") :: seen)
      | some s =>
        let t ← inferType s
        match t.view.2 with
        | [a, b] =>
          let no (p : Expr) : MetaM Expr :=
            mkFreshExprSyntheticOpaqueMVar (mkApp (mkConst0 ``Not) p) .anonymous
          let x ← no a
          let y ← no b
          closeMainGoal cfg.name
              (mkAppList (mkConst0 ``Or.elim) [mkConst0 ``False, a, b, s, x, y]) false
          onGoals (do
            let f ← introOne
            contradiction cfg pref fuel (f :: own) (s :: seen)) [x.mvarId!, y.mvarId!]
        | _ => throwTactic cfg.name [stringToMessageData "a case split failed"]
where
  /-- a split that was not used before -/
  fresh : List Expr → List Expr → Option Expr
    | [], _ => none
    | s :: ss, seen => if usedBefore s seen then fresh ss seen else some s
  usedBefore (s : Expr) : List Expr → Bool
    | [] => false
    | t :: l => Expr.eqv s t || usedBefore s l

end Tactic.Linarith

open Lean Lean.Meta Lean.Elab.Tactic Tactic.Linarith

/-- `linarith` proves linear inequalities and equations from the hypotheses of the context and the
given proofs. -/
syntax (name := linarithTactic) "linarith" (&" only")? (" [" term,* "]")? : tactic

/-- `nlinarith` is `linarith` with squares and with products of two hypotheses. -/
syntax (name := nlinarithTactic) "nlinarith" (&" only")? (" [" term,* "]")? : tactic

namespace Tactic.Linarith

/-- Turns the only goal into `False` and solves it; `own` are the hypotheses that were introduced on
the way. -/
def solveGoal (cfg : Config) (ref : Syntax) : Nat → List FVarId → TacticM Unit
  | 0, own => contradiction cfg none 8 own []
  | fuel + 1, own => do
    let t ← withMainContext getMainTarget
    let t ← Meta.whnfR t
    let (c, as) := t.view
    let toFalse : TacticM Unit := do
      runTactic ref `(tactic| exfalso)
      contradiction cfg none 8 own []
    let negate (R : Expr) (q : MacroM (TSyntax `tactic)) : TacticM Unit := do
      runTactic ref q
      let gs ← getGoals
      onGoals (do
        let f ← introOne
        contradiction cfg (some R) 8 (f :: own) []) gs
    match as with
    | [R, _, _, _] =>
      if c.same ``LE.le || c.same ``GE.ge then
          negate R `(tactic| refine Tactic.Linarith.le_of_not ?_)
      else if c.same ``LT.lt || c.same ``GT.gt then
          negate R `(tactic| refine Tactic.Linarith.lt_of_not ?_)
      else toFalse
    | [R, _, _] =>
      if c.same ``Eq then negate R `(tactic| refine Tactic.Linarith.eq_of_not ?_ ?_)
      else toFalse
    | [_, _] =>
      if c.same ``And then
        runTactic ref `(tactic| refine ⟨?_, ?_⟩)
        let gs ← getGoals
        onGoals (solveGoal cfg ref fuel own) gs
      else toFalse
    | [_] =>
      if c.same ``Not then
        let f ← introOne
        solveGoal cfg ref fuel (f :: own)
      else toFalse
    | [] =>
      if c.same ``False then contradiction cfg none 8 own []
      else if t.isForall then
        let f ← introOne
        solveGoal cfg ref fuel (f :: own)
      else toFalse
    | _ => toFalse

/-- The arguments of the syntax. -/
def configOf (name : Name) (products : Bool) (stx : Syntax) : TacticM Config := withMainContext do
  let only := !(stx.getArg 1).isNone
  let given := (stx.getArg 2).getArg 1
  let terms ← elabTerms (everySecond given.getArgs.toList)
  return ⟨name, products, only, terms⟩
where
  everySecond : List Syntax → List Syntax
    | a :: _ :: l => a :: everySecond l
    | l => l

end Tactic.Linarith

/-- The implementation of `linarith`. -/
@[tactic linarithTactic] def evalLinarith : Lean.Elab.Tactic.Tactic := fun stx => do
  let cfg ← configOf `linarith false stx
  onMainGoal (solveGoal cfg stx 10 [])

/-- The implementation of `nlinarith`. -/
@[tactic nlinarithTactic] def evalNlinarith : Lean.Elab.Tactic.Tactic := fun stx => do
  let cfg ← configOf `nlinarith true stx
  onMainGoal (solveGoal cfg stx 10 [])
