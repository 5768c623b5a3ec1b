package vn.dondoc.reporting.form.mongo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.SearchWords;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;
import vn.dondoc.failure.Text;
import vn.dondoc.messaging.outbox.AggregateStore;
import vn.dondoc.messaging.outbox.Filters;
import vn.dondoc.messaging.outbox.Order;
import vn.dondoc.messaging.outbox.Outbox;
import vn.dondoc.reporting.form.Breakdown;
import vn.dondoc.reporting.form.Check;
import vn.dondoc.reporting.form.Condition;
import vn.dondoc.reporting.form.Forms;
import vn.dondoc.reporting.form.Outlier;
import vn.dondoc.reporting.form.ReportForm;
import vn.dondoc.reporting.form.Rule;

@Repository
class MongoForms implements Forms {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private static final String WORDS = "state.words";
    private static final Map<String, Order> ORDERS = Map.of("code", Order.BY_ID, "-code", Order.BY_ID.reversed());

    private final AggregateStore<ReportForm, Never> store;

    /** On the last evening thousands file the same few forms; another instance's change is seen a second later. */
    private final Cache<String, Versioned<ReportForm>> recent =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(MOST).build();

    /** A form is nobody else's news: no event exists. */
    private enum Never {}

    /** A check as it is stored: a condition, or a figure that is not to lie far out. */
    private record CheckDocument(
            String code,
            @Nullable String condition,
            @Nullable Outlier outlier,
            Check.Severity severity,
            String message) {

        static CheckDocument from(Check it) {
            return switch (it.rule()) {
                case Condition rule -> new CheckDocument(it.code(), rule.text(), null, it.severity(), it.message());
                case Outlier rule -> new CheckDocument(it.code(), null, rule, it.severity(), it.message());
            };
        }

        Check toCheck() {
            Rule rule = outlier != null ? outlier : Condition.parse("condition", Objects.requireNonNull(condition));
            return new Check(code, rule, severity, message);
        }
    }

    /** An element as it is stored; earlier forms had no kind and no bounds. */
    private record ElementDocument(
            String code,
            String name,
            String unit,
            ReportForm.DataElement.@Nullable Kind kind,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable Boolean required,
            @Nullable List<Breakdown> by) {

        static ElementDocument from(ReportForm.DataElement it) {
            return new ElementDocument(
                    it.code(), it.name(), it.unit(), it.kind(), it.min(), it.max(), it.required(), it.by());
        }

        ReportForm.DataElement toElement() {
            return new ReportForm.DataElement(
                    code,
                    name,
                    unit,
                    Objects.requireNonNullElse(kind, ReportForm.DataElement.Kind.DECIMAL),
                    min,
                    max,
                    Boolean.TRUE.equals(required),
                    by == null ? List.of() : by);
        }
    }

    private record FormDocument(
            String code,
            String province,
            String name,
            List<ElementDocument> elements,
            @Nullable List<ReportForm.TextElement> texts,
            @Nullable List<ReportForm.AttachmentElement> attachments,
            @Nullable List<CheckDocument> checks,
            @Nullable String lead,
            @Nullable List<String> approvers,
            List<String> words) {

        static FormDocument from(ReportForm it) {
            return new FormDocument(
                    it.code(),
                    it.province(),
                    it.name(),
                    it.elements().stream().map(ElementDocument::from).toList(),
                    it.texts(),
                    it.attachments(),
                    it.checks().stream().map(CheckDocument::from).toList(),
                    it.lead(),
                    it.approvers(),
                    SearchWords.in(it.code(), it.name()));
        }

        ReportForm toForm() {
            return new ReportForm(
                    code,
                    province,
                    name,
                    elements.stream().map(ElementDocument::toElement).toList(),
                    texts == null ? List.of() : texts,
                    attachments == null ? List.of() : attachments,
                    checks == null
                            ? List.of()
                            : checks.stream().map(CheckDocument::toCheck).toList(),
                    lead,
                    approvers == null ? List.of() : approvers);
        }
    }

    MongoForms(Outbox outbox) {
        this.store =
                outbox.storeOf("forms", FormDocument.class, FormDocument::from, FormDocument::toForm, (id, never) -> {
                    throw new IllegalStateException("forms publish nothing");
                });
        store.declareIndex(Order.BY_ID, "province");
        store.declareIndex(Order.BY_ID, "province", WORDS);
        store.storedAs(2);
    }

    @Override
    public Stretch<Versioned<ReportForm>> list(AccessScope scope, @Nullable String words, Window window) {
        Document query = new Document("province", scope.province());
        Filters.containing(query, WORDS, SearchWords.in(words));
        return store.list(query, ORDERS, window);
    }

    @Override
    public Optional<Versioned<ReportForm>> find(AccessScope scope, String province, String code) {
        String inSight = scope.provinceInSight();
        if (inSight != null && !inSight.equals(province)) {
            return Optional.empty();
        }
        String id = id(province, code);
        Versioned<ReportForm> known = recent.getIfPresent(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Versioned<ReportForm>> found = store.find(id, inSight);
        found.ifPresent(it -> recent.put(id, it));
        return found;
    }

    @Override
    public Receipt define(AccessScope scope, ReportForm form, Command command) {
        String id = id(form.province(), form.code());
        try {
            return defineStored(scope, id, form, command);
        } finally {
            recent.invalidate(id);
        }
    }

    private Receipt defineStored(AccessScope scope, String id, ReportForm form, Command command) {
        if (store.find(id, scope.provinceInSight()).isEmpty()) {
            return store.create(id, form.province(), command, () -> Decision.quietly(form));
        }
        return store.handle(
                Text.of("reporting.no-form", form.code()),
                id,
                scope.provinceInSight(),
                command,
                it -> it.state().equals(form) ? Decision.nothing(form) : Decision.quietly(form));
    }

    private static String id(String province, String code) {
        return province + "/" + code;
    }
}
