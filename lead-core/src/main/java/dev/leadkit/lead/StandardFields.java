package dev.leadkit.lead;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The fields that every catalog has. Those of {@link #kept()} are kept by the library and cannot be captured. */
public final class StandardFields {

    /** Given name. */
    public static final Field<String> FIRST_NAME = Field.text("firstName").asPersonal();
    /** Family name. */
    public static final Field<String> LAST_NAME = Field.text("lastName").asPersonal();
    /** The address that mail goes to. */
    public static final Field<EmailAddress> EMAIL = new Field<>("email", FieldType.EMAIL, true);
    /** The number that is called. */
    public static final Field<PhoneNumber> PHONE = new Field<>("phone", FieldType.PHONE, true);
    /** The organisation that the person works for. */
    public static final Field<String> COMPANY = Field.text("company");
    /** What the person does there. */
    public static final Field<String> JOB_TITLE = Field.text("jobTitle");
    /** ISO 3166-1 alpha-2 code of the country. */
    public static final Field<String> COUNTRY = Field.text("country");
    /** State, province or region within the country. */
    public static final Field<String> REGION = Field.text("region");
    /** City or town. */
    public static final Field<String> CITY = Field.text("city");
    /** Postal code as written in the country. */
    public static final Field<String> POSTAL_CODE = Field.text("postalCode");
    /** Where the lead came from, such as {@code Google}. */
    public static final Field<String> SOURCE = Field.text("source");
    /** The campaign that brought the lead. */
    public static final Field<String> CAMPAIGN = Field.text("campaign");

    /** How the person wants to be reached: the name of a {@link Channel}. */
    public static final Field<String> PREFERRED_CHANNEL = Field.text("preferredChannel");
    /** When the appointment shall be that the person asked for last. */
    public static final Field<Instant> APPOINTMENT_AT = Field.instant("appointmentAt");

    /** When the lead was captured; missing while nothing says when. Kept by the library. */
    public static final Field<Instant> CAPTURED_AT = Field.instant("capturedAt");
    /** The stage that the lead is in. Kept by the library. */
    public static final Field<String> STAGE = Field.text("stage");
    /** When the lead entered its stage. Kept by the library. */
    public static final Field<Instant> STAGE_SINCE = Field.instant("stageSince");
    /** The rep who owns the lead. Kept by the library. */
    public static final Field<String> OWNER = Field.text("owner");

    /** The total of the lead's latest score. Kept by the library. */
    public static final Field<BigDecimal> SCORE = Field.number("score");
    /** The grade of the lead's latest score. Kept by the library. */
    public static final Field<String> GRADE = Field.text("grade");

    private static final List<Field<?>> CAPTURED = List.of(
            FIRST_NAME,
            LAST_NAME,
            EMAIL,
            PHONE,
            COMPANY,
            JOB_TITLE,
            COUNTRY,
            REGION,
            CITY,
            POSTAL_CODE,
            SOURCE,
            CAMPAIGN,
            PREFERRED_CHANNEL,
            APPOINTMENT_AT);
    private static final List<Field<?>> KEPT = List.of(CAPTURED_AT, STAGE, STAGE_SINCE, OWNER, SCORE, GRADE);

    private StandardFields() {}

    /**
     * The standard fields that a submission may fill.
     *
     * @return the fields, always in the same order
     */
    public static List<Field<?>> captured() {
        return CAPTURED;
    }

    /**
     * The fields that the library keeps itself, from the lead's events.
     *
     * @return the fields, always in the same order
     */
    public static List<Field<?>> kept() {
        return KEPT;
    }
}
