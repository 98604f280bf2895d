prelude
import DeepTheory.Core
/-! # Expressions of the compiler

Tactics of our own run inside the compiler's interpreter and exchange values with its native code.
This file names the types of those values and the native functions that inspect and build
expressions.

## Main definitions

* `Lean.Level`, `Lean.Expr`, `Lean.FVarId`, `Lean.MVarId`, `Lean.LocalDecl`, `Lean.MessageData`,
  `Lean.Exception`: handles, one type for each kind of object, so that a confusion is a type error.
* `Lean.Expr.app?`, `Lean.Expr.arg`, `Lean.Expr.fn`, `Lean.Expr.view`: total accessors.
* `Lean.mkConst`, `Lean.mkApp`, `Lean.mkAppList`, `Lean.mkRawNatLit`: builders.

## Notes

A handle is a structure with two fields only so that the compiler passes it as a pointer to an
object; its fields have no meaning and are never read. A value that may be a plain number instead of
an object must not be given such a type. `@[extern "native"] opaque f` binds `f` to the native
function of that name. An error here can crash the compiler; it can not make it accept a wrong
proof, since the kernel checks every term that a tactic builds. The interpreter prefers native code
for ANY name that the library has, also for a definition of ours: definitions in the namespace
`Lean` must avoid core's names.
-/
set_option autoImplicit false

namespace Lean

/-- A universe level. -/
structure Level where
  private mk ::
  private fst : Nat
  private snd : Nat

/-- An expression. -/
structure Expr where
  private mk ::
  private fst : Nat
  private snd : Nat

/-- A declaration of the local context. -/
structure LocalDecl where
  private mk ::
  private fst : Nat
  private snd : Nat

/-- A text of the compiler's messages, with expressions inside. -/
structure MessageData where
  private mk ::
  private fst : Nat
  private snd : Nat

/-- What native code throws. -/
structure Exception where
  private mk ::
  private fst : Nat
  private snd : Nat

/-- The identity of a free variable. -/
structure FVarId where
  /-- its unique name -/
  name : Name

/-- The identity of a metavariable, for example of a goal. -/
structure MVarId where
  /-- its unique name -/
  name : Name

instance : Inhabited Level := ⟨⟨0, 0⟩⟩
instance : Inhabited Expr := ⟨⟨0, 0⟩⟩
instance : Inhabited LocalDecl := ⟨⟨0, 0⟩⟩
instance : Inhabited MessageData := ⟨⟨0, 0⟩⟩
instance : Inhabited Exception := ⟨⟨0, 0⟩⟩
instance : Inhabited FVarId := ⟨⟨.anonymous⟩⟩
instance : Inhabited MVarId := ⟨⟨.anonymous⟩⟩

/-! ## Names and texts -/

/-- Are two names the same? -/
@[extern "native"] opaque Name.beq (a b : Name) : Bool

/-- Are two names the same? -/
def Name.same (a b : Name) : Bool := Name.beq a b

@[extern "native"] opaque stringToMessageData (s : String) : MessageData
@[extern "native"] opaque MessageData.ofExpr (e : Expr) : MessageData
@[extern "native"] opaque indentExpr (e : Expr) : MessageData
@[extern "native"] opaque MessageData.joinSep (parts : List MessageData)
    (sep : MessageData) : MessageData

/-! ## Levels -/

@[extern "native"] opaque Level.zero._override : Level
@[extern "native"] opaque Level.succ._override (l : Level) : Level

/-- The level `0`. -/
def Level.zero : Level := Level.zero._override

/-- The level after `l`. -/
def Level.succ (l : Level) : Level := Level.succ._override l

/-- The level `1`. -/
def levelOfOne : Level := Level.succ Level.zero

/-! ## Looking at expressions -/

