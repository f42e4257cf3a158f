"""Judges the search with numbers: what people type (fragen.csv), what fits (themen.toml), and how much of it comes.

fragen_verdeckt.csv is held out: its queries are never looked at to improve the search. A judgement is changed only if
a second reading of an offer's text shows that it was wrong, never because the search finds something else.
"""
