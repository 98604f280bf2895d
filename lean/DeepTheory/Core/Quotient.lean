prelude
import DeepTheory.Core.Conditionals
/-!
# Function extensionality and quotients

`Quot` is part of the kernel (`init_quot` in `DeepTheory.Core.Logic`); together with `Quot.sound`
it gives function extensionality, on which `simp` under binders, `funext` and `ext` rest.

## Main definitions

* `Setoid`, `Quotient`, `Quotient.mk`, `Quotient.lift`, `Quotient.lift₂`
* `Equivalence`

## Main statements

* `funext`
* `Quot.ind`, `Quotient.ind`, `Quotient.sound`, `Quotient.exact`, `Quotient.inductionOn₂`
-/
set_option autoImplicit false
universe u v w

/-! ## Function extensionality -/

theorem funext {α : Sort u} {β : α → Sort v} {f g : (x : α) → β x} (h : ∀ x, f x = g x) :
    f = g :=
  let eqv (f g : (x : α) → β x) := ∀ x, f x = g x
  let extfunApp (f : Quot eqv) (x : α) : β x :=
    Quot.lift (fun f : (x : α) → β x => f x) (fun _ _ h => h x) f
  show extfunApp (Quot.mk eqv f) = extfunApp (Quot.mk eqv g) from
    congrArg extfunApp (Quot.sound h)

attribute [ext] funext propext

instance Pi.instSubsingleton {α : Sort u} {β : α → Sort v} [∀ a, Subsingleton (β a)] :
    Subsingleton (∀ a, β a) :=
  ⟨fun _ _ => funext fun _ => Subsingleton.elim _ _⟩

/-! ## Quotients by any relation -/

namespace Quot
variable {α : Sort u} {r : α → α → Prop}

protected theorem liftBeta {β : Sort v} (f : α → β) (c : ∀ a b, r a b → f a = f b) (a : α) :
    Quot.lift f c (Quot.mk r a) = f a := rfl

protected theorem indBeta {motive : Quot r → Prop} (p : (a : α) → motive (Quot.mk r a)) (a : α) :
    (Quot.ind p (Quot.mk r a) : motive (Quot.mk r a)) = p a := rfl

/-- A function on the quotient, with the class first. -/
protected abbrev liftOn {β : Sort v} (q : Quot r) (f : α → β)
    (c : (a b : α) → r a b → f a = f b) : β :=
  Quot.lift f c q

@[elab_as_elim]
protected theorem inductionOn {motive : Quot r → Prop} (q : Quot r)
    (h : (a : α) → motive (Quot.mk r a)) : motive q :=
  Quot.ind h q

theorem exists_rep (q : Quot r) : ∃ a : α, Quot.mk r a = q :=
  Quot.inductionOn q fun a => ⟨a, rfl⟩

variable {motive : Quot r → Sort v}

/-- The pair of a class and a value over it. -/
protected abbrev indep (f : (a : α) → motive (Quot.mk r a)) (a : α) : PSigma motive :=
  ⟨Quot.mk r a, f a⟩

protected theorem indepCoherent (f : (a : α) → motive (Quot.mk r a))
    (h : (a b : α) → (p : r a b) → Eq.ndrec (f a) (Quot.sound p) = f b) (a b : α) (p : r a b) :
    Quot.indep f a = Quot.indep f b := by
  have key : ∀ (x : Quot r) (e : Quot.mk r a = x) (y : motive x),
      Eq.ndrec (f a) e = y → Quot.indep f a = ⟨x, y⟩ := by
    intro x e y hy
    subst e
    cases hy
    rfl
  exact key _ (Quot.sound p) _ (h a b p)

protected theorem liftIndepPr1 (f : (a : α) → motive (Quot.mk r a))
    (h : (a b : α) → (p : r a b) → Eq.ndrec (f a) (Quot.sound p) = f b) (q : Quot r) :
    (Quot.lift (Quot.indep f) (Quot.indepCoherent f h) q).1 = q :=
  Quot.ind (β := fun q => (Quot.lift (Quot.indep f) (Quot.indepCoherent f h) q).1 = q)
    (fun _ => rfl) q

