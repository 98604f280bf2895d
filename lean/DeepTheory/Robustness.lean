prelude
import DeepTheory.Robustness.RobustRisk
/-! # Robustness

Chapter 12: importing this file imports the whole topic. -/
