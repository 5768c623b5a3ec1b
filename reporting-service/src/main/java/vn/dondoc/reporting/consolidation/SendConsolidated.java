package vn.dondoc.reporting.consolidation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.file.Files;
import vn.dondoc.file.UploadedFile;
import vn.dondoc.reporting.form.Forms;
import vn.dondoc.reporting.form.ReportForm;
import vn.dondoc.reporting.obligation.ReportingAgencies;
import vn.dondoc.reporting.report.Author;

/** Sends a consolidated report onward, to the bodies to which it is owed, and keeps it as it went. */
@Component
public class SendConsolidated {

    private final Consolidate consolidate;
    private final Forms forms;
    private final ReportingAgencies agencies;
    private final SentReports sent;
    private final Files files;

    SendConsolidated(Consolidate consolidate, Forms forms, ReportingAgencies agencies, SentReports sent, Files files) {
        this.consolidate = consolidate;
        this.forms = forms;
        this.agencies = agencies;
        this.sent = sent;
        this.files = files;
    }

    /**
     * To whom.
     *
     * @param to codes of agencies of the province
     * @param outside bodies beyond the system, in words
     */
    public record Receivers(List<String> to, List<String> outside) {

        public Receivers {
            to = List.copyOf(to);
            outside = List.copyOf(outside);
        }
    }

    /**
     * Writes the document of the moment and sends it.
     *
     * @throws Failure.Invalid naming a receiver that there is not
     * @throws Failure.Forbidden if another agency leads the form
     */
    public Receipt send(
            AccessScope scope,
            Author by,
            Consolidate.Question question,
            Frame frame,
            Receivers receivers,
            Command command) {
        String sender = scope.agency();
        String id = UUID.nameUUIDFromBytes(command.key().getBytes(StandardCharsets.UTF_8))
                .toString();
        Optional<SentReport> before = sent.find(scope, id).map(Versioned::state);
        if (before.isPresent()) {
            // The same request again: whatever changed since, what went then is what was sent.
            return sent.send(scope, before.get(), command);
        }
        ReportForm form = forms.find(scope, scope.province(), question.form())
                .orElseThrow(() -> new Failure.NotFound("reporting.no-form", question.form()))
                .state();
        form.requireLead(scope);
        List<String> names = names(scope, receivers);
        String name = "bao-cao-" + question.form() + "-" + question.period().code() + ".docx";
        var file = UploadedFile.of(name, consolidate.document(scope, question, frame.alsoTo(names)));
        String fileId = file.idBeside(id);
        // The content first: what dies between leaves a content that nobody sees.
        files.keep(scope, fileId, scope.province(), file);
        var report = new SentReport(
                id,
                scope.province(),
                question.form(),
                form.name(),
                question.period().code(),
                question.agency(),
                question.basis(),
                sender,
                by.at(),
                frame.number(),
                receivers.to(),
                receivers.outside(),
                new SentReport.Document(fileId, name, file.content().length, file.sha256()),
                List.of());
        return sent.send(scope, report, command);
    }

    /** As they stand under «Nơi nhận». */
    private List<String> names(AccessScope scope, Receivers receivers) {
        List<Failure.Field> wrong = new ArrayList<>();
        List<String> names = new ArrayList<>();
        if (receivers.to().isEmpty() && receivers.outside().isEmpty()) {
            wrong.add(new Failure.Field("/to", "reporting.sent-to-nobody"));
        }
        for (int i = 0; i < receivers.to().size(); i++) {
            String code = receivers.to().get(i);
            String pointer = "/to/" + i;
            agencies.find(scope, code)
                    .ifPresentOrElse(
                            it -> names.add(it.name()),
                            () -> wrong.add(new Failure.Field(pointer, "reporting.no-agency", code)));
        }
        if (!wrong.isEmpty()) {
            throw new Failure.Invalid(wrong);
        }
        names.addAll(receivers.outside());
        return names;
    }
}
