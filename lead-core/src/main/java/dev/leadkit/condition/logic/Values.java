package dev.leadkit.condition.logic;

import dev.leadkit.condition.FieldTest;
import dev.leadkit.lead.FieldType;

/** Which values a field may have, by their keys. Immutable. */
interface Values {

    /** All values of a type. */
    static Values of(FieldType<?> type) {
        return type.isOrdered() ? new OrderedValues(Spans.ALL) : Texts.of(type);
    }

    /** Those for which a test that looks at the value turns out as wanted; maybe some more. */
    Values with(FieldTest test, Sign sign);

    /** Whether it is sure that there is none. */
    boolean isEmpty();

    /** Numbers, dates and instants. */
    record OrderedValues(Spans spans) implements Values {

        @Override
        public Values with(FieldTest test, Sign sign) {
            Spans wanted = Spans.ALL;
            if (test instanceof FieldTest.Range range) {
                wanted = Spans.of(range.low(), range.high());
            } else if (test instanceof FieldTest.OneOf oneOf) {
                wanted = Spans.points(oneOf.keys());
            }
            return new OrderedValues(spans.and(sign.holds() ? wanted : wanted.complement()));
        }

        @Override
        public boolean isEmpty() {
            return spans.isEmpty();
        }
    }
}
