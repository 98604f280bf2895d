prelude
/-!
# Propositional logic and equality

The first file of the library. It has no imports, because `init_quot`, which adds the quotient
types `Quot` to the kernel, only works in such a file; and it uses no notation, because core's
notation is bound to the parser later (`DeepTheory.Core.Bindings`).

## Main definitions

* `True`, `False`, `Not`, `And`, `Or`, `Iff`, `Exists`: the connectives
* `Eq`, `HEq`, `Ne`: equality, equality across types, and its negation
* `Eq.ndrec`, `Eq.ndrec_symm`, `HEq.ndrec`, `HEq.homo_ndrec`: rewriting along an equality. `rw`,
  `cases`, `subst` and the match compiler build terms with these names
* `PUnit`, `Unit`: the type with one element, needed by the match compiler (`Unit → motive`)
* `id`, `Function.comp`, `Function.const`, `inferInstance`, `outParam`, `optParam`

## Notes

Names, argument order, implicitness and the order of universe levels are those of core Lean:
native tactics build terms from them by name.
-/
set_option autoImplicit false
universe u v w

/-! ## Markers of the code generator

The compiler replaces erased terms by these constants. They are `unsafe`, so that the kernel
refuses them in every ordinary declaration. -/

/-- An erased value. -/
unsafe axiom lcErased : Type
/-- Any type, after erasure. -/
unsafe axiom lcAny : Type
/-- The type of an argument without run-time content. -/
unsafe axiom lcVoid : Type
/-- An erased proof. -/
unsafe axiom lcProof {α : Prop} : α
/-- Code that is never reached. -/
unsafe axiom lcUnreachable {α : Sort u} : α

/-! ## Functions and type annotations -/

/-- The identity function. -/
@[inline] def id {α : Sort u} (a : α) : α := a

/-- Composition of functions. -/
@[inline] def Function.comp {α : Sort u} {β : Sort v} {δ : Sort w} (f : β → δ) (g : α → β) :
    α → δ :=
  fun x => f (g x)

/-- The constant function. -/
@[inline] def Function.const {α : Sort u} (β : Sort v) (a : α) : β → α := fun _ => a

set_option checkBinderAnnotations false in
/-- The value that instance search finds for `α`. -/
abbrev inferInstance {α : Sort u} [i : α] : α := i

set_option checkBinderAnnotations false in
/-- The value that instance search finds for `α`, with `α` explicit. -/
abbrev «inferInstanceAs» (α : Sort u) [i : α] : α := i

/-- Marks a class parameter that instance search computes from the others. -/
@[reducible] def outParam (α : Sort u) : Sort u := α

/-- Like `outParam`, but the parameter is used if it is known. -/
@[reducible] def semiOutParam (α : Sort u) : Sort u := α

set_option linter.unusedVariables.funArgs false in
/-- The type of an argument with a default value. -/
@[reducible] def optParam (α : Sort u) (default : α) : Sort u := α

/-! ## Units and truth -/

set_option bootstrap.inductiveCheckResultingUniverse false in
/-- The type with one element, in any universe. -/
inductive PUnit : Sort u where
  /-- The element. -/
  | unit : PUnit

/-- The type with one element. -/
abbrev Unit : Type := PUnit

/-- The element of `Unit`, written `()`. -/
@[match_pattern] abbrev Unit.unit : Unit := PUnit.unit

/-- The true proposition. -/
inductive True : Prop where
  /-- It has a proof. -/
  | intro : True

/-- The false proposition: it has no proof. -/
inductive False : Prop

/-- Negation. -/
def Not (a : Prop) : Prop := a → False

/-- From `False` everything follows. -/
@[macro_inline] def False.elim {C : Sort u} (h : False) : C := h.rec

/-- From a proposition and its negation everything follows. -/
@[macro_inline] def absurd {a : Prop} {b : Sort v} (h₁ : a) (h₂ : Not a) : b := (h₂ h₁).rec

/-! ## Equality -/

/-- Equality of two elements of a type. -/
inductive Eq {α : Sort u} : α → α → Prop where
  /-- Everything is equal to itself. -/
  | refl (a : α) : Eq a a

/-- Transport along an equality, with a motive that does not depend on the proof. -/
@[simp] abbrev Eq.ndrec.{u1, u2} {α : Sort u2} {a : α} {motive : α → Sort u1} (m : motive a)
    {b : α} (h : Eq a b) : motive b :=
  h.rec m

init_quot

