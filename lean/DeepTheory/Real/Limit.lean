prelude
import DeepTheory.Algebra.Order.Abs
import DeepTheory.Algebra.Nat.Basic
import DeepTheory.Algebra.Tactic.Ring
/-! # Limits of sequences

Sequences in an ordered field `K`. The rational case builds the real numbers, the real case is
analysis.

## Main definitions

* `Eventually P`: `P n` holds for all large `n`.
* `HasLimit u l`: the sequence `u` converges to `l`.
* `IsCauchy u`: `u` is a Cauchy sequence.

## Main statements

* limits are unique (`HasLimit.unique`), convergent sequences are Cauchy (`HasLimit.isCauchy`),
  Cauchy sequences are bounded (`IsCauchy.exists_bound`),
* the algebra of limits: `HasLimit.add`, `HasLimit.sub`, `HasLimit.mul`, `HasLimit.inv`,
  `HasLimit.div`, `HasLimit.pow`,
* limits and order: `HasLimit.le`, `HasLimit.le_const`, `HasLimit.const_le`, and the squeeze theorem
  `HasLimit.squeeze`.
-/
set_option autoImplicit false
universe u

/-! ## Eventually -/

/-- `P n` holds for all large `n`. -/
def Eventually (P : Nat → Prop) : Prop := ∃ N : Nat, ∀ n, N ≤ n → P n

namespace Eventually
variable {P Q R : Nat → Prop}

theorem of_forall (h : ∀ n, P n) : Eventually P := ⟨0, fun n _ => h n⟩
theorem mono (h : Eventually P) (k : ∀ n, P n → Q n) : Eventually Q :=
  let ⟨N, h⟩ := h
  ⟨N, fun n hn => k n (h n hn)⟩
theorem mono₂ (h : Eventually P) (k : Eventually Q) (i : ∀ n, P n → Q n → R n) : Eventually R :=
  let ⟨M, h⟩ := h
  let ⟨N, k⟩ := k
  ⟨max M N, fun n hn =>
    i n (h n (le_trans (le_max_left M N) hn)) (k n (le_trans (le_max_right M N) hn))⟩
theorem and (h : Eventually P) (k : Eventually Q) : Eventually fun n => P n ∧ Q n :=
  h.mono₂ k fun _ => And.intro
theorem ge (N : Nat) : Eventually fun n => N ≤ n := ⟨N, fun _ h => h⟩
/-- A property of all large indices holds along every sequence of indices that grows. -/
theorem comp (h : Eventually P) {f : Nat → Nat} (hf : ∀ n, n ≤ f n) : Eventually fun n => P (f n) :=
  let ⟨N, h⟩ := h
  ⟨N, fun n hn => h (f n) (le_trans hn (hf n))⟩

end Eventually

theorem Eventually.exists {P : Nat → Prop} (h : Eventually P) : ∃ n, P n :=
  let ⟨N, h⟩ := h
  ⟨N, h N (le_refl N)⟩
/-- What holds eventually and does not depend on the index holds. -/
theorem Eventually.const {p : Prop} (h : Eventually fun _ => p) : p := let ⟨_, h⟩ := h.exists; h

section Field
variable {K : Type u} [LinearOrderedField K]

/-- The sequence `u` converges to `l`. -/
def HasLimit (u : Nat → K) (l : K) : Prop := ∀ ε, 0 < ε → Eventually fun n => |u n - l| < ε

/-- `u` is a Cauchy sequence. -/
def IsCauchy (u : Nat → K) : Prop := ∀ ε, 0 < ε → ∃ N : Nat, ∀ m n, N ≤ m → N ≤ n → |u m - u n| < ε

variable {u v w : Nat → K} {a b c : K}

private theorem triangle {a b c ε : K} (h : |a - b| < ε / 2) (k : |b - c| < ε / 2) : |a - c| < ε :=
  lt_of_le_of_lt (abs_sub_le a b c) (lt_of_lt_of_eq (add_lt_add h k) (add_halves ε))

/-! ## Cauchy sequences -/

/-- A convergent sequence is a Cauchy sequence. -/
theorem HasLimit.isCauchy (h : HasLimit u a) : IsCauchy u := fun ε hε =>
  let ⟨N, k⟩ := h (ε / 2) (half_pos hε)
  ⟨N, fun m n hm hn => triangle (k m hm) (by rw [abs_sub_comm]; exact k n hn)⟩

