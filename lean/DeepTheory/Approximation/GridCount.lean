prelude
import DeepTheory.Algebra.BigOperators.Order
import DeepTheory.Algebra.BigOperators.Ring
import DeepTheory.Algebra.Rat.Basic
import DeepTheory.Algebra.Tactic
/-! # Grids and covers of the cube

The number of cells of a grid, and of the sets of any cover of the cube by small sets, grows
exponentially with the dimension.

Book items: number of grid cells, multidimensional lookup-table approximation (chapter 2).

## Main definitions

* `InCube x`: the point `x` is in the unit cube.
* `GridCell k c x`: the point `x` is in cell `c` of the grid of side `1 / k`.

## Main statements

* `exists_gridCell`, `gridCell_center_iff`, `card_gridCells`: the cells cover the cube, are
  different, and are `k ^ d` in number.
* `pow_le_of_cover`: a cover by sets of diameter `δ` has at least `k ^ d` members.
* `grid_count`: with `k = ⌈1 / δ⌉`.
* `abs_sub_lookup_le`, `exists_partition`: approximation by a table with a value in each cell.
-/
set_option autoImplicit false
universe u

open Finset

variable {K : Type u} [LinearOrderedField K] {d k : Nat}

/-- The points between `0` and `n` are in the intervals between neighbouring natural numbers. -/
theorem exists_nat_le_le {n : Nat} (hn : 0 < n) {y : K} (h₀ : 0 ≤ y) (h₁ : y ≤ n) :
    ∃ j : Nat, j < n ∧ (j : K) ≤ y ∧ y ≤ j + 1 := by
  induction n with
  | zero => exact absurd hn (Nat.lt_irrefl 0)
  | succ n ih =>
    rcases le_total (n : K) y with h | h
    · exact ⟨n, Nat.lt_succ_self n, h, by rwa [Nat.cast_succ] at h₁⟩
    · rcases Nat.eq_zero_or_pos n with rfl | pos
      · refine ⟨0, Nat.zero_lt_one, ?_, ?_⟩
        · rwa [Nat.cast_zero]
        · rw [Nat.cast_zero] at h ⊢
          linarith
      · obtain ⟨j, hj, k⟩ := ih pos h
        exact ⟨j, Nat.lt_succ_of_le hj.le, k⟩

/-- The point `x` is in the unit cube. -/
def InCube (x : Fin d → K) : Prop := ∀ j, 0 ≤ x j ∧ x j ≤ 1

/-- The point `x` is in the closed cell `c` of the uniform grid of side `1 / k`. -/
def GridCell (k : Nat) (c : Fin d → Fin k) (x : Fin d → K) : Prop :=
  ∀ j, ((c j).val : K) / k ≤ x j ∧ x j ≤ (((c j).val : K) + 1) / k

/-- Number of grid cells (chapter 2): the grid of side `1 / k` has `k ^ d` cells. -/
theorem card_gridCells (d k : Nat) : Fintype.card (Fin d → Fin k) = k ^ d := by
  rw [Fintype.card_fun, Fintype.card_fin, Fintype.card_fin]

/-- The cells cover the cube. -/
theorem exists_gridCell (hk : 0 < k) {x : Fin d → K} (hx : InCube x) : ∃ c, GridCell k c x := by
  have pos : (0 : K) < k := Nat.cast_pos.2 hk
  have h : ∀ j, ∃ c : Fin k, (c.val : K) / k ≤ x j ∧ x j ≤ ((c.val : K) + 1) / k := fun j => by
    obtain ⟨i, hi, h₀, h₁⟩ := exists_nat_le_le hk (mul_nonneg pos.le (hx j).1)
      (mul_le_of_le_one_right pos.le (hx j).2)
    exact ⟨⟨i, hi⟩, (div_le_iff₀' pos).2 h₀, (le_div_iff₀' pos).2 h₁⟩
  exact ⟨fun j => Classical.choose (h j), fun j => Classical.choose_spec (h j)⟩

