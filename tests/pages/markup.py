"""What the tests of this folder read from a page."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

UEBERSCHRIFTEN = {"h1", "h2", "h3", "h4", "h5", "h6"}
FELDER = {"input", "select", "textarea"}
OHNE_INHALT = {"input", "meta", "link", "br", "img", "hr"}
OHNE_BESCHRIFTUNG = {"hidden", "submit", "button"}


@dataclass
class Element:
    tag: str
    attrs: dict[str, str]
    text: str = ""


@dataclass
class Markup(HTMLParser):
    """All elements of a page in document order, each with the text inside it."""

    elemente: list[Element] = field(default_factory=list)
    _offen: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        HTMLParser.__init__(self, convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: wert or "" for name, wert in attrs})
        self.elemente.append(element)
        if tag not in OHNE_INHALT:
            self._offen.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Shapes of the icons."""
        self.elemente.append(Element(tag, {name: wert or "" for name, wert in attrs}))

    def handle_endtag(self, tag: str) -> None:
        while self._offen and self._offen.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        for element in self._offen:
            element.text += data

    def find(self, *tags: str) -> list[Element]:
        return [element for element in self.elemente if element.tag in tags]


def parse_markup(html: str) -> Markup:
    markup = Markup()
    markup.feed(html)
    return markup
