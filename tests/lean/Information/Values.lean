prelude
import DeepTheory.Information.KL
/-! # Values of divergences and entropies

Each definition at one instance, enclosed by the library's intervals. The decimal digits were computed
with another library (mpmath). -/
set_option autoImplicit false
open Real Information

/-- a fair coin -/
noncomputable def fair (_ : Bool) : Real := 1 / 2
/-- a coin with odds `1 : 3` -/
noncomputable def biased : Bool → Real
  | true => 1 / 4
  | false => 3 / 4
theorem fair_eq (b : Bool) : fair b = 1 / 2 := rfl
theorem biased_true : biased true = 1 / 4 := rfl
theorem biased_false : biased false = 3 / 4 := rfl

-- the divergence in both directions
example : 143841 / 1000000 < klDiv fair biased ∧
    klDiv fair biased < 143842 / 1000000 := by
  rw [klDiv, Fintype.sum_bool]
  simp only [fair_eq, biased_true, biased_false]
  enclosure
example : 130812 / 1000000 < klDiv biased fair ∧
    klDiv biased fair < 130813 / 1000000 := by
  rw [klDiv, Fintype.sum_bool]
  simp only [fair_eq, biased_true, biased_false]
  enclosure

-- the entropy of the biased coin, and cross-entropy as a sum
example : 562335 / 1000000 < entropy biased ∧ entropy biased < 562336 / 1000000 := by
  rw [entropy, Fintype.sum_bool]
  simp only [biased_true, biased_false]
  enclosure
example : crossEntropy fair biased = entropy fair + klDiv fair biased :=
  crossEntropy_eq (.of_pos fun b => by
    cases b
    · rw [biased_false]; positivity
    · rw [biased_true]; positivity)

-- a fair coin has entropy `log 2`
example : entropy (uniform Real Bool) = log 2 := by
  haveI : Nonempty Bool := ⟨true⟩
  exact (entropy_eq_log_card_iff IsProbability.uniform).2 rfl
-- a point among eight hypotheses costs three bits
example (h : Fin 8) : klDiv (point h) (uniform Real (Fin 8)) = 3 * log 2 := by
  have := log_pow 3 2
  rw [show (2 : Real) ^ 3 = 8 by norm_num] at this
  exact (klDiv_point_uniform h).trans this
-- a point that the prior excludes has no divergence in the library: absolute continuity fails
example : ¬AbsolutelyContinuous (point true : Bool → Rat) (point false) := by
  intro h
  exact absurd (h true (by decide)) (by decide)
-- over the rational numbers distributions are decided
example : ∑ x, (point 2 : Fin 5 → Rat) x = 1 := by decide +kernel
