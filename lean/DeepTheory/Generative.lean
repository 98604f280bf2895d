prelude
import DeepTheory.Generative.DescentAscent
import DeepTheory.Generative.Discriminator
import DeepTheory.Generative.JensenShannon
/-! # Generative models

Chapter 14: importing this file imports the whole topic. -/
