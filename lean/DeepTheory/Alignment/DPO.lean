prelude
import DeepTheory.Alignment.KLRegularization
import DeepTheory.Alignment.Logistic
/-! # Direct preference optimization, as printed

The optimum of the KL-regularised objective determines the reward up to a function of the prompt,
and in the Bradley-Terry probability this function cancels. The loss that remains depends on the
policy only through the reference-corrected log-odds.

Book items: DPO reparameterisation, Proposition 20.9, DPO gradient, IPO-style squared margin
(chapter 20).

## Main definitions

* `DPO.margin β π ρ w l`: `β` times the difference of the log-ratios of two responses.
* `DPO.gradientWeight β m`: the factor `β σ (-β m)` of the gradient.

## Main statements

* `DPO.reward_eq`: `r y = β log (π* y / ρ y) + β log Z`,
* `DPO.likelihood_eq_sigmoid`: the Bradley-Terry probability without the partition function,
* `DPO.optimum_of_policy`: every positive policy is the optimum for its own implicit reward,
* `DPO.loss_eq_of_statistic_eq`, `DPO.loss_eq_logisticLoss`: the loss depends on the policy through
  the statistic only,
* `DPO.loss_sub_le`: the loss changes with the statistic at the rate `-β σ (-β m)`, with an explicit
  remainder; `DPO.gradientWeight_mem`, `DPO.gradientWeight_lt`, `DPO.gradientWeight_zero`: the
  weight lies in `(0, β)`, decreases in the margin, and is `β / 2` at `0`,
* `DPO.squaredMargin_lt_iff`, `DPO.exists_loss_lt`: a squared margin has a target, the logistic loss
  has none.
-/
set_option autoImplicit false
universe u v

namespace DPO
open Real Information KLRegularization
variable {Y : Type u} {β : Real} {π ρ r : Y → Real} {w l : Y}

/-! ## The partition function cancels -/

section Finite
variable [Fintype Y]

/-- DPO reparameterisation (chapter 20), the reward: the optimum determines the reward up to a
constant, `β log Z`. -/
theorem reward_eq (hβ : β ≠ 0) (hρ : ∀ y, 0 < ρ y) (r : Y → Real) (y : Y) :
    r y = β * log (optimum β r ρ y / ρ y) + β * log (partition β r ρ) := reward_eq_of_tilt hβ hρ r y

/-- DPO reparameterisation (chapter 20), the probability: under the optimal policy for the reward
`r` the Bradley-Terry probability is a function of log-ratios, without the partition function. -/
theorem likelihood_eq_sigmoid (hβ : β ≠ 0) (hρ : ∀ y, 0 < ρ y) (r : Y → Real) (w l : Y) :
    Real.sigmoid (r w - r l) = Real.sigmoid (β * log (optimum β r ρ w / ρ w) -
      β * log (optimum β r ρ l / ρ l)) := by
  have h := reward_eq hβ hρ r w
  have k := reward_eq hβ hρ r l
  congr 1
  linarith

/-- The same for rewards and references that depend on a prompt, in the model's own terms. -/
theorem likelihood_eq_sigmoid_prompt {X : Type v} (hβ : β ≠ 0) {ρ : X → Y → Real}
    (hρ : ∀ x y, 0 < ρ x y) (r : X → Y → Real) (x : X) (w l : Y) :
    BradleyTerry.likelihood Real.sigmoid r x w l =
      BradleyTerry.likelihood Real.sigmoid
        (fun x y => β * log (optimum β (r x) (ρ x) y / ρ x y)) x w l :=
  likelihood_eq_sigmoid hβ (hρ x) (r x) w l

/-- The hypotheses of the reparameterisation can hold: `β = 1`, a fair reference, any reward. -/
theorem likelihood_eq_sigmoid_witness : ∃ (β : Real) (ρ : Bool → Real), 0 < β ∧
    (∀ y, 0 < ρ y) ∧ IsProbability ρ := gibbs_variational_witness

