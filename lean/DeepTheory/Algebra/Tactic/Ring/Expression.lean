prelude
import DeepTheory.Algebra.Tactic.Ring.Polynomial
/-! # Ring expressions and their normal forms

The language into which `ring` translates both sides of an equation, and the theorems that turn a
computed check into a proof.

## Main definitions

* `Tactic.Ring.RingExpr`: expressions over variables; `evalS` their value in a commutative semiring
  (where negatives and differences have no meaning and are not used), `eval` their value in a
  commutative ring.
* `RingExpr.poly`: the normal form in a semiring; `RingExpr.diff`: the normal form in a ring, a
  difference of two polynomials.
* `RingExpr.checkS`, `check`, `checkInv`: the tests for equality in semirings, rings, and rings with
  inverses.

## Main statements

* `RingExpr.eq_of_checkS`, `RingExpr.eq_of_check`.
* `RingExpr.eq_of_checkInv`: equality when some variables are known to be inverses of expressions.
  This is how `ring` treats fields: a quotient `a / b` is `a * y` with a new variable `y` such that
  `b * y = 1`, and the test multiplies both sides by powers of `b`.
-/
set_option autoImplicit false
universe u

namespace Tactic.Ring

/-- Expressions over variables, numerals, ring operations and literal powers. -/
inductive RingExpr where
  /-- a variable -/
  | var (i : Nat)
  /-- a numeral -/
  | num (n : Nat)
  /-- a sum -/
  | add (a b : RingExpr)
  /-- a product -/
  | mul (a b : RingExpr)
  /-- a power with literal exponent -/
  | pow (a : RingExpr) (n : Nat)
  /-- a negative -/
  | neg (a : RingExpr)
  /-- a difference -/
  | sub (a b : RingExpr)

instance : Inhabited RingExpr := ⟨.num 0⟩

/-- A difference of polynomials with natural coefficients. -/
structure Diff where
  /-- what is added -/
  pos : Poly
  /-- what is subtracted -/
  neg : Poly

instance : Inhabited Diff := ⟨⟨.zero, .zero⟩⟩

namespace Diff

/-- The sum. -/
def add (a b : Diff) : Diff := ⟨Poly.add a.pos b.pos, Poly.add a.neg b.neg⟩

/-- The product. -/
def mul (a b : Diff) : Diff :=
  ⟨Poly.add (Poly.mul a.pos b.pos) (Poly.mul a.neg b.neg), Poly.add (Poly.mul a.pos b.neg)
      (Poly.mul a.neg b.pos)⟩

/-- The negative. -/
def opp (a : Diff) : Diff := ⟨a.neg, a.pos⟩

end Diff

/-! ## Twins for the interpreter -/

namespace Compiled

/-- `RingExpr.poly` for the interpreter. -/
def poly : RingExpr → Poly
  | .var i => Poly.var i
  | .num n => Poly.const n
  | .add a b => add (poly a) (poly b)
  | .mul a b => mul (poly a) (poly b)
  | .pow a n => pow (poly a) n
  | .neg a => poly a
  | .sub a _ => poly a

private def powGo (a : Diff) : Nat → Diff
  | 0 => ⟨.term 1 [] .zero, .zero⟩
  | n + 1 => Diff.mul a (powGo a n)

/-- `Diff.pow` for the interpreter. -/
def powD (a : Diff) (n : Nat) : Diff := match a.neg with
  | .zero => ⟨pow a.pos n, .zero⟩
  | _ => powGo a n

/-- `RingExpr.diff` for the interpreter. -/
def diff : RingExpr → Diff
  | .var i => ⟨Poly.var i, .zero⟩
  | .num n => ⟨Poly.const n, .zero⟩
  | .add a b => Diff.add (diff a) (diff b)
  | .mul a b => Diff.mul (diff a) (diff b)
  | .pow a n => powD (diff a) n
  | .neg a => Diff.opp (diff a)
  | .sub a b => Diff.add (diff a) (Diff.opp (diff b))

