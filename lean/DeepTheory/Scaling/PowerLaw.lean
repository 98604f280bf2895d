prelude
import DeepTheory.Scaling.BalancedAllocation
/-! # Power laws

What it means that the reducible loss is a power of the resource, and the law with one term for the
size and one for the data.

Book items: power laws are linear on log-log axes, the separable scaling law (chapter 17).

## Main definitions

* `PowerLaw.separableLoss L∞ A B α β N D`: the loss `L∞ + A N^(-α) + B D^(-β)`.

## Main statements

* `PowerLaw.log_eq`, `PowerLaw.forall_eq_iff_log`, `PowerLaw.exists_forall_eq_iff_ratio`: a power
  law, a line on log-log axes, and ratios that do not depend on where they are taken, are the same,
* `PowerLaw.slope_eq`: the slope between two points of one regime is `-α`,
* `PowerLaw.forall_separableLoss_le_iff`: Proposition 17.4 in terms of the separable law,
* `PowerLaw.separableLoss_lt_of_lt_size`, `PowerLaw.separableLoss_lt_of_lt_data`,
  `PowerLaw.separableLoss_near`: the separable law decreases, and for large sizes only
  `L∞ + B D^(-β)` is left.

## Notes

`f` stands for the reducible loss `L - L∞`. If a wrong floor is subtracted, the ratios depend on
where they are taken: `PowerLaw.ratio_needs_floor`.
-/
set_option autoImplicit false
universe u

namespace PowerLaw

/-! ## Natural exponents -/

/-- Power laws on log-log axes (chapter 17), ratio form with a natural exponent over any field: the
ratio does not depend on `N`. -/
theorem ratio_eq {F : Type u} [LinearOrderedField F] {A N k : F} (a : Nat) (hA : A ≠ 0)
    (hN : N ≠ 0) : A / (k * N) ^ a / (A / N ^ a) = 1 / k ^ a := by
  rw [mul_pow]
  by_cases hk : k ^ a = 0
  · rw [hk, zero_mul, div_zero, div_zero, zero_div]
  · have := pow_ne_zero a hN
    field

/-- The ratio form fails when the floor is wrong: with `f N = 1 / N + 1` the ratios of `f` from `1`
to `2` and from `2` to `4` differ. -/
theorem ratio_needs_floor : ∃ f : Rat → Rat, (∀ N, f N - 1 = 1 / N ^ 1) ∧ f 2 / f 1 ≠ f 4 / f 2 :=
  ⟨fun N => 1 / N ^ 1 + 1, fun _ => add_sub_cancel_right _ _, by decide +kernel⟩

