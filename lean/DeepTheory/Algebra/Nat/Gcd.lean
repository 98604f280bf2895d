prelude
import DeepTheory.Algebra.Nat.Basic
/-! # Coprime natural numbers

Divisibility and greatest common divisors themselves are in `DeepTheory.Core.Nat`.

## Main statements

* `Nat.Coprime.dvd_of_dvd_mul_left`: cancellation of coprime factors,
* `Nat.coprime_div_gcd_div_gcd`: dividing by the greatest common divisor makes coprime.
-/
set_option autoImplicit false

namespace Nat

protected theorem dvd_add' {a b c : Nat} (h : a ∣ b) (k : a ∣ c) : a ∣ b + c := by
  obtain ⟨x, rfl⟩ := h
  obtain ⟨y, rfl⟩ := k
  exact ⟨x + y, (_root_.mul_add a x y).symm⟩
protected theorem dvd_of_dvd_add {a b c : Nat} (h : a ∣ b) (k : a ∣ b + c) : a ∣ c := by
  obtain ⟨x, rfl⟩ := h
  obtain ⟨y, hy⟩ := k
  rcases le_total x y with l | l
  · obtain ⟨z, rfl⟩ := Nat.le.dest l
    rw [_root_.mul_add] at hy
    exact ⟨z, le_antisymm (le_of_add_le_add_left (le_of_eq hy)) (le_of_add_le_add_left
      (ge_of_eq hy))⟩
  · have : a * x + c ≤ a * x + 0 := hy ▸ mul_le_mul_of_nonneg_left l (Nat.zero_le a)
    exact ⟨0, le_antisymm (le_of_add_le_add_left this) (Nat.zero_le c)⟩
theorem div_pos_of_dvd {a b : Nat} (h : a ∣ b) (hb : 0 < b) : 0 < b / a :=
  Nat.pos_of_ne_zero fun e => by
    have := Nat.div_mul_cancel h
    rw [e, Nat.zero_mul] at this
    exact absurd this.symm (ne_of_gt hb)

/-! ## Greatest common divisor -/

/-- `m` and `n` have no common divisor but one. -/
@[reducible] def Coprime (m n : Nat) : Prop := gcd m n = 1

theorem Coprime.symm {m n : Nat} (h : Coprime m n) : Coprime n m := (gcd_comm n m).trans h
theorem Coprime.dvd_of_dvd_mul_left {k m n : Nat} (h : Coprime k m) (d : k ∣ m * n) : k ∣ n := by
  have e : gcd (n * k) (n * m) = n := by rw [gcd_mul_left, h, _root_.mul_one]
  rw [← e]
  exact dvd_gcd (Nat.dvd_mul_left k n) (Nat.mul_comm m n ▸ d)
theorem coprime_div_gcd_div_gcd {m n : Nat} (h : 0 < gcd m n) :
    Coprime (m / gcd m n) (n / gcd m n) := by
  have e := gcd_mul_left (gcd m n) (m / gcd m n) (n / gcd m n)
  rw [Nat.mul_comm, Nat.div_mul_cancel (gcd_dvd_left m n), Nat.mul_comm,
    Nat.div_mul_cancel (gcd_dvd_right m n)] at e
  exact Nat.le_antisymm (le_of_mul_le_mul_left (by rw [← e, _root_.mul_one]) h)
    (le_of_mul_le_mul_left (by rw [← e, _root_.mul_one]) h)

end Nat
