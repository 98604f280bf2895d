prelude
import DeepTheory.Algebra.Int.Basic
import DeepTheory.Algebra.Tactic.Linarith
import DeepTheory.Algebra.Tactic.Omega.Search
/-! # The tactic `omega`

`omega` proves statements of linear arithmetic over `Nat` and `Int`, where `linarith` does not reach
because the numbers are whole: divisibility and parity, quotients and remainders by numerals, bounds
that must be rounded.

* Atoms: variables and anything else that is not `+`, `-`, `*` by a numeral, `/` and `%` by a
  numeral, truncated subtraction, a cast of `Nat` to `Int`.
* Statements: `=`, `≤`, `<`, `≥`, `>`, `k ∣ n` over `Nat` with a numeral `k`, and `¬`, `∧`, `∨`,
  `→`, `↔` of such; any goal may be proved from contradicting hypotheses.

## Main statements

* `Tactic.Omega.tighten`: an inequality may be divided by a number and its constant rounded down.

## Notes

The search eliminates equations exactly, and variables with unit coefficients; other eliminations
may lose information (there are no dark and grey shadows), so there are true statements that it does
not prove. Disjunctions, `≠` and truncated subtractions are split into cases, at most twelve deep.
-/
set_option autoImplicit false

namespace Tactic.Omega
open Tactic.Ring Tactic.Linarith

/-! ## Lemmas -/

/-- An inequality between integers may be divided, and the constant rounded down. -/
theorem tighten {a b f : Int} (g r : Nat) (h : Rel false a b)
    (e : b = a + (numeral (g + 1) * f + numeral r)) (hr : Nat.ble r g = true) : 0 ≤ f := by
  have hr : (numeral r : Int) ≤ numeral g := by
    rw [numeral_eq, numeral_eq]; exact Tactic.Linarith.cast_le_cast (Nat.le_of_ble_eq_true hr)
  have hg : (numeral (g + 1) : Int) = numeral g + 1 := by
    rw [numeral_eq, numeral_eq]; exact Nat.cast_add_one g
  have h : a ≤ b := h
  refine Tactic.Linarith.le_of_not fun n => ?_
  have n : f + 1 ≤ 0 := n
  have p := Tactic.Linarith.mul_nonneg_of_le n (numeral_nonneg (R := Int) (g + 1))
  rw [hg] at p e
  linarith

theorem int_mod_nonneg (n : Int) {k : Int} (h : 0 < k) : 0 ≤ n % k :=
  Int.emod_nonneg n fun e =>
      by rw [e] at h; exact ((Preorder.lt_iff_le_not_ge _ _).1 h).2 (Preorder.le_refl _)

theorem int_mod_lt (n : Int) {k : Int} (h : 0 < k) : n % k + 1 ≤ k := Int.emod_lt_of_pos n h

theorem int_div_eq (n k : Int) : k * (n / k) + n % k = n := Int.ediv_add_emod n k

open Lean Lean.Meta Lean.Elab.Tactic

/-! ## Facts -/

private def int : Expr := mkConst0 ``Int

/-- Facts about an atom of `Int`: what comes with casts, and with quotients and remainders by
numerals. -/
private def intFacts (k : Kind) (o x : Expr) : MetaM Facts := do
  let (c, as) := x.view
  match as with
  | [_, _, _, _, a, b] =>
    if c.same ``HDiv.hDiv || c.same ``HMod.hMod then match b.nat? with
      | some (n + 1) =>
        let pos := mkApp3 (mkConst ``Tactic.Linarith.numeral_pos [k.level]) int o (mkRawNatLit n)
        let rem ← mkAppM ``HMod.hMod (.mk [a, b])
        let eq := mkApp2 (mkConst0 ``int_div_eq) a b
        let t ← inferType eq
        let fs ← eqFacts int (operands t).1 (operands t).2 eq
        let zero ← mkNumeral int 0
        let next ← mkAppM ``HAdd.hAdd (.mk [rem, ← mkNumeral int 1])
        return ⟨⟨int, false, zero, rem, mkApp3 (mkConst0 ``int_mod_nonneg) a b pos⟩ ::
          ⟨int, false, next, b, mkApp3 (mkConst0 ``int_mod_lt) a b pos⟩ :: fs, []⟩
      | _ => return none'
    else return none'
  | _ => castFacts k x