/-- The code generator replaces `Quot.lift f h q` by `f` of this: the element behind a class. -/
unsafe axiom Quot.lcInv {α : Sort u} {r : α → α → Prop} (q : Quot r) : α
/-- The code generator replaces `Quot.mk r a` by this. -/
unsafe axiom Quot.lcMk {α : Sort u} {r : α → α → Prop} (a : α) : Quot r

set_option linter.defProp false in
/-- Reflexivity, with the element implicit. -/
@[match_pattern] def rfl {α : Sort u} {a : α} : Eq a a := Eq.refl a

theorem Eq.subst {α : Sort u} {motive : α → Prop} {a b : α} (h₁ : Eq a b) (h₂ : motive a) :
    motive b :=
  Eq.ndrec h₂ h₁

@[symm] theorem Eq.symm {α : Sort u} {a b : α} (h : Eq a b) : Eq b a := h.rec (Eq.refl a)

theorem Eq.trans {α : Sort u} {a b c : α} (h₁ : Eq a b) (h₂ : Eq b c) : Eq a c := h₂.rec h₁

/-- Transport against an equality. The match compiler uses it for literal patterns. -/
@[simp] abbrev Eq.ndrec_symm.{u1, u2} {α : Sort u2} {a : α} {motive : α → Sort u1} (m : motive a)
    {b : α} (h : Eq b a) : motive b :=
  h.symm.ndrec m

/-- `Eq.ndrec` with the equality first. -/
abbrev Eq.ndrecOn.{u1, u2} {α : Sort u2} {a : α} {motive : α → Sort u1} {b : α} (h : Eq a b)
    (m : motive a) : motive b :=
  Eq.ndrec m h

/-- An element of a type as an element of an equal type. -/
@[macro_inline] def cast {α β : Sort u} (h : Eq α β) (a : α) : β := h.rec a

/-- Transport along an equality of types, from left to right. `simp` and `rw` end with it. -/
@[macro_inline] def Eq.mp {α β : Sort u} (h : Eq α β) (a : α) : β := h.rec a

/-- Transport along an equality of types, from right to left. `simp` and `rw` end with it. -/
@[macro_inline] def Eq.mpr {α β : Sort u} (h : Eq α β) (b : β) : α := h.symm.rec b

theorem Eq.substr {α : Sort u} {p : α → Prop} {a b : α} (h₁ : Eq b a) (h₂ : p a) : p b :=
  h₁.symm.rec h₂

theorem congrArg {α : Sort u} {β : Sort v} {a₁ a₂ : α} (f : α → β) (h : Eq a₁ a₂) :
    Eq (f a₁) (f a₂) :=
  h.rec (Eq.refl (f a₁))

theorem congr {α : Sort u} {β : Sort v} {f₁ f₂ : α → β} {a₁ a₂ : α} (h₁ : Eq f₁ f₂)
    (h₂ : Eq a₁ a₂) : Eq (f₁ a₁) (f₂ a₂) :=
  h₁.rec (h₂.rec (Eq.refl (f₁ a₁)))

theorem congrFun {α : Sort u} {β : α → Sort v} {f g : (x : α) → β x} (h : Eq f g) (a : α) :
    Eq (f a) (g a) :=
  h.rec (Eq.refl (f a))

/-- `congrFun` for functions that are not dependent; `simp` builds smaller terms with it. -/
theorem congrFun' {α : Sort u} {β : Sort v} {f g : α → β} (h : Eq f g) (a : α) :
    Eq (f a) (g a) :=
  h.rec (Eq.refl (f a))

set_option linter.unusedVariables.funArgs false in
/-- The meaning of the pattern `x@p`. -/
@[reducible] def namedPattern {α : Sort u} (x a : α) (h : Eq x a) : α := a

/-- Two elements are not equal. -/
@[reducible] def Ne {α : Sort u} (a b : α) : Prop := Not (Eq a b)

/-! ## Heterogeneous equality -/

/-- Equality of elements of two types that may be different types. -/
inductive HEq : {α : Sort u} → α → {β : Sort u} → β → Prop where
  /-- Everything is equal to itself. -/
  | refl {α : Sort u} (a : α) : HEq a a

set_option linter.defProp false in
/-- Reflexivity, with the element implicit. -/
@[match_pattern] protected def HEq.rfl {α : Sort u} {a : α} : HEq a a := HEq.refl a

theorem eq_of_heq {α : Sort u} {a a' : α} (h : HEq a a') : Eq a a' :=
  have : (α β : Sort u) → (a : α) → (b : β) → HEq a b → (h : Eq α β) → Eq (cast h a) b :=
    fun _ _ _ _ h₁ => h₁.rec (fun _ => rfl)
  this α α a a' h rfl

