/**
 * Settings are a record, as a tool's arguments are: {@link SettingsModel} derives from it the option --max-rows, the
 * variable MCP_POSTGRES_MAX_ROWS and the key max-rows; {@link SettingsReader} collects the values in that order of
 * precedence and reports everything that is wrong at once. {@link CommonSettings} and {@link HttpSettings} are those that
 * every server has.
 */
@NullMarked
package io.github.mcpconnectors.shared.settings;

import org.jspecify.annotations.NullMarked;
