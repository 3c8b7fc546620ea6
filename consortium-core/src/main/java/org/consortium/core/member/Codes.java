package org.consortium.core.member;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** How the codes of libraries and branches stand in the database. */
class Codes {

    @Converter(autoApply = true)
    static class OfLibrary implements AttributeConverter<LibraryCode, String> {

        @Override
        public String convertToDatabaseColumn(LibraryCode code) {
            return code == null ? null : code.value();
        }

        @Override
        public LibraryCode convertToEntityAttribute(String column) {
            return column == null ? null : new LibraryCode(column);
        }
    }

    @Converter(autoApply = true)
    static class OfBranch implements AttributeConverter<BranchCode, String> {

        @Override
        public String convertToDatabaseColumn(BranchCode code) {
            return code == null ? null : code.value();
        }

        @Override
        public BranchCode convertToEntityAttribute(String column) {
            return column == null ? null : new BranchCode(column);
        }
    }

    private Codes() {}
}
