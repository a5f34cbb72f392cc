"""Validates PDFs with page-validation and prints what fails: profile, file, rule and sentence, by tabs.

Usage: validate.py PROFILE[,PROFILE…] FILE…    The profiles are those of page-validation: ua1, 2a, …
"""

import sys

import page

# The package stops at a depth of 256, which an outline of 400 entries beside each other passes.
LIMITS = page.SafetyLimits(max_reference_depth=5000)


def main(profiles, files):
    for profile in profiles:
        for name in files:
            try:
                result = page.validate_pdf(name, profile=profile, limits=LIMITS)
            except page.PageError as error:
                print(profile, name, type(error).__name__, error, sep="\t")
                continue
            for failure in result.failures:
                print(profile, name, failure.rule_id, failure.message, sep="\t")
            if not result.is_compliant and not result.failures:
                print(profile, name, "not-compliant", "", sep="\t")
    print("validated", len(profiles) * len(files), sep="\t")


main(sys.argv[1].split(","), sys.argv[2:])
