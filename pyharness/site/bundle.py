"""The script of the graph page: bundled from ``web/`` with the libraries of its lock file.

The libraries are fetched by npm when the script is first made and are not part of this
repository. The bundle is kept per user, by the hash of its sources, so it is made once. Without
Node, or without a network, there is none; the pages then show a drawing without interaction.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from pyharness.project import user_cache, write_whole

__all__ = ["Bundle", "graph_script"]

_WEB = Path(__file__).parent / "web"
_TIMEOUT = 180.0
#: Seconds during which a failure is not tried again by the way.
_PATIENCE = 3600.0


@dataclass(frozen=True)
class Bundle:
    """The script, or why there is none.

    Parameters
    ----------
    text
        JavaScript, ``""`` when there is none.
    reason
        Why there is none.
    """

    text: str
    reason: str = ""


def graph_script(*, again: bool = False) -> Bundle:
    """Return the script of the graph page; make it when it is not there yet.

    Parameters
    ----------
    again
        Whether to try again at once when the last attempt failed.

    Returns
    -------
    Bundle
        The script, or the reason why there is none.
    """
    if os.environ.get("PYHARNESS_NODE") == "0":
        return Bundle("", "it is switched off by PYHARNESS_NODE=0")
    sources = sorted(path for path in _WEB.iterdir() if path.suffix in (".js", ".json"))
    digest = hashlib.sha256()
    for path in sources:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    kept = user_cache() / "web" / f"graph-{digest.hexdigest()[:24]}.js"
    failure = kept.with_suffix(".failed")
    try:
        return Bundle(kept.read_text(encoding="utf-8"))
    except OSError:
        pass
    npm = shutil.which("npm")
    if not shutil.which("node") or not npm:
        return Bundle("", "Node.js is not installed")
    if not again and failure.is_file() and time.time() - failure.stat().st_mtime < _PATIENCE:
        return Bundle("", failure.read_text(encoding="utf-8"))
    bundle = _make(sources, npm)
    if bundle.text:
        write_whole(kept, bundle.text)
        failure.unlink(missing_ok=True)
    else:
        write_whole(failure, bundle.reason)
    return bundle


def _make(sources: list[Path], npm: str) -> Bundle:
    with tempfile.TemporaryDirectory(prefix="pyharness-web-") as name:
        folder = Path(name)
        for path in sources:
            shutil.copy(path, folder)
        fetch = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"]
        esbuild = str(folder / "node_modules" / ".bin" / "esbuild")
        pack = [esbuild, "graph.js", "--bundle", "--minify", "--format=iife", "--target=es2020"]
        pack += ["--outfile=bundle.js", "--metafile=meta.json", "--charset=utf8"]
        for what, command in (("npm could not fetch the libraries", fetch), ("esbuild", pack)):
            try:
                run = subprocess.run(
                    command,
                    cwd=folder,
                    capture_output=True,
                    text=True,
                    timeout=_TIMEOUT,
                    check=False,
                )
            except (OSError, subprocess.TimeoutExpired) as error:
                return Bundle("", f"{what}: {type(error).__name__}")
            if run.returncode:
                lines = [line for line in run.stderr.splitlines() if "rror" in line]
                return Bundle("", f"{what}: {lines[0].strip() if lines else 'it failed'}"[:300])
        text = (folder / "bundle.js").read_text(encoding="utf-8")
        licences = _licences(folder, json.loads((folder / "meta.json").read_text())["inputs"])
        # The text stands inside an HTML page.
        return Bundle((licences + text).replace("</script", "<\\/script").replace("<!--", "<\\!--"))


def _licences(folder: Path, inputs: dict[str, object]) -> str:
    """Return the licences of the bundled libraries as a comment."""
    packages = set()
    for name in inputs:
        parts = Path(name).parts
        if parts[0] == "node_modules":
            packages.add("/".join(parts[1 : 3 if parts[1].startswith("@") else 2]))
    texts = []
    for package in sorted(packages):
        home = folder / "node_modules" / package
        version = json.loads((home / "package.json").read_text())["version"]
        files = sorted(p for p in home.iterdir() if p.name.upper().startswith("LICEN"))
        words = files[0].read_text(encoding="utf-8").strip() if files else ""
        texts.append(f"{package} {version}\n{words}".replace("*/", "* /"))
    return "/*!\n" + "\n\n".join(texts) + "\n*/\n"
