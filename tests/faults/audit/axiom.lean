prelude
import DeepTheory.Core
-- expect: axiom cheat 7
-- expect: axiom-use one_eq_two 9
set_option autoImplicit false

axiom cheat : False

theorem one_eq_two : 1 = 2 := cheat.elim
