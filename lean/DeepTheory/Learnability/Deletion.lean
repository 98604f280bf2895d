prelude
import DeepTheory.Algebra.Fintype.Basic
import DeepTheory.Algebra.Fin.Basic
/-! # The deletion algorithm for disjunctions of conjunctions

Start with all candidate conjunctions, and delete those that are true on a negative example. The
disjunction of the survivors is a consistent hypothesis for every target that is a disjunction of
candidates.

Book items: conjunctions and disjunctions (part of Definition 9.7), the deletion algorithm, Lemma
9.12 (no false deletions), consistency of the output (chapter 9).

## Main definitions

* `Deletion.Conjunction d`: a conjunction of literals in `d` variables; `Deletion.Conjunction.eval`.
* `Deletion.dnf l x`: some term of the list `l` is true at `x`.
* `Deletion.survivors candidates sample`: the algorithm.
* `Deletion.conjunctions d k`: all conjunctions of at most `k` literals.

## Main statements

* `Deletion.mem_survivors_iff`: a candidate survives exactly when no negative example satisfies it;
  the order of the examples does not matter.
* `Deletion.mem_survivors`: Lemma 9.12.
* `Deletion.le_output`, `Deletion.output_eq_label`: the output contains the target, and agrees with
  all examples.

## Notes

The theorems hold for terms of any kind with an evaluation, not only for conjunctions.
-/
set_option autoImplicit false
universe u v

namespace Deletion

/-- A conjunction of literals: for each variable, the truth value that it must have, if any. -/
def Conjunction (d : Nat) : Type := Fin d → Option Bool

instance (d : Nat) : Fintype (Conjunction d) := inferInstanceAs (Fintype (Fin d → Option Bool))

/-- The value of a conjunction at `x`: all its literals are true. The empty one is true. -/
def Conjunction.eval {d : Nat} (T : Conjunction d) (x : Fin d → Bool) : Bool :=
  decide (∀ i, ∀ b, T i = some b → x i = b)

/-- The number of literals. -/
def Conjunction.size {d : Nat} (T : Conjunction d) : Nat :=
  (Finset.univ.filter fun i : Fin d => (T i).isSome = true).card

/-- All conjunctions of at most `k` literals in `d` variables. -/
def conjunctions (d k : Nat) : List (Conjunction d) :=
  (Fintype.elems : List (Conjunction d)).filter fun T => decide (T.size ≤ k)

theorem mem_conjunctions {d k : Nat} {T : Conjunction d} : T ∈ conjunctions d k ↔ T.size ≤ k := by
  rw [conjunctions, List.mem_filter, decide_eq_true_eq]
  exact ⟨fun h => h.2, fun h => ⟨Fintype.complete T, h⟩⟩

section General
variable {T : Type u} {X : Type v} (eval : T → X → Bool)

/-- The disjunction of the terms of a list, as in Definition 9.7. -/
def dnf (l : List T) (x : X) : Bool := l.any fun t => eval t x

/-- The deletion algorithm: for each negative example, delete the candidates that it satisfies. -/
def survivors (candidates : List T) : List (X × Bool) → List T
  | [] => candidates
  | (_, true) :: sample => survivors candidates sample
  | (x, false) :: sample => (survivors candidates sample).filter fun t => !eval t x

variable {eval}

theorem dnf_eq_true_iff {l : List T} {x : X} : dnf eval l x = true ↔ ∃ t, t ∈ l ∧ eval t x = true :=
  List.any_eq_true

