prelude
import DeepTheory.Hypercube.Influence
/-! # Peres's bound: halfspaces are noise stable

Throw the coordinates into `m` buckets at random and change the coordinates of one bucket: each
coordinate changes with probability `1 / m`, independently. Within fixed buckets a halfspace is a
halfspace in `m` signs, of which one is changed; so its noise sensitivity at rate `1 / m` is the
mean over the buckets of total influences of halfspaces on `m` signs, divided by `m`. These are at
most `√m`. Everything is finite, and no square root is needed.

Book items: Theorem 10.16 (Peres noise bound), with the constant one at rates `1 / m`, and `√2` in
general.

## Main statements

* `Hypercube.sum_bitsProb_inv`: independent bits of probability `1 / m`, made from random buckets,
* `Hypercube.mul_noiseSensitivity_inv_eq`: the noise sensitivity at rate `1 / m` by total
  influences,
* `Hypercube.noiseSensitivity_inv_sq_le`: `NS_{1/m}(f)² ≤ 1 / m` if `f` is unate in every bucketing,
* `Hypercube.noiseSensitivity_halfspace_sq_le`, `Hypercube.peres`: Theorem 10.16.
-/
set_option autoImplicit false
universe u v w

namespace Hypercube
variable {ι : Type u} {R : Type v} [Fintype ι]

/-- The points of a bucket: `-1` where `π i = j`. -/
def bucket {m : Nat} (π : ι → Fin m) (j : Fin m) : ι → Bool := fun i => decide (π i = j)

/-- The signs `w` of the buckets, spread over the coordinates. -/
def spread {m : Nat} (π : ι → Fin m) (w : Fin m → Bool) : ι → Bool := fun i => w (π i)

omit [Fintype ι] in
/-- Changing the sign of a bucket changes the coordinates in it. -/
theorem spread_flip {m : Nat} (π : ι → Fin m) (j : Fin m) (w : Fin m → Bool) :
    spread π (flip j w) = spread π w ⊙ bucket π j := funext fun i => by
  show (if π i = j then !w (π i) else w (π i)) = (w (π i) ^^ decide (π i = j))
  by_cases h : π i = j
  · rw [if_pos h, decide_eq_true h, Bool.xor_true]
  · rw [if_neg h, decide_eq_false h, Bool.xor_false]

section Order
variable [LinearOrderedField R]

