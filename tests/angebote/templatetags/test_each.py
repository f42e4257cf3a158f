from dataclasses import dataclass, field

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st


@dataclass
class Karte:
    titel: str
    satz: str = ""
    icon: str = "check"
    teile: list[tuple[str, bool]] = field(default_factory=list)


def render(source: str, **context: object) -> str:
    return Template("{% load each i18n icons text %}" + source).render(Context(context))


def test_each_writes_its_body_for_every_entry_in_order():
    html = render("{% each karte in karten %}<b>{{ karte.titel }}</b>{% endeach %}", karten=[Karte("A"), Karte("B")])
    assert html == "<b>A</b><b>B</b>"
    assert render("{% each karte in karten %}x{% endeach %}", karten=[]) == ""


def test_each_takes_tuples_apart_and_tells_branches():
    source = "{% each wert label in werte %}{% if wert %}{{ wert }}={% else %}–{% endif %}{{ label }};{% endeach %}"
    assert render(source, werte=[("a", "A"), ("", "B")]) == "a=A;–B;"
    source = "{% each a b in werte %}{% if a %}1{% elif b %}2{% endif %}{% endeach %}"
    assert render(source, werte=[(1, 1), (0, 1), (0, 0)]) == "12"


def test_each_inside_each_sees_both_loops_and_the_page():
    source = (
        "{% each karte in karten %}{% each text ist_marke in karte.teile %}"
        "{% if ist_marke %}<mark>{{ text }}</mark>{% else %}{{ text }}{% endif %}{{ karte.titel }}{{ ende }}"
        "{% endeach %}{% endeach %}"
    )
    html = render(source, karten=[Karte("A", teile=[("x", True), ("y", False)]), Karte("B")], ende="!")
    assert html == "<mark>x</mark>A!yA!"


def test_each_variable_of_the_page_is_not_covered_by_a_name_of_an_inner_loop():
    source = "{% each a in aussen %}{% each wert in innen %}{{ wert }}{% endeach %}{{ wert }}{% endeach %}"
    assert render(source, aussen=[1, 2], innen=["i"], wert="w") == "iwiw"


def test_each_draws_icons_translates_and_filters():
    source = '{% each k in karten %}{% icon "check" %}{% icon k.icon %}{% translate "Wo:" %}{{ k.satz|unbroken }}{% endeach %}'
    einzeln = '{% icon "check" %}{% icon "coffee" %}{% translate "Wo:" %}'
    assert render(source, karten=[Karte("A", "16 Uhr", "coffee")]) == render(einzeln) + "16\u00a0Uhr"


@given(st.text(), st.text())
def test_each_escapes_like_for_does(titel: str, wert: str):
    context = {"karten": [Karte(titel)], "wert": wert}
    body = '<a href="{{ karte.titel }}">{{ wert }}</a>'
    erwartet = render("{% for karte in karten %}" + body + "{% endfor %}", **context)
    assert render("{% each karte in karten %}" + body + "{% endeach %}", **context) == erwartet


def test_each_leaves_safe_text_and_escapes_all_else():
    werte = ["<b>&\"'", SafeString("<b>"), 3, None]
    assert (
        render("{% each wert in werte %}{{ wert }};{% endeach %}", werte=werte)
        == "&lt;b&gt;&amp;&quot;&#x27;;<b>;3;None;"
    )


@pytest.mark.parametrize(
    "body",
    [
        "{% if a == 1 %}x{% endif %}",
        "{% if not a %}x{% endif %}",
        "{% if 1 %}x{% endif %}",
        "{{ a|default:'x' }}",
        "{{ a|linebreaks }}",
        "{{ 'x' }}",
        "{% include 'x.html' %}",
        "{% for b in a %}x{% endfor %}",
        "{% translate a %}",
        "{% now 'Y' %}",
    ],
)
def test_each_holding_what_it_cannot_is_an_error_when_the_template_is_read(body: str):
    with pytest.raises(TemplateSyntaxError):
        Template("{% load each i18n %}{% each a in liste %}" + body + "{% endeach %}")


@pytest.mark.parametrize("tag", ["{% each %}", "{% each a of b %}", "{% each in b %}"])
def test_each_written_otherwise_is_an_error(tag: str):
    with pytest.raises(TemplateSyntaxError):
        Template("{% load each %}" + tag + "{% endeach %}")


def test_each_attribute_that_does_not_exist_is_an_error():
    with pytest.raises(AttributeError):
        render("{% each karte in karten %}{{ karte.gibtesnicht }}{% endeach %}", karten=[Karte("A")])
