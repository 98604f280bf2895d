prelude
-- expect: reserved Bool 7
-- expect: reserved Bool.false 9
-- expect: reserved Bool.true 8
set_option autoImplicit false

inductive Bool : Type where
  | true : Bool
  | false : Bool