/-- Every positive policy is the optimum for its own implicit reward `β log (π / ρ)`: optimising
over policies and over rewards is the same. -/
theorem optimum_of_policy (hβ : β ≠ 0) (hρ : ∀ y, 0 < ρ y) (hπ : ∀ y, 0 < π y)
    (h1 : ∑ y, π y = 1) : optimum β (fun y => β * log (π y / ρ y)) ρ = π := by
  have e : ∀ y, ρ y * exp (β * log (π y / ρ y) / β) = π y := fun y => by
    rw [mul_div_cancel_left₀ _ hβ, exp_log (div_pos (hπ y) (hρ y)), mul_div_cancel₀ _ (hρ y).ne']
  funext y
  rw [optimum, partition, Fintype.sum_congr e, e, h1, div_one]

/-- Two rewards have the same optimum exactly when they differ by a constant: the optimum identifies
a reward as far as comparisons do. -/
theorem optimum_eq_iff (hβ : β ≠ 0) (hρ : ∀ y, 0 < ρ y) (r r' : Y → Real) :
    optimum β r' ρ = optimum β r ρ ↔ ∃ c, ∀ y, r' y = r y + c := by
  constructor
  · intro h
    refine ⟨β * log (partition β r' ρ) - β * log (partition β r ρ), fun y => ?_⟩
    have k := reward_eq hβ hρ r y
    have k' := reward_eq hβ hρ r' y
    rw [h] at k'
    linarith
  · intro ⟨c, hc⟩
    have e : ∀ y, ρ y * exp (r' y / β) = exp (c / β) * (ρ y * exp (r y / β)) := fun y => by
      rw [hc, add_div, exp_add]
      ring
    funext y
    rw [optimum, partition, Fintype.sum_congr e, e, ← Finset.mul_sum,
      mul_div_mul_left _ _ (exp_ne_zero _)]
    rfl

end Finite

/-! ## The loss and the statistic -/

/-- The implicit margin of the pair: `β` times the difference of the log-ratios. -/
noncomputable def margin (β : Real) (π ρ : Y → Real) (w l : Y) : Real :=
  β * log (π w / ρ w) - β * log (π l / ρ l)

/-- The margin is `β` times the statistic of Proposition 20.9. -/
theorem margin_eq (hπw : 0 < π w) (hπl : 0 < π l) (hρw : 0 < ρ w) (hρl : 0 < ρ l) :
    margin β π ρ w l = β * statistic π ρ w l := by
  rw [margin, statistic, log_div hπw.ne' hρw.ne', log_div hπl.ne' hρl.ne', log_div hπw.ne' hπl.ne',
    log_div hρw.ne' hρl.ne']
  ring

/-- Proposition 20.9 (the loss): the loss is the logistic loss of `β` times the statistic. -/
theorem loss_eq_logisticLoss (β : Real) (π ρ : Y → Real) (w l : Y) :
    loss β π ρ w l = logisticLoss (β * statistic π ρ w l) := rfl

/-- Policies with the same statistic have the same loss, whatever their references and the rest of
their probabilities. -/
theorem loss_eq_of_statistic_eq {π' ρ' : Y → Real} {w' l' : Y}
    (h : statistic π ρ w l = statistic π' ρ' w' l') (β : Real) :
    loss β π ρ w l = loss β π' ρ' w' l' := by
  rw [loss_eq_logisticLoss, loss_eq_logisticLoss, h]

/-- For `β ≠ 0` the loss determines the statistic. -/
theorem loss_eq_iff {π' ρ' : Y → Real} {w' l' : Y} (hβ : β ≠ 0) :
    loss β π ρ w l = loss β π' ρ' w' l' ↔ statistic π ρ w l = statistic π' ρ' w' l' := by
  refine ⟨fun h => mul_left_cancel₀ hβ (le_antisymm ?_ ?_), fun h => loss_eq_of_statistic_eq h β⟩
  · exact logisticLoss_le_iff.1 (show loss β π' ρ' w' l' ≤ loss β π ρ w l from h.ge)
  · exact logisticLoss_le_iff.1 (show loss β π ρ w l ≤ loss β π' ρ' w' l' from h.le)

/-- With `β = 0` the loss is `log 2` for all policies, and nothing decreases. -/
theorem loss_needs_pos (π ρ : Y → Real) (w l : Y) : loss 0 π ρ w l = log 2 := by
  rw [loss_eq_logisticLoss, zero_mul, logisticLoss_zero]

/-! ## The gradient -/

/-- The weight of the gradient: `β σ (-β m)`. -/
noncomputable def gradientWeight (β m : Real) : Real := β * Real.sigmoid (-(β * m))

/-- DPO gradient (chapter 20): if the statistic changes by `h`, the loss changes by
`-β σ (-β m) h`, with a remainder between `0` and `(β h) ^ 2`. -/
theorem loss_sub_le (β m h : Real) :
    0 ≤ logisticLoss (β * (m + h)) - logisticLoss (β * m) + gradientWeight β m * h ∧
      logisticLoss (β * (m + h)) - logisticLoss (β * m) + gradientWeight β m * h ≤
        (β * h) ^ 2 := by
  have k := logisticLoss_sub_le (β * m) (β * h)
  have e : gradientWeight β m * h = Real.sigmoid (-(β * m)) * (β * h) := by
    rw [gradientWeight]; ring
  rwa [mul_add, e]

/-- The weight lies strictly between `0` and `β`. -/
theorem gradientWeight_mem (hβ : 0 < β) (m : Real) :
    0 < gradientWeight β m ∧ gradientWeight β m < β := by
  have h := mul_lt_mul_of_pos_left (sigmoid_lt_one (-(β * m))) hβ
  rw [mul_one] at h
  exact ⟨mul_pos hβ (sigmoid_pos _), h⟩

/-- The weight is `β (1 - σ (β m))`. -/
theorem gradientWeight_eq (β m : Real) :
    gradientWeight β m = β * (1 - Real.sigmoid (β * m)) := by
  rw [gradientWeight, sigmoid_neg]

/-- The weight strictly decreases in the margin. -/
theorem gradientWeight_lt (hβ : 0 < β) {m m' : Real} :
    gradientWeight β m' < gradientWeight β m ↔ m < m' := by
  rw [gradientWeight, gradientWeight, mul_lt_mul_iff_of_pos_left hβ, sigmoid_lt_sigmoid_iff,
    neg_lt_neg_iff, mul_lt_mul_iff_of_pos_left hβ]

/-- The weight is `β / 2` at the reference. -/
theorem gradientWeight_zero (β : Real) : gradientWeight β 0 = β / 2 := by
  rw [gradientWeight, mul_zero, neg_zero, sigmoid_zero, mul_one_div]

/-- With a negative `β` the weight is negative: the gradient points the other way. -/
theorem gradientWeight_mem_needs_pos : ∃ β m : Real, β < 0 ∧ gradientWeight β m < 0 :=
  ⟨-1, 0, neg_lt_zero.2 one_pos, by
    rw [gradientWeight_zero, neg_div, neg_lt_zero]
    exact half_pos one_pos⟩

/-- The reference drops out of the gradient: between two policies the change of the statistic does
not depend on the reference. -/
theorem statistic_sub (π π' ρ : Y → Real) (w l : Y) :
    statistic π' ρ w l - statistic π ρ w l = log (π' w / π' l) - log (π w / π l) := by
  rw [statistic, statistic]
  ring

/-- DPO gradient for policies: from `π` to `π'` the loss changes by the weight times the change of
the log-odds, in which there is no reference, up to a quadratic remainder. -/
theorem loss_sub_le_policy (β : Real) (π π' ρ : Y → Real) (w l : Y) :
    |loss β π' ρ w l - loss β π ρ w l +
        gradientWeight β (statistic π ρ w l) * (log (π' w / π' l) - log (π w / π l))| ≤
      (β * (log (π' w / π' l) - log (π w / π l))) ^ 2 := by
  have h := loss_sub_le β (statistic π ρ w l) (statistic π' ρ w l - statistic π ρ w l)
  rw [add_sub_cancel, ← loss_eq_logisticLoss, ← loss_eq_logisticLoss, statistic_sub] at h
  rw [abs_of_nonneg h.1]
  exact h.2

/-! ## A target margin -/

/-- IPO-style squared margin (chapter 20): the squared loss is least exactly at its target. -/
theorem squaredMargin_lt_iff {F : Type v} [LinearOrderedField F] (u m : F) :
    (m - m) ^ 2 < (u - m) ^ 2 ↔ u ≠ m := by
  constructor
  · intro h e
    rw [e] at h
    exact lt_irrefl _ h
  · intro h
    rw [sub_self]
    have := sq_pos_of_ne_zero (sub_ne_zero.2 h)
    rwa [zero_pow (show 2 ≠ 0 from nofun)]

/-- The derivative of the squared loss is `2 (u - m)`, with remainder `h ^ 2`; it has the sign of
`u - m`. -/
theorem squaredMargin_sub {F : Type v} [LinearOrderedField F] (u m h : F) :
    (u + h - m) ^ 2 - (u - m) ^ 2 - 2 * (u - m) * h = h ^ 2 := by ring

/-- The logistic loss, in contrast, decreases for ever: every margin can be improved. -/
theorem exists_loss_lt (hβ : 0 < β) (u : Real) :
    ∃ u', u < u' ∧ logisticLoss (β * u') < logisticLoss (β * u) :=
  ⟨u + 1, by linarith, logisticLoss_lt_iff.2 (mul_lt_mul_of_pos_left (by linarith) hβ)⟩

end DPO
