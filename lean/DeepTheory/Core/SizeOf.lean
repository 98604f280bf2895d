prelude
import DeepTheory.Core.Numerals
/-!
# Sizes

`sizeOf` is the measure by which Lean shows that recursion on structures, mutual recursion and
nested recursion end. Instances for types declared later are generated with the type; those for
the types declared before this class are derived here.
-/
set_option autoImplicit false
universe u v

/-- Types whose elements have a size. -/
class SizeOf (α : Sort u) where
  /-- The size. -/
  sizeOf : α → Nat

export SizeOf (sizeOf)

/-- The size of elements of any type: zero. -/
protected def default.sizeOf (α : Sort u) : α → Nat
  | _ => 0

instance (priority := low) instSizeOfDefault (α : Sort u) : SizeOf α where
  sizeOf := default.sizeOf α

@[simp] theorem sizeOf_default {α : Sort u} (n : α) : sizeOf n = 0 := rfl

instance instSizeOfNat : SizeOf Nat where
  sizeOf n := n

@[simp] theorem sizeOf_nat (n : Nat) : sizeOf n = n := rfl

instance {α' : Type u} [SizeOf α'] : SizeOf (Unit → α') where
  sizeOf f := sizeOf (f ())

@[simp] theorem sizeOf_thunk {α' : Type u} [SizeOf α'] (f : Unit → α') :
    sizeOf f = sizeOf (f ()) := rfl

deriving instance SizeOf for PUnit
deriving instance SizeOf for Prod
deriving instance SizeOf for PProd
deriving instance SizeOf for MProd
deriving instance SizeOf for Bool
deriving instance SizeOf for Subtype
deriving instance SizeOf for Sigma
deriving instance SizeOf for PSigma
deriving instance SizeOf for Sum
deriving instance SizeOf for PSum
deriving instance SizeOf for ULift
deriving instance SizeOf for PLift
deriving instance SizeOf for Decidable
deriving instance SizeOf for Option
deriving instance SizeOf for List
deriving instance SizeOf for Fin
deriving instance SizeOf for Array
deriving instance SizeOf for Char
deriving instance SizeOf for String
deriving instance SizeOf for Except
