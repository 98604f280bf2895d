prelude
import DeepTheory.Algebra
/-! # Finite sets, sums and products compute, and their notation -/
set_option autoImplicit false
open Finset

/-! ## Finite sets and finite types -/

example : ({1, 2} : Finset Nat) ∪ {2, 3} = {3, 2, 1} := by decide
example : ({1, 2, 3} : Finset Nat) ∩ {2, 3, 4} = {3, 2} ∧ ({1, 2, 3} : Finset Nat) \ {2} = {1, 3} :=
    by decide
example : ((range 10).filter fun n => n % 3 = 0) = {0, 3, 6, 9} := by decide
example : ((range 5).image fun n => n / 2) = {0, 1, 2} := by decide
example : (range 3 ×ˢ range 4).card = 12 := by decide
example : ({1, 2} : Finset Nat) ⊆ range 3 := by decide
example : Fintype.card (Fin 3 × Bool) = 6 := by decide
example : Fintype.card (Fin 3 → Bool) = 8 := by decide
example : Fintype.card (Option (Fin 3) ⊕ Unit) = 5 := by decide
example : Fintype.card {x : Fin 6 // x.val % 2 = 0} = 3 := by decide
example : Fintype.card ((i : Fin 3) → Fin (i.val + 1)) = 6 := by decide
example : ∀ x y : Fin 3 → Bool, x = y ∨ ∃ i, x i ≠ y i := by decide +kernel
example : ∃ x : Fin 4, x.val * x.val = 9 := by decide
example : ¬∃ x : Fin 4, x.val * x.val = 5 := by decide
example : (fun i : Fin 3 => i.val + 1) ≠ fun i => i.val := by decide

/-! ## Sums and products -/

example : ∑ i < 10, i = 45 := by decide
example : ∑ i ∈ range 4, i ^ 2 = 14 := by decide
example : ∏ i < 6, (i + 1) = 720 := by decide
example : ∑ x : Fin 3, x.val = 3 := by decide
example : ∑ b : Bool, ∑ i : Fin 3, (if b = true then i.val else 1) = 6 := by decide
example : ∑ i < 5, 1 / ((i : Rat) + 1) = 137/60 := by decide
-- the Fourier coefficient of majority on three bits at the first bit
example : (∑ x : Fin 3 → Bool, (if 2 ≤ Cube.weight x then -1 else 1) *
    (if x 0 = true then -1 else 1) : Rat) / 8 = 1/2 := by
  decide +kernel
example : ∑ x : Fin 10 → Bool, (if Cube.weight x = 5 then 1 else 0) = 252 := by decide +kernel

-- the notation binds weaker than products and stronger than sums
example (f : Nat → Nat) : ∑ i < 3, f i * 2 + 1 = (∑ i < 3, (f i * 2)) + 1 := rfl
example (f : Fin 2 → Fin 3 → Nat) : ∑ i j, f i j = ∑ i, ∑ j, f i j := rfl

/-! ## Lemmas in use -/

example (f g : Fin 5 → Rat) : ∑ i, (f i + 2 * g i) = (∑ i, f i) + 2 * ∑ i, g i := by
  rw [sum_add_distrib, mul_sum]
example {ι : Type} [Fintype ι] (e : ι ≃ ι) (f : ι → Rat) : ∑ i, f (e i) = ∑ i, f i := e.sum_comp f
example (x y : Rat) : (x + y) ^ 3 = ∑ k < 4, x ^ k * y ^ (3 - k) * (Nat.choose 3 k : Rat) :=
    add_pow x y 3
example : Nat.choose 7 3 = ∑ i < 4, Nat.choose 3 i * Nat.choose 4 (3 - i) := by decide
-- eight pigeons in seven holes
example (f : Fin 8 → Fin 7) : ∃ x y, x ≠ y ∧ f x = f y :=
    Fintype.exists_ne_map_eq_of_card_lt f (by decide)

/-! ## Matrices -/

/-- A rotation by a right angle. -/
def rot : Matrix (Fin 2) (Fin 2) Rat := fun i j => if i = j then 0 else if i = 0 then -1 else 1

example : rot * rot = -(1 : Matrix (Fin 2) (Fin 2) Rat) := by decide +kernel
example : (rot *ᵥ fun i => if i = 0 then 3 else 4) = fun i => if i = 0 then -4 else (3 : Rat) :=
    by decide +kernel
example : Matrix.trace (rotᵀ * rot) = 2 := by decide +kernel
example {n : Nat} (A : Matrix (Fin n) (Fin n) Rat) : (A * Aᵀ)ᵀ = A * Aᵀ := by
  rw [Matrix.transpose_mul, Matrix.transpose_transpose]

/-! ## Subsets of a finite type -/

example : Fintype.card (Finset (Fin 3)) = 8 := by decide
example : ∀ s : Finset (Fin 3), s.card + sᶜ.card = 3 := by decide +kernel
example : ((univ : Finset (Finset (Fin 5))).filter fun s => s.card = 2).card = 10 := by
  decide +kernel
example : ({0, 2} : Finset (Fin 4)).powerset.card = 4 := by decide +kernel
-- every two of these three sets share an element, but not all three
example : ∃ a b c : Finset (Fin 3), a ∩ b ≠ ∅ ∧ a ∩ c ≠ ∅ ∧ b ∩ c ≠ ∅ ∧ a ∩ b ∩ c = ∅ := by
  decide +kernel
