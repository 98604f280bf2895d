prelude
import DeepTheory.Core.List.Basic
/-!
# Lists: statements

The rules for the functions of `DeepTheory.Core.List.Basic`, by core's names; `simp` knows those
about the constructors, lengths and membership.

## Main statements

* `List.append_assoc`, `List.length_append`, `List.length_map`, `List.length_range`
* `List.mem_append`, `List.mem_map`, `List.mem_filter`, `List.mem_range`, ...
* `List.sum_append`, `List.foldr_append`, `List.map_map`, `List.reverse_append`
* decidability of `a ∈ l`, `∀ x ∈ l, p x`, `∃ x ∈ l, p x`
-/
set_option autoImplicit false
universe u v w

namespace List
variable {α : Type u} {β : Type v} {γ : Type w}

/-! ## Length and concatenation -/

@[simp] theorem length_nil : length ([] : List α) = 0 := rfl

@[simp] theorem length_cons {a : α} {as : List α} : (a :: as).length = as.length + 1 := rfl

theorem cons_ne_nil (a : α) (l : List α) : a :: l ≠ [] := fun h => nomatch h

@[simp] theorem nil_append (as : List α) : [] ++ as = as := rfl

@[simp] theorem cons_append {a : α} {as bs : List α} : (a :: as) ++ bs = a :: (as ++ bs) := rfl

@[simp] theorem append_nil (as : List α) : as ++ [] = as := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [cons_append, ih]

@[simp] theorem append_assoc (as bs cs : List α) : (as ++ bs) ++ cs = as ++ (bs ++ cs) := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [cons_append, cons_append, ih, cons_append]

@[simp] theorem length_append {as bs : List α} :
    (as ++ bs).length = as.length + bs.length := by
  induction as with
  | nil => exact (Nat.zero_add _).symm
  | cons a as ih => rw [cons_append, length_cons, ih, length_cons, Nat.add_right_comm]

theorem length_eq_zero_iff {l : List α} : length l = 0 ↔ l = [] := by
  cases l with
  | nil => exact ⟨fun _ => rfl, fun _ => rfl⟩
  | cons a l => exact ⟨fun h => absurd h (Nat.succ_ne_zero _), fun h => absurd h (cons_ne_nil a l)⟩

theorem length_pos_iff {l : List α} : 0 < length l ↔ l ≠ [] :=
  Nat.pos_iff_ne_zero.trans (not_congr length_eq_zero_iff)

theorem append_cancel_left {as bs cs : List α} (h : as ++ bs = as ++ cs) : bs = cs := by
  induction as with
  | nil => exact h
  | cons a as ih => exact ih (List.cons.inj h).2

@[simp] theorem append_eq_nil_iff {p q : List α} : p ++ q = [] ↔ p = [] ∧ q = [] := by
  cases p with
  | nil => exact ⟨fun h => ⟨rfl, h⟩, And.right⟩
  | cons a p => exact ⟨fun h => absurd h (cons_ne_nil _ _), fun h => absurd h.1 (cons_ne_nil a p)⟩

/-! ## Maps, filters and folds -/

@[simp] theorem map_nil {f : α → β} : map f [] = [] := rfl

@[simp] theorem map_cons {f : α → β} {a : α} {l : List α} :
    map f (a :: l) = f a :: map f l := rfl

@[simp] theorem length_map {as : List α} (f : α → β) : (as.map f).length = as.length := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [map_cons, length_cons, ih, length_cons]

@[simp] theorem map_append {f : α → β} {l₁ l₂ : List α} :
    map f (l₁ ++ l₂) = map f l₁ ++ map f l₂ := by
  induction l₁ with
  | nil => rfl
  | cons a l ih => rw [cons_append, map_cons, ih, map_cons, cons_append]

@[simp] theorem map_map {g : β → γ} {f : α → β} {l : List α} :
    map g (map f l) = map (g ∘ f) l := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [map_cons, map_cons, ih]; rfl

@[simp] theorem map_id (l : List α) : map (@id α) l = l := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [map_cons, ih]; rfl

@[simp] theorem map_id' (l : List α) : map (fun a => a) l = l := map_id l

