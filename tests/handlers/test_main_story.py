"""The main story: a report reaches the phone of the right person and is worked on to its end."""

from tests.handlers.transcripts import Stage

TO_THE_END = """
    罗建华: /start
      → 江湾社区的小巷 … 110、119、120 [反映一件事] [Language / 语言]
    罗建华: 江湾小区3栋2单元楼下下水道又堵了
      → 我理解是：下水道堵塞、污水外溢 … 家里堵还是外面冒？ … 第 3 步，共 4 步
      … [家里堵] [外面冒] [不是这一类] [跳过] [不办了]
    罗建华: (photo)
      → 收到 1 张 … 家里堵还是外面冒？
    罗建华: [外面冒]
      → 一户还是整个单元？ … 第 3 步，共 4 步 · 这一步的第 2 问
    罗建华: 整个单元
      → 脏水流进屋了吗？ … 这一步的第 3 问 [是] [不是]
    罗建华: 2
      → 有照片吗？ … 第 3 步，共 4 步 · 这一步的第 4 问 [好了，没有了]
    罗建华: [好了，没有了]
      → 江湾小区3栋2单元 … 外面冒 … 整个单元 … 脏水流进屋了吗？不是
      … 照片：1 张 [发送] [改：地点]
    罗建华: [发送]
      → 已收到 … JW-261124-0001 … 江湾小区3栋2单元 … 网格员邹春兰 13800000004
      … 前有人联系您 [回复、补充] [加照片] [撤回]
      → not: 没错就点「发送」
    邹春兰:
      → (photo) 下水道堵塞、污水外溢 · 急 · 新派给您 … JW-261124-0001 … 江湾第四网格
      … 「江湾小区3栋2单元楼下下水道又堵了」 … 外面冒 … 已告诉居民：… 按楼栋找到网格员
      … [受理] [我出发了] [问居民] [处理完了] [不归我] [地图]
    邹春兰: [受理]
      → toast: 已受理
      → 已受理 … 受理 [我出发了]
    罗建华:
      → 处理中 … 争取
    邹春兰: [地图]
      → (venue) JW-261124-0001
    邹春兰: [我出发了]
      → toast: 路上小心
    邹春兰: [问居民]
      → 想问居民什么？ [不办了]
    邹春兰: 门禁密码是多少？
      → 问题发给居民了
      → 等居民回复
    罗建华:
      → 等您回复 … 询问：门禁密码是多少？ [回复、补充]
    罗建华: [回复、补充]
      → 「门禁密码是多少？」
    罗建华: 2468#
      → 已经告诉负责的人了
    邹春兰:
      → 居民回复：2468#
    邹春兰: [处理完了]
      → 做了什么？
    邹春兰: 疏通了，盖板已复位
      → 处理后的照片
    邹春兰: (another photo)
      → 收到 1 张
    邹春兰: [好了，没有了]
      → 记下了，居民那边能看到
      → 已处理
    罗建华:
      → 受理 … 询问：门禁密码是多少？ … 居民回复：2468# … 处理完：疏通了，盖板已复位
      → (photo)
"""


async def test_a_report_is_worked_on_to_the_end(stage: Stage) -> None:
    await stage.play(TO_THE_END)


async def test_a_report_in_english_is_worked_on_in_chinese(stage: Stage) -> None:
    stage.street.somebody("Anna", "en-GB")
    await stage.play("""
    Anna: /start
      → Jiangwan Community … 110, 119 or 120 [Report a problem] [Language / 语言]
    Anna: the stairwell light is out, Jiangwan Estate building 5 entrance 1
      → I understood: Street or stairwell light out … Do you have photos? [Done, no more]
    Anna: [Done, no more]
      → Stair light … [Send] [Change: place]
    Anna: send
      → Received … «number» … Responsible: 邹春兰, grid worker … Somebody contacts you by
      … [Answer, add something] [Withdraw]
    邹春兰:
      → 路灯、楼道灯不亮 · 一般 · 新派给您 … «number» … 楼道灯 [受理]
    邹春兰: [受理]
    Anna:
      → Being handled … «number» … Accepted
    邹春兰: [问居民]
    邹春兰: 几楼的灯？
    Anna:
      → «number» … 几楼的灯？ [Answer, add something]
    Anna: [Answer, add something]
    Anna: third floor
      → «number»
    邹春兰:
      → 居民回复：third floor
    邹春兰: [处理完了]
    邹春兰: 换了灯泡
    邹春兰: [好了，没有了]
      → 记下了，居民那边能看到
    Anna:
      → «number» … 换了灯泡
    Anna: /mycases
      → «number» [«number»]
    """)
