from angebote.admin import angebot, gebiet, krisenhilfe, ort, stammdaten, traeger

__all__ = ["angebot", "gebiet", "krisenhilfe", "ort", "stammdaten", "traeger"]
