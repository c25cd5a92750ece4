"""The short forms of the names of Chinese administrative units."""

from __future__ import annotations

import re

ETHNIC = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|"
    "柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|"
    "塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
AUTONOMOUS = re.compile(rf"(?<=..)族?(?:(?:{ETHNIC})族?)*自治[区州县旗]$|(?<=..)(?:(?:{ETHNIC})族)+区$")
SUFFIX = re.compile(r"(?:特别行政区|林区|特区|地区|省|市|县|区|盟|旗)$")
WHOLE = re.compile(r"[前后中左右白蓝黄红合]旗$|(?:新|管理|示范|验|开发|名胜|聚集|食品|园)区$")
"""Names that are not cut: 科尔沁左翼中旗, 兰州新区."""
NO_SHORT = frozenset(
    (
        "市中",
        "城中",
        "城东",
        "城西",
        "城南",
        "城北",
        "东城",
        "西城",
        "老城",
        "新城",
        "新市",
        "中西",
        "滨海",
        "井陉矿",
        "鹰手营子矿",
    )
)
"""What is left of a district's name and says nothing alone."""
ZONES = (
    ("高新技术产业开发区", "高新区"),
    ("高新技术开发区", "高新区"),
    ("经济技术开发区", "经开区"),
    ("经济开发区", "经开区"),
)


def short_names(name: str) -> list[str]:
    """The short forms of an administrative unit: 恩施土家族苗族自治州 -> 恩施, 恩施州; none for 忠县 or 市中区."""
    for long, brief in ZONES:
        if name.endswith(long):
            return [name.removesuffix(long) + brief, name.removesuffix(long).removesuffix("市") + "开发区"]
    if WHOLE.search(name):
        return []
    short = AUTONOMOUS.sub("", name)
    if short == name:
        short = SUFFIX.sub("", name)
        return [short] if len(short) > 1 and short not in NO_SHORT else []
    if name[-1] == "区":
        return [short]
    return [short, short + name[-1], short + "自治" + name[-1]]
