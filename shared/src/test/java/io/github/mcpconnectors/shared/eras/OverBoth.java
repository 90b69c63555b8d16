package io.github.mcpconnectors.shared.eras;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** A test that is run over stdio and over HTTP, against servers that all such tests share. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "over {0}", autoCloseArguments = false)
@ArgumentsSource(Servers.class)
@interface OverBoth {}
