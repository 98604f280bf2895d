prelude
import DeepTheory.Generalization.SauerShelah
/-! # Growth function and VC dimension of finite classes, computed

For a class that is given as a list of functions on a list of points, the growth function and the
VC dimension are computed; that the values are those of the general definitions is proved. On a
finite type the general statements about decidable classes are therefore decidable: `decide`
evaluates them.

Book items: growth function and VC dimension (chapter 7).

## Main definitions

* `VC.Members L`: the class of the functions in the list `L`.
* `VC.patternCount T L`: the number of patterns of `L` on `T`, counted by splitting the class at one
  point after the other.
* `VC.growth L U N`, `VC.vcDim L U`: growth function and VC dimension, by search over all subsets
  of the points `U`.

## Main statements

* `VC.isGrowth_growth`, `VC.isVCDim_vcDim`: the computed values are right.
* instances: `Decidable` for `Shatters`, `GrowthLE`, `IsGrowth`, `VCDimLE` and `IsVCDim` on finite
  types.
-/
set_option autoImplicit false
universe u

namespace VC
variable {X : Type u}

/-- The class of the functions in a list. -/
def Members (L : List (X → Bool)) (h : X → Bool) : Prop := ∃ f, f ∈ L ∧ ∀ x, h x = f x

theorem isPattern_members {L : List (X → Bool)} {T : List X} {p : List Bool} :
    IsPattern (Members L) T p ↔ ∃ f, f ∈ L ∧ T.map f = p := by
  constructor
  · rintro ⟨h, ⟨f, hf, e⟩, rfl⟩
    exact ⟨f, hf, List.map_congr_left fun x _ => (e x).symm⟩
  · intro ⟨f, hf, e⟩
    exact ⟨f, ⟨f, hf, fun _ => rfl⟩, e⟩

/-! ## Counting patterns -/

/-- The number of patterns of the functions in `L` on the points `T`. -/
def patternCount : List X → List (X → Bool) → Nat
  | [], [] => 0
  | [], _ :: _ => 1
  | a :: T, L => patternCount T (L.filter fun f => f a) + patternCount T (L.filter fun f => !f a)

/-- The patterns of the functions in `L` on the points `T`, each once. -/
def patterns : List X → List (X → Bool) → List (List Bool)
  | [], [] => []
  | [], _ :: _ => [[]]
  | a :: T, L => (patterns T (L.filter fun f => f a)).map (true :: ·) ++
      (patterns T (L.filter fun f => !f a)).map (false :: ·)

theorem length_patterns (T : List X) (L : List (X → Bool)) :
    (patterns T L).length = patternCount T L := by
  induction T generalizing L with
  | nil => cases L <;> rfl
  | cons a T ih =>
    rw [patterns, List.length_append, List.length_map, List.length_map, ih, ih, patternCount]

theorem nodup_patterns (T : List X) (L : List (X → Bool)) : (patterns T L).Nodup := by
  induction T generalizing L with
  | nil =>
    cases L with
    | nil => exact List.nodup_nil
    | cons f L => exact List.nodup_cons.2 ⟨List.not_mem_nil, List.nodup_nil⟩
  | cons a T ih =>
    refine List.nodup_append.2 ⟨List.nodup_map (fun _ _ e => (List.cons.inj e).2) (ih _),
      List.nodup_map (fun _ _ e => (List.cons.inj e).2) (ih _), fun p hp m => ?_⟩
    obtain ⟨_, _, rfl⟩ := List.mem_map.1 hp
    obtain ⟨_, _, e⟩ := List.mem_map.1 m
    exact Bool.noConfusion (List.cons.inj e).1

