"""The pages: the state of the book at a glance, and a page for every row.

Plain HTML with its style inside, formulas as MathML, no script: a page opens from disk, without a
network, in any current browser, light or dark.
"""

from pyharness.site.build import build_site

__all__ = ["build_site"]
