prelude
import DeepTheory.Core
/-! # Algebraic structures

The classes from semigroups to fields, in Mathlib's names and with Mathlib's field names, flat
enough to be fast. What is left out on purpose: scalar multiplication by naturals and integers as
data (`n • a`), casts of integers and rationals as data, and the classes without a unit.

## Main definitions

* `Semigroup`, `Monoid`, `CommMonoid`, `Group`, and the same with `Add` in front.
* `Semiring`, `CommSemiring`, `Ring`, `CommRing`, `Field`.
* `NatCast`, `Nat.cast`: the natural numbers in `R`; numerals `2`, `3`, ... in `R` mean these.
* `Module`: an additive commutative monoid on which a semiring acts.

## Main statements

The axioms of each class under the short name (`add_comm`, `mul_assoc`, `left_distrib`, ...), and
the instances of `Std.Associative` and `Std.Commutative` that let `ac_rfl` work in every structure
here.

## Notes

Powers: `a ^ n` with `n : Nat` is part of `Monoid` (through core's `NatPow`), so that the powers of
`Nat`, `Int` and `Rat` are the ones the kernel computes. `pow_succ` reads `a ^ (n + 1) = a ^ n * a`.
-/
set_option autoImplicit false
universe u v

/-! ## Natural numbers in other structures -/

/-- The natural numbers embed in `R`. -/
class NatCast (R : Type u) where
  /-- The value of a natural number in `R`. -/
  protected natCast : Nat → R

/-- A natural number is its own value. -/
instance instNatCastNat : NatCast Nat := ⟨fun n => n⟩

/-- The coercion of natural numbers to `R`, written `(n : R)` or `↑n`. -/
@[coe, reducible, match_pattern] protected def Nat.cast {R : Type u} [NatCast R] : Nat → R :=
  NatCast.natCast

instance {R : Type u} [NatCast R] : CoeTail Nat R where coe := Nat.cast

instance {R : Type u} [NatCast R] : CoeHTCT Nat R where coe := Nat.cast

/-- `n` is at least two: the numerals that are not `0` or `1`. -/
class Nat.AtLeastTwo (n : Nat) : Prop where
  /-- the inequality -/
  prop : 2 ≤ n

instance instNatAtLeastTwo {n : Nat} : Nat.AtLeastTwo (n + 2) :=
  ⟨Nat.succ_le_succ (Nat.succ_le_succ (Nat.zero_le n))⟩

/-- The numerals `2`, `3`, ... of `R` are casts of natural numbers. -/
instance (priority := 50) instOfNatNatCast {R : Type u} {n : Nat} [NatCast R] [Nat.AtLeastTwo n] :
    OfNat R n := ⟨Nat.cast n⟩

/-! ## Groups -/

/-- A type with an associative multiplication. -/
class Semigroup (G : Type u) extends Mul G where
  /-- multiplication is associative -/
  protected mul_assoc : ∀ a b c : G, a * b * c = a * (b * c)

/-- A semigroup with a unit and natural powers. -/
class Monoid (M : Type u) extends Semigroup M, One M, NatPow M where
  /-- `1` is neutral on the left -/
  protected one_mul : ∀ a : M, 1 * a = a
  /-- `1` is neutral on the right -/
  protected mul_one : ∀ a : M, a * 1 = a
  /-- the power with exponent zero -/
  protected pow_zero : ∀ a : M, a ^ 0 = 1
  /-- powers, one factor at a time -/
  protected pow_succ : ∀ (a : M) (n : Nat), a ^ (n + 1) = a ^ n * a

/-- A commutative monoid. -/
class CommMonoid (M : Type u) extends Monoid M where
  /-- multiplication is commutative -/
  protected mul_comm : ∀ a b : M, a * b = b * a

/-- A group, written multiplicatively. -/
class Group (G : Type u) extends Monoid G, Inv G, Div G where
  /-- the inverse cancels on the left -/
  protected inv_mul_cancel : ∀ a : G, a⁻¹ * a = 1
  /-- division is multiplication by the inverse -/
  protected div_eq_mul_inv : ∀ a b : G, a / b = a * b⁻¹

/-- A type with an associative addition. -/
class AddSemigroup (G : Type u) extends Add G where
  /-- addition is associative -/
  protected add_assoc : ∀ a b c : G, a + b + c = a + (b + c)

/-- An additive semigroup with a zero. -/
class AddMonoid (M : Type u) extends AddSemigroup M, Zero M where
  /-- `0` is neutral on the left -/
  protected zero_add : ∀ a : M, 0 + a = a
  /-- `0` is neutral on the right -/
  protected add_zero : ∀ a : M, a + 0 = a

/-- A commutative additive monoid. -/
class AddCommMonoid (M : Type u) extends AddMonoid M where
  /-- addition is commutative -/
  protected add_comm : ∀ a b : M, a + b = b + a

/-- A group, written additively. -/
class AddGroup (G : Type u) extends AddMonoid G, Neg G, Sub G where
  /-- the negative cancels on the left -/
  protected neg_add_cancel : ∀ a : G, -a + a = 0
  /-- subtraction is addition of the negative -/
  protected sub_eq_add_neg : ∀ a b : G, a - b = a + -b

/-- A commutative additive group. -/
class AddCommGroup (G : Type u) extends AddGroup G, AddCommMonoid G

/-! ## Rings and fields -/

/-- A semiring: addition and multiplication with the usual laws, without negatives. -/
class Semiring (R : Type u) extends AddCommMonoid R, Monoid R, NatCast R where
  /-- multiplication distributes from the left -/
  protected left_distrib : ∀ a b c : R, a * (b + c) = a * b + a * c
  /-- multiplication distributes from the right -/
  protected right_distrib : ∀ a b c : R, (a + b) * c = a * c + b * c
  /-- zero absorbs on the left -/
  protected zero_mul : ∀ a : R, 0 * a = 0
  /-- zero absorbs on the right -/
  protected mul_zero : ∀ a : R, a * 0 = 0
  /-- the cast of zero -/
  protected natCast_zero : NatCast.natCast 0 = (0 : R)
  /-- the cast of a successor -/
  protected natCast_succ : ∀ n : Nat, NatCast.natCast (n + 1) = (NatCast.natCast n + 1 : R)

/-- A commutative semiring. -/
class CommSemiring (R : Type u) extends Semiring R, CommMonoid R

/-- A ring. -/
class Ring (R : Type u) extends Semiring R, AddCommGroup R

/-- A commutative ring. -/
class CommRing (R : Type u) extends Ring R, CommSemiring R

/-- A field. The inverse of zero is zero. -/
class Field (K : Type u) extends CommRing K, Inv K, Div K where
  /-- division is multiplication by the inverse -/
  protected div_eq_mul_inv : ∀ a b : K, a / b = a * b⁻¹
  /-- the inverse of a nonzero element -/
  protected mul_inv_cancel : ∀ a : K, a ≠ 0 → a * a⁻¹ = 1
  /-- the inverse of zero -/
  protected inv_zero : (0 : K)⁻¹ = 0
  /-- a field has at least two elements -/
  protected zero_ne_one : (0 : K) ≠ 1

/-- A module: the semiring `R` acts on the commutative additive monoid `M`. -/
class Module (R : Type u) (M : Type v) [Semiring R] [AddCommMonoid M] extends SMul R M where
  /-- one acts as the identity -/
  protected one_smul : ∀ a : M, (1 : R) • a = a
  /-- products act one after the other -/
  protected mul_smul : ∀ (r s : R) (a : M), (r * s) • a = r • s • a
  /-- the action is additive in the vector -/
  protected smul_add : ∀ (r : R) (a b : M), r • (a + b) = r • a + r • b
  /-- the action is additive in the scalar -/
  protected add_smul : ∀ (r s : R) (a : M), (r + s) • a = r • a + s • a
  /-- every scalar fixes zero -/
  protected smul_zero : ∀ r : R, r • (0 : M) = 0
  /-- zero sends everything to zero -/
  protected zero_smul : ∀ a : M, (0 : R) • a = 0

/-! ## The axioms under their short names -/

section Monoid
variable {M : Type u}

theorem mul_assoc [Semigroup M] (a b c : M) : a * b * c = a * (b * c) := Semigroup.mul_assoc a b c
@[simp] theorem one_mul [Monoid M] (a : M) : 1 * a = a := Monoid.one_mul a
@[simp] theorem mul_one [Monoid M] (a : M) : a * 1 = a := Monoid.mul_one a
@[simp] theorem pow_zero [Monoid M] (a : M) : a ^ 0 = 1 := Monoid.pow_zero a
theorem pow_succ [Monoid M] (a : M) (n : Nat) : a ^ (n + 1) = a ^ n * a := Monoid.pow_succ a n
theorem mul_comm [CommMonoid M] (a b : M) : a * b = b * a := CommMonoid.mul_comm a b

theorem add_assoc [AddSemigroup M] (a b c : M) : a + b + c = a + (b + c) :=
  AddSemigroup.add_assoc a b c
@[simp] theorem zero_add [AddMonoid M] (a : M) : 0 + a = a := AddMonoid.zero_add a
@[simp] theorem add_zero [AddMonoid M] (a : M) : a + 0 = a := AddMonoid.add_zero a
theorem add_comm [AddCommMonoid M] (a b : M) : a + b = b + a := AddCommMonoid.add_comm a b

instance [Semigroup M] : Std.Associative (α := M) (fun a b => a * b) := ⟨mul_assoc⟩
instance [CommMonoid M] : Std.Commutative (α := M) (fun a b => a * b) := ⟨mul_comm⟩
instance [AddSemigroup M] : Std.Associative (α := M) (fun a b => a + b) := ⟨add_assoc⟩
instance [AddCommMonoid M] : Std.Commutative (α := M) (fun a b => a + b) := ⟨add_comm⟩

end Monoid

section Group
variable {G : Type u}

@[simp] theorem inv_mul_cancel [Group G] (a : G) : a⁻¹ * a = 1 := Group.inv_mul_cancel a
@[simp] theorem neg_add_cancel [AddGroup G] (a : G) : -a + a = 0 := AddGroup.neg_add_cancel a
theorem sub_eq_add_neg [AddGroup G] (a b : G) : a - b = a + -b := AddGroup.sub_eq_add_neg a b

end Group

section Ring
variable {R : Type u}

theorem left_distrib [Semiring R] (a b c : R) : a * (b + c) = a * b + a * c :=
  Semiring.left_distrib a b c
theorem right_distrib [Semiring R] (a b c : R) : (a + b) * c = a * c + b * c :=
  Semiring.right_distrib a b c
theorem mul_add [Semiring R] (a b c : R) : a * (b + c) = a * b + a * c :=
  Semiring.left_distrib a b c
theorem add_mul [Semiring R] (a b c : R) : (a + b) * c = a * c + b * c :=
  Semiring.right_distrib a b c
@[simp] theorem zero_mul [Semiring R] (a : R) : 0 * a = 0 := Semiring.zero_mul a
@[simp] theorem mul_zero [Semiring R] (a : R) : a * 0 = 0 := Semiring.mul_zero a

/-- The cast of zero. -/
@[simp] theorem Nat.cast_zero [Semiring R] : ((0 : Nat) : R) = 0 := Semiring.natCast_zero
/-- The cast of a successor. -/
theorem Nat.cast_succ [Semiring R] (n : Nat) : ((Nat.succ n : Nat) : R) = n + 1 :=
  Semiring.natCast_succ n
/-- The cast of a successor, written as a sum. -/
theorem Nat.cast_add_one [Semiring R] (n : Nat) : ((n + 1 : Nat) : R) = n + 1 :=
  Semiring.natCast_succ n

end Ring

section Field
variable {K : Type u} [Field K]

theorem div_eq_mul_inv (a b : K) : a / b = a * b⁻¹ := Field.div_eq_mul_inv a b
@[simp] theorem mul_inv_cancel₀ {a : K} (h : a ≠ 0) : a * a⁻¹ = 1 := Field.mul_inv_cancel a h
@[simp] theorem inv_zero : (0 : K)⁻¹ = 0 := Field.inv_zero
@[simp] theorem zero_ne_one : (0 : K) ≠ 1 := Field.zero_ne_one

end Field

section Module
variable {R : Type u} {M : Type v} [Semiring R] [AddCommMonoid M] [Module R M]

@[simp] theorem one_smul (a : M) : (1 : R) • a = a := Module.one_smul a
theorem mul_smul (r s : R) (a : M) : (r * s) • a = r • s • a := Module.mul_smul r s a
theorem smul_add (r : R) (a b : M) : r • (a + b) = r • a + r • b := Module.smul_add r a b
theorem add_smul (r s : R) (a : M) : (r + s) • a = r • a + s • a := Module.add_smul r s a
@[simp] theorem smul_zero (r : R) : r • (0 : M) = 0 := Module.smul_zero r
@[simp] theorem zero_smul (a : M) : (0 : R) • a = 0 := Module.zero_smul a

end Module
