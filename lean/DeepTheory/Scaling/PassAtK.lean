prelude
import DeepTheory.Algebra.BigOperators.Functions
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.Tactic.Field
import DeepTheory.Algebra.Tactic.Omega
import DeepTheory.Probability.Independence
import DeepTheory.Real.Pow
/-! # pass@K: repeated sampling with an oracle verifier

Independent attempts at a problem, each with its own finite sample space and law, succeed together
if one of them succeeds and the verifier recognises it.

Book items: Lemma 17.8, sample sizes, diminishing returns of repeated sampling (chapter 17).

## Main definitions

* `PassAtK.passProb μ solves`: the probability, under the product of the laws `μ i`, that some
  attempt `i` solves the problem.
* `PassAtK.success μ solves`: the probability that a single attempt does.
* `PassAtK.estimator n K c`: the estimate of pass@K from `c` correct ones among `n` samples.
* `PassAtK.binomialMean n p f`: the mean of `f`, a function of the number of successes, over `n`
  independent attempts with success probability `p`.

## Main statements

* `PassAtK.prob_exists_eq`: Lemma 17.8 for independent events of any probability space;
  `PassAtK.passProb_eq`: for attempts in finite spaces, where the probability is a finite sum;
  `PassAtK.prob_exists_eq_prod`, `PassAtK.passProb_eq_prod`: also for attempts that differ.
* `PassAtK.binomialMean_estimator`: the estimator is unbiased.
* `PassAtK.pass_mono`, `PassAtK.pass_mono_left`: more attempts, and better ones, help.
* `PassAtK.pass_le`, `PassAtK.le_pass`, `PassAtK.le_pass_of_le`, `PassAtK.le_pass_of_log_le`: bounds
  and sample sizes.
* `PassAtK.pass_succ_sub`, `PassAtK.gain_le`: diminishing returns.

## Notes

The laws may be signed: only the theorems about order need probabilities.
-/
set_option autoImplicit false
universe u v w

open Finset

namespace PassAtK

/-! ## Independent attempts -/

section Independent
variable {ι : Type u} {Ω : ι → Type v} {R : Type w} [Fintype ι] [(i : ι) → Fintype (Ω i)]
  [CommRing R]

/-- The probability that one attempt with law `μ` solves the problem. -/
def success {Ω : Type v} [Fintype Ω] (μ : Ω → R) (solves : Ω → Bool) : R :=
  ∑ a, μ a * if solves a = true then 1 else 0

/-- The probability that some attempt solves the problem; attempts are independent, so the law of
all of them is the product of their laws. -/
def passProb (μ : (i : ι) → Ω i → R) (solves : (i : ι) → Ω i → Bool) : R :=
  ∑ x : (i : ι) → Ω i, (∏ i, μ i (x i)) * if ∃ i, solves i (x i) = true then 1 else 0

/-- Lemma 17.8 for attempts that differ: the failures of independent attempts multiply. -/
theorem passProb_eq_prod {μ : (i : ι) → Ω i → R} (hμ : ∀ i, ∑ a, μ i a = 1)
    (solves : (i : ι) → Ω i → Bool) :
    passProb μ solves = 1 - ∏ i, (1 - success (μ i) (solves i)) := by
  have fail : ∀ i, 1 - success (μ i) (solves i) =
      ∑ a, μ i a * if solves i a = true then 0 else 1 := fun i => by
    rw [show (1 : R) - success (μ i) (solves i) = (∑ a, μ i a) -
      ∑ a, μ i a * (if solves i a = true then 1 else 0) by rw [hμ i]; rfl, ← sum_sub_distrib]
    refine sum_congr rfl fun a _ => ?_
    by_cases h : solves i a = true
    · rw [if_pos h, if_pos h, mul_one, sub_self, mul_zero]
    · rw [if_neg h, if_neg h, mul_zero, sub_zero, mul_one]
  have indicator : ∀ x : (i : ι) → Ω i, (if ∃ i, solves i (x i) = true then (1 : R) else 0) =
      1 - ∏ i, if solves i (x i) = true then 0 else 1 := fun x => by
    by_cases h : ∃ i, solves i (x i) = true
    · rw [if_pos h]
      obtain ⟨i, hi⟩ := h
      rw [prod_eq_zero (f := fun i => if solves i (x i) = true then (0 : R) else 1) (mem_univ i)
        (if_pos hi), sub_zero]
    · rw [if_neg h, prod_eq_one fun i _ => if_neg fun hi => h ⟨i, hi⟩, sub_self]
  have e : passProb μ solves = (∑ x : (i : ι) → Ω i, ∏ i, μ i (x i)) -
      ∑ x : (i : ι) → Ω i, (∏ i, μ i (x i)) * ∏ i, if solves i (x i) = true then 0 else 1 := by
    rw [← sum_sub_distrib]
    exact sum_congr rfl fun x _ => by rw [indicator, mul_sub, mul_one]
  rw [prod_congr rfl fun i _ => fail i, e, sum_prod_weights hμ,
    sum_prod_mul_prod μ fun i a => if solves i a = true then (0 : R) else 1]

