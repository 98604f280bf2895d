prelude
import DeepTheory.Algebra.Order.Basic
/-! # Least and greatest elements

## Main definitions

* `IsLeast S a`, `IsGreatest S a`: `a` is the least, the greatest element of the set `S`, which is
  given as a predicate.

## Main statements

* `IsLeast.unique`, `IsGreatest.unique`.
-/
set_option autoImplicit false
universe u

variable {α : Type u}

/-- `a` is the least element of `S`. -/
structure IsLeast [LE α] (S : α → Prop) (a : α) : Prop where
  /-- it is an element -/
  mem : S a
  /-- no element is less -/
  le : ∀ x, S x → a ≤ x

/-- `a` is the greatest element of `S`. -/
structure IsGreatest [LE α] (S : α → Prop) (a : α) : Prop where
  /-- it is an element -/
  mem : S a
  /-- no element is greater -/
  le : ∀ x, S x → x ≤ a

theorem IsLeast.unique [PartialOrder α] {S : α → Prop} {a b : α} (h : IsLeast S a)
    (k : IsLeast S b) : a = b := le_antisymm (h.le b k.mem) (k.le a h.mem)

theorem IsGreatest.unique [PartialOrder α] {S : α → Prop} {a b : α} (h : IsGreatest S a)
    (k : IsGreatest S b) : a = b := le_antisymm (k.le a h.mem) (h.le b k.mem)
