package io.github.mcpconnectors.shared.protocol;

import java.util.Map;

/**
 * A tool that is listed with this schema of its arguments and not with the one of its record. Not for authors: some model
 * providers refuse what a record cannot say, but the protocol allows it and so has to get through.
 */
interface GivenSchema {

    Map<String, Object> inputSchema();
}