theorem mem_patterns {T : List X} {L : List (X → Bool)} {p : List Bool} :
    p ∈ patterns T L ↔ IsPattern (Members L) T p := by
  rw [isPattern_members]
  induction T generalizing L p with
  | nil =>
    cases L with
    | nil =>
      exact ⟨fun h => absurd h List.not_mem_nil, fun ⟨_, hf, _⟩ => absurd hf List.not_mem_nil⟩
    | cons f L =>
      rw [patterns, List.mem_singleton]
      exact ⟨fun e => ⟨f, List.mem_cons_self, e.symm⟩, fun ⟨_, _, e⟩ => e.symm⟩
  | cons a T ih =>
    rw [patterns, List.mem_append, List.mem_map, List.mem_map]
    constructor
    · rintro (⟨q, hq, rfl⟩ | ⟨q, hq, rfl⟩)
      · obtain ⟨f, hf, rfl⟩ := ih.1 hq
        have hf := List.mem_filter.1 hf
        exact ⟨f, hf.1, by rw [List.map_cons, hf.2]⟩
      · obtain ⟨f, hf, rfl⟩ := ih.1 hq
        have hf := List.mem_filter.1 hf
        have e : f a = false := by rw [← Bool.not_not (f a), hf.2]; rfl
        exact ⟨f, hf.1, by rw [List.map_cons, e]⟩
    · rintro ⟨f, hf, rfl⟩
      cases e : f a with
      | true =>
        exact .inl ⟨T.map f, ih.2 ⟨f, List.mem_filter.2 ⟨hf, e⟩, rfl⟩, by rw [List.map_cons, e]⟩
      | false =>
        exact .inr ⟨T.map f, ih.2 ⟨f, List.mem_filter.2 ⟨hf, by rw [e]; rfl⟩, rfl⟩,
          by rw [List.map_cons, e]⟩

theorem atLeast_patternCount (T : List X) (L : List (X → Bool)) :
    AtLeast (patternCount T L) (IsPattern (Members L) T) :=
  ⟨patterns T L, nodup_patterns T L, fun _ => mem_patterns.1, length_patterns T L⟩

theorem atMost_patternCount (T : List X) (L : List (X → Bool)) :
    AtMost (patternCount T L) (IsPattern (Members L) T) := fun l hl hP =>
  length_patterns T L ▸ atMost_mem _ l hl fun p hp => mem_patterns.2 (hP p hp)

/-- A list of points is shattered exactly when the count is the number of all masks. -/
theorem patternCount_eq_iff {T : List X} {L : List (X → Bool)} :
    patternCount T L = 2 ^ T.length ↔ Shatters (Members L) T := by
  rw [shatters_iff_atLeast]
  constructor
  · exact fun e => e ▸ atLeast_patternCount T L
  · intro h
    refine Nat.le_antisymm ?_ (h.le (atMost_patternCount T L))
    rw [← length_patterns, ← length_masks]
    exact atMost_mem _ _ (nodup_patterns T L) fun p hp => mem_masks.2 (mem_patterns.1 hp).length_eq

/-! ## Search over all subsets -/

/-- All sublists of a list: the subsets of a set of points. -/
def sublists : List X → List (List X)
  | [] => [[]]
  | a :: U => sublists U ++ (sublists U).map (a :: ·)

theorem mem_of_mem_sublists {U T : List X} (h : T ∈ sublists U) : ∀ x, x ∈ T → x ∈ U := by
  induction U generalizing T with
  | nil => rw [List.mem_singleton.1 h]; exact fun _ => id
  | cons a U ih =>
    intro x hx
    rcases List.mem_append.1 h with h | h
    · exact List.mem_cons_of_mem a (ih h x hx)
    · obtain ⟨S, hS, rfl⟩ := List.mem_map.1 h
      exact (List.mem_cons.1 hx).elim (fun e => e ▸ List.mem_cons_self)
        fun hx => List.mem_cons_of_mem a (ih hS x hx)

theorem nodup_of_mem_sublists {U T : List X} (hU : U.Nodup) (h : T ∈ sublists U) : T.Nodup := by
  induction U generalizing T with
  | nil => rw [List.mem_singleton.1 h]; exact List.nodup_nil
  | cons a U ih =>
    have hU := List.nodup_cons.1 hU
    rcases List.mem_append.1 h with h | h
    · exact ih hU.2 h
    · obtain ⟨S, hS, rfl⟩ := List.mem_map.1 h
      exact List.nodup_cons.2 ⟨fun m => hU.1 (mem_of_mem_sublists hS a m), ih hU.2 hS⟩

