prelude
import DeepTheory.Algebra.BigOperators.Defs
/-! # Sums over finite sets in a commutative monoid

## Main statements

* building sums (`sum_insert`, `sum_union`, `sum_product`, `sum_range_succ`), `sum_congr`,
* `sum_add_distrib`, `sum_comm`, `sum_filter`, `sum_ite_eq`, `sum_eq_single`,
* reindexing: `sum_bij`, `sum_nbij'`, `sum_image`, `Equiv.sum_comp`, and sums grouped by the values
  of a map (`sum_fiberwise`).
-/
set_option autoImplicit false
universe u v w

namespace List
variable {α : Type u} {β : Type v} {M : Type w} [AddCommMonoid M]

theorem foldSum_append (f : α → M) (l m : List α) :
    (l ++ m).foldSum f = l.foldSum f + m.foldSum f := by
  induction l with
  | nil => exact (zero_add _).symm
  | cons a l ih =>
    show f a + (l ++ m).foldSum f = f a + l.foldSum f + _
    rw [ih, add_assoc]
theorem foldSum_map (g : α → β) (f : β → M) (l : List α) :
    (l.map g).foldSum f = l.foldSum fun a => f (g a) :=
  foldr_map
theorem foldSum_congr {f g : α → M} {l : List α} (h : ∀ a, a ∈ l → f a = g a) :
    l.foldSum f = l.foldSum g :=
  foldr_congr fun a m b => by rw [h a m]
theorem foldSum_flatMap (g : α → List β) (f : β → M) (l : List α) :
    (l.flatMap g).foldSum f = l.foldSum fun a => (g a).foldSum f := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    show (g a ++ l.flatMap g).foldSum f = (g a).foldSum f + l.foldSum _
    rw [foldSum_append, ih]
theorem foldSum_zero (l : List α) : (l.foldSum fun _ => (0 : M)) = 0 := by
  induction l with
  | nil => rfl
  | cons a l ih => exact (zero_add _).trans ih
theorem foldSum_distrib (f g : α → M) (l : List α) :
    (l.foldSum fun a => f a + g a) = l.foldSum f + l.foldSum g := by
  induction l with
  | nil => exact (add_zero _).symm
  | cons a l ih =>
    show f a + g a + l.foldSum _ = f a + l.foldSum f + (g a + l.foldSum g)
    rw [ih, add_add_add_comm]
theorem foldSum_comm (f : α → β → M) (l : List α) (m : List β) :
    (l.foldSum fun a => m.foldSum fun b => f a b) = m.foldSum fun b => l.foldSum fun a => f a b :=
      by
  induction l with
  | nil => exact (foldSum_zero m).symm
  | cons a l ih =>
    show (m.foldSum fun b => f a b) + (l.foldSum fun a => m.foldSum fun b => f a b) = _
    rw [ih, ← foldSum_distrib]; rfl
theorem foldSum_filter (p : α → Bool) (f : α → M) (l : List α) :
    (l.filter p).foldSum f = l.foldSum fun a => if p a = true then f a else 0 := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    show (filter p (a :: l)).foldSum f = (if p a = true then f a else 0) + l.foldSum _
    rw [← ih, filter]
    cases p a with
    | true => rw [if_pos rfl]; rfl
    | false => rw [if_neg (fun h => Bool.noConfusion h), zero_add]

end List

namespace Finset
variable {α : Type u} {β : Type v} {M : Type w} [AddCommMonoid M]

theorem sum_mk (l : List α) (h : l.Nodup) (f : α → M) : (mk l h).sum f = l.foldSum f := rfl
@[simp] theorem sum_empty (f : α → M) : ∑ x ∈ (∅ : Finset α), f x = 0 := rfl
@[simp] theorem sum_singleton (f : α → M) (a : α) :
    ∑ x ∈ ({a} : Finset α), f x = f a := add_zero (f a)
theorem sum_congr {s t : Finset α} {f g : α → M} (h : s = t) (k : ∀ x, x ∈ t → f x = g x) :
    s.sum f = t.sum g := by
  subst h
  induction s using ind with | h l hl
  exact List.foldSum_congr k
@[simp] theorem sum_const_zero (s : Finset α) : ∑ _x ∈ s, (0 : M) = 0 := by
  induction s using ind with | h l hl
  exact List.foldSum_zero l
