prelude
import DeepTheory.Algebra.Finset.Basic
/-! # Finite types

A finite type carries the list of its elements and the decision procedure of equality, as data: sums
over it, and statements about all of its elements, are computed.

## Main definitions

* `Fintype α`, `Finset.univ : Finset α`, `Fintype.card α`,
* instances for `Fin n`, `Bool`, `Unit`, `Empty`, `Option`, pairs, disjoint unions, functions and
  subtypes,
* `Equiv α β`, written `α ≃ β`: bijections with their inverse.

## Main statements

* `∀ x, p x` and `∃ x, p x` are decidable over a finite type if `p` is,
* `Fintype.ofEquiv`, `Fintype.card_congr`.

## Notes

Functions `(a : α) → β a` are listed by recursion over the list of `α`: a function on the elements
of a list is a choice for the first one and a function on the others. Functions from a finite type
have decidable equality.
-/
set_option autoImplicit false
universe u v w

/-- A type with finitely many elements, all listed, once each. -/
class Fintype (α : Type u) where
  /-- equality is decidable -/
  decEq : DecidableEq α
  /-- the list of all elements -/
  elems : List α
  /-- no element is listed twice -/
  nodup : elems.Nodup
  /-- every element is listed -/
  complete : ∀ a, a ∈ elems

namespace Fintype
variable {α : Type u} {β : Type v}

instance (priority := 50) instDecidableEq [Fintype α] : DecidableEq α := Fintype.decEq

end Fintype

/-- All elements of a finite type. -/
def Finset.univ {α : Type u} [Fintype α] : Finset α := Finset.mk Fintype.elems Fintype.nodup

@[simp] theorem Finset.mem_univ {α : Type u} [Fintype α] (a : α) : a ∈ (Finset.univ : Finset α) :=
  Fintype.complete a
theorem Finset.eq_univ_iff_forall {α : Type u} [Fintype α] {s : Finset α} : s = univ ↔ ∀ a, a ∈ s :=
  ⟨fun h a => h ▸ mem_univ a, fun h => ext fun a => ⟨fun _ => mem_univ a, fun _ => h a⟩⟩

namespace Fintype
variable {α : Type u} {β : Type v}

/-- The number of elements of a finite type. -/
def card (α : Type u) [Fintype α] : Nat := (Finset.univ : Finset α).card

/-- A statement about all elements of a finite type is decided by search. -/
instance decidableForallFintype [Fintype α] {p : α → Prop} [DecidablePred p] :
    Decidable (∀ a, p a) :=
  decidable_of_iff (∀ a, a ∈ (elems : List α) → p a) ⟨fun h a => h a (complete a), fun h a _ => h a⟩

/-- Existence in a finite type is decided by search. -/
instance decidableExistsFintype [Fintype α] {p : α → Prop} [DecidablePred p] :
    Decidable (∃ a, p a) :=
  decidable_of_iff (∃ a, a ∈ (elems : List α) ∧ p a)
    ⟨fun ⟨a, h⟩ => ⟨a, h.2⟩, fun ⟨a, h⟩ => ⟨a, complete a, h⟩⟩

/-! ## Instances -/

instance instUnit : Fintype Unit where
  decEq _ _ := isTrue rfl
  elems := [()]
  nodup := List.nodup_cons.2 ⟨List.not_mem_nil, List.nodup_nil⟩
  complete _ := List.mem_cons_self

instance instEmpty : Fintype Empty where
  decEq a := nomatch a
  elems := []
  nodup := List.nodup_nil
  complete a := nomatch a

instance instBool : Fintype Bool where
  decEq := instDecidableEqBool
  elems := [false, true]
  nodup := List.nodup_cons.2 ⟨fun h => Bool.noConfusion ((List.mem_cons.1 h).elim id fun h =>
    absurd h List.not_mem_nil),
    List.nodup_cons.2 ⟨List.not_mem_nil, List.nodup_nil⟩⟩
  complete b := match b with
    | false => List.mem_cons_self
    | true => List.mem_cons_of_mem _ List.mem_cons_self

/-- The elements of `Fin n` with value less than `m`. -/
def finBelow {n : Nat} : (m : Nat) → m ≤ n → List (Fin n)
  | 0, _ => []
  | m + 1, h => ⟨m, h⟩ :: finBelow m (Nat.le_trans (Nat.le_succ m) h)

