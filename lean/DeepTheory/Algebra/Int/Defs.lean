prelude
import DeepTheory.Algebra.Nat.Basic
/-! # The integers

Core Lean's type `Int`, with core's definitions of the operations, the order and the decision
procedures. The constructors hold natural numbers, so that the kernel computes with integers by its
big-number code.

## Main definitions

* `Int`, `Int.add`, `Int.mul`, `Int.neg`, `Int.sub`, `Int.pow`, `Int.le`, `Int.lt`, `Int.decEq`,
  `Int.decLe`, `Int.decLt`,
* `Int.natAbs`, `Int.toNat`, `Int.sign`, `Int.tdiv`, `Int.ediv`, `Int.emod`.

## Main statements

* `Int.subNatNat_eq_subNatNat`: the difference of two naturals determines the integer; together with
  `Int.exists_eq_subNatNat` this reduces every law of the integers to one of the naturals.
* `Int.instCommRing`.
-/
set_option autoImplicit false

set_option genCtorIdx false in
/-- The integers: `ofNat n` is `n`, `negSucc n` is `-(n + 1)`. -/
inductive Int : Type where
  /-- a natural number -/
  | ofNat : Nat → Int
  /-- the negative of a successor -/
  | negSucc : Nat → Int

attribute [extern "lean_nat_to_int"] Int.ofNat
attribute [extern "lean_int_neg_succ_of_nat"] Int.negSucc

instance instNatCastInt : NatCast Int := ⟨Int.ofNat⟩

instance instOfNat {n : Nat} : OfNat Int n := ⟨Int.ofNat n⟩

namespace Int

-- The code generator asks for `Int.decLt` as soon as it meets an integer, so that nothing can be
-- compiled before that.
noncomputable section

/-- The number of the constructor. -/
@[reducible] def ctorIdx (n : Int) : Nat :=
  Int.casesOn (motive := fun _ => Nat) n (fun _ => 0) fun _ => 1

instance instInhabited : Inhabited Int := ⟨0⟩

/-- The negative of a natural number. -/
def negOfNat : Nat → Int
  | 0 => 0
  | .succ m => negSucc m

set_option bootstrap.genMatcherCode false in
/-- Negation. -/
@[extern "lean_int_neg"] protected def neg (n : @& Int) : Int := match n with
  | ofNat n => negOfNat n
  | negSucc n => ofNat (Nat.succ n)

instance instNegInt : Neg Int := ⟨Int.neg⟩

/-- The difference of two natural numbers. -/
def subNatNat (m n : Nat) : Int := match n - m with
  | 0 => ofNat (m - n)
  | .succ k => negSucc k

set_option bootstrap.genMatcherCode false in
/-- Addition. -/
@[extern "lean_int_add"] protected def add (m n : @& Int) : Int := match m, n with
  | ofNat m, ofNat n => ofNat (m + n)
  | ofNat m, negSucc n => subNatNat m (Nat.succ n)
  | negSucc m, ofNat n => subNatNat n (Nat.succ m)
  | negSucc m, negSucc n => negSucc (Nat.succ (m + n))

instance instAddInt : Add Int := ⟨Int.add⟩

set_option bootstrap.genMatcherCode false in
/-- Multiplication. -/
@[extern "lean_int_mul"] protected def mul (m n : @& Int) : Int := match m, n with
  | ofNat m, ofNat n => ofNat (m * n)
  | ofNat m, negSucc n => negOfNat (m * Nat.succ n)
  | negSucc m, ofNat n => negOfNat (Nat.succ m * n)
  | negSucc m, negSucc n => ofNat (Nat.succ m * Nat.succ n)

instance instMulInt : Mul Int := ⟨Int.mul⟩

/-- Subtraction. -/
@[extern "lean_int_sub"] protected def sub (m n : @& Int) : Int := m + -n

instance instSubInt : Sub Int := ⟨Int.sub⟩

/-- An integer is nonnegative if it is a natural number. -/
inductive NonNeg : Int → Prop where
  /-- natural numbers are nonnegative -/
  | mk (n : Nat) : NonNeg (ofNat n)

/-- The order: `a ≤ b` if `b - a` is nonnegative. -/
protected def le (a b : Int) : Prop := NonNeg (b - a)

instance instLEInt : LE Int := ⟨Int.le⟩

/-- The strict order: `a < b` if `a + 1 ≤ b`. -/
protected def lt (a b : Int) : Prop := (a + 1) ≤ b

instance instLTInt : LT Int := ⟨Int.lt⟩

