package org.kvarter.exporting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The metadata extension of GeoPackage 1.3 (12-128r17, annex F.8): where tables come from, as JSON-LD, each with its reference. */
final class GeoPackageMetadata {

    private static final String EXTENSION = "'gpkg_metadata', 'http://www.geopackage.org/spec130/#extension_metadata', 'read-write'";

    private final Connection connection;
    private int documents;

    GeoPackageMetadata(Connection connection) {
        this.connection = connection;
    }

    /** Says where a table comes from. */
    void add(String table, Credit credit) throws SQLException {
        if (documents++ == 0) {
            tables();
        }
        try (PreparedStatement document = connection.prepareStatement("INSERT INTO gpkg_metadata VALUES (?, 'dataset', 'https://schema.org/Dataset', 'application/ld+json', ?)");
             PreparedStatement reference = connection.prepareStatement("INSERT INTO gpkg_metadata_reference (reference_scope, table_name, md_file_id) VALUES ('table', ?, ?)");
             PreparedStatement contents = connection.prepareStatement("UPDATE gpkg_contents SET description = ? WHERE table_name = ?")) {
            document.setInt(1, documents);
            document.setString(2, credit.dataset().toString());
            document.executeUpdate();
            reference.setString(1, table);
            reference.setInt(2, documents);
            reference.executeUpdate();
            contents.setString(1, String.join("\n", credit.sentences())); // this is what most programs show
            contents.setString(2, table);
            contents.executeUpdate();
        }
    }

    private void tables() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL, "
                    + "CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))");
            statement.execute("CREATE TABLE gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset', "
                    + "md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '')");
            statement.execute("CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER, "
                    + "timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL, md_parent_id INTEGER, "
                    + "CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id), "
                    + "CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id))");
            statement.execute("INSERT INTO gpkg_extensions VALUES ('gpkg_metadata', NULL, " + EXTENSION + "), ('gpkg_metadata_reference', NULL, " + EXTENSION + ")");
        }
    }
}
