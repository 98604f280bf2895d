prelude
import DeepTheory.Algebra.BigOperators.Inequalities
/-! # Vectors and matrices

A vector is a function on a finite type, a matrix a function of two indices. Both compute.

## Main definitions

* `dotProduct v w`, written `v ⬝ᵥ w`; `normSq v`, the square of the length,
* `Matrix m n R` with sums, products `A * B`, the unit matrix, `A *ᵥ v`, `Aᵀ`, `Matrix.diagonal`,
  `Matrix.trace`, `Matrix.vecMulVec`,
* `Matrix.IsSymm`, `Matrix.PosSemidef`, `Matrix.IsOrthProj`; `projVec u v`, the projection of `v` to
  the line of `u`.

## Main statements

* `dotProduct_sq_le`: Cauchy-Schwarz; `normSq_add`, `normSq_sub`, `normSq_add_add_normSq_sub`
  (parallelogram law),
* the laws of matrix products: `Matrix.mul_assoc'`, `Matrix.mulVec_mulVec`, `Matrix.transpose_mul`,
  `Matrix.dotProduct_mulVec`, `Matrix.trace_mul_comm`, and the instance `Matrix.instRing` of square
  matrices,
* `Matrix.posSemidef_transpose_mul_self`,
* `Matrix.IsOrthProj.normSq_add`: Pythagoras for an orthogonal projection; `normSq_sub_projVec_le`:
  the projection is the nearest point of the line.
-/
set_option autoImplicit false
universe u v w x

open Finset

/-! ## Vectors -/

section Vector
variable {ι : Type u} [Fintype ι]

/-- The sum of the products of the entries. -/
def dotProduct {R : Type v} [Mul R] [AddCommMonoid R] (v w : ι → R) : R := ∑ i, v i * w i

@[inherit_doc] infixl:72 " ⬝ᵥ " => dotProduct

/-- The square of the length of a vector. -/
def normSq {R : Type v} [CommSemiring R] (v : ι → R) : R := v ⬝ᵥ v

section CommSemiring
variable {R : Type v} [CommSemiring R]

theorem normSq_eq_sum (v : ι → R) : normSq v = ∑ i, v i ^ 2 := by
  show ∑ i, v i * v i = _
  exact sum_congr rfl fun i _ => (sq (v i)).symm
theorem dotProduct_comm (v w : ι → R) : v ⬝ᵥ w = w ⬝ᵥ v := sum_congr rfl fun _ _ => mul_comm _ _
@[simp] theorem dotProduct_zero (v : ι → R) : v ⬝ᵥ 0 = 0 := sum_eq_zero fun i _ => mul_zero (v i)
@[simp] theorem zero_dotProduct (v : ι → R) : 0 ⬝ᵥ v = 0 := sum_eq_zero fun i _ => zero_mul (v i)
theorem dotProduct_add (v w z : ι → R) : v ⬝ᵥ (w + z) = v ⬝ᵥ w + v ⬝ᵥ z := by
  show ∑ i, v i * (w i + z i) = _
  rw [sum_congr rfl fun i _ => mul_add (v i) (w i) (z i), sum_add_distrib]; rfl
theorem add_dotProduct (v w z : ι → R) : (v + w) ⬝ᵥ z = v ⬝ᵥ z + w ⬝ᵥ z := by
  rw [dotProduct_comm, dotProduct_add, dotProduct_comm z, dotProduct_comm z]
theorem dotProduct_smul (c : R) (v w : ι → R) : v ⬝ᵥ (c • w) = c * (v ⬝ᵥ w) := by
  show ∑ i, v i * (c * w i) = c * ∑ i, v i * w i
  rw [mul_sum]; exact sum_congr rfl fun i _ => mul_left_comm _ _ _
theorem smul_dotProduct (c : R) (v w : ι → R) : (c • v) ⬝ᵥ w = c * (v ⬝ᵥ w) := by
  rw [dotProduct_comm, dotProduct_smul, dotProduct_comm]
theorem normSq_smul (c : R) (v : ι → R) : normSq (c • v) = c ^ 2 * normSq v := by
  unfold normSq; rw [smul_dotProduct, dotProduct_smul]; ring
theorem normSq_add (v w : ι → R) : normSq (v + w) = normSq v + 2 * (v ⬝ᵥ w) + normSq w := by
  unfold normSq
  rw [dotProduct_add, add_dotProduct, add_dotProduct, dotProduct_comm w v]; ring
