/**
 * A file of any kind an office sends becomes text in one convention, or is refused with its reason. Responsible for
 * telling what a file is by its content, for reading it within limits, and for the legacy Vietnamese encodings; knows
 * nothing of what the text says, keeps nothing, and opens nothing that the file points to. Word files are read with the
 * JDK's own StAX and Inflater: of the format only paragraphs, tables, numbering and notes are wanted here, that is a few
 * hundred lines, where Apache POI brings a schema library of several megabytes and unpacks a package before it can be
 * counted. PDF and HTML are read with Apache PDFBox and jsoup, because their repair rules are the format.
 */
@NullMarked
package vn.dondoc.documents.format;

import org.jspecify.annotations.NullMarked;
