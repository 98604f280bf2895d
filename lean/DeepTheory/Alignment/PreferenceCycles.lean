prelude
import DeepTheory.Alignment.BradleyTerry
import DeepTheory.Algebra.BigOperators.Order
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.Tactic.Field
/-! # Cycles of preferences

Bradley-Terry odds multiply to one around every cycle, so preferences that form a cycle come from no
reward. Majorities of annotators can form one although every annotator has a ranking.

Book items: intransitive preferences have no scalar reward, majority labels (chapter 20).

## Main definitions

* `BradleyTerry.Represents w p`: positive strengths `w` give the preference probabilities `p`.
* `BradleyTerry.majority rank y y'`: the share of annotators who rank `y` above `y'`.

## Main statements

* `BradleyTerry.half_lt_preference_iff`: the preferred response is the stronger one.
* `BradleyTerry.prod_odds_cycle`: the odds around a cycle of any length multiply to one.
* `BradleyTerry.not_represents_of_cycle`: no strengths for a cycle of strict preferences.
* `BradleyTerry.not_represents_transitive`: some transitive preferences have no strengths either.
* `BradleyTerry.majority_cycle`: Condorcet's three annotators.
-/
set_option autoImplicit false
universe u v w

namespace BradleyTerry
variable {Y : Type v} {F : Type w}

section Cycle
variable [LinearOrderedField F]