theorem heq_of_eq {α : Sort u} {a b : α} (h : Eq a b) : HEq a b := h.rec (HEq.refl a)

/-- Transport along a heterogeneous equality. -/
noncomputable def HEq.ndrec.{u1, u2} {α : Sort u2} {a : α}
    {motive : {β : Sort u2} → β → Sort u1} (m : motive a) {β : Sort u2} {b : β} (h : HEq a b) :
    motive b :=
  h.rec m

/-- Transport along a heterogeneous equality of elements of one type. -/
@[macro_inline] def HEq.homo_ndrec.{u1, u2} {α : Sort u2} {a : α} {motive : α → Sort u1}
    (m : motive a) {b : α} (h : HEq a b) : motive b :=
  (eq_of_heq h).ndrec m

/-- Transport against a heterogeneous equality of elements of one type. -/
@[macro_inline] def HEq.homo_ndrec_symm.{u1, u2} {α : Sort u2} {a : α} {motive : α → Sort u1}
    (m : motive a) {b : α} (h : HEq b a) : motive b :=
  (eq_of_heq h).ndrec_symm m

@[symm] theorem HEq.symm {α β : Sort u} {a : α} {b : β} (h : HEq a b) : HEq b a :=
  h.rec (HEq.refl a)

theorem HEq.trans {α β φ : Sort u} {a : α} {b : β} {c : φ} (h₁ : HEq a b) (h₂ : HEq b c) :
    HEq a c :=
  h₂.rec h₁

theorem heq_of_heq_of_eq {α β : Sort u} {a : α} {b b' : β} (h₁ : HEq a b) (h₂ : Eq b b') :
    HEq a b' :=
  h₂.rec h₁

theorem heq_of_eq_of_heq {α β : Sort u} {a a' : α} {b : β} (h₁ : Eq a a') (h₂ : HEq a' b) :
    HEq a b :=
  h₁.symm.rec h₂

theorem type_eq_of_heq {α β : Sort u} {a : α} {b : β} (h : HEq a b) : Eq α β :=
  h.rec (Eq.refl α)

theorem cast_heq {α β : Sort u} (h : Eq α β) (a : α) : HEq (cast h a) a :=
  h.rec (motive := fun _ h => HEq (cast h a) a) (HEq.refl a)

/-! ## Connectives -/

/-- Conjunction. -/
@[pp_using_anonymous_constructor]
structure And (a b : Prop) : Prop where
  /-- A pair of proofs. -/
  intro ::
  /-- The first part. -/
  left : a
  /-- The second part. -/
  right : b

/-- Disjunction. -/
inductive Or (a b : Prop) : Prop where
  /-- The first case. -/
  | inl (h : a) : Or a b
  /-- The second case. -/
  | inr (h : b) : Or a b

theorem Or.intro_left {a : Prop} (b : Prop) (h : a) : Or a b := Or.inl h

theorem Or.intro_right {b : Prop} (a : Prop) (h : b) : Or a b := Or.inr h

theorem Or.elim {c : Prop} {a b : Prop} (h : Or a b) (left : a → c) (right : b → c) : c :=
  h.rec left right

/-- Equivalence. -/
structure Iff (a b : Prop) : Prop where
  /-- From implications in both directions. -/
  intro ::
  /-- From left to right. -/
  mp : a → b
  /-- From right to left. -/
  mpr : b → a

@[refl] theorem Iff.refl (a : Prop) : Iff a a := ⟨fun h => h, fun h => h⟩

protected theorem Iff.rfl {a : Prop} : Iff a a := Iff.refl a

theorem Iff.trans {a b c : Prop} (h₁ : Iff a b) (h₂ : Iff b c) : Iff a c :=
  ⟨fun h => h₂.mp (h₁.mp h), fun h => h₁.mpr (h₂.mpr h)⟩

@[symm] theorem Iff.symm {a b : Prop} (h : Iff a b) : Iff b a := ⟨h.mpr, h.mp⟩

/-- Existence. -/
inductive Exists {α : Sort u} (p : α → Prop) : Prop where
  /-- A witness and a proof. -/
  | intro (w : α) (h : p w) : Exists p

theorem Exists.elim {α : Sort u} {p : α → Prop} {b : Prop} (h₁ : Exists (fun x => p x))
    (h₂ : (a : α) → p a → b) : b :=
  h₁.rec h₂

/-- Used by the injectivity theorems of constructors with several arguments. -/
theorem Lean.injEq_helper {P Q R : Prop} (h : P → Q → R) : And P Q → R :=
  fun a => h a.left a.right
