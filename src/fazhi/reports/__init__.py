"""The year told: an outline filled with sentences from frozen figures, written as page, document and data."""