/-- The cells are different: the center of a cell lies in no other one. -/
theorem gridCell_center_iff (hk : 0 < k) (c e : Fin d → Fin k) :
    GridCell k e (fun j => (((c j).val : K) + 1 / 2) / k) ↔ e = c := by
  have pos : (0 : K) < k := Nat.cast_pos.2 hk
  constructor
  · intro h
    refine funext fun j => Fin.ext ?_
    obtain ⟨h₀, h₁⟩ := h j
    rw [div_le_div_iff_of_pos_right pos] at h₀ h₁
    refine Nat.le_antisymm (Nat.le_of_lt_succ ?_) (Nat.le_of_lt_succ ?_)
    · refine Nat.cast_lt (R := K).1 ?_
      rw [Nat.cast_succ]
      linarith
    · refine Nat.cast_lt (R := K).1 ?_
      rw [Nat.cast_succ]
      linarith
  · rintro rfl
    exact fun j => ⟨div_le_div_of_nonneg_right (by linarith) pos.le,
      div_le_div_of_nonneg_right (by linarith) pos.le⟩

/-- The points of a cell have a distance of at most `1 / k` in each coordinate. -/
theorem GridCell.abs_sub_le {c : Fin d → Fin k} {x y : Fin d → K} (hx : GridCell k c x)
    (hy : GridCell k c y) (j : Fin d) : |x j - y j| ≤ 1 / k := by
  obtain ⟨x₀, x₁⟩ := hx j
  obtain ⟨y₀, y₁⟩ := hy j
  rw [add_div] at x₁ y₁
  exact abs_le.2 ⟨by linarith, by linarith⟩

/-- Number of grid cells (chapter 2), the curse of dimensionality: if `n` sets cover the unit cube,
and any two points of one set have a distance of at most `δ` in each coordinate, then `k ^ d ≤ n`
for every natural number `k` with `(k - 1) δ < 1`. -/
theorem pow_le_of_cover {n : Nat} {δ : K} (hk : ((k : K) - 1) * δ < 1)
    (S : Fin n → (Fin d → K) → Prop) (small : ∀ s x y, S s x → S s y → ∀ j, |x j - y j| ≤ δ)
    (cover : ∀ x, InCube x → ∃ s, S s x) : k ^ d ≤ n := by
  refine Nat.le_of_not_lt fun lt => ?_
  have cube : ∀ c : Fin d → Fin k, InCube fun j => ((c j).val : K) / ((k - 1 : Nat) : K) := by
    intro c j
    have h : (c j).val ≤ k - 1 := Nat.le_sub_one_of_lt (c j).isLt
    rcases Nat.eq_zero_or_pos (k - 1) with e | pos
    · show 0 ≤ ((c j).val : K) / ((k - 1 : Nat) : K) ∧ ((c j).val : K) / ((k - 1 : Nat) : K) ≤ 1
      rw [e, Nat.cast_zero, div_zero]
      exact ⟨le_rfl, zero_le_one⟩
    · have pos : (0 : K) < ((k - 1 : Nat) : K) := Nat.cast_pos.2 pos
      exact ⟨div_nonneg (Nat.cast_nonneg _) pos.le, (div_le_one pos).2 (Nat.cast_le.2 h)⟩
  obtain ⟨c, e, ne, same⟩ := Fintype.exists_ne_map_eq_of_card_lt
    (fun c : Fin d → Fin k => Classical.choose (cover _ (cube c)))
    (by rwa [card_gridCells, Fintype.card_fin])
  have hc := Classical.choose_spec (cover _ (cube c))
  have he := Classical.choose_spec (cover _ (cube e))
  rw [← same] at he
  obtain ⟨j, hj⟩ := Classical.not_forall.1 fun h => ne (funext h)
  have hj : (c j).val ≠ (e j).val := fun k => hj (Fin.ext k)
  have two : 1 < k := by
    have := (c j).isLt
    have := (e j).isLt
    omega
  have cast : ((k - 1 : Nat) : K) = (k : K) - 1 := by
    have := congrArg (Nat.cast (R := K)) (Nat.sub_add_cancel two.le)
    rw [Nat.cast_succ] at this
    linarith
  have pos : (0 : K) < (k : K) - 1 := by
    rw [← cast]
    exact Nat.cast_pos.2 (Nat.sub_pos_of_lt two)
  have near := small _ _ _ hc he j
  rw [cast, ← sub_div, abs_div, abs_of_pos pos, div_le_iff₀ pos, mul_comm] at near
  have apart : (1 : K) ≤ |((c j).val : K) - ((e j).val : K)| := by
    rcases Nat.lt_or_gt_of_ne hj with h | h
    · have := Nat.cast_le (R := K).2 (Nat.succ_le_of_lt h)
      rw [Nat.cast_succ] at this
      exact le_trans (by linarith) (neg_le_abs _)
    · have := Nat.cast_le (R := K).2 (Nat.succ_le_of_lt h)
      rw [Nat.cast_succ] at this
      exact le_trans (by linarith) (le_abs_self _)
  linarith

