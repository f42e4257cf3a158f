from angebote.domain.angebotstext import build_angebotstext

LINK = "https://portal.example/a/abc234/"


def test_text_has_one_fact_a_line_in_the_order_of_the_card() -> None:
    text = build_angebotstext(
        titel="Kaffeerunde",
        nutzen="Sie trinken Kaffee.",
        wann="Dienstag, 24. November, 14 bis 16 Uhr",
        wo="Haus am See · Weißensee",
        kosten="kostenlos",
        anmeldung="Ohne Anmeldung",
        kontakt=["Frau Muster", "030 4442514 (montags)"],
        stand="Zuletzt geprüft am 2. November 2026",
        link=LINK,
    )
    assert text.split("\n") == [
        "Kaffeerunde",
        "Sie trinken Kaffee.",
        "Wann: Dienstag, 24. November, 14 bis 16 Uhr",
        "Wo: Haus am See · Weißensee",
        "Kosten: kostenlos",
        "Anmeldung: Ohne Anmeldung",
        "Kontakt: Frau Muster, 030 4442514 (montags)",
        "Zuletzt geprüft am 2. November 2026",
        LINK,
    ]


def test_text_says_what_is_unknown_and_leaves_out_what_may_be_missing() -> None:
    text = build_angebotstext(titel="Treffen", wann="", wo="", kosten="", kontakt=[], link=LINK)
    assert text.split("\n") == [
        "Treffen",
        "Wann: nicht bekannt",
        "Wo: nicht bekannt",
        "Kosten: nicht bekannt",
        "Kontakt: nicht bekannt",
        LINK,
    ]


def test_text_keeps_each_fact_on_its_line() -> None:
    text = build_angebotstext(titel="Kaffee\n\nund  Kuchen", wann="", wo="", kosten="", kontakt=[], link=LINK)
    assert text.split("\n")[0] == "Kaffee und Kuchen"
