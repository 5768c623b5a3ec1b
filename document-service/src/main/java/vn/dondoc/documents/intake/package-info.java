/** From the text of a document to what it says, one class per thing read. Responsible for grammar and layout; knows no agency by code and keeps nothing. */
@NullMarked
package vn.dondoc.documents.intake;

import org.jspecify.annotations.NullMarked;
