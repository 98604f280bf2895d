prelude
import DeepTheory.Core.Decidable
/-!
# Numerals, operators and relations

The classes behind the notation of arithmetic, order and sets, with the instances that connect
the heterogeneous form (`HAdd`, which the notation `a + b` means) with the homogeneous one (`Add`).
The elaborator of binary operators (`binop%`) and the tactics `simp`, `decide` and `ac_rfl` know
these classes by name.

## Main definitions

* `Nat`, `OfNat`: the natural numbers and numerals in any type
* `Add`, `Sub`, `Mul`, `Div`, `Mod`, `Neg`, `Inv`, `Pow`, `NatPow`, `SMul`, `Append`, `Dvd`
* `LE`, `LT`, `GE.ge`, `GT.gt`, `Max`, `Min`, `BEq`, `LawfulBEq`
* `Zero`, `One` (the numerals `0` and `1` of them are in `DeepTheory.Core.Numerals`)
* `Membership`, `HasSubset`, `Union`, `Inter`, `Singleton`, `Insert`, `EmptyCollection`
* `Trans`: what `calc` uses to chain relations
-/
set_option autoImplicit false
universe u v w

/-! ## Natural numbers and numerals -/

set_option genCtorIdx false in
/-- The natural numbers. The kernel computes with them on binary literals. -/
inductive Nat where
  /-- Zero. -/
  | zero : Nat
  /-- The next number. -/
  | succ (n : Nat) : Nat

instance instInhabitedNat : Inhabited Nat := ⟨Nat.zero⟩

/-- The meaning of the numeral `x` in the type `α`. -/
class OfNat (α : Type u) (x : Nat) where
  /-- The value of the numeral. -/
  ofNat : α

/-- Numerals in `Nat`, and in every type that nothing else determines. -/
@[default_instance 100, simp] instance instOfNatNat (n : Nat) : OfNat Nat n := ⟨n⟩

/-- Types with a zero. -/
class Zero (α : Type u) where
  /-- Zero. -/
  zero : α

/-- Types with a one. -/
class One (α : Type u) where
  /-- One. -/
  one : α

/-! ## Operations with arguments of one type -/

/-- Addition, written `a + b`. -/
class Add (α : Type u) where
  /-- Addition, written `a + b`. -/
  add : α → α → α

/-- Multiplication, written `a * b`. -/
class Mul (α : Type u) where
  /-- Multiplication, written `a * b`. -/
  mul : α → α → α

/-- Negation, written `-a`. -/
class Neg (α : Type u) where
  /-- Negation, written `-a`. -/
  neg : α → α

/-- Subtraction, written `a - b`. -/
class Sub (α : Type u) where
  /-- Subtraction, written `a - b`. -/
  sub : α → α → α

/-- Division, written `a / b`. -/
class Div (α : Type u) where
  /-- Division, written `a / b`. -/
  div : α → α → α

/-- The inverse, written `a⁻¹`. -/
class Inv (α : Type u) where
  /-- The inverse, written `a⁻¹`. -/
  inv : α → α

/-- The remainder, written `a % b`. -/
class Mod (α : Type u) where
  /-- The remainder, written `a % b`. -/
  mod : α → α → α

/-- Divisibility, written `a ∣ b`. -/
class Dvd (α : Type u) where
  /-- Divisibility, written `a ∣ b`. -/
  dvd : α → α → Prop

/-- Powers `a ^ b`. -/
class Pow (α : Type u) (β : Type v) where
  /-- The power `a ^ b`. -/
  pow : α → β → α

/-- Powers with natural exponents. -/
class NatPow (α : Type u) where
  /-- The power `a ^ n`. -/
  protected pow : α → Nat → α

/-- The action of scalars, written `a • b`. -/
class SMul (M : Type u) (α : Type v) where
  /-- The scalar multiple `a • b`. -/
  smul : M → α → α

/-- Concatenation, written `a ++ b`. -/
class Append (α : Type u) where
  /-- Concatenation, written `a ++ b`. -/
  append : α → α → α

/-- Alternatives, written `a <|> b`. -/
class OrElse (α : Type u) where
  /-- The second is evaluated only if the first fails. -/
  orElse : α → (Unit → α) → α

/-- Sequences, written `a >> b`. -/
class AndThen (α : Type u) where
  /-- The first, then the second. -/
  andThen : α → (Unit → α) → α

/-! ## Operations with arguments of different types -/

