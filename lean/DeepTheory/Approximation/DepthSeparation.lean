prelude
import DeepTheory.Approximation.MissingTriangles
import DeepTheory.Approximation.ReluLine
import DeepTheory.Generative.LipschitzNetwork
/-! # Depth separation

The iterated tent map is computed by a network whose depth and size grow like `L ^ 2`. No network of
`L` layers with `2 ^ L` units comes near it: it has at most `2 ^ (L ^ 2)` affine pieces, half the
number of the teeth.

Book items: Theorem 3.9 (Telgarsky).

## Main statements

* `Network.isSawtooth_of_depth_le_of_size_le`: the number of pieces of a small shallow network.
* `Network.le_riemannSum_tent`, `Network.le_integral_tent`: the separation over any ordered field.
* `telgarsky`: Theorem 3.9, over the real numbers; the integral exists.
* `telgarsky_needs_bounded_size`, `telgarsky_needs_bounded_depth`: with more units, or with more
  layers, there are networks at distance zero.
-/
set_option autoImplicit false
universe u

namespace Network
variable {K : Type u} [LinearOrderedField K] {L : Nat}

omit [LinearOrderedField K] in
/-- Theorem 3.9, the number of pieces: `L ≥ 2` layers with `2 ^ L` units give at most
`2 ^ (L ^ 2)`. -/
theorem prod_two_mul_widths_le_two_pow (hL : 2 ≤ L) {m n : Nat} (N : Network K m n)
    (hd : N.depth ≤ L) (hs : N.size ≤ 2 ^ L) :
    N.widths.foldProd (fun w => 2 * w) ≤ 2 ^ L ^ 2 := by
  have h := N.depth_pow_mul_prod_le 2
  revert h hd
  generalize N.depth = d, N.size = s, N.widths.foldProd (fun w => 2 * w) = P at hs ⊢
  intro hd h
  have sq : L ^ 2 = L * L := Nat.pow_two L
  have sq' : L * 2 ≤ L * L := Nat.mul_le_mul_left L hL
  rcases Nat.lt_or_ge d 2 with lt | ge
  · rcases Nat.eq_zero_or_pos d with rfl | pos
    · rw [Nat.pow_zero, Nat.pow_zero, Nat.one_mul] at h
      exact Nat.le_trans h (Nat.two_pow_pos _)
    · obtain rfl : d = 1 := by omega
      rw [Nat.pow_one, Nat.pow_one, Nat.one_mul] at h
      refine Nat.le_trans (Nat.le_trans h (Nat.mul_le_mul_left 2 hs)) ?_
      rw [Nat.mul_comm, ← Nat.pow_succ]
      exact Nat.pow_le_pow_right (by decide) (by omega)
  · have h₁ : 2 ^ d * P ≤ 2 ^ d * s ^ d :=
      Nat.le_trans (Nat.mul_le_mul_right P (Nat.pow_le_pow_left ge d)) (Nat.mul_pow 2 s d ▸ h)
    refine Nat.le_trans (Nat.le_of_mul_le_mul_left h₁ (Nat.two_pow_pos d)) ?_
    refine Nat.le_trans (Nat.pow_le_pow_left hs d) ?_
    rw [← Nat.pow_mul, sq]
    exact Nat.pow_le_pow_right (by decide) (Nat.mul_le_mul_left L hd)

/-- Theorem 3.9, the number of pieces: a network with one input, at most `L ≥ 2` hidden layers and
at most `2 ^ L` units computes a `2 ^ (L ^ 2)`-sawtooth function. -/
theorem isSawtooth_of_depth_le_of_size_le (hL : 2 ≤ L) (N : Network K 1 1) (hd : N.depth ≤ L)
    (hs : N.size ≤ 2 ^ L) :
    IsSawtooth (2 ^ L ^ 2) (fun _ => True) fun x => N.eval relu (fun _ => x) 0 := by
  by_cases empty : 0 ∈ N.widths
  · obtain ⟨y, hy⟩ := N.eval_const_of_zero_mem relu empty
    refine ((isSawtooth_one_of_affine _ 0 (y 0)).congr fun x _ => ?_).mono (Nat.two_pow_pos _)
    rw [hy, zero_mul, zero_add]
  · refine (N.isSawtooth_eval fun w hw => Nat.pos_of_ne_zero fun e => empty (e ▸ hw)).mono ?_
    exact N.prod_two_mul_widths_le_two_pow hL hd hs

