prelude
import DeepTheory.Information.KL
/-! # Information

Entropy and divergence on finite types: importing this file imports the whole topic. -/
