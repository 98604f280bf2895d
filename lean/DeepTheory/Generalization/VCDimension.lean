prelude
import DeepTheory.Generalization.SauerShelah
import DeepTheory.Algebra.Order.Basic
import DeepTheory.Algebra.Tactic.Omega
/-! # The VC dimension of some classes

Thresholds, intervals, finite unions of intervals, single points, all functions, finite classes,
and the binary digits of one natural number.

Book items: VC dimension (chapter 7), its examples on the line, and the remark that the number of
parameters does not determine it.

## Main definitions

* `VC.Threshold`, `VC.Interval`, `VC.IntervalUnion`: half-lines `{x | a ≤ x}`, intervals
  `{x | a ≤ x ≤ b}` and finite unions of intervals in a linear order.
* `VC.SinglePoint`: the sets with one element. `VC.Digit`: `i ↦ the i-th binary digit of a`.

## Main statements

* `VC.isVCDim_threshold`, `VC.isVCDim_interval`: dimensions 1 and 2, for any order with two points.
* `VC.vcDimInfinite_intervalUnion`, `VC.vcDimInfinite_digit`, `VC.vcDimInfinite_univ`.
* `VC.isVCDim_univ`, `VC.isVCDim_singlePoint`, `VC.isVCDim_single`.
* `VC.two_pow_le_of_shatters`: `2 ^ VCdim(H) ≤ |H|`.
* `VC.not_shatters_of_one_pattern`: one separation is not shattering.

## Notes

The digits are what is left of the class `sgn (sin (a x))` at the points `2 ^ (-i)`: with
`a = π (n + 1/2)` the sign at `2 ^ (-i)` is `(-1)` to the `i`-th digit of `n`.
-/
set_option autoImplicit false
universe u

namespace VC
variable {X : Type u}

/-! ## All functions, one function, finitely many functions -/

/-- The class of all functions shatters all sets. -/
theorem shatters_univ {T : List X} (hT : T.Nodup) : Shatters (fun _ : X → Bool => True) T :=
  (shatters_iff hT).2 fun f => ⟨f, trivial, fun _ _ => rfl⟩

/-- On a set of `n` points the class of all functions has VC dimension `n`. -/
theorem isVCDim_univ {U : List X} (hU : U.Nodup) (all : ∀ x, x ∈ U) :
    IsVCDim (fun _ : X → Bool => True) U.length :=
  ⟨fun T hT => atMost_mem U T hT.nodup fun x _ => all x, U, shatters_univ hU, rfl⟩

/-- On infinitely many points the class of all functions has infinite VC dimension. -/
theorem vcDimInfinite_univ (hX : ∀ n, ∃ U : List X, U.Nodup ∧ U.length = n) :
    VCDimInfinite (fun _ : X → Bool => True) := fun n =>
  let ⟨U, hU, e⟩ := hX n
  ⟨U, shatters_univ hU, e⟩

/-- A class that shatters `n` points has at least `2 ^ n` members. -/
theorem two_pow_le_of_shatters {H : (X → Bool) → Prop} {L : List (X → Bool)}
    (hL : ∀ h, H h → ∃ f, f ∈ L ∧ ∀ x, h x = f x) {T : List X} (hT : Shatters H T) :
    2 ^ T.length ≤ L.length :=
  (shatters_iff_atLeast.1 hT).le (growthLE_length hL _ T hT.nodup (Nat.le_refl _))

/-- The VC dimension of a finite class `H` is at most `log₂ |H|`. -/
theorem two_pow_vcDim_le {H : (X → Bool) → Prop} {L : List (X → Bool)}
    (hL : ∀ h, H h → ∃ f, f ∈ L ∧ ∀ x, h x = f x) {k : Nat} (hk : IsVCDim H k) :
    2 ^ k ≤ L.length := by
  obtain ⟨_, T, hT, rfl⟩ := hk
  exact two_pow_le_of_shatters hL hT

