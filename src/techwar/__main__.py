"""The command line: `python3 run.py WORD …` comes here as `python -m techwar WORD …`."""

import argparse
import contextlib
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from techwar.errors import TechwarError
from techwar.work import course_folder, fill_work, first_page


class CommandError(TechwarError):
    """What was typed after the command cannot be done."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise CommandError(f"{message[:1].upper()}{message[1:]}: type `{self.prog} --help`.")


def main(words: Sequence[str] | None = None) -> int:
    """Do what `words` (by default the command line) say and return the exit code."""
    words = sys.argv[1:] if words is None else words
    try:
        arguments = _parser(words).parse_args(words)
        return int(arguments.do(arguments))
    except TechwarError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser(words: Sequence[str]) -> _Parser:
    parser = _Parser(prog="python3 run.py", description="The course: start it, prove it, build it.")
    commands = parser.add_subparsers(metavar="WORD", required=True)

    start = commands.add_parser("start", help="open the lessons in JupyterLab")
    start.add_argument("--no-browser", action="store_true", help="only print the address")
    start.add_argument("--port", type=_port, help="the port to use, and no other")
    start.add_argument("--lesson", metavar="NN", help="the lesson to open (by default the first)")
    start.set_defaults(do=_start)

    work = commands.add_parser("work", help="only copy the lessons to work/")
    work.set_defaults(do=_work)

    test = commands.add_parser("test", help="prove everything, or some stages")
    test.add_argument("stages", nargs="*", metavar="STAGE", help="such as: unit notebooks/03")
    test.set_defaults(do=_test)

    build = commands.add_parser("build", help="texts to notebooks; checksums of the tables")
    build.add_argument("what", nargs="*", metavar="NN|data", help="one lesson, or the tables")
    build.add_argument("--force", action="store_true", help="write over edited notebooks")
    build.set_defaults(do=_build)

    release = commands.add_parser("release", help="what students get of one lesson, as a zip")
    release.add_argument("lesson", metavar="NN")
    release.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    release.set_defaults(do=_release)

    bench = commands.add_parser("bench", help="measure the explorers, or what is named")
    bench.add_argument("what", nargs="?", default="explorers", help="explorers, imports or load")
    bench.set_defaults(do=_bench)

    lock = commands.add_parser("lock", help="write the lock files anew from pyproject.toml")
    lock.add_argument("--upgrade", action="store_true", help="take the newest versions allowed")
    lock.set_defaults(do=_lock)

    if words and words[0] not in commands.choices and not words[0].startswith("-"):
        raise CommandError(
            f"There is no {words[0]!r}: the words are {', '.join(commands.choices)}."
        )
    return parser


def _port(word: str) -> int:
    if not (word.isdigit() and 0 < int(word) < 65536):
        raise argparse.ArgumentTypeError(f"{word!r} is no port; one is a number up to 65535")
    return int(word)


def _start(arguments: argparse.Namespace) -> int:
    course = course_folder()
    _fill(course)
    page = first_page(course, arguments.lesson)
    if arguments.port and _is_taken(arguments.port):
        raise CommandError(
            f"Port {arguments.port} is taken by another program: name another, "
            "or leave --port away and a free one is found."
        )
    # The kernel must be this environment's, whatever the person has installed at home.
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
    try:
        from jupyterlab.labapp import LabApp
    except ImportError as error:
        raise CommandError("JupyterLab is not installed here: use python3 run.py start.") from error
    print(f"Opening JupyterLab at {page or 'work/'}; Ctrl-C in this window ends it.", flush=True)
    options = [
        f"--ServerApp.root_dir={course / 'work'}",
        f"--LabApp.default_url=/lab/tree/{page}" if page else "--LabApp.default_url=/lab",
        f"--ServerApp.open_browser={not arguments.no_browser}",
        # One Ctrl-C ends it; without this the server asks, and gives up asking after 5 s.
        "--ServerApp.answer_yes=True",
        "--ServerApp.log_level=WARN",
        "--LabApp.log_level=WARN",
    ]
    if arguments.port:
        options += [f"--ServerApp.port={arguments.port}", "--ServerApp.port_retries=0"]
    if getattr(os, "geteuid", lambda: 1)() == 0:
        # In a container one is root; the server listens on this machine alone.
        options.append("--allow-root")
    LabApp.launch_instance(options)
    return 0


def _is_taken(port: int) -> bool:
    with contextlib.closing(socket.socket()) as listener:
        return listener.connect_ex(("127.0.0.1", port)) == 0


def _work(_: argparse.Namespace) -> int:
    _fill(course_folder())
    return 0


def _fill(course: Path) -> None:
    for sentence in fill_work(course):
        print(sentence, flush=True)


def _test(arguments: argparse.Namespace) -> int:
    from techwar.authoring.proof import prove

    return prove(arguments.stages, course_folder())


def _build(arguments: argparse.Namespace) -> int:
    from techwar.authoring import build

    return build(arguments.what, force=arguments.force)


def _release(arguments: argparse.Namespace) -> int:
    from techwar.authoring import release

    return release(arguments.lesson, arguments.out)


def _bench(arguments: argparse.Namespace) -> int:
    import runpy

    from techwar.authoring.commands import checkout

    folder = checkout() / "benchmarks"
    known = sorted(file.stem for file in folder.glob("*.py"))
    if arguments.what not in known:
        raise CommandError(f"There is no benchmark {arguments.what!r}: {', '.join(known)}.")
    runpy.run_path(str(folder / f"{arguments.what}.py"), run_name="__main__")
    return 0


def _lock(arguments: argparse.Namespace) -> int:
    from techwar.authoring.locks import write_locks

    return write_locks(course_folder(), upgrade=arguments.upgrade)


if __name__ == "__main__":
    sys.exit(main())
