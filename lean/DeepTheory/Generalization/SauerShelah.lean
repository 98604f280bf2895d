prelude
import DeepTheory.Generalization.GrowthFunction
import DeepTheory.Algebra.Nat.Choose
import DeepTheory.Algebra.BigOperators.Order
/-! # The Sauer-Shelah lemma

A class of VC dimension at most `k` has at most `∑ i ≤ k, N.choose i` patterns on `N` points. The
proof is Pajor's: a finite family of sets shatters at least as many sets as it has members, and of
the shattered sets all have at most `k` elements.

Book items: Lemma 7.9.

## Main definitions

* `VC.select s l`: the entries of the list `l` at the places where the mask `s` is true.
* `VC.weight s`: the number of places where the mask `s` is true.
* `VC.ShattersMask F s`: the family `F` of Boolean lists takes all values on the places in `s`.
* `VC.masksLE n k`: the masks of length `n` and weight at most `k`; `VC.masks n`: all of length `n`.
* `VC.AtMostTrue k`: the class of functions that are true at `k` points or fewer.

## Main statements

* `VC.exists_shattersMask`: Pajor's form, for families of Boolean lists.
* `VC.growthLE_of_vcDimLE`, `VC.IsGrowth.le_sum_choose` (Lemma 7.9): the bound, for arbitrary
  classes.
* `VC.isGrowth_atMostTrue`: the bound is attained, for every `N` and `k`.
* `VC.growthLE_needs_last_term`, `VC.growthLE_needs_finite_vc`: the sum up to `k - 1` is too
  small, and the bound fails for the class of all functions.
* `VC.shatters_iff_atLeast`: all `2 ^ N` patterns on `N` points mean that these are shattered.

## Notes

Nothing is assumed about the class, and the proof of the bound uses no choice.
-/
set_option autoImplicit false
universe u v w

namespace VC

/-! ## Masks -/

section Masks
variable {α : Type u} {β : Type v}

/-- The entries of the list at the places where the mask is true. -/
def select : List Bool → List α → List α
  | true :: s, a :: l => a :: select s l
  | false :: s, _ :: l => select s l
  | [], _ => []
  | _ :: _, [] => []

/-- The number of places where the mask is true. -/
def weight : List Bool → Nat
  | [] => 0
  | true :: s => weight s + 1
  | false :: s => weight s

theorem select_map (f : α → β) (s : List Bool) (l : List α) :
    select s (l.map f) = (select s l).map f := by
  induction s generalizing l with
  | nil => cases l <;> rfl
  | cons b s ih =>
    cases l with
    | nil => cases b <;> rfl
    | cons a l =>
      cases b with
      | false => exact ih l
      | true => exact congrArg (f a :: ·) (ih l)

theorem length_select {s : List Bool} {l : List α} (h : s.length = l.length) :
    (select s l).length = weight s := by
  induction s generalizing l with
  | nil => cases l <;> rfl
  | cons b s ih =>
    cases l with
    | nil => exact Nat.noConfusion h
    | cons a l =>
      cases b with
      | false => exact ih (Nat.succ.inj h)
      | true => exact congrArg (· + 1) (ih (Nat.succ.inj h))

/-- The family `F` of Boolean lists shatters the set of places where the mask `s` is true: on these
places it takes all values. -/
def ShattersMask (F : List (List Bool)) (s : List Bool) : Prop :=
  ∀ q : List Bool, q.length = weight s → ∃ p, p ∈ F ∧ select s p = q

/-- The tails of the lists that begin with `b`. -/
def tails (b : Bool) : List (List Bool) → List (List Bool)
  | [] => []
  | [] :: F => tails b F
  | (a :: p) :: F => if a = b then p :: tails b F else tails b F

