prelude
import DeepTheory.Core.AC
/-!
# Linear arithmetic over the natural numbers, for `simp +arith`

Native `simp +arith` writes a linear equation, inequality or term as an `Expr` over a list of
atoms, computes a normal form in native code, and proves that it is right by asking the kernel to
evaluate `toNormPoly`. The normal form here is our own: the list of coefficients, that of the
constant first, with common parts of both sides cancelled.

Native code also looks at the instance `Int.instLEInt` whenever it meets `≤`; so `simp +arith` on
inequalities needs `DeepTheory.Algebra.Int.Defs` to be imported.

## Main definitions

* `Lean.RArray`: the atoms, as a binary tree
* `Nat.Internal.Linear.Expr`, `Nat.Internal.Linear.ExprCnstr`: terms and constraints
* `Nat.Internal.Linear.Expr.toPoly`, `Nat.Internal.Linear.ExprCnstr.toNormPoly`: normal forms

## Main statements

* `Nat.Internal.Linear.Expr.eq_of_toNormPoly_eq`: terms with the same normal form are equal
* `Nat.Internal.Linear.ExprCnstr.eq_of_toNormPoly_eq`, `eq_true_of_isValid`,
  `eq_false_of_isUnsat`: constraints with the same normal form are equal, and those whose normal
  form is valid or unsatisfiable are true or false
-/
set_option autoImplicit false
universe u

/-- Asks the kernel to evaluate the type of `a` eagerly when it checks the term. -/
def eagerReduce {α : Sort u} (a : α) : α := a

/-- Arrays as binary trees, which the kernel reads quickly. -/
inductive Lean.RArray (α : Type u) : Type u where
  /-- One element. -/
  | leaf : α → RArray α
  /-- The elements before the place `p`, and those from there on. -/
  | branch (p : Nat) : RArray α → RArray α → RArray α

/-- The element at a place. -/
noncomputable def Lean.RArray.get {α : Type u} (a : RArray α) (n : Nat) : α :=
  RArray.rec (fun x => x) (fun p _ _ l r => (Nat.ble p n).rec l r) a

namespace Nat.Internal

/-- Removes an offset on both sides of an equation; the compiler of matches on `n + k` uses it. -/
def elimOffset {α : Sort u} (a b k : Nat) (h₁ : a + k = b + k) (h₂ : a = b → α) : α :=
  h₂ (Nat.add_right_cancel h₁)

namespace Linear

/-! ## Terms and constraints -/

/-- Atoms, by their place in the context. -/
abbrev Var := Nat

/-- The values of the atoms. -/
abbrev Context := Lean.RArray Nat

/-- Linear terms. -/
inductive Expr where
  /-- A numeral. -/
  | num (v : Nat)
  /-- An atom. -/
  | var (i : Var)
  /-- A sum. -/
  | add (a b : Expr)
  /-- A multiple. -/
  | mulL (k : Nat) (a : Expr)
  /-- A multiple, with the numeral on the right. -/
  | mulR (a : Expr) (k : Nat)

/-- The value of a term. -/
noncomputable def Expr.denote (ctx : Context) : Expr → Nat
  | .num k => k
  | .var v => ctx.get v
  | .add a b => Nat.add (denote ctx a) (denote ctx b)
  | .mulL k e => Nat.mul k (denote ctx e)
  | .mulR e k => Nat.mul (denote ctx e) k

/-- An equation or an inequality. -/
structure ExprCnstr where
  /-- Is it an equation? -/
  eq : Bool
  /-- The left-hand side. -/
  lhs : Expr
  /-- The right-hand side. -/
  rhs : Expr

/-- The meaning of a constraint. -/
def ExprCnstr.denote (ctx : Context) (c : ExprCnstr) : Prop :=
  bif c.eq then c.lhs.denote ctx = c.rhs.denote ctx else c.lhs.denote ctx ≤ c.rhs.denote ctx

/-! ## Coefficients -/

/-- The coefficients of one and of the atoms in order. -/
abbrev Poly := List Nat

namespace Poly

/-- The value of an atom; the first one is one. -/
noncomputable def atom (ctx : Context) : Nat → Nat
  | 0 => 1
  | i + 1 => ctx.get i

/-- The value of the coefficients from place `i` on. -/
noncomputable def eval (ctx : Context) (i : Nat) : Poly → Nat
  | [] => 0
  | k :: p => k * atom ctx i + eval ctx (i + 1) p