theorem mem_finBelow {n : Nat} {i : Fin n} : ∀ {m : Nat}
    {h : m ≤ n}, i ∈ finBelow m h ↔ i.val < m := by
  intro m
  induction m with
  | zero =>
    intro h
    exact ⟨fun k => absurd k List.not_mem_nil, fun k => absurd k (Nat.not_lt_zero _)⟩
  | succ m ih =>
    intro h
    rw [finBelow, List.mem_cons, ih]
    exact ⟨fun k => k.elim (fun e => e ▸ Nat.le_refl _) fun k => Nat.le_step k,
      fun k => (Nat.eq_or_lt_of_le (Nat.le_of_lt_succ k)).elim (fun e =>
        .inl (Fin.eq_of_val_eq e)) .inr⟩

instance instFin (n : Nat) : Fintype (Fin n) where
  decEq := instDecidableEqFin n
  elems := finBelow n (Nat.le_refl n)
  nodup := by
    have : ∀ (m : Nat) (h : m ≤ n), (finBelow m h).Nodup := by
      intro m
      induction m with
      | zero => intro h; exact List.nodup_nil
      | succ m ih =>
        intro h
        exact List.nodup_cons.2 ⟨fun k => Nat.lt_irrefl m (mem_finBelow.1 k), ih _⟩
    exact this n _
  complete i := mem_finBelow.2 i.isLt

instance instOption [Fintype α] : Fintype (Option α) where
  decEq := instDecidableEqOption
  elems := none :: (elems : List α).map some
  nodup := List.nodup_cons.2 ⟨fun h => by
      obtain ⟨_, _, e⟩ := List.mem_map.1 h
      exact (nomatch e), List.nodup_map (fun _ _ => Option.some.inj) nodup⟩
  complete a := match a with
    | none => List.mem_cons_self
    | some a => List.mem_cons_of_mem _ (List.mem_map_of_mem (complete a))

instance instProd [Fintype α] [Fintype β] : Fintype (α × β) where
  decEq := instDecidableEqProd
  elems := (elems : List α).flatMap fun a => (elems : List β).map (Prod.mk a)
  nodup := List.nodup_flatMap nodup (fun _ _ => List.nodup_map (fun _ _ e =>
    (Prod.mk.inj e).2) nodup)
    fun a b x hx hy => by
      obtain ⟨_, _, rfl⟩ := List.mem_map.1 hx
      obtain ⟨_, _, e⟩ := List.mem_map.1 hy
      exact (Prod.mk.inj e).1.symm
  complete x := List.mem_flatMap.2 ⟨x.1, complete x.1, List.mem_map_of_mem (complete x.2)⟩

instance instSum [Fintype α] [Fintype β] : Fintype (α ⊕ β) where
  decEq := instDecidableEqSum
  elems := (elems : List α).map Sum.inl ++ (elems : List β).map Sum.inr
  nodup := List.nodup_append.2 ⟨List.nodup_map (fun _ _ => Sum.inl.inj) nodup,
    List.nodup_map (fun _ _ => Sum.inr.inj) nodup, fun x hx hy => by
      obtain ⟨_, _, rfl⟩ := List.mem_map.1 hx
      obtain ⟨_, _, e⟩ := List.mem_map.1 hy
      exact (nomatch e)⟩
  complete x := match x with
    | .inl a => List.mem_append.2 (.inl (List.mem_map_of_mem (complete a)))
    | .inr b => List.mem_append.2 (.inr (List.mem_map_of_mem (complete b)))

