prelude
import DeepTheory.Algebra.Matrix
import DeepTheory.Algebra.Tactic.Linarith
/-! # Norms of vectors

## Main definitions

* `IsNorm N`: the function `N` of vectors over an ordered field is a norm,
* `l1Norm v`: the sum of the absolute values of the entries,
* `supNorm v`: the largest absolute value of an entry.

## Main statements

* `isNorm_l1Norm`, `isNorm_supNorm`,
* `supNorm_le_iff`, `exists_abs_eq_supNorm`: the largest entry.

## Notes

Both norms compute. The Euclidean norm needs square roots: `Real.l2Norm`.
-/
set_option autoImplicit false
universe u v
open Finset

variable {ι : Type u} {K : Type v} [LinearOrderedField K]

/-- `N` is a norm on the vectors with entries indexed by `ι`. -/
structure IsNorm (N : (ι → K) → K) : Prop where
  /-- only the zero vector has norm zero -/
  eq_zero : ∀ {v : ι → K}, N v = 0 → v = 0
  /-- factors can be taken out -/
  smul : ∀ (c : K) (v : ι → K), N (c • v) = |c| * N v
  /-- the triangle inequality -/
  add_le : ∀ v w : ι → K, N (v + w) ≤ N v + N w

namespace IsNorm
variable {N : (ι → K) → K} {v : ι → K}

theorem zero (h : IsNorm N) : N 0 = 0 := by
  have k := h.smul 0 0
  rwa [abs_zero, zero_mul, show (0 : K) • (0 : ι → K) = 0 from
    funext fun _ => zero_mul (0 : K)] at k
theorem neg (h : IsNorm N) (v : ι → K) : N (-v) = N v := by
  have k := h.smul (-1) v
  rwa [abs_neg, abs_one, one_mul, show (-1 : K) • v = -v from
    funext fun i => neg_one_mul (v i)] at k
theorem nonneg (h : IsNorm N) (v : ι → K) : 0 ≤ N v := by
  have k := h.add_le v (-v)
  rw [add_neg_cancel, h.zero, h.neg] at k
  linarith
theorem pos (h : IsNorm N) (hv : v ≠ 0) : 0 < N v :=
  lt_of_le_of_ne' (h.nonneg v) fun e => hv (h.eq_zero e)

end IsNorm

variable [Fintype ι]

/-! ## The sum of the absolute values -/

/-- The norm `ℓ₁`: the sum of the absolute values of the entries. -/
def l1Norm (v : ι → K) : K := ∑ i, |v i|

theorem isNorm_l1Norm : IsNorm (l1Norm (ι := ι) (K := K)) where
  eq_zero h := funext fun i => abs_eq_zero.1
    ((sum_eq_zero_iff_of_nonneg fun _ _ => abs_nonneg _).1 h i (mem_univ i))
  smul c v := by
    rw [l1Norm, l1Norm, mul_sum]
    exact Fintype.sum_congr fun i => abs_mul c (v i)
  add_le v w := by
    rw [l1Norm, l1Norm, l1Norm, ← sum_add_distrib]
    exact sum_le_sum fun i _ => abs_add_le (v i) (w i)

/-! ## The largest absolute value -/

/-- The largest absolute value of an entry with index in `s`; zero without entries. -/
def supNormOn (s : Finset ι) (v : ι → K) : K :=
  lift (fun l _ => l.foldr (fun i m => max |v i| m) 0)
    (fun _ _ hl hm h => List.foldr_eq_of_same_mem (f := fun i m => max |v i| m)
      (fun _ _ _ => by rw [← max_assoc, ← max_assoc, max_comm |v _| |v _|]) 0 hl hm h) s

/-- The norm `ℓ∞`: the largest absolute value of an entry; zero without entries. -/
def supNorm (v : ι → K) : K := supNormOn univ v

