from konzept.admin import geschaeftsbereich, grundlagen, massnahme, zustaendigkeit

__all__ = ["geschaeftsbereich", "grundlagen", "massnahme", "zustaendigkeit"]