/-- The number of buckets that agree with a bit, as a probability. -/
theorem sum_bucket_eq {m : Nat} (j : Fin m) (b : Bool) :
    (∑ k : Fin m, if decide (k = j) = b then (1 : R) else 0) / m = cond b (1 / (m : R))
      (1 - 1 / m) := by
  have m0 : (m : R) ≠ 0 := fun e => by
    have h := j.isLt
    have k := Nat.cast_eq_zero.1 e
    exact Nat.not_lt_zero _ (Nat.lt_of_lt_of_eq h k)
  have t : (∑ k : Fin m, if k = j then (1 : R) else 0) = 1 := by
    rw [Finset.sum_ite_eq', if_pos (Finset.mem_univ j)]
  cases b with
  | true =>
    rw [show (∑ k : Fin m, if decide (k = j) = true then (1 : R) else 0) = ∑ k : Fin m,
      if k = j then (1 : R) else 0 from
      Fintype.sum_congr fun k => by
        by_cases h : k = j
        · rw [if_pos h, if_pos (decide_eq_true h)]
        · rw [if_neg h, if_neg (by rw [decide_eq_false h]; exact Bool.noConfusion)], t]
    rfl
  | false =>
    have e : (∑ k : Fin m, if decide (k = j) = false then (1 : R) else 0) = m - 1 := by
      have c : (∑ _k : Fin m, (1 : R)) = m := by
        rw [Finset.sum_const, card_univ, Fintype.card_fin, mul_one]
      have d : (∑ k : Fin m, ((1 : R) - if k = j then 1 else 0)) = m - 1 := by
        rw [Finset.sum_sub_distrib, c, t]
      rw [← d]
      refine Fintype.sum_congr fun k => ?_
      by_cases h : k = j
      · rw [if_pos h, if_neg (by rw [decide_eq_true h]; exact Bool.noConfusion)]; ring
      · rw [if_neg h, if_pos (decide_eq_false h)]; ring
    rw [e, sub_div, div_self m0]
    rfl

/-- Independent bits that are true with probability `1 / m`, made from `d` independent uniform
buckets: bit `i` tells whether coordinate `i` is in bucket `j`. -/
theorem sum_bitsProb_inv {m : Nat} (j : Fin m) (F : (ι → Bool) → R) :
    ∑ z, bitsProb (fun _ => 1 / (m : R)) z * F z = (∑ π : ι → Fin m,
      F (bucket π j)) / m ^ Fintype.card ι := by
  have p : ∀ z : ι → Bool, bitsProb (fun _ => 1 / (m : R)) z =
      (∑ π : ι → Fin m, if bucket π j = z then (1 : R) else 0) / m ^ Fintype.card ι := fun z => by
    have e : ∀ π : ι → Fin m, (if bucket π j = z then (1 : R) else 0) =
        ∏ i, if decide (π i = j) = z i then (1 : R) else 0 := fun π => by
      by_cases h : bucket π j = z
      · rw [if_pos h]
        exact (Finset.prod_eq_one fun i _ => if_pos (congrFun h i)).symm
      · rw [if_neg h]
        have ⟨i, hi⟩ : ∃ i, ¬decide (π i = j) = z i := Classical.byContradiction fun k =>
          h (funext fun i => Classical.byContradiction fun hi => k ⟨i, hi⟩)
        exact (Finset.prod_eq_zero (Finset.mem_univ i) (if_neg hi)).symm
    rw [Fintype.sum_congr e, ← Finset.prod_univ_sum fun i (k : Fin m) =>
      if decide (k = j) = z i then (1 : R) else 0,
      ← card_univ, ← Finset.prod_const, ← Finset.prod_div_distrib]
    exact Fintype.prod_congr fun i => (sum_bucket_eq j (z i)).symm
  rw [show (∑ z, bitsProb (fun _ => 1 / (m : R)) z * F z) =
      ∑ z, ∑ π : ι → Fin m, (if bucket π j = z then F z else 0) / m ^ Fintype.card ι from
    Fintype.sum_congr fun z => by
      rw [p, div_mul_eq_mul_div, Finset.sum_mul, Finset.sum_div]
      exact Fintype.sum_congr fun π => by rw [ite_mul, one_mul, zero_mul], Finset.sum_comm,
        Finset.sum_div]
  refine Fintype.sum_congr fun π => ?_
  rw [← Finset.sum_div, Finset.sum_ite_eq, if_pos (Finset.mem_univ _)]

/-- With buckets `π` at the point `x`: `f` as a function of the signs of the buckets. -/
def inBuckets {β : Type w} {m : Nat} (f : (ι → Bool) → β) (π : ι → Fin m) (x : ι → Bool) :
    (Fin m → Bool) → β :=
  fun w => f (x ⊙ spread π w)

/-- The mean over `x` of the total influences in fixed buckets. -/
theorem expect_totalInfluence {β : Type w} [DecidableEq β] {m : Nat} (f : (ι → Bool) → β)
    (π : ι → Fin m) :
    expect (fun x => (totalInfluence (inBuckets f π x) : R)) = ∑ j, prob fun x =>
      f x ≠ f (x ⊙ bucket π j) := by
  rw [show (fun x => (totalInfluence (inBuckets f π x) : R)) = fun x =>
    ∑ j, influence j (inBuckets f π x) from rfl,
    expect_sum]
  refine Fintype.sum_congr fun j => ?_
  have e : ∀ w, (expect fun x => if f (x ⊙ spread π w) ≠ f (x ⊙ spread π (flip j w)) then (1 :
    R) else 0) =
      prob fun x => f x ≠ f (x ⊙ bucket π j) := fun w => by
    rw [prob_eq_expect, ← expect_equiv (mulEquiv (spread π w)) fun x =>
      if f x ≠ f (x ⊙ bucket π j) then (1 : R) else 0]
    refine expect_congr fun x => ?_
    rw [spread_flip, ← points_mul_assoc]
    rfl
  rw [show (expect fun x => (influence j (inBuckets f π x) : R)) = expect fun x =>
    expect fun w : Fin m → Bool =>
      if f (x ⊙ spread π w) ≠ f (x ⊙ spread π (flip j w)) then (1 : R) else 0 from
    expect_congr fun x => prob_eq_expect _]
  rw [show (expect fun x => expect fun w : Fin m → Bool =>
      if f (x ⊙ spread π w) ≠ f (x ⊙ spread π (flip j w)) then (1 : R) else 0) =
      expect fun w : Fin m → Bool => expect fun x =>
        if f (x ⊙ spread π w) ≠ f (x ⊙ spread π (flip j w)) then (1 : R) else 0 from by
    rw [expect, expect, show (∑ x, expect fun w : Fin m → Bool =>
        if f (x ⊙ spread π w) ≠ f (x ⊙ spread π (flip j w)) then (1 : R) else 0) = expect fun w =>
          ∑ x,
        if f (x ⊙ spread π w) ≠ f (x ⊙ spread π (flip j w)) then (1 : R) else 0 from
          (expect_sum _ _).symm, expect,
      div_div, mul_comm, ← div_div, Finset.sum_div]
    rfl]
  rw [expect_congr e, expect_const two_ne_zero]

/-- The noise sensitivity at rate `1 / m`: `m` times it is the mean of total influences in `m`
random buckets. -/
theorem mul_noiseSensitivity_inv_eq {β : Type w} [DecidableEq β] (m : Nat) (f : (ι → Bool) → β) :
    (m : R) * noiseSensitivity (1 / (m : R)) f =
      ∑ π : ι → Fin m, ∑ x, 1 / ((m : R) ^ Fintype.card ι * 2 ^ Fintype.card ι) *
        totalInfluence (inBuckets f π x) := by
  have e : (m : R) * noiseSensitivity (1 / (m : R)) f = ∑ _j : Fin m,
    noiseSensitivity (1 / (m : R)) f := by
    rw [Finset.sum_const, card_univ, Fintype.card_fin]
  rw [e, show (∑ _j : Fin m, noiseSensitivity (1 / (m : R)) f) = ∑ j : Fin m,
      (∑ π : ι → Fin m, prob fun x => f x ≠ f (x ⊙ bucket π j)) / (m : R) ^ Fintype.card ι from
    Fintype.sum_congr fun j => sum_bitsProb_inv j fun z => prob fun x => f x ≠ f (x ⊙ z),
    ← Finset.sum_div, Finset.sum_comm, Finset.sum_div]
  refine Fintype.sum_congr fun π => ?_
  rw [← expect_totalInfluence, ← Finset.mul_sum, expect, div_div, one_div, div_eq_inv_mul,
    mul_comm (2 ^ _) (_ ^ _)]

/-- Peres's argument: if `f` has total influence at most `√m` in every bucketing into `m` buckets,
its noise sensitivity at rate `1 / m` is at most `1 / √m`. -/
theorem noiseSensitivity_inv_sq_le {β : Type w} [DecidableEq β] {m : Nat} (hm : 0 < m)
    {f : (ι → Bool) → β}
    (hI : ∀ (π : ι → Fin m) (x : ι → Bool), (totalInfluence (inBuckets f π x) : R) ^ 2 ≤ m) :
    noiseSensitivity (1 / (m : R)) f ^ 2 ≤ 1 / m := by
  have m0 : (0 : R) < m := Nat.cast_pos.2 hm
  have c0 : 0 < (m : R) ^ Fintype.card ι * 2 ^ Fintype.card ι :=
    mul_pos (pow_pos m0 _) (pow_pos two_pos _)
  have p0 : (0 : R) ≤ 1 / ((m : R) ^ Fintype.card ι * 2 ^ Fintype.card ι) :=
    le_of_lt (one_div_pos.2 c0)
  have p1 : (∑ _q : (ι → Fin m) × (ι → Bool), 1 / ((m : R) ^ Fintype.card ι * 2 ^ Fintype.card ι)) =
    1 := by
    have t : ((2 : Nat) : R) = 2 := Nat.cast_ofNat
    rw [Finset.sum_const, card_univ, Fintype.card_prod, Fintype.card_fun, Fintype.card_fin,
      card_points, Nat.cast_mul,
      Nat.cast_pow, Nat.cast_pow, t, mul_one_div, div_self (ne_of_gt c0)]
  have h : ((m : R) * noiseSensitivity (1 / (m : R)) f) ^ 2 ≤ m := by
    rw [mul_noiseSensitivity_inv_eq, ← Fintype.sum_prod_type fun q : (ι → Fin m) × (ι → Bool) =>
      1 / ((m : R) ^ Fintype.card ι * 2 ^ Fintype.card ι) * totalInfluence (inBuckets f q.1 q.2)]
    refine le_trans (Finset.sq_sum_mul_le _ (fun _ _ => p0) p1 _) ?_
    refine le_trans (Finset.sum_le_sum (g := fun _ =>
      1 / ((m : R) ^ Fintype.card ι * 2 ^ Fintype.card ι) * m)
      fun q _ => mul_le_mul_of_nonneg_left (hI q.1 q.2) p0) ?_
    rw [← Finset.sum_mul, p1, one_mul]
  rw [le_div_iff₀ m0]
  rw [mul_pow, sq (m : R), mul_assoc] at h
  have k := le_of_mul_le_mul_left (h.trans (le_of_eq (mul_one (m : R)).symm)) m0
  rwa [mul_comm] at k

/-- A halfspace in buckets is a halfspace. -/
theorem inBuckets_halfspace {m : Nat} (s : R → R) (a : ι → R) (θ : R) (π : ι → Fin m)
    (x : ι → Bool) :
    inBuckets (halfspace s a θ) π x =
      halfspace s (fun j => ∑ i ∈ Finset.univ.filter (fun i => π i = j), a i * sign (x i)) θ := by
  funext w
  refine congrArg (fun t => s (t - θ)) ?_
  show (∑ i, a i * sign ((x ⊙ spread π w) i)) = _
  rw [← Fintype.sum_fiberwise π]
  refine Fintype.sum_congr fun j => ?_
  rw [Finset.sum_mul]
  refine Finset.sum_congr rfl fun i hi => ?_
  rw [sign_mul_apply, spread, (Finset.mem_filter.1 hi).2, mul_assoc]

/-- Theorem 10.16 (Peres noise bound) at rates `1 / m`: the noise sensitivity of a halfspace is at
most `1 / √m`. -/
theorem noiseSensitivity_halfspace_sq_le [DecidableEq R] {s : R → R} (hs : IsSign s) (a : ι → R)
    (θ : R) {m : Nat}
    (hm : 0 < m) : noiseSensitivity (1 / (m : R)) (halfspace s a θ) ^ 2 ≤ 1 / m := by
  refine noiseSensitivity_inv_sq_le hm fun π x => ?_
  rw [inBuckets_halfspace]
  have h := totalInfluence_halfspace_sq_le hs
    (fun j => ∑ i ∈ Finset.univ.filter (fun i => π i = j), a i * sign (x i)) θ
  rwa [Fintype.card_fin] at h

/-- Theorem 10.16 (Peres noise bound) between `1 / (m + 1)` and `1 / m`: the noise sensitivity of a
halfspace at rate `η` is at most `√(2η)`. In an Archimedean field every rate `0 < η ≤ 1/2` lies
between two such numbers. -/
theorem noiseSensitivity_halfspace_sq_le_two_mul [DecidableEq R] {s : R → R} (hs : IsSign s)
    (a : ι → R) (θ : R) {η : R}
    {m : Nat} (hm : 2 ≤ m) (h0 : 0 ≤ η) (h1 : η ≤ 1 / (m : R)) (h2 : 1 / ((m : R) + 1) ≤ η) :
    noiseSensitivity η (halfspace s a θ) ^ 2 ≤ 2 * η := by
  have m2 : (2 : R) ≤ m := by
    have : ((2 : Nat) : R) ≤ m := Nat.cast_le.2 hm
    rwa [Nat.cast_ofNat] at this
  have m0 : (0 : R) < m := by linarith
  have hf := isBoolean_halfspace hs a θ
  have half : 1 / (m : R) ≤ 1 / 2 := one_div_le_one_div_of_le two_pos m2
  have n := noiseSensitivity_nonneg (halfspace s a θ) h0 (by linarith)
  refine le_trans (pow_le_pow_left₀ n (noiseSensitivity_mono hf h1 half) 2) ?_
  refine le_trans (noiseSensitivity_halfspace_sq_le hs a θ (Nat.lt_of_lt_of_le Nat.zero_lt_two hm))
    ?_
  refine le_trans ?_ (mul_le_mul_of_nonneg_left h2 zero_le_two)
  rw [mul_one_div, div_le_div_iff_of_pos m0 (by linarith)]
  linarith

/-- A rate `0 < η ≤ 1/2` that is not infinitely small lies between `1 / (m + 1)` and `1 / m` for
some `m ≥ 2`. -/
theorem exists_rate_between {η : R} (h0 : 0 < η) (h1 : η ≤ 1 / 2) {n : Nat} (hn : 1 ≤ η * n) :
    ∃ m : Nat, 2 ≤ m ∧ η ≤ 1 / (m : R) ∧ 1 / ((m : R) + 1) ≤ η := by
  induction n with
  | zero =>
    rw [Nat.cast_zero, mul_zero] at hn
    exact absurd hn (not_le_of_gt zero_lt_one)
  | succ n ih =>
    rcases lt_or_ge (η * n) 1 with h | h
    · rw [Nat.cast_add, Nat.cast_one] at hn
      rcases Nat.lt_or_ge n 2 with k | k
      · have n1 : (n : R) ≤ 1 := by
          have := Nat.cast_le (R := R).2 (Nat.le_of_lt_succ k)
          rwa [Nat.cast_one] at this
        have e : η = 1 / 2 := by
          have := mul_le_mul_of_nonneg_left n1 (le_of_lt h0)
          linarith
        have t : ((2 : Nat) : R) = 2 := Nat.cast_ofNat
        refine ⟨2, Nat.le_refl 2, by rw [t]; exact h1, ?_⟩
        rw [t, e]
        exact one_div_le_one_div_of_le two_pos (by linarith [(zero_le_one : (0 : R) ≤ 1)])
      · have n0 : (0 : R) < n := Nat.cast_pos.2 (Nat.lt_of_lt_of_le Nat.zero_lt_two k)
        refine ⟨n, k, (le_div_iff₀ n0).2 (le_of_lt h), ?_⟩
        exact (div_le_iff₀ (by linarith)).2 hn
    · exact ih h

/-- Theorem 10.16 (Peres noise bound): the noise sensitivity of a halfspace at any rate `0 < η ≤
1/2` is at most `√(2η)`. The rate must not be infinitely small, `1 ≤ η n` for some `n`, as is every
positive number in an Archimedean field. -/
theorem peres [DecidableEq R] {s : R → R} (hs : IsSign s) (a : ι → R) (θ : R) {η : R} (h0 : 0 < η)
    (h1 : η ≤ 1 / 2)
    (hA : ∃ n : Nat, 1 ≤ η * n) : noiseSensitivity η (halfspace s a θ) ^ 2 ≤ 2 * η := by
  have ⟨n, hn⟩ := hA
  have ⟨m, hm, k1, k2⟩ := exists_rate_between h0 h1 hn
  exact noiseSensitivity_halfspace_sq_le_two_mul hs a θ hm (le_of_lt h0) k1 k2

/-- The hypotheses of `peres` can hold: majority of three at the rate `1/10`. -/
theorem peres_witness : IsSign (sgn : Rat → Rat) ∧ (0 : Rat) < 1 / 10 ∧ (1 / 10 : Rat) ≤ 1 / 2 ∧
    (∃ n : Nat, 1 ≤ (1 / 10 : Rat) * n) ∧
    noiseSensitivity (1 / 10 : Rat) (halfspace sgn (fun _ : Fin 3 => (1 : Rat)) 0) = 17 / 125 :=
  ⟨isSign_sgn, by decide, by decide, ⟨10, by decide⟩, by decide +kernel⟩

/-- Peres's bound is for halfspaces: the parity of eight coordinates has noise sensitivity above `1
/ √8` at the rate `1 / 8`. -/
theorem noiseSensitivity_sq_le_needs_halfspace : ∃ f : (Fin 8 → Bool) → Rat, IsBoolean f ∧
    1 / ((8 : Nat) : Rat) < noiseSensitivity (1 / ((8 : Nat) : Rat)) f ^ 2 := by
  refine ⟨character Finset.univ, isBoolean_character _, ?_⟩
  rw [noiseSensitivity_character two_ne_zero]
  decide +kernel

end Order
end Hypercube
