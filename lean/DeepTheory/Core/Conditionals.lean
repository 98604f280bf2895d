prelude
import DeepTheory.Core.Propositions
/-!
# Conditionals and decidability

Rules for `if`, and reasoning by cases on a decidable proposition. `split` and `simp` use
`ite_eq_left`, `ite_congr`, `ite_eq_left_of_eq_true` and the corresponding rules for `dite`;
`by_cases` and `omega` use those of `Decidable`.

## Main statements

* `if_pos`, `if_neg`, `dif_pos`, `dif_neg`, `ite_congr`, `dite_congr`, `apply_ite`
* `Decidable.em`, `Decidable.byCases`, `Decidable.not_not`, `Decidable.not_and_iff_not_or_not`
* instances: implications, equivalences and conditionals of decidable propositions
-/
set_option autoImplicit false
universe u v w

/-! ## Cases -/

namespace Decidable

/-- Cases on a decidable proposition. -/
@[macro_inline] def byCases {p : Prop} {q : Sort u} [dec : Decidable p] (h1 : p → q)
    (h2 : ¬p → q) : q :=
  match dec with
  | isTrue h => h1 h
  | isFalse h => h2 h

theorem em (p : Prop) [Decidable p] : p ∨ ¬p := byCases Or.inl Or.inr

theorem byContradiction {p : Prop} [Decidable p] (h : ¬p → False) : p :=
  byCases id fun np => (h np).elim

theorem of_not_not {p : Prop} [Decidable p] : ¬¬p → p := fun h => byContradiction h

variable {p q : Prop}

theorem not_not [Decidable p] : ¬¬p ↔ p := ⟨of_not_not, not_not_intro⟩

theorem or_not_self (p : Prop) [Decidable p] : p ∨ ¬p := em p

theorem not_or_self (p : Prop) [Decidable p] : ¬p ∨ p := (em p).symm

theorem not_imp_not [Decidable p] : (¬p → ¬q) ↔ (q → p) :=
  ⟨fun h hq => byContradiction fun hp => h hp hq, mt⟩

theorem not_imp_comm [Decidable p] [Decidable q] : (¬p → q) ↔ (¬q → p) :=
  ⟨fun h nq => byContradiction (mt h nq), fun h np => byContradiction (mt h np)⟩

theorem of_not_imp [Decidable p] (h : ¬(p → q)) : p := byContradiction (not_not_of_not_imp h)

theorem not_imp_iff_and_not [Decidable p] : ¬(p → q) ↔ p ∧ ¬q :=
  ⟨fun h => ⟨of_not_imp h, not_of_not_imp h⟩, not_imp_of_and_not⟩

theorem or_iff_not_imp_left [Decidable p] : p ∨ q ↔ (¬p → q) :=
  ⟨Or.resolve_left, fun h => byCases Or.inl fun np => Or.inr (h np)⟩

theorem or_iff_not_imp_right [Decidable q] : p ∨ q ↔ (¬q → p) :=
  Iff.trans or_comm or_iff_not_imp_left

theorem imp_iff_not_or [Decidable p] : (p → q) ↔ (¬p ∨ q) :=
  ⟨fun h => byCases (fun hp => Or.inr (h hp)) Or.inl, Or.neg_resolve_left⟩

theorem not_or_of_imp [Decidable p] (h : p → q) : ¬p ∨ q := imp_iff_not_or.1 h

theorem not_and_iff_not_or_not [Decidable p] : ¬(p ∧ q) ↔ ¬p ∨ ¬q :=
  ⟨fun h => byCases (fun hp => Or.inr fun hq => h ⟨hp, hq⟩) Or.inl, not_and_of_not_or_not⟩

theorem not_and_iff_or_not_not [Decidable p] : ¬(p ∧ q) ↔ ¬p ∨ ¬q := not_and_iff_not_or_not

theorem or_iff_not_not_and_not [Decidable p] [Decidable q] : p ∨ q ↔ ¬(¬p ∧ ¬q) :=
  Iff.trans not_not.symm (not_congr not_or)

theorem and_iff_not_not_or_not [Decidable p] [Decidable q] : p ∧ q ↔ ¬(¬p ∨ ¬q) :=
  ⟨fun h h' => h'.elim (· h.1) (· h.2),
    fun h => ⟨byContradiction fun hp => h (Or.inl hp), byContradiction fun hq => h (Or.inr hq)⟩⟩

theorem not_iff_not [Decidable p] [Decidable q] : (¬p ↔ ¬q) ↔ (p ↔ q) :=
  ⟨fun h => ⟨not_imp_not.1 h.2, not_imp_not.1 h.1⟩, fun h => not_congr h⟩