/-- Number of grid cells (chapter 2), the curse of dimensionality. Let `δ > 0` and `k = ⌈1 / δ⌉`.
Every cover of the unit cube by sets of `ℓ∞`-diameter at most `δ` has at least `k ^ d` members, and
`k ^ d ≥ (1 / δ) ^ d`. -/
theorem grid_count {n : Nat} {δ : K} (hδ : 0 < δ) (hk : 1 / δ ≤ k) (hk' : (k : K) < 1 / δ + 1)
    (S : Fin n → (Fin d → K) → Prop) (small : ∀ s x y, S s x → S s y → ∀ j, |x j - y j| ≤ δ)
    (cover : ∀ x, InCube x → ∃ s, S s x) : (1 / δ) ^ d ≤ (k : K) ^ d ∧ k ^ d ≤ n := by
  refine ⟨pow_le_pow_left₀ (one_div_pos.2 hδ).le hk d, pow_le_of_cover ?_ S small cover⟩
  have : ((k : K) - 1) * δ < 1 / δ * δ := mul_lt_mul_of_pos_right (by linarith) hδ
  rwa [div_mul_cancel₀ _ hδ.ne'] at this

/-- The hypotheses can hold: two intervals cover the unit interval. -/
theorem grid_count_witness : (0 : Rat) < 1 / 2 ∧ 1 / (1 / 2) ≤ ((2 : Nat) : Rat) ∧
    ((2 : Nat) : Rat) < 1 / (1 / 2) + 1 ∧
    (∀ (s : Fin 2) (x y : Fin 1 → Rat), GridCell 2 (fun _ => s) x → GridCell 2 (fun _ => s) y →
      ∀ j, |x j - y j| ≤ 1 / 2) ∧
    ∀ x : Fin 1 → Rat, InCube x → ∃ s : Fin 2, GridCell 2 (fun _ => s) x := by
  refine ⟨by decide +kernel, by decide +kernel, by decide +kernel,
    fun s x y hx hy j => hx.abs_sub_le hy j, fun x hx => ?_⟩
  obtain ⟨c, hc⟩ := exists_gridCell (k := 2) (by decide) hx
  exact ⟨c 0, fun j => by rw [Subsingleton.elim j 0]; exact hc 0⟩

/-- Sets of any size are of no use to count: one set covers the cube. -/
theorem grid_count_needs_small : ∃ S : Fin 1 → (Fin 1 → Rat) → Prop,
    (∀ x, InCube x → ∃ s, S s x) ∧ ¬2 ^ 1 ≤ 1 :=
  ⟨fun _ _ => True, fun _ _ => ⟨0, trivial⟩, by decide⟩

/-! ## Lookup tables -/

/-- Multidimensional lookup-table approximation (chapter 2). Let `g` change by at most `ε` between
points of the cube with a distance of at most `δ` in each coordinate. If `cell` partitions the cube
into cells in which any two points have such a distance, and `r i` is a point of cell `i`, then the
table with the values `g (r i)` has an error of at most `ε`. -/
theorem abs_sub_lookup_le {ι : Type u} {g : (Fin d → K) → K} {δ ε : K}
    (hg : ∀ x y, InCube x → InCube y → (∀ j, |x j - y j| ≤ δ) → |g x - g y| ≤ ε)
    (cell : (Fin d → K) → ι) (small : ∀ x y, InCube x → InCube y → cell x = cell y →
      ∀ j, |x j - y j| ≤ δ)
    (r : ι → Fin d → K) (hr : ∀ x, InCube x → InCube (r (cell x)) ∧ cell (r (cell x)) = cell x)
    {x : Fin d → K} (hx : InCube x) : |g x - g (r (cell x))| ≤ ε :=
  hg x _ hx (hr x hx).1 (small x _ hx (hr x hx).1 (hr x hx).2.symm)

/-- Multidimensional lookup-table approximation (chapter 2): with `k ≥ 1 / δ` there is a partition
of the cube into `k ^ d` cells in which any two points have a distance of at most `δ` in each
coordinate, and each of which has a point. -/
theorem exists_partition {δ : K} (hδ : 0 < δ) (hk : 1 / δ ≤ k) :
    ∃ (cell : (Fin d → K) → Fin d → Fin k) (r : (Fin d → Fin k) → Fin d → K),
      (∀ x y, InCube x → InCube y → cell x = cell y → ∀ j, |x j - y j| ≤ δ) ∧
      ∀ c, InCube (r c) ∧ cell (r c) = c := by
  have pos : (0 : K) < k := lt_of_lt_of_le (one_div_pos.2 hδ) hk
  have kpos : 0 < k := Nat.cast_pos.1 pos
  letI : (x : Fin d → K) → Decidable (InCube x) := fun _ => Classical.propDecidable _
  let cell : (Fin d → K) → Fin d → Fin k := fun x =>
    if h : InCube x then Classical.choose (exists_gridCell kpos h) else fun _ => ⟨0, kpos⟩
  have spec : ∀ x, InCube x → GridCell k (cell x) x := fun x hx => by
    rw [show cell x = Classical.choose (exists_gridCell kpos hx) from dif_pos hx]
    exact Classical.choose_spec (exists_gridCell kpos hx)
  refine ⟨cell, fun c j => (((c j).val : K) + 1 / 2) / k, fun x y hx hy e j => ?_, fun c => ?_⟩
  · refine le_trans ((spec x hx).abs_sub_le (e ▸ spec y hy) j) ?_
    rw [div_le_iff₀ pos]
    rwa [div_le_iff₀ hδ, mul_comm] at hk
  · have cube : InCube fun j => (((c j).val : K) + 1 / 2) / k := fun j => by
      have := Nat.cast_le (R := K).2 (Nat.succ_le_of_lt (c j).isLt)
      rw [Nat.cast_succ] at this
      have : (0 : K) ≤ (c j).val := Nat.cast_nonneg _
      refine ⟨div_nonneg (by linarith) pos.le, (div_le_one pos).2 (by linarith)⟩
    exact ⟨cube, (gridCell_center_iff kpos c _).1 (spec _ cube)⟩

/-- The hypotheses can hold: the function `x ↦ x 0` on the interval, and three cells. -/
theorem abs_sub_lookup_le_witness : ∃ (g : (Fin 1 → Rat) → Rat)
    (cell : (Fin 1 → Rat) → Fin 1 → Fin 3) (r : (Fin 1 → Fin 3) → Fin 1 → Rat),
    (∀ x y, InCube x → InCube y → (∀ j, |x j - y j| ≤ 1 / 3) → |g x - g y| ≤ 1 / 3) ∧
    (∀ x y, InCube x → InCube y → cell x = cell y → ∀ j, |x j - y j| ≤ 1 / 3) ∧
    ∀ x, InCube x → InCube (r (cell x)) ∧ cell (r (cell x)) = cell x := by
  obtain ⟨cell, r, small, hr⟩ :=
    exists_partition (d := 1) (k := 3) (δ := (1 : Rat) / 3) (by decide +kernel) (by decide +kernel)
  exact ⟨fun x => x 0, cell, r, fun _ _ _ _ h => h 0, small, fun x _ => hr (cell x)⟩

/-- The cells must be small: with the whole interval as the only cell, a table for `x ↦ x 0` with
the value at `0` is far off at `1`. -/
theorem abs_sub_lookup_le_needs_small : ∃ (g : (Fin 1 → Rat) → Rat)
    (cell : (Fin 1 → Rat) → Fin 1) (r : Fin 1 → Fin 1 → Rat),
    (∀ x y, InCube x → InCube y → (∀ j, |x j - y j| ≤ 1 / 3) → |g x - g y| ≤ 1 / 3) ∧
    (∀ x, InCube x → InCube (r (cell x)) ∧ cell (r (cell x)) = cell x) ∧
    ∃ x, InCube x ∧ ¬|g x - g (r (cell x))| ≤ 1 / 3 :=
  ⟨fun x => x 0, fun _ => 0, fun _ _ => 0, fun _ _ _ _ h => h 0,
    fun _ _ => ⟨fun _ => ⟨le_rfl, zero_le_one⟩, rfl⟩,
    fun _ => 1, fun _ => ⟨zero_le_one, le_rfl⟩, by decide +kernel⟩

/-- The function must not change by more than `ε` in a cell: the same table with the same error, if
cells may have the diameter `1`. -/
theorem abs_sub_lookup_le_needs_modulus : ∃ (g : (Fin 1 → Rat) → Rat)
    (cell : (Fin 1 → Rat) → Fin 1) (r : Fin 1 → Fin 1 → Rat),
    (∀ x y, InCube x → InCube y → cell x = cell y → ∀ j, |x j - y j| ≤ 1) ∧
    (∀ x, InCube x → InCube (r (cell x)) ∧ cell (r (cell x)) = cell x) ∧
    ∃ x, InCube x ∧ ¬|g x - g (r (cell x))| ≤ 1 / 3 :=
  ⟨fun x => x 0, fun _ => 0, fun _ _ => 0, fun x y hx hy _ j => abs_le.2
    ⟨by linarith [(hx j).1, (hy j).2], by linarith [(hx j).2, (hy j).1]⟩,
    fun _ _ => ⟨fun _ => ⟨le_rfl, zero_le_one⟩, rfl⟩,
    fun _ => 1, fun _ => ⟨zero_le_one, le_rfl⟩, by decide +kernel⟩

/-- No cell with a point has a negative diameter, although `1 ≥ 1 / δ` for `δ = -1`. -/
theorem exists_partition_needs_pos : (1 : Rat) / -1 ≤ (1 : Nat) ∧
    ¬∃ (cell : (Fin 1 → Rat) → Fin 1 → Fin 1) (r : (Fin 1 → Fin 1) → Fin 1 → Rat),
      (∀ x y, InCube x → InCube y → cell x = cell y → ∀ j, |x j - y j| ≤ -1) ∧
      ∀ c, InCube (r c) ∧ cell (r c) = c := by
  refine ⟨by decide +kernel, fun ⟨_, r, small, hr⟩ => ?_⟩
  have h := small _ _ (hr fun _ => 0).1 (hr fun _ => 0).1 rfl 0
  linarith [abs_nonneg (r (fun _ => 0) 0 - r (fun _ => 0) 0)]
