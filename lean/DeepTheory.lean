prelude
import DeepTheory.Core
import DeepTheory.Alignment
import DeepTheory.Generalization
import DeepTheory.Hypercube
import DeepTheory.Probability
/-! # The whole library

A machine-checked theory of deep learning: importing this file imports everything. -/