theorem separation_constant (L : Nat) :
    (1 : K) / 16 ≤ ((2 : K) ^ (L ^ 2 + 2) / 2 - ((2 ^ L ^ 2 : Nat) : K)) / 2 ^ (L ^ 2 + 2 + 2) := by
  refine le_of_eq ?_
  rw [Nat.cast_pow, Nat.cast_ofNat, pow_add, pow_add, pow_add]
  have two : (2 : K) ^ L ^ 2 ≠ 0 := (pow_pos two_pos _).ne'
  field

/-- Theorem 3.9 (Telgarsky), for sums: over the beginnings of `2 ^ (L ^ 2 + 2) 2 m` equal parts of
the unit interval, the mean distance of a network with at most `L ≥ 2` hidden layers and at most
`2 ^ L` units from the iterate of `L ^ 2 + 2` modules is at least `1/16`. -/
theorem le_riemannSum_tent (hL : 2 ≤ L) (N : Network K 1 1) (hd : N.depth ≤ L)
    (hs : N.size ≤ 2 ^ L) {m : Nat} (hm : 0 < m) : 1 / 16 ≤
      riemannSum (fun x => |(L ^ 2 + 2).iterate tent x - N.eval relu (fun _ => x) 0|)
        (2 ^ (L ^ 2 + 2) * (2 * m))
        fun j => (j : K) / ((2 ^ (L ^ 2 + 2) * (2 * m) : Nat) : K) :=
  le_trans (separation_constant L) (((N.isSawtooth_of_depth_le_of_size_le hL hd hs).subset
    fun _ _ => trivial).le_riemannSum _ hm)

/-- Theorem 3.9 (Telgarsky), for an integral over any ordered field. -/
theorem le_integral_tent (hL : 2 ≤ L) (N : Network K 1 1) (hd : N.depth ≤ L)
    (hs : N.size ≤ 2 ^ L) {J : K} (hJ : HasIntegral
      (fun x => |(L ^ 2 + 2).iterate tent x - N.eval relu (fun _ => x) 0|) J) : 1 / 16 ≤ J :=
  le_trans (separation_constant L) (((N.isSawtooth_of_depth_le_of_size_le hL hd hs).subset
    fun _ _ => trivial).le_integral _ hJ)

/-- A ReLU network with one input and one output is Lipschitz. -/
theorem exists_lipschitz (N : Network K 1 1) : ∃ C, 0 ≤ C ∧ ∀ x y : K,
    |N.eval relu (fun _ => x) 0 - N.eval relu (fun _ => y) 0| ≤ C * |x - y| := by
  obtain ⟨nn, h⟩ := LipschitzNetwork.lipschitzWith_eval (N := fun _ => supNorm)
    LipschitzNetwork.supNorm_mono (σ := relu) LipschitzNetwork.abs_max_zero_sub_le
    LipschitzNetwork.isOpNorm_rowNorm N
  refine ⟨_, nn, fun x y => le_trans (le_trans (abs_le_supNorm (fun i =>
    N.eval relu (fun _ => x) i - N.eval relu (fun _ => y) i) 0) (h _ _))
    (mul_le_mul_of_nonneg_left ?_ nn)⟩
  exact (supNorm_le_iff (abs_nonneg _)).2 fun _ => le_rfl

/-- The distance of two ReLU networks with one input has an integral. -/
theorem exists_hasIntegral_abs_sub (M N : Network Real 1 1) : ∃ J, HasIntegral
    (fun x => |M.eval relu (fun _ => x) 0 - N.eval relu (fun _ => x) 0|) J := by
  obtain ⟨C, _, hM⟩ := M.exists_lipschitz
  obtain ⟨D, _, hN⟩ := N.exists_lipschitz
  refine exists_hasIntegral_of_lipschitz (C := C + D) fun x y _ _ _ _ => ?_
  refine le_trans (abs_abs_sub_abs_le_abs_sub _ _) ?_
  rw [sub_sub_sub_comm, add_mul]
  exact le_trans (abs_sub_le_abs_add_abs _ _) (add_le_add (hM x y) (hN x y))

end Network

