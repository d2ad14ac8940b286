"""A page of runs and rules with their places → blocks in reading order; knows no file format.

sheet       what is drawn on a page: the input
sift        set aside: turned text, watermarks; blanks that say nothing
lattice/    tables by ruling lines
line_numbers  set aside: the numbers of lines in a margin
strips      where nothing reaches across a page, and what is a column
regions     columns, spreads and boxes, in reading order (XY-cut)
stream/     tables by gaps
pieces      where gaps part a line, and which of its runs are one text
lines       runs into lines, with the blanks that are real
page        the steps in order
figures     pictures among the text that may hold words
margins     how far the lines of a text area usually reach, over all pages
measures    the settings of all steps
"""
