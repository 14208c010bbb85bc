package com.saqsommelier.core.store;

/**
 * A place on earth (WGS 84).
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180; negative in America
 */
public record Place(double latitude, double longitude) {

    private static final double EARTH_RADIUS_KM = 6_371;

    /**
     * A place.
     *
     * @throws IllegalArgumentException when a coordinate is out of its range or not a number
     */
    public Place {
        if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException(latitude + "," + longitude + " is no place on earth");
        }
    }

    /** The distance along the earth's surface in kilometres (haversine formula). */
    public double kilometresTo(Place other) {
        double up = Math.toRadians(other.latitude - latitude) / 2;
        double across = Math.toRadians(other.longitude - longitude) / 2;
        double half = Math.sin(up) * Math.sin(up)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.sin(across)
                        * Math.sin(across);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}
