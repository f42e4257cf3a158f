from angebote.admin.inlines import TeileInline
from angebote.models import Mitmachrolle


class MitmachrolleInline(TeileInline):
    model = Mitmachrolle
    fields = (
        "aufgabe",
        "beschreibung",
        ("zeitart", "zeitaufwand"),
        "voraussetzungen",
        "begleitung",
        ("telefon", "email"),
        ("gesucht_bis", "geprueft_am"),
    )
