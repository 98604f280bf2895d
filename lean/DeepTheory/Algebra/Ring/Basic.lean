prelude
import DeepTheory.Algebra.Group.Basic
/-! # Lemmas on semirings and rings

## Main statements

* rules of sign (`neg_mul`, `mul_neg`, `neg_mul_neg`, `mul_sub`, `sub_mul`),
* squares (`add_sq`, `sub_sq`, `sq_sub_sq`, `neg_sq`), powers of `-1` and of `0`,
* casts of natural numbers (`Nat.cast_add`, `Nat.cast_mul`, `Nat.cast_pow`, `Nat.cast_ofNat`).
-/
set_option autoImplicit false
universe u

section Semiring
variable {R : Type u} [Semiring R]

@[simp] theorem Nat.cast_one : ((1 : Nat) : R) = 1 := by
  rw [show (1 : Nat) = 0 + 1 from rfl, Nat.cast_add_one, Nat.cast_zero, zero_add]
@[simp] theorem Nat.cast_add (m n : Nat) : ((m + n : Nat) : R) = m + n := by
  induction n with
  | zero => rw [Nat.add_zero, Nat.cast_zero, _root_.add_zero]
  | succ n ih => rw [← Nat.add_assoc, Nat.cast_add_one, Nat.cast_add_one, ih, add_assoc]
@[simp] theorem Nat.cast_mul (m n : Nat) : ((m * n : Nat) : R) = m * n := by
  induction n with
  | zero => rw [Nat.mul_zero, Nat.cast_zero, mul_zero]
  | succ n ih =>
    rw [show m * (n + 1) = m * n + m from rfl, Nat.cast_add, ih, Nat.cast_add_one, mul_add, mul_one]
@[simp] theorem Nat.cast_pow (m n : Nat) : ((m ^ n : Nat) : R) = (m : R) ^ n := by
  induction n with
  | zero => rw [_root_.pow_zero]; exact Nat.cast_one
  | succ n ih => rw [_root_.pow_succ, ← ih, ← Nat.cast_mul]; rfl
/-- Numerals are casts. -/
@[simp] theorem Nat.cast_ofNat {n : Nat} [Nat.AtLeastTwo n] :
    ((no_index (OfNat.ofNat n) : Nat) : R) = OfNat.ofNat n := rfl
@[simp] theorem Nat.cast_id (n : Nat) : (Nat.cast n : Nat) = n := rfl
theorem one_add_one_eq_two : (1 : R) + 1 = 2 := by
  show (1 : R) + 1 = ((1 + 1 : Nat) : R)
  rw [Nat.cast_add, Nat.cast_one]
theorem two_mul (a : R) : 2 * a = a + a := by rw [← one_add_one_eq_two, add_mul, one_mul]
theorem mul_two (a : R) : a * 2 = a + a := by rw [← one_add_one_eq_two, mul_add, mul_one]

theorem zero_pow {n : Nat} (h : n ≠ 0) : (0 : R) ^ n = 0 := by
  cases n with
  | zero => exact absurd rfl h
  | succ n => rw [pow_succ, mul_zero]
@[simp] theorem zero_pow_succ (n : Nat) : (0 : R) ^ (n + 1) = 0 := by rw [pow_succ, mul_zero]
theorem mul_add_one (a b : R) : a * (b + 1) = a * b + a := by rw [mul_add, mul_one]
theorem add_one_mul (a b : R) : (a + 1) * b = a * b + b := by rw [add_mul, one_mul]
theorem add_mul_add (a b c d : R) : (a + b) * (c + d) = a * c + a * d + (b * c + b * d) := by
  rw [add_mul, mul_add, mul_add]
@[simp] theorem mul_ite {p : Prop} [Decidable p] (a b c : R) :
    (a * if p then b else c) = if p then a * b else a * c := by
  by_cases h : p
  · rw [if_pos h, if_pos h]
  · rw [if_neg h, if_neg h]
@[simp] theorem ite_mul {p : Prop} [Decidable p] (a b c : R) :
    (if p then a else b) * c = if p then a * c else b * c := by
  by_cases h : p
  · rw [if_pos h, if_pos h]
  · rw [if_neg h, if_neg h]
theorem Nat.cast_ite {p : Prop} [Decidable p] (m n : Nat) :
    ((if p then m else n : Nat) : R) = if p then (m : R) else n := by
  by_cases h : p
  · rw [if_pos h, if_pos h]
  · rw [if_neg h, if_neg h]

end Semiring

section CommSemiring
variable {R : Type u} [CommSemiring R]

theorem add_sq (a b : R) : (a + b) ^ 2 = a ^ 2 + 2 * a * b + b ^ 2 := by
  rw [sq, sq, sq, add_mul_add, mul_comm b a, mul_assoc, two_mul, ← add_assoc, ← add_assoc]

