"""Cards, charts and their words for the tests of pictures."""

from io import BytesIO

from PIL import Image

from messages.pictures.canvas import Sign
from messages.pictures.verdict_card import PaperLine, VerdictCard

LONG = "单位不开的，可以向社区人社窗口说明情况（带上工资流水），由窗口联系单位；" * 12
PAPERS = (
    PaperLine(
        Sign.CROSS, "1. 户口簿", "原件，加复印件 1 份", "还没有复印件", ("出门左转可以复印",)
    ),
    PaperLine(Sign.QUESTION, "2. 解除劳动合同证明", "原件", "还不清楚有没有", (LONG, LONG)),
    PaperLine(Sign.TICK, "3. 身份证", "原件"),
    PaperLine(Sign.PEN, "4. 登记表", "到窗口填"),
)


def card(papers: tuple[PaperLine, ...] = PAPERS, *, go: bool = False) -> VerdictCard:
    """Return a card with these papers."""
    return VerdictCard(
        go=go,
        verdict="可以去了" if go else "先别去",
        tally="4 样里还差 2 样",
        service="失业登记",
        papers_title="要带的材料",
        papers=papers,
        where_title="去哪里、什么时候去",
        where=("就业窗口，一楼大厅1号窗口", "11月26日(周四) 14:00–17:30 开"),
        details=("费用：不收费",),
        small_print=("11月25日(周三)核对。",),
    )


def opened(png: bytes) -> Image.Image:
    """Open a PNG and read all of it."""
    image = Image.open(BytesIO(png), formats=["PNG"])
    image.load()
    return image