/-- Lemma 17.8 (oracle pass probability): if each of `K` independent attempts solves the problem
with probability `p`, some attempt does with probability `1 - (1 - p) ^ K`. -/
theorem passProb_eq {μ : (i : ι) → Ω i → R} (hμ : ∀ i, ∑ a, μ i a = 1)
    {solves : (i : ι) → Ω i → Bool} {p : R} (hp : ∀ i, success (μ i) (solves i) = p) :
    passProb μ solves = 1 - (1 - p) ^ Fintype.card ι := by
  rw [passProb_eq_prod hμ, prod_congr rfl fun i _ => by rw [hp i], prod_const]; rfl

omit [Fintype ι] in
/-- The hypotheses of `passProb_eq` can hold: three attempts that succeed with probability `1 / 4`.
-/
theorem passProb_eq_witness : ∃ (μ : Fin 3 → Bool → Rat) (solves : Fin 3 → Bool → Bool),
    (∀ i, ∑ a, μ i a = 1) ∧ (∀ i a, 0 ≤ μ i a) ∧ ∀ i, success (μ i) (solves i) = 1 / 4 :=
  ⟨fun _ b => if b = true then 1 / 4 else 3 / 4, fun _ b => b, by decide +kernel⟩

/-- Without independence `passProb_eq` fails: two attempts that always have the same outcome, each
correct with probability `1 / 2`, solve the problem with probability `1 / 2` and not `3 / 4`. -/
theorem passProb_eq_needs_independent : ∃ law : (Fin 2 → Bool) → Rat,
    (∀ x, 0 ≤ law x) ∧ ∑ x, law x = 1 ∧
      (∀ i, (∑ x, law x * if x i = true then 1 else 0) = 1 / 2) ∧
      (∑ x, law x * if ∃ i, x i = true then 1 else 0) = 1 / 2 :=
  ⟨fun x => if x 0 = x 1 then 1 / 2 else 0, by decide +kernel⟩

/-- Without an oracle `passProb_eq` fails: a verifier that accepts the first attempt only, of two
independent ones with success probability `1 / 2`, finds a solution with probability `1 / 2`. -/
theorem passProb_eq_needs_oracle :
    (∑ x : Fin 2 → Bool, (∏ _i : Fin 2, (1 / 2 : Rat)) * if x 0 = true then 1 else 0) ≠
      1 - (1 - 1 / 2) ^ 2 := by decide +kernel

end Independent

/-! ## Independent events of any probability space -/

section Events
variable {F : Type u} {Ω : Type v} {ι : Type w} [LinearOrderedField F] [Fintype ι]
  {E : Expectation F Ω} {A : ι → Ω → Prop} [(i : ι) → DecidablePred (A i)]

/-- Lemma 17.8 for events that differ: the probability that one of finitely many independent events
happens. -/
theorem prob_exists_eq_prod (h : E.IndepEvents A) (hA : ∀ i, E.IsEvent (A i)) :
    (E.prob fun ω => ∃ i, A i ω) = 1 - ∏ i, (1 - E.prob (A i)) := by
  have indicator : ∀ ω, (if ∃ i, A i ω then (1 : F) else 0) =
      1 - ∏ i, (1 + -1 * if A i ω then 1 else 0) := fun ω => by
    by_cases k : ∃ i, A i ω
    · rw [if_pos k]
      obtain ⟨i, hi⟩ := k
      rw [prod_eq_zero (f := fun i => (1 + -1 * if A i ω then (1 : F) else 0)) (mem_univ i)
        (by rw [if_pos hi]; ring), sub_zero]
    · rw [if_neg k, prod_eq_one fun i _ => by
        rw [if_neg fun hi => k ⟨i, hi⟩, mul_zero, add_zero], sub_self]
  have random : E.IsRandom fun ω => ∏ i, (1 + -1 * if A i ω then (1 : F) else 0) :=
    Expectation.IsRandom.prod fun i _ =>
      E.isRandom_add (E.isRandom_const 1) (Expectation.IsRandom.const_mul (-1) (hA i))
  rw [Expectation.prob, E.mean_congr indicator, E.mean_sub (E.isRandom_const 1) random,
    E.mean_one, h.mean_prod hA (fun _ => 1) fun _ => -1]
  exact congrArg _ (prod_congr rfl fun i _ => by ring)

