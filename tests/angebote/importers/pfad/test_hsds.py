import zipfile
from io import BytesIO

import pytest

from angebote.importers.pfad.dateien import read_datei
from angebote.importers.pfad.grenzen import DateifehlerError
from angebote.importers.pfad.lesen import preview_zeilen, read_lesung
from angebote.importers.pfad.plan import Auftrag, Ergebnis

PAKET = {
    "datapackage.json": "{}",
    "organizations.csv": "id,name,website\no1,Beispielverein,https://example.org",
    "services.csv": (
        "id,organization_id,name,description,status,minimum_age\n"
        "s1,o1,Kaffeerunde (Beispiel),Ein Treffen.,active,60\ns2,o1,Alt (Beispiel),,defunct,"
    ),
    "locations.csv": "id,name,latitude,longitude\nl1,Haus (Beispiel),,",
    "addresses.csv": "id,location_id,address_1,city,postal_code\na1,l1,Musterstraße 12a,Berlin,13187",
    "services_at_locations.csv": "id,service_id,location_id\nsl1,s1,l1",
    "phones.csv": "id,service_id,number\np1,s1,030 1234567",
    "schedules.csv": (
        "id,service_id,freq,interval,byday,opens_at,closes_at,valid_from,valid_to,description\n"
        "z1,s1,WEEKLY,1,TU,14:00,16:00,,,\nz2,s1,MONTHLY,1,2WE,10:00,,2027-01-01,,\nz3,s1,YEARLY,1,TU,10:00,,,,einmal im Jahr"
    ),
    "cost_options.csv": "id,service_id,amount,currency\nk1,s1,2.5,EUR",
    "accessibility.csv": "id,location_id\nb1,l1",
}


def build_zip(dateien: dict[str, str]) -> bytes:
    ziel = BytesIO()
    with zipfile.ZipFile(ziel, "w", zipfile.ZIP_DEFLATED) as archiv:
        for name, text in dateien.items():
            archiv.writestr(name, text)
    return ziel.getvalue()


def test_package_becomes_a_row_for_each_active_service_at_a_location() -> None:
    rohdatei = read_datei(build_zip(PAKET))

    [zeile] = rohdatei.zeilen
    assert {name: wert for name, wert in zeile.zellen.items() if wert} == {
        "kennung": "s1",
        "titel": "Kaffeerunde (Beispiel)",
        "beschreibung": "Ein Treffen.",
        "traeger": "Beispielverein",
        "telefon": "030 1234567",
        "web": "https://example.org",
        "kosten": "2,5 €",
        "alter_von": "60",
        "ort.name": "Haus (Beispiel)",
        "ort.strasse": "Musterstraße",
        "ort.hausnummer": "12a",
        "ort.plz": "13187",
        "ort.ortsname": "Berlin",
        "zeiten": "Di 14:00-16:00; 2. Mi 10:00 ab 1.1.2027",
        "zeiten_hinweis": "einmal im Jahr",
    }
    assert (rohdatei.unbekannte, rohdatei.hinweise) == (
        ["accessibility.csv"],
        ["1 beendete Angebote werden nicht gelesen."],
    )


@pytest.mark.django_db
def test_package_goes_the_same_way_as_a_list() -> None:
    lesung = read_lesung(build_zip(PAKET), kategorie="Café, Treff & Plaudern")

    bericht = preview_zeilen(lesung, auftrag=Auftrag(quelle="Verzeichnis"))

    assert [(zeile.ergebnis, zeile.fehler) for zeile in bericht.zeilen] == [(Ergebnis.NEU, [])]


@pytest.mark.parametrize(
    ("dateien", "grund"),
    [
        ({"services.csv": "id,name\n"}, "kein Angebot"),
        ({"brief.txt": "Hallo"}, "weder eine Excel-Datei"),
        ({"services.csv": "0" * 5_000_000}, "ungewöhnlich stark gepackt"),
    ],
)
def test_package_that_cannot_be_used_is_refused_with_the_reason(dateien: dict[str, str], grund: str) -> None:
    with pytest.raises(DateifehlerError, match=grund):
        read_datei(build_zip(dateien))
