prelude
import DeepTheory.Learnability.Deletion
import DeepTheory.Learnability.Halfspaces
/-! # Computational hardness of learning

Chapter 9: importing this file imports the whole topic. -/
