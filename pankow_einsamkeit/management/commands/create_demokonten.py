"""Two staff accounts to try the site with: "redaktion" (the catalogue) and "verwaltung" (everything)."""

import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.models import Q, QuerySet

from pankow_einsamkeit.models import Konto

GRUPPE = "Redaktion"
# Derived or counted rows: nobody edits them by hand, so nobody gets the right to.
ABGELEITET = (
    "termin",
    "angebotsmenge",
    "katalogstand",
    "suchwort",
    "volltext",
    "suchluecke",
    "orthaltestelle",
)


class Command(BaseCommand):
    help = "Legt die Vorführkonten „redaktion“ und „verwaltung“ an und nennt ihr Passwort; nicht im Produktionsbetrieb."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUKTION:
            raise CommandError("Vorführkonten gibt es nicht im Produktionsbetrieb.")
        passwort = read_or_create_passwort(settings.DATA_PATH)
        with transaction.atomic():
            gruppe, _neu = Group.objects.get_or_create(name=GRUPPE)
            gruppe.permissions.set(list_redaktionsrechte())
            save_konto("redaktion", passwort=passwort, ist_verwaltung=False).groups.add(gruppe)
            save_konto("verwaltung", passwort=passwort, ist_verwaltung=True)
        self.stdout.write(f"Vorführkonten: redaktion, verwaltung – Passwort: {passwort}")


def read_or_create_passwort(data_path: Path) -> str:
    """DEMO_PASSWORT, else that of the last start, else a new one, kept in DATA_DIR and readable only by its owner."""
    if settings.DEMO_PASSWORT:
        return str(settings.DEMO_PASSWORT)
    datei = data_path / "demo_passwort"
    if datei.is_file() and (passwort := datei.read_text(encoding="utf-8").strip()):
        return passwort
    passwort = secrets.token_urlsafe(9)
    data_path.mkdir(parents=True, exist_ok=True)
    datei.touch(mode=0o600)
    datei.write_text(passwort, encoding="utf-8")
    return passwort


def list_redaktionsrechte() -> QuerySet[Permission]:
    """Everything in the catalogue that people write themselves, and the text of the fixed pages."""
    katalog = Q(content_type__app_label="angebote") & ~Q(content_type__model__in=ABGELEITET)
    katalog |= Q(codename="view_orthaltestelle")
    seiten = Q(codename__in=["view_seite", "change_seite"])
    return Permission.objects.filter(katalog | seiten)


def save_konto(username: str, *, passwort: str, ist_verwaltung: bool) -> Konto:
    konto, _neu = Konto.objects.get_or_create(username=username)
    konto.is_staff, konto.is_active, konto.is_superuser = True, True, ist_verwaltung
    if not konto.check_password(passwort):  # hashing is slow, and a new hash would end every session
        konto.set_password(passwort)
    konto.save()
    return konto