theorem sum_eq_zero {s : Finset α} {f : α → M} (h : ∀ x, x ∈ s → f x = 0) : ∑ x ∈ s, f x = 0 :=
  (sum_congr rfl h).trans (sum_const_zero s)
/-- The sum of a termwise sum. -/
theorem sum_add_distrib (s : Finset α) (f g : α → M) :
    ∑ x ∈ s, (f x + g x) = (∑ x ∈ s, f x) + ∑ x ∈ s, g x := by
  induction s using ind with | h l hl
  exact List.foldSum_distrib f g l
/-- The order of two sums does not matter. -/
theorem sum_comm (s : Finset α) (t : Finset β) (f : α → β → M) :
    ∑ x ∈ s, ∑ y ∈ t, f x y = ∑ y ∈ t, ∑ x ∈ s, f x y := by
  induction s using ind with | h l hl
  induction t using ind with | h m hm
  exact List.foldSum_comm f l m
/-- A sum over pairs is a double sum. -/
theorem sum_product (s : Finset α) (t : Finset β) (f : α × β → M) :
    ∑ p ∈ s ×ˢ t, f p = ∑ x ∈ s, ∑ y ∈ t, f (x, y) := by
  induction s using ind with | h l hl
  induction t using ind with | h m hm
  show (l.flatMap fun a => m.map (Prod.mk a)).foldSum f = _
  rw [List.foldSum_flatMap]
  exact List.foldSum_congr fun a _ => List.foldSum_map _ f m
@[simp] theorem sum_map {f : α → β} (hf : ∀ a b, f a = f b → a = b) (s : Finset α) (g : β → M) :
    ∑ y ∈ s.map f hf, g y = ∑ x ∈ s, g (f x) := by
  induction s using ind with | h l hl
  exact List.foldSum_map f g l
theorem sum_filter (s : Finset α) (p : α → Prop) [DecidablePred p] (f : α → M) :
    ∑ x ∈ s.filter p, f x = ∑ x ∈ s, if p x then f x else 0 := by
  induction s using ind with | h l hl
  refine (List.foldSum_filter _ f l).trans (List.foldSum_congr fun a _ => ?_)
  by_cases h : p a
  · rw [if_pos (decide_eq_true h), if_pos h]
  · rw [if_neg h, if_neg]; rw [decide_eq_false h]; exact fun h => Bool.noConfusion h
/-- Splits a sum by a condition. -/
theorem sum_filter_add_sum_filter_not (s : Finset α) (p : α → Prop) [DecidablePred p] (f : α → M) :
    (∑ x ∈ s.filter p, f x) + (∑ x ∈ s.filter fun x => ¬p x, f x) = ∑ x ∈ s, f x := by
  rw [sum_filter, sum_filter, ← sum_add_distrib]
  refine sum_congr rfl fun x _ => ?_
  by_cases h : p x
  · rw [if_pos h, if_neg (not_not_intro h), add_zero]
  · rw [if_neg h, if_pos h, zero_add]
theorem sum_range_zero (f : Nat → M) : ∑ i < 0, f i = 0 := rfl
theorem sum_range_succ (f : Nat → M) (n : Nat) : ∑ i < n + 1, f i = (∑ i < n, f i) + f n :=
  add_comm (f n) _
theorem sum_range_one (f : Nat → M) : ∑ i < 1, f i = f 0 := add_zero (f 0)
theorem sum_range_succ' (f : Nat → M) (n : Nat) :
    ∑ i < n + 1, f i = (∑ i < n, f (i + 1)) + f 0 := by
  induction n with
  | zero => rw [sum_range_succ, sum_range_zero, sum_range_zero]
  | succ n ih => rw [sum_range_succ, ih, sum_range_succ _ n, add_assoc, add_assoc, add_comm (f 0)]
theorem sum_range_add (f : Nat → M) (m n : Nat) :
    ∑ i < m + n, f i = (∑ i < m, f i) + ∑ i < n, f (m + i) := by
  induction n with
  | zero => exact (add_zero _).symm
  | succ n ih => rw [← Nat.add_assoc, sum_range_succ, ih, sum_range_succ, add_assoc]
