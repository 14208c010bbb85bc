package com.saqsommelier.simulator.saq;

/**
 * An invented store in a real town.
 *
 * @param identifier 5 digits that begin with 23
 * @param name as the list shows it
 * @param type {@code SAQ}, {@code SAQ Sélection}, {@code SAQ Express} or {@code SAQ Dépôt}
 * @param address number and street
 * @param postcode of the form {@code H2T 1S4}
 * @param telephone of the form {@code 514-555-0123}; numbers from 555-0100 to 0199 are nobody's
 * @param latitude in degrees north
 * @param longitude in degrees, west being negative
 * @param temporarilyClosed whether it is shut for some weeks
 */
public record Store(
        String identifier,
        String name,
        String type,
        String address,
        String city,
        String postcode,
        String telephone,
        double latitude,
        double longitude,
        boolean temporarilyClosed) {

    private static final double EARTH_RADIUS_KM = 6_371;

    /** The distance along the earth's surface in kilometres (haversine formula). */
    public double kilometresFrom(double fromLatitude, double fromLongitude) {
        double up = Math.toRadians(latitude - fromLatitude) / 2;
        double across = Math.toRadians(longitude - fromLongitude) / 2;
        double half = Math.sin(up) * Math.sin(up)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(fromLatitude))
                        * Math.sin(across)
                        * Math.sin(across);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}
