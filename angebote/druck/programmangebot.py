"""What all programmes say of one offer: read with few queries, written with the sentences of its card."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Min
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from angebote.choices import Format, Kostenart, Kostenfilter
from angebote.domain.karten_wann import build_wann, sind_zeiten_alt
from angebote.domain.kosten import compute_kostenfilter, ist_kosten_offen, list_bekannte
from angebote.domain.nachfrage import find_kontaktquelle
from angebote.domain.zeitsaetze import build_datumssatz, build_unbekanntsatz
from angebote.druck.kurzadresse import name_adresse
from angebote.druck.terminsaetze import build_reihensaetze, build_terminsaetze
from angebote.druck.zeitraum import Zeitraum
from angebote.models import Angebot, AngebotQuerySet, Kiez, Termin
from pankow_einsamkeit.lib.telefon import parse_telefonliste
from pankow_einsamkeit.lib.umbruch import hold_together, soften, unbroken

FELDER = (
    *(
        "titel",
        "slug",
        "kurz_id",
        "nutzen",
        "format",
        "telefon",
        "email",
        "web",
        "geprueft_am",
        "hinweis_ab",
        "kartendaten",
        "sortiertitel",
    ),
    *("ort__name", "ort__kiez", "traeger__telefon", "traeger__email", "traeger__web"),
)


@dataclass(frozen=True)
class Vorlage:
    """One offer with its Termine in the printed period, in order. danach: its next day after the period."""

    angebot: Angebot
    termine: Sequence[Termin]
    danach: date | None

    @property
    def hat_ort(self) -> bool:
        """People go there; else it reaches them by phone, online or at home, or nobody knows where it is."""
        return self.angebot.ort is not None and bool(self.angebot.kartendaten.get("ortsatz"))

    def ist_in(self, kiez: Kiez) -> bool:
        return self.hat_ort and self.angebot.ort is not None and self.angebot.ort.kiez_id == kiez.pk

    @property
    def hat_zeiten(self) -> bool:
        return bool(self.termine or self.danach)

    @property
    def ist_haus(self) -> bool:
        """On so many days of the week that it has opening hours rather than dates."""
        wochentage = {termin.datum.weekday() for termin in self.termine}
        return len(wochentage) >= (2 if self.angebot.format == Format.OFFEN else 3)


@dataclass(frozen=True)
class Programmangebot:
    """Empty sentences leave their line out. zeiten: all dates; zeiten_kurz: the same days in fewer words.

    kosten is empty where nothing is known. merkmale: further good news. ist_unsicher: nobody has confirmed it
    lately, or its times are old. adresse: the short one of its page.
    """

    angebot_id: int
    url: str
    titel: str
    nutzen: str
    zeiten: tuple[str, ...]
    zeiten_kurz: tuple[str, ...]
    wo: str
    kiez: str
    haltestelle: str
    kosten: str
    kosten_kurz: str
    merkmale: tuple[str, ...]
    telefon: str  # held together by no-break spaces
    adresse: str
    ist_unsicher: bool

    @property
    def gut(self) -> tuple[str, ...]:
        """Cost and other good news."""
        return tuple(wort for wort in (self.kosten, *self.merkmale) if wort)


def load_vorlagen(angebote: AngebotQuerySet, *, zeitraum: Zeitraum, jetzt: datetime) -> list[Vorlage]:
    """By title. Four queries, whatever the number of offers."""
    gelesen = list(
        angebote.select_related("ort", "traeger")
        .prefetch_related("kosten")
        .only(*FELDER)
        .order_by("sortiertitel", "titel", "pk")
    )
    kommende = Termin.objects.kommende(jetzt).filter(angebot__in=angebote.order_by().values("pk"))
    termine_of: dict[int, list[Termin]] = defaultdict(list)
    for termin in kommende.filter(datum__gte=zeitraum.von, datum__lte=zeitraum.bis).order_by("datum", "beginn"):
        termine_of[termin.angebot_id].append(termin)
    spaetere = kommende.filter(datum__gt=zeitraum.bis).order_by().values_list("angebot").annotate(Min("datum"))
    danach_of: dict[int, date] = dict(spaetere)
    return [Vorlage(angebot, termine_of[angebot.pk], danach_of.get(angebot.pk)) for angebot in gelesen]


def build_programmangebot(vorlage: Vorlage, *, zeitraum: Zeitraum, heute: date) -> Programmangebot:
    angebot = vorlage.angebot
    daten = angebot.kartendaten
    kurz = _build_kurze_zeiten(vorlage, zeitraum=zeitraum, heute=heute)
    lang = build_terminsaetze(vorlage.termine, heute=heute) if vorlage.termine and not vorlage.ist_haus else kurz
    kosten = "" if "kosten" in daten.get("unbekannt", ()) else daten.get("kostensatz", "")
    return Programmangebot(
        angebot_id=angebot.pk,
        url=angebot.get_absolute_url(),
        titel=soften(angebot.titel.strip()) or _("Angebot ohne Titel"),
        nutzen=soften(angebot.nutzen),
        zeiten=tuple(map(unbroken, lang)),
        zeiten_kurz=tuple(map(unbroken, kurz)),
        wo=build_wo(angebot),
        kiez=daten.get("kiez_name", ""),
        haltestelle=unbroken(daten.get("haltestellensatz", "")),
        kosten=unbroken(kosten),
        kosten_kurz=_shorten_kosten(angebot) if kosten else "",
        merkmale=build_merkmale(angebot),
        telefon=find_telefon(angebot),
        adresse=name_adresse(f"/a/{angebot.kurz_id}/"),
        ist_unsicher=ist_unsicher(angebot, heute=heute),
    )


def build_wo(angebot: Angebot) -> str:
    """The place with its street; where nobody has to go, how it reaches people: "kommt zu Ihnen nach Hause"."""
    daten = angebot.kartendaten
    return soften(daten.get("ortsatz", "") or "; ".join(daten.get("zugangssaetze", ())))


def build_merkmale(angebot: Angebot) -> tuple[str, ...]:
    daten = angebot.kartendaten
    return tuple(
        wort
        for wort, gilt in (
            (_("ohne Anmeldung"), daten.get("ohne_anmeldung")),
            (_("stufenlos"), daten.get("ist_stufenlos")),
        )
        if gilt
    )


def find_telefon(angebot: Angebot) -> str:
    """The first number to ask, its Träger's where the offer states no contact of its own."""
    nummern = parse_telefonliste(find_kontaktquelle(angebot).telefon)
    return next((hold_together(nummer.anzeige) for nummer in nummern if nummer.href), "")


