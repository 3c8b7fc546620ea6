package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consortium.catalog.intake.IntakeRefusal;
import org.consortium.catalog.intake.ItemClassCodes;
import org.consortium.catalog.intake.ItemFields;
import org.consortium.catalog.marc.ItemField;
import org.consortium.core.Refusal;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.MemberRefusal;
import org.consortium.core.member.Staff;
import org.consortium.core.union.ItemClass;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How a library's system tells of its copies: its codes of kinds of items, and the field they stand in. */
@RestController
@RequestMapping("/api/v1/libraries/{code}")
@Tag(name = "Imports")
class ItemCodeApi {

    private final ItemClassCodes codes;
    private final ItemFields fields;
    private final Clock clock;

    ItemCodeApi(ItemClassCodes codes, ItemFields fields, Clock clock) {
        this.codes = codes;
        this.fields = fields;
        this.clock = clock;
    }

    @GetMapping("/item-codes")
    @Operation(
            summary = "A library's codes of kinds of items",
            description = "First those copies carry that nobody has mapped, the most used first; then the mapped ones.")
    Listing<ItemCodeView> listItemCodes(@PathVariable LibraryCode code, Staff staff) {
        own(code, staff);
        var unmapped = codes.unmapped(code).stream().map(one -> new ItemCodeView(one.code(), null, one.copies()));
        var mapped =
                codes.mapped(code).stream().map(one -> new ItemCodeView(one.code(), one.itemClass(), one.copies()));
        return Listing.whole(Stream.concat(unmapped, mapped).toList(), one -> one);
    }

    @PutMapping("/item-codes")
    @Operation(
            summary = "Map codes of kinds of items",
            description =
                    "To classes of the consortium, also for the copies that are there. Codes not named stay as they are.")
    Listing<ItemCodeView> mapItemCodes(
            @PathVariable LibraryCode code, @RequestBody @Valid ItemCodesInput input, Staff staff) {
        own(code, staff);
        var now = clock.instant();
        input.codes().forEach(one -> codes.map(one.code(), one.itemClass(), staff, now));
        return listItemCodes(code, staff);
    }

    @GetMapping("/item-field")
    @Operation(
            summary = "In which field a library's records tell of copies",
            description = "Nothing where no field is named: then copies are looked for in the usual ones.")
    ItemFieldView getItemField(@PathVariable LibraryCode code, Staff staff) {
        own(code, staff);
        return ItemFieldView.of(fields.of(code));
    }

    @PutMapping("/item-field")
    @Operation(
            summary = "Name the field",
            description = "From the next file on; what came before follows when it is read again.")
    ItemFieldView nameItemField(@PathVariable LibraryCode code, @RequestBody @Valid ItemFieldInput input, Staff staff) {
        own(code, staff);
        fields.name(input.field(), staff, clock.instant());
        return ItemFieldView.of(fields.of(code));
    }

    @DeleteMapping("/item-field")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ApiResponse(responseCode = "204", description = "Copies are looked for in the usual fields")
    @Operation(summary = "Forget the field", description = "Copies are looked for in the usual fields again.")
    void forgetItemField(@PathVariable LibraryCode code, Staff staff) {
        own(code, staff);
        fields.forget(staff, clock.instant());
    }

    private static void own(LibraryCode code, Staff staff) {
        if (!code.equals(staff.library())) {
            throw new Refusal(MemberRefusal.LIBRARY_NOT_FOUND, code);
        }
    }

    @Schema(name = "ItemCode", description = "A library's own code of a kind of items")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemCodeView(
            @Schema(description = "The code", example = "BK")
            String code,

            @Schema(description = "What it means; nothing where nobody has said", example = "BOOK")
            ItemClass itemClass,

            @Schema(description = "How many copies carry it", example = "120")
            int copies) {}

    @Schema(name = "ItemCodesInput", description = "What codes mean")
    record ItemCodesInput(@NotEmpty @Size(max = 500) List<@NotNull @Valid Meaning> codes) {

        @Schema(name = "ItemCodeInput", description = "What a code means")
        record Meaning(
                @Schema(description = "The code", example = "BK", requiredMode = Schema.RequiredMode.REQUIRED) @NotNull
                String code,

                @Schema(
                        description = "The class of the consortium",
                        example = "BOOK",
                        requiredMode = Schema.RequiredMode.REQUIRED)
                @NotNull
                ItemClass itemClass) {}
    }

    @Schema(name = "ItemField", description = "Where records tell of copies")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ItemFieldView(
            @Schema(description = "The tag", example = "966")
            String tag,

            @Schema(description = "The subfield of the barcode", example = "b")
            String barcode,

            @Schema(description = "Subfields of the location", example = "lc")
            String location,

            @Schema(description = "Subfields of the call number", example = "k")
            String callNumber,

            @Schema(description = "Subfields of the code of the kind of items", example = "t")
            String itemClass,

            @Schema(description = "Subfields of the price", example = "p")
            String price) {

        static ItemFieldView of(Optional<ItemField> named) {
            return named.map(field -> new ItemFieldView(
                            field.tag(),
                            field.barcode(),
                            field.location(),
                            field.callNumber(),
                            field.itemClass(),
                            field.price()))
                    .orElse(new ItemFieldView(null, null, null, null, null, null));
        }
    }

    @Schema(name = "ItemFieldInput", description = "Where records tell of copies")
    record ItemFieldInput(
            @Schema(description = "The tag", example = "966", requiredMode = Schema.RequiredMode.REQUIRED) @NotNull
            String tag,

            @Schema(
                    description = "The subfield of the barcode",
                    example = "b",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @NotNull
            String barcode,

            @Schema(description = "Subfields of the location, four at most", example = "lc")
            String location,

            @Schema(description = "Subfields of the call number", example = "k")
            String callNumber,

            @Schema(description = "Subfields of the code of the kind of items", example = "t")
            String itemClass,

            @Schema(description = "Subfields of the price", example = "p")
            String price) {

        private ItemField field() {
            try {
                return new ItemField(tag, barcode, location, callNumber, itemClass, price);
            } catch (IllegalArgumentException noField) {
                throw new Refusal(IntakeRefusal.ITEM_FIELD_FORM);
            }
        }
    }
}
