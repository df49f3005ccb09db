"""Files from outside: macros, bombs, far cells, damage and wrong kinds are refused in words."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from fazhi.engine.refusal import Refusal
from fazhi.exchange import workbook
from fazhi.exchange.workbook import open_book
from tests.exchange.conftest import workbook as made


def packed(entries: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "text"),
    [
        (b"x", "许可.xlsm", "宏"),
        (b"x", "许可.xls", "宏"),
        (b"x", "许可.docx", "不是可以导入的文件"),
        (b"", "许可.xlsx", "是空的"),
        (b"no zip at all", "许可.xlsx", "不是完好的"),
        (packed({"xl/vbaProject.bin": b"x"}), "许可.xlsx", "带有宏"),
        (packed({"a.txt": b"x"}), "许可.xlsx", "不能读取"),
        (b"\0\0", "许可.csv", "不是文本文件"),
        (b"\xff\xff\xff", "许可.csv", "编码不能识别"),
    ],
)
def test_what_is_no_sheet_is_refused(data: bytes, name: str, text: str) -> None:
    with pytest.raises(Refusal, match=text):
        list(open_book(data, name).rows(""))


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "UNPACKED", 1_000_000)
    bomb = packed({"xl/worksheets/sheet1.xml": b"0" * 2_000_000})
    with pytest.raises(Refusal, match="解压后过大"):
        open_book(bomb, "许可.xlsx")


def test_an_entry_that_is_longer_than_it_says_is_refused() -> None:
    data = bytearray(made({"许可": [["申请人"]]}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (3).to_bytes(4, "little")
    with pytest.raises(Refusal, match="不是完好的"):
        open_book(bytes(data), "许可.xlsx")


@pytest.mark.parametrize("place", [(0, 300), (1_048_575, 0), (200_001, 3)])
def test_a_cell_far_out_is_refused_before_a_sheet_is_built(place: tuple[int, int]) -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        book.add_worksheet().write(*place, "远")
    with pytest.raises(Refusal, match="超出范围"):
        open_book(target.getvalue(), "许可.xlsx")


def test_a_far_cell_is_found_however_its_place_is_written_and_wherever_a_piece_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workbook, "CHUNK", 100)
    for before in range(90, 110):
        sheet = b"<row>" + b" " * before + b"<c\tr\n= 'XFD1048576'><v>1</v></c></row>"
        with pytest.raises(Refusal, match="XFD1048576"):
            open_book(packed({"xl/worksheets/sheet1.xml": sheet}), "许可.xlsx")


def test_a_text_that_looks_like_a_far_cell_is_a_text() -> None:
    data = made({"许可": [["申请人"], ['r="XFD1048576"']]})
    assert list(open_book(data, "许可.xlsx").rows("许可"))[1] == ['r="XFD1048576"']


def test_a_comma_separated_file_is_read_in_both_usual_encodings(tmp_path: Path) -> None:
    for encoding in ("utf-8-sig", "utf-8", "gb18030"):
        path = tmp_path / "许可.csv"
        path.write_bytes("申请人,收到日期\r\n张三,2024-03-04\r\n".encode(encoding))
        assert list(open_book(path, path.name).rows("")) == [["申请人", "收到日期"], ["张三", "2024-03-04"]]


def test_a_file_too_large_or_missing_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="没有“许可"):
        open_book(tmp_path / "许可.xlsx", "许可.xlsx")
    monkeypatch.setattr(workbook, "LARGEST", 10)
    with pytest.raises(Refusal, match="超过"):
        open_book(b"0" * 11, "许可.csv")
