package vn.dondoc.reporting.form.mongo;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.messaging.outbox.Outbox;
import vn.dondoc.reporting.form.Forms;
import vn.dondoc.reporting.form.ReportForm;

@Repository
class MongoForms implements Forms {

    private final AggregateStore<ReportForm, Never> store;

    /** A form is nobody else's news: no event exists. */
    private enum Never {}

    private record FormDocument(String code, String province, String name, List<ReportForm.DataElement> elements) {

        static FormDocument from(ReportForm it) {
            return new FormDocument(it.code(), it.province(), it.name(), it.elements());
        }

        ReportForm toForm() {
            return new ReportForm(code, province, name, elements);
        }
    }

    MongoForms(Outbox outbox) {
        this.store =
                outbox.storeOf("forms", FormDocument.class, FormDocument::from, FormDocument::toForm, (id, never) -> {
                    throw new IllegalStateException("forms publish nothing");
                });
    }

    @Override
    public Optional<Versioned<ReportForm>> find(AccessScope scope, String province, String code) {
        return store.find(id(province, code), scope.provinceInSight());
    }

    @Override
    public Receipt define(AccessScope scope, ReportForm form, Command command) {
        String id = id(form.province(), form.code());
        if (store.find(id, scope.provinceInSight()).isEmpty()) {
            return store.create(id, form.province(), command, () -> Decision.quietly(form));
        }
        return store.handle(
                "biểu mẫu",
                id,
                scope.provinceInSight(),
                command,
                it -> it.state().equals(form) ? Decision.nothing(form) : Decision.quietly(form));
    }

    private static String id(String province, String code) {
        return province + "/" + code;
    }
}
