prelude
import DeepTheory.Core.Nat.Bounded
/-!
# The numbers below `n`

`Fin n` as the index type of vectors and finite families: numerals, extensionality, the first and
the last element, and case distinction and induction along them.

## Main definitions

* `Fin.elim0`, `Fin.ofNat` and numerals in `Fin (n + 1)`
* `Fin.succ`, `Fin.castSucc`, `Fin.last`, `Fin.castLE`, `Fin.castLT`, `Fin.castAdd`, `Fin.natAdd`,
  `Fin.rev`
* `Fin.cases`, `Fin.induction`, `Fin.lastCases`, `List.finRange`

## Main statements

* `Fin.ext`, `Fin.forall_fin_succ`, `Fin.exists_fin_succ`
-/
set_option autoImplicit false
universe u

/-- The number `n` is not zero, as a class. -/
class NeZero {R : Type u} [Zero R] (n : R) : Prop where
  /-- It is not zero. -/
  out : n ≠ 0

theorem NeZero.ne {R : Type u} [Zero R] (n : R) [h : NeZero n] : n ≠ 0 := h.out

instance Nat.instNeZeroSucc {n : Nat} : NeZero (n + 1) := ⟨Nat.succ_ne_zero n⟩

theorem Nat.pos_of_neZero (n : Nat) [NeZero n] : 0 < n := Nat.pos_of_ne_zero (NeZero.ne n)

namespace Fin

instance coeToNat {n : Nat} : CoeOut (Fin n) Nat := ⟨Fin.val⟩

/-- `Fin 0` is empty. -/
def elim0 {α : Sort u} : Fin 0 → α
  | ⟨_, h⟩ => absurd h (Nat.not_lt_zero _)

/-- The remainder of a number. -/
protected def ofNat (n : Nat) [NeZero n] (a : Nat) : Fin n :=
  ⟨a % n, Nat.mod_lt a (Nat.pos_of_neZero n)⟩

instance instOfNat {n : Nat} [NeZero n] {i : Nat} : OfNat (Fin n) i := ⟨Fin.ofNat n i⟩

instance instInhabited {n : Nat} [NeZero n] : Inhabited (Fin n) := ⟨0⟩

variable {n m : Nat}

/-! ## Extensionality -/

@[ext] protected theorem ext {a b : Fin n} (h : (a : Nat) = b) : a = b := Fin.eq_of_val_eq h

theorem val_ne_of_ne {i j : Fin n} (h : i ≠ j) : i.val ≠ j.val := fun h' => h (Fin.ext h')

@[simp] theorem val_inj {a b : Fin n} : a.1 = b.1 ↔ a = b := Fin.ext_iff.symm

@[simp] protected theorem eta (a : Fin n) (h : a.1 < n) : (⟨a, h⟩ : Fin n) = a := rfl

@[simp] theorem is_lt (a : Fin n) : (a : Nat) < n := a.2

theorem pos (i : Fin n) : 0 < n := Nat.pos_of_lt i.2

@[simp] theorem val_zero (n : Nat) [NeZero n] : ((0 : Fin n) : Nat) = 0 := rfl

@[simp] theorem val_ofNat (n : Nat) [NeZero n] (a : Nat) : (Fin.ofNat n a).val = a % n := rfl

@[simp] theorem val_one (n : Nat) : (1 : Fin (n + 2)).val = 1 :=
  Nat.mod_eq_of_lt (Nat.succ_lt_succ (Nat.zero_lt_succ n))

theorem le_def {a b : Fin n} : a ≤ b ↔ a.val ≤ b.val := Iff.rfl

theorem lt_def {a b : Fin n} : a < b ↔ a.val < b.val := Iff.rfl

instance : Subsingleton (Fin 0) := ⟨fun a => a.elim0⟩

instance : Subsingleton (Fin 1) :=
  ⟨fun a b => Fin.ext ((Nat.lt_one_iff.1 a.2).trans (Nat.lt_one_iff.1 b.2).symm)⟩

/-! ## Successors, the last element, embeddings -/

/-- The next number, one bound higher. -/
def succ : Fin n → Fin (n + 1)
  | ⟨i, h⟩ => ⟨i + 1, Nat.succ_lt_succ h⟩

