package vn.dondoc.documents.directive.mongo;

import org.springframework.stereotype.Component;
import vn.dondoc.documents.directive.Finding;
import vn.dondoc.messaging.outbox.EarlierForm;

/** Findings were one text in both languages. */
@Component
class EarlierFinding implements EarlierForm<String, Finding> {

    @Override
    public Finding convert(String kept) {
        return Finding.kept(kept);
    }
}
