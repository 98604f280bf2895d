prelude
import DeepTheory.Algebra.Nat.Basic
/-! # Lists: membership, maps, duplicates

What finite sets need of lists, in core Lean's names.

## Main definitions

* `List.Mem`, written `a ∈ l`; `List.map`, `List.filter`, `List.flatMap`, `List.foldr`, `List.rangeDown`,
* `List.Nodup`: no element occurs twice.

## Main statements

* `List.nodup_map`, `List.nodup_filter`, `List.nodup_append`, `List.nodup_flatMap`, `List.nodup_rangeDown`,
* `List.exists_append_of_mem`: a list that has `a` among its elements splits at `a`,
* `List.foldr_eq_of_same_mem`: two lists without duplicates and with the same elements have the same fold, if the order
  of the operations does not matter. This is what makes sums over finite sets well defined.
-/
set_option autoImplicit false
universe u v w

namespace List
variable {α : Type u} {β : Type v} {γ : Type w}

/-- `a` is an element of the list. -/
inductive Mem (a : α) : List α → Prop
  /-- `a` is the first element. -/
  | head (as : List α) : Mem a (a :: as)
  /-- `a` is an element of the tail. -/
  | tail (b : α) {as : List α} : Mem a as → Mem a (b :: as)

instance instMembership : Membership α (List α) := ⟨fun l a => Mem a l⟩

theorem mem_cons_self {a : α} {l : List α} : a ∈ a :: l := Mem.head l
theorem mem_cons_of_mem (b : α) {a : α} {l : List α} (h : a ∈ l) : a ∈ b :: l := Mem.tail b h
@[simp] theorem not_mem_nil {a : α} : ¬a ∈ ([] : List α) := fun h => nomatch h
@[simp] theorem mem_cons {a b : α} {l : List α} : a ∈ b :: l ↔ a = b ∨ a ∈ l :=
  ⟨fun h => by cases h with
    | head => exact .inl rfl
    | tail _ h => exact .inr h,
  fun h => h.elim (fun e => e ▸ mem_cons_self) (mem_cons_of_mem b)⟩
theorem mem_of_ne_of_mem {a b : α} {l : List α} (h : a ≠ b) (k : a ∈ b :: l) : a ∈ l :=
  (mem_cons.1 k).elim (fun e => absurd e h) id
@[simp] theorem mem_append {a : α} {l m : List α} : a ∈ l ++ m ↔ a ∈ l ∨ a ∈ m := by
  induction l with
  | nil => exact ⟨.inr, fun h => h.elim (fun h => absurd h not_mem_nil) id⟩
  | cons b l ih =>
    rw [cons_append, mem_cons, mem_cons, ih]
    exact ⟨fun h => h.elim (fun h => .inl (.inl h)) fun h => h.elim (fun h => .inl (.inr h)) .inr,
      fun h => h.elim (fun h => h.elim .inl fun h => .inr (.inl h)) fun h => .inr (.inr h)⟩

/-- Membership is decidable. -/
instance decidableMem [DecidableEq α] (a : α) : (l : List α) → Decidable (a ∈ l)
  | [] => isFalse not_mem_nil
  | b :: l => match decEq a b, decidableMem a l with
    | isTrue h, _ => isTrue (mem_cons.2 (.inl h))
    | isFalse _, isTrue k => isTrue (mem_cons.2 (.inr k))
    | isFalse h, isFalse k => isFalse fun m => (mem_cons.1 m).elim h k

/-- `∀ x ∈ l, p x` is decidable. -/
instance decidableBAll (p : α → Prop) [DecidablePred p] : (l : List α) → Decidable (∀ x, x ∈ l → p x)
  | [] => isTrue fun _ h => absurd h not_mem_nil
  | a :: l => match (inferInstance : Decidable (p a)), decidableBAll p l with
    | isTrue h, isTrue k => isTrue fun x m => (mem_cons.1 m).elim (fun e => e ▸ h) (k x)
    | isTrue _, isFalse k => isFalse fun f => k fun x m => f x (mem_cons_of_mem a m)
    | isFalse h, _ => isFalse fun f => h (f a mem_cons_self)

