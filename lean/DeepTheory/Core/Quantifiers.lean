prelude
import DeepTheory.Core.Quotient
/-!
# Quantifiers

Simplification rules for `∀` and `∃`: how they meet the connectives, equations and each other.

## Main statements

* `forall_and`, `exists_or`, `not_exists`, `exists_prop`, `exists_and_left`, `exists_comm`
* `exists_eq_left`, `forall_eq`: an equation eliminates the quantifier
* `forall_congr'`, `exists_congr`
* `Exists.imp`; `Exists.choose` is in `DeepTheory.Core.Classical`
-/
set_option autoImplicit false
universe u v w

section
variable {α : Sort u} {β : Sort v} {p q : α → Prop} {a' : α} {b : Prop}

/-! ## Congruence -/

theorem forall_congr' (h : ∀ a, p a ↔ q a) : (∀ a, p a) ↔ ∀ a, q a :=
  ⟨fun H a => (h a).1 (H a), fun H a => (h a).2 (H a)⟩

theorem exists_congr (h : ∀ a, p a ↔ q a) : (∃ a, p a) ↔ ∃ a, q a :=
  ⟨fun ⟨a, x⟩ => ⟨a, (h a).1 x⟩, fun ⟨a, x⟩ => ⟨a, (h a).2 x⟩⟩

theorem exists_congr' (h : ∀ a, p a = q a) : (∃ a, p a) = ∃ a, q a :=
  propext (exists_congr fun a => iff_of_eq (h a))

theorem Exists.imp (h : ∀ a, p a → q a) : (∃ a, p a) → ∃ a, q a := fun ⟨a, hp⟩ => ⟨a, h a hp⟩

theorem Exists.imp' {q : β → Prop} (f : α → β) (hpq : ∀ a, p a → q (f a)) :
    (∃ a, p a) → ∃ b, q b := fun ⟨_, hp⟩ => ⟨_, hpq _ hp⟩

theorem forall_imp (h : ∀ a, p a → q a) : (∀ a, p a) → ∀ a, q a := fun h' a => h a (h' a)

