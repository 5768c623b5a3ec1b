package vn.dondoc.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Versioned;

/** How receipts and versioned resources are answered: with their version as the ETag. */
public final class Answers {

    private Answers() {}

    /** 201 for something created, with where it is. */
    public static ResponseEntity<Receipt> created(String collection, Receipt receipt) {
        return ResponseEntity.created(URI.create(collection + "/" + receipt.id()))
                .eTag(etag(receipt.version()))
                .body(receipt);
    }

    /** 200 for a command that changed something. */
    public static ResponseEntity<Receipt> done(Receipt receipt) {
        return ResponseEntity.ok().eTag(etag(receipt.version())).body(receipt);
    }

    /** 200 with a resource; a later change can be conditional on its ETag. */
    public static <T> ResponseEntity<T> versioned(Versioned<?> source, T view) {
        return ResponseEntity.ok().eTag(etag(source.version())).body(view);
    }

    /** 200 for a file as it came in, never shown in place: it is from outside. */
    public static ResponseEntity.BodyBuilder download(String name) {
        var disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .contentType(MediaType.APPLICATION_OCTET_STREAM);
    }

    private static String etag(long version) {
        return "\"" + version + "\"";
    }
}
