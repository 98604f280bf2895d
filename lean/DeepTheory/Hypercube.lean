prelude
import DeepTheory.Hypercube.Fourier
import DeepTheory.Hypercube.Influence
import DeepTheory.Hypercube.Learning
import DeepTheory.Hypercube.LowDegree
import DeepTheory.Hypercube.Noise
import DeepTheory.Hypercube.Peres
import DeepTheory.Hypercube.Real
import DeepTheory.Hypercube.Stability
import DeepTheory.Hypercube.StatisticalQuery
/-! # Fourier analysis on the hypercube

Chapter 10: importing this file imports the whole topic. -/
