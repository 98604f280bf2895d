prelude
import DeepTheory.Approximation.Network
import DeepTheory.Approximation.StepNetwork
import DeepTheory.Approximation.ReluCells
import DeepTheory.Approximation.GridCount
import DeepTheory.Approximation.Sawtooth
import DeepTheory.Approximation.ReluLine
import DeepTheory.Approximation.Tent
import DeepTheory.Approximation.MissingTriangles
import DeepTheory.Approximation.DepthSeparation
/-! # Approximation

Chapters 2 and 3: importing this file imports the whole topic. -/
