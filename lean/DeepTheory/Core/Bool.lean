prelude
import DeepTheory.Core.Products
/-!
# Truth values

Simplification rules for `&&`, `||`, `!`, `==` and `decide`, and the connection of truth values
with propositions. `decide` evaluates truth values; `simp` moves between `decide p = true` and `p`.

## Main statements

* `Bool.and_eq_true`, `Bool.or_eq_true`, `Bool.not_eq_true`, `decide_eq_true_eq`
* `beq_iff_eq`, `bne_iff_ne`, `beq_self_eq_true`
* `decide_and`, `decide_or`, `decide_not`, `decide_eq_decide`
-/
set_option autoImplicit false
universe u

/-! ## Conversion -/

theorem Bool.of_not_eq_true : {b : Bool} → ¬(b = true) → b = false
  | true, h => absurd rfl h
  | false, _ => rfl

theorem Bool.of_not_eq_false : {b : Bool} → ¬(b = false) → b = true
  | true, _ => rfl
  | false, h => absurd rfl h

theorem Bool.eq_false_or_eq_true : (b : Bool) → b = true ∨ b = false
  | true => Or.inl rfl
  | false => Or.inr rfl

@[simp] theorem Bool.not_eq_true (b : Bool) : (¬(b = true)) = (b = false) := by
  cases b <;> simp

@[simp] theorem Bool.not_eq_false (b : Bool) : (¬(b = false)) = (b = true) := by
  cases b <;> simp

theorem Bool.false_ne_true : false ≠ true := fun h => nomatch h

theorem Bool.true_eq_false_eq_False : (true = false) = False := eq_false fun h => nomatch h

@[simp] theorem Bool.false_eq_true : (false = true) = False := eq_false fun h => nomatch h

@[simp] theorem Bool.true_eq_false : (true = false) = False := eq_false fun h => nomatch h

theorem Bool.eq_iff_iff {a b : Bool} : a = b ↔ (a = true ↔ b = true) := by
  cases a <;> cases b <;> simp

@[simp] theorem Bool.coe_iff_coe {a b : Bool} : (a = true ↔ b = true) ↔ a = b :=
  Bool.eq_iff_iff.symm

/-! ## Negation -/

@[simp] theorem Bool.not_not (b : Bool) : (!!b) = b := by cases b <;> rfl

@[simp] theorem Bool.not_true : (!true) = false := rfl

@[simp] theorem Bool.not_false : (!false) = true := rfl

@[simp] theorem Bool.not_eq_true' (b : Bool) : ((!b) = true) = (b = false) := by
  cases b <;> simp

@[simp] theorem Bool.not_eq_false' (b : Bool) : ((!b) = false) = (b = true) := by
  cases b <;> simp

@[simp] theorem Bool.not_inj_iff {x y : Bool} : (!x) = (!y) ↔ x = y := by
  cases x <;> cases y <;> simp

/-! ## Conjunction and disjunction -/

section
variable (a b c : Bool)

@[simp] theorem Bool.or_false : (b || false) = b := by cases b <;> rfl
@[simp] theorem Bool.or_true : (b || true) = true := by cases b <;> rfl
@[simp] theorem Bool.false_or : (false || b) = b := rfl
@[simp] theorem Bool.true_or : (true || b) = true := rfl
@[simp] theorem Bool.or_self : (b || b) = b := by cases b <;> rfl
@[simp] theorem Bool.and_false : (b && false) = false := by cases b <;> rfl
@[simp] theorem Bool.and_true : (b && true) = b := by cases b <;> rfl
@[simp] theorem Bool.false_and : (false && b) = false := rfl
@[simp] theorem Bool.true_and : (true && b) = b := rfl
@[simp] theorem Bool.and_self : (b && b) = b := by cases b <;> rfl
@[simp] theorem Bool.and_not_self : (b && !b) = false := by cases b <;> rfl
@[simp] theorem Bool.not_and_self : (!b && b) = false := by cases b <;> rfl
@[simp] theorem Bool.or_not_self : (b || !b) = true := by cases b <;> rfl
@[simp] theorem Bool.not_or_self : (!b || b) = true := by cases b <;> rfl