private def select (p : Expr → Bool) : List Fact → List Fact
  | [] => []
  | f :: fs => if p f.R then f :: select p fs else select p fs

/-! ## Proofs -/

private def columnsOf : List Form → List Mono → List Mono
  | [], ms => ms
  | f :: fs, ms => columnsOf fs (monomials f.diff.neg (monomials f.diff.pos ms))

private def nth {α : Type} [Inhabited α] : List α → Nat → α
  | [], _ => default
  | a :: _, 0 => a
  | _ :: l, n + 1 => nth l n

/-- A constraint with its linear form over the monomials, constant last, and its proof. -/
private structure Known where
  id : Nat
  fact : Fact
  form : List Z

private def find? (i : Nat) : List Known → Option Known
  | [] => none
  | k :: l => if Nat.beq k.id i then some k else find? i l

private def addTo (i m : Nat) : List (Nat × Nat) → List (Nat × Nat)
  | [] => [(i, m)]
  | (j, n) :: l => if Nat.beq i j then (j, m + n) :: l else (j, n) :: addTo i m l

private def foldParts (f : Nat → Nat → List (Nat × Nat) → List (Nat × Nat)) :
    List (Nat × Nat) → List (Nat × Nat) → List (Nat × Nat)
  | [], acc => acc
  | (n, j) :: l, acc => foldParts f l (f n j acc)

/-- Adds `m` times the constraint `i`, as a sum of hypotheses and of divided constraints. -/
private def flatten (first : Nat) (ds : List Derivation)
    : Nat → Nat → Nat → List (Nat × Nat) → List (Nat × Nat)
  | 0, _, _, acc => acc
  | fuel + 1, m, i, acc =>
    if Nat.ble (i + 1) first then addTo i m acc
    else
      let d := nth ds (i - first)
      if Nat.beq d.divisor 1 then foldParts (fun n j acc =>
          flatten first ds fuel (m * n) j acc) d.sum acc
      else addTo i m acc

/-- What all proofs need. -/
private structure Env where
  k : Kind
  o : Expr
  forms : List Form
  rows : List (List Z)
  monos : List Mono
  atoms : List Expr
  first : Nat
  ds : List Derivation

private def numeralOf (env : Env) (n : Nat) : Expr :=
  mkApp3 (mkConst ``numeral [env.k.level]) int env.k.semiring (mkRawNatLit n)

private def polyOf (positive : Bool) : List Z → List Mono → Poly
  | c :: cs, m :: ms =>
    if c.isZero || c.neg == positive then polyOf positive cs ms else .term c.abs m
        (polyOf positive cs ms)
  | [c], [] => if c.isZero || c.neg == positive then .zero else .term c.abs [] .zero
  | _, _ => .zero

/-- A linear form as an expression. -/
private def exprOf (env : Env) (form : List Z) : MetaM Expr := do
  let p ← toExpr int env.atoms (polyOf true form env.monos)
  let n ← toExpr int env.atoms (polyOf false form env.monos)
  mkAppM ``HSub.hSub (.mk [p, n])

private def addForm (m : Nat) : List Z → List Z → List Z
  | a :: as, b :: bs => Z.add (Z.mul (.ofNat m) a) b :: addForm m as bs
  | _, bs => bs

private def floorDiv (a : Z) (n : Nat) : Z :=
  if a.neg then
    let q := a.abs / n
    if Nat.beq (q * n) a.abs then ⟨!Nat.beq q 0, q⟩ else ⟨true, q + 1⟩
  else ⟨false, a.abs / n⟩

