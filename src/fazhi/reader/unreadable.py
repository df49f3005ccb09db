"""The one error of the reader: a source that cannot be read, said in Chinese for the one who handed it in."""


class Unreadable(Exception):  # noqa: N818 - it names what the source is
    """The message says what is wrong with the source and what to do; it does not name the file."""
