prelude
import DeepTheory.Hypercube.Stability
import DeepTheory.Generalization.BinomialSum
/-! # Low-degree approximation and learning

The polynomial with the low-degree Fourier coefficients of a function is its best approximation in
the mean square among the polynomials of that degree. So a function is learned from estimates of
these coefficients, if its mass on the other ones is small.

Book items: truncation, the number of low-degree coefficients, sign rounding, Lemma 10.8.

## Main definitions

* `Hypercube.truncate f α`: the part of degree less than `α`; see also `Hypercube.lowDegree` and
  `Hypercube.IsConcentrated`.

## Main statements

* `Hypercube.expect_sub_lowDegree_sq`, `Hypercube.expect_sub_truncate_sq`: the error of a
  polynomial, and of the truncation,
* `Hypercube.truncate_is_best`: no polynomial of the same degree does better,
* `Hypercube.lowCount_le`, `Hypercube.lowCount_eq_sum_choose`: the number of coefficients,
* `Hypercube.sum_ne_le_sum_sq`: sign rounding, for any weights,
* `Hypercube.prob_sign_ne_le`: Lemma 10.8.
-/
set_option autoImplicit false
universe u v w

namespace Hypercube
variable {ι : Type u} {R : Type v} [Fintype ι]

/-! ## Truncation -/

/-- The part of `f` of degree less than `α`. -/
def truncate [Field R] (f : (ι → Bool) → R) (α : Nat) : (ι → Bool) → R :=
    lowDegree α (coefficient f)

section Field
variable [Field R]

/-- The coefficients of a polynomial that is given by coefficients. -/
theorem coefficient_lowDegree (h2 : (2 : R) ≠ 0) (α : Nat) (c : Finset ι → R) (S : Finset ι) :
    coefficient (lowDegree α c) S = if S.card < α then c S else 0 := by
  rw [← coefficient_sum h2 fun S => if S.card < α then c S else 0]
  refine congrArg (coefficient · S) (funext fun x => ?_)
  rw [lowDegree, Finset.sum_filter]
  exact Fintype.sum_congr fun T => by rw [ite_mul, zero_mul]

theorem coefficient_sub (f g : (ι → Bool) → R) (S : Finset ι) :
    coefficient (fun x => f x - g x) S = coefficient f S - coefficient g S := by
  rw [coefficient, coefficient, coefficient, ← expect_sub]
  exact expect_congr fun x => sub_mul _ _ _

/-- The mean square error of a polynomial of degree less than `α`: the errors of its coefficients,
and the Fourier mass of `f` of degree `α` and more. -/
theorem expect_sub_lowDegree_sq (h2 : (2 : R) ≠ 0) (f : (ι → Bool) → R) (α : Nat)
    (c : Finset ι → R) :
    expect (fun x => (f x - lowDegree α c x) ^ 2) =
      (∑ S ∈ Finset.univ.filter (fun S : Finset ι => S.card < α), (coefficient f S - c S) ^ 2) +
        highMass f α := by
  rw [parseval, highMass, ← Finset.sum_filter_add_sum_filter_not Finset.univ fun S : Finset ι =>
    S.card < α]
  refine congr (congrArg HAdd.hAdd (Finset.sum_congr rfl fun S hS => ?_))
    (Finset.sum_congr ?_ fun S hS => ?_)
  · rw [coefficient_sub, coefficient_lowDegree h2, if_pos (Finset.mem_filter.1 hS).2]
  · exact Finset.filter_congr fun S _ => Nat.not_lt
  · rw [coefficient_sub, coefficient_lowDegree h2, if_neg (Nat.not_lt.2 (Finset.mem_filter.1 hS).2),
      sub_zero]

