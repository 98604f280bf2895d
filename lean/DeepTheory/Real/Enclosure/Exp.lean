prelude
import DeepTheory.Real.Enclosure.FixedPoint
import DeepTheory.Real.Exp
/-! # Enclosures of the exponential function

`exp x` is the `2 ^ k`-th power, by repeated squaring, of `exp h` with `h = x / 2 ^ k`, which lies
between `1 + h` and `1 / (1 - h)`.

## Main definitions

* `Real.expLower x n`, `Real.expUpper x n`: rational bounds of `exp x` with a relative error of
  about `2 ^ (-n)`, computed by the kernel.

## Main statements

* `Real.expLower_le_exp`, `Real.exp_le_expUpper`: the bounds hold, whatever `n`,
* `Real.lt_exp_of_lt_expLower`, `Real.exp_lt_of_expUpper_lt`: in the form in which `decide +kernel`
  proves numeric inequalities,
* `Real.exp_one_gt`, `Real.exp_one_lt`: Euler's number.
-/
set_option autoImplicit false

namespace Real
namespace Enclosure

/-! ## Powers by squaring -/

/-- Squares `k` times, rounding down. -/
def squareDown (P : Nat) : Nat → Nat → Nat
  | 0, m => m
  | k + 1, m => Nat.force (m * m / P) (squareDown P k)

/-- Squares `k` times, rounding up. -/
def squareUp (P : Nat) : Nat → Nat → Nat
  | 0, m => m
  | k + 1, m => Nat.force (m * m / P + 1) (squareUp P k)

variable {P : Nat}

