from tests.konzept.seiten.typ import Internseite

SEITEN: tuple[Internseite, ...] = ()
