/**
 * From the text of a document to what it says. Responsible for grammar and layout; knows no agency by code and keeps nothing.
 *
 * <p>A paper is read from the outside inwards. First as text ({@code text}): letters that know where they stood, lines joined to
 * paragraphs, columns apart, tables as rows with bars, the paper's own numbering as a tree. Then its frame ({@code head}):
 * number, date, who issued it, to whom, who signed, which other papers it names. Then what it asks for ({@code duty}): a heading
 * says who acts and by when for all that stands under it; a sentence tells somebody named to do something, or opens with a verb
 * of doing; its parts are duties of their own where another acts or another day holds; a table gives a duty per row; and what
 * changes another paper is told apart. Figures to be reached are read beside that ({@code target}). Who is named and what a verb of
 * doing is, stands in {@code lexicon}, whose lists a clerk can read; when, in {@code time}. At last the text is looked at once
 * more, for every time that it names ({@code account}): what is the limit of no duty and nothing else for a reason is found, for
 * the clerk to see.
 *
 * <p>No rule knows a document, a person or a place other than the provinces. What the rules do not know they leave out, and the
 * account says so; what they are unsure of carries a share that was counted (sureness). Rooms know only those below them, which a
 * test holds them to.
 */
@NullMarked
package vn.dondoc.documents.intake;

import org.jspecify.annotations.NullMarked;
