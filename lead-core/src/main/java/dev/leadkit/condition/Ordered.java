package dev.leadkit.condition;

import dev.leadkit.lead.FieldType;

/** How keys are compared. */
final class Ordered {

    private Ordered() {}

    /** Both keys come from one ordered type, which the builder of the test has seen to. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static int compare(Comparable key, Object other) {
        return key.compareTo(other);
    }

    static String folded(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("text must have at least one character, was empty");
        }
        return FieldType.fold(text);
    }
}
