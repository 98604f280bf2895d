prelude
import DeepTheory.Core.Meta.Expr
/-! # The monads of tactics

`MetaM` and `TacticM` as the compiler represents them: functions of the contexts and references that
the native code passes along. With the instances below `do` notation works in both, and a `MetaM`
computation may stand where a `TacticM` one is expected.

## Main definitions

* `Lean.MetaM`, `Lean.Elab.Tactic.TacticM`, `Lean.Elab.Tactic.Tactic`.
* `Lean.Meta.inferType`, `Lean.Meta.isDefEq`, `Lean.Meta.findInstance?`, `Lean.Meta.mkAppM`, ...:
  native functions of `MetaM`.
* `Lean.Elab.Tactic.getMainGoal`, `closeMainGoal`, `evalTactic`, `elabTerm`, ...: native functions
  of `TacticM`.
* `Lean.Elab.Tactic.attempt`: none instead of an error, with the state restored.
* `Lean.Elab.Tactic.throwTactic`: an error that names the tactic and shows the goal.
-/
set_option autoImplicit false

namespace Lean

/-- A context, or a reference to a state, passed on untouched. -/
structure Ctx where
  private mk ::
  private fst : Nat
  private snd : Nat

/-- The token of the outside world, which native code wants as last argument and ignores. It is not
an object, hence the first constructor. -/
inductive World where
  /-- the token -/
  | token
  /-- never used -/
  | other (n : Nat)

instance : Inhabited World := ⟨.token⟩

/-- The world after one more step. It is the same token; but the compiler does not know that, and so
it can not take two calls with the same arguments at different times for the same value. -/
@[noinline] def World.next (w : World) : World := w

/-- The result of a computation that may throw: the layout of core's `EST.Out`, where the token is
erased. -/
inductive Out (α : Type) where
  /-- a value -/
  | ok (a : α)
  /-- an exception -/
  | error (e : Exception)

instance {α : Type} : Inhabited (Out α) := ⟨.error default⟩

/-- Computations with local contexts and metavariables. -/
def MetaM (α : Type) := Ctx → Ctx → Ctx → Ctx → World → Out α

instance {α : Type} : Inhabited (MetaM α) := ⟨fun _ _ _ _ _ => default⟩

instance monadMetaM : Monad MetaM where
  pure x := fun _ _ _ _ _ => .ok x
  bind x f := fun a b c d w => match x a b c d w with
    | .ok v => f v a b c d w.next
    | .error e => .error e

/-- A native computation that was built from dictionaries, ready to run. -/
structure MetaAct (α : Type) where
  private mk ::
  /-- runs it -/
  run : MetaM α

instance {α : Type} : Inhabited (MetaAct α) := ⟨⟨default⟩⟩

/-- A snapshot of the state of a computation. -/
structure SavedState where
  private mk ::
  private fst : Nat
  private snd : Nat

instance : Inhabited SavedState := ⟨⟨0, 0⟩⟩

/-- A dictionary of native code. -/
structure Dict where
  private mk ::
  private fst : Nat
  private snd : Nat

instance : Inhabited Dict := ⟨⟨0, 0⟩⟩

@[extern "native"] opaque FVarId.getType (f : FVarId) : MetaM Expr
@[extern "native"] opaque FVarId.getUserName (f : FVarId) : MetaM Name
@[extern "native"] opaque MVarId.getType (m : MVarId) : MetaM Expr
/-- Introduces one variable or hypothesis. -/
@[extern "native"] opaque MVarId.intro1P (m : MVarId) : MetaM (FVarId × MVarId)
@[extern "native"] opaque Meta.instMonadMetaM : Dict
@[extern "native"] opaque Meta.instMonadMCtxMetaM : Dict
@[extern "native"] opaque instantiateMVars (m : Type → Type) (monad mctx : Dict)
    (e : Expr) : MetaAct Expr

namespace Meta

