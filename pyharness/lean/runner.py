"""Be the ``lean`` command: ``python runner.py LIBRARY ARGS...``.

``libleanshared`` holds all of Lean and exports the C function ``lean_main(argc, argv)``, which is
the whole ``lean`` program. This module calls it through ctypes, so no C compiler is needed. One
process makes one call: Lean keeps global state and ends the process itself.

It runs by path as well as by ``-m``, imports only a handful of standard modules and never the rest
of the package: a build starts it once per module of the library.

The stack limit of the process needs no care: Lean does its work in threads of its own, whose
default stack is far larger than ``ulimit -s`` (option ``-s`` of Lean can only make it smaller).
"""

import _thread
import ctypes
import os
import select
import signal
import stat
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
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Python's handler never runs inside lean_main
    if hasattr(select, "poll") and stat.S_ISFIFO(os.fstat(1).st_mode):
        _thread.start_new_thread(_end_with_the_reader, ())
    code = lean_main(len(words), (ctypes.c_char_p * (len(words) + 1))(*words, None))
    ctypes.CDLL(None).fflush(None)
    os._exit(code & 0xFF)


def _end_with_the_reader() -> None:
    """End this process when nobody can read its standard output any more.

    Lean ignores SIGPIPE, and then waits for ever after it failed to write. So a pipe's other end is
    watched: ``poll`` for no event at all still returns when it is closed.
    """
    poll = select.poll()
    poll.register(1, 0)
    poll.poll()
    ctypes.CDLL(None).signal(signal.SIGPIPE, 0)  # 0 is SIG_DFL; Python's own call needs the main
    os.kill(os.getpid(), signal.SIGPIPE)  # thread, which is inside Lean


def _refuse(message: str) -> None:
    sys.stderr.write(message + "\n")
    sys.exit(UNUSABLE)


if __name__ == "__main__":
    main(sys.argv[1:])
