prelude
import DeepTheory.Algebra.Tactic.Linarith
import DeepTheory.Real.Order
/-! # Completeness of the real numbers

## Main definitions

* `BddAbove S`, `IsLUB S b`: the set `S`, given as a predicate, is bounded above; `b` is its least
  upper bound.
* `Real.sSup S`: the least upper bound, zero if there is none.
* `Real.lim u`: the limit of a sequence, zero if there is none.

## Main statements

* `Real.exists_hasLimit_of_isCauchy`: Cauchy sequences of real numbers converge,
* `Real.exists_isLUB`: a nonempty set that is bounded above has a least upper bound,
* `Real.exists_hasLimit_of_monotone`: bounded increasing sequences converge,
* `Real.hasLimit_one_div`, `Real.hasLimit_div_two_pow`, `Real.hasLimit_pow_of_lt_one`: sequences
  that converge to zero.
-/
set_option autoImplicit false
universe u

/-! ## Sequences that converge to zero -/

namespace Real

theorem hasLimit_one_div : HasLimit (fun n : Nat => 1 / ((n : Real) + 1)) 0 := fun ε hε => by
  obtain ⟨N, h⟩ := exists_one_div_lt hε
  refine ⟨N, fun n hn => ?_⟩
  show |1 / ((n : Real) + 1) - 0| < ε
  rw [sub_zero, abs_of_pos (one_div_pos.2 (Nat.cast_add_one_pos n))]
  refine lt_of_le_of_lt (one_div_le_one_div_of_le (Nat.cast_add_one_pos N) ?_) h
  exact add_le_add_right (Nat.cast_le_of_le hn) 1

theorem hasLimit_div_nat (c : Real) : HasLimit (fun n : Nat => c / ((n : Real) + 1)) 0 := by
  have := hasLimit_one_div.const_mul c
  rw [mul_zero] at this
  exact this.congr fun n => mul_one_div _ _

/-- Powers of two grow at least linearly. -/
theorem natCast_add_one_le_two_pow (n : Nat) : (n : Real) + 1 ≤ 2 ^ n := by
  have h := one_add_mul_le_pow (a := (1 : Real)) (by linarith) n
  rw [one_add_one_eq_two] at h
  linarith

theorem hasLimit_div_two_pow (c : Real) : HasLimit (fun n : Nat => c / 2 ^ n) 0 := by
  refine HasLimit.zero_of_abs_le (hasLimit_div_nat |c|) (.of_forall fun n => ?_)
  rw [abs_div, abs_of_pos (a := (2 : Real) ^ n) (pow_pos two_pos n)]
  exact div_le_div_of_nonneg_left (abs_nonneg c) (Nat.cast_add_one_pos n)
    (natCast_add_one_le_two_pow n)

/-- The powers of a number below one converge to zero. -/
theorem hasLimit_pow_of_lt_one {r : Real} (h : |r| < 1) : HasLimit (fun n => r ^ n) 0 := by
  by_cases h0 : r = 0
  · refine (HasLimit.const 0).congr' ⟨1, fun n hn => ?_⟩
    show (0 : Real) = r ^ n
    rw [h0, zero_pow (ne_of_gt hn)]
  · intro ε hε
    have hr : 0 < |r| := abs_pos.2 h0
    have ha : 0 < 1 / |r| - 1 := sub_pos.2 ((one_lt_div hr).2 h)
    obtain ⟨N, hN⟩ := exists_nat_mul_gt ha (1 / ε)
    refine ⟨N, fun n hn => ?_⟩
    show |r ^ n - 0| < ε
    rw [sub_zero, abs_pow]
    refine lt_of_le_of_lt (pow_le_pow_of_le_one (le_of_lt hr) (le_of_lt h) hn) ?_
    have k := one_add_mul_le_pow (a := 1 / |r| - 1) (by linarith) N
    rw [add_sub_cancel, one_div_pow, le_div_iff₀ (pow_pos hr N)] at k
    have hp := pow_pos hr N
    rw [div_lt_iff₀ hε] at hN
    nlinarith [mul_pos hp hε, mul_lt_mul_of_pos_left hN hp]

