prelude
import DeepTheory.Core.Nat.Simproc
/-!
# Associativity and commutativity

Native `ac_rfl` proves an equation between two terms built with an associative (and perhaps
commutative) operation: it writes both as an `Lean.Data.AC.Expr` over a list of atoms and asks the
kernel to evaluate `Lean.Data.AC.norm` on both.

## Main definitions

* `Std.Associative`, `Std.Commutative`, `Std.IdempotentOp`, `Std.LawfulIdentity`: the classes in
  which `ac_rfl` looks for the laws
* `Lean.Data.AC.Expr`, `Lean.Data.AC.Context`, `Lean.Data.AC.eval`: the reflected terms
* `Lean.Data.AC.norm`: the list of atoms, sorted if the operation is commutative

## Main statements

* `Lean.Data.AC.Context.eq_of_norm`: terms with the same normal form are equal

## Notes

Core Lean's normal form also removes neutral elements and repeated arguments of idempotent
operations; this one does not. The proof is our own, by insertion sort.
-/
set_option autoImplicit false
universe u v

namespace Std

/-- The operation is associative. -/
class Associative {α : Sort u} (op : α → α → α) : Prop where
  /-- The operation is associative. -/
  assoc : (a b c : α) → op (op a b) c = op a (op b c)

/-- The operation is commutative. -/
class Commutative {α : Sort u} (op : α → α → α) : Prop where
  /-- The operation is commutative. -/
  comm : (a b : α) → op a b = op b a

/-- The operation is idempotent. -/
class IdempotentOp {α : Sort u} (op : α → α → α) : Prop where
  /-- The operation is idempotent. -/
  idempotent : (x : α) → op x x = x

/-- The operation has a neutral element. -/
class LawfulIdentity {α : Sort u} (op : α → α → α) (o : outParam α) : Prop where
  /-- It is neutral on the left. -/
  left_id : ∀ a, op o a = a
  /-- It is neutral on the right. -/
  right_id : ∀ a, op a o = a

end Std

namespace Lean.Data.AC

/-! ## Reflected terms -/

/-- Terms with one operation. -/
inductive Expr where
  /-- An atom. -/
  | var (x : Nat)
  /-- The operation. -/
  | op (lhs rhs : Expr)

/-- An atom, with the proof that it is neutral, if it is. -/
structure Variable {α : Sort u} (op : α → α → α) : Type u where
  /-- The value. -/
  value : α
  /-- It is neutral. -/
  neutral : Option (PLift (Std.LawfulIdentity op value))

/-- An operation with its laws, and the atoms. -/
structure Context (α : Sort u) where
  /-- The operation. -/
  op : α → α → α
  /-- It is associative. -/
  assoc : Std.Associative op
  /-- It is commutative, perhaps. -/
  comm : Option (PLift (Std.Commutative op))
  /-- It is idempotent, perhaps. -/
  idem : Option (PLift (Std.IdempotentOp op))
  /-- The atoms. -/
  vars : List (Variable op)
  /-- Any element. -/
  arbitrary : α

/-- How terms are evaluated. -/
class EvalInformation (α : Sort u) (β : Sort v) where
  /-- Any element. -/
  arbitrary : α → β
  /-- The operation. -/
  evalOp : α → β → β → β
  /-- The atoms. -/
  evalVar : α → Nat → β

/-- The value of a term. -/
def eval {α : Sort u} (β : Sort v) [EvalInformation α β] (ctx : α) : Expr → β
  | .var i => EvalInformation.evalVar ctx i
  | .op l r => EvalInformation.evalOp ctx (eval β ctx l) (eval β ctx r)

variable {α : Sort u}

/-- The value of the atom at a place of the list. -/
def Context.lookup (op : α → α → α) (default : α) : List (Variable op) → Nat → α
  | [], _ => default
  | v :: _, 0 => v.value
  | _ :: vs, n + 1 => Context.lookup op default vs n

/-- The value of an atom. -/
def Context.value (ctx : Context α) (i : Nat) : α :=
  Context.lookup ctx.op ctx.arbitrary ctx.vars i

instance : EvalInformation (Context α) α where
  arbitrary ctx := ctx.arbitrary
  evalOp ctx := ctx.op
  evalVar ctx i := ctx.value i

/-! ## Normal forms -/

/-- The atoms of a term, from left to right. -/
def Expr.toList : Expr → List Nat
  | .var i => [i]
  | .op l r => l.toList ++ r.toList

/-- Inserts an atom into a sorted list. -/
def insert (x : Nat) : List Nat → List Nat
  | [] => [x]
  | y :: l => cond (Nat.ble x y) (x :: y :: l) (y :: insert x l)

/-- Sorts a list by insertion. -/
def sort : List Nat → List Nat
  | [] => []
  | x :: l => insert x (sort l)

/-- The normal form of a term. -/
def norm (ctx : Context α) (e : Expr) : List Nat :=
  match ctx.comm with
  | none => e.toList
  | some _ => sort e.toList

/-- Equality of lists of numbers, as the kernel evaluates it fastest. -/
def listBEq : List Nat → List Nat → Bool
  | [], [] => true
  | x :: l, y :: m => cond (Nat.beq x y) (listBEq l m) false
  | _, _ => false

scoped instance : BEq (List Nat) := ⟨listBEq⟩

theorem eq_of_listBEq (l m : List Nat) (h : listBEq l m = true) : l = m := by
  induction l generalizing m with
  | nil => cases m with
    | nil => rfl
    | cons => contradiction
  | cons x l ih => cases m with
    | nil => contradiction
    | cons y m =>
      rw [listBEq] at h
      cases e : Nat.beq x y with
      | false => rw [e] at h; contradiction
      | true => rw [e] at h; rw [Nat.eq_of_beq_eq_true e, ih m h]

