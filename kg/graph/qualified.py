"""Facts that need a node of their own: posts held, awards granted, quantities and times."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from kg.graph import iris
from kg.graph.iris import PREFIXES, kg
from kg.graph.parts import Evidence, Node, Part, Scene, Value, chinese, plain, quoted, say
from kg.model import ARTICLE, Quantity, Relation, Time

ORG, SCHEMA, XSD = PREFIXES["org"], PREFIXES["schema"], PREFIXES["xsd"]
_BOUND_SIDE = {"at_least": "minValue", "less_than": "maxValue"}


def membership_parts(scene: Scene, relation: Relation, evidence: Evidence) -> Iterator[Part]:
    """The post, the holding of it, and the short ``kg:holdsPost`` beside them.

    The organisation of a post is the affiliation of that person whose name stands last before the title in the
    evidence, else the only affiliation that the article gives, unless the evidence names it behind the title; else the
    post has a title only.
    """
    person = scene.names[relation.subject]
    organization = _organization_of_post(scene, relation)
    name = scene.entities[organization].name if organization else ""
    title = iris.clean(relation.object)
    post = iris.data("post", "·".join(filter(None, (iris.same_name(name), iris.same_name(title)))))
    yield Node(post, (kg("Post"),), iris.clean(name) + title)
    yield say(scene, person, kg("holdsPost"), post, evidence)
    yield say(scene, post, kg("title"), chinese(title), evidence)

    membership = iris.data("membership", iris.digest(person, post, evidence.time))
    yield Node(membership, (kg("Membership"),), f"{iris.clean(scene.entities[relation.subject].name)}：{name}{title}")
    yield say(scene, membership, ORG + "member", person, evidence)
    yield say(scene, membership, kg("post"), post, evidence)
    if organization:
        yield say(scene, post, ORG + "postIn", scene.names[organization], evidence)
        yield say(scene, membership, ORG + "organization", scene.names[organization], evidence)
    if evidence.time:
        yield say(scene, membership, kg("time"), evidence.time, evidence)


def _organization_of_post(scene: Scene, relation: Relation) -> str:
    """The id of the organisation that the post of ``relation`` belongs to, or ''."""
    bodies = sorted(
        {
            other.object
            for other in scene.facts.relations
            if other.predicate == "affiliatedWith" and other.subject == relation.subject
        }
    )
    title = scene.page.text.find(relation.object, relation.start, relation.end)
    if len(bodies) < 2:
        here = [start for body in bodies for start, _ in scene.entities[body].mentions if relation.start <= start]
        told = [start for start in here if start < relation.end]
        joined_later = bool(told) and min(told) > title >= 0  # 当上队长，后来加入甲会
        return "" if joined_later else "".join(bodies)
    before = [
        (end, body)
        for body in bodies
        for start, end in scene.entities[body].mentions
        if relation.start <= start and end <= title
    ]
    return max(before)[1] if before else ""


def grant_parts(scene: Scene, relation: Relation, evidence: Evidence) -> Iterator[Part]:
    """The granting of an award: who receives which, and when."""
    recipient, award = scene.names[relation.subject], scene.names[relation.object]
    grant = iris.data("grant", iris.digest(recipient, award, evidence.time))
    label = f"{scene.entities[relation.subject].name}：{scene.entities[relation.object].name}"
    yield Node(grant, (kg("Grant"),), iris.clean(label))
    yield say(scene, grant, kg("recipient"), recipient, evidence)
    yield say(scene, grant, kg("award"), award, evidence)
    if evidence.time:
        yield say(scene, grant, kg("time"), evidence.time, evidence)


def quantity_parts(scene: Scene, quantity: Quantity) -> Iterator[Part]:
    """A quantity: its number, unit, bound and words, and the link from what it is about."""
    node = iris.data("quantity", f"{scene.page.name}.{quantity.start}-{quantity.end}")
    evidence = quoted(scene, quantity.start, quantity.end, rule="quantity")
    yield Node(node, (kg("Quantity"),), iris.clean(quantity.text))
    yield _link(scene, quantity.about, "quantity", node, evidence)
    yield say(scene, node, kg("text"), plain(quantity.text), evidence)
    yield say(scene, node, kg("bound"), plain(quantity.bound), evidence)
    if math.isfinite(quantity.value):
        number = _number(quantity.value)
        yield say(scene, node, SCHEMA + "value", number, evidence)
        if side := _BOUND_SIDE.get(quantity.bound):
            yield say(scene, node, SCHEMA + side, number, evidence)
    if quantity.unit:
        yield say(scene, node, SCHEMA + "unitText", plain(quantity.unit), evidence)
    if unit := scene.ontology.units.get(quantity.unit):
        yield say(scene, node, PREFIXES["qudt"] + "hasUnit", unit, evidence)
    if quantity.counted:
        yield say(scene, node, kg("counted"), plain(quantity.counted), evidence)


def time_parts(scene: Scene, when: Time) -> Iterator[Part]:
    """A time: its words, EDTF value and bounds, and the link from what it is about."""
    node = _when(scene, when)
    evidence = quoted(scene, when.start, when.end, rule="time")
    yield Node(node, (kg("Time"),), iris.clean(when.text))
    yield _link(scene, when.about, "time", node, evidence)
    yield say(scene, node, kg("text"), plain(when.text), evidence)
    if when.value:
        yield say(scene, node, kg("edtf"), plain(when.value), evidence)
    for name, day in (("earliest", when.earliest), ("latest", when.latest)):
        if day and (value := day_value(day)).datatype == XSD + "date":
            yield say(scene, node, kg(name), value, evidence)


def time_of(scene: Scene, relation: Relation) -> str:
    """The IRI of the node for ``relation.time``: the article's own time expression nearest to the evidence, or ''.

    ``relation.time`` is the value or the words of a time expression of the article; a value that the article does
    not write gets a node by that value (see ``bare_time_parts``).
    """
    if not relation.time:
        return ""
    same = [when for when in scene.facts.times if relation.time in (when.value, when.text)]
    if not same:
        return iris.data("when", relation.time)
    return _when(scene, min(same, key=lambda when: (abs(when.start - relation.start), when.start, when.end)))


def bare_time_parts(scene: Scene, relation: Relation, evidence: Evidence) -> Iterator[Part]:
    """The node of a valid time that the rule worked out and the article does not write in one place."""
    if relation.time and evidence.time == iris.data("when", relation.time):
        yield Node(evidence.time, (kg("Time"),), iris.clean(relation.time))
        yield say(scene, evidence.time, kg("edtf"), plain(relation.time), evidence)


def day_value(text: str) -> Value:
    """An ISO day, month or year as a typed literal; anything else as a plain string."""
    try:
        date.fromisoformat(text + "0000-01-01"[len(text) :] if len(text) in (4, 7) else text)
    except ValueError:
        return plain(text)
    return Value(text, datatype=XSD + {4: "gYear", 7: "gYearMonth"}.get(len(text), "date"))


def _when(scene: Scene, when: Time) -> str:
    return iris.data("when", f"{scene.page.name}.{when.start}-{when.end}")


def _link(scene: Scene, about: str | None, name: str, node: str, evidence: Evidence) -> Part:
    """From the entity or the article to ``node``; what is about nothing is only mentioned by the article."""
    if about == ARTICLE:
        return say(scene, scene.graph, kg(name), node, evidence)
    if about is None or about not in scene.names:
        return say(scene, scene.graph, kg("mentions"), node, evidence)
    return say(scene, scene.names[about], kg(name), node, evidence)


def _number(value: float) -> Value:
    if value == int(value):
        return Value(str(int(value)), datatype=XSD + "integer")
    return Value(format(Decimal(repr(value)), "f"), datatype=XSD + "decimal")
