prelude
import DeepTheory.Core
-- Both are theorems about an unknown number; the first reads as one about native code.
-- expect: native native_eq 10
-- expect: native hidden_eq 13
set_option autoImplicit false

@[extern "nat"] opaque nativeNumber (n : Nat) : Nat

theorem native_eq (n : Nat) : nativeNumber n = nativeNumber (n + 0) := rfl

opaque hidden : Nat
theorem hidden_eq : hidden = hidden + 0 := rfl
