"""Who acts, where, when: the dated tree of organs, people, posts and roles."""
