/** The distance of the canvas' grid lines, in its own pixels. */
export const grid = 8

/** The whole number next to a coordinate; never −0, which a saved document couldn't tell from 0. */
export const whole = (value: number): number => Math.round(value) + 0

/** The grid line next to a coordinate. */
export const onGrid = (value: number): number => whole(value / grid) * grid
