package io.github.mcpconnectors.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.shared.ToolException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionRulesTest {

    private static final FunctionRules RULES = new FunctionRules(Set.of("public.sd_read"));

    @ParameterizedTest
    @CsvSource({
        "public made t t sql t s f f, SECURITY DEFINER",
        "public made t f plpython3u f i f f, plpython3u",
        "ext made t f plperlu f i t f, plperlu",
        "public made t f c f v f f, is volatile",
        "public system t f c f v f f, is volatile",
        "public random t f internal f v f f, is volatile",
        "ext made t f c f v t f, is volatile",
        "pg_catalog made t f internal f v f f, is volatile",
        "pg_catalog made t f sql t v f f, is volatile",
        "public crosstab t f c f s t f, CASE or FILTER",
        "aws_s3 query_export_to_s3 f f plpgsql t v t f, another machine",
        "pg_catalog txid_current t f internal f s f f, pg_current_snapshot()"
    })
    void refusesAndNamesTheFunctionWithTheReason(String fact, String reason) {
        assertThat(RULES.refusal(Catalog15.fact(fact)))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith(Catalog15.fact(fact).qualifiedName() + "() ")
                        .contains(reason)
                        .endsWith("."));
    }

    @ParameterizedTest
    @CsvSource({
        "public sd_read t t plpgsql t v f f",
        "public made t f plpgsql t v f f",
        "public made t f sql t v f f",
        "public lo_stats t f sql t s f f",
        "public dblink_report t f plpgsql t v f f",
        "ext made t f c f s t f",
        "ext made t f plpgsql t v t f",
        "public made t f c f i f f",
        "pg_catalog made t f internal f s f f",
        "public made t f sql t v f p"
    })
    void allowsTheRest(String fact) {
        assertThat(RULES.refusal(Catalog15.fact(fact))).isEmpty();
    }

    @Test
    void allowsTheseOfTheVolatileFunctionsOfPostgres15AndNoMore() {
        assertThat(Catalog15.facts().stream()
                        .filter(fact -> fact.schema().equals("pg_catalog") && fact.isVolatile())
                        .filter(fact -> RULES.refusal(fact).isEmpty())
                        .map(FunctionFact::name)
                        .filter(name -> !name.startsWith("pg_stat_get_xact_"))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        ("bernoulli clock_timestamp current_query currval gen_random_uuid lastval pg_blocking_pids"
                                        + " pg_collation_actual_version pg_current_wal_flush_lsn pg_current_wal_insert_lsn"
                                        + " pg_current_wal_lsn pg_database_collation_actual_version pg_database_size"
                                        + " pg_get_wal_replay_pause_state pg_indexes_size pg_is_in_recovery pg_is_wal_replay_paused"
                                        + " pg_jit_available pg_last_committed_xact pg_last_wal_receive_lsn pg_last_wal_replay_lsn"
                                        + " pg_last_xact_replay_timestamp pg_lock_status pg_notification_queue_usage"
                                        + " pg_partition_ancestors pg_partition_tree pg_prepared_xact pg_relation_size"
                                        + " pg_safe_snapshot_blocking_pids pg_sequence_last_value pg_stat_get_recovery_prefetch pg_table_size pg_tablespace_size"
                                        + " pg_total_relation_size pg_xact_commit_timestamp pg_xact_commit_timestamp_origin"
                                        + " pg_xact_status random setseed system timeofday txid_status")
                                .split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BEGIN RETURN QUERY EXECUTE query; END | (EXECUTE)",
                "BEGIN COPY (SELECT 1) TO PROGRAM 'id'; END | programs",
                "BEGIN COPY t FROM '/etc/passwd'; END | files",
                "BEGIN DO 'BEGIN END'; END | DO",
                "BEGIN DO LANGUAGE plpgsql 'BEGIN END'; END | DO",
                "BEGIN LOAD '$libdir/plperl'; END | LOAD",
                "BEGIN /* | cannot be judged"
            })
    void refusesWhatAReadOnlyTransactionDoesNotStopInsideOfFunctions(String body, String reason) {
        FunctionFact made = Catalog15.fact("public made t f plpgsql t v f f", body);
        assertThat(RULES.refusal(made))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains(reason));
    }

    @Test
    void tellsWhatIsCalledInsideOfFunctions() {
        List<FunctionFact> facts = List.of(
                Catalog15.fact("public made t f plpgsql t v f f", "BEGIN PERFORM dblink_exec('a', 'b'); END"),
                Catalog15.fact("other made f f sql t v f f", "SELECT another()"),
                Catalog15.fact("pg_catalog made t f sql t s f f", "SELECT third()"));
        assertThat(RULES.bodies(Set.of(new CalledName(null, "made")), facts))
                .map(SqlStatement::calls)
                .contains(Set.of(new CalledName(null, "dblink_exec")));
    }

    @Test
    void judgesOnlyWhatANameCanMean() {
        List<FunctionFact> facts = List.of(
                Catalog15.fact("a f t t sql t s f f"),
                Catalog15.fact("b f f f sql t s f f"),
                Catalog15.fact("pg_temp_3 g f t sql t s f f"));
        RULES.requireAllowed(
                Set.of(new CalledName("b", "f"), new CalledName(null, "g"), new CalledName("a", "h")), facts);
        for (CalledName call : List.of(
                new CalledName(null, "f"),
                new CalledName("a", "f"),
                new CalledName("pg_temp", "g"),
                new CalledName("pg_temp_3", "g"))) {
            assertThatThrownBy(() -> RULES.requireAllowed(Set.of(call), facts))
                    .isInstanceOfSatisfying(
                            ToolException.class,
                            failure -> assertThat(failure.reason()).isEqualTo(ToolException.Reason.DENIED));
        }
    }
}
