"""Everything the import looks up by key, read once, so that no row costs a query of its own to find its references."""

from dataclasses import dataclass

from angebote.importers.tabellen import Zeile
from angebote.models import (
    Angebot,
    Kategorie,
    Kiez,
    Ort,
    Ortsteil,
    Planungsraum,
    Sprache,
    Strassenabschnitt,
    Traeger,
    Zielgruppe,
)
from pankow_einsamkeit.lib.strasse import normalise_strasse

Ortsschluessel = tuple[str, str, str]  # name, street, house number


class FehlendeGebieteError(Exception):
    """The areas must be loaded first (load_gebiete)."""


@dataclass(frozen=True)
class Nachschlagewerk:
    """`traeger`, `orte`, `slugs` and `kennungen` grow while rows are created."""

    kieze: dict[str, Kiez]
    planungsraeume: dict[str, Planungsraum]
    ortsteile: dict[str, Ortsteil]
    strassen: dict[str, str]
    kategorien: dict[str, Kategorie]
    zielgruppen: dict[str, Zielgruppe]
    sprachen: dict[str, Sprache]
    traeger: dict[str, Traeger]
    orte: dict[Ortsschluessel, Ort]
    slugs: set[str]
    traeger_slugs: set[str]
    kennungen: set[str]


def read_nachschlagewerk() -> Nachschlagewerk:
    """Raises FehlendeGebieteError where there is no Kiez yet."""
    kieze = {kiez.lor: kiez for kiez in Kiez.objects.all()}
    if not kieze:
        raise FehlendeGebieteError
    namen = Strassenabschnitt.objects.order_by().values_list("strasse", flat=True).distinct()
    return Nachschlagewerk(
        kieze=kieze,
        planungsraeume={raum.lor: raum for raum in Planungsraum.objects.select_related("kiez")},
        ortsteile={ortsteil.name: ortsteil for ortsteil in Ortsteil.objects.all()},
        strassen={normalise_strasse(name): name for name in namen},
        kategorien={kategorie.slug: kategorie for kategorie in Kategorie.objects.all()},
        zielgruppen={gruppe.slug: gruppe for gruppe in Zielgruppe.objects.all()},
        sprachen={sprache.code: sprache for sprache in Sprache.objects.all()},
        traeger={traeger.name: traeger for traeger in Traeger.objects.all()},
        orte={(ort.name, ort.strasse, ort.hausnummer): ort for ort in Ort.objects.all()},
        slugs=set(Angebot.objects.values_list("slug", flat=True)),
        traeger_slugs=set(Traeger.objects.values_list("slug", flat=True)),
        kennungen={kennung for kennung in Angebot.objects.values_list("import_kennung", flat=True) if kennung},
    )


def build_hausschluessel(zeile: Zeile) -> tuple[str, str]:
    """Equal for all spellings of one address in the collection."""
    return normalise_strasse(zeile["strasse"]), zeile["hausnr"]
