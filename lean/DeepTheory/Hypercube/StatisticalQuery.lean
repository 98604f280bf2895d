prelude
import DeepTheory.Hypercube.Stability
/-! # Statistical queries and parities

A statistical query asks for the mean of a bounded function of point and label, and gets it up to a
tolerance. By Parseval a bounded function correlates with few parities, so queries cannot find an
unknown parity; but samples can, because parities are linear equations modulo two.

Book items: the statistical-query model, Definition 10.22 (unknown parity), the lower bound for
parities, raw parity samples as a linear system.

## Main definitions

* `Hypercube.parityMean q T`: the mean of `q(x, χ_T(x))` for uniform `x`: the example of the unknown
  parity `T`,
* `Hypercube.SQAlgorithm`: deterministic adaptive algorithms, as trees of queries,
* `Hypercube.Identifies τ T A n`: whatever valid answers of tolerance `τ` the algorithm `A` gets
  when the unknown parity is `T`, it asks at most `n` bounded queries and outputs `T`,
* `Hypercube.Spanned B`: the points that are products (sums modulo two) of points in `B`.

## Main statements

* `Hypercube.sum_sq_correlation_le`: the squared correlations of a bounded function with all
  parities add up to at most one,
* `Hypercube.card_correlated_mul_sq_lt`: so fewer than `1 / τ²` of them are above `τ`,
* `Hypercube.lt_queries_of_identifies`: more than `τ² (2 ^ d - 1)` queries are needed to identify
  every parity,
* `Hypercube.character_eq_sign_iff`, `Hypercube.parity_unique`: the linear system, and its unique
  solution.
-/
set_option autoImplicit false
universe u v w

namespace Hypercube
variable {ι : Type u} {R : Type v}

/-! ## Correlations with parities -/

section Bessel
variable [Fintype ι] [LinearOrderedField R]

/-- The squared correlations of `φ` with all parities add up to at most one, if `φ` is bounded by
one. -/
theorem sum_sq_correlation_le {φ : (ι → Bool) → R} (hφ : ∀ x, |φ x| ≤ 1) :
    ∑ T : Finset ι, expect (fun x => character T x * φ x) ^ 2 ≤ 1 := by
  rw [show (∑ T : Finset ι, expect (fun x => character T x * φ x) ^ 2) = ∑ T : Finset ι,
    coefficient φ T ^ 2 from
    Fintype.sum_congr fun T => congrArg (· ^ 2) (expect_congr fun x => mul_comm _ _), ← parseval]
  refine le_of_le_of_eq (expect_le_expect (g := fun _ => 1) fun x =>
    ?_) (expect_const two_ne_zero 1)
  exact sq_le_one_iff_abs_le_one.2 (hφ x)

/-- The parities that correlate with `φ` by more than `τ`. -/
def correlated (φ : (ι → Bool) → R) (τ : R) : Finset (Finset ι) :=
  Finset.univ.filter fun T => τ < |expect fun x => character T x * φ x|

/-- A bounded function correlates by more than `τ` with fewer than `1 / τ²` parities. -/
theorem card_correlated_mul_sq_lt {φ : (ι → Bool) → R} (hφ : ∀ x, |φ x| ≤ 1) {τ : R} (hτ : 0 ≤ τ) :
    (correlated φ τ).card * τ ^ 2 < 1 := by
  by_cases h : ∃ T, T ∈ correlated φ τ
  · have k : ∀ T, T ∈ correlated φ τ → τ ^ 2 < expect (fun x => character T x * φ x) ^ 2 :=
      fun T hT => by
      rw [← sq_abs (expect _)]
      exact pow_lt_pow_left₀ (Finset.mem_filter.1 hT).2 hτ (nofun : 2 ≠ 0)
    refine lt_of_lt_of_le ?_ (sum_sq_correlation_le hφ)
    refine lt_of_lt_of_le ?_ (Finset.sum_le_sum_of_subset_of_nonneg (s := correlated φ τ)
      (fun T _ => Finset.mem_univ T)
      fun T _ _ => sq_nonneg _)
    rw [← Finset.sum_const]
    have ⟨T, hT⟩ := h
    exact Finset.sum_lt_sum (fun T hT => le_of_lt (k T hT)) ⟨T, hT, k T hT⟩
  · rw [show correlated φ τ = ∅ from Finset.eq_empty_of_forall_notMem fun T hT =>
      h ⟨T, hT⟩, Finset.card_empty,
      Nat.cast_zero, zero_mul]
    exact zero_lt_one

