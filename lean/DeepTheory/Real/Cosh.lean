prelude
import DeepTheory.Real.ExpBounds
/-! # Hyperbolic functions and Hoeffding's lemma

## Main definitions

* `Real.cosh`, `Real.sinh`: the hyperbolic functions.

## Main statements

* `Real.cosh_add_sinh`, `Real.cosh_sq_sub_sinh_sq`, `Real.cosh_two_mul`,
* `Real.cosh_le_exp_half_sq`: `cosh x ≤ exp (x ^ 2 / 2)`,
* `Real.hoeffding_two_point`: `(1 - p) exp (- p t) + p exp ((1 - p) t) ≤ exp (t ^ 2 / 8)`, which is
  Hoeffding's lemma for variables with two values, and `Real.hoeffding_endpoints`, the same for the
  values `a` and `b` and the mean `m`,
* `Real.exp_mul_le_chord`: between `a` and `b` the exponential function lies below its chord; with
  `Real.hoeffding_endpoints` this is Hoeffding's lemma for variables with values in `[a, b]`.

## Notes

Both bounds are proved without derivatives. Doubling the argument squares the right side, and
`cosh (2 x) = 2 cosh x ^ 2 - 1 ≤ cosh x ^ 4`; so a bound with a small error near zero becomes
a bound with a smaller error everywhere.
-/
set_option autoImplicit false

namespace Real
variable {x : Real}

/-! ## Hyperbolic functions -/

/-- The hyperbolic cosine. -/
noncomputable def cosh (x : Real) : Real := (exp x + exp (-x)) / 2

/-- The hyperbolic sine. -/
noncomputable def sinh (x : Real) : Real := (exp x - exp (-x)) / 2

theorem cosh_eq (x : Real) : cosh x = (exp x + exp (-x)) / 2 := rfl
theorem sinh_eq (x : Real) : sinh x = (exp x - exp (-x)) / 2 := rfl
@[simp] theorem cosh_zero : cosh 0 = 1 := by unfold cosh; rw [neg_zero, exp_zero]; linarith
@[simp] theorem sinh_zero : sinh 0 = 0 := by unfold sinh; rw [neg_zero, exp_zero]; linarith
@[simp] theorem cosh_neg (x : Real) : cosh (-x) = cosh x := by unfold cosh; rw [neg_neg, add_comm]
@[simp] theorem sinh_neg (x : Real) : sinh (-x) = -sinh x := by unfold sinh; rw [neg_neg]; ring
theorem cosh_add_sinh (x : Real) : cosh x + sinh x = exp x := by unfold cosh sinh; linarith
theorem cosh_sub_sinh (x : Real) : cosh x - sinh x = exp (-x) := by unfold cosh sinh; linarith
theorem cosh_sq_sub_sinh_sq (x : Real) : cosh x ^ 2 - sinh x ^ 2 = 1 := by
  rw [sq_sub_sq, cosh_add_sinh, cosh_sub_sinh, exp_mul_exp_neg]
theorem cosh_pos (x : Real) : 0 < cosh x := half_pos (add_pos (exp_pos x) (exp_pos (-x)))
theorem one_le_cosh (x : Real) : 1 ≤ cosh x := by
  have := cosh_sq_sub_sinh_sq x
  have := sq_nonneg (sinh x)
  have := cosh_pos x
  nlinarith
theorem cosh_two_mul (x : Real) : cosh (2 * x) = 2 * cosh x ^ 2 - 1 := by
  have h := exp_mul_exp_neg x
  unfold cosh
  rw [show -(2 * x) = 2 * -x by ring, exp_two_mul, exp_two_mul]
  have e : 2 * ((exp x + exp (-x)) / 2) ^ 2 = (exp x ^ 2 + exp (-x) ^ 2) / 2 + exp x * exp (-x) :=
      by ring
  rw [e, h]; ring

private theorem cosh_le_of_half {s : Real} (h : cosh (x / 2) ≤ exp s) : cosh x ≤ exp (4 * s) := by
  have e := cosh_two_mul (x / 2)
  rw [mul_div_cancel₀ x two_ne_zero] at e
  have k := pow_le_pow_left₀ (le_of_lt (cosh_pos _)) h 2
  rw [show 4 * s = ((4 : Nat) : Real) * s from rfl, exp_nat_mul, e]
  nlinarith [sq_nonneg (exp s ^ 2 - 1)]

