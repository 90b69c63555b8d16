package io.github.mcpconnectors.shared.protocol;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our own bugs: everything to the log, nothing but a number to the client. */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger("mcp");

    private Failures() {}

    /** Logs it and returns what the client is told. */
    public static String report(String where, Throwable failure) {
        byte[] id = new byte[4];
        new SecureRandom().nextBytes(id);
        String number = HexFormat.of().formatHex(id);
        LOG.error("{} failed ({})", where, number, failure);
        return "Internal error " + number + ". The server's log has the details.";
    }
}
