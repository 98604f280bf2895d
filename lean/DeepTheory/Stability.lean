prelude
import DeepTheory.Stability.BiasVariance
/-! # Stability and double descent

Chapter 8: importing this file imports the whole topic. -/
