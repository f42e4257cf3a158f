from konzept.models.akteur import Akteur
from konzept.models.anfragespur import Anfragebeteiligung, Anfrageentscheidung, Anfrageschritt
from konzept.models.aufgabe import Aufgabe
from konzept.models.bericht import Bericht, Berichtsabschnitt
from konzept.models.dokument import Anfragedokument, Dokumentloeschung
from konzept.models.geschaeftsbereich import Geschaeftsbereich
from konzept.models.gremium import Gremium, Mitgliedschaft
from konzept.models.indikator import Indikator, Indikatorwert
from konzept.models.kieznotiz import Kieznotiz
from konzept.models.kommunikation import Kommunikation
from konzept.models.konzept import Drucksache, Komponente, Konzept
from konzept.models.kooperation import Kooperationsanfrage
from konzept.models.massnahme import Massnahme
from konzept.models.massnahmenwechsel import Massnahmenwechsel
from konzept.models.material import Anfragematerial, Materialfreigabe
from konzept.models.meilenstein import Meilenstein
from konzept.models.multiplikator import Materialwunsch, Multiplikator
from konzept.models.schulung import Schulung
from konzept.models.sitzung import Beschluss, Sitzung, Wahltermin
from konzept.models.zustaendigkeit import Zustaendigkeit

__all__ = [
    "Akteur",
    "Anfragebeteiligung",
    "Anfragedokument",
    "Anfrageentscheidung",
    "Anfragematerial",
    "Anfrageschritt",
    "Aufgabe",
    "Bericht",
    "Berichtsabschnitt",
    "Beschluss",
    "Dokumentloeschung",
    "Drucksache",
    "Geschaeftsbereich",
    "Gremium",
    "Indikator",
    "Indikatorwert",
    "Kieznotiz",
    "Kommunikation",
    "Komponente",
    "Konzept",
    "Kooperationsanfrage",
    "Massnahme",
    "Massnahmenwechsel",
    "Materialfreigabe",
    "Materialwunsch",
    "Meilenstein",
    "Mitgliedschaft",
    "Multiplikator",
    "Schulung",
    "Sitzung",
    "Wahltermin",
    "Zustaendigkeit",
]
