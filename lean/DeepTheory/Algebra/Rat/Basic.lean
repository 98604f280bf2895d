prelude
import DeepTheory.Algebra.Rat.Defs
/-! # The rational numbers as an ordered field

## Main definitions

* `Rat.le`, `Rat.lt`: comparison of cross products; both are decided by the arithmetic of integers.
* `Rat.cast`: the rational numbers in any field, written `(q : K)`.
* `Rat.floor`: the greatest integer that is not greater.

## Main statements

* `Rat.instLinearOrderedField`,
* `Rat.num_div_den`: a rational number is the quotient of its numerator and its denominator,
* `Rat.cast_add`, `Rat.cast_mul`, `Rat.cast_le`, ...: in an ordered field the cast is a
  homomorphism,
* `Rat.exists_nat_gt`: the rational numbers are Archimedean.
-/
set_option autoImplicit false
universe u

namespace Rat

/-- `p ≤ q`, by cross products. -/
protected def le (p q : Rat) : Prop := p.num * q.den ≤ q.num * p.den
/-- `p < q`, by cross products. -/
protected def lt (p q : Rat) : Prop := p.num * q.den < q.num * p.den

instance instLE : LE Rat := ⟨Rat.le⟩
instance instLT : LT Rat := ⟨Rat.lt⟩
instance instDecidableLe (p q : Rat) : Decidable (p ≤ q) :=
    Int.decLe (p.num * q.den) (q.num * p.den)
instance instDecidableLt (p q : Rat) : Decidable (p < q) :=
    Int.decLt (p.num * q.den) (q.num * p.den)

theorem le_iff {p q : Rat} : p ≤ q ↔ p.num * q.den ≤ q.num * p.den := Iff.rfl
theorem lt_iff {p q : Rat} : p < q ↔ p.num * q.den < q.num * p.den := Iff.rfl

private theorem den_pos' (q : Rat) : (0 : Int) < q.den := Nat.cast_pos.2 q.den_pos

theorem mkRat_le_mkRat {n m : Int} {d e : Nat} (hd : d ≠ 0) (he : e ≠ 0) :
    mkRat n d ≤ mkRat m e ↔ n * e ≤ m * d := by
  have h₁ := mkRat_num_mul n hd
  have h₂ := mkRat_num_mul m he
  have pd : (0 : Int) < d := Nat.cast_pos.2 (Nat.pos_of_ne_zero hd)
  have pe : (0 : Int) < e := Nat.cast_pos.2 (Nat.pos_of_ne_zero he)
  rw [le_iff]
  have pp := den_pos' (mkRat n d)
  have pq := den_pos' (mkRat m e)
  generalize mkRat n d = p at *
  generalize mkRat m e = q at *
  rw [← mul_le_mul_iff_of_pos_right (mul_pos pd pe), ←
    mul_le_mul_iff_of_pos_right (a := n * e) (c := (p.den * q.den : Int)) (mul_pos pp pq),
    show p.num * q.den * (d * e) = p.num * d * (q.den * e) by ring, h₁,
    show q.num * p.den * (d * e) = q.num * e * (p.den * d) by ring, h₂,
    show n * p.den * (q.den * e) = n * e * (p.den * q.den) by ring,
    show m * q.den * (p.den * d) = m * d * (p.den * q.den) by ring]