/-- Lemma 17.8 (oracle pass probability): if each of `K` independent attempts succeeds with
probability `p`, some attempt does with probability `1 - (1 - p) ^ K`. -/
theorem prob_exists_eq (h : E.IndepEvents A) (hA : ∀ i, E.IsEvent (A i)) {p : F}
    (hp : ∀ i, E.prob (A i) = p) :
    (E.prob fun ω => ∃ i, A i ω) = 1 - (1 - p) ^ Fintype.card ι := by
  rw [prob_exists_eq_prod h hA, prod_congr rfl fun i _ => by rw [hp i], prod_const]; rfl

end Events

/-- There are independent events for any number of attempts and any probability: draws of a coin. -/
theorem exists_indepEvents {F : Type u} [LinearOrderedField F] (K : Nat) {p : F} (h₀ : 0 ≤ p)
    (h₁ : p ≤ 1) : ∃ (E : Expectation F (Fin K → Bool)),
      (E.IndepEvents fun (i : Fin K) x => x i = true) ∧
        (∀ i : Fin K, E.IsEvent fun x => x i = true) ∧
          ∀ i : Fin K, (E.prob fun x => x i = true) = p := by
  have s := FiniteDistribution.isSample_iid (FiniteDistribution.bernoulli p h₀ h₁) K
  refine ⟨((FiniteDistribution.bernoulli p h₀ h₁).iid K).expectation,
    s.indepEvents (A := fun _ b => b = true) fun _ => trivial, fun _ => trivial, fun i => ?_⟩
  refine (s.toIdenticallyDistributed.prob (A := fun b => b = true) trivial i).trans ?_
  show (∑ b : Bool, cond b p (1 - p) * if b = true then 1 else 0) = p
  rw [Fintype.sum_bool, if_pos rfl, if_neg Bool.noConfusion, mul_zero, add_zero, mul_one]
  rfl

/-- The hypotheses of `prob_exists_eq` can hold: three attempts with probability `1 / 4`. -/
theorem prob_exists_eq_witness : ∃ (E : Expectation Rat (Fin 3 → Bool)),
    (E.IndepEvents fun (i : Fin 3) x => x i = true) ∧
      (∀ i : Fin 3, E.IsEvent fun x => x i = true) ∧
        ∀ i : Fin 3, (E.prob fun x => x i = true) = 1 / 4 :=
  exists_indepEvents 3 (by decide +kernel) (by decide +kernel)

/-! ## The unbiased estimator -/

