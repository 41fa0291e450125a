"""work/: what a student gets, and that nothing of theirs is ever lost."""

import json
import shutil

import pytest

from techwar.work import WorkError, course_folder, fill_work, first_page

LESSON = "lessons/03-how-big.ipynb"


def notebook(source="1 + 1"):
    code = {
        "cell_type": "code",
        "id": "a1",
        "metadata": {},
        "source": [source],
        "execution_count": 1,
        "outputs": [{"output_type": "stream", "name": "stdout", "text": ["2 Milliarden 亿\n"]}],
    }
    prose = {"cell_type": "markdown", "id": "b2", "metadata": {}, "source": ["How big? 多大？"]}
    return {"cells": [prose, code], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def write(file, content):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content), encoding="utf-8")


@pytest.fixture
def course(tmp_path):
    for name in (LESSON, "exercises/03-how-big.ipynb", "solutions/03-how-big.ipynb"):
        write(tmp_path / name, notebook())
    return tmp_path


def test_lessons_and_exercises_come_without_results_and_solutions_do_not_come(course):
    assert fill_work(course) == []
    copies = sorted(p.relative_to(course / "work").as_posix() for p in course.glob("work/*/*"))
    assert copies == ["exercises/03-how-big.ipynb", LESSON]
    copy = json.loads((course / "work" / LESSON).read_text(encoding="utf-8"))
    prose, code = copy["cells"]
    assert prose == notebook()["cells"][0]
    assert (code["outputs"], code["execution_count"]) == ([], None)
    assert code["source"] == ["1 + 1"]


def test_what_a_student_wrote_is_kept(course):
    fill_work(course)
    mine = course / "work" / LESSON
    mine.write_text("my work", encoding="utf-8")
    write(course / LESSON, notebook("2 + 2"))
    fill_work(course)
    assert mine.read_text(encoding="utf-8") == "my work"


def test_a_removed_copy_comes_again(course):
    fill_work(course)
    (course / "work" / LESSON).unlink()
    fill_work(course)
    assert (course / "work" / LESSON).exists()


def test_a_newer_edition_is_announced_until_it_is_taken(course):
    fill_work(course)
    write(course / LESSON, notebook("2 + 2"))
    for _ in range(2):
        (news,) = fill_work(course)
        assert LESSON in news
    (course / "work" / LESSON).rename(course / "work" / "lessons" / "mine.ipynb")
    assert fill_work(course) == []


def test_new_results_of_the_same_lesson_are_no_news(course):
    fill_work(course)
    again = notebook()
    again["cells"][1]["execution_count"] = 7
    write(course / LESSON, again)
    assert fill_work(course) == []


@pytest.mark.parametrize("note", ["", "[]", "{half"])
def test_a_broken_note_of_editions_hurts_nobody(course, note):
    fill_work(course)
    (course / "work" / ".editions.json").write_text(note, encoding="utf-8")
    assert fill_work(course) == []


def test_a_course_without_lessons_gives_an_empty_folder(tmp_path):
    assert fill_work(tmp_path) == []
    assert first_page(tmp_path) is None


@pytest.mark.parametrize("content", ["", "[]", '{"cells": 3}'])
def test_a_broken_lesson_is_named(course, content):
    (course / LESSON).write_text(content, encoding="utf-8")
    with pytest.raises(WorkError, match="03-how-big"):
        fill_work(course)


def test_a_folder_that_cannot_be_written_is_named(course):
    (course / "work").write_text("a file in its place", encoding="utf-8")
    with pytest.raises(WorkError, match="work cannot be written"):
        fill_work(course)


def test_the_first_page_is_the_first_lesson_or_the_one_asked_for(course):
    write(course / "lessons" / "00-python.ipynb", notebook())
    fill_work(course)
    assert first_page(course) == "lessons/00-python.ipynb"
    assert first_page(course, "3") == first_page(course, "03") == LESSON
    with pytest.raises(WorkError, match="no lesson 7; the lessons are: 00, 03"):
        first_page(course, "7")


def test_an_installed_package_finds_the_course_where_it_is_called(course, monkeypatch):
    installed = course / "env" / "site-packages" / "techwar" / "work.py"
    monkeypatch.setattr("techwar.work.__file__", str(installed))
    monkeypatch.chdir(course)
    with pytest.raises(WorkError, match=r"holds run\.py"):
        course_folder()
    for name in ("run.py", "pyproject.toml"):
        shutil.copy(__file__, course / name)
    assert course_folder() == course
