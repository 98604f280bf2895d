prelude
import DeepTheory.Core.List.Lemmas
/-!
# Bounded quantifiers over natural numbers

`∀ k < n` and `∃ k < n` are decidable, so that `decide` proves statements about all numbers below
a bound.

## Main statements

* `Nat.decidableBallLT`, `Nat.decidableBallLE`, `Nat.decidableExistsLT`, `Nat.decidableExistsLE`
* `Nat.forall_lt_succ_left`, `Nat.forall_lt_succ_right` and the same for `∃`
* `Nat.exists_least`: the least number with a property
-/
set_option autoImplicit false
universe u

namespace Nat

theorem forall_lt_succ_left {n : Nat} {p : Nat → Prop} :
    (∀ m, m < n + 1 → p m) ↔ p 0 ∧ ∀ m, m < n → p (m + 1) :=
  ⟨fun h => ⟨h 0 (zero_lt_succ n), fun m hm => h (m + 1) (succ_lt_succ hm)⟩, fun h m hm =>
    match m, hm with
    | 0, _ => h.1
    | m + 1, hm => h.2 m (lt_of_succ_lt_succ hm)⟩

theorem forall_lt_succ_right {n : Nat} {p : Nat → Prop} :
    (∀ m, m < n + 1 → p m) ↔ (∀ m, m < n → p m) ∧ p n :=
  ⟨fun h => ⟨fun m hm => h m (lt_succ_of_le (Nat.le_of_lt hm)), h n (lt_succ_self n)⟩,
    fun h m hm => (lt_succ_iff_lt_or_eq.1 hm).elim (h.1 m) fun e => e ▸ h.2⟩

theorem exists_lt_succ_left {n : Nat} {p : Nat → Prop} :
    (∃ m, m < n + 1 ∧ p m) ↔ p 0 ∨ ∃ m, m < n ∧ p (m + 1) :=
  ⟨fun ⟨m, hm, h⟩ => match m, hm, h with
    | 0, _, h => Or.inl h
    | m + 1, hm, h => Or.inr ⟨m, lt_of_succ_lt_succ hm, h⟩,
    fun h => h.elim (fun h => ⟨0, zero_lt_succ n, h⟩)
      fun ⟨m, hm, h⟩ => ⟨m + 1, succ_lt_succ hm, h⟩⟩

theorem exists_lt_succ_right {n : Nat} {p : Nat → Prop} :
    (∃ m, m < n + 1 ∧ p m) ↔ (∃ m, m < n ∧ p m) ∨ p n :=
  ⟨fun ⟨m, hm, h⟩ => (lt_succ_iff_lt_or_eq.1 hm).elim (fun hm => Or.inl ⟨m, hm, h⟩)
      fun e => Or.inr (e ▸ h),
    fun h => h.elim (fun ⟨m, hm, h⟩ => ⟨m, lt_succ_of_le (Nat.le_of_lt hm), h⟩)
      fun h => ⟨n, lt_succ_self n, h⟩⟩

instance decidableBallLT : (n : Nat) → (P : ∀ k, k < n → Prop) →
    [∀ n h, Decidable (P n h)] → Decidable (∀ n h, P n h)
  | 0, _, _ => isTrue fun _ h => absurd h (not_lt_zero _)
  | n + 1, P, inst =>
    match decidableBallLT n (fun k h => P k (lt_succ_of_le (Nat.le_of_lt h))) with
    | isTrue h =>
      match inst n (lt_succ_self n) with
      | isTrue p => isTrue fun k hk =>
        if e : k < n then h k e
        else by
          have e' : k = n := Nat.le_antisymm (le_of_lt_succ hk) (Nat.le_of_not_lt e)
          subst e'
          exact p
      | isFalse p => isFalse fun h' => p (h' n _)
    | isFalse h => isFalse fun h' => h fun k hk => h' k _

instance decidableForallFin {n : Nat} (P : Fin n → Prop) [DecidablePred P] :
    Decidable (∀ i, P i) :=
  decidable_of_iff (∀ k h, P ⟨k, h⟩) ⟨fun h ⟨k, hk⟩ => h k hk, fun h k hk => h ⟨k, hk⟩⟩

instance decidableBallLE (n : Nat) (P : ∀ k, k ≤ n → Prop) [∀ n h, Decidable (P n h)] :
    Decidable (∀ n h, P n h) :=
  decidable_of_iff (∀ k (h : k < succ n), P k (le_of_lt_succ h))
    ⟨fun h k hk => h k (lt_succ_of_le hk), fun h k _ => h k _⟩

instance decidableExistsLT {p : Nat → Prop} [h : DecidablePred p] :
    DecidablePred fun n => ∃ m, m < n ∧ p m
  | 0 => isFalse fun ⟨_, h, _⟩ => not_lt_zero _ h
  | n + 1 =>
    @decidable_of_iff _ ((∃ m, m < n ∧ p m) ∨ p n) exists_lt_succ_right.symm
      (@instDecidableOr _ _ (decidableExistsLT (p := p) n) (h n))

instance decidableExistsLE {p : Nat → Prop} [DecidablePred p] :
    DecidablePred fun n => ∃ m, m ≤ n ∧ p m := fun n =>
  decidable_of_iff (∃ m, m < n + 1 ∧ p m)
    (exists_congr fun _ => and_congr_left fun _ => Nat.lt_succ_iff)

instance decidableExistsFin {n : Nat} (P : Fin n → Prop) [DecidablePred P] :
    Decidable (∃ i, P i) :=
  match decidableForallFin fun i => ¬P i with
  | isTrue h => isFalse fun ⟨i, hi⟩ => h i hi
  | isFalse h => isTrue (Classical.not_forall_not.1 h)

/-- A property that some number has, a least number has. -/
theorem exists_least {p : Nat → Prop} (h : ∃ n, p n) : ∃ n, p n ∧ ∀ m, m < n → ¬p m := by
  obtain ⟨n, hn⟩ := h
  induction n using Nat.strongRecOn with
  | ind n ih =>
    by_cases hm : ∃ m, m < n ∧ p m
    · exact hm.elim fun m hm => ih m hm.1 hm.2
    · exact ⟨n, hn, fun m hmn hpm => hm ⟨m, hmn, hpm⟩⟩

end Nat