private def divideForm (g : Nat) : List Z → List Z × Z
  | [] => ([], .zero)
  | [c] =>
    let q := floorDiv c g
    ([q], Z.sub c (Z.mul (.ofNat g) q))
  | a :: as =>
    let (l, r) := divideForm g as
    (a.divExact g :: l, r)

private def zeros : List Mono → List Z
  | [] => [.zero]
  | _ :: l => .zero :: zeros l

/-- The sum of known constraints: proof of `a ≤ b`, both sides, linear form. -/
private def sumOf (env : Env) (known : List Known) (parts : List (Nat × Nat))
    : MetaM (Option (Expr × Expr × Expr × List Z)) := do
  let zero ← mkNumeral int 0
  let forms := each (fun (i, _) => match find? i known with
    | some x => (⟨x.fact, default⟩ : Form)
    | none => ⟨default, default⟩) parts
  let start := mkApp2 (mkConst ``Tactic.Linarith.start [env.k.level]) int env.o
  let (pf, _, a, b) ← Tactic.Linarith.combine env.k env.o forms (each (fun x => x.2) parts)
      (start, false, zero, zero)
  return some (pf, a, b, total parts)
where
  total : List (Nat × Nat) → List Z
    | [] => zeros env.monos
    | (i, m) :: l => match find? i known with
      | some x => addForm m x.form (total l)
      | none => total l

private def buildAll (f : Nat → List Known → MetaM (List Known))
    : List (Nat × Nat) → List Known → MetaM (List Known)
  | [], known => pure known
  | (j, _) :: l, known => do
    let known ← f j known
    buildAll f l known

