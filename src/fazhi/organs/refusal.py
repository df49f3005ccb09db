"""What this floor says no to: a change of the tree or of rights that cannot be true or is not allowed."""


class OrganRefused(ValueError):  # noqa: N818 - a refused question is an answer, not an error of the program
    """Nothing was changed. The text is Chinese, for the clerk: what, where, remedy."""
