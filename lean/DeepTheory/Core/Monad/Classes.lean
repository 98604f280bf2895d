prelude
import DeepTheory.Core.Literals
/-!
# Monads: the classes and the transformers

`do` notation, syntax quotations and the macros of native code are written against these classes.
This file has the types and classes, without notation; the instances follow in
`DeepTheory.Core.Monad.Instances`.

## Main definitions

* `Functor`, `Pure`, `Seq`, `Applicative`, `Bind`, `Monad`, `Alternative`
* `Except`, `ReaderT`, `StateT`, `ExceptT`, `OptionT`, `EStateM`, `Id`
* `MonadLift`, `MonadLiftT`, `MonadExcept`, `MonadReader`, `MonadState` and their `Of` variants
* `ForIn`, `ForInStep`: what `for x in xs do` means
* `DoResultPR`, ..., `EarlyReturnT`, `BreakT`, `ContinueT`: how `return`, `break` and `continue`
  leave nested `do` blocks
-/
set_option autoImplicit false
universe u v w u₁ u₂

/-! ## Functors and monads -/

/-- Functors: `f <$> x`. -/
class Functor (f : Type u → Type v) : Type (max (u+1) v) where
  /-- Applies a function inside. -/
  map : {α β : Type u} → (α → β) → f α → f β
  /-- Replaces the value inside. -/
  mapConst : {α β : Type u} → α → f β → f α := Function.comp map (Function.const _)

/-- The operation `pure`. -/
class Pure (f : Type u → Type v) where
  /-- A value without effects. -/
  pure {α : Type u} : α → f α

export Pure (pure)

/-- The operation `f <*> x`. -/
class Seq (f : Type u → Type v) : Type (max (u+1) v) where
  /-- Applies a function inside to a value inside. -/
  seq : {α β : Type u} → f (α → β) → (Unit → f α) → f β

/-- The operation `x <* y`. -/
class SeqLeft (f : Type u → Type v) : Type (max (u+1) v) where
  /-- Both in turn, with the value of the first. -/
  seqLeft : {α β : Type u} → f α → (Unit → f β) → f α

/-- The operation `x *> y`. -/
class SeqRight (f : Type u → Type v) : Type (max (u+1) v) where
  /-- Both in turn, with the value of the second. -/
  seqRight : {α β : Type u} → f α → (Unit → f β) → f β

/-- Applicative functors. -/
class Applicative (f : Type u → Type v) extends
    Functor f, Pure f, Seq f, SeqLeft f, SeqRight f where
  map := fun x y => Seq.seq (pure x) fun _ => y
  seqLeft := fun a b => Seq.seq (Functor.map (Function.const _) a) b
  seqRight := fun a b => Seq.seq (Functor.map (Function.const _ id) a) b

/-- The operation `x >>= f`. -/
class Bind (m : Type u → Type v) where
  /-- The first computation, then the one that its value gives. -/
  bind : {α β : Type u} → m α → (α → m β) → m β

export Bind (bind)

/-- Monads. -/
class Monad (m : Type u → Type v) : Type (max (u+1) v) extends Applicative m, Bind m where
  map := fun f x => bind x (Function.comp pure f)
  seq := fun f x => bind f fun y => Functor.map y (x ())
  seqLeft := fun x y => bind x fun a => bind (y ()) (fun _ => pure a)
  seqRight := fun x y => bind x fun _ => y ()

/-- Applicative functors with failure. -/
class Alternative (f : Type u → Type v) : Type (max (u+1) v) extends Applicative f where
  /-- The computation that fails. -/
  failure : {α : Type u} → f α
  /-- The second computation if the first fails. -/
  orElse : {α : Type u} → f α → (Unit → f α) → f α

export Alternative (failure)

instance instOrElseOfAlternative {f : Type u → Type v} {α : Type u} [Alternative f] :
    OrElse (f α) :=
  ⟨Alternative.orElse⟩

instance {α : Type u} {m : Type u → Type v} [Monad m] : Inhabited (α → m α) where
  default := pure

instance instInhabitedOfMonad {α : Type u} {m : Type u → Type v} [Inhabited α] [Monad m] :
    Inhabited (m α) where
  default := pure default

/-! ## Lifting -/

