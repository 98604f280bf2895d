prelude
import DeepTheory.Algebra.Tactic.NormNum
import DeepTheory.Algebra.Tactic.Positivity
import DeepTheory.Generalization.FiniteClassReal
/-! # What the finite-class bounds need, in the form as printed

In all examples the label is uniform on a finite set, so that every hypothesis has the same error,
and the deviation from it is large on every sample. The probability on the left is then one, and the
bound on the right is less.

## Main statements

`Generalization.hoeffding_needs_indep`, `Generalization.hoeffding_needs_fixed`,
`Generalization.hoeffding_needs_nonneg`, `Generalization.agnostic_exp_needs_card`.
-/
set_option autoImplicit false

open Real

namespace Generalization
open FiniteDistribution

/-- One point; its label is a coin flip. -/
noncomputable abbrev coinLabel : FiniteDistribution Real (Unit × Bool) :=
  uniform Real (Unit × Bool) (h := ⟨((), true)⟩)

/-- One point; its label is uniform among eight. -/
noncomputable abbrev eightLabels : FiniteDistribution Real (Unit × Fin 8) :=
  uniform Real (Unit × Fin 8) (h := ⟨((), 0)⟩)

theorem populationError_coinLabel (h : Unit → Bool) :
    populationError coinLabel.expectation h = 1 / 2 := by
  have c : ∀ b : Bool,
      ((Finset.univ : Finset (Unit × Bool)).filter fun e => b ≠ e.2).card = 1 := by decide
  rw [populationError, prob_uniform, show ((Finset.univ : Finset (Unit × Bool)).filter
    fun e => h e.1 ≠ e.2).card = 1 from c (h ()), show Fintype.card (Unit × Bool) = 2 from rfl,
    Nat.cast_one]
  rfl
theorem populationError_eightLabels (h : Unit → Fin 8) :
    populationError eightLabels.expectation h = 7 / 8 := by
  have c : ∀ b : Fin 8,
      ((Finset.univ : Finset (Unit × Fin 8)).filter fun e => b ≠ e.2).card = 7 := by decide
  rw [populationError, prob_uniform, show ((Finset.univ : Finset (Unit × Fin 8)).filter
    fun e => h e.1 ≠ e.2).card = 7 from c (h ()), show Fintype.card (Unit × Fin 8) = 8 from rfl]
  rfl

/-- `2 exp (-x) < 1` for `x > 1`. -/
theorem two_mul_exp_neg_lt_one {x : Real} (h : 1 < x) : 2 * exp (-x) < 1 := by
  have k := add_one_le_exp x
  rw [exp_neg, ← div_eq_mul_inv, div_lt_one (exp_pos x)]
  linarith

/-- `hoeffding_lt` fails for a sample that repeats one example: eight times the same coin flip. -/
theorem hoeffding_needs_indep : ∃ (E D : Expectation Real (Unit × Bool))
    (S : Unit × Bool → Fin 8 → Unit × Bool) (h : Unit → Bool) (ε : Real),
      Expectation.IdenticallyDistributed E D S ∧ D.IsEvent (Wrong h) ∧ 0 ≤ ε ∧
      ¬(E.prob fun ω => ε < |empiricalError h (S ω) - populationError D h|) ≤
        2 * exp (-(2 * (8 : Nat) * ε ^ 2)) := by
  refine ⟨coinLabel.expectation, coinLabel.expectation, fun ω _ => ω, fun _ => true, 2 / 5,
    ⟨fun _ _ _ => trivial, fun _ _ _ => rfl⟩, trivial, by positivity, not_le_of_gt ?_⟩
  rw [Expectation.prob_of_forall _ fun ω => ?_]
  · exact two_mul_exp_neg_lt_one (by
      rw [show ((8 : Nat) : Real) = 8 from rfl]; norm_num)
  · rw [populationError_coinLabel, empiricalError_eq]
    have c : ∀ b : Bool, errorCount (fun _ => true) (fun _ : Fin 8 => ((), b)) = cond b 0 8 := by
      decide
    rw [show errorCount (fun _ => true) (fun _ : Fin 8 => ω) = cond ω.2 0 8 from c ω.2]
    cases ω.2 with
    | true =>
      rw [show ((cond true 0 8 : Nat) : Real) = 0 from Nat.cast_zero, zero_div, zero_sub, abs_neg,
        abs_of_pos (by positivity)]
      norm_num
    | false =>
      rw [show ((cond false 0 8 : Nat) : Real) = 8 from rfl,
        show ((8 : Nat) : Real) = 8 from rfl, abs_of_pos (by norm_num)]
      norm_num