theorem filter_mem_sublists (p : X → Bool) (U : List X) : U.filter p ∈ sublists U := by
  induction U with
  | nil => exact List.mem_cons_self
  | cons a U ih =>
    rw [List.filter]
    cases p a with
    | true => exact List.mem_append.2 (.inr (List.mem_map_of_mem ih))
    | false => exact List.mem_append.2 (.inl ih)

/-- Every set of points from `U` is, up to order, one of the sublists. -/
theorem exists_mem_sublists {U T : List X} (hU : U.Nodup) (hT : T.Nodup)
    (all : ∀ x, x ∈ T → x ∈ U) :
    ∃ S, S ∈ sublists U ∧ S.Nodup ∧ S.length = T.length ∧ ∀ x, x ∈ S ↔ x ∈ T := by
  have dec : DecidableEq X := fun _ _ => Classical.propDecidable _
  have e : ∀ x, x ∈ U.filter (fun x => decide (x ∈ T)) ↔ x ∈ T := fun x => by
    rw [List.mem_filter, decide_eq_true_iff]
    exact ⟨And.right, fun h => ⟨all x h, h⟩⟩
  have nd := List.nodup_filter (fun x => decide (x ∈ T)) hU
  exact ⟨U.filter fun x => decide (x ∈ T), filter_mem_sublists _ U, nd, Nat.le_antisymm
    (atMost_mem T _ nd fun x => (e x).1) (atMost_mem _ T hT fun x => (e x).2), e⟩

/-- The greatest value of `f` on those elements of a list where `p` is true; zero if there are
none. -/
def greatest {α : Type u} (p : α → Bool) (f : α → Nat) (l : List α) : Nat :=
  l.foldr (fun a m => cond (p a) (max (f a) m) m) 0

theorem le_greatest {α : Type u} {p : α → Bool} {f : α → Nat} {l : List α} {a : α} (ha : a ∈ l)
    (hp : p a = true) : f a ≤ greatest p f l := by
  induction l with
  | nil => exact absurd ha List.not_mem_nil
  | cons b l ih =>
    rw [greatest, List.foldr_cons]
    rcases List.mem_cons.1 ha with e | ha
    · rw [← e, hp]; exact Nat.le_max_left _ _
    · refine Nat.le_trans (ih ha) ?_
      cases p b with
      | true => exact Nat.le_max_right _ _
      | false => exact Nat.le_refl _

theorem greatest_mem {α : Type u} {p : α → Bool} {f : α → Nat} {l : List α}
    (h : ∃ a, a ∈ l ∧ p a = true) : ∃ a, a ∈ l ∧ p a = true ∧ f a = greatest p f l := by
  have key : ∀ l : List α, (∃ a, a ∈ l ∧ p a = true ∧ f a = greatest p f l) ∨
      greatest p f l = 0 := by
    intro l
    induction l with
    | nil => exact .inr rfl
    | cons b l ih =>
      rw [greatest, List.foldr_cons]
      cases hb : p b with
      | true =>
        rcases Nat.le_total (f b) (greatest p f l) with le | le
        · rw [cond_true, show l.foldr (fun a m => cond (p a) (max (f a) m) m) 0 = greatest p f l
            from rfl, Nat.max_eq_right le]
          exact ih.imp (fun ⟨a, ha, k⟩ => ⟨a, List.mem_cons_of_mem b ha, k⟩) id
        · exact .inl ⟨b, List.mem_cons_self, hb, (Nat.max_eq_left le).symm⟩
      | false => exact ih.imp (fun ⟨a, ha, k⟩ => ⟨a, List.mem_cons_of_mem b ha, k⟩) id
  rcases key l with k | k
  · exact k
  · obtain ⟨a, ha, hp⟩ := h
    exact ⟨a, ha, hp, Nat.le_antisymm (le_greatest ha hp) (k ▸ Nat.zero_le _)⟩

theorem nil_mem_sublists (U : List X) : [] ∈ sublists U := by
  induction U with
  | nil => exact List.mem_cons_self
  | cons a U ih => exact List.mem_append.2 (.inl ih)