/-- A Cauchy sequence is bounded. -/
theorem IsCauchy.exists_bound (h : IsCauchy u) : ∃ B, 0 < B ∧ ∀ n, |u n| ≤ B := by
  obtain ⟨N, k⟩ := h 1 zero_lt_one
  have first : ∀ n : Nat, ∃ B, 0 < B ∧ ∀ m, m < n → |u m| ≤ B := by
    intro n
    induction n with
    | zero => exact ⟨1, zero_lt_one, fun m hm => absurd hm (Nat.not_lt_zero m)⟩
    | succ n ih =>
      obtain ⟨B, hB, hb⟩ := ih
      refine ⟨max B |u n|, lt_of_lt_of_le hB (le_max_left _ _), fun m hm => ?_⟩
      rcases lt_or_eq_of_le (Nat.le_of_lt_succ hm) with h | rfl
      · exact le_trans (hb m h) (le_max_left _ _)
      · exact le_max_right _ _
  obtain ⟨B, hB, hb⟩ := first N
  have hpos : 0 ≤ |u N| + 1 := add_nonneg (abs_nonneg _) zero_le_one
  refine ⟨B + (|u N| + 1), add_pos_of_pos_of_nonneg hB hpos, fun n => ?_⟩
  rcases lt_or_ge n N with hn | hn
  · exact le_trans (hb n hn) (le_add_of_nonneg_right hpos)
  · have e := abs_add_le (u N) (u n - u N)
    rw [add_sub_cancel] at e
    exact le_trans (le_trans e (add_le_add_left (le_of_lt (k n N hn (le_refl N))) _))
      (le_add_of_nonneg_left (le_of_lt hB))

theorem IsCauchy.const (a : K) : IsCauchy fun _ => a := fun ε hε =>
  ⟨0, fun _ _ _ _ => by rw [sub_self, abs_zero]; exact hε⟩

theorem IsCauchy.add (h : IsCauchy u) (k : IsCauchy v) : IsCauchy fun n => u n + v n := fun ε hε =>
  let ⟨M, h⟩ := h (ε / 2) (half_pos hε)
  let ⟨N, k⟩ := k (ε / 2) (half_pos hε)
  ⟨max M N, fun m n hm hn => by
    show |u m + v m - (u n + v n)| < ε
    rw [add_sub_add_comm]
    refine lt_of_le_of_lt (abs_add_le _ _) (lt_of_lt_of_eq (add_lt_add ?_ ?_) (add_halves ε))
    · exact h m n (le_trans (le_max_left M N) hm) (le_trans (le_max_left M N) hn)
    · exact k m n (le_trans (le_max_right M N) hm) (le_trans (le_max_right M N) hn)⟩

theorem IsCauchy.neg (h : IsCauchy u) : IsCauchy fun n => -u n := fun ε hε =>
  let ⟨N, h⟩ := h ε hε
  ⟨N, fun m n hm hn => by
    show |(-u m) - -u n| < ε
    rw [show (-u m) - -u n = u n - u m by ring]; exact h n m hn hm⟩

theorem IsCauchy.mul (h : IsCauchy u) (k : IsCauchy v) : IsCauchy fun n => u n * v n := by
  obtain ⟨A, hA, ha⟩ := h.exists_bound
  obtain ⟨B, hB, hb⟩ := k.exists_bound
  intro ε hε
  obtain ⟨M, h⟩ := h (ε / 2 / B) (div_pos (half_pos hε) hB)
  obtain ⟨N, k⟩ := k (ε / 2 / A) (div_pos (half_pos hε) hA)
  refine ⟨max M N, fun m n hm hn => ?_⟩
  show |u m * v m - u n * v n| < ε
  have h := h m n (le_trans (le_max_left M N) hm) (le_trans (le_max_left M N) hn)
  have k := k m n (le_trans (le_max_right M N) hm) (le_trans (le_max_right M N) hn)
  rw [show u m * v m - u n * v n = (u m - u n) * v m + (v m - v n) * u n by ring]
  refine lt_of_le_of_lt (abs_add_le _ _) (lt_of_lt_of_eq (add_lt_add ?_ ?_) (add_halves ε))
  · rw [abs_mul]
    refine lt_of_le_of_lt (mul_le_mul_of_nonneg_left (hb m) (abs_nonneg _)) ?_
    rw [← lt_div_iff₀ hB]; exact h
  · rw [abs_mul]
    refine lt_of_le_of_lt (mul_le_mul_of_nonneg_left (ha n) (abs_nonneg _)) ?_
    rw [← lt_div_iff₀ hA]; exact k

