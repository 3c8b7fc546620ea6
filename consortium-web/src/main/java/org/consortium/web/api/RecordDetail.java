package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.consortium.catalog.search.RecordPage;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.CopyStatus;
import org.consortium.core.union.Description;
import org.consortium.core.union.Format;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.ItemClass;
import org.consortium.core.union.RecordId;

/** A record of the union catalogue: what it is, who says so, and where its copies are right now. */
@Schema(
        name = "Record",
        description = "A record of the union catalogue: what it is, who says so, and where its copies are right now")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record RecordDetail(
        @Schema(description = "Its number; after a merge the old number redirects here")
        RecordId id,

        @Schema(description = "Main title", example = "额尔古纳河右岸")
        String title,

        @Schema(description = "Other title information", example = "长篇小说")
        String subtitle,

        @Schema(description = "Number and name of the part or volume", example = "第一卷")
        String part,

        @Schema(
                description = "Parallel, variant, uniform and romanised titles",
                example = "[\"The last quarter of the moon\"]")
        List<String> otherTitles,

        @Schema(description = "Statement of responsibility as printed", example = "迟子建著")
        String responsibility,

        @Schema(description = "Persons and bodies with a part in it")
        List<Contribution> names,

        @Schema(description = "Edition as printed", example = "第2版")
        String edition,

        @Schema(description = "Place of publication", example = "北京")
        String place,

        @Schema(description = "Publisher", example = "北京十月文艺出版社")
        String publisher,

        @Schema(description = "Year of publication", example = "2005")
        Integer year,

        @Schema(description = "Pages or pieces and size", example = "262页 ; 23cm")
        String extent,

        @Schema(description = "Series", example = "[\"茅盾文学奖获奖作品全集\"]")
        List<String> series,

        @Schema(description = "Subjects", example = "[\"长篇小说\"]")
        List<String> subjects,

        @Schema(description = "Notes", example = "[\"附索引\"]")
        List<String> notes,

        @Schema(description = "Summary", example = "鄂温克族最后一位酋长女人的自述")
        String summary,

        @Schema(description = "Numbers it is known by") List<Number> identifiers,
        @Schema(description = "Class numbers") List<ClassNumber> classNumbers,

        @Schema(description = "Languages (ISO 639-2/B), the text's first", example = "[\"chi\"]")
        List<String> languages,

        @Schema(description = "What kind of thing it is", example = "BOOK")
        Format format,

        @Schema(description = "Where it, or something about it, is on the web")
        List<Link> links,

        @Schema(description = "The libraries whose records are joined in it")
        List<Contributor> contributors,

        @Schema(description = "Who holds it, the best place to get it first")
        List<Holding> holdings,

        @Schema(description = "Requests that no copy is promised to yet", example = "2")
        int waiting) {

    static RecordDetail of(RecordPage page) {
        var said = page.description();
        return new RecordDetail(
                page.record().id(),
                said.title(),
                said.subtitle(),
                said.part(),
                said.otherTitles(),
                said.responsibility(),
                said.names().stream().map(Contribution::of).toList(),
                said.edition(),
                said.place(),
                said.publisher(),
                said.year(),
                said.extent(),
                said.series(),
                said.subjects(),
                said.notes(),
                said.summary(),
                said.identifiers().stream().map(Number::of).toList(),
                said.classNumbers().stream().map(ClassNumber::of).toList(),
                said.languages(),
                said.format(),
                said.links().stream().map(Link::of).toList(),
                page.contributors().stream().map(Contributor::of).toList(),
                page.holdings().stream().map(Holding::of).toList(),
                page.waiting());
    }

    /** An address on the web. */
    @Schema(name = "Link", description = "An address on the web")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Link(
            @Schema(description = "The address", example = "https://doi.org/10.1000/182")
            String url,

            @Schema(description = "What is there", example = "Full text")
            String label) {

        static Link of(Description.Link link) {
            return new Link(link.url(), link.label());
        }
    }

    /** Somebody with a part in it. */
    @Schema(name = "Contribution", description = "Somebody with a part in it")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Contribution(
            @Schema(description = "The name", example = "迟子建")
            String name,

            @Schema(description = "In its own script, where `name` is romanised", example = "遲子建")
            String original,

            @Schema(description = "The part", example = "author")
            String role) {

        static Contribution of(Description.Name name) {
            return new Contribution(name.name(), name.original(), name.role());
        }
    }

    /** A number it is known by. */
    @Schema(name = "Identifier", description = "A number it is known by")
    record Number(
            @Schema(description = "What sort of number", example = "ISBN")
            Identifier.Kind kind,

            @Schema(description = "The number, in its kind's one spelling", example = "9787530208090")
            String value) {

        static Number of(Identifier identifier) {
            return new Number(identifier.kind(), identifier.value());
        }
    }

    /** Its place in a classification. */
    @Schema(name = "ClassNumber", description = "Its place in a classification")
    record ClassNumber(
            @Schema(description = "The classification", example = "CLC")
            Description.ClassNumber.Scheme scheme,

            @Schema(description = "The number", example = "I247.57")
            String number) {

        static ClassNumber of(Description.ClassNumber number) {
            return new ClassNumber(number.scheme(), number.number());
        }
    }

    /** A library whose record is joined in it. */
    @Schema(name = "Contributor", description = "A library whose record is joined in it")
    record Contributor(
            @Schema(description = "The library") LibraryCode library,

            @Schema(description = "The library's own number of its record", example = "012001234567")
            String controlNumber,

            @Schema(description = "When it last changed", example = "2026-03-04T02:00:00Z")
            Instant changedAt,

            @Schema(description = "Whether the description shown is this library's", example = "true")
            boolean elected) {

        static Contributor of(RecordPage.Contributor contributor) {
            return new Contributor(
                    contributor.library(), contributor.controlNumber(), contributor.changedAt(), contributor.elected());
        }
    }

    /** What one library holds. */
    @Schema(name = "Holding", description = "What one library holds")
    record Holding(
            @Schema(description = "The library") LibraryCode library,
            @Schema(description = "Its name") Names name,

            @Schema(
                    description = "False while it is suspended: its copies can be seen, not asked for",
                    example = "true")
            boolean takesPart,

            @Schema(description = "Its copies; none where it only says it holds the record")
            List<CopyView> copies) {

        static Holding of(RecordPage.LibraryHolding holding) {
            return new Holding(
                    holding.library(),
                    Names.of(holding.name()),
                    holding.takesPart(),
                    holding.branches().stream()
                            .flatMap(branch -> branch.shelves().stream()
                                    .flatMap(shelf -> shelf.copies().stream()
                                            .map(copy -> CopyView.of(branch.branch(), shelf, copy))))
                            .toList());
        }
    }

    /** One copy, where it is right now. */
    @Schema(name = "Copy", description = "One copy, and where it is right now")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record CopyView(
            @Schema(description = "Its barcode") Barcode barcode,

            @Schema(description = "The branch it belongs to")
            BranchCode branch,

            @Schema(description = "Its call number", example = "I247.57/4530")
            String callNumber,

            @Schema(description = "Its shelf", example = "三楼综合借阅区")
            String shelf,

            @Schema(description = "Its class", example = "BOOK")
            ItemClass itemClass,

            @Schema(description = "Whether it may only be read there", example = "false")
            boolean inLibraryOnly,

            @Schema(description = "Where it is in its life", example = "ON_SHELF")
            CopyStatus status,

            @Schema(description = "When it should be back, while it is on loan", example = "2026-04-03")
            LocalDate due) {

        static CopyView of(BranchCode branch, RecordPage.Shelf shelf, RecordPage.CopyLine copy) {
            return new CopyView(
                    copy.barcode(),
                    branch,
                    shelf.callNumber(),
                    shelf.shelf(),
                    copy.itemClass(),
                    copy.inLibraryOnly(),
                    copy.status(),
                    copy.dueOn().orElse(null));
        }
    }
}
