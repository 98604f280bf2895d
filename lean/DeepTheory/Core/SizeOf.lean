prelude
import DeepTheory.Core.Coercion
/-! # SizeOf -/
set_option autoImplicit false
set_option linter.all false
set_option bootstrap.inductiveCheckResultingUniverse false
universe u v w
/-! ## SizeOf -/
class SizeOf (α : Sort u) where sizeOf : α → Nat
export SizeOf (sizeOf)
protected def default.sizeOf (α : Sort u) : α → Nat | _ => 0
instance (priority := low) instSizeOfDefault (α : Sort u) : SizeOf α where sizeOf := default.sizeOf α
@[simp] theorem sizeOf_default {α : Sort u} (n : α) : sizeOf n = 0 := rfl
instance instSizeOfNat : SizeOf Nat where sizeOf n := n
@[simp] theorem sizeOf_nat (n : Nat) : sizeOf n = n := rfl
instance {α' : Type u} [SizeOf α'] : SizeOf (Unit → α') where sizeOf f := sizeOf (f ())
deriving instance SizeOf for PUnit
deriving instance SizeOf for Prod
deriving instance SizeOf for PProd
deriving instance SizeOf for Bool
deriving instance SizeOf for Subtype
deriving instance SizeOf for Sigma
deriving instance SizeOf for PSigma
deriving instance SizeOf for Sum
deriving instance SizeOf for PSum
deriving instance SizeOf for Option
deriving instance SizeOf for List
deriving instance SizeOf for Fin