/-- Proves the constraint `i`, a hypothesis or a divided one, and all that it needs. -/
private def build (env : Env) : Nat → Nat → List Known → MetaM (List Known)
  | 0, _, known => pure known
  | fuel + 1, i, known => do
    match find? i known with
    | some _ => return known
    | none =>
      if Nat.ble (i + 1) env.first then
        return ⟨i, (nth' env.forms i).fact, nth env.rows i⟩ :: known
      else
        let d := nth env.ds (i - env.first)
        let parts := foldParts (flatten env.first env.ds 1000) d.sum []
        let known ← buildAll (build env fuel) parts known
        match ← sumOf env known parts with
        | none => return known
        | some (pf, a, b, form) =>
          let (form, r) := divideForm d.divisor form
          let f ← exprOf env form
          let scaled ← mkAppM ``HMul.hMul (.mk [numeralOf env d.divisor, f])
          let inner ← mkAppM ``HAdd.hAdd (.mk [scaled, numeralOf env r.abs])
          let rhs ← mkAppM ``HAdd.hAdd (.mk [a, inner])
          match ← proveEq int b rhs with
          | (none, _) => return known
          | (some e, _) =>
            let zero ← mkNumeral int 0
            let p := mkAppList (mkConst0 ``tighten)
              [a, b, f, mkRawNatLit (d.divisor - 1), mkRawNatLit r.abs, pf, e, reflTrue]
            return ⟨i, ⟨int, false, zero, f, p⟩, form⟩ :: known
where
  nth' : List Form → Nat → Form
    | [], _ => ⟨default, default⟩
    | a :: _, 0 => a
    | _ :: l, n + 1 => nth' l n

private def rowsOf (ms : List Mono) : List Form → Nat → List (List Z) × List Row
  | [], _ => ([], [])
  | f :: fs, i =>
    let (xs, rs) := rowsOf ms fs (i + 1)
    let co := each (fun m => coefficient m f.diff) ms
    let c := coefficient [] f.diff
    ((co ++ [c]) :: xs, ⟨co, c, i⟩ :: rs)

/-- A proof of `False` from the facts, or the splits that may help. -/
private def refute (all : Facts) : MetaM (Option Expr × List Expr) := do
  match ← kindOf? int, ← instanceOf? ``LinearOrderedCommSemiring int with
  | some k, some o =>
    let casts ← catSome (castFact k) (select isNat all.facts)
    let (forms, atoms) ← formsOf k (select (fun R => R.isConstOf ``Int) all.facts ++ casts) []
    let (more, splits, atoms) ← saturate k (intFacts k o) 6 0 atoms
    let forms := forms ++ more
    let ms := columnsOf forms []
    let (full, rows) := rowsOf ms forms 0
    let first := forms.length
    match search ms.length first [] rows with
    | none => return (none, splits ++ all.splits)
    | some (id, ds) =>
      let env : Env := ⟨k, o, forms, full, ms, atoms, first, ds⟩
      let parts := flatten first ds 1000 1 id []
      let known ← buildAll (build env 1000) parts []
      match ← sumOf env known parts with
      | none => return (none, [])
      | some (pf, a, b, form) =>
        let c := (last form).abs
        let rhs ← mkAppM ``HAdd.hAdd (.mk [b, numeralOf env c])
        match ← proveEq int a rhs with
        | (none, _) => return (none, [])
        | (some e, _) =>
          return (some (mkAppList (mkConst ``Tactic.Linarith.finish [k.level])
            [int, o, a, b, mkRawNatLit c, quoteBool false, pf, e, reflTrue]), [])
  | _, _ => return (none, [])
where
  last : List Z → Z
    | [] => .zero
    | [c] => c
    | _ :: l => last l

/-! ## The tactic -/

/-- Closes the goal `False`, splitting into cases where needed. -/
def contradiction : Nat → List Expr → TacticM Unit
  | 0, _ => throwTactic `omega [stringToMessageData "too many cases"]
  | fuel + 1, seen => withMainContext do
    let hyps ← hypotheses
    let all ← readAll true hyps
    match ← (refute all : MetaM _) with
    | (some p, _) => closeMainGoal `omega p false
    | (none, splits) => match fresh splits seen with
      | none =>
          throwTactic `omega [
        stringToMessageData "no contradiction found between the integer facts of the context"]
      | some s =>
        let t ← inferType s
        let t ← whnfCore t
        match t.view.2 with
        | [a, b] =>
          let no (p : Expr) : MetaM Expr :=
            mkFreshExprSyntheticOpaqueMVar (mkApp (mkConst0 ``Not) p) .anonymous
          let x ← no a
          let y ← no b
          closeMainGoal `omega
              (mkAppList (mkConst0 ``Or.elim) [mkConst0 ``False, a, b, s, x, y]) false
          onGoals (do
            let _ ← introOne
            contradiction fuel (s :: seen)) [x.mvarId!, y.mvarId!]
        | _ => throwTactic `omega [stringToMessageData "a case split failed"]
where
  fresh : List Expr → List Expr → Option Expr
    | [], _ => none
    | s :: ss, seen => if usedBefore s seen then fresh ss seen else some s
  usedBefore (s : Expr) : List Expr → Bool
    | [] => false
    | t :: l => Expr.eqv s t || usedBefore s l

end Tactic.Omega

open Lean Lean.Elab.Tactic

/-- `omega` proves statements of linear arithmetic over `Nat` and `Int`, with divisibility,
quotients and remainders by numerals. -/
syntax (name := omegaOfIntegers) "omega" : tactic

/-- The implementation of `omega`. -/
@[tactic omegaOfIntegers] def evalOmegaOfIntegers : Lean.Elab.Tactic.Tactic :=
  fun stx => onMainGoal do
  runTactic stx `(tactic| intros)
  let t ← withMainContext getMainTarget
  let t ← Meta.whnfR t
  if t.isConstOf ``False then Tactic.Omega.contradiction 12 []
  else
    runTactic stx `(tactic| refine Classical.byContradiction ?_)
    let _ ← introOne
    Tactic.Omega.contradiction 12 []
