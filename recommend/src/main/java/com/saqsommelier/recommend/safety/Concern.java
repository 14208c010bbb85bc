package com.saqsommelier.recommend.safety;

/** A reason to propose no wine, most urgent first. */
public enum Concern {
    /** Thoughts of suicide or of hurting oneself. */
    SUICIDE(false),
    /** Alcohol for somebody under 18. */
    MINOR(false),
    /** Dependence on alcohol, or somebody who stopped. */
    WITHDRAWAL(false),
    /** Pregnancy and breast-feeding. */
    PREGNANCY(true),
    /** Driving after the drink. */
    DRIVING(true),
    /** Medicines and illnesses with which alcohol does not go. */
    MEDICINE(true),
    /** Diabetes: alcohol-free wines are sweet, so that no bottle is proposed at all. */
    DIABETES(false);

    private final boolean alcoholFree;

    Concern(boolean alcoholFree) {
        this.alcoholFree = alcoholFree;
    }

    /** Whether alcohol-free bottles are a good answer. */
    public boolean alcoholFree() {
        return alcoholFree;
    }
}
