prelude
import DeepTheory.Core
-- A definition of the library that is bound to another function of the run time.
-- expect: native double_eq 8
set_option autoImplicit false

@[extern "lean_nat_mul"] def double (n : Nat) (_ : Nat) : Nat := n + n
theorem double_eq (n : Nat) : double n n = n + n := rfl
