prelude
-- expect: axiom lcProof 8
-- expect: axiom-use anything 10
set_option autoImplicit false

inductive False : Prop

axiom lcProof {α : Prop} : α

theorem anything : False := lcProof
