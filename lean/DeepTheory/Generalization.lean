prelude
import DeepTheory.Generalization.BinomialSum
import DeepTheory.Generalization.BinomialSumReal
import DeepTheory.Generalization.Errors
import DeepTheory.Generalization.FiniteClass
import DeepTheory.Generalization.FiniteClassControls
import DeepTheory.Generalization.FiniteClassReal
import DeepTheory.Generalization.FiniteClassRealControls
import DeepTheory.Generalization.GrowthFunction
import DeepTheory.Generalization.Halfspace
import DeepTheory.Generalization.RademacherComplexity
import DeepTheory.Generalization.SauerShelah
import DeepTheory.Generalization.SetFamily
import DeepTheory.Generalization.SignNetwork
import DeepTheory.Generalization.Symmetrization
import DeepTheory.Generalization.SymmetrizationControls
import DeepTheory.Generalization.VCBound
import DeepTheory.Generalization.VCBoundControls
import DeepTheory.Generalization.VCComputation
import DeepTheory.Generalization.VCDimension
/-! # Classical generalization theory

Chapter 7: importing this file imports the whole topic. -/
