prelude
import DeepTheory.Algebra.Order.Bounds
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Generative.JensenShannon
import DeepTheory.Information.TotalVariation
import DeepTheory.Probability.Finite
import DeepTheory.Real.Complete
/-! # Optimal transport

The cost of moving one distribution to another, and critics that bound it from below.

Book items: Definition 12.14 (1-Wasserstein distance), weak duality, point masses (chapter 14).

## Main definitions

* `Transport.IsCoupling π P Q`: the joint distribution `π` has the marginals `P` and `Q`,
* `Transport.IsCost d P Q c`: some coupling has the mean distance `c`,
* `Transport.IsW1 d P Q w`: `w` is the infimum of the costs,
* `Transport.IsLipschitz d f`: `|f x - f y| ≤ d x y`,
* `Expectation.dirac a`: the point mass at `a`,
* `Transport.partLaw P κ`: the law of the part of a finite partition.

## Main statements

* `Transport.kr_weak`: a critic never exceeds the cost; `Transport.kr_certificate`: equality shows
  that both are optimal,
* `Transport.isCoupling_finite_iff`, `Transport.exists_finite`: on finite types couplings are tables
  of weights with given sums of rows and columns, and nothing else,
* `Transport.exists_isW1`: between finite distributions the distance exists,
* `Transport.isLeast_dirac`: the distance of point masses is the distance of the points;
  `Transport.point_masses`: beside it, the other two divergences, as greatest values over finite
  partitions of the line.

## Notes

Distributions are expectations (`DeepTheory.Probability.Expectation`). Their random variables are
closed under products, so a law is covered if the distance has all moments, as on a bounded space,
and not if it has only the first. A coupling need not be countably additive. On finite types every
function is a random variable, and couplings are tables of weights.
-/
set_option autoImplicit false
universe u v w
open Finset

namespace Transport
variable {F : Type u} {X : Type v} {Y : Type w} [LinearOrderedField F]

/-! ## Couplings and costs -/

/-- The joint distribution `π` has the marginals `P` and `Q`. -/
structure IsCoupling (π : Expectation F (X × Y)) (P : Expectation F X) (Q : Expectation F Y) :
    Prop where
  /-- random variables of the first component are random variables -/
  isRandom_fst : ∀ {f : X → F}, P.IsRandom f → π.IsRandom fun z => f z.1
  /-- they have the mean that they have under `P` -/
  mean_fst : ∀ {f : X → F}, P.IsRandom f → (π.mean fun z => f z.1) = P.mean f
  /-- random variables of the second component are random variables -/
  isRandom_snd : ∀ {f : Y → F}, Q.IsRandom f → π.IsRandom fun z => f z.2
  /-- they have the mean that they have under `Q` -/
  mean_snd : ∀ {f : Y → F}, Q.IsRandom f → (π.mean fun z => f z.2) = Q.mean f

variable {d : X → Y → F} {P : Expectation F X} {Q : Expectation F Y}

/-- Definition 12.14 (transport cost): `c` is the mean distance under some coupling. -/
def IsCost (d : X → Y → F) (P : Expectation F X) (Q : Expectation F Y) (c : F) : Prop :=
  ∃ π, IsCoupling π P Q ∧ (π.IsRandom fun z => d z.1 z.2) ∧ (π.mean fun z => d z.1 z.2) = c

/-- Definition 12.14 (1-Wasserstein distance): `w` is the infimum of the costs of all couplings. -/
def IsW1 (d : X → Y → F) (P : Expectation F X) (Q : Expectation F Y) (w : F) : Prop :=
  IsGLB (IsCost d P Q) w