/-- A class with a single member has VC dimension zero. -/
theorem isVCDim_single (f : X → Bool) : IsVCDim (fun h => ∀ x, h x = f x) 0 := by
  refine ⟨fun T hT => ?_, [], shatters_nil.2 ⟨f, fun _ => rfl⟩, rfl⟩
  cases T with
  | nil => exact Nat.le_refl 0
  | cons a T =>
    obtain ⟨h, hh, e⟩ := hT ((!f a) :: T.map f) (congrArg (· + 1) (List.length_map f))
    have := (hh a).symm.trans (List.cons.inj e).1
    exact absurd this (by cases f a <;> decide)

/-- Figure 7.6: one successful separation is not shattering. A point and a class with one of its
two labels. -/
theorem not_shatters_of_one_pattern : ∃ (H : (Unit → Bool) → Prop) (p : List Bool),
    IsPattern H [()] p ∧ ¬Shatters H [()] := by
  refine ⟨fun h => ∀ x, h x = true, [true], ⟨fun _ => true, fun _ => rfl, rfl⟩, fun s => ?_⟩
  exact absurd ((isVCDim_single fun _ => true).1 _ s) (Nat.not_succ_le_zero 0)

/-! ## Single points -/

/-- The class of sets with exactly one element. -/
def SinglePoint (h : X → Bool) : Prop := ∃ a, ∀ x, h x = true ↔ x = a

/-- Single points have VC dimension one, if there are two of them. -/
theorem isVCDim_singlePoint {p q : X} (hpq : p ≠ q) : IsVCDim (SinglePoint (X := X)) 1 := by
  have dec : DecidableEq X := fun _ _ => Classical.propDecidable _
  constructor
  · refine vcDimLE_iff.2 fun T hT e s => ?_
    match T, e with
    | [x, y], _ =>
      obtain ⟨h, ⟨a, ha⟩, k⟩ := s [true, true] rfl
      obtain ⟨kx, k⟩ := List.cons.inj k
      have ky := (List.cons.inj k).1
      exact (List.nodup_cons.1 hT).1 (List.mem_singleton.2 (((ha x).1 kx).trans ((ha y).1 ky).symm))
  · refine ⟨[p], (shatters_iff (List.nodup_cons.2 ⟨List.not_mem_nil, List.nodup_nil⟩)).2
      fun f => ?_, rfl⟩
    cases e : f p with
    | true =>
      refine ⟨fun x => decide (x = p), ⟨p, fun x => decide_eq_true_iff⟩, fun x hx => ?_⟩
      rw [List.mem_singleton.1 hx, e]; exact decide_eq_true rfl
    | false =>
      refine ⟨fun x => decide (x = q), ⟨q, fun x => decide_eq_true_iff⟩, fun x hx => ?_⟩
      rw [List.mem_singleton.1 hx, e]; exact decide_eq_false hpq

/-! ## Thresholds and intervals -/

section Order
variable [LinearOrder X]

/-- The class of half-lines `{x | a ≤ x}`. -/
def Threshold (h : X → Bool) : Prop := ∃ a, ∀ x, h x = true ↔ a ≤ x

/-- The class of intervals `{x | a ≤ x ≤ b}`, also empty ones. -/
def Interval (h : X → Bool) : Prop := ∃ a b, ∀ x, h x = true ↔ a ≤ x ∧ x ≤ b

/-- The class of finite unions of intervals. -/
def IntervalUnion (h : X → Bool) : Prop :=
  ∃ L : List (X × X), ∀ x, h x = true ↔ ∃ I, I ∈ L ∧ I.1 ≤ x ∧ x ≤ I.2

omit [LinearOrder X] in
/-- A class shatters no set with points `x ≠ y`, if it never has the label of `x` true and that of
`y` false. -/
theorem Shatters.exists_true_false {H : (X → Bool) → Prop} {T : List X} (s : Shatters H T) {x y : X}
    (hx : x ∈ T) (hy : y ∈ T) (h : x ≠ y) : ∃ f, H f ∧ f x = true ∧ f y = false := by
  have dec : DecidableEq X := fun _ _ => Classical.propDecidable _
  obtain ⟨f, hf, e⟩ := (shatters_iff s.nodup).1 s fun z => decide (z = x)
  exact ⟨f, hf, (e x hx).trans (decide_eq_true rfl), (e y hy).trans (decide_eq_false h.symm)⟩

