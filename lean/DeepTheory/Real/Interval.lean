prelude
import DeepTheory.Real.Enclosure
import DeepTheory.Real.Pow
/-! # Interval arithmetic

The closed forms of the book, built from numerals by the operations of a field, `exp`, `log`, `sqrt`
and powers, are described by terms. The kernel computes an interval with rational ends that contains
the value of a term, as narrow as one wants. Comparing two intervals decides a numeric instance of a
real inequality.

## Main definitions

* `Real.Interval`: a closed interval with rational ends, and its arithmetic with outward rounding,
* `Real.ClosedForm`, `Real.ClosedForm.value`: closed forms and the real numbers they mean,
* `Real.ClosedForm.enclose n t`: an interval around the value of `t`, computed with about `n` binary
  digits after the point; `none` if a divisor or the argument of a logarithm cannot be told from
  zero.

## Main statements

* `Real.ClosedForm.mem_of_enclose`: the interval contains the value,
* `Real.ClosedForm.lt_of_check`, `Real.ClosedForm.le_of_check`: from intervals to inequalities. The
  tactic `enclosure` uses them.
-/
set_option autoImplicit false

namespace Real

/-! ## Rounding -/

/-- The greatest multiple of `2 ^ (-n)` that is at most `q`. -/
def roundDown (q : Rat) (n : Nat) : Rat := mkRat (q * ((2 ^ n : Nat) : Rat)).floor (2 ^ n)

/-- The least multiple of `2 ^ (-n)` that is at least `q`. -/
def roundUp (q : Rat) (n : Nat) : Rat := -roundDown (-q) n

theorem roundDown_le (q : Rat) (n : Nat) : roundDown q n ≤ q := by
  have h : 0 < 2 ^ n := pow_pos two_pos n
  unfold roundDown
  generalize 2 ^ n = P at *
  rw [Rat.mkRat_eq_div _ (Nat.ne_of_gt h), div_le_iff₀ (Nat.cast_pos.2 h)]
  exact Rat.floor_le _

theorem le_roundUp (q : Rat) (n : Nat) : q ≤ roundUp q n := by
  unfold roundUp
  exact le_neg.1 (roundDown_le _ n)

/-! ## Intervals -/

/-- A closed interval with rational ends. -/
structure Interval where
  /-- the lower end -/
  lo : Rat
  /-- the upper end -/
  hi : Rat

namespace Interval

/-- The real number `x` lies in the interval. -/
def Mem (x : Real) (I : Interval) : Prop := (I.lo : Real) ≤ x ∧ x ≤ I.hi

/-- The interval rounded outwards. -/
def round (n : Nat) (I : Interval) : Interval := ⟨roundDown I.lo n, roundUp I.hi n⟩

/-- Evaluates the ends before they are passed on: the kernel computes them once. -/
def force {α : Type} (I : Interval) (f : Interval → α) : α :=
  Int.force I.lo.num fun a => Nat.force I.lo.den fun b =>
    Int.force I.hi.num fun c => Nat.force I.hi.den fun d => f ⟨mkRat a b, mkRat c d⟩

theorem force_eq {α : Type} (I : Interval) (f : Interval → α) : I.force f = f I := by
  unfold force
  rw [Int.force_eq, Nat.force_eq, Int.force_eq, Nat.force_eq, Rat.mkRat_self, Rat.mkRat_self]

theorem Mem.round {x : Real} {I : Interval} (h : Mem x I) (n : Nat) : Mem x (I.round n) :=
  ⟨le_trans (Rat.cast_le.2 (roundDown_le _ n)) h.1, le_trans h.2 (Rat.cast_le.2 (le_roundUp _ n))⟩

/-- The interval that contains one number only. -/
def point (q : Rat) : Interval := ⟨q, q⟩

theorem mem_point (q : Rat) : Mem q (point q) := ⟨le_rfl, le_rfl⟩

/-- Negation. -/
def neg (I : Interval) : Interval := ⟨-I.hi, -I.lo⟩

/-- Addition. -/
def add (I J : Interval) : Interval := ⟨I.lo + J.lo, I.hi + J.hi⟩

