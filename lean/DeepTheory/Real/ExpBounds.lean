prelude
import DeepTheory.Real.Log
/-! # Bounds of the exponential function

## Main statements

* `Real.exp_le_of_double`: an upper bound `U` of the tangent `1 + y` with `U (y / 2) ^ 2 ≤ U y` is
  an upper bound of `exp`. It replaces derivatives: each bound below is one polynomial inequality.
* `Real.exp_neg_le_quadratic`, `Real.quadratic_le_exp_of_nonneg`, `Real.exp_le_cubic`,
  `Real.exp_le_one_add_add_sq`, `Real.exp_le_bernstein`, `Real.exp_le_two_add_div_two_sub`,
* `Real.le_log_one_add_of_nonneg`: `2 x / (x + 2) ≤ log (1 + x)`, and bounds of `log` by squares,
* `Real.hasLimit_one_add_div_pow`: `(1 + x / n) ^ n` converges to `exp x`.
-/
set_option autoImplicit false

namespace Real
variable {x : Real}

/-! ## Bounds by doubling -/

/-- An upper bound of the tangent `1 + y` with `U (y / 2) ^ 2 ≤ U y` is an upper bound of `exp`. -/
theorem exp_le_of_double {U : Real → Real} {P : Real → Prop} (half : ∀ y, P y → P (y / 2))
    (nonneg : ∀ y, P y → 0 ≤ U y) (tangent : ∀ y, P y → 1 + y ≤ U y)
    (double : ∀ y, P y → U (y / 2) ^ 2 ≤ U y) (hx : P x) : exp x ≤ U x := by
  have all : ∀ n : Nat, ∀ y, P y → P (y / 2 ^ n) := by
    intro n
    induction n with
    | zero => intro y hy; rw [pow_zero, div_one]; exact hy
    | succ n ih => intro y hy; rw [pow_succ', ← div_div]; exact ih _ (half y hy)
  have key : ∀ n : Nat, ∀ y, P y → U (y / 2 ^ n) ^ 2 ^ n ≤ U y := by
    intro n
    induction n with
    | zero => intro y hy; rw [pow_zero, pow_zero, div_one, pow_one]
    | succ n ih =>
      intro y hy
      rw [pow_succ (2 : Nat), pow_mul, pow_succ' (2 : Real), ← div_div]
      refine le_trans (pow_le_pow_left₀ (pow_nonneg (nonneg _ ?_) _) (ih _ (half y hy)) 2)
        (double y hy)
      exact all n _ (half y hy)
  have pos : Eventually fun n => 0 < 1 + x / 2 ^ n := by
    have h := (hasLimit_div_two_pow x).const_add 1
    rw [add_zero] at h
    exact h.eventually_gt zero_lt_one
  refine (hasLimit_expSeq x).le_const (pos.mono fun n hn => ?_)
  exact le_trans (pow_le_pow_left₀ (le_of_lt hn) (tangent _ (all n x hx)) _) (key n x hx)

/-- `exp (-x) ≤ 1 - x + x ^ 2 / 2` for `0 ≤ x`. -/
theorem exp_neg_le_quadratic (hx : 0 ≤ x) : exp (-x) ≤ 1 - x + x ^ 2 / 2 := by
  rcases le_or_gt x 2 with h | h
  · have := exp_le_of_double (U := fun y => 1 + y + y ^ 2 / 2) (P := fun y => -2 ≤ y ∧ y ≤ 0)
      (fun y hy => ⟨by linarith [hy.1], by linarith [hy.2]⟩)
      (fun y hy => by nlinarith [sq_nonneg (y + 1)])
      (fun y hy => by linarith [sq_nonneg y])
      (fun y hy => by
        show (1 + y / 2 + (y / 2) ^ 2 / 2) ^ 2 ≤ 1 + y + y ^ 2 / 2
        have k := mul_nonneg (sq_nonneg y)
            (mul_nonneg (neg_nonneg.2 hy.2) (show 0 ≤ y + 8 by linarith [hy.1]))
        have e : 1 + y + y ^ 2 / 2 - (1 + y / 2 + (y / 2) ^ 2 / 2) ^ 2 =
            y ^ 2 * (-y * (y + 8)) / 64 := by ring
        linarith)
      (x := -x) ⟨by linarith, by linarith⟩
    rw [neg_sq] at this
    linarith
  · have := exp_le_one_iff.2 (neg_nonpos.2 hx)
    nlinarith

/-- `1 + x + x ^ 2 / 2 ≤ exp x` for `0 ≤ x`. -/
theorem quadratic_le_exp_of_nonneg (hx : 0 ≤ x) : 1 + x + x ^ 2 / 2 ≤ exp x := by
  have pos : ∀ y : Real, 0 < 1 - y + y ^ 2 / 2 := fun y => by nlinarith [sq_nonneg (y - 1)]
  have := exp_le_of_double (U := fun y => 1 / (1 - y + y ^ 2 / 2)) (P := fun y => y ≤ 0)
    (fun y hy => by linarith)
    (fun y _ => le_of_lt (div_pos one_pos (pos y)))
    (fun y hy => by
      show 1 + y ≤ 1 / (1 - y + y ^ 2 / 2)
      rw [le_div_iff₀ (pos y)]
      nlinarith [mul_nonneg (sq_nonneg y) (neg_nonneg.2 hy), sq_nonneg y])
    (fun y hy => by
      show (1 / (1 - y / 2 + (y / 2) ^ 2 / 2)) ^ 2 ≤ 1 / (1 - y + y ^ 2 / 2)
      rw [one_div_pow]
      refine one_div_le_one_div_of_le (pos y) ?_
      have k := mul_nonneg (sq_nonneg y) (mul_nonneg (neg_nonneg.2 hy) (show 0 ≤ 8 - y by linarith))
      have e : (1 - y / 2 + (y / 2) ^ 2 / 2) ^ 2 - (1 - y + y ^ 2 / 2) =
          y ^ 2 * (-y * (8 - y)) / 64 := by ring
      linarith)
    (x := -x) (neg_nonpos.2 hx)
  rw [neg_sq, sub_neg_eq_add, exp_neg, one_div] at this
  have p : 0 < 1 + x + x ^ 2 / 2 := by nlinarith [sq_nonneg x]
  exact (inv_le_inv₀ (exp_pos x) p).1 this

/-- `exp x ≤ 1 + x + x ^ 2 / 2 + x ^ 3 / 4` for `0 ≤ x ≤ 1`. -/
theorem exp_le_cubic (hx : 0 ≤ x) (h : x ≤ 1) : exp x ≤ 1 + x + x ^ 2 / 2 + x ^ 3 / 4 :=
  exp_le_of_double (U := fun y => 1 + y + y ^ 2 / 2 + y ^ 3 / 4) (P := fun y => 0 ≤ y ∧ y ≤ 1)
    (fun y hy => ⟨by linarith [hy.1], by linarith [hy.2]⟩)
    (fun y hy => by have := hy.1; have := pow_nonneg hy.1 3; linarith [sq_nonneg y])
    (fun y hy => by have := pow_nonneg hy.1 3; linarith [sq_nonneg y])
    (fun y hy => by
      show (1 + y / 2 + (y / 2) ^ 2 / 2 + (y / 2) ^ 3 / 4) ^ 2 ≤ 1 + y + y ^ 2 / 2 + y ^ 3 / 4
      have k₃ := pow_nonneg hy.1 3
      have k₁ := mul_nonneg k₃ (show 0 ≤ 1 - y by linarith [hy.2])
      have k₂ := mul_nonneg k₃ (show 0 ≤ 1 - y ^ 2 by linarith [pow_le_one₀ hy.1 hy.2 (n := 2)])
      have k₄ := mul_nonneg k₃ (show 0 ≤ 1 - y ^ 3 by linarith [pow_le_one₀ hy.1 hy.2 (n := 3)])
      have e : 1 + y + y ^ 2 / 2 + y ^ 3 / 4 - (1 + y / 2 + (y / 2) ^ 2 / 2 + (y / 2) ^ 3 / 4) ^ 2 =
        3 / 64 * (y ^ 3 * (1 - y)) + 1 / 128 * (y ^ 3 * (1 - y ^ 2)) +
          1 / 1024 * (y ^ 3 * (1 - y ^ 3)) +
          (1 / 16 - 3 / 64 - 1 / 128 - 1 / 1024) * y ^ 3 := by ring
      linarith)
    ⟨hx, h⟩

/-- `exp x ≤ 1 + x + x ^ 2` for `x ≤ 1`. -/
theorem exp_le_one_add_add_sq (h : x ≤ 1) : exp x ≤ 1 + x + x ^ 2 := by
  rcases le_total 0 x with hx | hx
  · have := exp_le_cubic hx h
    have := mul_nonneg (sq_nonneg x) (sub_nonneg.2 h)
    nlinarith [sq_nonneg x]
  · have := exp_neg_le_quadratic (neg_nonneg.2 hx)
    rw [neg_neg, neg_sq] at this
    linarith [sq_nonneg x]

private theorem exp_le_bernstein_self (hx : 0 ≤ x) (h : x < 3) :
    exp x ≤ 1 + x + x ^ 2 / (2 * (1 - x / 3)) := by
  have pos : ∀ y : Real, y < 3 → 0 < 2 * (1 - y / 3) := fun y hy => by linarith
  refine exp_le_of_double (U := fun y => 1 + y + y ^ 2 / (2 * (1 - y / 3)))
    (P := fun y => 0 ≤ y ∧ y < 3)
    (fun y hy => ⟨by linarith [hy.1], by linarith [hy.1, hy.2]⟩)
    (fun y hy => add_nonneg (by linarith [hy.1]) (div_nonneg (sq_nonneg y) (le_of_lt (pos y hy.2))))
    (fun y hy => le_add_of_nonneg_right (div_nonneg (sq_nonneg y) (le_of_lt (pos y hy.2)))) ?_
      ⟨hx, h⟩
  intro y hy
  have h₁ := pos y hy.2
  have h₂ := pos (y / 2) (by linarith [hy.1, hy.2])
  have e₁ : 1 + y + y ^ 2 / (2 * (1 - y / 3)) = ((1 + y) * (2 * (1 - y / 3)) + y ^ 2) /
      (2 * (1 - y / 3)) := by
    rw [add_div, mul_div_cancel_right₀ _ (ne_of_gt h₁)]
  have e₂ : 1 + y / 2 + (y / 2) ^ 2 / (2 * (1 - y / 2 / 3)) =
      ((1 + y / 2) * (2 * (1 - y / 2 / 3)) + (y / 2) ^ 2) / (2 * (1 - y / 2 / 3)) := by
    rw [add_div, mul_div_cancel_right₀ _ (ne_of_gt h₂)]
  show (1 + y / 2 + (y / 2) ^ 2 / (2 * (1 - y / 2 / 3))) ^ 2 ≤ 1 + y + y ^ 2 / (2 * (1 - y / 3))
  rw [e₁, e₂, div_pow, div_le_div_iff_of_pos (sq_pos_of_pos h₂) h₁]
  have e : ((1 + y) * (2 * (1 - y / 3)) + y ^ 2) * (2 * (1 - y / 2 / 3)) ^ 2 -
      ((1 + y / 2) * (2 * (1 - y / 2 / 3)) + (y / 2) ^ 2) ^ 2 * (2 * (1 - y / 3)) =
        8 * (63 / 4 * (y / 6) ^ 4 + 9 / 2 * (y / 6) ^ 5) := by ring
  have k := div_nonneg hy.1 (show (0 : Real) ≤ 6 by linarith)
  linarith [pow_nonneg k 4, pow_nonneg k 5]

/-- Bernstein's bound: `exp x ≤ 1 + x + x ^ 2 / (2 (1 - c / 3))` for `x ≤ c < 3`. -/
theorem exp_le_bernstein {c : Real} (h : x ≤ c) (hc : 0 ≤ c) (hc3 : c < 3) :
    exp x ≤ 1 + x + x ^ 2 / (2 * (1 - c / 3)) := by
  have pos : 0 < 2 * (1 - c / 3) := by linarith
  rcases le_total 0 x with hx | hx
  · refine le_trans (exp_le_bernstein_self hx (lt_of_le_of_lt h hc3)) (add_le_add_left ?_ _)
    exact div_le_div_of_nonneg_left (sq_nonneg x) pos (by linarith)
  · have := exp_neg_le_quadratic (neg_nonneg.2 hx)
    rw [neg_neg, neg_sq, sub_neg_eq_add] at this
    exact le_trans this
      (add_le_add_left (div_le_div_of_nonneg_left (sq_nonneg x) pos (by linarith)) _)

/-- `exp x ≤ (2 + x) / (2 - x)` for `0 ≤ x < 2`. -/
theorem exp_le_two_add_div_two_sub (hx : 0 ≤ x) (h : x < 2) : exp x ≤ (2 + x) / (2 - x) := by
  refine exp_le_of_double (U := fun y => (2 + y) / (2 - y)) (P := fun y => 0 ≤ y ∧ y < 2)
    (fun y hy => ⟨by linarith [hy.1], by linarith [hy.1, hy.2]⟩)
    (fun y hy => div_nonneg (by linarith [hy.1]) (by linarith [hy.2])) ?_ ?_ ⟨hx, h⟩
  · intro y hy
    show 1 + y ≤ (2 + y) / (2 - y)
    rw [le_div_iff₀ (by linarith [hy.2])]
    linarith [sq_nonneg y]
  · intro y hy
    have h₁ : 0 < 2 - y := by linarith [hy.2]
    have h₂ : 0 < 2 - y / 2 := by linarith [hy.1]
    show ((2 + y / 2) / (2 - y / 2)) ^ 2 ≤ (2 + y) / (2 - y)
    rw [div_pow, div_le_div_iff_of_pos (sq_pos_of_pos h₂) h₁]
    have e : (2 + y) * (2 - y / 2) ^ 2 - (2 + y / 2) ^ 2 * (2 - y) = y ^ 3 / 2 := by ring
    linarith [pow_nonneg hy.1 3]

/-! ## Bounds of the logarithm -/

/-- `2 x / (x + 2) ≤ log (1 + x)` for `0 ≤ x`. -/
theorem le_log_one_add_of_nonneg (hx : 0 ≤ x) : 2 * x / (x + 2) ≤ log (1 + x) := by
  have p : 0 < x + 2 := by linarith
  rw [le_log_iff_exp_le (by linarith)]
  have l : 2 * x / (x + 2) < 2 := by
    rw [div_lt_iff₀ p]; linarith
  refine le_trans (exp_le_two_add_div_two_sub (div_nonneg (by linarith) (le_of_lt p)) l) ?_
  rw [div_le_iff₀ (sub_pos.2 l)]
  have e : (1 + x) * (2 - 2 * x / (x + 2)) - (2 + 2 * x / (x + 2)) = 0 := by
    have := ne_of_gt p
    ring
  linarith

/-- `x - x ^ 2 / 2 ≤ log (1 + x)` for `0 ≤ x`. -/
theorem sub_sq_half_le_log_one_add (hx : 0 ≤ x) : x - x ^ 2 / 2 ≤ log (1 + x) := by
  refine le_trans ?_ (le_log_one_add_of_nonneg hx)
  rw [le_div_iff₀ (by linarith)]
  have e : 2 * x - (x - x ^ 2 / 2) * (x + 2) = x ^ 3 / 2 := by ring
  linarith [pow_nonneg hx 3]

/-- `log (1 - x) ≤ -x - x ^ 2 / 2` for `0 ≤ x < 1`. -/
theorem log_one_sub_le (hx : 0 ≤ x) (h : x < 1) : log (1 - x) ≤ -x - x ^ 2 / 2 := by
  have p := sub_pos.2 h
  have p0 := ne_of_gt p
  have k := le_log_one_add_of_nonneg (div_nonneg hx (le_of_lt p))
  have e₁ : 1 + x / (1 - x) = (1 - x)⁻¹ := by
    rw [← one_div, eq_div_iff p0, add_mul, div_mul_cancel₀ _ p0]; ring
  have e₂ : 2 * (x / (1 - x)) / (x / (1 - x) + 2) = 2 * x / (2 - x) := by
    have q : x / (1 - x) + 2 = (2 - x) / (1 - x) := by
      rw [eq_div_iff p0, add_mul, div_mul_cancel₀ _ p0]; ring
    rw [q, ← mul_div_assoc, div_div_eq_mul_div, div_mul_cancel₀ _ p0]
  rw [e₁, e₂, log_inv] at k
  have l : x + x ^ 2 / 2 ≤ 2 * x / (2 - x) := by
    rw [le_div_iff₀ (by linarith)]
    have e : 2 * x - (x + x ^ 2 / 2) * (2 - x) = x ^ 3 / 2 := by ring
    linarith [pow_nonneg hx 3]
  linarith

/-! ## The limit of `(1 + x / n) ^ n` -/

/-- The powers `(1 + x / n) ^ n` converge to `exp x`. -/
theorem hasLimit_one_add_div_pow (x : Real) :
    HasLimit (fun n : Nat => (1 + x / ((n : Real) + 1)) ^ (n + 1)) (exp x) := by
  have small : Eventually fun n : Nat => |x / ((n : Real) + 1)| < 1 := by
    have := (hasLimit_div_nat x) 1 one_pos
    exact this.mono fun n h => by rwa [sub_zero] at h
  have lower : HasLimit (fun n : Nat => (1 - x ^ 2 / ((n : Real) + 1)) * exp x) (exp x) := by
    have := ((hasLimit_div_nat (x ^ 2)).const_sub 1).mul_const (exp x)
    rwa [sub_zero, one_mul] at this
  refine lower.squeeze (.const (exp x)) (small.mono fun n h => ?_) (small.mono fun n h => ?_)
  · have ⟨h₁, h₂⟩ := abs_lt.1 h
    have hn := Nat.cast_add_one_pos (R := Real) n
    generalize hy : x / ((n : Real) + 1) = y at *
    have up := pow_le_pow_left₀ (by linarith) (one_sub_le_exp_neg y) (n + 1)
    have ex : y * ((n + 1 : Nat) : Real) = x := by
      rw [← hy, Nat.cast_add_one, div_mul_cancel₀ x (ne_of_gt hn)]
    rw [← exp_mul_nat, neg_mul, ex] at up
    have b := one_sub_mul_le_pow (a := y ^ 2) (by nlinarith) (n + 1)
    have e : ((n + 1 : Nat) : Real) * y ^ 2 = x ^ 2 / ((n : Real) + 1) := by
      rw [← hy, Nat.cast_add_one]; ring
    rw [e, show 1 - y ^ 2 = (1 + y) * (1 - y) by ring, mul_pow] at b
    have p := pow_pos (show 0 < 1 + y by linarith) (n + 1)
    have := le_trans b (mul_le_mul_of_nonneg_left up (le_of_lt p))
    have := mul_le_mul_of_nonneg_right this (exp_nonneg x)
    rwa [mul_assoc, mul_comm (exp (-x)), exp_mul_exp_neg, mul_one] at this
  · have ⟨h₁, h₂⟩ := abs_lt.1 h
    have hn := Nat.cast_add_one_pos (R := Real) n
    have := pow_le_pow_left₀ (by linarith) (one_add_le_exp (x / ((n : Real) + 1))) (n + 1)
    rwa [← exp_mul_nat, Nat.cast_add_one, div_mul_cancel₀ x (ne_of_gt hn)] at this

end Real