/-- A dependent function on the quotient. -/
@[elab_as_elim]
protected abbrev rec (f : (a : α) → motive (Quot.mk r a))
    (h : (a b : α) → (p : r a b) → Eq.ndrec (f a) (Quot.sound p) = f b) (q : Quot r) :
    motive q :=
  Eq.ndrecOn (Quot.liftIndepPr1 f h q)
    (Quot.lift (Quot.indep f) (Quot.indepCoherent f h) q).2

/-- A dependent function on the quotient, if there is only one. -/
@[elab_as_elim]
protected abbrev recOnSubsingleton [h : (a : α) → Subsingleton (motive (Quot.mk r a))]
    (q : Quot r) (f : (a : α) → motive (Quot.mk r a)) : motive q :=
  Quot.rec f (fun _ b _ => (h b).allEq _ (f b)) q

end Quot

/-! ## Quotients by an equivalence relation -/

/-- A relation is an equivalence relation. -/
structure Equivalence {α : Sort u} (r : α → α → Prop) : Prop where
  /-- It is reflexive. -/
  refl : ∀ x, r x x
  /-- It is symmetric. -/
  symm : ∀ {x y}, r x y → r y x
  /-- It is transitive. -/
  trans : ∀ {x y z}, r x y → r y z → r x z

/-- A type with an equivalence relation. -/
class Setoid (α : Sort u) where
  /-- The relation. -/
  r : α → α → Prop
  /-- It is an equivalence relation. -/
  iseqv : Equivalence r

instance instHasEquivOfSetoid {α : Sort u} [Setoid α] : HasEquiv α := ⟨Setoid.r⟩

namespace Setoid
variable {α : Sort u} [Setoid α]

theorem refl (a : α) : a ≈ a := iseqv.refl a

theorem symm {a b : α} (hab : a ≈ b) : b ≈ a := iseqv.symm hab

theorem trans {a b c : α} (hab : a ≈ b) (hbc : b ≈ c) : a ≈ c := iseqv.trans hab hbc

end Setoid

/-- The quotient by an equivalence relation. -/
def Quotient {α : Sort u} (s : Setoid α) := @Quot α Setoid.r

namespace Quotient

/-- The class of an element. -/
@[inline] protected def mk {α : Sort u} (s : Setoid α) (a : α) : Quotient s :=
  Quot.mk Setoid.r a

/-- The class of an element, for the relation that instance search finds. -/
protected def mk' {α : Sort u} [s : Setoid α] (a : α) : Quotient s := Quotient.mk s a

section
variable {α : Sort u} {s : Setoid α} {β : Sort v}

theorem sound {a b : α} : a ≈ b → Quotient.mk s a = Quotient.mk s b := Quot.sound

/-- A function on the quotient. -/
protected abbrev lift (f : α → β) : ((a b : α) → a ≈ b → f a = f b) → Quotient s → β :=
  Quot.lift f

protected theorem ind {motive : Quotient s → Prop} :
    ((a : α) → motive (Quotient.mk s a)) → (q : Quotient s) → motive q :=
  Quot.ind

/-- A function on the quotient, with the class first. -/
protected abbrev liftOn (q : Quotient s) (f : α → β) (c : (a b : α) → a ≈ b → f a = f b) : β :=
  Quot.liftOn q f c

@[elab_as_elim]
protected theorem inductionOn {motive : Quotient s → Prop} (q : Quotient s)
    (h : (a : α) → motive (Quotient.mk s a)) : motive q :=
  Quot.inductionOn q h

theorem exists_rep (q : Quotient s) : ∃ a : α, Quotient.mk s a = q := Quot.exists_rep q

theorem exact {a b : α} (h : Quotient.mk s a = Quotient.mk s b) : a ≈ b := by
  let related (q : Quotient s) : Prop :=
    Quotient.lift (fun x => a ≈ x) (fun x y hxy => propext
      ⟨fun hx => Setoid.trans hx hxy, fun hy => Setoid.trans hy (Setoid.symm hxy)⟩) q
  have start : related (Quotient.mk s a) := Setoid.refl a
  exact (h ▸ start : related (Quotient.mk s b))

