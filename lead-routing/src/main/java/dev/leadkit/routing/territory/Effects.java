package dev.leadkit.routing.territory;

import dev.leadkit.condition.Condition;
import dev.leadkit.fault.Fault;
import dev.leadkit.routing.territory.Effect.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts what an entry asks together with what it inherits, and says what is wrong with it. */
final class Effects {

    private static final String NOWHERE = "Together with what it inherits no lead can fulfil it.";

    private static final int[] NONE = {};

    private final Vocabulary vocabulary;
    private final Consumer<Fault> faults;
    private boolean sound;

    Effects(Vocabulary vocabulary, Consumer<Fault> faults) {
        this.vocabulary = vocabulary;
        this.faults = faults;
    }

    /** Both together; null after a fault. */
    @Nullable Effect both(Effect above, Criteria own, String path) {
        if (own.isEmpty()) {
            return above;
        }
        sound = true;
        int[][] values = new int[Rule.VALUES][];
        values[Rule.COUNTRY] = common(above, Rule.COUNTRY, countries(own, path), path + ".country");
        Optional<String> country = only(values[Rule.COUNTRY]).map(vocabulary::code);
        int[] regions = numbers(own.regions(), name -> vocabulary.region(name, country));
        values[Rule.REGION] = common(above, Rule.REGION, regions, path + ".region");
        values[Rule.ACCOUNT] = accounts(above, own, path);
        int[] industries = numbers(own.industries(), vocabulary.industries::add);
        values[Rule.INDUSTRY] = common(above, Rule.INDUSTRY, industries, path + ".industry");
        int[] sources = numbers(own.sources(), vocabulary.sources::add);
        values[Rule.SOURCE] = common(above, Rule.SOURCE, sources, path + ".source");
        List<Piece> postal = postal(above.postal(), own, only(values[Rule.COUNTRY]), path + ".postalCode");
        SizeSpan size = size(above.size(), own, path + ".size");
        Condition condition = condition(above.condition(), own.when(), path + ".when");
        return sound ? new Effect(new Choices(values), postal, size, condition) : null;
    }

    private void refuse(String path, String rule, String value, String hint) {
        sound = false;
        faults.accept(new Fault(path, rule, value, hint));
    }

    /** Nearly all entries have none or one of each, and there are very many entries. */
    private static int[] numbers(List<String> names, ToIntFunction<String> number) {
        return switch (names.size()) {
            case 0 -> NONE;
            case 1 -> new int[] {number.applyAsInt(names.get(0))};
            default -> names.stream().mapToInt(number).sorted().distinct().toArray();
        };
    }

    private static Optional<Integer> only(int[] numbers) {
        return numbers.length == 1 ? Optional.of(numbers[0]) : Optional.empty();
    }

    private int[] countries(Criteria own, String path) {
        for (String code : own.countries()) {
            if (!isCountry(code)) {
                refuse(path + ".country", "an ISO 3166-1 alpha-2 code", quoted(code), "Such as \"DE\".");
            }
        }
        List<String> codes = sound
                ? own.countries()
                : own.countries().stream().filter(Effects::isCountry).toList();
        return numbers(codes, vocabulary::country);
    }

