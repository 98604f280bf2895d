prelude
import DeepTheory.Hypercube.LowDegree
import DeepTheory.Algebra.BigOperators.Inequalities
/-! # Influences of unate functions and halfspaces

The influence of a coordinate is the probability that changing it changes the value. For a function
that is monotone in each coordinate, such as a halfspace, it is the absolute value of a Fourier
coefficient of degree one, so that the total influence is at most `√d` by Parseval.

Book items: influences of halfspaces (used by Theorem 10.16).

## Main definitions

* `Hypercube.influence i f`, `Hypercube.totalInfluence f`,
* `Hypercube.IsUnate f`: monotone in each coordinate, increasing or decreasing,
* `Hypercube.halfspace s a θ`: `x ↦ s (∑ a_i x_i - θ)`, where `s` takes signs; at zero it is a fixed
  sign.

## Main statements

* `Hypercube.influence_eq_abs_coefficient`, `Hypercube.totalInfluence_sq_le`,
* `Hypercube.isUnate_halfspace`.
-/
set_option autoImplicit false
universe u v w

namespace Hypercube
variable {ι : Type u} {R : Type v} [Fintype ι]

/-- The influence of coordinate `i`: the probability that changing it changes the value of `f`. -/
def influence {β : Type w} [DecidableEq β] [Field R] (i : ι) (f : (ι → Bool) → β) : R :=
  prob fun x => f x ≠ f (flip i x)

/-- The sum of all influences. -/
def totalInfluence {β : Type w} [DecidableEq β] [Field R] (f : (ι → Bool) → β) : R :=
    ∑ i, influence i f

section Order
variable [LinearOrderedField R]

/-- `f` is monotone in each coordinate: changing `x_i` from `1` to `-1` never increases its value,
or never decreases it. -/
def IsUnate (f : (ι → Bool) → R) : Prop :=
  ∀ i, (∀ x, x i = false → f (flip i x) ≤ f x) ∨ ∀ x, x i = false → f x ≤ f (flip i x)

/-- The coefficient of degree one as a mean of differences. -/
theorem two_mul_coefficient_singleton (f : (ι → Bool) → R) (i : ι) :
    2 * coefficient f {i} = expect fun x => sign (x i) * (f x - f (flip i x)) := by
  have e : expect (fun x => sign (x i) * f (flip i x)) = -expect fun x => sign (x i) * f x := by
    rw [← expect_equiv (flipEquiv i), ← neg_one_mul, ← expect_mul_left]
    refine expect_congr fun x => ?_
    show sign (flip i x i) * f (flip i (flip i x)) = -1 * (sign (x i) * f x)
    rw [flip_flip, flip, if_pos rfl, sign_not]; ring
  rw [expect_congr (f := fun x => sign (x i) * (f x - f (flip i x))) fun x =>
    mul_sub _ _ _, expect_sub, e, coefficient,
    expect_congr (f := fun x => f x * character {i} x) (g := fun x => sign (x i) * f x) fun x => by
      rw [character_singleton, mul_comm]]
  ring

/-- The influence of a coordinate on a `±1`-valued function, as a mean of absolute differences. -/
theorem two_mul_influence [DecidableEq R] {f : (ι → Bool) → R} (hf : IsBoolean f) (i : ι) :
    2 * influence i f = expect fun x => |f x - f (flip i x)| := by
  rw [influence, prob_eq_expect, ← expect_mul_left]
  refine expect_congr fun x => ?_
  have two : (1 : R) + 1 = 2 := one_add_one_eq_two
  have n : (1 : R) ≠ -1 := by linarith
  rcases hf x with a | a <;> rcases hf (flip i x) with b | b <;> rw [a, b]
  · rw [if_neg fun h => h rfl, sub_self, abs_zero, mul_zero]
  · rw [if_pos n, sub_neg_eq_add, two, mul_one, abs_of_pos two_pos]
  · rw [if_pos n.symm, abs_sub_comm, sub_neg_eq_add, two, mul_one, abs_of_pos two_pos]
  · rw [if_neg fun h => h rfl, sub_self, abs_zero, mul_zero]

