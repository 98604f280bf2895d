import Traced.Colour
namespace Traced

private theorem under (c : Colour) : Same (paint (paint c)) (paint c) := paint_same (paint c)

theorem paint_twice (c : Colour) : Same (paint (paint c)) c := by
  exact under c

theorem paint_paint (c : Colour) : paint (paint c) = c := by
  simp

end Traced
