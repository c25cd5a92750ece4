"""Posts that a public body has in its towns, right behind it: 甲市公安局|长前派出所, 乙县法院|向阳法庭.

The body gives the left border, so that any few characters are a name, whatever words the dictionary makes of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidate import Candidate, as_body
from kg.recognize.scan import Scan

_NAME = "(?P<name>(?:(?![的和与及各某该等了在被把向将]|其[他它余])[\u4e00-\u9fff]){2,7}?)"
_KINDS = (
    (
        "公安局|公安分局|公安处|分局|边境管理支队|边防支队",
        "边境派出所|派出所|警务站|警务室|边境检查站|公安检查站|检查站",
    ),
    ("支队|大队|总队", "消防救援站|特勤消防站|特勤站|消防站|专职消防队|执勤中队|中队|派出所"),
    ("法院", "人民法庭|法庭"),
    ("检察院", "检察室"),
    ("税务局", "税务分局|税务所"),
    ("司法局", "司法所"),
    ("市场监督管理局|市场监管局|工商局|食药监局", "市场监督管理所|市场监管所|监督管理所|监管所|工商所"),
    ("供电公司|供电局|电力局|电力公司", "供电所|供电站|供电服务站"),
    ("自然资源局|国土资源局|规划局", "自然资源所|国土资源所|国土所"),
    ("林业局|林草局|林业和草原局", "林业工作站|林业站|管护站|木材检查站"),
    ("气象局", "气象观测站|国家基准气候站|气象站"),
    ("海事局", "海事处|海巡执法大队"),
)
_POSTED = tuple((re.compile(f"(?:{owner})$"), re.compile(f"{_NAME}(?:{kinds})(?![长有属])")) for owner, kinds in _KINDS)
_NEAR = re.compile("[所站庭室队处局]")
_NO_NAME = re.compile(
    "组织|联合|指挥|指导|所属|下属|辖区|下辖|辖下|调派|出动|调集|调度|派出|派驻|协调|民警|会同|通知|指令|带领|依托|立即|迅速|随即|马上|紧急|连夜|先后|有关|相关|"
    "基层|多[个家]|就近|附近|属地|当地|全体|全部|部署|要求|责成|督促|成立|建立|设立|设置|新建|举行|召开|抽调|选派|安排|开展|推进|推动|加强|打造|"
    "第[一二三四五六七八九十]|负责人|工作人员|接到|赶到|通过|走访|前往|深入|为|对|从|以"
)
LONGEST = 13
SCORE = 2.6


def posted_names(scan: Scan, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The posts right behind the bodies found, under their whole names."""
    for candidate in found:
        body = candidate.mention
        if candidate.score < 1.0 or not _NEAR.search(scan.text, body.end, body.end + LONGEST):
            continue
        for owner, post in _POSTED:
            match = post.match(scan.text, body.end, body.end + LONGEST) if owner.search(body.text) else None
            if match and not _NO_NAME.search(match["name"]) and scan.is_boundary(match.end()):
                yield as_body(scan.text, body.start, match.end(), "posted", SCORE, body.value or "government")
                break
