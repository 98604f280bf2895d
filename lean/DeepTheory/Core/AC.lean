prelude
import DeepTheory.Core.List.Lemmas
import DeepTheory.Core.KernelNat
/-! # AC -/
set_option autoImplicit false
set_option linter.all false
set_option bootstrap.inductiveCheckResultingUniverse false
universe u v w
namespace Std
class Associative {α : Sort u} (op : α → α → α) : Prop where
  assoc : (a b c : α) → op (op a b) c = op a (op b c)
class Commutative {α : Sort u} (op : α → α → α) : Prop where
  comm : (a b : α) → op a b = op b a
class IdempotentOp {α : Sort u} (op : α → α → α) : Prop where
  idempotent : (x : α) → op x x = x
class LawfulIdentity {α : Sort u} (op : α → α → α) (o : outParam α) : Prop where
  left_id : ∀ a, op o a = a
  right_id : ∀ a, op a o = a
end Std
namespace Lean.Data.AC
inductive Expr where
  | var (x : Nat)
  | op (lhs rhs : Expr)
structure Variable {α : Sort u} (op : α → α → α) : Type u where
  value : α
  neutral : Option (PLift (Std.LawfulIdentity op value))
structure Context (α : Sort u) where
  op : α → α → α
  assoc : Std.Associative op
  comm : Option (PLift (Std.Commutative op))
  idem : Option (PLift (Std.IdempotentOp op))
  vars : List (Variable op)
  arbitrary : α
variable {α : Sort u}
def getVal (op : α → α → α) (d : α) : List (Variable op) → Nat → α
  | .nil, _ => d
  | .cons v _, 0 => v.value
  | .cons _ vs, .succ n => getVal op d vs n
class EvalInformation (α : Sort u) (β : Sort v) where
  arbitrary : α → β
  evalOp : α → β → β → β
  evalVar : α → Nat → β
instance : EvalInformation (Context α) α where
  arbitrary ctx := ctx.arbitrary
  evalOp ctx := ctx.op
  evalVar ctx i := getVal ctx.op ctx.arbitrary ctx.vars i
def eval {α : Sort u} (β : Sort v) [EvalInformation α β] (ctx : α) : Expr → β
  | .var i => EvalInformation.evalVar ctx i
  | .op l r => EvalInformation.evalOp ctx (eval β ctx l) (eval β ctx r)
def evalL (ctx : Context α) : List Nat → α
  | .nil => ctx.arbitrary
  | .cons x .nil => getVal ctx.op ctx.arbitrary ctx.vars x
  | .cons x (.cons y l) => ctx.op (getVal ctx.op ctx.arbitrary ctx.vars x) (evalL ctx (.cons y l))
def app : List Nat → List Nat → List Nat
  | .nil, m => m
  | .cons x l, m => .cons x (app l m)
def toL : Expr → List Nat
  | .var i => .cons i .nil
  | .op l r => app (toL l) (toL r)
def ins (x : Nat) : List Nat → List Nat
  | .nil => .cons x .nil
  | .cons y l => cond (Nat.ble x y) (.cons x (.cons y l)) (.cons y (ins x l))
def sort : List Nat → List Nat
  | .nil => .nil
  | .cons x l => ins x (sort l)
def norm (ctx : Context α) (e : Expr) : List Nat := match ctx.comm with
  | none => toL e
  | some _ => sort (toL e)
def eqL : List Nat → List Nat → Bool
  | .nil, .nil => true
  | .cons x l, .cons y m => cond (Nat.beq x y) (eqL l m) false
  | _, _ => false
theorem eqL_sound (l m : List Nat) (h : eqL l m = true) : l = m := by
  induction l generalizing m with
  | nil => cases m with
    | nil => rfl
    | cons => contradiction
  | cons x l ih => cases m with
    | nil => contradiction
    | cons y m =>
      simp only [eqL] at h
      cases hb : Nat.beq x y with
      | false => rw [hb] at h; contradiction
      | true => rw [hb] at h; rw [Nat.eq_of_beq_eq_true hb, ih m h]
def ne : List Nat → Prop
  | .nil => False
  | .cons _ _ => True
