package dev.leadkit.json;

import dev.leadkit.capture.ColumnName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** JSON Pointers, as RFC 6901 has them: the names from the top down, each after a slash. */
final class Pointer {

    private static final Pattern WRONG = Pattern.compile("^[^/]|~(?![01])");

    private Pointer() {}

    static boolean isPointer(String text) {
        return !WRONG.matcher(text).find();
    }

    /** The pointer to a member. */
    static String below(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The names of a pointer; none for the whole document. */
    static List<String> names(String pointer) {
        List<String> names = new ArrayList<>();
        for (String name : pointer.split("/", -1)) {
            names.add(name.replace("~1", "/").replace("~0", "~"));
        }
        return names.subList(1, names.size());
    }

    /** The pointer as a fault may show it: no further than to what could be a person's data. */
    static String shown(String pointer) {
        String start = pointer;
        while (!start.isEmpty() && ColumnName.path(start, "").isEmpty()) {
            start = start.substring(0, start.lastIndexOf('/'));
        }
        return start.equals(pointer) ? pointer : start + "/...";
    }

    /** What is below a pointer, where its name is better not said. */
    static String inside(String pointer) {
        String shown = shown(pointer);
        return shown.equals(pointer) ? shown + "/..." : shown;
    }
}
