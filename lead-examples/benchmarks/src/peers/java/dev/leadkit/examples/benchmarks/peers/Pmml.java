package dev.leadkit.examples.benchmarks.peers;

import dev.leadkit.examples.benchmarks.workload.Ask;
import dev.leadkit.examples.benchmarks.workload.Attribute;
import dev.leadkit.examples.benchmarks.workload.AttributeRule;
import dev.leadkit.examples.benchmarks.workload.Group;
import dev.leadkit.examples.benchmarks.workload.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dmg.pmml.Apply;
import org.dmg.pmml.CompoundPredicate;
import org.dmg.pmml.Constant;
import org.dmg.pmml.DataDictionary;
import org.dmg.pmml.DataField;
import org.dmg.pmml.DataType;
import org.dmg.pmml.DerivedField;
import org.dmg.pmml.FieldRef;
import org.dmg.pmml.Header;
import org.dmg.pmml.MiningField;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.MiningSchema;
import org.dmg.pmml.OpType;
import org.dmg.pmml.PMML;
import org.dmg.pmml.Predicate;
import org.dmg.pmml.SimplePredicate;
import org.dmg.pmml.Target;
import org.dmg.pmml.Targets;
import org.dmg.pmml.TransformationDictionary;
import org.dmg.pmml.True;
import org.dmg.pmml.mining.MiningModel;
import org.dmg.pmml.mining.Segment;
import org.dmg.pmml.mining.Segmentation;
import org.dmg.pmml.scorecard.Characteristic;
import org.dmg.pmml.scorecard.Characteristics;
import org.dmg.pmml.scorecard.Scorecard;

/** Rules as PMML: a scorecard for each group, whose target has the group's limits, and a model that adds them up. */
final class Pmml {

    private final RuleSet rules;
    private final TransformationDictionary texts = new TransformationDictionary();
    private int derived;

    Pmml(RuleSet rules) {
        this.rules = rules;
    }

    PMML document() {
        DataDictionary fields = new DataDictionary();
        Attribute.texts()
                .forEach(text -> fields.addDataFields(new DataField(text.name(), OpType.CATEGORICAL, DataType.STRING)));
        Attribute.numbers()
                .forEach(number ->
                        fields.addDataFields(new DataField(number.name(), OpType.CONTINUOUS, DataType.DOUBLE)));
        List<Segment> segments = new ArrayList<>();
        for (int group = 0; group < rules.groups().size(); group++) {
            if (rules.isUsed(group)) {
                segments.add(new Segment(new True(), scorecard(group)).setId("group" + group));
            }
        }
        MiningModel sum = new MiningModel(MiningFunction.REGRESSION, schema())
                .setSegmentation(new Segmentation(Segmentation.MultipleModelMethod.SUM, segments));
        return new PMML("4.4", new Header(), fields)
                .setTransformationDictionary(texts)
                .addModels(sum);
    }

    private static MiningSchema schema() {
        MiningSchema schema = new MiningSchema();
        Attribute.all().forEach(attribute -> schema.addMiningFields(new MiningField(attribute.name())));
        return schema;
    }

    private Scorecard scorecard(int group) {
        Characteristics characteristics = new Characteristics();
        for (AttributeRule rule : rules.attributes()) {
            if (rule.group() == group) {
                characteristics.addCharacteristics(new Characteristic()
                        .addAttributes(
                                new org.dmg.pmml.scorecard.Attribute(predicate(rule.when()))
                                        .setPartialScore(rule.points()),
                                new org.dmg.pmml.scorecard.Attribute(new True()).setPartialScore(0)));
            }
        }
        Group limits = rules.groups().get(group);
        return new Scorecard(MiningFunction.REGRESSION, schema(), characteristics)
                .setInitialScore(0)
                .setUseReasonCodes(false)
                .setTargets(
                        new Targets().addTargets(new Target().setMin(limits.floor()).setMax(limits.cap())));
    }

    private Predicate predicate(Ask ask) {
        if (ask instanceof Ask.OneOf oneOf) {
            List<Predicate> values = oneOf.values().stream()
                    .<Predicate>map(value -> simple(oneOf.attribute(), SimplePredicate.Operator.EQUAL, value))
                    .toList();
            return joined(CompoundPredicate.BooleanOperator.OR, values);
        } else if (ask instanceof Ask.Range range) {
            Optional<Predicate> low = range.low()
                    .map(least -> simple(
                            range.attribute(), SimplePredicate.Operator.GREATER_OR_EQUAL, least.doubleValue()));
            Optional<Predicate> high = range.high()
                    .map(most ->
                            simple(range.attribute(), SimplePredicate.Operator.LESS_OR_EQUAL, most.doubleValue()));
            return joined(
                    CompoundPredicate.BooleanOperator.AND,
                    Stream.concat(low.stream(), high.stream()).toList());
        } else if (ask instanceof Ask.Contains contains) {
            return matches(contains.attribute(), Pattern.quote(contains.part()));
        } else if (ask instanceof Ask.Prefix prefix) {
            return matches(prefix.attribute(), "^" + Pattern.quote(prefix.start()));
        }
        return joined(
                CompoundPredicate.BooleanOperator.AND,
                ((Ask.All) ask).parts().stream().map(this::predicate).toList());
    }

    private static Predicate simple(Attribute attribute, SimplePredicate.Operator operator, Object value) {
        return new SimplePredicate(attribute.name(), operator, value);
    }

    private static Predicate joined(CompoundPredicate.BooleanOperator operator, List<Predicate> parts) {
        return parts.size() == 1 ? parts.get(0) : new CompoundPredicate(operator, parts);
    }

    private Predicate matches(Attribute attribute, String regex) {
        String name = "text" + derived++;
        Apply apply = new Apply("matches")
                .setMapMissingTo(false)
                .addExpressions(new FieldRef(attribute.name()), new Constant(regex).setDataType(DataType.STRING));
        texts.addDerivedFields(new DerivedField(name, OpType.CATEGORICAL, DataType.BOOLEAN, apply));
        return new SimplePredicate(name, SimplePredicate.Operator.EQUAL, true);
    }
}
