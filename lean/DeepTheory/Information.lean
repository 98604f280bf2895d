prelude
import DeepTheory.Information.KL
import DeepTheory.Information.TotalVariation
/-! # Information

Entropy and divergence on finite types: importing this file imports the whole topic. -/