/-- A Cauchy sequence that does not converge to zero stays away from zero. -/
theorem IsCauchy.exists_le_abs (h : IsCauchy u) (k : ¬HasLimit u 0) :
    ∃ ε, 0 < ε ∧ Eventually fun n => ε ≤ |u n| := by
  have ⟨ε, hk⟩ := Classical.not_forall.1 k
  have ⟨hε, hk⟩ := Classical.not_imp.1 hk
  obtain ⟨N, h⟩ := h (ε / 2) (half_pos hε)
  refine ⟨ε / 2, half_pos hε, N, fun n hn => ?_⟩
  refine le_of_not_gt fun small => hk ⟨N, fun m hm => ?_⟩
  show |u m - 0| < ε
  rw [sub_zero]
  have e := abs_add_le (u n) (u m - u n)
  rw [add_sub_cancel] at e
  exact lt_of_le_of_lt e (lt_of_lt_of_eq (add_lt_add small (h m n hm hn)) (add_halves ε))

theorem abs_inv_sub_inv_le {ε : K} (hε : 0 < ε) (ha : ε ≤ |a|) (hb : ε ≤ |b|) :
    |a⁻¹ - b⁻¹| ≤ |a - b| / (ε * ε) := by
  have a0 : a ≠ 0 := abs_pos.1 (lt_of_lt_of_le hε ha)
  have b0 : b ≠ 0 := abs_pos.1 (lt_of_lt_of_le hε hb)
  rw [show a⁻¹ - b⁻¹ = (b - a) / (a * b) by ring, abs_div, abs_mul, abs_sub_comm b a]
  exact div_le_div_of_nonneg_left (abs_nonneg _) (mul_pos hε hε)
    (mul_le_mul ha hb (le_of_lt hε) (abs_nonneg a))

theorem IsCauchy.inv (h : IsCauchy u) (k : ¬HasLimit u 0) : IsCauchy fun n => (u n)⁻¹ := by
  obtain ⟨δ, hδ, M, k⟩ := h.exists_le_abs k
  intro ε hε
  obtain ⟨N, h⟩ := h (ε * (δ * δ)) (mul_pos hε (mul_pos hδ hδ))
  refine ⟨max M N, fun m n hm hn => ?_⟩
  refine lt_of_le_of_lt (abs_inv_sub_inv_le hδ (k m (le_trans (le_max_left M N) hm))
    (k n (le_trans (le_max_left M N) hn))) ?_
  rw [div_lt_iff₀ (mul_pos hδ hδ)]
  exact h m n (le_trans (le_max_right M N) hm) (le_trans (le_max_right M N) hn)

/-! ## The algebra of limits -/

namespace HasLimit

theorem exists_bound (h : HasLimit u a) : ∃ B, 0 < B ∧ ∀ n, |u n| ≤ B := h.isCauchy.exists_bound

theorem const (a : K) : HasLimit (fun _ => a) a := fun ε hε =>
  .of_forall fun _ => by rw [sub_self, abs_zero]; exact hε

/-- A sequence has at most one limit. -/
theorem unique (h : HasLimit u a) (k : HasLimit u b) : a = b :=
  Classical.byContradiction fun ne => by
    have hε := abs_pos.2 (sub_ne_zero.2 ne)
    obtain ⟨n, h, k⟩ := ((h _ (half_pos hε)).and (k _ (half_pos hε))).exists
    rw [abs_sub_comm] at h
    exact lt_irrefl _ (triangle h k)

theorem congr' (h : HasLimit u a) (k : Eventually fun n => u n = v n) : HasLimit v a := fun ε hε =>
  (h ε hε).mono₂ k fun _ h k => k ▸ h

theorem congr (h : HasLimit u a) (k : ∀ n, u n = v n) : HasLimit v a := h.congr' (.of_forall k)

theorem add (h : HasLimit u a) (k : HasLimit v b) : HasLimit (fun n => u n + v n) (a + b) :=
  fun ε hε =>
  (h _ (half_pos hε)).mono₂ (k _ (half_pos hε)) fun n h k => by
    show |u n + v n - (a + b)| < ε
    rw [add_sub_add_comm]
    exact lt_of_le_of_lt (abs_add_le _ _) (lt_of_lt_of_eq (add_lt_add h k) (add_halves ε))

theorem neg (h : HasLimit u a) : HasLimit (fun n => -u n) (-a) := fun ε hε =>
  (h ε hε).mono fun n h => by
    show |(-u n) - -a| < ε
    rw [show (-u n) - -a = a - u n by ring, abs_sub_comm]; exact h

theorem sub (h : HasLimit u a) (k : HasLimit v b) : HasLimit (fun n => u n - v n) (a - b) := by
  rw [sub_eq_add_neg]; exact (h.add k.neg).congr fun n => (sub_eq_add_neg _ _).symm

