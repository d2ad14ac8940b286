"""What the aligner weighs, all in one place: 0 is neutral, what is below speaks for a reading, what is above against it.

Found by measuring; the order of things carries more than the figures (any of them halved or doubled alone changes little).
"""

from __future__ import annotations

from functools import cache

FAR = 99.0  # as good as impossible

# what the lexers saw
LINE_STAY = 1.0  # a line end within a cell, where nothing else is known
TAB_STAY = 2.0  # the same where rows have tabs or bars, in a line that has some
FULL_STAY = -3.0  # … behind a line as wide as those of broken cells
BARE_STAY = 0.5  # … in a line that has none
BARE_GAP = 3.0  # … and stands behind a blank line
GAP_STAY = 4.0  # blank lines between all cells: a cell that goes over one
GAP_BROKEN = 1.0  # … where some surely do
NO_GAP = 5.0  # … a new cell without one
GAP_ROW = -1.5  # blank lines between rows: a row behind one
GAP_WITHIN = 2.0  # … a cell of the same row behind one
NO_GAP_ROW = 1.5  # … a row without one
BLANK_STAY = 1.7  # one blank within a cell
NARROW_STAY = 0.7  # … behind a piece as short as a line of a narrow cell
BLANK_CELL = 0.3  # one blank between cells
ROW_STAY = 2.0  # by so much less the line there is likely to be the rest of its last cell
BEHIND_ROW = (
    4.0  # … a line's end behind a row's number and the first line of a cell, as a viewer copies it where that goes on
)
EVEN = 1.8  # … in a row that has as many pieces as there are columns; that the table has ended before such a row
UNIT_STAY = -2.0  # … between a number and its unit
SET_STAY = -1.5  # … before a number, where blanks set all of them off
WIDE_STAY = 4.0  # several blanks within a cell
PAD = 0.7  # an empty field at the end of a line is no cell
EMPTY = 0.2  # a cell that is written empty
EMPTY_SERIES = 4.0  # … where a number is due
ODD_ROW = 3.0  # a row where the bars tell another reading

# the text of one cell: behind an open end, as the next item, name or time; otherwise; behind a stop
STAY_OPEN, STAY_ITEM, STAY_BODIES, STAY_TIMES, STAY_TEXT, STAY_STOP = -2.0, -2.5, -0.5, -1.0, 2.0, 2.5
STAY_LEADS = 1.5  # the next name where one leads: those that help are several
STAY_CATEGORY = 1.0  # narrow cells break short names
STAY_LISTED = -1.0  # behind ；, which parts what one cell lists
STAY_EMPTY = 4.0  # behind a cell that is written empty

# a cell is not there, empty or merged with the one above, by what its column holds
SKIP = {
    "series": 4.5, "category": 0.8, "task": 8.0, "theme": 1.2, "departments": 2.5, "leaders": 2.0, "time": 2.0, "slot": 1.0, "remarks": 0.4, "other": 1.5,
}  # fmt: skip
SKIP_UPPER = 1.2  # a task column that another one makes finer
SKIP_SUPPORT = 1.7  # bodies that help
SKIP_PLACED = 0.1  # … of one whose place among the blanks is known
LEAD = 0.75  # absent cells that begin a row cost this share: merged ones stand there
LEFT = 0.1  # … more, the further right

GROUP = -1.0  # a heading across the table that has a label
ALONE = 1.5  # … less for each field that is written empty behind it, where it is all of its row
GROUP_FREE, GROUP_AGAIN = 4.0, 2.0  # one without; where there surely are such
AFTER = 2.5  # the table has ended
AFTER_TOKEN = 0.3  # … each token behind its end
AFTER_CHAIN = 6.0  # … a number of its series there
END_ROW = 12.0  # … before a line that has tabs or bars
UNLIKE, MOST_UNLIKE = 1.5, 3.0  # a text unlike the other cells of its column
SAID = 1.5  # what speaks for a category, or a remark, that stands elsewhere beside the other
MISPLACED, MOST_MISPLACED = 0.5, 4.0  # a text that begins elsewhere, each half-width column beyond `NEAR`
NEAR = 2
UNDATED = 2.0  # a sentence in a column of dates
ITEM_OF_NAMES = 1.5  # a numbered item among names or times
WORD_SURE, WORD_KNOWN, WORD_UNKNOWN = -2.5, -1.0, 1.0  # a header word
BROKEN_WORD = -1.0  # … that lines have broken
CUT_WORD = 3.0  # a sure word of the header that is read as a cell
REMARKS_AMID = 15.0  # remarks that do not stand at the end
LOWER_ROW = -0.5  # words that stand beneath others
SPAN, GUESS = 2.0, 2.0  # a header word over one more column; a guess what is beneath

# how a text that looks so fits a column that holds this
LOOKS = (
    "chain",
    "number",
    "ordinal",
    "bodies",
    "bodyish",
    "time",
    "timed",
    "person",
    "short",
    "text",
    "sentence",
    "dash",
    "total",
    "mark",
)
_FIT = """
    series       -5   3    -2   12   12   12  12   12  10   12   20   8  0  20
    category     15   3     1    2    1    2   3   0.3  0    1.5  5   3  0  8
    task         20   5     4    3.5  0.4  4   0   0.7  0.3 -0.3 -0.5 4  0  9
    theme        20   5     4    3.5  0.4  4   0.5 0.7 -0.3 -0.3  4   4  0  9
    departments  20   7     7   -3   -1.5  7   5   3    2    3.5  6   0.5  9  9
    leaders      20   7     7    2.5  2.5 7   6  -2    2    5    7   0.5  9  9
    time         15   3    -2    6    4   -3   0   5    2    2.5  3   0.5  9  9
    slot         20   4     3    3    1.5  0   0   2    0    0    0   0.3  9  0
    remarks      15   2     2    1.5  1    2   1   1    0.3  1    4.5 0.3  9  1
    other        15   0.5   1    1.2  0.8  1.5 1   0.3  0.5  0.8  1.5 0.3  9  1
"""
FIT: dict[str, dict[str, float]] = {
    kind: dict(zip(LOOKS, map(float, row), strict=True)) for kind, *row in map(str.split, _FIT.strip().splitlines())
}

SAMPLE = 120  # tokens by which headers are compared
MAX_MEAN = 1.6  # cost a token above which a table is not understood
UNREAD = 1.0  # by so much a reading must be better that leaves the table out
SINGLE = 3.0  # … one of a single row, where others have more
TORN = 0.6  # … one right below which lines stand in columns
SPARE, PLACED = 0.6, -0.5  # … by places, where each line is a row; where cells are merged over rows
DOUBT = 1.0  # margin below which a cell's place is not sure
ILL = 1.5  # how much better a cell would fit the empty place beside it, for its own not to be sure
MAX_DOUBTFUL = 0.8  # share of rows in doubt above which a table is not understood
MOST_MORE = 2.0  # of what a missing cell costs, the share that grows with the fullness of the rows
COUNTED_SKIPS = 6.0  # how much more a missing cell costs where every cell is written
FULL_MEAN = 1.0  # cost a cell above which rows of closed cells are not whole ones
FULL_SKIPS = 6.0  # … where most rows are full


@cache
def cost_of_looks(kind: str, looks: frozenset[str]) -> float:
    """What speaks against a cell that looks so in a column of a kind, by the look that fits it best."""
    return min(FIT[kind][look] for look in looks)
