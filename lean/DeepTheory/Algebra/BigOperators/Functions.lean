prelude
import DeepTheory.Algebra.BigOperators.Order
import DeepTheory.Algebra.Nat.Choose
/-! # Sums over functions: product weights and the cube

## Main definitions

* `Cube.weight x`: the number of ones of a point `x : Fin n → Bool`; `Cube.xor x y`: the symmetric
  difference.

## Main statements

* `Finset.sum_prod_weights`: product weights add up to one; `Finset.sum_prod_mul_prod`: under
  product weights the mean of a product of functions of single coordinates is the product of the
  means; `Finset.sum_prod_mul_apply`: the marginal of one coordinate,
* `Cube.sum_xor`: a sum over the cube does not change under `x ↦ x xor y`; the group laws of
  `Cube.xor`,
* `Cube.sum_pow_weight`: `∑ x, z ^ weight x = (1 + z) ^ n`; `Cube.sum_bernoulli`: the weights of
  independent bits; `Cube.sum_weight`: grouping by the number of ones.
-/
set_option autoImplicit false
universe u v w

open Finset

namespace Finset
variable {ι : Type u} {π : ι → Type v} {R : Type w} [CommSemiring R] [Fintype ι]
    [(i : ι) → Fintype (π i)]

/-- Product weights add up to the product of the sums; to one, if each factor does. -/
theorem sum_prod_weights {p : (i : ι) → π i → R} (hp : ∀ i, ∑ b, p i b = 1) :
    ∑ φ : (i : ι) → π i, ∏ i, p i (φ i) = 1 := by
  rw [← prod_univ_sum]; exact prod_eq_one fun i _ => hp i

/-- Independence: under product weights the mean of a product of functions of single coordinates is
the product of the means. -/
theorem sum_prod_mul_prod (p f : (i : ι) → π i → R) :
    ∑ φ : (i : ι) → π i, (∏ i, p i (φ i)) * ∏ i, f i (φ i) = ∏ i, ∑ b, p i b * f i b := by
  rw [prod_univ_sum fun i b => p i b * f i b]
  exact sum_congr rfl fun φ _ => (prod_mul_distrib univ _ _).symm

/-- The marginal of one coordinate under product weights. -/
theorem sum_prod_mul_apply {p : (i : ι) → π i → R} (hp : ∀ i, ∑ b, p i b = 1) (j : ι)
    (g : π j → R) :
    ∑ φ : (i : ι) → π i, (∏ i, p i (φ i)) * g (φ j) = ∑ b, p j b * g b := by
  -- a product with a single factor that is not one
  have e : ∀ φ : (i : ι) → π i, g (φ j) = ∏ i, if h : i = j then g (h ▸ φ i) else 1 := fun φ => by
    rw [Fintype.prod_eq_single j fun i h => dif_neg h, dif_pos rfl]
  rw [sum_congr rfl fun φ _ => by rw [e φ], sum_prod_mul_prod p fun i b => if h : i =
    j then g (h ▸ b) else 1,
    Fintype.prod_eq_single j fun i h =>
      (sum_congr rfl fun b _ => by rw [dif_neg h, mul_one]).trans (hp i)]
  exact sum_congr rfl fun b _ => by rw [dif_pos rfl]

end Finset

namespace Cube
variable {n : Nat}

/-- The number of ones. -/
def weight (x : Fin n → Bool) : Nat := ∑ i, if x i = true then 1 else 0

/-- The symmetric difference. -/
def xor (x y : Fin n → Bool) : Fin n → Bool := fun i => Bool.xor (x i) (y i)

@[simp] theorem xor_apply (x y : Fin n → Bool) (i : Fin n) : xor x y i = Bool.xor (x i) (y i) := rfl
theorem xor_comm (x y : Fin n → Bool) : xor x y = xor y x := funext fun i => by
  rw [xor_apply, xor_apply]; cases x i <;> cases y i <;> rfl
theorem xor_assoc (x y z : Fin n → Bool) : xor (xor x y) z = xor x (xor y z) := funext fun i => by
  simp only [xor_apply]; cases x i <;> cases y i <;> cases z i <;> rfl
