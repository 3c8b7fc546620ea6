package org.consortium.core.union;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** How record ids and barcodes stand in the database. */
class Keys {

    @Converter(autoApply = true)
    static class OfRecord implements AttributeConverter<RecordId, String> {

        @Override
        public String convertToDatabaseColumn(RecordId id) {
            return id == null ? null : id.value();
        }

        @Override
        public RecordId convertToEntityAttribute(String column) {
            return column == null ? null : new RecordId(column);
        }
    }

    @Converter(autoApply = true)
    static class OfBarcode implements AttributeConverter<Barcode, String> {

        @Override
        public String convertToDatabaseColumn(Barcode barcode) {
            return barcode == null ? null : barcode.value();
        }

        @Override
        public Barcode convertToEntityAttribute(String column) {
            return column == null ? null : new Barcode(column);
        }
    }

    private Keys() {}
}
