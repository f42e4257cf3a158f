"""Brings the groups in the database to exactly what angebote/rollen.py says."""

from typing import Any

from django.apps.registry import Apps
from django.db import transaction

from angebote.rollen import RECHTE, list_rechte


@transaction.atomic
def grant_rollen(*, apps: Apps) -> None:
    """Creates missing permissions, takes away what the table does not name. Groups beside the table stay as they are.

    `apps` is the registry of a migration or the present one. A model it does not know yet is left out: the migration
    that adds it calls this again.
    """
    modelle = {(modell._meta.app_label, modell._meta.model_name): modell for modell in apps.get_models()}
    for name in RECHTE:
        gruppe, _neu = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        rechte = [(modelle.get((label, modell)), codename) for label, modell, codename in sorted(list_rechte(name))]
        gruppe.permissions.set([_save_permission(apps, modell, codename) for modell, codename in rechte if modell])


def _save_permission(apps: Apps, modell: Any, codename: str) -> Any:
    """Django creates permissions only after the last migration, under the same names."""
    content_type, _neu = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=modell._meta.app_label, model=modell._meta.model_name
    )
    eigene = dict(modell._meta.permissions)
    name = eigene.get(codename) or f"Can {codename.split('_', maxsplit=1)[0]} {modell._meta.verbose_name_raw}"
    permission, _neu = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": name}
    )
    return permission
