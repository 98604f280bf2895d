prelude
import DeepTheory.Generalization.Halfspace
import DeepTheory.Generalization.BinomialSum
import DeepTheory.Algebra.BigOperators.Prod
import DeepTheory.Algebra.Tactic.Omega
/-! # Networks with sign activations

A network whose units are halfspaces has few patterns: each unit contributes the Sauer-Shelah bound
of a halfspace, the units of a layer multiply by the product rule, the layers by the composition
rule.

Book items: layered sign-activation networks, growth function and VC dimension of sign networks
(chapter 7).

## Main definitions

* `VC.SignLayer m n`: the maps `F ^ m → {±1} ^ n` whose coordinates are `sgn (w · x + b)`.
* `VC.SignNetwork m L`: compositions of layers with widths `m` and then those in the list `L`.
* `VC.signParameters m L`: the number of weights and biases.
* `VC.BinarySignNetwork m L`: a network with one output, as a class of Boolean functions.

## Main statements

* `VC.growthLE_pi`: the product rule for any finite number of coordinates.
* `VC.growthLE_signNetwork`, `VC.growthLE_signNetwork_pow`: the bounds of the growth function.
* `VC.vcDimLE_signNetwork`: `(N + 1) ^ W < 2 ^ N` bounds the VC dimension.
* `VC.vcDimLE_signNetwork_log`: it is at most `W (2 p + 4)`, where `W ≤ 2 ^ p`.
* `VC.growthLE_signNetwork_needs_parameters`, `VC.growthLE_signNetwork_needs_sign`: what breaks.
-/
set_option autoImplicit false
universe u v w

open Finset

namespace VC

/-! ## Growth functions of classes with several coordinates -/

section Rules
variable {X : Type u} {Y : Type v} {Z : Type w}

/-- The growth function does not grow when a map is applied to the values. -/
theorem growthLE_map {H : (X → Y) → Prop} {N B : Nat} (hH : GrowthLE H N B) (g : Y → Z) :
    GrowthLE (fun h : X → Z => ∃ f, H f ∧ ∀ x, h x = g (f x)) N B := by
  intro T hT hN
  have k := atMost_mul (P := IsPattern (fun h : X → Z => ∃ f, H f ∧ ∀ x, h x = g (f x)) T) (n := 1)
    (fun p q => q.map g = p) (hH T hT hN) (fun p hp => ?_)
    (fun q _ => atMost_one fun a b ha hb => (show q.map g = a from ha.2).symm.trans hb.2)
  · rwa [Nat.mul_one] at k
  · obtain ⟨h, ⟨f, hf, e⟩, rfl⟩ := hp
    refine ⟨T.map f, ⟨f, hf, rfl⟩, ?_⟩
    rw [List.map_map]
    exact List.map_congr_left fun x _ => (e x).symm

/-- The product rule for `n` coordinates: if the `j`-th coordinates have growth at most `B j`, the
functions with these coordinates have growth at most the product. -/
theorem growthLE_pi {n : Nat} {H : Fin n → (X → Y) → Prop} {N : Nat} {B : Fin n → Nat}
    (hH : ∀ j, GrowthLE (H j) N (B j)) :
    GrowthLE (fun h : X → Fin n → Y => ∀ j, H j fun x => h x j) N (∏ j, B j) := by
  induction n with
  | zero =>
    rw [Fin.prod_univ_zero]
    refine growthLE_length (L := [fun _ j => j.elim0]) (fun h _ => ⟨_, List.mem_cons_self, ?_⟩) N
    exact fun x => funext fun j => j.elim0
  | succ n ih =>
    rw [Fin.prod_univ_succ]
    have k := growthLE_map (growthLE_prod (hH 0) (ih (H := fun j => H j.succ) fun j => hH j.succ))
      fun y : Y × (Fin n → Y) => (Fin.cons y.1 y.2 : Fin (n + 1) → Y)
    refine k.mono (Nat.le_refl N) (Nat.le_refl _) fun h hh => ?_
    refine ⟨fun x => (h x 0, Fin.tail (h x)), ⟨fun x => h x 0, fun x => Fin.tail (h x), hh 0,
      fun j => hh j.succ, fun _ => rfl⟩, fun x => ?_⟩
    exact (Fin.cons_self_tail (h x)).symm

