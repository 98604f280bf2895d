prelude
import DeepTheory.Core.Nat.Gcd
/-!
# Lists: definitions

The functions on lists by core's names. They are structural recursions that the kernel can
evaluate.

## Main definitions

* `List.append` (`++`), `List.map`, `List.filter`, `List.filterMap`, `List.flatten`, `List.flatMap`
* `List.foldr`, `List.foldl`, `List.sum`, `List.all`, `List.any`
* `List.reverse`, `List.take`, `List.drop`, `List.replicate`, `List.range`
* `List.zip`, `List.zipWith`, `List.head?`, `List.getLast?`, `List.get`, `List.getD`
* `List.Mem` (`a ∈ l`), `List.Pairwise`, `List.Nodup`
-/
set_option autoImplicit false
universe u v w

namespace List
variable {α : Type u} {β : Type v} {γ : Type w}

/-! ## Construction -/

/-- Concatenation, written `as ++ bs`. -/
protected def append : (xs ys : List α) → List α
  | [], bs => bs
  | a :: as, bs => a :: List.append as bs

instance instAppend : Append (List α) := ⟨List.append⟩

instance : EmptyCollection (List α) := ⟨[]⟩

/-- Applies `f` to every element. -/
def map (f : α → β) : (l : List α) → List β
  | [] => []
  | a :: as => f a :: map f as

/-- The elements that pass the test. -/
def filter (p : α → Bool) : (l : List α) → List α
  | [] => []
  | a :: as => match p a with
    | true => a :: filter p as
    | false => filter p as

/-- The values of a partial function. -/
def filterMap (f : α → Option β) : List α → List β
  | [] => []
  | a :: as => match f a with
    | none => filterMap f as
    | some b => b :: filterMap f as

/-- Concatenates a list of lists. -/
def flatten : List (List α) → List α
  | [] => []
  | l :: L => l ++ flatten L

/-- Concatenates the lists `b a`. -/
@[inline] protected def flatMap (as : List α) (b : α → List β) : List β := flatten (map b as)

/-- The list with `a` alone. -/
@[inline] protected def singleton (a : α) : List α := [a]

/-- `n` copies of `a`. -/
def replicate : (n : Nat) → (a : α) → List α
  | 0, _ => []
  | n + 1, a => a :: replicate n a

/-- Reverses a list in front of another. -/
def reverseAux : List α → List α → List α
  | [], r => r
  | a :: l, r => reverseAux l (a :: r)

/-- The list in reverse order. -/
def reverse (as : List α) : List α := reverseAux as []

/-- The numbers below `n`, in front of a list. -/
def range.loop : Nat → List Nat → List Nat
  | 0, ns => ns
  | n + 1, ns => loop n (n :: ns)

/-- The numbers below `n`. -/
def range (n : Nat) : List Nat := range.loop n []

/-- `len` numbers from `start` with the given step. -/
def range' : (start len : Nat) → (step : Nat := 1) → List Nat
  | _, 0, _ => []
  | s, n + 1, step => s :: range' (s + step) n step

/-- The first `n` elements. -/
def take : (n : Nat) → (xs : List α) → List α
  | 0, _ => []
  | _ + 1, [] => []
  | n + 1, a :: as => a :: take n as

/-- The list without the first `n` elements. -/
def drop : (n : Nat) → (xs : List α) → List α
  | 0, as => as
  | _ + 1, [] => []
  | n + 1, _ :: as => drop n as

/-- Applies `f` to pairs of elements at the same place. -/
def zipWith (f : α → β → γ) : (xs : List α) → (ys : List β) → List γ
  | x :: xs, y :: ys => f x y :: zipWith f xs ys
  | _, _ => []

/-- The pairs of elements at the same place. -/
def zip : List α → List β → List (Prod α β) := zipWith Prod.mk

/-- The first components and the second components. -/
def unzip : (l : List (α × β)) → List α × List β
  | [] => ([], [])
  | (a, b) :: t => match unzip t with
    | (as, bs) => (a :: as, b :: bs)

/-! ## Folds -/

/-- Folds from the right. -/
def foldr (f : α → β → β) (init : β) : (l : List α) → β
  | [] => init
  | a :: as => f a (foldr f init as)