/-- A bound that is slightly too weak, for small arguments. -/
private theorem cosh_le_small (hx : 0 ≤ x) (h : x ≤ 1) : cosh x ≤ exp (x ^ 2 / 2 + x ^ 3 / 8) := by
  have h₁ := exp_le_cubic hx h
  have h₂ := exp_neg_le_quadratic hx
  have h₃ := add_one_le_exp (x ^ 2 / 2 + x ^ 3 / 8)
  unfold cosh
  linarith

private theorem cosh_le_approx (n : Nat) : ∀ x : Real, 0 ≤ x → x ≤ 2 ^ n →
    cosh x ≤ exp (x ^ 2 / 2 + x ^ 3 / 8 / 2 ^ n) := by
  induction n with
  | zero =>
    intro x hx h
    rw [pow_zero] at h
    rw [pow_zero, div_one]; exact cosh_le_small hx h
  | succ n ih =>
    intro x hx h
    rw [pow_succ] at h
    have := cosh_le_of_half (ih (x / 2) (by linarith) (by linarith))
    have p := pow_pos (two_pos (R := Real)) n
    rwa [show 4 * ((x / 2) ^ 2 / 2 + (x / 2) ^ 3 / 8 / 2 ^ n) =
      x ^ 2 / 2 + x ^ 3 / 8 / 2 ^ (n + 1) by ring] at this

private theorem le_exp_of_approx {a b c : Real} (h : Eventually fun n => a ≤ exp (b + c / 2 ^ n)) :
    a ≤ exp b := by
  have k := (hasLimit_div_two_pow c).const_add b
  rw [add_zero] at k
  exact ((continuous_exp b).hasLimit k).const_le h

private theorem eventually_le_two_pow (x : Real) : Eventually fun n : Nat => x ≤ 2 ^ n := by
  obtain ⟨N, h⟩ := exists_nat_gt x
  refine ⟨N, fun n hn => ?_⟩
  have h₁ := natCast_add_one_le_two_pow n
  have h₂ : (N : Real) ≤ n := Nat.cast_le_of_le hn
  linarith

/-- The hyperbolic cosine is at most `exp (x ^ 2 / 2)`. -/
theorem cosh_le_exp_half_sq (x : Real) : cosh x ≤ exp (x ^ 2 / 2) := by
  have pos : ∀ x : Real, 0 ≤ x → cosh x ≤ exp (x ^ 2 / 2) := fun x hx =>
    le_exp_of_approx ((eventually_le_two_pow x).mono fun n hn => cosh_le_approx n x hx hn)
  rcases le_total 0 x with h | h
  · exact pos x h
  · have := pos (-x) (neg_nonneg.2 h)
    rwa [cosh_neg, neg_sq] at this

/-! ## Hoeffding's lemma for two values -/

section Hoeffding
variable {p : Real}

/-- The moment generating function of a centred variable with the values `1 - p` and `-p`. -/
private noncomputable def mgf (p t : Real) : Real :=
  (1 - p) * exp (-(p * t)) + p * exp ((1 - p) * t)

