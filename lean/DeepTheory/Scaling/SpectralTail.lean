prelude
import DeepTheory.Algebra.Tactic.Field
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Probability.Finite
import DeepTheory.Real.Pow
/-! # Spectral tails and learning curves

A target is a sum of orthonormal modes. When the first modes are learned exactly, the error that is
left is the sum of the squares of the other coefficients; if these decrease like a power, so does
the error, as a function of the number of modes and of the resource.

Book items: more modes leave a smaller tail, algebraic tails (chapter 17), Proposition 17.6.

## Main definitions

* `SpectralTail.IsOrthonormal E φ`: the modes `φ j` are orthonormal under the distribution `E`,
* `SpectralTail.powerSum s m k`: the sum of `j^(-s)` over `m < j ≤ m + k`.

## Main statements

* `SpectralTail.mean_sub_sq_eq`: the remaining squared error is the tail, for finitely many modes;
  `SpectralTail.isTail_mean_sub_sq`: for a target that is an infinite sum of modes,
* `SpectralTail.le_powerSum`, `SpectralTail.powerSum_le`: the finite tails of `j^(-s)` by
  telescoping, over any ordered field,
* `SpectralTail.exists_hasLimit_powerSum`, `SpectralTail.tail_bounds`: the infinite tail,
* `SpectralTail.learning_curve`: Proposition 17.6 with real exponents;
  `SpectralTail.learning_curve_pow`: with natural exponents over any ordered field;
  `SpectralTail.learning_curve_powerSum`: for the coefficients `a_j² = j^(-s)`.

## Notes

That the hypotheses of `SpectralTail.isTail_mean_sub_sq` can hold needs an infinite space:
`DeepTheory.Scaling.SpectralTailWitness`.
-/
set_option autoImplicit false
universe u v w
open Finset

namespace SpectralTail

/-! ## The error that is left -/

section Modes
variable {F : Type u} {Ω : Type v} {ι : Type w} [LinearOrderedField F] [DecidableEq ι]

/-- The modes are random variables with mean product one with themselves, zero with each other. -/
structure IsOrthonormal (E : Expectation F Ω) (φ : ι → Ω → F) : Prop where
  /-- modes are random variables -/
  isRandom : ∀ j, E.IsRandom (φ j)
  /-- they are orthonormal -/
  mean_mul : ∀ i j, (E.mean fun ω => φ i ω * φ j ω) = if i = j then 1 else 0

/-- The mean square of a combination of orthonormal modes. -/
theorem IsOrthonormal.mean_sq {E : Expectation F Ω} {φ : ι → Ω → F} (h : IsOrthonormal E φ)
    (s : Finset ι) (a : ι → F) :
    (E.mean fun ω => (∑ j ∈ s, a j * φ j ω) ^ 2) = ∑ j ∈ s, a j ^ 2 := by
  have r : ∀ i j, E.IsRandom fun ω => φ i ω * φ j ω := fun i j =>
    E.isRandom_mul (h.isRandom i) (h.isRandom j)
  rw [E.mean_congr fun ω => show (∑ j ∈ s, a j * φ j ω) ^ 2 =
      ∑ i ∈ s, ∑ j ∈ s, a i * a j * (φ i ω * φ j ω) by
    rw [sq, sum_mul_sum]
    exact sum_congr rfl fun i _ => sum_congr rfl fun j _ => by ring,
    E.mean_sum fun i _ => Expectation.IsRandom.sum fun j _ =>
      Expectation.IsRandom.const_mul _ (r i j)]
  refine sum_congr rfl fun i hi => ?_
  rw [E.mean_sum fun j _ => Expectation.IsRandom.const_mul _ (r i j),
    sum_congr rfl fun j _ => (E.mean_const_mul (a i * a j) (r i j)).trans (by rw [h.mean_mul]),
    sum_eq_single i (fun j _ hj => by rw [if_neg fun e => hj e.symm, mul_zero])
      fun k => absurd hi k, if_pos rfl, mul_one, sq]

