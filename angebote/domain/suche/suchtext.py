"""The words an offer is found by. The real language analysis (stems, compounds, synonyms) builds on the same column."""

from collections.abc import Collection

from django.db import transaction

from angebote.models import Angebot
from pankow_einsamkeit.lib.stapel import split_batches
from pankow_einsamkeit.lib.text import build_vergleichstext, normalise_text

STAPEL = 500
VERWANDTE = ("traeger", "ort__kiez", "ort__planungsraum", "ort__ortsteil")


@transaction.atomic
def rebuild_suchtexte(*, angebot_ids: Collection[int]) -> int:
    """Writes the texts that differ and returns how many. Constant queries per batch of 500; updated_at stays."""
    geaendert = 0
    for ids in split_batches(sorted(set(angebot_ids)), STAPEL):
        angebote = Angebot.objects.filter(pk__in=ids).select_related(*VERWANDTE).prefetch_related("kategorien")
        neue = []
        for angebot in angebote:
            texte = (build_suchtext(angebot), build_sortiertitel(angebot))
            if texte != (angebot.suchtext, angebot.sortiertitel):
                angebot.suchtext, angebot.sortiertitel = texte
                neue.append(angebot)
        Angebot.objects.bulk_update(neue, ["suchtext", "sortiertitel"])
        geaendert += len(neue)
    return geaendert


def build_suchtext(angebot: Angebot) -> str:
    """Title, benefit, text, categories, Träger, place and Kiez, folded; reads prefetched parts only."""
    ort = angebot.ort
    return build_vergleichstext(
        angebot.titel,
        angebot.nutzen,
        angebot.beschreibung,
        *(kategorie.name for kategorie in angebot.kategorien.all()),
        angebot.traeger.name if angebot.traeger else "",
        ort.name if ort else "",
        ort.kiez.name if ort and ort.kiez else "",
        ort.planungsraum.name if ort and ort.planungsraum else "",
        ort.ortsteil.name if ort and ort.ortsteil else "",
    )


def build_sortiertitel(angebot: Angebot) -> str:
    return normalise_text(angebot.titel)
