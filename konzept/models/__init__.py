from konzept.models.geschaeftsbereich import Geschaeftsbereich
from konzept.models.indikator import Indikator, Indikatorwert
from konzept.models.konzept import Drucksache, Komponente, Konzept
from konzept.models.massnahme import Massnahme
from konzept.models.massnahmenwechsel import Massnahmenwechsel
from konzept.models.meilenstein import Meilenstein
from konzept.models.schulung import Schulung
from konzept.models.zustaendigkeit import Zustaendigkeit

__all__ = [
    "Drucksache",
    "Geschaeftsbereich",
    "Indikator",
    "Indikatorwert",
    "Komponente",
    "Konzept",
    "Massnahme",
    "Massnahmenwechsel",
    "Meilenstein",
    "Schulung",
    "Zustaendigkeit",
]