@[extern "native"] opaque inferType (e : Expr) : MetaM Expr
@[extern "native"] opaque whnf (e : Expr) : MetaM Expr
@[extern "native"] opaque whnfR (e : Expr) : MetaM Expr
@[extern "native"] opaque whnfI (e : Expr) : MetaM Expr
@[extern "native"] opaque whnfCore (e : Expr) : MetaM Expr
@[extern "native"] opaque isExprDefEq (a b : Expr) : MetaM Bool
/-- Is `a = b` true by definition? An error counts as no. -/
@[extern "native"] opaque isDefEqGuarded (a b : Expr) : MetaM Bool
@[extern "native"] opaque isProp (e : Expr) : MetaM Bool
@[extern "native"] opaque isTypeCorrect (e : Expr) : MetaM Bool
@[extern "native"] opaque synthInstance (type : Expr) (maxSize : Option Nat) : MetaM Expr
/-- `n xs`, implicit arguments found by unification and instance search. -/
@[extern "native"] opaque mkAppM (n : Name) (xs : Array Expr) : MetaM Expr
@[extern "native"] opaque mkAppOptM (n : Name) (xs : Array (Option Expr)) : MetaM Expr
@[extern "native"] opaque mkEqTrans (h₁ h₂ : Expr) : MetaM Expr
@[extern "native"] opaque mkEqSymm (h : Expr) : MetaM Expr
@[extern "native"] opaque mkEqRefl (e : Expr) : MetaM Expr
@[extern "native"] opaque mkNumeral (type : Expr) (n : Nat) : MetaM Expr
@[extern "native"] opaque mkDecideProof (p : Expr) : MetaM Expr
@[extern "native"] opaque getDecLevel (type : Expr) : MetaM Level
@[extern "native"] opaque getPropHyps : MetaM (Array FVarId)
/-- A new goal. -/
@[extern "native"] opaque mkFreshExprSyntheticOpaqueMVar (type : Expr) (tag : Name) : MetaM Expr
/-- Is `a = b` true when only instances and abbreviations are unfolded? -/
@[extern "native"] opaque isDefEqI (a b : Expr) : MetaM Bool
@[extern "native"] opaque kabstract (e p : Expr) (occs : Nat) : MetaM Expr
@[extern "native"] opaque throwTacticEx {α : Type} (tactic : Name) (goal : MVarId)
    (msg : Option MessageData) : MetaM α

@[extern "native"] opaque saveState : MetaM Lean.SavedState
@[extern "native"] opaque SavedState.restore (s : Lean.SavedState) : MetaM Unit

/-- None instead of an error, with the state restored. -/
def attempt {α : Type} (x : MetaM α) : MetaM (Option α) := do
  let s ← saveState
  fun a b c d w => match x a b c d w with
    | .ok v => .ok (some v)
    | .error _ => match SavedState.restore s a b c d w.next with
      | .ok _ => .ok none
      | .error e => .error e

/-- Replaces assigned metavariables by their values. -/
def instantiate (e : Expr) : MetaM Expr :=
  if e.hasMVar then (_root_.Lean.instantiateMVars MetaM instMonadMetaM instMonadMCtxMetaM e).run
    else pure e

/-- The instance of a class, if there is one. -/
def findInstance? (type : Expr) : MetaM (Option Expr) := attempt (synthInstance type none)

/-- The instance of the class `cls R`, if there is one. -/
def instanceOf? (cls : Name) (R : Expr) : MetaM (Option Expr) := attempt do
  let c ← mkAppM cls (Array.mk [R])
  synthInstance c none

/-- Applies `f` to each element. -/
def mapList {α β : Type} (f : α → MetaM β) : List α → MetaM (List β)
  | [] => pure []
  | a :: as => do
    let b ← f a
    let bs ← mapList f as
    return b :: bs

/-- The first result that `f` finds. -/
def firstSome {α β : Type} (f : α → MetaM (Option β)) : List α → MetaM (Option β)
  | [] => pure none
  | a :: as => do
    match ← f a with
    | some b => return some b
    | none => firstSome f as

/-- The propositions of the local context with their proofs. -/
def hypotheses : MetaM (List (Expr × Expr)) := do
  let fs ← getPropHyps
  mapList (fun f => do
    let t ← FVarId.getType f
    let t ← instantiate t
    return (f.toExpr, t.consumeMData)) fs.toList

