prelude
import DeepTheory.Real.Continuous
/-! # The exponential function

## Main definitions

* `Real.exp x`: the limit of `(1 + x / 2 ^ n) ^ 2 ^ n`. By `Real.hasLimit_one_add_div_pow` it is
  also the limit of `(1 + x / n) ^ n`.

## Main statements

* `Real.exp_add`, `Real.exp_neg`, `Real.exp_sub`, `Real.exp_nat_mul`,
* `Real.add_one_le_exp`: `1 + x ≤ exp x`, and `Real.exp_le_one_div_one_sub`: `exp x ≤ 1 / (1 - x)`
  for `x < 1`,
* `Real.exp_pos`, `Real.exp_strictMono`, `Real.exp_le_exp`, `Real.exp_lt_exp`, `Real.exp_injective`,
* `Real.continuous_exp`.

## Notes

The sequence with exponents `2 ^ n` increases because `1 + 2 h ≤ (1 + h) ^ 2`, and is bounded
because the sequences of `x` and `-x` have a product of at most one. The functional equation needs
no estimate: if `0 ≤ x y`, then `(1 + h x) (1 + h y) ≥ 1 + h (x + y)` gives
`exp x * exp y ≥ exp (x + y)`, and the same for `-x` and `-y` gives the converse.
-/
set_option autoImplicit false

namespace Real

/-- The sequence whose limit is `exp x`. -/
noncomputable def expSeq (x : Real) (n : Nat) : Real := (1 + x / 2 ^ n) ^ 2 ^ n

/-- The exponential function: the limit of `(1 + x / 2 ^ n) ^ 2 ^ n`. -/
noncomputable def exp (x : Real) : Real := lim (expSeq x)

variable {x y : Real}

/-! ## Convergence -/

private theorem two_pow_pos (n : Nat) : (0 : Real) < 2 ^ n := pow_pos two_pos n

/-- The bases `1 + x / 2 ^ n` are eventually positive. -/
private theorem eventually_base_pos (x : Real) : Eventually fun n => 0 < 1 + x / 2 ^ n := by
  have h := (hasLimit_div_two_pow x).const_add 1
  rw [add_zero] at h
  exact h.eventually_gt zero_lt_one

private theorem base_pos_succ {n : Nat} (h : 0 < 1 + x / 2 ^ n) : 0 < 1 + x / 2 ^ (n + 1) := by
  rw [pow_succ, ← div_div]
  linarith

