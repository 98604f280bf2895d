prelude
import DeepTheory.Algebra.Defs
/-! # Polynomials that compute in the kernel

The normal form behind `ring`: a polynomial with natural coefficients is a sorted list of terms, a
term is a coefficient and a list of exponents. Everything is written with raw recursors, which the
kernel evaluates several times faster than compiled pattern matches; coefficients and exponents are
literals, on which the kernel computes with big numbers.

## Main definitions

* `Tactic.Ring.Poly`, its operations `add`, `mul`, `pow`, `var`, `const`, the test `beq`, and the
  value `Poly.eval`.

## Main statements

* `Poly.eval_add`, `eval_mul`, `eval_pow`, `eval_var`, `eval_const`: the operations mean what their
  names say, in every commutative semiring. Sortedness is never needed for this.
* `Poly.eq_of_beq`: polynomials that pass the test are equal.

## Notes

The kernel evaluates the definitions; the interpreter, which can not run recursors, evaluates the
twins in `Poly.Compiled`. Nothing depends on the twins being right: a wrong answer there is a tactic
failure or a term that the kernel refuses.
-/
set_option autoImplicit false
universe u

namespace Tactic.Ring

/-- The exponents of the variables `0`, `1`, ...; missing ones are zero. -/
abbrev Mono := List Nat

/-- A polynomial with natural coefficients: a list of terms. -/
inductive Poly where
  /-- no terms -/
  | zero : Poly
  /-- the term `c * m`, then the others -/
  | term (c : Nat) (m : Mono) (p : Poly) : Poly

/-- The result of comparing monomials. -/
inductive Cmp where
  /-- the first comes before -/
  | lt
  /-- they are the same -/
  | eq
  /-- the first comes after -/
  | gt

instance : Inhabited Poly := ⟨.zero⟩

/-! ## Twins for the interpreter -/

namespace Compiled

/-- `Mono.mul` for the interpreter. -/
def mulM : Mono → Mono → Mono
  | [], n => n
  | e :: m, [] => e :: m
  | e :: m, f :: n => (e + f) :: mulM m n

/-- `Mono.cmp` for the interpreter. -/
def cmpM : Mono → Mono → Cmp
  | [], [] => .eq
  | [], _ :: _ => .lt
  | _ :: _, [] => .gt
  | e :: m, f :: n => cond (Nat.beq e f) (cmpM m n) (cond (Nat.ble e f) .lt .gt)

/-- `Mono.cons` for the interpreter. -/
def consM : Nat → Mono → Mono
  | 0, [] => []
  | e, m => e :: m

/-- `Mono.scale` for the interpreter. -/
def scaleM (k : Nat) : Mono → Mono
  | [] => []
  | e :: m => consM (e * k) (scaleM k m)

private def addAux (c : Nat) (m : Mono) (p : Poly) (f : Poly → Poly) : Poly → Poly
  | .zero => .term c m p
  | .term d n q => match cmpM m n with
    | .lt => .term c m (f (.term d n q))
    | .eq => .term (c + d) m (f q)
    | .gt => .term d n (addAux c m p f q)

/-- `Poly.add` for the interpreter. -/
def add : Poly → Poly → Poly
  | .zero, q => q
  | .term c m p, q => addAux c m p (add p) q

/-- `Poly.mulTerm` for the interpreter. -/
def mulTerm (c : Nat) (m : Mono) : Poly → Poly
  | .zero => .zero
  | .term d n q => .term (c * d) (mulM m n) (mulTerm c m q)

/-- `Poly.mul` for the interpreter. -/
def mul : Poly → Poly → Poly
  | .zero, _ => .zero
  | .term c m p, q => add (mulTerm c m q) (mul p q)

private def powGo (p : Poly) : Nat → Poly
  | 0 => .term 1 [] .zero
  | n + 1 => mul p (powGo p n)

/-- `Poly.pow` for the interpreter. -/
def pow (p : Poly) (n : Nat) : Poly := match p with
  | .term c m .zero => .term (c ^ n) (scaleM n m) .zero
  | p => powGo p n

