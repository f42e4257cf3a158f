"""What professionals look for most, as ready searches (F28): plain Suchanfragen, nothing about a client is asked."""

from __future__ import annotations

from dataclasses import dataclass, fields
from urllib.parse import parse_qsl, urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from angebote.choices import Anmeldung, Barrierefrei, Kostenfilter, Zugang
from angebote.domain.suche import Suchanfrage


@dataclass(frozen=True)
class Vorlage:
    """`fehlt`: what to say and to do where nothing is found at all; it claims no more than the catalogue knows."""

    slug: str
    titel: str | Promise
    icon: str
    satz: str | Promise
    anfrage: Suchanfrage
    fehlt: str | Promise

    @property
    def paare(self) -> tuple[tuple[str, str], ...]:
        """As they stand in an address."""
        return tuple(parse_qsl(self.anfrage.to_query()))

    def join(self, anfrage: Suchanfrage) -> Suchanfrage:
        """What is wanted besides, by the rules of the search: further values of a filter count as "or"."""
        eigene = {feld.name: getattr(self.anfrage, feld.name) for feld in fields(self.anfrage)}
        return anfrage.mit(
            **{
                name: (*getattr(anfrage, name), *wert) if isinstance(wert, tuple) else wert
                for name, wert in eigene.items()
                if wert
            }
        )

    def leave(self, anfrage: Suchanfrage) -> Suchanfrage:
        """What is wanted besides, without the Vorlage."""
        for name, wert in self.paare:
            anfrage = anfrage.ohne(name, wert)
        return anfrage

    def ist_in(self, anfrage: Suchanfrage) -> bool:
        return set(self.paare) <= set(parse_qsl(anfrage.to_query()))


VORLAGEN = (
    Vorlage(
        slug="besuch-zu-hause",
        titel=_("Besuch zu Hause"),
        icon="house",
        satz=_("Jemand kommt in die Wohnung."),
        anfrage=Suchanfrage(zugang=(Zugang.ZUHAUSE,)),
        fehlt=_("Wir kennen dafür niemanden, der nach Hause kommt. Fragen Sie bei „Lotsen und Sozialberatung“ nach."),
    ),
    Vorlage(
        slug="begleitung",
        titel=_("Begleitung"),
        icon="hand-helping",
        satz=_("Jemand besucht, begleitet oder geht mit."),
        anfrage=Suchanfrage(kategorie=("besuch-begleitung",)),
        fehlt=_("Wir kennen dafür keinen Begleitdienst. Fragen Sie beim Angebot selbst, ob jemand mitgehen kann."),
    ),
    Vorlage(
        slug="abholung",
        titel=_("Mit Abholung"),
        icon="route",
        satz=_("Das Angebot holt ab oder begleitet auf dem Weg."),
        anfrage=Suchanfrage(barrierefrei=(Barrierefrei.BEGLEITUNG,)),
        fehlt=_(
            "Kein Angebot hat uns hier gesagt, dass es Menschen abholt. Das heißt nicht, dass es niemand tut: "
            "Fragen Sie beim ersten Anruf danach, oder sehen Sie bei „Begleitung“ nach."
        ),
    ),
    Vorlage(
        slug="kostenlos-ohne-anmeldung",
        titel=_("Kostenlos und ohne Anmeldung"),
        icon="door-open",
        satz=_("Hingehen genügt, und es kostet nichts."),
        anfrage=Suchanfrage(kosten=(Kostenfilter.KOSTENLOS,), anmeldung=Anmeldung.OHNE),
        fehlt=_(
            "Kein Angebot hat uns hier beides gesagt. Bei vielen sind Kosten oder Anmeldung nicht bekannt: "
            "Ein Anruf klärt das."
        ),
    ),
    Vorlage(
        slug="seelische-gesundheit",
        titel=_("Seelische Gesundheit"),
        icon="message-circle-heart",
        satz=_("Beratung, Kontaktstellen, Therapie."),
        anfrage=Suchanfrage(kategorie=("seelische-gesundheit", "kontaktstellen", "psychotherapie")),
        fehlt=_(
            "Wir kennen dafür keine Beratungsstelle. Eilt es, sehen Sie unten bei „Was tun bei akuter Sorge?“ nach."
        ),
    ),
    Vorlage(
        slug="lotsen",
        titel=_("Lotsen und Sozialberatung"),
        icon="signpost",
        satz=_("Sie beraten und führen zu weiterer Hilfe."),
        anfrage=Suchanfrage(kategorie=("lotsen-sozialberatung",)),
        fehlt=_(
            "Wir kennen dafür keine Beratungsstelle. Fragen Sie in einem Kiez nebenan, "
            "ob auch Menschen aus anderen Kiezen kommen können."
        ),
    ),
    Vorlage(
        slug="pflege",
        titel=_("Pflege und Angehörige"),
        icon="hand-heart",
        satz=_("Pflegestützpunkt, Gruppen für Angehörige."),
        anfrage=Suchanfrage(kategorie=("angehoerige-pflege",)),
        fehlt=_("Wir kennen dafür kein Angebot. Fragen Sie bei „Lotsen und Sozialberatung“ nach."),
    ),
    Vorlage(
        slug="treffpunkte",
        titel=_("Treffpunkte und Cafés"),
        icon="coffee",
        satz=_("Offene Treffs und Orte zum Dasein."),
        anfrage=Suchanfrage(kategorie=("cafe-treff", "orte-zum-dasein")),
        fehlt=_("Wir kennen dafür keinen Treffpunkt. Vielleicht passt auch ein Besuch zu Hause."),
    ),
)
_JE_SLUG = {vorlage.slug: vorlage for vorlage in VORLAGEN}


def find_vorlage(slug: str) -> Vorlage | None:
    return _JE_SLUG.get(slug)


def add_vorlage(parameter: QueryDict, vorlage: Vorlage | None) -> QueryDict:
    """As if the Vorlage had been written out in the address."""
    alle = parameter.copy()
    for name, wert in vorlage.paare if vorlage else ():
        alle.appendlist(name, wert)
    return alle


def build_fachkraefte_url(vorlage: Vorlage | None, anfrage: Suchanfrage) -> str:
    """`anfrage` is the whole search, with the Vorlage in it."""
    eigene = set(vorlage.paare) if vorlage else set()
    paare = [paar for paar in parse_qsl(anfrage.to_query()) if paar not in eigene]
    query = urlencode([("vorlage", vorlage.slug), *paare] if vorlage else paare)
    return reverse("angebote:fachkraefte") + (f"?{query}" if query else "")