theorem map_eq_nil_iff {f : α → β} {l : List α} : map f l = [] ↔ l = [] := by
  cases l with
  | nil => exact ⟨fun _ => rfl, fun _ => rfl⟩
  | cons a l => exact ⟨fun h => absurd h (cons_ne_nil _ _), fun h => absurd h (cons_ne_nil a l)⟩

@[simp] theorem filter_nil {p : α → Bool} : filter p [] = [] := rfl

@[simp] theorem filter_cons_of_pos {p : α → Bool} {a : α} {l : List α} (pa : p a = true) :
    filter p (a :: l) = a :: filter p l := by rw [filter, pa]

@[simp] theorem filter_cons_of_neg {p : α → Bool} {a : α} {l : List α} (pa : ¬p a = true) :
    filter p (a :: l) = filter p l := by rw [filter, Bool.of_not_eq_true pa]

theorem filter_cons {p : α → Bool} {x : α} {xs : List α} :
    (x :: xs).filter p = if p x then x :: xs.filter p else xs.filter p := by
  by_cases h : p x = true
  · rw [filter_cons_of_pos h, if_pos h]
  · rw [filter_cons_of_neg h, if_neg h]

@[simp] theorem filter_append {p : α → Bool} (l₁ l₂ : List α) :
    filter p (l₁ ++ l₂) = filter p l₁ ++ filter p l₂ := by
  induction l₁ with
  | nil => rfl
  | cons a l ih =>
    by_cases h : p a = true
    · rw [cons_append, filter_cons_of_pos h, filter_cons_of_pos h, ih, cons_append]
    · rw [cons_append, filter_cons_of_neg h, filter_cons_of_neg h, ih]

theorem length_filter_le (p : α → Bool) (l : List α) : (l.filter p).length ≤ l.length := by
  induction l with
  | nil => exact Nat.le_refl 0
  | cons a l ih =>
    by_cases h : p a = true
    · rw [filter_cons_of_pos h]; exact Nat.succ_le_succ ih
    · rw [filter_cons_of_neg h]; exact Nat.le_succ_of_le ih

@[simp] theorem flatten_nil : flatten ([] : List (List α)) = [] := rfl

@[simp] theorem flatten_cons {l : List α} {L : List (List α)} :
    flatten (l :: L) = l ++ flatten L := rfl

@[simp] theorem flatMap_nil {f : α → List β} : List.flatMap [] f = [] := rfl

@[simp] theorem flatMap_cons {a : α} {l : List α} {f : α → List β} :
    List.flatMap (a :: l) f = f a ++ List.flatMap l f := rfl

@[simp] theorem foldr_nil {f : α → β → β} {b : β} : foldr f b [] = b := rfl

@[simp] theorem foldr_cons {f : α → β → β} {b : β} {a : α} {l : List α} :
    foldr f b (a :: l) = f a (foldr f b l) := rfl

@[simp] theorem foldl_nil {f : β → α → β} {b : β} : foldl f b [] = b := rfl

@[simp] theorem foldl_cons {f : β → α → β} {b : β} {a : α} {l : List α} :
    foldl f b (a :: l) = foldl f (f b a) l := rfl

