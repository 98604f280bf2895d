prelude
import DeepTheory.Core.Fin
/-!
# Options

## Main definitions

* `Option.isSome`, `Option.isNone`, `Option.get`, `Option.elim`, `Option.filter`
  (`Option.map`, `Option.bind`, `Option.getD` are in `DeepTheory.Core.Monad.Instances`)

## Main statements

* `Option.map_some`, `Option.bind_some`, `Option.map_eq_some_iff`, `Option.some_inj`
-/
set_option autoImplicit false
universe u v w

namespace Option
variable {α : Type u} {β : Type v} {γ : Type w}

/-- Is there a value? -/
def isSome : Option α → Bool
  | some _ => true
  | none => false

/-- Is there no value? -/
def isNone : Option α → Bool
  | some _ => false
  | none => true

/-- The value, if there is one. -/
def get : (o : Option α) → isSome o = true → α
  | some x, _ => x

/-- Case distinction. -/
protected def elim : Option α → β → (α → β) → β
  | some x, _, f => f x
  | none, y, _ => y

/-- The value, if it passes the test. -/
protected def filter (p : α → Bool) : Option α → Option α
  | some a => if p a then some a else none
  | none => none

@[ext] protected theorem ext : {o₁ o₂ : Option α} →
    (∀ a, o₁ = some a ↔ o₂ = some a) → o₁ = o₂
  | none, none, _ => rfl
  | some _, _, h => ((h _).1 rfl).symm
  | _, some _, h => (h _).2 rfl

theorem some_inj {a b : α} : some a = some b ↔ a = b := iff_of_eq (Option.some.injEq a b)

@[simp] theorem some_ne_none (x : α) : some x ≠ none := fun h => nomatch h

theorem ne_none_iff_exists {o : Option α} : o ≠ none ↔ ∃ x, some x = o := by
  cases o with
  | none => exact ⟨fun h => absurd rfl h, fun ⟨_, h⟩ => absurd h (some_ne_none _)⟩
  | some x => exact ⟨fun _ => ⟨x, rfl⟩, fun _ => some_ne_none x⟩

@[simp] theorem isSome_none : (none : Option α).isSome = false := rfl
@[simp] theorem isSome_some {a : α} : (some a).isSome = true := rfl
@[simp] theorem isNone_none : (none : Option α).isNone = true := rfl
@[simp] theorem isNone_some {a : α} : (some a).isNone = false := rfl

theorem isSome_iff_exists {x : Option α} : x.isSome = true ↔ ∃ a, x = some a := by
  cases x with
  | none => exact ⟨(nomatch ·), fun ⟨_, h⟩ => nomatch h⟩
  | some x => exact ⟨fun _ => ⟨x, rfl⟩, fun _ => rfl⟩

@[simp] theorem get_some (x : α) (h : (some x).isSome = true) : (some x).get h = x := rfl
@[simp] theorem some_get : {x : Option α} → (h : x.isSome = true) → some (x.get h) = x
  | some _, _ => rfl

@[simp] theorem getD_none {a : α} : getD none a = a := rfl
@[simp] theorem getD_some {a b : α} : getD (some a) b = a := rfl
@[simp] theorem elim_none (x : β) (f : α → β) : none.elim x f = x := rfl
@[simp] theorem elim_some (x : β) (f : α → β) (a : α) : (some a).elim x f = f a := rfl

@[simp] theorem map_none (f : α → β) : Option.map f none = none := rfl
@[simp] theorem map_some (f : α → β) (a : α) : Option.map f (some a) = some (f a) := rfl

@[simp] theorem map_id (x : Option α) : Option.map id x = x := by cases x <;> rfl

@[simp] theorem map_map (h : β → γ) (g : α → β) (x : Option α) :
    (x.map g).map h = x.map (h ∘ g) := by cases x <;> rfl

@[simp] theorem map_eq_some_iff {b : β} {x : Option α} {f : α → β} :
    x.map f = some b ↔ ∃ a, x = some a ∧ f a = b := by
  cases x <;> simp

@[simp] theorem map_eq_none_iff {x : Option α} {f : α → β} : x.map f = none ↔ x = none := by
  cases x <;> simp

@[simp] theorem bind_none (f : α → Option β) : Option.bind none f = none := rfl
@[simp] theorem bind_some (a : α) (f : α → Option β) : Option.bind (some a) f = f a := rfl

@[simp] theorem bind_eq_some_iff {b : β} {x : Option α} {f : α → Option β} :
    x.bind f = some b ↔ ∃ a, x = some a ∧ f a = some b := by
  cases x <;> simp

theorem bind_assoc (x : Option α) (f : α → Option β) (g : β → Option γ) :
    (x.bind f).bind g = x.bind fun y => (f y).bind g := by cases x <;> rfl

end Option

namespace List
variable {α : Type u} {β : Type v}

@[simp] theorem head?_nil : ([] : List α).head? = none := rfl
@[simp] theorem head?_cons {a : α} {l : List α} : (a :: l).head? = some a := rfl
@[simp] theorem tail_nil : ([] : List α).tail = [] := rfl
@[simp] theorem tail_cons {a : α} {l : List α} : (a :: l).tail = l := rfl

@[simp] theorem mem_filterMap {f : α → Option β} {l : List α} {b : β} :
    b ∈ filterMap f l ↔ ∃ a, a ∈ l ∧ f a = some b := by
  induction l with
  | nil => simp [filterMap]
  | cons a l ih =>
    rw [filterMap]
    cases h : f a with
    | none =>
      show b ∈ filterMap f l ↔ _
      rw [ih]
      refine ⟨fun ⟨x, hx, e⟩ => ⟨x, mem_cons_of_mem a hx, e⟩, fun ⟨x, hx, e⟩ => ?_⟩
      have hne : x ≠ a := fun k => by rw [k, h] at e; exact nomatch e
      exact ⟨x, mem_of_ne_of_mem hne hx, e⟩
    | some c =>
      show b ∈ c :: filterMap f l ↔ _
      rw [mem_cons, ih]
      exact ⟨fun k => k.elim (fun e => ⟨a, mem_cons_self, e ▸ h⟩)
          fun ⟨x, hx, e⟩ => ⟨x, mem_cons_of_mem a hx, e⟩,
        fun ⟨x, hx, e⟩ => (mem_cons.1 hx).elim
          (fun k => Or.inl (by rw [k, h] at e; exact (Option.some.inj e).symm))
          fun hx => Or.inr ⟨x, hx, e⟩⟩

end List