/-- Theorem 3.9 (Telgarsky). Let `L ≥ 2`. A ReLU network with `2 (L ^ 2 + 2)` hidden layers and
`3 (L ^ 2 + 2)` units computes the iterate of `L ^ 2 + 2` tent maps. Every ReLU network with one
input, at most `L` hidden layers and at most `2 ^ L` units has distance at least `1/16` from it in
the mean: the integral of the distance over `[0, 1]` exists and is at least `1/16`. -/
theorem telgarsky {L : Nat} (hL : 2 ≤ L) :
    (tentNetwork Real (L ^ 2 + 2)).depth = 2 * (L ^ 2 + 2) ∧
    (tentNetwork Real (L ^ 2 + 2)).size = 3 * (L ^ 2 + 2) ∧
    (∀ x, (tentNetwork Real (L ^ 2 + 2)).eval relu (fun _ => x) 0 = (L ^ 2 + 2).iterate tent x) ∧
    ∀ N : Network Real 1 1, N.depth ≤ L → N.size ≤ 2 ^ L → ∃ J, HasIntegral
      (fun x => |(L ^ 2 + 2).iterate tent x - N.eval relu (fun _ => x) 0|) J ∧ 1 / 16 ≤ J := by
  refine ⟨depth_tentNetwork _, size_tentNetwork _, eval_tentNetwork _, fun N hd hs => ?_⟩
  obtain ⟨J, hJ⟩ := (tentNetwork Real (L ^ 2 + 2)).exists_hasIntegral_abs_sub N
  simp only [eval_tentNetwork] at hJ
  exact ⟨J, hJ, N.le_integral_tent hL hd hs hJ⟩

/-- The hypotheses can hold: four units in two layers. -/
theorem telgarsky_witness : ∃ N : Network Real 1 1, N.depth ≤ 2 ∧ N.size = 2 ^ 2 :=
  ⟨.layer (k := 2) (fun _ _ => 1) 0 (.layer (k := 2) (fun _ _ => 1) 0 (.affine (fun _ _ => 1) 0)),
    Nat.le_refl 2, rfl⟩

/-- A network that computes the iterate has distance zero. -/
theorem hasIntegral_zero_of_eval_eq {k : Nat} {N : Network Real 1 1}
    (h : ∀ x, N.eval relu (fun _ => x) 0 = k.iterate tent x) :
    HasIntegral (fun x => |k.iterate tent x - N.eval relu (fun _ => x) 0|) 0 := by
  refine fun ε hε => .of_forall fun n ξ _ => ?_
  rw [riemannSum, Finset.sum_eq_zero fun j _ => ?_, zero_div, sub_zero, abs_zero]
  · exact hε
  · rw [h, sub_self, abs_zero]

