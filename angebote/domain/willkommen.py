"""The first sentence of "Wer kann kommen"; reads prefetched Zielgruppen."""

from django.utils.translation import gettext as _

from angebote.models import Angebot


def build_willkommen(angebot: Angebot, *, mit_grund: bool = True) -> str:
    """Everybody, unless the offer says otherwise. mit_grund: also why an offer is for some people only.

    Empty where an unconfirmed source names people: whether others are welcome too is the provider's to say.
    """
    alter = _build_alter(angebot.alter_von, angebot.alter_bis)
    if angebot.exklusiv:
        return _build_exklusiv(angebot, alter=alter, mit_grund=mit_grund)
    if angebot.wer_hinweis and not angebot.ist_bestaetigt:
        return ""
    return _("Alle %(alter)s sind willkommen.") % {"alter": alter} if alter else _("Alle sind willkommen.")


def _build_exklusiv(angebot: Angebot, *, alter: str, mit_grund: bool) -> str:
    gruppen = ", ".join(gruppe.name for gruppe in angebot.zielgruppen.all())
    satz = _("Nur für: %(gruppen)s.") % {"gruppen": gruppen} if gruppen else _("Nur für bestimmte Menschen.")
    grund = _("Grund: %(grund)s.") % {"grund": angebot.exklusiv_grund.strip().rstrip(".")} if mit_grund else ""
    return " ".join(teil for teil in (satz, grund, _("Alter: %(alter)s.") % {"alter": alter} if alter else "") if teil)


def _build_alter(von: int | None, bis: int | None) -> str:
    if von and bis:
        return _("von %(von)d bis %(bis)d Jahren") % {"von": von, "bis": bis}
    if von:
        return _("ab %(von)d Jahren") % {"von": von}
    return _("bis %(bis)d Jahre") % {"bis": bis} if bis else ""
