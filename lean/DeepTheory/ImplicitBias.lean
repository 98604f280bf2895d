prelude
import DeepTheory.ImplicitBias.ToyProblem
/-! # Implicit regularization

Chapter 6: importing this file imports the whole topic. -/
