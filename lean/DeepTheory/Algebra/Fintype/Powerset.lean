prelude
import DeepTheory.Algebra.BigOperators.Functions
/-! # The subsets of a finite type

Subsets of a finite type are in bijection with functions to `Bool`, hence finitely many.

## Main definitions

* `Finset.ofBool x`: the set of the places where `x : α → Bool` is true; `Finset.boolEquiv`,
* the instance `Fintype (Finset α)`; `Finset.powerset s`: all subsets of `s`.

## Main statements

* `Fintype.card_finset`: a type with `n` elements has `2 ^ n` subsets,
* `Finset.card_filter_card_eq_choose`: `n.choose k` of the subsets of `Fin n` have `k` elements,
* `Finset.sum_finset_eq_sum_bool`: a sum over subsets is a sum over functions to `Bool`.
-/
set_option autoImplicit false
universe u v

namespace Finset
variable {α : Type u} [Fintype α]

/-- The set of the places where `x` is true. -/
def ofBool (x : α → Bool) : Finset α := univ.filter fun a => x a = true

@[simp] theorem mem_ofBool {x : α → Bool} {a : α} : a ∈ ofBool x ↔ x a = true :=
  mem_filter.trans ⟨fun h => h.2, fun h => ⟨mem_univ a, h⟩⟩

/-- Subsets of a finite type are functions to `Bool`. -/
def boolEquiv (α : Type u) [Fintype α] : (α → Bool) ≃ Finset α where
  toFun := ofBool
  invFun s a := decide (a ∈ s)
  left_inv x := funext fun a => by
    cases h : x a with
    | true => exact decide_eq_true (mem_ofBool.2 h)
    | false => exact decide_eq_false fun k => Bool.noConfusion (h.symm.trans (mem_ofBool.1 k))
  right_inv s := ext fun a => mem_ofBool.trans decide_eq_true_iff

/-- A finite type has finitely many subsets. -/
instance instFintype : Fintype (Finset α) where
  decEq := decidableEq
  elems := (Fintype.elems : List (α → Bool)).map ofBool
  nodup := List.nodup_map (boolEquiv α).injective Fintype.nodup
  complete s := List.mem_map.2 ⟨fun a => decide (a ∈ s), Fintype.complete _,
    (boolEquiv α).right_inv s⟩

/-- A sum over subsets is a sum over functions to `Bool`. -/
theorem sum_finset_eq_sum_bool {M : Type v} [AddCommMonoid M] (f : Finset α → M) :
    ∑ s, f s = ∑ x : α → Bool, f (ofBool x) := ((boolEquiv α).sum_comp f).symm

theorem card_ofBool (x : α → Bool) : (ofBool x).card = ∑ a, if x a = true then 1 else 0 := by
  rw [ofBool, card_filter]

/-- Of the subsets of `Fin n`, `n.choose k` have `k` elements. -/
theorem card_filter_card_eq_choose (n k : Nat) :
    ((univ : Finset (Finset (Fin n))).filter fun s => s.card = k).card = n.choose k := by
  rw [card_filter, sum_finset_eq_sum_bool, ← card_filter_weight_eq_choose, card_filter]
  exact sum_congr rfl fun x _ => by rw [card_ofBool]

/-- All subsets of `s`. -/
def powerset (s : Finset α) : Finset (Finset α) := univ.filter fun t => t ⊆ s

@[simp] theorem mem_powerset {s t : Finset α} : t ∈ s.powerset ↔ t ⊆ s :=
  mem_filter.trans ⟨fun h => h.2, fun h => ⟨mem_univ t, h⟩⟩

/-- The set of the elements that are not in `s`. -/
def compl (s : Finset α) : Finset α := univ.filter fun a => ¬a ∈ s

@[inherit_doc] postfix:1024 "ᶜ" => Finset.compl

@[simp] theorem mem_compl {s : Finset α} {a : α} : a ∈ sᶜ ↔ ¬a ∈ s :=
  mem_filter.trans ⟨fun h => h.2, fun h => ⟨mem_univ a, h⟩⟩
theorem card_add_card_compl (s : Finset α) : s.card + sᶜ.card = Fintype.card α := by
  have h := card_filter_add_card_filter_not (univ : Finset α) fun a => a ∈ s
  rwa [show univ.filter (fun a => a ∈ s) = s from ext fun a =>
    mem_filter.trans ⟨fun k => k.2, fun k => ⟨mem_univ a, k⟩⟩] at h
theorem sum_add_sum_compl {M : Type v} [AddCommMonoid M] (s : Finset α) (f : α → M) :
    (∑ a ∈ s, f a) + ∑ a ∈ sᶜ, f a = ∑ a, f a := by
  have h := sum_filter_add_sum_filter_not (univ : Finset α) (fun a => a ∈ s) f
  rwa [show univ.filter (fun a => a ∈ s) = s from ext fun a =>
    mem_filter.trans ⟨fun k => k.2, fun k => ⟨mem_univ a, k⟩⟩] at h

end Finset

/-- A finite type with `n` elements has `2 ^ n` subsets. -/
@[simp] theorem Fintype.card_finset (α : Type u) [Fintype α] :
    Fintype.card (Finset α) = 2 ^ Fintype.card α := by
  rw [← Fintype.card_congr (Finset.boolEquiv α), Fintype.card_fun, Fintype.card_bool]
