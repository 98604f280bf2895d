prelude
import DeepTheory.Algebra.Order.Bounds
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.Tactic.NormNum
import DeepTheory.Approximation.Network
import DeepTheory.Real.Complete
import DeepTheory.Robustness.DualNorm
/-! # Lipschitz constants of networks

The Lipschitz constant of a network is at most the product of the operator norms of its layers, so
a network can be made Lipschitz with constant one by dividing each layer by its operator norm.

Book items: layer operator norms bound the critic's Lipschitz constant (chapter 14).

## Main definitions

* `Network.product`, `Network.normalize`: a number for each layer, and their product; every weight
  matrix divided by its number,
* `LipschitzNetwork.IsOpNorm N M A c`: `c` is the least number with `M (A v) ≤ c N v`,
* `LipschitzNetwork.LipschitzWith N M c f`: `M (f x - f y) ≤ c N (x - y)`.

## Main statements

* `LipschitzNetwork.lipschitzWith_eval`: the product of the operator norms,
* `LipschitzNetwork.lipschitzWith_normalize`: normalized layers,
* `LipschitzNetwork.isOpNorm_rowNorm`: for the norm `ℓ∞` the operator norm is the largest sum of a
  row of absolute values, over any ordered field,
* `LipschitzNetwork.lipschitzWith_spectralNorm`: the Euclidean norm; the spectral norm exists,
* `LipschitzNetwork.normSq_mulVec_le`, `LipschitzNetwork.sq_spectralNorm_le`: weights in `[-c, c]`.

## Notes

The norms of the layers form a family, one for each dimension, in which a vector with smaller
absolute values has a smaller norm: `ℓ₁`, `ℓ∞` and `ℓ₂` are such families. The operator norms must
exist, which over the real numbers follows from `LipschitzNetwork.exists_isOpNorm`.
-/
set_option autoImplicit false
universe u
open Finset

namespace LipschitzNetwork
variable {F : Type u}

/-! ## Networks -/

/-- The product of a number for each layer. -/
def _root_.Network.product [CommSemiring F] (op : {m n : Nat} → Matrix (Fin n) (Fin m) F → F) :
    {m n : Nat} → Network F m n → F
  | _, _, .affine W _ => op W
  | _, _, .layer W _ rest => Network.product op rest * op W

/-- Every weight matrix is divided by a number. -/
def _root_.Network.normalize [Field F] (op : {m n : Nat} → Matrix (Fin n) (Fin m) F → F) :
    {m n : Nat} → Network F m n → Network F m n
  | _, _, .affine W b => .affine ((op W)⁻¹ • W) b
  | _, _, .layer W b rest => .layer ((op W)⁻¹ • W) b (Network.normalize op rest)

/-! ## Operator norms -/

variable [LinearOrderedField F]

section Norms
variable {m n : Nat} {N : (Fin m → F) → F} {M : (Fin n → F) → F} {A : Matrix (Fin n) (Fin m) F}

/-- The operator norm: the least `c ≥ 0` with `M (A v) ≤ c N v` for all `v`. -/
def IsOpNorm (N : (Fin m → F) → F) (M : (Fin n → F) → F) (A : Matrix (Fin n) (Fin m) F) (c : F) :
    Prop :=
  IsLeast (fun c => 0 ≤ c ∧ ∀ v, M (A *ᵥ v) ≤ c * N v) c

/-- `f` is Lipschitz with the constant `c`. -/
def LipschitzWith (N : (Fin m → F) → F) (M : (Fin n → F) → F) (c : F)
    (f : (Fin m → F) → Fin n → F) : Prop :=
  ∀ x y, M (fun i => f x i - f y i) ≤ c * N (x - y)

/-- A matrix divided by its operator norm does not lengthen vectors. -/
theorem IsOpNorm.mulVec_normalize_le (hM : IsNorm M) (hN : IsNorm N) {c : F}
    (h : IsOpNorm N M A c) (v : Fin m → F) : M ((c⁻¹ • A) *ᵥ v) ≤ 1 * N v := by
  rw [Matrix.smul_mulVec, hM.smul, one_mul]
  rcases lt_or_eq_of_le h.mem.1 with p | e
  · rw [abs_of_pos (inv_pos.2 p), ← div_eq_inv_mul, div_le_iff₀ p, mul_comm]
    exact h.mem.2 v
  · rw [← e, inv_zero, abs_zero, zero_mul]
    exact hN.nonneg v

/-- The largest sum of a row of absolute values. -/
def rowNorm (A : Matrix (Fin n) (Fin m) F) : F := supNorm fun i => l1Norm (A i)

