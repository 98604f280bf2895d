prelude
import DeepTheory.Core
-- expect: native search_eq 9
set_option autoImplicit false

/-- Never ends. -/
partial def search (n : Nat) : Nat := search (n + 1)

theorem search_eq : search 0 = search (0 + 0) := rfl
