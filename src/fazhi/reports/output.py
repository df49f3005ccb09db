"""The files of one draft: page, official document and data, written together from the same figures."""

from __future__ import annotations

from pathlib import Path

from fazhi.engine.refusal import Refusal
from fazhi.reports.docx import write_docx
from fazhi.reports.facts import write_json
from fazhi.reports.manuscript import Draft
from fazhi.reports.page import write_html


def write_files(draft: Draft, folder: Path) -> list[Path]:
    """``report.html``, ``report.docx`` and ``figures.json``; each replaces the one before when it is whole.

    :raises Refusal: the folder cannot be written.
    """
    files = {
        "report.html": write_html(draft).encode(),
        "report.docx": write_docx(draft),
        "figures.json": write_json(draft).encode(),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            unfinished = folder / f".{name}.part"
            unfinished.write_bytes(content)
            unfinished.replace(folder / name)
    except OSError as error:
        raise Refusal(f"不能写入“{folder}”：{error.strerror}。请检查文件夹、权限和磁盘空间后重试。") from None
    return [folder / name for name in files]
