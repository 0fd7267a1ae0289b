package dev.leadkit.routing.territory;

import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldLookup;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.StandardFields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What a lead has of the values that a plan names, as numbers. For one thread; filled anew for each lead. */
final class LeadValues implements FieldLookup.Found {

    private static final int UNREAD = -2;
    private static final int MOST_ACCOUNTS = 130;
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);

    private final Vocabulary vocabulary;
    private final Field<?>[] fields;
    private final FieldLookup lookup;
    private final @Nullable Object[] read;
    private final int country;
    private final int region;
    private final int postalCode;
    private final int industry;
    private final int sizeAt;
    private final int source;
    private final int company;
    private final int email;

    /** The numbers of the lead's accounts, as many as {@link #accounts()} says. */
    final int[] accounts = new int[MOST_ACCOUNTS];

    private final int[] values = new int[Rule.VALUES];
    private final IntConsumer domain = this::account;
    private int accountsEnd;
    private long postal;
    private boolean hasSize;
    private boolean isSizeRead;
    private long size;

    LeadValues(Vocabulary vocabulary, TerritoryFields names) {
        this.vocabulary = vocabulary;
        this.fields = fields(names);
        this.lookup = new FieldLookup(fields);
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

    /** Takes a lead up; what its values are is only asked when something depends on it. */
    void read(FieldValues lead) {
        Arrays.fill(read, null);
        lookup.find(lead, this);
        Arrays.fill(values, UNREAD);
        postal = UNREAD;
        accountsEnd = UNREAD;
        hasSize = read[sizeAt] instanceof BigDecimal;
        isSizeRead = false;
    }

    /** The number of a criterion's value, {@link Words#NONE} if the lead has none that the plan names. */
    int value(int value) {
        if (values[value] == UNREAD) {
            values[value] = number(value);
        }
        return values[value];
    }

    private int number(int value) {
        return switch (value) {
            case Rule.COUNTRY -> find(vocabulary.countries, text(country));
            case Rule.REGION -> region();
            case Rule.INDUSTRY -> find(vocabulary.industries, text(industry));
            default -> find(vocabulary.sources, text(source));
        };
    }

    /** The number of the postal code in the lead's country, {@link PostalFormat#NONE} without both. */
    long postal() {
        if (postal == UNREAD) {
            String written = text(postalCode);
            int known = value(Rule.COUNTRY);
            postal = written == null || known == Words.NONE
                    ? PostalFormat.NONE
                    : vocabulary.format(known).read(written);
        }
        return postal;
    }

    int accounts() {
        if (accountsEnd == UNREAD) {
            readAccounts();
        }
        return accountsEnd;
    }

    boolean hasSize() {
        return hasSize;
    }

    long size() {
        if (!isSizeRead && read[sizeAt] instanceof BigDecimal number) {
            BigDecimal whole = number.scale() == 0 ? number : number.setScale(0, RoundingMode.FLOOR);
            size = whole.min(MOST).max(LEAST).longValue();
            isSizeRead = true;
        }
        return size;
    }

    private @Nullable String text(int at) {
        return (String) read[at];
    }

    private static int find(Words words, @Nullable String text) {
        return text == null ? Words.NONE : words.find(text);
    }

    private int region() {
        String text = text(region);
        return text == null ? Words.NONE : vocabulary.findRegion(text, value(Rule.COUNTRY), text(country));
    }

    private void readAccounts() {
        accountsEnd = 0;
        String name = text(company);
        if (name != null && vocabulary.hasCompanies()) {
            account(vocabulary.findCompany(name));
        }
        if (read[email] instanceof EmailAddress address && vocabulary.hasDomains()) {
            vocabulary.domains.find(address.value(), domain);
        }
    }

    private void account(int number) {
        if (number != Words.NONE && accountsEnd < MOST_ACCOUNTS) {
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
            if (scope.has(value) && !fulfil(value, scope.values().get(value))) {
                return false;
            }
        }
        boolean codeFits = !rule.hasPostal() || (postal() >= rule.postalFrom && postal() <= rule.postalTo);
        return codeFits && fulfilSize(rule);
    }

    private boolean fulfil(int value, int[] wanted) {
        if (value != Rule.ACCOUNT) {
            return Arrays.binarySearch(wanted, value(value)) >= 0;
        }
        for (int i = 0; i < accounts(); i++) {
            if (Arrays.binarySearch(wanted, accounts[i]) >= 0) {
                return true;
            }
        }
        return false;
    }

    boolean fulfilSize(Rule rule) {
        SizeSpan span = rule.scope.size();
        return !rule.scope.hasSize() || (hasSize && size() >= span.from() && size() <= span.to());
    }
}