omit [Fintype ι] in
theorem supNormOn_nonneg (s : Finset ι) (v : ι → K) : 0 ≤ supNormOn s v := by
  induction s using Finset.ind with | h l hl
  show 0 ≤ l.foldr (fun i m => max |v i| m) 0
  clear hl
  induction l with
  | nil => exact le_rfl
  | cons a l ih => exact le_trans ih (le_max_right _ _)
omit [Fintype ι] in
theorem supNormOn_le_iff {s : Finset ι} {v : ι → K} {c : K} (hc : 0 ≤ c) :
    supNormOn s v ≤ c ↔ ∀ i, i ∈ s → |v i| ≤ c := by
  induction s using Finset.ind with | h l hl
  show l.foldr (fun i m => max |v i| m) 0 ≤ c ↔ ∀ i, i ∈ l → |v i| ≤ c
  clear hl
  induction l with
  | nil => exact ⟨fun _ i h => absurd h List.not_mem_nil, fun _ => hc⟩
  | cons a l ih =>
    exact max_le_iff.trans ⟨fun h i hi => (List.mem_cons.1 hi).elim (fun e => e ▸ h.1)
      (ih.1 h.2 i), fun h => ⟨h a List.mem_cons_self, ih.2 fun i hi =>
        h i (List.mem_cons_of_mem a hi)⟩⟩

theorem supNorm_nonneg (v : ι → K) : 0 ≤ supNorm v := supNormOn_nonneg univ v
/-- The largest absolute value is at most `c` if and only if all of them are. -/
theorem supNorm_le_iff {v : ι → K} {c : K} (hc : 0 ≤ c) : supNorm v ≤ c ↔ ∀ i, |v i| ≤ c :=
  (supNormOn_le_iff hc).trans ⟨fun k i => k i (mem_univ i), fun k i _ => k i⟩
theorem abs_le_supNorm (v : ι → K) (i : ι) : |v i| ≤ supNorm v :=
  (supNorm_le_iff (supNorm_nonneg v)).1 le_rfl i
/-- Some entry has the largest absolute value. -/
theorem exists_abs_eq_supNorm [h : Nonempty ι] (v : ι → K) : ∃ i, |v i| = supNorm v := by
  obtain ⟨j⟩ := h
  obtain ⟨i, -, hi⟩ := exists_max_image univ (fun i => |v i|) ⟨j, mem_univ j⟩
  exact ⟨i, le_antisymm (abs_le_supNorm v i)
    ((supNorm_le_iff (abs_nonneg _)).2 fun j => hi j (mem_univ j))⟩

theorem isNorm_supNorm : IsNorm (supNorm (ι := ι) (K := K)) where
  eq_zero {v} h := funext fun i =>
    abs_eq_zero.1 (le_antisymm (h ▸ abs_le_supNorm v i) (abs_nonneg (v i)))
  smul c v := by
    refine le_antisymm ((supNorm_le_iff (mul_nonneg (abs_nonneg c) (supNorm_nonneg v))).2
      fun i => ?_) ?_
    · rw [show (c • v) i = c * v i from rfl, abs_mul]
      exact mul_le_mul_of_nonneg_left (abs_le_supNorm v i) (abs_nonneg c)
    · rcases lt_or_eq_of_le (abs_nonneg c) with hc | hc
      · rw [mul_comm, ← le_div_iff₀ hc, supNorm_le_iff (div_nonneg (supNorm_nonneg _) hc.le)]
        intro i
        rw [le_div_iff₀ hc, mul_comm, ← abs_mul]
        exact abs_le_supNorm (c • v) i
      · rw [← hc, zero_mul]
        exact supNorm_nonneg _
  add_le v w := (supNorm_le_iff (add_nonneg (supNorm_nonneg v) (supNorm_nonneg w))).2 fun i =>
    le_trans (abs_add_le (v i) (w i)) (add_le_add (abs_le_supNorm v i) (abs_le_supNorm w i))
