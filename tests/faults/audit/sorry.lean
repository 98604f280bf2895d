prelude
import DeepTheory.Core
-- expect: sorry false_lemma 7
-- expect: sorry left_out 11
set_option autoImplicit false

theorem false_lemma : 1 = 2 := by sorry

theorem rests_on_it : 2 = 1 := false_lemma.symm

noncomputable def left_out : Nat := sorryAx Nat
