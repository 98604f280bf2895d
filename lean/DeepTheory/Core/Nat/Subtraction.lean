prelude
import DeepTheory.Core.Nat.Products
/-!
# Natural numbers: predecessor, truncated subtraction, minimum and maximum

`n - m` is zero if `n ≤ m`, so that most statements carry a hypothesis or are inequalities.

## Main statements

* `Nat.sub_add_cancel`, `Nat.add_sub_cancel`, `Nat.sub_le`, `Nat.sub_lt`, `Nat.sub_self`
* `Nat.le_sub_iff_add_le`, `Nat.sub_le_iff_le_add`, `Nat.sub_eq_iff_eq_add`
* `Nat.min_def`, `Nat.max_def`, `Nat.le_min`, `Nat.max_le`
-/
set_option autoImplicit false

namespace Nat

/-! ## Predecessor -/

@[simp] theorem pred_zero : pred 0 = 0 := rfl

@[simp] theorem pred_succ (n : Nat) : pred n.succ = n := rfl

theorem pred_le : ∀ n : Nat, pred n ≤ n
  | 0 => Nat.le_refl _
  | n + 1 => le_succ n

theorem pred_lt : ∀ {n : Nat}, n ≠ 0 → pred n < n
  | 0, h => absurd rfl h
  | n + 1, _ => lt_succ_self n

theorem succ_pred {n : Nat} (h : n ≠ 0) : succ (pred n) = n := by
  cases n with
  | zero => exact absurd rfl h
  | succ n => rfl

theorem succ_pred_eq_of_pos {n : Nat} (h : 0 < n) : succ (pred n) = n :=
  succ_pred (Nat.ne_of_gt h)

theorem le_pred_of_lt {n m : Nat} (h : m < n) : m ≤ pred n := pred_le_pred h

/-! ## Subtraction -/

@[simp] protected theorem sub_zero (n : Nat) : n - 0 = n := rfl

theorem sub_succ (n m : Nat) : n - succ m = pred (n - m) := rfl

theorem sub_one (n : Nat) : n - 1 = pred n := rfl

theorem pred_eq_sub_one {n : Nat} : pred n = n - 1 := rfl

@[simp] theorem add_one_sub_one (n : Nat) : n + 1 - 1 = n := rfl

theorem succ_sub_one (n : Nat) : succ n - 1 = n := rfl

theorem sub_le (n m : Nat) : n - m ≤ n := by
  induction m with
  | zero => exact Nat.le_refl _
  | succ m ih => exact Nat.le_trans (pred_le _) ih

theorem succ_sub_succ_eq_sub (n m : Nat) : succ n - succ m = n - m := by
  induction m with
  | zero => rfl
  | succ m ih => exact congrArg pred ih

theorem succ_sub_succ (n m : Nat) : succ n - succ m = n - m := succ_sub_succ_eq_sub n m

protected theorem add_sub_add_right (n k m : Nat) : n + k - (m + k) = n - m := by
  induction k with
  | zero => rfl
  | succ k ih => exact (succ_sub_succ _ _).trans ih

protected theorem add_sub_add_left (k n m : Nat) : k + n - (k + m) = n - m := by
  rw [Nat.add_comm k, Nat.add_comm k, Nat.add_sub_add_right]

attribute [simp] Nat.add_sub_add_right Nat.add_sub_add_left

@[simp] protected theorem sub_self (n : Nat) : n - n = 0 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [Nat.add_sub_add_right, ih]

@[simp] protected theorem zero_sub (n : Nat) : 0 - n = 0 :=
  eq_zero_of_le_zero (sub_le 0 n)

@[simp] protected theorem add_sub_cancel (n m : Nat) : n + m - m = n := by
  have h := Nat.add_sub_add_right n m 0
  rwa [Nat.zero_add, Nat.sub_zero] at h

protected theorem add_sub_cancel_right (n m : Nat) : n + m - m = n := Nat.add_sub_cancel n m

@[simp] protected theorem add_sub_cancel_left (n m : Nat) : n + m - n = m := by
  rw [Nat.add_comm, Nat.add_sub_cancel]

