"""The groups below the hits proper, and what is not known."""

import re
from datetime import time, timedelta
from html import unescape

from django.test import Client
from django.utils import timezone

from angebote.choices import Format, Tageszeit
from angebote.models import Angebot, Kiez
from tests.angebote.suchbestand import write_termine
from tests.angebote.views.listenseite import create_angebot, get, read_treffer, read_trefferzahl


def test_liste_with_time_keeps_offers_of_unknown_times_in_group_of_their_own(client: Client, weissensee: Kiez) -> None:
    datiert = create_angebot("A", tage=(0,))
    vereinbarung = create_angebot("B", zeitlage=["vereinbarung"])
    create_angebot("C")
    html = get(client, "wann=heute")
    vor, nach = html.split('id="ohne-zeiten"')
    assert read_treffer(vor) == [datiert.pk]
    assert read_treffer(nach) == [vereinbarung.pk]
    assert read_trefferzahl(html) == "1 Angebot gefunden. Bei 1 Angebot kennen wir die Zeiten nicht."


def test_liste_at_time_of_day_lists_houses_open_by_then_before_unknown_times(client: Client, weissensee: Kiez) -> None:
    morgen = timezone.localdate() + timedelta(days=1)
    ohne_zeiten = create_angebot("A", zeitlage=["vereinbarung"])
    offen, zu_kurz = (create_angebot(titel, format=["offen"]) for titel in ("B", "C"))
    kurs = create_angebot("D")
    Angebot.objects.filter(pk__in=[offen.pk, zu_kurz.pk]).update(format=Format.OFFEN)
    for angebot, ende in ((offen, time(13)), (zu_kurz, time(12, 59)), (kurs, time(18))):
        angebot.termine.create(
            datum=morgen, beginn=time(9), ende=ende, wochentag=morgen.weekday(), tageszeit=Tageszeit.VORMITTAG
        )
    write_termine(offen, zu_kurz, kurs)
    html = get(client, "wann=morgen&zeit=nachmittag")
    geoeffnet, unbekannt = html.split('id="schon-geoeffnet"')[1].split('id="ohne-zeiten"')
    assert read_treffer(geoeffnet) == [offen.pk]
    assert "Geöffnet morgen, 9 bis 13\u00a0Uhr" in geoeffnet
    assert read_treffer(unbekannt) == [ohne_zeiten.pk]
    assert read_trefferzahl(html) == (
        "Kein Termin beginnt dann. 1 Angebot ist dann schon geöffnet, bei 1 Angebot kennen wir die Zeiten nicht."
    )
    assert 'id="schon-geoeffnet"' not in get(client, "wann=morgen&zeit=abend")


def test_liste_offers_what_is_not_known_in_one_line_and_one_checkbox_each(client: Client, weissensee: Kiez) -> None:
    frei = create_angebot("A", tage=(1,))
    kosten_offen = create_angebot("B", tage=(2,), kosten=[], offen=["kosten"])
    beides_offen = create_angebot("C", kosten=[], barrierefrei=["wc"], offen=["kosten", "stufenlos"])
    create_angebot("D", kosten=[])
    streng = get(client, "kosten=kostenlos&barrierefrei=stufenlos&barrierefrei=wc")
    assert read_treffer(streng) == [frei.pk]
    assert "Bei 2 weiteren Angeboten sind Kosten oder Barrieren nicht bekannt." in streng
    assert re.search(r'for="f-unbekannt-kosten">auch zeigen, wenn nicht bekannt<[^>]*>, 2 Angebote<', streng)
    assert re.search(r'for="f-unbekannt-barrierefrei">auch zeigen, wenn nicht bekannt<[^>]*>, 1 Angebot<', streng)
    ziel = re.search(r'id="unbekannte"[^>]*>[^<]*<a href="/angebote/\?([^"]*)#treffer">Auch diese zeigen</a>', streng)
    assert ziel
    weit = get(client, unescape(ziel[1]))
    assert read_treffer(weit) == [frei.pk, kosten_offen.pk, beides_offen.pk]
    assert re.search(r'name="unbekannt" value="kosten" checked', weit)
    chips = re.findall(r"Nicht mehr filtern nach: </span>([^<]*)</span></a>", weit)
    assert chips == ["kostenlos", "Kosten nicht bekannt", "stufenlos", "barrierefreies WC", "Barrieren nicht bekannt"]
    assert 'id="unbekannte"' not in weit


def test_liste_without_cost_or_barrier_filter_asks_nothing_about_unknown_facts(
    client: Client, weissensee: Kiez
) -> None:
    create_angebot("A", kosten=[], offen=["kosten"])
    html = get(client, "kiez=weissensee&unbekannt=kosten")
    assert 'id="unbekannte"' not in html
    assert 'name="unbekannt"' not in html
