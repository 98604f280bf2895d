prelude
import DeepTheory.Core.Bindings
/-! # Quotation -/
set_option autoImplicit false
set_option linter.all false
set_option bootstrap.inductiveCheckResultingUniverse false
universe u v w
/-! ## Monad instances (real implementations, as in core) -/
@[always_inline] instance {ε σ : Type u} : Monad (EStateM ε σ) where
  bind x f := fun s => match x s with
    | .ok a s => f a s
    | .error e s => .error e s
  pure a := fun s => .ok a s
  map f x := fun s => match x s with
    | .ok a s => .ok (f a) s
    | .error e s => .error e s
instance {ε σ : Type u} : MonadExceptOf ε (EStateM ε σ) where
  throw e := fun s => .error e s
  tryCatch x h := fun s => match x s with
    | .error e s => h e s
    | .ok a s => .ok a s
instance {ρ : Type u} {m : Type u → Type v} [Monad m] : Monad (ReaderT ρ m) where
  bind x f := fun r => bind (x r) (fun a => f a r)
  pure a := fun _ => pure a
  map f x := fun r => Functor.map f (x r)
instance {ρ : Type u} {m : Type u → Type v} {ε : Type w} [MonadExceptOf ε m] : MonadExceptOf ε (ReaderT ρ m) where
  throw e := fun _ => MonadExceptOf.throw e
  tryCatch x h := fun r => MonadExceptOf.tryCatch (x r) (fun e => h e r)
@[extern "lean_array_get_size"] opaque Array.size {α : Type u} (a : @& Array α) : Nat
@[extern "lean_array_push"] opaque Array.push {α : Type u} (a : Array α) (v : α) : Array α
@[extern "lean_mk_empty_array_with_capacity"] opaque Array.mkEmpty {α : Type u} (c : @& Nat) : Array α
@[extern "nat"] opaque Array.append {α : Type u} (a b : Array α) : Array α
abbrev Array.empty {α : Type u} : Array α := Array.mkEmpty 0
instance {α : Type u} : Append (Array α) := ⟨Array.append⟩
def Array.mkArray0 {α : Type u} : Array α := Array.mkEmpty 0
def Array.mkArray1 {α : Type u} (a₁ : α) : Array α := (Array.mkEmpty 1).push a₁
def Array.mkArray2 {α : Type u} (a₁ a₂ : α) : Array α := ((Array.mkEmpty 2).push a₁).push a₂
def Array.mkArray3 {α : Type u} (a₁ a₂ a₃ : α) : Array α := (Array.mkArray2 a₁ a₂).push a₃
def Array.mkArray4 {α : Type u} (a₁ a₂ a₃ a₄ : α) : Array α := (Array.mkArray3 a₁ a₂ a₃).push a₄
def Array.mkArray5 {α : Type u} (a₁ a₂ a₃ a₄ a₅ : α) : Array α := (Array.mkArray4 a₁ a₂ a₃ a₄).push a₅
def Array.mkArray6 {α : Type u} (a₁ a₂ a₃ a₄ a₅ a₆ : α) : Array α := (Array.mkArray5 a₁ a₂ a₃ a₄ a₅).push a₆
def Array.mkArray7 {α : Type u} (a₁ a₂ a₃ a₄ a₅ a₆ a₇ : α) : Array α := (Array.mkArray6 a₁ a₂ a₃ a₄ a₅ a₆).push a₇
def Array.mkArray8 {α : Type u} (a₁ a₂ a₃ a₄ a₅ a₆ a₇ a₈ : α) : Array α := (Array.mkArray7 a₁ a₂ a₃ a₄ a₅ a₆ a₇).push a₈
@[extern "nat"] opaque String.toRawSubstring (s : String) : Substring.Raw := ⟨s, ⟨0⟩, ⟨0⟩⟩
@[extern "nat"] opaque String.toRawSubstring' (s : String) : Substring.Raw := ⟨s, ⟨0⟩, ⟨0⟩⟩
namespace Lean
@[extern "nat"] opaque Syntax.isOfKind (stx : Syntax) (k : SyntaxNodeKind) : Bool
@[extern "nat"] opaque Syntax.getKind (stx : Syntax) : SyntaxNodeKind
@[extern "nat"] opaque Syntax.getArg (stx : Syntax) (i : Nat) : Syntax
@[extern "nat"] opaque Syntax.getArgs (stx : Syntax) : Array Syntax
@[extern "nat"] opaque Syntax.getNumArgs (stx : Syntax) : Nat
@[extern "nat"] opaque Syntax.matchesNull (stx : Syntax) (n : Nat) : Bool
@[extern "nat"] opaque Syntax.matchesIdent (stx : Syntax) (id : Name) : Bool
@[extern "nat"] opaque Syntax.isToken (token : String) (stx : Syntax) : Bool
@[extern "nat"] opaque Syntax.isNone (stx : Syntax) : Bool
@[extern "nat"] opaque Syntax.getOptional? (stx : Syntax) : Option Syntax
@[extern "nat"] opaque Syntax.getId (stx : Syntax) : Name
@[extern "nat"] opaque SourceInfo.fromRef (ref : Syntax) (canonical : Bool := false) : SourceInfo
@[extern "nat"] opaque addMacroScope (mainModule : Name) (n : Name) (scp : MacroScope) : Name
def Syntax.node1 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ : Syntax) : Syntax := .node info kind (Array.mkArray1 a₁)
def Syntax.node2 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ : Syntax) : Syntax := .node info kind (Array.mkArray2 a₁ a₂)
def Syntax.node3 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ : Syntax) : Syntax := .node info kind (Array.mkArray3 a₁ a₂ a₃)
def Syntax.node4 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ a₄ : Syntax) : Syntax := .node info kind (Array.mkArray4 a₁ a₂ a₃ a₄)
def Syntax.node5 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ a₄ a₅ : Syntax) : Syntax := .node info kind (Array.mkArray5 a₁ a₂ a₃ a₄ a₅)
def Syntax.node6 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ a₄ a₅ a₆ : Syntax) : Syntax := .node info kind (Array.mkArray6 a₁ a₂ a₃ a₄ a₅ a₆)
def Syntax.node7 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ a₄ a₅ a₆ a₇ : Syntax) : Syntax := .node info kind (Array.mkArray7 a₁ a₂ a₃ a₄ a₅ a₆ a₇)
def Syntax.node8 (info : SourceInfo) (kind : SyntaxNodeKind) (a₁ a₂ a₃ a₄ a₅ a₆ a₇ a₈ : Syntax) : Syntax := .node info kind (Array.mkArray8 a₁ a₂ a₃ a₄ a₅ a₆ a₇ a₈)
def mkNullNode (args : Array Syntax := Array.mkEmpty 0) : Syntax := .node .none (Name.mkStr1 "null") args
class MonadRef (m : Type → Type) where
  getRef : m Syntax
  withRef {α : Type} : Syntax → m α → m α
