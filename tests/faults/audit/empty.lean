prelude
import DeepTheory.Core
-- expect: empty universal_approximation 8
-- expect: empty markov 10
-- expect: empty chebyshev 13
set_option autoImplicit false

theorem universal_approximation (n : Nat) (_ : n ≤ n) : True := True.intro

theorem markov {a b : Nat} (_ : 0 < a) (h : a * b ≤ b) (_ : a = b) : a * b ≤ b := h

/-- The hypothesis is an implication, so it looks as if there were something to do. -/
theorem chebyshev (p : Nat → Prop) (h : ∀ n, p n → p (n + 1)) : ∀ k, p k → p (k + 1) := h

theorem claims_something (p q : Prop) (h : p → q) (hp : p) : q ∧ p := ⟨h hp, hp⟩
