/** Whether a text could be JSON, or JSON in a JSON string, rather than a program: one that begins with a docstring is none. */
export const isJsonText = (text: string): boolean => /^\uFEFF?\s*(?:[{[]|"\s*\{)/.test(text)
