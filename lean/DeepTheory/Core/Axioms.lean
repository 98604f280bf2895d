prelude
import DeepTheory.Core.Nat.Definitions
/-!
# The axioms

The library rests on the three axioms of core Lean and on no others:

* `propext`: equivalent propositions are equal;
* `Quot.sound`: related elements have equal classes;
* `Classical.choice`: a nonempty type has an element.

The audit lists for every theorem which of them it uses. `sorryAx` is declared because the
elaborator puts it where a term has an error; no declaration of the library may use it, and the
build and the audit refuse one that does. `Lean.ofReduceBool`, on which `native_decide` rests, is
not declared, so that `native_decide` cannot be used.

## Main statements

* `propext`, `Quot.sound`, `Classical.choice`
* `Prod.mk.injEq`, `Option.some.injEq`, ...: the injectivity theorems of the types that were
  declared before `propext`. For later types Lean generates them by itself, with
  `Eq.propIntro`.
-/
set_option autoImplicit false
universe u v

/-- Equivalent propositions are equal. -/
axiom propext {a b : Prop} : (Iff a b) → Eq a b

/-- Related elements have equal classes in the quotient. -/
axiom Quot.sound {α : Sort u} {r : α → α → Prop} {a b : α} :
  r a b → Eq (Quot.mk r a) (Quot.mk r b)

/-- A nonempty type has an element. -/
axiom Classical.choice {α : Sort u} : Nonempty α → α

set_option linter.unusedVariables.funArgs false in
/-- The place of a term with an error. No declaration of the library may use it. -/
axiom sorryAx (α : Sort u) (synthetic := false) : α

/-- Used by the injectivity theorems of constructors. -/
theorem Eq.propIntro {a b : Prop} (h₁ : a → b) (h₂ : b → a) : Eq a b := propext ⟨h₁, h₂⟩

instance Pi.instNonempty {α : Sort u} {β : α → Sort v} [(a : α) → Nonempty (β a)] :
    Nonempty ((a : α) → β a) :=
  ⟨fun a => Classical.choice (inferInstance : Nonempty (β a))⟩

/-! ## Decidable equality of truth values -/

/-- Equality of truth values is decidable. -/
def Bool.decEq (a b : Bool) : Decidable (Eq a b) :=
  match a, b with
  | false, false => isTrue rfl
  | false, true => isFalse (fun h => Bool.noConfusion h)
  | true, false => isFalse (fun h => Bool.noConfusion h)
  | true, true => isTrue rfl

instance instDecidableEqBool : DecidableEq Bool := Bool.decEq

/-! ## Injectivity of constructors -/

gen_injective_theorems% Nat
gen_injective_theorems% Prod
gen_injective_theorems% PProd
gen_injective_theorems% MProd
gen_injective_theorems% Subtype
gen_injective_theorems% Sigma
gen_injective_theorems% PSigma
gen_injective_theorems% Sum
gen_injective_theorems% PSum
gen_injective_theorems% ULift
gen_injective_theorems% PLift
gen_injective_theorems% Option
gen_injective_theorems% List

attribute [simp] Prod.mk.injEq PProd.mk.injEq MProd.mk.injEq Subtype.mk.injEq Sigma.mk.injEq
  PSigma.mk.injEq Sum.inl.injEq Sum.inr.injEq PSum.inl.injEq PSum.inr.injEq ULift.up.injEq
  PLift.up.injEq Option.some.injEq List.cons.injEq Nat.succ.injEq
