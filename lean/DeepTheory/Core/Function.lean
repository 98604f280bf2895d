prelude
import DeepTheory.Core.Classical
/-!
# Injective, surjective and bijective functions

The notions of Mathlib, by the same names, with the few statements that counting arguments need.

## Main definitions

* `Function.Injective`, `Function.Surjective`, `Function.Bijective`
* `Function.LeftInverse`, `Function.RightInverse`, `Function.update`
-/
set_option autoImplicit false
universe u v w

@[simp] theorem id_eq {α : Sort u} (a : α) : id a = a := rfl

namespace Function
variable {α : Sort u} {β : Sort v} {φ : Sort w}

@[simp] theorem const_apply {y : β} {x : α} : const α y x = y := rfl

@[simp] theorem comp_apply {f : β → φ} {g : α → β} {x : α} : comp f g x = f (g x) := rfl

theorem comp_def (f : β → φ) (g : α → β) : f ∘ g = fun x => f (g x) := rfl

@[simp] theorem comp_id (f : α → β) : f ∘ id = f := rfl

@[simp] theorem id_comp (f : α → β) : id ∘ f = f := rfl

/-- Different arguments have different values. -/
def Injective (f : α → β) : Prop := ∀ ⦃a₁ a₂⦄, f a₁ = f a₂ → a₁ = a₂

/-- Every element is a value. -/
def Surjective (f : α → β) : Prop := ∀ b, ∃ a, f a = b

/-- Injective and surjective. -/
def Bijective (f : α → β) : Prop := Injective f ∧ Surjective f

/-- `g` undoes `f`. -/
def LeftInverse (g : β → α) (f : α → β) : Prop := ∀ x, g (f x) = x

/-- `f` undoes `g`. -/
def RightInverse (g : β → α) (f : α → β) : Prop := LeftInverse f g

theorem injective_id : Injective (@id α) := fun _ _ h => h

theorem surjective_id : Surjective (@id α) := fun a => ⟨a, rfl⟩

theorem Injective.eq_iff {f : α → β} (hf : Injective f) {a b : α} : f a = f b ↔ a = b :=
  ⟨@hf a b, congrArg f⟩

theorem Injective.ne {f : α → β} (hf : Injective f) {a b : α} (h : a ≠ b) : f a ≠ f b :=
  mt (@hf a b) h

theorem Injective.ne_iff {f : α → β} (hf : Injective f) {a b : α} : f a ≠ f b ↔ a ≠ b :=
  not_congr hf.eq_iff

theorem Injective.comp {g : β → φ} {f : α → β} (hg : Injective g) (hf : Injective f) :
    Injective (g ∘ f) :=
  fun _ _ h => hf (hg h)

theorem Injective.of_comp {g : β → φ} {f : α → β} (h : Injective (g ∘ f)) : Injective f :=
  fun _ _ e => h (congrArg g e)

theorem Surjective.comp {g : β → φ} {f : α → β} (hg : Surjective g) (hf : Surjective f) :
    Surjective (g ∘ f) := fun c =>
  let ⟨b, hb⟩ := hg c
  let ⟨a, ha⟩ := hf b
  ⟨a, (congrArg g ha).trans hb⟩

theorem Surjective.of_comp {g : β → φ} {f : α → β} (h : Surjective (g ∘ f)) : Surjective g :=
  fun c => let ⟨a, ha⟩ := h c; ⟨f a, ha⟩

theorem Surjective.forall {f : α → β} (hf : Surjective f) {p : β → Prop} :
    (∀ y, p y) ↔ ∀ x, p (f x) :=
  ⟨fun h _ => h _, fun h y => let ⟨x, hx⟩ := hf y; hx ▸ h x⟩

theorem Surjective.exists {f : α → β} (hf : Surjective f) {p : β → Prop} :
    (∃ y, p y) ↔ ∃ x, p (f x) :=
  ⟨fun ⟨y, h⟩ => let ⟨x, hx⟩ := hf y; ⟨x, hx ▸ h⟩, fun ⟨_, h⟩ => ⟨_, h⟩⟩

theorem Bijective.injective {f : α → β} (hf : Bijective f) : Injective f := hf.1

theorem Bijective.surjective {f : α → β} (hf : Bijective f) : Surjective f := hf.2

theorem Bijective.comp {g : β → φ} {f : α → β} (hg : Bijective g) (hf : Bijective f) :
    Bijective (g ∘ f) :=
  ⟨hg.1.comp hf.1, hg.2.comp hf.2⟩

theorem LeftInverse.injective {g : β → α} {f : α → β} (h : LeftInverse g f) : Injective f :=
  fun a b e => (h a).symm.trans ((congrArg g e).trans (h b))

theorem LeftInverse.surjective {g : β → α} {f : α → β} (h : LeftInverse g f) : Surjective g :=
  fun a => ⟨f a, h a⟩

theorem RightInverse.surjective {g : β → α} {f : α → β} (h : RightInverse g f) :
    Surjective f := fun b => ⟨g b, h b⟩

/-- A right inverse of a surjective function, by choice. -/
noncomputable def surjInv {f : α → β} (h : Surjective f) (b : β) : α := Classical.choose (h b)

theorem surjInv_eq {f : α → β} (h : Surjective f) (b : β) : f (surjInv h b) = b :=
  Classical.choose_spec (h b)

theorem rightInverse_surjInv {f : α → β} (h : Surjective f) : RightInverse (surjInv h) f :=
  surjInv_eq h

section update
variable {γ : α → Sort v} [DecidableEq α]

/-- The function with another value at one place. -/
def update (f : (a : α) → γ a) (a' : α) (v : γ a') (a : α) : γ a :=
  if h : a = a' then h.symm ▸ v else f a

@[simp] theorem update_self (a : α) (v : γ a) (f : (a : α) → γ a) : update f a v a = v :=
  dif_pos rfl

@[simp] theorem update_of_ne {a a' : α} (h : a ≠ a') (v : γ a') (f : (a : α) → γ a) :
    update f a' v a = f a :=
  dif_neg h

@[simp] theorem update_eq_self (a : α) (f : (a : α) → γ a) : update f a (f a) = f := by
  funext b
  by_cases h : b = a
  · subst h; rw [update_self]
  · rw [update_of_ne h]

end update
end Function
