"""The pages as an official meets them, in Django's own client."""
