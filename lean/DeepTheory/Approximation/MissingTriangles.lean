prelude
import DeepTheory.Approximation.Tent
import DeepTheory.Real.Integral
/-! # Missing triangles

A function with few affine pieces is far from a tent map that was iterated often: it cannot follow
the oscillations.

Book items: missing triangles (chapter 3).

## Main statements

* `IsSawtooth.le_misses`: a `P`-sawtooth function cannot be on the right side of a level at many of
  the points where the sides alternate.
* `IsSawtooth.le_card_far_from_tent`: at least `2 ^ (k - 1) + 1 - P` of the points `j / 2 ^ k` are
  missed by one half.
* `IsSawtooth.le_riemannSum`, `IsSawtooth.le_integral`: the distance in the mean is at least
  `(2 ^ (k - 1) - P) / 2 ^ (k + 2)`.
* `IsSawtooth.exists_variationLE`, `IsSawtooth.exists_le_integral`: over the real numbers the
  integral exists.

## Notes

The bound for the integral averages over all translates of the grid `j / 2 ^ k`. At the translate
by `u` half of the points less `P` are missed by `|u - 1/2|`, which is `1/4` in the mean. So the
bound needs no continuity, and no limit: it holds for every Riemann sum over `2 ^ k m` equal parts
with left tags, `m` even.
-/
set_option autoImplicit false
universe u

open Finset

variable {K : Type u} [LinearOrderedField K] {P : Nat} {I : K → Prop} {g : K → K}

/-! ## Alternating patterns -/

