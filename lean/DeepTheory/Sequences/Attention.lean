prelude
import DeepTheory.Algebra.BigOperators.Inequalities
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.Tactic.Field
import DeepTheory.Real.Exp
import DeepTheory.Real.Sqrt
/-! # Attention as a convex average

A position reads the values at the visible positions with weights that are positive and normalized.
What holds for the exponential kernel of scaled dot-product attention holds for every positive
kernel, over every ordered field.

Book items: scaled dot-product attention, attention rows average values, score-shift invariance and
permutation equivariance (chapter 15).

## Main definitions

* `Attention.weight s e j`: the weight of position `j` among the visible positions `s`, for
  unnormalized weights `e`.
* `Attention.output s e v`: the average of the values `v`.
* `Attention.causal κ q k v i`: the output at position `i`, which sees the positions `j ≤ i`, with
  kernel `κ`; `Attention.dotProductKernel` is that of the book.

## Main statements

* `Attention.weight_pos`, `Attention.sum_weight`: the weights of a row are positive with sum one.
* `Attention.output_mem`: the output lies in every convex set that contains the visible values.
* `Attention.exists_le_output_le`: it lies between the smallest and the largest visible value.
* `Attention.exists_norm_output_le`: its norm is at most the largest norm of a visible value.
* `Attention.weight_mul_left`, `Attention.output_map`: common factors and the order of the positions
  do not matter.
* `Attention.causal_congr`: the output at a position depends on its prefix only.
-/
set_option autoImplicit false
universe u v w z

open Finset

namespace Attention
variable {J : Type u} {F : Type v} {M : Type w}

section Field
variable [Field F]

/-- The weight of position `j` among the visible positions `s`. -/
def weight (s : Finset J) (e : J → F) (j : J) : F := e j / ∑ r ∈ s, e r

/-- The average of the values of the visible positions. -/
def output [AddCommMonoid M] [Module F M] (s : Finset J) (e : J → F) (v : J → M) : M :=
  ∑ j ∈ s, weight s e j • v j

/-- Attention rows average values (chapter 15): the weights of a row add up to one. -/
theorem sum_weight {s : Finset J} {e : J → F} (h : ∑ r ∈ s, e r ≠ 0) : ∑ j ∈ s, weight s e j = 1 :=
  (sum_div s e _).symm.trans (div_self h)

/-- Score-shift invariance (chapter 15): a common factor of the unnormalized weights, such as the
exponential of a number that is added to all scores, does not change the weights. -/
theorem weight_mul_left {c : F} (hc : c ≠ 0) (s : Finset J) (e : J → F) (j : J) :
    weight s (fun r => c * e r) j = weight s e j := by
  rw [weight, weight, ← mul_sum, mul_div_mul_left _ _ hc]

/-- Permutation equivariance (chapter 15): naming the positions differently, keys and values
together, does not change the output. -/
theorem output_map [AddCommMonoid M] [Module F M] {I : Type z} {f : I → J}
    (hf : ∀ a b, f a = f b → a = b) (s : Finset I) (e : J → F) (v : J → M) :
    output (s.map f hf) e v = output s (fun i => e (f i)) fun i => v (f i) := by
  rw [output, sum_map hf]
  refine sum_congr rfl fun i _ => ?_
  rw [weight, sum_map hf]; rfl

/-- Permutation equivariance (chapter 15) for a permutation of all positions. -/
theorem output_comp_equiv [AddCommMonoid M] [Module F M] [Fintype J] (σ : J ≃ J) (e : J → F)
    (v : J → M) : (output univ (fun j => e (σ j)) fun j => v (σ j)) = output univ e v := by
  rw [output, output, ← σ.sum_comp fun j => weight univ e j • v j]
  refine sum_congr rfl fun j _ => ?_
  rw [weight, weight, σ.sum_comp e]

/-- Permuting the keys without the values changes the output. -/
theorem output_comp_needs_values : ∃ (e v : Bool → Rat),
    output univ (fun j => e (not j)) v ≠ output univ e v :=
  ⟨fun j => if j = true then 2 else 1, fun j => if j = true then 1 else 0, by decide +kernel⟩

/-- Constants are preserved. -/
theorem output_const [AddCommMonoid M] [Module F M] {s : Finset J} {e : J → F}
    (h : ∑ r ∈ s, e r ≠ 0) (c : M) : (output s e fun _ => c) = c := by
  rw [output, ← sum_smul, sum_weight h, one_smul]

end Field

section Order
variable [LinearOrderedField F] {s : Finset J} {e : J → F}

