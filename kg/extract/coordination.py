"""How names of one phrase are joined: 甲、乙和丙; 甲、著名造型师乙; 一等奖2项、二等奖4项."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from kg.extract.signs import OTHERS_OF, Item, Mark, Reading
from kg.extract.words import VERB

_LEADERS = ("负责人", "负责同志", "领导")
SPOKESMEN = (*(a + b for a in ("", "有关", "相关", "主要", "分管") for b in _LEADERS), "发言人", "新闻发言人")
"""Behind a body they say that it speaks or comes."""
LISTED = re.compile(r"、|/|／|和|与|及|以及|及其|、和")
_LISTED_QUALIFIED = re.compile(r"(?:、|和|与|及|以及)[^，。；：、！？“”‘’（）\s的和与及在是]{1,8}")

_TRADES = frozenset(
    "采购 销售 管理 研究 审计 设计 投资 运营 开发 生产 培训 监管 检验 测试 评估 分析 策划 宣传 推广 统计 维修 教学 咨询 制作 安保 研发 检测".split()
)
"""Verbs that say of what trade somebody is, between the body and the post: 甲会采购专家乙."""

_PRODUCT = re.compile(
    "(?:专属|专项|普惠|线上|综合|信用|小额)*(?:贷款|信贷|融资|金融|保险|理财|服务|培训|体检)?"
    "(?:产品|服务|平台|项目|计划|方案|系统|模式|套餐|基金|卡|课程|贷款)"
)


def by_trade(at: int, mark: Mark, behind: Mark, run: Sequence[Item]) -> bool:
    """Is the verb only the trade of the post right behind it, in a body right before it: 甲会|采购|专家?"""
    joined = mark.word in _TRADES and mark.start == at and behind.start == mark.end
    post = behind.item is not None and behind.item.hole == "职务"
    return joined and post and bool(run) and run[-1].hole == "机构"


def without_group(reading: Reading, at: int, run: list[Item]) -> list[Item]:
    """The run without the group that a product is only made for: “乙”小微企业|贷款产品."""
    group = len(run) > 1 and run[-1].hole == "人群" and run[-2].hole == "项目"
    return run[:-1] if group and _PRODUCT.match(reading.text, at) else run


def so_often(reading: Reading, at: int, mark: Mark, behind: Mark, run: Sequence[Item]) -> bool:
    """Does the mark only count a prize of a list: 一等奖[2项]、二等奖?"""
    counted = mark.item is not None and mark.item.hole == "数量" and mark.start == at
    prize = behind.item is not None and behind.item.hole == "奖项"
    return (
        counted
        and prize
        and bool(run)
        and run[-1].hole == "奖项"
        and LISTED.fullmatch(reading.text, mark.end, behind.start) is not None
    )


def listed(between: str, run: Sequence[Item], item: Item) -> bool:
    """Does the list go on: 甲、乙, and in a list of persons also 甲、著名造型师乙?"""
    if LISTED.fullmatch(between):
        return True
    if between in ("兼", "兼任") and item.hole == "机构":
        return bool(run) and run[-1].hole == "职务"  # 董事会秘书兼|甲部经理乙
    persons = item.hole in ("人物", "职务") and any(i.hole == "人物" for i in run)
    return persons and bool(_LISTED_QUALIFIED.fullmatch(between))


_TAIL = re.compile(
    "(?:结对|产业|就业|消费|教育|医疗|健康|爱心|志愿|金融|精准|公益|定向|专项|技能|法律){0,2}"
    "(?:帮扶|共建|助学|助困|助医|助老|助残|助农|扶贫|扶智|救助|资助|复明|康复|培训|宣讲|宣传|普法|普及|关爱|慰问|服务|援助|救治|捐赠|支教|倡议)(?=、|和|及|与)"
)
"""What a programme called by a name alone does: “甲”结对帮扶、“乙”行动."""


_DESCRIBED = re.compile("(?:、|和|与|及|以及)(?:[^，。；：、\ue000-\uf8ff]|\ue008){2,16}的(?=\ue002)")


_BETWEEN_NAMES = 4
"""So many characters stand between names of a list that nothing describes: ”以及“."""


def tailed(reading: Reading, at: int, run: Sequence[Item], marks: Sequence[Mark], n: int) -> int:
    """Where what an item of a list of programmes is for ends, if the list goes on behind it; else ``at``.

    What stands before the next item may say what that is for: “甲”、|面向农户的|“乙”.
    """
    if not run or run[-1].hole != "项目":
        return at
    described = _DESCRIBED.match(reading.text, at)
    if described and any(m.item and m.item.hole == "项目" and m.start == described.end() for m in marks[n:]):
        return described.end()
    tail = _TAIL.match(reading.text, at)
    if tail is None:
        return at
    later = next((m.item for m in marks[n:] if m.item and m.start == tail.end() + 1), None)
    return tail.end() if later and later.hole == "项目" else at


def beside(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items that one modifier tells of: of 服务职工的|甲、关爱女工的|乙 only the first."""
    apart = any(a.hole == "项目" and b.start - a.end > _BETWEEN_NAMES for a, b in itertools.pairwise(items))
    return items[:1] if apart else items