/-- Spectral tail (chapter 17): if the target is `∑ a_j φ_j` over the modes in `s`, and exactly the
modes in `t` are learned, the mean squared error is the sum of the squares of the other
coefficients. -/
theorem mean_sub_sq_eq {E : Expectation F Ω} {φ : ι → Ω → F} (h : IsOrthonormal E φ)
    {s t : Finset ι} (hst : ∀ j, j ∈ t → j ∈ s) (a : ι → F) :
    (E.mean fun ω => ((∑ j ∈ s, a j * φ j ω) - ∑ j ∈ t, a j * φ j ω) ^ 2) =
      ∑ j ∈ s.filter fun j => ¬j ∈ t, a j ^ 2 := by
  have split : ∀ f : ι → F, (∑ j ∈ s, f j) - ∑ j ∈ t, f j =
      ∑ j ∈ s.filter fun j => ¬j ∈ t, f j := fun f => by
    have e : s.filter (fun j => j ∈ t) = t := Finset.ext fun j => Finset.mem_filter.trans
      ⟨fun k => k.2, fun k => ⟨hst j k, k⟩⟩
    rw [← sum_filter_add_sum_filter_not s (fun j => j ∈ t) f, e, add_sub_cancel_left]
  rw [E.mean_congr fun ω => by rw [split fun j => a j * φ j ω], h.mean_sq]

/-- Spectral tail (chapter 17): if the coefficients of a target `f` are `a_j = E f φ_j`, the mean
squared error of the modes in `t` is `E f²` without the sum of the squares of their coefficients. -/
theorem mean_sub_sq_eq_sub {E : Expectation F Ω} {φ : ι → Ω → F} (h : IsOrthonormal E φ)
    {f : Ω → F} (hf : E.IsRandom f) {a : ι → F} (ha : ∀ j, a j = E.mean fun ω => f ω * φ j ω)
    (t : Finset ι) : (E.mean fun ω => (f ω - ∑ j ∈ t, a j * φ j ω) ^ 2) =
      (E.mean fun ω => f ω ^ 2) - ∑ j ∈ t, a j ^ 2 := by
  have hr : ∀ j, E.IsRandom fun ω => f ω * φ j ω := fun j => E.isRandom_mul hf (h.isRandom j)
  have hg : E.IsRandom fun ω => ∑ j ∈ t, a j * φ j ω :=
    Expectation.IsRandom.sum fun j _ => Expectation.IsRandom.const_mul _ (h.isRandom j)
  have hs : E.IsRandom fun ω => ∑ j ∈ t, a j * (f ω * φ j ω) :=
    Expectation.IsRandom.sum fun j _ => Expectation.IsRandom.const_mul _ (hr j)
  have cross : (E.mean fun ω => ∑ j ∈ t, a j * (f ω * φ j ω)) = ∑ j ∈ t, a j ^ 2 := by
    rw [E.mean_sum fun j _ => Expectation.IsRandom.const_mul _ (hr j)]
    exact sum_congr rfl fun j _ => by rw [E.mean_const_mul _ (hr j), ← ha, sq]
  rw [E.mean_congr fun ω => show (f ω - ∑ j ∈ t, a j * φ j ω) ^ 2 =
      f ω ^ 2 - (2 * (∑ j ∈ t, a j * (f ω * φ j ω)) - (∑ j ∈ t, a j * φ j ω) ^ 2) by
    rw [sum_congr rfl fun j _ => show a j * (f ω * φ j ω) = f ω * (a j * φ j ω) by ring, ← mul_sum]
    ring,
    E.mean_sub (Expectation.IsRandom.pow hf 2) (Expectation.IsRandom.sub
      (Expectation.IsRandom.const_mul 2 hs) (Expectation.IsRandom.pow hg 2)),
    E.mean_sub (Expectation.IsRandom.const_mul 2 hs) (Expectation.IsRandom.pow hg 2),
    E.mean_const_mul 2 hs, cross, h.mean_sq]
  ring

