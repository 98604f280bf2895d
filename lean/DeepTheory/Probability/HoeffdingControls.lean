prelude
import DeepTheory.Algebra.Tactic.NormNum
import DeepTheory.Algebra.Tactic.Positivity
import DeepTheory.Probability.Hoeffding
/-! # What the inequalities of Hoeffding and Bernstein need

Small spaces on which the hypotheses of `Expectation.IndepFun.hoeffding_sum` hold, and spaces on
which it or `Expectation.IndepFun.bernstein_sum` fails when one hypothesis is dropped.

## Main statements

`Expectation.IndepFun.hoeffding_sum_witness`, `Expectation.IndepFun.hoeffding_sum_needs_indep`,
`Expectation.IndepFun.hoeffding_sum_needs_le`, `Expectation.IndepFun.hoeffding_sum_needs_nonneg`,
`Expectation.IndepFun.bernstein_sum_needs_le`.
-/
set_option autoImplicit false

open Real

namespace Expectation
open FiniteDistribution

theorem sum_fin_one (f : Fin 1 → Real) : ∑ i, f i = f 0 := by
  rw [Fin.sum_univ_succ, Fin.sum_univ_zero, add_zero]

/-- A fair coin whose sides count `1` and `-1`. -/
noncomputable abbrev realCoin : FiniteDistribution Real Bool := uniform Real Bool (h := ⟨true⟩)

/-- What the sides of a coin count. -/
noncomputable def side (b : Bool) : Real := cond b 1 (-1)

theorem mean_side : realCoin.expectation.mean side = 0 := by
  show (∑ b : Bool, 1 / (Fintype.card Bool : Real) * side b) = 0
  rw [Fintype.sum_bool]
  show 1 / (Fintype.card Bool : Real) * 1 + 1 / (Fintype.card Bool : Real) * -1 = 0
  ring
theorem mean_pi_side {N : Nat} (i : Fin N) :
    ((pi fun _ : Fin N => realCoin).expectation.mean fun ω => side (ω i)) = 0 :=
  (pi_mean_apply (fun _ => realCoin) i side).trans mean_side
theorem neg_one_le_side (b : Bool) : -1 ≤ side b := match b with
  | true => le_trans neg_one_lt_zero.le zero_le_one
  | false => le_rfl
theorem side_le_one (b : Bool) : side b ≤ 1 := match b with
  | true => le_rfl
  | false => le_trans neg_one_lt_zero.le zero_le_one
/-- The coin shows a given side with probability one half. -/
theorem prob_realCoin {A : Bool → Prop} [DecidablePred A] (h₁ : A true) (h₀ : ¬A false) :
    realCoin.expectation.prob A = 1 / 2 := by
  show (∑ b : Bool, 1 / (Fintype.card Bool : Real) * if A b then 1 else 0) = 1 / 2
  rw [Fintype.sum_bool, if_pos h₁, if_neg h₀, mul_one, mul_zero, add_zero]
  rfl

/-- The hypotheses of Hoeffding's inequality can hold: eight fair coins with the values `1` and
`-1`. -/
theorem IndepFun.hoeffding_sum_witness :
    ∃ (E : Expectation Real (Fin 8 → Bool)) (X : Fin 8 → (Fin 8 → Bool) → Real),
      E.IndepFun (fun _ => True) X ∧ (∀ i, E.IsRandom (X i)) ∧ (∀ i ω, -1 ≤ X i ω) ∧
        (∀ i ω, X i ω ≤ 1) ∧ (∀ ε, E.IsEvent fun ω => ε ≤ ∑ i, (X i ω - E.mean (X i))) ∧
          (∀ i, E.mean (X i) = 0) ∧ ∀ i, ∃ ω ω', X i ω ≠ X i ω' :=
  ⟨(pi fun _ => realCoin).expectation, fun i ω => side (ω i),
    indepFun_pi (fun _ => realCoin) fun _ => side, fun _ => trivial,
    fun i ω => neg_one_le_side (ω i), fun i ω => side_le_one (ω i), fun _ => trivial,
    mean_pi_side,
    fun _ => ⟨fun _ => true, fun _ => false, fun h => by
      have k : (1 : Real) = -1 := h
      linarith⟩⟩

theorem exp_neg_lt_half {x : Real} (h : 1 < x) : exp (-x) < 1 / 2 := by
  have k := add_one_le_exp x
  rw [exp_neg, ← one_div, div_lt_div_iff_of_pos (exp_pos x) two_pos]
  linarith

