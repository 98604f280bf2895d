prelude
import DeepTheory.Grokking
/-! # A flat score and its report -/
set_option autoImplicit false
open ThresholdedMetric

example : report Nat (fun c : Rat => c / 1000) (1 / 2) 499 = 0 := by decide +kernel
example : report Nat (fun c : Rat => c / 1000) (1 / 2) 500 = 1 := by decide +kernel
example (c : Rat) :
    report Nat (fun c : Rat => c / 1000) (500 / 1000) c = if 500 ≤ c then 1 else 0 :=
  report_eq_step (fun _ _ h => div_lt_div_of_pos_right h (by decide +kernel)) rfl c
example : ¬Real.ContinuousAt (report Real (fun c => c) 2) 2 :=
  not_continuousAt_report_of_increasing (s := fun c => c) (fun _ _ h => h) rfl
