from angebote.admin import angebot, gebiet, krisenhilfe, ort, rufname, stammdaten, suchluecken, suchworte, traeger

__all__ = [
    "angebot",
    "gebiet",
    "krisenhilfe",
    "ort",
    "rufname",
    "stammdaten",
    "suchluecken",
    "suchworte",
    "traeger",
]