/-- `∃ x ∈ l, p x` is decidable. -/
instance decidableBEx (p : α → Prop) [DecidablePred p] : (l : List α) → Decidable (∃ x, x ∈ l ∧ p x)
  | [] => isFalse fun ⟨_, h, _⟩ => not_mem_nil h
  | a :: l => match (inferInstance : Decidable (p a)), decidableBEx p l with
    | isTrue h, _ => isTrue ⟨a, mem_cons_self, h⟩
    | isFalse _, isTrue k => isTrue (k.elim fun x h => ⟨x, mem_cons_of_mem a h.1, h.2⟩)
    | isFalse h, isFalse k => isFalse fun ⟨x, m, hx⟩ =>
        (mem_cons.1 m).elim (fun e => h (e ▸ hx)) fun m => k ⟨x, m, hx⟩

/-! ## Maps, filters, folds -/

/-- Applies `f` to every element. -/
def map (f : α → β) : List α → List β
  | [] => []
  | a :: l => f a :: map f l

/-- The elements that satisfy `p`. -/
def filter (p : α → Bool) : List α → List α
  | [] => []
  | a :: l => match p a with
    | true => a :: filter p l
    | false => filter p l

/-- The lists `f a`, one after the other. -/
def flatMap (l : List α) (f : α → List β) : List β := match l with
  | [] => []
  | a :: l => f a ++ flatMap l f

/-- Folds the list from the right. -/
def foldr (f : α → β → β) (b : β) : List α → β
  | [] => b
  | a :: l => f a (foldr f b l)

theorem mem_map {f : α → β} {l : List α} {b : β} : b ∈ l.map f ↔ ∃ a, a ∈ l ∧ f a = b := by
  induction l with
  | nil => exact ⟨fun h => absurd h not_mem_nil, fun ⟨_, h, _⟩ => absurd h not_mem_nil⟩
  | cons a l ih =>
    rw [map, mem_cons, ih]
    exact ⟨fun h => h.elim (fun e => ⟨a, mem_cons_self, e.symm⟩) fun ⟨x, h, e⟩ => ⟨x, mem_cons_of_mem a h, e⟩,
      fun ⟨x, h, e⟩ => (mem_cons.1 h).elim (fun k => .inl (k ▸ e.symm)) fun k => .inr ⟨x, k, e⟩⟩
theorem mem_map_of_mem {f : α → β} {l : List α} {a : α} (h : a ∈ l) : f a ∈ l.map f := mem_map.2 ⟨a, h, rfl⟩
theorem mem_filter {p : α → Bool} {l : List α} {a : α} : a ∈ l.filter p ↔ a ∈ l ∧ p a = true := by
  induction l with
  | nil => exact ⟨fun h => absurd h not_mem_nil, fun h => absurd h.1 not_mem_nil⟩
  | cons b l ih =>
    rw [filter]
    cases e : p b with
    | true =>
      show a ∈ b :: filter p l ↔ _
      rw [mem_cons, mem_cons, ih]
      exact ⟨fun h => h.elim (fun k => ⟨.inl k, k ▸ e⟩) fun k => ⟨.inr k.1, k.2⟩,
        fun h => h.1.elim .inl fun k => .inr ⟨k, h.2⟩⟩
    | false =>
      show a ∈ filter p l ↔ _
      rw [mem_cons, ih]
      exact ⟨fun h => ⟨.inr h.1, h.2⟩, fun h => h.1.elim
        (fun k => by rw [k, e] at h; exact Bool.noConfusion h.2) fun k => ⟨k, h.2⟩⟩
theorem mem_flatMap {f : α → List β} {l : List α} {b : β} : b ∈ l.flatMap f ↔ ∃ a, a ∈ l ∧ b ∈ f a := by
  induction l with
  | nil => exact ⟨fun h => absurd h not_mem_nil, fun ⟨_, h, _⟩ => absurd h not_mem_nil⟩
  | cons a l ih =>
    rw [flatMap, mem_append, ih]
    exact ⟨fun h => h.elim (fun h => ⟨a, mem_cons_self, h⟩) fun ⟨x, h, e⟩ => ⟨x, mem_cons_of_mem a h, e⟩,
      fun ⟨x, h, e⟩ => (mem_cons.1 h).elim (fun k => .inl (k ▸ e)) fun k => .inr ⟨x, k, e⟩⟩