end Rules

/-! ## Networks -/

section Network
variable {F : Type u} [LinearOrderedField F]

/-- The sign of a number, with `sgn 0 = 1`. -/
def sgn (t : F) : F := if 0 ≤ t then 1 else -1

/-- The functions `x ↦ sgn (w · x + b)`: one unit. -/
def SignUnit (m : Nat) (h : (Fin m → F) → F) : Prop :=
  ∃ (w : Fin m → F) (b : F), ∀ x, h x = sgn ((∑ j, w j * x j) + b)

/-- Layered sign-activation networks (chapter 7), one layer: the maps whose `n` coordinates are
units. -/
def SignLayer (m n : Nat) (h : (Fin m → F) → Fin n → F) : Prop :=
  ∀ j, SignUnit m fun x => h x j

/-- The last width of a network. -/
def lastWidth : Nat → List Nat → Nat
  | m, [] => m
  | _, n :: L => lastWidth n L

/-- Layered sign-activation networks (chapter 7): compositions of layers from width `m` through
the widths in the list. Without layers it is the identity. -/
def SignNetwork : (m : Nat) → (L : List Nat) → ((Fin m → F) → Fin (lastWidth m L) → F) → Prop
  | _, [], h => ∀ x, h x = x
  | m, n :: L, h => CompClass (SignLayer m n) (SignNetwork n L) h

/-- The number of weights and biases: `∑ d_l (d_{l-1} + 1)`. -/
def signParameters : Nat → List Nat → Nat
  | _, [] => 0
  | m, n :: L => n * (m + 1) + signParameters n L

/-- The bound of the growth function: the product over all units of the Sauer-Shelah bounds. -/
def signGrowth (N : Nat) : Nat → List Nat → Nat
  | _, [] => 1
  | m, n :: L => (∑ i < m + 2, N.choose i) ^ n * signGrowth N n L

/-- A unit has as many patterns as the halfspaces. -/
theorem growthLE_signUnit (m N : Nat) :
    GrowthLE (SignUnit (F := F) m) N (∑ i < m + 2, N.choose i) := by
  have k := growthLE_map (growthLE_of_vcDimLE (vcDimLE_halfspace (F := F) m) N)
    fun b : Bool => cond b (1 : F) (-1)
  refine k.mono (Nat.le_refl N) (Nat.le_refl _) fun h ⟨w, b, e⟩ => ?_
  refine ⟨fun x => decide (0 ≤ (∑ j, w j * x j) + b), ⟨w, b, fun x => decide_eq_true_iff⟩,
    fun x => ?_⟩
  rw [e, sgn, Bool.cond_decide]

/-- The product rule for a layer. -/
theorem growthLE_signLayer (m n N : Nat) :
    GrowthLE (SignLayer (F := F) m n) N ((∑ i < m + 2, N.choose i) ^ n) := by
  have k := growthLE_pi (H := fun _ : Fin n => SignUnit (F := F) m)
    fun _ => growthLE_signUnit (F := F) m N
  rwa [prod_const, show (univ : Finset (Fin n)).card = n from Fintype.card_fin n] at k

/-- Growth function of sign networks (chapter 7):
`G(N) ≤ ∏ over the layers (∑ i ≤ d_{l-1} + 1, N.choose i) ^ d_l`. -/
theorem growthLE_signNetwork (N m : Nat) (L : List Nat) :
    GrowthLE (SignNetwork (F := F) m L) N (signGrowth N m L) := by
  induction L generalizing m with
  | nil =>
    exact growthLE_length (L := [fun x => x]) (fun h e => ⟨_, List.mem_cons_self, e⟩) N
  | cons n L ih => exact growthLE_comp (growthLE_signLayer m n N) (ih n)

theorem signGrowth_le (N m : Nat) (L : List Nat) :
    signGrowth N m L ≤ (N + 1) ^ signParameters m L := by
  induction L generalizing m with
  | nil => exact Nat.le_refl 1
  | cons n L ih =>
    rw [signGrowth, signParameters, pow_add, Nat.mul_comm n, pow_mul]
    exact Nat.mul_le_mul (pow_le_pow_left₀ (Nat.zero_le _)
      (Nat.sum_choose_le_add_one_pow N (m + 1)) n) (ih n)