/-- Missing triangles (chapter 3), the counting argument: let `x 0 ≤ x 1 ≤ ...` and let `up j`
change its value with every step. If `g` is `P`-sawtooth, then among the first `n` points at least
`n / 2 - P` are on the wrong side of the level `θ`: at or above it, and not `up`, or below it, and
`up`. -/
theorem IsSawtooth.le_misses (hg : IsSawtooth P I g) (θ : K) {x : Nat → K}
    (hx : ∀ j, x j ≤ x (j + 1)) {up : Nat → Bool} (alt : ∀ j, up (j + 1) = !up j) (n : Nat)
    (hI : ∀ j, j < n → I (x j)) :
    n ≤ 2 * (∑ j < n, if decide (θ ≤ g (x j)) = up j then 0 else 1) + 2 * P := by
  obtain ⟨c, lt, mono, aff⟩ := isSawtooth_iff_monotone.1 hg
  let b : Nat → Bool := fun j => decide (θ ≤ g (x j))
  let hit : Nat → Nat := fun j => if b j = up j then 1 else 0
  have le : ∀ i j, i ≤ j → x i ≤ x j := by
    intro i j hij
    induction j with
    | zero => rw [Nat.le_zero.1 hij]
    | succ j ih =>
      rcases Nat.lt_or_ge i (j + 1) with h | h
      · exact le_trans (ih (Nat.le_of_lt_succ h)) (hx j)
      · rw [Nat.le_antisymm hij h]
  -- In one piece the side of the level changes at most once.
  have once : ∀ i j, i ≤ j → j + 1 < n → c (x i) = c (x j) → c (x j) = c (x (j + 1)) →
      b i ≠ b j → b j ≠ b (j + 1) → False := by
    intro i j hij hj e₁ e₂ h₁ h₂
    obtain ⟨p, q, k⟩ := aff (c (x j))
    have m := affine_between p q (le i j hij) (hx j)
    rw [← k _ (hI i (Nat.lt_of_le_of_lt hij (Nat.lt_of_succ_lt hj))) e₁,
      ← k _ (hI j (Nat.lt_of_succ_lt hj)) rfl, ← k _ (hI (j + 1) hj) e₂.symm] at m
    have h₁ : ¬(θ ≤ g (x i) ↔ θ ≤ g (x j)) := fun l => h₁ (decide_eq_decide.2 l)
    have h₂ : ¬(θ ≤ g (x j) ↔ θ ≤ g (x (j + 1))) := fun l => h₂ (decide_eq_decide.2 l)
    by_cases h : θ ≤ g (x j)
    · have l₁ : ¬θ ≤ g (x i) := fun l => h₁ ⟨fun _ => h, fun _ => l⟩
      have l₂ : ¬θ ≤ g (x (j + 1)) := fun l => h₂ ⟨fun _ => l, fun _ => h⟩
      rcases m with m | m
      · exact l₂ (le_trans h m.2)
      · exact l₁ (le_trans h m.2)
    · have l₁ : θ ≤ g (x i) := Classical.byContradiction fun l =>
        h₁ ⟨fun l' => absurd l' l, fun l' => absurd l' h⟩
      have l₂ : θ ≤ g (x (j + 1)) := Classical.byContradiction fun l =>
        h₂ ⟨fun l' => absurd l' h, fun l' => absurd l' l⟩
      rcases m with m | m
      · exact h (le_trans l₁ m.1)
      · exact h (le_trans l₂ m.1)
  -- Two neighbours are both hit only if the side changes between them. The number of changes is at
  -- most twice the number of the piece, and one more after a change in the piece.
  have count : ∀ j, j < n →
      (j + 2 ≤ 2 * (∑ i < j + 1, if b i = up i then 0 else 1) + 2 * c (x j) + hit 0 + hit j) ∨
      (j + 1 ≤ 2 * (∑ i < j + 1, if b i = up i then 0 else 1) + 2 * c (x j) + hit 0 + hit j ∧
        ∃ i, i ≤ j ∧ c (x i) = c (x j) ∧ b i ≠ b j) := by
    intro j
    induction j with
    | zero =>
      intro _
      refine .inl ?_
      rw [sum_range_succ, sum_range_zero]
      show _ ≤ 2 * (0 + if b 0 = up 0 then 0 else 1) + 2 * c (x 0) +
        (if b 0 = up 0 then 1 else 0) + if b 0 = up 0 then 1 else 0
      split <;> omega
    | succ j ih =>
      intro hj
      have hc := mono _ _ (hI j (Nat.lt_of_succ_lt hj)) (hI (j + 1) hj) (hx j)
      rw [sum_range_succ]
      have two : hit j + hit (j + 1) ≤ if b j = b (j + 1) then 1 else 2 := by
        show (if b j = up j then 1 else 0) + (if b (j + 1) = up (j + 1) then 1 else 0) ≤ _
        rw [alt j]
        cases b j <;> cases b (j + 1) <;> cases up j <;> decide
      have own : hit (j + 1) + (if b (j + 1) = up (j + 1) then 0 else 1) = 1 := by
        show (if b (j + 1) = up (j + 1) then 1 else 0) + _ = 1
        split <;> rfl
      generalize (if b (j + 1) = up (j + 1) then 0 else 1) = miss at own ⊢
      specialize ih (Nat.lt_of_succ_lt hj)
      generalize (∑ i < j + 1, if b i = up i then 0 else 1) = s at ih ⊢
      by_cases same : c (x j) = c (x (j + 1))
      · by_cases hb : b j = b (j + 1)
        · rw [if_pos hb] at two
          rcases ih with h | ⟨h, i, hi, e, k⟩
          · exact .inl (by omega)
          · exact .inr ⟨by omega, i, Nat.le_succ_of_le hi, e.trans same, hb ▸ k⟩
        · rw [if_neg hb] at two
          rcases ih with h | ⟨h, i, hi, e, k⟩
          · exact .inr ⟨by omega, j, Nat.le_succ j, same, hb⟩
          · exact (once i j hi hj e same k hb).elim
      · have two' : hit j + hit (j + 1) ≤ 2 := le_trans two (by split <;> decide)
        refine .inl ?_
        rcases ih with h | ⟨h, _⟩ <;> omega
  cases n with
  | zero => exact Nat.zero_le _
  | succ n =>
    have hP := lt _ (hI n (Nat.lt_succ_self n))
    have h₀ : hit 0 ≤ 1 := by show (if b 0 = up 0 then 1 else 0) ≤ 1; split <;> decide
    have h₁ : hit n ≤ 1 := by show (if b n = up n then 1 else 0) ≤ 1; split <;> decide
    show _ ≤ 2 * (∑ j < n + 1, if b j = up j then 0 else 1) + 2 * P
    rcases count n (Nat.lt_succ_self n) with h | ⟨h, _⟩ <;> omega

