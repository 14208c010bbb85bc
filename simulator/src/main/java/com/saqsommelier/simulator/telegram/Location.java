package com.saqsommelier.simulator.telegram;

import tools.jackson.databind.node.ObjectNode;

/**
 * A place that a person shares.
 *
 * @param latitude in degrees, −90 to 90
 * @param longitude in degrees, −180 to 180
 * @see <a href="https://core.telegram.org/bots/api#location">Location</a>
 */
public record Location(double latitude, double longitude) implements Attachment {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException when one is out of range or not a number
     */
    public Location {
        if (!(Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("latitude " + latitude + " is not within -90 and 90");
        }
        if (!(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("longitude " + longitude + " is not within -180 and 180");
        }
    }

    @Override
    public void describe(ObjectNode message) {
        message.putObject("location").put("latitude", latitude).put("longitude", longitude);
    }
}
