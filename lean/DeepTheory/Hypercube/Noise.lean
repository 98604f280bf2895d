prelude
import DeepTheory.Hypercube.Fourier
/-! # Random bit noise and noise sensitivity

Each coordinate of a point is changed independently with probability `η`. The noise is defined as a
probability: a finite sum of weights over the patterns of changed coordinates. The spectral formula
for the noise sensitivity is a theorem about it.

Book items: Definition 10.9 (random bit noise), noise sensitivity, the multiplier of characters,
Proposition 10.11, Proposition 10.17, the spectrum and the noise sensitivity of parities, the
piling-up lemma.

## Main definitions

* `Hypercube.bitsProb p z`: the probability that independent bits, true with probabilities `p i`,
  are `z`,
* `Hypercube.noiseProb η P`: the probability that `P x y` holds for uniform `x` and `y = T_η(x)`,
* `Hypercube.noiseSensitivity η f`: the probability that `f x ≠ f (T_η x)`,
* `Hypercube.noiseMean η g x`: the mean of `g (T_η x)` for fixed `x`.

## Main statements

* `Hypercube.sum_bitsProb_mul_prod`: the bits are independent, and have the right probabilities,
* `Hypercube.noiseMean_character`: noise multiplies a character by `(1 - 2η) ^ |S|`,
* `Hypercube.noiseSensitivity_eq`: the spectral formula, in any field with `2 ≠ 0` and for any `η`,
* `Hypercube.noiseSensitivity_comp_le`: the union bound,
* `Hypercube.noiseSensitivity_character`, `Hypercube.coefficient_character`: parities,
* `Hypercube.piling_up`: the sum of independent bits modulo two.
-/
set_option autoImplicit false
universe u v w z

namespace Hypercube
variable {ι : Type u} {R : Type v} [Fintype ι]

/-! ## Definitions -/

section Definitions
variable [Field R]

/-- The probability that independent bits, of which bit `i` is true with probability `p i`, are
those of `z`. -/
def bitsProb (p : ι → R) (z : ι → Bool) : R := ∏ i, cond (z i) (p i) (1 - p i)

/-- Definition 10.9: the probability that `P x y` holds, where `x` is uniform on the cube and `y =
T_η(x)` arises from `x` by changing every coordinate independently with probability `η`. The sum
runs over the set of changed coordinates, given as a point `z` that is `-1` there; then `y = x ⊙ z`.
-/
def noiseProb (η : R) (P : (ι → Bool) → (ι → Bool) → Prop) [(x : ι → Bool) → DecidablePred (P x)] :
    R :=
  ∑ z, bitsProb (fun _ => η) z * prob fun x => P x (x ⊙ z)

/-- The noise sensitivity of `f`: the probability that noise of rate `η` changes its value. The
values of `f` may be of any type: signs, truth values or numbers. -/
def noiseSensitivity {β : Type w} [DecidableEq β] (η : R) (f : (ι → Bool) → β) : R :=
  noiseProb η fun x y => f x ≠ f y

/-- The mean of `g (T_η x)` for fixed `x`. -/
def noiseMean (η : R) (g : (ι → Bool) → R) (x : ι → Bool) : R :=
    ∑ z, bitsProb (fun _ => η) z * g (x ⊙ z)

end Definitions

/-! ## Independent bits -/

section Field
variable [Field R]

/-- The bits are independent: the mean of a product of functions of the single bits is the product
of their means. -/
theorem sum_bitsProb_mul_prod (p : ι → R) (g : ι → Bool → R) :
    ∑ z, bitsProb p z * ∏ i, g i (z i) = ∏ i, (p i * g i true + (1 - p i) * g i false) := by
  rw [show (∏ i, (p i * g i true + (1 - p i) * g i false)) =
      ∏ i, ∑ b, cond b (p i) (1 - p i) * g i b from Fintype.prod_congr fun i =>
    (Fintype.sum_bool fun b => cond b (p i) (1 - p i) * g i b).symm, Finset.prod_univ_sum]
  exact Fintype.sum_congr fun z => (Finset.prod_mul_distrib _ _ _).symm

