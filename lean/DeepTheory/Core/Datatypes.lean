prelude
import DeepTheory.Core.Logic
/-!
# The basic data types

`Bool`, pairs, sums, subtypes, `Option`, `List`, and the universe lifts, with the constructors
and projections of core Lean. Functions on them follow when there is notation:
`DeepTheory.Core.Bool`, `DeepTheory.Core.Option`, `DeepTheory.Core.List`.

`Nat` is not here but in `DeepTheory.Core.Operators`: Lean compiles `noConfusion` and
`DecidableEq` of an inductive type through `Nat.decEq` as soon as `Nat` exists, so that no
inductive type with several constructors may stand between `Nat` and `Nat.decEq`.
-/
set_option autoImplicit false
universe u v

/-! ## Finite types -/

set_option bootstrap.inductiveCheckResultingUniverse false in
/-- The type without elements, in any universe. -/
inductive PEmpty : Sort u where

/-- The type without elements. -/
inductive Empty : Type

/-- The truth values of computations. -/
inductive Bool : Type where
  /-- false -/
  | false : Bool
  /-- true -/
  | true : Bool

export Bool (false true)

/-! ## Pairs -/

/-- Pairs, written `α × β`. -/
@[pp_using_anonymous_constructor]
structure Prod (α : Type u) (β : Type v) where
  /-- The pair of `fst` and `snd`. -/
  mk ::
  /-- The first component. -/
  fst : α
  /-- The second component. -/
  snd : β

/-- Pairs of elements of any sorts. Structural recursion is compiled to it. -/
structure PProd (α : Sort u) (β : Sort v) : Sort (max 1 u v) where
  /-- The first component. -/
  fst : α
  /-- The second component. -/
  snd : β

/-- Pairs from one universe. -/
structure MProd (α β : Type u) where
  /-- The first component. -/
  fst : α
  /-- The second component. -/
  snd : β

/-- The elements that satisfy a predicate, written `{x : α // p x}`. -/
@[pp_using_anonymous_constructor]
structure Subtype {α : Sort u} (p : α → Prop) : Sort (max 1 u) where
  /-- The element. -/
  val : α
  /-- It satisfies the predicate. -/
  property : p val

/-- Dependent pairs, written `(a : α) × β a`. -/
@[pp_using_anonymous_constructor]
structure Sigma {α : Type u} (β : α → Type v) where
  /-- The first component. -/
  fst : α
  /-- The second component. -/
  snd : β fst

/-- Dependent pairs of elements of any sorts. Recursion on several arguments uses it. -/
@[pp_using_anonymous_constructor]
structure PSigma {α : Sort u} (β : α → Sort v) : Sort (max 1 u v) where
  /-- The first component. -/
  fst : α
  /-- The second component. -/
  snd : β fst

/-! ## Sums -/

/-- Disjoint union, written `α ⊕ β`. -/
inductive Sum (α : Type u) (β : Type v) where
  /-- From the left. -/
  | inl (val : α) : Sum α β
  /-- From the right. -/
  | inr (val : β) : Sum α β

/-- Disjoint union of any sorts. Mutual recursion uses it. -/
inductive PSum (α : Sort u) (β : Sort v) : Sort (max 1 u v) where
  /-- From the left. -/
  | inl (val : α) : PSum α β
  /-- From the right. -/
  | inr (val : β) : PSum α β

/-! ## Universe lifts -/

/-- A type, lifted to a higher universe. -/
structure ULift.{r, s} (α : Type s) : Type (max s r) where
  /-- Into the lift. -/
  up ::
  /-- Out of the lift. -/
  down : α

/-- A sort, lifted to a type. -/
structure PLift (α : Sort u) : Type u where
  /-- Into the lift. -/
  up ::
  /-- Out of the lift. -/
  down : α

/-- A sort, lifted to a higher universe. The compiler of inductive types uses it. -/
structure PULift.{r, s} (α : Sort s) : Sort (max s r 1) where
  /-- Into the lift. -/
  up ::
  /-- Out of the lift. -/
  down : α

/-! ## Containers -/

/-- An element or none. -/
inductive Option (α : Type u) where
  /-- No element. -/
  | none : Option α
  /-- An element. -/
  | some (val : α) : Option α

export Option (none some)

/-- Finite sequences. -/
inductive List (α : Type u) where
  /-- The empty list, written `[]`. -/
  | nil : List α
  /-- A list with one more element in front, written `a :: l`. -/
  | cons (head : α) (tail : List α) : List α
