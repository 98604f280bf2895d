prelude
import DeepTheory.Alignment.BradleyTerry
import DeepTheory.Algebra
import DeepTheory.Real
/-! # The logistic function and the pairwise logistic loss

The Bradley-Terry model over the real numbers, as the book prints it: the logistic function, the two
forms of the preference probability, what a reward is identified up to, and the loss
`-log (σ Δ) = log (1 + exp (-Δ))`. Derivatives are stated by explicit quadratic remainders, so no
theory of differentiation is needed.

Book items: Bradley-Terry preference model, Proposition 20.5, the pairwise logistic loss, `β` as
inverse temperature (chapter 20).

## Main definitions

* `Real.sigmoid`: the logistic function,
* `Real.logisticLoss`: the loss of a margin,
* `BradleyTerry.rewardLoss`: the loss of a reward on a finite preference dataset.

## Main statements

* `BradleyTerry.likelihood_sigmoid`: `σ (r - r')` is the share of the exponentials,
* `BradleyTerry.likelihood_sigmoid_eq_iff`: Proposition 20.5 and its converse,
* `Real.convexOn_logisticLoss`, `Real.logisticLoss_lt_iff`, `Real.logisticLoss_pos`,
  `Real.exists_logisticLoss_lt`, `Real.abs_logisticLoss_sub_le`: the loss is convex and strictly
  decreasing, its infimum `0` is not attained, its derivative at `t` is `-σ (-t)`,
* `Real.hasLimit_logisticLoss_iff`: losses tend to zero exactly when margins tend to infinity.
-/
set_option autoImplicit false
universe u v w

namespace Real
variable {s t : Real}

/-! ## The logistic function -/

/-- The logistic function `σ t = 1 / (1 + exp (-t))`. -/
noncomputable def sigmoid (t : Real) : Real := 1 / (1 + exp (-t))

private theorem denom_pos (t : Real) : 0 < 1 + exp (-t) := add_pos zero_lt_one (exp_pos _)

theorem sigmoid_pos (t : Real) : 0 < sigmoid t := one_div_pos.2 (denom_pos t)

theorem sigmoid_lt_one (t : Real) : sigmoid t < 1 := by
  have := exp_pos (-t)
  rw [sigmoid, div_lt_one (denom_pos t)]
  linarith

/-- The odds form with positive exponents. -/
theorem sigmoid_eq_exp_div (t : Real) : sigmoid t = exp t / (exp t + 1) := by
  have h := exp_mul_exp_neg t
  rw [sigmoid, div_eq_div_iff (denom_pos t).ne' (add_pos (exp_pos t) zero_lt_one).ne',
    mul_add (exp t), h]
  ring

/-- `σ (r - s)` is the share of `exp r` in the sum of the two exponentials. -/
theorem sigmoid_sub (r s : Real) : sigmoid (r - s) = exp r / (exp r + exp s) := by
  have h := exp_pos r
  have k := exp_pos s
  rw [sigmoid, neg_sub, exp_sub]
  field

theorem sigmoid_neg (t : Real) : sigmoid (-t) = 1 - sigmoid t := by
  have h := exp_mul_exp_neg t
  have k := (denom_pos t).ne'
  rw [sigmoid_eq_exp_div (-t), sigmoid, add_comm (exp (-t)), eq_sub_iff_add_eq, div_add_div_same,
    add_comm, div_self k]

@[simp] theorem sigmoid_zero : sigmoid 0 = 1 / 2 := by
  rw [sigmoid, neg_zero, exp_zero, one_add_one_eq_two]

theorem sigmoid_lt_sigmoid_iff : sigmoid s < sigmoid t ↔ s < t := by
  rw [sigmoid, sigmoid, div_lt_div_iff_of_pos (denom_pos s) (denom_pos t), one_mul, one_mul,
    add_lt_add_iff_left, exp_lt_exp, neg_lt_neg_iff]

theorem sigmoid_le_sigmoid_iff : sigmoid s ≤ sigmoid t ↔ s ≤ t := by
  rw [← not_lt, sigmoid_lt_sigmoid_iff, not_lt]

theorem sigmoid_injective (s t : Real) (h : sigmoid s = sigmoid t) : s = t :=
  le_antisymm (sigmoid_le_sigmoid_iff.1 h.le) (sigmoid_le_sigmoid_iff.1 h.ge)

/-- The odds of `σ t` are `exp t`. -/
theorem sigmoid_odds (t : Real) : sigmoid t / (1 - sigmoid t) = exp t := by
  have h := exp_pos t
  rw [← sigmoid_neg, sigmoid_eq_exp_div, sigmoid, neg_neg]
  field

