prelude
import DeepTheory.Core.Bindings
/-!
# Monads: the instances

The monads of `DeepTheory.Core.Monad.Classes`, as in core Lean. Macros, quotations and unexpanders
run in `ReaderT` over `EStateM`; `do` notation works in all of them.

## Main definitions

* instances of `Monad` for `Id`, `Option`, `Except`, `ReaderT`, `StateT`, `ExceptT`, `OptionT`,
  `EStateM`
* instances of `MonadLift`, `MonadExceptOf`, `MonadReaderOf`, `MonadStateOf`, `Alternative`
* `ForIn` for lists and arrays
-/
set_option autoImplicit false
universe u v w u₁ u₂ u₃

/-! ## Without transformers -/

@[always_inline] instance Id.instMonad : Monad Id where
  pure x := x
  bind x f := f x
  map f x := f x

/-- The value of the option, or the default. -/
def Option.getD {α : Type u} (opt : Option α) (dflt : α) : α :=
  match opt with
  | some x => x
  | none => dflt

/-- Applies a function to the value, if there is one. -/
@[inline] protected def Option.map {α : Type u} {β : Type v} (f : α → β) :
    Option α → Option β
  | some x => some (f x)
  | none => none

/-- Continues with the value, if there is one. -/
@[inline] protected def Option.bind {α : Type u} {β : Type v} :
    Option α → (α → Option β) → Option β
  | none, _ => none
  | some a, f => f a

/-- The second option if the first is empty. -/
@[macro_inline] protected def Option.orElse {α : Type u} :
    Option α → (Unit → Option α) → Option α
  | some a, _ => some a
  | none, b => b ()

instance instMonadOption : Monad Option where
  pure := Option.some
  bind := Option.bind
  map := Option.map

instance instAlternativeOption : Alternative Option where
  failure := Option.none
  orElse := Option.orElse

instance : MonadExceptOf Unit Option where
  throw _ := Option.none
  tryCatch x handle := match x with
    | some a => some a
    | none => handle ()

namespace Except
variable {ε : Type u}

/-- Applies a function to the value. -/
@[always_inline, inline]
protected def map {α : Type v} {β : Type w} (f : α → β) : Except ε α → Except ε β
  | .error err => .error err
  | .ok v => .ok (f v)

/-- Continues with the value. -/
@[always_inline, inline]
protected def bind {α : Type v} {β : Type w} (ma : Except ε α) (f : α → Except ε β) :
    Except ε β :=
  match ma with
  | .error err => .error err
  | .ok v => f v

@[always_inline] instance instMonad : Monad (Except ε) where
  pure := Except.ok
  bind := Except.bind
  map := Except.map

instance : MonadExceptOf ε (Except.{u, v} ε) where
  throw := Except.error
  tryCatch body handler := match body with
    | .error e => handler e
    | .ok a => .ok a

end Except

/-! ## Readers -/

namespace ReaderT
variable {ρ : Type u} {m : Type u → Type v}

@[always_inline] instance [Monad m] : Monad (ReaderT ρ m) where
  pure a := fun _ => pure a
  bind x f := fun r => bind (x r) (fun a => f a r)
  map f x := fun r => Functor.map f (x r)

instance : MonadLift m (ReaderT ρ m) where
  monadLift x := fun _ => x

@[always_inline] instance {ε : Type w} [MonadExceptOf ε m] : MonadExceptOf ε (ReaderT ρ m) where
  throw e := fun _ => throwThe ε e
  tryCatch x c := fun r => tryCatchThe ε (x r) (fun e => c e r)

@[always_inline] instance [Monad m] [Alternative m] : Alternative (ReaderT ρ m) where
  failure := fun _ => failure
  orElse x y := fun r => Alternative.orElse (x r) (fun _ => y () r)

instance [Monad m] : MonadReaderOf ρ (ReaderT ρ m) where
  read := ReaderT.read

instance : MonadWithReaderOf ρ (ReaderT ρ m) where
  withReader f x := fun r => x (f r)

end ReaderT

instance instMonadReaderOfMonadReaderOf (ρ : Type u) (m : Type u → Type v) [MonadReaderOf ρ m] :
    MonadReader ρ m where
  read := readThe ρ

instance {ρ : Type u} {m : Type u → Type v} {n : Type u → Type w} [MonadLift m n]
    [MonadReaderOf ρ m] : MonadReaderOf ρ n where
  read := liftM (m := m) MonadReaderOf.read

instance instMonadWithReaderOfMonadWithReaderOf (ρ : Type u) (m : Type u → Type v)
    [MonadWithReaderOf ρ m] : MonadWithReader ρ m where
  withReader := withTheReader ρ

