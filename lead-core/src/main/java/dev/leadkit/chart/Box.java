package dev.leadkit.chart;

/** A place in the picture, in units of the picture, the origin at the upper left. */
record Box(double x, double y, double width, double height) {}