/-- `Poly.beq` for the interpreter. -/
def beq : Poly → Poly → Bool
  | .zero, .zero => true
  | .term c m p, .term d n q => match cmpM m n with
    | .eq => cond (Nat.beq c d) (beq p q) false
    | _ => false
  | _, _ => false

end Compiled

/-! ## Monomials -/

/-- The product of monomials. -/
@[implemented_by Compiled.mulM] def Mono.mul (m : Mono) : Mono → Mono :=
  List.rec (motive := fun _ => Mono → Mono) (fun n => n)
    (fun e m ih n => List.rec (motive :=
      fun _ => Mono) (e :: m) (fun f n _ => Nat.add e f :: ih n) n) m

/-- Compares monomials. -/
@[implemented_by Compiled.cmpM] def Mono.cmp (m : Mono) : Mono → Cmp :=
  List.rec (motive := fun _ => Mono → Cmp)
    (fun n => List.rec (motive := fun _ => Cmp) .eq (fun _ _ _ => .lt) n)
    (fun e _ ih n => List.rec (motive := fun _ => Cmp) .gt
      (fun f n _ => Bool.rec (motive := fun _ => Cmp)
        (Bool.rec (motive := fun _ => Cmp) .gt .lt (Nat.ble e f)) (ih n) (Nat.beq e f)) n) m

/-- One more exponent in front; no list of exponents ends with zero. -/
@[implemented_by Compiled.consM] def Mono.cons (e : Nat) (m : Mono) : Mono :=
  List.rec (motive :=
    fun _ => Mono) (Nat.rec (motive := fun _ => Mono) [] (fun _ _ => [e]) e) (fun _ _ _ => e :: m) m

/-- The power of a monomial. -/
@[implemented_by Compiled.scaleM] def Mono.scale (k : Nat) (m : Mono) : Mono :=
  List.rec (motive := fun _ => Mono) [] (fun e _ ih => Mono.cons (Nat.mul e k) ih) m


/-- The exponents of the variable `i` alone. -/
def Mono.var : Nat → Mono
  | 0 => [1]
  | n + 1 => 0 :: Mono.var n

theorem Mono.eq_of_cmp (m n : Mono) (h : Mono.cmp m n = .eq) : m = n := by
  induction m generalizing n with
  | nil => cases n with
    | nil => rfl
    | cons => exact Cmp.noConfusion h
  | cons e m ih => cases n with
    | nil => exact Cmp.noConfusion h
    | cons f n =>
      have h : Bool.rec (motive := fun _ => Cmp)
        (Bool.rec (motive :=
          fun _ => Cmp) .gt .lt (Nat.ble e f)) (Mono.cmp m n) (Nat.beq e f) = .eq := h
      cases hb : Nat.beq e f with
      | true => rw [hb] at h; rw [Nat.eq_of_beq_eq_true hb, ih n h]
      | false =>
        rw [hb] at h
        cases hl : Nat.ble e f with
        | true => rw [hl] at h; exact Cmp.noConfusion h
        | false => rw [hl] at h; exact Cmp.noConfusion h

/-! ## Polynomials -/

namespace Poly

/-- The sum. -/
@[implemented_by Compiled.add] def add (p : Poly) : Poly → Poly :=
  Poly.rec (motive := fun _ => Poly → Poly) (fun q => q)
    (fun c m p f q => Poly.rec (motive := fun _ => Poly) (.term c m p)
      (fun d n q ih => Cmp.rec (motive := fun _ => Poly)
        (.term c m (f (.term d n q))) (.term (Nat.add c d) m (f q)) (.term d n ih)
            (Mono.cmp m n)) q) p

/-- The product with one term. -/
@[implemented_by Compiled.mulTerm] def mulTerm (c : Nat) (m : Mono) (p : Poly) : Poly :=
  Poly.rec (motive := fun _ => Poly) .zero
    (fun d n _ ih => .term (Nat.mul c d) (Mono.mul m n) ih) p

/-- The product. -/
@[implemented_by Compiled.mul] def mul (p q : Poly) : Poly :=
  Poly.rec (motive := fun _ => Poly) .zero (fun c m _ ih => add (mulTerm c m q) ih) p

