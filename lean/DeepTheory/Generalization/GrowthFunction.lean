prelude
import DeepTheory.Algebra.List.Basic
/-! # Shattering, growth function, VC dimension

A class of functions is any predicate `H : (X → Y) → Prop`: it need not be finite, nor decidable.
Finite sets of points are duplicate-free lists, and sets of patterns are counted without cardinals:
at most `n` patterns are realized if every duplicate-free list of them has length at most `n`.

Book items: shattering, growth function and VC dimension (chapter 7), Lemma 7.12.

## Main definitions

* `VC.AtMost n P`, `VC.AtLeast n P`: at most, at least `n` things satisfy `P`.
* `VC.IsPattern H T p`: some member of `H` takes the values `p` on the points `T`.
* `VC.Shatters H T`: all labellings of `T` are realized.
* `VC.GrowthLE H N B`, `VC.IsGrowth H N B`: the growth function at `N` is at most `B`, is `B`.
* `VC.VCDimLE H k`, `VC.IsVCDim H k`, `VC.VCDimInfinite H`: the VC dimension is at most `k`, is `k`,
  is infinite.

## Main statements

* `VC.shatters_iff`: shattering in terms of functions, as the book says it.
* `VC.GrowthLE.atMost`: points listed twice, and samples, may be allowed in the growth function.
* `VC.growthLE_prod` (Lemma 7.12), `VC.growthLE_comp`: the product rule and the composition rule;
  `VC.IsGrowth.prod_le`, `VC.IsGrowth.comp_le`: the same for the values.
* `VC.IsVCDim.unique`, `VC.exists_isVCDim_or_infinite`, `VC.IsGrowth.unique`,
  `VC.GrowthLE.exists_isGrowth`: VC dimension and growth function have one value each.
* `VC.growthLE_prod_needs_mul`, `VC.growthLE_comp_needs_mul`: not the sum, not the maximum.

## Notes

The growth function is `max_{|T| ≤ N} |H|_T|`. With `|T| = N` it would be undefined when `X` has
fewer than `N` points. If `X` has a set of `N` points, the two agree (`VC.growthLE_iff_length_eq`).
The empty class has no VC dimension: not even the empty set is shattered.
-/
set_option autoImplicit false
universe u v w z

namespace VC

/-! ## Counting without cardinals -/

section Counting
variable {α : Type u} {β : Type v}

/-- At most `n` things satisfy `P`: every duplicate-free list of them has length at most `n`. -/
def AtMost (n : Nat) (P : α → Prop) : Prop :=
  ∀ l : List α, l.Nodup → (∀ a, a ∈ l → P a) → l.length ≤ n

/-- At least `n` things satisfy `P`: some duplicate-free list of them has length `n`. -/
def AtLeast (n : Nat) (P : α → Prop) : Prop :=
  ∃ l : List α, l.Nodup ∧ (∀ a, a ∈ l → P a) ∧ l.length = n

theorem AtMost.mono {m n : Nat} {P Q : α → Prop} (h : AtMost m Q) (hmn : m ≤ n)
    (hPQ : ∀ a, P a → Q a) : AtMost n P :=
  fun l hl hP => Nat.le_trans (h l hl fun a ha => hPQ a (hP a ha)) hmn

theorem AtLeast.le {m n : Nat} {P : α → Prop} (h : AtLeast m P) (k : AtMost n P) : m ≤ n :=
  let ⟨l, hl, hP, e⟩ := h
  e ▸ k l hl hP

theorem atMost_zero {P : α → Prop} (h : AtMost 0 P) (a : α) : ¬P a := fun ha =>
  Nat.not_succ_le_zero 0 (h [a] (List.nodup_cons.2 ⟨List.not_mem_nil, List.nodup_nil⟩)
    fun b hb => by rw [List.mem_singleton.1 hb]; exact ha)

/-- Things that are all equal are at most one. -/
theorem atMost_one {P : α → Prop} (h : ∀ a b, P a → P b → a = b) : AtMost 1 P := fun l hl hP =>
  match l, hl, hP with
  | [], _, _ => Nat.zero_le 1
  | [_], _, _ => Nat.le_refl 1
  | a :: b :: _, hl, hP => absurd (h a b (hP a List.mem_cons_self)
      (hP b (List.mem_cons_of_mem a List.mem_cons_self)))
      fun e => (List.nodup_cons.1 hl).1 (e ▸ List.mem_cons_self)

/-- A list falls into the elements that satisfy `p` and those that do not. -/
theorem length_filter_add (p : α → Bool) (l : List α) :
    (l.filter p).length + (l.filter fun a => !p a).length = l.length := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [List.filter, List.filter, List.length_cons, ← ih]
    cases p a with
    | true => exact Nat.succ_add _ _
    | false => rfl