/-- The probabilities add up to one. -/
theorem sum_bitsProb (p : ι → R) : ∑ z, bitsProb p z = 1 := by
  have h := sum_bitsProb_mul_prod p fun _ _ => 1
  rw [show (∑ z : ι → Bool, bitsProb p z * ∏ _i : ι, (1 : R)) = ∑ z, bitsProb p z from
    Fintype.sum_congr fun z => by rw [Finset.prod_const_one, mul_one]] at h
  rw [h]
  exact Finset.prod_eq_one fun i _ => by rw [mul_one, mul_one, add_sub_cancel]

/-- Bit `i` is true with probability `p i`. -/
theorem sum_bitsProb_coordinate (p : ι → R) (i : ι) :
    ∑ z ∈ Finset.univ.filter (fun z : ι → Bool => z i = true), bitsProb p z = p i := by
  have h := sum_bitsProb_mul_prod p fun j b => if j = i then cond b 1 0 else 1
  rw [show (∏ j, (p j * (if j = i then cond true 1 0 else 1) + (1 - p j) *
    (if j = i then cond false 1 0 else 1))) =
      ∏ j, if j = i then p j else 1 from Fintype.prod_congr fun j => by
    by_cases k : j = i
    · rw [if_pos k, if_pos k, if_pos k]
      show p j * 1 + (1 - p j) * 0 = p j
      rw [mul_one, mul_zero, add_zero]
    · rw [if_neg k, if_neg k, if_neg k, mul_one, mul_one, add_sub_cancel],
    Finset.prod_ite_eq', if_pos (Finset.mem_univ i)] at h
  rw [← h, Finset.sum_filter]
  refine Fintype.sum_congr fun z => ?_
  rw [Finset.prod_ite_eq' (f := fun j => cond (z j) (1 : R) 0), if_pos (Finset.mem_univ i)]
  cases z i
  · rw [if_neg Bool.noConfusion]; exact (mul_zero _).symm
  · rw [if_pos rfl]; exact (mul_one _).symm

/-- The mean of a character of independent bits. -/
theorem sum_bitsProb_mul_character (p : ι → R) (S : Finset ι) :
    ∑ z, bitsProb p z * character S z = ∏ i ∈ S, (1 - 2 * p i) := by
  rw [show (∑ z, bitsProb p z * character S z) =
      ∑ z : ι → Bool, bitsProb p z * ∏ i, if i ∈ S then sign (z i) else 1 from
    Fintype.sum_congr fun z => by rw [character_eq_prod],
    sum_bitsProb_mul_prod p fun i b => if i ∈ S then sign b else 1]
  rw [show (∏ i ∈ S, (1 - 2 * p i)) = ∏ i, if i ∈ S then 1 - 2 * p i else 1 from by
    rw [← Finset.prod_filter]
    exact Finset.prod_congr (Finset.ext fun i => by
      rw [Finset.mem_filter]; exact ⟨fun h => ⟨Finset.mem_univ i, h⟩, fun h => h.2⟩) fun _ _ => rfl]
  refine Fintype.prod_congr fun i => ?_
  by_cases h : i ∈ S
  · rw [if_pos h, if_pos h, if_pos h, sign_true, sign_false]; ring
  · rw [if_neg h, if_neg h, if_neg h]; ring

/-- Noise multiplies the character `χ_S` by `(1 - 2η) ^ |S|`. -/
theorem noiseMean_character (η : R) (S : Finset ι) (x : ι → Bool) :
    noiseMean η (character S) x = (1 - 2 * η) ^ S.card * character S x := by
  rw [noiseMean, ← Finset.prod_const, ← sum_bitsProb_mul_character (fun _ => η), Finset.sum_mul]
  exact Fintype.sum_congr fun z => by rw [character_mul]; ring

/-- The noise pair is symmetric: `(x, T_η x)` and `(T_η x, x)` have the same distribution. -/
theorem noiseProb_symm (η : R) (P : (ι → Bool) → (ι → Bool) → Prop)
    [(x : ι → Bool) → DecidablePred (P x)]
    [(x : ι → Bool) → DecidablePred fun y => P y x] : noiseProb η P = noiseProb η fun x y =>
      P y x := by
  have e : ∀ z, (prob fun x => P x (x ⊙ z) : R) = prob fun x => P (x ⊙ z) x := fun z => by
    rw [prob_eq_expect, prob_eq_expect, ← expect_equiv (mulEquiv z)]
    refine expect_congr fun x => ?_
    show (if P (x ⊙ z) (x ⊙ z ⊙ z) then (1 : R) else 0) = if P (x ⊙ z) x then 1 else 0
    by_cases h : P (x ⊙ z) x
    · rw [if_pos h, if_pos (by rw [points_mul_cancel]; exact h)]
    · rw [if_neg h, if_neg (by rw [points_mul_cancel]; exact h)]
  rw [noiseProb, noiseProb]
  exact Finset.sum_congr rfl fun z _ => by rw [e z]

/-- Without noise no value changes. -/
theorem noiseSensitivity_zero {β : Type w} [DecidableEq β] (f : (ι → Bool) → β) :
    noiseSensitivity (0 : R) f = 0 := by
  rw [noiseSensitivity, noiseProb]
  refine Finset.sum_eq_zero fun z _ => ?_
  by_cases h : ∃ i, z i = true
  · have ⟨i, hi⟩ := h
    rw [bitsProb, Finset.prod_eq_zero (Finset.mem_univ i) (by rw [hi]; rfl), zero_mul]
  · have hz : z = fun _ => false := funext fun i => by
      cases k : z i with
      | true => exact absurd ⟨i, k⟩ h
      | false => rfl
    have k : ∀ x : ι → Bool, ¬f x ≠ f (x ⊙ z) := fun x e => e (congrArg f (funext fun i => by
      rw [hz]; exact (Bool.xor_false _).symm))
    rw [prob_eq_expect, expect_congr (g := fun _ => 0) fun x =>
      if_neg (k x), expect, Finset.sum_const_zero,
      zero_div, mul_zero]

/-- A function that tells all values of `f` apart does not change the noise sensitivity: it is the
same for truth values and their signs. -/
theorem noiseSensitivity_comp_of_injective {β : Type w} {γ : Type z} [DecidableEq β] [DecidableEq γ]
    (η : R)
    {g : β → γ} (hg : ∀ a b, g a = g b → a = b) (f : (ι → Bool) → β) :
    noiseSensitivity η (fun x => g (f x)) = noiseSensitivity η f :=
  Fintype.sum_congr fun _ => congrArg _ (prob_congr fun _ =>
    ⟨fun h e => h (congrArg g e), fun h e => h (hg _ _ e)⟩)

/-! ## The spectral formula -/

/-- The coefficients of `x ↦ f (x ⊙ z)`. -/
theorem coefficient_mul (f : (ι → Bool) → R) (z : ι → Bool) (S : Finset ι) :
    coefficient (fun x => f (x ⊙ z)) S = character S z * coefficient f S := by
  rw [coefficient, ← expect_equiv (mulEquiv z), coefficient, ← expect_mul_left]
  refine expect_congr fun x => ?_
  show f (x ⊙ z ⊙ z) * character S (x ⊙ z) = character S z * (f x * character S x)
  rw [points_mul_cancel, character_mul]; ring

/-- The correlation of `f` with its shift by `z`. -/
theorem expect_mul_shift (f : (ι → Bool) → R) (z : ι → Bool) :
    expect (fun x => f x * f (x ⊙ z)) = ∑ S : Finset ι, coefficient f S ^ 2 * character S z := by
  rw [plancherel]
  exact Fintype.sum_congr fun S => by rw [coefficient_mul]; ring

/-- The probability that two Boolean functions differ. -/
theorem prob_ne_eq [DecidableEq R] (h2 : (2 : R) ≠ 0) {f g : (ι → Bool) → R} (hf : IsBoolean f)
    (hg : IsBoolean g) : prob (fun x => f x ≠ g x) = 1 / 2 - 1 / 2 * expect fun x => f x * g x := by
  have e : expect (fun x => 1 / 2 - 1 / 2 * (f x * g x)) = 1 / 2 - 1 / 2 * expect fun x =>
    f x * g x := by
    rw [expect_sub, expect_const h2, expect_mul_left]
  rw [← e, prob_eq_expect]
  refine expect_congr fun x => ?_
  have n : (1 : R) ≠ -1 := fun e => h2 (by
    rw [← one_add_one_eq_two]; exact (congrArg (1 + ·) e).trans (add_neg_cancel 1))
  have half : (1 : R) / 2 + 1 / 2 = 1 := by ring
  rcases hf x with a | a <;> rcases hg x with b | b <;> rw [a, b]
  · rw [if_neg fun h => h rfl]; ring
  · rw [if_pos n, mul_neg, mul_one, mul_neg, mul_one, sub_neg_eq_add, half]
  · rw [if_pos n.symm, mul_one, mul_neg, mul_one, sub_neg_eq_add, half]
  · rw [if_neg fun h => h rfl]; ring

/-- Proposition 10.11 (spectral formula for noise sensitivity), in any field with `2 ≠ 0` and for
any rate `η`. -/
theorem noiseSensitivity_eq [DecidableEq R] (h2 : (2 : R) ≠ 0) {f : (ι → Bool) → R}
    (hf : IsBoolean f) (η : R) :
    noiseSensitivity η f = 1 / 2 - 1 / 2 * ∑ S : Finset ι,
      (1 - 2 * η) ^ S.card * coefficient f S ^ 2 := by
  rw [noiseSensitivity, noiseProb, show (∑ z, bitsProb (fun _ => η) z * prob fun x =>
    f x ≠ f (x ⊙ z)) =
      ∑ z : ι → Bool, (1 / 2 * bitsProb (fun _ => η) z -
        1 / 2 * ∑ S : Finset ι, coefficient f S ^ 2 * (bitsProb (fun _ =>
          η) z * character S z)) from
    Fintype.sum_congr fun z => by
      rw [prob_ne_eq h2 hf fun x => hf (x ⊙ z), expect_mul_shift, Finset.mul_sum, Finset.mul_sum,
        mul_sub,
        Finset.mul_sum, mul_comm]
      exact congrArg _ (Fintype.sum_congr fun S => by ring)]
  rw [Finset.sum_sub_distrib, ← Finset.mul_sum, sum_bitsProb, mul_one, ← Finset.mul_sum,
    Finset.sum_comm]
  refine congrArg (fun a => 1 / 2 - 1 / 2 * a) (Fintype.sum_congr fun S => ?_)
  rw [← Finset.mul_sum, sum_bitsProb_mul_character, Finset.prod_const, mul_comm]

/-- Proposition 10.11 for functions with truth values: their Fourier coefficients are those of their
signs. -/
theorem noiseSensitivity_eq_of_bool (h2 : (2 : R) ≠ 0) (f : (ι → Bool) → Bool) (η : R) :
    noiseSensitivity η f =
    1 / 2 - 1 / 2 * ∑ S : Finset ι, (1 - 2 * η) ^ S.card * coefficient (fun x =>
      sign (f x)) S ^ 2 := by
  have n : (1 : R) ≠ -1 := fun e => h2 (by
    rw [← one_add_one_eq_two]; exact (congrArg (1 + ·) e).trans (add_neg_cancel 1))
  have : DecidableEq R := fun a b => Classical.propDecidable (a = b)
  rw [← noiseSensitivity_eq h2 (isBoolean_sign f) η]
  refine (noiseSensitivity_comp_of_injective η (g := (sign : Bool → R)) ?_ f).symm
  intro a b h
  cases a <;> cases b
  · rfl
  · exact absurd h n
  · exact absurd h.symm n
  · rfl

/-- The hypotheses of `noiseSensitivity_eq` can hold, by functions that are not constant. -/
theorem noiseSensitivity_eq_witness :
    (2 : Rat) ≠ 0 ∧ ∃ f : (Fin 3 → Bool) → Rat, IsBoolean f ∧ ∃ x y, f x ≠ f y :=
  ⟨two_ne_zero, fun x => sign (majority 3 x), isBoolean_sign _, fun _ => false, fun _ =>
    true, by decide⟩

/-- Proposition 10.11 needs `±1` values: the constant `2` never changes, but its squared
coefficients add up to four. -/
theorem noiseSensitivity_eq_needs_isBoolean :
    ∃ f : (Fin 1 → Bool) → Rat, ∃ η : Rat, noiseSensitivity η f ≠
    1 / 2 - 1 / 2 * ∑ S : Finset (Fin 1), (1 - 2 * η) ^ S.card * coefficient f S ^ 2 :=
  ⟨fun _ => 2, 0, by decide +kernel⟩

/-- Half of Proposition 10.11 without fractions: `2 NS_η(f) = ∑_S (1 - (1 - 2η) ^ |S|) f^(S)²`. -/
theorem two_mul_noiseSensitivity [DecidableEq R] (h2 : (2 : R) ≠ 0) {f : (ι → Bool) → R}
    (hf : IsBoolean f)
    (η : R) : 2 * noiseSensitivity η f = ∑ S : Finset ι,
      (1 - (1 - 2 * η) ^ S.card) * coefficient f S ^ 2 := by
  rw [show (∑ S : Finset ι, (1 - (1 - 2 * η) ^ S.card) * coefficient f S ^ 2) =
      ∑ S : Finset ι, (coefficient f S ^ 2 - (1 - 2 * η) ^ S.card * coefficient f S ^ 2) from
    Fintype.sum_congr fun S => by rw [sub_mul, one_mul], Finset.sum_sub_distrib,
    sum_coefficient_sq_of_isBoolean h2 hf, noiseSensitivity_eq h2 hf]
  generalize (∑ S : Finset ι, (1 - 2 * η) ^ S.card * coefficient f S ^ 2) = a
  ring

/-! ## Parities -/

/-- All the Fourier mass of the parity `χ_T` is on `T`. -/
theorem coefficient_character (h2 : (2 : R) ≠ 0) (T S : Finset ι) :
    coefficient (character T) S = if S = T then (1 : R) else 0 := by
  rw [coefficient, expect_character_mul_character h2]
  by_cases h : S = T
  · rw [if_pos h, if_pos h.symm]
  · rw [if_neg h, if_neg fun e => h e.symm]

/-- The noise sensitivity of the parity `χ_T` is `(1 - (1 - 2η) ^ |T|) / 2`. -/
theorem noiseSensitivity_character [DecidableEq R] (h2 : (2 : R) ≠ 0) (T : Finset ι) (η : R) :
    noiseSensitivity η (fun x => (character T x : R)) = 1 / 2 * (1 - (1 - 2 * η) ^ T.card) := by
  rw [noiseSensitivity_eq h2 (isBoolean_character T),
    Fintype.sum_eq_single T fun S h => by
      rw [coefficient_character h2, if_neg h, zero_pow (nofun : 2 ≠ 0), mul_zero],
    coefficient_character h2, if_pos rfl, one_pow, mul_one, mul_sub, mul_one]

omit [Fintype ι] in
/-- A character counts modulo two: `χ_S(x) = (-1) ^ #{i ∈ S | x_i = -1}`. -/
theorem character_eq_pow (S : Finset ι) (x : ι → Bool) :
    (character S x : R) = (-1) ^ (S.filter fun i => x i = true).card := by
  rw [← Finset.prod_const, Finset.prod_filter, character]
  exact Finset.prod_congr rfl fun i _ => by cases x i <;> rfl

/-- The piling-up lemma for bits with different probabilities: the number of true bits is odd with
probability `(1 - ∏ (1 - 2 p_i)) / 2`. -/
theorem piling_up (h2 : (2 : R) ≠ 0) (p : ι → R) :
    ∑ z ∈ Finset.univ.filter (fun z : ι → Bool => (Finset.ofBool z).card % 2 = 1), bitsProb p z =
      1 / 2 * (1 - ∏ i, (1 - 2 * p i)) := by
  have e : (1 : R) - ∑ z, bitsProb p z * character Finset.univ z =
      ∑ z, (bitsProb p z - bitsProb p z * character Finset.univ z) := by
    rw [Finset.sum_sub_distrib, sum_bitsProb]
  rw [← sum_bitsProb_mul_character, e, Finset.mul_sum, Finset.sum_filter]
  refine Fintype.sum_congr fun z => ?_
  rw [character_eq_pow, show (Finset.univ.filter fun i => z i = true) = Finset.ofBool z from rfl]
  generalize (Finset.ofBool z).card = n
  have hn := Nat.div_add_mod n 2
  rcases Nat.mod_two_eq_zero_or_one n with k | k
  · rw [if_neg fun e => Nat.noConfusion (k.symm.trans e), ← hn, k, Nat.add_zero,
      neg_one_pow_two_mul,
      mul_one, sub_self, mul_zero]
  · rw [if_pos k, ← hn, k, pow_succ, neg_one_pow_two_mul]
    ring

/-- The piling-up lemma: among `k` independent bits that are true with probability `η` an odd number
is true with probability `(1 - (1 - 2η) ^ k) / 2`. -/
theorem piling_up_const (h2 : (2 : R) ≠ 0) (η : R) :
    ∑ z ∈ Finset.univ.filter (fun z : ι → Bool => (Finset.ofBool z).card % 2 = 1),
      bitsProb (fun _ => η) z =
      1 / 2 * (1 - (1 - 2 * η) ^ Fintype.card ι) := by
  rw [piling_up h2, Finset.prod_const]; rfl

/-- The piling-up lemma needs independence: if two bits are always equal, both true with probability
`1/4`, their number is never odd. -/
theorem piling_up_needs_independence : ∃ w : (Fin 2 → Bool) → Rat, (∀ z, 0 ≤ w z) ∧ ∑ z, w z = 1 ∧
    (∀ i, ∑ z ∈ Finset.univ.filter (fun z : Fin 2 → Bool => z i = true), w z = 1 / 4) ∧
    ∑ z ∈ Finset.univ.filter (fun z : Fin 2 → Bool => (Finset.ofBool z).card % 2 = 1), w z ≠
      1 / 2 * (1 - (1 - 2 * (1 / 4)) ^ 2) :=
  ⟨fun z => if z 0 = z 1 then if z 0 = true then 1 / 4 else 3 / 4 else 0, by decide +kernel⟩

/-- The multiplier needs independence: if the two changes are always equal, the product of the two
coordinates does not change at all. -/
theorem noiseMean_character_needs_independence :
    ∃ w : (Fin 2 → Bool) → Rat, (∀ z, 0 ≤ w z) ∧ ∑ z, w z = 1 ∧
    (∀ i, ∑ z ∈ Finset.univ.filter (fun z : Fin 2 → Bool => z i = true), w z = 1 / 4) ∧ ∃ x :
      Fin 2 → Bool,
    ∑ z, w z * character {0, 1} (x ⊙ z) ≠ (1 - 2 * (1 / 4)) ^ 2 * character {0, 1} x :=
  ⟨fun z => if z 0 = z 1 then if z 0 = true then 1 / 4 else 3 / 4 else 0, by decide +kernel⟩

end Field
end Hypercube
