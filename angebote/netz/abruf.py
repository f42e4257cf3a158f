"""Is there still anything behind this address? One try, politely: HEAD first, GET where that says nothing.

Nothing is read of a page, and nothing is sent along but the name of this portal: no cookie, no referrer.
"""

from __future__ import annotations

import socket
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit, urlunsplit

import requests
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from angebote.choices import Adressart, Linkergebnis
from angebote.domain.linkpruefung import Adresse, Befund
from angebote.netz.schutz import NichtOeffentlichError, build_session, require_oeffentlich, resolve

ZEITGRENZE = 10  # seconds to connect, and between two pieces of an answer
WEITERLEITUNGEN = 5
DAUERHAFT = frozenset({HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT})
WEITER = DAUERHAFT | {HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT}
GIBT_ES_NICHT = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
# Somebody is there, but does not like programs: no reason to alarm anybody.
NICHT_FUER_PROGRAMME = frozenset({401, 402, 403, 405, 406, 407, 429, 451, 999})


@dataclass(frozen=True)
class Abruf:
    kennung: str  # User-Agent
    nur_oeffentlich: bool = True
    zeitgrenze: float = ZEITGRENZE

    def check(self, adresse: Adresse) -> Befund:
        return self.check_mail(adresse.text) if adresse.art == Adressart.MAIL else self.check_web(adresse.text)

    def check_mail(self, text: str) -> Befund:
        """Spelling, and whether the domain exists. Whether somebody reads the mail only a mail can tell.

        The mail servers of a domain (MX) would need a library of their own; nearly all domains with mail have an
        address of their own, too.
        """
        try:
            validate_email(text)
        except ValidationError:
            return Befund(Linkergebnis.NICHT_GEFUNDEN, _("keine gültige E-Mail-Adresse"), hat_antwort=False)
        try:
            resolve(text.rsplit("@", maxsplit=1)[1].encode("idna").decode(), 25)
        except (OSError, UnicodeError):
            return Befund(Linkergebnis.GESTOERT, _("die Domain ist nicht bekannt"), hat_antwort=False)
        return Befund(Linkergebnis.ERREICHBAR, _("die Domain gibt es"))

    def check_web(self, text: str) -> Befund:
        with build_session(nur_oeffentlich=self.nur_oeffentlich) as session:
            session.headers.update({"User-Agent": self.kennung, "Accept": "*/*"})
            try:
                return self._follow(session, text)
            except NichtOeffentlichError:
                satz = _("führt nicht ins öffentliche Internet")
                return Befund(Linkergebnis.UNZULAESSIG, satz, hat_antwort=False)
            except requests.Timeout:
                return Befund(Linkergebnis.GESTOERT, _("keine Antwort in der Zeit"), hat_antwort=False)
            except requests.exceptions.SSLError:
                return Befund(Linkergebnis.GESTOERT, _("das Zertifikat der Website ist nicht in Ordnung"))
            except (requests.RequestException, OSError, ValueError):
                return Befund(Linkergebnis.GESTOERT, _("keine Verbindung"), hat_antwort=False)

    def _follow(self, session: requests.Session, start: str) -> Befund:
        """ziel is set only while every step so far was a permanent one."""
        adresse, ist_dauerhaft = _drop_fragment(start), True
        for _schritt in range(WEITERLEITUNGEN + 1):
            self._require_erlaubt(adresse)
            status, ort = self._ask(session, adresse)
            if status not in WEITER or not ort:
                return _judge(status, ziel=adresse if ist_dauerhaft and adresse != _drop_fragment(start) else "")
            ist_dauerhaft = ist_dauerhaft and status in DAUERHAFT
            adresse = _drop_fragment(urljoin(adresse, ort))
        return Befund(Linkergebnis.GESTOERT, _("zu viele Weiterleitungen"))

    def _ask(self, session: requests.Session, adresse: str) -> tuple[int, str]:
        """Status and where it leads. The body is never read, so it may be endless."""
        status, ort = 0, ""
        for methode in ("HEAD", "GET"):
            session.cookies.clear()
            with session.request(
                methode, adresse, allow_redirects=False, stream=True, timeout=self.zeitgrenze
            ) as antwort:
                status, ort = antwort.status_code, antwort.headers.get("Location", "")
            if status < HTTPStatus.BAD_REQUEST:
                break
        return status, ort

    def _require_erlaubt(self, adresse: str) -> None:
        teile = urlsplit(adresse)
        if teile.scheme not in {"http", "https"} or not teile.hostname or teile.username or teile.password:
            raise NichtOeffentlichError
        if self.nur_oeffentlich:
            try:
                require_oeffentlich(resolve(teile.hostname, teile.port or 80))
            except socket.gaierror as fehler:
                raise requests.ConnectionError from fehler


def _drop_fragment(adresse: str) -> str:
    return urlunsplit(urlsplit(adresse)._replace(fragment=""))


def _judge(status: int, *, ziel: str) -> Befund:
    if status in GIBT_ES_NICHT:
        return Befund(Linkergebnis.NICHT_GEFUNDEN, _("die Seite gibt es nicht (%(status)d)") % {"status": status})
    if status in NICHT_FUER_PROGRAMME:
        satz = _("antwortet, lässt sich aber nicht von Programmen prüfen (%(status)d)")
        return Befund(Linkergebnis.ERREICHBAR, satz % {"status": status})
    if status >= HTTPStatus.BAD_REQUEST:
        return Befund(Linkergebnis.GESTOERT, _("die Website meldet einen Fehler (%(status)d)") % {"status": status})
    if ziel:
        return Befund(Linkergebnis.UMGEZOGEN, _("dauerhaft umgezogen nach %(ziel)s") % {"ziel": ziel}, ziel=ziel)
    return Befund(Linkergebnis.ERREICHBAR, _("erreichbar (%(status)d)") % {"status": status})
