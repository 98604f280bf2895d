prelude
import DeepTheory.Algebra.BigOperators.Defs
/-! # Prods over finite sets in a commutative monoid

## Main statements

* building products (`prod_insert`, `prod_union`, `prod_product`, `prod_range_succ`), `prod_congr`,
* `prod_mul_distrib`, `prod_comm`, `prod_filter`, `prod_ite_eq`, `prod_eq_single`,
* reindexing: `prod_bij`, `prod_nbij'`, `prod_image`, `Equiv.prod_comp`, and products grouped by the
  values of a map (`prod_fiberwise`).
-/
set_option autoImplicit false
universe u v w

namespace List
variable {α : Type u} {β : Type v} {M : Type w} [CommMonoid M]

theorem foldProd_append (f : α → M) (l m : List α) :
    (l ++ m).foldProd f = l.foldProd f * m.foldProd f := by
  induction l with
  | nil => exact (one_mul _).symm
  | cons a l ih =>
    show f a * (l ++ m).foldProd f = f a * l.foldProd f * _
    rw [ih, mul_assoc]
theorem foldProd_map (g : α → β) (f : β → M) (l : List α) :
    (l.map g).foldProd f = l.foldProd fun a => f (g a) :=
  foldr_map
theorem foldProd_congr {f g : α → M} {l : List α} (h : ∀ a, a ∈ l → f a = g a) :
    l.foldProd f = l.foldProd g :=
  foldr_congr fun a m b => by rw [h a m]
theorem foldProd_flatMap (g : α → List β) (f : β → M) (l : List α) :
    (l.flatMap g).foldProd f = l.foldProd fun a => (g a).foldProd f := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    show (g a ++ l.flatMap g).foldProd f = (g a).foldProd f * l.foldProd _
    rw [foldProd_append, ih]
theorem foldProd_one (l : List α) : (l.foldProd fun _ => (1 : M)) = 1 := by
  induction l with
  | nil => rfl
  | cons a l ih => exact (one_mul _).trans ih
theorem foldProd_distrib (f g : α → M) (l : List α) :
    (l.foldProd fun a => f a * g a) = l.foldProd f * l.foldProd g := by
  induction l with
  | nil => exact (mul_one _).symm
  | cons a l ih =>
    show f a * g a * l.foldProd _ = f a * l.foldProd f * (g a * l.foldProd g)
    rw [ih, mul_mul_mul_comm]
theorem foldProd_comm (f : α → β → M) (l : List α) (m : List β) :
    (l.foldProd fun a => m.foldProd fun b => f a b) = m.foldProd fun b => l.foldProd fun a =>
      f a b := by
  induction l with
  | nil => exact (foldProd_one m).symm
  | cons a l ih =>
    show (m.foldProd fun b => f a b) * (l.foldProd fun a => m.foldProd fun b => f a b) = _
    rw [ih, ← foldProd_distrib]; rfl
theorem foldProd_filter (p : α → Bool) (f : α → M) (l : List α) :
    (l.filter p).foldProd f = l.foldProd fun a => if p a = true then f a else 1 := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    show (filter p (a :: l)).foldProd f = (if p a = true then f a else 1) * l.foldProd _
    rw [← ih, filter]
    cases p a with
    | true => rw [if_pos rfl]; rfl
    | false => rw [if_neg (fun h => Bool.noConfusion h), one_mul]

end List

namespace Finset
variable {α : Type u} {β : Type v} {M : Type w} [CommMonoid M]

theorem prod_mk (l : List α) (h : l.Nodup) (f : α → M) : (mk l h).prod f = l.foldProd f := rfl
@[simp] theorem prod_empty (f : α → M) : ∏ x ∈ (∅ : Finset α), f x = 1 := rfl
@[simp] theorem prod_singleton (f : α → M) (a : α) :
    ∏ x ∈ ({a} : Finset α), f x = f a := mul_one (f a)
theorem prod_congr {s t : Finset α} {f g : α → M} (h : s = t) (k : ∀ x, x ∈ t → f x = g x) :
    s.prod f = t.prod g := by
  subst h
  induction s using ind with | h l hl
  exact List.foldProd_congr k
