prelude
import DeepTheory.Algebra.Order.Field
/-! # The Bradley-Terry preference model

A reward `r x y` for the response `y` to the prompt `x` turns into the probability
`σ (r x y - r x y')` that `y` is preferred to `y'`. With strengths `w x y = exp (r x y)` the same
probability is the fraction `w x y / (w x y + w x y')`, which needs no exponential: it is stated
here over fields, and a shift of the reward by `c x` is a factor `exp (c x)` of the strength.

Book items: Bradley-Terry preference model (chapter 20), Proposition 20.5.

## Main definitions

* `BradleyTerry.preference u v`: the probability that strength `u` is preferred to strength `v`.
* `BradleyTerry.prob w x y y'`: the same for strengths `w x y` of responses `y` to prompts `x`.
* `BradleyTerry.likelihood f r x y y'`: a link function `f` applied to a difference of rewards.

## Main statements

* `BradleyTerry.prob_mul_prompt`, `BradleyTerry.likelihood_add_prompt`: invariance under prompt
  shifts.
* `BradleyTerry.prob_eq_iff`, `BradleyTerry.prob_eq_iff_of_pos`, `BradleyTerry.likelihood_eq_iff`:
  the converse. Strengths and rewards are identified up to a function of the prompt, and no further.
* `BradleyTerry.prob_hom`: strengths `e (r x y)`, for any `e` that turns sums into products, give
  the likelihood with link `t ↦ e t / (e t + 1)`: the two forms are one model.

## Notes

Invariance of the fraction needs no order: any field and any factor `c x ≠ 0` will do. Its converse
needs only that `1 + 1 ≠ 0`, because the preference of a response to itself tells whether its
strength is zero; for such strengths that is a matter of the convention `0 / 0 = 0`, which the book
does not need. Rewards may lie in any additive group, commutative or not, when the shift is
added on the right. What breaks without each hypothesis is proved in the theorems whose names
contain `needs`.
-/
set_option autoImplicit false
universe u v w z

namespace BradleyTerry
variable {X : Type u} {Y : Type v}

/-! ## Strengths in a field -/

section Field
variable {F : Type w} [Field F]

/-- The probability that an item of strength `u` is preferred to one of strength `v`.
Bradley-Terry preference model (chapter 20) with `u = exp r` and `v = exp r'`. -/
def preference (u v : F) : F := u / (u + v)

/-- The probability that response `y` is preferred to `y'` under prompt `x`, for strengths `w`. -/
def prob (w : X → Y → F) (x : X) (y y' : Y) : F := preference (w x y) (w x y')

/-- One of two items is preferred: the two probabilities add up to one. -/
theorem preference_add_preference_comm {u v : F} (h : u + v ≠ 0) :
    preference u v + preference v u = 1 := by
  rw [preference, preference, add_comm v u, div_add_div_same, div_self h]

/-- A common nonzero factor of both strengths does not change the preference. -/
theorem preference_mul_left {c : F} (hc : c ≠ 0) (u v : F) :
    preference (c * u) (c * v) = preference u v := by
  rw [preference, preference, ← mul_add, mul_div_mul_left _ _ hc]

