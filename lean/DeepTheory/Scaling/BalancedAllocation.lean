prelude
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.Tactic.Field
import DeepTheory.Algebra.Tactic.NormNum
import DeepTheory.Real.Pow
/-! # Balanced allocation of a training budget

A budget `C = N D` is spent on model size `N` and data `D`. With the loss `A N⁻ᵃ + B D⁻ᵇ`, above its
limit, the best allocation is the one where both terms respond equally to their logarithmic
changes, `a A N⁻ᵃ = b B D⁻ᵇ`.

Book items: Proposition 17.4, marginal returns (chapter 17).

## Main definitions

* `Allocation.loss A B a b N D`: the reducible loss, with natural exponents, over any ordered field.
* `Allocation.realLoss`, `Allocation.bestSize`: the same with real exponents, and the book's `N⋆`.

## Main statements

* `Allocation.exchange_le`: moving the budget from one allocation to another with the same product
  costs at least the marginal amounts. No allocation is assumed to be the best.
* `Allocation.loss_add_le_of_balanced`, `Allocation.loss_le_of_balanced`,
  `Allocation.eq_of_loss_le`: a balanced allocation is the best, by a definite amount, and the only
  best one.
* `Allocation.forall_realLoss_le_iff`, `Allocation.balanced_iff`: Proposition 17.4 with real
  exponents: the unique best size is `(αA / βB) ^ (1 / (α + β)) * C ^ (β / (α + β))`.
* `Allocation.lt_bestSize_iff`, `Allocation.realLoss_lt_of_lt_of_le`: the sign of the difference of
  marginal returns tells whether the size is too small; then a larger one is better.
-/
set_option autoImplicit false
universe u

namespace Allocation

/-! ## Natural exponents -/

section Field
variable {F : Type u} [LinearOrderedField F]

/-- The reducible loss `L(N, D) - L_∞` of Proposition 17.4 with natural exponents. -/
def loss (A B : F) (a b : Nat) (N D : F) : F := A / N ^ a + B / D ^ b

/-- A power lies above its tangent at one. -/
theorem one_add_mul_sub_le_pow {t : F} (ht : 0 ≤ t) (n : Nat) : 1 + n * (t - 1) ≤ t ^ n := by
  have := one_add_mul_le_pow (a := t - 1) (by linarith) n
  rwa [show 1 + (t - 1) = t by ring] at this

variable {A B N D N' D' : F} {a b : Nat}

