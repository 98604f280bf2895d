prelude
import DeepTheory.Core.Monad.Instances
/-!
# Syntax quotations

What `` `(...) ``, `macro_rules`, `notation` and `macro` compile to. With this file, notation and
macros of our own can be declared.

## Main definitions

* accessors of syntax trees (`Lean.Syntax.getArg`, `Lean.Syntax.isOfKind`, ...), bound to native
  code
* `Lean.Syntax.node1`, ...: nodes with a given number of children
* `Lean.MonadRef`, `Lean.MonadQuotation`: monads in which quotations make sense, with instances
  for macros and unexpanders
* `Lean.TSyntaxArray`, `Lean.Syntax.TSepArray`: what `$xs*` and `$xs,*` stand for
-/
set_option autoImplicit false
universe u v

namespace Array
variable {α : Type u}

/-- Concatenation of arrays. -/
@[extern "native"] protected opaque append (as bs : Array α) : Array α

/-- The elements from `start` to `stop`. -/
@[extern "native"] opaque extract (as : Array α) (start : Nat := 0) (stop : Nat := as.size) :
  Array α

instance : Append (Array α) := ⟨Array.append⟩

end Array

/-- The whole string as a part of itself. -/
@[extern "native"] opaque String.toRawSubstring (s : String) : Substring.Raw := ⟨s, ⟨0⟩, ⟨0⟩⟩

/-- The whole string as a part of itself. -/
@[extern "native"] opaque String.toRawSubstring' (s : String) : Substring.Raw := ⟨s, ⟨0⟩, ⟨0⟩⟩

namespace Lean

/-! ## Access to syntax trees -/

namespace Syntax

/-- Has the tree this kind? -/
@[extern "native"] opaque isOfKind (stx : Syntax) (k : SyntaxNodeKind) : Bool

/-- The kind of the tree. -/
@[extern "native"] opaque getKind (stx : Syntax) : SyntaxNodeKind

/-- A child; `missing` if there is none. -/
@[extern "native"] opaque getArg (stx : Syntax) (i : Nat) : Syntax

/-- The children. -/
@[extern "native"] opaque getArgs (stx : Syntax) : Array Syntax

/-- The number of children. -/
@[extern "native"] opaque getNumArgs (stx : Syntax) : Nat

/-- Is it a sequence of `n` trees? -/
@[extern "native"] opaque matchesNull (stx : Syntax) (n : Nat) : Bool

/-- Is it this identifier? -/
@[extern "native"] opaque matchesIdent (stx : Syntax) (id : Name) : Bool

/-- Is it this token? -/
@[extern "native"] opaque isToken (token : String) (stx : Syntax) : Bool

/-- Is it empty? -/
@[extern "native"] opaque isNone (stx : Syntax) : Bool

/-- The tree in an optional node. -/
@[extern "native"] opaque getOptional? (stx : Syntax) : Option Syntax

/-- The name of an identifier. -/
@[extern "native"] opaque getId (stx : Syntax) : Name

end Syntax

/-- A position that stands for that of the given tree. -/
@[extern "native"] opaque SourceInfo.fromRef (ref : Syntax) (canonical : Bool := false) :
  SourceInfo

/-- A name made fresh by the number of the macro expansion. -/
@[extern "native"] opaque addMacroScope (mainModule : Name) (n : Name) (scp : MacroScope) : Name

/-! ## Construction of syntax trees -/

namespace Syntax
variable (info : SourceInfo) (kind : SyntaxNodeKind)

/-- A node with one child. -/
def node1 (a₁ : Syntax) : Syntax :=
  .node info kind (Array.mkArray1 a₁)

/-- A node with two children. -/
def node2 (a₁ a₂ : Syntax) : Syntax :=
  .node info kind (Array.mkArray2 a₁ a₂)

/-- A node with three children. -/
def node3 (a₁ a₂ a₃ : Syntax) : Syntax :=
  .node info kind (Array.mkArray3 a₁ a₂ a₃)

/-- A node with four children. -/
def node4 (a₁ a₂ a₃ a₄ : Syntax) : Syntax :=
  .node info kind (Array.mkArray4 a₁ a₂ a₃ a₄)

/-- A node with five children. -/
def node5 (a₁ a₂ a₃ a₄ a₅ : Syntax) : Syntax :=
  .node info kind (Array.mkArray5 a₁ a₂ a₃ a₄ a₅)

/-- A node with six children. -/
def node6 (a₁ a₂ a₃ a₄ a₅ a₆ : Syntax) : Syntax :=
  .node info kind (Array.mkArray6 a₁ a₂ a₃ a₄ a₅ a₆)

/-- A node with seven children. -/
def node7 (a₁ a₂ a₃ a₄ a₅ a₆ a₇ : Syntax) : Syntax :=
  .node info kind (Array.mkArray7 a₁ a₂ a₃ a₄ a₅ a₆ a₇)

/-- A node with eight children. -/
def node8 (a₁ a₂ a₃ a₄ a₅ a₆ a₇ a₈ : Syntax) : Syntax :=
  .node info kind (Array.mkArray8 a₁ a₂ a₃ a₄ a₅ a₆ a₇ a₈)

end Syntax

/-- A sequence of trees. -/
def mkNullNode (args : Array Syntax := Array.empty) : Syntax :=
  .node .none (Name.mkStr1 "null") args

/-! ## Monads with quotations -/

/-- Monads that know the syntax they work on. -/
class MonadRef (m : Type → Type) where
  /-- The current syntax. -/
  getRef : m Syntax
  /-- Works on other syntax. -/
  withRef {α : Type} : Syntax → m α → m α

export MonadRef (getRef)

/-- Monads in which quotations have fresh names. -/
class MonadQuotation (m : Type → Type) extends MonadRef m where
  /-- The number of the current expansion. -/
  getCurrMacroScope : m MacroScope
  /-- The name of the module. -/
  getContext : m Name
  /-- Runs a computation as another expansion. -/
  withFreshMacroScope {α : Type} : m α → m α

export MonadQuotation (getCurrMacroScope withFreshMacroScope)

/-- A position that stands for that of the current syntax. -/
@[inline] def MonadRef.mkInfoFromRefPos {m : Type → Type} [Monad m] [MonadRef m] : m SourceInfo :=
  bind getRef (fun r => pure (SourceInfo.fromRef r))

/-- Works on other syntax. -/
@[inline] def withRef {m : Type → Type} [Monad m] [MonadRef m] {α : Type} (ref : Syntax)
    (x : m α) : m α :=
  MonadRef.withRef ref x

instance Macro.instMonadQuotationMacroM : MonadQuotation MacroM where
  getRef := fun c s => .ok c.ref s
  withRef r x := fun c s =>
    x ⟨c.methods, c.quotContext, c.currMacroScope, c.currRecDepth, c.maxRecDepth, r⟩ s
  getCurrMacroScope := fun c s => .ok c.currMacroScope s
  getContext := fun c s => .ok c.quotContext s
  withFreshMacroScope x := fun c s =>
    x ⟨c.methods, c.quotContext, s.macroScope, c.currRecDepth, c.maxRecDepth, c.ref⟩
      ⟨s.macroScope + 1, s.expandedMacroDecls, s.traceMsgs⟩

instance PrettyPrinter.instMonadQuotationUnexpandM : MonadQuotation PrettyPrinter.UnexpandM where
  getRef := fun c s => .ok c s
  withRef r x := fun _ s => x r s
  getCurrMacroScope := fun _ s => .ok 0 s
  getContext := fun _ s => .ok (Name.mkStr1 "_fakeMod") s
  withFreshMacroScope x := x

/-! ## Sequences of syntax -/

/-- Arrays of syntax of the given kinds. -/
abbrev TSyntaxArray (ks : SyntaxNodeKinds) := Array (TSyntax ks)

namespace TSyntaxArray
variable {ks : SyntaxNodeKinds}

/-- The same array at run time. -/
@[extern "native"] opaque rawImpl (as : TSyntaxArray ks) : Array Syntax

/-- The trees of the array. -/
@[implemented_by TSyntaxArray.rawImpl] opaque raw (as : TSyntaxArray ks) : Array Syntax

/-- The same array at run time. -/
@[extern "native"] opaque mkImpl (as : Array Syntax) : TSyntaxArray ks

/-- The array of trees. -/
@[implemented_by TSyntaxArray.mkImpl] opaque mk (as : Array Syntax) : TSyntaxArray ks

end TSyntaxArray

set_option linter.unusedVariables.funArgs false in
/-- Syntax with separators in between. -/
structure Syntax.SepArray (sep : String) where
  /-- Elements and separators in turn. -/
  elemsAndSeps : Array Syntax

set_option linter.unusedVariables.funArgs false in
/-- Syntax of the given kinds with separators in between, what `$xs,*` stands for. -/
structure Syntax.TSepArray (ks : SyntaxNodeKinds) (sep : String) where
  /-- Elements and separators in turn. -/
  elemsAndSeps : Array Syntax

end Lean
