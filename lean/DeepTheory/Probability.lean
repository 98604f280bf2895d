prelude
import DeepTheory.Probability.Expectation
import DeepTheory.Probability.Finite
import DeepTheory.Probability.Independence
import DeepTheory.Probability.Chernoff
import DeepTheory.Probability.Controls
import DeepTheory.Probability.Hoeffding
import DeepTheory.Probability.HoeffdingControls
import DeepTheory.Probability.GhostSample
import DeepTheory.Probability.Rademacher
/-! # Probability by expectation

Importing this file imports the whole topic. -/
