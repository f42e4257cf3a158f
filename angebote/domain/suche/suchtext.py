"""The words an offer is found by. The real language analysis (stems, compounds, synonyms) builds on the same column."""

from collections.abc import Collection

from django.db import transaction

from angebote.domain.zugang import hat_einzugsgebiet
from angebote.models import Angebot, Kiez, Ort
from pankow_einsamkeit.lib.stapel import split_batches
from pankow_einsamkeit.lib.text import build_vergleichstext, normalise_text

STAPEL = 500
VERWANDTE = ("traeger", "ort__kiez", "ort__planungsraum", "ort__ortsteil")
TEILE = ("kategorien", "zugangswege", "einzugsgebiet", "ort__haltestellen__haltestelle")


@transaction.atomic
def rebuild_suchtexte(*, angebot_ids: Collection[int]) -> int:
    """Writes the texts that differ and returns how many. Constant queries per batch of 500; updated_at stays."""
    geaendert, kiezzahl = 0, Kiez.objects.count()
    for ids in split_batches(sorted(set(angebot_ids)), STAPEL):
        angebote = Angebot.objects.filter(pk__in=ids).select_related(*VERWANDTE).prefetch_related(*TEILE)
        neue = []
        for angebot in angebote:
            texte = (build_suchtext(angebot, kiezzahl=kiezzahl), build_sortiertitel(angebot))
            if texte != (angebot.suchtext, angebot.sortiertitel):
                angebot.suchtext, angebot.sortiertitel = texte
                neue.append(angebot)
        Angebot.objects.bulk_update(neue, ["suchtext", "sortiertitel"])
        geaendert += len(neue)
    return geaendert


def build_suchtext(angebot: Angebot, *, kiezzahl: int) -> str:
    """Title, benefit, text, categories, Träger and where it is, folded; reads prefetched parts only.

    kiezzahl: of the whole district. An offer for all of it is found by no single name.
    """
    return build_vergleichstext(
        angebot.titel,
        angebot.nutzen,
        angebot.beschreibung,
        angebot.zeiten_hinweis,
        *(kategorie.name for kategorie in angebot.kategorien.all()),
        angebot.traeger.name if angebot.traeger else "",
        *(_list_ortsworte(angebot.ort) if angebot.ort else ()),
        *_list_einzugsgebiet(angebot, kiezzahl),
    )


def _list_ortsworte(ort: Ort) -> list[str]:
    """Everything people call this place by, the stops on its page included."""
    gebiete = (ort.kiez, ort.planungsraum, ort.ortsteil)
    return [
        *(ort.name, ort.strasse, ort.hausnummer, ort.plz),
        *(gebiet.name for gebiet in gebiete if gebiet is not None),
        *(zeile.haltestelle.name for zeile in ort.haltestellen.all()),
    ]


def _list_einzugsgebiet(angebot: Angebot, kiezzahl: int) -> list[str]:
    kieze = [kiez.name for kiez in angebot.einzugsgebiet.all()] if hat_einzugsgebiet(angebot) else []
    return kieze if len(kieze) < kiezzahl else []


def build_sortiertitel(angebot: Angebot) -> str:
    return normalise_text(angebot.titel)