/-- The mean square error of the truncation is the Fourier mass of degree `α` and more. -/
theorem expect_sub_truncate_sq (h2 : (2 : R) ≠ 0) (f : (ι → Bool) → R) (α : Nat) :
    expect (fun x => (f x - truncate f α x) ^ 2) = highMass f α := by
  rw [truncate, expect_sub_lowDegree_sq h2, Finset.sum_eq_zero fun S _ => by
    rw [sub_self, zero_pow (nofun : 2 ≠ 0)], zero_add]

/-- The hypothesis of `expect_sub_lowDegree_sq` can hold. -/
theorem expect_sub_lowDegree_sq_witness : (2 : Rat) ≠ 0 := two_ne_zero

end Field

section Order
variable [LinearOrderedField R]

theorem highMass_nonneg (f : (ι → Bool) → R) (α : Nat) : 0 ≤ highMass f α :=
  Finset.sum_nonneg fun _ _ => sq_nonneg _

/-- The truncation is the best approximation in the mean square by polynomials of degree less than
`α`. -/
theorem truncate_is_best (f : (ι → Bool) → R) (α : Nat) (c : Finset ι → R) :
    expect (fun x => (f x - truncate f α x) ^ 2) ≤ expect fun x => (f x - lowDegree α c x) ^ 2 := by
  rw [expect_sub_truncate_sq two_ne_zero, expect_sub_lowDegree_sq two_ne_zero]
  exact le_add_of_nonneg_left (Finset.sum_nonneg fun S _ => sq_nonneg _)

/-- Fourier concentration says that the truncation approximates in the mean square. -/
theorem isConcentrated_iff (f : (ι → Bool) → R) (α : Nat) (ε : R) :
    IsConcentrated f α ε ↔ expect (fun x => (f x - truncate f α x) ^ 2) ≤ ε := by
  rw [expect_sub_truncate_sq two_ne_zero]; exact Iff.rfl

end Order

/-! ## The number of low-degree coefficients -/

/-- The sets of fewer than `α + 1` coordinates arise from the smaller ones by adding a coordinate or
none. -/
theorem lowCount_succ_succ_le (α : Nat) :
    lowCount ι (α + 2) ≤ (Fintype.card ι + 1) * lowCount ι (α + 1) := by
  have e : Fintype.card ι + 1 = (Finset.univ : Finset (Option ι)).card :=
    (Fintype.card_option (α := ι)).symm
  rw [e, lowCount, lowCount, ← Finset.card_product]
  refine Nat.le_trans (Finset.card_le_card fun S hS => ?_) (Finset.card_image_le _
    fun q : Option ι × Finset ι => match q.1 with
      | none => q.2
      | some i => insert i q.2)
  have hS := (Finset.mem_filter.1 hS).2
  rw [Finset.mem_image]
  by_cases h : ∃ i, i ∈ S
  · have ⟨i, hi⟩ := h
    refine ⟨(some i, S.erase i), Finset.mem_product.2 ⟨Finset.mem_univ _,
      Finset.mem_filter.2 ⟨Finset.mem_univ _, ?_⟩⟩,
      Finset.insert_erase hi⟩
    have k : S.card = (S.erase i).card + 1 := by
      conv => lhs; rw [← Finset.insert_erase hi]
      exact Finset.card_insert_of_notMem fun m => (Finset.mem_erase.1 m).1 rfl
    rw [k] at hS
    exact Nat.lt_of_succ_lt_succ hS
  · have z : S = ∅ := Finset.eq_empty_of_forall_notMem fun i hi => h ⟨i, hi⟩
    refine ⟨(none, S), Finset.mem_product.2 ⟨Finset.mem_univ _,
      Finset.mem_filter.2 ⟨Finset.mem_univ _, ?_⟩⟩, rfl⟩
    rw [z]; exact Nat.zero_lt_succ _

