package com.saqsommelier.simulator.saq;

import com.saqsommelier.simulator.saq.Estates.Estate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.commons.csv.CSVRecord;

/** Draws wines: an appellation, the grapes that grow there, an estate with a name of the place, a vintage. */
final class WineShelf {

    private record Kind(
            int weight,
            String country,
            Bilingual region,
            String appellation,
            String designation,
            String colour,
            String style,
            List<String> grapes,
            String label,
            String estates,
            double price,
            double spread,
            String alcohol,
            String sugar) {

        static Kind read(CSVRecord line) {
            return new Kind(
                    Integer.parseInt(line.get("weight")),
                    line.get("country"),
                    new Bilingual(line.get("region_fr"), line.get("region_en")),
                    line.get("appellation"),
                    line.get("designation"),
                    line.get("colour"),
                    line.get("style"),
                    List.of(line.get("grapes").split("/", -1)),
                    line.get("label"),
                    line.get("estates"),
                    Double.parseDouble(line.get("price")),
                    Double.parseDouble(line.get("spread")),
                    line.get("alcohol"),
                    line.get("sugar"));
        }
    }

    private record Size(int weight, String millilitres, double price) {}

    private static final Weighted<Size> SIZES = new Weighted<>(
            List.of(
                    new Size(88, "750", 1),
                    new Size(4, "375", 0.55),
                    new Size(2, "500", 0.75),
                    new Size(1, "1000", 1.3),
                    new Size(4, "1500", 2.1),
                    new Size(1, "3000", 4.6)),
            Size::weight);

    private static final List<String> CLASSIFICATIONS =
            List.of("Réserve", "Cru bourgeois", "Mis en bouteille au domaine", "Riserva", "Gran reserva", "Crianza");

    private final CategoryPaths paths;
    private final Estates estates;
    private final Map<String, Bilingual> countries = Vocabulary.bilingual("countries.csv", "country");
    private final Map<String, Bilingual> designations = Vocabulary.bilingual("designations.csv", "designation");
    private final Map<String, Bilingual> colours = Vocabulary.bilingual("colours.csv", "colour");
    private final List<String> cuvees = Vocabulary.read("cuvees.csv", line -> line.get("cuvee"));
    private final Weighted<Kind> all;
    private final Weighted<Kind> chateaux;
    private final Weighted<Kind> gewurztraminers;

    WineShelf(CategoryPaths paths, Estates estates) {
        this.paths = paths;
        this.estates = estates;
        List<Kind> kinds = Vocabulary.read("wines.csv", Kind::read);
        all = new Weighted<>(kinds, Kind::weight);
        chateaux = new Weighted<>(
                kinds.stream().filter(kind -> kind.estates().equals("bordeaux")).toList(), Kind::weight);
        gewurztraminers = new Weighted<>(
                kinds.stream()
                        .filter(kind -> kind.grapes().getFirst().equals("Gewurztraminer"))
                        .toList(),
                Kind::weight);
    }

    Draft draw(RandomGenerator random) {
        Kind kind = all.draw(random);
        return bottle(kind, estates.invent(kind.estates(), random), random);
    }

    /** A wine whose name begins with Château. */
    Draft drawChateau(RandomGenerator random) {
        Kind kind = chateaux.draw(random);
        return bottle(kind, estates.invent(kind.estates(), "Château", random), random);
    }

    /** A wine with Gewurztraminer in its name. */
    Draft drawGewurztraminer(RandomGenerator random) {
        Kind kind = gewurztraminers.draw(random);
        return bottle(kind, estates.invent(kind.estates(), random), random);
    }

    private Draft bottle(Kind kind, Estate estate, RandomGenerator random) {
        Size size = SIZES.draw(random);
        Map<Attribute, Bilingual> attributes = new EnumMap<>(Attribute.class);
        attributes.put(Attribute.COUNTRY, known(countries, kind.country()));
        if (!kind.region().fr().isEmpty()) {
            attributes.put(Attribute.REGION, kind.region());
        }
        if (!kind.appellation().isEmpty()) {
            attributes.put(Attribute.APPELLATION, Bilingual.same(kind.appellation()));
        }
        attributes.put(Attribute.DESIGNATION, known(designations, kind.designation()));
        if (random.nextInt(6) == 0) {
            attributes.put(Attribute.CLASSIFICATION, Bilingual.same(Estates.pick(CLASSIFICATIONS, random)));
        }
        if (random.nextInt(12) > 0) {
            attributes.put(Attribute.GRAPES, Bilingual.same(Grapes.print(kind.grapes(), random)));
        }
        attributes.put(Attribute.ALCOHOL, Amounts.alcohol(kind.alcohol(), random));
        if (random.nextInt(10) < 7) {
            attributes.put(Attribute.SUGAR, Amounts.sugar(kind.sugar(), random));
        }
        attributes.put(Attribute.COLOUR, known(colours, kind.colour()));
        attributes.put(Attribute.SIZE, Amounts.size(size.millilitres()));
        attributes.put(Attribute.PRODUCER, Bilingual.same(estate.company()));
        if (kind.estates().equals("quebec")) {
            attributes.put(Attribute.QUEBEC, Bilingual.same("Origine Québec"));
        }
        return new Draft(
                Bilingual.same(name(kind, estate, random)),
                paths.of(category(kind)),
                attributes,
                kind.country(),
                kind.style().equals("still") ? kind.colour() : kind.style(),
                Amounts.price(kind.price() * size.price(), kind.spread(), random));
    }

    private String name(Kind kind, Estate estate, RandomGenerator random) {
        StringBuilder name = new StringBuilder(estate.name());
        for (int at = 0; at < kind.label().length(); at++) {
            name.append(' ').append(kind.label().charAt(at) == 'g' ? titled(kind) : kind.appellation());
        }
        if (random.nextInt(10) < 3) {
            name.append(' ').append(Estates.pick(cuvees, random));
        }
        if (kind.colour().equals("rose") && random.nextInt(4) > 0) {
            name.append(" Rosé");
        }
        if (random.nextBoolean()) {
            name.append(' ').append(2015 + random.nextInt(10));
        }
        return name.toString();
    }

    /** New World labels write a grape with capitals: Cabernet Sauvignon. */
    private static String titled(Kind kind) {
        String grape = kind.grapes().getFirst();
        int space = grape.indexOf(' ');
        return space < 0 || !kind.estates().equals("english")
                ? grape
                : grape.substring(0, space + 1)
                        + grape.substring(space + 1, space + 2).toUpperCase(Locale.ROOT)
                        + grape.substring(space + 2);
    }

    private static String category(Kind kind) {
        return switch (kind.style()) {
            case "champagne" -> kind.colour().equals("rose") ? "champagne-rose" : "champagne";
            case "fortified" -> kind.appellation().equals("Porto") ? "port" : "fortified";
            case "still" -> kind.colour();
            default -> kind.style();
        };
    }

    private static Bilingual known(Map<String, Bilingual> texts, String key) {
        Bilingual text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no translation of \"" + key + "\"");
        }
        return text;
    }
}
