package com.saqsommelier.simulator.saq;

import com.saqsommelier.simulator.saq.Estates.Estate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Draws what is not wine: spirits, liqueurs, ciders, beers, sake. */
final class SpiritShelf {

    private record Kind(
            int weight,
            String country,
            Bilingual region,
            String path,
            String colour,
            Bilingual words,
            String estates,
            double price,
            double spread,
            String alcohol,
            List<String> sizes) {

        static Kind read(CSVRecord line) {
            return new Kind(
                    Integer.parseInt(line.get("weight")),
                    line.get("country"),
                    new Bilingual(line.get("region_fr"), line.get("region_en")),
                    line.get("path"),
                    line.get("colour"),
                    new Bilingual(line.get("kind_fr"), line.get("kind_en")),
                    line.get("estates"),
                    Double.parseDouble(line.get("price")),
                    Double.parseDouble(line.get("spread")),
                    line.get("alcohol"),
                    Vocabulary.parts(line.get("sizes")));
        }
    }

    private final CategoryPaths paths;
    private final Estates estates;
    private final Map<String, Bilingual> countries = Vocabulary.bilingual("countries.csv", "country");
    private final Map<String, Bilingual> colours = Vocabulary.bilingual("colours.csv", "colour");
    private final Weighted<Kind> all;
    private final Weighted<Kind> ciders;

    SpiritShelf(CategoryPaths paths, Estates estates) {
        this.paths = paths;
        this.estates = estates;
        List<Kind> kinds = Vocabulary.read("spirits.csv", Kind::read);
        all = new Weighted<>(kinds, Kind::weight);
        ciders = new Weighted<>(
                kinds.stream().filter(kind -> kind.path().contains("cider")).toList(), Kind::weight);
    }

    Draft draw(RandomGenerator random) {
        return bottle(all.draw(random), random);
    }

    /** A cider of Québec, still, rosé or of ice. */
    Draft drawCider(RandomGenerator random) {
        return bottle(ciders.draw(random), random);
    }

    private Draft bottle(Kind kind, RandomGenerator random) {
        Estate estate = estates.invent(kind.estates(), random);
        String size = random.nextInt(10) < 7 ? kind.sizes().getFirst() : Estates.pick(kind.sizes(), random);
        Map<Attribute, Bilingual> attributes = new EnumMap<>(Attribute.class);
        put(attributes, Attribute.COUNTRY, countries.get(kind.country()));
        put(attributes, Attribute.REGION, kind.region());
        attributes.put(Attribute.ALCOHOL, Amounts.alcohol(kind.alcohol(), random));
        if (kind.path().contains("cider") || kind.path().equals("mead")) {
            attributes.put(Attribute.SUGAR, Amounts.sugar(kind.path().equals("ice-cider") ? "sweet" : "off", random));
        }
        put(attributes, Attribute.COLOUR, colours.get(kind.colour()));
        attributes.put(Attribute.SIZE, Amounts.size(size));
        attributes.put(Attribute.PRODUCER, Bilingual.same(estate.company()));
        if (kind.region().fr().equals("Québec")) {
            attributes.put(Attribute.QUEBEC, Bilingual.same("Origine Québec"));
        }
        return new Draft(
                new Bilingual(
                        estate.name() + " " + kind.words().fr(),
                        estate.name() + " " + kind.words().en()),
                paths.of(kind.path()),
                attributes,
                kind.country(),
                kind.path(),
                Amounts.price(kind.price() * (size.equals(kind.sizes().getFirst()) ? 1 : 0.8), kind.spread(), random));
    }

    private static void put(Map<Attribute, Bilingual> attributes, Attribute attribute, @Nullable Bilingual value) {
        if (value != null && !value.fr().isEmpty()) {
            attributes.put(attribute, value);
        }
    }
}
