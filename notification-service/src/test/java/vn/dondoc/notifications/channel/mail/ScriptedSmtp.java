package vn.dondoc.notifications.channel.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that misbehaves as told, by mailbox. */
final class ScriptedSmtp implements AutoCloseable {

    /** How it behaves towards a mailbox. */
    enum Behaviour {
        TAKES,
        /** 451 after RCPT. */
        NOT_NOW,
        /** 550 after RCPT. */
        NO_SUCH_MAILBOX,
        /** 554 after the message. */
        REFUSES_THE_MESSAGE,
        /** Says nothing any more after RCPT. */
        HANGS,
        /** Takes the message, and is gone before it says so. */
        DIES_AFTER_THE_MESSAGE
    }

    /** What it took, also where it did not say so. */
    record Taken(String mailbox, String messageId, String subject) {}

    final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final ServerSocket socket;

    ScriptedSmtp() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> {
                    try (client) {
                        talk(client);
                    } catch (IOException gone) {
                        // the client hung up: what it meant is for the test to see
                    }
                });
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        say(client, "220 scripted");
        String mailbox = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
            switch (verb) {
                case "EHLO", "HELO", "MAIL", "RSET", "NOOP" -> say(client, "250 ok");
                case "RCPT" -> {
                    mailbox = line.replaceAll(".*<(.*)>.*", "$1");
                    switch (behaviour(mailbox)) {
                        case NOT_NOW -> say(client, "451 4.2.2 try again later");
                        case NO_SUCH_MAILBOX -> say(client, "550 5.1.1 no such user");
                        case HANGS -> hang();
                        default -> say(client, "250 ok");
                    }
                }
                case "DATA" -> {
                    say(client, "354 go on");
                    taken.add(message(lines, mailbox));
                    switch (behaviour(mailbox)) {
                        case REFUSES_THE_MESSAGE -> say(client, "554 5.7.1 not wanted");
                        case DIES_AFTER_THE_MESSAGE -> {
                            return;
                        }
                        default -> say(client, "250 taken");
                    }
                }
                case "QUIT" -> {
                    say(client, "221 bye");
                    return;
                }
                default -> say(client, "500 what");
            }
        }
    }

    private Behaviour behaviour(String mailbox) {
        return behaviours.getOrDefault(mailbox, Behaviour.TAKES);
    }

    private static Taken message(BufferedReader lines, String mailbox) throws IOException {
        String id = "";
        String subject = "";
        for (String line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
            if (line.startsWith("Message-ID: ")) {
                id = line.substring("Message-ID: ".length());
            } else if (line.startsWith("Subject: ")) {
                subject = line;
            }
        }
        return new Taken(mailbox, id, subject);
    }

    private static void hang() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    List<Taken> at(String mailbox) {
        return taken.stream().filter(it -> it.mailbox().equals(mailbox)).toList();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
