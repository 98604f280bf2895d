prelude
import DeepTheory.Hypercube.Defs
import DeepTheory.Algebra.BigOperators.Order
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.Tactic
/-! # Fourier analysis on the hypercube

Characters multiply by symmetric difference and are orthonormal; every function on the cube is in
exactly one way a linear combination of them; Plancherel's and Parseval's identities.

Book items: the product rule of characters and orthonormality (10.3), Fourier inversion, Theorem
10.4.

## Main statements

* `Hypercube.character_mul_character`, `Hypercube.character_mul`: products of characters, and
  characters of products,
* `Hypercube.expect_character_mul_character`: orthonormality,
* `Hypercube.sum_coefficient_mul_character`, `Hypercube.coefficient_unique`: Fourier inversion and
  uniqueness,
* `Hypercube.plancherel`, `Hypercube.parseval`, `Hypercube.sum_coefficient_sq_of_isBoolean`.

## Notes

All of it rests on two sums in a commutative ring, which the product rule `∏ (a + b) = ∑ ∏`
evaluates: `Hypercube.sum_character`, over the points, and `Hypercube.sum_character_mul_character`,
over the sets of coordinates. So there are versions without division, such as
`Hypercube.sum_plancherel`. Fields must have `2 ≠ 0`, because means divide by `2 ^ d`; only
Plancherel and Parseval do without, since in characteristic 2 both of their sides vanish for `d >
0`.
-/
set_option autoImplicit false
universe u v w

namespace Hypercube
variable {ι : Type u} {R : Type v}

/-! ## Characters in a commutative ring -/

section Product
variable [CommRing R]

@[simp] theorem character_empty (x : ι → Bool) : (character ∅ x : R) = 1 := Finset.prod_empty _
theorem character_singleton (i : ι) (x : ι → Bool) : (character {i} x : R) = sign (x i) :=
    Finset.prod_singleton _ _

/-- Characters of products: `χ_S(x ⊙ z) = χ_S(x) χ_S(z)`. -/
theorem character_mul (S : Finset ι) (x z : ι → Bool) :
    (character S (x ⊙ z) : R) = character S x * character S z := by
  rw [character, character, character, ← Finset.prod_mul_distrib]
  exact Finset.prod_congr rfl fun i _ => sign_xor _ _

theorem character_mul_self (S : Finset ι) (x : ι → Bool) : (character S x * character S x :
    R) = 1 := by
  rw [character, ← Finset.prod_mul_distrib]
  exact Finset.prod_eq_one fun i _ => sign_mul_self _
theorem character_sq (S : Finset ι) (x : ι → Bool) : (character S x : R) ^ 2 = 1 := by
  rw [sq, character_mul_self]

end Product

/-! ## Sums of characters in a commutative ring -/

variable [Fintype ι]

theorem card_univ : (Finset.univ : Finset ι).card = Fintype.card ι := rfl

section CommRing
variable [CommRing R]

/-- A character as a product over all coordinates. -/
theorem character_eq_prod (S : Finset ι) (x : ι → Bool) :
    (character S x : R) = ∏ i, if i ∈ S then sign (x i) else 1 := by
  rw [← Finset.prod_filter]
  exact Finset.prod_congr (Finset.ext fun i => by
    rw [Finset.mem_filter]; exact ⟨fun h => ⟨Finset.mem_univ i, h⟩, fun h => h.2⟩) fun _ _ => rfl

/-- A sum over sets of coordinates of products. -/
theorem sum_prod_mem (f g : ι → R) :
    (∑ S : Finset ι, ∏ i, if i ∈ S then f i else g i) = ∏ i, (f i + g i) := by
  rw [← Equiv.sum_comp (Finset.boolEquiv ι), show (∏ i, (f i + g i)) = ∏ i, ∑ b, cond b (f i)
    (g i) from
    Fintype.prod_congr fun i => (Fintype.sum_bool fun b => cond b (f i) (g i)).symm,
      Finset.prod_univ_sum]
  refine Fintype.sum_congr fun φ => Fintype.prod_congr fun i => ?_
  show (if i ∈ Finset.ofBool φ then f i else g i) = _
  cases h : φ i with
  | true => exact if_pos (Finset.mem_ofBool.2 h)
  | false => exact if_neg fun k => Bool.noConfusion (h.symm.trans (Finset.mem_ofBool.1 k))

