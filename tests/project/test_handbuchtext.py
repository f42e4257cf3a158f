"""Chapters of the handbook: what Markdown becomes, and what a file could never do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pankow_einsamkeit.lib.handbuchtext import Handbuchtext, render_handbuchtext
from tests.pages.markup import parse_markup

ADRESSEN = {"druck.md": "/handbuch/druck/", "#oben": "#oben", "javascript:alert(1)": "javascript:alert(1)"}


def render(text: str) -> Handbuchtext:
    return render_handbuchtext(
        text,
        find_adresse=lambda ziel: ADRESSEN.get(ziel, ""),
        find_bild=lambda ziel: "/static/a.webp" if ziel == "bilder/a.webp" else "",
    )


def test_heading_is_not_numbered_because_a_longer_one_begins_like_it() -> None:
    assert render("# T\n\n## Rollen anlegen\n\n## Rollen\n").anker == ("rollen-anlegen", "rollen")


def test_first_heading_is_the_title_and_the_others_can_be_led_to() -> None:
    text = render("# Drucken `leicht`\n\n## Größe & Ränder\n\n### Größe & Ränder\n")
    assert text.titel == "Drucken leicht"
    assert text.anker == ("groesse-raender", "groesse-raender-2")
    assert [(e.tag, e.attrs["id"]) for e in parse_markup(text.html).find("h1", "h2", "h3")] == [
        ("h2", "groesse-raender"),
        ("h3", "groesse-raender-2"),
    ]


def test_text_without_a_title_keeps_all_its_words() -> None:
    text = render("Nur ein Satz.")
    assert (text.titel, text.html) == ("", "<p>Nur ein Satz.</p>\n")


def test_link_leads_to_a_page_of_the_site_or_stays_words() -> None:
    html = render("Siehe [Drucken](druck.md), [Betrieb](../betrieb.md) und [**oben**](#oben).").html
    assert html == (
        '<p>Siehe <a href="/handbuch/druck/">Drucken</a>, Betrieb und <a href="#oben"><strong>oben</strong></a>.</p>\n'
    )


def test_picture_is_served_by_the_site_or_stays_its_description() -> None:
    html = render("![Ein *Knopf*](bilder/a.webp) ![Fremdes](https://example.org/b.png)").html
    assert html == '<p><img src="/static/a.webp" alt="Ein Knopf" loading="lazy"> Fremdes</p>\n'


def test_table_scrolls_by_keyboard_under_a_name_of_its_own() -> None:
    tabelle = "| Was | Wann |\n|---|---|\n| Chor | Montag |\n\n"
    html = render(f"# Woche\n\n{tabelle}## Heute\n\n{tabelle}{tabelle}").html
    regionen = [div.attrs for div in parse_markup(html).find("div")]
    assert [region["aria-label"] for region in regionen] == ["Tabelle 1: Woche", "Tabelle 2: Heute", "Tabelle 3: Heute"]
    assert {(r["class"], r["role"], r["tabindex"]) for r in regionen} == {("intern-tabelle", "region", "0")}
    assert {th.attrs["scope"] for th in parse_markup(html).find("th")} == {"col"}


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "Wort <b onclick=alert(1)>fett</b>",
        "[Klick](javascript:alert(1))",
        "![Bild](javascript:alert(1))",
        '# Titel\n\n## <img src=x onerror="alert(1)">',
        '## "><script>alert(1)</script>\n\n|a|\n|-|\n|b|',
    ],
)
def test_markup_in_a_file_is_text(text: str) -> None:
    """The last heading is also the name of a table."""
    elemente = parse_markup(render(text).html).elemente
    assert {"script", "b", "img", "a"}.isdisjoint(element.tag for element in elemente)
    assert [name for element in elemente for name in element.attrs if name.startswith("on")] == []


@given(st.text(alphabet="#*`|-[]()<>!\"' \nabÄ&", max_size=80))
def test_any_text_becomes_markup_without_scripts_or_foreign_addresses(text: str) -> None:
    for element in parse_markup(render(text).html).elemente:
        assert element.tag != "script"
        assert element.attrs.get("href", "#oben") in ADRESSEN.values()
