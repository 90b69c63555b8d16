package io.github.mcpconnectors.postgres.database;

import io.github.mcpconnectors.postgres.sql.FunctionRules;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gate to one database: every statement passes through here, and so do the connections for them. */
public final class Database {

    /** What somebody does with a session; it ends when this returns. */
    public interface Work<T> {

        T in(ReadSession session);
    }

    /** As {@link Work}, to change something. */
    public interface Change<T> {

        T in(WriteSession session);
    }

    /** What holds for every database of a server. */
    public record Terms(Limits limits, int pool, RolePolicy rolePolicy, FunctionRules functions) {}

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** Results are text, and held once by the driver and once by us. */
    private static final long RESULT_BUFFERS = 64;

    private static final long LEAST_RESULT = 8L << 20;

    private final String name;
    private final Terms terms;
    private final Pool pool;
    private final Transaction.Frame frame;
    private final AtomicReference<@Nullable Facts> told = new AtomicReference<>();

    private Database(String name, Terms terms, Pool pool, Transaction.Frame frame) {
        this.name = name;
        this.terms = terms;
        this.pool = pool;
        this.frame = frame;
    }

    /** Connects to nothing yet. */
    static Database of(String name, DatabaseUrl url, Terms terms) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "watch of database " + name);
            thread.setDaemon(true);
            return thread;
        });
        long maxResult = Math.max(LEAST_RESULT, RESULT_BUFFERS * terms.limits().maxBytes());
        try {
            Pool pool = new Pool(name, url, Driver.source(url, maxResult), terms.pool());
            return new Database(
                    name, terms, pool, new Transaction.Frame(name, url.session().searchPath(), clock, null));
        } catch (SQLException e) {
            throw new IllegalStateException("The driver does not know one of our own settings", e);
        }
    }

    /** As it was configured. */
    public String name() {
        return name;
    }

    /** What one statement may take and give. */
    public Limits limits() {
        return terms.limits();
    }

    /** What the server and the role are; connects, if nobody has. */
    public Facts facts() {
        return pool.facts();
    }

    /** The same, unless the role is too powerful to be used. */
    public Facts admitted() {
        Facts facts = facts();
        admit(facts);
        return facts;
    }

    GuardedStatement.Guards guards(Limits limits) {
        return new GuardedStatement.Guards(terms.functions(), limits);
    }

    GuardedStatement.Guards guardsOfChanges(Limits limits) {
        return new GuardedStatement.Guards(terms.functions().withSequences(), limits);
    }

    @Nullable
    String searchPath() {
        return frame.searchPath();
    }

    /** Reads in a transaction of its own, in which everything is of one moment and after which nothing is left. */
    public <T> T read(Call call, Work<T> work) {
        return read(call, terms.limits(), work);
    }

    /** As above, within other limits; those of {@link #limits} should not be exceeded. */
    public <T> T read(Call call, Limits limits, Work<T> work) {
        admitted();
        try (Transaction transaction = Transaction.begin(pool, frame, limits, call)) {
            return work.in(new ReadSession(this, transaction));
        }
    }

    /** Changes in a transaction of its own, which is kept when the work returns, and only then. */
    public <T> T write(Call call, Writing what, Change<T> change) {
        return write(call, terms.limits(), what, change);
    }

    /** As above, within other limits; those of {@link #limits} should not be exceeded. */
    public <T> T write(Call call, Limits limits, Writing what, Change<T> change) {
        return rehearse(call, limits, what, session -> {
            T done = change.in(session);
            session.commit();
            return done;
        });
    }

    /** Does the same and keeps nothing, to learn what it would do. */
    public <T> T rehearse(Call call, Writing what, Change<T> change) {
        return rehearse(call, terms.limits(), what, change);
    }

    /** As above, within other limits. */
    public <T> T rehearse(Call call, Limits limits, Writing what, Change<T> change) {
        admitted();
        try (Transaction transaction = Transaction.begin(pool, frame.writing(what), limits, call)) {
            return change.in(new WriteSession(this, transaction));
        }
    }

    /** A connection of its own for who listens; statements go through transactions. */
    Connection direct(Pool.Setup setup) {
        return pool.direct((statement, facts) -> {
            admit(facts);
            setup.prepare(statement, facts);
        });
    }

    private void admit(Facts facts) {
        Posture posture = facts.posture();
        if (posture.grade() != Posture.Grade.POWERFUL) {
            return;
        }
        boolean refused = terms.rolePolicy() == RolePolicy.ENFORCE;
        if (!facts.equals(told.getAndSet(facts))) {
            LOG.warn("Database {}{}: {}", name, refused ? " is not used" : "", posture.sentence());
        }
        if (refused) {
            throw new ToolException(
                    Reason.DENIED,
                    posture.sentence() + " Whoever runs this server can allow it with --role-policy warn.");
        }
    }
}