/-- The greatest element. -/
@[inline] def last (n : Nat) : Fin (n + 1) := ⟨n, Nat.lt_succ_self n⟩

/-- The same number below another bound. -/
@[inline] def castLT (i : Fin m) (h : i.1 < n) : Fin n := ⟨i.1, h⟩

/-- The same number below a higher bound. -/
@[inline] def castLE (h : n ≤ m) (i : Fin n) : Fin m := ⟨i, Nat.lt_of_lt_of_le i.2 h⟩

/-- The same number below an equal bound. -/
@[inline] protected def cast (eq : n = m) (i : Fin n) : Fin m := ⟨i, eq ▸ i.2⟩

/-- The same number below a higher bound. -/
@[inline] def castAdd (m : Nat) : Fin n → Fin (n + m) := castLE (Nat.le_add_right n m)

/-- The same number below the next bound. -/
@[inline] def castSucc : Fin n → Fin (n + 1) := castAdd 1

/-- The number plus `n`. -/
def natAdd (n : Nat) {m : Nat} (i : Fin m) : Fin (n + m) := ⟨n + i, Nat.add_lt_add_left i.2 _⟩

/-- The number counted from the end. -/
@[inline] def rev (i : Fin n) : Fin n :=
  ⟨n - (i + 1), Nat.sub_lt i.pos (Nat.zero_lt_succ _)⟩

@[simp] theorem val_succ (j : Fin n) : (j.succ : Nat) = j + 1 := rfl

@[simp] theorem succ_mk (n i : Nat) (h : i < n) :
    Fin.succ ⟨i, h⟩ = ⟨i + 1, Nat.succ_lt_succ h⟩ := rfl

@[simp] theorem val_last (n : Nat) : (last n : Nat) = n := rfl

@[simp] theorem val_castLT (i : Fin m) (h : i.1 < n) : (i.castLT h : Nat) = i := rfl

@[simp] theorem val_castLE (h : n ≤ m) (i : Fin n) : (i.castLE h : Nat) = i := rfl

@[simp] theorem val_cast (h : n = m) (i : Fin n) : (i.cast h : Nat) = i := rfl

@[simp] theorem val_castAdd (m : Nat) (i : Fin n) : (i.castAdd m : Nat) = i := rfl

@[simp] theorem val_castSucc (i : Fin n) : (i.castSucc : Nat) = i := rfl

@[simp] theorem val_natAdd (n : Nat) (i : Fin m) : (i.natAdd n : Nat) = n + i := rfl

@[simp] theorem val_rev (i : Fin n) : (i.rev : Nat) = n - (i + 1) := rfl

theorem succ_inj {a b : Fin n} : a.succ = b.succ ↔ a = b :=
  ⟨fun h => Fin.ext (Nat.succ.inj (congrArg Fin.val h)), fun h => h ▸ rfl⟩

@[simp] theorem succ_ne_zero : (k : Fin n) → Fin.succ k ≠ 0
  | ⟨_, _⟩, h => Nat.succ_ne_zero _ (congrArg Fin.val h)

theorem castSucc_inj {a b : Fin n} : a.castSucc = b.castSucc ↔ a = b :=
  ⟨fun h => Fin.ext (congrArg (fun i => i.val) h), fun h => h ▸ rfl⟩

theorem castSucc_ne_last (a : Fin n) : a.castSucc ≠ last n :=
  fun h => Nat.ne_of_lt a.is_lt (congrArg (fun i => i.val) h)

theorem castSucc_lt_last (a : Fin n) : a.castSucc < last n := a.is_lt

theorem le_last (i : Fin (n + 1)) : i ≤ last n := Nat.le_of_lt_succ i.is_lt

@[simp] theorem rev_rev (i : Fin n) : i.rev.rev = i := by
  apply Fin.ext
  show n - (n - (i.val + 1) + 1) = i.val
  have h : i.val + 1 ≤ n := i.2
  rw [← Nat.sub_sub n _ 1, Nat.sub_sub_self h]; rfl

/-! ## Induction -/

