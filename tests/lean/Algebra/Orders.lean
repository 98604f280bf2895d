prelude
import DeepTheory.Algebra
/-! # Orders, absolute values, minima and chains of inequalities -/
set_option autoImplicit false

variable {K : Type} [LinearOrderedField K]

-- `calc` chains `≤`, `<`, `=`
example {a b c d : K} (h : a ≤ b) (k : b < c) (e : c = d) : a < d :=
  calc a ≤ b := h
    _ < c := k
    _ = d := e
example {a b c : Nat} (h : a ≤ b) (k : b < c) : a < c :=
  calc a ≤ b := h
    _ < c := k
example {a b c : K} (h : a ≥ b) (k : b > c) : a > c :=
  calc a ≥ b := h
    _ > c := k

-- the instances of `Nat`, `Int` and `Rat` are those of the general theory
example (m n : Nat) : m + n = n + m := add_comm m n
example (m n : Nat) (h : m < n) : 2 * m < 2 * n := mul_lt_mul_of_pos_left h (by decide)
example (m n : Nat) : min m n ≤ m := min_le_left m n
example (a b : Int) : (a - b) ^ 2 = a ^ 2 - 2 * a * b + b ^ 2 := sub_sq a b
example (p q : Rat) (h : p ≤ q) : -q ≤ -p := neg_le_neg h
example (p q : Rat) : decide (p ≤ q) = !decide (q < p) := by
  by_cases h : p ≤ q
  · rw [decide_eq_true h, decide_eq_false (not_lt.2 h)]; rfl
  · rw [decide_eq_false h, decide_eq_true (not_le.1 h)]; rfl

-- division
example {a b c : K} (hc : 0 < c) (h : a * c ≤ b) : a ≤ b / c := (le_div_iff₀ hc).2 h
example {a b : K} (ha : 0 < a) (hb : 0 < b) : a / (a + b) < 1 :=
  (div_lt_one (add_pos ha hb)).2 (lt_add_of_pos_right a hb)
example {a b : K} (h : a < b) : ∃ c, a < c ∧ c < b := exists_between h
example {p : K} (h₁ : p ≤ 1) (n : Nat) : 1 - n * p ≤ (1 - p) ^ n :=
  one_sub_mul_le_pow (le_trans h₁ one_le_two) n

-- absolute values
example {x y ε : K} (h : |x - y| ≤ ε) : y - ε ≤ x ∧ x ≤ y + ε :=
  have h := abs_le.1 h
  ⟨by linarith [h.1], by linarith [h.2]⟩
example (x y z : K) : |x - z| ≤ |x - y| + |y - z| := abs_sub_le x y z
example (a b : K) : |a * b| = |b| * |a| := by rw [abs_mul, mul_comm]

-- simp knows the basic facts
example (a b : K) (h : a ≠ 0) : a * b / a + 0 = b := by simp [h]
example (a : K) : 0 ≤ a ^ 2 ∧ 0 ≤ |a| ∧ ¬a < a := by simp
example (a b : K) : a - b + b = a ∧ - -a = a ∧ a * 0 = 0 := by simp
