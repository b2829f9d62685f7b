"""Reporting in all its ways: places, photos, other people, danger, what is reported already."""

from tests.handlers.stories import GARBAGE, GARBAGE_TO_SUMMARY
from tests.handlers.transcripts import Stage


async def test_a_neighbour_reports_for_somebody_else(stage: Stage) -> None:
    await stage.play(f"""
    {GARBAGE_TO_SUMMARY}
    罗建华: [替别人反映]
      → 替谁反映？ [替我自己]
    罗建华: 隔壁罗奶奶，敲门就行
      → 替：隔壁罗奶奶，敲门就行 [发送]
    罗建华: 发送
      → 已收到
    邹春兰:
      → 替：隔壁罗奶奶，敲门就行
    """)


async def test_a_shared_place_is_confirmed_by_name(stage: Stage) -> None:
    await stage.play("""
    罗建华: (place 27.6222 113.844)
      → 位置收到了，大概在江湾第四网格。 … 出了什么事？
      → not: 在哪里
    罗建华: 路灯不亮
      → 您在江湾第四网格，对吗？ [江湾小区3栋] [附近没有楼] [不对，我不在这里] [从楼栋里选]
    罗建华: [江湾小区3栋]
      → 哪个单元？ [整栋 / 公共地方]
    罗建华: 整栋 / 公共地方
      → 灯杆上有编号的话
    """)


async def test_a_place_of_a_chinese_map_is_found_in_its_other_reading(stage: Stage) -> None:
    await stage.play("""
    罗建华: 路灯不亮
      → 在哪里？
    罗建华: (place 27.6190 113.8493)
      → [不对，我不在这里] [从楼栋里选]
    罗建华: [不对，我不在这里]
      → 您在江湾第四网格，对吗？ [从楼栋里选]
    """)


async def test_a_place_outside_every_grid_goes_to_the_clerks(stage: Stage) -> None:
    await stage.play("""
    罗建华: 路灯不亮
    罗建华: (place 39.9042 116.4074)
      → 不在我们社区的网格里 [附近没有楼] [从楼栋里选]
    罗建华: [附近没有楼]
      → 请说说具体位置
    罗建华: 大桥北头
      → 灯杆上有编号的话
    罗建华: 跳过
    罗建华: 1
      → 大桥北头 [发送]
    罗建华: [发送]
      → 还没有对应的网格员，服务窗口来看
    甘志明:
      → 等窗口分派 … 大桥北头 … 位置不在本社区 [受理]
    """)


async def test_a_place_elsewhere_is_said_at_once_to_be_outside(stage: Stage) -> None:
    await stage.play("""
    罗建华: (place 39.9042 116.4074)
      → 位置收到了，但好像不在我们社区里 … 110 … 出了什么事、在哪里
    罗建华: 江湾小区3栋楼下路灯不亮
      → 不在我们社区的网格里 [附近没有楼] [从楼栋里选]
    """)


async def test_a_place_sent_too_early_is_kept(stage: Stage) -> None:
    await stage.play("""
    罗建华: 有狗咬人
      → [我安全，帮我记下来]
    罗建华: (place 27.6222 113.844)
      → 位置收到了，这一步还用不上 [我安全，帮我记下来]
    罗建华: [我安全，帮我记下来]
      → 您在江湾第四网格，对吗？
    """)


async def test_the_plate_on_a_building_says_where(stage: Stage) -> None:
    await stage.play("""
    罗建华: /start b_jiangwan_7
      → 您在江湾小区7栋，对吗？ … 请说说出了什么事
    罗建华: 有人乱扔垃圾
      → 江湾小区7栋，哪个单元？
    罗建华: /start b_no_such_building
      → 江湾社区的小巷
    """)


async def test_an_album_is_one_report_with_late_parts_and_photos_added_later(stage: Stage) -> None:
    await stage.play("""
    罗建华: (album of 4) 江湾小区2栋楼道里有人乱扔垃圾
      → 收到 4 张 … 堆了几天了？
    罗建华: 跳过
    罗建华: 跳过
    罗建华: [好了，没有了]
      → 照片：4 张
    罗建华: [发送]
      → 已收到 … 照片 4 张 [加照片]
    """)
    luo = stage.street.people["罗建华"]
    album = next(each.about["media_group_id"] for each in luo.messages() if each.about)
    luo.send_photo("dog", media_group_id=album)
    await stage.play("""
    罗建华:
      → 照片 5 张
    邹春兰:
      → 新派给您 [全部照片]
    罗建华: [加照片]
      → 请把照片发给我
    罗建华: (photo)
      → 收到
    罗建华: [好了，没有了]
      → 照片加上了
    邹春兰: [全部照片]
      → (photo)
    """)
    assert stage.street.value("SELECT count(*) FROM report_case") == 1
    assert stage.street.value("SELECT count(*) FROM talk WHERE script = 'report'") == 1


