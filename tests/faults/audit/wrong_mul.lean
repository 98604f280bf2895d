prelude
import DeepTheory.Core.Logic
-- The kernel multiplies numerals with big-number code because of the name, so here
-- `2 * 2` is both 4 (by the kernel's code) and 0 (by the definition): `boom` "rests on no axioms".
-- expect: reserved Nat.mul 22
set_option autoImplicit false
set_option bootstrap.genMatcherCode false
universe u

set_option genCtorIdx false in
inductive Nat where
  | zero : Nat
  | succ (n : Nat) : Nat

noncomputable def Nat.add (n m : Nat) : Nat := Nat.rec n (fun _ s => Nat.succ s) m

theorem add_zero (n : Nat) : Eq (Nat.add n Nat.zero) n := Eq.refl n

theorem add_succ (n m : Nat) : Eq (Nat.add n (Nat.succ m)) (Nat.succ (Nat.add n m)) :=
  Eq.refl (Nat.succ (Nat.add n m))

noncomputable def Nat.mul (n m : Nat) : Nat := Nat.rec Nat.zero (fun _ _ => Nat.zero) (Nat.add n m)

set_option genCtorIdx false in
class OfNat (α : Type u) (_ : Nat) where
  ofNat : α

instance instOfNatNat (n : Nat) : OfNat Nat n where
  ofNat := n

noncomputable def isZero (n : Nat) : Prop := Nat.rec True (fun _ _ => False) n

theorem mul_is_zero (n m : Nat) : Eq (Nat.mul n m) Nat.zero :=
  Nat.rec (motive := fun k => Eq (Nat.rec (motive := fun _ => Nat) Nat.zero (fun _ _ => Nat.zero) k)
    Nat.zero) (Eq.refl Nat.zero) (fun _ _ => Eq.refl Nat.zero) (Nat.add n m)

theorem boom : False :=
  have h : Eq Nat.zero (Nat.mul 2 2) :=
    Eq.rec (motive := fun k _ => Eq k (Nat.mul 2 2)) (Eq.refl (Nat.mul 2 2)) (mul_is_zero 2 2)
  have start : isZero Nat.zero := True.intro
  have four : isZero (Nat.mul 2 2) := Eq.rec (motive := fun k _ => isZero k) start h
  four
