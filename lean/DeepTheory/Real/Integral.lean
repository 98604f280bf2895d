prelude
import DeepTheory.Algebra.BigOperators.Order
import DeepTheory.Algebra.Tactic
import DeepTheory.Real.Complete
/-! # The Riemann integral

The integral of a function over the unit interval, as the limit of its Riemann sums.

## Main definitions

* `riemannSum h n ξ`: the Riemann sum of `h` over `n` equal parts of `[0, 1]` with the tags `ξ`.
* `HasIntegral h I`: the Riemann integral of `h` over `[0, 1]` is `I`.
* `VariationLE h φ`: the function `h` has bounded variation, and `φ` bounds it.

## Main statements

* `HasIntegral.unique`: there is at most one integral.
* `VariationLE.exists_hasIntegral`, `exists_hasIntegral_of_lipschitz`: over the real numbers a
  function of bounded variation has an integral, and so a Lipschitz function has one.

## Notes

The parts are equal. This is no restriction: a function whose sums over equal parts tend to `I` for
all tags is bounded, and its upper and lower sums over equal parts tend to `I`.
-/
set_option autoImplicit false
universe u v

open Finset

section Field
variable {K : Type u} [LinearOrderedField K]

/-- The Riemann sum of `h` over `n` equal parts of `[0, 1]` with the tags `ξ`. -/
def riemannSum (h : K → K) (n : Nat) (ξ : Nat → K) : K := (∑ j < n, h (ξ j)) / n

/-- The Riemann integral of `h` over `[0, 1]` is `I`: the sums over `n` equal parts tend to it,
whatever the tags in the parts are. -/
def HasIntegral (h : K → K) (I : K) : Prop := ∀ ε, 0 < ε → Eventually fun n => ∀ ξ : Nat → K,
  (∀ j, j < n → (j : K) / n ≤ ξ j ∧ ξ j ≤ ((j : K) + 1) / n) → |riemannSum h n ξ - I| < ε

/-- The beginnings of the parts are tags. -/
theorem left_tag (n j : Nat) : (j : K) / n ≤ (j : K) / n ∧ (j : K) / n ≤ ((j : K) + 1) / n :=
  ⟨le_rfl, div_le_div_of_nonneg_right (le_add_of_nonneg_right zero_le_one) (Nat.cast_nonneg n)⟩

/-- The sums over the beginnings of the parts tend to the integral. -/
theorem HasIntegral.hasLimit {h : K → K} {I : K} (hI : HasIntegral h I) :
    HasLimit (fun n => riemannSum h n fun j => (j : K) / n) I := fun ε hε =>
  (hI ε hε).mono fun n k => k _ fun j _ => left_tag n j

/-- There is at most one integral. -/
theorem HasIntegral.unique {h : K → K} {I J : K} (hI : HasIntegral h I) (hJ : HasIntegral h J) :
    I = J := hI.hasLimit.unique hJ.hasLimit

/-- The sum over the first `a b` numbers, in `a` groups of `b`. -/
theorem sum_range_mul {M : Type v} [AddCommMonoid M] (f : Nat → M) (a b : Nat) :
    ∑ i < a * b, f i = ∑ j < a, ∑ r < b, f (j * b + r) := by
  induction a with
  | zero => rw [Nat.zero_mul, sum_range_zero, sum_range_zero]
  | succ a ih => rw [Nat.succ_mul, sum_range_add, sum_range_succ, ih]

/-- A function is Lipschitz with the constant `C` on the unit interval. -/
def LipschitzOnUnit (C : K) (h : K → K) : Prop :=
  ∀ x y, 0 ≤ x → x ≤ 1 → 0 ≤ y → y ≤ 1 → |h x - h y| ≤ C * |x - y|

/-- On the unit interval the variation of `h` between two points is at most the growth of `φ`. Over
the real numbers there is such a `φ` if and only if `h` has bounded variation. -/
def VariationLE (h φ : K → K) : Prop :=
  ∀ x y, 0 ≤ x → x ≤ y → y ≤ 1 → |h x - h y| ≤ φ y - φ x

variable {h φ : K → K} {C : K}

/-- The variation of a Lipschitz function. -/
theorem LipschitzOnUnit.variationLE (hh : LipschitzOnUnit C h) : VariationLE h fun x => C * x := by
  intro x y h₀ hxy h₁
  refine le_trans (hh x y h₀ (le_trans hxy h₁) (le_trans h₀ hxy) h₁) (le_of_eq ?_)
  rw [abs_sub_comm, abs_of_nonneg (sub_nonneg.2 hxy), mul_sub]

