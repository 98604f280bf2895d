prelude
import DeepTheory.Algebra.Nat.Basic
/-! # Lists without duplicates

What finite sets need of lists beyond `DeepTheory.Core.List`.

## Main definitions

* `List.rangeDown`: the numbers below `n`, in falling order.

## Main statements

* `List.nodup_map`, `List.nodup_filter`, `List.nodup_append`, `List.nodup_flatMap`,
  `List.nodup_rangeDown`,
* `List.exists_append_of_mem`: a list that has `a` among its elements splits at `a`,
* `List.foldr_eq_of_same_mem`: two lists without duplicates and with the same elements have the same
  fold, if the order of the operations does not matter. This is what makes sums over finite sets
  well defined.
-/
set_option autoImplicit false
universe u v w

namespace List
variable {α : Type u} {β : Type v} {γ : Type w}

/-! ## Lists without duplicates -/

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
    refine nodup_append.2 ⟨hf a mem_cons_self, ih h.2 fun b m => hf b (mem_cons_of_mem a m),
      fun x hx m => ?_⟩
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
/-- Lists without duplicates and with the same elements have the same fold, if the order does not
matter. -/
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
    refine congrArg (f a) (ih hl.2 (nodup_append.2 ⟨hm.1, ht.2,
      fun x k m => hm.2.2 x k (mem_cons_of_mem a m)⟩)
      fun x => ⟨fun k => ?_, fun k => ?_⟩)
    · have := mem_append.1 ((h x).1 (mem_cons_of_mem a k))
      refine mem_append.2 (this.elim .inl fun k' => .inr (mem_of_ne_of_mem ?_ k'))
      exact fun e => hl.1 (e ▸ k)
    · refine mem_of_ne_of_mem (fun e => ?_) ((h x).2 (mem_append.2 ((mem_append.1 k).elim .inl
        fun k =>
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