theorem sum_dotProduct {κ : Type w} (s : Finset κ) (f : κ → ι → R) (v : ι → R) :
    (fun i => ∑ k ∈ s, f k i) ⬝ᵥ v = ∑ k ∈ s, f k ⬝ᵥ v := by
  unfold dotProduct
  rw [sum_comm]; exact sum_congr rfl fun i _ => sum_mul s _ _

end CommSemiring

section CommRing
variable {R : Type v} [CommRing R]

theorem dotProduct_neg (v w : ι → R) : v ⬝ᵥ (-w) = -(v ⬝ᵥ w) := by
  show ∑ i, v i * -w i = _
  rw [sum_congr rfl fun i _ => mul_neg (v i) (w i), sum_neg_distrib]; rfl
theorem neg_dotProduct (v w : ι → R) : (-v) ⬝ᵥ w = -(v ⬝ᵥ w) := by
  rw [dotProduct_comm, dotProduct_neg, dotProduct_comm]
theorem dotProduct_sub (v w z : ι → R) : v ⬝ᵥ (w - z) = v ⬝ᵥ w - v ⬝ᵥ z := by
  rw [sub_eq_add_neg, dotProduct_add, dotProduct_neg, ← sub_eq_add_neg]
theorem sub_dotProduct (v w z : ι → R) : (v - w) ⬝ᵥ z = v ⬝ᵥ z - w ⬝ᵥ z := by
  rw [dotProduct_comm, dotProduct_sub, dotProduct_comm z, dotProduct_comm z]
@[simp] theorem normSq_neg (v : ι → R) : normSq (-v) = normSq v := by
  unfold normSq; rw [dotProduct_neg, neg_dotProduct, neg_neg]
theorem normSq_sub (v w : ι → R) : normSq (v - w) = normSq v - 2 * (v ⬝ᵥ w) + normSq w := by
  unfold normSq
  rw [dotProduct_sub, sub_dotProduct, sub_dotProduct, dotProduct_comm w v]; ring
/-- The parallelogram law. -/
theorem normSq_add_add_normSq_sub (v w : ι → R) :
    normSq (v + w) + normSq (v - w) = 2 * (normSq v + normSq w) := by
  rw [normSq_add, normSq_sub]; ring

end CommRing

section Ordered
variable {R : Type v} [LinearOrderedCommRing R]

@[simp] theorem normSq_nonneg (v : ι → R) : 0 ≤ normSq v := by
  rw [normSq_eq_sum]; exact sum_nonneg fun i _ => sq_nonneg (v i)
/-- The Cauchy-Schwarz inequality. -/
theorem dotProduct_sq_le (v w : ι → R) : (v ⬝ᵥ w) ^ 2 ≤ normSq v * normSq w := by
  rw [normSq_eq_sum, normSq_eq_sum]; exact sum_mul_sq_le_sq_mul_sq univ v w
theorem normSq_eq_zero {K : Type v} [LinearOrderedField K] {v : ι → K} : normSq v = 0 ↔ v = 0 := by
  refine ⟨fun h => funext fun i => ?_, fun h => by rw [h]; exact dotProduct_zero 0⟩
  rw [normSq_eq_sum] at h
  exact sq_eq_zero_iff.1 ((sum_eq_zero_iff_of_nonneg fun i _ => sq_nonneg (v i)).1 h i (mem_univ i))
theorem normSq_pos {K : Type v} [LinearOrderedField K] {v : ι → K} (h : v ≠ 0) : 0 < normSq v :=
  lt_of_le_of_ne' (normSq_nonneg v) fun e => h (normSq_eq_zero.1 e)

end Ordered
end Vector

/-! ## Matrices -/

/-- A matrix with rows indexed by `m` and columns by `n`. -/
def Matrix (m : Type u) (n : Type v) (R : Type w) : Type (max u v w) := m → n → R

namespace Matrix
variable {l : Type u} {m : Type u} {n : Type u} {R : Type v}

@[ext] theorem ext {A B : Matrix m n R} (h : ∀ i j, A i j = B i j) :
    A = B := funext fun i => funext fun j => h i j

instance instDecidableEq [Fintype m] [Fintype n] [DecidableEq R] : DecidableEq (Matrix m n R) :=
  inferInstanceAs (DecidableEq (m → n → R))

/-- The transposed matrix, written `Aᵀ`. -/
def transpose (A : Matrix m n R) : Matrix n m R := fun i j => A j i

