"""Reads a form page as a browser would, so that a test sends what the page really offers."""

from typing import Any

import html5lib
from django.http import HttpResponse

XHTML = "{http://www.w3.org/1999/xhtml}"


def read_form_data(response: HttpResponse) -> dict[str, list[str]]:
    """The fields of the change form, as submitted unchanged; rows that only scripts use as a pattern are left out."""
    dokument = html5lib.parse(response.content.decode())
    formular = next(form for form in dokument.iter(f"{XHTML}form") if (form.get("id") or "").endswith("_form"))
    data: dict[str, list[str]] = {}
    for feld in formular.iter():
        name = feld.get("name")
        if name and "__prefix__" not in name:
            data.setdefault(name, []).extend(_values(feld))
    return {name: werte for name, werte in data.items() if werte}


def _values(feld: Any) -> list[str]:
    art = feld.tag.removeprefix(XHTML)
    if art == "select":
        optionen = list(feld.iter(f"{XHTML}option"))
        gewaehlt = [option for option in optionen if option.get("selected") is not None]
        return [option.get("value") or "" for option in gewaehlt or optionen[:1]]
    if art == "textarea":
        return ["".join(feld.itertext()).removeprefix("\n")]
    if art != "input" or feld.get("type") == "submit":
        return []
    if feld.get("type") in {"checkbox", "radio"} and feld.get("checked") is None:
        return []
    return [feld.get("value") or ("on" if feld.get("type") == "checkbox" else "")]