theorem sum_pos_of_visible (he : ∀ j, j ∈ s → 0 < e j) (hs : ∃ j, j ∈ s) : 0 < ∑ r ∈ s, e r :=
  sum_pos he hs

/-- Attention rows average values (chapter 15): the weights of a row are positive. -/
theorem weight_pos (he : ∀ j, j ∈ s → 0 < e j) {j : J} (hj : j ∈ s) : 0 < weight s e j :=
  div_pos (he j hj) (sum_pos he ⟨j, hj⟩)

/-- Attention rows average values (chapter 15): for positive weights and a visible position, the
weights are positive and add up to one. -/
theorem weight_pos_and_sum (he : ∀ j, j ∈ s → 0 < e j) (hs : ∃ j, j ∈ s) :
    (∀ j, j ∈ s → 0 < weight s e j) ∧ ∑ j ∈ s, weight s e j = 1 :=
  ⟨fun _ hj => weight_pos he hj, sum_weight (sum_pos he hs).ne'⟩

/-- The hypotheses of `weight_pos_and_sum` can hold: weights `1` and `2`. -/
theorem weight_pos_and_sum_witness : ∃ e : Bool → Rat,
    (∀ j, j ∈ (univ : Finset Bool) → 0 < e j) ∧ (∃ j, j ∈ (univ : Finset Bool)) ∧
      e true ≠ e false :=
  ⟨fun b => if b = true then 2 else 1, by decide +kernel⟩

/-- Without a visible position the weights do not add up to one. -/
theorem sum_weight_needs_visible (e : J → F) : ∑ j ∈ (∅ : Finset J), weight ∅ e j ≠ 1 :=
  zero_ne_one

