prelude
import DeepTheory.Real.Defs
/-! # The real numbers as an ordered field

## Main definitions

* `Real.Nonneg`: a real number is not negative if its sequences are eventually above every negative
  number.
* `x ≤ y` means `Real.Nonneg (y - x)`.

## Main statements

* `Real.instLinearOrderedField`: every theorem on ordered fields holds for the real numbers,
* `Real.ofRat_eq_cast`: the constant sequence of `q` is the cast `(q : Real)`,
* `Real.mk_le_of_eventually`, `Real.le_mk_of_eventually`: bounds of a sequence are bounds of its
  real number,
* `Real.hasLimit_mk`: a Cauchy sequence of rational numbers converges to its real number,
* `Real.exists_rat_near`: rational numbers come arbitrarily close,
* `Real.exists_nat_gt`, `Real.exists_rat_btwn`: the real numbers are Archimedean and the rational
  numbers lie dense.

## Notes

Comparison of real numbers is decided by the axiom of choice; nothing here computes.
`DeepTheory.Real.Enclosure` computes rational bounds of real numbers.
-/
set_option autoImplicit false

namespace Real

/-! ## Nonnegative numbers -/

/-- The sequence is eventually above every negative number. -/
def NonnegSeq (u : Nat → Rat) : Prop := ∀ ε, 0 < ε → Eventually fun n => -ε < u n

private theorem nonnegSeq_of_equiv {u v : Nat → Rat} (h : HasLimit (fun n => u n - v n) 0)
    (k : NonnegSeq u) :
    NonnegSeq v := fun ε hε =>
  (h _ (half_pos hε)).mono₂ (k _ (half_pos hε)) fun n h k => by
    rw [sub_zero] at h
    have := add_lt_add k (neg_lt_neg (abs_lt.1 h).2)
    rwa [show -(ε / 2) + -(ε / 2) = -ε by ring, show u n + -(u n - v n) = v n by ring] at this

/-- The real number is not negative. -/
def Nonneg : Real → Prop :=
  Quotient.lift (fun f => NonnegSeq f.seq) fun f g (h : CauchySeq.Equiv f g) =>
    propext ⟨nonnegSeq_of_equiv h, nonnegSeq_of_equiv h.symm⟩

theorem nonneg_mk {u : Nat → Rat} {hu : IsCauchy u} : Nonneg (mk u hu) ↔ NonnegSeq u := Iff.rfl

private theorem nonneg_add {x y : Real} (hx : Nonneg x) (hy : Nonneg y) : Nonneg (x + y) := by
  induction x using ind with | h u hu
  induction y using ind with | h v hv
  rw [mk_add_mk]
  intro ε hε
  refine (hx _ (half_pos hε)).mono₂ (hy _ (half_pos hε)) fun n h k => ?_
  have := add_lt_add h k
  rwa [show -(ε / 2) + -(ε / 2) = -ε by ring] at this

private theorem nonneg_antisymm {x : Real} (hx : Nonneg x) (hy : Nonneg (-x)) : x = 0 := by
  induction x using ind with | h u hu
  rw [neg_mk] at hy
  refine mk_eq_zero.2 fun ε hε => (hx ε hε).mono₂ (hy ε hε) fun n h k => ?_
  rw [sub_zero, abs_lt]
  exact ⟨h, neg_lt_neg_iff.1 k⟩

/-- A sequence whose negative is not nonnegative is eventually above a positive number. -/
private theorem exists_pos_le {u : Nat → Rat} {hu : IsCauchy u} (h : ¬Nonneg (-mk u hu)) :
    ∃ δ, 0 < δ ∧ Eventually fun n => δ ≤ u n := by
  rw [neg_mk, nonneg_mk] at h
  have ⟨ε, h⟩ := Classical.not_forall.1 h
  have ⟨hε, h⟩ := Classical.not_imp.1 h
  obtain ⟨N, hN⟩ := hu (ε / 2) (half_pos hε)
  refine ⟨ε / 2, half_pos hε, N, fun n hn => le_of_not_gt fun small =>
    h ⟨N, fun m hm => neg_lt_neg ?_⟩⟩
  have := add_lt_add small (lt_of_le_of_lt (le_abs_self _) (hN m n hm hn))
  rwa [add_sub_cancel, add_halves] at this

private theorem nonneg_total (x : Real) : Nonneg x ∨ Nonneg (-x) := by
  induction x using ind with | h u hu
  refine Classical.or_iff_not_imp_right.2 fun h => ?_
  obtain ⟨δ, hδ, k⟩ := exists_pos_le h
  exact fun ε hε => k.mono fun n k => lt_of_lt_of_le (neg_lt_zero.2 hε) (le_trans (le_of_lt hδ) k)