/-- The sum from the other end. -/
theorem sum_range_reflect (f : Nat → M) (n : Nat) : ∑ i < n, f (n - 1 - i) = ∑ i < n, f i := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [sum_range_succ', sum_range_succ f]
    refine congr (congrArg _ (Eq.trans (sum_congr rfl fun i hi => ?_) ih)) rfl
    have sub : ∀ i : Nat, n - (i + 1) = n - 1 - i := by
      intro i
      induction i with
      | zero => rfl
      | succ i ih => exact congrArg Nat.pred ih
    exact congrArg f (sub i)

section DecidableEq
variable [DecidableEq α]

@[simp] theorem sum_insert {a : α} {s : Finset α} (h : ¬a ∈ s) (f : α → M) :
    ∑ x ∈ insert a s, f x = f a + ∑ x ∈ s, f x := by
  induction s using ind with | h l hl
  have h : ¬a ∈ l := h
  show (if k : a ∈ l then mk l hl else mk (a :: l) (List.nodup_cons.2 ⟨k, hl⟩)).sum f = _
  rw [dif_neg h]; rfl
theorem sum_union {s t : Finset α} (h : ∀ a, a ∈ s → ¬a ∈ t) (f : α → M) :
    ∑ x ∈ s ∪ t, f x = (∑ x ∈ s, f x) + ∑ x ∈ t, f x := by
  induction s using induction_on with
  | empty =>
    rw [sum_empty, zero_add, show ∅ ∪ t = t from ext fun a => by
      rw [mem_union]; exact ⟨fun h => h.elim (fun h => absurd h (notMem_empty a)) id, .inr⟩]
  | insert a s ha ih =>
    have hs : ¬a ∈ s ∪ t := fun k => (mem_union.1 k).elim ha (h a (mem_insert_self a s))
    rw [show insert a s ∪ t = insert a (s ∪ t) from ext fun b => by
        rw [mem_union, mem_insert, mem_insert, mem_union, or_assoc],
      sum_insert hs, sum_insert ha, ih fun b k => h b (mem_insert_of_mem k), add_assoc]
/-- Takes one term out of a sum. -/
theorem add_sum_erase {s : Finset α} {a : α} (h : a ∈ s) (f : α → M) :
    f a + ∑ x ∈ s.erase a, f x = ∑ x ∈ s, f x := by
  conv => rhs; rw [← insert_erase h]
  rw [sum_insert fun k => (mem_erase.1 k).1 rfl]
/-- A sum with a single term. -/
theorem sum_eq_single {s : Finset α} {f : α → M} (a : α) (h : ∀ b, b ∈ s → b ≠ a → f b = 0)
    (k : ¬a ∈ s → f a = 0) : ∑ x ∈ s, f x = f a := by
  by_cases ha : a ∈ s
  · rw [← add_sum_erase ha, sum_eq_zero fun b hb => h b (mem_erase.1 hb).2 (mem_erase.1 hb).1,
      add_zero]
  · rw [k ha]
    exact sum_eq_zero fun b hb => h b hb fun e => ha (e ▸ hb)
@[simp] theorem sum_ite_eq (s : Finset α) (a : α) (f : α → M) :
    (∑ x ∈ s, if a = x then f x else 0) = if a ∈ s then f a else 0 := by
  by_cases h : a ∈ s
  · rw [if_pos h, sum_eq_single a (fun b _ k => if_neg fun e => k e.symm) fun k => absurd h k,
      if_pos rfl]
  · rw [if_neg h]
    exact sum_eq_zero fun b hb => if_neg fun (e : a = b) => h (e ▸ hb)
@[simp] theorem sum_ite_eq' (s : Finset α) (a : α) (f : α → M) :
    (∑ x ∈ s, if x = a then f x else 0) = if a ∈ s then f a else 0 := by
  rw [← sum_ite_eq]
  refine sum_congr rfl fun x _ => ?_
  by_cases h : x = a
  · rw [if_pos h, if_pos h.symm]
  · rw [if_neg h, if_neg fun e => h e.symm]
/-- A sum over a larger set, if the new terms are trivial. -/
theorem sum_subset {s t : Finset α} (h : s ⊆ t) (f : α → M) (k : ∀ x, x ∈ t → ¬x ∈ s → f x = 0) :
    ∑ x ∈ s, f x = ∑ x ∈ t, f x := by
  rw [← sum_filter_add_sum_filter_not t (fun x => x ∈ s) f,
    sum_eq_zero (s := t.filter fun x => ¬x ∈ s) fun x hx => k x (mem_filter.1 hx).1
      (mem_filter.1 hx).2, add_zero]
  exact sum_congr (ext fun x => ⟨fun hx => mem_filter.2 ⟨h x hx, hx⟩,
    fun hx => (mem_filter.1 hx).2⟩) fun _ _ => rfl

end DecidableEq

/-! ## Reindexing -/

/-- Reindexing by a bijection of the index sets. -/
theorem sum_bij {s : Finset α} {t : Finset β} {f : α → M} {g : β → M} (i : (a : α) → a ∈ s → β)
    (hi : ∀ a ha, i a ha ∈ t) (inj : ∀ a ha b hb, i a ha = i b hb → a = b)
    (surj : ∀ b, b ∈ t → ∃ a, ∃ ha : a ∈ s, i a ha = b) (h : ∀ a ha, f a = g (i a ha)) :
    ∑ x ∈ s, f x = ∑ y ∈ t, g y := by
  induction s using ind with | h l hl
  -- the list of the images
  have key : ∀ (m : List α) (hm : ∀ a, a ∈ m → a ∈ mk l hl), m.Nodup → ∃ r : List β, r.Nodup ∧
      (∀ b, b ∈ r ↔ ∃ a, ∃ ha : a ∈ m, i a (hm a ha) = b) ∧ m.foldSum f = r.foldSum g := by
    intro m
    induction m with
    | nil =>
      intro _ _
      exact ⟨[], List.nodup_nil, fun b => ⟨fun h => absurd h List.not_mem_nil, fun ⟨_, h, _⟩ =>
        absurd h List.not_mem_nil⟩, rfl⟩
    | cons a m ih =>
      intro hm nd
      have nd := List.nodup_cons.1 nd
      obtain ⟨r, hr, mr, e⟩ := ih (fun b hb => hm b (List.mem_cons_of_mem a hb)) nd.2
      refine ⟨i a (hm a List.mem_cons_self) :: r, List.nodup_cons.2 ⟨fun k => ?_, hr⟩, fun b => ?_,
        ?_⟩
      · obtain ⟨b, hb, k⟩ := (mr _).1 k
        exact nd.1 (inj _ _ _ _ k ▸ hb)
      · rw [List.mem_cons, mr]
        refine ⟨fun k => k.elim (fun k => ⟨a, List.mem_cons_self, k.symm⟩) fun ⟨c, hc, k⟩ =>
          ⟨c, List.mem_cons_of_mem a hc, k⟩, fun ⟨c, hc, k⟩ => ?_⟩
        rcases List.mem_cons.1 hc with rfl | hc'
        · exact .inl k.symm
        · exact .inr ⟨c, hc', k⟩
      · show f a + m.foldSum f = g _ + r.foldSum g
        rw [e, h a (hm a List.mem_cons_self)]
  obtain ⟨r, hr, mr, e⟩ := key l (fun _ h => h) hl
  have : t = mk r hr := ext fun b => by
    rw [mem_mk, mr]
    exact ⟨surj b, fun ⟨a, ha, k⟩ => k ▸ hi a ha⟩
  rw [this]; exact e
/-- Reindexing by a map with an inverse. -/
theorem sum_nbij' {s : Finset α} {t : Finset β} {f : α → M} {g : β → M} (i : α → β) (j : β → α)
    (hi : ∀ a, a ∈ s → i a ∈ t) (hj : ∀ b, b ∈ t → j b ∈ s) (left : ∀ a, a ∈ s → j (i a) = a)
    (right : ∀ b, b ∈ t → i (j b) = b) (h : ∀ a, a ∈ s → f a = g (i a)) :
    ∑ x ∈ s, f x = ∑ y ∈ t, g y :=
  sum_bij (fun a _ => i a) hi (fun a ha b hb e => by rw [← left a ha, e, left b hb])
    (fun b hb => ⟨j b, hj b hb, right b hb⟩) h
/-- A sum over an image. -/
theorem sum_image [DecidableEq β] {s : Finset α} {g : α → β}
    (hg : ∀ a, a ∈ s → ∀ b, b ∈ s → g a = g b → a = b)
    (f : β → M) : ∑ y ∈ s.image g, f y = ∑ x ∈ s, f (g x) :=
  (sum_bij (fun a _ => g a) (fun a ha => mem_image.2 ⟨a, ha, rfl⟩) (fun a ha b hb => hg a ha b hb)
    (fun _ hb => let ⟨a, ha, e⟩ := mem_image.1 hb; ⟨a, ha, e⟩) fun _ _ => rfl).symm
/-- A sum grouped by the values of a map. -/
theorem sum_fiberwise_of_maps_to [DecidableEq β] {s : Finset α} {t : Finset β} {g : α → β}
    (h : ∀ x, x ∈ s → g x ∈ t) (f : α → M) :
    ∑ y ∈ t, ∑ x ∈ s.filter (fun x => g x = y), f x = ∑ x ∈ s, f x := by
  rw [show (∑ y ∈ t, ∑ x ∈ s.filter (fun x => g x = y), f x) =
    ∑ y ∈ t, ∑ x ∈ s, if g x = y then f x else 0 from
      sum_congr rfl fun y _ => sum_filter s _ f, sum_comm]
  refine sum_congr rfl fun x hx => ?_
  rw [sum_ite_eq t (g x) fun _ => f x, if_pos (h x hx)]

end Finset

/-! ## Sums over finite types -/

section Fintype
open Finset
variable {α : Type u} {β : Type v} {M : Type w} [AddCommMonoid M]

/-- Reindexing by a bijection of finite types. -/
theorem Equiv.sum_comp [Fintype α] [Fintype β] (e : α ≃ β) (f : β → M) : ∑ x, f (e x) = ∑ y, f y :=
  sum_nbij' e e.symm (fun _ _ => mem_univ _) (fun _ _ => mem_univ _) (fun a _ =>
    e.symm_apply_apply a)
    (fun b _ => e.apply_symm_apply b) fun _ _ => rfl
