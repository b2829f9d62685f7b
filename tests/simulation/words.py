"""What people in the simulated neighbourhood say, and where they are."""

MATTERS = (
    "下水道又堵了",
    "路灯不亮",
    "楼道里堆满了杂物",
    "电梯坏了",
    "垃圾没人收",
    "邻居家半夜很吵",
    "井盖不见了",
    "有狗咬人",
    "闻到煤气味",
    "消防通道停了车",
    "the street light is broken",
    "投诉网格员不上门",
    "不知道该怎么说",
    "漏水",
)
PLACES = (
    "河边新村1栋",
    "河边新村3栋2单元",
    "河边新村2栋",
    "江湾小区3栋2单元楼下",
    "江湾小区1栋",
    "柑园巷2栋",
    "菜市场家属楼1栋",
    "菜市场口",
    "社区服务中心",
)
REMARKS = (
    "好的",
    "晚上八点以后在家",
    "已经处理好了，请看照片",
    "就在门口那边 <b>快来</b>",
    "三楼 👨‍👩‍👧",
    "谢谢",
    "501",
    "2",
    "返回",
    "跳过",
    "不知道 {{ 7*7 }}",
)
SPOTS = (
    (27.62432, 113.84252),
    (27.6236, 113.8461),
    (27.6241, 113.8486),
    (27.6243, 113.8428),
    (31.2304, 121.4737),
    (0.0, 0.0),
)
# What somebody confides, each with a mark by which it is known wherever it appears.
SECRETS = (
    "楼上的邻居总往过道里放鞋柜",
    "两家为了院墙说不到一块儿",
    "房东不肯退押金",
    "the other family parks in front of our door",
    "公司没有把加班的钱算清",
)
COMMANDS_OF = {
    "resident": (
        "/start",
        "/mycases",
        "/report",
        "/start b_riverside_3",
        "/help",
        "/cancel",
        "/notices",
    ),
    "worker": ("/mycases", "/errands", "/help", "/away", "/cancel"),
    "clerk": (*["/counter"] * 4, "/desk", "/desk", "/window", "/errands", "/mycases", "/cancel"),
    "organisation": (*["/requests"] * 6, "/notice", "/help"),
    "mediator": ("/matters", "/matters", "/help"),
    "legal_adviser": ("/matters", "/matters", "/help"),
}