/-- The growth function of the class of the functions in `L`, on subsets of `U`. -/
def growth (L : List (X → Bool)) (U : List X) (N : Nat) : Nat :=
  greatest (fun T => decide (T.length ≤ N)) (fun T => patternCount T L) (sublists U)

/-- The VC dimension of the class of the functions in `L`, on subsets of `U`. -/
def vcDim (L : List (X → Bool)) (U : List X) : Nat :=
  greatest (fun T => decide (patternCount T L = 2 ^ T.length)) List.length (sublists U)

/-- The computed growth function is the growth function. -/
theorem isGrowth_growth {U : List X} (hU : U.Nodup) (all : ∀ x, x ∈ U) (L : List (X → Bool))
    (N : Nat) : IsGrowth (Members L) N (growth L U N) := by
  constructor
  · intro T hT hN
    obtain ⟨S, hS, _, l, e⟩ := exists_mem_sublists hU hT fun x _ => all x
    have k : AtMost (growth L U N) (IsPattern (Members L) S) :=
      (atMost_patternCount S L).mono
        (le_greatest (f := fun T => patternCount T L) hS (decide_eq_true (l ▸ hN))) fun _ => id
    exact k.of_subset fun x => (e x).2
  · obtain ⟨T, hT, hN, e⟩ := greatest_mem (p := fun T : List X => decide (T.length ≤ N))
      (f := fun T => patternCount T L) (l := sublists U)
      ⟨[], nil_mem_sublists U, decide_eq_true (Nat.zero_le N)⟩
    refine ⟨T, nodup_of_mem_sublists hU hT, of_decide_eq_true hN, ?_⟩
    rw [growth, ← e]
    exact atLeast_patternCount T L

theorem le_vcDim {U : List X} (hU : U.Nodup) (all : ∀ x, x ∈ U) (L : List (X → Bool)) {T : List X}
    (s : Shatters (Members L) T) : T.length ≤ vcDim L U := by
  obtain ⟨S, hS, nd, l, e⟩ := exists_mem_sublists hU s.nodup fun x _ => all x
  rw [← l]
  exact le_greatest (f := List.length) hS
    (decide_eq_true (patternCount_eq_iff.2 (s.subset nd fun x => (e x).1)))

/-- The computed VC dimension is the VC dimension, if the class has a member. -/
theorem isVCDim_vcDim {U : List X} (hU : U.Nodup) (all : ∀ x, x ∈ U) {L : List (X → Bool)}
    (hL : L ≠ []) : IsVCDim (Members L) (vcDim L U) := by
  refine ⟨fun T s => le_vcDim hU all L s, ?_⟩
  have n : patternCount [] L = 2 ^ ([] : List X).length := by
    cases L with
    | nil => exact absurd rfl hL
    | cons f L => rfl
  obtain ⟨T, _, hp, e⟩ := greatest_mem
    (p := fun T : List X => decide (patternCount T L = 2 ^ T.length)) (f := List.length)
    (l := sublists U) ⟨[], nil_mem_sublists U, decide_eq_true n⟩
  exact ⟨T, patternCount_eq_iff.1 (of_decide_eq_true hp), e⟩

/-! ## Decidable classes on finite types -/

section Fintype
variable [Fintype X] (H : (X → Bool) → Prop) [DecidablePred H]

/-- The list of the members of a decidable class on a finite type. -/
def classList : List (X → Bool) :=
  (Fintype.elems : List (X → Bool)).filter fun h => decide (H h)

theorem members_classList : Members (classList H) = H := by
  funext h
  refine propext ⟨fun ⟨f, hf, e⟩ => ?_, fun hh => ⟨h, ?_, fun _ => rfl⟩⟩
  · rw [funext e]
    exact of_decide_eq_true (List.mem_filter.1 hf).2
  · exact List.mem_filter.2 ⟨Fintype.complete h, decide_eq_true hh⟩

/-- The growth function at `N` of a decidable class on a finite type, computed. -/
theorem isGrowth_classList (N : Nat) : IsGrowth H N (growth (classList H) Fintype.elems N) := by
  have h := isGrowth_growth Fintype.nodup Fintype.complete (classList H) N
  rwa [members_classList] at h