/-- Positive strengths that give the preference probabilities `p`. -/
def Represents (w : Y → F) (p : Y → Y → F) : Prop :=
  (∀ y, 0 < w y) ∧ ∀ y y', p y y' = preference (w y) (w y')

/-- The odds of a preference are the ratio of the strengths. -/
theorem preference_div_preference {a b : F} (ha : 0 < a) (hb : 0 < b) :
    preference a b / preference b a = a / b := by
  have h : a + b ≠ 0 := (add_pos ha hb).ne'
  rw [preference, preference, add_comm b a]
  rw [← mul_div_mul_right _ _ h, div_mul_cancel₀ _ h, div_mul_cancel₀ _ h]

/-- The response with the larger strength is preferred, and that with the larger reward if strengths
increase with rewards. -/
theorem half_lt_preference_iff {a b : F} (ha : 0 < a) (hb : 0 < b) :
    1 / 2 < preference a b ↔ b < a := by
  rw [preference, div_lt_div_iff_of_pos two_pos (add_pos ha hb)]
  constructor <;> intro h <;> linarith

/-- Preferences of strengths are transitive. -/
theorem half_lt_preference_trans {a b c : F} (ha : 0 < a) (hb : 0 < b) (hc : 0 < c)
    (h : 1 / 2 < preference a b) (k : 1 / 2 < preference b c) : 1 / 2 < preference a c := by
  rw [half_lt_preference_iff] at * <;> try assumption
  exact k.trans h

/-- Odds along a path multiply to the odds of its ends. -/
theorem prod_odds_path {w : Nat → F} (hw : ∀ i, 0 < w i) (n : Nat) :
    ∏ i < n, preference (w i) (w (i + 1)) / preference (w (i + 1)) (w i) = w 0 / w n := by
  induction n with
  | zero => exact (div_self (hw 0).ne').symm
  | succ n ih =>
    rw [Finset.prod_range_succ, ih, preference_div_preference (hw n) (hw (n + 1)),
      div_mul_div_cancel₀ (hw n).ne']

/-- Preference cycles (chapter 20): the odds around a cycle multiply to one. The cycle is `y 0`,
..., `y n = y 0`. -/
theorem prod_odds_cycle {w : Y → F} {p : Y → Y → F} (h : Represents w p) {y : Nat → Y} {n : Nat}
    (hy : y n = y 0) : ∏ i < n, p (y i) (y (i + 1)) / p (y (i + 1)) (y i) = 1 := by
  have k := prod_odds_path (w := fun i => w (y i)) (fun i => h.1 (y i)) n
  rw [hy, div_self (h.1 _).ne'] at k
  rw [← k]
  exact Finset.prod_congr rfl fun i _ => by rw [h.2, h.2]

/-- The hypotheses of `prod_odds_cycle` can hold with unequal strengths: a cycle through two
responses. -/
theorem prod_odds_cycle_witness : ∃ (w : Bool → Rat) (p : Bool → Bool → Rat) (y : Nat → Bool),
    Represents w p ∧ w true ≠ w false ∧ y 2 = y 0 ∧ y 1 ≠ y 0 :=
  ⟨fun b => if b = true then 2 else 1, fun a b => preference (if a = true then 2 else 1)
    (if b = true then 2 else 1), fun i => decide (i = 1),
    ⟨by decide +kernel, fun _ _ => rfl⟩, by decide +kernel⟩

/-- Preference cycles (chapter 20): preferences with a cycle of any length, each with probability
above one half, come from no strengths, and so from no reward. -/
theorem not_represents_of_cycle {p : Y → Y → F} {y : Nat → Y} {n : Nat} (hn : n ≠ 0)
    (hy : y n = y 0) (hp : ∀ i, i < n → 1 / 2 < p (y i) (y (i + 1))) : ¬∃ w, Represents w p := by
  intro ⟨w, h⟩
  have step : ∀ i, i < n → w (y (i + 1)) < w (y i) := fun i hi => by
    have := hp i hi
    rwa [h.2, half_lt_preference_iff (h.1 _) (h.1 _)] at this
  have path : ∀ m, m < n → w (y (m + 1)) < w (y 0) := by
    intro m
    induction m with
    | zero => exact step 0
    | succ m ih => exact fun hm => (step _ hm).trans (ih (Nat.lt_of_succ_lt hm))
  obtain ⟨m, rfl⟩ := Nat.exists_eq_succ_of_ne_zero hn
  have := path m (Nat.lt_succ_self m)
  rw [hy] at this
  exact lt_irrefl _ this

/-- The hypotheses of `not_represents_of_cycle` can hold: three responses in a circle, each
preferred to the next with probability `2 / 3`. -/
theorem not_represents_of_cycle_witness : ∃ (p : Fin 3 → Fin 3 → Rat) (y : Nat → Fin 3),
    (∀ a b, p a b + p b a = 1) ∧ y 3 = y 0 ∧ ∀ i, i < 3 → 1 / 2 < p (y i) (y (i + 1)) :=
  ⟨fun a b => if a = b then 1 / 2 else if b.val = (a.val + 1) % 3 then 2 / 3 else 1 / 3,
    fun i => if i % 3 = 0 then 0 else if i % 3 = 1 then 1 else 2, by decide +kernel⟩

/-- Strict preference is needed in `not_represents_of_cycle`: indifference everywhere is a cycle and
has strengths. -/
theorem not_represents_of_cycle_needs_strict : ∃ (w : Fin 3 → Rat) (p : Fin 3 → Fin 3 → Rat),
    Represents w p ∧ ∀ a b, 1 / 2 ≤ p a b :=
  ⟨fun _ => 1, fun _ _ => 1 / 2, ⟨by decide +kernel, by decide +kernel⟩, by decide +kernel⟩

/-- Transitivity is not enough: probabilities `2 / 3` for each of three ordered pairs are
transitive, but have no strengths, since around the cycle the odds multiply to `2 * 2 / 2`. -/
theorem not_represents_transitive : ∃ p : Fin 3 → Fin 3 → Rat, (∀ a b, p a b + p b a = 1) ∧
    (∀ a b c, 1 / 2 < p a b → 1 / 2 < p b c → 1 / 2 < p a c) ∧ ¬∃ w, Represents w p := by
  refine ⟨fun a b => if a = b then 1 / 2 else if a.val < b.val then 2 / 3 else 1 / 3,
    by decide +kernel, by decide +kernel, fun ⟨w, h⟩ => ?_⟩
  have k := prod_odds_cycle (n := 3)
    (y := fun i => if i % 3 = 0 then 0 else if i % 3 = 1 then 1 else 2) h rfl
  revert k
  decide +kernel

end Cycle

/-! ## Majorities -/

/-- The share of the annotators who rank `y` above `y'`; `rank j y` is the place that annotator `j`
gives to `y`, and the first place is the best. -/
def majority {J : Type u} [Fintype J] (rank : J → Y → Nat) (y y' : Y) : Rat :=
  (∑ j, if rank j y < rank j y' then 1 else 0) / Fintype.card J

/-- The three annotators of the example: each ranks `j`, `j + 1`, `j + 2`, counted modulo three. -/
def condorcet (j y : Fin 3) : Nat := (y.val + 3 - j.val) % 3

/-- Majority labels (chapter 20): every annotator has a strict ranking, and each response beats the
next one with two thirds of the votes, in a circle. -/
theorem majority_cycle : (∀ j y y', condorcet j y = condorcet j y' → y = y') ∧
    majority condorcet 0 1 = 2 / 3 ∧ majority condorcet 1 2 = 2 / 3 ∧
      majority condorcet 2 0 = 2 / 3 := by decide +kernel

/-- So no reward gives these majorities, whatever it says of a response against itself. -/
theorem majority_not_represents : ¬∃ w : Fin 3 → Rat, (∀ y, 0 < w y) ∧
    ∀ y y', y ≠ y' → majority condorcet y y' = preference (w y) (w y') := by
  intro ⟨w, pos, h⟩
  have beats : ∀ y y', y ≠ y' → 1 / 2 < majority condorcet y y' → w y' < w y := fun y y' n k =>
    (half_lt_preference_iff (pos y) (pos y')).1 (h y y' n ▸ k)
  have h₁ := beats 0 1 (by decide) (by decide +kernel)
  have h₂ := beats 1 2 (by decide) (by decide +kernel)
  have h₃ := beats 2 0 (by decide) (by decide +kernel)
  linarith

/-- Majority labels (chapter 20): a label of the majority can oppose 49 of 100 annotators, all of
the same opinion. -/
theorem majority_opposes : ∃ rank : Fin 100 → Bool → Nat, (∀ j, rank j true ≠ rank j false) ∧
    majority rank true false = 51 / 100 ∧ majority rank false true = 49 / 100 :=
  ⟨fun j y => cond y (if j.val < 51 then 0 else 1) (if j.val < 51 then 1 else 0), by decide +kernel⟩

/-- Two annotators with rankings cannot make a circle: if both parts of a path have a majority, both
annotators agree on it. -/
theorem majority_cycle_needs_three (rank : Bool → Y → Nat) {a b c : Y}
    (h : 1 / 2 < majority rank a b) (k : 1 / 2 < majority rank b c) :
    ¬1 / 2 < majority rank c a := by
  have both : ∀ {y y' : Y}, 1 / 2 < majority rank y y' → ∀ j, rank j y < rank j y' := by
    intro y y' h j
    rw [majority, Fintype.sum_bool] at h
    revert h
    by_cases ht : rank true y < rank true y' <;> by_cases hf : rank false y < rank false y'
    · intro _; cases j <;> assumption
    · rw [if_pos ht, if_neg hf]; exact fun h => absurd h (by decide +kernel)
    · rw [if_neg ht, if_pos hf]; exact fun h => absurd h (by decide +kernel)
    · rw [if_neg ht, if_neg hf]; exact fun h => absurd h (by decide +kernel)
  exact fun l => Nat.lt_irrefl _
    (Nat.lt_trans (both h true) (Nat.lt_trans (both k true) (both l true)))

end BradleyTerry
