"""The catalogue that is judged: the real starting catalogue, and synthetic offers that compete with it."""

from datetime import date

from angebote.choices import ZUGANG_OHNE_WEG, Bereich
from angebote.domain.katalog import refresh_angebote
from angebote.importers.gebiete import load_gebiete
from angebote.importers.startbestand import load_startbestand
from angebote.models import Angebot, Kategorie, Ort, Traeger
from tools.bench.katalog import fill_katalog
from tools.bench_suche.einfach import falte, list_ortsworte, load_angebote
from tools.bench_suche.fragen import Steckbrief

# The synthetic catalogue draws categories, languages, groups and houses by lot, which is fine for measuring time. Where
# relevance is judged, a page must not contradict itself: a Skatrunde for the bereaved under "Trauer" at a "Bibliothek"
# would be neither right nor wrong to find.
KATEGORIEN = {
    "Nachbarschaftscafé": ("cafe-treff",),
    "Spielenachmittag": ("spielen",),
    "Singkreis": ("musik-tanz",),
    "Spaziergang": ("bewegung-sport", "garten-natur"),
    "Nähtreff": ("kreativ-handwerk",),
    "Reparaturcafé": ("cafe-treff", "kreativ-handwerk"),
    "Mittagstisch": ("essen-kochen",),
    "Lesekreis": ("kultur-ausfluege",),
    "Skatrunde": ("spielen",),
    "Tanztee": ("musik-tanz",),
    "Gartengruppe": ("garten-natur",),
    "Sprachcafé": ("cafe-treff", "lernen-sprachen"),
    "Handysprechstunde": ("handy-computer",),
    "Yoga im Sitzen": ("bewegung-sport",),
    "Trauercafé": ("trauer",),
    "Gesprächsgruppe": ("selbsthilfe",),
    "Sozialberatung": ("lotsen-sozialberatung",),
    "Besuchsdienst": ("besuch-begleitung",),
    "Sorgentelefon": ("reden-zuhoeren",),
    "Elternfrühstück": ("eltern-kinder", "essen-kochen"),
    "Museumsbesuch": ("kultur-ausfluege",),
    "Kochabend": ("essen-kochen",),
    "Schachgruppe": ("spielen",),
    "Chorprobe": ("musik-tanz",),
    "Malwerkstatt": ("kreativ-handwerk",),
    "Gedächtnistraining": ("spielen",),
}


def fill_startbestand(*, heute: date) -> None:
    """Needs an empty, migrated database."""
    load_gebiete()
    load_startbestand(heute=heute)


def fill_muster(anzahl: int, *, heute: date) -> None:
    """Adds synthetic offers that are what their titles say, and nothing besides."""
    vorher = (set(Ort.objects.values_list("pk", flat=True)), set(Traeger.objects.values_list("pk", flat=True)))
    fill_katalog(anzahl, heute=heute)
    muster = list(Angebot.objects.filter(import_kennung=None))
    _set_kategorien(muster)
    Angebot.zielgruppen.through._default_manager.filter(angebot__import_kennung=None).delete()
    Angebot.sprachen.through._default_manager.filter(angebot__import_kennung=None).exclude(
        angebot__titel__startswith="Sprachcafé", sprache__code="de"
    ).delete()
    _rename_haeuser(*vorher)
    refresh_angebote(angebot_ids=[angebot.pk for angebot in muster], heute=heute)


def _set_kategorien(muster: list[Angebot]) -> None:
    kategorien = {kategorie.slug: kategorie for kategorie in Kategorie.objects.all()}
    zeilen = []
    for angebot in muster:
        passende = [kategorien[slug] for slug in _find_kategorien(angebot.titel)]
        angebot.bereich = Bereich(passende[0].bereich)
        zeilen += [Angebot.kategorien.through(angebot=angebot, kategorie=kategorie) for kategorie in passende]
    Angebot.objects.bulk_update(muster, ["bereich"], batch_size=500)
    Angebot.kategorien.through._default_manager.filter(angebot__import_kennung=None).delete()
    Angebot.kategorien.through._default_manager.bulk_create(zeilen, batch_size=1000)


def _rename_haeuser(echte_orte: set[int], echte_traeger: set[int]) -> None:
    orte = list(Ort.objects.exclude(pk__in=echte_orte))
    for ort in orte:
        ort.name = f"Musterort {ort.pk}"
    Ort.objects.bulk_update(orte, ["name"], batch_size=500)
    alle_traeger = list(Traeger.objects.exclude(pk__in=echte_traeger))
    for traeger in alle_traeger:
        traeger.name = f"Mustertraeger {traeger.pk}"
    Traeger.objects.bulk_update(alle_traeger, ["name"], batch_size=500)


def _find_kategorien(titel: str) -> tuple[str, ...]:
    return next(slugs for taetigkeit, slugs in KATEGORIEN.items() if titel.startswith(taetigkeit))


def load_steckbriefe(*, heute: date) -> list[Steckbrief]:
    """Of every public offer."""
    pks = set(Angebot.objects.oeffentlich(heute).values_list("pk", flat=True))
    return [
        Steckbrief(
            pk=angebot.pk,
            titel=angebot.titel,
            kennung=(angebot.import_kennung or "").removeprefix("startbestand:"),
            orte=falte(" ".join(list_ortsworte(angebot.ort))) if angebot.ort else "",
            kiez=angebot.ort.kiez.slug if angebot.ort and angebot.ort.kiez else "",
            ueberall=any(weg.art in ZUGANG_OHNE_WEG for weg in angebot.zugangswege.all()),
        )
        for angebot in load_angebote(pks)
    ]
