"""German compounds taken apart with a list of known words: "Bastelnachmittag" is "basteln" and "Nachmittag".

Pure. The known words come from the catalogue and from the Redaktion's word groups; docs/adr/0015 compares this with
general splitters.
"""

from collections.abc import Collection, Iterator, Mapping

FUGEN = ("", "s", "es", "n", "en", "er", "e", "ens")
# What compounds end with and begin with most often, for catalogues in which these words do not stand alone.
GRUNDWORTE = """
    abend angebot arbeit boerse buero dienst fest frau gang garten gruppe halle haus heft hilfe karte kind
    klub kreis kurs laden leute markt nachmittag platz programm projekt raum runde schule spiel stelle stube
    stunde tour training treff treffen turnier verband verein vormittag wagen weg werkstatt zeit zentrum
    zirkel
    alltag bauch brett computer eltern familie feier ferien feuer figur finger fruehling garten gebet gehirn gold
    hals hand haushalt herbst herz holz hund jazz jugend kaffee kiez koerper kopf kraft kueche kultur kunst leben
    licht maenner musik natur nordic papier pilger plastik puppe ruecken salz sand senioren sommer sprache stadt
    stein stimme strasse stuhl tages tier volk wald wand wasser winter wohnung wolle
"""
KURZE_TEILE = """
    abo bad bus eis hof mal not obst rad rat see tag tee tod tor uhr zoo zug
"""
# Words that are no part of a compound although they look like one in the middle of another word.
KEINE_TEILE = """
    aber alle allen aller alles alten alter also ander andere anderen arten auch beide bein dann darf dein
    denen denn deren dessen dies diese dieser eine einem einen einer eines enden ende ente erst etwa ganz
    gegen gern gibt habe haben halt halten hier hinter ihre ihren immer innen inne isch jede jeder kann kein
    lang lich liche lichen mehr mein meine mich mitte nach neben nein nicht noch oder ohne rund schon sein
    seine seit sich sind sonst sowie statt stand ueber unser unter viel viele vier voll ware waren weit wenn
    werden wert wird wohl zehn zeigt zwei
"""
# Words whose meaning their parts no longer tell, and names.
UNDURCHSICHTIGE = """
    abteilung alleinerziehend arbeitsamt augenblick bahnhof bauernhof beispiel bezirksamt blankenfeld
    breitenstrass buchholz buchstab bundestag dienstag donnerstag feiertag freitag friedhof friedrichshain
    gesundbrunnen gesundheitsamt hauptstrass hochzeit jahrzehnt jugendamt kennenlern kindergaert kindergarten
    krankenhaus krankenkass mahlzeit mitglied mittag montag muttersprach nachmittag nachtisch niederschoenhaus
    prenzlau rathaus samstag schoenhaus schoenholz sonntag sozialamt sportlich sprechstund sprechtag
    sprechzeit stadtteil standesamt transport uebertrag umgebung vormittag vorstell wartezeit weissensee
    zeitung
"""
ABLEITUNGEN = ("bar", "haft", "heit", "ier", "ig", "isch", "keit", "lich", "los", "nis", "sam", "ung")
KUERZESTER_TEIL = 4
KUERZESTER_RAND = 5  # letters of a beginning or ending that is known while the rest is not
LAENGSTES_WORT = 48  # characters; what is longer is not taken apart
GEMERKT = 1 << 16  # words
OFFENER_REST = 6  # letters: as much may be unknown beside a known head or beginning of the same length
_kurze = frozenset(KURZE_TEILE.split())
_keine = frozenset(KEINE_TEILE.split())
_undurchsichtige = tuple(UNDURCHSICHTIGE.split())


