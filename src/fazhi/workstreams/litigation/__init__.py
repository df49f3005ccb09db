"""行政应诉: the whole of one line of work, from the complaint received to the lesson drawn."""
