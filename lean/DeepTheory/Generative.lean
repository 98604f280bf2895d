prelude
import DeepTheory.Generative.DescentAscent
import DeepTheory.Generative.Discriminator
import DeepTheory.Generative.JensenShannon
import DeepTheory.Generative.LipschitzNetwork
import DeepTheory.Generative.Wasserstein
/-! # Generative models

Chapter 14: importing this file imports the whole topic. -/
