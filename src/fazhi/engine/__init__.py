"""Records, moves, clocks, evidence, numbers, the trail, access and figures: what every line of work shares.

No word of any one workstream stands here; the engine is handed declarations (:mod:`fazhi.engine.registry`).
"""