/-- Folds from the left. -/
def foldl (f : α → β → α) : (init : α) → List β → α
  | a, [] => a
  | a, b :: l => foldl f (f a b) l

/-- The sum of the elements. -/
def sum [Add α] [Zero α] : List α → α := foldr (fun a b => a + b) 0

/-- Do all elements pass the test? -/
def all : List α → (α → Bool) → Bool
  | [], _ => true
  | h :: t, p => p h && all t p

/-- Does some element pass the test? -/
def any : (l : List α) → (p : α → Bool) → Bool
  | [], _ => false
  | h :: t, p => p h || any t p

/-- Is `a` equal to an element? -/
def elem [BEq α] (a : α) : (l : List α) → Bool
  | [] => false
  | b :: bs => match a == b with
    | true => true
    | false => elem a bs

/-- Is `a` equal to an element? -/
abbrev contains [BEq α] (as : List α) (a : α) : Bool := elem a as

/-- The number of elements that pass the test. -/
def countP (p : α → Bool) : List α → Nat
  | [] => 0
  | a :: as => if p a then countP p as + 1 else countP p as

/-- The number of elements equal to `a`. -/
def count [BEq α] (a : α) : List α → Nat := countP (· == a)

/-! ## Access -/

/-- Is the list empty? -/
def isEmpty : List α → Bool
  | [] => true
  | _ :: _ => false

/-- The first element. -/
def head? : List α → Option α
  | [] => none
  | a :: _ => some a

/-- The first element of a list that is not empty. -/
def head : (as : List α) → as ≠ [] → α
  | a :: _, _ => a

/-- The list without the first element. -/
def tail : List α → List α
  | [] => []
  | _ :: as => as

/-- The last element of a list that is not empty. -/
def getLast : (as : List α) → as ≠ [] → α
  | [], h => absurd rfl h
  | [a], _ => a
  | _ :: b :: as, _ => getLast (b :: as) (fun h => nomatch h)

/-- The last element. -/
def getLast? : List α → Option α
  | [] => none
  | a :: as => some (getLast (a :: as) (fun h => nomatch h))

/-- The element at a place. -/
def get {α : Type u} : (as : List α) → Fin as.length → α
  | a :: _, ⟨0, _⟩ => a
  | _ :: as, ⟨i + 1, h⟩ => get as ⟨i, Nat.le_of_succ_le_succ h⟩

/-- The element at a place, or a default. -/
def getD (as : List α) (i : Nat) (fallback : α) : α :=
  match as, i with
  | [], _ => fallback
  | a :: _, 0 => a
  | _ :: as, i + 1 => getD as i fallback

/-- The list with another element at a place. -/
def set : (l : List α) → (n : Nat) → (a : α) → List α
  | _ :: as, 0, b => b :: as
  | a :: as, n + 1, b => a :: set as n b
  | [], _, _ => []

/-- The list without one element equal to `a`. -/
protected def erase [BEq α] : List α → α → List α
  | [], _ => []
  | a :: as, b => match a == b with
    | true => as
    | false => a :: List.erase as b

/-! ## Membership and duplicates -/

/-- `a` is an element, written `a ∈ l`. -/
inductive Mem (a : α) : List α → Prop where
  /-- It is the first element. -/
  | head (as : List α) : Mem a (a :: as)
  /-- It is an element of the tail. -/
  | tail (b : α) {as : List α} : Mem a as → Mem a (b :: as)

instance instMembership : Membership α (List α) where
  mem l a := Mem a l

instance : HasSubset (List α) := ⟨fun l₁ l₂ => ∀ ⦃a : α⦄, a ∈ l₁ → a ∈ l₂⟩

/-- The relation holds between every element and every later one. -/
inductive Pairwise (R : α → α → Prop) : List α → Prop where
  /-- The empty list. -/
  | nil : Pairwise R []
  /-- One more element. -/
  | cons : ∀ {a : α} {l : List α}, (∀ a', a' ∈ l → R a a') → Pairwise R l → Pairwise R (a :: l)

/-- No element occurs twice. -/
def Nodup : List α → Prop := Pairwise (· ≠ ·)

end List
