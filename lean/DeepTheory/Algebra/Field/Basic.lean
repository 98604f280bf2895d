prelude
import DeepTheory.Algebra.Ring.Basic
/-! # Lemmas on fields

The inverse of zero is zero, so that most rules hold without a hypothesis.

## Main statements

* cancellation (`mul_left_cancel₀`, `mul_eq_zero`, `pow_ne_zero`), inverses (`mul_inv`, `inv_inv`,
  `inv_pow`),
* division (`div_mul_cancel₀`, `div_add_div`, `div_div`, `div_eq_iff`, `eq_div_iff`,
  `div_eq_div_iff`).
-/
set_option autoImplicit false
universe u

section Field
variable {K : Type u} [Field K] {a b c d : K}

@[simp] theorem one_ne_zero : (1 : K) ≠ 0 := fun h => zero_ne_one h.symm
@[simp] theorem inv_mul_cancel₀ (h : a ≠ 0) : a⁻¹ * a = 1 := by rw [mul_comm, mul_inv_cancel₀ h]
@[simp] theorem inv_mul_cancel_left₀ (h : a ≠ 0) (b : K) : a⁻¹ * (a * b) = b := by
  rw [← mul_assoc, inv_mul_cancel₀ h, one_mul]
@[simp] theorem mul_inv_cancel_left₀ (h : a ≠ 0) (b : K) : a * (a⁻¹ * b) = b := by
  rw [← mul_assoc, mul_inv_cancel₀ h, one_mul]
@[simp] theorem mul_inv_cancel_right₀ (h : b ≠ 0) (a : K) : a * b * b⁻¹ = a := by
  rw [mul_assoc, mul_inv_cancel₀ h, mul_one]
@[simp] theorem inv_mul_cancel_right₀ (h : b ≠ 0) (a : K) : a * b⁻¹ * b = a := by
  rw [mul_assoc, inv_mul_cancel₀ h, mul_one]
theorem mul_left_cancel₀ (h : a ≠ 0) (e : a * b = a * c) : b = c := by
  rw [← inv_mul_cancel_left₀ h b, e, inv_mul_cancel_left₀ h]
theorem mul_right_cancel₀ (h : b ≠ 0) (e : a * b = c * b) : a = c := by
  rw [← mul_inv_cancel_right₀ h a, e, mul_inv_cancel_right₀ h]
theorem mul_left_inj' (h : c ≠ 0) : a * c = b * c ↔ a = b := ⟨mul_right_cancel₀ h, fun e => e ▸ rfl⟩
theorem mul_right_inj' (h : a ≠ 0) : a * b = a * c ↔ b = c := ⟨mul_left_cancel₀ h, fun e => e ▸ rfl⟩
theorem eq_zero_or_eq_zero_of_mul_eq_zero (h : a * b = 0) : a = 0 ∨ b = 0 :=
  (Classical.em (a = 0)).elim Or.inl fun ha =>
    Or.inr (mul_left_cancel₀ ha (by rw [h, mul_zero]))
@[simp] theorem mul_eq_zero : a * b = 0 ↔ a = 0 ∨ b = 0 :=
  ⟨eq_zero_or_eq_zero_of_mul_eq_zero,
    fun h => h.elim (fun e => by rw [e, zero_mul]) (fun e => by rw [e, mul_zero])⟩
theorem mul_ne_zero (ha : a ≠ 0) (hb : b ≠ 0) : a * b ≠ 0 := fun h =>
  hb (mul_left_cancel₀ ha (by rw [h, mul_zero]))
theorem mul_ne_zero_iff : a * b ≠ 0 ↔ a ≠ 0 ∧ b ≠ 0 :=
  ⟨fun h => ⟨fun e => h (by rw [e, zero_mul]), fun e => h (by rw [e, mul_zero])⟩,
    fun h => mul_ne_zero h.1 h.2⟩
theorem left_ne_zero_of_mul (h : a * b ≠ 0) : a ≠ 0 := (mul_ne_zero_iff.1 h).1
theorem right_ne_zero_of_mul (h : a * b ≠ 0) : b ≠ 0 := (mul_ne_zero_iff.1 h).2
theorem pow_ne_zero (n : Nat) (h : a ≠ 0) : a ^ n ≠ 0 := by
  induction n with
  | zero => rw [pow_zero]; exact one_ne_zero
  | succ n ih => rw [pow_succ]; exact mul_ne_zero ih h