/-- Growth function of sign networks (chapter 7): `G(N) ≤ (N + 1) ^ W`, where `W` is the number of
parameters. -/
theorem growthLE_signNetwork_pow (N m : Nat) (L : List Nat) :
    GrowthLE (SignNetwork (F := F) m L) N ((N + 1) ^ signParameters m L) :=
  (growthLE_signNetwork N m L).mono (Nat.le_refl N) (signGrowth_le N m L) fun _ => id

/-- Boolean functions `h` that say where some network with output width one is positive. -/
def BinarySignNetwork (m : Nat) (L : List Nat) (hL : lastWidth m L = 1)
    (h : (Fin m → F) → Bool) : Prop :=
  ∃ f, SignNetwork m L f ∧ ∀ x, h x = decide (0 ≤ f x (Fin.cast hL.symm 0))

theorem growthLE_binarySignNetwork (N m : Nat) (L : List Nat) (hL : lastWidth m L = 1) :
    GrowthLE (BinarySignNetwork (F := F) m L hL) N ((N + 1) ^ signParameters m L) :=
  growthLE_map (growthLE_signNetwork_pow N m L)
    fun y : Fin (lastWidth m L) → F => decide (0 ≤ y (Fin.cast hL.symm 0))

/-- VC dimension of sign networks (chapter 7): if `(N + 1) ^ W < 2 ^ N`, it is less than `N`. -/
theorem vcDimLE_signNetwork {N m : Nat} {L : List Nat} (hL : lastWidth m L = 1)
    (hN : (N + 1 + 1) ^ signParameters m L < 2 ^ (N + 1)) :
    VCDimLE (BinarySignNetwork (F := F) m L hL) N :=
  vcDimLE_of_growthLE (growthLE_binarySignNetwork (N + 1) m L hL) hN

/-- VC dimension of sign networks (chapter 7), of order `W log W`: with `W ≤ 2 ^ p` parameters it is
at most `W (2 p + 4)`. -/
theorem vcDimLE_signNetwork_log {m p : Nat} {L : List Nat} (hL : lastWidth m L = 1)
    (hW : 1 ≤ signParameters m L) (hp : signParameters m L ≤ 2 ^ p) :
    VCDimLE (BinarySignNetwork (F := F) m L hL) (signParameters m L * (2 * p + 4)) := by
  generalize hw : signParameters m L = W at hW hp
  have two : ∀ p : Nat, 2 * p + 5 < 2 ^ (p + 4) := fun p => by
    induction p with
    | zero => decide
    | succ p ih =>
      rw [Nat.succ_add, Nat.succ_eq_add_one, Nat.pow_succ]
      omega
  have lt : W * (2 * p + 4) + 1 < 2 ^ (2 * p + 4) := by
    have h₁ : W * (2 * p + 4) + 1 ≤ 2 ^ p * (2 * p + 5) := by
      have h₂ := Nat.mul_le_mul_right (2 * p + 4) hp
      have h₃ : 1 ≤ 2 ^ p := Nat.le_trans hW hp
      rw [show 2 * p + 5 = 2 * p + 4 + 1 from rfl, Nat.mul_succ]
      exact Nat.add_le_add h₂ h₃
    refine Nat.lt_of_le_of_lt h₁ ?_
    rw [show 2 * p + 4 = p + (p + 4) by omega, Nat.pow_add]
    exact Nat.mul_lt_mul_of_pos_left (two p) (Nat.lt_of_lt_of_le Nat.zero_lt_one
      (Nat.le_trans hW hp))
  have e : W * (2 * p + 4) - 1 + 1 = W * (2 * p + 4) :=
    Nat.sub_add_cancel (Nat.le_trans hW (Nat.le_mul_of_pos_right W (by omega)))
  have k := vcDimLE_signNetwork (F := F) (N := W * (2 * p + 4) - 1) hL (by
    rw [hw, e, Nat.mul_comm W, Nat.pow_mul, Nat.mul_comm _ W]
    exact pow_lt_pow_left₀ lt (Nat.zero_le _) (Nat.ne_of_gt hW))
  exact k.mono (Nat.sub_le _ 1) fun _ => id

