"""The draft as one plain HTML file for the editor of a website: no script, no other host, plain tags."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from fazhi.reports.facts import SAMPLE, facts_of
from fazhi.reports.manuscript import Block, Draft, Entry, Run

STYLE = """
body { margin: 2em auto; max-width: 40em; padding: 0 1em; font: 17px/2 FangSong, FandolFang, "Noto Serif CJK SC", serif }
h1 { font: 26px/1.5 FZXiaoBiaoSong-B05S, "Songti SC", "Noto Serif CJK SC", serif; text-align: center }
h2 { font: 17px/2 SimHei, "Noto Sans CJK SC", sans-serif; text-indent: 2em; margin: 0 }
h3 { font: 17px/2 KaiTi, FandolKai, "Noto Serif CJK SC", serif; text-indent: 2em; margin: 0 }
p { margin: 0; text-indent: 2em } p.plain { text-indent: 0 } p.sign { text-align: right; text-indent: 0 }
a { color: inherit; text-decoration: underline dotted } table { border-collapse: collapse; width: 100%; font-size: 14px; line-height: 1.6 }
th, td { border: 1px solid; padding: .2em .5em; text-align: left; overflow-wrap: anywhere } td.n { text-align: right; white-space: nowrap }
caption { text-align: left; padding: .5em 0 } hr { margin: 2em 0 }
"""  # noqa: E501 - a stylesheet

TAGS = {
    "title": ("h1", ""),
    "addressees": ("p", ' class="plain"'),
    "chapter": ("h2", ""),
    "part": ("h3", ""),
    "paragraph": ("p", ""),
    "signature": ("p", ' class="sign"'),
    "date": ("p", ' class="sign"'),
}
COLUMNS = ("数据", "正文数字", "来源", "记录数", "口径")
ORIGINS = {"counted": "登记得出", "declared": "申报"}


def write_html(draft: Draft) -> str:
    """The whole file; each number of the text links to its row in the table of figures at the end."""
    return "\n".join(_lines(draft)) + "\n"


def _lines(draft: Draft) -> Iterator[str]:
    yield "<!doctype html>"
    yield '<html lang="zh-CN">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(draft.title)}</title>"
    yield f"<style>{STYLE}</style>"
    yield "</head>"
    yield "<body>"
    if draft.synthetic:
        yield f'<p class="plain">{SAMPLE}</p>'
    yield from map(block_html, draft.blocks())
    yield "<hr>"
    yield from table_html(draft)
    for name, value in facts_of(draft):
        yield f'<p class="plain">{escape(name)}：{escape(value)}</p>'
    yield "</body>"
    yield "</html>"


def block_html(block: Block) -> str:
    tag, attributes = TAGS[block.kind]
    return f"<{tag}{attributes}>{''.join(map(run_html, block.runs))}</{tag}>"


def run_html(run: Run) -> str:
    if not run.figure:
        return escape(run.text)
    return f'<a href="#{anchor(run.figure)}">{escape(run.text)}</a>'


def anchor(key: str) -> str:
    return f"f-{key}"


def table_html(draft: Draft) -> Iterator[str]:
    """The figures of the text with origin and basis, each the target of its links."""
    yield "<table>"
    yield "<caption>附表　正文数据及其来源</caption>"
    yield "<tr>" + "".join(f'<th scope="col">{name}</th>' for name in COLUMNS) + "</tr>"
    yield from map(entry_html, draft.entries)
    yield "</table>"


def entry_html(entry: Entry) -> str:
    label, printed, basis = map(escape, (entry.label, entry.printed, entry.basis))
    return (
        f'<tr id="{anchor(entry.key)}"><td>{label}</td><td class="n">{printed}</td>'
        f'<td>{ORIGINS[entry.origin]}</td><td class="n">{entry.records}</td><td>{basis}</td></tr>'
    )