/-- The constant polynomial. -/
def const (n : Nat) : Poly := cond (Nat.beq n 0) .zero (.term n [] .zero)

/-- The polynomial of the variable `i`. -/
def var (i : Nat) : Poly := .term 1 (Mono.var i) .zero

/-- The power by repeated multiplication; powers of a single term at once. -/
@[implemented_by Compiled.pow] def pow (p : Poly) (n : Nat) : Poly :=
  Poly.rec (motive :=
    fun _ => Poly) (Nat.rec (motive := fun _ => Poly) (.term 1 [] .zero) (fun _ ih => mul p ih) n)
    (fun c m q _ => Poly.rec (motive := fun _ => Poly) (.term (Nat.pow c n) (Mono.scale n m) .zero)
      (fun _ _ _ _ => Nat.rec (motive :=
        fun _ => Poly) (.term 1 [] .zero) (fun _ ih => mul p ih) n) q) p

/-- Are two polynomials the same list? -/
@[implemented_by Compiled.beq] def beq (p : Poly) : Poly → Bool :=
  Poly.rec (motive := fun _ => Poly → Bool)
    (fun q => Poly.rec (motive := fun _ => Bool) true (fun _ _ _ _ => false) q)
    (fun c m _ ih q => Poly.rec (motive := fun _ => Bool) false
      (fun d n q _ => Cmp.rec (motive := fun _ => Bool) false
        (Bool.rec (motive := fun _ => Bool) false (ih q) (Nat.beq c d)) false (Mono.cmp m n)) q) p

theorem eq_of_beq (p q : Poly) (h : beq p q = true) : p = q := by
  induction p generalizing q with
  | zero => cases q with
    | zero => rfl
    | term => exact Bool.noConfusion h
  | term c m p ih => cases q with
    | zero => exact Bool.noConfusion h
    | term d n q =>
      have h : Cmp.rec (motive := fun _ => Bool) false
        (Bool.rec (motive :=
          fun _ => Bool) false (beq p q) (Nat.beq c d)) false (Mono.cmp m n) = true := h
      cases hm : Mono.cmp m n with
      | lt => rw [hm] at h; exact Bool.noConfusion h
      | gt => rw [hm] at h; exact Bool.noConfusion h
      | eq =>
        rw [hm] at h
        cases hc : Nat.beq c d with
        | false => rw [hc] at h; exact Bool.noConfusion h
        | true => rw [hc] at h; rw [Mono.eq_of_cmp m n hm, Nat.eq_of_beq_eq_true hc, ih q h]

end Poly

/-! ## Values -/

noncomputable section Value
variable {R : Type u} [CommSemiring R]

theorem pow_add (a : R) (m n : Nat) : a ^ (m + n) = a ^ m * a ^ n := by
  induction n with
  | zero => rw [Nat.add_zero, pow_zero, mul_one]
  | succ n ih => rw [← Nat.add_assoc, pow_succ, pow_succ, ih, mul_assoc]

theorem mul_pow (a b : R) (n : Nat) : (a * b) ^ n = a ^ n * b ^ n := by
  induction n with
  | zero => rw [pow_zero, pow_zero, pow_zero, mul_one]
  | succ n ih => rw [pow_succ, pow_succ, pow_succ, ih]; ac_rfl

theorem one_pow (n : Nat) : (1 : R) ^ n = 1 := by
  induction n with
  | zero => rw [pow_zero]
  | succ n ih => rw [pow_succ, ih, mul_one]

theorem pow_mul (a : R) (m n : Nat) : a ^ (m * n) = (a ^ m) ^ n := by
  induction n with
  | zero => rw [Nat.mul_zero, pow_zero, pow_zero]
  | succ n ih => rw [show m * (n + 1) = m * n + m from rfl, pow_add, pow_succ, ih]

theorem cast_one : ((1 : Nat) : R) = 1 :=
  (Nat.cast_succ 0).trans (by rw [Nat.cast_zero, zero_add])