theorem not_iff [Decidable q] : ¬(p ↔ q) ↔ (¬p ↔ q) :=
  ⟨fun h => ⟨fun hp => byContradiction fun hq => h (iff_of_false hp hq),
      fun hq hp => h (iff_of_true hp hq)⟩,
    fun h h' => iff_not_self (h'.trans h.symm)⟩

theorem iff_iff_and_or_not_and_not [Decidable q] : (p ↔ q) ↔ (p ∧ q) ∨ (¬p ∧ ¬q) :=
  ⟨fun h => byCases (fun hq => Or.inl ⟨h.2 hq, hq⟩) fun hq => Or.inr ⟨mt h.1 hq, hq⟩,
    fun h => h.elim (fun ⟨hp, hq⟩ => iff_of_true hp hq) fun ⟨hp, hq⟩ => iff_of_false hp hq⟩

end Decidable

/-- Transport of decidability along an equivalence. -/
@[inline] def decidable_of_decidable_of_iff {p q : Prop} [Decidable p] (h : p ↔ q) :
    Decidable q :=
  if hp : p then isTrue (h.1 hp) else isFalse fun hq => absurd (h.2 hq) hp

/-- Transport of decidability along an equality. -/
@[inline] def decidable_of_decidable_of_eq {p q : Prop} [Decidable p] (h : p = q) :
    Decidable q :=
  decidable_of_decidable_of_iff (iff_of_eq h)

/-- Transport of decidability against an equivalence. -/
@[inline] def decidable_of_iff {b : Prop} (a : Prop) (h : a ↔ b) [Decidable a] : Decidable b :=
  decidable_of_decidable_of_iff h

/-! ## Instances -/

instance instDecidableForall {p q : Prop} [Decidable p] [Decidable q] : Decidable (p → q) :=
  if hp : p then
    if hq : q then isTrue fun _ => hq else isFalse fun h => absurd (h hp) hq
  else isTrue fun h => absurd h hp

instance instDecidableIff {p q : Prop} [Decidable p] [Decidable q] : Decidable (p ↔ q) :=
  if hp : p then
    if hq : q then isTrue ⟨fun _ => hq, fun _ => hp⟩ else isFalse fun h => hq (h.1 hp)
  else
    if hq : q then isFalse fun h => hp (h.2 hq)
    else isTrue ⟨fun h => absurd h hp, fun h => absurd h hq⟩

instance {c t e : Prop} [dC : Decidable c] [dT : Decidable t] [dE : Decidable e] :
    Decidable (if c then t else e) :=
  match dC with
  | isTrue _ => dT
  | isFalse _ => dE

instance {c : Prop} {t : c → Prop} {e : ¬c → Prop} [dC : Decidable c]
    [dT : ∀ h, Decidable (t h)] [dE : ∀ h, Decidable (e h)] :
    Decidable (if h : c then t h else e h) :=
  match dC with
  | isTrue hc => dT hc
  | isFalse hc => dE hc

instance {p : Prop} : Subsingleton (Decidable p) := ⟨fun
  | isTrue _, isTrue _ => rfl
  | isFalse _, isFalse _ => rfl
  | isTrue h, isFalse h' => absurd h h'
  | isFalse h', isTrue h => absurd h h'⟩

instance {p : Prop} : Subsingleton p := ⟨fun _ _ => rfl⟩

protected theorem Subsingleton.elim {α : Sort u} [h : Subsingleton α] (a b : α) : a = b :=
  h.allEq a b

protected theorem Subsingleton.helim {α β : Sort u} [h₁ : Subsingleton α] (h₂ : α = β) (a : α)
    (b : β) : HEq a b := by
  subst h₂
  exact heq_of_eq (Subsingleton.elim a b)

/-! ## `if c then a else b` -/

section
variable {α : Sort u} {β : Sort v} {c : Prop}

theorem if_pos {c : Prop} {h : Decidable c} (hc : c) {α : Sort u} {t e : α} : ite c t e = t :=
  match h with
  | isTrue _ => rfl
  | isFalse hnc => absurd hc hnc

theorem if_neg {c : Prop} {h : Decidable c} (hnc : ¬c) {α : Sort u} {t e : α} : ite c t e = e :=
  match h with
  | isTrue hc => absurd hc hnc
  | isFalse _ => rfl

theorem dif_pos {c : Prop} {h : Decidable c} (hc : c) {α : Sort u} {t : c → α} {e : ¬c → α} :
    dite c t e = t hc :=
  match h with
  | isTrue _ => rfl
  | isFalse hnc => absurd hc hnc