instance {ρ σ : Type u} {m : Type u → Type v} [MonadWithReaderOf ρ m] :
    MonadWithReaderOf ρ (ReaderT σ m) where
  withReader f x := fun ctx => withTheReader ρ f (x ctx)

/-! ## States -/

namespace StateT
variable {σ : Type u} {m : Type u → Type v}

/-- Runs the computation from a state and forgets the last state. -/
@[always_inline, inline]
def run' [Functor m] {α : Type u} (x : StateT σ m α) (s : σ) : m α :=
  Functor.map (·.1) (x s)

@[always_inline] instance [Monad m] : Monad (StateT σ m) where
  pure a := fun s => pure (a, s)
  bind x f := fun s => bind (x s) (fun p => f p.1 p.2)
  map f x := fun s => bind (x s) (fun p => pure (f p.1, p.2))

@[always_inline] instance [Monad m] : MonadStateOf σ (StateT σ m) where
  get := fun s => pure (s, s)
  set s := fun _ => pure (⟨⟩, s)
  modifyGet f := fun s => pure (f s)

instance [Monad m] : MonadLift m (StateT σ m) where
  monadLift x := fun s => bind x (fun a => pure (a, s))

@[always_inline] instance {ε : Type w} [MonadExceptOf ε m] : MonadExceptOf ε (StateT σ m) where
  throw e := fun _ => throwThe ε e
  tryCatch x c := fun s => tryCatchThe ε (x s) (fun e => c e s)

@[always_inline] instance [Monad m] [Alternative m] : Alternative (StateT σ m) where
  failure := fun _ => failure
  orElse x y := fun s => Alternative.orElse (x s) (fun _ => y () s)

end StateT

instance instMonadStateOfMonadStateOf (σ : Type u) (m : Type u → Type v) [MonadStateOf σ m] :
    MonadState σ m where
  get := getThe σ
  set := MonadStateOf.set
  modifyGet f := MonadStateOf.modifyGet f

instance {σ : Type u} {m : Type u → Type v} {n : Type u → Type w} [MonadLift m n]
    [MonadStateOf σ m] : MonadStateOf σ n where
  get := liftM (m := m) MonadStateOf.get
  set s := liftM (m := m) (MonadStateOf.set s)
  modifyGet f := liftM (m := m) (MonadStateOf.modifyGet f)

/-! ## Exceptions and failure -/

namespace ExceptT
variable {ε : Type u} {m : Type u → Type v}

@[always_inline] instance [Monad m] : Monad (ExceptT ε m) where
  pure a := ExceptT.mk (pure (Except.ok a))
  bind x f := ExceptT.mk (bind (ExceptT.run x) (fun r => match r with
    | .ok a => f a
    | .error e => pure (.error e)))
  map f x := ExceptT.mk (bind (ExceptT.run x) (fun r => match r with
    | .ok a => pure (.ok (f a))
    | .error e => pure (.error e)))

/-- A computation of the monad below. -/
@[always_inline, inline]
protected def lift [Monad m] {α : Type u} (t : m α) : ExceptT ε m α :=
  ExceptT.mk (bind t (fun a => pure (Except.ok a)))

instance [Monad m] : MonadLift m (ExceptT ε m) := ⟨ExceptT.lift⟩

@[always_inline] instance [Monad m] : MonadLift (Except ε) (ExceptT ε m) :=
  ⟨fun e => ExceptT.mk (pure e)⟩

@[always_inline] instance [Monad m] : MonadExceptOf ε (ExceptT ε m) where
  throw e := ExceptT.mk (pure (Except.error e))
  tryCatch ma handle := ExceptT.mk (bind (ExceptT.run ma) (fun res => match res with
    | .ok a => pure (.ok a)
    | .error e => handle e))

end ExceptT

@[always_inline]
instance {m : Type u → Type v} {ε₁ ε₂ : Type u} [MonadExceptOf ε₁ m] :
    MonadExceptOf ε₁ (ExceptT ε₂ m) where
  throw e := ExceptT.mk (throwThe ε₁ e)
  tryCatch x handle := ExceptT.mk (tryCatchThe ε₁ (ExceptT.run x) handle)

namespace OptionT
variable {m : Type u → Type v}

@[always_inline] instance [Monad m] : Monad (OptionT m) where
  pure a := OptionT.mk (pure (some a))
  bind x f := OptionT.mk (bind (OptionT.run x) (fun r => match r with
    | some a => f a
    | none => pure none))

