"""The generator's own words: invented places, bodies, persons, and what offices do."""
