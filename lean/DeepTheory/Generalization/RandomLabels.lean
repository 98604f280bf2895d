prelude
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.Tactic.Linarith
import DeepTheory.Generalization.NoFreeLunch
import DeepTheory.Generalization.RademacherComplexity
/-! # Random labels

A class that shatters the sample fits random labels on it perfectly. A label that is a coin flip,
independent of everything that a predictor sees, is predicted wrongly with probability one half.

Book items: a class that fits all labelings has Rademacher complexity one, under random labels test
accuracy stays at chance (chapter 7).

## Main definitions

* `Generalization.IndepLabel E W y`: the label `y` is independent of the random element `W`.

## Main statements

* `Generalization.isRademacher_one_iff_shatters`: complexity one means that the class shatters the
  points,
* `Generalization.prob_wrong_eq_half`: every function of `W` is wrong with probability `1 / 2`,
* `Generalization.random_labels_chance`: the same for the predictor that a learner returns,
* `Generalization.isProduct_indepLabel`: labels that are drawn apart are independent,
* `Generalization.random_labels_needs_joint`: independence of the sample and of the test input, each
  alone, is not enough; `Generalization.random_labels_needs_fair`: the label must be a fair coin.
-/
set_option autoImplicit false
universe u v w z

namespace Generalization
open VC
open Hypercube (sign)

/-! ## Shattered samples -/

/-- A list of labels for the points of `T`, as a function of their places. -/
theorem exists_forall_get {X : Type v} {Y : Type w} : ∀ (T : List X) (p : List Y),
    p.length = T.length → ∃ y : Fin T.length → Y, ∀ h : X → Y, (∀ i, h (T.get i) = y i) →
      T.map h = p
  | [], [], _ => ⟨fun i => i.elim0, fun _ _ => rfl⟩
  | a :: T, b :: p, e => by
    obtain ⟨y, hy⟩ := exists_forall_get T p (Nat.succ.inj e)
    refine ⟨Fin.cases b y, fun h k => ?_⟩
    show h a :: T.map h = b :: p
    rw [hy h fun i => k i.succ]
    exact congrArg (· :: p) (k (0 : Fin (T.length + 1)))

/-- Random labels (chapter 7), as the book states it: a class of signs has the empirical Rademacher
complexity one at some points, listed in `T`, if and only if it shatters them. A list that it
shatters has no repetition. -/
theorem isRademacher_one_iff_shatters {F : Type u} {X : Type v} [LinearOrderedField F]
    {H : (X → Bool) → Prop} {T : List X} (hT : T ≠ []) :
    IsRademacher (F := F) (fun g => ∃ h, H h ∧ (fun x => sign (h x)) = g) T.get 1 ↔
      Shatters H T := by
  have n : T.length ≠ 0 := fun e => hT (List.length_eq_zero_iff.1 e)
  have inj : ∀ b c : Bool, (sign b : F) = sign c → b = c := fun b c e => by
    have one : (-1 : F) ≠ 1 := ne_of_lt (lt_trans neg_one_lt_zero zero_lt_one)
    cases b <;> cases c
    · rfl
    · exact absurd e.symm one
    · exact absurd e one
    · rfl
  rw [isRademacher_one_iff (fun g ⟨h, _, e⟩ x => by
    rw [← e]
    show (sign (h x) : F) = 1 ∨ sign (h x) = -1
    cases h x
    · exact .inl rfl
    · exact .inr rfl) n]
  constructor
  · intro k p hp
    obtain ⟨y, hy⟩ := exists_forall_get T p hp
    obtain ⟨g, ⟨h, hh, e⟩, m⟩ := k y
    exact ⟨h, hh, hy h fun i => inj _ _ ((congrFun e _).trans (m i))⟩
  · intro k y
    obtain ⟨h, hh, e⟩ := k.exists_get y
    exact ⟨_, ⟨h, hh, rfl⟩, fun i => congrArg sign (e i)⟩

/-! ## Labels that are independent of what the predictor sees -/

variable {F : Type u} {Ω : Type v} {V : Type w} [LinearOrderedField F] {E : Expectation F Ω}

/-- The label `y` is independent of the random element `W`: of all events that `W` decides. -/
def IndepLabel (E : Expectation F Ω) (W : Ω → V) (y : Ω → Bool) : Prop :=
  ∀ (A : V → Prop) [DecidablePred A], (E.IsEvent fun ω => A (W ω)) →
    (E.prob fun ω => A (W ω) ∧ y ω = true) =
      (E.prob fun ω => A (W ω)) * E.prob fun ω => y ω = true

