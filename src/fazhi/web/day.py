"""Days and numbers in the words of the page: 3月14日, 03-14, 周五, 剩 5 天, 1,846."""

from __future__ import annotations

from datetime import date

WEEK = "一二三四五六日"
DIGITS = "〇一二三四五六七八九"


def said(day: date) -> str:
    """3月14日, as in a sentence."""
    return f"{day.month}月{day.day}日"


def short(day: date, today: date | None = None) -> str:
    """03-14; with ``today`` the year stands before it where it is another year."""
    if today is not None and day.year != today.year:
        return day.isoformat()
    return f"{day:%m-%d}"


def weekday(day: date) -> str:
    """周五."""
    return f"周{WEEK[day.weekday()]}"


def counted(number: int) -> str:
    """A number from 1 to 99 in Chinese numerals: 十四, 三十一."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十"
    return head + (DIGITS[ones] if ones else "")


def spoken(day: date) -> str:
    """三月十四日　星期五, the title of a day."""
    return f"{counted(day.month)}月{counted(day.day)}日　星期{WEEK[day.weekday()]}"


def days(first: date, last: date) -> str:
    """17—21日, or 31日—2月4日 across months: the span of a group of days."""
    if first == last:
        return f"{first.day}日"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}—{last.day}日"
    return f"{said(first)}—{said(last)}"


def grouped(number: int) -> str:
    """1,846."""
    return f"{number:,}"
