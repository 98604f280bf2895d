prelude
import DeepTheory.Approximation.GridCount
import DeepTheory.Approximation.Sawtooth
/-! # The tent map and its iterates

Three ReLU units compute the tent map on the line. Composed `k` times it has `2 ^ k` affine pieces
on the unit interval: depth makes exponentially many oscillations.

Book items: the tent map as a ReLU module, closed form of the iterates, the number of teeth, the
sawtooth numbers of the iterates (chapter 3).

## Main definitions

* `tent`: the tent map `ReLU (2 ReLU x - 4 ReLU (x - 1/2))`.
* `Nat.iterate f n x`: the function `f`, applied `n` times.
* `tentNetwork k`: the network of `k` stacked modules.

## Main statements

* `tent_eq`: the values of the tent map.
* `iterate_tent_of_even`, `iterate_tent_of_odd`: the closed form of the iterates;
  `iterate_tent_dyadic`, `iterate_tent_succ_eq_tent`: two forms of it.
* `isSawtooth_iterate_tent_iff`, `isSawtooth_iterate_tent_line_iff`: on `[0, 1]` the iterate has
  exactly `2 ^ k` affine pieces, on the line exactly `2 ^ k + 2`.
* `iterate_tent_eq_one_iff`, `iterate_tent_eq_zero_iff`: the tops of the teeth and the zeros.
* `eval_tentNetwork`: `k` modules compute the iterate.
-/
set_option autoImplicit false
universe u

open Finset

/-- The function `f`, applied `n` times. -/
def Nat.iterate {α : Type u} (f : α → α) : Nat → α → α
  | 0, x => x
  | n + 1, x => iterate f n (f x)

theorem Nat.iterate_succ_apply' {α : Type u} (f : α → α) (n : Nat) (x : α) :
    iterate f (n + 1) x = f (iterate f n x) := by
  induction n generalizing x with
  | zero => rfl
  | succ n ih => exact ih (f x)

variable {K : Type u} [LinearOrderedField K]

/-- The tent map, as three ReLU units compute it: two hinges, then the clipped sum. -/
def tent (x : K) : K := relu (2 * relu x - 4 * relu (x - 1 / 2))

theorem tent_of_le_half {x : K} (h₀ : 0 ≤ x) (h : x ≤ 1 / 2) : tent x = 2 * x := by
  rw [tent, relu, relu, relu, max_eq_left h₀, max_eq_right (by linarith : x - 1 / 2 ≤ 0), mul_zero,
    sub_zero, max_eq_left (by linarith)]

theorem tent_of_half_le {x : K} (h : 1 / 2 ≤ x) (h₁ : x ≤ 1) : tent x = 2 - 2 * x := by
  rw [tent, relu, relu, relu, max_eq_left (by linarith : 0 ≤ x),
    max_eq_left (by linarith : 0 ≤ x - 1 / 2), show 2 * x - 4 * (x - 1 / 2) = 2 - 2 * x by ring,
    max_eq_left (by linarith)]

theorem tent_of_nonpos {x : K} (h : x ≤ 0) : tent x = 0 := by
  rw [tent, relu, relu, relu, max_eq_right h, max_eq_right (by linarith : x - 1 / 2 ≤ 0), mul_zero,
    mul_zero, sub_zero, max_self]

theorem tent_of_one_le {x : K} (h : 1 ≤ x) : tent x = 0 := by
  rw [tent, relu, relu, relu, max_eq_left (by linarith : 0 ≤ x),
    max_eq_left (by linarith : 0 ≤ x - 1 / 2), show 2 * x - 4 * (x - 1 / 2) = 2 - 2 * x by ring,
    max_eq_right (by linarith)]

/-- The tent map as a constant-size ReLU module (chapter 3): it equals `2x` on `[0, 1/2]`, `2 - 2x`
on `(1/2, 1]` and `0` elsewhere. -/
theorem tent_eq (x : K) :
    tent x = if 0 ≤ x ∧ x ≤ 1 / 2 then 2 * x else if 1 / 2 < x ∧ x ≤ 1 then 2 - 2 * x else 0 := by
  by_cases h : 0 ≤ x ∧ x ≤ 1 / 2
  · rw [if_pos h, tent_of_le_half h.1 h.2]
  · rw [if_neg h]
    by_cases k : 1 / 2 < x ∧ x ≤ 1
    · rw [if_pos k, tent_of_half_le k.1.le k.2]
    · rw [if_neg k]
      rcases le_total x 0 with h₀ | h₀
      · exact tent_of_nonpos h₀
      · have h₁ : 1 / 2 < x := lt_of_not_ge fun l => h ⟨h₀, l⟩
        exact tent_of_one_le (le_of_not_ge fun l => k ⟨h₁, l⟩)