@[extern "native"] opaque Expr.isForall (e : Expr) : Bool
@[extern "native"] opaque Expr.isApp (e : Expr) : Bool
@[extern "native"] opaque Expr.isConst (e : Expr) : Bool
@[extern "native"] opaque Expr.isFVar (e : Expr) : Bool
@[extern "native"] opaque Expr.hasMVar (e : Expr) : Bool
@[extern "native"] opaque Expr.hasLooseBVars (e : Expr) : Bool
@[extern "native"] opaque Expr.isConstOf (e : Expr) (n : Name) : Bool
@[extern "native"] opaque Expr.isAppOf (e : Expr) (n : Name) : Bool
@[extern "native"] opaque Expr.isAppOfArity (e : Expr) (n : Name) (k : Nat) : Bool
@[extern "native"] opaque Expr.getAppFn (e : Expr) : Expr
@[extern "native"] opaque Expr.constName? (e : Expr) : Option Name
@[extern "native"] opaque Expr.consumeMData (e : Expr) : Expr
@[extern "native"] opaque Expr.cleanupAnnotations (e : Expr) : Expr
/-- The value of a numeral `OfNat.ofNat R n inst` or of a literal. -/
@[extern "native"] opaque Expr.nat? (e : Expr) : Option Nat
@[extern "native"] opaque Expr.rawNatLit? (e : Expr) : Option Nat
/-- The two sides of an implication between propositions that is not dependent. -/
@[extern "native"] opaque Expr.arrow? (e : Expr) : Option (Expr × Expr)
/-- Are two expressions the same up to the names of bound variables? -/
@[extern "native"] opaque Expr.eqv (a b : Expr) : Bool
@[extern "native"] opaque Expr.mvarId! (e : Expr) : MVarId
@[extern "native"] opaque Expr.appArg! (e : Expr) : Expr
@[extern "native"] opaque Expr.appFn! (e : Expr) : Expr

/-- The last argument of an application; any other expression itself. -/
def Expr.arg (e : Expr) : Expr := cond e.isApp e.appArg! e

/-- The function of an application, all arguments but the last kept; any other expression itself. -/
def Expr.fn (e : Expr) : Expr := cond e.isApp e.appFn! e

private def Expr.viewGo : Nat → Expr → List Expr → Expr × List Expr
  | 0, e, as => (e, as)
  | fuel + 1, e, as => cond e.isApp (viewGo fuel e.fn (e.arg :: as)) (e, as)

/-- The head constant (anonymous if there is none) and the arguments of an expression. -/
def Expr.view (e : Expr) : Name × List Expr :=
  match Expr.viewGo 64 e.consumeMData [] with
  | (f, as) => match f.constName? with
    | some n => (n, as)
    | none => (.anonymous, as)

/-! ## Building expressions -/

@[extern "native"] opaque mkConst (n : Name) (ls : List Level) : Expr
@[extern "native"] opaque mkApp (f a : Expr) : Expr
@[extern "native"] opaque mkApp2 (f a b : Expr) : Expr
@[extern "native"] opaque mkApp3 (f a b c : Expr) : Expr
@[extern "native"] opaque mkApp4 (f a b c d : Expr) : Expr
@[extern "native"] opaque mkRawNatLit (n : Nat) : Expr
@[extern "native"] opaque mkNatLit (n : Nat) : Expr
@[extern "native"] opaque mkSort (l : Level) : Expr
@[extern "native"] opaque mkFVar (f : FVarId) : Expr
@[extern "native"] opaque mkMVar (f : MVarId) : Expr

/-- A free variable as an expression. -/
def FVarId.toExpr (f : FVarId) : Expr := mkFVar f

/-- A metavariable as an expression. -/
def MVarId.toExpr (m : MVarId) : Expr := mkMVar m

/-- A constant without universe parameters. -/
def mkConst0 (n : Name) : Expr := mkConst n []

/-- The application of `f` to a list of arguments. -/
def mkAppList (f : Expr) : List Expr → Expr
  | [] => f
  | a :: as => mkAppList (mkApp f a) as

/-- The constant `true` or `false`. -/
def quoteBool (b : Bool) : Expr := mkConst0 (cond b ``Bool.true ``Bool.false)

/-- The proof `Eq.refl true : true = true` of a computed check. -/
def reflTrue : Expr :=
  mkApp2 (mkConst ``Eq.refl [levelOfOne]) (mkConst0 ``Bool) (mkConst0 ``Bool.true)

end Lean
