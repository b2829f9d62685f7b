"""Values for the parameters of sentences about offers and notices."""

from collections.abc import Mapping

from bot.telling import Parameter

NAME: dict[str, Parameter] = {"zh-CN": "修水管、换龙头", "en": "Pipes and taps"}
PLACE: dict[str, Parameter] = {"zh-CN": "社区二楼", "en": "Second floor"}
UNIT: dict[str, Parameter] = {"zh-CN": "次", "en": "visit"}
PRICE: dict[str, Parameter] = {"kind": "low_cost", "yuan": "12.50", "unit": UNIT}
TIME: dict[str, Parameter] = {
    "weekdays": ["0", "3"],
    "opens": "09:00",
    "closes": "11:00",
    "places": 6,
}
OFFERS: dict[str, Parameter] = {
    "offer": NAME,
    "what": NAME,
    "for_whom": NAME,
    "price": PRICE,
    "organisation": NAME,
    "organisation_kind": "social_organisation",
    "phone": "13800000021",
    "source": NAME,
    "part": "afternoon",
    "is_fixed": True,
    "at_home": True,
    "note": "厨房 <i> 龙头",
    "reason": "no_time",
    "is_reached": False,
    "free": 3,
    "topic": NAME,
    "topics": [NAME, NAME],
    "any": True,
    "people": 12,
    "arrived": 9,
    "has_photo": True,
    "begins_at": 1_795_676_400_000_000,
}
_CARD: dict[str, Parameter] = {"place": PLACE, "state": "requested", "is_past": False}
OFFER_OVERRIDES: Mapping[str, dict[str, Parameter]] = {
    "offer.where": {"place": PLACE, "at_home": False},
    "offer.card": _CARD,
    "offer.contact_card": _CARD,
    "offer.ask.card": {
        "place": PLACE,
        "where": "either",
        "times": [TIME, {**TIME, "places": 0}],
    },
    "offer.ask.where": {"place": PLACE},
    "offer.ask.send": {"place": PLACE},
    "notice.author_card": {"state": "going_out", "is_own": False},
}
