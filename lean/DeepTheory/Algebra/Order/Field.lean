prelude
import DeepTheory.Algebra.Field.Basic
import DeepTheory.Algebra.Order.Ring
/-! # Ordered fields

## Main statements

* signs of inverses and quotients (`inv_pos`, `div_pos`, `div_nonneg`),
* inequalities cleared of denominators (`le_div_iff₀`, `div_le_iff₀`, `div_le_div_iff_of_pos`,
  `div_le_one`),
* monotonicity (`div_le_div_of_nonneg_right`, `one_div_le_one_div_of_le`, `inv_anti₀`),
* between two elements lies a third (`add_div_two_lt_right`, `exists_between`).
-/
set_option autoImplicit false
universe u

section Field
variable {K : Type u} [LinearOrderedField K] {a b c d : K}

theorem inv_pos_of_pos (h : 0 < a) : 0 < a⁻¹ :=
  pos_of_mul_pos_of_pos_left (by rw [mul_inv_cancel₀ (ne_of_gt h)]; exact zero_lt_one) h
@[simp] theorem inv_pos : 0 < a⁻¹ ↔ 0 < a :=
  ⟨fun h => by have := inv_pos_of_pos h; rwa [inv_inv] at this, inv_pos_of_pos⟩
@[simp] theorem inv_nonneg : 0 ≤ a⁻¹ ↔ 0 ≤ a := by
  rw [le_iff_lt_or_eq, le_iff_lt_or_eq, inv_pos, eq_comm, inv_eq_zero, eq_comm]
theorem inv_nonneg_of_nonneg (h : 0 ≤ a) : 0 ≤ a⁻¹ := inv_nonneg.2 h
@[simp] theorem inv_lt_zero : a⁻¹ < 0 ↔ a < 0 := by rw [← not_le, ← not_le, inv_nonneg]
theorem one_div_pos : 0 < 1 / a ↔ 0 < a := by rw [one_div, inv_pos]
theorem one_div_nonneg : 0 ≤ 1 / a ↔ 0 ≤ a := by rw [one_div, inv_nonneg]
theorem div_pos (ha : 0 < a) (hb : 0 < b) : 0 < a / b := by
  rw [div_eq_mul_inv]; exact mul_pos ha (inv_pos.2 hb)
theorem div_nonneg (ha : 0 ≤ a) (hb : 0 ≤ b) : 0 ≤ a / b := by
  rw [div_eq_mul_inv]; exact mul_nonneg ha (inv_nonneg.2 hb)
theorem div_nonpos_of_nonpos_of_nonneg (ha : a ≤ 0) (hb : 0 ≤ b) : a / b ≤ 0 := by
  rw [div_eq_mul_inv]; exact mul_nonpos_of_nonpos_of_nonneg ha (inv_nonneg.2 hb)

/-! ### Clearing denominators -/

theorem le_div_iff₀ (hc : 0 < c) : a ≤ b / c ↔ a * c ≤ b := by
  rw [← mul_le_mul_iff_of_pos_right hc, div_mul_cancel₀ b (ne_of_gt hc)]
theorem div_le_iff₀ (hc : 0 < c) : a / c ≤ b ↔ a ≤ b * c := by
  rw [← mul_le_mul_iff_of_pos_right hc, div_mul_cancel₀ a (ne_of_gt hc)]
theorem lt_div_iff₀ (hc : 0 < c) : a < b / c ↔ a * c < b := by
  rw [← mul_lt_mul_iff_of_pos_right hc, div_mul_cancel₀ b (ne_of_gt hc)]
theorem div_lt_iff₀ (hc : 0 < c) : a / c < b ↔ a < b * c := by
  rw [← mul_lt_mul_iff_of_pos_right hc, div_mul_cancel₀ a (ne_of_gt hc)]
theorem le_div_iff₀' (hc : 0 < c) : a ≤ b / c ↔ c * a ≤ b := by rw [le_div_iff₀ hc, mul_comm]
theorem div_le_iff₀' (hc : 0 < c) : a / c ≤ b ↔ a ≤ c * b := by rw [div_le_iff₀ hc, mul_comm]
theorem lt_div_iff₀' (hc : 0 < c) : a < b / c ↔ c * a < b := by rw [lt_div_iff₀ hc, mul_comm]
theorem div_lt_iff₀' (hc : 0 < c) : a / c < b ↔ a < c * b := by rw [div_lt_iff₀ hc, mul_comm]
theorem div_le_div_iff_of_pos (hb : 0 < b) (hd : 0 < d) : a / b ≤ c / d ↔ a * d ≤ c * b := by
  rw [div_le_iff₀ hb, div_mul_eq_mul_div, le_div_iff₀ hd]
