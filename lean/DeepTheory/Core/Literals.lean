prelude
import DeepTheory.Core.Axioms
/-!
# Fin, characters, strings and arrays

The data that syntax is made of: natively compiled code of the parser and the elaborator exchanges
it with ours, so the order of constructors and fields is that of core Lean.

## Main definitions

* `Fin`, `BitVec`, `UInt8`, `UInt16`, `UInt32`, `UInt64`: bounded numbers
* `Char`, `Char.ofNat`: characters; the kernel turns a character of a string literal into
  `Char.ofNat n`
* `String`, `String.ofList`: strings; the kernel turns a literal into `String.ofList` of its
  characters
* `Array`, with `Array.size`, `Array.push`, `Array.append`
* `List.length`, `List.concat`: what arrays need of lists

## Notes

In core Lean a `String` is a valid UTF-8 sequence of bytes with `String.ofList` and
`String.toList` as functions. Here it is a list of characters with the same two names as
constructor and projection: no mathematical statement of the library mentions strings, and at
run time both are the same native object.
-/
set_option autoImplicit false
universe u

/-! ## Bounded numbers -/

/-- The natural numbers below `n`. -/
@[pp_using_anonymous_constructor]
structure Fin (n : Nat) where
  /-- The number `val` with a proof of `val < n`. -/
  mk ::
  /-- The number. -/
  val : Nat
  /-- It is less than `n`. -/
  isLt : LT.lt val n

attribute [coe] Fin.val

theorem Fin.eq_of_val_eq {n : Nat} : {i j : Fin n} → Eq i.val j.val → Eq i j
  | ⟨_, _⟩, ⟨_, _⟩, rfl => rfl

theorem Fin.val_eq_of_eq {n : Nat} {i j : Fin n} (h : Eq i j) : Eq i.val j.val :=
  congrArg Fin.val h

instance instDecidableEqFin (n : Nat) : DecidableEq (Fin n) := fun i j =>
  match decEq i.val j.val with
  | isTrue h => isTrue (Fin.eq_of_val_eq h)
  | isFalse h => isFalse (fun h' => absurd (Fin.val_eq_of_eq h') h)

instance instLTFin {n : Nat} : LT (Fin n) where
  lt a b := LT.lt a.val b.val

instance instLEFin {n : Nat} : LE (Fin n) where
  le a b := LE.le a.val b.val

instance Fin.decLt {n : Nat} (a b : Fin n) : Decidable (LT.lt a b) := Nat.decLt ..

instance Fin.decLe {n : Nat} (a b : Fin n) : Decidable (LE.le a b) := Nat.decLe ..

/-- Words of `w` bits. -/
structure BitVec (w : Nat) where
  /-- From a number. -/
  ofFin ::
  /-- The number. -/
  toFin : Fin (HPow.hPow 2 w)

/-- The word with a given value. -/
@[match_pattern]
protected def BitVec.ofNatLT {w : Nat} (i : Nat) (p : LT.lt i (HPow.hPow 2 w)) : BitVec w where
  toFin := ⟨i, p⟩

/-- The value of a word. -/
protected def BitVec.toNat {w : Nat} (x : BitVec w) : Nat := x.toFin.val

/-- Words of 8 bits. -/
structure UInt8 where
  /-- From a word. -/
  ofBitVec ::
  /-- The word. -/
  toBitVec : BitVec 8

/-- Words of 16 bits. -/
structure UInt16 where
  /-- From a word. -/
  ofBitVec ::
  /-- The word. -/
  toBitVec : BitVec 16

/-- Words of 32 bits. -/
structure UInt32 where
  /-- From a word. -/
  ofBitVec ::
  /-- The word. -/
  toBitVec : BitVec 32

attribute [extern "lean_uint32_of_nat_mk"] UInt32.ofBitVec
attribute [extern "lean_uint32_to_nat"] UInt32.toBitVec

/-- The number of words of 32 bits. -/
abbrev UInt32.size : Nat := 4294967296

/-- The value of a word. -/
@[extern "lean_uint32_to_nat"]
def UInt32.toNat (n : UInt32) : Nat := n.toBitVec.toNat

/-- Words of 64 bits. -/
structure UInt64 where
  /-- From a word. -/
  ofBitVec ::
  /-- The word. -/
  toBitVec : BitVec 64

/-! ## Characters -/

/-- The Unicode scalar values. -/
abbrev Nat.isValidChar (n : Nat) : Prop :=
  Or (LT.lt n 0xd800) (And (LT.lt 0xdfff n) (LT.lt n 0x110000))

/-- The Unicode scalar values. -/
abbrev UInt32.isValidChar (n : UInt32) : Prop :=
  n.toNat.isValidChar

/-- Characters: Unicode scalar values. -/
structure Char where
  /-- The value. -/
  val : UInt32
  /-- It is a scalar value. -/
  valid : val.isValidChar

