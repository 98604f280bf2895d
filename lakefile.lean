import Lake
open Lake DSL

/-! The official way to build: `lake build` with elan's Lean 4.35.0. Every file of the library is a
`prelude` file, so nothing of that toolchain's `Init` is used: the same sources, the same compiler. -/

package deepTheory where
  srcDir := "lean"

@[default_target]
lean_lib DeepTheory
