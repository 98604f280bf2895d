prelude
import DeepTheory.Algebra.Tactic.Ring
/-! # The lemmas behind `linarith`

A certificate of `linarith` is a sum of hypotheses with natural multipliers whose two sides differ
by a constant in the wrong direction. These lemmas add hypotheses up and draw the contradiction;
they hold in ordered semirings, so that one set serves `Nat`, `Int`, ordered rings and ordered
fields.

## Main definitions

* `Tactic.Linarith.Rel`: `≤` or `<`, depending on a Boolean.

## Main statements

* `Tactic.Linarith.step`, `Tactic.Linarith.finish`: the certificate.
* `Tactic.Linarith.le_of_not`, `lt_of_not`, `eq_of_not`: how a goal becomes a hypothesis.
* `Tactic.Linarith.mul_nonneg_of_le`, ...: products of hypotheses, for `nlinarith`.
-/
set_option autoImplicit false
universe u

namespace Tactic.Linarith
open Tactic.Ring

/-! ## Linear orders -/

section Order
variable {R : Type u} [LinearOrder R]

private theorem lt_iff {a b : R} : a < b ↔ a ≤ b ∧ ¬b ≤ a := Preorder.lt_iff_le_not_ge a b

theorem le_of_not {a b : R} (h : b < a → False) : a ≤ b :=
  (LinearOrder.le_total a b).elim id fun k => Classical.byContradiction fun n => h (lt_iff.2 ⟨k, n⟩)

theorem lt_of_not {a b : R} (h : b ≤ a → False) : a < b :=
  lt_iff.2 ⟨(LinearOrder.le_total a b).elim id fun k => (h k).elim, h⟩

theorem eq_of_not {a b : R} (h : a < b → False) (k : b < a → False) : a = b :=
  PartialOrder.le_antisymm _ _ (le_of_not k) (le_of_not h)

theorem not_lt {a b : R} (h : ¬a < b) : b ≤ a := le_of_not h

theorem not_le {a b : R} (h : ¬a ≤ b) : b < a := lt_of_not h

theorem lt_or_lt_of_ne {a b : R} (h : a ≠ b) : a < b ∨ b < a :=
  (Classical.em (a < b)).elim Or.inl fun n => .inr (lt_iff.2 ⟨le_of_not n, fun k =>
    h (PartialOrder.le_antisymm _ _ k (le_of_not n))⟩)

theorem le_of_eq {a b : R} (h : a = b) : a ≤ b := h ▸ Preorder.le_refl a

theorem ge_of_eq {a b : R} (h : a = b) : b ≤ a := h ▸ Preorder.le_refl a

private theorem lt_irrefl (a : R) : ¬a < a := fun h => (lt_iff.1 h).2 (lt_iff.1 h).1

private theorem lt_of_lt_of_le {a b c : R} (h : a < b) (k : b ≤ c) : a < c :=
  lt_iff.2 ⟨Preorder.le_trans _ _ _ (lt_iff.1 h).1 k, fun n =>
      (lt_iff.1 h).2 (Preorder.le_trans _ _ _ k n)⟩

private theorem lt_of_le_of_lt {a b c : R} (h : a ≤ b) (k : b < c) : a < c :=
  lt_iff.2 ⟨Preorder.le_trans _ _ _ h (lt_iff.1 k).1, fun n =>
      (lt_iff.1 k).2 (Preorder.le_trans _ _ _ n h)⟩

theorem le_of_lt {a b : R} (h : a < b) : a ≤ b := (lt_iff.1 h).1

/-- `a ≤ b`, or `a < b` if `strict`. -/
def Rel (strict : Bool) (a b : R) : Prop := cond strict (a < b) (a ≤ b)

end Order

/-! ## Sums of hypotheses -/

section Semiring
variable {R : Type u} [LinearOrderedCommSemiring R]

private theorem add_le_add {a b c d : R} (h : a ≤ b) (k : c ≤ d) : a + c ≤ b + d :=
  Preorder.le_trans _ _ _ (LinearOrderedCommSemiring.add_le_add_left _ _ k a) (by
    rw [add_comm a, add_comm b]; exact LinearOrderedCommSemiring.add_le_add_left _ _ h d)

private theorem add_lt_add_left {a b : R} (h : a < b) (c : R) : c + a < c + b :=
  lt_iff.2 ⟨LinearOrderedCommSemiring.add_le_add_left _ _ (le_of_lt h) c,
    fun n => (lt_iff.1 h).2 (LinearOrderedCommSemiring.le_of_add_le_add_left _ _ _ n)⟩

private theorem add_lt_add_right {a b : R} (h : a < b) (c : R) : a + c < b + c := by
  rw [add_comm a, add_comm b]; exact add_lt_add_left h c

