prelude
import DeepTheory.Algebra.Nat.Basic
/-! # Divisibility and greatest common divisors of natural numbers

## Main statements

* `Nat.dvd_iff_mod_eq_zero`; divisibility is decidable,
* `Nat.gcd_dvd_left`, `Nat.gcd_dvd_right`, `Nat.dvd_gcd`: the greatest common divisor,
* `Nat.gcd_mul_left`, `Nat.Coprime.dvd_of_dvd_mul_left`: cancellation of coprime factors,
* `Nat.coprime_div_gcd_div_gcd`: dividing by the greatest common divisor makes coprime.
-/
set_option autoImplicit false

namespace Nat

/-- `a` divides `b`. -/
instance instDvdNat : Dvd Nat := ⟨fun a b => ∃ c, b = a * c⟩

protected theorem dvd_refl (a : Nat) : a ∣ a := ⟨1, (_root_.mul_one a).symm⟩
protected theorem dvd_zero (a : Nat) : a ∣ 0 := ⟨0, rfl⟩
protected theorem dvd_mul_right (a b : Nat) : a ∣ a * b := ⟨b, rfl⟩
protected theorem dvd_mul_left (a b : Nat) : a ∣ b * a := ⟨b, Nat.mul_comm b a⟩
protected theorem dvd_trans {a b c : Nat} (h : a ∣ b) (k : b ∣ c) : a ∣ c := by
  obtain ⟨x, rfl⟩ := h
  obtain ⟨y, rfl⟩ := k
  exact ⟨x * y, Nat.mul_assoc a x y⟩
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
    exact ⟨z, le_antisymm (le_of_add_le_add_left (le_of_eq hy)) (le_of_add_le_add_left (ge_of_eq hy))⟩
  · have : a * x + c ≤ a * x + 0 := hy ▸ mul_le_mul_of_nonneg_left l (Nat.zero_le a)
    exact ⟨0, le_antisymm (le_of_add_le_add_left this) (Nat.zero_le c)⟩
theorem le_of_dvd {a b : Nat} (hb : 0 < b) (h : a ∣ b) : a ≤ b := by
  obtain ⟨c, rfl⟩ := h
  cases c with
  | zero => exact absurd hb (Nat.lt_irrefl 0)
  | succ c => exact le_add_of_nonneg_left (Nat.zero_le (a * c))
theorem dvd_antisymm {a b : Nat} (h : a ∣ b) (k : b ∣ a) : a = b := by
  cases a with
  | zero => obtain ⟨c, rfl⟩ := h; rw [Nat.zero_mul]
  | succ a => cases b with
    | zero => obtain ⟨c, hc⟩ := k; rw [Nat.zero_mul] at hc; exact hc
    | succ b => exact le_antisymm (le_of_dvd (Nat.zero_lt_succ b) h) (le_of_dvd (Nat.zero_lt_succ a) k)
theorem dvd_of_mod_eq_zero {a b : Nat} (h : b % a = 0) : a ∣ b :=
  ⟨b / a, by have := Nat.div_add_mod b a; rw [h, Nat.add_zero] at this; exact this.symm⟩
theorem mod_eq_zero_of_dvd {a b : Nat} (h : a ∣ b) : b % a = 0 := by
  have k : a ∣ b % a := Nat.dvd_of_dvd_add (Nat.dvd_mul_right a (b / a)) (by rw [Nat.div_add_mod]; exact h)
  cases a with
  | zero =>
    obtain ⟨c, hc⟩ := k; rw [hc, Nat.zero_mul]
  | succ a =>
    exact Classical.byContradiction fun hn =>
      absurd (le_of_dvd (Nat.pos_of_ne_zero hn) k) (not_le_of_gt (Nat.mod_lt b (Nat.zero_lt_succ a)))
theorem dvd_iff_mod_eq_zero {a b : Nat} : a ∣ b ↔ b % a = 0 := ⟨mod_eq_zero_of_dvd, dvd_of_mod_eq_zero⟩

/-- Divisibility is decided by the remainder. -/
instance decidable_dvd (a b : Nat) : Decidable (a ∣ b) :=
  match instDecidableEqNat (b % a) 0 with
  | isTrue h => isTrue (dvd_of_mod_eq_zero h)
  | isFalse h => isFalse fun k => h (mod_eq_zero_of_dvd k)

