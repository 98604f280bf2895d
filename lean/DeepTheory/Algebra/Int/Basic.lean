prelude
import DeepTheory.Algebra.Int.Defs
import DeepTheory.Algebra.Order.Abs
/-! # The integers as an ordered ring

## Main definitions

* `IntCast`, `Int.cast`: the integers in any ring, written `(n : R)`.

## Main statements

* `Int.instLinearOrderedCommRing`: the order of the integers, by core's decision procedures,
* `Int.ediv_add_emod`, `Int.emod_nonneg`, `Int.emod_lt_of_pos`: division with remainder,
* `Int.cast_add`, `Int.cast_mul`, `Int.cast_le`, ...: the cast is an ordered ring homomorphism.
-/
set_option autoImplicit false
universe u

namespace Int

theorem le_def {a b : Int} : a ≤ b ↔ NonNeg (b - a) := Iff.rfl
theorem nonNeg_iff {a : Int} : NonNeg a ↔ ∃ n : Nat, a = ofNat n :=
  ⟨fun h => by cases h with | mk n => exact ⟨n, rfl⟩, fun ⟨n, h⟩ => h ▸ ⟨n⟩⟩
private theorem nonNeg_add {a b : Int} (h : NonNeg a) (k : NonNeg b) : NonNeg (a + b) := by
  cases h; cases k; exact ⟨_⟩
private theorem nonNeg_mul {a b : Int} (h : NonNeg a) (k : NonNeg b) : NonNeg (a * b) := by
  cases h; cases k; exact ⟨_⟩
private theorem nonNeg_or (a : Int) : NonNeg a ∨ NonNeg (-a) := by
  cases a with
  | ofNat n => exact .inl ⟨n⟩
  | negSucc n => exact .inr ⟨n + 1⟩
private theorem nonNeg_antisymm {a : Int} (h : NonNeg a) (k : NonNeg (-a)) : a = 0 := by
  cases h with
  | mk n => cases n with
    | zero => rfl
    | succ n => nomatch k
protected theorem le_refl (a : Int) : a ≤ a := by
  rw [le_def, sub_self]; exact ⟨0⟩
protected theorem le_trans {a b c : Int} (h : a ≤ b) (k : b ≤ c) : a ≤ c := by
  rw [le_def, ← sub_add_sub_cancel c b a]; exact nonNeg_add k h
protected theorem le_antisymm {a b : Int} (h : a ≤ b) (k : b ≤ a) : a = b :=
  (eq_of_sub_eq_zero (nonNeg_antisymm h (by rw [neg_sub]; exact k))).symm
protected theorem le_total (a b : Int) : a ≤ b ∨ b ≤ a :=
  (nonNeg_or (b - a)).elim .inl fun h => .inr (by rw [le_def, ← neg_sub]; exact h)
protected theorem add_le_add_left {a b : Int} (h : a ≤ b) (c : Int) : c + a ≤ c + b := by
  rw [le_def, add_sub_add_left_eq_sub]; exact h
protected theorem lt_iff_add_one_le {a b : Int} : a < b ↔ a + 1 ≤ b := Iff.rfl
protected theorem lt_iff_le_not_le {a b : Int} : a < b ↔ a ≤ b ∧ ¬b ≤ a := by
  refine ⟨fun h => ⟨Int.le_trans (?_ : a ≤ a + 1) h, fun k => ?_⟩, fun ⟨h, k⟩ => ?_⟩
  · rw [le_def, add_sub_cancel_left]; exact ⟨1⟩
  · have l : NonNeg (a - (a + 1)) := Int.le_trans h k
    rw [sub_add_eq_sub_sub, sub_self] at l
    nomatch l
  · obtain ⟨n, hn⟩ := nonNeg_iff.1 h
    cases n with
    | zero => exact absurd (Int.le_refl b) (eq_of_sub_eq_zero hn ▸ k)
    | succ n =>
      show NonNeg (b - (a + 1))
      rw [sub_add_eq_sub_sub, hn, show (ofNat (n + 1) : Int) = ofNat n + 1 from rfl,
        add_sub_cancel_right]
      exact ⟨n⟩

instance instLinearOrder : LinearOrder Int where
  le_refl := Int.le_refl
  le_trans _ _ _ := Int.le_trans
  lt_iff_le_not_ge _ _ := Int.lt_iff_le_not_le
  le_antisymm _ _ := Int.le_antisymm
  le_total := Int.le_total
  decidableLE := Int.decLe
  decidableEq := Int.instDecidableEq
  decidableLT := Int.decLt
  min_def _ _ := rfl
  max_def _ _ := rfl

