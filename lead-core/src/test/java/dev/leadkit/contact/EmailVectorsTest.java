package dev.leadkit.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The graded addresses of isemail 3.05, against the profile of {@link EmailSyntax}. */
@DisplayName("Of the isemail addresses")
final class EmailVectorsTest {

    private static final Pattern VECTOR = Pattern.compile(
            "<test id=\"(\\d+)\">\\s*(?:<address>(.*?)</address>|<address/>).*?"
                    + "<category>(\\w+)</category>\\s*<diagnosis>(\\w+)</diagnosis>",
            Pattern.DOTALL);
    private static final Pattern ENTITY = Pattern.compile("&(#x?)?(\\w+);");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

    private static List<Vector> vectors = List.of();

    /** One address with its grade. */
    private record Vector(int id, String address, String category, String diagnosis) {

        List<EmailRule> broken() {
            List<EmailRule> broken = new ArrayList<>();
            boolean empty = EmailSyntax.read(address, broken::add).isEmpty();
            assertThat(broken).as(toString()).hasSize(empty ? 1 : 0);
            return broken;
        }
    }

    @BeforeAll
    static void read() throws IOException {
        String xml = Files.readString(SharedData.file("isemail/tests-3.05.xml"));
        List<Vector> found = new ArrayList<>();
        Matcher matcher = VECTOR.matcher(xml);
        while (matcher.find()) {
            String address = matcher.group(2) == null ? "" : decoded(matcher.group(2));
            found.add(new Vector(Integer.parseInt(matcher.group(1)), address, matcher.group(3), matcher.group(4)));
        }
        vectors = List.copyOf(found);
        assertThat(vectors).hasSize(164);
    }

    /** Entities as XML has them; the pictures of controls stand for the controls. */
    private static String decoded(String xml) {
        String text = ENTITY.matcher(xml).replaceAll(match -> {
            String base = match.group(1);
            String character = base == null
                    ? NAMED.get(match.group(2))
                    : Character.toString(Integer.parseInt(match.group(2), base.length() == 2 ? 16 : 10));
            return Matcher.quoteReplacement(character);
        });
        StringBuilder controls = new StringBuilder();
        text.chars().forEach(c -> controls.append((char) (c >= 0x2400 && c < 0x2420 ? c - 0x2400 : c)));
        return controls.toString();
    }

    @Test
    @DisplayName("exactly the valid ones and those with a quoted local part are taken, a top-level domain alone is not")
    void exactlyTheProfileIsTaken() {
        Set<Integer> expected = new TreeSet<>();
        Set<Integer> taken = new TreeSet<>();
        for (Vector vector : vectors) {
            boolean good = Set.of("ISEMAIL_VALID_CATEGORY", "ISEMAIL_DNSWARN").contains(vector.category())
                    || vector.diagnosis().equals("ISEMAIL_RFC5321_QUOTEDSTRING");
            // graded valid because a server once answered for "io"; without asking it is like any other of one label
            boolean alone = vector.address().equals("test@io");
            if (good && !alone) {
                expected.add(vector.id());
            }
            if (vector.broken().isEmpty()) {
                taken.add(vector.id());
            }
        }

        assertThat(taken).isEqualTo(expected).hasSizeGreaterThan(20);
    }

    @Test
    @DisplayName("each refused one is refused by the rule for what it is")
    void theRuleFitsTheDiagnosis() {
        Map<String, Set<EmailRule>> rules = new TreeMap<>();
        vectors.forEach(vector -> rules.computeIfAbsent(vector.diagnosis(), name -> new TreeSet<>())
                .addAll(vector.broken()));

        Map<String, Set<EmailRule>> expected = Map.ofEntries(
                Map.entry("ISEMAIL_ERR_NODOMAIN", Set.of(EmailRule.AT)),
                Map.entry("ISEMAIL_ERR_NOLOCALPART", Set.of(EmailRule.AT)),
                Map.entry("ISEMAIL_ERR_DOT_START", Set.of(EmailRule.LOCAL_DOTS, EmailRule.DOMAIN_DOTS)),
                Map.entry("ISEMAIL_ERR_DOT_END", Set.of(EmailRule.LOCAL_DOTS, EmailRule.DOMAIN_DOTS)),
                Map.entry("ISEMAIL_ERR_DOMAINHYPHENSTART", Set.of(EmailRule.DOMAIN_HYPHENS)),
                Map.entry("ISEMAIL_ERR_DOMAINHYPHENEND", Set.of(EmailRule.DOMAIN_HYPHENS)),
                Map.entry("ISEMAIL_ERR_UNCLOSEDQUOTEDSTR", Set.of(EmailRule.LOCAL_QUOTES)),
                Map.entry("ISEMAIL_DEPREC_LOCALPART", Set.of(EmailRule.LOCAL_QUOTES)),
                Map.entry("ISEMAIL_ERR_ATEXT_AFTER_QS", Set.of(EmailRule.LOCAL_QUOTES)),
                Map.entry("ISEMAIL_ERR_EXPECTING_QTEXT", Set.of(EmailRule.LOCAL_CHARACTERS)),
                Map.entry("ISEMAIL_ERR_EXPECTING_QPAIR", Set.of(EmailRule.LOCAL_CHARACTERS)),
                Map.entry("ISEMAIL_DEPREC_QTEXT", Set.of(EmailRule.LOCAL_CHARACTERS)),
                Map.entry("ISEMAIL_DEPREC_QP", Set.of(EmailRule.LOCAL_CHARACTERS)),
                Map.entry("ISEMAIL_CFWS_COMMENT", Set.of(EmailRule.COMMENT)),
                Map.entry("ISEMAIL_CFWS_FWS", Set.of(EmailRule.WHITE_SPACE)),
                Map.entry("ISEMAIL_DEPREC_FWS", Set.of(EmailRule.WHITE_SPACE)),
                Map.entry("ISEMAIL_RFC5321_ADDRESSLITERAL", Set.of(EmailRule.DOMAIN_LITERAL)),
                Map.entry("ISEMAIL_RFC5322_DOMAINLITERAL", Set.of(EmailRule.DOMAIN_LITERAL)),
                Map.entry("ISEMAIL_RFC5321_TLD", Set.of(EmailRule.DOMAIN_LABELS)),
                Map.entry("ISEMAIL_RFC5321_TLDNUMERIC", Set.of(EmailRule.TOP_LABEL)),
                Map.entry("ISEMAIL_RFC5322_LOCAL_TOOLONG", Set.of(EmailRule.LOCAL_LENGTH)),
                Map.entry("ISEMAIL_RFC5322_LABEL_TOOLONG", Set.of(EmailRule.LABEL_LENGTH)),
                Map.entry("ISEMAIL_RFC5322_DOMAIN", Set.of(EmailRule.DOMAIN_CHARACTERS)),
                Map.entry("ISEMAIL_RFC5322_TOOLONG", Set.of(EmailRule.LENGTH)),
                Map.entry("ISEMAIL_RFC5322_DOMAIN_TOOLONG", Set.of(EmailRule.LENGTH)));

        assertThat(rules).containsAllEntriesOf(expected);
    }
}
