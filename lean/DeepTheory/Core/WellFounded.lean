prelude
import DeepTheory.Core.Function
/-!
# Well-founded recursion

`def` with `termination_by` is compiled to `WellFounded.fix`, or to `WellFounded.Nat.fix` when
the measure is a natural number (which the kernel can evaluate); the goals of `decreasing_by` are
about the relations of this file.

## Main definitions

* `Acc`, `WellFounded`, `WellFoundedRelation`
* `WellFounded.fix`, `WellFounded.Nat.fix`
* `InvImage`, `invImage`, `measure`, `sizeOfWFRel`, `Prod.Lex`, `Prod.lex`
* `Nat.lt_wfRel`

## Main statements

* `WellFounded.fix_eq`, `WellFounded.Nat.fix_eq`: the recursion equations
* `WellFounded.induction`
-/
set_option autoImplicit false
universe u v w

/-! ## Accessibility -/

/-- Every descending sequence from `x` ends. -/
inductive Acc {α : Sort u} (r : α → α → Prop) : α → Prop where
  /-- An element is accessible if all smaller ones are. -/
  | intro (x : α) (h : (y : α) → r y x → Acc r y) : Acc r x

theorem Acc.inv {α : Sort u} {r : α → α → Prop} {x y : α} (h₁ : Acc r x) (h₂ : r y x) :
    Acc r y :=
  match h₁ with
  | .intro _ h => h y h₂

/-- Every descending sequence ends. -/
inductive WellFounded {α : Sort u} (r : α → α → Prop) : Prop where
  /-- A relation is well-founded if all elements are accessible. -/
  | intro (h : ∀ a, Acc r a) : WellFounded r

/-- A type with a well-founded relation. -/
class WellFoundedRelation (α : Sort u) where
  /-- The relation. -/
  rel : α → α → Prop
  /-- It is well-founded. -/
  wf : WellFounded rel

namespace WellFounded
variable {α : Sort u} {r : α → α → Prop}

theorem apply (wf : WellFounded r) (a : α) : Acc r a :=
  match wf with
  | .intro h => h a

theorem induction {C : α → Prop} (hwf : WellFounded r) (a : α)
    (h : ∀ x, (∀ y, r y x → C y) → C x) : C a := by
  induction hwf.apply a with
  | intro x _ ih => exact h x ih

theorem irrefl (hwf : WellFounded r) (a : α) : ¬r a a :=
  hwf.induction (C := fun a => ¬r a a) a fun a ih h => ih a h h

end WellFounded

/-! ## Recursion -/

namespace WellFounded
variable {α : Sort u} {C : α → Sort v} {r : α → α → Prop}

/-- Recursion on accessible elements. -/
noncomputable def fixF (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) (a : Acc r x) : C x :=
  Acc.rec (motive := fun x _ => C x) (fun x₁ _ ih => F x₁ ih) a

theorem fixF_eq (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) (acx : Acc r x) :
    fixF F x acx = F x (fun (y : α) (p : r y x) => fixF F y (Acc.inv acx p)) := by
  cases acx; rfl

/-- Recursion along a well-founded relation. -/
noncomputable def fix (hwf : WellFounded r) (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) : C x :=
  fixF F x (apply hwf x)

theorem fix_eq (hwf : WellFounded r) (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) :
    fix hwf F x = F x (fun y _ => fix hwf F y) :=
  fixF_eq F x (apply hwf x)

end WellFounded

/-! ## Inverse images -/

/-- The relation between the values of a function. -/
def InvImage {α : Sort u} {β : Sort v} (r : β → β → Prop) (f : α → β) : α → α → Prop :=
  fun a₁ a₂ => r (f a₁) (f a₂)

namespace InvImage
variable {α : Sort u} {β : Sort v} {r : β → β → Prop}

theorem accessible (f : α → β) {a : α} (ac : Acc r (f a)) : Acc (InvImage r f) a := by
  have key : ∀ b, Acc r b → ∀ a, f a = b → Acc (InvImage r f) a := by
    intro b hb
    induction hb with
    | intro b _ ih =>
      intro a e
      exact Acc.intro a fun y lt => ih (f y) (e ▸ lt) y rfl
  exact key _ ac a rfl

theorem wf (f : α → β) (h : WellFounded r) : WellFounded (InvImage r f) :=
  ⟨fun a => accessible f (h.apply (f a))⟩

end InvImage

/-- The inverse image of a well-founded relation. -/
@[reducible] def invImage {α : Sort u} {β : Sort v} (f : α → β) (h : WellFoundedRelation β) :
    WellFoundedRelation α where
  rel := InvImage h.rel f
  wf := InvImage.wf f h.wf

/-! ## Natural numbers as measures -/

/-- The order of the natural numbers is well-founded. -/
@[reducible] def Nat.lt_wfRel : WellFoundedRelation Nat where
  rel := (· < ·)
  wf := ⟨fun n => by
    induction n with
    | zero => exact Acc.intro _ fun _ h => absurd h (Nat.not_lt_zero _)
    | succ n ih =>
      refine Acc.intro _ fun m h => ?_
      rcases Nat.eq_or_lt_of_le (Nat.le_of_lt_succ h) with e | l
      · exact e ▸ ih
      · exact ih.inv l⟩

/-- The relation between natural measures. -/
abbrev measure {α : Sort u} (f : α → Nat) : WellFoundedRelation α := invImage f Nat.lt_wfRel

