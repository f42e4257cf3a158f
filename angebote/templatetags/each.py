"""`{% each karte in karten %}…{% endeach %}`: a `{% for %}` for the long lists of the search, at a fifth of its time.

A page of the list shows twenty cards and over a hundred choices, each made of dozens of little pieces; Django works
out every piece anew, with all it could be (docs/adr/0018-loops-taken-apart.md). Here the body is taken apart once, when
the template is read. For that reason only a little may stand in it, and all else is an error at once:

* text, `{% icon … %}`, `{% translate "…" %}`
* `{{ karte }}`, `{{ karte.titel|unbroken }}`: variables, attributes, filters without arguments; escaped as always
* `{% if karte.titel %}…{% elif … %}…{% else %}…{% endif %}` without operators
* a further `{% each %}`; several names take tuples apart: `{% each id label in werte %}`

Variables that are not the loop's own hold for the whole loop. An attribute that does not exist is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from operator import attrgetter
from typing import Any, Protocol

from django import template
from django.template import TemplateSyntaxError
from django.template.base import FilterExpression, Node, NodeList, Parser, TextNode, Token, Variable, VariableNode
from django.template.context import Context
from django.template.defaulttags import IfNode, TemplateLiteral
from django.templatetags.i18n import TranslateNode
from django.utils.safestring import SafeString

from angebote.templatetags.icons import ChosenIcon, FixedIcon, icon

register = template.Library()
Frame = dict[str, Any]  # what the variables stand for at the moment


class Part(Protocol):
    def write(self, frame: Frame, out: list[str]) -> None: ...


Parts = Sequence[str | Part]


class Value:
    """A variable, or an attribute of it, after the filters."""

    def __init__(self, name: str, steps: Sequence[Callable[[Any], Any]] = ()) -> None:
        self.name, self.steps = name, steps

    def read(self, frame: Frame) -> Any:
        value = frame[self.name]
        for step in self.steps:
            value = step(value)
        return value

    def write(self, frame: Frame, out: list[str]) -> None:
        value = self.read(frame)
        out.append(value.__html__() if hasattr(value, "__html__") else escape(str(value)))


class Drawing:
    def __init__(self, name: Value) -> None:
        self.name = name

    def write(self, frame: Frame, out: list[str]) -> None:
        out.append(icon(self.name.read(frame)))


class Choice:
    def __init__(self, branches: Sequence[tuple[Value | None, Parts]]) -> None:
        self.branches = branches

    def write(self, frame: Frame, out: list[str]) -> None:
        for condition, parts in self.branches:
            if condition is None or condition.read(frame):
                write_parts(parts, frame, out)
                return


class Loop:
    def __init__(self, names: Sequence[str], values: Value, parts: Parts) -> None:
        self.names, self.values, self.parts = names, values, parts

    def write(self, frame: Frame, out: list[str]) -> None:
        only = self.names[0] if len(self.names) == 1 else None
        for value in self.values.read(frame):
            if only:
                frame[only] = value
            else:
                frame.update(zip(self.names, value, strict=True))
            write_parts(self.parts, frame, out)


def write_parts(parts: Parts, frame: Frame, out: list[str]) -> None:
    for part in parts:
        if isinstance(part, str):
            out.append(part)
        else:
            part.write(frame, out)


class EachNode(Node):
    def __init__(self, names: list[str], values: FilterExpression, nodelist: NodeList) -> None:
        self.names, self.values, self.nodelist = names, values, nodelist
        self.fixed: dict[str, FilterExpression | Node] = {}  # what holds for the whole loop
        self.loop = self.compile(frozenset(), self.fixed)

    def compile(self, known: frozenset[str], fixed: dict[str, FilterExpression | Node]) -> Loop:
        """known: the names of the loops around it."""
        body = Body(known | set(self.names), fixed)
        return Loop(self.names, Body(known, fixed).compile_value(self.values), body.compile(self.nodelist))

    def render(self, context: Context) -> SafeString:
        frame: Frame = {
            name: part.render(context) if isinstance(part, Node) else part.resolve(context)
            for name, part in self.fixed.items()
        }
        out: list[str] = []
        self.loop.write(frame, out)
        return SafeString("".join(out))


class Body:
    def __init__(self, known: frozenset[str], fixed: dict[str, FilterExpression | Node]) -> None:
        self.known, self.fixed = known, fixed

    def compile(self, nodelist: NodeList) -> Parts:
        return [self.compile_node(node) for node in nodelist]

    def compile_node(self, node: Node) -> str | Part:
        match node:
            case TextNode():
                return node.s
            case FixedIcon():
                return node.drawing
            case ChosenIcon():
                return Drawing(self.compile_value(node.name))
            case VariableNode():
                return self.compile_value(node.filter_expression)
            case IfNode():
                return Choice([self.compile_branch(*branch) for branch in node.conditions_nodelists])
            case EachNode():
                return node.compile(self.known, self.fixed)
            case TranslateNode() if is_literal(node.filter_expression):
                return self.hold(f"translate {node.filter_expression.token}", node)
        raise TemplateSyntaxError(f"{{% each %}} cannot hold {node!r}")

    def compile_branch(self, condition: object, nodelist: NodeList) -> tuple[Value | None, Parts]:
        if condition is None:  # else
            return None, self.compile(nodelist)
        if not isinstance(condition, TemplateLiteral):
            raise TemplateSyntaxError(f"{{% if %}} inside {{% each %}} takes no operators: {condition!r}")
        expression: Any = condition.value
        return self.compile_value(expression), self.compile(nodelist)

    def compile_value(self, expression: FilterExpression) -> Value:
        if is_literal(expression):
            raise TemplateSyntaxError(f"{{% each %}} takes variables only, not {expression.token!r}")
        name, *attributes = expression.var.lookups
        if name not in self.known:
            return self.hold(expression.token, expression)
        steps: list[Callable[[Any], Any]] = [attrgetter(".".join(attributes))] if attributes else []
        for filter_, arguments in expression.filters:
            if arguments or getattr(filter_, "needs_autoescape", False):
                raise TemplateSyntaxError(f"{{% each %}} takes no filters with arguments: {expression.token!r}")
            steps.append(filter_)
        return Value(name, steps)

    def hold(self, name: str, part: FilterExpression | Node) -> Value:
        key = f"fixed {name}"  # no name of a loop, which could cover it
        self.fixed[key] = part
        return Value(key)


def is_literal(expression: FilterExpression) -> bool:
    return not isinstance(expression.var, Variable) or not expression.var.lookups


@register.tag
def each(parser: Parser, token: Token) -> EachNode:
    words = token.split_contents()[1:]
    if len(words) < 3 or words[-2] != "in":
        raise TemplateSyntaxError("{% each %} is written {% each karte in karten %} or {% each id label in werte %}")
    nodelist = parser.parse(("endeach",))
    parser.delete_first_token()
    return EachNode(words[:-2], parser.compile_filter(words[-1]), nodelist)
