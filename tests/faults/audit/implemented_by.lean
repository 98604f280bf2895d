prelude
import DeepTheory.Core
-- `#eval one` would show 2.
-- expect: native one_eq 11
set_option autoImplicit false

def two : Nat := 2

@[implemented_by two] def one : Nat := 1

theorem one_eq : one = 1 := rfl
