prelude
import DeepTheory.Algebra.Defs
/-! # Lemmas on monoids and groups

## Main statements

* rearrangement (`add_left_comm`, `add_add_add_comm`, ...) and cancellation (`add_left_cancel`,
  ...),
* rules of sign in additive groups (`neg_neg`, `neg_add`, `neg_sub`, `sub_self`, `sub_add_cancel`,
  ...),
* equations solved for one term (`sub_eq_iff_eq_add`, `eq_neg_of_add_eq_zero_left`, ...),
* powers (`pow_add`, `pow_mul`, `mul_pow`).
-/
set_option autoImplicit false
universe u

section Monoid
variable {M : Type u}

theorem mul_left_comm [CommMonoid M] (a b c : M) : a * (b * c) = b * (a * c) := by
  rw [← mul_assoc, mul_comm a, mul_assoc]
theorem mul_right_comm [CommMonoid M] (a b c : M) : a * b * c = a * c * b := by
  rw [mul_assoc, mul_comm b, mul_assoc]
theorem mul_mul_mul_comm [CommMonoid M] (a b c d : M) : a * b * (c * d) = a * c * (b * d) := by
  rw [mul_assoc, mul_assoc, mul_left_comm b]
theorem add_left_comm [AddCommMonoid M] (a b c : M) : a + (b + c) = b + (a + c) := by
  rw [← add_assoc, add_comm a, add_assoc]
theorem add_right_comm [AddCommMonoid M] (a b c : M) : a + b + c = a + c + b := by
  rw [add_assoc, add_comm b, add_assoc]
theorem add_add_add_comm [AddCommMonoid M] (a b c d : M) : a + b + (c + d) = a + c + (b + d) := by
  rw [add_assoc, add_assoc, add_left_comm b]

@[simp] theorem pow_one [Monoid M] (a : M) : a ^ 1 = a := by
  rw [show 1 = 0 + 1 from rfl, pow_succ, pow_zero, one_mul]
theorem pow_two [Monoid M] (a : M) : a ^ 2 = a * a := by
  rw [show 2 = 1 + 1 from rfl, pow_succ, pow_one]
theorem sq [Monoid M] (a : M) : a ^ 2 = a * a := pow_two a
@[simp] theorem one_pow [Monoid M] (n : Nat) : (1 : M) ^ n = 1 := by
  induction n with
  | zero => rw [pow_zero]
  | succ n ih => rw [pow_succ, ih, one_mul]
theorem pow_add [Monoid M] (a : M) (m n : Nat) : a ^ (m + n) = a ^ m * a ^ n := by
  induction n with
  | zero => rw [Nat.add_zero, pow_zero, mul_one]
  | succ n ih => rw [← Nat.add_assoc, pow_succ, pow_succ, ih, mul_assoc]
theorem pow_succ' [Monoid M] (a : M) (n : Nat) : a ^ (n + 1) = a * a ^ n := by
  rw [Nat.add_comm, pow_add, pow_one]
theorem pow_mul [Monoid M] (a : M) (m n : Nat) : a ^ (m * n) = (a ^ m) ^ n := by
  induction n with
  | zero => rw [Nat.mul_zero, pow_zero, pow_zero]
  | succ n ih => rw [pow_succ, ← ih, ← pow_add]; rfl
theorem pow_mul' [Monoid M] (a : M) (m n : Nat) : a ^ (m * n) = (a ^ n) ^ m := by
  rw [Nat.mul_comm, pow_mul]
