"""The parts of the page that shows a report card: HTML, plots, and a section for each subject."""
