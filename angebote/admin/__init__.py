from angebote.admin import (
    angebot,
    gebiet,
    krisenhilfe,
    linkpruefung,
    meldung,
    ort,
    pruefung,
    rufname,
    stammdaten,
    suchluecken,
    suchworte,
    traeger,
)

__all__ = [
    "angebot",
    "gebiet",
    "krisenhilfe",
    "linkpruefung",
    "meldung",
    "ort",
    "pruefung",
    "rufname",
    "stammdaten",
    "suchluecken",
    "suchworte",
    "traeger",
]