private theorem expSeq_le_succ {n : Nat} (h : 0 < 1 + x / 2 ^ n) :
    expSeq x n ≤ expSeq x (n + 1) := by
  unfold expSeq
  rw [pow_succ (2 : Real), pow_succ' (2 : Nat), pow_mul, ← div_div]
  refine pow_le_pow_left₀ (le_of_lt h) ?_ _
  nlinarith [sq_nonneg (x / 2 ^ n / 2)]

private theorem expSeq_pos {n : Nat} (h : 0 < 1 + x / 2 ^ n) : 0 < expSeq x n := pow_pos h _

private theorem base_pos_add {n : Nat} (h : 0 < 1 + x / 2 ^ n) (k : Nat) :
    0 < 1 + x / 2 ^ (n + k) := by
  induction k with
  | zero => exact h
  | succ k ih => exact base_pos_succ ih

private theorem expSeq_le_add {n : Nat} (h : 0 < 1 + x / 2 ^ n) (k : Nat) :
    expSeq x n ≤ expSeq x (n + k) := by
  induction k with
  | zero => exact le_refl _
  | succ k ih => exact le_trans ih (expSeq_le_succ (base_pos_add h k))

private theorem expSeq_mul_neg (x : Real) (n : Nat) :
    expSeq x n * expSeq (-x) n = (1 - (x / 2 ^ n) ^ 2) ^ 2 ^ n := by
  unfold expSeq
  rw [← mul_pow]
  congr 1
  rw [neg_div]; ring

private theorem expSeq_mul_neg_le {n : Nat} (h : 0 < 1 + x / 2 ^ n) (k : 0 < 1 + -x / 2 ^ n) :
    expSeq x n * expSeq (-x) n ≤ 1 := by
  rw [expSeq_mul_neg]
  rw [neg_div] at k
  exact pow_le_one₀ (by nlinarith) (by linarith [sq_nonneg (x / 2 ^ n)])

private theorem exists_hasLimit_expSeq (x : Real) : ∃ l, HasLimit (expSeq x) l := by
  obtain ⟨N, hN⟩ := (eventually_base_pos x).and (eventually_base_pos (-x))
  have hpos := expSeq_pos (hN N (le_refl N)).2
  refine exists_hasLimit_of_monotone_from (B := 1 / expSeq (-x) N) N
    (fun n hn => expSeq_le_succ (hN n hn).1) fun n hn => ?_
  rw [le_div_iff₀ hpos]
  obtain ⟨k, rfl⟩ := Nat.le.dest hn
  have h := hN (N + k) hn
  refine le_trans (mul_le_mul_of_nonneg_left ?_ (le_of_lt (expSeq_pos h.1)))
    (expSeq_mul_neg_le h.1 h.2)
  exact expSeq_le_add (hN N (le_refl N)).2 k

/-- The sequence `(1 + x / 2 ^ n) ^ 2 ^ n` converges to `exp x`. -/
theorem hasLimit_expSeq (x : Real) : HasLimit (expSeq x) (exp x) :=
  hasLimit_lim (exists_hasLimit_expSeq x)

/-! ## The functional equation -/

/-- From the index on at which the bases are positive the terms are at most `exp x`. -/
theorem expSeq_le_exp {n : Nat} (h : 0 < 1 + x / 2 ^ n) : expSeq x n ≤ exp x :=
  (hasLimit_expSeq x).const_le ⟨n, fun m hm => by
    obtain ⟨k, rfl⟩ := Nat.le.dest hm
    exact expSeq_le_add h k⟩

theorem exp_nonneg (x : Real) : 0 ≤ exp x :=
  (hasLimit_expSeq x).const_le ((eventually_base_pos x).mono fun _ h => le_of_lt (expSeq_pos h))

theorem exp_mul_exp_neg (x : Real) : exp x * exp (-x) = 1 := by
  have h₁ := (hasLimit_expSeq x).mul (hasLimit_expSeq (-x))
  refine le_antisymm (h₁.le_const ?_) ?_
  · exact ((eventually_base_pos x).and (eventually_base_pos (-x))).mono fun n h =>
      expSeq_mul_neg_le h.1 h.2
  · have h₂ := (hasLimit_div_two_pow (x ^ 2)).const_sub 1
    rw [sub_zero] at h₂
    refine h₂.le h₁ (((eventually_base_pos x).and (eventually_base_pos (-x))).mono fun n h => ?_)
    show 1 - x ^ 2 / 2 ^ n ≤ expSeq x n * expSeq (-x) n
    rw [expSeq_mul_neg]
    have b := one_sub_mul_le_pow (a := (x / 2 ^ n) ^ 2) (by
      have h₁ := h.1
      have h₂ := h.2
      rw [neg_div] at h₂
      nlinarith) (2 ^ n)
    rw [Nat.cast_pow, Nat.cast_ofNat] at b
    have e : (2 : Real) ^ n * (x / 2 ^ n) ^ 2 = x ^ 2 / 2 ^ n := by
      have := two_pow_pos n
      ring
    rwa [e] at b

/-- The exponential function is positive. -/
@[simp] theorem exp_pos (x : Real) : 0 < exp x :=
  lt_of_le_of_ne (exp_nonneg x) fun h => by
    have := exp_mul_exp_neg x
    rw [← h, zero_mul] at this
    exact zero_ne_one this

@[simp] theorem exp_ne_zero (x : Real) : exp x ≠ 0 := ne_of_gt (exp_pos x)

theorem exp_neg (x : Real) : exp (-x) = (exp x)⁻¹ := eq_inv_of_mul_eq_one_right (exp_mul_exp_neg x)

/-- One half of the functional equation, for factors of the same sign. -/
private theorem exp_add_le (h : 0 ≤ x * y) : exp (x + y) ≤ exp x * exp y := by
  refine (hasLimit_expSeq (x + y)).le ((hasLimit_expSeq x).mul (hasLimit_expSeq y))
    ((eventually_base_pos (x + y)).mono fun n hn => ?_)
  show (1 + (x + y) / 2 ^ n) ^ 2 ^ n ≤ (1 + x / 2 ^ n) ^ 2 ^ n * (1 + y / 2 ^ n) ^ 2 ^ n
  rw [← mul_pow]
  refine pow_le_pow_left₀ (le_of_lt hn) ?_ _
  have k := mul_nonneg h (mul_self_nonneg ((2 : Real) ^ n)⁻¹)
  rw [add_div, div_eq_mul_inv, div_eq_mul_inv]
  linarith

/-- One half of the functional equation, for factors of different signs. -/
private theorem le_exp_add (h : x * y ≤ 0) : exp x * exp y ≤ exp (x + y) := by
  refine ((hasLimit_expSeq x).mul (hasLimit_expSeq y)).le (hasLimit_expSeq (x + y))
    (((eventually_base_pos x).and (eventually_base_pos y)).mono fun n hn => ?_)
  show (1 + x / 2 ^ n) ^ 2 ^ n * (1 + y / 2 ^ n) ^ 2 ^ n ≤ (1 + (x + y) / 2 ^ n) ^ 2 ^ n
  rw [← mul_pow]
  refine pow_le_pow_left₀ (le_of_lt (mul_pos hn.1 hn.2)) ?_ _
  have k := mul_nonneg (neg_nonneg.2 h) (mul_self_nonneg ((2 : Real) ^ n)⁻¹)
  rw [add_div, div_eq_mul_inv, div_eq_mul_inv]
  linarith

/-- The functional equation of the exponential function. -/
theorem exp_add (x y : Real) : exp (x + y) = exp x * exp y := by
  have e : exp (-x) * exp (-y) = (exp x * exp y)⁻¹ := by rw [exp_neg, exp_neg, mul_inv]
  have p := mul_pos (exp_pos x) (exp_pos y)
  rcases le_total 0 (x * y) with h | h
  · refine le_antisymm (exp_add_le h) ?_
    have k := exp_add_le (x := -x) (y := -y) (by rw [neg_mul_neg]; exact h)
    rwa [← neg_add, exp_neg, e, inv_le_inv₀ (exp_pos _) p] at k
  · refine le_antisymm ?_ (le_exp_add h)
    have k := le_exp_add (x := -x) (y := -y) (by rw [neg_mul_neg]; exact h)
    rwa [← neg_add, exp_neg (x + y), e, inv_le_inv₀ p (exp_pos _)] at k

@[simp] theorem exp_zero : exp 0 = 1 := by
  have h := exp_add 0 0
  rw [add_zero] at h
  exact (mul_left_cancel₀ (exp_ne_zero 0) (by rw [mul_one, ← h])).symm

theorem exp_sub (x y : Real) : exp (x - y) = exp x / exp y := by
  rw [sub_eq_add_neg, exp_add, exp_neg, div_eq_mul_inv]

theorem exp_nat_mul (x : Real) (n : Nat) : exp (n * x) = exp x ^ n := by
  induction n with
  | zero => rw [Nat.cast_zero, zero_mul, exp_zero, pow_zero]
  | succ n ih => rw [Nat.cast_add_one, add_mul, one_mul, exp_add, ih, pow_succ]

theorem exp_mul_nat (x : Real) (n : Nat) : exp (x * n) = exp x ^ n := by rw [mul_comm, exp_nat_mul]

/-- `exp n` is the `n`-th power of Euler's number `exp 1`. -/
theorem exp_nat (n : Nat) : exp n = exp 1 ^ n := by rw [← exp_nat_mul, mul_one]

theorem exp_two_mul (x : Real) : exp (2 * x) = exp x ^ 2 := exp_nat_mul x 2

theorem exp_half_sq (x : Real) : exp (x / 2) ^ 2 = exp x := by
  rw [← exp_two_mul, mul_div_cancel₀ x two_ne_zero]

/-! ## Inequalities -/

/-- The tangent at zero lies below the exponential function. -/
theorem add_one_le_exp (x : Real) : x + 1 ≤ exp x := by
  rcases le_or_gt (x + 1) 0 with h | h
  · exact le_trans h (exp_nonneg x)
  · have := expSeq_le_exp (x := x) (n := 0) (by rw [pow_zero, div_one]; linarith)
    unfold expSeq at this
    rw [pow_zero, pow_zero, div_one, pow_one, add_comm] at this
    exact this

theorem one_add_le_exp (x : Real) : 1 + x ≤ exp x := by rw [add_comm]; exact add_one_le_exp x

theorem one_sub_le_exp_neg (x : Real) : 1 - x ≤ exp (-x) := by
  rw [sub_eq_add_neg]; exact one_add_le_exp (-x)

/-- `exp x ≤ 1 / (1 - x)` for `x < 1`. -/
theorem exp_le_one_div_one_sub (h : x < 1) : exp x ≤ 1 / (1 - x) := by
  rw [le_div_iff₀ (sub_pos.2 h)]
  have := mul_le_mul_of_nonneg_left (one_sub_le_exp_neg x) (exp_nonneg x)
  rwa [exp_mul_exp_neg] at this

theorem one_le_exp (h : 0 ≤ x) : 1 ≤ exp x := by have := add_one_le_exp x; linarith

theorem one_lt_exp (h : 0 < x) : 1 < exp x := by have := add_one_le_exp x; linarith

theorem exp_lt_exp_of_lt (h : x < y) : exp x < exp y := by
  have k := mul_lt_mul_of_pos_left (one_lt_exp (sub_pos.2 h)) (exp_pos x)
  rwa [mul_one, ← exp_add, add_sub_cancel] at k

theorem exp_le_exp_of_le (h : x ≤ y) : exp x ≤ exp y :=
  (lt_or_eq_of_le h).elim (fun h => le_of_lt (exp_lt_exp_of_lt h)) fun h => h ▸ le_rfl

@[simp] theorem exp_le_exp : exp x ≤ exp y ↔ x ≤ y :=
  ⟨fun h => le_of_not_gt fun k => not_le_of_gt (exp_lt_exp_of_lt k) h, exp_le_exp_of_le⟩

@[simp] theorem exp_lt_exp : exp x < exp y ↔ x < y :=
  ⟨fun h => lt_of_not_ge fun k => not_le_of_gt h (exp_le_exp_of_le k), exp_lt_exp_of_lt⟩

/-- The exponential function takes no value twice. -/
theorem exp_injective (h : exp x = exp y) : x = y :=
  le_antisymm (exp_le_exp.1 (le_of_eq h)) (exp_le_exp.1 (ge_of_eq h))

@[simp] theorem exp_inj : exp x = exp y ↔ x = y := ⟨exp_injective, fun h => h ▸ rfl⟩
@[simp] theorem exp_eq_one_iff : exp x = 1 ↔ x = 0 := by rw [← exp_zero, exp_inj]
@[simp] theorem exp_le_one_iff : exp x ≤ 1 ↔ x ≤ 0 := by rw [← exp_zero, exp_le_exp]
@[simp] theorem exp_lt_one_iff : exp x < 1 ↔ x < 0 := by rw [← exp_zero, exp_lt_exp]
@[simp] theorem one_le_exp_iff : 1 ≤ exp x ↔ 0 ≤ x := by rw [← exp_zero, exp_le_exp]
@[simp] theorem one_lt_exp_iff : 1 < exp x ↔ 0 < x := by rw [← exp_zero, exp_lt_exp]

/-- The tangent at zero touches the exponential function only there. -/
theorem add_one_lt_exp (h : x ≠ 0) : x + 1 < exp x := by
  have k := add_one_le_exp (x / 2)
  have e := exp_half_sq x
  have s := sq_pos_of_ne_zero h
  rcases le_or_gt (x + 1) 0 with l | l
  · exact lt_of_le_of_lt l (exp_pos x)
  · nlinarith

/-- The tangent at `y` lies below the exponential function. -/
theorem exp_mul_sub_add_one_le (x y : Real) : exp y * (x - y + 1) ≤ exp x := by
  have := mul_le_mul_of_nonneg_left (add_one_le_exp (x - y)) (exp_nonneg y)
  rwa [← exp_add, add_sub_cancel] at this

/-- The exponential function is convex. -/
theorem exp_convex {a b : Real} (ha : 0 ≤ a) (hb : 0 ≤ b) (hab : a + b = 1) (x y : Real) :
    exp (a * x + b * y) ≤ a * exp x + b * exp y := by
  have h₁ := mul_le_mul_of_nonneg_left (exp_mul_sub_add_one_le x (a * x + b * y)) ha
  have h₂ := mul_le_mul_of_nonneg_left (exp_mul_sub_add_one_le y (a * x + b * y)) hb
  have e : exp (a * x + b * y) = a * (exp (a * x + b * y) * (x - (a * x + b * y) + 1)) +
      b * (exp (a * x + b * y) * (y - (a * x + b * y) + 1)) := by
    have : b = 1 - a := by linarith
    subst this
    ring
  rw [e]; exact add_le_add h₁ h₂

/-! ## Continuity -/

/-- Near zero the exponential function is Lipschitz. -/
theorem abs_exp_sub_one_le (h : |x| ≤ 1 / 2) : |exp x - 1| ≤ 2 * |x| := by
  have h₁ := add_one_le_exp x
  have ⟨h₂, h₃⟩ := abs_le.1 h
  have h₄ := exp_le_one_div_one_sub (x := x) (by linarith)
  have h₅ : 1 / (1 - x) ≤ 1 + 2 * |x| := by
    have := le_abs_self x
    have := abs_nonneg x
    rw [div_le_iff₀ (by linarith)]
    nlinarith
  have := neg_abs_le x
  exact abs_le.2 ⟨by linarith [abs_nonneg x], by linarith⟩

/-- The exponential function is continuous. -/
theorem continuous_exp : Continuous exp := fun x =>
  continuousAt_of_hasLimit fun u hu => by
    have h := hu.sub_zero'
    have k : HasLimit (fun n => exp (u n - x) - 1) 0 := by
      have := h.abs.const_mul 2
      rw [abs_zero, mul_zero] at this
      refine this.zero_of_abs_le ((h (1 / 2) (half_pos one_pos)).mono fun n hn => ?_)
      rw [sub_zero] at hn
      exact abs_exp_sub_one_le (le_of_lt hn)
    have := (k.add_const 1).const_mul (exp x)
    rw [zero_add, mul_one] at this
    refine this.congr fun n => ?_
    rw [sub_add_cancel, ← exp_add, add_sub_cancel]

end Real
