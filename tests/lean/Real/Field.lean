prelude
import DeepTheory.Real.Continuous
import DeepTheory.Algebra.Tactic.NormNum
/-! # The real numbers: every theorem on ordered fields and every tactic applies; completeness -/
set_option autoImplicit false

example (x y : Real) : (x + y) ^ 2 = x ^ 2 + 2 * x * y + y ^ 2 := by ring
example (x y : Real) (h : x < y) (k : y < x + 1) : y - x < 2 := by linarith
example (x : Real) (h : 0 < x) : 0 < x / 3 + x ^ 2 := by positivity
example : (1 / 2 : Real) + 1 / 3 = 5 / 6 := by norm_num
example (x : Real) (h : x ≠ 0) : x * x⁻¹ = 1 := mul_inv_cancel₀ h
example (x : Real) (h : -2 ≤ x) (n : Nat) : 1 + n * x ≤ (1 + x) ^ n := one_add_mul_le_pow h n
example (x y : Real) : |x + y| ≤ |x| + |y| := abs_add_le x y

-- rational numbers embed
example (p q : Rat) : ((p + q : Rat) : Real) = p + q := Rat.cast_add p q
example (p q : Rat) : (p : Real) < q ↔ p < q := Rat.cast_lt
example : ((3 / 4 : Rat) : Real) = 3 / 4 := by
  rw [Rat.cast_div, Rat.cast_ofNat, Rat.cast_ofNat]
example (x y : Real) (h : x < y) : ∃ q : Rat, x < q ∧ (q : Real) < y := Real.exists_rat_btwn h

-- completeness
example (S : Real → Prop) (hne : ∃ x, S x) (hb : BddAbove S) : ∃ b, IsLUB S b :=
  Real.exists_isLUB hne hb
example (u : Nat → Real) (h : IsCauchy u) : ∃ l, HasLimit u l := Real.exists_hasLimit_of_isCauchy h
example : Real.sSup (fun x => x ≤ 2) = 2 := Real.sSup_eq ⟨fun _ h => h, fun _ h => h 2 le_rfl⟩

-- limits
example : HasLimit (fun n : Nat => (2 + 3 / ((n : Real) + 1)) ^ 2) 4 := by
  have := ((Real.hasLimit_div_nat 3).const_add 2).pow 2
  rwa [add_zero, show (2 : Real) ^ 2 = 4 by norm_num] at this
example : Real.lim (fun n : Nat => 1 / ((n : Real) + 1)) = 0 := Real.hasLimit_one_div.lim_eq
example : ¬HasLimit (fun n : Nat => (-1 : Real) ^ n) 1 := fun h => by
  obtain ⟨N, h⟩ := h 1 one_pos
  have : |(-1 : Real) ^ (2 * N + 1) - 1| < 1 := h (2 * N + 1) (by linarith)
  rw [pow_succ, neg_one_pow_two_mul, one_mul] at this
  rw [show (-1 : Real) - 1 = -2 by norm_num, abs_neg, abs_of_pos two_pos] at this
  linarith

-- continuity
example : Real.Continuous fun x => x ^ 3 - x :=
  (Real.continuous_id.pow 3).sub Real.continuous_id
example : ∃ x : Real, 1 ≤ x ∧ x ≤ 2 ∧ x ^ 3 - x = 1 :=
  Real.exists_eq_of_le_of_le (by norm_num)
    (fun x _ _ => ((Real.continuous_id.pow 3).sub Real.continuous_id) x) (by norm_num) (by norm_num)