/-- Orthonormal modes exist: the two functions `1` and `±1` of a fair coin. -/
theorem isOrthonormal_witness : ∃ (E : Expectation Rat Bool) (φ : Bool → Bool → Rat)
    (f : Bool → Rat) (a : Bool → Rat), IsOrthonormal E φ ∧ E.IsRandom f ∧
      (∀ j, a j = E.mean fun ω => f ω * φ j ω) ∧ a false = 3 ∧ a true = 2 ∧
        ∀ ω, f ω = ∑ j, a j * φ j ω :=
  ⟨(FiniteDistribution.uniform Rat Bool (h := ⟨true⟩)).expectation,
    fun i x => if i = true then cond x 1 (-1) else 1, fun x => cond x 5 1, fun i => cond i 2 3,
    ⟨fun _ => trivial, by decide +kernel⟩, trivial, by decide +kernel, by decide +kernel,
    by decide +kernel, by decide +kernel⟩

/-- The remaining error is not the tail if two modes are equal: `1 + 1` with nothing learned has the
error four. -/
theorem mean_sub_sq_eq_needs_orthonormal : ∃ (E : Expectation Rat Bool) (φ : Bool → Bool → Rat)
    (s t : Finset Bool) (a : Bool → Rat), (∀ j, E.IsRandom (φ j)) ∧
      (∀ j, (E.mean fun x => φ j x * φ j x) = 1) ∧ (∀ j, j ∈ t → j ∈ s) ∧
        (E.mean fun x => ((∑ j ∈ s, a j * φ j x) - ∑ j ∈ t, a j * φ j x) ^ 2) ≠
          ∑ j ∈ s.filter fun j => ¬j ∈ t, a j ^ 2 :=
  ⟨(FiniteDistribution.uniform Rat Bool (h := ⟨true⟩)).expectation, fun _ _ => 1, univ, ∅,
    fun _ => 1, fun _ => trivial, by decide +kernel, by decide +kernel, by decide +kernel⟩

/-- The remaining error is not the tail if the target is not a sum of modes: the function `±1` of a
fair coin with the constant as the only mode. -/
theorem mean_sub_sq_eq_needs_expansion : ∃ (E : Expectation Rat Bool) (φ : Unit → Bool → Rat)
    (f : Bool → Rat) (a : Unit → Rat), IsOrthonormal E φ ∧ E.IsRandom f ∧
      (∀ j, a j = E.mean fun x => f x * φ j x) ∧
        (E.mean fun x => (f x - ∑ j ∈ ∅, a j * φ j x) ^ 2) ≠
          ∑ j ∈ univ.filter fun j => ¬j ∈ (∅ : Finset Unit), a j ^ 2 :=
  ⟨(FiniteDistribution.uniform Rat Bool (h := ⟨true⟩)).expectation, fun _ _ => 1,
    fun x => cond x 1 (-1), fun _ => 0, ⟨fun _ => trivial, by decide +kernel⟩, trivial,
    by decide +kernel, by decide +kernel⟩

end Modes

/-! ## Algebraic tails -/

section Field
variable {F : Type u} [LinearOrderedField F]

/-- The sum of `j^(-s)` over `m < j ≤ m + k`. -/
def powerSum (F : Type u) [LinearOrderedField F] (s m k : Nat) : F :=
  ∑ i < k, 1 / ((m + i + 1 : Nat) : F) ^ s

/-- One term is at most a difference, by Bernoulli's inequality. -/
theorem mul_term_le {x : F} (hx : 0 < x) (t : Nat) :
    t * (1 / (x + 1) ^ (t + 1)) ≤ 1 / x ^ t - 1 / (x + 1) ^ t := by
  have y : 0 < x + 1 := add_pos hx one_pos
  have p := pow_pos y t
  have q := pow_pos hx t
  have b := one_add_mul_le_pow (a := 1 / x)
    (le_trans (neg_nonpos.2 zero_le_two) (one_div_nonneg.2 hx.le)) t
  have e : (1 + 1 / x) ^ t = (x + 1) ^ t / x ^ t := by
    rw [← div_pow]
    congr 1
    field
  rw [e] at b
  have k := mul_le_mul_of_nonneg_right b (one_div_nonneg.2 p.le)
  have e₁ : (x + 1) ^ t / x ^ t * (1 / (x + 1) ^ t) = 1 / x ^ t := by
    generalize (x + 1) ^ t = P at *
    generalize x ^ t = Q at *
    field
  have l : (1 : F) / (x + 1) ≤ 1 / x :=
    one_div_le_one_div_of_le hx (le_add_of_nonneg_right zero_le_one)
  have m := mul_le_mul_of_nonneg_left l (mul_nonneg (Nat.cast_nonneg t) (one_div_nonneg.2 p.le))
  have e₂ : t * (1 / (x + 1) ^ (t + 1)) = t * (1 / (x + 1) ^ t) * (1 / (x + 1)) := by
    rw [pow_succ, mul_assoc, div_mul_div_comm, one_mul]
  rw [e₁] at k
  rw [e₂]
  linarith

