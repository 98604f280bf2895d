prelude
import DeepTheory.Scaling.BalancedAllocation
import DeepTheory.Scaling.PassAtK
import DeepTheory.Scaling.PowerLaw
import DeepTheory.Scaling.SpectralTail
import DeepTheory.Scaling.SpectralTailWitness
import DeepTheory.Scaling.EffectiveDimension
/-! # Scaling laws and test-time compute

Chapter 17: importing this file imports the whole topic. -/