/-- `Mono.getExp` for the interpreter. -/
def getExp : Nat → Mono → Nat
  | _, [] => 0
  | 0, e :: _ => e
  | y + 1, _ :: m => getExp y m

/-- `Mono.subExp` for the interpreter. -/
def subExp (k : Nat) : Nat → Mono → Mono
  | _, [] => []
  | 0, e :: m => consM (e - k) m
  | y + 1, e :: m => consM e (subExp k y m)

/-- `Poly.clear` for the interpreter. -/
def clear (y k : Nat) (d : Diff) : Poly → Diff
  | .zero => ⟨.zero, .zero⟩
  | .term c m p =>
    Diff.add (Diff.mul ⟨.term c (subExp k y m) .zero, .zero⟩ (powD d (k - getExp y m)))
        (clear y k d p)

end Compiled

/-! ## Normal forms -/

/-- The power of a difference. -/
@[implemented_by Compiled.powD] def Diff.pow (a : Diff) (n : Nat) : Diff :=
  Poly.rec (motive := fun _ => Diff) ⟨Poly.pow a.pos n, .zero⟩
    (fun _ _ _ _ => Nat.rec (motive :=
      fun _ => Diff) ⟨.term 1 [] .zero, .zero⟩ (fun _ ih => Diff.mul a ih) n) a.neg

/-- The exponent of the variable `y`. -/
@[implemented_by Compiled.getExp] def Mono.getExp (y : Nat) : Mono → Nat :=
  Nat.rec (motive :=
    fun _ => Mono → Nat) (fun m => List.rec (motive := fun _ => Nat) 0 (fun e _ _ => e) m)
    (fun _ ih m => List.rec (motive := fun _ => Nat) 0 (fun _ m _ => ih m) m) y

/-- Lowers the exponent of the variable `y` by `k`, down to zero at most. -/
@[implemented_by Compiled.subExp] def Mono.subExp (k y : Nat) : Mono → Mono :=
  Nat.rec (motive := fun _ => Mono → Mono)
    (fun m => List.rec (motive := fun _ => Mono) [] (fun e m _ => Mono.cons (Nat.sub e k) m) m)
    (fun _ ih m => List.rec (motive := fun _ => Mono) [] (fun e m _ => Mono.cons e (ih m)) m) y

/-- Multiplies by `d ^ k`, where `d` is the inverse of the variable `y`: as much of `d` as possible
is cancelled. -/
@[implemented_by Compiled.clear] def Poly.clear (y k : Nat) (d : Diff) (p : Poly) : Diff :=
  Poly.rec (motive := fun _ => Diff) ⟨.zero, .zero⟩
    (fun c m _ ih => Diff.add
      (Diff.mul ⟨.term c (Mono.subExp k y m) .zero, .zero⟩
          (Diff.pow d (Nat.sub k (Mono.getExp y m)))) ih) p

/-- `Poly.clear` for differences. -/
def Diff.clear (y k : Nat) (d a : Diff) : Diff :=
  Diff.add (Poly.clear y k d a.pos) (Diff.opp (Poly.clear y k d a.neg))

namespace RingExpr

/-- The normal form in a semiring. -/
@[implemented_by Compiled.poly] def poly (e : RingExpr) : Poly :=
  RingExpr.rec (motive := fun _ => Poly) Poly.var Poly.const (fun _ _ a b => Poly.add a b)
    (fun _ _ a b => Poly.mul a b) (fun _ n a => Poly.pow a n) (fun _ a => a) (fun _ _ a _ => a) e

