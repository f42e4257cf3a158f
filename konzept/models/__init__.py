from konzept.models.geschaeftsbereich import Geschaeftsbereich
from konzept.models.konzept import Drucksache, Komponente, Konzept
from konzept.models.massnahme import Massnahme
from konzept.models.schulung import Schulung
from konzept.models.zustaendigkeit import Zustaendigkeit

__all__ = ["Drucksache", "Geschaeftsbereich", "Komponente", "Konzept", "Massnahme", "Schulung", "Zustaendigkeit"]
