prelude
import DeepTheory.Real.Continuous
/-! # Square roots

## Main definitions

* `Real.sqrt x`: the nonnegative number whose square is `x`; zero if `x` is negative.

## Main statements

* `Real.sqrt_nonneg`, `Real.sq_sqrt`, `Real.sqrt_sq`,
* order: `Real.sqrt_le_sqrt`, `Real.sqrt_lt_sqrt`, `Real.le_sqrt`, `Real.lt_sqrt`,
  `Real.sqrt_le_iff`,
* products and quotients: `Real.sqrt_mul`, `Real.sqrt_div`, `Real.sqrt_inv`,
* `Real.sqrt_mul_le_half_add`: the geometric mean is at most the arithmetic mean.
-/
set_option autoImplicit false

namespace Real
variable {x y : Real}

theorem exists_sq_eq (hx : 0 ≤ x) : ∃ y : Real, 0 ≤ y ∧ y ^ 2 = x := by
  obtain ⟨y, hy, -, h⟩ := exists_eq_of_le_of_le (f := fun y => y ^ 2) (a := 0) (b := x + 1) (y := x)
    (by linarith) (fun z _ _ => continuous_id.pow 2 z) (by
      show (0 : Real) ^ 2 ≤ x
      rw [zero_pow_succ]; exact hx) (by
      show x ≤ (x + 1) ^ 2
      nlinarith)
  exact ⟨y, hy, h⟩

open Classical in
/-- The square root of `x`: the nonnegative number whose square is `x`; zero if `x < 0`. -/
noncomputable def sqrt (x : Real) : Real :=
  if h : ∃ y : Real, 0 ≤ y ∧ y ^ 2 = x then choose h else 0

@[simp] theorem sqrt_nonneg (x : Real) : 0 ≤ sqrt x := by
  unfold sqrt
  by_cases h : ∃ y : Real, 0 ≤ y ∧ y ^ 2 = x
  · rw [dif_pos h]; exact (Classical.choose_spec h).1
  · rw [dif_neg h]

@[simp] theorem sq_sqrt (h : 0 ≤ x) : sqrt x ^ 2 = x := by
  unfold sqrt
  rw [dif_pos (exists_sq_eq h)]; exact (Classical.choose_spec (exists_sq_eq h)).2

@[simp] theorem mul_self_sqrt (h : 0 ≤ x) : sqrt x * sqrt x = x := by rw [← sq, sq_sqrt h]

theorem sqrt_eq_zero_of_nonpos (h : x ≤ 0) : sqrt x = 0 := by
  rcases lt_or_eq_of_le h with h | rfl
  · unfold sqrt
    exact dif_neg fun ⟨y, _, k⟩ => absurd (sq_nonneg y) (by rw [k]; exact not_le_of_gt h)
  · exact sq_eq_zero_iff.1 (sq_sqrt le_rfl)

private theorem eq_of_sq_eq (hx : 0 ≤ x) (hy : 0 ≤ y) (h : x ^ 2 = y ^ 2) : x = y :=
  le_antisymm (le_of_pow_le_pow_left₀ two_ne_zero hy (le_of_eq h))
    (le_of_pow_le_pow_left₀ two_ne_zero hx (ge_of_eq h))
where two_ne_zero : (2 : Nat) ≠ 0 := fun h => Nat.noConfusion h

/-- The square root of `x` is the only nonnegative number whose square is `x`. -/
theorem sqrt_eq_of_sq_eq (hy : 0 ≤ y) (h : y ^ 2 = x) : sqrt x = y :=
  eq_of_sq_eq (sqrt_nonneg x) hy (by rw [h, sq_sqrt (h ▸ sq_nonneg y)])

theorem sqrt_eq_iff_sq_eq (hx : 0 ≤ x) (hy : 0 ≤ y) : sqrt x = y ↔ y ^ 2 = x :=
  ⟨fun h => by rw [← h, sq_sqrt hx], sqrt_eq_of_sq_eq hy⟩
