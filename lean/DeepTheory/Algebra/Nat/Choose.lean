prelude
import DeepTheory.Algebra.Fin.Basic
import DeepTheory.Algebra.Tactic.Ring
/-! # Factorials and binomial coefficients

## Main definitions

* `Nat.factorial n`, written `n !`; `Nat.choose n k`.

## Main statements

* `Nat.choose_succ_succ` (Pascal's rule), `Nat.choose_symm_add`,
  `Nat.choose_mul_factorial_mul_factorial`,
* `add_pow`: the binomial theorem; `Nat.sum_range_choose`: the binomial coefficients of `n` add up
  to `2 ^ n`,
* `Nat.add_choose_eq`: Vandermonde's identity,
* `Finset.card_filter_weight_eq_choose`: `Nat.choose n k` points of the cube `Fin n → Bool` have
  exactly `k` ones.

## Notes

`Nat.choose` is defined by Pascal's rule, as in Mathlib. For large arguments use
`Nat.choose_eq_factorial_div_factorial'`.
-/
set_option autoImplicit false
universe u

namespace Nat

/-- The product of the numbers from one to `n`. -/
def factorial : Nat → Nat
  | 0 => 1
  | n + 1 => (n + 1) * factorial n

@[inherit_doc] notation:10000 n " !" => Nat.factorial n

/-- The number of `k`-element subsets of a set with `n` elements. -/
def choose : Nat → Nat → Nat
  | _, 0 => 1
  | 0, _ + 1 => 0
  | n + 1, k + 1 => choose n k + choose n (k + 1)

@[simp] theorem factorial_zero : factorial 0 = 1 := rfl
theorem factorial_succ (n : Nat) : factorial (n + 1) = (n + 1) * factorial n := rfl
theorem factorial_pos (n : Nat) : 0 < factorial n := by
  induction n with
  | zero => exact Nat.le_refl 1
  | succ n ih => exact _root_.mul_pos (Nat.zero_lt_succ n) ih
theorem factorial_ne_zero (n : Nat) : factorial n ≠ 0 := Nat.ne_of_gt (factorial_pos n)

@[simp] theorem choose_zero_right (n : Nat) : choose n 0 = 1 := by cases n <;> rfl
@[simp] theorem choose_zero_succ (k : Nat) : choose 0 (k + 1) = 0 := rfl
/-- Pascal's rule. -/
theorem choose_succ_succ (n k : Nat) : choose (n + 1) (k + 1) = choose n k + choose n (k + 1) := rfl
theorem choose_eq_zero_of_lt : ∀ {n k : Nat}, n < k → choose n k = 0 := by
  intro n
  induction n with
  | zero => intro k h; cases k with
    | zero => exact absurd h (Nat.lt_irrefl 0)
    | succ k => rfl
  | succ n ih => intro k h; cases k with
    | zero => exact absurd h (Nat.not_lt_zero _)
    | succ k =>
      have h := Nat.lt_of_succ_lt_succ h
      rw [choose_succ_succ, ih h, ih (Nat.lt_of_lt_of_le h (Nat.le_succ k))]
@[simp] theorem choose_self (n : Nat) : choose n n = 1 := by
  induction n with
  | zero => rfl
  | succ n ih => rw [choose_succ_succ, ih, choose_eq_zero_of_lt (Nat.lt_succ_self n)]
@[simp] theorem choose_one_right (n : Nat) : choose n 1 = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [choose_succ_succ, ih, choose_zero_right, Nat.add_comm]
theorem choose_pos : ∀ {n k : Nat}, k ≤ n → 0 < choose n k := by
  intro n
  induction n with
  | zero => intro k h; rw [Nat.eq_zero_of_le_zero h]; exact Nat.le_refl 1
  | succ n ih => intro k h; cases k with
    | zero => exact Nat.le_refl 1
    | succ k => exact Nat.lt_of_lt_of_le (ih (Nat.le_of_succ_le_succ h)) (Nat.le_add_right _ _)
theorem add_choose_mul_factorial_mul_factorial (i j : Nat) :
    choose (i + j) j * factorial i * factorial j = factorial (i + j) := by
  have key : ∀ n i j : Nat, i + j = n → choose n j * factorial i * factorial j = factorial n := by
    intro n
    induction n with
    | zero =>
      intro i j h
      obtain ⟨rfl, rfl⟩ := Nat.add_eq_zero_iff.1 h; rfl
    | succ n ih =>
      intro i j h
      cases j with
      | zero =>
        rw [Nat.add_zero] at h
        rw [choose_zero_right, factorial_zero, Nat.mul_one, Nat.one_mul, h]
      | succ j => cases i with
        | zero =>
          rw [Nat.zero_add] at h
          rw [← h, choose_self, factorial_zero, Nat.one_mul]
        | succ i =>
          have h₁ := ih (i + 1) j (Nat.succ.inj h)
          have h₂ := ih i (j + 1) (Nat.succ.inj ((Nat.succ_add i (j + 1)).symm.trans h))
          have e : n + 1 = (i + 1) + (j + 1) := h.symm
          rw [choose_succ_succ, factorial_succ n, e, factorial_succ i, factorial_succ j]
          rw [factorial_succ i] at h₁
          rw [factorial_succ j] at h₂
          rw [show (n.choose j + n.choose (j + 1)) * ((i + 1) * factorial i) *
            ((j + 1) * factorial j) =
            (j + 1) * (n.choose j * ((i + 1) * factorial i) * factorial j) +
              (i + 1) * (n.choose (j + 1) * factorial i * ((j + 1) * factorial j)) by ring, h₁, h₂]
          ring
  exact key _ i j rfl
theorem choose_mul_factorial_mul_factorial {n k : Nat} (h : k ≤ n) :
    choose n k * factorial k * factorial (n - k) = factorial n := by
  have := add_choose_mul_factorial_mul_factorial (n - k) k
  rw [Nat.sub_add_cancel h] at this
  rw [← this, Nat.mul_right_comm]
theorem choose_symm_add (i j : Nat) : choose (i + j) i = choose (i + j) j := by
  have h₁ := add_choose_mul_factorial_mul_factorial i j
  have h₂ := add_choose_mul_factorial_mul_factorial j i
  rw [Nat.add_comm j i] at h₂
  refine Nat.eq_of_mul_eq_mul_right (m := factorial i * factorial j)
    (_root_.mul_pos (factorial_pos i) (factorial_pos j)) ?_
  rw [← Nat.mul_assoc, ← Nat.mul_assoc, h₁, Nat.mul_right_comm, h₂]
theorem choose_symm {n k : Nat} (h : k ≤ n) : choose n (n - k) = choose n k := by
  have := choose_symm_add (n - k) k
  rwa [Nat.sub_add_cancel h] at this
theorem choose_eq_factorial_div_factorial {n k : Nat} (h : k ≤ n) :
    choose n k = factorial n / (factorial k * factorial (n - k)) := by
  rw [← choose_mul_factorial_mul_factorial h, Nat.mul_assoc, Nat.mul_div_cancel]
  exact _root_.mul_pos (factorial_pos _) (factorial_pos _)
theorem succ_mul_choose_eq (n k : Nat) : (n + 1) * choose n k = choose (n + 1) (k + 1) * (k + 1) :=
    by
  rcases Nat.lt_or_ge n k with h | h
  · rw [choose_eq_zero_of_lt h, choose_eq_zero_of_lt (Nat.succ_lt_succ h), Nat.mul_zero,
      Nat.zero_mul]
  · obtain ⟨d, rfl⟩ := Nat.le.dest h
    have h₁ := add_choose_mul_factorial_mul_factorial d k
    have h₂ := add_choose_mul_factorial_mul_factorial d (k + 1)
    rw [Nat.add_comm k d]
    rw [← Nat.add_assoc, factorial_succ (d + k), factorial_succ k] at h₂
    refine Nat.eq_of_mul_eq_mul_right (m := factorial d * factorial k)
      (_root_.mul_pos (factorial_pos d) (factorial_pos k)) ?_
    rw [show (d + k + 1) * (d + k).choose k * (factorial d * factorial k) =
      (d + k + 1) * ((d + k).choose k * factorial d * factorial k) by ring, h₁, ← h₂]
    ring
/-- `n.choose k ≤ 2 ^ n`. -/
theorem choose_le_two_pow (n k : Nat) : choose n k ≤ 2 ^ n := by
  induction n generalizing k with
  | zero => cases k with
    | zero => exact Nat.le_refl 1
    | succ k => exact Nat.zero_le _
  | succ n ih => cases k with
    | zero => exact one_le_pow₀ (by decide)
    | succ k =>
      rw [choose_succ_succ, Nat.pow_succ, Nat.mul_two]
      exact Nat.add_le_add (ih k) (ih (k + 1))

end Nat

open Finset

/-- The binomial theorem. -/
theorem add_pow {R : Type u} [CommSemiring R] (x y : R) (n : Nat) :
    (x + y) ^ n = ∑ k < n + 1, x ^ k * y ^ (n - k) * (n.choose k : R) := by
  induction n with
  | zero =>
    rw [sum_range_one, pow_zero, pow_zero, Nat.sub_self, pow_zero, Nat.choose_zero_right,
      Nat.cast_one, mul_one, mul_one]
  | succ n ih =>
    rw [sum_range_succ', pow_succ, ih, Nat.choose_zero_right, Nat.sub_zero, pow_zero, Nat.cast_one]
    -- the terms that end in `x` and those that end in `y`
    have hx : ∀ k : Nat, x ^ (k + 1) * y ^ (n + 1 - (k + 1)) * ((n + 1).choose (k + 1) : R) =
        x ^ k * y ^ (n - k) * (n.choose k : R) * x + x ^ (k + 1) * y ^ (n - k) *
          (n.choose (k + 1) : R) := fun k => by
      rw [Nat.add_sub_add_right, Nat.choose_succ_succ, Nat.cast_add]; ring
    rw [sum_congr rfl fun k _ => hx k, sum_add_distrib, ← sum_mul, mul_add]
    -- the second sum is the sum for `n`, times `y`, without its first term
    have hy : (∑ k < n + 1, x ^ k * y ^ (n - k) * (n.choose k : R)) * y =
        (∑ k < n + 1, x ^ (k + 1) * y ^ (n - k) * (n.choose (k + 1) : R)) + 1 * y ^ (n + 1) * 1 :=
          by
      rw [sum_range_succ', sum_range_succ _ n, Nat.choose_eq_zero_of_lt (Nat.lt_succ_self n),
        add_mul, sum_mul,
        Nat.choose_zero_right, Nat.cast_zero, Nat.cast_one, Nat.sub_zero, pow_zero, mul_zero,
          add_zero]
      refine congr (congrArg _ (sum_congr rfl fun k hk => ?_)) (by ring)
      have e : n - k = n - (k + 1) + 1 := by
        rw [Nat.sub_add_eq, Nat.sub_add_cancel (Nat.sub_pos_of_lt (mem_range.1 hk))]
      rw [e]; ring
    rw [hy, add_assoc]

/-- The binomial theorem for `1 + x`. -/
theorem one_add_pow {R : Type u} [CommSemiring R] (x : R) (n : Nat) :
    (1 + x) ^ n = ∑ k < n + 1, (n.choose k : R) * x ^ k := by
  rw [add_comm, add_pow]
  exact sum_congr rfl fun k _ => by rw [one_pow, mul_one, mul_comm]

namespace Nat

/-- The binomial coefficients of `n` add up to `2 ^ n`. -/
theorem sum_range_choose (n : Nat) : ∑ k < n + 1, choose n k = 2 ^ n := by
  have := _root_.one_add_pow (1 : Nat) n
  rw [show 1 + 1 = 2 from rfl] at this
  rw [this]
  exact sum_congr rfl fun k _ => by rw [one_pow, Nat.mul_one, Nat.cast_id]

/-- Vandermonde's identity. -/
theorem add_choose_eq (m n k : Nat) : choose (m + n) k = ∑ i < k + 1, choose m i *
    choose n (k - i) := by
  induction m generalizing k with
  | zero =>
    rw [sum_range_succ', Nat.zero_add, Nat.choose_zero_right, Nat.one_mul, Nat.sub_zero,
      sum_eq_zero fun i _ => by rw [Nat.choose_zero_succ, Nat.zero_mul], Nat.zero_add]
  | succ m ih =>
    cases k with
    | zero => rw [sum_range_one, Nat.sub_self]; simp only [choose_zero_right]
    | succ k =>
      rw [Nat.succ_add, Nat.succ_eq_add_one, choose_succ_succ, ih k, ih (k + 1),
        sum_range_succ' _ (k + 1),
        sum_range_succ' _ (k + 1)]
      have e : ∀ i, choose (m + 1) (i + 1) * choose n (k + 1 - (i + 1)) =
          choose m i * choose n (k - i) + choose m (i + 1) * choose n (k + 1 - (i + 1)) :=
            fun i => by
        rw [choose_succ_succ, Nat.add_mul, Nat.add_sub_add_right]
      rw [sum_congr rfl fun i _ => e i, sum_add_distrib, choose_zero_right, choose_zero_right,
        Nat.add_assoc]

end Nat

namespace Finset

/-- `n.choose k` points of the cube have exactly `k` ones. -/
theorem card_filter_weight_eq_choose (n k : Nat) :
    ((univ : Finset (Fin n → Bool)).filter fun x => (∑ i, if x i = true then 1 else 0) = k).card =
      n.choose k := by
  rw [card_filter]
  induction n generalizing k with
  | zero =>
    rw [Fin.sum_univ_fun_zero, Fin.sum_univ_zero]
    cases k <;> rfl
  | succ n ih =>
    rw [Fin.sum_univ_cube_succ]
    have e₁ : ∀ x : Fin n → Bool, (∑ i, if Fin.cons true x i = true then 1 else 0) =
        (∑ i, if x i = true then 1 else 0) + 1 := fun x => by
      rw [Fin.sum_univ_succ, Fin.cons_zero, if_pos rfl, Nat.add_comm]; rfl
    have e₀ : ∀ x : Fin n → Bool, (∑ i, if Fin.cons false x i = true then 1 else 0) =
        ∑ i, if x i = true then 1 else 0 := fun x => by
      rw [Fin.sum_univ_succ, Fin.cons_zero, if_neg (fun h => Bool.noConfusion h), Nat.zero_add]; rfl
    simp only [e₁, e₀]
    cases k with
    | zero =>
      rw [Nat.choose_zero_right, sum_eq_zero fun x _ => if_neg (Nat.succ_ne_zero _), Nat.zero_add,
        ih 0,
        Nat.choose_zero_right]
    | succ k =>
      rw [Nat.choose_succ_succ, ← ih k, ← ih (k + 1)]
      exact congr (congrArg _ (sum_congr rfl fun x _ => by simp only [Nat.add_one_inj])) rfl

end Finset
