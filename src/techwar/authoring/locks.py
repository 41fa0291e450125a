"""What `python3 run.py lock` does: both lock files and Binder's, from pyproject.toml."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from techwar.errors import TechwarError

STUDENT = "requirements.lock"
DEVELOPER = "requirements-dev.lock"
BINDER = "binder/requirements.txt"

OPTIONS = (
    "--universal",
    "--fork-strategy=fewest",
    # Or the result would depend on the Python at hand.
    "--python-version=3.11",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
    "--no-config",
    "--quiet",
)
# Later versions have no wheel for Macs with an Intel processor.
CONSTRAINTS = "argon2-cffi-bindings<26\n"
# Everything else stays away, or a machine's own package index would leak into the result.
NEEDED = (
    "HOME",
    "PATH",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    "HTTPS_PROXY",
    "SYSTEMROOT",
    "LOCALAPPDATA",
    "APPDATA",
    "TEMP",
)


class LockError(TechwarError):
    """The lock files cannot be made."""


def write_locks(course: Path, *, upgrade: bool = False) -> int:
    """Resolve pyproject.toml in `course`, write the three files, and return 0.

    Versions already locked are kept as far as they are allowed, unless `upgrade`.

    Raises:
        LockError: uv is missing, or finds no versions that fit together.
    """
    uv = shutil.which("uv")
    if uv is None:
        raise LockError("Lock files are made with uv, which is not here: type `pip install uv`.")
    with tempfile.TemporaryDirectory() as folder:
        constraints = Path(folder) / "constraints.txt"
        constraints.write_text(CONSTRAINTS, encoding="utf-8")
        for lock, groups, bounds in (
            (STUDENT, ["student"], [constraints]),
            # The developers' lock is the student's and more: the same versions.
            (DEVELOPER, ["student", "dev"], [constraints, course / STUDENT]),
        ):
            command = [uv, "pip", "compile", "pyproject.toml", *OPTIONS, f"--output-file={lock}"]
            command += [f"--group={group}" for group in groups]
            command += [f"--constraints={bound}" for bound in bounds]
            command += ["--upgrade"] if upgrade else []
            environment = {name: os.environ[name] for name in NEEDED if name in os.environ}
            done = subprocess.run(
                command, cwd=course, env=environment, capture_output=True, encoding="utf-8"
            )
            if done.returncode:
                said = " ".join(done.stderr.split())
                raise LockError(f"{lock} cannot be made from pyproject.toml: {said}")
            print(lock)
    shutil.copyfile(course / STUDENT, course / BINDER)
    print(BINDER)
    return 0