/-- Induction from zero upwards. -/
@[elab_as_elim] def induction {motive : Fin (n + 1) → Sort u} (zero : motive 0)
    (succ : ∀ i : Fin n, motive (castSucc i) → motive i.succ) : ∀ i : Fin (n + 1), motive i
  | ⟨i, hi⟩ => go i hi
where
  /-- The induction on the value. -/
  go : ∀ (i : Nat) (hi : i < n + 1), motive ⟨i, hi⟩
    | 0, _ => zero
    | i + 1, hi => succ ⟨i, Nat.lt_of_succ_lt_succ hi⟩ (go i (Nat.lt_of_succ_lt hi))

/-- Case distinction: zero or a successor. -/
@[elab_as_elim] def cases {motive : Fin (n + 1) → Sort u} (zero : motive 0)
    (succ : ∀ i : Fin n, motive i.succ) : ∀ i : Fin (n + 1), motive i :=
  induction zero fun i _ => succ i

@[simp] theorem cases_zero {motive : Fin (n + 1) → Sort u} {zero : motive 0}
    {succ : ∀ i : Fin n, motive i.succ} : @Fin.cases n motive zero succ 0 = zero := rfl

@[simp] theorem cases_succ {motive : Fin (n + 1) → Sort u} {zero : motive 0}
    {succ : ∀ i : Fin n, motive i.succ} (i : Fin n) :
    @Fin.cases n motive zero succ i.succ = succ i := by
  cases i; rfl

/-- Case distinction: the last element or one of the others. -/
@[elab_as_elim] def lastCases {motive : Fin (n + 1) → Sort u} (last : motive (Fin.last n))
    (cast : ∀ i : Fin n, motive i.castSucc) (i : Fin (n + 1)) : motive i :=
  if h : i.val < n then cast ⟨i.val, h⟩
  else (Fin.ext (Nat.le_antisymm (Nat.le_of_not_lt h) (Nat.le_of_lt_succ i.2)) :
    Fin.last n = i) ▸ last

theorem eq_zero_or_eq_succ (i : Fin (n + 1)) : i = 0 ∨ ∃ j : Fin n, i = j.succ :=
  Fin.cases (Or.inl rfl) (fun j => Or.inr ⟨j, rfl⟩) i

theorem forall_fin_succ {P : Fin (n + 1) → Prop} :
    (∀ i, P i) ↔ P 0 ∧ ∀ i : Fin n, P i.succ :=
  ⟨fun h => ⟨h 0, fun i => h i.succ⟩, fun h i => Fin.cases h.1 h.2 i⟩

theorem exists_fin_succ {P : Fin (n + 1) → Prop} :
    (∃ i, P i) ↔ P 0 ∨ ∃ i : Fin n, P i.succ :=
  ⟨fun ⟨i, h⟩ => Fin.cases (motive := fun i => P i → P 0 ∨ ∃ i : Fin n, P i.succ) Or.inl
      (fun i h => Or.inr ⟨i, h⟩) i h,
    fun h => h.elim (fun h => ⟨0, h⟩) fun ⟨i, h⟩ => ⟨i.succ, h⟩⟩

theorem forall_fin_one {P : Fin 1 → Prop} : (∀ i, P i) ↔ P 0 :=
  ⟨fun h => h 0, fun h i => Subsingleton.elim 0 i ▸ h⟩

theorem forall_fin_two {P : Fin 2 → Prop} : (∀ i, P i) ↔ P 0 ∧ P 1 :=
  forall_fin_succ.trans (and_congr_right fun _ => forall_fin_one)

end Fin

/-! ## The list of all elements -/

namespace List

/-- The elements of `Fin n` in order. -/
def finRange : (n : Nat) → List (Fin n)
  | 0 => []
  | n + 1 => 0 :: (finRange n).map Fin.succ

@[simp] theorem length_finRange {n : Nat} : (finRange n).length = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [finRange, length_cons, length_map, ih]

@[simp] theorem mem_finRange {n : Nat} (i : Fin n) : i ∈ finRange n := by
  induction n with
  | zero => exact i.elim0
  | succ n ih =>
    cases i using Fin.cases with
    | zero => exact mem_cons_self
    | succ i => exact mem_cons_of_mem 0 (mem_map_of_mem (ih i))

end List
