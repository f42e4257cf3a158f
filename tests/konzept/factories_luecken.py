import factory
from factory.django import DjangoModelFactory

from konzept.models import Kieznotiz
from tests.factories import KiezFactory
from tests.konzept.factories import BEGINN


class KieznotizFactory(DjangoModelFactory):
    class Meta:
        model = Kieznotiz

    kiez = factory.SubFactory(KiezFactory)
    text = "Die Bibliothek hat einen Raum frei."
    datum = BEGINN
