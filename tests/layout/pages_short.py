"""Pages of short pieces: briefs, pictures, continued and narrow columns. All names and events are invented."""

from layout.want import Want

# Briefs signed at their ends, no blank lines at all.
BRIEFS = """简讯
己市职工运动会开幕
4月2日，己市第三届职工运动会在市体育中心开幕，来自68家单位的1200名职工参加。己市总工会设置拔河、跳绳等9个项目。（王明远）
庚县发放春耕贷款
庚县农商行近日向312户种粮农民发放春耕贷款4600万元，利率下调0.4个百分点，庚县农业农村局派人上门办理。（李禾 赵越）
辛区新建口袋公园
辛区今年计划新建口袋公园15处，目前首批6处已开放，老人和孩子出门五分钟就能走进公园。（孙立言）"""

BRIEFS_WANT = [
    Want("己市职工运动会开幕", "4月2日，己市第三届", "9个项目。", labels=("简讯",), reporters="王明远"),
    Want("庚县发放春耕贷款", "庚县农商行近日", "上门办理。", reporters="李禾 赵越"),
    Want("辛区新建口袋公园", "辛区今年计划", "走进公园。", reporters="孙立言"),
]

# The headline was set in the middle of its text.
MIDDLE = """本报讯（记者田雨 罗一）壬市图书馆昨日推出“夜读”行动，闭馆推迟到零点。馆长陈砚说，首夜有800名读者。

“夜读”行动点亮图书馆的灯
壬市读者有了深夜书房

“夜读”行动还请来12位作家，每周五晚与读者见面。壬市图书馆为夜班工人留出60个座位，凭工会卡可免费借书20册。"""

MIDDLE_WANT = [
    Want(
        "“夜读”行动点亮图书馆的灯",
        "壬市图书馆昨日",
        "借书20册。",
        lines=("“夜读”行动点亮图书馆的灯", "壬市读者有了深夜书房"),
        reporters="田雨 罗一",
    )
]

# A photo page: each picture has its headline, its words, its credit.
PHOTOS = """图片新闻

油菜花开迎客来

4月5日，游客在癸县万亩油菜花田里拍照。当日，癸县油菜花节开幕，为期20天。
新华社发（邓可 摄）

风筝比赛放飞春天

4月4日，小学生在子市滨江公园放风筝。子市连续六年举办风筝比赛，今年有300名学生报名。
新华社记者 林深 摄"""

PHOTOS_WANT = [
    Want("油菜花开迎客来", "游客在癸县", "为期20天。", labels=("图片新闻",), photographers="邓可", agency="新华社"),
    Want("风筝比赛放飞春天", "小学生在子市", "学生报名。", photographers="林深", agency="新华社"),
]

# Continued pieces, with two articles that touch.
CONTINUED = """（上接第1版）“小哥食堂”的菜价贴在门口：一荤两素9元。食堂不赚钱，图的是小哥们吃口热饭。（王明远 李禾）
本报丑市4月5日电 记者何以安报道：丑市5日发布产业工人培训计划，三年培训高级工2万名，每人补贴1500元。
丑市三年培训两万名高级工
责任编辑：周衡 版式：吴桐"""

CONTINUED_WANT = [
    Want("", "“小哥食堂”的菜价", "吃口热饭。", lines=(), reporters="王明远 李禾"),
    Want("丑市三年培训两万名高级工", "丑市5日发布", "1500元。", reporters="何以安"),
]

# Text broken by force at 20 characters, as copied from a column.
COLUMN = """　　寅市建成首个零碳物流园

　　本报讯（记者王明远）寅市首个零碳物
流园4月3日投入运营。园区屋顶铺设光伏板
6万平方米，年发电700万千瓦时，可满足园区
全部用电。寅市物流集团董事长韩川说，零碳
物流园还配有重卡换电站3座。
　　园区建设历时18个月，投资4.6亿元。寅市
计划到2033年再建4个零碳物流园，带动1.2万
人就业，让寅市的快递包裹全部用上绿电。"""

COLUMN_WANT = [
    Want("寅市建成首个零碳物流园", "寅市首个零碳物流园4月3日", "全部用上绿电。", reporters="王明远"),
]