theorem foldr_append (f : α → β → β) (b : β) (l m : List α) :
    (l ++ m).foldr f b = l.foldr f (m.foldr f b) := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [cons_append, foldr, ih, foldr]
theorem foldr_map (f : α → β) (g : β → γ → γ) (c : γ) (l : List α) :
    (l.map f).foldr g c = l.foldr (fun a c => g (f a) c) c := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [map, foldr, ih, foldr]
theorem foldr_congr {f g : α → β → β} {b : β} {l : List α} (h : ∀ a, a ∈ l → ∀ b, f a b = g a b) :
    l.foldr f b = l.foldr g b := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [foldr, foldr, ih fun x hx => h x (mem_cons_of_mem a hx), h a mem_cons_self]

/-! ## Lists without duplicates -/

/-- The relation `R` holds between every element and every later one. -/
inductive Pairwise (R : α → α → Prop) : List α → Prop
  /-- the empty list -/
  | nil : Pairwise R []
  /-- one more element -/
  | cons : ∀ {a : α} {l : List α}, (∀ a', a' ∈ l → R a a') → Pairwise R l → Pairwise R (a :: l)

/-- No element occurs twice. -/
def Nodup (l : List α) : Prop := Pairwise (fun a b => a ≠ b) l

@[simp] theorem nodup_nil : Nodup ([] : List α) := Pairwise.nil
@[simp] theorem nodup_cons {a : α} {l : List α} : Nodup (a :: l) ↔ ¬a ∈ l ∧ Nodup l :=
  ⟨fun h => by cases h with | cons h k => exact ⟨fun m => h a m rfl, k⟩,
    fun h => Pairwise.cons (fun b m e => h.1 (e ▸ m)) h.2⟩
theorem nodup_append {l m : List α} :
    Nodup (l ++ m) ↔ Nodup l ∧ Nodup m ∧ ∀ a, a ∈ l → ¬a ∈ m := by
  induction l with
  | nil => exact ⟨fun h => ⟨nodup_nil, h, fun _ k => absurd k not_mem_nil⟩, fun h => h.2.1⟩
  | cons b l ih =>
    rw [cons_append, nodup_cons, nodup_cons, ih, mem_append]
    exact ⟨fun ⟨h, k, l, m⟩ => ⟨⟨fun x => h (.inl x), k⟩, l, fun a x y =>
        (mem_cons.1 x).elim (fun e => h (.inr (e ▸ y))) fun x => m a x y⟩,
      fun ⟨⟨h, k⟩, l, m⟩ => ⟨fun x => x.elim h (m b mem_cons_self), k, l,
        fun a x => m a (mem_cons_of_mem b x)⟩⟩
theorem nodup_map {f : α → β} (hf : ∀ a b, f a = f b → a = b) {l : List α} (h : Nodup l) :
    Nodup (l.map f) := by
  induction l with
  | nil => exact nodup_nil
  | cons a l ih =>
    have h := nodup_cons.1 h
    refine nodup_cons.2 ⟨fun m => ?_, ih h.2⟩
    obtain ⟨b, hb, e⟩ := mem_map.1 m
    exact h.1 (hf _ _ e ▸ hb)
theorem nodup_filter (p : α → Bool) {l : List α} (h : Nodup l) : Nodup (l.filter p) := by
  induction l with
  | nil => exact nodup_nil
  | cons a l ih =>
    have h := nodup_cons.1 h
    rw [filter]
    cases p a with
    | true => exact nodup_cons.2 ⟨fun m => h.1 (mem_filter.1 m).1, ih h.2⟩
    | false => exact ih h.2
theorem nodup_flatMap {f : α → List β} {l : List α} (h : Nodup l) (hf : ∀ a, a ∈ l → Nodup (f a))
    (hd : ∀ a b x, x ∈ f a → x ∈ f b → a = b) : Nodup (l.flatMap f) := by
  induction l with
  | nil => exact nodup_nil
  | cons a l ih =>
    have h := nodup_cons.1 h
    refine nodup_append.2 ⟨hf a mem_cons_self, ih h.2 fun b m => hf b (mem_cons_of_mem a m), fun x hx m => ?_⟩
    obtain ⟨b, hb, e⟩ := mem_flatMap.1 m
    exact h.1 (hd a b x hx e ▸ hb)
theorem exists_append_of_mem {a : α} {l : List α} (h : a ∈ l) : ∃ s t, l = s ++ a :: t := by
  induction l with
  | nil => exact absurd h not_mem_nil
  | cons b l ih =>
    rcases mem_cons.1 h with rfl | h
    · exact ⟨[], l, rfl⟩
    · obtain ⟨s, t, e⟩ := ih h
      exact ⟨b :: s, t, by rw [e]; rfl⟩
/-- Lists without duplicates and with the same elements have the same fold, if the order does not matter. -/
theorem foldr_eq_of_same_mem {f : α → β → β} (hf : ∀ a b x, f a (f b x) = f b (f a x)) (b : β) :
    ∀ {l m : List α}, Nodup l → Nodup m → (∀ a, a ∈ l ↔ a ∈ m) → l.foldr f b = m.foldr f b := by
  intro l
  induction l with
  | nil =>
    intro m _ _ h
    cases m with
    | nil => rfl
    | cons a m => exact absurd ((h a).2 mem_cons_self) not_mem_nil
  | cons a l ih =>
    intro m hl hm h
    have hl := nodup_cons.1 hl
    obtain ⟨s, t, rfl⟩ := exists_append_of_mem ((h a).1 mem_cons_self)
    have hm := nodup_append.1 hm
    have ht := nodup_cons.1 hm.2.1
    have hs : ¬a ∈ s := fun k => hm.2.2 a k mem_cons_self
    have key : ∀ s : List α, (s ++ a :: t).foldr f b = f a ((s ++ t).foldr f b) := by
      intro s
      induction s with
      | nil => rfl
      | cons c s ih => rw [cons_append, foldr, ih, hf, cons_append, foldr]
    rw [key, foldr]
    refine congrArg (f a) (ih hl.2 (nodup_append.2 ⟨hm.1, ht.2, fun x k m => hm.2.2 x k (mem_cons_of_mem a m)⟩)
      fun x => ⟨fun k => ?_, fun k => ?_⟩)
    · have := mem_append.1 ((h x).1 (mem_cons_of_mem a k))
      refine mem_append.2 (this.elim .inl fun k' => .inr (mem_of_ne_of_mem ?_ k'))
      exact fun e => hl.1 (e ▸ k)
    · refine mem_of_ne_of_mem (fun e => ?_) ((h x).2 (mem_append.2 ((mem_append.1 k).elim .inl fun k =>
        .inr (mem_cons_of_mem a k))))
      exact (mem_append.1 k).elim (fun k => hs (e ▸ k)) fun k => ht.1 (e ▸ k)

/-! ## Ranges -/

/-- The natural numbers below `n`, in falling order. -/
def rangeDown : Nat → List Nat
  | 0 => []
  | n + 1 => n :: rangeDown n

@[simp] theorem mem_rangeDown {m n : Nat} : m ∈ rangeDown n ↔ m < n := by
  induction n with
  | zero => exact ⟨fun h => absurd h not_mem_nil, fun h => absurd h (Nat.not_lt_zero m)⟩
  | succ n ih =>
    rw [rangeDown, mem_cons, ih]
    exact ⟨fun h => h.elim (fun e => e ▸ Nat.le_refl _) fun h => Nat.le_step h,
      fun h => Nat.eq_or_lt_of_le (Nat.le_of_lt_succ h)⟩
theorem nodup_rangeDown (n : Nat) : Nodup (rangeDown n) := by
  induction n with
  | zero => exact nodup_nil
  | succ n ih => exact nodup_cons.2 ⟨fun h => Nat.lt_irrefl n (mem_rangeDown.1 h), ih⟩

end List