/-- Half-lines have VC dimension at most one. -/
theorem vcDimLE_threshold : VCDimLE (Threshold (X := X)) 1 := by
  have key : ∀ (T : List X) (x y : X), Shatters Threshold T → x ∈ T → y ∈ T → ¬x < y := by
    intro T x y s hx hy lt
    obtain ⟨f, ⟨a, ha⟩, fx, fy⟩ := s.exists_true_false hx hy (ne_of_lt lt)
    have := (ha y).2 (le_trans ((ha x).1 fx) (le_of_lt lt))
    rw [fy] at this
    exact Bool.noConfusion this
  refine vcDimLE_iff.2 fun T hT e s => ?_
  match T, e with
  | [x, y], _ =>
    have mx : x ∈ [x, y] := List.mem_cons_self
    have my : y ∈ [x, y] := List.mem_cons_of_mem x List.mem_cons_self
    rcases lt_trichotomy x y with h | h | h
    · exact key _ x y s mx my h
    · exact (List.nodup_cons.1 hT).1 (List.mem_singleton.2 h)
    · exact key _ y x s my mx h

/-- Half-lines have VC dimension one, in every linear order with two points. -/
theorem isVCDim_threshold {p q : X} (hpq : p < q) : IsVCDim (Threshold (X := X)) 1 := by
  refine ⟨vcDimLE_threshold, [p], (shatters_iff (List.nodup_cons.2
    ⟨List.not_mem_nil, List.nodup_nil⟩)).2 fun f => ?_, rfl⟩
  cases e : f p with
  | true =>
    refine ⟨fun x => decide (p ≤ x), ⟨p, fun x => decide_eq_true_iff⟩, fun x hx => ?_⟩
    rw [List.mem_singleton.1 hx, e]; exact decide_eq_true (le_refl p)
  | false =>
    refine ⟨fun x => decide (q ≤ x), ⟨q, fun x => decide_eq_true_iff⟩, fun x hx => ?_⟩
    rw [List.mem_singleton.1 hx, e]; exact decide_eq_false (not_le_of_gt hpq)

/-- With a single point half-lines have VC dimension zero. -/
theorem isVCDim_threshold_needs_two_points (h : ∀ x y : X, x = y) (p : X) :
    IsVCDim (Threshold (X := X)) 0 := by
  refine ⟨fun T hT => ?_, [], shatters_nil.2 ⟨fun _ => true, p, fun x => ?_⟩, rfl⟩
  · cases T with
    | nil => exact Nat.le_refl 0
    | cons a T =>
      obtain ⟨f, ⟨b, hb⟩, e⟩ := hT (false :: T.map fun _ => false)
        (congrArg (· + 1) (List.length_map _))
      have := (hb a).2 (le_of_eq (h b a))
      rw [(List.cons.inj e).1] at this
      exact Bool.noConfusion this
  · exact ⟨fun _ => le_of_eq (h p x), fun _ => rfl⟩

/-- Of three distinct points one lies between two others. -/
theorem exists_between {x y z : X} (hxy : x ≠ y) (hxz : x ≠ z) (hyz : y ≠ z) : ∃ a m b, a < m ∧
    m < b ∧ a ∈ [x, y, z] ∧ m ∈ [x, y, z] ∧ b ∈ [x, y, z] := by
  have mx : x ∈ [x, y, z] := List.mem_cons_self
  have my : y ∈ [x, y, z] := List.mem_cons_of_mem x List.mem_cons_self
  have mz : z ∈ [x, y, z] := List.mem_cons_of_mem x (List.mem_cons_of_mem y List.mem_cons_self)
  rcases lt_or_gt_of_ne hxy with h | h <;> rcases lt_or_gt_of_ne hxz with k | k <;>
    rcases lt_or_gt_of_ne hyz with l | l
  · exact ⟨x, y, z, h, l, mx, my, mz⟩
  · exact ⟨x, z, y, k, l, mx, mz, my⟩
  · exact absurd (lt_trans h l) (lt_asymm k)
  · exact ⟨z, x, y, k, h, mz, mx, my⟩
  · exact ⟨y, x, z, h, k, my, mx, mz⟩
  · exact absurd (lt_trans l h) (lt_asymm k)
  · exact ⟨y, z, x, l, k, my, mz, mx⟩
  · exact ⟨z, y, x, l, h, mz, my, mx⟩

