"""Later short forms of names: the quoted core, the tail (…大赛), and names that are the end of longer ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.recognize.candidate import Candidate
from kg.recognize.named_view import Head, View, propose

_QUOTES = str.maketrans("", "", "“”‘’「」『』《》\"")
CORE = 1.2
POINTED = 1.0  # 此次大赛
TAIL = 0.7
LEAST_UNQUOTED = 4


def bare(name: str) -> str:
    """A name without any quotation marks."""
    return name.translate(_QUOTES)


def unify(found: Sequence[Candidate]) -> list[Candidate]:
    """Gives a name that is the end of a longer one of its type the longer one as its name.

    A programme in another place is another programme, so programmes join only when a year is all that differs.
    """
    names = sorted({(c.mention.type, c.mention.name) for c in found}, key=lambda n: (-len(n[1]), n))
    longer: dict[tuple[str, str], str] = {}
    for type_, name in names:
        for other_type, other in names:
            if type_ != other_type or len(bare(other)) <= len(bare(name)) or not bare(other).endswith(bare(name)):
                continue
            extra = bare(other)[: -len(bare(name))]
            if type_ == "Programme" and not extra.rstrip("年度").isdigit():
                continue
            longer[type_, name] = other
            break
    result = []
    for candidate in found:
        mention = candidate.mention
        name = longer.get((mention.type, mention.name))
        if mention.by.split(":")[1] == "name":
            name = None  # a series keeps its own name beside its editions
        if name is not None:
            by = mention.by if mention.by.endswith(":inner") else mention.by + ":alias"
            candidate = Candidate(replace(mention, name=name, by=by), candidate.score)
        result.append(candidate)
    return result


def find_aliases(
    view: View, heads: Iterable[Head], found: Sequence[Candidate], covered: list[int]
) -> Iterator[Candidate]:
    """Mentions of known names by their quoted core or by their tail, outside of the names found."""
    text = view.scan.text
    cores: dict[str, Candidate] = {}
    for candidate in sorted(found, key=lambda c: (c.mention.start, c.mention.end)):
        for quote in view.quotes:
            if candidate.mention.start <= quote.start and quote.end <= candidate.mention.end and quote.depth == 0:
                core = quote.words(text)
                old = cores.get(core)
                if len(core) >= 2 and (old is None or len(old.mention.name) > len(candidate.mention.name)):
                    cores[core] = candidate
        if candidate.mention.by.split(":")[1].startswith("quoted"):
            cores.setdefault(bare(candidate.mention.text), candidate)
    for core, candidate in cores.items():
        position = text.find(core)
        while position >= 0:
            end = position + len(core)
            quoted = position > 0 and text[position - 1] in "“‘「『《"
            if not any(covered[position:end]) and (quoted or len(core) >= LEAST_UNQUOTED):
                name = candidate.mention.name
                type_ = candidate.mention.type
                yield propose(view, position, end, type_, f"{type_.lower()}:core:alias", CORE, name)
                covered[position:end] = [1] * len(core)
            position = text.find(core, end)
    full = [c for c in found if not c.mention.by.endswith(":alias")]
    determiners = view.lexicon["named_determiners"]
    for head in heads:
        if covered[head.end - 1] or head.type not in ("Event", "Programme"):
            continue
        term = text[head.start : head.end]
        owners = [c for c in full if c.mention.type == head.type and bare(c.mention.name).endswith(term)]
        if not owners:
            continue
        before = [c for c in owners if c.mention.start < head.start]
        owner = (before or owners[::-1])[-1]
        pointed = view.scan.word(head.start - 1) in determiners
        if pointed or (head.type == "Event" and len(term) > 2) or len(term) > 3:
            by = f"{head.type.lower()}:tail:alias"
            score = POINTED if pointed else TAIL
            yield propose(view, head.start, head.end, head.type, by, score, owner.mention.name)