/-- Layer operator norms (chapter 14): for the norm `ℓ∞` it is the largest sum of a row. -/
theorem isOpNorm_rowNorm (A : Matrix (Fin n) (Fin m) F) :
    IsOpNorm supNorm supNorm A (rowNorm A) := by
  have nn : 0 ≤ rowNorm A := supNorm_nonneg _
  have row : ∀ i, l1Norm (A i) ≤ rowNorm A := fun i =>
    le_trans (le_abs_self _) (abs_le_supNorm (fun i => l1Norm (A i)) i)
  refine ⟨⟨nn, fun v => (supNorm_le_iff (mul_nonneg nn (supNorm_nonneg v))).2 fun i => ?_⟩,
    fun c ⟨hc, h⟩ => (supNorm_le_iff hc).2 fun i => ?_⟩
  · rw [Matrix.mulVec_eq_dotProduct]
    have k := mul_le_mul_of_nonneg_right (row i) (supNorm_nonneg v)
    have h₁ := Robust.dotProduct_le_l1Norm_mul (A i) v
    have h₂ := Robust.dotProduct_le_l1Norm_mul (A i) (-v)
    rw [dotProduct_neg, isNorm_supNorm.neg] at h₂
    exact abs_le_of_le_of_neg_le (le_trans h₁ k) (le_trans h₂ k)
  · rw [abs_of_nonneg (isNorm_l1Norm.nonneg (A i))]
    obtain ⟨h₁, h₂⟩ := Robust.signAttack_spec (A i) (zero_le_one (R := F))
    rw [one_mul] at h₂
    rw [← h₂, ← Matrix.mulVec_eq_dotProduct]
    refine le_trans (le_abs_self _)
      (le_trans (abs_le_supNorm (A *ᵥ fun j => 1 * Robust.sgn (A i j)) i) ?_)
    refine le_trans (h _) (le_trans (mul_le_mul_of_nonneg_left h₁ hc) (le_of_eq (mul_one c)))

/-- Weight clipping (chapter 14): entries in `[-c, c]` lengthen squares by at most
`c² n_in n_out`, over any ordered field. -/
theorem normSq_mulVec_le {c : F} (hA : ∀ i j, |A i j| ≤ c) (v : Fin m → F) :
    normSq (A *ᵥ v) ≤ c ^ 2 * ((m : F) * n) * normSq v := by
  have entry : ∀ i j, A i j ^ 2 ≤ c ^ 2 := fun i j => by
    rw [← sq_abs (A i j)]
    exact pow_le_pow_left₀ (abs_nonneg _) (hA i j) 2
  have row : ∀ i, normSq (A i) ≤ m * c ^ 2 := fun i => by
    rw [normSq_eq_sum]
    refine le_trans (sum_le_sum fun j _ => entry i j) (le_of_eq ?_)
    exact (sum_const _ _).trans (by rw [show (univ : Finset (Fin m)).card = m from
      Fintype.card_fin m])
  rw [normSq_eq_sum]
  refine le_trans (sum_le_sum fun i _ => ?_) (le_of_eq ?_) (b := ∑ _i : Fin n, m * c ^ 2 * normSq v)
  · rw [Matrix.mulVec_eq_dotProduct]
    exact le_trans (dotProduct_sq_le (A i) v)
      (mul_le_mul_of_nonneg_right (row i) (normSq_nonneg v))
  · refine (sum_const _ _).trans ?_
    rw [show (univ : Finset (Fin n)).card = n from Fintype.card_fin n]
    ring

end Norms

/-! ## The Lipschitz constant of a network -/

section Lipschitz
variable {N : (n : Nat) → (Fin n → F) → F} {σ : F → F}
  {op : {m n : Nat} → Matrix (Fin n) (Fin m) F → F} {m n : Nat}

theorem affine_sub_affine (W : Matrix (Fin n) (Fin m) F) (b : Fin n → F) (x y : Fin m → F) :
    (fun i => (W *ᵥ x) i + b i - ((W *ᵥ y) i + b i)) = W *ᵥ (x - y) := by
  rw [Matrix.mulVec_sub]
  exact funext fun i => add_sub_add_right_eq_sub _ _ _