theorem IsW1.unique {w w' : F} (h : IsW1 d P Q w) (k : IsW1 d P Q w') : w = w' :=
  le_antisymm (k.2 w h.1) (h.2 w' k.1)
/-- If some coupling has the least cost, this is the distance. -/
theorem isW1_of_isLeast {w : F} (h : IsLeast (IsCost d P Q) w) : IsW1 d P Q w :=
  ⟨h.le, fun _ k => k w h.mem⟩
theorem IsW1.nonneg {w : F} (h : IsW1 d P Q w) (hd : ∀ x y, 0 ≤ d x y) : 0 ≤ w :=
  h.2 0 fun _ ⟨π, _, r, e⟩ => e ▸ π.mean_nonneg r fun z => hd z.1 z.2

/-! ## Weak duality -/

/-- `f` is Lipschitz with constant one. -/
def IsLipschitz (d : X → X → F) (f : X → F) : Prop := ∀ x y, |f x - f y| ≤ d x y

/-- Weak duality (chapter 14): for every coupling `π` of `P` and `Q` and every critic `f` that is
Lipschitz with constant one, `E_P f - E_Q f = E_π [f(X) - f(Y)] ≤ E_π d(X, Y)`. -/
theorem kr_weak {d : X → X → F} {P Q : Expectation F X} {π : Expectation F (X × X)} {f : X → F}
    (h : IsCoupling π P Q) (hd : π.IsRandom fun z => d z.1 z.2) (hf : IsLipschitz d f)
    (hP : P.IsRandom f) (hQ : Q.IsRandom f) :
    P.mean f - Q.mean f = (π.mean fun z => f z.1 - f z.2) ∧
      (π.mean fun z => f z.1 - f z.2) ≤ π.mean fun z => d z.1 z.2 := by
  have r₁ := h.isRandom_fst hP
  have r₂ := h.isRandom_snd hQ
  exact ⟨by rw [π.mean_sub r₁ r₂, h.mean_fst hP, h.mean_snd hQ],
    π.mean_mono (Expectation.IsRandom.sub r₁ r₂) hd fun z =>
      le_trans (le_abs_self _) (hf z.1 z.2)⟩

/-- Weak duality (chapter 14), certificate: if a critic reaches the cost of a coupling, then the
coupling has the least cost and the critic the greatest value. -/
theorem kr_certificate {d : X → X → F} {P Q : Expectation F X} {π : Expectation F (X × X)}
    {f : X → F} (h : IsCoupling π P Q) (hd : π.IsRandom fun z => d z.1 z.2) (hf : IsLipschitz d f)
    (hP : P.IsRandom f) (hQ : Q.IsRandom f)
    (e : P.mean f - Q.mean f = π.mean fun z => d z.1 z.2) :
    IsLeast (IsCost d P Q) (π.mean fun z => d z.1 z.2) ∧
      IsGreatest (fun c => ∃ g, IsLipschitz d g ∧ P.IsRandom g ∧ Q.IsRandom g ∧
        P.mean g - Q.mean g = c) (π.mean fun z => d z.1 z.2) := by
  refine ⟨⟨⟨π, h, hd, rfl⟩, fun c ⟨ρ, k, r, ec⟩ => ?_⟩,
    ⟨⟨f, hf, hP, hQ, e⟩, fun c ⟨g, hg, gP, gQ, ec⟩ => ?_⟩⟩
  · obtain ⟨a, b⟩ := kr_weak k r hf hP hQ
    rw [← e, ← ec, a]
    exact b
  · obtain ⟨a, b⟩ := kr_weak h hd hg gP gQ
    rw [← ec, a]
    exact b

/-! ## Finite types -/

section Finite
variable [Fintype X] [Fintype Y] {P : FiniteDistribution F X} {Q : FiniteDistribution F Y}

/-- On finite types a coupling is a table of weights with the sums of rows `P` and of columns `Q`.
-/
theorem isCoupling_finite_iff {π : FiniteDistribution F (X × Y)} :
    IsCoupling π.expectation P.expectation Q.expectation ↔
      (∀ x, ∑ y, π.weight (x, y) = P.weight x) ∧ ∀ y, ∑ x, π.weight (x, y) = Q.weight y := by
  have fst : ∀ f : X → F, (π.expectation.mean fun z => f z.1) =
      ∑ x, (∑ y, π.weight (x, y)) * f x := fun f => by
    rw [FiniteDistribution.mean_eq, Fintype.sum_prod_type]
    exact Fintype.sum_congr fun x => by rw [sum_mul]
  have snd : ∀ f : Y → F, (π.expectation.mean fun z => f z.2) =
      ∑ y, (∑ x, π.weight (x, y)) * f y := fun f => by
    rw [FiniteDistribution.mean_eq, Fintype.sum_prod_type, sum_comm]
    exact Fintype.sum_congr fun y => by rw [sum_mul]
  constructor
  · intro h
    constructor
    · intro x
      have k := h.mean_fst (f := fun x' => if x = x' then 1 else 0) trivial
      rw [fst fun x' => if x = x' then 1 else 0, FiniteDistribution.mean_eq] at k
      simp only [mul_ite, mul_one, mul_zero, Fintype.sum_ite_eq] at k
      exact k
    · intro y
      have k := h.mean_snd (f := fun y' => if y = y' then 1 else 0) trivial
      rw [snd fun y' => if y = y' then 1 else 0, FiniteDistribution.mean_eq] at k
      simp only [mul_ite, mul_one, mul_zero, Fintype.sum_ite_eq] at k
      exact k
  · intro ⟨h₁, h₂⟩
    exact ⟨fun _ => trivial, fun {f} _ => by
      rw [fst, FiniteDistribution.mean_eq]
      exact Fintype.sum_congr fun x => by rw [h₁], fun _ => trivial, fun {f} _ => by
      rw [snd, FiniteDistribution.mean_eq]
      exact Fintype.sum_congr fun y => by rw [h₂]⟩

/-- The product distribution is a coupling. -/
def independent (P : FiniteDistribution F X) (Q : FiniteDistribution F Y) :
    FiniteDistribution F (X × Y) where
  weight z := P.weight z.1 * Q.weight z.2
  weight_nonneg z := mul_nonneg (P.weight_nonneg z.1) (Q.weight_nonneg z.2)
  sum_weight := by
    rw [Fintype.sum_prod_type, ← sum_mul_sum, P.sum_weight, Q.sum_weight, mul_one]

theorem isCoupling_independent (P : FiniteDistribution F X) (Q : FiniteDistribution F Y) :
    IsCoupling (independent P Q).expectation P.expectation Q.expectation :=
  isCoupling_finite_iff.2 ⟨fun x => by
    show ∑ y, P.weight x * Q.weight y = P.weight x
    rw [← mul_sum, Q.sum_weight, mul_one], fun y => by
    show ∑ x, P.weight x * Q.weight y = Q.weight y
    rw [← sum_mul, P.sum_weight, one_mul]⟩

/-- On finite types every coupling is a table of weights: no other expectations take part in the
infimum. -/
theorem exists_finite {π : Expectation F (X × Y)}
    (h : IsCoupling π P.expectation Q.expectation) :
    ∃ ρ : FiniteDistribution F (X × Y), IsCoupling ρ.expectation P.expectation Q.expectation ∧
      ∀ f, π.IsRandom f ∧ π.mean f = ρ.expectation.mean f := by
  -- the indicator of a pair
  have r : ∀ w : X × Y, π.IsRandom fun z =>
      (if w.1 = z.1 then (1 : F) else 0) * if w.2 = z.2 then 1 else 0 := fun w =>
    π.isRandom_mul
      (h.isRandom_fst (f := fun x => if w.1 = x then 1 else 0) trivial)
      (h.isRandom_snd (f := fun y => if w.2 = y then 1 else 0) trivial)
  -- every function is a combination of them
  have comb : ∀ (f : X × Y → F) (z : X × Y), (∑ w, f w *
      ((if w.1 = z.1 then (1 : F) else 0) * if w.2 = z.2 then 1 else 0)) = f z := fun f z => by
    rw [Fintype.sum_eq_single z fun w hw => ?_]
    · rw [if_pos rfl, if_pos rfl, mul_one, mul_one]
    · by_cases h₁ : w.1 = z.1
      · rw [if_neg fun h₂ => hw (Prod.ext h₁ h₂), mul_zero, mul_zero]
      · rw [if_neg h₁, zero_mul, mul_zero]
  have mean : ∀ f : X × Y → F, π.IsRandom f ∧ π.mean f = ∑ w, (π.mean fun z =>
      (if w.1 = z.1 then (1 : F) else 0) * if w.2 = z.2 then 1 else 0) * f w := fun f => by
    refine ⟨Expectation.IsRandom.congr (Expectation.IsRandom.sum (s := univ) fun w _ =>
      Expectation.IsRandom.const_mul (f w) (r w)) (comb f), ?_⟩
    rw [← π.mean_congr (comb f), π.mean_sum fun w _ => Expectation.IsRandom.const_mul (f w) (r w)]
    exact Fintype.sum_congr fun w => by rw [π.mean_const_mul _ (r w), mul_comm]
  let ρ : FiniteDistribution F (X × Y) :=
    { weight := fun w => π.mean fun z =>
        (if w.1 = z.1 then (1 : F) else 0) * if w.2 = z.2 then 1 else 0
      weight_nonneg := fun w => π.mean_nonneg (r w) fun z =>
        mul_nonneg ite_one_zero_nonneg ite_one_zero_nonneg
      sum_weight := by
        have k := (mean fun _ => 1).2
        rw [π.mean_one] at k
        simp only [mul_one] at k
        exact k.symm }
  have e : ∀ f, π.mean f = ρ.expectation.mean f := fun f => (mean f).2
  exact ⟨ρ, ⟨fun _ => trivial, fun k => (e _).symm.trans (h.mean_fst k), fun _ => trivial,
    fun k => (e _).symm.trans (h.mean_snd k)⟩, fun f => ⟨(mean f).1, e f⟩⟩

end Finite

/-- Definition 12.14: between finite distributions the distance exists, for every cost without
negative values. -/
theorem exists_isW1 [Fintype X] [Fintype Y] (P : FiniteDistribution Real X)
    (Q : FiniteDistribution Real Y) {d : X → Y → Real} (hd : ∀ x y, 0 ≤ d x y) :
    ∃ w, IsW1 d P.expectation Q.expectation w ∧ 0 ≤ w := by
  obtain ⟨w, h⟩ := Real.exists_isGLB (S := IsCost d P.expectation Q.expectation)
    ⟨_, _, isCoupling_independent P Q, trivial, rfl⟩
    ⟨0, fun c ⟨π, _, r, e⟩ => e ▸ π.mean_nonneg r fun z => hd z.1 z.2⟩
  exact ⟨w, h, IsW1.nonneg h hd⟩

end Transport

/-! ## Point masses -/

/-- The point mass at `a`: every function is a random variable and has the mean `f a`. -/
def Expectation.dirac (F : Type u) {X : Type v} [LinearOrderedField F] (a : X) :
    Expectation F X where
  IsRandom _ := True
  mean f := f a
  isRandom_const _ := trivial
  isRandom_add _ _ := trivial
  isRandom_mul _ _ := trivial
  mean_one := rfl
  mean_add _ _ := rfl
  mean_const_mul _ _ _ := rfl
  mean_nonneg _ h := h a

namespace Transport
open Expectation
variable {F : Type u} {X : Type v} [LinearOrderedField F]

/-- Point masses (chapter 14): the pair of the points is a coupling. -/
theorem isCoupling_dirac (a b : X) : IsCoupling (dirac F (a, b)) (dirac F a) (dirac F b) :=
  ⟨fun _ => trivial, fun _ => rfl, fun _ => trivial, fun _ => rfl⟩

/-- Point masses (chapter 14): for a distance with the triangle inequality the least cost between
the point masses at `a` and `b` is `d a b`. -/
theorem isLeast_dirac {d : X → X → F} (symm : ∀ x y, d x y = d y x) (self : ∀ x, d x x = 0)
    (triangle : ∀ x y z, d x z ≤ d x y + d y z) (a b : X) :
    IsLeast (IsCost d (dirac F a) (dirac F b)) (d a b) := by
  refine (kr_certificate (f := fun x => d x b) (isCoupling_dirac a b) trivial (fun x y => ?_)
    trivial trivial ?_).1
  · show |d x b - d y b| ≤ d x y
    have h₁ := triangle x y b
    have h₂ := triangle y x b
    rw [symm y x] at h₂
    exact abs_le_of_le_of_neg_le (by linarith) (by linarith)
  · show d a b - d b b = d a b
    rw [self, sub_zero]

/-- Point masses (chapter 14) on the line: the least cost between the points `0` and `t` is `|t|`.
-/
theorem isLeast_dirac_line (t : F) :
    IsLeast (IsCost (fun x y => |x - y|) (dirac F 0) (dirac F t)) |t| := by
  have h := isLeast_dirac (d := fun x y : F => |x - y|) (fun x y => abs_sub_comm x y)
    (fun x => by rw [sub_self, abs_zero])
    (fun x y z => by
      have := abs_add_le (x - y) (y - z)
      rwa [sub_add_sub_cancel] at this) 0 t
  rwa [zero_sub, abs_neg] at h

/-- The law of the part of a finite partition of `X` in which a random point lies. -/
def partLaw (P : Expectation F X) {n : Nat} (κ : X → Fin n) (k : Fin n) : F :=
  P.prob fun x => κ x = k

theorem partLaw_dirac (a : X) {n : Nat} (κ : X → Fin n) :
    partLaw (dirac F a) κ = Information.point (κ a) := funext fun k => by
  show (if κ a = k then (1 : F) else 0) = if k = κ a then 1 else 0
  by_cases h : κ a = k
  · rw [if_pos h, if_pos h.symm]
  · rw [if_neg h, if_neg fun e => h e.symm]

/-- The greatest value over finite partitions of a divergence that is `0` between equal and `v ≥ 0`
between different points. -/
theorem isGreatest_partLaw_dirac [DecidableEq X] {D : {n : Nat} → (Fin n → F) → (Fin n → F) → F}
    {v : F} (hv : 0 ≤ v) (hD : ∀ {n : Nat} (i j : Fin n),
      D (Information.point i) (Information.point j) = if i = j then 0 else v) (a b : X) :
    IsGreatest (fun c => ∃ (n : Nat) (κ : X → Fin n),
      D (partLaw (dirac F a) κ) (partLaw (dirac F b) κ) = c) (if a = b then 0 else v) := by
  simp only [partLaw_dirac, hD]
  refine ⟨⟨2, fun x => if x = a then 0 else 1, ?_⟩, fun c ⟨n, κ, e⟩ => ?_⟩
  · by_cases h : a = b
    · rw [if_pos h, h, if_pos rfl]
    · rw [if_neg h, if_neg]
      intro e
      have k : (if a = a then (0 : Fin 2) else 1) = if b = a then 0 else 1 := e
      rw [if_pos rfl, if_neg fun e => h e.symm] at k
      exact absurd k (by decide)
  · rw [← e]
    by_cases h : a = b
    · rw [if_pos h, h, if_pos rfl]
    · rw [if_neg h]
      by_cases k : κ a = κ b
      · rw [if_pos k]
        exact hv
      · rw [if_neg k]

open Information in
/-- Point masses (chapter 14): on the line the 1-Wasserstein distance of the points `0` and `t` is
`|t|`; the Jensen-Shannon divergence and the total variation, as greatest values over finite
partitions of the line, are `log 2` and `1` if `t ≠ 0`, and `0` if `t = 0`. -/
theorem point_masses (t : Real) :
    IsW1 (fun x y => |x - y|) (dirac Real 0) (dirac Real t) |t| ∧
      IsGreatest (fun c => ∃ (n : Nat) (κ : Real → Fin n),
        jsDiv (partLaw (dirac Real 0) κ) (partLaw (dirac Real t) κ) = c)
          (if t = 0 then 0 else Real.log 2) ∧
      IsGreatest (fun c => ∃ (n : Nat) (κ : Real → Fin n),
        tvDist (partLaw (dirac Real 0) κ) (partLaw (dirac Real t) κ) = c)
          (if t = 0 then 0 else 1) := by
  have e : ∀ v : Real, (if t = 0 then 0 else v) = if (0 : Real) = t then 0 else v := fun v => by
    by_cases h : t = 0
    · rw [if_pos h, if_pos h.symm]
    · rw [if_neg h, if_neg fun k => h k.symm]
  rw [e, e]
  exact ⟨isW1_of_isLeast (isLeast_dirac_line t),
    isGreatest_partLaw_dirac (D := fun p q => jsDiv p q) (Real.log_nonneg one_lt_two.le)
      (fun i j => jsDiv_point i j) 0 t,
    isGreatest_partLaw_dirac (D := fun p q => tvDist p q) zero_le_one
      (fun i j => tvDist_point i j) 0 t⟩

/-! ## Witness and control -/

/-- A fair coin. -/
def coin : FiniteDistribution Rat Bool := FiniteDistribution.uniform Rat Bool (h := ⟨true⟩)

/-- The discrete distance: one between different values. -/
def discrete (a b : Bool) : Rat := if a = b then 0 else 1

/-- Half of the coin's weight stays, half is moved. -/
def coinToTrue : FiniteDistribution Rat (Bool × Bool) where
  weight z := if z.2 = true then 1 / 2 else 0
  weight_nonneg := by decide +kernel
  sum_weight := by decide +kernel

theorem isCoupling_coinToTrue : IsCoupling coinToTrue.expectation coin.expectation
    (FiniteDistribution.point Rat true).expectation :=
  isCoupling_finite_iff.2 ⟨by decide +kernel, by decide +kernel⟩

/-- The infimum can be found without duality: the cost of moving a fair coin to a constant one is at
least the probability of the other side. -/
theorem isW1_witness : IsW1 discrete coin.expectation
    (FiniteDistribution.point Rat true).expectation (1 / 2) := by
  refine isW1_of_isLeast ⟨⟨_, isCoupling_coinToTrue, trivial, by decide +kernel⟩,
    fun c ⟨π, h, r, e⟩ => ?_⟩
  have r₁ := h.isRandom_fst (f := fun b => if b = false then 1 else 0) trivial
  have r₂ := h.isRandom_snd (f := fun b => if b = false then 1 else 0) trivial
  have k := π.mean_mono (Expectation.IsRandom.sub r₁ r₂) r fun ⟨a, b⟩ => by
    revert a b
    decide +kernel
  rw [π.mean_sub r₁ r₂, h.mean_fst (f := fun b => if b = false then 1 else 0) trivial,
    h.mean_snd (f := fun b => if b = false then 1 else 0) trivial, e] at k
  refine le_trans (le_of_eq ?_) k
  decide +kernel

/-- The hypotheses of weak duality and of its certificate can hold: a fair coin, a constant one, and
a critic that reaches the cost one half. -/
theorem kr_certificate_witness : ∃ (P Q : Expectation Rat Bool) (π : Expectation Rat (Bool × Bool))
    (f : Bool → Rat), IsCoupling π P Q ∧ (π.IsRandom fun z => discrete z.1 z.2) ∧
      IsLipschitz discrete f ∧ P.IsRandom f ∧ Q.IsRandom f ∧
        P.mean f - Q.mean f = (π.mean fun z => discrete z.1 z.2) ∧
          (π.mean fun z => discrete z.1 z.2) = 1 / 2 :=
  ⟨coin.expectation, (FiniteDistribution.point Rat true).expectation, coinToTrue.expectation,
    fun b => if b = true then 0 else 1, isCoupling_coinToTrue, trivial,
    by unfold IsLipschitz; decide +kernel, trivial, trivial, by decide +kernel, by decide +kernel⟩

/-- Weak duality fails for a critic with the Lipschitz constant two. -/
theorem kr_weak_needs_lipschitz : ∃ f : Bool → Rat, (∀ x y, |f x - f y| ≤ 2 * discrete x y) ∧
    ¬coin.expectation.mean f - (FiniteDistribution.point Rat true).expectation.mean f ≤
      coinToTrue.expectation.mean fun z => discrete z.1 z.2 :=
  ⟨fun b => if b = true then 0 else 2, by decide +kernel, by decide +kernel⟩

/-- Weak duality fails for a table that has only the first marginal: nothing is moved. -/
theorem kr_weak_needs_marginals : ∃ (π : FiniteDistribution Rat (Bool × Bool)) (f : Bool → Rat),
    (∀ x, ∑ y, π.weight (x, y) = coin.weight x) ∧ IsLipschitz discrete f ∧
      ¬coin.expectation.mean f - (FiniteDistribution.point Rat true).expectation.mean f ≤
        π.expectation.mean fun z => discrete z.1 z.2 :=
  ⟨{ weight := fun z => if z.1 = z.2 then 1 / 2 else 0
     weight_nonneg := by decide +kernel
     sum_weight := by decide +kernel }, fun b => if b = true then 0 else 1, by decide +kernel,
    by unfold IsLipschitz; decide +kernel, by decide +kernel⟩

end Transport