theorem Nat.isValidChar.lt_size {n : Nat} (h : n.isValidChar) : LT.lt n UInt32.size :=
  match h with
  | Or.inl h => Nat.lt_trans h (of_decide_eq_true rfl)
  | Or.inr ⟨_, h⟩ => Nat.lt_trans h (of_decide_eq_true rfl)

/-- The character with a given valid value. -/
@[extern "lean_uint32_of_nat"]
def Char.ofNatAux (n : @& Nat) (h : n.isValidChar) : Char where
  val := ⟨BitVec.ofNatLT n h.lt_size⟩
  valid := h

/-- The character with a given value, or the null character if the value is not valid. -/
@[noinline, match_pattern]
def Char.ofNat (n : Nat) : Char :=
  dite n.isValidChar
    (fun h => Char.ofNatAux n h)
    (fun _ => Char.ofNatAux 0 (Or.inl (of_decide_eq_true rfl)))

/-- The value of a character. -/
@[inline] def Char.toNat (c : Char) : Nat := c.val.toNat

/-! ## Strings and arrays -/

/-- Strings: used for literals, names and messages only. -/
structure String where
  /-- The string of a list of characters. -/
  ofList ::
  /-- The characters. -/
  toList : List Char

attribute [extern "lean_string_mk"] String.ofList
attribute [extern "lean_string_data"] String.toList

instance : Inhabited String := ⟨String.ofList .nil⟩

/-- Concatenation of strings; the definition concatenates the lists of characters. -/
@[extern "lean_string_append"]
def String.append (s : String) (t : @& String) : String :=
  ⟨List.rec t.toList (fun c _ ih => .cons c ih) s.toList⟩

instance : Append String := ⟨String.append⟩

/-- The length of a list. -/
def List.length {α : Type u} : List α → Nat
  | .nil => 0
  | .cons _ as => HAdd.hAdd (length as) 1

/-- A list with one more element at the end. -/
protected def List.concat {α : Type u} : List α → α → List α
  | .nil, b => .cons b .nil
  | .cons a as, b => .cons a (List.concat as b)

/-- Sequences with fast access. Proofs see the list of elements. -/
structure Array (α : Type u) where
  /-- The array of a list. -/
  mk ::
  /-- The elements. -/
  toList : List α

attribute [extern "lean_array_to_list"] Array.toList
attribute [extern "lean_array_mk"] Array.mk

/-- The array of a list. -/
abbrev List.toArray {α : Type u} (xs : List α) : Array α := .mk xs

instance {α : Type u} : Inhabited (Array α) := ⟨⟨.nil⟩⟩

namespace Array
variable {α : Type u}

set_option linter.unusedVariables.funArgs false in
/-- The empty array, with room for `c` elements at run time. -/
@[extern "lean_mk_empty_array_with_capacity"]
def emptyWithCapacity {α : Type u} (c : @& Nat) : Array α := ⟨.nil⟩

/-- The empty array. -/
abbrev empty : Array α := emptyWithCapacity 0

/-- The number of elements. -/
@[extern "lean_array_get_size"]
def size (a : @& Array α) : Nat := a.toList.length

/-- One more element at the end. -/
@[extern "lean_array_push"]
def push (a : Array α) (v : α) : Array α := ⟨List.concat a.toList v⟩

/-! The syntax quotations of native code build arrays of up to eight elements with these. -/

/-- The empty array. -/
def mkArray0 : Array α := emptyWithCapacity 0

/-- An array of one element. -/
def mkArray1 (a₁ : α) : Array α := (emptyWithCapacity 1).push a₁

/-- An array of two elements. -/
def mkArray2 (a₁ a₂ : α) : Array α := ((emptyWithCapacity 2).push a₁).push a₂

/-- An array of three elements. -/
def mkArray3 (a₁ a₂ a₃ : α) : Array α := (mkArray2 a₁ a₂).push a₃

/-- An array of four elements. -/
def mkArray4 (a₁ a₂ a₃ a₄ : α) : Array α := (mkArray3 a₁ a₂ a₃).push a₄

/-- An array of five elements. -/
def mkArray5 (a₁ a₂ a₃ a₄ a₅ : α) : Array α := (mkArray4 a₁ a₂ a₃ a₄).push a₅

/-- An array of six elements. -/
def mkArray6 (a₁ a₂ a₃ a₄ a₅ a₆ : α) : Array α := (mkArray5 a₁ a₂ a₃ a₄ a₅).push a₆

/-- An array of seven elements. -/
def mkArray7 (a₁ a₂ a₃ a₄ a₅ a₆ a₇ : α) : Array α := (mkArray6 a₁ a₂ a₃ a₄ a₅ a₆).push a₇

/-- An array of eight elements. -/
def mkArray8 (a₁ a₂ a₃ a₄ a₅ a₆ a₇ a₈ : α) : Array α :=
  (mkArray7 a₁ a₂ a₃ a₄ a₅ a₆ a₇).push a₈

end Array
