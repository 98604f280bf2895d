prelude
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Real.Limit
/-! # The real numbers

A real number is a Cauchy sequence of rational numbers, up to sequences that converge to zero.

## Main definitions

* `CauchySeq`: Cauchy sequences of rational numbers, and when two of them are the same real number.
* `Real`: the real numbers; `Real.mk u h` is the real number of the Cauchy sequence `u`.
* `Real.ofRat`: the real number of a rational number, by a constant sequence. It equals the
  cast `(q : Real)`, see `Real.ofRat_eq_cast` in `DeepTheory.Real.Order`.

## Main statements

* `Real.mk_eq_mk`: two sequences give the same real number if and only if their difference converges
  to zero,
* `Real.instCommRing`: the real numbers are a commutative ring; its laws hold term by term,
* `Real.mul_inv_cancel'`: nonzero numbers have inverses.

## Notes

The operations are irreducible: nothing unfolds them outside this file. Use `Real.mk_add_mk` and its
like.
-/
set_option autoImplicit false

/-- A Cauchy sequence of rational numbers. -/
structure CauchySeq where
  /-- the terms -/
  seq : Nat → Rat
  /-- they form a Cauchy sequence -/
  isCauchy : IsCauchy seq

namespace CauchySeq

/-- Two Cauchy sequences have the same limit: their difference converges to zero. -/
def Equiv (f g : CauchySeq) : Prop := HasLimit (fun n => f.seq n - g.seq n) 0

theorem Equiv.refl (f : CauchySeq) : Equiv f f :=
  (HasLimit.const 0).congr fun _ => (sub_self _).symm
theorem Equiv.symm {f g : CauchySeq} (h : Equiv f g) : Equiv g f := by
  have := h.neg
  rw [neg_zero] at this
  exact this.congr fun n => neg_sub _ _
theorem Equiv.trans {f g h : CauchySeq} (i : Equiv f g) (j : Equiv g h) : Equiv f h := by
  have := i.add j
  rw [add_zero] at this
  exact this.congr fun n => sub_add_sub_cancel _ _ _

instance setoid : Setoid CauchySeq := ⟨Equiv, Equiv.refl, Equiv.symm, Equiv.trans⟩

end CauchySeq

/-- The real numbers: Cauchy sequences of rational numbers, up to those that converge to zero. -/
def Real : Type := Quotient CauchySeq.setoid

namespace Real

/-- The real number of a Cauchy sequence of rational numbers. -/
def mk (u : Nat → Rat) (h : IsCauchy u) : Real := Quotient.mk CauchySeq.setoid ⟨u, h⟩

/-- Every real number is the limit of a Cauchy sequence. -/
theorem ind {P : Real → Prop} (h : ∀ u hu, P (mk u hu)) (x : Real) : P x :=
  Quotient.ind (fun f => h f.seq f.isCauchy) x

theorem mk_eq_mk {u v : Nat → Rat} {hu : IsCauchy u} {hv : IsCauchy v} :
    mk u hu = mk v hv ↔ HasLimit (fun n => u n - v n) 0 := Quotient.eq_iff

theorem mk_congr {u v : Nat → Rat} {hu : IsCauchy u} {hv : IsCauchy v} (h : ∀ n, u n = v n) :
    mk u hu = mk v hv :=
  mk_eq_mk.2 ((HasLimit.const 0).congr fun n => by rw [h, sub_self])

/-- The real number of a rational number. -/
def ofRat (q : Rat) : Real := mk (fun _ => q) (.const q)

noncomputable section

/-! ## The operations -/