/-- A thing less: if at most `n + 1` things satisfy `P`, at most `n` other than a given one do. -/
theorem AtMost.erase {n : Nat} {P : α → Prop} (h : AtMost (n + 1) P) {a : α} (ha : P a) :
    AtMost n fun b => P b ∧ b ≠ a := fun l hl hP =>
  Nat.le_of_succ_le_succ (h (a :: l)
    (List.nodup_cons.2 ⟨fun m => (hP a m).2 rfl, hl⟩) fun b hb =>
      (List.mem_cons.1 hb).elim (fun e => e ▸ ha) fun hb => (hP b hb).1)

/-- At most as many things are in a list as its length says. -/
theorem atMost_mem (L : List α) : AtMost L.length fun x => x ∈ L := by
  intro l
  induction l generalizing L with
  | nil => exact fun _ _ => Nat.zero_le _
  | cons a l ih =>
    intro hl hP
    have hl := List.nodup_cons.1 hl
    obtain ⟨s, t, rfl⟩ := List.exists_append_of_mem (hP a List.mem_cons_self)
    have k := ih (s ++ t) hl.2 fun x hx => by
      refine List.mem_append.2 ((List.mem_append.1 (hP x (List.mem_cons_of_mem a hx))).elim .inl
        fun m => .inr (List.mem_of_ne_of_mem (fun e : x = a => hl.1 (e ▸ hx)) m))
    rw [List.length_append] at k ⊢
    exact Nat.succ_le_succ k

/-- Counting by fibres: if each of the things is related to one of at most `m`, and to each of
those at most `n` are related, they are at most `m * n`. -/
theorem atMost_mul {m n : Nat} {P : α → Prop} {Q : β → Prop} (R : α → β → Prop) (hQ : AtMost m Q)
    (hR : ∀ a, P a → ∃ b, Q b ∧ R a b) (hn : ∀ b, Q b → AtMost n fun a => P a ∧ R a b) :
    AtMost (m * n) P := by
  induction m generalizing P Q with
  | zero =>
    intro l _ hP
    cases l with
    | nil => exact Nat.zero_le _
    | cons a l =>
      obtain ⟨b, hb, _⟩ := hR a (hP a List.mem_cons_self)
      exact absurd hb (atMost_zero hQ b)
  | succ m ih =>
    intro l hl hP
    cases l with
    | nil => exact Nat.zero_le _
    | cons a l' =>
      obtain ⟨b, hb, _⟩ := hR a (hP a List.mem_cons_self)
      generalize a :: l' = l at hl hP
      have dec : (x : α) → Decidable (R x b) := fun x => Classical.propDecidable _
      rw [← length_filter_add (fun x => decide (R x b)) l, Nat.succ_mul, Nat.add_comm (m * n)]
      refine Nat.add_le_add (hn b hb _ (List.nodup_filter _ hl) fun x hx => ?_)
        (ih (P := fun x => P x ∧ ¬R x b) (hQ.erase hb) (fun x hx => ?_) (fun c hc => ?_) _
          (List.nodup_filter _ hl) fun x hx => ?_)
      · have hx := List.mem_filter.1 hx
        exact ⟨hP x hx.1, of_decide_eq_true hx.2⟩
      · obtain ⟨c, hc, r⟩ := hR x hx.1
        exact ⟨c, ⟨hc, fun e => hx.2 (e ▸ r)⟩, r⟩
      · exact (hn c hc.1).mono (Nat.le_refl n) fun x hx => ⟨hx.1.1, hx.2⟩
      · have hx := List.mem_filter.1 hx
        refine ⟨hP x hx.1, fun r => ?_⟩
        have k := hx.2
        rw [decide_eq_true r] at k
        exact Bool.noConfusion k

end Counting

/-! ## Patterns and shattering -/

section Patterns
variable {X : Type u} {Y : Type v}

/-- Some member of the class takes the values `p`, in turn, on the points of the list `T`. -/
def IsPattern (H : (X → Y) → Prop) (T : List X) (p : List Y) : Prop := ∃ h, H h ∧ T.map h = p

theorem IsPattern.length_eq {H : (X → Y) → Prop} {T : List X} {p : List Y} (h : IsPattern H T p) :
    p.length = T.length := by
  obtain ⟨f, _, rfl⟩ := h
  exact List.length_map f

theorem IsPattern.mono {H K : (X → Y) → Prop} (hHK : ∀ h, H h → K h) {T : List X} {p : List Y}
    (h : IsPattern H T p) : IsPattern K T p :=
  let ⟨f, hf, e⟩ := h
  ⟨f, hHK f hf, e⟩

