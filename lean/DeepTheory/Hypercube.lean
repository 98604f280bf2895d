prelude
import DeepTheory.Hypercube.Fourier
import DeepTheory.Hypercube.Noise
/-! # Fourier analysis on the hypercube

Chapter 10: importing this file imports the whole topic. -/