/-- A finer partition changes the sum by at most the variation over `n`. -/
theorem VariationLE.abs_riemannSum_sub_le (hh : VariationLE h φ) {n m : Nat}
    (hn : 0 < n) (hm : 0 < m) {ξ : Nat → K}
    (hξ : ∀ j, j < n → (j : K) / n ≤ ξ j ∧ ξ j ≤ ((j : K) + 1) / n) :
    |riemannSum h n ξ - riemannSum h (n * m) fun i => (i : K) / ((n * m : Nat) : K)| ≤
      (φ 1 - φ 0) / n := by
  have pn : (0 : K) < n := Nat.cast_pos.2 hn
  have pm : (0 : K) < m := Nat.cast_pos.2 hm
  have cast : ((n * m : Nat) : K) = n * m := Nat.cast_mul n m
  -- Two points of a part.
  have part : ∀ a b x y, 0 ≤ a → b ≤ 1 → a ≤ x → x ≤ b → a ≤ y → y ≤ b →
      |h x - h y| ≤ φ b - φ a := by
    have ordered : ∀ a b x y, 0 ≤ a → b ≤ 1 → a ≤ x → x ≤ y → y ≤ b →
        |h x - h y| ≤ φ b - φ a := by
      intro a b x y ha hb hax hxy hyb
      have l := le_trans (abs_nonneg _) (hh a x ha hax (le_trans hxy (le_trans hyb hb)))
      have r := le_trans (abs_nonneg _) (hh y b (le_trans ha (le_trans hax hxy)) hyb hb)
      linarith [hh x y (le_trans ha hax) hxy (le_trans hyb hb)]
    intro a b x y ha hb hax hxb hay hyb
    rcases le_total x y with hxy | hxy
    · exact ordered a b x y ha hb hax hxy hyb
    · rw [abs_sub_comm]
      exact ordered a b y x ha hb hay hxy hxb
  have e : riemannSum h n ξ - (riemannSum h (n * m) fun i => (i : K) / ((n * m : Nat) : K)) =
      (∑ j < n, ∑ r < m, (h (ξ j) - h (((j * m + r : Nat) : K) / ((n * m : Nat) : K)))) /
        (n * m) := by
    have s : ∀ j, ∑ r < m, (h (ξ j) - h (((j * m + r : Nat) : K) / ((n * m : Nat) : K))) =
        m * h (ξ j) - ∑ r < m, h (((j * m + r : Nat) : K) / ((n * m : Nat) : K)) := fun j => by
      rw [sum_sub_distrib, sum_const, card_range]
    rw [sum_congr rfl fun j _ => s j, sum_sub_distrib, ← mul_sum, ← sum_range_mul
      (fun i => h ((i : K) / ((n * m : Nat) : K))), riemannSum, riemannSum, cast]
    field
  rw [e, abs_div, abs_of_pos (mul_pos pn pm), div_le_iff₀ (mul_pos pn pm)]
  have bound : ∀ j, j ∈ range n →
      |∑ r < m, (h (ξ j) - h (((j * m + r : Nat) : K) / ((n * m : Nat) : K)))| ≤
        m * (φ (((j + 1 : Nat) : K) / n) - φ ((j : K) / n)) := by
    intro j hj
    refine le_trans (abs_sum_le_sum_abs _ _) (le_trans (sum_le_card_mul _ _
      (φ (((j + 1 : Nat) : K) / n) - φ ((j : K) / n)) fun r hr => ?_)
      (le_of_eq (by rw [card_range])))
    have hj := mem_range.1 hj
    have j₁ : ((j + 1 : Nat) : K) ≤ n := Nat.cast_le.2 (Nat.succ_le_of_lt hj)
    have r₁ : (r : K) ≤ m := Nat.cast_le.2 (mem_range.1 hr).le
    obtain ⟨a, b⟩ := hξ j hj
    have y : ((j * m + r : Nat) : K) / ((n * m : Nat) : K) = (j : K) / n + r / m / n := by
      rw [cast, Nat.cast_add, Nat.cast_mul]
      field
    have q₀ : 0 ≤ (r : K) / m / n := by positivity
    have q₁ : (r : K) / m / n ≤ 1 / n :=
      div_le_div_of_nonneg_right ((div_le_one pm).2 r₁) pn.le
    have j₂ : 0 ≤ (j : K) / n := by positivity
    rw [y]
    refine part _ _ _ _ j₂ ((div_le_one pn).2 j₁) a (by rwa [Nat.cast_succ])
      (by linarith) ?_
    rw [Nat.cast_succ, add_div]
    linarith
  refine le_trans (abs_sum_le_sum_abs _ _) (le_trans (sum_le_sum bound) (le_of_eq ?_))
  rw [← mul_sum, sum_range_sub (fun j : Nat => φ ((j : K) / n)), Nat.cast_zero, zero_div,
    div_self pn.ne']
  field

end Field

/-- Over the real numbers a function of bounded variation on the unit interval has an integral. -/
theorem VariationLE.exists_hasIntegral {h φ : Real → Real} (hh : VariationLE h φ) :
    ∃ I, HasIntegral h I := by
  obtain ⟨C, hC⟩ : ∃ C, C = φ 1 - φ 0 := ⟨_, rfl⟩
  -- Two sums, of which one has left tags, differ by at most `C / n + C / m`.
  have two : ∀ {n m : Nat}, 0 < n → 0 < m → ∀ {ξ : Nat → Real},
      (∀ j, j < n → (j : Real) / n ≤ ξ j ∧ ξ j ≤ ((j : Real) + 1) / n) →
      |riemannSum h n ξ - riemannSum h m fun j => (j : Real) / m| ≤ C / n + C / m := by
    intro n m hn hm ξ hξ
    refine le_trans (abs_sub_le _
      (riemannSum h (n * m) fun i => (i : Real) / ((n * m : Nat) : Real)) _)
      (add_le_add (hC ▸ hh.abs_riemannSum_sub_le hn hm hξ) ?_)
    rw [abs_sub_comm, Nat.mul_comm, hC]
    exact hh.abs_riemannSum_sub_le hm hn fun j _ => left_tag m j
  have small : ∀ ε, 0 < ε → ∃ N : Nat, ∀ n, N ≤ n → C / ((n + 1 : Nat) : Real) < ε := by
    intro ε hε
    obtain ⟨N, k⟩ := Real.hasLimit_div_nat C ε hε
    refine ⟨N, fun n hn => ?_⟩
    have : C / ((n : Real) + 1) - 0 < ε := (abs_lt.1 (k n hn)).2
    rwa [sub_zero, ← Nat.cast_succ] at this
  have cauchy : IsCauchy fun n =>
      riemannSum h (n + 1) fun j => (j : Real) / ((n + 1 : Nat) : Real) := by
    intro ε hε
    obtain ⟨N, k⟩ := small (ε / 2) (half_pos hε)
    refine ⟨N, fun m n hm hn => ?_⟩
    refine lt_of_le_of_lt (two (Nat.zero_lt_succ m) (Nat.zero_lt_succ n)
      fun j _ => left_tag (m + 1) j) ?_
    linarith [k m hm, k n hn]
  obtain ⟨I, hI⟩ := Real.exists_hasLimit_of_isCauchy cauchy
  refine ⟨I, fun ε hε => ?_⟩
  obtain ⟨N, k⟩ := small (ε / 4) (by linarith)
  obtain ⟨M, l⟩ := hI (ε / 2) (half_pos hε)
  refine ⟨N + 1, fun n hn ξ hξ => ?_⟩
  obtain ⟨i, rfl⟩ : ∃ i, n = i + 1 := ⟨n - 1, by omega⟩
  have a := two (Nat.zero_lt_succ i) (Nat.zero_lt_succ (max N M)) hξ
  have b := l (max N M) (le_max_right _ _)
  have c := k i (Nat.le_of_succ_le_succ hn)
  have d := k (max N M) (le_max_left _ _)
  refine lt_of_le_of_lt (abs_sub_le _ _ _) (lt_of_lt_of_le (add_lt_add_of_le_of_lt a b) ?_)
  linarith

/-- Over the real numbers a function that is Lipschitz on the unit interval has an integral. -/
theorem exists_hasIntegral_of_lipschitz {h : Real → Real} {C : Real} (hh : LipschitzOnUnit C h) :
    ∃ I, HasIntegral h I := hh.variationLE.exists_hasIntegral