theorem eq_zero_of_pow_eq_zero {n : Nat} (h : a ^ n = 0) : a = 0 :=
  Classical.byContradiction fun k => pow_ne_zero n k h
theorem pow_eq_zero_iff {n : Nat} (hn : n ≠ 0) : a ^ n = 0 ↔ a = 0 :=
  ⟨eq_zero_of_pow_eq_zero, fun h => by rw [h, zero_pow hn]⟩
theorem sq_eq_zero_iff : a ^ 2 = 0 ↔ a = 0 := pow_eq_zero_iff fun h => nomatch h
theorem mul_self_eq_zero : a * a = 0 ↔ a = 0 := by rw [← sq, sq_eq_zero_iff]
theorem sq_eq_sq_iff_eq_or_eq_neg : a ^ 2 = b ^ 2 ↔ a = b ∨ a = -b := by
  rw [← sub_eq_zero, sq_sub_sq, mul_eq_zero, sub_eq_zero, add_eq_zero_iff_eq_neg]
  exact ⟨fun h => h.elim Or.inr Or.inl, fun h => h.elim Or.inr Or.inl⟩

/-! ### Inverses -/

theorem inv_ne_zero (h : a ≠ 0) : a⁻¹ ≠ 0 := fun e =>
  zero_ne_one (K := K) (by rw [← mul_inv_cancel₀ h, e, mul_zero])
theorem eq_inv_of_mul_eq_one_left (h : a * b = 1) : a = b⁻¹ := by
  have hb : b ≠ 0 := fun e => zero_ne_one (K := K) (by rw [← h, e, mul_zero])
  exact mul_right_cancel₀ hb (by rw [h, inv_mul_cancel₀ hb])
theorem eq_inv_of_mul_eq_one_right (h : a * b = 1) : b = a⁻¹ :=
  eq_inv_of_mul_eq_one_left (by rw [mul_comm, h])
theorem inv_eq_of_mul_eq_one_right₀ (h : a * b = 1) : a⁻¹ = b := (eq_inv_of_mul_eq_one_right h).symm
@[simp] theorem inv_inv (a : K) : a⁻¹⁻¹ = a :=
  (Classical.em (a = 0)).elim (fun h => by rw [h, inv_zero, inv_zero])
    fun h => (eq_inv_of_mul_eq_one_left (mul_inv_cancel₀ h)).symm
@[simp] theorem inv_one : (1 : K)⁻¹ = 1 := (eq_inv_of_mul_eq_one_left (mul_one 1)).symm
@[simp] theorem inv_eq_zero : a⁻¹ = 0 ↔ a = 0 :=
  ⟨fun h => by rw [← inv_inv a, h, inv_zero], fun h => by rw [h, inv_zero]⟩
theorem inv_inj : a⁻¹ = b⁻¹ ↔ a = b := ⟨fun h => by rw [← inv_inv a, h, inv_inv], fun h => h ▸ rfl⟩
theorem mul_inv (a b : K) : (a * b)⁻¹ = a⁻¹ * b⁻¹ := by
  by_cases ha : a = 0
  · rw [ha, zero_mul, inv_zero, zero_mul]
  by_cases hb : b = 0
  · rw [hb, mul_zero, inv_zero, mul_zero]
  exact (eq_inv_of_mul_eq_one_left (by
    rw [mul_mul_mul_comm, inv_mul_cancel₀ ha, inv_mul_cancel₀ hb, mul_one])).symm
theorem inv_pow (a : K) (n : Nat) : a⁻¹ ^ n = (a ^ n)⁻¹ := by
  induction n with
  | zero => rw [pow_zero, pow_zero, inv_one]
  | succ n ih => rw [pow_succ, pow_succ, ih, mul_inv]
theorem neg_inv (a : K) : -a⁻¹ = (-a)⁻¹ := by
  by_cases ha : a = 0
  · rw [ha, neg_zero, inv_zero, neg_zero]
  exact eq_inv_of_mul_eq_one_left (by rw [neg_mul_neg, inv_mul_cancel₀ ha])