private theorem pos_iff {a : Int} : 0 < a ↔ ∃ n : Nat, a = ofNat (n + 1) := by
  refine ⟨fun h => ?_, fun ⟨n, h⟩ => ?_⟩
  · obtain ⟨n, hn⟩ := nonNeg_iff.1 (show NonNeg (a - (0 + 1)) from h)
    exact ⟨n, by rw [sub_eq_iff_eq_add] at hn; rw [hn]; rfl⟩
  · show 0 + 1 ≤ a
    rw [le_def, zero_add, h, show ofNat (n + 1) = ofNat n + 1 from rfl, add_sub_cancel_right]
    exact ⟨n⟩

instance instLinearOrderedCommRing : LinearOrderedCommRing Int where
  add_le_add_left _ _ := Int.add_le_add_left
  zero_lt_one := ⟨0⟩
  mul_pos a b ha hb := by
    obtain ⟨m, rfl⟩ := pos_iff.1 ha
    obtain ⟨n, rfl⟩ := pos_iff.1 hb
    exact pos_iff.2 ⟨(m + 1) * n + m, rfl⟩

/-! ## Natural numbers among the integers -/

@[simp] theorem ofNat_eq_natCast (n : Nat) : ofNat n = (n : Int) := rfl
theorem negSucc_eq (n : Nat) : negSucc n = -((n : Int) + 1) := rfl
theorem natCast_nonneg (n : Nat) : (0 : Int) ≤ n := Nat.cast_nonneg n
theorem eq_natCast_of_nonneg {a : Int} (h : 0 ≤ a) : ∃ n : Nat, a = n := by
  obtain ⟨n, hn⟩ := nonNeg_iff.1 h
  exact ⟨n, by rw [sub_zero] at hn; exact hn⟩
theorem natAbs_of_nonneg {a : Int} (h : 0 ≤ a) : (a.natAbs : Int) = a := by
  obtain ⟨n, rfl⟩ := eq_natCast_of_nonneg h; rfl
@[simp] theorem toNat_of_nonneg {a : Int} (h : 0 ≤ a) : (a.toNat : Int) = a := by
  obtain ⟨n, rfl⟩ := eq_natCast_of_nonneg h; rfl
@[simp] theorem toNat_natCast (n : Nat) : (n : Int).toNat = n := rfl
@[simp] theorem natAbs_natCast (n : Nat) : (n : Int).natAbs = n := rfl
@[simp] theorem natAbs_neg (a : Int) : (-a).natAbs = a.natAbs := by
  cases a with
  | ofNat n => cases n <;> rfl
  | negSucc n => rfl
theorem natAbs_eq (a : Int) : a = a.natAbs ∨ a = -(a.natAbs : Int) := by
  cases a with
  | ofNat n => exact .inl rfl
  | negSucc n => exact .inr rfl
theorem natCast_natAbs (a : Int) : (a.natAbs : Int) = |a| := by
  rcases le_total 0 a with h | h
  · rw [natAbs_of_nonneg h, abs_of_nonneg h]
  · rw [abs_of_nonpos h, ← natAbs_of_nonneg (neg_nonneg.2 h), natAbs_neg]
@[simp] theorem natAbs_eq_zero {a : Int} : a.natAbs = 0 ↔ a = 0 := by
  rw [← Nat.cast_inj (R := Int), natCast_natAbs, Nat.cast_zero, abs_eq_zero]
@[simp] theorem natAbs_mul (a b : Int) : (a * b).natAbs = a.natAbs * b.natAbs := by
  rw [← Nat.cast_inj (R := Int), Nat.cast_mul, natCast_natAbs, natCast_natAbs, natCast_natAbs,
    abs_mul]
theorem lt_add_one_iff {a b : Int} : a < b + 1 ↔ a ≤ b :=
  ⟨fun h => le_of_add_le_add_right (a := 1) h, fun h => add_le_add_right h 1⟩
theorem sign_mul_natAbs (a : Int) : sign a * a.natAbs = a := by
  cases a with
  | ofNat n => cases n with
    | zero => rfl
    | succ n => exact one_mul _
  | negSucc n => exact neg_one_mul _

/-! ## Division with remainder -/