/-- Multiplication: the ends are the least and the greatest product of ends. -/
def mul (I J : Interval) : Interval :=
  ⟨min (min (I.lo * J.lo) (I.lo * J.hi)) (min (I.hi * J.lo) (I.hi * J.hi)),
    max (max (I.lo * J.lo) (I.lo * J.hi)) (max (I.hi * J.lo) (I.hi * J.hi))⟩

/-- Inversion, for intervals that do not contain zero. -/
def inv? (I : Interval) : Option Interval :=
  if 0 < I.lo then some ⟨I.hi⁻¹, I.lo⁻¹⟩ else if I.hi < 0 then some ⟨I.hi⁻¹, I.lo⁻¹⟩ else none

/-- The power with exponent `k`, by repeated squaring with rounding; `k` steps are more than enough.
-/
def powAux (n : Nat) (I : Interval) : Nat → Nat → Interval
  | 0, _ => point 1
  | f + 1, k => if k = 0 then point 1 else
    Nat.force (k / 2) fun h => (powAux n I f h).force fun J =>
      if k = 2 * h then (J.mul J).round n else ((J.mul J).mul I).round n

/-- Powers, by repeated squaring with rounding. -/
def pow (n : Nat) (I : Interval) (k : Nat) : Interval := powAux n I k k

/-- The exponential function. -/
def exp (n : Nat) (I : Interval) : Interval := ⟨expLower I.lo n, expUpper I.hi n⟩

/-- The square root. -/
noncomputable def sqrt (n : Nat) (I : Interval) : Interval := ⟨sqrtLower I.lo n, sqrtUpper I.hi n⟩

/-- The logarithm, for intervals of positive numbers. -/
noncomputable def log? (n : Nat) (I : Interval) : Option Interval :=
  if 0 < I.lo then some ⟨logLower I.lo n, logUpper I.hi n⟩ else none

variable {x y : Real} {I J K : Interval}

theorem Mem.neg (h : Mem x I) : Mem (-x) I.neg := by
  unfold Mem Interval.neg
  rw [Rat.cast_neg, Rat.cast_neg]
  exact ⟨neg_le_neg h.2, neg_le_neg h.1⟩

theorem Mem.add (h : Mem x I) (k : Mem y J) : Mem (x + y) (I.add J) := by
  unfold Mem Interval.add
  rw [Rat.cast_add, Rat.cast_add]
  exact ⟨add_le_add h.1 k.1, add_le_add h.2 k.2⟩

/-- A multiple of `y` lies above what is below the multiples of the ends. -/
private theorem le_mul_left {a c d y l : Real} (hc : c ≤ y) (hd : y ≤ d) (h₁ : l ≤ a * c)
    (h₂ : l ≤ a * d) : l ≤ a * y := by
  rcases le_total 0 a with ha | ha
  · exact le_trans h₁ (mul_le_mul_of_nonneg_left hc ha)
  · exact le_trans h₂ (mul_le_mul_of_nonpos_left hd ha)

private theorem le_mul {a b c d x y l : Real} (ha : a ≤ x) (hb : x ≤ b) (hc : c ≤ y) (hd : y ≤ d)
    (h₁ : l ≤ a * c)
    (h₂ : l ≤ a * d) (h₃ : l ≤ b * c) (h₄ : l ≤ b * d) : l ≤ x * y := by
  have k₁ := le_mul_left hc hd h₁ h₂
  have k₂ := le_mul_left hc hd h₃ h₄
  rw [mul_comm] at k₁ k₂ ⊢
  exact le_mul_left ha hb k₁ k₂

theorem Mem.mul (h : Mem x I) (k : Mem y J) : Mem (x * y) (I.mul J) := by
  obtain ⟨ha, hb⟩ := h
  obtain ⟨hc, hd⟩ := k
  refine ⟨?_, ?_⟩
  · refine le_mul ha hb hc hd ?_ ?_ ?_ ?_ <;> rw [← Rat.cast_mul, Rat.cast_le]
    · exact le_trans (min_le_left _ _) (min_le_left _ _)
    · exact le_trans (min_le_left _ _) (min_le_right _ _)
    · exact le_trans (min_le_right _ _) (min_le_left _ _)
    · exact le_trans (min_le_right _ _) (min_le_right _ _)
  · rw [← neg_le_neg_iff, ← neg_mul]
    refine le_mul (neg_le_neg hb) (neg_le_neg ha) hc hd ?_ ?_ ?_ ?_ <;>
      rw [neg_mul, neg_le_neg_iff, ← Rat.cast_mul, Rat.cast_le]
    · exact le_trans (le_max_left _ _) (le_max_right _ _)
    · exact le_trans (le_max_right _ _) (le_max_right _ _)
    · exact le_trans (le_max_left _ _) (le_max_left _ _)
    · exact le_trans (le_max_right _ _) (le_max_left _ _)