/-- One term is at least a difference, by Bernoulli's inequality. -/
theorem le_mul_term {x : F} (hx : 0 < x) (t : Nat) :
    1 / x ^ t - 1 / (x + 1) ^ t ≤ t * (1 / x ^ (t + 1)) := by
  have y : 0 < x + 1 := add_pos hx one_pos
  have p := pow_pos y t
  have q := pow_pos hx t
  have l : (1 : F) / (x + 1) ≤ 1 / x :=
    one_div_le_one_div_of_le hx (le_add_of_nonneg_right zero_le_one)
  have b := one_sub_mul_le_pow (a := 1 / (x + 1)) (by
    rw [div_le_iff₀ y]
    linarith) t
  have e : (1 - 1 / (x + 1)) ^ t = x ^ t / (x + 1) ^ t := by
    rw [← div_pow]
    congr 1
    field
  rw [e] at b
  have k := mul_le_mul_of_nonneg_right b (one_div_nonneg.2 q.le)
  have e₁ : x ^ t / (x + 1) ^ t * (1 / x ^ t) = 1 / (x + 1) ^ t := by
    generalize (x + 1) ^ t = P at *
    generalize x ^ t = Q at *
    field
  have m := mul_le_mul_of_nonneg_left l (mul_nonneg (Nat.cast_nonneg t) (one_div_nonneg.2 q.le))
  have e₂ : t * (1 / x ^ (t + 1)) = t * (1 / x ^ t) * (1 / x) := by
    rw [pow_succ, mul_assoc, div_mul_div_comm, one_mul]
  rw [e₁] at k
  rw [e₂]
  linarith

/-- Algebraic tails (chapter 17), upper bound for `s = t + 1` and `m ≥ 1`:
`(s - 1) ∑ j^(-s) ≤ m^(-(s-1)) - (m + k)^(-(s-1))`. -/
theorem powerSum_le {m : Nat} (hm : 1 ≤ m) (t k : Nat) :
    t * powerSum F (t + 1) m k ≤ 1 / (m : F) ^ t - 1 / ((m + k : Nat) : F) ^ t := by
  induction k with
  | zero =>
    rw [powerSum, sum_range_zero, mul_zero, Nat.add_zero, sub_self]
  | succ k ih =>
    rw [powerSum, sum_range_succ, mul_add]
    have p : (0 : F) < ((m + k : Nat) : F) :=
      Nat.cast_pos.2 (Nat.lt_of_lt_of_le hm (Nat.le_add_right m k))
    have h := mul_term_le p t
    rw [← Nat.cast_add_one] at h
    have ih' : t * (∑ i < k, 1 / ((m + i + 1 : Nat) : F) ^ (t + 1)) ≤
      1 / (m : F) ^ t - 1 / ((m + k : Nat) : F) ^ t := ih
    rw [show m + (k + 1) = m + k + 1 from rfl]
    linarith