/-- Computations of `m` as computations of `n`, one step. -/
class MonadLift (m : semiOutParam (Type u → Type v)) (n : Type u → Type w) where
  /-- The computation in the other monad. -/
  monadLift : {α : Type u} → m α → n α

/-- Computations of `m` as computations of `n`, any number of steps. -/
class MonadLiftT (m : Type u → Type v) (n : Type u → Type w) where
  /-- The computation in the other monad. -/
  monadLift : {α : Type u} → m α → n α

export MonadLiftT (monadLift)

/-- The computation in the other monad. -/
@[reducible] def liftM {m : Type u → Type v} {n : Type u → Type w} [MonadLiftT m n]
    {α : Type u} : m α → n α :=
  @monadLift m n _ α

@[always_inline]
instance {m : Type u → Type u₁} {n : Type u → Type u₂} {o : Type u → Type w} [MonadLift n o]
    [MonadLiftT m n] : MonadLiftT m o where
  monadLift x := MonadLift.monadLift (m := n) (monadLift x)

instance {m : Type u → Type v} : MonadLiftT m m where
  monadLift x := x

/-! ## Exceptions -/

/-- A value or an error. -/
inductive Except (ε : Type u) (α : Type v) where
  /-- An error. -/
  | error : ε → Except ε α
  /-- A value. -/
  | ok : α → Except ε α

/-- Monads with exceptions of several types. -/
class MonadExceptOf (ε : semiOutParam (Type u)) (m : Type v → Type w) where
  /-- Ends with an exception. -/
  throw {α : Type v} : ε → m α
  /-- Continues with the handler after an exception. -/
  tryCatch {α : Type v} (body : m α) (handler : ε → m α) : m α

/-- `throw` with the type of the exception given. -/
abbrev throwThe (ε : Type u) {m : Type v → Type w} [MonadExceptOf ε m] {α : Type v} (e : ε) :
    m α :=
  MonadExceptOf.throw e

/-- `tryCatch` with the type of the exception given. -/
abbrev tryCatchThe (ε : Type u) {m : Type v → Type w} [MonadExceptOf ε m] {α : Type v} (x : m α)
    (handle : ε → m α) : m α :=
  MonadExceptOf.tryCatch x handle

/-- Monads with exceptions. -/
class MonadExcept (ε : outParam (Type u)) (m : Type v → Type w) where
  /-- Ends with an exception. -/
  throw {α : Type v} : ε → m α
  /-- Continues with the handler after an exception. -/
  tryCatch {α : Type v} : (body : m α) → (handler : ε → m α) → m α

export MonadExcept (throw tryCatch)

instance instMonadExceptOfMonadExceptOf (ε : Type u) (m : Type v → Type w) [MonadExceptOf ε m] :
    MonadExcept ε m where
  throw := throwThe ε
  tryCatch := tryCatchThe ε

namespace MonadExcept
variable {ε : Type u} {m : Type v → Type w} [MonadExcept ε m] {α : Type v}

/-- The second computation if the first ends with an exception. -/
@[inline] protected def orElse (t₁ : m α) (t₂ : Unit → m α) : m α :=
  tryCatch t₁ fun _ => t₂ ()

instance : OrElse (m α) where
  orElse := MonadExcept.orElse

end MonadExcept

/-! ## Readers and states -/

/-- Computations that read a value. -/
def ReaderT (ρ : Type u) (m : Type u → Type v) (α : Type u) : Type (max u v) :=
  (a : @&ρ) → m α

/-- Runs the computation with the value. -/
@[always_inline, inline]
def ReaderT.run {ρ : Type u} {m : Type u → Type v} {α : Type u} (x : ReaderT ρ m α) (r : ρ) :
    m α :=
  x r

/-- The value that is read. -/
@[always_inline, inline]
protected def ReaderT.read {ρ : Type u} {m : Type u → Type v} [Monad m] : ReaderT ρ m ρ :=
  pure

/-- Monads that read values of several types. -/
class MonadReaderOf (ρ : semiOutParam (Type u)) (m : Type u → Type v) where
  /-- The value that is read. -/
  read : m ρ

/-- `read` with the type given. -/
@[always_inline, inline]
def readThe (ρ : Type u) {m : Type u → Type v} [MonadReaderOf ρ m] : m ρ :=
  MonadReaderOf.read

