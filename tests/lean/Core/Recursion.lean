prelude
import DeepTheory.Core
/-! # Tests: structural, mutual, nested and well-founded recursion -/
set_option autoImplicit false
universe u

/-- Structural recursion on two cases back. -/
def fib : Nat → Nat
  | 0 => 0
  | 1 => 1
  | n + 2 => fib (n + 1) + fib n

example : fib 10 = 55 := rfl
example (n : Nat) : fib (n + 2) = fib (n + 1) + fib n := rfl
example (n : Nat) : fib (n + 2) = fib (n + 1) + fib n := by rw [fib]

mutual
/-- Mutual structural recursion. -/
def isEven : Nat → Bool
  | 0 => true
  | n + 1 => isOdd n
/-- Mutual structural recursion. -/
def isOdd : Nat → Bool
  | 0 => false
  | n + 1 => isEven n
end

example : isEven 10 = true := rfl

/-- Lexicographic recursion; the decrease is found automatically. -/
def ackermann : Nat → Nat → Nat
  | 0, n => n + 1
  | m + 1, 0 => ackermann m 1
  | m + 1, n + 1 => ackermann m (ackermann (m + 1) n)
termination_by m n => (m, n)

example (n : Nat) : ackermann 0 n = n + 1 := by rw [ackermann]

/-- Well-founded recursion with a proof of the decrease that uses the condition. -/
def half (n : Nat) : Nat :=
  if 2 ≤ n then half (n - 2) + 1 else 0
termination_by n
decreasing_by exact Nat.sub_lt (Nat.lt_of_lt_of_le Nat.zero_lt_two ‹2 ≤ n›) Nat.zero_lt_two

example : half 10 = 5 := by decide +kernel
example (n : Nat) (h : 2 ≤ n) : half n = half (n - 2) + 1 := by rw [half, if_pos h]

/-- Recursion on a list through its size. -/
def interleave {α : Type u} : List α → List α → List α
  | [], ys => ys
  | x :: xs, ys => x :: interleave ys xs
termination_by xs ys => xs.length + ys.length
decreasing_by
  show ys.length + xs.length < xs.length + 1 + ys.length
  rw [Nat.add_comm, Nat.add_right_comm]
  exact Nat.lt_succ_self _

example : interleave [1, 3] [2, 4] = [1, 2, 3, 4] := by simp [interleave]

/-- A nested inductive type. -/
inductive Rose (α : Type u) where
  /-- A node with a list of subtrees. -/
  | node (a : α) (children : List (Rose α)) : Rose α

/-- Nested recursion. -/
def Rose.size {α : Type u} : Rose α → Nat
  | .node _ l => sizeList l + 1
where
  /-- The sizes of a list of trees. -/
  sizeList : List (Rose α) → Nat
    | [] => 0
    | t :: l => t.size + sizeList l

example : (Rose.node 1 [.node 2 [], .node 3 []]).size = 3 := rfl

/-- Binary trees. -/
inductive Tree (α : Type u) where
  /-- The empty tree. -/
  | leaf : Tree α
  /-- A tree with an element at the root. -/
  | node (l : Tree α) (x : α) (r : Tree α) : Tree α

namespace Tree
variable {α : Type u}

/-- The number of elements. -/
def size : Tree α → Nat
  | leaf => 0
  | node l _ r => l.size + 1 + r.size

/-- The mirror image. -/
def mirror : Tree α → Tree α
  | leaf => leaf
  | node l x r => node r.mirror x l.mirror

theorem mirror_mirror (t : Tree α) : t.mirror.mirror = t := by
  induction t with
  | leaf => rfl
  | node l x r ihl ihr => simp [mirror, ihl, ihr]

theorem size_mirror (t : Tree α) : t.mirror.size = t.size := by
  induction t with
  | leaf => rfl
  | node l x r ihl ihr => simp only [mirror, size, ihl, ihr]; ac_rfl

end Tree

/-- A proof by structural recursion. -/
theorem nat_rec (P : Nat → Prop) (h0 : P 0) (hs : ∀ n, P n → P (n + 1)) : ∀ n, P n
  | 0 => h0
  | n + 1 => hs n (nat_rec P h0 hs n)

/-- info: 'fib' does not depend on any axioms -/
#guard_msgs in #print axioms fib
/-- info: 'half' does not depend on any axioms -/
#guard_msgs in #print axioms half
