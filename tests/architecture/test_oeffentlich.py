"""Whatever the public can see renews the mark of the pages when staff change it (docs/adr/0017)."""

import ast
import re

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group

from angebote.models import Anfragesperre, Bestaetigungsanfrage, Linkpruefung, Meldung, Suchluecke
from pankow_einsamkeit.admin import OeffentlichAdmin
from pankow_einsamkeit.fassung import SICHTBARE_EINSTELLUNGEN
from pankow_einsamkeit.models import Konto
from tests.architecture.quelltext import read_modules

NIE_ZU_SEHEN = {
    Anfragesperre,
    Bestaetigungsanfrage,
    Authenticator,
    Group,
    Konto,
    Linkpruefung,
    LogEntry,
    Meldung,
    SocialAccount,
    Suchluecke,
}
# Read by the code, but no page looks different for them.
OHNE_SPUR_AUF_SEITEN = {
    "ALLOWED_HOSTS",
    "AUTH_USER_MODEL",
    "ANFRAGE_LOESCHEN_MONATE",
    "BASE_DIR",
    "BESTAETIGUNG_ERINNERUNG_TAGE",
    "BESTAETIGUNG_ESKALATION_AN",
    "BESTAETIGUNG_LINK_TAGE",
    "CSRF_TRUSTED_ORIGINS",
    "DATA_PATH",
    "DEBUG",
    "DEMO_PASSWORT",
    "DOKUMENT_MAX_MB",
    "FOTO_MAX_MB",
    "DEMO_ZWEITER_FAKTOR",
    "OIDC_ZWEITER_FAKTOR",
    "HINTER_PROXY",
    "PRODUKTION",
    "SECRET_KEY",
    "SECRET_KEY_FALLBACKS",
    "SEITENSTAND",
    "SESSION_COOKIE_AGE",
    "SESSION_COOKIE_NAME",
    "SITZUNG_HOECHSTENS_STUNDEN",
    "SPERRZEIT_MINUTEN",
    "VERLAUF_BEHALTEN_MONATE",
}


def test_every_registered_admin_of_what_the_public_can_see_renews_the_mark() -> None:
    ohne = {modell for modell, eintrag in admin.site._registry.items() if not isinstance(eintrag, OeffentlichAdmin)}
    assert ohne - NIE_ZU_SEHEN == set()


def test_every_setting_the_code_reads_is_part_of_the_release_mark_or_shows_nowhere() -> None:
    gelesen = {
        node.attr
        for modul in read_modules()
        for node in ast.walk(modul.tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "settings"
    }
    eigene = {name for name in gelesen if re.fullmatch(r"[A-Z_]+", name) and hasattr(settings, name)}
    assert eigene - OHNE_SPUR_AUF_SEITEN == set(SICHTBARE_EINSTELLUNGEN)