/-- The normal form in a ring. -/
@[implemented_by Compiled.diff] def diff (e : RingExpr) : Diff :=
  RingExpr.rec (motive :=
    fun _ => Diff) (fun i => ⟨Poly.var i, .zero⟩) (fun n => ⟨Poly.const n, .zero⟩)
    (fun _ _ a b => Diff.add a b) (fun _ _ a b => Diff.mul a b) (fun _ n a => Diff.pow a n)
    (fun _ a => Diff.opp a) (fun _ _ a b => Diff.add a (Diff.opp b)) e

/-- Equality of differences, without subtraction. -/
def beqDiff (a b : Diff) : Bool := Poly.beq (Poly.add a.pos b.neg) (Poly.add b.pos a.neg)

/-- Are two expressions equal in every commutative semiring? -/
def checkS (a b : RingExpr) : Bool := Poly.beq a.poly b.poly

/-- Are two expressions equal in every commutative ring? -/
def check (a b : RingExpr) : Bool := beqDiff a.diff b.diff

/-- A variable that is the inverse of an expression, and the highest power in which it occurs. -/
structure InvVar where
  /-- the variable -/
  y : Nat
  /-- the power by which both sides are multiplied -/
  k : Nat
  /-- the expression that it inverts -/
  d : RingExpr

/-- `clearAll` for the interpreter. -/
def clearAllCompiled : List InvVar → Diff → Diff
  | [], a => a
  | v :: vs, a => clearAllCompiled vs (Diff.clear v.y v.k v.d.diff a)

/-- Multiplies out all inverses. -/
@[implemented_by clearAllCompiled] def clearAll (vs : List InvVar) (a : Diff) : Diff :=
  List.rec (motive := fun _ => Diff → Diff) (fun a => a)
    (fun v _ ih a => ih (Diff.clear v.y v.k v.d.diff a)) vs a

/-- Are two expressions equal in every commutative ring in which the given variables are inverses?
-/
def checkInv (vs : List InvVar) (a b : RingExpr) : Bool :=
  beqDiff (clearAll vs a.diff) (clearAll vs b.diff)

end RingExpr

/-! ## Semirings -/

noncomputable section
section Semiring
variable {R : Type u} [CommSemiring R]

/-- The value in a semiring, where negatives and differences do not occur. -/
def RingExpr.evalS (l : List R) (e : RingExpr) : R :=
  RingExpr.rec (motive := fun _ => R) (nth l) numeral (fun _ _ a b => a + b) (fun _ _ a b => a * b)
    (fun _ n a => a ^ n) (fun _ a => a) (fun _ _ a _ => a) e

theorem RingExpr.eval_poly (l : List R) (e : RingExpr) : e.poly.eval l = e.evalS l := by
  induction e with
  | var i => exact Poly.eval_var l i
  | num n => exact Poly.eval_const l n
  | add a b ha hb => exact (Poly.eval_add l a.poly b.poly).trans (by rw [ha, hb]; rfl)
  | mul a b ha hb => exact (Poly.eval_mul l a.poly b.poly).trans (by rw [ha, hb]; rfl)
  | pow a n ha => exact (Poly.eval_pow l a.poly n).trans (by rw [ha]; rfl)
  | neg a ha => exact ha
  | sub a b ha _ => exact ha

/-- Expressions that pass the test are equal. -/
theorem RingExpr.eq_of_checkS (l : List R) (a b : RingExpr) (h : checkS a b = true)
    : a.evalS l = b.evalS l := by
  rw [← eval_poly, ← eval_poly, Poly.eq_of_beq _ _ h]

end Semiring

/-! ## Rings -/

section Ring
variable {R : Type u} [CommRing R]

theorem add_neg_cancel (a : R) : a + -a = 0 := by rw [add_comm, neg_add_cancel]

theorem neg_unique {a b : R} (h : a + b = 0) : a = -b := by
  rw [← add_zero a, ← add_neg_cancel b, ← add_assoc, h, zero_add]

theorem neg_neg (a : R) : - -a = a := (neg_unique (add_neg_cancel a)).symm

theorem neg_zero : (-0 : R) = 0 := (neg_unique (add_zero 0)).symm

