"""What must be settled before residents see the site.

`manage.py check --deploy --database default` lists it.
Errors stop a site that runs with PRODUKTION=1 (wsgi.py); warnings are only said.
"""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register, run_checks  # noqa: A004
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connections
from django.utils import timezone
from django.utils.translation import gettext as _

from pankow_einsamkeit.anmeldung.demo import DEMO_ADRESSE
from pankow_einsamkeit.models import Konto, Seite

SECRET_KEY_LAENGE = 50  # characters; as Django's own check
PFLICHTSEITEN = frozenset({"impressum", "datenschutz", "barrierefreiheit"})  # I1, P8, L4: the law demands them


@register(Tags.security, deploy=True)
def check_einstellungen(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Settings that have a convenient default for development and none for production."""
    return [*_find_fehler(), *_find_warnungen()]


def _find_fehler() -> list[CheckMessage]:
    fehler: list[CheckMessage] = []
    if settings.DEBUG:
        fehler.append(Error(_("DEBUG ist eingeschaltet: Fehlerseiten zeigen Innereien."), id="pankow.E001"))
    if len(_read_secret_key()) < SECRET_KEY_LAENGE:
        fehler.append(
            Error(
                _("SECRET_KEY fehlt oder ist zu kurz."),
                hint=_("Mindestens 50 zufällige Zeichen in SECRET_KEY oder SECRET_KEY_FILE angeben."),
                id="pankow.E002",
            )
        )
    if not settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS:
        fehler.append(
            Error(
                _("ALLOWED_HOSTS ist leer oder erlaubt jeden Namen."),
                hint=_("Die Namen angeben, unter denen die Website erreichbar ist, mit Komma getrennt."),
                id="pankow.E003",
            )
        )
    if urlsplit(settings.BASIS_URL).scheme != "https":
        fehler.append(
            Error(
                _("BASIS_URL ist keine https-Adresse."),
                hint=_("Die öffentliche Adresse der Website angeben; sie steht in Kalenderdateien und auf Ausdrucken."),
                id="pankow.E004",
            )
        )
    return fehler


def _find_warnungen() -> list[CheckMessage]:
    warnungen: list[CheckMessage] = []
    if not settings.PORTAL_TELEFON:
        warnungen.append(
            Warning(
                _("PORTAL_TELEFON ist leer: Wer nicht weiterkommt, findet keine Nummer zum Anrufen."), id="pankow.W001"
            )
        )
    if connections["default"].vendor == "sqlite":
        warnungen.append(
            Warning(_("Die Datenbank ist SQLite: genug für einen Server, nicht für mehrere."), id="pankow.W002")
        )
    return warnungen


def _read_secret_key() -> str:
    try:
        return settings.SECRET_KEY
    except ImproperlyConfigured:  # Django refuses to hand out an empty key
        return ""


@register(Tags.database, deploy=True)
def check_seiten(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """The fixed pages hold real texts. Asks the database only where Django has been told to (`--database default`)."""
    if not databases or "default" not in databases:
        return []
    try:
        platzhalter_je_slug = dict(Seite.objects.using("default").values_list("slug", "ist_platzhalter"))
    except DatabaseError:
        return [
            Error(
                _("Die Datenbank ist nicht erreichbar oder nicht eingerichtet."),
                hint=_("DATABASE_URL prüfen, dann „manage.py migrate“ ausführen."),
                id="pankow.E005",
            )
        ]
    fehlend = PFLICHTSEITEN - platzhalter_je_slug.keys()
    platzhalter = {slug for slug, ist_platzhalter in platzhalter_je_slug.items() if ist_platzhalter}
    return [
        *(Error(_("Die Seite /%s/ fehlt.") % slug, id="pankow.E006") for slug in sorted(fehlend)),
        *(
            Error(
                _("Die Seite /%s/ ist noch ein Platzhalter.") % slug,
                hint=_("Den Text in der Redaktion schreiben und das Häkchen „Platzhalter“ entfernen."),
                id="pankow.E007",
            )
            for slug in sorted(platzhalter)
        ),
    ]


@register(Tags.database, deploy=True)
def check_demokonten(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Nobody comes in with a password that a command has printed. A database that is not there is check_seiten's."""
    if not databases or "default" not in databases:
        return []
    konten = Konto.objects.using("default").filter(email__endswith=DEMO_ADRESSE, is_active=True)
    try:
        namen = sorted(konten.values_list("username", flat=True))
    except DatabaseError:
        return []
    if not namen:
        return []
    return [
        Error(
            _("Es gibt noch Vorführkonten: %s.") % ", ".join(namen),
            hint=_("In der Redaktion das Häkchen „Aktiv“ entfernen oder die Konten löschen."),
            id="pankow.E009",
        )
    ]


@register(Tags.database, deploy=True)
def check_erklaerung(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Only a warning: without the site residents would lose more than with a statement that is late."""
    if not databases or "default" not in databases:
        return []
    try:
        ist_faellig = Seite.objects.using("default").zu_pruefen(timezone.localdate()).exists()
    except DatabaseError:
        return []
    if not ist_faellig:
        return []
    return [
        Warning(
            _("Die Erklärung zur Barrierefreiheit ist seit 11 Monaten oder länger nicht überprüft."),
            hint=_("Einmal im Jahr überprüfen und in der Redaktion „zuletzt überprüft am“ eintragen."),
            id="pankow.W003",
        )
    ]


def refuse_unsafe_start() -> None:
    """End the process with a German list where PRODUKTION is on and a deploy check fails; else do nothing."""
    if not settings.PRODUKTION:
        return
    messages = run_checks(include_deployment_checks=True, databases=["default"])
    connections.close_all()  # the server forks after this; children must not share a connection
    fehler = [message for message in messages if message.is_serious() and not message.is_silenced()]
    if fehler:
        zeilen = [f"- {message.msg}" + (f" {message.hint}" if message.hint else "") for message in fehler]
        raise SystemExit("\n".join([_("Die Website startet so nicht im Produktionsbetrieb:"), *zeilen]))
