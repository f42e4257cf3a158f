from konzept.admin import bericht, geschaeftsbereich, gremium, grundlagen, kooperation, massnahme, netz, zustaendigkeit

__all__ = [
    "bericht",
    "geschaeftsbereich",
    "gremium",
    "grundlagen",
    "kooperation",
    "massnahme",
    "netz",
    "zustaendigkeit",
]