end CommSemiring

section Ring
variable {R : Type u} [Ring R]

@[simp] theorem neg_mul (a b : R) : -a * b = -(a * b) :=
  eq_neg_of_add_eq_zero_left (by rw [← add_mul, neg_add_cancel, zero_mul])
@[simp] theorem mul_neg (a b : R) : a * -b = -(a * b) :=
  eq_neg_of_add_eq_zero_left (by rw [← mul_add, neg_add_cancel, mul_zero])
theorem neg_mul_neg (a b : R) : -a * -b = a * b := by rw [neg_mul, mul_neg, neg_neg]
theorem neg_mul_comm (a b : R) : -a * b = a * -b := by rw [neg_mul, mul_neg]
theorem neg_mul_eq_neg_mul (a b : R) : -(a * b) = -a * b := (neg_mul a b).symm
theorem neg_mul_eq_mul_neg (a b : R) : -(a * b) = a * -b := (mul_neg a b).symm
theorem neg_one_mul (a : R) : -1 * a = -a := by rw [neg_mul, one_mul]
theorem mul_neg_one (a : R) : a * -1 = -a := by rw [mul_neg, mul_one]
theorem neg_eq_neg_one_mul (a : R) : -a = -1 * a := (neg_one_mul a).symm
theorem mul_sub (a b c : R) : a * (b - c) = a * b - a * c := by
  rw [sub_eq_add_neg, mul_add, mul_neg, ← sub_eq_add_neg]
theorem sub_mul (a b c : R) : (a - b) * c = a * c - b * c := by
  rw [sub_eq_add_neg, add_mul, neg_mul, ← sub_eq_add_neg]
theorem mul_sub_one (a b : R) : a * (b - 1) = a * b - a := by rw [mul_sub, mul_one]
theorem sub_one_mul (a b : R) : (a - 1) * b = a * b - b := by rw [sub_mul, one_mul]
theorem mul_one_sub (a b : R) : a * (1 - b) = a - a * b := by rw [mul_sub, mul_one]
theorem one_sub_mul (a b : R) : (1 - a) * b = b - a * b := by rw [sub_mul, one_mul]
@[simp] theorem Nat.cast_sub {m n : Nat} (h : m ≤ n) : ((n - m : Nat) : R) = n - m :=
  eq_sub_iff_add_eq.2 (by rw [← Nat.cast_add, Nat.sub_add_cancel h])
theorem Nat.cast_pred {n : Nat} (h : 0 < n) : ((n - 1 : Nat) : R) = n - 1 := by
  rw [Nat.cast_sub h, Nat.cast_one]

@[simp] theorem neg_sq (a : R) : (-a) ^ 2 = a ^ 2 := by rw [sq, sq, neg_mul_neg]
theorem neg_one_sq : (-1 : R) ^ 2 = 1 := by rw [neg_sq, one_pow]
theorem neg_one_pow_two_mul (n : Nat) : (-1 : R) ^ (2 * n) = 1 := by
  rw [pow_mul, neg_one_sq, one_pow]
theorem neg_one_pow_eq_or (n : Nat) : (-1 : R) ^ n = 1 ∨ (-1 : R) ^ n = -1 := by
  induction n with
  | zero => exact Or.inl (pow_zero _)
  | succ n ih =>
    rw [pow_succ, mul_neg_one]
    rcases ih with h | h
    · exact Or.inr (by rw [h])
    · exact Or.inl (by rw [h, neg_neg])
theorem neg_one_pow_mul_self (n : Nat) : (-1 : R) ^ n * (-1) ^ n = 1 := by
  rcases neg_one_pow_eq_or (R := R) n with h | h
  · rw [h, mul_one]
  · rw [h, neg_mul_neg, mul_one]

end Ring

section CommRing
variable {R : Type u} [CommRing R]

theorem neg_pow (a : R) (n : Nat) : (-a) ^ n = (-1) ^ n * a ^ n := by
  rw [neg_eq_neg_one_mul, mul_pow]
theorem sub_sq (a b : R) : (a - b) ^ 2 = a ^ 2 - 2 * a * b + b ^ 2 := by
  rw [sub_eq_add_neg, add_sq, mul_neg, neg_sq, ← sub_eq_add_neg]
theorem sub_sq_comm (a b : R) : (a - b) ^ 2 = (b - a) ^ 2 := by rw [← neg_sub, neg_sq]
theorem sq_sub_sq (a b : R) : a ^ 2 - b ^ 2 = (a + b) * (a - b) := by
  rw [sq, sq, add_mul, mul_sub, mul_sub, mul_comm b a, sub_add_sub_cancel]
theorem mul_self_sub_mul_self (a b : R) : a * a - b * b = (a + b) * (a - b) := by
  rw [← sq, ← sq, sq_sub_sq]

end CommRing
