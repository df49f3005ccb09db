"""Speed, measured as ratios against a peer in the same run on the same data."""
