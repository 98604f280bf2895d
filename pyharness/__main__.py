"""``python -m pyharness`` is the ``pyharness`` command."""

from pyharness.cli import main

main(prog_name="pyharness")
