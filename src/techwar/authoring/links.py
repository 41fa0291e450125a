"""The link that opens the course on Binder, made from the one setting in pyproject.toml."""

import re
import tomllib
from pathlib import Path

from techwar.authoring.prose import AuthoringError

_LINK = re.compile(r"https://mybinder\.org/v2/\S+?(?=[`)\s])")


def launch_link(root: Path) -> str:
    """Return the address that opens the first lesson on Binder.

    Raises:
        AuthoringError: where `[project.urls] Repository` is no address at GitHub.
    """
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    address = settings["project"]["urls"]["Repository"]
    match = re.fullmatch(r"https://github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?", address)
    if not match:
        raise AuthoringError(
            f"[project.urls] Repository in pyproject.toml is {address!r}: give an address such as "
            "https://github.com/OWNER/techwar."
        )
    first = min(path.name for path in (root / "lessons").glob("[0-9][0-9]-*.ipynb"))
    return f"https://mybinder.org/v2/gh/{match[1]}/HEAD?urlpath=lab/tree/work/lessons/{first}"


def renew_links(root: Path) -> None:
    """Write the present link over every older one in README.md."""
    readme = root / "README.md"
    text = readme.read_text(encoding="utf-8")
    readme.write_text(_LINK.sub(launch_link(root), text), encoding="utf-8", newline="\n")