/-- Algebraic tails (chapter 17), lower bound for `s = t + 1`:
`(m + 1)^(-(s-1)) - (m + k + 1)^(-(s-1)) ≤ (s - 1) ∑ j^(-s)`. -/
theorem le_powerSum (m t k : Nat) :
    1 / ((m + 1 : Nat) : F) ^ t - 1 / ((m + k + 1 : Nat) : F) ^ t ≤ t * powerSum F (t + 1) m k := by
  induction k with
  | zero => rw [powerSum, sum_range_zero, mul_zero, Nat.add_zero, sub_self]
  | succ k ih =>
    rw [powerSum, sum_range_succ, mul_add]
    have p : (0 : F) < ((m + k + 1 : Nat) : F) := Nat.cast_pos.2 (Nat.zero_lt_succ _)
    have h := le_mul_term p t
    rw [← Nat.cast_add_one] at h
    have ih' : 1 / ((m + 1 : Nat) : F) ^ t - 1 / ((m + k + 1 : Nat) : F) ^ t ≤
      t * (∑ i < k, 1 / ((m + i + 1 : Nat) : F) ^ (t + 1)) := ih
    rw [show m + (k + 1) + 1 = m + k + 1 + 1 from rfl]
    linarith

/-- Algebraic tails (chapter 17): the sum of `j^(-s)` over `m < j ≤ M`, for `s ≥ 2`, `m ≥ 1` and
`M = m + k`. -/
theorem powerSum_bounds {s m : Nat} (hs : 2 ≤ s) (hm : 1 ≤ m) (k : Nat) :
    1 / ((s : F) - 1) * (1 / ((m : F) + 1) ^ (s - 1) - 1 / (((m + k : Nat) : F) + 1) ^ (s - 1)) ≤
        powerSum F s m k ∧
      powerSum F s m k ≤
        1 / ((s : F) - 1) * (1 / (m : F) ^ (s - 1) - 1 / ((m + k : Nat) : F) ^ (s - 1)) := by
  obtain ⟨t, rfl⟩ : ∃ t, s = t + 1 := ⟨s - 1, (Nat.sub_add_cancel (Nat.le_of_succ_le hs)).symm⟩
  have ht : (0 : F) < t := Nat.cast_pos.2 (Nat.le_of_succ_le_succ hs)
  have h₁ := le_powerSum (F := F) m t k
  have h₂ := powerSum_le (F := F) hm t k
  rw [Nat.cast_add_one, Nat.cast_add_one] at h₁
  rw [Nat.cast_add_one t, add_sub_cancel_right, Nat.add_sub_cancel, one_div, ← div_eq_inv_mul,
    ← div_eq_inv_mul, div_le_iff₀ ht, le_div_iff₀ ht, mul_comm (powerSum F (t + 1) m k)]
  exact ⟨h₁, h₂⟩

/-- The upper bound needs `m ≥ 1`: with `m = 0` the bound counts `1 / 0` as zero. -/
theorem powerSum_bounds_needs_pos : ∃ k : Nat, ¬powerSum Rat 2 0 k ≤
    1 / (((2 : Nat) : Rat) - 1) * (1 / ((0 : Nat) : Rat) ^ 1 - 1 / ((0 + k : Nat) : Rat) ^ 1) :=
  ⟨1, by decide +kernel⟩

/-- The bounds need `s ≥ 2`: with `s = 1` they count `1 / 0` as zero. -/
theorem powerSum_bounds_needs_two_le : ∃ k : Nat, ¬powerSum Rat 1 1 k ≤
    1 / (((1 : Nat) : Rat) - 1) * (1 / ((1 : Nat) : Rat) ^ 0 - 1 / ((1 + k : Nat) : Rat) ^ 0) :=
  ⟨1, by decide +kernel⟩

/-- Proposition 17.6 with natural exponents over any ordered field: a tail of at most `C₀ / M^r`
after `M ≥ c n^g` modes leaves at most `C₀ / (c n^g)^r`. -/
theorem learning_curve_pow {C₀ c L Linf T : F} {n M r g : Nat} (hC : 0 ≤ C₀) (hc : 0 < c)
    (hn : 1 ≤ n) (hM : c * (n : F) ^ g ≤ M) (hT : T ≤ C₀ / (M : F) ^ r) (hL : L - Linf ≤ T) :
    L - Linf ≤ C₀ / (c * (n : F) ^ g) ^ r := by
  have p : 0 < c * (n : F) ^ g := mul_pos hc (pow_pos (Nat.cast_pos.2 hn) g)
  exact le_trans (le_trans hL hT) (div_le_div_of_nonneg_left hC (pow_pos p r)
    (pow_le_pow_left₀ p.le hM r))