/-- The notation `a + b`. -/
class HAdd (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  /-- The value of `a + b`. -/
  hAdd : α → β → γ

/-- The notation `a - b`. -/
class HSub (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  /-- The value of `a - b`. -/
  hSub : α → β → γ

/-- The notation `a * b`. -/
class HMul (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  /-- The value of `a * b`. -/
  hMul : α → β → γ

/-- The notation `a / b`. -/
class HDiv (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  /-- The value of `a / b`. -/
  hDiv : α → β → γ

/-- The notation `a % b`. -/
class HMod (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  /-- The value of `a % b`. -/
  hMod : α → β → γ

/-- The notation `a ^ b`. -/
class HPow (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  /-- The value of `a ^ b`. -/
  hPow : α → β → γ

/-- The notation `a ++ b`. -/
class HAppend (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  /-- The value of `a ++ b`. -/
  hAppend : α → β → γ

/-- The notation `a • b`. -/
class HSMul (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  /-- The value of `a • b`. -/
  hSMul : α → β → γ

/-- The notation `a <|> b`. -/
class HOrElse (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  /-- The value of `a <|> b`. -/
  hOrElse : α → (Unit → β) → γ

/-- The notation `a >> b`. -/
class HAndThen (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  /-- The value of `a >> b`. -/
  hAndThen : α → (Unit → β) → γ

@[default_instance] instance instHAdd {α : Type u} [Add α] : HAdd α α α where
  hAdd a b := Add.add a b

@[default_instance] instance instHSub {α : Type u} [Sub α] : HSub α α α where
  hSub a b := Sub.sub a b

@[default_instance] instance instHMul {α : Type u} [Mul α] : HMul α α α where
  hMul a b := Mul.mul a b

@[default_instance] instance instHDiv {α : Type u} [Div α] : HDiv α α α where
  hDiv a b := Div.div a b

@[default_instance] instance instHMod {α : Type u} [Mod α] : HMod α α α where
  hMod a b := Mod.mod a b

@[default_instance] instance instHPow {α : Type u} {β : Type v} [Pow α β] : HPow α β α where
  hPow a b := Pow.pow a b

@[default_instance] instance instPowNat {α : Type u} [NatPow α] : Pow α Nat where
  pow a n := NatPow.pow a n

@[default_instance] instance instHAppendOfAppend {α : Type u} [Append α] : HAppend α α α where
  hAppend a b := Append.append a b

@[default_instance] instance instHSMul {α : Type u} {β : Type v} [SMul α β] : HSMul α β β where
  hSMul a b := SMul.smul a b

@[default_instance] instance instHOrElseOfOrElse {α : Type u} [OrElse α] : HOrElse α α α where
  hOrElse a b := OrElse.orElse a b

@[default_instance] instance instHAndThenOfAndThen {α : Type u} [AndThen α] :
    HAndThen α α α where
  hAndThen a b := AndThen.andThen a b

attribute [match_pattern] Add.add HAdd.hAdd Neg.neg Mul.mul HMul.hMul

/-! ## Order and equality -/

/-- The relation `a ≤ b`. -/
class LE (α : Type u) where
  /-- The relation `a ≤ b`. -/
  le : α → α → Prop

/-- The relation `a < b`. -/
class LT (α : Type u) where
  /-- The relation `a < b`. -/
  lt : α → α → Prop

/-- `a ≥ b` is `b ≤ a`. -/
@[reducible] def GE.ge {α : Type u} [LE α] (a b : α) : Prop := LE.le b a

/-- `a > b` is `b < a`. -/
@[reducible] def GT.gt {α : Type u} [LT α] (a b : α) : Prop := LT.lt b a

/-- The relation `≤` is decidable. -/
abbrev DecidableLE (α : Type u) [LE α] := DecidableRel (LE.le : α → α → Prop)

/-- The relation `<` is decidable. -/
abbrev DecidableLT (α : Type u) [LT α] := DecidableRel (LT.lt : α → α → Prop)

/-- The greater of two elements. -/
class Max (α : Type u) where
  /-- The greater of two elements. -/
  max : α → α → α

/-- The smaller of two elements. -/
class Min (α : Type u) where
  /-- The smaller of two elements. -/
  min : α → α → α

export Max (max)
export Min (min)

/-- The maximum with respect to a decidable order. -/
@[instance_reducible]
def maxOfLe {α : Type u} [LE α] [DecidableRel (@LE.le α _)] : Max α where
  max x y := ite (LE.le x y) y x

/-- The minimum with respect to a decidable order. -/
@[instance_reducible]
def minOfLe {α : Type u} [LE α] [DecidableRel (@LE.le α _)] : Min α where
  min x y := ite (LE.le x y) x y

/-- Equality as a truth value, written `a == b`. -/
class BEq (α : Type u) where
  /-- The truth value of `a == b`. -/
  beq : α → α → Bool

instance (priority := 500) instBEqOfDecidableEq {α : Type u} [DecidableEq α] : BEq α where
  beq a b := decide (Eq a b)

/-- The truth value `a == b` decides equality. -/
class LawfulBEq (α : Type u) [BEq α] : Prop where
  /-- If the test succeeds, the elements are equal. -/
  eq_of_beq : {a b : α} → Eq (BEq.beq a b) true → Eq a b
  /-- The test succeeds on equal elements. -/
  protected rfl : {a : α} → Eq (BEq.beq a a) true

export LawfulBEq (eq_of_beq)

instance {α : Type u} [DecidableEq α] : LawfulBEq α where
  eq_of_beq := of_decide_eq_true
  rfl := of_decide_eq_self_eq_true _

/-- Equivalence, written `a ≈ b`. -/
class HasEquiv (α : Sort u) where
  /-- Equivalence, written `a ≈ b`. -/
  Equiv : α → α → Sort v

/-- Chains of relations: `calc` proves `t a c` from `r a b` and `s b c`. -/
class Trans.{u₁, v₁, w₁, a₁, a₂, a₃} {α : Sort a₁} {β : Sort a₂} {γ : Sort a₃}
    (r : α → β → Sort u₁) (s : β → γ → Sort v₁) (t : outParam (α → γ → Sort w₁)) where
  /-- Transitivity. -/
  trans : {a : α} → {b : β} → {c : γ} → r a b → s b c → t a c

instance {α : Sort u} {γ : Sort v} (r : α → γ → Sort w) : Trans Eq r r where
  trans heq h' := heq.symm.rec h'

instance {α : Sort u} {β : Sort v} (r : α → β → Sort w) : Trans r Eq r where
  trans h' heq := heq.rec h'

/-! ## Truth values -/

/-- Disjunction of truth values, written `x || y`. -/
@[macro_inline] def Bool.or (x y : Bool) : Bool :=
  match x with
  | true => true
  | false => y

/-- Conjunction of truth values, written `x && y`. -/
@[macro_inline] def Bool.and (x y : Bool) : Bool :=
  match x with
  | false => false
  | true => y

/-- Negation of a truth value, written `!x`. -/
@[inline] def Bool.not : Bool → Bool
  | true => false
  | false => true

export Bool (or and not)

/-- Exclusive disjunction, written `x ^^ y`. -/
@[inline] def Bool.xor : Bool → Bool → Bool
  | true, b => Bool.not b
  | false, b => b

/-- The negation of `a == b`, written `a != b`. -/
@[macro_inline] def bne {α : Type u} [BEq α] (a b : α) : Bool := Bool.not (BEq.beq a b)

/-! ## Sets -/

/-- The relation `a ∈ γ`. -/
class Membership (α : outParam (Type u)) (γ : Type v) where
  /-- The relation `a ∈ γ`. -/
  mem : γ → α → Prop

/-- The empty collection, written `∅` or `{}`. -/
class EmptyCollection (α : Type u) where
  /-- The empty collection. -/
  emptyCollection : α

/-- The relation `a ⊆ b`. -/
class HasSubset (α : Type u) where
  /-- The relation `a ⊆ b`. -/
  Subset : α → α → Prop

export HasSubset (Subset)

/-- The relation `a ⊂ b`. -/
class HasSSubset (α : Type u) where
  /-- The relation `a ⊂ b`. -/
  SSubset : α → α → Prop

export HasSSubset (SSubset)

/-- `a ⊇ b` is `b ⊆ a`. -/
abbrev Superset {α : Type u} [HasSubset α] (a b : α) : Prop := Subset b a

/-- `a ⊃ b` is `b ⊂ a`. -/
abbrev SSuperset {α : Type u} [HasSSubset α] (a b : α) : Prop := SSubset b a

/-- Union, written `a ∪ b`. -/
class Union (α : Type u) where
  /-- Union, written `a ∪ b`. -/
  union : α → α → α

/-- Intersection, written `a ∩ b`. -/
class Inter (α : Type u) where
  /-- Intersection, written `a ∩ b`. -/
  inter : α → α → α

/-- Difference, written `a \ b`. -/
class SDiff (α : Type u) where
  /-- Difference, written `a \ b`. -/
  sdiff : α → α → α

/-- The collection with one element, written `{a}`. -/
class Singleton (α : outParam (Type u)) (β : Type v) where
  /-- The collection with one element. -/
  singleton : α → β

export Singleton (singleton)

/-- Insertion of an element, written `{a, b, c}`. -/
class Insert (α : outParam (Type u)) (γ : Type v) where
  /-- Insertion of an element. -/
  insert : α → γ → γ

export Insert (insert)