set_option bootstrap.genMatcherCode false in
/-- Equality is decidable. -/
@[extern "lean_int_dec_eq"] protected def decEq (a b : @& Int) :
    Decidable (a = b) := match a, b with
  | ofNat a, ofNat b => match instDecidableEqNat a b with
    | isTrue h => isTrue (congrArg ofNat h)
    | isFalse h => isFalse fun e => Int.noConfusion e fun e => absurd e h
  | ofNat _, negSucc _ => isFalse fun e => Int.noConfusion e
  | negSucc _, ofNat _ => isFalse fun e => Int.noConfusion e
  | negSucc a, negSucc b => match instDecidableEqNat a b with
    | isTrue h => isTrue (congrArg negSucc h)
    | isFalse h => isFalse fun e => Int.noConfusion e fun e => absurd e h

instance instDecidableEq : DecidableEq Int := Int.decEq

set_option bootstrap.genMatcherCode false in
/-- It is decidable whether an integer is nonnegative. -/
def decNonneg (m : @& Int) : Decidable (NonNeg m) := match m with
  | ofNat m => isTrue ⟨m⟩
  | negSucc _ => isFalse fun h => nomatch h

/-- The order is decidable. -/
@[extern "lean_int_dec_le"] instance decLe (a b : @& Int) : Decidable (a ≤ b) := decNonneg _

/-- The strict order is decidable. -/
@[extern "lean_int_dec_lt"] instance decLt (a b : @& Int) : Decidable (a < b) := decNonneg _

end

/-- Powers. -/
protected def pow (m : Int) : Nat → Int
  | 0 => 1
  | .succ n => Int.pow m n * m

instance instNatPow : NatPow Int := ⟨Int.pow⟩

/-- The absolute value as a natural number. -/
@[extern "lean_nat_abs"] def natAbs (m : @& Int) : Nat := match m with
  | ofNat m => m
  | negSucc m => m.succ

/-- The integer as a natural number, zero if it is negative. -/
def toNat : Int → Nat
  | ofNat n => n
  | negSucc _ => 0

/-- The sign of an integer: `-1`, `0` or `1`. -/
def sign : Int → Int
  | ofNat (.succ _) => 1
  | ofNat 0 => 0
  | negSucc _ => -1

/-- Division that rounds towards zero. -/
@[extern "lean_int_div"] def tdiv : (@& Int) → (@& Int) → Int
  | ofNat m, ofNat n => ofNat (m / n)
  | ofNat m, negSucc n => -ofNat (m / Nat.succ n)
  | negSucc m, ofNat n => -ofNat (Nat.succ m / n)
  | negSucc m, negSucc n => ofNat (Nat.succ m / Nat.succ n)

/-- Division with a nonnegative remainder. -/
@[extern "lean_int_ediv"] def ediv : (@& Int) → (@& Int) → Int
  | ofNat m, ofNat n => ofNat (m / n)
  | ofNat m, negSucc n => -ofNat (m / Nat.succ n)
  | negSucc _, 0 => 0
  | negSucc m, ofNat (Nat.succ n) => negSucc (m / Nat.succ n)
  | negSucc m, negSucc n => ofNat (Nat.succ (m / Nat.succ n))

/-- The nonnegative remainder. -/
@[extern "lean_int_emod"] def emod : (@& Int) → (@& Int) → Int
  | ofNat m, n => ofNat (m % natAbs n)
  | negSucc m, n => subNatNat (natAbs n) (Nat.succ (m % natAbs n))

instance : Div Int := ⟨Int.ediv⟩

instance : Mod Int := ⟨Int.emod⟩

/-! ## Differences of natural numbers -/

private theorem sub_cases (m n : Nat) : (∃ k, m = n + k ∧ m - n = k ∧ n - m = 0) ∨
    ∃ k, n = m + (k + 1) ∧ m - n = 0 ∧ n - m = k + 1 := by
  have zs : ∀ k : Nat, 0 - k = 0 := fun k => Nat.le_antisymm (Nat.sub_le _ _) (Nat.zero_le _)
  induction m generalizing n with
  | zero => cases n with
    | zero => exact .inl ⟨0, rfl, rfl, rfl⟩
    | succ n => exact .inr ⟨n, (Nat.zero_add _).symm, zs _, rfl⟩
  | succ m ih => cases n with
    | zero => exact .inl ⟨m + 1, (Nat.zero_add _).symm, rfl, zs _⟩
    | succ n =>
      have e₁ : (m + 1) - (n + 1) = m - n := Nat.succ_sub_succ m n
      have e₂ : (n + 1) - (m + 1) = n - m := Nat.succ_sub_succ n m
      rw [e₁, e₂]
      rcases ih n with ⟨k, a, b, c⟩ | ⟨k, a, b, c⟩
      · exact .inl ⟨k, by rw [a]; ac_rfl, b, c⟩
      · exact .inr ⟨k, by rw [a]; ac_rfl, b, c⟩

