"""What other apps have linked to an entry that goes: this app cannot name those tables, only move their links on."""

from typing import Any

from django.db import models


def move_fremde_bezuege(*, bleibt: models.Model, weicht: models.Model) -> None:
    """Every link from a table of another app leads to `bleibt` afterwards. Call it inside a transaction.

    Saved one by one, so that the history of the linking entries tells it.
    """
    for bezug in weicht._meta.related_objects:
        modell: Any = bezug.related_model
        if modell._meta.app_label == weicht._meta.app_label:
            continue
        name = bezug.field.name
        for eintrag in modell._default_manager.filter(**{name: weicht}):
            if bezug.many_to_many:
                getattr(eintrag, name).add(bleibt)
                getattr(eintrag, name).remove(weicht)
            else:
                setattr(eintrag, name, bleibt)
                eintrag.save()
