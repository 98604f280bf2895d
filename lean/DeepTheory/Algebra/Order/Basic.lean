prelude
import DeepTheory.Algebra.Order.Defs
/-! # Lemmas on orders

## Main statements

* `≤`, `<` and `=` against one another (`lt_of_le_of_lt`, `not_le`, `lt_or_ge`, `eq_or_lt_of_le`,
  ...),
* instances of `Trans`, so that `calc` chains `≤`, `<` and `=`,
* minimum and maximum (`le_min_iff`, `max_le_iff`, `min_le_left`, ...).
-/
set_option autoImplicit false
universe u

section Preorder
variable {α : Type u} [Preorder α] {a b c : α}

@[simp, refl] theorem le_refl (a : α) : a ≤ a := Preorder.le_refl a
theorem le_rfl : a ≤ a := le_refl a
theorem le_trans (h : a ≤ b) (k : b ≤ c) : a ≤ c := Preorder.le_trans a b c h k
theorem lt_iff_le_not_ge : a < b ↔ a ≤ b ∧ ¬b ≤ a := Preorder.lt_iff_le_not_ge a b
theorem le_of_eq (h : a = b) : a ≤ b := h ▸ le_refl a
theorem ge_of_eq (h : a = b) : b ≤ a := h ▸ le_refl a
theorem Eq.le (h : a = b) : a ≤ b := le_of_eq h
theorem Eq.ge (h : a = b) : b ≤ a := ge_of_eq h
theorem le_of_lt (h : a < b) : a ≤ b := (lt_iff_le_not_ge.1 h).1
theorem not_le_of_gt (h : a < b) : ¬b ≤ a := (lt_iff_le_not_ge.1 h).2
theorem not_lt_of_ge (h : a ≤ b) : ¬b < a := fun k => not_le_of_gt k h
theorem lt_of_le_not_ge (h : a ≤ b) (k : ¬b ≤ a) : a < b := lt_iff_le_not_ge.2 ⟨h, k⟩
@[simp] theorem lt_irrefl (a : α) : ¬a < a := fun h => not_le_of_gt h (le_refl a)
theorem lt_of_lt_of_le (h : a < b) (k : b ≤ c) : a < c :=
  lt_of_le_not_ge (le_trans (le_of_lt h) k) fun l => not_le_of_gt h (le_trans k l)
theorem lt_of_le_of_lt (h : a ≤ b) (k : b < c) : a < c :=
  lt_of_le_not_ge (le_trans h (le_of_lt k)) fun l => not_le_of_gt k (le_trans l h)
theorem lt_trans (h : a < b) (k : b < c) : a < c := lt_of_lt_of_le h (le_of_lt k)
theorem lt_asymm (h : a < b) : ¬b < a := fun k => lt_irrefl a (lt_trans h k)
theorem ne_of_lt (h : a < b) : a ≠ b := fun e => lt_irrefl b (e ▸ h)
theorem ne_of_gt (h : a < b) : b ≠ a := fun e => lt_irrefl b (e ▸ h)
theorem LT.lt.ne (h : a < b) : a ≠ b := ne_of_lt h
theorem LT.lt.ne' (h : a < b) : b ≠ a := ne_of_gt h
theorem LT.lt.le (h : a < b) : a ≤ b := le_of_lt h
theorem LE.le.trans (h : a ≤ b) (k : b ≤ c) : a ≤ c := le_trans h k
theorem LT.lt.trans (h : a < b) (k : b < c) : a < c := lt_trans h k
theorem LE.le.trans_lt (h : a ≤ b) (k : b < c) : a < c := lt_of_le_of_lt h k
theorem LT.lt.trans_le (h : a < b) (k : b ≤ c) : a < c := lt_of_lt_of_le h k
theorem LE.le.not_gt (h : a ≤ b) : ¬b < a := not_lt_of_ge h
theorem LT.lt.not_ge (h : a < b) : ¬b ≤ a := not_le_of_gt h
theorem le_of_le_of_eq (h : a ≤ b) (k : b = c) : a ≤ c := k ▸ h
theorem le_of_eq_of_le (h : a = b) (k : b ≤ c) : a ≤ c := h ▸ k
theorem lt_of_lt_of_eq (h : a < b) (k : b = c) : a < c := k ▸ h
theorem lt_of_eq_of_lt (h : a = b) (k : b < c) : a < c := h ▸ k

