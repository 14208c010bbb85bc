package com.saqsommelier.app.journey;

/** What people look at. */
enum Screen {
    DESKTOP(1280, 800, 1100, 1, false),
    PHONE(390, 844, 844, 2, true);

    private final int width;
    private final int height;
    private final int pictureHeight;
    private final int pixelsPerPoint;
    private final boolean touched;

    Screen(int width, int height, int pictureHeight, int pixelsPerPoint, boolean touched) {
        this.width = width;
        this.height = height;
        this.pictureHeight = pictureHeight;
        this.pixelsPerPoint = pixelsPerPoint;
        this.touched = touched;
    }

    /** In points, which CSS calls px. */
    int width() {
        return width;
    }

    /** In points. */
    int height() {
        return height;
    }

    /** In points; a picture may show more of a conversation than a screen does. */
    int pictureHeight() {
        return pictureHeight;
    }

    int pixelsPerPoint() {
        return pixelsPerPoint;
    }

    boolean isTouched() {
        return touched;
    }
}
