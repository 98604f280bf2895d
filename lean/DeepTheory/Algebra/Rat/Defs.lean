prelude
import DeepTheory.Algebra.Int.Basic
import DeepTheory.Algebra.Nat.Gcd
import DeepTheory.Algebra.Tactic.Ring
/-! # The rational numbers

A rational number is a fraction in lowest terms with a positive denominator, as in core Lean. The
operations are written for the kernel: they take numerators and denominators apart, compute with the
natural numbers that the kernel computes by name, divide once by the greatest common divisor, and
leave numerator and denominator as literals. Proofs use the equations `Rat.add_def`, `Rat.mul_def`,
`Rat.inv_def`.

## Main definitions

* `Rat`, `Rat.normalize`, `mkRat`, and the operations of a field.

## Main statements

* `Rat.mkRat_eq_mkRat`: two fractions are equal if and only if their cross products are,
* `Rat.add_def`, `Rat.mul_def`, `Rat.inv_def`: the operations as fractions,
* `Rat.instField`: the rational numbers are a field; the laws follow from `Rat.mkRat_eq_mkRat` by
  `ring`.
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
instance instNatCast : NatCast Rat := ⟨fun n => ⟨Int.ofNat n, 1, fun h => Nat.noConfusion h,
    Nat.gcd_one_right _⟩⟩

instance instOfNat {n : Nat} : OfNat Rat n := ⟨(n : Rat)⟩

instance instInhabited : Inhabited Rat := ⟨0⟩

/-! ## Lowest terms, in the form in which the kernel computes them

`n` and `d` are evaluated to literals before they become the numerator and the denominator of the
result; case distinctions go through `casesOn`, and the arithmetic is written with the functions
that the kernel knows by name, without instances: every detour counts a thousand times in a sum of a
thousand fractions. -/