/-- Addition, term by term. -/
protected def add : Real → Real → Real :=
  Quotient.lift₂ (fun f g => mk _ (f.isCauchy.add g.isCauchy)) fun f g f' g'
    (hf : CauchySeq.Equiv f f')
    (hg : CauchySeq.Equiv g g') => mk_eq_mk.2 <| by
      have := hf.add hg
      rw [add_zero] at this
      exact this.congr fun n => (add_sub_add_comm _ _ _ _).symm

/-- Multiplication, term by term. -/
protected def mul : Real → Real → Real :=
  Quotient.lift₂ (fun f g => mk _ (f.isCauchy.mul g.isCauchy)) fun f g f' g'
    (hf : CauchySeq.Equiv f f')
    (hg : CauchySeq.Equiv g g') => mk_eq_mk.2 <| by
      obtain ⟨A, -, hA⟩ := g.isCauchy.exists_bound
      obtain ⟨B, -, hB⟩ := f'.isCauchy.exists_bound
      have := (hf.zero_mul_bounded (.of_forall hA)).add (hg.zero_mul_bounded (.of_forall hB))
      rw [add_zero] at this
      exact this.congr fun n => by ring

/-- Negation, term by term. -/
protected def neg : Real → Real :=
  Quotient.lift (fun f => mk _ f.isCauchy.neg) fun f f' (hf : CauchySeq.Equiv f f') =>
    mk_eq_mk.2 <| by
    have := HasLimit.neg hf
    rw [neg_zero] at this
    exact this.congr fun n => by ring

open Classical in
/-- The inverses of a sequence that does not converge to zero, and zero for a sequence that does. -/
def invSeq (f : CauchySeq) : Real :=
  if h : HasLimit f.seq 0 then ofRat 0 else mk _ (f.isCauchy.inv h)

/-- Inversion, term by term; the inverse of zero is zero. -/
protected def inv : Real → Real :=
  Quotient.lift invSeq fun f g (h : CauchySeq.Equiv f g) => by
    unfold invSeq
    by_cases hf : HasLimit f.seq 0
    · have hg : HasLimit g.seq 0 := by
        have := hf.sub h
        rw [sub_zero] at this
        exact this.congr fun n => by ring
      rw [dif_pos hf, dif_pos hg]
    · have hg : ¬HasLimit g.seq 0 := fun hg => hf (by
        have := hg.add h
        rw [add_zero] at this
        exact this.congr fun n => by ring)
      rw [dif_neg hf, dif_neg hg, mk_eq_mk]
      obtain ⟨A, -, hA⟩ := (f.isCauchy.inv hf).exists_bound
      obtain ⟨B, -, hB⟩ := (g.isCauchy.inv hg).exists_bound
      have k : HasLimit (fun n => (g.seq n - f.seq n) * (f.seq n)⁻¹ * (g.seq n)⁻¹) 0 :=
        (h.symm.zero_mul_bounded (.of_forall hA)).zero_mul_bounded (.of_forall hB)
      obtain ⟨δ, hδ, hf⟩ := f.isCauchy.exists_le_abs hf
      obtain ⟨ε, hε, hg⟩ := g.isCauchy.exists_le_abs hg
      refine k.congr' (hf.mono₂ hg fun n hf hg => ?_)
      have hf : f.seq n ≠ 0 := abs_pos.1 (lt_of_lt_of_le hδ hf)
      have hg : g.seq n ≠ 0 := abs_pos.1 (lt_of_lt_of_le hε hg)
      show _ = (f.seq n)⁻¹ - (g.seq n)⁻¹
      ring

/-- Powers, factor by factor. -/
protected def pow (x : Real) : Nat → Real
  | 0 => ofRat 1
  | n + 1 => Real.mul (Real.pow x n) x

instance instAdd : Add Real := ⟨Real.add⟩
instance instMul : Mul Real := ⟨Real.mul⟩
instance instNeg : Neg Real := ⟨Real.neg⟩
instance instInv : Inv Real := ⟨Real.inv⟩
instance instSub : Sub Real := ⟨fun x y => x + -y⟩
instance instDiv : Div Real := ⟨fun x y => x * y⁻¹⟩
instance instZero : Zero Real := ⟨ofRat 0⟩
instance instOne : One Real := ⟨ofRat 1⟩
instance instNatPow : NatPow Real := ⟨Real.pow⟩
instance instNatCast : NatCast Real := ⟨fun n => ofRat n⟩
instance instInhabited : Inhabited Real := ⟨ofRat 0⟩

variable {u v : Nat → Rat} {hu : IsCauchy u} {hv : IsCauchy v}

theorem mk_add_mk : mk u hu + mk v hv = mk (fun n => u n + v n) (hu.add hv) := rfl
theorem mk_mul_mk : mk u hu * mk v hv = mk (fun n => u n * v n) (hu.mul hv) := rfl
theorem neg_mk : -mk u hu = mk (fun n => -u n) hu.neg := rfl
theorem zero_eq : (0 : Real) = ofRat 0 := rfl
theorem one_eq : (1 : Real) = ofRat 1 := rfl
theorem natCast_eq (n : Nat) : (n : Real) = ofRat n := rfl
theorem ofRat_eq_mk (q : Rat) : ofRat q = mk (fun _ => q) (.const q) := rfl
theorem mk_eq_zero : mk u hu = 0 ↔ HasLimit u 0 :=
  (mk_eq_mk (hv := .const 0)).trans
    ⟨fun h => h.congr fun _ => sub_zero _, fun h => h.congr fun _ => (sub_zero _).symm⟩
theorem ofRat_add (p q : Rat) : ofRat (p + q) = ofRat p + ofRat q := rfl
theorem ofRat_mul (p q : Rat) : ofRat (p * q) = ofRat p * ofRat q := rfl
theorem ofRat_neg (p : Rat) : ofRat (-p) = -ofRat p := rfl
theorem ofRat_sub (p q : Rat) : ofRat (p - q) = ofRat p - ofRat q := rfl
theorem ofRat_inj {p q : Rat} : ofRat p = ofRat q ↔ p = q :=
  ⟨fun h => sub_eq_zero.1 ((HasLimit.const (p - q)).unique (mk_eq_mk.1 h)), fun h => h ▸ rfl⟩
/-- Inverses, term by term. -/
theorem inv_mk (h : ¬HasLimit u 0) : (mk u hu)⁻¹ = mk (fun n => (u n)⁻¹) (hu.inv h) := dif_neg h

/-! ## The ring of real numbers -/

instance instCommRing : CommRing Real where
  zero := 0
  one := 1
  add_assoc x y z := by
    induction x using ind; induction y using ind; induction z using ind
    exact mk_congr fun n => add_assoc _ _ _
  zero_add x := by induction x using ind; exact mk_congr fun n => zero_add _
  add_zero x := by induction x using ind; exact mk_congr fun n => add_zero _
  add_comm x y := by
    induction x using ind; induction y using ind
    exact mk_congr fun n => add_comm _ _
  mul_assoc x y z := by
    induction x using ind; induction y using ind; induction z using ind
    exact mk_congr fun n => mul_assoc _ _ _
  one_mul x := by induction x using ind; exact mk_congr fun n => one_mul _
  mul_one x := by induction x using ind; exact mk_congr fun n => mul_one _
  pow_zero _ := rfl
  pow_succ _ _ := rfl
  left_distrib x y z := by
    induction x using ind; induction y using ind; induction z using ind
    exact mk_congr fun n => left_distrib _ _ _
  right_distrib x y z := by
    induction x using ind; induction y using ind; induction z using ind
    exact mk_congr fun n => right_distrib _ _ _
  zero_mul x := by induction x using ind; exact mk_congr fun n => zero_mul _
  mul_zero x := by induction x using ind; exact mk_congr fun n => mul_zero _
  natCast_zero := rfl
  natCast_succ n := by
    show ofRat ((n + 1 : Nat) : Rat) = ofRat n + ofRat 1
    rw [← ofRat_add, Nat.cast_add_one]
  neg_add_cancel x := by induction x using ind; exact mk_congr fun n => neg_add_cancel _
  sub_eq_add_neg _ _ := rfl
  mul_comm x y := by
    induction x using ind; induction y using ind
    exact mk_congr fun n => mul_comm _ _

theorem mul_inv_cancel' (x : Real) (hx : x ≠ 0) : x * x⁻¹ = 1 := by
  induction x using ind with | h u hu
  have hu' : ¬HasLimit u 0 := fun h => hx (mk_eq_zero.2 h)
  rw [inv_mk hu', mk_mul_mk]
  refine mk_eq_mk.2 ?_
  obtain ⟨ε, hε, h⟩ := hu.exists_le_abs hu'
  refine (HasLimit.const 0).congr' (h.mono fun n h => ?_)
  rw [mul_inv_cancel₀ (abs_pos.1 (lt_of_lt_of_le hε h)), sub_self]

theorem inv_zero' : (0 : Real)⁻¹ = 0 := dif_pos (HasLimit.const 0)

theorem zero_ne_one' : (0 : Real) ≠ 1 := fun h => zero_ne_one (ofRat_inj.1 h)

end

attribute [irreducible] Real.add Real.mul Real.neg Real.inv Real.pow Real.ofRat

end Real
