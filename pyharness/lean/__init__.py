"""Lean from Python: the toolchain, the build, the compiled environment and its audit."""