instance : @Trans α α α LE.le LE.le LE.le := ⟨le_trans⟩
instance : @Trans α α α LT.lt LT.lt LT.lt := ⟨lt_trans⟩
instance : @Trans α α α LT.lt LE.le LT.lt := ⟨lt_of_lt_of_le⟩
instance : @Trans α α α LE.le LT.lt LT.lt := ⟨lt_of_le_of_lt⟩
instance : @Trans α α α GE.ge GE.ge GE.ge := ⟨fun h k => le_trans k h⟩
instance : @Trans α α α GT.gt GT.gt GT.gt := ⟨fun h k => lt_trans k h⟩
instance : @Trans α α α GT.gt GE.ge GT.gt := ⟨fun h k => lt_of_le_of_lt k h⟩
instance : @Trans α α α GE.ge GT.gt GT.gt := ⟨fun h k => lt_of_lt_of_le k h⟩

end Preorder

section PartialOrder
variable {α : Type u} [PartialOrder α] {a b : α}

theorem le_antisymm (h : a ≤ b) (k : b ≤ a) : a = b := PartialOrder.le_antisymm a b h k
theorem LE.le.antisymm (h : a ≤ b) (k : b ≤ a) : a = b := le_antisymm h k
theorem le_antisymm_iff : a = b ↔ a ≤ b ∧ b ≤ a :=
  ⟨fun h => ⟨le_of_eq h, ge_of_eq h⟩, fun h => le_antisymm h.1 h.2⟩
theorem lt_of_le_of_ne (h : a ≤ b) (k : a ≠ b) : a < b :=
  lt_of_le_not_ge h fun l => k (le_antisymm h l)
theorem lt_of_le_of_ne' (h : a ≤ b) (k : b ≠ a) : a < b := lt_of_le_of_ne h fun e => k e.symm
theorem lt_iff_le_and_ne : a < b ↔ a ≤ b ∧ a ≠ b :=
  ⟨fun h => ⟨le_of_lt h, ne_of_lt h⟩, fun h => lt_of_le_of_ne h.1 h.2⟩

end PartialOrder

section LinearOrder
variable {α : Type u} [LinearOrder α] {a b c d : α}

theorem le_total (a b : α) : a ≤ b ∨ b ≤ a := LinearOrder.le_total a b
theorem lt_of_not_ge (h : ¬b ≤ a) : a < b :=
  lt_of_le_not_ge ((le_total a b).elim id fun k => absurd k h) h
theorem le_of_not_gt (h : ¬b < a) : a ≤ b :=
  (le_total a b).elim id fun k => if l : a ≤ b then l else absurd (lt_of_le_not_ge k l) h
@[simp] theorem not_le : ¬a ≤ b ↔ b < a := ⟨lt_of_not_ge, not_le_of_gt⟩
@[simp] theorem not_lt : ¬a < b ↔ b ≤ a := ⟨le_of_not_gt, not_lt_of_ge⟩
theorem le_of_not_ge (h : ¬b ≤ a) : a ≤ b := le_of_lt (lt_of_not_ge h)
theorem lt_or_ge (a b : α) : a < b ∨ b ≤ a :=
  if h : b ≤ a then Or.inr h else Or.inl (lt_of_not_ge h)
theorem le_or_gt (a b : α) : a ≤ b ∨ b < a :=
  if h : a ≤ b then Or.inl h else Or.inr (lt_of_not_ge h)
theorem lt_trichotomy (a b : α) : a < b ∨ a = b ∨ b < a :=
  (lt_or_ge a b).elim Or.inl fun h => Or.inr <|
    (lt_or_ge b a).elim Or.inr fun k => Or.inl (le_antisymm k h)
theorem lt_or_gt_of_ne (h : a ≠ b) : a < b ∨ b < a :=
  (lt_trichotomy a b).elim Or.inl fun k => k.elim (fun e => absurd e h) Or.inr