theorem eq_iff {a b : α} : Quotient.mk s a = Quotient.mk s b ↔ a ≈ b := ⟨exact, sound⟩

end

section
variable {α : Sort u} {β : Sort v} {φ : Sort w} {s₁ : Setoid α} {s₂ : Setoid β}

/-- A function of two classes. -/
protected abbrev lift₂ (f : α → β → φ)
    (c : (a₁ : α) → (b₁ : β) → (a₂ : α) → (b₂ : β) → a₁ ≈ a₂ → b₁ ≈ b₂ → f a₁ b₁ = f a₂ b₂)
    (q₁ : Quotient s₁) (q₂ : Quotient s₂) : φ :=
  Quotient.lift (fun a₁ => Quotient.lift (f a₁) (fun a b => c a₁ a a₁ b (Setoid.refl a₁)) q₂)
    (fun a b h => Quotient.inductionOn (motive := fun q =>
      Quotient.lift (f a) (fun a₁ b => c a a₁ a b (Setoid.refl a)) q
        = Quotient.lift (f b) (fun a₁ b₁ => c b a₁ b b₁ (Setoid.refl b)) q) q₂
      fun x => c a x b x h (Setoid.refl x)) q₁

/-- A function of two classes, with the classes first. -/
protected abbrev liftOn₂ (q₁ : Quotient s₁) (q₂ : Quotient s₂) (f : α → β → φ)
    (c : (a₁ : α) → (b₁ : β) → (a₂ : α) → (b₂ : β) → a₁ ≈ a₂ → b₁ ≈ b₂ → f a₁ b₁ = f a₂ b₂) : φ :=
  Quotient.lift₂ f c q₁ q₂

@[elab_as_elim]
protected theorem ind₂ {motive : Quotient s₁ → Quotient s₂ → Prop}
    (h : (a : α) → (b : β) → motive (Quotient.mk s₁ a) (Quotient.mk s₂ b)) (q₁ : Quotient s₁)
    (q₂ : Quotient s₂) : motive q₁ q₂ :=
  Quotient.inductionOn q₁ fun a => Quotient.inductionOn q₂ fun b => h a b

@[elab_as_elim]
protected theorem inductionOn₂ {motive : Quotient s₁ → Quotient s₂ → Prop} (q₁ : Quotient s₁)
    (q₂ : Quotient s₂) (h : (a : α) → (b : β) → motive (Quotient.mk s₁ a) (Quotient.mk s₂ b)) :
    motive q₁ q₂ :=
  Quotient.ind₂ h q₁ q₂

end

@[elab_as_elim]
protected theorem inductionOn₃ {α : Sort u} {β : Sort v} {φ : Sort w} {s₁ : Setoid α}
    {s₂ : Setoid β} {s₃ : Setoid φ} {motive : Quotient s₁ → Quotient s₂ → Quotient s₃ → Prop}
    (q₁ : Quotient s₁) (q₂ : Quotient s₂) (q₃ : Quotient s₃)
    (h : (a : α) → (b : β) → (c : φ) →
      motive (Quotient.mk s₁ a) (Quotient.mk s₂ b) (Quotient.mk s₃ c)) :
    motive q₁ q₂ q₃ :=
  Quotient.inductionOn q₁ fun a => Quotient.inductionOn q₂ fun b =>
    Quotient.inductionOn q₃ fun c => h a b c

instance decidableEq {α : Sort u} {s : Setoid α} [d : ∀ a b : α, Decidable (a ≈ b)] :
    DecidableEq (Quotient s) := fun q₁ q₂ =>
  Quot.rec (motive := fun q => Decidable (q = q₂))
    (fun a => Quot.rec (motive := fun q => Decidable (Quot.mk _ a = q))
      (fun b => match d a b with
        | isTrue h => isTrue (Quotient.sound h)
        | isFalse h => isFalse fun h' => h (Quotient.exact h'))
      (fun _ _ _ => Subsingleton.elim _ _) q₂)
    (fun _ _ _ => Subsingleton.elim _ _) q₁

end Quotient
