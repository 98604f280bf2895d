prelude
import DeepTheory.Algebra.Order.Ring
/-! # The natural numbers as an ordered semiring

## Main statements

* `Nat` is a `CommSemiring` and a `LinearOrderedCommSemiring`, through the operations and the
  decision procedures of `Core`: there is one path to each.
* subtraction, division and remainder, divisibility and greatest common divisors.
-/
set_option autoImplicit false
universe u

instance Nat.instCommSemiring : CommSemiring Nat where
  zero := 0
  one := 1
  add_assoc := Nat.add_assoc
  zero_add := Nat.zero_add
  add_zero := Nat.add_zero
  add_comm := Nat.add_comm
  mul_assoc := Nat.mul_assoc
  one_mul a := (Nat.mul_comm 1 a).trans (Nat.zero_add a)
  mul_one a := Nat.zero_add a
  pow_zero _ := rfl
  pow_succ _ _ := rfl
  left_distrib := Nat.left_distrib
  right_distrib a b c := by
    rw [Nat.mul_comm, Nat.left_distrib, Nat.mul_comm c, Nat.mul_comm c]
  zero_mul := Nat.zero_mul
  mul_zero := Nat.mul_zero
  natCast_zero := rfl
  natCast_succ _ := rfl
  mul_comm := Nat.mul_comm

instance Nat.instLinearOrder : LinearOrder Nat where
  le_refl := Nat.le_refl
  le_trans _ _ _ := Nat.le_trans
  lt_iff_le_not_ge a b :=
    ⟨fun h => ⟨Nat.le_trans (Nat.le_succ a) h, fun k => Nat.lt_irrefl a (Nat.le_trans h k)⟩,
      fun h => (Nat.lt_or_ge a b).elim id fun k => absurd k h.2⟩
  le_antisymm _ _ := Nat.le_antisymm
  le_total a b := (Nat.lt_or_ge a b).elim (fun h => Or.inl (Nat.le_trans (Nat.le_succ a) h)) Or.inr
  decidableLE := Nat.decLe
  decidableEq := instDecidableEqNat
  decidableLT := Nat.decLt
  min_def _ _ := rfl
  max_def _ _ := rfl

instance Nat.instLinearOrderedCommSemiring : LinearOrderedCommSemiring Nat where
  add_le_add_left _ _ h c := Nat.add_le_add_left h c
  le_of_add_le_add_left a b c h := by
    obtain ⟨k, hk⟩ := Nat.le.dest h
    rw [Nat.add_assoc, Nat.add_comm a, Nat.add_comm a] at hk
    exact Nat.add_right_cancel_iff.1 hk ▸ Nat.le_add_right b k
  zero_lt_one := Nat.le_refl 1
  mul_lt_mul_of_pos_left a b c h hc := by
    obtain ⟨k, rfl⟩ := Nat.le.dest h
    rw [Nat.left_distrib, Nat.mul_succ]
    refine Nat.le_trans ?_ (Nat.le_add_right _ _)
    exact Nat.add_le_add_left hc (c * a)

namespace Nat
end Nat