@[simp] theorem Bool.or_eq_true : ((a || b) = true) = (a = true ∨ b = true) := by
  cases a <;> simp

@[simp] theorem Bool.and_eq_true : ((a && b) = true) = (a = true ∧ b = true) := by
  cases a <;> simp

theorem Bool.and_comm : (a && b) = (b && a) := by cases a <;> cases b <;> rfl
theorem Bool.or_comm : (a || b) = (b || a) := by cases a <;> cases b <;> rfl
theorem Bool.and_assoc : (a && b && c) = (a && (b && c)) := by cases a <;> rfl
theorem Bool.or_assoc : (a || b || c) = (a || (b || c)) := by cases a <;> rfl

theorem Bool.not_and : (!(a && b)) = (!a || !b) := by cases a <;> rfl
theorem Bool.not_or : (!(a || b)) = (!a && !b) := by cases a <;> rfl

attribute [simp] Bool.not_and Bool.not_or

theorem Bool.and_or_distrib_left : (a && (b || c)) = (a && b || a && c) := by cases a <;> rfl

theorem Bool.or_and_distrib_left : (a || b && c) = ((a || b) && (a || c)) := by cases a <;> rfl

end

@[simp] theorem Bool.and_eq_true_iff {x y : Bool} : (x && y) = true ↔ x = true ∧ y = true := by
  simp

@[simp] theorem Bool.or_eq_true_iff {x y : Bool} : (x || y) = true ↔ x = true ∨ y = true := by
  simp

@[simp] theorem Bool.and_eq_false_iff {x y : Bool} :
    (x && y) = false ↔ x = false ∨ y = false := by
  cases x <;> simp

@[simp] theorem Bool.or_eq_false_iff {x y : Bool} :
    (x || y) = false ↔ x = false ∧ y = false := by
  cases x <;> simp

@[simp] theorem Bool.xor_false (b : Bool) : (b ^^ false) = b := by cases b <;> rfl
@[simp] theorem Bool.false_xor (b : Bool) : (false ^^ b) = b := rfl
@[simp] theorem Bool.xor_true (b : Bool) : (b ^^ true) = !b := by cases b <;> rfl
@[simp] theorem Bool.true_xor (b : Bool) : (true ^^ b) = !b := rfl
@[simp] theorem Bool.xor_self (b : Bool) : (b ^^ b) = false := by cases b <;> rfl
theorem Bool.xor_comm (a b : Bool) : (a ^^ b) = (b ^^ a) := by cases a <;> cases b <;> rfl

theorem Bool.xor_assoc (a b c : Bool) : ((a ^^ b) ^^ c) = (a ^^ (b ^^ c)) := by
  cases a <;> cases b <;> cases c <;> rfl

/-! ## `decide` -/

@[simp] theorem decide_true : decide True = true := rfl

@[simp] theorem decide_false : decide False = false := rfl

@[simp] theorem decide_eq_true_eq {p : Prop} [Decidable p] : (decide p = true) = p :=
  propext ⟨of_decide_eq_true, decide_eq_true⟩

@[simp] theorem decide_eq_false_iff_not {p : Prop} {_ : Decidable p} : (decide p = false) ↔ ¬p :=
  ⟨of_decide_eq_false, decide_eq_false⟩

theorem decide_eq_true_iff {p : Prop} [Decidable p] : (decide p = true) ↔ p :=
  iff_of_eq decide_eq_true_eq

@[simp] theorem decide_eq_decide {p q : Prop} {_ : Decidable p} {_ : Decidable q} :
    decide p = decide q ↔ (p ↔ q) := by
  rw [Bool.eq_iff_iff, decide_eq_true_eq, decide_eq_true_eq]

@[simp] theorem decide_not {p : Prop} [g : Decidable p] [h : Decidable (Not p)] :
    decide (Not p) = !(decide p) := by
  by_cases gp : p
  · rw [decide_eq_true gp, decide_eq_false (not_not_intro gp)]; rfl
  · rw [decide_eq_false gp, decide_eq_true gp]; rfl

@[simp] theorem not_decide_eq_true {p : Prop} [Decidable p] : ((!decide p) = true) = ¬p := by
  simp

