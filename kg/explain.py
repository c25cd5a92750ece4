"""How a sentence is read: its mentions, the rules that were tried, what they said, and why others said nothing."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.engine import Extraction, extract, prepare
from kg.knowledge import Knowledge
from kg.model import Article, Block, Entity, Sentence
from kg.recognize.recognizer import Recognition, build_recognizer
from kg.resolve import resolve_article
from kg.text import fold, sentence_ends


@dataclass(frozen=True, slots=True)
class Explanation:
    """A sentence and all that was seen in it, in offsets of the sentence."""

    article: Article
    seen: Recognition
    entities: tuple[Entity, ...]
    found: Extraction


def explain(text: str, *, date: str | None, knowledge: Knowledge) -> Explanation:
    """Reads one or a few sentences as the body of an article of that date."""
    folded = fold(text.strip())
    ends = sentence_ends(folded)
    article = Article(
        index=0,
        text=folded,
        offsets=range(len(folded)),
        blocks=(Block("body", 0, len(folded)),),
        sentences=tuple(Sentence(a, b, "body") for a, b in zip([0, *ends], ends, strict=False)),
        title="",
        end=len(folded),
        published=date,
    )
    seen = build_recognizer(knowledge)(article)
    entities = resolve_article(article, seen.mentions, seen.inner, knowledge)
    found = extract(article, entities, seen.times, seen.quantities, prepare(knowledge.frames, knowledge.lexicon))
    return Explanation(article, seen, entities, found)


def explain_text(text: str, *, date: str | None, knowledge: Knowledge) -> str:
    """The same for people: mentions marked, then what was said, then what was not and why."""
    seen = explain(text, date=date, knowledge=knowledge)
    names = {entity.id: entity.name for entity in seen.entities}
    lines = [_marked(seen), ""]
    lines += [f"  {e.id:4}{e.type:14}{e.name}　（{e.because}）" for e in seen.entities]
    lines += [
        f"  时间 {t.text} = {t.value or '不定（vague）'}　{names.get(t.about or '', t.about or '')}"
        for t in seen.found.times
    ]
    lines += [
        f"  数量 {q.text} = {q.value:g} {q.unit}（{q.bound}）　{names.get(q.about or '', q.about or '')}"
        for q in seen.found.quantities
    ]
    lines += ["", "说出的事实 Asserted:"]
    lines += [
        f"  {names.get(r.subject, r.subject)} {r.predicate} {names.get(r.object, r.object)}"
        f"　规则 {r.rule}，触发词 {r.trigger or '—'}{'，' + r.role if r.role else ''}"
        for r in seen.found.relations
    ] or ["  无（none）"]
    refusals = [*seen.seen.refusals, *seen.found.refusals]
    lines += ["", "见到而没有说出 Seen and refused:"]
    lines += [f"  “{r.text}”　{r.rule}：{r.reason}" for r in refusals] or ["  无（none）"]
    return "\n".join(lines) + "\n"


def _marked(seen: Explanation) -> str:
    """The sentence with its mentions in brackets."""
    text, at, parts = seen.article.text, 0, []
    for mention in seen.seen.mentions:
        parts += [text[at : mention.start], f"[{mention.type}:{mention.text}]"]
        at = mention.end
    return "".join([*parts, text[at:]])
