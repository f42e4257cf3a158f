from konzept.admin import geschaeftsbereich, grundlagen, kooperation, massnahme, zustaendigkeit

__all__ = ["geschaeftsbereich", "grundlagen", "kooperation", "massnahme", "zustaendigkeit"]