@[simp] theorem Bool.decide_and (p q : Prop) [dpq : Decidable (p ∧ q)] [dp : Decidable p]
    [dq : Decidable q] : decide (p ∧ q) = (decide p && decide q) := by
  rw [Bool.eq_iff_iff]; simp

@[simp] theorem Bool.decide_or (p q : Prop) [dpq : Decidable (p ∨ q)] [dp : Decidable p]
    [dq : Decidable q] : decide (p ∨ q) = (decide p || decide q) := by
  rw [Bool.eq_iff_iff]; simp

@[simp] protected theorem Bool.decide_eq_true {b : Bool} [Decidable (b = true)] :
    decide (b = true) = b := by
  rw [Bool.eq_iff_iff]; simp

@[simp] protected theorem Bool.decide_eq_false {b : Bool} [Decidable (b = false)] :
    decide (b = false) = !b := by
  rw [Bool.eq_iff_iff]; simp

theorem decide_congr {p q : Prop} {_ : Decidable p} {_ : Decidable q} (h : p ↔ q) :
    decide p = decide q := decide_eq_decide.2 h

/-! ## `cond` -/

@[simp] theorem cond_true {α : Sort u} (a b : α) : cond true a b = a := rfl

@[simp] theorem cond_false {α : Sort u} (a b : α) : cond false a b = b := rfl

@[simp] theorem Bool.cond_self {α : Type u} (c : Bool) (t : α) : cond c t t = t := by
  cases c <;> rfl

@[simp] theorem Bool.cond_not {α : Type u} (b : Bool) (t e : α) :
    cond (!b) t e = cond b e t := by
  cases b <;> rfl

theorem cond_eq_ite {α : Sort u} (c : Bool) (t e : α) : cond c t e = if c then t else e := by
  cases c <;> rfl

theorem Bool.cond_decide {α : Type u} (p : Prop) [Decidable p] (t e : α) :
    cond (decide p) t e = if p then t else e := by
  rw [cond_eq_ite]
  by_cases h : p
  · rw [if_pos h, if_pos (decide_eq_true h)]
  · rw [if_neg h, if_neg (fun h' => h (of_decide_eq_true h'))]

/-! ## `==` -/

section
variable {α : Type u} [BEq α] [LawfulBEq α]

@[simp] theorem beq_self_eq_true (a : α) : (a == a) = true := LawfulBEq.rfl

@[simp] theorem beq_iff_eq {a b : α} : (a == b) = true ↔ a = b :=
  ⟨eq_of_beq, fun h => h ▸ LawfulBEq.rfl⟩

theorem beq_of_eq {a b : α} (h : a = b) : (a == b) = true := beq_iff_eq.2 h

theorem beq_false_of_ne {a b : α} (h : a ≠ b) : (a == b) = false :=
  Bool.of_not_eq_true fun h' => h (eq_of_beq h')

theorem ne_of_beq_false {a b : α} (h : (a == b) = false) : a ≠ b :=
  fun h' => ne_true_of_eq_false h (beq_of_eq h')

@[simp] theorem beq_eq_false_iff_ne {a b : α} : (a == b) = false ↔ a ≠ b :=
  ⟨ne_of_beq_false, beq_false_of_ne⟩

@[simp] theorem bne_self_eq_false (a : α) : (a != a) = false := by simp [bne]

@[simp] theorem bne_iff_ne {a b : α} : (a != b) = true ↔ a ≠ b := by simp [bne]

@[simp] theorem bne_eq_false_iff_eq {a b : α} : (a != b) = false ↔ a = b := by simp [bne]

theorem beq_comm {a b : α} : (a == b) = (b == a) := by
  rw [Bool.eq_iff_iff, beq_iff_eq, beq_iff_eq]; exact eq_comm

end

theorem Bool.beq_eq_decide_eq {α : Type u} [BEq α] [LawfulBEq α] [DecidableEq α] (a b : α) :
    (a == b) = decide (a = b) := by
  rw [Bool.eq_iff_iff]; simp

@[simp] theorem beq_true (b : Bool) : (b == true) = b := by cases b <;> rfl

@[simp] theorem beq_false (b : Bool) : (b == false) = !b := by cases b <;> rfl