@[inherit_doc] postfix:1024 "ᵀ" => Matrix.transpose

@[simp] theorem transpose_apply (A : Matrix m n R) (i : n) (j : m) : Aᵀ i j = A j i := rfl
@[simp] theorem transpose_transpose (A : Matrix m n R) : Aᵀᵀ = A := rfl

instance instAddCommMonoid [AddCommMonoid R] : AddCommMonoid (Matrix m n R) :=
  inferInstanceAs (AddCommMonoid (m → n → R))
instance instAddCommGroup [AddCommGroup R] : AddCommGroup (Matrix m n R) :=
  inferInstanceAs (AddCommGroup (m → n → R))
instance instModule [Semiring R] : Module R (Matrix m n R) :=
  inferInstanceAs (Module R (m → n → R))

@[simp] theorem add_apply [AddCommMonoid R] (A B : Matrix m n R) (i : m) (j : n) :
    (A + B) i j = A i j + B i j := rfl
@[simp] theorem zero_apply [AddCommMonoid R] (i : m) (j : n) : (0 : Matrix m n R) i j = 0 := rfl
@[simp] theorem smul_apply [Semiring R] (c : R) (A : Matrix m n R) (i : m) (j : n) :
    (c • A) i j = c * A i j := rfl

/-- The matrix of the products of the entries of two vectors. -/
def vecMulVec [Mul R] (v : m → R) (w : n → R) : Matrix m n R := fun i j => v i * w j

/-- The matrix with the given diagonal. -/
def diagonal [Zero R] [DecidableEq n] (d : n → R) :
    Matrix n n R := fun i j => if i = j then d i else 0

section Mul

instance instHMul [Fintype m] [Mul R] [AddCommMonoid R] :
    HMul (Matrix l m R) (Matrix m n R) (Matrix l n R) :=
  ⟨fun A B i k => ∑ j, A i j * B j k⟩

/-- The product of a matrix and a vector, written `A *ᵥ v`. -/
def mulVec [Fintype n] [Mul R] [AddCommMonoid R] (A : Matrix m n R) (v : n → R) :
    m → R := fun i => ∑ j, A i j * v j

@[inherit_doc] infixr:73 " *ᵥ " => Matrix.mulVec

/-- The sum of the diagonal entries. -/
def trace [Fintype n] [AddCommMonoid R] (A : Matrix n n R) : R := ∑ i, A i i

section CommSemiring
variable [CommSemiring R]

instance instOne [Fintype n] : One (Matrix n n R) := ⟨diagonal fun _ => 1⟩

theorem mul_apply [Fintype m] (A : Matrix l m R) (B : Matrix m n R) (i : l) (k : n) :
    (A * B) i k = ∑ j, A i j * B j k := rfl
theorem one_apply [Fintype n] (i j : n) : (1 : Matrix n n R) i j = if i = j then 1 else 0 := rfl
theorem mulVec_eq_dotProduct [Fintype n] (A : Matrix m n R) (v : n → R) (i : m) :
    (A *ᵥ v) i = A i ⬝ᵥ v := rfl
protected theorem mul_assoc' {k : Type u} [Fintype l] [Fintype m] (A : Matrix k l R)
    (B : Matrix l m R) (C : Matrix m n R) :
    A * B * C = A * (B * C) := by
  refine ext fun i j => ?_
  show ∑ y, (∑ x, A i x * B x y) * C y j = ∑ x, A i x * ∑ y, B x y * C y j
  simp only [sum_mul, mul_sum]
  rw [sum_comm]
  exact sum_congr rfl fun x _ => sum_congr rfl fun y _ => mul_assoc _ _ _
protected theorem mul_add' [Fintype m] (A : Matrix l m R) (B C : Matrix m n R) :
    A * (B + C) = A * B + A * C := by
  refine ext fun i j => ?_
  show ∑ x, A i x * (B x j + C x j) = (∑ x, A i x * B x j) + ∑ x, A i x * C x j
  rw [← sum_add_distrib]; exact sum_congr rfl fun x _ => mul_add _ _ _
protected theorem add_mul' [Fintype m] (A B : Matrix l m R) (C : Matrix m n R) :
    (A + B) * C = A * C + B * C := by
  refine ext fun i j => ?_
  show ∑ x, (A i x + B i x) * C x j = (∑ x, A i x * C x j) + ∑ x, B i x * C x j
  rw [← sum_add_distrib]; exact sum_congr rfl fun x _ => add_mul _ _ _