@[simp] theorem prod_const_one (s : Finset α) : ∏ _x ∈ s, (1 : M) = 1 := by
  induction s using ind with | h l hl
  exact List.foldProd_one l
theorem prod_eq_one {s : Finset α} {f : α → M} (h : ∀ x, x ∈ s → f x = 1) : ∏ x ∈ s, f x = 1 :=
  (prod_congr rfl h).trans (prod_const_one s)
/-- The product of a termwise product. -/
theorem prod_mul_distrib (s : Finset α) (f g : α → M) :
    ∏ x ∈ s, (f x * g x) = (∏ x ∈ s, f x) * ∏ x ∈ s, g x := by
  induction s using ind with | h l hl
  exact List.foldProd_distrib f g l
/-- The order of two products does not matter. -/
theorem prod_comm (s : Finset α) (t : Finset β) (f : α → β → M) :
    ∏ x ∈ s, ∏ y ∈ t, f x y = ∏ y ∈ t, ∏ x ∈ s, f x y := by
  induction s using ind with | h l hl
  induction t using ind with | h m hm
  exact List.foldProd_comm f l m
/-- A product over pairs is a double product. -/
theorem prod_product (s : Finset α) (t : Finset β) (f : α × β → M) :
    ∏ p ∈ s ×ˢ t, f p = ∏ x ∈ s, ∏ y ∈ t, f (x, y) := by
  induction s using ind with | h l hl
  induction t using ind with | h m hm
  show (l.flatMap fun a => m.map (Prod.mk a)).foldProd f = _
  rw [List.foldProd_flatMap]
  exact List.foldProd_congr fun a _ => List.foldProd_map _ f m
@[simp] theorem prod_map {f : α → β} (hf : ∀ a b, f a = f b → a = b) (s : Finset α) (g : β → M) :
    ∏ y ∈ s.map f hf, g y = ∏ x ∈ s, g (f x) := by
  induction s using ind with | h l hl
  exact List.foldProd_map f g l
theorem prod_filter (s : Finset α) (p : α → Prop) [DecidablePred p] (f : α → M) :
    ∏ x ∈ s.filter p, f x = ∏ x ∈ s, if p x then f x else 1 := by
  induction s using ind with | h l hl
  refine (List.foldProd_filter _ f l).trans (List.foldProd_congr fun a _ => ?_)
  by_cases h : p a
  · rw [if_pos (decide_eq_true h), if_pos h]
  · rw [if_neg h, if_neg]; rw [decide_eq_false h]; exact fun h => Bool.noConfusion h
/-- Splits a product by a condition. -/
theorem prod_filter_mul_prod_filter_not (s : Finset α) (p : α → Prop) [DecidablePred p]
    (f : α → M) :
    (∏ x ∈ s.filter p, f x) * (∏ x ∈ s.filter fun x => ¬p x, f x) = ∏ x ∈ s, f x := by
  rw [prod_filter, prod_filter, ← prod_mul_distrib]
  refine prod_congr rfl fun x _ => ?_
  by_cases h : p x
  · rw [if_pos h, if_neg (not_not_intro h), mul_one]
  · rw [if_neg h, if_pos h, one_mul]
theorem prod_range_zero (f : Nat → M) : ∏ i < 0, f i = 1 := rfl
theorem prod_range_succ (f : Nat → M) (n : Nat) : ∏ i < n + 1, f i = (∏ i < n, f i) * f n :=
  mul_comm (f n) _
theorem prod_range_one (f : Nat → M) : ∏ i < 1, f i = f 0 := mul_one (f 0)
theorem prod_range_succ' (f : Nat → M) (n : Nat) :
    ∏ i < n + 1, f i = (∏ i < n, f (i + 1)) * f 0 := by
  induction n with
  | zero => rw [prod_range_succ, prod_range_zero, prod_range_zero]
  | succ n ih => rw [prod_range_succ, ih, prod_range_succ _ n, mul_assoc, mul_assoc, mul_comm (f 0)]
theorem prod_range_mul (f : Nat → M) (m n : Nat) :
    ∏ i < m + n, f i = (∏ i < m, f i) * ∏ i < n, f (m + i) := by
  induction n with
  | zero => exact (mul_one _).symm
  | succ n ih => rw [← Nat.add_assoc, prod_range_succ, ih, prod_range_succ, mul_assoc]