theorem tent_mem {x : K} (h₀ : 0 ≤ x) (h₁ : x ≤ 1) : 0 ≤ tent x ∧ tent x ≤ 1 := by
  rcases le_total x (1 / 2) with h | h
  · rw [tent_of_le_half h₀ h]
    exact ⟨by linarith, by linarith⟩
  · rw [tent_of_half_le h h₁]
    exact ⟨by linarith, by linarith⟩

theorem iterate_tent_mem (k : Nat) {x : K} (h₀ : 0 ≤ x) (h₁ : x ≤ 1) :
    0 ≤ k.iterate tent x ∧ k.iterate tent x ≤ 1 := by
  induction k generalizing x with
  | zero => exact ⟨h₀, h₁⟩
  | succ k ih => exact ih (tent_mem h₀ h₁).1 (tent_mem h₀ h₁).2

/-! ## The closed form -/

/-- Closed form of the iterated tent map (chapter 3), with both cases: on piece number `j` it rises
from `0` to `1` if `j` is even, and falls from `1` to `0` if `j` is odd. -/
theorem iterate_tent {k j : Nat} (hj : j < 2 ^ k) {x : K} (h₀ : (j : K) ≤ 2 ^ k * x)
    (h₁ : 2 ^ k * x ≤ j + 1) :
    k.iterate tent x = if j % 2 = 0 then 2 ^ k * x - j else (j + 1) - 2 ^ k * x := by
  induction k generalizing j x with
  | zero =>
    obtain rfl : j = 0 := by rw [Nat.pow_zero] at hj; omega
    rw [if_pos rfl, pow_zero, one_mul, Nat.cast_zero, sub_zero]
    rfl
  | succ k ih =>
    show k.iterate tent (tent x) = _
    have two : (0 : K) < 2 ^ k := pow_pos two_pos k
    have two' : (0 : K) < 2 ^ k * 2 := mul_pos two two_pos
    rw [pow_succ] at h₀ h₁ ⊢
    have hj' : j < 2 ^ k * 2 := hj
    rcases Nat.lt_or_ge j (2 ^ k) with lt | ge
    · have hc : ((j + 1 : Nat) : K) ≤ ((2 ^ k : Nat) : K) := Nat.cast_le.2 lt
      rw [Nat.cast_pow, Nat.cast_succ, Nat.cast_ofNat] at hc
      have hx₀ : 0 ≤ x := by
        have : (0 : K) ≤ j := Nat.cast_nonneg j
        exact nonneg_of_mul_nonneg_of_pos_left (by linarith) two'
      have hx : x ≤ 1 / 2 := le_of_mul_le_mul_left (by linarith) two'
      rw [tent_of_le_half hx₀ hx, ih lt (by linarith) (by linarith),
        show (2 : K) ^ k * (2 * x) = 2 ^ k * 2 * x by ring]
    · have hc : ((2 ^ k : Nat) : K) ≤ (j : K) := Nat.cast_le.2 ge
      rw [Nat.cast_pow, Nat.cast_ofNat] at hc
      have hj₁ : ((j + 1 : Nat) : K) ≤ ((2 ^ k * 2 : Nat) : K) := Nat.cast_le.2 hj'
      rw [Nat.cast_mul, Nat.cast_pow, Nat.cast_succ, Nat.cast_ofNat] at hj₁
      have hx : 1 / 2 ≤ x := le_of_mul_le_mul_left (by linarith) two'
      have hx₁ : x ≤ 1 := le_of_mul_le_mul_left (by linarith) two'
      obtain ⟨i, hi⟩ : ∃ i, i + j + 1 = 2 ^ k * 2 := ⟨2 ^ k * 2 - j - 1, by omega⟩
      have ei : (i : K) + j + 1 = 2 ^ k * 2 := by
        have e := congrArg (Nat.cast (R := K)) hi
        rwa [Nat.cast_succ, Nat.cast_add, Nat.cast_mul, Nat.cast_pow, Nat.cast_ofNat] at e
      rw [tent_of_half_le hx hx₁, ih (j := i) (by omega) (by linarith) (by linarith)]
      by_cases even : j % 2 = 0
      · rw [if_pos even, if_neg (by omega)]
        linarith
      · rw [if_neg even, if_pos (by omega)]
        linarith

