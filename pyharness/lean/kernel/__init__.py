"""A second kernel: an independent type checker for compiled Lean declarations.

Lean's own kernel accepted every declaration when it was compiled. This one accepts it again, from
the bytes of the ``.olean`` file, with other code in another language: a fault in Lean's kernel, a
compiled file that was changed, a special treatment of a name that the library's definition does
not deserve, none of them passes unseen. `pyharness.lean.recheck` runs it over a library.

============== ===================================================================================
module         what it holds
============== ===================================================================================
levels         universe levels and their order
terms          terms, each built once; substitution
library        declarations, read from compiled modules when they are needed
numbers        which names stand for arithmetic, and why
reduction      computation
equality       equality by definition
inference      types of terms: the type checker
inductive      inductive types and the recursors that they determine
nested         inductive types inside others
declarations   what must hold of each kind of declaration
units          what is checked together, and in which order
store          what earlier runs accepted
workers        the processes that check
============== ===================================================================================

What it does not take from the file: whether an inductive type is admissible, what its recursors
are, whether a structure is one, what a numeral or a function on numerals means. What it takes: the
order in which definitions are best unfolded, which makes nothing equal that is not.

A declaration is checked given what it mentions, each of which is checked by itself; `recheck` makes
sure that none rests on itself. Unsafe and partial definitions are not checked, and nothing safe
may mention them.
"""
