prelude
import DeepTheory.Core.Nat.Division
/-!
# Natural numbers: greatest common divisor

The kernel computes `Nat.gcd` on literals, by name, so the definition is core Lean's: the
Euclidean algorithm.

## Main statements

* `Nat.gcd_dvd_left`, `Nat.gcd_dvd_right`, `Nat.dvd_gcd`
* `Nat.gcd_comm`, `Nat.gcd_assoc`, `Nat.gcd_mul_left`
* `Nat.gcd.induction`: induction along the algorithm
-/
set_option autoImplicit false

namespace Nat

/-- The greatest common divisor, by the Euclidean algorithm. -/
@[extern "lean_nat_gcd"]
def gcd (m n : @& Nat) : Nat :=
  if m = 0 then n else gcd (n % m) m
termination_by m
decreasing_by exact mod_lt n (pos_of_ne_zero ‹¬m = 0›)

theorem gcd_eq (m n : Nat) : gcd m n = if m = 0 then n else gcd (n % m) m := by
  rw [gcd]

@[simp] theorem gcd_zero_left (y : Nat) : gcd 0 y = y := by rw [gcd_eq, if_pos rfl]

theorem gcd_succ (x y : Nat) : gcd (succ x) y = gcd (y % succ x) (succ x) := by
  rw [gcd_eq, if_neg (succ_ne_zero x)]

theorem gcd_add_one (x y : Nat) : gcd (x + 1) y = gcd (y % (x + 1)) (x + 1) := gcd_succ x y

@[simp] theorem gcd_zero_right (n : Nat) : gcd n 0 = n := by
  cases n with
  | zero => exact gcd_zero_left 0
  | succ n => rw [gcd_add_one, zero_mod, gcd_zero_left]

theorem gcd_rec (m n : Nat) : gcd m n = gcd (n % m) m := by
  cases m with
  | zero => rw [gcd_zero_left, mod_zero, gcd_zero_right]
  | succ m => exact gcd_add_one m n

@[elab_as_elim]
theorem gcd.induction {P : Nat → Nat → Prop} (m n : Nat) (H0 : ∀ n, P 0 n)
    (H1 : ∀ m n, 0 < m → P (n % m) m → P m n) : P m n := by
  induction m using Nat.strongRecOn generalizing n with
  | ind m ih =>
    rcases Nat.eq_zero_or_pos m with h | h
    · rw [h]; exact H0 n
    · exact H1 m n h (ih _ (mod_lt n h) m)

theorem gcd_dvd (m n : Nat) : (gcd m n ∣ m) ∧ (gcd m n ∣ n) := by
  induction m, n using gcd.induction with
  | H0 n => rw [gcd_zero_left]; exact ⟨Nat.dvd_zero n, Nat.dvd_refl n⟩
  | H1 m n _ ih =>
    rw [← gcd_rec] at ih
    refine ⟨ih.2, ?_⟩
    have h := Nat.dvd_add (Nat.dvd_mul_right_of_dvd ih.2 (n / m)) ih.1
    rwa [div_add_mod] at h

theorem gcd_dvd_left (m n : Nat) : gcd m n ∣ m := (gcd_dvd m n).1

theorem gcd_dvd_right (m n : Nat) : gcd m n ∣ n := (gcd_dvd m n).2

theorem dvd_gcd {k m n : Nat} : k ∣ m → k ∣ n → k ∣ gcd m n := by
  induction m, n using gcd.induction with
  | H0 n => rw [gcd_zero_left]; exact fun _ h => h
  | H1 m n _ ih =>
    intro hm hn
    rw [gcd_rec]
    refine ih ?_ hm
    rw [mod_def]
    exact Nat.dvd_sub hn (Nat.dvd_mul_right_of_dvd hm _)

theorem dvd_gcd_iff {k m n : Nat} : k ∣ gcd m n ↔ k ∣ m ∧ k ∣ n :=
  ⟨fun h => ⟨Nat.dvd_trans h (gcd_dvd_left m n), Nat.dvd_trans h (gcd_dvd_right m n)⟩,
    fun h => dvd_gcd h.1 h.2⟩

theorem gcd_comm (m n : Nat) : gcd m n = gcd n m :=
  Nat.dvd_antisymm (dvd_gcd (gcd_dvd_right m n) (gcd_dvd_left m n))
    (dvd_gcd (gcd_dvd_right n m) (gcd_dvd_left n m))

