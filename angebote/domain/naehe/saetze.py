"""How far it is, in words. Everything is an estimate and says so."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pankow_einsamkeit.lib.geo import estimate_walking_minutes

NUR_METER = 950  # as the crow flies; beyond it kilometres are easier to picture
ZU_FUSS = 3000  # beyond it nobody we write for walks


def build_entfernungssatz(meter: float, *, genau: bool) -> str:
    """ "etwa 450 Meter, 10 Minuten zu Fuß". Metres as the crow flies; genau False: the place itself is known roughly.

    Metres come in steps of 50, kilometres of 100 metres, at least one step.
    """
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