@[simp] theorem foldr_append {f : α → β → β} {b : β} {l l' : List α} :
    (l ++ l').foldr f b = l.foldr f (l'.foldr f b) := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [cons_append, foldr_cons, ih, foldr_cons]

@[simp] theorem foldl_append {f : β → α → β} {b : β} {l l' : List α} :
    (l ++ l').foldl f b = l'.foldl f (l.foldl f b) := by
  induction l generalizing b with
  | nil => rfl
  | cons a l ih => rw [cons_append, foldl_cons, ih, foldl_cons]

theorem foldr_map {f : α → β} {g : β → γ → γ} {l : List α} {init : γ} :
    (l.map f).foldr g init = l.foldr (fun x y => g (f x) y) init := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [map_cons, foldr_cons, ih, foldr_cons]

@[simp] theorem sum_nil [Add α] [Zero α] : ([] : List α).sum = 0 := rfl

@[simp] theorem sum_cons [Add α] [Zero α] {a : α} {l : List α} :
    (a :: l).sum = a + l.sum := rfl

theorem sum_append_nat {l₁ l₂ : List Nat} : (l₁ ++ l₂).sum = l₁.sum + l₂.sum := by
  induction l₁ with
  | nil => exact (Nat.zero_add _).symm
  | cons a l ih => rw [cons_append, sum_cons, ih, sum_cons, Nat.add_assoc]

/-! ## Membership -/

@[simp] theorem not_mem_nil {a : α} : ¬a ∈ ([] : List α) := fun h => nomatch h

theorem mem_cons_self {a : α} {l : List α} : a ∈ a :: l := Mem.head l

theorem mem_cons_of_mem (y : α) {a : α} {l : List α} : a ∈ l → a ∈ y :: l := Mem.tail y

@[simp] theorem mem_cons {b : α} {l : List α} {a : α} : a ∈ b :: l ↔ a = b ∨ a ∈ l :=
  ⟨fun h => by
    cases h with
    | head => exact Or.inl rfl
    | tail _ h => exact Or.inr h,
  fun h => h.elim (fun e => e ▸ mem_cons_self) (mem_cons_of_mem b)⟩

theorem eq_or_mem_of_mem_cons {a b : α} {l : List α} : a ∈ b :: l → a = b ∨ a ∈ l := mem_cons.1

theorem mem_of_ne_of_mem {a y : α} {l : List α} (h₁ : a ≠ y) (h₂ : a ∈ y :: l) : a ∈ l :=
  (mem_cons.1 h₂).resolve_left h₁

theorem mem_singleton {a b : α} : a ∈ [b] ↔ a = b :=
  mem_cons.trans (or_iff_left not_mem_nil)

@[simp] theorem mem_append {a : α} {s t : List α} : a ∈ s ++ t ↔ a ∈ s ∨ a ∈ t := by
  induction s with
  | nil => exact ⟨Or.inr, fun h => h.resolve_left not_mem_nil⟩
  | cons b s ih => rw [cons_append, mem_cons, mem_cons, ih, or_assoc]

theorem mem_append_left {a : α} {as : List α} (bs : List α) : a ∈ as → a ∈ as ++ bs :=
  fun h => mem_append.2 (Or.inl h)

theorem mem_append_right {b : α} (as : List α) {bs : List α} : b ∈ bs → b ∈ as ++ bs :=
  fun h => mem_append.2 (Or.inr h)

@[simp] theorem mem_map {f : α → β} {l : List α} {b : β} :
    b ∈ l.map f ↔ ∃ a, a ∈ l ∧ f a = b := by
  induction l with
  | nil => exact ⟨fun h => absurd h not_mem_nil, fun ⟨_, h, _⟩ => absurd h not_mem_nil⟩
  | cons a l ih =>
    rw [map_cons, mem_cons, ih]
    exact ⟨fun h => h.elim (fun e => ⟨a, mem_cons_self, e.symm⟩)
        fun ⟨x, h, e⟩ => ⟨x, mem_cons_of_mem a h, e⟩,
      fun ⟨x, h, e⟩ => (mem_cons.1 h).elim (fun k => Or.inl (k ▸ e.symm))
        fun k => Or.inr ⟨x, k, e⟩⟩

theorem mem_map_of_mem {f : α → β} {a : α} {l : List α} (h : a ∈ l) : f a ∈ map f l :=
  mem_map.2 ⟨a, h, rfl⟩

theorem exists_of_mem_map {f : α → β} {b : β} {l : List α} (h : b ∈ map f l) :
    ∃ a, a ∈ l ∧ f a = b := mem_map.1 h

@[simp] theorem mem_filter {p : α → Bool} {as : List α} {x : α} :
    x ∈ filter p as ↔ x ∈ as ∧ p x = true := by
  induction as with
  | nil => exact ⟨fun h => absurd h not_mem_nil, fun h => absurd h.1 not_mem_nil⟩
  | cons a l ih =>
    by_cases h : p a = true
    · rw [filter_cons_of_pos h, mem_cons, mem_cons, ih]
      exact ⟨fun h' => h'.elim (fun e => ⟨Or.inl e, e ▸ h⟩) fun h' => ⟨Or.inr h'.1, h'.2⟩,
        fun ⟨h₁, h₂⟩ => h₁.imp_right fun h₁ => ⟨h₁, h₂⟩⟩
    · rw [filter_cons_of_neg h, mem_cons, ih]
      exact ⟨fun h' => ⟨Or.inr h'.1, h'.2⟩,
        fun ⟨h₁, h₂⟩ => ⟨h₁.resolve_left fun e => h (e ▸ h₂), h₂⟩⟩

@[simp] theorem mem_flatten {a : α} {L : List (List α)} : a ∈ L.flatten ↔ ∃ l, l ∈ L ∧ a ∈ l := by
  induction L with
  | nil => exact ⟨fun h => absurd h not_mem_nil, fun ⟨_, h, _⟩ => absurd h not_mem_nil⟩
  | cons l L ih =>
    rw [flatten_cons, mem_append, ih]
    exact ⟨fun h => h.elim (fun h => ⟨l, mem_cons_self, h⟩)
        fun ⟨m, h, k⟩ => ⟨m, mem_cons_of_mem l h, k⟩,
      fun ⟨m, h, k⟩ => (mem_cons.1 h).elim (fun e => Or.inl (e ▸ k)) fun h => Or.inr ⟨m, h, k⟩⟩

@[simp] theorem mem_flatMap {f : α → List β} {b : β} {l : List α} :
    b ∈ l.flatMap f ↔ ∃ a, a ∈ l ∧ b ∈ f a := by
  rw [List.flatMap, mem_flatten]
  exact ⟨fun ⟨_, h, k⟩ => (mem_map.1 h).elim fun a h' => ⟨a, h'.1, h'.2 ▸ k⟩,
    fun ⟨a, h, k⟩ => ⟨f a, mem_map_of_mem h, k⟩⟩

theorem mem_replicate {a b : α} {n : Nat} : b ∈ replicate n a ↔ n ≠ 0 ∧ b = a := by
  induction n with
  | zero => exact ⟨fun h => absurd h not_mem_nil, fun h => absurd rfl h.1⟩
  | succ n ih =>
    rw [replicate, mem_cons, ih]
    exact ⟨fun h => ⟨Nat.succ_ne_zero n, h.elim id And.right⟩, fun h => Or.inl h.2⟩

theorem append_of_mem {a : α} {l : List α} (h : a ∈ l) : ∃ s t, l = s ++ a :: t := by
  induction l with
  | nil => exact absurd h not_mem_nil
  | cons b l ih =>
    rcases mem_cons.1 h with rfl | h
    · exact ⟨[], l, rfl⟩
    · obtain ⟨s, t, e⟩ := ih h
      exact ⟨b :: s, t, by rw [e]; rfl⟩

theorem foldr_congr {f g : α → β → β} {b : β} {l : List α}
    (h : ∀ a, a ∈ l → ∀ b, f a b = g a b) : l.foldr f b = l.foldr g b := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [foldr_cons, foldr_cons, ih fun x hx => h x (mem_cons_of_mem a hx), h a mem_cons_self]

theorem map_congr_left {l : List α} {f g : α → β} (h : ∀ a, a ∈ l → f a = g a) :
    map f l = map g l := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [map_cons, map_cons, h a mem_cons_self, ih fun x hx => h x (mem_cons_of_mem a hx)]

theorem forall_mem_nil (p : α → Prop) : ∀ (x : α), x ∈ ([] : List α) → p x :=
  fun _ h => absurd h not_mem_nil

theorem forall_mem_cons {p : α → Prop} {a : α} {l : List α} :
    (∀ x, x ∈ a :: l → p x) ↔ p a ∧ ∀ x, x ∈ l → p x :=
  ⟨fun h => ⟨h a mem_cons_self, fun x hx => h x (mem_cons_of_mem a hx)⟩,
    fun h x hx => (mem_cons.1 hx).elim (fun e => e ▸ h.1) (h.2 x)⟩

@[simp] theorem all_eq_true {p : α → Bool} {l : List α} :
    l.all p = true ↔ ∀ x, x ∈ l → p x = true := by
  induction l with
  | nil => exact ⟨fun _ => forall_mem_nil _, fun _ => rfl⟩
  | cons a l ih => rw [all, Bool.and_eq_true, ih, forall_mem_cons]

@[simp] theorem any_eq_true {p : α → Bool} {l : List α} :
    l.any p = true ↔ ∃ x, x ∈ l ∧ p x = true := by
  induction l with
  | nil => exact ⟨(nomatch ·), fun ⟨_, h, _⟩ => absurd h not_mem_nil⟩
  | cons a l ih =>
    rw [any, Bool.or_eq_true, ih]
    exact ⟨fun h => h.elim (fun h => ⟨a, mem_cons_self, h⟩)
        fun ⟨x, h, k⟩ => ⟨x, mem_cons_of_mem a h, k⟩,
      fun ⟨x, h, k⟩ => (mem_cons.1 h).elim (fun e => Or.inl (e ▸ k)) fun h => Or.inr ⟨x, h, k⟩⟩

/-! ## Decidability -/

instance decidableMem [DecidableEq α] (a : α) : (l : List α) → Decidable (a ∈ l)
  | [] => isFalse not_mem_nil
  | b :: l => match decEq a b, decidableMem a l with
    | isTrue h, _ => isTrue (mem_cons.2 (Or.inl h))
    | isFalse _, isTrue k => isTrue (mem_cons.2 (Or.inr k))
    | isFalse h, isFalse k => isFalse fun m => (mem_cons.1 m).elim h k

instance decidableBAll (p : α → Prop) [DecidablePred p] :
    (l : List α) → Decidable (∀ x, x ∈ l → p x)
  | [] => isTrue (forall_mem_nil p)
  | a :: l => match (inferInstance : Decidable (p a)), decidableBAll p l with
    | isTrue h, isTrue k => isTrue (forall_mem_cons.2 ⟨h, k⟩)
    | isTrue _, isFalse k => isFalse fun f => k (forall_mem_cons.1 f).2
    | isFalse h, _ => isFalse fun f => h (forall_mem_cons.1 f).1

instance decidableBEx (p : α → Prop) [DecidablePred p] :
    (l : List α) → Decidable (∃ x, x ∈ l ∧ p x)
  | [] => isFalse fun ⟨_, h, _⟩ => not_mem_nil h
  | a :: l => match (inferInstance : Decidable (p a)), decidableBEx p l with
    | isTrue h, _ => isTrue ⟨a, mem_cons_self, h⟩
    | isFalse _, isTrue k => isTrue (k.elim fun x h => ⟨x, mem_cons_of_mem a h.1, h.2⟩)
    | isFalse h, isFalse k => isFalse fun ⟨x, m, hx⟩ =>
        (mem_cons.1 m).elim (fun e => h (e ▸ hx)) fun m => k ⟨x, m, hx⟩

/-! ## Reversal -/

theorem reverseAux_eq (as bs : List α) : reverseAux as bs = reverse as ++ bs := by
  induction as generalizing bs with
  | nil => rfl
  | cons a as ih =>
    show reverseAux as (a :: bs) = reverseAux as [a] ++ bs
    rw [ih, ih [a], append_assoc]; rfl

@[simp] theorem reverse_nil : reverse ([] : List α) = [] := rfl

@[simp] theorem reverse_cons {a : α} {as : List α} : reverse (a :: as) = reverse as ++ [a] :=
  reverseAux_eq as [a]

@[simp] theorem reverse_append {as bs : List α} :
    (as ++ bs).reverse = bs.reverse ++ as.reverse := by
  induction as with
  | nil => exact (append_nil _).symm
  | cons a as ih => rw [cons_append, reverse_cons, ih, reverse_cons, append_assoc]

@[simp] theorem reverse_reverse (as : List α) : as.reverse.reverse = as := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [reverse_cons, reverse_append, ih]; rfl

@[simp] theorem length_reverse {as : List α} : as.reverse.length = as.length := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [reverse_cons, length_append, ih]; rfl

@[simp] theorem mem_reverse {x : α} {as : List α} : x ∈ reverse as ↔ x ∈ as := by
  induction as with
  | nil => exact Iff.rfl
  | cons a as ih => rw [reverse_cons, mem_append, ih, mem_singleton, mem_cons, or_comm]

/-! ## Ranges, copies, parts -/

@[simp] theorem length_replicate {n : Nat} {a : α} : (replicate n a).length = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [replicate, length_cons, ih]

theorem range_loop_eq (n : Nat) (l : List Nat) : range.loop n l = range n ++ l := by
  induction n generalizing l with
  | zero => rfl
  | succ n ih =>
    show range.loop n (n :: l) = range.loop n [n] ++ l
    rw [ih, ih [n], append_assoc]; rfl

@[simp] theorem range_zero : range 0 = [] := rfl

theorem range_succ {n : Nat} : range (n + 1) = range n ++ [n] := range_loop_eq n [n]

@[simp] theorem length_range {n : Nat} : (range n).length = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [range_succ, length_append, ih]; rfl

@[simp] theorem mem_range {m n : Nat} : m ∈ range n ↔ m < n := by
  induction n with
  | zero => exact ⟨fun h => absurd h not_mem_nil, fun h => absurd h (Nat.not_lt_zero m)⟩
  | succ n ih =>
    rw [range_succ, mem_append, ih, mem_singleton]
    exact Nat.lt_succ_iff_lt_or_eq.symm

@[simp] theorem take_append_drop (i : Nat) (l : List α) : take i l ++ drop i l = l := by
  induction i generalizing l with
  | zero => rfl
  | succ i ih => cases l with
    | nil => rfl
    | cons a l => exact congrArg (a :: ·) (ih l)

@[simp] theorem length_take {i : Nat} {l : List α} : (take i l).length = min i l.length := by
  induction i generalizing l with
  | zero => exact (Nat.zero_min _).symm
  | succ i ih => cases l with
    | nil => rfl
    | cons a l =>
      show (take i l).length + 1 = _
      rw [ih, length_cons]
      rcases Nat.le_total i l.length with h | h
      · rw [Nat.min_eq_left h, Nat.min_eq_left (Nat.succ_le_succ h)]
      · rw [Nat.min_eq_right h, Nat.min_eq_right (Nat.succ_le_succ h)]

@[simp] theorem length_drop {i : Nat} {l : List α} : (drop i l).length = l.length - i := by
  induction i generalizing l with
  | zero => rfl
  | succ i ih => cases l with
    | nil => exact (Nat.zero_sub _).symm
    | cons a l => exact ih.trans (Nat.add_sub_add_right _ 1 i).symm

@[simp] theorem zipWith_nil_left {f : α → β → γ} {l : List β} : zipWith f [] l = [] := rfl

@[simp] theorem zipWith_nil_right {f : α → β → γ} {l : List α} : zipWith f l [] = [] := by
  cases l <;> rfl

@[simp] theorem zipWith_cons_cons {f : α → β → γ} {a : α} {as : List α} {b : β} {bs : List β} :
    zipWith f (a :: as) (b :: bs) = f a b :: zipWith f as bs := rfl

@[simp] theorem zip_cons_cons {a : α} {as : List α} {b : β} {bs : List β} :
    zip (a :: as) (b :: bs) = (a, b) :: zip as bs := rfl

theorem zip_map' (f : α → β) (g : α → γ) (l : List α) :
    zip (l.map f) (l.map g) = l.map fun a => (f a, g a) := by
  induction l with
  | nil => rfl
  | cons a l ih => exact congrArg _ ih

/-! ## Duplicates -/

@[simp] theorem pairwise_cons {R : α → α → Prop} {a : α} {l : List α} :
    Pairwise R (a :: l) ↔ (∀ a', a' ∈ l → R a a') ∧ Pairwise R l :=
  ⟨fun h => by cases h with | cons h k => exact ⟨h, k⟩, fun h => Pairwise.cons h.1 h.2⟩

@[simp] theorem nodup_nil : Nodup ([] : List α) := Pairwise.nil

@[simp] theorem nodup_cons {a : α} {l : List α} : Nodup (a :: l) ↔ ¬a ∈ l ∧ Nodup l :=
  pairwise_cons.trans (and_congr_left fun _ => ⟨fun h m => h a m rfl, fun h _ m e => h (e ▸ m)⟩)

instance nodupDecidable [DecidableEq α] : (l : List α) → Decidable (Nodup l)
  | [] => isTrue nodup_nil
  | a :: l => match decidableMem a l, nodupDecidable l with
    | isTrue h, _ => isFalse fun k => (nodup_cons.1 k).1 h
    | isFalse _, isFalse k => isFalse fun h => k (nodup_cons.1 h).2
    | isFalse h, isTrue k => isTrue (nodup_cons.2 ⟨h, k⟩)

end List