/-! ## Points of a grid -/

/-- Missing triangles (chapter 3): a `P`-sawtooth function on the unit interval misses the iterate
of `k + 1` modules by one half or more at `2 ^ k + 1 - P` or more of the points
`j / 2 ^ (k + 1)`. -/
theorem IsSawtooth.le_card_far_from_tent (hg : IsSawtooth P (fun x => 0 ≤ x ∧ x ≤ 1) g) (k : Nat) :
    2 ^ k + 1 ≤ P + ((range (2 ^ (k + 1) + 1)).filter fun j : Nat => 1 / 2 ≤
      |(k + 1).iterate tent ((j : K) / 2 ^ (k + 1)) - g ((j : K) / 2 ^ (k + 1))|).card := by
  have two : (0 : K) < 2 ^ (k + 1) := pow_pos two_pos _
  have h := hg.le_misses (1 / 2) (x := fun j => (j : K) / 2 ^ (k + 1))
    (up := fun j => decide (j % 2 = 1)) (fun j => ?_) (fun j => ?_) (2 ^ (k + 1) + 1)
    (fun j hj => ⟨div_nonneg (Nat.cast_nonneg j) two.le, ?_⟩)
  · rw [card_filter]
    have le : (∑ j < 2 ^ (k + 1) + 1,
        if decide (1 / 2 ≤ g ((j : K) / 2 ^ (k + 1))) = decide (j % 2 = 1) then 0 else 1) ≤
        ∑ j < 2 ^ (k + 1) + 1, if 1 / 2 ≤
          |(k + 1).iterate tent ((j : K) / 2 ^ (k + 1)) - g ((j : K) / 2 ^ (k + 1))|
          then 1 else 0 := by
      refine sum_le_sum fun j hj => ?_
      rw [iterate_tent_dyadic (Nat.le_of_lt_succ (mem_range.1 hj))]
      by_cases hit : decide (1 / 2 ≤ g ((j : K) / 2 ^ (k + 1))) = decide (j % 2 = 1)
      · rw [if_pos hit]
        exact Nat.zero_le _
      · rw [if_neg hit, if_pos]
        rcases Nat.mod_two_eq_zero_or_one j with e | e
        · rw [e, Nat.cast_zero, zero_sub, abs_neg]
          have : 1 / 2 ≤ g ((j : K) / 2 ^ (k + 1)) := Classical.byContradiction fun l =>
            hit (by rw [decide_eq_false l, e]; rfl)
          exact le_trans this (le_abs_self _)
        · rw [e, Nat.cast_one]
          have : ¬1 / 2 ≤ g ((j : K) / 2 ^ (k + 1)) := fun l =>
            hit (by rw [decide_eq_true l, e]; rfl)
          refine le_trans ?_ (le_abs_self _)
          linarith [lt_of_not_ge this]
    have e : 2 ^ (k + 1) = 2 ^ k * 2 := rfl
    omega
  · show (j : K) / 2 ^ (k + 1) ≤ ((j + 1 : Nat) : K) / 2 ^ (k + 1)
    exact div_le_div_of_nonneg_right (Nat.cast_le.2 (Nat.le_succ j)) two.le
  · show decide ((j + 1) % 2 = 1) = !decide (j % 2 = 1)
    rcases Nat.mod_two_eq_zero_or_one j with e | e
    · rw [e, show (j + 1) % 2 = 1 by omega]; rfl
    · rw [e, show (j + 1) % 2 = 0 by omega]; rfl
  · rw [div_le_one two]
    have := Nat.cast_le (R := K).2 (Nat.le_of_lt_succ hj)
    rwa [Nat.cast_pow, Nat.cast_ofNat] at this