theorem div_mul_cancel {a b : Nat} (h : a ∣ b) : b / a * a = b := by
  have := Nat.div_add_mod b a
  rw [mod_eq_zero_of_dvd h, Nat.add_zero, Nat.mul_comm] at this; exact this
theorem mul_div_cancel_left {a : Nat} (b : Nat) (h : 0 < a) : a * b / a = b :=
  have e : a * b / a * a = b * a := (div_mul_cancel (Nat.dvd_mul_right a b)).trans (Nat.mul_comm a b)
  Nat.le_antisymm (le_of_mul_le_mul_right (le_of_eq e) h) (le_of_mul_le_mul_right (ge_of_eq e) h)
theorem div_pos_of_dvd {a b : Nat} (h : a ∣ b) (hb : 0 < b) : 0 < b / a :=
  Nat.pos_of_ne_zero fun e => by
    have := div_mul_cancel h
    rw [e, Nat.zero_mul] at this
    exact absurd this.symm (ne_of_gt hb)

/-! ## Greatest common divisor -/

theorem gcd_dvd_left (m n : Nat) : gcd m n ∣ m := (gcd_dvd m n).1
theorem gcd_dvd_right (m n : Nat) : gcd m n ∣ n := (gcd_dvd m n).2
theorem gcd_pos_of_pos_right {m n : Nat} (h : 0 < n) : 0 < gcd m n :=
  Nat.pos_of_ne_zero fun e => by
    obtain ⟨k, hk⟩ := gcd_dvd_right m n
    rw [e, Nat.zero_mul] at hk
    exact absurd hk (ne_of_gt h)
@[simp] theorem gcd_zero_left (n : Nat) : gcd 0 n = n := by rw [gcd_eq, if_pos rfl]
theorem gcd_rec (m n : Nat) : gcd m n = gcd (n % m) m := by
  rw [gcd_eq]
  by_cases h : m = 0
  · rw [if_pos h, h, show n % 0 = n by
      have := Nat.div_add_mod n 0; rwa [Nat.zero_mul, Nat.zero_add] at this]
    cases n with
    | zero => rw [gcd_zero_left]
    | succ n =>
      rw [gcd_eq, if_neg (fun h => Nat.noConfusion h), mod_eq_zero_of_dvd (Nat.dvd_zero _), gcd_zero_left]
  · rw [if_neg h]
/-- Induction along the Euclidean algorithm. -/
theorem gcd.induction {P : Nat → Nat → Prop} (m n : Nat) (h₀ : ∀ n, P 0 n)
    (h₁ : ∀ m n, 0 < m → P (n % m) m → P m n) : P m n := by
  have key : ∀ f m n : Nat, m < f → P m n := by
    intro f
    induction f with
    | zero => intro m n h; exact absurd h (Nat.not_lt_zero m)
    | succ f ih =>
      intro m n h
      by_cases hm : m = 0
      · rw [hm]; exact h₀ n
      · have hp := Nat.pos_of_ne_zero hm
        exact h₁ m n hp (ih _ _ (Nat.le_trans (Nat.mod_lt n hp) (Nat.le_of_lt_succ h)))
  exact key (m + 1) m n (Nat.le_refl _)
theorem dvd_gcd {k m n : Nat} (hm : k ∣ m) (hn : k ∣ n) : k ∣ gcd m n := by
  revert hm hn
  refine gcd.induction (P := fun m n => k ∣ m → k ∣ n → k ∣ gcd m n) m n ?_ ?_
  · intro n _ h; rw [gcd_zero_left]; exact h
  · intro m n _ ih hm hn
    rw [gcd_rec]
    refine ih ?_ hm
    have : k ∣ m * (n / m) := Nat.dvd_trans hm (Nat.dvd_mul_right _ _)
    exact Nat.dvd_of_dvd_add this (by rw [Nat.div_add_mod]; exact hn)
theorem gcd_comm (m n : Nat) : gcd m n = gcd n m :=
  dvd_antisymm (dvd_gcd (gcd_dvd_right m n) (gcd_dvd_left m n)) (dvd_gcd (gcd_dvd_right n m) (gcd_dvd_left n m))
@[simp] theorem gcd_one_right (n : Nat) : gcd n 1 = 1 :=
  dvd_antisymm (gcd_dvd_right n 1) ⟨gcd n 1, (_root_.one_mul _).symm⟩
