prelude
import DeepTheory.Real.Complete
/-! # Continuous functions of a real variable

## Main definitions

* `Real.ContinuousAt f x`: `f` is continuous at `x`.
* `Real.Continuous f`: `f` is continuous everywhere.

## Main statements

* `Real.ContinuousAt.hasLimit`, `Real.continuousAt_of_hasLimit`: continuous functions are those
  that keep limits of sequences,
* sums, products and compositions of continuous functions,
* `Real.exists_eq_of_le_of_le`: the intermediate value theorem.
-/
set_option autoImplicit false

namespace Real

/-- `f` is continuous at `x`. -/
def ContinuousAt (f : Real → Real) (x : Real) : Prop :=
  ∀ ε, 0 < ε → ∃ δ, 0 < δ ∧ ∀ y, |y - x| < δ → |f y - f x| < ε

/-- `f` is continuous everywhere. -/
def Continuous (f : Real → Real) : Prop := ∀ x, ContinuousAt f x

variable {f g : Real → Real} {x a b y : Real}

/-- Continuous functions keep limits. -/
theorem ContinuousAt.hasLimit (hf : ContinuousAt f x) {u : Nat → Real} (hu : HasLimit u x) :
    HasLimit (fun n => f (u n)) (f x) := fun ε hε =>
  let ⟨_, hδ, h⟩ := hf ε hε
  (hu _ hδ).mono fun n hn => h (u n) hn

/-- A function that keeps the limits of sequences is continuous. -/
theorem continuousAt_of_hasLimit
    (h : ∀ u : Nat → Real, HasLimit u x → HasLimit (fun n => f (u n)) (f x)) :
        ContinuousAt f x := by
  intro ε hε
  refine Classical.byContradiction fun no => ?_
  have bad : ∀ n : Nat, ∃ y, |y - x| < 1 / ((n : Real) + 1) ∧ ε ≤ |f y - f x| := fun n =>
    Classical.byContradiction fun k => no ⟨1 / ((n : Real) + 1),
      one_div_pos.2 (Nat.cast_add_one_pos n), fun y hy => lt_of_not_ge fun l => k ⟨y, hy, l⟩⟩
  obtain ⟨u, hu⟩ := Classical.axiomOfChoice bad
  have lim : HasLimit u x := HasLimit.zero_of_sub
    (hasLimit_one_div.zero_of_abs_le (.of_forall fun n => le_of_lt (hu n).1))
  obtain ⟨n, hn⟩ := (h u lim ε hε).exists
  exact absurd hn (not_lt_of_ge (hu n).2)

theorem continuous_const (c : Real) : Continuous fun _ => c := fun _ =>
  continuousAt_of_hasLimit fun _ _ => .const c
theorem continuous_id : Continuous fun x => x := fun _ => continuousAt_of_hasLimit fun _ h => h
theorem ContinuousAt.add (hf : ContinuousAt f x) (hg : ContinuousAt g x) :
    ContinuousAt (fun x => f x + g x) x :=
  continuousAt_of_hasLimit fun _ h => (hf.hasLimit h).add (hg.hasLimit h)
theorem ContinuousAt.sub (hf : ContinuousAt f x) (hg : ContinuousAt g x) :
    ContinuousAt (fun x => f x - g x) x :=
  continuousAt_of_hasLimit fun _ h => (hf.hasLimit h).sub (hg.hasLimit h)
theorem ContinuousAt.neg (hf : ContinuousAt f x) : ContinuousAt (fun x => -f x) x :=
  continuousAt_of_hasLimit fun _ h => (hf.hasLimit h).neg
theorem ContinuousAt.mul (hf : ContinuousAt f x) (hg : ContinuousAt g x) :
    ContinuousAt (fun x => f x * g x) x :=
  continuousAt_of_hasLimit fun _ h => (hf.hasLimit h).mul (hg.hasLimit h)
theorem ContinuousAt.div (hf : ContinuousAt f x) (hg : ContinuousAt g x) (h0 : g x ≠ 0) :
    ContinuousAt (fun x => f x / g x) x :=
  continuousAt_of_hasLimit fun _ h => (hf.hasLimit h).div (hg.hasLimit h) h0