/-- Every probability strictly between zero and one is a value of the logistic function: at the
logarithm of its odds. -/
theorem sigmoid_log_odds {p : Real} (h₀ : 0 < p) (h₁ : p < 1) :
    sigmoid (log (p / (1 - p))) = p := by
  have k : 0 < 1 - p := by linarith
  rw [sigmoid_eq_exp_div, exp_log (div_pos h₀ k)]
  field

private theorem one_sub_sigmoid (t : Real) : 1 - sigmoid t = exp (-t) / (1 + exp (-t)) := by
  rw [sigmoid, one_sub_div (denom_pos t).ne', add_sub_cancel_left]

private theorem sigmoid_sub_sigmoid (s t : Real) :
    sigmoid s - sigmoid t = (exp (-t) - exp (-s)) / ((1 + exp (-s)) * (1 + exp (-t))) := by
  have h := denom_pos s
  have k := denom_pos t
  rw [sigmoid, sigmoid, div_sub_div _ _ h.ne' k.ne']
  congr 1
  ring

/-- Differences of the logistic function lie between two products. -/
theorem sigmoid_sub_le (s t : Real) :
    sigmoid s - sigmoid t ≤ sigmoid s * (1 - sigmoid t) * (s - t) := by
  have h := denom_pos s
  have k := denom_pos t
  have e : exp (-s) = exp (-t) * exp (-(s - t)) := by rw [← exp_add]; congr 1; ring
  have l := one_sub_le_exp_neg (s - t)
  have m := mul_le_mul_of_nonneg_left l (exp_nonneg (-t))
  have n : sigmoid s * (1 - sigmoid t) * (s - t) =
      (exp (-t) * (s - t)) / ((1 + exp (-s)) * (1 + exp (-t))) := by
    rw [one_sub_sigmoid, sigmoid, div_mul_div_comm, div_mul_eq_mul_div, one_mul]
  rw [sigmoid_sub_sigmoid, n]
  refine div_le_div_of_nonneg_right ?_ (mul_pos h k).le
  rw [e]
  linarith

theorem le_sigmoid_sub (s t : Real) :
    sigmoid t * (1 - sigmoid s) * (s - t) ≤ sigmoid s - sigmoid t := by
  have := sigmoid_sub_le t s
  linarith

private theorem mul_sigmoid_sub (t h : Real) : 0 ≤ (sigmoid (t + h) - sigmoid t) * h ∧
    (sigmoid (t + h) - sigmoid t) * h ≤ h ^ 2 := by
  have bound : ∀ a b : Real, a ≤ b → 0 ≤ sigmoid b - sigmoid a ∧ sigmoid b - sigmoid a ≤ b - a := by
    intro a b hab
    have p := sigmoid_le_sigmoid_iff.2 hab
    refine ⟨by linarith, le_trans (sigmoid_sub_le b a) ?_⟩
    have q : sigmoid b * (1 - sigmoid a) ≤ 1 * 1 :=
      mul_le_mul (sigmoid_lt_one b).le (by have := sigmoid_pos a; linarith)
        (by have := sigmoid_lt_one a; linarith) zero_le_one
    have := mul_le_mul_of_nonneg_right q (sub_nonneg.2 hab)
    linarith
  rcases le_total 0 h with h₀ | h₀
  · obtain ⟨p, q⟩ := bound t (t + h) (by linarith)
    rw [add_sub_cancel_left] at q
    exact ⟨mul_nonneg p h₀, by rw [sq]; exact mul_le_mul_of_nonneg_right q h₀⟩
  · obtain ⟨p, q⟩ := bound (t + h) t (by linarith)
    have h₁ : 0 ≤ -h := by linarith
    have a := mul_nonneg p h₁
    have b := mul_le_mul_of_nonneg_right q h₁
    constructor
    · linarith
    · nlinarith

/-- The derivative of the logistic function at `t` is `σ t * (1 - σ t)`, with a remainder of at most
`h ^ 2`. -/
theorem abs_sigmoid_sub_le (t h : Real) :
    |sigmoid (t + h) - sigmoid t - sigmoid t * (1 - sigmoid t) * h| ≤ h ^ 2 := by
  obtain ⟨p, q⟩ := mul_sigmoid_sub t h
  have a := sigmoid_sub_le (t + h) t
  have b := le_sigmoid_sub (t + h) t
  rw [add_sub_cancel_left] at a b
  have h₀ := sigmoid_pos t
  have h₁ := sigmoid_lt_one t
  have c := mul_le_mul_of_nonneg_right (show 1 - sigmoid t ≤ 1 by linarith) p
  have d := mul_le_mul_of_nonneg_right h₁.le p
  rw [abs_le]
  constructor <;> linarith

/-! ## The loss of a margin -/

/-- The pairwise logistic loss `-log (σ t)` of the margin `t`. -/
noncomputable def logisticLoss (t : Real) : Real := -log (sigmoid t)

/-- The loss is `log (1 + exp (-t))`. -/
theorem logisticLoss_eq (t : Real) : logisticLoss t = log (1 + exp (-t)) := by
  rw [logisticLoss, sigmoid, one_div, log_inv, neg_neg]

/-- The loss is positive: its infimum `0` (`exists_logisticLoss_lt`) is not attained. -/
theorem logisticLoss_pos (t : Real) : 0 < logisticLoss t := by
  rw [logisticLoss_eq]
  exact log_pos (by have := exp_pos (-t); linarith)

/-- The loss is strictly decreasing. -/
theorem logisticLoss_lt_iff : logisticLoss s < logisticLoss t ↔ t < s := by
  rw [logisticLoss, logisticLoss, neg_lt_neg_iff, log_lt_log_iff (sigmoid_pos _) (sigmoid_pos _),
    sigmoid_lt_sigmoid_iff]

theorem logisticLoss_le_iff : logisticLoss s ≤ logisticLoss t ↔ t ≤ s := by
  rw [← not_lt, logisticLoss_lt_iff, not_lt]

@[simp] theorem logisticLoss_zero : logisticLoss 0 = log 2 := by
  rw [logisticLoss_eq, neg_zero, exp_zero, one_add_one_eq_two]

/-- The loss is at most `exp (-t)`. -/
theorem logisticLoss_le_exp (t : Real) : logisticLoss t ≤ exp (-t) := by
  rw [logisticLoss_eq]
  exact log_one_add_le (by have := exp_pos (-t); linarith)

/-- The loss gets as small as one wants: its infimum is `0`. -/
theorem exists_logisticLoss_lt {ε : Real} (hε : 0 < ε) : ∃ t, logisticLoss t < ε :=
  ⟨-log (ε / 2), lt_of_le_of_lt (logisticLoss_le_exp _) (by
    rw [neg_neg, exp_log (half_pos hε)]
    exact half_lt_self hε)⟩

/-- The tangent at `t`, of slope `-σ (-t)`, is nowhere above the loss. -/
theorem logisticLoss_tangent (s t : Real) :
    logisticLoss t - sigmoid (-t) * (s - t) ≤ logisticLoss s := by
  have k := denom_pos t
  have e : 1 + exp (-s) = (1 + exp (-t)) * (sigmoid t * 1 + sigmoid (-t) * exp (-(s - t))) := by
    have l : exp (-s) = exp (-t) * exp (-(s - t)) := by rw [← exp_add]; congr 1; ring
    have m : (1 + exp (-t)) * sigmoid t = 1 := mul_div_cancel₀ _ k.ne'
    have n : (1 + exp (-t)) * sigmoid (-t) = exp (-t) := by
      rw [sigmoid_neg, mul_sub, m]; ring
    rw [mul_add, ← mul_assoc, ← mul_assoc, m, n, l, mul_one]
  have c := log_concave (sigmoid_pos t).le (sigmoid_pos (-t)).le (by rw [sigmoid_neg]; ring)
    zero_lt_one (exp_pos (-(s - t)))
  have p : 0 < sigmoid t * 1 + sigmoid (-t) * exp (-(s - t)) := by
    rw [mul_one]
    exact add_pos (sigmoid_pos _) (mul_pos (sigmoid_pos _) (exp_pos _))
  rw [log_one, log_exp] at c
  rw [logisticLoss_eq, logisticLoss_eq, e, log_mul k.ne' p.ne']
  linarith

/-- The loss is convex. -/
theorem convexOn_logisticLoss : ConvexOn Real (fun _ => True) logisticLoss where
  convex _ _ _ _ _ _ _ _ _ := trivial
  le x y _ _ a b ha hb h := by
    have p := mul_le_mul_of_nonneg_left (logisticLoss_tangent x (a * x + b * y)) ha
    have q := mul_le_mul_of_nonneg_left (logisticLoss_tangent y (a * x + b * y)) hb
    show logisticLoss (a * x + b * y) ≤ _
    obtain rfl : b = 1 - a := by linarith
    linarith

/-- The derivative of the loss at `t` is `-σ (-t)`, with a remainder between `0` and `h ^ 2`. -/
theorem logisticLoss_sub_le (t h : Real) :
    0 ≤ logisticLoss (t + h) - logisticLoss t + sigmoid (-t) * h ∧
      logisticLoss (t + h) - logisticLoss t + sigmoid (-t) * h ≤ h ^ 2 := by
  have a := logisticLoss_tangent (t + h) t
  have b := logisticLoss_tangent t (t + h)
  have c := (mul_sigmoid_sub t h).2
  rw [sigmoid_neg] at a b
  rw [sigmoid_neg]
  constructor <;> linarith

/-- The derivative of the loss lies strictly between `-1` and `0`. -/
theorem neg_sigmoid_neg_mem (t : Real) : -1 < -sigmoid (-t) ∧ -sigmoid (-t) < 0 := by
  have h := sigmoid_pos (-t)
  have k := sigmoid_lt_one (-t)
  constructor <;> linarith

/-- Losses tend to zero along a sequence exactly when the margins tend to infinity. -/
theorem hasLimit_logisticLoss_iff {m : Nat → Real} :
    HasLimit (fun n => logisticLoss (m n)) 0 ↔ ∀ M, Eventually fun n => M < m n := by
  constructor
  · intro h M
    refine (h _ (logisticLoss_pos M)).mono fun n hn => ?_
    rw [sub_zero, abs_of_pos (logisticLoss_pos _)] at hn
    exact logisticLoss_lt_iff.1 hn
  · intro h ε hε
    obtain ⟨M, hM⟩ := exists_logisticLoss_lt hε
    refine (h M).mono fun n hn => ?_
    rw [sub_zero, abs_of_pos (logisticLoss_pos _)]
    exact (logisticLoss_lt_iff.2 hn).trans hM

/-! ## The inverse temperature -/

/-- For a positive margin a larger `β` makes the preference more certain. -/
theorem sigmoid_mul_lt_of_pos {β β' m : Real} (hm : 0 < m) :
    sigmoid (β * m) < sigmoid (β' * m) ↔ β < β' := by
  rw [sigmoid_lt_sigmoid_iff, mul_lt_mul_iff_of_pos_right hm]

/-- For a negative margin it makes the preference less likely. -/
theorem sigmoid_mul_lt_of_neg {β β' m : Real} (hm : m < 0) :
    sigmoid (β' * m) < sigmoid (β * m) ↔ β < β' := by
  have h := sigmoid_mul_lt_of_pos (β := β) (β' := β') (neg_pos.2 hm)
  rw [sigmoid_lt_sigmoid_iff] at h
  rw [sigmoid_lt_sigmoid_iff, ← h]
  constructor <;> intro k <;> linarith

/-- For a positive margin the preference tends to `1` as `β` grows. -/
theorem exists_lt_sigmoid_mul {m ε : Real} (hm : 0 < m) (hε : 0 < ε) :
    ∃ B, ∀ β, B ≤ β → 1 - ε < sigmoid (β * m) := by
  rcases le_or_gt 1 ε with h | h
  · exact ⟨0, fun β _ => lt_of_le_of_lt (by linarith) (sigmoid_pos _)⟩
  · refine ⟨(log ((1 - ε) / ε) + 1) / m, fun β hβ => ?_⟩
    rw [div_le_iff₀ hm] at hβ
    have k := sigmoid_log_odds (p := 1 - ε) (by linarith) (by linarith)
    rw [show 1 - (1 - ε) = ε by ring] at k
    rw [← k, sigmoid_lt_sigmoid_iff]
    linarith

/-- For a negative margin the preference tends to `0` as `β` grows. -/
theorem exists_sigmoid_mul_lt {m ε : Real} (hm : m < 0) (hε : 0 < ε) :
    ∃ B, ∀ β, B ≤ β → sigmoid (β * m) < ε := by
  obtain ⟨B, hB⟩ := exists_lt_sigmoid_mul (neg_pos.2 hm) hε
  refine ⟨B, fun β hβ => ?_⟩
  have := hB β hβ
  rw [mul_neg, sigmoid_neg] at this
  linarith

/-- At margin `0` the preference is one half for all `β`. -/
theorem sigmoid_mul_zero (β : Real) : sigmoid (β * 0) = 1 / 2 := by rw [mul_zero, sigmoid_zero]

/-- The slope of `m ↦ σ (β m)` at `0` is `β / 4`. -/
theorem abs_sigmoid_mul_sub_le (β m : Real) :
    |sigmoid (β * m) - 1 / 2 - β / 4 * m| ≤ (β * m) ^ 2 := by
  have h := abs_sigmoid_sub_le 0 (β * m)
  rw [zero_add, sigmoid_zero] at h
  rwa [show β / 4 * m = 1 / 2 * (1 - 1 / 2) * (β * m) by ring]

end Real

/-! ## The model as the book prints it -/

namespace BradleyTerry
variable {X : Type u} {Y : Type v} {ι : Type w}
open Real

/-- Bradley-Terry preference model (chapter 20): `σ (r x y - r x y')` is the share of the
exponential of the reward. -/
theorem likelihood_sigmoid (r : X → Y → Real) (x : X) (y y' : Y) :
    likelihood sigmoid r x y y' = exp (r x y) / (exp (r x y) + exp (r x y')) := sigmoid_sub _ _

/-- Strengths `exp r` give the logistic likelihood of the reward `r`. -/
theorem prob_exp (r : X → Y → Real) (x : X) (y y' : Y) :
    prob (fun x y => exp (r x y)) x y y' = likelihood sigmoid r x y y' :=
  (likelihood_sigmoid r x y y').symm

/-- Proposition 20.5, as printed: rewards that differ by a function of the prompt induce the same
Bradley-Terry probabilities. -/
theorem likelihood_sigmoid_add_prompt (r : X → Y → Real) (c : X → Real) (x : X) (y y' : Y) :
    likelihood sigmoid (fun x y => r x y + c x) x y y' = likelihood sigmoid r x y y' :=
  likelihood_add_prompt _ r c x y y'

/-- Proposition 20.5 with its converse, as printed: two rewards induce the same Bradley-Terry
probabilities exactly when they differ by a function of the prompt. -/
theorem likelihood_sigmoid_eq_iff (r r' : X → Y → Real) :
    (∀ x y y', likelihood sigmoid r' x y y' = likelihood sigmoid r x y y') ↔
      ∃ c : X → Real, ∀ x y, r' x y = r x y + c x := likelihood_eq_iff sigmoid_injective r r'

/-- The shift may not depend on the response: a shift of one response by `1` changes the
probability. -/
theorem likelihood_sigmoid_needs_prompt : ∃ c r : Unit → Bool → Real,
    likelihood sigmoid (fun x y => r x y + c x y) () true false ≠
      likelihood sigmoid r () true false := by
  refine ⟨fun _ y => if y = true then 1 else 0, fun _ _ => 0, fun e => ?_⟩
  have k : (0 : Real) + 1 - (0 + 0) = 0 - 0 := sigmoid_injective _ _ e
  rw [zero_add, zero_add, sub_zero, sub_zero] at k
  exact one_ne_zero k

/-- The loss of a reward on a finite preference dataset of prompts `x i` with preferred and rejected
responses. -/
noncomputable def rewardLoss [Fintype ι] (r : X → Y → Real) (x : ι → X) (win lose : ι → Y) : Real :=
  -∑ i, log (likelihood sigmoid r (x i) (win i) (lose i))

/-- The loss of a dataset is the sum of the losses of the margins. -/
theorem rewardLoss_eq_sum [Fintype ι] (r : X → Y → Real) (x : ι → X) (win lose : ι → Y) :
    rewardLoss r x win lose = ∑ i, logisticLoss (r (x i) (win i) - r (x i) (lose i)) :=
  (Finset.sum_neg_distrib _ _).symm

/-- A reward that is shifted by a function of the prompt has the same loss. -/
theorem rewardLoss_add_prompt [Fintype ι] (r : X → Y → Real) (c : X → Real) (x : ι → X)
    (win lose : ι → Y) : rewardLoss (fun x y => r x y + c x) x win lose = rewardLoss r x win lose :=
  congrArg (- ·) (Finset.sum_congr rfl fun i _ => by rw [likelihood_sigmoid_add_prompt])

/-- If the loss of the dataset tends to zero along a sequence of rewards, all margins tend to
infinity. -/
theorem eventually_lt_margin [Fintype ι] {r : Nat → X → Y → Real} {x : ι → X} {win lose : ι → Y}
    (h : HasLimit (fun n => rewardLoss (r n) x win lose) 0) (i : ι) (M : Real) :
    Eventually fun n => M < r n (x i) (win i) - r n (x i) (lose i) := by
  refine hasLimit_logisticLoss_iff.1 (h.zero_of_abs_le (.of_forall fun n => ?_)) M
  rw [abs_of_pos (logisticLoss_pos _), rewardLoss_eq_sum]
  exact Finset.single_le_sum
    (f := fun i => logisticLoss (r n (x i) (win i) - r n (x i) (lose i)))
    (fun i _ => (logisticLoss_pos _).le) (Finset.mem_univ i)

end BradleyTerry
