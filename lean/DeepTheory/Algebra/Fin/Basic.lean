prelude
import DeepTheory.Algebra.BigOperators.Ring
/-! # Functions on `Fin n` and sums over it

The type itself, with `Fin.succ`, `Fin.last`, `Fin.cases`, is in `DeepTheory.Core.Fin`.

## Main definitions

* `Fin.cons b f`: the function on `Fin (n + 1)` that starts with `b`; `Fin.tail`; `Fin.consEquiv`.

## Main statements

* `Fin.sum_univ_succ`, `Fin.prod_univ_succ`, `Fin.sum_univ_castSucc`, `Fin.sum_univ_eq_sum_range`,
* `Fin.sum_univ_fun_succ`: a sum over functions on `Fin (n + 1)` is a double sum over the first
  value and the rest.
-/
set_option autoImplicit false
universe u v

namespace Fin
variable {n : Nat}

/-! ## Functions -/

section Cons
variable {β : Type v}

/-- The function on `Fin (n + 1)` with first value `b` and the values of `f` after it. -/
def cons (b : β) (f : Fin n → β) (i : Fin (n + 1)) : β := match i with
  | ⟨0, _⟩ => b
  | ⟨i + 1, h⟩ => f ⟨i, Nat.lt_of_succ_lt_succ h⟩

/-- All values but the first. -/
def tail (f : Fin (n + 1) → β) (i : Fin n) : β := f i.succ

@[simp] theorem cons_zero (b : β) (f : Fin n → β) : cons b f 0 = b := rfl
@[simp] theorem cons_succ (b : β) (f : Fin n → β) (i : Fin n) : cons b f i.succ = f i := rfl
@[simp] theorem tail_cons (b : β) (f : Fin n → β) : tail (cons b f) = f := rfl
@[simp] theorem cons_self_tail (f : Fin (n + 1) → β) : cons (f 0) (tail f) = f := by
  funext i
  rcases eq_zero_or_eq_succ i with rfl | ⟨j, rfl⟩
  · exact cons_zero _ _
  · rfl

/-- A function on `Fin (n + 1)` is its first value and the others. -/
def consEquiv (n : Nat) (β : Type v) : β × (Fin n → β) ≃ (Fin (n + 1) → β) where
  toFun p := cons p.1 p.2
  invFun f := (f 0, tail f)
  left_inv p := by rw [cons_zero, tail_cons]
  right_inv f := cons_self_tail f

end Cons

/-! ## Sums and products -/

section Sum
open Finset

theorem univ_succ (n : Nat) : (univ : Finset (Fin (n + 1))) =
    insert 0 ((univ : Finset (Fin n)).map succ fun _ _ => succ_inj.1) :=
  Finset.ext fun i => by
    rw [mem_insert, mem_map]
    exact ⟨fun _ => (eq_zero_or_eq_succ i).elim .inl fun ⟨j, e⟩ => .inr ⟨j, mem_univ j, e.symm⟩,
      fun _ => mem_univ i⟩
theorem univ_castSucc (n : Nat) :
    (univ : Finset (Fin (n + 1))) = insert (last n) ((univ : Finset (Fin n)).map castSucc fun _ _ =>
      castSucc_inj.1) :=
  Finset.ext fun i => by
    rw [mem_insert, mem_map]
    refine ⟨fun _ => ?_, fun _ => mem_univ i⟩
    rcases Nat.eq_or_lt_of_le (Nat.le_of_lt_succ i.isLt) with h | h
    · exact .inl (Fin.ext h)
    · exact .inr ⟨⟨i.val, h⟩, mem_univ _, rfl⟩

theorem sum_univ_zero {M : Type v} [AddCommMonoid M] (f : Fin 0 → M) : ∑ i, f i = 0 := rfl
theorem sum_univ_succ {M : Type v} [AddCommMonoid M] (f : Fin (n + 1) → M) :
    ∑ i, f i = f 0 + ∑ i : Fin n, f i.succ := by
  rw [univ_succ, sum_insert fun h => ?_, sum_map]
  obtain ⟨j, _, e⟩ := mem_map.1 h
  exact succ_ne_zero j e
