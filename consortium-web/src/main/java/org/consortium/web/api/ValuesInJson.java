package org.consortium.web.api;

import io.swagger.v3.oas.models.media.StringSchema;
import java.util.function.Function;
import org.consortium.catalog.reading.Handle;
import org.consortium.core.Link;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.Reader;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.member.Actor;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.RecordId;
import org.consortium.loans.proposal.ProposalNumber;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** How the consortium's codes and numbers stand in JSON and in its description: as the strings people read. */
@Configuration
class ValuesInJson {

    private final SimpleModule module = new SimpleModule("values");

    ValuesInJson() {
        value(LibraryCode.class, LibraryCode::new, "Code of a library", "[a-z][a-z0-9-]{1,15}", "qiaotou");
        value(BranchCode.class, BranchCode::new, "Code of a branch", "[a-z][a-z0-9-]{1,23}", "qiaotou-main");
        value(RecordId.class, RecordId::new, "Number of a union record", "[0-9a-hjkmnp-tv-z]{8}", "5kz3m0ht");
        value(Barcode.class, Barcode::new, "Barcode of a copy", "[A-Za-z0-9][A-Za-z0-9./-]{1,39}", "08-A-0009106");
        value(CardNumber.class, CardNumber::new, "Number of a reader card", "[A-Za-z0-9 -]{6,30}", "3301008645721");
        value(RequestNumber.class, RequestNumber::new, "Number of a request", "R-\\d{6}-\\d{4,9}", "R-251121-0417");
        value(ProposalNumber.class, ProposalNumber::new, "Number of a proposal", "P-\\d{6}-\\d{4,9}", "P-251121-0017");
        value(Handle.class, Handle::new, "What a reader calls hers", "[0-9a-hjkmnp-tv-z]{10}", "3k9x0w2m7q");
        value(Link.class, Link::new, "Who has it may look", "[0-9a-hjkmnp-tv-z]{26}", "7c0n4kq2w9r1m5x8t3v6b0d4fh");
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        IfMatch.class,
                        new StringSchema().description("The ETag that was read").example("\"v3\""));
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Staff.class, Reader.class, Actor.class);
    }

    @Bean
    JacksonModule values() {
        return module;
    }

    private <T> void value(Class<T> type, Function<String, T> make, String what, String form, String example) {
        module.addSerializer(type, new ToStringSerializer(type));
        module.addDeserializer(type, new FromString<>(type, make));
        var schema = new StringSchema();
        schema.description(what).pattern("^" + form + "$").example(example);
        SpringDocUtils.getConfig().replaceWithSchema(type, schema);
    }

    /** A string that may not be right; then the field is named, not the string. */
    private static final class FromString<T> extends StdScalarDeserializer<T> {

        private final Function<String, T> make;

        FromString(Class<T> type, Function<String, T> make) {
            super(type);
            this.make = make;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            var text = json.getValueAsString();
            try {
                return text == null ? null : make.apply(text);
            } catch (IllegalArgumentException nonsense) {
                return context.reportInputMismatch(this, "Not of the right form");
            }
        }
    }
}