/-- The hypotheses of `vcDimLE_signNetwork` can hold: two units and an output in two dimensions have
nine parameters and VC dimension at most 56. -/
theorem vcDimLE_signNetwork_witness : lastWidth 2 [2, 1] = 1 ∧ signParameters 2 [2, 1] = 9 ∧
    (56 + 1 + 1) ^ signParameters 2 [2, 1] < 2 ^ (56 + 1) := by decide

/-- The number of parameters cannot be replaced by the number of units: one unit in the plane has
eight patterns on three points. -/
theorem growthLE_signNetwork_needs_parameters :
    ¬GrowthLE (SignNetwork (F := F) 2 [1]) 3 ((3 + 1) ^ 1) := by
  intro h
  have k := (growthLE_map h fun y : Fin 1 → F => decide (0 ≤ y 0)).mono (Nat.le_refl 3)
    (Nat.le_refl _) (show ∀ g, Halfspace (F := F) 2 g → _ from fun g ⟨a, b, e⟩ => by
      refine ⟨fun x _ => sgn ((∑ j, a j * x j) + b), ⟨fun x _ => sgn ((∑ j, a j * x j) + b),
        fun y => y, fun _ => ⟨a, b, fun _ => rfl⟩, fun _ => rfl, fun _ => rfl⟩, fun x => ?_⟩
      show g x = decide (0 ≤ if 0 ≤ (∑ j, a j * x j) + b then (1 : F) else -1)
      by_cases c : 0 ≤ (∑ j, a j * x j) + b
      · rw [if_pos c, (e x).2 c]
        exact (decide_eq_true zero_le_one).symm
      · rw [if_neg c, decide_eq_false (not_le.2 neg_one_lt_zero)]
        exact Bool.of_not_eq_true fun k => c ((e x).1 k))
  obtain ⟨_, T, s, e⟩ := isVCDim_halfspace (F := F) 2
  have := (shatters_iff_atLeast.1 s).le (k T s.nodup (Nat.le_of_eq e))
  rw [e] at this
  exact absurd this (by decide)

/-- The sign cannot be replaced by an arbitrary activation: the functions `x ↦ σ (w x + b)` with
their two parameters `w` and `b`, but any `σ`, have all `64 > 7 ^ 2` patterns on six points. -/
theorem growthLE_signNetwork_needs_sign : ¬GrowthLE (fun h : (Fin 1 → F) → F =>
    ∃ (σ : F → F) (w b : F), ∀ x, h x = σ (w * x 0 + b)) 6 ((6 + 1) ^ 2) := by
  intro h
  have k := growthLE_map h fun y => decide (0 ≤ y)
  let T : List (Fin 1 → F) := (List.rangeDown 6).map fun (n : Nat) _ => (n : F)
  have nd : T.Nodup := List.nodup_map (fun m n e => Nat.cast_inj.1 (congrFun e 0))
    (List.nodup_rangeDown 6)
  have s : Shatters (fun h : (Fin 1 → F) → Bool => ∃ f : (Fin 1 → F) → F,
      (∃ (σ : F → F) (w b : F), ∀ x, f x = σ (w * x 0 + b)) ∧ ∀ x, h x = decide (0 ≤ f x)) T := by
    refine (shatters_iff nd).2 fun f => ⟨f, ⟨fun x => cond (f x) 1 (-1),
      ⟨fun t => cond (f fun _ => t) 1 (-1), 1, 0, fun x => ?_⟩, fun x => ?_⟩, fun _ _ => rfl⟩
    · rw [one_mul, add_zero]
      show cond (f x) 1 (-1) = cond (f fun _ => x 0) (1 : F) (-1)
      rw [show (fun _ => x 0) = x from funext fun i => by rw [Subsingleton.allEq i 0]]
    · show f x = decide (0 ≤ cond (f x) (1 : F) (-1))
      cases f x with
      | true => exact (decide_eq_true zero_le_one).symm
      | false => exact (decide_eq_false (not_le.2 neg_one_lt_zero)).symm
  have l : T.length = 6 := List.length_map _
  have := (shatters_iff_atLeast.1 s).le (k T s.nodup (Nat.le_of_eq l))
  rw [l] at this
  exact absurd this (by decide)

end Network
end VC