theorem inv_neg (a : K) : (-a)⁻¹ = -a⁻¹ := (neg_inv a).symm

/-! ### Division -/

@[simp] theorem div_self (h : a ≠ 0) : a / a = 1 := by rw [div_eq_mul_inv, mul_inv_cancel₀ h]
@[simp] theorem div_one (a : K) : a / 1 = a := by rw [div_eq_mul_inv, inv_one, mul_one]
@[simp] theorem zero_div (a : K) : 0 / a = 0 := by rw [div_eq_mul_inv, zero_mul]
@[simp] theorem div_zero (a : K) : a / 0 = 0 := by rw [div_eq_mul_inv, inv_zero, mul_zero]
theorem one_div (a : K) : 1 / a = a⁻¹ := by rw [div_eq_mul_inv, one_mul]
theorem inv_eq_one_div (a : K) : a⁻¹ = 1 / a := (one_div a).symm
theorem one_div_one_div (a : K) : 1 / (1 / a) = a := by rw [one_div, one_div, inv_inv]
theorem mul_one_div (a b : K) : a * (1 / b) = a / b := by rw [one_div, div_eq_mul_inv]
theorem div_eq_inv_mul (a b : K) : a / b = b⁻¹ * a := by rw [div_eq_mul_inv, mul_comm]
theorem inv_div (a b : K) : (a / b)⁻¹ = b / a := by
  rw [div_eq_mul_inv, mul_inv, inv_inv, mul_comm, div_eq_mul_inv]
theorem mul_div_assoc (a b c : K) : a * b / c = a * (b / c) := by
  rw [div_eq_mul_inv, div_eq_mul_inv, mul_assoc]
theorem mul_div_right_comm (a b c : K) : a * b / c = a / c * b := by
  rw [div_eq_mul_inv, div_eq_mul_inv, mul_right_comm]
theorem div_mul_eq_mul_div (a b c : K) : a / b * c = a * c / b := (mul_div_right_comm a c b).symm
theorem mul_div_left_comm (a b c : K) : a * (b / c) = b * (a / c) := by
  rw [← mul_div_assoc, mul_comm, mul_div_assoc]
@[simp] theorem div_mul_cancel₀ (a : K) (h : b ≠ 0) : a / b * b = a := by
  rw [div_eq_mul_inv, inv_mul_cancel_right₀ h]
@[simp] theorem mul_div_cancel_right₀ (a : K) (h : b ≠ 0) : a * b / b = a := by
  rw [div_eq_mul_inv, mul_inv_cancel_right₀ h]
@[simp] theorem mul_div_cancel_left₀ (b : K) (h : a ≠ 0) : a * b / a = b := by
  rw [mul_comm, mul_div_cancel_right₀ b h]
@[simp] theorem mul_div_cancel₀ (b : K) (h : a ≠ 0) : a * (b / a) = b := by
  rw [mul_comm, div_mul_cancel₀ b h]
theorem div_div (a b c : K) : a / b / c = a / (b * c) := by
  rw [div_eq_mul_inv, div_eq_mul_inv, div_eq_mul_inv, mul_inv, mul_assoc]
theorem div_div_eq_mul_div (a b c : K) : a / (b / c) = a * c / b := by
  rw [div_eq_mul_inv, inv_div, mul_div_assoc]
theorem div_mul_div_comm (a b c d : K) : a / b * (c / d) = a * c / (b * d) := by
  rw [div_eq_mul_inv, div_eq_mul_inv, div_eq_mul_inv, mul_inv, mul_mul_mul_comm]
theorem div_mul_div_cancel₀ (h : b ≠ 0) : a / b * (b / c) = a / c := by
  rw [← mul_div_assoc, div_mul_cancel₀ a h]
theorem mul_div_mul_left (a b : K) (h : c ≠ 0) : c * a / (c * b) = a / b := by
  rw [← div_mul_div_comm, div_self h, one_mul]
theorem mul_div_mul_right (a b : K) (h : c ≠ 0) : a * c / (b * c) = a / b := by
  rw [← div_mul_div_comm, div_self h, mul_one]