/-- The number of coefficients of degree less than `α` is at most `(d + 1) ^ (α - 1)`; for `α = 0`
there are none. -/
theorem lowCount_le (α : Nat) : lowCount ι α ≤ (Fintype.card ι + 1) ^ (α - 1) := by
  cases α with
  | zero =>
    rw [show lowCount ι 0 = 0 from
      Finset.card_eq_zero.2 (Finset.eq_empty_of_forall_notMem fun S hS =>
      Nat.not_lt_zero _ (Finset.mem_filter.1 hS).2)]
    exact Nat.zero_le _
  | succ k =>
  show lowCount ι (k + 1) ≤ (Fintype.card ι + 1) ^ k
  induction k with
  | zero =>
    refine Nat.le_trans (Finset.card_le_card (t := {∅}) fun S hS => Finset.mem_singleton.2 ?_)
      (Nat.le_refl 1)
    exact Finset.card_eq_zero.1 (Nat.le_zero.1 (Nat.le_of_lt_succ (Finset.mem_filter.1 hS).2))
  | succ k ih =>
    refine Nat.le_trans (lowCount_succ_succ_le k) ?_
    rw [pow_succ, Nat.mul_comm]
    exact Nat.mul_le_mul_right _ ih

/-- The bound `d ^ (α - 1)` is false: of degree less than two there are `1 + d` coefficients. -/
theorem lowCount_needs_succ : 3 ^ (2 - 1) < lowCount (Fin 3) 2 := by decide +kernel

/-- The number of coefficients of degree less than `α` in `d` variables is a sum of binomial
coefficients. -/
theorem lowCount_eq_sum_choose (d α : Nat) : lowCount (Fin d) α = ∑ j < α, d.choose j := by
  induction α with
  | zero =>
    refine Finset.card_eq_zero.2 (Finset.eq_empty_of_forall_notMem fun S hS => ?_)
    exact Nat.not_lt_zero _ (Finset.mem_filter.1 hS).2
  | succ k ih =>
    rw [Finset.sum_range_succ, ← ih, ← Finset.card_filter_weight_eq_choose d k, lowCount, lowCount]
    rw [Finset.card_eq_sum_ones, Finset.card_eq_sum_ones, Finset.card_eq_sum_ones,
      Finset.sum_filter,
      Finset.sum_filter, Finset.sum_filter, ← Equiv.sum_comp (Finset.boolEquiv (Fin d)) (fun S =>
        if S.card < k + 1 then 1 else 0),
      ← Equiv.sum_comp (Finset.boolEquiv (Fin d)) (fun S => if S.card < k then 1 else 0),
        ← Finset.sum_add_distrib]
    refine Fintype.sum_congr fun x => ?_
    show (if (Finset.ofBool x).card < k + 1 then 1 else 0) = (if (Finset.ofBool x).card <
      k then 1 else 0) + _
    rw [← Finset.card_filter, ← Finset.ofBool]
    rcases Nat.lt_trichotomy (Finset.ofBool x).card k with h | h | h
    · rw [if_pos h, if_pos (Nat.lt_trans h (Nat.lt_succ_self k)), if_neg (Nat.ne_of_lt h)]; rfl
    · rw [h, if_neg (Nat.lt_irrefl k), if_pos (Nat.lt_succ_self k), if_pos rfl]
    · rw [if_neg (Nat.not_lt.2 (Nat.le_of_lt h)), if_neg (Nat.not_lt.2 h), if_neg (Nat.ne_of_gt h)];
        rfl

