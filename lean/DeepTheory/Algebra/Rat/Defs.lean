prelude
import DeepTheory.Algebra.Int.Basic
import DeepTheory.Algebra.Nat.Gcd
import DeepTheory.Algebra.Tactic.Ring
/-! # The rational numbers

A rational number is a fraction in lowest terms with a positive denominator, as in core Lean. Every
operation ends in `Rat.normalize`, which divides by the greatest common divisor. `Rat.normalize`
forces numerator and denominator to literals before it goes on (`Nat.force`): otherwise the kernel
would carry unevaluated sums along and evaluate them twice, once for the numerator and once for the
denominator.

## Main definitions

* `Rat`, `Rat.normalize`, `mkRat`, and the operations of a field.

## Main statements

* `Rat.normalize_eq_normalize`: two fractions are equal if and only if their cross products are,
* `Rat.instField`: the rational numbers are a field; the laws follow from
  `Rat.normalize_eq_normalize` by `ring`.
-/
set_option autoImplicit false
universe u

/-- Evaluates `n` before it is passed on. -/
@[inline] def Nat.force {α : Type u} (n : Nat) (f : Nat → α) : α := match n with
  | 0 => f 0
  | k + 1 => f (k + 1)

theorem Nat.force_eq {α : Type u} (n : Nat) (f : Nat → α) :
    Nat.force n f = f n := by cases n <;> rfl

/-- Evaluates `n` before it is passed on. -/
@[inline] def Int.force {α : Type u} (n : Int) (f : Int → α) : α := match n with
  | .ofNat k => Nat.force k fun k => f (.ofNat k)
  | .negSucc k => Nat.force k fun k => f (.negSucc k)

theorem Int.force_eq {α : Type u} (n : Int) (f : Int → α) : Int.force n f = f n := by
  cases n with
  | ofNat k => exact Nat.force_eq k fun k => f (.ofNat k)
  | negSucc k => exact Nat.force_eq k fun k => f (.negSucc k)

/-- A rational number: a fraction in lowest terms. -/
structure Rat where
  /-- Makes a fraction that is in lowest terms. -/
  mk' ::
  /-- the numerator -/
  num : Int
  /-- the denominator -/
  den : Nat
  /-- the denominator is not zero -/
  den_nz : den ≠ 0
  /-- the fraction is in lowest terms -/
  reduced : Nat.Coprime num.natAbs den

namespace Rat

theorem den_pos (q : Rat) : 0 < q.den := Nat.pos_of_ne_zero q.den_nz

/-- Divides the numerator by a natural number. -/
def divNat (n : Int) (g : Nat) : Int := match n with
  | .ofNat k => .ofNat (k / g)
  | .negSucc k => Int.negOfNat ((k + 1) / g)

private theorem negOfNat_eq (n : Nat) : Int.negOfNat n = -(n : Int) := by cases n <;> rfl

private theorem natAbs_divNat (n : Int) (g : Nat) : (divNat n g).natAbs = n.natAbs / g := by
  cases n with
  | ofNat k => rfl
  | negSucc k =>
    show (Int.negOfNat ((k + 1) / g)).natAbs = (k + 1) / g
    rw [negOfNat_eq, Int.natAbs_neg, Int.natAbs_natCast]

private theorem divNat_mul {n : Int} {g : Nat} (h : g ∣ n.natAbs) : divNat n g * g = n := by
  have e := Nat.div_mul_cancel h
  cases n with
  | ofNat k =>
    show ((k / g : Nat) : Int) * g = k
    rw [← Nat.cast_mul]; exact congrArg Nat.cast e
  | negSucc k =>
    show Int.negOfNat ((k + 1) / g) * g = -((k + 1 : Nat) : Int)
    rw [negOfNat_eq, neg_mul, ← Nat.cast_mul]; exact congrArg (fun x : Nat => -(x : Int)) e

/-- The fraction `num / den` in lowest terms. -/
def normalize (num : Int) (den : Nat) (den_nz : den ≠ 0) : Rat :=
  Rat.mk' (divNat num (Nat.gcd num.natAbs den)) (den / Nat.gcd num.natAbs den)
    (ne_of_gt (Nat.div_pos_of_dvd (Nat.gcd_dvd_right _ _) (Nat.pos_of_ne_zero den_nz)))
    (by
      rw [natAbs_divNat]
      exact Nat.coprime_div_gcd_div_gcd (Nat.gcd_pos_of_pos_right _ (Nat.pos_of_ne_zero den_nz)))

