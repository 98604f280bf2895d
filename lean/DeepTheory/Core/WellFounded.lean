prelude
import DeepTheory.Core.Classical
/-! # WellFounded -/
set_option autoImplicit false
set_option linter.all false
set_option bootstrap.inductiveCheckResultingUniverse false
universe u v w
/-! ## Well-founded recursion -/
inductive Acc {α : Sort u} (r : α → α → Prop) : α → Prop where
  | intro (x : α) (h : (y : α) → r y x → Acc r y) : Acc r x
inductive WellFounded {α : Sort u} (r : α → α → Prop) : Prop where
  | intro (h : ∀ a, Acc r a) : WellFounded r
class WellFoundedRelation (α : Sort u) where
  rel : α → α → Prop
  wf : WellFounded rel
theorem Acc.inv {α : Sort u} {r : α → α → Prop} {x y : α} (h₁ : Acc r x) (h₂ : r y x) : Acc r y :=
  match h₁ with | .intro _ h => h y h₂
theorem WellFounded.apply {α : Sort u} {r : α → α → Prop} (wf : WellFounded r) (a : α) : Acc r a := match wf with | .intro h => h a
@[simp] theorem gt_iff_lt {α : Type u} [LT α] {x y : α} : x > y ↔ y < x := Iff.rfl
@[simp] theorem ge_iff_le {α : Type u} [LE α] {x y : α} : x ≥ y ↔ y ≤ x := Iff.rfl
@[ext] theorem funext' {α : Type u} {β : α → Type u} {f g : (x : α) → β x} (h : ∀ x, f x = g x) : f = g := funext h
/-! ## Well-founded recursion: WellFounded.fix and measure -/
namespace WellFounded
variable {α : Sort u} {C : α → Sort v} {r : α → α → Prop}
noncomputable def fixF (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) (a : Acc r x) : C x :=
  Acc.rec (motive := fun x _ => C x) (fun x₁ _ ih => F x₁ ih) a
theorem fixF_eq (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) (acx : Acc r x) :
    fixF F x acx = F x (fun (y : α) (p : r y x) => fixF F y (Acc.inv acx p)) := by
  cases acx; rfl
noncomputable def fix (hwf : WellFounded r) (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) : C x :=
  fixF F x (apply hwf x)
theorem fix_eq (hwf : WellFounded r) (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) :
    fix hwf F x = F x (fun y _ => fix hwf F y) := fixF_eq F x (apply hwf x)
end WellFounded
def InvImage {α : Sort u} {β : Sort v} (r : β → β → Prop) (f : α → β) : α → α → Prop := fun a₁ a₂ => r (f a₁) (f a₂)
theorem InvImage.accessible {α : Sort u} {β : Sort v} {r : β → β → Prop} (f : α → β) {a : α} (ac : Acc r (f a)) : Acc (InvImage r f) a :=
  have : ∀ b, Acc r b → ∀ a, f a = b → Acc (InvImage r f) a := fun b hb =>
    Acc.rec (motive := fun b _ => ∀ a, f a = b → Acc (InvImage r f) a)
      (fun _ _ ih a e => Acc.intro a (fun y lt => ih (f y) (e ▸ lt) y rfl)) hb
  this _ ac a rfl
theorem InvImage.wf {α : Sort u} {β : Sort v} {r : β → β → Prop} (f : α → β) (h : WellFounded r) : WellFounded (InvImage r f) :=
  ⟨fun a => InvImage.accessible f (h.apply (f a))⟩
@[reducible] def invImage {α : Sort u} {β : Sort v} (f : α → β) (h : WellFoundedRelation β) : WellFoundedRelation α where
  rel := InvImage h.rel f
  wf := InvImage.wf f h.wf
theorem Nat.lt_wf_acc (n : Nat) : Acc (fun a b : Nat => a < b) n := by
  induction n with
  | zero => exact Acc.intro _ (fun y h => absurd h (Nat.not_lt_zero y))
  | succ n ih =>
    refine Acc.intro _ (fun y h => ?_)
    rcases Nat.eq_or_lt_of_le (Nat.le_of_lt_succ h) with e | l
    · exact e ▸ ih
    · exact ih.inv l
@[reducible] def Nat.lt_wfRel : WellFoundedRelation Nat where
  rel := fun a b => a < b
  wf := ⟨Nat.lt_wf_acc⟩
instance : WellFoundedRelation Nat := Nat.lt_wfRel
abbrev measure {α : Sort u} (f : α → Nat) : WellFoundedRelation α := invImage f Nat.lt_wfRel
abbrev sizeOfWFRel {α : Sort u} [SizeOf α] : WellFoundedRelation α := measure sizeOf
instance (priority := low) {α : Sort u} [SizeOf α] : WellFoundedRelation α := sizeOfWFRel
@[inline] def wfParam {α : Sort u} (a : α) : α := a

namespace WellFounded.Nat
variable {α : Sort u} {motive : α → Sort v} (h : α → Nat)
  (F : (x : α) → ((y : α) → InvImage (fun a b : Nat => a < b) h y x → motive y) → motive x)
def fix.go : (fuel : Nat) → (x : α) → h x < fuel → motive x
  | .zero, x, hx => absurd hx (Nat.not_lt_zero _)
  | .succ fuel, x, hx => F x (fun y hy => fix.go fuel y (Nat.le_trans hy (Nat.le_of_lt_succ hx)))