@[simp] theorem sqrt_sq (h : 0 ≤ x) : sqrt (x ^ 2) = x := sqrt_eq_of_sq_eq h rfl
@[simp] theorem sqrt_mul_self (h : 0 ≤ x) : sqrt (x * x) = x := by rw [← sq, sqrt_sq h]
theorem sqrt_sq_eq_abs (x : Real) : sqrt (x ^ 2) = |x| := sqrt_eq_of_sq_eq (abs_nonneg x) (sq_abs x)
@[simp] theorem sqrt_zero : sqrt 0 = 0 := sqrt_eq_zero_of_nonpos le_rfl
@[simp] theorem sqrt_one : sqrt 1 = 1 := sqrt_eq_of_sq_eq zero_le_one (one_pow 2)

/-! ## Order -/

theorem sqrt_le_sqrt (h : x ≤ y) : sqrt x ≤ sqrt y := by
  rcases le_total 0 x with hx | hx
  · refine le_of_pow_le_pow_left₀ (n := 2) (fun h => Nat.noConfusion h) (sqrt_nonneg y) ?_
    rw [sq_sqrt hx, sq_sqrt (le_trans hx h)]; exact h
  · rw [sqrt_eq_zero_of_nonpos hx]; exact sqrt_nonneg y
theorem sqrt_lt_sqrt (hx : 0 ≤ x) (h : x < y) : sqrt x < sqrt y := by
  refine lt_of_pow_lt_pow_left₀ 2 (sqrt_nonneg y) ?_
  rw [sq_sqrt hx, sq_sqrt (le_trans hx (le_of_lt h))]; exact h
theorem sqrt_le_sqrt_iff (hy : 0 ≤ y) : sqrt x ≤ sqrt y ↔ x ≤ y :=
  ⟨fun h => le_of_not_gt fun k => not_le_of_gt (sqrt_lt_sqrt hy k) h, sqrt_le_sqrt⟩
theorem sqrt_lt_sqrt_iff (hx : 0 ≤ x) : sqrt x < sqrt y ↔ x < y :=
  ⟨fun h => lt_of_not_ge fun k => not_le_of_gt h (sqrt_le_sqrt k), sqrt_lt_sqrt hx⟩
theorem sqrt_inj (hx : 0 ≤ x) (hy : 0 ≤ y) : sqrt x = sqrt y ↔ x = y :=
  ⟨fun h => by rw [← sq_sqrt hx, h, sq_sqrt hy], fun h => h ▸ rfl⟩
theorem sqrt_pos_of_pos (h : 0 < x) : 0 < sqrt x := by
  have := sqrt_lt_sqrt le_rfl h; rwa [sqrt_zero] at this
@[simp] theorem sqrt_pos : 0 < sqrt x ↔ 0 < x :=
  ⟨fun h => lt_of_not_ge fun k => ne_of_gt h (sqrt_eq_zero_of_nonpos k), sqrt_pos_of_pos⟩
theorem sqrt_ne_zero_of_pos (h : 0 < x) : sqrt x ≠ 0 := ne_of_gt (sqrt_pos_of_pos h)
theorem sqrt_eq_zero (h : 0 ≤ x) : sqrt x = 0 ↔ x = 0 :=
  ⟨fun k => by rw [← sq_sqrt h, k, zero_pow_succ], fun k => by rw [k, sqrt_zero]⟩
/-- A number whose square is at most `y` is at most `sqrt y`. -/
theorem le_sqrt_of_sq_le (h : x ^ 2 ≤ y) : x ≤ sqrt y := by
  have := sqrt_le_sqrt h
  rw [sqrt_sq_eq_abs] at this
  exact le_trans (le_abs_self x) this
theorem abs_le_sqrt (h : x ^ 2 ≤ y) : |x| ≤ sqrt y := by
  have := sqrt_le_sqrt h
  rwa [sqrt_sq_eq_abs] at this