protected theorem one_mul' [Fintype m] (A : Matrix m n R) : (1 : Matrix m m R) * A = A := by
  refine ext fun i j => ?_
  show (∑ x, (if i = x then 1 else 0) * A x j) = A i j
  simp only [ite_mul, one_mul, zero_mul]
  exact Fintype.sum_ite_eq i fun x => A x j
protected theorem mul_one' [Fintype n] (A : Matrix m n R) : A * (1 : Matrix n n R) = A := by
  refine ext fun i j => ?_
  show (∑ x, A i x * if x = j then 1 else 0) = A i j
  simp only [mul_ite, mul_one, mul_zero]
  rw [Finset.sum_ite_eq', if_pos (mem_univ j)]
theorem transpose_mul [Fintype m] (A : Matrix l m R) (B : Matrix m n R) : (A * B)ᵀ = Bᵀ * Aᵀ :=
  ext fun i j => by
    show ∑ x, A j x * B x i = ∑ x, B x i * A j x
    exact sum_congr rfl fun x _ => mul_comm _ _
@[simp] theorem transpose_one [Fintype n] : (1 : Matrix n n R)ᵀ = 1 := by
  refine ext fun i j => ?_
  show (if j = i then (1 : R) else 0) = if i = j then 1 else 0
  by_cases h : i = j
  · rw [if_pos h, if_pos h.symm]
  · rw [if_neg h, if_neg fun e => h e.symm]
theorem mulVec_add [Fintype n] (A : Matrix m n R) (v w : n → R) : A *ᵥ (v + w) = A *ᵥ v + A *ᵥ w :=
  funext fun i => dotProduct_add (A i) v w
theorem add_mulVec [Fintype n] (A B : Matrix m n R) (v : n → R) : (A + B) *ᵥ v = A *ᵥ v + B *ᵥ v :=
  funext fun i => add_dotProduct (A i) (B i) v
theorem mulVec_smul [Fintype n] (A : Matrix m n R) (c : R) (v : n → R) :
    A *ᵥ (c • v) = c • (A *ᵥ v) :=
  funext fun i => dotProduct_smul c (A i) v
theorem smul_mulVec [Fintype n] (c : R) (A : Matrix m n R) (v : n → R) :
    (c • A) *ᵥ v = c • (A *ᵥ v) :=
  funext fun i => smul_dotProduct c (A i) v
@[simp] theorem mulVec_zero [Fintype n] (A : Matrix m n R) :
    A *ᵥ 0 = 0 := funext fun i => dotProduct_zero (A i)
theorem mulVec_mulVec [Fintype m] [Fintype n] (A : Matrix l m R) (B : Matrix m n R) (v : n → R) :
    A *ᵥ B *ᵥ v = (A * B) *ᵥ v := by
  funext i
  show ∑ j, A i j * ∑ k, B j k * v k = ∑ k, (∑ j, A i j * B j k) * v k
  simp only [sum_mul, mul_sum]
  rw [sum_comm]
  exact sum_congr rfl fun x _ => sum_congr rfl fun y _ => (mul_assoc _ _ _).symm
@[simp] theorem one_mulVec [Fintype n] (v : n → R) : (1 : Matrix n n R) *ᵥ v = v := by
  funext i
  show (∑ x, (if i = x then 1 else 0) * v x) = v i
  simp only [ite_mul, one_mul, zero_mul]
  exact Fintype.sum_ite_eq i v
/-- The transposed matrix is the adjoint. -/
theorem dotProduct_mulVec [Fintype m] [Fintype n] (v : m → R) (A : Matrix m n R) (w : n → R) :
    v ⬝ᵥ (A *ᵥ w) = (Aᵀ *ᵥ v) ⬝ᵥ w := by
  show ∑ i, v i * ∑ j, A i j * w j = ∑ j, (∑ i, A i j * v i) * w j
  simp only [sum_mul, mul_sum]
  rw [sum_comm]
  exact sum_congr rfl fun x _ => sum_congr rfl fun y _ => by ring
theorem trace_mul_comm [Fintype m] [Fintype n] (A : Matrix m n R) (B : Matrix n m R) :
    (A * B).trace = (B * A).trace := by
  show ∑ i, ∑ j, A i j * B j i = ∑ j, ∑ i, B j i * A i j
  rw [sum_comm]
  exact sum_congr rfl fun x _ => sum_congr rfl fun y _ => mul_comm _ _
theorem vecMulVec_mulVec [Fintype n] (u : m → R) (v w : n → R) :
    vecMulVec u v *ᵥ w = (v ⬝ᵥ w) • u := by
  funext i
  show ∑ j, u i * v j * w j = (∑ j, v j * w j) * u i
  rw [sum_mul]; exact sum_congr rfl fun j _ => by ring
theorem dotProduct_vecMulVec [Fintype m] [Fintype n] (u : m → R) (v : n → R) (z : m → R)
    (w : n → R) :
    z ⬝ᵥ (vecMulVec u v *ᵥ w) = (z ⬝ᵥ u) * (v ⬝ᵥ w) := by
  rw [vecMulVec_mulVec, dotProduct_smul, mul_comm]

end CommSemiring

section CommRing
variable [CommRing R]

theorem sub_mulVec [Fintype n] (A B : Matrix m n R) (v : n → R) : (A - B) *ᵥ v = A *ᵥ v - B *ᵥ v :=
  funext fun i => sub_dotProduct (A i) (B i) v
theorem mulVec_sub [Fintype n] (A : Matrix m n R) (v w : n → R) : A *ᵥ (v - w) = A *ᵥ v - A *ᵥ w :=
  funext fun i => dotProduct_sub (A i) v w

/-- Powers of a square matrix. -/
protected def pow [Fintype n] (A : Matrix n n R) : Nat → Matrix n n R
  | 0 => 1
  | k + 1 => Matrix.pow A k * A

/-- Square matrices are a ring. -/
instance instRing [Fintype n] : Ring (Matrix n n R) where
  mul A B := A * B
  pow A k := Matrix.pow A k
  mul_assoc := Matrix.mul_assoc'
  one_mul := Matrix.one_mul'
  mul_one := Matrix.mul_one'
  pow_zero _ := rfl
  pow_succ _ _ := rfl
  left_distrib := Matrix.mul_add'
  right_distrib := Matrix.add_mul'
  zero_mul A := ext fun i j => sum_eq_zero fun x _ => zero_mul (A x j)
  mul_zero A := ext fun i j => sum_eq_zero fun x _ => mul_zero (A i x)
  natCast k := (k : R) • (1 : Matrix n n R)
  natCast_zero := by
    show ((0 : Nat) : R) • (1 : Matrix n n R) = 0
    rw [Nat.cast_zero, zero_smul]
  natCast_succ k := by
    show ((k + 1 : Nat) : R) • (1 : Matrix n n R) = (k : R) • (1 : Matrix n n R) + 1
    rw [Nat.cast_add_one, add_smul, one_smul]
  neg_add_cancel := neg_add_cancel
  sub_eq_add_neg := sub_eq_add_neg
  add_comm := add_comm

end CommRing
end Mul

/-! ## Symmetric and positive semidefinite matrices -/

/-- The matrix equals its transpose. -/
def IsSymm (A : Matrix n n R) : Prop := Aᵀ = A

/-- Symmetric, with a nonnegative quadratic form. -/
structure PosSemidef [Fintype n] [LinearOrderedCommRing R] (A : Matrix n n R) : Prop where
  /-- the matrix is symmetric -/
  isSymm : A.IsSymm
  /-- the quadratic form is nonnegative -/
  nonneg : ∀ v : n → R, 0 ≤ v ⬝ᵥ (A *ᵥ v)

/-- Symmetric and idempotent: an orthogonal projection. -/
structure IsOrthProj [Fintype n] [CommSemiring R] (P : Matrix n n R) : Prop where
  /-- the matrix is symmetric -/
  isSymm : P.IsSymm
  /-- projecting twice is projecting once -/
  idem : P * P = P

section Ordered
variable [Fintype n] [LinearOrderedCommRing R]

theorem PosSemidef.add {A B : Matrix n n R} (hA : A.PosSemidef) (hB : B.PosSemidef) :
    (A + B).PosSemidef where
  isSymm := by
    show Aᵀ + Bᵀ = A + B
    rw [hA.isSymm, hB.isSymm]
  nonneg v := by
    rw [add_mulVec, dotProduct_add]; exact add_nonneg (hA.nonneg v) (hB.nonneg v)
theorem PosSemidef.smul {c : R} (hc : 0 ≤ c) {A : Matrix n n R} (hA : A.PosSemidef) :
    (c • A).PosSemidef where
  isSymm := by
    show c • Aᵀ = c • A
    rw [hA.isSymm]
  nonneg v := by
    rw [smul_mulVec, dotProduct_smul]; exact mul_nonneg hc (hA.nonneg v)
theorem posSemidef_zero : (0 : Matrix n n R).PosSemidef where
  isSymm := rfl
  nonneg v := by
    show 0 ≤ v ⬝ᵥ fun i => ∑ j, (0 : R) * v j
    exact sum_nonneg fun i _ => by
      rw [sum_eq_zero fun j _ => zero_mul (v j), mul_zero]
theorem posSemidef_transpose_mul_self [Fintype m] (A : Matrix m n R) : (Aᵀ * A).PosSemidef where
  isSymm := by
    show (Aᵀ * A)ᵀ = _
    rw [transpose_mul, transpose_transpose]
  nonneg v := by
    rw [← mulVec_mulVec, dotProduct_mulVec, transpose_transpose]; exact normSq_nonneg _
theorem posSemidef_one : (1 : Matrix n n R).PosSemidef where
  isSymm := transpose_one
  nonneg v := by
    rw [one_mulVec]; exact normSq_nonneg v
theorem posSemidef_vecMulVec (v : n → R) : (vecMulVec v v).PosSemidef where
  isSymm := ext fun i j => mul_comm _ _
  nonneg w := by
    rw [dotProduct_vecMulVec, dotProduct_comm w]; exact mul_self_nonneg _

theorem IsOrthProj.dotProduct_mulVec {P : Matrix n n R} (h : P.IsOrthProj) (v w : n → R) :
    (P *ᵥ v) ⬝ᵥ (P *ᵥ w) = v ⬝ᵥ (P *ᵥ w) := by
  rw [Matrix.dotProduct_mulVec, h.isSymm, mulVec_mulVec, h.idem, Matrix.dotProduct_mulVec v,
    h.isSymm]
/-- Pythagoras: the length of a vector, of its projection and of the rest. -/
theorem IsOrthProj.normSq_add {P : Matrix n n R} (h : P.IsOrthProj) (v : n → R) :
    normSq (P *ᵥ v) + normSq (v - P *ᵥ v) = normSq v := by
  rw [normSq_sub, show normSq (P *ᵥ v) = v ⬝ᵥ (P *ᵥ v) from h.dotProduct_mulVec v v]; ring
theorem IsOrthProj.normSq_le {P : Matrix n n R} (h : P.IsOrthProj) (v : n → R) :
    normSq (P *ᵥ v) ≤ normSq v := by
  rw [← h.normSq_add v]; exact le_add_of_nonneg_right (normSq_nonneg _)
theorem IsOrthProj.posSemidef {P : Matrix n n R} (h : P.IsOrthProj) : P.PosSemidef where
  isSymm := h.isSymm
  nonneg v := by
    rw [← h.dotProduct_mulVec]; exact normSq_nonneg _

end Ordered
end Matrix

/-! ## Projection to a line -/

section Projection
variable {ι : Type u} [Fintype ι] {K : Type v} [LinearOrderedField K]

/-- The projection of `v` to the line spanned by `u`. -/
def projVec (u v : ι → K) : ι → K := (u ⬝ᵥ v / normSq u) • u

theorem dotProduct_sub_projVec (u v : ι → K) : u ⬝ᵥ (v - projVec u v) = 0 := by
  by_cases h : u = 0
  · rw [h, zero_dotProduct]
  · rw [dotProduct_sub, projVec, dotProduct_smul, show u ⬝ᵥ u = normSq u from rfl,
      div_mul_cancel₀ _ (ne_of_gt (normSq_pos h)), sub_self]
/-- The projection is the nearest point of the line. -/
theorem normSq_sub_projVec_le (u v : ι → K) (c : K) :
    normSq (v - projVec u v) ≤ normSq (v - c • u) := by
  have e : v - c • u = (v - projVec u v) + (u ⬝ᵥ v / normSq u - c) • u := by
    rw [sub_smul, projVec, sub_add_sub_cancel]
  rw [e, normSq_add, dotProduct_smul, dotProduct_comm (v - projVec u v), dotProduct_sub_projVec,
    mul_zero, mul_zero, add_zero]
  exact le_add_of_nonneg_right (normSq_nonneg _)

end Projection
