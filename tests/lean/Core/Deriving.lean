prelude
import DeepTheory.Core
/-! # Tests: structures, classes, deriving, `@[ext]`, quotients -/
set_option autoImplicit false
universe u

/-- An enumeration. -/
inductive Color where
  /-- red -/
  | red
  /-- green -/
  | green
  /-- blue -/
  | blue
  deriving DecidableEq, Inhabited

example : Color.red ≠ Color.blue := by decide
example : Color.red ≠ Color.blue := by intro h; cases h
example : Color.red ≠ Color.blue := by nofun

/-- A structure. -/
@[ext] structure Point where
  /-- first coordinate -/
  x : Nat
  /-- second coordinate -/
  y : Nat
  deriving DecidableEq

example : (⟨1, 2⟩ : Point) ≠ ⟨1, 3⟩ := by decide
example (p q : Point) (h : p.x = q.x) (h' : p.y = q.y) : p = q := by
  ext
  · exact h
  · exact h'
example (p : Point) : { p with x := 5 }.y = p.y := rfl
example (p q : Point) (h : p = q) : p.x = q.x := by cases h; rfl
example (a b c d : Nat) (h : Point.mk a b = Point.mk c d) : a = c ∧ b = d := by
  simpa using h

/-- A recursive type with an argument. -/
inductive Expression (α : Type u) where
  /-- an atom -/
  | atom (a : α)
  /-- a sum -/
  | add (l r : Expression α)
  deriving DecidableEq

example : Expression.add (.atom 1) (.atom 2) ≠ .add (.atom 1) (.atom 3) := by decide

/-! ## Classes -/

/-- Semigroups, for this test. -/
class TestSemigroup (α : Type u) extends Mul α where
  /-- associativity -/
  mul_assoc' : ∀ a b c : α, a * b * c = a * (b * c)

/-- Monoids, for this test. -/
class TestMonoid (α : Type u) extends TestSemigroup α, One α where
  /-- neutral on the left -/
  one_mul' : ∀ a : α, 1 * a = a

instance : TestMonoid Nat where
  mul_assoc' := Nat.mul_assoc
  one_mul' := Nat.one_mul

example {M : Type u} [TestMonoid M] (a : M) : 1 * (1 * a) = a := by
  rw [TestMonoid.one_mul', TestMonoid.one_mul']
example (a : Nat) : 1 * a = a := TestMonoid.one_mul' a

/-! ## Quotients -/

/-- Equal remainders modulo two. -/
def parity : Setoid Nat where
  r a b := a % 2 = b % 2
  iseqv := ⟨fun _ => rfl, Eq.symm, Eq.trans⟩

/-- The numbers modulo two. -/
def Parity := Quotient parity

example : Quotient.mk parity 3 = Quotient.mk parity 5 := Quotient.sound (by decide : 3 % 2 = 5 % 2)
example (a b : Nat) (h : Quotient.mk parity a = Quotient.mk parity b) : a % 2 = b % 2 :=
  Quotient.exact h

/-- A function on the quotient. -/
def Parity.isEven : Parity → Bool :=
  Quotient.lift (fun n => n % 2 == 0) fun a b (h : a % 2 = b % 2) => by rw [h]

example : Parity.isEven (Quotient.mk parity 4) = true := rfl
example (q : Parity) : ∃ n, Quotient.mk parity n = q := by
  induction q using Quotient.ind with
  | _ n => exact ⟨n, rfl⟩

/-- info: 'Parity.isEven' does not depend on any axioms -/
#guard_msgs in #print axioms Parity.isEven

/-! ## Tests for equality -/

example (l m : List Nat) (h : (l == m) = true) : l = m := by simpa using h
example (p q : Point) (h : (p == q) = true) : p = q := by simpa using h
example : ([1, 2] == [1, 2]) = true := by decide
