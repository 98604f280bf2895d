prelude
import DeepTheory.Core.Nat.Gcd
/-!
# The operations that the kernel computes by name

Lean's kernel evaluates the functions below on literals with big-number arithmetic, and assumes
that they are core Lean's functions. In a library without `Init` nothing else checks that: with a
wrong definition `False` would have a proof "without axioms". So their recursion equations, which
determine them, are stated and proved here. The audit (`pyharness audit`) looks for exactly these
statements: they are written with constants only, so that no notation or instance has to be trusted.

The kernel also knows `Nat.land`, `Nat.lor`, `Nat.xor`, `Nat.shiftLeft`, `Nat.shiftRight` and
`Nat.log2`; the library does not declare these names. If it did, the audit would ask for their
equations too.

The proofs by `rfl` involve variables, so that the kernel has to unfold the definitions.
-/
set_option autoImplicit false

namespace KernelNat

theorem add_zero (n : Nat) : Nat.add n Nat.zero = n := rfl

theorem add_succ (n m : Nat) : Nat.add n (Nat.succ m) = Nat.succ (Nat.add n m) := rfl

theorem mul_zero (n : Nat) : Nat.mul n Nat.zero = Nat.zero := rfl

theorem mul_succ (n m : Nat) : Nat.mul n (Nat.succ m) = Nat.add (Nat.mul n m) n := rfl

theorem pow_zero (n : Nat) : Nat.pow n Nat.zero = Nat.succ Nat.zero := rfl

theorem pow_succ (n m : Nat) : Nat.pow n (Nat.succ m) = Nat.mul (Nat.pow n m) n := rfl

theorem pred_zero : Nat.pred Nat.zero = Nat.zero := rfl

theorem pred_succ (n : Nat) : Nat.pred (Nat.succ n) = n := rfl

theorem sub_zero (n : Nat) : Nat.sub n Nat.zero = n := rfl

theorem sub_succ (n m : Nat) : Nat.sub n (Nat.succ m) = Nat.pred (Nat.sub n m) := rfl

theorem beq_zero_zero : Nat.beq Nat.zero Nat.zero = Bool.true := rfl

theorem beq_zero_succ (m : Nat) : Nat.beq Nat.zero (Nat.succ m) = Bool.false := rfl

theorem beq_succ_zero (n : Nat) : Nat.beq (Nat.succ n) Nat.zero = Bool.false := rfl

theorem beq_succ_succ (n m : Nat) : Nat.beq (Nat.succ n) (Nat.succ m) = Nat.beq n m := rfl

theorem ble_zero_zero : Nat.ble Nat.zero Nat.zero = Bool.true := rfl

theorem ble_zero_succ (m : Nat) : Nat.ble Nat.zero (Nat.succ m) = Bool.true := rfl

theorem ble_succ_zero (n : Nat) : Nat.ble (Nat.succ n) Nat.zero = Bool.false := rfl

theorem ble_succ_succ (n m : Nat) : Nat.ble (Nat.succ n) (Nat.succ m) = Nat.ble n m := rfl

/-- Division by zero is zero. -/
theorem div_zero (n : Nat) : Nat.div n Nat.zero = Nat.zero := Nat.div_zero n

/-- Division of a smaller number is zero. -/
theorem div_of_lt (n m : Nat) (h : Nat.le (Nat.succ n) m) : Nat.div n m = Nat.zero :=
  Nat.div_eq_of_lt h

/-- Division is repeated subtraction. -/
theorem div_of_le (n m : Nat) (hm : Nat.le (Nat.succ Nat.zero) m) (h : Nat.le m n) :
    Nat.div n m = Nat.succ (Nat.div (Nat.sub n m) m) :=
  (Nat.div_eq n m).trans (if_pos ⟨hm, h⟩)

/-- The remainder of division by zero is the dividend. -/
theorem mod_zero (n : Nat) : Nat.mod n Nat.zero = n := Nat.mod_zero n

/-- The remainder of a smaller number is the number. -/
theorem mod_of_lt (n m : Nat) (h : Nat.le (Nat.succ n) m) : Nat.mod n m = n := Nat.mod_eq_of_lt h

/-- The remainder does not change if the divisor is subtracted. -/
theorem mod_of_le (n m : Nat) (h : Nat.le m n) : Nat.mod n m = Nat.mod (Nat.sub n m) m :=
  Nat.mod_eq_sub_mod h

theorem gcd_zero (n : Nat) : Nat.gcd Nat.zero n = n := Nat.gcd_zero_left n

theorem gcd_succ (m n : Nat) :
    Nat.gcd (Nat.succ m) n = Nat.gcd (Nat.mod n (Nat.succ m)) (Nat.succ m) :=
  Nat.gcd_succ m n

end KernelNat
