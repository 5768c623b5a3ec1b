package vn.dondoc.reporting.report.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.OFFICER;
import static vn.dondoc.access.Role.Names.SUPERVISOR;
import static vn.dondoc.access.Role.Names.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.failure.Failure;
import vn.dondoc.file.Files;
import vn.dondoc.file.UploadedFile;
import vn.dondoc.reporting.form.AttachedFile;
import vn.dondoc.reporting.report.AttachFiles;
import vn.dondoc.reporting.report.Author;
import vn.dondoc.reporting.report.Reports;
import vn.dondoc.web.Answers;

/** Files beside a report go in and come out as they are, and are never shown in place: they come from outside. */
@RestController
@RequestMapping("/api/v1/reports/{id}/files")
class FilesController {

    private final Reports reports;
    private final AttachFiles attach;
    private final Files files;
    private final Clock clock;

    FilesController(Reports reports, AttachFiles attach, Files files, Clock clock) {
        this.reports = reports;
        this.attach = attach;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Puts a file beside what is being filled in; it is handed in with the next filing.
     *
     * @param element attachment element of the form that it is for
     */
    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @RolesAllowed({OFFICER, SYSTEM})
    ResponseEntity<Receipt> attach(
            AccessScope scope,
            @PathVariable String id,
            @RequestParam @NotBlank @Size(max = 60) String element,
            @RequestParam @Size(max = 200) String name,
            @RequestBody byte[] content,
            Command command) {
        Author by = Author.of(scope, clock.instant());
        return Answers.done(attach.attach(scope, by, id, element, UploadedFile.of(name, content), command));
    }

    @GetMapping("/{file}")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    ResponseEntity<byte[]> read(AccessScope scope, @PathVariable String id, @PathVariable String file) {
        AttachedFile attached = reports.find(scope, id)
                .orElseThrow(() -> new Failure.NotFound("reporting.no-report", id))
                .state()
                .file(file)
                .orElseThrow(() -> new Failure.NotFound("reporting.no-file", file));
        byte[] content = files.read(scope, file).orElseThrow(() -> new Failure.NotFound("reporting.no-file", file));
        return Answers.download(attached.name()).body(content);
    }

    /** Takes a file away from what is being filled in; what was filed with it keeps it. */
    @DeleteMapping("/{file}")
    @RolesAllowed({OFFICER, SYSTEM})
    ResponseEntity<Receipt> detach(
            AccessScope scope, @PathVariable String id, @PathVariable String file, Command command) {
        Author by = Author.of(scope, clock.instant());
        return Answers.done(reports.change(scope, id, command, it -> it.detach(by, file)));
    }
}
