package vn.dondoc.local;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Mails that arrived here, each a file that any mail program opens. */
final class MailFolder {

    private static final int LATEST = 20;
    private static final String ENDING = ".eml";

    private final Path folder;
    private final AtomicInteger last = new AtomicInteger();

    MailFolder(Path folder) {
        this.folder = folder;
    }

    /** Keeps what the server takes in from now on. */
    void keep(GreenMail server) {
        try {
            Files.createDirectories(folder);
            files().stream().map(MailFolder::number).max(Integer::compare).ifPresent(last::set);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.getUserManager().setMessageDeliveryHandler((message, address) -> new Kept(address.getEmail()));
    }

    /** Whoever is written to: what comes lies in the folder, and nowhere in memory. */
    private final class Kept implements GreenMailUser {

        private final String address;

        Kept(String address) {
            this.address = address;
        }

        @Override
        public void deliver(MovingMessage message) {
            deliver(message.getMessage());
        }

        @Override
        public void deliver(MimeMessage message) {
            var bytes = new ByteArrayOutputStream();
            try {
                message.writeTo(bytes);
                String number = "%06d".formatted(last.incrementAndGet());
                Path written = Files.write(folder.resolve(number + ".part"), bytes.toByteArray());
                Files.move(written, folder.resolve(number + ENDING), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            } catch (MessagingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }

        @Override
        public String getEmail() {
            return address;
        }

        @Override
        public String getLogin() {
            return address;
        }

        @Override
        public String getQualifiedMailboxName() {
            return address;
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public void create() {
            // There is nothing to set up.
        }

        @Override
        public void delete() {
            throw new UnsupportedOperationException("nobody is removed");
        }

        @Override
        public void setPassword(String password) {
            throw new UnsupportedOperationException("nobody reads mail here by signing in");
        }

        @Override
        public void authenticate(String password) {
            throw new UnsupportedOperationException("nobody reads mail here by signing in");
        }
    }

    /** All that arrived, the oldest first. */
    List<MimeMessage> all() {
        try {
            List<MimeMessage> all = new ArrayList<>();
            for (Path file : files()) {
                all.add(read(file));
            }
            return all;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The latest, a line each; with a number, that one. */
    void print(List<String> words) throws IOException {
        if (words.isEmpty()) {
            List<Path> all = files();
            for (Path file : all.subList(Math.max(0, all.size() - LATEST), all.size())) {
                MimeMessage it = read(file);
                System.out.printf("%s  %s  %s%n", number(file), to(it), subject(it));
            }
            return;
        }
        if (words.size() > 1 || !words.getFirst().matches("\\d{1,6}")) {
            throw new Commands.Usage("dùng: ./dondoc mail [số]", "usage: mail [number]");
        }
        MimeMessage it = read(folder.resolve("%06d.eml".formatted(Integer.parseInt(words.getFirst()))));
        System.out.printf("%s%n%s%n%n%s%n", to(it), subject(it), content(it));
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> it.toString().endsWith(ENDING)).sorted().toList();
        }
    }

    private static int number(Path file) {
        return Integer.parseInt(file.getFileName().toString().replace(ENDING, ""));
    }

    private static MimeMessage read(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), stream);
        } catch (MessagingException unreadable) {
            throw new IOException(file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static String to(MimeMessage it) throws IOException {
        try {
            Address[] to = it.getAllRecipients();
            return to == null ? "?" : Arrays.stream(to).map(Address::toString).collect(Collectors.joining(", "));
        } catch (MessagingException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static String subject(MimeMessage it) throws IOException {
        try {
            return String.valueOf(it.getSubject());
        } catch (MessagingException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static String content(Part it) throws IOException {
        try {
            return plain(it).orElse("");
        } catch (MessagingException unreadable) {
            throw new IOException(unreadable);
        }
    }

    /** The first text of a mail, which says what the page beside it says. */
    private static Optional<String> plain(Part it) throws IOException, MessagingException {
        if (it.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = plain(parts.getBodyPart(i));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        return it.isMimeType("text/plain") ? Optional.of(String.valueOf(it.getContent())) : Optional.empty();
    }
}