/-- Missing triangles (chapter 3), on a translate of the grid: at the points `(j + u) / 2 ^ k` a
`P`-sawtooth function misses the iterate by `(2 ^ (k - 1) - P) |u - 1/2|` in total. -/
theorem IsSawtooth.le_sum_translate (hg : IsSawtooth P (fun x => 0 ≤ x ∧ x ≤ 1) g) (k : Nat) {u : K}
    (h₀ : 0 ≤ u) (h₁ : u ≤ 1) : ((2 : K) ^ k / 2 - P) * |u - 1 / 2| ≤
      ∑ j < 2 ^ k, |k.iterate tent (((j : K) + u) / 2 ^ k) - g (((j : K) + u) / 2 ^ k)| := by
  have two : (0 : K) < 2 ^ k := pow_pos two_pos _
  let up : Nat → Bool := fun j => if 1 / 2 ≤ u then decide (j % 2 = 0) else decide (j % 2 = 1)
  have h := hg.le_misses (1 / 2) (x := fun j => ((j : K) + u) / 2 ^ k) (up := up) (fun j => ?_)
    (fun j => ?_) (2 ^ k) (fun j hj => ⟨?_, ?_⟩)
  · have c := Nat.cast_le (R := K).2 h
    rw [Nat.cast_add, Nat.cast_mul, Nat.cast_mul, Nat.cast_pow, Nat.cast_ofNat] at c
    refine le_trans (mul_le_mul_of_nonneg_right (by linarith :
      (2 : K) ^ k / 2 - P ≤ ((∑ j < 2 ^ k,
        if decide (1 / 2 ≤ g (((j : K) + u) / 2 ^ k)) = up j then 0 else 1 : Nat) : K))
      (abs_nonneg _)) ?_
    rw [Nat.cast_sum, sum_mul]
    refine sum_le_sum fun j hj => ?_
    have e : (2 : K) ^ k * (((j : K) + u) / 2 ^ k) = j + u := mul_div_cancel₀ _ two.ne'
    rw [iterate_tent (mem_range.1 hj) (by rw [e]; linarith) (by rw [e]; linarith), e]
    by_cases hit : decide (1 / 2 ≤ g (((j : K) + u) / 2 ^ k)) = up j
    · rw [if_pos hit, Nat.cast_zero, zero_mul]
      exact abs_nonneg _
    · rw [if_neg hit, Nat.cast_one, one_mul]
      generalize g (((j : K) + u) / 2 ^ k) = y at hit ⊢
      by_cases hu : 1 / 2 ≤ u
      · rw [abs_of_nonneg (by linarith : 0 ≤ u - 1 / 2)]
        replace hit : ¬decide (1 / 2 ≤ y) = decide (j % 2 = 0) := by
          rwa [show up j = decide (j % 2 = 0) from if_pos hu] at hit
        by_cases even : j % 2 = 0
        · rw [if_pos even]
          have : ¬1 / 2 ≤ y := fun l => hit (by rw [decide_eq_true l, decide_eq_true even])
          refine le_trans ?_ (le_abs_self _)
          linarith [lt_of_not_ge this]
        · rw [if_neg even]
          have : 1 / 2 ≤ y := Classical.byContradiction fun l =>
            hit (by rw [decide_eq_false l, decide_eq_false even])
          refine le_trans ?_ (neg_le_abs _)
          linarith
      · rw [abs_of_nonpos (by linarith [lt_of_not_ge hu] : u - 1 / 2 ≤ 0)]
        replace hit : ¬decide (1 / 2 ≤ y) = decide (j % 2 = 1) := by
          rwa [show up j = decide (j % 2 = 1) from if_neg hu] at hit
        by_cases odd : j % 2 = 1
        · rw [if_neg (by omega)]
          have : ¬1 / 2 ≤ y := fun l => hit (by rw [decide_eq_true l, decide_eq_true odd])
          refine le_trans ?_ (le_abs_self _)
          linarith [lt_of_not_ge this]
        · rw [if_pos (by omega)]
          have : 1 / 2 ≤ y := Classical.byContradiction fun l =>
            hit (by rw [decide_eq_false l, decide_eq_false odd])
          refine le_trans ?_ (neg_le_abs _)
          linarith
  · show ((j : K) + u) / 2 ^ k ≤ (((j + 1 : Nat) : K) + u) / 2 ^ k
    exact div_le_div_of_nonneg_right
      (add_le_add_right (Nat.cast_le.2 (Nat.le_succ j)) u) two.le
  · show (if 1 / 2 ≤ u then decide ((j + 1) % 2 = 0) else decide ((j + 1) % 2 = 1)) =
      !if 1 / 2 ≤ u then decide (j % 2 = 0) else decide (j % 2 = 1)
    rcases Nat.mod_two_eq_zero_or_one j with e | e
    · rw [e, show (j + 1) % 2 = 1 by omega]
      split <;> rfl
    · rw [e, show (j + 1) % 2 = 0 by omega]
      split <;> rfl
  · exact div_nonneg (add_nonneg (Nat.cast_nonneg j) h₀) two.le
  · rw [div_le_one two]
    have := Nat.cast_le (R := K).2 hj
    rw [Nat.cast_succ, Nat.cast_pow, Nat.cast_ofNat] at this
    linarith

