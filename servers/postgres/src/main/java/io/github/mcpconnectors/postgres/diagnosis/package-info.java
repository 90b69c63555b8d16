/**
 * How a database does and why a statement is slow: what the server counts and plans, and what to say of it.
 *
 * <p>{@link HealthCheck} lists what can be looked at, {@link CheckedHealth} is what was found. {@link ExplainedQuery} reads a
 * plan as a tree of {@link PlanNode}s, in which {@link PlanFindings} finds what stands out. {@link IndexAdvice} gathers
 * {@link IndexCandidates} of plans and the {@link IndexReview} of the catalog. {@link Activity} and {@link Blocking} show
 * sessions, {@link StatementStatistics} what ran before, {@link ExcessRights} what the role could do without.
 */
@NullMarked
package io.github.mcpconnectors.postgres.diagnosis;

import org.jspecify.annotations.NullMarked;