/-- Choosing `c` and then `K` others is choosing `K` and then `c` others. -/
theorem choose_mul_choose_sub (n c K : Nat) :
    n.choose c * (n - c).choose K = n.choose K * (n - K).choose c := by
  by_cases h : c + K ≤ n
  · have hc : c ≤ n := Nat.le_trans (Nat.le_add_right c K) h
    have hK : K ≤ n := Nat.le_trans (Nat.le_add_left K c) h
    have hKc : K ≤ n - c := Nat.le_sub_of_add_le (by rwa [Nat.add_comm])
    have hcK : c ≤ n - K := Nat.le_sub_of_add_le h
    have e : n - c - K = n - K - c := by rw [Nat.sub_sub, Nat.sub_sub, Nat.add_comm]
    have a := Nat.choose_mul_factorial_mul_factorial hc
    have b := Nat.choose_mul_factorial_mul_factorial hKc
    have a' := Nat.choose_mul_factorial_mul_factorial hK
    have b' := Nat.choose_mul_factorial_mul_factorial hcK
    rw [← b] at a
    rw [← b'] at a'
    rw [e] at a
    refine Nat.eq_of_mul_eq_mul_right
      (m := c.factorial * K.factorial * (n - K - c).factorial) ?_ ?_
    · exact Nat.mul_pos (Nat.mul_pos (Nat.factorial_pos c) (Nat.factorial_pos K))
        (Nat.factorial_pos _)
    · have : n.choose c * (n - c).choose K * (c.factorial * K.factorial * (n - K - c).factorial) =
          n.choose c * c.factorial * ((n - c).choose K * K.factorial * (n - K - c).factorial) := by
        ring
      rw [this, a, ← a']
      ring
  · have h₁ : n < c + K := Nat.lt_of_not_le h
    have z : ∀ {a b : Nat}, n < a + b → n.choose a * (n - a).choose b = 0 := fun {a b} l => by
      by_cases ha : n < a
      · rw [Nat.choose_eq_zero_of_lt ha, Nat.zero_mul]
      · rw [Nat.choose_eq_zero_of_lt (n := n - a) (by omega), Nat.mul_zero]
    rw [z h₁, z (by rwa [Nat.add_comm])]

section Estimator
variable {F : Type w}

/-- The mean of `f`, a function of the number of successes, over `n` independent attempts with
success probability `p`. -/
def binomialMean [CommRing F] (n : Nat) (p : F) (f : Nat → F) : F :=
  ∑ x : Fin n → Bool, (∏ i, if x i = true then p else 1 - p) * f (Cube.weight x)

/-- The weight of an outcome depends on the number of successes only. -/
theorem prod_bernoulli [CommRing F] {n : Nat} (p q : F) (x : Fin n → Bool) :
    (∏ i, if x i = true then p else q) = p ^ Cube.weight x * q ^ (n - Cube.weight x) := by
  have e : n - Cube.weight x = ∑ i, if x i = true then 0 else 1 := by
    refine Nat.sub_eq_of_eq_add ?_
    rw [Cube.weight, ← sum_add_distrib, sum_congr rfl fun i _ =>
      show ((if x i = true then 0 else 1) + if x i = true then 1 else 0) = 1 by
        cases x i <;> rfl]
    exact (Fintype.card_fin n).symm.trans (Fintype.card_eq_sum_ones _)
  rw [e, Cube.weight, ← prod_pow_eq_pow_sum, ← prod_pow_eq_pow_sum, ← prod_mul_distrib]
  refine prod_congr rfl fun i _ => ?_
  cases x i
  · rw [if_neg nofun, if_neg nofun, if_neg nofun, pow_zero, pow_one, one_mul]
  · rw [if_pos rfl, if_pos rfl, if_pos rfl, pow_zero, pow_one, mul_one]

/-- The mean in terms of the binomial law. -/
theorem binomialMean_eq [CommRing F] (n : Nat) (p : F) (f : Nat → F) :
    binomialMean n p f = ∑ c < n + 1, (n.choose c : F) * (p ^ c * (1 - p) ^ (n - c) * f c) := by
  rw [binomialMean, ← Cube.sum_weight n fun c => p ^ c * (1 - p) ^ (n - c) * f c]
  exact sum_congr rfl fun x _ => by rw [prod_bernoulli]

/-- The estimate of pass@K from `c` correct ones among `n` samples: one minus the share of the
`K`-element sets of samples without a correct one. -/
def estimator [Field F] (n K c : Nat) : F := 1 - ((n - c).choose K : F) / n.choose K

/-- The estimator of pass@K is unbiased: its mean over `n ≥ K` independent samples is
`1 - (1 - p) ^ K`. -/
theorem binomialMean_estimator [LinearOrderedField F] {n K : Nat} (h : K ≤ n) (p : F) :
    binomialMean n p (estimator n K) = 1 - (1 - p) ^ K := by
  have h0 : (n.choose K : F) ≠ 0 := Nat.cast_ne_zero.2 (Nat.ne_of_gt (Nat.choose_pos h))
  -- the sets of failures only, counted twice
  have key : ∑ c < n + 1, (n.choose c : F) * (p ^ c * (1 - p) ^ (n - c) * (n - c).choose K) =
      n.choose K * (1 - p) ^ K := by
    have split : ∑ c < n + 1, (n.choose c : F) * (p ^ c * (1 - p) ^ (n - c) * (n - c).choose K) =
        ∑ c < n - K + 1, (n.choose K * (1 - p) ^ K) *
          (p ^ c * (1 - p) ^ (n - K - c) * ((n - K).choose c : F)) := by
      refine (sum_subset (s := range (n - K + 1)) ?_ _ ?_).symm.trans ?_
      · intro c hc
        exact mem_range.2 (Nat.lt_of_lt_of_le (mem_range.1 hc)
          (Nat.succ_le_succ (Nat.sub_le n K)))
      · intro c _ hc
        have l : n - K < c := Nat.lt_of_not_le fun l => hc (mem_range.2 (Nat.lt_succ_of_le l))
        have z : (n.choose c : F) * ((n - c).choose K : F) = 0 := by
          rw [← Nat.cast_mul, choose_mul_choose_sub, Nat.choose_eq_zero_of_lt l, Nat.mul_zero,
            Nat.cast_zero]
        rw [mul_left_comm, z, mul_zero]
      · refine sum_congr rfl fun c hc => ?_
        have l : c ≤ n - K := Nat.le_of_lt_succ (mem_range.1 hc)
        have e : n - c = K + (n - K - c) := by omega
        have z : (n.choose c : F) * ((n - c).choose K : F) =
            n.choose K * ((n - K).choose c : F) := by
          rw [← Nat.cast_mul, choose_mul_choose_sub, Nat.cast_mul]
        have s : (1 - p) ^ (n - c) = (1 - p) ^ K * (1 - p) ^ (n - K - c) := by rw [e, pow_add]
        rw [s, show ∀ a b d f g : F, a * (b * (d * f) * g) = a * g * (b * (d * f)) from
          fun a b d f g => by ring, z]
        ring
    rw [split, ← mul_sum, ← add_pow, show p + (1 - p) = 1 by ring, one_pow, mul_one]
  have total : ∑ c < n + 1, (n.choose c : F) * (p ^ c * (1 - p) ^ (n - c)) = 1 := by
    have := add_pow p (1 - p) n
    rw [show p + (1 - p) = 1 by ring, one_pow] at this
    exact (sum_congr rfl fun c _ => mul_comm _ _).trans this.symm
  rw [binomialMean_eq, sum_congr rfl fun c _ =>
    show (n.choose c : F) * (p ^ c * (1 - p) ^ (n - c) * estimator n K c) =
      (n.choose c : F) * (p ^ c * (1 - p) ^ (n - c)) -
        (n.choose c : F) * (p ^ c * (1 - p) ^ (n - c) * (n - c).choose K) / n.choose K by
      rw [estimator, mul_sub, mul_sub, mul_one, ← mul_div_assoc, ← mul_div_assoc],
    sum_sub_distrib, ← sum_div, key, total, mul_div_cancel_left₀ _ h0]

/-- `binomialMean_estimator` fails with fewer samples than attempts: `n = 1`, `K = 2`. -/
theorem binomialMean_estimator_needs_le :
    binomialMean 1 (1 / 2 : Rat) (estimator 1 2) ≠ 1 - (1 - 1 / 2) ^ 2 := by decide +kernel

/-- The plug-in estimate `1 - (1 - c / n) ^ K` is biased: it is too small on average. -/
theorem binomialMean_plugIn_lt :
    binomialMean 2 (1 / 2 : Rat) (fun c => 1 - (1 - c / 2) ^ 2) < 1 - (1 - 1 / 2) ^ 2 := by
  decide +kernel

end Estimator

/-! ## Bounds and sample sizes -/

/-- The probability that one of `K` independent attempts succeeds, from Lemma 17.8. -/
def pass {R : Type w} [CommRing R] (p : R) (K : Nat) : R := 1 - (1 - p) ^ K

section Bounds
variable {R : Type w} [LinearOrderedCommRing R] {p q : R} {J K : Nat}

/-- It is a probability. -/
theorem pass_nonneg (h₀ : 0 ≤ p) (h₁ : p ≤ 1) : 0 ≤ pass p K :=
  sub_nonneg.2 (pow_le_one₀ (sub_nonneg.2 h₁) (sub_le_self 1 h₀))

theorem pass_le_one (h₁ : p ≤ 1) : pass p K ≤ 1 := sub_le_self 1 (pow_nonneg (sub_nonneg.2 h₁) K)

/-- More attempts help. -/
theorem pass_mono (h₀ : 0 ≤ p) (h₁ : p ≤ 1) (h : J ≤ K) : pass p J ≤ pass p K :=
  sub_le_sub_left (pow_le_pow_of_le_one (sub_nonneg.2 h₁) (sub_le_self 1 h₀) h) 1

/-- Better attempts help. -/
theorem pass_mono_left (h : p ≤ q) (h₁ : q ≤ 1) : pass p K ≤ pass q K :=
  sub_le_sub_left (pow_le_pow_left₀ (sub_nonneg.2 h₁) (sub_le_sub_left h 1) K) 1

/-- `pass_mono` fails for `p > 2`, which is no probability. -/
theorem pass_mono_needs_le_one : ¬pass (3 : Int) 1 ≤ pass 3 2 := by decide

/-- Pass bounds (chapter 17), above: the union bound. -/
theorem pass_le (h₁ : p ≤ 1) : pass p K ≤ min 1 (K * p) := by
  refine le_min (pass_le_one h₁) ?_
  have := one_sub_mul_le_pow (le_trans h₁ one_le_two) K
  rw [pass]
  linarith

/-- Failures are rare: the lower bound without division. -/
theorem one_sub_pow_mul_le (h₀ : 0 ≤ p) (h₁ : p ≤ 1) (K : Nat) :
    (1 - p) ^ K * (1 + K * p) ≤ 1 := by
  have b : 1 + (K : R) * p ≤ (1 + p) ^ K := one_add_mul_le_pow (by linarith) K
  have q : 0 ≤ 1 - p := sub_nonneg.2 h₁
  have s : (1 - p) * (1 + p) ≤ 1 := by nlinarith [sq_nonneg p]
  refine le_trans (mul_le_mul_of_nonneg_left b (pow_nonneg q K)) ?_
  rw [← mul_pow]
  exact pow_le_one₀ (mul_nonneg q (by linarith)) s

/-- Diminishing returns (chapter 17): what one more attempt adds. -/
theorem pass_succ_sub (p : R) (K : Nat) : pass p (K + 1) - pass p K = p * (1 - p) ^ K := by
  rw [pass, pass, pow_succ]; ring

/-- Diminishing returns (chapter 17): each further attempt adds at most what the last one did. -/
theorem pass_succ_sub_anti (h₀ : 0 ≤ p) (h₁ : p ≤ 1) (h : J ≤ K) :
    pass p (K + 1) - pass p K ≤ pass p (J + 1) - pass p J := by
  rw [pass_succ_sub, pass_succ_sub]
  exact mul_le_mul_of_nonneg_left
    (pow_le_pow_of_le_one (sub_nonneg.2 h₁) (sub_le_self 1 h₀) h) h₀

/-- The gain over a single attempt vanishes for hopeless and for certain attempts. -/
theorem gain_zero_one (hK : K ≠ 0) : pass (0 : R) K - 0 = 0 ∧ pass (1 : R) K - 1 = 0 := by
  refine ⟨?_, ?_⟩
  · rw [pass, sub_zero, sub_zero, one_pow, sub_self]
  · rw [pass, sub_self, zero_pow hK, sub_zero, sub_self]

/-- In between it is positive. -/
theorem gain_pos (h₀ : 0 < p) (h₁ : p < 1) (hK : 2 ≤ K) : 0 < pass p K - p := by
  obtain ⟨j, rfl⟩ := Nat.exists_eq_add_of_le hK
  have q : 0 < 1 - p := sub_pos.2 h₁
  have l : (1 - p) ^ (1 + j) < 1 := pow_lt_one₀ q.le (sub_lt_self 1 h₀) (by omega)
  have := mul_lt_mul_of_pos_left l q
  rw [pass, show 2 + j = 1 + j + 1 by omega, pow_succ, mul_comm]
  linarith

/-- Diminishing returns (chapter 17): the gain is largest where `K (1 - p) ^ (K - 1) = 1`. -/
theorem gain_le (hp : p ≤ 1) (hq : q ≤ 1) (hK : (K + 1 : R) * (1 - q) ^ K = 1) :
    pass p (K + 1) - p ≤ pass q (K + 1) - q := by
  -- the tangent of `x ^ (K + 1)` at `1 - q` lies below
  have tangent : ∀ {x y : R}, 0 ≤ x → 0 ≤ y → ∀ n : Nat,
      y ^ (n + 1) + (n + 1) * y ^ n * (x - y) ≤ x ^ (n + 1) := by
    intro x y hx hy n
    induction n with
    | zero => rw [Nat.cast_zero]; apply le_of_eq; ring
    | succ n ih =>
      have h := mul_le_mul_of_nonneg_left ih hx
      have s : 0 ≤ ((n : R) + 1) * y ^ n * (x - y) ^ 2 :=
        mul_nonneg (mul_nonneg (Nat.cast_add_one_pos n).le (pow_nonneg hy n)) (sq_nonneg _)
      rw [Nat.cast_add_one, pow_succ x]
      have e : x * (y ^ (n + 1) + (n + 1) * y ^ n * (x - y)) =
          y ^ (n + 1 + 1) + (n + 1 + 1) * y ^ (n + 1) * (x - y) +
            (n + 1) * y ^ n * (x - y) ^ 2 := by ring
      rw [e] at h
      rw [mul_comm (x ^ (n + 1))]
      linarith
  have t := tangent (sub_nonneg.2 hp) (sub_nonneg.2 hq) K
  rw [hK] at t
  rw [pass, pass]
  linarith

/-- The hypothesis of `gain_le` can hold: two attempts gain most at `p = 1 / 2`. -/
theorem gain_le_witness : ((1 : Nat) + 1 : Rat) * (1 - 1 / 2) ^ 1 = 1 := by decide +kernel

end Bounds

section Field
variable {F : Type w} [LinearOrderedField F] {p δ : F} {K : Nat}

/-- Pass bounds (chapter 17), below. -/
theorem le_pass (h₀ : 0 ≤ p) (h₁ : p ≤ 1) (K : Nat) : K * p / (1 + K * p) ≤ pass p K := by
  have d : 0 < 1 + (K : F) * p :=
    add_pos_of_pos_of_nonneg zero_lt_one (mul_nonneg (Nat.cast_nonneg K) h₀)
  rw [div_le_iff₀ d, pass]
  have := one_sub_pow_mul_le h₀ h₁ K
  linarith

/-- How many samples are needed (chapter 17): `K ≥ (1 - δ) / (δ p)` attempts fail together with
probability at most `δ`. -/
theorem le_pass_of_le (h₀ : 0 < p) (h₁ : p ≤ 1) (hδ : 0 < δ) (hK : (1 - δ) / (δ * p) ≤ K) :
    1 - δ ≤ pass p K := by
  rw [div_le_iff₀ (mul_pos hδ h₀)] at hK
  have d : 0 < 1 + (K : F) * p :=
    add_pos_of_pos_of_nonneg zero_lt_one (mul_nonneg (Nat.cast_nonneg K) h₀.le)
  refine le_trans ?_ (le_pass h₀.le h₁ K)
  rw [le_div_iff₀ d]
  linarith

/-- The hypotheses of `le_pass_of_le` can hold: `p = δ = 1 / 2` and two attempts. -/
theorem le_pass_of_le_witness : (0 : Rat) < 1 / 2 ∧ (1 / 2 : Rat) ≤ 1 ∧
    (1 - 1 / 2) / (1 / 2 * (1 / 2)) ≤ ((2 : Nat) : Rat) := by decide +kernel

/-- Half as many samples do not suffice: `p = 1 / 4`, `δ = 1 / 2` and `K = 1 / (2 p) = 2`. -/
theorem le_pass_needs_le : ¬(1 - 1 / 2 : Rat) ≤ pass (1 / 4) 2 := by decide +kernel

/-- The upper bound `K p` is not a lower bound. -/
theorem not_mul_le_pass : ¬((2 : Nat) : Rat) * (1 / 2) ≤ pass (1 / 2) 2 := by decide +kernel

end Field

/-- How many samples are needed (chapter 17), over the real numbers: `K ≥ log (1 / δ) / p` attempts
fail together with probability at most `δ`. -/
theorem le_pass_of_log_le {p δ : Real} {K : Nat} (h₀ : 0 < p) (h₁ : p ≤ 1) (hδ : 0 < δ)
    (hK : Real.log (1 / δ) / p ≤ K) : 1 - δ ≤ pass p K := by
  rw [div_le_iff₀ h₀, Real.log_div one_ne_zero hδ.ne', Real.log_one, zero_sub] at hK
  have e : (1 - p) ^ K ≤ δ := by
    refine le_trans (pow_le_pow_left₀ (sub_nonneg.2 h₁) (Real.one_sub_le_exp_neg p) K) ?_
    rw [← Real.exp_nat_mul, ← Real.le_log_iff_exp_le hδ]
    linarith
  rw [pass]
  linarith

end PassAtK