theorem sub_const (h : HasLimit u a) (c : K) : HasLimit (fun n => u n - c) (a - c) :=
  h.sub (const c)

theorem zero_of_sub (h : HasLimit (fun n => u n - a) 0) : HasLimit u a := fun ε hε =>
  (h ε hε).mono fun n h => by rwa [sub_zero] at h

theorem sub_zero' (h : HasLimit u a) : HasLimit (fun n => u n - a) 0 := by
  have := h.sub_const a; rwa [sub_self] at this

/-- A null sequence times a bounded sequence is a null sequence. -/
theorem zero_mul_bounded (h : HasLimit u 0) {B : K} (hv : Eventually fun n => |v n| ≤ B) :
    HasLimit (fun n => u n * v n) 0 := fun ε hε => by
  have hB : 0 < max B 1 := lt_of_lt_of_le zero_lt_one (le_max_right B 1)
  refine (h (ε / max B 1) (div_pos hε hB)).mono₂ hv fun n h k => ?_
  rw [sub_zero] at h ⊢
  rw [abs_mul]
  refine lt_of_le_of_lt (mul_le_mul_of_nonneg_left (le_trans k (le_max_left B 1)) (abs_nonneg _)) ?_
  rw [← lt_div_iff₀ hB]; exact h

/-- A sequence below a null sequence in absolute value is a null sequence. -/
theorem zero_of_abs_le (h : HasLimit v 0) (k : Eventually fun n => |u n| ≤ v n) : HasLimit u 0 :=
  fun ε hε =>
  (h ε hε).mono₂ k fun n h k => by
    rw [sub_zero] at h ⊢
    exact lt_of_le_of_lt k (lt_of_le_of_lt (le_abs_self _) h)

theorem mul (h : HasLimit u a) (k : HasLimit v b) : HasLimit (fun n => u n * v n) (a * b) := by
  obtain ⟨B, -, hB⟩ := k.exists_bound
  refine zero_of_sub ?_
  have h₁ := h.sub_zero'.zero_mul_bounded (.of_forall hB)
  have h₂ := k.sub_zero'.zero_mul_bounded (v := fun _ => a) (.of_forall fun _ => le_rfl)
  have h₃ := h₁.add h₂
  rw [add_zero] at h₃
  exact h₃.congr fun n => by ring

theorem const_mul (h : HasLimit u a) (c : K) : HasLimit (fun n => c * u n) (c * a) :=
  (const c).mul h

theorem mul_const (h : HasLimit u a) (c : K) : HasLimit (fun n => u n * c) (a * c) :=
  h.mul (const c)

theorem div_const (h : HasLimit u a) (c : K) : HasLimit (fun n => u n / c) (a / c) := by
  rw [div_eq_mul_inv]; exact (h.mul_const c⁻¹).congr fun n => (div_eq_mul_inv _ _).symm

theorem add_const (h : HasLimit u a) (c : K) : HasLimit (fun n => u n + c) (a + c) :=
  h.add (const c)

theorem const_add (h : HasLimit u a) (c : K) : HasLimit (fun n => c + u n) (c + a) :=
  (const c).add h

theorem const_sub (h : HasLimit u a) (c : K) : HasLimit (fun n => c - u n) (c - a) :=
  (const c).sub h

theorem pow (h : HasLimit u a) (m : Nat) : HasLimit (fun n => u n ^ m) (a ^ m) := by
  induction m with
  | zero => rw [pow_zero]; exact (const 1).congr fun n => (pow_zero _).symm
  | succ m ih => rw [pow_succ]; exact (ih.mul h).congr fun n => (pow_succ _ m).symm

/-- A sequence with a nonzero limit stays away from zero. -/
theorem exists_le_abs (h : HasLimit u a) (ha : a ≠ 0) : Eventually fun n => |a| / 2 ≤ |u n| :=
  (h _ (half_pos (abs_pos.2 ha))).mono fun n h => by
    have e := abs_add_le (a - u n) (u n)
    rw [sub_add_cancel, abs_sub_comm] at e
    have k := lt_of_le_of_lt e (add_lt_add_right h _)
    conv at k => lhs; rw [← add_halves |a|]
    exact le_of_lt ((add_lt_add_iff_left _).1 k)

theorem inv (h : HasLimit u a) (ha : a ≠ 0) : HasLimit (fun n => (u n)⁻¹) a⁻¹ := fun ε hε => by
  have hδ := half_pos (abs_pos.2 ha)
  refine (h (ε * (|a| / 2 * (|a| / 2))) (mul_pos hε (mul_pos hδ hδ))).mono₂ (h.exists_le_abs ha)
    fun n h k => ?_
  refine lt_of_le_of_lt (abs_inv_sub_inv_le hδ k (half_le_self (abs_nonneg a))) ?_
  rw [div_lt_iff₀ (mul_pos hδ hδ)]; exact h

