prelude
import DeepTheory.Algebra.Tactic.NormNum
import DeepTheory.Probability.Rademacher
import DeepTheory.Real.Complete
/-! # Rademacher complexity

How well the members of a class can agree with random signs at given points.

Book items: Rademacher complexity, random labels (chapter 7).

## Main definitions

* `Generalization.correlation σ z g`: `1 / N ∑ i, σ_i g(z_i)`,
* `Generalization.IsRademacher G z r`: the class `G` has the empirical Rademacher complexity `r` at
  the points `z`,
* `Generalization.rademacher g L z`: its value for the members of a list, which computes.

## Main statements

* `Generalization.IsRademacher.unique`, `Generalization.exists_isRademacher`: there is exactly one
  value, for a class of real functions with a member and a common bound,
* `Generalization.isRademacher_rademacher`: the value that is computed is the complexity,
* `Generalization.isRademacher_one_iff`: a class of signs has complexity one exactly when it
  realizes every labelling.

## Notes

Suprema are least upper bounds (`IsLUB`), so that a class may be any predicate, and values may be in
any ordered field. The complexity depends on the points of the sample; it is not averaged over
samples here.
-/
set_option autoImplicit false
universe u v

namespace Generalization
open Rademacher FiniteDistribution
open Hypercube (sign sign_mul_self)

variable {F : Type u} {Z : Type v} [LinearOrderedField F] {N : Nat}

/-! ## Definition -/

/-- The correlation of the function `g` with the signs `σ` at the points `z`. -/
def correlation (σ : Fin N → Bool) (z : Fin N → Z) (g : Z → F) : F :=
  1 / (N : F) * ∑ i, sign (σ i) * g (z i)

/-- Rademacher complexity (chapter 7): the class `G` of functions has the empirical Rademacher
complexity `r` at the points `z`, if `r` is the mean over independent uniform signs `σ` of the least
upper bound of the correlations of its members with `σ`. -/
def IsRademacher (G : (Z → F) → Prop) (z : Fin N → Z) (r : F) : Prop :=
  ∃ V : (Fin N → Bool) → F, (∀ σ, IsLUB (fun c => ∃ g, G g ∧ correlation σ z g = c) (V σ)) ∧
    r = (signs F N).expectation.mean V

theorem IsRademacher.unique {G : (Z → F) → Prop} {z : Fin N → Z} {r q : F}
    (h : IsRademacher G z r) (k : IsRademacher G z q) : r = q := by
  obtain ⟨V, hV, rfl⟩ := h
  obtain ⟨W, hW, rfl⟩ := k
  exact congrArg _ (funext fun σ => (hV σ).unique (hW σ))

theorem sign_mul_le (b : Bool) (x : F) : sign b * x ≤ |x| := by
  cases b
  · exact le_of_eq_of_le (one_mul x) (le_abs_self x)
  · exact le_of_eq_of_le (neg_one_mul x) (neg_le_abs x)

theorem correlation_le {g : Z → F} {z : Fin N → Z} {c : F} (h : ∀ i, |g (z i)| ≤ c) (hc : 0 ≤ c)
    (σ : Fin N → Bool) : correlation σ z g ≤ c := by
  have s : (∑ i, sign (σ i) * g (z i)) ≤ N * c := by
    refine le_trans (Finset.sum_le_sum fun i _ => le_trans (sign_mul_le _ _) (h i))
      (le_of_eq ?_)
    rw [Finset.sum_const]
    exact congrArg (fun n : Nat => (n : F) * c) (Fintype.card_fin N)
  rw [correlation, one_div, ← div_eq_inv_mul]
  by_cases n : N = 0
  · subst n
    rw [Nat.cast_zero, div_zero]
    exact hc
  · rw [div_le_iff₀ (Nat.cast_pos.2 (Nat.pos_of_ne_zero n)), mul_comm c]
    exact s

/-- A class of real functions with a member and with a common bound at the points has a Rademacher
complexity. -/
theorem exists_isRademacher {G : (Z → Real) → Prop} (ne : ∃ g, G g) {z : Fin N → Z} {c : Real}
    (h : ∀ g, G g → ∀ i, |g (z i)| ≤ c) : ∃ r, IsRademacher G z r := by
  obtain ⟨V, hV⟩ := Classical.axiomOfChoice fun σ : Fin N → Bool =>
    Real.exists_isLUB (S := fun v => ∃ g, G g ∧ correlation σ z g = v)
      (ne.elim fun g hg => ⟨_, g, hg, rfl⟩) ⟨|c|, fun v ⟨g, hg, e⟩ => e ▸ correlation_le
        (fun i => le_trans (h g hg i) (le_abs_self c)) (abs_nonneg c) σ⟩
  exact ⟨_, V, hV, rfl⟩

