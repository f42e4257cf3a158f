"""Every public address by name, with sample arguments; test_urls_table.py fails for an address missing here."""

from dataclasses import dataclass, field

from angebote.domain.pruefcode import ANFANG, build_pruefcode

# Primary keys of offers in the katalog of conftest.py, so that addresses can name them before there is a database.
KAFFEERUNDE, GESPRAECH, UNBEKANNTES, PAUSE = range(4001, 4005)
PRUEFCODE = build_pruefcode([KAFFEERUNDE, KAFFEERUNDE + 50], gedruckt_am=ANFANG)

MELDUNG = "mb-4k7x"


@dataclass(frozen=True)
class Seitentyp:
    """A page people read. `query`: without leading question mark."""

    name: str
    kwargs: dict[str, str] = field(default_factory=dict)
    query: str = ""
    id: str = ""

    def __str__(self) -> str:
        return self.id or self.name.removeprefix("angebote:")


SEITEN = (
    Seitentyp("angebote:start"),
    Seitentyp("angebote:angebot-liste"),
    Seitentyp("angebote:angebot-liste", query="kosten=kostenlos&tag=di&q=nichts-davon", id="liste-ohne-treffer"),
    Seitentyp("angebote:angebot-liste", query="bereich=unterstuetzung", id="liste-unterstuetzung"),
    Seitentyp("angebote:angebot-detail", {"slug": "kaffeerunde"}, id="begegnung"),
    Seitentyp("angebote:angebot-detail", {"slug": "gespraech"}, id="unterstuetzung"),
    Seitentyp("angebote:angebot-detail", {"slug": "unbekanntes"}, id="fast-nichts-bekannt"),
    Seitentyp("angebote:angebot-detail", {"slug": "pause"}, id="pause"),
    Seitentyp("angebote:merkzettel", id="merkzettel-leer"),
    Seitentyp("angebote:merkzettel", query=f"id={KAFFEERUNDE}&id={GESPRAECH}&id={PAUSE}&id=999&id=abc"),
    Seitentyp(
        "angebote:merkzettel-drucken", query=f"id={KAFFEERUNDE}&id={UNBEKANNTES}&id={PAUSE}&zweitsprache=ar&ausgabe=x"
    ),
    Seitentyp("angebote:plakat", {"slug": "kaffeerunde"}),
    Seitentyp("angebote:kiez-liste"),
    Seitentyp("angebote:kiez-detail", {"slug": "weissensee"}),
    Seitentyp("angebote:kiez-woche", {"slug": "weissensee"}),
    Seitentyp("angebote:kiez-monat", {"slug": "weissensee"}),
    Seitentyp("angebote:programm"),
    Seitentyp("angebote:traeger-detail", {"slug": "nachbarschaftshaus"}),
    Seitentyp("angebote:mitmachen"),
    Seitentyp("angebote:mitmachen", query="kiez=nirgends&kategorie=garten-natur", id="mitmachen-leer"),
    Seitentyp("angebote:fachkraefte"),
    Seitentyp("angebote:fachkraefte", query="vorlage=treffpunkte&kiez=weissensee", id="fachkraefte-treffer"),
    Seitentyp("angebote:fachkraefte", query="vorlage=abholung&tag=mo&kiez=nirgends", id="fachkraefte-leer"),
    Seitentyp("angebote:krise"),
    Seitentyp("angebote:pruefen"),
    Seitentyp("angebote:pruefen", query="code=0815", id="pruefen-mit-tippfehler"),
    Seitentyp("angebote:pruefung", {"code": PRUEFCODE}),
    Seitentyp("angebote:melden", query="seite=/angebote/kaffeerunde/"),
    Seitentyp("angebote:melden-danke", {"kennung": MELDUNG}),
    Seitentyp("angebote:suchluecke-danke", query="kiez=weissensee&zeit=abend"),
    Seitentyp("zustaendig"),
    Seitentyp("seite", {"slug": "impressum"}, id="impressum"),
    Seitentyp("seite", {"slug": "datenschutz"}, id="datenschutz"),
    Seitentyp("seite", {"slug": "barrierefreiheit"}, id="barrierefreiheit"),
    Seitentyp("seite", {"slug": "leichte-sprache"}, id="leichte-sprache"),
    Seitentyp("seite", {"slug": "gebaerdensprache"}, id="gebaerdensprache"),
)
# Addresses that answer with something else than a page to read.
ANDERE = (
    Seitentyp("angebote:angebot-kurz", {"kurz_id": "abc234"}),
    Seitentyp("angebote:angebot-ics", {"slug": "kaffeerunde"}),
    Seitentyp("angebote:merkzettel-pdf", query=f"id={KAFFEERUNDE}"),
    Seitentyp("angebote:merkzettel-text", query=f"id={KAFFEERUNDE}"),
    Seitentyp("angebote:kiez-woche-pdf", {"slug": "weissensee"}),
    Seitentyp("angebote:kiez-monat-pdf", {"slug": "weissensee"}, query="seiten=2"),
    Seitentyp("angebote:programm-pdf", query="nach=tag"),
    Seitentyp("angebote:plakat-pdf", {"slug": "kaffeerunde"}),
    Seitentyp("angebote:pruefen-getippt", {"_wort": "PRÜFEN", "code": PRUEFCODE}),
    Seitentyp("angebote:standort", query="lat=52.548&lon=13.451"),
    Seitentyp("gesund"),
    Seitentyp("robots"),
    Seitentyp("favicon"),
    Seitentyp("sitemap"),
)
# Files behind names that nobody can guess; tests/angebote/views/test_foto.py looks after them.
BILDER = (Seitentyp("angebote:foto", {"name": f"{'a' * 32}-960.jpg"}),)
# Takes a form from visitors and writes; tests/angebote/views/test_suchluecke.py looks after it.
NIMMT_ENTGEGEN = (Seitentyp("angebote:suchluecke"),)
# A page that takes its own form and writes; tests/angebote/views/test_meldung.py looks after that.
NIMMT_EIGENES_FORMULAR = frozenset({"angebote:melden"})
# Also take a form, but write nothing; tests/angebote/views/test_merkzettel.py looks after them.
DRUCKT = frozenset({"angebote:merkzettel-drucken", "angebote:merkzettel-pdf", "angebote:merkzettel-text"})
# Behind the secret link of a mail; tests/angebote/views/test_bestaetigen.py looks after them.
MIT_LINK = frozenset({"angebote:bestaetigen", "angebote:bestaetigen-angebot", "angebote:bestaetigen-korrektur"})
# Staff only; their own tests look after them.
NICHT_OEFFENTLICH = frozenset({"admin", "konzept"})
# Ways in, and one's own account: tests/pages/test_rollen.py and tests/project/anmeldung/ look after them.
KONTO = frozenset(
    {
        *("admin-anmelden", "admin-abmelden", "admin-passwort"),
        *("account_login", "account_logout", "account_inactive", "account_reauthenticate", "konto-sitzung"),
        *("account_change_password", "account_set_password", "account_reset_password", "account_reset_password_done"),
        *("account_reset_password_from_key", "account_reset_password_from_key_done"),
        *("mfa_index", "mfa_authenticate", "mfa_reauthenticate", "mfa_activate_totp", "mfa_deactivate_totp"),
        *("mfa_view_recovery_codes", "mfa_generate_recovery_codes"),
        *("mfa_list_webauthn", "mfa_add_webauthn", "mfa_login_webauthn", "mfa_reauthenticate_webauthn"),
        *("mfa_edit_webauthn", "mfa_remove_webauthn"),
        *("socialaccount_login_cancelled", "openid_connect_login", "openid_connect_callback"),
    }
)
