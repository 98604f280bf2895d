prelude
import DeepTheory.Core.Nat.Basic
/-!
# Natural numbers: products and powers in order

## Main statements

* `Nat.mul_le_mul`, `Nat.mul_lt_mul_of_pos_left`, `Nat.mul_pos`, `Nat.eq_of_mul_eq_mul_left`
* `Nat.pow_succ`, `Nat.pow_add`, `Nat.mul_pow`, `Nat.pow_mul`, `Nat.pow_pos`
* `Nat.pow_le_pow_left`, `Nat.pow_le_pow_right`, `Nat.lt_two_pow_self`
-/
set_option autoImplicit false

namespace Nat

/-! ## Products -/

protected theorem mul_le_mul_left {m n : Nat} (k : Nat) (h : m ≤ n) : k * m ≤ k * n :=
  (le.dest h).elim fun w hw => le.intro (k := k * w) (by rw [← Nat.mul_add, hw])

protected theorem mul_le_mul_right {m n : Nat} (k : Nat) (h : m ≤ n) : m * k ≤ n * k := by
  rw [Nat.mul_comm m, Nat.mul_comm n]; exact Nat.mul_le_mul_left k h

protected theorem mul_le_mul {n₁ m₁ n₂ m₂ : Nat} (h₁ : n₁ ≤ n₂) (h₂ : m₁ ≤ m₂) :
    n₁ * m₁ ≤ n₂ * m₂ :=
  Nat.le_trans (Nat.mul_le_mul_right m₁ h₁) (Nat.mul_le_mul_left n₂ h₂)

protected theorem mul_lt_mul_of_pos_left {n m k : Nat} (h : n < m) (hk : k > 0) :
    k * n < k * m :=
  Nat.lt_of_lt_of_le (Nat.lt_add_of_pos_right hk) (Nat.mul_le_mul_left k (succ_le_of_lt h))

protected theorem mul_lt_mul_of_pos_right {n m k : Nat} (h : n < m) (hk : k > 0) :
    n * k < m * k := by
  rw [Nat.mul_comm n, Nat.mul_comm m]; exact Nat.mul_lt_mul_of_pos_left h hk

protected theorem mul_lt_mul_of_lt_of_le {a b c d : Nat} (hac : a < c) (hbd : b ≤ d)
    (hd : 0 < d) : a * b < c * d :=
  Nat.lt_of_le_of_lt (Nat.mul_le_mul_left a hbd) (Nat.mul_lt_mul_of_pos_right hac hd)

protected theorem mul_lt_mul_of_le_of_lt {a b c d : Nat} (hac : a ≤ c) (hbd : b < d)
    (hc : 0 < c) : a * b < c * d :=
  Nat.lt_of_le_of_lt (Nat.mul_le_mul_right b hac) (Nat.mul_lt_mul_of_pos_left hbd hc)

protected theorem mul_pos : ∀ {n m : Nat}, n > 0 → m > 0 → n * m > 0
  | _ + 1, _ + 1, _, _ => zero_lt_succ _

protected theorem pos_of_mul_pos_left {a b : Nat} (h : 0 < a * b) : 0 < b :=
  pos_of_ne_zero fun e => by rw [e] at h; exact Nat.lt_irrefl 0 h

protected theorem pos_of_mul_pos_right {a b : Nat} (h : 0 < a * b) : 0 < a :=
  pos_of_ne_zero fun e => by rw [e, Nat.zero_mul] at h; exact Nat.lt_irrefl 0 h

protected theorem le_of_mul_le_mul_left {a b c : Nat} (h : c * a ≤ c * b) (hc : 0 < c) : a ≤ b :=
  Nat.le_of_not_lt fun h' => Nat.not_le_of_gt (Nat.mul_lt_mul_of_pos_left h' hc) h

protected theorem le_of_mul_le_mul_right {a b c : Nat} (h : a * c ≤ b * c) (hc : 0 < c) :
    a ≤ b := by
  rw [Nat.mul_comm a, Nat.mul_comm b] at h; exact Nat.le_of_mul_le_mul_left h hc