/-- The class shatters the points of `T`: every list of labels for them is realized.
Shattering (chapter 7). A list with a repeated point is never shattered. -/
def Shatters (H : (X → Bool) → Prop) (T : List X) : Prop :=
  ∀ p : List Bool, p.length = T.length → IsPattern H T p

/-- The growth function at `N` is at most `B`: on a set of at most `N` points, at most `B` patterns
are realized. -/
def GrowthLE (H : (X → Y) → Prop) (N B : Nat) : Prop :=
  ∀ T : List X, T.Nodup → T.length ≤ N → AtMost B (IsPattern H T)

/-- The growth function at `N` is `B`. Growth function (chapter 7), as the greatest number of
patterns on at most `N` points. -/
def IsGrowth (H : (X → Y) → Prop) (N B : Nat) : Prop :=
  GrowthLE H N B ∧ ∃ T : List X, T.Nodup ∧ T.length ≤ N ∧ AtLeast B (IsPattern H T)

/-- The VC dimension is at most `k`: no set of more than `k` points is shattered. -/
def VCDimLE (H : (X → Bool) → Prop) (k : Nat) : Prop := ∀ T : List X, Shatters H T → T.length ≤ k

/-- The VC dimension is `k`. VC dimension (chapter 7), as the greatest size of a shattered set. -/
def IsVCDim (H : (X → Bool) → Prop) (k : Nat) : Prop :=
  VCDimLE H k ∧ ∃ T : List X, Shatters H T ∧ T.length = k

/-- The VC dimension is infinite: sets of any size are shattered. -/
def VCDimInfinite (H : (X → Bool) → Prop) : Prop :=
  ∀ k : Nat, ∃ T : List X, Shatters H T ∧ T.length = k

theorem Shatters.mono {H K : (X → Bool) → Prop} (hHK : ∀ h, H h → K h) {T : List X}
    (h : Shatters H T) : Shatters K T := fun p hp => (h p hp).mono hHK

/-- Without its first point a shattered list is still shattered. -/
theorem Shatters.tail {H : (X → Bool) → Prop} {a : X} {T : List X} (h : Shatters H (a :: T)) :
    Shatters H T := fun p hp => by
  obtain ⟨f, hf, e⟩ := h (true :: p) (congrArg (· + 1) hp)
  exact ⟨f, hf, (List.cons.inj e).2⟩

/-- Members of a shattering class are free to take any value on the first point. -/
theorem Shatters.not_mem {H : (X → Bool) → Prop} {a : X} {T : List X} (h : Shatters H (a :: T)) :
    ¬a ∈ T := fun m => by
  obtain ⟨f, _, e⟩ := h (true :: T.map fun _ => false) (congrArg (· + 1) (List.length_map _))
  obtain ⟨e₁, e₂⟩ := List.cons.inj e
  have key : ∀ L : List X, L.map f = L.map (fun _ => false) → ∀ x, x ∈ L → f x = false := by
    intro L
    induction L with
    | nil => exact fun _ x hx => absurd hx List.not_mem_nil
    | cons b L ih =>
      intro e x hx
      obtain ⟨e₁, e₂⟩ := List.cons.inj e
      exact (List.mem_cons.1 hx).elim (fun k => k ▸ e₁) (ih e₂ x)
  exact Bool.noConfusion (e₁.symm.trans (key T e₂ a m))

/-- The points of a shattered list are distinct. -/
theorem Shatters.nodup {H : (X → Bool) → Prop} {T : List X} (h : Shatters H T) : T.Nodup := by
  induction T with
  | nil => exact List.nodup_nil
  | cons a T ih => exact List.nodup_cons.2 ⟨h.not_mem, ih h.tail⟩

/-- A shattered list can be cut down to any length. -/
theorem Shatters.exists_length_eq {H : (X → Bool) → Prop} {T : List X} (h : Shatters H T) {k : Nat}
    (hk : k ≤ T.length) : ∃ S : List X, Shatters H S ∧ S.length = k := by
  induction T with
  | nil => exact ⟨[], h, (Nat.eq_zero_of_le_zero hk).symm⟩
  | cons a T ih =>
    rcases Nat.eq_or_lt_of_le hk with e | lt
    · exact ⟨a :: T, h, e.symm⟩
    · exact ih h.tail (Nat.le_of_lt_succ lt)

theorem map_eq_map_iff {Z : Type w} {f g : X → Z} {T : List X} :
    T.map f = T.map g ↔ ∀ x, x ∈ T → f x = g x := by
  refine ⟨?_, List.map_congr_left⟩
  induction T with
  | nil => exact fun _ x hx => absurd hx List.not_mem_nil
  | cons b L ih =>
    intro e x hx
    obtain ⟨e₁, e₂⟩ := List.cons.inj e
    exact (List.mem_cons.1 hx).elim (fun k => by rw [k]; exact e₁) (ih e₂ x)