/-- The hypotheses of `card_correlated_mul_sq_lt` can hold, with parities above the tolerance:
majority of three correlates by `1/2` with four parities. -/
theorem card_correlated_mul_sq_lt_witness :
    ∃ φ : (Fin 3 → Bool) → Rat, (∀ x, |φ x| ≤ 1) ∧ (0 : Rat) ≤ 2 / 5 ∧
    (correlated φ (2 / 5)).card = 4 :=
  ⟨fun x => sign (majority 3 x), by decide +kernel⟩

/-- The bound `1 / τ` in place of `1 / τ²` is false: majority of three has four correlations `1/2`,
and `4 > 5 / 2`. -/
theorem card_correlated_needs_sq : ∃ φ : (Fin 3 → Bool) → Rat, (∀ x, |φ x| ≤ 1) ∧
    1 < ((correlated φ (2 / 5)).card : Rat) * (2 / 5) :=
  ⟨fun x => sign (majority 3 x), by decide +kernel⟩

/-- The bound needs `|φ| ≤ 1`: twice a parity has a correlation of two. -/
theorem card_correlated_needs_bounded :
    ∃ φ : (Fin 1 → Bool) → Rat, ∃ τ : Rat, 0 ≤ τ ∧ 1 < ((correlated φ τ).card : Rat) * τ ^ 2 :=
  ⟨fun x => 2 * character {0} x, 3 / 2, by decide +kernel⟩

end Bessel

/-! ## Algorithms -/

/-- A deterministic algorithm that asks statistical queries. It either stops with a set of
coordinates, or asks for the mean of `q(x, y)` and goes on according to the answer. -/
inductive SQAlgorithm (ι : Type u) (R : Type v) : Type (max u v) where
  /-- stops with a set of coordinates -/
  | output (T : Finset ι) : SQAlgorithm ι R
  /-- asks for the mean of `q(x, y)`, and goes on with the answer -/
  | query (q : (ι → Bool) → R → R) (next : R → SQAlgorithm ι R) : SQAlgorithm ι R

section Algorithm
variable [Fintype ι] [LinearOrderedField R]

/-- Definition 10.22: the mean of `q(x, y)` for uniform `x` with the label `y = χ_T(x)` of the
parity `T`. -/
def parityMean (q : (ι → Bool) → R → R) (T : Finset ι) : R := expect fun x => q x (character T x)

/-- A query is bounded by one on all points and labels. -/
def IsBoundedQuery (q : (ι → Bool) → R → R) : Prop := ∀ x, |q x 1| ≤ 1 ∧ |q x (-1)| ≤ 1

/-- Whatever answers within `τ` of the means the algorithm gets when the labels are those of the
parity `T`, it asks at most `n` queries, which are bounded, and outputs `T`. -/
def Identifies (τ : R) (T : Finset ι) : SQAlgorithm ι R → Nat → Prop
  | .output T', _ => T' = T
  | .query _ _, 0 => False
  | .query q next, n + 1 => IsBoundedQuery q ∧
      ∀ v, |v - parityMean q T| ≤ τ → Identifies τ T (next v) n

/-- The mean of a query is a part that does not depend on the parity, and a correlation with it. -/
theorem parityMean_eq (q : (ι → Bool) → R → R) (T : Finset ι) :
    parityMean q T = expect (fun x => (q x 1 + q x (-1)) / 2) + expect fun x =>
      character T x * ((q x 1 - q x (-1)) / 2) := by
  rw [← expect_add]
  refine expect_congr fun x => ?_
  have b : (character T x : R) = 1 ∨ character T x = (-1 : R) := isBoolean_character T x
  rcases b with h | h <;> rw [h] <;> ring

/-- The answer that does not depend on the parity is valid for all but fewer than `1 / τ²` parities.
-/
theorem card_invalid_mul_sq_lt {q : (ι → Bool) → R → R} (hq : IsBoundedQuery q) {τ : R}
    (hτ : 0 ≤ τ) :
    ((Finset.univ.filter fun T : Finset ι =>
      ¬|expect (fun x => (q x 1 + q x (-1)) / 2) - parityMean q T| ≤ τ).card : R) * τ ^ 2 < 1 := by
  have hφ : ∀ x, |(q x 1 - q x (-1)) / 2| ≤ 1 := fun x => by
    have h1 := abs_le.1 (hq x).1
    have h2 := abs_le.1 (hq x).2
    exact abs_le.2 ⟨by linarith [h1.1, h2.2], by linarith [h1.2, h2.1]⟩
  rw [show (Finset.univ.filter fun T : Finset ι =>
    ¬|expect (fun x => (q x 1 + q x (-1)) / 2) - parityMean q T| ≤ τ) =
      correlated (fun x => (q x 1 - q x (-1)) / 2) τ from Finset.filter_congr fun T _ => by
    rw [not_le, parityMean_eq, abs_sub_comm, add_sub_cancel_left]]
  exact card_correlated_mul_sq_lt hφ hτ