/-- The product from the other end. -/
theorem prod_range_reflect (f : Nat → M) (n : Nat) : ∏ i < n, f (n - 1 - i) = ∏ i < n, f i := by
  induction n with
  | zero => rfl
  | succ n ih =>
    rw [prod_range_succ', prod_range_succ f]
    refine congr (congrArg _ (Eq.trans (prod_congr rfl fun i hi => ?_) ih)) rfl
    have sub : ∀ i : Nat, n - (i + 1) = n - 1 - i := by
      intro i
      induction i with
      | zero => rfl
      | succ i ih => exact congrArg Nat.pred ih
    exact congrArg f (sub i)

section DecidableEq
variable [DecidableEq α]

@[simp] theorem prod_insert {a : α} {s : Finset α} (h : ¬a ∈ s) (f : α → M) :
    ∏ x ∈ insert a s, f x = f a * ∏ x ∈ s, f x := by
  induction s using ind with | h l hl
  have h : ¬a ∈ l := h
  show (if k : a ∈ l then mk l hl else mk (a :: l) (List.nodup_cons.2 ⟨k, hl⟩)).prod f = _
  rw [dif_neg h]; rfl
theorem prod_union {s t : Finset α} (h : ∀ a, a ∈ s → ¬a ∈ t) (f : α → M) :
    ∏ x ∈ s ∪ t, f x = (∏ x ∈ s, f x) * ∏ x ∈ t, f x := by
  induction s using induction_on with
  | empty =>
    rw [prod_empty, one_mul, show ∅ ∪ t = t from ext fun a => by
      rw [mem_union]; exact ⟨fun h => h.elim (fun h => absurd h (notMem_empty a)) id, .inr⟩]
  | insert a s ha ih =>
    have hs : ¬a ∈ s ∪ t := fun k => (mem_union.1 k).elim ha (h a (mem_insert_self a s))
    rw [show insert a s ∪ t = insert a (s ∪ t) from ext fun b => by
        rw [mem_union, mem_insert, mem_insert, mem_union, or_assoc],
      prod_insert hs, prod_insert ha, ih fun b k => h b (mem_insert_of_mem k), mul_assoc]
/-- Takes one term out of a product. -/
theorem mul_prod_erase {s : Finset α} {a : α} (h : a ∈ s) (f : α → M) :
    f a * ∏ x ∈ s.erase a, f x = ∏ x ∈ s, f x := by
  conv => rhs; rw [← insert_erase h]
  rw [prod_insert fun k => (mem_erase.1 k).1 rfl]
/-- A product with a single term. -/
theorem prod_eq_single {s : Finset α} {f : α → M} (a : α) (h : ∀ b, b ∈ s → b ≠ a → f b = 1)
    (k : ¬a ∈ s → f a = 1) : ∏ x ∈ s, f x = f a := by
  by_cases ha : a ∈ s
  · rw [← mul_prod_erase ha, prod_eq_one fun b hb => h b (mem_erase.1 hb).2 (mem_erase.1 hb).1,
      mul_one]
  · rw [k ha]
    exact prod_eq_one fun b hb => h b hb fun e => ha (e ▸ hb)
@[simp] theorem prod_ite_eq (s : Finset α) (a : α) (f : α → M) :
    (∏ x ∈ s, if a = x then f x else 1) = if a ∈ s then f a else 1 := by
  by_cases h : a ∈ s
  · rw [if_pos h, prod_eq_single a (fun b _ k => if_neg fun e => k e.symm) fun k => absurd h k,
      if_pos rfl]
  · rw [if_neg h]
    exact prod_eq_one fun b hb => if_neg fun (e : a = b) => h (e ▸ hb)
@[simp] theorem prod_ite_eq' (s : Finset α) (a : α) (f : α → M) :
    (∏ x ∈ s, if x = a then f x else 1) = if a ∈ s then f a else 1 := by
  rw [← prod_ite_eq]
  refine prod_congr rfl fun x _ => ?_
  by_cases h : x = a
  · rw [if_pos h, if_pos h.symm]
  · rw [if_neg h, if_neg fun e => h e.symm]
/-- A product over a larger set, if the new terms are trivial. -/
theorem prod_subset {s t : Finset α} (h : s ⊆ t) (f : α → M) (k : ∀ x, x ∈ t → ¬x ∈ s → f x = 1) :
    ∏ x ∈ s, f x = ∏ x ∈ t, f x := by
  rw [← prod_filter_mul_prod_filter_not t (fun x => x ∈ s) f,
    prod_eq_one (s := t.filter fun x => ¬x ∈ s) fun x hx => k x (mem_filter.1 hx).1
      (mem_filter.1 hx).2, mul_one]
  exact prod_congr (ext fun x => ⟨fun hx => mem_filter.2 ⟨h x hx, hx⟩,
    fun hx => (mem_filter.1 hx).2⟩) fun _ _ => rfl

end DecidableEq

/-! ## Reindexing -/

/-- Reindexing by a bijection of the index sets. -/
theorem prod_bij {s : Finset α} {t : Finset β} {f : α → M} {g : β → M} (i : (a : α) → a ∈ s → β)
    (hi : ∀ a ha, i a ha ∈ t) (inj : ∀ a ha b hb, i a ha = i b hb → a = b)
    (surj : ∀ b, b ∈ t → ∃ a, ∃ ha : a ∈ s, i a ha = b) (h : ∀ a ha, f a = g (i a ha)) :
    ∏ x ∈ s, f x = ∏ y ∈ t, g y := by
  induction s using ind with | h l hl
  -- the list of the images
  have key : ∀ (m : List α) (hm : ∀ a, a ∈ m → a ∈ mk l hl), m.Nodup → ∃ r : List β, r.Nodup ∧
      (∀ b, b ∈ r ↔ ∃ a, ∃ ha : a ∈ m, i a (hm a ha) = b) ∧ m.foldProd f = r.foldProd g := by
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
      · show f a * m.foldProd f = g _ * r.foldProd g
        rw [e, h a (hm a List.mem_cons_self)]
  obtain ⟨r, hr, mr, e⟩ := key l (fun _ h => h) hl
  have : t = mk r hr := ext fun b => by
    rw [mem_mk, mr]
    exact ⟨surj b, fun ⟨a, ha, k⟩ => k ▸ hi a ha⟩
  rw [this]; exact e
/-- Reindexing by a map with an inverse. -/
theorem prod_nbij' {s : Finset α} {t : Finset β} {f : α → M} {g : β → M} (i : α → β) (j : β → α)
    (hi : ∀ a, a ∈ s → i a ∈ t) (hj : ∀ b, b ∈ t → j b ∈ s) (left : ∀ a, a ∈ s → j (i a) = a)
    (right : ∀ b, b ∈ t → i (j b) = b) (h : ∀ a, a ∈ s → f a = g (i a)) :
    ∏ x ∈ s, f x = ∏ y ∈ t, g y :=
  prod_bij (fun a _ => i a) hi (fun a ha b hb e => by rw [← left a ha, e, left b hb])
    (fun b hb => ⟨j b, hj b hb, right b hb⟩) h
/-- A product over an image. -/
theorem prod_image [DecidableEq β] {s : Finset α} {g : α → β}
    (hg : ∀ a, a ∈ s → ∀ b, b ∈ s → g a = g b → a = b)
    (f : β → M) : ∏ y ∈ s.image g, f y = ∏ x ∈ s, f (g x) :=
  (prod_bij (fun a _ => g a) (fun a ha => mem_image.2 ⟨a, ha, rfl⟩) (fun a ha b hb => hg a ha b hb)
    (fun _ hb => let ⟨a, ha, e⟩ := mem_image.1 hb; ⟨a, ha, e⟩) fun _ _ => rfl).symm
/-- A product grouped by the values of a map. -/
theorem prod_fiberwise_of_maps_to [DecidableEq β] {s : Finset α} {t : Finset β} {g : α → β}
    (h : ∀ x, x ∈ s → g x ∈ t) (f : α → M) :
    ∏ y ∈ t, ∏ x ∈ s.filter (fun x => g x = y), f x = ∏ x ∈ s, f x := by
  rw [show (∏ y ∈ t, ∏ x ∈ s.filter (fun x => g x = y), f x) =
    ∏ y ∈ t, ∏ x ∈ s, if g x = y then f x else 1 from
      prod_congr rfl fun y _ => prod_filter s _ f, prod_comm]
  refine prod_congr rfl fun x hx => ?_
  rw [prod_ite_eq t (g x) fun _ => f x, if_pos (h x hx)]

end Finset

/-! ## Prods over finite types -/

section Fintype
open Finset
variable {α : Type u} {β : Type v} {M : Type w} [CommMonoid M]

/-- Reindexing by a bijection of finite types. -/
theorem Equiv.prod_comp [Fintype α] [Fintype β] (e : α ≃ β) (f : β → M) : ∏ x, f (e x) = ∏ y, f y :=
  prod_nbij' e e.symm (fun _ _ => mem_univ _) (fun _ _ => mem_univ _) (fun a _ =>
    e.symm_apply_apply a)
    (fun b _ => e.apply_symm_apply b) fun _ _ => rfl
