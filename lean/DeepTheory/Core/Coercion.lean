prelude
import DeepTheory.Core.Quotation
/-!
# Coercions

The classes with which the elaborator turns an `α` into a `β` where a `β` is expected: it searches
an instance of `CoeT α a β`, which the other classes chain together, and unfolds it.

## Main definitions

* `Coe`, `CoeTC`, `CoeOut`, `CoeOTC`, `CoeHead`, `CoeHTC`, `CoeTail`, `CoeHTCT`, `CoeDep`, `CoeT`
* `CoeFun`, `CoeSort`: elements used as functions or as types
* coercions from truth values to propositions, from subtypes to their elements, and between the
  kinds of syntax
* `Lean.Internal.coeM`, `Lean.Internal.liftCoeM`: lifts and coercions in `do` blocks
-/
set_option autoImplicit false
universe u v w

/-! ## The classes -/

/-- `Coe α β`: an `α` may stand for a `β`. -/
class Coe (α : semiOutParam (Sort u)) (β : Sort v) where
  /-- The coercion. -/
  coe : α → β

/-- Chains of `Coe`. -/
class CoeTC (α : Sort u) (β : Sort v) where
  /-- The coercion. -/
  coe : α → β

/-- `CoeOut α β`: like `Coe`, for a `β` that is determined by `α`. -/
class CoeOut (α : Sort u) (β : semiOutParam (Sort v)) where
  /-- The coercion. -/
  coe : α → β

/-- Chains of `CoeOut`, then of `Coe`. -/
class CoeOTC (α : Sort u) (β : Sort v) where
  /-- The coercion. -/
  coe : α → β

/-- `CoeHead α β`: used at most once, at the start. -/
class CoeHead (α : Sort u) (β : semiOutParam (Sort v)) where
  /-- The coercion. -/
  coe : α → β

/-- An optional `CoeHead`, then chains. -/
class CoeHTC (α : Sort u) (β : Sort v) where
  /-- The coercion. -/
  coe : α → β

/-- `CoeTail α β`: used at most once, at the end. -/
class CoeTail (α : semiOutParam (Sort u)) (β : Sort v) where
  /-- The coercion. -/
  coe : α → β

/-- An optional `CoeHead`, chains, an optional `CoeTail`. -/
class CoeHTCT (α : Sort u) (β : Sort v) where
  /-- The coercion. -/
  coe : α → β

/-- `CoeDep α a β`: the element `a` may stand for a `β`. -/
class CoeDep (α : Sort u) (_ : α) (β : Sort v) where
  /-- The coercion. -/
  coe : β

/-- What the elaborator searches for. -/
class CoeT (α : Sort u) (_ : α) (β : Sort v) where
  /-- The coercion. -/
  coe : β

/-- An `α` may be used as a function. -/
class CoeFun (α : Sort u) (γ : outParam (α → Sort v)) where
  /-- The coercion. -/
  coe : (f : α) → γ f

/-- An `α` may be used as a type. -/
class CoeSort (α : Sort u) (β : outParam (Sort v)) where
  /-- The coercion. -/
  coe : α → β

attribute [coe_decl] Coe.coe CoeTC.coe CoeOut.coe CoeOTC.coe CoeHead.coe CoeHTC.coe CoeTail.coe
  CoeHTCT.coe CoeDep.coe CoeT.coe CoeFun.coe CoeSort.coe

/-! ## Chains -/

section Chains
universe u1 u2 u3
variable {α : Sort u1} {β : Sort u2} {γ : Sort u3}

instance [Coe β γ] [CoeTC α β] : CoeTC α γ where coe a := Coe.coe (CoeTC.coe a : β)
instance [Coe α β] : CoeTC α β where coe a := Coe.coe a
instance : CoeTC α α where coe a := a

instance [CoeOut α β] [CoeOTC β γ] : CoeOTC α γ where coe a := CoeOTC.coe (CoeOut.coe a : β)
instance [CoeTC α β] : CoeOTC α β where coe a := CoeTC.coe a
instance : CoeOTC α α where coe a := a

instance [CoeHead α β] [CoeOTC β γ] : CoeHTC α γ where coe a := CoeOTC.coe (CoeHead.coe a : β)
instance [CoeOTC α β] : CoeHTC α β where coe a := CoeOTC.coe a
instance : CoeHTC α α where coe a := a

instance [CoeTail β γ] [CoeHTC α β] : CoeHTCT α γ where coe a := CoeTail.coe (CoeHTC.coe a : β)
instance [CoeHTC α β] : CoeHTCT α β where coe a := CoeHTC.coe a
instance : CoeHTCT α α where coe a := a

instance {a : α} [CoeDep α a β] : CoeT α a β where coe := CoeDep.coe a
instance {a : α} [CoeHTCT α β] : CoeT α a β where coe := CoeHTCT.coe a

end Chains

/-! ## Truth values, subtypes, options -/

instance boolToProp : Coe Bool Prop where
  coe b := Eq b true

instance boolToSort : CoeSort Bool Prop where
  coe b := b

instance decPropToBool (p : Prop) [Decidable p] : CoeDep Prop p Bool where
  coe := decide p

instance subtypeCoe {α : Sort v} {p : α → Prop} : CoeOut (Subtype p) α where
  coe v := v.val

instance optionCoe {α : Type u} : Coe α (Option α) where
  coe := some

/-! ## Lifts in `do` blocks -/

/-- Lifts a computation to another monad and coerces its value. -/
@[coe_decl] abbrev Lean.Internal.liftCoeM {m : Type u → Type v} {n : Type u → Type w}
    {α β : Type u} [MonadLiftT m n] [(a : α) → CoeT α a β] [Monad n] (x : m α) : n β :=
  bind (liftM x) (fun a => pure (CoeT.coe a))

/-- Coerces the value of a computation. -/
@[coe_decl] abbrev Lean.Internal.coeM {m : Type u → Type v} {α β : Type u}
    [(a : α) → CoeT α a β] [Monad m] (x : m α) : m β :=
  bind x (fun a => pure (CoeT.coe a))

/-! ## Syntax -/

namespace Lean

instance {ks : SyntaxNodeKinds} : CoeOut (TSyntax ks) Syntax where
  coe s := s.raw

instance : Coe SyntaxNodeKind SyntaxNodeKinds where
  coe k := List.cons k List.nil

instance {k : SyntaxNodeKind} {ks : SyntaxNodeKinds} :
    Coe (TSyntax (.cons k .nil)) (TSyntax (.cons k ks)) where
  coe s := ⟨s.raw⟩

instance : Coe Ident Term where
  coe s := ⟨s.raw⟩

instance : CoeDep Term ⟨Syntax.missing⟩ Ident where
  coe := ⟨Syntax.missing⟩

instance : Coe Ident (TSyntax (.cons `Lean.Parser.Term.funBinder .nil)) where
  coe s := ⟨s.raw⟩

instance : Coe Term (TSyntax (.cons `Lean.Parser.Term.funBinder .nil)) where
  coe s := ⟨s.raw⟩

end Lean