def ist_unsicher(angebot: Angebot, *, heute: date) -> bool:
    """The one rule of all papers for whom to call first: never checked, or long ago, or from an old source."""
    return not angebot.ist_frisch(heute) or sind_zeiten_alt(angebot, heute=heute)


def _build_kurze_zeiten(vorlage: Vorlage, *, zeitraum: Zeitraum, heute: date) -> list[str]:
    if vorlage.termine:
        erster, *weitere = build_reihensaetze(vorlage.termine, zeitraum=zeitraum, heute=heute)
        return [capfirst(erster), *weitere]
    if vorlage.danach:
        return [_("erst wieder am %(tag)s") % {"tag": build_datumssatz(vorlage.danach, heute=heute, absolut=True)}]
    saetze = [satz for satz in build_wann(vorlage.angebot, (), heute=heute, geoeffnet=False) if satz]
    return saetze or [build_unbekanntsatz(vorlage.angebot.kartendaten.get("nachfrage") or _("bitte nachfragen"))]


def _shorten_kosten(angebot: Angebot) -> str:
    """One or two words that are never better than the truth."""
    kosten = list_bekannte(angebot.kosten.all())
    filterwerte = compute_kostenfilter(kosten)
    if Kostenfilter.KOSTENLOS in filterwerte:
        return _("kostenlos")
    if Kostenfilter.SPENDE in filterwerte:
        return _("gegen Spende")
    if ist_kosten_offen(kosten):
        return _("Kosten bitte erfragen")
    if {zeile.art for zeile in kosten} <= {Kostenart.KASSE, Kostenart.PFLEGEKASSE}:
        return _("Kasse zahlt")
    return _("kostet etwas")
