"""What holds for every file of the repository: no machine and no registry in it, LF line ends."""

import re
from pathlib import Path

import pytest

COURSE = Path(__file__).parents[2]
GITIGNORE = (COURSE / ".gitignore").read_text(encoding="utf-8").split()
IGNORED = {".git", *(line.strip("/") for line in GITIGNORE if line.endswith("/"))}
FILES = [
    path.relative_to(COURSE)
    for path in sorted(COURSE.rglob("*"))
    if path.is_file() and not IGNORED & set(path.relative_to(COURSE).parts)
]
SETTINGS = {".lock", ".toml", ".json", ".cfg", ".ini", ".npmrc", ".yml", ".yaml"}
# Addresses that say where something comes from or what a licence is, and that nothing fetches.
MAY_NAME_ADDRESSES = {
    "pyproject.toml": r"^Repository = ",
    "data/datapackage.json": r'^"(path|homepage|pattern)": ',
}
# In two pieces, or this file would name them.
REGISTRIES = [
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "registry.npmjs" + ".org",
    "/pypi" + "/simple",
]
INDEX_OPTIONS = re.compile("(index|default-index|extra-index)" + r"-?url|find" + r"-links")
MACHINE_PATHS = re.compile(r"(?<![\w.])/(root|home/\w+|work/main|Users/\w+|tmp)/|file:" + "///")


def read(path):
    return (COURSE / path).read_bytes().decode("utf-8", "replace")


def is_text(path):
    return b"\0" not in (COURSE / path).read_bytes()


def is_settings(path):
    name = path.name
    return path.suffix in SETTINGS or name.startswith("requirements") or name in SETTINGS


def places(path, pattern):
    """Each line of a file that holds a pattern, as file:line: text."""
    return [
        f"{path.as_posix()}:{number}: {line.strip()[:120]}"
        for number, line in enumerate(read(path).splitlines(), start=1)
        if re.search(pattern, line)
    ]


def all_places(pattern, paths):
    return [place for path in paths for place in places(path, pattern)]


TEXTS = [path for path in FILES if is_text(path)]


@pytest.mark.parametrize(
    "line", ["cd /ro" + "ot/x", "open('/ho" + "me/me/x')", "fi" + "le:///x", '"/wo' + 'rk/main/x"']
)
def test_a_path_of_a_machine_is_seen(line):
    assert MACHINE_PATHS.search(line)


@pytest.mark.parametrize(
    "line", ["see ./root/x", "src/tmp/x", "{course}/work/lessons", "/lab/tree/"]
)
def test_a_path_of_the_course_is_none_of_a_machine(line):
    assert not MACHINE_PATHS.search(line)


def test_the_files_are_found():
    found = {path.as_posix() for path in FILES}
    assert {"run.py", "requirements.lock", "binder/requirements.txt", ".ci/run"} <= found
    assert not any("node_modules" in name or name.startswith(".venv") for name in found)


@pytest.mark.parametrize("host", REGISTRIES)
def test_no_file_names_a_registry(host):
    assert all_places(re.escape(host), TEXTS) == []


def test_no_lock_or_settings_file_names_an_address():
    named = [
        place
        for path in TEXTS
        if is_settings(path)
        for place in places(path, "://")
        if not re.search(MAY_NAME_ADDRESSES.get(path.as_posix(), "(?!)"), place.split(": ", 1)[1])
    ]
    assert named == []


def test_no_settings_file_chooses_an_index():
    assert all_places(INDEX_OPTIONS, [path for path in TEXTS if is_settings(path)]) == []


def test_no_file_names_a_path_of_a_machine():
    assert all_places(MACHINE_PATHS, TEXTS) == []


def test_line_ends_are_those_that_checksums_are_made_of():
    assert [str(path) for path in TEXTS if b"\r\n" in (COURSE / path).read_bytes()] == []


def test_every_text_is_utf_8():
    assert [str(path) for path in TEXTS if "\ufffd" in read(path)] == []