private theorem rel_add {s t : Bool} {a b c d : R} (h : Rel s a b) (k : Rel t c d) :
    Rel (or s t) (a + c) (b + d) := by
  cases s with
  | true => cases t with
    | true =>
        exact lt_of_lt_of_le (add_lt_add_right h c) (add_le_add (Preorder.le_refl b) (le_of_lt k))
    | false => exact lt_of_lt_of_le (add_lt_add_right h c) (add_le_add (Preorder.le_refl b) k)
  | false => cases t with
    | true => exact lt_of_le_of_lt (add_le_add h (Preorder.le_refl c)) (add_lt_add_left k b)
    | false => exact add_le_add h k

theorem cast_nonneg (n : Nat) : (0 : R) ≤ (n : R) := by
  induction n with
  | zero => rw [Nat.cast_zero]; exact Preorder.le_refl _
  | succ n ih =>
    rw [Nat.cast_add_one, ← add_zero (0 : R)]
    exact add_le_add ih (le_of_lt LinearOrderedCommSemiring.zero_lt_one)

private theorem cast_pos (n : Nat) : (0 : R) < ((n + 1 : Nat) : R) := by
  rw [Nat.cast_add_one]
  refine lt_of_lt_of_le LinearOrderedCommSemiring.zero_lt_one ?_
  have k := add_le_add (cast_nonneg (R := R) n) (Preorder.le_refl 1)
  rw [zero_add] at k; exact k

theorem numeral_nonneg (n : Nat) : (0 : R) ≤ numeral n := by rw [numeral_eq]; exact cast_nonneg n

theorem numeral_pos (n : Nat) : (0 : R) < numeral (n + 1) := by rw [numeral_eq]; exact cast_pos n

private theorem rel_mul {s : Bool} {a b c : R} (hc : 0 < c) (h : Rel s a b)
    : Rel s (c * a) (c * b) := by
  cases s with
  | true => exact LinearOrderedCommSemiring.mul_lt_mul_of_pos_left _ _ _ h hc
  | false =>
    cases Classical.em (a < b) with
    | inl l => exact le_of_lt (LinearOrderedCommSemiring.mul_lt_mul_of_pos_left _ _ _ l hc)
    | inr n => rw [PartialOrder.le_antisymm a b h (le_of_not n)]; exact Preorder.le_refl _

/-- One more hypothesis, with a positive multiplier. -/
theorem step (k : Nat) (s t : Bool) {a b c d : R} (h : Rel s a b) (hs : Rel t c d) :
    Rel (or s t) (numeral (k + 1) * a + c) (numeral (k + 1) * b + d) :=
  rel_add (rel_mul (numeral_pos k) h) hs

/-- The empty sum. -/
theorem start : Rel false (0 : R) 0 := Preorder.le_refl 0

/-- The contradiction: the left side exceeds the right side, or equals it although it should be
less. -/
theorem finish {a b : R} (c : Nat) (s : Bool) (h : Rel s a b) (e : a = b + numeral c)
    (k : or s (Nat.ble 1 c) = true) : False := by
  have hb : b ≤ a := by
    have := LinearOrderedCommSemiring.add_le_add_left _ _ (numeral_nonneg (R := R) c) b
    rw [add_zero, ← e] at this; exact this
  cases s with
  | true => exact (lt_iff.1 h).2 hb
  | false => cases c with
    | zero => exact Bool.noConfusion k
    | succ c =>
      have l := add_lt_add_left (numeral_pos (R := R) c) b
      rw [add_zero, ← e] at l
      exact (lt_iff.1 l).2 h

theorem cast_le_cast {m n : Nat} (h : m ≤ n) : (m : R) ≤ (n : R) := by
  obtain ⟨k, rfl⟩ := Nat.le.dest h
  rw [cast_add]
  have := LinearOrderedCommSemiring.add_le_add_left _ _ (cast_nonneg (R := R) k) (m : R)
  rw [add_zero] at this; exact this

theorem cast_lt_cast {m n : Nat} (h : m < n) : (m : R) + 1 ≤ (n : R) := by
  have := cast_le_cast (R := R) (show m + 1 ≤ n from h)
  rw [Nat.cast_add_one] at this; exact this

theorem cast_eq_cast {m n : Nat} (h : m = n) : (m : R) = (n : R) := h ▸ rfl

end Semiring

/-! ## Products of hypotheses -/

section Ring
variable {R : Type u} [LinearOrderedCommRing R]

private theorem sub_pos {a b : R} (h : a < b) : 0 < b - a := by
  have k := add_lt_add_left h (-a)
  rw [neg_add_cancel, add_comm, ← sub_eq_add_neg] at k; exact k

private theorem sub_nonneg {a b : R} (h : a ≤ b) : 0 ≤ b - a := by
  have k := LinearOrderedCommSemiring.add_le_add_left _ _ h (-a)
  rw [neg_add_cancel, add_comm, ← sub_eq_add_neg] at k; exact k

theorem mul_pos_of_lt {a b c d : R} (h : a < b) (k : c < d) : 0 < (b - a) * (d - c) :=
  LinearOrderedCommRing.mul_pos _ _ (sub_pos h) (sub_pos k)