/-- Layer operator norms (chapter 14): for an activation that is Lipschitz with constant one, and
norms that increase with the absolute values of the entries, a network is Lipschitz with the product
of the operator norms of its layers. -/
theorem lipschitzWith_eval (mono : ∀ n v w, (∀ i, |v i| ≤ |w i|) → N n v ≤ N n w)
    (hσ : ∀ a b, |σ a - σ b| ≤ |a - b|) (hop : ∀ {m n} (W : Matrix (Fin n) (Fin m) F),
      IsOpNorm (N m) (N n) W (op W)) (f : Network F m n) :
    0 ≤ f.product op ∧ LipschitzWith (N m) (N n) (f.product op) (f.eval σ) := by
  induction f with
  | affine W b =>
    refine ⟨(hop W).mem.1, fun x y => ?_⟩
    refine le_trans (le_of_eq ?_) ((hop W).mem.2 (x - y))
    exact congrArg _ (affine_sub_affine W b x y)
  | layer W b rest ih =>
    refine ⟨mul_nonneg ih.1 (hop W).mem.1, fun x y => ?_⟩
    refine le_trans (ih.2 _ _) ?_
    show _ ≤ rest.product op * op W * N _ (x - y)
    rw [mul_assoc]
    refine mul_le_mul_of_nonneg_left (le_trans (mono _ _ (W *ᵥ (x - y)) fun i => ?_)
      ((hop W).mem.2 (x - y))) ih.1
    rw [← affine_sub_affine W b x y]
    exact hσ _ _

/-- Spectral normalization (chapter 14): after every weight matrix is divided by its operator norm,
the network is Lipschitz with constant one. -/
theorem lipschitzWith_normalize (hN : ∀ n, IsNorm (N n))
    (mono : ∀ n v w, (∀ i, |v i| ≤ |w i|) → N n v ≤ N n w) (hσ : ∀ a b, |σ a - σ b| ≤ |a - b|)
    (hop : ∀ {m n} (W : Matrix (Fin n) (Fin m) F), IsOpNorm (N m) (N n) W (op W))
    (f : Network F m n) : LipschitzWith (N m) (N n) 1 ((f.normalize op).eval σ) := by
  induction f with
  | affine W b =>
    intro x y
    refine le_trans (le_of_eq ?_) ((hop W).mulVec_normalize_le (hN _) (hN _) (x - y))
    exact congrArg _ (affine_sub_affine _ b x y)
  | layer W b rest ih =>
    intro x y
    refine le_trans (ih _ _) ?_
    rw [one_mul]
    refine le_trans (mono _ _ (((op W)⁻¹ • W) *ᵥ (x - y)) fun i => ?_)
      ((hop W).mulVec_normalize_le (hN _) (hN _) (x - y))
    rw [← affine_sub_affine _ b x y]
    exact hσ _ _

/-- The norms `ℓ∞` increase with the absolute values of the entries. -/
theorem supNorm_mono (n : Nat) (v w : Fin n → F) (h : ∀ i, |v i| ≤ |w i|) :
    supNorm v ≤ supNorm w :=
  (supNorm_le_iff (supNorm_nonneg w)).2 fun i => le_trans (h i) (abs_le_supNorm w i)

/-- Layer operator norms (chapter 14) for `ℓ∞`, over any ordered field: the product of the largest
sums of rows. -/
theorem lipschitzWith_rowNorm (hσ : ∀ a b, |σ a - σ b| ≤ |a - b|) (f : Network F m n) :
    LipschitzWith supNorm supNorm (f.product rowNorm) (f.eval σ) :=
  (lipschitzWith_eval (N := fun _ => supNorm) supNorm_mono hσ isOpNorm_rowNorm f).2

/-- ReLU is Lipschitz with constant one. -/
theorem abs_max_zero_sub_le (a b : F) : |max a 0 - max b 0| ≤ |a - b| := abs_relu_sub_relu_le a b

end Lipschitz

/-! ## The Euclidean norm -/

section Real
variable {m n : Nat}

/-- Over the real numbers the operator norm exists as soon as some number bounds the matrix. -/
theorem exists_isOpNorm {N : (Fin m → Real) → Real} {M : (Fin n → Real) → Real}
    (hN : IsNorm N) {A : Matrix (Fin n) (Fin m) Real} {B : Real}
    (hB : 0 ≤ B) (h : ∀ v, M (A *ᵥ v) ≤ B * N v) : ∃ c, IsOpNorm N M A c := by
  obtain ⟨c, hc⟩ := Real.exists_isGLB (S := fun c => 0 ≤ c ∧ ∀ v, M (A *ᵥ v) ≤ c * N v)
    ⟨B, hB, h⟩ ⟨0, fun _ k => k.1⟩
  refine ⟨c, ⟨hc.2 0 fun _ k => k.1, fun v => ?_⟩, hc.1⟩
  rcases lt_or_eq_of_le (hN.nonneg v) with p | e
  · rw [← div_le_iff₀ p]
    exact hc.2 _ fun b k => (div_le_iff₀ p).2 (k.2 v)
  · have k := h v
    rw [← e, mul_zero] at k ⊢
    exact k