/-- A candidate survives exactly when no negative example satisfies it. So the order of the examples
does not matter, and positive examples are not used. -/
theorem mem_survivors_iff {candidates : List T} {sample : List (X × Bool)} {t : T} :
    t ∈ survivors eval candidates sample ↔
      t ∈ candidates ∧ ∀ x, (x, false) ∈ sample → eval t x = false := by
  induction sample with
  | nil => exact ⟨fun h => ⟨h, fun _ k => absurd k List.not_mem_nil⟩, fun h => h.1⟩
  | cons z sample ih =>
    obtain ⟨y, b⟩ := z
    cases b with
    | true =>
      rw [survivors, ih]
      refine and_congr Iff.rfl (forall_congr' fun x => ?_)
      rw [List.mem_cons]
      exact ⟨fun h k => k.elim (fun e => Bool.noConfusion (congrArg Prod.snd e)) h,
        fun h k => h (.inr k)⟩
    | false =>
      rw [survivors, List.mem_filter, ih]
      constructor
      · intro ⟨⟨h, k⟩, l⟩
        refine ⟨h, fun x m => ?_⟩
        rcases List.mem_cons.1 m with e | m
        · have e : x = y := congrArg Prod.fst e
          rw [e]
          cases hv : eval t y
          · rfl
          · rw [hv] at l; exact Bool.noConfusion l
        · exact k x m
      · intro ⟨h, k⟩
        refine ⟨⟨h, fun x m => k x (List.mem_cons_of_mem _ m)⟩, ?_⟩
        rw [k y List.mem_cons_self]; rfl

/-- Lemma 9.12 (no false deletions): if the labels are those of a disjunction `target`, the deletion
algorithm never removes a candidate that is one of its terms. -/
theorem mem_survivors {candidates target : List T} {sample : List (X × Bool)}
    (noiseFree : ∀ x b, (x, b) ∈ sample → b = dnf eval target x) {t : T} (ht : t ∈ target)
    (hc : t ∈ candidates) : t ∈ survivors eval candidates sample := by
  refine mem_survivors_iff.2 ⟨hc, fun x hx => ?_⟩
  cases h : eval t x
  · rfl
  · have := noiseFree x false hx
    rw [dnf_eq_true_iff.2 ⟨t, ht, h⟩] at this
    exact Bool.noConfusion this

/-- The output contains the target (chapter 9): where the target is true, so is the output. Errors
are false positives only. -/
theorem le_output {candidates target : List T} {sample : List (X × Bool)}
    (noiseFree : ∀ x b, (x, b) ∈ sample → b = dnf eval target x)
    (hc : ∀ t, t ∈ target → t ∈ candidates) {x : X} (h : dnf eval target x = true) :
    dnf eval (survivors eval candidates sample) x = true := by
  obtain ⟨t, ht, e⟩ := dnf_eq_true_iff.1 h
  exact dnf_eq_true_iff.2 ⟨t, mem_survivors noiseFree ht (hc t ht), e⟩

/-- The output is consistent (chapter 9): it agrees with the label of every example. -/
theorem output_eq_label {candidates target : List T} {sample : List (X × Bool)}
    (noiseFree : ∀ x b, (x, b) ∈ sample → b = dnf eval target x)
    (hc : ∀ t, t ∈ target → t ∈ candidates) {x : X} {b : Bool} (h : (x, b) ∈ sample) :
    dnf eval (survivors eval candidates sample) x = b := by
  cases b with
  | true => exact le_output noiseFree hc (noiseFree x true h).symm
  | false =>
    cases e : dnf eval (survivors eval candidates sample) x
    · rfl
    · obtain ⟨t, ht, k⟩ := dnf_eq_true_iff.1 e
      rw [(mem_survivors_iff.1 ht).2 x h] at k
      exact k.symm

end General

/-! ## Witness and controls -/

/-- The conjunction of the literal "`x 0` is true". -/
def first : Conjunction 2 := fun i => if i = 0 then some true else none

/-- The hypotheses of `mem_survivors` can hold, and candidates are deleted: the target "`x 0` is
true", one positive and one negative example. -/
theorem mem_survivors_witness : ∃ sample : List ((Fin 2 → Bool) × Bool),
    (∀ z, z ∈ sample → z.2 = dnf Conjunction.eval [first] z.1) ∧ first ∈ conjunctions 2 1 ∧
      (survivors Conjunction.eval (conjunctions 2 1) sample).length <
        (conjunctions 2 1).length :=
  ⟨[(fun _ => true, true), (fun _ => false, false)], by decide +kernel⟩

/-- With a wrong label a term of the target is deleted. -/
theorem mem_survivors_needs_noise_free : ∃ sample : List ((Fin 2 → Bool) × Bool),
    first ∈ conjunctions 2 1 ∧ ¬first ∈ survivors Conjunction.eval (conjunctions 2 1) sample :=
  ⟨[(fun _ => true, false)], by decide +kernel⟩

/-- If terms of the target are not among the candidates, the output can be wrong on an example. -/
theorem output_eq_label_needs_candidates : ∃ sample : List ((Fin 2 → Bool) × Bool),
    (∀ z, z ∈ sample → z.2 = dnf Conjunction.eval [first] z.1) ∧
      ∃ z, z ∈ sample ∧ dnf Conjunction.eval (survivors Conjunction.eval [] sample) z.1 ≠ z.2 :=
  ⟨[(fun _ => true, true)], by decide +kernel⟩

end Deletion
