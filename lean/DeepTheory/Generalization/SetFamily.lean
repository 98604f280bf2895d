prelude
import DeepTheory.Algebra.BigOperators.Ring
/-! # Families of sets shatter many sets

Pajor's form of the Sauer-Shelah lemma, for families of finite sets.

Book items: Lemma 7.9, the set form.

## Main definitions

* `Finset.Shatters 𝒜 s`: every subset of `s` is the trace on `s` of a member of `𝒜`.

## Main statements

* `Finset.exists_shatters_card_eq`: a family of sets shatters at least as many sets as it has
  members, all of them inside a ground set.
-/
set_option autoImplicit false
universe u

namespace Finset
variable {α : Type u} [DecidableEq α]

/-- The family `𝒜` shatters `s`: every subset of `s` is the trace on `s` of a member of `𝒜`. -/
def Shatters (𝒜 : Finset (Finset α)) (s : Finset α) : Prop :=
  ∀ t, t ⊆ s → ∃ u, u ∈ 𝒜 ∧ s ∩ u = t

/-- Lemma 7.9 (Pajor's form): a finite family of subsets of a finite set `U` shatters at least as
many subsets of `U` as it has members. -/
theorem exists_shatters_card_eq (U : Finset α) (𝒜 : Finset (Finset α))
    (h : ∀ u, u ∈ 𝒜 → u ⊆ U) : ∃ 𝒮 : Finset (Finset α), 𝒮.card = 𝒜.card ∧
      ∀ s, s ∈ 𝒮 → s ⊆ U ∧ 𝒜.Shatters s := by
  induction U using Finset.induction_on generalizing 𝒜 with
  | empty =>
    have e : ∀ s : Finset α, s ⊆ (∅ : Finset α) → s = ∅ := fun s hs =>
      eq_empty_of_forall_notMem fun a ha => notMem_empty a (hs a ha)
    refine ⟨𝒜, rfl, fun s hs => ⟨h s hs, fun t ht => ⟨s, hs, ?_⟩⟩⟩
    rw [e s (h s hs)] at ht ⊢
    rw [e t ht]
    exact e _ fun a ha => (mem_inter.1 ha).1
  | insert a U haU ih =>
    -- the members without `a`, and the members with `a`, from which it is taken out
    let 𝒜₀ := 𝒜.filter fun u => ¬a ∈ u
    let 𝒜₁ := (𝒜.filter fun u => a ∈ u).image fun u => u.erase a
    have mem₀ : ∀ u, u ∈ 𝒜₀ ↔ u ∈ 𝒜 ∧ ¬a ∈ u := fun u => mem_filter
    have mem₁ : ∀ v, v ∈ 𝒜₁ ↔ ∃ u, u ∈ 𝒜 ∧ a ∈ u ∧ u.erase a = v := fun v => by
      rw [mem_image]
      exact ⟨fun ⟨u, hu, e⟩ => ⟨u, (mem_filter.1 hu).1, (mem_filter.1 hu).2, e⟩,
        fun ⟨u, hu, ha, e⟩ => ⟨u, mem_filter.2 ⟨hu, ha⟩, e⟩⟩
    obtain ⟨𝒮, cS, hS⟩ := ih 𝒜₀ fun u hu x hx => by
      have hu := (mem₀ u).1 hu
      exact (mem_insert.1 (h u hu.1 x hx)).elim (fun e => absurd (e ▸ hx) hu.2) id
    obtain ⟨ℛ, cR, hR⟩ := ih 𝒜₁ fun v hv x hx => by
      obtain ⟨u, hu, _, rfl⟩ := (mem₁ v).1 hv
      have hx := mem_erase.1 hx
      exact (mem_insert.1 (h u hu x hx.2)).elim (fun e => absurd e hx.1) id
    have notS : ∀ s, s ∈ 𝒮 → ¬a ∈ s := fun s hs ha => haU ((hS s hs).1 a ha)
    have notR : ∀ s, s ∈ ℛ → ¬a ∈ s := fun s hs ha => haU ((hR s hs).1 a ha)
    have card_split : 𝒜₀.card + 𝒜₁.card = 𝒜.card := by
      have e : 𝒜₁.card = (𝒜.filter fun u => a ∈ u).card := card_image_of_injOn
        fun u hu v hv (e : u.erase a = v.erase a) => by
          rw [← insert_erase (mem_filter.1 hu).2, ← insert_erase (mem_filter.1 hv).2, e]
      rw [e, Nat.add_comm]
      exact card_filter_add_card_filter_not 𝒜 fun u => a ∈ u
    refine ⟨(𝒮 ∪ ℛ.filter fun s => ¬s ∈ 𝒮) ∪ (ℛ.filter fun s => s ∈ 𝒮).image (insert a ·),
      ?_, fun s hs => ?_⟩
    · rw [card_union_of_disjoint, card_union_of_disjoint, card_image_of_injOn, Nat.add_assoc,
        Nat.add_comm (ℛ.filter fun s => ¬s ∈ 𝒮).card, card_filter_add_card_filter_not, cS, cR,
        card_split]
      · intro s hs t ht e
        have key : ∀ s, s ∈ ℛ.filter (fun s => s ∈ 𝒮) → (insert a s).erase a = s := fun s hs => by
          refine ext fun x => ?_
          rw [mem_erase, mem_insert]
          exact ⟨fun k => k.2.elim (fun e => absurd e k.1) id, fun k =>
            ⟨fun e => notR s (mem_filter.1 hs).1 (e ▸ k), .inr k⟩⟩
        rw [← key s hs, ← key t ht, show insert a s = insert a t from e]
      · exact fun s hs k => (mem_filter.1 k).2 hs
      · intro s hs k
        obtain ⟨t, _, rfl⟩ := mem_image.1 k
        have ha := mem_insert_self a t
        exact (mem_union.1 hs).elim (fun hs => notS _ hs ha)
          fun hs => notR _ (mem_filter.1 hs).1 ha
    · have sub : ∀ s, s ⊆ U → s ⊆ insert a U := fun s k x hx => mem_insert_of_mem (k x hx)
      rcases mem_union.1 hs with hs | hs
      · rcases mem_union.1 hs with hs | hs
        · refine ⟨sub s (hS s hs).1, fun t ht => ?_⟩
          obtain ⟨u, hu, e⟩ := (hS s hs).2 t ht
          exact ⟨u, ((mem₀ u).1 hu).1, e⟩
        · have hs := (mem_filter.1 hs).1
          refine ⟨sub s (hR s hs).1, fun t ht => ?_⟩
          obtain ⟨v, hv, e⟩ := (hR s hs).2 t ht
          obtain ⟨u, hu, _, rfl⟩ := (mem₁ v).1 hv
          refine ⟨u, hu, e ▸ ext fun x => ?_⟩
          rw [mem_inter, mem_inter, mem_erase]
          exact ⟨fun k => ⟨k.1, fun e => notR s hs (e ▸ k.1), k.2⟩, fun k => ⟨k.1, k.2.2⟩⟩
      · obtain ⟨s, hs', rfl⟩ := mem_image.1 hs
        obtain ⟨hsR, hsS⟩ := mem_filter.1 hs'
        have na := notS s hsS
        refine ⟨fun x hx => (mem_insert.1 hx).elim (fun e => e ▸ mem_insert_self a U)
          fun hx => sub s (hS s hsS).1 x hx, fun t ht => ?_⟩
        by_cases hat : a ∈ t
        · obtain ⟨v, hv, e⟩ := (hR s hsR).2 (t.erase a) fun x hx => by
            have hx := mem_erase.1 hx
            exact (mem_insert.1 (ht x hx.2)).elim (fun e => absurd e hx.1) id
          obtain ⟨u, hu, hau, rfl⟩ := (mem₁ v).1 hv
          refine ⟨u, hu, ext fun x => ?_⟩
          by_cases hx : x = a
          · rw [hx]
            exact ⟨fun _ => hat, fun _ => mem_inter.2 ⟨mem_insert_self a s, hau⟩⟩
          · have k : x ∈ s ∩ u.erase a ↔ x ∈ t.erase a := by rw [e]
            rw [mem_inter, mem_erase, mem_erase] at k
            rw [mem_inter, mem_insert]
            exact ⟨fun l => (k.1 ⟨l.1.elim (fun e => absurd e hx) id, hx, l.2⟩).2,
              fun l => ⟨.inr (k.2 ⟨hx, l⟩).1, (k.2 ⟨hx, l⟩).2.2⟩⟩
        · obtain ⟨u, hu, e⟩ := (hS s hsS).2 t fun x hx =>
            (mem_insert.1 (ht x hx)).elim (fun e => absurd (e ▸ hx) hat) id
          have hu := (mem₀ u).1 hu
          refine ⟨u, hu.1, e ▸ ext fun x => ?_⟩
          rw [mem_inter, mem_inter, mem_insert]
          exact ⟨fun k => ⟨k.1.elim (fun e => absurd (e ▸ k.2) hu.2) id, k.2⟩,
            fun k => ⟨.inr k.1, k.2⟩⟩

end Finset