theorem Fintype.sum_prod_type [Fintype α] [Fintype β] (f : α × β → M) :
    ∑ p, f p = ∑ x, ∑ y, f (x, y) :=
  sum_product univ univ f
theorem Fintype.sum_sum_type [Fintype α] [Fintype β] (f : α ⊕ β → M) :
    ∑ p, f p = (∑ x, f (Sum.inl x)) + ∑ y, f (Sum.inr y) := by
  show (List.map Sum.inl (elems : List α) ++ List.map Sum.inr (elems : List β)).foldSum f = _
  rw [List.foldSum_append, List.foldSum_map, List.foldSum_map]; rfl
theorem Fintype.sum_bool (f : Bool → M) : ∑ b, f b = f true + f false := by
  show f false + (f true + 0) = _
  rw [add_zero, add_comm]
theorem Fintype.sum_option [Fintype α] (f : Option α → M) : ∑ o, f o = f none + ∑ a, f (some a) :=
  congrArg (f none + ·) (List.foldSum_map some f elems)
theorem Fintype.sum_unique [Fintype α] (a : α) (h : ∀ b, b = a) (f : α → M) : ∑ x, f x = f a :=
  sum_eq_single a (fun b _ k => absurd (h b) k) fun k => absurd (mem_univ a) k
@[simp] theorem Fintype.sum_ite_eq [Fintype α] [DecidableEq α] (a : α) (f : α → M) :
    (∑ x, if a = x then f x else 0) = f a := by
  rw [Finset.sum_ite_eq, if_pos (mem_univ a)]