@[congr] theorem exists_prop_congr {p p' : Prop} {q q' : p → Prop} (h : ∀ h, q h ↔ q' h)
    (hp : p ↔ p') : (∃ h : p, q h) ↔ ∃ h : p', q' (hp.2 h) :=
  ⟨fun ⟨hp', hq⟩ => ⟨hp.1 hp', (h _).1 hq⟩, fun ⟨hp', hq⟩ => ⟨hp.2 hp', (h _).2 hq⟩⟩

/-! ## Negation -/

@[simp] theorem not_exists : (¬∃ x, p x) ↔ ∀ x, ¬p x :=
  ⟨fun h x hx => h ⟨x, hx⟩, fun h ⟨x, hx⟩ => h x hx⟩

theorem forall_not_of_not_exists (h : ¬∃ x, p x) : ∀ x, ¬p x := not_exists.1 h

theorem not_exists_of_forall_not (h : ∀ x, ¬p x) : ¬∃ x, p x := not_exists.2 h

theorem not_forall_of_exists_not : (∃ x, ¬p x) → ¬∀ x, p x := fun ⟨x, hn⟩ h => hn (h x)

/-! ## Connectives -/

theorem exists_imp : ((∃ x, p x) → b) ↔ ∀ x, p x → b :=
  ⟨fun h x hx => h ⟨x, hx⟩, fun h ⟨x, hx⟩ => h x hx⟩

theorem forall_and : (∀ x, p x ∧ q x) ↔ (∀ x, p x) ∧ (∀ x, q x) :=
  ⟨fun h => ⟨fun x => (h x).1, fun x => (h x).2⟩, fun h x => ⟨h.1 x, h.2 x⟩⟩

theorem exists_or : (∃ x, p x ∨ q x) ↔ (∃ x, p x) ∨ ∃ x, q x :=
  ⟨fun ⟨x, h⟩ => h.elim (fun h => Or.inl ⟨x, h⟩) (fun h => Or.inr ⟨x, h⟩),
    fun h => h.elim (fun ⟨x, h⟩ => ⟨x, Or.inl h⟩) (fun ⟨x, h⟩ => ⟨x, Or.inr h⟩)⟩

@[simp] theorem exists_and_left : (∃ x, b ∧ p x) ↔ b ∧ (∃ x, p x) :=
  ⟨fun ⟨x, hb, hx⟩ => ⟨hb, x, hx⟩, fun ⟨hb, x, hx⟩ => ⟨x, hb, hx⟩⟩

@[simp] theorem exists_and_right : (∃ x, p x ∧ b) ↔ (∃ x, p x) ∧ b :=
  ⟨fun ⟨x, hx, hb⟩ => ⟨⟨x, hx⟩, hb⟩, fun ⟨⟨x, hx⟩, hb⟩ => ⟨x, hx, hb⟩⟩

@[simp] theorem exists_prop {a : Prop} : (∃ _h : a, b) ↔ a ∧ b :=
  ⟨fun ⟨ha, hb⟩ => ⟨ha, hb⟩, fun ⟨ha, hb⟩ => ⟨ha, hb⟩⟩

@[simp] theorem exists_false : ¬(∃ _a : α, False) := fun ⟨_, h⟩ => h

@[simp] theorem exists_const [h : Nonempty α] : (∃ _x : α, b) ↔ b :=
  ⟨fun ⟨_, hb⟩ => hb, fun hb => h.elim fun a => ⟨a, hb⟩⟩

@[simp] theorem forall_const [h : Nonempty α] : (α → b) ↔ b :=
  ⟨fun hb => h.elim hb, fun hb _ => hb⟩

theorem forall_prop_of_true {p : Prop} {q : p → Prop} (h : p) : (∀ h' : p, q h') ↔ q h :=
  ⟨fun H => H h, fun hq _ => hq⟩

theorem forall_prop_of_false {p : Prop} {q : p → Prop} (hn : ¬p) :
    (∀ h' : p, q h') ↔ True :=
  iff_true_intro fun h => absurd h hn

theorem exists_prop_of_true {p : Prop} {q : p → Prop} (h : p) : (∃ h' : p, q h') ↔ q h :=
  ⟨fun ⟨_, hq⟩ => hq, fun hq => ⟨h, hq⟩⟩

@[simp] theorem forall_false (p : False → Prop) : (∀ h : False, p h) = True :=
  eq_true fun h => h.elim

@[simp] theorem forall_true_left {p : True → Prop} : (∀ h : True, p h) ↔ p True.intro :=
  forall_prop_of_true True.intro

@[simp] theorem exists_true_left {p : True → Prop} : (∃ h : True, p h) ↔ p True.intro :=
  exists_prop_of_true True.intro

@[simp] theorem exists_false_left (p : False → Prop) : ¬∃ h : False, p h := fun ⟨h, _⟩ => h

/-! ## Equations -/

@[simp] theorem forall_eq : (∀ a, a = a' → p a) ↔ p a' := ⟨fun h => h _ rfl, fun h _ e => e ▸ h⟩

@[simp] theorem forall_eq' : (∀ a, a' = a → p a) ↔ p a' :=
  ⟨fun h => h _ rfl, fun h _ e => e ▸ h⟩

@[simp] theorem exists_eq : ∃ a, a = a' := ⟨_, rfl⟩

@[simp] theorem exists_eq' : ∃ a, a' = a := ⟨_, rfl⟩

@[simp] theorem exists_eq_left : (∃ a, a = a' ∧ p a) ↔ p a' :=
  ⟨fun ⟨_, e, h⟩ => e ▸ h, fun h => ⟨_, rfl, h⟩⟩

@[simp] theorem exists_eq_right : (∃ a, p a ∧ a = a') ↔ p a' :=
  ⟨fun ⟨_, h, e⟩ => e ▸ h, fun h => ⟨_, h, rfl⟩⟩

@[simp] theorem exists_eq_left' : (∃ a, a' = a ∧ p a) ↔ p a' :=
  ⟨fun ⟨_, e, h⟩ => e ▸ h, fun h => ⟨_, rfl, h⟩⟩

@[simp] theorem exists_eq_right' : (∃ a, p a ∧ a' = a) ↔ p a' :=
  ⟨fun ⟨_, h, e⟩ => e ▸ h, fun h => ⟨_, h, rfl⟩⟩

@[simp] theorem forall_eq_or_imp : (∀ a, a = a' ∨ q a → p a) ↔ p a' ∧ ∀ a, q a → p a :=
  ⟨fun h => ⟨h _ (Or.inl rfl), fun a hq => h a (Or.inr hq)⟩,
    fun h a hq => hq.elim (fun e => e ▸ h.1) (h.2 a)⟩

@[simp] theorem exists_eq_or_imp : (∃ a, (a = a' ∨ q a) ∧ p a) ↔ p a' ∨ ∃ a, q a ∧ p a :=
  ⟨fun ⟨a, hq, hp⟩ => hq.elim (fun e => Or.inl (e ▸ hp)) fun hq => Or.inr ⟨a, hq, hp⟩,
    fun h => h.elim (fun hp => ⟨_, Or.inl rfl, hp⟩) fun ⟨a, hq, hp⟩ => ⟨a, Or.inr hq, hp⟩⟩

@[simp] theorem forall_apply_eq_imp_iff {f : α → β} {p : β → Prop} :
    (∀ b a, f a = b → p b) ↔ ∀ a, p (f a) :=
  ⟨fun h a => h _ a rfl, fun h _ a e => e ▸ h a⟩

@[simp] theorem forall_eq_apply_imp_iff {f : α → β} {p : β → Prop} :
    (∀ b a, b = f a → p b) ↔ ∀ a, p (f a) :=
  ⟨fun h a => h _ a rfl, fun h _ a e => e ▸ h a⟩

theorem forall_imp_iff_exists_imp {p : α → Prop} : (∀ x, p x → b) ↔ ((∃ x, p x) → b) :=
  exists_imp.symm

/-! ## Several quantifiers -/

theorem forall_comm {p : α → β → Prop} : (∀ a b, p a b) ↔ (∀ b a, p a b) :=
  ⟨fun h b a => h a b, fun h a b => h b a⟩

theorem exists_comm {p : α → β → Prop} : (∃ a b, p a b) ↔ (∃ b a, p a b) :=
  ⟨fun ⟨a, b, h⟩ => ⟨b, a, h⟩, fun ⟨b, a, h⟩ => ⟨a, b, h⟩⟩

end
