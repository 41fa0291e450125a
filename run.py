#!/usr/bin/env python3
"""Open the course (`python3 run.py start`) or prove it (`python3 run.py test`).

Makes the environment in .venv where it is missing or out of date, and hands every word to
`python -m techwar` in it. Standard library only, and no syntax younger than Python 3.6: a
Python that is too old must still get as far as the sentence that says so.
"""

import contextlib
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "made-from"
LOG = ROOT / "build" / "setup.log"
STUDENT = ROOT / "requirements.lock"
DEVELOPER = ROOT / "requirements-dev.lock"
LOCKS = {"start": STUDENT, "work": STUDENT, "release": STUDENT}
LOCKS.update(dict.fromkeys(["build", "test", "bench", "lock"], DEVELOPER))
# An editable install copies these once, so a change to one of them makes the environment old.
COPIED = [ROOT / "pyproject.toml", *sorted((ROOT / "src" / "jupyter").glob("*.json"))]
# A machine's settings for pip and uv that are obeyed: how to reach packages, not where to put them.
REACHING = re.compile(
    "(PIP|UV)_.*(INDEX|LINKS|CERT|TLS|HOST|PROXY|CACHE|CONFIG|TIMEOUT|RETRIES|KEYRING|OFFLINE)"
)
NO_NETWORK = re.compile(
    "(?i)name resolution|getaddrinfo|dns error|connect error|error sending request|unreachable"
    "|failed to establish|connection refused|timed out|proxyerror"
)


class Stop(Exception):
    """A sentence for the person at the terminal: what is wrong and what to do next."""


def main(words):
    """Make the environment that the first of `words` needs, hand them over, return the code."""
    try:
        if not (3, 11) <= sys.version_info[:2] <= (3, 14):
            raise Stop(
                "The course needs Python 3.11, 3.12, 3.13 or 3.14; this is {}.{}: name one of "
                "those, as in `python3.12 run.py start` (Windows: `py -3.12 run.py start`), "
                "or install one from python.org.".format(*sys.version_info)
            )
        if not words or words[0] not in LOCKS:
            said = f"There is no '{words[0]}'" if words else "A word is missing"
            raise Stop(f"{said}: type `python3 run.py` and one of {', '.join(LOCKS)}.")
        make_environment(LOCKS[words[0]])
        return hand_over(words)
    except Stop as stop:
        sentence, code = stop, 1
    except OSError as error:
        what = f"{error.filename or ROOT} cannot be used ({error.strerror or error})"
        sentence, code = f"{what}: close what holds it, or copy the course to your home folder.", 1
    except KeyboardInterrupt:
        sentence, code = "\nStopped.", 130
    print(sentence, file=sys.stderr)
    return code


def make_environment(lock):
    """Put the packages of `lock` and the course into .venv, unless they are there already."""
    if is_ready(lock) or is_ready(DEVELOPER):  # the developers' lock holds the student's
        return
    uv = shutil.which("uv")
    if uv and subprocess.run([uv, "-V"], capture_output=True).returncode:
        uv = None  # a version manager's placeholder
    if not uv and not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        package = "python{}.{}-venv".format(*sys.version_info)
        raise Stop(f"This Python lacks a part: type `sudo apt install {package}`, then the same.")
    began = time.monotonic()
    LOG.parent.mkdir(exist_ok=True)
    LOG.write_bytes(b"")
    if VENV.exists():
        shutil.rmtree(str(VENV))
    # Not sys.executable: started with .venv's own Python, that has just been removed.
    python = getattr(sys, "_base_executable", sys.executable)
    if uv:
        make, install = [uv, "venv", "--python", python], [uv, "pip", "install", "--python", PYTHON]
    else:
        make, install = [python, "-m", "venv"], [PYTHON, "-m", "pip", "install", "--no-compile"]
    locked = ["--require-hashes", "--only-binary", ":all:", "-r", lock]
    own = ["--no-deps", "--no-build-isolation", "--no-index", "--editable", "."]
    step("Making an environment in .venv (once; about a minute).", [*make, VENV])
    step(f"Fetching and installing the packages of {lock.name}.", [*install, *locked])
    step("Installing the course.", [*install, *own])
    STAMP.write_text(fingerprint(lock), encoding="utf-8")
    print(f"Ready after {time.monotonic() - began:.0f} s.", flush=True)


def is_ready(lock):
    """Say whether .venv was made, to the end, from `lock`, by this Python, in this place."""
    return PYTHON.exists() and STAMP.exists() and STAMP.read_bytes() == fingerprint(lock).encode()


def fingerprint(lock):
    """Return a digest of all that an environment depends on."""
    files = b"".join(file.read_bytes() for file in [lock, *COPIED])
    return hashlib.sha256(files + repr((sys.version, str(ROOT))).encode()).hexdigest()


def step(sentence, command):
    """Print `sentence` and run `command`, its output going to the log."""
    print(sentence, flush=True)
    with LOG.open("ab+") as log:
        start, words = log.tell(), [str(word) for word in command]
        code = subprocess.call(words, cwd=str(ROOT), env=environment(), stdout=log, stderr=log)
        log.seek(start)
        said = [line.strip() for line in log.read().decode("utf-8", "replace").splitlines()]
    if code and any(NO_NETWORK.search(line) for line in said):
        raise Stop(f"The packages cannot be fetched: go online and type the same again ({LOG}).")
    if code:
        reason = ([line for line in said if line.lower().startswith("error")] or said or ["?"])[-1]
        raise Stop(f"That failed ({reason}): type the same again, or read the log, {LOG}.")


def environment():
    """Return this machine's variables without those that would lead the tools or course astray."""
    astray = re.compile("PYTHON(PATH|HOME|DONTWRITEBYTECODE)|VIRTUAL_ENV|CONDA_PREFIX|PIP_|UV_")
    kept = {k: v for k, v in os.environ.items() if REACHING.match(k) or not astray.match(k)}
    # UTF-8: or Windows reads the path of this folder, in .venv, in its own code page.
    return dict(kept, PIP_USER="0", PIP_DISABLE_PIP_VERSION_CHECK="1", PYTHONUTF8="1")


def hand_over(words):
    """Run `python -m techwar` with `words` in the environment and return its exit code."""
    child = subprocess.Popen([str(PYTHON), "-P", "-m", "techwar", *words], env=environment())
    try:
        code = child.wait()
    except KeyboardInterrupt:  # the terminal told the child too: give it time to end by itself
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(timeout=5)
        child.terminate()
        child.wait()
        return 130
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
