"""A generator of fictional bulletins with their truth. Drawing, printing and truth import nothing from plancli.

    draw ─► tree (sections, items, tables, each with its meaning) ─► render ─► printed ─► writers ─► bytes
                                                              └────► truth

`strategy.cases` is the hypothesis strategy, `case.seeded` the quick way by number, `read` alone knows plancli.
"""
