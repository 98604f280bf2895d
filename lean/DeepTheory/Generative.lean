prelude
import DeepTheory.Generative.DescentAscent
/-! # Generative models

Chapter 14: importing this file imports the whole topic. -/