theorem mem_tails {b : Bool} {F : List (List Bool)} {p : List Bool} :
    p ∈ tails b F ↔ b :: p ∈ F := by
  induction F with
  | nil => exact ⟨fun h => absurd h List.not_mem_nil, fun h => absurd h List.not_mem_nil⟩
  | cons q F ih =>
    cases q with
    | nil => rw [tails, List.mem_cons, ih]; exact ⟨.inr, fun h => h.elim (fun e => nomatch e) id⟩
    | cons a q =>
      rw [tails, List.mem_cons]
      by_cases e : a = b
      · subst e
        rw [if_pos rfl, List.mem_cons, ih]
        exact or_congr ⟨fun e => e ▸ rfl, fun e => (List.cons.inj e).2⟩ Iff.rfl
      · rw [if_neg e, ih]
        exact ⟨.inr, fun h => h.elim (fun k => absurd (List.cons.inj k).1.symm e) id⟩

theorem nodup_tails {b : Bool} {F : List (List Bool)} (h : F.Nodup) : (tails b F).Nodup := by
  induction F with
  | nil => exact List.nodup_nil
  | cons q F ih =>
    have h := List.nodup_cons.1 h
    cases q with
    | nil => exact ih h.2
    | cons a q =>
      rw [tails]
      by_cases e : a = b
      · rw [if_pos e]
        exact List.nodup_cons.2 ⟨fun m => h.1 (e ▸ mem_tails.1 m), ih h.2⟩
      · rw [if_neg e]; exact ih h.2

theorem length_tails {n : Nat} {F : List (List Bool)} (h : ∀ p, p ∈ F → p.length = n + 1) :
    (tails false F).length + (tails true F).length = F.length := by
  induction F with
  | nil => rfl
  | cons q F ih =>
    have ih := ih fun p hp => h p (List.mem_cons_of_mem q hp)
    cases q with
    | nil => exact Nat.noConfusion (h [] List.mem_cons_self)
    | cons a q =>
      rw [List.length_cons, ← ih]
      cases a with
      | false => exact Nat.succ_add _ _
      | true => rfl

/-- Pajor's form of Lemma 7.9: a family of Boolean lists of length `n` shatters at least as many
sets of places as it has members. -/
theorem exists_shattersMask {n : Nat} {F : List (List Bool)} (hF : F.Nodup)
    (hn : ∀ p, p ∈ F → p.length = n) : ∃ S : List (List Bool), S.Nodup ∧ S.length = F.length ∧
      ∀ s, s ∈ S → s.length = n ∧ ShattersMask F s := by
  induction n generalizing F with
  | zero =>
    refine ⟨F, hF, rfl, fun s hs => ⟨hn s hs, fun q hq => ⟨s, hs, ?_⟩⟩⟩
    rw [List.length_eq_zero_iff.1 (hn s hs)] at hq ⊢
    exact (List.length_eq_zero_iff.1 hq).symm
  | succ n ih =>
    obtain ⟨S, hS, lS, sS⟩ := ih (nodup_tails (b := false) hF)
      fun p hp => Nat.succ.inj (hn _ (mem_tails.1 hp))
    obtain ⟨R, hR, lR, sR⟩ := ih (nodup_tails (b := true) hF)
      fun p hp => Nat.succ.inj (hn _ (mem_tails.1 hp))
    -- the sets that one of the halves shatters, and those that both shatter, with the first place
    refine ⟨(S ++ R.filter fun r => !decide (r ∈ S)).map (false :: ·) ++
      (R.filter fun r => decide (r ∈ S)).map (true :: ·), ?_, ?_, ?_⟩
    · have inj : ∀ (b : Bool) (p q : List Bool), b :: p = b :: q → p = q :=
        fun _ _ _ e => (List.cons.inj e).2
      refine List.nodup_append.2 ⟨List.nodup_map (inj false) (List.nodup_append.2
          ⟨hS, List.nodup_filter _ hR, fun a ha m => ?_⟩),
        List.nodup_map (inj true) (List.nodup_filter _ hR), fun a ha m => ?_⟩
      · have := (List.mem_filter.1 m).2
        rw [decide_eq_true ha] at this
        exact Bool.noConfusion this
      · obtain ⟨_, _, rfl⟩ := List.mem_map.1 ha
        obtain ⟨_, _, e⟩ := List.mem_map.1 m
        exact Bool.noConfusion (List.cons.inj e).1
    · rw [List.length_append, List.length_map, List.length_map, List.length_append, Nat.add_assoc,
        Nat.add_comm (R.filter fun r => !decide (r ∈ S)).length, length_filter_add, lS, lR,
        length_tails hn]
    · intro s hs
      rcases List.mem_append.1 hs with hs | hs
      · obtain ⟨t, ht, rfl⟩ := List.mem_map.1 hs
        have key : ∀ b, t.length = n ∧ ShattersMask (tails b F) t →
            (false :: t).length = n + 1 ∧ ShattersMask F (false :: t) := fun b ⟨l, k⟩ =>
          ⟨congrArg (· + 1) l, fun q hq => let ⟨p, hp, e⟩ := k q hq; ⟨b :: p, mem_tails.1 hp, e⟩⟩
        exact (List.mem_append.1 ht).elim (fun ht => key false (sS t ht))
          fun ht => key true (sR t (List.mem_filter.1 ht).1)
      · obtain ⟨t, ht, rfl⟩ := List.mem_map.1 hs
        have ht := List.mem_filter.1 ht
        have hS := sS t (of_decide_eq_true ht.2)
        have hR := sR t ht.1
        refine ⟨congrArg (· + 1) hS.1, fun q hq => ?_⟩
        cases q with
        | nil => exact Nat.noConfusion hq
        | cons b q =>
          cases b with
          | false =>
            obtain ⟨p, hp, e⟩ := hS.2 q (Nat.succ.inj hq)
            exact ⟨false :: p, mem_tails.1 hp, congrArg (false :: ·) e⟩
          | true =>
            obtain ⟨p, hp, e⟩ := hR.2 q (Nat.succ.inj hq)
            exact ⟨true :: p, mem_tails.1 hp, congrArg (true :: ·) e⟩

