prelude
import DeepTheory.Core.Axioms
/-! # Runtime data -/
set_option autoImplicit false
set_option linter.all false
set_option bootstrap.inductiveCheckResultingUniverse false
universe u v w
/-! ## Fin, UInt, Char, String, Array -/
structure Fin (n : Nat) where
  mk ::
  val : Nat
  isLt : LT.lt val n
structure BitVec (w : Nat) where
  ofFin ::
  toFin : Fin (Nat.pow 2 w)
structure UInt8 where
  ofBitVec ::
  toBitVec : BitVec 8
structure UInt16 where
  ofBitVec ::
  toBitVec : BitVec 16
structure UInt32 where
  ofBitVec ::
  toBitVec : BitVec 32
structure UInt64 where
  ofBitVec ::
  toBitVec : BitVec 64
abbrev Nat.isValidChar (n : Nat) : Prop :=
  Or (LT.lt n 0xd800) (And (LT.lt 0xdfff n) (LT.lt n 0x110000))
structure Char where
  val : UInt32
  valid : val.toBitVec.toFin.val.isValidChar
/-- `String` is only used for literals and as an opaque runtime type here. -/
structure String where
  ofList ::
  toList : List Char
structure Array (α : Type u) where
  mk ::
  toList : List α
attribute [extern "lean_array_to_list"] Array.toList
attribute [extern "lean_array_mk"] Array.mk
instance : Inhabited String := ⟨String.ofList .nil⟩
instance {α : Type u} : Inhabited (Array α) := ⟨⟨.nil⟩⟩
