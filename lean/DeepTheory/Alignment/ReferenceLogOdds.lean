prelude
import DeepTheory.Alignment.Logistic
import DeepTheory.Algebra.BigOperators.Order
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.Tactic.Field
/-! # Reference-corrected log-odds

Direct preference optimization compares the odds of two responses under a policy `π` with their odds
under a reference `ρ`. Its statistic `m` is the logarithm of `oddsRatio π ρ w l`, the ratio of the
two odds, so everything about the order of its values can be said without a logarithm. The loss is
`-log σ(β m)`, and `σ(β m)` is the Bradley-Terry preference for strength `e (oddsRatio π ρ w l)`
over strength `1`, where `e` raises to the power `β`.

Book items: Proposition 20.9, DPO reparameterisation (chapter 20).

## Main definitions

* `DPO.oddsRatio π ρ w l`: the odds of `w` against `l` under `π`, divided by those under `ρ`.
* `DPO.likelihood e π ρ w l`: the likelihood `σ(β m)` of the preference for `w` over `l`.
* `DPO.tilt ρ s`: the distribution proportional to `ρ y * s y`, with `s = exp (r / β)` the optimum
  of the regularised reward.
* `DPO.statistic`, `DPO.loss`: the book's statistic and loss, over the real numbers.

## Main statements

* `DPO.likelihood_lt_likelihood_iff`, `DPO.loss_lt_loss_iff`: with one reference, a smaller loss is
  a larger ratio of odds, and so larger odds of the preferred response.
* `DPO.likelihood_self`: at the reference both responses are equally likely to be preferred.
* `DPO.exists_one_lt_oddsRatio_and_lt`: a large ratio does not make the preferred response likely.
* `DPO.exists_oddsRatio_lt_and_both_lt`: the ratio can grow while both probabilities fall; this
  takes three responses (`DPO.not_both_lt_of_two`).
* `DPO.prob_tilt`, `DPO.sigmoid_mul_statistic_tilt`: the partition function cancels.
* `DPO.step_of_linear`: one gradient step, for policies with linear log-odds.
-/
set_option autoImplicit false
universe u v w

namespace DPO
variable {Y : Type v} {F : Type w}

/-! ## The ratio of the odds -/

section Field
variable [Field F]

/-- The odds of `w` against `l` under `π`, divided by the odds under the reference `ρ`: the
exponential of the statistic of Proposition 20.9. -/
def oddsRatio (π ρ : Y → F) (w l : Y) : F := π w / π l / (ρ w / ρ l)

/-- The two ways to compare: odds of one policy, or one response under both policies. -/
theorem oddsRatio_eq (π ρ : Y → F) (w l : Y) : oddsRatio π ρ w l = π w / ρ w / (π l / ρ l) := by
  rw [oddsRatio, div_div_eq_mul_div, div_div_eq_mul_div, div_mul_eq_mul_div, div_mul_eq_mul_div,
    div_div, div_div, mul_comm (π l)]

/-- The ratio is `1` at the reference. -/
theorem oddsRatio_self {ρ : Y → F} {w l : Y} (hw : ρ w ≠ 0) (hl : ρ l ≠ 0) :
    oddsRatio ρ ρ w l = 1 := div_self (div_ne_zero hw hl)

/-- Exchanging the responses inverts the ratio. -/
theorem oddsRatio_swap (π ρ : Y → F) (w l : Y) : oddsRatio π ρ l w = (oddsRatio π ρ w l)⁻¹ := by
  rw [oddsRatio, oddsRatio, ← inv_div (π w), ← inv_div (ρ w)]
  generalize π w / π l = a
  generalize ρ w / ρ l = b
  rw [inv_div, div_eq_mul_inv, inv_inv, mul_comm, ← div_eq_mul_inv]

/-- The likelihood that `w` is preferred to `l`. With `e` the power `β` it is `σ(β m)`. -/
def likelihood (e : F → F) (π ρ : Y → F) (w l : Y) : F :=
  BradleyTerry.preference (e (oddsRatio π ρ w l)) 1

/-- Proposition 20.9 (value at the reference): the likelihood at the reference is one half, and so
the loss is `log 2`. -/
theorem likelihood_self {e : F → F} (he : e 1 = 1) {ρ : Y → F} {w l : Y} (hw : ρ w ≠ 0)
    (hl : ρ l ≠ 0) : likelihood e ρ ρ w l = 1 / (1 + 1) := by
  rw [likelihood, oddsRatio_self hw hl, he, BradleyTerry.preference]

