"""The metro map as a drawing: where everything stands (``layout``), what is wrong with it (``faults``), and
the picture of it (``svg``).

A map is laid out as a storyline: every line runs from left to right through the phases, and the lines that
share a station come together there in one mark. Columns, the order of lines in each column, their heights and
the places where they change height are found one after the other, each step at the least cost for the step
before it. All sizes are pixels, x to the right and y down.
"""
