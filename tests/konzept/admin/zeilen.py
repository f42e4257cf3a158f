"""The rows of a form of the admin, as a browser sends them."""


def build_zeilen(name: str, *zeilen: dict[str, object], vorhandene: int) -> dict[str, object]:
    daten: dict[str, object] = {f"{name}-TOTAL_FORMS": len(zeilen), f"{name}-INITIAL_FORMS": vorhandene}
    for nummer, zeile in enumerate(zeilen):
        daten |= {f"{name}-{nummer}-{feld}": wert for feld, wert in zeile.items()}
    return daten
