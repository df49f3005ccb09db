"""法治: records held to the law in force, figures that open to their records, reports read back."""