end Field

/-! ## Infinite tails -/

section Real
open Real

/-- `l` is the sum of the squares of the coefficients after the first `m`. -/
def IsTail (a : Nat → Real) (m : Nat) (l : Real) : Prop :=
  HasLimit (fun k => ∑ i < k, a (m + i + 1) ^ 2) l

/-- Spectral tail (chapter 17): if the target `f` is the sum of its modes, in mean square, and the
modes `1, …, m` are learned exactly, the mean squared error is the infinite sum of the squares of
the other coefficients. -/
theorem isTail_mean_sub_sq {Ω : Type u} {E : Expectation Real Ω} {φ : Nat → Ω → Real}
    (h : IsOrthonormal E fun i => φ (i + 1)) {f : Ω → Real} (hf : E.IsRandom f) {a : Nat → Real}
    (ha : ∀ j, 1 ≤ j → a j = E.mean fun ω => f ω * φ j ω)
    (hlim : HasLimit (fun k => E.mean fun ω => (f ω - ∑ i < k, a (i + 1) * φ (i + 1) ω) ^ 2) 0)
    (m : Nat) : IsTail a m (E.mean fun ω => (f ω - ∑ i < m, a (i + 1) * φ (i + 1) ω) ^ 2) := by
  have e := fun k : Nat => mean_sub_sq_eq_sub h hf (a := fun i => a (i + 1))
    (fun i => ha (i + 1) (Nat.le_add_left 1 i)) (range k)
  have k := (hlim.shift m).const_sub (E.mean fun ω => (f ω - ∑ i < m, a (i + 1) * φ (i + 1) ω) ^ 2)
  rw [sub_zero] at k
  refine k.congr fun n => ?_
  rw [e m, e (n + m), Nat.add_comm n m, sum_range_add]
  ring

private theorem one_lt_cast {s : Nat} (hs : 2 ≤ s) : (1 : Real) < s :=
  lt_of_lt_of_le one_lt_two (Nat.cast_le_of_le hs)
private theorem one_div_mul_one_div (x y : Real) : 1 / x * (1 / y) = 1 / (x * y) := by
  rw [div_mul_div_comm, one_mul]

theorem powerSum_mono (s m : Nat) {k k' : Nat} (h : k ≤ k') :
    powerSum Real s m k ≤ powerSum Real s m k' :=
  sum_le_sum_of_subset_of_nonneg (fun _ hi => mem_range.2
    (Nat.lt_of_lt_of_le (mem_range.1 hi) h)) fun _ _ _ =>
      one_div_nonneg.2 (pow_nonneg (Nat.cast_nonneg _) s)

/-- The partial sums of the tail stay below the bound. -/
theorem powerSum_le_bound {s m : Nat} (hs : 2 ≤ s) (hm : 1 ≤ m) (k : Nat) :
    powerSum Real s m k ≤ 1 / (((s : Real) - 1) * (m : Real) ^ (s - 1)) := by
  have c : (1 : Real) < s := one_lt_cast hs
  refine le_trans (powerSum_bounds hs hm k).2 ?_
  rw [← one_div_mul_one_div]
  refine mul_le_mul_of_nonneg_left ?_ (one_div_nonneg.2 (by linarith))
  have := one_div_nonneg.2 (pow_nonneg (Nat.cast_nonneg (R := Real) (m + k)) (s - 1))
  linarith

/-- Algebraic tails (chapter 17): for `s ≥ 2` and `m ≥ 1` the infinite sum exists. -/
theorem exists_hasLimit_powerSum {s m : Nat} (hs : 2 ≤ s) (hm : 1 ≤ m) :
    ∃ l, HasLimit (fun k => powerSum Real s m k) l :=
  exists_hasLimit_of_monotone (fun _ _ h => powerSum_mono s m h) (powerSum_le_bound hs hm)

