prelude
import DeepTheory.Core.Nat.Linear
import DeepTheory.Core.KernelNat
/-!
# Core

The foundation: what core Lean's `Init` gives, in files of one topic each. They are written
without `Init`, because the compiler is available from a package index only as a library, without
`Init`; and they keep core's names and types, so that the rest could be moved onto `Init` by
changing imports.

In order of import:

| files | content |
| --- | --- |
| `Logic`, `Datatypes`, `Decidable`, `Operators` | what everything is built from, without notation |
| `Nat.Definitions`, `Axioms` | the arithmetic that the kernel computes; the three axioms |
| `Literals`, `Monad.Classes`, `Syntax` | the data that macros and parsers exchange |
| `Bindings` | generated: core's notation and tactics, bound to native code |
| `Monad.Instances`, `Quotation` | notation of our own, `do` |
| `Coercion`, `Numerals`, `SizeOf` | coercions, numerals, sizes |
| `Propositions`, `Conditionals`, `Quotient`, `Quantifiers` | logic and the rules of `simp` |
| `Products`, `Bool`, `Classical`, `Function` | the same for data, choice and functions |
| `WellFounded` | recursion |
| `Nat.Basic`, `Nat.Products`, `Nat.Subtraction`, `Nat.Division`, `Nat.Gcd` | arithmetic |
| `KernelNat` | the equations behind the kernel's arithmetic, for the audit |
| `List.Basic`, `List.Lemmas`, `Nat.Bounded`, `Fin`, `Option` | finite data |
| `Nat.Simproc`, `AC`, `Nat.Linear` | what native `simp`, `ac_rfl` and `simp +arith` need |
-/
