prelude
import DeepTheory.Core
/-! # Tests: notation, macros, unexpanders, coercions, `do`, commands -/
set_option autoImplicit false
universe u

/-! ## Core's notation -/

/-- info: 1 + 2 : Nat -/
#guard_msgs in #check 1 + 2
/-- info: ∀ (x : Nat), x + 1 ≤ x * 2 ∧ ¬x = 3 ∨ x ≠ 5 : Prop -/
#guard_msgs in #check ∀ x : Nat, x + 1 ≤ x * 2 ∧ ¬x = 3 ∨ x ≠ 5
/-- info: ∃ x, x < 3 : Prop -/
#guard_msgs in #check ∃ x : Nat, x < 3
/-- info: ∃ x, x < 3 ∧ x = 2 : Prop -/
#guard_msgs in #check ∃ x < 3, x = 2
/-- info: [1, 2, 3] : List Nat -/
#guard_msgs in #check [1, 2, 3]
/-- info: (1, 2) : Nat × Nat -/
#guard_msgs in #check (1, 2)
/-- info: fun a b => if a = b then a else b : Nat → Nat → Nat -/
#guard_msgs in #check fun (a b : Nat) => if a = b then a else b
/-- info: 8 -/
#guard_msgs in #reduce 2 ^ 3
example : #[1, 2].size = 2 := rfl
example : #[1, 2].toList = [1, 2] := rfl
example : (fun x : Nat => x + 1) = (· + 1) := rfl
example : ([1, 2, 3].map fun x => x * x) = [1, 4, 9] := rfl
example (f : Nat → Nat) : (f <| 2) = (2 |> f) := rfl
example (x : {n : Nat // n < 3}) : (x : Nat) < 3 := x.property
example (x : Fin 3) : (x : Nat) < 3 := x.isLt
example (b : Bool) (h : b) : b = true := h
example (p : Prop) [Decidable p] (h : p) : (p : Bool) = true := decide_eq_true h

/-! ## Our own -/

notation "successor " x => Nat.succ x
example : (successor 3) = 4 := rfl

infixl:65 " ⊹ " => Nat.add
/-- info: 1 ⊹ 2 : Nat -/
#guard_msgs in #check 1 ⊹ 2

macro "by_hypothesis" : tactic => `(tactic| first | assumption | rfl)
example (p : Prop) (h : p) : p := by by_hypothesis

/-- The sum of the first values of a function. -/
def sumTo (f : Nat → Nat) : Nat → Nat
  | 0 => 0
  | n + 1 => sumTo f n + f n

syntax:67 "∑∑ " ident " < " term:51 ", " term:67 : term
macro_rules
  | `(∑∑ $x:ident < $n, $b) => `(sumTo (fun $x => $b) $n)

/-- Shows the notation in output. -/
@[app_unexpander sumTo] def unexpandSumTo : Lean.PrettyPrinter.Unexpander
  | `($_ $f $n) => match f with
    | `(fun $x:ident => $b) => `(∑∑ $x:ident < $n, $b)
    | _ => throw ()
  | _ => throw ()

/-- info: ∑∑ i < 10, i * i : Nat -/
#guard_msgs in #check ∑∑ i < 10, i * i
example : (∑∑ i < 10, i * i) = 285 := by decide

syntax "total! " term:max* : term
macro_rules
  | `(total!) => `(0)
  | `(total! $x $xs*) => `($x + total! $xs*)
example : (total! 1 2 3) = 6 := rfl

section
variable (a b : Nat)
local notation "ab" => a + b
example : ab = b + a := Nat.add_comm a b
end

/-! ## `do` -/

/-- The sum of a list up to the first seven, or nothing if there is a nine before it. -/
def sumBeforeSeven (l : List Nat) : Option Nat := do
  let mut s := 0
  for x in l do
    if x == 7 then return s
    if x == 9 then failure
    if x == 0 then continue
    s := s + x
  return s

example : sumBeforeSeven [1, 2, 0, 3] = some 6 := rfl
example : sumBeforeSeven [1, 2, 7, 9] = some 3 := rfl
example : sumBeforeSeven [1, 9, 7] = none := rfl

/-- Counts the calls in a state. -/
def countCalls (x : Nat) : StateM Nat Nat := do
  let n ← get
  set (n + 1)
  modify (· + x)
  if n = 0 then return x else pure (x + n)

example : (countCalls 5).run 0 = (5, 6) := rfl
example : (do let a ← countCalls 1; let b ← countCalls a; return a + b : StateM Nat Nat).run 0
    = (4, 4) := rfl

/-- Exceptions in a state. -/
def safePred (n : Nat) : ExceptT String (StateM Nat) Nat := do
  match n with
  | 0 => throw "zero"
  | n + 1 => modify (· + 1); return n

example : (ExceptT.run (safePred 3)).run 0 = (.ok 2, 1) := rfl
example : (ExceptT.run (do try safePred 0 catch _ => return 9)).run 5 = (.ok 9, 5) := rfl
/-- A loop without effects. -/
def loop : Nat := Id.run do
  let mut x := 1
  for i in [1, 2, 3] do
    x := x * 2 + i
  return x

example : loop = 19 := rfl
example : s!"a{1}b" = toString "a" ++ toString 1 ++ toString "b" := rfl

/-! ## Commands -/

/-- info: 'propext' depends on axioms: [propext] -/
#guard_msgs in #print axioms propext
/-- info: 'Classical.em' depends on axioms: [propext, Classical.choice, Quot.sound] -/
#guard_msgs in #print axioms Classical.em