theorem Mem.inv (h : Mem x I) (k : I.inv? = some J) : Mem x⁻¹ J := by
  unfold inv? at k
  by_cases h₁ : 0 < I.lo
  · rw [if_pos h₁] at k
    cases k
    have lo : (0 : Real) < I.lo := Rat.cast_pos.2 h₁
    show ((I.hi⁻¹ : Rat) : Real) ≤ x⁻¹ ∧ x⁻¹ ≤ ((I.lo⁻¹ : Rat) : Real)
    rw [Rat.cast_inv, Rat.cast_inv]
    exact ⟨inv_anti₀ (lt_of_lt_of_le lo h.1) h.2, inv_anti₀ lo h.1⟩
  · rw [if_neg h₁] at k
    by_cases h₂ : I.hi < 0
    · rw [if_pos h₂] at k
      cases k
      have hi : (0 : Real) < -I.hi := by rw [← Rat.cast_neg]; exact Rat.cast_pos.2 (neg_pos.2 h₂)
      show ((I.hi⁻¹ : Rat) : Real) ≤ x⁻¹ ∧ x⁻¹ ≤ ((I.lo⁻¹ : Rat) : Real)
      rw [Rat.cast_inv, Rat.cast_inv]
      have hx := neg_le_neg h.2
      have h₁ := inv_anti₀ hi hx
      have h₂ := inv_anti₀ (lt_of_lt_of_le hi hx) (neg_le_neg h.1)
      rw [inv_neg, inv_neg, neg_le_neg_iff] at h₁ h₂
      exact ⟨h₁, h₂⟩
    · rw [if_neg h₂] at k
      exact nomatch k

private theorem mem_powAux (h : Mem x I) (n f : Nat) :
    ∀ k, k ≤ f → Mem (x ^ k) (I.powAux n f k) := by
  have one : Mem (1 : Real) (point 1) := by
    have := mem_point 1
    rwa [Rat.cast_one] at this
  induction f with
  | zero =>
    intro k hk
    have e : k = 0 := Nat.le_antisymm hk (Nat.zero_le k)
    rw [e, pow_zero]; exact one
  | succ f ih =>
    intro k hk
    unfold powAux
    rw [Nat.force_eq, force_eq]
    by_cases h₀ : k = 0
    · rw [if_pos h₀, h₀, pow_zero]; exact one
    · rw [if_neg h₀]
      have hlt : k / 2 < k := Nat.div_lt_self (Nat.pos_of_ne_zero h₀) (Nat.le_refl 2)
      have hJ := ih (k / 2) (Nat.le_of_lt_succ (Nat.lt_of_lt_of_le hlt hk))
      have hm := Nat.div_add_mod k 2
      have hr := Nat.mod_lt k (show 0 < 2 from two_pos)
      by_cases h₁ : k = 2 * (k / 2)
      · rw [if_pos h₁]
        have e : x ^ k = x ^ (k / 2) * x ^ (k / 2) := by
          conv => lhs; rw [h₁]
          rw [two_mul, pow_add]
        rw [e]
        exact (hJ.mul hJ).round n
      · rw [if_neg h₁]
        have e : x ^ k = x ^ (k / 2) * x ^ (k / 2) * x := by
          have hk : k = k / 2 + k / 2 + 1 := by
            generalize k / 2 = h at *
            generalize k % 2 = r at *
            rcases Nat.eq_zero_or_pos r with h₂ | h₂
            · exact absurd (by linarith) h₁
            · linarith
          conv => lhs; rw [hk]
          rw [pow_succ, pow_add]
        rw [e]
        exact ((hJ.mul hJ).mul h).round n