/-! ## Completeness -/

/-- Cauchy sequences of real numbers converge. -/
theorem exists_hasLimit_of_isCauchy {u : Nat → Real} (hu : IsCauchy u) : ∃ l, HasLimit u l := by
  obtain ⟨q, hq⟩ := Classical.axiomOfChoice fun n : Nat =>
    exists_rat_near (u n) (one_div_pos.2 (Nat.cast_add_one_pos n))
  have close : HasLimit (fun n => u n - q n) 0 := by
    refine HasLimit.zero_of_abs_le hasLimit_one_div (.of_forall fun n => le_of_lt (hq n))
  have cauchy : IsCauchy q := by
    intro ε hε
    obtain ⟨N, h⟩ := (hu.add close.isCauchy.neg) ε (Rat.cast_pos.2 hε)
    refine ⟨N, fun m n hm hn => ?_⟩
    have h := h m n hm hn
    rw [show u m + -(u m - q m) - (u n + -(u n - q n)) = (q m : Real) - q n by ring] at h
    rwa [← Rat.cast_sub, ← Rat.cast_abs, Rat.cast_lt] at h
  refine ⟨mk q cauchy, ?_⟩
  have := close.add (hasLimit_mk q cauchy)
  rw [zero_add] at this
  exact this.congr fun n => by ring

open Classical in
/-- The limit of a sequence; zero if it does not converge. -/
noncomputable def lim (u : Nat → Real) : Real := if h : ∃ l, HasLimit u l then choose h else 0

theorem hasLimit_lim {u : Nat → Real} (h : ∃ l, HasLimit u l) : HasLimit u (lim u) := by
  unfold lim
  rw [dif_pos h]; exact Classical.choose_spec h

end Real

theorem HasLimit.lim_eq {u : Nat → Real} {l : Real} (h : HasLimit u l) : Real.lim u = l :=
  (Real.hasLimit_lim ⟨l, h⟩).unique h

/-! ## Least upper bounds -/

/-- The set `S` is bounded above. -/
def BddAbove {α : Type u} [LE α] (S : α → Prop) : Prop := ∃ b, ∀ x, S x → x ≤ b

/-- The set `S` is bounded below. -/
def BddBelow {α : Type u} [LE α] (S : α → Prop) : Prop := ∃ b, ∀ x, S x → b ≤ x

/-- `b` is the least upper bound of `S`. -/
def IsLUB {α : Type u} [LE α] (S : α → Prop) (b : α) : Prop :=
  (∀ x, S x → x ≤ b) ∧ ∀ c, (∀ x, S x → x ≤ c) → b ≤ c

/-- `b` is the greatest lower bound of `S`. -/
def IsGLB {α : Type u} [LE α] (S : α → Prop) (b : α) : Prop :=
  (∀ x, S x → b ≤ x) ∧ ∀ c, (∀ x, S x → c ≤ x) → c ≤ b

theorem IsLUB.unique {α : Type u} [PartialOrder α] {S : α → Prop} {a b : α} (h : IsLUB S a)
    (k : IsLUB S b) : a = b :=
  le_antisymm (h.2 b k.1) (k.2 a h.1)

/-- Below the least upper bound there is no upper bound. -/
theorem IsLUB.exists_gt {α : Type u} [LinearOrder α] {S : α → Prop} {b c : α} (h : IsLUB S b)
    (k : c < b) :
    ∃ x, S x ∧ c < x :=
  Classical.byContradiction fun n =>
    not_le_of_gt k (h.2 c fun x hx => le_of_not_gt fun l => n ⟨x, hx, l⟩)

namespace Real
variable {S : Real → Prop}

