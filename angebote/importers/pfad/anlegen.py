"""New offers in bulk, with their parts and history: a few dozen statements for 500 of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models
from simple_history.utils import bulk_create_with_history

from angebote.choices import Status, Zugang
from angebote.domain.angebotsdaten import (
    TEILE,
    Daten,
    get_teilmodell,
    list_felder,
    list_mengen,
    list_teilfelder,
    to_value,
)
from angebote.domain.kennungen import build_slug
from angebote.domain.orte import Vorschlag, suggest_planungsraum
from angebote.importers.pfad.vergleich import NEU, is_neu
from angebote.importers.pfad.verzeichnis import Ortsangabe, Verzeichnis, build_haus
from angebote.importers.pfad.zellen import fold
from angebote.importers.zuordnung import find_traegerart
from angebote.models import Angebot, Ort, Traeger
from angebote.models.angebot import generate_kurz_id
from angebote.models.verlauf import Anlass, write_mengenverlauf


def resolve_neue(alle_daten: Sequence[Daten], *, verzeichnis: Verzeichnis, anlass: Anlass) -> list[Daten]:
    """Places and providers that were still names are created and get their keys; existing ones are never changed."""
    create_orte([daten["ort"][NEU] for daten in alle_daten if is_neu(daten.get("ort"))], verzeichnis, anlass=anlass)
    namen = [daten["traeger"][NEU] for daten in alle_daten if is_neu(daten.get("traeger"))]
    create_traeger(namen, verzeichnis, anlass=anlass)
    return [_fill_schluessel(daten, verzeichnis) for daten in alle_daten]


def _fill_schluessel(daten: Daten, verzeichnis: Verzeichnis) -> Daten:
    fertige = dict(daten)
    if is_neu(fertige.get("ort")):
        fertige["ort"] = verzeichnis.find_ort(Ortsangabe(**fertige["ort"][NEU]))
    if is_neu(fertige.get("traeger")):
        fertige["traeger"] = verzeichnis.find_traeger(fertige["traeger"][NEU])
    return fertige


def create_orte(angaben: Sequence[Mapping[str, Any]], verzeichnis: Verzeichnis, *, anlass: Anlass) -> None:
    """Each once. The area is taken from the street table where that is certain, as in the admin."""
    if not angaben:
        return
    neue: dict[tuple[str, ...], Ort] = {}
    for angabe in (Ortsangabe(**werte) for werte in angaben):
        schluessel = (fold(angabe.name), *build_haus(angabe))
        if schluessel not in neue:
            neue[schluessel] = build_ort(angabe, verzeichnis)
    orte = bulk_create_with_history(
        list(neue.values()), Ort, default_user=anlass.konto, default_change_reason=anlass.grund
    )
    for ort in orte:
        verzeichnis.add_ort(ort.pk, Ortsangabe(ort.name, ort.strasse, ort.hausnummer, ort.plz, ort.ortsname))


def build_ort(angabe: Ortsangabe, verzeichnis: Verzeichnis) -> Ort:
    vorschlag = suggest_gebiet(angabe, verzeichnis) if angabe.strasse else None
    ort = Ort(
        name=angabe.name or f"{angabe.strasse} {angabe.hausnummer}".strip(),
        strasse=angabe.strasse,
        hausnummer=angabe.hausnummer,
        plz=angabe.plz,
        lat=angabe.lat,
        lon=angabe.lon,
        kiez=vorschlag.kiez if vorschlag else None,
        ortsteil=vorschlag.ortsteil if vorschlag else None,
        planungsraum=vorschlag.planungsraum if vorschlag else None,
    )
    if angabe.ortsname:
        ort.ortsname = angabe.ortsname
    if angabe.lat is not None:
        ort.full_clean()  # the database knows whether that can be in Berlin
    return ort


def suggest_gebiet(angabe: Ortsangabe, verzeichnis: Verzeichnis) -> Vorschlag:
    """A list names the same streets again and again."""
    schluessel = (angabe.strasse, angabe.plz)
    if schluessel not in verzeichnis.gebiete:
        verzeichnis.gebiete[schluessel] = suggest_planungsraum(strasse=angabe.strasse, plz=angabe.plz)
    return verzeichnis.gebiete[schluessel]


def create_traeger(namen: Sequence[str], verzeichnis: Verzeichnis, *, anlass: Anlass) -> None:
    if not namen:
        return
    vergeben = set(Traeger.objects.values_list("slug", flat=True))
    neue: dict[str, Traeger] = {}
    for name in namen:
        if fold(name) not in neue:
            slug = build_slug(name, vergeben=vergeben, laenge=80, ersatz="traeger")
            vergeben.add(slug)
            neue[fold(name)] = Traeger(name=name, slug=slug, art=find_traegerart(name))
    for traeger in bulk_create_with_history(
        list(neue.values()), Traeger, default_user=anlass.konto, default_change_reason=anlass.grund
    ):
        verzeichnis.add_traeger(traeger.pk, traeger.name)


def complete_neue(daten: Daten) -> Daten:
    """Whoever names a place and no way of access means: there."""
    if daten.get("ort") is not None and not daten.get("zugangswege"):
        return {**daten, "zugangswege": [{"art": Zugang.VOR_ORT.value, "hinweis": ""}]}
    return daten


def create_angebote(
    alle_daten: Sequence[Daten], *, slugs: set[str], kurz_ids: set[str], anlass: Anlass
) -> list[Angebot]:
    """Drafts, in the order given. slugs and kurz_ids: taken ones; they grow."""
    angebote = [_build_angebot(daten, slugs=slugs, kurz_ids=kurz_ids) for daten in alle_daten]
    verlauf = {"default_user": anlass.konto, "default_change_reason": anlass.grund}
    bulk_create_with_history(angebote, Angebot, **verlauf)
    for menge in list_mengen():
        _create_menge(menge, list(zip(angebote, alle_daten, strict=True)))
    pks = [angebot.pk for angebot in angebote]
    write_mengenverlauf(Angebot.verlauf.filter(id__in=pks, history_type="+").only("id"))
    for name in TEILE:
        modell = get_teilmodell(name)
        teile = [
            _build_teil(modell, angebot, zeile)
            for angebot, daten in zip(angebote, alle_daten, strict=True)
            for zeile in daten.get(name, ())
        ]
        if teile:
            bulk_create_with_history(teile, modell, **verlauf)
    return angebote


def _build_angebot(daten: Daten, *, slugs: set[str], kurz_ids: set[str]) -> Angebot:
    angebot = Angebot(status=Status.ENTWURF, slug=build_slug(daten["titel"], vergeben=slugs, ersatz="angebot"))
    for feld in list_felder():
        if feld.name in daten:
            setattr(angebot, feld.attname, to_value(feld, daten[feld.name]))
    while angebot.kurz_id in kurz_ids:
        angebot.kurz_id = generate_kurz_id()
    slugs.add(angebot.slug)
    kurz_ids.add(angebot.kurz_id)
    return angebot


def _build_teil(modell: type[models.Model], angebot: Angebot, zeile: Mapping[str, Any]) -> models.Model:
    felder = {feld.name: feld for feld in list_teilfelder(modell)}
    return modell(angebot=angebot, **{name: to_value(felder[name], wert) for name, wert in zeile.items()})


def _create_menge(menge: models.ManyToManyField[Any, Any], paare: Sequence[tuple[Angebot, Daten]]) -> None:
    durch: Any = menge.remote_field.through
    links, rechts = f"{menge.m2m_field_name()}_id", f"{menge.m2m_reverse_field_name()}_id"
    durch._default_manager.bulk_create(
        [durch(**{links: angebot.pk, rechts: pk}) for angebot, daten in paare for pk in daten.get(menge.name, ())]
    )