/-- The relation between sizes. -/
abbrev sizeOfWFRel {α : Sort u} [SizeOf α] : WellFoundedRelation α := measure sizeOf

instance (priority := low) {α : Sort u} [SizeOf α] : WellFoundedRelation α := sizeOfWFRel

instance instWellFoundedRelationNat : WellFoundedRelation Nat := Nat.lt_wfRel

/-- Marks the argument of a recursive call while Lean collects what is known about it. It is
reducible so that `ite_eq_dite` applies to a marked condition. -/
@[reducible, inline] def wfParam {α : Sort u} (a : α) : α := a

set_option linter.unusedVariables.funArgs false in
/-- Gives the bound variable `v` the name of `binder` when a simplification exposes it. -/
@[simp ↓] def binderNameHint {α : Sort u} {β : Sort v} {γ : Sort w} (v : α) (binder : β)
    (e : γ) : γ := e

/-- Before the recursive calls are collected, conditionals get a name for the condition, so that
`decreasing_by` knows it. -/
@[wf_preprocess] theorem ite_eq_dite {α : Sort u} {P : Prop} {a b : α} [Decidable P] :
    ite P a b =
      dite P (fun h => binderNameHint h () a) (fun h => binderNameHint h () b) := rfl

namespace WellFounded.Nat
variable {α : Sort u} {motive : α → Sort v} (h : α → Nat)
  (F : (x : α) → ((y : α) → InvImage (fun a b : Nat => a < b) h y x → motive y) → motive x)

/-- Recursion with a bound for the measure as fuel, which the kernel can evaluate. -/
def fix.go : (fuel : Nat) → (x : α) → h x < fuel → motive x
  | .zero, _, hx => absurd hx (Nat.not_lt_zero _)
  | .succ fuel, x, hx =>
    F x fun y hy => fix.go fuel y (Nat.le_trans hy (Nat.le_of_lt_succ hx))

/-- Recursion on a natural measure. -/
def fix (x : α) : motive x := fix.go h F (Nat.succ (h x)) x (Nat.le_refl _)

theorem fix.go_congr (x : α) (fuel₁ fuel₂ : Nat) (h₁ : h x < fuel₁) (h₂ : h x < fuel₂) :
    fix.go h F fuel₁ x h₁ = fix.go h F fuel₂ x h₂ := by
  induction fuel₁ generalizing x fuel₂ with
  | zero => exact absurd h₁ (Nat.not_lt_zero _)
  | succ n ih =>
    cases fuel₂ with
    | zero => exact absurd h₂ (Nat.not_lt_zero _)
    | succ m => exact congrArg (F x) (funext fun y => funext fun hy => ih y m _ _)

theorem fix_eq (x : α) : fix h F x = F x (fun y _ => fix h F y) :=
  congrArg (F x) (funext fun y => funext fun _ => fix.go_congr h F y _ _ _ _)

end WellFounded.Nat

/-! ## The lexicographic order of pairs -/

namespace Prod
variable {α : Type u} {β : Type v}

/-- The lexicographic order. -/
protected inductive Lex (ra : α → α → Prop) (rb : β → β → Prop) : α × β → α × β → Prop where
  /-- The first components decide. -/
  | left {a₁ : α} (b₁ : β) {a₂ : α} (b₂ : β) (h : ra a₁ a₂) : Prod.Lex ra rb (a₁, b₁) (a₂, b₂)
  /-- The first components are equal, the second ones decide. -/
  | right (a : α) {b₁ b₂ : β} (h : rb b₁ b₂) : Prod.Lex ra rb (a, b₁) (a, b₂)

theorem lex_def {r : α → α → Prop} {s : β → β → Prop} {p q : α × β} :
    Prod.Lex r s p q ↔ r p.1 q.1 ∨ p.1 = q.1 ∧ s p.2 q.2 :=
  ⟨fun h => by
    cases h with
    | left _ _ h => exact Or.inl h
    | right _ h => exact Or.inr ⟨rfl, h⟩,
  fun h => by
    rcases p with ⟨a, b⟩
    rcases q with ⟨c, d⟩
    rcases h with h | ⟨e, h⟩
    · exact .left _ _ h
    · cases e; exact .right _ h⟩

theorem lexAccessible {ra : α → α → Prop} {rb : β → β → Prop} {a : α} (aca : Acc ra a)
    (acb : ∀ b, Acc rb b) (b : β) : Acc (Prod.Lex ra rb) (a, b) := by
  induction aca generalizing b with
  | intro xa _ iha =>
    induction acb b with
    | intro xb _ ihb =>
      refine Acc.intro (xa, xb) fun p lt => ?_
      cases lt with
      | left b₁ _ h => exact iha _ h _
      | right _ h => exact ihb _ h

/-- The lexicographic order of well-founded relations is well-founded. -/
@[reducible] def lex (ha : WellFoundedRelation α) (hb : WellFoundedRelation β) :
    WellFoundedRelation (α × β) where
  rel := Prod.Lex ha.rel hb.rel
  wf := ⟨fun (a, b) => lexAccessible (WellFounded.apply ha.wf a) (WellFounded.apply hb.wf) b⟩

instance [ha : WellFoundedRelation α] [hb : WellFoundedRelation β] :
    WellFoundedRelation (α × β) :=
  lex ha hb

end Prod
