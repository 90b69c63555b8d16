/**
 * Records and JSON. {@link RecordSchema} says which JSON a record stands for (JSON Schema 2020-12), {@link RecordReader}
 * makes the record from such JSON or says what is wrong with it, {@link RecordWriter} makes JSON from the record, and
 * {@link Json} turns text into maps and lists and back. The three look at a component through {@link Field}, so they
 * cannot disagree.
 */
@NullMarked
package io.github.mcpconnectors.shared.schema;

import org.jspecify.annotations.NullMarked;
