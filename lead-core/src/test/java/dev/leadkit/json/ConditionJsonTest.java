package dev.leadkit.json;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.json.Faulty.faults;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.AgeCondition;
import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Conditions;
import dev.leadkit.event.Direction;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.StandardFields;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ConditionJsonTest {

    private static final Field<BigDecimal> EMPLOYEES = Field.number("employees");
    private static final Field<Boolean> SUBSCRIBED = Field.flag("subscribed");
    private static final FieldCatalog CATALOG = FieldCatalog.of(EMPLOYEES, SUBSCRIBED);

    private static Condition read(String text) {
        return JsonDocument.of(text.replace('\'', '"')).as("condition", json -> ConditionJson.read(json, CATALOG));
    }

    private static List<String> faultsOf(String text) {
        return faults(text.replace('\'', '"'), json -> ConditionJson.read(json, CATALOG)).stream()
                .map(fault -> fault.replace('"', '\''))
                .toList();
    }

    static Stream<Arguments> documents() {
        Field<String> country = StandardFields.COUNTRY;
        return Stream.of(
                Arguments.of("{'field':'country','is':'DE'}", field(country).is("DE")),
                Arguments.of(
                        "{'field':'country','in':['AT','De']}", field(country).in("De", "AT")),
                Arguments.of("{'field':'employees','is':50}", field(EMPLOYEES).is(new BigDecimal("50"))),
                Arguments.of(
                        "{'field':'subscribed','is':true}", field(SUBSCRIBED).is(true)),
                Arguments.of(
                        "{'all':[{'field':'employees','atLeast':100},{'field':'employees','lessThan':500.5}]}",
                        field(EMPLOYEES)
                                .atLeast(new BigDecimal("100"))
                                .and(field(EMPLOYEES).lessThan(new BigDecimal("500.50")))),
                Arguments.of(
                        "{'field':'employees','atLeast':1,'atMost':9}",
                        field(EMPLOYEES).between(BigDecimal.ONE, BigDecimal.valueOf(9))),
                Arguments.of(
                        "{'field':'jobTitle','contains':'VP of'}",
                        field(StandardFields.JOB_TITLE).contains("VP of")),
                Arguments.of(
                        "{'field':'jobTitle','startsWith':'Head'}",
                        field(StandardFields.JOB_TITLE).startsWith("Head")),
                Arguments.of(
                        "{'field':'jobTitle','matches':'^(CEO|CTO)$'}",
                        field(StandardFields.JOB_TITLE).matches("^(CEO|CTO)$")),
                Arguments.of(
                        "{'field':'email','present':true}",
                        field(StandardFields.EMAIL).isPresent()),
                Arguments.of(
                        "{'not':{'field':'email','present':false}}",
                        Conditions.not(field(StandardFields.EMAIL).isMissing())),
                Arguments.of(
                        "{'field':'capturedAt','atLeastAgo':'PT168H'}",
                        field(StandardFields.CAPTURED_AT).atLeastAgo(Duration.ofDays(7))),
                Arguments.of(
                        "{'field':'appointmentAt','atMostAhead':'PT1440H'}",
                        field(StandardFields.APPOINTMENT_AT).atMostAhead(Duration.ofDays(60))),
                Arguments.of(
                        "{'field':'appointmentAt','atLeastAhead':'PT1H','atMostAhead':'PT2H'}",
                        new AgeCondition(
                                StandardFields.APPOINTMENT_AT,
                                true,
                                Optional.of(Duration.ofHours(1)),
                                Optional.of(Duration.ofHours(2)))),
                Arguments.of("{'all':[]}", Conditions.always()),
                Arguments.of("{'any':[]}", Conditions.any()),
                Arguments.of(
                        "{'interaction':'email.opened','within':'PT720H','atLeast':3}",
                        interaction("email.opened").within(Duration.ofDays(30)).atLeast(3)),
                Arguments.of(
                        "{'interaction':'*','atLeast':0,'atMost':0}",
                        interaction().none()),
                Arguments.of(
                        "{'interaction':['form','visit'],'direction':'inbound','where':{'pages':{'atLeast':3},"
                                + "'bot':{'is':false},'code':{'is':'7'}},'atLeast':1}",
                        interaction("visit", "form")
                                .going(Direction.INBOUND)
                                .where(
                                        field(Field.number("pages")).atLeast(BigDecimal.valueOf(3)),
                                        field(Field.flag("bot")).is(false),
                                        field(Field.text("code")).is("7"))
                                .atLeast(1)),
                Arguments.of(
                        "{'interaction':'visit','where':{'day':{'atLeast':'2026-01-01','type':'date'},"
                                + "'count':{'present':true,'type':'number'}},'atLeast':1}",
                        interaction("visit")
                                .where(
                                        field(Field.date("day")).atLeast(LocalDate.of(2026, 1, 1)),
                                        field(Field.number("count")).isPresent())
                                .atLeast(1)),
                Arguments.of(
                        "{'interaction':'visit','where':[{'page':{'contains':'A'}},{'page':{'contains':'b'}}],'atLeast':1}",
                        interaction("visit")
                                .where(
                                        field(Field.text("page")).contains("A"),
                                        field(Field.text("page")).contains("b"))
                                .atLeast(1)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void documentIsReadAsItsConditionAndWrittenAsItself(String text, Condition condition) {
        assertThat(read(text)).isEqualTo(condition);
        assertThat(JsonText.line(ConditionJson.write(read(text))).replace('"', '\''))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'interaction':'visit'} | {'interaction':'visit','atLeast':1}",
                "{'interaction':'visit','atMost':2} | {'interaction':'visit','atLeast':0,'atMost':2}",
                "{'interaction':['*'],'atMost':0} | {'interaction':'*','atLeast':0,'atMost':0}",
                "{'field':'country','in':['DE']} | {'field':'country','is':'DE'}",
                "{'field':'country','is':'DE','in':null} | {'field':'country','is':'DE'}",
                "{'field':'employees','is':'5e1'} | {'field':'employees','is':50}",
                "{'field':'country','is':5} | {'field':'country','is':'5'}",
            })
    void otherSpellingsMeanTheSame(String text, String same) {
        assertThat(read(text)).isEqualTo(read(same));
        assertThat(JsonText.line(ConditionJson.write(read(text))).replace('"', '\''))
                .isEqualTo(same);
    }

    @Test
    void wordsAreTheAuthorsOwn() {
        assertThat(read("{'field':'country','is':'DE'}")).hasToString("country is DE");
        assertThat(read("{'field':'jobTitle','contains':'VP'}")).hasToString("jobTitle contains \"VP\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "5 | $: must be a condition, was 5. Write an object such as {'field': 'country', 'is': 'DE'}.",
                "{} | $: must be one condition, was an object. It needs one of the members all, any, not, field, interaction.",
                "{'feild':'country','is':'DE'} | $: must be one condition, was an object. Did you mean 'field' where it says"
                        + " 'feild'?",
                "{'all':[],'any':[]} | $: must be one condition, was an object. It has all and any.",
                "{'all':{}} | $.all: must be a list, was an object",
                "{'all':[],'an':1} | $.an: must be a known member, was 'an'. Known: all.",
                "{'any':[5]} | $.any[0]: must be a condition, was 5. Write an object such as {'field': 'country', 'is': 'DE'}.",
                "{'field':5,'is':'x'} | $.field: must be a text, was 5",
                "{'field':'contry','is':'x'} | $.field: must be a field of the catalog, was 'contry'. Did you mean 'country'?",
                "{'field':'country'} | $: must be one test of country, was an object. Add one of is, in, atLeast, moreThan, atMost,"
                        + " lessThan, contains, startsWith, matches, present.",
                "{'field':'country','iss':'x'} | $.iss: must be a known member, was 'iss'. Did you mean 'is'?",
                "{'field':'country','is':'x','in':['y']} | $: must be one test of country, was an object. It has is and in.",
                "{'field':'country','in':[]} | $.in: must be a list of at least one value, was a list",
                "{'field':'country','in':'x'} | $.in: must be a list, was 'x'",
                "{'field':'country','in':[{}]} | $.in[0]: must be a text, was an object",
                "{'field':'employees','is':'many'} | $.is: must be a number like the field employees, was 'many'",
                "{'field':'employees','atLeast':1e999999999} | $.atLeast: must be a number, was 1E+999999999",
                "{'field':'employees','contains':'1'} | $.contains: must be asked of a text, e-mail address or phone number, was '1'."
                        + " employees is a number.",
                "{'field':'country','atLeast':1} | $.atLeast: must be asked of a number, date or instant, was 1. country is a text.",
                "{'field':'country','contains':''} | $.contains: must be valid, was ''. Text must have at least one character, was"
                        + " empty.",
                "{'field':'country','present':'no'} | $.present: must be true or false, was 'no'",
                "{'field':'country','atLeastAgo':'P1D'} | $.field: must be a date or an instant, to ask how long ago it was, was"
                        + " 'country'. It is a text.",
                "{'field':'capturedAt','atLeastAgo':'1 day'} | $.atLeastAgo: must be a duration, was '1 day'. Write days, hours,"
                        + " minutes and seconds, such as 'P30D' or 'PT12H'.",
                "{'field':'capturedAt','atLeastAgo':'-P1D'} | $.atLeastAgo: must be a duration, was '-P1D'. Write days, hours,"
                        + " minutes and seconds, such as 'P30D' or 'PT12H'.",
                "{'field':'country','atMostAhead':'P1D'} | $.field: must be a date or an instant, to ask how far ahead it is, was"
                        + " 'country'. It is a text.",
                "{'field':'capturedAt','atMostAhead':'-P1D'} | $.atMostAhead: must be a duration, was '-P1D'. Write days, hours,"
                        + " minutes and seconds, such as 'P30D' or 'PT12H'.",
                "{'field':'capturedAt','atLeastAhead':'P1D','atmostAhead':'P9D'} | $.atmostAhead: must be a known member, was"
                        + " 'atmostAhead'. Did you mean 'atMostAhead'?",
                "{'field':'capturedAt','atMostAhed':'P9D'} | $.atMostAhed: must be a known member, was 'atMostAhed'. Did you"
                        + " mean 'atMostAhead'?",
                "{'field':'capturedAt','atMostAgo':'P3D','atMostAhead':'P3D'} | $: must be about the past or about what lies"
                        + " ahead, was an object. Write two conditions, within 'any'.",
                "{'field':'contractEnd','atMostAhead':'P3D'} | $.field: must be a field of the catalog, was 'contractEnd'",
                "{'interaction':[]} | $.interaction: must be at least one type, was a list. Write '*' for any.",
                "{'interaction':7} | $.interaction: must be the type of interactions, or a list of types, was 7. Write '*' for any.",
                "{'interaction':['*','visit']} | $.interaction: must be types or '*', not both, was a list",
                "{'interaction':'visit','atLeast':0} | $.atLeast: must be a whole number from 1 to 2147483647, was 0",
                "{'interaction':'visit','atLeast':5,'atMost':3} | $.atMost: must be a whole number from 5 to 2147483647, was 3",
                "{'interaction':'visit','atLeast':'x','atMost':3} | $.atLeast: must be a whole number from 0 to 2147483647, was 'x'",
                "{'interaction':'visit','direction':'inbund'} | $.direction: must be a known word, was 'inbund'. Did you mean"
                        + " 'inbound'?",
                "{'interaction':'visit','where':7} | $.where: must be an object, was 7",
                "{'interaction':'visit','where':{'pages':3}} | $.where.pages: must be an object, was 3",
                "{'interaction':'visit','where':{'pages':{'type':'numbr','is':3}}} | $.where.pages.type: must be a known word, was"
                        + " 'numbr'. Did you mean 'number'?",
                "{'interaction':'visit','where':{'a b':{'is':3}}} | $.where['a b']: must be the test of a property, was an object."
                        + " A property's name is a letter and letters, digits, '_', '-' or '.'.",
                "{'interaction':'visit','within':'PT0S'} | $: must be valid, was an object. Within must be longer than nothing and"
                        + " at most 36525 days, was PT0S.",
            })
    void mistakeIsOneFaultAtItsPlace(String text, String fault) {
        assertThat(faultsOf(text)).containsExactly(fault);
    }

    @Test
    void tenMistakesAreTenFaults() {
        assertThat(faultsOf("""
                        {'all': [
                          {'field': 'contry', 'is': 'DE', 'wehn': 1},
                          {'any': [{'field': 'employees', 'atLeast': 'many', 'atMost': 'more'}, {'nott': {}}]},
                          {'not': {'field': 'country', 'contains': 7}},
                          {'interaction': 'visit', 'within': 'P1M', 'where': {'pages': {'iss': 3}, 'page': {'type': 'txt'}}},
                          {'field': 'subscribed', 'is': 'yes'}
                        ]}"""))
                .extracting(fault -> fault.substring(0, fault.indexOf(':')))
                .containsExactlyInAnyOrder(
                        "$.all[0].field",
                        "$.all[0].wehn",
                        "$.all[1].any[0].atLeast",
                        "$.all[1].any[0].atMost",
                        "$.all[1].any[1]",
                        "$.all[2].not.contains",
                        "$.all[3].within",
                        "$.all[3].where.pages.iss",
                        "$.all[3].where.page.type",
                        "$.all[4].is");
    }

    @Test
    void nestingIsLimited() {
        String deepest = "{'not':".repeat(Condition.DEEPEST) + "{'all':[]}" + "}".repeat(Condition.DEEPEST);
        assertThat(JsonText.line(ConditionJson.write(read(deepest))).replace('"', '\''))
                .isEqualTo(deepest);
        assertThat(faultsOf("{'not':" + deepest + "}"))
                .singleElement()
                .asString()
                .contains("nested at most 100 deep");
    }

    @Test
    void conditionOfAnotherParsersMapIsReadAsWell() {
        Map<String, ?> yaml = Map.of("field", "employees", "atLeast", 50);
        Condition condition = JsonDocument.of(yaml).as("condition", json -> ConditionJson.read(json, CATALOG));
        assertThat(condition).isEqualTo(field(EMPLOYEES).atLeast(new BigDecimal("50.0")));
    }

    @Test
    void typeOfAPropertyIsKeptWhereNoOperandTellsIt() {
        assertThat(FieldType.all()).allSatisfy(type -> {
            Condition condition = interaction("visit")
                    .where(field(new Field<>("p", type, false)).isPresent())
                    .atLeast(1);
            Condition read = JsonDocument.of(ConditionJson.write(condition))
                    .as("condition", json -> ConditionJson.read(json, CATALOG));
            assertThat(read).isEqualTo(condition);
        });
    }
}