/-- Intervals have VC dimension at most two. -/
theorem vcDimLE_interval : VCDimLE (Interval (X := X)) 2 := by
  refine vcDimLE_iff.2 fun T hT e s => ?_
  match T, e with
  | [x, y, z], _ =>
    have n := List.nodup_cons.1 hT
    obtain ⟨a, m, b, am, mb, ha, hm, hb⟩ := exists_between (x := x) (y := y) (z := z)
      (fun e => n.1 (e ▸ List.mem_cons_self))
      (fun e => n.1 (e ▸ List.mem_cons_of_mem y List.mem_cons_self))
      (fun e => (List.nodup_cons.1 n.2).1 (e ▸ List.mem_cons_self))
    obtain ⟨f, ⟨c, d, hf⟩, e⟩ := (shatters_iff hT).1 s fun t => !decide (t = m)
    have fa : f a = true := (e a ha).trans (by rw [decide_eq_false (ne_of_lt am)]; rfl)
    have fb : f b = true := (e b hb).trans (by rw [decide_eq_false (ne_of_gt mb)]; rfl)
    have fm : f m = false := (e m hm).trans (by rw [decide_eq_true rfl]; rfl)
    have := (hf m).2
      ⟨le_trans ((hf a).1 fa).1 (le_of_lt am), le_trans (le_of_lt mb) ((hf b).1 fb).2⟩
    rw [fm] at this
    exact Bool.noConfusion this

/-- Intervals have VC dimension two, in every linear order with two points. -/
theorem isVCDim_interval {p q : X} (hpq : p < q) : IsVCDim (Interval (X := X)) 2 := by
  have nd : [p, q].Nodup := List.nodup_cons.2 ⟨fun m => ne_of_lt hpq (List.mem_singleton.1 m),
    List.nodup_cons.2 ⟨List.not_mem_nil, List.nodup_nil⟩⟩
  refine ⟨vcDimLE_interval, [p, q], (shatters_iff nd).2 fun f => ?_, rfl⟩
  -- the interval from `a` to `b`, with endpoints among the two points
  have key : ∀ a b : X, (decide (a ≤ p ∧ p ≤ b) = f p) → (decide (a ≤ q ∧ q ≤ b) = f q) →
      ∃ h, Interval h ∧ ∀ x, x ∈ [p, q] → h x = f x := fun a b hp hq =>
    ⟨fun x => decide (a ≤ x ∧ x ≤ b), ⟨a, b, fun x => decide_eq_true_iff⟩, fun x hx => by
      rcases List.mem_cons.1 hx with e | hx
      · rw [e]; exact hp
      · rw [List.mem_singleton.1 hx]; exact hq⟩
  cases ep : f p <;> cases eq : f q
  · refine key q p ?_ ?_
    · rw [ep]; exact decide_eq_false fun h => not_le_of_gt hpq h.1
    · rw [eq]; exact decide_eq_false fun h => not_le_of_gt hpq h.2
  · refine key q q ?_ ?_
    · rw [ep]; exact decide_eq_false fun h => not_le_of_gt hpq h.1
    · rw [eq]; exact decide_eq_true ⟨le_refl q, le_refl q⟩
  · refine key p p ?_ ?_
    · rw [ep]; exact decide_eq_true ⟨le_refl p, le_refl p⟩
    · rw [eq]; exact decide_eq_false fun h => not_le_of_gt hpq h.2
  · refine key p q ?_ ?_
    · rw [ep]; exact decide_eq_true ⟨le_refl p, le_of_lt hpq⟩
    · rw [eq]; exact decide_eq_true ⟨le_of_lt hpq, le_refl q⟩

