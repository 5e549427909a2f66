package org.kvarter.cli;

/**
 * Figures of {@code kvarter bench}.
 *
 * @param features                features loaded
 * @param triangles               triangles loaded
 * @param loadMilliseconds        from asking for the file to the first full frame
 * @param startMilliseconds       from the start of the virtual machine to that frame
 * @param warmLoadMilliseconds    the same load once more in the then warm virtual machine
 * @param framesPerSecond         while the camera turns once around the district at 1280 × 720
 * @param recolourFramesPerSecond the same while every part is recoloured each frame
 * @param recolourFxMilliseconds  time on the JavaFX thread for one recolour, median
 * @param pickMicroseconds        one pick, mean of 1,000 rays
 * @param peakHeapBytes           largest heap in use right after a collection, while loading and after
 * @param moving                  things under way where the file has any that move, else 0
 * @param movingFramesPerSecond   while they move and the camera stands still
 * @param splitFramesPerSecond    while two views side by side turn in step
 */
public record BenchReport(long features, long triangles, double loadMilliseconds, double startMilliseconds,
                          double warmLoadMilliseconds, double framesPerSecond,
                          double recolourFramesPerSecond, double recolourFxMilliseconds, double pickMicroseconds, long peakHeapBytes,
                          int moving, double movingFramesPerSecond, double splitFramesPerSecond) {
}