end Meta

/-! ## Tactics -/

namespace Elab.Tactic

/-- Computations with goals. -/
def TacticM (α : Type) := Ctx → Ctx → Ctx → Ctx → Ctx → Ctx → Ctx → Ctx → World → Out α

/-- What `@[tactic]` wants. -/
abbrev Tactic : Type := Syntax → TacticM Unit

instance {α : Type} : Inhabited (TacticM α) := ⟨fun _ _ _ _ _ _ _ _ _ => default⟩

instance monadTacticM : Monad TacticM where
  pure x := fun _ _ _ _ _ _ _ _ _ => .ok x
  bind x f := fun a b c d e g h i w => match x a b c d e g h i w with
    | .ok v => f v a b c d e g h i w.next
    | .error e => .error e

instance liftMetaM : MonadLiftT MetaM TacticM where
  monadLift x := fun _ _ _ _ e g h i w => x e g h i w

@[extern "native"] opaque evalTactic (stx : Syntax) : TacticM Unit
@[extern "native"] opaque getMainGoal : TacticM MVarId
@[extern "native"] opaque getMainTarget : TacticM Expr
@[extern "native"] opaque getGoals : TacticM (List MVarId)
@[extern "native"] opaque setGoals (gs : List MVarId) : TacticM Unit
@[extern "native"] opaque closeMainGoal (tactic : Name) (val : Expr)
    (checkNewUnassigned : Bool) : TacticM Unit
@[extern "native"] opaque withMainContext {α : Type} (x : TacticM α) : TacticM α
@[extern "native"] opaque elabTerm (stx : Syntax) (expected : Option Expr)
    (mayPostpone : Bool) : TacticM Expr
@[extern "native"] opaque saveState : TacticM Lean.SavedState
@[extern "native"] opaque SavedState.restore (s : Lean.SavedState)
    (restoreInfo : Bool) : TacticM Unit

/-- None instead of an error, with the state restored. -/
def attempt {α : Type} (x : TacticM α) : TacticM (Option α) := do
  let s ← saveState
  fun a b c d e g h i w => match x a b c d e g h i w with
    | .ok v => .ok (some v)
    | .error _ => match SavedState.restore s false a b c d e g h i w.next with
      | .ok _ => .ok none
      | .error e => .error e

/-- Fails with a text that names the tactic and shows the goal. -/
def throwTactic {α : Type} (tactic : Name) (parts : List MessageData) : TacticM α := do
  let g ← getMainGoal
  Meta.throwTacticEx tactic g (some (MessageData.joinSep parts (stringToMessageData "")))

/-- Runs a quoted tactic. -/
def runTactic (ref : Syntax) (q : MacroM (TSyntax `tactic)) : TacticM Unit :=
  match q ⟨⟨0, 0⟩, .anonymous, 0, 0, 512, ref⟩ ⟨0, [], []⟩ with
  | .ok s _ => evalTactic s.raw
  | .error _ _ => throwTactic `runTactic [stringToMessageData "the quotation is broken"]

/-- Runs `x` on the main goal alone. -/
def onMainGoal (x : TacticM Unit) : TacticM Unit := do
  match ← getGoals with
  | [] => x
  | g :: others =>
    setGoals [g]
    x
    let new ← getGoals
    setGoals (new ++ others)

/-- Runs `x` on each of the goals `gs`, which it must close. -/
def onGoals (x : TacticM Unit) : List MVarId → TacticM Unit
  | [] => setGoals []
  | g :: gs => do
    setGoals [g]
    x
    onGoals x gs

/-- Introduces one hypothesis of the only goal. -/
def introOne : TacticM FVarId := do
  let g ← getMainGoal
  let (f, g) ← MVarId.intro1P g
  setGoals [g]
  return f

/-- Elaborates terms that the user gave to a tactic. -/
def elabTerms : List Syntax → TacticM (List Expr)
  | [] => pure []
  | s :: ss => do
    let e ← elabTerm s none false
    let e ← Meta.instantiate e
    let es ← elabTerms ss
    return e :: es

end Elab.Tactic

end Lean