/-- Monads that read a value. -/
class MonadReader (ρ : outParam (Type u)) (m : Type u → Type v) where
  /-- The value that is read. -/
  read : m ρ

export MonadReader (read)

/-- Monads that change values of several types for a part of the computation. -/
class MonadWithReaderOf (ρ : semiOutParam (Type u)) (m : Type u → Type v) where
  /-- The computation with a changed value. -/
  withReader {α : Type u} : (ρ → ρ) → m α → m α

/-- `withReader` with the type given. -/
@[always_inline, inline]
def withTheReader (ρ : Type u) {m : Type u → Type v} [MonadWithReaderOf ρ m] {α : Type u}
    (f : ρ → ρ) (x : m α) : m α :=
  MonadWithReaderOf.withReader f x

/-- Monads that change the value for a part of the computation. -/
class MonadWithReader (ρ : outParam (Type u)) (m : Type u → Type v) where
  /-- The computation with a changed value. -/
  withReader {α : Type u} : (ρ → ρ) → m α → m α

export MonadWithReader (withReader)

/-- Monads with states of several types. -/
class MonadStateOf (σ : semiOutParam (Type u)) (m : Type u → Type v) where
  /-- The state. -/
  get : m σ
  /-- Replaces the state. -/
  set : σ → m PUnit
  /-- Changes the state and returns a value. -/
  modifyGet {α : Type u} : (σ → Prod α σ) → m α

export MonadStateOf (set)

/-- `get` with the type given. -/
abbrev getThe (σ : Type u) {m : Type u → Type v} [MonadStateOf σ m] : m σ :=
  MonadStateOf.get

/-- `modify` with the type given. -/
@[always_inline, inline]
abbrev modifyThe (σ : Type u) {m : Type u → Type v} [MonadStateOf σ m] (f : σ → σ) : m PUnit :=
  MonadStateOf.modifyGet fun s => (Prod.mk PUnit.unit (f s))

/-- Monads with a state. -/
class MonadState (σ : outParam (Type u)) (m : Type u → Type v) where
  /-- The state. -/
  get : m σ
  /-- Replaces the state. -/
  set : σ → m PUnit
  /-- Changes the state and returns a value. -/
  modifyGet {α : Type u} : (σ → Prod α σ) → m α

export MonadState (get modifyGet)

/-- Changes the state. -/
@[always_inline, inline]
def modify {σ : Type u} {m : Type u → Type v} [MonadState σ m] (f : σ → σ) : m PUnit :=
  modifyGet fun s => (Prod.mk PUnit.unit (f s))

/-- Computations with a state. -/
def StateT (σ : Type u) (m : Type u → Type v) (α : Type u) : Type (max u v) :=
  σ → m (Prod α σ)

/-- Runs the computation from a state. -/
@[always_inline, inline]
def StateT.run {σ : Type u} {m : Type u → Type v} {α : Type u} (x : StateT σ m α) (s : σ) :
    m (Prod α σ) :=
  x s

/-- Computations with exceptions. -/
def ExceptT (ε : Type u) (m : Type u → Type v) (α : Type u) : Type v :=
  m (Except ε α)

/-- A computation whose value is a result or an error, as one with exceptions. -/
@[always_inline, inline]
def ExceptT.mk {ε : Type u} {m : Type u → Type v} {α : Type u} (x : m (Except ε α)) :
    ExceptT ε m α :=
  x

/-- The result or the error. -/
@[always_inline, inline]
def ExceptT.run {ε : Type u} {m : Type u → Type v} {α : Type u} (x : ExceptT ε m α) :
    m (Except ε α) :=
  x

/-- Computations that can fail. -/
def OptionT (m : Type u → Type v) (α : Type u) : Type v :=
  m (Option α)

/-- A computation whose value is optional, as one that can fail. -/
@[always_inline, inline]
protected def OptionT.mk {m : Type u → Type v} {α : Type u} (x : m (Option α)) : OptionT m α :=
  x

/-- The optional result. -/
@[always_inline, inline]
def OptionT.run {m : Type u → Type v} {α : Type u} (x : OptionT m α) : m (Option α) :=
  x

/-- The monad without effects. -/
def Id (type : Type u) : Type u := type

/-- The value of a computation without effects. -/
@[always_inline, inline]
protected def Id.run {α : Type u} (x : Id α) : α := x

