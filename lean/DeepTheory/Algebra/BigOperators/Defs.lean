prelude
import DeepTheory.Algebra.Fintype.Basic
/-! # Sums and products over finite sets: definition and notation

## Main definitions

* `Finset.sum s f`, written `∑ x ∈ s, f x`; `∑ x, f x` over all elements of a finite type;
  `∑ i < n, f i` over the natural numbers below `n`.
* `Finset.prod s f`, written `∏ x ∈ s, f x`, and likewise.

## Notes

A sum is a fold of the list of elements from the right, `f a + (f b + ... + 0)`, so that it
computes. In `∑ x, f x` several variables are allowed: `∑ x y, f x y` is `∑ x, ∑ y, f x y`; a type
can be given: `∑ x : Fin 3, f x`. The body extends over products but not over sums:
`∑ x, f x * g x + c` is `(∑ x, f x * g x) + c`.
-/
set_option autoImplicit false
universe u v

namespace List
variable {α : Type u} {M : Type v}

/-- The sum of the values of `f` on the list. -/
def foldSum [AddCommMonoid M] (f : α → M) (l : List α) : M := l.foldr (fun a b => f a + b) 0

/-- The product of the values of `f` on the list. -/
def foldProd [CommMonoid M] (f : α → M) (l : List α) : M := l.foldr (fun a b => f a * b) 1

end List

namespace Finset
variable {α : Type u} {M : Type v}

/-- The sum of `f` over `s`, written `∑ x ∈ s, f x`. -/
protected def sum [AddCommMonoid M] (s : Finset α) (f : α → M) : M :=
  lift (fun l _ => l.foldSum f)
    (fun _ _ hl hm h => List.foldr_eq_of_same_mem (f := fun a b => f a + b)
      (fun _ _ _ => add_left_comm _ _ _) 0 hl hm h) s

/-- The product of `f` over `s`, written `∏ x ∈ s, f x`. -/
protected def prod [CommMonoid M] (s : Finset α) (f : α → M) : M :=
  lift (fun l _ => l.foldProd f)
    (fun _ _ hl hm h => List.foldr_eq_of_same_mem (f := fun a b => f a * b)
      (fun _ _ _ => mul_left_comm _ _ _) 1 hl hm h) s

end Finset

/-- The sum over all elements of a finite type. -/
syntax "∑ " ident+ ", " term:67 : term
/-- The sum over all elements of a given finite type. -/
syntax "∑ " ident " : " term ", " term:67 : term
/-- The sum over a finite set. -/
syntax "∑ " ident " ∈ " term ", " term:67 : term
/-- The sum over the natural numbers below a bound. -/
syntax "∑ " ident " < " term ", " term:67 : term
/-- The product over all elements of a finite type. -/
syntax "∏ " ident+ ", " term:67 : term
/-- The product over all elements of a given finite type. -/
syntax "∏ " ident " : " term ", " term:67 : term
/-- The product over a finite set. -/
syntax "∏ " ident " ∈ " term ", " term:67 : term
/-- The product over the natural numbers below a bound. -/
syntax "∏ " ident " < " term ", " term:67 : term

macro_rules
  | `(∑ $x:ident, $b) => `(Finset.sum Finset.univ fun $x => $b)
  | `(∑ $x:ident $y:ident, $b) => `(Finset.sum Finset.univ fun $x => Finset.sum Finset.univ
      fun $y => $b)
  | `(∑ $x:ident : $t, $b) => `(Finset.sum Finset.univ fun ($x : $t) => $b)
  | `(∑ $x:ident ∈ $s, $b) => `(Finset.sum $s fun $x => $b)
  | `(∑ $x:ident < $n, $b) => `(Finset.sum (Finset.range $n) fun $x => $b)
  | `(∏ $x:ident, $b) => `(Finset.prod Finset.univ fun $x => $b)
  | `(∏ $x:ident $y:ident, $b) => `(Finset.prod Finset.univ fun $x => Finset.prod Finset.univ
      fun $y => $b)
  | `(∏ $x:ident : $t, $b) => `(Finset.prod Finset.univ fun ($x : $t) => $b)
  | `(∏ $x:ident ∈ $s, $b) => `(Finset.prod $s fun $x => $b)
  | `(∏ $x:ident < $n, $b) => `(Finset.prod (Finset.range $n) fun $x => $b)

/-- Shows sums as `∑`. -/
@[app_unexpander Finset.sum] def Finset.sum.unexpander : Lean.PrettyPrinter.Unexpander
  | `($_ Finset.univ fun $x:ident => $b) => `(∑ $x:ident, $b)
  | `($_ $s fun $x:ident => $b) => `(∑ $x:ident ∈ $s, $b)
  | _ => throw ()

/-- Shows products as `∏`. -/
@[app_unexpander Finset.prod] def Finset.prod.unexpander : Lean.PrettyPrinter.Unexpander
  | `($_ Finset.univ fun $x:ident => $b) => `(∏ $x:ident, $b)
  | `($_ $s fun $x:ident => $b) => `(∏ $x:ident ∈ $s, $b)
  | _ => throw ()