/-! ## Masks of bounded weight -/

/-- The masks of length `n` and weight at most `k`. -/
def masksLE : Nat → Nat → List (List Bool)
  | 0, _ => [[]]
  | n + 1, 0 => (masksLE n 0).map (false :: ·)
  | n + 1, k + 1 => (masksLE n (k + 1)).map (false :: ·) ++ (masksLE n k).map (true :: ·)

theorem mem_masksLE {n k : Nat} {s : List Bool} :
    s ∈ masksLE n k ↔ s.length = n ∧ weight s ≤ k := by
  induction n generalizing k s with
  | zero =>
    rw [show masksLE 0 k = [[]] from rfl, List.mem_singleton, List.length_eq_zero_iff]
    exact ⟨fun e => ⟨e, e ▸ Nat.zero_le k⟩, And.left⟩
  | succ n ih =>
    have hf : ∀ k, s ∈ (masksLE n k).map (false :: ·) ↔
        ∃ t, s = false :: t ∧ t.length = n ∧ weight t ≤ k := fun k => by
      rw [List.mem_map]
      exact ⟨fun ⟨t, ht, e⟩ => ⟨t, e.symm, ih.1 ht⟩, fun ⟨t, e, ht⟩ => ⟨t, ih.2 ht, e.symm⟩⟩
    cases k with
    | zero =>
      rw [show masksLE (n + 1) 0 = (masksLE n 0).map (false :: ·) from rfl, hf]
      constructor
      · intro ⟨t, e, l, w⟩
        rw [e]; exact ⟨congrArg (· + 1) l, w⟩
      · intro ⟨l, w⟩
        cases s with
        | nil => exact Nat.noConfusion l
        | cons b t =>
          cases b with
          | false => exact ⟨t, rfl, Nat.succ.inj l, w⟩
          | true => exact absurd w (Nat.not_succ_le_zero _)
    | succ k =>
      rw [show masksLE (n + 1) (k + 1) =
        (masksLE n (k + 1)).map (false :: ·) ++ (masksLE n k).map (true :: ·) from rfl,
        List.mem_append, hf, List.mem_map]
      constructor
      · rintro (⟨t, e, l, w⟩ | ⟨t, ht, e⟩)
        · rw [e]; exact ⟨congrArg (· + 1) l, w⟩
        · obtain ⟨l, w⟩ := ih.1 ht
          rw [← e]; exact ⟨congrArg (· + 1) l, Nat.succ_le_succ w⟩
      · intro ⟨l, w⟩
        cases s with
        | nil => exact Nat.noConfusion l
        | cons b t =>
          cases b with
          | false => exact .inl ⟨t, rfl, Nat.succ.inj l, w⟩
          | true => exact .inr ⟨t, ih.2 ⟨Nat.succ.inj l, Nat.le_of_succ_le_succ w⟩, rfl⟩

