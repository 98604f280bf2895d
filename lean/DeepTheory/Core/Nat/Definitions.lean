prelude
import DeepTheory.Core.Operators
/-!
# Natural numbers: the operations that the kernel computes, and the order

Lean's kernel evaluates `Nat.add`, `Nat.sub`, `Nat.mul`, `Nat.pow`, `Nat.beq`, `Nat.ble` on literals
with big-number arithmetic, by name, and trusts that the definitions are the ones below. So they
must be core Lean's; `DeepTheory.Core.KernelNat` states their recursion equations, which the audit
checks. The remaining ones, `Nat.div`, `Nat.mod` and `Nat.gcd`, need well-founded recursion and
are in `DeepTheory.Core.Nat.Division`.

The order is defined here as well, since `Nat.decEq` and `Nat.decLt` are needed before any further
inductive type may be declared.

## Main definitions

* `Nat.add`, `Nat.mul`, `Nat.pow`, `Nat.sub`, `Nat.pred`, `Nat.beq`, `Nat.ble`
* `Nat.le`, `Nat.lt`, `Nat.decEq`, `Nat.decLe`, `Nat.decLt`

## Notes

There is no notation for `=` and `≤` yet. `bootstrap.genMatcherCode` is off because the code of
matches on `Nat` needs `Nat.decEq`.
-/
set_option autoImplicit false
set_option bootstrap.genMatcherCode false
universe u

/-! ## Operations -/

/-- Addition, by recursion on the second argument. -/
@[extern "lean_nat_add"]
protected def Nat.add : (@& Nat) → (@& Nat) → Nat
  | n, .zero => n
  | n, .succ m => .succ (Nat.add n m)

attribute [match_pattern] Nat.add

instance instAddNat : Add Nat := ⟨Nat.add⟩

/-- Multiplication, by recursion on the second argument. -/
@[extern "lean_nat_mul"]
protected def Nat.mul : (@& Nat) → (@& Nat) → Nat
  | _, 0 => 0
  | n, .succ m => Nat.add (Nat.mul n m) n

instance instMulNat : Mul Nat := ⟨Nat.mul⟩

/-- Powers, by recursion on the exponent. -/
@[extern "lean_nat_pow"]
protected def Nat.pow (m : @& Nat) : (@& Nat) → Nat
  | 0 => 1
  | .succ n => Nat.mul (Nat.pow m n) m

instance instNatPowNat : NatPow Nat := ⟨Nat.pow⟩

/-- Equality as a truth value. -/
@[extern "lean_nat_dec_eq"]
def Nat.beq : (@& Nat) → (@& Nat) → Bool
  | .zero, .zero => true
  | .zero, .succ _ => false
  | .succ _, .zero => false
  | .succ n, .succ m => Nat.beq n m

theorem Nat.eq_of_beq_eq_true : {n m : Nat} → Eq (Nat.beq n m) true → Eq n m
  | .zero, .zero, _ => rfl
  | .zero, .succ _, h => Bool.noConfusion h
  | .succ _, .zero, h => Bool.noConfusion h
  | .succ n, .succ m, h =>
    have : Eq (Nat.beq n m) true := h
    have : Eq n m := Nat.eq_of_beq_eq_true this
    this.rec rfl

theorem Nat.ne_of_beq_eq_false : {n m : Nat} → Eq (Nat.beq n m) false → Not (Eq n m)
  | .zero, .zero, h₁, _ => Bool.noConfusion h₁
  | .zero, .succ _, _, h₂ => Nat.noConfusion h₂
  | .succ _, .zero, _, h₂ => Nat.noConfusion h₂
  | .succ n, .succ m, h₁, h₂ =>
    have : Eq (Nat.beq n m) false := h₁
    Nat.noConfusion h₂ (fun h₂ => absurd h₂ (Nat.ne_of_beq_eq_false this))

/-- Equality of natural numbers is decidable. -/
@[reducible, extern "lean_nat_dec_eq"]
protected def Nat.decEq (n m : @& Nat) : Decidable (Eq n m) :=
  match h : Nat.beq n m with
  | true => isTrue (Nat.eq_of_beq_eq_true h)
  | false => isFalse (Nat.ne_of_beq_eq_false h)

instance instDecidableEqNat : DecidableEq Nat := Nat.decEq

/-- The order as a truth value. -/
@[extern "lean_nat_dec_le"]
def Nat.ble : (@& Nat) → (@& Nat) → Bool
  | .zero, .zero => true
  | .zero, .succ _ => true
  | .succ _, .zero => false
  | .succ n, .succ m => Nat.ble n m