theorem div_pow (a b : K) (n : Nat) : (a / b) ^ n = a ^ n / b ^ n := by
  rw [div_eq_mul_inv, mul_pow, inv_pow, div_eq_mul_inv]
theorem one_div_pow (a : K) (n : Nat) : (1 / a) ^ n = 1 / a ^ n := by rw [div_pow, one_pow]
theorem add_div (a b c : K) : (a + b) / c = a / c + b / c := by
  rw [div_eq_mul_inv, add_mul, div_eq_mul_inv, div_eq_mul_inv]
theorem div_add_div_same (a b c : K) : a / c + b / c = (a + b) / c := (add_div a b c).symm
theorem neg_div (a b : K) : -a / b = -(a / b) := by rw [div_eq_mul_inv, neg_mul, div_eq_mul_inv]
theorem div_neg (a b : K) : a / -b = -(a / b) := by
  rw [div_eq_mul_inv, inv_neg, mul_neg, div_eq_mul_inv]
theorem neg_div_neg_eq (a b : K) : -a / -b = a / b := by rw [neg_div, div_neg, neg_neg]
theorem sub_div (a b c : K) : (a - b) / c = a / c - b / c := by
  rw [sub_eq_add_neg, add_div, neg_div, ← sub_eq_add_neg]
theorem div_sub_div_same (a b c : K) : a / c - b / c = (a - b) / c := (sub_div a b c).symm
theorem div_eq_iff (h : b ≠ 0) : a / b = c ↔ a = c * b :=
  ⟨fun e => by rw [← e, div_mul_cancel₀ a h], fun e => by rw [e, mul_div_cancel_right₀ c h]⟩
theorem eq_div_iff (h : c ≠ 0) : a = b / c ↔ a * c = b :=
  ⟨fun e => by rw [e, div_mul_cancel₀ b h], fun e => by rw [← e, mul_div_cancel_right₀ a h]⟩
theorem eq_div_of_mul_eq (h : c ≠ 0) (e : a * c = b) : a = b / c := (eq_div_iff h).2 e
theorem div_eq_of_eq_mul (h : b ≠ 0) (e : a = c * b) : a / b = c := (div_eq_iff h).2 e
theorem div_eq_div_iff (hb : b ≠ 0) (hd : d ≠ 0) : a / b = c / d ↔ a * d = c * b := by
  rw [div_eq_iff hb, div_mul_eq_mul_div, eq_div_iff hd]
theorem div_add_div (a : K) (c : K) (hb : b ≠ 0) (hd : d ≠ 0) :
    a / b + c / d = (a * d + b * c) / (b * d) := by
  rw [add_div, mul_div_mul_right a b hd, mul_div_mul_left c d hb]
theorem div_sub_div (a : K) (c : K) (hb : b ≠ 0) (hd : d ≠ 0) :
    a / b - c / d = (a * d - b * c) / (b * d) := by
  rw [sub_div, mul_div_mul_right a b hd, mul_div_mul_left c d hb]
@[simp] theorem div_eq_zero_iff : a / b = 0 ↔ a = 0 ∨ b = 0 := by
  rw [div_eq_mul_inv, mul_eq_zero, inv_eq_zero]
theorem div_ne_zero (ha : a ≠ 0) (hb : b ≠ 0) : a / b ≠ 0 := by
  rw [div_eq_mul_inv]; exact mul_ne_zero ha (inv_ne_zero hb)
theorem div_eq_one_iff_eq (h : b ≠ 0) : a / b = 1 ↔ a = b := by rw [div_eq_iff h, one_mul]
theorem div_left_inj' (h : c ≠ 0) : a / c = b / c ↔ a = b := by
  rw [div_eq_iff h, div_mul_cancel₀ b h]
theorem one_sub_div (h : b ≠ 0) : 1 - a / b = (b - a) / b := by rw [sub_div, div_self h]
theorem pow_sub₀ {m n : Nat} (h : a ≠ 0) (l : n ≤ m) : a ^ (m - n) = a ^ m * (a ^ n)⁻¹ := by
  rw [← div_eq_mul_inv, eq_div_iff (pow_ne_zero n h), ← pow_add, Nat.sub_add_cancel l]

end Field
