prelude
import DeepTheory.Core.Nat.Definitions
/-! # Axioms -/
set_option autoImplicit false
set_option linter.all false
set_option bootstrap.inductiveCheckResultingUniverse false
universe u v w
/-! ## Constants used by rw / simp / split / match -/
def Bool.decEq (a b : Bool) : Decidable (Eq a b) :=
  match a, b with
  | false, false => isTrue rfl
  | false, true => isFalse (fun h => Bool.noConfusion h)
  | true, false => isFalse (fun h => Bool.noConfusion h)
  | true, true => isTrue rfl
instance instDecidableEqBool : DecidableEq Bool := Bool.decEq
@[macro_inline] def Eq.mp {α β : Sort u} (h : Eq α β) (a : α) : β := h.rec a
@[macro_inline] def Eq.mpr {α β : Sort u} (h : Eq α β) (b : β) : α := h.symm.rec b
theorem Iff.refl (a : Prop) : Iff a a := ⟨fun h => h, fun h => h⟩
protected theorem Iff.rfl {a : Prop} : Iff a a := Iff.refl a
theorem Iff.trans {a b c : Prop} (h₁ : Iff a b) (h₂ : Iff b c) : Iff a c := ⟨fun h => h₂.mp (h₁.mp h), fun h => h₁.mpr (h₂.mpr h)⟩
theorem Iff.symm {a b : Prop} (h : Iff a b) : Iff b a := ⟨h.mpr, h.mp⟩
attribute [refl] Iff.refl
attribute [symm] Iff.symm
axiom propext {a b : Prop} : (Iff a b) → Eq a b
theorem Eq.propIntro {a b : Prop} (h₁ : a → b) (h₂ : b → a) : Eq a b := propext ⟨h₁, h₂⟩
theorem Lean.injEq_helper {P Q R : Prop} (h : P → Q → R) : And P Q → R := fun a => h a.left a.right
axiom sorryAx (α : Sort u) (synthetic := false) : α
/-! injectivity theorems of the types declared before `Eq.propIntro` existed -/
gen_injective_theorems% Nat
gen_injective_theorems% Prod
gen_injective_theorems% PProd
gen_injective_theorems% Subtype
gen_injective_theorems% Sigma
gen_injective_theorems% PSigma
gen_injective_theorems% Sum
gen_injective_theorems% Option
gen_injective_theorems% List
attribute [simp] Prod.mk.injEq Option.some.injEq List.cons.injEq Subtype.mk.injEq