/-- The predecessor; that of zero is zero. -/
@[extern "lean_nat_pred"]
def Nat.pred : (@& Nat) → Nat
  | 0 => 0
  | .succ a => a

/-- Truncated subtraction. -/
@[extern "lean_nat_sub"]
protected def Nat.sub : (@& Nat) → (@& Nat) → Nat
  | n, 0 => n
  | n, .succ m => Nat.pred (Nat.sub n m)

instance instSubNat : Sub Nat := ⟨Nat.sub⟩

/-! ## The order -/

/-- The order of the natural numbers. -/
protected inductive Nat.le (n : Nat) : Nat → Prop
  /-- A number is at most itself. -/
  | refl : Nat.le n n
  /-- If it is at most `m`, it is at most `m + 1`. -/
  | step {m : Nat} : Nat.le n m → Nat.le n (.succ m)

instance instLENat : LE Nat := ⟨Nat.le⟩

/-- The strict order: `n < m` is `n + 1 ≤ m`. -/
protected def Nat.lt (n m : Nat) : Prop := Nat.le (.succ n) m

instance instLTNat : LT Nat := ⟨Nat.lt⟩

protected theorem Nat.le_refl (n : Nat) : LE.le n n := Nat.le.refl

theorem Nat.not_succ_le_zero : (n : Nat) → LE.le (.succ n) 0 → False := fun n h =>
  have : (m : Nat) → Eq m 0 → LE.le (.succ n) m → False := fun _ hm h =>
    Nat.le.casesOn (motive := fun m _ => Eq m 0 → False) h (fun h => Nat.noConfusion h)
      (fun _ h => Nat.noConfusion h) hm
  this 0 rfl h

theorem Nat.not_lt_zero (n : Nat) : Not (LT.lt n 0) := not_succ_le_zero n

theorem Nat.zero_le : (n : Nat) → LE.le 0 n
  | .zero => Nat.le.refl
  | .succ n => Nat.le.step (zero_le n)

theorem Nat.succ_le_succ {n m : Nat} : LE.le n m → LE.le (Nat.succ n) (.succ m)
  | .refl => .refl
  | .step h => .step (succ_le_succ h)

theorem Nat.zero_lt_succ (n : Nat) : LT.lt 0 (.succ n) := succ_le_succ (zero_le n)

theorem Nat.le_step {n m : Nat} (h : LE.le n m) : LE.le n (.succ m) := Nat.le.step h

protected theorem Nat.le_trans {n m k : Nat} : LE.le n m → LE.le m k → LE.le n k
  | h, .refl => h
  | h₁, .step h₂ => Nat.le.step (Nat.le_trans h₁ h₂)

protected theorem Nat.lt_trans {n m k : Nat} (h₁ : LT.lt n m) : LT.lt m k → LT.lt n k :=
  Nat.le_trans (Nat.le_step h₁)

theorem Nat.le_succ (n : Nat) : LE.le n (.succ n) := .step .refl

theorem Nat.le_succ_of_le {n m : Nat} (h : LE.le n m) : LE.le n (.succ m) :=
  Nat.le_trans h (le_succ m)

theorem Nat.pred_le_pred : {n m : Nat} → LE.le n m → LE.le (pred n) (pred m)
  | _, _, .refl => .refl
  | 0, .succ _, .step h => h
  | .succ _, .succ _, .step h => Nat.le_trans (le_succ _) h

theorem Nat.le_of_succ_le_succ {n m : Nat} : LE.le (Nat.succ n) (.succ m) → LE.le n m :=
  pred_le_pred

theorem Nat.le_of_lt_succ {m n : Nat} : LT.lt m (.succ n) → LE.le m n := le_of_succ_le_succ

protected theorem Nat.eq_or_lt_of_le : {n m : Nat} → LE.le n m → Or (Eq n m) (LT.lt n m)
  | .zero, .zero, _ => Or.inl rfl
  | .zero, .succ _, _ => Or.inr (Nat.succ_le_succ (Nat.zero_le _))
  | .succ _, .zero, h => absurd h (not_succ_le_zero _)
  | .succ n, .succ m, h =>
    have : LE.le n m := Nat.le_of_succ_le_succ h
    match Nat.eq_or_lt_of_le this with
    | Or.inl h => Or.inl (h.rec rfl)
    | Or.inr h => Or.inr (succ_le_succ h)

