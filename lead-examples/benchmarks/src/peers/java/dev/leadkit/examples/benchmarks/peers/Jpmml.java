package dev.leadkit.examples.benchmarks.peers;

import dev.leadkit.examples.benchmarks.contest.Lane;
import dev.leadkit.examples.benchmarks.workload.Attribute;
import dev.leadkit.examples.benchmarks.workload.Person;
import dev.leadkit.examples.benchmarks.workload.RuleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jpmml.evaluator.Computable;
import org.jpmml.evaluator.Evaluator;
import org.jpmml.evaluator.InputField;
import org.jpmml.evaluator.ModelEvaluatorBuilder;
import org.jspecify.annotations.Nullable;

/** PMML scorecards evaluated by JPMML, from values that are prepared beforehand. They cannot say what event rules say. */
final class Jpmml implements Lane {

    private final Evaluator evaluator;
    private final List<Map<String, @Nullable Object>> leads = new ArrayList<>();

    Jpmml(RuleSet rules, List<Person> people) {
        if (!rules.events().isEmpty()) {
            throw new IllegalArgumentException("rules must be about attributes alone");
        }
        evaluator = new ModelEvaluatorBuilder(new Pmml(rules).document()).build();
        for (Person person : people) {
            Map<String, @Nullable Object> raw = new HashMap<>();
            Attribute.texts().forEach(text -> raw.put(text.name(), person.text(text.place())));
            Attribute.numbers().forEach(number -> raw.put(number.name(), known(person.number(number.place()))));
            Map<String, @Nullable Object> prepared = new HashMap<>();
            for (InputField field : evaluator.getInputFields()) {
                prepared.put(field.getName(), field.prepare(raw.get(field.getName())));
            }
            leads.add(prepared);
        }
    }

    private static @Nullable Object known(double number) {
        return Double.isNaN(number) ? null : number;
    }

    @Override
    public long sum(int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            Object total = evaluator.evaluate(leads.get(i)).values().iterator().next();
            Object number = total instanceof Computable computable ? computable.getResult() : total;
            sum += Math.round(((Number) number).doubleValue()) * 1_000L;
        }
        return sum;
    }
}
