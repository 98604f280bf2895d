prelude
import DeepTheory.Algebra.Order.Bounds
import DeepTheory.Algebra.Fin.Basic
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Real.EuclideanNorm
/-! # Linear attacks and dual norms

The most harmful perturbation within a budget, for a score that is linear or made linear at the
input, and the distance of a point from the boundary of a linear classifier.

Book items: Proposition 12.4 (the dual-norm first-order attack), the shift of a linear score under
`ℓ∞` perturbations, the robust radius of a linear classifier (chapter 12).

## Main definitions

* `Robust.IsDualNorm N M`: `M g` is the greatest value of `⟨g, δ⟩` over `N δ ≤ 1`,
* `Robust.sgn`: the sign, `1`, `0` or `-1`.

## Main statements

* `Robust.IsDualNorm.isGreatest_attack`: `max ⟨g, δ⟩ = ε ‖g‖_*` over `‖δ‖ ≤ ε`,
* `Robust.isDualNorm_supNorm`, `Robust.isDualNorm_l1Norm`, `Robust.isDualNorm_l2Norm`: the dual
  norms of `ℓ∞`, `ℓ₁`, `ℓ₂`; the perturbations that attain the value are in
  `Robust.signAttack_spec`, `Robust.coordinateAttack_spec`, `Robust.euclideanAttack_spec`,
* `Robust.IsDualNorm.isGreatest_shift`: the largest shift of a linear score,
* `Robust.IsDualNorm.sgn_eq_of_lt`, `Robust.IsDualNorm.exists_boundary`: the robust radius.

## Notes

`ℓ∞` and `ℓ₁` over any ordered field, `ℓ₂` over the real numbers. Proposition 12.4 is about the
gradient of a differentiable loss; only its value, a vector `g`, enters.
-/
set_option autoImplicit false
universe u v
open Finset

namespace Robust
variable {ι : Type u} {K : Type v} [LinearOrderedField K] [Fintype ι]

/-- Proposition 12.4 (the dual norm): `M g` is the greatest value of `⟨g, δ⟩` over all `δ` of norm
at most one. -/
def IsDualNorm (N M : (ι → K) → K) : Prop :=
  ∀ g, IsGreatest (fun c => ∃ δ, N δ ≤ 1 ∧ g ⬝ᵥ δ = c) (M g)

namespace IsDualNorm
variable {N M : (ι → K) → K}