/-- `likelihood_self` fails for a reference without mass at one of the responses. -/
theorem likelihood_self_needs_positive (h2 : (1 : F) + 1 ≠ 0) :
    ∃ ρ : Bool → F, ρ true ≠ 0 ∧ likelihood id ρ ρ true false ≠ 1 / (1 + 1) := by
  refine ⟨fun b => if b = true then 1 else 0, one_ne_zero, fun h => ?_⟩
  have k : (1 : F) / 0 / (1 / 0) / ((1 : F) / 0 / (1 / 0) + 1) = 1 / (1 + 1) := h
  rw [div_zero, zero_div, zero_div] at k
  exact div_ne_zero one_ne_zero h2 k.symm

end Field

/-! ## A smaller loss is a larger ratio -/

section Order
variable [LinearOrderedField F] {π π' ρ ρ' : Y → F} {w l : Y}

/-- Ratios of positive probabilities are positive. -/
theorem oddsRatio_pos (hπw : 0 < π w) (hπl : 0 < π l) (hρw : 0 < ρ w) (hρl : 0 < ρ l) :
    0 < oddsRatio π ρ w l := div_pos (div_pos hπw hπl) (div_pos hρw hρl)

/-- With one reference, a larger ratio is a larger ratio of probabilities under the policy. -/
theorem oddsRatio_lt_oddsRatio_iff (hρw : 0 < ρ w) (hρl : 0 < ρ l) :
    oddsRatio π ρ w l < oddsRatio π' ρ w l ↔ π w / π l < π' w / π' l :=
  div_lt_div_iff_of_pos_right (div_pos hρw hρl)

/-- The ratio is above one exactly when the odds are above those of the reference. -/
theorem one_lt_oddsRatio_iff (hρw : 0 < ρ w) (hρl : 0 < ρ l) :
    1 < oddsRatio π ρ w l ↔ ρ w / ρ l < π w / π l := one_lt_div (div_pos hρw hρl)

theorem preference_one_lt_iff {a b : F} (ha : 0 < a) (hb : 0 < b) :
    BradleyTerry.preference a 1 < BradleyTerry.preference b 1 ↔ a < b := by
  rw [BradleyTerry.preference, BradleyTerry.preference, div_lt_div_iff_of_pos (by linarith)
    (by linarith)]
  constructor <;> intro h <;> linarith