theorem Mem.pow (h : Mem x I) (n k : Nat) : Mem (x ^ k) (I.pow n k) :=
  mem_powAux h n k k (Nat.le_refl k)

theorem Mem.exp (h : Mem x I) (n : Nat) : Mem (Real.exp x) (I.exp n) :=
  ⟨le_trans (expLower_le_exp _ n) (exp_le_exp_of_le h.1), le_trans (exp_le_exp_of_le h.2)
    (exp_le_expUpper _ n)⟩

theorem Mem.sqrt (h : Mem x I) (n : Nat) : Mem (Real.sqrt x) (I.sqrt n) :=
  ⟨le_trans (sqrtLower_le_sqrt _ n) (sqrt_le_sqrt h.1), le_trans (sqrt_le_sqrt h.2)
    (sqrt_le_sqrtUpper _ n)⟩

theorem Mem.log (h : Mem x I) {n : Nat} (k : I.log? n = some J) : 0 < x ∧ Mem (Real.log x) J := by
  unfold log? at k
  by_cases h₁ : 0 < I.lo
  · rw [if_pos h₁] at k
    cases k
    have lo : (0 : Real) < I.lo := Rat.cast_pos.2 h₁
    have hx := lt_of_lt_of_le lo h.1
    exact ⟨hx, le_trans (logLower_le_log h₁ n) (log_le_log lo h.1),
      le_trans (log_le_log hx h.2) (log_le_logUpper (Rat.cast_pos.1 (lt_of_lt_of_le hx h.2)) n)⟩
  · rw [if_neg h₁] at k
    exact nomatch k

end Interval

/-! ## Terms -/

/-- A closed form. -/
inductive ClosedForm where
  /-- zero -/
  | zero
  /-- one -/
  | one
  /-- a natural number -/
  | nat (n : Nat)
  /-- a rational number -/
  | rat (q : Rat)
  /-- the negative -/
  | neg (s : ClosedForm)
  /-- a sum -/
  | add (s t : ClosedForm)
  /-- a difference -/
  | sub (s t : ClosedForm)
  /-- a product -/
  | mul (s t : ClosedForm)
  /-- the inverse -/
  | inv (s : ClosedForm)
  /-- a quotient -/
  | div (s t : ClosedForm)
  /-- a power with a natural exponent -/
  | pow (s : ClosedForm) (k : Nat)
  /-- a power with a real exponent -/
  | rpow (s t : ClosedForm)
  /-- the exponential -/
  | exp (s : ClosedForm)
  /-- the logarithm -/
  | log (s : ClosedForm)
  /-- the square root -/
  | sqrt (s : ClosedForm)

namespace ClosedForm

/-- The real number that a closed form means. -/
noncomputable def value : ClosedForm → Real
  | zero => 0
  | one => 1
  | nat n => (n : Real)
  | rat q => (q : Real)
  | neg s => -s.value
  | add s t => s.value + t.value
  | sub s t => s.value - t.value
  | mul s t => s.value * t.value
  | inv s => s.value⁻¹
  | div s t => s.value / t.value
  | pow s k => s.value ^ k
  | rpow s t => s.value ^ t.value
  | exp s => Real.exp s.value
  | log s => Real.log s.value
  | sqrt s => Real.sqrt s.value

/-- Applies `f` to the interval, if there is one, and rounds. -/
def lift (n : Nat) (f : Interval → Option Interval) : Option Interval → Option Interval
  | none => none
  | some I => match f I with
    | none => none
    | some J => (J.round n).force some

/-- Applies `f` to the intervals, if there are two, and rounds. -/
def lift₂ (n : Nat) (f : Interval → Interval → Option Interval) (i j : Option Interval) :
    Option Interval := match i with
  | none => none
  | some I => lift n (f I) j

/-- The quotient of two intervals. -/
def div? (I J : Interval) : Option Interval := match J.inv? with
  | none => none
  | some K => some (I.mul K)

/-- The power of two intervals. -/
noncomputable def rpow? (n : Nat) (I J : Interval) : Option Interval := match I.log? n with
  | none => none
  | some K => (K.round n).force fun K => ((K.mul J).round n).force fun L => some (L.exp n)