/-- A `±1`-valued unate function has influence `|f^({i})|` in coordinate `i`. -/
theorem influence_eq_abs_coefficient [DecidableEq R] {f : (ι → Bool) → R} (hf : IsBoolean f)
    (hu : IsUnate f) (i : ι) :
    influence i f = |coefficient f {i}| := by
  have h0 : (0 : R) ≤ influence i f := prob_nonneg _
  have key : coefficient f {i} = influence i f ∨ coefficient f {i} = -influence i f := by
    have c := two_mul_coefficient_singleton f i
    have a := two_mul_influence hf i
    rcases hu i with h | h
    · refine .inl ?_
      have e : expect (fun x => sign (x i) * (f x - f (flip i x))) = expect fun x =>
        |f x - f (flip i x)| := by
        refine expect_congr fun x => ?_
        cases hx : x i with
        | false => rw [sign_false, one_mul, abs_of_nonneg (sub_nonneg.2 (h x hx))]
        | true =>
          have k := h (flip i x) (by rw [flip, if_pos rfl, hx]; rfl)
          rw [flip_flip] at k
          rw [sign_true, neg_one_mul, abs_of_nonpos (sub_nonpos.2 k)]
      rw [← c, ← a] at e
      linarith
    · refine .inr ?_
      have e : expect (fun x => sign (x i) * (f x - f (flip i x))) =
          expect fun x => (-1) * |f x - f (flip i x)| := by
        refine expect_congr fun x => ?_
        cases hx : x i with
        | false => rw [sign_false, one_mul, abs_of_nonpos (sub_nonpos.2 (h x hx))]; ring
        | true =>
          have k := h (flip i x) (by rw [flip, if_pos rfl, hx]; rfl)
          rw [flip_flip] at k
          rw [sign_true, abs_of_nonneg (sub_nonneg.2 k)]
      rw [expect_mul_left, ← c, ← a] at e
      linarith
  rcases key with k | k
  · rw [k, abs_of_nonneg h0]
  · rw [k, abs_neg, abs_of_nonneg h0]

/-- The squares of the coefficients of degree one of a `±1`-valued function add up to at most one.
-/
theorem sum_coefficient_singleton_sq_le {f : (ι → Bool) → R} (hf : IsBoolean f) :
    ∑ i, coefficient f {i} ^ 2 ≤ 1 := by
  have inj : ∀ i j : ι, ({i} : Finset ι) = {j} → i = j := fun i j e =>
    Finset.mem_singleton.1 (e ▸ Finset.mem_singleton.2 rfl)
  rw [← Finset.sum_map inj Finset.univ fun S =>
    coefficient f S ^ 2, ← sum_coefficient_sq_of_isBoolean two_ne_zero hf]
  exact Finset.sum_le_sum_of_subset_of_nonneg (fun S _ => Finset.mem_univ S) fun S _ _ =>
    sq_nonneg _

/-- The total influence of a unate `±1`-valued function of `d` coordinates is at most `√d`. -/
theorem totalInfluence_sq_le [DecidableEq R] {f : (ι → Bool) → R} (hf : IsBoolean f)
    (hu : IsUnate f) :
    (totalInfluence f : R) ^ 2 ≤ Fintype.card ι := by
  have e : (totalInfluence f : R) = ∑ i, |coefficient f {i}| :=
    Fintype.sum_congr fun i => influence_eq_abs_coefficient hf hu i
  rw [e]
  refine le_trans (sq_sum_le_card_mul_sum_sq _ _) ?_
  rw [show (∑ i, |coefficient f {i}| ^ 2) = ∑ i, coefficient f {i} ^ 2 from
    Fintype.sum_congr fun i => sq_abs _,
    card_univ]
  exact mul_le_of_le_one_right (Nat.cast_nonneg _) (sum_coefficient_singleton_sq_le hf)

/-- The exclusive or of two coordinates is not unate, and its total influence is two, above `√2`. -/
theorem totalInfluence_sq_le_needs_isUnate : ∃ f : (Fin 2 → Bool) → Rat, IsBoolean f ∧
    (Fintype.card (Fin 2) : Rat) < (totalInfluence f : Rat) ^ 2 :=
  ⟨character {0, 1}, isBoolean_character _, by decide +kernel⟩

/-- `influence_eq_abs_coefficient` needs `±1` values: with `sgn 0 = 0` a halfspace can have
influence one and coefficient one half. -/
theorem influence_eq_abs_coefficient_needs_isBoolean :
    ∃ f : (Fin 2 → Bool) → Rat, IsUnate f ∧ influence (R := Rat) 0 f ≠ |coefficient f {0}| :=
  ⟨fun x => (sign (x 0) + sign (x 1)) / 2, by
    show ∀ i, _ ∨ _
    decide +kernel, by decide +kernel⟩

