prelude
import DeepTheory.Core.Monad.Classes
/-!
# Names, syntax trees, macros and parser descriptors

Copies of the run-time data types of Lean's macro system. Natively compiled code creates and reads
these objects, so constructors and fields stand in core's order; a wrong order would crash the
elaborator, it could not make a wrong proof pass the kernel.

## Main definitions

* `Lean.Name`, `Lean.Syntax`, `Lean.TSyntax`, `Lean.SourceInfo`
* `Lean.MacroM`, `Lean.Macro`: macros, the functions from syntax to syntax that
  `DeepTheory.Core.Bindings` binds
* `Lean.PrettyPrinter.Unexpander`: the functions that restore notation in output
* `Lean.ParserDescr`: what `syntax` and `notation` compile to, and how the bindings describe the
  syntax of native tactics to the parser

## Notes

`@[extern "native"] opaque f : T` makes the interpreter call the symbol of `f` in Lean's own
library; the string is not used. `Lean.Name` caches a hash in every object, so that its
constructors are replaced by native ones at run time (`implemented_by`).
-/
set_option autoImplicit false

namespace Lean

/-! ## Names -/

/-- Hierarchical names. -/
inductive Name where
  /-- The empty name. -/
  | anonymous : Name
  /-- A name with one more component. -/
  | str (pre : Name) (str : String)
  /-- A name with one more number. -/
  | num (pre : Name) (i : Nat)

instance : Inhabited Name := ⟨.anonymous⟩

namespace Name

/-- The native constructor, which computes the hash. -/
@[extern "native"] opaque anonymous._override : Name
/-- The native constructor, which computes the hash. -/
@[extern "native"] opaque str._override (pre : Name) (str : String) : Name
/-- The native constructor, which computes the hash. -/
@[extern "native"] opaque num._override (pre : Name) (i : Nat) : Name

attribute [implemented_by Name.str._override] Name.str
attribute [implemented_by Name.num._override] Name.num

/-- A name with one more component. -/
abbrev mkStr (p : Name) (s : String) : Name := Name.str p s

/-- A name with one more number. -/
abbrev mkNum (p : Name) (v : Nat) : Name := Name.num p v

/-- A name of one component. -/
abbrev mkSimple (s : String) : Name := .str .anonymous s

