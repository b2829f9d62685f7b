"""`uv run python -m benchmarks.finding`: how long finding a service takes among a thousand."""

import itertools
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.community_items import assemble
from bot.folding import Folding
from bot.guide import Guide, guide_on
from bot.local_text import LocalText
from bot.service_search import ServiceSearch
from storage.community_folder import read_folder

COMMUNITY = Path(__file__).parents[1] / "examples" / "jiangwan"
SERVICES, ROUNDS, DAY = 1_000, 300, "2026-11-26"
WHOSE = ("老年", "残疾", "儿童", "妇女", "学生", "农民工", "退役军人", "职工", "个体户", "新市民")
WHAT = ("住房", "医疗", "养老", "就业", "教育", "交通", "文化", "体育", "丧葬", "供暖")
FORMS = ("补贴", "登记", "认定", "津贴", "许可", "备案", "证明书", "年审", "减免", "救助")
QUERIES: Mapping[str, str] = {
    "a name": "失业证",
    "a name in a sentence": "我妈妈八十岁了，听说有高龄津贴，要带些什么",
    "a slip of typing": "就业创业正",
    "a slip among a thousand likes": "退役军人供暖补帖",
    "a problem, nothing found": "下水道堵了",
    "the longest message": "我们楼下的水又漏了。" * 409,
}


@dataclass(frozen=True, slots=True)
class Timed:
    """Milliseconds of one search."""

    median: float
    worst: float
    found: int


def thousand() -> tuple[Guide, Folding]:
    """Return the sample guide with services made up until there are a thousand."""
    community = assemble(read_folder(COMMUNITY).items)
    guide = guide_on(community, DAY)
    pattern = next(iter(guide.services.values()))
    made_up = {
        f"made_up_{number}": replace(
            pattern,
            code=f"made_up_{number}",
            name=LocalText({"zh-CN": f"{whose}{what}{form}", "en": f"Matter {number}"}),
            also_known_as=tuple(f"{whose}{what}{other}" for other in ("钱", "证", "卡", "本")),
            words=tuple(f"{form}{what}{whose}{sign}" for sign in "甲乙丙丁"),
        )
        for number, (whose, what, form) in enumerate(itertools.product(WHOSE, WHAT, FORMS))
    }
    services = {**guide.services, **made_up}
    kept = dict(itertools.islice(services.items(), SERVICES))
    return replace(guide, services=kept), Folding(community.typos)


def timed(search: ServiceSearch, words: str, rounds: int) -> Timed:
    """Search for the same words again and again."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        search.search(words)
        taken.append(1000 * (time.perf_counter() - start))
    taken.sort()
    return Timed(taken[len(taken) // 2], taken[-1], len(search.search(words)))


def table(rounds: int = ROUNDS) -> str:
    """Measure, the kinds of words in turns, and return a table."""
    guide, folding = thousand()
    start = time.perf_counter()
    search = ServiceSearch(guide, folding)
    built = 1000 * (time.perf_counter() - start)
    lines = [
        f"{len(guide.services)} services, built once in {built:.0f} ms",
        "| words | found | median, ms | worst, ms |",
        "|---|---|---|---|",
    ]
    kinds: Sequence[tuple[str, str]] = random.sample(list(QUERIES.items()), len(QUERIES))
    measured = {kind: timed(search, words, rounds) for kind, words in kinds}
    for kind in QUERIES:
        each = measured[kind]
        lines.append(f"| {kind} | {each.found} | {each.median:.3f} | {each.worst:.3f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