/-- An upper bound below which there is no upper bound at distance `ε`. -/
private theorem exists_near_bound {s b ε : Real} (hs : S s) (hb : ∀ x, S x → x ≤ b) (hε : 0 < ε) :
    ∃ c, (∀ x, S x → x ≤ c) ∧ ∃ x, S x ∧ c - ε < x :=
  Classical.byContradiction fun h => by
    have step : ∀ n : Nat, ∀ x, S x → x ≤ b - n * ε := by
      intro n
      induction n with
      | zero => rw [Nat.cast_zero, zero_mul, sub_zero]; exact hb
      | succ n ih =>
        intro x hx
        have := le_of_not_gt fun l => h ⟨b - n * ε, ih, x, hx, l⟩
        rw [Nat.cast_add_one]
        linarith
    obtain ⟨n, hn⟩ := exists_nat_mul_gt hε (b - s)
    have := step n s hs
    linarith

/-- A nonempty set of real numbers that is bounded above has a least upper bound. -/
theorem exists_isLUB (hne : ∃ x, S x) (hb : BddAbove S) : ∃ b, IsLUB S b := by
  obtain ⟨s, hs⟩ := hne
  obtain ⟨b, hb⟩ := hb
  obtain ⟨c, hc⟩ := Classical.axiomOfChoice fun n : Nat =>
    exists_near_bound hs hb (one_div_pos.2 (Nat.cast_add_one_pos (R := Real) n))
  have half : ∀ m n, c m - c n < 1 / ((m : Real) + 1) := fun m n => by
    obtain ⟨x, hx, k⟩ := (hc m).2
    have := (hc n).1 x hx
    linarith
  have cauchy : IsCauchy c := fun ε hε => by
    obtain ⟨N, hN⟩ := exists_one_div_lt hε
    have small : ∀ m, N ≤ m → 1 / ((m : Real) + 1) < ε := fun m hm =>
      lt_of_le_of_lt (one_div_le_one_div_of_le (Nat.cast_add_one_pos N)
        (add_le_add_right (Nat.cast_le_of_le hm) 1)) hN
    refine ⟨N, fun m n hm hn => abs_lt.2 ⟨?_, lt_trans (half m n) (small m hm)⟩⟩
    have := lt_trans (half n m) (small n hn)
    linarith
  obtain ⟨l, hl⟩ := exists_hasLimit_of_isCauchy cauchy
  refine ⟨l, fun x hx => hl.const_le (.of_forall fun n => (hc n).1 x hx), fun d hd => ?_⟩
  have := hl.sub hasLimit_one_div
  rw [sub_zero] at this
  refine this.le_const (.of_forall fun n => ?_)
  obtain ⟨x, hx, k⟩ := (hc n).2
  exact le_of_lt (lt_of_lt_of_le k (hd x hx))

/-- A nonempty set of real numbers that is bounded below has a greatest lower bound. -/
theorem exists_isGLB (hne : ∃ x, S x) (hb : BddBelow S) : ∃ b, IsGLB S b := by
  obtain ⟨s, hs⟩ := hne
  obtain ⟨b, hb⟩ := hb
  obtain ⟨c, hc⟩ := exists_isLUB (S := fun x => S (-x))
    ⟨-s, show S (- -s) by rw [neg_neg]; exact hs⟩ ⟨-b, fun x hx => le_neg.1 (hb _ hx)⟩
  exact ⟨-c, fun x hx => neg_le.1 (hc.1 _ (show S (- -x) by rw [neg_neg]; exact hx)),
    fun d hd => le_neg.1 (hc.2 _ fun x hx => le_neg.1 (hd _ hx))⟩

open Classical in
/-- The least upper bound of a set of real numbers; zero if there is none. -/
noncomputable def sSup (S : Real → Prop) : Real := if h : ∃ b, IsLUB S b then choose h else 0

theorem isLUB_sSup (hne : ∃ x, S x) (hb : BddAbove S) : IsLUB S (sSup S) := by
  have h := exists_isLUB hne hb
  unfold sSup
  rw [dif_pos h]; exact Classical.choose_spec h
