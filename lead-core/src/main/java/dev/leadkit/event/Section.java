package dev.leadkit.event;

import dev.leadkit.lead.FieldValues;

/** Keeps personal data and the rest apart. */
final class Section {

    private Section() {}

    static void check(FieldValues facts, FieldValues personal) {
        if (facts.hasPersonal() || personal.hasSkeleton()) {
            throw new IllegalArgumentException("personal fields must be in the personal section and no others, facts "
                    + facts + ", personal " + personal);
        }
    }
}
