"""The people of the Redaktion, by what they may do."""

from django.contrib.auth.models import Permission

from pankow_einsamkeit.models import Konto

BEARBEITEN = ("view_angebot", "add_angebot", "change_angebot", "delete_angebot")
TEILE = ("zeit", "ausnahme", "schliesszeit", "zugangsweg", "kosten", "barriereangabe", "quellenangabe")


def create_konto(name: str, *rechte: str) -> Konto:
    """Without rights: someone who may log in and look at nothing."""
    konto = Konto.objects.create_user(name, is_staff=True)
    konto.user_permissions.set(Permission.objects.filter(content_type__app_label="angebote", codename__in=rechte))
    return Konto.objects.get(pk=konto.pk)  # without what was kept about rights


def create_redaktion(name: str = "redaktion") -> Konto:
    return create_konto(name, *BEARBEITEN, *list_teilrechte())


def create_freigabe(name: str = "freigabe") -> Konto:
    return create_konto(name, *BEARBEITEN, *list_teilrechte(), "publish_angebot")


def list_teilrechte() -> list[str]:
    return [f"{was}_{teil}" for teil in TEILE for was in ("view", "add", "change", "delete")]
