/**
 * Looks at scoring models and scores from outside: what is wrong with a model before anybody uses it, what a lead's score would
 * be if something were different, whether a challenger is better than the champion, what a score was at any past instant, and
 * whether leads have changed since the model was made.
 */
@NullMarked
package dev.leadkit.scoring.review;

import org.jspecify.annotations.NullMarked;
