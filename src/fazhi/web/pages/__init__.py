"""The pages one by one: each reads through the engine's access and fills the values of its template."""