theorem l2Norm_mono (n : Nat) (v w : Fin n → Real) (h : ∀ i, |v i| ≤ |w i|) :
    Real.l2Norm v ≤ Real.l2Norm w := by
  refine Real.sqrt_le_sqrt ?_
  rw [normSq_eq_sum, normSq_eq_sum]
  refine sum_le_sum fun i _ => ?_
  rw [← sq_abs (v i), ← sq_abs (w i)]
  exact pow_le_pow_left₀ (abs_nonneg _) (h i) 2

/-- Entries in `[-c, c]` lengthen vectors by at most the factor `√(c² n_in n_out)`. -/
theorem l2Norm_mulVec_le {A : Matrix (Fin n) (Fin m) Real} {c : Real} (hA : ∀ i j, |A i j| ≤ c)
    (v : Fin m → Real) :
    Real.l2Norm (A *ᵥ v) ≤ Real.sqrt (c ^ 2 * ((m : Real) * n)) * Real.l2Norm v := by
  have p : (0 : Real) ≤ c ^ 2 * ((m : Real) * n) :=
    mul_nonneg (sq_nonneg c) (mul_nonneg (Nat.cast_nonneg m) (Nat.cast_nonneg n))
  rw [Real.l2Norm, Real.l2Norm, ← Real.sqrt_mul p]
  exact Real.sqrt_le_sqrt (normSq_mulVec_le hA v)

/-- The spectral norm exists. -/
theorem exists_isOpNorm_l2Norm (A : Matrix (Fin n) (Fin m) Real) :
    ∃ c, IsOpNorm Real.l2Norm Real.l2Norm A c :=
  exists_isOpNorm Real.isNorm_l2Norm (Real.sqrt_nonneg _)
    (l2Norm_mulVec_le (c := supNorm fun i => supNorm (A i)) fun i j =>
      le_trans (abs_le_supNorm (A i) j)
        (le_trans (le_abs_self _) (abs_le_supNorm (fun i => supNorm (A i)) i)))

/-- The spectral norm of a matrix. -/
noncomputable def spectralNorm {m n : Nat} (A : Matrix (Fin n) (Fin m) Real) : Real :=
  Classical.choose (exists_isOpNorm_l2Norm A)

theorem isOpNorm_spectralNorm {m n : Nat} (A : Matrix (Fin n) (Fin m) Real) :
    IsOpNorm Real.l2Norm Real.l2Norm A (spectralNorm A) :=
  Classical.choose_spec (exists_isOpNorm_l2Norm A)

/-- Layer operator norms (chapter 14), as printed: for the Euclidean norm the Lipschitz constant is
at most the product of the spectral norms, and one after spectral normalization. -/
theorem lipschitzWith_spectralNorm {σ : Real → Real} (hσ : ∀ a b, |σ a - σ b| ≤ |a - b|)
    (f : Network Real m n) :
    LipschitzWith Real.l2Norm Real.l2Norm (f.product spectralNorm) (f.eval σ) ∧
      LipschitzWith Real.l2Norm Real.l2Norm 1 ((f.normalize spectralNorm).eval σ) :=
  ⟨(lipschitzWith_eval (N := fun _ => Real.l2Norm) l2Norm_mono hσ isOpNorm_spectralNorm f).2,
    lipschitzWith_normalize (N := fun _ => Real.l2Norm) (fun _ => Real.isNorm_l2Norm) l2Norm_mono hσ
      isOpNorm_spectralNorm f⟩

theorem l2Norm_fin_one (v : Fin 1 → Real) : Real.l2Norm v = |v 0| := by
  refine Real.sqrt_eq_of_sq_eq (abs_nonneg _) ?_
  rw [sq_abs, normSq_eq_sum, Fin.sum_univ_succ, Fin.sum_univ_zero, add_zero]