/-- The coefficients with `k` at place `i` only. -/
def single (k : Nat) : Nat → Poly
  | 0 => [k]
  | i + 1 => 0 :: single k i

/-- The sum. -/
def add : Poly → Poly → Poly
  | [], q => q
  | p, [] => p
  | a :: p, b :: q => (a + b) :: add p q

/-- The multiple. -/
def mul (k : Nat) : Poly → Poly
  | [] => []
  | a :: p => (k * a) :: mul k p

/-- The truncated difference of every coefficient. -/
def sub : Poly → Poly → Poly
  | [], _ => []
  | p, [] => p
  | a :: p, b :: q => (a - b) :: sub p q

/-- Without zeros at the end. -/
def trim : Poly → Poly
  | [] => []
  | k :: p => match trim p with
    | [] => bif Nat.beq k 0 then [] else [k]
    | b :: q => k :: b :: q

/-- Are all coefficients zero? (after trimming) -/
def isZero : Poly → Bool
  | [] => true
  | _ => false

/-- Is the constant coefficient positive? -/
def isNonZero : Poly → Bool
  | 0 :: _ => false
  | _ :: _ => true
  | [] => false

variable (ctx : Context)

theorem eval_single (k i j : Nat) : eval ctx j (single k i) = k * atom ctx (j + i) := by
  induction i generalizing j with
  | zero => rfl
  | succ i ih => rw [single, eval, ih, Nat.zero_mul, Nat.zero_add, Nat.add_right_comm]; rfl

theorem eval_add (p q : Poly) (i : Nat) : eval ctx i (add p q) = eval ctx i p + eval ctx i q := by
  induction p generalizing q i with
  | nil => exact (Nat.zero_add _).symm
  | cons a p ih => cases q with
    | nil => rfl
    | cons b q => rw [add, eval, eval, eval, ih, Nat.add_mul, Nat.add_add_add_comm]

theorem eval_mul (k : Nat) (p : Poly) (i : Nat) : eval ctx i (mul k p) = k * eval ctx i p := by
  induction p generalizing i with
  | nil => rfl
  | cons a p ih => rw [mul, eval, eval, ih, Nat.mul_add, Nat.mul_assoc]

theorem eval_trim (p : Poly) (i : Nat) : eval ctx i (trim p) = eval ctx i p := by
  induction p generalizing i with
  | nil => rfl
  | cons k p ih =>
    rw [trim, eval, ← ih]
    cases trim p with
    | nil =>
      show eval ctx i (bif Nat.beq k 0 then [] else [k]) = _
      cases h : Nat.beq k 0 with
      | true => rw [Nat.eq_of_beq_eq_true h, Nat.zero_mul]; rfl
      | false => rfl
    | cons b q => rfl

theorem sub_nil (p : Poly) : sub p [] = p := by cases p <;> rfl

/-- Cancelling the common part changes both sides by the same amount. -/
theorem eval_sub (p q : Poly) (i : Nat) :
    eval ctx i (sub p q) + eval ctx i q = eval ctx i (sub q p) + eval ctx i p := by
  induction p generalizing q i with
  | nil => rw [sub_nil]; exact Nat.add_comm _ _
  | cons a p ih => cases q with
    | nil => exact Nat.add_comm _ _
    | cons b q =>
      have head : a - b + b = b - a + a := by
        rcases Nat.le_total a b with h | h
        · rw [Nat.sub_eq_zero_of_le h, Nat.sub_add_cancel h, Nat.zero_add]
        · rw [Nat.sub_eq_zero_of_le h, Nat.sub_add_cancel h, Nat.zero_add]
      show (a - b) * atom ctx i + eval ctx (i + 1) (sub p q) + (b * atom ctx i + _) =
        (b - a) * atom ctx i + eval ctx (i + 1) (sub q p) + (a * atom ctx i + _)
      rw [Nat.add_add_add_comm, Nat.add_add_add_comm ((b - a) * _), ← Nat.add_mul, ← Nat.add_mul,
        head, ih]

theorem eval_pos_of_isNonZero (p : Poly) (h : isNonZero p = true) : 0 < eval ctx 0 p :=
  match p, h with
  | (k + 1) :: p, _ => by
    show 0 < (k + 1) * 1 + eval ctx 1 p
    rw [Nat.mul_one]
    exact Nat.add_pos_left (Nat.zero_lt_succ k) _

theorem eval_eq_zero_of_isZero (p : Poly) (h : isZero p = true) : eval ctx 0 p = 0 :=
  match p, h with
  | [], _ => rfl

end Poly

/-! ## Normal forms of terms -/