/-- Hoeffding's inequality needs independence: the same coin, counted eight times. -/
theorem IndepFun.hoeffding_sum_needs_indep : ∃ (E : Expectation Real Bool)
    (X : Fin 8 → Bool → Real) (ε : Real), (∀ i, E.IsRandom (X i)) ∧ (∀ i ω, -1 ≤ X i ω) ∧
      (∀ i ω, X i ω ≤ 1) ∧ 0 ≤ ε ∧ ¬(E.prob fun ω => ε ≤ ∑ i, (X i ω - E.mean (X i))) ≤
        exp (-(2 * ε ^ 2 / ∑ _i : Fin 8, (1 - -1) ^ 2)) := by
  have s : ∀ b, (∑ _i : Fin 8, (side b - realCoin.expectation.mean side)) = 8 * side b := fun b =>
    (Finset.sum_const _ _).trans (by rw [mean_side, sub_zero]; rfl)
  have v : (∑ _i : Fin 8, (1 - -1 : Real) ^ 2) = 8 * (1 - -1) ^ 2 := Finset.sum_const _ _
  refine ⟨realCoin.expectation, fun _ => side, 8, fun _ => trivial, fun _ => neg_one_le_side,
    fun _ => side_le_one, by norm_num, not_le_of_gt ?_⟩
  rw [v, prob_realCoin (A := fun b => 8 ≤ ∑ _i, (side b - realCoin.expectation.mean side))]
  · rw [show (2 : Real) * 8 ^ 2 / (8 * (1 - -1) ^ 2) = 4 by
      rw [show (1 - -1 : Real) = 2 by ring]; ring]
    exact exp_neg_lt_half (by norm_num)
  · rw [s]; show (8 : Real) ≤ 8 * 1; norm_num
  · rw [s]; show ¬(8 : Real) ≤ 8 * -1; norm_num

/-- Hoeffding's inequality needs both bounds of the values: a coin with the values `1` and `-1` of
which only the lower bound `-1` is right. -/
theorem IndepFun.hoeffding_sum_needs_le : ∃ (E : Expectation Real (Fin 1 → Bool))
    (X : Fin 1 → (Fin 1 → Bool) → Real) (b ε : Real), E.IndepFun (fun _ => True) X ∧
      (∀ i, E.IsRandom (X i)) ∧ (∀ i ω, -1 ≤ X i ω) ∧ 0 ≤ ε ∧
        ¬(E.prob fun ω => ε ≤ ∑ i, (X i ω - E.mean (X i))) ≤
          exp (-(2 * ε ^ 2 / ∑ _i : Fin 1, (b - -1) ^ 2)) := by
  refine ⟨(pi fun _ => realCoin).expectation, fun i ω => side (ω i), -3 / 4, 1,
    indepFun_pi (fun _ => realCoin) fun _ => side, fun _ => trivial,
    fun i ω => neg_one_le_side (ω i), zero_le_one, not_le_of_gt ?_⟩
  have q : ((pi fun _ : Fin 1 => realCoin).expectation.prob fun ω => 1 ≤ side (ω 0)) = 1 / 2 :=
    (pi_mean_apply (fun _ : Fin 1 => realCoin) 0 fun b => if 1 ≤ side b then 1 else 0).trans
      (prob_realCoin (A := fun b => 1 ≤ side b) le_rfl
        (not_le_of_gt (lt_trans neg_one_lt_zero zero_lt_one)))
  simp only [mean_pi_side, sum_fin_one, sub_zero]
  rw [q]
  rw [show (2 : Real) * 1 ^ 2 / (-3 / 4 - -1) ^ 2 = 32 by
    rw [show (-3 / 4 - -1 : Real) = 1 / 4 by ring]; ring]
  exact exp_neg_lt_half (by norm_num)

/-- Hoeffding's inequality fails for `ε = -1`: a coin. -/
theorem IndepFun.hoeffding_sum_needs_nonneg : ∃ (E : Expectation Real (Fin 1 → Bool))
    (X : Fin 1 → (Fin 1 → Bool) → Real) (ε : Real), E.IndepFun (fun _ => True) X ∧
      (∀ i, E.IsRandom (X i)) ∧ (∀ i ω, -1 ≤ X i ω) ∧ (∀ i ω, X i ω ≤ 1) ∧
        ¬(E.prob fun ω => ε ≤ ∑ i, (X i ω - E.mean (X i))) ≤
          exp (-(2 * ε ^ 2 / ∑ _i : Fin 1, (1 - -1) ^ 2)) := by
  refine ⟨(pi fun _ => realCoin).expectation, fun i ω => side (ω i), -1,
    indepFun_pi (fun _ => realCoin) fun _ => side, fun _ => trivial,
    fun i ω => neg_one_le_side (ω i), fun i ω => side_le_one (ω i), not_le_of_gt ?_⟩
  simp only [mean_pi_side, sum_fin_one, sub_zero]
  have q : ((pi fun _ : Fin 1 => realCoin).expectation.prob fun ω => -1 ≤ side (ω 0)) = 1 :=
    Expectation.prob_of_forall _ fun ω => neg_one_le_side (ω 0)
  rw [q, exp_lt_one_iff, show (1 - -1 : Real) = 2 by ring,
    show -(2 * (-1 : Real) ^ 2 / 2 ^ 2) = -1 / 2 by ring]
  norm_num