/-- Algebraic tails (chapter 17), the infinite sum:
`1 / ((s - 1) (m + 1)^(s - 1)) ≤ ∑_{j > m} j^(-s) ≤ 1 / ((s - 1) m^(s - 1))`. -/
theorem tail_bounds {s m : Nat} (hs : 2 ≤ s) (hm : 1 ≤ m) {l : Real}
    (hl : HasLimit (fun k => powerSum Real s m k) l) :
    1 / (((s : Real) - 1) * ((m : Real) + 1) ^ (s - 1)) ≤ l ∧
      l ≤ 1 / (((s : Real) - 1) * (m : Real) ^ (s - 1)) := by
  refine ⟨?_, hl.le_const (.of_forall (powerSum_le_bound hs hm))⟩
  have c : (1 : Real) < s := one_lt_cast hs
  have d : 0 ≤ 1 / ((s : Real) - 1) := one_div_nonneg.2 (by linarith)
  have lim := ((hasLimit_one_div.const_sub (1 / ((m : Real) + 1) ^ (s - 1))).const_mul
    (1 / ((s : Real) - 1)))
  rw [sub_zero, one_div_mul_one_div] at lim
  refine lim.le hl (.of_forall fun k => le_trans (mul_le_mul_of_nonneg_left ?_ d)
    (powerSum_bounds hs hm k).1)
  refine sub_le_sub_left ?_ _
  have k1 : (1 : Real) ≤ (k : Real) + 1 := le_add_of_nonneg_left (Nat.cast_nonneg k)
  have mk : (k : Real) + 1 ≤ ((m + k : Nat) : Real) + 1 :=
    add_le_add_right (Nat.cast_le_of_le (Nat.le_add_left k m)) 1
  refine one_div_le_one_div_of_le (lt_of_lt_of_le one_pos k1) (le_trans mk ?_)
  obtain ⟨t, ht⟩ : ∃ t, s - 1 = t + 1 :=
    ⟨s - 2, (Nat.sub_add_cancel (Nat.le_sub_one_of_lt hs)).symm⟩
  rw [ht, pow_succ]
  exact le_mul_of_one_le_left (by linarith) (one_le_pow₀ (by linarith))

/-! ## Learning curves -/

variable {a : Nat → Real} {L : Nat → Real} {m : Nat → Nat} {Linf C₀ c r γ : Real}

/-- Proposition 17.6 (spectral tail to learning curve): if the tail after `m` modes is at most
`C₀ m^(-r)`, if `n` units of the resource learn at least `max(1, c n^γ)` modes, and the loss above
the floor is at most the tail of what is learned, then `L n - L∞ ≤ C₀ c^(-r) n^(-r γ)`. -/
theorem learning_curve (hC : 0 ≤ C₀) (hr : 0 < r) (hc : 0 < c)
    (tail : ∀ m, 1 ≤ m → ∃ l, IsTail a m l ∧ l ≤ C₀ * (m : Real) ^ (-r))
    (speed : ∀ n, 1 ≤ n → 1 ≤ m n ∧ c * (n : Real) ^ γ ≤ m n)
    (leading : ∀ n, 1 ≤ n → ∀ l, IsTail a (m n) l → L n - Linf ≤ l) {n : Nat} (hn : 1 ≤ n) :
    L n - Linf ≤ C₀ * c ^ (-r) * (n : Real) ^ (-(r * γ)) := by
  obtain ⟨h₁, h₂⟩ := speed n hn
  obtain ⟨l, hl, b⟩ := tail (m n) h₁
  have p : (0 : Real) < n := Nat.cast_pos.2 hn
  have q := rpow_pos_of_pos p γ
  refine le_trans (leading n hn l hl) (le_trans b ?_)
  rw [mul_assoc]
  refine mul_le_mul_of_nonneg_left ?_ hC
  refine le_trans (rpow_le_rpow_of_nonpos (mul_pos hc q) h₂ (neg_nonpos.2 hr.le)) (le_of_eq ?_)
  rw [mul_rpow hc.le q.le, ← rpow_mul p.le, mul_neg, mul_comm γ]