/-- One hidden layer of `2 ^ (k + 1) + 1` units computes the iterate of `k + 1` tent maps: a unit
for each break. -/
theorem exists_depth_one_eval_eq_iterate_tent (K : Type u) [LinearOrderedField K] (k : Nat) :
    ∃ N : Network K 1 1, N.depth = 1 ∧ N.size = 2 ^ (k + 1) + 1 ∧
      ∀ x, N.eval relu (fun _ => x) 0 = (k + 1).iterate tent x := by
  obtain ⟨n, hn⟩ : ∃ n, n = 2 ^ (k + 1) := ⟨_, rfl⟩
  have cast : (n : K) = 2 ^ (k + 1) := by rw [hn, Nat.cast_pow, Nat.cast_ofNat]
  have two : (0 : K) < 2 ^ (k + 1) := pow_pos two_pos _
  let t : Nat → K := fun j => (j : K) / 2 ^ (k + 1)
  let s : Nat → K := fun i =>
    if i = 0 ∨ i = n + 1 then 0 else if i % 2 = 1 then 2 ^ (k + 1) else -2 ^ (k + 1)
  have t₀ : t 0 = 0 := by show ((0 : Nat) : K) / _ = 0; rw [Nat.cast_zero, zero_div]
  have tn : t n = 1 := by show (n : K) / _ = 1; rw [cast, div_self two.ne']
  have s₀ : s 0 = 0 := if_pos (.inl rfl)
  have sn : s (n + 1) = 0 := if_pos (.inr rfl)
  have f₀ : (k + 1).iterate tent (t 0) = 0 := by
    rw [t₀]
    exact iterate_tent_of_le_zero k le_rfl
  have sum := fun x => eq_sum_relu (f := (k + 1).iterate tent) (n := n) (t := t) (s := s)
    (fun j _ => div_le_div_of_nonneg_right (Nat.cast_le.2 (Nat.le_succ j)) two.le)
    (fun x hx => by
      rw [f₀, s₀, zero_mul, add_zero]
      exact iterate_tent_of_le_zero k (t₀ ▸ hx))
    (fun j hj x h₀ h₁ => by
      have hj' : j < 2 ^ (k + 1) := hn ▸ hj
      have e : (2 : K) ^ (k + 1) * t j = j := mul_div_cancel₀ _ two.ne'
      have d : (k + 1).iterate tent (t j) = ((j % 2 : Nat) : K) := iterate_tent_dyadic hj'.le
      have m : (2 : K) ^ (k + 1) * (x - t j) = 2 ^ (k + 1) * x - j := by rw [mul_sub, e]
      have slope : s (j + 1) = if (j + 1) % 2 = 1 then 2 ^ (k + 1) else -2 ^ (k + 1) :=
        if_neg (by omega)
      rw [iterate_tent hj' ((div_le_iff₀' two).1 h₀) (by
        have := (le_div_iff₀' two).1 h₁
        rwa [Nat.cast_succ] at this), d, slope]
      rcases Nat.mod_two_eq_zero_or_one j with r | r
      · rw [if_pos r, if_pos (by omega), m, r, Nat.cast_zero, zero_add]
      · rw [if_neg (by omega), if_neg (by omega), neg_mul, m, r, Nat.cast_one]
        ring)
    (fun x hx => by
      rw [sn, zero_mul, add_zero, tn, iterate_tent_of_one_le k (tn ▸ hx),
        iterate_tent_of_one_le k le_rfl]) x
  refine ⟨.layer (k := n + 1) (fun _ _ => 1) (fun i => -t i.val)
    (.affine (fun _ i => s (i.val + 1) - s i.val) 0), rfl, hn ▸ rfl, fun x => ?_⟩
  show (∑ i : Fin (n + 1), (s (i.val + 1) - s i.val) * relu ((∑ _j : Fin 1, 1 * x) + -t i.val)) + 0
    = _
  rw [sum x, f₀, s₀, zero_mul, add_zero, add_zero, zero_add,
    ← Fin.sum_univ_eq_sum_range fun i => (s (i + 1) - s i) * relu (x - t i)]
  refine Finset.sum_congr rfl fun i _ => ?_
  rw [Fin.sum_univ_succ, Fin.sum_univ_zero, add_zero, one_mul, ← sub_eq_add_neg]

/-- Without the bound of the number of units one hidden layer is enough for distance zero. -/
theorem telgarsky_needs_bounded_size (L : Nat) : ∃ N : Network Real 1 1, N.depth = 1 ∧ HasIntegral
    (fun x => |(L ^ 2 + 2).iterate tent x - N.eval relu (fun _ => x) 0|) 0 :=
  let ⟨N, d, _, e⟩ := exists_depth_one_eval_eq_iterate_tent Real (L ^ 2 + 1)
  ⟨N, d, hasIntegral_zero_of_eval_eq e⟩

/-- Without the bound of the depth a small network has distance zero: for `L ≥ 8` the target itself
has fewer than `2 ^ L` units. -/
theorem telgarsky_needs_bounded_depth {L : Nat} (hL : 8 ≤ L) : ∃ N : Network Real 1 1,
    N.size ≤ 2 ^ L ∧ HasIntegral
      (fun x => |(L ^ 2 + 2).iterate tent x - N.eval relu (fun _ => x) 0|) 0 := by
  refine ⟨tentNetwork Real (L ^ 2 + 2), ?_, hasIntegral_zero_of_eval_eq (eval_tentNetwork _)⟩
  rw [size_tentNetwork, Nat.pow_two]
  obtain ⟨r, rfl⟩ : ∃ r, L = 8 + r := ⟨L - 8, by omega⟩
  induction r with
  | zero => decide
  | succ r ih =>
    have := ih (Nat.le_add_right 8 r)
    have e : 2 ^ (8 + (r + 1)) = 2 ^ (8 + r) * 2 := rfl
    have q : (8 + (r + 1)) * (8 + (r + 1)) + (8 + r) * (8 + r) = 2 * ((8 + r) * (8 + r)) +
      2 * (8 + r) + 1 := by ring
    have g : 8 * (8 + r) ≤ (8 + r) * (8 + r) := Nat.mul_le_mul_right _ (Nat.le_add_right 8 r)
    omega
