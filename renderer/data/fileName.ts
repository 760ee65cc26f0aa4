/** The last part of a path as documents write it. */
export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
