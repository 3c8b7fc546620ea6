package org.consortium.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.consortium.catalog.intake.GivenBarcode;
import org.consortium.catalog.intake.IntakeDesk;
import org.consortium.catalog.intake.IntakeJob;
import org.consortium.catalog.marc.MarcFamily;
import org.consortium.catalog.marc.MarcOptions;
import org.consortium.catalog.sheet.SheetColumn;
import org.consortium.catalog.sheet.SheetMapping;
import org.consortium.core.Refusal;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.MemberRefusal;
import org.consortium.core.member.Role;
import org.consortium.core.member.Staff;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of records a library sends, and what becomes of them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Imports")
class ImportApi {

    private final IntakeDesk desk;
    private final Clock clock;

    ImportApi(IntakeDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    private ImportView shown(IntakeJob job) {
        return ImportView.of(job, clock.instant());
    }

    @PostMapping(path = "/libraries/{code}/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            operationId = "importForm",
            summary = "Send a file of records",
            description =
                    "ISO 2709 or MARCXML, MARC 21 or CNMARC/UNIMARC, also gzipped; or a list of titles as CSV or XLSX. As the part `file` of a form. It is read in the background; a list whose headings do not tell enough waits in the state `MAPPING` until its columns are named.")
    ResponseEntity<ImportView> send(
            @PathVariable LibraryCode code,
            @ParameterObject @Valid Options options,
            @RequestPart("file") MultipartFile file,
            Staff staff)
            throws IOException {
        try (var content = file.getInputStream()) {
            return taken(code, options, Optional.ofNullable(file.getOriginalFilename()), content, staff);
        }
    }

    @PostMapping(
            path = "/libraries/{code}/imports",
            consumes = {
                "application/marc",
                "application/marcxml+xml",
                MediaType.APPLICATION_XML_VALUE,
                MediaType.TEXT_XML_VALUE,
                "application/gzip",
                MediaType.APPLICATION_OCTET_STREAM_VALUE,
                "text/csv",
                "text/tab-separated-values",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            })
    @Operation(
            operationId = "importBody",
            summary = "Send a file of records",
            description = "The same, with the file as the body of the request.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = "application/marc",
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = "application/marcxml+xml",
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = "application/gzip",
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = "application/octet-stream",
                                        schema = @Schema(type = "string", format = "binary"))
                            }))
    ResponseEntity<ImportView> send(
            @PathVariable LibraryCode code,
            @ParameterObject @Valid Options options,
            @Parameter(description = "What the file is called", example = "2026-03.mrc")
                    @RequestParam(required = false)
                    @Size(max = 300)
                    String fileName,
            HttpServletRequest request,
            Staff staff)
            throws IOException {
        return taken(code, options, Optional.ofNullable(fileName), request.getInputStream(), staff);
    }

    private ResponseEntity<ImportView> taken(
            LibraryCode code, Options options, Optional<String> fileName, InputStream content, Staff staff) {
        var job = named(
                desk.start(code, options.branch(), fileName.orElse("upload"), content, options.marc(), staff),
                Boolean.TRUE.equals(options.giveBarcodes()),
                staff);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + job.number()))
                .body(shown(job));
    }

    /** A list whose headings say enough is read at once; one without headings waits, though a column of ISBN may be known. */
    private IntakeJob named(IntakeJob job, boolean givesBarcodes, Staff staff) {
        if (job.state() != IntakeJob.State.MAPPING || !job.list().heading()) {
            return job;
        }
        try {
            return desk.map(job.number(), job.list().givingBarcodes(givesBarcodes), job.encoding(), staff);
        } catch (Refusal notEnough) {
            return job;
        }
    }

    @PutMapping("/imports/{number}/columns")
    @Operation(
            summary = "Name the columns of a list",
            description = "What each column tells, from the left; then the list is read. Once.")
    ImportView nameColumns(
            @PathVariable String number,
            @Valid @org.springframework.web.bind.annotation.RequestBody Columns columns,
            Staff staff) {
        return shown(desk.map(number, columns.mapping(), columns.encoding(), columns.firstBarcode(), staff));
    }

    @GetMapping("/libraries/{code}/imports")
    @Operation(summary = "The imports of a library", description = "Newest first.")
    Listing<ImportView> listImports(
            @PathVariable LibraryCode code, @ParameterObject @Valid PageAsked asked, Staff staff) {
        if (!code.equals(staff.library()) && !staff.is(Role.COUNCIL_ADMIN)) {
            throw new Refusal(MemberRefusal.LIBRARY_NOT_FOUND, code);
        }
        return Listing.of(desk.jobs(Optional.of(code), asked.page(), asked.size()), this::shown);
    }

    @GetMapping("/imports/{number}")
    @Operation(summary = "One import", description = "How far it has come, and what became of the records.")
    ImportView getImport(@PathVariable String number, Staff staff) {
        return shown(desk.job(number, seenBy(staff)));
    }

    @DeleteMapping("/imports/{number}")
    @Operation(summary = "Cancel an import", description = "It stops after the batch in hand; what was read stays.")
    ImportView cancelImport(@PathVariable String number, Staff staff) {
        return shown(desk.cancel(number, staff));
    }

    @GetMapping("/imports/{number}/rejects")
    @Operation(summary = "What could not be read", description = "In the order of the file, with position and reason.")
    Listing<ImportView.RejectView> listRejects(
            @PathVariable String number, @ParameterObject @Valid PageAsked asked, Staff staff) {
        return Listing.of(desk.rejects(number, seenBy(staff), asked.page(), asked.size()), ImportView.RejectView::of);
    }

    @GetMapping(path = "/imports/{number}/rejects/file", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            summary = "What could not be read, as a file",
            description = "The bytes as they came, to mend and send again.")
    void downloadRejects(@PathVariable String number, Staff staff, HttpServletResponse response) throws IOException {
        var file = desk.rejectFile(number, seenBy(staff));
        response.setContentType(file.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file.name()).build().toString());
        desk.writeRejects(number, seenBy(staff), response.getOutputStream());
    }

    @GetMapping("/imports/{number}/warnings")
    @Operation(summary = "What came in with a doubt", description = "Records that came in, and what is odd about them.")
    Listing<ImportView.WarningView> listWarnings(
            @PathVariable String number, @ParameterObject @Valid PageAsked asked, Staff staff) {
        return Listing.of(desk.warnings(number, seenBy(staff), asked.page(), asked.size()), ImportView.WarningView::of);
    }

    @GetMapping("/imports/{number}/barcodes")
    @Operation(
            summary = "The barcodes an import gave",
            description = "To copies of a list that had none, in the order they were given: to be printed as labels.")
    Listing<GivenBarcodeView> listGivenBarcodes(
            @PathVariable String number, @ParameterObject @Valid PageAsked asked, Staff staff) {
        return Listing.of(desk.givenBarcodes(number, seenBy(staff), asked.page(), asked.size()), GivenBarcodeView::of);
    }

    @Schema(name = "GivenBarcode", description = "A barcode given to a copy that had none")
    record GivenBarcodeView(
            @Schema(description = "The barcode", example = "QT000018")
            String barcode,

            @Schema(description = "The union record of its title", example = "5kz3m0ht")
            String record,

            @Schema(description = "The title", example = "额尔古纳河右岸")
            String title,

            @Schema(description = "Where it stands", example = "I247.57/4514")
            String callNumber) {

        static GivenBarcodeView of(GivenBarcode given) {
            return new GivenBarcodeView(
                    given.barcode().value(), given.record().value(), given.title(), given.callNumber());
        }
    }

    private static Optional<LibraryCode> seenBy(Staff staff) {
        return staff.is(Role.COUNCIL_ADMIN) ? Optional.empty() : Optional.of(staff.library());
    }

    /** What the columns of a list tell. */
    @Schema(name = "ListColumns", description = "What the columns of a list tell")
    record Columns(
            @Schema(
                    description = "What each column tells, from the left",
                    example = "[\"TITLE\", \"IGNORED\", \"ISBN\"]")
            @NotNull
            @Size(max = SheetMapping.MOST_COLUMNS)
            List<SheetColumn> columns,

            @Schema(
                    description = "Whether the first row names the columns; it does where nothing is said",
                    example = "true")
            Boolean heading,

            @Schema(
                    description = "Whether the list names, by control number, what the library holds no longer",
                    example = "false")
            Boolean deletes,

            @Schema(description = "Whether copies without a barcode are given one", example = "true")
            Boolean giveBarcodes,

            @Schema(
                    description =
                            "The first of these barcodes; where nothing is said they go on where the library's numbers have come to",
                    example = "QT000001")
            @Size(max = 40)
            String firstBarcode,

            @Schema(description = "The encoding of text, where it is known", example = "GB18030") @Size(max = 20)
            String encoding) {

        private SheetMapping mapping() {
            return new SheetMapping(
                    columns.stream().filter(Objects::nonNull).toList(),
                    !Boolean.FALSE.equals(heading),
                    Boolean.TRUE.equals(deletes),
                    Boolean.TRUE.equals(giveBarcodes));
        }
    }

    /** What the sender says of the file. */
    record Options(
            @Parameter(
                    description = "Where copies stand whose location names no branch of the library",
                    required = true)
            @NotNull
            BranchCode branch,

            @Parameter(
                    description = "The format, where it is known; else it is found out record by record",
                    example = "UNIMARC")
            MarcFamily family,

            @Parameter(
                    description = "The encoding, where it is known: UTF-8, GB18030, Big5, MARC-8, ISO-5426",
                    example = "GB18030")
            @Size(max = 20)
            String encoding,

            @Parameter(
                    description =
                            "Of a list whose headings tell enough: whether copies without a barcode are given one, as many as the column of copies says",
                    example = "true")
            Boolean giveBarcodes) {

        private MarcOptions marc() {
            return new MarcOptions(family, encoding, 1);
        }
    }
}