/-- The number of low-degree coefficients, in the book's form: `∑_{j < α} (d choose j) ≤ (d + 1) ^
(α - 1)`. -/
theorem sum_choose_le (d α : Nat) : ∑ j < α, d.choose j ≤ (d + 1) ^ (α - 1) := by
  cases α with
  | zero => exact Nat.zero_le _
  | succ k => exact Nat.sum_choose_le_add_one_pow d k

/-! ## Sign rounding and Lemma 10.8 -/

section Order
variable [LinearOrderedField R]

/-- A rule that gives every number other than zero its sign; at zero it may do anything. -/
def IsRounding (s : R → R) : Prop := (∀ a, 0 < a → s a = 1) ∧ ∀ a, a < 0 → s a = -1

/-- The sign, with `sgn 0 = 1`. -/
def sgn (a : R) : R := if 0 ≤ a then 1 else -1

theorem isRounding_sgn : IsRounding (sgn : R → R) :=
  ⟨fun _ h => if_pos (le_of_lt h), fun _ h => if_neg (not_le_of_gt h)⟩

/-- A wrong sign is an error of at least one. -/
theorem one_le_sq_of_rounding_ne {s : R → R} (hs : IsRounding s) {a y : R} (hy : y = 1 ∨ y = -1)
    (h : s a ≠ y) :
    1 ≤ (y - a) ^ 2 := by
  rcases lt_trichotomy 0 a with ha | ha | ha
  · rcases hy with e | e
    · exact absurd ((hs.1 a ha).trans e.symm) h
    · rw [e]; nlinarith
  · rw [← ha, sub_zero]
    rcases hy with e | e <;> rw [e]
    · rw [one_pow]
    · rw [neg_one_sq]
  · rcases hy with e | e
    · rw [e]; nlinarith
    · exact absurd ((hs.2 a ha).trans e.symm) h

/-- Sign rounding, for any weights, so for any distribution of the points: the weight of the points
where the sign of `g` is not `f` is at most the mean square error. -/
theorem sum_ne_le_sum_sq [DecidableEq R] {X : Type w} (A : Finset X) {μ f g : X → R}
    (hμ : ∀ x, 0 ≤ μ x) {s : R → R}
    (hs : IsRounding s) (hf : ∀ x, f x = 1 ∨ f x = -1) :
    ∑ x ∈ A.filter (fun x => s (g x) ≠ f x), μ x ≤ ∑ x ∈ A, μ x * (f x - g x) ^ 2 := by
  rw [Finset.sum_filter]
  refine Finset.sum_le_sum fun x _ => ?_
  by_cases h : s (g x) ≠ f x
  · rw [if_pos h]
    exact le_mul_of_one_le_right (hμ x) (one_le_sq_of_rounding_ne hs (hf x) h)
  · rw [if_neg h]
    exact mul_nonneg (hμ x) (sq_nonneg _)

/-- The hypotheses of `sum_ne_le_sum_sq` can hold, with a wrong sign. -/
theorem sum_ne_le_sum_sq_witness : ∃ μ f g : Bool → Rat, (∀ x, 0 ≤ μ x) ∧ IsRounding (sgn :
    Rat → Rat) ∧
    (∀ x, f x = 1 ∨ f x = -1) ∧ ∃ x, sgn (g x) ≠ f x :=
  ⟨fun _ => 1 / 2, fun b => sign b, fun _ => 1, by decide, isRounding_sgn, by decide, by decide⟩

/-- Sign rounding needs the factor one: at `g = 0` the two sides are equal. -/
theorem sum_ne_le_sum_sq_needs_constant :
    ∃ μ f g : Bool → Rat, (∀ x, 0 ≤ μ x) ∧ (∀ x, f x = 1 ∨ f x = -1) ∧
    ∑ x ∈ Finset.univ.filter (fun x => sgn (g x) ≠ f x), μ x = ∑ x, μ x * (f x - g x) ^ 2 ∧
    0 < ∑ x, μ x * (f x - g x) ^ 2 :=
  ⟨fun b => cond b 1 0, fun _ => -1, fun _ => 0, by decide +kernel⟩

/-- Sign rounding needs `±1` values: the sign of `g` never equals another value of `f`, though `g`
may equal `f`. -/
theorem sum_ne_le_sum_sq_needs_isBoolean : ∃ μ f g : Bool → Rat, (∀ x, 0 ≤ μ x) ∧
    ∑ x, μ x * (f x - g x) ^ 2 < ∑ x ∈ Finset.univ.filter (fun x => sgn (g x) ≠ f x), μ x :=
  ⟨fun _ => 1 / 2, fun _ => 1 / 2, fun _ => 1 / 2, by decide +kernel⟩

/-- Sign rounding for the uniform distribution on the cube. -/
theorem prob_ne_le_expect_sq [DecidableEq R] {f g : (ι → Bool) → R} {s : R → R} (hs : IsRounding s)
    (hf : IsBoolean f) :
    prob (fun x => s (g x) ≠ f x) ≤ expect fun x => (f x - g x) ^ 2 := by
  rw [prob_eq_expect]
  refine expect_le_expect fun x => ?_
  by_cases h : s (g x) ≠ f x
  · rw [if_pos h]; exact one_le_sq_of_rounding_ne hs (hf x) h
  · rw [if_neg h]; exact sq_nonneg _

/-- Lemma 10.8, mean square part: if the coefficients of degree less than `α` are known up to `τ`
and the others have mass at most `ε`, the mean square error is at most `n_α τ² + ε`. -/
theorem expect_sq_le_of_accurate {f : (ι → Bool) → R} {α : Nat} {c : Finset ι → R} {τ ε : R}
    (hτ : ∀ S : Finset ι, S.card < α → |c S - coefficient f S| ≤ τ) (hε : IsConcentrated f α ε) :
    expect (fun x => (f x - lowDegree α c x) ^ 2) ≤ lowCount ι α * τ ^ 2 + ε := by
  rw [expect_sub_lowDegree_sq two_ne_zero]
  refine add_le_add (Finset.sum_le_card_mul _ _ _ fun S hS => ?_) hε
  have h := hτ S (Finset.mem_filter.1 hS).2
  rw [abs_sub_comm] at h
  exact sq_le_sq' (abs_le.1 h).1 (abs_le.1 h).2

/-- Lemma 10.8 (coefficient accuracy implies prediction accuracy): the sign of the estimated
polynomial is wrong with probability at most its mean square error, which is at most `n_α τ² + ε`.
-/
theorem prob_sign_ne_le [DecidableEq R] {f : (ι → Bool) → R} (hf : IsBoolean f) {α : Nat}
    {c : Finset ι → R} {τ ε : R}
    (hτ : ∀ S : Finset ι, S.card < α → |c S - coefficient f S| ≤ τ) (hε : IsConcentrated f α ε)
      {s : R → R}
    (hs : IsRounding s) :
    prob (fun x => s (lowDegree α c x) ≠ f x) ≤ expect (fun x => (f x - lowDegree α c x) ^ 2) ∧
      expect (fun x => (f x - lowDegree α c x) ^ 2) ≤ lowCount ι α * τ ^ 2 + ε :=
  ⟨prob_ne_le_expect_sq hs hf, expect_sq_le_of_accurate hτ hε⟩

/-- Lemma 10.8 with `τ² ≤ ε / n_α`: the error is at most `2ε`. -/
theorem prob_sign_ne_le_two_mul [DecidableEq R] {f : (ι → Bool) → R} (hf : IsBoolean f) {α : Nat}
    {c : Finset ι → R} {τ ε : R}
    (hτ : ∀ S : Finset ι, S.card < α → |c S - coefficient f S| ≤ τ) (hε : IsConcentrated f α ε)
    (h : lowCount ι α * τ ^ 2 ≤ ε) {s : R → R} (hs : IsRounding s) :
    prob (fun x => s (lowDegree α c x) ≠ f x) ≤ 2 * ε := by
  have k := prob_sign_ne_le hf hτ hε hs
  linarith [k.1, k.2]

/-- The hypotheses of Lemma 10.8 can hold, with positive `τ` and `ε`: majority of three, without its
coefficient of degree three, and with another one that is wrong by `1/4`. -/
theorem prob_sign_ne_le_witness : ∃ f : (Fin 3 → Bool) → Rat, IsBoolean f ∧ ∃ c :
    Finset (Fin 3) → Rat,
    (∀ S : Finset (Fin 3), S.card < 2 → |c S - coefficient f S| ≤ 1 / 4) ∧
      IsConcentrated f 2 (1 / 4) :=
  ⟨fun x => sign (majority 3 x), isBoolean_sign _, fun S =>
    if S.card = 1 then if 0 ∈ S then 3 / 4 else 1 / 2 else 0,
    by decide +kernel, by
      show highMass _ _ ≤ _
      decide +kernel⟩

/-- Lemma 10.8 needs a Boolean function: the constant `1/2` has no Fourier mass of degree one, its
coefficient is known exactly, but no sign is equal to it. -/
theorem prob_sign_ne_le_needs_isBoolean : ∃ f : (Fin 1 → Bool) → Rat, ∃ c : Finset (Fin 1) → Rat,
    (∀ S : Finset (Fin 1), S.card < 1 → |c S - coefficient f S| ≤ 0) ∧ highMass f 1 ≤ 0 ∧
    (lowCount (Fin 1) 1 : Rat) * 0 ^ 2 + 0 < prob fun x => sgn (lowDegree 1 c x) ≠ f x :=
  ⟨fun _ => 1 / 2, fun _ => 1 / 2, by decide +kernel⟩

/-- Lemma 10.8 needs concentration: all low coefficients of a parity are zero, and the polynomial
zero predicts half of its values wrongly. -/
theorem prob_sign_ne_le_needs_isConcentrated : ∃ f : (Fin 2 → Bool) → Rat, IsBoolean f ∧ ∃ c :
    Finset (Fin 2) → Rat,
    (∀ S : Finset (Fin 2), S.card < 2 → |c S - coefficient f S| ≤ 0) ∧
    (lowCount (Fin 2) 2 : Rat) * 0 ^ 2 + 1 / 4 < prob fun x => sgn (lowDegree 2 c x) ≠ f x :=
  ⟨character {0, 1}, isBoolean_character _, fun _ => 0, by decide +kernel⟩

/-- Lemma 10.8 needs accurate coefficients: with the opposite sign every prediction is wrong. -/
theorem prob_sign_ne_le_needs_accuracy : ∃ f : (Fin 1 → Bool) → Rat, IsBoolean f ∧ ∃ c :
    Finset (Fin 1) → Rat,
    highMass f 2 ≤ 0 ∧
    (lowCount (Fin 1) 2 : Rat) * (1 / 2) ^ 2 + 0 < prob fun x => sgn (lowDegree 2 c x) ≠ f x :=
  ⟨character {0}, isBoolean_character _, fun S => if S.card = 1 then -1 else 0, by decide +kernel⟩

/-- Lemma 10.8 needs the uniform distribution: off the cube's uniform distribution the error need
not be small. With all weight on the points where a function of small mass beyond degree zero is
`-1`, every prediction is wrong. -/
theorem prob_sign_ne_le_needs_uniform : ∃ f : (Fin 2 → Bool) → Rat, IsBoolean f ∧ ∃ c :
    Finset (Fin 2) → Rat,
    ∃ μ : (Fin 2 → Bool) → Rat, (∀ x, 0 ≤ μ x) ∧ ∑ x, μ x = 1 ∧
    (∀ S : Finset (Fin 2), S.card < 1 → |c S - coefficient f S| ≤ 0) ∧ highMass f 1 ≤ 3 / 4 ∧
    (lowCount (Fin 2) 1 : Rat) * 0 ^ 2 + 3 / 4 <
      ∑ x ∈ Finset.univ.filter (fun x => sgn (lowDegree 1 c x) ≠ f x), μ x :=
  ⟨fun x => sign (x 0 && x 1), isBoolean_sign _, fun _ => 1 / 2, fun x =>
    cond (x 0 && x 1) 1 0, by decide +kernel⟩

end Order
end Hypercube
