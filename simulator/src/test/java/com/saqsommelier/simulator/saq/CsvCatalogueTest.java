package com.saqsommelier.simulator.saq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvCatalogueTest {

    private static final String HEADER = String.join(",", CsvRow.COLUMNS) + "\n";
    private static final String WINE = "wine,123456,Clos Inventé,United States,California,Napa Valley,Table wine,,"
            + "\"Merlot 62.5\u00a0%, Syrah 37.5\u00a0%\",13.5 %,<1.2 g/L,Red,1.5 L,Clos Inventé Inc.,Agence X,"
            + "00812345678901,,\"Natural Wine, Organic product\",1624.75,true,4,2\n";
    private static final String SPIRIT = "spirit,42,Original Drum,Canada,,,,,,40 %,,,750 ml,,,,,,,false,0,\n";

    @TempDir
    Path folder;

    @Test
    void aRowBecomesAProductWithFrenchValues() throws IOException {
        SaqProduct wine = read(HEADER + WINE + SPIRIT).bySku("123456").orElseThrow();
        assertThat(wine.name()).isEqualTo(Bilingual.same("Clos Inventé"));
        assertThat(wine.attribute(Attribute.COUNTRY)).contains(new Bilingual("États-Unis", "United States"));
        assertThat(wine.attribute(Attribute.COLOUR)).contains(new Bilingual("Rouge", "Red"));
        assertThat(wine.attribute(Attribute.ALCOHOL)).contains(new Bilingual("13,5 %", "13.5 %"));
        assertThat(wine.attribute(Attribute.SIZE)).contains(new Bilingual("1,5 L", "1.5 L"));
        assertThat(wine.attribute(Attribute.SUGAR).orElseThrow().fr()).isEqualTo("<1,2 g/L");
        assertThat(wine.attribute(Attribute.GRAPES).orElseThrow().fr())
                .isEqualTo("Merlot 62,5\u00a0%, Syrah 37,5\u00a0%");
        assertThat(wine.attribute(Attribute.FEATURE).orElseThrow().fr()).isEqualTo("Vin nature, Produit bio");
        assertThat(wine.gtin12()).contains("812345678901");
        assertThat(wine.price().orElseThrow()).isEqualByComparingTo("1624.75");
        assertThat(wine.stock().isOnline()).isTrue();
        assertThat(wine.reviews().orElseThrow().count()).isEqualTo(2);
        assertThat(wine.categories().stream().map(step -> step.name().fr()))
                .containsExactly("Produits", "Vin", "Vin rouge");
    }

    @Test
    void whatARowLacksIsAbsent() throws IOException {
        CsvCatalogue catalogue = read(HEADER + WINE + SPIRIT);
        SaqProduct spirit = catalogue.product(1);
        assertThat(catalogue.size()).isEqualTo(2);
        assertThat(spirit.attributes())
                .containsOnlyKeys(Attribute.COUNTRY, Attribute.ALCOHOL, Attribute.SIZE, Attribute.SKU);
        assertThat(spirit.price()).isEmpty();
        assertThat(spirit.gtin12()).isEmpty();
        assertThat(spirit.reviews()).isEmpty();
        assertThat(spirit.stock().isOnline()).isFalse();
        assertThat(spirit.category().name().en()).as("neither gin nor rum").isEqualTo("Other spirit");
        assertThat(catalogue.byMagentoId(spirit.magentoId())).contains(spirit);
        assertThat(catalogue.bySku("43")).isEmpty();
    }

    @Test
    void colourAppellationAndWordsOfTheNameDecideTheCategory() throws IOException {
        String rows = HEADER
                + WINE.replace("Red", "White")
                + WINE.replace("123456", "1002").replace("Red", "Pink")
                + WINE.replace("123456", "1003").replace("Red", "Orange")
                + WINE.replace("123456", "1004").replace("Napa Valley", "Champagne")
                + WINE.replace("123456", "1005").replace("Napa Valley", "Porto")
                + WINE.replace("123456", "1006").replace("Red", "")
                + SPIRIT.replace("Drum", "Dry Gin")
                + SPIRIT.replace(",42,", ",43,").replace("Drum", "Rhum vieux");
        CsvCatalogue catalogue = read(rows);
        assertThat(IntStream.range(0, catalogue.size())
                        .mapToObj(index ->
                                catalogue.product(index).category().name().fr()))
                .containsExactly(
                        "Vin blanc",
                        "Vin rosé",
                        "Vin orange",
                        "Champagne blanc",
                        "Porto rouge",
                        "Autre vin",
                        "Gin",
                        "Rhum ambré");
    }

    @Test
    void aBadFileIsRefusedWithItsNameLineAndWhatIsExpected() {
        refused("", "line 1: no column \"family\"");
        refused("family,sku\n", "line 1: no column \"name\"");
        refused(HEADER.replace("agent", "sku"), "line 1: not a CSV header");
        refused("a,b\n", "line 1: no column");
        refused(HEADER + WINE + "spirit,42\n", "line 3: 2 values, expected 22");
        refused(HEADER + WINE.replace("123456", "0123"), "line 2: sku is \"0123\", accepted: 2 to 8 digits");
        refused(HEADER + WINE.replace("1624.75", "N/A"), "price is \"N/A\"");
        refused(HEADER + WINE.replace("wine,", "cider,"), "family is \"cider\", accepted: wine or spirit");
        refused(HEADER + WINE.replace("true", "yes"), "in_stock_online is \"yes\"");
        refused(HEADER + WINE.replace(",4,2", ",four,2"), "rating, reviews is \"four, 2\"");
        refused(HEADER + WINE.replace(",Clos Inventé,", ",,"), "name is \"\"");
        refused(HEADER + WINE + WINE, "line 3: sku 123456 is on line 2 too");
        refused(HEADER + WINE + "wine,\"broken\" quote,\n", "line 3");
    }

    @Test
    void aFileThatASpreadsheetSavedIsReadAsTheOriginal() throws IOException {
        String marked = "\uFEFF" + HEADER + WINE + SPIRIT;
        String french = "\uFEFF" + HEADER.replace(',', ';')
                + WINE.replace("\"Merlot 62.5\u00a0%, Syrah 37.5\u00a0%\"", "Merlot 62.5 %| Syrah 37.5 %")
                        .replace("\"Natural Wine, Organic product\"", "Natural Wine| Organic product")
                        .replace(',', ';')
                        .replace("1624.75;true;4;2", "1624,75;VRAI;4,5;2")
                        .replace('|', ',')
                        .replace("\n", "\r\n");

        assertThat(read(marked).size()).isEqualTo(2);
        SaqProduct wine = read(french).bySku("123456").orElseThrow();
        assertThat(wine.name().fr()).isEqualTo("Clos Inventé");
        assertThat(wine.price().orElseThrow()).isEqualByComparingTo("1624.75");
        assertThat(wine.stock().isOnline()).isTrue();
        assertThat(wine.reviews().orElseThrow().rating()).isEqualByComparingTo("4.5");
        assertThat(wine.attribute(Attribute.FEATURE).orElseThrow().fr()).isEqualTo("Vin nature, Produit bio");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        Path csv = folder.resolve("latin1.csv");
        Files.write(csv, (HEADER + WINE).getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> CsvCatalogue.read(csv))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("latin1.csv")
                .hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> CsvCatalogue.read(folder.resolve("none.csv"))).isInstanceOf(IOException.class);
    }

    @Test
    void theGenuineCatalogueIsReadWhole() throws IOException {
        CsvCatalogue catalogue = CsvCatalogue.read(GenuineFiles.catalogue());
        assertThat(catalogue.size()).isEqualTo(6_106);
        Set<Integer> magentoIds = new HashSet<>();
        for (int index = 0; index < catalogue.size(); index++) {
            assertThat(magentoIds.add(catalogue.product(index).magentoId())).isTrue();
        }
        SaqProduct whisky = catalogue.bySku("42").orElseThrow();
        assertThat(whisky.name().fr()).isEqualTo("Canadian Club");
        assertThat(whisky.gtin12()).contains("080686816157");
    }

    private void refused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("catalogue.csv")
                .hasMessageContaining(message);
    }

    private CsvCatalogue read(String text) throws IOException {
        Path csv = folder.resolve("catalogue.csv");
        Files.writeString(csv, text);
        return CsvCatalogue.read(csv);
    }
}
