"""The settings of all steps of the layout, with the range in which they made no difference on PDFs of many writers."""

from __future__ import annotations

# Lines, in ems of the smaller type.
SAME_LINE = 0.45  # base lines closer than this are one line (0.25 to 0.9: lines stand 1.1 apart, OCR jitters by 0.3)
WIDE_SIGN = 1.2  # wider than any character: a sign that stands for two
TWIN = 0.2  # the same character closer than this is drawn twice, to look bold (0.1 to 0.25)

# Blanks, in ems beyond the letter spacing of the line itself.
BLANK_LATIN = 0.2  # between Latin letters and digits (0.1 to 0.35)
BLANK_CHINESE = 0.9  # else (0.9 to 1.5)
BLANK_SPACED = 1.1  # else, in a line whose characters stand apart
SPACED = 0.12  # a line whose characters usually stand this far apart is letter-spaced, distributed or OCR's
OCR_BLANKS = 0.4  # blanks for each character of a page: more stand after each character or word, and say nothing

# Regions.
SEGMENT_GAP = 1.2  # em: a wider gap parts a row (0.6 to 1.2: blanks of justification are under 0.6)
WORD_GAP = 0.5  # em: words of one text stand closer
BLANK_FILLS = 0.3  # em that may be left of a gap which a blank of the file fills, so that it parts words and no columns
ALIKE = 0.8  # of the larger type: smaller type is another text, but where it touches; smaller numbers on one base line count lines
LABEL_WIDTH = 3.5  # em: a column of labels is no narrower
COLUMN_CLEAR = 0.3  # em that stays clear between two columns in every row (0.1 to 0.6: autospace is 0.25)
PROSE_WIDTH = 9.0  # em: columns of prose are no narrower
PROSE_FULL = 0.4  # share of a prose column's lines that fill it
PROSE_MIXED = 0.25  # share of full lines where headings and short items stand among them
PROSE_LINES = 8  # of a column that shows by itself that the page has two
IN_PIECES = 1.15  # stretches a line: more are the cells of a table
WIDEST_GUTTER = 5.0  # em between two columns, ragged edge and all
PROSE_SHORT = 0.15  # share of its lines that reach its edge, where most are short items
FEW_LINES = 6  # times as many stand in the first column as in the second, which has just begun
SAME_FLOW = 1.3  # of the pitch of the first: so far apart its lines stand at most
RAGGED = 2.5  # em: a ragged edge
FULL = 0.75  # of the width of a column: a line as long fills it
SAME_STRIP = 12.0  # points: strips of two pages that lie closer are one
MOST_ACROSS = 4  # lines across the columns of a page that goes on with those of the page before
RULE_BEYOND = 9.0  # points by which the rules of a table in a column reach over its text, or fall short of it
INSET = 2.6  # em: first lines are set in no farther
HEAD_BAND = 0.12  # of the page's height, at its head and foot, where what is no line of a column may stand
HEAD_SIZE = 0.92  # of the usual size: it is no larger
HEAD_ROOM = 2.2  # of the usual size, from its base line to the next
HEAD_LENGTH = 30  # characters of a piece beneath the columns; a longer one is a note
SAME_PLACE = 6.0  # points by which heads and numbers of two pages of a spread differ
SPREAD = 1.25  # width to height: a sheet as broad may hold two pages
SPREAD_GAP = 6.0  # em between them
BESIDE_BOX = 30.0  # points between a box and the lines that flow round it, at most
LINES_BESIDE = 2  # lines that do
DEEPEST_CUT = 8  # cuts within cuts

# Tables by gaps.
MOST_COLUMNS = 60  # a line of more pieces is none of a table
EDGE_PIECES = 3  # of a line whose pieces' left edges are those of columns
EDGE_HEADING = 8  # characters of the pieces of a broken heading, which may be fewer
EDGE_LINES = 3  # that share a left edge
SAME_EDGE = 1.0  # points between left edges of one column
EDGE_GAP = 0.15  # em beyond the spacing of a text by which it stands apart at such an edge
EDGE_UNEVEN = 0.04  # em by which it stands apart, or closer, right at such an edge
SAME_POINT = 0.2  # points: right at an edge
PATIENCE = 12  # so many looks for each run of a page, and the rest is text

SCANNED = 0.5  # share of a page that pictures cover: its text is OCR's, or stands on a ground

# Pictures that may hold words.
FIGURE_LONG = 170.0  # points of the longer side: seals and codes are 130 at most
FIGURE_NARROW = 50.0  # points of the shorter side: a line or two of words; a strip is an ornament
FIGURE_SHARE = 0.04  # of the page
FIGURE_CLEAR = 0.04  # of a picture that text may cover; more stands on it as on a ground
FIGURE_PAGE = 0.6  # of the page: a picture as large is a scan or a ground
FIGURE_EDGE = 0.12  # of the page's height: what stands over a scan there may be a head or a number put on it
FIGURE_REPEATS = 3  # pages on which a picture at one place is an ornament

# Words struck out.
STRUCK_OFF = 0.2  # em from their middle: an underline is lower
STRUCK_BEYOND = 0.6  # em that the rule reaches beyond them
STRUCK_FEWEST = 2  # characters: a shorter rule may be a stroke of one, or a fraction's
STRUCK_SHARE = 0.8  # of the rule that they cover

# Type.
SEAL = 190.0  # points: no seal is larger (58 mm)
PALE_LARGE = 1.15  # of the usual size: pale type as large is a watermark
PALE_REPEATS = 3  # pale stretches that say the same are one
TURNED = 3  # degrees off the level and the upright: text that stands so is no part of the page
