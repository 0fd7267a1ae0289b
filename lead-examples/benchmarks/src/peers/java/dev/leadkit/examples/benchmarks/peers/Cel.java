package dev.leadkit.examples.benchmarks.peers;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.leadkit.examples.benchmarks.contest.Lane;
import dev.leadkit.examples.benchmarks.workload.Attribute;
import dev.leadkit.examples.benchmarks.workload.Person;
import dev.leadkit.examples.benchmarks.workload.RuleSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * CEL with its planner, a program for each rule, over maps that have all attributes: an empty text or NaN where one is missing. What an event rule
 * found is put into the map before its program runs.
 */
final class Cel implements Lane {

    private static final Phrases PHRASES = new Phrases(" && ", " || ", "\"", false);
    private static final String FIRES = "fires";

    private final Account account;
    private final PeerLead[] leads;
    private final List<Map<String, Object>> maps;
    private final CelRuntime.Program[] programs;
    private final int attributes;

    Cel(RuleSet rules, List<Person> people) {
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder().addVar(FIRES, SimpleType.BOOL);
        Attribute.texts().forEach(text -> builder.addVar(text.name(), SimpleType.STRING));
        Attribute.numbers().forEach(number -> builder.addVar(number.name(), SimpleType.DOUBLE));
        CelCompiler compiler = builder.build();
        CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();
        this.account = new Account(rules);
        this.leads = Peers.leads(rules, people);
        this.maps = people.stream().map(Cel::map).toList();
        this.attributes = rules.attributes().size();
        this.programs = new CelRuntime.Program[attributes + rules.events().size()];
        for (int i = 0; i < programs.length; i++) {
            String source = i < attributes ? PHRASES.of(rules.attributes().get(i).when()) : FIRES;
            programs[i] = program(compiler, runtime, source);
        }
    }

    private static CelRuntime.Program program(CelCompiler compiler, CelRuntime runtime, String source) {
        try {
            return runtime.createProgram(compiler.compile(source).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException(source, e);
        }
    }

    private static Map<String, Object> map(Person person) {
        Map<String, Object> map = new HashMap<>();
        for (Attribute.Text attribute : Attribute.texts()) {
            String text = person.text(attribute.place());
            map.put(attribute.name(), text == null ? "" : text);
        }
        for (Attribute.Amount attribute : Attribute.numbers()) {
            map.put(attribute.name(), person.number(attribute.place()));
        }
        return map;
    }

    @Override
    public long sum(int from, int to) {
        try {
            long sum = 0;
            for (int i = from; i < to; i++) {
                sum += total(leads[i], maps.get(i));
            }
            return sum;
        } catch (CelEvaluationException e) {
            throw new IllegalStateException(e);
        }
    }

    private long total(PeerLead lead, Map<String, Object> map) throws CelEvaluationException {
        account.clear();
        for (int rule = 0; rule < attributes; rule++) {
            if (Boolean.TRUE.equals(programs[rule].eval(map))) {
                account.hit(rule);
            }
        }
        for (int rule = attributes; rule < programs.length; rule++) {
            map.put(FIRES, lead.fires(rule - attributes));
            if (Boolean.TRUE.equals(programs[rule].eval(map))) {
                account.add(rule - attributes, lead.unitsOf(rule - attributes));
            }
        }
        return account.total();
    }
}