@[always_inline] instance [Monad m] : Alternative (OptionT m) where
  failure := OptionT.mk (pure none)
  orElse x y := OptionT.mk (bind (OptionT.run x) (fun r => match r with
    | some a => pure (some a)
    | none => y ()))

/-- A computation of the monad below. -/
@[always_inline, inline]
protected def lift [Monad m] {α : Type u} (x : m α) : OptionT m α :=
  OptionT.mk (bind x (fun a => pure (some a)))

instance [Monad m] : MonadLift m (OptionT m) := ⟨OptionT.lift⟩

end OptionT

/-! ## States with exceptions -/

namespace EStateM
variable {ε σ : Type u}

@[always_inline] instance instMonad : Monad (EStateM ε σ) where
  pure a := fun s => .ok a s
  bind x f := fun s => match x s with
    | .ok a s => f a s
    | .error e s => .error e s
  map f x := fun s => match x s with
    | .ok a s => .ok (f a) s
    | .error e s => .error e s

instance : MonadExceptOf ε (EStateM ε σ) where
  throw e := fun s => .error e s
  tryCatch x h := fun s => match x s with
    | .error e s => h e s
    | .ok a s => .ok a s

instance : MonadStateOf σ (EStateM ε σ) where
  get := fun s => .ok s s
  set s := fun _ => .ok ⟨⟩ s
  modifyGet f := fun s => .ok (f s).1 (f s).2

end EStateM

/-! ## Early returns -/

/-- Returns early. -/
@[always_inline, inline]
abbrev EarlyReturnT.return {ρ : Type u} {m : Type u → Type v} {α : Type u} [Monad m] (r : ρ) :
    EarlyReturnT ρ m α :=
  throw r

/-- Leaves the loop. -/
@[always_inline, inline]
abbrev BreakT.break {m : Type u → Type v} {α : Type u} [Monad m] : BreakT m α :=
  failure

/-- Leaves the loop body. -/
@[always_inline, inline]
abbrev ContinueT.continue {m : Type u → Type v} {α : Type u} [Monad m] : ContinueT m α :=
  failure

/-! ## Functions on monads -/

/-- Applies a function inside, with the arguments reversed: `x <&> f`. -/
@[macro_inline] def Functor.mapRev {f : Type u → Type v} [Functor f] {α β : Type u} :
    f α → (α → β) → f β :=
  fun a f => Functor.map f a

/-- Forgets the value. -/
@[always_inline, inline]
def Functor.discard {f : Type u → Type v} {α : Type u} [Functor f] (x : f α) : f PUnit :=
  Functor.mapConst PUnit.unit x

/-- Composition of computations with arguments: `f >=> g`. -/
@[always_inline, inline]
def Bind.kleisliRight {α : Type u} {m : Type v → Type w} {β γ : Type v} [Bind m] (f₁ : α → m β)
    (f₂ : β → m γ) (a : α) : m γ :=
  bind (f₁ a) f₂

/-- Composition of computations with arguments: `g <=< f`. -/
@[always_inline, inline]
def Bind.kleisliLeft {α : Type u} {m : Type v → Type w} {β γ : Type v} [Bind m] (f₂ : β → m γ)
    (f₁ : α → m β) (a : α) : m γ :=
  bind (f₁ a) f₂

/-- `bind` with the arguments reversed: `f =<< x`. -/
@[always_inline, inline]
def Bind.bindLeft {α : Type u} {m : Type u → Type v} {β : Type u} [Bind m] (f : α → m β)
    (ma : m α) : m β :=
  bind ma f

/-- Runs the computation if the proposition holds. -/
@[macro_inline] def guard {f : Type → Type v} [Alternative f] (p : Prop) [Decidable p] : f Unit :=
  if p then pure () else failure

/-! ## Loops -/

/-- The value at the end of a step of a loop. -/
@[inline] def ForInStep.value {α : Type u} : ForInStep α → α
  | .done a => a
  | .yield a => a

/-- Runs the body on the elements of a list until it is done. -/
@[specialize]
protected def List.forIn {m : Type u → Type v} {α : Type w} {β : Type u} [Monad m] :
    (as : List α) → (init : β) → (f : α → β → m (ForInStep β)) → m β
  | [], b, _ => pure b
  | a :: as, b, f => bind (f a b) fun r => match r with
    | .done b => pure b
    | .yield b => List.forIn as b f

instance List.instForIn {m : Type u → Type v} {α : Type w} [Monad m] : ForIn m (List α) α where
  forIn := List.forIn

instance Array.instForIn {m : Type u → Type v} {α : Type w} [Monad m] :
    ForIn m (Array α) α where
  forIn xs := List.forIn xs.toList
