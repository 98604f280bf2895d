prelude
import DeepTheory.Real.Enclosure.Sqrt
import DeepTheory.Real.Log
/-! # Enclosures of logarithms

`log x` is `2 ^ k` times `log t` with `t` the `2 ^ k`-th root of `x`, by repeated square roots; and
`log t` lies between `1 - 1 / t` and `t - 1`.

## Main definitions

* `Real.logLower x n`, `Real.logUpper x n`: rational bounds of `log x` for `x > 0` with an error of
  about `2 ^ (-n)`, computed by the kernel.

## Main statements

* `Real.logLower_le_log`, `Real.log_le_logUpper`: the bounds hold, whatever `n`,
* `Real.log_two_gt`, `Real.log_two_lt`: the logarithm of two.
-/
set_option autoImplicit false

namespace Real
namespace Enclosure
variable {P : Nat}

/-- Takes the square root `k` times, rounding up. -/
noncomputable def rootsUp (P s : Nat) : Nat → Nat → Nat
  | 0, m => m
  | k + 1, m => Nat.force (m * P) fun N => Nat.force (rootUp N P s) (rootsUp P s k)

/-- Takes the square root `k` times, rounding down. -/
noncomputable def rootsDown (P s : Nat) : Nat → Nat → Nat
  | 0, m => m
  | k + 1, m => Nat.force (m * P) fun N => Nat.force (rootDown N P s) (rootsDown P s k)

