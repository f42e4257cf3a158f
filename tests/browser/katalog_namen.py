"""Slugs of the browser's catalogue, free of Django so that tests can import them."""

PASST = "kaffeerunde"
PASST_AM_TELEFON = "plaudertelefon"
ZEITEN_UNBEKANNT = "stickkreis"
