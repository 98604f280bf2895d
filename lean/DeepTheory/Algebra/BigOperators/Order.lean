prelude
import DeepTheory.Algebra.BigOperators.Ring
import DeepTheory.Algebra.Order.Abs
/-! # Inequalities between sums and products

## Main statements

* `Finset.sum_le_sum`, `Finset.sum_nonneg`, `Finset.single_le_sum`, `Finset.sum_pos`,
  `Finset.sum_lt_sum`,
* `Finset.prod_nonneg`, `Finset.prod_le_prod`, `Finset.prod_le_one`,
* `Finset.abs_sum_le_sum_abs`, `Finset.abs_prod`, `Finset.one_sub_sum_le_prod_one_sub`,
* `Finset.exists_max_image`, `Finset.exists_min_image`; the union bound: `Finset.ite_exists_le_sum`,
  `Finset.card_filter_exists_le`,
* the pigeonhole principle: `Finset.exists_le_of_sum_le`,
  `Finset.exists_lt_card_fiber_of_mul_lt_card`, `Fintype.exists_ne_map_eq_of_card_lt`,
* numbers of elements: `Finset.card_le_card`, `Finset.card_image_le`, `Finset.card_union_le`.
-/
set_option autoImplicit false
universe u v w

namespace Finset
variable {α : Type u} {β : Type v}

section Semiring
variable {R : Type w} [LinearOrderedCommSemiring R]

theorem sum_nonneg {s : Finset α} {f : α → R} (h : ∀ x, x ∈ s → 0 ≤ f x) : 0 ≤ ∑ x ∈ s, f x := by
  have key : ∀ l : List α, (∀ a, a ∈ l → 0 ≤ f a) → 0 ≤ l.foldSum f := by
    intro l
    induction l with
    | nil => exact fun _ => le_rfl
    | cons a l ih =>
      exact fun h => add_nonneg (h a List.mem_cons_self) (ih fun b hb =>
        h b (List.mem_cons_of_mem a hb))
  induction s using ind with | h l hl
  exact key l h
theorem sum_le_sum {s : Finset α} {f g : α → R} (h : ∀ x, x ∈ s → f x ≤ g x) :
    ∑ x ∈ s, f x ≤ ∑ x ∈ s, g x := by
  have key : ∀ l : List α, (∀ a, a ∈ l → f a ≤ g a) → l.foldSum f ≤ l.foldSum g := by
    intro l
    induction l with
    | nil => exact fun _ => le_rfl
    | cons a l ih =>
      exact fun h => add_le_add (h a List.mem_cons_self) (ih fun b hb =>
        h b (List.mem_cons_of_mem a hb))
  induction s using ind with | h l hl
  exact key l h
theorem single_le_sum {s : Finset α} {f : α → R} (h : ∀ x, x ∈ s → 0 ≤ f x) {a : α} (ha : a ∈ s) :
    f a ≤ ∑ x ∈ s, f x := by
  induction s using ind with | h l hl
  obtain ⟨m, t, rfl⟩ := List.exists_append_of_mem ha
  show f a ≤ (m ++ a :: t).foldSum f
  have hl := List.nodup_append.1 hl
  rw [List.foldSum_append, show (a :: t).foldSum f = f a + t.foldSum f from rfl]
  refine le_trans (le_add_of_nonneg_right ?_) (le_add_of_nonneg_left ?_)
  · exact sum_nonneg (s := mk t (List.nodup_cons.1 hl.2.1).2) fun x hx =>
      h x (List.mem_append.2 (.inr (List.mem_cons_of_mem a hx)))
  · exact sum_nonneg (s := mk m hl.1) fun x hx => h x (List.mem_append.2 (.inl hx))