theorem Fintype.prod_prod_type [Fintype α] [Fintype β] (f : α × β → M) :
    ∏ p, f p = ∏ x, ∏ y, f (x, y) :=
  prod_product univ univ f
theorem Fintype.prod_sum_type [Fintype α] [Fintype β] (f : α ⊕ β → M) :
    ∏ p, f p = (∏ x, f (Sum.inl x)) * ∏ y, f (Sum.inr y) := by
  show (List.map Sum.inl (elems : List α) ++ List.map Sum.inr (elems : List β)).foldProd f = _
  rw [List.foldProd_append, List.foldProd_map, List.foldProd_map]; rfl
theorem Fintype.prod_bool (f : Bool → M) : ∏ b, f b = f true * f false := by
  show f false * (f true * 1) = _
  rw [mul_one, mul_comm]
theorem Fintype.prod_option [Fintype α] (f : Option α → M) : ∏ o, f o = f none * ∏ a, f (some a) :=
  congrArg (f none * ·) (List.foldProd_map some f elems)
theorem Fintype.prod_unique [Fintype α] (a : α) (h : ∀ b, b = a) (f : α → M) : ∏ x, f x = f a :=
  prod_eq_single a (fun b _ k => absurd (h b) k) fun k => absurd (mem_univ a) k