/-- Proposition 20.9 (likelihood): the likelihood is strictly increasing in the ratio of the odds,
for every `e` that is positive and strictly increasing on positive numbers, as a power `β > 0` is.
-/
theorem likelihood_lt_likelihood_iff {e : F → F} (he : ∀ a, 0 < a → 0 < e a)
    (hlt : ∀ a b, 0 < a → 0 < b → (e a < e b ↔ a < b))
    (h : 0 < oddsRatio π ρ w l) (h' : 0 < oddsRatio π' ρ' w l) :
    likelihood e π ρ w l < likelihood e π' ρ' w l ↔ oddsRatio π ρ w l < oddsRatio π' ρ' w l := by
  rw [likelihood, likelihood, preference_one_lt_iff (he _ h) (he _ h'), hlt _ _ h h']

/-- The hypotheses of `likelihood_lt_likelihood_iff` can hold: any power with a positive natural
exponent, and the uniform policy. -/
theorem likelihood_lt_likelihood_iff_witness :
    (∀ (n : Nat) (a : F), 0 < a → 0 < a ^ (n + 1)) ∧
      (∀ (n : Nat) (a b : F), 0 < a → 0 < b → (a ^ (n + 1) < b ^ (n + 1) ↔ a < b)) ∧
      ∃ π ρ : Bool → F, 0 < oddsRatio π ρ true false := by
  refine ⟨fun _ a h => pow_pos h _, fun _ a b ha hb => ⟨fun h => lt_of_pow_lt_pow_left₀ _ hb.le h,
    fun h => pow_lt_pow_left₀ h ha.le nofun⟩, fun _ => 1, fun _ => 1, ?_⟩
  exact oddsRatio_pos zero_lt_one zero_lt_one zero_lt_one zero_lt_one

/-- Proposition 20.9 (loss): for one reference, a smaller loss is larger odds of the preferred
response under the policy. The loss is any strictly decreasing function of the likelihood. -/
theorem loss_lt_loss_iff {P : Type u} [Preorder P] {e : F → F} (he : ∀ a, 0 < a → 0 < e a)
    (hlt : ∀ a b, 0 < a → 0 < b → (e a < e b ↔ a < b)) {g : F → P}
    (hg : ∀ a b, 0 < a → 0 < b → (g a < g b ↔ b < a))
    (hπw : 0 < π w) (hπl : 0 < π l) (hπw' : 0 < π' w) (hπl' : 0 < π' l) (hρw : 0 < ρ w)
    (hρl : 0 < ρ l) :
    g (likelihood e π' ρ w l) < g (likelihood e π ρ w l) ↔ π w / π l < π' w / π' l := by
  have p := oddsRatio_pos hπw hπl hρw hρl
  have p' := oddsRatio_pos hπw' hπl' hρw hρl
  have pos : ∀ {a : F}, 0 < a → 0 < BradleyTerry.preference (e a) 1 := fun {a} h =>
    div_pos (he a h) (add_pos (he a h) zero_lt_one)
  exact (hg _ _ (pos p') (pos p)).trans ((likelihood_lt_likelihood_iff he hlt p p').trans
    (oddsRatio_lt_oddsRatio_iff hρw hρl))

/-- The hypotheses of `loss_lt_loss_iff` can hold: the loss `1 - σ` and uniform policies. -/
theorem loss_lt_loss_iff_witness : ∃ g : F → F,
    (∀ a b, 0 < a → 0 < b → (g a < g b ↔ b < a)) ∧ ∃ π : Bool → F, 0 < π true ∧ 0 < π false :=
  ⟨fun a => 1 - a, fun a b _ _ => show 1 - a < 1 - b ↔ b < a from
    ⟨fun h => by linarith, fun h => by linarith⟩, fun _ => 1, zero_lt_one, zero_lt_one⟩

/-- With penalty `β = 0` the likelihood does not depend on the policy. -/
theorem likelihood_needs_positive_penalty (π π' ρ ρ' : Y → F) (w l : Y) :
    likelihood (fun _ => 1) π ρ w l = likelihood (fun _ => 1) π' ρ' w l := rfl

/-- With penalty `β = -1` the likelihood decreases in the ratio. -/
theorem likelihood_needs_nonneg_penalty (h : 0 < oddsRatio π ρ w l)
    (h' : 0 < oddsRatio π' ρ' w l) : likelihood (fun a => a⁻¹) π' ρ' w l <
      likelihood (fun a => a⁻¹) π ρ w l ↔ oddsRatio π ρ w l < oddsRatio π' ρ' w l := by
  rw [likelihood, likelihood, preference_one_lt_iff (inv_pos.2 h') (inv_pos.2 h), ← not_le,
    inv_le_inv₀ h h', not_le]

/-- Odds need positive probabilities: where the dispreferred response has probability zero, division
gives odds zero, although the preferred response is certain, so that the order of the losses is not
the order of the policies. -/
theorem loss_lt_loss_iff_needs_positive : ∃ π π' ρ : Bool → Rat,
    π true = 1 ∧ π false = 0 ∧ 0 < π' true ∧ 0 < π' false ∧ 0 < ρ true ∧ 0 < ρ false ∧
      π' true < π true ∧ likelihood id π ρ true false < likelihood id π' ρ true false :=
  ⟨fun b => if b = true then 1 else 0, fun _ => 1 / 2, fun _ => 1 / 2, by decide +kernel⟩

/-! ## Relative is not absolute -/

/-- Proposition 20.9 (relative, not absolute): the ratio of the odds can be above one although the
preferred response is the less likely one. -/
theorem exists_one_lt_oddsRatio_and_lt : ∃ π ρ : Bool → Rat,
    (∀ y, 0 < π y ∧ 0 < ρ y) ∧ ∑ y, π y = 1 ∧ ∑ y, ρ y = 1 ∧
      1 < oddsRatio π ρ true false ∧ π true < π false :=
  ⟨fun y => if y = true then 2 / 5 else 3 / 5, fun y => if y = true then 1 / 5 else 4 / 5,
    by decide +kernel⟩

/-- Proposition 20.9 (both probabilities fall): among three responses the ratio of the odds can be
above one while both responses of the pair are less likely than under the reference. -/
theorem exists_oddsRatio_lt_and_both_lt : ∃ π ρ : Fin 3 → Rat,
    (∀ y, 0 < π y ∧ 0 < ρ y) ∧ ∑ y, π y = 1 ∧ ∑ y, ρ y = 1 ∧
      oddsRatio π ρ 0 1 = 3 ∧ π 0 < ρ 0 ∧ π 1 < ρ 1 :=
  ⟨fun y => if y = 0 then 3 / 10 else if y = 1 then 1 / 10 else 3 / 5, fun _ => 1 / 3,
    by decide +kernel⟩

/-- With two responses not both probabilities fall. -/
theorem not_both_lt_of_two {π ρ : Bool → F} (hπ : ∑ y, π y = 1) (hρ : ∑ y, ρ y = 1) :
    ¬(π true < ρ true ∧ π false < ρ false) := by
  rw [Fintype.sum_bool] at hπ hρ
  intro ⟨h, k⟩
  linarith

end Order

/-! ## The partition function cancels -/

section Tilt
variable [Fintype Y]

/-- The distribution proportional to `ρ y * s y`. For `s y = exp (r y / β)` it is the optimum of the
reward `r` with penalty `β` for leaving the reference `ρ`. -/
def tilt [Field F] (ρ s : Y → F) (y : Y) : F := ρ y * s y / ∑ z, ρ z * s z

theorem sum_tilt [Field F] {ρ s : Y → F} (h : ∑ z, ρ z * s z ≠ 0) : ∑ y, tilt ρ s y = 1 := by
  rw [show ∑ y, tilt ρ s y = ∑ y, ρ y * s y / ∑ z, ρ z * s z from rfl, ← Finset.sum_div, div_self h]

/-- The odds form: the ratio of the odds of the tilted distribution to those of the reference is the
ratio of the factors, and the partition function is gone. -/
theorem oddsRatio_tilt [Field F] {ρ s : Y → F} {w l : Y} (hw : ρ w ≠ 0) (hl : ρ l ≠ 0)
    (hZ : ∑ z, ρ z * s z ≠ 0) : oddsRatio (tilt ρ s) ρ w l = s w / s l := by
  have k : ∀ y, ρ y ≠ 0 → tilt ρ s y / ρ y = s y / ∑ z, ρ z * s z := fun y hy => by
    rw [tilt, div_div, mul_comm _ (ρ y), mul_div_mul_left _ _ hy]
  rw [oddsRatio_eq, k w hw, k l hl, ← mul_div_mul_right (s w / _) _ hZ, div_mul_cancel₀ _ hZ,
    div_mul_cancel₀ _ hZ]

/-- DPO reparameterisation (chapter 20): if the policy is the reference tilted by `s`, and strengths
are `e (s y)` with a multiplicative `e` such as the power `β`, then the Bradley-Terry probability is
the likelihood that the policy and the reference give, without the partition function. -/
theorem prob_tilt [LinearOrderedField F] {e : F → F} (he : ∀ a, 0 < a → 0 < e a)
    (hmul : ∀ a b, 0 < a → 0 < b → e (a * b) = e a * e b) {ρ s : Y → F} (hρ : ∀ y, 0 < ρ y)
    (hs : ∀ y, 0 < s y) (w l : Y) :
    BradleyTerry.preference (e (s w)) (e (s l)) = likelihood e (tilt ρ s) ρ w l := by
  have hZ : 0 < ∑ z, ρ z * s z :=
    Finset.sum_pos (fun z _ => mul_pos (hρ z) (hs z)) ⟨w, Finset.mem_univ w⟩
  have k : e (s w) = e (s l) * e (s w / s l) := by
    rw [← hmul _ _ (hs l) (div_pos (hs w) (hs l)), mul_div_cancel₀ _ (hs l).ne']
  rw [likelihood, oddsRatio_tilt (hρ w).ne' (hρ l).ne' hZ.ne', k]
  exact (congrArg _ (mul_one _).symm).trans (BradleyTerry.preference_mul_left (he _ (hs l)).ne' _ _)

omit [Fintype Y] in
/-- The hypotheses of `prob_tilt` can hold: any natural power, and positive weights. -/
theorem prob_tilt_witness [LinearOrderedField F] :
    (∀ (n : Nat) (a : F), 0 < a → 0 < a ^ n) ∧
      (∀ (n : Nat) (a b : F), 0 < a → 0 < b → (a * b) ^ n = a ^ n * b ^ n) ∧
      ∃ ρ : Y → F, ∀ y, 0 < ρ y :=
  ⟨fun n _ h => pow_pos h n, fun n a b _ _ => mul_pow a b n, fun _ => 1, fun _ => zero_lt_one⟩

omit [Fintype Y] in
/-- A factor that depends on the response, in place of the partition function, does not cancel. -/
theorem oddsRatio_needs_common_factor [Field F] {π ρ Z s : Y → F} {w l : Y} (hs : s w / s l ≠ 0)
    (hρw : ρ w ≠ 0) (hρl : ρ l ≠ 0) (hw : Z w ≠ 0) (hl : Z l ≠ 0)
    (hπ : ∀ y, π y = ρ y * s y / Z y) : oddsRatio π ρ w l = s w / s l ↔ Z w = Z l := by
  have k : ∀ y, ρ y ≠ 0 → π y / ρ y = s y / Z y := fun y hy => by
    rw [hπ, div_div, mul_comm _ (ρ y), mul_div_mul_left _ _ hy]
  rw [oddsRatio_eq, k w hρw, k l hρl]
  have e : s w / Z w / (s l / Z l) = s w / s l * (Z l / Z w) := by
    rw [div_div_eq_mul_div, div_mul_eq_mul_div, div_div, div_mul_div_comm, mul_comm (Z w)]
  rw [e]
  constructor
  · intro h
    have j : s w / s l * (Z l / Z w) = s w / s l * 1 := by rw [h, mul_one]
    have := mul_left_cancel₀ hs j
    exact ((div_eq_one_iff_eq hw).1 this).symm
  · intro h; rw [h, div_self hl, mul_one]

end Tilt

/-! ## One gradient step -/

section Step
variable [LinearOrderedField F] {ι : Type u} [Fintype ι]

/-- Proposition 20.9 (a gradient step): let the log-odds of the pair be linear in the parameters,
`m θ = ∑ i, θ i * φ i - m₀` with `φ` the difference of the features of the two responses, so that
`φ` is the gradient of `m`. A step of size `η` against the gradient `-c φ` of the loss, where
`c = β σ(-β m)`, increases the statistic by `η c ∑ φ i ^ 2`, for steps of any size. -/
theorem step_of_linear (θ φ : ι → F) (m₀ η c : F) :
    (∑ i, (θ i - η * (-c * φ i)) * φ i) - m₀ = ((∑ i, θ i * φ i) - m₀) + η * c * ∑ i, φ i ^ 2 := by
  rw [Finset.mul_sum, Finset.sum_congr (rfl : (Finset.univ : Finset ι) = _) fun i _ =>
    show (θ i - η * (-c * φ i)) * φ i = θ i * φ i + η * c * φ i ^ 2 by ring,
    Finset.sum_add_distrib]
  ring

/-- The step never decreases the statistic, and increases it unless the gradient vanishes. -/
theorem lt_step_of_linear {θ φ : ι → F} {m₀ η c : F} (hη : 0 < η) (hc : 0 < c) (hφ : ∃ i, φ i ≠ 0) :
    (∑ i, θ i * φ i) - m₀ < (∑ i, (θ i - η * (-c * φ i)) * φ i) - m₀ := by
  rw [step_of_linear]
  obtain ⟨i, hi⟩ := hφ
  have := Finset.sum_pos' (s := Finset.univ) (f := fun i => φ i ^ 2) (fun i _ => sq_nonneg (φ i))
    ⟨i, Finset.mem_univ i, sq_pos_of_ne_zero hi⟩
  have := mul_pos (mul_pos hη hc) this
  linarith

end Step

/-! ## The book's form -/

section Real
variable {π π' ρ : Y → Real} {w l : Y}
open Real

/-- The statistic of Proposition 20.9. -/
noncomputable def statistic (π ρ : Y → Real) (w l : Y) : Real :=
  log (π w / π l) - log (ρ w / ρ l)

/-- The loss of direct preference optimization at one pair. -/
noncomputable def loss (β : Real) (π ρ : Y → Real) (w l : Y) : Real :=
  -log (sigmoid (β * statistic π ρ w l))

/-- The statistic is the logarithm of the ratio of the odds. -/
theorem statistic_eq_log (hπw : 0 < π w) (hπl : 0 < π l) (hρw : 0 < ρ w) (hρl : 0 < ρ l) :
    statistic π ρ w l = log (oddsRatio π ρ w l) :=
  (log_div (div_pos hπw hπl).ne' (div_pos hρw hρl).ne').symm

/-- Proposition 20.9 (the loss): for `β > 0` the loss is strictly decreasing in the statistic. -/
theorem loss_lt_loss_iff_statistic {β : Real} (hβ : 0 < β) (π π' ρ ρ' : Y → Real) (w l : Y) :
    loss β π' ρ' w l < loss β π ρ w l ↔ statistic π ρ w l < statistic π' ρ' w l := by
  rw [loss, loss, neg_lt_neg_iff, log_lt_log_iff (sigmoid_pos _) (sigmoid_pos _),
    sigmoid_lt_sigmoid_iff, mul_lt_mul_iff_of_pos_left hβ]

/-- Proposition 20.9 (at the reference): the statistic is `0` there and the loss is `log 2`. -/
theorem loss_self (β : Real) (ρ : Y → Real) (w l : Y) :
    statistic ρ ρ w l = 0 ∧ loss β ρ ρ w l = log 2 := by
  have h : statistic ρ ρ w l = 0 := sub_self _
  refine ⟨h, ?_⟩
  have e : (1 : Real) + 1 = 2 := by ring
  rw [loss, h, mul_zero, sigmoid, neg_zero, exp_zero, e, log_div one_ne_zero two_ne_zero, log_one,
    zero_sub, neg_neg]

/-- Proposition 20.9 (relative odds): with one reference, a smaller loss is larger log-odds of the
preferred response under the policy. -/
theorem loss_lt_loss_iff_log {β : Real} (hβ : 0 < β) (π π' ρ : Y → Real) (w l : Y) :
    loss β π' ρ w l < loss β π ρ w l ↔ log (π w / π l) < log (π' w / π' l) := by
  rw [loss_lt_loss_iff_statistic hβ, statistic, statistic]
  constructor <;> intro h <;> linarith

/-- DPO reparameterisation (chapter 20), the reward: for the policy `π ∝ ρ exp (r / β)` the reward
is `β log (π / ρ)` plus a number, `β log Z`, that does not depend on the response. -/
theorem reward_eq_of_tilt [Fintype Y] {β : Real} (hβ : β ≠ 0) (hρ : ∀ y, 0 < ρ y) (r : Y → Real)
    (y : Y) : r y = β * log (tilt ρ (fun z => exp (r z / β)) y / ρ y) +
      β * log (∑ z, ρ z * exp (r z / β)) := by
  have hZ : 0 < ∑ z, ρ z * exp (r z / β) :=
    Finset.sum_pos (fun z _ => mul_pos (hρ z) (exp_pos _)) ⟨y, Finset.mem_univ y⟩
  have e : tilt ρ (fun z => exp (r z / β)) y / ρ y =
      exp (r y / β) / ∑ z, ρ z * exp (r z / β) := by
    rw [tilt, div_div, mul_comm _ (ρ y), mul_div_mul_left _ _ (hρ y).ne']
  rw [e, log_div (exp_pos _).ne' hZ.ne', log_exp, mul_sub, mul_div_cancel₀ _ hβ]
  ring

/-- DPO reparameterisation (chapter 20), the likelihood: for the policy `π ∝ ρ exp (r / β)` the
Bradley-Terry probability of the reward is `σ (β m)` with the statistic `m` of the policy, which
does not contain the partition function. -/
theorem sigmoid_mul_statistic_tilt [Fintype Y] {β : Real} (hβ : β ≠ 0) (hρ : ∀ y, 0 < ρ y)
    (r : Y → Real) (w l : Y) :
    BradleyTerry.likelihood sigmoid (fun (_ : Unit) y => r y) () w l =
      sigmoid (β * statistic (tilt ρ fun z => exp (r z / β)) ρ w l) := by
  have hZ : 0 < ∑ z, ρ z * exp (r z / β) :=
    Finset.sum_pos (fun z _ => mul_pos (hρ z) (exp_pos _)) ⟨w, Finset.mem_univ w⟩
  have hπ : ∀ y, 0 < tilt ρ (fun z => exp (r z / β)) y := fun y =>
    div_pos (mul_pos (hρ y) (exp_pos _)) hZ
  rw [BradleyTerry.likelihood, statistic_eq_log (hπ w) (hπ l) (hρ w) (hρ l),
    oddsRatio_tilt (hρ w).ne' (hρ l).ne' hZ.ne', log_div (exp_pos _).ne' (exp_pos _).ne', log_exp,
    log_exp, mul_sub, mul_div_cancel₀ _ hβ, mul_div_cancel₀ _ hβ]

end Real
end DPO
