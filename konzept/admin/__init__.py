from konzept.admin import bericht, geschaeftsbereich, grundlagen, kooperation, massnahme, zustaendigkeit

__all__ = ["bericht", "geschaeftsbereich", "grundlagen", "kooperation", "massnahme", "zustaendigkeit"]