private theorem mgf_le_of_half (hp : 0 ≤ p) (hq : p ≤ 1) {t s : Real} (h : mgf p (t / 2) ≤ exp s) :
    mgf p t ≤ exp (t ^ 2 / 16 + 2 * s) := by
  have c := pow_le_pow_left₀ (le_of_lt (cosh_pos _)) (cosh_le_exp_half_sq (t / 4)) 2
  rw [← exp_two_mul, show 2 * ((t / 4) ^ 2 / 2) = t ^ 2 / 16 by ring] at c
  have q0 := sub_nonneg.2 hq
  have a0 := exp_pos (-(p * (t / 2)))
  have b0 := exp_pos ((1 - p) * (t / 2))
  have m0 : 0 ≤ mgf p (t / 2) :=
    add_nonneg (mul_nonneg q0 (le_of_lt a0)) (mul_nonneg hp (le_of_lt b0))
  have hs := pow_le_pow_left₀ m0 h 2
  rw [exp_add, exp_two_mul]
  refine le_trans ?_ (mul_le_mul c hs (sq_nonneg _) (exp_nonneg _))
  -- `4 a b (q a ^ 2 + p b ^ 2) ≤ (q a + p b) ^ 2 (a + b) ^ 2`
  have ec : cosh (t / 4) ^ 2 * (4 * (exp (-(p * (t / 2))) * exp ((1 - p) * (t / 2)))) =
      (exp (-(p * (t / 2))) + exp ((1 - p) * (t / 2))) ^ 2 := by
    have e₁ : exp (-(p * (t / 2))) = exp ((1 - 2 * p) * (t / 4)) * exp (-(t / 4)) := by
      rw [← exp_add]; congr 1; ring
    have e₂ : exp ((1 - p) * (t / 2)) = exp ((1 - 2 * p) * (t / 4)) * exp (t / 4) := by
      rw [← exp_add]; congr 1; ring
    have e₃ := exp_mul_exp_neg (t / 4)
    rw [e₁, e₂]
    unfold cosh
    rw [show exp ((1 - 2 * p) * (t / 4)) * exp (-(t / 4)) *
      (exp ((1 - 2 * p) * (t / 4)) * exp (t / 4)) =
      exp ((1 - 2 * p) * (t / 4)) ^ 2 * (exp (t / 4) * exp (-(t / 4))) by ring, e₃]
    ring
  have et : mgf p t = (1 - p) * exp (-(p * (t / 2))) ^ 2 + p * exp ((1 - p) * (t / 2)) ^ 2 := by
    unfold mgf
    rw [← exp_two_mul, ← exp_two_mul, show 2 * -(p * (t / 2)) = -(p * t) by ring,
      show 2 * ((1 - p) * (t / 2)) = (1 - p) * t by ring]
  have eh : mgf p (t / 2) = (1 - p) * exp (-(p * (t / 2))) + p * exp ((1 - p) * (t / 2)) := rfl
  rw [et, eh]
  generalize exp (-(p * (t / 2))) = a at *
  generalize exp ((1 - p) * (t / 2)) = b at *
  refine le_of_mul_le_mul_right (c := 4 * (a * b)) ?_ (mul_pos four_pos (mul_pos a0 b0))
  rw [mul_right_comm, ec]
  have e : (a + b) ^ 2 * ((1 - p) * a + p * b) ^ 2 - ((1 - p) * a ^ 2 + p * b ^ 2) * (4 * (a * b)) =
    ((1 - p) * a ^ 2 + p * b ^ 2 - a * b) ^ 2 := by ring
  have := sq_nonneg ((1 - p) * a ^ 2 + p * b ^ 2 - a * b)
  linarith

private theorem mgf_le_small (hp : 0 ≤ p) (hq : p ≤ 1) {t : Real} (ht : |t| ≤ 1) :
    mgf p t ≤ exp (t ^ 2) := by
  have ⟨h₁, h₂⟩ := abs_le.1 ht
  have q0 := sub_nonneg.2 hq
  have k₁ := mul_le_mul_of_nonneg_left (exp_le_one_add_add_sq (x := -(p * t)) (by nlinarith)) q0
  have k₂ := mul_le_mul_of_nonneg_left (exp_le_one_add_add_sq (x := (1 - p) * t) (by nlinarith)) hp
  have k₃ := add_one_le_exp (t ^ 2)
  have k₄ := mul_nonneg (mul_nonneg hp q0) (sq_nonneg t)
  have k₅ := mul_nonneg (show 0 ≤ 1 - p * (1 - p) by nlinarith) (sq_nonneg t)
  have e : (1 - p) * (1 + -(p * t) + (-(p * t)) ^ 2) + p * (1 + (1 - p) * t + ((1 - p) * t) ^ 2) =
    1 + p * (1 - p) * t ^ 2 := by ring
  unfold mgf
  linarith

