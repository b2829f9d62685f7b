"""What first words are about. Danger that is named is always a report."""

from bot.intent import Intent, intent_of
from tests.bot.jiangwan import classifier, community, service_search
from tests.rows import each_of

REPORT, SERVICE, EITHER = Intent.REPORT, Intent.SERVICE, Intent.EITHER
ROWS = [
    ("失业证", SERVICE),
    ("准生证", SERVICE),
    ("小孩医保", SERVICE),
    ("我想吃低保", SERVICE),
    ("居住证怎么办", SERVICE),
    ("开个亲属关系证明", SERVICE),
    ("residence permit", SERVICE),
    ("怎么办护照", SERVICE),
    ("结婚证", SERVICE),
    ("办证", SERVICE),
    ("how do I get a passport", SERVICE),
    ("给我开个单身证明", SERVICE),
    ("我想给我妈办高龄补贴", SERVICE),
    ("老人补贴怎么领", SERVICE),
    ("我下岗了想领失业金", SERVICE),
    ("孩子上户口", SERVICE),
    ("公积金怎么取", SERVICE),
    ("驾驶证到期了要换", SERVICE),
    ("老人证", SERVICE),
    ("退伍军人优待证", SERVICE),
    ("狗证", SERVICE),
    ("我家狗要办证", SERVICE),
    ("打官司没钱请律师", SERVICE),
    ("五保", SERVICE),
    ("孤寡老人补助", SERVICE),
    ("我妈八十岁了能领多少钱", SERVICE),
    ("孩子上学", SERVICE),
    ("办理火化", SERVICE),
    ("欠薪", SERVICE),
    ("my mother is 80, allowance?", SERVICE),
    ("proof that I am single", SERVICE),
    ("low income", SERVICE),
    ("小区有违章建筑", REPORT),
    ("老人证丢在楼道里，楼道灯不亮", EITHER),
    ("我80岁了，家里漏水", REPORT),
    ("电梯年检过期了", REPORT),
    ("快递被偷了", REPORT),
    ("公租房楼上漏水", EITHER),
    ("楼上邻居吵架想调解", EITHER),
    ("楼上漏水想打官司没钱", EITHER),
    ("下岗了没饭吃", EITHER),
    ("residance permit", EITHER),
    ("低保户家里着火了", REPORT),
    ("我被狗咬了，狗证在哪里办", REPORT),
    ("在办老年证的老人昏倒了", REPORT),
    ("煤气泄漏", REPORT),
    ("路灯不亮", REPORT),
    ("江湾小区3栋2单元楼下下水道又堵了", REPORT),
    ("物业费", REPORT),
    ("你们这些人从来不管事情", REPORT),
    ("", REPORT),
]


@each_of(ROWS)
def test_words_lead_where_they_belong(words: str, intent: Intent) -> None:
    found, guess = service_search().search(words), classifier().guess(words)
    assert intent_of(words, found, guess, community().categories) is intent
