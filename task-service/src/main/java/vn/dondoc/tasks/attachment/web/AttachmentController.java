package vn.dondoc.tasks.attachment.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.OFFICER;
import static vn.dondoc.access.Role.Names.SUPERVISOR;
import static vn.dondoc.access.Role.Names.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.failure.Failure;
import vn.dondoc.file.Files;
import vn.dondoc.file.UploadedFile;
import vn.dondoc.tasks.task.Actor;
import vn.dondoc.tasks.task.Attachment;
import vn.dondoc.tasks.task.Task;
import vn.dondoc.tasks.task.Tasks;
import vn.dondoc.web.Answers;

/** Files go in and come out as they are, and are never shown in place: they come from outside. */
@RestController
@RequestMapping("/api/v1/tasks/{id}/attachments")
class AttachmentController {

    private final Tasks tasks;
    private final Files files;
    private final Clock clock;

    AttachmentController(Tasks tasks, Files files, Clock clock) {
        this.tasks = tasks;
        this.files = files;
        this.clock = clock;
    }

    /** The content first, then the task: what dies between leaves a content that nobody sees. */
    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @RolesAllowed({CLERK, SUPERVISOR, LEAD, OFFICER, SYSTEM})
    ResponseEntity<Receipt> attach(
            AccessScope scope,
            @PathVariable String id,
            @RequestParam @Size(max = 200) String name,
            @RequestBody byte[] content,
            Command command) {
        var file = UploadedFile.of(name, content);
        Task task = find(scope, id).state();
        Actor by = Actor.of(scope, clock.instant());
        task.refuseUnlessAttachable(by);
        String fileId = file.idBeside(id);
        files.keep(scope, fileId, task.assignment().province(), file);
        var attachment = new Attachment(
                fileId,
                name,
                MediaType.APPLICATION_OCTET_STREAM_VALUE,
                content.length,
                file.sha256(),
                by.name(),
                by.at());
        return Answers.done(tasks.change(scope, id, command, it -> it.attach(by, attachment)));
    }

    @GetMapping("/{attachment}")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    ResponseEntity<byte[]> read(AccessScope scope, @PathVariable String id, @PathVariable String attachment) {
        Attachment file = find(scope, id).state().attachments().stream()
                .filter(it -> it.id().equals(attachment))
                .findFirst()
                .orElseThrow(() -> new Failure.NotFound("tasks.no-file", attachment));
        byte[] content =
                files.read(scope, attachment).orElseThrow(() -> new Failure.NotFound("tasks.no-file", attachment));
        return Answers.download(file.name()).body(content);
    }

    private Versioned<Task> find(AccessScope scope, String id) {
        return tasks.find(scope, id).orElseThrow(() -> new Failure.NotFound("tasks.no-task", id));
    }
}