theorem div_lt_div_iff_of_pos (hb : 0 < b) (hd : 0 < d) : a / b < c / d ↔ a * d < c * b := by
  rw [div_lt_iff₀ hb, div_mul_eq_mul_div, lt_div_iff₀ hd]
theorem div_le_one (hb : 0 < b) : a / b ≤ 1 ↔ a ≤ b := by rw [div_le_iff₀ hb, one_mul]
theorem div_lt_one (hb : 0 < b) : a / b < 1 ↔ a < b := by rw [div_lt_iff₀ hb, one_mul]
theorem one_le_div (hb : 0 < b) : 1 ≤ a / b ↔ b ≤ a := by rw [le_div_iff₀ hb, one_mul]
theorem one_lt_div (hb : 0 < b) : 1 < a / b ↔ b < a := by rw [lt_div_iff₀ hb, one_mul]
theorem div_le_one_of_le₀ (h : a ≤ b) (hb : 0 ≤ b) : a / b ≤ 1 := by
  rcases eq_or_lt_of_le hb with rfl | hb
  · rw [div_zero]; exact zero_le_one
  · exact (div_le_one hb).2 h
theorem div_le_of_le_mul₀ (hb : 0 ≤ b) (hc : 0 ≤ c) (h : a ≤ c * b) : a / b ≤ c := by
  rcases eq_or_lt_of_le hb with rfl | hb
  · rw [div_zero]; exact hc
  · exact (div_le_iff₀ hb).2 h
theorem mul_le_of_le_div₀ (hc : 0 < c) (h : a ≤ b / c) : a * c ≤ b := (le_div_iff₀ hc).1 h

/-! ### Monotonicity -/

theorem div_le_div_of_nonneg_right (h : a ≤ b) (hc : 0 ≤ c) : a / c ≤ b / c := by
  rw [div_eq_mul_inv, div_eq_mul_inv]; exact mul_le_mul_of_nonneg_right h (inv_nonneg.2 hc)
theorem div_lt_div_of_pos_right (h : a < b) (hc : 0 < c) : a / c < b / c := by
  rw [div_eq_mul_inv, div_eq_mul_inv]; exact mul_lt_mul_of_pos_right h (inv_pos.2 hc)
theorem div_le_div_iff_of_pos_right (hc : 0 < c) : a / c ≤ b / c ↔ a ≤ b := by
  rw [div_le_iff₀ hc, div_mul_cancel₀ b (ne_of_gt hc)]
theorem div_lt_div_iff_of_pos_right (hc : 0 < c) : a / c < b / c ↔ a < b := by
  rw [div_lt_iff₀ hc, div_mul_cancel₀ b (ne_of_gt hc)]
theorem inv_anti₀ (ha : 0 < a) (h : a ≤ b) : b⁻¹ ≤ a⁻¹ := by
  have hb := lt_of_lt_of_le ha h
  rw [← one_div, ← one_div, div_le_div_iff_of_pos hb ha, one_mul, one_mul]; exact h
theorem inv_strictAnti₀ (ha : 0 < a) (h : a < b) : b⁻¹ < a⁻¹ := by
  have hb := lt_trans ha h
  rw [← one_div, ← one_div, div_lt_div_iff_of_pos hb ha, one_mul, one_mul]; exact h
theorem one_div_le_one_div_of_le (ha : 0 < a) (h : a ≤ b) : 1 / b ≤ 1 / a := by
  rw [one_div, one_div]; exact inv_anti₀ ha h
theorem one_div_lt_one_div_of_lt (ha : 0 < a) (h : a < b) : 1 / b < 1 / a := by
  rw [one_div, one_div]; exact inv_strictAnti₀ ha h
theorem inv_le_inv₀ (ha : 0 < a) (hb : 0 < b) : a⁻¹ ≤ b⁻¹ ↔ b ≤ a := by
  rw [← one_div, ← one_div, div_le_div_iff_of_pos ha hb, one_mul, one_mul]
theorem inv_le_one_of_one_le₀ (h : 1 ≤ a) : a⁻¹ ≤ 1 := by
  have := inv_anti₀ zero_lt_one h; rwa [inv_one] at this