/-- An interval around the value, computed with about `n` binary digits after the point. -/
noncomputable def enclose (n : Nat) : ClosedForm → Option Interval
  | zero => some (.point 0)
  | one => some (.point 1)
  | nat k => some (.point k)
  | rat q => some (.point q)
  | neg s => lift n (fun I => some I.neg) (s.enclose n)
  | add s t => lift₂ n (fun I J => some (I.add J)) (s.enclose n) (t.enclose n)
  | sub s t => lift₂ n (fun I J => some (I.add J.neg)) (s.enclose n) (t.enclose n)
  | mul s t => lift₂ n (fun I J => some (I.mul J)) (s.enclose n) (t.enclose n)
  | inv s => lift n (fun I => I.inv?) (s.enclose n)
  | div s t => lift₂ n div? (s.enclose n) (t.enclose n)
  | pow s k => lift n (fun I => some (I.pow n k)) (s.enclose n)
  | rpow s t => lift₂ n (rpow? n) (s.enclose n) (t.enclose n)
  | exp s => lift n (fun I => some (I.exp n)) (s.enclose n)
  | log s => lift n (fun I => I.log? n) (s.enclose n)
  | sqrt s => lift n (fun I => some (I.sqrt n)) (s.enclose n)

open Interval

private theorem mem_of_lift {n : Nat} {f : Interval → Option Interval} {i : Option Interval}
    {K : Interval} {x y : Real}
    (h : lift n f i = some K) (hx : ∀ I, i = some I → Mem x I)
      (hf : ∀ I J, Mem x I → f I = some J → Mem y J) : Mem y K := by
  cases i with
  | none => exact nomatch (h : none = some K)
  | some I =>
    have h : (match f I with | none => none | some J => (J.round n).force some) = some K := h
    cases e : f I with
    | none => rw [e] at h; exact nomatch (h : none = some K)
    | some J =>
      rw [e] at h
      have h : (J.round n).force some = some K := h
      rw [force_eq] at h
      cases h
      exact (hf I J (hx I rfl) e).round n

private theorem mem_of_lift₂ {n : Nat} {f : Interval → Interval → Option Interval}
    {i j : Option Interval} {K : Interval} {x y z : Real}
    (h : lift₂ n f i j = some K) (hx : ∀ I, i = some I → Mem x I) (hy : ∀ J, j = some J → Mem y J)
    (hf : ∀ I J K, Mem x I → Mem y J → f I J = some K → Mem z K) : Mem z K := by
  cases i with
  | none => exact nomatch (h : none = some K)
  | some I => exact mem_of_lift h hy fun J K hJ => hf I J K (hx I rfl) hJ

