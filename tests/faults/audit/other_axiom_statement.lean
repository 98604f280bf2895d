prelude
-- expect: reserved propext 7
set_option autoImplicit false

inductive False : Prop

axiom propext : False

theorem anything : False := propext
