prelude
import DeepTheory.Generalization.VCComputation
import DeepTheory.Generalization.VCDimension
import DeepTheory.Algebra.Nat.Choose
import DeepTheory.Algebra.Rat.Basic
/-! # The kernel evaluates growth functions and VC dimensions of small classes -/
set_option autoImplicit false

namespace VC

/-! ## Decidable classes on finite types, through the general definitions -/

/-- Half-lines on five points. -/
abbrev Half (h : Fin 5 → Bool) : Prop := ∃ a : Fin 6, ∀ x, h x = true ↔ a.val ≤ x.val

/-- Intervals on four points. -/
abbrev Inter (h : Fin 4 → Bool) : Prop :=
  ∃ a b : Fin 4, ∀ x, h x = true ↔ a.val ≤ x.val ∧ x.val ≤ b.val ∧ a.val ≤ b.val

/-- Intervals, also empty ones. -/
abbrev Inter₀ (h : Fin 4 → Bool) : Prop := Inter h ∨ ∀ x, h x = false

theorem half_vcDim : IsVCDim Half 1 := by decide +kernel
theorem half_growth : IsGrowth Half 3 4 := by decide +kernel
theorem half_growth_five : IsGrowth Half 5 6 := by decide +kernel
/-- With more points than there are, the growth function does not grow. -/
theorem half_growth_nine : IsGrowth Half 9 6 := by decide +kernel
theorem half_not : ¬Shatters Half [1, 3] := by decide +kernel
theorem half_one : Shatters Half [3] := by decide +kernel
theorem inter_vcDim : IsVCDim Inter₀ 2 := by decide +kernel
theorem inter_growth : IsGrowth Inter₀ 4 11 := by decide +kernel
/-- The bound of the Sauer-Shelah lemma is attained by intervals. -/
theorem inter_sauer : IsGrowth Inter₀ 4 (∑ i < 3, Nat.choose 4 i) := by decide +kernel
theorem inter_not : ¬VCDimLE Inter₀ 1 := by decide +kernel
/-- The empty interval is not needed when there are points outside. -/
theorem inter_nonempty : IsVCDim Inter 2 := by decide +kernel
/-- The empty class has no VC dimension. -/
theorem empty_none : ¬IsVCDim (fun _ : Fin 2 → Bool => False) 0 := by decide +kernel
theorem empty_le : VCDimLE (fun _ : Fin 2 → Bool => False) 0 := by decide +kernel
theorem empty_growth : IsGrowth (fun _ : Fin 2 → Bool => False) 2 0 := by decide +kernel
theorem all_vcDim : IsVCDim (fun _ : Fin 3 → Bool => True) 3 := by decide +kernel
theorem all_growth : IsGrowth (fun _ : Fin 3 → Bool => True) 2 4 := by decide +kernel

/-! ## Classes given as lists of functions -/

/-- A class of tables: the `i`-th entry is the value at `i`. -/
def ofTables (n : Nat) (L : List (List Bool)) : List (Fin n → Bool) :=
  L.map fun p i => p.getD i.val false

theorem table_dim : vcDim (ofTables 3 [[true, true, false], [true, false, true],
    [false, true, true], [false, false, false]]) (List.finRange 3) = 2 := by decide +kernel

/-- The Sauer-Shelah lemma for each of the 256 classes on three points. -/
theorem all_classes : (sublists (masks 3)).all (fun L =>
    let C := ofTables 3 L
    let k := vcDim C (List.finRange 3)
    [0, 1, 2, 3].all fun N => Nat.ble (growth C (List.finRange 3) N) (∑ i < k + 1, N.choose i)) =
      true := by decide +kernel

/-- With the sum to `k - 1` it fails for some of them. -/
theorem all_classes_sharp : (sublists (masks 3)).all (fun L =>
    let C := ofTables 3 L
    let k := vcDim C (List.finRange 3)
    Nat.ble (growth C (List.finRange 3) 3) (∑ i < k, Nat.choose 3 i)) = false := by decide +kernel

/-- Pajor's count, for each of the 256 classes on three points: at least as many shattered sets as
members. -/
theorem pajor : (sublists (masks 3)).all (fun L =>
    let C := ofTables 3 L
    Nat.ble L.length ((sublists (List.finRange 3)).filter fun T =>
      decide (patternCount T C = 2 ^ T.length)).length) = true := by decide +kernel

/-- The digits of the numbers below 16 shatter four points. -/
theorem digits : Shatters (fun h : Fin 4 → Bool => ∃ a : Fin 16, ∀ i, h i = true ↔
    a.val / 2 ^ i.val % 2 = 1) [0, 1, 2, 3] := by decide +kernel

/-! ## The general theorems on infinite sets of points -/

theorem rat_interval : IsVCDim (Interval (X := Rat)) 2 :=
  isVCDim_interval (show (0 : Rat) < 1 by decide)

theorem rat_threshold_growth (N : Nat) : GrowthLE (Threshold (X := Rat)) N (N + 1) := by
  have h := growthLE_of_vcDimLE (vcDimLE_threshold (X := Rat)) N
  rwa [Finset.sum_range_succ, Finset.sum_range_one, Nat.choose_zero_right, Nat.choose_one_right,
    Nat.add_comm] at h

end VC
