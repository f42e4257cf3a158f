"""One address for every type of page; tests that judge all pages walk through this list."""

from tests.browser.katalog_namen import PASST, PASST_AM_TELEFON, ZEITEN_UNBEKANNT

SEITEN = {
    "start": "/",
    "liste": "/angebote/",
    "liste mit Filtern": "/angebote/?kiez=weissensee&kosten=kostenlos&tag=di&zeit=nachmittag&q=kaffee",
    "liste ohne Treffer": "/angebote/?kiez=buch&q=unterwasserhockey&tag=so",
    "liste mit falschen Angaben": "/angebote/?kiez=atlantis&von=2026-02-31&seite=abc",
    "liste mit Tippfehler": "/angebote/?q=Kaffeerundde",
    "liste mit einem Teil der Wörter": "/angebote/?q=kaffeerunde+plaudertelefon",
    "liste in der Nähe": "/angebote/?nah=Antonplatz",
    "liste in der Nähe mehrdeutig": "/angebote/?nah=Berliner+Straße",
    "liste mit Hilfe": "/angebote/?q=traurig&bereich=unterstuetzung",
    "liste Seite 2": "/angebote/?seite=2",
    "angebot": f"/angebote/{PASST}/",
    "angebot am Telefon": f"/angebote/{PASST_AM_TELEFON}/",
    "angebot ohne Zeiten": f"/angebote/{ZEITEN_UNBEKANNT}/",
    "plakat": f"/angebote/{PASST}/plakat/",
    "kieze": "/kieze/",
    "kiez": "/kieze/weissensee/",
    "kiez woche": "/kieze/weissensee/woche/",
    "kiez woche mit falschem Datum": "/kieze/weissensee/woche/?ab=gestern",
    "kiez monat": "/kieze/weissensee/monat/",
    "programm": "/programm/",
    "krise": "/hilfe/",
    "impressum": "/impressum/",
    "datenschutz": "/datenschutz/",
    "barrierefreiheit": "/barrierefreiheit/",
    "leichte sprache": "/leichte-sprache/",
    "gebaerdensprache": "/gebaerdensprache/",
    "nicht gefunden": "/angebote/gibt-es-nicht/",
}
NICHT_GEFUNDEN = {"nicht gefunden"}