/-! ## Computation -/

/-- The largest value of `f` at `a` and at the members of a list. -/
def maxOf {α : Type v} (f : α → F) : α → List α → F
  | a, [] => f a
  | a, b :: L => max (f a) (maxOf f b L)

theorem isLUB_maxOf {α : Type v} (f : α → F) (a : α) (L : List α) :
    IsLUB (fun c => ∃ b, b ∈ a :: L ∧ f b = c) (maxOf f a L) := by
  induction L generalizing a with
  | nil =>
    refine ⟨fun c ⟨b, hb, e⟩ => ?_, fun c hc => hc _ ⟨a, List.mem_cons_self, rfl⟩⟩
    rw [← e, List.mem_singleton.1 hb]
    exact le_rfl
  | cons b L ih =>
    refine ⟨fun c ⟨d, hd, e⟩ => ?_, fun c hc => max_le (hc _ ⟨a, List.mem_cons_self, rfl⟩)
      ((ih b).2 c fun x ⟨d, hd, e⟩ => hc x ⟨d, List.mem_cons_of_mem a hd, e⟩)⟩
    rcases List.mem_cons.1 hd with k | k
    · rw [← e, k]; exact le_max_left _ _
    · exact le_trans ((ih b).1 c ⟨d, k, e⟩) (le_max_right _ _)

/-- The Rademacher complexity of the class with the members `g` and those of `L`. -/
def rademacher (g : Z → F) (L : List (Z → F)) (z : Fin N → Z) : F :=
  (signs F N).expectation.mean fun σ => maxOf (correlation σ z) g L

theorem isRademacher_rademacher (g : Z → F) (L : List (Z → F)) (z : Fin N → Z) :
    IsRademacher (fun h => h ∈ g :: L) z (rademacher g L z) :=
  ⟨_, fun _ => isLUB_maxOf _ g L, rfl⟩

/-! ## Classes that fit all labellings -/

theorem abs_le_one_of_sign {h : Z → F} (hh : ∀ x, h x = 1 ∨ h x = -1) (x : Z) : |h x| ≤ 1 := by
  rcases hh x with e | e
  · rw [e, abs_one]
  · rw [e, abs_neg, abs_one]