theorem mul_mod_mul_left (k m n : Nat) : k * m % (k * n) = k * (m % n) := by
  by_cases hk : k = 0
  · rw [hk, Nat.zero_mul, Nat.zero_mul, Nat.zero_mul]; exact mod_eq_zero_of_dvd (Nat.dvd_zero 0)
  by_cases hn : n = 0
  · have z : ∀ x : Nat, x % 0 = x := fun x => by
      have := Nat.div_add_mod x 0; rwa [Nat.zero_mul, Nat.zero_add] at this
    rw [hn, Nat.mul_zero, z, z]
  have hk := Nat.pos_of_ne_zero hk
  have hn := Nat.pos_of_ne_zero hn
  -- both sides are remainders of the same division
  have uniq : ∀ {b q r q' r' : Nat}, r < b → r' < b → b * q + r = b * q' + r' → r ≤ r' := by
    intro b q r q' r' hr hr' e
    rcases lt_trichotomy q q' with l | l | l
    · obtain ⟨j, rfl⟩ := Nat.le.dest l
      rw [show b * (q.succ + j) = b * q + (b + b * j) by
        rw [Nat.left_distrib, Nat.mul_succ, Nat.add_assoc], Nat.add_assoc] at e
      have : b ≤ r := le_of_add_le_add_left (a := b * q) (by
        rw [e, Nat.add_assoc]; exact Nat.add_le_add_left (Nat.le_add_right _ _) _)
      exact absurd hr (not_lt_of_ge this)
    · rw [l] at e; exact le_of_add_le_add_left (le_of_eq e)
    · obtain ⟨j, rfl⟩ := Nat.le.dest l
      rw [show b * (q'.succ + j) = b * q' + (b + b * j) by
        rw [Nat.left_distrib, Nat.mul_succ, Nat.add_assoc], Nat.add_assoc] at e
      have : b ≤ r' := le_of_add_le_add_left (a := b * q') (by
        rw [← e, Nat.add_assoc]; exact Nat.add_le_add_left (Nat.le_add_right _ _) _)
      exact absurd hr' (not_lt_of_ge this)
  have e : k * n * (k * m / (k * n)) + k * m % (k * n) = k * n * (m / n) + k * (m % n) := by
    rw [Nat.div_add_mod, Nat.mul_assoc, ← Nat.left_distrib, Nat.div_add_mod]
  have l₁ := Nat.mod_lt (k * m) (mul_pos hk hn)
  have l₂ : k * (m % n) < k * n := mul_lt_mul_of_pos_left (Nat.mod_lt m hn) hk
  exact le_antisymm (uniq l₁ l₂ e) (uniq l₂ l₁ e.symm)
theorem gcd_mul_left (k m n : Nat) : gcd (k * m) (k * n) = k * gcd m n := by
  by_cases hk : k = 0
  · rw [hk, Nat.zero_mul, Nat.zero_mul, Nat.zero_mul, gcd_zero_left]
  refine gcd.induction (P := fun m n => gcd (k * m) (k * n) = k * gcd m n) m n ?_ ?_
  · intro n; rw [Nat.mul_zero, gcd_zero_left, gcd_zero_left]
  · intro m n _ ih
    rw [gcd_rec, mul_mod_mul_left, ih, ← gcd_rec]

/-- `m` and `n` have no common divisor but one. -/
@[reducible] def Coprime (m n : Nat) : Prop := gcd m n = 1

theorem Coprime.symm {m n : Nat} (h : Coprime m n) : Coprime n m := (gcd_comm n m).trans h
theorem Coprime.dvd_of_dvd_mul_left {k m n : Nat} (h : Coprime k m) (d : k ∣ m * n) : k ∣ n := by
  have e : gcd (n * k) (n * m) = n := by rw [gcd_mul_left, h, _root_.mul_one]
  rw [← e]
  exact dvd_gcd (Nat.dvd_mul_left k n) (Nat.mul_comm m n ▸ d)
theorem coprime_div_gcd_div_gcd {m n : Nat} (h : 0 < gcd m n) : Coprime (m / gcd m n) (n / gcd m n) := by
  have e := gcd_mul_left (gcd m n) (m / gcd m n) (n / gcd m n)
  rw [Nat.mul_comm, div_mul_cancel (gcd_dvd_left m n), Nat.mul_comm, div_mul_cancel (gcd_dvd_right m n)] at e
  exact Nat.le_antisymm (le_of_mul_le_mul_left (by rw [← e, _root_.mul_one]) h)
    (le_of_mul_le_mul_left (by rw [← e, _root_.mul_one]) h)

end Nat
