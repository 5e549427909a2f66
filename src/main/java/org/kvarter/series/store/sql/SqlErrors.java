package org.kvarter.series.store.sql;

import java.sql.SQLException;
import java.util.Locale;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.StoreException.Kind;
import org.kvarter.text.Texts;

/** What servers and their drivers say, as sentences for people. */
final class SqlErrors {

    static final Texts TEXTS = Texts.in(SqlErrors.class);

    private SqlErrors() {
    }

    static StoreException of(SqlAddress address, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String said = words(e);
        String lower = said.toLowerCase(Locale.ROOT);
        String server = address.host() + ":" + address.port();
        if (state.equals("57014") || lower.contains("query was canceled") || lower.contains("user_canceled")) {
            boolean late = lower.contains("statement timeout") || lower.contains("maximum");
            return late ? timeout(server, e) : new StoreException(Kind.CANCELLED, TEXTS.get("sql.cancelled"), e);
        }
        if (lower.contains("exceeded maximum time") || lower.contains("exceeded_time_limit") || lower.contains("read timed out")) {
            return timeout(server, e);
        }
        if (state.startsWith("28") || lower.contains("password authentication") || lower.contains("authentication failed") || lower.contains("no password was") || lower.contains("password is an empty") || lower.contains("no password")) {
            return new StoreException(Kind.REFUSED, TEXTS.get("sql.password", server, address.user()), e);
        }
        if (lower.contains("does not support ssl") || lower.contains("ssl") && state.startsWith("08")) {
            return new StoreException(Kind.UNREACHABLE, TEXTS.get("sql.tls", server, said), e);
        }
        if (state.equals("42501") || state.equals("25006") || lower.contains("access denied") || lower.contains("permission denied")) {
            return new StoreException(Kind.REFUSED, TEXTS.get("sql.rights", server, address.user(), said), e);
        }
        if (state.equals("3D000") || state.equals("42P01") || state.equals("42703") || state.equals("3F000") || lower.contains("does not exist")) {
            return new StoreException(Kind.MISSING, TEXTS.get("sql.missing", server, said), e);
        }
        if (state.startsWith("08") || state.startsWith("57P") || lower.contains("connection refused") || lower.contains("unknownhost")
                || lower.contains("failed to connect") || lower.contains("i/o error") || lower.contains("connection has been closed")
                || lower.contains("connection is closed")) {
            return new StoreException(Kind.UNREACHABLE, TEXTS.get("sql.unreachable", server), e);
        }
        if (state.startsWith("53") || lower.contains("out of memory")) {
            return new StoreException(Kind.TOO_LARGE, TEXTS.get("sql.serverFull", server), e);
        }
        return new StoreException(Kind.FAILED, TEXTS.get("sql.failed", server, said), e);
    }

    private static StoreException timeout(String server, SQLException e) {
        return new StoreException(Kind.TIMEOUT, TEXTS.get("sql.timeout", server), e);
    }

    private static String words(SQLException e) {
        StringBuilder words = new StringBuilder();
        for (Throwable at = e; at != null && words.length() < 400; at = at.getCause() == at ? null : at.getCause()) {
            String line = String.valueOf(at.getMessage()).strip().lines().findFirst().orElse("");
            if (!line.isEmpty() && words.indexOf(line) < 0) {
                words.append(words.isEmpty() ? "" : " – ").append(line);
            }
        }
        return words.length() > 400 ? words.substring(0, 400) + " …" : words.toString();
    }
}
