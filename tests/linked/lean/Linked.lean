prelude
/-! # A small library in which everything rests on something -/
set_option autoImplicit false
universe u

namespace Linked

/-- Equality. -/
inductive Same {α : Type u} (a : α) : α → Prop where
  | refl : Same a a

/-- Two colours. -/
inductive Colour : Type where
  | red : Colour
  | green : Colour

/-- The colour itself. -/
def paint (c : Colour) : Colour := c

/-- Lemma 1.2. -/
theorem paint_same (c : Colour) : Same (paint c) c := Same.refl

/-- Belongs to no row: Theorem 2.1 rests on Lemma 1.2 through it. -/
theorem paint_under (c : Colour) : Same (paint (paint c)) (paint c) := paint_same (paint c)

/-- Theorem 2.1. -/
theorem paint_twice (c : Colour) : Same (paint (paint c)) c := paint_under c

/-- Uses nothing. -/
theorem same_self (c : Colour) : Same c c := Same.refl

/-- Uses Theorem 2.1. -/
theorem paint_four (c : Colour) : Same (paint (paint (paint (paint c)))) c :=
  paint_twice (paint (paint c))

/-- Uses Theorem 2.1. -/
theorem paint_twice_again (c : Colour) : Same (paint (paint c)) c := paint_twice c

/-- What Theorem 2.1 says, without it. -/
theorem paint_other_way (c : Colour) : Same (paint (paint c)) c := Same.refl

/-- Uses Theorem 2.1, although the registry says that it does not. -/
theorem paint_mistaken (c : Colour) : Same (paint (paint c)) c := paint_twice c

end Linked
