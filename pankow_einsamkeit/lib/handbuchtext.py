"""A chapter of the handbook, from Markdown to HTML. Raw HTML in it is shown as text, as in any other text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, count, pairwise

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.token import Token

from pankow_einsamkeit.lib.slug import slugify_german

# "js-default" is the preset for untrusted text: no raw HTML, no javascript: addresses.
_MARKDOWN = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False})
ANKER_HOECHSTENS = 60

FindAdresse = Callable[[str], str]


@dataclass(frozen=True)
class Handbuchtext:
    """titel: the first heading, which html leaves out. anker: ids of the other headings, in order."""

    titel: str
    html: SafeString
    anker: tuple[str, ...]


def render_handbuchtext(text: str, *, find_adresse: FindAdresse, find_bild: FindAdresse) -> Handbuchtext:
    """Both functions turn what the file says into an address of the site; where they return "", only words remain."""
    tokens = _MARKDOWN.parse(text)
    titel = _take_titel(tokens)
    anker = _name_headings(tokens)
    tokens = list(_frame_tables(tokens, titel))
    for token in tokens:
        if token.children:
            token.children = list(_lead_pictures(_lead_links(token.children, find_adresse), find_bild))
    # Safe: markdown-it escapes every character of the text that is not Markdown.
    return Handbuchtext(titel, SafeString(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})), tuple(anker))


def _take_titel(tokens: list[Token]) -> str:
    if not tokens or tokens[0].tag != "h1":
        return ""
    titel = _read_words(tokens[1])
    del tokens[:3]
    return titel


def _name_headings(tokens: list[Token]) -> list[str]:
    """So that a link can lead to them. A second heading of the same words gets a number."""
    anker: list[str] = []
    for token, inhalt in pairwise(tokens):
        if token.type == "heading_open":
            name = slugify_german(_read_words(inhalt), max_length=ANKER_HOECHSTENS)
            namen = chain([name], (f"{name}-{nummer}" for nummer in count(2)))
            anker.append(next(eines for eines in namen if eines not in anker))
            token.attrSet("id", anker[-1])
    return anker


def _frame_tables(tokens: list[Token], titel: str) -> Iterator[Token]:
    """A table wider than a phone scrolls in a region of its own, named after the heading above and its number."""
    ueberschrift, nummer = titel, 0
    for stelle, token in enumerate(tokens):
        if token.type == "heading_open":
            ueberschrift = _read_words(tokens[stelle + 1])
        elif token.type == "th_open":
            token.attrSet("scope", "col")
        elif token.type == "table_open":
            nummer += 1
            name = _("Tabelle %(nummer)s: %(titel)s") % {"nummer": nummer, "titel": ueberschrift}
            region = {"class": "intern-tabelle", "role": "region", "tabindex": "0", "aria-label": name}
            yield Token("region_open", "div", 1, attrs=dict(region), block=True)
        yield token
        if token.type == "table_close":
            yield Token("region_close", "div", -1, block=True)


def _lead_links(tokens: list[Token], find_adresse: FindAdresse) -> Iterator[Token]:
    """Links do not stand inside each other, so what closes next is what was opened last."""
    ist_link = True
    for token in tokens:
        if token.type == "link_open":
            adresse = find_adresse(str(token.attrGet("href")))
            ist_link = bool(adresse)
            token.attrSet("href", adresse)
        if ist_link or token.type not in {"link_open", "link_close"}:
            yield token


def _lead_pictures(tokens: Iterable[Token], find_bild: FindAdresse) -> Iterator[Token]:
    for token in tokens:
        if token.type != "image":
            yield token
        elif adresse := find_bild(str(token.attrGet("src"))):
            token.attrs = {"src": adresse, "alt": "", "loading": "lazy"}  # alt: filled from the words when rendered
            yield token
        else:
            yield Token("text", "", 0, content=token.content)


def _read_words(inhalt: Token) -> str:
    return "".join(kind.content for kind in inhalt.children or [] if kind.type in {"text", "code_inline"})