theorem dif_neg {c : Prop} {h : Decidable c} (hnc : ¬c) {α : Sort u} {t : c → α} {e : ¬c → α} :
    dite c t e = e hnc :=
  match h with
  | isTrue hc => absurd hc hnc
  | isFalse _ => rfl

theorem ite_eq_left {c : Prop} {h : Decidable c} (hc : c) {α : Sort u} {t e : α} :
    ite c t e = t := if_pos hc

theorem ite_eq_right {c : Prop} {h : Decidable c} (hnc : ¬c) {α : Sort u} {t e : α} :
    ite c t e = e := if_neg hnc

theorem dite_eq_left {c : Prop} {h : Decidable c} (hc : c) {α : Sort u} {t : c → α}
    {e : ¬c → α} : dite c t e = t hc := dif_pos hc

theorem dite_eq_right {c : Prop} {h : Decidable c} (hnc : ¬c) {α : Sort u} {t : c → α}
    {e : ¬c → α} : dite c t e = e hnc := dif_neg hnc

theorem ite_eq_left_of_eq_true {α : Sort u} {c : Prop} {_ : Decidable c} (a b : α)
    (h : c = True) : (if c then a else b) = a := if_pos (of_eq_true h)

theorem ite_eq_right_of_eq_false {α : Sort u} {c : Prop} {_ : Decidable c} (a b : α)
    (h : c = False) : (if c then a else b) = b := if_neg (of_eq_false h)

theorem dite_eq_left_of_eq_true {α : Sort u} {c : Prop} {_ : Decidable c} {t : c → α}
    {e : ¬c → α} (h : c = True) : dite c t e = t (of_eq_true h) := dif_pos _

theorem dite_eq_right_of_eq_false {α : Sort u} {c : Prop} {_ : Decidable c} {t : c → α}
    {e : ¬c → α} (h : c = False) : dite c t e = e (of_eq_false h) := dif_neg _

theorem ite_cond_eq_true {α : Sort u} {c : Prop} {_ : Decidable c} (a b : α) (h : c = True) :
    (if c then a else b) = a := if_pos (of_eq_true h)

theorem ite_cond_eq_false {α : Sort u} {c : Prop} {_ : Decidable c} (a b : α) (h : c = False) :
    (if c then a else b) = b := if_neg (of_eq_false h)

theorem dite_cond_eq_true {α : Sort u} {c : Prop} {_ : Decidable c} {t : c → α} {e : ¬c → α}
    (h : c = True) : dite c t e = t (of_eq_true h) := dif_pos _

theorem dite_cond_eq_false {α : Sort u} {c : Prop} {_ : Decidable c} {t : c → α} {e : ¬c → α}
    (h : c = False) : dite c t e = e (of_eq_false h) := dif_neg _

@[simp] theorem dite_eq_ite {α : Sort u} {P : Prop} {a b : α} [Decidable P] :
    (dite P (fun _ => a) (fun _ => b)) = ite P a b := rfl

@[congr] theorem ite_congr {α : Sort u} {b c : Prop} {x y u v : α} {s : Decidable b}
    [Decidable c] (h₁ : b = c) (h₂ : c → x = u) (h₃ : ¬c → y = v) :
    ite b x y = ite c u v := by
  subst h₁
  cases Decidable.em b with
  | inl h => rw [if_pos h, if_pos h, h₂ h]
  | inr h => rw [if_neg h, if_neg h, h₃ h]

@[congr] theorem dite_congr {α : Sort u} {b c : Prop} {_ : Decidable b} [Decidable c]
    {x : b → α} {u : c → α} {y : ¬b → α} {v : ¬c → α} (h₁ : b = c)
    (h₂ : (h : c) → x (h₁.mpr_prop h) = u h) (h₃ : (h : ¬c) → y (h₁.mpr_not h) = v h) :
    dite b x y = dite c u v := by
  subst h₁
  cases Decidable.em b with
  | inl h => rw [dif_pos h, dif_pos h]; exact h₂ h
  | inr h => rw [dif_neg h, dif_neg h]; exact h₃ h

@[simp] theorem ite_true (a b : α) : (if True then a else b) = a := rfl

@[simp] theorem ite_false (a b : α) : (if False then a else b) = b := rfl

@[simp] theorem dite_true {t : True → α} {e : ¬True → α} : dite True t e = t True.intro := rfl

@[simp] theorem dite_false {t : False → α} {e : ¬False → α} : dite False t e = e not_false := rfl