/-- The preference determines the ratio of the strengths, and nothing else. -/
theorem preference_eq_preference_iff {u v u' v' : F} (h : u + v ≠ 0) (h' : u' + v' ≠ 0) :
    preference u v = preference u' v' ↔ u * v' = u' * v := by
  rw [preference, preference, div_eq_div_iff h h', mul_add, mul_add, mul_comm u u']
  exact add_right_inj _

/-- Proposition 20.5 (invariance, strengths): multiplying the strengths by a nonzero function of the
prompt does not change any preference. -/
theorem prob_mul_prompt {c : X → F} (hc : ∀ x, c x ≠ 0) (w : X → Y → F) (x : X) (y y' : Y) :
    prob (fun x y => c x * w x y) x y y' = prob w x y y' :=
  preference_mul_left (hc x) _ _

/-- `prob_mul_prompt` fails for the factor `0`. -/
theorem prob_mul_prompt_needs_ne_zero :
    ∃ u v : F, preference (0 * u) (0 * v) ≠ preference u v := by
  refine ⟨1, 0, ?_⟩
  rw [preference, preference, zero_mul, zero_div, add_zero, div_self one_ne_zero]
  exact zero_ne_one

/-- The preference of an item to itself is zero exactly when its strength is: `0 / 0` is `0`, and
otherwise the preference is one half. -/
theorem preference_self_eq_zero_iff (h2 : (1 : F) + 1 ≠ 0) {u : F} :
    preference u u = 0 ↔ u = 0 := by
  have e : u + u = (1 + 1) * u := by rw [add_mul, one_mul]
  rw [preference, div_eq_zero_iff, e, mul_eq_zero]
  exact ⟨fun h => h.elim id fun h => h.elim (fun k => (h2 k).elim) id, Or.inl⟩

/-- The converse for a single prompt: equal preferences make the strengths proportional. -/
theorem exists_mul_of_preference_eq (h2 : (1 : F) + 1 ≠ 0) {a a' : Y → F}
    (h : ∀ y y', preference (a' y) (a' y') = preference (a y) (a y')) :
    ∃ c : F, c ≠ 0 ∧ ∀ y, a' y = c * a y := by
  have zero_iff : ∀ y, a' y = 0 ↔ a y = 0 := fun y => by
    rw [← preference_self_eq_zero_iff h2, h, preference_self_eq_zero_iff h2]
  rcases Classical.em (∃ y, a y ≠ 0) with ⟨y₀, h₀⟩ | hn
  · have h₀' : a' y₀ ≠ 0 := fun e => h₀ ((zero_iff y₀).1 e)
    refine ⟨a' y₀ / a y₀, div_ne_zero h₀' h₀, fun y => ?_⟩
    rcases Classical.em (a y = 0) with hy | hy
    · rw [hy, mul_zero, zero_iff, hy]
    have hy' : a' y ≠ 0 := fun e => hy ((zero_iff y).1 e)
    have k := h y y₀
    have sum_iff : a' y + a' y₀ = 0 ↔ a y + a y₀ = 0 := by
      constructor <;> intro e
      · rw [preference, e, div_zero, preference, eq_comm, div_eq_zero_iff] at k
        exact k.elim (fun z => (hy z).elim) id
      · rw [preference, preference, e, div_zero, div_eq_zero_iff] at k
        exact k.elim (fun z => (hy' z).elim) id
    rw [div_mul_eq_mul_div, eq_div_iff h₀]
    rcases Classical.em (a y + a y₀ = 0) with e | e
    · rw [eq_neg_of_add_eq_zero_left e, eq_neg_of_add_eq_zero_left (sum_iff.2 e), neg_mul, mul_neg]
    · rw [(preference_eq_preference_iff (mt sum_iff.1 e) e).1 k, mul_comm]
  · have hz : ∀ y, a y = 0 := fun y => Classical.byContradiction fun e => hn ⟨y, e⟩
    exact ⟨1, one_ne_zero, fun y => by rw [hz y, mul_zero, zero_iff, hz y]⟩

/-- Proposition 20.5 (converse, strengths): two families of strengths induce the same preferences
exactly when they differ by a nonzero function of the prompt. -/
theorem prob_eq_iff (h2 : (1 : F) + 1 ≠ 0) (w w' : X → Y → F) :
    (∀ x y y', prob w' x y y' = prob w x y y') ↔
      ∃ c : X → F, (∀ x, c x ≠ 0) ∧ ∀ x y, w' x y = c x * w x y := by
  constructor
  · intro h
    have k := fun x => exists_mul_of_preference_eq h2 (h x)
    exact ⟨fun x => Classical.choose (k x), fun x => (Classical.choose_spec (k x)).1,
      fun x => (Classical.choose_spec (k x)).2⟩
  · intro ⟨c, hc, e⟩ x y y'
    rw [prob, e, e]
    exact preference_mul_left (hc x) _ _

/-- `prob_eq_iff` fails where `1 + 1 = 0`: there a single response has preference `0` to itself
whatever its strength. -/
theorem prob_eq_iff_needs_two_ne_zero (h2 : (1 : F) + 1 = 0) : ∃ w w' : Unit → Unit → F,
    (∀ x y y', prob w' x y y' = prob w x y y') ∧
      ¬∃ c : Unit → F, (∀ x, c x ≠ 0) ∧ ∀ x y, w' x y = c x * w x y := by
  refine ⟨fun _ _ => 0, fun _ _ => 1, fun _ _ _ => ?_, fun ⟨c, _, e⟩ => ?_⟩
  · rw [prob, prob, preference, preference, h2, div_zero, zero_div]
  · exact one_ne_zero ((e () ()).trans (mul_zero _))

end Field

section LinearOrderedField
variable {F : Type w} [LinearOrderedField F]

/-- Proposition 20.5 (converse, positive strengths): two families of positive strengths, such as
exponentials of rewards, induce the same preferences exactly when they differ by a positive
function of the prompt. -/
theorem prob_eq_iff_of_pos {w w' : X → Y → F} (hw : ∀ x y, 0 < w x y) (hw' : ∀ x y, 0 < w' x y) :
    (∀ x y y', prob w' x y y' = prob w x y y') ↔
      ∃ c : X → F, (∀ x, 0 < c x) ∧ ∀ x y, w' x y = c x * w x y := by
  rw [prob_eq_iff (add_pos zero_lt_one zero_lt_one).ne']
  constructor
  · intro ⟨c, hc, e⟩
    rcases Classical.em (Nonempty Y) with ⟨⟨y₀⟩⟩ | hY
    · refine ⟨c, fun x => ?_, e⟩
      have k := hw' x y₀
      rw [e, mul_comm] at k
      exact pos_of_mul_pos_of_pos_left k (hw x y₀)
    · exact ⟨fun _ => 1, fun _ => zero_lt_one, fun _ y => (hY ⟨y⟩).elim⟩
  · intro ⟨c, hc, e⟩
    exact ⟨c, fun x => (hc x).ne', e⟩

/-- The hypothesis of `prob_mul_prompt` can hold for a factor that is not constant: `1` for one
prompt and `1 + 1` for the other. -/
theorem prob_mul_prompt_witness : ∃ c : Bool → F, (∀ x, c x ≠ 0) ∧ c true ≠ c false := by
  refine ⟨fun x => if x then 1 + 1 else 1, fun x => ?_, fun e => ?_⟩
  · cases x
    · exact one_ne_zero
    · exact (add_pos zero_lt_one zero_lt_one).ne'
  · have k : (1 : F) + 1 = 1 := e
    exact one_ne_zero (add_eq_left.1 k)

/-- The hypotheses of `prob_eq_iff_of_pos` can hold for strengths that differ between responses and
between the two families: `1` and `1 + 1` in one family, twice as much in the other. -/
theorem prob_eq_iff_of_pos_witness : ∃ w w' : Unit → Bool → F,
    (∀ x y, 0 < w x y) ∧ (∀ x y, 0 < w' x y) ∧ w () true ≠ w () false ∧
      ∀ x y, w' x y = (1 + 1) * w x y := by
  have two : (0 : F) < 1 + 1 := add_pos zero_lt_one zero_lt_one
  have pos : ∀ y : Bool, (0 : F) < if y then 1 + 1 else 1 := fun y => by
    cases y
    · exact zero_lt_one
    · exact two
  refine ⟨fun _ y => if y then 1 + 1 else 1, fun _ y => (1 + 1) * if y then 1 + 1 else 1,
    fun _ y => pos y, fun _ y => mul_pos two (pos y), fun e => ?_, fun _ _ => rfl⟩
  have k : (1 : F) + 1 = 1 := e
  exact one_ne_zero (add_eq_left.1 k)

/-- It is not enough for `prob_eq_iff_of_pos` that one of the two families is positive: a single
response with strength `1` in one family and `-1` in the other. -/
theorem prob_eq_iff_of_pos_needs_pos : ∃ w w' : Unit → Unit → F, (∀ x y, 0 < w x y) ∧
    (∀ x y y', prob w' x y y' = prob w x y y') ∧
      ¬∃ c : Unit → F, (∀ x, 0 < c x) ∧ ∀ x y, w' x y = c x * w x y := by
  refine ⟨fun _ _ => 1, fun _ _ => -1, fun _ _ => zero_lt_one, fun _ _ _ => ?_,
    fun ⟨c, hc, e⟩ => ?_⟩
  · rw [prob, prob, preference, preference, ← neg_add, neg_div_neg_eq]
  · have k := hc ()
    rw [← mul_one (c ()), ← e () (), neg_pos] at k
    exact lt_asymm k zero_lt_one

/-- The factor in `prob_mul_prompt` may depend on the prompt only: a factor that depends on the
response changes a preference, even when it is positive. -/
theorem prob_mul_needs_prompt : ∃ c w : Unit → Bool → F, (∀ x y, 0 < c x y) ∧ (∀ x y, 0 < w x y) ∧
    prob (fun x y => c x y * w x y) () true false ≠ prob w () true false := by
  have two : (0 : F) < 1 + 1 := add_pos zero_lt_one zero_lt_one
  refine ⟨fun _ y => if y then 1 + 1 else 1, fun _ _ => 1, fun _ y => ?_,
    fun _ _ => zero_lt_one, fun e => ?_⟩
  · cases y
    · exact zero_lt_one
    · exact two
  · have k := (preference_eq_preference_iff (F := F) (u := (1 + 1) * 1) (v := 1 * 1) ?_ two.ne').1 e
    · rw [mul_one, mul_one, mul_one, mul_one] at k
      exact one_ne_zero (add_eq_left.1 k)
    · rw [mul_one, mul_one]
      exact (add_pos two zero_lt_one).ne'

end LinearOrderedField

/-! ## Rewards in an additive group -/

section AddGroup
variable {G : Type w} {P : Type z} [AddGroup G]

/-- The likelihood that response `y` is preferred to `y'` under prompt `x`: a link function of the
difference of their rewards. The book's link is the logistic function. -/
def likelihood (f : G → P) (r : X → Y → G) (x : X) (y y' : Y) : P := f (r x y - r x y')

/-- Proposition 20.5 (invariance, rewards): adding a function of the prompt to the reward does not
change any likelihood, whatever the link. -/
theorem likelihood_add_prompt (f : G → P) (r : X → Y → G) (c : X → G) (x : X) (y y' : Y) :
    likelihood f (fun x y => r x y + c x) x y y' = likelihood f r x y y' :=
  congrArg f (by rw [sub_eq_add_neg, neg_add_rev, add_assoc, add_neg_cancel_left, ← sub_eq_add_neg])

/-- Proposition 20.5 (converse, rewards): with an injective link, two rewards induce the same
likelihoods exactly when they differ by a function of the prompt. -/
theorem likelihood_eq_iff {f : G → P} (hf : ∀ a b, f a = f b → a = b) (r r' : X → Y → G) :
    (∀ x y y', likelihood f r' x y y' = likelihood f r x y y') ↔
      ∃ c : X → G, ∀ x y, r' x y = r x y + c x := by
  constructor
  · intro h
    rcases Classical.em (Nonempty Y) with ⟨⟨y₀⟩⟩ | hY
    · refine ⟨fun x => -r x y₀ + r' x y₀, fun x y => ?_⟩
      rw [← add_assoc, ← sub_eq_add_neg, ← sub_eq_iff_eq_add]
      exact hf _ _ (h x y y₀)
    · exact ⟨fun _ => 0, fun _ y => (hY ⟨y⟩).elim⟩
  · intro ⟨c, hc⟩ x y y'
    rw [likelihood, hc, hc]
    exact likelihood_add_prompt f r c x y y'


omit [AddGroup G] in
/-- The hypothesis of `likelihood_eq_iff` can hold: the identity link. -/
theorem likelihood_eq_iff_witness : ∃ f : G → G, ∀ a b, f a = f b → a = b := ⟨id, fun _ _ h => h⟩

/-- The shift in `likelihood_add_prompt` may depend on the prompt only: adding `g` to the reward of
a single response changes a likelihood, for every link with `f g ≠ f 0`. -/
theorem likelihood_add_needs_prompt {f : G → P} {g : G} (hg : f g ≠ f 0) :
    ∃ c r : Unit → Bool → G,
      likelihood f (fun x y => r x y + c x y) () true false ≠ likelihood f r () true false := by
  refine ⟨fun _ y => if y then g else 0, fun _ _ => 0, fun e => hg ?_⟩
  have k : f (0 + g - (0 + 0)) = f ((0 : G) - 0) := e
  rwa [zero_add, zero_add, sub_zero, sub_zero] at k

/-- The converse fails for a link that is not injective: a constant link cannot tell rewards apart.
-/
theorem likelihood_eq_iff_needs_injective {g : G} (hg : g ≠ 0) : ∃ r r' : Unit → Bool → G,
    (∀ x y y', likelihood (fun _ => ()) r' x y y' = likelihood (fun _ => ()) r x y y') ∧
      ¬∃ c : Unit → G, ∀ x y, r' x y = r x y + c x := by
  refine ⟨fun _ _ => 0, fun _ y => if y then g else 0, fun _ _ _ => rfl, fun ⟨c, hc⟩ => hg ?_⟩
  have ht : g = 0 + c () := hc () true
  have hf : (0 : G) = 0 + c () := hc () false
  rw [ht, ← hf]

end AddGroup

/-! ## The two forms are one model -/

section Hom
variable {G : Type w} {F : Type z} [AddGroup G] [Field F]

/-- If `e` turns sums into products, as the exponential function does, then strengths `e (r x y)`
give the likelihood of the reward `r` with the link `t ↦ e t / (e t + 1)`, which for the exponential
function is the logistic function. -/
theorem prob_hom {e : G → F} (he : ∀ a b, e (a + b) = e a * e b) (r : X → Y → G) (x : X)
    (y y' : Y) :
    prob (fun x y => e (r x y)) x y y' = likelihood (fun t => e t / (e t + 1)) r x y y' := by
  have k : e (r x y) = e (r x y - r x y') * e (r x y') := by rw [← he, sub_add_cancel]
  rw [prob, likelihood, preference]
  rcases Classical.em (e (r x y') = 0) with h | h
  · have z : e (r x y - r x y') = 0 := by
      rw [sub_eq_add_neg, he, ← zero_add (-r x y'), ← add_neg_cancel (r x y'), add_assoc, he, h,
        zero_mul, mul_zero]
    rw [k, h, z, mul_zero, zero_div, zero_div]
  · rw [k, ← mul_div_mul_right _ (_ + 1) h, add_mul, one_mul]

end Hom
end BradleyTerry