theorem sum_lt_sum {s : Finset α} {f g : α → R} (h : ∀ x, x ∈ s → f x ≤ g x)
    (k : ∃ x, x ∈ s ∧ f x < g x) :
    ∑ x ∈ s, f x < ∑ x ∈ s, g x := by
  obtain ⟨a, ha, hk⟩ := k
  induction s using ind with | h l hl
  obtain ⟨m, t, rfl⟩ := List.exists_append_of_mem ha
  show (m ++ a :: t).foldSum f < (m ++ a :: t).foldSum g
  have hl := List.nodup_append.1 hl
  rw [List.foldSum_append, List.foldSum_append]
  refine add_lt_add_of_le_of_lt ?_ (add_lt_add_of_lt_of_le hk ?_)
  · exact sum_le_sum (s := mk m hl.1) fun x hx => h x (List.mem_append.2 (.inl hx))
  · exact sum_le_sum (s := mk t (List.nodup_cons.1 hl.2.1).2) fun x hx =>
      h x (List.mem_append.2 (.inr (List.mem_cons_of_mem a hx)))
theorem sum_pos' {s : Finset α} {f : α → R} (h : ∀ x, x ∈ s → 0 ≤ f x) (k : ∃ x, x ∈ s ∧ 0 < f x) :
    0 < ∑ x ∈ s, f x := by
  have := sum_lt_sum (f := fun _ => 0) h k; rwa [sum_const_zero] at this
theorem sum_pos {s : Finset α} {f : α → R} (h : ∀ x, x ∈ s → 0 < f x) (k : ∃ x, x ∈ s) :
    0 < ∑ x ∈ s, f x :=
  sum_pos' (fun x hx => le_of_lt (h x hx)) (k.elim fun x hx => ⟨x, hx, h x hx⟩)
/-- A sum of nonnegative terms is zero if and only if every term is. -/
theorem sum_eq_zero_iff_of_nonneg {s : Finset α} {f : α → R} (h : ∀ x, x ∈ s → 0 ≤ f x) :
    ∑ x ∈ s, f x = 0 ↔ ∀ x, x ∈ s → f x = 0 :=
  ⟨fun e x hx => le_antisymm (e ▸ single_le_sum h hx) (h x hx), sum_eq_zero⟩
theorem sum_le_sum_of_subset_of_nonneg {s t : Finset α} {f : α → R} (h : s ⊆ t)
    (k : ∀ x, x ∈ t → ¬x ∈ s → 0 ≤ f x) : ∑ x ∈ s, f x ≤ ∑ x ∈ t, f x := by
  letI : DecidableEq α := fun a b => Classical.propDecidable (a = b)
  rw [← sum_filter_add_sum_filter_not t (fun x => x ∈ s) f,
    show t.filter (fun x => x ∈ s) = s from ext fun x => ⟨fun hx => (mem_filter.1 hx).2,
      fun hx => mem_filter.2 ⟨h x hx, hx⟩⟩]
  exact le_add_of_nonneg_right (sum_nonneg fun x hx => k x (mem_filter.1 hx).1 (mem_filter.1 hx).2)
theorem sum_le_card_mul (s : Finset α) (f : α → R) (c : R) (h : ∀ x, x ∈ s → f x ≤ c) :
    ∑ x ∈ s, f x ≤ s.card * c := by
  rw [← sum_const]; exact sum_le_sum h
theorem card_mul_le_sum (s : Finset α) (f : α → R) (c : R) (h : ∀ x, x ∈ s → c ≤ f x) :
    s.card * c ≤ ∑ x ∈ s, f x := by
  rw [← sum_const]; exact sum_le_sum h

theorem prod_nonneg {s : Finset α} {f : α → R} (h : ∀ x, x ∈ s → 0 ≤ f x) : 0 ≤ ∏ x ∈ s, f x := by
  have key : ∀ l : List α, (∀ a, a ∈ l → 0 ≤ f a) → 0 ≤ l.foldProd f := by
    intro l
    induction l with
    | nil => exact fun _ => zero_le_one
    | cons a l ih =>
      exact fun h => mul_nonneg (h a List.mem_cons_self) (ih fun b hb =>
        h b (List.mem_cons_of_mem a hb))
  induction s using ind with | h l hl
  exact key l h
