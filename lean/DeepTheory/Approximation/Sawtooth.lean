prelude
import DeepTheory.Algebra.Fin.Basic
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.Tactic
import DeepTheory.Approximation.Network
/-! # Sawtooth functions

A function of one variable is `t`-sawtooth if at most `t` intervals make up its domain on each of
which it is affine. Sums add the numbers of cuts, compositions multiply the numbers of pieces; so a
network has few pieces in its width, and many only in its depth.

Book items: Definition 3.6; sum rule, composition rule and counting bound for univariate networks
(chapter 3).

## Main definitions

* `IsSawtooth t I f`: `f` is `t`-sawtooth on `I`.

## Main statements

* `isSawtooth_iff_monotone`: the pieces can be numbered from left to right.
* `IsSawtooth.lt_of_kinks`: a lower bound for the number of pieces.
* `IsSawtooth.add`, `IsSawtooth.sum`: the sum rule.
* `IsSawtooth.comp`: the composition rule.
* `Network.isSawtooth_eval`: a network with one input and `L` hidden layers of widths `m₁, ..., m_L`
  is `∏ 2 m_l`-sawtooth.
* `Network.prod_two_mul_widths_le`: with `m` units this is at most `(2m/L)^L`.

## Notes

Everything holds over any ordered field. An interval is a set that contains what lies between any
two of its elements; over the real numbers these are the open, closed and half-open intervals, the
points, and the empty set.
-/
set_option autoImplicit false
universe u v

open Finset

variable {K : Type u} [LinearOrderedField K]

/-- Definition 3.6. A function is `t`-sawtooth on an interval `I` if `I` can be partitioned into at
most `t` intervals, here numbered by `piece`, on each of which the function is affine. -/
def IsSawtooth (t : Nat) (I : K → Prop) (f : K → K) : Prop :=
  ∃ piece : K → Nat, (∀ x, I x → piece x < t) ∧
    (∀ x y z, I x → I y → I z → x ≤ y → y ≤ z → piece x = piece z → piece y = piece x) ∧
    ∀ i, ∃ a b, ∀ x, I x → piece x = i → f x = a * x + b

variable {s t : Nat} {I J : K → Prop} {f g : K → K}

/-- More pieces are allowed. -/
theorem IsSawtooth.mono (h : IsSawtooth s I f) (hst : s ≤ t) : IsSawtooth t I f :=
  let ⟨c, lt, conv, aff⟩ := h
  ⟨c, fun x hx => Nat.lt_of_lt_of_le (lt x hx) hst, conv, aff⟩

/-- Fewer points are considered. -/
theorem IsSawtooth.subset (h : IsSawtooth t I f) (hJ : ∀ x, J x → I x) : IsSawtooth t J f :=
  let ⟨c, lt, conv, aff⟩ := h
  ⟨c, fun x hx => lt x (hJ x hx),
    fun x y z hx hy hz => conv x y z (hJ x hx) (hJ y hy) (hJ z hz),
    fun i => let ⟨a, b, e⟩ := aff i; ⟨a, b, fun x hx => e x (hJ x hx)⟩⟩

theorem IsSawtooth.congr (h : IsSawtooth t I f) (e : ∀ x, I x → g x = f x) : IsSawtooth t I g :=
  let ⟨c, lt, conv, aff⟩ := h
  ⟨c, lt, conv, fun i =>
    let ⟨a, b, k⟩ := aff i
    ⟨a, b, fun x hx hi => (e x hx).trans (k x hx hi)⟩⟩

/-- On a set with a point there is at least one piece. -/
theorem IsSawtooth.pos (h : IsSawtooth t I f) {x : K} (hx : I x) : 0 < t :=
  let ⟨_, lt, _, _⟩ := h
  Nat.lt_of_le_of_lt (Nat.zero_le _) (lt x hx)

/-- An affine function has one piece. -/
theorem isSawtooth_one_of_affine (I : K → Prop) (a b : K) : IsSawtooth 1 I fun x => a * x + b :=
  ⟨fun _ => 0, fun _ _ => Nat.zero_lt_one, fun _ _ _ _ _ _ _ _ _ => rfl,
    fun _ => ⟨a, b, fun _ _ _ => rfl⟩⟩

