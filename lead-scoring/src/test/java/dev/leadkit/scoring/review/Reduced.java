package dev.leadkit.scoring.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Facts;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.Dimension;
import dev.leadkit.scoring.model.Disqualifier;
import dev.leadkit.scoring.model.Grading;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.NumberBand;
import dev.leadkit.scoring.model.NumberBands;
import dev.leadkit.scoring.model.NumberRule;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringRule;
import dev.leadkit.scoring.model.Worth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model whose rule gives no more points than a remark says that can count. */
final class Reduced {

    private static final Pattern PATH =
            Pattern.compile("dimensions\\[(\\d+)]\\.rules\\[(\\d+)](?:\\.bands\\[(\\d+)])?(\\.otherwise)?(\\.points)?");
    private static final Pattern LEFT = Pattern.compile("no more than (-?[0-9.]+) can count");

    private static final Pattern DISQUALIFIER = Pattern.compile("disqualify\\[(\\d+)]");

    private Reduced() {}

    /** Whether a remark says that something makes no difference. */
    static boolean isMeant(Remark remark) {
        return remark.kind() == Remark.Kind.RULE_IDLE
                || remark.kind() == Remark.Kind.POINTS_CUT
                || remark.kind() == Remark.Kind.OVERRULED;
    }

    /** Totals and grades are the same; only dimensions may differ, where a limit or a disqualifier of the whole hides it. */
    static void assertSame(Remark remark, List<Facts> leads, ScoringEngine engine, ScoringEngine reduced) {
        assertThat(leads).as("%s", remark).allSatisfy(lead -> {
            assertThat(reduced.score(lead).total()).isEqualTo(engine.score(lead).total());
            assertThat(reduced.score(lead).grade()).isEqualTo(engine.score(lead).grade());
        });
    }

    static ScoringModel by(Remark remark, ScoringModel model) {
        Matcher disqualifier = DISQUALIFIER.matcher(remark.path());
        if (disqualifier.matches()) {
            return without(Integer.parseInt(disqualifier.group(1)), model);
        }
        Matcher path = PATH.matcher(remark.path());
        assertThat(path.matches()).as("%s", remark).isTrue();
        Matcher left = LEFT.matcher(remark.sentence());
        Points points = left.find() ? Points.of(new BigDecimal(left.group(1))) : Points.ZERO;
        int d = Integer.parseInt(path.group(1));
        int r = Integer.parseInt(path.group(2));
        List<Dimension> dimensions = new ArrayList<>(model.dimensions());
        Dimension dimension = dimensions.get(d);
        List<ScoringRule> rules = new ArrayList<>(dimension.rules());
        rules.set(r, changed(rules.get(r), path, points));
        dimensions.set(d, new Dimension(dimension.name(), rules, dimension.groups(), dimension.limits()));
        return new ScoringModel(model.ref(), dimensions, model.limits(), model.grading(), model.zone());
    }

    private static ScoringModel without(int place, ScoringModel model) {
        List<Disqualifier> left = new ArrayList<>(model.grading().disqualifiers());
        left.remove(place);
        Grading grading = new Grading(model.grading().bands(), model.grading().matrix(), left);
        return new ScoringModel(model.ref(), model.dimensions(), model.limits(), grading, model.zone());
    }

    private static ScoringRule changed(ScoringRule rule, Matcher path, Points points) {
        if (rule instanceof ConditionRule condition) {
            return new ConditionRule(rule.id(), "", condition.when(), points);
        }
        if (rule instanceof InteractionRule each) {
            Worth worth = each.worth();
            return new InteractionRule(
                    rule.id(), "", each.each(), new Worth(points, worth.fading(), worth.most(), worth.limits()));
        }
        NumberRule number = (NumberRule) rule;
        boolean whole = path.group(3) == null && path.group(4) == null;
        List<NumberBand> bands = new ArrayList<>();
        for (NumberBand band : number.bands().bands()) {
            boolean meant = whole || String.valueOf(bands.size()).equals(path.group(3));
            bands.add(new NumberBand(band.range(), meant ? points : band.points()));
        }
        boolean otherwise = whole || path.group(4) != null;
        NumberBands left =
                new NumberBands(bands, otherwise ? points : number.bands().otherwise());
        return new NumberRule(rule.id(), "", number.field(), left, "");
    }
}