/-- Characters multiply by symmetric difference: `χ_S χ_T = χ_{S ∆ T}`. -/
theorem character_mul_character (S T : Finset ι) (x : ι → Bool) :
    (character S x * character T x : R) = character (symmDiff S T) x := by
  rw [character_eq_prod, character_eq_prod, character_eq_prod, ← Finset.prod_mul_distrib]
  refine Fintype.prod_congr fun i => ?_
  by_cases h : i ∈ S <;> by_cases k : i ∈ T <;> simp [mem_symmDiff, h, k, sign_mul_self]

/-- Characters have the values `1` and `-1` only. -/
theorem isBoolean_character (S : Finset ι) : IsBoolean fun x => (character S x : R) := fun x => by
  show character S x = (1 : R) ∨ character S x = (-1 : R)
  induction S using Finset.induction_on with
  | empty => exact .inl (character_empty x)
  | insert i S h ih =>
    rw [character, Finset.prod_insert h, ← character]
    cases x i <;> rcases ih with e | e <;> rw [e] <;> simp [sign]

/-- The sum of a character over the cube. -/
theorem sum_character (S : Finset ι) :
    ∑ x, (character S x : R) = if S = ∅ then 2 ^ Fintype.card ι else 0 := by
  rw [show (∑ x, (character S x : R)) = ∑ x : ι → Bool, ∏ i, if i ∈ S then sign (x i) else 1 from
    Fintype.sum_congr fun x => character_eq_prod S x,
    ← Finset.prod_univ_sum fun i b => if i ∈ S then sign b else 1]
  by_cases h : S = ∅
  · rw [if_pos h, h, ← card_univ, ← Finset.prod_const]
    refine Fintype.prod_congr fun i => ?_
    rw [Fintype.sum_bool, if_neg (Finset.notMem_empty i), if_neg (Finset.notMem_empty i),
      one_add_one_eq_two]
  · rw [if_neg h]
    have ⟨i, hi⟩ : ∃ i, i ∈ S := Decidable.byContradiction fun k =>
      h (Finset.eq_empty_of_forall_notMem fun i hi => k ⟨i, hi⟩)
    refine Finset.prod_eq_zero (Finset.mem_univ i) ?_
    rw [Fintype.sum_bool, if_pos hi, if_pos hi, sign_true, sign_false, neg_add_cancel]

/-- The sum of `χ_S(x) χ_S(y)` over all sets of coordinates. -/
theorem sum_character_mul_character (x y : ι → Bool) :
    ∑ S : Finset ι, (character S x * character S y : R) = if x =
      y then 2 ^ Fintype.card ι else 0 := by
  have e : (∑ S : Finset ι, (character S x * character S y : R)) = ∏ i, (sign ((x ⊙ y) i) + 1) := by
    rw [← sum_prod_mem]
    refine Fintype.sum_congr fun S => ?_
    rw [← character_mul, character_eq_prod]
  rw [e]
  by_cases h : x = y
  · rw [if_pos h, h, ← card_univ, ← Finset.prod_const]
    refine Fintype.prod_congr fun i => ?_
    show sign (y i ^^ y i) + 1 = (2 : R)
    rw [Bool.xor_self, sign_false, one_add_one_eq_two]
  · rw [if_neg h]
    have ⟨i, hi⟩ : ∃ i, x i ≠ y i := Decidable.byContradiction fun k =>
      h (funext fun i => Decidable.byContradiction fun hi => k ⟨i, hi⟩)
    refine Finset.prod_eq_zero (Finset.mem_univ i) ?_
    show sign (x i ^^ y i) + 1 = (0 : R)
    have : (x i ^^ y i) = true := by
      revert hi
      cases x i <;> cases y i <;> simp
    rw [this, sign_true, neg_add_cancel]

