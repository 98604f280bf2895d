prelude
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.Tactic.Field
import DeepTheory.Real.Order
/-! # Gradient descent-ascent in the bilinear game

In the game `min_x max_y x y` the gradient is `(y, x)`. Simultaneous steps of size `η`, down in `x`
and up in `y`, turn and move away from the only equilibrium, the origin.

Book items: gradient descent-ascent rotates outward (chapter 14, Figure 14.13).

## Main definitions

* `BilinearGame.step η z`: one simultaneous step; `BilinearGame.orbit η z t`: `t` steps.
* `BilinearGame.normSq z`: the squared norm.
* `BilinearGame.IsSaddle z`: neither player can improve.

## Main statements

* `BilinearGame.normSq_step`, `BilinearGame.normSq_orbit`: the squared norm is multiplied by exactly
  `1 + η ^ 2` in each step.
* `BilinearGame.cross_step`: the rotation.
* `BilinearGame.isSaddle_iff`: the origin is the only equilibrium.
* `BilinearGame.le_normSq_orbit`, `BilinearGame.exists_lt_normSq_orbit`: divergence.
* `BilinearGame.normSq_implicitStep`, `BilinearGame.normSq_extragradientStep`: methods that
  contract.
-/
set_option autoImplicit false
universe u

namespace BilinearGame

section Ring
variable {R : Type u} [CommRing R]

/-- The payoff, which the first player makes small and the second large. -/
def payoff (x y : R) : R := x * y

/-- The payoff has gradient `(y, x)`: it changes by these slopes, and a product of the changes. -/
theorem payoff_add (x y h k : R) : payoff (x + h) (y + k) = payoff x y + y * h + x * k + h * k := by
  rw [payoff, payoff]; ring

/-- One simultaneous step: descent in `x`, ascent in `y`. -/
def step (η : R) (z : R × R) : R × R := (z.1 - η * z.2, z.2 + η * z.1)

/-- The point after `t` steps. -/
def orbit (η : R) (z : R × R) : Nat → R × R
  | 0 => z
  | t + 1 => step η (orbit η z t)

/-- The squared norm. -/
def normSq (z : R × R) : R := z.1 ^ 2 + z.2 ^ 2

/-- Bilinear game (chapter 14): each step multiplies the squared norm by exactly `1 + η ^ 2`. -/
theorem normSq_step (η : R) (z : R × R) : normSq (step η z) = (1 + η ^ 2) * normSq z := by
  show (z.1 - η * z.2) ^ 2 + (z.2 + η * z.1) ^ 2 = (1 + η ^ 2) * (z.1 ^ 2 + z.2 ^ 2)
  ring

/-- Bilinear game (chapter 14): the squared norm after `t` steps. -/
theorem normSq_orbit (η : R) (z : R × R) (t : Nat) :
    normSq (orbit η z t) = (1 + η ^ 2) ^ t * normSq z := by
  induction t with
  | zero => rw [orbit, pow_zero, one_mul]
  | succ t ih => rw [orbit, normSq_step, ih, pow_succ]; ring

/-- Bilinear game (chapter 14), rotation: the point turns by the same signed area each time, in
proportion to its squared norm. -/
theorem cross_step (η : R) (z : R × R) :
    z.1 * (step η z).2 - z.2 * (step η z).1 = η * normSq z := by
  show z.1 * (z.2 + η * z.1) - z.2 * (z.1 - η * z.2) = η * (z.1 ^ 2 + z.2 ^ 2)
  ring

/-- Moving with the flow `(-y, x)` does not change the squared norm to first order: this is its
derivative. -/
theorem flow_conserves (x y : R) : 2 * x * -y + 2 * y * x = 0 := by ring