theorem ediv_add_emod (a b : Int) : b * (a / b) + a % b = a := by
  have key : ∀ m n : Nat, (n : Int) * ((m / n : Nat) : Int) + ((m % n : Nat) : Int) = m :=
    fun m n => by
    rw [← Nat.cast_mul, ← Nat.cast_add, Nat.div_add_mod]
  cases a with
  | ofNat m => cases b with
    | ofNat n => exact key m n
    | negSucc n =>
      show -((n + 1 : Nat) : Int) * -((m / (n + 1) : Nat) : Int) + ((m % (n + 1) : Nat) : Int) = m
      rw [neg_mul_neg, key]
  | negSucc m =>
    have pos : ∀ n : Nat, ((n + 1 : Nat) : Int) * negSucc (m / (n + 1)) +
        subNatNat (n + 1) (Nat.succ (m % (n + 1))) = negSucc m := fun n => by
      have h := key m (n + 1)
      have e : subNatNat (n + 1) (Nat.succ (m % (n + 1))) =
          ((n + 1 : Nat) : Int) - ((m % (n + 1) : Nat) + 1) := by
        rw [← Nat.cast_succ, sub_eq_add_neg, ← ofNat_eq_natCast, ← ofNat_eq_natCast,
          ofNat_eq_subNatNat (n + 1),
          ofNat_eq_subNatNat (Nat.succ _), neg_subNatNat, subNatNat_add_subNatNat, Nat.add_zero,
            Nat.zero_add]
      rw [e, negSucc_eq, negSucc_eq, mul_neg, mul_add, mul_one, neg_add, add_assoc, ← add_sub_assoc,
        neg_add_cancel, zero_sub, ← neg_add, ← add_assoc, h]
    cases b with
    | ofNat n => cases n with
      | zero =>
        show (0 : Int) * _ + subNatNat 0 (Nat.succ (m % 0)) = negSucc m
        rw [zero_mul, zero_add, show m % 0 = m by
          have := Nat.div_add_mod m 0; rwa [Nat.zero_mul, Nat.zero_add] at this]
        exact (negSucc_eq_subNatNat m).symm
      | succ n => exact pos n
    | negSucc n =>
      show -((n + 1 : Nat) : Int) * ((m / (n + 1) + 1 : Nat) : Int) + subNatNat (n + 1) _ = _
      rw [neg_mul_comm]; exact pos n
theorem emod_nonneg (a : Int) {b : Int} (h : b ≠ 0) : 0 ≤ a % b := by
  have hb : 0 < b.natAbs := Nat.pos_of_ne_zero fun e => h (natAbs_eq_zero.1 e)
  cases a with
  | ofNat m => exact Nat.cast_nonneg (m % b.natAbs)
  | negSucc m =>
    show 0 ≤ subNatNat b.natAbs (Nat.succ (m % b.natAbs))
    obtain ⟨k, hk⟩ := Nat.le.dest (show Nat.succ (m % b.natAbs) ≤ b.natAbs from Nat.mod_lt m hb)
    rw [show subNatNat b.natAbs (Nat.succ (m % b.natAbs)) = ofNat k by
      generalize m % b.natAbs = r at *; rw [← hk, subNatNat_add_left]]
    exact Nat.cast_nonneg k
theorem emod_lt_of_pos (a : Int) {b : Int} (h : 0 < b) : a % b < b := by
  obtain ⟨n, rfl⟩ := eq_natCast_of_nonneg (le_of_lt h)
  have hn : 0 < n := Nat.cast_pos.1 h
  cases a with
  | ofNat m => exact Nat.cast_lt.2 (Nat.mod_lt m hn)
  | negSucc m =>
    obtain ⟨k, hk⟩ := Nat.le.dest (show Nat.succ (m % n) ≤ n from Nat.mod_lt m hn)
    show subNatNat n (Nat.succ (m % n)) < n
    rw [show subNatNat n (Nat.succ (m % n)) = ofNat k by
      generalize m % n = r at *; rw [← hk, subNatNat_add_left]]
    refine Nat.cast_lt.2 (Nat.le_trans ?_ (le_of_eq hk))
    rw [Nat.succ_add]
    exact Nat.succ_le_succ (le_add_of_nonneg_left (Nat.zero_le _))

end Int

/-! ## Casts -/

/-- The integers have values in `R`. -/
class IntCast (R : Type u) where
  /-- The value of an integer in `R`. -/
  protected intCast : Int → R

/-- The coercion of integers to `R`, written `(n : R)` or `↑n`. -/
@[coe, reducible, match_pattern] protected def Int.cast {R : Type u} [IntCast R] : Int → R :=
  IntCast.intCast

instance {R : Type u} [IntCast R] : CoeTail Int R where coe := Int.cast

instance {R : Type u} [IntCast R] : CoeHTCT Int R where coe := Int.cast

/-- The integers in a ring. -/
protected def Int.castDef {R : Type u} [Ring R] : Int → R
  | .ofNat n => n
  | .negSucc n => -(n + 1 : Nat)

instance (priority := 100) Ring.instIntCast {R : Type u} [Ring R] : IntCast R := ⟨Int.castDef⟩

namespace Int
section Ring
variable {R : Type u} [CommRing R]

@[simp] theorem cast_natCast (n : Nat) : ((n : Int) : R) = n := rfl
@[simp] theorem cast_negSucc (n : Nat) : (negSucc n : R) = -((n + 1 : Nat) : R) := rfl
@[simp] theorem cast_zero : ((0 : Int) : R) = 0 := Nat.cast_zero
@[simp] theorem cast_one : ((1 : Int) : R) = 1 := Nat.cast_one
@[simp] theorem cast_ofNat {n : Nat} [Nat.AtLeastTwo n] :
    ((no_index (OfNat.ofNat n) : Int) : R) = OfNat.ofNat n := rfl
