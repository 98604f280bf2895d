prelude
import DeepTheory.Algebra.Tactic.Positivity
/-! # The tactic `norm_num`

`norm_num` proves statements of numeral arithmetic: equations, inequalities and their negations
between numerals, sums, products, quotients and literal powers, in commutative rings and ordered
fields; over `Nat`, `Int` and `Rat` also `/`, `%`, `∣`, and everything else that a decision
procedure computes. It combines what is there: `ring` for equations, `linarith` without hypotheses
for inequalities and `≠`, and evaluation of the decision procedure by the kernel.

* `norm_num [h₁, h₂]` simplifies with the given lemmas first.
* A goal that is not numeral arithmetic is simplified as by `simp`; if it stays open, the tactic
  leaves the simplified goal.
-/
set_option autoImplicit false

/-- The part of `norm_num` that computes: closes the goal or fails. -/
syntax "norm_num_core" : tactic
macro_rules
  | `(tactic| norm_num_core) => `(tactic| first
    | ring
    | linarith only []
    | decide +kernel
    | (apply And.intro <;> norm_num_core))

/-- `norm_num` proves statements of numeral arithmetic. -/
syntax "norm_num" : tactic
/-- `norm_num [h₁, h₂]` simplifies with the given lemmas and then proves statements of numeral
arithmetic. -/
syntax "norm_num" " ["
  (Lean.Parser.Tactic.simpStar <|> Lean.Parser.Tactic.simpErase <|> Lean.Parser.Tactic.simpLemma),*
  "]" : tactic
macro_rules
  | `(tactic| norm_num) => `(tactic| first
    | norm_num_core
    | (simp; done)
    | (simp; norm_num_core)
    | simp)
  | `(tactic| norm_num [$ts,*]) => `(tactic| first
    | (simp [$ts,*]; done)
    | (simp [$ts,*]; norm_num_core)
    | simp [$ts,*])
