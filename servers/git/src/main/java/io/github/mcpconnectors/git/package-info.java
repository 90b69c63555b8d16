/**
 * The Git server. {@link GitServer} is its table of contents: every tool has a line there and a file here, named after what
 * it does ({@link GitStatus} is {@code git_status}).
 *
 * <p>Start with {@link GitBranch}: it is lent a repository by the gate, {@link
 * io.github.mcpconnectors.git.repository.Repositories}, asks {@link Commits} which
 * commit a model means, and puts the answer into text and fields. {@link GitDiff} shows how large answers come in parts.
 *
 * <p>{@link RepositoryStatus} is a resource that tells when it changes, {@link CommitMessage} a prompt with real data in it;
 * {@link OfferedNames} completes what URIs and prompts have to name.
 *
 * <p>The {@code repository} package opens, {@code revision} names, {@code diff} and {@code status} compare, {@code content}
 * reads, {@code search} and {@code blame} find lines and where they come from, {@code change} and {@code network} change; only
 * this package knows them all. Text that others wrote goes through {@link
 * io.github.mcpconnectors.git.repository.Visible} or {@link
 * PythonText} before it goes out.
 */
@NullMarked
package io.github.mcpconnectors.git;

import org.jspecify.annotations.NullMarked;
