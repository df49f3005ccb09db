"""The report in a web page: its paragraphs and tables in order, without navigation, footers and scripts."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import Any

from fazhi.reader.encoding import decode
from fazhi.reader.html_blocks import blocks_of
from fazhi.reader.tables import Layout, lay_out
from fazhi.reader.unreadable import Unreadable

MOST_TAGS = 400_000
DEEPEST = 4_000
_TOO_MANY = "网页的标签多得不正常，不像一份报告。请复制正文存为文本后再读。"
_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "nav",
        "footer",
        "aside",
        "form",
        "select",
        "button",
        "iframe",
        "svg",
        "template",
        "textarea",
        "object",
        "video",
        "audio",
        "head",
        "map",
        "canvas",
        "input",
    ]
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "tr",
        "td",
        "th",
        "table",
        "tbody",
        "thead",
        "caption",
        "figure",
        "figcaption",
        "center",
        "address",
        "body",
        "br",
        "hr",
        "ucapcontent",
        "fieldset",
        "details",
        "summary",
    ]
)
_CHROME = re.compile(
    r"(?:^|[\s_-])(?:nav|menu|foot(?:er)?|crumbs?|breadcrumbs?|sidebar|side|share|"
    r"copyright|links?|friendlink|banner|search|toolbar|pager|pagination"
    r"|related|recommend|hot|login|qrcode|ewm|weizhi|position|dqwz|topbar|fontsize|"
    r"print|jiucuo|bottom|comments?)(?:$|[\s_\d-])",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
_TAG = re.compile(rb"<(/?)([A-Za-z][A-Za-z0-9]*)")
# 这些标签可以不写结束标签。
_UNCLOSED = frozenset(
    b"p li td th tr dd dt br hr img input meta link tbody thead option col area base".split()
)
_META = re.compile(r"<meta\s[^>]{0,400}>", re.IGNORECASE)
_FIELD = re.compile(r"(\w+)\s*=\s*[\"']([^\"'>]{0,300})[\"']")
_STOPS = re.compile("[，。；]")
_HEADLINE = re.compile("[^，。；]{0,40}(?:法治政府|依法行政|法治建设)[^，。；]{0,20}(?:报告|总结)")
_HEADINGS = frozenset(("h1", "h2", "h3"))
_MARKS = re.compile("[，。；：、]")


def text_of_html(data: bytes) -> Layout:
    """The main text of a page. Raises ``Unreadable`` where it holds none."""
    from selectolax.lexbor import LexborHTMLParser

    if data.count(b"<") > MOST_TAGS or _too_deep(data):
        raise Unreadable(_TOO_MANY)
    declared = _CHARSET.search(data[:4096])
    page = decode(data, declared[1].decode("ascii") if declared else "")
    root = LexborHTMLParser(page).body
    if root is None:
        raise Unreadable("网页里没有正文。请确认保存的是完整网页。")
    pieces = _Pieces()
    pieces.walk(root)
    layout = lay_out(blocks_of(pieces.main()))
    if not layout.text.strip():
        raise Unreadable("网页里没有正文，可能由脚本生成。请在浏览器中打开，全选复制为文本后再读。")
    return replace(layout, title=_meta(page, "ArticleTitle"), published=_meta(page, "PubDate"))


def _meta(page: str, name: str) -> str:
    """A field of the head, as the standard of government sites names it (政府网站发展指引: 稿件页标签)."""
    for match in _META.finditer(page, 0, 50_000):
        fields = {key.lower(): value for key, value in _FIELD.findall(match[0])}
        if fields.get("name", "").lower() == name.lower():
            return unescape(fields.get("content", "")).strip()
    return ""


def _too_deep(data: bytes) -> bool:
    """Whether tags nest deeper than pages do: parsers take time with the square of the depth."""
    depth = 0
    for match in _TAG.finditer(data):
        if match[2].lower() in _UNCLOSED:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > DEEPEST:
            return True
    return False


class _Pieces:
    """The page as a flat list of words and block borders, with the weight of prose under each element."""

    def __init__(self) -> None:
        # (kind, text, depth): word, break, open, close
        self.events: list[tuple[str, str]] = []
        self.opened: list[int] = []
        self.boxes: list[tuple[int, int, int, int]] = []

    def walk(self, root: Any) -> None:
        """Lay the tree flat without recursion: pages nest deep and hold up to a million tags."""
        stack: list[tuple[Any, bool]] = [(root, False)]
        prose: list[list[int]] = []
        in_link = 0
        while stack:
            node, leaving = stack.pop()
            tag = node.tag
            if leaving:
                in_link -= tag == "a"
                if tag in _BLOCKS:
                    start, words, linked = prose.pop()
                    self.events.append(("close", tag))
                    self.boxes.append((start, len(self.events), words, linked))
                    if prose:
                        prose[-1][1] += words
                        prose[-1][2] += linked
                continue
            if tag == "-text":
                text = node.text_content or ""
                if text:
                    self.events.append(("word", text))
                    if prose:
                        # 成句的文字才算正文；导航、版权行没有句读。
                        size = len(text.strip()) if _STOPS.search(text) else len(text.strip()) // 10
                        prose[-1][2 if in_link else 1] += size
                continue
            if tag in _DROPPED or tag.startswith(("-", "!")) or _is_chrome(node):
                continue
            in_link += tag == "a"
            if tag in _BLOCKS:
                prose.append([len(self.events), 0, 0])
                self.events.append(("open", tag))
            stack.append((node, True))
            child = node.last_child
            while child is not None:
                stack.append((child, False))
                child = child.prev

    def main(self) -> list[tuple[str, str]]:
        """The events of the smallest element that holds nearly all the prose of the page."""
        if not self.boxes:
            return self.events
        most = max(words for _, _, words, _ in self.boxes)
        holding = [box for box in self.boxes if box[2] * 100 >= most * 85]
        start, end, _, _ = min(holding, key=lambda box: (box[1] - box[0], box[0]))
        return self._with_title(start, end)

    def _with_title(self, start: int, end: int) -> list[tuple[str, str]]:
        """Take in the headline where it stands in the element around: one that adds little else."""
        size = sum(len(text) for kind, text in self.events[start:end] if kind == "word")
        around = [
            box
            for box in self.boxes
            if box[0] <= start and box[1] >= end and (box[0], box[1]) != (start, end)
        ]
        for low, high, words, linked in sorted(around, key=lambda box: box[1] - box[0]):
            if words + linked > size * 1.25 + 200 or linked > 80:
                break
            added = self.events[low:start] + self.events[end:high]
            if _headed(self.events[start : min(end, start + 200)]) and not any(
                tag in _HEADINGS for _, tag in added
            ):
                break
            start, end = low, high
        return self.events[start:end]


def _headed(events: list[tuple[str, str]]) -> bool:
    """Whether the title of a report stands among the first words."""
    return any(kind == "word" and _HEADLINE.fullmatch(text.strip()) for kind, text in events)


def _is_chrome(node: Any) -> bool:
    attributes = node.attributes
    if not attributes:
        return False
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if attributes.get("hidden", 0) is None or "display:none" in (attributes.get("style") or "").replace(
        " ", ""
    ):
        return True
    if len(names) < 3 or not _CHROME.search(names):
        return False
    # 有的网站把正文也放在名字像导航的框里：框里有成段的话就留下。
    return len(_MARKS.findall(node.text(deep=True)[:20_000])) < 12
