package vn.dondoc.documents.directive;

import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;

/** From a paper to a draft: opened, read, refused if it may not be kept, and kept with its file. */
@Component
public class TakeInDocument {

    private final OpenDocument openDocument;
    private final ReadDocument reader;
    private final Directives directives;
    private final Originals originals;

    TakeInDocument(OpenDocument openDocument, ReadDocument reader, Directives directives, Originals originals) {
        this.openDocument = openDocument;
        this.reader = reader;
        this.directives = directives;
        this.originals = originals;
    }

    /** Takes in a text. */
    public Receipt text(AccessScope scope, String sourceName, String text, Command command) {
        var draft = Directive.drafted(scope.province(), reader.read(text), text, sourceName);
        return directives.draft(scope, draft, command);
    }

    /** Takes in a file; what its envelope says fills in what the paper leaves out. */
    public Receipt file(AccessScope scope, String name, byte[] content, Command command) {
        OpenDocument.Opened opened = openDocument.open(name, content);
        Reading read = reader.read(opened.text());
        Reading reading = read.completedWith(
                read.number() == null ? opened.number() : null,
                read.issueDate() == null ? opened.issueDate() : null,
                read.head().subject() == null ? opened.subject() : null);
        var draft = Directive.drafted(scope.province(), reading, opened.text(), name);
        Receipt receipt = directives.draft(scope, draft, command);
        originals.keep(
                scope, receipt.id(), scope.province(), new Originals.Original(name, opened.mediaType(), content));
        return receipt;
    }
}