private theorem not_nonneg_neg_mul {x y : Real} (hx : ¬Nonneg (-x)) (hy : ¬Nonneg (-y)) :
    ¬Nonneg (-(x * y)) := by
  induction x using ind with | h u hu
  induction y using ind with | h v hv
  obtain ⟨δ, hδ, hu'⟩ := exists_pos_le hx
  obtain ⟨ε, hε, hv'⟩ := exists_pos_le hy
  rw [mk_mul_mk, neg_mk]
  intro h
  obtain ⟨n, ⟨hu', hv'⟩, h⟩ := ((hu'.and hv').and (h _ (mul_pos hδ hε))).exists
  exact absurd (neg_lt_neg_iff.1 h)
    (not_lt_of_ge (mul_le_mul hu' hv' (le_of_lt hε) (le_trans (le_of_lt hδ) hu')))

/-! ## The order -/

/-- `x ≤ y`: the difference is not negative. -/
protected def le (x y : Real) : Prop := Nonneg (y - x)

instance instLE : LE Real := ⟨Real.le⟩

theorem le_def {x y : Real} : x ≤ y ↔ Nonneg (y - x) := Iff.rfl

open Classical in
noncomputable instance instLinearOrder : LinearOrder Real where
  le_refl x := by
    show Nonneg (x - x)
    rw [sub_self, zero_eq, ofRat_eq_mk, nonneg_mk]
    exact fun ε hε => .of_forall fun _ => neg_lt_zero.2 hε
  le_trans x y z h k := by
    show Nonneg (z - x)
    rw [← sub_add_sub_cancel z y x]; exact nonneg_add k h
  lt_iff_le_not_ge _ _ := Iff.rfl
  le_antisymm x y h k := (sub_eq_zero.1 (nonneg_antisymm h (by rw [neg_sub]; exact k))).symm
  le_total x y := (nonneg_total (y - x)).imp id fun h => by rw [neg_sub] at h; exact h
  decidableLE _ _ := inferInstance
  decidableEq _ _ := inferInstance
  decidableLT _ _ := inferInstance
  min_def _ _ := rfl
  max_def _ _ := rfl

private theorem pos_iff {x : Real} : 0 < x ↔ ¬Nonneg (-x) := by
  rw [← not_le, le_def, zero_sub]

noncomputable instance instLinearOrderedCommRing : LinearOrderedCommRing Real where
  add_le_add_left x y h z := by
    show Nonneg (z + y - (z + x))
    rw [add_sub_add_left_eq_sub]; exact h
  zero_lt_one := by
    rw [pos_iff, one_eq, ofRat_eq_mk, neg_mk, nonneg_mk]
    exact fun h => lt_irrefl _ (neg_lt_neg_iff.1 (h 1 zero_lt_one).const)
  mul_pos x y hx hy := by
    rw [pos_iff] at hx hy ⊢
    exact not_nonneg_neg_mul hx hy

/-- The real numbers are an ordered field. -/
noncomputable instance instLinearOrderedField : LinearOrderedField Real where
  div_eq_mul_inv _ _ := rfl
  mul_inv_cancel := mul_inv_cancel'
  inv_zero := inv_zero'
  zero_ne_one := zero_ne_one'

/-! ## Rational numbers -/

private theorem ofRat_intCast (n : Int) : ofRat n = n := by
  cases n with
  | ofNat n => rfl
  | negSucc n => exact ofRat_neg ((n + 1 : Nat) : Rat)

/-- The constant sequence of a rational number is its cast. -/
theorem ofRat_eq_cast (q : Rat) : ofRat q = (q : Real) := by
  rw [Rat.cast_def, eq_div_iff (Nat.cast_ne_zero.2 q.den_nz), natCast_eq, ← ofRat_mul,
    ← ofRat_intCast, ofRat_inj,
    ← eq_div_iff (Nat.cast_ne_zero.2 q.den_nz), Rat.num_div_den]

variable {u : Nat → Rat} {hu : IsCauchy u} {p q : Rat}

/-- A lower bound of almost all terms is a lower bound of the real number. -/
theorem le_mk_of_eventually (h : Eventually fun n => q ≤ u n) : (q : Real) ≤ mk u hu := by
  rw [← ofRat_eq_cast, ofRat_eq_mk, le_def, sub_eq_add_neg, neg_mk, mk_add_mk, nonneg_mk]
  exact fun ε hε => h.mono fun n h => lt_of_lt_of_le (neg_lt_zero.2 hε) (by
    show 0 ≤ u n + -q
    rw [← sub_eq_add_neg]; exact sub_nonneg.2 h)

/-- An upper bound of almost all terms is an upper bound of the real number. -/
theorem mk_le_of_eventually (h : Eventually fun n => u n ≤ q) : mk u hu ≤ (q : Real) := by
  rw [← neg_le_neg_iff, neg_mk, ← Rat.cast_neg]
  exact le_mk_of_eventually (h.mono fun n => neg_le_neg)

theorem abs_sub_mk_le (h : Eventually fun n => |u n - p| ≤ q) : |mk u hu - (p : Real)| ≤ q := by
  refine abs_le.2 ⟨?_, ?_⟩
  · rw [le_sub_iff_add_le, ← Rat.cast_neg, ← Rat.cast_add]
    exact le_mk_of_eventually (h.mono fun n h => le_sub_iff_add_le.1 (abs_le.1 h).1)
  · rw [sub_le_iff_le_add, ← Rat.cast_add]
    exact mk_le_of_eventually (h.mono fun n h => sub_le_iff_le_add.1 (abs_le.1 h).2)

/-! ## The Archimedean property, and rational numbers everywhere -/

/-- The real numbers are Archimedean. -/
theorem exists_nat_gt (x : Real) : ∃ n : Nat, x < n := by
  induction x using ind with | h u hu
  obtain ⟨B, -, hB⟩ := hu.exists_bound
  obtain ⟨n, hn⟩ := Rat.exists_nat_gt B
  refine ⟨n, lt_of_le_of_lt
    (mk_le_of_eventually (.of_forall fun m => le_trans (le_abs_self _) (hB m))) ?_⟩
  rw [← Rat.cast_natCast, Rat.cast_lt]; exact hn

/-- Some multiple of a positive number exceeds any given number. -/
theorem exists_nat_mul_gt {x : Real} (hx : 0 < x) (y : Real) : ∃ n : Nat, y < n * x := by
  obtain ⟨n, h⟩ := exists_nat_gt (y / x)
  exact ⟨n, (div_lt_iff₀ hx).1 h⟩

/-- Below every positive number lies the inverse of a natural number. -/
theorem exists_one_div_lt {x : Real} (hx : 0 < x) : ∃ n : Nat, 1 / ((n : Real) + 1) < x := by
  obtain ⟨n, h⟩ := exists_nat_gt (1 / x)
  refine ⟨n, ?_⟩
  rw [div_lt_iff₀ (Nat.cast_add_one_pos n), mul_comm]
  rw [div_lt_iff₀ hx] at h
  exact lt_trans h (mul_lt_mul_of_pos_right (lt_add_of_pos_right _ zero_lt_one) hx)

/-- Below every positive real number lies a positive rational number. -/
theorem exists_pos_rat_lt {x : Real} (hx : 0 < x) : ∃ q : Rat, 0 < q ∧ (q : Real) < x := by
  obtain ⟨n, h⟩ := exists_one_div_lt hx
  refine ⟨1 / (n + 1), one_div_pos.2 (Nat.cast_add_one_pos n), ?_⟩
  rw [Rat.cast_div, Rat.cast_add, Rat.cast_natCast, Rat.cast_one]; exact h

/-- A Cauchy sequence of rational numbers converges to its real number. -/
theorem hasLimit_mk (u : Nat → Rat) (hu : IsCauchy u) :
    HasLimit (fun n => (u n : Real)) (mk u hu) := fun ε hε => by
  obtain ⟨q, hq, k⟩ := exists_pos_rat_lt hε
  obtain ⟨N, h⟩ := hu q hq
  refine ⟨N, fun n hn => lt_of_le_of_lt ?_ k⟩
  show |(u n : Real) - mk u hu| ≤ q
  rw [abs_sub_comm]
  exact abs_sub_mk_le ⟨N, fun m hm => le_of_lt (h m n hm hn)⟩

/-- Rational numbers come arbitrarily close to every real number. -/
theorem exists_rat_near (x : Real) {ε : Real} (hε : 0 < ε) : ∃ q : Rat, |x - q| < ε := by
  induction x using ind with | h u hu
  obtain ⟨n, h⟩ := (hasLimit_mk u hu ε hε).exists
  exact ⟨u n, by rw [abs_sub_comm]; exact h⟩

/-- Between two real numbers lies a rational number. -/
theorem exists_rat_btwn {x y : Real} (h : x < y) : ∃ q : Rat, x < q ∧ (q : Real) < y := by
  obtain ⟨q, k⟩ := exists_rat_near ((x + y) / 2) (half_pos (sub_pos.2 h))
  have k := abs_lt.1 k
  refine ⟨q, ?_, ?_⟩
  · have := add_lt_add_right k.2 (q - (y - x) / 2)
    rwa [show (x + y) / 2 - q + (q - (y - x) / 2) = x by ring,
      show (y - x) / 2 + (q - (y - x) / 2) = q by ring] at this
  · have := add_lt_add_right k.1 (q + (y - x) / 2)
    rwa [show -((y - x) / 2) + (q + (y - x) / 2) = q by ring,
      show (x + y) / 2 - q + (q + (y - x) / 2) = y by ring] at this

theorem exists_rat_gt (x : Real) : ∃ q : Rat, x < q :=
  let ⟨q, h, _⟩ := exists_rat_btwn (lt_add_of_pos_right x zero_lt_one)
  ⟨q, h⟩

theorem exists_rat_lt (x : Real) : ∃ q : Rat, (q : Real) < x :=
  let ⟨q, _, h⟩ := exists_rat_btwn (sub_lt_self x zero_lt_one)
  ⟨q, h⟩

end Real