theorem cast_subNatNat (m n : Nat) : (subNatNat m n : R) = m - n := by
  rcases le_total n m with h | h
  · obtain ⟨k, rfl⟩ := Nat.le.dest h
    rw [subNatNat_add_left, Nat.cast_add, add_sub_cancel_left]; rfl
  · obtain ⟨k, rfl⟩ := Nat.le.dest h
    cases k with
    | zero => rw [Nat.add_zero, sub_self, show subNatNat m m = 0 from subNatNat_add_left m 0,
        cast_zero]
    | succ k => rw [subNatNat_add_right, cast_negSucc, Nat.cast_add m, sub_add_eq_sub_sub, sub_self,
        zero_sub]
@[simp] theorem cast_add (a b : Int) : ((a + b : Int) : R) = a + b := by
  obtain ⟨m, n, rfl⟩ := exists_eq_subNatNat a
  obtain ⟨k, l, rfl⟩ := exists_eq_subNatNat b
  rw [subNatNat_add_subNatNat, cast_subNatNat, cast_subNatNat, cast_subNatNat, Nat.cast_add,
    Nat.cast_add,
    add_sub_add_comm]
@[simp] theorem cast_neg (a : Int) : ((-a : Int) : R) = -a := by
  obtain ⟨m, n, rfl⟩ := exists_eq_subNatNat a
  rw [neg_subNatNat, cast_subNatNat, cast_subNatNat, neg_sub]
@[simp] theorem cast_sub (a b : Int) : ((a - b : Int) : R) = a - b := by
  rw [sub_eq_add_neg, cast_add, cast_neg, sub_eq_add_neg]
@[simp] theorem cast_mul (a b : Int) : ((a * b : Int) : R) = a * b := by
  obtain ⟨m, n, rfl⟩ := exists_eq_subNatNat a
  obtain ⟨k, l, rfl⟩ := exists_eq_subNatNat b
  rw [subNatNat_mul_subNatNat, cast_subNatNat, cast_subNatNat, cast_subNatNat]
  simp only [Nat.cast_add, Nat.cast_mul, sub_eq_add_neg, add_mul, mul_add, neg_mul, mul_neg,
    neg_neg,
    neg_add]
  ac_rfl
@[simp] theorem cast_pow (a : Int) (n : Nat) : ((a ^ n : Int) : R) = (a : R) ^ n := by
  induction n with
  | zero => rw [_root_.pow_zero, _root_.pow_zero, cast_one]
  | succ n ih => rw [_root_.pow_succ, _root_.pow_succ, cast_mul, ih]
@[simp] theorem cast_id (a : Int) : (Int.cast a : Int) = a := by cases a <;> rfl

end Ring

section Ordered
variable {R : Type u} [LinearOrderedCommRing R]

@[simp] theorem cast_nonneg {a : Int} : (0 : R) ≤ a ↔ 0 ≤ a := by
  cases a with
  | ofNat n => exact ⟨fun _ => Nat.cast_nonneg n, fun _ => Nat.cast_nonneg n⟩
  | negSucc n =>
    exact ⟨fun h => absurd h (not_le_of_gt (neg_lt_zero.2 (Nat.cast_succ_pos n))),
      fun h => nomatch h⟩
@[simp] theorem cast_le {a b : Int} : (a : R) ≤ b ↔ a ≤ b := by
  rw [← sub_nonneg, ← cast_sub, cast_nonneg, sub_nonneg]
@[simp] theorem cast_lt {a b : Int} : (a : R) < b ↔ a < b := by
  rw [← not_le, ← not_le, cast_le]
@[simp] theorem cast_inj {a b : Int} : (a : R) = b ↔ a = b := by
  rw [le_antisymm_iff, le_antisymm_iff, cast_le, cast_le]
@[simp] theorem cast_pos {a : Int} : (0 : R) < a ↔ 0 < a := by
  rw [← cast_zero, cast_lt]
@[simp] theorem cast_eq_zero {a : Int} : (a : R) = 0 ↔ a = 0 := by
  rw [← cast_zero, cast_inj]
theorem cast_abs {a : Int} : ((|a| : Int) : R) = |(a : R)| := by
  rcases le_total 0 a with h | h
  · rw [abs_of_nonneg h, abs_of_nonneg (cast_nonneg.2 h)]
  · have k : (a : R) ≤ 0 := by rw [← cast_zero, cast_le]; exact h
    rw [abs_of_nonpos h, cast_neg, abs_of_nonpos k]

end Ordered
end Int