protected theorem sub_add_eq (a b c : Nat) : a - (b + c) = a - b - c := by
  induction c with
  | zero => rfl
  | succ c ih => exact congrArg pred ih

theorem sub_sub (n m k : Nat) : n - m - k = n - (m + k) := (Nat.sub_add_eq n m k).symm

protected theorem sub_right_comm (m n k : Nat) : m - n - k = m - k - n := by
  rw [sub_sub, sub_sub, Nat.add_comm]

protected theorem sub_eq_zero_of_le {n m : Nat} (h : n ≤ m) : n - m = 0 :=
  (le.dest h).elim fun k hk => by rw [← hk, Nat.sub_add_eq, Nat.sub_self, Nat.zero_sub]

@[simp] protected theorem sub_self_add (n m : Nat) : n - (n + m) = 0 :=
  Nat.sub_eq_zero_of_le (Nat.le_add_right n m)

protected theorem add_sub_of_le {a b : Nat} (h : a ≤ b) : a + (b - a) = b :=
  (le.dest h).elim fun k hk => by rw [← hk, Nat.add_sub_cancel_left]

@[simp] protected theorem sub_add_cancel {n m : Nat} (h : m ≤ n) : n - m + m = n := by
  rw [Nat.add_comm, Nat.add_sub_of_le h]

@[simp] protected theorem add_sub_cancel' {n m : Nat} (h : m ≤ n) : m + (n - m) = n :=
  Nat.add_sub_of_le h

protected theorem add_sub_assoc {m k : Nat} (h : k ≤ m) (n : Nat) : n + m - k = n + (m - k) :=
  (le.dest h).elim fun l hl => by
    rw [← hl, Nat.add_sub_cancel_left, Nat.add_left_comm, Nat.add_sub_cancel_left]

protected theorem sub_add_comm {n m k : Nat} (h : k ≤ n) : n + m - k = n - k + m := by
  rw [Nat.add_comm, Nat.add_sub_assoc h, Nat.add_comm]

protected theorem sub_eq_of_eq_add {a b c : Nat} (h : a = c + b) : a - b = c := by
  rw [h, Nat.add_sub_cancel]

protected theorem eq_add_of_sub_eq {a b c : Nat} (hle : b ≤ a) (h : a - b = c) : a = c + b := by
  rw [← h, Nat.sub_add_cancel hle]

protected theorem sub_eq_iff_eq_add {a b c : Nat} (h : b ≤ a) : a - b = c ↔ a = c + b :=
  ⟨Nat.eq_add_of_sub_eq h, Nat.sub_eq_of_eq_add⟩

protected theorem sub_eq_iff_eq_add' {a b c : Nat} (h : b ≤ a) : a - b = c ↔ a = b + c := by
  rw [Nat.add_comm, Nat.sub_eq_iff_eq_add h]

