/** The catalogue over HTTP. */
@NullMarked
package vn.dondoc.documents.agency.web;

import org.jspecify.annotations.NullMarked;
