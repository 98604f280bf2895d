prelude
import DeepTheory.Algebra.Matrix
import DeepTheory.Algebra.Tactic.Linarith
/-! # Feedforward networks

A feedforward network alternates affine maps with an activation in each coordinate.

Book items: feedforward networks, ReLU and thresholds (chapter 2).

## Main definitions

* `Network F m n`: the weights and biases of a network with `m` inputs and `n` outputs.
* `Network.eval σ N`: its function, with the activation `σ`.
* `relu`, `heaviside`: the positive part, the threshold.
* `Network.widths`, `Network.depth`, `Network.size`: the numbers of units of the hidden layers, the
  number of hidden layers, the number of hidden units.

## Main statements

* `Network.length_widths`, `Network.foldSum_widths`: depth and size are those of the widths.
* `Network.eval_const_of_zero_mem`: a network with an empty layer is constant.
-/
set_option autoImplicit false
universe u

open Finset

variable {F : Type u}

/-- A feedforward network from `m` to `n` numbers: affine maps with an activation between them. -/
inductive Network (F : Type u) : Nat → Nat → Type u where
  /-- an affine map -/
  | affine {m n : Nat} (W : Matrix (Fin n) (Fin m) F) (b : Fin n → F) : Network F m n
  /-- an affine map, the activation, and the rest of the network -/
  | layer {m k n : Nat} (W : Matrix (Fin k) (Fin m) F) (b : Fin k → F) (rest : Network F k n) :
      Network F m n

/-- The activation `ReLU`: the positive part of a number. -/
def relu [Max F] [Zero F] (t : F) : F := max t 0

/-- ReLU does not enlarge distances. -/
theorem abs_relu_sub_relu_le [LinearOrderedField F] (a b : F) : |relu a - relu b| ≤ |a - b| := by
  show |max a 0 - max b 0| ≤ |a - b|
  rcases le_total a 0 with ha | ha <;> rcases le_total b 0 with hb | hb
  · rw [max_eq_right ha, max_eq_right hb, sub_self, abs_zero]
    exact abs_nonneg _
  · rw [max_eq_right ha, max_eq_left hb, zero_sub, abs_neg, abs_of_nonneg hb,
      abs_of_nonpos (by linarith)]
    linarith
  · rw [max_eq_left ha, max_eq_right hb, sub_zero, abs_of_nonneg ha, abs_of_nonneg (by linarith)]
    linarith
  · rw [max_eq_left ha, max_eq_left hb]

/-- The activation `H`, the threshold: `1` for `t ≥ 0`, otherwise `0`. -/
def heaviside [LinearOrder F] [Zero F] [One F] (t : F) : F := if 0 ≤ t then 1 else 0

namespace Network

/-- The function of a network with the activation `σ` in each coordinate. -/
def eval [Semiring F] (σ : F → F) : {m n : Nat} → Network F m n → (Fin m → F) → Fin n → F
  | _, _, affine W b, x => fun i => (W *ᵥ x) i + b i
  | _, _, layer W b rest, x => eval σ rest fun i => σ ((W *ᵥ x) i + b i)

/-- The numbers of units of the hidden layers, from the input to the output. -/
def widths : {m n : Nat} → Network F m n → List Nat
  | _, _, affine _ _ => []
  | _, _, layer (k := k) _ _ rest => k :: widths rest

/-- The number of hidden layers. -/
def depth : {m n : Nat} → Network F m n → Nat
  | _, _, affine _ _ => 0
  | _, _, layer _ _ rest => depth rest + 1

/-- The number of hidden units. -/
def size : {m n : Nat} → Network F m n → Nat
  | _, _, affine _ _ => 0
  | _, _, layer (k := k) _ _ rest => k + size rest

theorem length_widths {m n : Nat} (N : Network F m n) : N.widths.length = N.depth := by
  induction N with
  | affine W b => rfl
  | layer W b rest ih => exact congrArg (· + 1) ih

theorem foldSum_widths {m n : Nat} (N : Network F m n) :
    N.widths.foldSum (fun k => k) = N.size := by
  induction N with
  | affine W b => rfl
  | layer W b rest ih => exact congrArg (_ + ·) ih

/-- A network with an empty hidden layer is constant. -/
theorem eval_const_of_zero_mem [Semiring F] (σ : F → F) {m n : Nat} (N : Network F m n)
    (h : 0 ∈ N.widths) : ∃ y, ∀ x, N.eval σ x = y := by
  induction N with
  | affine W b => exact absurd h List.not_mem_nil
  | @layer m k n W b rest ih =>
    rcases List.mem_cons.1 h with e | h
    · subst e
      exact ⟨rest.eval σ fun i => i.elim0, fun x =>
        congrArg (rest.eval σ) (funext fun i : Fin 0 => i.elim0)⟩
    · obtain ⟨y, hy⟩ := ih h
      exact ⟨y, fun x => hy _⟩

end Network
