/** The file cannot be imported; the message says why, for the writer. */
export class ImportError extends Error {}