/-- Proposition 17.6 for coefficients with `a_j² = j^(-s)`, `s ≥ 2`: the exponent is `(s - 1) γ`. -/
theorem learning_curve_powerSum {s : Nat} (hs : 2 ≤ s) (hc : 0 < c)
    (ha : ∀ j, 1 ≤ j → a j ^ 2 = 1 / (j : Real) ^ s)
    (speed : ∀ n, 1 ≤ n → 1 ≤ m n ∧ c * (n : Real) ^ γ ≤ m n)
    (leading : ∀ n, 1 ≤ n → ∀ l, IsTail a (m n) l → L n - Linf ≤ l) {n : Nat} (hn : 1 ≤ n) :
    L n - Linf ≤ 1 / ((s : Real) - 1) * c ^ (-((s : Real) - 1)) *
      (n : Real) ^ (-(((s : Real) - 1) * γ)) := by
  have d : (1 : Real) < s := one_lt_cast hs
  refine learning_curve (one_div_nonneg.2 (by linarith)) (by linarith) hc (fun m hm => ?_) speed
    leading hn
  obtain ⟨l, hl⟩ := exists_hasLimit_powerSum hs hm
  refine ⟨l, hl.congr fun k => sum_congr rfl fun i _ => ?_, ?_⟩
  · exact (ha _ (Nat.le_add_left 1 _)).symm
  · refine le_trans (tail_bounds hs hm hl).2 (le_of_eq ?_)
    have e : ((s : Real) - 1) = ((s - 1 : Nat) : Real) := by
      rw [Nat.cast_sub (Nat.le_of_succ_le hs), Nat.cast_one]
    rw [← one_div_mul_one_div, rpow_neg (Nat.cast_nonneg m), e, rpow_natCast (Nat.cast_nonneg m),
      one_div ((m : Real) ^ (s - 1))]

/-- The hypotheses of Proposition 17.6 can hold: coefficients `1 / j`, one mode for each unit, and
a loss that is the tail. -/
theorem learning_curve_witness : ∃ (a L : Nat → Real) (m : Nat → Nat), a 1 = 1 ∧
    (∀ m, 1 ≤ m → ∃ l, IsTail a m l ∧ l ≤ 1 * (m : Real) ^ (-1 : Real)) ∧
      (∀ n, 1 ≤ n → 1 ≤ m n ∧ 1 * (n : Real) ^ (1 : Real) ≤ m n) ∧
        ∀ n, 1 ≤ n → ∀ l, IsTail a (m n) l → L n - 0 ≤ l := by
  have sq : ∀ j : Nat, (1 / (j : Real)) ^ 2 = 1 / (j : Real) ^ 2 := fun j => one_div_pow _ 2
  refine ⟨fun j => 1 / (j : Real), fun n => lim fun k => powerSum Real 2 n k, fun n => n,
    ?_, ?_, ?_, ?_⟩
  · show 1 / ((1 : Nat) : Real) = 1
    rw [Nat.cast_one, div_one]
  · intro m hm
    obtain ⟨l, hl⟩ := exists_hasLimit_powerSum (le_refl 2) hm
    refine ⟨l, hl.congr fun k => sum_congr rfl fun i _ => (sq _).symm, ?_⟩
    refine le_trans (tail_bounds (le_refl 2) hm hl).2 (le_of_eq ?_)
    rw [rpow_neg (Nat.cast_nonneg m), rpow_one (Nat.cast_nonneg m), one_mul,
      show (((2 : Nat) : Real) - 1) = 1 by rw [show ((2 : Nat) : Real) = 2 from rfl]; linarith,
      one_mul, show (2 - 1 : Nat) = 1 from rfl, pow_one, one_div]
  · intro n hn
    exact ⟨hn, by rw [one_mul, rpow_one (Nat.cast_nonneg n)]⟩
  · intro n hn l hl
    rw [sub_zero]
    refine le_of_eq (HasLimit.lim_eq (hl.congr fun k => sum_congr rfl fun i _ => sq _))

end Real
end SpectralTail
