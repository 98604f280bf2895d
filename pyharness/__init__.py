"""A machine-checked map of the theory of deep learning.

The package reads the registry of the book's statements (``theorems.yaml``), builds and audits the
Lean proofs, checks numeric instances and shows how the results rest on each other. Lean decides,
Python reports.
"""

__version__ = "0.1.0"
