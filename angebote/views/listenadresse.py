from django.urls import reverse

from angebote.domain.suche import Suchanfrage


def build_liste_url(anfrage: Suchanfrage, *, seite: int = 1) -> str:
    query = anfrage.to_query(seite=seite)
    return reverse("angebote:angebot-liste") + (f"?{query}" if query else "")
