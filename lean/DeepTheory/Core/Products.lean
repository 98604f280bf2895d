prelude
import DeepTheory.Core.Quantifiers
/-!
# Pairs, subtypes, sums and small types

Extensionality (`ext`), decidable equality and quantifiers over the basic data types.

## Main definitions

* `Prod.map`, `Prod.swap`, `Function.curry`, `Function.uncurry`, `Empty.elim`
* `DecidableEq` for pairs, subtypes, sums, `Option`, `List`

## Main statements

* `Prod.ext`, `Subtype.ext`, `Prod.forall`, `Prod.exists`, `Subtype.forall`, `Subtype.exists`
-/
set_option autoImplicit false
universe u v w

/-! ## Quantifiers over them -/

section
variable {α : Type u} {β : Type v}

protected theorem Prod.forall {p : α × β → Prop} : (∀ x, p x) ↔ ∀ a b, p (a, b) :=
  ⟨fun h a b => h (a, b), fun h x => h x.1 x.2⟩

protected theorem Prod.exists {p : α × β → Prop} : (∃ x, p x) ↔ ∃ a b, p (a, b) :=
  ⟨fun ⟨x, h⟩ => ⟨x.1, x.2, h⟩, fun ⟨a, b, h⟩ => ⟨(a, b), h⟩⟩

protected theorem Sum.forall {p : α ⊕ β → Prop} :
    (∀ x, p x) ↔ (∀ a, p (.inl a)) ∧ ∀ b, p (.inr b) :=
  ⟨fun h => ⟨fun _ => h _, fun _ => h _⟩, fun h x => match x with
    | .inl a => h.1 a
    | .inr b => h.2 b⟩

protected theorem Option.forall {p : Option α → Prop} :
    (∀ x, p x) ↔ p none ∧ ∀ a, p (some a) :=
  ⟨fun h => ⟨h _, fun _ => h _⟩, fun h x => match x with
    | none => h.1
    | some a => h.2 a⟩

protected theorem Option.exists {p : Option α → Prop} :
    (∃ x, p x) ↔ p none ∨ ∃ a, p (some a) :=
  ⟨fun ⟨x, h⟩ => match x, h with
    | none, h => Or.inl h
    | some a, h => Or.inr ⟨a, h⟩,
    fun h => h.elim (fun h => ⟨_, h⟩) fun ⟨_, h⟩ => ⟨_, h⟩⟩

protected theorem Bool.forall_bool {p : Bool → Prop} : (∀ b, p b) ↔ p false ∧ p true :=
  ⟨fun h => ⟨h _, h _⟩, fun h b => match b with
    | false => h.1
    | true => h.2⟩

protected theorem Bool.exists_bool {p : Bool → Prop} : (∃ b, p b) ↔ p false ∨ p true :=
  ⟨fun ⟨b, h⟩ => match b, h with
    | false, h => Or.inl h
    | true, h => Or.inr h,
    fun h => h.elim (fun h => ⟨_, h⟩) fun h => ⟨_, h⟩⟩

end

/-! ## Subtypes -/

section
variable {α : Sort u} {p : α → Prop}

protected theorem Subtype.eq : {a1 a2 : {x // p x}} → a1.val = a2.val → a1 = a2
  | ⟨_, _⟩, ⟨_, _⟩, rfl => rfl

@[ext] protected theorem Subtype.ext {a1 a2 : {x // p x}} : a1.val = a2.val → a1 = a2 :=
  Subtype.eq

protected theorem Subtype.forall {q : {a // p a} → Prop} : (∀ x, q x) ↔ ∀ a b, q ⟨a, b⟩ :=
  ⟨fun h a b => h ⟨a, b⟩, fun h x => h x.1 x.2⟩

protected theorem Subtype.exists {q : {a // p a} → Prop} : (∃ x, q x) ↔ ∃ a b, q ⟨a, b⟩ :=
  ⟨fun ⟨x, h⟩ => ⟨x.1, x.2, h⟩, fun ⟨a, b, h⟩ => ⟨⟨a, b⟩, h⟩⟩

@[simp] theorem Subtype.coe_eta (a : {a // p a}) (h : p a) : (⟨a, h⟩ : {a // p a}) = a := rfl

instance Subtype.instDecidableEq [DecidableEq α] : DecidableEq {x : α // p x} :=
  fun ⟨a, _⟩ ⟨b, _⟩ =>
    if h : a = b then isTrue (Subtype.eq h) else isFalse fun h' => h (congrArg Subtype.val h')

end

/-! ## Pairs -/

section
variable {α : Type u} {β : Type v} {γ : Type w}

@[ext] protected theorem Prod.ext : {p q : α × β} → p.fst = q.fst → p.snd = q.snd → p = q
  | (_, _), (_, _), rfl, rfl => rfl

@[simp] protected theorem Prod.eta : (p : α × β) → (p.1, p.2) = p
  | (_, _) => rfl

theorem Prod.mk_inj {a₁ a₂ : α} {b₁ b₂ : β} : (a₁, b₁) = (a₂, b₂) ↔ a₁ = a₂ ∧ b₁ = b₂ :=
  iff_of_eq (Prod.mk.injEq ..)

instance instDecidableEqProd [DecidableEq α] [DecidableEq β] : DecidableEq (α × β) :=
  fun (a, b) (a', b') =>
    if h₁ : a = a' then
      if h₂ : b = b' then isTrue (Prod.ext h₁ h₂)
      else isFalse fun h => h₂ (congrArg Prod.snd h)
    else isFalse fun h => h₁ (congrArg Prod.fst h)

/-- Applies functions to both components. -/
def Prod.map {α₁ : Type u} {α₂ : Type v} {β₁ : Type w} {β₂ : Type u} (f : α₁ → α₂)
    (g : β₁ → β₂) : (α₁ × β₁) → α₂ × β₂
  | (a, b) => (f a, g b)

/-- The pair with the components exchanged. -/
def Prod.swap : α × β → β × α := fun p => (p.2, p.1)

@[simp] theorem Prod.swap_swap : ∀ x : α × β, Prod.swap (Prod.swap x) = x
  | (_, _) => rfl

@[simp] theorem Prod.fst_swap {p : α × β} : (Prod.swap p).1 = p.2 := rfl

@[simp] theorem Prod.snd_swap {p : α × β} : (Prod.swap p).2 = p.1 := rfl

/-- A function of two arguments from one of pairs. -/
@[inline] def Function.curry : (α × β → γ) → α → β → γ := fun f a b => f (a, b)

/-- A function of pairs from one of two arguments. -/
@[inline] def Function.uncurry : (α → β → γ) → α × β → γ := fun f a => f a.1 a.2

end

/-! ## Small types -/

instance : DecidableEq Unit := fun _ _ => isTrue rfl

instance : DecidableEq PUnit := fun _ _ => isTrue rfl

instance : Subsingleton PUnit := ⟨fun _ _ => rfl⟩

instance : DecidableEq Empty := fun a => nomatch a

instance : Subsingleton Empty := ⟨fun a => nomatch a⟩

/-- From an element of the empty type everything follows. -/
@[macro_inline] def Empty.elim {C : Sort u} : Empty → C := fun a => nomatch a

deriving instance DecidableEq for Option
deriving instance DecidableEq for Sum
deriving instance DecidableEq for List