theorem subNatNat_add_left (n k : Nat) : subNatNat (n + k) n = ofNat k := by
  rcases sub_cases (n + k) n with ⟨j, a, b, c⟩ | ⟨j, a, b, c⟩
  · unfold subNatNat
    rw [c]
    show ofNat _ = _
    rw [b]
    have : j + n = k + n := by rw [Nat.add_comm j, Nat.add_comm k, a]
    rw [Nat.add_right_cancel_iff.1 this]
  · rw [Nat.add_assoc] at a
    exact absurd a (ne_of_lt (lt_add_of_pos_right n (Nat.zero_lt_succ (k + j))))

theorem subNatNat_add_right (m k : Nat) : subNatNat m (m + (k + 1)) = negSucc k := by
  rcases sub_cases m (m + (k + 1)) with ⟨j, a, b, c⟩ | ⟨j, a, b, c⟩
  · rw [Nat.add_assoc] at a
    exact absurd a (ne_of_lt (lt_add_of_pos_right m (add_pos_of_pos_of_nonneg (Nat.zero_lt_succ k)
      (Nat.zero_le j))))
  · unfold subNatNat
    rw [c]
    show negSucc j = _
    have : j + (m + 1) = k + (m + 1) :=
      Nat.add_left_comm j m 1 ▸ (show m + (j + 1) = _ from a ▸ Nat.add_left_comm m k 1)
    rw [Nat.add_right_cancel_iff.1 this]

private theorem nat_add_mul (a b c : Nat) : (a + b) * c = a * c + b * c := right_distrib a b c
private theorem nat_mul_one (a : Nat) : a * 1 = a := mul_one a
private theorem nat_one_mul (a : Nat) : 1 * a = a := one_mul a