/-- Signs that differ from those of `h` at one of the points have a smaller correlation. -/
theorem correlation_le_of_ne {h : Z → F} (hh : ∀ x, h x = 1 ∨ h x = -1) {σ : Fin N → Bool}
    {z : Fin N → Z}
    {j : Fin N} (hj : h (z j) ≠ sign (σ j)) : correlation σ z h ≤ 1 - 2 / N := by
  have n0 : N ≠ 0 := fun e => by subst e; exact j.elim0
  have pos : (0 : F) < N := Nat.cast_pos.2 (Nat.pos_of_ne_zero n0)
  have one : ∀ i, sign (σ i) * h (z i) ≤ (if j = i then -1 else 1 : F) := fun i => by
    by_cases e : j = i
    · subst e
      rw [if_pos rfl]
      refine le_of_eq ?_
      cases k : σ j with
      | true =>
        rw [k] at hj
        rcases hh (z j) with l | l
        · rw [l]; exact mul_one _
        · exact absurd l hj
      | false =>
        rw [k] at hj
        rcases hh (z j) with l | l
        · exact absurd l hj
        · rw [l]; exact one_mul _
    · rw [if_neg e]
      exact le_trans (sign_mul_le _ _) (abs_le_one_of_sign hh _)
  have s : (∑ i, if j = i then (-1 : F) else 1) = N - 2 := by
    rw [show (∑ i, if j = i then (-1 : F) else 1) = ∑ i, (1 - if j = i then (2 : F) else 0) from
      Fintype.sum_congr fun i => by
        by_cases e : j = i
        · rw [if_pos e, if_pos e]; norm_num
        · rw [if_neg e, if_neg e, sub_zero], Finset.sum_sub_distrib, Fintype.sum_ite_eq,
      Finset.sum_const, mul_one]
    exact congrArg (fun n : Nat => (n : F) - 2) (Fintype.card_fin N)
  have k := Finset.sum_le_sum (s := Finset.univ) fun i _ => one i
  rw [s] at k
  rw [correlation, one_div, ← div_eq_inv_mul, div_le_iff₀ pos, sub_mul, one_mul,
    div_mul_cancel₀ _ pos.ne']
  exact k

/-- Signs that are those of `h` have correlation one. -/
theorem correlation_eq_one {h : Z → F} {σ : Fin N → Bool} {z : Fin N → Z} (hN : N ≠ 0)
    (e : ∀ i, h (z i) = sign (σ i)) : correlation σ z h = 1 := by
  rw [correlation, Fintype.sum_congr fun i => show sign (σ i) * h (z i) = (1 : F) by
    rw [e i, sign_mul_self], Finset.sum_const, mul_one]
  exact (congrArg (fun n : Nat => 1 / (N : F) * n) (Fintype.card_fin N)).trans
    (by rw [one_div]; exact inv_mul_cancel₀ (Nat.cast_ne_zero.2 hN))

theorem signs_weight_pos (σ : Fin N → Bool) : 0 < (signs F N).weight σ := by
  show 0 < ∏ _i : Fin N, 1 / ((2 : Nat) : F)
  exact Finset.prod_pos fun _ _ => one_div_pos.2 (Nat.cast_pos.2 Nat.zero_lt_two)

/-- Random labels (chapter 7): a class of functions with the values `1` and `-1` has the empirical
Rademacher complexity one at the points `z` if and only if it realizes every labelling of them. -/
theorem isRademacher_one_iff {H : (Z → F) → Prop} (hH : ∀ h, H h → ∀ x, h x = 1 ∨ h x = -1)
    {z : Fin N → Z} (hN : N ≠ 0) :
    IsRademacher H z 1 ↔ ∀ y : Fin N → Bool, ∃ h, H h ∧ ∀ i, h (z i) = sign (y i) := by
  have bound : ∀ σ h, H h → correlation σ z h ≤ 1 := fun σ h hh =>
    correlation_le (fun i => abs_le_one_of_sign (hH h hh) (z i)) zero_le_one σ
  constructor
  · intro ⟨V, hV, e⟩ y
    refine Classical.byContradiction fun n => ?_
    have le : ∀ σ, V σ ≤ 1 := fun σ => (hV σ).2 1 fun c ⟨h, hh, e⟩ => e ▸ bound σ h hh
    have lt : V y < 1 := by
      have pos : (0 : F) < N := Nat.cast_pos.2 (Nat.pos_of_ne_zero hN)
      refine lt_of_le_of_lt ((hV y).2 (1 - 2 / N) fun c ⟨h, hh, e⟩ => ?_)
        (sub_lt_self 1 (div_pos two_pos pos))
      by_cases d : ∃ j, h (z j) ≠ sign (y j)
      · obtain ⟨j, hj⟩ := d
        exact e ▸ correlation_le_of_ne (hH h hh) hj
      · refine absurd ⟨h, hh, fun i => ?_⟩ n
        exact Classical.byContradiction fun k => d ⟨i, k⟩
    have k := Finset.sum_lt_sum (s := Finset.univ) (f := fun σ => (signs F N).weight σ * V σ)
      (g := fun σ => (signs F N).weight σ * 1)
      (fun σ _ => mul_le_mul_of_nonneg_left (le σ) (signs_weight_pos σ).le)
      ⟨y, Finset.mem_univ y, mul_lt_mul_of_pos_left lt (signs_weight_pos y)⟩
    rw [Fintype.sum_congr fun σ => mul_one ((signs F N).weight σ), (signs F N).sum_weight] at k
    exact absurd k (not_lt_of_ge (le_of_eq e))
  · intro h
    refine ⟨fun _ => 1, fun σ => ⟨fun c ⟨h, hh, e⟩ => e ▸ bound σ h hh, fun c hc => ?_⟩,
      (Expectation.mean_const _ 1).symm⟩
    obtain ⟨g, hg, e⟩ := h σ
    exact hc 1 ⟨g, hg, correlation_eq_one hN e⟩

end Generalization