instance instLinearOrder : LinearOrder Rat where
  le_refl _ := Int.le_refl _
  le_trans p q r h k := by
    refine le_of_mul_le_mul_right (c := (q.den : Int)) ?_ (den_pos' q)
    rw [show p.num * r.den * q.den = p.num * q.den * r.den by ring,
      show r.num * p.den * q.den = r.num * q.den * p.den by ring]
    refine le_trans (mul_le_mul_of_nonneg_right h (le_of_lt (den_pos' r))) ?_
    rw [show q.num * p.den * r.den = q.num * r.den * p.den by ring]
    exact mul_le_mul_of_nonneg_right k (le_of_lt (den_pos' p))
  lt_iff_le_not_ge _ _ := Int.lt_iff_le_not_le
  le_antisymm _ _ h k := eq_of_num_mul_den (le_antisymm h k)
  le_total _ _ := Int.le_total _ _
  decidableLE := instDecidableLe
  decidableEq := instDecidableEq
  decidableLT := instDecidableLt
  min_def _ _ := rfl
  max_def _ _ := rfl

private theorem nonneg_iff {p : Rat} : 0 ≤ p ↔ 0 ≤ p.num := by
  rw [le_iff]
  show (0 : Int) * p.den ≤ p.num * 1 ↔ _
  rw [zero_mul, mul_one]

private theorem sub_nonneg' {p q : Rat} : 0 ≤ q - p ↔ p ≤ q := by
  induction p using ind with | h a b hb
  induction q using ind with | h c d hd
  have bd : b * d ≠ 0 := ne_of_gt (mul_pos (Nat.pos_of_ne_zero hb) (Nat.pos_of_ne_zero hd))
  have db : d * b ≠ 0 := ne_of_gt (mul_pos (Nat.pos_of_ne_zero hd) (Nat.pos_of_ne_zero hb))
  rw [sub_eq_add_neg, neg_mkRat _ hb, mkRat_add_mkRat _ _ hd hb, mkRat_le_mkRat hb hd,
    zero_eq_mkRat,
    mkRat_le_mkRat (fun h => Nat.noConfusion h) db, zero_mul, Nat.cast_one, mul_one, neg_mul,
      ← sub_eq_add_neg,
    sub_nonneg]

private theorem pos_iff {p : Rat} : 0 < p ↔ 0 < p.num := by
  rw [lt_iff]
  show (0 : Int) * p.den < p.num * 1 ↔ _
  rw [zero_mul, mul_one]

instance instLinearOrderedCommRing : LinearOrderedCommRing Rat where
  add_le_add_left p q h r := by
    rw [← sub_nonneg', add_sub_add_left_eq_sub]; exact sub_nonneg'.2 h
  zero_lt_one := by decide
  mul_pos p q hp hq := by
    refine lt_of_le_of_ne ?_ fun e => ?_
    · have hp := le_of_lt (pos_iff.1 hp)
      have hq := le_of_lt (pos_iff.1 hq)
      revert hp hq
      rw [← nonneg_iff, ← nonneg_iff]
      induction p using ind with | h a b hb
      induction q using ind with | h c d hd
      have bd : b * d ≠ 0 := ne_of_gt (mul_pos (Nat.pos_of_ne_zero hb) (Nat.pos_of_ne_zero hd))
      have nz : (1 : Nat) ≠ 0 := fun h => Nat.noConfusion h
      rw [mkRat_mul_mkRat _ _ hb hd, zero_eq_mkRat, mkRat_le_mkRat nz hb, mkRat_le_mkRat nz hd,
        mkRat_le_mkRat nz bd, zero_mul, zero_mul, zero_mul, Nat.cast_one, mul_one, mul_one, mul_one]
      exact mul_nonneg
    · rcases mul_eq_zero.1 e.symm with h | h
      · exact absurd hp (h ▸ lt_irrefl (0 : Rat))
      · exact absurd hq (h ▸ lt_irrefl (0 : Rat))

instance instLinearOrderedField : LinearOrderedField Rat where
  div_eq_mul_inv := Field.div_eq_mul_inv
  mul_inv_cancel := Field.mul_inv_cancel
  inv_zero := Field.inv_zero
  zero_ne_one := Field.zero_ne_one

/-! ## Numerators and denominators -/

theorem intCast_eq_mkRat (n : Int) : (n : Rat) = mkRat n 1 := by
  cases n with
  | ofNat n => exact natCast_eq_mkRat n
  | negSucc n =>
    show -((n + 1 : Nat) : Rat) = mkRat (-((n + 1 : Nat) : Int)) 1
    rw [natCast_eq_mkRat, neg_mkRat _ fun h => Nat.noConfusion h]
theorem mkRat_eq_div (n : Int) {d : Nat} (hd : d ≠ 0) : mkRat n d = (n : Rat) / d := by
  rw [eq_div_iff (Nat.cast_ne_zero.2 hd), natCast_eq_mkRat, intCast_eq_mkRat,
    mkRat_mul_mkRat _ _ hd fun h => Nat.noConfusion h, mkRat_eq_mkRat
      (ne_of_gt (mul_pos (Nat.pos_of_ne_zero hd) zero_lt_one)) fun h => Nat.noConfusion h]
  simp only [Nat.cast_one, mul_one]
/-- A rational number is the quotient of its numerator and its denominator. -/
theorem num_div_den (q : Rat) : (q.num : Rat) / q.den = q := by
  rw [← mkRat_eq_div q.num q.den_nz, mkRat_self]

/-! ## The Archimedean property -/

/-- The greatest integer that is not greater. -/
protected def floor (q : Rat) : Int := q.num / q.den

theorem floor_le (q : Rat) : (q.floor : Rat) ≤ q := by
  conv => rhs; rw [← num_div_den q]
  rw [le_div_iff₀ (Nat.cast_pos.2 q.den_pos), ← Int.cast_natCast, ← Int.cast_mul, Int.cast_le,
    mul_comm]
  have h := Int.ediv_add_emod q.num q.den
  have k := Int.emod_nonneg q.num (ne_of_gt (den_pos' q))
  conv => rhs; rw [← h]
  exact le_add_of_nonneg_right k
theorem lt_floor_add_one (q : Rat) : q < q.floor + 1 := by
  conv => lhs; rw [← num_div_den q]
  rw [div_lt_iff₀ (Nat.cast_pos.2 q.den_pos), ← Int.cast_natCast, ← Int.cast_one, ← Int.cast_add,
    ← Int.cast_mul,
    Int.cast_lt]
  have h := Int.ediv_add_emod q.num q.den
  have k := Int.emod_lt_of_pos q.num (den_pos' q)
  conv => lhs; rw [← h]
  rw [add_mul, one_mul, mul_comm]
  exact add_lt_add_left k _
/-- The rational numbers are Archimedean. -/
theorem exists_nat_gt (q : Rat) : ∃ n : Nat, q < n := by
  refine ⟨(q.floor + 1).toNat, lt_of_lt_of_le (lt_floor_add_one q) ?_⟩
  rw [← Int.cast_one, ← Int.cast_add, ← Int.cast_natCast, Int.cast_le]
  cases q.floor + 1 with
  | ofNat n => exact le_refl _
  | negSucc n => exact le_of_lt (neg_lt_zero.2 (Nat.cast_succ_pos (R := Int) n))
/-- Some multiple of a positive number exceeds any given number. -/
theorem exists_nat_mul_gt {p : Rat} (hp : 0 < p) (q : Rat) : ∃ n : Nat, q < n * p := by
  obtain ⟨n, h⟩ := exists_nat_gt (q / p)
  exact ⟨n, (div_lt_iff₀ hp).1 h⟩
/-- Below every positive number lies the inverse of a natural number. -/
theorem exists_one_div_lt {p : Rat} (hp : 0 < p) : ∃ n : Nat, 1 / ((n : Rat) + 1) < p := by
  obtain ⟨n, h⟩ := exists_nat_gt (1 / p)
  refine ⟨n, ?_⟩
  rw [div_lt_iff₀ (Nat.cast_add_one_pos n), mul_comm]
  rw [div_lt_iff₀ hp] at h
  exact lt_trans h (mul_lt_mul_of_pos_right (lt_add_of_pos_right _ zero_lt_one) hp)

/-! ## Casts to other fields -/

/-- The rational number `q` in the field `K`. -/
@[coe] protected def cast {K : Type u} [Field K] (q : Rat) : K := (q.num : K) / (q.den : K)

instance {K : Type u} [Field K] : CoeTail Rat K where coe := Rat.cast
instance {K : Type u} [Field K] : CoeHTCT Rat K where coe := Rat.cast

section Cast
variable {K : Type u} [LinearOrderedField K]

theorem cast_def (q : Rat) : (q : K) = (q.num : K) / (q.den : K) := rfl
private theorem cast_nz {d : Nat} (h : d ≠ 0) : (d : K) ≠ 0 := Nat.cast_ne_zero.2 h
theorem cast_mkRat (n : Int) {d : Nat} (hd : d ≠ 0) : ((mkRat n d : Rat) : K) = n / d := by
  rw [cast_def, div_eq_div_iff (cast_nz (mkRat n d).den_nz) (cast_nz hd)]
  have := congrArg (Int.cast (R := K)) (mkRat_num_mul n hd)
  rwa [Int.cast_mul, Int.cast_mul, Int.cast_natCast, Int.cast_natCast] at this
@[simp] theorem cast_natCast (n : Nat) : ((n : Rat) : K) = n := by
  rw [natCast_eq_mkRat, cast_mkRat _ fun h => Nat.noConfusion h, Nat.cast_one, div_one,
    Int.cast_natCast]
@[simp] theorem cast_zero : ((0 : Rat) : K) = 0 := by
  have := cast_natCast (K := K) 0; rwa [Nat.cast_zero, Nat.cast_zero] at this
@[simp] theorem cast_one : ((1 : Rat) : K) = 1 := by
  have := cast_natCast (K := K) 1; rwa [Nat.cast_one, Nat.cast_one] at this
@[simp] theorem cast_ofNat {n : Nat} [Nat.AtLeastTwo n] :
    ((no_index (OfNat.ofNat n) : Rat) : K) = OfNat.ofNat n :=
  cast_natCast n
@[simp] theorem cast_intCast (n : Int) : ((n : Rat) : K) = n := by
  rw [intCast_eq_mkRat, cast_mkRat _ fun h => Nat.noConfusion h, Nat.cast_one, div_one]
@[simp] theorem cast_add (p q : Rat) : ((p + q : Rat) : K) = p + q := by
  induction p using ind with | h a b hb
  induction q using ind with | h c d hd
  have bd : b * d ≠ 0 := ne_of_gt (mul_pos (Nat.pos_of_ne_zero hb) (Nat.pos_of_ne_zero hd))
  rw [mkRat_add_mkRat _ _ hb hd, cast_mkRat _ bd, cast_mkRat _ hb, cast_mkRat _ hd,
    div_add_div _ _ (cast_nz hb) (cast_nz hd), Nat.cast_mul, Int.cast_add, Int.cast_mul,
      Int.cast_mul,
    Int.cast_natCast, Int.cast_natCast, mul_comm (c : K)]
@[simp] theorem cast_mul (p q : Rat) : ((p * q : Rat) : K) = p * q := by
  induction p using ind with | h a b hb
  induction q using ind with | h c d hd
  have bd : b * d ≠ 0 := ne_of_gt (mul_pos (Nat.pos_of_ne_zero hb) (Nat.pos_of_ne_zero hd))
  rw [mkRat_mul_mkRat _ _ hb hd, cast_mkRat _ bd, cast_mkRat _ hb, cast_mkRat _ hd,
    div_mul_div_comm,
    Nat.cast_mul, Int.cast_mul]
@[simp] theorem cast_neg (p : Rat) : ((-p : Rat) : K) = -p := by
  show ((-p.num : Int) : K) / _ = _
  rw [Int.cast_neg, neg_div]; rfl
@[simp] theorem cast_sub (p q : Rat) : ((p - q : Rat) : K) = p - q := by
  rw [sub_eq_add_neg, cast_add, cast_neg, sub_eq_add_neg]
@[simp] theorem cast_inv (p : Rat) : ((p⁻¹ : Rat) : K) = (p : K)⁻¹ := by
  by_cases h : p = 0
  · rw [h, inv_zero, cast_zero, inv_zero]
  · exact eq_inv_of_mul_eq_one_left (by rw [← cast_mul, inv_mul_cancel₀ h, cast_one])
@[simp] theorem cast_div (p q : Rat) : ((p / q : Rat) : K) = p / q := by
  rw [div_eq_mul_inv, cast_mul, cast_inv, div_eq_mul_inv]
@[simp] theorem cast_pow (p : Rat) (n : Nat) : ((p ^ n : Rat) : K) = (p : K) ^ n := by
  induction n with
  | zero => rw [pow_zero, pow_zero, cast_one]
  | succ n ih => rw [pow_succ, pow_succ, cast_mul, ih]
@[simp] theorem cast_nonneg {p : Rat} : (0 : K) ≤ p ↔ 0 ≤ p := by
  rw [nonneg_iff, cast_def, le_div_iff₀ (Nat.cast_pos.2 p.den_pos), zero_mul, Int.cast_nonneg]
@[simp] theorem cast_le {p q : Rat} : (p : K) ≤ q ↔ p ≤ q := by
  rw [← sub_nonneg, ← cast_sub, cast_nonneg, sub_nonneg]
@[simp] theorem cast_lt {p q : Rat} : (p : K) < q ↔ p < q := by
  rw [← not_le, ← not_le, cast_le]
@[simp] theorem cast_inj {p q : Rat} : (p : K) = q ↔ p = q := by
  rw [le_antisymm_iff, le_antisymm_iff, cast_le, cast_le]
@[simp] theorem cast_pos {p : Rat} : (0 : K) < p ↔ 0 < p := by rw [← cast_zero, cast_lt]
@[simp] theorem cast_eq_zero {p : Rat} : (p : K) = 0 ↔ p = 0 := by rw [← cast_zero, cast_inj]
theorem cast_abs (p : Rat) : ((|p| : Rat) : K) = |(p : K)| := by
  rcases le_total 0 p with h | h
  · rw [abs_of_nonneg h, abs_of_nonneg (cast_nonneg.2 h)]
  · rw [abs_of_nonpos h, cast_neg, abs_of_nonpos (by rw [← cast_zero, cast_le]; exact h)]

end Cast
end Rat
