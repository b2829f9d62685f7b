"""Whether words tell that somebody is hurt or threatened: then numbers come before anything."""

import re

from bot.plain_text import narrow

# 打我电话 is a call; 打官司 and 打工 hurt nobody.
_HURTS = re.compile(
    r"[打揍踢掐砍捅](?:了|过|伤|死|残)?(?:我|他|她|人|老人|孩子|小孩|妈|爸)(?!的?(?:电话|手机|微信)|工)"
    r"|(?:被|挨)[^，。！]{0,6}打|动手|动刀|拿刀|菜刀|家暴|虐待|要杀|杀了|威胁|跳楼|自杀|不想活"
    r"|\b(?:hits?|hitting|beats?|beaten|beating|kicks?|kicked|punched|slapped|chok(?:es|ed)|threaten\w*"
    r"|hurts?) (?:me|us|her|him|them|my \w+)\b|\bknife\b|\bkill (?:me|her|him|myself)\b|\bbeaten\b"
    r"|\bthreatened\b|\bsuicide\b"
)
_DENIED = re.compile(r"没有?(?:人)?(?:动手|打)|没人?打|\b(?:never|not|n['’]t) (?:hit|beat|hurt)")


def tells_of_violence(text: str) -> bool:
    """Whether a text tells of somebody hurt or threatened; what is denied is none."""
    return bool(_HURTS.search(_DENIED.sub("", narrow(text))))