@[simp] theorem Fintype.prod_ite_eq [Fintype α] [DecidableEq α] (a : α) (f : α → M) :
    (∏ x, if a = x then f x else 1) = f a := by
  rw [Finset.prod_ite_eq, if_pos (mem_univ a)]
theorem Fintype.prod_eq_single [Fintype α] {f : α → M} (a : α) (h : ∀ b, b ≠ a → f b = 1) :
    ∏ x, f x = f a :=
  Finset.prod_eq_single a (fun b _ k => h b k) fun k => absurd (mem_univ a) k
theorem Fintype.prod_congr [Fintype α] {f g : α → M} (h : ∀ a, f a = g a) : ∏ x, f x = ∏ x, g x :=
  Finset.prod_congr rfl fun a _ => h a
/-- A product over a finite type, grouped by the values of a map. -/
theorem Fintype.prod_fiberwise [Fintype α] [Fintype β] [DecidableEq β] (g : α → β) (f : α → M) :
    ∏ y, ∏ x ∈ univ.filter (fun x => g x = y), f x = ∏ x, f x :=
  Finset.prod_fiberwise_of_maps_to (fun _ _ => mem_univ _) f
/-- A product over a subtype. -/
theorem Fintype.prod_subtype [Fintype α] (p : α → Prop) [DecidablePred p] (f : α → M) :
    ∏ x : {a // p a}, f x.val = ∏ x ∈ univ.filter p, f x :=
  prod_bij (fun x _ => x.val) (fun x _ => mem_filter.2 ⟨mem_univ _, x.property⟩) (fun _ _ _ _ =>
    Subtype.eq)
    (fun b hb => ⟨⟨b, (mem_filter.1 hb).2⟩, mem_univ _, rfl⟩) fun _ _ => rfl

end Fintype
