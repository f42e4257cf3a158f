"""Sheets for the tests of the printers, without a database."""

from angebote.druck.blatt import Blattangebot, Code, Hilfenummer, Merkblatt, Satz, Schrift, Zeile
from angebote.druck.qr import build_qr_svg


def build_code(adresse: str, alt: str) -> Code:
    return Code(adresse=adresse, kurz_adresse=adresse.removeprefix("https://"), qr=build_qr_svg(adresse), qr_alt=alt)


def build_angebot(
    nummer: int, *, titel: str = "Kaffeerunde", text: str = "kostenlos", zeilen: int = 8, entbehrlich: int = 0
) -> Blattangebot:
    termine = tuple(Satz(f"Dienstag, {tag}. Dezember, 14 bis 16 Uhr") for tag in (1, 8, 15))
    return Blattangebot(
        nummer=nummer,
        angebot_id=nummer,
        titel=titel,
        nutzen="Sie trinken Kaffee mit anderen.",
        zeilen=(
            Zeile(Satz("Nächste Termine", "Найближчі дати"), termine),
            *(Zeile(Satz(f"Zeile {zahl}"), (Satz(text, "безкоштовно"),)) for zahl in range(1, zeilen)),
            *(Zeile(Satz(f"Entbehrlich {zahl}"), (Satz(text),), zahl) for zahl in range(1, entbehrlich + 1)),
        ),
        code=build_code(f"https://pankow.example/a/abc23{nummer}/", f"QR-Code zu Nummer {nummer}"),
    )


def build_blatt(
    *angebote: Blattangebot, ausgabe: str = "standard", sprache: Schrift | None = None, titel: str = "Ihr Merkzettel"
) -> Merkblatt:
    return Merkblatt(
        ausgabe=ausgabe,
        zweitsprache=sprache,
        herausgeber="Gemeinsam in Pankow",
        titel=Satz(titel),
        stand="Stand 28. November 2026",
        zusammengestellt=Satz("Für Sie zusammengestellt am 28. November 2026"),
        fachstelle=(Satz("Fachstelle: Beratung"),),
        hinweise=(),
        angebote=angebote,
        fortsetzung="(Fortsetzung)",
        gekuerzt="Mehr steht unter:",
        nicht_aktuell_titel=Satz("Nicht mehr aktuell"),
        nicht_aktuell=("Alter Treff: Dieses Angebot gibt es nicht mehr.",),
        schritte_titel=Satz("Meine nächsten Schritte"),
        schreibzeilen=(Satz("Mein nächster Schritt"), Satz("Wir treffen uns um")),
        hilfe_titel=Satz("Hilfe sofort"),
        hilfe=(Hilfenummer("Rettung", "112", "immer"),),
        portal_telefon="Fragen zu den Angeboten: 030 0000000",
        vorbehalt=Satz("Angaben ohne Gewähr – bitte vorher anrufen"),
        pruefen=Satz("Diese Liste prüfen"),
        pruefcode="abcd-efgh",
        pruefen_code=build_code("https://pankow.example/pruefen/abcd-efgh/", "QR-Code: zeigt, was sich geändert hat"),
    )
