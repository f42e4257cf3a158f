from konzept.models import Anfragematerial
from konzept.models.kooperationswerte import Anfragestatus, Dokumentart
from tests.konzept.factories_kooperation import (
    KooperationsanfrageFactory,
    add_dokument_fuer,
    add_material_fuer,
    create_bereit,
)
from tests.konzept.seiten.typ import Internseite

SEHEN, BEARBEITEN = "konzept.view_kooperationsanfrage", "konzept.change_kooperationsanfrage"
VOTIEREN = "konzept.vote_kooperationsanfrage"
ENTFERNEN = "konzept.add_dokumentloeschung"


def create_material() -> Anfragematerial:
    return add_material_fuer(KooperationsanfrageFactory(status=Anfragestatus.MATERIALFREIGABE))


SEITEN: tuple[Internseite, ...] = (
    Internseite("konzept:anfrage-liste", SEHEN),
    Internseite("konzept:anfrage-detail", SEHEN, lambda: {"pk": create_bereit().pk}),
    Internseite("konzept:anfrage-neu", BEARBEITEN, nimmt_post=True),
    Internseite(
        "konzept:anfrage-abschnitt",
        BEARBEITEN,
        lambda: {"pk": create_bereit().pk, "abschnitt": "angaben"},
        nimmt_post=True,
    ),
    *(
        Internseite(
            "konzept:anfrage-beteiligung",
            recht,
            lambda stelle=stelle: {"pk": create_bereit(Anfragestatus.BETEILIGUNG).pk, "stelle": stelle},
            nimmt_post=True,
        )
        for stelle, recht in (("datenschutz", VOTIEREN), ("presse", BEARBEITEN), ("statistik", BEARBEITEN))
    ),
    Internseite(
        "konzept:anfrage-entscheidung",
        BEARBEITEN,
        lambda: {"pk": create_bereit(Anfragestatus.ENTSCHEIDUNG).pk},
        nimmt_post=True,
    ),
    Internseite("konzept:anfrage-schritt", BEARBEITEN, lambda: {"pk": create_bereit().pk}, nimmt_post=True),
    Internseite("konzept:anfrage-dokument", BEARBEITEN, lambda: {"pk": create_bereit().pk}, nimmt_post=True),
    Internseite(
        "konzept:anfrage-material",
        BEARBEITEN,
        lambda: {"pk": create_bereit(Anfragestatus.VEREINBART).pk},
        nimmt_post=True,
    ),
    *(
        Internseite(
            "konzept:anfrage-freigabe",
            recht,
            lambda stelle=stelle: {"pk": create_material().pk, "stelle": stelle},
            nimmt_post=True,
        )
        for stelle, recht in (("datenschutz", VOTIEREN), ("presse", BEARBEITEN))
    ),
    Internseite(
        "konzept:anfrage-dokument-entfernen",
        ENTFERNEN,
        lambda: {"kennung": add_dokument_fuer(KooperationsanfrageFactory(), Dokumentart.SONSTIGES).kennung},
        nimmt_post=True,
    ),
    Internseite(
        "konzept:anfrage-dokument-datei",
        SEHEN,
        lambda: {"kennung": add_dokument_fuer(KooperationsanfrageFactory(), Dokumentart.SONSTIGES).kennung},
    ),
)