/-- The coefficients of a term. -/
def Expr.coefficients : Expr → Poly
  | .num k => [k]
  | .var v => Poly.single 1 (v + 1)
  | .add a b => Poly.add a.coefficients b.coefficients
  | .mulL k a => Poly.mul k a.coefficients
  | .mulR a k => Poly.mul k a.coefficients

/-- The normal form of a term. -/
def Expr.toPoly (e : Expr) : Poly := e.coefficients.trim

/-- The normal form of a term. -/
def Expr.toNormPoly (e : Expr) : Poly := e.toPoly

theorem Expr.eval_coefficients (ctx : Context) (e : Expr) :
    Poly.eval ctx 0 e.coefficients = e.denote ctx := by
  induction e with
  | num k => exact Nat.mul_one k
  | var v =>
    rw [coefficients, Poly.eval_single, Nat.one_mul, Nat.zero_add]; rfl
  | add a b iha ihb => rw [coefficients, Poly.eval_add, iha, ihb]; rfl
  | mulL k a ih => rw [coefficients, Poly.eval_mul, ih]; rfl
  | mulR a k ih => rw [coefficients, Poly.eval_mul, ih, Nat.mul_comm]; rfl

theorem Expr.eval_toPoly (ctx : Context) (e : Expr) :
    Poly.eval ctx 0 e.toPoly = e.denote ctx :=
  (Poly.eval_trim ctx _ 0).trans (e.eval_coefficients ctx)