/-! ## Halfspaces -/

/-- The halfspace `x ↦ s (∑ a_i x_i - θ)`, where `s` takes signs. -/
def halfspace (s : R → R) (a : ι → R) (θ : R) (x : ι → Bool) : R := s ((∑ i, a i * sign (x i)) - θ)

/-- `s` gives every number other than zero its sign, and zero one fixed sign. -/
def IsSign (s : R → R) : Prop := IsRounding s ∧ (s 0 = 1 ∨ s 0 = -1)

theorem isSign_sgn : IsSign (sgn : R → R) := ⟨isRounding_sgn, .inl (if_pos le_rfl)⟩

theorem IsSign.eq_or {s : R → R} (hs : IsSign s) (a : R) : s a = 1 ∨ s a = -1 := by
  rcases lt_trichotomy 0 a with h | h | h
  · exact .inl (hs.1.1 a h)
  · rw [← h]; exact hs.2
  · exact .inr (hs.1.2 a h)

theorem IsSign.mono {s : R → R} (hs : IsSign s) {a b : R} (h : a ≤ b) : s a ≤ s b := by
  have n : (-1 : R) ≤ 1 := by linarith [(zero_le_one : (0 : R) ≤ 1)]
  rcases lt_trichotomy 0 b with hb | hb | hb
  · rw [hs.1.1 b hb]
    rcases hs.eq_or a with e | e <;> rw [e]
    exact n
  · rcases lt_or_eq_of_le h with k | k
    · rw [hs.1.2 a (by rw [hb]; exact k)]
      rcases hs.eq_or b with e | e <;> rw [e]
      exact n
    · rw [k]
  · rw [hs.1.2 b hb, hs.1.2 a (lt_of_le_of_lt h hb)]

theorem isBoolean_halfspace {s : R → R} (hs : IsSign s) (a : ι → R) (θ : R) :
    IsBoolean (halfspace s a θ) :=
  fun _ => hs.eq_or _

/-- Changing one coordinate changes one term. -/
theorem sum_flip (a : ι → R) (i : ι) (x : ι → Bool) :
    ∑ j, a j * sign (flip i x j) = (∑ j, a j * sign (x j)) - 2 * (a i * sign (x i)) := by
  rw [← Finset.add_sum_erase (Finset.mem_univ i),
    ← Finset.add_sum_erase (Finset.mem_univ i) fun j => a j * sign (x j),
    show (∑ j ∈ Finset.univ.erase i, a j * sign (flip i x j)) = ∑ j ∈ Finset.univ.erase i,
      a j * sign (x j) from
      Finset.sum_congr rfl fun j hj => by rw [flip, if_neg (Finset.mem_erase.1 hj).1], flip,
        if_pos rfl, sign_not]
  ring

/-- Halfspaces are monotone in each coordinate. -/
theorem isUnate_halfspace {s : R → R} (hs : IsSign s) (a : ι → R) (θ : R) :
    IsUnate (halfspace s a θ) := by
  intro i
  rcases le_total 0 (a i) with h | h
  · refine .inl fun x hx => hs.mono ?_
    rw [sum_flip, hx, sign_false]
    linarith
  · refine .inr fun x hx => hs.mono ?_
    rw [sum_flip, hx, sign_false]
    linarith

/-- The total influence of a halfspace on `d` coordinates is at most `√d`. -/
theorem totalInfluence_halfspace_sq_le [DecidableEq R] {s : R → R} (hs : IsSign s) (a : ι → R)
    (θ : R) :
    (totalInfluence (halfspace s a θ) : R) ^ 2 ≤ Fintype.card ι :=
  totalInfluence_sq_le (isBoolean_halfspace hs a θ) (isUnate_halfspace hs a θ)

/-- The hypothesis of `totalInfluence_halfspace_sq_le` can hold, with equality: one coordinate. -/
theorem totalInfluence_halfspace_sq_le_witness : IsSign (sgn : Rat → Rat) ∧
    (totalInfluence (halfspace sgn (fun _ : Fin 1 => (1 : Rat)) 0) : Rat) ^ 2 =
      Fintype.card (Fin 1) :=
  ⟨isSign_sgn, by decide +kernel⟩

end Order
end Hypercube
