package dev.leadkit.examples.benchmarks.workload;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an attribute rule asks of a lead. Evaluated as it stands, it is the contender that knows no shortcut: a tree of
 * objects over a map.
 */
public sealed interface Ask {

    /**
     * Answers.
     *
     * @param lead the lead: a String or a BigDecimal for each attribute that is known
     * @return whether it is so; never of an attribute that is missing
     */
    boolean holds(Map<String, Object> lead);

    /**
     * Is one of some texts.
     *
     * @param attribute of which attribute
     * @param values the texts, all different
     */
    record OneOf(Attribute.Text attribute, List<String> values) implements Ask {

        @Override
        public boolean holds(Map<String, Object> lead) {
            return lead.get(attribute.name()) instanceof String text && values.contains(text);
        }
    }

    /**
     * Lies between two numbers, which are part of it.
     *
     * @param attribute of which attribute
     * @param low the least, or empty
     * @param high the greatest, or empty
     */
    record Range(Attribute.Amount attribute, Optional<BigDecimal> low, Optional<BigDecimal> high) implements Ask {

        @Override
        public boolean holds(Map<String, Object> lead) {
            return lead.get(attribute.name()) instanceof BigDecimal number
                    && (low.isEmpty() || number.compareTo(low.get()) >= 0)
                    && (high.isEmpty() || number.compareTo(high.get()) <= 0);
        }
    }

    /**
     * Has a part.
     *
     * @param attribute of which attribute
     * @param part the part
     */
    record Contains(Attribute.Text attribute, String part) implements Ask {

        @Override
        public boolean holds(Map<String, Object> lead) {
            return lead.get(attribute.name()) instanceof String text && text.contains(part);
        }
    }

    /**
     * Begins in some way.
     *
     * @param attribute of which attribute
     * @param start the beginning
     */
    record Prefix(Attribute.Text attribute, String start) implements Ask {

        @Override
        public boolean holds(Map<String, Object> lead) {
            return lead.get(attribute.name()) instanceof String text && text.startsWith(start);
        }
    }

    /**
     * All of some.
     *
     * @param parts the parts, each of another attribute
     */
    record All(List<Ask> parts) implements Ask {

        @Override
        public boolean holds(Map<String, Object> lead) {
            for (Ask part : parts) {
                if (!part.holds(lead)) {
                    return false;
                }
            }
            return true;
        }
    }
}