/-- Attention rows average values (chapter 15): the output is between the smallest and the largest
of the visible values. For vectors this holds in each coordinate (`output_apply`). -/
theorem exists_le_output_le (he : ∀ j, j ∈ s → 0 < e j) (hs : ∃ j, j ∈ s) (v : J → F) :
    (∃ j, j ∈ s ∧ v j ≤ output s e v) ∧ ∃ j, j ∈ s ∧ output s e v ≤ v j :=
  ⟨exists_le_weighted_mean s (fun _ hj => (weight_pos he hj).le) (sum_weight (sum_pos he hs).ne') v,
    exists_weighted_mean_le s (fun _ hj => (weight_pos he hj).le)
      (sum_weight (sum_pos he hs).ne') v⟩

/-- Attention acts on each coordinate alone. -/
theorem output_apply {ι : Type z} (s : Finset J) (e : J → F) (v : J → ι → F) (i : ι) :
    output s e v i = output s e fun j => v j i := by
  rw [output, output]
  have h : ∀ (l : List J) (w : J → F), l.foldSum (fun j => w j • v j) i =
      l.foldSum fun j => w j • v j i := by
    intro l w
    induction l with
    | nil => rfl
    | cons a l ih => exact congrArg (w a • v a i + ·) ih
  generalize weight s e = w
  induction s using Finset.ind with | h l hl
  exact h l w

/-- Negative weights break the bound: weights `2` and `-1`. -/
theorem exists_le_output_le_needs_positive : ∃ e v : Bool → Rat, ∑ j, e j = 1 ∧
    ∀ j, v j < output univ e v :=
  ⟨fun j => if j = true then 2 else -1, fun j => if j = true then 1 else 0, by decide +kernel⟩

/-- Without normalization the bound fails: the sum of two values. -/
theorem exists_le_output_le_needs_normalized : ∃ e v : Bool → Rat, (∀ j, 0 < e j) ∧
    ∀ j, v j < ∑ i, e i * v i :=
  ⟨fun _ => 1, fun _ => 1, by decide +kernel⟩

/-- Attention rows average values (chapter 15): the output is a convex combination, so it lies in
every convex set that contains the visible values. -/
theorem output_mem [AddCommGroup M] [Module F M] (he : ∀ j, j ∈ s → 0 < e j) (hs : ∃ j, j ∈ s)
    {C : M → Prop}
    (hC : ∀ x y, C x → C y → ∀ a b : F, 0 ≤ a → 0 ≤ b → a + b = 1 → C (a • x + b • y))
    {v : J → M} (hv : ∀ j, j ∈ s → C (v j)) : C (output s e v) :=
  (ConvexOn.sum_mem_and_le (f := fun _ => (0 : F)) ⟨hC, fun _ _ _ _ a b _ _ _ => by
    rw [mul_zero, mul_zero, add_zero]⟩ s (fun _ hj => (weight_pos he hj).le)
    (sum_weight (sum_pos he hs).ne') hv).1

/-- Attention rows average values (chapter 15): the norm of the output is at most the largest norm
of a visible value, for any norm. -/
theorem exists_norm_output_le [AddCommGroup M] [Module F M] (he : ∀ j, j ∈ s → 0 < e j)
    (hs : ∃ j, j ∈ s) {N : M → F} (hadd : ∀ x y, N (x + y) ≤ N x + N y)
    (hsmul : ∀ (a : F) (x : M), 0 ≤ a → N (a • x) = a * N x) (v : J → M) :
    ∃ j, j ∈ s ∧ N (output s e v) ≤ N (v j) := by
  have h₀ : ∀ j, j ∈ s → 0 ≤ weight s e j := fun _ hj => (weight_pos he hj).le
  have h₁ := sum_weight (sum_pos he hs).ne'
  have hN : ConvexOn F (fun _ : M => True) N := ⟨fun _ _ _ _ _ _ _ _ _ => trivial,
    fun x y _ _ a b ha hb _ => by rw [← hsmul a x ha, ← hsmul b y hb]; exact hadd _ _⟩
  obtain ⟨j, hj, h⟩ := exists_weighted_mean_le s h₀ h₁ fun j => N (v j)
  exact ⟨j, hj, le_trans (hN.sum_mem_and_le s h₀ h₁ fun _ _ => trivial).2 h⟩

end Order

/-! ## Causal attention with a kernel -/

section Causal
variable {Q : Type u} {K : Type w} {n : Nat}

/-- The positions that position `i` sees: itself and those before it. -/
def visible (i : Fin n) : Finset (Fin n) := univ.filter fun j => j.val ≤ i.val

theorem mem_visible {i j : Fin n} : j ∈ visible i ↔ j.val ≤ i.val :=
  ⟨fun h => (mem_filter.1 h).2, fun h => mem_filter.2 ⟨mem_univ j, h⟩⟩

/-- Scaled dot-product attention (chapter 15) with any kernel: the output at position `i`. -/
def causal [Field F] {M : Type z} [AddCommMonoid M] [Module F M] (κ : Q → K → F) (q : Fin n → Q)
    (k : Fin n → K) (v : Fin n → M) (i : Fin n) : M := output (visible i) (fun j => κ (q i) (k j)) v

/-- The kernel of scaled dot-product attention (chapter 15), `exp (⟨q, k⟩ / √d)`. -/
noncomputable def dotProductKernel {d : Nat} (q k : Fin d → Real) : Real :=
  Real.exp ((∑ a, q a * k a) / Real.sqrt d)

theorem dotProductKernel_pos {d : Nat} (q k : Fin d → Real) : 0 < dotProductKernel q k :=
  Real.exp_pos _

/-- With a positive kernel every row of causal attention has positive weights with sum one: each
position sees itself. -/
theorem causal_weight [LinearOrderedField F] {κ : Q → K → F} (hκ : ∀ a b, 0 < κ a b)
    (q : Fin n → Q) (k : Fin n → K) (i : Fin n) :
    (∀ j, j ∈ visible i → 0 < weight (visible i) (fun j => κ (q i) (k j)) j) ∧
      ∑ j ∈ visible i, weight (visible i) (fun j => κ (q i) (k j)) j = 1 :=
  weight_pos_and_sum (fun _ _ => hκ _ _) ⟨i, mem_visible.2 (Nat.le_refl _)⟩

/-- Causality of one layer (chapter 15): the output at position `i` depends on its own query and on
the keys and values up to `i` only. -/
theorem causal_congr [Field F] {M : Type z} [AddCommMonoid M] [Module F M] (κ : Q → K → F)
    {q q' : Fin n → Q} {k k' : Fin n → K} {v v' : Fin n → M} {i : Fin n} (hq : q i = q' i)
    (hk : ∀ j, j.val ≤ i.val → k j = k' j) (hv : ∀ j, j.val ≤ i.val → v j = v' j) :
    causal κ q k v i = causal κ q' k' v' i := by
  have e : ∀ j, j ∈ visible i → κ (q i) (k j) = κ (q' i) (k' j) := fun j hj => by
    rw [hq, hk j (mem_visible.1 hj)]
  rw [causal, causal, output, output]
  refine sum_congr rfl fun j hj => ?_
  rw [weight, weight, sum_congr rfl e, e j hj, hv j (mem_visible.1 hj)]

end Causal
end Attention