theorem neg_add (a b : R) : -(a + b) = -a + -b := (neg_unique (by
  rw [show -a + -b + (a + b) = (-a + a) + (-b + b) by ac_rfl, neg_add_cancel, neg_add_cancel,
      add_zero])).symm

theorem neg_mul (a b : R) : -a * b = -(a * b) :=
  neg_unique (by rw [← add_mul, neg_add_cancel, zero_mul])

theorem mul_neg (a b : R) : a * -b = -(a * b) := by rw [mul_comm, neg_mul, mul_comm]

/-- The value of a difference. -/
def Diff.eval (l : List R) (a : Diff) : R := a.pos.eval l + -a.neg.eval l

theorem Diff.eval_add (l : List R) (a b : Diff) : (Diff.add a b).eval l = a.eval l + b.eval l := by
  show (Poly.add _ _).eval l + -(Poly.add _ _).eval l = _ + -_ + (_ + -_)
  rw [Poly.eval_add, Poly.eval_add, neg_add]; ac_rfl

theorem Diff.eval_opp (l : List R) (a : Diff) : (Diff.opp a).eval l = -a.eval l := by
  show a.neg.eval l + -a.pos.eval l = -(a.pos.eval l + -a.neg.eval l)
  rw [neg_add, neg_neg, add_comm]

theorem Diff.eval_mul (l : List R) (a b : Diff) : (Diff.mul a b).eval l = a.eval l * b.eval l := by
  show (Poly.add _ _).eval l + -(Poly.add _ _).eval l = (_ + -_) * (_ + -_)
  rw [Poly.eval_add, Poly.eval_add, Poly.eval_mul, Poly.eval_mul, Poly.eval_mul, Poly.eval_mul,
      neg_add,
    add_mul, mul_add, mul_add, neg_mul, neg_mul, mul_neg, mul_neg, neg_neg]
  ac_rfl

theorem Diff.eval_poly (l : List R) (p : Poly) : (Diff.mk p .zero).eval l = p.eval l := by
  show p.eval l + -0 = _; rw [neg_zero, add_zero]

theorem Diff.eval_pow (l : List R) (a : Diff) (n : Nat) : (Diff.pow a n).eval l = a.eval l ^ n := by
  match a with
  | ⟨p, .zero⟩ =>
    rw [eval_poly]; exact (eval_poly l _).trans (Poly.eval_pow l p n)
  | ⟨p, .term c m q⟩ =>
    show (Nat.rec (motive :=
      fun _ => Diff) ⟨.term 1 [] .zero, .zero⟩ (fun _ ih =>
          Diff.mul ⟨p, .term c m q⟩ ih) n).eval l = Diff.eval l ⟨p, .term c m q⟩ ^ n
    induction n with
    | zero => rw [pow_zero]; exact (eval_poly l _).trans (Poly.eval_one l)
    | succ n ih =>
        rw [pow_succ, mul_comm]; exact (Diff.eval_mul l ⟨p, .term c m q⟩ _).trans (by rw [ih])

/-- The value in a ring. -/
def RingExpr.eval (l : List R) (e : RingExpr) : R :=
  RingExpr.rec (motive := fun _ => R) (nth l) numeral (fun _ _ a b => a + b) (fun _ _ a b => a * b)
    (fun _ n a => a ^ n) (fun _ a => -a) (fun _ _ a b => a - b) e

namespace RingExpr

