"""What is remembered of a person goes as soon as the person says so."""

from handlers.desk.scene import Scene
from storage.person_fact import consent_of, keep_consent


async def forget_facts(scene: Scene) -> None:
    """Take the consent back and delete what was remembered."""
    if await consent_of(scene.tx, scene.person.id):
        await keep_consent(scene.tx, scene.person.id, scene.now, agreed=False)
        await scene.say("pre_check.forgotten")
    else:
        await scene.say("pre_check.nothing_kept")
