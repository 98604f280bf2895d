prelude
import DeepTheory.Sequences.Attention
/-! # Sequence models

Chapter 15: importing this file imports the whole topic. -/
