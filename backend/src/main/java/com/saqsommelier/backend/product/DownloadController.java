package com.saqsommelier.backend.product;

import com.saqsommelier.api.AccessControl;
import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.backend.http.RefusedParameters;
import com.saqsommelier.search.CatalogueIndex;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A filtered list as a table, for spreadsheets: all of it, from one state of the index, written as it is read. */
@RestController
@AccessControl(AccessControl.Level.CATALOGUE)
@Tag(name = "Products")
class DownloadController {

    /** All of the catalogue and more. */
    private static final int MOST = 100_000;

    private static final String TYPE = "text/csv";

    private final CatalogueIndex index;

    DownloadController(CatalogueIndex index) {
        this.index = index;
    }

    @GetMapping(path = "/api/v1/products.csv")
    @RefusedParameters({"page", "per_page"})
    @Operation(
            summary = "All products that match, as a table",
            description = "RFC 4180 in UTF-8 with a byte order mark, the names of the columns first. A text that a"
                    + " spreadsheet would take for a formula begins with an apostrophe.")
    @ApiResponse(
            responseCode = "200",
            description = "The table",
            content = @Content(mediaType = TYPE, schema = @Schema(type = "string")))
    void download(@Valid @ParameterObject ProductQuery query, HttpServletResponse response) throws IOException {
        var all = ContractQuery.of(query, 0, MOST);
        response.setContentType(TYPE + ";charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("products.csv").build().toString());
        try (Writer text =
                        new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
                ProductTable table = new ProductTable(text)) {
            index.export(all, table::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