/-- Fourier inversion without division, in any commutative ring. -/
theorem sum_inversion (f : (ι → Bool) → R) (y : ι → Bool) :
    ∑ S : Finset ι, (∑ x, f x * character S x) * character S y = 2 ^ Fintype.card ι * f y := by
  rw [show (∑ S : Finset ι, (∑ x, f x * character S x) * character S y) =
      ∑ S : Finset ι, ∑ x, f x * (character S x * character S y) from Fintype.sum_congr fun S => by
    rw [Finset.sum_mul]; exact Fintype.sum_congr fun x => mul_assoc _ _ _, Finset.sum_comm]
  rw [show (∑ x, ∑ S : Finset ι, f x * (character S x * character S y)) =
      ∑ x, if x = y then f x * 2 ^ Fintype.card ι else 0 from Fintype.sum_congr fun x => by
    rw [← Finset.mul_sum, sum_character_mul_character, mul_ite, mul_zero]]
  rw [Finset.sum_ite_eq', if_pos (Finset.mem_univ y), mul_comm]

/-- Plancherel's identity without division, in any commutative ring. -/
theorem sum_plancherel (f g : (ι → Bool) → R) :
    ∑ S : Finset ι, (∑ x, f x * character S x) * (∑ x, g x * character S x) =
      2 ^ Fintype.card ι * ∑ x, f x * g x := by
  rw [show (∑ S : Finset ι, (∑ x, f x * character S x) * (∑ x, g x * character S x)) =
      ∑ S : Finset ι, ∑ y, g y * ((∑ x, f x * character S x) * character S y) from
    Fintype.sum_congr fun S => by
      rw [Finset.mul_sum]; exact Fintype.sum_congr fun y => mul_left_comm _ _ _, Finset.sum_comm,
        Finset.mul_sum]
  refine Fintype.sum_congr fun y => ?_
  rw [← Finset.mul_sum, sum_inversion, mul_left_comm, mul_comm (g y)]

end CommRing

/-! ## Means -/

section Field
variable [Field R]

theorem expect_congr {f g : (ι → Bool) → R} (h : ∀ x, f x = g x) : expect f = expect g :=
  congrArg expect (funext h)
theorem expect_add (f g : (ι → Bool) → R) : expect (fun x => f x + g x) = expect f + expect g := by
  rw [expect, Finset.sum_add_distrib, add_div]; rfl
theorem expect_sub (f g : (ι → Bool) → R) : expect (fun x => f x - g x) = expect f - expect g := by
  rw [expect, Finset.sum_sub_distrib, sub_div]; rfl
theorem expect_mul_left (c : R) (f : (ι → Bool) → R) :
    expect (fun x => c * f x) = c * expect f := by
  rw [expect, ← Finset.mul_sum, mul_div_assoc]; rfl
theorem expect_mul_right (f : (ι → Bool) → R) (c : R) :
    expect (fun x => f x * c) = expect f * c := by
  rw [expect, ← Finset.sum_mul, mul_div_right_comm]; rfl
theorem expect_sum {κ : Type w} (s : Finset κ) (f : κ → (ι → Bool) → R) :
    expect (fun x => ∑ k ∈ s, f k x) = ∑ k ∈ s, expect (f k) := by
  rw [expect, Finset.sum_comm, Finset.sum_div]; rfl
theorem expect_equiv (e : (ι → Bool) ≃ (ι → Bool)) (f : (ι → Bool) → R) :
    expect (fun x => f (e x)) = expect f := by
  rw [expect, Equiv.sum_comp e f]; rfl
/-- The number of points of the cube. -/
theorem card_points : Fintype.card (ι → Bool) = 2 ^ Fintype.card ι := by
  rw [Fintype.card_fun, Fintype.card_bool]
theorem expect_const (h2 : (2 : R) ≠ 0) (c : R) : expect (fun _ : ι → Bool => c) = c := by
  have e : ((2 : Nat) : R) = 2 := Nat.cast_ofNat
  rw [expect, Finset.sum_const, card_univ, card_points, Nat.cast_pow, e,
    mul_div_cancel_left₀ _ (pow_ne_zero _ h2)]
/-- The probability of an event is the mean of its indicator. -/
theorem prob_eq_expect (p : (ι → Bool) → Prop) [DecidablePred p] :
    prob p = (expect fun x => if p x then 1 else 0 : R) := by
  rw [prob, expect, Finset.sum_boole]
theorem prob_congr {p q : (ι → Bool) → Prop} [DecidablePred p] [DecidablePred q]
    (h : ∀ x, p x ↔ q x) :
    (prob p : R) = prob q := by
  rw [prob, prob, Finset.filter_congr fun x _ => h x]

/-! ## Orthonormality, inversion, Plancherel, Parseval -/

/-- A character has mean zero unless it is constant. -/
theorem expect_character (h2 : (2 : R) ≠ 0) (S : Finset ι) :
    expect (fun x => character S x) = if S = ∅ then (1 : R) else 0 := by
  rw [expect, sum_character]
  by_cases h : S = ∅
  · rw [if_pos h, if_pos h, div_self (pow_ne_zero _ h2)]
  · rw [if_neg h, if_neg h, zero_div]

theorem symmDiff_eq_empty_iff {S T : Finset ι} : symmDiff S T = ∅ ↔ S = T := by
  constructor
  · intro h
    refine Finset.ext fun i => Decidable.byContradiction fun k =>
      Finset.notMem_empty i (h ▸ mem_symmDiff.2 ?_)
    by_cases hS : i ∈ S <;> by_cases hT : i ∈ T
    · exact absurd ⟨fun _ => hT, fun _ => hS⟩ k
    · exact .inl ⟨hS, hT⟩
    · exact .inr ⟨hT, hS⟩
    · exact absurd ⟨fun h => absurd h hS, fun h => absurd h hT⟩ k
  · intro h
    exact Finset.eq_empty_of_forall_notMem fun i k =>
      (mem_symmDiff.1 k).elim (fun k => k.2 (h ▸ k.1)) fun k => k.2 (h ▸ k.1)

/-- Orthonormality (10.3): `E[χ_S χ_T]` is `1` if `S = T` and `0` otherwise. -/
theorem expect_character_mul_character (h2 : (2 : R) ≠ 0) (S T : Finset ι) :
    expect (fun x => character S x * character T x) = if S = T then (1 : R) else 0 := by
  rw [show (fun x => (character S x * character T x : R)) = fun x => character (symmDiff S T) x from
    funext fun x => character_mul_character S T x, expect_character h2]
  by_cases h : S = T
  · rw [if_pos h, if_pos (symmDiff_eq_empty_iff.2 h)]
  · rw [if_neg h, if_neg fun k => h (symmDiff_eq_empty_iff.1 k)]

/-- The hypothesis of `expect_character_mul_character` can hold: in ordered fields. -/
theorem expect_character_mul_character_witness : (2 : Rat) ≠ 0 := two_ne_zero

/-- Orthonormality fails wherever `2 = 0`, as soon as there is a coordinate: the mean of `χ_∅ χ_∅ =
1` is then zero. -/
theorem expect_character_mul_character_needs_two_ne_zero (h2 : (2 : R) = 0) (i : ι) :
    expect (fun x => character (∅ : Finset ι) x * character ∅ x) ≠ (1 : R) := by
  have h : Fintype.card ι ≠ 0 := fun h => absurd (Finset.mem_univ i) (by
    rw [Finset.card_eq_zero.1 h]; exact Finset.notMem_empty i)
  rw [expect, h2, zero_pow h, div_zero]
  exact zero_ne_one

theorem coefficient_eq (f : (ι → Bool) → R) (S : Finset ι) :
    coefficient f S = (∑ x, f x * character S x) / 2 ^ Fintype.card ι := rfl

/-- Fourier inversion: every function on the cube is the sum of its coefficients times the
characters. -/
theorem sum_coefficient_mul_character (h2 : (2 : R) ≠ 0) (f : (ι → Bool) → R) (x : ι → Bool) :
    ∑ S : Finset ι, coefficient f S * character S x = f x := by
  rw [show (∑ S : Finset ι, coefficient f S * character S x) =
      ∑ S : Finset ι, (∑ y, f y * character S y) * character S x / 2 ^ Fintype.card ι from
    Fintype.sum_congr fun S => by rw [coefficient_eq, div_mul_eq_mul_div],
    ← Finset.sum_div, sum_inversion, mul_div_cancel_left₀ _ (pow_ne_zero _ h2)]

/-- The coefficients of a linear combination of characters. -/
theorem coefficient_sum (h2 : (2 : R) ≠ 0) (c : Finset ι → R) (S : Finset ι) :
    coefficient (fun x => ∑ T : Finset ι, c T * character T x) S = c S := by
  rw [coefficient, show (fun x => (∑ T : Finset ι, c T * character T x) * character S x) =
      fun x => ∑ T : Finset ι, c T * (character T x * character S x) from
    funext fun x => by rw [Finset.sum_mul]; exact Fintype.sum_congr fun T => mul_assoc _ _ _,
      expect_sum]
  rw [show (∑ T : Finset ι, expect fun x => c T * (character T x * character S x)) =
      ∑ T : Finset ι, if T = S then c T else 0 from Fintype.sum_congr fun T => by
    rw [expect_mul_left, expect_character_mul_character h2, mul_ite, mul_one, mul_zero]]
  rw [Finset.sum_ite_eq', if_pos (Finset.mem_univ S)]

/-- Uniqueness of the Fourier expansion: if a linear combination of characters is `f`, its
coefficients are those of `f`. -/
theorem coefficient_unique (h2 : (2 : R) ≠ 0) {f : (ι → Bool) → R} {c : Finset ι → R}
    (h : ∀ x, f x = ∑ S : Finset ι, c S * character S x) (S : Finset ι) : c S =
      coefficient f S := by
  rw [show f = fun x => ∑ T : Finset ι, c T * character T x from funext h, coefficient_sum h2]

/-- Fourier inversion, both parts: `f = ∑ c_S χ_S` exactly when every `c_S` is the Fourier
coefficient of `f`. -/
theorem eq_sum_character_iff (h2 : (2 : R) ≠ 0) (f : (ι → Bool) → R) (c : Finset ι → R) :
    (∀ x, f x = ∑ S : Finset ι, c S * character S x) ↔ ∀ S, c S = coefficient f S := by
  refine ⟨coefficient_unique h2, fun h x => ?_⟩
  rw [show c = coefficient f from funext h, sum_coefficient_mul_character h2]

/-- The hypothesis of `eq_sum_character_iff` can hold: in ordered fields. -/
theorem eq_sum_character_iff_witness : (2 : Rat) ≠ 0 := two_ne_zero

/-- Fourier inversion fails wherever `2 = 0`, as soon as there is a coordinate: all coefficients are
zero then. -/
theorem eq_sum_character_iff_needs_two_ne_zero (h2 : (2 : R) = 0) (i : ι) :
    ∃ f : (ι → Bool) → R, ¬∀ x, f x = ∑ S : Finset ι, coefficient f S * character S x := by
  have h : Fintype.card ι ≠ 0 := fun h => absurd (Finset.mem_univ i) (by
    rw [Finset.card_eq_zero.1 h]; exact Finset.notMem_empty i)
  refine ⟨fun _ => 1, fun k => one_ne_zero ((k fun _ => false).trans (Finset.sum_eq_zero fun S _ =>
    ?_))⟩
  rw [coefficient_eq, h2, zero_pow h, div_zero, zero_mul]

/-- The full set of coordinates is needed for inversion: the product of all coordinates is not a
combination of the characters of the other sets. -/
theorem sum_coefficient_needs_full_set (h2 : (2 : R) ≠ 0) (x : ι → Bool) :
    ∑ S ∈ Finset.univ.filter (fun S : Finset ι => S ≠ Finset.univ),
      coefficient (character Finset.univ) S * character S x ≠ (character Finset.univ x : R) := by
  have z : ∑ S ∈ Finset.univ.filter (fun S : Finset ι => S ≠ Finset.univ),
      coefficient (character Finset.univ) S * character S x = (0 : R) :=
        Finset.sum_eq_zero fun S hS => by
    rw [coefficient, expect_character_mul_character h2, if_neg fun e =>
      (Finset.mem_filter.1 hS).2 e.symm, zero_mul]
  rw [z]
  intro e
  have k := character_mul_self (R := R) Finset.univ x
  rw [← e, mul_zero] at k
  exact zero_ne_one k

/-- Theorem 10.4 (Plancherel): `E[f g] = ∑_S f^(S) g^(S)`, over any field. -/
theorem plancherel (f g : (ι → Bool) → R) :
    expect (fun x => f x * g x) = ∑ S : Finset ι, coefficient f S * coefficient g S := by
  rw [show (∑ S : Finset ι, coefficient f S * coefficient g S) =
      ∑ S : Finset ι, (∑ x, f x * character S x) * (∑ x, g x * character S x) /
        (2 ^ Fintype.card ι * 2 ^ Fintype.card ι) from
    Fintype.sum_congr fun S => by rw [coefficient_eq, coefficient_eq, div_mul_div_comm],
    ← Finset.sum_div, sum_plancherel, expect]
  by_cases h : (2 : R) ^ Fintype.card ι = 0
  · rw [h, zero_mul, zero_mul, div_zero, div_zero]
  · rw [mul_div_mul_left _ _ h]

/-- Theorem 10.4 (Parseval): `E[f²] = ∑_S f^(S)²`, over any field. -/
theorem parseval (f : (ι → Bool) → R) :
    expect (fun x => f x ^ 2) = ∑ S : Finset ι, coefficient f S ^ 2 := by
  rw [show (fun x => f x ^ 2) = fun x => f x * f x from funext fun x => sq _, plancherel]
  exact Fintype.sum_congr fun S => (sq _).symm

/-- Theorem 10.4 (Boolean functions): the squares of the coefficients of a `±1`-valued function add
up to one. -/
theorem sum_coefficient_sq_of_isBoolean (h2 : (2 : R) ≠ 0) {f : (ι → Bool) → R} (hf : IsBoolean f) :
    ∑ S : Finset ι, coefficient f S ^ 2 = 1 := by
  rw [← parseval, expect_congr hf.sq, expect_const h2]

/-- The hypotheses of `sum_coefficient_sq_of_isBoolean` can hold: by every character. -/
theorem sum_coefficient_sq_of_isBoolean_witness :
    (2 : Rat) ≠ 0 ∧ ∃ f : (Fin 3 → Bool) → Rat, IsBoolean f ∧ ∃ x y, f x ≠ f y :=
  ⟨two_ne_zero, character {0, 2}, isBoolean_character _, fun _ => false, fun i =>
    decide (i = 0), by decide⟩

/-- `sum_coefficient_sq_of_isBoolean` needs values `±1`: for the constant `2` the sum is four, which
is not one as long as `3 ≠ 0`. -/
theorem sum_coefficient_sq_needs_isBoolean (h2 : (2 : R) ≠ 0) (h3 : (3 : R) ≠ 0) :
    ∑ S : Finset ι, coefficient (fun _ => (2 : R)) S ^ 2 ≠ 1 := by
  rw [← parseval, expect_const h2]
  intro e
  have : (2 : R) ^ 2 - 1 = 3 := by ring
  rw [e, sub_self] at this
  exact h3 this.symm

/-- `sum_coefficient_sq_of_isBoolean` needs `2 ≠ 0`, as soon as there is a coordinate. -/
theorem sum_coefficient_sq_of_isBoolean_needs_two_ne_zero (h2 : (2 : R) = 0) (i : ι)
    (f : (ι → Bool) → R) :
    ∑ S : Finset ι, coefficient f S ^ 2 ≠ 1 := by
  have h : Fintype.card ι ≠ 0 := fun h => absurd (Finset.mem_univ i) (by
    rw [Finset.card_eq_zero.1 h]; exact Finset.notMem_empty i)
  rw [Finset.sum_eq_zero fun S _ => by
    rw [coefficient_eq, h2, zero_pow h, div_zero, zero_pow (nofun : 2 ≠ 0)]]
  exact zero_ne_one

/-- Orthonormality needs the uniform distribution: with weights `3/4` and `1/4` on the two points of
a cube of dimension one, the mean of the only other character is not zero, and a mean square under
these weights is not the sum of the squared coefficients, which are taken under the uniform law. -/
theorem orthonormality_needs_uniform : ∃ w : (Fin 1 → Bool) → Rat, (∀ x, 0 ≤ w x) ∧ ∑ x, w x = 1 ∧
    ∑ x, w x * (character {0} x * character ∅ x) ≠ 0 ∧
    ∑ x, w x * (character {0} x - 1) ^ 2 ≠ ∑ S : Finset (Fin 1), coefficient (fun x =>
      character {0} x - 1) S ^ 2 :=
  ⟨fun x => cond (x 0) (1 / 4) (3 / 4), by decide +kernel⟩

/-- The product rule of characters needs signs: the number two is not its own inverse. -/
theorem character_mul_character_needs_signs : ∃ x : Fin 1 → Rat, ∃ S T : Finset (Fin 1),
    (∏ i ∈ S, x i) * (∏ i ∈ T, x i) ≠ ∏ i ∈ symmDiff S T, x i :=
  ⟨fun _ => 2, {0}, {0}, by decide +kernel⟩

end Field
end Hypercube
