prelude
import DeepTheory.Algebra.BigOperators.Sum
import DeepTheory.Algebra.BigOperators.Prod
import DeepTheory.Algebra.Int.Basic
import DeepTheory.Algebra.Field.Basic
/-! # Sums and products in rings and fields

## Main statements

* constants: `Finset.sum_const` (with the number of elements in place of Mathlib's `•`),
  `Finset.prod_const`,
* distributivity: `Finset.mul_sum`, `Finset.sum_mul`, `Finset.sum_mul_sum`, and the product of sums
  as a sum over functions, `Finset.prod_univ_sum` (independence, the hypercube),
* `Finset.sum_sub_distrib`, `Finset.sum_neg_distrib`, `Finset.sum_div`, `Finset.prod_pow`,
  `Nat.cast_sum`, `Finset.prod_eq_zero`,
* numbers of elements: `Finset.card_filter`, `Finset.card_product`, `Fintype.card_prod`,
  `Fintype.card_pi`, `Fintype.card_fun`, `Finset.card_eq_sum_card_fiberwise`, and double counting,
  `Finset.sum_card_bipartite`.
-/
set_option autoImplicit false
universe u v w

namespace Finset
variable {α : Type u} {β : Type v}

section Semiring
variable {R : Type w} [Semiring R]

theorem card_eq_sum_ones (s : Finset α) : s.card = ∑ _x ∈ s, 1 := by
  induction s using ind with | h l hl
  show l.foldr (fun _ n => n + 1) 0 = l.foldSum fun _ => 1
  clear hl
  induction l with
  | nil => rfl
  | cons a l ih => rw [List.foldr, ih]; exact Nat.add_comm _ _
theorem mul_sum (s : Finset α) (f : α → R) (c : R) : c * ∑ x ∈ s, f x = ∑ x ∈ s, c * f x := by
  induction s using ind with | h l hl
  show c * l.foldSum f = l.foldSum fun x => c * f x
  clear hl
  induction l with
  | nil => exact mul_zero c
  | cons a l ih =>
    show c * (f a + l.foldSum f) = c * f a + l.foldSum fun x => c * f x
    rw [mul_add, ih]
theorem sum_mul (s : Finset α) (f : α → R) (c : R) : (∑ x ∈ s, f x) * c = ∑ x ∈ s, f x * c := by
  induction s using ind with | h l hl
  show l.foldSum f * c = l.foldSum fun x => f x * c
  clear hl
  induction l with
  | nil => exact zero_mul c
  | cons a l ih =>
    show (f a + l.foldSum f) * c = f a * c + l.foldSum fun x => f x * c
    rw [add_mul, ih]
/-- The product of two sums is a double sum. -/
theorem sum_mul_sum (s : Finset α) (t : Finset β) (f : α → R) (g : β → R) :
    (∑ x ∈ s, f x) * ∑ y ∈ t, g y = ∑ x ∈ s, ∑ y ∈ t, f x * g y := by
  rw [sum_mul]; exact sum_congr rfl fun x _ => mul_sum t g (f x)
@[simp] theorem _root_.Nat.cast_sum (s : Finset α) (f : α → Nat) :
    ((∑ x ∈ s, f x : Nat) : R) = ∑ x ∈ s, (f x : R) := by
  induction s using ind with | h l hl
  show ((l.foldSum f : Nat) : R) = l.foldSum fun x => (f x : R)
  clear hl
  induction l with
  | nil => exact Nat.cast_zero
  | cons a l ih =>
    show ((f a + l.foldSum f : Nat) : R) = (f a : R) + l.foldSum fun x => (f x : R)
    rw [Nat.cast_add, ih]
/-- The sum of a constant. -/
@[simp] theorem sum_const (s : Finset α) (c : R) : ∑ _x ∈ s, c = s.card * c := by
  rw [card_eq_sum_ones, Nat.cast_sum, sum_mul]
  exact sum_congr rfl fun _ _ => by rw [Nat.cast_one, one_mul]
/-- The sum of an indicator counts. -/
theorem sum_boole (s : Finset α) (p : α → Prop) [DecidablePred p] :
    (∑ x ∈ s, if p x then 1 else 0 : R) = ((s.filter p).card : Nat) := by
  rw [← sum_filter, sum_const, mul_one]

end Semiring

theorem card_filter (s : Finset α) (p : α → Prop) [DecidablePred p] :
    (s.filter p).card = ∑ x ∈ s, if p x then 1 else 0 := by
  rw [sum_boole, Nat.cast_id]

section CommSemiring
variable {R : Type w} [CommSemiring R]

@[simp] theorem prod_const (s : Finset α) (c : R) : ∏ _x ∈ s, c = c ^ s.card := by
  induction s using ind with | h l hl
  show l.foldProd (fun _ => c) = c ^ l.foldr (fun _ n => n + 1) 0
  clear hl
  induction l with
  | nil => exact (pow_zero c).symm
  | cons a l ih =>
    show c * l.foldProd (fun _ => c) = c ^ (l.foldr (fun _ n => n + 1) 0 + 1)
    rw [ih, pow_succ']
theorem prod_pow (s : Finset α) (n : Nat) (f : α → R) : ∏ x ∈ s, f x ^ n = (∏ x ∈ s, f x) ^ n := by
  induction n with
  | zero => rw [pow_zero]; exact prod_eq_one fun x _ => pow_zero _
  | succ n ih =>
    rw [pow_succ, ← ih, ← prod_mul_distrib]
    exact prod_congr rfl fun x _ => pow_succ _ _
theorem prod_pow_eq_pow_sum (s : Finset α) (f : α → Nat) (c : R) :
    ∏ x ∈ s, c ^ f x = c ^ ∑ x ∈ s, f x := by
  induction s using ind with | h l hl
  show (l.foldProd fun x => c ^ f x) = c ^ l.foldSum f
  clear hl
  induction l with
  | nil => exact (pow_zero c).symm
  | cons a l ih =>
    show c ^ f a * (l.foldProd fun x => c ^ f x) = c ^ (f a + l.foldSum f)
    rw [ih, pow_add]
theorem prod_eq_zero {s : Finset α} {f : α → R} {a : α} (ha : a ∈ s) (h : f a = 0) :
    ∏ x ∈ s, f x = 0 := by
  induction s using ind with | h l hl
  obtain ⟨m, t, rfl⟩ := List.exists_append_of_mem ha
  show (m ++ a :: t).foldProd f = 0
  rw [List.foldProd_append, show (a :: t).foldProd f = f a * t.foldProd f from rfl, h, zero_mul,
    mul_zero]
@[simp] theorem _root_.Nat.cast_prod (s : Finset α) (f : α → Nat) :
    ((∏ x ∈ s, f x : Nat) : R) = ∏ x ∈ s, (f x : R) := by
  induction s using ind with | h l hl
  show ((l.foldProd f : Nat) : R) = l.foldProd fun x => (f x : R)
  clear hl
  induction l with
  | nil => exact Nat.cast_one
  | cons a l ih =>
    show ((f a * l.foldProd f : Nat) : R) = (f a : R) * l.foldProd fun x => (f x : R)
    rw [Nat.cast_mul, ih]

end CommSemiring

section AddCommGroup
variable {M : Type w} [AddCommGroup M]

@[simp] theorem sum_neg_distrib (s : Finset α) (f : α → M) : ∑ x ∈ s, -f x = -∑ x ∈ s, f x :=
  eq_neg_of_add_eq_zero_left (by
    rw [← sum_add_distrib]; exact sum_eq_zero fun x _ => neg_add_cancel (f x))
theorem sum_sub_distrib (s : Finset α) (f g : α → M) :
    ∑ x ∈ s, (f x - g x) = (∑ x ∈ s, f x) - ∑ x ∈ s, g x := by
  rw [sub_eq_add_neg, ← sum_neg_distrib, ← sum_add_distrib]
  exact sum_congr rfl fun x _ => sub_eq_add_neg _ _
/-- A telescoping sum. -/
theorem sum_range_sub (f : Nat → M) (n : Nat) : ∑ i < n, (f (i + 1) - f i) = f n - f 0 := by
  induction n with
  | zero => rw [sum_range_zero, sub_self]
  | succ n ih => rw [sum_range_succ, ih, add_comm, sub_add_sub_cancel]

end AddCommGroup

theorem _root_.Int.cast_sum {R : Type w} [CommRing R] (s : Finset α) (f : α → Int) :
    ((∑ x ∈ s, f x : Int) : R) = ∑ x ∈ s, (f x : R) := by
  induction s using ind with | h l hl
  show ((l.foldSum f : Int) : R) = l.foldSum fun x => (f x : R)
  clear hl
  induction l with
  | nil => exact Int.cast_zero
  | cons a l ih =>
    show ((f a + l.foldSum f : Int) : R) = (f a : R) + l.foldSum fun x => (f x : R)
    rw [Int.cast_add, ih]

section Field
variable {K : Type w} [Field K]

theorem sum_div (s : Finset α) (f : α → K) (c : K) : (∑ x ∈ s, f x) / c = ∑ x ∈ s, f x / c := by
  rw [div_eq_mul_inv, sum_mul]; exact sum_congr rfl fun x _ => (div_eq_mul_inv _ _).symm
theorem prod_ne_zero {s : Finset α} {f : α → K} (h : ∀ a, a ∈ s → f a ≠ 0) : ∏ x ∈ s, f x ≠ 0 := by
  have key : ∀ l : List α, (∀ a, a ∈ l → f a ≠ 0) → l.foldProd f ≠ 0 := by
    intro l
    induction l with
    | nil => exact fun _ => one_ne_zero
    | cons a l ih =>
      exact fun h => mul_ne_zero (h a List.mem_cons_self) (ih fun b hb =>
        h b (List.mem_cons_of_mem a hb))
  induction s using ind with | h l hl
  exact key l h
theorem prod_inv_distrib (s : Finset α) (f : α → K) : ∏ x ∈ s, (f x)⁻¹ = (∏ x ∈ s, f x)⁻¹ := by
  induction s using ind with | h l hl
  show (l.foldProd fun x => (f x)⁻¹) = (l.foldProd f)⁻¹
  clear hl
  induction l with
  | nil => exact inv_one.symm
  | cons a l ih =>
    show (f a)⁻¹ * (l.foldProd fun x => (f x)⁻¹) = (f a * l.foldProd f)⁻¹
    rw [ih, mul_inv]
theorem prod_div_distrib (s : Finset α) (f g : α → K) :
    ∏ x ∈ s, f x / g x = (∏ x ∈ s, f x) / ∏ x ∈ s, g x := by
  rw [div_eq_mul_inv, ← prod_inv_distrib, ← prod_mul_distrib]
  exact prod_congr rfl fun x _ => div_eq_mul_inv _ _

end Field

/-! ## Counting -/

theorem card_eq_of_bij {s : Finset α} {t : Finset β} (i : (a : α) → a ∈ s → β)
    (hi : ∀ a ha, i a ha ∈ t)
    (inj : ∀ a ha b hb, i a ha = i b hb → a = b) (surj : ∀ b, b ∈ t → ∃ a, ∃ ha : a ∈ s,
      i a ha = b) :
    s.card = t.card := by
  rw [card_eq_sum_ones, card_eq_sum_ones]; exact sum_bij i hi inj surj fun _ _ => rfl
theorem card_product (s : Finset α) (t : Finset β) : (s ×ˢ t).card = s.card * t.card := by
  rw [card_eq_sum_ones, sum_product, card_eq_sum_ones s, sum_mul]
  exact sum_congr rfl fun x _ => by rw [card_eq_sum_ones, one_mul]
theorem card_union_of_disjoint [DecidableEq α] {s t : Finset α} (h : ∀ a, a ∈ s → ¬a ∈ t) :
    (s ∪ t).card = s.card + t.card := by
  rw [card_eq_sum_ones, sum_union h, ← card_eq_sum_ones, ← card_eq_sum_ones]
theorem card_filter_add_card_filter_not (s : Finset α) (p : α → Prop) [DecidablePred p] :
    (s.filter p).card + (s.filter fun x => ¬p x).card = s.card := by
  rw [card_eq_sum_ones, card_eq_sum_ones, card_eq_sum_ones s]
  exact sum_filter_add_sum_filter_not s p fun _ => 1
theorem card_image_of_injOn [DecidableEq β] {s : Finset α} {f : α → β}
    (h : ∀ a, a ∈ s → ∀ b, b ∈ s → f a = f b → a = b) : (s.image f).card = s.card := by
  rw [card_eq_sum_ones, card_eq_sum_ones, sum_image h]
/-- The number of elements, counted by the values of a map. -/
theorem card_eq_sum_card_fiberwise [DecidableEq β] {s : Finset α} {t : Finset β} {f : α → β}
    (h : ∀ x, x ∈ s → f x ∈ t) : s.card = ∑ y ∈ t, (s.filter fun x => f x = y).card := by
  rw [card_eq_sum_ones, ← sum_fiberwise_of_maps_to h]
  exact sum_congr rfl fun y _ => (card_eq_sum_ones _).symm
/-- Double counting: the pairs in a relation, counted by rows and by columns. -/
theorem sum_card_bipartite (s : Finset α) (t : Finset β) (r : α → β → Prop)
    [(a : α) → DecidablePred (r a)] :
    ∑ a ∈ s, (t.filter fun b => r a b).card = ∑ b ∈ t, (s.filter fun a => r a b).card := by
  rw [show (∑ a ∈ s, (t.filter fun b => r a b).card) = ∑ a ∈ s, ∑ b ∈ t, if r a b then 1 else 0 from
    sum_congr rfl fun a _ => card_filter t _, sum_comm]
  exact sum_congr rfl fun b _ => (card_filter s _).symm

end Finset

/-! ## Products of sums -/

namespace Fintype
open Finset
variable {α : Type u} {π : α → Type v} {R : Type w} [CommSemiring R]

/-- The product over the elements of a list, of terms that may use that they are elements. -/
private def prodMem : (l : List α) → ((x : α) → x ∈ l → R) → R
  | [], _ => 1
  | a :: l, g => g a List.mem_cons_self * prodMem l fun x h => g x (List.mem_cons_of_mem a h)

private theorem prodMem_congr {l : List α} {f g : (x : α) → x ∈ l → R}
    (h : ∀ x hx, f x hx = g x hx) :
    prodMem l f = prodMem l g := by
  rw [show f = g by funext x hx; exact h x hx]

private theorem prodMem_eq (f : α → R) (l : List α) :
    prodMem l (fun x _ => f x) = l.foldProd f := by
  induction l with
  | nil => rfl
  | cons a l ih => exact congrArg (f a * ·) ih

private theorem prodMem_sum [DecidableEq α] [(a : α) → Fintype (π a)] (f : (a : α) → π a → R)
    {l : List α}
    (hl : l.Nodup) : (prodMem l fun x _ => ∑ b, f x b) =
      (piList (π := π) l).foldSum fun φ => prodMem l fun x h => f x (φ x h) := by
  induction l with
  | nil => exact (add_zero 1).symm
  | cons a l ih =>
    have hl := List.nodup_cons.1 hl
    show (∑ b, f a b) * prodMem l (fun x _ => ∑ b, f x b) = (List.flatMap _ _).foldSum _
    rw [ih hl.2, List.foldSum_flatMap, sum_mul]
    refine Finset.sum_congr rfl fun b _ => ?_
    rw [List.foldSum_map]
    show _ * (Finset.mk (piList l) (nodup_piList hl.2)).sum _ =
      (Finset.mk (piList l) (nodup_piList hl.2)).sum _
    rw [mul_sum]
    refine Finset.sum_congr rfl fun φ _ => ?_
    show _ = f a (piCons b φ a _) * prodMem l fun x h => f x (piCons b φ x _)
    rw [piCons_self]
    exact congrArg (f a b * ·) (prodMem_congr fun x hx => by
      rw [piCons_of_ne _ _ _ fun (e : x = a) => hl.1 (e ▸ hx)])

/-- A product of sums is the sum over all choice functions of the products. -/
theorem _root_.Finset.prod_univ_sum [Fintype α] [(a : α) → Fintype (π a)] (f : (a : α) → π a → R) :
    ∏ a, ∑ b, f a b = ∑ φ : (a : α) → π a, ∏ a, f a (φ a) := by
  show (elems : List α).foldProd _ = ((piList (π := π) (elems : List α)).map _).foldSum _
  rw [← prodMem_eq, prodMem_sum f nodup, List.foldSum_map]
  exact List.foldSum_congr fun φ _ => prodMem_eq (fun x => f x (φ x (complete x))) elems

/-- The power of a sum is the sum over all functions of the products. -/
theorem _root_.Finset.sum_pow_univ {ι : Type u} {κ : Type v} [Fintype ι] [Fintype κ] (f : κ → R) :
    (∑ k, f k) ^ card ι = ∑ φ : ι → κ, ∏ i, f (φ i) := by
  rw [← Finset.prod_univ_sum fun _ : ι => f, prod_const]; rfl

variable {β : Type v}

theorem card_eq_sum_ones (α : Type u) [Fintype α] :
    card α = ∑ _a : α, 1 := Finset.card_eq_sum_ones _
theorem card_congr [Fintype α] [Fintype β] (e : α ≃ β) : card α = card β := by
  rw [card_eq_sum_ones, card_eq_sum_ones]; exact e.sum_comp fun _ => 1
@[simp] theorem card_prod [Fintype α] [Fintype β] :
    card (α × β) = card α * card β := card_product univ univ
@[simp] theorem card_sum [Fintype α] [Fintype β] : card (α ⊕ β) = card α + card β := by
  rw [card_eq_sum_ones, sum_sum_type, ← card_eq_sum_ones, ← card_eq_sum_ones]
@[simp] theorem card_option [Fintype α] : card (Option α) = card α + 1 := by
  rw [card_eq_sum_ones, sum_option, ← card_eq_sum_ones, Nat.add_comm]
theorem card_pi [Fintype α] [(a : α) → Fintype (π a)] : card ((a : α) → π a) = ∏ a, card (π a) := by
  rw [card_eq_sum_ones, show (∏ a, card (π a)) = ∏ a, ∑ _b : π a, 1 from
    Finset.prod_congr rfl fun a _ => card_eq_sum_ones _, Finset.prod_univ_sum fun (_ : α) _ => 1]
  exact Finset.sum_congr rfl fun φ _ => (prod_const_one _).symm
@[simp] theorem card_fun [Fintype α] [Fintype β] : card (α → β) = card β ^ card α := by
  rw [card_pi, prod_const]; rfl
theorem card_subtype [Fintype α] (p : α → Prop) [DecidablePred p] :
    card {a // p a} = (univ.filter p).card := by
  rw [card_eq_sum_ones, Finset.card_eq_sum_ones]; exact sum_subtype p fun _ => 1

end Fintype