theorem prod_pos {s : Finset α} {f : α → R} (h : ∀ x, x ∈ s → 0 < f x) : 0 < ∏ x ∈ s, f x := by
  have key : ∀ l : List α, (∀ a, a ∈ l → 0 < f a) → 0 < l.foldProd f := by
    intro l
    induction l with
    | nil => exact fun _ => zero_lt_one
    | cons a l ih =>
      exact fun h => mul_pos (h a List.mem_cons_self) (ih fun b hb =>
        h b (List.mem_cons_of_mem a hb))
  induction s using ind with | h l hl
  exact key l h
theorem prod_le_prod {s : Finset α} {f g : α → R} (h : ∀ x, x ∈ s → 0 ≤ f x)
    (k : ∀ x, x ∈ s → f x ≤ g x) :
    ∏ x ∈ s, f x ≤ ∏ x ∈ s, g x := by
  have key : ∀ l : List α, (∀ a, a ∈ l → 0 ≤ f a) → (∀ a, a ∈ l → f a ≤ g a) →
      0 ≤ l.foldProd g ∧ 0 ≤ l.foldProd f ∧ l.foldProd f ≤ l.foldProd g := by
    intro l
    induction l with
    | nil => exact fun _ _ => ⟨zero_le_one, zero_le_one, le_rfl⟩
    | cons a l ih =>
      intro h k
      have ih := ih (fun b hb => h b (List.mem_cons_of_mem a hb)) fun b hb =>
        k b (List.mem_cons_of_mem a hb)
      have ha := h a List.mem_cons_self
      have ka := k a List.mem_cons_self
      exact ⟨mul_nonneg (le_trans ha ka) ih.1, mul_nonneg ha ih.2.1,
        mul_le_mul ka ih.2.2 ih.2.1 (le_trans ha ka)⟩
  induction s using ind with | h l hl
  exact (key l h k).2.2
theorem prod_le_one {s : Finset α} {f : α → R} (h : ∀ x, x ∈ s → 0 ≤ f x)
    (k : ∀ x, x ∈ s → f x ≤ 1) :
    ∏ x ∈ s, f x ≤ 1 := by
  have := prod_le_prod h k; rwa [prod_const, one_pow] at this

/-! ### Pigeonhole principle -/

theorem exists_lt_of_sum_lt {s : Finset α} {f g : α → R} (h : ∑ x ∈ s, f x < ∑ x ∈ s, g x) :
    ∃ x, x ∈ s ∧ f x < g x :=
  Classical.byContradiction fun k => not_le_of_gt h (sum_le_sum fun x hx =>
    le_of_not_gt fun l => k ⟨x, hx, l⟩)
theorem exists_le_of_sum_le {s : Finset α} {f g : α → R} (ne : ∃ x, x ∈ s)
    (h : ∑ x ∈ s, f x ≤ ∑ x ∈ s, g x) :
    ∃ x, x ∈ s ∧ f x ≤ g x :=
  Classical.byContradiction fun k => not_lt_of_ge h (sum_lt_sum (fun x hx =>
    le_of_not_ge fun l => k ⟨x, hx, l⟩) (ne.elim fun x hx => ⟨x, hx, lt_of_not_ge fun l => k ⟨x, hx,
      l⟩⟩))

/-! ### Largest and smallest values, union bound -/

/-- A function on a finite set that is not empty takes a largest value. -/
theorem exists_max_image {γ : Type w} [LinearOrder γ] (s : Finset α) (f : α → γ)
    (ne : ∃ x, x ∈ s) : ∃ x, x ∈ s ∧ ∀ y, y ∈ s → f y ≤ f x := by
  have key : ∀ l : List α, (∃ x, x ∈ l) → ∃ x, x ∈ l ∧ ∀ y, y ∈ l → f y ≤ f x := by
    intro l
    induction l with
    | nil => exact fun ⟨_, h⟩ => absurd h List.not_mem_nil
    | cons a l ih =>
      intro _
      by_cases h : ∃ x, x ∈ l
      · obtain ⟨x, hx, m⟩ := ih h
        rcases le_total (f a) (f x) with k | k
        · exact ⟨x, List.mem_cons_of_mem a hx, fun y hy =>
            (List.mem_cons.1 hy).elim (fun e => e ▸ k) (m y)⟩
        · exact ⟨a, List.mem_cons_self, fun y hy =>
            (List.mem_cons.1 hy).elim (fun e => e ▸ le_rfl) fun hy => le_trans (m y hy) k⟩
      · exact ⟨a, List.mem_cons_self, fun y hy =>
          (List.mem_cons.1 hy).elim (fun e => e ▸ le_rfl) fun hy => absurd ⟨y, hy⟩ h⟩
  induction s using ind with | h l hl
  exact key l ne

