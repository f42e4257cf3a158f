import pytest
from django.template import Context, Template

from angebote.interessen import INTERESSEN
from angebote.templatetags.icons import UnknownIconError, icon


def render(source: str, **context: object) -> str:
    return Template("{% load icons %}" + source).render(Context(context))


def test_icon_known_name_is_drawn_inline_and_hidden_from_screen_readers():
    html = render('{% icon "coffee" %}')
    assert html.startswith('<svg class="icon"')
    assert 'aria-hidden="true" focusable="false">' in html
    assert '<path d="M10 2v2"/>' in html
    assert html.endswith("</svg>")


def test_icon_name_from_a_variable_draws_the_same_as_the_literal_name():
    assert render("{% icon name %}", name="map-pin") == render('{% icon "map-pin" %}')


def test_icon_of_long_lists_points_at_the_sheet_of_the_page():
    assert '<use href="#icon-check"/>' in render('{% icon "check" %}')
    assert render("{% icon_sheet %}").count('<symbol id="icon-check"') == 1


def test_icon_unknown_name_is_found_when_the_template_is_read():
    with pytest.raises(UnknownIconError):
        Template('{% load icons %}{% if nie %}{% icon "no-such-icon" %}{% endif %}')


@pytest.mark.parametrize("name", ["no-such-icon", "", "../LICENSE", "Coffee", "coffee.svg"])
def test_icon_unknown_name_raises_an_error_that_names_it(name: str):
    with pytest.raises(UnknownIconError, match="No icon"):
        icon(name)


@pytest.mark.parametrize("interesse", INTERESSEN, ids=lambda interesse: interesse.icon)
def test_interesse_icon_exists_in_the_icon_set(interesse):
    assert icon(interesse.icon).startswith("<svg")
