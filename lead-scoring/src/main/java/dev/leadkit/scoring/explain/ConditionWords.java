package dev.leadkit.scoring.explain;

import dev.leadkit.condition.AgeCondition;
import dev.leadkit.condition.Condition;
import dev.leadkit.condition.FieldCondition;
import dev.leadkit.condition.FieldTest;
import dev.leadkit.condition.InteractionCondition;
import dev.leadkit.condition.InteractionFilter;
import dev.leadkit.event.Direction;
import dev.leadkit.lead.FieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts conditions in the words of a bundle. */
record ConditionWords(Words words) {

    String of(Condition condition) {
        if (condition instanceof Condition.All all) {
            return joined("and", "always", all.parts());
        }
        if (condition instanceof Condition.Any any) {
            return joined("or", "never", any.parts());
        }
        if (condition instanceof Condition.Not not) {
            return words.say("not", of(not.part()));
        }
        if (condition instanceof FieldCondition<?> asked) {
            return of(asked);
        }
        return condition instanceof AgeCondition age ? of(age) : of((InteractionCondition) condition);
    }

    private String joined(String key, String none, List<Condition> parts) {
        if (parts.isEmpty()) {
            return words.say(none);
        }
        return parts.size() == 1
                ? of(parts.get(0))
                : words.joined(key, parts.stream().map(this::bracketed).toList());
    }

    private String bracketed(Condition part) {
        boolean compound = (part instanceof Condition.All all && all.parts().size() > 1)
                || (part instanceof Condition.Any any && any.parts().size() > 1);
        return compound ? words.say("bracket", of(part)) : of(part);
    }

    private String of(FieldCondition<?> asked) {
        String field = words.name("field", asked.field().name());
        FieldTest test = asked.test();
        if (asked.field().personal() && !(test instanceof FieldTest.Present) && !(test instanceof FieldTest.Missing)) {
            // a rule that holds would tell the value that it asks for
            return words.say("personal", field);
        }
        if (test instanceof FieldTest.OneOf oneOf) {
            List<String> values = oneOf.words();
            return words.say(values.size() == 1 ? "is" : "oneOf", field, words.joined("list", values));
        }
        if (test instanceof FieldTest.Range range) {
            return words.joined("and", ends(field, range));
        }
        if (test instanceof FieldTest.Contains contains) {
            return words.say("contains", field, contains.part());
        }
        if (test instanceof FieldTest.Prefix prefix) {
            return words.say("startsWith", field, prefix.start());
        }
        if (test instanceof FieldTest.Matches matches) {
            return words.say("matches", field, matches.expression().regex());
        }
        return words.say(test instanceof FieldTest.Present ? "present" : "missing", field);
    }

    private List<String> ends(String field, FieldTest.Range range) {
        List<String> ends = new ArrayList<>();
        range.low().ifPresent(low -> ends.add(words.say(low.inclusive() ? "atLeast" : "moreThan", field, value(low))));
        range.high()
                .ifPresent(high -> ends.add(words.say(high.inclusive() ? "atMost" : "lessThan", field, value(high))));
        return ends;
    }

    private String value(FieldTest.Bound bound) {
        return bound.key() instanceof BigDecimal number
                ? FieldType.NUMBER.format(number).replace(".", words.say("decimal"))
                : bound.key().toString();
    }

    private String of(AgeCondition age) {
        String field = words.name("field", age.field().name());
        List<String> ends = new ArrayList<>();
        age.atLeast()
                .ifPresent(least ->
                        ends.add(words.say(age.ahead() ? "atLeastAhead" : "atLeastAgo", field, words.span(least))));
        age.atMost()
                .ifPresent(most ->
                        ends.add(words.say(age.ahead() ? "atMostAhead" : "atMostAgo", field, words.span(most))));
        return words.joined("and", ends);
    }

    private String of(InteractionCondition count) {
        String counted = counted(count, of(count.filter()));
        return count.within()
                .map(window -> words.say("within", counted, words.span(window)))
                .orElse(counted);
    }

    private String counted(InteractionCondition count, String what) {
        String least = String.valueOf(count.atLeast());
        if (count.atMost().isEmpty()) {
            return words.say("count.atLeast", what, least);
        }
        int most = count.atMost().getAsInt();
        if (most == 0) {
            return words.say("count.none", what);
        }
        if (most == count.atLeast()) {
            return words.say("count.exactly", what, least);
        }
        return count.atLeast() == 0
                ? words.say("count.atMost", what, String.valueOf(most))
                : words.say("count.between", what, least, String.valueOf(most));
    }

    String of(InteractionFilter filter) {
        List<String> types = filter.types().stream()
                .map(type -> words.name("interaction", type))
                .toList();
        String which = types.isEmpty() ? words.say("interaction") : words.joined("or", types);
        Optional<Direction> way = filter.direction();
        String directed = way.map(to -> words.say(to == Direction.INBOUND ? "inbound" : "outbound", which))
                .orElse(which);
        List<String> asked = filter.properties().stream().map(this::of).toList();
        return asked.isEmpty() ? directed : words.say("where", directed, words.joined("and", asked));
    }
}