async def test_somebody_follows_what_a_neighbour_reported(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play(f"""
    {GARBAGE}
    Anna: rubbish in the stairs of Jiangwan Estate building 2
    Anna: skip
    Anna: skip
    Anna: [Done, no more]
      → Is it the same? … «number» [It is «number»] [No, another matter]
    Anna: [It is «number»]
      → «number» … you follow it
      → not: 罗建华
    邹春兰: [受理]
    Anna:
      → Being handled … «number» … you follow it
    Anna: /mycases
      → «number» [«number»]
    Anna: [«number»]
      → you follow it
    """)


async def test_danger_is_answered_before_any_form_and_clerks_hear_of_it_at_once(
    stage: Stage,
) -> None:
    await stage.play("""
    罗建华: 江湾小区2栋有人被狗咬了，流血
      → 120 … 肥皂水 [我安全，帮我记下来]
    甘志明:
      → 有人可能有危险，但还没提交 … 被狗咬了，流血 [看过了]
    罗建华: /cancel
      → 不办了
    甘志明: /desk
      → 有人可能有危险 … 被狗咬了，流血 [第 1 条看过了]
    甘志明: [第 1 条看过了]
      → 都有人接了
      → 有人看过了
    """)


async def test_gas_and_fire_are_warned_of_first(stage: Stage) -> None:
    await stage.play("""
    罗建华: 家里有股煤气味
      → 119 … 请先打电话，不要等我 [我安全，帮我记下来]
    王二: 楼下着火了
      → 119 … 请先打电话，不要等我 [我安全，帮我记下来]
    甘志明:
      → 有人可能有危险 … 煤气味
      → 有人可能有危险 … 着火了
    王二: [我安全，帮我记下来]
      → 在哪里？
    """)
    warning = stage.street.said_to("罗建华")[-1]
    assert warning.text.splitlines()[0] == "119　先到屋外，再打"
    assert warning.content["entities"][0] == {"type": "bold", "offset": 0, "length": 3}


async def test_an_edit_changes_the_draft_and_adds_to_the_case(stage: Stage) -> None:
    await stage.play("""
    罗建华: 江湾小区2栋楼道里有人乱扔垃圾
    罗建华: (edits it) 江湾小区4栋楼道里有人乱扔垃圾
    罗建华: 跳过
    罗建华: 跳过
    罗建华: [好了，没有了]
      → 江湾小区4栋 [发送]
    """)
    luo = stage.street.people["罗建华"]
    first = next(each for each in luo.messages() if each.sender.id == luo.user_id)
    await stage.play("""
    罗建华: [发送]
      → 已收到 … «number»
    """)
    luo.edit(first.message_id, "江湾小区4栋楼道里有人乱扔垃圾，还有玻璃")
    await stage.play("""
    罗建华:
      → 还有玻璃
    邹春兰:
      → 「江湾小区4栋楼道里有人乱扔垃圾」 … 居民回复：江湾小区4栋楼道里有人乱扔垃圾，还有玻璃
    邹春兰: [处理完了]
    邹春兰: 扫干净了
    邹春兰: [好了，没有了]
    """)
    luo.edit(first.message_id, "江湾小区4栋楼道里又有人乱扔垃圾")
    await stage.play("""
    罗建华:
      → «number» 已经到了下一步
    """)


async def test_voices_and_photos_all_reach_the_worker(stage: Stage) -> None:
    await stage.play("""
    罗建华: (voice)
      → 收到
    罗建华: 江湾小区2栋楼道里有人乱扔垃圾
    罗建华: 跳过
    罗建华: (photo)
    罗建华: (another photo)
    罗建华: 跳过
    罗建华: [好了，没有了]
    罗建华: [发送]
      → 已收到
    邹春兰:
      → (photo) … 新派给您 [全部照片]
    邹春兰: [全部照片]
    """)
    shown = [next(iter(each.content)) for each in stage.street.said_to("邹春兰")[-3:]]
    assert sorted(shown) == ["photo", "photo", "voice"]
    assert stage.street.value("SELECT count(*) FROM outbox WHERE state = 'dead'") == 0


async def test_a_voice_alone_can_be_heard_by_the_worker(stage: Stage) -> None:
    await stage.play("""
    罗建华: (voice)
    罗建华: 江湾小区2栋楼道里有人乱扔垃圾
    罗建华: 跳过
    罗建华: 跳过
    罗建华: [好了，没有了]
    罗建华: [发送]
    邹春兰:
      → 新派给您 [全部照片]
    """)


async def test_who_only_speaks_chooses_what_it_is_about_in_one_step(stage: Stage) -> None:
    await stage.play("""
    罗建华: (voice)
      → 收到了，会一起交给处理的人 … 是哪一类事？ [市容秩序] [公用设施] [说不清，请人来看]
      → not: [跳过]
    罗建华: [市容秩序]
      → 具体是哪一种？ [垃圾堆积]
      → not: 我理解是
    罗建华: [垃圾堆积]
      → 在哪里？
    罗建华: 江湾小区2栋楼道
    罗建华: 跳过
    罗建华: 跳过
    罗建华: [好了，没有了]
      → 垃圾堆积 [发送]
    罗建华: [发送]
      → 已收到
    邹春兰:
      → 新派给您 [全部照片]
    邹春兰: [全部照片]
    """)
    assert "voice" in stage.street.said_to("邹春兰")[-1].content


async def test_a_greeting_is_greeted_and_thanks_are_taken(stage: Stage) -> None:
    stage.street.somebody("Anna", "en")
    await stage.play("""
    罗建华: 你好！
      → 江湾社区的小巷 [反映一件事]
    罗建华: 谢谢。
      → 不客气
    Anna: Hello
      → Jiangwan Community [Report a problem]
    Anna: thank you
      → You are welcome
    """)
    assert stage.street.value("SELECT count(*) FROM talk") == 0