protected theorem le_of_sub_eq_zero {n m : Nat} (h : n - m = 0) : n ≤ m :=
  Nat.le_of_not_lt fun h' =>
    Nat.lt_irrefl m (by rwa [Nat.eq_add_of_sub_eq (Nat.le_of_lt h') h, Nat.zero_add] at h')

protected theorem sub_eq_zero_iff_le {n m : Nat} : n - m = 0 ↔ n ≤ m :=
  ⟨Nat.le_of_sub_eq_zero, Nat.sub_eq_zero_of_le⟩

protected theorem sub_pos_of_lt {m n : Nat} (h : m < n) : 0 < n - m :=
  pos_of_ne_zero fun e => Nat.not_le_of_gt h (Nat.le_of_sub_eq_zero e)

protected theorem lt_of_sub_pos {m n : Nat} (h : 0 < n - m) : m < n :=
  Nat.lt_of_not_le fun h' => Nat.ne_of_gt h (Nat.sub_eq_zero_of_le h')

@[simp] protected theorem sub_pos_iff_lt {m n : Nat} : 0 < n - m ↔ m < n :=
  ⟨Nat.lt_of_sub_pos, Nat.sub_pos_of_lt⟩

protected theorem sub_ne_zero_of_lt {a b : Nat} (h : a < b) : b - a ≠ 0 :=
  Nat.ne_of_gt (Nat.sub_pos_of_lt h)

protected theorem sub_lt {n m : Nat} (h₁ : 0 < n) (h₂ : 0 < m) : n - m < n := by
  cases m with
  | zero => exact absurd h₂ (Nat.lt_irrefl 0)
  | succ m => cases n with
    | zero => exact absurd h₁ (Nat.lt_irrefl 0)
    | succ n => rw [Nat.add_sub_add_right]; exact lt_succ_of_le (sub_le n m)

protected theorem sub_lt_self {a b : Nat} (h₀ : 0 < a) (h₁ : a ≤ b) : b - a < b :=
  Nat.sub_lt (Nat.lt_of_lt_of_le h₀ h₁) h₀

theorem sub_lt_of_lt {a b c : Nat} (h : a < c) : a - b < c := Nat.lt_of_le_of_lt (sub_le a b) h

theorem pred_lt_of_lt {n m : Nat} (h : m < n) : pred n < n := pred_lt (Nat.ne_zero_of_lt h)

theorem sub_one_lt {n : Nat} (h : n ≠ 0) : n - 1 < n := pred_lt h

theorem sub_one_lt_of_lt {n m : Nat} (h : m < n) : n - 1 < n := pred_lt_of_lt h

theorem sub_one_add_one {a : Nat} (h : a ≠ 0) : a - 1 + 1 = a := succ_pred h

theorem sub_succ_lt_self {a i : Nat} (h : i < a) : a - (i + 1) < a - i :=
  pred_lt (Nat.sub_ne_zero_of_lt h)

protected theorem le_sub_of_add_le {a b c : Nat} (h : a + b ≤ c) : a ≤ c - b :=
  (le.dest h).elim fun k hk => by
    rw [← hk, Nat.add_right_comm, Nat.add_sub_cancel]; exact Nat.le_add_right a k

protected theorem add_le_of_le_sub {a b c : Nat} (hle : b ≤ c) (h : a ≤ c - b) : a + b ≤ c := by
  have h' := Nat.add_le_add_right h b
  rwa [Nat.sub_add_cancel hle] at h'

protected theorem le_sub_iff_add_le {x y k : Nat} (h : k ≤ y) : x ≤ y - k ↔ x + k ≤ y :=
  ⟨Nat.add_le_of_le_sub h, Nat.le_sub_of_add_le⟩

protected theorem le_sub_iff_add_le' {x y k : Nat} (h : k ≤ y) : x ≤ y - k ↔ k + x ≤ y := by
  rw [Nat.add_comm, Nat.le_sub_iff_add_le h]

protected theorem sub_le_of_le_add {a b c : Nat} (h : a ≤ c + b) : a - b ≤ c := by
  rcases Nat.le_total b a with hb | hb
  · exact Nat.le_of_add_le_add_right (b := b) (by rwa [Nat.sub_add_cancel hb])
  · rw [Nat.sub_eq_zero_of_le hb]; exact zero_le c

protected theorem le_add_of_sub_le {a b c : Nat} (h : a - b ≤ c) : a ≤ c + b := by
  rcases Nat.le_total b a with hb | hb
  · have h' := Nat.add_le_add_right h b
    rwa [Nat.sub_add_cancel hb] at h'
  · exact le_add_left_of_le hb

protected theorem sub_le_iff_le_add {a b c : Nat} : a - b ≤ c ↔ a ≤ c + b :=
  ⟨Nat.le_add_of_sub_le, Nat.sub_le_of_le_add⟩

protected theorem sub_le_iff_le_add' {a b c : Nat} : a - b ≤ c ↔ a ≤ b + c := by
  rw [Nat.add_comm, Nat.sub_le_iff_le_add]

protected theorem lt_sub_iff_add_lt {a b c : Nat} : a < c - b ↔ a + b < c := by
  rw [← Nat.not_le, ← Nat.not_le, Nat.sub_le_iff_le_add]

protected theorem lt_sub_of_add_lt {a b c : Nat} (h : a + b < c) : a < c - b :=
  Nat.lt_sub_iff_add_lt.2 h

protected theorem add_lt_of_lt_sub {a b c : Nat} (h : a < c - b) : a + b < c :=
  Nat.lt_sub_iff_add_lt.1 h

protected theorem sub_lt_iff_lt_add {a b c : Nat} (h : b ≤ a) : a - b < c ↔ a < c + b := by
  rw [← Nat.not_le, ← Nat.not_le, Nat.le_sub_iff_add_le h]

protected theorem sub_le_sub_right {n m : Nat} (h : n ≤ m) (k : Nat) : n - k ≤ m - k :=
  Nat.sub_le_of_le_add (Nat.le_trans h (Nat.le_add_of_sub_le (Nat.le_refl _)))

protected theorem sub_le_sub_left {n m : Nat} (h : n ≤ m) (k : Nat) : k - m ≤ k - n :=
  Nat.sub_le_of_le_add (Nat.le_trans (Nat.le_add_of_sub_le (Nat.le_refl (k - n)))
    (Nat.add_le_add_left h _))

protected theorem sub_lt_sub_left {k m n : Nat} (hkm : k < m) (h : k < n) : m - n < m - k := by
  rcases Nat.le_total m n with hmn | hnm
  · rw [Nat.sub_eq_zero_of_le hmn]; exact Nat.sub_pos_of_lt hkm
  · rw [Nat.sub_lt_iff_lt_add hnm]
    have e := Nat.sub_add_cancel (Nat.le_of_lt hkm)
    exact Nat.lt_of_le_of_lt (Nat.le_of_eq e.symm) (Nat.add_lt_add_left h _)

protected theorem sub_sub_self {n m : Nat} (h : m ≤ n) : n - (n - m) = m :=
  Nat.sub_eq_of_eq_add (Nat.add_sub_of_le h).symm

protected theorem sub_add_sub_cancel {a b c : Nat} (hab : b ≤ a) (hcb : c ≤ b) :
    a - b + (b - c) = a - c := by
  rw [← Nat.add_sub_assoc hcb, Nat.sub_add_cancel hab]

protected theorem mul_sub (k m n : Nat) : k * (m - n) = k * m - k * n := by
  rcases Nat.le_total n m with h | h
  · exact (Nat.sub_eq_of_eq_add (by rw [← Nat.mul_add, Nat.sub_add_cancel h])).symm
  · rw [Nat.sub_eq_zero_of_le h, Nat.sub_eq_zero_of_le (Nat.mul_le_mul_left k h)]; rfl

protected theorem sub_mul (n m k : Nat) : (n - m) * k = n * k - m * k := by
  rw [Nat.mul_comm, Nat.mul_sub, Nat.mul_comm k, Nat.mul_comm k]

protected theorem mul_sub_one (n m : Nat) : n * (m - 1) = n * m - n := by
  rw [Nat.mul_sub, Nat.mul_one]

protected theorem sub_one_mul (n m : Nat) : (n - 1) * m = n * m - m := by
  rw [Nat.sub_mul, Nat.one_mul]

theorem le_sub_one_of_lt {a b : Nat} (h : a < b) : a ≤ b - 1 := le_pred_of_lt h

theorem le_sub_one_iff_lt {a b : Nat} (h : 0 < b) : a ≤ b - 1 ↔ a < b :=
  Nat.le_sub_iff_add_le h

/-! ## Minimum and maximum -/

protected theorem min_def {n m : Nat} : min n m = if n ≤ m then n else m := rfl

protected theorem max_def {n m : Nat} : max n m = if n ≤ m then m else n := rfl

@[simp] protected theorem min_eq_left {a b : Nat} (h : a ≤ b) : min a b = a := if_pos h

@[simp] protected theorem min_eq_right {a b : Nat} (h : b ≤ a) : min a b = b := by
  rw [Nat.min_def]
  by_cases h' : a ≤ b
  · rw [if_pos h']; exact Nat.le_antisymm h' h
  · rw [if_neg h']

@[simp] protected theorem max_eq_right {a b : Nat} (h : a ≤ b) : max a b = b := if_pos h

@[simp] protected theorem max_eq_left {a b : Nat} (h : b ≤ a) : max a b = a := by
  rw [Nat.max_def]
  by_cases h' : a ≤ b
  · rw [if_pos h']; exact Nat.le_antisymm h h'
  · rw [if_neg h']

protected theorem min_comm (a b : Nat) : min a b = min b a := by
  rcases Nat.le_total a b with h | h
  · rw [Nat.min_eq_left h, Nat.min_eq_right h]
  · rw [Nat.min_eq_right h, Nat.min_eq_left h]

protected theorem max_comm (a b : Nat) : max a b = max b a := by
  rcases Nat.le_total a b with h | h
  · rw [Nat.max_eq_right h, Nat.max_eq_left h]
  · rw [Nat.max_eq_left h, Nat.max_eq_right h]

protected theorem min_le_left (a b : Nat) : min a b ≤ a := by
  rcases Nat.le_total a b with h | h
  · rw [Nat.min_eq_left h]; exact Nat.le_refl a
  · rw [Nat.min_eq_right h]; exact h

protected theorem min_le_right (a b : Nat) : min a b ≤ b :=
  Nat.min_comm b a ▸ Nat.min_le_left b a

protected theorem le_max_left (a b : Nat) : a ≤ max a b := by
  rcases Nat.le_total a b with h | h
  · rw [Nat.max_eq_right h]; exact h
  · rw [Nat.max_eq_left h]; exact Nat.le_refl a

protected theorem le_max_right (a b : Nat) : b ≤ max a b :=
  Nat.max_comm b a ▸ Nat.le_max_left b a

protected theorem le_min {a b c : Nat} : a ≤ min b c ↔ a ≤ b ∧ a ≤ c :=
  ⟨fun h => ⟨Nat.le_trans h (Nat.min_le_left b c), Nat.le_trans h (Nat.min_le_right b c)⟩,
    fun ⟨h₁, h₂⟩ => by
      rcases Nat.le_total b c with h | h
      · rwa [Nat.min_eq_left h]
      · rwa [Nat.min_eq_right h]⟩

protected theorem max_le {a b c : Nat} : max a b ≤ c ↔ a ≤ c ∧ b ≤ c :=
  ⟨fun h => ⟨Nat.le_trans (Nat.le_max_left a b) h, Nat.le_trans (Nat.le_max_right a b) h⟩,
    fun ⟨h₁, h₂⟩ => by
      rcases Nat.le_total a b with h | h
      · rwa [Nat.max_eq_right h]
      · rwa [Nat.max_eq_left h]⟩

@[simp] protected theorem min_self (a : Nat) : min a a = a := Nat.min_eq_left (Nat.le_refl a)

@[simp] protected theorem max_self (a : Nat) : max a a = a := Nat.max_eq_right (Nat.le_refl a)

@[simp] protected theorem zero_min (a : Nat) : min 0 a = 0 := Nat.min_eq_left (zero_le a)

@[simp] protected theorem min_zero (a : Nat) : min a 0 = 0 := Nat.min_eq_right (zero_le a)

@[simp] protected theorem zero_max (a : Nat) : max 0 a = a := Nat.max_eq_right (zero_le a)

@[simp] protected theorem max_zero (a : Nat) : max a 0 = a := Nat.max_eq_left (zero_le a)

end Nat

instance : @Trans Nat Nat Nat LE.le LE.le LE.le := ⟨Nat.le_trans⟩
instance : @Trans Nat Nat Nat LT.lt LT.lt LT.lt := ⟨Nat.lt_trans⟩
instance : @Trans Nat Nat Nat LT.lt LE.le LT.lt := ⟨Nat.lt_of_lt_of_le⟩
instance : @Trans Nat Nat Nat LE.le LT.lt LT.lt := ⟨Nat.lt_of_le_of_lt⟩