/-- A function on a finite set that is not empty takes a smallest value. -/
theorem exists_min_image {γ : Type w} [LinearOrder γ] (s : Finset α) (f : α → γ)
    (ne : ∃ x, x ∈ s) : ∃ x, x ∈ s ∧ ∀ y, y ∈ s → f x ≤ f y := by
  have key : ∀ l : List α, (∃ x, x ∈ l) → ∃ x, x ∈ l ∧ ∀ y, y ∈ l → f x ≤ f y := by
    intro l
    induction l with
    | nil => exact fun ⟨_, h⟩ => absurd h List.not_mem_nil
    | cons a l ih =>
      intro _
      by_cases h : ∃ x, x ∈ l
      · obtain ⟨x, hx, m⟩ := ih h
        rcases le_total (f x) (f a) with k | k
        · exact ⟨x, List.mem_cons_of_mem a hx, fun y hy =>
            (List.mem_cons.1 hy).elim (fun e => e ▸ k) (m y)⟩
        · exact ⟨a, List.mem_cons_self, fun y hy =>
            (List.mem_cons.1 hy).elim (fun e => e ▸ le_rfl) fun hy => le_trans k (m y hy)⟩
      · exact ⟨a, List.mem_cons_self, fun y hy =>
          (List.mem_cons.1 hy).elim (fun e => e ▸ le_rfl) fun hy => absurd ⟨y, hy⟩ h⟩
  induction s using ind with | h l hl
  exact key l ne

/-- The union bound for indicators. -/
theorem ite_exists_le_sum (s : Finset α) (p : α → Prop) [DecidablePred p]
    [Decidable (∃ x, x ∈ s ∧ p x)] :
    (if ∃ x, x ∈ s ∧ p x then 1 else 0 : R) ≤ ∑ x ∈ s, if p x then 1 else 0 := by
  have nn : ∀ x, x ∈ s → (0 : R) ≤ if p x then 1 else 0 := fun x _ => by
    by_cases k : p x
    · rw [if_pos k]; exact zero_le_one
    · rw [if_neg k]
  by_cases h : ∃ x, x ∈ s ∧ p x
  · rw [if_pos h]
    obtain ⟨x, hx, k⟩ := h
    have := single_le_sum nn hx
    rwa [if_pos k] at this
  · rw [if_neg h]; exact sum_nonneg nn

end Semiring

/-! ### Numbers of elements -/

theorem card_le_card {s t : Finset α} (h : s ⊆ t) : s.card ≤ t.card := by
  rw [card_eq_sum_ones, card_eq_sum_ones]
  exact sum_le_sum_of_subset_of_nonneg h fun _ _ _ => zero_le_one
theorem card_filter_le (s : Finset α) (p : α → Prop) [DecidablePred p] :
    (s.filter p).card ≤ s.card :=
  card_le_card (filter_subset p s)
theorem card_insert_le [DecidableEq α] (a : α) (s : Finset α) : (insert a s).card ≤ s.card + 1 := by
  by_cases h : a ∈ s
  · rw [insert_eq_of_mem h]; exact Nat.le_succ _
  · rw [card_insert_of_notMem h]
