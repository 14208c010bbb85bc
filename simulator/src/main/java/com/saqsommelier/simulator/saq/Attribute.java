package com.saqsommelier.simulator.saq;

/**
 * A row of the attribute list, in the order of the page. French labels as seen in the genuine page; the English ones
 * are those of the English catalogue.
 */
public enum Attribute {
    COUNTRY("Pays", "Country"),
    REGION("Région", "Region"),
    APPELLATION("Appellation d'origine", "Designation of origin"),
    DESIGNATION("Désignation réglementée", "Regulated Designation"),
    CLASSIFICATION("Classification", "Classification"),
    GRAPES("Cépage", "Grape variety"),
    ALCOHOL("Degré d'alcool", "Degree of alcohol"),
    SUGAR("Taux de sucre", "Sugar content"),
    COLOUR("Couleur", "Color"),
    SIZE("Format", "Size"),
    PRODUCER("Producteur", "Producer"),
    AGENT("Agent promotionnel", "Promoting agent"),
    SKU("Code SAQ", "SAQ code"),
    UPC("Code CUP", "UPC code"),
    QUEBEC("Produit du Québec", "Product of Québec"),
    FEATURE("Particularité", "Special feature");

    private final String fr;
    private final String en;

    Attribute(String fr, String en) {
        this.fr = fr;
        this.en = en;
    }

    /** The label, before HTML escaping. */
    public Bilingual label() {
        return new Bilingual(fr, en);
    }
}
