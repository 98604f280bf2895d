prelude
import DeepTheory.Core.Quotation
/-! # Coercion -/
set_option autoImplicit false
set_option linter.all false
set_option bootstrap.inductiveCheckResultingUniverse false
universe u v w
/-! ## Coercions (needed to use `TSyntax` as `Syntax`) -/
class Coe (α : semiOutParam (Sort u)) (β : Sort v) where coe : α → β
class CoeTC (α : Sort u) (β : Sort v) where coe : α → β
class CoeOut (α : Sort u) (β : semiOutParam (Sort v)) where coe : α → β
class CoeOTC (α : Sort u) (β : Sort v) where coe : α → β
class CoeHead (α : Sort u) (β : semiOutParam (Sort v)) where coe : α → β
class CoeHTC (α : Sort u) (β : Sort v) where coe : α → β
class CoeTail (α : semiOutParam (Sort u)) (β : Sort v) where coe : α → β
class CoeHTCT (α : Sort u) (β : Sort v) where coe : α → β
class CoeDep (α : Sort u) (_ : α) (β : Sort v) where coe : β
class CoeT (α : Sort u) (_ : α) (β : Sort v) where coe : β
class CoeFun (α : Sort u) (γ : outParam (α → Sort v)) where coe : (f : α) → γ f
class CoeSort (α : Sort u) (β : outParam (Sort v)) where coe : α → β
attribute [coe_decl] Coe.coe CoeTC.coe CoeOut.coe CoeOTC.coe CoeHead.coe CoeHTC.coe CoeTail.coe CoeHTCT.coe CoeDep.coe CoeT.coe CoeFun.coe CoeSort.coe
universe u1 u2 u3
section
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
end
instance {k : Lean.SyntaxNodeKinds} : CoeOut (Lean.TSyntax k) Lean.Syntax := ⟨fun s => s.raw⟩
instance Bool.coeSort : CoeSort Bool Prop where coe b := Eq b true
instance {α : Sort u} {p : α → Prop} : CoeOut (Subtype p) α where coe v := v.val
/-! ## Numerals 0, 1 from Zero/One -/
instance (priority := 300) Zero.toOfNat0 {α : Type u} [Zero α] : OfNat α (nat_lit 0) where ofNat := Zero.zero
instance (priority := 300) One.toOfNat1 {α : Type u} [One α] : OfNat α (nat_lit 1) where ofNat := One.one
instance (priority := 200) Zero.ofOfNat0 {α : Type u} [OfNat α (nat_lit 0)] : Zero α where zero := OfNat.ofNat 0
instance (priority := 200) One.ofOfNat1 {α : Type u} [OfNat α (nat_lit 1)] : One α where one := OfNat.ofNat 1
instance : Coe Lean.SyntaxNodeKind Lean.SyntaxNodeKinds where coe k := List.cons k List.nil
-- as in core (Init.Meta): identifiers and terms may be used where more general syntax is expected
instance {k : Lean.SyntaxNodeKind} {ks : Lean.SyntaxNodeKinds} : Coe (Lean.TSyntax (.cons k .nil)) (Lean.TSyntax (.cons k ks)) where coe s := ⟨s.raw⟩
instance : Coe Lean.Ident Lean.Term where coe s := ⟨s.raw⟩
instance : CoeDep Lean.Term ⟨Lean.Syntax.missing⟩ Lean.Ident where coe := ⟨Lean.Syntax.missing⟩
instance : Coe Lean.Ident (Lean.TSyntax (.cons `Lean.Parser.Term.funBinder .nil)) where coe s := ⟨s.raw⟩
instance : Coe Lean.Term (Lean.TSyntax (.cons `Lean.Parser.Term.funBinder .nil)) where coe s := ⟨s.raw⟩
@[extern "nat"] opaque Array.extract {α : Type u} (as : Array α) (start : Nat := 0) (stop : Nat := as.size) : Array α
class ToString (α : Type u) where toString : α → String
export ToString (toString)
@[extern "nat"] opaque Nat.repr (n : Nat) : String
instance : ToString Nat := ⟨Nat.repr⟩
instance : ToString String := ⟨fun s => s⟩
instance : ToString Bool := ⟨fun b => cond b "true" "false"⟩
instance boolToProp : Coe Bool Prop where coe b := Eq b true