theorem ne_iff_lt_or_gt : a ≠ b ↔ a < b ∨ b < a :=
  ⟨lt_or_gt_of_ne, fun h => h.elim ne_of_lt ne_of_gt⟩
theorem eq_or_lt_of_le (h : a ≤ b) : a = b ∨ a < b :=
  (lt_or_ge a b).elim Or.inr fun k => Or.inl (le_antisymm h k)
theorem lt_or_eq_of_le (h : a ≤ b) : a < b ∨ a = b :=
  (lt_or_ge a b).elim Or.inl fun k => Or.inr (le_antisymm h k)
theorem le_iff_lt_or_eq : a ≤ b ↔ a < b ∨ a = b :=
  ⟨lt_or_eq_of_le, fun h => h.elim le_of_lt le_of_eq⟩
theorem eq_of_not_lt_of_not_gt (h : ¬a < b) (k : ¬b < a) : a = b :=
  le_antisymm (le_of_not_gt k) (le_of_not_gt h)
theorem eq_of_forall_le_iff (h : ∀ c, c ≤ a ↔ c ≤ b) : a = b :=
  le_antisymm ((h a).1 le_rfl) ((h b).2 le_rfl)

/-! ### Minimum and maximum -/

theorem min_def (a b : α) : min a b = if a ≤ b then a else b := LinearOrder.min_def a b
theorem max_def (a b : α) : max a b = if a ≤ b then b else a := LinearOrder.max_def a b
@[simp] theorem min_eq_left (h : a ≤ b) : min a b = a := by rw [min_def, if_pos h]
@[simp] theorem max_eq_right (h : a ≤ b) : max a b = b := by rw [max_def, if_pos h]
@[simp] theorem min_eq_right (h : b ≤ a) : min a b = b := by
  rw [min_def]
  by_cases k : a ≤ b
  · rw [if_pos k, le_antisymm k h]
  · rw [if_neg k]
@[simp] theorem max_eq_left (h : b ≤ a) : max a b = a := by
  rw [max_def]
  by_cases k : a ≤ b
  · rw [if_pos k, le_antisymm k h]
  · rw [if_neg k]
/-- The minimum is one of the two. -/
theorem min_choice (a b : α) : min a b = a ∨ min a b = b :=
  (le_total a b).elim (fun h => Or.inl (min_eq_left h)) fun h => Or.inr (min_eq_right h)
/-- The maximum is one of the two. -/
theorem max_choice (a b : α) : max a b = a ∨ max a b = b :=
  (le_total a b).elim (fun h => Or.inr (max_eq_right h)) fun h => Or.inl (max_eq_left h)
theorem min_le_left (a b : α) : min a b ≤ a :=
  (le_total a b).elim (fun h => by rw [min_eq_left h]) fun h => by rw [min_eq_right h]; exact h
theorem min_le_right (a b : α) : min a b ≤ b :=
  (le_total a b).elim (fun h => by rw [min_eq_left h]; exact h) fun h => by rw [min_eq_right h]
theorem le_max_left (a b : α) : a ≤ max a b :=
  (le_total a b).elim (fun h => by rw [max_eq_right h]; exact h) fun h => by rw [max_eq_left h]
theorem le_max_right (a b : α) : b ≤ max a b :=
  (le_total a b).elim (fun h => by rw [max_eq_right h]) fun h => by rw [max_eq_left h]; exact h
theorem le_min (h : c ≤ a) (k : c ≤ b) : c ≤ min a b :=
  (min_choice a b).elim (fun e => e.symm ▸ h) fun e => e.symm ▸ k
theorem max_le (h : a ≤ c) (k : b ≤ c) : max a b ≤ c :=
  (max_choice a b).elim (fun e => e.symm ▸ h) fun e => e.symm ▸ k
theorem lt_min (h : c < a) (k : c < b) : c < min a b :=
  (min_choice a b).elim (fun e => e.symm ▸ h) fun e => e.symm ▸ k
theorem max_lt (h : a < c) (k : b < c) : max a b < c :=
  (max_choice a b).elim (fun e => e.symm ▸ h) fun e => e.symm ▸ k
