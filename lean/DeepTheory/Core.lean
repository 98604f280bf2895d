prelude
import DeepTheory.Core.AC
/-! # Core -/