/-- proves identities of sums and products of natural numbers -/
local macro "nat_ring" : tactic => `(tactic|
  ((try simp only [Nat.left_distrib, nat_add_mul, nat_mul_one, nat_one_mul]) <;>
    (try simp only [Nat.mul_zero, Nat.zero_mul, Nat.add_zero, Nat.zero_add]) <;> ac_rfl))

/-- Equal differences give equal integers, and conversely. -/
theorem subNatNat_eq_subNatNat {a b c d : Nat} : subNatNat a b = subNatNat c d ↔ a + d = c + b := by
  have can : ∀ {x y : Nat} (z : Nat), x + z = y + z → x = y :=
    fun _ h => Nat.add_right_cancel_iff.1 h
  rcases sub_cases a b with ⟨k, e, _, _⟩ | ⟨k, e, _, _⟩ <;>
    rcases sub_cases c d with ⟨j, f, _, _⟩ | ⟨j, f, _, _⟩ <;> subst e <;> subst f
  · rw [subNatNat_add_left, subNatNat_add_left]
    refine ⟨fun h => ?_, fun h => ?_⟩
    · injection h with h; rw [h]; ac_rfl
    · rw [can (x := k) (y := j) (b + d)
        ((show k + (b + d) = b + k + d by ac_rfl).trans (h.trans (by ac_rfl)))]
  · rw [subNatNat_add_left, subNatNat_add_right]
    refine ⟨fun h => Int.noConfusion h, fun h => ?_⟩
    have : k + j + 1 = 0 := can (b + c)
      ((show k + j + 1 + (b + c) = b + k + (c + (j + 1)) by ac_rfl).trans (h.trans (by nat_ring)))
    injection this
  · rw [subNatNat_add_left, subNatNat_add_right]
    refine ⟨fun h => Int.noConfusion h, fun h => ?_⟩
    have : k + j + 1 = 0 := can (a + d)
      ((show k + j + 1 + (a + d) = d + j + (a + (k + 1)) by ac_rfl).trans
        (h.symm.trans (by nat_ring)))
    injection this
  · rw [subNatNat_add_right, subNatNat_add_right]
    refine ⟨fun h => ?_, fun h => ?_⟩
    · injection h with h; rw [h]; ac_rfl
    · rw [can (x := k) (y := j) (a + c + 1)
        ((show k + (a + c + 1) = c + (a + (k + 1)) by ac_rfl).trans (h.symm.trans (by ac_rfl)))]

theorem ofNat_eq_subNatNat (n : Nat) : ofNat n = subNatNat n 0 := by
  have := subNatNat_add_left 0 n; rw [Nat.zero_add] at this; exact this.symm
theorem negSucc_eq_subNatNat (n : Nat) : negSucc n = subNatNat 0 (n + 1) := by
  have := subNatNat_add_right 0 n; rw [Nat.zero_add] at this; exact this.symm
theorem negOfNat_eq_subNatNat (n : Nat) : negOfNat n = subNatNat 0 n := by
  cases n with
  | zero => exact ofNat_eq_subNatNat 0
  | succ n => exact negSucc_eq_subNatNat n
/-- Every integer is a difference of naturals. -/
theorem exists_eq_subNatNat (a : Int) : ∃ m n, a = subNatNat m n := by
  cases a with
  | ofNat n => exact ⟨n, 0, ofNat_eq_subNatNat n⟩
  | negSucc n => exact ⟨0, n + 1, negSucc_eq_subNatNat n⟩
theorem subNatNat_add_subNatNat (a b c d : Nat) :
    subNatNat a b + subNatNat c d = subNatNat (a + c) (b + d) := by
  rcases sub_cases a b with ⟨k, e, _, _⟩ | ⟨k, e, _, _⟩ <;>
    rcases sub_cases c d with ⟨j, f, _, _⟩ | ⟨j, f, _, _⟩ <;> subst e <;> subst f
  · rw [subNatNat_add_left, subNatNat_add_left]
    show ofNat (k + j) = _
    rw [ofNat_eq_subNatNat]
    exact subNatNat_eq_subNatNat.2 (by nat_ring)
  · rw [subNatNat_add_left, subNatNat_add_right]
    exact subNatNat_eq_subNatNat.2 (show k + (b + (c + (j + 1))) = b + k + c + (j + 1) by nat_ring)
  · rw [subNatNat_add_left, subNatNat_add_right]
    exact subNatNat_eq_subNatNat.2 (show j + (a + (k + 1) + d) = a + (d + j) + (k + 1) by nat_ring)
  · rw [subNatNat_add_right, subNatNat_add_right]
    show negSucc (k + j + 1) = _
    rw [negSucc_eq_subNatNat]
    exact subNatNat_eq_subNatNat.2 (by nat_ring)
theorem neg_subNatNat (a b : Nat) : -subNatNat a b = subNatNat b a := by
  rcases sub_cases a b with ⟨k, e, _, _⟩ | ⟨k, e, _, _⟩ <;> subst e
  · rw [subNatNat_add_left]
    show negOfNat k = _
    rw [negOfNat_eq_subNatNat]
    exact subNatNat_eq_subNatNat.2 (by nat_ring)
  · rw [subNatNat_add_right]
    show ofNat (k + 1) = _
    rw [ofNat_eq_subNatNat]
    exact subNatNat_eq_subNatNat.2 (by nat_ring)
theorem subNatNat_mul_subNatNat (a b c d : Nat) :
    subNatNat a b * subNatNat c d = subNatNat (a * c + b * d) (a * d + b * c) := by
  rcases sub_cases a b with ⟨k, e, _, _⟩ | ⟨k, e, _, _⟩ <;>
    rcases sub_cases c d with ⟨j, f, _, _⟩ | ⟨j, f, _, _⟩ <;> subst e <;> subst f
  · rw [subNatNat_add_left, subNatNat_add_left]
    show ofNat (k * j) = _
    rw [ofNat_eq_subNatNat]
    exact subNatNat_eq_subNatNat.2 (by nat_ring)
  · rw [subNatNat_add_left, subNatNat_add_right]
    show negOfNat (k * (j + 1)) = _
    rw [negOfNat_eq_subNatNat]
    exact subNatNat_eq_subNatNat.2 (by nat_ring)
  · rw [subNatNat_add_left, subNatNat_add_right]
    show negOfNat ((k + 1) * j) = _
    rw [negOfNat_eq_subNatNat]
    exact subNatNat_eq_subNatNat.2 (by nat_ring)
  · rw [subNatNat_add_right, subNatNat_add_right]
    show ofNat ((k + 1) * (j + 1)) = _
    rw [ofNat_eq_subNatNat]
    exact subNatNat_eq_subNatNat.2 (by nat_ring)

private theorem zero_eq : (0 : Int) = subNatNat 0 0 := ofNat_eq_subNatNat 0
private theorem one_eq : (1 : Int) = subNatNat 1 0 := ofNat_eq_subNatNat 1

protected theorem add_assoc (x y z : Int) : x + y + z = x + (y + z) := by
  obtain ⟨a, b, rfl⟩ := exists_eq_subNatNat x
  obtain ⟨c, d, rfl⟩ := exists_eq_subNatNat y
  obtain ⟨e, f, rfl⟩ := exists_eq_subNatNat z
  simp only [subNatNat_add_subNatNat]
  exact subNatNat_eq_subNatNat.2 (by nat_ring)
protected theorem add_comm (x y : Int) : x + y = y + x := by
  obtain ⟨a, b, rfl⟩ := exists_eq_subNatNat x
  obtain ⟨c, d, rfl⟩ := exists_eq_subNatNat y
  simp only [subNatNat_add_subNatNat]
  exact subNatNat_eq_subNatNat.2 (by nat_ring)
protected theorem zero_add (x : Int) : 0 + x = x := by
  obtain ⟨a, b, rfl⟩ := exists_eq_subNatNat x
  rw [zero_eq, subNatNat_add_subNatNat]
  exact subNatNat_eq_subNatNat.2 (by nat_ring)
protected theorem mul_assoc (x y z : Int) : x * y * z = x * (y * z) := by
  obtain ⟨a, b, rfl⟩ := exists_eq_subNatNat x
  obtain ⟨c, d, rfl⟩ := exists_eq_subNatNat y
  obtain ⟨e, f, rfl⟩ := exists_eq_subNatNat z
  simp only [subNatNat_mul_subNatNat]
  exact subNatNat_eq_subNatNat.2 (by nat_ring)
protected theorem mul_comm (x y : Int) : x * y = y * x := by
  obtain ⟨a, b, rfl⟩ := exists_eq_subNatNat x
  obtain ⟨c, d, rfl⟩ := exists_eq_subNatNat y
  simp only [subNatNat_mul_subNatNat]
  exact subNatNat_eq_subNatNat.2 (by nat_ring)
protected theorem one_mul (x : Int) : 1 * x = x := by
  obtain ⟨a, b, rfl⟩ := exists_eq_subNatNat x
  rw [one_eq, subNatNat_mul_subNatNat]
  exact subNatNat_eq_subNatNat.2 (by nat_ring)
protected theorem zero_mul (x : Int) : 0 * x = 0 := by
  obtain ⟨a, b, rfl⟩ := exists_eq_subNatNat x
  rw [zero_eq, subNatNat_mul_subNatNat]
  exact subNatNat_eq_subNatNat.2 (by nat_ring)
protected theorem mul_add (x y z : Int) : x * (y + z) = x * y + x * z := by
  obtain ⟨a, b, rfl⟩ := exists_eq_subNatNat x
  obtain ⟨c, d, rfl⟩ := exists_eq_subNatNat y
  obtain ⟨e, f, rfl⟩ := exists_eq_subNatNat z
  simp only [subNatNat_mul_subNatNat, subNatNat_add_subNatNat]
  exact subNatNat_eq_subNatNat.2 (by nat_ring)
protected theorem neg_add_cancel (x : Int) : -x + x = 0 := by
  obtain ⟨a, b, rfl⟩ := exists_eq_subNatNat x
  rw [neg_subNatNat, subNatNat_add_subNatNat, zero_eq]
  exact subNatNat_eq_subNatNat.2 (by nat_ring)

instance instCommRing : CommRing Int where
  zero := 0
  one := 1
  add_assoc := Int.add_assoc
  zero_add := Int.zero_add
  add_zero x := (Int.add_comm x 0).trans (Int.zero_add x)
  add_comm := Int.add_comm
  mul_assoc := Int.mul_assoc
  one_mul := Int.one_mul
  mul_one x := (Int.mul_comm x 1).trans (Int.one_mul x)
  pow_zero _ := rfl
  pow_succ _ _ := rfl
  left_distrib := Int.mul_add
  right_distrib x y z := by rw [Int.mul_comm, Int.mul_add, Int.mul_comm z, Int.mul_comm z]
  zero_mul := Int.zero_mul
  mul_zero x := (Int.mul_comm x 0).trans (Int.zero_mul x)
  natCast_zero := rfl
  natCast_succ _ := rfl
  neg_add_cancel := Int.neg_add_cancel
  sub_eq_add_neg _ _ := rfl
  mul_comm := Int.mul_comm

end Int
