prelude
import DeepTheory.Real.Enclosure.FixedPoint
import DeepTheory.Real.Sqrt
/-! # Enclosures of square roots

Square roots by Newton's method. That the bounds hold rests on the inequality of the means, not on
the number of steps.

## Main definitions

* `Real.sqrtLower x n`, `Real.sqrtUpper x n`: rational bounds of `sqrt x` with an error of about
  `2 ^ (-n)`, computed by the kernel.

## Main statements

* `Real.sqrtLower_le_sqrt`, `Real.sqrt_le_sqrtUpper`: the bounds hold, whatever `n`.
-/
set_option autoImplicit false

namespace Real
namespace Enclosure
variable {P : Nat}

/-- Newton's method for the square root of `N`: at most `s` steps from `x`, rounding up, as long as
they descend. The recursor and the bare operations make the kernel five times as fast. -/
noncomputable def newton (N : Nat) (s : Nat) : Nat → Nat :=
  Nat.rec (fun x => x) (fun _ next x =>
    Nat.force (Nat.succ (Nat.div (Nat.add x (Nat.div N x)) 2)) fun y =>
      cond (Nat.ble x y) x (next y)) s

/-- A step of Newton's method leads above the square root, by the inequality of the means. -/
private theorem le_step_sq (N : Nat) {x : Nat} (hx : 0 < x) :
    N ≤ ((x + N / x) / 2 + 1) * ((x + N / x) / 2 + 1) := by
  have h₁ := div_le_cast_div_add_one N hx
  have h₂ : (((x + N / x) + 1 : Nat) : Real) ≤ ((2 * ((x + N / x) / 2 + 1) : Nat) : Real) :=
    Nat.cast_le_of_le (Nat.succ_le_of_lt (Nat.lt_succ_mul_div (x + N / x) two_pos))
  have hx' : (0 : Real) < x := Nat.cast_pos.2 hx
  rw [← Nat.cast_le (R := Real), Nat.cast_mul]
  generalize (x + N / x) / 2 = y at *
  rw [Nat.cast_mul, Nat.cast_ofNat, add_assoc, Nat.cast_add] at h₂
  have h₃ : (x + (N : Real) / x) / 2 ≤ ((y + 1 : Nat) : Real) := by
    rw [div_le_iff₀ two_pos, mul_comm]
    exact le_trans (add_le_add_left h₁ _) h₂
  have hq := div_nonneg (Nat.cast_nonneg (R := Real) N) (le_of_lt hx')
  have h₄ : (0 : Real) ≤ (x + (N : Real) / x) / 2 :=
    div_nonneg (add_nonneg (le_of_lt hx') hq) zero_le_two
  have h₅ := mul_le_sq_half_add (x : Real) ((N : Real) / x)
  rw [mul_div_cancel₀ _ (ne_of_gt hx')] at h₅
  refine le_trans h₅ ?_
  rw [sq]; exact mul_self_le_mul_self h₄ h₃

/-- Newton's method stays above the square root. -/
private theorem le_newton_sq {N : Nat} (s : Nat) : ∀ x : Nat, 0 < x → N ≤ x * x →
    0 < newton N s x ∧ N ≤ newton N s x * newton N s x := by
  induction s with
  | zero => exact fun x h k => ⟨h, k⟩
  | succ s ih =>
    intro x hx hN
    have e : newton N (s + 1) x = cond (Nat.ble x ((x + N / x) / 2 + 1)) x
        (newton N s ((x + N / x) / 2 + 1)) :=
      Nat.force_eq ((x + N / x) / 2 + 1) fun y => cond (Nat.ble x y) x (newton N s y)
    rw [e]
    cases Nat.ble x ((x + N / x) / 2 + 1) with
    | true => exact ⟨hx, hN⟩
    | false => exact ih _ (Nat.succ_le_succ (Nat.zero_le _)) (le_step_sq N hx)

/-- The square root of `N`, rounded up: at most a few units too large if the number `s` of steps
suffices. The first step is from `P`. -/
noncomputable def rootUp (N P s : Nat) : Nat := Nat.force ((P + N / P) / 2 + 1) (newton N s)

/-- The square root of `N`, rounded down. -/
noncomputable def rootDown (N P s : Nat) : Nat := N / rootUp N P s

theorem le_rootUp_sq (N s : Nat) (hP : 0 < P) : (N : Real) ≤ (rootUp N P s : Real) ^ 2 := by
  rw [sq, ← Nat.cast_mul, Nat.cast_le, rootUp, Nat.force_eq]
  exact (le_newton_sq s _ (Nat.succ_le_succ (Nat.zero_le _)) (le_step_sq N hP)).2

theorem rootDown_sq_le (N s : Nat) (hP : 0 < P) : (rootDown N P s : Real) ^ 2 ≤ N := by
  have ⟨h₁, h₂⟩ := le_newton_sq s _ (Nat.succ_le_succ (Nat.zero_le _)) (le_step_sq N hP)
  unfold rootDown rootUp
  rw [Nat.force_eq]
  generalize newton N s ((P + N / P) / 2 + 1) = u at *
  have hu : (0 : Real) < u := Nat.cast_pos.2 h₁
  have h₃ := cast_div_le N u
  have h₄ := pow_le_pow_left₀ (Nat.cast_nonneg (R := Real) (N / u)) h₃ 2
  refine le_trans h₄ ?_
  rw [div_pow, div_le_iff₀ (sq_pos_of_pos hu), sq, sq, ← Nat.cast_mul, ← Nat.cast_mul u,
    ← Nat.cast_mul, Nat.cast_le]
  exact Nat.mul_le_mul_left N h₂

/-- A number of Newton steps from `P` that suffices for the square root of `N`: one for each
halving, and as many as doublings of the number of digits. -/
def newtonSteps (N P : Nat) : Nat :=
  Nat.force (bitLength N) fun i => Nat.force (bitLength P) fun j =>
    (i - 2 * j) + (2 * j - i) + bitLength j + 4

end Enclosure

open Enclosure

/-- A rational lower bound of `sqrt x`, with an error of about `2 ^ (-n)`. -/
noncomputable def sqrtLower (x : Rat) (n : Nat) : Rat :=
  Nat.force (2 ^ n) fun P => Nat.force (x.num.toNat * P * P / x.den) fun N =>
    mkRat (rootDown N P (newtonSteps N P) : Nat) P

/-- A rational upper bound of `sqrt x`, with an error of about `2 ^ (-n)`. -/
noncomputable def sqrtUpper (x : Rat) (n : Nat) : Rat :=
  Nat.force (2 ^ n) fun P => Nat.force (x.num.toNat * P * P / x.den + 1) fun N =>
    mkRat (rootUp N P (newtonSteps N P) : Nat) P

namespace Enclosure

private theorem num_div_den_nonneg (x : Rat) : sqrt x = sqrt ((x.num.toNat : Real) / x.den) := by
  by_cases h : 0 ≤ x.num
  · rw [Rat.cast_def, ← Int.toNat_of_nonneg h, Int.toNat_natCast, Int.cast_natCast]
  · have h' : x.num.toNat = 0 := by
      cases hx : x.num with
      | ofNat n => rw [hx] at h; exact absurd (Int.natCast_nonneg n) h
      | negSucc n => rfl
    rw [h', Nat.cast_zero, zero_div, sqrt_zero]
    refine sqrt_eq_zero_of_nonpos ?_
    rw [Rat.cast_def]
    exact div_nonpos_of_nonpos_of_nonneg
      (by rw [← Int.cast_zero, Int.cast_le]; exact le_of_not_ge h) (Nat.cast_nonneg _)

end Enclosure

theorem sqrtLower_le_sqrt (x : Rat) (n : Nat) : (sqrtLower x n : Real) ≤ sqrt x := by
  unfold sqrtLower
  rw [Nat.force_eq, Nat.force_eq]
  have hP : 0 < 2 ^ n := pow_pos two_pos n
  generalize 2 ^ n = P at *
  have hP' : (0 : Real) < P := Nat.cast_pos.2 hP
  rw [cast_mkRat _ hP, num_div_den_nonneg]
  refine le_sqrt_of_sq_le ?_
  rw [div_pow, div_le_iff₀ (sq_pos_of_pos hP')]
  refine le_trans (rootDown_sq_le _ _ hP) (le_trans (cast_div_le _ _) (le_of_eq ?_))
  rw [Nat.cast_mul, Nat.cast_mul]
  ring

theorem sqrt_le_sqrtUpper (x : Rat) (n : Nat) : sqrt x ≤ (sqrtUpper x n : Real) := by
  unfold sqrtUpper
  rw [Nat.force_eq, Nat.force_eq]
  have hP : 0 < 2 ^ n := pow_pos two_pos n
  generalize 2 ^ n = P at *
  have hP' : (0 : Real) < P := Nat.cast_pos.2 hP
  rw [cast_mkRat _ hP, num_div_den_nonneg,
    sqrt_le_left (div_nonneg (Nat.cast_nonneg _) (le_of_lt hP')), div_pow,
    le_div_iff₀ (sq_pos_of_pos hP')]
  refine le_trans (le_of_eq ?_)
    (le_trans (div_le_cast_div_add_one _ x.den_pos) (le_rootUp_sq _ _ hP))
  rw [Nat.cast_mul, Nat.cast_mul]
  ring

/-! ## Numeric instances -/

theorem lt_sqrt_of_lt_sqrtLower {x q : Rat} (n : Nat) (h : q < sqrtLower x n) :
    (q : Real) < sqrt x :=
  lt_of_lt_of_le (Rat.cast_lt.2 h) (sqrtLower_le_sqrt x n)

theorem sqrt_lt_of_sqrtUpper_lt {x q : Rat} (n : Nat) (h : sqrtUpper x n < q) :
    sqrt x < (q : Real) :=
  lt_of_le_of_lt (sqrt_le_sqrtUpper x n) (Rat.cast_lt.2 h)

end Real
