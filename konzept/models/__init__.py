from konzept.models.anfragespur import Anfragebeteiligung, Anfrageentscheidung, Anfrageschritt
from konzept.models.bericht import Bericht, Berichtsabschnitt
from konzept.models.dokument import Anfragedokument
from konzept.models.geschaeftsbereich import Geschaeftsbereich
from konzept.models.indikator import Indikator, Indikatorwert
from konzept.models.konzept import Drucksache, Komponente, Konzept
from konzept.models.kooperation import Kooperationsanfrage
from konzept.models.massnahme import Massnahme
from konzept.models.massnahmenwechsel import Massnahmenwechsel
from konzept.models.material import Anfragematerial, Materialfreigabe
from konzept.models.meilenstein import Meilenstein
from konzept.models.schulung import Schulung
from konzept.models.zustaendigkeit import Zustaendigkeit

__all__ = [
    "Anfragebeteiligung",
    "Anfragedokument",
    "Anfrageentscheidung",
    "Anfragematerial",
    "Anfrageschritt",
    "Bericht",
    "Berichtsabschnitt",
    "Drucksache",
    "Geschaeftsbereich",
    "Indikator",
    "Indikatorwert",
    "Komponente",
    "Konzept",
    "Kooperationsanfrage",
    "Massnahme",
    "Massnahmenwechsel",
    "Materialfreigabe",
    "Meilenstein",
    "Schulung",
    "Zustaendigkeit",
]
