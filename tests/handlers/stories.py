"""Pieces of transcripts that several stories begin with."""

GARBAGE_TO_SUMMARY = """
    罗建华: 江湾小区2栋楼道里有人乱扔垃圾
      → 我理解是：垃圾堆积 … 堆了几天了？
    罗建华: 跳过
    罗建华: 跳过
    罗建华: [好了，没有了]
      → 江湾小区2栋 … 没错就点「发送」 [发送]
"""
GARBAGE = f"""{GARBAGE_TO_SUMMARY}
    罗建华: [发送]
      → 已收到 … «number»
"""
