prelude
import DeepTheory.Real.Order
/-! # Fixed-point numbers

A natural number `m` stands for `m / P`. This file has what the enclosures of `exp`, `sqrt` and
`log` share.

## Main definitions

* `Real.Enclosure.bitLength`: the number of binary digits.

## Main statements

* `Real.Enclosure.cast_div_le`, `Real.Enclosure.div_le_cast_div_add_one`: natural division rounds
  down, and up if one is added,
* `Real.Enclosure.cast_mkRat`: the rational number of a fixed-point number.
-/
set_option autoImplicit false

namespace Real
namespace Enclosure

/-! ## Rounding -/

theorem cast_div_le (a b : Nat) : ((a / b : Nat) : Real) ≤ a / b := by
  rcases Nat.eq_zero_or_pos b with rfl | hb
  · rw [Nat.div_zero, Nat.cast_zero, div_zero]
  · rw [le_div_iff₀ (Nat.cast_pos.2 hb), ← Nat.cast_mul, Nat.cast_le]
    exact Nat.div_mul_le_self a b

theorem div_le_cast_div_add_one (a : Nat) {b : Nat} (hb : 0 < b) :
    (a : Real) / b ≤ ((a / b + 1 : Nat) : Real) := by
  rw [div_le_iff₀ (Nat.cast_pos.2 hb), ← Nat.cast_mul, Nat.cast_le, Nat.mul_comm]
  exact Nat.le_of_lt (Nat.lt_succ_mul_div a hb)

/-- The number of binary digits, with fuel. -/
def bitLengthAux : Nat → Nat → Nat
  | 0, _ => 0
  | f + 1, n => match n with
    | 0 => 0
    | m + 1 => bitLengthAux f ((m + 1) / 2) + 1

/-- The number of binary digits. -/
def bitLength (n : Nat) : Nat := bitLengthAux n n

/-- The rational number `m / P`. -/
theorem cast_mkRat (m : Nat) {P : Nat} (hP : 0 < P) :
    ((mkRat m P : Rat) : Real) = (m : Real) / P := by
  rw [Rat.cast_mkRat _ (Nat.ne_of_gt hP), Int.cast_natCast]

theorem cast_eq_of_nonneg {x : Rat} (h : 0 ≤ x.num) :
    (x : Real) = (x.num.natAbs : Real) / x.den := by
  rw [Rat.cast_def, ← Int.natAbs_of_nonneg h, Int.natAbs_natCast, Int.cast_natCast]

theorem cast_eq_of_neg {x : Rat} (h : ¬0 ≤ x.num) :
    (x : Real) = -((x.num.natAbs : Real) / x.den) := by
  have h' : 0 ≤ (-x).num := neg_nonneg.2 (le_of_not_ge h)
  have := cast_eq_of_nonneg h'
  rw [Rat.cast_neg] at this
  rw [← neg_eq_iff_eq_neg, this]
  show ((-x.num).natAbs : Real) / x.den = _
  rw [Int.natAbs_neg]

end Enclosure
end Real
