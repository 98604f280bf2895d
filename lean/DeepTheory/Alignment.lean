prelude
import DeepTheory.Alignment.BradleyTerry
import DeepTheory.Alignment.Coverage
import DeepTheory.Alignment.DPO
import DeepTheory.Alignment.KLRegularization
import DeepTheory.Alignment.Logistic
import DeepTheory.Alignment.PreferenceCycles
import DeepTheory.Alignment.ReferenceLogOdds
/-! # Alignment

Chapter 20: importing this file imports the whole topic. -/