/-- Computations with a state, without other effects. -/
@[reducible] def StateM (σ α : Type u) : Type u := StateT σ Id α

namespace EStateM

/-- The result of a computation with a state and exceptions. -/
inductive Result (ε σ α : Type u) where
  /-- A value and the new state. -/
  | ok : α → σ → Result ε σ α
  /-- An error and the new state. -/
  | error : ε → σ → Result ε σ α

end EStateM

/-- Computations with a state and exceptions. The macro monad of native code is of this form. -/
def EStateM (ε σ α : Type u) := σ → EStateM.Result ε σ α

/-! ## Loops and jumps -/

/-- How a step of a loop ends. -/
inductive ForInStep (α : Type u) where
  /-- The loop ends. -/
  | done : α → ForInStep α
  /-- The loop goes on. -/
  | yield : α → ForInStep α

/-- The meaning of `for x in xs do`. -/
class ForIn (m : Type u₁ → Type u₂) (ρ : Type u) (α : outParam (Type v)) where
  /-- Runs the body on every element. -/
  forIn {β : Type u₁} (xs : ρ) (b : β) (f : α → β → m (ForInStep β)) : m β

export ForIn (forIn)

/-- The meaning of `for h : x in xs do`. -/
class ForIn' (m : Type u₁ → Type u₂) (ρ : Type u) (α : outParam (Type v))
    (d : outParam (Membership α ρ)) where
  /-- Runs the body on every element, with the proof that it is an element. -/
  forIn' {β : Type u₁} (x : ρ) (b : β) (f : (a : α) → Membership.mem x a → β → m (ForInStep β)) :
    m β

export ForIn' (forIn')

/-- Result of a `do` block with `pure`, `return`, `break` and `continue`. -/
inductive DoResultPRBC (α β σ : Type u) where
  /-- It ends with a value. -/
  | pure : α → σ → DoResultPRBC α β σ
  /-- It returns. -/
  | return : β → σ → DoResultPRBC α β σ
  /-- It breaks. -/
  | break : σ → DoResultPRBC α β σ
  /-- It continues. -/
  | continue : σ → DoResultPRBC α β σ

/-- Result of a `do` block with `pure` and `return`. -/
inductive DoResultPR (α β σ : Type u) where
  /-- It ends with a value. -/
  | pure : α → σ → DoResultPR α β σ
  /-- It returns. -/
  | return : β → σ → DoResultPR α β σ

/-- Result of a `do` block with `break` and `continue`. -/
inductive DoResultBC (σ : Type u) where
  /-- It breaks. -/
  | break : σ → DoResultBC σ
  /-- It continues. -/
  | continue : σ → DoResultBC σ

/-- Result of a `do` block with `return`, `break` and `continue`. -/
inductive DoResultSBC (α σ : Type u) where
  /-- It ends with a value or returns. -/
  | pureReturn : α → σ → DoResultSBC α σ
  /-- It breaks. -/
  | break : σ → DoResultSBC α σ
  /-- It continues. -/
  | continue : σ → DoResultSBC α σ

/-- Computations that may return early. -/
abbrev EarlyReturnT (ρ : Type u) (m : Type u → Type v) (α : Type u) := ExceptT ρ m α

/-- The case distinction after a computation that may return early. -/
@[always_inline, inline]
abbrev EarlyReturn.runK {ρ α : Type u} {β : Type v} (x : Except ρ α) (ret : ρ → β)
    (pure : α → β) : β :=
  x.casesOn ret pure

/-- Loop bodies that may break. -/
abbrev BreakT (m : Type u → Type v) (α : Type u) := OptionT m α

/-- The case distinction after a loop body that may break. -/
@[always_inline, inline]
abbrev Break.runK {α : Type u} {β : Type v} (x : Option α) (breakK : Unit → β)
    (successK : α → β) : β :=
  match x with
  | some a => successK a
  | none => breakK ()

/-- Loop bodies that may continue. -/
abbrev ContinueT (m : Type u → Type v) (α : Type u) := OptionT m α

/-- The case distinction after a loop body that may continue. -/
@[always_inline, inline]
abbrev Continue.runK {α : Type u} {β : Type v} (x : Option α) (continueK : Unit → β)
    (successK : α → β) : β :=
  x.casesOn continueK (fun a _ => successK a) ()