theorem eval_diff (l : List R) (e : RingExpr) : e.diff.eval l = e.eval l := by
  induction e with
  | var i => exact (Diff.eval_poly l _).trans (Poly.eval_var l i)
  | num n => exact (Diff.eval_poly l _).trans (Poly.eval_const l n)
  | add a b ha hb => exact (Diff.eval_add l a.diff b.diff).trans (by rw [ha, hb]; rfl)
  | mul a b ha hb => exact (Diff.eval_mul l a.diff b.diff).trans (by rw [ha, hb]; rfl)
  | pow a n ha => exact (Diff.eval_pow l a.diff n).trans (by rw [ha]; rfl)
  | neg a ha => exact (Diff.eval_opp l a.diff).trans (by rw [ha]; rfl)
  | sub a b ha hb =>
    exact (Diff.eval_add l a.diff (Diff.opp b.diff)).trans
        (by rw [Diff.eval_opp, ha, hb]; exact (sub_eq_add_neg _ _).symm)

theorem eval_eq_of_beqDiff (l : List R) (a b : Diff) (h : beqDiff a b = true)
    : a.eval l = b.eval l := by
  have e : a.pos.eval l + b.neg.eval l = b.pos.eval l + a.neg.eval l := by
    rw [← Poly.eval_add, ← Poly.eval_add, Poly.eq_of_beq _ _ h]
  show a.pos.eval l + -a.neg.eval l = b.pos.eval l + -b.neg.eval l
  have e1 : a.pos.eval l + -a.neg.eval l = (a.pos.eval l + b.neg.eval l) +
      (-a.neg.eval l + -b.neg.eval l) := by
    rw [show (a.pos.eval l + b.neg.eval l) + (-a.neg.eval l + -b.neg.eval l) =
      (a.pos.eval l + -a.neg.eval l) + (b.neg.eval l + -b.neg.eval l) by ac_rfl, add_neg_cancel,
          add_zero]
  have e2 : b.pos.eval l + -b.neg.eval l = (b.pos.eval l + a.neg.eval l) +
      (-a.neg.eval l + -b.neg.eval l) := by
    rw [show (b.pos.eval l + a.neg.eval l) + (-a.neg.eval l + -b.neg.eval l) =
      (b.pos.eval l + -b.neg.eval l) + (a.neg.eval l + -a.neg.eval l) by ac_rfl, add_neg_cancel,
          add_zero]
  rw [e1, e2, e]

/-- Expressions that pass the test are equal. -/
theorem eq_of_check (l : List R) (a b : RingExpr) (h : check a b = true) : a.eval l = b.eval l := by
  rw [← eval_diff, ← eval_diff, eval_eq_of_beqDiff l _ _ h]

end RingExpr

/-! ## Inverses -/

private theorem zero_sub (n : Nat) : 0 - n = 0 :=
  Nat.le_antisymm (Nat.sub_le 0 n) (Nat.zero_le _)

theorem pow_mul_pow_of_inv {d x : R} (h : d * x = 1) (k e : Nat)
    : d ^ k * x ^ e = x ^ (e - k) * d ^ (k - e) := by
  induction k generalizing e with
  | zero => rw [pow_zero, one_mul, zero_sub, pow_zero, mul_one]; rfl
  | succ k ih => cases e with
    | zero => rw [pow_zero, mul_one, zero_sub, pow_zero, one_mul]; rfl
    | succ e =>
      rw [Nat.succ_sub_succ, Nat.succ_sub_succ, ← ih, pow_succ, pow_succ,
        show d ^ k * d * (x ^ e * x) = d ^ k * x ^ e * (d * x) by ac_rfl, h, mul_one]

