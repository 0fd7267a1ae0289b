package dev.leadkit.lead;

import java.util.regex.Pattern;

/**
 * A phone number in the international form E.164. {@code toString} does not show it.
 *
 * @param e164 {@code +} and 2 to 15 digits, the first of them not 0
 */
public record PhoneNumber(String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

    /**
     * Makes a phone number.
     *
     * @param e164 the number in E.164
     * @throws IllegalArgumentException if it is not E.164; the message does not show it
     */
    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException(
                    "phone number must be E.164 (+ and 2 to 15 digits), was text of " + e164.length() + " characters");
        }
    }

    @Override
    public String toString() {
        return "PhoneNumber[hidden]";
    }
}
