prelude
import DeepTheory.Algebra.Order.Defs
import DeepTheory.Algebra.Tactic.Ring.Expression
/-! # Rewriting lemmas of `ring`

What `ring` uses before it translates an expression: powers with variable exponents, casts of
natural numbers, inverses and quotients. The library states most of them under their usual names for
wider classes; they are repeated here so that the library can use `ring` from its first page on.
-/
set_option autoImplicit false
universe u

namespace Tactic.Ring

section Semiring
variable {R : Type u} [CommSemiring R]

theorem pow_mul' (a : R) (m n : Nat) : a ^ (m * n) = (a ^ n) ^ m := by rw [Nat.mul_comm, pow_mul]

theorem pow_right_comm (a : R) (m n : Nat) : (a ^ m) ^ n = (a ^ n) ^ m :=
  by rw [← pow_mul, pow_mul']

theorem pow_pow (a : R) (m n : Nat) : (a ^ m) ^ n = a ^ (m * n) := (pow_mul a m n).symm

theorem numeral_mul_pow (p q n : Nat) :
    (numeral (Nat.mul p q) : R) ^ n = numeral p ^ n * numeral q ^ n := by
  rw [← mul_pow, numeral_eq, numeral_eq, numeral_eq, ← cast_mul]; rfl

theorem cast_numeral (n : Nat) : ((n : Nat) : R) = numeral n := (numeral_eq n).symm

end Semiring

theorem neg_pow {R : Type u} [CommRing R] (a : R) (n : Nat) : (-a) ^ n = (-1) ^ n * a ^ n := by
  rw [← mul_pow, neg_mul, one_mul]

section Field
variable {K : Type u} [Field K]

private theorem inv_unique {a b : K} (h : a * b = 1) : a⁻¹ = b := by
  have ha : a ≠ 0 := fun e => by rw [e, zero_mul] at h; exact zero_ne_one h
  rw [← mul_one a⁻¹, ← h, ← mul_assoc, mul_comm a⁻¹, mul_inv_cancel₀ ha, one_mul]

theorem inv_one : (1 : K)⁻¹ = 1 := inv_unique (one_mul 1)

theorem inv_mul_inv (a b : K) : (a * b)⁻¹ = a⁻¹ * b⁻¹ := by
  cases Classical.em (a = 0) with
  | inl h => rw [h, zero_mul, inv_zero, zero_mul]
  | inr ha => cases Classical.em (b = 0) with
    | inl h => rw [h, mul_zero, inv_zero, mul_zero]
    | inr hb =>
      apply inv_unique
      rw [show a * b * (a⁻¹ * b⁻¹) = (a * a⁻¹) * (b * b⁻¹) by ac_rfl, mul_inv_cancel₀ ha,
          mul_inv_cancel₀ hb, one_mul]

theorem inv_inv (a : K) : a⁻¹⁻¹ = a := by
  cases Classical.em (a = 0) with
  | inl h => rw [h, inv_zero, inv_zero]
  | inr h => exact inv_unique (by rw [mul_comm, mul_inv_cancel₀ h])

theorem inv_neg (a : K) : (-a)⁻¹ = -a⁻¹ := by
  cases Classical.em (a = 0) with
  | inl h => rw [h, neg_zero, inv_zero, neg_zero]
  | inr h => exact inv_unique (by rw [neg_mul, mul_neg, neg_neg, mul_inv_cancel₀ h])

theorem inv_pow (a : K) (n : Nat) : (a ^ n)⁻¹ = a⁻¹ ^ n := by
  induction n with
  | zero => rw [pow_zero, pow_zero, inv_one]
  | succ n ih => rw [pow_succ, pow_succ, inv_mul_inv, ih]

theorem mul_inv_of_ne {a : K} (h : a ≠ 0) : a * a⁻¹ = 1 := mul_inv_cancel₀ h

theorem pow_mul_inv_of_ne {a : K} (h : a ≠ 0) (n : Nat) : a ^ n * a⁻¹ ^ n = 1 := by
  rw [← mul_pow, mul_inv_cancel₀ h, one_pow]

end Field

section Order
variable {K : Type u} [LinearOrderedField K]

theorem ne_of_pos {K : Type u} [Zero K] [Preorder K] {a : K} (h : 0 < a) : a ≠ 0 := fun e => by
  rw [e] at h; exact ((Preorder.lt_iff_le_not_ge _ _).1 h).2 (Preorder.le_refl _)

theorem ne_of_neg {K : Type u} [Zero K] [Preorder K] {a : K} (h : a < 0) : a ≠ 0 := fun e => by
  rw [e] at h; exact ((Preorder.lt_iff_le_not_ge _ _).1 h).2 (Preorder.le_refl _)

theorem ne_of_ne_symm {K : Type u} [Zero K] {a : K} (h : 0 ≠ a) : a ≠ 0 := fun e => h e.symm

theorem ne_of_eq {K : Type u} [Zero K] {a b : K} (e : a = b) (h : a ≠ 0) : b ≠ 0 := e ▸ h

private theorem cast_pos (n : Nat) : (0 : K) < ((n + 1 : Nat) : K) := by
  have lt_of {a b : K} (h : a ≤ b) (hb : ¬b ≤ a) : a < b :=
    (Preorder.lt_iff_le_not_ge a b).2 ⟨h, hb⟩
  have one := (Preorder.lt_iff_le_not_ge (0 : K) 1).1 LinearOrderedCommRing.zero_lt_one
  induction n with
  | zero => rw [cast_one]; exact LinearOrderedCommRing.zero_lt_one
  | succ n ih =>
    have ih := (Preorder.lt_iff_le_not_ge _ _).1 ih
    have step := LinearOrderedCommRing.add_le_add_left _ _ one.1 ((n + 1 : Nat) : K)
    rw [add_zero] at step
    rw [Nat.cast_add_one]
    exact lt_of (Preorder.le_trans _ _ _ ih.1 step) (fun h => ih.2 (Preorder.le_trans _ _ _ step h))

theorem numeral_ne_zero (n : Nat) : (numeral (n + 1) : K) ≠ 0 := by
  rw [numeral_eq]; exact ne_of_pos (cast_pos n)

end Order

/-- One more known inverse. -/
theorem invVars_cons {R : Type u} [CommRing R] (l : List R) (v : RingExpr.InvVar) (vs
    : List RingExpr.InvVar)
    (h : v.d.eval l * nth l v.y = 1) (hs : RingExpr.InvVars l vs) : RingExpr.InvVars l (v :: vs) :=
      ⟨h, hs⟩

/-- No known inverses. -/
theorem invVars_nil {R : Type u} [CommRing R] (l : List R) : RingExpr.InvVars l [] := trivial

end Tactic.Ring