theorem card_union_le [DecidableEq α] (s t : Finset α) : (s ∪ t).card ≤ s.card + t.card := by
  have e : s ∪ t = s ∪ (t \ s) := ext fun a => by
    rw [mem_union, mem_union, mem_sdiff]
    by_cases h : a ∈ s
    · exact ⟨fun _ => .inl h, fun _ => .inl h⟩
    · exact ⟨fun k => k.elim .inl fun k => .inr ⟨k, h⟩, fun k => k.elim .inl fun k => .inr k.1⟩
  rw [e, card_union_of_disjoint fun a h k => (mem_sdiff.1 k).2 h]
  exact Nat.add_le_add_left (card_le_card fun a h => (mem_sdiff.1 h).1) _
theorem card_image_le [DecidableEq β] (s : Finset α) (f : α → β) : (s.image f).card ≤ s.card := by
  letI : DecidableEq α := fun a b => Classical.propDecidable (a = b)
  induction s using induction_on with
  | empty => exact Nat.le_refl 0
  | insert a s ha ih =>
    rw [card_insert_of_notMem ha, show (insert a s).image f = insert (f a) (s.image f) from ext
      fun b => by
      rw [mem_image, mem_insert, mem_image]
      exact ⟨fun ⟨x, hx, e⟩ => (mem_insert.1 hx).elim (fun k => .inl (k ▸ e.symm)) fun k => .inr ⟨x,
        k, e⟩,
        fun h => h.elim (fun e => ⟨a, mem_insert_self a s, e.symm⟩) fun ⟨x, hx, e⟩ => ⟨x,
          mem_insert_of_mem hx, e⟩⟩]
    exact Nat.le_trans (card_insert_le _ _) (Nat.succ_le_succ ih)
/-- The union bound for numbers of elements. -/
theorem card_filter_exists_le (s : Finset α) (t : Finset β) (p : β → α → Prop)
    [(b : β) → DecidablePred (p b)] [DecidablePred fun a => ∃ b, b ∈ t ∧ p b a] :
    (s.filter fun a => ∃ b, b ∈ t ∧ p b a).card ≤ ∑ b ∈ t, (s.filter fun a => p b a).card := by
  rw [sum_congr rfl fun b _ => card_filter s (p b), sum_comm, card_filter]
  exact sum_le_sum fun a _ => ite_exists_le_sum t fun b => p b a
/-- Pigeonhole principle: if there are more than `n` times as many elements as values, some value is
taken more than `n` times. -/
theorem exists_lt_card_fiber_of_mul_lt_card [DecidableEq β] {s : Finset α} {t : Finset β}
    {f : α → β} {n : Nat}
    (hf : ∀ a, a ∈ s → f a ∈ t) (h : t.card * n < s.card) :
    ∃ y, y ∈ t ∧ n < (s.filter fun x => f x = y).card := by
  rw [card_eq_sum_card_fiberwise hf, ← Nat.cast_id (t.card), ← sum_const] at h
  exact exists_lt_of_sum_lt h
/-- Pigeonhole principle: a map to a smaller set takes some value twice. -/
theorem exists_ne_map_eq_of_card_lt_of_maps_to {s : Finset α} {t : Finset β} {f : α → β}
    (h : t.card < s.card) (hf : ∀ a, a ∈ s → f a ∈ t) :
      ∃ x, x ∈ s ∧ ∃ y, y ∈ s ∧ x ≠ y ∧ f x = f y := by
  letI : DecidableEq β := fun a b => Classical.propDecidable (a = b)
  refine Classical.byContradiction fun k => not_le_of_gt h ?_
  rw [← card_image_of_injOn (s := s) (f := f) fun a ha b hb e =>
    Classical.byContradiction fun ne => k ⟨a, ha, b, hb, ne, e⟩]
  exact card_le_card fun y hy => let ⟨x, hx, e⟩ := mem_image.1 hy; e ▸ hf x hx

section Ring
variable {R : Type w} [LinearOrderedCommRing R]