private theorem squareDown_le (hP : 0 < P) (k : Nat) : ∀ (m : Nat) (t : Real), (m : Real) / P ≤ t →
    (squareDown P k m : Real) / P ≤ t ^ 2 ^ k := by
  have hP' : (0 : Real) < P := Nat.cast_pos.2 hP
  induction k with
  | zero => intro m t h; rw [pow_zero, pow_one]; exact h
  | succ k ih =>
    intro m t h
    rw [pow_succ', pow_mul]
    show ((Nat.force (m * m / P) (squareDown P k) : Nat) : Real) / P ≤ _
    rw [Nat.force_eq]
    refine ih _ _ (le_trans (div_le_div_of_nonneg_right (cast_div_le _ _) (le_of_lt hP')) ?_)
    have := pow_le_pow_left₀ (div_nonneg (Nat.cast_nonneg m) (le_of_lt hP')) h 2
    rwa [div_pow, sq, sq, ← div_div, ← Nat.cast_mul] at this

private theorem le_squareUp (hP : 0 < P) (k : Nat) :
    ∀ (m : Nat) (t : Real), 0 ≤ t → t ≤ (m : Real) / P →
    t ^ 2 ^ k ≤ (squareUp P k m : Real) / P := by
  have hP' : (0 : Real) < P := Nat.cast_pos.2 hP
  induction k with
  | zero => intro m t _ h; rw [pow_zero, pow_one]; exact h
  | succ k ih =>
    intro m t ht h
    rw [pow_succ', pow_mul]
    show _ ≤ ((Nat.force (m * m / P + 1) (squareUp P k) : Nat) : Real) / P
    rw [Nat.force_eq]
    refine ih _ _ (sq_nonneg t)
      (le_trans ?_ (div_le_div_of_nonneg_right (div_le_cast_div_add_one _ hP) (le_of_lt hP')))
    have := pow_le_pow_left₀ ht h 2
    rwa [div_pow, sq (m : Real), sq (P : Real), ← div_div, ← Nat.cast_mul] at this

/-! ## The exponential function -/

/-- The number of squarings for `exp (a / b)` with `n` bits; `a < b * 2 ^ k` whatever it is. -/
def expSteps (a b n : Nat) : Nat :=
  Nat.force (n + 2 * bitLength (a / b) + 2) fun k => if a < b * 2 ^ k then k else k + a

private theorem lt_two_pow (a : Nat) : a < 2 ^ a := by
  have h := natCast_add_one_le_two_pow a
  rw [show (2 : Real) ^ a = ((2 ^ a : Nat) : Real) by rw [Nat.cast_pow, Nat.cast_ofNat],
    ← Nat.cast_add_one,
    Nat.cast_le] at h
  exact h

private theorem lt_expSteps (a n : Nat) {b : Nat} (hb : 0 < b) : a < b * 2 ^ expSteps a b n := by
  unfold expSteps
  rw [Nat.force_eq]
  by_cases h : a < b * 2 ^ (n + 2 * bitLength (a / b) + 2)
  · rw [if_pos h]; exact h
  · rw [if_neg h, pow_add]
    refine Nat.lt_of_lt_of_le (lt_two_pow a) ?_
    have h₁ : 1 * 2 ^ a ≤ b * 2 ^ (n + 2 * bitLength (a / b) + 2) * 2 ^ a :=
      mul_le_mul_of_nonneg_right (Nat.succ_le_of_lt (mul_pos hb (pow_pos two_pos _)))
        (Nat.zero_le _)
    rw [one_mul, mul_assoc] at h₁
    exact h₁

/-- `P` times a lower bound of `exp (a / b)`. -/
def expDown (a b k P : Nat) : Nat := squareDown P k (P + a * P / (b * 2 ^ k))

/-- `P` times an upper bound of `exp (a / b)`. -/
def expUp (a b k P : Nat) : Nat := squareUp P k (b * 2 ^ k * P / (b * 2 ^ k - a) + 1)

private theorem exp_eq_pow (x : Real) (k : Nat) : exp x = exp (x / 2 ^ k) ^ 2 ^ k := by
  rw [← exp_mul_nat, Nat.cast_pow, Nat.cast_ofNat, div_mul_cancel₀ x (ne_of_gt (pow_pos two_pos k))]

private theorem expDown_le (hP : 0 < P) (a k : Nat) (b : Nat) :
    (expDown a b k P : Real) / P ≤ exp ((a : Real) / b) := by
  have hP' : (0 : Real) < P := Nat.cast_pos.2 hP
  rw [exp_eq_pow _ k]
  refine squareDown_le hP k _ _ (le_trans ?_ (one_add_le_exp _))
  rw [Nat.cast_add, add_div, div_self (ne_of_gt hP')]
  refine add_le_add_left ?_ 1
  rw [div_le_iff₀ hP']
  refine le_trans (cast_div_le _ _) (le_of_eq ?_)
  rw [Nat.cast_mul, Nat.cast_mul, Nat.cast_pow, Nat.cast_ofNat]
  ring

private theorem le_expUp (hP : 0 < P) {a b k : Nat} (h : a < b * 2 ^ k) :
    exp ((a : Real) / b) ≤ (expUp a b k P : Real) / P := by
  have hP' : (0 : Real) < P := Nat.cast_pos.2 hP
  have hb : 0 < b := Nat.pos_of_ne_zero fun e => by
    rw [e, zero_mul] at h; exact Nat.not_lt_zero a h
  have hb' : (0 : Real) < b := Nat.cast_pos.2 hb
  have h2 : (0 : Real) < 2 ^ k := pow_pos two_pos k
  have h' : (a : Real) < b * 2 ^ k := by
    have := Nat.cast_lt_of_lt (R := Real) h
    rwa [Nat.cast_mul, Nat.cast_pow, Nat.cast_ofNat] at this
  rw [exp_eq_pow _ k]
  refine le_squareUp hP k _ _ (exp_nonneg _) (le_trans (exp_le_one_div_one_sub ?_) ?_)
  · rw [div_div, div_lt_one (mul_pos hb' h2)]; exact h'
  · have e : 1 / (1 - (a : Real) / b / 2 ^ k) = (b * 2 ^ k) / (b * 2 ^ k - a) := by
      rw [div_div, one_sub_div (ne_of_gt (mul_pos hb' h2)), one_div, inv_div]
    rw [e, le_div_iff₀ hP']
    refine le_trans (le_of_eq ?_) (div_le_cast_div_add_one _ (Nat.sub_pos_of_lt h))
    rw [Nat.cast_sub (Nat.le_of_lt h), Nat.cast_mul, Nat.cast_mul, Nat.cast_pow, Nat.cast_ofNat,
      div_mul_eq_mul_div]

private theorem le_squareDown (hP : 0 < P) (k : Nat) : ∀ m, P ≤ m → P ≤ squareDown P k m := by
  induction k with
  | zero => exact fun m h => h
  | succ k ih =>
    intro m h
    show P ≤ Nat.force (m * m / P) (squareDown P k)
    rw [Nat.force_eq]
    exact ih _ ((Nat.le_div_iff_mul_le hP).2 (mul_le_mul h h (Nat.zero_le P) (Nat.zero_le m)))

private theorem expDown_pos (hP : 0 < P) (a b k : Nat) : 0 < expDown a b k P :=
  Nat.lt_of_lt_of_le hP (le_squareDown hP k _ (Nat.le_add_right P _))

end Enclosure

open Enclosure

/-- A rational lower bound of `exp x`, with a relative error of about `2 ^ (-n)`. -/
def expLower (x : Rat) (n : Nat) : Rat :=
  Nat.force (expSteps x.num.natAbs x.den n) fun k => Nat.force (2 ^ (k + n + 4)) fun P =>
    if 0 ≤ x.num then mkRat (expDown x.num.natAbs x.den k P : Nat) P
    else mkRat (P * P / expUp x.num.natAbs x.den k P : Nat) P

/-- A rational upper bound of `exp x`, with a relative error of about `2 ^ (-n)`. -/
def expUpper (x : Rat) (n : Nat) : Rat :=
  Nat.force (expSteps x.num.natAbs x.den n) fun k => Nat.force (2 ^ (k + n + 4)) fun P =>
    if 0 ≤ x.num then mkRat (expUp x.num.natAbs x.den k P : Nat) P
    else mkRat (P * P / expDown x.num.natAbs x.den k P + 1 : Nat) P

theorem expLower_le_exp (x : Rat) (n : Nat) : (expLower x n : Real) ≤ exp x := by
  unfold expLower
  rw [Nat.force_eq, Nat.force_eq]
  have hk := lt_expSteps x.num.natAbs n x.den_pos
  generalize expSteps x.num.natAbs x.den n = k at *
  have hP : 0 < 2 ^ (k + n + 4) := pow_pos two_pos _
  generalize 2 ^ (k + n + 4) = P at *
  have hP' : (0 : Real) < P := Nat.cast_pos.2 hP
  by_cases h : 0 ≤ x.num
  · rw [if_pos h, cast_mkRat _ hP, cast_eq_of_nonneg h]
    exact expDown_le hP _ _ _
  · have up := le_expUp hP hk
    have hM := (lt_div_iff₀ hP').1 (lt_of_lt_of_le (exp_pos _) up)
    rw [zero_mul] at hM
    rw [if_neg h, cast_mkRat _ hP, cast_eq_of_neg h, exp_neg, div_le_iff₀ hP']
    refine le_trans (cast_div_le _ _) ?_
    rw [Nat.cast_mul, mul_div_right_comm]
    refine mul_le_mul_of_nonneg_right ?_ (le_of_lt hP')
    rw [← inv_div (_ : Real) (P : Real)]
    exact inv_anti₀ (exp_pos _) up

theorem exp_le_expUpper (x : Rat) (n : Nat) : exp x ≤ (expUpper x n : Real) := by
  unfold expUpper
  rw [Nat.force_eq, Nat.force_eq]
  have hk := lt_expSteps x.num.natAbs n x.den_pos
  generalize expSteps x.num.natAbs x.den n = k at *
  have hP : 0 < 2 ^ (k + n + 4) := pow_pos two_pos _
  generalize 2 ^ (k + n + 4) = P at *
  have hP' : (0 : Real) < P := Nat.cast_pos.2 hP
  by_cases h : 0 ≤ x.num
  · rw [if_pos h, cast_mkRat _ hP, cast_eq_of_nonneg h]
    exact le_expUp hP hk
  · have hm := expDown_pos hP x.num.natAbs x.den k
    rw [if_neg h, cast_mkRat _ hP, cast_eq_of_neg h, exp_neg, le_div_iff₀ hP']
    refine le_trans ?_ (div_le_cast_div_add_one _ hm)
    rw [Nat.cast_mul, mul_div_right_comm]
    refine mul_le_mul_of_nonneg_right ?_ (le_of_lt hP')
    rw [← inv_div (_ : Real) (P : Real)]
    exact inv_anti₀ (div_pos (Nat.cast_pos.2 hm) hP') (expDown_le hP _ _ _)

/-! ## Numeric instances -/

theorem lt_exp_of_lt_expLower {x q : Rat} (n : Nat) (h : q < expLower x n) : (q : Real) < exp x :=
  lt_of_lt_of_le (Rat.cast_lt.2 h) (expLower_le_exp x n)

theorem exp_lt_of_expUpper_lt {x q : Rat} (n : Nat) (h : expUpper x n < q) : exp x < (q : Real) :=
  lt_of_le_of_lt (exp_le_expUpper x n) (Rat.cast_lt.2 h)

/-- A lower bound of Euler's number. -/
theorem exp_one_gt : (2718281 / 1000000 : Real) < exp 1 := by
  have h := lt_exp_of_lt_expLower (x := 1) (q := 2718281 / 1000000) 24 (by decide +kernel)
  simp only [Rat.cast_div, Rat.cast_ofNat, Rat.cast_one] at h
  exact h

/-- An upper bound of Euler's number. -/
theorem exp_one_lt : exp 1 < (2718282 / 1000000 : Real) := by
  have h := exp_lt_of_expUpper_lt (x := 1) (q := 2718282 / 1000000) 24 (by decide +kernel)
  simp only [Rat.cast_div, Rat.cast_ofNat, Rat.cast_one] at h
  exact h

end Real
