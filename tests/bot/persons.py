"""Persons for each service: to what they say yes, what they have, and what they are told."""

WORKLESS = "of_working_age seeks_work lives_here"
TO_REGISTER = [
    (f"{WORKLESS} was_employed", "id_card job_end", "go"),
    (f"{WORKLESS} was_employed", "ss_card job_end", "go"),
    (f"{WORKLESS} was_employed", "id_card hukou", "missing job_end"),
    (f"{WORKLESS} new_graduate", "id_card grad_cert*", "missing grad_cert*"),
    (f"{WORKLESS} had_business agent", "id_card biz_cancel", "missing agent_id authorisation"),
    (f"{WORKLESS} had_business agent", "id_card biz_cancel agent_id", "missing authorisation"),
    (f"{WORKLESS} left_forces paper_certificate", "id_card discharge", "missing photo_2in"),
    (f"{WORKLESS} released", "id_card release", "go"),
    (WORKLESS, "id_card", "go"),
    (f"{WORKLESS} active_licence", "", "not here, active_licence → told why"),
    ("of_working_age has_work", "", "not here, has_work → told why"),
    ("of_working_age", "", "not here, seeks_work → told why"),
    ("of_working_age seeks_work", "", "not here, lives_here → told why"),
    ("", "", "not here, of_working_age → told why"),
    (f"{WORKLESS} had_business", "id_card", "missing biz_cancel"),
    (f"{WORKLESS} left_forces", "id_card discharge*", "missing discharge*"),
    (f"{WORKLESS} released agent", "id_card agent_id* authorisation", "missing release agent_id*"),
]
HARD = "registered_unemployed hardship_ground"
TO_BE_RECOGNISED = [
    ("", "", "not here, registered_unemployed → unemployment_registration"),
    ("registered_unemployed", "", "not here, hardship_ground → told why"),
    (f"{HARD} ground_without_paper", "id_card", "go"),
    (f"{HARD} disabled", "id_card", "missing disabled_cert"),
    (f"{HARD} low_income_family", "id_card low_income", "go"),
    (f"{HARD} land_taken", "id_card hukou", "missing land_proof"),
    (f"{HARD} zero_employment_family", "id_card hukou*", "missing hukou*"),
    (HARD, "", "not here, zero_employment_family → told why"),
    (f"{HARD} low_income_family", "id_card", "missing low_income"),
    (f"{HARD} disabled", "disabled_cert", "missing id_card"),
]
FLEXIBLE = "recognised_hard_to_employ flexible_work_registered paid_pension_self"
TO_BE_SUBSIDISED = [
    ("", "", "not here, recognised_hard_to_employ → hard_to_employ"),
    ("recognised_hard_to_employ", "", "not here, flexible_work_registered → told why"),
    (f"{FLEXIBLE} subsidy_used_up", "", "not here, subsidy_used_up → told why"),
    (FLEXIBLE, "id_card hukou flex_proof bank_card", "go"),
    (FLEXIBLE, "id_card hukou flex_proof contrib_proof", "missing bank_card"),
    (
        "recognised_hard_to_employ flexible_work_registered",
        "",
        "not here, paid_pension_self → told why",
    ),
]
TO_BE_INSURED = [
    ("employee_medical", "", "not here, employee_medical → told why"),
    ("", "", "not here, here_somehow → told why"),
    ("here_somehow registered_here", "id_card", "go"),
    ("here_somehow first_enrolment registered_here", "id_card", "missing hukou"),
    ("here_somehow newborn registered_here", "id_card hukou", "missing birth_cert agent_id"),
    ("here_somehow student_here", "id_card res_permit", "missing school_proof"),
    ("here_somehow registered_here premium_subsidised", "id_card", "missing low_income"),
    ("here_somehow", "id_card", "missing res_permit"),
    (
        "here_somehow registered_here enrols_for_another",
        "id_card agent_id*",
        "missing agent_id* authorisation",
    ),
    # Whoever enrols the own child shows the guardianship instead.
    (
        "here_somehow registered_here enrols_for_another",
        "id_card agent_id guardian_proof",
        "go",
    ),
]
TO_HAVE_A_PENSION = [
    ("", "", "not here, over_sixteen → told why"),
    ("over_sixteen at_school", "", "not here, at_school → told why"),
    ("over_sixteen employee_pension", "", "not here, employee_pension → told why"),
    ("over_sixteen", "", "not here, registered_here → told why"),
    ("over_sixteen registered_here", "id_card hukou bank_card", "go"),
    (
        "over_sixteen registered_here disabled",
        "id_card hukou bank_card*",
        "missing bank_card* disabled_cert",
    ),
    (
        "over_sixteen registered_here low_income_family agent",
        "id_card hukou bank_card low_income agent_id authorisation",
        "go",
    ),
    (
        "over_sixteen registered_here low_income_family",
        "id_card hukou bank_card",
        "missing low_income",
    ),
    (
        "over_sixteen registered_here agent",
        "id_card hukou bank_card",
        "missing agent_id authorisation",
    ),
]
PARENTS = "spouse_here up_to_third_child"
TO_REGISTER_A_BIRTH = [
    ("", "", "not here, spouse_here → told why"),
    ("spouse_here", "", "not here, up_to_third_child → told why"),
    (f"{PARENTS} married", "id_card hukou marriage_cert", "go"),
    (f"{PARENTS} married", "id_card", "missing hukou marriage_cert"),
    (f"{PARENTS} facts_unclear agent", "id_card hukou", "missing agent_id authorisation"),
    (f"{PARENTS} agent", "id_card hukou agent_id", "missing authorisation"),
]
ONE_CHILD = "has_only_child_certificate only_one_child"
TO_BE_REWARDED = [
    ("", "", "not here, has_only_child_certificate → told why"),
    ("has_only_child_certificate", "", "not here, only_one_child → told why"),
    (
        f"{ONE_CHILD} retired_or_sixty married",
        "id_card hukou only_child bank_card",
        "missing marriage_cert",
    ),
    (f"{ONE_CHILD} divorced", "id_card hukou only_child bank_card divorce_doc", "go"),
    (
        f"{ONE_CHILD} retired_or_sixty",
        "id_card hukou only_child* bank_card",
        "missing only_child*",
    ),
    (f"{ONE_CHILD} divorced", "id_card hukou only_child bank_card", "missing divorce_doc"),
]
POOR = "family_registered_here income_below_line agrees_to_check"
TO_LIVE = [
    ("", "", "not here, family_registered_here → told why"),
    ("family_registered_here", "", "not here, income_below_line → told why"),
    (
        "family_registered_here income_below_line wealth_above_limit",
        "",
        "not here, wealth_above_limit → told why",
    ),
    ("family_registered_here income_below_line", "", "not here, agrees_to_check → told why"),
    (POOR, "id_card hukou bank_card", "go"),
    (
        f"{POOR} illness_in_family disabled_in_family",
        "id_card hukou bank_card",
        "missing medical_rec disabled_cert",
    ),
    (
        f"{POOR} divorced agent",
        "id_card* hukou bank_card",
        "missing id_card* divorce_doc authorisation",
    ),
]
TO_BE_HELPED = [
    ("", "", "not here, essential_costs → minimum_living"),
    ("sudden_hardship helped_this_year", "", "not here, helped_this_year → told why"),
    ("sudden_hardship registered_here urgent_now", "id_card hukou bank_card", "go"),
    ("sudden_hardship registered_here", "id_card hukou bank_card", "missing hardship_proof"),
    ("essential_costs", "id_card hardship_proof bank_card", "missing res_permit"),
    ("sudden_hardship registered_here", "id_card hardship_proof bank_card", "missing hukou"),
]
TO_BE_EIGHTY = [
    ("", "", "not here, is_eighty → told why"),
    ("is_eighty", "", "not here, registered_here → told why"),
    ("is_eighty registered_here", "id_card hukou bank_card", "go"),
    (
        "is_eighty registered_here agent",
        "id_card hukou* bank_card authorisation",
        "missing hukou* agent_id",
    ),
    (
        "is_eighty registered_here agent",
        "id_card hukou bank_card agent_id",
        "missing authorisation",
    ),
]
TO_BE_SIXTY = [
    ("", "", "not here, is_sixty → told why"),
    ("is_sixty only_for_buses", "", "not here, only_for_buses → told why"),
    ("is_sixty registered_here", "hukou photo_1in", "go"),
    ("is_sixty", "id_card", "missing photo_1in res_permit"),
    ("is_sixty registered_here agent", "hukou photo_1in", "missing agent_id authorisation"),
    ("is_sixty registered_here agent", "hukou photo_1in agent_id", "missing authorisation"),
    ("is_sixty registered_here agent", "hukou photo_1in agent_id authorisation", "go"),
]
DISABLED = "registered_in_district condition_stable"
TO_BE_CERTIFIED = [
    ("", "", "not here, registered_in_district → told why"),
    ("registered_in_district", "", "not here, condition_stable → told why"),
    (f"{DISABLED} can_go_to_hospital", "id_card hukou photo_2in medical_rec", "go"),
    (
        f"{DISABLED} needs_guardian",
        "id_card hukou medical_rec",
        "missing photo_2in guardian_proof",
    ),
    (f"{DISABLED} agent", "id_card hukou photo_2in medical_rec agent_id authorisation", "go"),
    (f"{DISABLED} agent", "id_card hukou photo_2in medical_rec", "missing agent_id authorisation"),
    (
        f"{DISABLED} needs_guardian agent",
        "id_card hukou photo_2in medical_rec guardian_proof agent_id",
        "go",
    ),
]
NEWCOMER = "registered_in_other_city lived_half_year stable_ground"
TO_STAY = [
    ("", "", "not here, registered_in_other_city → told why"),
    ("registered_in_other_city", "", "not here, lived_half_year → told why"),
    ("registered_in_other_city lived_half_year", "", "not here, stable_ground → told why"),
    (f"{NEWCOMER} rents_home", "id_card photo_1in lease", "go"),
    (f"{NEWCOMER} owns_home by_job", "id_card photo_1in deed", "missing job_proof"),
    (f"{NEWCOMER} by_school", "id_card photo_1in school_proof", "missing host_proof"),
    (f"{NEWCOMER} agent", "", "not here, may_be_represented → told why"),
    (f"{NEWCOMER} agent may_be_represented", "", "not here, guardian_or_relative → told why"),
    (
        f"{NEWCOMER} rents_home agent may_be_represented guardian_or_relative",
        "id_card lease*",
        "missing photo_1in lease* agent_id kin_proof",
    ),
    (
        f"{NEWCOMER} rents_home agent may_be_represented guardian_or_relative",
        "id_card photo_1in lease agent_id guardian_proof",
        "go",
    ),
    (f"{NEWCOMER} owns_home", "id_card photo_1in", "missing deed"),
    (f"{NEWCOMER} rents_home by_school", "id_card photo_1in lease", "missing school_proof"),
]
TO_HAVE_A_LAWYER = [
    ("", "", "not here, no_means_test → told why"),
    ("aid_matter", "", "not here, means_short → told why"),
    ("no_means_test", "id_card evidence", "go"),
    ("aid_matter means_short", "id_card evidence", "go"),
    ("aid_matter means_known", "id_card evidence", "go"),
    (
        "aid_matter means_known low_income_family",
        "id_card evidence",
        "missing low_income",
    ),
    ("aid_matter no_means_test minor_or_incapable", "id_card", "missing evidence guardian_proof"),
    ("aid_matter means_short agent", "id_card evidence", "missing authorisation"),
]
TO_MAKE_PEACE = [
    ("", "", "not here, private_dispute → told why"),
    ("private_dispute other_side_refuses", "", "not here, other_side_refuses → told why"),
    ("private_dispute before_court", "", "not here, before_court → told why"),
    ("private_dispute", "id_card", "go"),
    ("private_dispute agent", "id_card evidence", "missing authorisation"),
]
TO_BE_HONOURED = [
    ("", "", "not here, veteran_or_survivor → told why"),
    ("veteran_or_survivor struck_off", "", "not here, struck_off → told why"),
    ("veteran_or_survivor file_registered", "id_card discharge photo_2in", "go"),
    ("veteran_or_survivor", "id_card discharge photo_2in", "missing hukou"),
    (
        "veteran_or_survivor file_registered incapable",
        "id_card discharge*",
        "missing discharge* photo_2in guardian_proof",
    ),
]
TO_RAISE_A_CHILD = [
    ("", "", "not here, child_under_three → told why"),
    ("child_under_three", "", "not here, child_registered_here → told why"),
    ("child_under_three child_registered_here", "id_card birth_cert hukou bank_card", "go"),
    (
        "child_under_three child_registered_here guardian_not_parent",
        "id_card birth_cert hukou bank_card",
        "missing guardian_proof",
    ),
]
PERSONS = {
    "unemployment_registration": TO_REGISTER,
    "hard_to_employ": TO_BE_RECOGNISED,
    "flexible_work_subsidy": TO_BE_SUBSIDISED,
    "resident_medical_insurance": TO_BE_INSURED,
    "resident_pension": TO_HAVE_A_PENSION,
    "birth_registration": TO_REGISTER_A_BIRTH,
    "one_child_parents": TO_BE_REWARDED,
    "minimum_living": TO_LIVE,
    "temporary_assistance": TO_BE_HELPED,
    "old_age_allowance": TO_BE_EIGHTY,
    "senior_card": TO_BE_SIXTY,
    "disability_certificate": TO_BE_CERTIFIED,
    "residence_permit": TO_STAY,
    "legal_aid": TO_HAVE_A_LAWYER,
    "mediation_application": TO_MAKE_PEACE,
    "veteran_card": TO_BE_HONOURED,
    "childcare_subsidy": TO_RAISE_A_CHILD,
}
