"""Be the ``lean`` command: ``python runner.py LIBRARY ARGS...``.

``libleanshared`` holds all of Lean and exports the C function ``lean_main(argc, argv)``, which is
the whole ``lean`` program. This module calls it through ctypes, so no C compiler is needed. One
process makes one call: Lean keeps global state and ends the process itself.

It runs by path as well as by ``-m``, imports only a handful of standard modules and never the rest
of the package: a build starts it once per module of the library.

The stack limit of the process needs no care: Lean does its work in threads of its own, whose
default stack is far larger than ``ulimit -s`` (option ``-s`` of Lean can only make it smaller).
"""

import ctypes
import os
import signal
import sys

__all__ = ["PARENT", "UNUSABLE", "main"]

#: Exit code when the library cannot serve.
UNUSABLE = 3

#: Environment variable: the process that must stay alive; Lean ends with it (Linux).
PARENT = "PYHARNESS_PARENT"

_PR_SET_PDEATHSIG = 1


def main(arguments: list[str]) -> None:
    """Run Lean and end the process with its exit code.

    Parameters
    ----------
    arguments
        The path of ``libleanshared``, then the arguments of ``lean``.
    """
    if not arguments:
        _refuse("usage: python -m pyharness.lean.runner LIBRARY ARGS...")
    library, *rest = arguments
    parent = os.environ.pop(PARENT, "")
    if parent and sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != int(parent):  # it ended before the line above
            os._exit(1)
    try:
        # The interpreter of Lean looks up compiled functions among the global symbols.
        lean = ctypes.CDLL(library, mode=getattr(os, "RTLD_NOW", 0) | ctypes.RTLD_GLOBAL)
    except OSError as error:
        _refuse(f"the library cannot be loaded: {error}")
    try:
        lean_main = lean.lean_main
    except AttributeError:
        _refuse(f"{library} does not export lean_main, the entry point of Lean")
    lean_main.restype = ctypes.c_int
    lean_main.argtypes = [ctypes.c_int, ctypes.POINTER(ctypes.c_char_p)]
    words = [b"lean", *map(os.fsencode, rest)]
    # Python ignores SIGPIPE: Lean would then wait for ever on a reader that has gone away. And
    # Python's own SIGINT handler would never run inside lean_main.
    for name in ("SIGPIPE", "SIGINT"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    code = lean_main(len(words), (ctypes.c_char_p * (len(words) + 1))(*words, None))
    ctypes.CDLL(None).fflush(None)
    os._exit(code & 0xFF)


def _refuse(message: str) -> None:
    sys.stderr.write(message + "\n")
    sys.exit(UNUSABLE)


if __name__ == "__main__":
    main(sys.argv[1:])