theorem nodup_masksLE (n k : Nat) : (masksLE n k).Nodup := by
  have inj : ∀ (b : Bool) (p q : List Bool), b :: p = b :: q → p = q :=
    fun _ _ _ e => (List.cons.inj e).2
  induction n generalizing k with
  | zero => exact List.nodup_cons.2 ⟨List.not_mem_nil, List.nodup_nil⟩
  | succ n ih =>
    cases k with
    | zero => exact List.nodup_map (inj false) (ih 0)
    | succ k =>
      refine List.nodup_append.2 ⟨List.nodup_map (inj false) (ih _),
        List.nodup_map (inj true) (ih _), fun a ha m => ?_⟩
      obtain ⟨_, _, rfl⟩ := List.mem_map.1 ha
      obtain ⟨_, _, e⟩ := List.mem_map.1 m
      exact Bool.noConfusion (List.cons.inj e).1

/-- Pascal's rule for sums of binomial coefficients. -/
theorem sum_choose_succ (n k : Nat) : ∑ i < k + 2, (n + 1).choose i =
    (∑ i < k + 2, n.choose i) + ∑ i < k + 1, n.choose i := by
  rw [Finset.sum_range_succ' _ (k + 1), Finset.sum_range_succ' (fun i => n.choose i) (k + 1),
    Finset.sum_congr rfl fun i _ => Nat.choose_succ_succ n i, Finset.sum_add_distrib,
    Nat.choose_zero_right, Nat.choose_zero_right, Nat.add_assoc, Nat.add_comm]