protected theorem Nat.lt_or_ge (n m : Nat) : Or (LT.lt n m) (GE.ge n m) :=
  Nat.rec (motive := fun m => Or (LT.lt n m) (GE.ge n m)) (Or.inr (zero_le n))
    (fun _ ih => match ih with
      | Or.inl h => Or.inl (le_succ_of_le h)
      | Or.inr h => match Nat.eq_or_lt_of_le h with
        | Or.inl h1 => Or.inl (h1.rec (Nat.le_refl _))
        | Or.inr h1 => Or.inr h1)
    m

theorem Nat.not_succ_le_self : (n : Nat) → Not (LE.le (Nat.succ n) n)
  | 0 => not_succ_le_zero _
  | .succ n => fun h => absurd (le_of_succ_le_succ h) (not_succ_le_self n)

protected theorem Nat.lt_irrefl (n : Nat) : Not (LT.lt n n) := Nat.not_succ_le_self n

protected theorem Nat.lt_of_le_of_lt {n m k : Nat} (h₁ : LE.le n m) (h₂ : LT.lt m k) :
    LT.lt n k :=
  Nat.le_trans (Nat.succ_le_succ h₁) h₂

protected theorem Nat.le_antisymm {n m : Nat} (h₁ : LE.le n m) (h₂ : LE.le m n) : Eq n m :=
  match Nat.eq_or_lt_of_le h₁ with
  | Or.inl h => h
  | Or.inr h => absurd (Nat.le_trans h h₂) (Nat.lt_irrefl _)

protected theorem Nat.lt_of_le_of_ne {n m : Nat} (h₁ : LE.le n m) (h₂ : Not (Eq n m)) :
    LT.lt n m :=
  match Nat.lt_or_ge n m with
  | Or.inl h₃ => h₃
  | Or.inr h₃ => absurd (Nat.le_antisymm h₁ h₃) h₂

/-! ## Enumerations

`noConfusion` of an inductive type whose constructors have no arguments is compiled through the
index of the constructor and this statement. -/

theorem noConfusion_of_Nat {α : Sort u} (f : α → Nat) {a b : α} (h : Eq a b) :
    Bool.rec (motive := fun _ => Prop) False True (Nat.beq (f a) (f b)) :=
  h.rec (motive := fun b _ => Bool.rec (motive := fun _ => Prop) False True (Nat.beq (f a) (f b)))
    (Nat.rec (motive := fun n => Bool.rec (motive := fun _ => Prop) False True (Nat.beq n n))
      True.intro (fun _ ih => ih) (f a))

gen_injective_theorems% Bool

/-! ## The order is decidable -/

theorem Nat.le_of_ble_eq_true {n m : Nat} : Eq (Nat.ble n m) true → LE.le n m :=
  match n, m with
  | 0, _ => fun _ => Nat.zero_le _
  | .succ _, 0 => fun h => Bool.noConfusion h
  | .succ n, .succ m => fun h => Nat.succ_le_succ (le_of_ble_eq_true (n := n) (m := m) h)

theorem Nat.ble_self_eq_true : (n : Nat) → Eq (Nat.ble n n) true
  | 0 => rfl
  | .succ n => ble_self_eq_true n

theorem Nat.ble_succ_eq_true : {n m : Nat} → Eq (Nat.ble n m) true → Eq (Nat.ble n (.succ m)) true
  | 0, _, _ => rfl
  | .succ n, .succ _, h => ble_succ_eq_true (n := n) h

theorem Nat.ble_eq_true_of_le {n m : Nat} (h : LE.le n m) : Eq (Nat.ble n m) true :=
  match h with
  | Nat.le.refl => Nat.ble_self_eq_true n
  | Nat.le.step h => Nat.ble_succ_eq_true (ble_eq_true_of_le h)

theorem Nat.not_le_of_not_ble_eq_true {n m : Nat} (h : Not (Eq (Nat.ble n m) true)) :
    Not (LE.le n m) :=
  fun h' => absurd (Nat.ble_eq_true_of_le h') h

@[extern "lean_nat_dec_le"]
instance Nat.decLe (n m : @& Nat) : Decidable (LE.le n m) :=
  match h : Nat.ble n m with
  | true => isTrue (Nat.le_of_ble_eq_true h)
  | false => isFalse (Nat.not_le_of_not_ble_eq_true (ne_true_of_eq_false h))

@[extern "lean_nat_dec_lt"]
instance Nat.decLt (n m : @& Nat) : Decidable (LT.lt n m) := decLe (.succ n) m

instance instMinNat : Min Nat := minOfLe

instance instMaxNat : Max Nat := maxOfLe
