package vn.dondoc.notifications.notice.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that somebody read and approved, under {@code src/test/approved}; {@code -Ddondoc.approve=true} writes them anew. */
public final class ApprovedTexts {

    private ApprovedTexts() {}

    public static void compare(String name, String text) {
        Path file = Path.of("src/test/approved", name);
        try {
            if (!System.getProperty("dondoc.approve", "false").equals("false")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
                return;
            }
            assertThat(text)
                    .as("%s: read the difference; if it is right, -Ddondoc.approve=true", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
