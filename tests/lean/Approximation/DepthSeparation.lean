prelude
import DeepTheory.Approximation
/-! # Sawtooth functions, tent maps and networks as a user meets them -/
set_option autoImplicit false

-- The absolute value is the sum of two units; the sum rule allows three pieces.
example : IsSawtooth 3 (fun _ => True) fun x : Rat => relu x + relu (-x) :=
  isSawtooth_relu.add (isSawtooth_relu.comp (t := 1)
    ((isSawtooth_one_of_affine _ (-1) 0).congr fun x _ => by rw [add_zero, neg_mul, one_mul]))

-- The tent map, and its third iterate at the top of the second tooth.
example : tent (2 / 3 : Rat) = 2 / 3 := by decide +kernel
example : Nat.iterate tent 3 (3 / 8 : Rat) = 1 := by decide +kernel
example (x : Rat) (h₀ : 0 ≤ x) (h₁ : x ≤ 1) :
    Nat.iterate tent 3 x = 1 ↔ ∃ i : Nat, i < 4 ∧ x = (2 * i + 1) / 2 ^ 3 :=
  iterate_tent_eq_one_iff (k := 2) h₀ h₁

-- Eight pieces and not seven.
example : ¬IsSawtooth 7 (fun x : Rat => 0 ≤ x ∧ x ≤ 1) (Nat.iterate tent 3) := fun h =>
  absurd (isSawtooth_iterate_tent_iff.1 h) (by decide)

-- No affine function follows it: at four or more of the nine points it is far.
example (g : Rat → Rat) (h : IsSawtooth 1 (fun x => 0 ≤ x ∧ x ≤ 1) g) : 5 ≤ 1 +
    ((Finset.range 9).filter fun j : Nat =>
      1 / 2 ≤ |Nat.iterate tent 3 ((j : Rat) / 2 ^ 3) - g ((j : Rat) / 2 ^ 3)|).card :=
  h.le_card_far_from_tent 2

-- A network with one hidden unit, against the iterate of six modules.
example : ∃ J, HasIntegral (fun x => |Nat.iterate tent 6 x -
    (Network.layer (k := 1) (fun _ _ => 1) 0 (.affine (fun _ _ => 1) 0) : Network Real 1 1).eval
      relu (fun _ => x) 0|) J ∧ 1 / 16 ≤ J :=
  (telgarsky (L := 2) (Nat.le_refl 2)).2.2.2 _ (by decide) (by decide)

-- Two lines in the plane: at most four cells.
example (w : Fin 2 → Fin 2 → Rat) (b : Fin 2 → Rat) : VC.AtMost 4 (IsOpenCell w b) :=
  atMost_isOpenCell w b

-- Ten cells for an error of a tenth.
example : ∀ x : Rat, 0 ≤ x → x ≤ 1 →
    |x - (stepNetwork (fun x => x) 9).eval heaviside (fun _ => x) 0| ≤ 1 / 10 := fun x h₀ h₁ =>
  abs_sub_step_le (g := fun x => x) (ρ := 1) (fun x y _ _ _ _ => le_of_eq (one_mul _).symm)
    (by decide +kernel) (by decide +kernel) h₀ h₁

-- The definition of the integral gives the textbook's value: the integral of `x` is one half.
example : HasIntegral (fun x : Real => x) (1 / 2) := by
  intro ε hε
  obtain ⟨N, k⟩ := Real.hasLimit_div_nat 1 ε hε
  refine ⟨N + 1, fun n hn ξ hξ => ?_⟩
  obtain ⟨i, rfl⟩ : ∃ i, n = i + 1 := ⟨n - 1, by omega⟩
  have small : (1 : Real) / ((i : Real) + 1) - 0 < ε :=
    (abs_lt.1 (k i (Nat.le_of_succ_le_succ hn))).2
  have pos : (0 : Real) < ((i + 1 : Nat) : Real) := Nat.cast_pos.2 (Nat.zero_lt_succ i)
  have gauss : ∀ m : Nat, ∑ j < m, (j : Real) = (m : Real) * (m - 1) / 2 := by
    intro m
    induction m with
    | zero => rw [Finset.sum_range_zero, Nat.cast_zero, zero_mul, zero_div]
    | succ m ih =>
      rw [Finset.sum_range_succ, ih, Nat.cast_succ]
      ring
  have lower : ∑ j < i + 1, (j : Real) ≤ ∑ j < i + 1, ξ j * ((i + 1 : Nat) : Real) :=
    Finset.sum_le_sum fun j hj => (div_le_iff₀ pos).1 (hξ j (Finset.mem_range.1 hj)).1
  have upper : ∑ j < i + 1, ξ j * ((i + 1 : Nat) : Real) ≤ ∑ j < i + 1, ((j : Real) + 1) :=
    Finset.sum_le_sum fun j hj => (le_div_iff₀ pos).1 (hξ j (Finset.mem_range.1 hj)).2
  rw [Finset.sum_add_distrib, Finset.sum_const, Finset.card_range, mul_one] at upper
  rw [← Finset.sum_mul, gauss] at lower upper
  rw [riemannSum]
  show |(∑ j < i + 1, ξ j) / ((i + 1 : Nat) : Real) - 1 / 2| < ε
  generalize (∑ j < i + 1, ξ j) = S at lower upper ⊢
  rw [← Nat.cast_succ, sub_zero] at small
  generalize ((i + 1 : Nat) : Real) = n at pos small lower upper ⊢
  have a : S / n ≤ (n * (n - 1) / 2 + n) / n / n := by
    rw [le_div_iff₀ pos, div_mul_cancel₀ _ pos.ne', le_div_iff₀ pos]
    exact upper
  have b : n * (n - 1) / 2 / n / n ≤ S / n := by
    rw [le_div_iff₀ pos, div_mul_cancel₀ _ pos.ne', div_le_iff₀ pos]
    exact lower
  have e₁ : (n * (n - 1) / 2 + n) / n / n = 1 / 2 + 1 / n / 2 := by field
  have e₂ : n * (n - 1) / 2 / n / n = 1 / 2 - 1 / n / 2 := by field
  have : 0 < 1 / n := one_div_pos.2 pos
  exact abs_lt.2 ⟨by linarith, by linarith⟩

-- Jumps do no harm: a function with two pieces has an integral.
example : ∃ J, HasIntegral (fun x : Real => heaviside (x - 1 / 2)) J :=
  VariationLE.exists_hasIntegral (φ := fun x => heaviside (x - 1 / 2)) fun x y _ hxy _ => by
    show |heaviside (x - 1 / 2) - heaviside (y - 1 / 2)| ≤
      heaviside (y - 1 / 2) - heaviside (x - 1 / 2)
    rw [heaviside, heaviside]
    by_cases h : 0 ≤ x - 1 / 2
    · rw [if_pos h, if_pos (by linarith), sub_self, abs_zero]
    · rw [if_neg h]
      split
      · rw [zero_sub, abs_neg, abs_one, sub_zero]
      · rw [sub_self, abs_zero]
