prelude
import DeepTheory.Core
import DeepTheory.Alignment
import DeepTheory.Approximation
import DeepTheory.Generalization
import DeepTheory.Generative
import DeepTheory.Grokking
import DeepTheory.Hypercube
import DeepTheory.Information
import DeepTheory.ImplicitBias
import DeepTheory.Learnability
import DeepTheory.Probability
import DeepTheory.Real
import DeepTheory.Robustness
import DeepTheory.Scaling
import DeepTheory.Sequences
import DeepTheory.Stability
/-! # The whole library

A machine-checked theory of deep learning: importing this file imports everything. -/