/-! ## The integral -/

/-- The mean distance of the numbers `r / (2 m)` from `1/2` is `1/4`. -/
theorem sum_abs_sub_half {m : Nat} (hm : 0 < m) :
    ∑ r < 2 * m, |(r : K) / ((2 * m : Nat) : K) - 1 / 2| = (m : K) / 2 := by
  have pos : (0 : K) < m := Nat.cast_pos.2 hm
  have cast : ((2 * m : Nat) : K) = 2 * m := by rw [Nat.cast_mul, Nat.cast_ofNat]
  rw [cast, Nat.two_mul, sum_range_add, ← sum_add_distrib]
  have term : ∀ r, r ∈ range m → |(r : K) / (2 * m) - 1 / 2| +
      |((m + r : Nat) : K) / (2 * m) - 1 / 2| = 1 / 2 := fun r hr => by
    have lt : (r : K) ≤ m := Nat.cast_le.2 (mem_range.1 hr).le
    have h₁ : (r : K) / (2 * m) ≤ 1 / 2 := by
      rw [div_le_iff₀ (by positivity)]
      linarith
    have h₂ : ((m + r : Nat) : K) / (2 * m) - 1 / 2 = r / (2 * m) := by
      rw [Nat.cast_add]
      field
    rw [h₂, abs_of_nonpos (by linarith), abs_of_nonneg (by positivity)]
    linarith
  rw [sum_congr rfl term, sum_const, card_range, mul_one_div]

/-- Missing triangles (chapter 3), for sums: the mean distance of a `P`-sawtooth function from the
iterate of `k` modules, over the beginnings of `2 ^ k 2 m` equal parts of the unit interval, is at
least `(2 ^ (k - 1) - P) / 2 ^ (k + 2)`. -/
theorem IsSawtooth.le_riemannSum (hg : IsSawtooth P (fun x => 0 ≤ x ∧ x ≤ 1) g) (k : Nat) {m : Nat}
    (hm : 0 < m) : ((2 : K) ^ k / 2 - P) / 2 ^ (k + 2) ≤
      riemannSum (fun x => |k.iterate tent x - g x|) (2 ^ k * (2 * m))
        fun j => (j : K) / ((2 ^ k * (2 * m) : Nat) : K) := by
  have two : (0 : K) < 2 ^ k := pow_pos two_pos _
  have pos : (0 : K) < m := Nat.cast_pos.2 hm
  have hM : (0 : K) < ((2 * m : Nat) : K) := Nat.cast_pos.2 (Nat.mul_pos (by decide) hm)
  have hN : ((2 ^ k * (2 * m) : Nat) : K) = 2 ^ k * ((2 * m : Nat) : K) := by
    rw [Nat.cast_mul, Nat.cast_pow, Nat.cast_ofNat]
  have le : ((2 : K) ^ k / 2 - P) * ((m : K) / 2) ≤ ∑ i < 2 ^ k * (2 * m),
      |k.iterate tent ((i : K) / ((2 ^ k * (2 * m) : Nat) : K)) -
        g ((i : K) / ((2 ^ k * (2 * m) : Nat) : K))| := by
    rw [sum_range_mul, sum_comm, ← sum_abs_sub_half hm, mul_sum]
    refine sum_le_sum fun r hr => ?_
    have hr : (r : K) ≤ ((2 * m : Nat) : K) := Nat.cast_le.2 (mem_range.1 hr).le
    refine le_trans (hg.le_sum_translate k (div_nonneg (Nat.cast_nonneg r) hM.le)
      ((div_le_one hM).2 hr)) (le_of_eq (sum_congr rfl fun j _ => ?_))
    have e : ((j * (2 * m) + r : Nat) : K) / ((2 ^ k * (2 * m) : Nat) : K) =
        ((j : K) + r / ((2 * m : Nat) : K)) / 2 ^ k := by
      rw [hN, Nat.cast_add, Nat.cast_mul j]
      field
    rw [e]
  rw [riemannSum, le_div_iff₀ (by rw [hN]; exact mul_pos two hM)]
  refine le_trans (le_of_eq ?_) le
  rw [hN, Nat.cast_mul, Nat.cast_ofNat, pow_add]
  field