theorem sum_univ_castSucc {M : Type v} [AddCommMonoid M] (f : Fin (n + 1) → M) :
    ∑ i, f i = (∑ i : Fin n, f i.castSucc) + f (last n) := by
  rw [univ_castSucc, sum_insert fun h => ?_, sum_map, add_comm]
  obtain ⟨j, _, e⟩ := mem_map.1 h
  exact castSucc_ne_last j e
theorem prod_univ_zero {M : Type v} [CommMonoid M] (f : Fin 0 → M) : ∏ i, f i = 1 := rfl
theorem prod_univ_succ {M : Type v} [CommMonoid M] (f : Fin (n + 1) → M) :
    ∏ i, f i = f 0 * ∏ i : Fin n, f i.succ := by
  rw [univ_succ, prod_insert fun h => ?_, prod_map]
  obtain ⟨j, _, e⟩ := mem_map.1 h
  exact succ_ne_zero j e
theorem prod_univ_castSucc {M : Type v} [CommMonoid M] (f : Fin (n + 1) → M) :
    ∏ i, f i = (∏ i : Fin n, f i.castSucc) * f (last n) := by
  rw [univ_castSucc, prod_insert fun h => ?_, prod_map, mul_comm]
  obtain ⟨j, _, e⟩ := mem_map.1 h
  exact castSucc_ne_last j e
theorem sum_univ_two {M : Type v} [AddCommMonoid M] (f : Fin 2 → M) : ∑ i, f i = f 0 + f 1 := by
  rw [sum_univ_succ, sum_univ_succ, sum_univ_zero, add_zero]; rfl
theorem sum_univ_three {M : Type v} [AddCommMonoid M] (f : Fin 3 → M) :
    ∑ i, f i = f 0 + f 1 + f 2 := by
  rw [sum_univ_succ, sum_univ_two, add_assoc]; rfl
theorem sum_univ_eq_sum_range {M : Type v} [AddCommMonoid M] (f : Nat → M) (n : Nat) :
    ∑ i : Fin n, f i.val = ∑ i < n, f i := by
  induction n with
  | zero => rfl
  | succ n ih => rw [sum_univ_castSucc, sum_range_succ, ← ih]; rfl
theorem prod_univ_eq_prod_range {M : Type v} [CommMonoid M] (f : Nat → M) (n : Nat) :
    ∏ i : Fin n, f i.val = ∏ i < n, f i := by
  induction n with
  | zero => rfl
  | succ n ih => rw [prod_univ_castSucc, prod_range_succ, ← ih]; rfl

/-- A sum over functions on `Fin (n + 1)`: over the first value, and over the rest. -/
theorem sum_univ_fun_succ {M : Type u} [AddCommMonoid M] {β : Type v} [Fintype β]
    (F : (Fin (n + 1) → β) → M) :
    ∑ f, F f = ∑ b, ∑ f : Fin n → β, F (cons b f) := by
  rw [← (consEquiv n β).sum_comp, Fintype.sum_prod_type]; rfl
theorem sum_univ_fun_zero {M : Type u} [AddCommMonoid M] {β : Type v} [Fintype β]
    (F : (Fin 0 → β) → M) :
    ∑ f, F f = F fun i => nomatch i :=
  Fintype.sum_unique _ (fun _ => funext fun i => nomatch i) F
/-- A sum over the points of a cube: over the first bit, and over the rest. -/
theorem sum_univ_cube_succ {M : Type u} [AddCommMonoid M] (F : (Fin (n + 1) → Bool) → M) :
    ∑ x, F x = (∑ x : Fin n → Bool, F (cons true x)) + ∑ x : Fin n → Bool, F (cons false x) := by
  rw [sum_univ_fun_succ, Fintype.sum_bool]

end Sum

end Fin