/-- The fraction `n / d`, which is in lowest terms. -/
def evalPos (n d : Nat) (h : d ≠ 0) (k : Nat.Coprime n d) : Rat :=
  Nat.casesOn (motive := fun n => Nat.Coprime n d → Rat) n (fun _ => 0)
    (fun n k => Nat.casesOn (motive := fun d => d ≠ 0 → Nat.Coprime (Nat.succ n) d → Rat) d
      (fun _ _ => 0) (fun d h k => mk' (Int.ofNat (Nat.succ n)) (Nat.succ d) h k) h k) k

/-- The fraction `-n / d`, which is in lowest terms. -/
def evalNeg (n d : Nat) (h : d ≠ 0) (k : Nat.Coprime n d) : Rat :=
  Nat.casesOn (motive := fun n => Nat.Coprime n d → Rat) n (fun _ => 0)
    (fun n k => Nat.casesOn (motive := fun d => d ≠ 0 → Nat.Coprime (Nat.succ n) d → Rat) d
      (fun _ _ => 0) (fun d h k => mk' (Int.negSucc n) (Nat.succ d) h k) h k) k

private theorem den_div_ne (n : Nat) {d : Nat} (h : d ≠ 0) : Nat.div d (Nat.gcd n d) ≠ 0 :=
  ne_of_gt (Nat.div_pos_of_dvd (Nat.gcd_dvd_right _ _) (Nat.pos_of_ne_zero h))

private theorem coprime_div (n : Nat) {d : Nat} (h : d ≠ 0) :
    Nat.Coprime (Nat.div n (Nat.gcd n d)) (Nat.div d (Nat.gcd n d)) :=
  Nat.coprime_div_gcd_div_gcd (Nat.gcd_pos_of_pos_right _ (Nat.pos_of_ne_zero h))

/-- The fraction `n / d` in lowest terms. -/
def normPos (n d : Nat) (h : d ≠ 0) : Rat :=
  evalPos (Nat.div n (Nat.gcd n d)) (Nat.div d (Nat.gcd n d)) (den_div_ne n h) (coprime_div n h)

/-- The fraction `-n / d` in lowest terms. -/
def normNeg (n d : Nat) (h : d ≠ 0) : Rat :=
  evalNeg (Nat.div n (Nat.gcd n d)) (Nat.div d (Nat.gcd n d)) (den_div_ne n h) (coprime_div n h)

/-- The fraction `(m - n) / d` in lowest terms. -/
def normSub (m n d : Nat) (h : d ≠ 0) : Rat :=
  Bool.casesOn (motive := fun _ => Rat) (Nat.ble m n) (normPos (Nat.sub m n) d h)
    (normNeg (Nat.sub n m) d h)

end Rat

/-- The fraction `num / den`; zero if `den` is. -/
def mkRat (num : Int) (den : Nat) : Rat :=
  Nat.casesOn (motive := fun _ => Rat) den 0 fun d =>
    Int.casesOn (motive := fun _ => Rat) num
      (fun n => Rat.normPos n (Nat.succ d) fun h => Nat.noConfusion h)
      (fun n => Rat.normNeg (Nat.succ n) (Nat.succ d) fun h => Nat.noConfusion h)

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

private theorem evalPos_eq (n d : Nat) (h : d ≠ 0) (k : Nat.Coprime n d) :
    evalPos n d h k = mk' (Int.ofNat n) d h k := by
  cases n with
  | zero => exact ext rfl (Eq.symm ((Nat.gcd_zero_left d).symm.trans k))
  | succ n => cases d with
    | zero => exact absurd rfl h
    | succ d => rfl

private theorem evalNeg_eq (n d : Nat) (h : d ≠ 0) (k : Nat.Coprime n d) :
    (evalNeg n d h k).num = -(n : Int) ∧ (evalNeg n d h k).den = d := by
  cases n with
  | zero => exact ⟨rfl, Eq.symm ((Nat.gcd_zero_left d).symm.trans k)⟩
  | succ n => cases d with
    | zero => exact absurd rfl h
    | succ d => exact ⟨rfl, rfl⟩

private theorem normPos_num_mul (n : Nat) {d : Nat} (h : d ≠ 0) :
    (normPos n d h).num * d = n * (normPos n d h).den := by
  have e₁ : n / Nat.gcd n d * Nat.gcd n d = n := Nat.div_mul_cancel (Nat.gcd_dvd_left n d)
  have e₂ : d / Nat.gcd n d * Nat.gcd n d = d := Nat.div_mul_cancel (Nat.gcd_dvd_right n d)
  unfold normPos
  rw [evalPos_eq]
  show ((n / Nat.gcd n d : Nat) : Int) * (d : Int) = (n : Int) * ((d / Nat.gcd n d : Nat) : Int)
  generalize Nat.gcd n d = g at *
  rw [← Nat.cast_mul, ← Nat.cast_mul]
  congr 1
  generalize n / g = x at *
  generalize d / g = y at *
  rw [← e₁, ← e₂]; ring

private theorem normNeg_eq_neg (n : Nat) {d : Nat} (h : d ≠ 0) :
    (normNeg n d h).num = -(normPos n d h).num ∧ (normNeg n d h).den = (normPos n d h).den := by
  unfold normPos normNeg
  rw [evalPos_eq]
  exact evalNeg_eq _ _ _ _

private theorem normNeg_num_mul (n : Nat) {d : Nat} (h : d ≠ 0) :
    (normNeg n d h).num * d = -n * (normNeg n d h).den := by
  rw [(normNeg_eq_neg n h).1, (normNeg_eq_neg n h).2, neg_mul, normPos_num_mul, neg_mul]

theorem mkRat_num_mul (n : Int) {d : Nat} (hd : d ≠ 0) :
    (mkRat n d).num * d = n * (mkRat n d).den := by
  cases d with
  | zero => exact absurd rfl hd
  | succ d => cases n with
    | ofNat n => exact normPos_num_mul n hd
    | negSucc n => exact normNeg_num_mul (n + 1) hd
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

private theorem mul_nz {d e : Nat} (hd : d ≠ 0) (he : e ≠ 0) : d * e ≠ 0 :=
  ne_of_gt (mul_pos (Nat.pos_of_ne_zero hd) (Nat.pos_of_ne_zero he))

/-- Addition. -/
protected def add (p q : Rat) : Rat :=
  casesOn (motive := fun _ => Rat) p fun pn pd hp _ =>
  casesOn (motive := fun _ => Rat) q fun qn qd hq _ =>
  Int.casesOn (motive := fun _ => Rat) pn
    (fun a => Int.casesOn (motive := fun _ => Rat) qn
      (fun b => normPos (Nat.add (Nat.mul a qd) (Nat.mul b pd)) (Nat.mul pd qd) (mul_nz hp hq))
      (fun b => normSub (Nat.mul a qd) (Nat.mul (Nat.succ b) pd) (Nat.mul pd qd) (mul_nz hp hq)))
    (fun a => Int.casesOn (motive := fun _ => Rat) qn
      (fun b => normSub (Nat.mul b pd) (Nat.mul (Nat.succ a) qd) (Nat.mul pd qd) (mul_nz hp hq))
      (fun b => normNeg (Nat.add (Nat.mul (Nat.succ a) qd) (Nat.mul (Nat.succ b) pd))
        (Nat.mul pd qd) (mul_nz hp hq)))

/-- Multiplication. -/
protected def mul (p q : Rat) : Rat :=
  casesOn (motive := fun _ => Rat) p fun pn pd hp _ =>
  casesOn (motive := fun _ => Rat) q fun qn qd hq _ =>
  Int.casesOn (motive := fun _ => Rat) pn
    (fun a => Int.casesOn (motive := fun _ => Rat) qn
      (fun b => normPos (Nat.mul a b) (Nat.mul pd qd) (mul_nz hp hq))
      (fun b => normNeg (Nat.mul a (Nat.succ b)) (Nat.mul pd qd) (mul_nz hp hq)))
    (fun a => Int.casesOn (motive := fun _ => Rat) qn
      (fun b => normNeg (Nat.mul (Nat.succ a) b) (Nat.mul pd qd) (mul_nz hp hq))
      (fun b => normPos (Nat.mul (Nat.succ a) (Nat.succ b)) (Nat.mul pd qd) (mul_nz hp hq)))

/-- Negation. -/
protected def neg (p : Rat) : Rat :=
  ⟨Int.neg p.num, p.den, p.den_nz, (congrArg (fun n => Nat.Coprime n p.den)
    (Int.natAbs_neg p.num)).mpr p.reduced⟩

private theorem succ_nz {k : Nat} : Nat.succ k ≠ 0 := fun h => Nat.noConfusion h

/-- Inversion. -/
protected def inv (p : Rat) : Rat :=
  casesOn (motive := fun _ => Rat) p fun n d _ _ =>
  Int.casesOn (motive := fun _ => Rat) n
    (fun a => Nat.casesOn (motive := fun _ => Rat) a 0 fun a => normPos d (Nat.succ a) succ_nz)
    (fun a => normNeg d (Nat.succ a) succ_nz)

private theorem pow_nz {d : Nat} (h : d ≠ 0) (n : Nat) : d ^ n ≠ 0 :=
  ne_of_gt (pow_pos (Nat.pos_of_ne_zero h) n)

/-- Division. -/
protected def div (p q : Rat) : Rat :=
  casesOn (motive := fun _ => Rat) q fun qn qd _ _ =>
  casesOn (motive := fun _ => Rat) p fun pn pd hp _ =>
  Int.casesOn (motive := fun _ => Rat) qn
    (fun b => Nat.casesOn (motive := fun _ => Rat) b 0 fun b =>
      Int.casesOn (motive := fun _ => Rat) pn
        (fun a => normPos (Nat.mul a qd) (Nat.mul pd (Nat.succ b)) (mul_nz hp succ_nz))
        (fun a => normNeg (Nat.mul (Nat.succ a) qd) (Nat.mul pd (Nat.succ b)) (mul_nz hp succ_nz)))
    (fun b => Int.casesOn (motive := fun _ => Rat) pn
        (fun a => normNeg (Nat.mul a qd) (Nat.mul pd (Nat.succ b)) (mul_nz hp succ_nz))
        (fun a => normPos (Nat.mul (Nat.succ a) qd) (Nat.mul pd (Nat.succ b)) (mul_nz hp succ_nz)))

instance instAdd : Add Rat := ⟨Rat.add⟩
instance instMul : Mul Rat := ⟨Rat.mul⟩
instance instNeg : Neg Rat := ⟨Rat.neg⟩
instance instInv : Inv Rat := ⟨Rat.inv⟩
instance instSub : Sub Rat := ⟨fun p q => p + -q⟩
instance instDiv : Div Rat := ⟨Rat.div⟩

/-- Powers: power by power of numerator and denominator. -/
protected def pow (p : Rat) (n : Nat) : Rat :=
  casesOn (motive := fun _ => Rat) p fun m d hd _ =>
  Int.casesOn (motive := fun _ => Rat) m
    (fun a => normPos (Nat.pow a n) (Nat.pow d n) (pow_nz hd n))
    (fun a => Bool.casesOn (motive := fun _ => Rat) (Nat.beq (Nat.mod n 2) 0)
      (normNeg (Nat.pow (Nat.succ a) n) (Nat.pow d n) (pow_nz hd n))
      (normPos (Nat.pow (Nat.succ a) n) (Nat.pow d n) (pow_nz hd n)))

instance instNatPow : NatPow Rat := ⟨Rat.pow⟩

private theorem normPos_eq (n : Nat) {d : Nat} (h : d ≠ 0) : normPos n d h = mkRat n d := by
  cases d with
  | zero => exact absurd rfl h
  | succ d => rfl

private theorem normNeg_eq (n : Nat) {d : Nat} (h : d ≠ 0) : normNeg n d h = mkRat (-n) d := by
  have k := mkRat_num_mul (-n) h
  refine eq_of_num_mul_den (int_cancel (cast_pos' h) ?_)
  have l := normNeg_num_mul n h
  generalize normNeg n d h = p at *
  generalize mkRat (-n) d = q at *
  rw [mul_right_comm, l, mul_right_comm q.num, k]; ring

private theorem normSub_eq (m n : Nat) {d : Nat} (h : d ≠ 0) :
    normSub m n d h = mkRat (m - n) d := by
  unfold normSub
  cases e : Nat.ble m n with
  | true =>
    obtain ⟨k, e⟩ := Nat.le.dest (Nat.le_of_ble_eq_true e)
    show normNeg (n - m) d h = _
    rw [← e, Nat.add_sub_cancel_left, normNeg_eq]
    congr 1
    rw [Nat.cast_add]; ring
  | false =>
    have e : n ≤ m := (Nat.le_total m n).elim
      (fun l => absurd ((Nat.ble_eq_true_of_le l).symm.trans e) (fun h => Bool.noConfusion h)) id
    obtain ⟨k, e⟩ := Nat.le.dest e
    show normPos (m - n) d h = _
    rw [← e, Nat.add_sub_cancel_left, normPos_eq]
    congr 1
    rw [Nat.cast_add]; ring

/-- A sum by the sum of the cross products. -/
theorem add_def (p q : Rat) :
    p + q = mkRat (p.num * q.den + q.num * p.den) (p.den * q.den) := by
  show Rat.add p q = _
  rcases p with ⟨a | a, d, hp, _⟩ <;> rcases q with ⟨b | b, e, hq, _⟩
  · exact normPos_eq (a * e + b * d) (mul_nz hp hq)
  · refine (normSub_eq (a * e) ((b + 1) * d) (mul_nz hp hq)).trans (congrArg (mkRat · _) ?_)
    show _ = (a : Int) * e + -((b + 1 : Nat) : Int) * d
    rw [Nat.cast_mul, Nat.cast_mul]; ring
  · refine (normSub_eq (b * d) ((a + 1) * e) (mul_nz hp hq)).trans (congrArg (mkRat · _) ?_)
    show _ = -((a + 1 : Nat) : Int) * e + (b : Int) * d
    rw [Nat.cast_mul, Nat.cast_mul]; ring
  · refine (normNeg_eq ((a + 1) * e + (b + 1) * d) (mul_nz hp hq)).trans
      (congrArg (mkRat · _) ?_)
    show _ = -((a + 1 : Nat) : Int) * e + -((b + 1 : Nat) : Int) * d
    rw [Nat.cast_add, Nat.cast_mul, Nat.cast_mul]; ring

/-- A product by the products of numerators and denominators. -/
theorem mul_def (p q : Rat) : p * q = mkRat (p.num * q.num) (p.den * q.den) := by
  show Rat.mul p q = _
  rcases p with ⟨a | a, d, hp, _⟩ <;> rcases q with ⟨b | b, e, hq, _⟩
  · exact normPos_eq (a * b) (mul_nz hp hq)
  · refine (normNeg_eq (a * (b + 1)) (mul_nz hp hq)).trans (congrArg (mkRat · _) ?_)
    show _ = (a : Int) * -((b + 1 : Nat) : Int)
    rw [Nat.cast_mul]; ring
  · refine (normNeg_eq ((a + 1) * b) (mul_nz hp hq)).trans (congrArg (mkRat · _) ?_)
    show _ = -((a + 1 : Nat) : Int) * b
    rw [Nat.cast_mul]; ring
  · exact normPos_eq ((a + 1) * (b + 1)) (mul_nz hp hq)

/-- The inverse exchanges numerator and denominator. -/
theorem inv_def (p : Rat) : p⁻¹ = mkRat (p.num.sign * p.den) p.num.natAbs := by
  show Rat.inv p = _
  rcases p with ⟨(_ | a) | a, d, hp, _⟩
  · rfl
  · refine (normPos_eq d succ_nz).trans (congrArg (mkRat · _) ?_)
    exact (one_mul (d : Int)).symm
  · refine (normNeg_eq d succ_nz).trans (congrArg (mkRat · _) ?_)
    exact (neg_one_mul (d : Int)).symm

/-- A power by the powers of numerator and denominator. -/
theorem pow_def (p : Rat) (n : Nat) : p ^ n = mkRat (p.num ^ n) (p.den ^ n) := by
  show Rat.pow p n = _
  rcases p with ⟨a | a, d, hd, _⟩
  · refine (normPos_eq (a ^ n) (pow_nz hd n)).trans (congrArg (mkRat · _) ?_)
    exact Nat.cast_pow a n
  · have e := Nat.div_add_mod n 2
    have two : (-((a + 1 : Nat) : Int)) ^ 2 = ((a + 1 : Nat) : Int) ^ 2 := by ring
    show Bool.casesOn (motive := fun _ => Rat) (Nat.beq (n % 2) 0) _ _ =
      mkRat ((-((a + 1 : Nat) : Int)) ^ n) _
    rcases Nat.mod_two_eq_zero_or_one n with h | h
    · rw [h]
      refine (normPos_eq ((a + 1) ^ n) (pow_nz hd n)).trans (congrArg (mkRat · _) ?_)
      rw [h, Nat.add_zero] at e
      rw [Nat.cast_pow, ← e, pow_mul, pow_mul, two]
    · rw [h]
      refine (normNeg_eq ((a + 1) ^ n) (pow_nz hd n)).trans (congrArg (mkRat · _) ?_)
      rw [h] at e
      rw [Nat.cast_pow, ← e, pow_add, pow_add, pow_mul, pow_mul, two, pow_one, pow_one, mul_neg]

theorem mkRat_add_mkRat (n m : Int) {d e : Nat} (hd : d ≠ 0) (he : e ≠ 0) :
    mkRat n d + mkRat m e = mkRat (n * e + m * d) (d * e) := by
  have h₁ := mkRat_num_mul n hd
  have h₂ := mkRat_num_mul m he
  rw [add_def]
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
  rw [mul_def]
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
  pow_zero x := by rw [pow_def]; rfl
  pow_succ x n := by
    rw [pow_def, pow_def]
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

private theorem div_eq (p q : Rat) : p / q = p * q⁻¹ := by
  show Rat.div p q = _
  rcases q with ⟨(_ | b) | b, e, hq, _⟩
  · exact (mul_zero p).symm
  · rw [inv_def]
    conv => rhs; lhs; rw [← mkRat_self p]
    show Rat.div p _ = mkRat p.num p.den * mkRat (1 * (e : Int)) (b + 1)
    rw [mkRat_mul_mkRat _ _ p.den_nz succ_nz, one_mul]
    rcases p with ⟨a | a, d, hp, _⟩
    · exact normPos_eq (a * e) (mul_nz hp succ_nz)
    · refine (normNeg_eq ((a + 1) * e) (mul_nz hp succ_nz)).trans (congrArg (mkRat · _) ?_)
      show _ = -((a + 1 : Nat) : Int) * e
      rw [Nat.cast_mul, neg_mul]
  · rw [inv_def]
    conv => rhs; lhs; rw [← mkRat_self p]
    show Rat.div p _ = mkRat p.num p.den * mkRat (-1 * (e : Int)) (b + 1)
    rw [mkRat_mul_mkRat _ _ p.den_nz succ_nz, neg_one_mul]
    rcases p with ⟨a | a, d, hp, _⟩
    · refine (normNeg_eq (a * e) (mul_nz hp succ_nz)).trans (congrArg (mkRat · _) ?_)
      show _ = (a : Int) * -(e : Int)
      rw [Nat.cast_mul, mul_neg]
    · refine (normPos_eq ((a + 1) * e) (mul_nz hp succ_nz)).trans (congrArg (mkRat · _) ?_)
      show _ = -((a + 1 : Nat) : Int) * -(e : Int)
      rw [Nat.cast_mul, neg_mul_neg]

instance instField : Field Rat where
  div_eq_mul_inv := div_eq
  mul_inv_cancel x hx := by
    show x * x⁻¹ = (1 : Rat)
    rw [inv_def]
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
