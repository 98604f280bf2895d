prelude
import DeepTheory.Approximation.MissingTriangles
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
* `telgarsky_needs_bounded_size`: the target itself is a network at distance zero.
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

/-- Without the bound of the size there is a network at distance zero: the target itself. -/
theorem telgarsky_needs_bounded_size (L : Nat) : ∃ N : Network Real 1 1, HasIntegral
    (fun x => |(L ^ 2 + 2).iterate tent x - N.eval relu (fun _ => x) 0|) 0 := by
  refine ⟨tentNetwork Real (L ^ 2 + 2), fun ε hε => .of_forall fun n ξ _ => ?_⟩
  rw [riemannSum, Finset.sum_eq_zero fun j _ => ?_, zero_div, sub_zero, abs_zero]
  · exact hε
  · rw [eval_tentNetwork, sub_self, abs_zero]
