prelude
import DeepTheory.Scaling.BalancedAllocation
import DeepTheory.Scaling.PassAtK
/-! # Scaling laws and test-time compute

Chapter 17: importing this file imports the whole topic. -/
