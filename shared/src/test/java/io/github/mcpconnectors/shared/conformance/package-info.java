/**
 * The server that the official conformance suite runs against: {@code ConformanceServer} lists a fixture for each scenario.
 * They are written as any server is; where a scenario wants what authors are not given, such as questions under keys of
 * their own, {@code Questions} opens the protocol layer below.
 *
 * @see <a href="https://github.com/modelcontextprotocol/conformance">the suite: the description of each scenario says what
 *     its fixture has to do</a>
 */
@NullMarked
package io.github.mcpconnectors.shared.conformance;

import org.jspecify.annotations.NullMarked;