/-- The computed interval contains the value. -/
theorem mem_of_enclose {n : Nat} : ∀ {t : ClosedForm} {K : Interval}, t.enclose n = some K →
    Mem t.value K
  | zero, _, h => by cases h; have := mem_point 0; rwa [Rat.cast_zero] at this
  | one, _, h => by cases h; have := mem_point 1; rwa [Rat.cast_one] at this
  | nat k, _, h => by cases h; have := mem_point (k : Rat); rwa [Rat.cast_natCast] at this
  | rat q, _, h => by cases h; exact mem_point q
  | neg _, _, h => mem_of_lift h (fun _ => mem_of_enclose) fun _ _ k e => by cases e; exact k.neg
  | add _ _, _, h => mem_of_lift₂ h (fun _ => mem_of_enclose) (fun _ => mem_of_enclose)
      fun _ _ _ k l e => by cases e; exact k.add l
  | sub s t, _, h => by
    show Mem (s.value - t.value) _
    rw [sub_eq_add_neg]
    exact mem_of_lift₂ h (fun _ => mem_of_enclose) (fun _ => mem_of_enclose)
      fun _ _ _ k l e => by cases e; exact k.add l.neg
  | mul _ _, _, h => mem_of_lift₂ h (fun _ => mem_of_enclose) (fun _ => mem_of_enclose)
      fun _ _ _ k l e => by cases e; exact k.mul l
  | inv _, _, h => mem_of_lift h (fun _ => mem_of_enclose) fun _ _ k e => k.inv e
  | div s t, _, h => by
    show Mem (s.value / t.value) _
    rw [div_eq_mul_inv]
    refine mem_of_lift₂ h (fun _ => mem_of_enclose) (fun _ => mem_of_enclose) fun I J K k l e => ?_
    have e : (match J.inv? with | none => none | some L => some (I.mul L)) = some K := e
    cases i : J.inv? with
    | none => rw [i] at e; exact nomatch (e : none = some K)
    | some L =>
      rw [i] at e
      have e : some (I.mul L) = some K := e
      cases e
      exact k.mul (l.inv i)
  | pow _ k, _, h => mem_of_lift h (fun _ => mem_of_enclose) fun _ _ l e => by
    cases e; exact l.pow n k
  | rpow s t, _, h => by
    refine mem_of_lift₂ h (fun _ => mem_of_enclose) (fun _ => mem_of_enclose) fun I J K k l e => ?_
    show Mem (s.value ^ t.value) K
    have e : (match I.log? n with
      | none => none
      | some L => (L.round n).force fun L =>
        ((L.mul J).round n).force fun M => some (M.exp n)) = some K := e
    cases i : I.log? n with
    | none => rw [i] at e; exact nomatch (e : none = some K)
    | some L =>
      rw [i] at e
      have e : ((L.round n).force fun L =>
        ((L.mul J).round n).force fun M => some (M.exp n)) = some K := e
      rw [force_eq, force_eq] at e
      cases e
      have ⟨h₀, h₁⟩ := k.log i
      rw [rpow_def_of_pos h₀]
      exact (((h₁.round n).mul l).round n).exp n
  | exp _, _, h => mem_of_lift h (fun _ => mem_of_enclose) fun _ _ k e => by cases e; exact k.exp n
  | log _, _, h => mem_of_lift h (fun _ => mem_of_enclose) fun _ _ k e => (k.log e).2
  | sqrt _, _, h => mem_of_lift h (fun _ => mem_of_enclose) fun _ _ k e => by
    cases e; exact k.sqrt n

/-! ## Comparison -/

/-- Do the intervals show that `s < t`? -/
noncomputable def ltCheck (n : Nat) (s t : ClosedForm) : Bool := match s.enclose n, t.enclose n with
  | some I, some J => decide (I.hi < J.lo)
  | _, _ => false

/-- Do the intervals show that `s ≤ t`? -/
noncomputable def leCheck (n : Nat) (s t : ClosedForm) : Bool := match s.enclose n, t.enclose n with
  | some I, some J => decide (I.hi ≤ J.lo)
  | _, _ => false

theorem lt_of_check (n : Nat) (s t : ClosedForm) (h : ltCheck n s t = true) : s.value < t.value :=
    by
  have hs := fun I => mem_of_enclose (n := n) (t := s) (K := I)
  have ht := fun I => mem_of_enclose (n := n) (t := t) (K := I)
  unfold ltCheck at h
  revert h hs ht
  cases s.enclose n with
  | none => intro h; exact Bool.noConfusion h
  | some I => cases t.enclose n with
    | none => intro h; exact Bool.noConfusion h
    | some J =>
      intro h hs ht
      exact lt_of_le_of_lt (hs I rfl).2
        (lt_of_lt_of_le (Rat.cast_lt.2 (of_decide_eq_true h)) (ht J rfl).1)

theorem le_of_check (n : Nat) (s t : ClosedForm) (h : leCheck n s t = true) : s.value ≤ t.value :=
    by
  have hs := fun I => mem_of_enclose (n := n) (t := s) (K := I)
  have ht := fun I => mem_of_enclose (n := n) (t := t) (K := I)
  unfold leCheck at h
  revert h hs ht
  cases s.enclose n with
  | none => intro h; exact Bool.noConfusion h
  | some I => cases t.enclose n with
    | none => intro h; exact Bool.noConfusion h
    | some J =>
      intro h hs ht
      exact le_trans (hs I rfl).2 (le_trans (Rat.cast_le.2 (of_decide_eq_true h)) (ht J rfl).1)

end ClosedForm
end Real