theorem cast_add (m n : Nat) : ((m + n : Nat) : R) = m + n := by
  induction n with
  | zero => rw [Nat.add_zero, Nat.cast_zero, add_zero]
  | succ n ih => rw [← Nat.add_assoc, Nat.cast_add_one, Nat.cast_add_one, ih, add_assoc]

theorem cast_mul (m n : Nat) : ((m * n : Nat) : R) = m * n := by
  induction n with
  | zero => rw [Nat.mul_zero, Nat.cast_zero, mul_zero]
  | succ n ih =>
      rw [show m * (n + 1) = m * n + m from rfl, cast_add, ih, Nat.cast_add_one, mul_add, mul_one]

theorem cast_pow (m n : Nat) : ((m ^ n : Nat) : R) = (m : R) ^ n := by
  induction n with
  | zero => rw [pow_zero]; exact cast_one
  | succ n ih => rw [pow_succ, ← ih, ← cast_mul]; rfl

/-- The first entry of a list of values, one if there is none. -/
def head (l : List R) : R := List.rec (motive := fun _ => R) 1 (fun a _ _ => a) l

/-- The list without its first entry. -/
def tail (l : List R) : List R := List.rec (motive := fun _ => List R) [] (fun _ l _ => l) l

/-- The value of the variable `i`. -/
def nth (l : List R) (i : Nat) : R :=
  Nat.rec (motive := fun _ => List R → R) head (fun _ ih l => ih (tail l)) i l

/-- The value of a monomial. -/
def Mono.eval : List R → Mono → R
  | _, [] => 1
  | l, e :: m => head l ^ e * Mono.eval (tail l) m

/-- The value of a polynomial. -/
def Poly.eval (l : List R) : Poly → R
  | .zero => 0
  | .term c m p => c * Mono.eval l m + p.eval l

theorem Mono.eval_mul (l : List R) (m n : Mono)
    : Mono.eval l (Mono.mul m n) = Mono.eval l m * Mono.eval l n := by
  induction m generalizing l n with
  | nil => exact (one_mul _).symm
  | cons e m ih => cases n with
    | nil => exact (mul_one _).symm
    | cons f n =>
      show head l ^ (e + f) * Mono.eval (tail l) (Mono.mul m n) =
        (head l ^ e * Mono.eval (tail l) m) * (head l ^ f * Mono.eval (tail l) n)
      rw [ih, pow_add]; ac_rfl

theorem Mono.eval_cons (l : List R) (e : Nat) (m : Mono) :
    Mono.eval l (Mono.cons e m) = head l ^ e * Mono.eval (tail l) m := by
  cases m with
  | cons => rfl
  | nil => cases e with
    | zero => show 1 = head l ^ 0 * 1; rw [pow_zero, one_mul]
    | succ => rfl

theorem Mono.eval_scale (l : List R) (k : Nat) (m : Mono)
    : Mono.eval l (Mono.scale k m) = Mono.eval l m ^ k := by
  induction m generalizing l with
  | nil => exact (one_pow k).symm
  | cons e m ih =>
    show Mono.eval l (Mono.cons (e * k) (Mono.scale k m)) = (head l ^ e * Mono.eval (tail l) m) ^ k
    rw [Mono.eval_cons, ih, mul_pow, pow_mul]

theorem Mono.eval_var (l : List R) (i : Nat) : Mono.eval l (Mono.var i) = nth l i := by
  induction i generalizing l with
  | zero => show head l ^ (0 + 1) * 1 = head l; rw [pow_succ, pow_zero, mul_one, one_mul]
  | succ i ih =>
      show head l ^ 0 * Mono.eval (tail l) (Mono.var i) = nth (tail l) i; rw [pow_zero, one_mul, ih]

namespace Poly

