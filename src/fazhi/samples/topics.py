"""The lines of law-based-government work that a report may speak of, declared already or still to come."""

TOPICS = frozenset(
    {
        "leadership",
        "plan",
        "training",
        "lists",
        "services",
        "business",
        "credit",
        "decisions",
        "normative",
        "legislation",
        "advisers",
        "enforcement",
        "review",
        "reconsideration",
        "litigation",
        "mediation",
        "petitions",
        "disclosure",
        "proposals",
        "audit",
        "publicity",
        "legalaid",
        "organs",
    }
)
"""Keys of the workstreams; a figure of one that is not declared yet waits, any other key is a mistake."""