/-- The list of the elements that satisfy `p`, with the proof that they do. -/
def subtypeList (p : α → Prop) [DecidablePred p] : List α → List {a // p a}
  | [] => []
  | a :: l => if h : p a then ⟨a, h⟩ :: subtypeList p l else subtypeList p l

theorem mem_subtypeList {p : α → Prop} [DecidablePred p] {l : List α} {x : {a // p a}} :
    x ∈ subtypeList p l ↔ x.val ∈ l := by
  induction l with
  | nil => exact ⟨fun h => absurd h List.not_mem_nil, fun h => absurd h List.not_mem_nil⟩
  | cons a l ih =>
    rw [subtypeList, List.mem_cons]
    by_cases h : p a
    · rw [dif_pos h, List.mem_cons, ih]
      exact ⟨fun k => k.elim (fun e => .inl (congrArg Subtype.val e)) .inr,
        fun k => k.elim (fun e => .inl (Subtype.eq e)) .inr⟩
    · rw [dif_neg h, ih]
      exact ⟨.inr, fun k => k.elim (fun e => absurd (e ▸ x.property) h) id⟩

instance instSubtype [Fintype α] (p : α → Prop) [DecidablePred p] : Fintype {a // p a} where
  decEq := Subtype.instDecidableEq
  elems := subtypeList p elems
  nodup := by
    have : ∀ l : List α, l.Nodup → (subtypeList p l).Nodup := by
      intro l
      induction l with
      | nil => intro _; exact List.nodup_nil
      | cons a l ih =>
        intro h
        have h := List.nodup_cons.1 h
        rw [subtypeList]
        by_cases k : p a
        · rw [dif_pos k]; exact List.nodup_cons.2 ⟨fun m => h.1 (mem_subtypeList.1 m), ih h.2⟩
        · rw [dif_neg k]; exact ih h.2
    exact this _ nodup
  complete x := mem_subtypeList.2 (complete x.val)

/-! ## Functions -/

section Pi
variable {π : α → Type v} [DecidableEq α]

/-- The function on `a :: l` that takes `a` to `b` and agrees with `f` elsewhere. -/
def piCons {a : α} {l : List α} (b : π a) (f : (x : α) → x ∈ l → π x) (x : α) (h : x ∈ a :: l) :
    π x :=
  if e : x = a then e ▸ b else f x (List.mem_of_ne_of_mem e h)

theorem piCons_self {a : α} {l : List α} (b : π a) (f : (x : α) → x ∈ l → π x) (h : a ∈ a :: l) :
    piCons b f a h = b := dif_pos rfl
theorem piCons_of_ne {a x : α} {l : List α} (b : π a) (f : (x : α) → x ∈ l → π x) (h : x ∈ a :: l)
    (e : x ≠ a) :
    piCons b f x h = f x (List.mem_of_ne_of_mem e h) := dif_neg e

theorem piCons_inj {a : α} {l : List α} (h : ¬a ∈ l) {b b' : π a} {f f' : (x : α) → x ∈ l → π x}
    (e : (piCons b f : (x : α) → x ∈ a :: l → π x) = piCons b' f') : b = b' ∧ f = f' := by
  refine ⟨?_, ?_⟩
  · have := congrFun (congrFun e a) List.mem_cons_self
    rwa [piCons_self, piCons_self] at this
  · funext x hx
    have := congrFun (congrFun e x) (List.mem_cons_of_mem a hx)
    have ne : x ≠ a := fun e => h (e ▸ hx)
    rwa [piCons_of_ne _ _ _ ne, piCons_of_ne _ _ _ ne] at this

variable [(a : α) → Fintype (π a)]

/-- All functions on the elements of a list. -/
def piList : (l : List α) → List ((x : α) → x ∈ l → π x)
  | [] => [fun _ h => absurd h List.not_mem_nil]
  | a :: l => (elems : List (π a)).flatMap fun b => (piList l).map fun f => piCons b f

theorem nodup_piList {l : List α} (h : l.Nodup) : (piList (π := π) l).Nodup := by
  induction l with
  | nil => exact List.nodup_cons.2 ⟨List.not_mem_nil, List.nodup_nil⟩
  | cons a l ih =>
    have h := List.nodup_cons.1 h
    refine List.nodup_flatMap nodup
      (fun b _ => List.nodup_map (fun f f' e => (piCons_inj h.1 e).2) (ih h.2)) fun b b' x hx hy =>
        ?_
    obtain ⟨f, _, rfl⟩ := List.mem_map.1 hx
    obtain ⟨f', _, e⟩ := List.mem_map.1 hy
    exact (piCons_inj h.1 e).1.symm

theorem mem_piList {l : List α} (f : (x : α) → x ∈ l → π x) : f ∈ piList l := by
  induction l with
  | nil =>
    have : f = fun _ h => absurd h List.not_mem_nil := by
      funext x hx; exact absurd hx List.not_mem_nil
    rw [this]; exact List.mem_cons_self
  | cons a l ih =>
    refine List.mem_flatMap.2 ⟨f a List.mem_cons_self, complete _,
      List.mem_map.2 ⟨fun x hx => f x (List.mem_cons_of_mem a hx), ih _, ?_⟩⟩
    funext x hx
    by_cases e : x = a
    · subst e; exact piCons_self _ _ _
    · exact piCons_of_ne _ _ _ e

end Pi

/-- Equality of functions from a finite type is decided by comparing values. -/
instance decidableEqPi [Fintype α] {π : α → Type v} [(a : α) → DecidableEq (π a)] :
    DecidableEq ((a : α) → π a) := fun f g =>
  decidable_of_iff (∀ a, f a = g a) ⟨funext, fun h _ => h ▸ rfl⟩

instance instPi [Fintype α] {π : α → Type v} [(a : α) → Fintype (π a)] :
    Fintype ((a : α) → π a) where
  decEq := decidableEqPi
  elems := (piList (π := π) (elems : List α)).map fun f a => f a (complete a)
  nodup := List.nodup_map (fun f g e => by
    funext x hx; exact congrFun e x) (nodup_piList nodup)
  complete f := List.mem_map.2 ⟨fun x _ => f x, mem_piList _, rfl⟩

end Fintype

/-! ## Bijections -/

/-- A bijection with its inverse, written `α ≃ β`. -/
structure Equiv (α : Sort u) (β : Sort v) where
  /-- the map -/
  toFun : α → β
  /-- its inverse -/
  invFun : β → α
  /-- the inverse undoes the map -/
  left_inv : ∀ a, invFun (toFun a) = a
  /-- the map undoes the inverse -/
  right_inv : ∀ b, toFun (invFun b) = b

@[inherit_doc] infixl:25 " ≃ " => Equiv

namespace Equiv
variable {α : Sort u} {β : Sort v} {γ : Sort w}

instance instCoeFun : CoeFun (α ≃ β) fun _ => α → β := ⟨toFun⟩

/-- The identity. -/
protected def refl (α : Sort u) : α ≃ α := ⟨id, id, fun _ => rfl, fun _ => rfl⟩
/-- The inverse bijection. -/
protected def symm (e : α ≃ β) : β ≃ α := ⟨e.invFun, e.toFun, e.right_inv, e.left_inv⟩
/-- One bijection after another. -/
protected def trans (e : α ≃ β) (f : β ≃ γ) : α ≃ γ :=
  ⟨fun a => f (e a), fun c => e.invFun (f.invFun c), fun a => by rw [f.left_inv, e.left_inv],
    fun c => by rw [e.right_inv, f.right_inv]⟩

@[simp] theorem symm_apply_apply (e : α ≃ β) (a : α) : e.symm (e a) = a := e.left_inv a
@[simp] theorem apply_symm_apply (e : α ≃ β) (b : β) : e (e.symm b) = b := e.right_inv b
theorem injective (e : α ≃ β) (a b : α) (h : e a = e b) : a = b := by
  rw [← e.symm_apply_apply a, h, e.symm_apply_apply]

/-- The bijection of an involution. -/
def ofInvolutive (f : α → α) (h : ∀ a, f (f a) = a) : α ≃ α := ⟨f, f, h, h⟩

end Equiv

/-- A type in bijection with a finite type is finite. -/
@[reducible] def Fintype.ofEquiv {α : Type u} {β : Type v} [Fintype α] (e : α ≃ β) : Fintype β where
  decEq a b := decidable_of_iff (e.symm a = e.symm b) ⟨e.symm.injective a b, fun h => h ▸ rfl⟩
  elems := (Fintype.elems : List α).map e
  nodup := List.nodup_map e.injective Fintype.nodup
  complete b := List.mem_map.2 ⟨e.symm b, Fintype.complete _, e.apply_symm_apply b⟩

@[simp] theorem Fintype.card_bool : Fintype.card Bool = 2 := rfl
@[simp] theorem Fintype.card_unit : Fintype.card Unit = 1 := rfl
@[simp] theorem Fintype.card_fin (n : Nat) : Fintype.card (Fin n) = n := by
  have : ∀ (m : Nat) (h : m ≤ n), (finBelow (n := n) m h).foldr (fun _ n => n + 1) 0 = m := by
    intro m
    induction m with
    | zero => intro h; rfl
    | succ m ih => intro h; rw [finBelow, List.foldr, ih]
  exact this n _