theorem le_sqrt (hx : 0 ≤ x) (hy : 0 ≤ y) : x ≤ sqrt y ↔ x ^ 2 ≤ y :=
  ⟨fun h => by have := pow_le_pow_left₀ hx h 2; rwa [sq_sqrt hy] at this, le_sqrt_of_sq_le⟩
theorem lt_sqrt (hx : 0 ≤ x) : x < sqrt y ↔ x ^ 2 < y := by
  rw [← sqrt_lt_sqrt_iff (sq_nonneg x), sqrt_sq hx]
theorem le_sqrt' (hx : 0 < x) : x ≤ sqrt y ↔ x ^ 2 ≤ y :=
  ⟨fun h => (le_sqrt (le_of_lt hx) (le_of_lt (sqrt_pos.1 (lt_of_lt_of_le hx h)))).1 h,
    le_sqrt_of_sq_le⟩
theorem sqrt_le_left (hy : 0 ≤ y) : sqrt x ≤ y ↔ x ≤ y ^ 2 := by
  rw [← sqrt_le_sqrt_iff (sq_nonneg y), sqrt_sq hy]
theorem sqrt_le_iff : sqrt x ≤ y ↔ 0 ≤ y ∧ x ≤ y ^ 2 :=
  ⟨fun h => have hy := le_trans (sqrt_nonneg x) h
    ⟨hy, (sqrt_le_left hy).1 h⟩, fun h => (sqrt_le_left h.1).2 h.2⟩