/-- The computed VC dimension bounds the sizes of shattered sets. -/
theorem vcDimLE_iff_vcDim {k : Nat} : VCDimLE H k ↔ vcDim (classList H) Fintype.elems ≤ k := by
  constructor
  · intro h
    by_cases e : classList H = []
    · rw [e]
      refine Nat.le_trans (Nat.le_of_eq ?_) (Nat.zero_le k)
      have key : ∀ l : List (List X), (∀ T, T ∈ l → patternCount T [] ≠ 2 ^ T.length) →
          greatest (fun T => decide (patternCount T ([] : List (X → Bool)) = 2 ^ T.length))
            List.length l = 0 := by
        intro l
        induction l with
        | nil => exact fun _ => rfl
        | cons T l ih =>
          intro h
          rw [greatest, List.foldr_cons, decide_eq_false (h T List.mem_cons_self)]
          exact ih fun T hT => h T (List.mem_cons_of_mem _ hT)
      refine key _ fun T _ e => ?_
      obtain ⟨_, ⟨_, hf, _⟩, _⟩ := patternCount_eq_iff.1 e (T.map fun _ => true) (List.length_map _)
      exact absurd hf List.not_mem_nil
    · have k := isVCDim_vcDim Fintype.nodup Fintype.complete e
      rw [members_classList] at k
      obtain ⟨_, T, hT, e⟩ := k
      exact e ▸ h T hT
  · intro h T s
    refine Nat.le_trans (le_vcDim Fintype.nodup Fintype.complete (classList H) ?_) h
    rwa [members_classList]

/-- The VC dimension of a decidable class on a finite type, computed. -/
theorem isVCDim_iff_vcDim {k : Nat} :
    IsVCDim H k ↔ classList H ≠ [] ∧ vcDim (classList H) Fintype.elems = k := by
  have key := fun e => isVCDim_vcDim Fintype.nodup Fintype.complete (L := classList H) e
  rw [members_classList] at key
  constructor
  · intro h
    have ne : classList H ≠ [] := fun e => by
      obtain ⟨_, T, hT, _⟩ := h
      rw [← members_classList H, e] at hT
      obtain ⟨_, ⟨_, hf, _⟩, _⟩ := hT (T.map fun _ => true) (List.length_map _)
      exact absurd hf List.not_mem_nil
    exact ⟨ne, (key ne).unique h⟩
  · intro ⟨ne, e⟩
    exact e ▸ key ne

instance instDecidableShatters (T : List X) : Decidable (Shatters H T) :=
  decidable_of_iff (patternCount T (classList H) = 2 ^ T.length) (by
    rw [patternCount_eq_iff, members_classList])

instance instDecidableGrowthLE (N B : Nat) : Decidable (GrowthLE H N B) :=
  decidable_of_iff (growth (classList H) Fintype.elems N ≤ B)
    ⟨fun h => (isGrowth_classList H N).1.mono (Nat.le_refl N) h fun _ => id, fun h =>
      let ⟨_, T, hT, lT, aT⟩ := isGrowth_classList H N
      aT.le (h T hT lT)⟩

instance instDecidableIsGrowth (N B : Nat) : Decidable (IsGrowth H N B) :=
  decidable_of_iff (growth (classList H) Fintype.elems N = B)
    ⟨fun h => h ▸ isGrowth_classList H N, fun h => (isGrowth_classList H N).unique h⟩

instance instDecidableVCDimLE (k : Nat) : Decidable (VCDimLE H k) :=
  decidable_of_iff _ (vcDimLE_iff_vcDim H).symm

instance instDecidableIsVCDim (k : Nat) : Decidable (IsVCDim H k) :=
  decidable_of_iff ((classList H).isEmpty = false ∧ vcDim (classList H) Fintype.elems = k) (by
    rw [isVCDim_iff_vcDim]
    refine and_congr_left fun _ => ?_
    cases classList H with
    | nil => exact ⟨fun h => Bool.noConfusion h, fun h => absurd rfl h⟩
    | cons f L => exact ⟨fun _ => List.cons_ne_nil f L, fun _ => rfl⟩)

end Fintype
end VC