/-- The exchange inequality: moving the budget from `(N, D)` to `(N', D')` changes the loss by at
least the marginal returns of the two terms times the relative changes. -/
theorem exchange_le (hA : 0 ≤ A) (hB : 0 ≤ B) (hN : 0 < N) (hD : 0 < D) (hN' : 0 < N')
    (hD' : 0 < D') (hC : N' * D' = N * D) :
    loss A B a b N D + a * (A / N ^ a) * (N / N' - 1) + b * (B / D ^ b) * (N' / N - 1) ≤
      loss A B a b N' D' := by
  have e₁ : A / N' ^ a = A / N ^ a * (N / N') ^ a := by
    rw [div_pow, div_mul_div_cancel₀ (pow_ne_zero a hN.ne')]
  have e₂ : N' / N = D / D' := by
    rw [div_eq_div_iff hN.ne' hD'.ne', hC, mul_comm]
  have e₃ : B / D' ^ b = B / D ^ b * (N' / N) ^ b := by
    rw [e₂, div_pow, div_mul_div_cancel₀ (pow_ne_zero b hD.ne')]
  have u : 0 ≤ A / N ^ a := div_nonneg hA (pow_pos hN a).le
  have v : 0 ≤ B / D ^ b := div_nonneg hB (pow_pos hD b).le
  have h₁ := mul_le_mul_of_nonneg_left (one_add_mul_sub_le_pow (div_pos hN hN').le a) u
  have h₂ := mul_le_mul_of_nonneg_left (one_add_mul_sub_le_pow (div_pos hN' hN).le b) v
  rw [loss, loss, e₁, e₃]
  generalize A / N ^ a = u at *
  generalize B / D ^ b = v at *
  linarith

/-- Proposition 17.4 (how much is lost): if `(N, D)` is balanced, every other allocation of the same
budget costs more by at least `a A N⁻ᵃ` times `(N' - N)² / (N N')`. -/
theorem loss_add_le_of_balanced (hA : 0 ≤ A) (hB : 0 ≤ B) (hN : 0 < N) (hD : 0 < D) (hN' : 0 < N')
    (hD' : 0 < D') (hC : N' * D' = N * D) (h : a * (A / N ^ a) = b * (B / D ^ b)) :
    loss A B a b N D + a * (A / N ^ a) * ((N' - N) ^ 2 / (N * N')) ≤ loss A B a b N' D' := by
  have e : (N' - N) ^ 2 / (N * N') = (N / N' - 1) + (N' / N - 1) := by field
  have k := exchange_le (a := a) (b := b) hA hB hN hD hN' hD' hC
  rw [← h] at k
  rw [e]
  linarith

/-- Proposition 17.4 (balanced allocation): a balanced allocation has the smallest loss among those
with the same budget. -/
theorem loss_le_of_balanced (hA : 0 ≤ A) (hB : 0 ≤ B) (hN : 0 < N) (hD : 0 < D) (hN' : 0 < N')
    (hD' : 0 < D') (hC : N' * D' = N * D) (h : a * (A / N ^ a) = b * (B / D ^ b)) :
    loss A B a b N D ≤ loss A B a b N' D' := by
  have k := loss_add_le_of_balanced hA hB hN hD hN' hD' hC h
  have : 0 ≤ a * (A / N ^ a) * ((N' - N) ^ 2 / (N * N')) :=
    mul_nonneg (mul_nonneg (Nat.cast_nonneg a) (div_nonneg hA (pow_pos hN a).le))
      (div_nonneg (sq_nonneg _) (mul_pos hN hN').le)
  linarith

/-- Proposition 17.4 (uniqueness): no other allocation is as good. -/
theorem eq_of_loss_le (hA : 0 < A) (ha : a ≠ 0) (hB : 0 ≤ B) (hN : 0 < N) (hD : 0 < D)
    (hN' : 0 < N') (hD' : 0 < D') (hC : N' * D' = N * D) (h : a * (A / N ^ a) = b * (B / D ^ b))
    (l : loss A B a b N' D' ≤ loss A B a b N D) : N' = N ∧ D' = D := by
  have k := loss_add_le_of_balanced hA.le hB hN hD hN' hD' hC h
  have p : 0 < a * (A / N ^ a) :=
    mul_pos (Nat.cast_pos.2 (Nat.pos_of_ne_zero ha)) (div_pos hA (pow_pos hN a))
  have z : (N' - N) ^ 2 / (N * N') ≤ 0 := by
    refine le_of_not_gt fun q => ?_
    have := mul_pos p q
    linarith
  rw [div_le_iff₀ (mul_pos hN hN'), zero_mul] at z
  have e := sq_eq_zero_iff.1 (le_antisymm z (sq_nonneg _))
  have e' : N' = N := by linarith
  rw [e'] at hC
  exact ⟨e', mul_left_cancel₀ hN.ne' hC⟩

/-- An allocation is balanced exactly when `b B N^(a + b) = a A C^b`: this is the formula for `N⋆`
without roots. -/
theorem balanced_iff_pow (hN : 0 < N) (hD : 0 < D) :
    a * (A / N ^ a) = b * (B / D ^ b) ↔ b * B * N ^ (a + b) = a * A * (N * D) ^ b := by
  rw [← mul_div_assoc, ← mul_div_assoc, div_eq_div_iff (pow_pos hN a).ne' (pow_pos hD b).ne',
    mul_pow, pow_add]
  have p := (pow_pos hN b).ne'
  constructor
  · intro h
    have : N ^ b * (a * A * D ^ b) = N ^ b * (b * B * N ^ a) := by rw [h]
    rw [show b * B * (N ^ a * N ^ b) = N ^ b * (b * B * N ^ a) by ring, ← this]; ring
  · intro h
    refine mul_left_cancel₀ p ?_
    rw [show N ^ b * (b * B * N ^ a) = b * B * (N ^ a * N ^ b) by ring, h]; ring

/-- The hypotheses of `loss_le_of_balanced` can hold: `A = 2`, `B = 1`, exponents `1` and `2`, and
`N = 4`, `D = 2`. -/
theorem loss_le_of_balanced_witness :
    ((1 : Nat) : Rat) * (2 / 4 ^ 1) = ((2 : Nat) : Rat) * (1 / 2 ^ 2) := by decide +kernel

/-- The exponents of `N⋆` and `D⋆` cannot be exchanged: there the loss is larger. -/
theorem loss_needs_exponents : loss (2 : Rat) 1 1 2 4 2 < loss 2 1 1 2 2 4 := by decide +kernel

/-- The constants cannot be left out of `N⋆`: with `A = 4`, `B = 1` and exponents `1`, equal shares
`N = D` are worse than `N = 4 D`. -/
theorem loss_needs_ratio : loss (4 : Rat) 1 1 1 2 (1 / 2) < loss 4 1 1 1 1 1 := by decide +kernel

/-- To make the two terms of the loss equal is not the best allocation if the exponents differ. -/
theorem loss_le_of_balanced_needs_exponents : (1 : Rat) / 1 ^ 1 = 1 / 1 ^ 2 ∧
    (4 / 5 : Rat) * (5 / 4) = 1 * 1 ∧ loss (1 : Rat) 1 1 2 (4 / 5) (5 / 4) < loss 1 1 1 2 1 1 := by
  decide +kernel

/-- With negative constants a balanced allocation is the worst one. -/
theorem loss_le_of_balanced_needs_nonneg :
    ((1 : Nat) : Rat) * (-1 / 1 ^ 1) = ((1 : Nat) : Rat) * (-1 / 1 ^ 1) ∧
      loss (-1 : Rat) (-1) 1 1 2 (1 / 2) < loss (-1) (-1) 1 1 1 1 := by decide +kernel

end Field

/-! ## Real exponents -/

section Real
open Real
variable {A B α β C N : Real}

/-- The reducible loss of Proposition 17.4 as a function of the size, for the budget `C = N D`. -/
noncomputable def realLoss (A B α β C N : Real) : Real := A * N ^ (-α) + B * (C / N) ^ (-β)

/-- The best size of Proposition 17.4. -/
noncomputable def bestSize (A B α β C : Real) : Real :=
  (α * A / (β * B)) ^ (1 / (α + β)) * C ^ (β / (α + β))

theorem bestSize_pos (hA : 0 < A) (hB : 0 < B) (hα : 0 < α) (hβ : 0 < β) (hC : 0 < C) :
    0 < bestSize A B α β C :=
  mul_pos (rpow_pos_of_pos (div_pos (mul_pos hα hA) (mul_pos hβ hB)) _) (rpow_pos_of_pos hC _)

/-- Proposition 17.4 (balance): at the best size, and only there, the terms respond equally:
`α A N^(-α) = β B D^(-β)` with `D = C / N`. -/
theorem balanced_iff (hA : 0 < A) (hB : 0 < B) (hα : 0 < α) (hβ : 0 < β) (hC : 0 < C)
    (hN : 0 < N) :
    α * A * N ^ (-α) = β * B * (C / N) ^ (-β) ↔ N = bestSize A B α β C := by
  have hr : 0 < α * A / (β * B) := div_pos (mul_pos hα hA) (mul_pos hβ hB)
  have hs : α + β ≠ 0 := (add_pos hα hβ).ne'
  have hβB : β * B ≠ 0 := (mul_pos hβ hB).ne'
  -- both sides in logarithms
  have l₁ : α * A * N ^ (-α) = β * B * (C / N) ^ (-β) ↔
      log (α * A / (β * B)) = α * log N - β * log (C / N) := by
    have p : 0 < N ^ (-α) := rpow_pos_of_pos hN _
    have q : 0 < (C / N) ^ (-β) := rpow_pos_of_pos (div_pos hC hN) _
    rw [mul_comm (β * B), ← div_eq_div_iff hβB p.ne']
    have e : log ((C / N) ^ (-β) / N ^ (-α)) = α * log N - β * log (C / N) := by
      rw [log_div q.ne' p.ne', log_rpow (div_pos hC hN), log_rpow hN]; ring
    rw [← e]
    exact ⟨fun h => by rw [h], fun h => log_injective_of_pos hr (div_pos q p) h⟩
  have l₂ : N = bestSize A B α β C ↔
      log N = 1 / (α + β) * log (α * A / (β * B)) + β / (α + β) * log C := by
    have e : log (bestSize A B α β C) =
        1 / (α + β) * log (α * A / (β * B)) + β / (α + β) * log C := by
      rw [bestSize, log_mul (rpow_pos_of_pos hr _).ne' (rpow_pos_of_pos hC _).ne', log_rpow hr,
        log_rpow hC]
    rw [← e]
    exact ⟨fun h => by rw [← h], fun h =>
      log_injective_of_pos hN (bestSize_pos hA hB hα hβ hC) h⟩
  rw [l₁, l₂, log_div hC.ne' hN.ne']
  generalize log (α * A / (β * B)) = r
  generalize log C = c
  generalize log N = n
  have k : 1 / (α + β) * r + β / (α + β) * c = (r + β * c) / (α + β) := by
    rw [add_div, div_mul_eq_mul_div, div_mul_eq_mul_div, one_mul]
  rw [k, eq_div_iff hs]
  constructor <;> intro h <;> linarith

/-- The exchange inequality for real exponents: moving to another size changes the loss by more than
the marginal returns times the change of the logarithm of the size. -/
theorem realLoss_exchange_lt {N' : Real} (hA : 0 < A) (hB : 0 < B) (hα : 0 < α) (hβ : 0 < β)
    (hC : 0 < C) (hN : 0 < N) (hN' : 0 < N') (hne : N' ≠ N) :
    realLoss A B α β C N -
        (α * A * N ^ (-α) - β * B * (C / N) ^ (-β)) * (log N' - log N) <
      realLoss A B α β C N' := by
  -- the logarithm of the ratio of sizes
  have e : ∃ l, l = log N' - log N := ⟨_, rfl⟩
  obtain ⟨l, hl⟩ := e
  have l0 : l ≠ 0 := fun z => hne (log_injective_of_pos hN' hN (by linarith))
  have e₁ : N' ^ (-α) = N ^ (-α) * exp (-α * l) := by
    rw [rpow_def_of_pos hN', rpow_def_of_pos hN, ← exp_add, hl]
    exact congrArg exp (by ring)
  have e₂ : (C / N') ^ (-β) = (C / N) ^ (-β) * exp (β * l) := by
    rw [rpow_def_of_pos (div_pos hC hN'), rpow_def_of_pos (div_pos hC hN), ← exp_add, hl,
      log_div hC.ne' hN'.ne', log_div hC.ne' hN.ne']
    exact congrArg exp (by ring)
  rw [realLoss, realLoss, e₁, e₂]
  have p : 0 < A * N ^ (-α) := mul_pos hA (rpow_pos_of_pos hN _)
  have q : 0 < B * (C / N) ^ (-β) := mul_pos hB (rpow_pos_of_pos (div_pos hC hN) _)
  have h₁ := mul_lt_mul_of_pos_left
    (add_one_lt_exp (mul_ne_zero (neg_ne_zero.2 hα.ne') l0) : -α * l + 1 < exp (-α * l)) p
  have h₂ := mul_lt_mul_of_pos_left
    (add_one_lt_exp (mul_ne_zero hβ.ne' l0) : β * l + 1 < exp (β * l)) q
  rw [← hl]
  generalize N ^ (-α) = x at *
  generalize (C / N) ^ (-β) = y at *
  linarith

/-- Proposition 17.4 (exchange): from a balanced allocation, moving to any other size costs; the
inequality is strict. -/
theorem realLoss_lt_of_balanced {N' : Real} (hA : 0 < A) (hB : 0 < B) (hα : 0 < α)
    (hβ : 0 < β) (hC : 0 < C) (hN : 0 < N) (hN' : 0 < N')
    (h : α * A * N ^ (-α) = β * B * (C / N) ^ (-β)) (hne : N' ≠ N) :
    realLoss A B α β C N < realLoss A B α β C N' := by
  have k := realLoss_exchange_lt hA hB hα hβ hC hN hN' hne
  rwa [h, sub_self, zero_mul, sub_zero] at k

/-- Proposition 17.4 (compute-optimal allocation): for a budget `C` the unique size with the
smallest loss is `N⋆ = (αA / βB) ^ (1 / (α + β)) * C ^ (β / (α + β))`. -/
theorem forall_realLoss_le_iff (hA : 0 < A) (hB : 0 < B) (hα : 0 < α) (hβ : 0 < β) (hC : 0 < C)
    (hN : 0 < N) :
    (∀ N', 0 < N' → realLoss A B α β C N ≤ realLoss A B α β C N') ↔ N = bestSize A B α β C := by
  have p := bestSize_pos hA hB hα hβ hC
  have h := (balanced_iff hA hB hα hβ hC p).2 rfl
  constructor
  · intro k
    refine Classical.byContradiction fun ne => ?_
    exact not_le_of_gt (realLoss_lt_of_balanced hA hB hα hβ hC p hN h ne) (k _ p)
  · intro e N' hN'
    rw [e]
    rcases Classical.em (N' = bestSize A B α β C) with rfl | ne
    · exact le_rfl
    · exact (realLoss_lt_of_balanced hA hB hα hβ hC p hN' h ne).le

/-- Proposition 17.4 (data): the best amount of data is proportional to `C ^ (α / (α + β))`. -/
theorem div_bestSize (hA : 0 < A) (hB : 0 < B) (hα : 0 < α) (hβ : 0 < β) (hC : 0 < C) :
    C / bestSize A B α β C = (α * A / (β * B)) ^ (-(1 / (α + β))) * C ^ (α / (α + β)) := by
  have hr : 0 < α * A / (β * B) := div_pos (mul_pos hα hA) (mul_pos hβ hB)
  have hs : α + β ≠ 0 := (add_pos hα hβ).ne'
  have p := bestSize_pos hA hB hα hβ hC
  refine log_injective_of_pos (div_pos hC p)
    (mul_pos (rpow_pos_of_pos hr _) (rpow_pos_of_pos hC _)) ?_
  rw [log_div hC.ne' p.ne', bestSize, log_mul (rpow_pos_of_pos hr _).ne'
    (rpow_pos_of_pos hC _).ne', log_mul (rpow_pos_of_pos hr _).ne' (rpow_pos_of_pos hC _).ne',
    log_rpow hr, log_rpow hC, log_rpow hr, log_rpow hC]
  generalize log (α * A / (β * B)) = r
  generalize log C = c
  have e : α / (α + β) = 1 - β / (α + β) := by
    rw [one_sub_div hs, show α + β - β = α by ring]
  rw [e]
  ring

/-- Marginal returns (chapter 17): if the term of the size responds more, some larger size is
better; the size grows towards the best one. -/
theorem lt_bestSize_iff (hA : 0 < A) (hB : 0 < B) (hα : 0 < α) (hβ : 0 < β) (hC : 0 < C)
    (hN : 0 < N) :
    β * B * (C / N) ^ (-β) < α * A * N ^ (-α) ↔ N < bestSize A B α β C := by
  have p := bestSize_pos hA hB hα hβ hC
  have h := (balanced_iff hA hB hα hβ hC p).2 rfl
  -- the left term decreases and the right term increases with the size
  have mono : ∀ {x y : Real}, 0 < x → x < y → α * A * y ^ (-α) < α * A * x ^ (-α) ∧
      β * B * (C / x) ^ (-β) < β * B * (C / y) ^ (-β) := fun {x y} hx hxy => by
    have hy := hx.trans hxy
    refine ⟨mul_lt_mul_of_pos_left ?_ (mul_pos hα hA), mul_lt_mul_of_pos_left ?_ (mul_pos hβ hB)⟩
    · rw [rpow_def_of_pos hy, rpow_def_of_pos hx, exp_lt_exp]
      have := mul_lt_mul_of_pos_left (log_lt_log hx hxy) hα
      linarith
    · rw [rpow_def_of_pos (div_pos hC hy), rpow_def_of_pos (div_pos hC hx), exp_lt_exp,
        log_div hC.ne' hy.ne', log_div hC.ne' hx.ne']
      have := mul_lt_mul_of_pos_left (log_lt_log hx hxy) hβ
      linarith
  constructor
  · intro k
    refine lt_of_not_ge fun l => ?_
    rcases lt_or_eq_of_le l with l | e
    · have := mono p l
      linarith [this.1, this.2]
    · rw [← e] at k
      linarith
  · intro k
    have := mono hN k
    linarith [this.1, this.2]

/-- Marginal returns (chapter 17): below the best size, where the term of the size responds more,
every increase up to the best size lowers the loss. -/
theorem realLoss_lt_of_lt_of_le {N' : Real} (hA : 0 < A) (hB : 0 < B) (hα : 0 < α) (hβ : 0 < β)
    (hC : 0 < C) (hN : 0 < N) (h : N < N') (h' : N' ≤ bestSize A B α β C) :
    realLoss A B α β C N' < realLoss A B α β C N := by
  have hN' := hN.trans h
  have k := realLoss_exchange_lt hA hB hα hβ hC hN' hN h.ne
  have m : β * B * (C / N') ^ (-β) ≤ α * A * N' ^ (-α) := by
    rcases lt_or_eq_of_le h' with l | e
    · exact ((lt_bestSize_iff hA hB hα hβ hC hN').2 l).le
    · exact ge_of_eq ((balanced_iff hA hB hα hβ hC hN').2 e)
  have l := log_lt_log hN h
  have := mul_nonneg (sub_nonneg.2 m) (sub_nonneg.2 l.le)
  linarith

/-- The hypotheses of the real form can hold, and a best size exists. -/
theorem forall_realLoss_le_iff_witness : ∃ A B α β C N : Real,
    0 < A ∧ 0 < B ∧ 0 < α ∧ 0 < β ∧ α ≠ β ∧ 0 < C ∧ 0 < N ∧ N = bestSize A B α β C :=
  ⟨1, 1, 1, 2, 1, bestSize 1 1 1 2 1, one_pos, one_pos, one_pos, two_pos, fun h => by
    have : (1 : Real) < 2 := one_lt_two
    linarith, one_pos, bestSize_pos one_pos one_pos one_pos two_pos one_pos, rfl⟩

/-- With negative constants the size of Proposition 17.4 is not the best one. -/
theorem forall_realLoss_le_iff_needs_pos : ∃ A B α β C N : Real,
    0 < α ∧ 0 < β ∧ 0 < C ∧ 0 < N ∧ N = bestSize A B α β C ∧
      ¬∀ N', 0 < N' → realLoss A B α β C N ≤ realLoss A B α β C N' := by
  refine ⟨-1, -1, 1, 1, 1, 1, one_pos, one_pos, one_pos, one_pos, ?_, fun h => ?_⟩
  · rw [bestSize, div_self (show (1 : Real) * -1 ≠ 0 by norm_num), one_rpow, mul_one]
  · have k := h 2 two_pos
    rw [realLoss, realLoss, rpow_neg zero_le_two, rpow_one zero_le_two, div_self one_ne_zero,
      one_rpow, rpow_neg (one_div_nonneg.2 zero_le_two), rpow_one (one_div_nonneg.2 zero_le_two),
      one_div, inv_inv] at k
    have e : (2 : Real)⁻¹ = 1 / 2 := (one_div 2).symm
    rw [e] at k
    linarith

end Real
end Allocation
