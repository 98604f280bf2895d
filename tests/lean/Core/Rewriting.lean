prelude
import DeepTheory.Core
/-! # Tests: rewriting and simplification

`rw rwa simp simp_all simpa dsimp unfold change show conv congr ac_rfl exact?`
-/
set_option autoImplicit false

/-! ## rw -/

example (a b c : Nat) (h : a = b) (h' : b = c) : a = c := by rw [h, h']
example (a b c : Nat) (h : a = b) (h' : c = b) : a = c := by rw [h, ← h']
example (a b c : Nat) (h : a = b) (h' : c = a) : c = b := by rwa [h] at h'
example (a b : Nat) (h : a = b) : b + 2 = a + 2 := by rw [h]
example (f : Nat → Nat) (hf : ∀ n, f (n + 1) = f n) : f 3 = f 0 := by rw [hf, hf, hf]
example (f : Nat → Nat) (h : ∀ x, 0 < x → f x = x) : f 2 = 2 := by rw [h]; decide
example (p q : Prop) (h : p ↔ q) (hq : q) : p := by rw [h]; exact hq
example (a b : Nat) (h : a = b) : a + b = b + b := by
  fail_if_success rw [show b * b = a from ‹_›]
  rw [h]

/-! ## simp -/

example (n : Nat) (h : n = 3) : n + 0 = 3 := by simp [h]
example (a b c : Nat) (h : a = b) (h' : b = c) : a = c := by simp only [h, h']
example (a b c : Nat) (h : a = b) (hc : c = a) : c = b := by simpa [h] using hc
example (a b c : Nat) (h : a = b) (hc : c = a) : c = b := by simp [h] at hc; exact hc
example (a b c : Nat) (h : a = b) (hc : c = a) : c = b := by simp_all
example (a b : Nat) (h : b = a) : a = b := by simp_all
example (a : Nat) (h : 2 = 3) : a = 7 := by simp at h
example (f : Nat → Nat) (h : ∀ x, x > 1 → f x = x) : f (f 2) = 2 := by simp [h]
example (f : Nat → Nat) (hf : ∀ n, f (n + 1) = f n) : f 3 = f 0 := by simp [hf]
example (a b : Nat) : a = b ∨ a ≠ b := by by_cases h : a = b <;> simp [h]
example (x y : Nat) (h : (x, y) = (1, 2)) : x = 1 := by simp at h; exact h.1
example (x y : Nat) (h : x = y ∧ True) : x = y := by simp at h; assumption
example (x : Nat) (h : x < 0) : False := by simp at h
example (x y : Nat) (h : x + 1 = y + 1) : x = y := by simp at h; exact h
example (x : Nat) (h : x + 2 = 5) : x = 3 := by simp at h; exact h
example (x y : Nat) (h : x + 3 ≤ y + 1) : x + 2 ≤ y := by simp at h; exact h
example (x : Nat) : x + 5 - 2 = x + 3 := by simp
example : ¬∃ x : Nat, x < 0 := by simp
example : ¬(1 = 2) := by simp
example (p q : Prop) (h : p) : p ∨ q := by simp [h]
example (a b : Nat) (h : ¬a = b) : (if a = b then 1 else 2) = 2 := by simp [h]
example (p q : Prop) : (p ∧ q → p) ↔ True := by simp +contextual
example (l : List Nat) : l ++ [] = l := by simp
example (x : Nat) (h : x ∈ [1, 2]) : x = 1 ∨ x = 2 := by simp at h; exact h
example (p q : Prop) : ¬(p ∨ q) ↔ ¬p ∧ ¬q := by simp
example (p : Nat → Prop) : ¬(∃ x, p x) ↔ ∀ x, ¬p x := by simp
example (a b : Bool) (h : (a && b) = true) : a = true ∧ b = true := by simpa using h
example (x : Option Nat) (h : x.map (· + 1) = some 2) : ∃ a, x = some a ∧ a + 1 = 2 := by
  simpa using h
example (a b : Nat) (h : a = b) : (have x := a; x + 0) = b := by simp [h]
example (f : Nat → Nat) (h : ∀ x, f x = x) : (fun x => f x) = fun x => x := by simp [h]
example (a b : Nat) : a + b = b + a := by
  fail_if_success simp only []
  simp only [Nat.add_comm]

/-! ## Definitional unfolding -/

/-- A definition to unfold. -/
def double (n : Nat) : Nat := n + n

example (n : Nat) : double n = n + n := by unfold double; rfl
example (n : Nat) : double n = n + n := by simp only [double]
example (n : Nat) : double n = n + n := by rw [double]
example (n : Nat) : double n = n + n := by dsimp only [double]
example (a b : Nat) : (fun x => x + a) b = b + a := by dsimp
example (a b : Nat) (h : a = b) : a + 0 = b := by change a = b; exact h
example (a b : Nat) (h : a + 0 = b) : a = b := by change a = b at h; exact h
example (a b : Nat) (h : a = b) : b = a := by show b = a; exact h.symm

/-! ## Congruence, AC, search -/

example (f : Nat → Nat) (a b : Nat) (h : a = b) : f a = f b := by congr
example (a b c d : Nat) (h : a = b) (h' : c = d) : a + c = b + d := by congr
example (a b : Nat) (h : a = b) : a + b = b + b := by conv => lhs; rw [h]
example (a b : Nat) : a * (b + 1) = a * b + a * 1 := by conv => lhs; rw [Nat.left_distrib]
example (a b c : Nat) (h : a = b) : c + a = c + b := by conv in a => rw [h]
example (a b c d : Nat) : a + b + c + d = d + (b + (c + a)) := by ac_rfl
example (a b c d : Nat) : a * b * c + d = d + c * (b * a) := by ac_rfl
example (p q r : Prop) : (p ∧ q ∧ r) = (r ∧ q ∧ p) := by ac_rfl
example (a b : Nat) : a + b = b + a := by
  fail_if_success (have : a + b = a := by ac_rfl)
  ac_rfl

#guard_msgs (drop info) in
example (a b : Nat) (h : a = b) : b = a := by exact?
