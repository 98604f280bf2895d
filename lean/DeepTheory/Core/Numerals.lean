prelude
import DeepTheory.Core.Coercion
/-!
# The numerals 0 and 1, array literals, text

* `0` and `1` in a type with `Zero` and `One`, and conversely
* `#[a, b, c]`: array literals
* `ToString`: text of numbers, truth values and strings, also in `s!"... {n} ..."`
-/
set_option autoImplicit false
universe u

/-! ## Numerals -/

instance (priority := 300) Zero.toOfNat0 {α : Type u} [Zero α] : OfNat α (nat_lit 0) where
  ofNat := Zero.zero

instance (priority := 200) Zero.ofOfNat0 {α : Type u} [OfNat α (nat_lit 0)] : Zero α where
  zero := OfNat.ofNat 0

instance (priority := 300) One.toOfNat1 {α : Type u} [One α] : OfNat α (nat_lit 1) where
  ofNat := One.one

instance (priority := 200) One.ofOfNat1 {α : Type u} [OfNat α (nat_lit 1)] : One α where
  one := OfNat.ofNat 1

/-! ## Array literals -/

macro_rules
  | `(#[ $elems,* ]) => `(List.toArray [ $elems,* ])

/-! ## Text -/

/-- Types whose elements have a text. -/
class ToString (α : Type u) where
  /-- The text. -/
  toString : α → String

export ToString (toString)

/-- The decimal digits. -/
@[extern "native"] protected opaque Nat.repr (n : Nat) : String

instance : ToString Nat := ⟨Nat.repr⟩

instance : ToString String := ⟨fun s => s⟩

instance : ToString Bool := ⟨fun b => cond b "true" "false"⟩
