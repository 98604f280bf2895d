prelude
import DeepTheory.Algebra.Fin.Basic
import DeepTheory.Algebra.Fintype.Powerset
/-! # The hypercube, its characters and its Fourier coefficients: definitions

A point of the cube `{±1}^d` is a function `x : ι → Bool` on a finite index type `ι` with `d`
elements, for example `ι = Fin d`. Its coordinate `i` is the sign `sign (x i)`: `false` stands for
`1` and `true` for `-1`, so that signs multiply as truth values under exclusive or. Sets of
coordinates are finite sets `S : Finset ι`.

Book items: Definition 10.1 (parity characters), the Fourier coefficients of 10.2, Definition 10.6
(Fourier concentration).

## Main definitions

* `Hypercube.sign`, the coordinatewise product `x ⊙ z`, and `Hypercube.flip i x`, which changes
  coordinate `i`,
* `Hypercube.character S x`: the product of the coordinates of `x` in `S`,
* `Hypercube.expect f`: the mean of `f` under the uniform distribution, and `Hypercube.prob p`: the
  share of the points with property `p`,
* `Hypercube.coefficient f S`: the Fourier coefficient `E[f χ_S]`,
* `Hypercube.highMass f α`: the Fourier mass of degree `α` and more; `Hypercube.IsConcentrated`,
* `Hypercube.IsBoolean f`: `f` has the values `1` and `-1` only.

## Notes

Only `Hypercube.IsConcentrated` needs an order; `R` is a ring for characters and a field for means.
Everything computes: the finite sets of all points and of all sets of coordinates are lists.
-/
set_option autoImplicit false
universe u v w

namespace Hypercube
variable {ι : Type u} {R : Type v}

/-! ## Points and characters -/

/-- The coordinates that are in exactly one of two sets. -/
def symmDiff [DecidableEq ι] (S T : Finset ι) : Finset ι := (S \ T) ∪ (T \ S)

/-- The sign of a coordinate: `false` is `1` and `true` is `-1`. -/
def sign [One R] [Neg R] (b : Bool) : R := cond b (-1) 1

/-- The coordinatewise product of two points; see `sign_mul_apply`. -/
protected def mul (x z : ι → Bool) : ι → Bool := fun i => x i ^^ z i

@[inherit_doc] scoped infixl:70 " ⊙ " => Hypercube.mul

/-- The point `x` with coordinate `i` changed. -/
def flip [DecidableEq ι] (i : ι) (x : ι → Bool) : ι → Bool := fun j => if j = i then !x j else x j

/-- The parity character `χ_S(x)`: the product of the coordinates of `x` in `S`. Definition 10.1.
Its degree is `S.card`. -/
def character [CommRing R] (S : Finset ι) (x : ι → Bool) : R := ∏ i ∈ S, sign (x i)

/-! ## Means and coefficients -/

section Fintype
variable [Fintype ι]

/-- The mean `E[f(x)]` over the uniform distribution on the cube: the average over its `2 ^ d`
points. -/
def expect [Field R] (f : (ι → Bool) → R) : R := (∑ x, f x) / 2 ^ Fintype.card ι

/-- The probability of `p` under the uniform distribution: the share of the points with property
`p`. -/
def prob [Field R] (p : (ι → Bool) → Prop) [DecidablePred p] : R :=
  ((Finset.univ.filter p).card : R) / 2 ^ Fintype.card ι

/-- The Fourier coefficient of `f` at `S`: its correlation `E[f(x) χ_S(x)]` with a character. -/
def coefficient [Field R] (f : (ι → Bool) → R) (S : Finset ι) : R := expect fun x =>
    f x * character S x

/-- The Fourier mass of degree `α` and more. -/
def highMass [Field R] (f : (ι → Bool) → R) (α : Nat) : R :=
  ∑ S ∈ Finset.univ.filter (fun S : Finset ι => α ≤ S.card), coefficient f S ^ 2

/-- Definition 10.6: `f` is concentrated below degree `α` up to `ε`. -/
def IsConcentrated [LinearOrderedField R] (f : (ι → Bool) → R) (α : Nat) (ε : R) : Prop :=
  highMass f α ≤ ε

/-- Definition 10.6 for a class of functions. -/
def IsConcentratedClass [LinearOrderedField R] (H : ((ι → Bool) → R) → Prop) (α : Nat) (ε : R) :
    Prop :=
  ∀ f, H f → IsConcentrated f α ε