/-- Among the parities that an algorithm identifies with `n` queries there are at most `1 + n / τ²`.
-/
theorem card_identified_le {τ : R} (hτ : 0 < τ) (A : SQAlgorithm ι R) :
    ∀ (n : Nat) (C : Finset (Finset ι)),
    (∀ T, T ∈ C → Identifies τ T A n) →
      ((C.card : R) - 1) * τ ^ 2 ≤ n ∧ (0 < n → ((C.card : R) - 1) * τ ^ 2 < n) := by
  have t : 0 < τ ^ 2 := sq_pos_of_pos hτ
  induction A with
  | output T' =>
    intro n C h
    have c : C.card ≤ 1 := by
      refine Finset.card_le_card (t := {T'}) fun T hT => Finset.mem_singleton.2 ?_
      exact (h T hT : T' = T).symm
    have c' : (C.card : R) ≤ 1 := by
      have := Nat.cast_le (R := R).2 c
      rwa [Nat.cast_one] at this
    have s : ((C.card : R) - 1) * τ ^ 2 ≤ 0 := by nlinarith
    exact ⟨le_trans s (Nat.cast_nonneg n), fun hn => lt_of_le_of_lt s (Nat.cast_pos.2 hn)⟩
  | query q next ih =>
    intro n C h
    cases n with
    | zero =>
      have c : C = ∅ := Finset.eq_empty_of_forall_notMem fun T hT => h T hT
      rw [c, Finset.card_empty, Nat.cast_zero]
      exact ⟨by linarith, fun k => absurd k (Nat.lt_irrefl 0)⟩
    | succ n =>
      suffices s : ((C.card : R) - 1) * τ ^ 2 < ((n + 1 : Nat) : R) from ⟨le_of_lt s, fun _ => s⟩
      by_cases e : ∃ T, T ∈ C
      · have ⟨T₀, hT₀⟩ := e
        have hq : IsBoundedQuery q := (h T₀ hT₀).1
        have good := (ih (expect fun x => (q x 1 + q x (-1)) / 2) n (C.filter fun T =>
          |expect (fun x => (q x 1 + q x (-1)) / 2) - parityMean q T| ≤ τ) fun T hT =>
            (h T (Finset.mem_filter.1 hT).1).2 _ (Finset.mem_filter.1 hT).2).1
        have bad := card_invalid_mul_sq_lt hq (le_of_lt hτ)
        have sub : (C.filter fun T => ¬|expect (fun x => (q x 1 + q x (-1)) / 2) - parityMean q T| ≤
          τ).card ≤
            (Finset.univ.filter fun T : Finset ι =>
              ¬|expect (fun x => (q x 1 + q x (-1)) / 2) - parityMean q T| ≤ τ).card :=
          Finset.card_le_card fun T hT =>
            Finset.mem_filter.2 ⟨Finset.mem_univ T, (Finset.mem_filter.1 hT).2⟩
        have sub' := mul_le_mul_of_nonneg_right (Nat.cast_le (R := R).2 sub) (le_of_lt t)
        have split := Finset.card_filter_add_card_filter_not C fun T =>
          |expect (fun x => (q x 1 + q x (-1)) / 2) - parityMean q T| ≤ τ
        rw [← split, Nat.cast_add, Nat.cast_add, Nat.cast_one]
        linarith
      · have c : C = ∅ := Finset.eq_empty_of_forall_notMem fun T hT => e ⟨T, hT⟩
        rw [c, Finset.card_empty, Nat.cast_zero]
        have : (0 : R) ≤ ((n + 1 : Nat) : R) := Nat.cast_nonneg _
        linarith

/-- Statistical queries cannot find an unknown parity: an algorithm that identifies every parity of
`d ≥ 1` coordinates from queries of tolerance `τ` needs more than `τ² (2 ^ d - 1)` of them. -/
theorem lt_queries_of_identifies {τ : R} (hτ : 0 < τ) (i : ι) (A : SQAlgorithm ι R) (n : Nat)
    (h : ∀ T, Identifies τ T A n) : τ ^ 2 * (2 ^ Fintype.card ι - 1) < n := by
  have c : ((Finset.univ : Finset (Finset ι)).card : R) = 2 ^ Fintype.card ι := by
    rw [show (Finset.univ : Finset (Finset ι)).card = Fintype.card (ι → Bool) from
      (Fintype.card_congr (Finset.boolEquiv ι)).symm, card_points, Nat.cast_pow, Nat.cast_ofNat]
  have k := card_identified_le hτ A n Finset.univ fun T _ => h T
  rw [c] at k
  cases n with
  | zero =>
    have one : 1 < (2 : R) ^ Fintype.card ι := one_lt_pow₀ one_lt_two fun e =>
      Finset.notMem_empty i (Finset.card_eq_zero.1 e ▸ Finset.mem_univ i)
    have p : 0 < ((2 : R) ^ Fintype.card ι - 1) * τ ^ 2 :=
      mul_pos (sub_pos.2 one) (sq_pos_of_pos hτ)
    exact absurd k.1 (by rw [Nat.cast_zero]; exact not_le_of_gt p)
  | succ n => rw [mul_comm]; exact k.2 (Nat.zero_lt_succ n)

end Algorithm

/-- The hypotheses of `lt_queries_of_identifies` can hold: with tolerance `1/4` one query tells the
two parities of one coordinate apart, by the mean of the product of point and label. -/
theorem lt_queries_of_identifies_witness :
    ∃ A : SQAlgorithm (Fin 1) Rat, ∀ T, Identifies (1 / 4) T A 1 := by
  refine ⟨.query (fun x y => sign (x 0) * y) fun v => .output (if 1 / 2 ≤ v then {0} else ∅),
    fun T => ⟨?_, ?_⟩⟩
  · show ∀ x, _ ∧ _
    decide +kernel
  · intro v hv
    show (if 1 / 2 ≤ v then ({0} : Finset (Fin 1)) else ∅) = T
    have all : ∀ T : Finset (Fin 1), T = {0} ∨ T = ∅ := by decide +kernel
    have hT := all T
    have h := abs_le.1 hv
    rcases hT with e | e
    · rw [e, show parityMean (fun x y => sign (x 0) * y) ({0} : Finset (Fin 1)) = (1 : Rat) by
        decide +kernel] at h
      rw [e, if_pos (by linarith [h.1])]
    · rw [e, show parityMean (fun x y => sign (x 0) * y) (∅ : Finset (Fin 1)) = (0 : Rat) by
        decide +kernel] at h
      rw [e, if_neg (not_le.2 (by linarith [h.2]))]

/-- The lower bound needs bounded queries: a single query that weighs the characters differently has
means further apart than twice the tolerance one, so that its answer tells the four parities of two
coordinates apart. At that tolerance no number of bounded queries does. -/
theorem lt_queries_needs_bounded : ∃ q : (Fin 2 → Bool) → Rat → Rat, ∀ S T : Finset (Fin 2), S ≠ T →
    2 * (1 : Rat) < |parityMean q S - parityMean q T| :=
  ⟨fun x y => y * (4 * sign (x 0) + 8 * sign (x 1) + 12 * (sign (x 0) * sign (x 1))),
    by decide +kernel⟩

/-! ## The linear system of the samples -/

section System
variable [Field R]

/-- The equation of a sample modulo two: `χ_T(x) = (-1) ^ c` exactly when the number of coordinates
in `T` where `x` is `-1` is `c` modulo two. -/
theorem character_eq_sign_iff (h2 : (2 : R) ≠ 0) (T : Finset ι) (x : ι → Bool) (c : Bool) :
    character T x = (sign c : R) ↔ (T.filter fun i => x i = true).card % 2 = cond c 1 0 := by
  have n : (1 : R) ≠ -1 := fun e => h2 (by
    rw [← one_add_one_eq_two]; exact (congrArg (1 + ·) e).trans (add_neg_cancel 1))
  rw [character_eq_pow]
  generalize (T.filter fun i => x i = true).card = k
  have e := Nat.div_add_mod k 2
  rcases Nat.mod_two_eq_zero_or_one k with h | h
  · rw [h] at e ⊢
    rw [← e, Nat.add_zero, neg_one_pow_two_mul]
    cases c
    · exact ⟨fun _ => rfl, fun _ => rfl⟩
    · exact ⟨fun h => absurd h n, fun h => Nat.noConfusion h⟩
  · rw [h] at e ⊢
    rw [← e, pow_succ, neg_one_pow_two_mul, one_mul]
    cases c
    · exact ⟨fun h => absurd h.symm n, fun h => Nat.noConfusion h⟩
    · exact ⟨fun _ => rfl, fun _ => rfl⟩

/-- The points that are products of points in `B`: as vectors modulo two, their sums. -/
inductive Spanned (B : (ι → Bool) → Prop) : (ι → Bool) → Prop
  | one : Spanned B fun _ => false
  | mul (x b : ι → Bool) : Spanned B x → B b → Spanned B (x ⊙ b)

/-- Parities that agree on the samples agree on all points that the samples span. -/
theorem character_eq_of_spanned {B : (ι → Bool) → Prop} {S T : Finset ι}
    (h : ∀ b, B b → (character S b : R) = character T b) {x : ι → Bool} (hx : Spanned B x) :
    (character S x : R) = character T x := by
  induction hx with
  | one =>
    rw [character, character, Finset.prod_eq_one fun i _ =>
      sign_false, Finset.prod_eq_one fun i _ => sign_false]
  | mul x b _ hb ih => rw [character_mul, character_mul, ih, h b hb]

/-- Raw parity samples are a linear system: if the sample points span the cube, the labels determine
the parity. -/
theorem parity_unique [DecidableEq ι] (h2 : (2 : R) ≠ 0) {B : (ι → Bool) → Prop}
    (hB : ∀ x, Spanned B x)
    {S T : Finset ι} (h : ∀ b, B b → (character S b : R) = character T b) : S = T := by
  have n : (1 : R) ≠ -1 := fun e => h2 (by
    rw [← one_add_one_eq_two]; exact (congrArg (1 + ·) e).trans (add_neg_cancel 1))
  have key : ∀ (A : Finset ι) (i : ι), (character A (fun j => decide (j = i)) :
    R) = if i ∈ A then -1 else 1 := by
    intro A i
    by_cases hi : i ∈ A
    · rw [if_pos hi, character, Finset.prod_eq_single i (fun j _ hj => by
        rw [decide_eq_false hj]; rfl)
        fun k => absurd hi k, decide_eq_true rfl, sign_true]
    · rw [if_neg hi, character]
      exact Finset.prod_eq_one fun j hj => by
        rw [decide_eq_false fun e : j = i => hi (e ▸ hj)]; rfl
  refine Finset.ext fun i => ?_
  have e := character_eq_of_spanned h (hB fun j => decide (j = i))
  rw [key, key] at e
  by_cases hS : i ∈ S <;> by_cases hT : i ∈ T
  · exact ⟨fun _ => hT, fun _ => hS⟩
  · rw [if_pos hS, if_neg hT] at e; exact absurd e.symm n
  · rw [if_neg hS, if_pos hT] at e; exact absurd e n
  · exact ⟨fun h => absurd h hS, fun h => absurd h hT⟩

/-- The hypotheses of `parity_unique` can hold: in one dimension the point `-1` spans the cube. -/
theorem parity_unique_witness :
    (2 : Rat) ≠ 0 ∧ ∃ b : Fin 1 → Bool, ∀ x, Spanned (fun y => y = b) x := by
  refine ⟨two_ne_zero, fun _ => true, fun x => ?_⟩
  have h : x = (fun _ => false) ∨ x = (fun _ => false) ⊙ fun _ => true := by
    revert x; decide
  rcases h with e | e <;> rw [e]
  · exact .one
  · exact .mul _ _ .one rfl

/-- The samples must span the cube: the point `(-1, -1)` does not tell the empty parity from that of
both coordinates. -/
theorem parity_unique_needs_spanned : ∃ S T : Finset (Fin 2), S ≠ T ∧
    (character S (fun _ => true) : Rat) = character T fun _ => true :=
  ⟨∅, {0, 1}, by decide +kernel⟩

/-- The labels must be free of noise: in one dimension the only solution for a wrong label is the
wrong parity. -/
theorem parity_unique_needs_noise_free :
    ∃ S T : Finset (Fin 1), S ≠ T ∧ ∃ b : Fin 1 → Bool, (-character S b : Rat) = character T b :=
  ⟨{0}, ∅, by decide, fun _ => true, by decide +kernel⟩

end System
end Hypercube
