/**
 * What is wrong with something that was handed in: each {@link dev.leadkit.fault.Fault} says where, what was expected
 * and what was there; all of them are collected before anything is refused, once.
 */
@NullMarked
package dev.leadkit.fault;

import org.jspecify.annotations.NullMarked;
