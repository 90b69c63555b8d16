/**
 * Changes, each of which is planned and then made. A {@link RowChange} or {@link Statements} of a model are done and rolled
 * back to see what they would do, a person is asked about exactly that, and they are kept only if they still do the same.
 * {@link NewRows} and an {@link IndexBuild} destroy nothing and are simply made; a {@link Backend} is a session to be ended.
 */
@NullMarked
package io.github.mcpconnectors.postgres.change;

import org.jspecify.annotations.NullMarked;