    private static boolean isCountry(String code) {
        return code.length() == 2 && isCapital(code.charAt(0)) && isCapital(code.charAt(1));
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private int[] common(Effect above, int value, int[] own, String path) {
        int[] inherited = above.values().get(value);
        if (own.length == 0 || inherited.length == 0) {
            return own.length == 0 ? inherited : own;
        }
        int[] common = IntStream.of(own)
                .filter(number -> Arrays.binarySearch(inherited, number) >= 0)
                .toArray();
        if (common.length == 0) {
            refuse(path, "within what it inherits", "something else", NOWHERE);
        }
        return common;
    }

    private int[] accounts(Effect above, Criteria own, String path) {
        int[] inherited = above.values().get(Rule.ACCOUNT);
        if (!own.hasAccounts()) {
            return inherited;
        }
        String place = path + (own.companies().isEmpty() ? ".domain" : ".company");
        if (inherited.length > 0) {
            refuse(
                    place,
                    "named once only",
                    "named above as well",
                    "Name accounts in the entries or above, not in both.");
        }
        for (String name : own.companies()) {
            if (Vocabulary.companyKey(name).isEmpty()) {
                refuse(path + ".company", "a name with a letter or digit", quoted(name), "");
            }
        }
        int[] companies = numbers(own.companies(), vocabulary::company);
        int[] domains = numbers(own.domains(), vocabulary::domain);
        return domains.length == 0
                ? companies
                : IntStream.concat(IntStream.of(companies), IntStream.of(domains))
                        .sorted()
                        .toArray();
    }

    private @Nullable List<Piece> postal(
            @Nullable List<Piece> above, Criteria own, Optional<Integer> country, String path) {
        if (own.postalCodes().isEmpty()) {
            return above;
        }
        if (country.isEmpty()) {
            refuse(
                    path,
                    "in exactly one country",
                    own.postalCodes().get(0).text(),
                    "Say which country these codes are of.");
            return null;
        }
        PostalFormat format = vocabulary.format(country.get());
        List<Piece> pieces = new ArrayList<>(own.postalCodes().size());
        own.postalCodes().forEach(span -> piece(format, span, path).ifPresent(pieces::add));
        if (above == null || !sound) {
            return pieces;
        }
        List<Piece> common = common(above, pieces);
        if (common.isEmpty()) {
            refuse(path, "within what it inherits", own.postalCodes().get(0).text(), NOWHERE);
        }
        return common;
    }

    private Optional<Piece> piece(PostalFormat format, PostalSpan span, String path) {
        String from = span.from();
        String to = span.to();
        boolean exact = !span.isPrefix() && !span.isRange();
        if (!format.isPart(from) || !format.isPart(to) || (exact && format.digits() > from.length())) {
            String hint = exact ? "Write a beginning with a star, such as \"" + from + "*\"." : "";
            refuse(path, "codes of " + format.digits() + " digits", quoted(span.text()), hint);
            return Optional.empty();
        }
        long first = exact || span.isRange() ? format.firstOf(from) : format.first(from);
        long last = exact ? format.lastOf(from) : format.lastTo(to);
        if (from.length() != to.length()) {
            refuse(path, "a range between codes of one length", quoted(span.text()), "");
            return Optional.empty();
        }
        if (first > last) {
            refuse(
                    path,
                    "a range from the lower code to the higher",
                    quoted(span.text()),
                    "Did you mean \"" + to + ".." + from + "\"?");
            return Optional.empty();
        }
        return Optional.of(new Piece(span, first, last));
    }

    /** The parts of some pieces that lie in others; the others are put in order and joined first. */
    private static List<Piece> common(List<Piece> above, List<Piece> own) {
        List<Piece> joined = joined(above);
        List<Piece> common = new ArrayList<>();
        for (Piece piece : own) {
            for (int i = firstEndingFrom(joined, piece.from());
                    i < joined.size() && joined.get(i).from() <= piece.to();
                    i++) {
                long from = Math.max(piece.from(), joined.get(i).from());
                common.add(new Piece(
                        piece.span(), from, Math.min(piece.to(), joined.get(i).to())));
            }
        }
        return common;
    }

    private static int firstEndingFrom(List<Piece> joined, long place) {
        int low = 0;
        int high = joined.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (joined.get(middle).to() < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static List<Piece> joined(List<Piece> pieces) {
        List<Piece> joined = new ArrayList<>();
        List<Piece> byStart =
                pieces.stream().sorted(Comparator.comparingLong(Piece::from)).toList();
        for (Piece piece : byStart) {
            Piece before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null && piece.from() <= before.to() + 1) {
                joined.set(
                        joined.size() - 1, new Piece(before.span(), before.from(), Math.max(before.to(), piece.to())));
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }

    private SizeSpan size(SizeSpan above, Criteria own, String path) {
        if (own.size().isEmpty()) {
            return above;
        }
        SizeSpan span = own.size().get();
        if (span.isUpsideDown()) {
            refuse(path, "from the lower size to the higher", span.toString(), "");
            return above;
        }
        SizeSpan common = new SizeSpan(Math.max(span.from(), above.from()), Math.min(span.to(), above.to()));
        if (common.isUpsideDown()) {
            refuse(path, "within what it inherits", span.toString(), NOWHERE);
        }
        return common;
    }

    private @Nullable Condition condition(@Nullable Condition above, Optional<Condition> own, String path) {
        if (above == null || own.isEmpty()) {
            return own.orElse(above);
        }
        try {
            return above.and(own.get());
        } catch (IllegalArgumentException e) {
            refuse(path, "nested at most " + Condition.DEEPEST + " deep", "deeper", NOWHERE);
            return above;
        }
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
