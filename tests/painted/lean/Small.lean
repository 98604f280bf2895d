prelude
/-! # A library without anything in front of it -/
set_option autoImplicit false
universe u

namespace Small

/-- Equality. -/
inductive Same {α : Type u} (a : α) : α → Prop where
  | refl : Same a a

/-- Two colours. -/
inductive Colour : Type where
  | red : Colour
  | green : Colour

/-- The colour itself. -/
def paint (c : Colour) : Colour := c

/-- Lemma 1.1: painting changes nothing, if the paint is dry. -/
theorem paint_same (c : Colour) (dry : Same c c) : Same (paint c) c := dry

/-- The hypothesis can hold. -/
theorem paint_same_witness : Same Colour.red Colour.red := Same.refl

end Small
