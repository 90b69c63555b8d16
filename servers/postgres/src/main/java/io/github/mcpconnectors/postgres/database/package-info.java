/**
 * The gate: connections are made and statements run here and nowhere else. {@link Databases} holds a {@link Database} for
 * each name that a person configured, where a {@link DatabaseUrl} leads; its {@link Pool} connects when somebody
 * reads, and its {@link Turns} say who waits while all connections are taken.
 *
 * <p>{@link Database#read} is the way in for what reads. It opens a {@link Transaction} that the server knows to be read-only and that
 * never commits, puts a {@link Watch} on it, and lends a {@link ReadSession}. Queries of ours go through {@link
 * ReadSession#list}. What a model wrote goes through {@link ReadSession#query}, and what we write for tables of its choice
 * through {@link ReadSession#select}: there a {@link GuardedStatement} has the {@code sql} package judge its text and the
 * functions it calls, has the server plan it, judges what {@link PlanCalls} finds there, and only then runs it. A {@link
 * RowReader} takes in what the {@link Limits} allow and makes {@link Rows} of it. {@link ReadSession#stream} goes the same way
 * and hands the rows on to a {@link RowSink} instead, however many they are.
 *
 * <p>{@link Database#write} is the other one: a transaction that may write, under the same watch, and committed when the work
 * returns; {@link Database#rehearse} does the same and keeps nothing. It lends a {@link WriteSession}, where our own
 * statements are {@link BoundSql}, and a model's meet the same guards.
 *
 * <p>{@link Channels} are what can be listened to: no transaction, but a {@link Listener} with a connection of its own.
 *
 * <p>{@link ConnectFailures} and {@link StatementFailures} say what went wrong without telling an address, a password or a
 * value. {@link Posture} tells what the role could do if all of this failed: the role is the boundary, this a guard.
 */
@NullMarked
package io.github.mcpconnectors.postgres.database;

import org.jspecify.annotations.NullMarked;