theorem eval_add (l : List R) (p q : Poly) : (add p q).eval l = p.eval l + q.eval l := by
  induction p generalizing q with
  | zero => exact (zero_add _).symm
  | term c m p ih =>
    induction q with
    | zero => exact (add_zero _).symm
    | term d n q ihq =>
      show (Cmp.rec (motive := fun _ => Poly) (.term c m (add p (.term d n q)))
        (.term (Nat.add c d) m (add p q)) (.term d n (add (.term c m p) q)) (Mono.cmp m n)).eval l =
        (c * Mono.eval l m + p.eval l) + (d * Mono.eval l n + q.eval l)
      cases h : Mono.cmp m n with
      | lt => show c * Mono.eval l m + (add p (.term d n q)).eval l = _; rw [ih]; exact
          (add_assoc _ _ _).symm
      | eq =>
        show ((c + d : Nat) : R) * Mono.eval l m + (add p q).eval l = _
        rw [← Mono.eq_of_cmp m n h, cast_add, add_mul, ih]; ac_rfl
      | gt =>
        show d * Mono.eval l n + (add (.term c m p) q).eval l = _
        rw [ihq]; show _ + (c * Mono.eval l m + p.eval l + q.eval l) = _; ac_rfl

theorem eval_mulTerm (l : List R) (c : Nat) (m : Mono) (p : Poly) :
    (mulTerm c m p).eval l = c * Mono.eval l m * p.eval l := by
  induction p with
  | zero => exact (mul_zero _).symm
  | term d n p ih =>
    show ((c * d : Nat) : R) * Mono.eval l (Mono.mul m n) + (mulTerm c m p).eval l = _ *
        (d * Mono.eval l n + p.eval l)
    rw [ih, mul_add, Mono.eval_mul, cast_mul]; ac_rfl

theorem eval_mul (l : List R) (p q : Poly) : (mul p q).eval l = p.eval l * q.eval l := by
  induction p with
  | zero => exact (zero_mul _).symm
  | term c m p ih =>
    show (add (mulTerm c m q) (mul p q)).eval l = (_ + p.eval l) * _
    rw [eval_add, eval_mulTerm, ih, add_mul]

theorem eval_one (l : List R) : (Poly.term 1 [] .zero).eval l = 1 := by
  show ((1 : Nat) : R) * 1 + 0 = 1; rw [cast_one, one_mul, add_zero]

private theorem eval_pow_rec (l : List R) (p : Poly) (n : Nat) :
    (Nat.rec (motive :=
      fun _ => Poly) (.term 1 [] .zero) (fun _ ih => mul p ih) n).eval l = p.eval l ^ n := by
  induction n with
  | zero => rw [pow_zero]; exact eval_one l
  | succ n ih => show (mul p _).eval l = _; rw [eval_mul, ih, pow_succ, mul_comm]

theorem eval_pow (l : List R) (p : Poly) (n : Nat) : (pow p n).eval l = p.eval l ^ n := by
  match p with
  | .zero => exact eval_pow_rec l .zero n
  | .term c m .zero =>
    show ((c ^ n : Nat) : R) * Mono.eval l (Mono.scale n m) + 0 = (c * Mono.eval l m + 0) ^ n
    rw [add_zero, add_zero, mul_pow, cast_pow, Mono.eval_scale]
  | .term c m (.term d k q) => exact eval_pow_rec l (.term c m (.term d k q)) n

theorem eval_var (l : List R) (i : Nat) : (var i).eval l = nth l i := by
  show ((1 : Nat) : R) * Mono.eval l (Mono.var i) + 0 = _; rw
      [cast_one, one_mul, add_zero, Mono.eval_var]

end Poly

/-- The numeral `n` of `R`, in the form in which the elaborator writes it. -/
def numeral : Nat → R
  | 0 => 0
  | 1 => 1
  | n + 2 => OfNat.ofNat (n + 2)

theorem numeral_eq (n : Nat) : (numeral n : R) = n := by
  match n with
  | 0 => exact Nat.cast_zero.symm
  | 1 => exact cast_one.symm
  | n + 2 => rfl

theorem Poly.eval_const (l : List R) (n : Nat) : (Poly.const n).eval l = numeral n := by
  rw [numeral_eq]; unfold Poly.const
  cases h : Nat.beq n 0 with
  | true => rw [Nat.eq_of_beq_eq_true h, Nat.cast_zero]; rfl
  | false => show (n : R) * 1 + 0 = n; rw [mul_one, add_zero]

end Value

end Tactic.Ring