theorem pow_right_comm [Monoid M] (a : M) (m n : Nat) : (a ^ m) ^ n = (a ^ n) ^ m := by
  rw [← pow_mul, pow_mul']
theorem mul_pow [CommMonoid M] (a b : M) (n : Nat) : (a * b) ^ n = a ^ n * b ^ n := by
  induction n with
  | zero => rw [pow_zero, pow_zero, pow_zero, mul_one]
  | succ n ih => rw [pow_succ, pow_succ, pow_succ, ih, mul_mul_mul_comm]

end Monoid

/-! ## Additive groups -/

section AddGroup
variable {G : Type u} [AddGroup G] {a b c : G}

@[simp] theorem neg_add_cancel_left (a b : G) : -a + (a + b) = b := by
  rw [← add_assoc, neg_add_cancel, zero_add]
theorem add_left_cancel (h : a + b = a + c) : b = c := by
  rw [← neg_add_cancel_left a b, h, neg_add_cancel_left]
@[simp] theorem add_neg_cancel (a : G) : a + -a = 0 :=
  add_left_cancel (a := -a) (by rw [neg_add_cancel_left, add_zero])
@[simp] theorem add_neg_cancel_left (a b : G) : a + (-a + b) = b := by
  rw [← add_assoc, add_neg_cancel, zero_add]
@[simp] theorem add_neg_cancel_right (a b : G) : a + b + -b = a := by
  rw [add_assoc, add_neg_cancel, add_zero]
@[simp] theorem neg_add_cancel_right (a b : G) : a + -b + b = a := by
  rw [add_assoc, neg_add_cancel, add_zero]
theorem add_right_cancel (h : b + a = c + a) : b = c := by
  rw [← add_neg_cancel_right b a, h, add_neg_cancel_right]
@[simp] theorem add_left_inj (a : G) {b c : G} : b + a = c + a ↔ b = c :=
  ⟨add_right_cancel, fun h => h ▸ rfl⟩
@[simp] theorem add_right_inj (a : G) {b c : G} : a + b = a + c ↔ b = c :=
  ⟨add_left_cancel, fun h => h ▸ rfl⟩

theorem neg_eq_of_add_eq_zero_right (h : a + b = 0) : -a = b :=
  add_left_cancel (a := a) (by rw [add_neg_cancel, h])
theorem neg_eq_of_add_eq_zero_left (h : a + b = 0) : -b = a :=
  add_right_cancel (a := b) (by rw [neg_add_cancel, h])
theorem eq_neg_of_add_eq_zero_left (h : a + b = 0) : a = -b := (neg_eq_of_add_eq_zero_left h).symm
theorem eq_neg_of_add_eq_zero_right (h : a + b = 0) : b = -a := (neg_eq_of_add_eq_zero_right h).symm
theorem add_eq_zero_iff_eq_neg : a + b = 0 ↔ a = -b :=
  ⟨eq_neg_of_add_eq_zero_left, fun h => by rw [h, neg_add_cancel]⟩
@[simp] theorem neg_neg (a : G) : - -a = a := neg_eq_of_add_eq_zero_right (neg_add_cancel a)
@[simp] theorem neg_zero : -(0 : G) = 0 := neg_eq_of_add_eq_zero_right (add_zero 0)
theorem neg_add_rev (a b : G) : -(a + b) = -b + -a :=
  neg_eq_of_add_eq_zero_right (by rw [add_assoc, add_neg_cancel_left, add_neg_cancel])
theorem neg_inj : -a = -b ↔ a = b :=
  ⟨fun h => by rw [← neg_neg a, h, neg_neg], fun h => h ▸ rfl⟩
@[simp] theorem neg_eq_zero : -a = 0 ↔ a = 0 :=
  ⟨fun h => by rw [← neg_neg a, h, neg_zero], fun h => by rw [h, neg_zero]⟩
theorem neg_ne_zero : -a ≠ 0 ↔ a ≠ 0 :=
  ⟨fun h k => h (neg_eq_zero.2 k), fun h k => h (neg_eq_zero.1 k)⟩
theorem neg_eq_iff_eq_neg : -a = b ↔ a = -b :=
  ⟨fun h => by rw [← h, neg_neg], fun h => by rw [h, neg_neg]⟩

@[simp] theorem sub_self (a : G) : a - a = 0 := by rw [sub_eq_add_neg, add_neg_cancel]
@[simp] theorem sub_zero (a : G) : a - 0 = a := by rw [sub_eq_add_neg, neg_zero, add_zero]
@[simp] theorem zero_sub (a : G) : 0 - a = -a := by rw [sub_eq_add_neg, zero_add]
@[simp] theorem sub_neg_eq_add (a b : G) : a - -b = a + b := by rw [sub_eq_add_neg, neg_neg]
@[simp] theorem neg_sub (a b : G) : -(a - b) = b - a := by
  rw [sub_eq_add_neg, sub_eq_add_neg, neg_add_rev, neg_neg]
@[simp] theorem sub_add_cancel (a b : G) : a - b + b = a := by
  rw [sub_eq_add_neg, neg_add_cancel_right]
@[simp] theorem add_sub_cancel_right (a b : G) : a + b - b = a := by
  rw [sub_eq_add_neg, add_neg_cancel_right]
theorem add_sub_assoc (a b c : G) : a + b - c = a + (b - c) := by
  rw [sub_eq_add_neg, sub_eq_add_neg, add_assoc]
theorem sub_add (a b c : G) : a - b + c = a + (-b + c) := by rw [sub_eq_add_neg, add_assoc]
@[simp] theorem sub_add_sub_cancel (a b c : G) : a - b + (b - c) = a - c := by
  rw [← add_sub_assoc, sub_add_cancel]
theorem sub_eq_zero : a - b = 0 ↔ a = b :=
  ⟨fun h => by rw [← sub_add_cancel a b, h, zero_add], fun h => by rw [h, sub_self]⟩
theorem sub_eq_zero_of_eq (h : a = b) : a - b = 0 := sub_eq_zero.2 h
theorem eq_of_sub_eq_zero (h : a - b = 0) : a = b := sub_eq_zero.1 h
theorem sub_ne_zero : a - b ≠ 0 ↔ a ≠ b :=
  ⟨fun h k => h (sub_eq_zero.2 k), fun h k => h (sub_eq_zero.1 k)⟩
theorem sub_ne_zero_of_ne (h : a ≠ b) : a - b ≠ 0 := sub_ne_zero.2 h
theorem sub_eq_iff_eq_add : a - b = c ↔ a = c + b :=
  ⟨fun h => by rw [← h, sub_add_cancel], fun h => by rw [h, add_sub_cancel_right]⟩
theorem eq_sub_iff_add_eq : a = b - c ↔ a + c = b :=
  ⟨fun h => by rw [h, sub_add_cancel], fun h => by rw [← h, add_sub_cancel_right]⟩
theorem eq_sub_of_add_eq (h : a + c = b) : a = b - c := eq_sub_iff_add_eq.2 h
theorem sub_eq_of_eq_add (h : a = c + b) : a - b = c := sub_eq_iff_eq_add.2 h
theorem sub_left_inj : b - a = c - a ↔ b = c :=
  ⟨fun h => by rw [← sub_add_cancel b a, h, sub_add_cancel], fun h => h ▸ rfl⟩
theorem sub_right_inj : a - b = a - c ↔ b = c :=
  ⟨fun h => by rw [sub_eq_add_neg, sub_eq_add_neg] at h; exact neg_inj.1 (add_left_cancel h),
    fun h => h ▸ rfl⟩
@[simp] theorem add_eq_left : a + b = a ↔ b = 0 :=
  ⟨fun h => add_left_cancel (a := a) (by rw [h, add_zero]), fun h => by rw [h, add_zero]⟩
@[simp] theorem add_eq_right : a + b = b ↔ a = 0 :=
  ⟨fun h => add_right_cancel (a := b) (by rw [h, zero_add]), fun h => by rw [h, zero_add]⟩

end AddGroup

section AddCommGroup
variable {G : Type u} [AddCommGroup G] {a b c : G}

theorem neg_add (a b : G) : -(a + b) = -a + -b := by rw [neg_add_rev, add_comm]
theorem neg_add_eq_sub (a b : G) : -a + b = b - a := by rw [sub_eq_add_neg, add_comm]
theorem neg_sub_left (a b : G) : -a - b = -(b + a) := by rw [neg_add_rev, sub_eq_add_neg]
@[simp] theorem add_sub_cancel_left (a b : G) : a + b - a = b := by
  rw [add_comm, add_sub_cancel_right]
@[simp] theorem add_sub_cancel (a b : G) : a + (b - a) = b := by rw [add_comm, sub_add_cancel]
@[simp] theorem sub_sub_cancel (a b : G) : a - (a - b) = b := by
  rw [sub_eq_add_neg, neg_sub, add_sub_cancel]
theorem sub_sub (a b c : G) : a - b - c = a - (b + c) := by
  rw [sub_eq_add_neg, sub_eq_add_neg, sub_eq_add_neg, neg_add, add_assoc]
theorem sub_add_eq_sub_sub (a b c : G) : a - (b + c) = a - b - c := (sub_sub a b c).symm
theorem sub_right_comm (a b c : G) : a - b - c = a - c - b := by rw [sub_sub, add_comm, ← sub_sub]
theorem add_sub_right_comm (a b c : G) : a + b - c = a - c + b := by
  rw [sub_eq_add_neg, sub_eq_add_neg, add_right_comm]
theorem sub_add_eq_add_sub (a b c : G) : a - b + c = a + c - b := (add_sub_right_comm a c b).symm
theorem add_sub_add_comm (a b c d : G) : a + b - (c + d) = a - c + (b - d) := by
  rw [sub_eq_add_neg, neg_add, add_add_add_comm, sub_eq_add_neg, sub_eq_add_neg]
theorem sub_add_comm (a b c d : G) : a + b - (c + d) = a - c + (b - d) := add_sub_add_comm a b c d
theorem sub_sub_sub_comm (a b c d : G) : a - b - (c - d) = a - c - (b - d) := by
  simp only [sub_eq_add_neg, neg_add, neg_neg]
  ac_rfl
@[simp] theorem add_sub_add_left_eq_sub (a b c : G) : c + a - (c + b) = a - b := by
  rw [add_sub_add_comm, sub_self, zero_add]
@[simp] theorem add_sub_add_right_eq_sub (a b c : G) : a + c - (b + c) = a - b := by
  rw [add_sub_add_comm, sub_self, add_zero]
@[simp] theorem sub_sub_sub_cancel_left (a b c : G) : c - a - (c - b) = b - a := by
  rw [sub_sub, add_comm, ← sub_sub, sub_sub_cancel]
@[simp] theorem sub_sub_sub_cancel_right (a b c : G) : a - c - (b - c) = a - b := by
  rw [sub_sub, add_sub_cancel]
theorem eq_sub_iff_add_eq' : a = b - c ↔ c + a = b := by rw [eq_sub_iff_add_eq, add_comm]
theorem sub_eq_iff_eq_add' : a - b = c ↔ a = b + c := by rw [sub_eq_iff_eq_add, add_comm]
theorem eq_sub_of_add_eq' (h : c + a = b) : a = b - c := eq_sub_iff_add_eq'.2 h
theorem sub_eq_sub_iff_add_eq_add {d : G} : a - b = c - d ↔ a + d = c + b := by
  rw [sub_eq_iff_eq_add, sub_add_eq_add_sub, eq_sub_iff_add_eq]

end AddCommGroup

/-! ## Multiplicative groups -/

section Group
variable {G : Type u} [Group G] {a b c : G}

@[simp] theorem inv_mul_cancel_left (a b : G) : a⁻¹ * (a * b) = b := by
  rw [← mul_assoc, inv_mul_cancel, one_mul]
theorem mul_left_cancel (h : a * b = a * c) : b = c := by
  rw [← inv_mul_cancel_left a b, h, inv_mul_cancel_left]
@[simp] theorem mul_inv_cancel (a : G) : a * a⁻¹ = 1 :=
  mul_left_cancel (a := a⁻¹) (by rw [inv_mul_cancel_left, mul_one])
@[simp] theorem mul_inv_cancel_right (a b : G) : a * b * b⁻¹ = a := by
  rw [mul_assoc, mul_inv_cancel, mul_one]
theorem mul_right_cancel (h : b * a = c * a) : b = c := by
  rw [← mul_inv_cancel_right b a, h, mul_inv_cancel_right]
theorem inv_eq_of_mul_eq_one_right (h : a * b = 1) : a⁻¹ = b :=
  mul_left_cancel (a := a) (by rw [mul_inv_cancel, h])

end Group