/-- The spectral norm of a number is its absolute value. -/
theorem spectralNorm_fin_one (A : Matrix (Fin 1) (Fin 1) Real) : spectralNorm A = |A 0 0| := by
  have e : ∀ v, (A *ᵥ v) 0 = A 0 0 * v 0 := fun v => by
    show (∑ j, A 0 j * v j) = _
    rw [Fin.sum_univ_succ, Fin.sum_univ_zero, add_zero]
  refine (isOpNorm_spectralNorm A).unique ⟨⟨abs_nonneg _, fun v => ?_⟩, fun c hc => ?_⟩
  · rw [l2Norm_fin_one, l2Norm_fin_one, e, abs_mul]
  · have k := hc.2 fun _ => 1
    rwa [l2Norm_fin_one, l2Norm_fin_one, e, abs_one, mul_one, mul_one] at k

/-- Weight clipping (chapter 14): the square of the spectral norm is at most `c² n_in n_out`. -/
theorem sq_spectralNorm_le {A : Matrix (Fin n) (Fin m) Real} {c : Real}
    (hA : ∀ i j, |A i j| ≤ c) : spectralNorm A ^ 2 ≤ c ^ 2 * ((m : Real) * n) := by
  have h := isOpNorm_spectralNorm A
  have k := h.le _ ⟨Real.sqrt_nonneg _, l2Norm_mulVec_le hA⟩
  have q := pow_le_pow_left₀ h.mem.1 k 2
  rwa [Real.sq_sqrt (mul_nonneg (sq_nonneg c)
    (mul_nonneg (Nat.cast_nonneg m) (Nat.cast_nonneg n)))] at q

end Real

/-! ## Witnesses and controls -/

/-- A network with one neuron and one layer after it. -/
def oneNeuron (F : Type u) [LinearOrderedField F] : Network F 1 1 :=
  .layer (k := 1) (fun _ _ => 3) (fun _ => 1) (.affine (fun _ _ => 2) 0)

theorem product_spectralNorm_oneNeuron : (oneNeuron Real).product spectralNorm = 6 := by
  have e : ∀ c : Real, 0 < c → spectralNorm (fun _ _ => c : Matrix (Fin 1) (Fin 1) Real) = c :=
    fun c hc => (spectralNorm_fin_one _).trans (abs_of_pos hc)
  exact (congr (congrArg HMul.hMul (e 2 two_pos)) (e 3 three_pos)).trans (by norm_num)

/-- The hypotheses can hold: ReLU, and a network whose constant is six. -/
theorem lipschitzWith_spectralNorm_witness : (∀ a b : Real, |max a 0 - max b 0| ≤ |a - b|) ∧
    (oneNeuron Real).product spectralNorm = 6 :=
  ⟨abs_max_zero_sub_le, product_spectralNorm_oneNeuron⟩

/-- The hypotheses can hold for `ℓ∞`. -/
theorem lipschitzWith_rowNorm_witness : (∀ a b : Rat, |max a 0 - max b 0| ≤ |a - b|) ∧
    (oneNeuron Rat).product rowNorm = 6 := ⟨abs_max_zero_sub_le, by decide +kernel⟩

/-- An activation with the Lipschitz constant two can exceed the product of the spectral norms. -/
theorem lipschitzWith_spectralNorm_needs_activation :
    ¬LipschitzWith Real.l2Norm Real.l2Norm ((oneNeuron Real).product spectralNorm)
      ((oneNeuron Real).eval fun t => 2 * t) := fun h => by
  have k := h (fun _ => 1) (fun _ => 0)
  have e : ∀ x : Fin 1 → Real, (oneNeuron Real).eval (fun t => 2 * t) x 0 = 12 * x 0 + 4 :=
    fun x => by
      show (∑ _j : Fin 1, 2 * (2 * ((∑ j : Fin 1, 3 * x j) + 1))) + 0 = 12 * x 0 + 4
      rw [Fin.sum_univ_succ, Fin.sum_univ_zero, Fin.sum_univ_succ, Fin.sum_univ_zero]
      ring
  rw [product_spectralNorm_oneNeuron, l2Norm_fin_one, l2Norm_fin_one] at k
  simp only [e] at k
  rw [show ((fun _ => 1) - (fun _ => 0) : Fin 1 → Real) 0 = 1 - 0 from rfl, sub_zero, abs_one,
    abs_of_pos (by norm_num)] at k
  exact absurd k (by norm_num)

/-- An activation with the Lipschitz constant two can exceed the product for `ℓ∞`. -/
theorem lipschitzWith_rowNorm_needs_activation :
    ¬LipschitzWith supNorm supNorm ((oneNeuron Rat).product rowNorm)
      ((oneNeuron Rat).eval fun t => 2 * t) := fun h =>
  absurd (h (fun _ => 1) (fun _ => 0)) (by decide +kernel)

end LipschitzNetwork