/-- Missing triangles (chapter 3): the integral of the distance of a `P`-sawtooth function from the
iterate of `k` modules is at least `(2 ^ (k - 1) - P) / 2 ^ (k + 2)`. -/
theorem IsSawtooth.le_integral (hg : IsSawtooth P (fun x => 0 ≤ x ∧ x ≤ 1) g) (k : Nat) {J : K}
    (hJ : HasIntegral (fun x => |k.iterate tent x - g x|) J) :
    ((2 : K) ^ k / 2 - P) / 2 ^ (k + 2) ≤ J := by
  refine le_of_not_gt fun lt => ?_
  obtain ⟨N, h⟩ := hJ _ (sub_pos.2 lt)
  have one : 1 ≤ 2 ^ k := Nat.two_pow_pos k
  have large : N ≤ 2 ^ k * (2 * (N + 1)) := by
    have := Nat.mul_le_mul_right (2 * (N + 1)) one
    omega
  have pos : (0 : K) < ((2 ^ k * (2 * (N + 1)) : Nat) : K) := Nat.cast_pos.2
    (Nat.mul_pos one (by omega))
  have close := h _ large (fun j => (j : K) / ((2 ^ k * (2 * (N + 1)) : Nat) : K)) fun j _ =>
    ⟨le_rfl, div_le_div_of_nonneg_right (le_add_of_nonneg_right zero_le_one) pos.le⟩
  have := hg.le_riemannSum k (Nat.zero_lt_succ N)
  have := (abs_lt.1 close).2
  linarith

/-- A sawtooth function has bounded variation: its slopes are bounded, and it has few jumps. -/
theorem IsSawtooth.exists_variationLE (hg : IsSawtooth P (fun x => 0 ≤ x ∧ x ≤ 1) g) :
    ∃ φ, VariationLE g φ := by
  obtain ⟨c, lt, mono, aff⟩ := isSawtooth_iff_monotone.1 hg
  let a : Nat → K := fun i => Classical.choose (aff i)
  let b : Nat → K := fun i => Classical.choose (Classical.choose_spec (aff i))
  have e : ∀ x, 0 ≤ x → x ≤ 1 → g x = a (c x) * x + b (c x) := fun x h₀ h₁ =>
    Classical.choose_spec (Classical.choose_spec (aff (c x))) x ⟨h₀, h₁⟩ rfl
  obtain ⟨A, hA⟩ : ∃ A, A = ∑ i < P, |a i| := ⟨_, rfl⟩
  obtain ⟨B, hB⟩ : ∃ B, B = ∑ i < P, |b i| := ⟨_, rfl⟩
  have slope : ∀ x, 0 ≤ x → x ≤ 1 → |a (c x)| ≤ A := fun x h₀ h₁ => hA ▸
    single_le_sum (f := fun i => |a i|) (fun _ _ => abs_nonneg _) (mem_range.2 (lt x ⟨h₀, h₁⟩))
  have bound : ∀ x, 0 ≤ x → x ≤ 1 → |g x| ≤ A + B := fun x h₀ h₁ => by
    rw [e x h₀ h₁]
    refine le_trans (abs_add_le _ _) (add_le_add ?_ (hB ▸ single_le_sum (f := fun i => |b i|)
      (fun _ _ => abs_nonneg _) (mem_range.2 (lt x ⟨h₀, h₁⟩))))
    rw [abs_mul, abs_of_nonneg h₀]
    exact le_trans (mul_le_of_le_one_right (abs_nonneg _) h₁) (slope x h₀ h₁)
  refine ⟨fun x => A * x + 2 * (A + B) * (c x : K), fun x y h₀ hxy h₁ => ?_⟩
  have x₁ := le_trans hxy h₁
  have y₀ := le_trans h₀ hxy
  have nA : 0 ≤ A := le_trans (abs_nonneg _) (slope x h₀ x₁)
  have nAB : 0 ≤ A + B := le_trans (abs_nonneg _) (bound x h₀ x₁)
  have step : 0 ≤ A * (y - x) := mul_nonneg nA (sub_nonneg.2 hxy)
  show _ ≤ A * y + 2 * (A + B) * (c y : K) - (A * x + 2 * (A + B) * (c x : K))
  rcases Nat.lt_or_ge (c x) (c y) with jump | same
  · have one : (1 : K) ≤ c y - c x := by
      have := Nat.cast_le (R := K).2 (Nat.succ_le_of_lt jump)
      rw [Nat.cast_succ] at this
      linarith
    have := mul_le_mul_of_nonneg_left one (mul_nonneg two_pos.le nAB)
    have := abs_sub_le_abs_add_abs (g x) (g y)
    linarith [bound x h₀ x₁, bound y y₀ h₁]
  · have same : c y = c x := Nat.le_antisymm same (mono x y ⟨h₀, x₁⟩ ⟨y₀, h₁⟩ hxy)
    rw [e x h₀ x₁, e y y₀ h₁, same, add_sub_add_right_eq_sub, ← mul_sub, abs_mul, abs_sub_comm,
      abs_of_nonneg (sub_nonneg.2 hxy)]
    have := mul_le_mul_of_nonneg_right (slope x h₀ x₁) (sub_nonneg.2 hxy)
    linarith