/-- Every list of values on distinct points comes from a function. -/
theorem exists_map_eq [DecidableEq X] [Inhabited Y] {T : List X} (hT : T.Nodup) {p : List Y}
    (hp : p.length = T.length) : ∃ f : X → Y, T.map f = p := by
  induction T generalizing p with
  | nil =>
    cases p with
    | nil => exact ⟨fun _ => default, rfl⟩
    | cons b p => exact Nat.noConfusion hp
  | cons a T ih =>
    cases p with
    | nil => exact Nat.noConfusion hp
    | cons b p =>
      have hT := List.nodup_cons.1 hT
      obtain ⟨f, rfl⟩ := ih hT.2 (Nat.succ.inj hp)
      refine ⟨fun x => if x = a then b else f x, ?_⟩
      rw [List.map_cons, if_pos rfl]
      exact congrArg (b :: ·)
        (List.map_congr_left fun x hx => if_neg fun k : x = a => hT.1 (k ▸ hx))

/-- Shattering of distinct points as the book has it: every labelling agrees on `T` with a member
of the class. -/
theorem shatters_iff {H : (X → Bool) → Prop} {T : List X} (hT : T.Nodup) :
    Shatters H T ↔ ∀ f : X → Bool, ∃ h, H h ∧ ∀ x, x ∈ T → h x = f x := by
  constructor
  · intro k f
    obtain ⟨h, hh, e⟩ := k (T.map f) (List.length_map f)
    exact ⟨h, hh, map_eq_map_iff.1 e⟩
  · intro k p hp
    have : DecidableEq X := fun _ _ => Classical.propDecidable _
    obtain ⟨f, rfl⟩ := exists_map_eq hT hp
    obtain ⟨h, hh, e⟩ := k f
    exact ⟨h, hh, map_eq_map_iff.2 e⟩

/-- Subsets of shattered sets are shattered. -/
theorem Shatters.subset {H : (X → Bool) → Prop} {S T : List X} (h : Shatters H T) (hS : S.Nodup)
    (hST : ∀ x, x ∈ S → x ∈ T) : Shatters H S :=
  (shatters_iff hS).2 fun f => let ⟨k, hk, e⟩ := (shatters_iff h.nodup).1 h f
    ⟨k, hk, fun x hx => e x (hST x hx)⟩

/-- The empty set is shattered by every class with a member. -/
theorem shatters_nil {H : (X → Bool) → Prop} : Shatters H [] ↔ ∃ h, H h :=
  ⟨fun k => let ⟨h, hh, _⟩ := k [] rfl; ⟨h, hh⟩, fun ⟨h, hh⟩ _ hp =>
    ⟨h, hh, (List.length_eq_zero_iff.1 hp).symm⟩⟩

/-! ## VC dimension -/

/-- The VC dimension is at most `k` if no set of exactly `k + 1` points is shattered. -/
theorem vcDimLE_iff {H : (X → Bool) → Prop} {k : Nat} :
    VCDimLE H k ↔ ∀ T : List X, T.Nodup → T.length = k + 1 → ¬Shatters H T := by
  constructor
  · exact fun h T _ e s => Nat.not_succ_le_self k (Nat.le_trans (Nat.le_of_eq e.symm) (h T s))
  · intro h T s
    refine (Nat.lt_or_ge k T.length).elim (fun lt => ?_) id
    obtain ⟨S, hS, e⟩ := s.exists_length_eq lt
    exact absurd hS (h S hS.nodup e)

theorem VCDimLE.mono {H K : (X → Bool) → Prop} {k l : Nat} (h : VCDimLE H k) (hkl : k ≤ l)
    (hKH : ∀ h, K h → H h) : VCDimLE K l :=
  fun T s => Nat.le_trans (h T (s.mono hKH)) hkl

