package dev.leadkit.chart;

/** The words of one bar: a label at the left, a note and a figure at the right. */
record Row(String label, String note, String figure) {

    /** The row as part of a sentence. */
    String spoken() {
        return label + ": " + figure + (note.isEmpty() ? "" : ", " + note);
    }
}
