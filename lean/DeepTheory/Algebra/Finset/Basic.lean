prelude
import DeepTheory.Algebra.List.Basic
/-! # Finite sets

A finite set is a list without duplicates, up to the relation "has the same elements". So a sum over
it is a fold of a list, which the kernel computes; and two finite sets are equal as soon as they
have the same elements (`Finset.ext`). The other choice, a decidable predicate on a finite type, has
no sets of natural numbers such as `Finset.range n` and visits the whole type for every sum.

## Main definitions

* `Finset`, `a ∈ s`, `∅`, `{a, b}`, `insert`, `s ∪ t`, `s ∩ t`, `s \ t`, `s ⊆ t`,
* `Finset.filter`, `Finset.image`, `Finset.map`, `Finset.product`, `Finset.range`, `Finset.erase`,
  `Finset.card`.

## Main statements

`Finset.ext`, the membership rule of each operation (`Finset.mem_filter`, ...), and induction
(`Finset.induction_on`).
-/
set_option autoImplicit false
universe u v w

/-- Two lists have the same elements. -/
def Finset.SameMem {α : Type u} (l m : {l : List α // l.Nodup}) : Prop := ∀ a, a ∈ l.val ↔ a ∈ m.val

/-- A finite set: a list without duplicates, up to order. -/
def Finset (α : Type u) : Type u := Quot (Finset.SameMem (α := α))

namespace Finset
variable {α : Type u} {β : Type v} {γ : Type w}

/-- The finite set of the elements of a list. -/
def mk (l : List α) (h : l.Nodup) : Finset α := Quot.mk _ ⟨l, h⟩

theorem ind {P : Finset α → Prop} (h : ∀ l k, P (mk l k)) (s : Finset α) : P s :=
  Quot.ind (fun l => h l.val l.property) s

/-- `a` is an element of `s`. -/
protected def Mem (s : Finset α) (a : α) : Prop :=
  Quot.lift (fun l => a ∈ l.val) (fun _ _ h => propext (h a)) s

instance instMembership : Membership α (Finset α) := ⟨Finset.Mem⟩

@[simp] theorem mem_mk {a : α} {l : List α} {h : l.Nodup} : a ∈ mk l h ↔ a ∈ l := Iff.rfl

/-- Finite sets with the same elements are equal. -/
@[ext] theorem ext {s t : Finset α} (h : ∀ a, a ∈ s ↔ a ∈ t) : s = t := by
  induction s using ind with | h l hl
  induction t using ind with | h m hm
  exact Quot.sound h

/-- A function of the list that depends on its elements only. -/
def lift {δ : Sort w} (f : (l : List α) → l.Nodup → δ)
    (h : ∀ l m hl hm, (∀ a, a ∈ l ↔ a ∈ m) → f l hl = f m hm) (s : Finset α) : δ :=
  Quot.lift (fun l => f l.val l.property) (fun l m k => h l.val m.val _ _ k) s

/-- Membership is decided by search. -/
instance decidableMem [DecidableEq α] (a : α) (s : Finset α) : Decidable (a ∈ s) :=
  decidable_of_iff (lift (fun l _ => decide (a ∈ l)) (fun l m _ _ h => by
    by_cases k : a ∈ l
    · rw [decide_eq_true k, decide_eq_true ((h a).1 k)]
    · rw [decide_eq_false k, decide_eq_false fun x => k ((h a).2 x)]) s = true) (by
    induction s using ind with | h l hl
    exact decide_eq_true_iff)

/-- `∀ x ∈ s, p x` is decided by search. -/
instance decidableBAll (p : α → Prop) [DecidablePred p] (s : Finset α) :
    Decidable (∀ x, x ∈ s → p x) :=
  decidable_of_iff (lift (fun l _ => decide (∀ x, x ∈ l → p x)) (fun l m _ _ h => by
    have e : (∀ x, x ∈ l → p x) = ∀ x, x ∈ m → p x :=
      propext ⟨fun k x hx => k x ((h x).2 hx), fun k x hx => k x ((h x).1 hx)⟩
    by_cases k : ∀ x, x ∈ l → p x
    · rw [decide_eq_true k, decide_eq_true (e ▸ k)]
    · rw [decide_eq_false k, decide_eq_false (e ▸ k)]) s = true) (by
    induction s using ind with | h l hl
    exact decide_eq_true_iff)

/-- `∃ x ∈ s, p x` is decided by search. -/
instance decidableBEx (p : α → Prop) [DecidablePred p] (s : Finset α) :
    Decidable (∃ x, x ∈ s ∧ p x) :=
  decidable_of_iff (lift (fun l _ => decide (∃ x, x ∈ l ∧ p x)) (fun l m _ _ h => by
    have e : (∃ x, x ∈ l ∧ p x) = ∃ x, x ∈ m ∧ p x :=
      propext ⟨fun ⟨x, hx⟩ => ⟨x, (h x).1 hx.1, hx.2⟩, fun ⟨x, hx⟩ => ⟨x, (h x).2 hx.1, hx.2⟩⟩
    by_cases k : ∃ x, x ∈ l ∧ p x
    · rw [decide_eq_true k, decide_eq_true (e ▸ k)]
    · rw [decide_eq_false k, decide_eq_false (e ▸ k)]) s = true) (by
    induction s using ind with | h l hl
    exact decide_eq_true_iff)

instance instHasSubset : HasSubset (Finset α) := ⟨fun s t => ∀ a, a ∈ s → a ∈ t⟩
instance decidableSubset [DecidableEq α] (s t : Finset α) : Decidable (s ⊆ t) :=
  decidableBAll (fun a => a ∈ t) s

theorem subset_iff {s t : Finset α} : s ⊆ t ↔ ∀ a, a ∈ s → a ∈ t := Iff.rfl
theorem Subset.refl (s : Finset α) : s ⊆ s := fun _ h => h
theorem Subset.trans {s t r : Finset α} (h : s ⊆ t) (k : t ⊆ r) : s ⊆ r := fun a m => k a (h a m)
theorem Subset.antisymm {s t : Finset α} (h : s ⊆ t) (k : t ⊆ s) : s = t := ext fun a => ⟨h a, k a⟩

/-- Equality is decided by comparing elements. -/
instance decidableEq [DecidableEq α] : DecidableEq (Finset α) := fun s t =>
  decidable_of_iff (s ⊆ t ∧ t ⊆ s) ⟨fun h => Subset.antisymm h.1 h.2, fun h => h ▸ ⟨Subset.refl s,
    Subset.refl s⟩⟩

/-! ## Construction -/

instance instEmptyCollection : EmptyCollection (Finset α) := ⟨mk [] List.nodup_nil⟩
instance instInhabited : Inhabited (Finset α) := ⟨∅⟩
instance instSingleton : Singleton α (Finset α) :=
  ⟨fun a => mk [a] (List.nodup_cons.2 ⟨List.not_mem_nil, List.nodup_nil⟩)⟩

@[simp] theorem notMem_empty (a : α) : ¬a ∈ (∅ : Finset α) := fun h => List.not_mem_nil (mem_mk.1 h)
@[simp] theorem mem_singleton {a b : α} : a ∈ ({b} : Finset α) ↔ a = b := by
  show a ∈ [b] ↔ a = b
  rw [List.mem_cons]
  exact ⟨fun h => h.elim id fun h => absurd h List.not_mem_nil, .inl⟩
theorem eq_empty_of_forall_notMem {s : Finset α} (h : ∀ a, ¬a ∈ s) : s = ∅ :=
  ext fun a => ⟨fun k => absurd k (h a), fun k => absurd k (notMem_empty a)⟩

/-- The elements of `s` that satisfy `p`. -/
def filter (p : α → Prop) [DecidablePred p] (s : Finset α) : Finset α :=
  lift (fun l h => mk (l.filter fun a => decide (p a)) (List.nodup_filter _ h)) (fun l m _ _ h =>
    ext fun a => by
    rw [mem_mk, mem_mk, List.mem_filter, List.mem_filter, h a]) s

@[simp] theorem mem_filter {p : α → Prop} [DecidablePred p] {s : Finset α} {a : α} :
    a ∈ s.filter p ↔ a ∈ s ∧ p a := by
  induction s using ind with | h l hl
  exact List.mem_filter.trans (and_congr_right fun _ => decide_eq_true_iff)
theorem filter_subset (p : α → Prop) [DecidablePred p] (s : Finset α) : s.filter p ⊆ s :=
  fun _ h => (mem_filter.1 h).1
theorem filter_congr {p q : α → Prop} [DecidablePred p] [DecidablePred q] {s : Finset α}
    (h : ∀ x, x ∈ s → (p x ↔ q x)) : s.filter p = s.filter q :=
  ext fun a => by
    rw [mem_filter, mem_filter]; exact and_congr_right fun k => h a k

/-- The image of a finite set under an injective function. -/
def map (f : α → β) (hf : ∀ a b, f a = f b → a = b) (s : Finset α) : Finset β :=
  lift (fun l h => mk (l.map f) (List.nodup_map hf h)) (fun l m _ _ h => ext fun b => by
    rw [mem_mk, mem_mk, List.mem_map, List.mem_map]
    exact exists_congr fun a => and_congr_left fun _ => h a) s

@[simp] theorem mem_map {f : α → β} {hf : ∀ a b, f a = f b → a = b} {s : Finset α} {b : β} :
    b ∈ s.map f hf ↔ ∃ a, a ∈ s ∧ f a = b := by
  induction s using ind with | h l hl
  exact List.mem_map

/-- The pairs of an element of `s` and an element of `t`, written `s ×ˢ t`. -/
def product (s : Finset α) (t : Finset β) : Finset (α × β) :=
  lift (fun l hl => lift (fun m hm => mk (l.flatMap fun a => m.map (Prod.mk a))
      (List.nodup_flatMap hl (fun a _ => List.nodup_map (fun _ _ e => (Prod.mk.inj e).2) hm)
        fun a b x hx hy => by
        obtain ⟨_, _, rfl⟩ := List.mem_map.1 hx
        obtain ⟨_, _, e⟩ := List.mem_map.1 hy
        exact (Prod.mk.inj e).1.symm))
    (fun m m' _ _ h => ext fun x => by
      rw [mem_mk, mem_mk, List.mem_flatMap, List.mem_flatMap]
      refine exists_congr fun a => and_congr_right fun _ => ?_
      rw [List.mem_map, List.mem_map]
      exact exists_congr fun b => and_congr_left fun _ => h b) t)
    (fun l l' _ _ h => by
      induction t using ind with | h m hm
      exact ext fun x => by
        show x ∈ l.flatMap _ ↔ x ∈ l'.flatMap _
        rw [List.mem_flatMap, List.mem_flatMap]
        exact exists_congr fun a => and_congr_left fun _ => h a) s

@[inherit_doc] infixr:82 " ×ˢ " => Finset.product

@[simp] theorem mem_product {s : Finset α} {t : Finset β} {x : α × β} :
    x ∈ s ×ˢ t ↔ x.1 ∈ s ∧ x.2 ∈ t := by
  induction s using ind with | h l hl
  induction t using ind with | h m hm
  show x ∈ l.flatMap _ ↔ x.1 ∈ l ∧ x.2 ∈ m
  rw [List.mem_flatMap]
  refine ⟨fun ⟨a, ha, hx⟩ => ?_, fun h => ⟨x.1, h.1, List.mem_map.2 ⟨x.2, h.2, rfl⟩⟩⟩
  obtain ⟨b, hb, rfl⟩ := List.mem_map.1 hx
  exact ⟨ha, hb⟩

/-- The natural numbers below `n`. -/
def range (n : Nat) : Finset Nat := mk (List.rangeDown n) (List.nodup_rangeDown n)

@[simp] theorem mem_range {m n : Nat} : m ∈ range n ↔ m < n := List.mem_rangeDown
@[simp] theorem range_zero : range 0 = ∅ := rfl

section DecidableEq
variable [DecidableEq α]

/-- `s` together with the element `a`. -/
protected def insert (a : α) (s : Finset α) : Finset α :=
  lift (fun l h => if k : a ∈ l then mk l h else mk (a :: l) (List.nodup_cons.2 ⟨k, h⟩))
    (fun l m hl hm h => by
    by_cases k : a ∈ l
    · rw [dif_pos k, dif_pos ((h a).1 k)]; exact Quot.sound h
    · rw [dif_neg k, dif_neg fun x => k ((h a).2 x)]
      exact ext fun b => by
        rw [mem_mk, mem_mk, List.mem_cons, List.mem_cons, h b]) s

instance instInsert : Insert α (Finset α) := ⟨Finset.insert⟩

@[simp] theorem mem_insert {a b : α} {s : Finset α} : a ∈ insert b s ↔ a = b ∨ a ∈ s := by
  induction s using ind with | h l hl
  show a ∈ (if k : b ∈ l then mk l hl else mk (b :: l) (List.nodup_cons.2 ⟨k, hl⟩)) ↔ a = b ∨ a ∈ l
  by_cases k : b ∈ l
  · rw [dif_pos k]
    exact ⟨.inr, fun h => h.elim (fun e => e ▸ k) id⟩
  · rw [dif_neg k]
    exact List.mem_cons
theorem mem_insert_self (a : α) (s : Finset α) : a ∈ insert a s := mem_insert.2 (.inl rfl)
theorem mem_insert_of_mem {a b : α} {s : Finset α} (h : a ∈ s) :
    a ∈ insert b s := mem_insert.2 (.inr h)
theorem mk_cons {a : α} {l : List α} (h : (a :: l).Nodup) :
    mk (a :: l) h = insert a (mk l (List.nodup_cons.1 h).2) :=
  ext fun b => by rw [mem_insert, mem_mk, mem_mk, List.mem_cons]
theorem insert_eq_of_mem {a : α} {s : Finset α} (h : a ∈ s) : insert a s = s :=
  ext fun b => by
    rw [mem_insert]; exact ⟨fun k => k.elim (fun e => e ▸ h) id, .inr⟩
theorem range_succ (n : Nat) : range (n + 1) = insert n (range n) :=
    mk_cons (List.nodup_rangeDown (n + 1))

/-- Induction over finite sets. -/
theorem induction_on {P : Finset α → Prop} (s : Finset α) (empty : P ∅)
    (insert : ∀ a s, ¬a ∈ s → P s → P (insert a s)) : P s := by
  induction s using ind with | h l hl
  induction l with
  | nil => exact empty
  | cons a l ih =>
    rw [mk_cons hl]
    exact insert a _ (List.nodup_cons.1 hl).1 (ih _)

instance instUnion : Union (Finset α) := ⟨fun s t =>
  lift (fun l hl => lift (fun m hm => mk (l ++ m.filter fun a => !decide (a ∈ l))
      (List.nodup_append.2 ⟨hl, List.nodup_filter _ hm, fun a h k => by
        have := (List.mem_filter.1 k).2
        rw [decide_eq_true h] at this
        exact Bool.noConfusion this⟩))
    (fun m m' _ _ h => ext fun x => by
      rw [mem_mk, mem_mk, List.mem_append, List.mem_append, List.mem_filter, List.mem_filter,
        h x]) t)
    (fun l l' _ _ h => by
      induction t using ind with | h m hm
      exact ext fun x => by
        show x ∈ l ++ _ ↔ x ∈ l' ++ _
        rw [List.mem_append, List.mem_append, List.mem_filter, List.mem_filter]
        have e : decide (x ∈ l) = decide (x ∈ l') := by
          by_cases k : x ∈ l
          · rw [decide_eq_true k, decide_eq_true ((h x).1 k)]
          · rw [decide_eq_false k, decide_eq_false fun y => k ((h x).2 y)]
        rw [e, h x]) s⟩
instance instInter : Inter (Finset α) := ⟨fun s t => s.filter fun a => a ∈ t⟩
instance instSDiff : SDiff (Finset α) := ⟨fun s t => s.filter fun a => ¬a ∈ t⟩

@[simp] theorem mem_union {a : α} {s t : Finset α} : a ∈ s ∪ t ↔ a ∈ s ∨ a ∈ t := by
  induction s using ind with | h l hl
  induction t using ind with | h m hm
  show a ∈ l ++ _ ↔ a ∈ l ∨ a ∈ m
  rw [List.mem_append, List.mem_filter]
  refine ⟨fun h => h.elim .inl fun h => .inr h.1, fun h => ?_⟩
  by_cases k : a ∈ l
  · exact .inl k
  · exact .inr ⟨h.elim (fun x => absurd x k) id, by rw [decide_eq_false k]; rfl⟩
@[simp] theorem mem_inter {a : α} {s t : Finset α} : a ∈ s ∩ t ↔ a ∈ s ∧ a ∈ t := mem_filter
@[simp] theorem mem_sdiff {a : α} {s t : Finset α} : a ∈ s \ t ↔ a ∈ s ∧ ¬a ∈ t := mem_filter

/-- `s` without `a`. -/
def erase (s : Finset α) (a : α) : Finset α := s.filter fun b => b ≠ a

@[simp] theorem mem_erase {a b : α} {s : Finset α} : a ∈ s.erase b ↔ a ≠ b ∧ a ∈ s :=
  mem_filter.trans and_comm
theorem insert_erase {a : α} {s : Finset α} (h : a ∈ s) : insert a (s.erase a) = s := by
  refine ext fun b => ?_
  rw [mem_insert, mem_erase]
  by_cases k : b = a
  · exact ⟨fun _ => k ▸ h, fun _ => .inl k⟩
  · exact ⟨fun x => x.elim (fun e => absurd e k) fun x => x.2, fun x => .inr ⟨k, x⟩⟩

end DecidableEq

/-- The image of a finite set. -/
def image [DecidableEq β] (f : α → β) (s : Finset α) : Finset β :=
  lift (fun l _ => l.foldr (fun a t => insert (f a) t) ∅) (fun l m _ _ h => ext fun b => by
    have key : ∀ l : List α, b ∈ l.foldr (fun a t => insert (f a) t) (∅ : Finset β) ↔ ∃ a,
      a ∈ l ∧ f a = b := by
      intro l
      rw [← List.mem_map]
      induction l with
      | nil => exact ⟨fun h => absurd h (notMem_empty b), fun h => absurd h List.not_mem_nil⟩
      | cons a l ih =>
        rw [List.foldr, mem_insert, ih, List.map, List.mem_cons]
    rw [key, key]
    exact exists_congr fun a => and_congr_left fun _ => h a) s

@[simp] theorem mem_image [DecidableEq β] {f : α → β} {s : Finset α} {b : β} :
    b ∈ s.image f ↔ ∃ a, a ∈ s ∧ f a = b := by
  induction s using ind with | h l hl
  rw [show (∃ a, a ∈ mk l hl ∧ f a = b) ↔ ∃ a, a ∈ l ∧ f a = b from Iff.rfl, ← List.mem_map]
  show b ∈ l.foldr (fun a t => insert (f a) t) (∅ : Finset β) ↔ _
  clear hl
  induction l with
  | nil => exact ⟨fun h => absurd h (notMem_empty b), fun h => absurd h List.not_mem_nil⟩
  | cons a l ih =>
    rw [List.foldr, mem_insert, ih, List.map, List.mem_cons]

/-! ## Number of elements -/

/-- The number of elements. -/
def card (s : Finset α) : Nat :=
  lift (fun l _ => l.foldr (fun _ n => n + 1) 0)
    (fun _ _ hl hm h => List.foldr_eq_of_same_mem (fun _ _ _ => rfl) 0 hl hm h) s

@[simp] theorem card_empty : (∅ : Finset α).card = 0 := rfl
@[simp] theorem card_singleton (a : α) : ({a} : Finset α).card = 1 := rfl
@[simp] theorem card_range (n : Nat) : (range n).card = n := by
  show (List.rangeDown n).foldr (fun _ n => n + 1) 0 = n
  induction n with
  | zero => rfl
  | succ n ih => rw [List.rangeDown, List.foldr, ih]
@[simp] theorem card_map {f : α → β} (hf : ∀ a b, f a = f b → a = b) (s : Finset α) :
    (s.map f hf).card = s.card := by
  induction s using ind with | h l hl
  exact List.foldr_map
theorem card_insert_of_notMem [DecidableEq α] {a : α} {s : Finset α} (h : ¬a ∈ s) :
    (insert a s).card = s.card + 1 := by
  induction s using ind with | h l hl
  have h : ¬a ∈ l := h
  show card (if k : a ∈ l then mk l hl else mk (a :: l) (List.nodup_cons.2 ⟨k, hl⟩)) = _
  rw [dif_neg h]; rfl
theorem card_eq_zero {s : Finset α} : s.card = 0 ↔ s = ∅ := by
  induction s using ind with | h l hl
  cases l with
  | nil => exact ⟨fun _ => rfl, fun _ => rfl⟩
  | cons a l => exact ⟨fun h => Nat.noConfusion h, fun h =>
      absurd (show a ∈ (∅ : Finset α) from h ▸ (List.mem_cons_self : a ∈ a :: l)) (notMem_empty a)⟩
theorem card_pos {s : Finset α} : 0 < s.card ↔ ∃ a, a ∈ s := by
  induction s using ind with | h l hl
  cases l with
  | nil => exact ⟨fun h => absurd h (Nat.lt_irrefl 0), fun ⟨a, h⟩ => absurd h (notMem_empty a)⟩
  | cons a l => exact ⟨fun _ => ⟨a, List.mem_cons_self⟩, fun _ => Nat.zero_lt_succ _⟩

end Finset