/-- Missing triangles (chapter 3), over the real numbers: the integral of the distance of a
`P`-sawtooth function from the iterate of `k` modules exists, and it is at least
`(2 ^ (k - 1) - P) / 2 ^ (k + 2)`. -/
theorem IsSawtooth.exists_le_integral {g : Real → Real}
    (hg : IsSawtooth P (fun x => 0 ≤ x ∧ x ≤ 1) g) (k : Nat) : ∃ J,
      HasIntegral (fun x => |k.iterate tent x - g x|) J ∧
        ((2 : Real) ^ k / 2 - P) / 2 ^ (k + 2) ≤ J := by
  obtain ⟨φ, h⟩ := ((isSawtooth_iterate_tent k).add (hg.const_mul (-1))).exists_variationLE
  obtain ⟨J, hJ⟩ := VariationLE.exists_hasIntegral (h := fun x => |k.iterate tent x - g x|) (φ := φ)
    fun x y h₀ hxy h₁ => by
      refine le_trans (abs_abs_sub_abs_le_abs_sub _ _) (le_trans (le_of_eq ?_) (h x y h₀ hxy h₁))
      show _ = |k.iterate tent x + -1 * g x - (k.iterate tent y + -1 * g y)|
      rw [neg_one_mul, neg_one_mul, ← sub_eq_add_neg, ← sub_eq_add_neg]
  exact ⟨J, hJ, hg.le_integral k hJ⟩

/-- The hypotheses can hold: a constant has one piece. -/
theorem missing_triangles_witness :
    IsSawtooth 1 (fun x : Rat => 0 ≤ x ∧ x ≤ 1) fun _ => 1 / 2 :=
  (isSawtooth_one_of_affine _ 0 (1 / 2)).congr fun x _ => by rw [zero_mul, zero_add]

/-- With all its pieces a function can follow: the iterate itself misses no point by one half. -/
theorem missing_triangles_needs_few_pieces (k : Nat) :
    ((range (2 ^ (k + 1) + 1)).filter fun j : Nat => 1 / 2 ≤
      |(k + 1).iterate tent ((j : K) / 2 ^ (k + 1)) -
        (k + 1).iterate tent ((j : K) / 2 ^ (k + 1))|).card = 0 := by
  refine card_eq_zero.2 (eq_empty_of_forall_notMem fun j hj => ?_)
  have := (mem_filter.1 hj).2
  rw [sub_self, abs_zero] at this
  linarith
