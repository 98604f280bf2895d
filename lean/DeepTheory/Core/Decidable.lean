prelude
import DeepTheory.Core.Datatypes
/-!
# Decidable propositions, conditionals, inhabited types

`if` is a function on `Decidable` propositions, `decide` their truth value. The tactic `decide`
evaluates `Decidable.decide p` in the kernel; `split`, `by_cases` and `simp` work on `ite`,
`dite` and `cond`.

## Main definitions

* `Decidable`, `DecidablePred`, `DecidableRel`, `DecidableEq`, `decide`
* `cond`, `ite`, `dite`
* `Nonempty`, `Inhabited`, `Subsingleton`

## Main statements

* `decide_eq_true`, `of_decide_eq_true` and their negative forms: `decide p = true` means `p`
-/
set_option autoImplicit false
universe u v

/-! ## Decidable propositions -/

/-- A proof of a proposition or of its negation. -/
class inductive Decidable (p : Prop) where
  /-- The proposition is false. -/
  | isFalse (h : Not p) : Decidable p
  /-- The proposition is true. -/
  | isTrue (h : p) : Decidable p

/-- The truth value of a decidable proposition. -/
@[inline_if_reduce, nospecialize] def Decidable.decide (p : Prop) [h : Decidable p] : Bool :=
  h.casesOn (fun _ => false) (fun _ => true)

export Decidable (isTrue isFalse decide)

/-- Every value of a predicate is decidable. -/
abbrev DecidablePred {α : Sort u} (r : α → Prop) :=
  (a : α) → Decidable (r a)

/-- Every value of a relation is decidable. -/
abbrev DecidableRel {α : Sort u} {β : Sort v} (r : α → β → Prop) :=
  (a : α) → (b : β) → Decidable (r a b)

/-- Equality is decidable. -/
abbrev DecidableEq (α : Sort u) :=
  (a b : α) → Decidable (Eq a b)

/-- Decides an equality. -/
def decEq {α : Sort u} [inst : DecidableEq α] (a b : α) : Decidable (Eq a b) :=
  inst a b

/-! ## Conditionals -/

/-- The conditional on a truth value. -/
@[macro_inline] def cond {α : Sort u} (c : Bool) (x y : α) : α :=
  match c with
  | true => x
  | false => y

/-- The conditional on a proposition, written `if c then t else e`. -/
@[macro_inline] def ite {α : Sort u} (c : Prop) [h : Decidable c] (t e : α) : α :=
  match h with
  | isTrue _ => t
  | isFalse _ => e

/-- The conditional whose branches may use the proof, written `if h : c then t else e`. -/
@[macro_inline] def dite {α : Sort u} (c : Prop) [h : Decidable c] (t : c → α)
    (e : Not c → α) : α :=
  match h with
  | isTrue h => t h
  | isFalse h => e h

/-! ## Truth values of propositions -/

theorem eq_false_of_ne_true : {b : Bool} → Not (Eq b true) → Eq b false
  | true, h => False.elim (h rfl)
  | false, _ => rfl

theorem eq_true_of_ne_false : {b : Bool} → Not (Eq b false) → Eq b true
  | true, _ => rfl
  | false, h => False.elim (h rfl)

theorem ne_false_of_eq_true : {b : Bool} → Eq b true → Not (Eq b false)
  | true, _ => fun h => Bool.noConfusion h
  | false, h => Bool.noConfusion h

theorem ne_true_of_eq_false : {b : Bool} → Eq b false → Not (Eq b true)
  | true, h => Bool.noConfusion h
  | false, _ => fun h => Bool.noConfusion h

set_option linter.unusedVariables false in
theorem decide_eq_true : {p : Prop} → [inst : Decidable p] → p → Eq (decide p) true
  | _, isTrue _, _ => rfl
  | _, isFalse h₁, h₂ => absurd h₂ h₁