private theorem mul_nonneg {a b : R} (h : 0 ≤ a) (k : 0 ≤ b) : 0 ≤ a * b := by
  cases Classical.em (0 < a) with
  | inr n => rw [PartialOrder.le_antisymm a 0 (le_of_not n) h, zero_mul]; exact Preorder.le_refl 0
  | inl ha =>
    cases Classical.em (0 < b) with
    | inr n => rw [PartialOrder.le_antisymm b 0 (le_of_not n) k, mul_zero]; exact Preorder.le_refl 0
    | inl hb => exact le_of_lt (LinearOrderedCommRing.mul_pos _ _ ha hb)

theorem mul_nonneg_of_le {a b c d : R} (h : a ≤ b) (k : c ≤ d) : 0 ≤ (b - a) * (d - c) :=
  mul_nonneg (sub_nonneg h) (sub_nonneg k)

theorem mul_zero_of_eq {a b : R} (h : a = b) (c d : R) : (b - a) * (d - c) = 0 := by
  rw [h, sub_eq_add_neg, add_neg_cancel, zero_mul]

theorem mul_self_nonneg (a : R) : 0 ≤ a * a := by
  cases LinearOrder.le_total 0 a with
  | inl h => exact mul_nonneg h h
  | inr h =>
    have k := sub_nonneg h
    have := mul_nonneg k k
    rw [show (0 - a) * (0 - a) = a * a by ring] at this; exact this

theorem sq_nonneg (a : R) : 0 ≤ a ^ 2 := by rw [show a ^ 2 = a * a by ring]; exact mul_self_nonneg a

end Ring

/-! ## Natural numbers -/

theorem nat_le_of_not {a b : Nat} (h : b < a → False) : a ≤ b :=
  (Nat.lt_or_ge b a).elim (fun k => (h k).elim) id

theorem nat_sub_cases (a b : Nat) : (b ≤ a ∧ a = a - b + b) ∨ (a ≤ b ∧ a - b = 0) := by
  induction a generalizing b with
  | zero => exact .inr ⟨Nat.zero_le b, Nat.le_antisymm (Nat.sub_le 0 b) (Nat.zero_le _)⟩
  | succ a ih => cases b with
    | zero => exact .inl ⟨Nat.zero_le _, rfl⟩
    | succ b =>
      rw [Nat.succ_sub_succ]
      exact (ih b).elim (fun h => .inl ⟨Nat.succ_le_succ h.1, congrArg Nat.succ h.2⟩)
        (fun h => .inr ⟨Nat.succ_le_succ h.1, h.2⟩)

theorem nat_div_eq (n k : Nat) : k * (n / k) + n % k = n := Nat.div_add_mod n k

theorem nat_mod_lt (n k : Nat) : n % (k + 1) + 1 ≤ k + 1 := Nat.mod_lt n (Nat.zero_lt_succ k)

theorem nat_mod_of_dvd {k n : Nat} (h : k ∣ n) : n % k = 0 := Nat.mod_eq_zero_of_dvd h

theorem nat_mod_of_not_dvd {k n : Nat} (h : ¬k ∣ n) : 0 < n % k :=
  (Nat.lt_or_ge 0 (n % k)).elim id fun l =>
      (h (Nat.dvd_of_mod_eq_zero (Nat.le_antisymm l (Nat.zero_le _)))).elim

/-! ## Logic -/

theorem absurd_of_false (h : False) : 1 ≤ 0 := h.elim


theorem or_of_not_and {p q : Prop} (h : ¬(p ∧ q)) : ¬p ∨ ¬q :=
  (Classical.em p).elim (fun hp => .inr fun hq => h ⟨hp, hq⟩) .inl

theorem and_of_not_or {p q : Prop} (h : ¬(p ∨ q)) : ¬p ∧ ¬q :=
  ⟨fun hp => h (.inl hp), fun hq => h (.inr hq)⟩

theorem of_not_not {p : Prop} (h : ¬¬p) : p := Classical.byContradiction h

theorem or_of_imp {p q : Prop} (h : p → q) : ¬p ∨ q :=
  (Classical.em p).elim (fun hp => .inr (h hp)) .inl

theorem and_of_not_imp {p q : Prop} (h : ¬(p → q)) : p ∧ ¬q :=
  ⟨Classical.byContradiction fun n => h fun hp => (n hp).elim, fun hq => h fun _ => hq⟩

theorem or_of_iff {p q : Prop} (h : p ↔ q) : (p ∧ q) ∨ (¬p ∧ ¬q) :=
  (Classical.em p).elim (fun hp => .inl ⟨hp, h.1 hp⟩) fun hp => .inr ⟨hp, fun hq => hp (h.2 hq)⟩

theorem or_of_not_iff {p q : Prop} (h : ¬(p ↔ q)) : (p ∧ ¬q) ∨ (¬p ∧ q) :=
  (Classical.em p).elim (fun hp => .inl ⟨hp, fun hq => h ⟨fun _ => hq, fun _ => hp⟩⟩) fun hp =>
    .inr ⟨hp, Classical.byContradiction fun hq => h ⟨fun k => (hp k).elim, fun k => (hq k).elim⟩⟩

end Tactic.Linarith
