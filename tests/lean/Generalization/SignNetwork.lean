prelude
import DeepTheory.Generalization.SignNetwork
import DeepTheory.Generalization.SetFamily
/-! # Halfspaces, sign networks and binomial sums: values, and theorems at the rational numbers -/
set_option autoImplicit false

namespace VC

theorem sgn_neg : sgn (-3 / 2 : Rat) = -1 := by decide +kernel
theorem sgn_zero : sgn (0 : Rat) = 1 := by decide +kernel
theorem parameters : signParameters 2 [3, 4, 1] = 9 + 16 + 5 := by decide
theorem bound : signGrowth 4 1 [2, 1] = 11 ^ 2 * 15 := by decide

theorem plane : IsVCDim (Halfspace (F := Rat) 2) 3 := isVCDim_halfspace 2
theorem point : IsVCDim (Halfspace (F := Rat) 0) 1 := isVCDim_halfspace 0

/-- Three given points of the plane. -/
theorem triangle : Shatters (Halfspace (F := Rat) 2)
    [fun _ => 0, Fin.cons 1 fun _ => 2, Fin.cons 3 fun _ => 1] :=
  shatters_halfspace_plane (by decide +kernel)

/-- Two hidden units in the plane: at most 56 points. -/
theorem small_network :
    VCDimLE (BinarySignNetwork (F := Rat) 2 [2, 1] rfl) 56 :=
  vcDimLE_signNetwork rfl (by decide)

/-- The same from the explicit bound `W (2 p + 4)` with `W = 9 ≤ 2 ^ 4`. -/
theorem small_network_log :
    VCDimLE (BinarySignNetwork (F := Rat) 2 [2, 1] rfl) (9 * 12) :=
  vcDimLE_signNetwork_log (p := 4) rfl (by decide) (by decide)

/-- The bound of one unit on the line, for five points: 1 + 5 + 10. -/
theorem one_unit : signGrowth 5 1 [1] = 16 := by decide

end VC

namespace Nat

theorem sum_ten : ∑ i < 3 + 1, choose 10 i = 176 := by decide
theorem closed_form : ((∑ i < 3 + 1, choose 10 i : Nat) : Rat) * (3 / 10) ^ 3 ≤
    (1 + 3 / 10) ^ 10 := by decide +kernel
/-- The closed form is not far from the truth: the bound is less than three times the sum. -/
theorem closed_form_close : ((1 : Rat) + 3 / 10) ^ 10 / (3 / 10) ^ 3 <
    3 * (∑ i < 3 + 1, choose 10 i : Nat) := by decide +kernel

end Nat

namespace Finset

/-- A trace of a family of sets is found by search. -/
theorem trace : ∃ u : Finset Nat, u ∈ ({{0, 1}, {1, 2}} : Finset (Finset Nat)) ∧
    {1, 2} ∩ u = {1} := by decide

end Finset
