package dev.leadkit.capture;

import dev.leadkit.lead.FieldType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The converter of yes and no, in words that a mapping may choose. */
final class FlagConverter {

    private static final List<String> TRUE = List.of("true", "yes", "y", "1", "on");
    private static final List<String> FALSE = List.of("false", "no", "n", "0", "off");

    private FlagConverter() {}

    static Converter<Boolean> make(ConverterParameters parameters) {
        Set<String> yes = words(parameters, "true", TRUE);
        Set<String> no = words(parameters, "false", FALSE);
        Set<String> both = new HashSet<>(yes);
        both.retainAll(no);
        if (!both.isEmpty()) {
            parameters.refuse("false", "words that are not among those for true", both.size() + " that are");
        }
        return text -> {
            String word = FieldType.fold(TextConverters.clean(text));
            if (yes.contains(word)) {
                return Conversion.of(true);
            }
            return no.contains(word) ? Conversion.of(false) : Conversion.faulty("one of the words for yes and no");
        };
    }

    private static Set<String> words(ConverterParameters parameters, String name, List<String> otherwise) {
        return parameters.list(name).orElse(otherwise).stream()
                .map(word -> FieldType.fold(TextConverters.clean(word)))
                .collect(Collectors.toSet());
    }
}