/-- Hölder's inequality. -/
theorem dotProduct_le (h : IsDualNorm N M) (hN : IsNorm N) (g δ : ι → K) :
    g ⬝ᵥ δ ≤ M g * N δ := by
  rcases lt_or_eq_of_le (hN.nonneg δ) with p | e
  · have k := (h g).le _ ⟨(N δ)⁻¹ • δ, by
      rw [hN.smul, abs_of_pos (inv_pos.2 p), inv_mul_cancel₀ p.ne'], rfl⟩
    rwa [dotProduct_smul, ← div_eq_inv_mul, div_le_iff₀ p] at k
  · rw [← e, mul_zero, hN.eq_zero e.symm, dotProduct_zero]

theorem nonneg (h : IsDualNorm N M) (hN : IsNorm N) (g : ι → K) : 0 ≤ M g :=
  (h g).le _ ⟨0, by rw [hN.zero]; exact zero_le_one, dotProduct_zero g⟩

theorem pos (h : IsDualNorm N M) (hN : IsNorm N) {g : ι → K} (hg : g ≠ 0) : 0 < M g := by
  refine lt_of_le_of_ne' (h.nonneg hN g) fun e => ?_
  have k := lt_of_lt_of_le (normSq_pos hg) (h.dotProduct_le hN g g)
  rw [e, zero_mul] at k
  exact lt_irrefl _ k

/-- The greatest value is attained on the unit sphere. -/
theorem exists_eq (h : IsDualNorm N M) (hN : IsNorm N) {g : ι → K} (hg : g ≠ 0) :
    ∃ δ, N δ = 1 ∧ g ⬝ᵥ δ = M g := by
  obtain ⟨δ, h₁, h₂⟩ := (h g).mem
  refine ⟨δ, le_antisymm h₁ ?_, h₂⟩
  have k := h.dotProduct_le hN g δ
  rw [h₂] at k
  exact le_of_mul_le_mul_left (by rwa [mul_one]) (h.pos hN hg)

/-- Proposition 12.4 (dual-norm attack): over the perturbations of norm at most `ε ≥ 0` the greatest
value of `⟨g, δ⟩` is `ε ‖g‖_*`. -/
theorem isGreatest_attack (h : IsDualNorm N M) (hN : IsNorm N) (g : ι → K) {ε : K} (hε : 0 ≤ ε) :
    IsGreatest (fun c => ∃ δ, N δ ≤ ε ∧ g ⬝ᵥ δ = c) (ε * M g) := by
  obtain ⟨δ, h₁, h₂⟩ := (h g).mem
  refine ⟨⟨ε • δ, ?_, by rw [dotProduct_smul, h₂]⟩, fun c ⟨δ, k, e⟩ => ?_⟩
  · rw [hN.smul, abs_of_nonneg hε]
    exact mul_le_of_le_one_right hε h₁
  · rw [← e, mul_comm]
    exact le_trans (h.dotProduct_le hN g δ) (mul_le_mul_of_nonneg_left k (h.nonneg hN g))

/-- The dual norm is the only function with this value. -/
theorem unique {M' : (ι → K) → K} (h : IsDualNorm N M) (k : IsDualNorm N M') : M = M' :=
  funext fun g => (h g).unique (k g)

end IsDualNorm

/-! ## The attacks for the three norms -/

/-- The sign: `1`, `0` or `-1`. -/
def sgn (t : K) : K := if 0 < t then 1 else if t < 0 then -1 else 0

theorem sgn_of_pos {t : K} (h : 0 < t) : sgn t = 1 := if_pos h
theorem sgn_of_neg {t : K} (h : t < 0) : sgn t = -1 := by
  rw [sgn, if_neg (lt_asymm h), if_pos h]
@[simp] theorem sgn_zero : sgn (0 : K) = 0 := by
  rw [sgn, if_neg (lt_irrefl 0), if_neg (lt_irrefl 0)]
theorem mul_sgn (t : K) : t * sgn t = |t| := by
  rcases lt_trichotomy t 0 with h | rfl | h
  · rw [sgn_of_neg h, abs_of_neg h, mul_neg, mul_one]
  · rw [sgn_zero, mul_zero, abs_zero]
  · rw [sgn_of_pos h, abs_of_pos h, mul_one]
theorem abs_sgn_le (t : K) : |sgn t| ≤ 1 := by
  rcases lt_trichotomy t 0 with h | rfl | h
  · rw [sgn_of_neg h, abs_neg, abs_one]
  · rw [sgn_zero, abs_zero]; exact zero_le_one
  · rw [sgn_of_pos h, abs_one]

/-- Hölder's inequality for `ℓ₁` and `ℓ∞`. -/
theorem dotProduct_le_l1Norm_mul (g δ : ι → K) : g ⬝ᵥ δ ≤ l1Norm g * supNorm δ := by
  rw [l1Norm, sum_mul]
  refine sum_le_sum fun i _ => le_trans (le_abs_self _) ?_
  rw [abs_mul]
  exact mul_le_mul_of_nonneg_left (abs_le_supNorm δ i) (abs_nonneg _)

/-- Proposition 12.4, `ℓ∞`: the perturbation `ε sgn(g)` is within the budget and has the value
`ε ‖g‖₁`. -/
theorem signAttack_spec (g : ι → K) {ε : K} (hε : 0 ≤ ε) :
    supNorm (fun i => ε * sgn (g i)) ≤ ε ∧ (g ⬝ᵥ fun i => ε * sgn (g i)) = ε * l1Norm g := by
  refine ⟨(supNorm_le_iff hε).2 fun i => ?_, ?_⟩
  · rw [abs_mul, abs_of_nonneg hε]
    exact mul_le_of_le_one_right hε (abs_sgn_le _)
  · rw [l1Norm, mul_sum]
    exact Fintype.sum_congr fun i => by rw [mul_left_comm, mul_sgn]

/-- Proposition 12.4, `ℓ∞`: the dual norm of `ℓ∞` is `ℓ₁`. -/
theorem isDualNorm_supNorm : IsDualNorm (ι := ι) (K := K) supNorm l1Norm := fun g => by
  obtain ⟨h₁, h₂⟩ := signAttack_spec g (zero_le_one (R := K))
  rw [one_mul] at h₂
  exact ⟨⟨_, h₁, h₂⟩, fun c ⟨δ, k, e⟩ => e ▸ le_trans (dotProduct_le_l1Norm_mul g δ)
    (mul_le_of_le_one_right ((isNorm_l1Norm).nonneg g) k)⟩

/-- Proposition 12.4, `ℓ₁`: the perturbation of one coordinate `i` with the largest `|g i|` by
`ε sgn(g i)` is within the budget and has the value `ε ‖g‖∞`. -/
theorem coordinateAttack_spec (g : ι → K) {ε : K} (hε : 0 ≤ ε) {i : ι} (hi : |g i| = supNorm g) :
    l1Norm (fun j => if i = j then ε * sgn (g j) else 0) ≤ ε ∧
      (g ⬝ᵥ fun j => if i = j then ε * sgn (g j) else 0) = ε * supNorm g := by
  constructor
  · rw [l1Norm, Fintype.sum_congr fun j => show |if i = j then ε * sgn (g j) else 0| =
      if i = j then |ε * sgn (g j)| else 0 by
        by_cases e : i = j
        · rw [if_pos e, if_pos e]
        · rw [if_neg e, if_neg e, abs_zero], Fintype.sum_ite_eq, abs_mul, abs_of_nonneg hε]
    exact mul_le_of_le_one_right hε (abs_sgn_le _)
  · rw [dotProduct, Fintype.sum_congr fun j => show g j * (if i = j then ε * sgn (g j) else 0) =
      if i = j then ε * |g j| else 0 by
        by_cases e : i = j
        · rw [if_pos e, if_pos e, mul_left_comm, mul_sgn]
        · rw [if_neg e, if_neg e, mul_zero], Fintype.sum_ite_eq, hi]

/-- Proposition 12.4, `ℓ₁`: the dual norm of `ℓ₁` is `ℓ∞`. -/
theorem isDualNorm_l1Norm : IsDualNorm (ι := ι) (K := K) l1Norm supNorm := fun g => by
  refine ⟨?_, fun c ⟨δ, k, e⟩ => ?_⟩
  · rcases Classical.em (Nonempty ι) with ne | empty
    · obtain ⟨i, hi⟩ := exists_abs_eq_supNorm g
      have k := coordinateAttack_spec g (zero_le_one (R := K)) hi
      rw [one_mul (supNorm g)] at k
      exact ⟨_, k⟩
    · have z : ∀ v : ι → K, v = 0 := fun v => funext fun i => absurd ⟨i⟩ empty
      refine ⟨0, by rw [isNorm_l1Norm.zero]; exact zero_le_one, ?_⟩
      rw [z g, dotProduct_zero, isNorm_supNorm.zero]
  · rw [← e, dotProduct_comm]
    refine le_trans (dotProduct_le_l1Norm_mul δ g) ?_
    rw [mul_comm]
    exact mul_le_of_le_one_right (supNorm_nonneg g) k

/-- Proposition 12.4, `ℓ₂`: the perturbation `ε g / ‖g‖₂` is within the budget and has the value
`ε ‖g‖₂`. -/
theorem euclideanAttack_spec {g : ι → Real} (hg : g ≠ 0) {ε : Real} (hε : 0 ≤ ε) :
    Real.l2Norm ((ε / Real.l2Norm g) • g) ≤ ε ∧
      g ⬝ᵥ ((ε / Real.l2Norm g) • g) = ε * Real.l2Norm g := by
  have p := Real.isNorm_l2Norm.pos hg
  constructor
  · rw [Real.l2Norm_smul, abs_of_nonneg (div_nonneg hε p.le), div_mul_cancel₀ _ p.ne']
  · rw [dotProduct_smul, show g ⬝ᵥ g = Real.l2Norm g ^ 2 from (Real.l2Norm_sq g).symm, sq,
      ← mul_assoc, div_mul_cancel₀ _ p.ne']

/-- Proposition 12.4, `ℓ₂`: the Euclidean norm is its own dual norm. -/
theorem isDualNorm_l2Norm : IsDualNorm (ι := ι) Real.l2Norm Real.l2Norm := fun g => by
  refine ⟨?_, fun c ⟨δ, k, e⟩ => e ▸ le_trans (Real.dotProduct_le_l2Norm_mul g δ)
    (mul_le_of_le_one_right (Real.l2Norm_nonneg g) k)⟩
  rcases Classical.em (g = 0) with rfl | hg
  · exact ⟨0, by rw [Real.isNorm_l2Norm.zero]; exact zero_le_one, by
      rw [dotProduct_zero, Real.isNorm_l2Norm.zero]⟩
  · have k := euclideanAttack_spec hg (zero_le_one (R := Real))
    rw [one_mul (Real.l2Norm g)] at k
    exact ⟨_, k⟩

/-! ## The shift of a linear score -/

/-- Accumulation over coordinates (chapter 12), for any norm: the greatest shift of the linear score
`⟨w, x⟩` under perturbations of norm at most `ε` is `ε ‖w‖_*`. -/
theorem IsDualNorm.isGreatest_shift {N M : (ι → K) → K} (h : IsDualNorm N M) (hN : IsNorm N)
    (w x : ι → K) {ε : K} (hε : 0 ≤ ε) :
    IsGreatest (fun c => ∃ δ, N δ ≤ ε ∧ |w ⬝ᵥ (x + δ) - w ⬝ᵥ x| = c) (ε * M w) := by
  have g := h.isGreatest_attack hN w hε
  have e : ∀ δ, w ⬝ᵥ (x + δ) - w ⬝ᵥ x = w ⬝ᵥ δ := fun δ => by
    rw [dotProduct_add, add_sub_cancel_left]
  constructor
  · obtain ⟨δ, h₁, h₂⟩ := g.mem
    exact ⟨δ, h₁, by rw [e, h₂, abs_of_nonneg (mul_nonneg hε (h.nonneg hN w))]⟩
  · intro c ⟨δ, h₁, h₂⟩
    rw [← h₂, e]
    refine abs_le_of_le_of_neg_le (g.le _ ⟨δ, h₁, rfl⟩) (g.le _ ⟨-δ, ?_, dotProduct_neg w δ⟩)
    rwa [hN.neg]

/-- Accumulation over coordinates (chapter 12): weights `1` and `-1` have `ℓ₁` norm `d`. -/
theorem l1Norm_eq_card {w : ι → K} (hw : ∀ i, |w i| = 1) : l1Norm w = Fintype.card ι := by
  rw [l1Norm, Fintype.sum_congr hw]
  exact (sum_const _ _).trans (mul_one _)

/-- Accumulation over coordinates (chapter 12): weights `1` and `-1` have `ℓ₂` norm `√d`. -/
theorem l2Norm_eq_sqrt_card {w : ι → Real} (hw : ∀ i, |w i| = 1) :
    Real.l2Norm w = Real.sqrt (Fintype.card ι) := by
  rw [Real.l2Norm, normSq_eq_sum, Fintype.sum_congr fun i => show w i ^ 2 = 1 by
    rw [← sq_abs, hw, one_pow]]
  exact congrArg Real.sqrt ((sum_const _ _).trans (mul_one _))

/-! ## The robust radius of a linear classifier -/

/-- Robust radius (chapter 12): the label `sgn (⟨w, x⟩ + b)` stays the same under perturbations of
norm less than `|⟨w, x⟩ + b| / ‖w‖_*`. -/
theorem IsDualNorm.sgn_eq_of_lt {N M : (ι → K) → K} (h : IsDualNorm N M) (hN : IsNorm N)
    {w : ι → K} (hw : w ≠ 0) (b : K) (x δ : ι → K) (hδ : N δ < |w ⬝ᵥ x + b| / M w) :
    sgn (w ⬝ᵥ (x + δ) + b) = sgn (w ⬝ᵥ x + b) := by
  rw [lt_div_iff₀ (h.pos hN hw), mul_comm] at hδ
  have k₁ := h.dotProduct_le hN w δ
  have k₂ := h.dotProduct_le hN w (-δ)
  rw [hN.neg, dotProduct_neg] at k₂
  rw [dotProduct_add]
  rcases lt_trichotomy (w ⬝ᵥ x + b) 0 with s | s | s
  · rw [abs_of_neg s] at hδ
    rw [sgn_of_neg s, sgn_of_neg (by linarith)]
  · rw [s, abs_zero] at hδ
    exact absurd hδ (not_lt_of_ge (mul_nonneg (h.nonneg hN w) (hN.nonneg δ)))
  · rw [abs_of_pos s] at hδ
    rw [sgn_of_pos s, sgn_of_pos (by linarith)]

/-- Robust radius (chapter 12): at the distance `|⟨w, x⟩ + b| / ‖w‖_*` there is a point of the
boundary. -/
theorem IsDualNorm.exists_boundary {N M : (ι → K) → K} (h : IsDualNorm N M) (hN : IsNorm N)
    {w : ι → K} (hw : w ≠ 0) (b : K) (x : ι → K) :
    ∃ δ, N δ = |w ⬝ᵥ x + b| / M w ∧ w ⬝ᵥ (x + δ) + b = 0 := by
  obtain ⟨u, h₁, h₂⟩ := h.exists_eq hN hw
  have p := h.pos hN hw
  refine ⟨(-(w ⬝ᵥ x + b) / M w) • u, ?_, ?_⟩
  · rw [hN.smul, h₁, mul_one, abs_div, abs_neg, abs_of_pos p]
  · rw [dotProduct_add, dotProduct_smul, h₂, div_mul_cancel₀ _ p.ne']
    ring

/-! ## Witness and controls -/

/-- The hypotheses can hold, with an attack whose value is not zero: two coordinates. -/
theorem attack_witness : ∃ (N M : (Fin 2 → Rat) → Rat) (g : Fin 2 → Rat) (ε : Rat),
    IsNorm N ∧ IsDualNorm N M ∧ g ≠ 0 ∧ 0 ≤ ε ∧ ε * M g = 6 :=
  ⟨supNorm, l1Norm, fun i => if i = 0 then 1 else -2, 2, isNorm_supNorm, isDualNorm_supNorm,
    fun h => by
      have k := congrFun h 0
      exact absurd k (by decide +kernel),
    by decide +kernel, by decide +kernel⟩

/-- `IsDualNorm.isGreatest_attack` fails for a negative budget: no perturbation has norm `-1`. -/
theorem isGreatest_attack_needs_nonneg : ∃ (g : Fin 1 → Rat) (ε : Rat),
    ¬IsGreatest (fun c => ∃ δ, supNorm δ ≤ ε ∧ g ⬝ᵥ δ = c) (ε * l1Norm g) :=
  ⟨fun _ => 1, -1, fun h => by
    obtain ⟨δ, k, -⟩ := h.mem
    exact absurd (le_trans (supNorm_nonneg δ) k) (by decide +kernel)⟩

/-- `IsDualNorm.isGreatest_shift` fails for a negative budget too. -/
theorem isGreatest_shift_needs_nonneg : ∃ (w x : Fin 1 → Rat) (ε : Rat),
    ¬IsGreatest (fun c => ∃ δ, supNorm δ ≤ ε ∧ |w ⬝ᵥ (x + δ) - w ⬝ᵥ x| = c) (ε * l1Norm w) :=
  ⟨fun _ => 1, fun _ => 0, -1, fun h => by
    obtain ⟨δ, k, -⟩ := h.mem
    exact absurd (le_trans (supNorm_nonneg δ) k) (by decide +kernel)⟩

/-- The shift of a score that is not linear can be larger than for its gradient: `x²` at `1`, with
the gradient `2`, changes by `3` under a perturbation of size one. -/
theorem isGreatest_shift_needs_linear : ∃ (f : (Fin 1 → Rat) → Rat) (w x : Fin 1 → Rat),
    (∀ δ, f (x + δ) = f x + w ⬝ᵥ δ + δ 0 ^ 2) ∧
      ∃ δ, supNorm δ ≤ 1 ∧ ¬|f (x + δ) - f x| ≤ 1 * l1Norm w := by
  refine ⟨fun x => x 0 ^ 2, fun _ => 2, fun _ => 1, fun δ => ?_, fun _ => 1, by decide +kernel,
    by decide +kernel⟩
  show (1 + δ 0) ^ 2 = 1 ^ 2 + (∑ i : Fin 1, 2 * δ i) + δ 0 ^ 2
  rw [Fin.sum_univ_succ, Fin.sum_univ_zero]
  ring

/-- `IsDualNorm.exists_boundary` fails for `w = 0`: a constant score has no boundary. -/
theorem exists_boundary_needs_ne_zero : ∃ (w : Fin 1 → Rat) (b : Rat) (x : Fin 1 → Rat),
    ¬∃ δ, supNorm δ = |w ⬝ᵥ x + b| / l1Norm w ∧ w ⬝ᵥ (x + δ) + b = 0 :=
  ⟨0, 1, 0, fun ⟨δ, _, h⟩ => by
    rw [zero_dotProduct, zero_add] at h
    exact one_ne_zero h⟩

end Robust
