/**
 * The published language: what travels between services and to data teams. Responsible for the words and shapes of
 * events and for keeping them readable for ever; not responsible for how any service thinks inside. Only additions are
 * allowed within a version.
 */
@NullMarked
package vn.dondoc.contract;

import org.jspecify.annotations.NullMarked;