theorem le_sSup (hb : BddAbove S) {x : Real} (hx : S x) : x ≤ sSup S :=
  (isLUB_sSup ⟨x, hx⟩ hb).1 x hx
theorem sSup_le (hne : ∃ x, S x) {b : Real} (h : ∀ x, S x → x ≤ b) : sSup S ≤ b :=
  (isLUB_sSup hne ⟨b, h⟩).2 b h
theorem sSup_eq {b : Real} (h : IsLUB S b) : sSup S = b := by
  have h' : ∃ b, IsLUB S b := ⟨b, h⟩
  unfold sSup
  rw [dif_pos h']; exact (Classical.choose_spec h').unique h

/-! ## Monotone convergence -/

/-- An increasing sequence converges to the least upper bound of its terms. -/
theorem hasLimit_of_monotone {u : Nat → Real} {l : Real} (hu : ∀ m n, m ≤ n → u m ≤ u n)
    (hl : IsLUB (fun x => ∃ n, u n = x) l) : HasLimit u l := fun ε hε => by
  obtain ⟨_, ⟨N, rfl⟩, h⟩ := hl.exists_gt (sub_lt_self l hε)
  refine ⟨N, fun n hn => abs_lt.2 ⟨?_, ?_⟩⟩
  · have := hu N n hn
    linarith
  · have := hl.1 (u n) ⟨n, rfl⟩
    linarith

/-- A bounded increasing sequence converges. -/
theorem exists_hasLimit_of_monotone {u : Nat → Real} {B : Real} (hu : ∀ m n, m ≤ n → u m ≤ u n)
    (hB : ∀ n, u n ≤ B) :
    ∃ l, HasLimit u l := by
  obtain ⟨l, hl⟩ :=
    exists_isLUB (S := fun x => ∃ n, u n = x) ⟨u 0, 0, rfl⟩ ⟨B, fun _ ⟨n, h⟩ => h ▸ hB n⟩
  exact ⟨l, hasLimit_of_monotone hu hl⟩

/-- A bounded decreasing sequence converges. -/
theorem exists_hasLimit_of_antitone {u : Nat → Real} {B : Real} (hu : ∀ m n, m ≤ n → u n ≤ u m)
    (hB : ∀ n, B ≤ u n) :
    ∃ l, HasLimit u l := by
  obtain ⟨l, hl⟩ :=
    exists_hasLimit_of_monotone (u := fun n => -u n) (fun m n h => neg_le_neg (hu m n h))
    fun n => neg_le_neg (hB n)
  exact ⟨-l, hl.neg.congr fun n => neg_neg _⟩

private theorem le_shift (N n : Nat) : N ≤ n + N := by rw [Nat.add_comm]; exact Nat.le_add_right N n

/-- A bounded sequence that increases from the index `N` on converges. -/
theorem exists_hasLimit_of_monotone_from {u : Nat → Real} {B : Real} (N : Nat)
    (hu : ∀ n, N ≤ n → u n ≤ u (n + 1))
    (hB : ∀ n, N ≤ n → u n ≤ B) : ∃ l, HasLimit u l := by
  have step : ∀ m n, m ≤ n → u (m + N) ≤ u (n + N) := by
    intro m n h
    induction h with
    | refl => exact le_refl _
    | step h ih =>
      refine le_trans ih ?_
      rw [Nat.succ_add]; exact hu _ (le_shift N _)
  obtain ⟨l, hl⟩ := exists_hasLimit_of_monotone (u := fun n => u (n + N)) step fun n =>
      hB _ (le_shift N n)
  exact ⟨l, hl.of_shift⟩

end Real

/-- The terms of an increasing sequence are at most its limit. -/
theorem HasLimit.ge_of_monotone {K : Type u} [LinearOrderedField K] {u : Nat → K} {l : K}
    (h : HasLimit u l)
    (hu : ∀ m n, m ≤ n → u m ≤ u n) (n : Nat) : u n ≤ l := h.const_le ⟨n, fun m hm => hu n m hm⟩