/-! Quoted names `` `a.b.c `` are compiled to the following functions. -/

/-- A name of one component. -/
abbrev mkStr1 (s₁ : String) : Name := .str .anonymous s₁

/-- A name of two components. -/
abbrev mkStr2 (s₁ s₂ : String) : Name := .str (.str .anonymous s₁) s₂

/-- A name of three components. -/
abbrev mkStr3 (s₁ s₂ s₃ : String) : Name := .str (.str (.str .anonymous s₁) s₂) s₃

/-- A name of four components. -/
abbrev mkStr4 (s₁ s₂ s₃ s₄ : String) : Name := .str (mkStr3 s₁ s₂ s₃) s₄

/-- A name of five components. -/
abbrev mkStr5 (s₁ s₂ s₃ s₄ s₅ : String) : Name := .str (mkStr4 s₁ s₂ s₃ s₄) s₅

/-- A name of six components. -/
abbrev mkStr6 (s₁ s₂ s₃ s₄ s₅ s₆ : String) : Name := .str (mkStr5 s₁ s₂ s₃ s₄ s₅) s₆

/-- A name of seven components. -/
abbrev mkStr7 (s₁ s₂ s₃ s₄ s₅ s₆ s₇ : String) : Name := .str (mkStr6 s₁ s₂ s₃ s₄ s₅ s₆) s₇

/-- A name of eight components. -/
abbrev mkStr8 (s₁ s₂ s₃ s₄ s₅ s₆ s₇ s₈ : String) : Name :=
  .str (mkStr7 s₁ s₂ s₃ s₄ s₅ s₆ s₇) s₈

end Name
end Lean

/-! ## Source positions -/

/-- A position in a string, in bytes. -/
structure String.Pos.Raw where
  /-- The number of bytes before the position. -/
  byteIdx : Nat := 0

/-- A part of a string. -/
structure Substring.Raw where
  /-- The string. -/
  str : String
  /-- The start. -/
  startPos : String.Pos.Raw
  /-- The end. -/
  stopPos : String.Pos.Raw

namespace Lean

/-- Where a piece of syntax comes from. -/
inductive SourceInfo where
  /-- From the source, with the space around it. -/
  | original (leading : Substring.Raw) (pos : String.Pos.Raw) (trailing : Substring.Raw)
      (endPos : String.Pos.Raw)
  /-- Made by a macro from source at the given position. -/
  | synthetic (pos : String.Pos.Raw) (endPos : String.Pos.Raw) (canonical : Bool := false)
  /-- Unknown. -/
  | none

instance : Inhabited SourceInfo := ⟨SourceInfo.none⟩

/-! ## Syntax trees -/

/-- The kind of a node. -/
abbrev SyntaxNodeKind := Name

/-- A possible meaning of an identifier in a quotation. -/
inductive Syntax.Preresolved where
  /-- A namespace. -/
  | namespace (ns : Name)
  /-- A declaration and projections. -/
  | decl (n : Name) (fields : List String)

/-- Syntax trees. -/
inductive Syntax where
  /-- A place where a parser failed. -/
  | missing : Syntax
  /-- A node. -/
  | node (info : SourceInfo) (kind : SyntaxNodeKind) (args : Array Syntax) : Syntax
  /-- A keyword or symbol. -/
  | atom (info : SourceInfo) (val : String) : Syntax
  /-- An identifier. -/
  | ident (info : SourceInfo) (rawVal : Substring.Raw) (val : Name)
      (preresolved : List Syntax.Preresolved) : Syntax

instance : Inhabited Syntax := ⟨Syntax.missing⟩

/-- Alternatives for the kind of a node. -/
abbrev SyntaxNodeKinds := List SyntaxNodeKind

set_option linter.unusedVariables.funArgs false in
/-- Syntax of one of the given kinds. -/
structure TSyntax (ks : SyntaxNodeKinds) where
  /-- The tree. -/
  raw : Syntax

instance {ks : SyntaxNodeKinds} : Inhabited (TSyntax ks) := ⟨⟨Syntax.missing⟩⟩

/-- Syntax of terms. -/
abbrev Term := TSyntax (.cons (Name.mkStr1 "term") .nil)

/-- Identifiers. -/
abbrev Ident := TSyntax (.cons (Name.mkStr1 "ident") .nil)

/-- The number that keeps the names of one macro expansion apart from those of another. -/
abbrev MacroScope := Nat

/-! ## Macros -/

namespace Macro

/-- A reference to native methods. -/
structure MethodsRef where
  /-- Not used. -/
  dummy₁ : Nat
  /-- Not used. -/
  dummy₂ : Nat

/-- What a macro can read. -/
structure Context where
  /-- Native methods. -/
  methods : MethodsRef
  /-- The name of the module. -/
  quotContext : Name
  /-- The current scope. -/
  currMacroScope : MacroScope
  /-- The depth of the recursion. -/
  currRecDepth : Nat := 0
  /-- Its bound. -/
  maxRecDepth : Nat := 512
  /-- The syntax that is expanded. -/
  ref : Syntax

/-- How a macro can fail. -/
inductive Exception where
  /-- With a message. -/
  | error : Syntax → String → Exception
  /-- Because it does not know the syntax; then the next macro is tried. -/
  | unsupportedSyntax : Exception

/-- The state of macro expansion. -/
structure State where
  /-- The next scope. -/
  macroScope : MacroScope
  /-- The declarations that were expanded. -/
  expandedMacroDecls : List Name := .nil
  /-- Messages for tracing. -/
  traceMsgs : List (Prod Name String) := .nil

instance : Inhabited Exception := ⟨.unsupportedSyntax⟩

instance : Inhabited State := ⟨⟨0, .nil, .nil⟩⟩

end Macro

/-- The monad of macros. -/
abbrev MacroM := ReaderT Macro.Context (EStateM Macro.Exception Macro.State)

/-- Macros. -/
abbrev Macro := Syntax → MacroM Syntax

instance {α : Type} : Inhabited (MacroM α) := ⟨fun _ s => .error .unsupportedSyntax s⟩

namespace PrettyPrinter

/-- The monad of unexpanders. -/
abbrev UnexpandM := ReaderT Syntax (EStateM Unit Unit)

/-- Functions that restore notation in output. -/
abbrev Unexpander := Syntax → UnexpandM Syntax

instance {α : Type} : Inhabited (UnexpandM α) := ⟨fun _ s => .error () s⟩

end PrettyPrinter

/-! ## Parser descriptors -/

/-- Descriptions of parsers. -/
inductive ParserDescr where
  /-- A parser by its alias. -/
  | const (name : Name)
  /-- A combinator with one argument. -/
  | unary (name : Name) (p : ParserDescr)
  /-- A combinator with two arguments. -/
  | binary (name : Name) (p₁ p₂ : ParserDescr)
  /-- A node. -/
  | node (kind : SyntaxNodeKind) (prec : Nat) (p : ParserDescr)
  /-- A node after a left operand. -/
  | trailingNode (kind : SyntaxNodeKind) (prec lhsPrec : Nat) (p : ParserDescr)
  /-- A token. -/
  | symbol (val : String)
  /-- A word that is a keyword only here. -/
  | nonReservedSymbol (val : String) (includeIdent : Bool)
  /-- A category. -/
  | cat (catName : Name) (rbp : Nat)
  /-- A parser by its declaration. -/
  | parser (declName : Name)
  /-- A node that may be replaced by an antiquotation. -/
  | nodeWithAntiquot (name : String) (kind : SyntaxNodeKind) (p : ParserDescr)
  /-- A sequence with separators. -/
  | sepBy (p : ParserDescr) (sep : String) (psep : ParserDescr) (allowTrailingSep : Bool := false)
  /-- A sequence with separators, not empty. -/
  | sepBy1 (p : ParserDescr) (sep : String) (psep : ParserDescr)
      (allowTrailingSep : Bool := false)
  /-- A token with an ASCII variant. -/
  | unicodeSymbol (val asciiVal : String) (preserveForPP : Bool)

instance : Inhabited ParserDescr := ⟨.symbol ""⟩

/-- Descriptions of parsers that follow a left operand. -/
abbrev TrailingParserDescr := ParserDescr

/-! The categories of native syntax; `syntax ... : term` refers to `Parser.Category.term`. -/

/-- A category of syntax. -/
structure Parser.Category where

namespace Parser.Category

/-- Commands. -/
def command : Category := {}
/-- Terms. -/
def term : Category := {}
/-- Tactics. -/
def tactic : Category := {}
/-- Elements of `do` blocks. -/
def doElem : Category := {}
/-- Universe levels. -/
def level : Category := {}
/-- Attributes. -/
def attr : Category := {}
/-- Descriptions of syntax. -/
def stx : Category := {}
/-- Priorities. -/
def prio : Category := {}
/-- Precedences. -/
def prec : Category := {}
/-- Fields of structure instances. -/
def structInstFieldDecl : Category := {}

end Parser.Category
end Lean