@[simp] theorem le_min_iff : c ≤ min a b ↔ c ≤ a ∧ c ≤ b :=
  ⟨fun h => ⟨le_trans h (min_le_left a b), le_trans h (min_le_right a b)⟩, fun h => le_min h.1 h.2⟩
@[simp] theorem max_le_iff : max a b ≤ c ↔ a ≤ c ∧ b ≤ c :=
  ⟨fun h => ⟨le_trans (le_max_left a b) h, le_trans (le_max_right a b) h⟩, fun h => max_le h.1 h.2⟩
theorem lt_min_iff : c < min a b ↔ c < a ∧ c < b :=
  ⟨fun h => ⟨lt_of_lt_of_le h (min_le_left a b), lt_of_lt_of_le h (min_le_right a b)⟩,
    fun h => lt_min h.1 h.2⟩
theorem max_lt_iff : max a b < c ↔ a < c ∧ b < c :=
  ⟨fun h => ⟨lt_of_le_of_lt (le_max_left a b) h, lt_of_le_of_lt (le_max_right a b) h⟩,
    fun h => max_lt h.1 h.2⟩
theorem le_max_iff : c ≤ max a b ↔ c ≤ a ∨ c ≤ b :=
  ⟨fun h => (max_choice a b).elim (fun e => Or.inl (e ▸ h)) fun e => Or.inr (e ▸ h),
    fun h => h.elim (fun l => le_trans l (le_max_left a b)) fun l => le_trans l (le_max_right a b)⟩
theorem min_le_iff : min a b ≤ c ↔ a ≤ c ∨ b ≤ c :=
  ⟨fun h => (min_choice a b).elim (fun e => Or.inl (e ▸ h)) fun e => Or.inr (e ▸ h),
    fun h => h.elim (le_trans (min_le_left a b)) (le_trans (min_le_right a b))⟩
theorem le_max_of_le_left (h : c ≤ a) : c ≤ max a b := le_trans h (le_max_left a b)
theorem le_max_of_le_right (h : c ≤ b) : c ≤ max a b := le_trans h (le_max_right a b)
theorem min_le_of_left_le (h : a ≤ c) : min a b ≤ c := le_trans (min_le_left a b) h
theorem min_le_of_right_le (h : b ≤ c) : min a b ≤ c := le_trans (min_le_right a b) h
theorem min_comm (a b : α) : min a b = min b a :=
  le_antisymm (le_min (min_le_right a b) (min_le_left a b)) (le_min (min_le_right b a)
    (min_le_left b a))
theorem max_comm (a b : α) : max a b = max b a :=
  le_antisymm (max_le (le_max_right b a) (le_max_left b a)) (max_le (le_max_right a b)
    (le_max_left a b))
theorem min_assoc (a b c : α) : min (min a b) c = min a (min b c) :=
  le_antisymm
    (le_min (min_le_of_left_le (min_le_left _ _))
      (le_min (min_le_of_left_le (min_le_right _ _)) (min_le_right _ _)))
    (le_min (le_min (min_le_left _ _) (min_le_of_right_le (min_le_left _ _)))
      (min_le_of_right_le (min_le_right _ _)))
theorem max_assoc (a b c : α) : max (max a b) c = max a (max b c) :=
  le_antisymm
    (max_le (max_le (le_max_left _ _) (le_max_of_le_right (le_max_left _ _)))
      (le_max_of_le_right (le_max_right _ _)))
    (max_le (le_max_of_le_left (le_max_left _ _))
      (max_le (le_max_of_le_left (le_max_right _ _)) (le_max_right _ _)))
@[simp] theorem min_self (a : α) : min a a = a := min_eq_left le_rfl
@[simp] theorem max_self (a : α) : max a a = a := max_eq_left le_rfl
theorem min_le_max (a b : α) : min a b ≤ max a b := le_trans (min_le_left a b) (le_max_left a b)
theorem max_le_max (h : a ≤ c) (k : b ≤ d) : max a b ≤ max c d :=
  max_le (le_max_of_le_left h) (le_max_of_le_right k)
theorem min_le_min (h : a ≤ c) (k : b ≤ d) : min a b ≤ min c d :=
  le_min (min_le_of_left_le h) (min_le_of_right_le k)

end LinearOrder
