prelude
import DeepTheory.Core.Bool
/-!
# Classical reasoning

Excluded middle from choice, propositional and functional extensionality (Diaconescu's argument),
and what follows: proofs by contradiction and by cases, De Morgan's laws without decidability,
choice functions. `by_cases` and `simp` use `Classical.em` and the rules of the last section.

## Main definitions

* `Classical.choose`, `Exists.choose`: an element that an existence statement promises
* `Classical.propDecidable`: every proposition is decidable; `open Classical` makes it an instance

## Main statements

* `Classical.em`, `Classical.byContradiction`, `Classical.byCases`, `Classical.not_not`
* `Classical.not_forall`, `Classical.not_and_iff_not_or_not`, `Classical.skolem`
-/
set_option autoImplicit false
universe u v

namespace Classical

/-! ## Choice -/

/-- An element that satisfies a predicate, from the proof that there is one. -/
noncomputable def indefiniteDescription {α : Sort u} (p : α → Prop) (h : ∃ x, p x) :
    {x // p x} :=
  choice <| let ⟨x, px⟩ := h; ⟨⟨x, px⟩⟩

/-- An element whose existence is proved. -/
noncomputable def choose {α : Sort u} {p : α → Prop} (h : ∃ x, p x) : α :=
  (indefiniteDescription p h).val

theorem choose_spec {α : Sort u} {p : α → Prop} (h : ∃ x, p x) : p (choose h) :=
  (indefiniteDescription p h).property

/-! ## Excluded middle -/

/-- Excluded middle. Two descriptions `U` and `V` of a truth value are equal if `p` holds, so that
the chosen truth values are then equal; they are different unless `p` holds. -/
theorem em (p : Prop) : p ∨ ¬p :=
  let U (x : Prop) : Prop := x = True ∨ p
  let V (x : Prop) : Prop := x = False ∨ p
  have exU : ∃ x, U x := ⟨True, Or.inl rfl⟩
  have exV : ∃ x, V x := ⟨False, Or.inl rfl⟩
  have different_or : choose exU ≠ choose exV ∨ p :=
    match choose_spec exU, choose_spec exV with
    | Or.inr h, _ => Or.inr h
    | _, Or.inr h => Or.inr h
    | Or.inl hu, Or.inl hv => Or.inl fun h => true_ne_false (hu.symm.trans (h.trans hv)) |>.elim
  have equal_of (hp : p) : choose exU = choose exV :=
    have hUV : U = V := funext fun _ => propext ⟨fun _ => Or.inr hp, fun _ => Or.inr hp⟩
    have : ∀ exU exV, @choose _ U exU = @choose _ V exV := hUV ▸ fun _ _ => rfl
    this exU exV
  different_or.elim (fun hne => Or.inr (mt equal_of hne)) Or.inl

theorem exists_true_of_nonempty {α : Sort u} : Nonempty α → ∃ _ : α, True
  | ⟨x⟩ => ⟨x, trivial⟩

/-- An element of a nonempty type, as an instance. -/
@[instance_reducible]
noncomputable def inhabited_of_nonempty {α : Sort u} (h : Nonempty α) : Inhabited α :=
  ⟨choice h⟩

/-- An element of a nonempty type. -/
noncomputable def ofNonempty {α : Sort u} [Nonempty α] : α := choice inferInstance

/-- Every proposition is decidable. -/
noncomputable scoped instance (priority := low) propDecidable (a : Prop) : Decidable a :=
  choice <| match em a with
    | Or.inl h => ⟨isTrue h⟩
    | Or.inr h => ⟨isFalse h⟩

/-- Equality is decidable in every type. -/
noncomputable def typeDecidableEq (α : Sort u) : DecidableEq α := fun _ _ => inferInstance

theorem byCases {p q : Prop} (hpq : p → q) (hnpq : ¬p → q) : q := (em p).elim hpq hnpq

theorem byContradiction {p : Prop} (h : ¬p → False) : p := Decidable.byContradiction h

/-! ## Rules -/

section
variable {a b : Prop}

theorem not_not : ¬¬a ↔ a := Decidable.not_not

theorem of_not_not : ¬¬a → a := Decidable.of_not_not

theorem not_and_iff_not_or_not : ¬(a ∧ b) ↔ ¬a ∨ ¬b := Decidable.not_and_iff_not_or_not

theorem not_imp : ¬(a → b) ↔ a ∧ ¬b := Decidable.not_imp_iff_and_not

theorem imp_iff_not_or : (a → b) ↔ ¬a ∨ b := Decidable.imp_iff_not_or

theorem or_iff_not_imp_left : a ∨ b ↔ (¬a → b) := Decidable.or_iff_not_imp_left

theorem or_iff_not_imp_right : a ∨ b ↔ (¬b → a) := Decidable.or_iff_not_imp_right

theorem not_imp_not : (¬a → ¬b) ↔ (b → a) := Decidable.not_imp_not

theorem not_iff_not : (¬a ↔ ¬b) ↔ (a ↔ b) := Decidable.not_iff_not

theorem not_iff : ¬(a ↔ b) ↔ (¬a ↔ b) := Decidable.not_iff

theorem or_not : a ∨ ¬a := em a

theorem forall_or_exists_not {α : Sort u} (P : α → Prop) : (∀ x, P x) ∨ ∃ x, ¬P x := by
  cases em (∃ x, ¬P x) with
  | inl h => exact Or.inr h
  | inr h => exact Or.inl fun x => byContradiction fun hx => h ⟨x, hx⟩

theorem not_forall {α : Sort u} {p : α → Prop} : (¬∀ x, p x) ↔ ∃ x, ¬p x :=
  ⟨fun h => (forall_or_exists_not p).resolve_left h, not_forall_of_exists_not⟩

theorem not_forall_not {α : Sort u} {p : α → Prop} : (¬∀ x, ¬p x) ↔ ∃ x, p x :=
  ⟨fun h => byContradiction fun h' => h fun x hx => h' ⟨x, hx⟩, fun ⟨x, hx⟩ h => h x hx⟩

theorem not_exists_not {α : Sort u} {p : α → Prop} : (¬∃ x, ¬p x) ↔ ∀ x, p x :=
  ⟨fun h x => byContradiction fun hx => h ⟨x, hx⟩, fun h ⟨x, hx⟩ => hx (h x)⟩

theorem forall_or_left {α : Sort u} {q : Prop} {p : α → Prop} :
    (∀ x, q ∨ p x) ↔ q ∨ ∀ x, p x :=
  ⟨fun h => (em q).elim Or.inl fun hq => Or.inr fun x => (h x).resolve_left hq,
    fun h x => h.imp_right fun h => h x⟩

end

/-- Choice of a function. -/
theorem axiomOfChoice {α : Sort u} {β : α → Sort v} {r : ∀ x, β x → Prop}
    (h : ∀ x, ∃ y, r x y) : ∃ f : ∀ x, β x, ∀ x, r x (f x) :=
  ⟨fun x => choose (h x), fun x => choose_spec (h x)⟩

theorem skolem {α : Sort u} {b : α → Sort v} {p : ∀ x, b x → Prop} :
    (∀ x, ∃ y, p x y) ↔ ∃ f : ∀ x, b x, ∀ x, p x (f x) :=
  ⟨axiomOfChoice, fun ⟨f, hf⟩ x => ⟨f x, hf x⟩⟩

end Classical

/-! ## Rules in the root namespace -/

attribute [simp] Classical.not_not Classical.not_forall Classical.not_imp

/-- An element whose existence is proved. -/
noncomputable def Exists.choose {α : Sort u} {p : α → Prop} (P : ∃ a, p a) : α :=
  Classical.choose P

theorem Exists.choose_spec {α : Sort u} {p : α → Prop} (P : ∃ a, p a) : p P.choose :=
  Classical.choose_spec P
