"""The strategies of Hypothesis, loaded when the first of them is used.

Topic modules take their strategies from here: a run in which nothing is searched does not load
Hypothesis at all.
"""

from __future__ import annotations

from typing import Any

__all__: list[str] = []


def __getattr__(name: str) -> Any:
    from hypothesis import strategies

    return getattr(strategies, name)