def fix (x : α) : motive x := fix.go h F (Nat.succ (h x)) x (Nat.le_refl _)
theorem fix.go_congr (x : α) (fuel₁ : Nat) : ∀ (fuel₂ : Nat) (h₁ : h x < fuel₁) (h₂ : h x < fuel₂), fix.go h F fuel₁ x h₁ = fix.go h F fuel₂ x h₂ := by
  induction fuel₁ generalizing x with
  | zero => intro _ h₁; exact absurd h₁ (Nat.not_lt_zero _)
  | succ n ih =>
    intro fuel₂ h₁ h₂
    cases fuel₂ with
    | zero => exact absurd h₂ (Nat.not_lt_zero _)
    | succ m =>
      show F x _ = F x _
      exact congrArg (F x) (funext fun y => funext fun hy => ih y m _ _)
theorem fix_eq (x : α) : fix h F x = F x (fun y _ => fix h F y) := by
  show F x _ = F x _
  exact congrArg (F x) (funext fun y => funext fun hy => fix.go_congr h F y _ _ _ _)
end WellFounded.Nat
@[simp] theorem and_imp {a b c : Prop} : (a ∧ b → c) ↔ (a → b → c) := ⟨fun h ha hb => h ⟨ha, hb⟩, fun h ⟨ha, hb⟩ => h ha hb⟩
@[simp] theorem not_and {a b : Prop} : ¬(a ∧ b) ↔ (a → ¬b) := and_imp
@[simp] theorem exists_eq_left {α : Sort u} {p : α → Prop} {a' : α} : (∃ a, a = a' ∧ p a) ↔ p a' := ⟨fun ⟨_, e, h⟩ => e ▸ h, fun h => ⟨_, rfl, h⟩⟩
theorem not_or {p q : Prop} : ¬(p ∨ q) ↔ ¬p ∧ ¬q := ⟨fun h => ⟨fun hp => h (.inl hp), fun hq => h (.inr hq)⟩, fun ⟨a, b⟩ h => h.elim a b⟩
theorem eq_comm {α : Sort u} {a b : α} : a = b ↔ b = a := ⟨Eq.symm, Eq.symm⟩
theorem and_comm {a b : Prop} : a ∧ b ↔ b ∧ a := ⟨fun ⟨x, y⟩ => ⟨y, x⟩, fun ⟨x, y⟩ => ⟨y, x⟩⟩
theorem exists_congr {α : Sort u} {p q : α → Prop} (h : ∀ a, p a ↔ q a) : (∃ a, p a) ↔ ∃ a, q a := ⟨fun ⟨a, x⟩ => ⟨a, (h a).1 x⟩, fun ⟨a, x⟩ => ⟨a, (h a).2 x⟩⟩

namespace Prod
variable {α : Type u} {β : Type v}
inductive Lex (ra : α → α → Prop) (rb : β → β → Prop) : α × β → α × β → Prop where
  | left {a₁ : α} (b₁ : β) {a₂ : α} (b₂ : β) (h : ra a₁ a₂) : Lex ra rb (a₁, b₁) (a₂, b₂)
  | right (a : α) {b₁ b₂ : β} (h : rb b₁ b₂) : Lex ra rb (a, b₁) (a, b₂)
theorem lexAccessible {ra : α → α → Prop} {rb : β → β → Prop} {a : α} (aca : Acc ra a) (acb : ∀ b, Acc rb b) (b : β) : Acc (Lex ra rb) (a, b) := by
  induction aca generalizing b with
  | intro xa _ iha =>
    induction acb b with
    | intro xb _ ihb =>
      refine Acc.intro (xa, xb) (fun p lt => ?_)
      cases lt with
      | left b₁ _ h => exact iha _ h _
      | right _ h => exact ihb _ h
@[reducible] def lex (ha : WellFoundedRelation α) (hb : WellFoundedRelation β) : WellFoundedRelation (α × β) where
  rel := Lex ha.rel hb.rel
  wf := ⟨fun (a, b) => lexAccessible (WellFounded.apply ha.wf a) (WellFounded.apply hb.wf) b⟩
instance [ha : WellFoundedRelation α] [hb : WellFoundedRelation β] : WellFoundedRelation (α × β) := lex ha hb
end Prod

instance : @Trans Nat Nat Nat LE.le LE.le LE.le := ⟨Nat.le_trans⟩
instance : @Trans Nat Nat Nat LT.lt LT.lt LT.lt := ⟨Nat.lt_trans⟩
instance : @Trans Nat Nat Nat LT.lt LE.le LT.lt := ⟨Nat.le_trans⟩
instance : @Trans Nat Nat Nat LE.le LT.lt LT.lt := ⟨Nat.lt_of_le_of_lt⟩
@[simp] theorem not_exists {α : Sort u} {p : α → Prop} : (¬∃ x, p x) ↔ ∀ x, ¬p x := ⟨fun h x hx => h ⟨x, hx⟩, fun h ⟨x, hx⟩ => h x hx⟩
@[simp] theorem exists_false {α : Sort u} : ¬ (∃ _a : α, False) := fun ⟨_, h⟩ => h
@[simp] theorem forall_const_true {α : Sort u} : (α → True) = True := implies_true α
opaque Lean.opaqueId {α : Sort u} (x : α) : α := x
