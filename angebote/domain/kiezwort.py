"""A Kiez in a German sentence. Pure."""

# Kieze that are named after a square or a street do not go with "in".
LAGEWORTE = {"platz": "am", "park": "am", "markt": "am", "viertel": "im", "straße": "an der", "allee": "an der"}


def build_kiezwort(name: str) -> str:
    """ "in Weißensee", "am Helmholtzplatz"."""
    lagewort = next((wort for endung, wort in LAGEWORTE.items() if name.casefold().endswith(endung)), "in")
    return f"{lagewort} {name}"