protected theorem lt_of_mul_lt_mul_left {a b c : Nat} (h : a * b < a * c) : b < c :=
  Nat.lt_of_not_le fun h' => Nat.not_le_of_gt h (Nat.mul_le_mul_left a h')

protected theorem lt_of_mul_lt_mul_right {a b c : Nat} (h : b * a < c * a) : b < c :=
  Nat.lt_of_not_le fun h' => Nat.not_le_of_gt h (Nat.mul_le_mul_right a h')

protected theorem eq_of_mul_eq_mul_left {m n k : Nat} (hn : 0 < k) (h : k * m = k * n) : m = n :=
  Nat.le_antisymm (Nat.le_of_mul_le_mul_left (Nat.le_of_eq h) hn)
    (Nat.le_of_mul_le_mul_left (Nat.le_of_eq h.symm) hn)

protected theorem eq_of_mul_eq_mul_right {n m k : Nat} (hm : 0 < m) (h : n * m = k * m) :
    n = k := by
  rw [Nat.mul_comm n, Nat.mul_comm k] at h; exact Nat.eq_of_mul_eq_mul_left hm h

protected theorem mul_left_cancel {n m k : Nat} (np : 0 < n) (h : n * m = n * k) : m = k :=
  Nat.eq_of_mul_eq_mul_left np h

protected theorem mul_right_cancel {n m k : Nat} (mp : 0 < m) (h : n * m = k * m) : n = k :=
  Nat.eq_of_mul_eq_mul_right mp h

protected theorem mul_left_cancel_iff {n : Nat} (p : 0 < n) {m k : Nat} :
    n * m = n * k ↔ m = k :=
  ⟨Nat.mul_left_cancel p, fun h => h ▸ rfl⟩

protected theorem mul_right_cancel_iff {m : Nat} (p : 0 < m) {n k : Nat} :
    n * m = k * m ↔ n = k :=
  ⟨Nat.mul_right_cancel p, fun h => h ▸ rfl⟩

protected theorem le_mul_of_pos_left (m : Nat) {n : Nat} (h : 0 < n) : m ≤ n * m :=
  Nat.le_trans (Nat.le_of_eq (Nat.one_mul m).symm) (Nat.mul_le_mul_right m h)

protected theorem le_mul_of_pos_right (n : Nat) {m : Nat} (h : 0 < m) : n ≤ n * m :=
  Nat.le_trans (Nat.le_of_eq (Nat.mul_one n).symm) (Nat.mul_le_mul_left n h)

protected theorem mul_self_le_mul_self {m n : Nat} (h : m ≤ n) : m * m ≤ n * n :=
  Nat.mul_le_mul h h

protected theorem mul_self_lt_mul_self {m n : Nat} (h : m < n) : m * m < n * n :=
  Nat.mul_lt_mul_of_lt_of_le h (Nat.le_of_lt h) (Nat.pos_of_lt h)

theorem mul_self_le_mul_self_iff {m n : Nat} : m * m ≤ n * n ↔ m ≤ n :=
  ⟨fun h => Nat.le_of_not_lt fun h' => Nat.not_le_of_gt (Nat.mul_self_lt_mul_self h') h,
    Nat.mul_self_le_mul_self⟩

theorem mul_self_inj {m n : Nat} : m * m = n * n ↔ m = n := by
  rw [Nat.le_antisymm_iff, mul_self_le_mul_self_iff, mul_self_le_mul_self_iff,
    ← Nat.le_antisymm_iff]

/-! ## Powers -/

@[simp] protected theorem pow_zero (b : Nat) : b ^ 0 = 1 := rfl

protected theorem pow_succ {b n : Nat} : b ^ (n + 1) = b ^ n * b := rfl

protected theorem pow_add_one {b n : Nat} : b ^ (n + 1) = b ^ n * b := rfl

protected theorem pow_succ' {m n : Nat} : m ^ (n + 1) = m * m ^ n :=
  Nat.mul_comm (m ^ n) m