/-- A product of numbers between zero and one is at least one less the sum of the differences
(Weierstrass). -/
theorem one_sub_sum_le_prod_one_sub {s : Finset α} {f : α → R} (h₀ : ∀ x, x ∈ s → 0 ≤ f x)
    (h₁ : ∀ x, x ∈ s → f x ≤ 1) : 1 - ∑ x ∈ s, f x ≤ ∏ x ∈ s, (1 - f x) := by
  have key : ∀ l : List α, (∀ x, x ∈ l → 0 ≤ f x) → (∀ x, x ∈ l → f x ≤ 1) →
      1 - l.foldSum f ≤ (l.foldProd fun x => 1 - f x) ∧ (l.foldProd fun x => 1 - f x) ≤ 1 ∧
        0 ≤ l.foldProd fun x => 1 - f x := by
    intro l
    induction l with
    | nil => exact fun _ _ => ⟨by rw [show ([] : List α).foldSum f = 0 from rfl, sub_zero]; rfl,
        le_rfl, zero_le_one⟩
    | cons a l ih =>
      intro h₀ h₁
      obtain ⟨i₁, i₂, i₃⟩ := ih (fun x hx => h₀ x (List.mem_cons_of_mem a hx))
        fun x hx => h₁ x (List.mem_cons_of_mem a hx)
      have a₀ := h₀ a List.mem_cons_self
      have a₁ := sub_nonneg.2 (h₁ a List.mem_cons_self)
      show 1 - (f a + l.foldSum f) ≤ (1 - f a) * (l.foldProd fun x => 1 - f x) ∧
        (1 - f a) * (l.foldProd fun x => 1 - f x) ≤ 1 ∧
          0 ≤ (1 - f a) * l.foldProd fun x => 1 - f x
      refine ⟨?_, mul_le_one₀ (sub_le_self 1 a₀) i₃ i₂, mul_nonneg a₁ i₃⟩
      rw [one_sub_mul]
      have k := mul_le_mul_of_nonneg_left i₂ a₀
      rw [mul_one] at k
      refine le_trans ?_ (sub_le_sub i₁ k)
      rw [sub_sub, add_comm]
  induction s using ind with | h l hl
  exact (key l h₀ h₁).1


/-- The triangle inequality for sums. -/
theorem abs_sum_le_sum_abs (s : Finset α) (f : α → R) : |∑ x ∈ s, f x| ≤ ∑ x ∈ s, |f x| :=
  abs_le_of_le_of_neg_le (sum_le_sum fun x _ => le_abs_self (f x))
    (by rw [← sum_neg_distrib]; exact sum_le_sum fun x _ => neg_le_abs (f x))
theorem abs_prod (s : Finset α) (f : α → R) : |∏ x ∈ s, f x| = ∏ x ∈ s, |f x| := by
  induction s using ind with | h l hl
  show |l.foldProd f| = l.foldProd fun x => |f x|
  clear hl
  induction l with
  | nil => exact abs_one
  | cons a l ih =>
    show |f a * l.foldProd f| = |f a| * l.foldProd fun x => |f x|
    rw [abs_mul, ih]

end Ring

end Finset

namespace Fintype
open Finset
variable {α : Type u} {β : Type v} [Fintype α] [Fintype β]

theorem card_pos_iff : 0 < card α ↔ Nonempty α :=
  card_pos.trans ⟨fun ⟨a, _⟩ => ⟨a⟩, fun ⟨a⟩ => ⟨a, mem_univ a⟩⟩
theorem card_le_of_injective (f : α → β) (h : Function.Injective f) : card α ≤ card β := by
  show (univ : Finset α).card ≤ _
  rw [← card_image_of_injOn (s := univ) (f := f) fun a _ b _ e => h e]
  exact card_le_card fun b _ => mem_univ b
/-- Pigeonhole principle: a map to a smaller type takes some value twice. -/
theorem exists_ne_map_eq_of_card_lt (f : α → β) (h : card β < card α) : ∃ x y, x ≠ y ∧ f x = f y :=
  let ⟨x, _, y, _, k⟩ := exists_ne_map_eq_of_card_lt_of_maps_to h fun a _ => mem_univ (f a)
  ⟨x, y, k⟩

end Fintype