/-- The rational number of a natural number. -/
instance instNatCast : NatCast Rat := ⟨fun n => ⟨n, 1, fun h => Nat.noConfusion h,
    Nat.gcd_one_right _⟩⟩

instance instOfNat {n : Nat} : OfNat Rat n := ⟨(n : Rat)⟩

instance instInhabited : Inhabited Rat := ⟨0⟩

end Rat

/-- The fraction `num / den`; zero if `den` is. -/
def mkRat (num : Int) (den : Nat) : Rat := match den with
  | 0 => 0
  | d + 1 => num.force fun n => Rat.normalize n (d + 1) fun h => Nat.noConfusion h

namespace Rat

/-! ## Fractions and normal forms -/

theorem ext {p q : Rat} (h : p.num = q.num) (k : p.den = q.den) : p = q := by
  cases p; cases q; cases h; cases k; rfl

private theorem cast_ne {d : Nat} (h : d ≠ 0) : (d : Int) ≠ 0 := Nat.cast_ne_zero.2 h

private theorem int_cancel {a b c : Int} (h : 0 < c) (e : a * c = b * c) : a = b :=
  le_antisymm (le_of_mul_le_mul_right (le_of_eq e) h) (le_of_mul_le_mul_right (ge_of_eq e) h)

private theorem cast_pos' {d : Nat} (h : d ≠ 0) :
    0 < (d : Int) := Nat.cast_pos.2 (Nat.pos_of_ne_zero h)

