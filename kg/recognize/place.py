"""Places: names of the gazetteer, and names composed up to a head such as 村, 大桥 or 体育场.

A stack of names (广东省深圳市南山区, 浙江宁波) is one mention. Names that are ordinary words too, and names of one
character (粤, 美), count only where the context speaks for a place.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.knowledge import Knowledge
from kg.recognize.candidate import Candidate
from kg.recognize.place_abbreviation import abbreviation_spans
from kg.recognize.place_address import address_spans
from kg.recognize.place_atlas import Atlas, Span, build_atlas
from kg.recognize.place_called import called_spans
from kg.recognize.place_composed import composed_spans
from kg.recognize.place_estate import estate_spans, line_spans
from kg.recognize.place_foreign import foreign_pattern, foreign_spans
from kg.recognize.place_names import ends_of, gazetteer_spans, mark_attributes
from kg.recognize.place_road import road_spans
from kg.recognize.place_stack import list_spans, stacked
from kg.recognize.place_venue import struck_spans, venue_spans
from kg.recognize.scan import Scan

_OFFICER = re.compile("(?:[市县区省州厅局部院校会处科]长|书记|主席|主任|总裁|经理|董事长|党组成员|委员|常委)$")
_FULL_NAME = 2
BORDERLAND = re.compile("边境地区|边境|边界")


def place_finder(knowledge: Knowledge) -> Callable[[Scan], list[Candidate]]:
    """A function from a scan to the candidates of type Place, stacks merged."""
    atlas = build_atlas(knowledge)
    foreign = foreign_pattern(atlas)

    def find(scan: Scan) -> list[Candidate]:
        spans = gazetteer_spans(scan, atlas)
        by_end = ends_of(spans)
        composed_spans(scan, atlas, spans, by_end)
        foreign_spans(scan, atlas, spans, by_end, foreign)
        called_spans(scan, atlas, spans)
        _borderlands(scan, atlas, spans)
        mark_attributes(scan, spans)
        abbreviation_spans(scan, atlas, spans)
        line_spans(scan, atlas, spans)
        road_spans(scan, atlas, spans)
        estate_spans(scan, spans)
        address_spans(scan, spans)
        list_spans(scan, atlas, spans)
        venue_spans(scan, atlas, spans)
        struck_spans(scan, atlas, spans)
        _people(scan, spans)
        return stacked(scan, atlas, spans)

    return find


def _borderlands(scan: Scan, atlas: Atlas, spans: dict[int, Span]) -> None:
    """中俄边境 is one place."""
    for match in BORDERLAND.finditer(scan.text):
        start = match.start() - 2
        if scan.text[max(0, start) : match.start()] in atlas.pairs:
            spans[start] = Span(match.end(), 1.2, "border")


def _people(scan: Scan, spans: dict[int, Span]) -> None:
    """Drops the town that a person is called like, alone between a post and a mark: 副市长|柳林|，."""
    text = scan.text
    for start, span in [*spans.items()]:
        alone = span.end - start == _FULL_NAME and text[span.end : span.end + 1] in ("，", "、", "。", "；", "等")
        if alone and scan.tag(start) == "nr" and _OFFICER.search(text, max(0, start - 4), start):
            del spans[start]