/-- Definition 3.6, with the pieces numbered from left to right. -/
theorem isSawtooth_iff_monotone : IsSawtooth t I f ↔ ∃ piece : K → Nat,
    (∀ x, I x → piece x < t) ∧ (∀ x y, I x → I y → x ≤ y → piece x ≤ piece y) ∧
    ∀ i, ∃ a b, ∀ x, I x → piece x = i → f x = a * x + b := by
  constructor
  · intro ⟨c, lt, conv, aff⟩
    -- The new number of the piece of `x` counts the pieces that begin at `x` or before.
    letI : (x : K) → DecidablePred fun i => ∃ y, I y ∧ y ≤ x ∧ c y = i := fun _ _ =>
      Classical.propDecidable _
    let before : K → Finset Nat := fun x => (range t).filter fun i => ∃ y, I y ∧ y ≤ x ∧ c y = i
    have own : ∀ x, I x → c x ∈ before x := fun x hx =>
      mem_filter.2 ⟨mem_range.2 (lt x hx), x, hx, le_rfl, rfl⟩
    have pos : ∀ x, I x → 0 < (before x).card := fun x hx => card_pos.2 ⟨_, own x hx⟩
    have sub : ∀ x y, x ≤ y → before x ⊆ before y := fun x y hxy i hi => by
      obtain ⟨hi, z, hz, hzx, e⟩ := mem_filter.1 hi
      exact mem_filter.2 ⟨hi, z, hz, le_trans hzx hxy, e⟩
    -- Points with the same new number are in the same piece.
    have same : ∀ x y, I x → I y → x ≤ y → (before x).card = (before y).card → c x = c y := by
      intro x y hx hy hxy e
      have hm : c y ∈ before x := Classical.byContradiction fun hm => by
        have k := card_le_card (s := insert (c y) (before x)) (t := before y) fun i hi => by
          rcases mem_insert.1 hi with rfl | hi
          · exact own y hy
          · exact sub x y hxy i hi
        rw [card_insert_of_notMem hm, e] at k
        exact Nat.not_succ_le_self _ k
      obtain ⟨_, z, hz, hzx, ez⟩ := mem_filter.1 hm
      rw [conv z x y hz hx hy hzx hxy ez, ez]
    refine ⟨fun x => (before x).card - 1, fun x hx => ?_, fun x y hx hy hxy => ?_, fun i => ?_⟩
    · have k := card_filter_le (range t) fun i => ∃ y, I y ∧ y ≤ x ∧ c y = i
      rw [card_range] at k
      have := pos x hx
      show (before x).card - 1 < t
      omega
    · exact Nat.sub_le_sub_right (card_le_card (sub x y hxy)) 1
    · by_cases h : ∃ x, I x ∧ (before x).card - 1 = i
      · obtain ⟨x, hx, rfl⟩ := h
        obtain ⟨a, b, e⟩ := aff (c x)
        refine ⟨a, b, fun y hy k => e y hy ?_⟩
        have px := pos x hx
        have py := pos y hy
        have k' : (before y).card = (before x).card := by
          replace k : (before y).card - 1 = (before x).card - 1 := k
          generalize (before x).card = p, (before y).card = q at px py k
          omega
        rcases le_total x y with hxy | hxy
        · exact (same x y hx hy hxy k'.symm).symm
        · exact same y x hy hx hxy k'
      · exact ⟨0, 0, fun x hx k => absurd ⟨x, hx, k⟩ h⟩
  · intro ⟨c, lt, mono, aff⟩
    refine ⟨c, lt, fun x y z hx hy hz hxy hyz e => ?_, aff⟩
    exact Nat.le_antisymm (e ▸ mono y z hy hz hyz) (mono x y hx hy hxy)

/-- A lower bound for the number of pieces: between `p 0 ≤ q 0 ≤ p 1 ≤ q 1 ≤ ... ≤ p n` there are
`n` kinks, one in each triple `p i`, `q i`, `p (i + 1)`, and so at least `n + 1` pieces. -/
theorem IsSawtooth.lt_of_kinks (h : IsSawtooth t I f) {n : Nat} (p q : Nat → K)
    (hp : ∀ i, i ≤ n → I (p i)) (hq : ∀ i, i < n → I (q i)) (hpq : ∀ i, i < n → p i ≤ q i)
    (hqp : ∀ i, i < n → q i ≤ p (i + 1)) (kink : ∀ i, i < n →
      (f (q i) - f (p i)) * (p (i + 1) - q i) ≠ (f (p (i + 1)) - f (q i)) * (q i - p i)) :
    n < t := by
  obtain ⟨c, lt, mono, aff⟩ := isSawtooth_iff_monotone.1 h
  have le : ∀ i, i ≤ n → i ≤ c (p i) := by
    intro i
    induction i with
    | zero => exact fun _ => Nat.zero_le _
    | succ i ih =>
      intro hi
      have hi' : i ≤ n := Nat.le_of_lt hi
      have h₁ := mono _ _ (hp i hi') (hq i hi) (hpq i hi)
      have h₂ := mono _ _ (hq i hi) (hp (i + 1) hi) (hqp i hi)
      refine Nat.lt_of_le_of_lt (ih hi') (Nat.lt_of_le_of_ne (Nat.le_trans h₁ h₂) fun e => ?_)
      have e₁ : c (q i) = c (p i) := Nat.le_antisymm (e ▸ h₂) h₁
      obtain ⟨a, b, k⟩ := aff (c (p i))
      refine kink i hi ?_
      rw [k _ (hp i hi') rfl, k _ (hq i hi) e₁, k _ (hp (i + 1) hi) e.symm]
      ring
  exact Nat.lt_of_le_of_lt (le n (Nat.le_refl n)) (lt _ (hp n (Nat.le_refl n)))

/-- Functions on two sets, of which one lies to the left of the other: the numbers add. -/
theorem IsSawtooth.union (hI : IsSawtooth s I f) (hJ : IsSawtooth t J f)
    (left : ∀ x y, I x → J y → x < y) : IsSawtooth (s + t) (fun x => I x ∨ J x) f := by
  obtain ⟨c, lc, mc, ac⟩ := isSawtooth_iff_monotone.1 hI
  obtain ⟨d, ld, md, ad⟩ := isSawtooth_iff_monotone.1 hJ
  letI : DecidablePred I := fun _ => Classical.propDecidable _
  have inJ : ∀ x, I x ∨ J x → ¬I x → J x := fun x h n => h.resolve_left n
  refine isSawtooth_iff_monotone.2 ⟨fun x => if I x then c x else s + d x, fun x hx => ?_,
    fun x y hx hy hxy => ?_, fun i => ?_⟩
  · show (if I x then c x else s + d x) < s + t
    by_cases h : I x
    · rw [if_pos h]
      exact Nat.lt_of_lt_of_le (lc x h) (Nat.le_add_right s t)
    · rw [if_neg h]
      exact Nat.add_lt_add_left (ld x (inJ x hx h)) s
  · show (if I x then c x else s + d x) ≤ if I y then c y else s + d y
    by_cases h : I x <;> by_cases k : I y
    · rw [if_pos h, if_pos k]
      exact mc x y h k hxy
    · rw [if_pos h, if_neg k]
      exact Nat.le_trans (lc x h).le (Nat.le_add_right s _)
    · exact absurd (left y x k (inJ x hx h)) (not_lt_of_ge hxy)
    · rw [if_neg h, if_neg k]
      exact Nat.add_le_add_left (md x y (inJ x hx h) (inJ y hy k) hxy) s
  · rcases Nat.lt_or_ge i s with lt | ge
    · obtain ⟨a, b, e⟩ := ac i
      refine ⟨a, b, fun x hx h => ?_⟩
      replace h : (if I x then c x else s + d x) = i := h
      by_cases hI : I x
      · rw [if_pos hI] at h
        exact e x hI h
      · rw [if_neg hI] at h
        omega
    · obtain ⟨a, b, e⟩ := ad (i - s)
      refine ⟨a, b, fun x hx h => ?_⟩
      replace h : (if I x then c x else s + d x) = i := h
      by_cases hI : I x
      · rw [if_pos hI] at h
        have := lc x hI
        omega
      · rw [if_neg hI] at h
        exact e x (inJ x hx hI) (by omega)

/-! ## Sums -/

/-- Sum rule for sawtooth functions (chapter 3): the sum of an `s`-sawtooth and a `t`-sawtooth
function is `(s + t - 1)`-sawtooth. -/
theorem IsSawtooth.add (hf : IsSawtooth s I f) (hg : IsSawtooth t I g) :
    IsSawtooth (s + t - 1) I fun x => f x + g x := by
  obtain ⟨c, lc, mc, ac⟩ := isSawtooth_iff_monotone.1 hf
  obtain ⟨d, ld, md, ad⟩ := isSawtooth_iff_monotone.1 hg
  refine isSawtooth_iff_monotone.2 ⟨fun x => c x + d x, fun x hx => ?_, fun x y hx hy hxy =>
    Nat.add_le_add (mc x y hx hy hxy) (md x y hx hy hxy), fun i => ?_⟩
  · have := lc x hx
    have := ld x hx
    show c x + d x < s + t - 1
    omega
  · by_cases h : ∃ x, I x ∧ c x + d x = i
    · obtain ⟨x, hx, rfl⟩ := h
      obtain ⟨a, b, e⟩ := ac (c x)
      obtain ⟨a', b', e'⟩ := ad (d x)
      refine ⟨a + a', b + b', fun y hy k => ?_⟩
      have k : c y + d y = c x + d x := k
      have both : c y = c x ∧ d y = d x := by
        rcases le_total x y with hxy | hxy
        · have := mc x y hx hy hxy
          have := md x y hx hy hxy
          omega
        · have := mc y x hy hx hxy
          have := md y x hy hx hxy
          omega
      show f y + g y = _
      rw [e y hy both.1, e' y hy both.2]
      ring
    · exact ⟨0, 0, fun x hx k => absurd ⟨x, hx, k⟩ h⟩

/-- A multiple of a `t`-sawtooth function is `t`-sawtooth. -/
theorem IsSawtooth.const_mul (hf : IsSawtooth t I f) (a : K) : IsSawtooth t I fun x => a * f x :=
  let ⟨c, lt, conv, aff⟩ := hf
  ⟨c, lt, conv, fun i =>
    let ⟨p, q, e⟩ := aff i
    ⟨a * p, a * q, fun x hx k => by show a * f x = _; rw [e x hx k]; ring⟩⟩

/-- Sum rule for sawtooth functions (chapter 3): a linear combination of functions that are `t 0`-,
`t 1`-, ... sawtooth is `1 + ∑ (t i - 1)`-sawtooth. -/
theorem IsSawtooth.sum {n : Nat} {f : Fin n → K → K} {t : Fin n → Nat} (a : Fin n → K)
    (hf : ∀ i, IsSawtooth (t i) I (f i)) :
    IsSawtooth (1 + ∑ i, (t i - 1)) I fun x => ∑ i, a i * f i x := by
  induction n with
  | zero =>
    refine (isSawtooth_one_of_affine I 0 0).congr fun x _ => ?_
    rw [Fin.sum_univ_zero, zero_mul, add_zero]
  | succ n ih =>
    have k := ((hf 0).const_mul (a 0)).add (ih (fun i => a i.succ) fun i => hf i.succ)
    refine (k.mono ?_).congr fun x _ => Fin.sum_univ_succ _
    rw [Fin.sum_univ_succ]
    omega

/-! ## Compositions -/

/-- An affine function takes the points between two points to points between their values. -/
theorem affine_between (a b : K) {x y z : K} (hxy : x ≤ y) (hyz : y ≤ z) :
    (a * x + b ≤ a * y + b ∧ a * y + b ≤ a * z + b) ∨
      (a * z + b ≤ a * y + b ∧ a * y + b ≤ a * x + b) := by
  rcases le_total 0 a with h | h
  · exact .inl ⟨add_le_add_right (mul_le_mul_of_nonneg_left hxy h) b,
      add_le_add_right (mul_le_mul_of_nonneg_left hyz h) b⟩
  · exact .inr ⟨by nlinarith, by nlinarith⟩

/-- Composition rule for sawtooth functions (chapter 3), for a function `f` on a set `J` that
contains the values of `g`. -/
theorem IsSawtooth.comp_of_maps_to (hf : IsSawtooth s J f) (hg : IsSawtooth t I g)
    (hJ : ∀ x, I x → J (g x)) : IsSawtooth (s * t) I fun x => f (g x) := by
  obtain ⟨c, lc, cc, ac⟩ := hf
  obtain ⟨d, ld, cd, ad⟩ := hg
  have pair : ∀ x y, I x → I y → c (g x) + s * d x = c (g y) + s * d y →
      c (g x) = c (g y) ∧ d x = d y := by
    intro x y hx hy e
    replace hx := lc (g x) (hJ x hx)
    replace hy := lc (g y) (hJ y hy)
    have ed : d x = d y := by
      rcases Nat.lt_trichotomy (d x) (d y) with h | h | h
      · have := Nat.mul_le_mul_left s (Nat.succ_le_of_lt h)
        rw [Nat.mul_succ] at this
        omega
      · exact h
      · have := Nat.mul_le_mul_left s (Nat.succ_le_of_lt h)
        rw [Nat.mul_succ] at this
        omega
    rw [ed] at e
    exact ⟨Nat.add_right_cancel e, ed⟩
  refine ⟨fun x => c (g x) + s * d x, fun x hx => ?_, fun x y z hx hy hz hxy hyz e => ?_,
    fun i => ?_⟩
  · have h₁ := lc (g x) (hJ x hx)
    have h₂ := Nat.mul_le_mul_left s (Nat.succ_le_of_lt (ld x hx))
    rw [Nat.mul_succ] at h₂
    show c (g x) + s * d x < s * t
    omega
  · obtain ⟨e₁, e₂⟩ := pair x z hx hz e
    have e₃ := cd x y z hx hy hz hxy hyz e₂
    obtain ⟨a, b, k⟩ := ad (d x)
    have e₄ : c (g y) = c (g x) := by
      have h := affine_between a b hxy hyz
      rw [← k x hx rfl, ← k y hy e₃, ← k z hz e₂.symm] at h
      rcases h with h | h
      · exact cc _ _ _ (hJ x hx) (hJ y hy) (hJ z hz) h.1 h.2 e₁
      · exact (cc _ _ _ (hJ z hz) (hJ y hy) (hJ x hx) h.1 h.2 e₁.symm).trans e₁.symm
    show c (g y) + s * d y = c (g x) + s * d x
    rw [e₃, e₄]
  · by_cases h : ∃ x, I x ∧ c (g x) + s * d x = i
    · obtain ⟨x, hx, rfl⟩ := h
      obtain ⟨a, b, e⟩ := ac (c (g x))
      obtain ⟨a', b', e'⟩ := ad (d x)
      refine ⟨a * a', a * b' + b, fun y hy k => ?_⟩
      obtain ⟨k₁, k₂⟩ := pair y x hy hx k
      show f (g y) = _
      rw [e (g y) (hJ y hy) k₁, e' y hy k₂]
      ring
    · exact ⟨0, 0, fun x hx k => absurd ⟨x, hx, k⟩ h⟩

/-- Composition rule for sawtooth functions (chapter 3): if `f` is `s`-sawtooth on the line and `g`
is `t`-sawtooth on `I`, then `f ∘ g` is `s t`-sawtooth on `I`. -/
theorem IsSawtooth.comp (hf : IsSawtooth s (fun _ => True) f) (hg : IsSawtooth t I g) :
    IsSawtooth (s * t) I fun x => f (g x) := hf.comp_of_maps_to hg fun _ _ => trivial

/-- `ReLU` is `2`-sawtooth on the line. -/
theorem isSawtooth_relu : IsSawtooth 2 (fun _ => True) (relu : K → K) := by
  refine isSawtooth_iff_monotone.2 ⟨fun x => if x ≤ 0 then 0 else 1, fun x _ => ?_,
    fun x y _ _ hxy => ?_, fun i => ?_⟩
  · show (if x ≤ 0 then 0 else 1) < 2
    split <;> decide
  · show (if x ≤ 0 then 0 else 1) ≤ if y ≤ 0 then 0 else 1
    by_cases h : x ≤ 0
    · rw [if_pos h]
      exact Nat.zero_le _
    · rw [if_neg h, if_neg fun k => h (le_trans hxy k)]
  · by_cases hi : i = 0
    · subst hi
      refine ⟨0, 0, fun x _ h => ?_⟩
      replace h : (if x ≤ 0 then 0 else 1) = 0 := h
      have hx : x ≤ 0 := Classical.byContradiction fun k => by rw [if_neg k] at h; cases h
      rw [relu, max_eq_right hx, zero_mul, add_zero]
    · refine ⟨1, 0, fun x _ h => ?_⟩
      replace h : (if x ≤ 0 then 0 else 1) = i := h
      have hx : ¬x ≤ 0 := fun k => by rw [if_pos k] at h; exact hi h.symm
      rw [relu, max_eq_left (le_of_not_ge hx), one_mul, add_zero]

/-- Composition rule (chapter 3), for `ReLU`: a hidden unit doubles the number of pieces. -/
theorem IsSawtooth.relu (hg : IsSawtooth t I g) : IsSawtooth (2 * t) I fun x => relu (g x) :=
  isSawtooth_relu.comp hg

/-! ## Networks with one input -/

namespace Network
variable {σ : K → K}

/-- A layer of units whose inputs are `t`-sawtooth: before the activation the number of pieces is at
most the number of inputs times `t`. -/
theorem isSawtooth_mulVec_add {m n : Nat} (W : Matrix (Fin n) (Fin m) K) (b : Fin n → K)
    {f : Fin m → K → K} (hm : 1 ≤ m) (ht : 1 ≤ t) (hf : ∀ j, IsSawtooth t I (f j)) (i : Fin n) :
    IsSawtooth (m * t) I fun x => (W *ᵥ fun j => f j x) i + b i := by
  have k := (IsSawtooth.sum (W i) hf).add (isSawtooth_one_of_affine I 0 (b i))
  refine (k.mono ?_).congr fun x _ => ?_
  · rw [sum_const, show (univ : Finset (Fin m)).card = m from Fintype.card_fin m]
    show 1 + m * (t - 1) + 1 - 1 ≤ m * t
    rw [Nat.add_sub_cancel]
    obtain ⟨r, rfl⟩ : ∃ r, t = r + 1 := ⟨t - 1, by omega⟩
    rw [Nat.add_sub_cancel, Nat.mul_succ]
    omega
  · show (∑ j, W i j * f j x) + b i = (∑ j, W i j * f j x) + (0 * x + b i)
    rw [zero_mul, zero_add]

/-- Sawtooth counting bound (chapter 3), for a network on functions of one variable: each layer of
width `w` multiplies the number of pieces by `s w`, if the activation is `s`-sawtooth. -/
theorem isSawtooth_eval_comp (hσ : IsSawtooth s (fun _ => True) σ) {m n : Nat} (N : Network K m n)
    (hw : ∀ w, w ∈ N.widths → 1 ≤ w) {f : Fin m → K → K} (hm : 1 ≤ m) (ht : 1 ≤ t)
    (hf : ∀ j, IsSawtooth t I (f j)) (i : Fin n) :
    IsSawtooth (m * t * N.widths.foldProd fun w => s * w) I
      fun x => N.eval σ (fun j => f j x) i := by
  induction N generalizing t with
  | affine W b =>
    show IsSawtooth (_ * t * 1) I _
    rw [Nat.mul_one]
    exact isSawtooth_mulVec_add W b hm ht hf i
  | @layer m k n W b rest ih =>
    have hs : 1 ≤ s := hσ.pos (x := 0) trivial
    have h := ih (t := s * (m * t)) (f := fun j x => σ ((W *ᵥ fun l => f l x) j + b j))
      (fun w h => hw w (List.mem_cons_of_mem _ h)) (hw k List.mem_cons_self)
      (Nat.mul_pos hs (Nat.mul_pos hm ht))
      (fun j => hσ.comp (isSawtooth_mulVec_add W b hm ht hf j)) i
    refine h.mono (Nat.le_of_eq ?_)
    show _ = m * t * (s * k * rest.widths.foldProd fun w => s * w)
    ring

/-- Sawtooth counting bound for univariate networks (chapter 3), for any `s`-sawtooth activation: a
network with hidden layers of widths `m₁, ..., m_L ≥ 1` computes a `∏ s m_l`-sawtooth function. -/
theorem isSawtooth_eval_of_activation (hσ : IsSawtooth s (fun _ => True) σ) (N : Network K 1 1)
    (hw : ∀ w, w ∈ N.widths → 1 ≤ w) :
    IsSawtooth (N.widths.foldProd fun w => s * w) (fun _ => True)
      fun x => N.eval σ (fun _ => x) 0 := by
  have id : IsSawtooth 1 (fun _ => True) fun x : K => x :=
    (isSawtooth_one_of_affine _ 1 0).congr fun x _ => by rw [one_mul, add_zero]
  refine (isSawtooth_eval_comp hσ N hw (f := fun _ x => x) (Nat.le_refl 1) (Nat.le_refl 1)
    (fun _ => id) 0).mono (Nat.le_of_eq ?_)
  rw [Nat.mul_one, Nat.one_mul]

/-- Sawtooth counting bound for univariate ReLU networks (chapter 3): a network with hidden layers
of widths `m₁, ..., m_L ≥ 1` computes a `∏ 2 m_l`-sawtooth function. -/
theorem isSawtooth_eval (N : Network K 1 1) (hw : ∀ w, w ∈ N.widths → 1 ≤ w) :
    IsSawtooth (N.widths.foldProd fun w => 2 * w) (fun _ => True)
      fun x => N.eval relu (fun _ => x) 0 := isSawtooth_eval_of_activation isSawtooth_relu N hw

end Network

/-! ## The number of units -/

/-- Bernoulli's inequality in two variables: the tangent of `a ^ (n + 1)` at `b`. -/
theorem succ_mul_mul_pow_le {R : Type u} [LinearOrderedCommRing R] {a b : R} (ha : 0 ≤ a)
    (hb : 0 ≤ b) (n : Nat) :
    ((n : R) + 1) * (a * b ^ n) ≤ a ^ (n + 1) + n * b ^ (n + 1) := by
  induction n with
  | zero =>
    rw [Nat.cast_zero, zero_mul, zero_add, one_mul, pow_zero, mul_one, zero_add, pow_one, add_zero]
  | succ n ih =>
    have h₁ := mul_le_mul_of_nonneg_left ih ha
    have h₂ : 0 ≤ ((n : R) + 1) * (b ^ n * (a - b) ^ 2) :=
      mul_nonneg (by positivity) (mul_nonneg (pow_nonneg hb n) (sq_nonneg _))
    rw [Nat.cast_succ]
    have e : a ^ (n + 1 + 1) + ((n : R) + 1) * b ^ (n + 1 + 1)
        - ((n : R) + 1 + 1) * (a * b ^ (n + 1)) =
        a * (a ^ (n + 1) + n * b ^ (n + 1)) - a * (((n : R) + 1) * (a * b ^ n))
          + ((n : R) + 1) * (b ^ n * (a - b) ^ 2) := by ring
    linarith

/-- The arithmetic mean is at least the geometric mean, for the numbers of a list. -/
theorem length_pow_mul_foldProd_le {R : Type u} [LinearOrderedField R] {α : Type v} (f : α → R)
    (l : List α) (h : ∀ a, a ∈ l → 0 ≤ f a) :
    0 ≤ l.foldProd f ∧ 0 ≤ l.foldSum f ∧
      (l.length : R) ^ l.length * l.foldProd f ≤ l.foldSum f ^ l.length := by
  induction l with
  | nil =>
    refine ⟨zero_le_one, le_rfl, ?_⟩
    show (((0 : Nat) : R)) ^ 0 * 1 ≤ 0 ^ 0
    rw [pow_zero, pow_zero, one_mul]
  | cons a l ih =>
    obtain ⟨hP, hS, k⟩ := ih fun b hb => h b (List.mem_cons_of_mem _ hb)
    have ha := h a List.mem_cons_self
    refine ⟨mul_nonneg ha hP, add_nonneg ha hS, ?_⟩
    show ((l.length + 1 : Nat) : R) ^ (l.length + 1) * (f a * l.foldProd f) ≤
      (f a + l.foldSum f) ^ (l.length + 1)
    rcases Nat.eq_zero_or_pos l.length with e | pos
    · obtain rfl : l = [] := by cases l with | nil => rfl | cons => cases e
      show ((1 : Nat) : R) ^ 1 * (f a * 1) ≤ (f a + 0) ^ 1
      rw [Nat.cast_one, pow_one, pow_one, one_mul, mul_one, add_zero]
    · revert k pos
      generalize l.length = n, l.foldProd f = P, l.foldSum f = S at hP hS ⊢
      intro k pos
      rw [Nat.cast_succ]
      have hn : 0 < (n : R) := Nat.cast_pos.2 pos
      have b := succ_mul_mul_pow_le (a := (n : R) * (f a + S)) (b := ((n : R) + 1) * S)
        (by positivity) (by positivity) n
      have c := mul_le_mul_of_nonneg_left k (a := (n : R) * ((n : R) + 1) ^ (n + 1) * f a)
        (by positivity)
      refine le_of_mul_le_mul_left ?_ (pow_pos hn (n + 1))
      have e₁ : (n : R) ^ (n + 1) * (((n : R) + 1) ^ (n + 1) * (f a * P)) =
        (n : R) * ((n : R) + 1) ^ (n + 1) * f a * ((n : R) ^ n * P) := by ring
      have e₂ : ((n : R) + 1) * ((n : R) * (f a + S) * (((n : R) + 1) * S) ^ n)
          - n * (((n : R) + 1) * S) ^ (n + 1) =
        (n : R) * ((n : R) + 1) ^ (n + 1) * f a * S ^ n := by ring
      have e₃ : ((n : R) * (f a + S)) ^ (n + 1) = (n : R) ^ (n + 1) * (f a + S) ^ (n + 1) := by ring
      linarith

theorem foldProd_natCast_mul (c : Nat) (l : List Nat) :
    ((l.foldProd fun w => c * w : Nat) : Rat) = l.foldProd fun w : Nat => (c : Rat) * w := by
  induction l with
  | nil => exact Nat.cast_one
  | cons w l ih =>
    show ((c * w * _ : Nat) : Rat) = (c : Rat) * w * _
    rw [Nat.cast_mul, Nat.cast_mul]
    exact congrArg (_ * ·) ih

theorem foldSum_natCast_mul (c : Nat) (l : List Nat) :
    (l.foldSum fun w : Nat => (c : Rat) * w) = c * ((l.foldSum fun w => w : Nat) : Rat) := by
  induction l with
  | nil =>
    show (0 : Rat) = c * ((0 : Nat) : Rat)
    rw [Nat.cast_zero, mul_zero]
  | cons w l ih =>
    show (c : Rat) * w + _ = c * ((w + _ : Nat) : Rat)
    rw [Nat.cast_add, mul_add]
    exact congrArg (_ + ·) ih

namespace Network

omit [LinearOrderedField K] in
/-- Sawtooth counting bound (chapter 3): the product `∏ s m_l` is largest for equal widths. -/
theorem depth_pow_mul_prod_le {m n : Nat} (N : Network K m n) (s : Nat) :
    N.depth ^ N.depth * (N.widths.foldProd fun w => s * w) ≤ (s * N.size) ^ N.depth := by
  have k := (length_pow_mul_foldProd_le (fun w : Nat => (s : Rat) * w) N.widths
    fun w _ => mul_nonneg (Nat.cast_nonneg s) (Nat.cast_nonneg w)).2.2
  rw [foldSum_natCast_mul, foldSum_widths, length_widths, ← foldProd_natCast_mul, ← Nat.cast_mul,
    ← Nat.cast_pow, ← Nat.cast_pow, ← Nat.cast_mul] at k
  exact Nat.cast_le.1 k

/-- Sawtooth counting bound for univariate ReLU networks (chapter 3): with `m` units in `L ≥ 1`
hidden layers, `∏ 2 m_l` is at most `(2 m / L) ^ L`. -/
theorem prod_two_mul_widths_le {m n : Nat} (N : Network K m n) (hL : 1 ≤ N.depth) :
    ((N.widths.foldProd fun w => 2 * w : Nat) : K) ≤ (2 * (N.size : K) / N.depth) ^ N.depth := by
  have k : ((N.depth ^ N.depth * (N.widths.foldProd fun w => 2 * w) : Nat) : K) ≤
    ((2 * N.size) ^ N.depth : Nat) := Nat.cast_le.2 (N.depth_pow_mul_prod_le 2)
  rw [div_pow, le_div_iff₀ (pow_pos (Nat.cast_pos.2 hL) _), mul_comm]
  rwa [Nat.cast_mul, Nat.cast_pow, Nat.cast_pow, Nat.cast_mul, Nat.cast_ofNat] at k

end Network

/-! ## Witnesses and controls -/

/-- The hypotheses of the sum rule can hold. -/
theorem isSawtooth_add_witness : IsSawtooth 2 (fun _ => True) (relu : Rat → Rat) ∧
    IsSawtooth 2 (fun _ => True) fun x : Rat => relu (x - 1) :=
  ⟨isSawtooth_relu, isSawtooth_relu.comp (t := 1)
    ((isSawtooth_one_of_affine _ 1 (-1)).congr fun x _ => by rw [one_mul, sub_eq_add_neg])⟩

/-- The sum rule cannot be improved to the larger of the two numbers: two hinges give three
pieces. -/
theorem isSawtooth_add_sharp :
    ¬IsSawtooth 2 (fun _ => True) fun x : Rat => relu x + relu (x - 1) := fun h =>
  absurd (h.lt_of_kinks (n := 2) (fun i => if i = 0 then -1 else if i = 1 then 1 / 2 else 2)
    (fun i => if i = 0 then 0 else 1) (fun _ _ => trivial) (fun _ _ => trivial)
    (by decide +kernel) (by decide +kernel) (by decide +kernel)) (Nat.lt_irrefl 2)

namespace Network

/-- The hypotheses of the counting bound can hold: two layers, of two units and of one. -/
theorem isSawtooth_eval_witness : ∃ N : Network Rat 1 1, N.widths = [2, 1] ∧
    (∀ w, w ∈ N.widths → 1 ≤ w) ∧ 1 ≤ N.depth :=
  ⟨.layer (k := 2) (fun _ _ => 1) 0 (.layer (k := 1) (fun _ _ => 1) 0 (.affine (fun _ _ => 1) 0)),
    rfl, by decide, by decide⟩

/-- A network with one hidden unit. -/
def oneUnit : Network Rat 1 1 := .layer (k := 1) (fun _ _ => 1) 0 (.affine (fun _ _ => 1) 0)

/-- An activation with three pieces, the clipped identity, exceeds the bound for two. -/
theorem isSawtooth_eval_needs_activation :
    IsSawtooth 3 (fun _ => True) (fun t : Rat => relu t + -1 * relu (t - 1)) ∧
    ¬IsSawtooth (oneUnit.widths.foldProd fun w => 2 * w) (fun _ => True)
      fun x => oneUnit.eval (fun t : Rat => relu t + -1 * relu (t - 1)) (fun _ => x) 0 :=
  ⟨isSawtooth_add_witness.1.add (isSawtooth_add_witness.2.const_mul (-1)), fun h =>
    absurd (h.lt_of_kinks (n := 2) (fun i => if i = 0 then -1 else if i = 1 then 1 / 2 else 2)
      (fun i => if i = 0 then 0 else 1) (fun _ _ => trivial) (fun _ _ => trivial)
      (by decide +kernel) (by decide +kernel) (by decide +kernel)) (by decide)⟩

/-- A network with an empty layer has one piece, and the product of the widths is zero. -/
theorem isSawtooth_eval_needs_nonempty : ∃ N : Network Rat 1 1, N.widths = [0] ∧
    ¬IsSawtooth (N.widths.foldProd fun w => 2 * w) (fun _ => True)
      fun x => N.eval relu (fun _ => x) 0 :=
  ⟨.layer (k := 0) (fun i => i.elim0) (fun i => i.elim0) (.affine (fun _ _ => 1) 0), rfl,
    fun h => absurd (h.pos (x := 0) trivial) (by decide)⟩

end Network
