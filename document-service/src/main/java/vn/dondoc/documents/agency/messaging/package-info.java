/** The catalogue as published events. */
@NullMarked
package vn.dondoc.documents.agency.messaging;

import org.jspecify.annotations.NullMarked;
