prelude
import DeepTheory.Grokking.ThresholdedMetrics
/-! # Grokking

Chapter 19: importing this file imports the whole topic. -/
