prelude
-- The definition is right, but nothing in the library says so.
-- expect: reserved Nat.pred 15
-- expect: reserved Nat.pred 15
set_option autoImplicit false
universe u

set_option genCtorIdx false in
inductive Nat where
  | zero : Nat
  | succ (n : Nat) : Nat

/-! The predecessor. -/

noncomputable def Nat.pred (n : Nat) : Nat := Nat.rec Nat.zero (fun k _ => k) n
