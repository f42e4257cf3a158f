"""Markdown of the fixed pages to HTML; raw HTML in the text is shown as text, never executed."""

from django.utils.safestring import SafeString
from markdown_it import MarkdownIt

# "js-default" is the preset for untrusted text: no raw HTML, no javascript: addresses.
_MARKDOWN = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False})


def render_markdown(text: str) -> SafeString:
    # Safe: markdown-it escapes every character of the text that is not Markdown.
    return SafeString(_MARKDOWN.render(text))
