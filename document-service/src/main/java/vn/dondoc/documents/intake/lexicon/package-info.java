/** Words of the office: how bodies are named, which verbs give somebody something to do, how a sentence calls upon somebody. */
@NullMarked
package vn.dondoc.documents.intake.lexicon;

import org.jspecify.annotations.NullMarked;