@[simp] theorem xor_self (x : Fin n → Bool) : xor x x = fun _ => false := funext fun i => by
  rw [xor_apply]; cases x i <;> rfl
@[simp] theorem xor_false (x : Fin n → Bool) : (xor x fun _ => false) = x := funext fun i => by
  rw [xor_apply]; cases x i <;> rfl
@[simp] theorem xor_xor_cancel (x y : Fin n → Bool) : xor (xor x y) y = x := by
  rw [xor_assoc, xor_self, xor_false]
theorem xor_eq_false_iff {x y : Fin n → Bool} : (xor x y = fun _ => false) ↔ x = y :=
  ⟨fun h => by
    rw [← xor_xor_cancel x y, h, xor_comm, xor_false], fun h => by rw [h, xor_self]⟩

/-- A sum over the cube does not change under a translation. -/
theorem sum_xor {M : Type u} [AddCommMonoid M] (y : Fin n → Bool) (f : (Fin n → Bool) → M) :
    ∑ x, f (xor x y) = ∑ x, f x :=
  (Equiv.ofInvolutive (fun x => xor x y) fun x => xor_xor_cancel x y).sum_comp f

theorem weight_cons (b : Bool) (x : Fin n → Bool) :
    weight (Fin.cons b x) = (if b = true then 1 else 0) + weight x := by
  unfold weight; rw [Fin.sum_univ_succ, Fin.cons_zero]; rfl
theorem weight_le (x : Fin n → Bool) : weight x ≤ n := by
  have h : weight x ≤ ∑ _i : Fin n, 1 := sum_le_sum fun i _ => by
    by_cases k : x i = true
    · rw [if_pos k]
    · rw [if_neg k]; exact Nat.zero_le 1
  rw [← Fintype.card_eq_sum_ones, Fintype.card_fin] at h; exact h
/-- The number of places where two points differ. -/
theorem weight_xor (x y : Fin n → Bool) : weight (xor x y) =
    (univ.filter fun i => x i ≠ y i).card := by
  rw [card_filter]
  refine sum_congr rfl fun i _ => ?_
  rw [xor_apply]
  cases x i <;> cases y i <;> rfl

section CommSemiring
variable {R : Type u} [CommSemiring R]

/-- The generating function of the number of ones. -/
theorem sum_pow_weight (n : Nat) (z : R) : ∑ x : Fin n → Bool, z ^ weight x = (1 + z) ^ n := by
  have h := sum_pow_univ (ι := Fin n) fun b : Bool => if b = true then z else 1
  rw [Fintype.sum_bool, if_pos rfl, if_neg fun h => Bool.noConfusion h, Fintype.card_fin,
    add_comm] at h
  rw [h]
  refine sum_congr rfl fun x _ => ?_
  unfold weight
  rw [← prod_pow_eq_pow_sum]
  refine prod_congr rfl fun i _ => ?_
  cases x i
  · exact pow_zero z
  · exact pow_one z

/-- The weights of independent bits, with one for each truth value. -/
theorem sum_bernoulli (n : Nat) (p q : R) :
    ∑ x : Fin n → Bool, ∏ i, (if x i = true then p else q) = (p + q) ^ n := by
  have h := sum_pow_univ (ι := Fin n) fun b : Bool => if b = true then p else q
  rw [Fintype.sum_bool, if_pos rfl, if_neg fun h => Bool.noConfusion h, Fintype.card_fin] at h
  exact h.symm

/-- A function of the number of ones, summed over the cube. -/
theorem sum_weight (n : Nat) (f : Nat → R) : ∑ x : Fin n → Bool, f (weight x) =
    ∑ k < n + 1, (n.choose k : R) * f k := by
  rw [← sum_fiberwise_of_maps_to (s := univ) (t := range (n + 1)) (g := weight)
    fun x _ => mem_range.2 (Nat.lt_succ_of_le (weight_le x))]
  refine sum_congr rfl fun k _ => ?_
  rw [sum_congr rfl fun x hx => by rw [(mem_filter.1 hx).2], sum_const,
    ← card_filter_weight_eq_choose]; rfl

end CommSemiring

end Cube
