prelude
import DeepTheory.Alignment.DPO
/-! # Values of the logistic loss, of regularised policies and of the DPO loss

The decimal digits were computed with another library (mpmath). -/
set_option autoImplicit false
open Real Information KLRegularization

example : 817574 / 1000000 < Real.sigmoid (3 / 2) ∧
    Real.sigmoid (3 / 2) < 817575 / 1000000 := by
  unfold Real.sigmoid
  enclosure
example : 313261 / 1000000 < logisticLoss 1 ∧ logisticLoss 1 < 313262 / 1000000 := by
  rw [logisticLoss_eq]
  enclosure

/-- rewards `1` and `0` -/
noncomputable def reward : Bool → Real
  | true => 1
  | false => 0
/-- a reference with odds `1 : 3` -/
noncomputable def reference : Bool → Real
  | true => 1 / 4
  | false => 3 / 4
theorem reward_true : reward true = 1 := rfl
theorem reward_false : reward false = 0 := rfl
theorem reference_true : reference true = 1 / 4 := rfl
theorem reference_false : reference false = 3 / 4 := rfl

-- the optimal value for `β = 1/2`, and the optimal policy
example : 477229 / 1000000 < 1 / 2 * log (partition (1 / 2) reward reference) ∧
    1 / 2 * log (partition (1 / 2) reward reference) < 477230 / 1000000 := by
  rw [partition, Fintype.sum_bool]
  simp only [reward_true, reward_false, reference_true, reference_false]
  enclosure
example : 711234 / 1000000 < optimum (1 / 2) reward reference true ∧
    optimum (1 / 2) reward reference true < 711235 / 1000000 := by
  rw [optimum, partition, Fintype.sum_bool]
  simp only [reward_true, reward_false, reference_true, reference_false]
  enclosure

-- Proposition 20.5 at an instance: rewards shifted by `5` for the only prompt
example (y y' : Bool) :
    BradleyTerry.likelihood Real.sigmoid (fun (_ : Unit) y => reward y + 5) () y y' =
      BradleyTerry.likelihood Real.sigmoid (fun _ => reward) () y y' :=
  BradleyTerry.likelihood_sigmoid_add_prompt _ (fun _ => 5) () y y'

-- the weight of the DPO gradient for `β = 2` at the statistic `1`
example : 238405 / 1000000 < DPO.gradientWeight 2 1 ∧
    DPO.gradientWeight 2 1 < 238406 / 1000000 := by
  unfold DPO.gradientWeight Real.sigmoid
  enclosure
