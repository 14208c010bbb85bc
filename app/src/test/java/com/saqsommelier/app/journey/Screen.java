package com.saqsommelier.app.journey;

/** What people look at. */
enum Screen {
    DESKTOP(1280, 800, 1, false),
    PHONE(390, 844, 2, true);

    private final int width;
    private final int height;
    private final int pixelsPerPoint;
    private final boolean touched;

    Screen(int width, int height, int pixelsPerPoint, boolean touched) {
        this.width = width;
        this.height = height;
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

    int pixelsPerPoint() {
        return pixelsPerPoint;
    }

    boolean isTouched() {
        return touched;
    }
}
