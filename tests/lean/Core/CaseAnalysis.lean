prelude
import DeepTheory.Core
/-! # Tests: introduction, case analysis, structure of proofs

`intro rintro exact apply refine have let suffices obtain rcases cases induction constructor exists
left right rfl symm subst injection contradiction exfalso assumption first repeat <;> · case split
by_cases generalize specialize funext ext trivial nofun nomatch calc decide`
-/
set_option autoImplicit false
universe u

/-! ## Introduction and elimination -/

example (p q : Prop) : p → q → p := by intro hp _; exact hp
example (p q r : Prop) : p → q → r → p := by rintro hp - hr; exact hp
example (p q : Prop) : p ∧ q → q ∧ p := by rintro ⟨hp, hq⟩; exact ⟨hq, hp⟩
example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor
  · exact hp
  · exact hq
example (p q : Prop) (h : p ∧ q) : q ∧ p := by
  obtain ⟨hp, hq⟩ := h
  refine ⟨?_, ?_⟩ <;> assumption
example (p q : Prop) (h : p ∧ q) : q ∧ p := by
  refine ⟨?right, ?left⟩
  case left => exact h.1
  case right => exact h.2
example (p q : Prop) (h : p ∨ q) : q ∨ p := by
  cases h with
  | inl h => right; exact h
  | inr h => left; exact h
example (p q : Prop) (h : p ∨ q) : q ∨ p := by
  rcases h with hp | hq
  · exact .inr hp
  · exact .inl hq
example (a b : Nat) (h : a = b ∨ b = a) : a = b := by rcases h with rfl | rfl <;> rfl
example (h : ∃ x : Nat, x = 3) : ∃ y : Nat, 3 = y := by obtain ⟨x, rfl⟩ := h; exact ⟨3, rfl⟩
example : ∃ x : Nat, x = 3 := by exists 3
example (a b : Nat) : a = a ∧ b = b := by and_intros <;> rfl
example (p q : Prop) : p ∧ q ↔ q ∧ p := by constructor <;> (intro ⟨a, b⟩; exact ⟨b, a⟩)
example (a b : Nat) (h : a ≠ b) : b ≠ a := by intro h'; apply h; exact h'.symm
example (a b : Nat) (h : a = b) : b = a := by
  have h' := h
  suffices h'' : a = b from h''.symm
  exact h'
example (p : Nat → Prop) (h : ∃ x, p x ∧ x = 2) : p 2 := by
  let ⟨x, hx, he⟩ := h
  exact he ▸ hx
example (h : ∀ x : Nat, x = x → x < 5) : 3 < 5 := by specialize h 3 rfl; exact h
example (a b : Nat) (h : a + 1 = b) : b = a + 1 := by
  generalize a + 1 = c at *
  exact h.symm

/-! ## Equalities and contradictions -/

example (a b : Nat) (h : a = b) : b = a := by symm; exact h
example (n m : Nat) (h : n = m) : m = n := by subst h; rfl
example (n m : Nat) (h : Nat.succ n = Nat.succ m) : n = m := by injection h
example (x y : Nat) (h : (x, y) = (1, 2)) : x = 1 := by injection h
example (x y : Nat) (h : (x, y) = (1, 2)) : x = 1 := by cases h; rfl
example (n : Nat) (h : Nat.zero = Nat.succ n) : False := by contradiction
example (p : Prop) (hp : p) (h : ¬p) : 1 = 2 := by contradiction
example (h : False) : 1 = 2 := by exfalso; exact h
example : ¬(1 = 2) := by nofun
example (h : 1 = 2) : False := by nomatch h
example (f g : Nat → Nat) (h : ∀ x, f x = g x) : f = g := by funext x; exact h x
example (f g : Nat → Nat) (h : ∀ x, f x = g x) : f = g := by ext x; exact h x
example (p q : Nat × Nat) (h : p.1 = q.1) (h' : p.2 = q.2) : p = q := by
  ext
  · exact h
  · exact h'
example (x y : {n : Nat // n < 3}) (h : x.val = y.val) : x = y := by ext; exact h
example {n : Nat} (i j : Fin n) (h : i.val = j.val) : i = j := by ext; exact h
example : True := by trivial
example (p : Prop) (h : p) : p := by first | exact trivial | assumption
example (p : Prop) (h : p) : p ∧ p ∧ p := by repeat (first | assumption | constructor)
example (x y : Nat) : x + y = x + y := by
  fail_if_success contradiction
  rfl

/-! ## Case distinction and induction -/

example (n : Nat) : 0 + n = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [← Nat.add_assoc, ih]
example (n : Nat) (h : n ≠ 0) : ∃ m, n = m + 1 := by
  cases n with
  | zero => contradiction
  | succ m => exact ⟨m, rfl⟩
example (n : Nat) : n = n := by
  match n with
  | 0 => rfl
  | n + 1 => rfl
example (P : Nat → Prop) (h : ∀ n, (∀ m, m < n → P m) → P n) (n : Nat) : P n := by
  induction n using Nat.strongRecOn with
  | ind n ih => exact h n ih
example {n : Nat} (P : Fin (n + 1) → Prop) (h0 : P 0) (hs : ∀ i : Fin n, P i.succ) (i) : P i := by
  cases i using Fin.cases with
  | zero => exact h0
  | succ i => exact hs i
example (p : Prop) [Decidable p] : (if p then 1 else 1) = 1 := by split <;> rfl
example (a b : Nat) : (if a = b then a else b) = b := by
  split
  · assumption
  · rfl
example (x : Option Nat) : (match x with | some n => n + 1 | none => 1) ≠ 0 := by
  split
  · exact Nat.succ_ne_zero _
  · exact Nat.succ_ne_zero 0
example (p q : Prop) (h : p → q) (h' : ¬p → q) : q := by
  by_cases hp : p
  · exact h hp
  · exact h' hp
example (p : Prop) (h : ¬¬p) : p := Classical.byContradiction h
example (b : Bool) : (b && true) = b := by cases b <;> rfl

/-! ## calc, decide -/

example (a b c : Nat) (h : a = b) (h' : b = c) : a = c := calc
  a = b := h
  _ = c := h'
example (a b c d : Nat) (h : a ≤ b) (h' : b < c) (h'' : c = d) : a < d := calc
  a ≤ b := h
  _ < c := h'
  _ = d := h''
example : 2 + 2 = 4 := by decide
example : 2 ^ 200 % 7 = 4 := by decide
example : ¬(2 + 2 = 5) := by decide
example : ∀ x, x < 5 → x * x < 25 := by decide
example : ∃ x, x < 10 ∧ x * x = 49 := by decide
example : ∀ x : Fin 5, x.val * x.val < 25 := by decide
example : ∃ x : Fin 5, x.val * x.val = 16 := by decide
example : 3 ∈ [1, 2, 3] ∧ [1, 2, 3].Nodup := by decide
example : 7 ∣ 91 := by decide
set_option exponentiation.threshold 100000 in
example : (3 ^ 2000 * 7 ^ 2000) = 21 ^ 2000 := by decide
example : Nat.gcd (2 ^ 200 * 3) (2 ^ 199 * 5) = 2 ^ 199 := by decide +kernel
example : 2 + 2 = 4 := by
  fail_if_success (have : 2 + 2 = 5 := by decide)
  rfl