theorem evalL_cons (ctx : Context α) (x : Nat) (l : List Nat) (h : ne l) : evalL ctx (.cons x l) = ctx.op (getVal ctx.op ctx.arbitrary ctx.vars x) (evalL ctx l) := by
  cases l with
  | nil => exact h.elim
  | cons => rfl
theorem ne_app (l m : List Nat) (h : ne m) : ne (app l m) := by cases l <;> trivial
theorem ne_toL (e : Expr) : ne (toL e) := by
  induction e with
  | var => trivial
  | op l r _ ih => exact ne_app _ _ ih
theorem evalL_app (ctx : Context α) (l m : List Nat) (hl : ne l) (hm : ne m) : evalL ctx (app l m) = ctx.op (evalL ctx l) (evalL ctx m) := by
  induction l with
  | nil => exact hl.elim
  | cons x l ih =>
    show evalL ctx (.cons x (app l m)) = _
    rw [evalL_cons ctx x _ (ne_app l m hm)]
    cases l with
    | nil => rfl
    | cons y l =>
      rw [ih trivial, evalL_cons ctx x (.cons y l) trivial, ctx.assoc.assoc]
theorem evalL_toL (ctx : Context α) (e : Expr) : evalL ctx (toL e) = eval α ctx e := by
  induction e with
  | var => rfl
  | op l r ihl ihr => show evalL ctx (app (toL l) (toL r)) = ctx.op _ _; rw [evalL_app ctx _ _ (ne_toL l) (ne_toL r), ihl, ihr]
theorem ne_ins (x : Nat) (l : List Nat) : ne (ins x l) := by
  cases l with
  | nil => trivial
  | cons y l => simp only [ins]; cases Nat.ble x y <;> trivial
theorem evalL_ins (ctx : Context α) (c : Std.Commutative ctx.op) (x : Nat) (l : List Nat) : evalL ctx (ins x l) = evalL ctx (.cons x l) := by
  induction l with
  | nil => rfl
  | cons y l ih =>
    simp only [ins]
    cases Nat.ble x y with
    | true => rfl
    | false =>
      show evalL ctx (.cons y (ins x l)) = _
      rw [evalL_cons ctx y _ (ne_ins x l), ih]
      cases l with
      | nil => exact c.comm _ _
      | cons z l =>
        rw [evalL_cons ctx x (.cons z l) trivial, evalL_cons ctx x (.cons y (.cons z l)) trivial, evalL_cons ctx y (.cons z l) trivial, ← ctx.assoc.assoc, ← ctx.assoc.assoc, c.comm (getVal ctx.op ctx.arbitrary ctx.vars y)]
theorem evalL_sort (ctx : Context α) (c : Std.Commutative ctx.op) (l : List Nat) : evalL ctx (sort l) = evalL ctx l := by
  induction l with
  | nil => rfl
  | cons x l ih =>
    show evalL ctx (ins x (sort l)) = _
    rw [evalL_ins ctx c]
    cases l with
    | nil => rfl
    | cons y l => rw [evalL_cons ctx x _ (show ne (sort (.cons y l)) from ne_ins _ _), ih]; rfl
theorem evalL_norm (ctx : Context α) (e : Expr) : evalL ctx (norm ctx e) = eval α ctx e := by
  unfold norm
  split
  · exact evalL_toL ctx e
  · rename_i c _; rw [evalL_sort ctx c.down, evalL_toL]
instance : BEq (List Nat) := ⟨eqL⟩
theorem Context.eq_of_norm (ctx : Context α) (a b : Expr) (h : eqL (norm ctx a) (norm ctx b) = true) : eval α ctx a = eval α ctx b := by
  rw [← evalL_norm ctx a, ← evalL_norm ctx b, eqL_sound _ _ h]
end Lean.Data.AC
instance : Std.Associative (α := Nat) (fun a b => a + b) := ⟨Nat.add_assoc⟩
instance : Std.Commutative (α := Nat) (fun a b => a + b) := ⟨Nat.add_comm⟩
instance : Std.Associative (α := Nat) (fun a b => a * b) := ⟨Nat.mul_assoc⟩
instance : Std.Commutative (α := Nat) (fun a b => a * b) := ⟨Nat.mul_comm⟩