theorem length_masksLE (n k : Nat) : (masksLE n k).length = ∑ i < k + 1, n.choose i := by
  induction n generalizing k with
  | zero =>
    rw [Finset.sum_range_succ' _ k, Finset.sum_eq_zero fun i _ => Nat.choose_zero_succ i]
    rfl
  | succ n ih =>
    cases k with
    | zero =>
      rw [show masksLE (n + 1) 0 = (masksLE n 0).map (false :: ·) from rfl, List.length_map, ih,
        Finset.sum_range_one, Finset.sum_range_one, Nat.choose_zero_right, Nat.choose_zero_right]
    | succ k =>
      rw [show masksLE (n + 1) (k + 1) =
        (masksLE n (k + 1)).map (false :: ·) ++ (masksLE n k).map (true :: ·) from rfl,
        List.length_append, List.length_map, List.length_map, ih, ih, sum_choose_succ]

theorem sum_choose_le_succ (n k : Nat) :
    ∑ i < k + 1, n.choose i ≤ ∑ i < k + 1, (n + 1).choose i := by
  cases k with
  | zero =>
    rw [Finset.sum_range_one, Finset.sum_range_one, Nat.choose_zero_right, Nat.choose_zero_right]
  | succ k => rw [sum_choose_succ]; exact Nat.le_add_right _ _

/-- The sum of binomial coefficients grows with the number of points. -/
theorem sum_choose_mono {m n : Nat} (h : m ≤ n) (k : Nat) :
    ∑ i < k + 1, m.choose i ≤ ∑ i < k + 1, n.choose i := by
  obtain ⟨d, rfl⟩ := Nat.le.dest h
  clear h
  induction d with
  | zero => exact Nat.le_refl _
  | succ d ih => exact Nat.le_trans ih (sum_choose_le_succ _ k)

/-- At most `∑ i ≤ k, n.choose i` masks of length `n` have weight at most `k`. -/
theorem atMost_masks (n k : Nat) :
    AtMost (∑ i < k + 1, n.choose i) fun s : List Bool => s.length = n ∧ weight s ≤ k := by
  intro l hl hP
  rw [← length_masksLE n k]
  exact atMost_mem _ l hl fun s hs => mem_masksLE.2 (hP s hs)

end Masks

/-! ## The lemma -/

section Lemma
variable {X : Type u}

/-- A mask that is shattered by patterns of a class selects points that the class shatters. -/
theorem shatters_select {H : (X → Bool) → Prop} {T : List X} {F : List (List Bool)}
    (hF : ∀ p, p ∈ F → IsPattern H T p) {s : List Bool} (hs : s.length = T.length)
    (h : ShattersMask F s) : Shatters H (select s T) := by
  intro q hq
  obtain ⟨p, hp, rfl⟩ := h q (hq.trans (length_select hs))
  obtain ⟨f, hf, rfl⟩ := hF p hp
  exact ⟨f, hf, (select_map f s T).symm⟩

/-- Lemma 7.9 for a list of points, distinct or not. -/
theorem atMost_of_vcDimLE {H : (X → Bool) → Prop} {k : Nat} (hH : VCDimLE H k) (T : List X) :
    AtMost (∑ i < k + 1, T.length.choose i) (IsPattern H T) := by
  intro F hF hP
  obtain ⟨S, hS, l, k⟩ := exists_shattersMask hF fun p hp => (hP p hp).length_eq
  rw [← l]
  refine atMost_masks _ _ S hS fun s hs => ?_
  obtain ⟨ls, sh⟩ := k s hs
  exact ⟨ls, length_select ls ▸ hH _ (shatters_select hP ls sh)⟩

/-- Lemma 7.9 (Sauer-Shelah): if the VC dimension of `H` is at most `k`, then
`G_H(N) ≤ ∑ i ≤ k, N.choose i` for every `N`. -/
theorem growthLE_of_vcDimLE {H : (X → Bool) → Prop} {k : Nat} (hH : VCDimLE H k) (N : Nat) :
    GrowthLE H N (∑ i < k + 1, N.choose i) :=
  fun T _ hN => (atMost_of_vcDimLE hH T).mono (sum_choose_mono hN k) fun _ => id

/-- Lemma 7.9 (Sauer-Shelah) for the values: if the VC dimension of `H` is `k`, then
`G_H(N) ≤ ∑ i ≤ k, N.choose i`. -/
theorem IsGrowth.le_sum_choose {H : (X → Bool) → Prop} {k N B : Nat} (hB : IsGrowth H N B)
    (hH : IsVCDim H k) : B ≤ ∑ i < k + 1, N.choose i :=
  let ⟨_, T, hT, lT, aT⟩ := hB
  aT.le (growthLE_of_vcDimLE hH.1 N T hT lT)

/-- Lemma 7.9 for samples: on `N` points, distinct or not, at most `∑ i ≤ k, N.choose i` tuples of
labels occur. -/
theorem atMost_sample_of_vcDimLE {H : (X → Bool) → Prop} {k N : Nat} (hH : VCDimLE H k)
    (x : Fin N → X) : AtMost (∑ i < k + 1, N.choose i)
      fun p : Fin N → Bool => ∃ h, H h ∧ ∀ i, h (x i) = p i :=
  (growthLE_of_vcDimLE hH N).atMost_sample x

end Lemma

/-! ## The bound is attained -/

section Sharp
variable {X : Type u}

/-- The functions that are true at `k` points or fewer: the sets with at most `k` elements. -/
def AtMostTrue (k : Nat) (h : X → Bool) : Prop := AtMost k fun x => h x = true

/-- On `n` distinct points the mask of a set is the pattern of a function that is false at all other
points. -/
theorem exists_map_eq_mask [DecidableEq X] {T : List X} (hT : T.Nodup) {s : List Bool}
    (hs : s.length = T.length) :
    ∃ h : X → Bool, T.map h = s ∧ AtMost (weight s) fun x => h x = true := by
  refine ⟨fun x => decide (x ∈ select s T), ?_, fun l hl hP => ?_⟩
  · induction T generalizing s with
    | nil => exact (List.length_eq_zero_iff.1 hs).symm
    | cons a T ih =>
      have hT := List.nodup_cons.1 hT
      cases s with
      | nil => exact Nat.noConfusion hs
      | cons b s =>
        have sub : ∀ (s : List Bool) (T : List X), ∀ x, x ∈ select s T → x ∈ T := by
          intro s
          induction s with
          | nil => intro T x hx; cases T <;> exact absurd hx List.not_mem_nil
          | cons b s ih =>
            intro T x hx
            cases T with
            | nil => cases b <;> exact absurd hx List.not_mem_nil
            | cons a T =>
              cases b with
              | false => exact List.mem_cons_of_mem a (ih T x hx)
              | true =>
                exact (List.mem_cons.1 hx).elim (fun e => e ▸ List.mem_cons_self)
                  fun hx => List.mem_cons_of_mem a (ih T x hx)
        have e := ih hT.2 (Nat.succ.inj hs)
        have na : ¬a ∈ select s T := fun m => hT.1 (sub s T a m)
        cases b with
        | false =>
          rw [show select (false :: s) (a :: T) = select s T from rfl, List.map_cons, e,
            decide_eq_false na]
        | true =>
          rw [show select (true :: s) (a :: T) = a :: select s T from rfl, List.map_cons,
            decide_eq_true List.mem_cons_self]
          refine congrArg (true :: ·) (Eq.trans (List.map_congr_left fun x hx => ?_) e)
          exact decide_congr (List.mem_cons.trans
            ⟨fun h => h.elim (fun e => absurd (e ▸ hx) hT.1) id, .inr⟩)
  · rw [← length_select hs]
    exact atMost_mem _ l hl fun x hx => of_decide_eq_true (hP x hx)

theorem weight_map_le {k : Nat} {h : X → Bool} (hh : AtMostTrue k h) {T : List X} (hT : T.Nodup) :
    weight (T.map h) ≤ k := by
  have key : ∀ T : List X, weight (T.map h) = (T.filter h).length := by
    intro T
    induction T with
    | nil => rfl
    | cons a T ih =>
      rw [List.map_cons, List.filter]
      cases h a with
      | false => exact ih
      | true => exact congrArg (· + 1) ih
  rw [key]
  exact hh _ (List.nodup_filter _ hT) fun x hx => (List.mem_filter.1 hx).2

theorem isPattern_atMostTrue {k : Nat} {T : List X} (hT : T.Nodup) {s : List Bool} :
    IsPattern (AtMostTrue k) T s ↔ s.length = T.length ∧ weight s ≤ k := by
  constructor
  · intro hs
    refine ⟨hs.length_eq, ?_⟩
    obtain ⟨h, hh, rfl⟩ := hs
    exact weight_map_le hh hT
  · intro ⟨l, w⟩
    have : DecidableEq X := fun _ _ => Classical.propDecidable _
    obtain ⟨h, e, hh⟩ := exists_map_eq_mask hT l
    exact ⟨h, hh.mono w fun _ => id, e⟩

/-- The sets with at most `k` elements have VC dimension at most `k`. -/
theorem vcDimLE_atMostTrue (k : Nat) : VCDimLE (AtMostTrue (X := X) k) k := by
  intro T hT
  obtain ⟨h, hh, e⟩ := hT (T.map fun _ => true) (List.length_map _)
  exact hh T hT.nodup (map_eq_map_iff.1 e)

/-- The sets with at most `k` elements have VC dimension `k`, if there are `k` points. -/
theorem isVCDim_atMostTrue {k : Nat} (hX : ∃ U : List X, U.Nodup ∧ U.length = k) :
    IsVCDim (AtMostTrue (X := X) k) k := by
  obtain ⟨U, hU, e⟩ := hX
  refine ⟨vcDimLE_atMostTrue k, U, fun p hp => (isPattern_atMostTrue hU).2 ⟨hp, ?_⟩, e⟩
  have key : ∀ p : List Bool, weight p ≤ p.length := by
    intro p
    induction p with
    | nil => exact Nat.le_refl 0
    | cons b p ih =>
      cases b with
      | false => exact Nat.le_step ih
      | true => exact Nat.succ_le_succ ih
  exact Nat.le_trans (key p) (Nat.le_of_eq (hp.trans e))

/-- The bound of Lemma 7.9 is attained by the sets with at most `k` elements, for every number `N`
of points that there are. -/
theorem isGrowth_atMostTrue {N : Nat} (hX : ∃ U : List X, U.Nodup ∧ U.length = N) (k : Nat) :
    IsGrowth (AtMostTrue (X := X) k) N (∑ i < k + 1, N.choose i) := by
  obtain ⟨U, hU, e⟩ := hX
  refine ⟨growthLE_of_vcDimLE (vcDimLE_atMostTrue k) N, U, hU, Nat.le_of_eq e,
    masksLE N k, nodup_masksLE N k, fun s hs => ?_, length_masksLE N k⟩
  rw [isPattern_atMostTrue hU, e]
  exact mem_masksLE.1 hs

theorem exists_nodup_nat (n : Nat) : ∃ U : List Nat, U.Nodup ∧ U.length = n := by
  refine ⟨List.rangeDown n, List.nodup_rangeDown n, ?_⟩
  induction n with
  | zero => rfl
  | succ n ih => exact congrArg (· + 1) ih

/-- The hypothesis of Lemma 7.9 can hold with equality throughout: the sets of at most `k` natural
numbers have VC dimension `k` and growth function `∑ i ≤ k, N.choose i`. -/
theorem growthLE_of_vcDimLE_witness : ∃ H : Nat → (Nat → Bool) → Prop, ∀ k, IsVCDim (H k) k ∧
    ∀ N, IsGrowth (H k) N (∑ i < k + 1, N.choose i) :=
  ⟨AtMostTrue, fun k => ⟨isVCDim_atMostTrue (exists_nodup_nat k), fun N =>
    isGrowth_atMostTrue (exists_nodup_nat N) k⟩⟩

/-- The sum in Lemma 7.9 cannot stop at `k - 1`. -/
theorem growthLE_needs_last_term {k N : Nat} (h : k ≤ N) : ∃ H : (Nat → Bool) → Prop,
    IsVCDim H k ∧ ¬GrowthLE H N (∑ i < k, N.choose i) := by
  obtain ⟨H, hH⟩ := growthLE_of_vcDimLE_witness
  refine ⟨H k, (hH k).1, fun b => ?_⟩
  obtain ⟨_, T, hT, lT, aT⟩ := (hH k).2 N
  have := aT.le (b T hT lT)
  rw [Finset.sum_range_succ] at this
  exact absurd this (Nat.not_le_of_gt (Nat.lt_add_of_pos_right (Nat.choose_pos h)))

/-- The bound of Lemma 7.9 with `k` fails for a class of VC dimension `k + 1`. -/
theorem growthLE_needs_vcDimLE (k : Nat) : ∃ (H : (Nat → Bool) → Prop) (N : Nat),
    VCDimLE H (k + 1) ∧ ¬GrowthLE H N (∑ i < k + 1, N.choose i) :=
  let ⟨H, hH, n⟩ := growthLE_needs_last_term (Nat.le_refl (k + 1))
  ⟨H, k + 1, hH.1, n⟩

/-! ## All patterns -/

/-- All masks of length `n`. -/
def masks (n : Nat) : List (List Bool) := masksLE n n

theorem mem_masks {n : Nat} {s : List Bool} : s ∈ masks n ↔ s.length = n := by
  rw [masks, mem_masksLE]
  refine ⟨And.left, fun h => ⟨h, ?_⟩⟩
  subst h
  induction s with
  | nil => exact Nat.le_refl 0
  | cons b p ih =>
    cases b with
    | false => exact Nat.le_step ih
    | true => exact Nat.succ_le_succ ih

theorem length_masks (n : Nat) : (masks n).length = 2 ^ n := by
  rw [masks, length_masksLE, Nat.sum_range_choose]

/-- There are at most `2 ^ N` patterns on `N` points. -/
theorem growthLE_two_pow (H : (X → Bool) → Prop) (N : Nat) : GrowthLE H N (2 ^ N) := by
  intro T _ hN l hl hP
  refine Nat.le_trans (m := (masks T.length).length) ?_ ?_
  · exact atMost_mem _ l hl fun p hp => mem_masks.2 (hP p hp).length_eq
  · rw [length_masks]
    exact Nat.pow_le_pow_right Nat.zero_lt_two hN

/-- The growth function of a class of Boolean functions has a value at every `N`. -/
theorem exists_isGrowth (H : (X → Bool) → Prop) (N : Nat) : ∃ B, IsGrowth H N B :=
  let ⟨B, _, h⟩ := (growthLE_two_pow H N).exists_isGrowth
  ⟨B, h⟩

/-- A list of points is shattered exactly when `2 ^ N` patterns occur on its `N` points. -/
theorem shatters_iff_atLeast {H : (X → Bool) → Prop} {T : List X} :
    Shatters H T ↔ AtLeast (2 ^ T.length) (IsPattern H T) := by
  constructor
  · intro h
    exact ⟨masks T.length, nodup_masksLE _ _, fun s hs => h s (mem_masks.1 hs), length_masks _⟩
  · intro ⟨l, hl, hP, e⟩ p hp
    -- a missing pattern could be added, which makes too many masks
    by_cases m : p ∈ l
    · exact hP p m
    · have := atMost_mem (masks T.length) (p :: l) (List.nodup_cons.2 ⟨m, hl⟩) fun q hq =>
        mem_masks.2 ((List.mem_cons.1 hq).elim (fun e => e ▸ hp) fun hq => (hP q hq).length_eq)
      rw [length_masks, List.length_cons, e] at this
      exact absurd this (Nat.not_succ_le_self _)

/-- The growth function is `2 ^ N` exactly as long as some set of `N` points is shattered. -/
theorem isGrowth_two_pow_iff {H : (X → Bool) → Prop} {N : Nat} :
    IsGrowth H N (2 ^ N) ↔ ∃ T : List X, Shatters H T ∧ T.length = N := by
  constructor
  · intro ⟨_, T, hT, lT, aT⟩
    have le := aT.le (growthLE_two_pow H T.length T hT (Nat.le_refl _))
    have e : T.length = N := by
      refine Nat.le_antisymm lT ((Nat.lt_or_ge T.length N).elim (fun lt => ?_) id)
      exact absurd le (Nat.not_le_of_gt (Nat.pow_lt_pow_right (by decide) lt))
    subst e
    exact ⟨T, shatters_iff_atLeast.2 aT, rfl⟩
  · intro ⟨T, hT, e⟩
    subst e
    exact ⟨growthLE_two_pow H _, T, hT.nodup, Nat.le_refl _, shatters_iff_atLeast.1 hT⟩

/-- A growth function below `2 ^ N` bounds the VC dimension: the classical way to bound it. -/
theorem vcDimLE_of_growthLE {H : (X → Bool) → Prop} {N B : Nat} (h : GrowthLE H (N + 1) B)
    (hB : B < 2 ^ (N + 1)) : VCDimLE H N := by
  refine vcDimLE_iff.2 fun T hT e s => ?_
  have := (shatters_iff_atLeast.1 s).le (h T hT (Nat.le_of_eq e))
  rw [e] at this
  exact absurd this (Nat.not_le_of_gt hB)

/-- The bound of Lemma 7.9 fails, for every `k`, for the class of all functions. -/
theorem growthLE_needs_finite_vc (k : Nat) :
    ¬GrowthLE (fun _ : Nat → Bool => True) (k + 1) (∑ i < k + 1, (k + 1).choose i) := by
  intro h
  obtain ⟨U, hU, e⟩ := exists_nodup_nat (k + 1)
  have s : Shatters (fun _ : Nat → Bool => True) U := fun p hp =>
    let ⟨f, hf⟩ := exists_map_eq hU hp
    ⟨f, trivial, hf⟩
  have := (shatters_iff_atLeast.1 s).le (h U hU (Nat.le_of_eq e))
  rw [e, ← Nat.sum_range_choose, Finset.sum_range_succ _ (k + 1), Nat.choose_self] at this
  exact absurd this (Nat.not_succ_le_self _)

end Sharp
end VC