export MonadRef (getRef)
class MonadQuotation (m : Type → Type) extends MonadRef m where
  getCurrMacroScope : m MacroScope
  getContext : m Name
  withFreshMacroScope {α : Type} : m α → m α
export MonadQuotation (getCurrMacroScope withFreshMacroScope)
@[inline] def MonadRef.mkInfoFromRefPos {m : Type → Type} [Monad m] [MonadRef m] : m SourceInfo :=
  bind getRef (fun r => pure (SourceInfo.fromRef r))
abbrev TSyntaxArray (ks : SyntaxNodeKinds) := Array (TSyntax ks)
@[extern "nat"] opaque TSyntaxArray.rawImpl {ks : SyntaxNodeKinds} (as : TSyntaxArray ks) : Array Syntax
@[implemented_by TSyntaxArray.rawImpl] opaque TSyntaxArray.raw {ks : SyntaxNodeKinds} (as : TSyntaxArray ks) : Array Syntax
@[extern "nat"] opaque TSyntaxArray.mkImpl {ks : SyntaxNodeKinds} (as : Array Syntax) : TSyntaxArray ks
@[implemented_by TSyntaxArray.mkImpl] opaque TSyntaxArray.mk {ks : SyntaxNodeKinds} (as : Array Syntax) : TSyntaxArray ks
-- MacroM / UnexpandM quotation instances, as in core
instance Macro.instMonadQuotationMacroM : MonadQuotation MacroM where
  getRef := fun c s => .ok c.ref s
  withRef r x := fun c s => x ⟨c.methods, c.quotContext, c.currMacroScope, c.currRecDepth, c.maxRecDepth, r⟩ s
  getCurrMacroScope := fun c s => .ok c.currMacroScope s
  getContext := fun c s => .ok c.quotContext s
  withFreshMacroScope x := fun c s => x ⟨c.methods, c.quotContext, s.macroScope, c.currRecDepth, c.maxRecDepth, c.ref⟩
    ⟨Nat.add s.macroScope 1, s.expandedMacroDecls, s.traceMsgs⟩
instance PrettyPrinter.instMonadQuotationUnexpandM : MonadQuotation PrettyPrinter.UnexpandM where
  getRef := fun c s => .ok c s
  withRef r x := fun _ s => x r s
  getCurrMacroScope := fun _ s => .ok 0 s
  getContext := fun _ s => .ok (Name.mkStr1 "_fakeMod") s
  withFreshMacroScope x := x
@[inline] def withRef {m : Type → Type} [Monad m] [MonadRef m] {α : Type} (ref : Syntax) (x : m α) : m α :=
  MonadRef.withRef ref x
end Lean
