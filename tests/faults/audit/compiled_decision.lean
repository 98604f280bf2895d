prelude
import DeepTheory.Core
-- expect: reserved Lean.reduceBool 6
set_option autoImplicit false

opaque Lean.reduceBool (b : Bool) : Bool := b
