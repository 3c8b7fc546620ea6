package org.consortium.core.ill;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How the lists of candidates stand in the database. */
class Columns {

    @Converter
    static class OfCandidates implements AttributeConverter<List<Candidate>, String> {

        private static final JsonMapper JSON = JsonMapper.builder().build();

        @Override
        public String convertToDatabaseColumn(List<Candidate> candidates) {
            return JSON.writeValueAsString(candidates);
        }

        @Override
        public List<Candidate> convertToEntityAttribute(String column) {
            return JSON.readValue(column, new TypeReference<List<Candidate>>() {});
        }
    }

    private Columns() {}
}