open Real
variable {f : Real → Real} {A α N N' : Real}

/-! ## Log-log axes -/

/-- Power laws on log-log axes (chapter 17): if `L - L∞ = A N^(-α)` then
`log (L - L∞) = log A - α log N`. -/
theorem log_eq {L Linf : Real} (hA : 0 < A) (hN : 0 < N) (h : L - Linf = A * N ^ (-α)) :
    log (L - Linf) = log A - α * log N := by
  rw [h, log_mul hA.ne' (rpow_pos_of_pos hN _).ne', log_rpow hN]
  ring

/-- Power laws on log-log axes (chapter 17): a positive function is a power law if and only if its
graph on log-log axes is a line. -/
theorem forall_eq_iff_log (hA : 0 < A) (hf : ∀ N, 0 < N → 0 < f N) :
    (∀ N, 0 < N → f N = A * N ^ (-α)) ↔ ∀ N, 0 < N → log (f N) = log A - α * log N := by
  constructor
  · intro h N hN
    rw [← sub_zero (f N)]
    exact log_eq hA hN (by rw [sub_zero, h N hN])
  · intro h N hN
    have p := rpow_pos_of_pos hN (-α)
    refine log_injective_of_pos (hf N hN) (mul_pos hA p) ?_
    rw [h N hN, log_mul hA.ne' p.ne', log_rpow hN]
    ring

/-- Power laws on log-log axes (chapter 17), ratios: a positive function is a power law with
exponent `α` if and only if a `k` times larger resource always multiplies it by `k^(-α)`. -/
theorem exists_forall_eq_iff_ratio (hf : ∀ N, 0 < N → 0 < f N) :
    (∃ A, 0 < A ∧ ∀ N, 0 < N → f N = A * N ^ (-α)) ↔
      ∀ k N, 0 < k → 0 < N → f (k * N) / f N = k ^ (-α) := by
  constructor
  · intro ⟨A, hA, h⟩ k N hk hN
    have p := (rpow_pos_of_pos hN (-α)).ne'
    rw [h _ (mul_pos hk hN), h N hN, mul_rpow hk.le hN.le, div_eq_iff (mul_ne_zero hA.ne' p)]
    ring
  · intro h
    refine ⟨f 1, hf 1 one_pos, fun N hN => ?_⟩
    have k := h N 1 hN one_pos
    rw [mul_one, div_eq_iff (hf 1 one_pos).ne'] at k
    rw [k, mul_comm]

/-- Power laws on log-log axes (chapter 17), slopes: between two points of one regime the slope is
`-α`. So where the exponent changes, the slope changes. -/
theorem slope_eq (hA : 0 < A) (hN : 0 < N) (hN' : 0 < N') (hne : N' ≠ N)
    (h : f N = A * N ^ (-α)) (h' : f N' = A * N' ^ (-α)) :
    (log (f N') - log (f N)) / (log N' - log N) = -α := by
  have d : log N' - log N ≠ 0 := fun e =>
    hne (log_injective_of_pos hN' hN (sub_eq_zero.1 e))
  rw [h, h', log_mul hA.ne' (rpow_pos_of_pos hN _).ne', log_rpow hN,
    log_mul hA.ne' (rpow_pos_of_pos hN' _).ne', log_rpow hN', div_eq_iff d]
  ring

/-! ## The separable law -/

/-- The separable scaling law (chapter 17): a floor, a term for the size, and a term for the data.
-/
noncomputable def separableLoss (Linf A B α β N D : Real) : Real :=
  Linf + A * N ^ (-α) + B * D ^ (-β)

variable {Linf B β D D' C ε : Real}

/-- With a budget `C = N D` the reducible part is the loss of Proposition 17.4. -/
theorem separableLoss_eq (Linf A B α β C N : Real) :
    separableLoss Linf A B α β N (C / N) = Linf + Allocation.realLoss A B α β C N := by
  rw [separableLoss, Allocation.realLoss, add_assoc]

/-- Proposition 17.4 for the separable law: under the budget `C = N D` the only best size is
`N⋆ = (αA / βB) ^ (1 / (α + β)) * C ^ (β / (α + β))`. -/
theorem forall_separableLoss_le_iff (hA : 0 < A) (hB : 0 < B) (hα : 0 < α) (hβ : 0 < β)
    (hC : 0 < C) (hN : 0 < N) :
    (∀ N', 0 < N' → separableLoss Linf A B α β N (C / N) ≤
      separableLoss Linf A B α β N' (C / N')) ↔ N = Allocation.bestSize A B α β C := by
  rw [← Allocation.forall_realLoss_le_iff hA hB hα hβ hC hN]
  constructor <;> intro h N' hN' <;> have := h N' hN'
  · rw [separableLoss_eq, separableLoss_eq] at this
    linarith
  · rw [separableLoss_eq, separableLoss_eq]
    linarith

/-- The separable law is a line in the size on log-log axes, once the floor and the term of the data
are subtracted. -/
theorem log_separableLoss_sub (hA : 0 < A) (hN : 0 < N) :
    log (separableLoss Linf A B α β N D - (Linf + B * D ^ (-β))) = log A - α * log N :=
  log_eq hA hN (by rw [separableLoss]; ring)

theorem rpow_neg_lt (hα : 0 < α) (hN : 0 < N) (h : N < N') : N' ^ (-α) < N ^ (-α) := by
  have hN' := hN.trans h
  rw [rpow_neg hN'.le, rpow_neg hN.le, ← one_div, ← one_div]
  exact one_div_lt_one_div_of_lt (rpow_pos_of_pos hN α) (rpow_lt_rpow hN.le h hα)

/-- The separable law decreases with the size. -/
theorem separableLoss_lt_of_lt_size (hA : 0 < A) (hα : 0 < α) (hN : 0 < N) (h : N < N') :
    separableLoss Linf A B α β N' D < separableLoss Linf A B α β N D := by
  have := mul_lt_mul_of_pos_left (rpow_neg_lt hα hN h) hA
  rw [separableLoss, separableLoss]
  linarith

/-- The separable law decreases with the data. -/
theorem separableLoss_lt_of_lt_data (hB : 0 < B) (hβ : 0 < β) (hD : 0 < D) (h : D < D') :
    separableLoss Linf A B α β N D' < separableLoss Linf A B α β N D := by
  have := mul_lt_mul_of_pos_left (rpow_neg_lt hβ hD h) hB
  rw [separableLoss, separableLoss]
  linarith

/-- For large sizes only the floor and the term of the data are left. -/
theorem separableLoss_near (hA : 0 < A) (hα : 0 < α) (hε : 0 < ε) :
    ∃ N₀, 0 < N₀ ∧ ∀ N, N₀ < N →
      |separableLoss Linf A B α β N D - (Linf + B * D ^ (-β))| < ε := by
  have q := div_pos hA hε
  refine ⟨(A / ε) ^ (1 / α), rpow_pos_of_pos q _, fun N h => ?_⟩
  have p := rpow_pos_of_pos q (1 / α)
  have k := rpow_neg_lt hα p h
  have e : ((A / ε) ^ (1 / α)) ^ (-α) = ε / A := by
    rw [← rpow_mul q.le, show 1 / α * -α = -1 by
      rw [mul_neg, one_div, inv_mul_cancel₀ hα.ne'], rpow_neg q.le, rpow_one q.le, inv_div]
  rw [e, lt_div_iff₀ hA] at k
  rw [separableLoss, show Linf + A * N ^ (-α) + B * D ^ (-β) - (Linf + B * D ^ (-β)) =
    A * N ^ (-α) by ring, abs_of_pos (mul_pos hA (rpow_pos_of_pos (p.trans h) _)), mul_comm]
  exact k

/-- The hypotheses on the separable law can hold. -/
theorem separableLoss_witness : ∃ Linf A B α β N D : Real, 0 < A ∧ 0 < B ∧ 0 < α ∧ 0 < β ∧
    0 < N ∧ 0 < D ∧ separableLoss Linf A B α β N D = 3 :=
  ⟨1, 1, 1, 1, 1, 1, 1, one_pos, one_pos, one_pos, one_pos, one_pos, one_pos, by
    rw [separableLoss, one_rpow]
    ring⟩

/-- The separable law does not decrease if a constant is negative. -/
theorem separableLoss_needs_pos : ∃ Linf A B α β N N' D : Real, 0 < α ∧ 0 < N ∧ N < N' ∧
    ¬separableLoss Linf A B α β N' D < separableLoss Linf A B α β N D := by
  refine ⟨0, -1, 0, 1, 1, 1, 2, 1, one_pos, one_pos, one_lt_two, not_lt_of_ge ?_⟩
  have := rpow_neg_lt one_pos one_pos (one_lt_two (R := Real))
  rw [separableLoss, separableLoss]
  linarith

/-- Without the floor subtracted no line fits: the loss `1 + 1 / N` has no logarithm of the form
`log A - α log N`. -/
theorem log_needs_floor : ∃ (L : Real → Real) (Linf : Real), (∀ N, 0 < N → 0 < L N) ∧
    (∀ N, 0 < N → L N - Linf = 1 * N ^ (-1 : Real)) ∧
      ∀ A α : Real, 0 < A → ¬∀ N, 0 < N → log (L N) = log A - α * log N := by
  have pos : ∀ N : Real, 0 < N → 0 < 1 + 1 / N := fun N hN => add_pos one_pos (one_div_pos.2 hN)
  refine ⟨fun N => 1 + 1 / N, 1, pos, fun N hN => ?_, fun A α hA h => ?_⟩
  · rw [add_sub_cancel_left, rpow_neg hN.le, rpow_one hN.le, one_mul, one_div]
  · have r := (exists_forall_eq_iff_ratio (α := α) pos).1 ⟨A, hA, (forall_eq_iff_log hA pos).2 h⟩
    have r₁ := r 2 1 two_pos one_pos
    rw [← r 2 2 two_pos two_pos] at r₁
    have r₂ : (1 + 1 / (2 * 1)) / (1 + 1 / 1) = (1 + 1 / (2 * 2)) / (1 + 1 / (2 : Real)) := r₁
    rw [show (1 : Real) + 1 / (2 * 1) = 3 / 2 by ring, show (1 : Real) + 1 / 1 = 2 by ring,
      show (1 : Real) + 1 / (2 * 2) = 5 / 4 by ring, show (1 : Real) + 1 / 2 = 3 / 2 by ring,
      div_eq_div_iff two_ne_zero (by norm_num)] at r₂
    linarith

/-- The hypotheses of the power law can hold: `f N = 1 / N`. -/
theorem forall_eq_witness : ∃ f : Real → Real, (∀ N, 0 < N → 0 < f N) ∧
    ∀ N, 0 < N → f N = 1 * N ^ (-1 : Real) :=
  ⟨fun N => N ^ (-1 : Real), fun _ hN => rpow_pos_of_pos hN _, fun _ _ => (one_mul _).symm⟩

end PowerLaw