theorem one_le_inv_of_le_one₀ (ha : 0 < a) (h : a ≤ 1) : 1 ≤ a⁻¹ := by
  have := inv_anti₀ ha h; rwa [inv_one] at this
theorem div_le_div_of_nonneg_left (ha : 0 ≤ a) (hc : 0 < c) (h : c ≤ b) : a / b ≤ a / c := by
  rw [div_eq_mul_inv, div_eq_mul_inv]; exact mul_le_mul_of_nonneg_left (inv_anti₀ hc h) ha
theorem div_lt_div_of_pos_left (ha : 0 < a) (hc : 0 < c) (h : c < b) : a / b < a / c := by
  rw [div_eq_mul_inv, div_eq_mul_inv]; exact mul_lt_mul_of_pos_left (inv_strictAnti₀ hc h) ha
theorem div_le_div₀ (hc : 0 ≤ c) (h : a ≤ c) (hd : 0 < d) (k : d ≤ b) : a / b ≤ c / d :=
  le_trans (div_le_div_of_nonneg_right h (le_of_lt (lt_of_lt_of_le hd k)))
    (div_le_div_of_nonneg_left hc hd k)
theorem div_le_self (ha : 0 ≤ a) (h : 1 ≤ b) : a / b ≤ a := by
  have := div_le_div_of_nonneg_left ha zero_lt_one h; rwa [div_one] at this

/-! ### Halves -/

theorem half_pos (h : 0 < a) : 0 < a / 2 := div_pos h two_pos
theorem add_halves (a : K) : a / 2 + a / 2 = a := by
  rw [← add_div, ← two_mul, mul_div_cancel_left₀ a two_ne_zero]
theorem half_lt_self (h : 0 < a) : a / 2 < a := by
  have := lt_add_of_pos_right (a / 2) (half_pos h); rwa [add_halves] at this
theorem half_le_self (h : 0 ≤ a) : a / 2 ≤ a := by
  have := le_add_of_nonneg_right (a := a / 2) (div_nonneg h (zero_le_two (R := K)))
  rwa [add_halves] at this
theorem left_lt_add_div_two : a < (a + b) / 2 ↔ a < b := by
  rw [lt_div_iff₀ two_pos, mul_two, add_lt_add_iff_left]
theorem add_div_two_lt_right : (a + b) / 2 < b ↔ a < b := by
  rw [div_lt_iff₀ two_pos, mul_two, add_lt_add_iff_right]
theorem left_le_add_div_two : a ≤ (a + b) / 2 ↔ a ≤ b := by
  rw [le_div_iff₀ two_pos, mul_two, add_le_add_iff_left]
theorem add_div_two_le_right : (a + b) / 2 ≤ b ↔ a ≤ b := by
  rw [div_le_iff₀ two_pos, mul_two, add_le_add_iff_right]
/-- An ordered field is densely ordered. -/
theorem exists_between (h : a < b) : ∃ c, a < c ∧ c < b :=
  ⟨(a + b) / 2, left_lt_add_div_two.2 h, add_div_two_lt_right.2 h⟩
theorem le_of_forall_pos_le_add (h : ∀ ε, 0 < ε → a ≤ b + ε) : a ≤ b :=
  le_of_not_gt fun k => by
    have h₁ := h _ (half_pos (sub_pos.2 k))
    have h₂ := half_lt_self (sub_pos.2 k)
    exact absurd (lt_of_le_of_lt h₁ (add_lt_add_left h₂ b))
      (by rw [add_sub_cancel]; exact lt_irrefl a)
theorem le_of_forall_lt_imp_le (h : ∀ c, b < c → a ≤ c) : a ≤ b :=
  le_of_forall_pos_le_add fun _ hε => h _ (lt_add_of_pos_right b hε)

/-! ### Arithmetic and geometric mean -/

/-- The arithmetic mean is at least the geometric mean, for two elements: `a b ≤ ((a + b) / 2) ^ 2`.
-/
theorem mul_le_sq_half_add (a b : K) : a * b ≤ ((a + b) / 2) ^ 2 := by
  rw [div_pow, le_div_iff₀ (pow_pos two_pos 2), mul_comm, ← mul_assoc]
  have e : (2 : K) ^ 2 = 4 := by
    show (((2 : Nat) : K)) ^ 2 = ((4 : Nat) : K)
    rw [← Nat.cast_pow]
  rw [e]; exact four_mul_le_sq_add a b

end Field
