package io.github.mcpconnectors.shared.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.github.mcpconnectors.shared.Header;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderParametersTest {

    enum Tier {
        FAST,
        CHEAP
    }

    record Target(
            @Header("Shard") int shardNumber,
            @Header("X!#$%&'*+-.^_`|~9") boolean dry) {}

    record Query(
            @Header("Region") String homeRegion,
            String sql,
            @Nullable Target target,
            @Header("Tier") @Nullable Tier tier,
            @Header("Limit") @Nullable Long limit) {}

    record Plain(String sql, List<Target2> targets, Map<String, Target2> more) {}

    record Target2(String shard) {}

    record Empty(@Header("") String a) {}

    record Spaced(@Header("My Region") String a) {}

    record Colon(@Header("Region:") String a) {}

    record LineBreak(@Header("Region\r\nX") String a) {}

    record Accent(@Header("Région") String a) {}

    record Decimal(@Header("A") double a) {}

    record Texts(@Header("A") List<String> a) {}

    record Anything(@Header("A") Object a) {}

    record Whole(@Header("A") Target2 a) {}

    record Twice(
            @Header("Region") String a, @Header("REGION") String b) {}

    record TwiceDeep(Target from, Target to) {}

    record InList(List<Target> targets) {}

    record InMap(Map<String, Target> targets) {}

    record InListOfMaps(List<Map<String, Target>> targets) {}

    record Wrapped(Query query, InList list) {}

    @Test
    void theSchemaNamesTheHeader() {
        assertThat(Json.text(RecordSchema.of(Target.class, Naming.SNAKE)))
                .contains("\"shard_number\":{\"type\":\"integer\",\"x-mcp-header\":\"Shard\"}");
    }

    @Test
    void givesThePathOfEachHeaderWithTheNamesOfTheWire() {
        assertThat(HeaderParameters.of(Query.class))
                .containsExactly(
                        entry(List.of("home_region"), "Region"),
                        entry(List.of("target", "shard_number"), "Shard"),
                        entry(List.of("target", "dry"), "X!#$%&'*+-.^_`|~9"),
                        entry(List.of("tier"), "Tier"),
                        entry(List.of("limit"), "Limit"));
        assertThat(HeaderParameters.of(Plain.class)).isEmpty();
    }

    @Test
    void isDerivedOnce() {
        assertThat(HeaderParameters.of(Query.class)).isSameAs(HeaderParameters.of(Query.class));
    }

    @ParameterizedTest
    @ValueSource(classes = {Empty.class, Spaced.class, Colon.class, LineBreak.class, Accent.class})
    void refusesWhatIsNoNameOfAHeader(Class<? extends Record> input) {
        refuses(input, "must be the name of an HTTP header");
    }

    @ParameterizedTest
    @ValueSource(classes = {Decimal.class, Texts.class, Anything.class, Whole.class})
    void refusesTypesThatNoHeaderCarries(Class<? extends Record> input) {
        refuses(input, "goes with texts, whole numbers and booleans only");
    }

    @ParameterizedTest
    @ValueSource(classes = {Twice.class, TwiceDeep.class})
    void refusesTheSameHeaderTwice(Class<? extends Record> input) {
        refuses(input, "is on two arguments");
    }

    @ParameterizedTest
    @ValueSource(classes = {InList.class, InMap.class, InListOfMaps.class, Wrapped.class})
    void refusesHeadersInsideListsAndMaps(Class<? extends Record> input) {
        refuses(input, "is inside a list or map");
    }

    private static void refuses(Class<? extends Record> input, String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordSchema.of(input, Naming.SNAKE))
                .withMessageContaining("@Header(")
                .withMessageContaining(rule);
    }
}
