prelude
import DeepTheory.Algebra.Field.Basic
/-! # Functions with values in a group, ring or module

Functions `ι → R` are added, multiplied and scaled value by value. A ring is a module over itself.

## Main definitions

* `Pi.instAddCommGroup`, `Pi.instModule`, `Pi.instCommRing`, `Semiring.toModule`.

## Main statements

`Pi.add_apply`, `Pi.sub_apply`, `Pi.mul_apply`, `Pi.smul_apply`, ...: the values of the operations,
by definition.
-/
set_option autoImplicit false
universe u v w

/-- A semiring is a module over itself. -/
instance Semiring.toModule {R : Type u} [Semiring R] : Module R R where
  smul a b := a * b
  one_smul := one_mul
  mul_smul := mul_assoc
  smul_add := mul_add
  add_smul := add_mul
  smul_zero := mul_zero
  zero_smul := zero_mul

@[simp] theorem smul_eq_mul {R : Type u} [Semiring R] (a b : R) : a • b = a * b := rfl

theorem neg_smul {R : Type u} {M : Type v} [Ring R] [AddCommGroup M] [Module R M] (r : R) (a : M) :
    (-r) • a = -(r • a) :=
  eq_neg_of_add_eq_zero_left (by rw [← add_smul, neg_add_cancel, zero_smul])
theorem smul_neg {R : Type u} {M : Type v} [Ring R] [AddCommGroup M] [Module R M] (r : R) (a : M) :
    r • -a = -(r • a) :=
  eq_neg_of_add_eq_zero_left (by rw [← smul_add, neg_add_cancel, smul_zero])
theorem smul_sub {R : Type u} {M : Type v} [Ring R] [AddCommGroup M] [Module R M] (r : R)
    (a b : M) :
    r • (a - b) = r • a - r • b := by rw [sub_eq_add_neg, smul_add, smul_neg, ← sub_eq_add_neg]
theorem sub_smul {R : Type u} {M : Type v} [Ring R] [AddCommGroup M] [Module R M] (r s : R)
    (a : M) :
    (r - s) • a = r • a - s • a := by rw [sub_eq_add_neg, add_smul, neg_smul, ← sub_eq_add_neg]

namespace Pi
variable {ι : Type u} {R : Type v} {M : Type w}

instance instZero [Zero M] : Zero (ι → M) := ⟨fun _ => 0⟩
instance instOne [One M] : One (ι → M) := ⟨fun _ => 1⟩
instance instAdd [Add M] : Add (ι → M) := ⟨fun f g i => f i + g i⟩
instance instMul [Mul M] : Mul (ι → M) := ⟨fun f g i => f i * g i⟩
instance instNeg [Neg M] : Neg (ι → M) := ⟨fun f i => -f i⟩
instance instSub [Sub M] : Sub (ι → M) := ⟨fun f g i => f i - g i⟩
instance instSMul [SMul R M] : SMul R (ι → M) := ⟨fun r f i => r • f i⟩
instance instNatPow [NatPow M] : NatPow (ι → M) := ⟨fun f n i => f i ^ n⟩
instance instNatCast [NatCast M] : NatCast (ι → M) := ⟨fun n _ => n⟩

@[simp] theorem zero_apply [Zero M] (i : ι) : (0 : ι → M) i = 0 := rfl
@[simp] theorem one_apply [One M] (i : ι) : (1 : ι → M) i = 1 := rfl
@[simp] theorem add_apply [Add M] (f g : ι → M) (i : ι) : (f + g) i = f i + g i := rfl
@[simp] theorem mul_apply [Mul M] (f g : ι → M) (i : ι) : (f * g) i = f i * g i := rfl
@[simp] theorem neg_apply [Neg M] (f : ι → M) (i : ι) : (-f) i = -f i := rfl
@[simp] theorem sub_apply [Sub M] (f g : ι → M) (i : ι) : (f - g) i = f i - g i := rfl
@[simp] theorem smul_apply [SMul R M] (r : R) (f : ι → M) (i : ι) : (r • f) i = r • f i := rfl
@[simp] theorem pow_apply [NatPow M] (f : ι → M) (n : Nat) (i : ι) : (f ^ n) i = f i ^ n := rfl

instance instAddCommMonoid [AddCommMonoid M] : AddCommMonoid (ι → M) where
  add_assoc _ _ _ := funext fun _ => add_assoc _ _ _
  zero_add _ := funext fun _ => zero_add _
  add_zero _ := funext fun _ => add_zero _
  add_comm _ _ := funext fun _ => add_comm _ _

instance instAddCommGroup [AddCommGroup M] : AddCommGroup (ι → M) where
  neg_add_cancel _ := funext fun _ => neg_add_cancel _
  sub_eq_add_neg _ _ := funext fun _ => sub_eq_add_neg _ _
  add_comm _ _ := funext fun _ => add_comm _ _

instance instModule [Semiring R] [AddCommMonoid M] [Module R M] : Module R (ι → M) where
  one_smul _ := funext fun _ => one_smul _
  mul_smul _ _ _ := funext fun _ => mul_smul _ _ _
  smul_add _ _ _ := funext fun _ => smul_add _ _ _
  add_smul _ _ _ := funext fun _ => add_smul _ _ _
  smul_zero _ := funext fun _ => smul_zero _
  zero_smul _ := funext fun _ => zero_smul _

instance instCommRing [CommRing R] : CommRing (ι → R) where
  add_assoc _ _ _ := funext fun _ => add_assoc _ _ _
  zero_add _ := funext fun _ => zero_add _
  add_zero _ := funext fun _ => add_zero _
  add_comm _ _ := funext fun _ => add_comm _ _
  mul_assoc _ _ _ := funext fun _ => mul_assoc _ _ _
  one_mul _ := funext fun _ => one_mul _
  mul_one _ := funext fun _ => mul_one _
  pow_zero _ := funext fun _ => pow_zero _
  pow_succ _ _ := funext fun _ => pow_succ _ _
  left_distrib _ _ _ := funext fun _ => mul_add _ _ _
  right_distrib _ _ _ := funext fun _ => add_mul _ _ _
  zero_mul _ := funext fun _ => zero_mul _
  mul_zero _ := funext fun _ => mul_zero _
  natCast_zero := funext fun _ => Nat.cast_zero
  natCast_succ n := funext fun _ => Nat.cast_add_one n
  neg_add_cancel _ := funext fun _ => neg_add_cancel _
  sub_eq_add_neg _ _ := funext fun _ => sub_eq_add_neg _ _
  mul_comm _ _ := funext fun _ => mul_comm _ _

end Pi