theorem empiricalError_const (s : Fin 1 → Unit × Fin 8) :
    (empiricalError (fun _ => (s 0).2) s : Real) = 0 :=
  empiricalError_eq_zero_iff.2 fun i => congrArg (fun i => (s i).2) (Subsingleton.elim 0 i)

theorem two_mul_exp_lt : 2 * exp (-(2 * (1 : Nat) * (4 / 5) ^ 2)) < 1 :=
  two_mul_exp_neg_lt_one (by rw [Nat.cast_one]; norm_num)

/-- `hoeffding_lt` fails for a hypothesis that depends on the sample: the constant that repeats the
label of the only example. -/
theorem hoeffding_needs_fixed : ∃ (D : FiniteDistribution Real (Unit × Fin 8))
    (A : (Fin 1 → Unit × Fin 8) → Unit → Fin 8) (ε : Real), 0 ≤ ε ∧
      ¬((D.iid 1).expectation.prob fun s =>
        ε < |empiricalError (A s) s - populationError D.expectation (A s)|) ≤
          2 * exp (-(2 * (1 : Nat) * ε ^ 2)) := by
  refine ⟨eightLabels, fun s _ => (s 0).2, 4 / 5, by positivity, not_le_of_gt ?_⟩
  rw [Expectation.prob_of_forall _ fun s => ?_]
  · exact two_mul_exp_lt
  · rw [populationError_eightLabels, empiricalError_const, zero_sub, abs_neg,
      abs_of_pos (by positivity)]
    norm_num

/-- `agnostic` needs the factor `|H|`: of the eight constants one has no error on the only example.
-/
theorem agnostic_exp_needs_card : ∃ (D : FiniteDistribution Real (Unit × Fin 8))
    (H : Finset (Unit → Fin 8)) (ε : Real), 0 ≤ ε ∧
      ¬((D.iid 1).expectation.prob fun s =>
        ∃ h, h ∈ H ∧ ε < |empiricalError h s - populationError D.expectation h|) ≤
          2 * exp (-(2 * (1 : Nat) * ε ^ 2)) := by
  refine ⟨eightLabels, Finset.univ, 4 / 5, by positivity, not_le_of_gt ?_⟩
  rw [Expectation.prob_of_forall _ fun s => ?_]
  · exact two_mul_exp_lt
  · refine ⟨fun _ => (s 0).2, Finset.mem_univ _, ?_⟩
    rw [populationError_eightLabels, empiricalError_const, zero_sub, abs_neg,
      abs_of_pos (by positivity)]
    norm_num

/-- `hoeffding_lt` fails for `ε = -1`. -/
theorem hoeffding_needs_nonneg : ∃ (D : FiniteDistribution Real (Unit × Bool)) (h : Unit → Bool)
    (ε : Real), ¬((D.iid 1).expectation.prob fun s =>
      ε < |empiricalError h s - populationError D.expectation h|) ≤
        2 * exp (-(2 * (1 : Nat) * ε ^ 2)) := by
  refine ⟨coinLabel, fun _ => true, -1, not_le_of_gt ?_⟩
  rw [Expectation.prob_of_forall _ fun s => ?_]
  · exact two_mul_exp_neg_lt_one (by rw [Nat.cast_one]; norm_num)
  · exact lt_of_lt_of_le neg_one_lt_zero (abs_nonneg _)

end Generalization