/-- Fractions in lowest terms are equal if their cross products are. -/
theorem eq_of_num_mul_den {p q : Rat} (h : p.num * q.den = q.num * p.den) : p = q := by
  have e : p.num.natAbs * q.den = q.num.natAbs * p.den := by
    have := congrArg Int.natAbs h
    rw [Int.natAbs_mul, Int.natAbs_mul] at this; exact this
  have d : p.den = q.den := Nat.dvd_antisymm
    (p.reduced.symm.dvd_of_dvd_mul_left ⟨q.num.natAbs, e.trans (mul_comm _ _)⟩)
    (q.reduced.symm.dvd_of_dvd_mul_left ⟨p.num.natAbs, e.symm.trans (mul_comm _ _)⟩)
  refine ext ?_ d
  rw [d] at h
  exact int_cancel (cast_pos' q.den_nz) h

theorem mkRat_num_mul (n : Int) {d : Nat} (hd : d ≠ 0) :
    (mkRat n d).num * d = n * (mkRat n d).den := by
  cases d with
  | zero => exact absurd rfl hd
  | succ d =>
    show (Int.force n fun n => normalize n (d + 1) _).num * _ =
      n * (Int.force n fun n => normalize n (d + 1) _).den
    rw [Int.force_eq]
    have e₁ := divNat_mul (Nat.gcd_dvd_left n.natAbs (d + 1))
    have e₂ := congrArg (Nat.cast (R := Int)) (Nat.div_mul_cancel (Nat.gcd_dvd_right n.natAbs
      (d + 1)))
    rw [Nat.cast_mul] at e₂
    show divNat n _ * _ = n * (((d + 1) / Nat.gcd n.natAbs (d + 1) : Nat) : Int)
    generalize Nat.gcd n.natAbs (d + 1) = g at *
    generalize divNat n g = x at *
    rw [← e₂, ← e₁]; ring
theorem mkRat_eq_mkRat {n m : Int} {d e : Nat} (hd : d ≠ 0) (he : e ≠ 0) :
    mkRat n d = mkRat m e ↔ n * e = m * d := by
  have h₁ := mkRat_num_mul n hd
  have h₂ := mkRat_num_mul m he
  refine ⟨fun h => ?_, fun h => eq_of_num_mul_den ?_⟩
  · rw [← h] at h₂
    refine int_cancel (cast_pos' (mkRat n d).den_nz) ?_
    rw [mul_right_comm, ← h₁, mul_right_comm m, ← h₂]; ring
  · refine int_cancel (mul_pos (cast_pos' hd) (cast_pos' he)) ?_
    generalize mkRat n d = p at *
    generalize mkRat m e = q at *
    rw [show p.num * q.den * (d * e) = p.num * d * (q.den * e) by ring, h₁,
      show q.num * p.den * (d * e) = q.num * e * (p.den * d) by ring, h₂,
      show n * p.den * (q.den * e) = n * e * (p.den * q.den) by ring, h]
    ring
theorem mkRat_self (q : Rat) : mkRat q.num q.den = q :=
    eq_of_num_mul_den (mkRat_num_mul q.num q.den_nz)
/-- Every rational number is a fraction. -/
theorem ind {P : Rat → Prop} (h : ∀ (n : Int) (d : Nat), d ≠ 0 → P (mkRat n d)) (q : Rat) :
    P q := by
  rw [← mkRat_self q]; exact h _ _ q.den_nz

/-! ## The operations -/

/-- Addition. -/
protected def add (p q : Rat) : Rat := mkRat (p.num * q.den + q.num * p.den) (p.den * q.den)
/-- Multiplication. -/
protected def mul (p q : Rat) : Rat := mkRat (p.num * q.num) (p.den * q.den)
/-- Negation. -/
protected def neg (p : Rat) : Rat :=
  ⟨-p.num, p.den, p.den_nz, by rw [Int.natAbs_neg]; exact p.reduced⟩
/-- Inversion. -/
protected def inv (p : Rat) : Rat := mkRat (p.num.sign * p.den) p.num.natAbs

instance instAdd : Add Rat := ⟨Rat.add⟩
instance instMul : Mul Rat := ⟨Rat.mul⟩
instance instNeg : Neg Rat := ⟨Rat.neg⟩
instance instInv : Inv Rat := ⟨Rat.inv⟩
instance instSub : Sub Rat := ⟨fun p q => p + -q⟩
instance instDiv : Div Rat := ⟨fun p q => p * q⁻¹⟩

/-- Powers: power by power of numerator and denominator. -/
protected def pow (p : Rat) (n : Nat) : Rat := mkRat (p.num ^ n) (p.den ^ n)

instance instNatPow : NatPow Rat := ⟨Rat.pow⟩

private theorem mul_nz {d e : Nat} (hd : d ≠ 0) (he : e ≠ 0) : d * e ≠ 0 :=
  ne_of_gt (mul_pos (Nat.pos_of_ne_zero hd) (Nat.pos_of_ne_zero he))

theorem mkRat_add_mkRat (n m : Int) {d e : Nat} (hd : d ≠ 0) (he : e ≠ 0) :
    mkRat n d + mkRat m e = mkRat (n * e + m * d) (d * e) := by
  have h₁ := mkRat_num_mul n hd
  have h₂ := mkRat_num_mul m he
  show Rat.add (mkRat n d) (mkRat m e) = _
  unfold Rat.add
  generalize mkRat n d = p at *
  generalize mkRat m e = q at *
  rw [mkRat_eq_mkRat (mul_nz p.den_nz q.den_nz) (mul_nz hd he), Nat.cast_mul, Nat.cast_mul,
    show (p.num * q.den + q.num * p.den) * (d * e) = p.num * d * (q.den * e) + q.num * e *
      (p.den * d) by ring,
    h₁, h₂]
  ring
theorem mkRat_mul_mkRat (n m : Int) {d e : Nat} (hd : d ≠ 0) (he : e ≠ 0) :
    mkRat n d * mkRat m e = mkRat (n * m) (d * e) := by
  have h₁ := mkRat_num_mul n hd
  have h₂ := mkRat_num_mul m he
  show Rat.mul (mkRat n d) (mkRat m e) = _
  unfold Rat.mul
  generalize mkRat n d = p at *
  generalize mkRat m e = q at *
  rw [mkRat_eq_mkRat (mul_nz p.den_nz q.den_nz) (mul_nz hd he), Nat.cast_mul, Nat.cast_mul,
    show p.num * q.num * (d * e) = p.num * d * (q.num * e) by ring, h₁, h₂]
  ring
theorem neg_mkRat (n : Int) {d : Nat} (hd : d ≠ 0) : -mkRat n d = mkRat (-n) d := by
  have h₁ := mkRat_num_mul n hd
  rw [← mkRat_self (-mkRat n d), mkRat_eq_mkRat (-mkRat n d).den_nz hd]
  show -(mkRat n d).num * d = -n * (mkRat n d).den
  rw [neg_mul, neg_mul, h₁]
theorem natCast_eq_mkRat (n : Nat) : (n : Rat) = mkRat n 1 := (mkRat_self (n : Rat)).symm
theorem zero_eq_mkRat : (0 : Rat) = mkRat 0 1 := natCast_eq_mkRat 0
theorem one_eq_mkRat : (1 : Rat) = mkRat 1 1 := natCast_eq_mkRat 1

private theorem one_nz : (1 : Nat) ≠ 0 := fun h => Nat.noConfusion h

instance instCommRing : CommRing Rat where
  zero := 0
  one := 1
  add_assoc x y z := by
    induction x using ind with | h a b hb
    induction y using ind with | h c d hd
    induction z using ind with | h e f hf
    rw [mkRat_add_mkRat _ _ hb hd, mkRat_add_mkRat _ _ (mul_nz hb hd) hf, mkRat_add_mkRat _ _ hd hf,
      mkRat_add_mkRat _ _ hb (mul_nz hd hf), mkRat_eq_mkRat (mul_nz (mul_nz hb hd) hf)
        (mul_nz hb (mul_nz hd hf))]
    simp only [Nat.cast_mul]
    ring
  zero_add x := by
    induction x using ind with | h a b hb
    show (0 : Rat) + _ = _
    rw [zero_eq_mkRat, mkRat_add_mkRat _ _ one_nz hb, mkRat_eq_mkRat (mul_nz one_nz hb) hb]
    simp only [Nat.cast_mul, Nat.cast_one]
    ring
  add_zero x := by
    induction x using ind with | h a b hb
    show _ + (0 : Rat) = _
    rw [zero_eq_mkRat, mkRat_add_mkRat _ _ hb one_nz, mkRat_eq_mkRat (mul_nz hb one_nz) hb]
    simp only [Nat.cast_mul, Nat.cast_one]
    ring
  add_comm x y := by
    induction x using ind with | h a b hb
    induction y using ind with | h c d hd
    rw [mkRat_add_mkRat _ _ hb hd, mkRat_add_mkRat _ _ hd hb,
      mkRat_eq_mkRat (mul_nz hb hd) (mul_nz hd hb)]
    simp only [Nat.cast_mul]
    ring
  mul_assoc x y z := by
    induction x using ind with | h a b hb
    induction y using ind with | h c d hd
    induction z using ind with | h e f hf
    rw [mkRat_mul_mkRat _ _ hb hd, mkRat_mul_mkRat _ _ (mul_nz hb hd) hf, mkRat_mul_mkRat _ _ hd hf,
      mkRat_mul_mkRat _ _ hb (mul_nz hd hf), mkRat_eq_mkRat (mul_nz (mul_nz hb hd) hf)
        (mul_nz hb (mul_nz hd hf))]
    simp only [Nat.cast_mul]
    ring
  one_mul x := by
    induction x using ind with | h a b hb
    show (1 : Rat) * _ = _
    rw [one_eq_mkRat, mkRat_mul_mkRat _ _ one_nz hb, mkRat_eq_mkRat (mul_nz one_nz hb) hb]
    simp only [Nat.cast_mul, Nat.cast_one]
    ring
  mul_one x := by
    induction x using ind with | h a b hb
    show _ * (1 : Rat) = _
    rw [one_eq_mkRat, mkRat_mul_mkRat _ _ hb one_nz, mkRat_eq_mkRat (mul_nz hb one_nz) hb]
    simp only [Nat.cast_mul, Nat.cast_one]
    ring
  pow_zero x := rfl
  pow_succ x n := by
    show mkRat (x.num ^ (n + 1)) (x.den ^ (n + 1)) = mkRat (x.num ^ n) (x.den ^ n) * x
    have hn : x.den ^ n ≠ 0 := ne_of_gt (pow_pos x.den_pos n)
    conv => rhs; rhs; rw [← mkRat_self x]
    rw [mkRat_mul_mkRat _ _ hn x.den_nz, pow_succ, pow_succ]
  left_distrib x y z := by
    induction x using ind with | h a b hb
    induction y using ind with | h c d hd
    induction z using ind with | h e f hf
    rw [mkRat_add_mkRat _ _ hd hf, mkRat_mul_mkRat _ _ hb (mul_nz hd hf), mkRat_mul_mkRat _ _ hb hd,
      mkRat_mul_mkRat _ _ hb hf, mkRat_add_mkRat _ _ (mul_nz hb hd) (mul_nz hb hf),
      mkRat_eq_mkRat (mul_nz hb (mul_nz hd hf)) (mul_nz (mul_nz hb hd) (mul_nz hb hf))]
    simp only [Nat.cast_mul]
    ring
  right_distrib x y z := by
    induction x using ind with | h a b hb
    induction y using ind with | h c d hd
    induction z using ind with | h e f hf
    rw [mkRat_add_mkRat _ _ hb hd, mkRat_mul_mkRat _ _ (mul_nz hb hd) hf, mkRat_mul_mkRat _ _ hb hf,
      mkRat_mul_mkRat _ _ hd hf, mkRat_add_mkRat _ _ (mul_nz hb hf) (mul_nz hd hf),
      mkRat_eq_mkRat (mul_nz (mul_nz hb hd) hf) (mul_nz (mul_nz hb hf) (mul_nz hd hf))]
    simp only [Nat.cast_mul]
    ring
  zero_mul x := by
    induction x using ind with | h a b hb
    show (0 : Rat) * _ = (0 : Rat)
    rw [zero_eq_mkRat, mkRat_mul_mkRat _ _ one_nz hb, mkRat_eq_mkRat (mul_nz one_nz hb) one_nz]
    simp only [Nat.cast_mul, Nat.cast_one]
    ring
  mul_zero x := by
    induction x using ind with | h a b hb
    show _ * (0 : Rat) = (0 : Rat)
    rw [zero_eq_mkRat, mkRat_mul_mkRat _ _ hb one_nz, mkRat_eq_mkRat (mul_nz hb one_nz) one_nz]
    simp only [Nat.cast_mul, Nat.cast_one]
    ring
  natCast_zero := rfl
  natCast_succ n := by
    show ((n + 1 : Nat) : Rat) = (n : Rat) + (1 : Rat)
    rw [one_eq_mkRat, natCast_eq_mkRat, natCast_eq_mkRat, mkRat_add_mkRat _ _ one_nz one_nz,
      mkRat_eq_mkRat one_nz (mul_nz one_nz one_nz)]
    simp only [Nat.cast_mul, Nat.cast_add, Nat.cast_one]
    ring
  neg_add_cancel x := by
    induction x using ind with | h a b hb
    show _ = (0 : Rat)
    rw [neg_mkRat _ hb, mkRat_add_mkRat _ _ hb hb, zero_eq_mkRat,
      mkRat_eq_mkRat (mul_nz hb hb) one_nz]
    simp only [Nat.cast_mul, Nat.cast_one]
    ring
  sub_eq_add_neg _ _ := rfl
  mul_comm x y := by
    induction x using ind with | h a b hb
    induction y using ind with | h c d hd
    rw [mkRat_mul_mkRat _ _ hb hd, mkRat_mul_mkRat _ _ hd hb,
      mkRat_eq_mkRat (mul_nz hb hd) (mul_nz hd hb)]
    simp only [Nat.cast_mul]
    ring

instance instField : Field Rat where
  div_eq_mul_inv _ _ := rfl
  mul_inv_cancel x hx := by
    show x * mkRat (x.num.sign * x.den) x.num.natAbs = (1 : Rat)
    have hn : x.num.natAbs ≠ 0 := fun h => hx (by
      rw [← mkRat_self x, Int.natAbs_eq_zero.1 h, zero_eq_mkRat, mkRat_eq_mkRat x.den_nz one_nz,
        zero_mul, zero_mul])
    conv => lhs; lhs; rw [← mkRat_self x]
    rw [mkRat_mul_mkRat _ _ x.den_nz hn, one_eq_mkRat, mkRat_eq_mkRat (mul_nz x.den_nz hn) one_nz]
    have h := Int.sign_mul_natAbs x.num
    have s : x.num.sign * x.num = x.num.natAbs := by
      cases x.num with
      | ofNat n => cases n with
        | zero => rfl
        | succ n => exact one_mul (Int.ofNat (n + 1))
      | negSucc n => exact neg_one_mul (Int.negSucc n)
    rw [Nat.cast_mul, show x.num * (x.num.sign * x.den) * ((1 : Nat) : Int) =
      x.num.sign * x.num * x.den by
      rw [Nat.cast_one]; ring, s]
    ring
  inv_zero := rfl
  zero_ne_one h := Int.noConfusion (congrArg Rat.num h) fun h => Nat.noConfusion h

/-- Equality is decided on numerators and denominators. -/
instance instDecidableEq : DecidableEq Rat := fun p q =>
  match Int.decEq p.num q.num with
  | isTrue h => match instDecidableEqNat p.den q.den with
    | isTrue k => isTrue (ext h k)
    | isFalse k => isFalse fun e => k (congrArg den e)
  | isFalse h => isFalse fun e => h (congrArg num e)

end Rat