@[simp] protected theorem pow_one (a : Nat) : a ^ 1 = a := Nat.one_mul a

protected theorem pow_two (b : Nat) : b ^ 2 = b * b := by
  rw [Nat.pow_succ, Nat.pow_one]

protected theorem pow_add (a m n : Nat) : a ^ (m + n) = a ^ m * a ^ n := by
  induction n with
  | zero => exact (Nat.mul_one _).symm
  | succ n ih => rw [← Nat.add_assoc, Nat.pow_succ, ih, Nat.pow_succ, Nat.mul_assoc]

protected theorem mul_pow (a b n : Nat) : (a * b) ^ n = a ^ n * b ^ n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Nat.pow_succ, ih, Nat.pow_succ, Nat.pow_succ, Nat.mul_mul_mul_comm]

protected theorem pow_mul (a m n : Nat) : a ^ (m * n) = (a ^ m) ^ n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [mul_add_one, Nat.pow_add, ih, Nat.pow_succ]

@[simp] protected theorem one_pow (n : Nat) : 1 ^ n = 1 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Nat.pow_succ, ih]

@[simp] protected theorem zero_pow {n : Nat} (H : 0 < n) : 0 ^ n = 0 := by
  cases n with
  | zero => exact absurd H (Nat.lt_irrefl 0)
  | succ n => rfl

protected theorem pow_pos {p : Nat} (hp : 0 < p) {n : Nat} : 0 < p ^ n := by
  induction n with
  | zero => exact Nat.zero_lt_one
  | succ n ih => exact Nat.mul_pos ih hp

theorem pos_pow_of_pos {b : Nat} (n : Nat) (h : 0 < b) : 0 < b ^ n := Nat.pow_pos h

theorem two_pow_pos (w : Nat) : 0 < 2 ^ w := Nat.pow_pos zero_lt_two

protected theorem pow_le_pow_left {m n : Nat} (h : m ≤ n) (i : Nat) : m ^ i ≤ n ^ i := by
  induction i with
  | zero => exact Nat.le_refl 1
  | succ i ih => exact Nat.mul_le_mul ih h

protected theorem pow_le_pow_right {n m i : Nat} (hn : n > 0) (h : i ≤ m) : n ^ i ≤ n ^ m :=
  (le.dest h).elim fun k hk => hk ▸ by
    rw [Nat.pow_add]; exact Nat.le_mul_of_pos_right _ (Nat.pow_pos hn)

protected theorem pow_lt_pow_left {a b n : Nat} (h : a < b) (hn : n ≠ 0) : a ^ n < b ^ n := by
  cases n with
  | zero => exact absurd rfl hn
  | succ n =>
    exact Nat.mul_lt_mul_of_le_of_lt (Nat.pow_le_pow_left (Nat.le_of_lt h) n) h
      (Nat.pow_pos (Nat.pos_of_lt h))

protected theorem pow_lt_pow_succ {a n : Nat} (h : 1 < a) : a ^ n < a ^ (n + 1) :=
  Nat.lt_of_le_of_lt (Nat.le_of_eq (Nat.mul_one _).symm)
    (Nat.mul_lt_mul_of_pos_left h (Nat.pow_pos (Nat.lt_trans Nat.zero_lt_one h)))

protected theorem pow_lt_pow_right {a n m : Nat} (ha : 1 < a) (h : m < n) : a ^ m < a ^ n :=
  Nat.lt_of_lt_of_le (Nat.pow_lt_pow_succ ha)
    (Nat.pow_le_pow_right (Nat.lt_trans Nat.zero_lt_one ha) h)

theorem lt_pow_self {n b : Nat} (hb : 1 < b) : n < b ^ n := by
  induction n with
  | zero => exact Nat.zero_lt_one
  | succ n ih => exact Nat.lt_of_le_of_lt ih (Nat.pow_lt_pow_succ hb)

theorem lt_two_pow_self {n : Nat} : n < 2 ^ n := lt_pow_self (Nat.le_refl 2)

end Nat
