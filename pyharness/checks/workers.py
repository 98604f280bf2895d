"""Checks that run on other machines: an executor of Dask, named by an address.

The workers import the same modules as this process, so they must have them, and the same version
of them: every worker compares a hash of their code with ours before it runs a check, also one that
joins later. A worker that is lost costs nothing but time: the scheduler gives its checks to others.
"""

from __future__ import annotations

import functools
import hashlib
import json
import logging
import platform
import re
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from pyharness.checks.engine import ENGINE, Sources
from pyharness.problems import Problem, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["OtherVersionError", "fingerprint", "open_executor"]

#: Seconds after which an address that does not answer is given up.
TIMEOUT = 5.0

_ADDRESS = re.compile(r"(tcp|tls|ws|wss)://([^\s:/\[\]]+|\[[0-9a-fA-F:]+\]):[0-9]{1,5}/?")


class OtherVersionError(RuntimeError):
    """A worker has another version of the checks than the process that asks it."""


@functools.cache
def fingerprint(modules: tuple[str, ...]) -> str:
    """Hash the code that decides about checks, as this process has it.

    Parameters
    ----------
    modules
        The topic modules.

    Returns
    -------
    str
        A hash, equal in two processes exactly when they run the same code with the same Python.
    """
    sources = Sources()
    version = ".".join(platform.python_version_tuple()[:2])
    parts = [version, *(sources.of(name) for name in (*modules, *ENGINE))]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _guarded(
    expected: str, modules: tuple[str, ...], function: Callable[..., Any], *arguments: Any
) -> Any:
    """Run a function on a worker that has the expected version of the checks."""
    if fingerprint(modules) != expected:
        raise OtherVersionError("this worker has another version of the checks")
    return function(*arguments)


class _Guarded(Executor):
    """Sends calls to another executor, each with what its worker must have."""

    def __init__(self, executor: Executor, modules: tuple[str, ...]) -> None:
        self._executor = executor
        self._modules = modules
        self._expected = fingerprint(modules)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        call = functools.partial(fn, **kwargs) if kwargs else fn
        return self._executor.submit(_guarded, self._expected, self._modules, call, *args)


@contextmanager
def open_executor(name: str, modules: Iterable[str]) -> Iterator[Executor]:
    """Connect with the workers that a name stands for.

    Parameters
    ----------
    name
        ``dask:ADDRESS``, where the address is that of a Dask scheduler, such as
        ``tcp://127.0.0.1:8786``.
    modules
        The topic modules that the workers need.

    Yields
    ------
    Executor
        Runs functions on the workers.

    Raises
    ------
    ProblemsError
        When the name or the address is malformed, Dask is not installed, nobody answers there,
        there is no worker, or a worker lacks the modules or has another version of them.
    """
    kind, colon, address = name.partition(":")
    if kind != "dask" or not colon:
        raise _problem(f"`{name}` names no executor", "dask:tcp://HOST:PORT", "")
    if not _ADDRESS.fullmatch(address):
        raise _problem(
            f"`{address}` is not the address of a Dask scheduler",
            "tcp://HOST:PORT, such as tcp://127.0.0.1:8786",
            "`dask scheduler` prints its address when it starts",
        )
    try:
        from distributed import Client
    except ImportError as error:
        raise _problem(
            f"Dask cannot be used: {error}",
            "the package distributed",
            "pip install 'pyharness[dask]'",
        ) from error
    # What goes wrong is said below, once.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=TIMEOUT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise _problem(
            f"nobody answers at {address}: {error}",
            "a running Dask scheduler",
            "start `dask scheduler`, then `dask worker ADDRESS` where the checks shall run",
        ) from error
    with client:
        chosen = tuple(dict.fromkeys(modules))
        _same_everywhere(client, address, chosen)
        yield _Guarded(client.get_executor(pure=False), chosen)


def _same_everywhere(client: Any, address: str, modules: tuple[str, ...]) -> None:
    """Require workers, and that each has our version of the checks."""
    workers = list(client.scheduler_info(n_workers=-1)["workers"])
    if not workers:
        raise _problem(
            f"the scheduler at {address} has no workers", "at least one", f"dask worker {address}"
        )
    remedy = "install the same version of pyharness and of the topic modules where the worker runs"
    # A worker that cannot even import this module gives an error instead of an answer.
    answers = client.run(fingerprint, modules, on_error="return")
    for worker, answer in sorted(answers.items()):
        if isinstance(answer, BaseException):
            # What cannot be sent back comes as a plain Exception that names the other one.
            kind = "" if type(answer) is Exception else f"{type(answer).__name__}: "
            said = f"{kind}{answer}"
            raise _problem(f"the worker {worker} cannot import the checks: {said}", "", remedy)
        if answer != fingerprint(modules):
            message = f"the worker {worker} has another version of the checks"
            raise _problem(message, "the same files as here, and the same Python", remedy)


def _problem(message: str, expected: str, remedy: str) -> ProblemsError:
    return ProblemsError(Problem("--executor", 0, 0, message, expected, remedy))