private theorem log_le_rootsUp (hP : 0 < P) (s k : Nat) : ∀ m : Nat, 0 < m →
    log ((m : Real) / P) ≤ 2 ^ k * ((rootsUp P s k m : Real) / P - 1) := by
  have hP' : (0 : Real) < P := Nat.cast_pos.2 hP
  induction k with
  | zero =>
    intro m hm
    rw [pow_zero, one_mul]
    exact log_le_sub_one_of_pos (div_pos (Nat.cast_pos.2 hm) hP')
  | succ k ih =>
    intro m hm
    have e : rootsUp P s (k + 1) m = rootsUp P s k (rootUp (m * P) P s) :=
      (Nat.force_eq _ _).trans (Nat.force_eq _ _)
    rw [e]
    have h := le_rootUp_sq (P := P) (m * P) s hP
    generalize rootUp (m * P) P s = u at *
    have hm' : (0 : Real) < m := Nat.cast_pos.2 hm
    rw [Nat.cast_mul] at h
    have hu : 0 < u := Nat.pos_of_ne_zero fun e => by
      rw [e, Nat.cast_zero, zero_pow_succ] at h
      exact absurd (mul_pos hm' hP') (not_lt_of_ge h)
    have l : (m : Real) / P ≤ ((u : Real) / P) ^ 2 := by
      rw [div_pow, div_le_div_iff_of_pos hP' (sq_pos_of_pos hP')]
      nlinarith
    refine le_trans (log_le_log (div_pos hm' hP') l) ?_
    rw [log_pow, Nat.cast_ofNat, pow_succ', mul_assoc]
    exact mul_le_mul_of_nonneg_left (ih u hu) zero_le_two

private theorem rootsDown_le_log (hP : 0 < P) (s k : Nat) : ∀ m : Nat, 0 < rootsDown P s k m →
    0 < m ∧ 2 ^ k * (1 - ((rootsDown P s k m : Real) / P)⁻¹) ≤ log ((m : Real) / P) := by
  have hP' : (0 : Real) < P := Nat.cast_pos.2 hP
  induction k with
  | zero =>
    intro m hm
    rw [pow_zero, one_mul]
    exact ⟨hm, one_sub_inv_le_log_of_pos (div_pos (Nat.cast_pos.2 hm) hP')⟩
  | succ k ih =>
    intro m hm
    have e : rootsDown P s (k + 1) m = rootsDown P s k (rootDown (m * P) P s) :=
      (Nat.force_eq _ _).trans (Nat.force_eq _ _)
    rw [e] at hm ⊢
    have h := rootDown_sq_le (P := P) (m * P) s hP
    have ⟨hu, k₁⟩ := ih _ hm
    generalize rootDown (m * P) P s = u at *
    have hu' : (0 : Real) < u := Nat.cast_pos.2 hu
    rw [Nat.cast_mul] at h
    have hm' : (0 : Real) < m :=
      lt_of_mul_lt_mul_right (by rw [zero_mul]; exact lt_of_lt_of_le (sq_pos_of_pos hu') h)
        (le_of_lt hP')
    refine ⟨Nat.cast_pos.1 hm', ?_⟩
    have l : ((u : Real) / P) ^ 2 ≤ (m : Real) / P := by
      rw [div_pow, div_le_div_iff_of_pos (sq_pos_of_pos hP') hP']
      nlinarith
    refine le_trans ?_ (log_le_log (sq_pos_of_pos (div_pos hu' hP')) l)
    rw [log_pow, Nat.cast_ofNat, pow_succ', mul_assoc]
    exact mul_le_mul_of_nonneg_left k₁ zero_le_two

/-- The number of square roots for `log (a / b)` with `n` bits. -/
def logSteps (a b n : Nat) : Nat := n + 2 * bitLength (bitLength (a / b)) + 2

/-- The number of Newton steps for each of them. -/
def logNewtonSteps (a b n : Nat) : Nat := bitLength (a / b) + bitLength n + 4

/-- An upper bound of `log (a / b)` for `b ≤ a`. -/
noncomputable def logUp (a b n : Nat) : Rat :=
  Nat.force (logSteps a b n) fun k => Nat.force (2 ^ (k + n + 4)) fun P =>
    Nat.force (logNewtonSteps a b (k + n)) fun s => Nat.force (a * P / b + 1) fun m =>
      mkRat (2 ^ k * (rootsUp P s k m - P) : Nat) P

/-- A lower bound of `log (a / b)` for `b ≤ a`. -/
noncomputable def logDown (a b n : Nat) : Rat :=
  Nat.force (logSteps a b n) fun k => Nat.force (2 ^ (k + n + 4)) fun P =>
    Nat.force (logNewtonSteps a b (k + n)) fun s => Nat.force (a * P / b) fun m =>
      Nat.force (rootsDown P s k m) fun m => mkRat (2 ^ k * (m - P) : Nat) m

private theorem log_le_logUp {a b : Nat} (n : Nat) (ha : 0 < a) (hb : 0 < b) :
    log ((a : Real) / b) ≤ (logUp a b n : Real) := by
  unfold logUp
  rw [Nat.force_eq, Nat.force_eq, Nat.force_eq, Nat.force_eq]
  generalize logSteps a b n = k at *
  have hP : 0 < 2 ^ (k + n + 4) := pow_pos two_pos _
  generalize 2 ^ (k + n + 4) = P at *
  generalize logNewtonSteps a b (k + n) = s at *
  have hP' : (0 : Real) < P := Nat.cast_pos.2 hP
  have h := log_le_rootsUp hP s k (a * P / b + 1) (Nat.succ_le_succ (Nat.zero_le _))
  have ha' : (0 : Real) < a := Nat.cast_pos.2 ha
  have hb' : (0 : Real) < b := Nat.cast_pos.2 hb
  have l : (a : Real) / b ≤ ((a * P / b + 1 : Nat) : Real) / P := by
    rw [le_div_iff₀ hP']
    refine le_trans (le_of_eq ?_) (div_le_cast_div_add_one _ hb)
    rw [Nat.cast_mul, mul_div_right_comm]
  refine le_trans (log_le_log (div_pos ha' hb') l) (le_trans h ?_)
  rw [cast_mkRat _ hP, Nat.cast_mul, Nat.cast_pow, Nat.cast_ofNat, mul_div_assoc]
  refine mul_le_mul_of_nonneg_left ?_ (le_of_lt (pow_pos two_pos k))
  generalize rootsUp P s k (a * P / b + 1) = m at *
  rw [← div_self (ne_of_gt hP'), div_sub_div_same]
  refine div_le_div_of_nonneg_right ?_ (le_of_lt hP')
  rcases Nat.le_total P m with h | h
  · rw [Nat.cast_sub h]
  · rw [Nat.sub_eq_zero_of_le h, Nat.cast_zero, sub_nonpos]; exact Nat.cast_le_of_le h

private theorem logDown_le_log {a b : Nat} (n : Nat) (hb : 0 < b) (hab : b ≤ a) :
    (logDown a b n : Real) ≤ log ((a : Real) / b) := by
  unfold logDown
  rw [Nat.force_eq, Nat.force_eq, Nat.force_eq, Nat.force_eq, Nat.force_eq]
  generalize logSteps a b n = k at *
  have hP : 0 < 2 ^ (k + n + 4) := pow_pos two_pos _
  generalize 2 ^ (k + n + 4) = P at *
  generalize logNewtonSteps a b (k + n) = s at *
  have hP' : (0 : Real) < P := Nat.cast_pos.2 hP
  have hb' : (0 : Real) < b := Nat.cast_pos.2 hb
  have h := rootsDown_le_log hP s k (a * P / b)
  generalize rootsDown P s k (a * P / b) = m at *
  rcases Nat.eq_zero_or_pos m with rfl | hm
  · have e : mkRat ((2 ^ k * (0 - P) : Nat) : Int) 0 = 0 := rfl
    rw [e, Rat.cast_zero]
    exact log_nonneg ((one_le_div hb').2 (Nat.cast_le_of_le hab))
  · have hm' : (0 : Real) < m := Nat.cast_pos.2 hm
    rw [cast_mkRat _ hm, Nat.cast_mul, Nat.cast_pow, Nat.cast_ofNat, mul_div_assoc]
    rcases Nat.le_total P m with hPm | hPm
    · have ⟨h₀, h₁⟩ := h hm
      rw [Nat.cast_sub hPm, sub_div, div_self (ne_of_gt hm'), ← inv_div]
      refine le_trans h₁ (log_le_log (div_pos (Nat.cast_pos.2 h₀) hP') ?_)
      rw [div_le_iff₀ hP']
      refine le_trans (cast_div_le _ _) (le_of_eq ?_)
      rw [Nat.cast_mul, mul_div_right_comm]
    · rw [Nat.sub_eq_zero_of_le hPm, Nat.cast_zero, zero_div, mul_zero]
      exact log_nonneg ((one_le_div hb').2 (Nat.cast_le_of_le hab))

end Enclosure

open Enclosure

/-- A rational lower bound of `log x` for `0 < x`, with an error of about `2 ^ (-n)`. -/
noncomputable def logLower (x : Rat) (n : Nat) : Rat :=
  if x.den ≤ x.num.toNat then logDown x.num.toNat x.den n else -logUp x.den x.num.toNat n

/-- A rational upper bound of `log x` for `0 < x`, with an error of about `2 ^ (-n)`. -/
noncomputable def logUpper (x : Rat) (n : Nat) : Rat :=
  if x.den ≤ x.num.toNat then logUp x.num.toNat x.den n else -logDown x.den x.num.toNat n

namespace Enclosure

private theorem cast_eq_of_pos {x : Rat} (hx : 0 < x) :
    0 < x.num.toNat ∧ (x : Real) = (x.num.toNat : Real) / x.den := by
  have h : 0 < x.num := by
    have h₁ : (0 : Real) < x := Rat.cast_pos.2 hx
    rw [Rat.cast_def] at h₁
    have h₂ := mul_pos h₁ (Nat.cast_pos (R := Real).2 x.den_pos)
    rw [div_mul_cancel₀ _ (Nat.cast_ne_zero.2 x.den_nz)] at h₂
    exact Int.cast_pos.1 h₂
  have e := Int.toNat_of_nonneg (le_of_lt h)
  refine ⟨Nat.cast_pos (R := Int).1 (by rw [e]; exact h), ?_⟩
  conv => lhs; rw [Rat.cast_def, ← e, Int.cast_natCast]

end Enclosure

theorem logLower_le_log {x : Rat} (hx : 0 < x) (n : Nat) : (logLower x n : Real) ≤ log x := by
  have ⟨hp, e⟩ := cast_eq_of_pos hx
  rw [e]
  unfold logLower
  by_cases h : x.den ≤ x.num.toNat
  · rw [if_pos h]; exact logDown_le_log n x.den_pos h
  · rw [if_neg h, Rat.cast_neg, ← inv_div (x.den : Real) (x.num.toNat : Real), log_inv]
    exact neg_le_neg (log_le_logUp n x.den_pos hp)

theorem log_le_logUpper {x : Rat} (hx : 0 < x) (n : Nat) : log x ≤ (logUpper x n : Real) := by
  have ⟨hp, e⟩ := cast_eq_of_pos hx
  rw [e]
  unfold logUpper
  by_cases h : x.den ≤ x.num.toNat
  · rw [if_pos h]; exact log_le_logUp n hp x.den_pos
  · rw [if_neg h, Rat.cast_neg, ← inv_div (x.den : Real) (x.num.toNat : Real), log_inv]
    exact neg_le_neg (logDown_le_log n hp (Nat.le_of_not_le h))

/-! ## Numeric instances -/

theorem lt_log_of_lt_logLower {x q : Rat} (n : Nat) (hx : 0 < x) (h : q < logLower x n) :
    (q : Real) < log x :=
  lt_of_lt_of_le (Rat.cast_lt.2 h) (logLower_le_log hx n)

theorem log_lt_of_logUpper_lt {x q : Rat} (n : Nat) (hx : 0 < x) (h : logUpper x n < q) :
    log x < (q : Real) :=
  lt_of_le_of_lt (log_le_logUpper hx n) (Rat.cast_lt.2 h)

/-- A lower bound of the logarithm of two. -/
theorem log_two_gt : (693147 / 1000000 : Real) < log 2 := by
  have h := lt_log_of_lt_logLower (x := 2) (q := 693147 / 1000000) 24 (by decide)
      (by decide +kernel)
  simp only [Rat.cast_div, Rat.cast_ofNat] at h
  exact h

/-- An upper bound of the logarithm of two. -/
theorem log_two_lt : log 2 < (693148 / 1000000 : Real) := by
  have h := log_lt_of_logUpper_lt (x := 2) (q := 693148 / 1000000) 24 (by decide)
      (by decide +kernel)
  simp only [Rat.cast_div, Rat.cast_ofNat] at h
  exact h

end Real
