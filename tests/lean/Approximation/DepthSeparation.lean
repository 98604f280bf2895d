prelude
import DeepTheory.Approximation
/-! # Sawtooth functions, tent maps and networks as a user meets them -/
set_option autoImplicit false

-- The absolute value is the sum of two units, and has two pieces.
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

-- No affine function follows it: at five of the nine points it is far.
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