theorem decide_eq_false : {p : Prop} → [Decidable p] → Not p → Eq (decide p) false
  | _, isTrue h₁, h₂ => absurd h₁ h₂
  | _, isFalse _, _ => rfl

theorem of_decide_eq_true {p : Prop} [inst : Decidable p] : Eq (decide p) true → p := fun h =>
  match (generalizing := false) inst with
  | isTrue h₁ => h₁
  | isFalse h₁ => absurd h (ne_true_of_eq_false (decide_eq_false h₁))

theorem of_decide_eq_false {p : Prop} [inst : Decidable p] : Eq (decide p) false → Not p := fun h =>
  match (generalizing := false) inst with
  | isTrue h₁ => absurd h (ne_false_of_eq_true (decide_eq_true h₁))
  | isFalse h₁ => h₁

theorem of_decide_eq_self_eq_true {α : Sort u} [inst : DecidableEq α] (a : α) :
    Eq (decide (Eq a a)) true :=
  match inst a a with
  | isTrue _ => rfl
  | isFalse h₁ => absurd rfl h₁

/-! ## Inhabited types -/

/-- There is an element. -/
class inductive Nonempty (α : Sort u) : Prop where
  /-- An element. -/
  | intro (val : α) : Nonempty α

/-- There is a chosen element. -/
class Inhabited (α : Sort u) where
  /-- The chosen element. -/
  default : α

export Inhabited (default)

/-- There is at most one element. -/
class Subsingleton (α : Sort u) : Prop where
  /-- All elements are equal. -/
  intro ::
  /-- All elements are equal. -/
  allEq : (a b : α) → Eq a b

protected theorem Nonempty.elim {α : Sort u} {p : Prop} (h₁ : Nonempty α) (h₂ : α → p) : p :=
  h₁.rec h₂

instance {α : Sort u} [Inhabited α] : Nonempty α := ⟨default⟩

instance : Inhabited Prop := ⟨True⟩

instance instInhabitedBool : Inhabited Bool := ⟨false⟩

instance : Inhabited PUnit.{u} := ⟨PUnit.unit⟩

instance {α : Sort u} {β : Sort v} [Inhabited β] : Inhabited (α → β) := ⟨fun _ => default⟩

instance Pi.instInhabited {α : Sort u} {β : α → Sort v} [(a : α) → Inhabited (β a)] :
    Inhabited ((a : α) → β a) :=
  ⟨fun _ => default⟩

instance instInhabitedList {α : Type u} : Inhabited (List α) := ⟨List.nil⟩

instance instInhabitedOption {α : Type u} : Inhabited (Option α) := ⟨none⟩

instance {α : Type u} {β : Type v} [Inhabited α] [Inhabited β] : Inhabited (Prod α β) :=
  ⟨⟨default, default⟩⟩

/-! ## Connectives of decidable propositions -/

instance instDecidableTrue : Decidable True := isTrue True.intro

instance instDecidableFalse : Decidable False := isFalse id

@[macro_inline]
instance instDecidableNot {p : Prop} [dp : Decidable p] : Decidable (Not p) :=
  match dp with
  | isTrue hp => isFalse (absurd hp)
  | isFalse hp => isTrue hp

@[macro_inline]
instance instDecidableAnd {p q : Prop} [dp : Decidable p] [dq : Decidable q] :
    Decidable (And p q) :=
  match dp with
  | isTrue hp => match dq with
    | isTrue hq => isTrue ⟨hp, hq⟩
    | isFalse hq => isFalse (fun h => hq h.right)
  | isFalse hp => isFalse (fun h => hp h.left)

@[macro_inline]
instance instDecidableOr {p q : Prop} [dp : Decidable p] [dq : Decidable q] :
    Decidable (Or p q) :=
  match dp with
  | isTrue hp => isTrue (Or.inl hp)
  | isFalse hp => match dq with
    | isTrue hq => isTrue (Or.inr hq)
    | isFalse hq => isFalse (fun h => h.elim hp hq)