section Intervals
variable {k j : Nat} {x : K}

/-- Closed form of the iterated tent map (chapter 3), for even `j`: on the interval
`[j / 2 ^ k, (j + 1) / 2 ^ k]` it is `2 ^ k x - j`. -/
theorem iterate_tent_of_even (hj : j < 2 ^ k) (even : j % 2 = 0) (h₀ : (j : K) / 2 ^ k ≤ x)
    (h₁ : x ≤ ((j : K) + 1) / 2 ^ k) : k.iterate tent x = 2 ^ k * x - j := by
  rw [div_le_iff₀' (pow_pos two_pos k)] at h₀
  rw [le_div_iff₀' (pow_pos two_pos k)] at h₁
  rw [iterate_tent hj h₀ h₁, if_pos even]

/-- Closed form of the iterated tent map (chapter 3), for odd `j`: on the interval
`[j / 2 ^ k, (j + 1) / 2 ^ k]` it is `(j + 1) - 2 ^ k x`. -/
theorem iterate_tent_of_odd (hj : j < 2 ^ k) (odd : j % 2 = 1) (h₀ : (j : K) / 2 ^ k ≤ x)
    (h₁ : x ≤ ((j : K) + 1) / 2 ^ k) : k.iterate tent x = (j + 1) - 2 ^ k * x := by
  rw [div_le_iff₀' (pow_pos two_pos k)] at h₀
  rw [le_div_iff₀' (pow_pos two_pos k)] at h₁
  rw [iterate_tent hj h₀ h₁, if_neg (by omega)]

/-- Closed form of the iterated tent map (chapter 3), at dyadic points: the value is the parity. -/
theorem iterate_tent_dyadic (hj : j ≤ 2 ^ k) :
    k.iterate tent ((j : K) / 2 ^ k) = ((j % 2 : Nat) : K) := by
  have e : (2 : K) ^ k * ((j : K) / 2 ^ k) = j := mul_div_cancel₀ _ (pow_pos two_pos k).ne'
  rcases Nat.eq_zero_or_pos j with rfl | pos
  · rw [iterate_tent (j := 0) (Nat.pow_pos (by decide)) (ge_of_eq e)
      (by rw [e]; exact le_add_of_nonneg_right zero_le_one), if_pos rfl, e, sub_self, Nat.cast_zero]
  · obtain ⟨i, rfl⟩ : ∃ i, j = i + 1 := ⟨j - 1, by omega⟩
    rw [Nat.cast_succ] at e
    have le : (i : K) ≤ 2 ^ k * (((i : K) + 1) / 2 ^ k) := by
      rw [e]
      exact le_add_of_nonneg_right zero_le_one
    rw [Nat.cast_succ, iterate_tent (j := i) hj le e.le, e]
    by_cases even : i % 2 = 0
    · rw [if_pos even, show (i + 1) % 2 = 1 by omega, Nat.cast_one]
      ring
    · rw [if_neg even, show (i + 1) % 2 = 0 by omega, Nat.cast_zero, sub_self]

/-- Closed form of the iterated tent map (chapter 3), with the fractional part `2 ^ k x - i`, where
`i` is the integral part of `2 ^ k x`. -/
theorem iterate_tent_succ_eq_tent {i : Nat} (hi : i < 2 ^ k) (h₀ : (i : K) ≤ 2 ^ k * x)
    (h₁ : 2 ^ k * x ≤ i + 1) : (k + 1).iterate tent x = tent (2 ^ k * x - i) := by
  have double : (2 : K) ^ (k + 1) * x = 2 * (2 ^ k * x) := by rw [pow_succ]; ring
  have hp : 2 ^ (k + 1) = 2 ^ k * 2 := rfl
  rcases le_total (2 ^ k * x - i) (1 / 2) with h | h
  · have e : ((2 * i : Nat) : K) = 2 * i := by rw [Nat.cast_mul, Nat.cast_ofNat]
    rw [tent_of_le_half (by linarith) h, iterate_tent (j := 2 * i) (by omega) (by linarith)
      (by linarith), if_pos (by omega)]
    linarith
  · have e : ((2 * i + 1 : Nat) : K) = 2 * i + 1 := by
      rw [Nat.cast_succ, Nat.cast_mul, Nat.cast_ofNat]
    rw [tent_of_half_le h (by linarith), iterate_tent (j := 2 * i + 1) (by omega) (by linarith)
      (by linarith), if_neg (by omega)]
    linarith

end Intervals

/-! ## Teeth -/

/-- The points of the unit interval are in the intervals of length `2 ^ (-k)`. -/
theorem exists_dyadic_piece (k : Nat) {x : K} (h₀ : 0 ≤ x) (h₁ : x ≤ 1) :
    ∃ j : Nat, j < 2 ^ k ∧ (j : K) ≤ 2 ^ k * x ∧ 2 ^ k * x ≤ j + 1 := by
  have two : (0 : K) < 2 ^ k := pow_pos two_pos k
  refine exists_nat_le_le (Nat.pow_pos Nat.zero_lt_two) (mul_nonneg two.le h₀) ?_
  rw [Nat.cast_pow, Nat.cast_ofNat]
  exact mul_le_of_le_one_right two.le h₁

section Teeth
variable {k : Nat} {x : K}

/-- Composition creates teeth (chapter 3): the `2 ^ k` maxima of height one of the iterate of
`k + 1` modules are at the points `(2 i + 1) / 2 ^ (k + 1)`. -/
theorem iterate_tent_eq_one_iff (h₀ : 0 ≤ x) (h₁ : x ≤ 1) :
    (k + 1).iterate tent x = 1 ↔ ∃ i : Nat, i < 2 ^ k ∧ x = (2 * i + 1) / 2 ^ (k + 1) := by
  have two : (2 : K) ^ (k + 1) ≠ 0 := (pow_pos two_pos _).ne'
  have hp : 2 ^ (k + 1) = 2 ^ k * 2 := rfl
  constructor
  · intro e
    obtain ⟨j, hj, h, h'⟩ := exists_dyadic_piece (k + 1) h₀ h₁
    rw [iterate_tent hj h h'] at e
    by_cases even : j % 2 = 0
    · rw [if_pos even] at e
      obtain ⟨i, rfl⟩ : ∃ i, j = 2 * i := ⟨j / 2, by omega⟩
      rw [Nat.cast_mul, Nat.cast_ofNat] at e
      refine ⟨i, by omega, ?_⟩
      rw [eq_div_iff two]
      linarith
    · rw [if_neg even] at e
      obtain ⟨i, rfl⟩ : ∃ i, j = 2 * i + 1 := ⟨j / 2, by omega⟩
      rw [Nat.cast_succ, Nat.cast_mul, Nat.cast_ofNat] at e
      refine ⟨i, by omega, ?_⟩
      rw [eq_div_iff two]
      linarith
  · rintro ⟨i, hi, rfl⟩
    have k := iterate_tent_dyadic (K := K) (k := k + 1) (j := 2 * i + 1) (by omega)
    rw [show (2 * i + 1) % 2 = 1 by omega, Nat.cast_one, Nat.cast_succ, Nat.cast_mul,
      Nat.cast_ofNat] at k
    exact k

/-- Composition creates teeth (chapter 3): the `2 ^ k + 1` zeros of the iterate of `k + 1` modules
in the unit interval are at the points `i / 2 ^ k`. -/
theorem iterate_tent_eq_zero_iff (h₀ : 0 ≤ x) (h₁ : x ≤ 1) :
    (k + 1).iterate tent x = 0 ↔ ∃ i : Nat, i ≤ 2 ^ k ∧ x = i / 2 ^ k := by
  have two : (2 : K) ^ k ≠ 0 := (pow_pos two_pos _).ne'
  have hp : 2 ^ (k + 1) = 2 ^ k * 2 := rfl
  constructor
  · intro e
    obtain ⟨j, hj, h, h'⟩ := exists_dyadic_piece (k + 1) h₀ h₁
    rw [iterate_tent hj h h', pow_succ] at e
    by_cases even : j % 2 = 0
    · rw [if_pos even] at e
      obtain ⟨i, rfl⟩ : ∃ i, j = 2 * i := ⟨j / 2, by omega⟩
      rw [Nat.cast_mul, Nat.cast_ofNat] at e
      refine ⟨i, by omega, ?_⟩
      rw [eq_div_iff two]
      linarith
    · rw [if_neg even] at e
      obtain ⟨i, rfl⟩ : ∃ i, j = 2 * i + 1 := ⟨j / 2, by omega⟩
      rw [Nat.cast_succ, Nat.cast_mul, Nat.cast_ofNat] at e
      refine ⟨i + 1, by omega, ?_⟩
      rw [eq_div_iff two, Nat.cast_succ]
      linarith
  · rintro ⟨i, hi, rfl⟩
    have k := iterate_tent_dyadic (K := K) (k := k + 1) (j := 2 * i) (by omega)
    rw [show 2 * i % 2 = 0 by omega, Nat.cast_zero, Nat.cast_mul, Nat.cast_ofNat, pow_succ',
      mul_div_mul_left _ _ two_ne_zero] at k
    exact k

end Teeth

/-- On the unit interval the tent map has two pieces. -/
theorem isSawtooth_tent : IsSawtooth 2 (fun x : K => 0 ≤ x ∧ x ≤ 1) tent := by
  refine isSawtooth_iff_monotone.2 ⟨fun x => if x ≤ 1 / 2 then 0 else 1, fun x _ => ?_,
    fun x y _ _ hxy => ?_, fun i => ?_⟩
  · show (if x ≤ 1 / 2 then 0 else 1) < 2
    split <;> decide
  · show (if x ≤ 1 / 2 then 0 else 1) ≤ if y ≤ 1 / 2 then 0 else 1
    by_cases h : x ≤ 1 / 2
    · rw [if_pos h]
      exact Nat.zero_le _
    · rw [if_neg h, if_neg fun k => h (le_trans hxy k)]
  · by_cases hi : i = 0
    · subst hi
      refine ⟨2, 0, fun x hx h => ?_⟩
      replace h : (if x ≤ 1 / 2 then 0 else 1) = 0 := h
      have k : x ≤ 1 / 2 := Classical.byContradiction fun k => by rw [if_neg k] at h; cases h
      rw [tent_of_le_half hx.1 k, add_zero]
    · refine ⟨-2, 2, fun x hx h => ?_⟩
      replace h : (if x ≤ 1 / 2 then 0 else 1) = i := h
      have k : ¬x ≤ 1 / 2 := fun k => by rw [if_pos k] at h; exact hi h.symm
      rw [tent_of_half_le (le_of_not_ge k) hx.2]
      ring

/-- On the unit interval the iterate of `k` modules has `2 ^ k` pieces. -/
theorem isSawtooth_iterate_tent (k : Nat) :
    IsSawtooth (2 ^ k) (fun x : K => 0 ≤ x ∧ x ≤ 1) (k.iterate tent) := by
  induction k with
  | zero =>
    refine (isSawtooth_one_of_affine _ 1 0).congr fun x _ => ?_
    rw [one_mul, add_zero]
    rfl
  | succ k ih => exact ih.comp_of_maps_to isSawtooth_tent fun x hx => tent_mem hx.1 hx.2

/-- In the middle of each piece the iterate is one half. -/
theorem iterate_tent_middle {k j : Nat} (hj : j < 2 ^ k) :
    k.iterate tent (((j : K) + 1 / 2) / 2 ^ k) = 1 / 2 := by
  have e : (2 : K) ^ k * (((j : K) + 1 / 2) / 2 ^ k) = j + 1 / 2 :=
    mul_div_cancel₀ _ (pow_pos two_pos k).ne'
  rw [iterate_tent hj (by rw [e]; linarith) (by rw [e]; linarith), e]
  split <;> linarith

/-- Composition creates teeth (chapter 3): on the unit interval the iterate of `k` modules has
exactly `2 ^ k` maximal affine pieces. -/
theorem isSawtooth_iterate_tent_iff {k t : Nat} :
    IsSawtooth t (fun x : K => 0 ≤ x ∧ x ≤ 1) (k.iterate tent) ↔ 2 ^ k ≤ t := by
  refine ⟨fun h => ?_, (isSawtooth_iterate_tent k).mono⟩
  have two : (0 : K) < 2 ^ k := pow_pos two_pos k
  obtain ⟨n, hn⟩ : ∃ n, n + 1 = 2 ^ k := ⟨2 ^ k - 1, Nat.sub_add_cancel (Nat.pow_pos (by decide))⟩
  have cast : ∀ j, j ≤ n → (j : K) + 1 ≤ 2 ^ k := fun j hj => by
    have := Nat.cast_le (R := K).2 (hn ▸ Nat.succ_le_succ hj : j + 1 ≤ 2 ^ k)
    rwa [Nat.cast_pow, Nat.cast_ofNat, Nat.cast_succ] at this
  have nn : ∀ j : Nat, (0 : K) ≤ j := fun j => Nat.cast_nonneg j
  rw [← hn]
  refine h.lt_of_kinks (fun j => ((j : K) + 1 / 2) / 2 ^ k) (fun j => ((j : K) + 1) / 2 ^ k)
    (fun j hj => ⟨?_, ?_⟩) (fun j hj => ⟨?_, ?_⟩) (fun j _ => ?_) (fun j _ => ?_) fun j hj => ?_
  · exact div_nonneg (by linarith [nn j]) two.le
  · rw [div_le_one two]
    linarith [cast j hj]
  · exact div_nonneg (by linarith [nn j]) two.le
  · rw [div_le_one two]
    exact cast j hj.le
  · exact div_le_div_of_nonneg_right (by linarith) two.le
  · refine div_le_div_of_nonneg_right ?_ two.le
    rw [Nat.cast_succ]
    linarith
  · have e := iterate_tent_dyadic (K := K) (k := k) (j := j + 1) (by omega)
    rw [Nat.cast_succ] at e
    rw [iterate_tent_middle (by omega), iterate_tent_middle (by omega), e, Nat.cast_succ]
    have d₁ : ((j : K) + 1 + 1 / 2) / 2 ^ k - (j + 1) / 2 ^ k = 1 / 2 / 2 ^ k := by ring
    have d₂ : ((j : K) + 1) / 2 ^ k - (j + 1 / 2) / 2 ^ k = 1 / 2 / 2 ^ k := by ring
    rw [d₁, d₂]
    intro e
    have := mul_right_cancel₀ (div_pos (div_pos one_pos two_pos) two).ne' e
    rcases Nat.mod_two_eq_zero_or_one (j + 1) with h | h
    · rw [h, Nat.cast_zero] at this
      linarith
    · rw [h, Nat.cast_one] at this
      linarith

/-- Outside the unit interval the iterates of one module or more are zero. -/
theorem iterate_tent_of_le_zero (k : Nat) {x : K} (h : x ≤ 0) : (k + 1).iterate tent x = 0 := by
  induction k generalizing x with
  | zero => exact tent_of_nonpos h
  | succ k ih => exact ih (le_of_eq (tent_of_nonpos h))

theorem iterate_tent_of_one_le (k : Nat) {x : K} (h : 1 ≤ x) : (k + 1).iterate tent x = 0 := by
  cases k with
  | zero => exact tent_of_one_le h
  | succ k => exact iterate_tent_of_le_zero k (le_of_eq (tent_of_one_le h))

/-- The iterates of the tent map are sawtooth functions (chapter 3): on the line the iterate of
`k + 1` modules has exactly `2 ^ (k + 1) + 2` maximal affine pieces. -/
theorem isSawtooth_iterate_tent_line_iff {k t : Nat} :
    IsSawtooth t (fun _ : K => True) ((k + 1).iterate tent) ↔ 2 ^ (k + 1) + 2 ≤ t := by
  have two : (0 : K) < 2 ^ (k + 1) := pow_pos two_pos _
  constructor
  · intro h
    let p : Nat → K := fun i => ((i : K) - 1 / 2) / 2 ^ (k + 1)
    let q : Nat → K := fun i => (i : K) / 2 ^ (k + 1)
    have dp : ∀ i, p (i + 1) - q i = 1 / 2 / 2 ^ (k + 1) := fun i => by
      show (((i + 1 : Nat) : K) - 1 / 2) / 2 ^ (k + 1) - (i : K) / 2 ^ (k + 1) = _
      rw [Nat.cast_succ]
      ring
    have dq : ∀ i, q i - p i = 1 / 2 / 2 ^ (k + 1) := fun i => by
      show (i : K) / 2 ^ (k + 1) - ((i : K) - 1 / 2) / 2 ^ (k + 1) = _
      ring
    have pos : (0 : K) < 1 / 2 / 2 ^ (k + 1) := div_pos (div_pos one_pos two_pos) two
    have first : (k + 1).iterate tent (p 0) = 0 := iterate_tent_of_le_zero k (by
      have := dq 0
      rw [show q 0 = 0 by show ((0 : Nat) : K) / _ = 0; rw [Nat.cast_zero, zero_div]] at this
      linarith)
    have last : (k + 1).iterate tent (p (2 ^ (k + 1) + 1)) = 0 := iterate_tent_of_one_le k (by
      have := dp (2 ^ (k + 1))
      rw [show q (2 ^ (k + 1)) = 1 by
        show ((2 ^ (k + 1) : Nat) : K) / _ = 1
        rw [Nat.cast_pow, Nat.cast_ofNat, div_self two.ne']] at this
      linarith)
    have inner : ∀ i, i < 2 ^ (k + 1) → (k + 1).iterate tent (p (i + 1)) = 1 / 2 := fun i hi => by
      show (k + 1).iterate tent ((((i + 1 : Nat) : K) - 1 / 2) / 2 ^ (k + 1)) = 1 / 2
      rw [Nat.cast_succ, show (i : K) + 1 - 1 / 2 = i + 1 / 2 by ring]
      exact iterate_tent_middle hi
    have grid : ∀ i, i ≤ 2 ^ (k + 1) → (k + 1).iterate tent (q i) = ((i % 2 : Nat) : K) :=
      fun i hi => iterate_tent_dyadic hi
    have even : 2 ^ (k + 1) % 2 = 0 := by
      rw [Nat.pow_succ]
      exact Nat.mul_mod_left _ _
    refine h.lt_of_kinks (n := 2 ^ (k + 1) + 1) p q (fun _ _ => trivial) (fun _ _ => trivial)
      (fun i _ => by linarith [dq i]) (fun i _ => by linarith [dp i]) fun i hi => ?_
    rw [dp, dq]
    intro e
    have e := mul_right_cancel₀ pos.ne' e
    rw [grid i (Nat.le_of_lt_succ hi)] at e
    rcases Nat.eq_zero_or_pos i with rfl | ipos
    · rw [first, inner 0 (Nat.two_pow_pos _), Nat.zero_mod, Nat.cast_zero] at e
      linarith
    · obtain ⟨r, rfl⟩ : ∃ r, i = r + 1 := ⟨i - 1, by omega⟩
      rw [inner r (by omega)] at e
      rcases Nat.lt_or_ge (r + 1) (2 ^ (k + 1)) with lt | ge
      · rw [inner (r + 1) lt] at e
        rcases Nat.mod_two_eq_zero_or_one (r + 1) with m | m
        · rw [m, Nat.cast_zero] at e
          linarith
        · rw [m, Nat.cast_one] at e
          linarith
      · have er : r + 1 = 2 ^ (k + 1) := by omega
        rw [er, last, even, Nat.cast_zero] at e
        linarith
  · intro le
    have zero : ∀ I : K → Prop, (∀ x, I x → (k + 1).iterate tent x = 0) →
        IsSawtooth 1 I ((k + 1).iterate tent) := fun I hI =>
      (isSawtooth_one_of_affine I 0 0).congr fun x hx => by rw [hI x hx, zero_mul, add_zero]
    have h := ((zero (fun x => x < 0) fun x hx => iterate_tent_of_le_zero k hx.le).union
      (isSawtooth_iterate_tent (k + 1)) fun x y hx hy => lt_of_lt_of_le hx hy.1).union
      (zero (fun x => 1 < x) fun x hx => iterate_tent_of_one_le k hx.le) fun x y hx hy => by
        rcases hx with hx | hx
        · exact lt_trans hx (lt_trans one_pos hy)
        · exact lt_of_le_of_lt hx.2 hy
    refine (h.mono (by omega)).subset fun x _ => ?_
    rcases lt_or_ge x 0 with h₀ | h₀
    · exact .inl (.inl h₀)
    · rcases le_or_gt x 1 with h₁ | h₁
      · exact .inl (.inr ⟨h₀, h₁⟩)
      · exact .inr h₁

/-- The tent map is `4`-sawtooth on the line, and not `3`-sawtooth. -/
theorem isSawtooth_tent_line_iff {t : Nat} :
    IsSawtooth t (fun _ : K => True) tent ↔ 4 ≤ t :=
  isSawtooth_iterate_tent_line_iff (k := 0)

/-! ## The network -/

/-- The network that stacks `k` modules of three units: two hinges, then the clipped sum. -/
def tentNetwork (K : Type u) [LinearOrderedField K] : Nat → Network K 1 1
  | 0 => .affine (fun _ _ => 1) 0
  | k + 1 => .layer (k := 2) (fun _ _ => 1) (fun i => if i = 0 then 0 else -(1 / 2))
      (.layer (k := 1) (fun _ j => if j = 0 then 2 else -4) 0 (tentNetwork K k))

/-- Composition creates teeth (chapter 3): `k` copies of a module of three ReLU units compute the
iterate on the whole line. -/
theorem eval_tentNetwork (k : Nat) (x : K) :
    (tentNetwork K k).eval relu (fun _ => x) 0 = k.iterate tent x := by
  induction k generalizing x with
  | zero =>
    show (∑ _j : Fin 1, 1 * x) + 0 = x
    rw [Fin.sum_univ_succ, Fin.sum_univ_zero, add_zero, add_zero, one_mul]
  | succ k ih =>
    refine Eq.trans ?_ (ih (tent x))
    refine congrArg (fun v => (tentNetwork K k).eval relu v 0) (funext fun _ => ?_)
    show relu ((∑ j : Fin 2, (if j = 0 then 2 else -4) *
      relu ((∑ _l : Fin 1, 1 * x) + if j = 0 then 0 else -(1 / 2))) + 0) = tent x
    rw [Fin.sum_univ_two, if_pos rfl, if_pos rfl, if_neg (by decide), if_neg (by decide),
      Fin.sum_univ_succ, Fin.sum_univ_zero, tent]
    congr 1
    rw [add_zero, add_zero, add_zero, one_mul, ← sub_eq_add_neg, neg_mul, ← sub_eq_add_neg]

theorem depth_tentNetwork (k : Nat) : (tentNetwork K k).depth = 2 * k := by
  induction k with
  | zero => rfl
  | succ k ih =>
    show (tentNetwork K k).depth + 1 + 1 = _
    rw [ih]
    rfl

theorem size_tentNetwork (k : Nat) : (tentNetwork K k).size = 3 * k := by
  induction k with
  | zero => rfl
  | succ k ih =>
    show 2 + (1 + (tentNetwork K k).size) = _
    rw [ih]
    omega

/-! ## Witnesses and controls -/

/-- The hypotheses of the closed form can hold: the middle of the second of four pieces. -/
theorem iterate_tent_of_odd_witness : 1 < 2 ^ 2 ∧ 1 % 2 = 1 ∧
    ((1 : Nat) : Rat) / 2 ^ 2 ≤ 3 / 8 ∧ 3 / 8 ≤ (((1 : Nat) : Rat) + 1) / 2 ^ 2 := by decide +kernel

/-- On an odd piece the formula for even pieces is false. -/
theorem iterate_tent_needs_parity :
    (2 : Nat).iterate tent (3 / 8 : Rat) = 1 / 2 ∧ (2 : Nat).iterate tent (1 / 2 : Rat) = 0 ∧
      (2 : Rat) ^ 2 * (1 / 2) - (1 : Nat) = 1 := by decide +kernel

/-- Without the outer ReLU the module is negative to the right of the unit interval. -/
theorem tent_needs_clipping : tent (2 : Rat) = 0 ∧ 2 * relu (2 : Rat) - 4 * relu (2 - 1 / 2) = -2 :=
  by decide +kernel

/-- The composition rule is sharp: `2 ^ j` and `2 ^ k` pieces give exactly `2 ^ j 2 ^ k`. -/
theorem isSawtooth_comp_sharp (j k t : Nat) :
    IsSawtooth t (fun x : K => 0 ≤ x ∧ x ≤ 1) (fun x => j.iterate tent (k.iterate tent x)) ↔
      2 ^ j * 2 ^ k ≤ t := by
  have e : ∀ x : K, j.iterate tent (k.iterate tent x) = (k + j).iterate tent x := fun x => by
    induction k generalizing x with
    | zero => rw [Nat.zero_add]; rfl
    | succ k ih => rw [Nat.succ_add]; exact ih (tent x)
  simp only [e]
  rw [← Nat.pow_add, Nat.add_comm j k]
  exact isSawtooth_iterate_tent_iff