/-- There is at most one VC dimension. -/
theorem IsVCDim.unique {H : (X → Bool) → Prop} {k l : Nat} (h : IsVCDim H k) (h' : IsVCDim H l) :
    k = l := by
  obtain ⟨hk, S, hS, rfl⟩ := h
  obtain ⟨hl, T, hT, rfl⟩ := h'
  exact Nat.le_antisymm (hl S hS) (hk T hT)

/-- A larger class has the larger VC dimension. -/
theorem IsVCDim.le_of_subset {H K : (X → Bool) → Prop} {k l : Nat} (h : IsVCDim H k)
    (h' : IsVCDim K l) (hHK : ∀ h, H h → K h) : k ≤ l := by
  obtain ⟨_, S, hS, rfl⟩ := h
  exact h'.1 S (hS.mono hHK)

/-- A class with a member has a VC dimension, finite or infinite. -/
theorem exists_isVCDim_or_infinite {H : (X → Bool) → Prop} (hH : ∃ h, H h) :
    (∃ k, IsVCDim H k) ∨ VCDimInfinite H := by
  rcases Classical.em (∃ k, IsVCDim H k) with h | h
  · exact .inl h
  · refine .inr fun k => ?_
    induction k with
    | zero => exact ⟨[], shatters_nil.2 hH, rfl⟩
    | succ k ih =>
      refine Classical.byContradiction fun n => h ⟨k, vcDimLE_iff.2 fun T _ e s => ?_, ih⟩
      exact n ⟨T, s, e⟩

/-! ## Growth function -/

theorem GrowthLE.mono {H K : (X → Y) → Prop} {M N B C : Nat} (h : GrowthLE H N B) (hMN : M ≤ N)
    (hBC : B ≤ C) (hKH : ∀ h, K h → H h) : GrowthLE K M C :=
  fun T hT hM => (h T hT (Nat.le_trans hM hMN)).mono hBC fun _ => IsPattern.mono hKH

/-- There is at most one value of the growth function. -/
theorem IsGrowth.unique {H : (X → Y) → Prop} {N B C : Nat} (h : IsGrowth H N B)
    (h' : IsGrowth H N C) : B = C := by
  obtain ⟨hB, S, hS, lS, aS⟩ := h
  obtain ⟨hC, T, hT, lT, aT⟩ := h'
  exact Nat.le_antisymm (aS.le (hC S hS lS)) (aT.le (hB T hT lT))

/-- A larger class has the larger growth function, also at a larger number of points. -/
theorem IsGrowth.le_of_subset {H K : (X → Y) → Prop} {M N B C : Nat} (h : IsGrowth H M B)
    (h' : IsGrowth K N C) (hMN : M ≤ N) (hHK : ∀ h, H h → K h) : B ≤ C := by
  obtain ⟨_, S, hS, lS, aS⟩ := h
  exact aS.le ((h'.1.mono hMN (Nat.le_refl C) hHK) S hS lS)

/-- A bounded growth function has a value. -/
theorem GrowthLE.exists_isGrowth {H : (X → Y) → Prop} {N B : Nat} (h : GrowthLE H N B) :
    ∃ C, C ≤ B ∧ IsGrowth H N C := by
  induction B with
  | zero =>
    exact ⟨0, Nat.le_refl 0, h, [], List.nodup_nil, Nat.zero_le N, [], List.nodup_nil,
      fun _ m => absurd m List.not_mem_nil, rfl⟩
  | succ B ih =>
    rcases Classical.em (GrowthLE H N B) with k | k
    · obtain ⟨C, hC, g⟩ := ih k
      exact ⟨C, Nat.le_step hC, g⟩
    · refine ⟨B + 1, Nat.le_refl _, h, Classical.byContradiction fun no => k ?_⟩
      intro T hT lT l hl hP
      refine Nat.le_of_lt_succ (Nat.lt_of_le_of_ne (h T hT lT l hl hP) fun e => ?_)
      exact no ⟨T, hT, lT, l, hl, hP, e⟩

/-- A class has at most as many patterns as members, on any number of points. -/
theorem growthLE_length {H : (X → Y) → Prop} {L : List (X → Y)}
    (hL : ∀ h, H h → ∃ f, f ∈ L ∧ ∀ x, h x = f x) (N : Nat) : GrowthLE H N L.length := by
  intro T _ _ l hl hP
  rw [← List.length_map (as := L) fun f => T.map f]
  refine atMost_mem _ l hl fun p hp => ?_
  obtain ⟨h, hh, rfl⟩ := hP p hp
  obtain ⟨f, hf, e⟩ := hL h hh
  exact List.mem_map.2 ⟨f, hf, List.map_congr_left fun x _ => (e x).symm⟩

/-- Every list has the same elements as one without repetitions, which is not longer. -/
theorem exists_nodup (T : List X) :
    ∃ S : List X, S.Nodup ∧ S.length ≤ T.length ∧ ∀ x, x ∈ S ↔ x ∈ T := by
  induction T with
  | nil => exact ⟨[], List.nodup_nil, Nat.le_refl 0, fun _ => Iff.rfl⟩
  | cons a T ih =>
    obtain ⟨S, hS, l, e⟩ := ih
    rcases Classical.em (a ∈ S) with m | m
    · refine ⟨S, hS, Nat.le_trans l (Nat.le_succ _), fun x => ?_⟩
      rw [List.mem_cons, ← e]
      exact ⟨.inr, fun h => h.elim (fun k => k ▸ m) id⟩
    · refine ⟨a :: S, List.nodup_cons.2 ⟨m, hS⟩, Nat.succ_le_succ l, fun x => ?_⟩
      rw [List.mem_cons, List.mem_cons, e]

/-- More points have more patterns. -/
theorem AtMost.of_subset {H : (X → Y) → Prop} {S T : List X} {B : Nat}
    (h : AtMost B (IsPattern H S)) (hTS : ∀ x, x ∈ T → x ∈ S) : AtMost B (IsPattern H T) := by
  have k := atMost_mul (P := IsPattern H T) (n := 1)
    (fun p q => ∃ f, H f ∧ T.map f = p ∧ S.map f = q) h
    (fun p ⟨f, hf, ef⟩ => ⟨S.map f, ⟨f, hf, rfl⟩, f, hf, ef, rfl⟩)
    (fun q _ => atMost_one fun p p' ⟨_, f, _, ef, eq⟩ ⟨_, f', _, ef', eq'⟩ => by
      rw [← ef, ← ef']
      exact map_eq_map_iff.2 fun x hx => map_eq_map_iff.1 (eq.trans eq'.symm) x (hTS x hx))
  rwa [Nat.mul_one] at k

/-- In the growth function points may be listed twice: the bound holds for all lists of at most `N`
points. -/
theorem GrowthLE.atMost {H : (X → Y) → Prop} {N B : Nat} (h : GrowthLE H N B) {T : List X}
    (hT : T.length ≤ N) : AtMost B (IsPattern H T) := by
  obtain ⟨S, hS, l, e⟩ := exists_nodup T
  exact (h S hS (Nat.le_trans l hT)).of_subset fun x => (e x).2

/-- The bound of the growth function for samples: at most `B` tuples `h (x 0), ..., h (x (N - 1))`
occur, whatever the points `x i`, distinct or not. -/
theorem GrowthLE.atMost_sample {H : (X → Y) → Prop} {N B : Nat} (h : GrowthLE H N B)
    (x : Fin N → X) : AtMost B fun p : Fin N → Y => ∃ f, H f ∧ ∀ i, f (x i) = p i := by
  have k := h.atMost (T := (List.finRange N).map x)
    (Nat.le_of_eq ((List.length_map x).trans List.length_finRange))
  have inj : ∀ p q : Fin N → Y, (List.finRange N).map p = (List.finRange N).map q → p = q :=
    fun p q e => funext fun i => map_eq_map_iff.1 e i (List.mem_finRange i)
  intro l hl hP
  rw [← List.length_map fun p => (List.finRange N).map p]
  refine k _ (List.nodup_map inj hl) fun a ha => ?_
  obtain ⟨p, hp, rfl⟩ := List.mem_map.1 ha
  obtain ⟨f, hf, e⟩ := hP p hp
  exact ⟨f, hf, List.map_map.trans (List.map_congr_left fun i _ => e i)⟩

/-- Fewer points than are there can be completed. -/
theorem exists_superset {T U : List X} (hT : T.Nodup) (hU : U.Nodup) (h : T.length ≤ U.length) :
    ∃ S : List X, S.Nodup ∧ S.length = U.length ∧ ∀ x, x ∈ T → x ∈ S := by
  have key : ∀ n : Nat, ∀ T : List X, T.Nodup → T.length + n = U.length →
      ∃ S : List X, S.Nodup ∧ S.length = U.length ∧ ∀ x, x ∈ T → x ∈ S := by
    intro n
    induction n with
    | zero => exact fun T hT e => ⟨T, hT, e, fun _ => id⟩
    | succ n ih =>
      intro T hT e
      rcases Classical.em (∃ a, a ∈ U ∧ ¬a ∈ T) with ⟨a, _, ha⟩ | no
      · obtain ⟨S, hS, l, sub⟩ := ih (a :: T) (List.nodup_cons.2 ⟨ha, hT⟩)
          (by rw [List.length_cons, ← e, Nat.succ_add]; rfl)
        exact ⟨S, hS, l, fun x hx => sub x (List.mem_cons_of_mem a hx)⟩
      · have sub : ∀ x, x ∈ U → x ∈ T := fun x hx =>
          Classical.byContradiction fun hn => no ⟨x, hx, hn⟩
        have := atMost_mem T U hU sub
        rw [← e] at this
        exact absurd this (Nat.not_le_of_gt (Nat.lt_add_of_pos_right (Nat.zero_lt_succ n)))
  obtain ⟨n, e⟩ := Nat.le.dest h
  exact key n T hT e

/-- With `N` points or more in `X`, the growth function may be taken over sets of exactly `N`
points: the usual definition. -/
theorem growthLE_iff_length_eq {H : (X → Y) → Prop} {N B : Nat}
    (hX : ∃ U : List X, U.Nodup ∧ U.length = N) :
    GrowthLE H N B ↔ ∀ T : List X, T.Nodup → T.length = N → AtMost B (IsPattern H T) := by
  refine ⟨fun h T hT e => h T hT (Nat.le_of_eq e), fun h T hT l => ?_⟩
  obtain ⟨U, hU, eU⟩ := hX
  obtain ⟨S, hS, e, sub⟩ := exists_superset hT hU (eU ▸ l)
  exact (h S hS (e.trans eU)).of_subset sub

end Patterns

/-! ## Products and compositions -/

section Rules
variable {X : Type u} {Y : Type v} {Z : Type w}

/-- The product class: the functions `x ↦ (f x, g x)`. -/
def ProdClass (H : (X → Y) → Prop) (K : (X → Z) → Prop) (h : X → Y × Z) : Prop :=
  ∃ f g, H f ∧ K g ∧ ∀ x, h x = (f x, g x)

/-- The composed class: the functions `x ↦ g (f x)`. -/
def CompClass (H : (X → Y) → Prop) (K : (Y → Z) → Prop) (h : X → Z) : Prop :=
  ∃ f g, H f ∧ K g ∧ ∀ x, h x = g (f x)

/-- Lemma 7.12 (product rule for growth functions): `G_{H × K}(N) ≤ G_H(N) * G_K(N)`. -/
theorem growthLE_prod {H : (X → Y) → Prop} {K : (X → Z) → Prop} {N B C : Nat}
    (hH : GrowthLE H N B) (hK : GrowthLE K N C) : GrowthLE (ProdClass H K) N (B * C) := by
  intro T hT hN
  refine atMost_mul (fun p q => p.map Prod.fst = q) (hH T hT hN) (fun p hp => ?_) fun q _ => ?_
  · obtain ⟨h, ⟨f, g, hf, _, e⟩, rfl⟩ := hp
    refine ⟨T.map f, ⟨f, hf, rfl⟩, ?_⟩
    rw [List.map_map]
    exact List.map_congr_left fun x _ => congrArg Prod.fst (e x)
  · have k := atMost_mul (P := fun p => IsPattern (ProdClass H K) T p ∧ p.map Prod.fst = q) (n := 1)
      (fun p r => p.map Prod.snd = r) (hK T hT hN) (fun p hp => ?_) fun r _ => ?_
    · rwa [Nat.mul_one] at k
    · obtain ⟨⟨h, ⟨f, g, _, hg, e⟩, rfl⟩, _⟩ := hp
      refine ⟨T.map g, ⟨g, hg, rfl⟩, ?_⟩
      rw [List.map_map]
      exact List.map_congr_left fun x _ => congrArg Prod.snd (e x)
    · refine atMost_one fun a b ⟨⟨_, ea⟩, ea'⟩ ⟨⟨_, eb⟩, eb'⟩ => ?_
      have key : ∀ a b : List (Y × Z), a.map Prod.fst = b.map Prod.fst →
          a.map Prod.snd = b.map Prod.snd → a = b := by
        intro a
        induction a with
        | nil => exact fun b e _ => (List.map_eq_nil_iff.1 e.symm).symm
        | cons x a ih =>
          intro b e e'
          cases b with
          | nil => exact absurd e (List.cons_ne_nil _ _)
          | cons y b =>
            obtain ⟨e₁, e₂⟩ := List.cons.inj e
            obtain ⟨e₁', e₂'⟩ := List.cons.inj e'
            rw [ih b e₂ e₂', Prod.ext e₁ e₁']
      exact key a b (ea.trans eb.symm) (ea'.trans eb'.symm)

/-- The composition rule for growth functions: `G_{K ∘ H}(N) ≤ G_H(N) * G_K(N)`. -/
theorem growthLE_comp {H : (X → Y) → Prop} {K : (Y → Z) → Prop} {N B C : Nat}
    (hH : GrowthLE H N B) (hK : GrowthLE K N C) : GrowthLE (CompClass H K) N (B * C) := by
  intro T hT hN
  refine atMost_mul (fun p q => IsPattern H T q ∧ IsPattern K q p) (hH T hT hN) (fun p hp => ?_)
    fun q hq => ?_
  · obtain ⟨h, ⟨f, g, hf, hg, e⟩, rfl⟩ := hp
    refine ⟨T.map f, ⟨f, hf, rfl⟩, ⟨f, hf, rfl⟩, g, hg, ?_⟩
    rw [List.map_map]
    exact List.map_congr_left fun x _ => (e x).symm
  · exact (hK.atMost (Nat.le_trans (Nat.le_of_eq hq.length_eq) hN)).mono (Nat.le_refl C)
      fun p hp => hp.2.2

/-- Lemma 7.12 for the values of the growth functions. -/
theorem IsGrowth.prod_le {H : (X → Y) → Prop} {K : (X → Z) → Prop} {N B C D : Nat}
    (hH : IsGrowth H N B) (hK : IsGrowth K N C) (h : IsGrowth (ProdClass H K) N D) : D ≤ B * C :=
  let ⟨_, T, hT, lT, aT⟩ := h
  aT.le (growthLE_prod hH.1 hK.1 T hT lT)

/-- The composition rule for the values of the growth functions. -/
theorem IsGrowth.comp_le {H : (X → Y) → Prop} {K : (Y → Z) → Prop} {N B C D : Nat}
    (hH : IsGrowth H N B) (hK : IsGrowth K N C) (h : IsGrowth (CompClass H K) N D) : D ≤ B * C :=
  let ⟨_, T, hT, lT, aT⟩ := h
  aT.le (growthLE_comp hH.1 hK.1 T hT lT)

/-- The product in Lemma 7.12 cannot be replaced by a sum: two classes with three patterns at one
point have nine together. -/
theorem growthLE_prod_needs_mul : ∃ H K : (Unit → Fin 3) → Prop,
    GrowthLE H 1 3 ∧ GrowthLE K 1 3 ∧ ¬GrowthLE (ProdClass H K) 1 (3 + 3) := by
  have g : GrowthLE (fun _ : Unit → Fin 3 => True) 1 3 :=
    growthLE_length (L := (List.finRange 3).map fun i _ => i)
      (fun h _ => ⟨fun _ => h (), List.mem_map_of_mem (List.mem_finRange _), fun _ => rfl⟩) 1
  refine ⟨_, _, g, g, fun k => ?_⟩
  have := k [()] (by decide) (by decide)
    ((List.finRange 3).flatMap fun i => (List.finRange 3).map fun j => [(i, j)]) (by decide)
    fun p hp => by
      obtain ⟨i, _, hp⟩ := List.mem_flatMap.1 hp
      obtain ⟨j, _, rfl⟩ := List.mem_map.1 hp
      exact ⟨fun _ => (i, j), ⟨fun _ => i, fun _ => j, trivial, trivial, fun _ => rfl⟩, rfl⟩
  exact absurd this (by decide)

/-- The product in the composition rule cannot be replaced by the maximum: two classes with two
patterns at one point give four. -/
theorem growthLE_comp_needs_mul : ∃ (H : (Unit → Bool) → Prop) (K : (Bool → Bool × Bool) → Prop),
    GrowthLE H 1 2 ∧ GrowthLE K 1 2 ∧ ¬GrowthLE (CompClass H K) 1 2 := by
  refine ⟨fun _ => True, fun g => ∃ b, ∀ y, g y = (y, b),
    growthLE_length (L := [fun _ => false, fun _ => true])
      (fun h _ => ⟨fun _ => h (), ?_, fun _ => rfl⟩) 1,
    growthLE_length (L := [fun y => (y, false), fun y => (y, true)])
      (fun h ⟨b, e⟩ => ⟨fun y => (y, b), match b with
        | false => List.mem_cons_self
        | true => List.mem_cons_of_mem _ List.mem_cons_self, e⟩) 1, fun k => ?_⟩
  · cases h () with
    | false => exact List.mem_cons_self
    | true => exact List.mem_cons_of_mem _ List.mem_cons_self
  · have := k [()] (by decide) (by decide)
      ([false, true].flatMap fun i => [false, true].map fun j => [(i, j)]) (by decide)
      fun p hp => by
        obtain ⟨i, _, hp⟩ := List.mem_flatMap.1 hp
        obtain ⟨j, _, rfl⟩ := List.mem_map.1 hp
        exact ⟨fun _ => (i, j), ⟨fun _ => i, fun y => (y, j), trivial, ⟨j, fun _ => rfl⟩,
          fun _ => rfl⟩, rfl⟩
    exact absurd this (by decide)

/-- The hypotheses of the two rules can hold: identity and negation, two patterns on any number of
points. -/
theorem growthLE_rules_witness : ∃ H K : (Bool → Bool) → Prop, (∃ h, H h) ∧ (∃ h, K h) ∧
    ∀ N, GrowthLE H N 2 ∧ GrowthLE K N 2 := by
  have g : ∀ N, GrowthLE (fun h : Bool → Bool => ∃ f, f ∈ [fun b => b, fun b => !b] ∧
      ∀ x, h x = f x) N 2 := fun N => growthLE_length (fun _ => id) N
  have m : ∃ h : Bool → Bool, ∃ f, f ∈ [fun b => b, fun b => !b] ∧ ∀ x, h x = f x :=
    ⟨fun b => b, fun b => b, List.mem_cons_self, fun _ => rfl⟩
  exact ⟨_, _, m, m, fun N => ⟨g N, g N⟩⟩

end Rules
end VC