@[simp] theorem ite_self {d : Decidable c} (a : α) : ite c a a = a := by cases d <;> rfl

theorem ite_not (p : Prop) [Decidable p] (x y : α) : ite (¬p) x y = ite p y x := by
  by_cases h : p
  · rw [if_pos h, if_neg (not_not_intro h)]
  · rw [if_neg h, if_pos h]

theorem dite_not (P : Prop) [Decidable P] (x : ¬P → α) (y : ¬¬P → α) :
    dite (¬P) x y = dite P (fun h => y (not_not_intro h)) x := by
  by_cases h : P
  · rw [dif_pos h, dif_neg (not_not_intro h)]
  · rw [dif_neg h, dif_pos h]

attribute [simp] ite_not dite_not

theorem apply_ite (f : α → β) (P : Prop) [Decidable P] (x y : α) :
    f (ite P x y) = ite P (f x) (f y) := by
  by_cases h : P
  · rw [if_pos h, if_pos h]
  · rw [if_neg h, if_neg h]

theorem apply_dite (f : α → β) (P : Prop) [Decidable P] (x : P → α) (y : ¬P → α) :
    f (dite P x y) = dite P (fun h => f (x h)) (fun h => f (y h)) := by
  by_cases h : P
  · rw [dif_pos h, dif_pos h]
  · rw [dif_neg h, dif_neg h]

variable [Decidable c] {a b : α}

@[simp] theorem ite_eq_left_iff : ite c a b = a ↔ (¬c → b = a) := by
  by_cases h : c
  · rw [if_pos h]; exact ⟨fun _ h' => absurd h h', fun _ => rfl⟩
  · rw [if_neg h]; exact ⟨fun e _ => e, fun e => e h⟩

@[simp] theorem ite_eq_right_iff : ite c a b = b ↔ (c → a = b) := by
  by_cases h : c
  · rw [if_pos h]; exact ⟨fun e _ => e, fun e => e h⟩
  · rw [if_neg h]; exact ⟨fun _ h' => absurd h' h, fun _ => rfl⟩

theorem ite_eq_iff {x : α} : ite c a b = x ↔ c ∧ a = x ∨ ¬c ∧ b = x := by
  by_cases h : c
  · rw [if_pos h]; exact ⟨fun e => Or.inl ⟨h, e⟩, fun e => e.elim And.right (absurd h ·.1)⟩
  · rw [if_neg h]; exact ⟨fun e => Or.inr ⟨h, e⟩, fun e => e.elim (absurd ·.1 h) And.right⟩

theorem ite_eq_or_eq (c : Prop) [Decidable c] (a b : α) : ite c a b = a ∨ ite c a b = b := by
  by_cases h : c
  · exact Or.inl (if_pos h)
  · exact Or.inr (if_neg h)

end

/-! ## Conditionals of propositions -/

section
variable {p q r : Prop} [Decidable p]

theorem ite_prop_iff_or : (if p then q else r) ↔ (p ∧ q ∨ ¬p ∧ r) := by
  by_cases h : p
  · rw [if_pos h]; exact ⟨fun e => Or.inl ⟨h, e⟩, fun e => e.elim And.right (absurd h ·.1)⟩
  · rw [if_neg h]; exact ⟨fun e => Or.inr ⟨h, e⟩, fun e => e.elim (absurd ·.1 h) And.right⟩

theorem if_true_left : (if p then True else q) ↔ (¬p → q) := by
  by_cases h : p
  · rw [if_pos h]; exact ⟨fun _ h' => absurd h h', fun _ => trivial⟩
  · rw [if_neg h]; exact ⟨fun e _ => e, fun e => e h⟩

theorem if_true_right : (if p then q else True) ↔ (p → q) := by
  by_cases h : p
  · rw [if_pos h]; exact ⟨fun e _ => e, fun e => e h⟩
  · rw [if_neg h]; exact ⟨fun _ h' => absurd h' h, fun _ => trivial⟩

theorem if_false_left : (if p then False else q) ↔ ¬p ∧ q := by
  by_cases h : p
  · rw [if_pos h]; exact ⟨False.elim, fun e => e.1 h⟩
  · rw [if_neg h]; exact ⟨fun e => ⟨h, e⟩, And.right⟩

theorem if_false_right : (if p then q else False) ↔ p ∧ q := by
  by_cases h : p
  · rw [if_pos h]; exact ⟨fun e => ⟨h, e⟩, And.right⟩
  · rw [if_neg h]; exact ⟨False.elim, fun e => h e.1⟩

attribute [simp] if_true_left if_true_right if_false_left if_false_right

end
