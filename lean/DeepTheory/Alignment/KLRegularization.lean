prelude
import DeepTheory.Alignment.ReferenceLogOdds
import DeepTheory.Information.KL
/-! # The KL-regularised policy objective

For a fixed prompt, a policy `π` earns the mean reward and pays `β` times its divergence from the
reference `ρ`. What it earns is a constant minus `β` times its divergence from the exponential tilt
of the reference, so the tilt is the only best policy.

Book items: KL-regularised policy objective, its optimum, the trade-off in `β` (chapter 20).

## Main definitions

* `KLRegularization.objective β r ρ π`: mean reward minus `β` times the divergence from `ρ`,
* `KLRegularization.partition β r ρ`: the sum `Z` of `ρ y * exp (r y / β)`,
* `KLRegularization.optimum β r ρ`: the tilt `ρ y * exp (r y / β) / Z`.

## Main statements

* `KLRegularization.objective_eq`: the objective is `β log Z - β klDiv π optimum`, for `β ≠ 0`,
* `KLRegularization.gibbs_variational`: for `β > 0` the optimum is a policy, its value is `β log Z`,
  and every other policy has a smaller value,
* `KLRegularization.tradeoff`: a larger `β` means less reward and less penalty, for any penalty.

## Notes

The reference need not be positive: policies must be absolutely continuous with respect to it, which
they are when it is. It need not have sum one either.
-/
set_option autoImplicit false
universe u v

namespace KLRegularization
open Finset Real Information

section Real
variable {Y : Type u} [Fintype Y]

/-- The objective of a policy `π`: mean reward minus `β` times the divergence from the reference. -/
noncomputable def objective (β : Real) (r ρ π : Y → Real) : Real :=
  ∑ y, π y * r y - β * klDiv π ρ

/-- The partition function. -/
noncomputable def partition (β : Real) (r ρ : Y → Real) : Real := ∑ y, ρ y * exp (r y / β)

/-- The exponential tilt of the reference. -/
noncomputable def optimum (β : Real) (r ρ : Y → Real) (y : Y) : Real :=
  ρ y * exp (r y / β) / partition β r ρ

variable {β : Real} {r ρ π : Y → Real}

/-- The objective as a mean of `r - β log (π / ρ)`, as the penalty of single responses. -/
theorem objective_eq_sum (β : Real) (r ρ π : Y → Real) :
    objective β r ρ π = ∑ y, π y * (r y - β * log (π y / ρ y)) := by
  rw [objective, klDiv, mul_sum, ← sum_sub_distrib]
  exact Fintype.sum_congr fun y => by ring

/-- The tilt of `DPO.tilt` by the exponentials of `r / β`. -/
theorem optimum_eq_tilt (β : Real) (r ρ : Y → Real) :
    optimum β r ρ = DPO.tilt ρ fun y => exp (r y / β) := rfl

theorem partition_pos (hρ : ∀ y, 0 ≤ ρ y) (h : ∃ y, ρ y ≠ 0) : 0 < partition β r ρ :=
  sum_pos' (fun y _ => mul_nonneg (hρ y) (exp_nonneg _)) (h.elim fun y hy => ⟨y, mem_univ y,
    mul_pos (lt_of_le_of_ne (hρ y) (Ne.symm hy)) (exp_pos _)⟩)

private theorem exists_ne_zero (hπ : ∑ y, π y = 1) (h : AbsolutelyContinuous π ρ) :
    ∃ y, ρ y ≠ 0 := Classical.byContradiction fun k => by
  have z : ∑ y, π y = 0 := sum_eq_zero fun y _ =>
    h y (Classical.byContradiction fun l => k ⟨y, l⟩)
  rw [hπ] at z
  exact one_ne_zero z

/-- The optimum is a policy. -/
theorem isProbability_optimum (hρ : ∀ y, 0 ≤ ρ y) (h : ∃ y, ρ y ≠ 0) :
    IsProbability (optimum β r ρ) where
  nonneg y := div_nonneg (mul_nonneg (hρ y) (exp_nonneg _)) (partition_pos hρ h).le
  sum_eq_one := DPO.sum_tilt (partition_pos (β := β) (r := r) hρ h).ne'

