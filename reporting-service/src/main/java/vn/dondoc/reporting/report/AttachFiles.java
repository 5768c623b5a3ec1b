package vn.dondoc.reporting.report;

import org.springframework.stereotype.Component;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.failure.Failure;
import vn.dondoc.file.Files;
import vn.dondoc.file.UploadedFile;
import vn.dondoc.reporting.form.AttachedFile;
import vn.dondoc.reporting.form.Forms;
import vn.dondoc.reporting.form.ReportForm;

/** Puts files beside reports. */
@Component
public class AttachFiles {

    private final Reports reports;
    private final Forms forms;
    private final Files files;

    AttachFiles(Reports reports, Forms forms, Files files) {
        this.reports = reports;
        this.forms = forms;
        this.files = files;
    }

    /**
     * Puts a file beside what is being filled in. The content first: what dies between leaves a content that nobody sees.
     *
     * @param id of the report
     * @param element attachment element of the form that it is for
     * @throws Failure.NotFound if there is no such report in sight
     */
    public Receipt attach(AccessScope scope, Author by, String id, String element, UploadedFile file, Command command) {
        Report report = reports.find(scope, id)
                .orElseThrow(() -> new Failure.NotFound("reporting.no-report", id))
                .state();
        ReportForm form = forms.find(scope, report.province(), report.form())
                .orElseThrow(() -> new Failure.NotFound("reporting.no-form", report.form()))
                .state();
        report.refuseUnlessAttachable(by, form, element);
        String fileId = file.idBeside(id + "/" + element);
        files.keep(scope, fileId, report.province(), file);
        var attached = new AttachedFile(element, fileId, file.name(), file.content().length, file.sha256());
        return reports.change(scope, id, command, it -> it.attach(by, form, attached));
    }
}