/-- Finite unions of intervals shatter all finite sets. -/
theorem shatters_intervalUnion {T : List X} (hT : T.Nodup) : Shatters IntervalUnion T := by
  refine (shatters_iff hT).2 fun f => ?_
  let L := (T.filter f).map fun x => (x, x)
  have key : ∀ x, (∃ I, I ∈ L ∧ I.1 ≤ x ∧ x ≤ I.2) ↔ x ∈ T ∧ f x = true := fun x => by
    constructor
    · intro ⟨I, hI, a, b⟩
      obtain ⟨y, hy, rfl⟩ := List.mem_map.1 hI
      have e : y = x := le_antisymm a b
      exact e ▸ List.mem_filter.1 hy
    · exact fun h => ⟨(x, x), List.mem_map_of_mem (List.mem_filter.2 h), le_refl x, le_refl x⟩
  refine ⟨fun x => decide (∃ I, I ∈ L ∧ I.1 ≤ x ∧ x ≤ I.2), ⟨L, fun x => decide_eq_true_iff⟩,
    fun x hx => ?_⟩
  cases e : f x with
  | true => exact decide_eq_true ((key x).2 ⟨hx, e⟩)
  | false => exact decide_eq_false fun h => Bool.noConfusion (e.symm.trans ((key x).1 h).2)

/-- Finite unions of intervals have infinite VC dimension, in every infinite linear order. -/
theorem vcDimInfinite_intervalUnion (hX : ∀ n, ∃ U : List X, U.Nodup ∧ U.length = n) :
    VCDimInfinite (IntervalUnion (X := X)) := fun n =>
  let ⟨U, hU, e⟩ := hX n
  ⟨U, shatters_intervalUnion hU, e⟩

end Order

/-! ## One parameter, infinite dimension -/

/-- The functions `i ↦` the `i`-th binary digit of `a`, for natural numbers `a`. -/
def Digit (h : Nat → Bool) : Prop := ∃ a : Nat, ∀ i, h i = true ↔ a / 2 ^ i % 2 = 1

/-- The digits of one natural number can be anything: the class with one parameter shatters
`{0, ..., n - 1}`. -/
theorem shatters_digit (n : Nat) : Shatters Digit (List.rangeDown n) := by
  refine (shatters_iff (List.nodup_rangeDown n)).2 fun f => ?_
  have key : ∀ (n : Nat) (f : Nat → Bool),
      ∃ a : Nat, ∀ i, i < n → (a / 2 ^ i % 2 = 1 ↔ f i = true) := by
    intro n
    induction n with
    | zero => exact fun _ => ⟨0, fun i hi => absurd hi (Nat.not_lt_zero i)⟩
    | succ n ih =>
      intro f
      obtain ⟨a, ha⟩ := ih fun i => f (i + 1)
      refine ⟨2 * a + cond (f 0) 1 0, fun i hi => ?_⟩
      have lt : cond (f 0) 1 0 < 2 := by cases f 0 <;> decide
      cases i with
      | zero =>
        rw [Nat.pow_zero, Nat.div_one, show (2 * a + cond (f 0) 1 0) % 2 = cond (f 0) 1 0 by omega]
        cases f 0 <;> decide
      | succ i =>
        rw [Nat.pow_succ, Nat.mul_comm (2 ^ i), ← Nat.div_div_eq_div_mul,
          show (2 * a + cond (f 0) 1 0) / 2 = a by omega]
        exact ha i (Nat.lt_of_succ_lt_succ hi)
  obtain ⟨a, ha⟩ := key n f
  refine ⟨fun i => decide (a / 2 ^ i % 2 = 1), ⟨a, fun i => decide_eq_true_iff⟩, fun i hi => ?_⟩
  have := ha i (List.mem_rangeDown.1 hi)
  cases e : f i with
  | true => exact decide_eq_true (this.2 e)
  | false => exact decide_eq_false fun h => Bool.noConfusion (e.symm.trans (this.1 h))

/-- A class with one parameter may have infinite VC dimension. -/
theorem vcDimInfinite_digit : VCDimInfinite Digit := fun n => by
  refine ⟨List.rangeDown n, shatters_digit n, ?_⟩
  induction n with
  | zero => rfl
  | succ n ih => exact congrArg (· + 1) ih

end VC
