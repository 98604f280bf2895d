prelude
import DeepTheory.Algebra.Defs
/-! # Orders and ordered rings

## Main definitions

* `Preorder`, `PartialOrder`, `LinearOrder`. A linear order carries the decision procedures for `≤`,
  `<` and `=`, and `min` and `max`, as data: over `Nat`, `Int` and `Rat` they compute, over the
  reals they are classical.
* `LinearOrderedCommSemiring`: what `Nat` and every ordered ring have in common.
* `LinearOrderedCommRing`, `LinearOrderedField`.

## Main statements

`LinearOrderedCommRing.toLinearOrderedCommSemiring`: an ordered ring is an ordered semiring, so that
a lemma proved for the semiring serves both `Nat` and fields.
-/
set_option autoImplicit false
universe u

/-! ## Orders -/

/-- A reflexive and transitive relation `≤`, with the strict relation `<` that belongs to it. -/
class Preorder (α : Type u) extends LE α, LT α where
  /-- `≤` is reflexive -/
  protected le_refl : ∀ a : α, a ≤ a
  /-- `≤` is transitive -/
  protected le_trans : ∀ a b c : α, a ≤ b → b ≤ c → a ≤ c
  lt := fun a b => a ≤ b ∧ ¬b ≤ a
  /-- the meaning of `<` -/
  protected lt_iff_le_not_ge : ∀ a b : α, a < b ↔ a ≤ b ∧ ¬b ≤ a

/-- A preorder whose `≤` is antisymmetric. -/
class PartialOrder (α : Type u) extends Preorder α where
  /-- `≤` is antisymmetric -/
  protected le_antisymm : ∀ a b : α, a ≤ b → b ≤ a → a = b

/-- Equality is decidable in a partial order whose `≤` is. -/
@[reducible] def decidableEqOfDecidableLE {α : Type u} [PartialOrder α]
    [DecidableRel (fun a b : α => a ≤ b)] : DecidableEq α := fun a b =>
  if h : a ≤ b then
    if h' : b ≤ a then isTrue (PartialOrder.le_antisymm a b h h')
    else isFalse fun e => h' (e ▸ Preorder.le_refl a)
  else isFalse fun e => h (e ▸ Preorder.le_refl a)