theorem div (h : HasLimit u a) (k : HasLimit v b) (hb : b ≠ 0) :
    HasLimit (fun n => u n / v n) (a / b) := by
  rw [div_eq_mul_inv]; exact (h.mul (k.inv hb)).congr fun n => (div_eq_mul_inv _ _).symm

theorem abs (h : HasLimit u a) : HasLimit (fun n => |u n|) |a| := fun ε hε =>
  (h ε hε).mono fun n h => lt_of_le_of_lt (abs_abs_sub_abs_le_abs_sub (u n) a) h

/-- A convergent sequence converges along every growing sequence of indices. -/
theorem comp (h : HasLimit u a) {f : Nat → Nat} (hf : ∀ n, n ≤ f n) :
    HasLimit (fun n => u (f n)) a :=
  fun ε hε => (h ε hε).comp hf

theorem shift (h : HasLimit u a) (k : Nat) : HasLimit (fun n => u (n + k)) a :=
  h.comp fun n => Nat.le_add_right n k

/-- The first terms do not matter. -/
theorem of_shift {k : Nat} (h : HasLimit (fun n => u (n + k)) a) : HasLimit u a := fun ε hε => by
  obtain ⟨M, h⟩ := h ε hε
  refine ⟨M + k, fun n hn => ?_⟩
  obtain ⟨i, rfl⟩ := Nat.le.dest hn
  have : |u (M + i + k) - a| < ε := h (M + i) (Nat.le_add_right M i)
  show |u (M + k + i) - a| < ε
  rwa [show M + i + k = M + k + i by ring] at this

/-! ## Limits and order -/

/-- Limits keep inequalities that hold eventually. -/
theorem le (h : HasLimit u a) (k : HasLimit v b) (i : Eventually fun n => u n ≤ v n) : a ≤ b :=
  le_of_forall_pos_le_add fun ε hε => by
    obtain ⟨n, ⟨h, k⟩, i⟩ := (((h _ (half_pos hε)).and (k _ (half_pos hε))).and i).exists
    have h := (abs_lt.1 h).1
    have k := (abs_lt.1 k).2
    have h : a ≤ u n + ε / 2 := by
      have := le_of_lt (add_lt_add_right h (a + ε / 2))
      rwa [show -(ε / 2) + (a + ε / 2) = a by ring,
        show u n - a + (a + ε / 2) = u n + ε / 2 by ring] at this
    have k : v n + ε / 2 ≤ b + ε := by
      have := le_of_lt (add_lt_add_right k (b + ε / 2))
      rwa [show v n - b + (b + ε / 2) = v n + ε / 2 by ring,
        show ε / 2 + (b + ε / 2) = b + ε by ring] at this
    exact le_trans h (le_trans (add_le_add_right i _) k)

theorem le_const (h : HasLimit u a) (k : Eventually fun n => u n ≤ b) : a ≤ b := h.le (const b) k

theorem const_le (h : HasLimit u a) (k : Eventually fun n => b ≤ u n) : b ≤ a := (const b).le h k

/-- A sequence with a limit below `b` is eventually below `b`. -/
theorem eventually_lt (h : HasLimit u a) (k : a < b) : Eventually fun n => u n < b :=
  (h _ (sub_pos.2 k)).mono fun n h => by
    have := add_lt_add_right (lt_of_le_of_lt (le_abs_self _) h) a
    rwa [sub_add_cancel, sub_add_cancel] at this

/-- A sequence with a limit above `b` is eventually above `b`. -/
theorem eventually_gt (h : HasLimit u a) (k : b < a) : Eventually fun n => b < u n :=
  (h.neg.eventually_lt (neg_lt_neg k)).mono fun _ => neg_lt_neg_iff.1

/-- A sequence between two sequences with the same limit has this limit. -/
theorem squeeze (h : HasLimit u a) (k : HasLimit w a) (i : Eventually fun n => u n ≤ v n)
    (j : Eventually fun n => v n ≤ w n) : HasLimit v a := fun ε hε =>
  ((h ε hε).and (k ε hε)).mono₂ (i.and j) fun _ hk ij =>
    abs_lt.2 ⟨lt_of_lt_of_le (abs_lt.1 hk.1).1 (sub_le_sub_right ij.1 a),
      lt_of_le_of_lt (sub_le_sub_right ij.2 a) (abs_lt.1 hk.2).2⟩

end HasLimit

end Field