/-- A step that uses the gradient at the new point: `z'` is the new point. -/
def IsImplicitStep (η : R) (z z' : R × R) : Prop := z' = (z.1 - η * z'.2, z.2 + η * z'.1)

/-- An implicit step divides the squared norm by `1 + η ^ 2`. -/
theorem normSq_implicitStep {η : R} {z z' : R × R} (h : IsImplicitStep η z z') :
    (1 + η ^ 2) * normSq z' = normSq z := by
  have h₁ : z.1 = z'.1 + η * z'.2 := by
    have : z'.1 = z.1 - η * z'.2 := congrArg Prod.fst h
    rw [this]; ring
  have h₂ : z.2 = z'.2 - η * z'.1 := by
    have : z'.2 = z.2 + η * z'.1 := congrArg Prod.snd h
    rw [this]; ring
  rw [normSq, normSq, h₁, h₂]; ring

/-- A step that uses the gradient at the point where a simultaneous step would end. -/
def extragradientStep (η : R) (z : R × R) : R × R :=
  (z.1 - η * (step η z).2, z.2 + η * (step η z).1)

/-- An extragradient step multiplies the squared norm by `1 - η ^ 2 + η ^ 4`. -/
theorem normSq_extragradientStep (η : R) (z : R × R) :
    normSq (extragradientStep η z) = (1 - η ^ 2 + η ^ 4) * normSq z := by
  show (z.1 - η * (z.2 + η * z.1)) ^ 2 + (z.2 + η * (z.1 - η * z.2)) ^ 2 =
    (1 - η ^ 2 + η ^ 4) * (z.1 ^ 2 + z.2 ^ 2)
  ring

end Ring

section Order
variable {F : Type u} [LinearOrderedField F] {η : F} {z : F × F}

theorem normSq_nonneg (z : F × F) : 0 ≤ normSq z := add_nonneg (sq_nonneg _) (sq_nonneg _)

theorem normSq_eq_zero_iff : normSq z = 0 ↔ z = (0, 0) := by
  constructor
  · intro h
    rw [normSq] at h
    have h₁ := sq_nonneg z.1
    have h₂ := sq_nonneg z.2
    have e₁ : z.1 ^ 2 = 0 := by linarith
    have e₂ : z.2 ^ 2 = 0 := by linarith
    exact Prod.ext (sq_eq_zero_iff.1 e₁) (sq_eq_zero_iff.1 e₂)
  · intro h
    rw [h]
    show (0 : F) ^ 2 + 0 ^ 2 = 0
    ring

/-- An equilibrium of the game: `x` is best against `y`, and `y` against `x`. -/
def IsSaddle (z : F × F) : Prop :=
  (∀ y, payoff z.1 y ≤ payoff z.1 z.2) ∧ ∀ x, payoff z.1 z.2 ≤ payoff x z.2

/-- Bilinear game (chapter 14): the origin is the only equilibrium. -/
theorem isSaddle_iff : IsSaddle z ↔ z = (0, 0) := by
  constructor
  · intro ⟨h, k⟩
    have h₁ := h (z.2 + z.1)
    have k₁ := k (z.1 - z.2)
    rw [payoff, payoff] at h₁ k₁
    have s₁ := sq_nonneg z.1
    have s₂ := sq_nonneg z.2
    refine normSq_eq_zero_iff.1 ?_
    rw [normSq]
    nlinarith
  · intro h
    rw [h]
    exact ⟨fun y => by rw [payoff, payoff, zero_mul, zero_mul],
      fun x => by rw [payoff, payoff, mul_zero, mul_zero]⟩

/-- Each step moves away from the equilibrium, whatever the step size. -/
theorem normSq_lt_normSq_step (hη : η ≠ 0) (hz : z ≠ (0, 0)) : normSq z < normSq (step η z) := by
  rw [normSq_step]
  have p : 0 < normSq z :=
    lt_of_le_of_ne (normSq_nonneg z) fun e => hz (normSq_eq_zero_iff.1 e.symm)
  have := mul_pos (sq_pos_of_ne_zero hη) p
  linarith

/-- The squared norm grows at least linearly. -/
theorem le_normSq_orbit (η : F) (z : F × F) (t : Nat) :
    (1 + t * η ^ 2) * normSq z ≤ normSq (orbit η z t) := by
  rw [normSq_orbit]
  have := sq_nonneg η
  exact mul_le_mul_of_nonneg_right (one_add_mul_le_pow (by linarith) t) (normSq_nonneg z)

/-- Bilinear game (chapter 14), divergence: for every step size `η ≠ 0` and every start except the
equilibrium, the squared norm passes every bound, in every Archimedean ordered field. -/
theorem exists_lt_normSq_orbit (arch : ∀ a : F, ∃ n : Nat, a < n) (hη : η ≠ 0) (hz : z ≠ (0, 0))
    (M : F) : ∃ t₀ : Nat, ∀ t, t₀ ≤ t → M < normSq (orbit η z t) := by
  have p : 0 < normSq z :=
    lt_of_le_of_ne (normSq_nonneg z) fun e => hz (normSq_eq_zero_iff.1 e.symm)
  have q : 0 < η ^ 2 * normSq z := mul_pos (sq_pos_of_ne_zero hη) p
  obtain ⟨t₀, h⟩ := arch (M / (η ^ 2 * normSq z))
  refine ⟨t₀, fun t ht => lt_of_lt_of_le ?_ (le_normSq_orbit η z t)⟩
  rw [div_lt_iff₀ q] at h
  have := mul_le_mul_of_nonneg_right (Nat.cast_le_of_le (R := F) ht) q.le
  linarith

/-- Bilinear game (chapter 14), divergence over the real numbers. -/
theorem exists_lt_normSq_orbit_real {η : Real} {z : Real × Real} (hη : η ≠ 0) (hz : z ≠ (0, 0))
    (M : Real) : ∃ t₀ : Nat, ∀ t, t₀ ≤ t → M < normSq (orbit η z t) :=
  exists_lt_normSq_orbit Real.exists_nat_gt hη hz M

/-- The hypotheses of `exists_lt_normSq_orbit` can hold. -/
theorem exists_lt_normSq_orbit_witness : (∀ a : Rat, ∃ n : Nat, a < n) ∧ (1 / 10 : Rat) ≠ 0 ∧
    ((1, 0) : Rat × Rat) ≠ (0, 0) :=
  ⟨Rat.exists_nat_gt, by decide +kernel, fun h => absurd (congrArg Prod.fst h) (by decide +kernel)⟩

/-- Steps of size zero do not diverge. -/
theorem exists_lt_normSq_orbit_needs_step (z : F × F) (t : Nat) :
    normSq (orbit 0 z t) = normSq z := by
  rw [normSq_orbit, show (1 : F) + 0 ^ 2 = 1 by ring, one_pow, one_mul]

/-- The equilibrium itself does not move. -/
theorem exists_lt_normSq_orbit_needs_start (η : F) (t : Nat) :
    normSq (orbit η (0, 0) t) = 0 := by
  rw [normSq_orbit, normSq_eq_zero_iff.2 rfl, mul_zero]

/-- The factor is not `1 - η ^ 2`: small steps do not help. -/
theorem normSq_step_ne (hη : η ≠ 0) (hz : z ≠ (0, 0)) :
    normSq (step η z) ≠ (1 - η ^ 2) * normSq z := by
  intro h
  have := normSq_lt_normSq_step hη hz
  have := mul_nonneg (sq_nonneg η) (normSq_nonneg z)
  linarith

end Order
end BilinearGame
