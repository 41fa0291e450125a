"""The package file describes the tables, and the codebook says the same in words."""

import pytest
from table_checks import check_tables

from techwar.data import DataError
from techwar.data.codebook import codebook, renew
from techwar.data.tables import package, tables_folder

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def test_the_tables_are_what_the_package_file_says():
    if faults := check_tables(tables_folder()):
        pytest.fail("\n".join(faults))


def test_the_codebook_is_what_the_tables_give():
    assert (tables_folder() / "README.md").read_text(encoding="utf-8") == codebook(tables_folder())


def test_every_column_is_described_and_every_word_of_an_enumeration_explained_or_plain():
    for entry in package()["resources"]:
        for field in entry["schema"]["fields"]:
            assert field["description"].endswith("."), field["name"]
            allowed = field.get("constraints", {}).get("enum", [])
            assert set(field.get("meanings", allowed)) == set(allowed), field["name"]


def test_renewing_what_nobody_edited_changes_nothing(copied):
    assert renew(copied) == []


def test_renewing_names_what_it_rewrote(edit):
    folder = edit("market", "2017,growth,9.3,", "2017,growth,9.4,")
    assert [file.name for file in renew(folder)] == ["datapackage.json"]
    assert check_tables(folder) == []


def test_renewing_gives_back_what_a_spreadsheet_took(copied):
    file = copied / "market.csv"
    before = file.read_bytes()
    file.write_bytes(before.removeprefix(b"\xef\xbb\xbf").replace(b"\n", b"\r\n"))
    assert [changed.name for changed in renew(copied)] == ["market.csv"]
    assert file.read_bytes() == before


def test_an_edit_without_a_new_checksum_names_file_and_row(edit):
    folder = edit("market", "2017,growth,9.3,", "2017,growth,9.4,")
    (fault,) = check_tables(folder)
    assert fault.startswith("data/market.csv is not what its checksum says (line ")
    assert "(row ihs-world-growth-2017)" in fault


def test_a_word_where_a_number_belongs_names_row_and_column(edit, copied):
    with pytest.raises(DataError):  # the codebook cannot be written from it
        edit("market", "2017,growth,9.3,", "2017,growth,nine,", renewed=True)
    (fault,) = check_tables(copied)
    assert fault.startswith("data/market.csv, row ihs-world-growth-2017, column value: ")


def test_a_missing_table_is_named(copied):
    (copied / "claims.csv").unlink()
    assert check_tables(copied) == ["data/claims.csv is missing."]


@pytest.mark.parametrize(
    ("table", "old", "new", "place"),
    [
        (
            "market",
            "IHS Markit,PSI Magazine,reported,transcribed",
            "IHS Markit,PSI Magazine,guessed,transcribed",
            "row ihs-exchina-growth-2017, column kind",
        ),
        ("market", "2017,growth,9.3,per cent", "1817,growth,9.3,per cent", "column year"),
        ("market", "9.3,per cent,", "9.3,percent,", "row ihs-world-growth-2017, column unit"),
        ("claims", "c38,19,", "c37,19,", "row c37"),
        ("sources", "\npsi-2018-11,", "\npsi-2018-12,", "psi-2018-11"),
        (
            "claims",
            "psi-2018-11; campussafety-2018; sourcesecurity",
            "psi-2018-11; campus-2018; sourcesecurity",
            "row c37, column other_sources: there is no campus-2018 in sources.csv",
        ),
        (
            "claims",
            ",ihs-china-share-2017,",
            ",ihs-china-part-2017,",
            "row c39, column market_ids: there is no ihs-china-part-2017 in market.csv",
        ),
        ("claims", "c38,19,", "psi-2018-11,19,", "data/claims.csv and in data/sources.csv"),
    ],
)
def test_a_fault_behind_a_renewed_checksum_names_its_place(edit, table, old, new, place):
    folder = edit(table, old, new, renewed=True)
    assert any(place in fault for fault in check_tables(folder)), check_tables(folder)