theorem gcd_assoc (m n k : Nat) : gcd (gcd m n) k = gcd m (gcd n k) :=
  Nat.dvd_antisymm
    (dvd_gcd (Nat.dvd_trans (gcd_dvd_left _ k) (gcd_dvd_left m n))
      (dvd_gcd (Nat.dvd_trans (gcd_dvd_left _ k) (gcd_dvd_right m n)) (gcd_dvd_right _ k)))
    (dvd_gcd (dvd_gcd (gcd_dvd_left m _) (Nat.dvd_trans (gcd_dvd_right m _) (gcd_dvd_left n k)))
      (Nat.dvd_trans (gcd_dvd_right m _) (gcd_dvd_right n k)))

@[simp] theorem gcd_self (n : Nat) : gcd n n = n := by
  rw [gcd_rec, mod_self, gcd_zero_left]

@[simp] theorem gcd_one_left (n : Nat) : gcd 1 n = 1 := by
  rw [gcd_rec, mod_one, gcd_zero_left]

@[simp] theorem gcd_one_right (n : Nat) : gcd n 1 = 1 := by rw [gcd_comm, gcd_one_left]

theorem gcd_eq_left {m n : Nat} (h : m ∣ n) : gcd m n = m := by
  rw [gcd_rec, mod_eq_zero_of_dvd h, gcd_zero_left]

theorem gcd_eq_right {m n : Nat} (h : n ∣ m) : gcd m n = n := by rw [gcd_comm, gcd_eq_left h]

theorem gcd_pos_of_pos_left {m : Nat} (n : Nat) (mpos : 0 < m) : 0 < gcd m n :=
  pos_of_dvd_of_pos (gcd_dvd_left m n) mpos

theorem gcd_pos_of_pos_right (m : Nat) {n : Nat} (npos : 0 < n) : 0 < gcd m n :=
  pos_of_dvd_of_pos (gcd_dvd_right m n) npos

theorem eq_zero_of_gcd_eq_zero_left {m n : Nat} (H : gcd m n = 0) : m = 0 :=
  eq_zero_of_zero_dvd (H ▸ gcd_dvd_left m n)

theorem eq_zero_of_gcd_eq_zero_right {m n : Nat} (H : gcd m n = 0) : n = 0 :=
  eq_zero_of_zero_dvd (H ▸ gcd_dvd_right m n)

theorem mul_mod_mul_left (z x y : Nat) : z * x % (z * y) = z * (x % y) := by
  rcases Nat.eq_zero_or_pos y with hy | hy
  · rw [hy, Nat.mul_zero, mod_zero, mod_zero]
  rcases Nat.eq_zero_or_pos z with hz | hz
  · rw [hz, Nat.zero_mul, Nat.zero_mul, Nat.zero_mul, mod_zero]
  have e : z * x = z * (x % y) + z * y * (x / y) := by
    rw [Nat.mul_assoc, ← Nat.mul_add, mod_add_div]
  exact (congrArg (· % (z * y)) e).trans ((add_mul_mod_self_left _ _ _).trans
    (mod_eq_of_lt (Nat.mul_lt_mul_of_pos_left (mod_lt x hy) hz)))

theorem mul_mod_mul_right (z x y : Nat) : x * z % (y * z) = x % y * z := by
  rw [Nat.mul_comm x, Nat.mul_comm y, Nat.mul_comm (x % y), mul_mod_mul_left]

theorem gcd_mul_left (m n k : Nat) : gcd (m * n) (m * k) = m * gcd n k := by
  rcases Nat.eq_zero_or_pos m with hm | _
  · rw [hm, Nat.zero_mul, Nat.zero_mul, Nat.zero_mul, gcd_zero_left]
  induction n, k using gcd.induction with
  | H0 k => rw [Nat.mul_zero, gcd_zero_left, gcd_zero_left]
  | H1 n k _ ih => rw [gcd_rec, mul_mod_mul_left, ih, ← gcd_rec]

theorem gcd_mul_right (m n k : Nat) : gcd (m * n) (k * n) = gcd m k * n := by
  rw [Nat.mul_comm m, Nat.mul_comm k, Nat.mul_comm (gcd m k), gcd_mul_left]

end Nat
