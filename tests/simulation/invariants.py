"""What must hold at the end of every world; each check yields what is wrong."""

from collections.abc import Callable, Iterator

from tests.simulation import (
    about_cases,
    about_confidence,
    about_errands,
    about_intake,
    about_limits,
    about_messages,
    about_photos,
    about_places,
    about_reminders,
    about_secrets,
    about_time,
)
from tests.simulation.record import Record
from tests.simulation.world import World

Check = Callable[[Record], Iterator[str]]
CHECKS: tuple[Check, ...] = (
    about_intake.what_was_confirmed_is_on_disk,
    about_intake.what_did_not_expire_arrived,
    about_intake.every_update_came_to_an_end,
    about_intake.every_update_was_worked_on_once,
    about_intake.dead_letters_are_somebodys_task,
    about_intake.lanes_keep_their_order,
    about_intake.every_press_was_answered,
    about_intake.the_same_press_gets_the_same_answer,
    about_messages.every_row_came_to_an_end,
    about_messages.every_copy_is_explained,
    about_messages.what_is_sent_was_seen,
    about_messages.what_was_seen_has_a_row,
    about_messages.a_subject_has_one_message,
    about_messages.older_states_never_follow_newer_ones,
    about_messages.nothing_reached_the_wrong_person,
    about_messages.questions_on_phones_are_the_present_ones,
    about_cases.every_report_became_one_case,
    about_cases.every_number_on_a_phone_is_a_case,
    about_cases.every_case_is_with_the_right_person,
    about_cases.only_the_responsible_saw_the_staff_card,
    about_cases.cards_show_how_the_case_stands,
    about_cases.lives_of_cases_have_no_gap,
    about_secrets.anonymous_cases_are_tied_to_nobody,
    about_secrets.every_anonymous_receipt_is_kept,
    about_time.everything_due_came_to_an_end,
    about_time.what_fired_left_its_trace,
    about_errands.each_original_has_one_holder,
    about_errands.every_change_of_hands_is_written_down,
    about_errands.a_finished_errand_holds_no_paper,
    about_errands.cards_of_errands_show_how_they_stand,
    about_places.no_time_at_a_window_is_overbooked,
    about_places.no_offer_is_overbooked,
    about_places.queues_are_in_order,
    about_confidence.what_is_confided_is_on_no_other_phone,
    about_confidence.what_is_confided_is_kept_nowhere_else,
    about_confidence.what_is_taken_back_is_forgotten,
    about_photos.no_photo_reaches_anybody_without_consent,
    about_photos.every_consent_was_given,
    about_photos.photos_leave_with_the_consent,
    about_reminders.each_reminder_comes_at_most_once,
    about_reminders.no_reminder_comes_unplanned,
    about_limits.limits_were_kept,
    about_limits.pauses_were_kept,
)


def wrongs(world: World) -> list[str]:
    """Return everything that is wrong in a finished world."""
    record = Record(world)
    found = [f"error: {each}" for each in world.reality.errors]
    for check in CHECKS:
        found += [f"{check.__name__}: {each}" for each in check(record)]
    if record.rows("PRAGMA foreign_key_check"):
        found.append("the database's references do not hold")
    return found