/-! ## Bernstein's inequality -/

/-- A rare event: probability `1 / 101`. -/
noncomputable abbrev rare : FiniteDistribution Real Bool :=
  bernoulli (1 / 101) (by positivity) (by norm_num)

/-- Ten if the rare event happens, and a tenth less than zero if not. -/
noncomputable def jump (b : Bool) : Real := cond b 10 (-1 / 10)

theorem mean_rare (f : Bool → Real) :
    rare.expectation.mean f = 1 / 101 * f true + (1 - 1 / 101) * f false := by
  show (∑ b : Bool, cond b (1 / 101 : Real) (1 - 1 / 101) * f b) = _
  rw [Fintype.sum_bool]
  rfl
theorem mean_jump : rare.expectation.mean jump = 0 := by
  rw [mean_rare]
  show (1 / 101 : Real) * 10 + (1 - 1 / 101) * (-1 / 10) = 0
  ring
theorem var_jump : rare.expectation.var jump = 1 := by
  rw [var, mean_jump, mean_rare]
  show (1 / 101 : Real) * (10 - 0) ^ 2 + (1 - 1 / 101) * (-1 / 10 - 0) ^ 2 = 1
  rw [sub_zero, sub_zero]
  ring

/-- Bernstein's inequality needs the bound `M` of the excess: a variable of variance one that
is `10` with probability `1 / 101`, and `M = 0`. -/
theorem IndepFun.bernstein_sum_needs_le : ∃ (E : Expectation Real (Fin 1 → Bool))
    (X : Fin 1 → (Fin 1 → Bool) → Real) (M V ε : Real), E.IndepFun (fun _ => True) X ∧
      (∀ i, E.IsRandom (X i)) ∧ 0 ≤ M ∧ 0 < V ∧ ∑ i, E.var (X i) ≤ V ∧ 0 ≤ ε ∧
        ¬(E.prob fun ω => ε ≤ ∑ i, (X i ω - E.mean (X i))) ≤
          exp (-(ε ^ 2 / (2 * (V + M * ε / 3)))) := by
  have m : ∀ f : Bool → Real, ((pi fun _ : Fin 1 => rare).expectation.mean fun ω => f (ω 0)) =
      rare.expectation.mean f := fun f => pi_mean_apply (fun _ => rare) 0 f
  refine ⟨(pi fun _ => rare).expectation, fun i ω => jump (ω i), 0, 1, 10,
    indepFun_pi (fun _ => rare) fun _ => jump, fun _ => trivial, le_rfl, one_pos, ?_,
    by norm_num, not_le_of_gt ?_⟩
  · rw [sum_fin_one, var, m jump, m fun b => (jump b - rare.expectation.mean jump) ^ 2]
    exact le_of_eq var_jump
  · have q : ((pi fun _ : Fin 1 => rare).expectation.prob fun ω => 10 ≤ jump (ω 0)) = 1 / 101 := by
      refine (m fun b => if 10 ≤ jump b then 1 else 0).trans ?_
      rw [mean_rare, if_pos (show (10 : Real) ≤ jump true from le_rfl),
        if_neg (show ¬(10 : Real) ≤ jump false from
          show ¬(10 : Real) ≤ -1 / 10 by norm_num), mul_one, mul_zero, add_zero]
    simp only [sum_fin_one, m jump, mean_jump, sub_zero]
    rw [q, exp_neg, ← one_div,
      show (10 : Real) ^ 2 / (2 * (1 + 0 * 10 / 3)) = 2 * 25 by
        rw [zero_mul, zero_div, add_zero]
        ring,
      exp_two_mul]
    have k := pow_le_pow_left₀ (by norm_num) (add_one_le_exp 25) 2
    exact one_div_lt_one_div_of_lt (by norm_num) (lt_of_lt_of_le (by norm_num) k)

end Expectation
