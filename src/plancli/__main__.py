"""`python -m plancli` is `plancli`."""

from .cli import run

run()