class Zerleger:
    """Takes words apart. `formen`: every known word, normalised, with its stem."""

    def __init__(self, formen: Mapping[str, str]) -> None:
        # The stem of nähen is nah, but in Nähcafé it keeps its dots.
        verben = {wort[:-2]: stamm for wort, stamm in formen.items() if wort.endswith("en") and len(wort) > 4}
        self._formen = verben | dict(formen)
        self._bekannt: dict[str, tuple[str, ...]] = {}

    def split(self, wort: str) -> tuple[str, ...]:
        """The stems of the parts; empty if it is no compound of known words."""
        return tuple(self._formen[teil] for teil in self.split_worte(wort))

    def split_worte(self, wort: str) -> tuple[str, ...]:
        """The parts as known words, the fewest that cover the whole word."""
        teile = self._bekannt.get(wort)
        if teile is None:
            if len(self._bekannt) >= GEMERKT:  # whatever is typed ends up here
                self._bekannt = {}
            teile = self._bekannt[wort] = self._compute_teile(wort)
        return teile

    def hat_teil(self, wort: str, *, stamm: str, formen: Collection[str]) -> bool:
        """Whether the word is a compound with this part, given as stem and known forms; Literatur has no part "rat"."""
        if teile := self.split_worte(wort):
            return any(self._formen[teil] == stamm or stamm in self.split(teil) for teil in teile)
        return not _ist_undurchsichtig(wort) and any(_steht_am_rand(wort, form) for form in formen)

    def find_raender(self, wort: str) -> tuple[str, str]:
        """The longest known beginning and ending, each or both empty, of a word that is not known all through."""
        if _ist_undurchsichtig(wort) or len(wort) > LAENGSTES_WORT:
            return "", ""
        schnitte = range(KUERZESTER_RAND, len(wort) - KUERZESTER_TEIL + 1)
        anfaenge = (self._find_form(wort[:schnitt], ist_letzter=False) for schnitt in reversed(schnitte))
        enden = (self._find_form(wort[-schnitt:], ist_letzter=True) for schnitt in reversed(schnitte))
        anfang = next((form for form in anfaenge if len(form) >= KUERZESTER_RAND), "")
        ende = next((form for form in enden if form), "")
        return ("" if wort[len(anfang) :].startswith(ABLEITUNGEN) else anfang), ende

    def _compute_teile(self, wort: str) -> tuple[str, ...]:
        if not 2 * KUERZESTER_TEIL - 2 < len(wort) <= LAENGSTES_WORT or _ist_undurchsichtig(wort):
            return ()
        wege: list[tuple[str, ...] | None] = [None] * (len(wort) + 1)
        wege[0] = ()
        for ende in range(1, len(wort) + 1):
            for anfang in range(ende):
                weg, laenge = wege[anfang], ende - anfang
                if weg is None or laenge == len(wort) or laenge < KUERZESTER_TEIL - 1:
                    continue
                bisher = wege[ende]
                if bisher is not None and len(bisher) <= len(weg) + 1:
                    continue
                teil = self._find_form(wort[anfang:ende], ist_letzter=ende == len(wort))
                if teil:
                    wege[ende] = (*weg, teil)
        return wege[len(wort)] or ()

    def _find_form(self, teil: str, *, ist_letzter: bool) -> str:
        formen = _list_grundformen(teil, ist_letzter=ist_letzter)
        return next((form for form in formen if form in self._formen), "")


def _list_grundformen(teil: str, *, ist_letzter: bool) -> Iterator[str]:
    if len(teil) < KUERZESTER_TEIL:
        if teil in _kurze:
            yield teil
        return
    for fuge in ("",) if ist_letzter else FUGEN:
        grundform = teil.removesuffix(fuge)
        if teil.endswith(fuge) and len(grundform) > 2 and teil not in _keine and grundform not in _keine:
            yield grundform


def _ist_undurchsichtig(wort: str) -> bool:
    return any(wort.startswith(anfang) and len(wort) - len(anfang) < KUERZESTER_TEIL for anfang in _undurchsichtige)


def _steht_am_rand(wort: str, form: str) -> bool:
    """A long known word at either end of one whose rest nobody knows."""
    rest = len(wort) - len(form)
    if len(form) < OFFENER_REST or rest < OFFENER_REST - 2:
        return False
    if wort.endswith(form):
        return rest >= OFFENER_REST
    return wort.startswith(form) and not wort[len(form) :].startswith(ABLEITUNGEN)
