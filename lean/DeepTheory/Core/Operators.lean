prelude
import DeepTheory.Core.Decidable
/-! # Operators -/
set_option autoImplicit false
set_option linter.all false
set_option bootstrap.inductiveCheckResultingUniverse false
universe u v w

structure PULift.{r, s} (α : Sort s) : Sort (max s r 1) where
  up ::
  down : α
set_option genCtorIdx false in
inductive Nat where
  | zero : Nat
  | succ (n : Nat) : Nat

class inductive Nonempty (α : Sort u) : Prop where
  | intro (val : α) : Nonempty α
class Inhabited (α : Sort u) where
  default : α
export Inhabited (default)
class Subsingleton (α : Sort u) : Prop where
  intro ::
  allEq : (a b : α) → Eq a b
axiom Classical.choice {α : Sort u} : Nonempty α → α
protected theorem Nonempty.elim {α : Sort u} {p : Prop} (h₁ : Nonempty α) (h₂ : α → p) : p := h₁.rec h₂
instance {α : Sort u} [Inhabited α] : Nonempty α := ⟨default⟩
instance : Inhabited Prop := ⟨True⟩
instance : Inhabited Bool := ⟨false⟩
instance : Inhabited PUnit.{u} := ⟨PUnit.unit⟩
instance : Inhabited Nat := ⟨Nat.zero⟩
instance {α : Sort u} {β : Sort v} [Inhabited β] : Inhabited (α → β) := ⟨fun _ => default⟩
instance Pi.instInhabited {α : Sort u} {β : α → Sort v} [(a : α) → Inhabited (β a)] : Inhabited ((a : α) → β a) := ⟨fun _ => default⟩
instance Pi.instNonempty {α : Sort u} {β : α → Sort v} [(a : α) → Nonempty (β a)] : Nonempty ((a : α) → β a) :=
  ⟨fun a => Classical.choice (inferInstance : Nonempty (β a))⟩
instance {α : Type u} : Inhabited (List α) := ⟨List.nil⟩
instance {α : Type u} : Inhabited (Option α) := ⟨none⟩
structure NonemptyType where
  mk' ::
  type : Type u
  inst : Nonempty type

/-! ## Decidable lemmas -/
theorem Bool.false_ne_true' (h : Eq false true) : False := Bool.noConfusion h
theorem eq_false_of_ne_true : {b : Bool} → Not (Eq b true) → Eq b false
  | true, h => False.elim (h rfl)
  | false, _ => rfl
theorem eq_true_of_ne_false : {b : Bool} → Not (Eq b false) → Eq b true
  | true, _ => rfl
  | false, h => False.elim (h rfl)
theorem ne_false_of_eq_true : {b : Bool} → Eq b true → Not (Eq b false)
  | true, _ => fun h => Bool.false_ne_true' h.symm
  | false, h => fun _ => Bool.false_ne_true' h
theorem ne_true_of_eq_false : {b : Bool} → Eq b false → Not (Eq b true)
  | true, h => fun _ => Bool.false_ne_true' h.symm
  | false, _ => fun h => Bool.false_ne_true' h
theorem decide_eq_true : {p : Prop} → [inst : Decidable p] → p → Eq (decide p) true
  | _, isTrue _, _ => rfl
  | _, isFalse h₁, h₂ => absurd h₂ h₁
theorem decide_eq_false : {p : Prop} → [Decidable p] → Not p → Eq (decide p) false
  | _, isTrue h₁, h₂ => absurd h₁ h₂
  | _, isFalse _, _ => rfl
theorem of_decide_eq_true {p : Prop} [inst : Decidable p] : Eq (decide p) true → p := fun h =>
  match (generalizing := false) inst with
  | isTrue h₁ => h₁
  | isFalse h₁ => absurd h (ne_true_of_eq_false (decide_eq_false h₁))
theorem of_decide_eq_false {p : Prop} [inst : Decidable p] : Eq (decide p) false → Not p := fun h =>
  match (generalizing := false) inst with
  | isTrue h₁ => absurd h (ne_false_of_eq_true (decide_eq_true h₁))
  | isFalse h₁ => h₁
theorem of_decide_eq_self_eq_true {α : Sort u} [inst : DecidableEq α] (a : α) : Eq (decide (Eq a a)) true :=
  match inst a a with
  | isTrue _ => rfl
  | isFalse h₁ => absurd rfl h₁

/-! ## Numerals and arithmetic classes -/
class OfNat (α : Type u) (x : Nat) where
  ofNat : α