/-! ## Soundness -/

/-- The value of a list of atoms: the operation on all of them, from the right. -/
def evalList (ctx : Context α) : List Nat → α
  | [] => ctx.arbitrary
  | [x] => ctx.value x
  | x :: y :: l => ctx.op (ctx.value x) (evalList ctx (y :: l))

theorem evalList_cons (ctx : Context α) (x : Nat) {l : List Nat} (h : l ≠ []) :
    evalList ctx (x :: l) = ctx.op (ctx.value x) (evalList ctx l) := by
  cases l with
  | nil => exact absurd rfl h
  | cons => rfl

theorem Expr.toList_ne_nil (e : Expr) : e.toList ≠ [] := by
  induction e with
  | var i => exact List.cons_ne_nil i []
  | op l r ihl _ => exact fun h => ihl (List.append_eq_nil_iff.1 h).1

theorem evalList_append (ctx : Context α) {l m : List Nat} (hl : l ≠ []) (hm : m ≠ []) :
    evalList ctx (l ++ m) = ctx.op (evalList ctx l) (evalList ctx m) := by
  induction l with
  | nil => exact absurd rfl hl
  | cons x l ih =>
    rw [List.cons_append, evalList_cons ctx x fun h => hm (List.append_eq_nil_iff.1 h).2]
    cases l with
    | nil => rfl
    | cons y l =>
      rw [ih (List.cons_ne_nil y l), evalList_cons ctx x (List.cons_ne_nil y l),
        ctx.assoc.assoc]

theorem evalList_toList (ctx : Context α) (e : Expr) : evalList ctx e.toList = eval α ctx e := by
  induction e with
  | var => rfl
  | op l r ihl ihr =>
    show evalList ctx (l.toList ++ r.toList) = ctx.op _ _
    rw [evalList_append ctx l.toList_ne_nil r.toList_ne_nil, ihl, ihr]

theorem insert_ne_nil (x : Nat) (l : List Nat) : insert x l ≠ [] := by
  cases l with
  | nil => exact List.cons_ne_nil x []
  | cons y l => rw [insert]; cases Nat.ble x y <;> exact List.cons_ne_nil _ _

theorem evalList_insert (ctx : Context α) (c : Std.Commutative ctx.op) (x : Nat) (l : List Nat) :
    evalList ctx (insert x l) = evalList ctx (x :: l) := by
  induction l with
  | nil => rfl
  | cons y l ih =>
    rw [insert]
    cases Nat.ble x y with
    | true => rfl
    | false =>
      show evalList ctx (y :: insert x l) = _
      rw [evalList_cons ctx y (insert_ne_nil x l), ih]
      cases l with
      | nil => exact c.comm _ _
      | cons z l =>
        have hz := List.cons_ne_nil z l
        rw [evalList_cons ctx x hz, evalList_cons ctx x (List.cons_ne_nil y (z :: l)),
          evalList_cons ctx y hz, ← ctx.assoc.assoc, ← ctx.assoc.assoc,
          c.comm (ctx.value x) (ctx.value y)]

theorem evalList_sort (ctx : Context α) (c : Std.Commutative ctx.op) (l : List Nat) :
    evalList ctx (sort l) = evalList ctx l := by
  induction l with
  | nil => rfl
  | cons x l ih =>
    rw [sort, evalList_insert ctx c]
    cases l with
    | nil => rfl
    | cons y l =>
      have h : sort (y :: l) ≠ [] := insert_ne_nil y (sort l)
      rw [evalList_cons ctx x h, evalList_cons ctx x (List.cons_ne_nil y l), ih]

theorem evalList_norm (ctx : Context α) (e : Expr) :
    evalList ctx (norm ctx e) = eval α ctx e := by
  unfold norm
  split
  · exact evalList_toList ctx e
  · next c _ => rw [evalList_sort ctx c.down, evalList_toList]

/-- Terms with the same normal form are equal. -/
theorem Context.eq_of_norm (ctx : Context α) (a b : Expr) (h : norm ctx a == norm ctx b) :
    eval α ctx a = eval α ctx b := by
  rw [← evalList_norm ctx a, ← evalList_norm ctx b, eq_of_listBEq _ _ h]

end Lean.Data.AC

/-! ## Instances -/

instance Nat.instAssociativeHAdd : Std.Associative (α := Nat) (· + ·) := ⟨Nat.add_assoc⟩

instance Nat.instCommutativeHAdd : Std.Commutative (α := Nat) (· + ·) := ⟨Nat.add_comm⟩

instance Nat.instAssociativeHMul : Std.Associative (α := Nat) (· * ·) := ⟨Nat.mul_assoc⟩

instance Nat.instCommutativeHMul : Std.Commutative (α := Nat) (· * ·) := ⟨Nat.mul_comm⟩

instance : Std.Associative And := ⟨fun _ _ _ => propext and_assoc⟩

instance : Std.Commutative And := ⟨fun _ _ => propext and_comm⟩

instance : Std.Associative Or := ⟨fun _ _ _ => propext or_assoc⟩

instance : Std.Commutative Or := ⟨fun _ _ => propext or_comm⟩

instance : Std.Associative (· && ·) := ⟨Bool.and_assoc⟩

instance : Std.Commutative (· && ·) := ⟨Bool.and_comm⟩

instance : Std.Associative (· || ·) := ⟨Bool.or_assoc⟩

instance : Std.Commutative (· || ·) := ⟨Bool.or_comm⟩