/-- A label that is independent of `W` is independent of every function of it. -/
theorem IndepLabel.comp {V' : Type z} {W : Ω → V} {y : Ω → Bool} (h : IndepLabel E W y)
    (g : V → V') : IndepLabel E (fun ω => g (W ω)) y := fun A _ ev => h (fun v => A (g v)) ev

/-- A coin flip that is independent of `W` differs from every function of `W` with probability
`1 / 2`. -/
theorem prob_wrong_eq_half {W : Ω → V} {y : Ω → Bool} (hy : E.IsEvent fun ω => y ω = true)
    (half : (E.prob fun ω => y ω = true) = 1 / 2) (indep : IndepLabel E W y) {h : V → Bool}
    (hh : E.IsEvent fun ω => h (W ω) = true) : (E.prob fun ω => h (W ω) ≠ y ω) = 1 / 2 := by
  have e : ∀ ω, (if h (W ω) ≠ y ω then (1 : F) else 0) =
      (if h (W ω) = true then 1 else 0) + ((if y ω = true then 1 else 0) -
        2 * if h (W ω) = true ∧ y ω = true then 1 else 0) := fun ω => by
    rw [ite_one_zero_and]
    cases h (W ω) <;> cases y ω
    · rw [if_neg fun k => k rfl, if_neg Bool.noConfusion]; ring
    · rw [if_pos (show false ≠ true by decide), if_neg Bool.noConfusion, if_pos rfl]; ring
    · rw [if_pos (show true ≠ false by decide), if_pos rfl, if_neg Bool.noConfusion]; ring
    · rw [if_neg fun k => k rfl, if_pos rfl]; ring
  have both := Expectation.IsRandom.const_mul 2 (hh.and hy)
  rw [Expectation.prob, E.mean_congr e, E.mean_add hh (Expectation.IsRandom.sub hy both),
    E.mean_sub hy both, E.mean_const_mul 2 (hh.and hy)]
  have k := indep (fun v => h v = true) hh
  rw [half] at k
  show (E.prob fun ω => h (W ω) = true) + ((E.prob fun ω => y ω = true) -
    2 * E.prob fun ω => h (W ω) = true ∧ y ω = true) = 1 / 2
  rw [k, half]
  ring

/-- Random labels (chapter 7): if the label `y` of the test input `x` is a coin flip and independent
of the training sample `S`, the test input and the internal randomness `r` of the learner, jointly,
then the predictor `A S r` is wrong on `x` with probability exactly `1 / 2`. -/
theorem random_labels_chance {X : Type w} {R : Type z} {N : Nat} {S : Ω → Fin N → X × Bool}
    {r : Ω → R} {x : Ω → X} {y : Ω → Bool} (hy : E.IsEvent fun ω => y ω = true)
    (half : (E.prob fun ω => y ω = true) = 1 / 2)
    (indep : IndepLabel E (fun ω => (S ω, r ω, x ω)) y)
    {A : (Fin N → X × Bool) → R → X → Bool}
    (hA : E.IsEvent fun ω => A (S ω) (r ω) (x ω) = true) :
    (E.prob fun ω => A (S ω) (r ω) (x ω) ≠ y ω) = 1 / 2 :=
  prob_wrong_eq_half hy half indep (h := fun v => A v.1 v.2.1 v.2.2) hA

/-- In a product the second coordinate is independent of the first. -/
theorem isProduct_indepLabel {E : Expectation F (Ω × Bool)} {E₁ : Expectation F Ω}
    {E₂ : Expectation F Bool} (hE : E.IsProduct E₁ E₂) (hy : E₂.IsEvent fun b => b = true) :
    IndepLabel E (fun p => p.1) fun p => p.2 := fun A _ a => by
  have hA : E₁.IsEvent A := Expectation.IsRandom.congr (hE.isRandom_mean a) fun ω =>
    E₂.mean_const (if A ω then 1 else 0)
  have b : E.IsEvent fun p : Ω × Bool => p.2 = true := hE.isRandom_snd hy
  have fst : (E.prob fun p => A p.1) = E₁.prob A := hE.mean_fst (hA)
  have snd : (E.prob fun p : Ω × Bool => p.2 = true) = E₂.prob fun b => b = true :=
    hE.mean_snd hy
  rw [fst, snd, Expectation.prob, hE.mean_eq (a.and b), mul_comm, Expectation.prob,
    Expectation.prob, ← E₁.mean_const_mul _ (hA)]
  refine E₁.mean_congr fun ω => ?_
  rw [E₂.mean_congr fun b => ite_one_zero_and (F := F) (A := A ω) (B := b = true),
    E₂.mean_const_mul _ hy, mul_comm]

/-! ## The hypotheses -/

/-- The hypotheses of `random_labels_chance` can hold: two examples, a test input, a random bit of
the learner and a label that are independent coin flips. -/
theorem random_labels_witness :
    ∃ (E : Expectation Rat (((Fin 2 → Bool × Bool) × Bool × Bool) × Bool))
    (S : _ → Fin 2 → Bool × Bool) (r x y : _ → Bool), (∀ X, E.IsRandom X) ∧
      (∀ v, (E.prob fun ω => (S ω, r ω, x ω) = v) = 1 / 64) ∧
      (E.prob fun ω => y ω = true) = 1 / 2 ∧ IndepLabel E (fun ω => (S ω, r ω, x ω)) y := by
  let D := FiniteDistribution.uniform Rat ((Fin 2 → Bool × Bool) × Bool × Bool)
    (h := ⟨(fun _ => (true, true), true, true)⟩)
  let B := FiniteDistribution.uniform Rat Bool (h := ⟨true⟩)
  have prod := FiniteDistribution.isProduct_prod D B
  refine ⟨(D.prod B).expectation, fun ω => ω.1.1, fun ω => ω.1.2.1, fun ω => ω.1.2.2,
    fun ω => ω.2, fun _ => trivial, fun v => ?_, ?_, isProduct_indepLabel prod trivial⟩
  · refine (prod.mean_fst (X := fun w => if w = v then 1 else 0) trivial).trans ?_
    revert v
    decide +kernel
  · rw [show ((D.prod B).expectation.prob fun ω => ω.2 = true) = B.expectation.prob
      fun b => b = true from prod.mean_snd (X := fun b => if b = true then 1 else 0) trivial]
    decide +kernel

/-- Two fair coins. -/
abbrev twoFlips : FiniteDistribution Rat (Bool × Bool) :=
  FiniteDistribution.uniform Rat (Bool × Bool) (h := ⟨(true, true)⟩)

/-- `random_labels_chance` needs joint independence: the test input and the label of the only
example of the sample are two coin flips, and the test label says whether they differ. It is a coin
flip, independent of the input, and independent of the sample, and the learner whose predictor
compares the two is never wrong. -/
theorem random_labels_needs_joint : ∃ (E : Expectation Rat (Bool × Bool))
    (S : Bool × Bool → Fin 1 → Bool × Bool) (r : Bool × Bool → Unit) (x y : Bool × Bool → Bool)
    (A : (Fin 1 → Bool × Bool) → Unit → Bool → Bool), (∀ X, E.IsRandom X) ∧
    (E.prob fun ω => y ω = true) = 1 / 2 ∧ IndepLabel E (fun ω => (S ω, r ω)) y ∧
    IndepLabel E x y ∧ (E.prob fun ω => A (S ω) (r ω) (x ω) ≠ y ω) = 0 := by
  have bit : ∀ w : Bool × Bool → Bool, (∀ c : Bool → Bool,
      (twoFlips.expectation.prob fun ω => c (w ω) = true ∧ Bool.xor ω.1 ω.2 = true) =
        (twoFlips.expectation.prob fun ω => c (w ω) = true) *
          twoFlips.expectation.prob fun ω => Bool.xor ω.1 ω.2 = true) →
      IndepLabel twoFlips.expectation w fun ω => Bool.xor ω.1 ω.2 := fun w h A _ _ => by
    have e : ∀ ω, A (w ω) ↔ decide (A (w ω)) = true := fun ω => decide_eq_true_iff.symm
    rw [Expectation.prob_congr _ e, Expectation.prob_congr _ fun ω => and_congr_left fun _ => e ω]
    exact h fun b => decide (A b)
  exact ⟨twoFlips.expectation, fun ω _ => (true, ω.2), fun _ => (), fun ω => ω.1,
    fun ω => Bool.xor ω.1 ω.2, fun s _ x => Bool.xor x (s 0).2, fun _ => trivial, by decide +kernel,
    (bit (fun ω => ω.2) (by decide +kernel)).comp fun b => (fun _ => (true, b), ()),
    bit (fun ω => ω.1) (by decide +kernel), by decide +kernel⟩

/-- `random_labels_chance` needs a fair coin: a label that is true with probability `3 / 4` is
independent of a sample and an input that are fixed, and predicted wrongly with probability `1 / 4`
only. -/
theorem random_labels_needs_fair : ∃ (E : Expectation Rat Bool) (S : Bool → Fin 1 → Unit × Bool)
    (r x : Bool → Unit) (y : Bool → Bool) (A : (Fin 1 → Unit × Bool) → Unit → Unit → Bool),
    (∀ X, E.IsRandom X) ∧ IndepLabel E (fun ω => (S ω, r ω, x ω)) y ∧
    (E.prob fun ω => A (S ω) (r ω) (x ω) ≠ y ω) = 1 / 4 := by
  refine ⟨(FiniteDistribution.bernoulli (3 / 4 : Rat) (by decide +kernel)
    (by decide +kernel)).expectation, fun _ _ => ((), true), fun _ => (), fun _ => (), fun b => b,
    fun _ _ _ => true, fun _ => trivial, fun A _ _ => ?_, by decide +kernel⟩
  by_cases a : A (fun _ => ((), true), (), ())
  · rw [Expectation.prob_congr _ fun b => show _ ∧ b = true ↔ b = true from and_iff_right a,
      Expectation.prob_of_forall _ fun _ => a, one_mul]
  · rw [Expectation.prob_of_forall_not _ fun _ k => a k.1,
      Expectation.prob_of_forall_not _ fun _ => a, zero_mul]

end Generalization
