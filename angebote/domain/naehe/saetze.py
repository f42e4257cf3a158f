"""How far it is, in words. Everything is an estimate and says so."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pankow_einsamkeit.lib.geo import estimate_walking_minutes

NUR_METER = 950  # as the crow flies; beyond it kilometres are easier to picture
SELBE_MITTE = 50  # metres: two places that we know as the middle of one Planungsraum only
UNSCHAERFE = 850  # so far off are 90 % of such places at most (docs/adr/0016)
ZU_FUSS = 3000  # beyond it nobody we write for walks


def build_entfernungssatz(meter: float, *, genau: bool, start_genau: bool = True, ist_hier: bool = False) -> str:
    """ "etwa 450 Meter, 10 Minuten zu Fuß". Metres as the crow flies; genau False: the place itself is known roughly.

    Where the start is no better known and both are near, no number would be true. ist_hier: it is the asked address.
    Metres come in steps of 50, kilometres of 100 metres, at least one step.
    """
    if ist_hier:
        return _("an dieser Adresse")
    if not genau and not start_genau and meter <= UNSCHAERFE:
        gegend = _("im selben Viertel") if meter <= SELBE_MITTE else _("in der Nähe")
        return _("%(gegend)s – die genaue Lage kennen wir nicht") % {"gegend": gegend}
    satz = _build_laenge(meter)
    if meter > ZU_FUSS:
        satz = _("%(laenge)s, mit Bus oder Bahn") % {"laenge": satz}
    else:
        minuten = estimate_walking_minutes(meter)
        zeit = ngettext("%(n)d Minute zu Fuß", "%(n)d Minuten zu Fuß", minuten) % {"n": minuten}
        satz = f"{satz}, {zeit}"
    if genau:
        return _("etwa %(weg)s") % {"weg": satz}
    return _("ungefähr %(weg)s – die genaue Lage kennen wir nicht") % {"weg": satz}


def _build_laenge(meter: float) -> str:
    if meter <= NUR_METER:
        return _("%(n)d Meter") % {"n": max(50, 50 * round(meter / 50))}
    kilometer = f"{max(1.0, round(meter / 1000, 1)):.1f}".replace(".", ",").removesuffix(",0")
    return _("%(n)s Kilometer") % {"n": kilometer}
