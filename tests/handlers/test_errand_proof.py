"""Errands for somebody else: what is looked at before anything is taken, and what is missing."""

from tests.handlers.transcripts import Stage

FOR_A_CHILD = """
    罗建华: /errand 居民养老保险参保
    罗建华: [不核对，都列出来]
    罗建华: [替别人]
    罗建华: 小罗
      → 小罗授权您了吗？ [有本人签名的委托书] [我是监护人] [请干部上门问本人] [还没有授权]
    罗建华: [我是监护人]
    罗建华: [生病在家]
    罗建华: [这些都交]
    罗建华: 江湾小区3栋2单元501
    罗建华: [都在家]
    罗建华: 没错
    罗建华: [我授权]
      → 请备好监护证明（户口簿、出生医学证明，或法院、居委会的文书），干部看过才收证件
      → not: [委托书怎么写]
    邹春兰: [接，我去跑]
      → 先看监护证明，再收证件，没有就一件也不要收
    邹春兰: [取材料（拍照）]
      → 先看监护证明，再收证件 [看过，是监护人] [没有证明]
"""


async def test_a_guardian_shows_it_and_who_saw_it_is_kept(stage: Stage) -> None:
    await stage.play(f"""
    {FOR_A_CHILD}
    邹春兰: [看过，是监护人]
      → 请拍下收到的「身份证」（第 1 件，共 2 件）
    邹春兰: (photo)
    邹春兰: [这件没给我]
      → 邹春兰 11月24日(周二)10:00 看过监护证明
    罗建华:
      → 材料取走了 … 邹春兰 11月24日(周二)10:00 看过监护证明
    """)
    seen = (
        "SELECT proof, proof_seen_name, role FROM errand JOIN role_grant"
        " ON role_grant.person_id = proof_seen_by"
    )
    assert stage.street.rows(seen) == [("guardian", "邹春兰", "grid_worker")]


async def test_without_it_nothing_is_taken_until_it_is_there(stage: Stage) -> None:
    await stage.play(f"""
    {FOR_A_CHILD}
    邹春兰: [没有证明]
      → 没有监护证明，证件一件也不能收。怎么办？ [请居民准备好，我再来] [不办了，居民看得到原因]
    邹春兰: [请居民准备好，我再来]
      → 记下了。居民看得到要准备什么
      → 等居民消息。先看监护证明
    罗建华:
      → 干部来过，没看到监护证明 … 证件一件也没收 [准备好了，请再来] [不用跑了]
    罗建华: [准备好了，请再来]
      → toast: 经办人看得到
      → 您说准备好了，干部会再来
      → not: [准备好了，请再来]
    邹春兰:
      → 居民说准备好了，请再去一趟。先看监护证明 [取材料（拍照）]
    邹春兰: [取材料（拍照）]
    邹春兰: [看过，是监护人]
    邹春兰: (photo)
    邹春兰: (another photo)
      → 记下了
    """)
    assert stage.street.rows("SELECT state, reason FROM errand") == [("collected", "")]


async def test_who_cannot_write_is_asked_at_home(stage: Stage) -> None:
    await stage.play("""
    罗建华: /errand 居民养老保险参保
    罗建华: [不核对，都列出来]
    罗建华: [替别人]
    罗建华: 罗奶奶
    罗建华: [请干部上门问本人]
    罗建华: [年纪大]
    罗建华: [这些都交]
    罗建华: 江湾小区3栋2单元501
    罗建华: [都在家]
    罗建华: 没错
      → 授权书 … 经罗奶奶当面同意（由工作人员上门问清），替罗奶奶
    罗建华: [我授权]
      → 干部会当面问本人，请本人在家
    邹春兰: [接，我去跑]
    邹春兰: [取材料（拍照）]
      → 先当面问罗奶奶本人 [问过，本人愿意] [本人不愿意，或没问到]
    邹春兰: [问过，本人愿意]
    邹春兰: (photo)
    邹春兰: (another photo)
      → 当面问过，本人愿意
    """)


async def test_the_form_is_shown_to_the_resident_alone(stage: Stage) -> None:
    await stage.play("""
    罗建华: /errand 居民养老保险参保
    罗建华: [不核对，都列出来]
    罗建华: [替别人]
    罗建华: 罗奶奶
    罗建华: [有本人签名的委托书]
    罗建华: [年纪大]
    罗建华: [这些都交]
    罗建华: 江湾小区3栋2单元501
    罗建华: [都在家]
    罗建华: 没错
    罗建华: [我授权]
    罗建华: [委托书怎么写]
      → 我叫罗奶奶 … 委托罗建华 … 城乡居民养老保险参保 … 身份证 … 到12月24日(周四)为止有效
      → not: 我的原件：授权委托书
    邹春兰:
      → not: [委托书怎么写]
    """)


async def test_without_any_grounds_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: /errand senior citizen card
    Anna: [Just list everything]
    Anna: [For somebody else]
    Anna: Grandma Luo
      → Has Grandma Luo authorised you? [I have a signed authorisation] [I am the guardian]
        … [Somebody asks in person] [Not authorised yet]
    Anna: [Not authorised yet]
      → To act for Grandma Luo you need an authorisation first … Authorisation … I, Grandma Luo
        … Senior citizen card … Signature
    """)


async def test_a_missing_proof_in_english(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    Anna: /errand senior citizen card
    Anna: [Just list everything]
    Anna: [For somebody else]
    Anna: Grandma Luo
    Anna: [I have a signed authorisation]
    Anna: old
    Anna: [All of these]
    Anna: [No]
    Anna: 江湾小区3栋2单元501
    Anna: [Any time]
    Anna: ok
    Anna: [I authorise this]
      → Please have the signed authorisation ready [How to write it]
    邹春兰: [接，我去跑]
    邹春兰: [取材料（拍照）]
    邹春兰: [没有委托书]
    邹春兰: [请居民准备好，我再来]
    Anna:
      → Somebody came, but there was no signed authorisation. Nothing was taken
        … [It is ready, please come]
    Anna: [It is ready, please come]
      → toast: the worker sees it
      → You said that it is ready
    邹春兰: [取材料（拍照）]
    邹春兰: [没有委托书]
    邹春兰: [不办了，居民看得到原因]
    Anna:
      → Sorry, this cannot be done for you
        … Reason: no authorisation or proof of guardianship was seen; nothing was taken
    """)
