namespace Traced

/-- Two colours. -/
inductive Colour : Type where
  | red : Colour
  | green : Colour

/-- The colour itself. -/
def paint (c : Colour) : Colour := c

/-- Equality with a colour. -/
inductive Same (a : Colour) : Colour → Prop where
  | refl : Same a a

/-- "Paint & varnish" <dry>. -/
theorem paint_same (c : Colour) : Same (paint c) c := Same.refl

@[simp] theorem paint_eq (c : Colour) : paint c = c := rfl

end Traced
