prelude
import DeepTheory.Robustness.RobustRisk
import DeepTheory.Robustness.DualNorm
/-! # Robustness

Chapter 12: importing this file imports the whole topic. -/