theorem Mono.eval_subExp {d : R} (l : List R) (k y : Nat) (m : Mono) (h : d * nth l y = 1) :
    d ^ k * Mono.eval l m = Mono.eval l (Mono.subExp k y m) * d ^ (k - Mono.getExp y m) := by
  induction m generalizing l y with
  | nil => cases y <;> exact (mul_one _).trans (one_mul _).symm
  | cons e m ih => cases y with
    | zero =>
      show d ^ k * (head l ^ e * Mono.eval (tail l) m) = Mono.eval l (Mono.cons (e - k) m) * d ^
          (k - e)
      have h : d * head l = 1 := h
      rw [Mono.eval_cons]
      show d ^ k * (head l ^ e * Mono.eval (tail l) m) = head l ^ (e - k) * Mono.eval
          (tail l) m * d ^ (k - e)
      rw [← mul_assoc, pow_mul_pow_of_inv h]; ac_rfl
    | succ y =>
      show d ^ k * (head l ^ e * Mono.eval (tail l) m) =
        Mono.eval l (Mono.cons e (Mono.subExp k y m)) * d ^ (k - Mono.getExp y m)
      rw [Mono.eval_cons]
      show d ^ k * (head l ^ e * Mono.eval (tail l) m) =
        head l ^ e * Mono.eval (tail l) (Mono.subExp k y m) * d ^ (k - Mono.getExp y m)
      rw [mul_assoc, ← ih (tail l) y h]; ac_rfl

theorem Poly.eval_clear (l : List R) (y k : Nat) (d : Diff) (p : Poly) (h
    : d.eval l * nth l y = 1) :
    (Poly.clear y k d p).eval l = d.eval l ^ k * p.eval l := by
  induction p with
  | zero => exact (Diff.eval_poly l .zero).trans (mul_zero _).symm
  | term c m p ih =>
    show (Diff.add (Diff.mul ⟨.term c (Mono.subExp k y m) .zero, .zero⟩
        (Diff.pow d (k - Mono.getExp y m)))
      (Poly.clear y k d p)).eval l = d.eval l ^ k * (c * Mono.eval l m + p.eval l)
    rw [Diff.eval_add, Diff.eval_mul, Diff.eval_poly, Diff.eval_pow, ih, mul_add]
    show (c * Mono.eval l (Mono.subExp k y m) + 0) * _ + _ = _
    rw [add_zero, mul_assoc, ← Mono.eval_subExp l k y m h]; ac_rfl

theorem Diff.eval_clear (l : List R) (y k : Nat) (d a : Diff) (h : d.eval l * nth l y = 1) :
    (Diff.clear y k d a).eval l = d.eval l ^ k * a.eval l := by
  show (Diff.add _ (Diff.opp _)).eval l = _ * (_ + -_)
  rw [Diff.eval_add, Diff.eval_opp, Poly.eval_clear l y k d _ h, Poly.eval_clear l y k d _ h,
      mul_add, mul_neg]

namespace RingExpr

/-- The given variables are inverses of their expressions. -/
def InvVars (l : List R) : List InvVar → Prop
  | [] => True
  | v :: vs => v.d.eval l * nth l v.y = 1 ∧ InvVars l vs

theorem eval_clearAll (l : List R) (vs : List InvVar) (h : InvVars l vs) (a b : Diff)
    (e : (clearAll vs a).eval l = (clearAll vs b).eval l) : a.eval l = b.eval l := by
  induction vs generalizing a b with
  | nil => exact e
  | cons v vs ih =>
    have hv : v.d.diff.eval l * nth l v.y = 1 := by rw [eval_diff]; exact h.1
    have e := ih h.2 _ _ e
    rw [Diff.eval_clear l _ _ _ _ hv, Diff.eval_clear l _ _ _ _ hv] at e
    have one : nth l v.y ^ v.k * v.d.diff.eval l ^ v.k = 1 := by
      rw [← mul_pow, mul_comm, hv, one_pow]
    rw [← one_mul (a.eval l), ← one_mul (b.eval l), ← one, mul_assoc, mul_assoc, e]

/-- Expressions that pass the test are equal, if the given variables are the inverses that they
should be. -/
theorem eq_of_checkInv (l : List R) (vs : List InvVar) (hv : InvVars l vs) (a b : RingExpr)
    (h : checkInv vs a b = true) : a.eval l = b.eval l := by
  rw [← eval_diff, ← eval_diff]
  exact eval_clearAll l vs hv _ _ (eval_eq_of_beqDiff l _ _ h)

end RingExpr
end Ring
end

end Tactic.Ring
