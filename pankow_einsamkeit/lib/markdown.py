"""Markdown of the fixed pages to HTML; raw HTML in the text is shown as text, never executed."""

from django.utils.safestring import SafeString
from markdown_it import MarkdownIt
from markdown_it.token import Token

# "js-default" is the preset for untrusted text: no raw HTML, no javascript: addresses.
# Images are off too: they could only come from somewhere else, and no page loads anything foreign (P3).
_MARKDOWN = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False}).disable("image")


def render_markdown(text: str) -> SafeString:
    """Headings begin at h2 and skip no level, whatever the text does: the h1 is the title of the page."""
    tokens = _MARKDOWN.parse(text)
    _fit_headings(tokens)
    # Safe: markdown-it escapes every character of the text that is not Markdown.
    return SafeString(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))


def _fit_headings(tokens: list[Token]) -> None:
    ebene = 1
    for token in tokens:
        if token.type == "heading_open":
            ebene = min(max(int(token.tag[1]), 2), ebene + 1)
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{ebene}"