/-- The optimum vanishes exactly where the reference does. -/
theorem optimum_eq_zero_iff (hρ : ∀ y, 0 ≤ ρ y) (h : ∃ y, ρ y ≠ 0) (y : Y) :
    optimum β r ρ y = 0 ↔ ρ y = 0 := by
  rw [optimum, div_eq_zero_iff, mul_eq_zero]
  exact ⟨fun k => k.elim (fun k => k.elim id fun k => absurd k (exp_ne_zero _))
    fun k => absurd k (partition_pos hρ h).ne', fun k => Or.inl (Or.inl k)⟩

/-- The exact identity behind the variational principle: for every `β ≠ 0` and every `π` of sum one
that vanishes where the reference does, the objective is `β log Z - β klDiv π optimum`. -/
theorem objective_eq (hβ : β ≠ 0) (hρ : ∀ y, 0 ≤ ρ y) (hπ : ∑ y, π y = 1)
    (h : AbsolutelyContinuous π ρ) :
    objective β r ρ π = β * log (partition β r ρ) - β * klDiv π (optimum β r ρ) := by
  have hZ := partition_pos (β := β) (r := r) hρ (exists_ne_zero hπ h)
  have e : ∀ y, π y * log (π y / optimum β r ρ y) =
      π y * log (π y / ρ y) - π y * r y * β⁻¹ + π y * log (partition β r ρ) := fun y => by
    by_cases k : π y = 0
    · rw [k]; ring
    · have hy := mt (h y) k
      rw [optimum, div_div_eq_mul_div, mul_div_mul_comm_exp hy, log_mul (div_ne_zero k hy)
        (div_ne_zero hZ.ne' (exp_ne_zero _)), log_div hZ.ne' (exp_ne_zero _), log_exp]
      ring
  rw [objective, klDiv, klDiv, Fintype.sum_congr e, sum_add_distrib, sum_sub_distrib, ← sum_mul,
    ← sum_mul, hπ, mul_add, mul_sub, mul_comm _ β⁻¹, mul_inv_cancel_left₀ hβ]
  ring
where
  mul_div_mul_comm_exp {a b c Z : Real} (_ : b ≠ 0) : a * Z / (b * c) = a / b * (Z / c) := by
    rw [div_mul_div_comm]

/-- The optimal value bounds the objective of every policy. -/
theorem objective_le (hβ : 0 < β) (hρ : ∀ y, 0 ≤ ρ y) (hπ : IsProbability π)
    (h : AbsolutelyContinuous π ρ) : objective β r ρ π ≤ β * log (partition β r ρ) := by
  have hn := exists_ne_zero hπ.sum_eq_one h
  have k := hπ.klDiv_nonneg (isProbability_optimum (β := β) (r := r) hρ hn) fun y hy =>
    h y ((optimum_eq_zero_iff hρ hn y).1 hy)
  have := mul_nonneg hβ.le k
  rw [objective_eq hβ.ne' hρ hπ.sum_eq_one h]
  linarith

/-- Only the optimum has the optimal value. -/
theorem objective_eq_iff (hβ : 0 < β) (hρ : ∀ y, 0 ≤ ρ y) (hπ : IsProbability π)
    (h : AbsolutelyContinuous π ρ) :
    objective β r ρ π = β * log (partition β r ρ) ↔ π = optimum β r ρ := by
  have hn := exists_ne_zero hπ.sum_eq_one h
  rw [← hπ.klDiv_eq_zero_iff (isProbability_optimum (β := β) (r := r) hρ hn) fun y hy =>
    h y ((optimum_eq_zero_iff hρ hn y).1 hy), objective_eq hβ.ne' hρ hπ.sum_eq_one h]
  constructor
  · intro k
    have : β * klDiv π (optimum β r ρ) = 0 := by linarith
    exact (mul_eq_zero.1 this).elim (fun k => absurd k hβ.ne') id
  · intro k
    rw [k, mul_zero, sub_zero]

/-- The KL-regularised optimum is an exponential tilt (chapter 20): for a positive reference and
`β > 0` the tilt is a policy with value `β log Z`; the value of any policy is `β log Z` minus `β`
times its divergence from the tilt; and no other policy is as good. -/
theorem gibbs_variational (hβ : 0 < β) (hρ : ∀ y, 0 < ρ y) (r : Y → Real) [Nonempty Y] :
    IsProbability (optimum β r ρ) ∧
      objective β r ρ (optimum β r ρ) = β * log (partition β r ρ) ∧
      ∀ π, IsProbability π →
        objective β r ρ π = β * log (partition β r ρ) - β * klDiv π (optimum β r ρ) ∧
        objective β r ρ π ≤ objective β r ρ (optimum β r ρ) ∧
        (objective β r ρ π = objective β r ρ (optimum β r ρ) → π = optimum β r ρ) := by
  have hn : ∃ y, ρ y ≠ 0 := ⟨Classical.choice ‹_›, (hρ _).ne'⟩
  have h₀ : ∀ y, 0 ≤ ρ y := fun y => (hρ y).le
  have ac : ∀ π : Y → Real, AbsolutelyContinuous π ρ := fun π => .of_pos hρ
  have ho := isProbability_optimum (β := β) (r := r) h₀ hn
  have v := (objective_eq_iff hβ h₀ ho (ac _)).2 rfl
  refine ⟨ho, v, fun π hπ => ⟨objective_eq hβ.ne' h₀ hπ.sum_eq_one (ac π), ?_, fun e => ?_⟩⟩
  · rw [v]; exact objective_le hβ h₀ hπ (ac π)
  · rw [v] at e; exact (objective_eq_iff hβ h₀ hπ (ac π)).1 e

/-- The hypotheses of `gibbs_variational` can hold: `β = 1` and the uniform reference. -/
theorem gibbs_variational_witness : ∃ (β : Real) (ρ : Bool → Real), 0 < β ∧ (∀ y, 0 < ρ y) ∧
    IsProbability ρ :=
  haveI : Nonempty Bool := ⟨true⟩
  ⟨1, uniform Real Bool, one_pos, uniform_pos, .uniform⟩

/-- With a negative `β` the tilt is the worst policy. -/
theorem le_objective_of_neg (hβ : β < 0) (hρ : ∀ y, 0 ≤ ρ y) (hπ : IsProbability π)
    (h : AbsolutelyContinuous π ρ) : β * log (partition β r ρ) ≤ objective β r ρ π := by
  have hn := exists_ne_zero hπ.sum_eq_one h
  have k := hπ.klDiv_nonneg (isProbability_optimum (β := β) (r := r) hρ hn) fun y hy =>
    h y ((optimum_eq_zero_iff hρ hn y).1 hy)
  have := mul_nonneg (neg_nonneg.2 hβ.le) k
  rw [objective_eq hβ.ne hρ hπ.sum_eq_one h]
  linarith

/-- `objective_le` fails for a negative `β`: for `β = -1`, no reward and a fair reference a single
response is better than the tilt. -/
theorem objective_le_needs_pos : ∃ (r ρ π : Bool → Real), (∀ y, 0 < ρ y) ∧ IsProbability π ∧
    (-1) * log (partition (-1) r ρ) < objective (-1) r ρ π := by
  haveI : Nonempty Bool := ⟨true⟩
  refine ⟨fun _ => 0, uniform Real Bool, point true, uniform_pos, .point true, ?_⟩
  have z : partition (-1) (fun _ => 0) (uniform Real Bool) = 1 := by
    rw [partition, zero_div, exp_zero]
    simp only [mul_one]
    exact IsProbability.uniform.sum_eq_one
  have l : (0 : Real) < log (Fintype.card Bool) := log_pos (by
    rw [Fintype.card_bool]; exact one_lt_two)
  rw [z, log_one, mul_zero, objective, klDiv_point_uniform]
  simp only [mul_zero, sum_const]
  linarith

/-- `objective_le` fails for policies that leave the reference, whose divergence is infinite in the
books and not here: all the reward may be outside the reference. -/
theorem objective_le_needs_absolutelyContinuous : ∃ (r ρ π : Bool → Real), IsProbability ρ ∧
    IsProbability π ∧ 1 * log (partition 1 r ρ) < objective 1 r ρ π := by
  refine ⟨point true, point false, point true, .point false, .point true, ?_⟩
  have z : partition 1 (point true) (point false : Bool → Real) = 1 := by
    rw [partition, sum_point_mul, point, if_neg (by simp), zero_div, exp_zero]
  rw [z, log_one, mul_zero, objective, klDiv_point, sum_point_mul]
  rw [point, if_pos rfl, point, if_neg (by simp), div_zero, log_zero, mul_zero, sub_zero]
  exact one_pos

end Real

/-! ## The trade-off in the penalty -/

section Tradeoff
variable {P : Type u} {F : Type v} [LinearOrderedField F] {reward penalty : P → F} {a b : F}
  {p q : P}

/-- Larger `β` means less reward and less divergence (chapter 20): if `p` is best for `a`, `q` is
best for `b`, and `0 ≤ a < b`, then `q` has at most the penalty and at most the reward of `p`. The
policies, the reward and the penalty are arbitrary. -/
theorem tradeoff (ha : 0 ≤ a) (hab : a < b)
    (hp : ∀ x, reward x - a * penalty x ≤ reward p - a * penalty p)
    (hq : ∀ x, reward x - b * penalty x ≤ reward q - b * penalty q) :
    penalty q ≤ penalty p ∧ reward q ≤ reward p := by
  have h := hp q
  have k := hq p
  have l : penalty q ≤ penalty p := by
    apply not_lt.1
    intro m
    have := mul_lt_mul_of_pos_right hab (sub_pos.2 m)
    linarith
  refine ⟨l, ?_⟩
  have := mul_le_mul_of_nonneg_left l ha
  linarith

/-- The hypotheses of `tradeoff` can hold with both inequalities strict: two policies, of reward and
penalty `0` and `2`, `1`; the greedy one is best for `0`, the other for `3`. -/
theorem tradeoff_witness : ∃ reward penalty : Bool → Rat, (∀ x, 0 ≤ penalty x) ∧
    (∀ x, reward x - 0 * penalty x ≤ reward true - 0 * penalty true) ∧
    (∀ x, reward x - 3 * penalty x ≤ reward false - 3 * penalty false) ∧
    penalty false < penalty true ∧ reward false < reward true :=
  ⟨fun y => if y = true then 2 else 0, fun y => if y = true then 1 else 0, by decide +kernel⟩

/-- For a negative `a` the reward may grow with the weight of the penalty. -/
theorem tradeoff_needs_nonneg : ∃ reward penalty : Bool → Rat, (∀ x, 0 ≤ penalty x) ∧
    (∀ x, reward x - -1 * penalty x ≤ reward true - -1 * penalty true) ∧
    (∀ x, reward x - 0 * penalty x ≤ reward false - 0 * penalty false) ∧
    reward true < reward false :=
  ⟨fun y => if y = true then 0 else 1, fun y => if y = true then 2 else 0, by decide +kernel⟩

/-- Policies that are not best may have more penalty for the larger weight. -/
theorem tradeoff_needs_maximiser : ∃ reward penalty : Bool → Rat, (∀ x, 0 ≤ penalty x) ∧
    (∀ x, reward x - 0 * penalty x ≤ reward true - 0 * penalty true) ∧
    penalty true < penalty false :=
  ⟨fun _ => 0, fun y => if y = true then 0 else 1, by decide +kernel⟩

end Tradeoff

/-- The trade-off for the tilts: a larger `β` brings the optimum nearer to the reference, at the
cost of reward. -/
theorem optimum_tradeoff {Y : Type u} [Fintype Y] {ρ : Y → Real} {a b : Real} (ha : 0 < a)
    (hab : a < b) (hρ : ∀ y, 0 < ρ y) (r : Y → Real) [Nonempty Y] :
    klDiv (optimum b r ρ) ρ ≤ klDiv (optimum a r ρ) ρ ∧
      ∑ y, optimum b r ρ y * r y ≤ ∑ y, optimum a r ρ y * r y := by
  have hb := ha.trans hab
  obtain ⟨pa, _, ma⟩ := gibbs_variational ha hρ r
  obtain ⟨pb, _, mb⟩ := gibbs_variational hb hρ r
  exact tradeoff (P := {π : Y → Real // IsProbability π}) (reward := fun π => ∑ y, π.1 y * r y)
    (penalty := fun π => klDiv π.1 ρ) (p := ⟨_, pa⟩) (q := ⟨_, pb⟩) ha.le hab
    (fun π => (ma π.1 π.2).2.1) (fun π => (mb π.1 π.2).2.1)

end KLRegularization
