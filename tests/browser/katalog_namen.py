"""Names in the browser's catalogue, free of Django so that tests can import them."""

PASST = "kaffeerunde"
PASST_AM_TELEFON = "plaudertelefon"
ZEITEN_UNBEKANNT = "stickkreis"
# A printed sheet of that catalogue: one offer unchanged, one closed and at another time, one that pauses, one missing.
SECRET_KEY = "nur-im-test-" * 5
PRUEFCODE = "22jp-dc22-62dp-kcyd-ch3c-58"
POST_AN_EINEN, POST_AN_ZWEI = (
    "haus@example.org",
    "verein@example.org",
)  # providers asked by mail: one entry, two entries
SCHLIESSHAUS = "Haus am Weiher"
SCHLIESSHAUS_TITEL = ("Korbflechten", "Stuhlgymnastik")  # on Tuesdays, on Thursdays
SCHLIESSHAUS_ENTWURF = "Töpferabend"
# Two entries for one thing, of which the second was printed; and a third that is merged by hand.
BLEIBT, WEICHT, DRITTES = "Schönschrift am Abend", "Schönschreibkreis", "Schönschrift im Haus"