_GROUP = (
    "[^，。；：、的了着过和及与\ue001-\ue004\ue006-\ue008\ue00a]{1,16}?(?:机构|企业|公司|单位|部门|协会|组织|团体|学校|高校|院校|医院|银行|商家|商户|商会|社区|街道|乡镇"
    "|媒体|专家|志愿者|人员|力量|伙伴|会员|基地|人士|门店|网点|支部)(?![\u4e00-\u9fff]*(?:协议|合同))"
)
_OTHERS = re.compile(f"{_GROUP}(?:(?:、|和|以?及|与){_GROUP})*(?:等|们)?(?=，|$|[\u4e00-\u9fff]{{2}})")
"""Partners without a name; those with one are read as names."""


def others(text: str, at: int, end: int, behind: Mark | None) -> int:
    """Where those without a name end with whom something is done (联合近百家机构|，开展…), 0 where none are told of."""
    if behind is not None and behind.start == at and behind.item is None:
        return 0  # 联合推出
    match = _OTHERS.match(text, at, end)
    return match.end() if match else 0


def wins_next(run: Sequence[Item], marks: Sequence[Mark], n: int) -> bool:
    """Does the next winner, with a verb of his own, stand behind a prize: 甲获一等奖、|乙获二等奖?"""
    if not run or run[-1].hole != "奖项":
        return False
    while n < len(marks) and (item := marks[n].item) is not None and item.hole in ("人物", "机构", "职务"):
        n += 1
        if n < len(marks) and marks[n].start == marks[n - 1].end and marks[n].flags & VERB:
            return True
    return False


def close(run: list[Item], heads: list[Item], owners: list[Item], *, together: bool = False) -> None:
    """A run of names side by side: its last item is a head, what stands before it belongs to it."""
    if not run:
        return
    if together and all(i.hole == "地点" for i in run):
        heads.extend(run)  # 甲市乙市|两地
        return
    if len(run) > 1 and run[-1].text in SPOKESMEN and run[-2].hole == "机构":
        run.pop()  # 甲局负责人发言：说的是甲局
    last = len(run) - 1
    named = any(i.hole == "人物" for i in run)
    while last and named and run[last].hole == "职务" and run[last].text not in OTHERS_OF:
        last -= 1  # 乙主席：说的是乙；乙等亲属代表：说的也是乙
    while last and run[last - 1].hole == run[last].hole and run[last].hole in ("项目", "人物", "奖项"):
        heads.append(run.pop(last - 1))  # “甲”“乙”并列
        last -= 1
    heads.append(run[last])
    owners.extend(run[:last])
