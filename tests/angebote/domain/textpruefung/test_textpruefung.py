"""Each check says what it must and, as important, keeps silent where nothing is wrong."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angebote.choices import Befundart, Bereich, Kostenart, Merkmal
from angebote.domain.textpruefung import TEXTFELDER, Textlage, build_textlage, check_texte, measure_lesbarkeit
from angebote.domain.textpruefung.befund import STELLE_LAENGE, Befund
from angebote.domain.textpruefung.wortlisten import read_abkuerzungen, read_textworte
from angebote.models import Barriereangabe, Kosten
from pankow_einsamkeit.lib.saetze import list_worte
from tests.factories import AngebotFactory, OrtFactory, TraegerFactory, ZeitFactory

BEGEGNUNG, UNTERSTUETZUNG = Bereich.BEGEGNUNG.value, Bereich.UNTERSTUETZUNG.value


def find_arten(bereich: str = BEGEGNUNG, *, exklusiv: bool = False, **texte: str) -> list[tuple[str, str]]:
    lage = Textlage(texte=texte, bereich=bereich, exklusiv=exklusiv)
    return [(befund.art.value, befund.stelle) for befund in check_texte(lage)]


@pytest.mark.parametrize(
    ("titel", "stelle"),
    [
        ("Tanz für Senioren", "Senioren"),
        ("Tanz für Senior*innen", "Senior*innen"),
        ("Tanz für Senior:innen", "Senior:innen"),
        ("Tanz für SeniorInnen", "SeniorInnen"),
        ("Seniorentanz", "Seniorentanz"),
        ("Rentnerstammtisch", "Rentnerstammtisch"),
        ("Kochen für Migrantinnen", "Migrantinnen"),
        ("Nähen für Geflüchtete", "Geflüchtete"),
        ("Ausflüge für ältere Menschen", "ältere Menschen"),
        ("Spaziergang für Menschen mit Demenz", "für Menschen mit"),
        ("Zumba für Frauen", "für Frauen"),
        ("Yoga für ukrainische Frauen", "für ukrainische Frauen"),
        ("Theatergruppe 50+", "50+"),
        ("Chor 60 plus", "60 plus"),
        ("Disko Ü60", "Ü60"),
        ("Schach ab 60", "ab 60"),
    ],
)
def test_titel_naming_a_group_of_people_is_warned_about(titel: str, stelle: str):
    assert find_arten(titel=titel) == [("zielgruppe", stelle)]


@pytest.mark.parametrize(
    "titel",
    [
        "Bewegungsstunde am Montag",
        "Handy-Runde",
        "Frauenfrühstück",
        "Elterncafé",
        "Begegnungsstätte für Jung und Alt",
        "Disko ab 18 Uhr",
        "Tanz ab 50 Euro",
        "Grillen ab 60 Minuten",
        "Gruppe 1.60+",
        "Café 157",
        "Kurs A1",
    ],
)
def test_titel_by_subject_is_left_alone(titel: str):
    assert find_arten(titel=titel) == []


def test_titel_of_an_offer_for_one_group_only_may_say_so():
    assert find_arten(exklusiv=True, titel="Zumba für Frauen") == []


def test_titel_of_support_may_name_who_it_is_for():
    assert find_arten(UNTERSTUETZUNG, titel="Gruppe für Menschen mit Demenz") == []
    assert find_arten(UNTERSTUETZUNG, titel="Beratung für Senioren") == [("zielgruppe", "Senioren")]


def test_titel_too_long_is_warned_about_from_the_first_letter_too_many():
    assert find_arten(titel="a" * 70) == []
    assert find_arten(titel="a" * 71) == [("titel-lang", "a" * 71)]


def test_titel_in_capitals_or_shouting_is_warned_about():
    assert find_arten(titel="SOMMERFEST im Hof!") == [("grossbuchstaben", "SOMMERFEST"), ("ausrufezeichen", "!")]
    assert find_arten(titel="MACHmit! Museum") == []


@pytest.mark.parametrize("nutzen", ["Kaffee trinken", "kaffee trinken.", "– Kaffee."])
def test_nutzen_that_is_no_sentence_is_warned_about(nutzen: str):
    assert find_arten(nutzen=nutzen) == [("nutzen-kein-satz", nutzen)]


@pytest.mark.parametrize(
    "nutzen", ["Kaffee trinken.", "„Komm rein“: Kaffee für alle!", "Haben Sie Fragen?", "8 Spiele.", ""]
)
def test_nutzen_that_is_a_sentence_or_missing_is_left_alone(nutzen: str):
    assert find_arten(nutzen=nutzen) == []


def test_nutzen_over_160_characters_is_warned_about():
    nutzen = "A" + "a" * 158 + "."
    assert find_arten(nutzen=nutzen) == []
    assert find_arten(nutzen=f"A{nutzen.lower()}") == [("nutzen-lang", f"A{nutzen.lower()}")]


@pytest.mark.parametrize(
    ("text", "stelle"),
    [
        ("Wir helfen schwer erreichbaren Menschen.", "schwer erreichbaren"),
        ("Hier treffen sich Betroffene.", "Betroffene"),
        ("Ein Treff von Betroffener zu Betroffener.", "Betroffener"),
        ("Viele leiden unter Einsamkeit.", "leiden unter Einsamkeit"),
        ("Wer an Einsamkeit leidet, ruft an.", "an Einsamkeit leidet"),
        ("Ein Treff für Alkoholikerinnen.", "Alkoholikerinnen"),
        ("Wir beraten Obdachlose.", "Obdachlose"),
        ("Für die Einsamen im Kiez.", "Einsamen"),
    ],
)
def test_stigma_word_in_any_form_is_warned_about_everywhere(text: str, stelle: str):
    assert find_arten(UNTERSTUETZUNG, beschreibung=text) == [("stigma", stelle)]


@pytest.mark.parametrize(
    "text",
    [
        "Reden über Alkohol, im Ausland und zu Hause.",
        "Wenn Sie betroffen sind, rufen Sie an.",
        "Vielleicht fühlen Sie sich einsam.",
        "Wir sprechen über Einsamkeit.",
        "Menschen mit Behinderung sind willkommen.",
    ],
)
def test_factual_words_are_left_alone_in_support(text: str):
    assert find_arten(UNTERSTUETZUNG, beschreibung=text) == []


def test_loneliness_is_not_mentioned_in_begegnung():
    text = "Vielleicht fühlen Sie sich einsam."
    assert find_arten(BEGEGNUNG, beschreibung=text) == [("stigma", "einsam")]
    assert find_arten(BEGEGNUNG, wer_hinweis="Gegen Einsamkeit.") == [("stigma", "Einsamkeit")]


def test_fachwort_is_told_with_its_reason_and_a_better_wording():
    (befund,) = check_texte(Textlage(texte={"beschreibung": "Wir arbeiten niedrigschwellig."}))
    assert (befund.art, befund.stelle, befund.feld) == (Befundart.FACHWORT, "niedrigschwellig", "beschreibung")
    assert (befund.hinweis, "ohne Anmeldung" in befund.vorschlag) == ("Das sagen nur Fachleute.", True)
    assert befund.teile == ("Wir arbeiten ", "niedrigschwellig", ".")


def test_abkuerzung_is_told_once_with_its_long_form_from_the_glossary():
    texte = {"beschreibung": "Der SpD hilft. Den SpD fragen.", "wer_hinweis": "SpD"}
    (befund,) = check_texte(Textlage(texte=texte))
    assert (befund.art, befund.feld, befund.vorschlag) == (
        Befundart.ABKUERZUNG,
        "beschreibung",
        "Sozialpsychiatrischer Dienst (SpD)",
    )


@pytest.mark.parametrize("kurz", ["GpV", "KBS", "PSAG", "VzK", "XYZ", "MoSt"])
def test_abkuerzung_without_explanation_is_warned_about(kurz: str):
    assert find_arten(beschreibung=f"Fragen Sie bei {kurz} nach.") == [("abkuerzung", kurz)]


@pytest.mark.parametrize(
    "text",
    [
        "Der Sozialpsychiatrische Dienst (SpD) hilft. Der SpD kommt.",
        "Der SpD (Sozialpsychiatrischer Dienst) hilft.",
        "Fragen Sie den Sozialpsychiatrischen Dienst. Der SpD hilft.",
        "Das Xylophon-Yoga-Zentrum (XYZ) lädt ein.",
        "Mit PC und WC im EG, U2, S8, PLZ 13187, auch PCs.",
        "Am Mo, Di und Fr.",
        "Die Gruppe „SPIEL MIT“ und „NAIMO“.",
        "BITTE VORHER ANRUFEN",
        "Für Besucher*innen und KundInnen.",
    ],
)
def test_abkuerzung_explained_known_or_a_name_is_left_alone(text: str):
    assert find_arten(beschreibung=text) == []


def test_abkuerzung_in_brackets_that_fits_no_word_before_is_not_explained():
    assert find_arten(beschreibung="Der Treffpunkt Anna (SkF) lädt ein.") == [("abkuerzung", "SkF")]


def test_abkuerzung_in_the_name_of_place_or_provider_is_a_name():
    lage = Textlage(texte={"titel": "Tanz in der WABE"}, namen=("WABE",))
    assert check_texte(lage) == []


def test_satz_of_16_words_is_long_and_of_15_is_not():
    fuenfzehn = " ".join(["Wort"] * 15)
    assert find_arten(beschreibung=f"{fuenfzehn}. {fuenfzehn} eins. Ende.") == [("satzlaenge", f"{fuenfzehn} eins.")]


def test_list_of_hours_may_be_long():
    stunden = "Offen Mo 9 bis 12 Uhr, Di 9 bis 12 Uhr, Mi 9 bis 12 Uhr, Do 9 bis 12 Uhr"
    assert find_arten(zeiten_hinweis=stunden, sprechzeiten=stunden) == []
    assert [art for art, _stelle in find_arten(beschreibung=stunden)] == ["satzlaenge"]


def test_hard_text_names_its_three_hardest_sentences_that_are_not_long():
    schwer = [f"Die {wort} erfordert telefonische Voranmeldung." for wort in ("Nutzung", "Leitung", "Planung")]
    schwerer = "Nachbarschaftliche Gruppenangebote ermöglichen gesellschaftliche Begegnung."
    leicht = "Es gibt Tee, und wir reden viel, denn das tut gut."
    text = " ".join([*schwer, schwerer, leicht])

    befunde = check_texte(Textlage(texte={"beschreibung": text}))

    assert [befund.art for befund in befunde] == [Befundart.LESBARKEIT] * 3
    assert [befund.satz for befund in befunde] == [schwerer, *schwer[:2]]
    assert measure_lesbarkeit(Textlage(texte={"beschreibung": text})).lix == 61


def test_few_words_are_not_judged_by_a_figure():
    assert find_arten(beschreibung="Gedächtnistraining, Bewegungsgruppe, Kreativwerkstatt.") == []


@pytest.mark.parametrize(
    "stelle",
    ["030 92790-320", "(030) 927 90 32", "+49 30 92790320", "0176/1234567", "post@haus.example", "a.b-c@d.e.example"],
)
def test_number_or_mail_in_a_text_belongs_to_the_contact(stelle: str):
    befunde = check_texte(Textlage(texte={"anruf_hinweis": f"Im Notfall {stelle} anrufen."}))
    assert [befund.art for befund in befunde] == [Befundart.KONTAKT_IM_TEXT]
    assert befunde[0].stelle in stelle


@pytest.mark.parametrize(
    "text",
    [
        "Im Notfall 112.",
        "Am 03.11.2026 um 14.30 Uhr.",
        "PLZ 13187.",
        "Raum 0.12.",
        "Seit 2011-2024.",
        "Haus 103 bis 105.",
    ],
)
def test_other_numbers_are_left_alone(text: str):
    assert find_arten(beschreibung=text) == []


def test_befunde_come_field_by_field_and_the_same_place_once():
    texte = {"titel": "Chor 50+", "nutzen": "Singen", "beschreibung": "Klientel. Die Klientel."}
    assert find_arten(**texte) == [("zielgruppe", "50+"), ("nutzen-kein-satz", "Singen"), ("fachwort", "Klientel")]


def test_kennung_of_a_long_place_fits_and_differs_when_its_end_differs():
    eine, andere = (
        Befund(Befundart.SATZLAENGE, "beschreibung", "Wort " * 60 + ende, "", "") for ende in ("eins", "zwei")
    )
    assert eine.kennung != andere.kennung
    assert max(len(eine.kennung), len(andere.kennung)) <= STELLE_LAENGE


@given(
    st.dictionaries(st.sampled_from(TEXTFELDER), st.text(max_size=200)),
    st.sampled_from(Bereich.values),
    st.booleans(),
)
def test_any_text_gives_findings_whose_place_is_part_of_their_sentence(texte, bereich, exklusiv):
    for befund in check_texte(Textlage(texte=texte, bereich=bereich, exklusiv=exklusiv)):
        assert befund.stelle in befund.satz
        assert "".join(befund.teile) == befund.satz
        assert len(befund.kennung) <= STELLE_LAENGE
        assert befund.hinweis
        assert befund.feld in texte


@given(
    st.lists(
        st.sampled_from(["Senior*innen", "(SpD)", "SpD", "030", "1234567", "@", "a@b.de", "„", "“", "!", "einsam"])
    )
)
def test_any_order_of_awkward_parts_is_survived(teile: list[str]):
    text = " ".join(teile)
    befunde = check_texte(Textlage(texte={"titel": text, "beschreibung": text}, bereich=BEGEGNUNG))
    assert all(list_worte(befund.satz) or befund.stelle == "!" for befund in befunde)


def test_sentence_without_end_is_checked_in_the_time_of_its_words():
    beginn = time.monotonic()

    find_arten(beschreibung="a " * 10_000)  # as much as is checked while somebody types

    assert time.monotonic() - beginn < 5


def test_wortlisten_are_complete_and_name_each_word_once():
    worte = read_textworte()
    assert [wort.wort for wort in worte if not (wort.grund and wort.besser)] == []
    assert {wort.bereich for wort in worte} <= {"", *Bereich.values}
    assert {wort.art for wort in worte} == {Befundart.ZIELGRUPPE, Befundart.STIGMA, Befundart.FACHWORT}
    assert len({(wort.art, wort.wort) for wort in worte}) == len(worte)
    assert {kurz for kurz, lang in read_abkuerzungen().items() if lang} == {
        "BVV",
        "DGS",
        "GpV",
        "KBS",
        "LOR",
        "PSAG",
        "SpD",
        "VzK",
    }


@pytest.mark.django_db
def test_build_textlage_reads_fields_rows_and_names():
    angebot = AngebotFactory(
        titel="Chor", nutzen="Singen.", ort=OrtFactory(name="WABE"), traeger=TraegerFactory(name="Verein")
    )
    ZeitFactory(angebot=angebot, hinweis="nicht im Mai")
    Kosten.objects.create(angebot=angebot, art=Kostenart.SPENDE, hinweis="in die Büchse")
    Barriereangabe.objects.create(angebot=angebot, merkmal=Merkmal.WC, notiz="eng")
    Barriereangabe.objects.create(angebot=angebot, merkmal=Merkmal.LIFT)

    assert build_textlage(angebot) == Textlage(
        texte={
            "titel": "Chor",
            "nutzen": "Singen.",
            "zeiten": "nicht im Mai",
            "kosten": "in die Büchse",
            "barriereangaben": "eng",
        },
        bereich="begegnung",
        exklusiv=False,
        namen=("WABE", "Verein"),
    )
