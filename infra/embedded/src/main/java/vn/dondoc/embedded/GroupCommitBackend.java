package vn.dondoc.embedded;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;

/**
 * Answers a write only after it is on disk. The H2 backend commits on a timer, so out of the box a killed process
 * loses writes it had acknowledged. Here the timer is off: every writer waits for a commit that began after its own
 * change was applied, and one commit serves all who wait (group commit), so the price is shared under load.
 *
 * <p>The commit hands the bytes to the operating system; it survives a killed process, not a power cut.
 */
final class GroupCommitBackend extends H2Backend {

    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "createindexes",
            "dropindexes",
            "drop",
            "dropdatabase",
            "create");

    /** Rewrites the file's live pages when at least this share of it is dead, checked once per this many commits. */
    private static final int COMMITS_BETWEEN_COMPACTIONS = 2_000;

    private final MVStore file;
    private final Object turn = new Object();
    private long applied;
    private long committed;
    private boolean committing;
    private int commits;

    GroupCommitBackend(MVStore file) {
        super(file);
        this.file = file;
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document reply = super.handleMessage(message);
        String command = message.getDocument().keySet().iterator().next();
        if (WRITES.contains(command.toLowerCase(Locale.ROOT))) {
            awaitCommit();
        }
        return reply;
    }

    private void awaitCommit() {
        long mine;
        synchronized (turn) {
            mine = ++applied;
        }
        while (true) {
            long upTo;
            synchronized (turn) {
                while (committing && committed < mine) {
                    awaitTurn();
                }
                if (committed >= mine) {
                    return;
                }
                committing = true;
                upTo = applied;
            }
            boolean done = false;
            try {
                file.commit();
                if (++commits % COMMITS_BETWEEN_COMPACTIONS == 0) {
                    file.compact(50, 16 * 1024 * 1024);
                }
                done = true;
            } finally {
                synchronized (turn) {
                    if (done) {
                        committed = Math.max(committed, upTo);
                    }
                    committing = false;
                    turn.notifyAll();
                }
            }
        }
    }

    private void awaitTurn() {
        try {
            turn.wait();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the write was on disk", interrupted);
        }
    }

    void closeFile() {
        if (!file.isClosed()) {
            file.commit();
            file.close();
        }
    }
}