theorem sqrt_lt' (hy : 0 < y) : sqrt x < y ↔ x < y ^ 2 := by
  rw [← not_le, ← not_le, le_sqrt' hy]
theorem sqrt_le_one (h : x ≤ 1) : sqrt x ≤ 1 := by
  have := sqrt_le_sqrt h; rwa [sqrt_one] at this
theorem one_le_sqrt (h : 1 ≤ x) : 1 ≤ sqrt x := by
  have := sqrt_le_sqrt h; rwa [sqrt_one] at this
theorem sqrt_le_self (h : 1 ≤ x) : sqrt x ≤ x := by
  rw [sqrt_le_left (by linarith)]; nlinarith

/-! ## Products and quotients -/

theorem sqrt_mul (hx : 0 ≤ x) (y : Real) : sqrt (x * y) = sqrt x * sqrt y := by
  rcases le_total 0 y with hy | hy
  · refine sqrt_eq_of_sq_eq (mul_nonneg (sqrt_nonneg x) (sqrt_nonneg y)) ?_
    rw [mul_pow, sq_sqrt hx, sq_sqrt hy]
  · rw [sqrt_eq_zero_of_nonpos hy, mul_zero,
      sqrt_eq_zero_of_nonpos (mul_nonpos_of_nonneg_of_nonpos hx hy)]
theorem sqrt_mul' (x : Real) (hy : 0 ≤ y) : sqrt (x * y) = sqrt x * sqrt y := by
  rw [mul_comm, sqrt_mul hy, mul_comm]
theorem sqrt_inv (x : Real) : sqrt x⁻¹ = (sqrt x)⁻¹ := by
  rcases le_total 0 x with hx | hx
  · refine sqrt_eq_of_sq_eq (inv_nonneg.2 (sqrt_nonneg x)) ?_
    rw [inv_pow, sq_sqrt hx]
  · have : x⁻¹ ≤ 0 := le_of_not_gt fun h => not_lt_of_ge hx (inv_pos.1 h)
    rw [sqrt_eq_zero_of_nonpos hx, sqrt_eq_zero_of_nonpos this, inv_zero]
theorem sqrt_div (hx : 0 ≤ x) (y : Real) : sqrt (x / y) = sqrt x / sqrt y := by
  rw [div_eq_mul_inv, sqrt_mul hx, sqrt_inv, div_eq_mul_inv]
theorem sqrt_div' (x : Real) (hy : 0 ≤ y) : sqrt (x / y) = sqrt x / sqrt y := by
  rw [div_eq_mul_inv, sqrt_mul' x (inv_nonneg.2 hy), sqrt_inv, div_eq_mul_inv]
theorem div_sqrt (x : Real) : x / sqrt x = sqrt x := by
  rcases lt_or_ge 0 x with hx | hx
  · rw [div_eq_iff (sqrt_ne_zero_of_pos hx), mul_self_sqrt (le_of_lt hx)]
  · rw [sqrt_eq_zero_of_nonpos hx, div_zero]
theorem sqrt_pow (hx : 0 ≤ x) (n : Nat) : sqrt (x ^ n) = sqrt x ^ n := by
  refine sqrt_eq_of_sq_eq (pow_nonneg (sqrt_nonneg x) n) ?_
  rw [pow_right_comm, sq_sqrt hx]

/-! ## Sums -/

/-- The geometric mean is at most the arithmetic mean. -/
theorem sqrt_mul_le_half_add (hx : 0 ≤ x) (hy : 0 ≤ y) : sqrt (x * y) ≤ (x + y) / 2 := by
  rw [sqrt_le_left (div_nonneg (add_nonneg hx hy) zero_le_two)]
  exact mul_le_sq_half_add x y
theorem sqrt_add_le (hx : 0 ≤ x) (hy : 0 ≤ y) : sqrt (x + y) ≤ sqrt x + sqrt y := by
  have h₁ := sq_sqrt hx
  have h₂ := sq_sqrt hy
  have h₃ := mul_nonneg (sqrt_nonneg x) (sqrt_nonneg y)
  rw [sqrt_le_left (add_nonneg (sqrt_nonneg x) (sqrt_nonneg y)), add_sq, h₁, h₂]
  linarith

private theorem sqrt_sub_le (hx : 0 ≤ x) (h : x ≤ y) : (sqrt y - sqrt x) ^ 2 ≤ y - x := by
  have h₁ := sq_sqrt hx
  have h₂ := sq_sqrt (le_trans hx h)
  have h₃ := mul_le_mul_of_nonneg_left (sqrt_le_sqrt h) (sqrt_nonneg x)
  have h₄ := mul_self_sqrt hx
  rw [sub_sq, h₂, h₁]
  nlinarith

/-- The square root is Hölder continuous with exponent `1/2`. -/
theorem abs_sqrt_sub_sqrt_le (hx : 0 ≤ x) (hy : 0 ≤ y) : |sqrt x - sqrt y| ≤ sqrt |x - y| := by
  refine abs_le_sqrt ?_
  rcases le_total x y with h | h
  · rw [abs_of_nonpos (sub_nonpos.2 h), neg_sub, sub_sq_comm]; exact sqrt_sub_le hx h
  · rw [abs_of_nonneg (sub_nonneg.2 h)]; exact sqrt_sub_le hy h

theorem continuous_sqrt : Continuous sqrt := fun x ε hε => by
  refine ⟨ε ^ 2, sq_pos_of_pos hε, fun y hy => ?_⟩
  have key : ∀ x : Real, sqrt x = sqrt (max x 0) := fun x => by
    rcases le_total x 0 with h | h
    · rw [max_eq_right h, sqrt_eq_zero_of_nonpos h, sqrt_zero]
    · rw [max_eq_left h]
  rw [key y, key x]
  refine lt_of_le_of_lt (abs_sqrt_sub_sqrt_le (le_max_right y 0) (le_max_right x 0)) ?_
  rw [sqrt_lt' hε]
  refine lt_of_le_of_lt ?_ hy
  rcases le_total x 0 with hx | hx <;> rcases le_total y 0 with hy | hy
  · rw [max_eq_right hx, max_eq_right hy, sub_self, abs_zero]; exact abs_nonneg _
  · rw [max_eq_right hx, max_eq_left hy, abs_of_nonneg (by linarith), abs_of_nonneg (by linarith)]
    linarith
  · rw [max_eq_left hx, max_eq_right hy, abs_of_nonpos (by linarith), abs_of_nonpos (by linarith)]
    linarith
  · rw [max_eq_left hx, max_eq_left hy]

end Real