@[default_instance 100, simp] instance instOfNatNat (n : Nat) : OfNat Nat n := ⟨n⟩
class Add (α : Type u) where add : α → α → α
class Mul (α : Type u) where mul : α → α → α
class Neg (α : Type u) where neg : α → α
class Sub (α : Type u) where sub : α → α → α
class Div (α : Type u) where div : α → α → α
class Inv (α : Type u) where inv : α → α
class Mod (α : Type u) where mod : α → α → α
class Dvd (α : Type u) where dvd : α → α → Prop
class Pow (α : Type u) (β : Type v) where pow : α → β → α
class NatPow (α : Type u) where pow : α → Nat → α
class HAdd (α : Type u) (β : Type v) (γ : outParam (Type w)) where hAdd : α → β → γ
class HSub (α : Type u) (β : Type v) (γ : outParam (Type w)) where hSub : α → β → γ
class HMul (α : Type u) (β : Type v) (γ : outParam (Type w)) where hMul : α → β → γ
class HDiv (α : Type u) (β : Type v) (γ : outParam (Type w)) where hDiv : α → β → γ
class HMod (α : Type u) (β : Type v) (γ : outParam (Type w)) where hMod : α → β → γ
class HPow (α : Type u) (β : Type v) (γ : outParam (Type w)) where hPow : α → β → γ
class HAppend (α : Type u) (β : Type v) (γ : outParam (Type w)) where hAppend : α → β → γ
class HSMul (α : Type u) (β : Type v) (γ : outParam (Type w)) where hSMul : α → β → γ
class HOrElse (α : Type u) (β : Type v) (γ : outParam (Type w)) where hOrElse : α → (Unit → β) → γ
class HAndThen (α : Type u) (β : Type v) (γ : outParam (Type w)) where hAndThen : α → (Unit → β) → γ
class Append (α : Type u) where append : α → α → α
class SMul (M : Type u) (α : Type v) where smul : M → α → α
class OrElse (α : Type u) where orElse : α → (Unit → α) → α
@[default_instance] instance instHAdd {α : Type u} [Add α] : HAdd α α α where hAdd a b := Add.add a b
@[default_instance] instance instHSub {α : Type u} [Sub α] : HSub α α α where hSub a b := Sub.sub a b
@[default_instance] instance instHMul {α : Type u} [Mul α] : HMul α α α where hMul a b := Mul.mul a b
@[default_instance] instance instHDiv {α : Type u} [Div α] : HDiv α α α where hDiv a b := Div.div a b
@[default_instance] instance instHMod {α : Type u} [Mod α] : HMod α α α where hMod a b := Mod.mod a b
@[default_instance] instance instHPow {α : Type u} {β : Type v} [Pow α β] : HPow α β α where hPow a b := Pow.pow a b
@[default_instance] instance instPowNat {α : Type u} [NatPow α] : Pow α Nat where pow a n := NatPow.pow a n
@[default_instance] instance instHAppendOfAppend {α : Type u} [Append α] : HAppend α α α where hAppend a b := Append.append a b
@[default_instance] instance instHSMul {α : Type u} {β : Type v} [SMul α β] : HSMul α β β where hSMul a b := SMul.smul a b
class LE (α : Type u) where le : α → α → Prop
class LT (α : Type u) where lt : α → α → Prop
@[reducible] def GE.ge {α : Type u} [LE α] (a b : α) : Prop := LE.le b a
@[reducible] def GT.gt {α : Type u} [LT α] (a b : α) : Prop := LT.lt b a
class Max (α : Type u) where max : α → α → α
class Min (α : Type u) where min : α → α → α
class BEq (α : Type u) where beq : α → α → Bool
class Membership (α : outParam (Type u)) (γ : Type v) where mem : γ → α → Prop
class EmptyCollection (α : Type u) where emptyCollection : α
class Zero (α : Type u) where zero : α
class One (α : Type u) where one : α
class HasSubset (α : Type u) where Subset : α → α → Prop
class HasSSubset (α : Type u) where SSubset : α → α → Prop
@[reducible] def Superset {α : Type u} [HasSubset α] (a b : α) : Prop := HasSubset.Subset b a
@[reducible] def SSuperset {α : Type u} [HasSSubset α] (a b : α) : Prop := HasSSubset.SSubset b a
class Union (α : Type u) where union : α → α → α
class Inter (α : Type u) where inter : α → α → α
class SDiff (α : Type u) where sdiff : α → α → α
class Singleton (α : outParam (Type u)) (β : Type v) where singleton : α → β
class Insert (α : outParam (Type u)) (γ : Type v) where insert : α → γ → γ
@[macro_inline] def Bool.or (x y : Bool) : Bool := match x with
  | true => true
  | false => y
@[macro_inline] def Bool.and (x y : Bool) : Bool := match x with
  | false => false
  | true => y
@[inline] def Bool.not : Bool → Bool
  | true => false
  | false => true
export Bool (or and not)
def Bool.xor : Bool → Bool → Bool
  | true, b => Bool.not b
  | false, b => b
@[macro_inline] def bne {α : Type u} [BEq α] (a b : α) : Bool := Bool.not (BEq.beq a b)
instance {α : Type u} [DecidableEq α] : BEq α := ⟨fun a b => decide (Eq a b)⟩
class HasEquiv (α : Sort u) where Equiv : α → α → Sort v
class Trans.{u₁', v₁', w₁', a₁, a₂, a₃} {α : Sort a₁} {β : Sort a₂} {γ : Sort a₃} (r : α → β → Sort u₁') (s : β → γ → Sort v₁') (t : outParam (α → γ → Sort w₁')) where
  trans : {a : α} → {b : β} → {c : γ} → r a b → s b c → t a c
instance {α : Sort u} {γ : Sort v} (r : α → γ → Sort w) : Trans Eq r r where trans heq h' := heq.symm.rec h'
instance {α : Sort u} {β : Sort v} (r : α → β → Sort w) : Trans r Eq r where trans h' heq := heq.rec h'
attribute [match_pattern] Add.add HAdd.hAdd Neg.neg Mul.mul HMul.hMul
