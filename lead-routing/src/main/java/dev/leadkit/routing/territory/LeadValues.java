package dev.leadkit.routing.territory;

import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.StandardFields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a lead has of the values that a plan names, as numbers. For one thread; filled anew for each lead. */
final class LeadValues implements FieldValues.Found {

    private static final int PLAIN = 0x80;
    private static final int MOST_ACCOUNTS = 130;
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);

    private final Vocabulary vocabulary;
    private final Field<?>[] fields;
    private final @Nullable Object[] read;
    private final int country;
    private final int region;
    private final int postalCode;
    private final int industry;
    private final int sizeAt;
    private final int source;
    private final int company;
    private final int email;

    /** The lead's numbers by criterion; those of accounts stand in {@link #accounts}. */
    final int[] values = new int[Rule.VALUES];

    final int[] accounts = new int[MOST_ACCOUNTS];
    int accountsEnd;
    long postal;
    boolean hasSize;
    long size;

    LeadValues(Vocabulary vocabulary, TerritoryFields names) {
        this.vocabulary = vocabulary;
        this.fields = fields(names);
        this.read = new @Nullable Object[fields.length];
        country = at(StandardFields.COUNTRY);
        region = at(StandardFields.REGION);
        postalCode = at(StandardFields.POSTAL_CODE);
        industry = at(names.industry());
        sizeAt = at(names.size());
        source = at(StandardFields.SOURCE);
        company = at(StandardFields.COMPANY);
        email = at(StandardFields.EMAIL);
    }

    private static Field<?>[] fields(TerritoryFields names) {
        Field<?>[] fields = {
            StandardFields.COUNTRY,
            StandardFields.REGION,
            StandardFields.POSTAL_CODE,
            names.industry(),
            names.size(),
            StandardFields.SOURCE,
            StandardFields.COMPANY,
            StandardFields.EMAIL
        };
        Arrays.sort(fields, Comparator.comparing(Field::name));
        return fields;
    }

    private int at(Field<?> field) {
        return Arrays.asList(fields).indexOf(field);
    }

    @Override
    public void value(int index, Object value) {
        read[index] = value;
    }

    void read(FieldValues lead) {
        Arrays.fill(read, null);
        lead.find(fields, this);
        String code = text(country);
        int known = code == null ? Vocabulary.NONE : vocabulary.countries.find(code);
        values[Rule.COUNTRY] = known;
        values[Rule.REGION] = region(known, code);
        values[Rule.INDUSTRY] = find(vocabulary.industries, text(industry));
        values[Rule.SOURCE] = find(vocabulary.sources, text(source));
        String written = text(postalCode);
        boolean readable = known != Vocabulary.NONE && written != null;
        postal = readable ? vocabulary.format(known).read(written) : PostalFormat.NONE;
        readSize();
        readAccounts();
    }

    private @Nullable String text(int at) {
        return (String) read[at];
    }

    private static int find(Words words, @Nullable String text) {
        return text == null ? Words.NONE : words.find(text);
    }

    private int region(int known, @Nullable String code) {
        String text = text(region);
        return text == null || !vocabulary.hasRegions()
                ? Words.NONE
                : vocabulary.findRegion(text, known, Optional.ofNullable(code));
    }

    private void readSize() {
        hasSize = read[sizeAt] instanceof BigDecimal;
        if (read[sizeAt] instanceof BigDecimal number) {
            BigDecimal whole = number.scale() == 0 ? number : number.setScale(0, RoundingMode.FLOOR);
            size = whole.min(MOST).max(LEAST).longValue();
        }
    }

    private void readAccounts() {
        accountsEnd = 0;
        String name = text(company);
        if (name != null) {
            account(vocabulary.findCompany(name));
        }
        if (read[email] instanceof EmailAddress address && vocabulary.hasDomains()) {
            readDomains(address.value());
        }
    }

    private void readDomains(String address) {
        String folded = isPlain(address) ? address : FieldType.fold(address);
        int from = folded.lastIndexOf('@') + 1;
        while (from > 0 && accountsEnd < MOST_ACCOUNTS) {
            account(vocabulary.findDomain(folded, from));
            from = folded.indexOf('.', from) + 1;
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= PLAIN) {
                return false;
            }
        }
        return true;
    }

    private void account(int number) {
        if (number != Words.NONE) {
            accounts[accountsEnd++] = number;
        }
    }

    void forget() {
        Arrays.fill(read, null);
    }

    /** Whether the lead fulfils all of a rule but its condition. */
    boolean fulfil(Rule rule) {
        Rule.Scope scope = rule.scope;
        for (int value = 0; value < Rule.VALUES; value++) {
            if (scope.has(value) && !fulfil(value, scope.values()[value])) {
                return false;
            }
        }
        boolean codeFits = !rule.hasPostal() || (postal >= rule.postalFrom && postal <= rule.postalTo);
        return codeFits && fulfilSize(rule);
    }

    private boolean fulfil(int value, int[] wanted) {
        if (value != Rule.ACCOUNT) {
            return Arrays.binarySearch(wanted, values[value]) >= 0;
        }
        for (int i = 0; i < accountsEnd; i++) {
            if (Arrays.binarySearch(wanted, accounts[i]) >= 0) {
                return true;
            }
        }
        return false;
    }

    boolean fulfilSize(Rule rule) {
        SizeSpan span = rule.scope.size();
        return !rule.scope.hasSize() || (hasSize && size >= span.from() && size <= span.to());
    }
}