private theorem mgf_le_approx (hp : 0 ≤ p) (hq : p ≤ 1) (n : Nat) : ∀ t : Real, |t| ≤ 2 ^ n →
    mgf p t ≤ exp (t ^ 2 / 8 + t ^ 2 / 2 ^ n) := by
  induction n with
  | zero =>
    intro t ht
    rw [pow_zero] at ht
    refine le_trans (mgf_le_small hp hq ht) (exp_le_exp_of_le ?_)
    rw [pow_zero, div_one]
    linarith [sq_nonneg t]
  | succ n ih =>
    intro t ht
    rw [pow_succ] at ht
    have p2 := pow_pos (two_pos (R := Real)) n
    have := mgf_le_of_half hp hq (ih (t / 2) (by
      rw [abs_div, abs_of_pos (two_pos (R := Real))]; linarith))
    rwa [show t ^ 2 / 16 + 2 * ((t / 2) ^ 2 / 8 + (t / 2) ^ 2 / 2 ^ n) =
      t ^ 2 / 8 + t ^ 2 / 2 ^ (n + 1) by ring] at this

/-- **Hoeffding's lemma** for a variable with two values: a variable that is `1 - p` with
probability `p` and `-p` with probability `1 - p` has a moment generating function of at most
`exp (t ^ 2 / 8)`. -/
theorem hoeffding_two_point (hp : 0 ≤ p) (hq : p ≤ 1) (t : Real) :
    (1 - p) * exp (-(p * t)) + p * exp ((1 - p) * t) ≤ exp (t ^ 2 / 8) :=
  le_exp_of_approx ((eventually_le_two_pow |t|).mono fun n hn => mgf_le_approx hp hq n t hn)

/-- Hoeffding's lemma for a variable with the values `a` and `b` and the mean `m`. -/
theorem hoeffding_endpoints {a b m : Real} (hab : a < b) (ha : a ≤ m) (hb : m ≤ b) (t : Real) :
    (b - m) / (b - a) * exp (t * (a - m)) + (m - a) / (b - a) * exp (t * (b - m)) ≤
      exp (t ^ 2 * (b - a) ^ 2 / 8) := by
  have d := sub_pos.2 hab
  have d0 := ne_of_gt d
  have h := hoeffding_two_point (p := (m - a) / (b - a)) (div_nonneg (sub_nonneg.2 ha) (le_of_lt d))
    ((div_le_one d).2 (by linarith)) (t * (b - a))
  have e₁ : 1 - (m - a) / (b - a) = (b - m) / (b - a) := by
    rw [eq_div_iff d0, sub_mul, div_mul_cancel₀ _ d0]; ring
  have e₂ : -((m - a) / (b - a) * (t * (b - a))) = t * (a - m) := by
    rw [mul_left_comm, div_mul_cancel₀ _ d0]; ring
  have e₃ : (b - m) / (b - a) * (t * (b - a)) = t * (b - m) := by
    rw [mul_left_comm, div_mul_cancel₀ _ d0]
  rwa [e₁, e₂, e₃, mul_pow] at h

/-- Between `a` and `b` the function `exp (t x)` lies below its chord. -/
theorem exp_mul_le_chord {a b x : Real} (hab : a < b) (ha : a ≤ x) (hb : x ≤ b) (t : Real) :
    exp (t * x) ≤ (b - x) / (b - a) * exp (t * a) + (x - a) / (b - a) * exp (t * b) := by
  have d := sub_pos.2 hab
  have d0 := ne_of_gt d
  have h := exp_convex (a := (b - x) / (b - a)) (b := (x - a) / (b - a))
    (div_nonneg (sub_nonneg.2 hb) (le_of_lt d)) (div_nonneg (sub_nonneg.2 ha) (le_of_lt d))
    (by rw [div_add_div_same, sub_add_sub_cancel, div_self d0]) (t * a) (t * b)
  have e : (b - x) / (b - a) * (t * a) + (x - a) / (b - a) * (t * b) = t * x := by
    rw [div_mul_eq_mul_div, div_mul_eq_mul_div, div_add_div_same, div_eq_iff d0]; ring
  rwa [e] at h

end Hoeffding

end Real
