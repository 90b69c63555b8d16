-- Every function and operator of pg_catalog once more in public, for the same types; and in worse those that fit better than
-- PostgreSQL's own, which cast first. Whoever calls one of them is fooled.

CREATE TABLE public.things (id integer PRIMARY KEY, name text);
CREATE VIEW public.seen AS SELECT id, name FROM public.things;
INSERT INTO public.things VALUES (1, 'a');
GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader;
CREATE SCHEMA worse;
GRANT USAGE ON SCHEMA worse TO reader;

CREATE FUNCTION pg_temp.make() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog AS $make$
DECLARE
  one record;
  name text;
  types text[] := ARRAY['name', 'oid', '"char"', 'text', 'boolean', 'smallint', 'integer', 'bigint', 'real',
    'double precision', 'numeric', 'regclass', 'regtype', 'interval', 'timestamptz', 'name[]', 'text[]', 'oid[]',
    'smallint[]', 'int2vector', 'oidvector'];
  failing text := 'LANGUAGE plpgsql STABLE AS $$ BEGIN RAISE EXCEPTION ''fooled''; END $$';
BEGIN
  FOR one IN SELECT p.proname, pg_get_function_identity_arguments(p.oid) AS arguments, pg_get_function_result(p.oid) AS result
      FROM pg_proc p WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prokind = 'f' LOOP
    BEGIN
      EXECUTE format('CREATE FUNCTION public.%I(%s) RETURNS %s %s', one.proname, one.arguments, one.result, failing);
    EXCEPTION WHEN OTHERS THEN
      CONTINUE; -- of types that only PostgreSQL's own functions may have
    END;
  END LOOP;
  FOR one IN SELECT o.oprname, o.oprleft::regtype, o.oprright::regtype, f.proname
      FROM pg_operator o JOIN pg_proc f ON f.oid = o.oprcode
      JOIN pg_proc p ON p.proname = f.proname AND p.proargtypes = f.proargtypes AND p.pronamespace = 'public'::regnamespace
      WHERE o.oprleft <> 0 LOOP
    EXECUTE format('CREATE OPERATOR public.%s (LEFTARG = %s, RIGHTARG = %s, FUNCTION = public.%I)',
      one.oprname, one.oprleft, one.oprright, one.proname);
  END LOOP;
  FOR one IN SELECT l, r FROM unnest(types) l, unnest(types) r LOOP
    EXECUTE format('CREATE FUNCTION worse.fool(%s, %s) RETURNS boolean %s', one.l, one.r, failing);
    FOREACH name IN ARRAY ARRAY['=', '<>', '<', '>', '<=', '>=', '~', '!~', '~~', '!~~', '~~*', '!~~*',
        '||', '-', '+', '*', '/', '@>'] LOOP
      EXECUTE format('CREATE OPERATOR worse.%s (LEFTARG = %s, RIGHTARG = %s, FUNCTION = worse.fool)', name, one.l, one.r);
    END LOOP;
  END LOOP;
  FOR one IN SELECT f, t FROM unnest(types) t,
      unnest(ARRAY['count', 'min', 'max', 'sum', 'round', 'ceil', 'unnest', 'quote_ident']) f LOOP
    EXECUTE format('CREATE FUNCTION worse.%s(%s) RETURNS text %s', one.f, one.t, failing);
  END LOOP;
END $make$;

SELECT pg_temp.make();
-- The reader is refused as soon as a statement that holds one of them begins, even where no row gets to it.
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA worse FROM PUBLIC;
CREATE EXTENSION pg_stat_statements;