theorem ContinuousAt.pow (hf : ContinuousAt f x) (n : Nat) : ContinuousAt (fun x => f x ^ n) x :=
  continuousAt_of_hasLimit fun _ h => (hf.hasLimit h).pow n
theorem ContinuousAt.abs (hf : ContinuousAt f x) : ContinuousAt (fun x => |f x|) x :=
  continuousAt_of_hasLimit fun _ h => (hf.hasLimit h).abs
theorem ContinuousAt.comp (hg : ContinuousAt g (f x)) (hf : ContinuousAt f x) :
    ContinuousAt (fun x => g (f x)) x :=
  continuousAt_of_hasLimit fun _ h => hg.hasLimit (hf.hasLimit h)

theorem Continuous.add (hf : Continuous f) (hg : Continuous g) : Continuous fun x => f x + g x :=
  fun x => (hf x).add (hg x)
theorem Continuous.sub (hf : Continuous f) (hg : Continuous g) : Continuous fun x => f x - g x :=
  fun x => (hf x).sub (hg x)
theorem Continuous.neg (hf : Continuous f) : Continuous fun x => -f x := fun x => (hf x).neg
theorem Continuous.mul (hf : Continuous f) (hg : Continuous g) : Continuous fun x => f x * g x :=
  fun x => (hf x).mul (hg x)
theorem Continuous.pow (hf : Continuous f) (n : Nat) : Continuous fun x => f x ^ n :=
  fun x => (hf x).pow n
theorem Continuous.comp (hg : Continuous g) (hf : Continuous f) : Continuous fun x => g (f x) :=
  fun x => (hg (f x)).comp (hf x)

/-- The **intermediate value theorem**: a continuous function on `[a, b]` takes every value between
`f a` and `f b`. -/
theorem exists_eq_of_le_of_le (hab : a ≤ b) (hf : ∀ x, a ≤ x → x ≤ b → ContinuousAt f x)
    (ha : f a ≤ y) (hb : y ≤ f b) : ∃ x, a ≤ x ∧ x ≤ b ∧ f x = y := by
  obtain ⟨l, hl⟩ := exists_isLUB (S := fun x => a ≤ x ∧ x ≤ b ∧ f x ≤ y) ⟨a, le_rfl, hab, ha⟩
    ⟨b, fun x hx => hx.2.1⟩
  have hal : a ≤ l := hl.1 a ⟨le_rfl, hab, ha⟩
  have hlb : l ≤ b := hl.2 b fun x hx => hx.2.1
  refine ⟨l, hal, hlb, le_antisymm (le_of_not_gt fun h => ?_) (le_of_not_gt fun h => ?_)⟩
  · obtain ⟨δ, hδ, k⟩ := hf l hal hlb (f l - y) (sub_pos.2 h)
    obtain ⟨x, hx, hlx⟩ := hl.exists_gt (sub_lt_self l hδ)
    have hxl := hl.1 x hx
    have := (abs_lt.1 (k x (abs_lt.2 ⟨by linarith, by linarith⟩))).1
    linarith [hx.2.2]
  · obtain ⟨δ, hδ, k⟩ := hf l hal hlb (y - f l) (sub_pos.2 h)
    have hlt : l < b := lt_of_le_of_ne hlb fun e => by
      rw [← e] at hb; exact absurd h (not_lt_of_ge hb)
    have h₁ : l < min (l + δ / 2) b := lt_min (lt_add_of_pos_right l (half_pos hδ)) hlt
    have h₂ := min_le_left (l + δ / 2) b
    have h₃ := min_le_right (l + δ / 2) b
    have := (abs_lt.1 (k (min (l + δ / 2) b) (abs_lt.2 ⟨by linarith, by linarith⟩))).2
    have := hl.1 (min (l + δ / 2) b) ⟨by linarith, h₃, by linarith⟩
    exact absurd h₁ (not_lt_of_ge this)

end Real