/-- `<` is decidable in a preorder whose `≤` is. -/
@[reducible] def decidableLTOfDecidableLE {α : Type u} [Preorder α]
    [DecidableRel (fun a b : α => a ≤ b)] : DecidableRel (fun a b : α => a < b) := fun a b =>
  if h : a ≤ b then
    if h' : b ≤ a then isFalse fun l => ((Preorder.lt_iff_le_not_ge a b).1 l).2 h'
    else isTrue ((Preorder.lt_iff_le_not_ge a b).2 ⟨h, h'⟩)
  else isFalse fun l => h ((Preorder.lt_iff_le_not_ge a b).1 l).1

/-- A linear order, with decision procedures, minimum and maximum. -/
class LinearOrder (α : Type u) extends PartialOrder α, Min α, Max α where
  /-- any two elements can be compared -/
  protected le_total : ∀ a b : α, a ≤ b ∨ b ≤ a
  /-- the decision procedure of `≤` -/
  decidableLE : DecidableRel (fun a b : α => a ≤ b)
  /-- the decision procedure of `=` -/
  decidableEq : DecidableEq α := decidableEqOfDecidableLE
  /-- the decision procedure of `<` -/
  decidableLT : DecidableRel (fun a b : α => a < b) := decidableLTOfDecidableLE
  min := fun a b => if a ≤ b then a else b
  max := fun a b => if a ≤ b then b else a
  /-- the meaning of `min` -/
  protected min_def : ∀ a b : α, min a b = if a ≤ b then a else b
  /-- the meaning of `max` -/
  protected max_def : ∀ a b : α, max a b = if a ≤ b then b else a

section LinearOrder
variable {α : Type u} [LinearOrder α]

instance (priority := 900) instDecidableLEOfLinearOrder (a b : α) : Decidable (a ≤ b) :=
  LinearOrder.decidableLE a b
instance (priority := 900) instDecidableLTOfLinearOrder (a b : α) : Decidable (a < b) :=
  LinearOrder.decidableLT a b
instance (priority := 900) instDecidableEqOfLinearOrder : DecidableEq α :=
  LinearOrder.decidableEq

end LinearOrder

/-! ## Ordered rings -/

/-- A commutative semiring with a linear order for which addition is monotone, sums cancel, and
multiplication by positive elements is strictly monotone: `Nat`, and every ordered commutative ring.
-/
class LinearOrderedCommSemiring (R : Type u) extends CommSemiring R, LinearOrder R where
  /-- addition is monotone -/
  protected add_le_add_left : ∀ a b : R, a ≤ b → ∀ c, c + a ≤ c + b
  /-- addition cancels in inequalities -/
  protected le_of_add_le_add_left : ∀ a b c : R, a + b ≤ a + c → b ≤ c
  /-- one is positive -/
  protected zero_lt_one : (0 : R) < 1
  /-- multiplication by a positive element is strictly monotone -/
  protected mul_lt_mul_of_pos_left : ∀ a b c : R, a < b → 0 < c → c * a < c * b

/-- A commutative ring with a compatible linear order. -/
class LinearOrderedCommRing (R : Type u) extends CommRing R, LinearOrder R where
  /-- addition is monotone -/
  protected add_le_add_left : ∀ a b : R, a ≤ b → ∀ c, c + a ≤ c + b
  /-- one is positive -/
  protected zero_lt_one : (0 : R) < 1
  /-- products of positive elements are positive -/
  protected mul_pos : ∀ a b : R, 0 < a → 0 < b → 0 < a * b

/-- A field with a compatible linear order. -/
class LinearOrderedField (K : Type u) extends LinearOrderedCommRing K, Field K

namespace LinearOrderedCommRing
variable {R : Type u} [LinearOrderedCommRing R]

private theorem neg_add_cancel_left' (a b : R) : -a + (a + b) = b := by
  rw [← add_assoc, neg_add_cancel, zero_add]

private theorem le_of_add_le_add_left (a b c : R) (h : a + b ≤ a + c) : b ≤ c := by
  have k := LinearOrderedCommRing.add_le_add_left _ _ h (-a)
  rw [neg_add_cancel_left', neg_add_cancel_left'] at k
  exact k

private theorem add_lt_add_left (a b : R) (h : a < b) (c : R) : c + a < c + b :=
  have k := (Preorder.lt_iff_le_not_ge a b).1 h
  (Preorder.lt_iff_le_not_ge _ _).2
    ⟨LinearOrderedCommRing.add_le_add_left _ _ k.1 c, fun l => k.2 (le_of_add_le_add_left _ _ _ l)⟩

private theorem mul_lt_mul_of_pos_left (a b c : R) (h : a < b) (hc : 0 < c) : c * a < c * b := by
  have k := add_lt_add_left _ _ h (-a)
  rw [neg_add_cancel] at k
  have l := add_lt_add_left _ _ (LinearOrderedCommRing.mul_pos _ _ hc k) (c * a)
  rw [add_zero, ← mul_add, ← add_assoc, add_comm a, neg_add_cancel, zero_add] at l
  exact l

/-- An ordered ring is an ordered semiring. -/
instance (priority := 100) toLinearOrderedCommSemiring : LinearOrderedCommSemiring R where
  add_le_add_left := LinearOrderedCommRing.add_le_add_left
  le_of_add_le_add_left := le_of_add_le_add_left
  zero_lt_one := LinearOrderedCommRing.zero_lt_one
  mul_lt_mul_of_pos_left := mul_lt_mul_of_pos_left

end LinearOrderedCommRing