/-- The number of sets of coordinates with fewer than `α` elements. -/
def lowCount (ι : Type u) [Fintype ι] (α : Nat) : Nat :=
  (Finset.univ.filter fun S : Finset ι => S.card < α).card

/-- The polynomial `∑_{|S| < α} c_S χ_S(x)`. -/
def lowDegree [CommRing R] (α : Nat) (c : Finset ι → R) (x : ι → Bool) : R :=
  ∑ S ∈ Finset.univ.filter (fun S : Finset ι => S.card < α), c S * character S x

end Fintype

/-- `f` has the values `1` and `-1` only. -/
def IsBoolean [One R] [Neg R] (f : (ι → Bool) → R) : Prop := ∀ x, f x = 1 ∨ f x = -1

/-- The majority of an odd number of signs, as a truth value: whether more coordinates are `-1` than
`1`. -/
def majority (n : Nat) (x : Fin n → Bool) : Bool := decide (n < 2 * (Finset.ofBool x).card)

/-! ## First properties -/

section CommRing
variable [CommRing R]

@[simp] theorem sign_true : (sign true : R) = -1 := rfl
@[simp] theorem sign_false : (sign false : R) = 1 := rfl
theorem sign_xor (a b : Bool) : (sign (a ^^ b) : R) = sign a * sign b := by
  cases a <;> cases b <;> simp [sign]
theorem sign_mul_self (b : Bool) : (sign b * sign b : R) = 1 := by cases b <;> simp [sign]
theorem sign_sq (b : Bool) : (sign b : R) ^ 2 = 1 := by rw [sq, sign_mul_self]
theorem sign_not (b : Bool) : (sign (!b) : R) = -sign b := by cases b <;> simp [sign]
theorem isBoolean_sign (f : (ι → Bool) → Bool) : IsBoolean fun x => (sign (f x) : R) := fun x => by
  cases h : f x
  · exact .inl (congrArg sign h)
  · exact .inr (congrArg sign h)

/-- Coordinates of a product are products of coordinates. -/
theorem sign_mul_apply (x z : ι → Bool) (i : ι) :
    (sign ((x ⊙ z) i) : R) = sign (x i) * sign (z i) :=
  sign_xor _ _

theorem IsBoolean.mul_self {f : (ι → Bool) → R} (hf : IsBoolean f) (x : ι → Bool) :
    f x * f x = 1 := by
  rcases hf x with h | h <;> rw [h]
  · exact one_mul 1
  · rw [neg_mul_neg, one_mul]
theorem IsBoolean.sq {f : (ι → Bool) → R} (hf : IsBoolean f) (x : ι → Bool) : f x ^ 2 = 1 := by
  rw [_root_.sq, hf.mul_self]

end CommRing

theorem points_mul_assoc (x y z : ι → Bool) : x ⊙ y ⊙ z = x ⊙ (y ⊙ z) := funext fun _ =>
    Bool.xor_assoc _ _ _
theorem points_mul_comm (x y : ι → Bool) : x ⊙ y = y ⊙ x := funext fun _ => Bool.xor_comm _ _
theorem points_mul_cancel (x z : ι → Bool) : x ⊙ z ⊙ z = x := funext fun i => by
  show ((x i ^^ z i) ^^ z i) = x i
  rw [Bool.xor_assoc, Bool.xor_self, Bool.xor_false]

/-- Multiplication with a point moves the points of the cube. -/
def mulEquiv (z : ι → Bool) : (ι → Bool) ≃ (ι → Bool) := Equiv.ofInvolutive (· ⊙ z) fun x =>
    points_mul_cancel x z

theorem flip_flip [DecidableEq ι] (i : ι) (x : ι → Bool) : flip i (flip i x) = x := by
  funext j
  by_cases h : j = i
  · simp only [flip, if_pos h, Bool.not_not]
  · simp only [flip, if_neg h]

/-- Changing a coordinate moves the points of the cube. -/
def flipEquiv [DecidableEq ι] (i : ι) : (ι → Bool) ≃ (ι → Bool) :=
    Equiv.ofInvolutive (flip i) (flip_flip i)

theorem mem_symmDiff [DecidableEq ι] {S T : Finset ι} {i : ι} :
    i ∈ symmDiff S T ↔ (i ∈ S ∧ ¬i ∈ T) ∨ (i ∈ T ∧ ¬i ∈ S) := by
  rw [symmDiff, Finset.mem_union, Finset.mem_sdiff, Finset.mem_sdiff]

end Hypercube
