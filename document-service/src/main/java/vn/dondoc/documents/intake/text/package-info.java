/** The paper as text: characters that know where they stood, lines and columns, tables as rows with bars, the outline in its own numbering, sentences. Knows no word of what the paper is about. */
@NullMarked
package vn.dondoc.documents.intake.text;

import org.jspecify.annotations.NullMarked;
