prelude
import DeepTheory.Core

/-!
# Syntax that is bound from the compiler

One use of each kind of binding: precedences, syntax of syntax, terms, binders, `do`, patterns,
attributes, commands, `conv`, tactics, macros and unexpanders. The tactics one by one are tested in
the files next to this one.
-/

set_option autoImplicit false

universe u

/-! ## Terms -/

example (a b : Bool) : (a ^^ b) = (b ^^ a) := by cases a <;> cases b <;> rfl

example (p q : Prop) (_ : p) : p ∨ q := by
  first
  | exact Or.inr ‹q›
  | exact Or.inl ‹p›

example (p : Nat → Prop) : {x : Nat // p x} → ∃ x, p x := fun ⟨x, h⟩ => ⟨x, h⟩

example (p : Nat → Nat → Prop) (h : ∃ x y, p x y) : ∃ y x, p x y :=
  match h with
  | ⟨x, y, h⟩ => ⟨y, x, h⟩

example : ∃ x < 3, x = 2 := ⟨2, by decide, rfl⟩

example (h : ∀ x ≥ 1, x = 1) : 5 = 1 := h 5 (by decide)

example (a b : Nat) (h : a = b) : (if let some x := some a then x else 0) = b := by
  rw [h]

example (a b c : Nat) (h : a = b) (k : b = c) : a = c :=
  calc
    a = b := h
    _ = c := k

example : (Nat.succ ∘ Nat.succ) 1 = 3 := rfl

example : [1, 2] ++ [3] = 1 :: 2 :: [3] := rfl

example : (1, 2).1 = 1 := rfl

example (a : Nat) : (a |> Nat.succ) = (Nat.succ <| a) := rfl

example : String := s!"one plus one is {1 + 1}"

noncomputable example : Array Nat := #[1, 2, 3]

/-- info: Try this:
  [apply] Eq.symm h -/
#guard_msgs in
example (a b : Nat) (h : a = b) : b = a := by? exact h.symm

/-! ## Statements of `do` -/

example (f : Nat → Option Nat) : Option Nat := do
  let x ← f 1
  let y ← f x <|> pure 2
  let mut z := x + y
  unless z = 0 do
    z := z + 1
  if z = y then
    return x
  f z

/-! ## Syntax, precedences, priorities -/

syntax (name := boxed) (priority := high + 1) "boxed " !"box" term:max (" and " ident),* : term

macro_rules
  | `(boxed $t) => `(id $t)

example : boxed 3 = 3 := rfl

/-! ## Attributes -/

/-- A copy of the naturals. -/
structure Copy where
  /-- The original. -/
  val : Nat

/-- The embedding. -/
@[coe] def Copy.of (n : Nat) : Copy := ⟨n⟩

instance : Coe Nat Copy := ⟨Copy.of⟩

/-- info: fun n => ↑n : Nat → Copy -/
#guard_msgs in
#check fun n : Nat => (n : Copy)

@[ext] theorem Copy.ext' {a b : Copy} (h : a.val = b.val) : a = b := by
  cases a; cases b; cases h; rfl

/-- Another name. -/
@[deprecated Copy.of (since := "2026-01-01")] def Copy.make (n : Nat) : Copy := ⟨n⟩

/-- warning: `Copy.make` has been deprecated: Use `Copy.of` instead -/
#guard_msgs (substring := true) in
noncomputable example : Copy := Copy.make 1

/-! ## Patterns, steps of `conv`, tactics -/

example (p q r : Prop) : (p ∧ q) ∨ r → q ∨ r := by
  rintro (⟨-, h : q⟩ | h)
  · exact .inl h
  · exact .inr h

example (a b c : Nat) (h : a = b) : a + c = b + c := by
  conv => lhs; arg 1; rw [h]

example (a b : Nat) (h : a = b) : b = a := by
  have k : b = a := by
    symm
    exact h
  guard_target =~ b = a
  exact k

example : True := by
  fail_if_success fail "as it must"
  repeat' constructor

/-! ## Unexpanders: what is bound is also shown -/

/-- info: fun a b => a + b * 2 ≤ 3 ∧ ¬a = b : Nat → Nat → Prop -/
#guard_msgs in
#check fun a b : Nat => a + b * 2 ≤ 3 ∧ ¬a = b

/-- info: ∃ x y, x < y : Prop -/
#guard_msgs in
#check ∃ x y : Nat, x < y

/-- info: [1, 2, 3] : List Nat -/
#guard_msgs in
#check [1, 2, 3]