theorem Fintype.sum_eq_single [Fintype α] {f : α → M} (a : α) (h : ∀ b, b ≠ a → f b = 0) :
    ∑ x, f x = f a :=
  Finset.sum_eq_single a (fun b _ k => h b k) fun k => absurd (mem_univ a) k
theorem Fintype.sum_congr [Fintype α] {f g : α → M} (h : ∀ a, f a = g a) : ∑ x, f x = ∑ x, g x :=
  Finset.sum_congr rfl fun a _ => h a
/-- A sum over a finite type, grouped by the values of a map. -/
theorem Fintype.sum_fiberwise [Fintype α] [Fintype β] [DecidableEq β] (g : α → β) (f : α → M) :
    ∑ y, ∑ x ∈ univ.filter (fun x => g x = y), f x = ∑ x, f x :=
  Finset.sum_fiberwise_of_maps_to (fun _ _ => mem_univ _) f
/-- A sum over a subtype. -/
theorem Fintype.sum_subtype [Fintype α] (p : α → Prop) [DecidablePred p] (f : α → M) :
    ∑ x : {a // p a}, f x.val = ∑ x ∈ univ.filter p, f x :=
  sum_bij (fun x _ => x.val) (fun x _ => mem_filter.2 ⟨mem_univ _, x.property⟩) (fun _ _ _ _ =>
    Subtype.eq)
    (fun b hb => ⟨⟨b, (mem_filter.1 hb).2⟩, mem_univ _, rfl⟩) fun _ _ => rfl

end Fintype