open Lean.Data.AC in
theorem Expr.eq_of_toNormPoly_eq (ctx : Context) (e e' : Expr)
    (h : (e.toNormPoly == e'.toPoly) = true) : e.denote ctx = e'.denote ctx := by
  rw [← e.eval_toPoly ctx, ← e'.eval_toPoly ctx]
  exact congrArg (Poly.eval ctx 0) (eq_of_listBEq _ _ h)

/-! ## Normal forms of constraints -/

/-- An equation or an inequality between sums given by their coefficients. -/
structure PolyCnstr where
  /-- Is it an equation? -/
  eq : Bool
  /-- The left-hand side. -/
  lhs : Poly
  /-- The right-hand side. -/
  rhs : Poly

open Lean.Data.AC in
instance : BEq PolyCnstr where
  beq c d := c.eq == d.eq && (listBEq c.lhs d.lhs && listBEq c.rhs d.rhs)

/-- Is the normal form never true? -/
def PolyCnstr.isUnsat (c : PolyCnstr) : Bool :=
  bif c.eq then (c.lhs.isZero && c.rhs.isNonZero) || (c.lhs.isNonZero && c.rhs.isZero)
  else c.lhs.isNonZero && c.rhs.isZero

/-- Is the normal form always true? -/
def PolyCnstr.isValid (c : PolyCnstr) : Bool :=
  bif c.eq then c.lhs.isZero && c.rhs.isZero else c.lhs.isZero

/-- The coefficients of both sides. -/
def ExprCnstr.toPoly (c : ExprCnstr) : PolyCnstr := ⟨c.eq, c.lhs.toPoly, c.rhs.toPoly⟩

/-- The coefficients of both sides, with the common part cancelled. -/
def ExprCnstr.toNormPoly (c : ExprCnstr) : PolyCnstr :=
  ⟨c.eq, (Poly.sub c.lhs.toPoly c.rhs.toPoly).trim, (Poly.sub c.rhs.toPoly c.lhs.toPoly).trim⟩

/-- The meaning of a constraint between sums. -/
def PolyCnstr.denote (ctx : Context) (c : PolyCnstr) : Prop :=
  bif c.eq then c.lhs.eval ctx 0 = c.rhs.eval ctx 0 else c.lhs.eval ctx 0 ≤ c.rhs.eval ctx 0

theorem ExprCnstr.denote_toPoly (ctx : Context) (c : ExprCnstr) :
    c.toPoly.denote ctx = c.denote ctx := by
  unfold PolyCnstr.denote ExprCnstr.denote ExprCnstr.toPoly
  rw [Expr.eval_toPoly, Expr.eval_toPoly]

theorem ExprCnstr.denote_toNormPoly (ctx : Context) (c : ExprCnstr) :
    c.toNormPoly.denote ctx = c.denote ctx := by
  rw [← c.denote_toPoly]
  unfold PolyCnstr.denote ExprCnstr.toNormPoly ExprCnstr.toPoly
  show (bif c.eq then _ else _) = (bif c.eq then _ else _)
  rw [Poly.eval_trim, Poly.eval_trim]
  have h := Poly.eval_sub ctx c.lhs.toPoly c.rhs.toPoly 0
  generalize Poly.eval ctx 0 (Poly.sub c.lhs.toPoly c.rhs.toPoly) = x at *
  generalize Poly.eval ctx 0 (Poly.sub c.rhs.toPoly c.lhs.toPoly) = y at *
  generalize Poly.eval ctx 0 c.lhs.toPoly = l at *
  generalize Poly.eval ctx 0 c.rhs.toPoly = r at *
  cases c.eq with
  | true =>
    refine propext ⟨fun (e : x = y) => ?_, fun (e : l = r) => ?_⟩
    · rw [e] at h; exact (Nat.add_left_cancel h).symm
    · rw [e] at h; exact Nat.add_right_cancel h
  | false =>
    refine propext ⟨fun (e : x ≤ y) => ?_, fun (e : l ≤ r) => ?_⟩
    · have k := Nat.add_le_add_right e r
      rw [h] at k
      exact Nat.le_of_add_le_add_left k
    · have k := Nat.add_le_add_left e y
      rw [← h] at k
      exact Nat.le_of_add_le_add_right k

open Lean.Data.AC in
theorem ExprCnstr.eq_of_toNormPoly_eq (ctx : Context) (c d : ExprCnstr)
    (h : (c.toNormPoly == d.toPoly) = true) : c.denote ctx = d.denote ctx := by
  rw [← c.denote_toNormPoly, ← d.denote_toPoly]
  have h : (c.toNormPoly.eq == d.toPoly.eq &&
    (listBEq c.toNormPoly.lhs d.toPoly.lhs && listBEq c.toNormPoly.rhs d.toPoly.rhs)) = true := h
  rw [Bool.and_eq_true, Bool.and_eq_true] at h
  unfold PolyCnstr.denote
  rw [eq_of_beq h.1, eq_of_listBEq _ _ h.2.1, eq_of_listBEq _ _ h.2.2]

theorem ExprCnstr.eq_true_of_isValid (ctx : Context) (c : ExprCnstr)
    (h : c.toNormPoly.isValid = true) : c.denote ctx = True := by
  rw [← c.denote_toNormPoly]
  generalize c.toNormPoly = p at *
  unfold PolyCnstr.isValid at h
  unfold PolyCnstr.denote
  apply eq_true
  cases e : p.eq with
  | true =>
    rw [e, cond_true, Bool.and_eq_true] at h
    show p.lhs.eval ctx 0 = p.rhs.eval ctx 0
    rw [Poly.eval_eq_zero_of_isZero ctx _ h.1, Poly.eval_eq_zero_of_isZero ctx _ h.2]
  | false =>
    rw [e, cond_false] at h
    show p.lhs.eval ctx 0 ≤ p.rhs.eval ctx 0
    rw [Poly.eval_eq_zero_of_isZero ctx _ h]
    exact Nat.zero_le _

theorem ExprCnstr.eq_false_of_isUnsat (ctx : Context) (c : ExprCnstr)
    (h : c.toNormPoly.isUnsat = true) : c.denote ctx = False := by
  rw [← c.denote_toNormPoly]
  generalize c.toNormPoly = p at *
  unfold PolyCnstr.isUnsat at h
  unfold PolyCnstr.denote
  apply eq_false
  cases e : p.eq with
  | true =>
    rw [e, cond_true, Bool.or_eq_true, Bool.and_eq_true, Bool.and_eq_true] at h
    intro (k : p.lhs.eval ctx 0 = p.rhs.eval ctx 0)
    rcases h with ⟨h₁, h₂⟩ | ⟨h₁, h₂⟩
    · rw [Poly.eval_eq_zero_of_isZero ctx _ h₁] at k
      exact Nat.ne_of_lt (Poly.eval_pos_of_isNonZero ctx _ h₂) k
    · rw [Poly.eval_eq_zero_of_isZero ctx _ h₂] at k
      exact Nat.ne_of_gt (Poly.eval_pos_of_isNonZero ctx _ h₁) k
  | false =>
    rw [e, cond_false, Bool.and_eq_true] at h
    intro (k : p.lhs.eval ctx 0 ≤ p.rhs.eval ctx 0)
    rw [Poly.eval_eq_zero_of_isZero ctx _ h.2] at k
    exact Nat.not_le_of_gt (Poly.eval_pos_of_isNonZero ctx _ h.1) k

end Linear
end Nat.Internal
