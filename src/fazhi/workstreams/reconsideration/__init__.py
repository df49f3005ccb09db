"""行政复议: the whole of one line of work, from application to annual figure."""
