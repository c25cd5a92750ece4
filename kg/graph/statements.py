"""A document as graphs: its entities become nodes, its relations statements, one graph an article.

What several articles say is said in the graph of each; merging is the business of whoever reads them together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.errors import GraphError
from kg.graph import iris
from kg.graph.iris import kg
from kg.graph.metadata import SIGNED_BY, article_parts
from kg.graph.parts import ArticleGraph, Evidence, Node, Part, Scene, Statement, chinese, quoted, say
from kg.graph.qualified import bare_time_parts, grant_parts, membership_parts, quantity_parts, time_of, time_parts
from kg.knowledge.ontology import Ontology
from kg.model import ARTICLE, Document, Entity, Relation


def document_graphs(
    document: Document,
    *,
    ontology: Ontology,
    identity: Mapping[tuple[str, str], str] | None = None,
    labels: Mapping[str, str] | None = None,
) -> tuple[ArticleGraph, ...]:
    """One graph for every article of the document; nodes and statements stand in the order of their IRIs.

    ``identity`` gives the IRI of an entity by page name and entity id where the archive has resolved it, ``labels``
    the label of an IRI.
    Raises GraphError when a relation names a property that kg.ttl or an entity that the document does not have.
    """
    entities = {entity.id: entity for facts in document.facts for entity in facts.entities}
    names = _names(document, entities)
    if identity is not None:
        names = {id_: identity.get((document.page.name, id_), iri) for id_, iri in names.items()}
    graphs = []
    for facts in document.facts:
        graph = iris.article(document.page.name, facts.article.index)
        scene = Scene(document.page, facts, graph, entities, names, ontology, labels or {})
        nodes: dict[str, Node] = {}
        statements: dict[str, Statement] = {}
        for part in _parts(scene):
            if isinstance(part, Statement):
                statements.setdefault(part.id, part)
            else:
                nodes[part.iri] = _joined(nodes[part.iri], part) if part.iri in nodes else part
        graphs.append(
            ArticleGraph(
                iri=graph,
                page=document.page,
                nodes=tuple(nodes[iri] for iri in sorted(nodes)),
                statements=tuple(statements[id_] for id_ in sorted(statements)),
            )
        )
    return tuple(graphs)


def _parts(scene: Scene) -> Iterator[Part]:
    yield from article_parts(scene)
    for entity in scene.facts.entities:
        yield from _entity_parts(scene, entity)
    for relation in scene.facts.relations:
        yield from _relation_parts(scene, relation)
    for quantity in scene.facts.quantities:
        yield from quantity_parts(scene, quantity)
    for when in scene.facts.times:
        yield from time_parts(scene, when)


def _entity_parts(scene: Scene, entity: Entity) -> Iterator[Part]:
    yield _node(scene, entity)
    because = entity.because
    if entity.mentions:
        evidence = quoted(scene, *min(entity.mentions), rule="mention", because=because)
    else:
        evidence = Evidence(rule="mention", because=iris.clean(because))
    yield say(scene, scene.graph, kg("mentions"), scene.names[entity.id], evidence)


def _node(scene: Scene, entity: Entity) -> Node:
    classes = [kg(entity.type)]
    code = entity.value or "" if entity.type == "Place" and iris.is_code(entity.value) else ""
    if code:
        classes += [kg("AdministrativeArea")]
    classes += [
        kg(kind.name)
        for kind in scene.ontology.classes.values()
        if kind.endings and scene.ontology.is_a(kind.name, entity.type) and entity.name.endswith(kind.endings)
    ]
    label = iris.clean(scene.labels.get(scene.names[entity.id], entity.name))
    aliases = {iris.clean(alias) for alias in (entity.name, *entity.aliases)} - {label, ""}
    return Node(
        iri=scene.names[entity.id],
        classes=tuple(sorted(classes)),
        label=label,
        aliases=tuple(sorted(aliases)),
        code=code,
    )


def _relation_parts(scene: Scene, relation: Relation) -> Iterator[Part]:
    known = scene.ontology.properties.get(relation.predicate)
    if known is None:
        raise GraphError(
            f"规则 {relation.rule} 用了 kg.ttl 没有的属性 {relation.predicate}（unknown property）",
            hint=f"可写（allowed）: {'、'.join(sorted(scene.ontology.properties))}",
        )
    if relation.subject not in scene.entities and relation.subject != ARTICLE:
        raise _stranger(scene, relation, relation.subject)
    found = quoted(
        scene, relation.start, relation.end, rule=relation.rule, trigger=relation.trigger, time=time_of(scene, relation)
    )
    evidence = replace(found, confidence=relation.confidence)
    yield from bare_time_parts(scene, relation, evidence)
    if relation.predicate == "holdsPost" and relation.subject != ARTICLE:
        yield from _named_node(scene, relation.subject)
        yield from membership_parts(scene, relation, evidence)
        return
    subject = scene.graph if relation.subject == ARTICLE else scene.names[relation.subject]
    if known.literal:
        yield from _named_node(scene, relation.subject)
        yield say(scene, subject, kg(relation.predicate), chinese(relation.object), evidence)
        return
    if relation.object not in scene.entities:
        raise _stranger(scene, relation, relation.object)
    yield from _named_node(scene, relation.subject)
    yield from _named_node(scene, relation.object)
    object_ = scene.names[relation.object]
    if known.symmetric and object_ < subject:
        subject, object_ = object_, subject
    yield say(scene, subject, kg(relation.predicate), object_, evidence)
    for special in scene.ontology.properties.values():
        if relation.role and special.parent == relation.predicate and special.role == relation.role:
            yield say(scene, subject, kg(special.name), object_, evidence)
    if relation.predicate == "receives" and relation.subject != ARTICLE:
        yield from grant_parts(scene, relation, evidence)


def _named_node(scene: Scene, id_: str) -> Iterator[Node]:
    """The node of an entity that another article of the page introduced, so that this graph stands alone."""
    if id_ in scene.entities:
        yield _node(scene, scene.entities[id_])


def _joined(one: Node, other: Node) -> Node:
    """Two descriptions of one thing as one: the longest label stays, the other names are aliases."""
    labels = {one.label, other.label}
    label = max(labels, key=lambda text: (len(text), text))
    return Node(
        iri=one.iri,
        classes=tuple(sorted({*one.classes, *other.classes})),
        label=label,
        aliases=tuple(sorted({*one.aliases, *other.aliases, *labels} - {label})),
        code=max(one.code, other.code),
    )


def _names(document: Document, entities: Mapping[str, Entity]) -> dict[str, str]:
    """The IRI of every entity of the document by its id."""
    contexts: dict[str, tuple[int, str]] = {}
    for facts in document.facts:
        for relation in facts.relations:
            if relation.predicate in ("reportedBy", "photographedBy"):
                contexts[relation.object] = (-1, SIGNED_BY)
            elif relation.predicate == "affiliatedWith" and relation.object in entities:
                found = (relation.start, entities[relation.object].name)
                contexts[relation.subject] = min(contexts.get(relation.subject, found), found)
    return {id_: _iri(entity, document, contexts) for id_, entity in entities.items()}


def _iri(entity: Entity, document: Document, contexts: Mapping[str, tuple[int, str]]) -> str:
    if entity.type != "Person":
        return iris.entity(entity.type, entity.name, code=entity.value)
    alone = f"{document.page.name}.{entity.article + 1}"
    return iris.person(entity.name, context=contexts.get(entity.id, (0, alone))[1])


def _stranger(scene: Scene, relation: Relation, id_: str) -> GraphError:
    return GraphError(
        f"{scene.page.uri}: 规则 {relation.rule} 的 {relation.predicate} 指向不存在的实体 {id_!r}（no such entity）",
        hint="关系两端要在同一文件的 Facts.entities 里（entities of a relation must stand in Facts.entities of the same document）",
    )
